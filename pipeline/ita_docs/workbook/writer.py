"""Writing a workbook: the same form for a blank one, a rolled-over one and the sample.

Every run gives the same bytes for the same form. Text is written as text, so that one beginning with ``=``, ``+``,
``-`` or ``@`` never becomes a formula.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from ita_docs.model import OwnCell
from ita_docs.thai import ERA
from ita_docs.workbook.dropdowns import Area, rule, write_lists
from ita_docs.workbook.examples import example_of
from ita_docs.workbook.field import Field, Sheet, Value
from ita_docs.workbook.form import Carried, Form, FormRow, FormValue, Review
from ita_docs.workbook.general import EXAMPLE as EXAMPLE_HEADING
from ita_docs.workbook.general import HELP, LABEL, VALUE
from ita_docs.workbook.guide import write_guide
from ita_docs.workbook.listings import Listing, write_listing
from ita_docs.workbook.own.writing import OwnLooks, offers, own_sheets, write_own
from ita_docs.workbook.papers import MEMO
from ita_docs.workbook.schema import EXAMPLE, GUIDE, LISTS
from ita_docs.workbook.settings import SETTINGS
from ita_docs.workbook.styles import FONT, NAVY, SIZE, SKY, formats, row_height
from ita_docs.workbook.tables import SECTIONS
from ita_docs.workbook.written import HEADING_ROW, first_row, general_rows
from officefiles import archive
from officefiles.cells import column_name

_GENERAL_WIDTHS = (34.0, 66.0, 52.0, 34.0)
_ON_A_PAGE_OF_ITS_OWN = (MEMO.title, SETTINGS.title)
"""The groups of the general sheet that begin a printed page, so that no heading stands alone at the foot of one."""
_TITLE_HEIGHT, _LINE_HEIGHT, _HEADING_HEIGHT = 34, 24, 30
_MARGINS = {"left": 0.5, "right": 0.5, "top": 0.6, "bottom": 0.6}
_A4 = 9
_SHEETS, _FIXED = "xl/worksheets/", b' customHeight="1"'
_NEEDS = {"required": "ต้องกรอก", "optional": "กรอกเมื่อมี"}
_COMMENT = {"author": "ita-docs", "font_name": FONT, "font_size": 14, "x_scale": 2.2, "y_scale": 1.4}
_KINDS = {Value.COUNT: "count", Value.YEAR: "count", Value.SCORE: "score"}


@dataclass(frozen=True, slots=True)
class _Desk:
    """What every part of the writing needs: formats, content, and where the drop-down lists stand."""

    formats: Mapping[str, Format]
    form: Form
    places: Mapping[tuple[str, ...], str]
    own: OwnLooks


def write(form: Form, before: Sequence[Listing] = (), after: Sequence[Listing] = ()) -> bytes:
    """The workbook that shows ``form``, with other sheets for people before and after its own."""
    schema = form.schema
    buffer = io.BytesIO()
    book = Workbook(
        buffer,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "default_format_properties": {"font_name": FONT, "font_size": SIZE},
        },
    )
    book.set_properties(
        {
            "title": f"แบบกรอกข้อมูลเอกสาร ITA ปีงบประมาณ พ.ศ. {schema.year}",
            "author": str(form.general.get("name", "")),
            "created": datetime.datetime(schema.year - ERA - 1, 10, 1),
        }
    )
    listings = {listing.name: listing for listing in (*before, *after)}
    offered = offers(form)
    taken = [GUIDE, LISTS, *(one.name for one in (*schema.sheets, *offered)), *(one.name for one in (*before, *after))]
    own = own_sheets(form, taken)
    names = [*(one.name for one in before), GUIDE, *(one.name for one in (*schema.sheets, *offered)), *own]
    names += [one.name for one in after]
    sheets = {name: book.add_worksheet(name) for name in names}
    places = write_lists(book.add_worksheet(LISTS), schema)
    looks = formats(book, schema.framework.rounding.decimals)
    desk = _Desk(looks, form, places, OwnLooks(book, looks))
    write_guide(sheets[GUIDE], schema, desk.formats, offered)
    _write_general(sheets[schema.general.name], desk)
    for table in (*schema.tables, *offered):
        _write_table(sheets[table.name], table, desk)
    for name, table_of_office in own.items():
        write_own(sheets[name], table_of_office, desk.own)
    for name, listing in listings.items():
        write_listing(sheets[name], listing, desk.formats)
    for name, sheet in sheets.items():
        _set_up_print(sheet, name)
    sheets[names[0]].activate()
    book.close()
    return _with_growing_rows(buffer.getvalue())


def _with_growing_rows(data: bytes) -> bytes:
    """The workbook with its rows as high as they are, but no longer fixed: spreadsheet programs make one higher when a
    longer text is typed. xlsxwriter fixes each height that it is given."""
    parts = archive.read(data)
    sheets = {name: part.replace(_FIXED, b"") for name, part in parts.items() if name.startswith(_SHEETS)}
    return archive.write({**parts, **sheets})


def _write_general(sheet: Worksheet, desk: _Desk) -> None:
    """The sheet of headings and values, group by group."""
    schema = desk.form.schema
    _write_head(sheet, schema.general, desk)
    styles = ("optional", "required", "optional", "optional")
    for column, (heading, width, look) in enumerate(
        zip((LABEL, VALUE, HELP, EXAMPLE_HEADING), _GENERAL_WIDTHS, styles, strict=True)
    ):
        sheet.set_column(column, column, width)
        sheet.write_string(HEADING_ROW, column, heading, desk.formats[look])
    rows = general_rows(schema)
    above_groups = {group.title: rows[group.fields[0].name] - 1 for group in schema.groups}
    sheet.set_h_pagebreaks([above_groups[title] for title in _ON_A_PAGE_OF_ITS_OWN])
    for group in schema.groups:
        above = above_groups[group.title]
        for column in range(len(_GENERAL_WIDTHS)):
            sheet.write_blank(above, column, None, desk.formats["group"])
        sheet.write_string(above, 0, group.title, desk.formats["group"])
        sheet.set_row(above, _LINE_HEIGHT)
        for field in group.fields:
            _write_general_row(sheet, rows[field.name], field, desk)


def _write_general_row(sheet: Worksheet, row: int, field: Field, desk: _Desk) -> None:
    need = _need(field)
    cell = desk.form.general.get(field.name, "")
    sheet.write_string(row, 0, field.heading, desk.formats[f"label_{need}"])
    _write_cell(sheet, row, 1, cell, desk.formats[f"general_{_kind(field)}_{need}"], desk)
    sheet.write_string(row, 2, field.help, desk.formats["note"])
    example = _example(field, desk)
    _write_cell(sheet, row, 3, example, desk.formats["note"], desk)
    _validate(sheet, field, (row, 1, row, 1), desk)
    if field.required:
        blank = {"type": "blanks", "format": desk.formats["missing"]}
        sheet.conditional_format(row, 1, row, 1, blank)
    texts = (field.heading, _text(cell), field.help, example)
    sheet.set_row(row, row_height(list(zip(texts, _GENERAL_WIDTHS, strict=True))))


def _write_table(sheet: Worksheet, table: Sheet, desk: _Desk) -> None:
    """A table: headings with comments, an example row, the rows given, and spare rows ruled and checked alike."""
    _write_head(sheet, table, desk)
    for column, field in enumerate(table.fields):
        sheet.set_column(column, column, field.width)
        sheet.write_string(
            HEADING_ROW - 1, column, field.asked_by or _NEEDS[_need(field)], desk.formats[f"need_{_need(field)}"]
        )
        sheet.write_string(HEADING_ROW, column, field.heading, desk.formats[_need(field)])
        example = _example(field, desk)
        comment = f"{field.help}\nตัวอย่าง: {example}" if example else field.help
        sheet.write_comment(HEADING_ROW, column, comment, _COMMENT)
    if table.key in desk.form.examples:
        _write_example(sheet, HEADING_ROW + 1, table, desk)
    first = first_row(desk.form, table)
    rows = desk.form.rows.get(table.key, ())
    for row, cells in enumerate((*rows, *({} for _ in range(table.spare))), start=first):
        _write_row(sheet, row, table, cells, desk)
    last = first + len(rows) + table.spare - 1
    for column, field in enumerate(table.fields):
        _validate(sheet, field, (first, column, last, column), desk)
    _colour_missing(sheet, table, first, last, desk)


def _write_row(sheet: Worksheet, row: int, table: Sheet, cells: FormRow, desk: _Desk) -> None:
    for column, field in enumerate(table.fields):
        look = f"{_kind(field)}_{_need(field)}"
        _write_cell(sheet, row, column, cells.get(field.name, ""), desk.formats[look], desk)
    sheet.set_row(row, row_height([(_text(cells.get(field.name, "")), field.width) for field in table.fields]))


def _write_example(sheet: Worksheet, row: int, table: Sheet, desk: _Desk) -> None:
    texts = [EXAMPLE, *(_example(field, desk) for field in table.fields[1:])]
    for column, text in enumerate(texts):
        _write_cell(sheet, row, column, text, desk.formats["example"], desk)
    sheet.set_row(row, row_height([(text, field.width) for text, field in zip(texts, table.fields, strict=True)]))


def _write_cell(sheet: Worksheet, row: int, column: int, cell: FormValue, look: Format, desk: _Desk) -> None:
    if isinstance(cell, Review):
        if cell.text:
            sheet.write_string(row, column, cell.text, desk.formats["review"])
        else:
            sheet.write_blank(row, column, None, desk.formats["review"])
        sheet.write_comment(row, column, cell.note, _COMMENT)
    elif isinstance(cell, OwnCell):
        desk.own.write(sheet, row, column, cell, look)
    elif isinstance(cell, Carried):
        desk.own.write(sheet, row, column, cell.cell, desk.formats["review"])
    elif cell == "":
        sheet.write_blank(row, column, None, look)
    elif isinstance(cell, str):
        sheet.write_string(row, column, cell, look)
    else:
        sheet.write_number(row, column, cell, look)


def _example(field: Field, desk: _Desk) -> str:
    return example_of(field, desk.form.schema.year)


def _text(cell: FormValue) -> str:
    if isinstance(cell, Carried):
        return cell.cell.text
    return cell.text if isinstance(cell, Review | OwnCell) else str(cell)


def _need(field: Field) -> str:
    return "required" if field.required else "asked" if field.asked_by else "optional"


def _kind(field: Field) -> str:
    return _KINDS.get(field.value, "text")


def _validate(sheet: Worksheet, field: Field, area: Area, desk: _Desk) -> None:
    first = first_row(desk.form, SECTIONS)
    last = first + len(desk.form.rows.get(SECTIONS.key, ())) + SECTIONS.spare - 1
    found = rule(field, desk.places, (first, last))
    if found:
        sheet.data_validation(*area, found)


def _colour_missing(sheet: Worksheet, table: Sheet, first: int, last: int, desk: _Desk) -> None:
    """Colour the required cells that are still empty in rows already begun."""
    end = column_name(len(table.fields) - 1)
    for column, field in enumerate(table.fields):
        if field.required:
            here = f"{column_name(column)}{first + 1}"
            begun = f"COUNTA($A{first + 1}:${end}{first + 1})>0"
            rule = {"type": "formula", "criteria": f'=AND({begun},{here}="")', "format": desk.formats["missing"]}
            sheet.conditional_format(first, column, last, column, rule)


def _write_head(sheet: Worksheet, form: Sheet, desk: _Desk) -> None:
    """Title and help above the headings, which stay in view and are repeated on every printed page."""
    for row, height in enumerate((_TITLE_HEIGHT, _LINE_HEIGHT, _LINE_HEIGHT, _HEADING_HEIGHT)):
        sheet.set_row(row, height)
    sheet.write_string(0, 0, form.title, desk.formats["title"])
    sheet.write_string(1, 0, form.help, desk.formats["help"])
    sheet.freeze_panes(HEADING_ROW + 1, 0)
    sheet.repeat_rows(HEADING_ROW)
    sheet.set_tab_color(NAVY if form.required else SKY)


def _set_up_print(sheet: Worksheet, name: str) -> None:
    """A4 landscape, one page wide, the sheet's name and the page number at the foot."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(**_MARGINS)
    sheet.center_horizontally()
    sheet.set_footer(f'&C&"{FONT},Regular"&14{name}  –  หน้า &P จาก &N')
    sheet.hide_gridlines(2)
