"""How numbers that a template works out are written: those that it counts (``loop.index``, ``people|length``) or adds.

The caller's own texts come as they are to be printed. A number of an expression is no text, so whoever renders may hand
in what writes numbers, as in Thai digits. It writes those that a reader reads: in the text of a document, beside it (as
in the title of a chart), in a cell, and those that are joined to a text that has a name of its own. In attributes,
addresses and the data of charts numbers stay what they are; and whatever a template compares with a number in quotation
marks, or one joined to a text, is alike in Thai and in Arabic digits.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from decimal import Decimal

from jinja2 import nodes, pass_context
from jinja2.runtime import Context

from officefiles.thai import arabic_digits
from wordfill import bounds

NUMBERS = "_numbers"
"""The name under which a render's context holds what writes its numbers (a ``NumberWriter``), where one is given."""

NumberWriter = Callable[[str], str]
"""Writes a number that is given in Arabic digits."""

_PLAIN, _PRINTED, _LISTED, _ALIKE = "number as it is", "texts as printed", "list as printed", "in any digits"
"""Filters that stand in compiled templates alone: no template can write a name with a blank."""
_MARKUP = re.compile("<[^<>]*>?")
_TEXT = re.compile("<w:t(?: [^<>]*)?>")
_DIGIT = re.compile("[0-9๐-๙]")
_SAME_TEXT = ("trim", "first", "last", "default", "e", "escape")
"""Filters that give a text as it is, or a part of it."""
_SHOWN = re.compile(r"<(?:\w+:)?(?:docVar|tableColumn) ")
"""Elements whose attributes say what is read elsewhere: in the result of a field, in the heading of a column."""


def placed(tree: nodes.Template, lines: Collection[str] | None) -> nodes.Template:
    """``tree``, which ``bounds`` has seen, with its numbers plain but where a reader reads them: in runs of Word's
    markup, or behind one of the filters ``lines`` outside of an attribute. All is text where ``lines`` is ``None``."""
    for comparison in tree.find_all(nodes.Compare):
        _compare_alike(comparison)
    for statement in tree.find_all((nodes.Assign, nodes.With, nodes.For)):
        values = {nodes.Assign: "node", nodes.With: "values", nodes.For: "iter"}[type(statement)]
        given = getattr(statement, values)
        for value in given if isinstance(given, list) else [given]:
            _write_joined(value)
    last = ""  # the last tag of the markup so far
    for output in tree.find_all(nodes.Output):
        for place, one in enumerate(output.nodes):
            if isinstance(one, nodes.TemplateData):
                last = (_MARKUP.findall(last + one.data) or [""])[-1]
            elif lines is None or _TEXT.fullmatch(last):
                _write_joined(one)
            elif not isinstance(one, nodes.Filter) or one.name not in lines or one.node is None:
                output.nodes[place] = bounds.filtered(one, _PLAIN)
            elif last.endswith(">") or _SHOWN.match(last):
                _write_joined(one.node)
            else:
                one.node = bounds.filtered(one.node, _PLAIN)
    return tree


def _write_joined(expression: nodes.Node) -> None:
    """Write the numbers that an expression joins to texts: they are none any more when it is printed."""
    if isinstance(expression, nodes.Compare | nodes.Test | nodes.Not):
        return
    if isinstance(expression, nodes.Filter):
        expression.name = {bounds.JOINED: _PRINTED, "join": _LISTED}.get(expression.name, expression.name)
        if expression.name not in (_PRINTED, _LISTED, bounds.LOOPED, *_SAME_TEXT):
            return
    tests = [getattr(expression, name, None) for name in ("test", "arg")]
    for inner in expression.iter_child_nodes():
        if all(inner is not test for test in tests):
            _write_joined(inner)


def _compare_alike(comparison: nodes.Compare) -> None:
    """Let a comparison with digits in quotation marks, or with numbers joined to a text, be one in any digits."""
    sides = [comparison.expr, *(operand.expr for operand in comparison.ops)]
    if any(map(_has_digits, sides)):
        comparison.expr = bounds.filtered(comparison.expr, _ALIKE)
        for operand in comparison.ops:
            operand.expr = bounds.filtered(operand.expr, _ALIKE)


def _has_digits(side: nodes.Expr) -> bool:
    within = [side, *side.find_all((nodes.Const, nodes.Filter))]
    return any(
        one.name == bounds.JOINED
        if isinstance(one, nodes.Filter)
        else isinstance(one, nodes.Const) and isinstance(one.value, str) and _DIGIT.search(one.value) is not None
        for one in within
    )


def is_number(value: object) -> bool:
    """True for a number as templates know it: neither true nor false."""
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def written(context: Context | Mapping[str, object], value: object) -> str:
    """The number ``value`` as this render writes numbers."""
    writer = context.get(NUMBERS)
    return writer(str(value)) if callable(writer) else str(value)


def _plain(value: object) -> object:
    return str(value) if is_number(value) else value


@pass_context
def _as_printed(context: Context, texts: Sequence[object]) -> str:
    pieces = [written(context, text) if is_number(text) else text for text in texts]
    return bounds.texts_as_one(context.eval_ctx, pieces)


@pass_context
def _list_as_printed(
    context: Context, value: Iterable[object], d: str = "", attribute: str | int | None = None
) -> object:
    items = [written(context, item) if is_number(item) else item for item in value] if attribute is None else value
    return bounds.join(context.eval_ctx, items, d, attribute)


def _in_any_digits(value: object) -> object:
    if isinstance(value, str):
        return arabic_digits(value)
    return [_in_any_digits(one) for one in value] if isinstance(value, list | tuple) else value


FILTERS = {_PLAIN: _plain, _PRINTED: _as_printed, _LISTED: _list_as_printed, _ALIKE: _in_any_digits}
"""What ``placed`` puts into a template."""
