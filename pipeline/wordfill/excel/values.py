"""The Jinja that fills cells, and what it hands over: texts, numbers and dates, told apart by marks.

The marks are noncharacters, as no text of an office's can hold them; what a value brings of them is left out.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from html import escape

from jinja2 import StrictUndefined, Undefined, pass_context
from jinja2.filters import FILTERS as JINJA_FILTERS
from jinja2.runtime import Context

from officefiles.thai import parse_number
from wordfill import bounds, numbers
from wordfill.proof.values import END, Shaded, State
from wordfill.sandbox import NO_TESTS, NOTHING, Sandbox, UnprintableError

ROW, CELL, BEGIN, FINISH, RUN, LINE, NUMBER, DATE, SHOWN = map(chr, range(0xFDE0, 0xFDE9))
"""A row, a cell and the begin and end of a turn; between the runs of a cell; a line's end within a text; before a
number and before a date; between a number or date and the words that it is shown by."""
SLOT = "\ufde9"
"""Round the number of what depends on where rows stand."""

FILTERS = ("date", "default", "e", "escape", "first", "join", "last", "length", "number", "trim")
"""The filters of tags in cells."""

DateReader = Callable[[str], datetime.date | None]

_NOT_AS_IT_IS = re.compile("[\x00-\x1f\x7f\x85\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_NEW_LINE = re.compile("\r\n|[\r\n\v\a\f\x85\u2028\u2029]")
_LEFT_OUT = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufdd0-\ufde4\ufde6-\ufdef\ufffe\uffff]")
_HALF = re.compile("[\ud800-\udfff]")
_STATES = re.compile(f"[{''.join(state.value for state in State)}{END}]")
_CODED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number or a date that a filter read from a text, with that text: within other words it is printed as such."""

    value: Decimal | datetime.date
    text: str

    def __str__(self) -> str:
        return self.text


def environment(read_date: DateReader) -> Sandbox:
    """The sandbox of one template's cells."""
    sandbox = Sandbox(autoescape=False, undefined=StrictUndefined, finalize=printed, cache_size=0)
    own: dict[str, Callable[..., object]] = {
        "e": printed,
        "escape": printed,
        "join": bounds.join,
        "number": partial(_amount, read=parse_number),
        "date": partial(_amount, read=read_date),
    }
    sandbox.filters.clear()
    sandbox.filters.update({name: own.get(name) or JINJA_FILTERS[name] for name in FILTERS})
    for name in NO_TESTS:
        sandbox.tests.pop(name, None)
    sandbox.globals.clear()
    return sandbox


@pass_context
def printed(context: Context | Mapping[str, object], value: object) -> str:
    """A value as it stands among the marks. Raises ``UnprintableError`` for what is no text, number or date, and
    ``UndefinedError`` for a name that nobody filled."""
    if isinstance(value, Shaded):
        return "".join(f"{state.value}{_clean(text)}{END}" for state, text in value.pieces)
    if isinstance(value, str):
        amount = getattr(value, "amount", None)  # a text of the caller's own may know the number or date that it shows
        return _clean(value) if amount is None else f"{_hidden(amount)}{SHOWN}{_clean(value)}"
    if isinstance(value, Undefined):
        return str(value)
    if isinstance(value, Amount):
        return f"{_hidden(value.value)}{SHOWN}{_clean(value.text)}"
    if isinstance(value, datetime.date):
        return f"{DATE}{value.isoformat()}{SHOWN}{value.isoformat()}"
    if not isinstance(value, int | Decimal) or isinstance(value, bool) or not Decimal(value).is_finite():
        raise UnprintableError(type(value).__name__)
    return f"{NUMBER}{value}{SHOWN}{numbers.written(context, value)}"


def _hidden(amount: object) -> str:
    """A number or date for its cell, without the words by which it is shown."""
    return printed(NOTHING, amount).partition(SHOWN)[0]


def _clean(text: str) -> str:
    if not _NOT_AS_IT_IS.search(text):
        return str(text)
    return _HALF.sub("\ufffd", _LEFT_OUT.sub("", _NEW_LINE.sub(LINE, text.replace(LINE, ""))))


def _amount(value: object, read: Callable[[str], Decimal | datetime.date | None]) -> object:
    """``{{ total|number }}``, ``{{ order.date|date }}``: what a text says as ``read`` has it; any other as it is."""
    found = read(str(value)) if isinstance(value, str) else None
    return value if found is None else Amount(found, str(value))


def shown(text: str) -> str:
    """What is printed of a number or date within other words: the words by which it is shown."""
    return re.sub(f"[{NUMBER}{DATE}][^{SHOWN}]*{SHOWN}", "", text) if SHOWN in text else text


def state_of(text: str) -> State | None:
    """The gravest state of what is printed in a text: missing before worked out before typed."""
    return next((state for state in (State.MISSING, State.DERIVED, State.TYPED) if state.value in text), None)


def without_states(text: str) -> str:
    """The text without the marks of states."""
    return _STATES.sub("", text)


def quoted(text: str) -> str:
    """A text as an attribute or an element has it."""
    return escape(text, quote=False).replace('"', "&quot;")


def to_xml(text: str) -> str:
    """A text as the XML of a sheet has it; what Excel would read as the code of a character is kept as typed."""
    return escape(_CODED.sub("_x005F_", text) if "_x" in text else text, quote=False)
