"""How much one template may make: how often its loops turn, how long its texts grow, how deep its tags are nested.

A page of loops within loops over the same list fills any memory, and a name that doubles a text does so in forty tags.
Loops are counted when they begin, not at each turn, and texts when they are joined, so that an ordinary document costs
no more than before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from jinja2 import TemplateRuntimeError, TemplateSyntaxError, nodes, pass_context, pass_eval_context
from jinja2.filters import do_join, make_attrgetter
from jinja2.nodes import EvalContext
from jinja2.runtime import Context, markup_join

MOST_LETTERS = 16_000_000
"""Characters of a rendered part or of one text, its markup counted: a table of 8,000 rows has so many."""
MOST_STEPS = 4_000_000
"""What all turns of all loops of a part may write or ask."""
MOST_BLOCKS = 16
"""Blocks within blocks."""
MOST_LOOPS = 8
"""Loops within loops."""
MOST_LEVELS = 40
"""Parentheses, filters, dots and signs within each other in one tag."""
MOST_CHOICES = 200
"""The ``elif`` of one ``if``."""
MOST_TAGS = 4_000
"""Tags of one part."""
MOST_BREAKS = 200_000
"""Tabs and new paragraphs that values bring into one part, each of which becomes runs of its own; and elements of a
list that a template puts together."""
MOST_FILES = 1_000
"""Pictures and charts that are files of their own."""

LOOPED, JOINED = "turns of a loop", "texts as one"
"""Filters that stand in compiled templates alone: no template can write a name with a blank."""

_CHUNK = 4096
_BLOCKS = (nodes.For, nodes.If, nodes.AssignBlock, nodes.With, nodes.Macro, nodes.CallBlock, nodes.FilterBlock)
_BRACKETS = {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}


class TooMuchError(TemplateRuntimeError):
    """A template makes more than a document can be."""


class TooDeepError(TemplateSyntaxError):
    """Tags are nested deeper than a template may be."""


class BoundedContext(Context):
    """The names of one render, and how much its loops have done."""

    steps = 0


@dataclass(slots=True)
class _Level:
    """A node of a syntax tree, and how deep in blocks and in a tag's expression it stands."""

    node: nodes.Node
    blocks: int
    expressions: int
    loop: nodes.For | None
    loops: int = 0


def joined(pieces: Iterable[str]) -> str:
    """``pieces`` as one text. Raises ``TooMuchError``: within the template where its tags are still giving them."""
    texts: list[str] = []
    rest, left = iter(pieces), MOST_LETTERS
    while True:
        chunk = list(islice(rest, _CHUNK))
        texts.append("".join(chunk))
        left -= len(texts[-1])
        if left < 0:
            _stop(rest)
        if len(chunk) < _CHUNK:
            return "".join(texts)


def spend(pieces: Iterator[str]) -> None:
    """Take ``pieces`` one by one and keep none. Raises ``TooMuchError`` from the tag that gives one too many, which
    ``joined`` learns only when it has many of them."""
    left = MOST_LETTERS
    for piece in pieces:
        left -= len(piece)
        if left < 0:
            _stop(pieces)


def _stop(rest: Iterator[str]) -> None:
    fault = TooMuchError("too many characters")
    if throw := getattr(rest, "throw", None):
        throw(fault)  # so that it comes from the tag that was at work
    raise fault


def nested_too_deep(tree: nodes.Node) -> nodes.Node | None:
    """The first node of a syntax tree that is deeper than a template may be."""
    return next((one.node for one in _levels(tree) if _too_deep(one)), None)


def _too_deep(one: _Level) -> bool:
    if isinstance(one.node, nodes.If) and len(one.node.elif_) > MOST_CHOICES:
        return True
    if isinstance(one.node, nodes.For) and one.loops >= MOST_LOOPS:
        return True
    return one.expressions > MOST_LEVELS or (one.blocks >= MOST_BLOCKS and isinstance(one.node, _BLOCKS))


def bounded(tree: nodes.Template) -> nodes.Template:
    """``tree`` with its loops and joined texts counted when it is rendered. Raises ``TooDeepError``."""
    if (deep := nested_too_deep(tree)) is not None:
        raise TooDeepError("nested too deep", deep.lineno)
    work: dict[int, int] = {}
    loops: list[nodes.For] = []
    for one in _levels(tree):
        if isinstance(one.node, nodes.For):
            loops.append(one.node)
        if one.loop is not None:
            work[id(one.loop)] = work.get(id(one.loop), 1) + 1
        for field, value in one.node.iter_fields():
            _replace(one.node, field, value)
    for loop in loops:
        steps = nodes.Const(work.get(id(loop), 1), lineno=loop.lineno)
        loop.iter = filtered(loop.iter, LOOPED, steps)
    return tree


