"""Font files as their tables (OpenType 1.9, "Organization of an OpenType Font"): taken apart, changed, put together."""

from __future__ import annotations

import struct
from collections.abc import Mapping

_CHECKSUM, _UNITS = 8, 18
"""Places in the table ``head``."""
_SUM_OF_ALL = 0xB1B0AFBA
_WINDOWS = (3, 1, 0x409)
"""Platform, encoding and language of a name."""

Tables = Mapping[str, bytes]


def read_tables(font: bytes) -> dict[str, bytes]:
    """The tables of a font file by their names."""
    count = struct.unpack_from(">H", font, 4)[0]
    entries = (struct.unpack_from(">4s3L", font, 12 + 16 * at) for at in range(count))
    return {tag.decode("latin-1"): font[start : start + length] for tag, _, start, length in entries}


def font_file(tables: Tables) -> bytes:
    """A font file of these tables."""
    tables = dict(tables) | {"head": changed(tables["head"], ">L", _CHECKSUM, 0)}
    power = 1 << len(tables).bit_length() - 1
    head = struct.pack(">L4H", 0x10000, len(tables), power * 16, power.bit_length() - 1, (len(tables) - power) * 16)
    start = len(head) + 16 * len(tables)
    entries, body = b"", b""
    for tag, data in sorted(tables.items()):
        entries += struct.pack(">4s3L", tag.encode(), _sum(data), start + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    font = head + entries + body
    rest = (_SUM_OF_ALL - _sum(font)) & 0xFFFFFFFF
    return changed(font, ">L", font.index(tables["head"], start) + _CHECKSUM, rest)


def with_units(tables: Tables, em: int) -> Tables:
    """The tables of a font whose em has other units."""
    return dict(tables) | {"head": changed(tables["head"], ">H", _UNITS, em)}


def named(tables: Tables, family: str, style: str) -> Tables:
    """The tables of a font that has these names and no others."""
    plain = family.replace(" ", "")
    names = {1: family, 2: style, 3: f"{plain}-{style}", 4: f"{family} {style}", 6: f"{plain}-{style.replace(' ', '')}"}
    records, texts = b"", b""
    for number, text in names.items():
        coded = text.encode("utf-16-be")
        records += struct.pack(">6H", *_WINDOWS, number, len(coded), len(texts))
        texts += coded
    head = struct.pack(">3H", 0, len(names), 6 + len(records))
    return dict(tables) | {"name": head + records + texts}


def changed(table: bytes, form: str, place: int, *values: int) -> bytes:
    """The table with these values, packed as ``form`` says, at a place in it."""
    out = bytearray(table)
    struct.pack_into(form, out, place, *values)
    return bytes(out)


def _sum(data: bytes) -> int:
    padded = data + bytes(-len(data) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}L", padded)
    return sum(words) & 0xFFFFFFFF
