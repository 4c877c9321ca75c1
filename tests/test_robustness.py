"""What happens to a run when the system or a person stands in its way: that office is told, the others go on."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from ita_docs.batch import Options, find_jobs, pool, run
from ita_docs.batch.jobs import OutcomeStatus
from ita_docs.cli import main
from ita_docs.outputs.store import NOT_WRITTEN
from ita_docs.places import template_files

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "inputs" / "taling_chan_2566.xlsx"
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "pipeline"), "PYTHONUTF8": "1"}
COMMAND = [sys.executable, "-m", "ita_docs", "build", "inputs"]
posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits of a process are POSIX")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A working folder with three workbooks."""
    shutil.copytree(SAMPLE.parent, tmp_path / "inputs")
    for name in ("b", "c"):
        shutil.copy(SAMPLE, tmp_path / "inputs" / f"{name}.xlsx")
    return tmp_path


def options(*only: str) -> Options:
    return Options(template_files(), frozenset(only))


@posix
@pytest.mark.parametrize("command", ["build --only title", "compare"])
def test_what_is_no_plain_file_is_told_for_that_office_and_never_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "inputs"
    shutil.copytree(SAMPLE.parent, folder)
    os.mkfifo(folder / "pipe.xlsx")
    (folder / "device.xlsx").symlink_to("/dev/zero")
    (folder / "circle.xlsx").symlink_to("circle.xlsx")
    (folder / "gone.xlsx").symlink_to("nowhere.xlsx")
    (folder / "folder.xlsx").mkdir()
    with (folder / "sparse.xlsx").open("wb") as sparse:
        sparse.truncate(3 << 30)
    signal.alarm(600)  # ends the tests, as nothing else would
    try:
        done = CliRunner().invoke(main, [*command.split(), "inputs", "--json"], catch_exceptions=False)
    finally:
        signal.alarm(0)
    found = json.loads(done.stdout)
    if command == "compare":
        assert [one["workbook"] for one in found["left_out"]] == [
            f"{name}.xlsx" for name in ("circle", "device", "gone", "pipe", "sparse")
        ]
    assert [(one["kind"], one["place"]["cell"]) for one in found["problems"]] == [("file-passed-over", "")]
    if command == "compare":
        return
    kinds = {Path(one["workbook"]).name: [problem["kind"] for problem in one["problems"]] for one in found["workbooks"]}
    assert kinds.pop(SAMPLE.name)
    assert kinds == {
        "circle.xlsx": ["file-unreadable"],
        "device.xlsx": ["file-refused"],
        "gone.xlsx": ["file-not-found"],
        "pipe.xlsx": ["file-refused"],
        "sparse.xlsx": ["file-refused"],
    }


def deadly(item: int) -> int:
    """Work that two items kill their workers with."""
    if item in (3, 14):
        os.kill(os.getpid(), signal.SIGKILL)
    return item


def reported(item: int, _fault: BaseException) -> int:
    return -item


@posix
@pytest.mark.soak
def test_an_item_that_kills_its_worker_is_told_and_the_others_are_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_AHEAD", 2)  # each that was under way is done again in a process of its own
    outcomes = list(pool.each(range(20), deadly, reported, workers=2))
    assert outcomes == [0, 1, 2, -3, *range(4, 14), -14, *range(15, 20)]


def unsendable(item: int) -> object:
    """Work that one item gives what no other process can be sent."""
    return (lambda: item) if item == 30 else item


def test_an_item_whose_result_cannot_be_sent_is_told_alone() -> None:
    assert list(pool.each(range(40), unsendable, reported, workers=2)) == [*range(30), -30, *range(31, 40)]


WORKERS = """
import time
from ita_docs.batch import pool

def work(item):
    print("at work", flush=True)
    time.sleep(item)

list(pool.each((0, 0, 600), work, work, 2))
"""
"""Work on two workers, of which one waits for more while the other is busy."""


@posix
def test_workers_end_with_the_command_when_that_is_killed() -> None:
    command = [sys.executable, "-c", WORKERS]
    process = subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.PIPE, start_new_session=True)
    assert process.stdout is not None
    for _ in range(3):
        process.stdout.readline()
    process.kill()
    try:
        process.communicate(timeout=300)  # ends once nobody holds the pipe any more
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        raise


