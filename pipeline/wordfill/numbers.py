"""How numbers that a template works out are written: those that it counts (``loop.index``, ``people|length``) or adds.

The caller's own texts come as they are to be printed. A number of an expression is no text, so whoever renders may hand
in what writes numbers, as in Thai digits. It writes those that a reader reads: in the text of a document, beside it (as
in the title of a chart), in a cell. In attributes, addresses and the data of charts, and in whatever a template
compares, numbers stay what they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from decimal import Decimal

from jinja2 import nodes, pass_context
from jinja2.runtime import Context

from wordfill import bounds

NUMBERS = "_numbers"
"""The name under which a render's context holds what writes its numbers (a ``NumberWriter``), where one is given."""

NumberWriter = Callable[[str], str]
"""Writes a number that is given in Arabic digits."""

_PLAIN, _PRINTED = "number as it is", "texts as printed"
"""Filters that stand in compiled templates alone: no template can write a name with a blank."""
_MARKUP = re.compile("<[^<>]*>?")
_TEXT = re.compile("<w:t(?: [^<>]*)?>")
_SHOWN = re.compile(r"<(?:\w+:)?(?:docVar|tableColumn) ")
"""Elements whose attributes say what is read elsewhere: in the result of a field, in the heading of a column."""


def placed(tree: nodes.Template, lines: Collection[str] | None) -> nodes.Template:
    """``tree``, which ``bounds`` has seen, with its numbers plain but where a reader reads them: in runs of Word's
    markup, or behind one of the filters ``lines`` outside of an attribute. All is text where ``lines`` is ``None``."""
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


def _write_joined(expression: nodes.Expr) -> None:
    """Write the numbers that a printed expression joins to texts: they are none any more when it is printed."""
    if isinstance(expression, nodes.CondExpr):
        _write_joined(expression.expr1)
        if expression.expr2 is not None:
            _write_joined(expression.expr2)
    elif isinstance(expression, nodes.Filter) and expression.name == bounds.JOINED:
        expression.name = _PRINTED


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


FILTERS = {_PLAIN: _plain, _PRINTED: _as_printed}
"""What ``placed`` puts into a template."""
