"""Old orders typed as plain text for tests."""

from __future__ import annotations

from collections.abc import Iterator

from ita_docs.importing.blocks import Block, OldCell, OldFile, OldParagraph, OldPlace, OldTable

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


def file(text: str) -> OldFile:
    """An old file with the lines of a text."""
    return OldFile(FILE, tuple(blocks(text)))
