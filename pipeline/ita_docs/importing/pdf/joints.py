"""Where a line went on in the next: its first word, and if there was a space, which PDFs may not hold at line ends."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from thaipages.segment import whole_breaks

_LONGEST_WORD = 60
_CONTEXT = (10, 7, 5, 3)
"""Letters on both sides of a joint by which its like is looked for, the longest first."""
_NO_SPACE_BEFORE = re.compile(r"[)\]}”’ฯ!?,.:;%]")
_NO_SPACE_AFTER = re.compile(r"[(\[{“‘/]")
_SPACE_BEFORE = re.compile(r"[(\[“0-9๐-๙A-Za-zๆ–-]")
_SPACE_AFTER = re.compile(r"[)\]”0-9๐-๙A-Za-zๆฯ,:;.–-]")
_BOTH_LATIN = re.compile("[A-Za-z0-9]")


def first_word(text: str) -> int:
    """How many letters of ``text`` a line before it would have had to hold to go on with it: its first word, with what
    is never parted from it."""
    beginning = text[:_LONGEST_WORD].replace("\t", " ")
    return whole_breaks(beginning)[0]


@dataclass(slots=True)
class PdfJoints:
    """What is known of spaces in a file: its whole text, line by line, and whether spaces stand at ends of lines."""

    text: str = ""
    keeps_spaces: bool = False
    known: dict[tuple[str, str], str] = field(default_factory=dict)

    @classmethod
    def of(cls, lines: Iterable[tuple[str, bool]]) -> PdfJoints:
        """What the lines show, each with its text and whether a space stands at its end."""
        found = list(lines)
        kept = sum(spaced for _, spaced in found)
        return cls("\n".join(text for text, _ in found), kept > 0.02 * len(found))

    def between(self, one: str, two: str, *, spaced: bool) -> str:
        """What stood between the end of a line and the beginning of the next: a space or nothing."""
        if spaced:
            return " "
        if self.keeps_spaces:
            return " " if _BOTH_LATIN.match(one[-1:]) and _BOTH_LATIN.match(two) else ""
        key = one[-_CONTEXT[0] :], two[: _CONTEXT[0]]
        if key not in self.known:
            self.known[key] = self._guessed(*key)
        return self.known[key]

    def _guessed(self, one: str, two: str) -> str:
        """As the same words stand within lines of the file, where they do; else as signs mostly stand."""
        if _NO_SPACE_BEFORE.match(two) or _NO_SPACE_AFTER.match(one[-1:]):
            return ""
        for length in _CONTEXT:
            end, beginning = one[-length:], two[:length]
            spaced, joined = self.text.count(f"{end} {beginning}"), self.text.count(end + beginning)
            if spaced != joined:
                return " " if spaced > joined else ""
        return " " if _SPACE_BEFORE.match(two) or _SPACE_AFTER.match(one[-1:]) else ""
