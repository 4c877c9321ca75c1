"""What was gathered made into a form: text as typed, numbers as the form has them, and what is not sure marked."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from ita_docs import thai
from ita_docs.framework.model import Framework
from ita_docs.framework.words.kinds import OfficeForm, OfficeKinds
from ita_docs.framework.words.lists import any_of
from ita_docs.framework.words.sentences import DocumentPhrases
from ita_docs.importing.blocks import OldPlace, Photo
from ita_docs.importing.documents import ReadCell, ReadRow
from ita_docs.importing.gather import Gathered, plain
from ita_docs.workbook.cell_problems import MISSING
from ita_docs.workbook.field import Field, Sheet, Value
from ita_docs.workbook.file import Upload
from ita_docs.workbook.form import EXAMPLES, Form, FormRow, FormValue, Review, asked_for
from ita_docs.workbook.reader import read_rows
from ita_docs.workbook.records import ROW_INCOMPLETE
from ita_docs.workbook.schema import GENERAL, Schema, schema
from ita_docs.workbook.settings import COLUMNS, SETTINGS
from ita_docs.workbook.tables import MEASURES, SCORES, SEATS
from ita_docs.workbook.values import parse
from ita_docs.workbook.writer import write
from ita_docs.workbook.written import filled_cells
from officefiles.problems import Severity

USUAL = "ไม่มีเอกสารใดระบุ จึงใส่คำที่หน่วยงานประเภทนี้ใช้โดยทั่วไป"
GIVEN = "ระบุไว้ในคำสั่งนำเข้า แต่เอกสารระบุว่า “{said}”"
BY_WHO_SIGNS = "ไม่มีเอกสารใดระบุ จึงใส่ตามตำแหน่งของผู้ลงนามในคำสั่ง"
BY_TEXTS = "ไม่มีหัวเรื่องใดระบุปีงบประมาณ จึงใส่ปีล่าสุดที่ข้อความกล่าวถึง"
BY_DATE = "ไม่มีเอกสารใดระบุ จึงคำนวณจากวันที่ของคำสั่ง"
_IN_STEAD = re.compile(any_of(DocumentPhrases.load().acting))
_DEPUTIES = ("รอง", "ผู้ช่วย")
_EMPTY = (MISSING.id, ROW_INCOMPLETE.id)
NOT_READ = "อ่านเป็นข้อมูลของช่องนี้ไม่ได้"


@dataclass(frozen=True, slots=True)
class Mark(Review):
    """A cell that a person must look at: why, and where in the old files."""

    why: str
    places: tuple[OldPlace, ...]

    @staticmethod
    def of(text: str, why: str, places: tuple[OldPlace, ...] = ()) -> Mark:
        """The text marked; the comment at the cell says both why and where."""
        return Mark(text, ReadCell(text, places, why).note, why, places)


def fiscal_year(found: Gathered, named: int = 0) -> tuple[int | None, FormValue]:
    """The year that the documents say, and its cell: in words, else by the date of the order, else the one ``named`` in
    their texts, 0 for none; ``None`` where none can be read."""
    typed, date = (found.general.get(name) for name in ("fiscal_year", "date"))
    if typed and isinstance(year := _parsed(GENERAL.field("fiscal_year"), typed), int):
        return year, Mark.of(str(year), typed.doubt, typed.places) if typed.doubt else year
    if date and isinstance(day := _parsed(GENERAL.field("date"), date), datetime.date):
        year = thai.fiscal_year(day)
        return year, Mark.of(str(year), BY_DATE, date.places)
    return (named, Mark.of(str(named), BY_TEXTS, ())) if named else (None, "")


def form_of(found: Gathered, year: int, given: FormRow, frameworks: Path | None = None) -> Form:
    """The form of fiscal ``year`` that the documents fill; lines that are ``given`` go before what documents say.

    Choices that no document shows are those of a blank form. Every indicator has its row of scores, and of measures
    where no document has any. Raises ``FrameworkError`` where a file of rules is broken.
    """
    office = _text(given, "name") or (found.general["name"].text if "name" in found.general else "")
    kind = OfficeKinds.load().known(office)
    form = schema(year, frameworks, kind.family, kind.form) if kind else schema(year, frameworks)
    rows = {
        table.key: [_row(table, row, form.framework) for row in found.rows.get(table.key, ())] for table in form.tables
    }
    rows[SCORES.key] = _all_indicators(rows[SCORES.key], "name", form.framework)
    if not rows[MEASURES.key]:
        rows[MEASURES.key] = _all_indicators([], "indicator_name", form.framework)
    usual = dict(_usual(found, kind.form) if kind else _of_who_signs(found))
    said = _row(form.general, found.general, form.framework)
    given = {name: _given(cell, found.general.get(name)) for name, cell in given.items()}
    return Form(
        schema=form,
        general={**_defaults(found, form), **usual, **said, **given},
        rows=rows,
        examples=frozenset(key for key in EXAMPLES if not rows.get(key)),
    )


def with_faults_marked(form: Form, photos: Mapping[str, Photo]) -> Form:
    """The form with those cells marked of which the reader of workbooks would tell that they are wrong; what is only
    missing is coloured by the form itself."""
    pictures = {name: photo.data for name, photo in photos.items()}
    _, problems = read_rows(Upload("imported.xlsx", write(form), pictures))
    told = {one.place: one.message for one in problems if one.severity is not Severity.NOTE and one.kind not in _EMPTY}
    rows = {id(row): dict(row) for row in (form.general, *(row for own in form.rows.values() for row in own))}
    for place, field, cells in filled_cells(form):
        if place in told and not isinstance(cells.get(field.name), Review):
            rows[id(cells)][field.name] = Mark.of(_text(cells, field.name), told[place])
    return replace(
        form,
        general=rows[id(form.general)],
        rows={key: [rows[id(row)] for row in own] for key, own in form.rows.items()},
    )


def _defaults(found: Gathered, form: Schema) -> FormRow:
    """The choices of a blank form; what the items of the year ask for where no document shows what the office had."""
    chosen = (form.general.field(field.name) for field in (*SETTINGS.fields, *COLUMNS.fields))
    asked = {} if found.rows.get(MEASURES.key) else asked_for(form)
    return {**{field.name: next(iter(field.allowed)) for field in chosen}, **asked}


def _given(cell: FormValue, said: ReadCell | None) -> FormValue:
    """What was given with the command, marked where the documents say another thing."""
    if said is None or isinstance(cell, Review) or plain(str(cell)) == plain(said.text):
        return cell
    why = f"{GIVEN.format(said=said.text)} {said.doubt}".strip()
    return Mark.of(str(cell), why, said.places)


def _usual(found: Gathered, words: OfficeForm) -> Iterator[tuple[str, FormValue]]:
    """What the office and its head are called: the head as a post in the documents begins, else in the usual words,
    marked."""
    cells = [row["position"] for row in found.rows.get(SEATS.key, ()) if "position" in row]
    cells += [cell for name, cell in found.general.items() if name == "signatory_position"]
    posts = [post for cell in cells for post in cell.text.split("\n")]  # of whom, and in whose stead
    begun = (title for title in words.head_titles if any(post.startswith(title) for post in posts))
    yield "head_title", next(begun, Mark.of(words.head_titles[0], USUAL))
    yield "short_name", Mark.of(words.short_names[0], USUAL)


def _of_who_signs(found: Gathered) -> Iterator[tuple[str, FormValue]]:
    """The head of an office of no known kind: who signs the order, or in whose stead a deputy does, marked."""
    signs = found.general.get("signatory_position")
    post = _IN_STEAD.split(" ".join(signs.text.split()))[-1].strip() if signs else ""
    if signs and post and not post.startswith(_DEPUTIES):
        yield "head_title", Mark.of(post, BY_WHO_SIGNS, signs.places)


def _row(sheet: Sheet, row: ReadRow, framework: Framework) -> FormRow:
    """A row with its cells as the form has them; the number of an indicator is told by its name where only that is
    said."""
    cells = {field.name: _cell(field, row[field.name]) for field in sheet.fields if field.name in row}
    name = row.get("indicator_name" if sheet.key == MEASURES.key else "name")
    if "indicator" in {field.name for field in sheet.fields} and "indicator" not in cells and name:
        numbers = {plain(one): indicator.number for indicator in framework.indicators for one in indicator.names}
        cells |= {"indicator": numbers[plain(name.text)]} if plain(name.text) in numbers else {}
    return cells


def _cell(field: Field, cell: ReadCell) -> FormValue:
    """A cell as the form has it: numbers as numbers, dates in words, text as typed; marked where the documents are not
    sure of it, or where it is nothing that the form can hold."""
    value = _parsed(field, cell)
    if value is None:
        return Mark.of(cell.text, cell.doubt or NOT_READ, cell.places)
    typed = _typed(field, value, cell.text)
    return Mark.of(str(typed), cell.doubt, cell.places) if cell.doubt else typed


def _typed(field: Field, value: object, text: str) -> str | int | Decimal:
    """A value as its cell is typed in the form."""
    if isinstance(value, datetime.date):
        return thai.date_long(value)
    if field.value is Value.ORDER_NUMBER and isinstance(value, tuple):
        return "{}/{}".format(*value)
    if field.value is Value.PART and str(value).isdecimal():
        return int(str(value))
    if isinstance(value, Decimal):  # as typed, though it has more decimals than the form keeps
        return thai.parse_number(text) or value
    return value if isinstance(value, int) and not isinstance(value, bool) else text


def _parsed(field: Field, cell: ReadCell) -> object:
    """What the reader of workbooks would make of the cell; ``None`` where it would tell of a problem."""
    return parse(field, cell.text, "")[0]


def _all_indicators(rows: Sequence[FormRow], name: str, framework: Framework) -> list[FormRow]:
    """A row for each indicator of the year, in order, with its name; rows of no indicator come last."""
    own: list[FormRow] = [{"indicator": one.number, name: one.name} for one in framework.indicators]
    known = {_text(row, "indicator"): row for row in rows}
    done = [{**row, **known.get(str(row["indicator"]), {})} for row in own]
    numbers = {str(row["indicator"]) for row in own}
    return [*done, *(row for row in rows if _text(row, "indicator") not in numbers)]


def _text(row: FormRow, name: str) -> str:
    cell = row.get(name, "")
    return cell.text if isinstance(cell, Review) else str(cell)
