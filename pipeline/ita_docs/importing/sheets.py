"""The two sheets of an imported workbook that only people read: its marked cells first, and last what no cell took."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ita_docs.framework.scores import FULL
from ita_docs.importing.blocks import OldFile, OldPlace, Photo
from ita_docs.importing.documents import ReadCell, in_words
from ita_docs.importing.form import Mark
from ita_docs.importing.gather import Gathered, plain
from ita_docs.importing.papers.captions import DATE
from ita_docs.importing.unsaid import NOTHING_SAID, SaidText
from ita_docs.thai import date_long, parse_date, parse_number
from ita_docs.workbook.form import Form
from ita_docs.workbook.listings import Listing
from ita_docs.workbook.schema import TO_REVIEW, UNUSED
from ita_docs.workbook.written import reviews
from officefiles.problems import Place
from officefiles.thai import arabic_digits

_REVIEW_HELP = (
    "ช่องพื้นสีเหลืองคือช่องที่โปรแกรมยังไม่แน่ใจ คลิกที่ชื่อช่องเพื่อไปยังช่องนั้น ตรวจกับเอกสารเดิมแล้วแก้ไข ช่องอื่นนำเข้าตามที่พิมพ์ไว้ในเอกสารเดิม"
)
_REVIEW_COLUMNS = (
    ("ชีต", 20.0), ("ช่อง", 10.0), ("หัวข้อ", 24.0), ("ข้อความในช่อง", 50.0), ("เหตุที่ต้องตรวจ", 50.0), ("ที่มาในเอกสารเดิม", 40.0),
)  # fmt: skip
_UNUSED_HELP = "ข้อความและภาพในเอกสารเดิมที่ไม่ได้นำไปใส่ในช่องใด ทั้งหมดหรือบางส่วน โปรดดูว่ามีข้อมูลที่ต้องคัดลอกไปกรอกหรือไม่ แล้วลบชีตนี้ได้"
_UNUSED_COLUMNS = (("ไฟล์", 30.0), ("ที่", 24.0), ("ข้อความ", 100.0), ("ส่วนที่ไม่ได้ใช้", 40.0))
_ALL_OF_IT, _BETWEEN = "ทั้งหมด", " … "
_ALL_SURE, _ALL_USED = "ไม่มีช่องที่ต้องตรวจทานเป็นพิเศษ", "ข้อความทั้งหมดในเอกสารเดิมนำไปใช้แล้ว"
_BEFORE = re.compile(r"^\s*(?:[-–—•●▪*]+|\(?[0-9๐-๙.]+[.)])?\s*(?:[ก-๎]{1,30}:)?\s*")
_SAYS = re.compile(r"[^\W_]")
"""What dotted lines and strokes to write on have none of."""
_A_TEXT = 10
"""Letters of a line that is no figure or single word, which may mean something else elsewhere."""
_PICTURE = "(รูปภาพ {name})"
_FOOT_OF_PAGE = "คำต่อเนื่อง"
_FIGURE, _COUNTS = re.compile(r"[0-9]+(?:[.,/:-][0-9]+)*"), 2
_STROKE = re.compile(r"\s*/\s*")
_YEAR = re.compile("2[45][0-9]{2}")
_LABEL = re.compile(
    r"^\s*(?:(?:มาตรการ|แนวทาง|กิจกรรม)ที่\s*)?\(?[0-9]{1,2}(?:\.[0-9]{1,2})+\.?\)?\s+(?!คะแนน|%|เปอร์เซ็นต์)(?=\S{2})"
)
"""The number before a line with figures of its own: ``2.1``, ``มาตรการที่ 2.1``."""
_Row = tuple[str, str, str, str]
"""Of the last sheet: file, place, text, and what of it is not used."""


def to_review(form: Form) -> Listing:
    """The marked cells of the form, sheet by sheet: each with its text, why it is marked, and where to look."""
    rows: list[Sequence[str | Place]] = []
    for place, field, cell in reviews(form):
        why, places = (cell.why, cell.places) if isinstance(cell, Mark) else (cell.note, ())
        rows.append((place.sheet, place, field.heading, cell.text, why, in_words(places)))
    return Listing(
        name=TO_REVIEW,
        title=f"ช่องที่ต้องตรวจทานก่อนใช้ {len(rows)} ช่อง" if rows else _ALL_SURE,
        help=_REVIEW_HELP,
        columns=_REVIEW_COLUMNS,
        rows=rows,
    )


def unused(
    files: Sequence[OldFile], found: Gathered, wording: SaidText = NOTHING_SAID, read: Gathered | None = None
) -> Listing:
    """Every line and picture of the old files that nothing took and that no cell says either, in their order, with its
    place; of what was taken the words that neither a cell nor ``wording`` says, and the figures that no cell says, not
    even those of ``read`` that the program makes by itself; and of what stands aside or belongs to pages what no line
    says."""
    cells = [cell for one in (found, read) if one for cell in _cells(one)]
    figures = {figure for cell in cells for figure in _figures(f"{cell.text} {cell.doubt}")}
    figures |= {str(int(one) + after) for one in figures if _YEAR.fullmatch(one) for after in range(-2, 3)}
    said = _SaidByCells(
        frozenset(_bare(line) for cell in _cells(found) for line in cell.text.split("\n")),
        figures,
        SaidText(_all_texts(cells, found), wording),
    )
    printed = [one.printed for file in files for one in file.paragraphs()]
    everything = "\n".join(map(plain, printed))
    pages = SaidText(printed, wording) if any(file.of_pages for file in files) else wording
    rows = [
        row
        for file in files
        for row in (*_unused(file, found.used, said), *_aside(file, everything), *_of_pages(file, pages))
    ]
    return Listing(
        name=UNUSED,
        title=f"ข้อความในเอกสารเดิมที่ไม่ได้ใช้ {len(rows)} รายการ" if rows else _ALL_USED,
        help=_UNUSED_HELP,
        columns=_UNUSED_COLUMNS,
        rows=rows,
    )


@dataclass(frozen=True, slots=True)
class _SaidByCells:
    """What the cells say: lines for comparison, figures, and words; the words are those of the papers too."""

    lines: frozenset[str]
    figures: Collection[str]
    words: SaidText

    def without(self, text: str) -> list[str]:
        """The words and figures of ``text`` that nothing says."""
        figures = [figure for figure in _figures(text) if figure not in self.figures]
        return [*self.words.without(text), *figures]


def _all_texts(cells: Iterable[ReadCell], found: Gathered) -> Iterator[str]:
    """The texts of cells and what is told of them, and those of the cells of a row that papers write together."""
    for cell in cells:
        yield from (cell.text, cell.doubt)
    for row in (found.general, *(row for rows in found.rows.values() for row in rows)):
        yield "".join(cell.text for cell in row.values())


def _unused(file: OldFile, used: frozenset[OldPlace], said: _SaidByCells) -> Iterator[_Row]:
    for one in file.paragraphs():
        if one.origin not in used:
            bare = _bare(one.printed)
            if _SAYS.search(one.printed) and not (len(bare) >= _A_TEXT and bare in said.lines):
                yield _row(one.origin, one.printed)
        elif rest := said.without(one.printed):
            yield _row(one.origin, one.printed, _BETWEEN.join(rest))
    for block in file.blocks:
        if isinstance(block, Photo) and block.origin not in used:
            yield _row(block.origin, _PICTURE.format(name=block.name))


def _row(origin: OldPlace, text: str, rest: str = _ALL_OF_IT) -> _Row:
    return origin.file, str(origin).removeprefix(origin.file).strip(), text.strip(), rest


def _figures(text: str) -> Iterator[str]:
    """The dates of a text, and its figures that count nothing: of three digits and more, with decimals, of a time. Zero
    and the full mark say nothing, nor does the number before a line."""
    rest = text = _STROKE.sub("/", " ".join(_LABEL.sub("", arabic_digits(text)).split()))
    for one in DATE.finditer(text):
        if day := parse_date(" ".join(one["date"].split())):
            yield date_long(day)
            rest = rest.replace(one["date"], "")
    plainly = (_plainly(one) for one in _FIGURE.findall(rest) if len(one) > _COUNTS)
    yield from (one for one in plainly if one not in ("0", str(FULL)))


def _plainly(figure: str) -> str:
    number = parse_number(figure)
    return figure if number is None else f"{number.normalize():f}"


def _aside(file: OldFile, everything: str) -> Iterator[_Row]:
    met = set[str]()
    for one in file.aside:
        text = _PICTURE.format(name=one.name) if isinstance(one, Photo) else one.printed
        words = plain(text).strip("./…")
        if _SAYS.search(words) and words not in met and not _stands_in(words, everything):
            yield _row(one.origin, text)
        met.add(words)


def _of_pages(file: OldFile, said: SaidText) -> Iterator[_Row]:
    """Catchwords and the like that say what no line does."""
    for text in file.of_pages:
        if rest := [*said.without(text)]:
            yield _row(OldPlace(file.name, place=_FOOT_OF_PAGE), text, _BETWEEN.join(rest))


def _stands_in(words: str, text: str) -> bool:
    """True where a text has these words; a number must stand there by itself."""
    found = words in text
    return found and not (words[0].isdigit() and not re.search(rf"(?<![0-9.]){re.escape(words)}(?!\.?[0-9])", text))


def _cells(found: Gathered) -> Iterator[ReadCell]:
    yield from found.general.values()
    for rows in found.rows.values():
        for row in rows:
            yield from row.values()


def _bare(line: str) -> str:
    """A line for comparison, without what stands before its text: a dash, a number, a label."""
    return plain(_BEFORE.sub("", line))
