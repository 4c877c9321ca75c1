"""A paragraph measured: its lines and their heights, and how it stands to what is before and after it.

Lengths are twips.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from pipeline.word.layout.cascade import Properties, Styles, flat, is_on, number
from pipeline.word.layout.content import Content, Notes, add_text, line_height, read_content
from pipeline.word.layout.lines import Measure, Tabs, fill
from pipeline.word.layout.numbering import Lists
from pipeline.word.opc import W

_SINGLE = 240.0
"""The value of ``w:line`` that means single spacing where the rule is ``auto``."""
_TWIPS_PER_EIGHTH = 2.5


@dataclass(frozen=True, slots=True)
class Setting:
    """What all paragraphs of a document share."""

    styles: Styles
    lists: Lists
    tab_step: float
    sum_spaces: bool
    """True where the space after and the space before add up; else the larger of the two counts."""
    notes: Notes = field(default_factory=Notes)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A measured paragraph. ``text`` begins with its list label of ``label`` characters, ``ends`` are the ends of its
    lines in ``text``."""

    element: etree._Element
    style: str
    text: str
    label: int
    ends: tuple[int, ...]
    heights: tuple[float, ...]
    before: float
    after: float
    contextual: bool
    keep_next: bool
    keep_lines: bool
    break_before: bool
    break_after: bool

    @property
    def height(self) -> float:
        """The height of its lines, without the spaces before and after."""
        return sum(self.heights)


def measure_paragraph(
    element: etree._Element, width: float, setting: Setting, table: tuple[Properties, Properties] = ({}, {})
) -> Paragraph:
    """``element`` measured in a column of ``width``; ``table`` are the properties that a table style gives."""
    style, values, runs = _resolved(element, setting, table)
    label, content = _labelled(element, values, runs, setting)
    measure = _measure(values, width, setting)
    ends = fill(content.text, content.edges(), measure)
    empty = line_height({**runs, **flat(element.find(f"{W}pPr/{W}rPr"))}, setting.notes)
    natural = [content.height(start, end, empty) for start, end in zip([0, *ends], ends, strict=False)]
    heights = [_line(values, height) for height in natural]
    heights[0] += _border(values, "top")
    heights[-1] += _border(values, "bottom")
    if is_on(values, "framePr"):
        setting.notes.add("กรอบข้อความ")
    return Paragraph(
        element=element,
        style=style,
        text=content.text,
        label=label,
        ends=tuple(ends),
        heights=tuple(heights),
        before=number(values, "spacing.before"),
        after=number(values, "spacing.after"),
        contextual=is_on(values, "contextualSpacing"),
        keep_next=is_on(values, "keepNext"),
        keep_lines=is_on(values, "keepLines"),
        break_before=is_on(values, "pageBreakBefore") or content.text.startswith("\f"),
        break_after="\f" in content.text[1:],
    )


def _resolved(
    element: etree._Element, setting: Setting, table: tuple[Properties, Properties]
) -> tuple[str, Properties, Properties]:
    """The paragraph's style, its own properties and those that its runs start from."""
    own = flat(element.find(W + "pPr"))
    name = own.get("pStyle", setting.styles.default_paragraph)
    style = setting.styles.find(name)
    default = setting.styles.default
    level = setting.lists.level(own.get("numPr.numId", ""), int(own.get("numPr.ilvl", "0")))
    of_style = setting.lists.level(style.paragraph.get("numPr.numId", ""), int(style.paragraph.get("numPr.ilvl", "0")))
    values = {
        **default.paragraph,
        **table[0],
        **(of_style.paragraph if of_style else {}),
        **style.paragraph,
        **(level.paragraph if level else {}),
        **own,
    }
    return name, values, {**default.run, **table[1], **style.run}


def _labelled(element: etree._Element, values: Properties, runs: Properties, setting: Setting) -> tuple[int, Content]:
    """The length of the label of the paragraph's list, and the paragraph's content after the label."""
    content = read_content(element, runs, setting.styles, setting.notes)
    list_id, depth = values.get("numPr.numId", "0"), int(values.get("numPr.ilvl", "0"))
    level = setting.lists.level(list_id, depth)
    if level is None:
        return 0, content
    labelled = Content()
    label = setting.lists.label(list_id, depth) + {"tab": "\t", "space": " "}.get(level.follow, "")
    add_text(labelled, label, {**runs, **level.run}, setting.notes)
    return len(labelled.text), labelled.followed_by(content)


def _measure(values: Properties, width: float, setting: Setting) -> Measure:
    left, right = number(values, "ind.left"), width - number(values, "ind.right")
    hanging = number(values, "ind.hanging")
    first = left + (-hanging if hanging else number(values, "ind.firstLine"))
    stops = {float(name[4:]): kind for name, kind in values.items() if name.startswith("tab@") and kind != "clear"}
    if hanging > 0:
        stops.setdefault(left, "left")
    return Measure(first, left, right, Tabs(stops, setting.tab_step))


def _line(values: Properties, natural: float) -> float:
    """The height of a line whose text and pictures are ``natural`` high."""
    asked, rule = number(values, "spacing.line", _SINGLE), values.get("spacing.lineRule", "auto")
    if rule == "exact":
        return asked
    return max(asked, natural) if rule == "atLeast" else natural * asked / _SINGLE


def _border(values: Properties, side: str) -> float:
    """The room that a rule above or below the paragraph takes."""
    if values.get(f"pBdr.{side}", "none") in ("none", "nil"):
        return 0.0
    return number(values, f"pBdr.{side}.sz") * _TWIPS_PER_EIGHTH + number(values, f"pBdr.{side}.space") * 20
