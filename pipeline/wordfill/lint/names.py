"""The names that a template may use, as a tree, and the known name that a wrong one most likely means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from rapidfuzz import process
from rapidfuzz.distance import OSA

from wordfill import named
from wordfill.lint.characters import wrong_keyboard
from wordfill.named import ANY, ELEMENT, KEYED

TEXT, PICTURE, FLAG = "text", "picture", "flag"
NUMBER, DATE = "number", "date"
"""Kinds of values: text to print, a picture for ``fit``, and yes or no for ``if``; texts that are a number or a date
become one in a cell of a workbook."""
TEXTS = (TEXT, NUMBER, DATE)
COUNTED = "count"
"""What tags count with: the turns of a loop, the length of a list, a number that is written in a tag."""


@dataclass(slots=True, eq=False)
class Node:
    """A name: of a value (``kind`` says which), of a group of names (``fields``), of a list (``element``), or of what
    has values under keys: those that are known (``keys``) or any (``any_key``).

    ``path`` is its full dotted name, with ``[]`` after lists: ``committees[].seats[].role``.
    """

    path: str
    kind: str = ""
    fields: dict[str, Node] = field(default_factory=dict)
    element: Node | None = None
    keys: dict[str, Node] = field(default_factory=dict)
    any_key: Node | None = None

    def field_named(self, name: str) -> Node:
        """The field of that name, made where there is none."""
        if name not in self.fields:
            self.fields[name] = Node(f"{self.path}.{name}" if self.path else name)
        return self.fields[name]

    def each(self) -> Node:
        """The node of one element, made where there is none."""
        if self.element is None:
            self.element = Node(f"{self.path}[]")
        return self.element

    @property
    def is_keyed(self) -> bool:
        """True where its values stand under keys."""
        return self.kind == KEYED or self.any_key is not None or bool(self.keys)

    @property
    def first_part(self) -> str:
        """The first of what stands below a group, as a template writes it behind its name."""
        if self.is_keyed:
            return named.key(next(iter(self.keys), "…"))
        return f".{next(iter(self.fields))}"

    def under(self, name: str) -> Node | None:
        """The node of the key ``name``; ``None`` where it has no such key."""
        known = named.found(name, self.keys)
        if known is not None:
            return self.keys[known]
        if self.any_key is None:
            return None
        return self.keys.setdefault(name, self.any_key.at(self.path + named.key(name)))

    def at(self, path: str) -> Node:
        """A node like this one, and all below it, at another path."""

        def moved(node: Node) -> Node:
            return node.at(path + node.path.removeprefix(self.path))

        return Node(
            path,
            self.kind,
            {name: moved(node) for name, node in self.fields.items()},
            moved(self.element) if self.element else None,
            {name: moved(node) for name, node in self.keys.items()},
            moved(self.any_key) if self.any_key else None,
        )

    def step(self, step: str) -> Node:
        """The node one step on (see ``named.steps``), made where there is none."""
        if step == ELEMENT:
            return self.each()
        if step == ANY:
            self.any_key = self.any_key or Node(self.path + ANY)
            return self.any_key
        name = named.key_of(step)
        return self.field_named(step) if name is None else self.keys.setdefault(name, Node(self.path + step))

    def walk(self) -> Iterator[Node]:
        """This node and all below it."""
        yield self
        below = (self.element, *self.fields.values(), *self.keys.values(), self.any_key)
        for node in filter(None, below):
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
    """The tree of the ``known`` names, each with the kind of its value; lists, groups and keys follow from the
    names."""
    root = Node("")
    for path, kind in known.items():
        node = root
        for step in named.steps(path):
            node = node.step(step)
        node.kind = kind
    return root


def nearest(wrong: str, scope: Mapping[str, Node]) -> str:
    """The name as a template would write it that ``wrong`` most likely means; empty where none is near.

    ``scope`` holds the names that may begin there: those of the whole template and the variables of its loops.
    """
    name = wrong_keyboard(wrong)
    candidates = dict(_written(scope))
    folded = {path.lower(): path for path in candidates}
    if name.lower() in folded:
        return name if name in candidates else folded[name.lower()]
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
