"""What ``bench.mutants`` does inside pytest: it says which test runs, and ends one that hangs.

A plugin (``-p bench.mutation.in_pytest``). ``MUTANTS_REPORT`` names the file that gets a JSON line for each test run;
``MUTANTS_ORDER`` one with the tests to run, in their order, each with the seconds that it is given.
"""

from __future__ import annotations

import json
import os
import resource
import signal
from collections import defaultdict
from collections.abc import Generator
from functools import cache
from pathlib import Path

import pytest

_START = 120
"""Seconds for all imports: a fault may hang there as well."""
_MEMORY = 8 << 30
"""Bytes of address space: a fault may ask for more and more."""
_seconds: defaultdict[str, float] = defaultdict(float)
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
    """The lines executed meanwhile, fixtures included, are this test's; so are those of programs that it starts."""
    if limits := _order():
        signal.alarm(limits[item.nodeid])
        return (yield)
    from coverage import Coverage

    os.environ["MUTANTS_TEST"] = item.nodeid
    measured = Coverage.current()
    if measured:
        measured.switch_context(item.nodeid)
    try:
        return (yield)
    finally:
        del os.environ["MUTANTS_TEST"]
        if measured:
            measured.switch_context("")


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Add the seconds of set-up, call and tear-down, and write the line after the last of them."""
    _seconds[report.nodeid] += report.duration
    if report.failed:
        _failed.add(report.nodeid)
    if report.when == "teardown":
        line = [report.nodeid, round(_seconds[report.nodeid], 4), report.nodeid in _failed]
        with Path(os.environ["MUTANTS_REPORT"]).open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")
