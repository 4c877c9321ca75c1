"""The pieces of WordprocessingML that the templates are made of.

Everything is text: a paragraph is its style and its content, a table its style, widths and rows. No piece takes a
font, a size or an alignment; those live in the named styles (``tools/templates/styles.py``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

TWIPS_PER_CM = 1440 / 2.54


def twips(cm: float) -> int:
    """``cm`` in twentieths of a point."""
    return round(cm * TWIPS_PER_CM)


def style_id(name: str) -> str:
    """The identifier Word gives a style of this name: ``ITA Body`` is ``ITABody``."""
    return name.replace(" ", "")


# Paragraphs


_MARKS = {"\t": "<w:tab/>", "\n": "<w:br/>"}


def _text(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


def run(text: str, style: str = "") -> str:
    """One run of ``text`` in the character style named ``style``; ``\\t`` in it is a tab, ``\\n`` a line break."""
    look = f'<w:rPr><w:rStyle w:val="{style_id(style)}"/></w:rPr>' if style else ""
    pieces = (piece for piece in re.split("([\t\n])", text) if piece)
    return f"<w:r>{look}{''.join(_MARKS.get(piece) or _text(piece) for piece in pieces)}</w:r>"


def paragraph(style: str, *content: str) -> str:
    """A paragraph of ``content`` (runs and fields as XML) in the style named ``style``."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id(style)}"/></w:pPr>{"".join(content)}</w:p>'


def line(style: str, text: str = "") -> str:
    """A paragraph of one run of ``text``."""
    return paragraph(style, run(text)) if text else paragraph(style)


def tag(statement: str, style: str = "ITA Base") -> str:
    """A paragraph that holds a paragraph statement alone; rendering takes the whole paragraph away."""
    return line(style, f"{{%p {statement} %}}")


def field(instruction: str, shown: str) -> str:
    """A field such as ``PAGE``, with the text shown until Word works it out anew."""
    return f'<w:fldSimple w:instr=" {escape(instruction)} ">{run(shown)}</w:fldSimple>'


# Tables


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: its paragraphs, how many columns it spans, and how it merges downwards."""

    content: str
    span: int = 1
    merge: str = ""

    def xml(self, widths: Sequence[int]) -> str:
        """The cell, as wide as the columns ``widths`` (twips) that it spans."""
        span = f'<w:gridSpan w:val="{self.span}"/>' if self.span > 1 else ""
        merge = f'<w:vMerge w:val="{self.merge}"/>' if self.merge else ""
        return f'<w:tc><w:tcPr><w:tcW w:w="{sum(widths)}" w:type="dxa"/>{span}{merge}</w:tcPr>{self.content}</w:tc>'


@dataclass(frozen=True, slots=True)
class Table:
    """A table of fixed column widths in centimetres."""

    style: str
    columns: Sequence[float]

    @property
    def widths(self) -> list[int]:
        """The column widths in twips."""
        return [twips(column) for column in self.columns]

    def row(self, *cells: Cell, header: bool = False, whole: bool = True) -> str:
        """A row; ``whole`` rows never break over two pages, ``header`` rows repeat on each page."""
        marks = ("<w:cantSplit/>" if whole else "") + ("<w:tblHeader/>" if header else "")
        done, widths = [], self.widths
        for cell in cells:
            done.append(cell.xml(widths[: cell.span]))
            widths = widths[cell.span :]
        properties = f"<w:trPr>{marks}</w:trPr>" if marks else ""
        return f"<w:tr>{properties}{''.join(done)}</w:tr>"

    def tag(self, statement: str) -> str:
        """A row that holds a row statement alone; rendering takes the whole row away."""
        return self.row(Cell(line("ITA Base", f"{{%tr {statement} %}}"), span=len(self.columns)), whole=False)

    def xml(self, *rows: str) -> str:
        """The table of ``rows``."""
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in self.widths)
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{style_id(self.style)}"/>'
            f'<w:tblW w:w="{sum(self.widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
        )


# Sections


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A4 with its margins in centimetres. ``title_page`` gives the first page a header of its own."""

    landscape: bool = False
    top: float = 2.5
    right: float = 2.0
    bottom: float = 2.0
    left: float = 3.0
    header: float = 1.5
    title_page: bool = True

    def xml(self, headers: Mapping[str, str]) -> str:
        """The section properties, with relationship ids of headers by type (``first``, ``default``)."""
        width, height = (29.7, 21.0) if self.landscape else (21.0, 29.7)
        turned = ' w:orient="landscape"' if self.landscape else ""
        references = "".join(f'<w:headerReference w:type="{kind}" r:id="{rid}"/>' for kind, rid in headers.items())
        return (
            f'<w:sectPr>{references}<w:pgSz w:w="{twips(width)}" w:h="{twips(height)}"{turned}/>'
            f'<w:pgMar w:top="{twips(self.top)}" w:right="{twips(self.right)}" w:bottom="{twips(self.bottom)}"'
            f' w:left="{twips(self.left)}" w:header="{twips(self.header)}" w:footer="{twips(1)}" w:gutter="0"/>'
            f'<w:pgNumType w:fmt="thaiNumbers" w:start="1"/><w:cols w:space="720"/>'
            f"{'<w:titlePg/>' if self.title_page else ''}</w:sectPr>"
        )
