"""Drop-downs and input limits of a written workbook."""

from __future__ import annotations

from collections.abc import Mapping

from xlsxwriter.worksheet import Worksheet

from ita_docs.framework.scores import at_most_decimals
from ita_docs.workbook.field import Field, Value
from ita_docs.workbook.schema import LISTS, Schema
from ita_docs.workbook.tables import SECTIONS
from officefiles.cells import column_name

Area = tuple[int, int, int, int]
"""First row, first column, last row, last column, from 0."""

Rule = dict[str, object]

_YEARS = (2562, 2599)

_LIMITS: Mapping[Value, Rule] = {
    Value.SCORE: {
        "validate": "decimal",
        "criteria": "between",
        "minimum": 0,
        "maximum": 100,
        "error_title": "คะแนนไม่ถูกต้อง",
        "error_message": "คะแนนต้องเป็นตัวเลข 0 ถึง 100 {decimals}",
    },
    Value.COUNT: {
        "validate": "integer",
        "criteria": "between",
        "minimum": 1,
        "maximum": 999,
        "error_title": "ลำดับไม่ถูกต้อง",
        "error_message": "ลำดับต้องเป็นจำนวนเต็มตั้งแต่ 1 ขึ้นไป",
    },
    Value.YEAR: {
        "validate": "integer",
        "criteria": "between",
        "minimum": _YEARS[0],
        "maximum": _YEARS[1],
        "error_title": "ปีไม่ถูกต้อง",
        "error_message": "ปีงบประมาณต้องเป็นปี พ.ศ. 4 หลัก เช่น 2566",
    },
}
"""A warning, not a bar: Thai digits are text to Excel, and the reader takes them."""


def write_lists(sheet: Worksheet, schema: Schema) -> dict[tuple[str, ...], str]:
    """Write every drop-down list into a column of the hidden ``sheet``; the formula of each list's cells."""
    wanted = dict.fromkeys(choices(field) for form in schema.sheets for field in form.fields)
    places = {}
    for column, texts in enumerate(filter(None, wanted)):
        for row, text in enumerate(texts):
            sheet.write_string(row, column, text)
        letter = column_name(column)
        places[texts] = f"='{LISTS}'!${letter}$1:${letter}${len(texts)}"
    sheet.hide()
    return places


def choices(field: Field) -> tuple[str, ...]:
    """What the drop-down of ``field`` offers; nothing for a field without one, or one drawn from another sheet."""
    return tuple(field.allowed) or field.suggestions


def rule(field: Field, places: Mapping[tuple[str, ...], str], sections: tuple[int, int]) -> Rule:
    """The data validation of ``field``'s cells, empty where it has none; ``sections`` are the rows of the office's own,
    first and last (from 0). Lists are plain ranges: programs other than Excel lose a list that is worked out."""
    offered = choices(field)
    if field.suggest == SECTIONS.key:
        rows = f"'{SECTIONS.name}'!$A${sections[0] + 1}:$A${sections[1] + 1}"
        return {"validate": "list", "source": f"={rows}", "show_error": False}
    if offered:
        closed = field.value is Value.CHOICE
        return {
            "validate": "list",
            "source": places[offered],
            "show_error": closed,
            "error_title": "ค่าไม่อยู่ในรายการ",
            "error_message": "โปรดเลือกจากรายการ",
        }
    limit = _LIMITS.get(field.value)
    if not limit:
        return {}
    message = str(limit["error_message"]).format(decimals=at_most_decimals(field.decimals))
    return {**limit, "error_message": message, "error_type": "warning"}
