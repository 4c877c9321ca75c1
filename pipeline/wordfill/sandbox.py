"""The Jinja that templates are written in: strict about names, escaped, and with almost nothing to call.

A template comes from an office, so it is data and not code: it may read the names it is given, loop and choose, and
nothing else. Both ways of rendering, docxtpl's and the compiled one, use this one environment.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from html import unescape
from typing import Any, Protocol

import jinja2
from jinja2 import StrictUndefined, TemplateRuntimeError, Undefined, nodes, pass_context
from jinja2.compiler import CodeGenerator, Frame
from jinja2.filters import FILTERS as JINJA_FILTERS
from jinja2.nodes import Expr
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from officefiles.pictures import NoPictureError, Picture, scaled
from wordfill import addresses, bounds, numbers

TRIED = ("3.1.0", "3.1.1", "3.1.2", "3.1.3", "3.1.4", "3.1.5", "3.1.6")
"""The releases of Jinja whose private parts are known."""

PICTURES = "_pictures"
"""The name under which a render's context holds what draws its pictures (a ``Pictures``)."""

FILTERS = ("default", "e", "escape", "first", "fit", "join", "last", "length", "trim")
"""The filters that a template may use: none computes, none makes markup of a text."""

LINE, LINES, ARGUMENT, PART, START = "_line", "_lines", "_argument", "_part", "_start"
"""The engine's own filters for a value printed outside of runs: on one line, on lines, within the quotation marks of a
field's instruction, within an address, and at its start."""

LINK, ADDRESS = "_link", "_address"
"""The engine's own filters for a whole address: the relationship that leads to it, and itself."""
NO_TESTS = ("callable", "escaped", "filter", "test")
"""Jinja's tests that ask what no template needs to know."""

