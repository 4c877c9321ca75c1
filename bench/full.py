"""A disk that fills up at ten sizes: nothing half, nothing edited lost, what was refused is told, and the next run
completes.

``python -m bench.full`` builds a made office on a disk of memory that has room for so much of it, looks at every file,
makes the disk larger and builds again. It ends with the first thing that is wrong. It needs Linux, and a user who may
mount.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.kills import ENVIRONMENT, edit, look
from bench.offices import make

SIZES = 10
_ROOM = 64 << 20


@contextmanager
def disk(folder: Path) -> Iterator[None]:
    """A disk of memory at ``folder``."""
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={_ROOM}", "tmpfs", folder], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", folder], check=True)


def resize(folder: Path, size: int) -> None:
    """Give the disk room for ``size`` bytes."""
    subprocess.run(["mount", "-o", f"remount,size={size}", folder], check=True)


def used(folder: Path) -> int:
    """The bytes that the disk has given away."""
    said = subprocess.run(["df", "-B1", "--output=used", folder], check=True, capture_output=True, text=True).stdout
    return int(said.split()[-1])


def build(folder: Path) -> tuple[int, dict[str, object]]:
    """How ``ita-docs build --force --pdf`` ended, and what it said of the office."""
    command = [sys.executable, "-m", "ita_docs", "build", "inputs", "--force", "--pdf", "--json"]
    done = subprocess.run(command, cwd=folder, env=ENVIRONMENT, capture_output=True, encoding="utf-8", check=False)
    if done.stderr:
        raise SystemExit(done.stderr)
    (office,) = json.loads(done.stdout)["workbooks"]
    return done.returncode, office


def refused(office: dict[str, object]) -> list[str]:
    """The files that could not be written."""
    problems = office["problems"]
    assert isinstance(problems, list)
    return [one["found"] for one in problems if one["kind"] == "not-written"]


def main(sizes: int = SIZES, seed: int = 2566) -> None:
    """Fill the disk at so many sizes, and say what was looked at."""
    chance = random.Random(seed)
    told, looked = [], 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "inputs").mkdir()
        make(folder / "inputs", 1)
        with disk(folder / "outputs"):
            build(folder)
            edited = folder / "outputs" / "office_0000" / "order.docx"
            kept = edit(edited)
            whole = used(folder / "outputs")
            for number in range(sizes):
                make(folder / "inputs", 1, first=number + 1)
                size = whole + number * whole // sizes + chance.randint(4_096, 40_960)  # all are written beside the old
                resize(folder / "outputs", size)
                code, office = build(folder)
                told.append(len(refused(office)))
                if code != (3 if told[-1] else 0):
                    raise SystemExit(f"exit code {code} with {told[-1]} files refused")
                looked += look(folder)
                resize(folder / "outputs", _ROOM)
                code, office = build(folder)
                if code or refused(office):
                    raise SystemExit(f"the next run did not complete ({code})")
                looked += look(folder)
                if edited.read_bytes() != kept:
                    raise SystemExit(f"lost: what a person wrote in {edited.name}")
                if halves := list((folder / "outputs").rglob("*.tmp")):
                    raise SystemExit(f"left behind: {halves}")
                whole = used(folder / "outputs")
    print(
        f"a disk full at {sizes} sizes: {', '.join(map(str, told))} files refused and told; {looked} files looked at,"
        " all whole; the edited one kept; the next run completed each time"
    )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
