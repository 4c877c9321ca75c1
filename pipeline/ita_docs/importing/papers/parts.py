"""An old file cut into its papers: each begins at its title and goes on to the next."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ita_docs.framework.words.kinds import OfficeKinds
from ita_docs.importing.blocks import Block, OldFile, OldParagraph, OldPlace, OldTable
from ita_docs.importing.papers.words import OldPapers, plain, squashed

OF_PAGES = re.compile(r"\s*(?:[-–—]\s*[0-9]{1,3}\s*[-–—]|หน้า(?:ที่)?\s*[0-9]{1,3}|[-–—_=*.\s]{3,})\s*")
"""A page number that was typed, or a rule."""
_WORDS = re.compile(r"[^\W_]{2}")
_LONGEST_TITLE = 320
_OF_CAPTIONS = "activities"
"""Papers whose captions may begin as their titles do."""
_TITLE_LINES = 4
"""The most paragraphs of a title broken by hand."""
_YEAR = re.compile(r"(?:ประจำ)?ปี(?:งบประมาณ)?\s*(?:พ\.?\s*ศ\.?)?\s*(25[0-9]{2})")
_OF_YEAR = re.compile(r"\s*(?:ประจำปี|ปีงบประมาณ|พ\.\s*ศ\.).*$", re.DOTALL)
_OFFICE = re.compile(r"ของ\s*(?!หน่วยงานภาครัฐ)([^\s()](?:[^()]|\([^()]*\))*?)\s*(?:ประจำปี|ปีงบประมาณ|$)")
_LINE_OF_CONTENTS = re.compile(r"(?:\t|\.{3,}|…)\s*[0-9๐-๙]{1,3}\s*$")
_LABEL = re.compile(r"[^:：]{4,25}\s*[:：]\s*\S")
"""A word before what is said by it, as ``บทวิเคราะห์ : …``."""
_SENTENCE = re.compile(r"^(?:ตามที่|ด้วย|บัดนี้|จึง|โดย|ทั้งนี้)")


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper of a file: the key of what it is (``analysis``), the paragraphs of its title, and all its blocks after
    them. ``year`` is the fiscal year that the title names, 0 for none, ``office`` the office; both as the title has
    them."""

    kind: str
    title: tuple[OldParagraph, ...]
    blocks: tuple[Block, ...]

    @property
    def paragraphs(self) -> tuple[OldParagraph, ...]:
        """Those that stand in no table and say something."""
        return tuple(one for one in self.blocks if isinstance(one, OldParagraph) and one.text.strip())

    @property
    def tables(self) -> tuple[OldTable, ...]:
        return tuple(one for one in self.blocks if isinstance(one, OldTable))

    @property
    def heading(self) -> str:
        """The title on one line, in Arabic digits."""
        return " ".join(plain(" ".join(one.text for one in self.title)).split())

    @property
    def year(self) -> int:
        found = _YEAR.search(self.heading)
        return int(found[1]) if found else 0

    @property
    def office(self) -> str:
        found = _OFFICE.findall(self.heading)
        alone = (_OF_YEAR.sub("", one.text).strip() for one in self.title if _is_office(one.text))
        return found[-1].strip() if found else next(alone, "")

    @property
    def of_pages(self) -> frozenset[OldPlace]:
        """Where page numbers were typed, and rules."""
        return frozenset(one.origin for one in self.paragraphs if OF_PAGES.fullmatch(plain(one.text)))

    @property
    def titled(self) -> frozenset[OldPlace]:
        """Where its title stands, but for lines that say more than the office behind the year."""
        return frozenset(one.origin for one in self.title if not self._says_more(one.text))

    def _says_more(self, text: str) -> bool:
        year = _YEAR.search(plain(text))
        rest = text[year.end() :].replace(self.office or "\n", "") if year else ""
        return bool(_WORDS.search(rest)) and not _is_office(rest)


def parts(file: OldFile) -> tuple[Paper, ...]:
    """The papers of a file in their order; what stands before the first title is a part of kind ``""``."""
    blocks = file.blocks
    starts = [(at, kind) for at in range(len(blocks)) if (kind := _begins(blocks, at))]
    kept: list[tuple[int, str]] = []
    for at, kind in starts:
        if not kept or not _goes_on(kept[-1], at, kind, blocks):
            kept.append((at, kind))
    if not kept or kept[0][0] > 0:
        kept.insert(0, (0, ""))
    ends = [at for at, _ in kept[1:]] + [len(blocks)]
    return tuple(_part(kind, blocks[at:end]) for (at, kind), end in zip(kept, ends, strict=True))


def as_paper(sheet: OldTable) -> Paper:
    """The paper that a sheet of a workbook is: its first rows with one cell are the title."""
    count = next((at for at, row in enumerate(sheet.rows) if sum(bool(cell.text.strip()) for cell in row) > 1), 0)
    title = tuple(one for row in sheet.rows[:count] for cell in row for one in cell.paragraphs)
    kind = next(filter(None, (kind_of(one.text) for one in title)), "")
    return Paper(kind, title, (replace(sheet, rows=sheet.rows[count:]),))


