"""A walk over a module that knows where each part of it stands in the source, and when it is executed."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from bench.mutation.fault import Fault


class Walk(ast.NodeVisitor):
    """Visits the nodes of a module and keeps the faults that are added on the way."""

    def __init__(self, source: bytes) -> None:
        self.source = source
        self.found: list[Fault] = []
        self.starts = [0]
        for line in source.splitlines(keepends=True):
            self.starts.append(self.starts[-1] + len(line))
        self.functions: list[ast.FunctionDef | ast.AsyncFunctionDef] = []
        self.reached = range(1)
        self.at_import = True
        self.paths = b"pathlib" in source

    def span(self, node: ast.expr | ast.stmt) -> tuple[int, int]:
        return (
            self.starts[node.lineno - 1] + node.col_offset,
            self.starts[(node.end_lineno or node.lineno) - 1] + (node.end_col_offset or 0),
        )

    def text(self, node: ast.expr) -> bytes:
        return self.source[slice(*self.span(node))]

    def add(self, kind: str, start: int, end: int, new: bytes) -> None:
        line = self.source.count(b"\n", 0, start) + 1
        self.found.append(Fault(kind, start, end, new, line, self.reached, self.at_import))

    def replace(self, kind: str, node: ast.expr | ast.stmt, new: bytes) -> None:
        self.add(kind, *self.span(node), new)

    def between(self, kind: str, left: ast.expr, right: ast.expr, sign: bytes, new: bytes) -> None:
        """What stands between two operands: their ``sign``."""
        begin, end = self.span(left)[1], self.span(right)[0]
        if there := re.compile(sign).search(self.source, begin, end):
            self.add(kind, *there.span(), new)

    @contextmanager
    def within(self, reached: range, at_import: bool) -> Iterator[None]:
        """What is found meanwhile shows where these lines are executed."""
        before = self.reached, self.at_import
        self.reached, self.at_import = reached, at_import
        yield
        self.reached, self.at_import = before

    def visit_all(self, nodes: Iterable[ast.AST | None]) -> None:
        for node in nodes:
            if node is not None:
                self.visit(node)

    def visit(self, node: ast.AST) -> None:
        if not isinstance(node, ast.stmt):
            super().visit(node)
            return
        body = getattr(node, "body", None) or getattr(node, "cases", None)
        last = node.end_lineno or node.lineno
        if body and isinstance(body[0], ast.stmt):
            last = max(node.lineno, body[0].lineno - 1)
        with self.within(range(node.lineno, last + 1), not self.functions):
            super().visit(node)
