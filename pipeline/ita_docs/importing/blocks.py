"""What stands in an old file, in reading order, whatever kind of file it was: paragraphs, tables and pictures.

Readers of files make these values, readers of documents take them; nothing here knows what a committee is. Text is as
typed: clean characters (marks in order, no private ones), its digits untouched; ``\\t`` is a tab or, in a PDF, a gap
wide enough to begin a new column, and ``\\n`` a line ended by hand inside a paragraph. What a reader of files leaves
out is what nobody sees on paper (deleted and hidden text) or what belongs to pages and not to text (page numbers, heads
of tables repeated); catchwords stay in Word files, where they are typed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from officefiles.problems import Problem


@dataclass(frozen=True, slots=True)
class OldPlace:
    """Where something stands in an old file. ``file`` is the user's name of it; ``page`` counts from 1 and is 0 where
    the file does not tell; ``line`` counts the lines of a page, or the paragraphs of a Word file, from 1; ``place`` is
    the cell of a workbook (``Sheet1!B3``), or what else tells a reader where to look."""

    file: str
    line: int = 0
    page: int = 0
    place: str = ""

    def __str__(self) -> str:
        """As staff read it: ``order.pdf หน้า 2 บรรทัด 13``, ``order.docx ย่อหน้า 13``, ``คะแนน.xlsx Sheet1!B3``."""
        if self.place:
            return f"{self.file} {self.place}"
        if self.page:
            return f"{self.file} หน้า {self.page} บรรทัด {self.line}"
        return f"{self.file} ย่อหน้า {self.line}"


@dataclass(frozen=True, slots=True)
class OldParagraph:
    """A paragraph, or a line of a PDF that could not be joined to others with certainty.

    ``number`` is the automatic number as printed (``(๑)``, ``ก.``), which stands in no text; ``indent`` is how far the
    first line stands from the left edge of the text, in points; ``edges`` are the left edges in points of the pieces
    between tabs, where the file tells them. ``centred`` and ``bold`` are of the whole paragraph. ``ended`` is false of
    a line that goes on in the next for all that can be seen (a full line of a PDF); ``starts`` are the places in the
    text where lines begin that were joined to the one before.
    """

    text: str
    origin: OldPlace
    number: str = ""
    indent: float = 0.0
    centred: bool = False
    bold: bool = False
    ended: bool = True
    new_page: bool = False
    edges: tuple[float, ...] = ()
    starts: tuple[int, ...] = ()

    @property
    def printed(self) -> str:
        """The text with its automatic number before it, as the paper shows it."""
        return f"{self.number} {self.text}" if self.number else self.text


@dataclass(frozen=True, slots=True)
class OldCell:
    """A cell of a table. ``columns`` says over how many columns it goes; ``continued`` is true where it only carries
    the cell above on (merged over rows), with no text of its own."""

    paragraphs: tuple[OldParagraph, ...] = ()
    columns: int = 1
    continued: bool = False

    @property
    def text(self) -> str:
        """The printed text of its paragraphs, one a line."""
        return "\n".join(one.printed for one in self.paragraphs)


@dataclass(frozen=True, slots=True)
class OldTable:
    """A table, row by row; ``ruled`` is false of columns that only gaps make. A table that goes on over pages is one
    table where the file tells so, without the heads repeated. ``sheet`` is the name of the sheet of a workbook."""

    rows: tuple[tuple[OldCell, ...], ...]
    origin: OldPlace
    ruled: bool = True
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture of the file: the bytes of it, and a name for its file. ``caption`` is where the paragraph stands that
    is by it in a table; ``beside`` is true where another picture stands beside it on its page, in no table."""

    name: str
    data: bytes = field(repr=False)
    origin: OldPlace
    caption: OldPlace | None = None
    beside: bool = False


Block = OldParagraph | OldTable | Photo


@dataclass(frozen=True, slots=True)
class OldFile:
    """An old file that could be read; ``problems`` say of what could not, such as pages that are scanned. ``of_pages``
    are texts that a reader left out as made for pages: catchwords, and the title of a table of contents. ``aside`` is
    what stands beside the text, such as short heads of pages, stamps and the words of charts: it is read for no cell,
    and listed for the office where the text does not say the same."""

    name: str
    blocks: tuple[Block, ...]
    problems: tuple[Problem, ...] = ()
    of_pages: tuple[str, ...] = ()
    aside: tuple[OldParagraph | Photo, ...] = ()

    def paragraphs(self) -> Iterator[OldParagraph]:
        """All paragraphs in reading order, those in tables among them, row by row."""
        for block in self.blocks:
            if isinstance(block, OldParagraph):
                yield block
            elif isinstance(block, OldTable):
                for row in block.rows:
                    for cell in row:
                        yield from cell.paragraphs
