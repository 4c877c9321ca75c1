"""The list of problems in docs/ is what the modules state, whole and in words that staff can use."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from ita_docs.checks import of_wording
from ita_docs.checks.cells import Cell
from ita_docs.framework.words.lists import Misspellings, Titles
from ita_docs.model import Source
from tools import docs_problems

ROOT = Path(__file__).resolve().parent.parent
KINDS = docs_problems.kinds()


def test_the_page_is_fresh() -> None:
    assert docs_problems.PAGE.read_text(encoding="utf-8") == docs_problems.page(), "run: make docs"


def test_every_kind_stands_on_the_page_once() -> None:
    text = docs_problems.page()
    assert [kind.id for _, kind in KINDS if text.count(f"| `{kind.id}` |") != 1] == []


def test_every_kind_is_told_somewhere() -> None:
    """What the page promises is looked at: the name of each kind stands in the code where it is told, too."""
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "pipeline").rglob("*.py"))
    named = Counter(re.findall(r"\b[A-Z][A-Z0-9_]+\b", code))
    defined = re.findall(r"^([A-Z][A-Z0-9_]+) = Kind\(", code, re.MULTILINE)
    assert len(defined) > 200
    assert [name for name in defined if named[name] <= defined.count(name)] == []


def test_kinds_are_found_in_every_part() -> None:
    modules = {module.rsplit(".", 1)[0] for module, _ in KINDS}
    assert {"ita_docs.checks", "ita_docs.workbook", "wordfill.lint"} <= modules


def test_a_kind_says_what_it_is_and_what_to_do_in_thai() -> None:
    assert [kind.id for _, kind in KINDS if not re.fullmatch("[a-z]+(-[a-z]+)*", kind.id)] == []
    said = [(kind.id, text) for _, kind in KINDS for text in (kind.message, kind.hint, kind.meaning)]
    assert [one for one in said if not re.search(r"[ก-ฮ]|^\{\w+\}$", one[1])] == []
    assert [one for one in said if re.search(r"  |[^\s(“]ๆ", one[1])] == []


DAMAGED_ON_PURPOSE = {"text-debris", "misplaced-mark", "mixed-digits", "letter-not-thai"}
"""What messages show: signs of templates, vowels by themselves, digits of both kinds."""


def test_advice_is_itself_rightly_written() -> None:
    for text in (text for _, kind in KINDS for text in (kind.message, kind.hint)):
        said = of_wording(Cell(Source(), "text", re.sub(r"\{[^{}]*\}", "5", text)))
        assert [(text, problem) for problem in said if problem.kind not in DAMAGED_ON_PURPOSE] == []


def test_the_words_that_are_proposed_are_right() -> None:
    words = "\n".join((*Misspellings.load().words, *Titles.load().full.values()))
    assert of_wording(Cell(Source(), "text", words)) == []
