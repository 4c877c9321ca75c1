"""The filled workbooks of every kind of office: true texts, of which nothing may be told, and packs made of them."""

from __future__ import annotations

from pathlib import Path

import pytest

import soak
from betrayal import WORDS, betraying, printed, said
from checked import reading_of
from ita_docs import build
from ita_docs.checks.completeness import Found
from ita_docs.papers.reading import completeness_of
from officefiles.problems import Severity

EXAMPLES = sorted((Path(__file__).resolve().parent.parent / "examples").glob("*.xlsx"))
MOST_NOTES = 3
WITHOUT_ITEMS = {"college_2569", "hospital_2569"}
"""No list of their family is known."""
TEXT_OF = {"docx": printed, "xlsx": said, "ics": lambda data: data.decode().replace("\r\n ", "")}
each = pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)


def test_there_is_one_of_each_kind_and_the_readme_has_a_line_for_it() -> None:
    assert [path.stem.partition("_")[0] for path in EXAMPLES] == sorted(kind.key for kind in WORDS.kinds)
    lines = (EXAMPLES[0].parent / "README.md").read_text(encoding="utf-8").splitlines()
    assert [path.name for path in EXAMPLES if sum(f"`{path.name}`" in line for line in lines) != 1] == []


@each
def test_a_true_workbook_is_told_of_nothing_and_has_all_that_its_items_ask_for(path: Path) -> None:
    reading = reading_of(path)
    assert [problem for problem in reading.problems if problem.severity is not Severity.NOTE] == []
    assert len(reading.problems) <= MOST_NOTES
    rows = completeness_of(reading)
    assert {row.found for row in rows} == (set() if path.stem in WITHOUT_ITEMS else {Found.FULL})


@pytest.mark.parametrize("path", soak.some(EXAMPLES, 4), ids=lambda path: path.stem)
def test_its_whole_pack_is_made_nothing_is_lost_and_no_word_is_of_another_kind(path: Path) -> None:
    made, reading = build(path), reading_of(path)
    assert reading.submission
    whole = {"title", "activities", "order", "analysis", "measures", "memo", "notice", "pack", "summary", "tracker"}
    results = {"results"} if reading.submission.results else set()
    results |= {"results_memo"} if reading.submission.papers.results_memo else set()
    assert {name.partition(".")[0] for name in made.files} == whole | results
    assert made.problems == reading.problems
    kind = WORDS.known(reading.submission.office.name)
    assert kind
    assert path.stem.startswith(f"{kind.key}_")
    texts = {name: TEXT_OF[name.rpartition(".")[2]](data) for name, data in made.files.items()}
    assert {name: found for name, text in texts.items() if (found := betraying(text, kind))} == {}
