"""The picture files that a workbook names, read from below its own folder and nowhere else."""

from __future__ import annotations

from pathlib import Path

from pipeline.limits import check_picture, inside, picture_size
from pipeline.model import Picture
from pipeline.problems import Kind, Place, Problem

PICTURE_MISSING = Kind(
    "picture-missing",
    "ไม่พบไฟล์ภาพ “{found}”",
    "วางไฟล์ภาพไว้ในโฟลเดอร์เดียวกับแบบกรอก แล้วตรวจสอบชื่อและนามสกุลไฟล์ให้ตรงกัน",
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


def load_picture(folder: Path, name: str, place: Place) -> tuple[Picture | None, Problem | None]:
    """The picture called ``name`` below ``folder``, or why it cannot be used."""
    path = inside(folder, name)
    if path is None:
        return None, PICTURE_ELSEWHERE.at(place, name)
    if not path.is_file():
        return None, PICTURE_MISSING.at(place, name)
    try:
        data = path.read_bytes()
    except OSError:
        return None, PICTURE_UNREADABLE.at(place, name, why="เปิดอ่านไฟล์ไม่ได้")
    why, size = check_picture(data), picture_size(data)
    if why or size is None:
        return None, PICTURE_UNREADABLE.at(place, name, why=why)
    return Picture(name=name, data=data, width=size[0], height=size[1]), None
