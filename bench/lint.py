"""How well, how exactly and how fast mistakes in templates are found: ``ita-docs lint`` against docxtpl-lint.

``python -m bench.lint`` prints the table that is kept in ``bench/lint.md``. docxtpl-lint is given what makes it find
the most: the data that fills the templates, the filters allowed, and that values are escaped.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from docxtpl_lint import api

from ita_docs.fields import known
from ita_docs.places import packaged_templates
from wordfill.lint import Finding, lint
from wordfill.sandbox import FILTERS

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from broken_templates import Case, cases
from sound_template import CONTEXT, KNOWN, template
from sound_templates import templates

CRASHED = "crashed"
STRANGERS = (
    "as-it-is", "choice-in-a-tag", "comparisons", "elif", "loop-counters", "for-else", "set", "comments", "rows-chosen",
    "turns-counted", "tag-in-a-link", "tag-in-a-content-control", "bold-with-its-twin", "two-sections",
)  # fmt: skip
"""Sound templates that are looked at as another program saves them too."""


@dataclass(frozen=True, slots=True)
class Row:
    """One broken template: what each program said, and whether docxtpl-lint's place is the fault's paragraph."""

    case: Case
    ours: tuple[Finding, ...]
    right: bool
    rules: tuple[str, ...]
    there: bool


def rival(data: bytes) -> list[api.Issue]:
    """What docxtpl-lint finds. Raises what it raises."""
    return api.lint(data, CONTEXT, filters=FILTERS, autoescape=True).issues


def rules(data: bytes) -> list[tuple[str, str, int]]:
    """What docxtpl-lint finds: the rule, the part, the paragraph. ``CRASHED`` where it does not come through."""
    try:
        return [(one.rule, one.location.part, one.location.paragraph) for one in rival(data)]
    except Exception:  # it is compared as it is
        return [(CRASHED, "", 0)]


def compare(case: Case) -> Row:
    """Both programs on one broken template."""
    ours = lint(case.data, KNOWN)
    right = len(ours) == 1 and (ours[0].id, str(ours[0].spot), ours[0].tag) == (case.id, case.place, case.tag)
    issues = rules(case.data)
    spot = ours[0].spot if ours else None
    place = (Path(spot.member).stem.replace("document", "body"), spot.index + 1) if spot else None
    found = tuple(rule for rule, *_ in issues if rule != CRASHED)
    return Row(case, ours, right, found, any((part, number) == place for _, part, number in issues))


def by_libreoffice(templates: Mapping[str, bytes]) -> dict[str, bytes]:
    """``templates`` as LibreOffice saves them, a stranger to how they were made; none where it is not installed."""
    program = shutil.which("soffice")
    if program is None:
        return {}
    with tempfile.TemporaryDirectory() as folder:
        for name, data in templates.items():
            Path(folder, f"{name}.docx").write_bytes(data)
        asked = [
            program,
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--convert-to",
            "docx:Office Open XML Text",
        ]
        asked += ["--outdir", f"{folder}/saved", *(f"{folder}/{name}.docx" for name in templates)]
        subprocess.run(asked, check=True, capture_output=True, timeout=300)
        return {path.stem: path.read_bytes() for path in sorted(Path(folder, "saved").glob("*.docx"))}


def median(examine: Callable[[bytes], object], files: Sequence[bytes], rounds: int = 3) -> float:
    """Milliseconds for one template: of each file the best of several rounds, of these the median."""
    best = []
    for data in files:
        times = []
        for _ in range(rounds):
            start = time.perf_counter()
            examine(data)
            times.append(time.perf_counter() - start)
        best.append(min(times))
    return statistics.median(best) * 1000


def main() -> None:
    """Print both tables."""
    rows = [compare(case) for case in cases()]
    sound = [template(*changes) for changes in templates().values()]
    saved = by_libreoffice({name: template(*templates()[name]) for name in STRANGERS})
    found_ours, found_rival = (sum(map(bool, found)) for found in ([r.ours for r in rows], [r.rules for r in rows]))
    false_ours = sum(bool(lint(data, KNOWN)) for data in sound)
    false_rival = sum(bool(rules(data)) for data in sound)
    odd_ours = {name: lint(data, KNOWN) for name, data in saved.items()}
    odd_rival = sum(bool(rules(data)) for data in saved.values())
    own = sorted(packaged_templates().glob("*_template.docx"))
    own_found = sum(bool(lint_product(path)) for path in own)
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
    print(f"| … as LibreOffice saves them, of {len(saved)} | {sum(map(bool, odd_ours.values()))} | {odd_rival} |")
    print(f"| templates of the pack with a finding, of {len(own)} | {own_found} | |")
    print(f"| time for one template (median, ms) | {median(lint_known, files):.1f} | {median(rules, files):.1f} |\n")
    print("| fault | ita-docs lint | place | docxtpl-lint (rule, times) | same paragraph |\n|---|---|---|---|---|")
    for row in rows:
        listed = ", ".join(f"{rule} ×{row.rules.count(rule)}" for rule in dict.fromkeys(row.rules)) or "–"
        there = "yes" if row.there else "no" if row.rules else ""
        print(f"| {row.case.name} | {row.case.id} | {row.case.place} | {listed} | {there} |")


def lint_product(path: Path) -> tuple[Finding, ...]:
    """What this program finds in a template of its own."""
    return lint(path, known(path))


def lint_known(data: bytes) -> tuple[Finding, ...]:
    """What this program finds."""
    return lint(data, KNOWN)


if __name__ == "__main__":
    main()
