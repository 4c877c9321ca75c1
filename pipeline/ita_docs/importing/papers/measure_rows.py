"""The rows of measures tables as they grow: page ends cut them, merged cells and empty ones carry the indicator on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from ita_docs.framework.load import Framework
from ita_docs.importing.blocks import OldParagraph, OldPlace
from ita_docs.importing.documents import ReadCell, ReadRow
from ita_docs.importing.papers.frequency import is_frequency
from ita_docs.importing.papers.indicators import FoundIndicator, is_whole_name, named
from ita_docs.importing.papers.items import BULLET, NUMBER, ListItem, items, lines, went_on
from ita_docs.importing.papers.leads import NO_INDICATOR, is_topic
from ita_docs.importing.papers.said import number_of, scored_name
from ita_docs.importing.papers.score_tables import instrument_of, of_question, question_code, without_question_code
from ita_docs.importing.papers.tables import HeadedRow, HeadedTable
from ita_docs.importing.papers.words import is_total, plain, squashed
from thaipages.segment import ends_line

LISTS = ("actions", "follow_ups")
"""The columns that hold items."""
_WHOLE = (*LISTS, "responsible")
"""A row with all of these is a measure by itself."""
AS_ABOVE = "ช่องนี้ว่างในเอกสารเดิม จึงใส่ข้อความของแถวบน"
OF_TWO_ROWS = "ข้อความของช่องนี้มาจากตารางสองแถว"
_SHARED = ("follow_ups", "frequency", "responsible", "steps", "period", "reporting", "remarks")
"""What measures have together over whose rows one cell goes."""
_OF_QUESTIONS = ("score", "previous")
"""Columns that are of the question where a row asks one, and not of its indicator."""
_NUMBERS = re.compile(r"ตัวชี้วัดที่\s*([0-9]{1,2})")
_GOES_ON = ("(ต่อ)", "ต่อ")
_OPEN = re.compile(r"(?:ละ|ทุก|ราย|รอบ|ที่|ใน|ๆ|และ|หรือ|ถึง|[0-9๐-๙,(–-])$")
"""What a frequency goes on behind."""
_MOST = 0.4
"""The share of all rows that end with a frequency where each measure does; pages cut the others."""


@dataclass(slots=True)
class GrownMeasure:
    """A measure as far as its rows were read: its indicator and what names it, the items of each list, the paragraphs
    of the other columns, and where it stands; ``ends`` are the ends of the last follow-up that begin a line,
    ``doubts`` why columns are not sure, ``cut`` the lists whose last line may go on."""

    indicator: FoundIndicator | None
    typed: str
    at: tuple[OldPlace, ...]
    items: dict[str, list[ListItem]] = field(default_factory=dict)
    paragraphs: dict[str, list[OldParagraph]] = field(default_factory=dict)
    ends: tuple[str, ...] = ()
    doubts: dict[str, str] = field(default_factory=dict)
    cut: frozenset[str] = frozenset()

    @property
    def number(self) -> int:
        """That of its indicator, 0 for none."""
        return self.indicator.number if self.indicator else 0

    @property
    def frequency_on_lines(self) -> str:
        """What ends the follow-ups, says how often and begins a line, where none of them has a mark."""
        last = self.items.get("follow_ups", [])[-1:]
        if not last or last[0].marked:
            return ""
        heads = ((last[0].text.removesuffix(one).rstrip(), one) for one in reversed(self.ends))
        whole = (one for head, one in heads if head != last[0].text and not _OPEN.search(head))
        return next((one for one in whole if one.count("(") == one.count(")") and is_frequency(one)), "")

    @property
    def has_frequency(self) -> bool:
        """True where a frequency ends it."""
        last = self.items.get("follow_ups", [])[-1:]
        return any(is_frequency(one.text) for one in last) or bool(self.paragraphs.get("frequency"))

    @property
    def is_of_several(self) -> bool:
        """True where what names it names several indicators, as where two rows were read as one."""
        return len(set(_NUMBERS.findall(plain(self.typed)))) > 1

    def take_over(self, above: GrownMeasure, names: Iterable[str]) -> None:
        """Takes what the measure above says in cells that are empty here."""
        for name in names:
            self.items |= {name: list(above.items[name])} if name in above.items else {}
            self.paragraphs |= {name: list(above.paragraphs[name])} if name in above.paragraphs else {}
            self.doubts |= dict.fromkeys((name, "frequency") if name == "follow_ups" else (name,), AS_ABOVE)

    def has(self, name: str) -> bool:
        return bool(self.items.get(name) or self.paragraphs.get(name))


@dataclass(slots=True)
class MeasureRows:
    """Puts the rows of tables together to measures; ``used`` are the places of all that was understood, ``above`` is
    the indicator that a row of its own names for those below it, ``questions`` those that rows ask, ``scored`` the
    scores beside names of indicators, ``topic`` the topic that a row of its own names."""

    framework: Framework
    elsewhere: str
    found: list[GrownMeasure] = field(default_factory=list)
    questions: list[ReadRow] = field(default_factory=list)
    scored: list[tuple[FoundIndicator, OldParagraph]] = field(default_factory=list)
    used: set[OldPlace] = field(default_factory=set)
    by_topic: bool = False
    above: FoundIndicator | None = None
    topic: str = ""

    def read(self, tables: Iterable[HeadedTable]) -> None:
        """Reads tables in their order."""
        for table in tables:
            self.used |= table.heads
            rows = [row for row in table.rows if row.filled]
            ends = sum(map(_tells_frequency, rows)) >= _MOST * len(rows)
            for row in rows:
                if is_total(row.text("indicator") or row.text("number")) and not row.text("actions"):
                    continue
                if above := self._names_those_below(row):
                    self.above = above
                elif _is_over_all(row):
                    self.by_topic = True
                    self.topic = row.alone if is_topic(row.alone, self.framework) else ""
                elif not instrument_of(row.alone, self.framework):
                    self.above = None if row.text("indicator") else self.above
                    self._read(row, ends)
                self.used |= set(row.places(*row.cells))
                of_instruments = (cell for cell in row.others if instrument_of(cell.text, self.framework))
                self.used.update(one.origin for cell in of_instruments for one in cell.paragraphs)

    def _read(self, row: HeadedRow, ends: bool) -> None:
        indicator, typed = self._indicator(row), row.text("indicator") or row.text("number")
        if self.topic and row.text("number") and "indicator" not in row.cells:
            indicator, typed = None, self.topic  # the number counts its measures
        self._score(row.paragraphs("indicator"))
        last = self.found[-1] if self.found else None
        if self.above:
            indicator, typed = self.above, typed or (self.above.name if self.above != (last and last.indicator) else "")
        elif last and "indicator" in row.cells and not row.text("indicator"):
            indicator = last.indicator  # the number counts measures
        if last and self._goes_on(row, typed, indicator, last, ends):
            last.indicator = _better(self._together(last.typed, typed), last.indicator)
            last.typed = f"{last.typed} {typed}".strip()
            last.at += row.places("number", "indicator")
        else:
            indicator = last.indicator if last and not typed else indicator
            at = row.places("number", "indicator") or row.places(*row.cells)[:1]
            if last and row.continued("indicator") and is_topic(last.typed, self.framework):
                typed = last.typed
            self.found.append(GrownMeasure(indicator, typed, at))
            shared = {name: cell for name, cell in row.carried.items() if name in _SHARED}
            row = replace(row, cells={**row.cells, **shared})
            if last and not typed and self._has_its_own_period(row, last):
                self.found[-1].take_over(last, [name for name in _SHARED if name in row.cells and not row.text(name)])
        self._add(row)

    def _names_those_below(self, row: HeadedRow) -> FoundIndicator | None:
        """The indicator that a row names where it says nothing else, but its score."""
        if is_whole_name(row.alone, self.framework):
            return named(row.alone, self.framework)
        scored = scored_name(row.alone, self.framework)
        if scored:
            self._score([one for cell in (*row.cells.values(), *row.others) for one in cell.paragraphs])
        return scored[0] if scored else None

    def _score(self, paragraphs: Sequence[OldParagraph]) -> None:
        """Keeps the score that stands beside the name of an indicator."""
        found = scored_name(" ".join(one.text for one in paragraphs), self.framework)
        if found:
            self.scored.append((found[0], replace(paragraphs[-1], text=found[1], number="")))

    def _indicator(self, row: HeadedRow) -> FoundIndicator | None:
        """The indicator that the first cells of a row name."""
        typed = " ".join(row.text("indicator").split())
        number = " ".join(plain(row.text("number")).split()).strip(".() ")
        if is_topic(typed or number, self.framework):
            return None  # the number is its own
        found = named(typed, self.framework) if typed else None
        known = {one.number for one in self.framework.indicators}
        if number.isdecimal() and int(number) in known:
            if found is None:
                return FoundIndicator(int(number), typed, 0, False)
            return found if found.number == int(number) else replace(found, sure=False)
        found = found or (named(row.text("number"), self.framework) if number else None)
        return found or of_question(typed or number, self.framework)

    def _together(self, first: str, second: str) -> FoundIndicator | None:
        """The indicator that two pieces of a cell name."""
        pieces = (" ".join(one.split()) for one in (f"{first}{second}", f"{first} {second}"))
        read = [one for one in (named(text, self.framework) for text in pieces) if one]
        return max(read, key=lambda one: (one.sure, one.spelled, len(one.name)), default=None)

    def _goes_on(
        self, row: HeadedRow, typed: str, indicator: FoundIndicator | None, last: GrownMeasure, ends: bool
    ) -> bool:
        """True for a row that a page end has cut off the one above it: it names no indicator, or the rest of a name,
        or the same one again, and is not whole by itself, or the one above has not ended; ``ends`` where measures end
        with a frequency."""
        if typed and self._is_rest(typed, last):
            return True
        if typed and not (squashed(typed).endswith(_GOES_ON) and indicator == last.indicator):
            return False
        if not typed and any(map(row.continued, ("indicator", "number"))) and row.text("actions") and not row.opens:
            return row.filled == {"actions"} and any(map(row.continued, _WHOLE[1:]))  # one action more of the same
        if self._has_its_own_period(row, last):
            return False
        if ends and not last.has_frequency:
            return True
        if row.opens and not (last.has_frequency and _tells_frequency(row)):
            return True
        whole = [name for name in _WHOLE if name in row.cells]
        return not all(map(row.text, whole)) or not all(map(last.has, whole))

    @staticmethod
    def _has_its_own_period(row: HeadedRow, last: GrownMeasure) -> bool:
        """True for a row with an action and a period below another period, which no page end cuts."""
        own = {"actions", "period"} <= row.filled and last.has("period") and last.has("actions") and not row.opens
        return own and last.items["actions"][-1].places[-1].page == row.places("actions")[0].page

    def _is_rest(self, typed: str, last: GrownMeasure) -> bool:
        """True for the end of the name of an indicator that a page has cut."""
        if last.typed == NO_INDICATOR:
            return False
        whole, known = self._together(last.typed, typed), last.indicator
        if whole is None or not (whole.name and whole.sure and whole.spelled):
            return False
        return known is None or (whole.number == known.number and not (known.name and known.spelled))

    def _add(self, row: HeadedRow) -> None:
        """Puts what stands in a row behind what stood in those before it."""
        one = self.found[-1]
        asked = self._of_question(row)
        for name in row.cells:
            if name in _OF_QUESTIONS and asked:
                continue
            paragraphs = row.paragraphs(name)
            if name not in LISTS:
                if name == "period" and paragraphs and one.has(name):
                    one.doubts[name] = OF_TWO_ROWS
                one.paragraphs[name] = gone_on(one.paragraphs.get(name, []), paragraphs)
                continue
            if name == "follow_ups" and paragraphs:
                last = paragraphs[-1]
                one.ends = tuple(" ".join(last.text[start:].split()) for start in last.starts)
            before = one.items.setdefault(name, [])
            first = 1 + sum(item.marked for item in before) if before else self._first(name, paragraphs)
            own = items(list(lines(paragraphs, first)), self.elsewhere)
            marked = any(item.marked for item in (*before, *own))
            over = bool(before and own) and before[-1].places[-1].page != own[0].places[0].page
            if before and own and not own[0].marked and (marked or (over and name in one.cut)):
                before[-1] = went_on(before[-1], own.pop(0), self.elsewhere)
            before += own
            one.cut = one.cut - {name} if not paragraphs or paragraphs[-1].ended else one.cut | {name}

    def _of_question(self, row: HeadedRow) -> bool:
        """Reads the score of the question that a row asks; false where it asks none."""
        for cell in row.others:
            text = " ".join(cell.text.split())
            if code := question_code(text, self.framework):
                places = tuple(one.origin for one in cell.paragraphs)
                own = {"code": ReadCell(code, places), "question": ReadCell(without_question_code(text), places)}
                if score := number_of(row.text("score")):
                    own["score"] = ReadCell(score, row.places("score"))
                self.questions.append(own)
                self.used.update(places)
                return True
        return False

    def _first(self, name: str, paragraphs: Sequence[OldParagraph]) -> int:
        """The number that the items of a measure begin with: 1, or the next of those above, of its indicator or all."""
        typed = NUMBER.match(" ".join(plain(paragraphs[0].text).split())) if paragraphs else None
        marked = [(one.number, sum(item.marked for item in one.items.get(name, ()))) for one in self.found[:-1]]
        same = sum(count for number, count in marked if number == self.found[-1].number)
        first = int(typed[3] or typed[1] or typed[2]) if typed else 1
        return first if first - 1 in (same, sum(count for _, count in marked)) else 1


def gone_on(above: Sequence[OldParagraph], below: Sequence[OldParagraph]) -> list[OldParagraph]:
    """The paragraphs of a cell that goes on in another, a word whole that the end of a page cut."""
    if above and below and above[-1].origin.page != below[0].origin.page:
        last, first = above[-1], below[0]
        if not ends_line(last.text + first.text, len(last.text)):
            return [*above[:-1], replace(last, text=last.text + first.text, ended=first.ended), *below[1:]]
    return [*above, *below]


def _is_over_all(row: HeadedRow) -> bool:
    """True for a row that is one cell over all columns: the name of a topic, or of an instrument."""
    cells = [cell for cell in (*row.cells.values(), *row.others) if cell.paragraphs]
    return len(row.cells) + len(row.others) == 1 and len(cells) == 1 and cells[0].columns > 1


def without_goes_on(name: str) -> str:
    """The name of an indicator without the word that its measures go on."""
    for word in _GOES_ON:
        name = name.removesuffix(word).rstrip()
    return name


def _tells_frequency(row: HeadedRow) -> bool:
    """True for a row that ends with a frequency."""
    *_, last = ["", *(BULLET.sub("", line) for line in row.text("follow_ups").split("\n"))]
    return is_frequency(last) or bool(row.text("frequency"))


def _better(found: FoundIndicator | None, known: FoundIndicator | None) -> FoundIndicator | None:
    """Of two readings of a name the one that knows more."""
    return found if found and (known is None or (found.name and not (known.sure and not found.sure))) else known
