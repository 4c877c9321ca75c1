"""What some tests need of the machine: a marker for each need, and how to see that it is there.

A test with such a marker is skipped, with the reason, where something is missing; it fails where the environment
variable ``ITA_DOCS_REQUIRE_`` with the marker's name (``ITA_DOCS_REQUIRE_OFFICE``) says that it must run, as in CI.
Another need is one more entry of the table.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Mapping
from importlib.util import find_spec
from pathlib import Path

import pytest

from thaipages.pdf import office


def chromium() -> str:
    """Where Chromium is on this machine; empty where it is not."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "")


def axe() -> str:
    """Where ``axe.min.js`` is, which looks at pages for barriers; empty where it is not."""
    named = os.environ.get("ITA_DOCS_AXE", "")
    return named if named and Path(named).is_file() else ""


Need = Mapping[str, Callable[[], bool]]
"""The programs of a need by their names, each with the question whether it is there."""

NEEDS: dict[str, Need] = {
    "office": {
        "LibreOffice": lambda: office.find() is not None,
        "poppler": lambda: shutil.which("pdftotext") is not None,
    },
    "browser": {
        "Chromium": lambda: bool(chromium()),
        "Playwright": lambda: find_spec("playwright") is not None,
        "axe-core (ITA_DOCS_AXE names its axe.min.js)": lambda: bool(axe()),
    },
}


def register(config: pytest.Config) -> None:
    """Make each need a marker that pytest knows."""
    for marker, programs in NEEDS.items():
        config.addinivalue_line("markers", f"{marker}: needs {', '.join(programs)}; see tests/needs.py")


def meet(markers: Iterable[str]) -> None:
    """Skip or fail the test at hand, which bears these markers, where something that it needs is missing."""
    for marker in markers:
        missing = [name for name, is_there in NEEDS.get(marker, {}).items() if not is_there()]
        if not missing:
            continue
        reason, variable = f"not on this machine: {', '.join(missing)}", f"ITA_DOCS_REQUIRE_{marker.upper()}"
        if os.environ.get(variable):
            pytest.fail(f"{reason}, and {variable} asks for this test", pytrace=False)
        pytest.skip(reason)
