"""A loss of power at any moment: each file whole, old or new, no edit lost, and nothing told as written that is not.

Every place of a log of writes is cut, three ways each: all is lost that was not flushed, nothing of it, or some.
``python -m bench.power`` does so with whole offices.
"""

from __future__ import annotations

import datetime
import random
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bench.power import Disk, Log, documents, laid_out, logged
from ita_docs.outputs import disk, manifest, store
from ita_docs.outputs.store import Stored

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="finds the names of what is flushed in /proc")

FIRST, SECOND, BY_HAND = b"1" * 3_000, b"2" * 3_000, b"by hand"
TODAY = datetime.date(2025, 11, 22)


def put(folder: Path, content: bytes, **more: object) -> Stored:
    made = {"order.docx": content, "title.docx": content}
    return store.store(folder, made, {"run": content[:1].decode()}, **more)  # type: ignore[arg-type]


def cuts(log: Log) -> Iterator[tuple[bool, dict[Path, bytes]]]:
    """Whether all was told, and what the disk has, for each place where the power may go."""
    chance = random.Random(2566)
    for end in range(len(log.steps) + 1):
        for likely in (0.0, 0.5, 1.0):
            after = Disk(log, end)
            yield after.told, after.left(lambda likely=likely: chance.random() < likely, chance)  # type: ignore[misc]


def looked_at(log: Log, office: str, after: Path, old: dict[str, bytes], **more: object) -> int:
    """Look at every cut of a build of ``SECOND``, and after half of them build again; how many were looked at."""
    looked = 0
    for told, left in cuts(log):
        looked += 1
        laid_out(left, after)
        folder = after / office
        found = documents(folder)
        new = dict.fromkeys(("order.docx", "title.docx"), SECOND)
        for name, content in new.items():
            assert found.get(name) in (old.get(name), content)
        known = manifest.read(folder)
        assert not known.damaged
        if told or known.inputs == {"run": "2"}:
            assert {name: found[name] for name in new} == new
        if looked % 2:
            assert [problem.message for problem in put(folder, SECOND, **more).problems] == []
            assert {**documents(folder), **new} == documents(folder)
    return looked


@pytest.mark.parametrize("again", [False, True])
def test_an_office(tmp_path: Path, again: bool) -> None:
    folder = tmp_path / "outputs" / "office"
    if again:
        put(folder, FIRST)
        (folder / "order.pdf").write_bytes(b"%PDF")
        store.remember_prints(folder, {"order.pdf": (["order.docx"], b"%PDF")})
    old = documents(folder)
    with logged(tmp_path) as log:
        put(folder, SECOND)
        log.tell()
    assert looked_at(log, "outputs/office", tmp_path / "after", old) > 60


def test_an_edit_that_is_replaced_is_never_lost(tmp_path: Path) -> None:
    folder = tmp_path / "office"
    put(folder, FIRST)
    (folder / "order.docx").write_bytes(BY_HAND)
    with logged(tmp_path) as log:
        put(folder, SECOND, replace_edited=TODAY)
        log.tell()
    for told, left in cuts(log):
        held = {path.name for path, content in left.items() if content == BY_HAND}
        assert held & {"order.docx", "order_backup_2025-11-22.docx"}
        assert not told or left[Path("office/order.docx")] == SECOND


def test_what_a_run_that_was_killed_wrote_is_flushed_before_it_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "office"
    put(folder, FIRST)
    with logged(tmp_path) as log:
        put(folder, SECOND, flush=False)
        (folder / manifest.NAME).write_bytes(log.before[folder / manifest.NAME])
        put(folder, SECOND)
        log.tell()
    for told, left in cuts(log):
        assert not told or {left[Path("office") / name] for name in ("order.docx", "title.docx")} == {SECOND}


@pytest.mark.parametrize(
    "write", [lambda path: store.write_new(path, SECOND), lambda path: store.write_file(path, SECOND)]
)
def test_a_file_of_no_office(tmp_path: Path, write: Callable[[Path], object]) -> None:
    path = tmp_path / "below" / "form.xlsx"
    with logged(tmp_path) as log:
        write(path)
        log.tell()
    for told, left in cuts(log):
        assert left.get(Path("below/form.xlsx"), None if not told else b"") in (None, SECOND)


@pytest.mark.parametrize("lost", ["_flush", "flush_folder"])
def test_the_cuts_would_find_what_is_not_flushed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lost: str) -> None:
    folder = tmp_path / "office"
    put(folder, FIRST)
    old = documents(folder)
    with monkeypatch.context() as patch:
        for module in (disk, store.files):
            patch.setattr(module, lost, lambda _number: None, raising=False)
        with logged(tmp_path) as log:
            put(folder, SECOND)
            log.tell()
    with pytest.raises(AssertionError):
        looked_at(log, "office", tmp_path / "after", old)


def test_without_waiting_for_the_disk_the_next_run_reads_every_file(tmp_path: Path) -> None:
    put(tmp_path, FIRST, flush=False)
    known = manifest.read(tmp_path)
    assert (known.inputs, known.seen) == ({"run": "1"}, {})
    store.remember_prints(tmp_path, {"order.pdf": (["order.docx"], b"%PDF")}, flush=False)
    assert manifest.read(tmp_path).seen == {}
    put(tmp_path, FIRST)
    assert manifest.read(tmp_path).seen.keys() == {"order.docx", "title.docx"}
