"""The page of each toolkit: its examples run."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest

PIPELINE = Path(__file__).resolve().parents[2] / "pipeline"


@pytest.mark.parametrize("toolkit", ["officefiles", "thaipages", "wordfill"])
def test_the_examples_run(toolkit: str) -> None:
    page = PIPELINE / toolkit / "README.md"
    done = doctest.testfile(str(page), module_relative=False, encoding="utf-8")
    assert done.attempted > 4
    assert done.failed == 0
