"""Checks of the people in an order: one spelling of each name, one seat in each committee, the right titles."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from ita_docs import thai
from ita_docs.checks.cells import own_post, seats
from ita_docs.checks.posts import listed_sections
from ita_docs.framework.model import Framework
from ita_docs.framework.words.lists import Posts, Titles, any_of
from ita_docs.model import Person, Source, Submission
from officefiles.problems import Kind, Place, Problem, Severity

TWO_SPELLINGS = Kind(
    "name-two-spellings",
    "ชื่อ “{found}” คล้ายกับ “{other}” ({where}) อาจเป็นบุคคลเดียวกันที่สะกดไม่ตรงกัน",
    "ตรวจสอบการสะกดกับทะเบียนประวัติแล้วแก้ให้ตรงกันทั้งสองแห่ง หากเป็นคนละคน ไม่ต้องแก้ไข",
    "ชื่อบุคคลสองแห่งสะกดต่างกันเพียงเล็กน้อย เทียบโดยไม่นับคำนำหน้า",
    Severity.WARNING,
)
TWICE = Kind(
    "person-twice",
    "“{found}” อยู่ใน{committee}แล้วในลำดับที่ {number}",
    "ลบแถวที่ซ้ำ หรือแก้เป็นชื่อของผู้ที่ได้รับแต่งตั้งจริง",
    "บุคคลหรือตำแหน่งเดียวกันอยู่ในคณะเดียวกันมากกว่าหนึ่งลำดับ",
    Severity.WARNING,
)
TITLE_DIFFERS = Kind(
    "title-differs",
    "คำนำหน้าของ “{name}” คือ “{found}” แต่ใน{where} คือ “{other}”",
    "ตรวจสอบคำนำหน้าที่ถูกต้องแล้วแก้ให้ตรงกันทุกแห่ง",
    "บุคคลชื่อเดียวกันมีคำนำหน้าไม่ตรงกัน เช่น นาง กับ นางสาว",
    Severity.WARNING,
)
POST_DIFFERS = Kind(
    "post-differs",
    "ตำแหน่งของ “{name}” คือ “{found}” แต่ใน{where} คือ “{other}”",
    "ตรวจสอบตำแหน่งและระดับปัจจุบันแล้วแก้ให้ตรงกันทุกแห่ง",
    "บุคคลชื่อเดียวกันมีตำแหน่งไม่ตรงกันในคณะต่าง ๆ",
    Severity.WARNING,
)

SECTION_DIFFERS = Kind(
    "section-differs",
    "หน่วยงานย่อยของ “{name}” คือ “{found}” แต่ใน{where} คือ “{other}”",
    "ตรวจสอบหน่วยงานย่อยปัจจุบันแล้วแก้ให้ตรงกันทุกแห่ง",
    "บุคคลชื่อเดียวกันอยู่คนละหน่วยงานย่อยในคณะต่าง ๆ เช่น วางคอลัมน์หน่วยงานย่อยเลื่อนไปหนึ่งแถว",
    Severity.WARNING,
)
SWAPPED = Kind(
    "name-swapped",
    "“{found}” มีชื่อและนามสกุลสลับกับ “{other}” ({where})",
    "ตรวจสอบว่าคำใดเป็นชื่อ คำใดเป็นนามสกุล แล้วแก้ให้ตรงกันทุกแห่ง",
    "ชื่อและนามสกุลของบุคคลคนเดียวกันสลับช่องกันในสองแห่ง",
    Severity.WARNING,
)
SHARED_POST = Kind(
    "head-twice",
    "“{found}” เป็นตำแหน่งของ “{name}” แต่ใน{where} เป็นของ “{other}”",
    "ตำแหน่งนี้มีผู้ดำรงตำแหน่งคนเดียว ตรวจสอบชื่อและตำแหน่งของทั้งสองแห่ง หากปฏิบัติหน้าที่แทน ให้ระบุเช่น รักษาราชการแทน",
    "ตำแหน่งหัวหน้าหน่วยงาน หัวหน้าหน่วยงานย่อย หรือผู้พิจารณาบันทึกข้อความ เช่น ปลัดเทศบาล เป็นของบุคคลสองคน",
    Severity.WARNING,
)

_TITLES = Titles.load()
_SHARED = 4
"""Letters that two ways to write one post begin with."""
_WHERE = {"proposer": "ช่องผู้เสนอ", "reporter": "ช่องผู้รายงานผล"}


@dataclass(frozen=True)
class Named:
    """A person and where the workbook names them. ``committee`` is "" for the signatory, and for who signs another
    paper what the form calls that person."""

    person: Person
    committee: str
    where: str
    position: str
    section: str
    source: Source
    prefix: str = ""

    @property
    def bare(self) -> str:
        return f"{self.person.first_name} {self.person.last_name}".strip()

    @cached_property
    def folded(self) -> str:
        """The name for comparison."""
        return thai.fold(self.bare)

    def at(self, field: str) -> Place:
        return self.source.at(self.prefix + field)


def everyone(submission: Submission) -> tuple[Named, ...]:
    """The signatory, every seat that names a person, and those who sign the papers that go with the pack."""
    return submission.made(_everyone)


def _everyone(submission: Submission) -> tuple[Named, ...]:
    order, papers = submission.order, submission.papers
    signatory = order.signatory, "", "ช่องผู้ลงนามในคำสั่ง", order.signatory_position, "", order.source, "signatory_"
    seated = [
        Named(one.person, one.committee, f"{one.committee} ลำดับที่ {one.number}", one.position, one.section, one.source)
        for one in seats(submission)
        if one.person
    ]
    others = [
        Named(person, _WHERE[name], _WHERE[name], own_post(post), "", papers.source, f"{name}_")
        for name, (person, post) in papers.signers.items()
        if person
    ]
    return Named(*signatory), *seated, *others


def check_spellings(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """Names so alike that they may be one person's; each at the later place, against the earliest."""
    by_name: dict[str, Named] = {}
    for one in everyone(submission):
        by_name.setdefault(one.folded, one)
    names, people = list(by_name), list(by_name.values())
    reported = set()
    for first, other in enumerate(people):
        behind = dict(enumerate(names[first + 1 :], first + 1))
        for _, _, later in process.extract_iter(names[first], behind, scorer=fuzz.ratio, score_cutoff=80):
            one = people[later]
            if later not in reported and one_person(other, one):
                reported.add(later)
                field = "first_name" if one.person.last_name == other.person.last_name else "last_name"
                full = one.person.full_name
                yield TWO_SPELLINGS.at(one.at(field), full, other=other.person.full_name, where=other.where)


