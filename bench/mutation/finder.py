"""All small faults that Python source can be given.

Not touched: docstrings and messages, annotations, what only a type checker reads, ``__all__``, ``__repr__``, logging,
sizes of caches and large limits: a change there is no fault, or none that a test should find. Branches are swapped by
negating their condition.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence

from bench.mutation.fault import Fault
from bench.mutation.walk import Walk

_COMPARED = {
    ast.Lt: (rb"<", b"<="),
    ast.LtE: (rb"<=", b"<"),
    ast.Gt: (rb">", b">="),
    ast.GtE: (rb">=", b">"),
    ast.Eq: (rb"==", b"!="),
    ast.NotEq: (rb"!=", b"=="),
    ast.Is: (rb"\bis\b", b"is not"),
    ast.IsNot: (rb"\bis\s+not\b", b"is"),
    ast.In: (rb"\bin\b", b"not in"),
    ast.NotIn: (rb"\bnot\s+in\b", b"in"),
}
_OPPOSITE = (ast.Eq, ast.NotEq, ast.Is, ast.IsNot, ast.In, ast.NotIn)
"""Comparisons of which the changed one is the negated one."""
_COUNTED = {
    ast.Add: (rb"\+", b"-"),
    ast.Sub: (rb"-", b"+"),
    ast.Mult: (rb"\*", b"//"),
    ast.Div: (rb"/", b"*"),
    ast.FloorDiv: (rb"//", b"*"),
    ast.Mod: (rb"%", b"//"),
    ast.Pow: (rb"\*\*", b"*"),
    ast.BitOr: (rb"\|", b"&"),
    ast.BitAnd: (rb"&", b"|"),
}
_CALLED = {"min": b"max", "max": b"min", "any": b"all", "all": b"any"}
_EMPTY = {
    "str": b'""',
    "bytes": b'b""',
    "int": b"0",
    "float": b"0.0",
    "tuple": b"()",
    "Sequence": b"()",
    "list": b"[]",
    "dict": b"{}",
    "Mapping": b"{}",
    "set": b"set()",
    "frozenset": b"frozenset()",
}
_UNTOUCHED_CALLS = {"cache", "cast", "dataclass", "freeze", "gc", "log", "logger", "logging", "lru_cache", "overload"}
_UNTOUCHED_CALLS |= {"NewType", "TypeVar", "set_threshold", "warn"}
_UNTOUCHED_WORDS = {"buffering", "chunksize", "compresslevel", "encoding", "maxsize", "stacklevel", "timeout"}
_UNTOUCHED_WORDS |= {"repr", "strict"}
_UNTOUCHED_NAMES = {"TYPE_CHECKING", "__name__", "__all__", "__slots__", "__repr__"}
_LARGE = 10_000
"""Numbers from here on are sizes and limits, where one more is no fault."""


def faults(source: bytes) -> list[Fault]:
    """All small faults that a source can be given, in the order of their places."""
    finder = _Finder(source)
    finder.visit(ast.parse(source))
    return sorted(finder.found, key=lambda fault: (fault.start, fault.kind, fault.new))


class _Finder(Walk, ast.NodeVisitor):
    """Walks a module and keeps every fault found."""

    # What is left as it is

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """Python 3.11 gives no true places within."""

    def visit_Assert(self, node: ast.Assert) -> None:
        """For the reader and the type checker."""

    # Definitions

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self.visit_all(node.body)

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        if node.name in _UNTOUCHED_NAMES:
            return
        body = range(node.body[0].lineno, (node.end_lineno or node.lineno) + 1)
        with self.within(body, False):
            self.visit_all(node.decorator_list)
            for default in (*node.args.defaults, *node.args.kw_defaults):
                self.default(default)
        self.functions.append(node)
        self.visit_all(node.body)
        self.functions.pop()

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> None:
        self.visit_FunctionDef(node)

    def visit_Lambda(self, node: ast.Lambda) -> None:
        self.visit_all((*node.args.defaults, *node.args.kw_defaults, node.body))

    def default(self, node: ast.expr | None) -> None:
        """The value of a parameter or field that is left out: empty, or not."""
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if not node.value:
                self.replace("default", node, b'"x"')
            elif node.value.isascii() and " " not in node.value:
                self.replace("default", node, b'""')
        elif isinstance(node, ast.Tuple) and not node.elts:
            self.replace("default", node, b"(None,)")
        elif node is not None:
            self.visit(node)

    # Statements

    def visit_If(self, node: ast.If) -> None:
        if _names(node.test) & _UNTOUCHED_NAMES:
            return
        self.negate(node.test)
        self.generic_visit(node)

    def visit_While(self, node: ast.While) -> None:
        self.negate(node.test)
        self.generic_visit(node)

    def visit_Break(self, node: ast.Break) -> None:
        self.replace("loop", node, b"continue")

    def visit_Continue(self, node: ast.Continue) -> None:
        self.replace("loop", node, b"break")

    def visit_Raise(self, node: ast.Raise) -> None:
        self.replace("removed", node, b"pass")
        self.generic_visit(node)

    def visit_Expr(self, node: ast.Expr) -> None:
        if isinstance(node.value, ast.Call) and not _names(node.value.func) & _UNTOUCHED_CALLS:
            self.replace("removed", node, b"pass")
        self.generic_visit(node)

    def visit_Assign(self, node: ast.Assign) -> None:
        if _names(*node.targets) & _UNTOUCHED_NAMES:
            return
        if len(node.targets) == 1 and self.can_go(node.targets[0]):
            self.replace("removed", node, b"pass")
        self.generic_visit(node)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        self.replace("removed", node, b"pass")
        self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if not self.functions:
            self.default(node.value)
        else:
            self.visit_all((node.target, node.value))

    def can_go(self, target: ast.expr) -> bool:
        """Whether an assignment can be left out without a name being unknown after."""
        if isinstance(target, ast.Attribute | ast.Subscript):
            return True
        if not isinstance(target, ast.Name) or not self.functions:
            return False
        return any(
            (isinstance(node, ast.arg) and node.arg == target.id)
            or (
                isinstance(node, ast.Name)
                and isinstance(node.ctx, ast.Store)
                and node.id == target.id
                and node.lineno < target.lineno
            )
            for node in ast.walk(self.functions[-1])
        )

    def visit_Return(self, node: ast.Return) -> None:
        generator = any(isinstance(inner, ast.Yield | ast.YieldFrom) for inner in ast.walk(self.functions[-1]))
        if node.value is not None and not isinstance(node.value, ast.Constant) and not generator:
            name = _returned(self.functions[-1])
            empty = b"not (" + self.text(node.value) + b")" if name == "bool" else _EMPTY.get(name, b"None")
            self.replace("returned", node, b"return " + empty)
        self.generic_visit(node)

    # Expressions

    def negate(self, test: ast.expr) -> None:
        """A condition; not where another fault says the same."""
        if isinstance(test, ast.Compare) and len(test.ops) == 1 and isinstance(test.ops[0], _OPPOSITE):
            return
        if not isinstance(test, ast.Constant) and not _is_not(test):
            self.replace("negated", test, b"not (" + self.text(test) + b")")

    def visit_IfExp(self, node: ast.IfExp) -> None:
        self.negate(node.test)
        self.generic_visit(node)

    def visit_comprehension(self, node: ast.comprehension) -> None:
        for test in node.ifs:
            self.negate(test)
        self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        if _is_not(node):
            start = self.span(node)[0]
            if there := re.compile(rb"not\b\s*").match(self.source, start):
                self.add("negated", *there.span(), b"")
        self.generic_visit(node)

    def visit_Compare(self, node: ast.Compare) -> None:
        for left, sign, right in zip((node.left, *node.comparators), node.ops, node.comparators, strict=False):
            self.between("comparison", left, right, *_COMPARED[type(sign)])
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        sign, new = (rb"\band\b", b"or") if isinstance(node.op, ast.And) else (rb"\bor\b", b"and")
        for left, right in zip(node.values, node.values[1:], strict=False):
            self.between("and/or", left, right, sign, new)
        self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        of_types = isinstance(node.op, ast.BitOr) and self.at_import
        of_paths = isinstance(node.op, ast.Div) and self.paths
        if type(node.op) in _COUNTED and not (of_types or of_paths or _is_text(node.left) or _is_text(node.right)):
            self.between("arithmetic", node.left, node.right, *_COUNTED[type(node.op)])
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, bool):
            self.replace("constant", node, str(not node.value).encode())
        elif isinstance(node.value, int | float) and abs(node.value) < _LARGE:
            self.replace("constant", node, str(node.value + 1).encode())

    def visit_Slice(self, node: ast.Slice) -> None:
        for bound in (node.lower, node.upper):
            if bound is not None and not any(isinstance(part, ast.Constant) for part in ast.walk(bound)):
                self.replace("slice", bound, b"(" + self.text(bound) + b") + 1")
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        if _names(node.func) & _UNTOUCHED_CALLS:
            return
        if isinstance(node.func, ast.Name) and node.func.id in _CALLED:
            self.replace("min/max", node.func, _CALLED[node.func.id])
        arguments: Sequence[ast.expr] = node.args
        if isinstance(node.func, ast.Name) and node.func.id in ("isinstance", "issubclass"):
            arguments = node.args[:1]
        self.visit_all((node.func, *arguments))
        self.visit_all(word.value for word in node.keywords if word.arg not in _UNTOUCHED_WORDS)


def _names(*nodes: ast.expr) -> set[str]:
    """The names and attributes that expressions are made of."""
    parts = [part for node in nodes for part in ast.walk(node)]
    names = {part.id for part in parts if isinstance(part, ast.Name)}
    return names | {part.attr for part in parts if isinstance(part, ast.Attribute)}


def _returned(function: ast.FunctionDef | ast.AsyncFunctionDef) -> str:
    """The name of the type that a function says it returns, without what is in it; "" for ``X | None`` and the like."""
    kind = function.returns.value if isinstance(function.returns, ast.Subscript) else function.returns
    return kind.id if isinstance(kind, ast.Name) else ""


def _is_not(node: ast.expr) -> bool:
    return isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)


def _is_text(node: ast.expr) -> bool:
    """Whether arithmetic with it would fail at once: a fault too easily found to count."""
    text = isinstance(node, ast.Constant) and isinstance(node.value, str | bytes)
    return text or isinstance(node, ast.JoinedStr | ast.List | ast.Tuple)
