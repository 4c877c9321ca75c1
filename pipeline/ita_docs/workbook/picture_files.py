"""The picture files that a workbook names, read from below its own folder and nowhere else."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from ita_docs.workbook.file import Upload, Workbook
from officefiles import pictures
from officefiles.lazy import lazy_import
from officefiles.limits import RefusedError, actual, contents, inside, reading
from officefiles.pictures import Picture
from officefiles.problems import Kind, Place, Problem

if TYPE_CHECKING:
    from PIL import Image, ImageOps
else:
    Image, ImageOps = lazy_import("PIL.Image"), lazy_import("PIL.ImageOps")

PICTURE_MISSING = Kind(
    "picture-missing",
    "ไม่พบไฟล์ภาพ “{found}”",
    "วางไฟล์ภาพไว้ในโฟลเดอร์เดียวกับแบบกรอก แล้วตรวจสอบชื่อและนามสกุลไฟล์ให้ตรงกัน"
    " ถ้ามีหลายภาพ พิมพ์บรรทัดละหนึ่งชื่อ ถ้าเป็นภาพบนเว็บ ให้ดาวน์โหลดมาไว้ในโฟลเดอร์ก่อน",
    "ไม่มีไฟล์ภาพตามชื่อที่พิมพ์ไว้",
)
PICTURE_ELSEWHERE = Kind(
    "picture-elsewhere",
    "ไฟล์ภาพ “{found}” อยู่นอกโฟลเดอร์ของแบบกรอก",
    "คัดลอกไฟล์ภาพมาไว้ในโฟลเดอร์เดียวกับแบบกรอกหรือโฟลเดอร์ย่อย แล้วพิมพ์เฉพาะชื่อไฟล์ เช่น pictures/ภาพ1.jpg",
    "ชื่อไฟล์ภาพชี้ออกนอกโฟลเดอร์ของแบบกรอก",
)
PICTURE_UNREADABLE = Kind(
    "picture-unreadable",
    "ใช้ไฟล์ภาพ “{found}” ไม่ได้: {why}",
    "บันทึกภาพใหม่เป็น PNG หรือ JPG ขนาดพอเหมาะ แล้วใช้ไฟล์ใหม่",
    "ไฟล์ไม่ใช่ภาพที่ใช้ได้ เสียหาย ใหญ่เกินกำหนด หรือเปิดอ่านไม่ได้",
)
PICTURE_FAULTS = frozenset(kind.id for kind in (PICTURE_MISSING, PICTURE_ELSEWHERE, PICTURE_UNREADABLE))
"""What keeps a picture out of documents, and nothing else."""

_JPEG, _EXIF = b"\xff\xd8\xff", b"Exif\0\0"
_HEAD = 1 << 16
_ORIENTATION = 0x0112
"""The tag of Exif 2.32 (CIPA DC-008, 4.6.4) in which a phone notes how it was held: 1 is upright."""
_QUALITY = 92
_LARGE = 16_000_000
"""Pixels of a photo that is turned at half its width and height: memory stays small, and a page shows no more."""


def load_picture(workbook: Workbook, name: str, place: Place) -> tuple[Picture | None, Problem | None]:
    """The picture called ``name`` beside ``workbook``, or why it cannot be used."""
    data, problem = _found(workbook, name, place)
    if problem:
        return None, problem
    if why := pictures.check(data):
        return None, PICTURE_UNREADABLE.at(place, name, why=why)
    taken = pictures.taken(data) if _EXIF in data[:_HEAD] else None
    data = pictures.without_notes(_upright(data))
    width, height = pictures.size(data)
    return Picture(name=name, data=data, width=width, height=height, taken=taken), None


def _found(workbook: Workbook, name: str, place: Place) -> tuple[bytes, Problem | None]:
    if isinstance(workbook, Upload):
        alike = {reading(given): data for given, data in workbook.pictures.items()} | dict(workbook.pictures)
        data = alike.get(name, alike.get(reading(name)))
        return (data, None) if data is not None else (b"", PICTURE_MISSING.at(place, name))
    path = inside(workbook.parent, name)
    if path is None:
        return b"", PICTURE_ELSEWHERE.at(place, name)
    path = actual(path)
    if not path.is_file():
        return b"", PICTURE_MISSING.at(place, name)
    try:
        return contents(path), None
    except RefusedError as fault:
        return b"", PICTURE_UNREADABLE.at(place, name, why=fault)
    except OSError:
        return b"", PICTURE_UNREADABLE.at(place, name, why="เปิดอ่านไฟล์ไม่ได้")


def _upright(data: bytes) -> bytes:
    """The picture with its pixels turned as its camera notes: Word shows them as they are stored, phones store all
    photos lying. What cannot be turned stays as it is."""
    if not data.startswith(_JPEG) or _EXIF not in data[:_HEAD]:
        return data
    try:
        with Image.open(io.BytesIO(data)) as picture:
            if picture.getexif().get(_ORIENTATION, 1) == 1:
                return data
            if picture.width * picture.height > _LARGE:
                picture.draft(picture.mode, (picture.width // 2, picture.height // 2))
            upright, turned = io.BytesIO(), ImageOps.exif_transpose(picture)
            turned.save(upright, "JPEG", quality=_QUALITY, icc_profile=picture.info.get("icc_profile"))
    except (OSError, SyntaxError, ValueError):
        return data
    return upright.getvalue()