def text_of(file: OldFile) -> str:
    """All lines of a file, by which lines that a hand has ended are joined (``joining``)."""
    return "\n".join(one.text for one in file.paragraphs())


def _goes_on(before: tuple[int, str], at: int, kind: str, blocks: Sequence[Block]) -> bool:
    """True for what only looks like a title: a later line of the title of a letter or order, or the same one again."""
    start, earlier = before
    near = not any(isinstance(one, OldTable) for one in blocks[start:at]) and at - start <= _TITLE_LINES
    return earlier == kind == _OF_CAPTIONS or (near and (earlier in ("order", "notice", "memo") or earlier == kind))


def _part(kind: str, blocks: Sequence[Block]) -> Paper:
    count = sum(1 for _ in _title(blocks)) if kind else 0
    title = tuple(one for one in blocks[:count] if isinstance(one, OldParagraph))
    return Paper(kind, title, tuple(blocks[count:]))


def _title(blocks: Sequence[Block]) -> Iterator[Block]:
    """The paragraphs of the title: the first, and those after it that are set in the same way, up to the one that names
    the year."""
    first = blocks[0]
    for number, one in enumerate(blocks):
        if not isinstance(one, OldParagraph) or not isinstance(first, OldParagraph) or number >= _TITLE_LINES:
            return
        alike = one.centred == first.centred and (one.bold == first.bold or one.centred)
        of_office = _is_office(_OF_YEAR.sub("", one.text))
        if number and (
            not (alike or of_office or _carries_on(one.text))
            or _SENTENCE.match(one.text.strip())
            or len(one.text) > _LONGEST_TITLE
        ):
            return
        if number and not (first.centred or first.bold or of_office) and not _carries_on(one.text):
            return
        yield one
        if _YEAR.search(plain(one.text)):
            after = blocks[number + 1] if number + 1 < len(blocks) else None
            if isinstance(after, OldParagraph) and (_is_office(after.text) or _is_set_as_title(after, first)):
                yield after
            return


def _is_set_as_title(one: OldParagraph, title: OldParagraph) -> bool:
    """True for a line below a title that is set as it is and says no day."""
    alike = one.centred and title.centred and one.bold and title.bold
    return alike and len(one.text) < _LONGEST_OFFICE and not (kind_of(one.text) or _DAY.search(plain(one.text)))


def _is_office(text: str) -> bool:
    """True for a text that is the name of an office and no more."""
    of_office = len(text) < _LONGEST_OFFICE and not _TELLS.search(text)
    return of_office and bool(OfficeKinds.load().known(text.strip()))


_LONGEST_OFFICE = 90
_DAY = re.compile(r"วันที่\s*[0-9]|[0-9]{1,2}\s*[ก-๙.]+\s*25[0-9]{2}")
_TELLS = re.compile(r"\s(?:ได้|มี|เข้ารับ|จัดทำ|ดำเนินการ|กำหนด)|คะแนน")
"""What a sentence of an office says behind its name."""
_TITLE_GOES_ON = ("ในการดำเนินงาน", "ของ", "ประจำปี", "ปีงบประมาณ", "ภายใน", "เรื่อง", "และความโปร่งใส", "ที่")


def _carries_on(text: str) -> bool:
    return text.strip().startswith(_TITLE_GOES_ON) and len(text) < _LONGEST_TITLE / 2


def _begins(blocks: Sequence[Block], at: int) -> str:
    """The key of the paper whose title begins at a block; empty where none does."""
    one = blocks[at]
    if not isinstance(one, OldParagraph) or not one.text.strip() or len(one.text) > _LONGEST_TITLE or one.number:
        return ""
    kind = kind_of(one.text)
    if not kind or _LINE_OF_CONTENTS.search(one.text) or (_LABEL.match(one.text) and not one.centred):
        return ""
    before = blocks[at - 1] if at else None
    apart = before is None or one.new_page or not isinstance(before, OldParagraph) or not before.text.strip()
    set_apart = one.centred or one.bold or apart or kind == "memo"
    return kind if set_apart and (one.centred or not _is_prose(one.text)) else ""


def kind_of(text: str) -> str:
    """The key of the paper that a title belongs to; empty where it belongs to none."""
    said = squashed(text[:_LONGEST_TITLE])
    for kind, (begins, denied) in OldPapers.load().beginnings.items():
        if said.startswith(begins):
            return "" if said.startswith(denied) else kind
    return ""


def _is_prose(text: str) -> bool:
    """True for a sentence, which no title is."""
    return len(text) > 200 or bool(re.search(r"ได้แก่|ดังนี้|ปรากฏ|คะแนน\s*[0-9๐-๙]", text))
