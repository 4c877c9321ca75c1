"""Captions that stand beside each other, below photos as a rule, put one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from ita_docs.importing.blocks import Block, OldCell, OldFile, OldParagraph, OldPlace, OldTable, Photo
from ita_docs.importing.papers.tables import placed
from ita_docs.importing.papers.words import plain
from ita_docs.thai import A_MONTH

DATE = re.compile(
    r"\s*(?:เมื่อ\s*)?(?:ใน\s*)?(?:วัน(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|ศุกร์|เสาร์|อาทิตย์)?\s*ที่\s*)?"
    rf"(?P<date>[0-9]{{1,2}}\s*(?:{A_MONTH})\s*(?:พ\.?\s*ศ\.?)?\s*[0-9]{{2,4}}|[0-9]{{1,2}}/[0-9]{{1,2}}/(?:25)?[0-9]{{2}}(?![0-9]))"
)
"""A day, with the words that lead to it."""
_Row = dict[int, list[OldParagraph]]
"""What stands in each column of a line that columns cross."""


def one_by_one(blocks: Sequence[Block]) -> tuple[list[Block], frozenset[OldPlace]]:
    """The blocks, captions that stood in columns beside each other one after the other, each with its date; and the
    places of lines of which it is not sure to which of two captions they belong, as that of photos beside each other
    where any captions are."""
    found, unsure, photos = list[Block](), set[OldPlace](), set[OldPlace]()
    for of_tabs, group in groupby(blocks, key=lambda one: isinstance(one, OldParagraph) and "\t" in one.text):
        own = list(group)
        for some in [own] if of_tabs else [[one] for one in own]:
            rows = list(_rows(some))
            beside = _are_beside(rows)
            found += _in_columns(rows, unsure) if beside else some
            photos |= {one.origin for one in blocks if isinstance(one, Photo) and one.beside and beside}
    return found, frozenset(unsure | photos | _mingled(blocks))


def _mingled(blocks: Sequence[Block]) -> set[OldPlace]:
    """The lines of pages of a PDF on which lines of columns stand alone between those that have several: what of two
    captions beside each other goes on where is not seen."""
    lines = [one for one in blocks if isinstance(one, OldParagraph)]
    cells = [
        cell for one in blocks if isinstance(one, OldTable) and not one.ruled for row in one.rows for cell in row[1:]
    ]
    starts = {(one.origin.page, round(x)) for one in lines for x in one.edges[1:]}
    starts |= {(one.origin.page, round(x)) for cell in cells for one in cell.paragraphs for x in one.edges[:1]}
    mingled = {
        one.origin.page for one in lines if len(one.edges) == 1 and (one.origin.page, round(one.edges[0])) in starts
    }
    return {one.origin for one in OldFile("", tuple(blocks)).paragraphs() if one.origin.page in mingled}


def _rows(blocks: Sequence[Block]) -> Iterator[_Row]:
    """What stands beside each other in lines with tabs, or in a table without rules."""
    for one in blocks:
        if isinstance(one, OldTable) and not one.ruled:
            yield from map(_cells, one.rows)
        elif isinstance(one, OldParagraph):
            yield _pieces(one)


def _cells(row: Sequence[OldCell]) -> _Row:
    """The paragraphs of a row by the first column of their cells."""
    return {column: list(cell.paragraphs) for column, cell in placed(row) if cell.paragraphs}


def _pieces(line: OldParagraph) -> _Row:
    """The pieces of a line between its tabs."""
    pieces = line.text.split("\t")
    return {column: [replace(line, text=text.strip())] for column, text in enumerate(pieces) if text.strip()}


def _is_dated(paragraphs: Sequence[OldParagraph]) -> bool:
    return any(DATE.search(plain(one.text)) for one in paragraphs)


def _are_beside(rows: Sequence[_Row]) -> bool:
    """True where most columns, and two at least, have dates."""
    columns = {column for row in rows for column in row}
    dated = {column for row in rows for column, own in row.items() if _is_dated(own)}
    return len(dated) > 1 and 2 * len(dated) > len(columns)


def _in_columns(rows: Sequence[_Row], unsure: set[OldPlace]) -> Iterator[OldParagraph]:
    """The lines of one column after the other, for each line of captions; what goes on in the next is not ended."""
    for band in _bands(rows, unsure):
        for column in sorted({column for row in band for column in row}):
            own = [one for row in band for one in row.get(column, ())]
            dated = next((at for at, one in enumerate(own) if _is_dated([one])), len(own))
            for at, one in enumerate(own):
                yield replace(one, ended=at + 1 == len(own) or (at < dated and one.ended))


def _bands(rows: Sequence[_Row], unsure: set[OldPlace]) -> Iterator[list[_Row]]:
    """The rows of each line of captions: a date in a column that had one is of the next. What stands between may end
    the place of the one above or begin the next: a row alone begins that."""
    band, dated, last = list[_Row](), set[int](), 0
    for row in rows:
        own = {column for column, paragraphs in row.items() if _is_dated(paragraphs)}
        if own & dated:
            between = band[last:]
            if len(between) > 1:
                unsure |= {one.origin for each in (*between, row) for of in each.values() for one in of}
                unsure |= {one.origin for each in band[:last] for of in each.values() for one in of}
            rest = len(between) > 1 and not all(of[-1].ended for of in band[last - 1].values())
            yield band[: last + rest]
            band, dated = band[last + rest :], set()
        band.append(row)
        dated |= own
        last = len(band) if own else last
    yield band
