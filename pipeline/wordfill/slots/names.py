"""What staff call a place of a Word file outside of the runs of its text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from lxml import etree

from officefiles.opc import W
from officefiles.thai import shortened
from wordfill.part_names import part_name

_IN_CHART = {
    "title": "ชื่อ",
    "ser": "ชื่อชุดข้อมูลของ",
    "series": "ชื่อชุดข้อมูลของ",
    "cat": "ชื่อหมวดหมู่ของ",
    "strDim": "ชื่อหมวดหมู่ของ",
}
_AXES = ("catAx", "valAx", "dateAx", "serAx", "axis")
_ALTERNATIVES = ("docPr", "cNvPr")
_QUOTED = 40


@dataclass(frozen=True, slots=True)
class Namer:
    """Names places in the part ``member``, the ``number``-th of its kind."""

    member: str
    number: int

    @property
    def part(self) -> str:
        """The part itself."""
        return part_name(self.member, self.number)

    def of(self, element: etree._Element) -> str:
        """The place of ``element``, or of its attribute."""
        local = etree.QName(element).localname
        if self.member.startswith("customXml/"):
            return f"{self.part} {local}"
        if make := _ELEMENTS.get(local):
            return make(element).replace("{part}", self.part)
        if "charts/" in self.member:
            return self._in_chart(element)
        return self.part

    def _in_chart(self, element: etree._Element) -> str:
        around = [etree.QName(above).localname for above in element.iterancestors()]
        if "title" in around and any(axis in around for axis in _AXES):
            return f"ชื่อแกนของ{self.part}"
        return next((name + self.part for one in around if (name := _IN_CHART.get(one))), f"ข้อความใน{self.part}")

    def of_equation(self) -> str:
        """An equation."""
        return f"สมการใน{self.part}"

    def of_brackets(self) -> str:
        """The brackets of an equation, which Word makes of the marks of a tag."""
        return f"วงเล็บปีกกาของสมการใน{self.part}"

    def of_address(self, element: etree._Element) -> str:
        """The address behind ``element``: by the words of its link."""
        words = "".join(node.text or "" for node in element.iter(W + "t")).strip()
        return f"ที่อยู่ของลิงก์ “{shortened(words, _QUOTED)}”" if words else f"ที่อยู่ของลิงก์ใน{self.part}"

    def of_field(self, kind: str) -> str:
        """A field of this kind."""
        return f"ที่อยู่ของลิงก์ใน{self.part}" if kind == "HYPERLINK" else f"คำสั่งของเขตข้อมูล {kind}".strip()


def _property(element: etree._Element) -> str:
    parent = element.getparent()
    return f"คุณสมบัติของเอกสาร {parent.get('name', '') if parent is not None else ''}".strip()


_ELEMENTS: Mapping[str, Callable[[etree._Element], str]] = {
    **dict.fromkeys(_ALTERNATIVES, lambda _: "ข้อความแสดงแทน (alt text) ของวัตถุใน{part}"),
    **dict.fromkeys(("shape", "rect"), lambda _: "ข้อความแสดงแทน (alt text) ของวัตถุใน{part}"),
    **dict.fromkeys(("lpwstr", "lpstr", "bstr"), _property),
    **dict.fromkeys(("hlinkClick", "hlinkHover", "hyperlink"), lambda _: "คำแนะนำของลิงก์ใน{part}"),
    **dict.fromkeys(("tblCaption", "tblDescription"), lambda _: "ข้อความแสดงแทนของตารางใน{part}"),
    **dict.fromkeys(("alias", "tag"), lambda _: "ชื่อของตัวควบคุมเนื้อหาใน{part}"),
    "textpath": lambda _: "อักษรศิลป์หรือลายน้ำใน{part}",
    "listItem": lambda _: "ตัวเลือกของรายการแบบหล่นลงใน{part}",
    "bookmarkStart": lambda _: "ชื่อที่คั่นหน้า (bookmark) ใน{part}",
    "docVar": lambda element: f"ตัวแปรของเอกสาร {element.get(W + 'name', '')}",
    "t": lambda _: "{part}",
}
