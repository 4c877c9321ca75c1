"""What can be used at one tag, and where what is found there goes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace

from officefiles.problems import Kind
from wordfill.lint.expression_kinds import UNKNOWN
from wordfill.lint.facts import Facts, both
from wordfill.lint.names import Node


@dataclass(frozen=True, slots=True)
class Scope:
    """The names that can be used at a tag; the variables of loops that ended, each with its loop's tag, and the names
    that only some conditions set, each with the condition's tag; the filters allowed; where mistakes and names used go;
    and what is known to hold there."""

    names: Mapping[str, Node]
    ended: Mapping[str, str]
    perhaps: Mapping[str, str]
    filters: Collection[str]
    report: Callable[[Kind, dict[str, str]], None]
    use: Callable[[Node], None]
    facts: Facts

    def report_unknown(self, name: str, near: str, kind: Kind = UNKNOWN) -> None:
        """Report a name that is not known, and the one that is ``near`` it, if any is."""
        meant = f"หมายถึง {near} หรือไม่" if near else "ดูรายการชื่อข้อมูลที่ใช้ได้"
        self.report(kind, {"name": name, "meant": meant})

    def where(self, more: Facts) -> Scope:
        """The same place, where ``more`` holds too."""
        return replace(self, facts=both(self.facts, more))
