"""Single faults in every column, and texts that break programs: told at their cells, or printed whole. ``bench.faults``
plants all of them; here stand some of each, others on each change of the list."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

import soak
from ita_docs.papers.pack import produce
from ita_docs.papers.reading import read_and_check
from ita_docs.places import template_files
from made_workbook import save
from planted import HOSTILE, KINDS, OF_TEXT, elsewhere, hostile, planted, problems, text_columns, told, whole

YEARS = (2566, 2569)
MANY, FEW = 20, 8
KEYS = ("committee", "level")
"""Fields whose texts other cells must equal: a change of one is an error, told at its cell."""


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.soak
def test_a_fault_is_told_at_its_cell_and_makes_at_most_one_message_elsewhere(year: int, tmp_path: Path) -> None:
    before = read_and_check(save(whole(year)[0], tmp_path)).problems
    assert not before
    faults = list(planted(year))
    assert len(faults) > 800
    for one in random.Random(len(faults)).sample(faults, MANY):
        found = problems(one, tmp_path)
        assert told(one, found), one
        assert len(elsewhere(one, found, before)) <= 1, one


def test_every_kind_of_value_has_faults_of_its_own() -> None:
    fields = {field.value for year in YEARS for sheet in whole(year)[1].sheets for field in sheet.fields}
    assert fields == set(KINDS)


@pytest.mark.parametrize("text", soak.some(random.Random(len(HOSTILE)).sample(HOSTILE, FEW), 2), ids=repr)
def test_a_text_that_breaks_programs_is_printed_whole_or_told_at_its_cell(text: str, tmp_path: Path) -> None:
    cells = [cell for cell in text_columns(2566) if cell[2] not in KEYS]
    made = produce(hostile(2566, text, cells, tmp_path), template_files())
    refused = {(one.place.sheet, one.place.cell) for one in made.problems if one.severity == "error"}
    assert refused in (set(), {cell[:2] for cell in cells})
    assert bool(made.files) is not bool(refused)  # what is printed was looked for in each document


def test_the_columns_of_text_are_those_of_the_form() -> None:
    form = whole(2566)[1]
    assert len(text_columns(2566)) == sum(
        KINDS[field.value] is OF_TEXT for sheet in form.sheets for field in sheet.fields
    )
