"""The walk through the tags of one part: which names are bound at each, and what is known to hold there."""

from __future__ import annotations

import re
from collections import ChainMap
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from jinja2 import nodes
from lxml import etree

from officefiles.problems import Kind
from wordfill.lint.blocks import Block, Structure
from wordfill.lint.facts import Facts, both, facts
from wordfill.lint.finding import Finding
from wordfill.lint.names import Node
from wordfill.lint.scope import Scope
from wordfill.lint.tags import Tag


@dataclass(slots=True)
class _Frame:
    """The names that a block binds in the branch that the walk is in, what holds there, the tests of the branches
    before it, and the names that these have set; of a loop what it is over, as it is written."""

    block: Block | None
    names: dict[str, Node]
    facts: Facts = field(default_factory=dict)
    tests: list[nodes.Node | None] = field(default_factory=list)
    branches: list[dict[str, Node]] = field(default_factory=list)
    is_otherwise: bool = False
    listed: str = ""

    @property
    def is_choice(self) -> bool:
        return self.block is not None and self.block.word == "if"


@dataclass(slots=True)
class Walk:
    """Where the walk stands: frames of names, the innermost last; variables of loops that ended, names that not all
    branches of a condition set, the cells that have their statements; and what was gathered."""

    filters: Collection[str]
    openers: Mapping[Tag, Block]
    closers: Mapping[Tag, Block]
    middles: Mapping[Tag, Block]
    frames: list[_Frame]
    used: dict[Tag, set[str]] = field(default_factory=dict)
    ended: dict[str, str] = field(default_factory=dict)
    perhaps: dict[str, str] = field(default_factory=dict)
    cells: set[tuple[str, etree._Element | None]] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)

    @classmethod
    def through(cls, structure: Structure, root: Node, filters: Collection[str]) -> Walk:
        """The walk at its beginning."""
        openers = {block.opener: block for block in structure.blocks}
        closers = {block.closer: block for block in structure.blocks if block.closer is not None}
        middles = {tag: block for block in structure.blocks for tag in block.middles}
        return cls(filters, openers, closers, middles, [_Frame(None, dict(root.fields))])

    def scope(self, tag: Tag, choosing: bool = False) -> Scope:
        """What can be used at ``tag``; each name is reported once for a tag. ``choosing`` is true for the test of a
        condition, which stands before its own branch."""
        reported: set[str] = set()

        def report(kind: Kind, values: dict[str, str]) -> None:
            if values.get("name", kind.id) not in reported:
                reported.add(values.get("name", kind.id))
                self.findings.append(tag.finding(kind, **values))

        names = ChainMap(*(frame.names for frame in reversed(self.frames)))
        used = self.used.setdefault(tag, set())
        holds: Facts = {}
        for frame in self.frames[: -1 if choosing and tag in self.middles else None]:
            holds = both(holds, frame.facts)
        if choosing and tag in self.middles:
            holds = both(holds, _failed(self.frames[-1].tests))
        return Scope(names, self.ended, self.perhaps, self.filters, report, lambda node: used.add(node.path), holds)

    def enter(self, block: Block | None, names: dict[str, Node], known: Facts, listed: str = "") -> None:
        """Begin a block that binds ``names``, a loop over what is ``listed``."""
        self.frames.append(_Frame(block, names, known, listed=listed))

    def loop_over(self, listed: str) -> str:
        """The tag of the loop round this place that is over the same list, whose name no loop within it has taken."""
        root = re.split(r"\W", listed)[0]
        for frame in reversed(self.frames):
            if frame.listed == listed and frame.block is not None and frame.block.closer is not None:
                return frame.block.opener.raw
            if root in frame.names:
                return ""
        return ""

    def know(self, more: Facts) -> None:
        """What holds in the innermost frame too."""
        self.frames[-1].facts = both(self.frames[-1].facts, more)

    def bind(self, name: str, node: Node) -> None:
        """Set a name where the walk is."""
        self.frames[-1].names[name] = node

    def lost(self, name: str) -> str:
        """The tag of the loop at whose turn's end a name that was set before it is what it was; empty where none."""
        inner = next((n for n in range(len(self.frames) - 1, 0, -1) if self._is_loop(n)), 0)
        block = self.frames[inner].block
        within = any(name in frame.names for frame in self.frames[inner:])
        before = any(name in frame.names for frame in self.frames[1:inner]) or name in self.own
        return block.opener.raw if block is not None and before and not within else ""

    @property
    def own(self) -> set[str]:
        """The names that the template has set itself outside all blocks."""
        return {name for name, node in self.frames[0].names.items() if not node.path or node.path != name}

    def _is_loop(self, number: int) -> bool:
        block = self.frames[number].block
        return block is not None and block.word == "for"

    def branch(self, tag: Tag, block: Block | None, test: nodes.Node | None) -> None:
        """Go on in the branch of an ``if`` (its ``block``) or ``elif``."""
        if block is not None:
            self.frames.append(_Frame(block, {}, facts(test) if test is not None else {}, [test]))
        elif self._is_inside(tag):
            frame = self.frames[-1]
            known = both(_failed(frame.tests), facts(test) if test is not None else {})
            self._next_branch(frame, known)
            frame.tests.append(test)

    def otherwise(self, tag: Tag) -> None:
        """Go on after an ``else``: of a loop its names are not there, of a condition no test was met."""
        if not self._is_inside(tag):
            return
        frame = self.frames[-1]
        if frame.is_choice:
            self._next_branch(frame, _failed(frame.tests))
            frame.is_otherwise = True
        else:
            assert frame.block is not None
            self.ended.update(dict.fromkeys(frame.names, frame.block.opener.raw))
            frame.names, frame.facts = {}, {}

    def _is_inside(self, tag: Tag) -> bool:
        return tag in self.middles and self.middles[tag] is self.frames[-1].block

    @staticmethod
    def _next_branch(frame: _Frame, known: Facts) -> None:
        frame.branches.append(frame.names)
        frame.names, frame.facts = {}, known

    def close(self, block: Block) -> None:
        """End a block: a name that every branch of a condition has set stays, others may not be there."""
        for frame in [frame for frame in self.frames if frame.block is block]:
            self.frames.remove(frame)
            if frame.is_choice:
                self._keep(frame, block)
            else:
                self.ended.update(dict.fromkeys(frame.names, block.opener.raw))

    def _keep(self, frame: _Frame, block: Block) -> None:
        branches = [*frame.branches, frame.names]
        for name, node in {name: node for names in branches for name, node in names.items()}.items():
            everywhere = frame.is_otherwise and all(name in names for names in branches)
            if everywhere or any(name in outer.names for outer in self.frames):
                self.bind(name, node)
            else:
                self.perhaps[name] = block.opener.raw


def _failed(tests: list[nodes.Node | None]) -> dict[str, int]:
    """What holds where none of ``tests`` was met."""
    found: dict[str, int] = {}
    for test in tests:
        found = both(found, facts(test, False)) if test is not None else found
    return found
