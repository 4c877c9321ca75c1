"""How often a measure is followed up: the last of the items, or the end of one."""

from __future__ import annotations

import re

from ita_docs.analysis.rounds import follows_events, times_a_year
from ita_docs.framework.words.lists import Frequencies, any_of
from ita_docs.importing.papers.words import squashed
from ita_docs.thai import MONTHS, MONTHS_SHORT

_WORDS = Frequencies.load()
_LONGEST = 60
_BESIDE = (
    "ครั้ง", "รอบ", "หน", "ละ", "ทุก", "ๆ", "ราย", "ที่", "และ", "ถึง", "หรือ", "ใน", "ของ", "สิ้น", "ต้น", "กลาง",
    "ปลาย", "ช่วง", "ต่อ", "วันที่", "ประจำ", "แต่ละ", "แรก", "หลัง", "ระยะ", "เวลา", "เดียว", "พ.ศ.", "เป็น", "โดย", "ไม่เกิน",
    "ภายในเดือน",
)  # fmt: skip
_OF_FREQUENCIES = re.compile(
    "|".join(
        re.escape(squashed(word))
        for word in sorted(
            (*_WORDS.units, *_WORDS.numerals, *_WORDS.moments, *_WORDS.at_least, *_WORDS.all_year, *_WORDS.by_event,
             *MONTHS, *MONTHS_SHORT, *_BESIDE),
            key=len, reverse=True,
        )
    )
    + r"|[0-9.,/&()–-]"
)  # fmt: skip
_OTHER_WORDS = 0.2
"""Of a text that only says how often, no more is other words."""
_OF_EVENTS = 0.7
"""What is followed up when something happens says what: ทุกครั้งที่มีการจัดซื้อจัดจ้าง."""
_OPEN = re.compile(r"(?:(?:ละ|ทุก|ราย|รอบ|ที่|แต่ละ|(?<!ภาย)ใน)(?:\s*[0-9๐-๙]+(?:\s*ครั้ง)?)?)$")
"""What is not the end of a text that a frequency follows, but its beginning."""
_UNITS = any_of(_WORDS.units)
_WITHIN = re.compile(rf"(?:อย่างน้อย)?(?:(?:{_UNITS})ละ\s*[0-9๐-๙]+\s*ครั้ง|ทุก\s*(?:[0-9๐-๙]+\s*)?(?:{_UNITS}))")


def is_frequency(text: str) -> bool:
    """True where a text says how often and nothing else."""
    said = squashed(text)
    if not said or len(said) > _LONGEST or said.startswith("รายงาน") or not _OF_FREQUENCIES.match(said):
        return False
    others = len(_OF_FREQUENCIES.sub("", said)) / len(said)
    if follows_events(said) and others <= _OF_EVENTS:
        return True
    return times_a_year(said) is not None and others <= _OTHER_WORDS


def parted(item: str) -> tuple[str, str]:
    """An item without the frequency that ends it, and that; the frequency is ``""`` where it ends with none."""
    words = item.split(" ")
    for at in range(1, len(words)):
        head, tail = " ".join(words[:at]), " ".join(words[at:])
        whole = head.count("(") <= head.count(")") and not _OPEN.search(head)
        if whole and times_a_year(tail) is not None and is_frequency(tail):
            return head, tail
    return item, ""


def within(item: str) -> str:
    """The only frequency that an item says among other words; ``""`` where it says none or several."""
    found = list(dict.fromkeys(match[0].strip() for match in _WITHIN.finditer(item)))
    return found[0] if len(found) == 1 else ""
