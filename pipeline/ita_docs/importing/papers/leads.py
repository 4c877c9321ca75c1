"""What lines of prose begin with: the number of an item, a label (``ผู้รับผิดชอบ: …``), the heading of a measure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rapidfuzz import fuzz

from ita_docs.framework.load import Framework, load, nearest
from ita_docs.importing.blocks import Block, OldParagraph, OldTable
from ita_docs.importing.papers.indicators import named
from ita_docs.importing.papers.items import BULLET
from ita_docs.importing.papers.tables import NO_FIELD
from ita_docs.importing.papers.words import plain, squashed

_NUMBER = re.compile(
    r"\s*(?:\((?P<b>[0-9]{1,2})\)|(?P<a>[0-9]{1,2})\)|[0-9]{1,2}(?:\.[0-9]{1,2}){0,2}\.(?P<l>[0-9]{1,2})[.)]?(?![0-9.])"
    r"|(?P<n>[0-9]{1,2})\.(?![0-9])|\(?(?P<c>[ก-ฮ])[.)](?=\s))\s*"
)
_SHAPES = {"b": "(1)", "a": "1)", "l": "1.1", "n": "1.", "c": "ก."}
_BULLET = "-"
_LETTERS = "กขคงจฉช"
_COLON = re.compile(r"([^:：\n]{2,40}?)\s*[:：](?:[-–—](?=\s|$))?\s*")
_LONGEST_UNKNOWN = 30
_NEVER = ("number", "level")
"""Fields whose words are no labels in prose (``ที่``)."""
_ONLY_WITH_COLON = ("score", "previous", "status", "moved", "done", "result")
_OF_MORE = ("steps", "follow_ups", "responsible", "period", "budget", "reporting", "frequency", "result", "problem")
"""Fields whose labels may say more than is known (``งบประมาณรายจ่ายประจำปี:``)."""
_SHORTEST_BEGUN, _MOST_MORE = 7, 25
_PROSE = re.compile(r"คือ|ได้แก่|หมาย|ของ|ที่|มี|ต้อง|และ|หรือ|ให้|จะ|เป็น|ตาม|ควร|ใน|โดย|เพื่อ|จาก|ดังกล่าว|ทุกฝ่ายต้อง")
"""How a sentence goes on behind a word that is no label in it."""
_MEASURE = re.compile(
    r"(?P<word>(?:มาตรการ|แนวทาง|กิจกรรม)(?:(?:/|หรือ|และ)(?:มาตรการ|แนวทาง|กิจกรรม))?)\s*(?:ข้อ)?"
    r"(?:ที่\s*[0-9]{1,2}(?:\.[0-9]{1,2}){0,2}(?![0-9/])\s*[:：.)–-]?|[0-9]{1,2}(?:\.[0-9]{1,2}){0,2}\s*(?:[:：)]|\.(?!\S)|$))\s*"
)
_TOPIC = re.compile(r"ประเด็น(?:ที่)?\s*[0-9]{1,2}[\s.:)]")
_INDICATOR = "ตัวชี้วัด"
STEPS = "แนวทาง"
"""How a head of measures begins that, beside another of them, is that of their steps."""
_IN_BRACKETS = re.compile(r"\s*[(\[]\s*(?P<inside>ตัวชี้วัด[^()\[\]]*(?:\([^()]*\)[^()\[\]]*)?)[)\]]\s*$")
_ALIKE = 90.0
"""Least likeness (rapidfuzz, 0–100) of the name of a topic."""
_GAP = re.compile(r"(\t+| {3,})")
_FEWEST_LABELS = _BESIDE = 2
NO_INDICATOR = "-"
"""What stands for the indicator of a measure of which nothing says one: that of the measure above is not its own."""


@dataclass(frozen=True, slots=True)
class ItemMark:
    """What stands before an item: its shape, its number (0 for a dash), and where the text of the line goes on."""

    shape: str
    number: int
    end: int


@dataclass(frozen=True, slots=True)
class Label:
    """A label: its field (empty for one that is not known), its words for comparison and as typed, the text behind it
    if there is any, what stands before it, and if a colon ends it."""

    name: str
    said: str
    title: str
    text: OldParagraph | None
    shape: str
    colon: bool


def mark_of(one: OldParagraph) -> ItemMark | None:
    """What stands before a line, typed or made by Word; ``None`` where nothing does."""
    typed = plain(f"{one.number} " if one.number else one.text)
    if bullet := BULLET.match(typed):
        return ItemMark(_BULLET, 0, 0 if one.number else bullet.end())
    found = _NUMBER.match(typed)
    if found is None:
        return ItemMark(_BULLET, 0, 0) if one.number else None
    kind, text = next((kind, text) for kind, text in found.groupdict().items() if text)
    number = _LETTERS.find(text) + 1 if kind == "c" else int(text)
    return ItemMark(_SHAPES[kind], number, 0 if one.number else found.end())


def goes_on_from(mark: ItemMark, marks: Mapping[str, int]) -> bool:
    """True for the mark of the next item, or of the first of a list; ``marks`` are the last numbers by their shape."""
    return mark.number in (0, 1) or marks.get(mark.shape) == mark.number - 1


def without_mark(one: OldParagraph) -> OldParagraph:
    """A line without its mark."""
    mark = mark_of(one)
    return replace(one, text=one.text[mark.end if mark else 0 :].strip(), number="")


def behind(one: OldParagraph, at: int) -> OldParagraph | None:
    """What a line says from a place on; ``None`` where that is nothing."""
    text = one.text[at:]
    cut = at + len(text) - len(text.lstrip())
    starts = tuple(start - cut for start in one.starts if start > cut)
    return replace(one, text=text.strip(), number="", starts=starts) if text.strip() else None


def measure_heading(one: OldParagraph, called: str) -> tuple[str, OldParagraph | None] | None:
    """The word by which a line calls a measure with its number (``มาตรการที่ ๑``), and what stands behind; ``None`` for
    another line, and for another word than that by which measures are ``called``."""
    mark = mark_of(one)
    found = _MEASURE.match(plain(one.text), mark.end if mark else 0)
    if found is None or called not in ("", found["word"]):
        return None
    return found["word"], behind(one, found.end())


def is_topic(text: str, framework: Framework) -> bool:
    """True for a text that begins with the number of a topic, or is the name of one of the year or the year after."""
    number = _NUMBER.match(plain(text))
    said = plain(text)[number.end() if number else 0 :].strip()
    if _TOPIC.match(said):
        return True
    known, name = framework.made(_topics), squashed(said).rstrip(":")
    return any(fuzz.ratio(name, one, score_cutoff=_ALIKE) for one in known) if name else False


def _topics(framework: Framework) -> tuple[str, ...]:
    """The names of the topics, for comparison: those of the pack's own year where the assessed one has none."""
    topics = framework.topics or load(nearest(framework.year + 1)).topics
    return tuple(squashed(one.name) for one in topics)


