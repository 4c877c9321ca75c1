"""Why a system refused a file, and what to do about it, in Thai: the error numbers of POSIX and of Windows."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

WINDOWS = sys.platform == "win32"
LONGEST_PATH, LONGEST_FOLDER = 259, 247
"""Letters that Windows allows in the path of a file, and in that of a folder, which must have room for a file."""
LONGEST_NAME = 255
"""Bytes that Linux allows in a name; letters that Windows does."""

HELD = frozenset((5, 32, 33, 1224))
"""What Windows answers where another program holds a file, mostly for a moment: access denied, sharing violation, lock
violation, a section of it mapped."""
NETWORK_GONE = frozenset((51, 53, 54, 55, 59, 64, 67, 121, 1231, 1232, 1236))
"""What Windows answers where a shared folder cannot be reached."""
_NO_PLACE = frozenset((2, 3))

_FULL = "เนื้อที่ดิสก์เต็ม ลบไฟล์ที่ไม่ใช้แล้วสั่งใหม่"
_OPEN = "ไฟล์เปิดค้างอยู่ในโปรแกรมอื่น ปิดไฟล์แล้วสั่งใหม่ (หากเป็นโฟลเดอร์ของ OneDrive หรือโปรแกรมป้องกันไวรัสกำลังตรวจไฟล์ ให้รอสักครู่)"
_DENIED = "ไฟล์เปิดค้างอยู่ในโปรแกรมอื่น หรือไม่มีสิทธิ์เขียนในโฟลเดอร์นี้ ปิดไฟล์แล้วสั่งใหม่ หรือเลือกโฟลเดอร์ผลลัพธ์อื่น"
_READ_ONLY = "ดิสก์นี้อ่านได้อย่างเดียว เลือกโฟลเดอร์ผลลัพธ์อื่น"
_REMOVED = "โฟลเดอร์ถูกลบหรือย้ายไประหว่างทำงาน"
_TOO_LONG = "ชื่อไฟล์หรือที่อยู่ยาวเกินไป ตั้งชื่อแบบกรอกให้สั้นลง หรือเลือกโฟลเดอร์ผลลัพธ์ที่ที่อยู่สั้นกว่า เช่น C:\\ita"
_BAD_NAME = 'ชื่อไฟล์หรือโฟลเดอร์มีอักขระที่ Windows ไม่อนุญาต (< > : " / \\ | ? *) เปลี่ยนชื่อแล้วสั่งใหม่'
_NETWORK = "ติดต่อโฟลเดอร์ที่ใช้ร่วมกันในเครือข่ายไม่ได้ ตรวจสอบเครือข่ายแล้วสั่งใหม่ หรือเลือกโฟลเดอร์ผลลัพธ์ในเครื่องนี้"
_NO_DRIVE = "ไม่พบไดรฟ์ หรือไดรฟ์ไม่พร้อมใช้งาน ต่อไดรฟ์แล้วสั่งใหม่ หรือเลือกโฟลเดอร์ผลลัพธ์อื่น"
_FILE_IS_FOLDER = "มีโฟลเดอร์ชื่อเดียวกับไฟล์นี้อยู่แล้ว"
_FOLDER_IS_FILE = "มีไฟล์ชื่อเดียวกับโฟลเดอร์ผลลัพธ์อยู่แล้ว"
_BROKEN = "ดิสก์หรือเครือข่ายขัดข้อง"
_WAITED = "อีกคำสั่งหนึ่งกำลังเขียนไฟล์ในโฟลเดอร์นี้ รอให้คำสั่งนั้นเสร็จแล้วสั่งใหม่"

_REASONS = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: "ใช้เนื้อที่เกินโควตาที่ได้รับ ลบไฟล์ที่ไม่ใช้แล้วสั่งใหม่",
    errno.EFBIG: "เนื้อที่สำหรับเขียนไฟล์นี้ไม่พอ เลือกโฟลเดอร์ผลลัพธ์บนดิสก์อื่น",
    errno.EROFS: _READ_ONLY,
    errno.EACCES: _DENIED,
    errno.EPERM: "ไฟล์หรือโฟลเดอร์นี้ตั้งป้องกันการเขียนไว้",
    errno.EBUSY: _OPEN,
    errno.EAGAIN: _WAITED,
    errno.ENOENT: _REMOVED,
    errno.ENOTDIR: _FOLDER_IS_FILE,
    errno.EEXIST: _FOLDER_IS_FILE,
    errno.EISDIR: _FILE_IS_FOLDER,
    errno.ENAMETOOLONG: _TOO_LONG,
    errno.EIO: _BROKEN,
    **dict.fromkeys((errno.ESTALE, errno.ETIMEDOUT, errno.EHOSTDOWN, errno.EHOSTUNREACH, errno.ENETUNREACH), _NETWORK),
}
_WINDOWS_REASONS = {
    5: _DENIED,
    15: _NO_DRIVE,
    19: _READ_ONLY,
    21: _NO_DRIVE,
    23: _BROKEN,
    39: _FULL,
    112: _FULL,
    123: _BAD_NAME,
    206: _TOO_LONG,
    1117: _BROKEN,
    **dict.fromkeys(HELD - {5}, _OPEN),
    **dict.fromkeys(NETWORK_GONE, _NETWORK),
}


def explain(fault: OSError) -> str:
    """Why the system refused, and what to do, as a Thai phrase."""
    windows = winerror(fault)
    if windows in _NO_PLACE or (not windows and WINDOWS and fault.errno == errno.ENOENT):
        return _TOO_LONG if _too_long(fault) else _REMOVED
    if not windows and WINDOWS and fault.errno == errno.EINVAL:  # ``open`` says no more than this
        return _BAD_NAME
    if fault.errno == errno.EACCES and _meant_a_folder(fault):
        return _FILE_IS_FOLDER
    known = _WINDOWS_REASONS.get(windows) or _REASONS.get(fault.errno or 0)
    return known or f"ระบบแจ้งว่า {fault.strerror or fault}"


def winerror(fault: OSError) -> int:
    """The error number of Windows; 0 on any other system, and for what ``open`` raises there."""
    return getattr(fault, "winerror", None) or 0


def may_pass(fault: OSError) -> bool:
    """True where another program may hold the file for a moment only: a virus scanner, OneDrive, an indexer."""
    if windows := winerror(fault):
        return windows in HELD
    return fault.errno == errno.EBUSY or (WINDOWS and fault.errno == errno.EACCES)


def out_of_reach(fault: OSError) -> bool:
    """True where a file may well be there and only the way to it is not: Windows calls this too “not found”."""
    return winerror(fault) in NETWORK_GONE


def _meant_a_folder(fault: OSError) -> bool:
    """True where a file was to be written whose name a folder bears: Windows calls that “access denied”. Of one that is
    moved there it names both."""
    name = fault.filename2 if winerror(fault) else fault.filename if WINDOWS else None
    return isinstance(name, (str, bytes, os.PathLike)) and Path(os.fsdecode(name)).is_dir()


def _too_long(fault: OSError) -> bool:
    """True where a path is longer than Windows allows, which it calls “not found”. A folder has less than a file, and
    is not made where the one above it was removed."""
    for name in (fault.filename, fault.filename2):
        if not isinstance(name, (str, bytes, os.PathLike)):
            continue
        path = Path(os.fsdecode(name)).absolute()
        if len(str(path)) > LONGEST_PATH or (len(str(path)) > LONGEST_FOLDER and path.parent.is_dir()):
            return True
    return False
