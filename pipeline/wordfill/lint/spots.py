"""Where an element of a part stands, as staff are told."""

from __future__ import annotations

from lxml import etree

from officefiles.text import P
from wordfill.lint.finding import Spot
from wordfill.lint.reading import Part

FILE = Spot("ไฟล์", "")
"""The file as a whole."""


class Spots:
    """The paragraphs of one part by their elements."""

    def __init__(self, part: Part) -> None:
        self._part = part
        self._spots = {paragraph.element: paragraph.spot for paragraph in part.paragraphs}

    def of(self, element: etree._Element) -> Spot:
        """The paragraph that ``element`` stands in; else the last one before it; else the part."""
        for around in element.iterancestors(P):
            if around in self._spots:
                return self._spots[around]
        before = Spot(self._part.paragraphs[0].spot.part if self._part.paragraphs else "", self._part.member)
        for one in self._part.root.iter(P, element.tag):
            if one is element:
                break
            before = self._spots.get(one, before)
        return before
