"""Options and fixtures that several tests share."""

from __future__ import annotations

import gc
import itertools
import os
import re
import sys
import zlib
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import hypothesis
import pytest

import needs

hypothesis.settings.register_profile("untimed", deadline=None)  # speed is measured in bench/, never in a test
hypothesis.settings.load_profile("untimed")

sys.dont_write_bytecode = False  # also where a machine asks for it: a hundred commands would compile all modules anew
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

gc.set_threshold(500_000, 50, 100)  # thousands of tests are held to the end: looking them through cost a fifth of a run

zlib.Z_DEFAULT_COMPRESSION = 1  # what libraries pack for a test is read once; the software names its own level

_NUMBERS = itertools.count()
GOLDEN = Path(__file__).resolve().parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the texts in tests/golden/ anew")


def pytest_configure(config: pytest.Config) -> None:
    needs.register(config)


def pytest_collection_finish() -> None:
    gc.freeze()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Before anything else can skip a test, it is decided whether it must run."""
    needs.meet(mark.name for mark in item.iter_markers())


@pytest.hookimpl(wrapper=True)
def pytest_report_to_serializable(
    report: pytest.CollectReport | pytest.TestReport,
) -> Generator[None, dict[str, object] | None, dict[str, object] | None]:
    """Of a test that passed nobody asks for the keywords: they were most of what processes tell each other."""
    told = yield
    if told and report.passed:
        told["keywords"] = {}
    return told


@pytest.fixture(scope="session", autouse=True)
def _no_wait_for_the_disk() -> Iterator[None]:
    """Files of tests need not outlast a loss of power; ``tests/test_power.py`` looks at what is flushed when."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _number: None)
        patch.setattr(gc, "set_threshold", lambda *_: None)  # a command sets its own
        yield


@pytest.fixture
def tmp_path(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """A folder of its own for a test, as pytest makes it, but for the links from every name to its last one."""
    name = re.sub(r"\W", "_", request.node.name)[:30]
    path = tmp_path_factory.getbasetemp() / f"{next(_NUMBERS)}-{name}"
    path.mkdir()
    return path


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


@pytest.fixture
def kept_whole(request: pytest.FixtureRequest) -> Iterator[list[str]]:
    """A list for what a test sees: all of it is compared with the part of that test in ``tests/golden/whole/``."""
    seen: list[str] = []
    yield seen
    if not seen:
        return
    path = GOLDEN / "whole" / f"{request.module.__name__.removeprefix('test_')}.txt"
    whole = path.read_text(encoding="utf-8") if path.exists() else ""
    parts = {part.partition("\n")[0]: part for part in re.split(r"^(?=# )", whole, flags=re.MULTILINE) if part}
    function = request.function.__name__.removeprefix("test_").replace("_", " ")
    case = request.node.callspec if hasattr(request.node, "callspec") else None
    numbers = (str(at + 1) for at in dict.fromkeys(case.indices.values())) if case else ()
    of_case = [case.id] if case and re.fullmatch("[a-z ]+", case.id) else numbers
    name = " ".join(("#", function, *of_case))
    part = "\n".join((name, *seen)) + "\n"
    if request.config.getoption("--update-golden"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join({**parts, name: part}.values()), encoding="utf-8", newline="\n")
    else:
        assert part.splitlines() == parts.get(name, "").splitlines()
