"""The zip that a Word or Excel file is, written from members that are deflated once and copied as they are.

Equal members give equal bytes: dates are fixed. ISA-L deflates several times faster than zlib; where it is not
installed zlib does the same work.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache

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
_ENCRYPTED = 1
_NAME_AND_EXTRA = struct.Struct("<2H")
_BROKEN = (zlib.error, isal_zlib.error) if isal_zlib else (zlib.error,)
_SHORT, _MODEST = 8192, 1 << 20
_PICTURES = (".png", ".jpg", ".jpeg", ".gif")
"""The kinds that are packed already."""


def deflate(data: bytes) -> bytes:
    """``data`` as a raw deflate stream, at the speed that suits a file written once: both make about the same size."""
    return isal_zlib.compress(data, 2, -15) if isal_zlib else zlib.compress(data, 3, -15)


_deflated_often = lru_cache(maxsize=128)(deflate)
"""The same for short files of whole packages: offices share all but their text."""


def _crc32(data: bytes) -> int:
    return isal_zlib.crc32(data) if isal_zlib else zlib.crc32(data)


@dataclass(frozen=True, slots=True)
class Member:
    """A file of a zip, ready to be copied: its header, its data, and its line in the directory but for the offset."""

    header: bytes = field(repr=False)
    body: bytes = field(repr=False)
    entry: bytes = field(repr=False)
    name: bytes

    @classmethod
    def of(cls, name: str, data: bytes, pack: Callable[[bytes], bytes] | None = deflate) -> Member:
        """The member ``name``, its data packed by ``pack``; as they are where that is ``None``."""
        body = pack(data) if pack else data
        encoded = name.encode("utf-8")
        common = (
            0 if name.isascii() else _UTF8_NAME,
            _DEFLATED if pack else _STORED,
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
        parts, entries, offset, count = [self.body], [self.directory], len(self.body), self.count
        for member in members:
            parts += (member.header, member.body)
            entries += (member.entry, offset.to_bytes(4, "little"), member.name)
            offset += len(member.header) + len(member.body)
            count += 1
        return Archive(b"".join(parts), b"".join(entries), count)

    def closed(self) -> bytes:
        """The whole zip."""
        size, start = len(self.directory), len(self.body)
        end = _END.pack(b"PK\5\6", 0, 0, self.count, self.count, size, start, 0)
        return b"".join((self.body, self.directory, end))


def read(data: bytes, names: re.Pattern[str] | None = None) -> dict[str, bytes]:
    """The files of a zip by name, in its order, folders left out; only those whose whole name ``names`` matches, where
    it is given. Raises ``zipfile.BadZipFile``."""
    return {
        item.filename: _content(data, item)
        for item in (_listed_often(data) if len(data) <= _MODEST else _listed(data))
        if not item.is_dir() and (names is None or names.fullmatch(item.filename))
    }


def _listed(data: bytes) -> tuple[zipfile.ZipInfo, ...]:
    """What a zip says that it holds."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return tuple(file.infolist())


_listed_often = lru_cache(maxsize=8)(_listed)
"""The same for a zip of modest size, which is kept for it: a document just made is proofread, has its pages planned,
and is bound."""


def _content(data: bytes, item: zipfile.ZipInfo) -> bytes:
    """One file of a zip, inflated at once where it can be: ``zipfile`` takes ten times as long, and is asked for what
    is packed otherwise or is broken."""
    if item.compress_type in (_STORED, _DEFLATED) and not item.flag_bits & _ENCRYPTED:
        with suppress(struct.error, *_BROKEN):
            name, extra = _NAME_AND_EXTRA.unpack_from(data, item.header_offset + _LOCAL.size - _NAME_AND_EXTRA.size)
            start = item.header_offset + _LOCAL.size + name + extra
            body = data[start : start + item.compress_size]
            content = body if item.compress_type == _STORED else _inflate(body)
            if len(content) == item.file_size and _crc32(content) == item.CRC:
                return content
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return file.read(item)


def _inflate(body: bytes) -> bytes:
    return _inflated_often(body) if len(body) <= _SHORT else _inflated(body)


def _inflated(body: bytes) -> bytes:
    return isal_zlib.decompress(body, -15) if isal_zlib else zlib.decompress(body, -15)


_inflated_often = lru_cache(maxsize=128)(_inflated)
"""The same for short files. Styles and settings come from the template, so that most documents bring the same."""


def write(files: Mapping[str, bytes]) -> bytes:
    """The zip of ``files``, the content types first, as some programs expect it; pictures as they are."""
    first = {TYPES: files[TYPES]} if TYPES in files else {}
    ordered = (first | dict(files)).items()
    return Archive().followed_by(Member.of(name, data, _packing(name, data)) for name, data in ordered).closed()


def _packing(name: str, data: bytes) -> Callable[[bytes], bytes] | None:
    if name.endswith(_PICTURES):
        return None
    return _deflated_often if len(data) <= 2 * _SHORT else deflate
