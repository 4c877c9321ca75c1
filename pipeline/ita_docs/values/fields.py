"""Every name that a template may use, stated once: what kind it is, what it means, and where it comes from.

``[]`` after a name means a list: ``committees[].seats[].role`` is used in a loop over a loop. The kinds are few, as
templates do not calculate: numbers and dates are texts already, in the digits that the workbook asks for. Their kinds
tell Excel templates to make numbers and dates of them again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ita_docs.model import NAME_FIELDS
from ita_docs.workbook.field import Field, Sheet, Value
from ita_docs.workbook.general import GENERAL, OFFICE, ORDER, SIGNATORY
from ita_docs.workbook.papers import PAPERS
from ita_docs.workbook.schema import PUBLISHED_SCORE
from ita_docs.workbook.settings import COLUMN_NAMES
from ita_docs.workbook.tables import (
    ACTIVITIES,
    DUTIES,
    MEASURES,
    OVERRIDES,
    QUESTIONS,
    RESULTS,
    SCORES,
    SEATS,
    SECTIONS,
)

COMPUTED = "คำนวณ"
"""What stands in place of a sheet where the software works a value out."""


class FieldKind(StrEnum):
    """What a name holds, and so how a template may use it."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    FLAG = "flag"
    PICTURE = "picture"

    @property
    def thai(self) -> str:
        """The word staff read in the list of names."""
        return {
            "text": "ข้อความ",
            "number": "ตัวเลข",
            "date": "วันที่",
            "flag": "ใช่หรือไม่ (ใช้กับ if)",
            "picture": "ภาพ (ใช้กับ fit)",
        }[self.value]


@dataclass(frozen=True, slots=True)
class TemplateField:
    """A name, its kind and its meaning in Thai; ``sheet`` and ``columns`` are the workbook's own headings."""

    name: str
    kind: FieldKind
    meaning: str
    sheet: str = COMPUTED
    columns: tuple[str, ...] = ()

    @property
    def column(self) -> str:
        """The headings in one text; empty where the value is worked out."""
        return ", ".join(self.columns)


_AMOUNTS = ("change", "goal", "previous", "rank", "score", "total", "weight", "weighted")
"""What is a number wherever it stands, by the last word of its name; years and what counts only (ข้อ ๑) are words."""


def _text(
    name: str, meaning: str, sheet: Sheet | None = None, *columns: str, kind: FieldKind = FieldKind.TEXT
) -> TemplateField:
    """A field filled from ``columns`` of ``sheet``, named as in the model; worked out where there is no sheet."""
    if kind is FieldKind.TEXT and name.rpartition(".")[2] in _AMOUNTS:
        kind = FieldKind.NUMBER
    if sheet is None:
        return TemplateField(name, kind, meaning)
    return TemplateField(name, kind, meaning, sheet.name, tuple(sheet.field(column).heading for column in columns))


def _flag(name: str, meaning: str, sheet: Sheet | None = None, *columns: str) -> TemplateField:
    return _text(name, meaning, sheet, *columns, kind=FieldKind.FLAG)


def _picture(name: str, meaning: str, sheet: Sheet, *columns: str) -> TemplateField:
    return _text(name, meaning, sheet, *columns, kind=FieldKind.PICTURE)


_KINDS = {
    Value.PICTURE: FieldKind.PICTURE,
    Value.PICTURES: FieldKind.PICTURE,
    Value.SCORE: FieldKind.NUMBER,
    Value.DATE: FieldKind.DATE,
}
_LISTS = (Value.ITEMS, Value.PICTURES)


def _declared(name: str, sheet: Sheet, fields: Sequence[Field] = (), **also: str) -> Iterator[TemplateField]:
    """The fields that the form itself declares for templates, of all a sheet's or of some; ``also`` names, for one of
    them, another column that its value holds."""
    for one in fields or sheet.fields:
        if one.meaning:
            columns = (one.name, *filter(None, [also.get(one.name)]))
            path = f"{name}.{one.name}{'[]' * (one.value in _LISTS)}"
            yield _text(path, one.meaning, sheet, *columns, kind=_KINDS.get(one.value, FieldKind.TEXT))


