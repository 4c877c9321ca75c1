"""The patched source of a part as a tree, so that what its blocks hold can be looked at and changed.

Its tags stand in it as processing instructions, those within attributes as private characters, and come back as they
were.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from lxml import etree

from officefiles.xml import as_text
from wordfill.marks import TAG

_STATEMENT = re.compile(r"{%[-+]?\s*(\w+)\s*(.*?)\s*[-+]?%}", re.DOTALL)
_NAME = "tag"
_STAND_INS = re.compile(f"<\\?{_NAME} (\\d+)\\?>|\ufdd1(\\d+)\ufdd2")
_OPENERS = frozenset(("for", "if", "with", "macro", "raw", "filter", "call"))
_MIDDLES = frozenset(("else", "elif"))


@dataclass(frozen=True, slots=True)
class Enclosing:
    """A block round something: its number in the part, its ``word``, what it asks, and which of its branches."""

    number: int
    word: str
    argument: str
    branch: int = 0


Enclosings = tuple[Enclosing, ...]
"""The blocks round something, the outermost first."""


@dataclass(slots=True)
class SourceTree:
    """A source with its ``tags`` by number; ``openers`` has the number of each block's opening tag. Its blocks are
    numbered from ``first``."""

    root: etree._Element
    tags: list[str] = field(repr=False)
    first: int
    openers: list[int] = field(default_factory=list)

    @staticmethod
    def of(source: str, first: int = 0) -> SourceTree | None:
        """The tree of ``source``, its blocks numbered from ``first``; ``None`` where its tags cross the structure."""
        tags: list[str] = []
        try:
            return SourceTree(etree.fromstring(_with_stand_ins(source, tags)), tags, first)
        except etree.XMLSyntaxError:
            return None

    def written(self) -> str:
        """The source with all that was changed."""
        text = as_text(self.root)
        return _STAND_INS.sub(lambda found: self.tags[int(found[1] or found[2])], text)

    def held(self, text: str) -> str:
        """What stands for the tag ``text`` in an attribute."""
        self.tags.append(text)
        return f"\ufdd1{len(self.tags) - 1}\ufdd2"

    def walk(self) -> Iterator[tuple[etree._Element, Enclosings]]:
        """Every element in the order of the source with the blocks that it begins in. Their numbers are the same each
        time; a block that is not balanced ends with its part."""
        standing: list[Enclosing] = []
        self.openers = []
        for node in self.root.iter():
            found = self.statement(node)
            if found is None:
                if isinstance(node.tag, str):
                    yield node, tuple(standing)
                continue
            word, argument = found
            if word in _OPENERS or (word == "set" and "=" not in argument):
                standing.append(Enclosing(self.first + len(self.openers), word, argument))
                self.openers.append(_number(node))
            elif word in _MIDDLES and standing:
                last = standing[-1]
                standing[-1] = Enclosing(last.number, last.word, last.argument, last.branch + 1)
            elif standing and word == f"end{standing[-1].word}":
                standing.pop()

    def statement(self, node: etree._Element) -> tuple[str, str] | None:
        """The word of the statement that ``node`` stands for and what follows it; ``None`` for all else."""
        if not isinstance(node, etree._ProcessingInstruction) or node.target != _NAME:
            return None
        found = _STATEMENT.fullmatch(self.tags[_number(node)])
        return (found[1], found[2]) if found else None

    def begin_turns_with(self, block: int, text: str) -> None:
        """Let each turn of the loop ``block`` begin with the statement ``text``."""
        self.tags[self.openers[block - self.first]] += text


def _number(node: etree._Element) -> int:
    return int(node.text or "0")


def _with_stand_ins(source: str, tags: list[str]) -> str:
    """``source`` with its tags put into ``tags`` and what stands for them in their places."""
    done: list[str] = []
    in_attribute = False
    ends = [(0, 0), *(found.span() for found in TAG.finditer(source)), (len(source), len(source))]
    for (_, before), (start, end) in pairwise(ends):
        literal = source[before:start]
        opened, closed = literal.rfind("<"), literal.rfind(">")
        in_attribute = opened > closed if opened != closed else in_attribute
        done.append(literal)
        if start < end:
            done.append(f"\ufdd1{len(tags)}\ufdd2" if in_attribute else f"<?{_NAME} {len(tags)}?>")
            tags.append(source[start:end])
    return "".join(done)
