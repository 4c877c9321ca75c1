"""Many offices side by side, start to end, without writing anything: workbooks in, a workbook and a report out."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from ita_docs.comparison.figures import HAS_ERRORS, Figures, LeftOut, figures_of
from ita_docs.papers import INCOMPLETE_DOCUMENT, Production, read_and_check
from officefiles.problems import Place, Severity

if TYPE_CHECKING:
    from ita_docs.comparison.tables import Comparison

NAME = "comparison"


def figures(workbook: Path, name: str, frameworks: Path | None = None) -> Figures | LeftOut:
    """The row of one workbook, called ``name`` in the report, or why it is left out: what may not be built is not
    compared. Raises ``FrameworkError`` only where a framework file is broken."""
    reading = read_and_check(workbook, frameworks)
    if reading.refused or reading.submission is None or reading.framework is None:
        errors = sum(problem.severity is Severity.ERROR for problem in reading.problems)
        return LeftOut(workbook=name, reason=HAS_ERRORS.format(count=errors), errors=errors)
    return figures_of(name, reading.submission, reading.framework)


def make(comparison: Comparison, template: Path) -> Production:
    """``comparison.xlsx`` and ``comparison.docx``. Raises ``TemplateError`` where the template is broken."""
    from ita_docs import places
    from ita_docs.comparison import workbook
    from ita_docs.comparison.context import CHARTS, build
    from ita_docs.house import CHART_STYLE
    from wordfill import charts
    from wordfill.engine import Template
    from wordfill.verify import texts, verify

    values = build(comparison)
    report = Template.load(template, places.cache()).render(values)
    wrong = verify(report, _expected(values), texts(values))
    drawn = charts.charts_of(workbook.for_report(comparison))
    report = charts.place(report, dict(zip(CHARTS, drawn, strict=True)), CHART_STYLE)
    return Production(
        problems=tuple(INCOMPLETE_DOCUMENT.at(Place(), fault, name=NAME) for fault in wrong),
        files={f"{NAME}.xlsx": workbook.build(comparison), f"{NAME}.docx": report},
    )


def _expected(values: dict[str, object]) -> Iterable[str]:
    """What must stand in a report, whatever an office made of the template: the findings."""
    findings = values["findings"]
    assert isinstance(findings, list)
    return findings
