"""Old orders typed as plain text for tests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, zip_longest
from xml.sax.saxutils import escape

import small_docx
from ita_docs.importing.blocks import Block, OldCell, OldFile, OldParagraph, OldPlace, OldTable
from small_docx import CM
from thaipages.drawing import draw, publish
from thaipages.drawing.faces import Faces

FILE = "คำสั่ง.docx"
_WIDTH = 17
_DRAWN_AS = str.maketrans("─◦►✓", "-•••")
_STOPS = "".join(f'<w:tab w:val="left" w:pos="{at * CM:.0f}"/>' for at in (1.2, 8.2, 13))
_BORDERS = "".join(
    f'<w:{edge} w:val="single" w:sz="4"/>' for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
)


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


def drawn(text: str) -> bytes:
    """The lines of a text as a PDF that was printed from Word: tabs at three places, tables with rules. Signs that the
    typeface has not are drawn as others."""
    body = [
        _written(one) if isinstance(one, OldParagraph) else _table(one) for one in blocks(text.translate(_DRAWN_AS))
    ]
    page = small_docx.section(width=_WIDTH, lines=34)
    return publish(draw(small_docx.package(*body, end=page)), Faces())


def _written(paragraph: OldParagraph) -> str:
    first = f'<w:ind w:firstLine="{20 * paragraph.indent:.0f}"/>' if paragraph.indent else ""
    looks = "<w:pageBreakBefore/>" * paragraph.new_page + f"<w:tabs>{_STOPS}</w:tabs>{first}"
    text = f"{paragraph.number} {paragraph.text}" if paragraph.number else paragraph.text
    made = small_docx.paragraph(escape(text), looks + '<w:jc w:val="center"/>' * paragraph.centred)
    return made.replace("<w:r>", "<w:r><w:rPr><w:b/><w:bCs/></w:rPr>") if paragraph.bold else made


def _table(table: OldTable) -> str:
    widths = _widths(table)
    rows = []
    for row, below in zip_longest(table.rows, table.rows[1:], fillvalue=()):
        edges = [0, *accumulate(one.columns for one in row)]
        sides = zip_longest(row, edges[:-1], edges[1:], below[: len(row)], fillvalue=OldCell())
        cells = (_cell(one, sum(widths[left:right]), carried=after.continued) for one, left, right, after in sides)
        rows.append(small_docx.row(*cells))
    looks = f'<w:tblLayout w:type="fixed"/><w:tblBorders>{_BORDERS}</w:tblBorders>'
    return small_docx.table(*rows, columns=tuple(widths), properties=looks)


def _widths(table: OldTable) -> Sequence[float]:
    """Of each column, by its longest text."""
    longest = [1.5] * max(sum(one.columns for one in row) for row in table.rows)
    for row in table.rows:
        for place, one in zip(accumulate((one.columns for one in row), initial=0), row, strict=False):
            if one.columns == 1:
                longest[place] = max(longest[place], *(0.25 * len(line.text) for line in one.paragraphs), 1.5)
    return [_WIDTH * one / sum(longest) for one in longest]


def _cell(one: OldCell, width: float, *, carried: bool) -> str:
    merged = f'<w:gridSpan w:val="{one.columns}"/>' * (one.columns > 1)
    merged += "<w:vMerge/>" if one.continued else '<w:vMerge w:val="restart"/>' * carried
    content = [_written(line) for line in one.paragraphs] or [small_docx.paragraph()]
    return small_docx.cell(*content, width=width, properties=merged)
