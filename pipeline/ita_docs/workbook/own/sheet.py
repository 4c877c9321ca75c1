"""The sheet of single values that an office adds for its own templates, as data."""

from ita_docs.workbook.field import Field, Sheet, Value

VALUES = Sheet(
    key="own_values",
    name="ข้อมูลเพิ่มเติม",
    title="ข้อมูลเพิ่มเติมของหน่วยงาน (ถ้ามี)",
    help="ข้อมูลที่แม่แบบของหน่วยงานเองใช้ เช่น คำขวัญ เอกสารที่มากับโปรแกรมไม่ใช้ชีตนี้ เว้นว่างทั้งชีตได้",
    spare=15,
    fields=(
        Field(
            name="name",
            heading="ชื่อ",
            value=Value.TEXT,
            width=34,
            help='ชื่อที่ตั้งเอง ไม่ซ้ำกัน พิมพ์ในแม่แบบด้วย {{ more["ชื่อ"] }}',
            example="คำขวัญของหน่วยงาน",
            others=("ชื่อข้อมูล", "หัวข้อ"),
        ),
        Field(
            name="value",
            heading="ค่า",
            value=Value.LINES,
            as_shown=True,
            dated=True,
            width=80,
            help="ข้อความ ตัวเลข หรือวันที่ พิมพ์ในเอกสารตามที่ Excel แสดง",
            example="โปร่งใส ตรวจสอบได้",
            others=("ข้อมูล",),
        ),
    ),
)
"""Templates find a value under its name: ``more["คำขวัญ"]``. No year shapes the sheet."""
