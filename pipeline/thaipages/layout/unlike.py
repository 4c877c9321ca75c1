"""What could be measured but is shown otherwise by word processors, or not by all alike, in Thai: noted, it is left to
another program. Lengths are twips.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from officefiles.styles import number
from thaipages.layout.content import Content
from thaipages.layout.shapes import SINGLE, Shape

_ROUNDING = 1.0
_WHOLE = 5000.0
"""The whole width in fiftieths of a hundredth, in which tables count."""
_NEAR = 0.03


def in_paragraph(content: Content, shape: Shape, label: int, right: float) -> Iterator[str]:
    """What is unlike in a paragraph with a list label of this length, whose lines end at ``right``."""
    text = content.text
    if shape.line <= 0 or (shape.line_rule == "auto" and shape.line < SINGLE):
        yield "ระยะบรรทัดที่แคบกว่าหนึ่งเท่า"
    shown = [span for span in content.spans if span.end > span.start]
    if shape.line_rule != "exact" and shown and all("vertAlign" in span.values for span in shown):
        yield "บรรทัดที่มีแต่ตัวยกหรือตัวห้อย"
    if "\t" in text[label:] and max(shape.tabs.stops, default=0.0) > right + _ROUNDING:
        yield "แท็บที่อยู่เลยขอบขวาของข้อความ"
    if "\f" in text[:-1] or ("\f" in text and label):
        yield "การขึ้นหน้าใหม่กลางย่อหน้า"
    for picture in content.pictures.values():
        if shape.line_rule == "exact" and picture.height > shape.line:
            yield "ภาพที่สูงกว่าบรรทัดที่กำหนดความสูงตายตัว"
        elif shape.line_rule == "auto" and shape.line != SINGLE:
            yield "ภาพในบรรทัดที่เว้นระยะเป็นเท่า"


def in_cell(text: str, edges: Sequence[float], pictures: Collection[int], width: float) -> Iterator[str]:
    """What is unlike in a paragraph of a cell of this ``width``; ``pictures`` are the places of those in it."""
    if "\f" in text:
        yield "การขึ้นหน้าใหม่ภายในตาราง"
    if any(edges[place + 1] - edges[place] > width + _ROUNDING for place in pictures):
        yield "ภาพที่กว้างกว่าช่องของตาราง"


def in_table(values: Mapping[str, str], columns: Sequence[float], room: float) -> Iterator[str]:
    """What is unlike in a table with the properties ``values`` that stands in a column as wide as ``room``."""
    share = number(values, "tblW.w") / _WHOLE
    if values.get("tblW.type") == "pct" and abs(share * room - sum(columns)) > _NEAR * room:
        yield "ตารางที่กว้างเป็นร้อยละของหน้า"
    if values.get("tblInd.type") == "pct":
        yield "ตารางที่เยื้องเป็นร้อยละ"
    if 0 in columns:
        yield "ตารางที่มีคอลัมน์กว้างศูนย์"


def in_row(values: Mapping[str, str], table: Mapping[str, str], end: int, columns: int) -> Iterator[str]:
    """What is unlike in a row with the properties ``values`` that ends with the column ``end`` of a ``table`` of
    ``columns``."""
    if not end:
        yield "แถวของตารางที่ไม่มีช่อง"
    if end > columns:
        yield "ตารางที่ไม่ได้กำหนดความกว้างครบทุกคอลัมน์"
    if values.get("jc", table.get("jc")) != table.get("jc"):
        yield "แถวของตารางที่จัดแนวต่างจากตาราง"
