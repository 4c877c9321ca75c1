"""What floats over a page or behind its text: anchored pictures, and the lettering of watermarks.

Text that flows round something is not measured by the layout, so only what leaves the text alone is drawn.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from lxml import etree

from officefiles.namespaces import WP
from officefiles.opc import Package, W
from officefiles.text import DRAWING, P, runs_of, shown
from thaipages.drawing import lettering, pictures
from thaipages.drawing.marks import Mark, Node
from thaipages.drawing.pictures import EMU_PER_POINT

ANCHOR = f"{WP}anchor"


class Ground(NamedTuple):
    """Where the things lie, in points, that floating ones are placed by: the page; the edges of its text; the column
    (of a cell, the cell's); the top of the anchoring paragraph; the line and the place in it where the anchor stands.
    """

    page: tuple[float, float]
    left: float
    top: float
    right: float
    bottom: float
    column: tuple[float, float]
    paragraph: float
    line: float
    character: float

    def across(self) -> dict[str, tuple[float, float]]:
        """Start and extent of what a place across the page is measured by, as DrawingML names it."""
        return {
            "page": (0.0, self.page[0]),
            "margin": (self.left, self.right - self.left),
            "column": (self.column[0], self.column[1] - self.column[0]),
            "character": (self.character, 0.0),
            "leftMargin": (0.0, self.left),
            "rightMargin": (self.right, self.page[0] - self.right),
        }

    def down(self) -> dict[str, tuple[float, float]]:
        """The same for a place down the page."""
        return {
            "page": (0.0, self.page[1]),
            "margin": (self.top, self.bottom - self.top),
            "paragraph": (self.paragraph, 0.0),
            "line": (self.line, 0.0),
            "topMargin": (0.0, self.top),
            "bottomMargin": (self.bottom, self.page[1] - self.bottom),
        }


class Floating(NamedTuple):
    """Marks that float: ``behind`` the text or over it, those of a higher ``order`` over the others."""

    behind: bool
    order: int
    marks: Sequence[Mark]


_SHARES = {"left": 0.0, "top": 0.0, "center": 0.5, "right": 1.0, "bottom": 1.0}
_POINTLIKE = frozenset(("character", "paragraph", "line"))
_IN_CELLS = _POINTLIKE | {"column"}
"""By the page Word places only what does not belong to a cell."""


def obstacles(element: etree._Element, package: Package, part: str) -> list[str]:
    """Why the floating ``w:drawing`` or the ``w:pict`` in ``part`` cannot be drawn as Word shows it, in Thai."""
    if element.tag != DRAWING:
        return lettering.obstacles(element)
    found = pictures.obstacles(element, package, part)
    for anchor in element.iter(ANCHOR):
        found += _misplaced(anchor)
    return list(dict.fromkeys(found))


def draw_floating(
    element: etree._Element, package: Package, part: str, ground: Ground, node: Node | None
) -> Sequence[Floating]:
    """What the floating ``w:drawing`` or the ``w:pict`` in ``part`` shows, on its ``ground``; figures stand below
    ``node``. Only what has no obstacles is drawn."""
    if element.tag != DRAWING:
        return [
            Floating(one.order < 0, one.order, one.marks(*_spot(one, ground), node)) for one in lettering.read(element)
        ]
    anchor = next(element.iter(ANCHOR))
    width, height = pictures.box(element)
    x = _place(anchor.find(f"{WP}positionH"), ground.across(), width)
    y = _place(anchor.find(f"{WP}positionV"), ground.down(), height)
    marks = pictures.draw_inline(element, package, part, x, y, width, height, node)
    return [Floating(_is_on(anchor.get("behindDoc")), int(anchor.get("relativeHeight", "0")), marks)]


def _spot(one: lettering.Lettering, ground: Ground) -> tuple[float, float]:
    across, down = ground.across()[one.across.by], ground.down()[one.down.by]
    x = _at(across, one.across.align, one.across.offset, one.width)
    return x, _at(down, one.down.align, one.down.offset, one.height)


def _at(extent: tuple[float, float], align: str, offset: float, size: float) -> float:
    start, room = extent
    return start + offset + (_SHARES[align] * (room - size) if align else 0.0)


def _place(position: etree._Element | None, grounds: dict[str, tuple[float, float]], size: float) -> float:
    assert position is not None
    align, offset = position.findtext(f"{WP}align", ""), position.findtext(f"{WP}posOffset", "0")
    return _at(grounds[position.get("relativeFrom", "")], align.strip(), int(offset) / EMU_PER_POINT, size)


def _misplaced(anchor: etree._Element) -> Iterator[str]:
    if _is_on(anchor.get("simplePos")):
        yield "ภาพลอยที่วางตามพิกัด"
    if anchor.find(f"{WP}wrapNone") is None:
        yield "ภาพลอยที่ข้อความล้อมรอบ"
    nowhere = Ground((0, 0), 0, 0, 0, 0, (0, 0), 0, 0, 0)
    in_cell = _is_on(anchor.get("layoutInCell")) and next(anchor.iterancestors(f"{W}tc"), None) is not None
    for name, grounds in (("positionH", nowhere.across()), ("positionV", nowhere.down())):
        position = anchor.find(f"{WP}{name}")
        by = "" if position is None else position.get("relativeFrom", "")
        align = "" if position is None else position.findtext(f"{WP}align", "").strip()
        known = _IN_CELLS & grounds.keys() if in_cell else grounds.keys()
        if by not in known or (align and align not in _SHARES) or (by in _POINTLIKE and _SHARES.get(align, 0.0)):
            yield f"ภาพลอยที่วางเทียบกับ {by or 'สิ่งที่ไม่ระบุ'} {align}".rstrip()
        elif by in ("line", "character") and not _begins_paragraph(anchor):
            yield "ภาพลอยที่วางเทียบกับบรรทัดหรือตัวอักษรกลางย่อหน้า"


def _begins_paragraph(anchor: etree._Element) -> bool:
    """True where no text stands before ``anchor`` in its paragraph."""
    paragraph, above = next(anchor.iterancestors(P), None), set(anchor.iterancestors())
    runs = [] if paragraph is None else list(runs_of(paragraph))
    own = next((place for place, run in enumerate(runs) if run in above), 0)
    pieces = (piece for run in runs[: own + 1] for piece in run)
    return not any(shown(piece) for piece in takewhile(lambda piece: piece not in above, pieces))


def _is_on(value: str | None) -> bool:
    return value not in (None, "0", "false")
