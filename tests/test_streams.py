"""Outputs that are full, closed or of another encoding, and Ctrl-C at any moment: no traceback, the right exit code."""

from __future__ import annotations

import errno
import io
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from ita_docs import stopping
from ita_docs.batch import pool
from ita_docs.cli import main, show, streams
from ita_docs.outputs import disk, files, reasons
from made_docx import docx, p

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "pipeline"), "PYTHONUTF8": "1"}
posix = pytest.mark.skipif(sys.platform == "win32", reason="a shell and signals of POSIX")
linux = pytest.mark.skipif(sys.platform != "linux", reason="/dev/full is a device of Linux")


class Below(io.RawIOBase):
    """A stream that refuses with ``number`` after so much."""

    def __init__(self, number: int = 0, room: int = 0) -> None:
        super().__init__()
        self.number, self.room, self.got = number, room, b""

    def writable(self) -> bool:
        return True

    def write(self, data: object, /) -> int:
        taken = bytes(data)[: self.room] if self.number else bytes(data)  # type: ignore[call-overload]
        if not taken:
            raise OSError(self.number, os.strerror(self.number))
        self.got += taken
        self.room -= len(taken)
        return len(taken)


def said(monkeypatch: pytest.MonkeyPatch, out: Below, encoding: str = "utf-8") -> tuple[tuple[object, ...], Below]:
    """What is put in the places of the streams where ``out`` is the output; and the errors."""
    err = Below()
    for name, below in (("stdout", out), ("stderr", err)):
        monkeypatch.setattr(sys, name, io.TextIOWrapper(io.BufferedWriter(below), encoding=encoding))
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    return streams.make_forgiving(), err


@pytest.mark.parametrize(
    ("number", "code", "ends"),
    [(errno.ENOSPC, 0, 3), (errno.ENOSPC, 1, 3), (errno.ENOSPC, 130, 130), (errno.EPIPE, 1, 1)],
)
def test_the_exit_code_tells_that_something_was_not_said(
    monkeypatch: pytest.MonkeyPatch, number: int, code: int, ends: int
) -> None:
    made, err = said(monkeypatch, Below(number, room=4))
    for _ in range(3):
        print("one sentence")
    assert streams.exit_code(code, made) == ends  # type: ignore[arg-type]
    expected = "แสดงผลได้ไม่ครบ: เนื้อที่ดิสก์เต็ม" if ends == 3 else ""
    assert err.got.decode().partition(" ลบ")[0] == expected


def test_a_letter_that_the_output_cannot_hold_is_a_question_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    out = Below()
    made, _ = said(monkeypatch, out, "cp874")
    print("ก ☃")
    assert streams.exit_code(0, made) == 0  # type: ignore[arg-type]
    assert out.got == "ก ?\n".encode("cp874")