NOTHING: Mapping[str, object] = {}
"""No context: where nothing was handed in."""
_NEW_LINE = re.compile("\r\n|[\r\n\v\x85\u2028\u2029]")
_BREAKS = re.compile("[\t-\r\x85\u2028\u2029]")
_REFUSED_BY_XML = re.compile("[\x00-\x06\b\x0e-\x1f\ufffe\uffff]")
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")
_NOT_AS_IT_IS = re.compile("[&<>\"'\x00-\x08\n-\x1f\x85\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_LINE_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'


class UnprintableError(TemplateRuntimeError):
    """A template prints what is no text: nothing, a list, true or false. ``kind`` is the value's type."""

    def __init__(self, kind: str) -> None:
        super().__init__(f"a value of type {kind} is no text")
        self.kind = kind


class Pictures(Protocol):
    """Puts pictures and links in the part being rendered."""

    def add(self, picture: Picture, width: int, height: int) -> str:
        """The markup that ends a run's text, shows ``picture`` at this size in EMU, and begins the text again."""

    def link(self, address: str) -> str:
        """The id of the relationship by which the part being rendered leads to ``address``."""


class _Generator(CodeGenerator):
    """Jinja's own, but each printed value goes through ``_printed`` alone, which escapes: Jinja would look again at
    what needs no escaping any more, at half the time of a document. By two private methods; see ``environment``."""

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:  # noqa: ARG002
        self.write(finalize.src or "")

    def _output_child_post(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:  # noqa: ARG002
        self.write(")")


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's immutable sandbox, narrowed: keys before attributes, no calls but the loop's own helpers, and nothing
    without bounds."""

    intercepted_binops = frozenset(("+", "*", "**", "%", "//", "/"))
    context_class = bounds.BoundedContext
    concat = staticmethod(bounds.joined)

    def compile(self, source: str | nodes.Template, *arguments: Any, **named: Any) -> Any:
        """``source`` compiled, its loops and texts within ``bounds``. Raises ``TooDeepError``."""
        self.filters.update(bounds.FILTERS | numbers.FILTERS)
        try:
            tree = self.parse(source) if isinstance(source, str) else source
            tree = numbers.placed(bounds.bounded(tree), (LINE, LINES) if self.autoescape else None)
            return super().compile(tree, *arguments, **named)
        except (RecursionError, MemoryError) as fault:
            line = bounds.deepest_line(self.lex(source)) if isinstance(source, str) else 0
            raise bounds.TooDeepError("nested too deep", line) from fault

    def getattr(self, obj: object, attribute: str) -> object:
        """The key of a dictionary before anything else, so that ``analysis.items`` is the value of that name."""
        if type(obj) is dict:
            try:
                return obj[attribute]
            except KeyError:
                return self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)

    def is_safe_callable(self, obj: object) -> bool:
        """``loop.cycle`` and ``loop.changed``: macros and ``loop()`` can call themselves without end."""
        return isinstance(getattr(obj, "__self__", None), LoopContext)

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:  # noqa: ARG002
        """A sum within its bounds; nothing else: a product can fill the memory, and templates do not calculate."""
        if operator == "+":
            return bounds.added(left, right)
        raise TemplateRuntimeError(f"the operator {operator} is not for templates")


@cache  # compiled templates and the lint share one
def environment() -> Sandbox:
    """The one environment of this process. Where the release of Jinja was not tried, it escapes as Jinja does."""
    sandbox = Sandbox(autoescape=True, undefined=StrictUndefined, finalize=_to_markup, cache_size=0)
    if vars(jinja2).get("__version__") in TRIED:
        sandbox.finalize, sandbox.code_generator_class = _printed, _Generator
    sandbox.filters.clear()
    own: dict[str, Callable[..., object]] = {"fit": _fit, "e": _plain, "escape": _plain, "join": bounds.join}
    sandbox.filters.update({name: own.get(name) or JINJA_FILTERS[name] for name in FILTERS})
    sandbox.filters.update(_OUTSIDE_RUNS)
    for name in NO_TESTS:
        sandbox.tests.pop(name, None)
    sandbox.globals.clear()
    return sandbox


def to_xml(value: object) -> str:
    """A value as escaped text of a run, a number in Arabic digits. See ``_printed``."""
    return _printed(NOTHING, value)


@pass_context
def _printed(context: Context | Mapping[str, object], value: object) -> str:
    """A value as escaped text of a run, a number as this render writes numbers.

    Every sign of a new line becomes a line break. A tab, ``\\a`` and ``\\f`` stay for docxtpl's rules, which make of
    them a tab of the run, a new paragraph and a new page. Markup passes as it is. Raises ``UnprintableError`` for
    what is no text, and ``UndefinedError`` for a name that nobody filled.
    """
    # Texts may be of the caller's own kind. One search for all that must not be printed as it is: most texts have none.
    if type(value) is str or (isinstance(value, str) and not hasattr(value, "__html__")):
        if not _NOT_AS_IT_IS.search(value):
            return value
        return _NEW_LINE.sub(_LINE_BREAK, str(escape(_holdable(value))))
    if isinstance(value, Undefined):
        return str(value)
    if hasattr(value, "__html__"):
        return Markup(value.__html__())
    if not numbers.is_number(value) or value != value:
        raise UnprintableError(type(value).__name__)
    return numbers.written(context, value)


@pass_context
def _to_markup(context: Context, value: object) -> Markup:
    return Markup(_printed(context, value))


def _holdable(text: str) -> str:
    """``text`` as XML can hold it: control characters carry no text and are left out, half of a surrogate pair
    becomes U+FFFD."""
    return _HALF_CHARACTER.sub("\ufffd", _REFUSED_BY_XML.sub("", text))


def _plain(value: object) -> object:
    """A value as escaped text where no run is round it, as in a document's properties; a number has no need of it."""
    if numbers.is_number(value):
        return value
    return escape(_holdable(value if isinstance(value, str) else to_xml(value)))


@pass_context
def _fit(context: Context, picture: object, width_cm: float, height_cm: float) -> str:
    """``{{ order.emblem|fit(3, 3) }}``: the picture as large as the box allows; nothing where there is no picture."""
    if isinstance(picture, Undefined):
        return str(picture)
    if picture is None or picture == "":
        return ""
    if not isinstance(picture, Picture):
        raise NoPictureError(type(picture).__name__)
    pictures: Pictures = context[PICTURES]
    return Markup(pictures.add(picture, *scaled(picture, width_cm, height_cm)))


# Values outside of runs, where there is no markup to break a line with, and no shade of a proof copy


def _bare(value: object, context: Context | Mapping[str, object] = NOTHING) -> str:
    """A value as text alone. Raises as ``to_xml`` does, for a picture too."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return _holdable(str.__str__(value))
    if isinstance(value, Markup):
        raise UnprintableError(Markup.__name__)
    return _printed(context, value)


@pass_context
def _line(context: Context | Mapping[str, object], value: object) -> Markup:
    text = _bare(value, context)
    return escape(" ".join(text.split()) if _BREAKS.search(text) else text)


@pass_context
def _lines(context: Context | Mapping[str, object], value: object) -> Markup:
    return escape(_NEW_LINE.sub("\n", _bare(value, context)))


def _argument(value: object) -> Markup:
    return _line(NOTHING, _bare(value).replace('"', "”").replace("\\", "/"))


def _in_address(value: object) -> Markup:
    return escape(addresses.in_address(_bare(value)))


def _at_the_start(value: object) -> Markup:
    return escape(addresses.at_the_start(_bare(value)))


def _address(captured: str) -> Markup:
    return escape(addresses.checked(unescape(str(captured))))


@pass_context
def _link(context: Context, captured: str) -> str:
    pictures: Pictures = context[PICTURES]
    return pictures.link(addresses.checked(unescape(str(captured))))


_OUTSIDE_RUNS: dict[str, Callable[..., object]] = {
    LINE: _line,
    LINES: _lines,
    ARGUMENT: _argument,
    PART: _in_address,
    START: _at_the_start,
    ADDRESS: _address,
    LINK: _link,
}
