"""A test that needs something of the machine is skipped or fails, and by the table of needs alone."""

from __future__ import annotations

import pytest

import needs
from thaipages.pdf import office


@pytest.fixture
def nothing_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "find", lambda: None)
    monkeypatch.setenv("PATH", "")
    for marker in needs.NEEDS:
        monkeypatch.delenv(f"ITA_DOCS_REQUIRE_{marker.upper()}", raising=False)


@pytest.mark.usefixtures("nothing_there")
def test_what_is_missing_is_the_reason_for_a_skip() -> None:
    with pytest.raises(pytest.skip.Exception, match="LibreOffice, poppler"):
        needs.meet(["usefixtures", "office"])


@pytest.mark.usefixtures("nothing_there")
def test_what_is_missing_fails_a_test_that_must_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ITA_DOCS_REQUIRE_OFFICE", "1")
    with pytest.raises(pytest.fail.Exception, match="LibreOffice, poppler"):
        needs.meet(["office"])


@pytest.mark.usefixtures("nothing_there")
def test_another_need_is_one_more_entry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(needs.NEEDS, "browser", {"chromium": lambda: False, "a screen": lambda: True})
    monkeypatch.setenv("ITA_DOCS_REQUIRE_OFFICE", "1")
    with pytest.raises(pytest.skip.Exception, match=r"chromium$"):
        needs.meet(["browser"])
    monkeypatch.setenv("ITA_DOCS_REQUIRE_BROWSER", "1")
    with pytest.raises(pytest.fail.Exception, match="ITA_DOCS_REQUIRE_BROWSER"):
        needs.meet(["browser"])


def test_what_is_there_is_no_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(needs.NEEDS, "office", {"LibreOffice": lambda: True})
    monkeypatch.setenv("ITA_DOCS_REQUIRE_OFFICE", "1")
    needs.meet(["office", "parametrize"])


def test_no_test_with_a_need_is_skipped_by_another_condition(request: pytest.FixtureRequest) -> None:
    """``skipif`` would be a second place that decides."""
    items = request.session.items
    needy = [item for item in items if any(item.get_closest_marker(marker) for marker in needs.NEEDS)]
    assert [item.nodeid for item in needy if item.get_closest_marker("skipif")] == []
