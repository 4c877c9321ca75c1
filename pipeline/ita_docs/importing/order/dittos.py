"""Marks that repeat what stands above them (``”``, ``-”-``), as lists of people have them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ita_docs.importing.order.lines import PrintedLine

_DITTO = re.compile(r"[-–—]?\s*(?:[”“\"〃]|''|,,|’’|‘‘)\s*[-–—]?")


def without_dittos(lines: Sequence[PrintedLine]) -> Iterator[PrintedLine]:
    """The lines with the text above in place of a mark that repeats it (``”``, ``-”-``): that of the same cell of the
    table, or of the same column, counted from the right, of lines with tabs."""
    above: PrintedLine | None = None
    for line in lines:
        if above and above.table == line.table and any(map(_is_ditto, line.columns)):
            before = above.columns if line.row else ((),) * len(line.columns) + above.columns
            before = before[len(before) - len(line.columns) :] if not line.row else before
            pairs = zip(line.columns, (*before, *line.columns[len(before) :]), strict=False)
            line = replace(line, columns=tuple(said if _is_ditto(own) and said else own for own, said in pairs))
        yield line
        above = line


def _is_ditto(column: tuple[str, ...]) -> bool:
    return len(column) == 1 and bool(_DITTO.fullmatch(column[0]))
