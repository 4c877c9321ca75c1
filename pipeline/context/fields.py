"""Every name that a template may use, stated once: what kind it is, what it means, and where it comes from.

``[]`` after a name means a list: ``committees[].seats[].role`` is used in a loop over a loop. The kinds are few, as
templates do not calculate: numbers and dates are texts already, in the digits that the workbook asks for.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pipeline.workbook.field import Sheet
from pipeline.workbook.schema import GENERAL
from pipeline.workbook.tables import ACTIVITIES, DUTIES, MEASURES, OVERRIDES, SCORES, SEATS, SECTIONS

COMPUTED = "คำนวณ"
"""What stands in place of a sheet where the software works a value out."""


class Kind(StrEnum):
    """What a name holds, and so how a template may use it."""

    TEXT = "text"
    FLAG = "flag"
    PICTURE = "picture"

    @property
    def thai(self) -> str:
        """The word staff read in the list of names."""
        return {"text": "ข้อความ", "flag": "ใช่หรือไม่ (ใช้กับ if)", "picture": "ภาพ (ใช้กับ fit)"}[self.value]


@dataclass(frozen=True, slots=True)
class Field:
    """A name, its kind and its meaning in Thai; ``sheet`` and ``columns`` are the workbook's own headings."""

    name: str
    kind: Kind
    meaning: str
    sheet: str = COMPUTED
    columns: tuple[str, ...] = ()

    @property
    def column(self) -> str:
        """The headings in one text; empty where the value is worked out."""
        return ", ".join(self.columns)


def _text(name: str, meaning: str, sheet: Sheet | None = None, *columns: str, kind: Kind = Kind.TEXT) -> Field:
    """A field filled from ``columns`` of ``sheet``, named as in the model; worked out where there is no sheet."""
    if sheet is None:
        return Field(name, kind, meaning)
    return Field(name, kind, meaning, sheet.name, tuple(sheet.field(column).heading for column in columns))


def _flag(name: str, meaning: str, sheet: Sheet | None = None, *columns: str) -> Field:
    return _text(name, meaning, sheet, *columns, kind=Kind.FLAG)


def _picture(name: str, meaning: str, sheet: Sheet, *columns: str) -> Field:
    return _text(name, meaning, sheet, *columns, kind=Kind.PICTURE)


def _indicators(name: str, meaning: str) -> tuple[Field, ...]:
    """A list of indicators; each has the same names."""
    return (
        _text(f"{name}[].number", f"เลขที่ตัวชี้วัดใน{meaning} เช่น ๑", SCORES, "indicator"),
        _text(f"{name}[].name", f"ชื่อตัวชี้วัดใน{meaning}", SCORES, "name"),
        _text(f"{name}[].instrument", "เครื่องมือที่ใช้วัด คือ IIT EIT หรือ OIT"),
        _text(f"{name}[].score", "คะแนนของตัวชี้วัด ทศนิยม ๒ ตำแหน่ง", SCORES, "score"),
        _text(f"{name}[].previous", "คะแนนปีก่อน ว่างถ้าไม่ได้กรอก", SCORES, "previous"),
        _text(f"{name}[].change", "ผลต่างจากปีก่อน เช่น +๑.๒๕ ว่างถ้าไม่ได้กรอกคะแนนปีก่อน"),
        _text(f"{name}[].rank", "อันดับของคะแนนในทุกตัวชี้วัด สูงสุดเป็น ๑"),
        _flag(f"{name}[].strength", "เป็นจุดแข็งหรือไม่ (คะแนนถึงเป้าหมาย)"),
        _text(f"{name}[].text", "ข้อความวิเคราะห์ของตัวชี้วัด ถ้าไม่ได้กรอก โปรแกรมร่างให้จากคะแนน", OVERRIDES, "text"),
    )


