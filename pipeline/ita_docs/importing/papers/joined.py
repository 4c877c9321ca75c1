"""Lines that a hand or a page end has cut, put together again."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ita_docs.importing.blocks import OldFile
from ita_docs.importing.papers.words import plain

_TAIL = 7
"""So many letters on each side of a cut tell, where they stand elsewhere in the file, if a space was there."""
_LETTER = re.compile("[ก-ฮ\u0e30-\u0e4e]")
_CLOSE, _OPEN = (")", "”", "]", ",", "/", "."), ("(", "“", "[", "/", "-")
_REPEAT = "ๆ"


@dataclass(frozen=True, slots=True)
class Joiner:
    """Puts the pieces of a file's texts together. Thai has no space between words, so a line that was cut within a
    sentence goes on without one, unless the same words stand elsewhere in the file with one."""

    said: str

    @classmethod
    def of(cls, file: OldFile) -> Joiner:
        return cls("\n".join(plain(line) for one in file.paragraphs() for line in one.text.split("\n")))

    def joined(self, first: str, second: str) -> str:
        """Both pieces as one text."""
        first, second = first.rstrip(), second.lstrip()
        if not first or not second:
            return first or second
        return first + self._between(first, second) + second

    def _between(self, first: str, second: str) -> str:
        if first.endswith(_OPEN) or (second.startswith(_CLOSE) and not second.startswith("/")):
            return ""
        if second.startswith(_REPEAT) or first.endswith(_REPEAT):
            return " "
        before, after = plain(first)[-_TAIL:], plain(second)[:_TAIL]
        if f"{before} {after}" in self.said:
            return " "
        if before + after in self.said:
            return ""
        return "" if _LETTER.match(first[-1]) and _LETTER.match(second[0]) else " "
