"""Check of who is made responsible for the measures: a section, a post or a person that the workbook lists."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from ita_docs.analysis.rounds import times_a_year
from ita_docs.checks.cells import seats
from ita_docs.checks.posts import listed_sections, nearest_section
from ita_docs.checks.text import one_of
from ita_docs.framework.model import Framework
from ita_docs.framework.words.kinds import OfficeKinds
from ita_docs.framework.words.lists import Posts, Responsible
from ita_docs.model import Submission
from officefiles.problems import Kind, Problem, Severity

UNKNOWN_RESPONSIBLE = Kind(
    "responsible-unknown",
    "ผู้รับผิดชอบ “{found}” ไม่อยู่ในชีตหน่วยงานย่อย และไม่ใช่ตำแหน่งในคำสั่ง",
    "แก้เป็นชื่อที่มีอยู่{nearest} หรือเพิ่มชื่อนี้ในชีตหน่วยงานย่อย",
    "ผู้รับผิดชอบไม่ใช่หน่วยงานย่อยในชีตหน่วยงานย่อย ตำแหน่งหรือบุคคลในคำสั่ง (ใช้คำรวม เช่น ทุกฝ่าย ทุกกอง ได้)",
    Severity.WARNING,
)

_WORDS = Responsible.load()
_POSTS = Posts.load()
_UNIT = re.compile(f"^(?:หัวหน้า|ผู้อำนวยการ)?(?:{one_of(_POSTS.units)})")
_ANYWHERE = re.compile(one_of(_WORDS.anywhere))
_ANY_UNIT = one_of(_POSTS.units)
_BETWEEN = re.compile(
    rf"(?m)[/,;\n•]|\s-\s|(?:^|\s)\(?[0-9๐-๙]{{1,2}}[.)]|\s?(?:และ|กับ|ร่วมกับ|หรือ)"
    rf"(?=\s|หัวหน้า|ผู้อำนวยการ|ผู้ช่วย|รอง|ปลัด|\0|{_ANY_UNIT})"
)
_IN_SHORT = re.compile(r"[ก-ฮ]{2,5}|(?:[ก-ฮ]\.)+[ก-ฮ]?")
_WORK = "งาน"
"""What stands below sections, which need not list it."""
_LEAST = 3
"""Fewer letters name nobody."""


def check_responsible(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """Whoever is responsible for a measure and neither a section of the office, nor in its order, nor everyone."""
    named = listed_sections(submission)
    own = submission.office.name.removeprefix(OfficeKinds.load().beginning(submission.office.name))
    sections = {_UNIT.sub("", name): name for one in named for name in (one, one.removesuffix(own))}
    if not sections:
        return
    posts = _listed_posts(submission)
    listed = one_of({name for name in (*sections.values(), *sections) if len(name) >= _LEAST})
    known = re.compile(rf"(?:{listed})(?![ก-๎])|(?:{listed})(?=และ|กับ|หรือ|ร่วม|ทุก)")
    found: dict[str, list[str]] = {}
    for measure in submission.measures:
        text = measure.responsible
        if text not in found:
            found[text] = [one for one in _parts(known.sub("\0", text)) if not _is_known(one, posts, sections.values())]
        for part in found[text]:
            near = nearest_section(part, submission)
            nearest = f" เช่น “{near}”" if near else ""
            yield UNKNOWN_RESPONSIBLE.at(measure.source.at("responsible"), part, nearest=nearest)


def _listed_posts(submission: Submission) -> frozenset[str]:
    """The posts and the people that the general sheet, the sheet of sections and the order name."""
    office, order = submission.office, submission.order
    names = {office.name, office.short_name, office.head_title, order.signatory_position, order.signatory.full_name}
    names |= {section.head for section in office.sections}
    kind = OfficeKinds.load().known(office.name)
    names |= {*kind.heads} if kind else set()
    for seat in seats(submission):
        names |= {seat.position, seat.person.full_name if seat.person else ""}
    return frozenset(names - {""})


def _parts(text: str) -> Iterator[str]:
    """Those whom a text names, one by one, without such as hold a listed name (marked by a null)."""
    for part in _BETWEEN.split(text):
        bare = part.strip(" .()-–:")
        if len(bare) >= _LEAST and "\0" not in bare:
            yield bare


def _is_known(part: str, posts: Collection[str], sections: Collection[str]) -> bool:
    """True where a text names everyone (ทุกฝ่าย, but not ทุกเดือน), a post that the order or the list of posts has, a
    section in short (กองคลังฯ) or the work of one (งานพัสดุ)."""
    return (
        part in _POSTS.units
        or part.startswith((*_WORDS.first, *_POSTS.kinds_of_post))
        or (bool(_ANYWHERE.search(part)) and times_a_year(part) is None)
        or any(part in post for post in posts)
        or any(part.endswith("ฯ") and section.startswith(part[:-1]) for section in sections)
        or bool(_IN_SHORT.fullmatch(part))
        or (part.startswith(_WORK) and not any(section.startswith(_WORK) for section in sections))
    )
