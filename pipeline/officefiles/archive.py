"""The zip that a Word or Excel file is, written from members that are deflated once and copied as they are.

Equal members give equal bytes: dates are fixed. ISA-L deflates several times faster than zlib; where it is not
installed zlib does the same work.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

try:
    from isal import isal_zlib
except ImportError:  # no wheel for this machine
    isal_zlib = None  # type: ignore[assignment]

TYPES = "[Content_Types].xml"
DECLARATION = b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION = 20
_FIRST_DOS_DAY = (1 << 5) | 1  # 1 January 1980, the earliest day that a zip can name
_UTF8_NAME = 0x800
_STORED, _DEFLATED = 0, 8
_NAME_AND_EXTRA = struct.Struct("<2H")
_BROKEN = (zlib.error, isal_zlib.error) if isal_zlib else (zlib.error,)
_PICTURES = (".png", ".jpg", ".jpeg", ".gif")
"""The kinds that are packed already."""
XML_NAMES = (".xml", ".rels", ".vml")
MAX_RATIO = 100
"""How much smaller than itself a file may be in a zip: one that grows more when it is opened is refused."""


def deflate(data: bytes) -> bytes:
    """``data`` as a raw deflate stream, at the speed that suits a file written once: both make about the same size."""
    return isal_zlib.compress(data, 2, -15) if isal_zlib else zlib.compress(data, 3, -15)


def _crc32(data: bytes) -> int:
    return isal_zlib.crc32(data) if isal_zlib else zlib.crc32(data)


class Member(NamedTuple):
    """A file of a zip, ready to be copied: its header, its data, and its line in the directory but for the offset."""

    header: bytes
    body: bytes
    entry: bytes
    name: bytes

    @classmethod
    def of(cls, name: str, data: bytes) -> Member:
        """The member ``name`` with its data deflated, those of a picture as they are, and what would grow too much when
        it is opened, as a picture of one colour that is not packed (BMP)."""
        packed = not name.endswith(_PICTURES)
        body = deflate(data) if packed else data
        if packed and len(body) * MAX_RATIO < len(data) and not name.endswith(XML_NAMES):
            body, packed = data, False
        encoded = name.encode("utf-8")
        common = (
            0 if name.isascii() else _UTF8_NAME,
            _DEFLATED if packed else _STORED,
            0,
            _FIRST_DOS_DAY,
            _crc32(data),
            len(body),
            len(data),
            len(encoded),
            0,
        )
        header = _LOCAL.pack(b"PK\3\4", _VERSION, *common) + encoded
        entry = _CENTRAL.pack(b"PK\1\2", _VERSION, _VERSION, *common, 0, 0, 0, 0, 0)
        return cls(header, body, entry[:-4], encoded)


@dataclass(frozen=True, slots=True)
class Archive:
    """The beginning of a zip that many files share."""

    body: bytes = b""
    directory: bytes = b""
    count: int = 0

    def followed_by(self, members: Iterable[Member]) -> Archive:
        """This beginning and then ``members``."""
        parts, entries, count = self._with(members)
        return Archive(b"".join(parts), b"".join(entries), count)

    def closed(self, members: Iterable[Member]) -> bytes:
        """The whole zip: this beginning and then ``members``, each byte copied once."""
        parts, entries, count = self._with(members)
        size, start = sum(map(len, entries)), sum(map(len, parts))
        end = _END.pack(b"PK\5\6", 0, 0, count, count, size, start, 0)
        return b"".join((*parts, *entries, end))

    def _with(self, members: Iterable[Member]) -> tuple[list[bytes], list[bytes], int]:
        parts, entries, offset, count = [self.body], [self.directory], len(self.body), self.count
        for member in members:
            parts += (member.header, member.body)
            entries += (member.entry, offset.to_bytes(4, "little"), member.name)
            offset += len(member.header) + len(member.body)
            count += 1
        return parts, entries, count


def read(data: bytes) -> dict[str, bytes]:
    """The files of a zip by name, in its order, folders left out. Raises ``zipfile.BadZipFile``.

    What comes from outside is read by ``limits.unpack``.
    """
    return {item.filename: content(data, item) for item in listed(data) if not item.is_dir()}


def listed(data: bytes) -> list[zipfile.ZipInfo]:
    """What a zip says that it holds. Raises ``zipfile.BadZipFile``."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return file.infolist()


def content(data: bytes, item: zipfile.ZipInfo) -> bytes:
    """One file of a zip, which must be exactly as long as the directory says (some programs read on) and what it says:
    a file may come damaged. Raises ``zipfile.BadZipFile``. ``zipfile`` takes ten times as long."""
    try:
        name, extra = _NAME_AND_EXTRA.unpack_from(data, item.header_offset + _LOCAL.size - _NAME_AND_EXTRA.size)
        start = item.header_offset + _LOCAL.size + name + extra
        found, whole = _unpacked(memoryview(data)[start : start + item.compress_size], item)
    except (struct.error, *_BROKEN) as fault:
        raise zipfile.BadZipFile(f"File {item.filename!r} is cut short or damaged") from fault
    if not whole or len(found) != item.file_size:
        raise zipfile.BadZipFile(f"The directory is wrong about the size of {item.filename!r}")
    if _crc32(found) != item.CRC:
        raise zipfile.BadZipFile(f"Bad CRC-32 for file {item.filename!r}")
    return found


def _unpacked(body: memoryview, item: zipfile.ZipInfo) -> tuple[bytes, bool]:
    """What ``body`` holds, no more than a byte over what is expected, and whether it ends there."""
    if item.compress_type == _STORED:
        return bytes(body), True
    if item.compress_type != _DEFLATED:
        raise zipfile.BadZipFile(f"File {item.filename!r} is packed by a method that Office does not use")
    stream = isal_zlib.decompressobj(-15) if isal_zlib else zlib.decompressobj(-15)
    return stream.decompress(body, item.file_size + 1), stream.eof


def write(files: Mapping[str, bytes]) -> bytes:
    """The zip of ``files``, the content types first, as some programs expect it; pictures as they are."""
    first = {TYPES: files[TYPES]} if TYPES in files else {}
    ordered = (first | dict(files)).items()
    return Archive().closed(Member.of(name, data) for name, data in ordered)
