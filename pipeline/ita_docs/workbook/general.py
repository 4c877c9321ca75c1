"""The sheet ข้อมูลทั่วไป as data: the office, the order, who signs, what was published."""

from __future__ import annotations

from ita_docs.workbook.field import Field, Group, Sheet, Value
from ita_docs.workbook.papers import PAPERS
from ita_docs.workbook.settings import COLUMNS, SETTINGS
from ita_docs.workbook.tables import DATE_HELP, TITLE_WORDS

EXAMPLE_TOTAL = "87.50"
"""The example of a published total; that of the level agrees with it."""

OFFICE = Group(
    title="หน่วยงาน",
    fields=(
        Field(
            name="name",
            heading="ชื่อหน่วยงาน",
            value=Value.TEXT,
            required=True,
            help="ชื่อเต็มของหน่วยงาน ใช้ในหัวคำสั่งและชื่อเอกสาร",
            example="{office}",
            meaning="ชื่อหน่วยงาน",
        ),
        Field(
            name="short_name",
            heading="คำเรียกหน่วยงานในเนื้อความ",
            value=Value.TEXT,
            required=True,
            help="คำที่ใช้แทนชื่อเต็มในข้อความวิเคราะห์",
            suggest="short_names",
            meaning="คำเรียกหน่วยงานในเนื้อความ เช่น เทศบาล",
        ),
        Field(
            name="head_title",
            heading="ตำแหน่งหัวหน้าหน่วยงาน",
            value=Value.TEXT,
            required=True,
            help="ชื่อตำแหน่ง ไม่ใช่ชื่อบุคคล",
            suggest="head_titles",
            meaning="ชื่อตำแหน่งหัวหน้าหน่วยงาน",
        ),
        Field(
            name="fiscal_year",
            heading="ปีงบประมาณ",
            value=Value.YEAR,
            required=True,
            help="ปีงบประมาณของเอกสารชุดนี้ (พ.ศ.) คะแนนที่นำมาวิเคราะห์เป็นของปีก่อนหน้าหนึ่งปี",
            example="2566",
            others=("ปีงบประมาณ พ.ศ.",),
        ),
        Field(
            name="family",
            heading="ประเมินตามรายการของ",
            value=Value.CHOICE,
            help="ผู้กำหนดรายการข้อมูลที่หน่วยงานต้องเผยแพร่ (ข้อ O หรือ MOIT) ถ้าเว้นว่าง จะใช้ตามประเภทของหน่วยงาน",
            example="{family}",
            suggest="families",
        ),
    ),
)

ORDER = Group(
    title="คำสั่งแต่งตั้ง",
    fields=(
        Field(
            name="number",
            heading="เลขที่คำสั่ง",
            value=Value.ORDER_NUMBER,
            required=True,
            help="เลขที่ทับปี พ.ศ. ตามปีปฏิทินของวันที่ลงนาม",
            example="๓๙๘/๒๕๖๕",
        ),
        Field(
            name="date",
            heading="วันที่ลงนามในคำสั่ง",
            value=Value.DATE,
            required=True,
            help=DATE_HELP,
            example="๒๕ ตุลาคม ๒๕๖๕",
        ),
        Field(
            name="subject",
            heading="เรื่องของคำสั่ง",
            value=Value.TEXT,
            required=True,
            help="ข้อความหลังคำว่า “เรื่อง” ไม่ต้องพิมพ์คำนี้ซ้ำ",
            example="แต่งตั้งคณะกรรมการและคณะทำงานการประเมินคุณธรรมและความโปร่งใส ...",
            meaning="เรื่องของคำสั่ง ไม่รวมคำว่า “เรื่อง”",
        ),
        Field(
            name="reason",
            heading="เหตุผล",
            value=Value.TEXT,
            required=True,
            help="ทั้งย่อหน้า ขึ้นต้นด้วยคำว่า “ด้วย”",
            example="ด้วย{office}ได้เข้าร่วมการประเมินคุณธรรมและความโปร่งใส ...",
            meaning="เหตุผลในการออกคำสั่ง ทั้งย่อหน้า",
        ),
        Field(
            name="powers",
            heading="อำนาจตามกฎหมาย",
            value=Value.TEXT,
            required=True,
            help="ข้อความหลังคำว่า “อาศัยอำนาจตามความใน” และก่อนคำว่า “จึงแต่งตั้ง” ถ้าขึ้นต้นด้วยคำสั่ง ระเบียบ หรือประกาศ"
            " เอกสารจะพิมพ์ “อาศัยอำนาจตาม” โปรดตรวจสอบกฎหมายที่ให้อำนาจก่อนใช้ตัวอย่าง",
            example="{powers}",
            meaning="อำนาจตามกฎหมาย ต่อจากคำนำหน้า",
        ),
        Field(
            name="effective",
            heading="วันที่มีผลใช้บังคับ",
            value=Value.DATE,
            help=f"ถ้าเว้นว่าง หมายถึง “ตั้งแต่บัดนี้เป็นต้นไป” ถ้ากำหนดวันที่ {DATE_HELP}",
            example="(เว้นว่าง)",
        ),
        Field(
            name="emblem",
            heading="ไฟล์ตราครุฑ",
            value=Value.PICTURE,
            help="ชื่อไฟล์ภาพ PNG หรือ JPG ที่วางไว้ในโฟลเดอร์เดียวกับแบบกรอกนี้ ถ้าเว้นว่าง จะเว้นที่สูง 3 เซนติเมตรไว้สำหรับตราครุฑ",
            example="garuda.png",
        ),
    ),
)

