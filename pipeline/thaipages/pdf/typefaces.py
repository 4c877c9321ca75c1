"""The typefaces a PDF needs: TH SarabunPSK in four styles, and one whose figures 0–9 are Thai.

Offices have TH SarabunPSK on their PCs; elsewhere it is made up from what there is, and put into the copy that is
printed, so that nothing has to be installed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from officefiles.problems import Kind, Place, Problem, Severity
from thaipages.installed import FAMILY, LAKSAMAN_UNITS, SHIPPED, Installed, font_folders
from thaipages.sfnt import changed, font_file, named, read_tables, with_units

THAI_FIGURES = "Thai Figures"
_FIGURES = SHIPPED.with_name("ThaiFigures.ttf")
"""Draws the figures 0–9 in Thai, for page numbers that a program can only count in Arabic (made of TH SarabunPSK by
``tools/thai_figures.py``)."""
_ASCENT, _DESCENT = 0.850, 0.447
"""Height of a line of TH SarabunPSK above and below its base, in ems; the line is 20.75 pt high at 16 pt."""
_LINE, _TYPOGRAPHIC_LINE, _WINDOWS_LINE = 4, 68, 74
"""Places of the heights of a line: in the table ``hhea``, and two in ``OS/2``."""

IMITATED_STYLES = Kind(
    "imitated-styles",
    f"เครื่องนี้ไม่มีแบบอักษร {FAMILY} ตัวหนาและตัวเอียง ในไฟล์ PDF จึงใช้ตัวหนาและตัวเอียงเลียนแบบ",
    f"ติดตั้งแบบอักษร {FAMILY} ครบทุกรูปแบบจากกรมทรัพย์สินทางปัญญา (Debian/Ubuntu: apt install fonts-thai-tlwg) "
    "ปิดและเปิดโปรแกรมใหม่ แล้วสร้าง PDF อีกครั้ง",
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
    figures = {THAI_FIGURES: {"Regular": _FIGURES.read_bytes()}}
    if there.is_whole:
        return Typefaces(figures)
    twins = {style: twin(path.read_bytes(), style) for style, path in there.twins.items()}
    faces = {**twins, "Regular": SHIPPED.read_bytes()}
    problems = () if "Bold" in faces else (IMITATED_STYLES.at(Place()),)
    return Typefaces({FAMILY: faces, **figures}, problems)


def twin(laksaman: bytes, style: str) -> bytes:
    """TH SarabunPSK from Laksaman: the same outlines in a larger em, the line height and the name of TH SarabunPSK."""
    tables = read_tables(laksaman)
    ascent, descent = round(_ASCENT * LAKSAMAN_UNITS), round(_DESCENT * LAKSAMAN_UNITS)
    windows = changed(tables["OS/2"], ">2H", _WINDOWS_LINE, ascent, descent)
    tables["OS/2"] = changed(windows, ">3h", _TYPOGRAPHIC_LINE, ascent, -descent, 0)
    tables["hhea"] = changed(tables["hhea"], ">3h", _LINE, ascent, -descent, 0)
    return font_file(named(with_units(tables, LAKSAMAN_UNITS), FAMILY, style))
