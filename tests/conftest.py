"""Options and fixtures that several tests share."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from thaipages.pdf import office

GOLDEN = Path(__file__).resolve().parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the texts in tests/golden/ anew")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """A test marked ``office`` is skipped where LibreOffice or poppler is missing, and fails where it must run."""
    if item.get_closest_marker("office") and (office.find() is None or shutil.which("pdftotext") is None):
        reason = "LibreOffice or poppler is not on this machine"
        if os.environ.get("ITA_DOCS_REQUIRE_OFFICE"):
            pytest.fail(f"{reason}, and ITA_DOCS_REQUIRE_OFFICE asks for this test")
        pytest.skip(reason)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with the one kept in tests/golden/ under a name; ``--update-golden`` keeps the new one."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / f"{name}.txt"
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        kept = path.read_text(encoding="utf-8") if path.exists() else ""
        assert text.splitlines() == kept.splitlines()

    return compare