@pytest.mark.skipif(sys.platform != "linux", reason="finds the workers in /proc")
@pytest.mark.soak
def test_offices_are_built_although_a_worker_is_killed(desk: Path) -> None:
    command = [*COMMAND, "--only", "title", "--jobs", "2", "--json"]
    process = subprocess.Popen(command, cwd=desk, env=ENVIRONMENT, stdout=subprocess.PIPE)
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    while not (workers := children.read_text().split()):
        assert process.poll() is None
        time.sleep(0.01)
    os.kill(int(workers[0]), signal.SIGKILL)
    report = json.loads(process.communicate()[0])
    assert [one["status"] for one in report["workbooks"]] == ["built"] * 3
    assert process.returncode == 0


def test_a_workbook_that_vanishes_is_told_and_the_others_are_built(desk: Path) -> None:
    jobs, _ = find_jobs([desk / "inputs"], desk / "outputs")
    (desk / "inputs" / "c.xlsx").unlink()
    outcomes = list(run(jobs, options("title"), 1))
    assert [outcome.status for outcome in outcomes].count(OutcomeStatus.BUILT) == 2
    (lost,) = [outcome for outcome in outcomes if outcome.status is not OutcomeStatus.BUILT]
    assert (lost.job.workbook.name, lost.status) == ("c.xlsx", OutcomeStatus.REFUSED)
    assert [problem.kind for problem in lost.problems] == ["file-not-found"]


def test_an_office_whose_folder_cannot_be_made_is_told_and_the_others_are_built(desk: Path) -> None:
    (desk / "outputs").mkdir()
    (desk / "outputs" / "c").write_text("x", encoding="utf-8")
    jobs, _ = find_jobs([desk / "inputs"], desk / "outputs")
    outcomes = {outcome.job.workbook.stem: outcome for outcome in run(jobs, options("title"), 1)}
    refused = outcomes.pop("c")
    assert (refused.status, refused.problems[-1].kind) == (OutcomeStatus.BROKEN, NOT_WRITTEN.id)
    assert {outcome.status for outcome in outcomes.values()} == {OutcomeStatus.BUILT}


@posix
@pytest.mark.soak
def test_documents_for_which_there_is_no_room_are_told_and_made_by_the_next_run(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import resource

    monkeypatch.chdir(desk)

    def small_disk() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    alone = [*COMMAND[:-1], "inputs/b.xlsx", "--only", "title", "--only", "activities", "--json"]
    done = subprocess.run(
        alone, cwd=desk, env=ENVIRONMENT, capture_output=True, encoding="utf-8", check=False, preexec_fn=small_disk
    )
    (office,) = json.loads(done.stdout)["workbooks"]
    refused = [problem["message"] for problem in office["problems"] if problem["kind"] == NOT_WRITTEN.id]
    assert [message.split()[1] for message in refused] == ["activities.docx"]
    assert (done.returncode, office["status"], done.stderr) == (3, "broken", "")
    again = CliRunner().invoke(main, alone[3:], catch_exceptions=False)
    (office,) = json.loads(again.stdout)["workbooks"]
    assert again.exit_code == 0
    assert (office["status"], office["reasons"]) == ("built", ["การสร้างครั้งก่อนยังไม่เสร็จ"])
    assert (desk / "outputs" / "b" / "activities.docx").stat().st_size > 100_000


STOPPED_AFTER_THE_FIRST = """
import os, signal, sys
from pathlib import Path
from ita_docs.cli import run
from ita_docs.outputs import store as module

signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored by what a shell starts in the background
store, command, first = module.store, os.getpid(), Path("first")

def store_and_stop(*given, **named):
    stored = store(*given, **named)
    try:
        first.touch(exist_ok=False)
        os.kill(command, signal.SIGINT)
    except FileExistsError:
        pass
    return stored

module.store = store_and_stop
sys.exit(run())
"""
"""The command, stopped with Ctrl-C as soon as a worker has stored the documents of an office."""


@posix
@pytest.mark.soak
def test_ctrl_c_ends_with_what_was_done_and_the_next_run_does_the_rest(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = [*COMMAND[3:], "--only", "title", "--jobs", "2"]
    command = [sys.executable, "-c", STOPPED_AFTER_THE_FIRST, *words]
    done = subprocess.run(command, cwd=desk, env=ENVIRONMENT, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (130, "")
    assert "หยุดตามคำสั่ง" in done.stdout
    assert list(desk.glob("outputs/*/title.docx"))
    assert not list(desk.glob("outputs/*/.*.tmp"))
    monkeypatch.chdir(desk)
    again = CliRunner().invoke(main, words, catch_exceptions=False)
    assert again.exit_code == 0
    assert "รวม 3 ไฟล์" in again.stdout
    assert len(list(desk.glob("outputs/*/title.docx"))) == 3
