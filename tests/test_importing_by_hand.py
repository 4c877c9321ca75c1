"""Papers written by hand in Word, as no program makes them, imported: every cell that they state comes out as typed."""

from __future__ import annotations

import io
from collections.abc import Callable

import openpyxl
import pytest

import ita_docs
from bench.old.documents import documents, drawn
from bench.old.offices import health, organisation, police
from bench.old.scoring import PERSON, Verdict, judge, read_back, truth
from bench.old.shapes import SHAPES, Shape
from ita_docs.importing.form import BY_WHO_SIGNS
from ita_docs.model import Submission
from ita_docs.workbook.schema import TO_REVIEW, UNUSED

IN_WORD = [shape for shape in SHAPES if not shape.mended and shape.seats != "one-table"]
BY_KEY = {shape.key: shape for shape in SHAPES}


def told(workbook: bytes) -> dict[str, list[str]]:
    """What the sheets for people list: the cells to look at, and the lines that no cell says. No paper states what the
    head of these offices is called: that is taken from who signs, and marked."""
    book = openpyxl.load_workbook(io.BytesIO(workbook), read_only=True)
    return {
        name: [said for row in rows if any(row) and BY_WHO_SIGNS not in (said := " | ".join(map(str, row)))]
        for name in (TO_REVIEW, UNUSED)
        for rows in [book[name].iter_rows(min_row=5, values_only=True)]
    }


@pytest.mark.parametrize("key", ["ruled", "ended-by-enter"])
@pytest.mark.soak
def test_seats_of_three_committees_with_ranks_come_out_in_their_order(key: str) -> None:
    files = {f"{name}.docx": data for name, data in documents(police(), BY_KEY[key]).items()}
    data = ita_docs.import_documents(files).data
    assert told(data) == {TO_REVIEW: [], UNUSED: []}
    rows = read_back(data).rows["seats"]
    assert [(row["committee"], row["number"], row["role"]) for row in rows][:3] == [
        ("คณะที่ปรึกษา", "1", "ประธานที่ปรึกษา"),
        ("คณะที่ปรึกษา", "2", "ที่ปรึกษา"),
        ("คณะที่ปรึกษา", "3", "ที่ปรึกษา"),
    ]
    assert [" | ".join(row.get(name, "") for name in PERSON) for row in rows] == [
        "พันตำรวจเอก | กำพล | เด่นชัยภูมิ | ผู้กำกับการสถานีตำรวจภูธรหนองกระจับ | ",
        "นาย | สมหมาย | ณ หนองบัว | ประธานคณะกรรมการตรวจสอบและติดตามการบริหารงานตำรวจ | ",
        "พระครู | สุวรรณธรรมโชติ |  | เจ้าอาวาสวัดหนองกระจับ | ",
        "พันตำรวจโท | ทศพล | แก่นกล้า | รองผู้กำกับการป้องกันปราบปราม | งานป้องกันปราบปราม",
        "พันตำรวจโทหญิง | กรกนก | ใจบุญ | สารวัตรอำนวยการ | งานอำนวยการ",
        "พันตำรวจตรี | ธวัช | พลายแก้ว | สารวัตรจราจร | งานจราจร",
        "ร้อยตำรวจเอก | ประวิทย์ | สิงห์ทอง | รองสารวัตรสืบสวน | งานสืบสวน",
        "ร้อยตำรวจโท | เกษม | แสงเพ็ชร | รองสารวัตรสอบสวน | งานสอบสวน",
        "ร้อยตำรวจตรีหญิง | พิมพ์ใจ | ดอกรัก | รองสารวัตรธุรการ | งานอำนวยการ",
        "ดาบตำรวจ | มานะ | หาญกล้า | ผู้บังคับหมู่ป้องกันปราบปราม | งานป้องกันปราบปราม",
        "จ่าสิบตำรวจ | อุดร | ภูผา | ผู้บังคับหมู่จราจร | งานจราจร",
        "สิบตำรวจเอกหญิง | ดวงใจ | สายน้ำ | ผู้บังคับหมู่ธุรการ | งานอำนวยการ",
        "สิบตำรวจตรี | วายุ | ศรแก้ว | ผู้บังคับหมู่สืบสวน | งานสืบสวน",
    ]


@pytest.mark.office
@pytest.mark.parametrize("make", [police, health, organisation], ids=lambda make: make.__name__)
@pytest.mark.parametrize("shape", IN_WORD, ids=lambda shape: shape.key)
def test_all_that_hand_made_papers_state_comes_out_as_typed(shape: Shape, make: Callable[[], Submission]) -> None:
    whole, hidden = make(), ["duties.number"] if shape.duties.startswith("-") else []
    files = {f"{name}.docx": data for name, data in documents(whole, shape).items()}
    made = ita_docs.import_documents(files)
    judged = judge(truth(shape.of(whole), hidden), read_back(made.data))
    known = {Verdict.EXACT, Verdict.SPACES} if shape.ended else {Verdict.EXACT}
    assert [str(one) for one in judged if one.verdict not in known] == []
    assert told(made.data) == {TO_REVIEW: [], UNUSED: []}
    assert made.problems == ()


NEVER_DRAWN = ("spaces-arabic", "name-in-brackets", "letters")
"""They hold a text box, or a row over two pages whose cells are divided at other places."""
DOUBTED = {"no-heads": 1, "own-section": 1}
"""Cells marked where a PDF shows less than Word does: that a line was ended."""


@pytest.mark.office
@pytest.mark.parametrize("shape", [one for one in IN_WORD if one.key not in NEVER_DRAWN], ids=lambda shape: shape.key)
def test_all_that_they_state_comes_out_of_their_pdfs_too(shape: Shape) -> None:
    whole, hidden = police(), ["duties.number"] if shape.duties.startswith("-") else []
    papers = {f"{name}.docx": data for name, data in documents(whole, shape).items()}
    pdfs = {name.replace(".docx", ".pdf"): data for name, data in drawn(papers).items()}
    assert len(pdfs) == len(papers)
    made = ita_docs.import_documents(pdfs)
    judged = judge(truth(shape.of(whole), hidden), read_back(made.data))
    known = {Verdict.EXACT, Verdict.SPACES} if shape.ended else {Verdict.EXACT}
    assert [str(one) for one in judged if one.verdict not in known] == []
    left = told(made.data)
    assert (len(left[TO_REVIEW]), left[UNUSED], made.problems) == (DOUBTED.get(shape.key, 0), [], ())
