"""The tracker's form as data: its sheet and columns feed the writer and the reader alike."""

from ita_docs.framework.model import Framework
from ita_docs.model import CHOICES
from ita_docs.workbook.field import Field, Sheet, Value
from ita_docs.workbook.schema import shaped
from ita_docs.workbook.tables.results import TRACKER_SHEET

STATUSES = {status.value: status for status in CHOICES}

TRACKER = Sheet(
    key="tracker",
    name=TRACKER_SHEET,
    title="การติดตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส",
    help="กรอกเฉพาะช่องพื้นสีครีม: สถานะ วันที่ดำเนินการ ผลการดำเนินการ ปัญหา/อุปสรรค และหลักฐาน",
    required=True,
    fields=(
        Field(name="code", heading="รหัส", value=Value.TEXT, as_shown=True, help="รหัสของรายการ ไม่ต้องแก้ไข", width=8),
        Field(
            name="indicator",
            heading="ตัวชี้วัดที่",
            value=Value.COUNT,
            help="เลขที่ตัวชี้วัด 1 ถึง {count}",
            width=8,
            required=True,
        ),
        Field(name="indicator_name", heading="ตัวชี้วัด", value=Value.TEXT, help="ชื่อตัวชี้วัด", width=19),
        Field(
            name="action",
            heading="มาตรการ/กิจกรรม",
            value=Value.LINES,
            help="มาตรการหรือกิจกรรมที่กำหนดไว้",
            width=42,
            required=True,
        ),
        Field(
            name="responsible",
            heading="ผู้รับผิดชอบ",
            value=Value.LINES,
            help="หน่วยงานย่อยที่รับผิดชอบ",
            width=17,
            required=True,
        ),
        Field(name="frequency", heading="ความถี่", value=Value.TEXT, help="ความถี่ของการกำกับติดตาม", width=11),
        Field(name="number", heading="รอบที่", value=Value.COUNT, help="รอบของการติดตาม", width=7, required=True),
        Field(name="due", heading="ครบกำหนด", value=Value.DATE, help="วันสุดท้ายของรอบ เช่น 31/3/2566", width=17),
        Field(
            name="status",
            heading="สถานะ",
            value=Value.CHOICE,
            help="เลือกจากรายการ",
            width=18,
            required=True,
            allowed=STATUSES,
        ),
        Field(
            name="done",
            heading="วันที่ดำเนินการ",
            value=Value.DATE,
            help="วันที่ดำเนินการแล้วเสร็จ เช่น 15/3/2566",
            width=14,
        ),
        Field(
            name="result",
            heading="ผลการดำเนินการ",
            value=Value.LINES,
            as_shown=True,
            help="ดำเนินการอย่างไร และได้ผลอย่างไร",
            width=32,
        ),
        Field(name="problem", heading="ปัญหา/อุปสรรค", value=Value.OBSTACLE, help="ถ้าไม่มี ให้เว้นว่าง", width=22),
        Field(
            name="evidence", heading="หลักฐาน", value=Value.LINES, as_shown=True, help="เลขที่หนังสือหรือที่อยู่เว็บไซต์", width=18
        ),
    ),
)
FILLED_IN = ("due", "status", "done", "result", "problem", "evidence")
"""The columns that are for staff to fill in."""


def tracker_form(framework: Framework) -> Sheet:
    """The sheet as the rules of the assessed year shape it; the framework keeps it."""
    return framework.made(_shaped)


def _shaped(framework: Framework) -> Sheet:
    return shaped(TRACKER, framework)


def lead(office: str) -> str:
    """What stands above the table: whose it is, and what to fill in."""
    return f"{office} · {TRACKER.help}"


def office_of(text: str) -> str:
    """The office that a lead names; "" where the text is none."""
    return text.removesuffix(lead("")) if text.endswith(lead("")) else ""
