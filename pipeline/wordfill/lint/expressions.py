"""What a tag's expression is: each name resolved, each filter known, each value used for what it is."""

from __future__ import annotations

from jinja2 import TemplateSyntaxError, nodes

from wordfill import named
from wordfill.bounds import MOST_LEVELS, TooDeepError, nested_too_deep
from wordfill.lint import expression_kinds as kinds
from wordfill.lint import filters, operations
from wordfill.lint.facts import facts, index_of, needed
from wordfill.lint.names import (
    ANYTHING,
    COUNT,
    COUNTED,
    FLAG,
    NOTHING,
    PICTURE,
    TEXT,
    TEXTS,
    WORD,
    YES_OR_NO,
    Node,
    list_of,
    nearest,
)
from wordfill.lint.operations import kind_of
from wordfill.lint.scope import Scope
from wordfill.lint.written import written
from wordfill.sandbox import environment

_NAMED = 20
"""The most keys that a message names."""


def parse(source: str) -> nodes.Template | None:
    """The syntax tree of one tag's source; ``None`` where it cannot be read. Raises ``TooDeepError``."""
    try:
        tree = environment().parse(source)
    except (TemplateSyntaxError, ValueError):  # Python reads no number of thousands of digits
        return None
    except (RecursionError, MemoryError) as fault:
        raise TooDeepError("nested too deep", 0) from fault
    if len(source) > MOST_LEVELS and nested_too_deep(tree) is not None:
        raise TooDeepError("nested too deep", 0)
    return tree


def check_printed(expression: nodes.Node, scope: Scope, *, asked: bool = False) -> None:
    """Report what is wrong with an expression that is to be printed; one that is ``asked`` gives way to another where
    it is not met."""
    if isinstance(expression, nodes.CondExpr):
        check_test(expression.test, scope)
        check_printed(expression.expr1, scope.where(facts(expression.test)))
        if expression.expr2 is not None:
            check_printed(expression.expr2, scope.where(facts(expression.test, False)))
        else:
            scope.report(kinds.CHOICE, {})
    elif isinstance(expression, nodes.Concat):
        for part in expression.nodes:
            check_printed(part, scope)
    elif isinstance(expression, nodes.Or | nodes.And):
        is_or = isinstance(expression, nodes.Or)
        _check_constant(expression.left, scope)
        if asked and not is_or:
            resolve(expression.left, scope)
        else:
            check_printed(expression.left, scope, asked=is_or)
        check_printed(expression.right, scope.where(facts(expression.left, not is_or)), asked=asked)
    elif isinstance(expression, nodes.Tuple | nodes.List | nodes.Dict):
        resolve(expression, scope)
        scope.report(kinds.SYNTAX, {"advice": "ใช้จุดคั่นระหว่างชื่อ ไม่ใช่จุลภาค และพิมพ์ทีละชื่อ"})
    else:
        _check_text(expression, resolve(expression, scope), scope)
        if isinstance(expression, nodes.Const) and _is_name(expression.value, scope):
            scope.report(kinds.QUOTED_NAME, {"name": expression.value})


def check_test(test: nodes.Node, scope: Scope) -> None:
    """Report what is wrong with the test of a condition."""
    waiting = [test]
    while waiting:
        one = waiting.pop()
        _check_constant(one, scope)
        waiting += [*one.iter_child_nodes()] if isinstance(one, nodes.And | nodes.Or | nodes.Not) else []
    resolve(test, scope)


def _check_constant(asked: nodes.Node, scope: Scope) -> None:
    """Report what is asked for and the same whatever the data: all but true and false, which switch parts off."""
    if isinstance(asked, nodes.Const) and not isinstance(asked.value, bool):
        scope.report(kinds.ALWAYS, {"name": f" {written(asked)} "})
    elif isinstance(asked, nodes.List | nodes.Tuple | nodes.Dict):
        scope.report(kinds.ALWAYS, {"name": "รายการที่พิมพ์ไว้"})


def _is_name(text: object, scope: Scope) -> bool:
    """True for the name of a value that stands in quotation marks."""
    first, *rest = text.split(".") if isinstance(text, str) else [""]
    node = scope.names.get(first)
    for part in rest:
        node = node.fields.get(part) if node is not None else None
    return node is not None and node is not ANYTHING


def _check_text(expression: nodes.Node, node: Node, scope: Scope) -> None:
    name, kind = written(expression), kind_of(node)
    if kind == "list":
        scope.report(kinds.LIST_AS_TEXT, {"name": name})
    elif kind == "group":
        scope.report(kinds.GROUP_AS_TEXT, {"name": name, "meant": name + node.first_part})
    elif kind == PICTURE:
        scope.report(kinds.PICTURE_AS_TEXT, {"name": name})
    elif kind == FLAG:
        scope.report(kinds.FLAG_AS_TEXT, {"name": name})
    elif node is NOTHING:
        scope.report(kinds.CONSTANT, {"name": name})


