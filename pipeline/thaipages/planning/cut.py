"""Text that a fixed height cuts off: rows of tables, and text boxes that do not grow with what they hold.

Lengths are twips.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from officefiles.namespaces import A
from officefiles.opc import Package, W
from officefiles.problems import Kind, Severity
from officefiles.text import FALLBACK, blocks_of, text_of
from officefiles.thai import shortened
from thaipages.layout import Paragraph, Table, measure
from thaipages.layout.document import measure_block, read_setting
from thaipages.layout.paragraphs import Setting
from thaipages.layout.spaces import line_heights
from thaipages.layout.tables import Cell

CUT_TEXT = Kind(
    "text-cut",
    "ข้อความใน{where}ของเอกสาร {name}.docx ถูกตัด เพราะสูงเกินความสูงที่กำหนดตายตัว: {found}",
    "ในแม่แบบ ให้ความสูงของแถวเป็น “อย่างน้อย” (คุณสมบัติของตาราง > แถว) หรือให้กล่องข้อความปรับขนาดให้พอดีกับข้อความ",
    "แถวหรือกล่องข้อความในแม่แบบที่กำหนดความสูงตายตัว แต่ข้อมูลของหน่วยงานยาวกว่า",
    Severity.WARNING,
)
ROW, BOX = "แถวของตาราง", "กล่องข้อความ"
_SIGNS = b'w:hRule="exact"', b"w:txbxContent"
"""What text of a fixed height stands in: a glance tells most documents, which have none."""
_WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_EMU_PER_TWIP = 635
_SLACK = 60.0
"""How much may be missing: no letter is cut by three points."""
_QUOTED = 40
_SIDE, _EDGE = 91440, 45720
"""The room within a text box beside and above its text, in EMU, where it states none."""


def cut(document: Package) -> Iterator[tuple[str, str]]:
    """What in the text of ``document`` is cut off: where, in Thai, and the words."""
    text = document.parts[document.main].data
    if not any(sign in text for sign in _SIGNS):
        return
    root = document.parts[document.main].own_tree()
    layout = measure(document, next(root.iter(W + "body")))
    for part in layout.parts:
        for block in part.blocks:
            for cell in _cells(block):
                yield ROW, _words(one.text[one.label :] for one in cell.paragraphs)
    setting = read_setting(document)
    for shape in root.iter(_WPS + "wsp"):
        content = shape.find(f"{_WPS}txbx/{W}txbxContent")
        if content is not None and _overflows(shape, content, setting):
            yield BOX, _words(map(text_of, content.iter(W + "p")))


def _words(texts: Iterator[str]) -> str:
    return shortened(" ".join(" ".join(texts).split()), _QUOTED)


def _cells(block: Paragraph | Table) -> Iterator[Cell]:
    """The cells in rows of a fixed height that hold more than that."""
    for row in block.rows if isinstance(block, Table) else ():
        for cell in row.cells:
            if row.exact and cell.merge != "restart" and row.top + sum(cell.lines) > row.height + _SLACK:
                yield cell
            for inner in cell.blocks:
                yield from _cells(inner)


def _overflows(shape: etree._Element, content: etree._Element, setting: Setting) -> bool:
    """True where a text box of a fixed size holds more than it shows; in doubt False."""
    size, body = shape.find(f"{_WPS}spPr/{A}xfrm/{A}ext"), shape.find(_WPS + "bodyPr")
    if size is None or body is None or any(one.tag == FALLBACK for one in shape.iterancestors()):
        return False
    if body.find(A + "spAutoFit") is not None or body.get("vert", "horz") != "horz":
        return False
    left, top, right, bottom = (
        int(body.get(f"{side}Ins", usual)) for side, usual in zip("ltrb", (_SIDE, _EDGE, _SIDE, _EDGE), strict=True)
    )
    width = (int(size.get("cx", "0")) - left - right) / _EMU_PER_TWIP
    height = (int(size.get("cy", "0")) - top - bottom) / _EMU_PER_TWIP
    if width <= 0 or height <= 0:
        return False
    blocks = [measure_block(one, width, setting) for one in blocks_of(content)]
    return sum(line_heights(blocks, setting.sum_spaces)) > height + _SLACK
