"""Tables of measures whose columns are ticked: quarters, months or states, made one column of what is ticked."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ita_docs.importing.blocks import OldCell, OldParagraph, OldTable
from ita_docs.importing.papers.tables import placed
from ita_docs.importing.papers.words import OldPapers, plain, squashed
from ita_docs.thai import A_MONTH

_PERIOD, _STATE = "ระยะเวลา", "สถานะ"
_QUARTER = re.compile(rf"(?:ไตรมาส(?:ที่)?|Q)\s*[1-4].{{0,20}}|(?:{A_MONTH})\s*[0-9]{{0,4}}")
_NUMBER = re.compile("[1-4]")
_TICK = re.compile(r"[✓✔√☑✗xX×/●•*\uf0fcP]|[■█▬▪]+|[←→↔⇔⟷⟵⟶◄►<>=_–—-]*[←→↔⇔⟷⟵⟶◄►<>][←→↔⇔⟷⟵⟶◄►<>=_–—-]*")
_NOTHING = re.compile(r"\s*[-–—]{0,2}\s*")
_HEAD_ROWS = 3
_FEWEST = 2


def with_periods(table: OldTable) -> OldTable:
    """The table with one column of the periods that are ticked in place of those of quarters or months; as it is where
    it has none, or where nothing or something else than ticks stands in them."""
    for at, row in enumerate(table.rows[:_HEAD_ROWS]):
        above = table.rows[at - 1] if at else ()
        columns = _columns(row, above)
        if len(columns) >= _FEWEST:
            rows = [_joined(one, columns, row) for one in table.rows[at + 1 :]]
            whole = all(one is not None for one in rows) and all(len(one) == len(row) for one in table.rows[at:])
            if whole and any(one and one[columns.start].text for one in rows):
                head = _head(row, above, columns)
                told = [_told_too(one, head, columns.start) for one in rows if one]
                return replace(table, rows=(*table.rows[: max(0, at - 1)], head, *told))
    return table


def _told_too(row: tuple[OldCell, ...], head: Sequence[OldCell], ticked: int) -> tuple[OldCell, ...]:
    """A row with its ticked periods behind what another column of periods says, which is the one that is read."""
    said = {*map(squashed, OldPapers.load().measures["period"])}
    at = next((at for at, cell in enumerate(head) if at != ticked and squashed(cell.text) in said), None)
    if at is None:
        return row
    whole = replace(row[at], paragraphs=(*row[at].paragraphs, *row[ticked].paragraphs))
    return (*row[:at], whole, *row[at + 1 :])


def with_states(table: OldTable, states: Mapping[str, Sequence[str]]) -> OldTable:
    """The table with one column of the state of each measure in place of those of ``states`` in which it is ticked."""
    known = {squashed(word): state for state, words in states.items() for word in words}
    for at, row in enumerate(table.rows[:_HEAD_ROWS]):
        own = [place for place, cell in enumerate(row) if squashed(cell.text) in known]
        if len(own) < _FEWEST or own != [*range(own[0], own[-1] + 1)]:
            continue
        columns = range(own[0], own[-1] + 1)
        paragraphs = [one for place in columns for one in row[place].paragraphs]
        said = [known.get(squashed(cell.text), "") for cell in row]
        called = [OldCell(tuple(replace(one, text=text) for one in paragraphs[:1])) for text in said]
        rows = [_joined(one, columns, called) for one in table.rows[at + 1 :]]
        if all(one is not None and len(one) == len(row) - len(columns) + 1 for one in rows):
            silent = (replace(one, text="", number="") for one in paragraphs[1:])
            head = OldCell((replace(paragraphs[0], text=_STATE, number=""), *silent), len(columns))
            heads = (*row[: columns.start], head, *row[columns.stop :])
            return replace(table, rows=(*table.rows[:at], heads, *(one for one in rows if one)))
    return table


def _columns(row: Sequence[OldCell], above: Sequence[OldCell]) -> range:
    """The cells of a head that name periods, one beside the other; none where they are not alone."""
    of_quarters = any("ไตรมาส" in cell.text for cell in above)
    pattern = _NUMBER if of_quarters else _QUARTER
    own = [at for at, cell in enumerate(row) if pattern.fullmatch(" ".join(plain(cell.text).split()))]
    if not own or own != [*range(own[0], own[-1] + 1)] or any(row[at].columns > 1 for at in own):
        return range(0)
    return range(own[0], own[-1] + 1)


def _head(row: Sequence[OldCell], above: Sequence[OldCell], columns: range) -> tuple[OldCell, ...]:
    """The row of heads with one head of periods; of two rows of heads the other heads stand in the upper one."""
    upper = {column: cell for column, cell in placed(above) if cell.text.strip()}
    others = ((at, column) for at, (column, _) in enumerate(placed(row)) if at not in columns)
    heads = {at: upper.pop(column) for at, column in others if column in upper}
    silent = [replace(one, text="", number="") for at in columns for one in row[at].paragraphs]
    silent += [replace(one, text="", number="") for cell in upper.values() for one in cell.paragraphs]
    period = OldCell((replace(silent[0], text=_PERIOD), *silent[1:]), len(columns))
    cells = [heads.get(at, cell) if not cell.text.strip() else cell for at, cell in enumerate(row)]
    return (*cells[: columns.start], period, *cells[columns.stop :])


def _joined(row: Sequence[OldCell], columns: range, heads: Sequence[OldCell]) -> tuple[OldCell, ...] | None:
    """A row with its ticks as one cell of the periods they stand under; ``None`` where one is no tick."""
    ticked = [at for at in columns if at < len(row) and not _NOTHING.fullmatch(row[at].text)]
    if any(not _TICK.fullmatch(row[at].text.strip()) for at in ticked):
        return None
    said = ", ".join(_name(heads[at]) for at in ticked)
    paragraphs: tuple[OldParagraph, ...] = row[ticked[0]].paragraphs[:1] if ticked else ()
    cell = OldCell(tuple(replace(one, text=said, number="") for one in paragraphs), len(columns))
    return (*row[: columns.start], cell, *row[columns.stop :])


def _name(head: OldCell) -> str:
    text = " ".join(head.text.split())
    return f"ไตรมาสที่ {text}" if _NUMBER.fullmatch(plain(text)) else text
