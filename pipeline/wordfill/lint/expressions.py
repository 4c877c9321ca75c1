"""What a tag's expression is: each name resolved, each filter known, each value used for what it is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from jinja2 import TemplateSyntaxError, nodes

from officefiles.problems import Kind
from wordfill.lint import expression_kinds as kinds
from wordfill.lint.names import ANYTHING, FLAG, PICTURE, TEXTS, WORD, YES_OR_NO, Node, nearest
from wordfill.sandbox import environment

_OPERATORS = {nodes.Mul: "*", nodes.Div: "/", nodes.FloorDiv: "//", nodes.Mod: "%", nodes.Pow: "**"}
_SAME_LIST = ("sort", "reverse", "unique", "list")


@dataclass(frozen=True, slots=True)
class Scope:
    """The names that can be used at a tag; the variables of loops that ended, each with its loop's tag; the filters
    allowed; and where mistakes and names used go."""

    names: Mapping[str, Node]
    ended: Mapping[str, str]
    filters: Collection[str]
    report: Callable[[Kind, dict[str, str]], None]
    use: Callable[[Node], None]


def parse(source: str) -> nodes.Template | None:
    """The syntax tree of one tag's source; ``None`` where it cannot be read."""
    try:
        return environment().parse(source)
    except TemplateSyntaxError:
        return None


def check_printed(expression: nodes.Node, scope: Scope) -> None:
    """Report what is wrong with an expression that is to be printed."""
    if isinstance(expression, nodes.CondExpr):
        resolve(expression.test, scope)
        check_printed(expression.expr1, scope)
        if expression.expr2 is not None:
            check_printed(expression.expr2, scope)
    elif isinstance(expression, nodes.Concat):
        for part in expression.nodes:
            check_printed(part, scope)
    elif isinstance(expression, nodes.Or | nodes.And):
        check_printed(expression.left, scope)
        check_printed(expression.right, scope)
    elif isinstance(expression, nodes.Tuple | nodes.List | nodes.Dict):
        resolve(expression, scope)
        scope.report(kinds.SYNTAX, {"advice": "ใช้จุดคั่นระหว่างชื่อ ไม่ใช่จุลภาค และพิมพ์ทีละชื่อ"})
    else:
        _check_text(expression, resolve(expression, scope), scope)


def _check_text(expression: nodes.Node, node: Node, scope: Scope) -> None:
    name = written(expression)
    if node.element is not None:
        scope.report(kinds.LIST_AS_TEXT, {"name": name})
    elif node.fields:
        scope.report(kinds.GROUP_AS_TEXT, {"name": name, "meant": f"{name}.{next(iter(node.fields))}"})
    elif node.kind == PICTURE:
        scope.report(kinds.PICTURE_AS_TEXT, {"name": name})
    elif node.kind == FLAG:
        scope.report(kinds.FLAG_AS_TEXT, {"name": name})


def resolve(expression: nodes.Node, scope: Scope, tested: bool = False) -> Node:
    """The node that ``expression`` comes to; ``ANYTHING`` where nothing is known or a mistake was reported.

    ``tested`` is true below ``is defined``, where an unknown name stops nothing.
    """
    if isinstance(expression, nodes.Name | nodes.Getattr | nodes.Getitem):
        return _resolve_name(expression, scope, tested)
    if isinstance(expression, nodes.Filter):
        return _resolve_filter(expression, scope)
    if isinstance(expression, nodes.Test):
        if expression.name not in environment().tests:
            scope.report(kinds.TEST, {"name": expression.name})
        resolve(expression.node, scope, expression.name in ("defined", "undefined"))
        return YES_OR_NO
    if isinstance(expression, nodes.Call):
        return _resolve_call(expression, scope)
    if sign := _OPERATORS.get(type(expression)):  # type: ignore[arg-type]
        scope.report(kinds.OPERATOR, {"name": sign})
    parts = [resolve(part, scope) for part in expression.iter_child_nodes() if isinstance(part, nodes.Expr)]
    for operand in expression.find_all(nodes.Operand):
        resolve(operand.expr, scope)
    return _result(expression, parts)


def _result(expression: nodes.Node, parts: list[Node]) -> Node:
    if isinstance(expression, nodes.Compare | nodes.Not):
        return YES_OR_NO
    if isinstance(expression, nodes.CondExpr | nodes.And | nodes.Or):
        return parts[-1] if len(set(map(id, parts[-2:]))) == 1 else ANYTHING
    if isinstance(expression, nodes.List | nodes.Tuple | nodes.Dict):
        return ANYTHING
    return WORD