@pytest.mark.parametrize("encoding", ["cp874", "ascii", "utf-16"])
def test_json_is_utf_8_whatever_the_terminal_is(monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    out = Below()
    said(monkeypatch, out, encoding)
    name = os.fsdecode("ก".encode("cp874"))
    show.echo_json({"office": "สำนักงาน “ก” ☃", "file": name})
    assert json.loads(out.got.decode("utf-8")) == {"office": "สำนักงาน “ก” ☃", "file": name}


def command(words: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", "-c", f"{sys.executable} -m ita_docs {words}"],
        cwd=folder,
        env={**ENVIRONMENT, **variables},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@linux
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_full_output(tmp_path: Path, unbuffered: str) -> None:
    done = command("--version > /dev/full", tmp_path, PYTHONUNBUFFERED=unbuffered)
    assert (done.returncode, done.stderr.partition(":")[0]) == (3, "แสดงผลได้ไม่ครบ")


@posix
@pytest.mark.parametrize("closed", [">&-", "2>&-"])
def test_a_closed_stream_is_no_fault(tmp_path: Path, closed: str) -> None:
    done = command(f"--version {closed}", tmp_path)
    assert (done.returncode, done.stderr) == (0, "")


@posix
@pytest.mark.soak
def test_no_file_takes_the_number_of_a_closed_stream(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "inputs", tmp_path / "inputs")
    done = command("check <&- >&- 2>&-", tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    copy = tmp_path / "outputs" / "taling_chan_2566" / "taling_chan_2566_marked.xlsx"
    assert copy.read_bytes()[:2] == b"PK"


STOPPED = """
import os, signal, sys, time
import ita_docs.__main__ as start

class Stop:
    def find_spec(self, name, *_):
        if name == os.environ["STOP_AT"]:
            os.kill(os.getpid(), signal.SIGINT)
            exec("time.sleep(9)")

signal.signal(signal.SIGINT, signal.default_int_handler)
sys.meta_path.insert(0, Stop())
start.run()
"""
"""The command, stopped while Python loads a module."""


@posix
@pytest.mark.parametrize(
    ("module", "said"),
    [
        ("click", ""),
        ("ita_docs.cli", ""),
        ("ita_docs.cli.packs", ""),
        ("ita_docs.papers.reading", "หยุดตามคำสั่ง: เสร็จแล้ว 0 ไฟล์ เหลือ 1 ไฟล์ สั่งซ้ำเพื่อทำต่อ\n"),
    ],
)
def test_ctrl_c_while_the_program_is_loaded(tmp_path: Path, module: str, said: str) -> None:
    shutil.copytree(ROOT / "inputs", tmp_path / "inputs")
    done = subprocess.run(
        [sys.executable, "-c", STOPPED, "check"],
        cwd=tmp_path,
        env={**ENVIRONMENT, "STOP_AT": module},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout + done.stderr) == (130, said)


@posix
def test_what_a_shell_starts_in_the_background_goes_on_ignoring_ctrl_c() -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        stopping.end_at_once()
        stopping.answer()
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)


@posix
def test_workers_are_born_deaf_to_ctrl_c() -> None:
    masks = [signal.pthread_sigmask(signal.SIG_BLOCK, ())]
    with pool._deaf():
        masks.append(signal.pthread_sigmask(signal.SIG_BLOCK, ()))
    masks.append(signal.pthread_sigmask(signal.SIG_BLOCK, ()))
    assert [signal.SIGINT in mask for mask in masks] == [False, True, False]


# Files that are locked: one exit code for all


LOCKED = {
    "build --only title": "title.docx",
    "build --only order --force": "report.xlsx",
    "build --only title --pdf": "title.pdf",
    "check": "taling_chan_2566_marked.xlsx",
    "compare": "comparison.xlsx",
    "new form.xlsx --year 2567": "form.xlsx",
    "lint broken_template.docx --annotate": "broken_template.annotated.docx",
    "templates copy mine": "order_template.docx",
}


@pytest.mark.parametrize("as_json", [False, True])
@pytest.mark.parametrize("words", LOCKED)
def test_a_locked_file_ends_every_command_with_one_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str, as_json: bool
) -> None:
    name, *more = words.split()
    if as_json and name in ("new", "templates"):
        return
    shutil.copytree(ROOT / "inputs", tmp_path / "inputs")
    (tmp_path / "broken_template.docx").write_bytes(docx(p("{{ nothing }}")))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(disk.time, "sleep", lambda _seconds: None)
    monkeypatch.setattr(files, "WINDOWS", True)
    for call in ("replace", "rename"):
        monkeypatch.setattr(os, call, locked(LOCKED[words], getattr(os, call)))
    result = CliRunner().invoke(main, [name, *more, *(["--json"] if as_json else [])], catch_exceptions=False)
    assert result.exit_code == 3
    assert reasons.explain(OSError(errno.EBUSY, "")) in result.output


def locked(name: str, call: Callable[[object, object], None]) -> Callable[[object, object], None]:
    def refused(path: object, to: object) -> None:
        if Path(str(to)).name == name:
            fault = PermissionError(errno.EACCES, "The process cannot access the file", str(path))
            fault.winerror = 32  # type: ignore[attr-defined]
            raise fault
        call(path, to)

    return refused


def test_a_template_that_is_no_word_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "no.docx"
    path.write_bytes(b"x")
    for json_too in ([], ["--json"]):
        result = CliRunner().invoke(main, ["fields", str(path), *json_too], catch_exceptions=False)
        assert (result.exit_code, result.output.partition(" ")[0]) == (3, "no.docx:")
