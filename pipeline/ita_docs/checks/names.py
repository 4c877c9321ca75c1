"""Checks of names field by field: titles that are missing, unknown or short, and fields that hold what is no name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_docs import thai
from ita_docs.checks.people import everyone
from ita_docs.framework.model import Framework
from ita_docs.framework.words.lists import Titles
from ita_docs.model import Submission
from officefiles.problems import Kind, Problem, Severity

NO_TITLE = Kind(
    "title-missing",
    "“{name}” ไม่มีคำนำหน้า",
    "กรอกคำนำหน้า เช่น นาย นาง นางสาว หรือยศ",
    "ชื่อบุคคลไม่มีคำนำหน้า",
    Severity.WARNING,
)
UNKNOWN_TITLE = Kind(
    "title-unknown",
    "ไม่พบคำนำหน้า “{found}” ของ “{name}” ในรายการของโปรแกรม",
    "ตรวจสอบการสะกดคำนำหน้าหรือยศ หากถูกต้องแล้ว ไม่ต้องแก้ไข",
    "คำนำหน้าไม่อยู่ในรายการคำนำหน้า ยศ และตำแหน่งทางวิชาการของโปรแกรม",
    Severity.WARNING,
)
SHORT_TITLE = Kind(
    "title-short",
    "คำนำหน้า “{found}” เป็นคำย่อ",
    "ในคำสั่งให้ใช้คำเต็มว่า “{full}”",
    "คำสั่งใช้คำย่อของคำนำหน้าซึ่งควรเขียนเต็ม เช่น น.ส.",
    Severity.NOTE,
)
TITLE_IN_NAME = Kind(
    "title-in-name",
    "ช่องชื่อ “{found}” ขึ้นต้นด้วยคำนำหน้า “{title}” ซึ่งจะพิมพ์ซ้ำกับช่องคำนำหน้า",
    "ย้ายคำนำหน้าไปไว้ในช่องคำนำหน้า ให้ช่องชื่อมีเพียงชื่อ",
    "ช่องชื่อมีคำนำหน้าปนอยู่",
    Severity.WARNING,
)
TWO_WORDS = Kind(
    "name-two-words",
    "ช่อง{field} “{found}” มีมากกว่าหนึ่งคำ",
    "ตรวจสอบชื่อและนามสกุล แล้วแยกให้อยู่ในช่องของตนเอง",
    "ช่องชื่อหรือนามสกุลมีมากกว่าหนึ่งคำ (ยกเว้นนามสกุลที่มีคำว่า ณ)",
    Severity.WARNING,
)
NAME_LETTERS = Kind(
    "name-letters",
    "ชื่อ “{found}” มีตัวเลขหรือเครื่องหมายปนอยู่",
    "ตรวจสอบการพิมพ์ชื่อแล้วลบสิ่งที่ปนมา",
    "ชื่อหรือนามสกุลมีตัวเลขหรือเครื่องหมายที่ไม่ใช่ส่วนของชื่อ",
    Severity.WARNING,
)

_TITLES = Titles.load()


def check_titles(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """Titles that are missing, unknown or short. Of short forms, which are many, one is told that lacks a full stop."""
    for one in everyone(submission):
        title, place = one.person.title, one.at("title")
        if not title:
            yield NO_TITLE.at(place, name=one.bare)
        elif thai.split_title(title)[1] and ("." not in title or _bare(title) in _SHORT):
            yield UNKNOWN_TITLE.at(place, title, name=one.bare)
        elif title.replace(" ", "") in _TITLES.full:
            yield SHORT_TITLE.at(place, title, full=_TITLES.full[title.replace(" ", "")])


def _bare(title: str) -> str:
    return re.sub(r"[\s.]", "", title)


_SHORT = frozenset(_bare(title) for title in _TITLES.every if "." in title)
_STRANGE = re.compile(r"[^ก-๎\sA-Za-z.'’()-]")


def check_name_fields(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """Fields of names that hold a title, two words, or what is no letter."""
    for one in everyone(submission):
        first, last = one.person.first_name, one.person.last_name
        title, rest = thai.split_title(first)
        other = title in ("นาย", "นาง") and one.person.title not in ("", title)  # นางสาวนางฟ้า
        if title and title not in ("พระ", "หม่อม") and len(rest) >= 3 and not other:
            yield TITLE_IN_NAME.at(one.at("first_name"), first, title=title)
        elif " " in first:
            yield TWO_WORDS.at(one.at("first_name"), first, field="ชื่อ")
        if " " in last and "ณ" not in last.split():
            yield TWO_WORDS.at(one.at("last_name"), last, field="นามสกุล")
        for field, name in (("first_name", first), ("last_name", last)):
            if _STRANGE.search(name):
                yield NAME_LETTERS.at(one.at(field), name)
