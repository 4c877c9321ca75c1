"""Ten faults at once: each is told, at its cell, and nothing else is, however they are mixed."""

from __future__ import annotations

import random
from collections.abc import Set
from pathlib import Path

import pytest

import made
import soak
import test_checks_dates
import test_checks_measures
import test_checks_people
import test_checks_scores
from checked import reported
from ita_docs.model import Submission
from ita_docs.papers.reading import read_and_check
from ita_docs.workbook.form import form_of
from ita_docs.workbook.schema import schema
from ita_docs.workbook.writer import write
from officefiles.problems import Problem

WIDE = {
    "indicator-missing",  # nothing is computed then
    "score-tiny",  # totals are not judged then
    "duties-missing",  # takes the duties away
    "duties-of-another-committee",  # needs the duties as they are
    "measure-missing",  # takes a row away
    "section-without-member",  # replaces the list of sections
    "strengths-as-weaknesses",  # names all strengths, whatever their scores
    "chair-not-first",  # these change two seats, or two activities
    "seats-out-of-order",
    "photo-twice",
    "committee-number-typed",  # renames a committee that others name
    "section-differs",  # these need another seat as it is
    "name-half-alike",
    "name-swapped",
    "name-two-spellings",
    "person-twice",
    "title-differs",
    "post-differs",
}
"""Faults that change more than their own record, and so are not mixed."""

POOL = [
    fault
    for module in (test_checks_people, test_checks_scores, test_checks_dates, test_checks_measures)
    for fault in module.FAULTS
    if fault[1][1] not in WIDE
]


EMPTY = {"title-missing", "follow-up-missing", "responsible-missing", "photo-other-day"}
"""Faults that are an empty cell in a workbook, or a photo that lies beside none, which the reader tells before any
check."""


def _general(*fields: str) -> set[tuple[str, str]]:
    return {(made.general().sheet, made.general().at(field).cell) for field in fields}


TOGETHER = (
    _general("total", "level", "IIT"),
    _general("number", "date", "effective"),
    _general("head_title", "signatory_position"),
    {("กิจกรรม", "B2"), ("กิจกรรม", "B3"), ("กิจกรรม", "C2"), ("กิจกรรม", "C3"), ("กิจกรรม", "D2")},
    {("บุคลากร", "H9"), ("บุคลากร", "H10"), ("บุคลากร", "H11")},
)
"""Cells that are judged together, and so count as one row."""


def row(sheet: str, cell: str) -> tuple[str, str]:
    """The sheet and row of a cell, one row for cells that are judged together."""
    return next((min(cells) for cells in TOGETHER if (sheet, cell) in cells), (sheet, cell[1:]))


def ten(seed: int, without: Set[str] = frozenset()) -> list[tuple]:
    """Ten faults drawn at random, no two of them in one row of one sheet."""
    drawn, rows = [], set()
    for fault in random.Random(seed).sample(POOL, len(POOL)):
        own = row(*fault[1][2:4])
        if own not in rows and fault[1][1] not in without:
            rows.add(own)
            drawn.append(fault)
    return drawn[:10]


@pytest.mark.parametrize("seed", soak.some(range(20), 5))
def test_ten_faults_are_ten_problems_at_their_cells(seed: int) -> None:
    whole = made.submission()
    faults = ten(seed)
    for change, _ in faults:
        whole = change(whole)
    assert sorted(reported(whole)) == sorted(problem for _, problem in faults)


def read_back(whole: Submission, folder: Path) -> tuple[Problem, ...]:
    """The problems of a submission written as a workbook and read again."""
    path = folder / "office.xlsx"
    path.write_bytes(write(form_of(whole, schema(2566))))
    return read_and_check(path).problems


def test_a_clean_workbook_has_no_errors_no_warnings_and_no_notes(tmp_path: Path) -> None:
    assert read_back(made.submission(), tmp_path) == ()


@pytest.mark.parametrize("seed", range(3))
def test_ten_faults_in_a_workbook_are_ten_problems_in_its_cells(seed: int, tmp_path: Path) -> None:
    whole = made.submission()
    faults = ten(seed, EMPTY)
    for change, _ in faults:
        whole = change(whole)
    problems = read_back(whole, tmp_path)
    assert sorted((str(one.severity), one.kind, one.place.sheet, one.found) for one in problems) == sorted(
        (severity, kind, sheet, found) for _, (severity, kind, sheet, _, found) in faults
    )
