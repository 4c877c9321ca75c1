"""What Excel asks of the texts of a sheet besides its cells: headers, footers, what a cell says when chosen."""

from __future__ import annotations

import re
from html import unescape

from lxml import etree

from wordfill.excel.places import SheetError
from wordfill.excel.values import RUN

_TAG = re.compile(r"{{.*?}}", re.DOTALL)
_VALUE = re.compile(f"(&amp;[0-9]+)?{RUN}([^{RUN}]*){RUN}")
_HEADER = re.compile(r"<(?:odd|even|first)(?:Header|Footer)>([^<]*)<")
_SAID = re.compile(r'\s(promptTitle|prompt|errorTitle|error)="([^"]*)"')
_MOST_OF_HEADER = 255
_MOST = {"promptTitle": 32, "prompt": 255, "errorTitle": 32, "error": 225}
_HEADER_TOO_LONG = "หัวกระดาษหรือท้ายกระดาษยาวเกิน 255 อักขระ ซึ่ง Excel เปิดไม่ได้ ตัดข้อความให้สั้นลง"
_TOO_LONG = "{what}ของการตรวจสอบความถูกต้องของข้อมูลยาวเกิน {most} อักขระ ซึ่ง Excel เปิดไม่ได้ ตัดข้อความให้สั้นลง"
_CALLED = {"promptTitle": "ชื่อเรื่อง", "prompt": "ข้อความป้อนเข้า", "errorTitle": "ชื่อเรื่อง", "error": "ข้อความแจ้งข้อผิดพลาด"}


def mark_values(header: etree._Element) -> None:
    """Set the values of a header or footer apart from its codes (``&P``), which begin with the same sign."""
    header.text = _TAG.sub(lambda tag: f"{RUN}{tag[0]}{RUN}", header.text or "")


def fitting(text: str) -> str:
    """The XML of a sheet's texts as Excel reads them: no value in a header is a code, or part of a font's size.
    Raises ``SheetError`` for a text that Excel would refuse."""
    if RUN in text:
        text = _VALUE.sub(_value, text)
    if any(_long(found[1]) > _MOST_OF_HEADER for found in _HEADER.finditer(text)):
        raise SheetError("", "", _HEADER_TOO_LONG)
    for found in _SAID.finditer(text):
        if _long(found[2]) > _MOST[found[1]]:
            raise SheetError("", "", _TOO_LONG.format(what=_CALLED[found[1]], most=_MOST[found[1]]))
    return text


def _value(found: re.Match[str]) -> str:
    size, value = found[1] or "", found[2].replace("&amp;", "&amp;&amp;")
    return f"{size} {value}" if size and value[:1] in {*"0123456789"} else size + value


def _long(text: str) -> int:
    return len(unescape(text).encode("utf-16-le")) // 2
