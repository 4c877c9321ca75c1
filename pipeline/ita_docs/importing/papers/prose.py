"""Measures written as prose made tables: a heading for each (``มาตรการที่ ๑ …``) with labelled lines below it
(``ผู้รับผิดชอบ: …``), below headings that name their indicators or topics."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from ita_docs.framework.load import Framework
from ita_docs.importing.blocks import Block, OldCell, OldParagraph, OldTable
from ita_docs.importing.papers.fixed import says_words
from ita_docs.importing.papers.indicators import is_whole_name, named
from ita_docs.importing.papers.leads import (
    NO_INDICATOR,
    STEPS,
    ItemMark,
    Label,
    Labels,
    goes_on_from,
    is_topic,
    mark_of,
    measure_heading,
    within_brackets,
    without_mark,
)
from ita_docs.importing.papers.parts import Paper
from ita_docs.importing.papers.said import scored_name

_PAPERS = ("measures", "analysis", "results", "")
"""Papers in which measures are looked for in prose."""
_INDICATOR, _ACTIONS = "indicator", ("actions", "action")
_OWN_SHAPES = (*_ACTIONS, _INDICATOR)
"""Fields whose labels may be numbered where those below them are not."""
_JOINED = ("analysis", "period")
"""Fields that several labels mean, each of which says something else."""
_MOST_BETWEEN = 3
"""So many lines without a mark may go on from one that begins with a label."""
_LEADS = {_INDICATOR, "analysis", "score", "previous", "moved"}
"""Fields that may be said before the measure itself."""
_FEWEST = 3
"""So many fields make a measure."""
_LONGEST_HEADING = 300
_ENDS = ("ดังนี้", "ได้แก่", "ดังต่อไปนี้", ":")
_SAME_EDGE = 3.0
"""In points."""


def with_measures_of_prose(
    part: Paper, framework: Framework, heads: Mapping[str, Sequence[str]], needed: Sequence[frozenset[str]]
) -> Paper:
    """The paper with a table for each measure that its paragraphs say; ``heads`` are the words for each field, and one
    of each of the sets ``needed`` but the first, which is of the indicator, must be said."""
    if part.kind not in _PAPERS:
        return part
    reading = _Reading(part.kind, framework, Labels(heads), needed[1:])
    lines = [line for one in part.blocks for line in reading.labels.lines(one)]
    for at, one in enumerate(lines):
        if isinstance(one, OldParagraph):
            reading.add(one, lines[at + 1 : at + 2 + _MOST_BETWEEN])
        else:
            reading.end()
            reading.above = None
            reading.made.append(one)
    reading.end()
    return replace(part, blocks=tuple(reading.made))


@dataclass(slots=True)
class _Card:
    """A measure as far as its lines were read: what each field says, its labels, and which lines were read and left;
    ``above`` names its indicator; ``met`` are the words of all labels, ``open`` is the field that goes on, ``waits``
    while its label stands alone, ``marks`` the last of its items by their shape."""

    above: OldParagraph | None
    cells: dict[str, list[OldParagraph]] = field(default_factory=dict)
    labels: dict[str, dict[str, OldParagraph]] = field(default_factory=dict)
    lines: list[OldParagraph] = field(default_factory=list)
    left: list[OldParagraph] = field(default_factory=list)
    met: set[str] = field(default_factory=set)
    shape: str | None = None
    open: str = ""
    label: OldParagraph | None = None
    waits: bool = False
    marks: dict[str, int] = field(default_factory=dict)

    def said(self) -> set[str]:
        return {name for name, own in self.cells.items() if any(says_words(one.text) for one in own)}

    @property
    def has_actions(self) -> bool:
        return any(name in self.cells for name in _ACTIONS)

    @property
    def leads(self) -> bool:
        """True where only what stands before a measure was read."""
        return self.cells.keys() <= _LEADS

    @property
    def is_bold(self) -> bool:
        return self.label is not None and self.label.bold

    def put(self, name: str, one: OldParagraph, text: OldParagraph | None) -> None:
        """Opens a field with what its line says behind the label."""
        own = self.cells.setdefault(name, [])
        own += [text] if text else []
        self.open, self.label, self.waits, self.marks = name, one, text is None, {}
        self.lines.append(one)

    def goes_on(self, one: OldParagraph) -> None:
        self.cells[self.open].append(one)
        self.waits = False
        self.lines.append(one)

    def leave(self, one: OldParagraph) -> None:
        """Keeps a line that belongs to no field; what follows goes on with it."""
        self.open = ""
        self.left.append(one)
        self.lines.append(one)


@dataclass(slots=True)
class _Reading:
    """What is read of a paper line by line: the blocks that are made, the measure that grows, and what names the
    indicator of those that follow; ``called`` is the word of the headings of measures, ``mark`` the mark of the last
    one that only its place shows, ``first`` the label right below the first of these, ``begun`` the one
    that a measure first began with."""

    kind: str
    framework: Framework
    labels: Labels
    needed: Sequence[frozenset[str]]
    made: list[Block] = field(default_factory=list)
    card: _Card | None = None
    above: OldParagraph | None = None
    called: str = ""
    mark: ItemMark | None = None
    first: str = ""
    begun: str = ""
    before: OldParagraph | None = None

    def add(self, one: OldParagraph, after: Sequence[Block]) -> None:
        """Reads a line; ``after`` are those that follow."""
        within = self.before is not None and not self.before.ended and bool(self.card)
        heading = None if within else measure_heading(one, self.called)
        label = None if heading else self._label(one, within=within)
        if not one.text.strip():
            self._other(one)
        elif heading:
            self.called, text = heading
            if text and is_whole_name(text.text, self.framework):
                self._named(text)
            else:
                self._called(one, text)
        elif label:
            self._labelled(one, label, after)
        elif one.centred:
            self._other(one)
        elif not within and self._names(one):
            self._named(one)
        elif not within and self._is_heading(one, after):
            self._called(one, without_mark(one))
        elif self.card and self._goes_on(one, after, within=within):
            self.card.goes_on(one)
        else:
            self._other(one)
        self.before = one if one.text.strip() else self.before

    def _other(self, one: OldParagraph) -> None:
        """A line that no measure has: the measure may go on behind it with a label, but not behind a heading."""
        if self.card and one.text.strip() and (one.centred or (one.bold and not self.card.is_bold)):
            self.end()
        if self.card:
            self.card.leave(one)
        else:
            self.made.append(one)

    def _label(self, one: OldParagraph, *, within: bool = False) -> Label | None:
        """The label that a line begins with, set as those of its measure are; one within a text has a colon."""
        label = self.labels.of(one)
        if label is None or (within and not label.colon):
            return None
        shape = self.card.shape if self.card else None
        return label if shape in (None, label.shape) or label.name in _OWN_SHAPES else None

    def _names(self, one: OldParagraph) -> bool:
        """True for a heading that names an indicator, with or without its score, or a topic."""
        text = one.printed
        whole = is_whole_name(text.rstrip(" :"), self.framework) or scored_name(text, self.framework) is not None
        return whole or is_topic(text, self.framework)

    def _called(self, one: OldParagraph, text: OldParagraph | None) -> None:
        """A heading that calls a measure, which begins with it unless one has begun that has none."""
        if self.card is None or not self.card.leads:
            self.end()
            self.card = _Card(self.above)
        name = next(name for name in _ACTIONS if name in self.labels.heads)
        if text is None:
            self.card.labels[name] = {"": one}
        self.card.put(name, one, text)

    def _labelled(self, one: OldParagraph, label: Label, after: Sequence[Block]) -> None:
        card = self.card
        name = label.name
        again = card is not None and name in card.labels
        if card and again and (label.said in card.labels[name] or name not in (*_JOINED, *_ACTIONS)):
            self.end()
            card = None
        elif card and card.has_actions and name == "actions" and label.title.startswith(STEPS):
            name = name if "steps" in card.cells else "steps"
        elif card and not card.leads and (label.said == self.begun or (name in _ACTIONS and not card.has_actions)):
            self.end()
            card = None
        if card:
            card.met.add(label.said)
        if not name:
            self._other(one)
            return
        if card is None:
            card = self.card = _Card(self.above, met={label.said})
            self.begun = self.begun or label.said
        if name not in _OWN_SHAPES and card.shape is None:
            card.shape = label.shape
        text = label.text
        own = card.labels.setdefault(name, {})
        if name in _JOINED and own and text:
            text = replace(text, text=f"{label.title}: {text.text}")
        own[label.said] = one
        first = not card.cells
        card.put(name, one, text)
        if name == _INDICATOR and first:
            follows = next((each for each in after if isinstance(each, OldParagraph) and each.text.strip()), None)
            self.above = text or follows

    def _named(self, one: OldParagraph) -> None:
        card = self.card
        waits = card and card.open == _INDICATOR and (card.waits or bool(card.cells[_INDICATOR]))
        if card and waits:
            card.goes_on(one)
        elif card and card.has_actions and card.cells.keys() <= {*_ACTIONS} and not card.waits:
            card.put(_INDICATOR, one, one)
        else:
            self.end()
            self.above = one
            self.made.append(one)

    def _is_heading(self, one: OldParagraph, after: Sequence[Block]) -> bool:
        """True for a line that only its place shows to call a measure: right above the first label of one."""
        follows = next((each for each in after if not isinstance(each, OldParagraph) or each.text.strip()), None)
        label = self.labels.of(follows) if isinstance(follows, OldParagraph) else None
        if label is None or len(one.text) > _LONGEST_HEADING or one.text.endswith(_ENDS):
            return False
        if label.name in _ACTIONS and not label.title.startswith(STEPS):
            return False
        if not (one.bold or mark_of(one) or one.text.strip().startswith("มาตรการ")):
            return False
        mark, first = mark_of(one), self.first
        counts = mark and self.mark and (mark.shape, mark.number) == (self.mark.shape, self.mark.number + 1)
        if self.card is None or label.said in {first, *self.card.met} or counts:
            self.mark, self.first = mark, first or label.said
            return True
        return False

    def _goes_on(self, one: OldParagraph, after: Sequence[Block], *, within: bool) -> bool:
        """True for a line that goes on with the field that is open."""
        card = self.card
        if card is None or not card.open or card.label is None:
            return False
        mark = mark_of(one)
        if mark and (within or card.waits or goes_on_from(mark, card.marks)):
            card.marks[mark.shape] = mark.number
            return True
        if within or (card.waits and not (one.bold and not card.is_bold)):
            return True
        if mark or (one.bold and not card.is_bold):
            return False
        own = card.cells[card.open]
        follows = next((each for each in after if isinstance(each, OldParagraph) and each.text.strip()), None)
        if follows and (follows.indent > one.indent + _SAME_EDGE or mark_of(follows)) and not self._label(follows):
            return False  # it heads what follows
        deeper = one.indent > card.label.indent + _SAME_EDGE
        if deeper and own[0].origin != card.label.origin and abs(one.indent - own[0].indent) < _SAME_EDGE:
            return True
        return self._is_between_labels(card, after)

    def _is_between_labels(self, card: _Card, after: Sequence[Block]) -> bool:
        """True where a label of the same measure follows, before a heading or a list."""
        for one in after:
            if not isinstance(one, OldParagraph):
                return False
            if label := self._label(one):
                return label.said not in card.met
            if one.bold or mark_of(one) or measure_heading(one, self.called) or self._names(one):
                return False
        return False

    def end(self) -> None:
        """Ends the measure that grows: a table where enough of it is said, else its lines as they were."""
        card, self.card = self.card, None
        if card is None:
            return
        led = self._indicator(card)
        said = card.said() | ({_INDICATOR} if led else set())
        whole = len(said) >= _FEWEST and all(names & said for names in self.needed)
        if not whole or not (self.kind or any(self._is_named(one.text) for one in led[:1])):
            self.made += card.lines
            return
        self.made += [self._table(card, led or [replace(card.lines[0], text=NO_INDICATOR, number="")]), *card.left]

    def _indicator(self, card: _Card) -> list[OldParagraph]:
        """What says the indicator of a measure: its own label, what stands above it, or the end of its heading."""
        own = card.cells.pop(_INDICATOR, [])
        labels = card.labels.pop(_INDICATOR, {})
        if own and (card.above is None or self._is_named(own[0].text)):
            card.labels[_INDICATOR] = labels
            return own
        card.left += [one for one in card.lines if one in own or one in labels.values()]
        for name in _ACTIONS:
            for at, one in enumerate(card.cells.get(name, ())):
                if parted := within_brackets(one, self.framework):
                    card.cells[name][at], inside = parted
                    return [inside]
        return [card.above] if card.above else []

    def _is_named(self, text: str) -> bool:
        return named(text, self.framework) is not None or is_topic(text, self.framework)

    def _table(self, card: _Card, led: Sequence[OldParagraph]) -> OldTable:
        """The measure as a table: heads in the words that are known, and one row."""
        first, (head, row) = card.lines[0], (list[OldCell](), list[OldCell]())
        for name, own in chain([(_INDICATOR, led)], card.cells.items()):
            title = replace(first, text=self.labels.heads[name][0], number="")
            silent = [replace(one, text="", number="") for one in card.labels.get(name, {}).values()]
            head.append(OldCell((title, *silent)))
            row.append(OldCell(tuple(own)))
        return OldTable((tuple(head), tuple(row)), first.origin)