def one_person(one: Named, other: Named) -> bool:
    """True where two differently spelled names are probably one person's.

    Members of a family share a last name and often have first names alike, so there the same post, or the same
    sound of both names, must bear it out.
    """
    if sex(one.person.title) | sex(other.person.title) == {"ชาย", "หญิง"}:
        return False
    if not one_name(one.person, other.person):
        return False
    if thai.fold(one.person.first_name) == thai.fold(other.person.first_name):
        return True
    if thai.sound(one.bare) == thai.sound(other.bare):
        return True
    return one.position == other.position and (not one.section or not other.section or one.section == other.section)


def one_name(one: Person, other: Person) -> bool:
    """True where both names are the same or differ by a slip."""
    return _slip(one.first_name, other.first_name) and _slip(one.last_name, other.last_name)


def _slip(one: str, other: str) -> bool:
    """True where two names are the same or differ by no more than a slip of the pen: a letter, two in a long name;
    one less where they are compared by ear."""
    length = min(len(thai.fold(one)), len(thai.fold(other)))
    allowed = 0 if length < 3 else 1 if length < 7 else 2
    spelled = OSA.distance(thai.fold(one), thai.fold(other))
    return spelled <= allowed or OSA.distance(thai.sound(one), thai.sound(other)) < allowed


