"""Fonts taken apart and put together: what fontTools reads in them is what was meant."""

from __future__ import annotations

import io
import struct

import pytest
from fontTools.ttLib import TTFont

from thaipages.drawing.compounds import Compound, add_compounds, box_of, glyph_count
from thaipages.installed import SHIPPED
from thaipages.sfnt import Tables, font_file, named, read_tables, with_units

MARK, LETTER, SPACE = "uni0E48", "uni0E01", "space"


def opened(tables: Tables) -> TTFont:
    """Every checksum in the file is compared with what it is a sum of."""
    return TTFont(io.BytesIO(font_file(tables)), checkChecksums=2)


@pytest.fixture(scope="module")
def shipped() -> Tables:
    return read_tables(SHIPPED.read_bytes())


@pytest.fixture(scope="module")
def font() -> TTFont:
    return TTFont(SHIPPED)


def test_a_font_is_put_together_as_it_was(shipped: Tables, font: TTFont) -> None:
    again = opened(shipped)
    assert set(shipped) == {*again.keys()} - {"GlyphOrder"} == {*font.keys()} - {"GlyphOrder"}
    data = font_file(shipped)
    assert sum(struct.unpack(f">{len(data) // 4}L", data)) & 0xFFFFFFFF == 0xB1B0AFBA
    count, *search = struct.unpack_from(">4H", data, 4)
    power = max(one for one in range(12) if 1 << one <= count)
    assert (count, search) == (len(shipped), [16 << power, power, 16 * count - (16 << power)])
    assert glyph_count(shipped) == font["maxp"].numGlyphs


def test_names_and_units_are_those_given(shipped: Tables) -> None:
    made = opened(with_units(named(shipped, "ชื่อ ใหม่", "Bold Italic"), 1503))
    texts = {record.nameID: record.toUnicode() for record in made["name"].names}
    assert texts == {
        1: "ชื่อ ใหม่",
        2: "Bold Italic",
        3: "ชื่อใหม่-Bold Italic",
        4: "ชื่อ ใหม่ Bold Italic",
        6: "ชื่อใหม่-BoldItalic",
    }
    assert {(one.platformID, one.platEncID, one.langID) for one in made["name"].names} == {(3, 1, 0x409)}
    assert made["head"].unitsPerEm == 1503


def test_the_box_of_a_font_is_in_thousandths(shipped: Tables, font: TTFont) -> None:
    head = font["head"]
    box = [head.xMin, head.yMin, head.xMax, head.yMax]
    assert box_of(shipped) == [round(one * 1000 / head.unitsPerEm) for one in box]
    assert box_of(with_units(shipped, 1000)) == box


def glyphs_of(font: TTFont, *moves: tuple[str, int, int]) -> tuple[tuple[int, int, int], ...]:
    return tuple((font.getGlyphID(name), right, up) for name, right, up in moves)


def test_compounds_are_glyphs_of_their_own_behind_all_others(shipped: Tables, font: TTFont) -> None:
    """Twice: the places of glyphs are kept in the short form before and in the long one after."""
    moves = [(LETTER, 0, 0), (MARK, 30, -20)]
    first = add_compounds(shipped, [Compound(glyphs_of(font, *moves), 777)])
    second = add_compounds(first, [Compound(glyphs_of(font, (LETTER, 5, 6), (SPACE, 0, 0), (MARK, 9, 9)), 555)])
    made = opened(second)
    before = glyph_count(shipped)
    assert (made["maxp"].numGlyphs, made["head"].indexToLocFormat) == (before + 2, 1)
    one, two = (made.getGlyphName(before + at) for at in range(2))
    parts = [[(part.glyphName, part.x, part.y) for part in made["glyf"][name].components] for name in (one, two)]
    assert parts == [moves, [(LETTER, 5, 6), (SPACE, 0, 0), (MARK, 9, 9)]]
    letter, mark = (font["glyf"][name] for name in (LETTER, MARK))
    box = (min(letter.xMin, mark.xMin + 30), min(letter.yMin, mark.yMin - 20),
           max(letter.xMax, mark.xMax + 30), max(letter.yMax, mark.yMax - 20))  # fmt: skip
    drawn = made["glyf"][one]
    assert (drawn.xMin, drawn.yMin, drawn.xMax, drawn.yMax) == box
    assert [made["hmtx"][name][0] for name in (one, two)] == [777, 555]
    assert made["hmtx"][one] == (777, box[0])
    assert {name: made["hmtx"][name] for name in font.getGlyphOrder()} == {
        name: font["hmtx"][name] for name in font.getGlyphOrder()
    }
    limits = made["maxp"]
    assert limits.maxComponentElements >= 3
    assert limits.maxComponentDepth >= 1
    assert limits.maxCompositePoints >= len(letter.coordinates) + len(mark.coordinates)
    assert limits.maxCompositeContours >= letter.numberOfContours + mark.numberOfContours
    assert add_compounds(shipped, []) is shipped