def resolve(expression: nodes.Node, scope: Scope, tested: bool = False) -> Node:
    """The node that ``expression`` comes to; ``ANYTHING`` where nothing is known or a mistake was reported.

    ``tested`` is true below ``is defined``, where an unknown name stops nothing.
    """
    if isinstance(expression, nodes.Name | nodes.Getattr | nodes.Getitem):
        return _resolve_name(expression, scope, tested)
    if isinstance(expression, nodes.Const):
        return _constant(expression.value)
    if isinstance(expression, nodes.Filter):
        node = resolve(expression.node, scope, expression.name == "default") if expression.node is not None else WORD
        return filters.filtered(expression, node, _arguments(expression, scope), scope)
    if isinstance(expression, nodes.Test):
        node = resolve(expression.node, scope, expression.name in ("defined", "undefined"))
        _arguments(expression, scope)
        return filters.tested(expression, node, scope)
    if isinstance(expression, nodes.Call):
        known = filters.is_loop_call(expression.node) and "loop" in scope.names
        return filters.called(expression, scope.names, _arguments(expression, scope) if known else (), scope)
    return _resolve_signs(expression, scope)


def _arguments(expression: nodes.Filter | nodes.Test | nodes.Call, scope: Scope) -> list[Node]:
    for keyword in expression.kwargs:
        resolve(keyword.value, scope)
    return [resolve(argument, scope) for argument in expression.args]


def _resolve_signs(expression: nodes.Node, scope: Scope) -> Node:
    """What a choice, a comparison, a sum or a list comes to."""
    if isinstance(expression, nodes.CondExpr):
        check_test(expression.test, scope)
        if expression.expr2 is None:
            scope.report(kinds.CHOICE, {})
            return ANYTHING
        one = resolve(expression.expr1, scope.where(facts(expression.test)))
        return _either(one, resolve(expression.expr2, scope.where(facts(expression.test, False))))
    if isinstance(expression, nodes.And | nodes.Or):
        _check_constant(expression.left, scope)
        left = resolve(expression.left, scope)
        met = isinstance(expression, nodes.And)
        return _either(left, resolve(expression.right, scope.where(facts(expression.left, met))))
    if isinstance(expression, nodes.Concat):
        for part in expression.nodes:
            check_printed(part, scope)
        return WORD
    parts = [resolve(part, scope) for part in expression.iter_child_nodes() if isinstance(part, nodes.Expr)]
    if isinstance(expression, nodes.Compare):
        rights = [resolve(operand.expr, scope) for operand in expression.ops]
        operations.compared(expression, parts[0], rights, scope)
        return YES_OR_NO
    if isinstance(expression, nodes.Not):
        return YES_OR_NO
    if sign := operations.REFUSED.get(type(expression)):  # type: ignore[arg-type]
        scope.report(kinds.OPERATOR, {"name": sign})
        return ANYTHING
    if isinstance(expression, nodes.Add | nodes.Sub | nodes.Neg | nodes.Pos):
        return operations.calculated(expression, parts, scope)
    if isinstance(expression, nodes.List | nodes.Tuple):
        alike = parts and all(kind_of(part) == kind_of(parts[0]) for part in parts)
        return list_of(parts[0] if alike else ANYTHING)
    for pair in expression.find_all(nodes.Pair):
        resolve(pair.value, scope)
    return ANYTHING


def _either(one: Node, other: Node) -> Node:
    if one is other:
        return one
    kind = kind_of(one)
    return {TEXT: WORD, COUNTED: COUNT, FLAG: YES_OR_NO}.get(kind, ANYTHING) if kind == kind_of(other) else ANYTHING


def _constant(value: object) -> Node:
    if isinstance(value, bool):
        return YES_OR_NO
    return WORD if isinstance(value, str) else COUNT if isinstance(value, int) else NOTHING


def _resolve_name(expression: nodes.Node, scope: Scope, tested: bool) -> Node:
    steps: list[nodes.Getattr | nodes.Getitem] = []
    root = expression
    while isinstance(root, nodes.Getattr | nodes.Getitem):
        steps.append(root)
        root = root.node
    if isinstance(root, nodes.Name):
        known = scope.names.get(root.name)
        if known is None:
            _report_unknown(root.name, written(expression), scope, tested)
            return ANYTHING
        node = known
    else:
        node = resolve(root, scope)
    for step in reversed(steps):
        scope.use(node)
        following = _step(node, step, scope, tested)
        if following is None:
            if node.is_keyed:
                _report_key(node, step, scope, tested)
            elif node.element is not None and (part := _part(step)):
                scope.report(kinds.NEEDS_LOOP, {"name": written(step.node), "part": part})
            elif isinstance(root, nodes.Name):
                _report_unknown("", written(expression), scope, tested)
            else:
                _report_part(node, step, scope)
            return ANYTHING
        node = following
    scope.use(node)
    return node


