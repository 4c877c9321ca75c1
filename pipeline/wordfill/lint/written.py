"""Expressions as templates write them, in short."""

from __future__ import annotations

from jinja2 import nodes


def written(expression: nodes.Node) -> str:
    """The expression as a template writes it, in short."""
    if isinstance(expression, nodes.Name):
        return expression.name
    if isinstance(expression, nodes.Getattr):
        return f"{written(expression.node)}.{expression.attr}"
    if isinstance(expression, nodes.Getitem):
        arg = expression.arg
        key = arg.value if isinstance(arg, nodes.Const) else "…" if isinstance(arg, nodes.Slice) else written(arg)
        return f"{written(expression.node)}.{key}" if _is_name(arg) else f"{written(expression.node)}[{key}]"
    if isinstance(expression, nodes.Filter) and expression.node is not None:
        return f"{written(expression.node)} | {expression.name}"
    if isinstance(expression, nodes.Neg) and isinstance(expression.node, nodes.Const):
        return f"-{expression.node.value}"
    if isinstance(expression, nodes.Compare | nodes.Not | nodes.Test):
        return "เงื่อนไขนี้"
    if isinstance(expression, nodes.Const):
        return f"“{expression.value}”" if isinstance(expression.value, str) else _constant(expression.value)
    return "ค่านี้"


def _is_name(key: nodes.Node) -> bool:
    return isinstance(key, nodes.Const) and isinstance(key.value, str)


def _constant(value: object) -> str:
    return str(value).lower() if value is None or isinstance(value, bool) else str(value)
