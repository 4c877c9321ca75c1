"""Numbers and dates as the format of their cell shows them (ECMA-376 part 1, 18.8.30 and 18.8.31).

Only formats that offices use are rendered: plain and grouped numbers with words round them, percentages, numbers of
fixed length, dates and times. Any other (fractions, exponents, conditions, thousands left out) gives no text, to be
told at the cell. Of the packages that render formats, q2numfmt drops the words in a format, and ssf takes 0.3 s to
start and knows no Thai month.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from ita_docs import thai

_SECTION = re.compile(r'((?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\\[])*)(?:;|$)', re.DOTALL)
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_.|\*.|\[\$(?P<currency>[^\]-]*)(?:-[^\]]*)?\]'
    r"|\[(?:black|blue|cyan|green|magenta|red|white|yellow|color\s*[0-9]+)\]|\[(?P<elapsed>h+|m+|s+)\]|t(?=[0#?])"
    r"|(?P<general>general|g/[^\x00-\x7f]+)"
    r"|(?P<refused>am/pm|a/p|e[+-]|\[[^\]]*\]|(?<=[0#?]),(?![0#?])|(?<=[0#?] )[0#?]+/|[0#?]+/)"
    r"|(?P<date>[ymdhsbeg]+)|(?P<digit>[0#?])|(?P<comma>,(?=[0#?]))|(?P<point>\.(?=[0#?]))|(?P<percent>%)|(?P<text>@)"
    r"|(?P<unquoted>[a-z])|(?P<literal>.)",
    re.IGNORECASE | re.DOTALL,
)
_AS_NUMBERS = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
    37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00", 41: '#,##0;-#,##0;"-"',
    42: '"฿"#,##0;-"฿"#,##0;"-"', 43: '#,##0.00;-#,##0.00;"-"', 44: '"฿"#,##0.00;-"฿"#,##0.00;"-"', 48: "##0.0E+0",
    59: "0", 60: "0.00", 61: "#,##0", 62: "#,##0.00", 67: "0%", 68: "0.00%", 69: "# ?/?", 70: "# ??/??",
}  # fmt: skip
_AS_DATES = {
    **dict.fromkeys((14, *range(27, 37), *range(50, 59), 71, 81), "d/m/yyyy"),
    15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss",
    22: "d/m/yyyy h:mm", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss", 72: "d-mmm-yy", 73: "d-mmm", 74: "mmm-yy",
    75: "h:mm", 76: "h:mm:ss", 77: "d/m/yyyy h:mm", 78: "mm:ss", 79: "[h]:mm:ss", 80: "mm:ss",
}  # fmt: skip
BUILT_IN = {str(number): code for number, code in (_AS_NUMBERS | _AS_DATES).items()}
"""The formats that a file names by number alone, as a Thai Excel has them (59 to 81 are Thai's own, 27 to 36 and 50 to
58 dates of East Asia)."""


_MOST_DIGITS = 24  # Excel knows 15; a number with more is none that anyone reads
_REFUSED = ("refused", "unquoted")
_SHOWN = ("literal", "text")


class _Token(NamedTuple):
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """One format of cells: for each sign of a number (positive, negative, zero) what it is made of; ``words`` for a
    text, ``None`` where texts show as they are. ``code`` is as Excel writes it."""

    sections: tuple[tuple[_Token, ...], ...]
    words: tuple[_Token, ...] | None
    code: str = field(default="", compare=False)

    def show_text(self, text: str) -> str | None:
        """``text`` as the cell shows it; ``None`` where the format hides it."""
        shown = "".join(
            text if token.kind == "text" else token.text for token in self.words or () if token.kind in _SHOWN
        )
        return shown if self.words else None

    @property
    def is_date(self) -> bool:
        """True where numbers are shown as dates or times."""
        return any(token.kind in ("date", "elapsed") for token in self.sections[0])

    @property
    def is_elapsed(self) -> bool:
        """True where numbers are shown as hours, minutes or seconds that have elapsed."""
        return any(token.kind == "elapsed" for token in self.sections[0])

    @property
    def is_percent(self) -> bool:
        """True where numbers are shown as percentages: 0.875 as 87.5%."""
        return any(token.kind == "percent" for token in self.sections[0])

    def show(self, value: object) -> str | None:
        """``value`` as the cell shows it, in Arabic digits, years of the Buddhist era and Thai months in full; ``None``
        where the format is none of those rendered."""
        if isinstance(value, datetime.date | datetime.time | datetime.timedelta):
            return _show_date(value, self.sections[0])
        if isinstance(value, bool) or not isinstance(value, int | float):
            return None
        if any(token.kind in _REFUSED for section in self.sections for token in section):
            return None
        exact = Decimal(format(value, ".15g"))
        negative = 1 if exact < 0 and len(self.sections) > 1 else 0
        section = 2 if exact == 0 and len(self.sections) > 2 else negative
        return _show_number(abs(exact) if section else exact, self.sections[section])


def parse_format(code: str) -> NumberFormat:
    """The format written as ``code`` (``#,##0.00" บาท"``)."""
    sections, follows = [], True
    for found in _SECTION.finditer(code):
        if follows:
            sections.append(tuple(_tokens(found[1])))
        follows = found[0] != found[1]
    last = sections[-1]
    of_text = len(sections) > 3 or any(token.kind == "text" for token in last)
    plain = [token.kind for token in last if token.kind in _SHOWN] == ["text"]
    return NumberFormat(tuple(sections[:3]), last if of_text and not plain else None, code)


def _tokens(section: str) -> Sequence[_Token]:
    return [
        _Token("literal" if kind in ("quoted", "escaped", "currency") else kind, found[kind])
        for found in _TOKEN.finditer(section)
        if (kind := found.lastgroup or "")
    ]


def _show_number(value: Decimal, section: Sequence[_Token]) -> str | None:
    kinds = {token.kind for token in section}
    if kinds & {"date", "elapsed"}:
        return None
    if kinds & {"general", "text"}:
        return _joined(f"{value:f}" if token.kind in ("general", "text") else token.text for token in section)
    if "digit" not in kinds:
        return _joined(token.text for token in section if token.kind == "literal")
    value = value * 100 ** sum(token.kind == "percent" for token in section)
    point = next((n for n, token in enumerate(section) if token.kind == "point"), len(section))
    places = [token.text for token in section[point:] if token.kind == "digit"]
    if max(value.adjusted(), 0) + len(places) > _MOST_DIGITS:
        return None
    rounded = abs(value).quantize(Decimal(1).scaleb(-len(places)), ROUND_HALF_UP)
    whole, _, fraction = f"{rounded:f}".partition(".")
    least = "".join(token.text for token in section[:point] if token.kind == "digit").lstrip("#?")  # 0##: all three
    whole = whole.lstrip("0").rjust(len(least), "0")
    grouped = any(token.kind == "comma" for token in section)
    shown = _with_whole(section[:point], whole, grouped) + _with_fraction(section[point:], fraction)
    return _joined(["-" if value < 0 and rounded else "", *shown])


def _with_whole(section: Sequence[_Token], whole: str, grouped: bool) -> list[str]:
    """The part of a section before the decimal point, filled from the right; the first place takes what is left."""
    digits = [
        f"{digit}," if grouped and left and left % 3 == 0 else digit
        for left, digit in zip(range(len(whole) - 1, -1, -1), whole, strict=True)
    ]
    places = sum(token.kind == "digit" for token in section)
    shown = []
    for token in section:
        if token.kind == "digit":
            places -= 1
            cut = max(len(digits) - places, 0)
            shown += digits[:cut]
            del digits[:cut]
        elif token.kind in ("literal", "percent"):
            shown.append(token.text)
    return shown


def _with_fraction(section: Sequence[_Token], fraction: str) -> list[str]:
    """The part of a section from the decimal point on, without the zeros that ``#`` leaves out."""
    shown = []
    at = 0
    for token in section:
        if token.kind == "digit":
            needed = token.text == "0" or fraction[at:].strip("0")
            shown.append(fraction[at] if needed else "")
            at += 1
        elif token.kind in ("literal", "percent", "point"):
            shown.append(token.text)
    return shown


def _show_date(value: datetime.date | datetime.time | datetime.timedelta, section: Sequence[_Token]) -> str | None:
    dates = [token.text.lower() for token in section if token.kind == "date"]
    letters = {text[0] for text in dates}
    if {token.kind for token in section} & {*_REFUSED, "elapsed"} or isinstance(value, datetime.timedelta):
        return None
    if isinstance(value, datetime.datetime) and letters & set("hs") and not letters & set("ydbeg"):
        value = value.time()
    if isinstance(value, datetime.time):
        return None if letters & set("ydbeg") else _show_time(value, section)
    day = thai.parse_date(value)
    if day is None or ("h" in letters and isinstance(value, datetime.datetime) and value.time() != datetime.time()):
        return None
    month, year = thai.MONTHS[day.month - 1], str(thai.be_year(day))
    has_day = any(text in ("d", "dd") for text in dates)
    if not has_day and "d" in letters:
        return None
    weekday = f"วัน{thai.WEEKDAYS[day.weekday()]}ที่" if any(len(text) > 2 for text in dates if text[0] == "d") else ""
    in_full = (weekday, str(day.day) * has_day, month * ("m" in letters), year * bool(letters & set("ybeg")))
    return " ".join(part for part in in_full if part)


def _show_time(value: datetime.time, section: Sequence[_Token]) -> str:
    numbers = {"h": value.hour, "m": value.minute, "s": value.second}
    return _joined(
        f"{numbers.get(token.text[0].lower(), 0):0{min(len(token.text), 2)}d}" if token.kind == "date" else token.text
        for token in section
    )


def _joined(parts: Iterable[str]) -> str:
    """The parts as one text without the room that formats leave at its sides."""
    return " ".join("".join(parts).split())
