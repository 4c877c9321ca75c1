"""What ``kept_whole`` keeps belongs to tests that there are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
EVERY = sorted((HERE / "golden" / "whole").glob("*.txt"))
KEPT = [path for path in EVERY if (HERE / f"test_{path.stem}.py").exists()]
"""The others are goldens of a name of their own."""


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.stem)
def test_every_part_that_is_kept_whole_is_of_a_test(path: Path) -> None:
    tests = (HERE / f"test_{path.stem}.py").read_text(encoding="utf-8")
    names = [one.removeprefix("# ") for one in path.read_text(encoding="utf-8").splitlines() if one.startswith("# ")]
    functions = set(re.findall(r"def test_(\w+)", tests))
    assert [one for one in names if not any(one.replace(" ", "_").startswith(each) for each in functions)] == []
    assert len(names) == len(set(names))