SIGNATORY = Group(
    title="ผู้ลงนามในคำสั่ง",
    fields=(
        Field(
            name="signatory_title",
            heading="คำนำหน้าผู้ลงนาม",
            value=Value.TEXT,
            required=True,
            help="คำนำหน้าชื่อหรือยศเป็นคำเต็ม เลือกจากรายการหรือพิมพ์เองก็ได้ เอกสารพิมพ์ยศไว้หน้าลายมือชื่อ",
            example="นาย",
            suggestions=TITLE_WORDS,
        ),
        Field(
            name="signatory_first_name",
            heading="ชื่อผู้ลงนาม",
            value=Value.TEXT,
            required=True,
            help="ชื่ออย่างเดียว ไม่มีคำนำหน้าและนามสกุล",
            example="สมชาย",
        ),
        Field(
            name="signatory_last_name",
            heading="นามสกุลผู้ลงนาม",
            value=Value.TEXT,
            required=True,
            help="นามสกุลอย่างเดียว",
            example="ใจดี",
        ),
        Field(
            name="signatory_position",
            heading="ตำแหน่งผู้ลงนาม",
            value=Value.LINES,
            required=True,
            help="ตำแหน่งที่พิมพ์ใต้ชื่อ ถ้าลงนามแทน (รักษาราชการแทน ปฏิบัติราชการแทน) ให้ขึ้นบรรทัดใหม่ในช่องเดียวกันด้วย Alt+Enter",
            example="{signatory}",
            meaning="ตำแหน่งผู้ลงนาม",
        ),
    ),
)

PUBLISHED = Group(
    title="ผลการประเมินที่ประกาศ",
    fields=(
        Field(
            name="total",
            heading="คะแนนรวมที่ประกาศ",
            value=Value.SCORE,
            help="คะแนนรวมตามประกาศของ{assessor} ถ้าเว้นว่าง โปรแกรมจะใช้คะแนนที่คำนวณจากชีตคะแนน",
            example=EXAMPLE_TOTAL,
        ),
        Field(
            name="level",
            heading="ระดับที่ประกาศ",
            value=Value.TEXT,
            help="ระดับผลการประเมินตามประกาศ เลือกจากรายการ",
            example="A",
            suggest="levels",
        ),
        Field(
            name="confirmed",
            heading="ยืนยันตามประกาศ",
            value=Value.CHOICE,
            help="เลือก “ยืนยัน” เมื่อตรวจสอบกับประกาศแล้วว่าคะแนนและระดับถูกต้อง แม้ไม่ตรงกับที่โปรแกรมคำนวณ เอกสารจะใช้ตามประกาศ",
            example="(เว้นว่าง)",
            allowed={"ยืนยัน": True, "ไม่ยืนยัน": False},
        ),
    ),
)

GROUPS = (OFFICE, ORDER, SIGNATORY, PUBLISHED, *PAPERS, SETTINGS, COLUMNS)
"""The lines of the sheet, in the order of the form; the year's instruments and their parts follow in ``PUBLISHED``."""

LABEL, VALUE, HELP, EXAMPLE = "หัวข้อ", "ค่า", "คำอธิบาย", "ตัวอย่าง"
"""The headings of the sheet's columns."""

GENERAL = Sheet(
    key="general",
    name="ข้อมูลทั่วไป",
    title="ข้อมูลทั่วไปของหน่วยงานและคำสั่ง",
    help="กรอกเฉพาะช่องในคอลัมน์ “ค่า” หัวข้อพื้นสีน้ำเงินต้องกรอก สีฟ้าเข้มต้องมีตามรายการข้อมูลของปี สีฟ้าอ่อนกรอกเมื่อมี ห้ามแก้ชื่อหัวข้อ",
    fields=tuple(field for group in GROUPS for field in group.fields),
    required=True,
    others=("ทั่วไป",),
)
