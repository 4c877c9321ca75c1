"""What ``ita-docs check`` costs on a workbook with every sheet full: reading it, and going through it.

``python -m bench.checks`` prints the table that is kept in ``bench/checks.md``.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from itertools import count
from pathlib import Path
from typing import Any

from ita_docs.checks import check
from ita_docs.framework.load import load
from ita_docs.model import Committee, Person, QuestionScore, Submission
from ita_docs.workbook.form import form_of
from ita_docs.workbook.reader import read
from ita_docs.workbook.schema import schema
from ita_docs.workbook.writer import write

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

import made

PEOPLE = (12, 100, 500)
_FIRST = "สม วิ พร กิต ณัฐ อร ธน ศิริ มณี จิ ประ บุญ ชัย กาญ รัต สุ นิ วรา เอก"
_SECOND = "ชาย ชัย พิมล ติ พล ทัย วัต พร รัตน์ รา ภา มา วุฒิ จนา นา ดา ภรณ์ สิทธิ์"
_LAST = "เจริญ ทอง แสง วงศ์ ศรี ใจ บุญ สุข รุ่ง พงษ์ เพชร แก้ว คำ สมบูรณ์ ชล พฤกษ์"
_SENTENCE = "กำชับเจ้าหน้าที่ทุกฝ่ายให้ปฏิบัติงานตามคู่มือและมาตรฐานการให้บริการอย่างเคร่งครัด"


def full(people: int) -> Submission:
    """An invented submission with this many people in its working group and every other sheet full."""
    whole = made.submission()
    board, group = whole.committees
    draw = random.Random(people).choice
    seats = [
        replace(
            group.seats[min(number, 7) - 1],
            number=number,
            person=Person(
                title="นาย",
                first_name=draw(_FIRST.split()) + draw(_SECOND.split()),
                last_name=draw(_LAST.split()) + draw(_LAST.split()),
            ),
        )
        for number in range(1, people + 1)
    ]
    duties = [replace(group.duties[1], number=number, text=f"{_SENTENCE} ข้อ {number}") for number in range(1, 51)]
    group = Committee(name=group.name, seats=tuple(seats), duties=(group.duties[0], *duties))
    number = count(1)
    measures = [
        replace(measure, actions=tuple(f"{_SENTENCE} เรื่องที่ {next(number)}" for _ in range(10)))
        for measure in whole.measures * 5
    ]
    framework = load(whole.assessed_year)
    questions = [
        QuestionScore(code=f"{one.prefix}{n}", question=_SENTENCE, score=Decimal("85.00"))
        for one in framework.instruments
        for n in range(one.questions.first, one.questions.last + 1)
    ]
    activities = [
        replace(whole.activities[1], number=n, caption=f"{_SENTENCE} ครั้งที่ {n}", pictures=()) for n in range(1, 51)
    ]
    return replace(
        whole,
        committees=(board, group),
        measures=tuple(measures),
        questions=tuple(questions),
        activities=tuple(activities),
    )


def _caches() -> list[Any]:
    """What the reader and the checks keep of texts that they have met: a bounded number of each."""
    modules = [
        module for name, module in sys.modules.items() if name.startswith(("ita_docs.", "officefiles.")) and module
    ]
    kept = [one for module in modules for one in vars(module).values() if hasattr(one, "cache_parameters")]
    return [one for one in kept if one.cache_parameters()["maxsize"]]


def seconds(work: Callable[[], object], rounds: int = 5) -> float:
    """The median time of ``work``, each time as for texts never met before."""
    times = []
    for _ in range(rounds):
        for kept in _caches():
            kept.cache_clear()
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def main() -> None:
    """Print the table."""
    framework = load(2565)
    print("# Reading and checking one workbook\n")
    print("Made by `python -m bench.checks`: every sheet full (50 rows of measures with 10 items each, 50 duties,")
    print(
        "50 activities, all questions), and more and more people. Milliseconds, median of five, no text met before.\n"
    )
    print("| people | read | check | together |\n|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as folder:
        for people in PEOPLE:
            path = Path(folder) / f"{people}.xlsx"
            path.write_bytes(write(form_of(full(people), schema(2566))))
            submission, problems = read(path)
            if submission is None:
                raise SystemExit("\n".join(problem.message for problem in problems))
            reading, checking = seconds(lambda: read(path)), seconds(lambda: check(submission, framework))  # noqa: B023
            print(f"| {people} | {reading * 1000:.0f} | {checking * 1000:.0f} | {(reading + checking) * 1000:.0f} |")


if __name__ == "__main__":
    main()
