"""Old PDFs: their text as paragraphs and tables, and their pictures."""

from __future__ import annotations

import base64
import hashlib
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise

from ita_docs.importing.blocks import Block, OldFile, OldParagraph, OldPlace, OldTable, Photo
from ita_docs.importing.captioned import captioned
from ita_docs.importing.pdf.captions import captions_of
from ita_docs.importing.pdf.child import PdfRefusedError, Raw, raw_pages
from ita_docs.importing.pdf.columns import PdfColumns, grouped, running_rows, torn_of_lists, unruled_table
from ita_docs.importing.pdf.cuts import with_columns
from ita_docs.importing.pdf.joints import PdfJoints
from ita_docs.importing.pdf.letters import PdfLetter, left_aside, letters
from ita_docs.importing.pdf.lines import PdfLine
from ita_docs.importing.pdf.pages import (
    PdfPage,
    all_lines,
    count_lines,
    foots_of,
    is_number_of_page,
    page_of,
    without_catchwords,
    without_frames,
    without_page_marks,
)
from ita_docs.importing.pdf.paragraphs import PdfWriter, Story
from ita_docs.importing.pdf.tables import (
    PdfRow,
    PdfTable,
    goes_on_below,
    rows_of_table,
    stories_of,
    table_of,
    together,
    torn_of_tables,
    with_pictures,
)
from ita_docs.importing.pdf.wraps import PdfArea, are_centred, habits_of
from ita_docs.importing.pdfium.kinds import OF_PAGE, OF_PICTURE, UNSEEN
from ita_docs.importing.refusals import PAGES_SCANNED, PARTS_UNREAD, PHOTO_UNUSABLE
from officefiles.problems import Place, Problem

SCANNED = (
    "ไฟล์ PDF นี้เป็นภาพสแกนหรือหน้าเปล่า ไม่มีตัวอักษรให้อ่าน "
    "โปรแกรมไม่อ่านตัวอักษรจากภาพ เพราะชื่อที่อ่านผิดแต่ดูเหมือนถูกเป็นอันตรายกว่าการพิมพ์ใหม่ "
    "ให้ใช้ไฟล์ Word หรือ PDF ที่บันทึกจากโปรแกรมพิมพ์เอกสาร"
)
FONTS = (
    "ไฟล์ PDF นี้ใช้แบบอักษรที่ไม่เก็บรหัสตัวอักษรมาตรฐาน ข้อความที่อ่านได้จึงไม่ใช่ข้อความที่เห็น "
    "ให้ใช้ไฟล์ Word หรือบันทึกเป็น PDF ใหม่ด้วยแบบอักษรมาตรฐาน เช่น TH SarabunPSK"
)
_LOST = "ภาพมีขนาดใหญ่หรือมีจำนวนมากเกินกำหนด หรืออ่านไม่ได้ (หน้า {pages})"
_NOTES = "หมายเหตุ ข้อความที่ขีดฆ่า หรือช่องแบบฟอร์มที่เพิ่มไว้บน PDF (หน้า {pages})"
_FEWEST_LETTERS = 20
"""Letters a page has at least, in a whole PDF on average, that is no scan."""
_OF_A_SCAN, _WIDE = 0.5, 0.9
"""Of the page: what the picture of a scanned page covers; and how wide the strips are in which scanners cut one."""
_DRAWN = 1_000
"""The strokes of a page without letters that is no drawing of lines: a letter has ten and more."""
_FOOT = 90.0
"""Points that a page leaves free at its foot at most where it cuts a row: lines that may not stand alone move on."""
_EDGE, _LONG, _SEVERAL = 12.0, 0.55, 3
_LEFT_MARGIN, _RIGHT_MARGIN = 85.0, 57.0
"""Points that official papers leave free, 3 and 2 centimetres, where no full lines show it."""
_NEAR_EDGE = 30.0
"""Points that the longest of such lines leaves free at most."""
_LARGEST_PART = 0.4
_FEW_SPACES = 0.002
_LARGEST_SHARE = 0.04
"""Of signs that are no letters in a text that can be read."""


