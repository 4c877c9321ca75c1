"""One small fault: a change of a few bytes of Python source that keeps every line where it is."""

from __future__ import annotations

import ast
import warnings
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """The bytes of a source from ``start`` to ``end`` replaced by ``new``, on ``line``.

    It shows only where one of the lines ``reached`` is executed; ``at_import`` where that is when the module is read.
    """

    kind: str
    start: int
    end: int
    new: bytes
    line: int
    reached: range
    at_import: bool

    def planted(self, source: bytes) -> bytes:
        """``source`` with this fault, as many lines as before."""
        lost = source.count(b"\n", self.start, self.end) - self.new.count(b"\n")
        return source[: self.start] + self.new + b"\n" * lost + source[self.end :]

    def shown(self, source: bytes) -> tuple[str, str]:
        """The first line that the fault changes, before and after."""
        lines = zip(source.splitlines(), self.planted(source).splitlines(), strict=False)
        before, after = next((before, after) for before, after in lines if before != after)
        return before.decode("utf-8").strip(), after.decode("utf-8").strip()

    def is_sound(self, source: bytes) -> bool:
        """Whether the source with the fault is Python, and means something else."""
        planted = self.planted(source)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", SyntaxWarning)
                compile(planted, "planted", "exec")
        except SyntaxError:
            return False
        return ast.dump(ast.parse(planted)) != ast.dump(ast.parse(source))
