"""Analyses, measures, reports and memos written by hand in many ways, read whole: every cell, its doubt, what is left.

The papers are in ``tests/papers/``, typed as the orders of ``tests/orders/`` are; what is read from each is in
``tests/golden/imported_papers/``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import old_orders
from ita_docs.framework.load import load
from ita_docs.importing.papers import find_papers, fiscal_year_of
from outline_old import of_documents

HERE = Path(__file__).resolve().parent
PAPERS = sorted((HERE / "papers").glob("*.txt"))


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)
def test_all_that_a_paper_says_is_read(path: Path, golden: Callable[[str, str], None]) -> None:
    file = old_orders.file(path.read_text(encoding="utf-8"))
    found = find_papers(file, load((fiscal_year_of([file]) or 2567) - 1))
    golden(f"imported_papers/{path.stem}", of_documents(found, file))


def test_every_text_that_is_kept_is_one_of_a_paper() -> None:
    kept = {path.stem for path in (HERE / "golden" / "imported_papers").glob("*.txt")}
    assert kept == {path.stem for path in PAPERS}
