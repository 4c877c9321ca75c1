"""If there was a space where a line went on in the next: files seldom hold all spaces at ends of lines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from ita_docs.framework.words.lists import Posts, Titles
from ita_docs.importing.joining import is_within_address, join_lines
from ita_docs.importing.pdf.lines import MARKER, ends_in_syllable
from ita_docs.importing.posts import completes_level
from ita_docs.thai import split_title
from thaipages.segment import is_word, whole_breaks

_CONTEXT = (10, 7, 5, 3)
"""Letters on both sides of a joint by which its like is looked for, the longest first."""
_MOST = 60_000
"""Letters of a file that are looked through."""
_LONGEST_END = 15
"""Letters by which a word that begins with a title is longer than that at most."""
_NEVER_BEFORE = re.compile(r"[)\]}”’ฯ!?,.:;%]")
_NEVER_AFTER = re.compile(r"[(\[{“‘/]$|[A-Za-z0-9]-$")
_WITHIN = re.compile(r"(?:^|[^ก-๎.])[ก-ฮ][\u0e34\u0e35]?\.\n[ก-ฮ]{1,2}\.(?!\S*\.)")
"""An abbreviation that goes on: its first part alone before the end of the line."""
_ALWAYS = re.compile(
    r"[A-Za-z0-9๐-๙,;)\]”]\n[A-Za-z(\[“]|[A-Za-z๐-๙0-9)\]”ๆ:;,]\n[ก-๎]|[ก-๎.]\n[A-Za-z0-9๐-๙(\[“]"
    r"|\n(?:[ก-ฮ][\u0e34\u0e35]?\.){2}|\nๆ|[ก-ฮ]\.\n(?:และ|หรือ)|\n[-–] |[-–]\n[0-9๐-๙]| [-–]\n"
)
"""Signs between which official Thai has a space; Thai and Latin letters, figures and brackets among them."""


@dataclass(slots=True)
class PdfJoints:
    """What is known of spaces in a file: its whole text, line by line, and whether spaces stand at ends of lines."""

    text: str
    keeps_spaces: bool
    known: dict[tuple[str, str], str] = field(default_factory=dict)

    @classmethod
    def of(cls, lines: Iterable[tuple[str, bool]]) -> PdfJoints:
        """What the lines show, each with its text and whether a space stands at its end."""
        found = list(lines)
        kept = sum(spaced for _, spaced in found)
        return cls("\n".join(text for text, _ in found)[:_MOST], kept > 0.02 * len(found))

    def between(self, one: str, two: str, *, spaced: bool) -> str:
        """What stood between the end of a line and the beginning of the next: a space or nothing; a tab before a person
        with a column of their own."""
        if ends_in_syllable(one) or completes_level(one, two):
            return ""
        if not spaced and is_within_address(one, two):
            return ""
        if _begins_with_person(two) and MARKER.match(one):
            return "\t"
        if spaced or ends_in_first_name(one, two) or ends_in_na(one) or _says_again(one, two):
            return " "
        key = one[-_CONTEXT[0] :], two[: _CONTEXT[0]]
        if key not in self.known:
            self.known[key] = self._guessed(*key)
        return self.known[key]

    def _guessed(self, one: str, two: str) -> str:
        """As signs always stand; else as the same words stand within lines of the file, where they do; else nothing."""
        if _NEVER_BEFORE.match(two) or _NEVER_AFTER.search(one):
            return ""
        if _WITHIN.search(f"{one}\n{two}"):
            return ""
        if _ALWAYS.search(f"{one}\n{two}"):
            return " "
        for length in _CONTEXT:
            end, beginning = one[-length:], two[:length]
            spaced, joined = self.text.count(f"{end} {beginning}"), self.text.count(end + beginning)
            if spaced != joined:
                return " " if spaced > joined else ""
        return "" if self.keeps_spaces else join_lines((one, two))[len(one) : -len(two)]


def _says_again(one: str, two: str) -> bool:
    """True where a line says the section again that the one before ends with, in the post of its head."""
    section = two.partition("\t")[0].partition(" ")[0]
    return section.startswith(tuple(Posts.load().units)) and len(one) > len(section) and one.endswith(section)


def _begins_with_person(text: str) -> bool:
    """True of a line whose first column is a title with two names, in a list that has another column behind it."""
    person, tab, _ = text.partition("\t")
    title, name = split_title(person)
    return bool(tab and title) and len(name.split()) == 2


def ends_in_na(one: str) -> bool:
    """True of a line that ends in the word ณ, of a family name or before a place."""
    return one == "ณ" or one.endswith((" ณ", "\tณ"))


def ends_in_first_name(one: str, two: str) -> bool:
    """True where a line, or its last column, ends in a title and a first name, and the next, or its first column, is
    one word: the family name."""
    match = MARKER.match(one)
    person = (one[match.end() :] if match else one).rpartition("\t")[2].strip()
    two = two.partition("\t")[0]
    title, rest = split_title(person)
    if not (title and rest) or " " in rest + two:
        return False
    start, both = len(person) - len(rest), person + two
    if person[start - 1] in " ." or start in whole_breaks(both):
        return True
    titles = Titles.load()  # names are in no list of words, and may be cut anywhere; a title within a word is none
    longer = any(is_word(both[:end]) for end in range(start + 1, min(len(both), start + _LONGEST_END) + 1))
    return title in (*titles.common, *titles.academic) and not longer
