"""Filters, tests and calls of a tag: known, given what they need, and used on what they are for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jinja2 import nodes

from wordfill.lint import expression_kinds as kinds
from wordfill.lint.names import ANYTHING, COUNT, COUNTED, FLAG, PICTURE, TEXT, WORD, YES_OR_NO, Node, nearest
from wordfill.lint.operations import kind_of
from wordfill.lint.scope import Scope
from wordfill.lint.written import written
from wordfill.sandbox import environment

_USAGES = {
    "fit": "{on} | fit(กว้าง, สูง) เป็นเซนติเมตร เช่น {on} | fit(15, 8.5)",
    "join": '{on} | join(", ")',
    "trim": "{on} | trim",
}
_LONGEST_CM = 42
"""The long side of A3: whoever asks for more thinks of millimetres."""
_TAKES_ONE = ("divisibleby", "in", "sameas")
_COMPARES = {"eq": "==", "equalto": "==", "ne": "!=", "lt": "<", "lessthan": "<", "le": "<=", "gt": ">", "ge": ">="}
_COMPARES |= {"greaterthan": ">", **{sign: sign for sign in ("==", "!=", "<", "<=", ">", ">=")}}
_OF_NUMBERS = ("even", "odd", "divisibleby")
_INSTEAD = {
    "range": "วนรอบรายการของข้อมูลแทน เช่น {% for item in measures %} และใช้ loop.index เมื่อต้องการลำดับ",
    "namespace": "แม่แบบจำค่าข้ามรอบไม่ได้ ใช้ loop.first, loop.last หรือ loop.index แทน",
    "join": 'ใช้ตัวกรองแทน เช่น {{ measure.actions | join(", ") }}',
    "strip": "ใช้ตัวกรองแทน คือ | trim",
    "items": "วนรอบรายการของข้อมูล แล้วใช้ชื่อย่อยของแต่ละข้อ",
    "loop": "ซ้อนคำสั่ง for ตามชั้นของรายการแทน",
}
_INSTEAD |= {"keys": _INSTEAD["items"], "values": _INSTEAD["items"]}
_WITHOUT = "ใช้ชื่อข้อมูลโดยตรง ไม่ต้องมีวงเล็บ"


def filtered(expression: nodes.Filter, node: Node, arguments: Sequence[Node], scope: Scope) -> Node:
    """What a filter makes of ``node``; ``arguments`` are what stands in its parentheses."""
    name, on = expression.name, written(expression.node) if expression.node is not None else ""
    if name not in scope.filters:
        near = nearest(name, dict.fromkeys(scope.filters, WORD))
        meant = f" หมายถึง {near} หรือไม่" if near else ""
        scope.report(kinds.FILTER, {"name": name, "allowed": ", ".join(sorted(scope.filters)), "meant": meant})
        return ANYTHING
    if not _given(expression, arguments):
        usage = _USAGES.get(name, "{on} | " + name).format(on=on)
        scope.report(kinds.ARGUMENTS, {"name": f"ตัวกรอง {name}", "meant": usage})
        return ANYTHING
    if node is ANYTHING:
        return WORD if name in ("fit", "join", "trim", "e", "escape") else COUNT if name == "length" else ANYTHING
    if name == "fit":
        if node.kind != PICTURE:
            scope.report(kinds.TEXT_AS_PICTURE, {"name": on})
        return WORD
    if name == "join":
        return _joined(expression, on, node, scope)
    return _of_lists(name, on, node, scope)


def _given(expression: nodes.Filter, arguments: Sequence[Node]) -> bool:
    """True where a filter has the arguments that it needs."""
    if expression.dyn_args is not None or expression.dyn_kwargs is not None:
        return False
    named: dict[str, nodes.Expr | None] = dict(_named(expression))
    given = [kind_of(argument) for argument in arguments]
    if expression.name == "fit":
        sides = [*expression.args, *(named.pop(key, None) for key in ("width_cm", "height_cm")[len(given) :])]
        return not named and len(sides) == 2 and all(side is not None and _is_length(side) for side in sides)
    if expression.name == "join":
        texts = [*expression.args, *_named(expression).values()]
        return named.keys() <= {"d", "attribute"} and len(texts) <= 2 and all(map(_is_text, texts))
    if expression.name == "trim":
        return not named and len(given) <= 1 and all(map(_is_text, expression.args))
    if expression.name == "default":
        return named.keys() <= {"default_value", "boolean"} and len(given) + len(named) <= 2
    own = ("e", "escape", "first", "last", "length")
    return expression.name not in own or not (named or given)


def _named(expression: nodes.Filter) -> dict[str, nodes.Expr]:
    return {str(keyword.key): keyword.value for keyword in expression.kwargs}


def _is_length(side: nodes.Expr) -> bool:
    return isinstance(side, nodes.Const) and type(side.value) in (int, float) and 0 < side.value <= _LONGEST_CM


def _is_text(argument: nodes.Expr) -> bool:
    return not isinstance(argument, nodes.Const) or isinstance(argument.value, str)


def _joined(expression: nodes.Filter, on: str, node: Node, scope: Scope) -> Node:
    """A list as one text: its elements, or what ``attribute`` names of each, must be texts."""
    if node.element is None:
        scope.report(kinds.NOT_A_LIST, {"name": on, "meant": ""})
        return ANYTHING
    named = _named(expression)
    attribute = named.get("attribute", expression.args[1] if len(expression.args) > 1 else None)
    element: Node | None = node.element
    if isinstance(attribute, nodes.Const) and isinstance(attribute.value, str):
        for step in attribute.value.split("."):
            if element is not ANYTHING and element is not None:
                element = element.under(step) if element.is_keyed else element.fields.get(step)
        if element is None:
            scope.report_unknown(f"{on}[].{attribute.value}", nearest(attribute.value, node.element.fields))
            return ANYTHING
        scope.use(element)
    if element is not None and kind_of(element) == "group":
        first = next(iter(element.keys or element.fields), "…")
        scope.report(kinds.GROUP_AS_TEXT, {"name": on, "meant": f'{on} | join(", ", attribute="{first}")'})
    elif element is not None and kind_of(element) not in (TEXT, COUNTED, "anything"):
        scope.report(kinds.ARGUMENTS, {"name": "ตัวกรอง join", "meant": "join กับรายการของข้อความเท่านั้น"})
    return WORD


def _of_lists(name: str, on: str, node: Node, scope: Scope) -> Node:
    if name == "length":
        if node.kind in (PICTURE, FLAG, COUNTED):
            scope.report(kinds.NOT_A_LIST, {"name": on, "meant": ""})
        return COUNT
    if name in ("first", "last"):
        if node.element is None:
            scope.report(kinds.NOT_A_LIST, {"name": on, "meant": ""})
            return ANYTHING
        missing(f"{on} | {name}", on, 1, node, scope)
        return node.element
    return WORD if kind_of(node) in (TEXT, COUNTED) else node


def missing(name: str, listed: str, count: int, node: Node, scope: Scope) -> None:
    """Report that an element, which ``name`` writes, is not there where the list ``node`` has less than ``count``."""
    if scope.facts.get(listed, 0) < count:
        meant = f"{{% if {listed} %}}" if count == 1 else f"{{% if {listed} | length > {count - 1} %}}"
        unit = "ข้อ" if node.element is not None else "ตัวอักษร"
        few = "ไม่มีข้อมูล" if count == 1 else f"มีไม่ถึง {count} {unit}"
        scope.report(kinds.INDEX, {"name": name, "listed": listed, "few": few, "meant": meant})


def tested(expression: nodes.Test, node: Node, scope: Scope) -> Node:
    """What ``is`` asks of ``node``: known, with what it needs, and of what can be asked so."""
    name, known = expression.name, environment().tests
    if name not in known:
        near = nearest(name, dict.fromkeys((one for one in known if one.isalpha()), WORD))
        scope.report(kinds.TEST, {"name": name, "meant": f" หมายถึง is {near} หรือไม่" if near else ""})
        return YES_OR_NO
    wanted = int(name in _TAKES_ONE or name in _COMPARES)
    by = expression.args[0] if expression.args else None
    zero = name == "divisibleby" and isinstance(by, nodes.Const) and not (type(by.value) is int and by.value)
    if len(expression.args) != wanted or expression.kwargs or expression.dyn_args or expression.dyn_kwargs or zero:
        usage = f"is {name}(…)" if wanted else f"is {name}"
        scope.report(kinds.ARGUMENTS, {"name": f"is {name}", "meant": usage})
    elif name in _OF_NUMBERS and kind_of(node) not in (COUNTED, "anything"):
        meant = f"loop.index is {name}" + ("(2)" if wanted else "")
        scope.report(kinds.ARGUMENTS, {"name": f"is {name}", "meant": f"{meant} ซึ่งใช้กับตัวเลขเท่านั้น"})
    elif name in _COMPARES or name == "in":
        scope.report(kinds.TEST, {"name": name, "meant": f" ({_COMPARES.get(name, 'in')})"})
    return YES_OR_NO


def called(expression: nodes.Call, names: Mapping[str, Node], arguments: Sequence[Node], scope: Scope) -> Node:
    """What ``loop.cycle(…)`` and ``loop.changed(…)`` give; all other calls are reported."""
    callee = expression.node
    plain = not (expression.kwargs or expression.dyn_args or expression.dyn_kwargs)
    if is_loop_call(callee) and "loop" in names:
        assert isinstance(callee, nodes.Getattr)
        if not (plain and arguments):
            scope.report(kinds.ARGUMENTS, {"name": written(callee), "meant": 'loop.cycle("ก", "ข")'})
            return ANYTHING
        return YES_OR_NO if callee.attr == "changed" else arguments[0]
    name = callee.attr if isinstance(callee, nodes.Getattr) else written(callee)
    scope.report(kinds.CALL, {"name": f"{name}()", "meant": _INSTEAD.get(name, _WITHOUT)})
    return ANYTHING


def is_loop_call(callee: nodes.Node) -> bool:
    """True for ``loop.cycle`` and ``loop.changed``."""
    if not isinstance(callee, nodes.Getattr) or callee.attr not in ("cycle", "changed"):
        return False
    return isinstance(callee.node, nodes.Name) and callee.node.name == "loop"