def read_pdf(name: str, data: bytes) -> OldFile:
    """The blocks of a PDF; ``name`` is what staff call it. Raises ``PdfRefusedError`` where it cannot be read."""
    raw = raw_pages(data)
    left_out = _left_out(raw)
    found = [letters(page, left_out) for page in raw]
    _check(raw, found)
    signs = Counter(letter.text == " " for page in found for letter in page)
    spaceless = signs[True] < _FEW_SPACES * signs[False]
    pages = [
        page_of(number, page.size, of, page.rules, spaceless=spaceless)
        for number, (page, of) in enumerate(zip(raw, found, strict=True), 1)
    ]
    without_frames(pages)
    marks = without_page_marks(pages)
    without_catchwords(pages)
    for page in pages:
        count_lines(page)
    for page in pages:
        page.lines = with_columns(page.lines)
    areas = _areas(pages)
    joints = PdfJoints.of((line.text, line.spaced) for line in all_lines(pages))
    habits = habits_of(_stories(pages, areas), joints, areas.values())
    return OldFile(
        name,
        tuple(_Blocks(PdfWriter(name, habits), pages, areas, _photos(name, raw)).all()),
        tuple(_told(name, raw, found)),
        aside=tuple(_aside(name, raw, left_out, marks)),
    )


def _stories(pages: Iterable[PdfPage], areas: Mapping[int, PdfArea]) -> Iterator[Story]:
    """The lines of each page and each cell of a table, with where they run."""
    for page in pages:
        yield [(line, areas[page.number]) for line in page.lines]
        for table in page.tables:
            yield from stories_of(table).values()


def _left_out(raw: Iterable[Raw]) -> frozenset[int]:
    """The kinds of text that are left out: what nobody sees, as another program guesses it from a scan; and what the
    file says to be of pages or within pictures, where that is not much of it."""
    kinds = Counter(page.styles[style][3] for page in raw for style in page.letters[7::8])
    marked = {kind for kind in (OF_PAGE, OF_PICTURE) if kinds[kind] < _LARGEST_PART * kinds.total()}
    return frozenset({UNSEEN, *marked})


def _aside(
    name: str, raw: Sequence[Raw], left_out: frozenset[int], marks: Mapping[int, Sequence[str]]
) -> Iterator[OldParagraph]:
    """What stands beside the text, but for the numbers of pages; ``marks`` were taken for some of it already."""
    for number, page in enumerate(raw, 1):
        texts = (text for text in left_aside(page, left_out) if not is_number_of_page(text, len(raw)))
        for count, text in enumerate((*marks.get(number, ()), *texts), 1):
            yield OldParagraph(text, OldPlace(name, 0, number, f"หน้า {number} นอกเนื้อความ {count}"))


def _check(raw: Sequence[Raw], found: Sequence[Sequence[PdfLetter]]) -> None:
    """Raises ``PdfRefusedError`` where the pages are pictures, or their text is not what is seen."""
    signs = [letter.text for page in found for letter in page if letter.text != " "]
    few = len(signs) < _FEWEST_LETTERS * len(raw)
    if not signs or (few and any(page.pictures for page in raw)) or sum(map(_unseen, raw)) > len(signs):
        raise PdfRefusedError(SCANNED, "scanned")
    strange = sum(
        not sign[0].isprintable() or sign[0] == "\ufffd" or unicodedata.category(sign[0]) == "Mn" for sign in signs
    )
    if strange > _LARGEST_SHARE * len(signs):
        raise PdfRefusedError(FONTS, "fonts")


def _unseen(page: Raw) -> int:
    """How many letters of the page nobody sees."""
    return sum(page.styles[style][3] == UNSEEN for style in page.letters[7::8])


def _is_scan(page: Raw, found: Sequence[PdfLetter]) -> bool:
    """True of a page that is a picture, among others that can be read: a signed page that was put in, say, or one whose
    letters are drawn as strokes."""
    if sum(letter.text != " " for letter in found) >= _FEWEST_LETTERS:
        return False
    sizes = [(right - left, bottom - top) for left, top, right, bottom in (one["box"] for one in page.pictures)]
    largest = max((width * height for width, height in sizes), default=0)
    strips = sum(width * height for width, height in sizes if width >= _WIDE * page.size[0])
    if page.drawn >= _DRAWN:
        return True
    return max(largest, strips) >= _OF_A_SCAN * page.size[0] * page.size[1] or _unseen(page) >= _FEWEST_LETTERS


def _told(name: str, raw: Sequence[Raw], found: Sequence[Sequence[PdfLetter]]) -> Iterator[Problem]:
    """What of the file could not be read."""
    pages = list(enumerate(zip(raw, found, strict=True), 1))
    scanned = [number for number, page in pages if _is_scan(*page)]
    lost = [number for number, (page, _) in pages if number not in scanned and any(o["lost"] for o in page.pictures)]
    if scanned:
        yield PAGES_SCANNED.at(Place(file=name), name, pages=", ".join(map(str, scanned)))
    if notes := [number for number, (page, _) in pages if page.notes]:
        parts = _NOTES.format(pages=", ".join(map(str, notes)))
        yield PARTS_UNREAD.at(Place(file=name), name, parts=parts)
    if lost:
        yield PHOTO_UNUSABLE.at(Place(file=name), name, why=_LOST.format(pages=", ".join(map(str, lost))))


