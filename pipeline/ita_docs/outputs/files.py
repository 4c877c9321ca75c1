"""Files written whole or not at all, and the reasons of a system for refusing, in Thai."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from functools import cache
from itertools import count
from pathlib import Path

from officefiles.limits import RefusedError, contents

TEMPORARY_ENDING = ".tmp"
_PACKAGES = ("ita_docs", "wordfill", "thaipages", "officefiles")

_REASONS = {
    errno.ENOSPC: "เนื้อที่ดิสก์เต็ม ลบไฟล์ที่ไม่ใช้แล้วสั่งใหม่",
    errno.EDQUOT: "ใช้เนื้อที่เกินโควตาที่ได้รับ ลบไฟล์ที่ไม่ใช้แล้วสั่งใหม่",
    errno.EFBIG: "เนื้อที่สำหรับเขียนไฟล์นี้ไม่พอ เลือกโฟลเดอร์ผลลัพธ์บนดิสก์อื่น",
    errno.EROFS: "ดิสก์นี้อ่านได้อย่างเดียว เลือกโฟลเดอร์ผลลัพธ์อื่น",
    errno.EACCES: "ไฟล์เปิดค้างอยู่ในโปรแกรมอื่น หรือไม่มีสิทธิ์เขียนในโฟลเดอร์นี้ ปิดไฟล์แล้วสั่งใหม่",
    errno.EPERM: "ไฟล์หรือโฟลเดอร์นี้ตั้งป้องกันการเขียนไว้",
    errno.EBUSY: "ไฟล์เปิดค้างอยู่ในโปรแกรมอื่น ปิดไฟล์แล้วสั่งใหม่",
    errno.ENOENT: "โฟลเดอร์ถูกลบหรือย้ายไประหว่างทำงาน",
    errno.ENOTDIR: "มีไฟล์ชื่อเดียวกับโฟลเดอร์ผลลัพธ์อยู่แล้ว",
    errno.EEXIST: "มีไฟล์ชื่อเดียวกับโฟลเดอร์ผลลัพธ์อยู่แล้ว",
    errno.EISDIR: "มีโฟลเดอร์ชื่อเดียวกับไฟล์นี้อยู่แล้ว",
    errno.ENAMETOOLONG: "ชื่อไฟล์หรือที่อยู่ยาวเกินไป ย้ายไปโฟลเดอร์ที่อยู่สั้นกว่า",
    errno.EIO: "ดิสก์หรือเครือข่ายขัดข้อง",
}
_WINDOWS_REASONS = {32: _REASONS[errno.EBUSY], 33: _REASONS[errno.EBUSY], 112: _REASONS[errno.ENOSPC]}


def write(path: Path, data: bytes) -> None:
    """Write ``data`` so that ``path`` holds either all of it or what stood there before, whenever this process is
    killed. Raises ``OSError``.

    The disk is not waited for (``fsync``): that costs as much again as making all documents of an office, and guards
    only against a loss of power within seconds, after which a file may be empty; an empty file is made anew.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    half = _half(path)
    try:
        half.write_bytes(data)
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)


def keep(path: Path, to: Path) -> None:
    """Keep what ``path`` holds, however large, under the free name ``to`` as well. Raises ``OSError``."""
    try:
        to.hardlink_to(path)
        return
    except OSError:  # not every disk can give a file two names
        half = _half(to)
    try:
        shutil.copyfile(path, half)
        half.replace(to)
    finally:
        half.unlink(missing_ok=True)


def remove(path: Path) -> None:
    """Remove a file that this software wrote and that is out of date. Raises ``OSError``."""
    path.unlink(missing_ok=True)


def set_aside(path: Path) -> Path:
    """Give what stands at ``path``, be it a file or a folder, a free name beside it, which comes back. Raises
    ``OSError``."""
    aside = next(other for number in count(1) if not os.path.lexists(other := beside(path, "damaged", number)))
    return path.rename(aside)


def beside(path: Path, word: str, number: int = 1) -> Path:
    """The name of another version beside ``path``: ``order_new.docx``, ``order_new2.docx``."""
    return path.with_stem(f"{path.stem}_{word}{number if number > 1 else ''}")


def _half(path: Path) -> Path:
    return path.with_name(f".{path.name}.{os.getpid()}{TEMPORARY_ENDING}")


def create(path: Path, data: bytes) -> None:
    """Write ``data`` to a file that must not be there yet. Raises ``FileExistsError`` where it is, else ``OSError``."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except FileExistsError as fault:  # it is the folder that is a file
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(path.parent)) from fault
    with path.open("xb") as file:
        try:
            file.write(data)
        except OSError:
            path.unlink()
            raise


def clear_halves(folder: Path) -> None:
    """Remove what a killed run left unfinished in ``folder``."""
    for half in folder.glob(f".*{TEMPORARY_ENDING}"):
        half.unlink(missing_ok=True)


def explain(fault: OSError) -> str:
    """Why the system refused, and what to do, as a Thai phrase."""
    windows = _WINDOWS_REASONS.get(getattr(fault, "winerror", None) or 0)
    return windows or _REASONS.get(fault.errno or 0) or f"ระบบแจ้งว่า {fault.strerror or fault}"


def has_content(path: Path) -> bool:
    """True where something stands at ``path``; an empty file is nothing that a person wrote."""
    try:
        return path.stat().st_size > 0
    except FileNotFoundError:
        return False


def stamp(path: Path) -> tuple[int, int] | None:
    """The size of what stands at ``path`` and when it was last written (ns); ``None`` where nothing does."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns


def hash_of(data: bytes) -> str:
    """The fingerprint of a content."""
    return hashlib.sha256(data).hexdigest()


def fingerprint(path: Path) -> str:
    """The fingerprint of a file's content; empty where there is no file that can be read."""
    try:
        return hash_of(contents(path))
    except (OSError, RefusedError):
        return ""


@cache  # the software stays the same while it runs; reading it all takes 40 ms, and every office asks
def code_version() -> str:
    """The fingerprint of this software: its code and the data that travels with it."""
    home = Path(__file__).resolve().parents[2]
    found = (path for package in _PACKAGES for path in (home / package).rglob("*") if path.is_file())
    files = sorted(path for path in found if "__pycache__" not in path.parts)
    return hash_of("".join(f"{path.relative_to(home)}:{fingerprint(path)}\n" for path in files).encode())