def written(expression: nodes.Node) -> str:
    """The expression as a template writes it, in short."""
    if isinstance(expression, nodes.Name):
        return expression.name
    if isinstance(expression, nodes.Getattr):
        return f"{written(expression.node)}.{expression.attr}"
    if isinstance(expression, nodes.Getitem):
        key = expression.arg.value if isinstance(expression.arg, nodes.Const) else "…"
        return f"{written(expression.node)}.{key}" if isinstance(key, str) else f"{written(expression.node)}[{key}]"
    if isinstance(expression, nodes.Filter) and expression.node is not None:
        return f"{written(expression.node)} | {expression.name}"
    return f"“{expression.value}”" if isinstance(expression, nodes.Const) else "ค่านี้"


def _resolve_name(expression: nodes.Node, scope: Scope, tested: bool) -> Node:
    steps: list[nodes.Getattr | nodes.Getitem] = []
    root = expression
    while isinstance(root, nodes.Getattr | nodes.Getitem):
        steps.append(root)
        root = root.node
    if not isinstance(root, nodes.Name):
        resolve(root, scope)
        return ANYTHING
    node = scope.names.get(root.name)
    if node is None:
        _report_unknown(root.name, written(expression), scope, tested)
        return ANYTHING
    for step in reversed(steps):
        scope.use(node)
        following = _step(node, step, scope)
        if following is None:
            if node.element is not None and isinstance(step, nodes.Getattr):
                scope.report(kinds.NEEDS_LOOP, {"name": written(step.node), "part": step.attr})
            else:
                _report_unknown("", written(expression), scope, tested)
            return ANYTHING
        node = following
    scope.use(node)
    return node


def _step(node: Node, step: nodes.Getattr | nodes.Getitem, scope: Scope) -> Node | None:
    """The node one step on; ``None`` where there is no such name."""
    if node is ANYTHING:
        return ANYTHING
    if isinstance(step, nodes.Getattr):
        return node.fields.get(step.attr)
    if isinstance(step.arg, nodes.Const) and isinstance(step.arg.value, str):
        return node.fields.get(step.arg.value)
    if isinstance(step.arg, nodes.Slice):
        return node if node.element is not None else WORD
    resolve(step.arg, scope)
    return node.element if node.element is not None else (WORD if node.kind in TEXTS else None)


def _report_unknown(root: str, name: str, scope: Scope, tested: bool) -> None:
    if root in scope.ended:
        scope.report(kinds.OUTSIDE_LOOP, {"name": root, "other": scope.ended[root]})
        return
    near = nearest(name, scope.names)
    meant = f"หมายถึง {near} หรือไม่" if near else "ดูรายการชื่อข้อมูลที่ใช้ได้"
    scope.report(kinds.UNKNOWN_ASKED if tested else kinds.UNKNOWN, {"name": name, "meant": meant})


def _resolve_filter(expression: nodes.Filter, scope: Scope) -> Node:
    node = resolve(expression.node, scope, expression.name == "default") if expression.node is not None else WORD
    for argument in expression.args:
        resolve(argument, scope)
    name, on = expression.name, written(expression.node) if expression.node is not None else ""
    if name not in scope.filters:
        near = nearest(name, dict.fromkeys(scope.filters, WORD))
        meant = f" หมายถึง {near} หรือไม่" if near else ""
        scope.report(kinds.FILTER, {"name": name, "allowed": ", ".join(sorted(scope.filters)), "meant": meant})
        return ANYTHING
    if node is ANYTHING:
        return ANYTHING
    if name == "fit":
        if node.kind != PICTURE:
            scope.report(kinds.TEXT_AS_PICTURE, {"name": on})
        return WORD
    return _filtered(name, on, node, scope)


def _filtered(name: str, on: str, node: Node, scope: Scope) -> Node:
    if name == "length":
        return WORD
    if name in ("first", "last", "join", *_SAME_LIST):
        if node.element is None:
            scope.report(kinds.NOT_A_LIST, {"name": on, "meant": ""})
            return ANYTHING
        return node.element if name in ("first", "last") else WORD if name == "join" else node
    if node.element is not None or node.fields or node.kind == PICTURE:
        return node
    return WORD


def _resolve_call(expression: nodes.Call, scope: Scope) -> Node:
    for argument in expression.args:
        resolve(argument, scope)
    callee = expression.node
    if isinstance(callee, nodes.Name) and scope.names.get(callee.name) is ANYTHING:
        return ANYTHING
    if isinstance(callee, nodes.Getattr) and isinstance(callee.node, nodes.Name) and callee.node.name == "loop":
        return resolve(callee, scope)
    scope.report(kinds.CALL, {})
    return ANYTHING
