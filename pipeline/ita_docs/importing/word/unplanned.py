"""Our own documents as they were before their pages were planned (``thaipages.planning``): no catchwords, and what was
divided for a page in one piece again. Documents of others have none of it and stay as they are."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from officefiles.opc import Package, W
from officefiles.styles import flat, properties, styles_by_id, value_of
from officefiles.text import TABLE, P, runs_of, shown, text_of
from officefiles.xml import remove
from thaipages.layout import measure
from thaipages.planning.catchwords import Convention
from thaipages.planning.room import with_room

_PROPERTIES, _ROW, _CELL, _GRID = (W + name for name in ("pPr", "tr", "tc", "tblGrid"))
_BREAK, _SPACING, _HEAD = f"{W}pPr/{W}pageBreakBefore", f"{W}pPr/{W}spacing", f"{W}trPr/{W}tblHeader"


def undo_pages(root: etree._Element, package: Package, convention: Convention) -> list[str]:
    """Take what was planned for pages out of ``root``, the main part of ``package``; the catchwords that there were."""
    styles = package.of_main("styles")
    generated = _catchword_styles(styles.tree if styles else None, convention)
    undoing, catchwords = _Undoing(), list[str]()
    for paragraph in list(root.iter(P)):
        if value_of(paragraph, "pPr", "pStyle") in generated:
            catchwords.append(text_of(paragraph))
            undoing.take_out(paragraph)
        elif _is_turn(paragraph):
            undoing.join_tables(paragraph.getprevious(), paragraph.getnext())
            remove(paragraph)
    if undoing.joints:
        mend(undoing.joints, package, next(root.iter(W + "body")))
    return catchwords


def _catchword_styles(styles: etree._Element | None, convention: Convention) -> Collection[str]:
    """The ids of the style of generated catchwords, also where another program has given it another id."""
    elements = styles_by_id(styles) if styles is not None else {}
    return {convention.style, *(key for key, one in elements.items() if value_of(one, "name") == convention.style_name)}


def _is_turn(paragraph: etree._Element) -> bool:
    """True of the paragraph that begins a page with a table which goes on there."""
    spacing = paragraph.find(_SPACING)
    if spacing is None or spacing.get(W + "line") != "20" or spacing.get(W + "lineRule") != "exact":
        return False
    text = text_of(paragraph)
    return text == "\f" or (not text and paragraph.find(_BREAK) is not None)


@dataclass(slots=True)
class _Undoing:
    """A document whose pages are being taken out, and where paragraphs were put together so far."""

    joints: list[Joint] = field(default_factory=list)

    def take_out(self, catchword: etree._Element) -> None:
        """Remove a catchword, the page break after it, and the division of what goes on from page to page."""
        before, after = catchword.getprevious(), catchword.getnext()
        remove(catchword)
        first = after if after is None or after.tag == P else next(after.iter(P), None)
        mark = first.find(_BREAK) if first is not None else None
        if before is None or after is None or mark is None:
            return
        remove(mark)
        if before.tag == after.tag == P and _is_second_part(after) and _style(before) == _style(after):
            self._join_paragraphs(before, after, in_row=False)
        else:
            self.join_tables(before, after)

    def join_tables(self, first: etree._Element | None, second: etree._Element | None) -> None:
        """Put the rows of ``second`` at the end of ``first`` where they are parts of one table."""
        if first is None or second is None or not first.tag == second.tag == TABLE:
            return
        if flat(first.find(_GRID)) != flat(second.find(_GRID)):
            return
        rows = list(second.iterchildren(_ROW))
        for head in first.iterchildren(_ROW):
            if not rows or head.find(_HEAD) is None or _texts(head) != _texts(rows[0]):
                break
            del rows[0]
        last = list(first.iterchildren(_ROW))[-1:]
        if rows and last and _goes_on(last[0], rows[0]):
            self._join_rows(last[0], rows.pop(0))
        first.extend(rows)
        remove(second)

    def _join_rows(self, first: etree._Element, second: etree._Element) -> None:
        """Put what the cells of ``second`` say, but for the first, at the end of the cells of ``first``."""
        for above, below in list(_cells(first, second))[1:]:
            paragraphs = [one for one in below.iterchildren(P) if text_of(one).strip()]
            last = list(above.iterchildren(P))[-1:]
            if paragraphs and last and _is_second_part(paragraphs[0]):
                self._join_paragraphs(last[0], paragraphs.pop(0), in_row=True)
            above.extend(paragraphs)

    def _join_paragraphs(self, first: etree._Element, second: etree._Element, *, in_row: bool) -> None:
        self.joints.append(Joint(first, text_of(first), text_of(second), in_row))
        first.extend(child for child in list(second) if child.tag != _PROPERTIES)
        remove(second)


def _goes_on(first: etree._Element, second: etree._Element) -> bool:
    """True of a row that is the rest of the one above it: its first cell says the same, with a mark on a line below or
    the one that stood there already, and of the other cells one goes on within a paragraph or has nothing left."""
    cells = list(_cells(first, second))
    above, below = (_texts(cell) for cell in cells[0])
    if len(above) != len(below) or not above or above[:-1] != below[:-1]:
        return False
    return below[-1].startswith(above[-1] + "\n") or (above == below and any(_has_gone_on(*pair) for pair in cells[1:]))


def _has_gone_on(above: etree._Element, below: etree._Element) -> bool:
    first, second = next(above.iter(P), None), next(below.iter(P), None)
    if first is None or second is None:
        return False
    is_done = bool(text_of(first)) and not text_of(second) and _style(first) == _style(second)
    return is_done or _is_second_part(second)


def _cells(*rows: etree._Element) -> Iterator[tuple[etree._Element, ...]]:
    return zip(*(row.iterchildren(_CELL) for row in rows), strict=False)


def _is_second_part(paragraph: etree._Element) -> bool:
    """True of a paragraph all of whose lines begin at one edge, as the second part of a divided one is made."""
    own = properties(paragraph, _PROPERTIES)
    return {"ind.left", "ind.right"} <= own.keys() and {own.get("ind.firstLine", "0"), own.get("ind.hanging")} == {"0"}


def _style(paragraph: etree._Element) -> str:
    return value_of(paragraph, "pPr", "pStyle")


def _texts(parent: etree._Element) -> list[str]:
    return [text_of(paragraph) for paragraph in parent.iter(P)]


_MOST_PARAGRAPHS = 5_000
"""More than any pack of ours has; the layout of more takes long."""
_FEWEST = 2
"""The fewest lines of a text that stand alone where it is divided (``rowplan``)."""


class Joint(NamedTuple):
    """A paragraph put together of two parts, their texts, and if it stands in a row that was divided."""

    paragraph: etree._Element
    first: str
    second: str
    in_row: bool


def mend(joints: Sequence[Joint], package: Package, body: etree._Element) -> None:
    """Put the line breaks back that were left away where the paragraphs were divided."""
    if sum(1 for _ in body.iter(P)) > _MOST_PARAGRAPHS:
        return
    layout = with_room(measure(package, body))  # as pages are planned
    ends = {one.element: [end - one.label for end in one.ends] for one in layout.paragraphs}
    for joint in reversed(joints):  # places in a paragraph of three parts are those before any break is put back
        if _was_ended(joint, ends.get(joint.paragraph, ())):
            _break_line(joint.paragraph, len(joint.first))


def _was_ended(joint: Joint, lines: Sequence[int]) -> bool:
    """True where a line was ended by hand at the joint: the layout, of which ``lines`` are the ends, would not end it
    there, or what is written as one in a row would not be divided, as less than two of its lines stand before or
    after."""
    if joint.first.endswith(" "):
        return False
    place, begins, length = len(joint.first), joint.first.rfind("\n") + 1, joint.second.find("\n")
    ends = place + (length if length >= 0 else len(joint.second))
    if place not in lines:
        return True
    if not joint.in_row or "\n" not in joint.first + joint.second:
        return False
    above, below = sum(begins < end <= place for end in lines), sum(place < end <= ends + 1 for end in lines)
    return min(above, below) < _FEWEST


def _break_line(paragraph: etree._Element, place: int) -> None:
    """Put a line break before the run that begins at ``place``."""
    at = 0
    for run in runs_of(paragraph):
        if at >= place:
            run.insert(0 if run.find(W + "rPr") is None else 1, etree.Element(W + "br"))
            return
        at += sum(len(shown(piece)) for piece in run)
