"""The lines of the general sheet for how documents look: their form, their words, and what they show."""

from __future__ import annotations

from ita_docs.framework.scores import FullMark
from ita_docs.model import AnalysisForm, InMeasures, Layout, ScoreTable
from ita_docs.workbook.field import Field, Group, Value
from ita_docs.workbook.tables import MEASURES
from officefiles.thai import Digits
from thaipages.planning import Catchwords

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
        Field(
            name="embed_typeface",
            heading="แบบอักษรในไฟล์ Word",
            value=Value.CHOICE,
            help="ฝังแบบอักษร TH SarabunPSK ในไฟล์ Word เพื่อให้แสดงผลและแบ่งหน้าตรงกันในเครื่องที่ไม่มีแบบอักษรนี้"
            " ซึ่งเพิ่มขนาดไฟล์ละ 70 กิโลไบต์ หรือไม่ฝัง ถ้าเว้นว่าง จะฝัง",
            example="ฝัง",
            allowed={"ฝัง": True, "ไม่ฝัง": False},
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
        _column("level", "ระดับ", "จุดแข็ง จุดที่ควรพัฒนา หรือจุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน ตามคะแนนของตัวชี้วัด"),
        _column("previous", "คะแนนปีก่อน", "คะแนนปีก่อนและผลต่าง จากชีตคะแนน"),
        *(_column(one.name, one.heading, f"{one.choice} จากชีตมาตรการ") for one in MEASURES.fields if one.choice),
    ),
)

COLUMN_NAMES = tuple(field.name.removeprefix("column_") for field in COLUMNS.fields)
"""The columns of the measures table that are printed only where the office asks for them."""
