"""Tables of scores in the shape in which they are read: indicators that stand side by side put one below the other,
tables that do so apart, and the indicator that only stands above a table in its rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from ita_docs.framework.load import Framework
from ita_docs.importing.blocks import OldCell, OldParagraph, OldTable
from ita_docs.importing.papers.indicators import is_whole_name
from ita_docs.importing.papers.parts import Paper
from ita_docs.importing.papers.tables import head_of, spread
from ita_docs.importing.papers.words import is_total, squashed

_HEAD_ROWS = 3
_FEWEST = 2


def upright(
    tables: Iterable[OldTable], heads: Mapping[str, Sequence[str]], years: Mapping[str, str], framework: Framework
) -> Iterator[OldTable]:
    """The tables of scores with one indicator a row: those whose indicators are the heads of columns turned, and those
    that stand beside each other in one apart."""
    known = {squashed(word): name for name, words in heads.items() for word in words}
    for table in (_of_title(one, known, framework) for one in tables):
        for at, row in enumerate(table.rows[:_HEAD_ROWS]):
            wide = [column for column, cell in enumerate(row) if is_whole_name(cell.text, framework)]
            names = [column for column, cell in enumerate(row) if squashed(cell.text) in map(squashed, heads["name"])]
            below = [spread(one) for one in table.rows[at:]]
            if len(wide) >= _FEWEST_NAMED and wide[0] == 1:
                said = (squashed(one[0].text) for one in below[1:])
                if all(head_of(text, known) or any(year in text for year in years) for text in said):
                    yield replace(table, rows=tuple(zip(_called(below[0], row[1]), *below[1:], strict=False)))
                    break
            elif len(names) >= _FEWEST:
                for start, end in pairwise((*names, len(below[0]))):
                    yield replace(table, rows=tuple(tuple(one[start:end]) for one in below))
                break
        else:
            yield table


_FEWEST_NAMED = 3
"""So many indicators side by side are the heads of a table."""


def _called(row: Sequence[OldCell], named: OldCell) -> list[OldCell]:
    """A row of indicators with the head of these before them."""
    first = (*row[0].paragraphs, *named.paragraphs)[0]
    return [OldCell((replace(first, text=_INDICATOR, number=""),)), *row[1:]]


_INDICATOR = "ตัวชี้วัด"


def below_indicators(part: Paper, framework: Framework) -> Iterator[OldTable]:
    """The tables of a paper, those below a line that names an indicator with that line for their first row."""
    above: tuple[tuple[OldCell, ...], ...] = ()
    for one in part.blocks:
        if isinstance(one, OldTable):
            yield replace(one, rows=(*above, *one.rows))
            above = ()
        elif isinstance(one, OldParagraph) and one.text.strip():
            above = ((OldCell((one,)),),) if is_whole_name(one.text, framework) else ()


def _of_title(table: OldTable, known: Mapping[str, str], framework: Framework) -> OldTable:
    """A table whose first row only names an indicator with that name before its totals, or before its scores where its
    heads name nothing that they could be of."""
    first, *rows = table.rows or ((),)
    title = [cell for cell in first if cell.text.strip()]
    if len(title) != 1 or not rows or not is_whole_name(title[0].text, framework):
        return table
    at, heads = next(
        ((at, found) for at, row in enumerate(rows) if (found := {head_of(cell.text, known) for cell in row} - {""})),
        (0, {""}),
    )
    if "score" not in heads:
        return table
    if heads & {"name", "number", "instrument"}:
        made = [
            tuple(replace(title[0], columns=cell.columns) if is_total(cell.text) else cell for cell in row)
            for row in rows
        ]
    else:
        head = OldCell((replace(title[0].paragraphs[0], text=_INDICATOR, number=""),))
        own = replace(title[0], columns=1)
        made = [(head if place <= at else own, *row) for place, row in enumerate(rows)]
    return replace(table, rows=tuple(made))
