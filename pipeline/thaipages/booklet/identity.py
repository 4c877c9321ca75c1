"""Names and numbers that must be met once in a file: bookmarks, drawings, changes, notes and comments."""

from __future__ import annotations

import copy
import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from officefiles.namespaces import W14, WP
from officefiles.opc import W
from officefiles.xml import remove, select
from thaipages.booklet.common import free_name
from thaipages.booklet.source import Source

_ID = f"{W}id"
_NAME = f"{W}name"
_DOC_PR = WP + "docPr"
_PARAGRAPH_ID = W14 + "paraId"
NOTES = {"footnotes": "footnote", "endnotes": "endnote", "comments": "comment"}
_NUMBERED = etree.XPath("descendant-or-self::w:*/@w:id/..", namespaces={"w": W[1:-1]})
"""What bears a number that must be met once, in the order of the text. By its attribute it is found faster."""
_SEPARATE = tuple(f"{W}{tag}{end}" for tag in NOTES.values() for end in ("", "Reference", "RangeStart", "RangeEnd"))
_IN_FIELDS = re.compile(r'(?<=[\s"])[^\s"\\]+')
_FIELDS_ON_BOOKMARKS = re.compile(r"\s*(PAGEREF|REF|NOTEREF|HYPERLINK|GOTOBUTTON)\b", re.IGNORECASE)


@dataclass(slots=True)
class Register:
    """What has been given out so far."""

    marks: Iterator[int] = field(default_factory=itertools.count)
    drawings: Iterator[int] = field(default_factory=lambda: itertools.count(1))
    bookmarks: set[str] = field(default_factory=set)
    notes: dict[str, int] = field(default_factory=dict)

    def add(self, source: Source) -> None:
        """Renumber and rename all that ``source`` has, keeping what belongs together together."""
        marks: dict[str, str] = {}
        bookmarks: dict[str, str] = {}
        for story in source.stories.values():
            etree.strip_attributes(story, _PARAGRAPH_ID)
            self._number_controls_and_drawings(story)
            for element in select(_NUMBERED, story):
                self._number(element, marks)
                if element.tag == f"{W}bookmarkStart":
                    old = element.get(_NAME, "")
                    element.set(_NAME, free_name(old, self.bookmarks, "_", longest=36))
                    bookmarks.setdefault(old, element.get(_NAME, ""))
        for story in source.stories.values():
            _follow_bookmarks(story, bookmarks)

    def _number_controls_and_drawings(self, story: etree._Element) -> None:
        for drawing in story.iter(_DOC_PR):
            drawing.set("id", str(next(self.drawings)))
        for control in list(story.iter(_ID)):
            # The id of a content control (w:sdtPr/w:id): Word gives a new one where it is missing.
            remove(control)

    def _number(self, element: etree._Element, marks: dict[str, str]) -> None:
        if element.tag not in _SEPARATE:
            old = element.get(_ID, "")
            if old not in marks:
                marks[old] = str(next(self.marks))
            element.set(_ID, marks[old])

    def notes_of(self, source: Source, kind: str, *, first: bool) -> list[etree._Element]:
        """The notes of one kind (``footnotes``) with new numbers, here and where the text refers to them.

        The separators (notes with a type) are taken from the first document that has any.
        """
        root = source.story(kind)
        if root is None:
            return []
        tag = NOTES[kind]
        moved: dict[str, str] = {}
        found: list[etree._Element] = []
        for note in root.iterfind(f"{W}{tag}"):
            if note.get(f"{W}type") in (None, "normal"):
                self.notes[kind] = self.notes.get(kind, 0) + 1
                moved[note.get(_ID, "")] = str(self.notes[kind])
            elif not first:
                continue
            entry = copy.deepcopy(note)
            entry.set(_ID, moved.get(note.get(_ID, ""), note.get(_ID, "")))
            found.append(entry)
        for reference in source.body.iter(*(f"{W}{tag}{end}" for end in ("Reference", "RangeStart", "RangeEnd"))):
            reference.set(_ID, moved.get(reference.get(_ID, ""), reference.get(_ID, "")))
        return found


def _follow_bookmarks(story: etree._Element, bookmarks: Mapping[str, str]) -> None:
    """Point links and fields at the new names."""
    for element in story.iter(f"{W}hyperlink", f"{W}fldSimple", f"{W}instrText"):
        anchor, instruction = element.get(f"{W}anchor"), element.get(f"{W}instr")
        if anchor is not None:
            element.set(f"{W}anchor", bookmarks.get(anchor, anchor))
        if instruction is not None:
            element.set(f"{W}instr", _follow(instruction, bookmarks))
        if element.tag == f"{W}instrText":
            element.text = _follow(element.text or "", bookmarks)


def _follow(instruction: str, bookmarks: Mapping[str, str]) -> str:
    if not _FIELDS_ON_BOOKMARKS.match(instruction):
        return instruction
    return _IN_FIELDS.sub(lambda word: bookmarks.get(word[0], word[0]), instruction)
