"""Expressions as templates write them, in short."""

from __future__ import annotations

import re

from jinja2 import nodes

from wordfill import named

_IDENTIFIER = re.compile("[A-Za-z_][A-Za-z0-9_]*")


def written(expression: nodes.Node) -> str:
    """The expression as a template writes it, in short."""
    if isinstance(expression, nodes.Name):
        return expression.name
    if isinstance(expression, nodes.Getattr):
        return f"{written(expression.node)}.{expression.attr}"
    if isinstance(expression, nodes.Getitem):
        arg = expression.arg
        key = arg.value if isinstance(arg, nodes.Const) else "…" if isinstance(arg, nodes.Slice) else written(arg)
        if isinstance(arg, nodes.Const) and isinstance(arg.value, str):
            return written(expression.node) + (
                f".{arg.value}" if _IDENTIFIER.fullmatch(arg.value) else named.key(arg.value)
            )
        return f"{written(expression.node)}[{key}]"
    if isinstance(expression, nodes.Filter) and expression.node is not None:
        return f"{written(expression.node)} | {expression.name}"
    if isinstance(expression, nodes.Neg) and isinstance(expression.node, nodes.Const):
        return f"-{expression.node.value}"
    if isinstance(expression, nodes.Compare | nodes.Not | nodes.Test):
        return "เงื่อนไขนี้"
    if isinstance(expression, nodes.Const):
        return f"“{expression.value}”" if isinstance(expression.value, str) else _constant(expression.value)
    return "ค่านี้"


def _constant(value: object) -> str:
    return str(value).lower() if value is None or isinstance(value, bool) else str(value)
