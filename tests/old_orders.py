"""Old orders typed as plain text for tests, and all that is read from one as a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ita_docs.importing.blocks import Block, OldCell, OldFile, OldParagraph, OldPlace, OldTable
from ita_docs.importing.documents import ReadCell, ReadDocument
from ita_docs.importing.order import find_orders

FILE = "คำสั่ง.docx"


def paragraph(line: str, number: int) -> OldParagraph:
    """A line as a paragraph. Before its text: ``~`` begins a page, ``*`` is bold, ``^`` centres it, ``+`` sets its
    first line in by 10 points, ``#(๑)#`` is an automatic number. ``>`` is a tab, ``¶`` ends a line by hand, ``\\``
    at the end says that the text goes on in the next paragraph."""
    signs = {"new_page": "~", "bold": "*", "centred": "^"}
    looks: dict[str, bool] = {}
    for name, sign in signs.items():
        looks[name], line = line.startswith(sign), line.removeprefix(sign)
    indent = len(line) - len(line := line.lstrip("+"))
    label, line = line[1:].split("#") if line.startswith("#") else ("", line)
    text, ended = line.removesuffix("\\").replace(">", "\t").replace("¶", "\n"), not line.endswith("\\")
    return OldParagraph(text, OldPlace(FILE, number), number=label, indent=10.0 * indent, ended=ended, **looks)


def cell(text: str, number: int) -> OldCell:
    """A cell: ``/`` parts its paragraphs, ``^`` carries the cell above on, ``<<`` at the end goes over two columns."""
    if text == "^":
        return OldCell(continued=True)
    columns, text = 1 + text.endswith("<<"), text.removesuffix("<<")
    return OldCell(tuple(paragraph(line, number) for line in text.split("/") if line), columns)


def blocks(text: str) -> Iterator[Block]:
    """The lines of a text as blocks; those that begin with ``|`` are the rows of a table."""
    rows: list[tuple[OldCell, ...]] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if line.startswith("|"):
            texts = line[1:].split("|")
            rows.append(tuple(cell(one.strip(), 100 * number + place) for place, one in enumerate(texts)))
            continue
        if rows:
            yield OldTable(tuple(rows), OldPlace(FILE, number))
            rows = []
        if line:
            yield paragraph(line, number)


def outline(text: str) -> str:
    """All that is read from the orders of a text: every cell with its lines and its doubt, and the lines left over."""
    file = OldFile(FILE, tuple(blocks(text)))
    found = find_orders(file)
    lines = [line for one in found for line in _document(one)]
    used = frozenset[OldPlace]().union(*(one.used for one in found))
    left = {one.origin.line: one for one in file.paragraphs() if one.origin not in used}
    lines += ["left over", *(f"  {number}: {one.printed.strip()}" for number, one in left.items())]
    return "\n".join(lines) + "\n"


def _document(one: ReadDocument) -> Iterator[str]:
    yield one.kind
    for name, own in one.general.items():
        yield f"  {name}: {_said(own, ())}"
    for key, rows in one.rows.items():
        for row in rows:
            where = [*row.values()][-1].places
            cells = (f"{name} {_said(own, where)}" for name, own in row.items())
            yield f"  {key} ({_runs(where)}): " + " | ".join(cells)
    yield ""


def _said(own: ReadCell, where: Sequence[OldPlace]) -> str:
    """A cell, with its lines unless these are those of the whole row."""
    lines = "" if own.places == where else f" ({_runs(own.places)})"
    text = own.text.replace("\n", " / ")
    return f"“{text}”{lines}" + (f" ! {own.doubt}" if own.doubt else "")


def _runs(places: Sequence[OldPlace]) -> str:
    runs: list[list[int]] = []
    for one in dict.fromkeys(place.line for place in places):
        if runs and runs[-1][-1] == one - 1:
            runs[-1].append(one)
        else:
            runs.append([one])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
