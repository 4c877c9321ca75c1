"""Guards at the door for files from outside: workbooks and templates; those for pictures are in ``pictures``.

A small file can grow to gigabytes, name files elsewhere on the machine, or nest deep enough to stop a program. Every
guard looks before anything is parsed, in bounded memory, and answers with a Thai sentence for staff.
"""

from __future__ import annotations

import re
import stat
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path, PureWindowsPath

from officefiles.archive import MAX_RATIO, XML_NAMES, content, listed
from officefiles.thai.text import clean

MB = 1 << 20
MAX_FILE = 50 * MB
MAX_MEMBERS = 2_000
MAX_UNPACKED = 64 * MB
MAX_WORKBOOK_PART = 16 * MB
MAX_TEMPLATE_PART = 4 * MB
MAX_DEPTH = 256

_RATIO_MATTERS_FROM = MB
COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How .xls, .doc and files with a password begin: Microsoft's format from before the zip."""
_DECLARED = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']""")
_ENCODINGS = (b"utf-8", b"us-ascii", b"ascii")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_DATA_OF_OTHERS = "customxml/"
"""Where other programs keep parts of their own (Power Query its queries, in UTF-16): passed on, never read."""
_DEPTH_STEP = 1024
_DEVICES = frozenset(("CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"))
_NUMBERED_DEVICE = re.compile("(COM|LPT)[1-9¹²³]")

TOO_LARGE = "ไฟล์มีขนาด {found} MB เกินกำหนด {limit} MB ลดขนาดภาพในไฟล์หรือลบข้อมูลที่ไม่ใช้ แล้วบันทึกใหม่"
NO_FILE = "ชื่อนี้ไม่ใช่ไฟล์ปกติ จึงไม่อ่าน"
OLD = "ไฟล์นี้ตั้งรหัสผ่านไว้หรือเป็นรุ่นเก่า (.xls, .doc) เปิดแล้วบันทึกใหม่เป็น .xlsx หรือ .docx โดยไม่ใส่รหัสผ่าน"
BROKEN = "ไฟล์เสียหายหรือไม่ใช่ไฟล์ Excel หรือ Word (.xlsx, .docx)"
MEMBERS = "ไฟล์มีส่วนประกอบภายใน {found} ส่วน เกินกำหนด {limit} ส่วน จึงไม่เปิด"
SWELLS = "เนื้อหาในไฟล์เมื่อขยายแล้วใหญ่ผิดปกติ จึงไม่เปิด หากเป็นไฟล์ที่ใช้งานจริง ให้ลบแถวและคอลัมน์ว่างที่จัดรูปแบบไว้ แล้วบันทึกใหม่"
ENTITIES = "ไฟล์มีคำสั่ง XML ที่ไม่ปลอดภัย (DOCTYPE หรือรหัสอักขระแปลก) จึงไม่เปิด"
DEEP = "เนื้อหาในไฟล์ซ้อนกันลึกผิดปกติ จึงไม่เปิด"


class RefusedError(ValueError):
    """A file that must not be opened, or is none of ours. The text is a Thai sentence."""


def contents(path: Path) -> bytes:
    """What a file holds. Raises ``RefusedError`` where it is too large, or neither file nor folder, and ``OSError``."""
    status = path.stat()
    if not (stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)):
        raise RefusedError(NO_FILE)
    _check_size(status.st_size)
    return path.read_bytes()


def unpack(data: bytes, largest_part: int = MAX_WORKBOOK_PART) -> dict[str, bytes]:
    """The files in a .xlsx or .docx by name, in their order, folders left out. Raises ``RefusedError``.

    ``largest_part`` is the size in bytes that one XML part inside may have.
    """
    return unpack_telling(data, largest_part)[0]


def unpack_telling(data: bytes, largest_part: int) -> tuple[dict[str, bytes], bool]:
    """As ``unpack``, and whether each file is as it came: a part in UTF-16 is in UTF-8 from here on."""
    _check_size(len(data))
    if data.startswith(COMPOUND_FILE):
        raise RefusedError(OLD)
    try:
        members = listed(data)
        _check_directory(members, largest_part)
        files = {member.filename: _checked(data, member) for member in members if not member.is_dir()}
    except (zipfile.BadZipFile, EOFError, NotImplementedError) as fault:
        raise RefusedError(BROKEN) from fault
    return files, all(len(files.get(one.filename, b"")) == one.file_size for one in members)


