"""Guards at the door for files from outside: workbooks and templates; those for pictures are in ``pictures``.

A small file can grow to gigabytes, name files elsewhere on the machine, or nest deep enough to stop a program. Every
guard looks before anything is unpacked or parsed, in bounded memory, and answers with a Thai sentence for staff;
an empty answer means that the file may be read.
"""

from __future__ import annotations

import io
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PureWindowsPath

MB = 1 << 20
MAX_FILE = 50 * MB
MAX_MEMBERS = 2_000
MAX_UNPACKED = 64 * MB
MAX_WORKBOOK_PART = 16 * MB
MAX_TEMPLATE_PART = 4 * MB
MAX_RATIO = 100
MAX_DEPTH = 256

_RATIO_MATTERS_FROM = MB
COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How .xls, .doc and files with a password begin: Microsoft's format from before the zip."""
_XML_NAMES = (".xml", ".rels", ".vml")
_DECLARED = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']""")
_ENCODINGS = (b"utf-8", b"us-ascii", b"ascii")
_DEPTH_STEP = 1024

TOO_LARGE = "ไฟล์มีขนาด {found} MB เกินกำหนด {limit} MB ลดขนาดภาพในไฟล์หรือลบข้อมูลที่ไม่ใช้ แล้วบันทึกใหม่"
NO_FILE = "ชื่อนี้ไม่ใช่ไฟล์ปกติ จึงไม่อ่าน"
OLD = "ไฟล์นี้ตั้งรหัสผ่านไว้หรือเป็นรุ่นเก่า (.xls, .doc) เปิดแล้วบันทึกใหม่เป็น .xlsx หรือ .docx โดยไม่ใส่รหัสผ่าน"
BROKEN = "ไฟล์เสียหายหรือไม่ใช่ไฟล์ Excel หรือ Word (.xlsx, .docx)"
MEMBERS = "ไฟล์มีส่วนประกอบภายใน {found} ส่วน เกินกำหนด {limit} ส่วน จึงไม่เปิด"
SWELLS = "เนื้อหาในไฟล์เมื่อขยายแล้วใหญ่ผิดปกติ จึงไม่เปิด หากเป็นไฟล์ที่ใช้งานจริง ให้ลบแถวและคอลัมน์ว่างที่จัดรูปแบบไว้ แล้วบันทึกใหม่"
ENTITIES = "ไฟล์มีคำสั่ง XML ที่ไม่ปลอดภัย (DOCTYPE หรือรหัสอักขระแปลก) จึงไม่เปิด"
DEEP = "เนื้อหาในไฟล์ซ้อนกันลึกผิดปกติ จึงไม่เปิด"


def check_package(source: Path | bytes, largest_part: int = MAX_WORKBOOK_PART) -> str:
    """Why the .xlsx or .docx ``source`` must not be opened, in Thai; empty where it may be.

    ``largest_part`` is the size in bytes that one XML part inside may have. Raises ``OSError`` where the file cannot
    be read.
    """
    if isinstance(source, Path):
        status = source.stat()
        if not stat.S_ISREG(status.st_mode):
            return NO_FILE
        if status.st_size > MAX_FILE:
            return TOO_LARGE.format(found=-(-status.st_size // MB), limit=MAX_FILE // MB)
        source = source.read_bytes()
    if len(source) > MAX_FILE:
        return TOO_LARGE.format(found=-(-len(source) // MB), limit=MAX_FILE // MB)
    if source.startswith(COMPOUND_FILE):
        return OLD
    try:
        with zipfile.ZipFile(io.BytesIO(source)) as archive:
            members = archive.infolist()
        return _check_members(source, members, largest_part)
    except (zipfile.BadZipFile, zlib.error, struct.error, EOFError, ValueError, NotImplementedError):
        return BROKEN


def _check_members(data: bytes, members: list[zipfile.ZipInfo], largest_part: int) -> str:
    if len(members) > MAX_MEMBERS:
        return MEMBERS.format(found=len(members), limit=MAX_MEMBERS)
    if len({member.filename for member in members}) < len(members):
        return BROKEN
    if sum(member.file_size for member in members) > MAX_UNPACKED:
        return SWELLS
    for member in members:
        is_xml = member.filename.lower().endswith(_XML_NAMES)
        if is_xml and member.file_size > largest_part:
            return SWELLS
        if member.file_size > max(_RATIO_MATTERS_FROM, MAX_RATIO * member.compress_size):
            return SWELLS
        if member.flag_bits & 1:
            return OLD
        content = _inflated(data, member)
        if is_xml and (wrong := _check_xml(content)):
            return wrong
    return ""


def _inflated(data: bytes, member: zipfile.ZipInfo) -> bytes:
    """The content of ``member``, which must be exactly as long as the directory says (some programs read on), and
    what it says: a file may come damaged."""
    start = member.header_offset
    name, extra = struct.unpack_from("<HH", data, start + 26)
    packed = memoryview(data)[start + 30 + name + extra :][: member.compress_size]
    if member.compress_type == zipfile.ZIP_STORED:
        content, whole = bytes(packed), True
    elif member.compress_type == zipfile.ZIP_DEFLATED:
        stream = zlib.decompressobj(-15)
        content = stream.decompress(packed, member.file_size + 1)
        whole = stream.eof
    else:
        raise zipfile.BadZipFile("a method that Office does not use")
    if not whole or len(content) != member.file_size:
        raise zipfile.BadZipFile("the directory is wrong about a size")
    if zlib.crc32(content) != member.CRC:
        raise zipfile.BadZipFile("the content is not what was packed")
    return content


def _check_xml(content: bytes) -> str:
    head = content[:1000].removeprefix(b"\xef\xbb\xbf").lstrip()
    declared = _DECLARED.match(head)
    if (head and not head.startswith(b"<")) or b"\0" in head:
        return ENTITIES
    if declared and declared[1].lower() not in _ENCODINGS:
        return ENTITIES
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        return ENTITIES
    return DEEP if any(depth > MAX_DEPTH for depth in _depths(content)) else ""


def _depths(content: bytes) -> Iterator[int]:
    """How deep the elements are nested, at every 1024th byte: what begins there and has not ended."""
    depth = 0
    for start in range(0, len(content), _DEPTH_STEP):
        step = content[start : start + _DEPTH_STEP + 1]  # signs of two bytes belong to the step that they begin in
        depth += step.count(b"<", 0, _DEPTH_STEP) - 2 * step.count(b"</") - step.count(b"/>")
        if b"?" in step or b"!" in step:
            depth -= step.count(b"<?") + step.count(b"<!")
        yield depth


def inside(folder: Path, name: str) -> Path | None:
    """The file that ``name``, as typed in a workbook, means below ``folder``; ``None`` where it leads elsewhere.

    Absolute names, drive letters, devices, and ``..`` or a link out of the folder lead elsewhere on every system, and
    so does a name that no file can have.
    """
    typed = PureWindowsPath(name)
    if not name or "\0" in name or typed.drive or typed.root or typed.is_reserved():
        return None
    root = folder.resolve()
    try:
        path = root.joinpath(*typed.parts).resolve()
        path.exists()
    except OSError:  # no system has such a name: it is too long, or leads round in a circle
        return None
    return path if path.is_relative_to(root) and path != root else None
