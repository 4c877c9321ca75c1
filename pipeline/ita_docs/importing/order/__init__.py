"""Orders of appointment in an old file: their general fields, seats, duties and sections."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ita_docs.framework.words.orders import OrderWords
from ita_docs.importing.blocks import OldFile, OldPlace
from ita_docs.importing.documents import ReadCell, ReadDocument
from ita_docs.importing.joining import is_ditto
from ita_docs.importing.order import kinds
from ita_docs.importing.order.committees import BodyReader
from ita_docs.importing.order.ending import read_ending
from ita_docs.importing.order.inline import lists_apart
from ita_docs.importing.order.lines import PrintedLine, lines_of, without_catchwords
from ita_docs.importing.order.preamble import YEAR_UNCLEAR, begins_order, order_begins, read_preamble
from ita_docs.importing.order.rows import rows_of
from ita_docs.thai import breadth, fiscal_year, parse_date

KIND = "order"
AMENDS = "คำสั่งนี้แก้ไขหรือเพิ่มเติมคำสั่งเดิม ต้องรวมกับรายชื่อในคำสั่งเดิม"
_KINDS = ("คณะกรรมการ", "คณะทำงาน")
_SHORT = 40
"""A name of a committee is seldom wider than this many letters."""
_MOST_ORDERS, _MOST_LINES = 50, 3000
"""No office's file has more orders, and no order more lines."""
_BROKEN = 115
"""Paragraphs that are never wider than this many letters are lines that a hand ended."""


def find_orders(file: OldFile) -> tuple[ReadDocument, ...]:
    """The orders of appointment in a file, in their order; one without a committee is none."""
    lines = tuple(without_dittos(lines_of(file)))
    starts = [order_begins(lines, place) for place in range(len(lines)) if begins_order(lines, place)][:_MOST_ORDERS]
    followed = [*starts, len(lines)][1:]  # none where no order begins
    ends = [min(end, start + _MOST_LINES) for start, end in zip(starts, followed, strict=True)]
    orders = (_read(lines[start:end]) for start, end in zip(starts, ends, strict=True))
    return tuple(order for order in orders if order.rows["seats"] or _appoints(order))


def _read(printed: Sequence[PrintedLine]) -> ReadDocument:
    lines = [*lists_apart(without_catchwords(printed))]
    elsewhere = "\n".join(piece for line in lines for piece in line.pieces)
    broken = _is_broken(lines)
    preamble = read_preamble(lines, elsewhere, broken)
    subject = preamble.general["subject"].text if "subject" in preamble.general else ""
    unnamed = _committee_of(preamble.appointing) or _committee_of(subject)
    body = BodyReader(lines, elsewhere, broken, unnamed).read(preamble.end)
    ending = read_ending(lines, body.end, elsewhere)
    committees, used = body.committees, preamble.used | body.used | ending.used
    for place in range(ending.end, min(ending.end + 12, len(lines))):
        if kinds.is_attached(lines[place]):
            attached = BodyReader(lines, elsewhere, broken, unnamed).read(place + 1)
            committees, used = [*committees, *attached.committees], used | attached.used | {*lines[place].places}
            break
    committees = [one for one in committees if one.seats.seats or one.duties.duties]
    if any(word in subject for word in OrderWords.load().amends):
        for one in committees:
            one.doubt = AMENDS
    return ReadDocument(
        KIND,
        _of_year({**preamble.general, **ending.general}),
        rows_of(committees, preamble.general["name"].text, elsewhere),
        frozenset(used | _of_pages(printed, lines, used)),
    )


def _of_year(general: dict[str, ReadCell]) -> dict[str, ReadCell]:
    """The cells, with the fiscal year of the date where the order names an earlier one, which it only looks back to."""
    named, day = (general[name].text if name in general else "" for name in ("fiscal_year", "date"))
    signed = parse_date(day)
    if named and signed and int(named) < fiscal_year(signed):
        places = (*general["fiscal_year"].places, *general["date"].places)
        general["fiscal_year"] = ReadCell(str(fiscal_year(signed)), places, YEAR_UNCLEAR)
    return general


def _is_broken(lines: Sequence[PrintedLine]) -> bool:
    """True of an order of which every line as seen is a paragraph."""
    ends = next((place for place, line in enumerate(lines) if kinds.is_ending(line)), len(lines))
    return all(breadth(line.text) <= _BROKEN for line in lines[:ends] if not line.row)


def _committee_of(appointing: str) -> str:
    """The name of the committee that a preamble appoints where no heading names one: all that it says where that is
    short, else the kind of committee, if it says that."""
    whole, _ = kinds.heading_name(appointing.partition("แต่งตั้ง")[2])
    if kinds.starts_with(whole, OrderWords.load().committees) and breadth(whole) <= _SHORT:
        return whole
    found = [(text.find(word), word) for text in (whole, appointing) for word in _KINDS if word in text]
    return min(found)[1] if found else ""


def _of_pages(printed: Sequence[PrintedLine], lines: Sequence[PrintedLine], used: set[OldPlace]) -> set[OldPlace]:
    """The places of what belongs to pages, up to the last line that was understood."""
    last = max((place for place, line in enumerate(printed) if used.issuperset(line.places)), default=0)
    kept = {place for line in lines for place in line.places}
    return {place for line in printed[:last] for place in line.places} - kept


def _appoints(order: ReadDocument) -> bool:
    subject = order.general["subject"].text if "subject" in order.general else ""
    return any(word in subject for word in ("แต่งตั้ง", *OrderWords.load().amends))


def without_dittos(lines: Sequence[PrintedLine]) -> Iterator[PrintedLine]:
    """The lines with the text above in place of a mark that repeats it (``”``, ``-”-``): that of the same cell of the
    table, or of the same column, counted from the right, of lines with tabs."""
    tables = dict[int, tuple[tuple[str, ...], ...]]()
    for line in lines:
        wide, above = len(line.columns), tables.get(line.table, ())
        before = (*above, *((),) * wide)[:wide] if line.row else (*((),) * wide, *above)[-wide:]
        if any(map(_is_ditto, line.columns)):
            pairs = zip(line.columns, before, strict=True)
            line = replace(line, columns=tuple(said if _is_ditto(own) and said else own for own, said in pairs))
        yield line
        if line.row:
            tables[line.table] = tuple(
                own if any(own) else said for own, said in zip(line.columns, before, strict=True)
            )
        elif line.label or wide >= len(above):
            tables[line.table] = line.columns


def _is_ditto(column: tuple[str, ...]) -> bool:
    return len(column) == 1 and is_ditto(column[0])
