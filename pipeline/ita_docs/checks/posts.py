"""Checks of sections and posts: sections from the office's own list, posts with a level of their kind."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from rapidfuzz import fuzz, process

from ita_docs.checks.cells import seats
from ita_docs.checks.committees import whole_committees
from ita_docs.framework.model import Framework
from ita_docs.framework.words.lists import Posts
from ita_docs.model import Seat, Submission
from officefiles.problems import Kind, Place, Problem, Severity

UNKNOWN_SECTION = Kind(
    "section-unknown",
    "ไม่มี “{found}” ในชีตหน่วยงานย่อย",
    "แก้เป็นชื่อที่มีอยู่ (ชื่อที่ใกล้เคียงที่สุดคือ “{nearest}”) หรือเพิ่มชื่อนี้ในชีตหน่วยงานย่อยหากเป็นหน่วยงานใหม่",
    "ชื่อฝ่ายหรือหน่วยงานย่อยไม่ตรงกับรายชื่อในชีตหน่วยงานย่อย",
    Severity.WARNING,
)
SECTION_WITHOUT_MEMBER = Kind(
    "section-without-member",
    "“{found}” ไม่มีผู้แทนใน{committee}",
    "ตรวจสอบว่าตั้งใจไม่แต่งตั้ง หากตกหล่นให้เพิ่มรายชื่อในชีตบุคลากร",
    "หน่วยงานย่อยของหน่วยงานไม่มีผู้แทนในคณะทำงาน",
    Severity.NOTE,
)
LEVEL_OF_ANOTHER_KIND = Kind(
    "post-level",
    "ระดับ “{level}” ใช้กับตำแหน่งประเภท{level_kind} แต่ “{post}” เป็นตำแหน่งประเภท{post_kind}",
    "ตรวจสอบชื่อตำแหน่งและระดับกับคำสั่งแต่งตั้งล่าสุด",
    "ระดับของตำแหน่งไม่สอดคล้องกับประเภทของตำแหน่ง เช่น เจ้าพนักงานธุรการชำนาญการ",
    Severity.WARNING,
)
UNKNOWN_POST = Kind(
    "post-unknown",
    "ไม่พบตำแหน่ง “{found}” ในรายชื่อตำแหน่งของโปรแกรม",
    "ตรวจสอบชื่อตำแหน่ง{nearest} หากถูกต้องแล้ว ไม่ต้องแก้ไข",
    "ชื่อตำแหน่งไม่อยู่ในรายชื่อตำแหน่งของโปรแกรม",
    Severity.NOTE,
)

_WORDS = Posts.load()
_UNITS = sorted(_WORDS.units, key=len, reverse=True)
_ANY_UNIT = "|".join(_UNITS)
_UNIT = re.compile(f"^(?:หัวหน้า|ผู้อำนวยการ)?(?:{_ANY_UNIT})")
_HEAD = re.compile(f"^หัวหน้า(?={_ANY_UNIT})")


def nearest_section(name: str, submission: Submission) -> str:
    """The section of the office whose name is most like ``name``; "" where the office lists none."""
    names = {section.name: _UNIT.sub("", section.name) for section in submission.office.sections}
    found = process.extractOne(_UNIT.sub("", name), names, scorer=fuzz.ratio)
    return str(found[2]) if found else ""


def _unit(name: str) -> str:
    """The word of a section's name that says what kind of section it is (กอง); "" where there is none."""
    return next((unit for unit in _UNITS if name.startswith(unit)), "")


def _unknown(name: str, known: Collection[str]) -> bool:
    """True where the office does not list ``name`` though it lists sections of that kind. An office that lists its
    กอง does not list the ฝ่าย below them."""
    return name not in known and _unit(name) in {_unit(one) for one in known}


def _named_sections(seat: Seat) -> Iterator[tuple[Place, str]]:
    """The sections that a seat names: in its own field, or as the head of one (หัวหน้าฝ่าย…)."""
    if seat.section:
        yield seat.source.at("section"), seat.section
    if _HEAD.match(seat.position) and " " not in seat.position:
        yield seat.source.at("position"), _HEAD.sub("", seat.position)


def check_sections(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """Sections of people that the office does not have."""
    known = {section.name for section in submission.office.sections}
    if known:
        for seat in seats(submission):
            for place, name in _named_sections(seat):
                if _unknown(name, known) or (name == seat.section and name not in known):
                    yield UNKNOWN_SECTION.at(place, name, nearest=nearest_section(name, submission))


def check_sections_represented(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """Sections without a member in any working group; one named by an unknown name counts for the nearest."""
    known = {section.name for section in submission.office.sections}
    groups = [one for one in whole_committees(submission) if "คณะทำงาน" in one.name]
    named = {name for group in groups for seat in group.seats for _, name in _named_sections(seat)}
    if not named:
        return
    present = {name if name in known else nearest_section(name, submission) for name in named}
    committee = groups[0].name if len(groups) == 1 else "คณะทำงานคณะใดเลย"
    for section in submission.office.sections:
        if section.name not in present:
            yield SECTION_WITHOUT_MEMBER.at(section.source.at("name"), section.name, committee=committee)


def check_posts(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """Posts with a level of another kind of post, and posts not known. A text without a level is passed over."""
    for seat in seats(submission):
        level = next((level for level in _WORDS.kind_of_level if seat.position.endswith(level)), "")
        post = seat.position.removesuffix(level).strip()
        place = seat.source.at("position")
        if not level or post in ("", "ผู้") or " " in post:  # ผู้เชี่ยวชาญ and ผู้ทรงคุณวุฒิ are no levels
            continue
        kinds = _WORDS.kinds_of_post.get(post)
        if kinds is None:
            near = _nearest_post(post, seat.section)
            hint = f" (ใกล้เคียงกับ “{near}{level}”)" if near else ""
            yield UNKNOWN_POST.at(place, seat.position, nearest=hint)
        elif (kind := _WORDS.kind_of_level[level]) not in kinds:
            post_kind = "และ".join(sorted(kinds))
            yield LEVEL_OF_ANOTHER_KIND.at(
                place, seat.position, level=level, level_kind=kind, post=post, post_kind=post_kind
            )


def _nearest_post(post: str, section: str) -> str:
    """The known post most like ``post``; of several, the one that suits the section (นักวิชาการ in ฝ่ายการศึกษา)."""
    near = [
        name
        for name, _, _ in process.extract(
            post, tuple(_WORDS.kinds_of_post), scorer=fuzz.ratio, score_cutoff=75, limit=10
        )
    ]
    whole = post + _UNIT.sub("", section)
    return max(near, key=lambda name: fuzz.ratio(name, whole), default="")
