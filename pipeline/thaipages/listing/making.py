"""The paragraphs of a table of contents, which look as the stored ones and the styles of the template."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy

from lxml import etree

from officefiles.opc import W
from officefiles.schema import PARAGRAPH, put
from officefiles.styles import properties, value_of
from officefiles.text import P, T, put_text
from thaipages.layout.paragraphs import Setting
from thaipages.listing.asked import Asked
from thaipages.listing.headings import Listed

_RUN, _LOOK = W + "r", W + "rPr"
_RIGHT = frozenset(("right", "end"))


class Maker:
    """Makes the paragraphs of one table of contents."""

    def __init__(self, asked: Asked, styles: Mapping[int, str], setting: Setting, width: int, counting: str) -> None:
        self.asked, self.styles, self.setting, self.width, self.counting = asked, styles, setting, width, counting
        self.patterns: dict[str, etree._Element] = {}

    def learn(self, paragraphs: Sequence[etree._Element]) -> None:
        """Keep how the stored entries of each style look."""
        for paragraph in paragraphs:
            if paragraph.find(f".//{T}") is not None:
                self.patterns.setdefault(value_of(paragraph, "pPr", "pStyle"), deepcopy(paragraph))

    def paragraph(self, heading: Listed, mark: str) -> etree._Element:
        """The entry of ``heading``, which leads to the bookmark ``mark``."""
        style = self.styles.get(heading.level, "")
        pattern = self.patterns.get(style)
        if pattern is None:
            pattern = next(iter(self.patterns.values()), None) if not style else None
        made = etree.Element(P)
        holder = None if pattern is None else pattern.find(W + "pPr")
        made.append(etree.Element(W + "pPr") if holder is None else deepcopy(holder))
        if style:
            put(made[0], "pStyle", PARAGRAPH, val=style)
        self._have_tab(made)
        text, after = _looks(pattern)
        line = (
            etree.SubElement(made, W + "hyperlink", {W + "anchor": mark, W + "history": "1"})
            if self.asked.links
            else made
        )
        put_text(_run(line, T, text), heading.text)
        if heading.level not in self.asked.without_pages:
            if self.asked.separator:
                put_text(_run(line, T, after), self.asked.separator)
            else:
                _run(line, W + "tab", after)
            self._page(line, mark, after)
        return made

    def _page(self, line: etree._Element, mark: str, look: etree._Element | None) -> None:
        _run(line, W + "fldChar", look).set(W + "fldCharType", "begin")
        put_text(_run(line, W + "instrText", look), rf" PAGEREF {mark} \h{self.counting} ")
        _run(line, W + "fldChar", look).set(W + "fldCharType", "separate")
        put_text(_run(line, T, look), "0")
        _run(line, W + "fldChar", look).set(W + "fldCharType", "end")

    def _have_tab(self, paragraph: etree._Element) -> None:
        """Give the entry a tab stop for its page number, behind dots, where neither it nor its style has one."""
        shape = self.setting.sheet.shape(properties(paragraph, W + "pPr"), "")
        if self.asked.separator or _RIGHT.intersection(shape.tabs.stops.values()):
            return
        tab = etree.SubElement(put(paragraph[0], "tabs", PARAGRAPH), W + "tab")
        for key, value in (("val", "right"), ("leader", "dot"), ("pos", str(self.width))):
            tab.set(W + key, value)


def _looks(pattern: etree._Element | None) -> tuple[etree._Element | None, etree._Element | None]:
    """How the text of a stored entry looks, and what stands behind it."""
    runs = [] if pattern is None else list(pattern.iter(_RUN))
    texts = [run for run in runs if run.find(T) is not None]
    tabs = [run for run in runs if run.find(W + "tab") is not None]
    return (texts[0].find(_LOOK) if texts else None), (tabs[-1].find(_LOOK) if tabs else None)


def _run(line: etree._Element, tag: str, look: etree._Element | None) -> etree._Element:
    run = etree.SubElement(line, _RUN)
    if look is not None:
        run.append(deepcopy(look))
    return etree.SubElement(run, tag)