@dataclass(frozen=True, slots=True)
class _Placed:
    """A picture, and its left, top, right and bottom on its page."""

    photo: Photo
    box: tuple[float, float, float, float]

    @property
    def y(self) -> float:
        """Where its bottom is."""
        return self.box[3]

    @property
    def middle(self) -> tuple[float, float]:
        return (self.box[0] + self.box[2]) / 2, (self.box[1] + self.box[3]) / 2

    def is_beside(self, other: _Placed) -> bool:
        """True of another whose middle is as high as some of this one."""
        return other is not self and self.box[1] < other.middle[1] < self.box[3]


@dataclass(frozen=True, slots=True)
class _Captioned:
    """The captions of pictures beside each other, and where on their page they begin."""

    table: OldTable
    y: float


class _Blocks:
    """Blocks of all pages in reading order; ``photos`` are the pictures."""

    def __init__(
        self, writer: PdfWriter, pages: Sequence[PdfPage], areas: Mapping[int, PdfArea], photos: Iterable[_Placed]
    ) -> None:
        self.writer, self.pages, self.areas = writer, pages, areas
        self.of_pages: dict[int, list[_Placed]] = defaultdict(list)
        for photo in photos:
            self.of_pages[photo.photo.origin.page].append(photo)
        self.placed = {page.number: [*self._placed(page)] for page in pages}
        running = frozenset(x for page in pages for x in running_rows(page.lines))
        self.lines = {page.number: list(grouped_lines(page, running)) for page in pages}
        self.torn = torn_of_tables((table for page in pages for table in page.tables), writer)
        lists = [(one, areas[page].right) for page, found in self.lines.items() for one in found]
        self.torn_lists = torn_of_lists([(one, right) for one, right in lists if isinstance(one, PdfColumns)], writer)
        self.foots = foots_of(pages)
        self.held: list[tuple[PdfLine, PdfArea]] = []
        self.table: tuple[PdfTable, list[PdfRow]] | None = None
        self.shown: list[Photo] = []
        self.done: list[Block] = []

    def _placed(self, page: PdfPage) -> Iterator[_Placed | _Captioned]:
        """The pictures of a page that stand in no table, and the captions below those beside each other, of which they
        then know that they are theirs; the page is left without these lines."""
        tables = [table.grid for table in page.tables]
        apart = [one for one in self.of_pages[page.number] if all(grid.cell_at(*one.middle) is None for grid in tables)]
        begins: dict[int, OldPlace] = {}
        for captions in captions_of(page.lines, [one.box for one in apart]):
            table, places = captions.table(self.writer)
            taken = {line.y for line in captions.lines}
            page.lines = [line for line in page.lines if line.y not in taken]
            begins |= places
            yield _Captioned(table, captions.y)
        for at, one in enumerate(apart):
            beside = at not in begins and any(map(one.is_beside, apart))
            yield _Placed(replace(one.photo, caption=begins.get(at), beside=beside), one.box)

    def all(self) -> list[Block]:
        """Every block."""
        for page in self.pages:
            for item in sorted((*self.lines[page.number], *page.tables, *self.placed[page.number]), key=_top):
                self._add(item, self.areas[page.number])
        self._end_lines()
        self._end_table()
        return _with_page_starts(self.done)

    def _add(self, item: PdfLine | PdfColumns | PdfTable | _Placed | _Captioned, area: PdfArea) -> None:
        if isinstance(item, PdfTable):
            self._end_lines()
            rows = rows_of_table(item, self.writer, self.torn)
            pictures = [(one.photo, one.middle) for one in self.of_pages[item.page]]
            shown = [*captioned(with_pictures(item, rows, pictures))]
            if self.table and self.table[0].page < item.page and goes_on_below(self.table[0], item):
                full = self.table[0].bottom > self.foots[self.table[0].page] - _FOOT
                self.table = (item, together(self.table[1], rows, self.writer, full=full))
            else:
                self._end_table()
                self.table = (item, rows)
            self.shown += shown
            return
        self._end_table()
        if isinstance(item, _Placed | _Captioned):
            self._end_lines()
            self.done.append(item.photo if isinstance(item, _Placed) else item.table)
        elif isinstance(item, PdfColumns):
            self._end_lines()
            self._add_unruled(unruled_table(item, self.writer, area.right, self.torn_lists))
        else:
            self.held.append((item, area))

    def _add_unruled(self, table: OldTable) -> None:
        before = self.done[-1] if self.done else None
        if isinstance(before, OldTable) and not before.ruled and len(before.rows[0]) == len(table.rows[0]):
            last = max((one.origin.page for row in before.rows for cell in row for one in cell.paragraphs), default=0)
            if last < table.origin.page:
                self.done[-1] = replace(before, rows=(*before.rows, *table.rows))
                return
        self.done.append(table)

    def _end_lines(self) -> None:
        self.done += self.writer.paragraphs(self.held)
        self.held = []

    def _end_table(self) -> None:
        if self.table:
            table, rows = self.table
            self.done += [table_of(rows, table, self.writer), *self.shown]
            self.table, self.shown = None, []