def sex(title: str) -> set[str]:
    """The sex that a title is bound to, if any."""
    plain = _plain(title)
    if plain in _TITLES.of_women or plain.endswith("หญิง"):
        return {"หญิง"}
    return {"ชาย"} if plain in _TITLES.of_men else set()


def _plain(title: str) -> str:
    """A title without spaces, in full where it is a usual short form."""
    bare = title.replace(" ", "")
    return _TITLES.full.get(bare, bare)


def check_same_person(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """One person in several committees with another title, post or section; a section that the office does not list is
    told as such."""
    listed = listed_sections(submission)
    places: dict[str, list[Named]] = defaultdict(list)
    for one in everyone(submission):
        places[one.folded].append(one)
    for first, *others in places.values():
        for one in others:
            if one.committee != first.committee:
                yield from _against(first, one)
                if {one.section, first.section} <= listed and one.section != first.section:
                    names = {"name": one.bare, "where": first.where, "other": first.section}
                    yield SECTION_DIFFERS.at(one.at("section"), one.section, **names)


def _against(first: Named, one: Named) -> Iterator[Problem]:
    if _plain(one.person.title) != _plain(first.person.title) and one.person.title and first.person.title:
        yield TITLE_DIFFERS.at(
            one.at("title"), one.person.title, name=one.bare, where=first.where, other=first.person.title
        )
    if one.position and first.position and _is_other(one.position, first):
        yield POST_DIFFERS.at(one.at("position"), one.position, name=one.bare, where=first.where, other=first.position)


def _is_other(post: str, first: Named) -> bool:
    """True where a post is not that of ``first``. The signatory may be seated by the post alone, or by what it is in
    the committee, but not by one with a level."""
    if first.committee:
        return post != first.position
    return post[:_SHARED] != first.position[:_SHARED] and any(level in post for level in Posts.load().kind_of_level)


def check_swapped(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """A person whose first and last names stand the other way round elsewhere, each name once."""
    seen: dict[tuple[str, str], Named] = {}
    for one in everyone(submission):
        name = one.person.first_name, one.person.last_name
        if name not in seen and all(name) and (other := seen.get((name[1], name[0]))):
            yield SWAPPED.at(one.at("first_name"), one.bare, other=other.bare, where=other.where)
        seen.setdefault(name, one)


_SEVERAL = re.compile(rf"^(?:รอง|ผู้ช่วย|ปลัดอำเภอ)|(?:{any_of(Posts.load().units)})$")
"""A post of whoever considers a memo that several may have: deputies, and heads of no named section."""


def check_heads(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """Two people of other names in the one post of a head, of the office or of a section, or of who considers the memo;
    a post that several sections call their head's is no one's."""
    listed = Counter(section.head for section in submission.office.sections if section.head)
    heads = {head for head, sections in listed.items() if sections == 1}
    if submission.order.signatory_position.startswith(submission.office.head_title):
        heads.add(submission.order.signatory_position)
    heads |= {post for post in submission.papers.approvers if not _SEVERAL.search(post)}
    first: dict[str, Named] = {}
    for one in everyone(submission):
        other = first.setdefault(one.position, one) if one.position in heads else one
        apart = one.section and other.section and one.section != other.section
        if not apart and not _one_name(one, other):
            yield SHARED_POST.at(one.at("position"), one.position, name=one.bare, where=other.where, other=other.bare)


def _one_name(one: Named, other: Named) -> bool:
    """True where two names are one person's, or a slip of one."""
    return one is other or one.folded == other.folded or one_person(one, other)


def check_seated_twice(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """A person, or a post without a name, that holds two seats of one committee."""
    for committee in submission.committees:
        seated: dict[str, int] = {}
        for seat in committee.seats:
            name = seat.person.full_name if seat.person else " ".join(filter(None, (seat.position, seat.section)))
            key = thai.fold(name) if seat.person else name
            if key in seated:
                place = seat.source.at("first_name" if seat.person else "position")
                yield TWICE.at(place, name, committee=committee.name, number=seated[key])
            seated.setdefault(key, seat.number)
