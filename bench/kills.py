"""Kills at random moments: nothing half done, nothing edited lost, and the next run completes.

``python -m bench.kills [NUMBER]`` builds made offices over and over, each time with other texts, kills the command and
its workers (SIGKILL) after a random part of the time that a run takes, and looks at every file. It ends with the first
thing that is wrong.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

from bench.offices import make

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "pipeline"), "PYTHONUTF8": "1"}
OFFICES, KILLS = 2, 200
BY_HAND = "แก้ไขด้วยมือ"


def start(folder: Path) -> subprocess.Popen[str]:
    """``ita-docs build`` with its workers, in a group of processes of its own."""
    command = [sys.executable, "-m", "ita_docs", "build", "inputs", "--jobs", "2"]
    return subprocess.Popen(
        command,
        cwd=folder,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


def finish(folder: Path) -> float:
    """Run the command to its end; the seconds it took."""
    begun = time.perf_counter()
    process = start(folder)
    said, _ = process.communicate()
    if process.returncode:
        raise SystemExit(f"the run did not complete ({process.returncode})\n{said}")
    halves = list((folder / "outputs").rglob("*.tmp"))
    if halves:
        raise SystemExit(f"left behind: {halves}")
    return time.perf_counter() - begun


def kill(folder: Path, after: float) -> None:
    """Start the command and kill it with its workers ``after`` so many seconds."""
    process = start(folder)
    time.sleep(after)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def edit(path: Path) -> bytes:
    """Change a document as a person would, keeping it whole; what it holds then."""
    with zipfile.ZipFile(path, "a") as file:
        file.comment = BY_HAND.encode()
    return path.read_bytes()


def look(folder: Path) -> int:
    """The number of files in the output folder; ends where one is not whole."""
    files = [path for path in (folder / "outputs").rglob("*") if path.is_file() and path.suffix != ".tmp"]
    for path in files:
        if path.suffix in (".docx", ".xlsx"):
            with zipfile.ZipFile(path) as file:
                broken = file.testzip()
        elif path.suffix == ".ics":
            broken = not path.read_bytes().endswith(b"END:VCALENDAR\r\n")
        elif path.suffix == ".pdf":
            broken = not path.read_bytes().rstrip().endswith(b"%%EOF")
        else:
            broken = not json.loads(path.read_bytes())
        if broken:
            raise SystemExit(f"half done: {path}")
    return len(files)


def main(kills: int = KILLS, seed: int = 2566) -> None:
    """Kill the command so many times, and say what was looked at."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "inputs").mkdir()
        make(folder / "inputs", OFFICES)
        whole = finish(folder)
        edited = folder / "outputs" / "office_0000" / "order.docx"
        kept = edit(edited)
        looked = 0
        for number in range(1, kills + 1):
            make(folder / "inputs", OFFICES, first=number * OFFICES)
            kill(folder, chance.uniform(0.0, whole))
            looked += look(folder)
            finish(folder)
            looked += look(folder)
            if edited.read_bytes() != kept:
                raise SystemExit(f"lost after kill {number}: what a person wrote in {edited.name}")
    print(f"{kills} kills within {whole:.1f} s: {looked:,} files looked at, all whole; the edited one kept each time")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
