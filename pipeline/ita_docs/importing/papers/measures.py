"""The table of measures: the inverse of the document that ``build`` makes, in other offices' shapes too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ita_docs.framework.load import Framework
from ita_docs.importing.blocks import OldFile, OldParagraph, OldPlace
from ita_docs.importing.documents import ReadCell, ReadDocument, ReadRow
from ita_docs.importing.papers.frequency import is_frequency, parted, within
from ita_docs.importing.papers.indicators import FoundIndicator, named
from ita_docs.importing.papers.items import ListItem, items, lines, running, went_on
from ita_docs.importing.papers.parts import Paper, text_of
from ita_docs.importing.papers.responsible import responsible
from ita_docs.importing.papers.said import analysis_cells, of_title
from ita_docs.importing.papers.tables import HeadedRow, HeadedTable, read_tables
from ita_docs.importing.papers.words import OldPapers, plain, squashed

KIND = "measures"
_NEEDED = (
    frozenset(("indicator", "number")),
    frozenset(("actions",)),
    frozenset(("follow_ups", "responsible", "period")),
)
_RUNNING = ("steps", "reporting", "remarks")
_SHORT = ("period", "budget")
_ITEMS = ("actions", "follow_ups")
_GOES_ON = ("(ต่อ)", "ต่อ")
_NO_NUMBER = "ไม่พบเลขที่หรือชื่อตัวชี้วัดที่รู้จัก"
_NUMBER_OF_NAME = "เลขที่กับชื่อตัวชี้วัดไม่ตรงกับเกณฑ์ของปี"
_MISSPELT = "ชื่อตัวชี้วัดสะกดไม่ตรงกับเกณฑ์ของปี"
_FREQUENCY_WITHIN = "ความถี่อยู่ในข้อความของการกำกับติดตาม"
_NO_FREQUENCY = "ไม่พบถ้อยคำบอกความถี่ที่รู้จัก"


@dataclass(slots=True)
class _Measure:
    """A row of the sheet as it grows: a table may be cut within it."""

    indicator: FoundIndicator | None
    at: tuple[OldPlace, ...]
    items: dict[str, list[ListItem]] = field(default_factory=dict)
    paragraphs: dict[str, list[OldParagraph]] = field(default_factory=dict)


def measures_tables(part: Paper) -> list[HeadedTable]:
    """The tables of measures in a part of a file."""
    return read_tables(part.tables, OldPapers.load().measures, _NEEDED)


def find_measures(part: Paper, file: OldFile, framework: Framework) -> ReadDocument | None:
    """What the tables of measures of a part of the file tell; ``None`` where it has none. Beside the measures that is
    the scores and texts of the analysis that stand in them."""
    tables = measures_tables(part)
    if not tables:
        return None
    elsewhere = text_of(file)
    found, used = [], set[OldPlace]()
    for table in tables:
        grown, places = _grown(table, framework, elsewhere)
        found += grown
        used |= places | table.heads
    by_topic = any(_is_topic(row) for table in tables for row in table.rows)
    rows = [_row(one, elsewhere) for one in (_each_once(found) if by_topic else found)]
    scores, texts = analysis_cells(
        ((one.indicator, one.paragraphs.get("analysis", ()), one.paragraphs.get("score", ())) for one in found),
        framework,
        elsewhere,
    )
    general, titled = of_title(part, 0)
    return ReadDocument(
        KIND, general, {"measures": rows, "scores": scores, "overrides": texts}, frozenset(used) | titled
    )


def _grown(table: HeadedTable, framework: Framework, elsewhere: str) -> tuple[list[_Measure], set[OldPlace]]:
    """The measures of a table, and the places of all that was understood."""
    found: list[_Measure] = []
    used = set[OldPlace]()
    for row in table.rows:
        if _is_topic(row):
            used |= {one.origin for cell in row.cells.values() for one in cell.paragraphs}
            continue
        indicator, typed = _indicator(row, framework), row.text("indicator") or row.text("number")
        if not row.filled:
            continue
        again = not typed or (
            squashed(typed).endswith(_GOES_ON) and indicator == found[-1].indicator if found else False
        )
        if again and found and _goes_on(row, found[-1]):
            _add(found[-1], row, elsewhere)
        else:
            if indicator is None and not typed and found:
                indicator = found[-1].indicator
            found.append(_Measure(indicator, row.places("number", "indicator") or _any_place(row)))
            _add(found[-1], row, elsewhere)
        used |= set(row.places(*row.cells))
    return found, used


def _any_place(row: HeadedRow) -> tuple[OldPlace, ...]:
    return row.places(*row.cells)[:1]


def _is_topic(row: HeadedRow) -> bool:
    """True for a row that is one cell over all columns: the name of a topic, or of an instrument."""
    cells = [cell for cell in (*row.cells.values(), *row.others) if cell.paragraphs]
    return len(row.cells) + len(row.others) == 1 and len(cells) == 1 and cells[0].columns > 1


def _indicator(row: HeadedRow, framework: Framework) -> FoundIndicator | None:
    """The indicator that the first cells of a row name."""
    typed = " ".join(row.text("indicator").split())
    number = " ".join(plain(row.text("number")).split()).strip(".() ")
    found = named(typed, framework) if typed else None
    known = {one.number for one in framework.indicators}
    if number.isdecimal() and int(number) in known:
        if found is None:
            return FoundIndicator(int(number), typed, 0, False)
        return found if found.number == int(number) else replace(found, sure=False)
    return found or (named(row.text("number"), framework) if number else None)


def _goes_on(row: HeadedRow, last: _Measure) -> bool:
    """True for a row without an indicator that a page end has cut off the one above it: one that is whole by itself is
    another measure of the same indicator."""
    if any(row.continued(name) for name in ("indicator", "number")) and row.text("actions"):
        return False
    whole = [name for name in ("actions", "follow_ups", "responsible") if name in row.cells]
    return not all(row.text(name) for name in whole) or not all(_has(last, name) for name in whole)


def _has(one: _Measure, name: str) -> bool:
    return bool(one.items.get(name) or one.paragraphs.get(name))


def _add(one: _Measure, row: HeadedRow, elsewhere: str) -> None:
    """What stands in a row, behind what stood in those before it."""
    for name in row.cells:
        paragraphs = row.paragraphs(name)
        if name not in _ITEMS:
            one.paragraphs.setdefault(name, []).extend(paragraphs)
            continue
        own, before = items(list(lines(paragraphs)), elsewhere), one.items.setdefault(name, [])
        if before and own and not own[0].marked and any(item.marked for item in (*before, *own)):
            before[-1] = went_on(before[-1], own.pop(0), elsewhere)
        before += own


def _each_once(found: Sequence[_Measure]) -> Iterator[_Measure]:
    """The measures in the order of their indicators, which a document by topic has in another, each once."""
    seen = set[tuple[object, ...]]()
    for one in sorted(found, key=lambda one: one.indicator.number if one.indicator else 0):
        own = (item.text for name in _ITEMS for item in one.items.get(name, ()))
        key = (one.indicator.number if one.indicator else 0, *own)
        if key not in seen:
            seen.add(key)
            yield one


def _row(one: _Measure, elsewhere: str) -> ReadRow:
    """The cells of one measure."""
    cells: dict[str, ReadCell] = {}
    if one.indicator is None:
        cells["indicator"] = ReadCell("", one.at, _NO_NUMBER)
    else:
        doubt = "" if one.indicator.sure else _NUMBER_OF_NAME
        cells["indicator"] = ReadCell(str(one.indicator.number), one.at, doubt)
        name = _bare(one.indicator.name)
        if name:
            cells["indicator_name"] = ReadCell(name, one.at, doubt if one.indicator.spelled else _MISSPELT)
    follow_ups, frequency = _frequency(one, elsewhere)
    for name, found in (("actions", one.items.get("actions", [])), ("follow_ups", follow_ups)):
        if found:
            places = tuple(dict.fromkeys(place for item in found for place in item.places))
            cells[name] = ReadCell("\n".join(item.text for item in found), places)
    if frequency:
        cells["frequency"] = frequency
    for name in _RUNNING + _SHORT + ("responsible",):
        paragraphs = one.paragraphs.get(name)
        if paragraphs and (text := _text(name, paragraphs, elsewhere)) not in ("", "-", "–"):
            cells[name] = ReadCell(text, tuple(paragraph.origin for paragraph in paragraphs))
    return cells


def _bare(name: str) -> str:
    for word in _GOES_ON:
        name = name.removesuffix(word).rstrip()
    return name


def _text(name: str, paragraphs: Sequence[OldParagraph], elsewhere: str) -> str:
    found = [(one.text, one.new) for one in lines(paragraphs)]
    if name == "responsible":
        return responsible(found, elsewhere)
    if name in _SHORT:
        return running(paragraphs, elsewhere)
    return "\n".join(
        f"{one.number} {one.text}" if one.number and one.number not in "-–•" else one.text for one in paragraphs
    )


def _frequency(one: _Measure, elsewhere: str) -> tuple[list[ListItem], ReadCell | None]:
    """The follow-ups without the frequency, and that: of a column of its own, of the last item, or of its end."""
    found = list(one.items.get("follow_ups", ()))
    if own := one.paragraphs.get("frequency"):
        return found, ReadCell(running(own, elsewhere), tuple(paragraph.origin for paragraph in own))
    if not found:
        return found, None
    last = found[-1]
    if is_frequency(last.text):
        return found[:-1], ReadCell(last.text, last.places)
    text, frequency = parted(last.text)
    if frequency:
        return [*found[:-1], replace(last, text=text)], ReadCell(frequency, last.places)
    if len(found) > 1 and len(last.text) < 40:
        return found[:-1], ReadCell(last.text, last.places, _NO_FREQUENCY)
    inside = next(filter(None, (within(item.text) for item in reversed(found))), "")
    return found, ReadCell(inside, last.places, _FREQUENCY_WITHIN) if inside else None
