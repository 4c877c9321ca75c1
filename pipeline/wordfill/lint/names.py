"""The names that a template may use, as a tree, and the known name that a wrong one most likely means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from rapidfuzz import process
from rapidfuzz.distance import OSA

from wordfill.lint.characters import wrong_keyboard

TEXT, PICTURE, FLAG = "text", "picture", "flag"
NUMBER, DATE = "number", "date"
"""Kinds of values: text to print, a picture for ``fit``, and yes or no for ``if``; texts that are a number or a date
become one in a cell of a workbook."""
TEXTS = (TEXT, NUMBER, DATE)
COUNTED = "count"
"""What tags count with: the turns of a loop, the length of a list, a number that is written in a tag."""


@dataclass(slots=True, eq=False)
class Node:
    """A name: of a value (``kind`` says which), of a group of names (``fields``), or of a list (``element``).

    ``path`` is its full dotted name, with ``[]`` after lists: ``committees[].seats[].role``.
    """

    path: str
    kind: str = ""
    fields: dict[str, Node] = field(default_factory=dict)
    element: Node | None = None

    def field_named(self, name: str) -> Node:
        """The field of that name, made where there is none."""
        path = f"{self.path}.{name}" if self.path else name
        return self.fields.setdefault(name, Node(path))

    def each(self) -> Node:
        """The node of one element, made where there is none."""
        if self.element is None:
            self.element = Node(f"{self.path}[]")
        return self.element

    def walk(self) -> Iterator[Node]:
        """This node and all below it."""
        yield self
        if self.element is not None:
            yield from self.element.walk()
        for node in self.fields.values():
            yield from node.walk()


ANYTHING = Node("", "anything")
"""Stands for a value about which nothing is known; every use of it is right."""
WORD = Node("", TEXT)
"""A text without a name: a word in quotation marks, the result of a filter."""
COUNT = Node("", COUNTED)
"""A number without a name: one that is written in a tag, the length of a list."""
YES_OR_NO = Node("", FLAG)
"""The answer to a comparison."""
NOTHING = Node("", "nothing")
"""What no document can print: ``none``, a number with a decimal point."""

LOOP = Node("loop")
for _name in ("index", "index0", "revindex", "revindex0", "length", "depth", "depth0"):
    LOOP.fields[_name] = Node(f"loop.{_name}", COUNTED)
for _name in ("first", "last"):
    LOOP.fields[_name] = Node(f"loop.{_name}", FLAG)
for _name in ("previtem", "nextitem", "cycle", "changed"):
    LOOP.fields[_name] = ANYTHING


def loop_over(element: Node) -> Node:
    """The ``loop`` of a loop whose turns have this ``element``."""
    return Node("loop", fields={**LOOP.fields, "previtem": element, "nextitem": element})


def list_of(element: Node) -> Node:
    """A list without a name."""
    return Node("", element=element)


def tree(known: Mapping[str, str]) -> Node:
    """The tree of the ``known`` names, each with the kind of its value; lists and groups follow from the names."""
    root = Node("")
    for path, kind in known.items():
        node = root
        for part in path.split("."):
            depth = part.count("[]")
            node = node.field_named(part.replace("[]", ""))
            for _ in range(depth):
                node = node.each()
        node.kind = kind
    return root


def nearest(wrong: str, scope: Mapping[str, Node]) -> str:
    """The name as a template would write it that ``wrong`` most likely means; empty where none is near.

    ``scope`` holds the names that may begin there: those of the whole template and the variables of its loops.
    """
    name = wrong_keyboard(wrong)
    candidates = dict(_written(scope))
    if name in candidates:
        return name
    last = [path for path in candidates if path.rpartition(".")[2] == name]
    if last:
        return min(last, key=lambda path: path.count("."))
    best = process.extractOne(name, list(candidates), scorer=OSA.normalized_similarity, score_cutoff=0.6)
    return best[0] if best else ""


def _written(scope: Mapping[str, Node]) -> Iterator[tuple[str, Node]]:
    """Every name that can be written from ``scope``, without going into lists."""
    for name, node in scope.items():
        yield name, node
        for key, inner in node.fields.items():
            for path, found in _written({key: inner}):
                yield f"{name}.{path}", found
