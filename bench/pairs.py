"""Two commands at once on the same folder: nothing half, nothing lost, no edit that nobody made, and the next run
completes.

``python -m bench.pairs [NUMBER]`` starts 20 pairs of builds over the same offices, the second of each a moment later
and every other time with other bytes (``--trace``), and looks at every file. It ends with the first thing that is
wrong.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.kills import ENVIRONMENT, edit, look
from bench.offices import make

OFFICES, PAIRS = 2, 20


def start(folder: Path, *options: str) -> subprocess.Popen[str]:
    """``ita-docs build`` of all offices."""
    command = [sys.executable, "-m", "ita_docs", "build", "inputs", "--json", "--jobs", "2", *options]
    return subprocess.Popen(
        command, cwd=folder, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    )


def end(process: subprocess.Popen[str]) -> None:
    """Ends where a command did not end well, or told of an edit that nobody made."""
    said, faults = process.communicate()
    if process.returncode or faults:
        raise SystemExit(f"a command ended with {process.returncode}\n{faults}\n{said}")
    edits = [
        (one["workbook"], problem["message"])
        for one in json.loads(said)["workbooks"]
        for problem in one["problems"]
        if problem["kind"] in ("edited-by-hand", "older-put-back")
    ]
    if any(not (path.endswith("office_0000.xlsx") and "order.docx" in said) for path, said in edits):
        raise SystemExit(f"false edits: {edits}")


def main(pairs: int = PAIRS, seed: int = 2566) -> None:
    """Start so many pairs, and say what was looked at."""
    chance = random.Random(seed)
    looked = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "inputs").mkdir()
        make(folder / "inputs", OFFICES)
        begun = time.perf_counter()
        end(start(folder))
        alone = time.perf_counter() - begun
        edited = folder / "outputs" / "office_0000" / "order.docx"
        kept = edit(edited)
        for number in range(1, pairs + 1):
            make(folder / "inputs", OFFICES, first=number * OFFICES)
            first = start(folder)
            time.sleep(chance.uniform(0.0, alone / 4))
            second = start(folder, *(["--trace", "--force"] if number % 2 else []))
            end(first)
            end(second)
            looked += look(folder)
            end(start(folder))
            looked += look(folder)
            if edited.read_bytes() != kept:
                raise SystemExit(f"lost: what a person wrote in {edited.name}")
            if halves := list((folder / "outputs").rglob("*.tmp")):
                raise SystemExit(f"left behind: {halves}")
    print(f"{pairs} pairs of builds at once: {looked} files looked at, all whole; the edited one kept; no false edit")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