def _report_part(node: Node, step: nodes.Getattr | nodes.Getitem, scope: Scope) -> None:
    """A part that the result of a filter does not have."""
    near = nearest(_part(step), node.fields) if node.fields else ""
    scope.report_unknown(f".{_part(step)}", near and f".{near}")


def _part(step: nodes.Getattr | nodes.Getitem) -> str:
    """The name that a step asks for; empty where it is an index."""
    if isinstance(step, nodes.Getattr):
        return step.attr
    return step.arg.value if isinstance(step.arg, nodes.Const) and isinstance(step.arg.value, str) else ""


def _step(node: Node, step: nodes.Getattr | nodes.Getitem, scope: Scope, tested: bool) -> Node | None:
    """The node one step on; ``None`` where there is no such name."""
    if node is ANYTHING:
        return ANYTHING
    if node.is_keyed:
        return _under(node, step, scope)
    if part := _part(step):
        if written(step) in ("loop.previtem", "loop.nextitem") and part in node.fields and not tested:
            _check_neighbour(part, scope)
        return node.fields.get(part)
    assert isinstance(step, nodes.Getitem)
    if node.element is None and node.kind not in TEXTS:
        return None
    if isinstance(step.arg, nodes.Slice):
        return _sliced(step.arg, node, written(step), scope)
    name, on = written(step), written(step.node)
    if kind_of(resolve(step.arg, scope)) not in (COUNTED, "anything"):
        scope.report(kinds.INDEX_KIND, {"name": name})
    elif not tested:
        index = index_of(step.arg)
        count = needed(index) if index is not None else scope.facts.get(on, 0) + 1
        if not (isinstance(step.node, nodes.List | nodes.Tuple) and count <= len(step.node.items)):
            filters.missing(name, on, count, node, scope)
    return node.element if node.element is not None else WORD


def _under(node: Node, step: nodes.Getattr | nodes.Getitem, scope: Scope) -> Node | None:
    """The node under a key; ``None`` where there is none, and it was not asked for, or none is named."""
    if isinstance(step, nodes.Getattr):
        return None
    if key := _part(step):
        return node.under(key) or (ANYTHING if written(step) in scope.facts else None)
    resolve(step.arg, scope)
    return node.any_key or ANYTHING


def _report_key(node: Node, step: nodes.Getattr | nodes.Getitem, scope: Scope, tested: bool) -> None:
    """Report a key that is not there, or one that is written as if it were a name."""
    name, wanted = written(step.node), _part(step)
    if isinstance(step, nodes.Getattr):
        scope.report(kinds.KEY_AS_NAME, {"name": f"{name}.{wanted}", "meant": name + named.key(wanted)})
        return
    near = named.nearest(wanted, node.keys)
    said = f"หมายถึง {name}{named.key(near)} หรือไม่ " if near else ""
    names = ", ".join(f"“{one}”" for one in list(node.keys)[:_NAMED]) or "ไม่มีเลย"
    kind = kinds.KEY_UNKNOWN_ASKED if tested else kinds.KEY_UNKNOWN
    scope.report(kind, {"on": name, "key": wanted, "names": names, "meant": said})


def _check_neighbour(part: str, scope: Scope) -> None:
    """``loop.previtem`` of the first turn and ``loop.nextitem`` of the last are not there."""
    if f"loop.{part}" not in scope.facts:
        turn, guard = ("รอบแรก", "first") if part == "previtem" else ("รอบสุดท้าย", "last")
        values = {"name": f"loop.{part}", "turn": turn, "meant": f"{{% if not loop.{guard} %}}"}
        scope.report(kinds.NEIGHBOUR, values)


def _sliced(cut: nodes.Slice, node: Node, name: str, scope: Scope) -> Node:
    ends = [end for end in (cut.start, cut.stop, cut.step) if end is not None]
    zero = isinstance(cut.step, nodes.Const) and cut.step.value == 0
    if zero or any(kind_of(resolve(end, scope)) not in (COUNTED, "anything") for end in ends):
        scope.report(kinds.INDEX_KIND, {"name": name})
    return node if node.element is not None else WORD


def _report_unknown(root: str, name: str, scope: Scope, tested: bool) -> None:
    if root in scope.perhaps:
        scope.report(kinds.PERHAPS_UNSET, {"name": root, "other": scope.perhaps[root]})
        return
    if root in scope.ended and root != "loop":
        scope.report(kinds.OUTSIDE_LOOP, {"name": root, "other": scope.ended[root]})
        return
    if root == "loop":
        scope.report(kinds.LOOP_OUTSIDE, {"name": name})
        return
    scope.report_unknown(name, nearest(name, scope.names), kinds.UNKNOWN_ASKED if tested else kinds.UNKNOWN)
