"""The typefaces a PDF needs: TH SarabunPSK in four styles, and one whose figures 0–9 are Thai.

Offices have TH SarabunPSK on their PCs; elsewhere it is made up from what there is, and put into the copy that is
printed, so that nothing has to be installed.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from officefiles.lazy import lazy_import
from officefiles.problems import Kind, Place, Problem, Severity
from thaipages.installed import FAMILY, LAKSAMAN_UNITS, SHIPPED, Installed, font_folders

if TYPE_CHECKING:
    from fontTools import subset, ttLib  # type: ignore[import-untyped]
else:  # not where pages are drawn
    subset, ttLib = lazy_import("fontTools.subset"), lazy_import("fontTools.ttLib")  # noqa: N816 - its name

THAI_FIGURES = "Thai Figures"
_ASCENT, _DESCENT = 0.850, 0.447
"""Height of a line of TH SarabunPSK above and below its base, in ems; the line is 20.75 pt high at 16 pt."""
_ARABIC_ZERO, _THAI_ZERO = 0x30, 0x0E50
_BEYOND_FIGURES = frozenset({"GDEF", "GPOS", "GSUB", "PCLT", "DSIG", "feat", "kern", "morx"})

IMITATED_STYLES = Kind(
    "imitated-styles",
    f"เครื่องนี้ไม่มีแบบอักษร {FAMILY} ตัวหนาและตัวเอียง ในไฟล์ PDF จึงใช้ตัวหนาและตัวเอียงเลียนแบบ",
    f"ติดตั้งแบบอักษร {FAMILY} ครบทุกรูปแบบจากกรมทรัพย์สินทางปัญญา (Debian/Ubuntu: apt install fonts-thai-tlwg) แล้วสร้าง PDF ใหม่",
    "เครื่องที่สร้าง PDF มีแบบอักษรไม่ครบทุกรูปแบบ",
    Severity.WARNING,
)


@dataclass(frozen=True, slots=True)
class Typefaces:
    """The faces to put into the printed copy, as font files: by family and then by style; and what to tell staff."""

    embedded: Mapping[str, Mapping[str, bytes]] = field(repr=False)
    problems: tuple[Problem, ...] = ()


def prepare(folders: Iterable[Path] | None = None) -> Typefaces:
    """What a PDF needs that the machine lacks. ``folders`` are those where fonts are looked for."""
    there = Installed(font_folders() if folders is None else tuple(folders))
    figures = {THAI_FIGURES: {"Regular": thai_figures(SHIPPED.read_bytes())}}
    if there.is_whole:
        return Typefaces(figures)
    twins = {style: twin(path.read_bytes(), style) for style, path in there.twins.items()}
    faces = {**twins, "Regular": SHIPPED.read_bytes()}
    problems = () if "Bold" in faces else (IMITATED_STYLES.at(Place()),)
    return Typefaces({FAMILY: faces, **figures}, problems)


def twin(laksaman: bytes, style: str) -> bytes:
    """TH SarabunPSK from Laksaman: the same outlines in a larger em, the line height and the name of TH SarabunPSK."""
    font = ttLib.TTFont(io.BytesIO(laksaman))
    font["head"].unitsPerEm = LAKSAMAN_UNITS
    ascent, descent = round(_ASCENT * LAKSAMAN_UNITS), round(_DESCENT * LAKSAMAN_UNITS)
    font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap = ascent, -descent, 0
    measures = font["OS/2"]
    measures.usWinAscent, measures.usWinDescent = ascent, descent
    measures.sTypoAscender, measures.sTypoDescender, measures.sTypoLineGap = ascent, -descent, 0
    return _named(font, FAMILY, style)


def thai_figures(face: bytes) -> bytes:
    """A small face that draws the figures 0–9 in Thai, for page numbers that a program can only count in Arabic."""
    font = ttLib.TTFont(io.BytesIO(face))
    for table in _BEYOND_FIGURES & set(font.keys()):
        del font[table]
    options = subset.Options(hinting=False)
    maker = subset.Subsetter(options)
    maker.populate(unicodes=[*range(0x20, 0x7F), *range(_THAI_ZERO, _THAI_ZERO + 10)])
    maker.subset(font)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update({_ARABIC_ZERO + n: table.cmap[_THAI_ZERO + n] for n in range(10)})
    return _named(font, THAI_FIGURES, "Regular")


def _named(font: ttLib.TTFont, family: str, style: str) -> bytes:
    plain = family.replace(" ", "")
    names = {1: family, 2: style, 3: f"{plain}-{style}", 4: f"{family} {style}", 6: f"{plain}-{style.replace(' ', '')}"}
    font["name"].names = []
    for number, text in names.items():
        font["name"].setName(text, number, 3, 1, 0x409)
    buffer = io.BytesIO()
    font.save(buffer, reorderTables=None)
    return buffer.getvalue()
