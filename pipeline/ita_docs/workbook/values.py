"""One cell into one typed value: what staff type as they type it, or the problem with it."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Mapping
from decimal import Decimal
from types import UnionType

from ita_docs import thai
from ita_docs.framework.scores import FULL, half_up
from ita_docs.framework.words.lists import TextStandIns
from ita_docs.model import NAME_FIELDS, SIGNER_NAMES
from ita_docs.workbook.cell_problems import (
    DATE_AS_NUMBER,
    DITTO,
    ERROR_CELL,
    FORMULA_AS_TEXT,
    LINE_BREAK,
    MISSING,
    NOT_CHOICE,
    NOT_COUNT,
    NOT_DATE,
    NOT_ORDER_NUMBER,
    NOT_PART,
    NOT_QUESTION,
    NOT_SCORE,
    NOT_WORDS,
    NOT_YEAR,
    OTHER_WEEKDAY,
    OUT_OF_RANGE,
    PERCENTAGE,
    PICTURE_IN_CELL,
    ROUNDED,
    SEVERAL_DAYS,
    SHOWN_OTHERWISE,
    SHOWN_UNKNOWN,
    UNCALCULATED_FORMULA,
    UNKNOWN_CHARACTER,
    UNKNOWN_FORMAT,
)
from ita_docs.workbook.field import Field, Value, example_codes
from ita_docs.workbook.grid import Raw
from ita_docs.workbook.number_format import NumberFormat
from ita_docs.workbook.parsers import PARSERS, as_text, one_line
from ita_docs.workbook.serial_dates import FROM_1900
from officefiles.problems import Kind, Place, Problem

EMPTY: Mapping[Value, object] = {
    Value.TEXT: "",
    Value.LINES: "",
    Value.OBSTACLE: "",
    Value.PICTURE: "",
    Value.ITEMS: (),
    Value.PICTURES: (),
}
"""What an empty cell means; ``None`` for the kinds not named here."""

_NOT: Mapping[Value, Kind] = {
    Value.TEXT: MISSING,
    Value.LINES: MISSING,
    Value.OBSTACLE: MISSING,
    Value.ITEMS: MISSING,
    Value.COUNT: NOT_COUNT,
    Value.SCORE: NOT_SCORE,
    Value.DATE: NOT_DATE,
    Value.YEAR: NOT_YEAR,
    Value.ORDER_NUMBER: NOT_ORDER_NUMBER,
    Value.CHOICE: NOT_CHOICE,
    Value.QUESTION: NOT_QUESTION,
    Value.PART: NOT_PART,
    Value.PICTURE: MISSING,
    Value.PICTURES: MISSING,
}
"""What is wrong with a cell that holds something and cannot be read."""

_NUMBERS = frozenset((Value.SCORE, Value.COUNT, Value.YEAR))
_WORDS = frozenset((Value.TEXT, Value.LINES, Value.OBSTACLE, Value.ITEMS))
_WHAT: tuple[tuple[type | UnionType, str], ...] = (
    (bool, "ค่าตรรกะ"),
    (int | float, "ตัวเลข"),
    (datetime.time | datetime.timedelta, "เวลา"),
)
_HERE = Place()
_NOTHING = frozenset(("", "-", "–", "—", "−"))
_EXAMPLE = Decimal("87.5")
_NUMBER = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_PICTURES = (Value.PICTURE, Value.PICTURES)
_IN_CELL = re.compile(r"#VALUE!|=?(?:_xlfn\.)?(?:_xlws\.)?(?:DISPIMG|IMAGE)\(", re.IGNORECASE)
_SEVERAL = re.compile(
    rf"[0-9๐-๙]\s*(?:{thai.A_MONTH})?\s*(?:[0-9๐-๙]{{2,4}})?\s*(?:[-–—,]|ถึง|และ)\s*(?:วัน[ก-๎]*ที่\s*)?[0-9๐-๙]{{1,2}}\s*(?:{thai.A_MONTH})"
)
"""Two days of which the second names its month."""
_TORN = re.compile(
    r"[ก-๎]{1,10}\n[ก-๎]{1,10}|\S{1,10}\n(?:\(?[0-9๐-๙][0-9๐-๙.]*[.)]|[0-9๐-๙]+\.[0-9๐-๙.]+|[-–•*])\s*\S{1,10}"
)
_SIGNS = tuple("'‘’#=+")
"""How a text begins that Excel took for something else."""
_AS_TYPED = re.compile(r"\s*(?:#(?:N/A|NAME\?|(?:REF|VALUE|DIV/0|NUM|NULL|SPILL|CALC|ERROR)!)\s*$|[=+](?=[$'A-Za-z(]))")
"""An error, or the beginning of a formula, that is a text: Excel shows it as it stands, in a cell for texts."""
_DITTO = re.compile(rf"[^ก-ฮA-Za-z]+|{TextStandIns.load().pattern}")
"""What stands for the name of the row before: no letter, or words that say so."""
_APOSTROPHE = re.compile(r"^\s*['‘’](?=[^'‘’]*$)")
"""The sign by which Excel takes a cell for text, where it came as a character of the text."""


def parse(
    field: Field, raw: Raw, fault: str, format: NumberFormat | None = None, epoch: datetime.datetime = FROM_1900
) -> tuple[object, Problem | None]:
    """The value of a cell and what is wrong with it, yet without its place. An error leaves the value ``None``,
    whatever its kind.

    ``fault`` is what the grid found wrong with the cell itself, ``format`` how it shows a number or date; days count
    from ``epoch``.
    """
    if raw == "" and not fault:  # most cells
        return _nothing(field)
    raw, problem = _as_it_stands(field, raw, fault, format)
    if problem:
        return None, problem
    text = as_text(raw)
    is_dash = bool(text) and field.required and field.value is Value.SCORE  # which no score is
    if text in _NOTHING and not is_dash:
        return _nothing(field)
    if format and format.is_percent and field.value is Value.SCORE:
        percent = half_up(Decimal(text) * 100, field.decimals) if abs(Decimal(text)) < 1_000_000 else text
        return None, PERCENTAGE.at(_HERE, f"{percent}%", heading=field.heading, example=_score_example(field))
    if not isinstance(raw, str) and field.value in _WORDS:
        text, problem = _as_shown(field, raw, text, format)
        if problem:
            return None, problem
    if field.value is Value.DATE and (problem := _hidden_date(field, raw, text, format, epoch)):
        return None, problem
    value = PARSERS[field.value](raw, text, field)
    if value is None and field.value is Value.DATE and _SEVERAL.search(text):
        return None, SEVERAL_DAYS.at(_HERE, one_line(text), heading=field.heading)
    if value is None:
        shown = (isinstance(raw, datetime.date) and format and format.show(raw)) or text
        return None, _NOT[field.value].at(_HERE, one_line(shown), heading=field.heading, **_offers(field))
    return _looked_at(field, raw, text, value, format)


def _as_it_stands(field: Field, raw: Raw, fault: str, format: NumberFormat | None) -> tuple[Raw, Problem | None]:
    """What a reader sees in the cell, and why it cannot be taken, whatever was to stand there."""
    if isinstance(raw, float) and not math.isfinite(raw):
        fault = as_text(raw)
    if field.value in _PICTURES and _IN_CELL.match(fault or str(raw)):
        return raw, PICTURE_IN_CELL.at(_HERE, heading=field.heading)
    if fault:
        kind = UNCALCULATED_FORMULA if fault.startswith("=") else ERROR_CELL
        return raw, kind.at(_HERE, fault, heading=field.heading)
    if isinstance(raw, str):
        if format and raw and not raw.isspace():
            shown = format.show_text(raw)
            if shown is None:
                return raw, UNKNOWN_FORMAT.at(_HERE, raw, heading=field.heading)
            raw = shown
        if not raw.isprintable() and (unknown := thai.unknown_character(raw)):
            return raw, UNKNOWN_CHARACTER.at(_HERE, unknown, heading=field.heading)
        if raw.lstrip()[:1] in _SIGNS:
            if typed := _AS_TYPED.match(raw):
                kind = ERROR_CELL if "#" in typed[0] else FORMULA_AS_TEXT
                return raw, kind.at(_HERE, raw.strip(), heading=field.heading)
            raw = _APOSTROPHE.sub("", raw)
    return raw, None


def _looked_at(
    field: Field, raw: Raw, text: str, value: object, format: NumberFormat | None
) -> tuple[object, Problem | None]:
    """A value that was read, and what is odd about it."""
    if field.value is Value.DATE and isinstance(raw, str) and isinstance(value, datetime.date):
        return value, _other_weekday(field, text, value)
    if field.name == "committee" and not text.startswith("คณะ") and _DITTO.fullmatch(text):
        return None, DITTO.at(_HERE, text, heading=field.heading)
    if field.value is Value.TEXT and "\n" in text and (torn := _TORN.search(text)):
        if field.name in SIGNER_NAMES or field.name in NAME_FIELDS:  # their parts stand apart all the same
            return value, None
        return value, LINE_BREAK.at(_HERE, torn[0].replace("\n", " ⏎ "), heading=field.heading)
    if isinstance(value, Decimal) and not 0 <= value <= FULL:
        return None, OUT_OF_RANGE.at(_HERE, value, heading=field.heading)
    if isinstance(value, Decimal) and (rounded := half_up(value, field.decimals)) != value:
        problem = ROUNDED.at(_HERE, value, heading=field.heading, rounded=rounded, decimals=field.decimals)
        return rounded, problem if value > 1 else None  # a fraction of one is told as such
    if format and field.value in _NUMBERS and not isinstance(raw, str) and not format.is_percent:
        shown = format.show(raw)
        if shown is None:
            return value, SHOWN_UNKNOWN.at(_HERE, value, heading=field.heading)
        numbers = [thai.parse_number(found) for found in _NUMBER.findall(shown)]
        if value not in numbers and Decimal(text) not in numbers:
            return value, SHOWN_OTHERWISE.at(_HERE, value, heading=field.heading, shown=shown)
    return value, None


def _nothing(field: Field) -> tuple[object, Problem | None]:
    """What an empty cell means."""
    if field.required:
        return None, MISSING.at(_HERE, heading=field.heading, help=field.help)
    return EMPTY.get(field.value), None


def _as_shown(field: Field, raw: Raw, text: str, format: NumberFormat | None) -> tuple[str, Problem | None]:
    """What Excel shows in a cell of text that holds none, and why that cannot be taken."""
    what = next((what for kinds, what in _WHAT if isinstance(raw, kinds)), "วันที่")
    shown = format.show(raw) if format else _general(raw, text)
    is_date = isinstance(raw, datetime.date)
    if isinstance(raw, bool) or not field.as_shown or (is_date and not field.dated):
        return "", NOT_WORDS.at(_HERE, shown or text, heading=field.heading, what=what)
    if not shown or isinstance(raw, datetime.timedelta):
        return "", UNKNOWN_FORMAT.at(_HERE, text, heading=field.heading)
    return shown, None


def _general(raw: Raw, text: str) -> str:
    """A number without a format as Excel shows it: a fraction in eleven signs; empty where by an exponent."""
    if isinstance(raw, float) and not raw.is_integer():
        places = max(10 - len(str(abs(int(raw)))), 0)
        text = f"{Decimal(text):.{places}f}".rstrip("0").rstrip(".") if abs(raw) >= 0.0001 else ""
    return "" if "e" in text else text


def _hidden_date(
    field: Field, raw: Raw, text: str, format: NumberFormat | None, epoch: datetime.datetime
) -> Problem | None:
    """Why a date that Excel does not show as one cannot be taken: it shows a number, or no day."""
    if isinstance(raw, int | float) and 30_000 <= raw < 70_000:  # 2525 to 2634, four years more from 1904
        day = thai.date_long(epoch + datetime.timedelta(days=int(raw)))
        return DATE_AS_NUMBER.at(_HERE, text, heading=field.heading, day=day)
    shown = format.show(raw) if format and isinstance(raw, datetime.date) else None
    if shown and thai.parse_date(shown) is None:
        return NOT_DATE.at(_HERE, shown, heading=field.heading)
    return None


def _other_weekday(field: Field, text: str, date: datetime.date) -> Problem | None:
    """That a date was typed with the day of the week of another."""
    typed, day = thai.weekday_in(text), thai.WEEKDAYS[date.weekday()]
    if typed in ("", day):
        return None
    return OTHER_WEEKDAY.at(_HERE, f"วัน{typed}", heading=field.heading, date=thai.date_long(date), day=day)


def _offers(field: Field) -> dict[str, object]:
    """What a message says may be typed in a cell of ``field``."""
    numbers = [label for label in field.allowed if field.value is Value.PART and label.isdecimal()]
    choices = ", ".join(label for label in field.allowed if label not in numbers)
    if field.value is Value.QUESTION:
        *first, last = example_codes(field.prefixes)
        choices = f"{', '.join(first)} หรือ {last}" if first else last
    example = _score_example(field)
    return {
        "choices": choices,
        "last": numbers[-1] if numbers else "",
        "example": example,
        "thai_example": thai.thai_digits(example),
    }


def _score_example(field: Field) -> str:
    return str(half_up(_EXAMPLE, field.decimals))
