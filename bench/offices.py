"""Made offices, as many as asked for: a workbook each, with invented names and texts, small, middling and large.

The workbook of each size is written once; each office's own words are then put in the XML of its texts, which is
fifty times faster than writing it anew. No two offices share a name, a person, a measure or a caption.
"""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar
from xml.sax.saxutils import escape, unescape

from ita_docs.framework.words.lists import Misspellings
from ita_docs.model import Submission
from ita_docs.workbook.form import form_of
from ita_docs.workbook.reader import read
from ita_docs.workbook.schema import schema
from ita_docs.workbook.writer import write
from officefiles import archive

SAMPLE = Path(__file__).resolve().parent.parent / "inputs" / "taling_chan_2566.xlsx"
SIZES = {"small": (10, 1), "middling": (43, 4), "large": (80, 8)}
"""People and activities of an office of each size; the sample has 43 and 4. Half of all offices are middling."""
_MIX = ("small", "middling", "middling", "large")
Item = TypeVar("Item")
_STRINGS = "xl/sharedStrings.xml"
_TEXT = re.compile(r"(?<=>)[^<]+(?=</t>)")
_OWN = "ตลิ่งชัน"
"""The sample's district, wherever it is named."""
_HEADS = "สม วิ พร กิต ณัฐ อร ธน ศิริ มณี จิ ประ บุญ ชัย กาญ รัต สุ นิ วรา เอก ดอน บึง หนอง คลอง ท่า ทุ่ง บ้าน"
_TAILS = "ชาย พิมล พล ทัย วัต รัตน์ รา ภา มา วุฒิ จนา นา ดา ภรณ์ สิทธิ์ เจริญ ทอง แสง วงศ์ ศรี ใจ สุข รุ่ง แก้ว"


def make(folder: Path, count: int, first: int = 0) -> None:
    """Write ``count`` workbooks into ``folder``, and the pictures that they show. The words of each go by its number
    counted from ``first``: the same number gives the same words."""
    shutil.copytree(SAMPLE.parent / "pictures", folder / "pictures", dirs_exist_ok=True)
    whole, problems = read(SAMPLE)
    if whole is None:
        raise SystemExit("\n".join(problem.message for problem in problems))
    form = schema(whole.fiscal_year)
    bases = {size: _spelt_right(archive.read(write(form_of(_sized(whole, *SIZES[size]), form)))) for size in SIZES}
    people, texts = _people(whole), _texts(whole)
    for number in range(count):
        draw = random.Random(first + number)
        base = bases[_MIX[number % len(_MIX)]]
        strings = _TEXT.sub(_office(draw, people, texts), base[_STRINGS].decode("utf-8"))
        (folder / f"office_{number:04}.xlsx").write_bytes(archive.write({**base, _STRINGS: strings.encode("utf-8")}))


def _spelt_right(parts: dict[str, bytes]) -> dict[str, bytes]:
    """The parts of a workbook without the sample's slips, which not every office makes."""
    strings = parts[_STRINGS].decode("utf-8")
    for wrong, right in Misspellings.load().right_form.items():
        strings = strings.replace(wrong, right)
    return {**parts, _STRINGS: strings.encode("utf-8")}


def _sized(whole: Submission, people: int, activities: int) -> Submission:
    """``whole`` with this many people, shared out over its committees, and this many activities."""
    share = people / sum(len(committee.seats) for committee in whole.committees)
    committees = []
    for committee in whole.committees:
        first, *middle, last = committee.seats
        seats = [first, *_repeated(middle, round(len(committee.seats) * share) - 2), last]
        committees.append(replace(committee, seats=tuple(replace(one, number=n) for n, one in enumerate(seats, 1))))
    events = [replace(one, number=n) for n, one in enumerate(_repeated(whole.activities, activities), 1)]
    return replace(whole, committees=tuple(committees), activities=tuple(events))


def _repeated(items: Sequence[Item], count: int) -> list[Item]:
    return [items[number % len(items)] for number in range(count)]


def _people(whole: Submission) -> frozenset[str]:
    """The first and last names of everyone in the sample, which are not to be used again."""
    everyone = [seat.person for committee in whole.committees for seat in committee.seats if seat.person]
    everyone.append(whole.order.signatory)
    return frozenset(name for one in everyone for name in (one.first_name, one.last_name) if name)


def _texts(whole: Submission) -> frozenset[str]:
    """The sentences that an office writes for itself, by line as they stand in a cell."""
    own = [line for measure in whole.measures for line in (*measure.actions, *measure.follow_ups)]
    own += [line for activity in whole.activities for line in activity.caption.split("\n")[-1:]]
    own += [duty.text for committee in whole.committees for duty in committee.duties]
    return frozenset(own)


def _office(draw: random.Random, people: frozenset[str], texts: frozenset[str]) -> Callable[[re.Match[str]], str]:
    """What turns a text of the base into this office's."""
    district = _word(draw)
    named: dict[str, str] = {}

    def own(match: re.Match[str]) -> str:
        text = unescape(match[0])
        if text in people:
            return named.setdefault(text, _word(draw))
        lines = text.split("\n")
        lines = [f"{line} ร่วมกับชุมชน{_word(draw)}" if line.lstrip("- ") in texts else line for line in lines]
        return escape("\n".join(lines).replace(_OWN, district))

    return own


def _word(draw: random.Random) -> str:
    return "".join(map(draw.choice, (_HEADS.split(), _TAILS.split(), _TAILS.split())))
