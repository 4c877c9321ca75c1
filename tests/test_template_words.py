"""Words typed into a template are looked at as those of the workbook are: all years and offices print them."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from xlsxwriter import Workbook

import ita_docs
import made
import made_workbook
from ita_docs import places
from ita_docs.framework.load import load
from ita_docs.papers.pack import produce
from ita_docs.papers.template_words import typed_words
from looped_docx import run
from made_docx import docx, p, saved
from officefiles.thai import Digits

OWN = load(2565)


def told(folder: Path, *paragraphs: str) -> list[tuple[str, str, str, str]]:
    """What is told of a template with these paragraphs, for the office and year of the tests (2566)."""
    path = saved(folder, docx("".join(map(p, paragraphs))), "letter_template.docx")
    problems = typed_words(path, made.submission(), OWN)
    return [(one.kind, one.severity.value, one.found, one.message.split(": ")[0]) for one in problems]


@pytest.mark.parametrize(
    ("text", "kind", "severity", "found"),
    [
        ("มาตรการ ประจำปีงบประมาณ พ.ศ. ๒๕๖๓", "template-words", "warning", "2563"),
        ("มาตรการ ประจำปีงบประมาณ พ.ศ. ๒๕๖๕", "template-words", "warning", "2565"),
        ("มาตรการ ประจำปีงบประมาณ พ.ศ. ๒๕๖๖", "template-words", "note", "2566"),
        ("คำสั่งสำนักงานเขตบางกะปิ", "template-words", "warning", "สำนักงานเขตบางกะปิ"),
        ("ดำเนินการเเล้ว", "template-words", "warning", "การเเล้ว"),
        ("(ร่าง)", "template-words", "warning", "(ร่าง)"),
        ("ข้อ 1. และข้อ 2.", "template-digits", "warning", "1."),
        ("(นายสมพร ใจกล้า)", "template-person", "warning", "นายสมพร ใจกล้า"),
    ],
)
def test_what_is_not_of_this_office_and_every_year_is_told(
    tmp_path: Path, text: str, kind: str, severity: str, found: str
) -> None:
    assert told(tmp_path, "เรียน", text) == [(kind, severity, found, "แม่แบบ letter_template.docx เนื้อหา ย่อหน้าที่ 2")]


@pytest.mark.parametrize(
    "text",
    [
        "ประจำปีงบประมาณ พ.ศ. {{ year }}",
        "พระราชบัญญัติระเบียบบริหารราชการกรุงเทพมหานคร พ.ศ. ๒๕๒๘",
        "แผนยุทธศาสตร์ชาติ พ.ศ. ๒๕๖๑ - ๒๕๘๐",
        f"คำสั่ง{made.submission().office.name}",
        f"({made.submission().order.signatory.full_name})",
        "( {{ order.signatory }} )",
        "ITA100 https://example.go.th/2566 mail1@example.go.th {{ 1 }}",
        "(..............................)",
        "(ผู้อำนวยการเขต ปฏิบัติราชการแทน)",
        "ลงชื่อ ........................ วันที่ ...... / ...... / ......",
    ],
)
def test_what_any_year_and_this_office_may_print_is_not_told(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, text) == []


def test_the_years_of_a_template_are_told_by_lint_in_page_order(tmp_path: Path) -> None:
    path = saved(tmp_path, docx(p("ปี ๒๕๖๖") + p("{{ yeer }}") + p("ปี ๒๕๖๕")), "letter_template.docx")
    found = [(one.id, one.tag, one.spot.paragraph, one.file) for one in ita_docs.lint(path)]
    assert found == [
        ("template-year", "2566", 1, path.name),
        ("name-unknown", "{{ yeer }}", 2, path.name),
        ("template-year", "2565", 3, path.name),
    ]
    assert [one.id for one in ita_docs.lint(b"no template")] == ["template-unreadable"]


def test_arabic_digits_are_told_once_and_not_where_documents_have_them(tmp_path: Path) -> None:
    whole = made.submission()
    path = saved(tmp_path, docx(p("ข้อ 1.") + p("ข้อ 2 และข้อ 3")))
    (problem,) = typed_words(path, whole, OWN)
    assert problem.message.endswith("แต่เอกสารชุดนี้พิมพ์เลขไทย และอีก 2 แห่ง")
    arabic = replace(whole, settings=replace(whole.settings, digits=Digits.ARABIC))
    assert list(typed_words(path, arabic, OWN)) == []


def test_what_word_works_out_is_not_typed_and_the_words_of_a_link_are(tmp_path: Path) -> None:
    fields = [f'<w:fldSimple w:instr=" {code} ">{run("ปี 2566")}</w:fldSimple>' for code in ("DATE", "HYPERLINK x")]
    path = saved(tmp_path, docx("".join(f"<w:p>{one}</w:p>" for one in fields)))
    assert {one.message.split(": ")[0] for one in typed_words(path, made.submission(), OWN)} == {
        "แม่แบบ made_template.docx เนื้อหา ย่อหน้าที่ 2"
    }


def test_a_watermark_is_told_and_one_that_is_filled_is_not(tmp_path: Path) -> None:
    space = 'xmlns:v="urn:schemas-microsoft-com:vml"'
    for words, expected in (("ร่าง", ["template-draft"]), ("{{ office.name }}", []), ("ปี ๒๕๖๕", ["template-year"])):
        shape = f'<w:p><w:r><w:pict><v:shape {space}><v:textpath string="{words}"/></v:shape></w:pict></w:r></w:p>'
        path = saved(tmp_path, docx(p("เรียน"), {"header1": shape}))
        assert [one.id for one in ita_docs.lint(path)] == expected
        if expected:
            (problem,) = typed_words(path, made.submission(), OWN)
            assert problem.message.startswith("แม่แบบ made_template.docx อักษรศิลป์หรือลายน้ำในหัวกระดาษ: ")
        path.unlink()


def test_cells_of_an_excel_template_are_looked_at(tmp_path: Path) -> None:
    path = tmp_path / "list_template.xlsx"
    with Workbook(path) as book:
        book.add_worksheet("รายชื่อ").write("B2", "รายชื่อ ประจำปี ๒๕๖๓")
    (problem,) = typed_words(path, made.submission(), OWN)
    assert problem.message.startswith("แม่แบบ list_template.xlsx ชีต รายชื่อ ช่อง B2: ข้อความมีปี พ.ศ. 2563")


def test_a_pack_is_told_what_its_templates_hold(tmp_path: Path) -> None:
    own = saved(tmp_path, docx(p("ปี ๒๕๖๓ {{ year }}")), "letter_template.docx")
    workbook = made_workbook.save(made_workbook.sheets(), tmp_path)
    found = produce(workbook, {"letter": own}, frozenset({"letter"}))
    assert [one.kind for one in found.problems] == ["template-words"]
    assert found.files


@pytest.mark.parametrize("folder", [places.packaged_templates(), places.gallery()], ids=["pack", "gallery"])
def test_the_templates_that_come_along_are_of_any_office_and_year(tmp_path: Path, folder: Path) -> None:
    own = [Path(shutil.copy(path, tmp_path)) for path in folder.glob("*_template.*") if not path.name.startswith("~$")]
    assert own
    for path in own:
        assert list(typed_words(path, made.submission(), OWN)) == []


def test_of_a_template_that_came_with_the_software_nothing_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "packaged_templates", lambda: tmp_path)
    assert told(tmp_path, "ปี ๒๕๖๓") == []
