"""What holds where a condition was met: how many elements a list has at least, so that one of them may be named."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from jinja2 import nodes

from wordfill.lint.written import written

Facts = Mapping[str, int]
"""The least length of lists and texts, by how a template writes them; 1 for keys that are there, and for
``loop.previtem`` and the like where the turn has one."""

_TURNED = {"lt": "gt", "gt": "lt", "lteq": "gteq", "gteq": "lteq", "eq": "eq", "ne": "ne"}
_NEGATED = {"lt": "gteq", "gteq": "lt", "gt": "lteq", "lteq": "gt", "eq": "ne", "ne": "eq"}
_LEAST: Mapping[str, Callable[[int], int]] = {
    "gt": lambda n: n + 1,
    "gteq": int,
    "eq": int,
    "ne": lambda n: int(n == 0),
}
_AT_ENDS = {"loop.first": "loop.previtem", "loop.last": "loop.nextitem"}


def facts(test: nodes.Node, met: bool = True) -> dict[str, int]:
    """What holds where ``test`` was met, or was not."""
    if isinstance(test, nodes.Not):
        return facts(test.node, not met)
    if isinstance(test, nodes.And | nodes.Or):
        left, right = facts(test.left, met), facts(test.right, met)
        return both(left, right) if isinstance(test, nodes.And) is met else _either(left, right)
    if isinstance(test, nodes.Compare) and len(test.ops) == 1:
        return _compared(test.expr, test.ops[0].op, test.ops[0].expr, met)
    if isinstance(test, nodes.Test):
        return _asked(test) if test.name == "defined" and met else {}
    if isinstance(test, nodes.Filter) and test.name == "length" and test.node is not None:
        return {written(test.node): 1} if met else {}
    name = written(test)
    if name in _AT_ENDS:
        return {} if met else {_AT_ENDS[name]: 1}
    return {name: 1} if met else {}


def both(one: Facts, other: Facts) -> dict[str, int]:
    """What holds where each of two holds."""
    return {name: max(one.get(name, 0), other.get(name, 0)) for name in (*one, *other)}


def _either(one: Facts, other: Facts) -> dict[str, int]:
    return {name: min(least, other[name]) for name, least in one.items() if name in other}


def _compared(left: nodes.Node, sign: str, right: nodes.Node, met: bool) -> dict[str, int]:
    if sign in ("in", "notin"):
        asked = isinstance(left, nodes.Const) and isinstance(left.value, str) and met is (sign == "in")
        return {written(nodes.Getitem(right, left, "load")): 1} if asked else {}
    if isinstance(left, nodes.Const):
        left, right, sign = right, left, _TURNED[sign]
    if not isinstance(right, nodes.Const) or type(right.value) is not int:
        return {}
    count = _LEAST.get(sign if met else _NEGATED[sign])
    least = count(right.value) if count is not None else 0
    if isinstance(left, nodes.Filter) and left.name == "length" and left.node is not None:
        return {written(left.node): least}
    if written(left) == "loop.index" and least > 1:
        return {"loop.previtem": 1}
    return {}


def _asked(test: nodes.Test) -> dict[str, int]:
    """What ``x[2] is defined`` and ``loop.previtem is defined`` say."""
    asked = test.node
    index = index_of(asked.arg) if isinstance(asked, nodes.Getitem) else None
    if isinstance(asked, nodes.Getitem) and index is not None:
        return {written(asked.node): needed(index)}
    return {written(asked): 1}


def index_of(arg: nodes.Node) -> int | None:
    """The index that is written in a tag; ``None`` where it is worked out."""
    sign = -1 if isinstance(arg, nodes.Neg) else 1
    arg = arg.node if isinstance(arg, nodes.Neg) else arg
    return sign * arg.value if isinstance(arg, nodes.Const) and type(arg.value) is int else None


def needed(index: int) -> int:
    """How many elements a list must have for this index."""
    return index + 1 if index >= 0 else -index