def _indicators(name: str, meaning: str) -> tuple[TemplateField, ...]:
    """A list of indicators; each has the same names."""
    return (
        _text(f"{name}[].number", f"เลขที่ตัวชี้วัดใน{meaning} เช่น ๑", SCORES, "indicator"),
        _text(f"{name}[].name", f"ชื่อตัวชี้วัดใน{meaning}", SCORES, "name"),
        _text(f"{name}[].instrument", "เครื่องมือที่ใช้วัด เช่น IIT"),
        _text(f"{name}[].score", "คะแนนของตัวชี้วัด เช่น ๘๗.๐๓", SCORES, "score"),
        _text(f"{name}[].previous", "คะแนนปีก่อน ว่างถ้าไม่ได้กรอก", SCORES, "previous"),
        _text(f"{name}[].change", "ผลต่างจากปีก่อน เช่น +๑.๒๕ ว่างถ้าไม่ได้กรอกคะแนนปีก่อน"),
        _text(f"{name}[].rank", "อันดับของคะแนนในทุกตัวชี้วัด สูงสุดเป็น ๑"),
        _text(f"{name}[].level", "ระดับของตัวชี้วัด คือ จุดแข็ง จุดที่ควรพัฒนา หรือจุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน"),
        _flag(f"{name}[].strength", "เป็นจุดแข็งหรือไม่ (คะแนนถึงเป้าหมาย)"),
        _text(f"{name}[].text", "ข้อความวิเคราะห์ของตัวชี้วัด ถ้าไม่ได้กรอก โปรแกรมเรียบเรียงให้จากคะแนน", OVERRIDES, "text"),
    )


def _questions(name: str, meaning: str) -> tuple[TemplateField, ...]:
    """A list of questions; each has the same names."""
    return (
        _text(f"{name}[].code", f"รหัสข้อใน{meaning} เช่น i1", QUESTIONS, "code"),
        _text(f"{name}[].question", "ข้อความของคำถาม ว่างถ้าไม่ได้กรอก", QUESTIONS, "question"),
        _text(f"{name}[].score", "คะแนนของข้อ", QUESTIONS, "score"),
        _flag(f"{name}[].weakest", "เป็นข้อที่ได้คะแนนต่ำที่สุดในรายการหรือไม่"),
    )


def _measures(name: str) -> tuple[TemplateField, ...]:
    """A list of rows of the measures table; each has the same names."""
    return (
        _text(f"{name}[].number", "เลขที่ตัวชี้วัด เช่น ๑", MEASURES, "indicator"),
        _text(f"{name}[].name", "ชื่อตัวชี้วัดในตารางมาตรการ", MEASURES, "indicator_name"),
        _flag(f"{name}[].continued", "เป็นแถวต่อของตัวชี้วัดเดียวกับแถวก่อนหรือไม่"),
        _text(f"{name}[].score", "คะแนนของตัวชี้วัด", SCORES, "score"),
        _text(f"{name}[].previous", "คะแนนปีก่อน ว่างถ้าไม่ได้กรอก", SCORES, "previous"),
        _text(f"{name}[].change", "ผลต่างจากปีก่อน เช่น +๑.๒๕ ว่างถ้าไม่ได้กรอกคะแนนปีก่อน"),
        _text(f"{name}[].level", "ระดับของตัวชี้วัด คือ จุดแข็ง จุดที่ควรพัฒนา หรือจุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน"),
        _text(f"{name}[].analysis", "รายละเอียดการวิเคราะห์", OVERRIDES, "text"),
        *_declared(f"{name}[]", MEASURES, follow_ups="frequency"),
        _text(f"{name}[].owners", "ผู้รับผิดชอบในบรรทัดเดียว เช่น กองช่างและกองคลัง", MEASURES, "responsible"),
    )


