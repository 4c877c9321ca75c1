"""Many offices side by side, start to end, without writing anything: workbooks in, a workbook and a report out."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.comparison.figures import HAS_ERRORS, Figures, LeftOut, figures_of
from pipeline.problems import Place, Severity
from pipeline.produce import INCOMPLETE_DOCUMENT, Production, read_and_check

if TYPE_CHECKING:
    from pipeline.comparison.tables import Comparison

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
    from pipeline.comparison.context import CHARTS, build
    from pipeline.excel import comparison as workbook
    from pipeline.word import charts
    from pipeline.word.engine import Template
    from pipeline.word.verify import texts, verify

    values = build(comparison)
    report = Template.load(template).render(values)
    wrong = verify(report, _expected(values), texts(values))
    drawn = charts.charts_of(workbook.for_report(comparison))
    report = charts.place(report, dict(zip(CHARTS, drawn, strict=True)))
    return Production(
        problems=tuple(INCOMPLETE_DOCUMENT.at(Place(), fault, name=NAME) for fault in wrong),
        files={f"{NAME}.xlsx": workbook.build(comparison), f"{NAME}.docx": report},
    )


def _expected(values: dict[str, object]) -> Iterable[str]:
    """What must stand in a report, whatever an office made of the template: the findings."""
    findings = values["findings"]
    assert isinstance(findings, list)
    return findings
