"""Checks of sections and posts: sections from the office's own list, posts with a level of their kind."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from ita_docs.checks.cells import TYPED_NUMBER, posts, seats
from ita_docs.checks.committees import whole_committees
from ita_docs.checks.roles import bare_post
from ita_docs.framework.model import Framework
from ita_docs.framework.words.kinds import OfficeKinds
from ita_docs.framework.words.lists import Posts
from ita_docs.model import Seat, Section, Submission
from officefiles.problems import Kind, Place, Problem, Severity

UNKNOWN_SECTION = Kind(
    "section-unknown",
    "ไม่มี “{found}” ในชีตหน่วยงานย่อย",
    "แก้เป็นชื่อที่มีอยู่{nearest} หรือเพิ่มชื่อนี้ในชีตหน่วยงานย่อยหากเป็นหน่วยงานใหม่",
    "ชื่อฝ่ายหรือหน่วยงานย่อยไม่ตรงกับรายชื่อในชีตหน่วยงานย่อย",
    Severity.WARNING,
)
SECTION_TWICE = Kind(
    "section-twice",
    "มี “{found}” ซ้ำกับ {other}",
    "เหลือไว้เพียงแถวเดียว หรือแก้เป็นชื่อที่ถูกต้อง",
    "ชีตหน่วยงานย่อยมีชื่อเดียวกันมากกว่าหนึ่งแถว",
    Severity.WARNING,
)
SECTION_NUMBERED = Kind(
    "section-number-typed",
    "ชื่อหน่วยงานย่อยขึ้นต้นด้วยเลขข้อ “{found}”",
    "ลบเลขข้อ ให้ชื่อตรงกับที่ใช้ในชีตบุคลากรและชีตมาตรการ",
    "ชื่อในชีตหน่วยงานย่อยมีเลขข้อที่พิมพ์เอง",
    Severity.WARNING,
)
SECTION_WITHOUT_MEMBER = Kind(
    "section-without-member",
    "“{found}”{others} ไม่มีผู้แทนใน{committee}",
    "ตรวจสอบว่าตั้งใจไม่แต่งตั้ง หากตกหล่นให้เพิ่มรายชื่อในชีตบุคลากร",
    "หน่วยงานย่อยของหน่วยงานไม่มีผู้แทนในคณะทำงาน แจ้งครั้งเดียวทั้งชีต",
    Severity.NOTE,
)
LEVEL_OF_ANOTHER_KIND = Kind(
    "post-level",
    "ระดับ “{level}” ใช้กับตำแหน่งประเภท{level_kind} แต่ “{post}” เป็นตำแหน่งประเภท{post_kind}",
    "ตรวจสอบชื่อตำแหน่งและระดับกับคำสั่งแต่งตั้งล่าสุด",
    "ระดับของตำแหน่งไม่สอดคล้องกับประเภทของตำแหน่ง เช่น เจ้าพนักงานธุรการชำนาญการ",
    Severity.WARNING,
)
HEAD_ELSEWHERE = Kind(
    "head-of-another-section",
    "“{found}” อยู่ใน {section} แต่เป็นตำแหน่งหัวหน้าของ {own}",
    "ตรวจสอบตำแหน่งและหน่วยงานย่อยของแถวนี้",
    "ตำแหน่งหัวหน้าหน่วยงานย่อยไม่ตรงกับช่องหน่วยงานย่อยของแถวเดียวกัน",
    Severity.WARNING,
)
LEVEL_ALONE = Kind(
    "post-level-alone",
    "ช่องตำแหน่งมีเพียงระดับ “{found}”",
    "พิมพ์ชื่อตำแหน่งพร้อมระดับ เช่น นักจัดการงานทั่วไปชำนาญการ",
    "ช่องตำแหน่งมีเพียงระดับ ไม่มีชื่อตำแหน่ง เช่น ชำนาญการ",
    Severity.WARNING,
)
OLD_LEVEL = Kind(
    "post-level-old",
    "ระดับของ “{found}” เป็นระดับตามระบบจำแนกตำแหน่งเดิม ซึ่งเลิกใช้แล้ว",
    "พิมพ์ระดับปัจจุบัน เช่น เจ้าพนักงานธุรการชำนาญงาน",
    "ตำแหน่งมีระดับเป็นตัวเลขตามระบบเดิม (ซี) เช่น เจ้าพนักงานธุรการ 5 หรือ บุคลากร 6ว",
    Severity.WARNING,
)
UNKNOWN_POST = Kind(
    "post-unknown",
    "ตำแหน่ง “{found}” น่าจะพิมพ์ผิดหรือไม่ครบ",
    "ตรวจสอบชื่อตำแหน่ง (ใกล้เคียงกับ “{nearest}”) หากถูกต้องแล้ว ไม่ต้องแก้ไข",
    "ชื่อตำแหน่งที่โปรแกรมไม่รู้จัก แต่ใกล้เคียงกับตำแหน่งที่รู้จัก เช่น นิติกอนชำนาญการ หรือพิมพ์ไม่ครบ เช่น นักวิชาการปฏิบัติการ",
    Severity.NOTE,
)

_WORDS = Posts.load()
_UNITS = sorted(_WORDS.units, key=len, reverse=True)
_ANY_UNIT = "|".join(_UNITS)
_UNIT = re.compile(f"^(?:หัวหน้า|ผู้อำนวยการ)?(?:{_ANY_UNIT})")
_HEAD = re.compile(f"^หัวหน้า(?={_ANY_UNIT})")
_LED = re.compile(f"(?:หัวหน้า|ผู้อำนวยการ)(?P<led>(?P<unit>{_ANY_UNIT}).+)")


_RUN = re.compile("[ก-๎]+")
_TONES = re.compile("[\u0e48-\u0e4b]")
_ALIKE = 50
"""How like, of 100, a section's name must be to another to be taken for it: เทคนิค is to เทศกิจ as much."""
_OLD_LEVEL = re.compile(
    r"(?:นัก|เจ้าพนักงาน|เจ้าหน้าที่|บุคลากร|นิติกร|นายช่าง|วิศวกร)[ก-๎]*\s*(?:ระดับ\s*)?(?:[3-9๓-๙]|1[01]|๑[๐๑])\s*(?:ว|วช|วส|บส)?\.?"
)
"""A post with a level of the time before 2551, a number."""
_SLIPS = (5, 16)
"""A post may differ from the one that is meant by one letter, and by one more where it is longer than each of these:
real posts that differ as little are hardly any."""