def _signer(path: str, name: str, who: str) -> tuple[TemplateField, ...]:
    """The names under which who signs a paper is printed."""
    title, *rest = (f"{name}_{part}" for part in NAME_FIELDS)
    said = f"ชื่อ{who}ที่พิมพ์ใต้ลายมือชื่อ คือคำนำหน้า ชื่อ และนามสกุล ไม่รวมยศ"
    return (
        _text(f"{path}.{name}_rank", f"ยศ{who} พิมพ์ไว้หน้าลายมือชื่อ ว่างถ้าไม่มียศ", GENERAL, title),
        _text(f"{path}.{name}_name", said, GENERAL, title, *rest),
    )


FIELDS: tuple[TemplateField, ...] = (
    _text("document.heading", "ชื่อชุดเอกสาร ตามถ้อยคำที่เลือก ใช้บนปกและเหนือตารางมาตรการ"),
    _text("document.title", "ชื่อเรื่องของไฟล์เอกสาร"),
    _text("document.subject", "หัวเรื่องของไฟล์เอกสาร"),
    _text("document.author", "ผู้จัดทำไฟล์เอกสาร คือชื่อหน่วยงาน"),
    _flag("digits_thai", "พิมพ์ตัวเลขเป็นเลขไทยหรือไม่", GENERAL, "digits"),
    _text("year", "ปีงบประมาณของเอกสารชุดนี้ (พ.ศ.)", GENERAL, "fiscal_year"),
    _text("last_year", "ปีงบประมาณของผลการประเมินที่นำมาวิเคราะห์ คือปีก่อนหน้า"),
    # the office
    *_declared("office", GENERAL, OFFICE.fields),
    _text("office.agency", "คำเรียกหน่วยงานในชื่อมาตรการ คือ หน่วยงาน หรือสถานศึกษา"),
    *_declared("sections[]", SECTIONS),
    # the order
    _text("order.number", "เลขที่คำสั่ง เช่น ๓๙๘/๒๕๖๕", GENERAL, "number"),
    _text("order.date", "วันที่ลงนามในคำสั่ง เช่น ๒๕ ตุลาคม พ.ศ. ๒๕๖๕", GENERAL, "date", kind=FieldKind.DATE),
    _text(
        "order.powers_lead",
        "คำนำหน้าอำนาจตามกฎหมาย คือ อาศัยอำนาจตามความใน หรืออาศัยอำนาจตาม ถ้าอำนาจเป็นคำสั่ง ระเบียบ หรือประกาศ",
    ),
    *_declared("order", GENERAL, ORDER.fields),
    _text("order.subject_lines", "เรื่องในหัวคำสั่ง ขึ้นบรรทัดใหม่ที่ปีงบประมาณถ้ายาว", GENERAL, "subject"),
    _text("order.reference", "คำสั่งตามที่เอกสารอื่นอ้างถึง คือชื่อหน่วยงาน เลขที่ และวันที่ลงนาม"),
    _text("order.own_reference", "คำสั่งตามที่เอกสารของหน่วยงานเองอ้างถึง คือเลขที่และวันที่ลงนาม"),
    _text("order.effective", "วันที่มีผล เช่น ตั้งแต่บัดนี้เป็นต้นไป", GENERAL, "effective"),
    _text(
        "order.signatory",
        "คำนำหน้า ชื่อ และนามสกุลผู้ลงนาม",
        GENERAL,
        "signatory_title",
        "signatory_first_name",
        "signatory_last_name",
    ),
    *_signer("order", "signatory", "ผู้ลงนาม"),
    *_declared("order", GENERAL, SIGNATORY.fields),
    _picture("order.emblem", "ตราครุฑ ว่างถ้าไม่ได้กรอก", GENERAL, "emblem"),
    # the memo, the notice, and the report on last year's measures
    *_declared("papers", GENERAL, [field for group in PAPERS for field in group.fields]),
    *_signer("papers", "proposer", "ผู้เสนอ"),
    *_signer("papers", "reporter", "ผู้รายงานผล"),
    _text(
        "papers.bureau", "ส่วนราชการในหัวบันทึกข้อความ คือหน่วยงานย่อยเจ้าของเรื่อง (ถ้ามี) และชื่อหน่วยงาน", GENERAL, "owner", "name"
    ),
    _text(
        "papers.notice_date",
        "วันที่ของประกาศ เช่น ๑๕ พฤศจิกายน พ.ศ. ๒๕๖๕ ว่างได้",
        GENERAL,
        "notice_date",
        kind=FieldKind.DATE,
    ),
    _flag("papers.results_memo", "เสนอรายงานผลในบันทึกข้อความแยกฉบับหรือไม่", GENERAL, "results_memo"),
    _text("papers.enclosures[].number", "ลำดับของสิ่งที่เสนอมาพร้อมบันทึกข้อความ เช่น ๑."),
    _text("papers.enclosures[].text", "สิ่งที่เสนอมาพร้อมบันทึกข้อความ"),
    # committees
    _flag("members_indented", "จัดรายชื่อเยื้องใต้ชื่อคณะหรือไม่", GENERAL, "members_indented"),
    _flag("one_axis", "จัดวันที่และลายมือชื่อในคำสั่งเป็นแกนเดียวกันหรือไม่", GENERAL, "one_axis"),
    _text("committees[].number", "ลำดับคณะ เช่น ๑"),
    _text("committees[].name", "ชื่อคณะ", SEATS, "committee"),
    _flag("committees[].long_roles", "มีหน้าที่ในคณะที่ยาวจนต้องใช้ช่องกว้างหรือไม่"),
    _text("committees[].seats[].number", "ลำดับในคณะ เช่น (๑)", SEATS, "number"),
    _text(
        "committees[].seats[].name",
        "คำนำหน้า ชื่อ และนามสกุล ขึ้นบรรทัดใหม่ที่นามสกุลถ้ายาว หรือชื่อตำแหน่งถ้าแต่งตั้งโดยตำแหน่ง",
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
    *_declared("committees[].seats[]", SEATS),
    _text("committees[].lead", "ข้อความนำหน้าที่และอำนาจ หรือข้อความเดียวทั้งหมด ว่างได้", DUTIES, "text"),
    _text("committees[].duties[].number", "ลำดับหน้าที่ เช่น ๑.๑", DUTIES, "number"),
    *_declared("committees[].duties[]", DUTIES),
    # the result of the assessment
    _text("total", "คะแนนรวม ตามประกาศ หรือที่คำนวณได้ถ้าไม่ได้กรอก", GENERAL, "total"),
    _text("level", "ระดับผลการประเมิน ตามประกาศ หรือตามเกณฑ์ถ้าไม่ได้กรอก", GENERAL, "level"),
    _text("level_said", "ระดับผลการประเมินในประโยค ตามถ้อยคำของเกณฑ์ปีนั้น เช่น จัดอยู่ในระดับ A"),
    _text("goal", "คะแนนเป้าหมาย เช่น ๘๕"),
    _text("instruments[].code", "รหัสเครื่องมือ เช่น IIT"),
    _text("instruments[].name", "ชื่อเครื่องมือ"),
    _text("instruments[].weight", "น้ำหนักของเครื่องมือ เป็นร้อยละ เช่น ๓๐"),
    TemplateField(
        "instruments[].score",
        FieldKind.NUMBER,
        "คะแนนของเครื่องมือ ตามประกาศ หรือที่คำนวณได้",
        GENERAL.name,
        (PUBLISHED_SCORE.format(name="…"),),
    ),
    _text("instruments[].weighted", "คะแนนถ่วงน้ำหนักของเครื่องมือ"),
    *_indicators("instruments[].indicators", "เครื่องมือ"),
    *_indicators("indicators", "รายการทุกตัวชี้วัด"),
    # the analysis
    _text("analysis.intro", "ย่อหน้าแรกของบทวิเคราะห์", OVERRIDES, "text"),
    _text("analysis.instruments[]", "ย่อหน้าของแต่ละเครื่องมือ", OVERRIDES, "text"),
    _text("analysis.summary", "ย่อหน้าสรุปคะแนนรวมและระดับ", OVERRIDES, "text"),
    _text("analysis.score_table", "ข้อความนำตารางคะแนน ว่างถ้าไม่ได้เลือกให้มี", GENERAL, "score_table"),
    _flag("analysis.compared", "กรอกคะแนนปีก่อนอย่างน้อยหนึ่งตัวชี้วัดหรือไม่", SCORES, "previous"),
    _text("analysis.question_table", "ข้อความนำตารางคะแนนรายข้อ ว่างถ้าไม่ได้เลือกให้มีหรือไม่ได้กรอก", GENERAL, "score_table"),
    _text("analysis.question_groups[].number", "เลขที่ตัวชี้วัดของข้อคำถาม ว่างถ้าไม่ทราบว่าเป็นของตัวชี้วัดใด"),
    _text("analysis.question_groups[].name", "ชื่อตัวชี้วัดของข้อคำถาม หรือชื่อเครื่องมือถ้าไม่ทราบตัวชี้วัด"),
    *_questions("analysis.question_groups[].questions", "ตัวชี้วัด"),
    _text("analysis.next_level[].lead", "ข้อความนำว่าต้องทำอย่างไรจึงจะได้ระดับถัดไป ไม่มีถ้าไม่ได้เลือก", GENERAL, "next_level"),
    _text("analysis.next_level[].rises[]", "คะแนนที่ต้องเพิ่มขึ้น เรียงจากน้อยไปมาก"),
    _picture("analysis.chart", "แผนภูมิคะแนนรายตัวชี้วัด ว่างถ้าไม่ได้เลือกให้มี", GENERAL, "chart"),
    _text("analysis.chart_caption", "คำบรรยายใต้แผนภูมิ"),
    _flag("analysis.as_one_list", "แสดงทุกตัวชี้วัดเป็นรายการเดียวหรือไม่", GENERAL, "analysis_form"),
    *_indicators("analysis.items", "รายการเดียวของบทวิเคราะห์"),
    _text("analysis.strengths_lead", "ข้อความนำจุดแข็ง"),
    *_indicators("analysis.strengths", "จุดแข็ง คะแนนมากไปน้อย"),
    _text("analysis.weaknesses_lead", "ข้อความนำจุดอ่อน"),
    *_indicators("analysis.weaknesses", "จุดอ่อน คะแนนน้อยไปมาก"),
    _text("analysis.to_develop_lead", "ข้อความนำประเด็นที่ต้องพัฒนาให้ดีขึ้น หรือจุดอ่อนทั้งหมดถ้าไม่มีที่ต้องแก้ไขโดยเร่งด่วน"),
    *_indicators("analysis.to_develop", "จุดอ่อนที่ไม่ต้องแก้ไขโดยเร่งด่วน คะแนนน้อยไปมาก"),
    _text("analysis.mend_lead", "ข้อความนำจุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน ว่างถ้าไม่มี"),
    *_indicators("analysis.mend", "จุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน คะแนนน้อยไปมาก"),
    _text("analysis.topics_lead", "ข้อความนำประเด็น ว่างถ้าไม่ได้จัดตามประเด็น"),
    _text("analysis.closing", "ย่อหน้าปิดท้ายบทวิเคราะห์ ว่างได้"),
    # the measures
    *_measures("measures"),
    *(
        _flag(f"columns.{column}", f"แสดง{GENERAL.field(f'column_{column}').heading}หรือไม่", GENERAL, f"column_{column}")
        for column in COLUMN_NAMES
    ),
    _flag("columns.analysis", "แสดงรายละเอียดการวิเคราะห์ในตารางมาตรการหรือไม่", GENERAL, "measures_analysis"),
    _flag("columns.chosen", "เลือกแสดงคอลัมน์เพิ่มเติมในตารางมาตรการอย่างน้อยหนึ่งคอลัมน์หรือไม่"),
    _text("continued", "คำต่อท้ายชื่อตัวชี้วัดในแถวต่อ เช่น (ต่อ) ว่างได้"),
    _text("no_column", "ใส่ในหัวคอลัมน์ของตาราง ทำให้ไม่พิมพ์คอลัมน์นั้น และคอลัมน์ที่เหลือแบ่งความกว้างกัน"),
    # by topic
    _flag("by_topic", "จัดเอกสารตามประเด็นหรือไม่", GENERAL, "layout"),
    _text("groups[].number", "เลขที่ประเด็น เช่น ๑ ว่างถ้าไม่ได้จัดตามประเด็น"),
    _text("groups[].name", "ชื่อประเด็น ว่างถ้าไม่ได้จัดตามประเด็น"),
    _text("groups[].text", "ข้อความวิเคราะห์ของประเด็น ว่างถ้าไม่ได้จัดตามประเด็น"),
    *_questions("groups[].questions", "ประเด็น ที่เกี่ยวข้องโดยตรง"),
    *_indicators("groups[].indicators", "ประเด็น (หรือทุกตัวชี้วัด ถ้าไม่ได้จัดตามประเด็น)"),
    *_measures("groups[].measures"),
    # what came of last year's measures
    _flag("results.given", "กรอกผลการดำเนินการตามมาตรการของปีก่อนหรือไม่"),
    _text("results.items[].code", "รหัสข้อ OIT ของปีงบประมาณของเอกสาร ที่ใช้รายงานผลนี้ตอบ เช่น O35"),
    _text("results.items[].title", "ชื่อข้อ OIT นั้น"),
    _text("results.intro", "ย่อหน้าแรกของรายงานผล"),
    _text("results.summary", "จำนวนมาตรการตามสถานะ และร้อยละที่ดำเนินการแล้ว"),
    _text("results.moves", "คะแนนที่เพิ่มขึ้น ลดลง และเท่าเดิม ว่างถ้าไม่ได้กรอกคะแนนปีก่อน"),
    _text("results.problems", "ย่อหน้าสรุปปัญหาและอุปสรรค หรือมาตรการที่ดำเนินการไม่แล้วเสร็จ"),
    _text("results.measures[].number", "เลขที่ตัวชี้วัดของมาตรการปีก่อน เช่น ๑", RESULTS, "indicator"),
    _text("results.measures[].name", "ชื่อตัวชี้วัด", SCORES, "name"),
    _flag("results.measures[].continued", "เป็นแถวต่อของตัวชี้วัดเดียวกับแถวก่อนหรือไม่"),
    _text("results.measures[].score", "คะแนนหลังดำเนินการ คือของปีที่ดำเนินการตามมาตรการ", SCORES, "score"),
    _text("results.measures[].previous", "คะแนนก่อนดำเนินการ ว่างถ้าไม่ได้กรอก", SCORES, "previous"),
    _text("results.measures[].change", "ผลต่างของคะแนน เช่น +๑.๒๕ ว่างถ้าไม่ได้กรอกคะแนนปีก่อน"),
    *_declared("results.measures[]", RESULTS),
    _text("results.measures[].text", "ข้อความตามสถานะของมาตรการ"),
    _text("results.measures[].advice", "สิ่งที่ควรดำเนินการต่อ ตามสถานะของมาตรการ ว่างเมื่อดำเนินการแล้ว"),
    _flag("results.measures[].unexplained", "ไม่ได้ดำเนินการและยังไม่ได้กรอกปัญหาหรืออุปสรรคหรือไม่", RESULTS, "problem"),
    _text("results.indicators[].number", "เลขที่ตัวชี้วัดที่มีมาตรการในปีก่อน", SCORES, "indicator"),
    _text("results.indicators[].name", "ชื่อตัวชี้วัดนั้น", SCORES, "name"),
    _text("results.indicators[].score", "คะแนนหลังดำเนินการ", SCORES, "score"),
    _text("results.indicators[].previous", "คะแนนก่อนดำเนินการ ว่างถ้าไม่ได้กรอก", SCORES, "previous"),
    _text("results.indicators[].change", "ผลต่างของคะแนน ว่างถ้าไม่ได้กรอกคะแนนปีก่อน"),
    _text("results.indicators[].text", "ข้อความว่าคะแนนของตัวชี้วัดเปลี่ยนไปอย่างไร"),
    # the activities
    *_declared("activities[]", ACTIVITIES),
)

KINDS: Mapping[str, str] = {field.name: field.kind for field in FIELDS}
"""The kind of value of each name, as the examination of templates takes them."""
