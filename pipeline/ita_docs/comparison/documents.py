"""Many offices side by side, start to end, without writing anything: workbooks in, a workbook and a report out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from ita_docs.comparison.figures import Figures, LeftOut, figures_of, of_one_year
from ita_docs.framework.load import FrameworkError, load
from ita_docs.framework.words.comparison import ComparisonPhrases
from ita_docs.papers.faults import INCOMPLETE_DOCUMENT
from ita_docs.papers.pack import Production
from ita_docs.papers.reading import read_and_check
from ita_docs.papers.templates import loaded
from ita_docs.workbook.file import Upload, Workbook
from ita_docs.workbook.picture_files import PICTURE_FAULTS
from officefiles.lazy import lazy_import
from officefiles.problems import Place, Problem, Severity
from officefiles.thai import thai_digits
from thaipages import listing
from wordfill.charts import charts_of
from wordfill.verify import texts, verify

if TYPE_CHECKING:
    from ita_docs.comparison import context, tables, workbook
    from ita_docs.comparison.tables import Comparison
else:  # with pandas, only once all is read: the processes that read do without it
    context, tables = lazy_import("ita_docs.comparison.context"), lazy_import("ita_docs.comparison.tables")
    workbook = lazy_import("ita_docs.comparison.workbook")

NAME = "comparison"
_CHART_SIZE = 454, 241, 0.7
"""Width and height in points; in the width of a text letters are smaller than on a page across."""
CRASHED = "อ่านไม่สำเร็จเพราะข้อผิดพลาดของโปรแกรม: {fault}"
BROKEN_FRAMEWORK = "เกณฑ์การประเมินใช้ไม่ได้: {fault}"  # not with the other words: their file may be what is broken


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads workbooks to what is kept of each, on any process. A file is called by its path ``below`` a folder, by its
    whole path where there is none, an upload by its name."""

    below: PurePath | None
    frameworks: Path | None

    @classmethod
    def of(cls, workbooks: Sequence[Path], frameworks: Path | None) -> Reader:
        """The reader of these workbooks, called by their paths below the folder common to all."""
        return cls(common_folder([book.absolute() for book in workbooks]), frameworks)

    def read(self, workbook: Workbook) -> Figures | LeftOut:
        """The row of one workbook, or why it is left out: what may not be built is not compared. Pictures need not be
        there: figures show none."""
        try:
            reading = read_and_check(workbook, self.frameworks)
            submission, framework, findings = reading.submission, reading.framework, reading.findings
            every = (problem for problem in reading.problems if problem.severity is Severity.ERROR)
            errors = [problem for problem in every if problem.kind not in PICTURE_FAULTS]
            if errors or submission is None or framework is None or findings is None:
                return self._left_out(workbook, _first_of(errors), len(errors))
            return figures_of(self._name(workbook), submission, framework, findings)
        except FrameworkError as fault:
            return self._left_out(workbook, BROKEN_FRAMEWORK.format(fault=fault))
        except Exception as fault:  # the others go on, and the report says what happened here
            return self.crashed(workbook, fault)

    def crashed(self, workbook: Workbook, fault: BaseException) -> LeftOut:
        """A workbook that the program itself failed on."""
        found = f"{type(fault).__name__}: {fault}" if str(fault) else type(fault).__name__
        return self._left_out(workbook, CRASHED.format(fault=found))

    def _left_out(self, workbook: Workbook, reason: str, errors: int = 1) -> LeftOut:
        return LeftOut(workbook=self._name(workbook), reason=reason, errors=errors)

    def _name(self, workbook: Workbook) -> str:
        if isinstance(workbook, Upload):
            return workbook.name
        whole = workbook.absolute()
        return (whole.relative_to(self.below) if self.below else whole).as_posix()


def common_folder(files: Sequence[PurePath]) -> PurePath | None:
    """The innermost folder that these files, by their whole paths, all stand below: none on several drives."""
    outward = files[0].parents if files else ()
    return next((folder for folder in outward if all(file.is_relative_to(folder) for file in files)), None)


def _first_of(errors: Sequence[Problem]) -> str:
    """How many errors keep a workbook out, and the first of them."""
    first = " ".join(filter(None, (str(errors[0].place), errors[0].message)))
    return ComparisonPhrases.load().left_out.has_errors.format(count=len(errors), first=first)


def compared(
    found: Iterable[Figures | LeftOut], frameworks: Path | None, year: int | None = None
) -> tuple[Comparison | None, tuple[LeftOut, ...]]:
    """The comparison of what was read of workbooks, of ``year`` or of the newest there is, and all that is left out;
    none where no office is left."""
    rows, left_out = of_one_year(found, year)
    return tables.compare(rows, left_out, load(rows[0].year, frameworks)) if rows else None, left_out


def make(comparison: Comparison, template: Path) -> Production:
    """``comparison.xlsx`` and ``comparison.docx``. Raises ``TemplateError`` where the template is broken."""
    values = context.build(comparison, charts_of(workbook.for_report(comparison), *_CHART_SIZE))
    report = loaded(template).render(values, numbers=thai_digits)
    wrong = verify(report, _expected(values), texts(values))
    if listing.asks(report):
        report = listing.numbered(listing.listed(report)).document
    return Production(
        problems=tuple(INCOMPLETE_DOCUMENT.at(Place(), fault, name=NAME) for fault in wrong),
        files={f"{NAME}.xlsx": workbook.build(comparison), f"{NAME}.docx": report.data()},
    )


def _expected(values: dict[str, object]) -> Iterable[str]:
    """What must stand in a report, whatever an office made of the template: the findings."""
    findings = values["findings"]
    assert isinstance(findings, list)
    return findings
