"""What ``bench.mutants`` does inside pytest: it says which test runs, and ends one that hangs.

A plugin (``-p bench.mutation.in_pytest``). ``MUTANTS_REPORT`` names the file that gets a JSON line for each test run:
its name, its seconds of processor time and on the clock, whether it compares a whole output, whether it failed.
``MUTANTS_ORDER`` names one with the tests to run, in their order, each with the seconds that it is given.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest

_START = 120
"""Seconds for all imports: a fault may hang there as well."""
_MEMORY = 8 << 30
"""Bytes of address space: a fault may ask for more and more."""
_failed: set[str] = set()


@cache
def _order() -> dict[str, int]:
    name = os.environ.get("MUTANTS_ORDER")
    return json.loads(Path(name).read_bytes()) if name else {}


def pytest_configure(config: pytest.Config) -> None:
    """The same examples of Hypothesis every time, none made smaller; the clock for imports starts."""
    if _order():
        signal.alarm(_START)
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))
    if config.pluginmanager.has_plugin("hypothesispytest"):
        from hypothesis import Phase, settings

        settings.register_profile(
            "mutants", derandomize=True, database=None, phases=[Phase.explicit, Phase.generate], deadline=None
        )
        settings.load_profile("mutants")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the tests to run, in their order."""
    if order := _order():
        ranks = {name: rank for rank, name in enumerate(order)}
        items[:] = sorted((item for item in items if item.nodeid in order), key=lambda item: ranks[item.nodeid])


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Set-up, call and tear-down of a test: within its time, or with the lines executed meanwhile as its own."""
    begun, spent = time.perf_counter(), _processor()
    if limits := _order():
        signal.alarm(limits[item.nodeid])
        done = yield
    else:
        with _measured(item.nodeid):
            done = yield
    took = [round(now - then, 4) for now, then in ((_processor(), spent), (time.perf_counter(), begun))]
    whole = isinstance(item, pytest.Function) and "golden" in item.fixturenames
    with Path(os.environ["MUTANTS_REPORT"]).open("a", encoding="utf-8") as file:
        file.write(json.dumps([item.nodeid, *took, whole, item.nodeid in _failed]) + "\n")
    return done


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Note a failure of any part of a test."""
    if report.failed:
        _failed.add(report.nodeid)


@contextmanager
def _measured(test: str) -> Iterator[None]:
    """The lines executed meanwhile are this test's; so are those of programs that it starts."""
    from coverage import Coverage

    os.environ["MUTANTS_TEST"] = test
    measured = Coverage.current()
    if measured:
        measured.switch_context(test)
    yield
    del os.environ["MUTANTS_TEST"]
    if measured:
        measured.switch_context("")


def _processor() -> float:
    """Seconds of processor time up to now, of the programs that have ended too."""
    return sum(os.times()[:4])
