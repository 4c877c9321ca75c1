"""What betrays another kind of office in what was made for one: the texts of documents and workbooks."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from lxml import etree
from openpyxl.worksheet.worksheet import Worksheet

from ita_docs.framework.words.kinds import OfficeKind, OfficeKinds
from made_workbook import opened

WORDS = OfficeKinds.load()
LEAST = 6
"""A word shorter than this stands within others of another meaning (ปลัด in ปลัดกระทรวง)."""


def betraying(text: str, kind: OfficeKind | None) -> set[str]:
    """The words of ``text`` that only other kinds of offices use; those of any kind where the kind is not known."""
    others = (name + after for one in WORDS.kinds for name in one.names for after in one.not_before)
    for name in (*WORDS.central, *others):  # สำนักงานเขตพื้นที่การศึกษา is no district
        text = text.replace(name, "")
    words = {word for word, kinds in WORDS.by_word.items() if kind not in kinds and len(word) >= LEAST}
    return {word for word in words if word in text}


def said(workbook: bytes, without: str = "") -> str:
    """All that a workbook shows or offers: cells, comments, messages of its checks."""
    sheets = [sheet for sheet in opened(workbook) if sheet.title != without]
    return "\n".join(text for sheet in sheets for text in _texts(sheet))


def _texts(sheet: Worksheet) -> Iterator[str]:
    yield sheet.title
    for row in sheet.iter_rows():
        for cell in row:
            yield str(cell.value or "")
            yield cell.comment.text if cell.comment else ""
    for rule in sheet.data_validations.dataValidation:
        yield from (rule.prompt or "", rule.promptTitle or "", rule.error or "")


def printed(document: bytes) -> str:
    """The text of a Word document, its headers, footers and properties too; paragraphs one a line."""
    with zipfile.ZipFile(io.BytesIO(document)) as parts:
        roots = [etree.fromstring(parts.read(name)) for name in parts.namelist() if name.endswith(".xml")]
    lines = (one for root in roots for one in (*root.iter("{*}p"), *root.iter("{http://purl.org/dc/elements/1.1/}*")))
    return "\n".join("".join(one.itertext()) for one in lines)
