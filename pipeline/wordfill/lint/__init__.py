"""Examine a template before it is used: every mistake of a run, each at its place, in Thai, with the likely fix.

``lint`` finds, ``annotate`` writes the findings into a copy as Word comments, ``as_json`` gives them as plain values,
``used`` the names that a template uses. Each is loaded when it is asked for: to fill a template takes ``used`` alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from officefiles.lazy import lazy_names

if TYPE_CHECKING:
    from wordfill.lint.comments import annotate
    from wordfill.lint.examination import UNREADABLE, fixed_texts, lint
    from wordfill.lint.finding import Cell, Finding, Spot, as_json
    from wordfill.lint.uses import is_workbook, used, used_by_tag
else:
    __getattr__ = lazy_names(
        __name__,
        comments=("annotate",),
        examination=("UNREADABLE", "fixed_texts", "lint"),
        finding=("Cell", "Finding", "Spot", "as_json"),
        uses=("is_workbook", "used", "used_by_tag"),
    )

__all__ = ["UNREADABLE", "Cell", "Finding", "Spot", "annotate", "as_json", "fixed_texts", "is_workbook", "lint", "used"]
__all__ += ["used_by_tag"]