def within_brackets(one: OldParagraph, framework: Framework) -> tuple[OldParagraph, OldParagraph] | None:
    """A line without the indicator in brackets at its end, and that; ``None`` where there is none."""
    found = _IN_BRACKETS.search(plain(one.text))
    if found is None or not named(found["inside"], framework):
        return None
    return replace(one, text=one.text[: found.start()]), replace(one, text=one.text[slice(*found.span("inside"))])


class Labels:
    """The words of ``heads`` as labels of lines."""

    def __init__(self, heads: Mapping[str, Sequence[str]]) -> None:
        self.heads = heads
        self._known = {squashed(word): name for name, words in heads.items() if name not in _NEVER for word in words}

    def lines(self, one: Block) -> Iterator[Block]:
        """A block as lines: a paragraph in which a hand or gaps part several labels, a table that only sets labels or
        dashes apart from their texts."""
        if isinstance(one, OldTable):
            yield from self._of_table(one) or (one,)
        elif isinstance(one, OldParagraph):
            yield from self._of_paragraph(one)
        else:
            yield one

    def _of_table(self, table: OldTable) -> list[OldParagraph]:
        """The lines of a table of two columns of which the first has but marks and labels, none of measures."""
        made: list[OldParagraph] = []
        for row in table.rows:
            if len(row) != _BESIDE:
                return []
            lead, said = (tuple(one for one in cell.paragraphs if one.text.strip()) for cell in row)
            label = self.of(lead[0]) if len(lead) == 1 else None
            mark = mark_of(lead[0]) if len(lead) == 1 else None
            if made and not lead:
                made += said
                continue
            made[-1:] = [replace(one, ended=True) for one in made[-1:]]
            if said and mark and not table.ruled and mark.end == len(lead[0].text.rstrip()):
                made += [replace(said[0], number=lead[0].text.strip() if mark.number else _BULLET), *said[1:]]
            elif label and label.name and not (label.text or label.name.startswith("action")):
                made += [replace(lead[0], text=lead[0].text.rstrip(" :")), *said]
            else:
                return []
        return made

    def _of_paragraph(self, one: OldParagraph) -> Iterator[OldParagraph]:
        for pieces in ([*one.text.split("\n")], self._between_gaps(one.text)):
            lines = [replace(one, text=text.strip(), starts=(), number="") for text in pieces if text.strip()]
            if sum(bool(self.of(line) or measure_heading(line, "")) for line in lines) >= _FEWEST_LABELS:
                yield from (replace(line, number=one.number) if not at else line for at, line in enumerate(lines))
                return
        cuts = [start for start in one.starts if self._begins(one, start)]
        for first, last in pairwise((0, *cuts, len(one.text))) if cuts else ():
            starts = tuple(start - first for start in one.starts if first < start < last)
            yield replace(one, text=one.text[first:last].strip(), starts=starts, number="" if first else one.number)
        if not cuts:
            yield one

    def _begins(self, one: OldParagraph, start: int) -> bool:
        """True where a line of a PDF that was joined to the one before it begins with a label and a colon or a gap."""
        label = self.of(replace(one, text=one.text[start:], number=""))
        apart = label and (label.colon or one.text[start:].lstrip().startswith(f"{label.title}\t"))
        return bool(label and label.name and apart)

    def _between_gaps(self, text: str) -> list[str]:
        """The pieces between gaps, each with a label and a colon."""
        made: list[str] = []
        for piece in _GAP.split(text):
            if made and not ((found := _COLON.match(piece)) and self._field(squashed(found[1]))):
                made[-1] += piece
            else:
                made.append(piece)
        return made

    def of(self, one: OldParagraph) -> Label | None:
        """The label that a line begins with; ``None`` for another line."""
        mark = mark_of(one)
        start, shape = (mark.end, mark.shape) if mark else (0, "")
        found = _COLON.match(one.text, start)
        if found and not found[1][-1].isdigit():
            name = self._field(squashed(found[1]))
            if name is not None or len(found[1]) < _LONGEST_UNKNOWN:
                return self._label(one, name or "", found[1], found.end(), shape, colon=True)
        return self._without_colon(one, start, shape)

    def _without_colon(self, one: OldParagraph, start: int, shape: str) -> Label | None:
        text = one.text.rstrip()
        ends = [at for at in range(start, len(text)) if text[at].isspace()]
        for end in (len(text), *reversed(ends)):
            name = self._known.get(squashed(text[start:end]))
            if name and name not in _ONLY_WITH_COLON and not _PROSE.match(text[end:].strip()):
                return self._label(one, self._own(name), text[start:end], end, shape, colon=False)
        at = text.find(_INDICATOR, start + 1)
        if at > start and self._known.get(squashed(text[start:at] + _INDICATOR)) == "indicator":
            return self._label(one, "indicator", text[start:at], at, shape, colon=False)
        return None

    @staticmethod
    def _label(one: OldParagraph, name: str, title: str, end: int, shape: str, *, colon: bool) -> Label:
        return Label(name, squashed(title), title.strip(), behind(one, end), shape, colon)

    def _field(self, said: str) -> str | None:
        """The field of a label with a colon, empty for one that the form has none for; ``None`` where none is known."""
        if said in self._known:
            return self._own(self._known[said])
        parts = {self._known.get(part) for part in re.split("/|และ|หรือ", said)}
        if len(parts) == 1 and (name := parts.pop()):
            return self._own(name)
        begun = max((word for word in self._known if said.startswith(word)), key=len, default="")
        more = said[len(begun) :]
        name = self._known.get(begun, "")
        may = len(begun) >= _SHORTEST_BEGUN and len(more) < _MOST_MORE and not re.search("[0-9]", more)
        return self._own(name) if may and name in (*_OF_MORE, NO_FIELD) else None

    @staticmethod
    def _own(name: str) -> str:
        return "" if name == NO_FIELD else name
