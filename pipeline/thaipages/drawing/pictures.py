"""Pictures of Word documents: those that stand in a line, and what those that float show.

A picture file is drawn as it is, whole or cropped; formats that a page cannot hold are changed where that is exact.
``obstacles`` names whatever would look otherwise.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from lxml import etree

from officefiles.lazy import lazy_import
from officefiles.namespaces import WP, A
from officefiles.opc import Package, Part, R
from officefiles.pictures import NoPictureError, kind
from thaipages.drawing import charts
from thaipages.drawing.known import names, strange
from thaipages.drawing.marks import Image, Mark, Node

if TYPE_CHECKING:
    from PIL import Image as Raster
else:  # few documents have pictures that must be changed
    Raster = lazy_import("PIL.Image")

_PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
EMU_PER_POINT = 12_700
_WHOLE = 100_000.0
"""A share of a picture that is all of it."""

_KNOWN = names(
    "inline anchor simplePos positionH positionV align posOffset wrapNone extent effectExtent docPr cNvGraphicFramePr "
    "graphicFrameLocks graphic graphicData pic nvPicPr cNvPr cNvPicPr picLocks blipFill blip srcRect stretch fillRect "
    "spPr xfrm off ext prstGeom avLst noFill ln extLst useLocalDpi decorative creationId chart "
    "sizeRelH sizeRelV pctWidth pctHeight"
)
_NAMES = {
    "svgBlip": "ภาพ SVG",
    "alphaModFix": "ภาพโปร่งแสง",
    "effectLst": "เงาหรือลูกเล่นของภาพ",
    "effectDag": "เงาหรือลูกเล่นของภาพ",
    "scene3d": "ภาพสามมิติ",
    "sp3d": "ภาพสามมิติ",
    "prstDash": "ขอบของภาพ",
    "solidFill": "สีพื้นหรือขอบของภาพ",
    "wrapSquare": "ภาพลอยที่ข้อความล้อมรอบ",
    "wrapTight": "ภาพลอยที่ข้อความล้อมรอบ",
    "wrapThrough": "ภาพลอยที่ข้อความล้อมรอบ",
    "wrapTopAndBottom": "ภาพลอยที่ข้อความล้อมรอบ",
    "AlternateContent": "ภาพลอยที่วางตามร้อยละของหน้า",
    "custGeom": "ภาพที่ตัดเป็นรูปร่าง",
    "tile": "ภาพที่ปูซ้ำ",
    "hlinkClick": "ลิงก์ที่ภาพ",
    "wsp": "รูปร่างหรือกล่องข้อความ",
    "wgp": "กลุ่มของรูปร่าง",
    "relIds": "SmartArt",
}
_STARTS = (
    (b"\x01\x00\x00\x00", "ภาพ EMF"),
    (b"\xd7\xcd\xc6\x9a", "ภาพ WMF"),
    (b"II*\x00", "ภาพ TIFF"),
    (b"MM\x00*", "ภาพ TIFF"),
    (b"RIFF", "ภาพ WebP"),
    (b"<", "ภาพ SVG"),
)
_UNFIT_MODES = {"CMYK": "ภาพแบบ CMYK", "LAB": "ภาพแบบ LAB"}


def obstacles(drawing: etree._Element, package: Package, part: str) -> list[str]:
    """Why the ``w:drawing`` in ``part`` cannot be drawn as Word shows it, in Thai, each thing once."""
    found = [*strange(drawing, _KNOWN, _NAMES, "ส่วนของภาพ"), *_turned(drawing), *_unlike(drawing)]
    shown = next(drawing.iter(charts.CHART, f"{_PIC}pic"), None)
    if shown is None:
        found = found or ["รูปร่างที่ไม่รู้จัก"]
    elif shown.tag == charts.CHART:
        chart = _linked(package, part, shown.get(f"{R}id", ""))
        found += charts.obstacles(chart) if chart else ["แผนภูมิที่ไม่ได้อยู่ในไฟล์"]
    else:
        found += _of_file(shown, package, part)
    return list(dict.fromkeys(found))


def draw_inline(
    drawing: etree._Element,
    package: Package,
    part: str,
    x: float,
    y: float,
    width: float,
    height: float,
    node: Node | None,
) -> Sequence[Mark]:
    """The marks of what the ``w:drawing`` in ``part`` shows, in this box of points: a figure below ``node``, read by
    its alternative text; or not read where there is no ``node`` or the picture is marked as an ornament."""
    decorative = any(one.get("val") == "1" for one in drawing.iter("{*}decorative"))
    figure = None if node is None or decorative else node.add("Figure", alternative(drawing))
    shown = next(drawing.iter(charts.CHART, f"{_PIC}pic"))
    if shown.tag == charts.CHART:
        chart = _linked(package, part, shown.get(f"{R}id", ""))
        return charts.draw(chart, x, y, width, height, figure) if chart else ()
    file = _file(shown, package, part)
    return [Image(figure, x, y, width, height, fit_for_pages(file.data), _cut(shown))] if file else ()


def alternative(drawing: etree._Element) -> str:
    """The text that is read for a drawing: its description, else its title."""
    properties = next(drawing.iter(f"{WP}docPr"), None)
    return "" if properties is None else properties.get("descr") or properties.get("title") or ""


def box(drawing: etree._Element) -> tuple[float, float]:
    """Width and height in points."""
    extent = next(drawing.iter(f"{WP}extent"))
    return int(extent.get("cx", "0")) / EMU_PER_POINT, int(extent.get("cy", "0")) / EMU_PER_POINT


def _turned(drawing: etree._Element) -> Iterator[str]:
    for frame in drawing.iter(f"{A}xfrm"):
        if frame.get("rot", "0") != "0":
            yield "ภาพที่หมุน"
        if {frame.get("flipH", "0"), frame.get("flipV", "0")} - {"0", "false"}:
            yield "ภาพที่กลับด้าน"


def _unlike(drawing: etree._Element) -> Iterator[str]:
    """What known elements ask for by their attributes."""
    if any(one.get("hidden", "0") not in ("0", "false") for one in drawing.iter(f"{WP}docPr", f"{WP}anchor")):
        yield "ภาพที่ซ่อนไว้"
    if any(line.find(f"{A}noFill") is None for line in drawing.iter(f"{A}ln")):
        yield "ขอบของภาพ"
    if any(str(side) != "0" for one in drawing.iter(f"{WP}effectExtent") for side in one.attrib.values()):
        yield "ภาพที่มีที่ว่างสำหรับลูกเล่น"
    if any((one.text or "0").strip() != "0" for one in drawing.iter("{*}pctWidth", "{*}pctHeight")):
        yield "ภาพที่มีขนาดตามร้อยละของหน้า"
    if any(one.get("prst") != "rect" for one in drawing.iter(f"{A}prstGeom")):
        yield "ภาพที่ตัดเป็นรูปร่าง"
    if any(str(side) != "0" for one in drawing.iter(f"{A}fillRect") for side in one.attrib.values()):
        yield "ภาพที่ยืดเกินกรอบ"
    if any(part < 0 for one in drawing.iter(f"{_PIC}pic") for part in _cut(one)):
        yield "ภาพที่เล็กกว่ากรอบ"


def _of_file(shown: etree._Element, package: Package, part: str) -> Iterator[str]:
    """What stands against the file of a picture."""
    file = _file(shown, package, part)
    if file is None:
        yield "ภาพที่ไม่ได้อยู่ในไฟล์"
        return
    try:
        kind(file.data)
        picture = Raster.open(io.BytesIO(file.data))
    except (NoPictureError, OSError):
        start = file.data.lstrip()
        yield next((name for sign, name in _STARTS if start.startswith(sign)), "ภาพที่อ่านไม่ได้")
        return
    if picture.mode in _UNFIT_MODES:
        yield _UNFIT_MODES[picture.mode]


def _file(shown: etree._Element, package: Package, part: str) -> Part | None:
    blip = next(shown.iter(f"{A}blip"), None)
    linked = blip is None or blip.get(f"{R}link")
    return None if blip is None or linked else _linked(package, part, blip.get(f"{R}embed", ""))


def _linked(package: Package, part: str, key: str) -> Part | None:
    """The part that ``part`` refers to by ``key``, where the package holds it."""
    link = package.relationships.get(part, {}).get(key)
    return None if link is None or link.external else package.parts.get(link.target)


def _cut(shown: etree._Element) -> tuple[float, float, float, float]:
    """The shares that are cut off at the left, top, right and bottom."""
    crop = next(shown.iter(f"{A}srcRect"), None)
    if crop is None:
        return 0.0, 0.0, 0.0, 0.0
    left, top, right, bottom = (float(crop.get(side, "0")) / _WHOLE for side in "ltrb")
    return left, top, right, bottom


def fit_for_pages(data: bytes) -> bytes:
    """The picture as a JPEG or PNG file: of a GIF the first frame."""
    if kind(data)[0] in ("jpg", "png"):
        return data
    picture = Raster.open(io.BytesIO(data))
    mode = "RGBA" if "transparency" in picture.info or "A" in picture.mode else "RGB"
    buffer = io.BytesIO()
    picture.convert(mode).save(buffer, "PNG")
    return buffer.getvalue()
