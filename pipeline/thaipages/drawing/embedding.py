"""Faces put into a PDF: only the glyphs that its pages show, their widths, and the text that each code stands for."""

from __future__ import annotations

import hashlib
import re
import struct
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from officefiles.lazy import lazy_import
from thaipages.drawing.compounds import Compound, add_compounds, box_of, glyph_count
from thaipages.drawing.objects import Objects, number, numbers
from thaipages.drawing.shaping import SIGNS, FontFace
from thaipages.sfnt import font_file, read_tables

if TYPE_CHECKING:
    import uharfbuzz as hb
else:
    hb = lazy_import("uharfbuzz")

_NEEDLESS = ("GDEF", "GPOS", "GSUB", "OS/2", "cmap", "gasp", "name", "post", "DSIG", "PCLT", "feat", "kern", "morx")
"""Tables that drawing glyphs by their numbers does without."""
_ASCENT, _DESCENT, _CAPITAL = 850, -447, 476
_ITALIC_ANGLE, _STEM = -12, (50, 80)
_ORDER_MARK, _JOINER = "\ufeff", "\u2060"
_MAP_HEAD = """/CIDInit/ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
/CMapName/Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><FFFF>
endcodespacerange
"""
_MAP_END = "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n"


class FontInUse:
    """A face in a document, the ``label`` by which its pages call it, and what they show in it."""

    def __init__(self, face: FontFace, label: str) -> None:
        self.face, self.label = face, label
        self._codes: set[int] = set()
        self._signs: dict[str, int] = {}

    def line(self, text: str, edges: Sequence[float], unit: float) -> str:
        """The operators that show a text whose characters begin at ``edges``. ``unit`` is the width of a thousandth of
        the type size."""
        operators, codes = self.face.operators(text, tuple(edges), unit)
        self._codes |= codes
        return operators if operators.isascii() else SIGNS.sub(self._code, operators)

    def embed(self, objects: Objects) -> int:
        """The font that shows all this: the number of its object."""
        face = self.face
        codes = sorted(self._codes)
        compounds = {code: face.compound(sign) for sign, code in self._signs.items()}
        font, glyphs = _subset(face, codes, [compound for compound, _ in compounds.values()])
        widths = {code: face.width(face.glyphs[code]) for code in codes}
        widths |= {code: compound.advance * face.unit for code, (compound, _) in compounds.items()}
        texts = {code: face.texts[code] for code in codes} | {code: text for code, (_, text) in compounds.items()}
        tag = "".join(chr(65 + byte % 26) for byte in hashlib.sha256(font).digest()[:6])
        name = f"/{tag}+{face.name}"
        shown = objects.stream("", _glyph_map(dict(zip(widths, glyphs, strict=True))))
        descendant = objects.add(
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
            f"/Supplement 0>>/FontDescriptor {_descriptor(objects, face, name, font, widths)} 0 R"
            f"/DW 0/W[{_widths(widths)}]/CIDToGIDMap {shown} 0 R>>"
        )
        return objects.add(
            f"<</Type/Font/Subtype/Type0/BaseFont{name}/Encoding/Identity-H/DescendantFonts[{descendant} 0 R]"
            f"/ToUnicode {objects.stream('', _text_map(texts))} 0 R>>"
        )

    def _code(self, sign: re.Match[str]) -> str:
        """The code of a compound: the next that is free, when it is first met."""
        return f"{self._signs.setdefault(sign[0], self.face.free_code + len(self._signs)):04X}"


def _subset(face: FontFace, codes: Sequence[int], compounds: Sequence[Compound]) -> tuple[bytes, list[int]]:
    """A font of only the glyphs of these codes, and of the compounds; the number in it of each of them."""
    own = [face.glyphs[code] for code in codes]
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update(
        {*own, *(glyph for one in compounds for glyph, _, _ in one.glyphs)}
    )
    wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(int.from_bytes(tag.encode(), "big") for tag in _NEEDLESS)
    wanted.flags = hb.SubsetFlags.NO_HINTING
    plan = hb.SubsetPlan(face.source, wanted)
    font, new = bytes(plan.execute().blob.data), plan.old_to_new_glyph_mapping
    glyphs = [new[glyph] for glyph in own]
    if not compounds:
        return font, glyphs
    placed = [
        one._replace(glyphs=tuple((new[glyph], right, up) for glyph, right, up in one.glyphs)) for one in compounds
    ]
    tables = read_tables(font)
    first = glyph_count(tables)
    return font_file(add_compounds(tables, placed)), [*glyphs, *range(first, first + len(placed))]


def _descriptor(objects: Objects, face: FontFace, name: str, font: bytes, codes: Iterable[int]) -> int:
    file, there = objects.stream(f"/Length1 {len(font)}", font), objects.stream("", _code_set(codes))
    italic, bold = "Italic" in face.name, "Bold" in face.name
    return objects.add(
        f"<</Type/FontDescriptor/FontName{name}/Flags {4 | italic << 6}/FontBBox[{numbers(box_of(read_tables(font)))}]"
        f"/ItalicAngle {_ITALIC_ANGLE * italic}/Ascent {_ASCENT}/Descent {_DESCENT}/CapHeight {_CAPITAL}"
        f"/StemV {_STEM[bold]}/FontFile2 {file} 0 R/CIDSet {there} 0 R>>"
    )


def _code_set(codes: Iterable[int]) -> bytes:
    """Which codes have a glyph, a bit each; the first is that of no glyph."""
    with_none = {0, *codes}
    bits = bytearray((max(with_none) + 1) // 8 + 1)
    for code in with_none:
        bits[code // 8] |= 128 >> code % 8
    return bytes(bits)


def _widths(widths: Mapping[int, float]) -> str:
    """Widths by code: those of codes that follow each other stand together."""
    out: list[str] = []
    last = -1
    for code, width in widths.items():
        out.append(f"{'' if code == last + 1 else f']{code}['}{number(width)}")
        last = code
    return f"{' '.join(out)}]".removeprefix("]")


def _glyph_map(glyphs: Mapping[int, int]) -> bytes:
    """The glyph of each code up to the last, two bytes each."""
    table = [0] * (max(glyphs) + 1)
    for code, glyph in glyphs.items():
        table[code] = glyph
    return struct.pack(f">{len(table)}H", *table)


def _text_map(texts: Mapping[int, str]) -> bytes:
    """The text of each code. Where a text is a mark of byte order, which no code may mean, its other name stands."""
    lines = [
        f"<{code:04X}><{text.replace(_ORDER_MARK, _JOINER).encode('utf-16-be').hex().upper()}>"
        for code, text in texts.items()
    ]
    blocks = [lines[at : at + 100] for at in range(0, len(lines), 100)]
    inner = "".join(f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar\n" for block in blocks)
    return f"{_MAP_HEAD}{inner}{_MAP_END}".encode()
