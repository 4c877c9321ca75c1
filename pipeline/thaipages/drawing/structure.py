"""The tree in which a PDF is read aloud: its nodes, and which marks of which page belong to each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from thaipages.drawing.marks import Node
from thaipages.drawing.objects import Objects, numbers, text_string

_OWNERS = {"ListNumbering": "List", "ColSpan": "Table", "RowSpan": "Table", "Scope": "Table", "Summary": "Table"}
"""The kind of node that has an attribute."""
_EMPTY_TOO = frozenset({"Document", "TR", "TH", "TD"})
"""Nodes that mean something with nothing in them."""
_NEVER = 1 << 60

Box = tuple[float, float, float, float]
"""Left, bottom, right and top."""


class _Share(NamedTuple):
    """A part of a node: its place in the order of all marks, the object of its page, and how it is named there: marks
    by their number on the page, an annotation as an entry."""

    order: int
    page: int
    entry: int | str


class Structure:
    """Collects what belongs to each node of a tree while pages are drawn, then writes the tree."""

    def __init__(self, objects: Objects, tree: Node) -> None:
        self._objects, self._tree = objects, tree
        self._count = 0
        self._shares: defaultdict[Node, list[_Share]] = defaultdict(list)
        self._numbers: dict[Node, int] = {}
        self._parents: list[Node | list[Node]] = []
        """What each key of the tree of parents leads to: a node, or the nodes of a page's marks."""
        self._boxes: dict[Node, tuple[int, Box]] = {}
        self._kept: set[Node] = set()
        self.figures: dict[Node, Node] = {}
        """The figure to which a node belongs, if to any."""
        for figure in _figures(tree):
            self.figures.update(dict.fromkeys(_all_in(figure), figure))

    def open_page(self) -> tuple[int, list[Node]]:
        """The key of a new page, and the list of the nodes of its marks."""
        nodes: list[Node] = []
        self._parents.append(nodes)
        return len(self._parents) - 1, nodes

    def mark(self, node: Node, page: int, number: int) -> None:
        """The marks of this number on a page belong to ``node``."""
        self._share(node, page, number)

    def annotation(self, node: Node, page: int) -> tuple[int, int]:
        """A new annotation belongs to ``node``: its number, and the key by which it leads there."""
        number = self._objects.reserve()
        self._share(node, page, f"<</Type/OBJR/Pg {page} 0 R/Obj {number} 0 R>>")
        self._parents.append(node)
        return number, len(self._parents) - 1

    def cover(self, node: Node, page: int, box: Box) -> None:
        """A mark of ``node``, which is in a figure, covers ``box``."""
        figure = self.figures[node]
        first, old = self._boxes.get(figure, (page, box))
        if first == page:
            joined = (min(old[0], box[0]), min(old[1], box[1]), max(old[2], box[2]), max(old[3], box[3]))
            self._boxes[figure] = page, joined

    def write(self) -> int:
        """The number of the root of the tree. Raises ``ValueError`` if marks belong to no node of it."""
        root = self._objects.reserve()
        self._keep(self._tree)
        self._write(self._tree, root)
        if self._shares:
            raise ValueError("marks of a node that is not in the tree")
        leads = (
            f"{key} {self._reference(one) if isinstance(one, Node) else f'[{self._references(one)}]'}"
            for key, one in enumerate(self._parents)
        )
        parents = self._objects.add(f"<</Nums[{' '.join(leads)}]>>")
        self._objects.put(
            root,
            f"<</Type/StructTreeRoot/K {self._reference(self._tree)}/ParentTree {parents} 0 R"
            f"/ParentTreeNextKey {len(self._parents)}>>",
        )
        return root

    def _share(self, node: Node, page: int, entry: int | str) -> None:
        self._count += 1
        self._shares[node].append(_Share(self._count, page, entry))

    def _number(self, node: Node) -> int:
        if node not in self._numbers:
            self._numbers[node] = self._objects.reserve()
        return self._numbers[node]

    def _reference(self, node: Node) -> str:
        return f"{self._number(node)} 0 R"

    def _references(self, nodes: list[Node]) -> str:
        return " ".join(map(self._reference, nodes))

    def _keep(self, node: Node) -> bool:
        """Whether a node has something to say; notes those that have."""
        parts = [self._keep(child) for child in node.children]
        if any(parts) or node in self._shares or node.kind in _EMPTY_TOO:
            self._kept.add(node)
            return True
        return False

    def _write(self, node: Node, parent: int) -> int:
        """Writes a node and all in it; the place of its first mark in the order of all."""
        own, number = self._shares.pop(node, []), self._number(node)
        page = own[0].page if own else None
        first = own[0].order if own else _NEVER
        entries: list[str] = []
        at = 0
        for child in node.children:
            if child not in self._kept:
                continue
            begins = self._write(child, number)
            while at < len(own) and own[at].order < begins < _NEVER:
                entries.append(_entry(own[at], page))
                at += 1
            entries.append(self._reference(child))
            first = min(first, begins)
        entries += (_entry(share, page) for share in own[at:])
        where = "" if page is None else f"/Pg {page} 0 R"
        kids = entries[0] if len(entries) == 1 else f"[{' '.join(entries)}]"
        self._objects.put(number, f"<</S/{node.kind}/P {parent} 0 R{where}/K {kids}{self._described(node)}>>")
        return first

    def _described(self, node: Node) -> str:
        if not (node.alternative or node.attributes or node in self._boxes):
            return ""
        alternative = f"/Alt{text_string(node.alternative)}" if node.alternative else ""
        lists = [
            f"<</O/{owner}{''.join(f'/{key}{_value(node.attributes[key])}' for key in keys)}>>"
            for owner, keys in groupby(node.attributes, key=lambda key: _OWNERS.get(key, "Layout"))
        ]
        if node in self._boxes:
            lists.append(f"<</O/Layout/BBox[{numbers(self._boxes[node][1])}]>>")
        return f"{alternative}/A[{''.join(lists)}]" if lists else alternative


def _entry(share: _Share, page: int | None) -> str:
    if isinstance(share.entry, str):
        return share.entry
    return str(share.entry) if share.page == page else f"<</Type/MCR/Pg {share.page} 0 R/MCID {share.entry}>>"


def _value(value: str | int) -> str:
    return f" {value}" if isinstance(value, int) else f"/{value}"


def _figures(node: Node) -> Iterator[Node]:
    if node.kind == "Figure":
        yield node
        return
    for child in node.children:
        yield from _figures(child)


def _all_in(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from _all_in(child)
