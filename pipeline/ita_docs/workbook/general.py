"""The sheet ข้อมูลทั่วไป as data: the office, the order, who signs, what was published, how documents look."""

from __future__ import annotations

from ita_docs.framework.scores import FullMark
from ita_docs.model import AnalysisForm, InMeasures, Layout, ScoreTable
from ita_docs.workbook.field import Field, Group, Sheet, Value
from ita_docs.workbook.papers import PAPERS
from ita_docs.workbook.tables import DATE_HELP, MEASURES, TITLE_WORDS
from officefiles.thai import Digits
from thaipages.planning import Catchwords

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
            example="87.50",
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

SETTINGS = Group(
    title="รูปแบบเอกสาร",
    fields=(
        Field(
            name="digits",
            heading="ตัวเลขในเอกสาร",
            value=Value.CHOICE,
            help="ตัวเลขที่พิมพ์ในเอกสารทุกฉบับ ถ้าเว้นว่าง จะใช้เลขไทย",
            example="ไทย",
            allowed={"ไทย": Digits.THAI, "อารบิก": Digits.ARABIC},
        ),
        Field(
            name="catchwords",
            heading="คำต่อเนื่อง",
            value=Value.CHOICE,
            help="คำที่มุมล่างขวาของหน้าซึ่งบอกคำขึ้นต้นของหน้าถัดไป ถ้าเว้นว่าง จะพิมพ์แบบไม่มีเครื่องหมายทับ",
            example="ไม่มีเครื่องหมายทับ",
            allowed={
                "ไม่มีเครื่องหมายทับ": Catchwords.PLAIN,
                "มีเครื่องหมายทับ": Catchwords.SLASH,
                "ไม่ใส่": Catchwords.OFF,
            },
        ),
        Field(
            name="analysis_form",
            heading="รูปแบบบทวิเคราะห์",
            value=Value.CHOICE,
            help="แสดงตัวชี้วัดทั้งหมดเป็นรายการเดียว หรือแยกเป็นจุดแข็งและจุดอ่อน ถ้าเว้นว่าง จะแยกจุดแข็งและจุดอ่อน",
            example="แยกจุดแข็งและจุดอ่อน",
            allowed={"แยกจุดแข็งและจุดอ่อน": AnalysisForm.SPLIT, "รายการเดียว": AnalysisForm.ONE_LIST},
        ),
        Field(
            name="full_mark",
            heading="รูปแบบคะแนนเต็ม",
            value=Value.CHOICE,
            help="การพิมพ์คะแนนเต็มในเอกสาร ถ้าเว้นว่าง จะพิมพ์ ๑๐๐",
            example="๑๐๐",
            allowed={"๑๐๐": FullMark.SHORT, "{full_mark}": FullMark.LONG},
        ),
        Field(
            name="layout",
            heading="จัดเอกสารตาม",
            value=Value.CHOICE,
            help="จัดบทวิเคราะห์และตารางมาตรการตามตัวชี้วัด หรือตามประเด็น {topics} ด้าน (ใช้กับเอกสารตั้งแต่ปีงบประมาณ พ.ศ. 2567)"
            " ถ้าเว้นว่าง จะจัดตามตัวชี้วัด",
            example="ตัวชี้วัด",
            allowed={"ตัวชี้วัด": Layout.INDICATORS, "ประเด็น {topics} ด้าน": Layout.TOPICS},
        ),
        Field(
            name="contents",
            heading="สารบัญในเอกสารรวมเล่ม",
            value=Value.CHOICE,
            help="เพิ่มหน้าสารบัญต่อจากปกของเอกสารรวมเล่ม และนับเลขหน้าต่อกันทั้งเล่ม ถ้าเว้นว่าง จะไม่มีสารบัญ",
            example="ไม่มี",
            allowed={"ไม่มี": False, "มี": True},
        ),
        Field(
            name="chart",
            heading="แผนภูมิในบทวิเคราะห์",
            value=Value.CHOICE,
            help="เพิ่มแผนภูมิคะแนนรายตัวชี้วัดเทียบกับเป้าหมายในบทวิเคราะห์ พร้อมคะแนนปีก่อนถ้าได้กรอก ถ้าเว้นว่าง จะไม่มีแผนภูมิ",
            example="ไม่มี",
            allowed={"ไม่มี": False, "มี": True},
        ),
        Field(
            name="score_table",
            heading="ตารางคะแนนในบทวิเคราะห์",
            value=Value.CHOICE,
            help="เพิ่มตารางคะแนนของตัวชี้วัด เครื่องมือ และคะแนนรวม พร้อมคะแนนปีก่อนถ้าได้กรอก"
            " และตารางคะแนนรายข้อซึ่งระบุข้อที่ได้คะแนนต่ำที่สุด ถ้าเว้นว่าง จะไม่มีตาราง",
            example="คะแนนรายตัวชี้วัด",
            allowed={  # the first is what a new form chooses: an analysis is read with its scores beside it
                "คะแนนรายตัวชี้วัด": ScoreTable.INDICATORS,
                "คะแนนรายตัวชี้วัดและรายข้อ": ScoreTable.QUESTIONS,
                "ไม่มี": ScoreTable.NONE,
            },
        ),
        Field(
            name="next_level",
            heading="แนวทางสู่ระดับถัดไป",
            value=Value.CHOICE,
            help="เพิ่มข้อความท้ายบทวิเคราะห์ว่าเครื่องมือและตัวชี้วัดใดต้องได้คะแนนเพิ่มขึ้นเท่าใดจึงจะได้ระดับถัดไป ถ้าเว้นว่าง จะไม่มี",
            example="ไม่มี",
            allowed={"ไม่มี": False, "มี": True},
        ),
        Field(
            name="phrases",
            heading="ถ้อยคำบทวิเคราะห์",
            value=Value.CHOICE,
            help="ชุดถ้อยคำที่ใช้เรียบเรียงบทวิเคราะห์จากคะแนน ถ้าเว้นว่าง จะใช้ถ้อยคำมาตรฐาน",
            example="ถ้อยคำมาตรฐาน",
            suggest="phrases",
        ),
        Field(
            name="measures_analysis",
            heading="บทวิเคราะห์ในตารางมาตรการ",
            value=Value.CHOICE,
            help="ข้อความในคอลัมน์รายละเอียดการวิเคราะห์: เต็ม ย่อเหลือคะแนนและระดับในหนึ่งประโยค หรือไม่แสดงคอลัมน์นี้"
            " ถ้าเว้นว่าง จะแสดงเต็มเมื่อตารางมี 5 คอลัมน์ และย่อเมื่อมีคอลัมน์เพิ่มเติม",
            example="ตามจำนวนคอลัมน์",
            allowed={
                "ตามจำนวนคอลัมน์": InMeasures.BY_COLUMNS,
                "เต็ม": InMeasures.FULL,
                "ย่อ": InMeasures.SHORT,
                "ไม่แสดง": InMeasures.NONE,
            },
        ),
        Field(
            name="members_indented",
            heading="รายชื่อในคำสั่ง",
            value=Value.CHOICE,
            help="จัดรายชื่อเยื้องเข้าไป 2.5 เซนติเมตรให้อยู่ใต้ชื่อคณะ หรือชิดขอบซ้าย ถ้าเว้นว่าง จะเยื้องใต้ชื่อคณะ",
            example="เยื้องใต้ชื่อคณะ",
            allowed={"เยื้องใต้ชื่อคณะ": True, "ชิดขอบซ้าย": False},
        ),
        Field(
            name="one_axis",
            heading="วันที่และลายมือชื่อในคำสั่ง",
            value=Value.CHOICE,
            help="วางลายมือชื่อค่อนไปทางขวา หรือให้ “สั่ง” ตรงกับ “ตั้งแต่” และชื่อกับตำแหน่งอยู่กึ่งกลางใต้บรรทัดวันที่"
            " ถ้าเว้นว่าง จะวางค่อนไปทางขวา",
            example="ค่อนไปทางขวา",
            allowed={"ค่อนไปทางขวา": False, "แกนเดียวกัน": True},
        ),
    ),
)


def _column(name: str, heading: str, help: str) -> Field:
    return Field(
        name=f"column_{name}",
        heading=f"คอลัมน์{heading}",
        value=Value.CHOICE,
        help=help,
        example="ไม่แสดง",
        allowed={"ไม่แสดง": False, "แสดง": True},
    )


COLUMNS = Group(
    title="คอลัมน์เพิ่มเติมในตารางมาตรการ",
    fields=(
        _column("score", "คะแนน", "คะแนนของตัวชี้วัด จากชีตคะแนน"),
        _column("level", "ระดับ", "จุดแข็ง ควรพัฒนา หรือต้องแก้ไขโดยเร่งด่วน ตามคะแนนของตัวชี้วัด"),
        _column("previous", "คะแนนปีก่อน", "คะแนนปีก่อนและผลต่าง จากชีตคะแนน"),
        *(_column(one.name, one.heading, f"{one.choice} จากชีตมาตรการ") for one in MEASURES.fields if one.choice),
    ),
)

COLUMN_NAMES = tuple(field.name.removeprefix("column_") for field in COLUMNS.fields)
"""The columns of the measures table that are printed only where the office asks for them."""

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
