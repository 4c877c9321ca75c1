"""What documents do not carry of their template, in words for its drafter."""

from __future__ import annotations

from typing import NamedTuple


class LeftOut(NamedTuple):
    """Something of Word's own or the drafter's that is left out: what it is, and what to do who wants it, in Thai."""

    what: str
    advice: str

    def of(self, **values: object) -> LeftOut:
        """The same with these values in its words."""
        return LeftOut(self.what.format(**values), self.advice)


COMMENTS = LeftOut("ข้อคิดเห็น {count} รายการ", "ถ้าเป็นข้อความที่ต้องพิมพ์ในเอกสาร ให้พิมพ์ไว้ในเนื้อหา")
MAIL_MERGE = LeftOut("การตั้งค่าจดหมายเวียนและที่อยู่ของแหล่งข้อมูล", "แม่แบบนี้เติมข้อมูลด้วยแท็ก ไม่ใช้แหล่งข้อมูลของจดหมายเวียน")
TRACKING = LeftOut("การเปิดติดตามการเปลี่ยนแปลง", "ถ้าต้องการติดตามการแก้ไข ให้เปิดในเอกสารที่สร้างแล้ว")
PROTECTION = LeftOut("การป้องกันหรือจำกัดการแก้ไข", "ถ้าต้องการป้องกันเอกสาร ให้ตั้งในเอกสารที่สร้างแล้ว")
TEMPLATE = LeftOut("ที่อยู่ของแม่แบบ Word ที่แนบไว้ ({path})", "สไตล์ทั้งหมดอยู่ในแม่แบบนี้แล้ว เอกสารจึงไม่ต้องอ้างถึงไฟล์อื่น")
VARIABLES = LeftOut("ตัวแปรเอกสาร {count} ตัวที่ไม่มีเขตข้อมูลใดใช้", "ถ้าต้องการพิมพ์ข้อมูลนี้ ให้ใช้แท็ก")
PROPERTIES = LeftOut("คุณสมบัติของไฟล์ ({names})", "ถ้าต้องการให้เอกสารมีคุณสมบัตินี้ ให้กรอกในเอกสารที่สร้างแล้ว")
MACROS = LeftOut("แมโคร แป้นพิมพ์ลัด และแถบเครื่องมือ", "เอกสารที่สร้างเป็นชนิด .docx ซึ่งไม่มีแมโคร")
SIGNATURE = LeftOut("ลายมือชื่อดิจิทัลของแม่แบบ", "ลงลายมือชื่อในเอกสารที่สร้างแล้ว")
PICTURE_PATHS = LeftOut("ที่อยู่ของไฟล์ภาพต้นทาง", "ภาพอยู่ในแม่แบบแล้ว เอกสารจึงมีภาพครบ")
