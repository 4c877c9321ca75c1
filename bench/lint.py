"""How well, how exactly and how fast mistakes in templates are found: ``ita-docs lint`` against docxtpl-lint.

``python -m bench.lint`` prints the table that is kept in ``bench/lint.md``. docxtpl-lint is given what makes it find
the most: the data that fills the templates, the filters allowed, and that values are escaped.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from docxtpl_lint import api

from wordfill.lint import Finding, lint
from wordfill.sandbox import environment

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from broken_templates import Case, cases
from sound_template import CONTEXT, KNOWN, template
from sound_templates import templates


@dataclass(frozen=True, slots=True)
class Row:
    """One broken template: what each program said, and whether docxtpl-lint's place is the fault's paragraph."""

    case: Case
    ours: tuple[Finding, ...]
    right: bool
    rules: tuple[str, ...]
    there: bool


def rival(data: bytes) -> list[api.Issue]:
    """What docxtpl-lint finds."""
    return api.lint(data, CONTEXT, filters=environment().filters, autoescape=True).issues


def compare(case: Case) -> Row:
    """Both programs on one broken template."""
    ours = lint(case.data, KNOWN)
    right = len(ours) == 1 and (ours[0].id, str(ours[0].spot), ours[0].tag) == (case.id, case.place, case.tag)
    issues = rival(case.data)
    stem = Path(ours[0].spot.member).stem.replace("document", "body")
    there = [
        issue for issue in issues if (issue.location.part, issue.location.paragraph) == (stem, ours[0].spot.index + 1)
    ]
    return Row(case, ours, right, tuple(issue.rule for issue in issues), bool(there))


def median(examine: Callable[[bytes], object], files: Sequence[bytes], rounds: int = 5) -> float:
    """Milliseconds for one template."""
    times = []
    for data in files:
        for _ in range(rounds):
            start = time.perf_counter()
            examine(data)
            times.append(time.perf_counter() - start)
    return statistics.median(times) * 1000


def main() -> None:
    """Print both tables."""
    rows = [compare(case) for case in cases()]
    sound = [template(*changes) for changes in templates().values()]
    found_ours, found_rival = (sum(map(bool, found)) for found in ([r.ours for r in rows], [r.rules for r in rows]))
    false_ours = sum(bool(lint(data, KNOWN)) for data in sound)
    false_rival = sum(bool(rival(data)) for data in sound)
    files = [row.case.data for row in rows]
    print("# Mistakes in templates: ita-docs lint and docxtpl-lint\n")
    print("Made by `python -m bench.lint`: one fault in each broken template, none in the sound ones.\n")
    print("| | ita-docs lint | docxtpl-lint |\n|---|---:|---:|")
    print(f"| faults found, of {len(rows)} | {found_ours} | {found_rival} |")
    print(f"| … at the fault's own paragraph | {sum(row.right for row in rows)} | {sum(row.there for row in rows)} |")
    exact = sum(row.there and len(row.rules) == 1 for row in rows)
    print(f"| … and nothing besides | {sum(row.right for row in rows)} | {exact} |")
    print(f"| findings in all | {sum(len(row.ours) for row in rows)} | {sum(len(row.rules) for row in rows)} |")
    print(f"| sound templates with a finding, of {len(sound)} | {false_ours} | {false_rival} |")
    print(f"| time for one template (median, ms) | {median(lint_known, files):.1f} | {median(rival, files):.1f} |\n")
    print("| fault | ita-docs lint | place | docxtpl-lint (rule, times) | same paragraph |\n|---|---|---|---|---|")
    for row in rows:
        rules = ", ".join(f"{rule} ×{row.rules.count(rule)}" for rule in dict.fromkeys(row.rules)) or "–"
        there = "yes" if row.there else "no" if row.rules else ""
        print(f"| {row.case.name} | {row.case.id} | {row.case.place} | {rules} | {there} |")


def lint_known(data: bytes) -> tuple[Finding, ...]:
    """What this program finds."""
    return lint(data, KNOWN)


if __name__ == "__main__":
    main()