def _check_size(size: int) -> None:
    if size > MAX_FILE:
        raise RefusedError(TOO_LARGE.format(found=-(-size // MB), limit=MAX_FILE // MB))


def _check_directory(members: list[zipfile.ZipInfo], largest_part: int) -> None:
    """Raises ``RefusedError`` for what a zip says that it holds, before any of it is unpacked."""
    if len(members) > MAX_MEMBERS:
        raise RefusedError(MEMBERS.format(found=len(members), limit=MAX_MEMBERS))
    if len({member.filename for member in members}) < len(members):
        raise RefusedError(BROKEN)
    if sum(member.file_size for member in members) > MAX_UNPACKED:
        raise RefusedError(SWELLS)
    for member in members:
        largest = largest_part if _is_xml(member) else MAX_UNPACKED
        if member.file_size > min(largest, max(_RATIO_MATTERS_FROM, MAX_RATIO * member.compress_size)):
            raise RefusedError(SWELLS)
        if member.flag_bits & 1:
            raise RefusedError(OLD)


def _checked(data: bytes, member: zipfile.ZipInfo) -> bytes:
    found = content(data, member)
    if not _is_xml(member):
        return found
    part = _in_utf_8(found)
    of_others = member.filename.lower().startswith(_DATA_OF_OTHERS)
    if wrong := _check_xml(part, any_encoding=of_others):
        raise RefusedError(wrong)
    return found if of_others else part


def _is_xml(member: zipfile.ZipInfo) -> bool:
    return member.filename.lower().endswith(XML_NAMES)


def _in_utf_8(part: bytes) -> bytes:
    """An XML part in UTF-8 where it was in UTF-16, which a mark at its start tells; any other as it is."""
    if not part.startswith(_UTF_16):
        return part
    try:
        text = part.decode("utf-16")
    except UnicodeDecodeError:
        return part
    return re.sub(r"""^(\s*<\?xml[^>]*?encoding\s*=\s*["'])utf-16""", r"\1UTF-8", text, flags=re.IGNORECASE).encode()


def _check_xml(part: bytes, *, any_encoding: bool) -> str:
    head = part[:1000].removeprefix(b"\xef\xbb\xbf").lstrip()
    declared = _DECLARED.match(head)
    foreign = (head and not head.startswith(b"<")) or b"\0" in head
    if not any_encoding and (foreign or (declared and declared[1].lower() not in _ENCODINGS)):
        return ENTITIES
    if b"<!DOCTYPE" in part or b"<!ENTITY" in part:
        return ENTITIES
    return DEEP if any(depth > MAX_DEPTH for depth in _depths(part)) else ""


def _depths(part: bytes) -> Iterator[int]:
    """How deep the elements are nested, at every 1024th byte: what begins there and has not ended."""
    depth = 0
    for start in range(0, len(part), _DEPTH_STEP):
        step = part[start : start + _DEPTH_STEP + 1]  # signs of two bytes belong to the step that they begin in
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
    if not name or "\0" in name or typed.drive or typed.root or any(map(_is_device, typed.parts)):
        return None
    root = folder.resolve()
    try:
        path = root.joinpath(*typed.parts).resolve()
        path.exists()
    except (OSError, RuntimeError):  # no system has such a name: it is too long, or leads round in a circle
        return None
    return path if path.is_relative_to(root) and path != root else None


def _is_device(part: str) -> bool:
    """True where Windows takes a part of a path for a device, whatever stands behind a point or a colon."""
    name = part.partition(".")[0].partition(":")[0].rstrip(" ").upper()
    return name in _DEVICES or bool(_NUMBERED_DEVICE.fullmatch(name))


def actual(path: Path) -> Path:
    """The file that a name typed in a workbook means where no file has just that name: the only one in its folder whose
    name reads the same (another case, blanks typed once, SARA AM in two characters); else ``path`` itself."""
    if path.is_file() or not path.parent.is_dir():
        return path
    alike = [file for file in path.parent.iterdir() if reading(file.name) == reading(path.name)]
    return alike[0] if len(alike) == 1 else path


def reading(name: str) -> str:
    """A name as people read it: in one case, without what is unseen, each letter in one form."""
    return unicodedata.normalize("NFC", clean(name)).casefold()