FIELDS: tuple[Field, ...] = (
    _text("document.title", "ชื่อเรื่องของไฟล์เอกสาร"),
    _text("document.subject", "หัวเรื่องของไฟล์เอกสาร"),
    _text("document.author", "ผู้จัดทำไฟล์เอกสาร คือชื่อหน่วยงาน"),
    _flag("digits_thai", "พิมพ์ตัวเลขเป็นเลขไทยหรือไม่", GENERAL, "digits"),
    _text("year", "ปีงบประมาณของเอกสารชุดนี้ (พ.ศ.)", GENERAL, "fiscal_year"),
    _text("last_year", "ปีงบประมาณของผลการประเมินที่นำมาวิเคราะห์ คือปีก่อนหน้า"),
    # the office
    _text("office.name", "ชื่อหน่วยงาน", GENERAL, "name"),
    _text("office.short_name", "คำเรียกหน่วยงานในเนื้อความ เช่น สำนักงานเขต", GENERAL, "short_name"),
    _text("office.head_title", "ชื่อตำแหน่งหัวหน้าหน่วยงาน", GENERAL, "head_title"),
    _text("sections[].name", "ชื่อหน่วยงานย่อย", SECTIONS, "name"),
    _text("sections[].head", "หัวหน้าหน่วยงานย่อย ว่างได้", SECTIONS, "head"),
    # the order
    _text("order.number", "เลขที่คำสั่ง เช่น ๓๙๘/๒๕๖๕", GENERAL, "number"),
    _text("order.date", "วันที่ลงนามในคำสั่ง เช่น ๒๕ ตุลาคม พ.ศ. ๒๕๖๕", GENERAL, "date"),
    _text("order.subject", "เรื่องของคำสั่ง ไม่รวมคำว่า “เรื่อง”", GENERAL, "subject"),
    _text("order.reason", "เหตุผลในการออกคำสั่ง ทั้งย่อหน้า", GENERAL, "reason"),
    _text("order.powers", "อำนาจตามกฎหมาย ต่อจาก “อาศัยอำนาจตามความใน”", GENERAL, "powers"),
    _text("order.effective", "วันที่มีผล เช่น ตั้งแต่บัดนี้เป็นต้นไป", GENERAL, "effective"),
    _text(
        "order.signatory",
        "คำนำหน้า ชื่อ และนามสกุลผู้ลงนาม",
        GENERAL,
        "signatory_title",
        "signatory_first_name",
        "signatory_last_name",
    ),
    _text("order.signatory_position", "ตำแหน่งผู้ลงนาม", GENERAL, "signatory_position"),
    _picture("order.emblem", "ตราครุฑ ว่างถ้าไม่ได้กรอก", GENERAL, "emblem"),
    # committees
    _text("committees[].number", "ลำดับคณะ เช่น ๑"),
    _text("committees[].name", "ชื่อคณะ", SEATS, "committee"),
    _flag("committees[].long_roles", "มีหน้าที่ในคณะที่ยาวจนต้องใช้ช่องกว้างหรือไม่"),
    _text("committees[].seats[].number", "ลำดับในคณะ เช่น (๑)", SEATS, "number"),
    _text(
        "committees[].seats[].name",
        "คำนำหน้า ชื่อ และนามสกุล หรือชื่อตำแหน่งถ้าแต่งตั้งโดยตำแหน่ง",
        SEATS,
        "title",
        "first_name",
        "last_name",
        "position",
    ),
    _text(
        "committees[].seats[].position",
        "ตำแหน่งและฝ่าย ขึ้นบรรทัดใหม่ที่ฝ่ายถ้ายาว ว่างถ้าแต่งตั้งโดยตำแหน่ง",
        SEATS,
        "position",
        "section",
    ),
    _text("committees[].seats[].role", "หน้าที่ในคณะ เช่น ประธานกรรมการ", SEATS, "role"),
    _text("committees[].lead", "ข้อความนำหน้าที่และอำนาจ หรือข้อความเดียวทั้งหมด ว่างได้", DUTIES, "text"),
    _text("committees[].duties[].number", "ลำดับหน้าที่ เช่น ๑.", DUTIES, "number"),
    _text("committees[].duties[].text", "หน้าที่และอำนาจ", DUTIES, "text"),
    # the result of the assessment
    _text("total", "คะแนนรวม ตามประกาศ หรือที่คำนวณได้ถ้าไม่ได้กรอก", GENERAL, "total"),
    _text("level", "ระดับผลการประเมิน ตามประกาศ หรือตามเกณฑ์ถ้าไม่ได้กรอก", GENERAL, "level"),
    _text("goal", "คะแนนเป้าหมาย เช่น ๘๕"),
    _text("instruments[].code", "รหัสเครื่องมือ คือ IIT EIT หรือ OIT"),
    _text("instruments[].name", "ชื่อเครื่องมือ"),
    _text("instruments[].weight", "น้ำหนักของเครื่องมือ เป็นร้อยละ เช่น ๓๐"),
    _text("instruments[].score", "คะแนนของเครื่องมือ ตามประกาศ หรือที่คำนวณได้", GENERAL, "IIT", "EIT", "OIT"),
    _text("instruments[].weighted", "คะแนนถ่วงน้ำหนักของเครื่องมือ"),
    *_indicators("indicators", "รายการทุกตัวชี้วัด"),
    # the analysis
    _text("analysis.intro", "ย่อหน้าแรกของบทวิเคราะห์", OVERRIDES, "text"),
    _text("analysis.instruments[]", "ย่อหน้าของแต่ละเครื่องมือ", OVERRIDES, "text"),
    _text("analysis.summary", "ย่อหน้าสรุปคะแนนรวมและระดับ", OVERRIDES, "text"),
    _flag("analysis.as_one_list", "แสดงทุกตัวชี้วัดเป็นรายการเดียวหรือไม่", GENERAL, "analysis_form"),
    *_indicators("analysis.items", "รายการเดียวของบทวิเคราะห์"),
    _text("analysis.strengths_lead", "ข้อความนำจุดแข็ง"),
    *_indicators("analysis.strengths", "จุดแข็ง คะแนนมากไปน้อย"),
    _text("analysis.weaknesses_lead", "ข้อความนำจุดอ่อน"),
    *_indicators("analysis.weaknesses", "จุดอ่อน คะแนนน้อยไปมาก"),
    _text("analysis.closing", "ย่อหน้าปิดท้ายบทวิเคราะห์ ว่างได้"),
    # the measures
    _text("measures[].number", "เลขที่ตัวชี้วัด เช่น ๑", MEASURES, "indicator"),
    _text("measures[].name", "ชื่อตัวชี้วัดในตารางมาตรการ", MEASURES, "indicator_name"),
    _flag("measures[].continued", "เป็นแถวต่อของตัวชี้วัดเดียวกับแถวก่อนหรือไม่"),
    _text("measures[].score", "คะแนนของตัวชี้วัด", SCORES, "score"),
    _text("measures[].previous", "คะแนนปีก่อน ว่างถ้าไม่ได้กรอก", SCORES, "previous"),
    _text("measures[].change", "ผลต่างจากปีก่อน เช่น +๑.๒๕ ว่างถ้าไม่ได้กรอกคะแนนปีก่อน"),
    _text("measures[].analysis", "รายละเอียดการวิเคราะห์", OVERRIDES, "text"),
    _text("measures[].actions[]", "มาตรการหรือกิจกรรม ทีละข้อ", MEASURES, "actions"),
    _text("measures[].follow_ups[]", "การกำกับติดตาม ทีละข้อ ความถี่เป็นข้อสุดท้าย", MEASURES, "follow_ups", "frequency"),
    _text("measures[].frequency", "ความถี่ เช่น ปีละ ๒ ครั้ง", MEASURES, "frequency"),
    _text("measures[].responsible", "ผู้รับผิดชอบ", MEASURES, "responsible"),
    _text("measures[].steps", "ขั้นตอน ว่างได้", MEASURES, "steps"),
    _text("measures[].period", "ระยะเวลา ว่างได้", MEASURES, "period"),
    _text("measures[].reporting", "การรายงานผล ว่างได้", MEASURES, "reporting"),
    # the activities
    _text("activities[].number", "ลำดับกิจกรรม", ACTIVITIES, "number"),
    _text("activities[].date", "วันที่จัดกิจกรรม เช่น ๖ มกราคม ๒๕๖๖", ACTIVITIES, "date"),
    _text("activities[].caption", "คำบรรยาย อาจมีหลายบรรทัด", ACTIVITIES, "caption"),
    _text("activities[].place", "สถานที่ ว่างได้", ACTIVITIES, "place"),
    _picture("activities[].pictures[]", "ภาพกิจกรรม", ACTIVITIES, "pictures"),
)
