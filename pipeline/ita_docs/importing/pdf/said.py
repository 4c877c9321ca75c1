"""Whether a line of a PDF goes on in the next: what their words say."""

from __future__ import annotations

import re

from ita_docs.framework.words.orders import OrderWords
from ita_docs.importing.pdf.lines import MARKER, PdfLine
from ita_docs.importing.posts import bare, completes_role, role_in
from ita_docs.thai import title_of

_LEADS = ("ดังนี้", "ต่อไปนี้")
"""What a paragraph ends with that leads to a list."""
_COMMITTEES = ("คณะกรรมการ", "คณะอนุกรรมการ", "คณะทำงาน", "คณะที่ปรึกษา")
"""What the heading of a committee begins with."""
_LABEL = re.compile(r"[ก-๎/()]{4,30} ?[:：] ?[^\s0-9๐-๙]|(?:เรียน|อ้างถึง|สิ่งที่ส่งมาด้วย)[ \t]")
"""What a line says before its matter: ``ปัญหาอุปสรรค : ไม่มี``, and the heads of letters."""
_IN_BRACKETS = re.compile(r"\(([^()]+)\)")
_A_NUMBER = re.compile("[0-9๐-๙]{1,3}")
_ABBREVIATED = re.compile(r"[ก-ฮ][\u0e34\u0e35]?\.\n[ก-ฮ]\.$")
_RANGE_ENDS = re.compile(r"[0-9๐-๙.]$")


def ends(last: PdfLine, line: PdfLine) -> bool:
    """True of a line that leads to a list, or ends a seat, above another, of the name of who signs, and of any above a
    label."""
    signed = _IN_BRACKETS.fullmatch(last.text)
    if signed and title_of(signed[1]):
        return True
    return last.text.rstrip(" :").endswith(_LEADS) or bool(_LABEL.match(line.text)) or _ends_a_seat(last, line)


def _ends_a_seat(last: PdfLine, line: PdfLine) -> bool:
    """True of the line of a person, or of columns, that ends in a whole role, or above the name of a committee."""
    named = title_of(bare(MARKER.sub("", last.text, count=1)))
    tail = last.pieces[-1].text.rpartition(" ")[2]
    goes_on = line.text.startswith("และ") or tail.endswith(OrderWords.load().role_openings)
    if not (named or len(last.pieces) > 1) or goes_on or completes_role(tail, line.pieces[0].text):
        return False
    above_next = len(last.pieces) > 1 or title_of(line.text)
    return line.text.startswith(_COMMITTEES) or bool(above_next and role_in(tail))


def is_open(one: PdfLine, two: PdfLine) -> bool:
    """True of two lines with what surely belongs together: brackets, or พ.ศ. and the year."""
    brackets = one.text.count("(") > one.text.count(")") and two.text.count(")") > two.text.count("(")
    return brackets or (one.text.endswith("พ.ศ.") and two.text[:1].isdecimal())


def begins_reason(first: PdfLine, line: PdfLine, *, centred: bool, further: bool) -> bool:
    """True of the first line of an order's reason below its subject, or below the ``centred`` last line of that;
    a line that stands ``further`` from the left edge than from the right one is no centred one."""
    words = OrderWords.load()
    subject = first.text.startswith("เรื่อง")
    if line.text.startswith(words.sure_reasons):
        return subject or centred
    return subject and line.text.startswith(words.reasons) and ("อาศัยอำนาจ" in line.text or further)


def begins_item(line: PdfLine, above: PdfLine | None) -> bool:
    """True where a line begins with the mark of a list, or is the number after the one that stands alone above; a dash
    behind a number is that of a range."""
    if above is not None and _counted(line) and _counted(line) == _counted(above) + 1 > 1:
        return True
    match = MARKER.match(line.text)
    if not match or (above is not None and _ABBREVIATED.search(f"{above.text}\n{match[0]}")):
        return False
    return match[0] != "–" or above is None or not _RANGE_ENDS.search(above.text)


def _counted(line: PdfLine) -> int:
    """The number that is all of a line; else 0."""
    return int(line.text) if _A_NUMBER.fullmatch(line.text) else 0
