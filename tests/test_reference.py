"""The pack made from the sample workbook says what the published pack of 2566 says, word for word and in its order.

White space, page-end catchwords and the debris of the text's extraction (HTML tags, table bars) are set aside.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import docx
import pytest

from ita_docs import places
from ita_docs.papers.pack import produce
from officefiles import opc
from officefiles.text import text_of_part, text_of_tree

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = (ROOT / "tests/reference/pack_2566.txt").read_text(encoding="utf-8")
TABLE_START = "ตัวชี้วัด\tรายละเอียดการวิเคราะห์"

CORRECTED = {
    "คุ่มค่าไม่เอื้อ": "คุ้มค่าไม่เอื้อ",
    "สั่งการให้ผู้บังคับบัญชาทำ": "สั่งการให้ผู้ใต้บังคับบัญชาทำ",
}
"""Slips of the published analysis that the derived sentences do not repeat: every office in that range of scores gets
them. What the office typed itself (measures, names, duties) stands as published, slips and all."""


def squeeze(text: str) -> str:
    return re.sub(r"\s+", "", text)


def corrected(cell: str) -> str:
    for slip, right in CORRECTED.items():
        cell = cell.replace(slip, right)
    return cell


def undebris(text: str) -> str:
    """``text`` without HTML tags, table bars and the dashes that stand for bullets."""
    text = re.sub(r"<[^>]*>|\||-{2,}", " ", text)
    return re.sub(r"(^|\s)-(?=\s|$)", " ", text, flags=re.MULTILINE)


def sentences() -> Iterator[str]:
    """Each line of the reference before the measures table, squeezed, without page-end catchwords."""
    for line in REFERENCE[: REFERENCE.index(TABLE_START)].splitlines():
        text = squeeze(undebris(line))
        if text and not text.endswith("..."):
            yield text


def reference_rows() -> list[list[str]]:
    """The five cells of each indicator in the measures table, continued cells joined over the page breaks."""
    rows: list[list[str]] = []
    for line in REFERENCE[REFERENCE.index(TABLE_START) :].splitlines():
        cells = [squeeze(undebris(cell)) for cell in line.split("\t")]
        if len(cells) < 5 or cells[0] == "ตัวชี้วัด":
            continue
        if cells[0]:
            rows.append(cells)
        else:
            rows[-1] = [before + after for before, after in zip(rows[-1], cells, strict=True)]
    return rows


@pytest.fixture(scope="module")
def made() -> Mapping[str, bytes]:
    production = produce(ROOT / "inputs/taling_chan_2566.xlsx", places.template_files(working=ROOT / "templates"))
    assert production.files, [problem.message for problem in production.problems]
    return production.files


def text_of(data: bytes) -> str:
    """All text of a document's body, in reading order, squeezed."""
    body = docx.Document(io.BytesIO(data)).element.body
    return squeeze("".join(node.text or "" for node in body.iter("{*}t")))


def test_every_sentence_stands_in_its_order(made: Mapping[str, bytes]) -> None:
    text = text_of(made["pack.docx"])
    missing, at = [], 0
    for sentence in sentences():
        found = text.find(sentence, at)
        if found < 0:
            missing.append(sentence)
        else:
            at = found + len(sentence)
    assert missing == []


def test_every_row_of_the_measures_table(made: Mapping[str, bytes]) -> None:
    table = docx.Document(io.BytesIO(made["measures.docx"])).tables[0]
    rows = [[squeeze(cell.text) for cell in row.cells] for row in table.rows[1:]]
    assert rows == [[corrected(cell) for cell in row] for row in reference_rows()]


def test_the_reference_was_read_whole() -> None:
    """The comparison means something only where the reference itself was cut up rightly."""
    assert [row[0][:13] for row in reference_rows()][:2] == ["ตัวชี้วัดที่๑", "ตัวชี้วัดที่๒"]
    assert len(reference_rows()) == 10
    assert all(all(cells) for cells in reference_rows())
    assert all(any(slip in row[1] for row in reference_rows()) for slip in CORRECTED), "an exception without a use"
    seats = [sentence for sentence in sentences() if re.match(r"\([๐-๙]+\)", sentence)]
    assert len(seats) == 15 + 28


def test_every_part_of_the_documents_gives_the_text_of_its_tree(made: Mapping[str, bytes]) -> None:
    parts = [part for name in made if name.endswith(".docx") for part in opc.read(made[name]).parts.values()]
    of_words = [part for part in parts if b"<w:p" in part.data]
    assert [text_of_part(part) for part in of_words] == [text_of_tree(part.own_tree()) for part in of_words]
    assert sum(len(text_of_part(part)) for part in of_words) > 20_000
