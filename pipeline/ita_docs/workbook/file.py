"""Opening the file: what is no workbook, or must not be opened, is told before anything is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from officefiles.limits import BROKEN, COMPOUND_FILE, RefusedError, contents
from officefiles.opc import Package, unpacked
from officefiles.problems import Kind, Place, Problem

NOT_FOUND = Kind(
    "file-not-found",
    "ไม่พบไฟล์แบบกรอก {found}",
    "ตรวจสอบชื่อไฟล์และโฟลเดอร์",
    "ไม่มีไฟล์แบบกรอกตามชื่อที่ระบุ",
)
UNREADABLE = Kind(
    "file-unreadable",
    "เปิดอ่านไฟล์ {found} ไม่ได้",
    "ปิดไฟล์ในโปรแกรมอื่นแล้วลองใหม่ ถ้ายังเปิดไม่ได้ ให้ตรวจสอบสิทธิ์การอ่านไฟล์หรือคัดลอกไฟล์มาไว้ในเครื่อง",
    "ไฟล์ถูกล็อก ไม่มีสิทธิ์อ่าน หรือเป็นโฟลเดอร์",
)
EMPTY = Kind(
    "file-empty",
    "ไฟล์ {found} ว่างเปล่า (ขนาด 0 ไบต์)",
    "คัดลอกหรือดาวน์โหลดไฟล์มาใหม่ให้ครบ",
    "ไฟล์ไม่มีข้อมูลเลย มักเกิดจากการคัดลอกไม่สมบูรณ์",
)
LOCK = Kind(
    "file-lock",
    "ไฟล์ {found} เป็นไฟล์ชั่วคราวที่โปรแกรมตารางคำนวณสร้างไว้ขณะเปิดแบบกรอก ไม่มีข้อมูลที่กรอก",
    "เลือกไฟล์ที่ชื่อไม่ขึ้นต้นด้วย ~$ หรือ .~ และบันทึกแล้วปิดไฟล์นั้นใน Excel ก่อน",
    "ไฟล์ชั่วคราวที่ Excel (~$) หรือ LibreOffice (.~) สร้างไว้ข้างไฟล์ที่เปิดอยู่",
)
ENCRYPTED = Kind(
    "file-encrypted",
    "ไฟล์ {found} ตั้งรหัสผ่านไว้",
    "เปิดไฟล์ใน Excel ลบรหัสผ่านที่ ไฟล์ > ข้อมูล > ป้องกันเวิร์กบุ๊ก แล้วบันทึกใหม่",
    "ไฟล์เข้ารหัสด้วยรหัสผ่าน",
)
OLD_FORMAT = Kind(
    "file-old-format",
    "ไฟล์ {found} เป็นรูปแบบ {format} ซึ่งโปรแกรมไม่อ่าน",
    "เปิดไฟล์แล้วบันทึกเป็น “เวิร์กบุ๊ก Excel (.xlsx)”",
    "ไฟล์เป็น .xls, .xlsb, .ods หรือ .csv",
)
STRICT = Kind(
    "file-strict",
    "ไฟล์ {found} บันทึกเป็น “สมุดงานแบบ Open XML เข้มงวด” (Strict Open XML Spreadsheet) ซึ่งโปรแกรมไม่อ่าน",
    "เปิดไฟล์ใน Excel เลือก บันทึกเป็น แล้วเลือกชนิด “เวิร์กบุ๊ก Excel (.xlsx)” ไม่ใช่ “Strict Open XML Spreadsheet”",
    "ไฟล์ .xlsx ที่บันทึกเป็นชนิด Strict Open XML Spreadsheet",
)
NOT_WORKBOOK = Kind(
    "file-not-workbook",
    "ไฟล์ {found} ไม่ใช่ไฟล์ Excel (.xlsx) หรือไฟล์เสียหาย",
    "ตรวจสอบว่าเลือกไฟล์ถูกต้อง เปิดใน Excel แล้วบันทึกใหม่เป็น .xlsx",
    "เนื้อหาของไฟล์ไม่ใช่เวิร์กบุ๊ก Excel แม้นามสกุลจะเป็น .xlsx",
)
REFUSED = Kind(
    "file-refused",
    "ไม่เปิดไฟล์ {found}: {why}",
    "บันทึกไฟล์ใหม่จาก Excel โดยคงไว้เฉพาะข้อมูลที่ใช้",
    "ไฟล์ใหญ่เกินกำหนด หรือมีโครงสร้างที่ไม่ปลอดภัย",
)

LOCKS = ("~$", ".~")
"""How the names of files begin that Excel and LibreOffice lay beside one that is open."""
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_ZIP = b"PK\x03\x04"
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument"
_BINARY_WORKBOOK = b"xl/workbook.bin"
_STRICT_NAMES = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
_HEAD = 2_000
_TEXT_FORMATS = (".csv", ".tsv", ".txt")


@dataclass(frozen=True, slots=True)
class Upload:
    """A workbook that is no file on this machine: the name it bears, its bytes, and the pictures that it names, by
    their names there."""

    name: str
    data: bytes = field(repr=False)
    pictures: Mapping[str, bytes] = field(default_factory=dict, repr=False)

    @property
    def stem(self) -> str:
        """The name without its ending, as of a path."""
        return Path(self.name).stem


Workbook = Path | Upload
"""Where a workbook comes from: a file with its pictures beside it, or bytes."""


def load(workbook: Workbook) -> tuple[Package, Problem | None]:
    """The package of the workbook, or why it cannot be one (it is then empty)."""
    name, empty = workbook.name, Package()
    try:
        data = contents(workbook) if isinstance(workbook, Path) else workbook.data
        if problem := _refused(data, name):
            return empty, problem
        package = unpacked(data)
        return (empty, STRICT.at(Place(), name)) if _is_strict(package) else (package, None)
    except RefusedError as fault:
        wrong = NOT_WORKBOOK.at(Place(), name) if str(fault) == BROKEN else REFUSED.at(Place(), name, why=fault)
        return empty, wrong
    except FileNotFoundError:
        return empty, NOT_FOUND.at(Place(), name)
    except OSError:
        return empty, UNREADABLE.at(Place(), name)


def _refused(data: bytes, name: str) -> Problem | None:
    """Why these bytes are no workbook, by the first of them."""
    if name.startswith(LOCKS) and not data.startswith(_ZIP):
        return LOCK.at(Place(), name)
    if not data:
        return EMPTY.at(Place(), name)
    if old := _old_format(data, name):
        return OLD_FORMAT.at(Place(), name, format=old)
    if data.startswith(COMPOUND_FILE):
        return ENCRYPTED.at(Place(), name)
    return None


def _is_strict(package: Package) -> bool:
    """True for a workbook in the strict form of ISO 29500, whose names are others."""
    main = package.parts.get("xl/workbook.xml")
    return main is not None and _STRICT_NAMES in main.data[:_HEAD]


def _old_format(data: bytes, name: str) -> str:
    """The format of a spreadsheet that is not .xlsx; empty for anything else."""
    if data.startswith(COMPOUND_FILE):
        return "" if _ENCRYPTED_STREAM in data else ".xls"
    if data.startswith(_ZIP):
        if _OPEN_DOCUMENT in data[:200]:
            return ".ods"
        return ".xlsb" if _BINARY_WORKBOOK in data else ""
    ending = Path(name).suffix.lower()
    return ending if ending in _TEXT_FORMATS else ""
