"""What a template prints, and what it would print but for its own conditions: so what it leaves out by one can be told
from what it loses.

Conditions are lifted, not asked: whatever stands in a branch is printed, and loops leave out nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import jinja2
from jinja2 import ChainableUndefined, nodes, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from wordfill.sandbox import Sandbox

_FOUND = "_found"
"""The name under which a context holds the texts that were printed."""


def compiled(environment: Sandbox, sources: Iterable[str], *, lifted: bool) -> tuple[jinja2.Template, ...]:
    """The ``sources`` made ready for ``printed``, with or without their conditions. Raises what Jinja raises."""
    follower = environment.overlay(undefined=ChainableUndefined, finalize=_note)
    trees = (environment.parse(source) for source in sources)
    return tuple(follower.from_string(_without_conditions(tree, environment) if lifted else tree) for tree in trees)


def printed(templates: Iterable[jinja2.Template], context: Mapping[str, object]) -> list[str]:
    """The texts that ``templates`` print of ``context``. Raises what Jinja raises."""
    found: list[str] = []
    for template in templates:
        template.render({**context, _FOUND: found})
    return found


@pass_context
def _note(context: Context, value: object) -> str:
    text = value.unescape() if isinstance(value, Markup) else str(value)
    context[_FOUND].append(text)
    return text


def _without_conditions(tree: nodes.Template, environment: Sandbox) -> nodes.Template:
    for one in tree.find_all((nodes.If, nodes.For, nodes.Output)):
        if isinstance(one, nodes.If):
            branches = [one.body, *(choice.body for choice in one.elif_), one.else_]
            one.test = nodes.Const(True, lineno=one.lineno)
            one.test.set_environment(environment)
            one.body, one.elif_, one.else_ = [node for branch in branches for node in branch], [], []
        elif isinstance(one, nodes.For):
            one.test = None
        elif isinstance(one, nodes.Output):
            one.nodes = [branch for node in one.nodes for branch in _branches(node)]
    return tree


def _branches(node: nodes.Expr) -> list[nodes.Expr]:
    """What an expression may print, by its own conditions."""
    if not isinstance(node, nodes.CondExpr):
        return [node]
    return [*_branches(node.expr1), *(_branches(node.expr2) if node.expr2 is not None else ())]