def _first(section: Section) -> str:
    """The letters that a section's name begins with: all of it but for what does not belong to a name."""
    name = TYPED_NUMBER.sub("", section.name, count=1).lstrip() if TYPED_NUMBER.match(section.name) else section.name
    found = _RUN.match(name)
    return found[0] if found else name


def listed_sections(submission: Submission) -> frozenset[str]:
    """The names of the office's sections. One with signs behind it is told where it is listed; those who belong to the
    section are not told as well."""
    return frozenset(name for one in submission.office.sections for name in (one.name, _first(one)))


def nearest_section(name: str, submission: Submission) -> str:
    """The section of the office that ``name`` is most like and begins like; "" where there is none."""
    bare = _bare(name)
    names = {section.name: _bare(section.name) for section in submission.office.sections}
    names = {whole: one for whole, one in names.items() if one[:2] == bare[:2]}
    found = process.extractOne(bare, names, scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return str(found[2]) if found else ""


def _bare(name: str) -> str:
    """The name without what kind of section it is, and without tone marks, which are easily left out."""
    return _TONES.sub("", _UNIT.sub("", name))


def _unknown_section(place: Place, name: str, submission: Submission) -> Problem:
    near = nearest_section(name, submission)
    return UNKNOWN_SECTION.at(place, name, nearest=f" (ชื่อที่ใกล้เคียงที่สุดคือ “{near}”)" if near else "")


def _unit(name: str) -> str:
    """The word of a section's name that says what kind of section it is (กอง); "" where there is none."""
    return next((unit for unit in _UNITS if name.startswith(unit)), "")


def _unknown(name: str, known: Collection[str]) -> bool:
    """True where the office does not list ``name``, in full or in short (สำนักปลัด for สำนักปลัดเทศบาล), though it lists
    sections of that kind. An office that lists its กอง does not list the ฝ่าย below them."""
    in_short = any(one.startswith(name) or name.startswith(one) for one in known)
    return not in_short and _unit(name) in {_unit(one) for one in known}


def _named_sections(seat: Seat) -> Iterator[tuple[Place, str]]:
    """The sections that a seat names: in its own field, or as the head of one (หัวหน้าฝ่าย…)."""
    if seat.section:
        yield seat.source.at("section"), seat.section
    if _HEAD.match(seat.position) and " " not in seat.position:
        yield seat.source.at("position"), _HEAD.sub("", seat.position)


def check_section_names(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """The office lists each of its sections once, and without a number."""
    first: dict[str, Section] = {}
    for section in submission.office.sections:
        if number := TYPED_NUMBER.match(section.name):
            yield SECTION_NUMBERED.at(section.source.at("name"), number[0].strip())
        known = first.setdefault("".join(section.name.split()), section)
        if known is not section:
            yield SECTION_TWICE.at(section.source.at("name"), section.name, other=known.source.at("name"))
        others = (one.name for one in submission.office.sections if one.name not in section.name)
        other = next((one for one in others if one in section.head), "") or _led_elsewhere(section)
        if section.name not in section.head and other:
            yield HEAD_ELSEWHERE.at(section.source.at("head"), section.head, section=section.name, own=other)


def _led_elsewhere(section: Section) -> str:
    """The section that a head leads by its post, where it is of the same sort and another one, of another office as it
    may be; "" where there is none."""
    led = _LED.match(section.head)
    is_alike = led is None or fuzz.partial_ratio(_bare(led["led"]), _bare(section.name)) >= _ALIKE
    return "" if led is None or is_alike or led["unit"] != _unit(section.name) else led["led"]


def check_sections(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """Sections of people that the office does not have."""
    known = listed_sections(submission)
    if known:
        for seat in seats(submission):
            for place, name in _named_sections(seat):
                if _unknown(name, known) or (name == seat.section and name not in known):
                    yield _unknown_section(place, name, submission)
        papers = submission.papers
        if papers.owner and not any(name in papers.owner for name in known):
            yield _unknown_section(papers.source.at("owner"), papers.owner, submission)


def check_heads_of_sections(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """Heads stand in the section whose head they are, where the row names another one; a post that several sections
    call their head's is no one's."""
    sections = submission.office.sections
    posts_of = Counter(section.head for section in sections)
    own = {section.head: section.name for section in sections if section.head and posts_of[section.head] == 1}
    names = {section.name for section in sections}
    for seat in seats(submission):
        head_of = own.get(seat.position, seat.section)
        if head_of != seat.section and seat.section in names:
            yield HEAD_ELSEWHERE.at(seat.source.at("section"), seat.position, section=seat.section, own=head_of)


def check_sections_represented(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """Sections without a member in any working group, told once; an unknown name counts for the nearest."""
    known = listed_sections(submission)
    groups = [one for one in whole_committees(submission) if "คณะทำงาน" in one.name]
    named = {name for group in groups for seat in group.seats for _, name in _named_sections(seat)}
    if not named:
        return
    present = {name if name in known else nearest_section(name, submission) for name in named}
    missing = [section for section in submission.office.sections if not {section.name, _first(section)} & present]
    if missing:
        committee = groups[0].name if len(groups) == 1 else "คณะทำงานคณะใดเลย"
        others = "".join(f" “{section.name}”" for section in missing[1:])
        place = missing[0].source.at("name")
        yield SECTION_WITHOUT_MEMBER.at(place, missing[0].name, others=others, committee=committee)


def check_posts(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """Posts with a level of another kind of post, and slips in posts. A text without a level is passed over."""
    office = submission.office.name
    leveled = office.startswith(_WORDS.leveled) and not OfficeKinds.load().known(office)
    for place, named, section in posts(submission):
        position = bare_post(named)
        if not leveled and _OLD_LEVEL.fullmatch(position):
            yield OLD_LEVEL.at(place, named)
        level = next((level for level in _WORDS.kind_of_level if position.endswith(level)), "")
        post = position.removesuffix(level).strip()
        if level and not post:
            yield LEVEL_ALONE.at(place, named)
        if not level or not post or post.endswith("ผู้") or " " in post:  # ผู้เชี่ยวชาญ and ผู้ทรงคุณวุฒิ are no levels
            continue
        kind, kinds = _WORDS.kind_of_level[level], _WORDS.kinds_of_post.get(post)
        if kinds is None:
            if near := _nearest_post(post, kind, section):
                yield UNKNOWN_POST.at(place, named, nearest=near + level)
        elif kind not in kinds:
            post_kind = "และ".join(sorted(kinds))
            yield LEVEL_OF_ANOTHER_KIND.at(place, named, level=level, level_kind=kind, post=post, post_kind=post_kind)


def _nearest_post(post: str, kind: str, section: str) -> str:
    """The post of a kind that ``post`` is a slip of, or the beginning of one cut off; "" where there is none.

    Of several cut off, the one that suits the section (นักวิชาการ in ฝ่ายการศึกษา).
    """
    known = _WORDS.posts[kind]
    cut_off = [name for name in known if name.startswith(post)]
    if cut_off and post not in _WORDS.alone:
        whole = post + _UNIT.sub("", section)
        return max(cut_off, key=lambda name: fuzz.ratio(name, whole))
    most = 1 + sum(len(post) > length for length in _SLIPS)
    found = process.extractOne(post, known, scorer=OSA.distance, score_cutoff=most)
    return str(found[0]) if found else ""
