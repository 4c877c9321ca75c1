"""The layout of a Word document without an office program: its lines, the heights of its blocks, its pages.

It measures what the templates are made of, from the document itself: page size and margins, headers, styles with
inheritance, indents, spaces, line heights, tab stops, list labels, tables of fixed widths with merged cells, inline
pictures, and every rule that keeps lines together or begins a page. What it cannot measure stands in
``Layout.notes``, in Thai; only where that is empty are the pages to be relied on.
"""

from thaipages.layout.document import Block, Layout, Part, measure
from thaipages.layout.pages import Page, paginate
from thaipages.layout.paragraphs import Paragraph
from thaipages.layout.sections import Section
from thaipages.layout.tables import Cell, Row, Table

__all__ = [
    "Block",
    "Cell",
    "Layout",
    "Page",
    "Paragraph",
    "Part",
    "Row",
    "Section",
    "Table",
    "measure",
    "paginate",
]
