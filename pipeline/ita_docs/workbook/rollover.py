"""Last year's workbook made into this year's: what stays is carried over, what belonged to the year is emptied."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ita_docs.framework.model import Framework
from ita_docs.model import OwnCell, OwnData, Submission
from ita_docs.workbook.field import Value
from ita_docs.workbook.form import EXAMPLES, Carried, Form, FormRow, FormValue, Review, asked_for, form_of, own_cells
from ita_docs.workbook.own.sheet import VALUES
from ita_docs.workbook.schema import Schema
from ita_docs.workbook.tables import DUTIES, MEASURES, RESULTS, SCORES, SEATS, SECTIONS, TABLES
from ita_docs.workbook.writer import write
from ita_docs.workbook.written import reviews
from ita_docs.workbook.years import move_years, names_a_letter
from officefiles.problems import Place

_OF_PAPERS = ("memo_number", "memo_date", "notice_date", "report_date", "results_memo_number", "results_memo_date")
_OF_THE_YEAR = ("number", "date", "effective", *_OF_PAPERS, "total", "level", "confirmed")
"""Lines of the general sheet that are emptied; so are the published scores of instruments and parts."""

_NO_YEARS = ("powers", "telephone")
"""Lines in which a year is that of a law, or none at all, and stays."""

NO_INDICATOR = "เกณฑ์ปีประเมิน พ.ศ. {year} ไม่มีตัวชี้วัดนี้ โปรดระบุเลขที่ตัวชี้วัดที่ตรงกัน หรือลบแถวนี้"

_RESULTS_NEXT = (
    f"ผลของมาตรการปีก่อน: กรอกในชีต “{RESULTS.name}” หรือถ้าใช้ไฟล์ติดตาม ให้สั่ง check และ build พร้อม --tracker ไฟล์ติดตามของปีก่อน"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RolledOver:
    """The new workbook, and in Thai what was carried over, moved and emptied; ``review`` are the cells to look at,
    ``reported`` where it has measures of last year to report on."""

    data: bytes
    carried: tuple[str, ...]
    moved: tuple[str, ...]
    emptied: tuple[str, ...]
    review: tuple[Place, ...]
    reported: bool


def roll_over(last: Submission, schema: Schema, before: Framework) -> RolledOver:
    """The workbook of the schema's fiscal year, from an earlier year's submission; ``before`` are the rules of the year
    that it analyses.

    An indicator is known by its name: its number may be that of another in another year. Last year's scores become the
    scores of the year before only where ``last`` is the pack of one year earlier.
    """
    year, framework = schema.year, schema.framework
    old = form_of(last, schema)
    schema = old.schema
    numbers = _numbers(before, framework)
    years = {one: one + year - last.fiscal_year for one in (last.fiscal_year - 1, last.fiscal_year)}
    rows: dict[str, Sequence[FormRow]] = {
        SECTIONS.key: old.rows[SECTIONS.key],
        SEATS.key: [_moved(row, years) for row in old.rows[SEATS.key]],
        DUTIES.key: [_moved(row, years) for row in old.rows[DUTIES.key]],
        MEASURES.key: [_moved(_renumbered(row, numbers, framework), years) for row in old.rows[MEASURES.key]],
        SCORES.key: _scores(last, numbers, framework),
        VALUES.key: [{name: _carried_cell(cell) for name, cell in row.items()} for row in old.rows[VALUES.key]],
        RESULTS.key: [_renumbered(row, numbers, framework) for row in _results(last, framework)],
    }
    emptied = {*_OF_THE_YEAR, *last.published.instruments}
    general = {name: cell for name, cell in old.general.items() if name not in emptied}
    fixed = {*_NO_YEARS, *(field.name for field in schema.general.fields if field.value is Value.CHOICE)}
    general |= _moved({name: cell for name, cell in general.items() if name not in fixed}, years)
    general |= {"fiscal_year": year, **asked_for(schema)}
    form = Form(
        schema=schema,
        general=general,
        rows=rows,
        examples=frozenset(key for key in EXAMPLES if not rows.get(key)),
        own=last.own,
    )
    return RolledOver(
        data=write(form),
        carried=_carried(last),
        moved=_moved_lines(last, form, old.general),
        emptied=_emptied(last),
        review=tuple(place for place, _, _ in reviews(form)),
        reported=bool(rows[RESULTS.key]),
    )


def _numbers(before: Framework, framework: Framework) -> dict[int, int]:
    """The new numbers of the indicators of the year before; those that the new year does not have are left out."""
    new = {name: one.number for one in framework.indicators for name in one.names}
    found = {one.number: next((new[name] for name in one.names if name in new), 0) for one in before.indicators}
    return {old: number for old, number in found.items() if number}


def _renumbered(row: FormRow, numbers: Mapping[int, int], framework: Framework) -> FormRow:
    """A row with its indicator's number and, of measures, its name as the new year has them; the number of one that the
    year does not have is left to the office."""
    number = row["indicator"]
    assert isinstance(number, int)
    if number not in numbers:
        return {**row, "indicator": Review("", NO_INDICATOR.format(year=framework.year))}
    names = {one.number: one.name for one in framework.indicators}
    own = {"indicator_name": names[numbers[number]]} if "indicator_name" in row else {}
    return {**row, "indicator": numbers[number], **own}


def _scores(last: Submission, numbers: Mapping[int, int], framework: Framework) -> list[FormRow]:
    """The new year's indicators, without scores, with last year's beside them."""
    scored = last.scores if framework.year == last.fiscal_year else ()
    known = {numbers[one.indicator]: one.score for one in scored if one.indicator in numbers}
    before: dict[int, FormRow] = {number: {"previous": score} for number, score in known.items()}
    own = {numbers[one.indicator]: own_cells(one) for one in last.scores if one.indicator in numbers}
    return [
        {"indicator": one.number, "name": one.name, **before.get(one.number, {}), **own.get(one.number, {})}
        for one in framework.indicators
    ]


def _results(last: Submission, framework: Framework) -> list[FormRow]:
    """Last year's measures, one a row, for the office to say what came of them; their years are last year's."""
    if framework.year != last.fiscal_year:
        return []
    return [{"indicator": one.indicator, "action": action} for one in last.measures for action in one.actions]


def _carried_cell(cell: FormValue) -> FormValue:
    return Carried(cell) if isinstance(cell, OwnCell) else cell


def _moved(row: FormRow, years: Mapping[int, int]) -> FormRow:
    """``row`` with the years of its texts moved on, each such text marked for review."""
    return {name: _moved_text(cell, years) if isinstance(cell, str) else cell for name, cell in row.items()}


def _moved_text(text: str, years: Mapping[int, int]) -> FormValue:
    moved, changed = move_years(text, years)
    if not changed:
        return text
    steps = ", ".join(f"{old} เป็น {new}" for old, new in changed.items())
    letter = " วันที่ของหนังสือหรือคำสั่งที่อ้างไม่ได้ปรับ" if names_a_letter(text) else ""
    return Review(moved, f"ยกมาจากปีก่อนและปรับปีจาก {steps}{letter} โปรดตรวจทาน")


def _carried(last: Submission) -> tuple[str, ...]:
    seats = sum(len(one.seats) for one in last.committees)
    duties = sum(len(one.duties) for one in last.committees)
    papers = last.papers
    proposed = " ผู้เสนอและผู้พิจารณา" if papers.owner or papers.proposer or papers.approvers else ""
    proposed += " ผู้รายงานผล" if papers.reporter or papers.reporter_position else ""
    return (
        f"ข้อมูลทั่วไป: หน่วยงาน เรื่อง เหตุผล อำนาจตามกฎหมาย ผู้ลงนาม{proposed} และรูปแบบเอกสาร",
        f"หน่วยงานย่อย {len(last.office.sections)} แห่ง",
        f"บุคลากร {seats} ตำแหน่ง ใน {len(last.committees)} คณะ",
        f"หน้าที่และอำนาจ {duties} ข้อ",
        f"มาตรการ {len(last.measures)} แถว",
        *_carried_own(last.own),
    )


def _carried_own(own: OwnData) -> Iterator[str]:
    """What the office added: nothing of it is moved on to the new year."""
    names = {table.key: table.name for table in TABLES}
    for key, headings in own.columns.items():
        yield f"คอลัมน์ที่หน่วยงานเพิ่มเองในชีต “{names[key]}”: {', '.join(headings)} พร้อมค่าของแถวที่ยกมา โปรดตรวจทาน"
    if own.values.more:
        yield f"ชีต “{VALUES.name}” {len(own.values.more)} รายการ โปรดตรวจทาน (ช่องพื้นสีเหลือง)"
    for table in own.tables:
        yield f"ชีต “{table.name}” ซึ่งหน่วยงานเพิ่มเอง {len(table.rows)} แถว เป็นค่า ไม่ใช่สูตร โปรดตรวจทาน (ช่องพื้นสีเหลือง)"


def _moved_lines(last: Submission, form: Form, before: FormRow) -> tuple[str, ...]:
    marked = sum(1 for _ in reviews(form))
    found = []
    if any("previous" in row for row in form.rows[SCORES.key]):
        found.append(f"คะแนนของปีงบประมาณ พ.ศ. {last.assessed_year} ย้ายไปคอลัมน์ “คะแนนปีก่อน”")
    if results := form.rows[RESULTS.key]:
        found.append(f"มาตรการของปีก่อน {len(results)} รายการ คัดลอกไปชีต “{RESULTS.name}” ด้วย รอกรอกผล")
    if marked:
        found.append(f"ปรับปี พ.ศ. ในข้อความ {marked} ช่อง ตามปีใหม่แล้ว (ช่องพื้นสีเหลือง โปรดตรวจทาน ช่องอื่นที่ยกมาคงตามเดิม)")
    shown = [form.schema.general.field(name) for name in form.schema.asked if form.general[name] != before[name]]
    if shown:
        headings = ", ".join(f"“{one.heading}” ({form.general[one.name]})" for one in shown)
        found.append(f"เลือกให้ตามรายการข้อมูลของปีงบประมาณ พ.ศ. {form.schema.year}: {headings}")
    return tuple(found)


def _emptied(last: Submission) -> tuple[str, ...]:
    of_papers = (getattr(last.papers, name) for name in _OF_PAPERS)
    counts = {"คะแนนรายข้อ": last.questions, "ข้อความวิเคราะห์": last.overrides, "กิจกรรม": last.activities}
    return (
        "เลขที่คำสั่ง วันที่ลงนาม และวันที่มีผลใช้บังคับ",
        *(["ที่และวันที่ของบันทึกข้อความ ประกาศ และรายงานผล"] if any(of_papers) else []),
        "คะแนนรวม ระดับ และคะแนนรายเครื่องมือที่ประกาศ",
        f"คะแนนรายตัวชี้วัด {len(last.scores)} ตัวชี้วัด",
        *(f"{name} {len(rows)} รายการ" for name, rows in counts.items() if rows),
    )


def lines(rolled: RolledOver) -> tuple[str, ...]:
    """What was done, line by line, for the person who asked for it."""
    parts = (("ยกมา", rolled.carried), ("ย้ายและปรับ", rolled.moved), ("เว้นว่างให้กรอกใหม่", rolled.emptied))
    return tuple(f"{head}: {line}" for head, group in parts for line in group)


def next_steps(rolled: RolledOver) -> tuple[str, ...]:
    """What to do next, line by line."""
    return (
        "ขั้นต่อไป: กรอกคะแนนและส่วนที่เว้นว่าง ทบทวนรายชื่อและมาตรการ แล้วสั่ง ita-docs check",
        *((_RESULTS_NEXT,) if rolled.reported else ()),
    )
