"""The looks of cells: what a format shows, and looks that differ from one of the template's in a format or a ground."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from officefiles import xml
from officefiles.carrier import Carrier
from officefiles.namespaces import S

_DATES = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59), *range(71, 82)}
_NOT_SHOWN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
NO_STYLES = f'<styleSheet xmlns="{S[1:-1]}"/>'.encode()
"""The styles of a workbook that states none."""
_FIRST_OWN = 164
"""Below it Excel's own formats have their numbers."""


@dataclass(frozen=True, slots=True)
class CellStyle:
    """What a look of cells says to whoever fills them. ``kind`` is ``number``, ``date`` or ``text`` by its format, and
    empty where the format is General; ``size`` and ``face`` are those of its letters; ``percent`` where it shows
    percentages."""

    kind: str = ""
    wraps: bool = False
    size: float = 11.0
    face: str = ""
    percent: bool = False


class StyleSheet(Carrier):
    """The styles of a template."""

    def __init__(self, data: bytes) -> None:
        self.root = xml.parse(data)
        self.data = data

    @cached_property
    def looks(self) -> tuple[CellStyle, ...]:
        """The looks of cells by their numbers."""
        codes = {one.get("numFmtId", ""): one.get("formatCode", "") for one in self.root.iter(f"{S}numFmt")}
        fonts = list(self.root.iterfind(f"{S}fonts/{S}font"))
        return tuple(_look(one, codes, fonts) for one in self.root.iterfind(f"{S}cellXfs/{S}xf"))

    def look(self, number: int) -> CellStyle:
        """The look of this number."""
        return self.looks[number] if number < len(self.looks) else CellStyle()


@dataclass(slots=True)
class CellStyles:
    """The looks that one workbook needs beside those of its template."""

    sheet: StyleSheet
    _added: dict[tuple[int, str, str], int] = field(default_factory=dict)

    def like(self, number: int, code: str, ground: str) -> int:
        """The number of the look that is like ``number``, with the format ``code`` and the colour ``ground``, where
        given."""
        if not (code or ground):
            return number
        return self._added.setdefault((number, code, ground), len(self.sheet.looks) + len(self._added))

    def data(self) -> bytes:
        """The styles of the workbook."""
        if not self._added:
            return self.sheet.data
        root = deepcopy(self.sheet.root)
        xfs = root.find(f"{S}cellXfs")
        assert xfs is not None
        formats = self._formats(root)
        grounds = self._grounds(root)
        for number, code, ground in self._added:
            look = deepcopy(xfs[number]) if number < len(self.sheet.looks) else etree.Element(f"{S}xf")
            if code:
                look.set("numFmtId", str(formats[code]))
                look.set("applyNumberFormat", "1")
            if ground:
                look.set("fillId", str(grounds[ground]))
                look.set("applyFill", "1")
            xfs.append(look)
        xfs.set("count", str(len(xfs)))
        return xml.serialize(root)

    def _formats(self, root: etree._Element) -> dict[str, int]:
        wanted = dict.fromkeys(code for _, code, _ in self._added if code)
        if not wanted:
            return {}
        there = root.find(f"{S}numFmts")
        if there is None:
            there = etree.Element(f"{S}numFmts")
            root.insert(0, there)
        first = max([_FIRST_OWN - 1, *(int(one.get("numFmtId", "0")) for one in there)]) + 1
        numbers = {code: first + n for n, code in enumerate(wanted)}
        for code, number in numbers.items():
            etree.SubElement(there, f"{S}numFmt", numFmtId=str(number), formatCode=code)
        there.set("count", str(len(there)))
        return numbers

    def _grounds(self, root: etree._Element) -> dict[str, int]:
        wanted = dict.fromkeys(ground for *_, ground in self._added if ground)
        fills = root.find(f"{S}fills")
        if not wanted or fills is None:
            return {}
        numbers = {ground: len(fills) + n for n, ground in enumerate(wanted)}
        for ground in wanted:
            pattern = etree.SubElement(etree.SubElement(fills, f"{S}fill"), f"{S}patternFill", patternType="solid")
            etree.SubElement(pattern, f"{S}fgColor", rgb=f"FF{ground}")
            etree.SubElement(pattern, f"{S}bgColor", indexed="64")
        fills.set("count", str(len(fills)))
        return numbers


def _look(xf: etree._Element, codes: dict[str, str], fonts: list[etree._Element]) -> CellStyle:
    alignment = xf.find(f"{S}alignment")
    wraps = alignment is not None and (
        alignment.get("wrapText") in ("1", "true") or alignment.get("horizontal") in ("justify", "distributed")
    )
    number = int(xf.get("fontId", "0"))
    size, face = (fonts[number].find(f"{S}{one}") if number < len(fonts) else None for one in ("sz", "name"))
    return CellStyle(
        _kind(int(xf.get("numFmtId", "0")), codes),
        wraps,
        float(size.get("val", "11")) if size is not None else 11.0,
        face.get("val", "") if face is not None else "",
        _is_percent(int(xf.get("numFmtId", "0")), codes),
    )


def _is_percent(number: int, codes: dict[str, str]) -> bool:
    code = codes.get(str(number))
    return number in (9, 10) if code is None else "%" in _NOT_SHOWN.sub("", code.split(";")[0])


def _kind(number: int, codes: dict[str, str]) -> str:
    code = codes.get(str(number))
    if code is None:
        return "" if number == 0 else "text" if number == 49 else "date" if number in _DATES else "number"
    words = _NOT_SHOWN.sub("", code.split(";")[0]).lower()
    if "general" in words or not words:
        return ""
    if re.search("[ymdhse]", words) and not re.search("[0#?]", words):
        return "date"
    return "number" if re.search("[0#?]", words) else "text" if "@" in words else ""


def format_of(text: str) -> str:
    """The format by which a number is shown as it is written in ``text``: as many decimals, its sign, commas, and
    Thai digits where it has some."""
    plain = text.strip()
    percent = "%" if plain.endswith("%") else ""
    plain = plain.removesuffix("%").rstrip()
    decimals = len(plain.rpartition(".")[2]) if "." in plain else 0
    code = ("#,##0" if "," in plain else "0") + ("." + "0" * decimals if decimals else "") + percent
    digits = "[$-D00041E]" if re.search("[๐-๙]", plain) else ""
    if plain.startswith("+"):
        return f"{digits}+{code};{digits}-{code};{digits}{code}"
    return f"{digits}{code}" if digits or decimals or percent or "," in plain else ""


def date_format_of(text: str) -> str:
    """The format by which a date is shown in words in the Buddhist era, with the digits of ``text``."""
    digits = "[$-D07041E]" if re.search("[๐-๙]", text) else "[$-107041E]"
    era = '"พ.ศ. "' if "พ.ศ." in text else ""
    return f"{digits}d mmmm {era}yyyy;@"
