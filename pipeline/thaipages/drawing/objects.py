"""The syntax of a PDF file: its objects, numbered as they come, its streams, and the file that holds them.

Objects that are not streams stand packed in object streams. Equal objects give equal bytes on one machine: the name of
the file (``/ID``) follows from what is in it.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Sequence
from itertools import accumulate

from officefiles.archive import deflate

_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_IN_A_STREAM = 200
"""Objects in one object stream: a reader unpacks all of them to read one."""
_OFFSETS, _STREAM_NUMBER = 4, 3
"""Bytes of the fields of the cross-reference."""


def packed(data: bytes) -> bytes:
    """``data`` as ``FlateDecode`` reads it."""
    return b"\x78\x5e" + deflate(data) + zlib.adler32(data).to_bytes(4, "big")


def text_string(text: str) -> str:
    """A text in any script as a string of PDF."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def number(value: float) -> str:
    """A length to a thousandth of a point, as short as can be."""
    return f"{round(value, 3):g}"


def numbers(values: Iterable[float]) -> str:
    """Lengths with blanks between them."""
    return " ".join(map(number, values))


class Objects:
    """The objects of a file. An object is known by its number, which others name as ``f"{number} 0 R"``."""

    def __init__(self) -> None:
        self._next = 1
        self._plain: list[tuple[int, str]] = []
        self._streams: list[tuple[int, bytes]] = []

    def reserve(self) -> int:
        """A number for an object that comes later."""
        self._next += 1
        return self._next - 1

    def put(self, number: int, body: str) -> None:
        """The object of a reserved number."""
        self._plain.append((number, body))

    def add(self, body: str) -> int:
        """A new object: its number."""
        number = self.reserve()
        self._plain.append((number, body))
        return number

    def stream(self, entries: str, data: bytes) -> int:
        """A new stream whose data are packed: its number. ``entries`` stand in its dictionary."""
        return self.raw_stream(f"{entries}/Filter/FlateDecode", packed(data))

    def raw_stream(self, entries: str, data: bytes) -> int:
        """A new stream whose data stand as they are, as ``entries`` say how."""
        number = self.reserve()
        self._streams.append((number, b"<<%b/Length %d>>stream\n%b\nendstream" % (entries.encode(), len(data), data)))
        return number

    def file(self, catalog: int, info: int) -> bytes:
        """The file whose tree begins at ``catalog`` and whose title stands in ``info``."""
        places: dict[int, bytes] = {}
        for start in range(0, len(self._plain), _IN_A_STREAM):
            batch = self._plain[start : start + _IN_A_STREAM]
            holder = self._object_stream(batch)
            places.update((one, _packed_place(holder, index)) for index, (one, _) in enumerate(batch))
        table = self.reserve()
        bodies = [b"%d 0 obj\n%b\nendobj\n" % (one, body) for one, body in self._streams]
        offsets = list(accumulate(map(len, bodies), initial=len(_HEAD)))
        streams = (one for one, _ in self._streams)
        places.update((one, _own_place(offset)) for one, offset in zip(streams, offsets, strict=False))
        places[0], places[table] = b"\0" * (1 + _OFFSETS + _STREAM_NUMBER), _own_place(offsets[-1])
        content = _HEAD + b"".join(bodies)
        return content + _cross_reference(content, [places[one] for one in range(self._next)], catalog, info)

    def _object_stream(self, batch: Sequence[tuple[int, str]]) -> int:
        starts = accumulate((len(body) + 1 for _, body in batch), initial=0)
        index = " ".join(f"{one} {start}" for (one, _), start in zip(batch, starts, strict=False)) + "\n"
        data = (index + "\n".join(body for _, body in batch)).encode("ascii")
        return self.stream(f"/Type/ObjStm/N {len(batch)}/First {len(index)}", data)


def _own_place(offset: int) -> bytes:
    return b"\1" + offset.to_bytes(_OFFSETS, "big") + bytes(_STREAM_NUMBER)


def _packed_place(holder: int, index: int) -> bytes:
    return b"\2" + holder.to_bytes(_OFFSETS, "big") + index.to_bytes(_STREAM_NUMBER, "big")


def _cross_reference(content: bytes, places: Sequence[bytes], catalog: int, info: int) -> bytes:
    """Where each object stands, as the end of the file."""
    table, own = packed(b"".join(places)), len(places) - 1
    mark = hashlib.sha256(content).hexdigest()[:32]
    entries = (
        f"/Type/XRef/Size {len(places)}/W[1 {_OFFSETS} {_STREAM_NUMBER}]/Root {catalog} 0 R/Info {info} 0 R"
        f"/ID[<{mark}><{mark}>]/Filter/FlateDecode/Length {len(table)}"
    )
    head = f"{own} 0 obj\n<<{entries}>>stream\n".encode()
    return head + table + f"\nendstream\nendobj\nstartxref\n{len(content)}\n%%EOF\n".encode()
