"""The filled workbooks of six kinds of offices: true texts, of which nothing may be told, and packs made of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from ita_docs import build
from ita_docs.papers.reading import read_and_check
from officefiles.problems import Severity

EXAMPLES = sorted((Path(__file__).resolve().parent.parent / "examples").glob("*.xlsx"))
MOST_NOTES = 3


def test_there_is_one_of_each_kind_and_the_readme_has_a_line_for_it() -> None:
    kinds = ["department", "district", "hospital", "municipality", "school", "subdistrict"]
    assert [path.stem.partition("_")[0] for path in EXAMPLES] == kinds
    lines = (EXAMPLES[0].parent / "README.md").read_text(encoding="utf-8").splitlines()
    assert [path.name for path in EXAMPLES if sum(f"`{path.name}`" in line for line in lines) != 1] == []


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_true_workbook_is_told_of_nothing(path: Path) -> None:
    problems = read_and_check(path).problems
    assert [problem for problem in problems if problem.severity is not Severity.NOTE] == []
    assert len(problems) <= MOST_NOTES


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_its_whole_pack_is_made_and_nothing_is_lost(path: Path) -> None:
    made, reading = build(path), read_and_check(path)
    assert reading.submission
    whole = {"title", "activities", "order", "analysis", "measures", "memo", "notice", "pack", "summary", "tracker"}
    results = {"results"} if reading.submission.results else set()
    assert {name.partition(".")[0] for name in made.files} == whole | results
    assert made.problems == reading.problems