def grouped_lines(page: PdfPage, running: Set[float]) -> Iterator[PdfLine | PdfColumns]:
    """The lines of a page between its tables, those in columns together."""
    edges = [0.0, *(table.y for table in page.tables), float("inf")]
    for top, bottom in pairwise(edges):
        yield from grouped([line for line in page.lines if top <= line.y < bottom], running)


def _top(item: PdfLine | PdfColumns | PdfTable | _Placed | _Captioned) -> float:
    return item.lines[0].y if isinstance(item, PdfColumns) else item.y


def _areas(pages: Sequence[PdfPage]) -> dict[int, PdfArea]:
    """Where the text of each page runs. Pages of one size that end lines at one edge begin them at one, too."""
    rights = {page.number: max((line.right for line in page.lines), default=0.0) for page in pages}
    telling = {page.number for page in pages if _is_telling(page)}
    found = {}
    for page in pages:
        like = [other for other in pages if abs(other.width - page.width) < 1 and abs(other.height - page.height) < 1]
        if page.number in telling:
            like = [o for o in like if o.number not in telling or abs(rights[o.number] - rights[page.number]) < _EDGE]
        right = rights[page.number] if page.number in telling else max(rights[other.number] for other in like)
        left = min((line.x for other in like for line in other.lines), default=0.0)
        if page.number not in telling:
            edge = _opposite(page) or page.width - _RIGHT_MARGIN
            left = min([left, _LEFT_MARGIN, *(table.grid.xs[0] for table in page.tables)])
            right = max([right, edge, *(table.grid.xs[-1] for table in page.tables)])
        found[page.number] = PdfArea(left, right)
    return found


def _opposite(page: PdfPage) -> float:
    """The right edge of the text of a page, as far from the middle of its centred lines as its long lines begin; 0
    where none of these ends near it."""
    pairs = ((one, two) for one, two in pairwise(page.lines) if are_centred(one, two))
    middle = next(((one.x + one.right) / 2 for one, two in pairs), 0.0)
    long = [line for line in page.lines if line.right - line.x > _LONG * page.width]
    edge = 2 * middle - min((line.x for line in long), default=0.0)
    return edge if long and 0 <= edge - max(line.right for line in long) < _NEAR_EDGE else 0.0


def _is_telling(page: PdfPage) -> bool:
    """True of a page with several lines that may be full."""
    return sum(line.right - line.x > _LONG * page.width for line in page.lines) >= _SEVERAL


def _with_page_starts(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, the first paragraph of each page marked as such."""
    page = 0
    found: list[Block] = []
    for block in blocks:
        if isinstance(block, OldParagraph) and block.origin.page > page > 0:
            found.append(replace(block, new_page=True))
        else:
            found.append(block)
        page = max(page, block.origin.page)
    return found


def _photos(name: str, raw: Iterable[Raw]) -> Iterator[_Placed]:
    """The pictures, each once."""
    met = set()
    for number, page in enumerate(raw, 1):
        for picture in page.pictures:
            data = base64.b64decode(picture["data"])
            digest = hashlib.sha256(data).digest()
            if data and digest not in met:
                met.add(digest)
                ending = "jpg" if data.startswith(b"\xff\xd8") else "png"
                stem = name.rsplit(".", 1)[0]
                place = OldPlace(name, 0, number, f"หน้า {number} ภาพที่ {len(met)}")
                left, top, right, bottom = (length / 100 for length in picture["box"])
                yield _Placed(Photo(f"{stem}_{len(met)}.{ending}", data, place), (left, top, right, bottom))
