"""What could be measured but is shown otherwise by word processors, or not by all alike, in Thai: noted, it is left to
another program. Lengths are twips.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from thaipages.layout.content import Content
from thaipages.layout.shapes import SINGLE, Shape

_ROUNDING = 1.0


def in_paragraph(content: Content, shape: Shape, label: int) -> Iterator[str]:
    """What is unlike in a paragraph with a list label of this length."""
    text = content.text
    if "\f" in text and (text.count("\f") > 1 or label or "\f" not in (text[0], text[-1])):
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


def in_row(values: Mapping[str, str], table: Mapping[str, str], end: int, columns: int) -> Iterator[str]:
    """What is unlike in a row with the properties ``values`` that ends with the column ``end`` of a ``table`` of
    ``columns``."""
    if end > columns:
        yield "ตารางที่ไม่ได้กำหนดความกว้างครบทุกคอลัมน์"
    if values.get("jc", table.get("jc")) != table.get("jc"):
        yield "แถวของตารางที่จัดแนวต่างจากตาราง"
