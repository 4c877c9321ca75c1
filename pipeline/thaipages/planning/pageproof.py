"""The proof of planned pages: whether each page of a PDF begins with what was planned for it.

Pages are planned without an office program; this holds the plan to what one really printed.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

import pypdfium2  # type: ignore[import-untyped]

from officefiles import opc
from officefiles.problems import Kind, Place, Problem, Severity
from thaipages.layout import Page, Row, measure, paginate
from thaipages.layout.flow import Fragment

OTHER_PAGE_COUNT = Kind(
    "other-page-count",
    "ไฟล์ PDF ของ {name} มี {found} หน้า แต่คำนวณไว้ {planned} หน้า",
    "เปิดไฟล์ PDF แล้วตรวจดูว่าแต่ละหน้าขึ้นต้นถูกต้อง และคำต่อเนื่องท้ายหน้าตรงกับหน้าถัดไป",
    "จำนวนหน้าที่พิมพ์ออกมาไม่ตรงกับที่คำนวณไว้",
    Severity.WARNING,
)
OTHER_PAGE_START = Kind(
    "other-page-start",
    "ไฟล์ PDF ของ {name} หน้า {page} ไม่ได้ขึ้นต้นด้วย “{planned}” ตามที่คำนวณไว้ แต่ขึ้นต้นด้วย “{found}”",
    "ตรวจคำต่อเนื่องท้ายหน้า {before} แล้วแก้ในไฟล์ Word ให้ตรงกับหน้า {page}",
    "หน้าที่พิมพ์ออกมาขึ้นต้นไม่ตรงกับที่คำนวณไว้ คำต่อเนื่องจึงอาจไม่ตรง",
    Severity.WARNING,
)
_COMPARED = 12
"""Letters that must be the same at the start of a page."""
_HEADER = 60
"""Letters that a header may put before them."""
_SHOWN = 40


def prove_pages(name: str, docx: bytes, pdf: bytes) -> tuple[Problem, ...]:
    """What is not as planned in ``pdf``, printed from ``docx``; ``name`` is what staff call the file.

    Raises ``pypdfium2.PdfiumError`` where ``pdf`` is no PDF, and ``opc.PackageError`` where ``docx`` is no Word file.
    """
    planned = paginate(measure(opc.read(docx)))
    printed = _texts(pdf)
    if len(planned) != len(printed):
        return (OTHER_PAGE_COUNT.at(Place(), len(printed), name=name, planned=len(planned)),)
    return tuple(_other_starts(name, planned, printed))


def _other_starts(name: str, planned: Sequence[Page], printed: Sequence[str]) -> Iterator[Problem]:
    for number, (page, text) in enumerate(zip(planned, printed, strict=True), start=1):
        start = page.fragments[0]
        if isinstance(start.owner, Row) and (start.line or start.table is None or start.table.headers):
            continue
        expected = _start(start)
        if _letters(expected)[:_COMPARED] not in _letters(text)[: _HEADER + _COMPARED]:
            shown, due = (" ".join(part.split())[:_SHOWN] for part in (text, expected))
            yield OTHER_PAGE_START.at(Place(), shown, name=name, page=number, before=number - 1, planned=due)


def _start(fragment: Fragment) -> str:
    """The text that a page begins with; of a row that of its first cell."""
    if isinstance(fragment.owner, Row):
        return next((paragraph.text for paragraph in fragment.owner.paragraphs if paragraph.text), "")
    return fragment.text


def _texts(pdf: bytes) -> list[str]:
    """The text of each page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def _letters(text: str) -> str:
    """The letters and digits of ``text`` alone: spaces and marks above and below come out of a PDF in any order."""
    return "".join(char for char in text.replace("\u0e33", "\u0e32") if unicodedata.category(char)[0] in "LN")
