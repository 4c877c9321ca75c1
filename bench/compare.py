"""What ``ita-docs compare`` costs as offices grow in number: the time, and the memory of the whole and of a worker.

``python -m bench.compare [NUMBER ...]`` prints the table that is kept in ``bench/compare.md``. Each workbook is one
made workbook with another office's name and scores put in its XML, which is a hundred times faster than writing it.
"""

from __future__ import annotations

import io
import os
import random
import re
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from ita_docs.model import Published
from ita_docs.workbook.form import form_of
from ita_docs.workbook.schema import schema
from ita_docs.workbook.writer import write

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

import made  # noqa: E402

NUMBERS = (50, 2000, 8300)
_FIRST = "ดอน บึง หนอง คลอง ท่า ทุ่ง โคก บ้าน วัง หาด เกาะ ห้วย ป่า สวน ปาก"
_SECOND = "ทอง แก้ว ไผ่ สัก มะลิ จันทน์ หว้า ตาล แพร แสง เงิน ลำดวน ยาง โมก พลู บัว"
_THIRD = ("", "ใหญ่", "น้อย", "เหนือ", "ใต้", "ใน", "นอก", "งาม", "ทราย", "หลวง")
_CELLS = re.compile(rb'(<c r="[CD][0-9]+" s="[0-9]+"><v>)[0-9.]+')
"""The cells of this year's and last year's scores: on their sheet alone both columns hold numbers."""


def names() -> Iterator[str]:
    """Invented names of offices; after the last, numbers tell them apart."""
    number = 0
    while True:
        for third in _THIRD:
            for first in _FIRST.split():
                for second in _SECOND.split():
                    yield f"สำนักงานเขต{first}{second}{third}{number or ''}"
        number += 1


def workbooks(folder: Path, count: int) -> None:
    """Write ``count`` workbooks of invented offices, the same for the same number."""
    whole = made.submission(published=Published(), questions=(), overrides=())
    base = write(form_of(whole, schema(2566)))
    with zipfile.ZipFile(io.BytesIO(base)) as file:
        members = {name: file.read(name) for name in file.namelist()}
    sheet = next(name for name, data in members.items() if len(_CELLS.findall(data)) == 20)
    draw = random.Random(count)
    for number, name in zip(range(count), names(), strict=False):
        level = draw.gauss(86, 5)
        scores = _CELLS.sub(lambda found: found[1] + _score(draw, level), members[sheet])  # noqa: B023
        changed = {**members, sheet: scores}
        text = changed["xl/sharedStrings.xml"].decode().replace(made.OFFICE, name)
        changed["xl/sharedStrings.xml"] = text.encode()
        with zipfile.ZipFile(
            folder / f"office_{number:04}_2566.xlsx", "w", zipfile.ZIP_DEFLATED, compresslevel=1
        ) as out:
            for member, content in changed.items():
                out.writestr(member, content)


def _score(draw: random.Random, around: float) -> bytes:
    return b"%.2f" % min(100.0, max(45.0, draw.gauss(around, 6)))


def measured(count: int) -> tuple[float, float, float]:
    """Seconds of the whole, and the most memory (MB) of the process that collects and of a worker."""
    with tempfile.TemporaryDirectory() as folder:
        inputs = Path(folder) / "inputs"
        inputs.mkdir()
        workbooks(inputs, count)
        start = time.perf_counter()
        run = subprocess.run(
            [sys.executable, "-c", _RUN, str(inputs), "--out", f"{folder}/out"],
            cwd=ROOT,
            check=True,
            capture_output=True,
        )
        seconds = time.perf_counter() - start
    own, worker = (int(kilobytes) / 1024 for kilobytes in run.stderr.split()[-2:])
    return seconds, own, worker


_RUN = """
import resource, sys
from ita_docs.cli import main
try:
    main(["compare", *sys.argv[1:]])
finally:
    for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN):
        print(resource.getrusage(whose).ru_maxrss, file=sys.stderr)
"""


def main(numbers: Sequence[int] = NUMBERS) -> None:
    """Print the table."""
    print("# Comparing offices\n")
    print(f"Made by `python -m bench.compare`: made workbooks read and checked on {os.cpu_count()} processors,")
    print("compared, and written as comparison.xlsx and comparison.docx. Memory is the most at any time.\n")
    print("| workbooks | seconds | workbooks a second | collecting process, MB | a worker, MB |")
    print("|---:|---:|---:|---:|---:|")
    for count in numbers:
        seconds, own, worker = measured(count)
        print(f"| {count:,} | {seconds:.1f} | {count / seconds:.0f} | {own:.0f} | {worker:.0f} |")


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or NUMBERS)
