"""Glyphs made of others, added to a font: a mark moved to its place, or several glyphs that show one letter.

A reader of a PDF that meets a mark beside the pen, or a letter in two pieces, breaks words and loses letters; of one
glyph that stands where the pen is it knows all it needs.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import NamedTuple

from thaipages.sfnt import Tables, changed

_WORDS_ARE_OFFSETS, _MORE = 0x3, 0x20
_UNITS, _BOX, _LONG_PLACES = 18, 36, 50
"""Places in the table ``head``."""
_WIDTHS = 34
"""The place in ``hhea`` of the number of widths."""
_GLYPHS, _POINTS, _CONTOURS, _OF_COMPOUND, _COMPONENTS = 4, 6, 8, 4, 28
"""Places in ``maxp``; the greatest numbers of points and contours in a compound stand ``_OF_COMPOUND`` after those in
other glyphs, the depth of compounds after the number of their components."""


class Compound(NamedTuple):
    """Glyphs, each with how far to the right and up it stands, and the width of all, in units of the font."""

    glyphs: tuple[tuple[int, int, int], ...]
    advance: int


def glyph_count(tables: Tables) -> int:
    """How many glyphs a font has."""
    return int(struct.unpack_from(">H", tables["maxp"], _GLYPHS)[0])


def box_of(tables: Tables) -> list[int]:
    """The box that holds every glyph, in thousandths of the em: left, bottom, right and top."""
    head = tables["head"]
    em = struct.unpack_from(">H", head, _UNITS)[0]
    return [round(value * 1000 / em) for value in struct.unpack_from(">4h", head, _BOX)]


def add_compounds(tables: Tables, compounds: Sequence[Compound]) -> Tables:
    """The tables of a font in which each compound is one more glyph, after all others."""
    if not compounds:
        return tables
    places, widths, outlines = _places(tables), _widths(tables), bytearray(tables["glyf"])
    outlines += bytes(-len(outlines) % 4)
    places[-1] = len(outlines)
    for glyphs, advance in compounds:
        boxes = [_moved(outlines, places, *glyph) for glyph in glyphs]
        box = [min(one[0] for one in boxes), min(one[1] for one in boxes)]
        box += [max(one[2] for one in boxes), max(one[3] for one in boxes)]
        outlines += struct.pack(">5h", -1, *box)
        for left, (glyph, right, up) in zip(range(len(glyphs) - 1, -1, -1), glyphs, strict=True):
            outlines += struct.pack(">2H2h", _WORDS_ARE_OFFSETS | (_MORE if left else 0), glyph, right, up)
        outlines += bytes(-len(outlines) % 4)
        places.append(len(outlines))
        widths.append((advance, box[0]))
    return dict(tables) | {
        "glyf": bytes(outlines),
        "loca": struct.pack(f">{len(places)}L", *places),
        "hmtx": b"".join(struct.pack(">Hh", *width) for width in widths),
        "hhea": changed(tables["hhea"], ">H", _WIDTHS, len(widths)),
        "head": changed(tables["head"], ">H", _LONG_PLACES, 1),
        "maxp": _limits(tables["maxp"], len(widths), max(len(one.glyphs) for one in compounds)),
    }


def _places(tables: Tables) -> list[int]:
    """Where the outlines of each glyph begin, and where the last ones end."""
    places = tables["loca"]
    if struct.unpack_from(">H", tables["head"], _LONG_PLACES)[0]:
        return list(struct.unpack(f">{len(places) // 4}L", places))
    return [2 * place for place in struct.unpack(f">{len(places) // 2}H", places)]


def _widths(tables: Tables) -> list[tuple[int, int]]:
    """The advance and the left side of each glyph: the last ones share an advance."""
    count, data = struct.unpack_from(">H", tables["hhea"], _WIDTHS)[0], tables["hmtx"]
    widths = list(struct.iter_unpack(">Hh", data[: 4 * count]))
    return widths + [(widths[-1][0], side) for (side,) in struct.iter_unpack(">h", data[4 * count :])]


def _moved(outlines: bytes | bytearray, places: Sequence[int], glyph: int, right: int, up: int) -> list[int]:
    """The box of a glyph that is moved."""
    if places[glyph] == places[glyph + 1]:
        return [right, up, right, up]
    left, bottom, end, top = struct.unpack_from(">4h", outlines, places[glyph] + 2)
    return [left + right, bottom + up, end + right, top + up]


def _limits(limits: bytes, glyphs: int, components: int) -> bytes:
    """The table ``maxp`` of a font with compounds."""
    for place in (_POINTS, _CONTOURS):
        plain, compound = (struct.unpack_from(">H", limits, at)[0] for at in (place, place + _OF_COMPOUND))
        limits = changed(limits, ">H", place + _OF_COMPOUND, components * max(plain, compound))
    most, depth = struct.unpack_from(">2H", limits, _COMPONENTS)
    return changed(changed(limits, ">H", _GLYPHS, glyphs), ">2H", _COMPONENTS, max(most, components), depth + 1)
