"""Faces put into a PDF: only the glyphs that its pages show, their widths, and the text that each code stands for."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from officefiles.lazy import lazy_import
from thaipages.drawing.objects import Objects, number, numbers
from thaipages.drawing.shaping import FontFace, head_of

if TYPE_CHECKING:
    import uharfbuzz as hb
else:
    hb = lazy_import("uharfbuzz")

_NEEDLESS = ("GDEF", "GPOS", "GSUB", "OS/2", "cmap", "gasp", "name", "post", "DSIG", "PCLT", "feat", "kern", "morx")
"""Tables that drawing glyphs by their numbers does without."""
_ASCENT, _DESCENT, _CAPITAL = 850, -447, 476
_ITALIC_ANGLE, _STEM = -12, (50, 80)
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


def embed(objects: Objects, face: FontFace, clusters: Iterable[str]) -> int:
    """The font that shows ``clusters`` of text in ``face``: the number of its object."""
    codes = sorted({letter.code for cluster in clusters for part in face.parts(cluster) for letter in part.letters})
    glyphs = {code: face.glyphs[code] for code in codes}
    font, renumbered = _subset(face, set(glyphs.values()))
    tag = "".join(chr(65 + byte % 26) for byte in hashlib.sha256(font).digest()[:6])
    name = f"/{tag}+{face.name}"
    descendant = objects.add(
        f"<</Type/Font/Subtype/CIDFontType2/BaseFont{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
        f"/Supplement 0>>/FontDescriptor {_descriptor(objects, face, name, font)} 0 R/DW 0/W[{_widths(face, glyphs)}]"
        f"/CIDToGIDMap {objects.stream('', _glyph_map(glyphs, renumbered))} 0 R>>"
    )
    texts = objects.stream("", _text_map([(code, face.texts[code]) for code in codes]))
    return objects.add(
        f"<</Type/Font/Subtype/Type0/BaseFont{name}/Encoding/Identity-H/DescendantFonts[{descendant} 0 R]"
        f"/ToUnicode {texts} 0 R>>"
    )


def _subset(face: FontFace, glyphs: set[int]) -> tuple[bytes, Mapping[int, int]]:
    """A font of only these glyphs, and their new numbers."""
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update(glyphs)
    wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(int.from_bytes(tag.encode(), "big") for tag in _NEEDLESS)
    wanted.flags = hb.SubsetFlags.NO_HINTING
    plan = hb.SubsetPlan(face.source, wanted)
    return bytes(plan.execute().blob.data), plan.old_to_new_glyph_mapping


def _descriptor(objects: Objects, face: FontFace, name: str, font: bytes) -> int:
    file = objects.stream(f"/Length1 {len(font)}", font)
    italic, bold = "Italic" in face.name, "Bold" in face.name
    return objects.add(
        f"<</Type/FontDescriptor/FontName{name}/Flags {4 | italic << 6}/FontBBox[{numbers(_box(font))}]"
        f"/ItalicAngle {_ITALIC_ANGLE * italic}/Ascent {_ASCENT}/Descent {_DESCENT}/CapHeight {_CAPITAL}"
        f"/StemV {_STEM[bold]}/FontFile2 {file} 0 R>>"
    )


def _box(font: bytes) -> Sequence[float]:
    """The box that holds every glyph, in thousandths of the type size: it stands in the table ``head``."""
    head = head_of(font)
    em = struct.unpack_from(">H", font, head + 18)[0]
    return [round(value * 1000 / em) for value in struct.unpack_from(">4h", font, head + 36)]


def _widths(face: FontFace, glyphs: Mapping[int, int]) -> str:
    widths: list[str] = []
    last = -1
    for code, glyph in glyphs.items():
        widths.append(f"{'' if code == last + 1 else f']{code}['}{number(face.width(glyph))}")
        last = code
    return f"{' '.join(widths)}]".removeprefix("]")


def _glyph_map(glyphs: Mapping[int, int], renumbered: Mapping[int, int]) -> bytes:
    """The glyph of each code up to the last, two bytes each."""
    table = [0] * (max(glyphs, default=0) + 1)
    for code, glyph in glyphs.items():
        table[code] = renumbered[glyph]
    return struct.pack(f">{len(table)}H", *table)


def _text_map(texts: Sequence[tuple[int, str]]) -> bytes:
    lines = [f"<{code:04X}><{text.encode('utf-16-be').hex().upper()}>" for code, text in texts]
    blocks = [lines[at : at + 100] for at in range(0, len(lines), 100)]
    inner = "".join(f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar\n" for block in blocks)
    return f"{_MAP_HEAD}{inner}{_MAP_END}".encode()
