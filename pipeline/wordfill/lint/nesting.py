"""Tables and content controls within each other, deeper than anything that reads a document can follow."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from officefiles import xml
from officefiles.opc import W
from officefiles.problems import Kind
from wordfill.lint.finding import Finding, Spot, found
from wordfill.lint.reading import Part

TABLES = Kind(
    "tables-too-deep",
    "ตารางซ้อนกันลึกเกิน {most} ชั้น",
    "ย้ายตารางชั้นในออกมาเป็นตารางของตนเอง หรือใช้แถวและคอลัมน์แทนการซ้อน",
    "ตารางที่ซ้อนอยู่ในช่องของตารางอื่นหลายชั้นเกินไป",
)
CONTROLS = Kind(
    "controls-too-deep",
    "ตัวควบคุมเนื้อหาซ้อนกันลึกเกิน {most} ชั้น",
    "ลบตัวควบคุมเนื้อหาชั้นนอก (คลิกขวา > เอาตัวควบคุมเนื้อหาออก)",
    "ตัวควบคุมเนื้อหาที่ซ้อนกันหลายชั้นเกินไป",
)

_MOST = 12
_DEEP_CONTROL = etree.XPath(
    f"(//w:sdt[count(ancestor::w:sdt) >= {_MOST}])[1]", namespaces={"w": W.strip("{}")}, smart_strings=False
)


def check(part: Part) -> Iterator[Finding]:
    """The first place of ``part`` where tables, and the first where content controls, are nested too deep."""
    for paragraph in part.paragraphs:
        if len(paragraph.spot.cells) > _MOST:
            outer = paragraph.spot.cells[:1]
            yield found(TABLES, Spot(paragraph.spot.part, part.member, 0, outer, paragraph.spot.index), most=str(_MOST))
            break
    for control in xml.select(_DEEP_CONTROL, part.root):
        inside = {*control.iter(W + "p")} or {*control.iterancestors(W + "p")}
        spot = next((one.spot for one in part.paragraphs if one.element in inside), Spot(part.member, part.member))
        yield found(CONTROLS, spot, most=str(_MOST))
