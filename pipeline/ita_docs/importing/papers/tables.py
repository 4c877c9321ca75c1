"""Tables of old papers by the heads of their columns, whatever the words and order of these."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from ita_docs.importing.blocks import OldCell, OldParagraph, OldPlace, OldTable
from ita_docs.importing.joining import is_ditto
from ita_docs.importing.papers.words import squashed
from ita_docs.thai import arabic_digits

_ALIKE = 84.0
_HEAD_ROWS = 3
_LONGEST_HEAD = 60
_FEWEST_KNOWN = 2
"""So many heads of the upper of two rows are known."""
_SCORE = "score"
_OF_YEARS = (_SCORE, "previous")
"""Fields of columns whose heads name a year."""
_OF_EACH = ("รายตัวชี้วัด", "แต่ละตัวชี้วัด", "ตัวชี้วัด")
"""What stands below the head of scores over those of indicators, beside means."""
_YEAR = re.compile("25[0-9]{2}")
_FIGURE = re.compile(r"(?!25[0-9]{2}$|๒๕[๐-๙]{2}$)[0-9๐-๙.,%]+")
"""What no head is; a year may be one."""
NO_FIELD = "other"
"""The key of heads that no field is of, though they begin as others do (``ตัวชี้วัดความสำเร็จ``)."""


@dataclass(frozen=True, slots=True)
class HeadedRow:
    """A row below the heads: its cell under each field, and those without one (``others``). ``opens`` where it is the
    first of a table, or below heads that were typed again: a page may have ended before it. ``carried`` are the cells
    above of those that only carry them on."""

    cells: Mapping[str, OldCell]
    others: tuple[OldCell, ...]
    opens: bool
    carried: Mapping[str, OldCell]

    def paragraphs(self, name: str) -> tuple[OldParagraph, ...]:
        cell = self.cells.get(name)
        return tuple(one for one in cell.paragraphs if one.text.strip()) if cell else ()

    def text(self, name: str) -> str:
        """What stands under a field, its lines as they are."""
        return "\n".join(one.printed for one in self.paragraphs(name)).strip()

    def continued(self, name: str) -> bool:
        """True where the cell only carries on the one above it."""
        return name in self.cells and self.cells[name].continued

    def places(self, *names: str) -> tuple[OldPlace, ...]:
        return tuple(one.origin for name in names for one in self.paragraphs(name))

    @property
    def alone(self) -> str:
        """What stands in the only cell that says something; empty where several do."""
        said = [one.text for one in (*self.cells.values(), *self.others) if one.text.strip()]
        return said[0] if len(said) == 1 else ""

    @property
    def filled(self) -> frozenset[str]:
        return frozenset(name for name in self.cells if self.text(name))


@dataclass(frozen=True, slots=True)
class HeadedTable:
    """The rows of one table, also where it is cut into several; ``heads`` are the places of its heads, ``titles`` the
    fields in the order of the columns, with what their heads say."""

    titles: Mapping[str, str]
    rows: tuple[HeadedRow, ...]
    heads: frozenset[OldPlace]


def read_tables(
    tables: Iterable[OldTable],
    heads: Mapping[str, Sequence[str]],
    needed: Sequence[frozenset[str]],
    years: Mapping[str, str] | None = None,
) -> list[HeadedTable]:
    """The tables whose heads name a field out of each of the sets ``needed``; ``heads`` are the words for each field,
    and ``years`` the fields of columns whose heads name a year. A table without heads that follows one with as many
    columns goes on with it."""
    known = {squashed(word): name for name, words in heads.items() for word in words}
    found: list[HeadedTable] = []
    columns: dict[int, str] = {}
    width = 0
    for table in (_with_heads_in_one_row(one, known) for one in tables):
        titles, count, own = _heads(table, known, needed, years or {})
        if own:
            columns, width = own, _width(table)
        elif not columns or _width(table) != width:
            columns = {}
            continue
        rows, repeated = _rows(table.rows[count:], columns, known)
        first = next((at for at, row in enumerate(table.rows[:count]) if at + 1 == count or _is_head(row, known)), 0)
        places = frozenset(one.origin for row in table.rows[first:count] for cell in row for one in cell.paragraphs)
        if found and (not own or titles == found[-1].titles):
            last = found[-1]
            found[-1] = replace(last, rows=last.rows + rows, heads=last.heads | places | repeated)
        else:
            found.append(HeadedTable(titles, rows, places | repeated))
    return found


def _heads(
    table: OldTable, known: Mapping[str, str], needed: Sequence[frozenset[str]], years: Mapping[str, str]
) -> tuple[dict[str, str], int, dict[int, str]]:
    """What the heads of a table say by their fields, how many rows they fill, and the field of each column; nothing
    where it has no such heads."""
    best: tuple[dict[str, str], int, dict[int, str]] = ({}, 0, {})
    for count, row in enumerate(table.rows[: _HEAD_ROWS + 1], start=1):
        titles, columns = dict[str, str](), dict[int, str]()
        of_scores = any(_SCORE in names for names in needed)
        for column, cell in sorted(placed(row), key=lambda one: _is_of_another_year(one[1].text, years)):
            text = " ".join(cell.text.split())
            name = head_of(text, known)
            if name in _OF_YEARS if name else of_scores:
                name = next((each for year, each in years.items() if year in squashed(text)), name)
            if name and name not in titles and len(text) < _LONGEST_HEAD:
                titles[name], columns[column] = text, name
        if len(titles) > len(best[0]) and all(names & titles.keys() for names in needed):
            ordered = dict(sorted(columns.items()))
            best = {name: titles[name] for name in ordered.values()}, count, ordered
    titles, count, columns = best
    while columns and count < len(table.rows) and _is_second_head(table.rows[count]):
        count += 1
    return titles, count, columns


def _is_of_another_year(text: str, years: Mapping[str, str]) -> bool:
    """True of a head that names years, and not the one whose scores are read."""
    named = _YEAR.findall(squashed(text))
    return bool(years and named) and _SCORE not in map(years.get, named)


def _with_heads_in_one_row(table: OldTable, known: Mapping[str, str]) -> OldTable:
    """The table with one row of heads in place of two of which the upper has heads over several columns, each with
    heads of its own below: those say what the columns are."""
    at = last = 0
    joined: dict[int, Mapping[int, str]] = {}
    while at < min(len(table.rows) - 1, _HEAD_ROWS):
        upper, lower = (spread(row) for row in table.rows[at : at + 2])
        if groups := _parted(upper, lower, known):
            parts = [_heads_of(group, upper, lower, known) for group in groups]
            head = tuple(cell for cells, _ in parts for cell in cells)
            table = replace(table, rows=(*table.rows[:at], head, *table.rows[at + 2 :]))
            joined |= {min(own): own for _, own in parts if own}
            last = at
        else:
            at += 1
    rows = [joined_columns(row, [*joined.values()]) for row in table.rows[last + 1 :]]
    return replace(table, rows=(*table.rows[: last + 1], *rows)) if joined else table


def spread(row: Sequence[OldCell]) -> list[OldCell]:
    """The cells of a row, one a column."""
    return [one for cell in row for one in (replace(cell, columns=1), *[OldCell()] * (cell.columns - 1))]


def _parted(upper: Sequence[OldCell], lower: Sequence[OldCell], known: Mapping[str, str]) -> list[list[int]]:
    """The columns of each head of the upper row, where only those over several columns have heads below, and one has;
    none where the lower row is no row of heads."""
    groups: list[list[int]] = []
    if len(upper) != len(lower):
        return groups
    for column, cell in enumerate(upper):
        groups = [*groups, [column]] if cell.text.strip() or not groups else [*groups[:-1], [*groups[-1], column]]
    said = [[lower[column].text for column in group if lower[column].text.strip()] for group in groups]
    figures = any(_FIGURE.fullmatch("".join(text.split())) for texts in said for text in texts)
    if figures or any(len(texts) == 1 for texts in said):
        return []
    known_ones = sum(bool(head_of(upper[group[0]].text, known)) for group in groups)
    return groups if any(said) and known_ones >= _FEWEST_KNOWN else []


def _heads_of(
    group: Sequence[int], upper: Sequence[OldCell], lower: Sequence[OldCell], known: Mapping[str, str]
) -> tuple[list[OldCell], dict[int, str]]:
    """The heads of the columns of an upper head, and which of them are one column of its field, each with what its own
    head says. A score is of its year alone: of several columns that say neither that nor a field none is one."""
    above = " ".join(upper[group[0]].text.split())
    own = {column: " ".join(text.split()) for column in group if (text := lower[column].text).strip()}
    field = head_of(above, known)
    open_ones = {column: text for column, text in own.items() if head_of(text, known) in ("", field)}
    joined = open_ones if field and field not in _OF_YEARS else {}
    texts = {**dict.fromkeys(group, ""), **(own or {group[0]: above})}
    if joined:
        texts |= {**dict.fromkeys(joined, ""), min(joined): above}
    elif field:
        dated = [column for column, text in open_ones.items() if _YEAR.search(squashed(text))]
        of_each = [column for column, text in own.items() if squashed(text) in _OF_EACH]
        alone = of_each or (open_ones if len(open_ones) == 1 else ())
        texts |= {column: f"{above} {own[column]}" for column in dated or alone}
    elif _YEAR.search(squashed(above)):
        texts |= {column: f"{text} {above}" for column, text in own.items()}
    cells = []
    for column in group:
        first, *rest = (*lower[column].paragraphs, *upper[column].paragraphs) or (None,)
        silent = [replace(one, text="", number="") for one in rest]
        cells.append(OldCell((replace(first, text=texts[column], number=""), *silent)) if first else OldCell())
    return cells, joined if len(joined) > 1 else {}


def joined_columns(row: tuple[OldCell, ...], several: Sequence[Mapping[int, str]]) -> tuple[OldCell, ...]:
    """A row with what stands in columns that are one in the first of them, behind the head of each."""
    for heads in several:
        by_column = dict(placed(row))
        own = {column: by_column[column] for column in heads if column in by_column}
        if not own:
            continue
        paragraphs = []
        for column, cell in own.items():
            said = [one for one in cell.paragraphs if one.text.strip()]
            head = f"{heads[column]}: " if len(own) > 1 else ""
            paragraphs += [replace(one, text=f"{head}{one.text}") if not at else one for at, one in enumerate(said)]
        first = min(own)
        whole = replace(own[first], paragraphs=tuple(paragraphs), continued=all(one.continued for one in own.values()))
        empty = {column: replace(cell, paragraphs=()) for column, cell in own.items()}
        row = tuple({**by_column, **empty, first: whole}.values())
    return row


def with_one_column(table: OldTable, known: Mapping[str, str], field: str) -> OldTable:
    """The table with the columns of a field as one, where its heads name it several times; no row that has fewer words
    of heads than another above it is one of heads."""
    table = _with_heads_in_one_row(table, known)
    most = 0
    for at, row in enumerate(table.rows[:_HEAD_ROWS]):
        heads = {column: " ".join(cell.text.split()) for column, cell in placed(row)}
        own = {column: head for column, head in heads.items() if head_of(head, known) == field}
        said = sum(bool(head_of(head, known)) for head in heads.values())
        most = max(most, said)
        if len(own) > 1 and said > len(own) and said == most:
            rows = [joined_columns(one, [own]) for one in table.rows[at + 1 :]]
            return replace(table, rows=(*table.rows[: at + 1], *rows))
    return table


def _is_second_head(row: Sequence[OldCell]) -> bool:
    """True for a row of which most cells carry on the heads above."""
    return sum(cell.continued for cell in row) * 2 > len(row) and len(row) > 2 and row[0].continued


def _is_head(row: Sequence[OldCell], known: Mapping[str, str]) -> bool:
    """True for a row above the heads that is of them too, and no title or figure that stands over the table."""
    filled = [cell.text for cell in row if cell.text.strip()]
    figures = any(re.fullmatch(r"[0-9๐-๙.,%]+", "".join(text.split())) for text in filled)
    return len(filled) > 1 and not figures and any(head_of(text, known) for text in filled)


def head_of(text: str, known: Mapping[str, str]) -> str:
    """The field that a head names; empty where it names none."""
    name = _head_of(text, known)
    return "" if name == NO_FIELD else name


def _head_of(text: str, known: Mapping[str, str]) -> str:
    said = squashed(text)
    if not said or len(said) > _LONGEST_HEAD:
        return ""
    if said in known:
        return known[said]
    begun = max((word for word in known if said.startswith(word) and len(word) > 3), key=len, default="")
    if begun:
        return known[begun]
    likeness, word = max(((fuzz.ratio(said, word), word) for word in known), default=(0.0, ""))
    if likeness >= _ALIKE:
        return known[word]
    within = max((word for word in known if word in said and len(word) > 5), key=len, default="")
    return known[within] if within else ""


def _rows(
    rows: Sequence[Sequence[OldCell]], columns: Mapping[int, str], known: Mapping[str, str]
) -> tuple[tuple[HeadedRow, ...], frozenset[OldPlace]]:
    """The rows by field, and the places of heads that were typed again."""
    made, repeated, opens = list[HeadedRow](), set[OldPlace](), True
    above, said = dict[str, OldCell](), dict[str, OldCell]()
    for row in rows:
        by_column = dict(placed(row))
        cells = {name: by_column[column] for column, name in columns.items() if column in by_column}
        if _counts_columns(row):
            repeated |= {one.origin for cell in row for one in cell.paragraphs}
            continue
        heads = [name for name, cell in cells.items() if cell.text.strip() and head_of(cell.text, known) == name]
        if len(heads) > 1 and len(heads) * 2 > sum(bool(cell.text.strip()) for cell in cells.values()):
            repeated |= {one.origin for cell in row for one in cell.paragraphs}
            opens = True
            continue
        others = tuple(cell for column, cell in by_column.items() if column not in columns)
        cells |= {name: said[name] for name, cell in cells.items() if name in said and is_ditto(cell.text.strip())}
        carried = {name: above[name] for name, cell in cells.items() if name in above and cell.continued}
        above |= {name: cell for name, cell in cells.items() if not cell.continued}
        said |= {name: cell for name, cell in cells.items() if cell.text.strip()}
        made.append(HeadedRow(cells, others, opens, carried))
        opens = False
    return tuple(made), frozenset(repeated)


def _counts_columns(row: Sequence[OldCell]) -> bool:
    """True for a row that only counts the columns: ``(๑)``, ``(๒)``, ``(๓)`` …"""
    texts = [arabic_digits(cell.text).strip(" ().") for cell in row]
    return len(texts) >= _HEAD_ROWS and texts == [str(at) for at in range(1, len(texts) + 1)]


def placed(row: Sequence[OldCell]) -> list[tuple[int, OldCell]]:
    """Each cell with the column that it begins in."""
    made, column = [], 0
    for cell in row:
        made.append((column, cell))
        column += cell.columns
    return made


def _width(table: OldTable) -> int:
    return max((sum(cell.columns for cell in row) for row in table.rows), default=0)
