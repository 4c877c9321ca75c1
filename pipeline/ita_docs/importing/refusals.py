"""What staff are told where an old file cannot be read, or does not tell what a workbook needs.

A reader of files raises ``NotReadableError(SCANNED)`` where a file cannot be read; nothing else may leave it. All
other kinds are told where the documents are gathered.
"""

from __future__ import annotations

from officefiles.problems import Kind, Place, Problem, Severity

NOT_FOUND = Kind(
    "import-not-found",
    "ไม่พบไฟล์ {found}",
    "ตรวจสอบชื่อไฟล์และโฟลเดอร์",
    "ไม่มีไฟล์หรือโฟลเดอร์ตามชื่อที่ระบุในคำสั่งนำเข้า",
)
NOT_OPENED = Kind(
    "import-not-opened",
    "เปิดอ่านไฟล์ {found} ไม่ได้",
    "ปิดไฟล์ในโปรแกรมอื่นแล้วลองใหม่ ถ้ายังเปิดไม่ได้ ให้ตรวจสอบสิทธิ์การอ่านไฟล์หรือคัดลอกไฟล์มาไว้ในเครื่อง",
    "ไฟล์เดิมถูกล็อก หรือไม่มีสิทธิ์อ่าน",
)
EMPTY = Kind(
    "import-empty",
    "ไฟล์ {found} ว่างเปล่า",
    "คัดลอกหรือดาวน์โหลดไฟล์มาใหม่ให้ครบ",
    "ไฟล์เดิมไม่มีข้อมูล หรือไม่มีข้อความใด ๆ",
)
SCANNED = Kind(
    "import-scanned",
    "ไฟล์ {found} เป็น PDF ที่สแกนเป็นภาพ ไม่มีข้อความให้อ่าน",
    "ใช้ไฟล์ Word ต้นฉบับ หรือ PDF ที่บันทึกจาก Word โปรแกรมไม่เดาตัวอักษรจากภาพ เพราะชื่อที่อ่านผิดแต่ดูเหมือนถูกเสียหายกว่าการพิมพ์ใหม่",
    "ไฟล์ PDF ที่ทุกหน้าเป็นภาพสแกน",
)
PAGES_SCANNED = Kind(
    "import-pages-scanned",
    "ไฟล์ {found} มีหน้าที่สแกนเป็นภาพ ซึ่งอ่านไม่ได้: หน้า {pages}",
    "ตรวจหน้าเหล่านี้แล้วกรอกข้อมูลเอง หรือนำเข้าจากไฟล์ Word ต้นฉบับ",
    "ไฟล์ PDF ที่บางหน้าเป็นภาพสแกน โปรแกรมอ่านเฉพาะหน้าที่เป็นข้อความ",
    Severity.WARNING,
)
PASSWORD = Kind(
    "import-password",
    "ไฟล์ {found} ตั้งรหัสผ่านไว้",
    "เปิดไฟล์ด้วยรหัสผ่าน แล้วบันทึกใหม่โดยไม่ใส่รหัสผ่าน",
    "ไฟล์เดิมเข้ารหัสด้วยรหัสผ่าน",
)
DAMAGED = Kind(
    "import-damaged",
    "ไฟล์ {found} เสียหาย หรือเนื้อหาไม่ตรงกับนามสกุลของไฟล์",
    "เปิดไฟล์ในโปรแกรมเดิมแล้วบันทึกใหม่ หรือคัดลอกไฟล์มาใหม่ให้ครบ",
    "ไฟล์เดิมอ่านไม่ได้เพราะเสียหายหรือไม่ครบ",
)
OLD_FORMAT = Kind(
    "import-old-format",
    "ไฟล์ {found} เป็นรูปแบบ {format} ซึ่งโปรแกรมไม่อ่าน",
    "เปิดไฟล์แล้วบันทึกใหม่เป็น {instead} แล้วนำเข้าไฟล์ใหม่",
    "ไฟล์เดิมเป็นรูปแบบเก่าหรือรูปแบบอื่น เช่น .doc, .xls, .rtf, .odt",
)
UNKNOWN = Kind(
    "import-unknown",
    "ไม่ทราบชนิดของไฟล์ {found}",
    "นำเข้าได้เฉพาะไฟล์ Word (.docx), Excel (.xlsx) และ PDF ที่เป็นข้อความ",
    "ไฟล์ไม่ใช่ Word, Excel หรือ PDF",
)
PRIVATE_FONT = Kind(
    "import-private-font",
    "ไฟล์ {found} ใช้แบบอักษรที่ไม่บอกว่าเป็นตัวอักษรใด จึงอ่านข้อความไม่ได้",
    "ใช้ไฟล์ Word ต้นฉบับ หรือสร้าง PDF ใหม่จาก Word ด้วยแบบอักษร TH SarabunPSK",
    "ไฟล์ PDF ฝังแบบอักษรโดยไม่มีตารางแปลงเป็นข้อความ คัดลอกออกมาแล้วไม่เป็นภาษาไทย",
)
LIMIT = Kind(
    "import-limit",
    "ไม่เปิดไฟล์ {found}: {why}",
    "นำเข้าเฉพาะเอกสารที่ต้องใช้ หรือแยกไฟล์ให้เล็กลง",
    "ไฟล์ใหญ่เกินกำหนด มีหน้ามากเกินกำหนด หรือมีโครงสร้างที่ไม่ปลอดภัย",
)
OWN_FORM = Kind(
    "import-own-form",
    "ไฟล์ {found} เป็นแบบกรอกของโปรแกรมนี้อยู่แล้ว จึงไม่ต้องนำเข้า",
    "ยกข้อมูลไปปีถัดไปด้วยคำสั่ง ita-docs new --from {found}",
    "สั่งนำเข้าแบบกรอกของโปรแกรมเอง",
)
OWN_TRACKER = Kind(
    "import-own-tracker",
    "ไฟล์ {found} เป็นไฟล์ติดตามมาตรการของโปรแกรมนี้ จึงไม่ได้นำเข้า",
    "ใช้จัดทำรายงานผลของปีก่อน ด้วยคำสั่ง ita-docs build --tracker {found}",
    "ไฟล์ติดตามมาตรการของโปรแกรมเองอยู่ในโฟลเดอร์ที่นำเข้า",
    Severity.NOTE,
)
NOTHING_FOUND = Kind(
    "import-nothing-found",
    "ไม่พบคำสั่ง รายชื่อ บทวิเคราะห์ มาตรการ คะแนน หรือกิจกรรมในไฟล์ {found}",
    "ตรวจสอบว่าเลือกไฟล์ถูกต้อง ข้อความทั้งหมดของไฟล์นี้อยู่ในชีตสุดท้ายของแบบกรอก หากมีไฟล์อื่นที่นำเข้าได้",
    "ไฟล์อ่านได้ แต่ไม่มีเอกสารที่โปรแกรมรู้จัก",
    Severity.WARNING,
)
NO_SEATS = Kind(
    "import-no-seats",
    "คำสั่งในไฟล์ {found} ไม่มีรายชื่อหรือตำแหน่งที่อ่านได้",
    "หากรายชื่ออยู่ในบัญชีแนบท้ายคำสั่ง ให้นำเข้าไฟล์บัญชีรายชื่อพร้อมกัน หรือกรอกรายชื่อในชีตบุคลากรเอง",
    "พบคำสั่งแต่งตั้ง แต่ไม่พบกรรมการหรือคณะทำงานแม้แต่คนเดียว",
    Severity.WARNING,
)
TWO_ORDERS = Kind(
    "import-two-orders",
    "พบคำสั่งแต่งตั้งมากกว่าหนึ่งฉบับ: {orders}",
    "ระบุฉบับที่ต้องการด้วย --order ตามด้วยลำดับหรือเลขที่คำสั่ง เช่น --order {first}",
    "ไฟล์ที่นำเข้ามีคำสั่งแต่งตั้งหลายฉบับ โปรแกรมไม่เลือกให้เอง",
)
NO_SUCH_ORDER = Kind(
    "import-no-such-order",
    "ไม่พบคำสั่ง “{found}” พบเพียง: {orders}",
    "ระบุลำดับหรือเลขที่คำสั่งให้ตรงกับที่พบ",
    "คำสั่งที่ระบุด้วย --order ไม่มีในไฟล์ที่นำเข้า",
)
NO_YEAR = Kind(
    "import-no-year",
    "ไม่พบปีงบประมาณในไฟล์ที่นำเข้า",
    "ระบุปีงบประมาณของเอกสารด้วย --year เช่น --year 2566",
    "ไม่มีเอกสารใดบอกปีงบประมาณหรือวันที่ของคำสั่ง",
)
YEAR_WITHOUT_RULES = Kind(
    "import-year-without-rules",
    "เอกสารเป็นของปีงบประมาณ พ.ศ. {found} ซึ่งใช้เกณฑ์ของปีที่โปรแกรมยังไม่มี นำเข้าได้สำหรับปี {years}",
    "ถ้าปีที่พบไม่ถูกต้อง ให้ระบุปีงบประมาณของเอกสารด้วย --year",
    "ไม่มีเกณฑ์ของปีงบประมาณที่เอกสารบอก",
)
PARTS_UNREAD = Kind(
    "import-parts-unread",
    "ไฟล์ {found} มีส่วนที่โปรแกรมไม่อ่าน ได้แก่ {parts}",
    "เปิดเอกสารเดิมดูส่วนเหล่านี้ แล้วกรอกข้อมูลที่ต้องใช้ลงในแบบกรอกเอง ส่วนที่ซ่อนไว้ใน Excel เลิกซ่อนแล้วนำเข้าใหม่ได้",
    "เอกสาร Word เดิมมีข้อความในแผนผัง SmartArt วัตถุที่ฝังจากโปรแกรมอื่น สมการ อักษรศิลป์ เอกสารที่แทรกทั้งไฟล์ ข้อคิดเห็น "
    "หรือข้อความที่ลบโดยติดตามการเปลี่ยนแปลง หรือไฟล์ Excel เดิมมีชีต แถว หรือคอลัมน์ที่ซ่อนไว้ ช่องที่ขีดฆ่าหรือผิดพลาด กล่องข้อความ ภาพ แผนภูมิ "
    "ข้อคิดเห็น หรือหัวกระดาษท้ายกระดาษ หรือไฟล์ PDF เดิมมีหมายเหตุหรือช่องแบบฟอร์มที่ไม่เก็บภาพไว้",
    Severity.WARNING,
)
PHOTO_UNUSABLE = Kind(
    "import-photo-unusable",
    "ใช้ภาพในไฟล์ {found} ไม่ได้: {why}",
    "บันทึกภาพจากเอกสารเดิมเป็น PNG หรือ JPG แล้วพิมพ์ชื่อไฟล์ในชีตกิจกรรม",
    "ภาพในเอกสารเดิมเป็นชนิดที่ใช้ไม่ได้หรือเสียหาย จึงไม่ได้ยกมา",
    Severity.WARNING,
)


class NotReadableError(Exception):
    """An old file cannot be read: the kind of problem, and the values of its message beside the file's name."""

    def __init__(self, kind: Kind, **values: object) -> None:
        super().__init__(kind.id)
        self.kind = kind
        self.values = values

    def problem(self, file: str) -> Problem:
        """What staff are told of the file of that name."""
        return self.kind.at(Place(file=file), file, **self.values)