def _replace(parent: nodes.Node, field: str, value: object) -> None:
    """Put a counted filter in the place of each ``a ~ b`` that stands in a field of ``parent``."""
    if isinstance(value, nodes.Concat):
        setattr(parent, field, _joined_texts(value))
    elif isinstance(value, list):
        value[:] = [_joined_texts(one) if isinstance(one, nodes.Concat) else one for one in value]


def _joined_texts(concat: nodes.Concat) -> nodes.Filter:
    texts = nodes.Tuple(concat.nodes, "load", lineno=concat.lineno)
    return filtered(texts, JOINED)


def filtered(node: nodes.Node, name: str, *arguments: nodes.Expr) -> nodes.Filter:
    """``node`` through the filter ``name``."""
    made = nodes.Filter(node, name, [*arguments], [], None, None, lineno=node.lineno)
    made.set_environment(node.environment)  # type: ignore[arg-type]
    for argument in (*arguments, node):
        argument.set_environment(node.environment)  # type: ignore[arg-type]
    return made


def _levels(tree: nodes.Node) -> Iterator[_Level]:
    """Every node below ``tree`` with its depth, without recursion: what is looked for is what would exhaust it."""
    waiting = [_Level(tree, 0, 0, None)]
    while waiting:
        one = waiting.pop()
        yield one
        node = one.node
        blocks = one.blocks + isinstance(node, _BLOCKS)
        expressions = one.expressions + 1 if isinstance(node, nodes.Expr) else 0
        loop = node if isinstance(node, nodes.For) else one.loop
        loops = one.loops + isinstance(node, nodes.For)
        inner = node.iter_child_nodes(exclude=("elif_",))
        waiting += [_Level(child, blocks, expressions, loop, loops) for child in inner]
        if isinstance(node, nodes.If):
            waiting += [_Level(choice, one.blocks, 0, loop, loops) for choice in node.elif_]


def deepest_line(tokens: Iterable[tuple[int, str, str]]) -> int:
    """The line of the template on which its tags are nested deepest, by Jinja's tokens (line, kind, text); the one with
    the longest tag where neither brackets nor blocks are nested."""
    line = deepest = depth = 0
    lengths: Counter[int] = Counter()
    begun = False
    for at, kind, text in tokens:
        lengths[at] += kind != "data"
        if kind == "operator":
            depth += _BRACKETS.get(text, 0)
        elif kind == "name" and begun:
            depth += -1 if text.startswith("end") else text in ("for", "if", "with", "macro", "call", "filter")
        if depth > deepest:
            line, deepest = at, depth
        begun = kind == "block_begin" or (begun and kind == "whitespace")
    return line if deepest > MOST_BLOCKS or not lengths else lengths.most_common(1)[0][0]


@pass_context
def counted(context: BoundedContext, sequence: object, steps: int) -> object:
    """``sequence`` of a loop whose turn takes so many ``steps``, counted. Raises ``TooMuchError``."""
    items = sequence
    try:
        turns = len(items)  # type: ignore[arg-type]
    except TypeError:  # quicker than to ask first, as most are lists
        items = list(sequence)  # type: ignore[call-overload]
        turns = len(items)
    context.steps += turns * steps
    if context.steps > MOST_STEPS:
        raise TooMuchError("too many turns")
    return items


@pass_eval_context
def texts_as_one(eval_ctx: EvalContext, texts: Sequence[object]) -> str:
    """``a ~ b`` as Jinja joins it. Raises ``TooMuchError``."""
    within(sum(len(text) for text in texts if isinstance(text, str)))
    return markup_join(texts) if eval_ctx.autoescape else "".join(map(str, texts))


@pass_eval_context
def join(eval_ctx: EvalContext, value: Iterable[object], d: str = "", attribute: str | int | None = None) -> object:
    """Jinja's own filter. Raises ``TooMuchError``."""
    items = list(value if attribute is None else map(make_attrgetter(eval_ctx.environment, attribute), value))
    within(sum(len(item) for item in items if isinstance(item, str)) + len(d) * len(items))
    return do_join(eval_ctx, items, d)


def added(left: object, right: object) -> object:
    """``left + right`` of two numbers, two texts or two lists. Raises ``TooMuchError``, and ``TemplateRuntimeError``
    for anything else."""
    if isinstance(left, int) and isinstance(right, int):
        return left + right
    if isinstance(left, str) and isinstance(right, str):
        within(len(left) + len(right))
        return left + right
    if isinstance(left, list) and isinstance(right, list):
        if len(left) + len(right) > MOST_BREAKS:
            raise TooMuchError("too many elements")
        return left + right
    raise TemplateRuntimeError("only numbers, texts or lists can be added to their like")


FILTERS = {LOOPED: counted, JOINED: texts_as_one}
"""What ``bounded`` puts into a template."""


def within(letters: int) -> None:
    """Raises ``TooMuchError`` where a text of so many ``letters`` must not be made."""
    if letters > MOST_LETTERS:
        raise TooMuchError("too many characters")
