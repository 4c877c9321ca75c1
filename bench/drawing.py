"""How near the pages that we draw come to those that LibreOffice prints: ``python -m bench.drawing [documents…]``.

Without documents it takes those of the sample, of the examples, of made offices and orders by chance. For each it
prints the pages of both PDFs, how many lines are the same and stand within two points, letter by letter, and the lines
that are farthest away; at the end all of it together, which is kept in ``bench/drawing.md``. It needs LibreOffice.
"""

from __future__ import annotations

import ctypes
import sys
import tempfile
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, zip_longest
from pathlib import Path
from random import Random
from typing import NamedTuple

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from bench import offices
from ita_docs.api import build
from ita_docs.house import CATCHWORDS
from officefiles import opc
from thaipages.drawing import draw, publish
from thaipages.drawing.faces import Faces
from thaipages.pdf import convert
from thaipages.planning import Catchwords
from thaipages.planning.catchwords import plan_pages

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

import random_orders

ROOT = Path(__file__).resolve().parent.parent
NEAR = 2.0
"""Points within which a letter stands where it should."""
ON_ONE_LINE = 1.5
"""Points that the bases of letters on one line lie apart at most."""
LEADER = 4
"""So many dots in a row are a leader."""
OFFICES, ORDERS = 12, 20
TIME_LIMIT = 120.0
WORST = 3


class Letter(NamedTuple):
    """A letter with the place of its base, from the top left of the page."""

    y: float
    x: float
    sign: str


class Line(NamedTuple):
    """A line of LibreOffice's and ours beside it (empty where there is none), and how far ours is away."""

    page: int
    theirs: str
    ours: str
    away: float


@dataclass(slots=True)
class Compared:
    """A document compared: the pages of both PDFs, those with as many lines, and the lines."""

    name: str
    theirs: int
    ours: int
    even_pages: int = 0
    lines: list[Line] = field(default_factory=list)

    @property
    def near(self) -> int:
        """The lines that are the same and near."""
        return sum(line.away <= NEAR for line in self.lines)


def letters(pdf: bytes) -> list[list[Letter]]:
    """The letters, figures and signs of each page but leaders. Marks above and below go with their letters; ำ is its
    second half, as PDFs have it in two."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [list(_without_leaders(list(_letters(page)))) for page in document]
    finally:
        document.close()


def _letters(page: pypdfium2.PdfPage) -> Iterator[Letter]:
    text, height = page.get_textpage(), page.get_height()
    x, y = ctypes.c_double(), ctypes.c_double()
    for place in range(text.count_chars()):
        sign = chr(pdfium.FPDFText_GetUnicode(text, place)).replace("\u0e33", "\u0e32")
        if unicodedata.category(sign)[0] in "LNPS":
            pdfium.FPDFText_GetCharOrigin(text, place, x, y)
            yield Letter(height - y.value, x.value, sign)


def _without_leaders(page: Sequence[Letter]) -> Iterator[Letter]:
    """The letters without rows of dots: programs fill a gap with a dot more or less."""
    for dotted, group in groupby(page, key=lambda letter: letter.sign == "."):
        row = list(group)
        if not dotted or len(row) < LEADER:
            yield from row


def lines(page: Sequence[Letter]) -> list[list[Letter]]:
    """The letters of each line, from the left; cells beside each other are on one."""
    found: list[list[Letter]] = []
    for letter in sorted(page, key=lambda letter: letter.y):
        if found and letter.y - found[-1][0].y <= ON_ONE_LINE:
            found[-1].append(letter)
        else:
            found.append([letter])
    return [sorted(line, key=lambda letter: letter.x) for line in found]


def compare(name: str, theirs: bytes, ours: bytes) -> Compared:
    """LibreOffice's PDF of a document beside ours."""
    one, two = letters(theirs), letters(ours)
    found = Compared(name, len(one), len(two))
    for number, (their_page, our_page) in enumerate(zip_longest(one, two, fillvalue=[]), 1):
        their_lines, our_lines = lines(their_page), lines(our_page)
        found.even_pages += len(their_lines) == len(our_lines)
        found.lines += [_line(number, *pair) for pair in zip_longest(their_lines, our_lines, fillvalue=[])]
    return found


def _line(page: int, theirs: Sequence[Letter], ours: Sequence[Letter]) -> Line:
    one, two = ("".join(letter.sign for letter in line) for line in (theirs, ours))
    if one != two:
        return Line(page, one, two, float("inf"))
    places = [Letter(-1.0, -1.0, ""), *ours]
    away = [
        max(abs(their.x - our.x), abs(their.y - our.y))
        for their, before, our in zip(theirs, places, ours, strict=False)
        if our.x != before.x  # letters whose text stands beside them all come out at the first one's place
    ]
    return Line(page, one, two, max(away))


def documents(folder: Path, made: int = OFFICES) -> list[Path]:
    """The documents that are compared where none are named, with those of ``made`` offices."""
    offices.make(folder / "made", made)
    workbooks = [
        *(ROOT / "inputs").glob("*.xlsx"),
        *(ROOT / "examples").glob("*.xlsx"),
        *(folder / "made").glob("*.xlsx"),
    ]
    for workbook in workbooks:
        for name, data in build(workbook).files.items():
            if name.endswith(".docx"):
                (folder / f"{workbook.stem}_{name}").write_bytes(data)
    chance = Random(2566)
    for number in range(ORDERS):
        order = random_orders.render(random_orders.submission(chance))
        planned = plan_pages(order, Catchwords.PLAIN, CATCHWORDS).document
        (folder / f"order_{number:02}.docx").write_bytes(planned.data())
    return sorted(folder.glob("*.docx"))


def main() -> None:
    """Compare and print."""
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(name) for name in sys.argv[1:]] or documents(Path(folder))
        printed = convert(files, timeout=TIME_LIMIT)
        found, faces = [], Faces()
        for path, result in zip(files, printed, strict=True):
            ours = publish(draw(opc.read(path), (CATCHWORDS.style,)), faces)
            found.append(compare(path.stem, result.data, ours))
            print_one(found[-1])
    print_all(found)


def print_one(one: Compared) -> None:
    """A document's line, and the lines of it that are not near."""
    print(f"{one.name}: pages {one.theirs} and {one.ours}, lines near {one.near} of {len(one.lines)}")
    far = sorted((line for line in one.lines if line.away > NEAR), key=lambda line: -line.away)
    for line in far[:WORST]:
        print(
            f"    page {line.page}, {line.away:.1f} pt: {line.theirs[:60]} | {line.ours[:60] if line.away > 99 else ''}"
        )


def print_all(found: Sequence[Compared]) -> None:
    """The table."""
    count, near = sum(len(one.lines) for one in found), sum(one.near for one in found)
    pages, even = sum(one.theirs for one in found), sum(one.even_pages for one in found)
    print("\n| documents | with as many pages | pages | with as many lines | lines | within 2 pt |")
    print("|---:|---:|---:|---:|---:|---:|")
    same = sum(one.theirs == one.ours for one in found)
    print(f"| {len(found)} | {same} | {pages} | {even} | {count} | {near / max(count, 1):.2%} |")


if __name__ == "__main__":
    main()
