"""Checks of names field by field: titles that are missing, unknown or short, and fields that hold what is no name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from ita_docs import thai
from ita_docs.checks.cells import Cell, holding, posts, shortened
from ita_docs.checks.people import (
    POST_DIFFERS,
    TITLE_DIFFERS,
    TWO_SPELLINGS,
    Named,
    everyone,
    one_name,
    one_person,
    sex,
)
from ita_docs.checks.text import one_of
from ita_docs.framework.model import Framework
from ita_docs.framework.words.lists import Posts, Roles, Titles
from ita_docs.model import Person, Submission
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
FOREIGN_TITLE = Kind(
    "title-foreign",
    "คำนำหน้า “{found}” ของ “{name}” เป็นภาษาต่างประเทศ แต่ชื่อเป็นภาษาไทย",
    "ใช้คำนำหน้าภาษาไทย เช่น นาย นาง นางสาว หากเป็นชื่อชาวต่างประเทศ ไม่ต้องแก้ไข",
    "คำนำหน้าเป็นภาษาต่างประเทศ (Mr., Mrs.) แต่ชื่อเป็นภาษาไทย",
    Severity.NOTE,
)
POST_IN_NAME = Kind(
    "name-is-post",
    "ช่องชื่อ “{found}” เป็นชื่อตำแหน่ง ไม่ใช่ชื่อบุคคล",
    "ย้ายไปไว้ในช่องตำแหน่ง ถ้าแต่งตั้งโดยตำแหน่ง ให้เว้นคำนำหน้า ชื่อ และนามสกุลไว้ทั้งสามช่อง",
    "ช่องชื่อหรือนามสกุลมีชื่อตำแหน่งหรือหน้าที่ในคณะ",
    Severity.WARNING,
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
    "ชื่อ “{found}” มีตัวเลข เครื่องหมาย หรือตัวอักษรภาษาอื่นปนอยู่",
    "ตรวจสอบการพิมพ์ชื่อแล้วลบสิ่งที่ปนมา",
    "ชื่อหรือนามสกุลมีตัวเลขหรือเครื่องหมายที่ไม่ใช่ส่วนของชื่อ หรือมีตัวอักษรไทยปนกับตัวอักษรภาษาอื่น",
    Severity.WARNING,
)

OF_PROFESSION = Kind(
    "post-of-another-profession",
    "คำนำหน้าของ “{name}” คือ “{title}” แต่ตำแหน่งคือ “{found}” ซึ่งเป็นของอีกวิชาชีพหนึ่ง",
    "ตรวจสอบคำนำหน้าและตำแหน่ง และตรวจสอบว่าคอลัมน์ใดเลื่อนแถวหรือไม่",
    "คำนำหน้าของวิชาชีพกับตำแหน่งไม่ใช่วิชาชีพเดียวกัน เช่น เภสัชกร กับตำแหน่งทันตแพทย์ชำนาญการ",
    Severity.WARNING,
)
HALF_ALIKE = Kind(
    "name-half-alike",
    "“{found}” มีตำแหน่ง หน่วยงานย่อย และ{same}ตรงกับ “{other}” ({where}) อาจเป็นบุคคลเดียวกันที่เปลี่ยน{changed}หรือพิมพ์ผิดแถว",
    "ตรวจสอบชื่อและนามสกุลปัจจุบันแล้วแก้ให้ตรงกันทั้งสองแห่ง หากเป็นคนละคน ไม่ต้องแก้ไข",
    "บุคคลในสองคณะมีตำแหน่งและหน่วยงานย่อยเดียวกัน แต่ตรงกันเพียงชื่อหรือนามสกุล เช่น เปลี่ยนนามสกุลแล้วแก้ไม่ครบ",
    Severity.WARNING,
)

_TITLES = Titles.load()
_ROLES = (*Roles.load().names, *Posts.load().heads)
_LEAST, _LEAST_OF_POSTS = 7, 9
"""The letters of a role or a head, and of any other post, that no name begins with; shorter ones are names too (ประธาน,
เศรษฐกร)."""
_POST = re.compile(
    one_of(
        {
            *(one for one in _ROLES if len(one) >= _LEAST),
            *(one for one in Posts.load().kinds_of_post if len(one) >= _LEAST_OF_POSTS),
        }
    )
)

_LONGEST = 40
"""No title or rank has more letters."""
_LEVEL = re.compile("(?<=[ก-๎]{3})(?:ชำนาญการ|ชำนาญงาน|ปฏิบัติการ|ปฏิบัติงาน)(?:พิเศษ)?$")
"""The level that ends a post; others end last names too (เชี่ยวชาญ)."""


def check_titles(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """Titles that are missing, unknown or short. Of short forms, which are many, one is told that lacks a full stop."""
    for one in everyone(submission):
        title, place = one.person.title, one.at("title")
        if not title:
            yield NO_TITLE.at(place, name=one.bare)
        elif len(title) > _LONGEST:
            yield UNKNOWN_TITLE.at(place, shortened(title), name=one.bare)
        elif (rest := thai.split_title(title)[1]) and (
            "." not in title or _in_brackets(rest) or {_bare(title), _bare(rest)} & _KNOWN
        ):
            yield UNKNOWN_TITLE.at(place, title, name=one.bare)
        elif _LATIN.match(title) and not _LATIN.search(one.bare):
            yield FOREIGN_TITLE.at(place, title, name=one.bare)
        elif title.replace(" ", "") in _TITLES.full:
            yield SHORT_TITLE.at(place, title, full=_TITLES.full[title.replace(" ", "")])


def _in_brackets(title: str) -> bool:
    """True where another title stands in brackets: (ดร.), but not (พิเศษ)."""
    found = re.search(r"\(([^()]+)", title)
    return found is not None and thai.split_title(found[1])[0] != ""


def _bare(title: str) -> str:
    return re.sub(r"[\s.]", "", title)


_KNOWN = frozenset(_bare(title) for title in _TITLES.every)
"""Titles without full stops: น.ส lacks one, นาย. has one too many."""
_LATIN = re.compile("[A-Za-z]")
_THAI = re.compile("[ก-๎]")
_PERSON = re.compile(
    rf"(?P<title>{one_of(title for title in _TITLES.every if len(title) > 2)})\s?"
    r"(?P<first>[ก-๎]{2,})\s+(?P<last>[ก-๎]{2,})"
)
"""Somebody named in a text."""
_RANKS = frozenset(_TITLES.ranks)
_PROFESSIONS = frozenset(title for title in _TITLES.medical if "." not in title)
_GRADE = re.compile("(เอก|โท|ตรี|[อทต][.])(?:[(]พิเศษ[)])?$")
_IN_SHORT = {"เอก": "อ.", "โท": "ท.", "ตรี": "ต."}
_HIGHER = ("พิเศษ",)
"""What makes another level of one (ชำนาญการพิเศษ)."""
_OF_ONE_SEX = ("นาย", "นาง", "นางสาว")
_STRANGE = re.compile(r"[^ก-๎\sA-Za-z.'’()-]|[ก-๎](?:\.|[A-Za-z])|[A-Za-z][ก-๎]")


def check_name_fields(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """Fields of names that hold a title, a post, two words, or what is no letter of a name."""
    people = everyone(submission)
    office = submission.office
    others = {section.name for section in office.sections} | {one.position for one in people}
    others |= {office.name, office.short_name, office.head_title}
    for one in people:
        first, last = one.person.first_name, one.person.last_name
        title, rest = thai.split_title(first)
        other = title in ("นาย", "นาง") and one.person.title not in ("", title)  # นางสาวนางฟ้า
        if title and title not in ("พระ", "หม่อม") and len(rest) >= 3 and not other:
            yield TITLE_IN_NAME.at(one.at("first_name"), first, title=title)
        elif " " in first:
            yield TWO_WORDS.at(one.at("first_name"), first, field="ชื่อ")
        if " " in last and "ณ" not in last.split():
            yield TWO_WORDS.at(one.at("last_name"), last, field="นามสกุล")
        for field, name, other_name in (("first_name", rest, last), ("last_name", last, rest)):
            if _POST.match(name) or _LEVEL.search(name) or name in others:
                yield POST_IN_NAME.at(one.at(field), name)
            elif _STRANGE.search(name) or len(name) == 1 or (_LATIN.match(name) and _THAI.match(other_name)):
                yield NAME_LETTERS.at(one.at(field), name)


def check_texts(texts: Sequence[Cell], submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """People of the workbook whom texts name otherwise: by another spelling or title."""
    known = [one for one in everyone(submission) if one.person.last_name]
    held = sorted({post for _, post, _ in posts(submission) if post}, key=len, reverse=True)
    for cell in holding(_PERSON, texts):
        for match in _PERSON.finditer(cell.text):
            title = match["title"].replace("น.ส.", "นางสาว")
            alike = [(one, said) for one in known if one_name((said := _said(match, one)).person, one.person)]
            one = next((one for one, said in alike if said.bare == one.bare), None)
            if one and title != one.person.title and (one.person.title in _OF_ONE_SEX or _differ(title, one)):
                yield TITLE_DIFFERS.at(cell.place, title, name=one.bare, where=one.where, other=one.person.title)
            elif one and (post := _another_post(cell.text[match.start("last") :], one, held, known)):
                yield POST_DIFFERS.at(cell.place, post, name=one.bare, where=one.where, other=one.position)
            elif alike and not one:
                other, said = alike[0]
                named = {"other": other.person.full_name, "where": other.where}
                yield TWO_SPELLINGS.at(cell.place, f"{title}{said.bare}", **named)
            elif not one and (namesake := _of_one_post(match, title, known)):
                named = {"other": namesake.person.full_name, "where": namesake.where}
                yield TWO_SPELLINGS.at(cell.place, f"{title}{match['first']} {match['last']}", **named)


def _differ(title: str, one: Named) -> bool:
    """True where a title is of another rank or profession than somebody's own."""
    own = re.sub(r"\s|^ว่าที่|หญิง$", "", one.person.title)
    said = re.sub(r"\s|^ว่าที่|หญิง$", "", title)
    if {title, one.person.title} <= _PROFESSIONS:
        return True
    return {said, own} <= _RANKS and _rank_of(said, "." in said + own) != _rank_of(own, "." in said + own)


def _rank_of(title: str, in_short: bool) -> tuple[str, str]:
    """A rank as it is told from others: where one of two is in short, by its first letter and its grade."""
    grade = _GRADE.search(title)
    if not in_short or not grade:
        return title.removesuffix("(พิเศษ)"), ""
    return title.lstrip("เแโใไ")[0], _IN_SHORT.get(grade[1], grade[1])


def _another_post(text: str, one: Named, posts: Sequence[str], known: Sequence[Named]) -> str:
    """The post behind somebody's last name that others hold and this one does not, or holds with another level."""
    rest = text[len(one.person.last_name) :].lstrip()
    own = [other.position for other in known if other.bare == one.bare and other.position]
    if mine := next((post for post in own if rest.startswith(post)), ""):
        higher = next((level for level in _HIGHER if rest.startswith(level, len(mine))), "")
        return mine + higher if higher else ""
    post = next((post for post in posts if rest.startswith(post)), "")
    return "" if any(_begins(post, mine) for mine in own) or not own else post


def _of_one_post(match: re.Match[str], title: str, known: Sequence[Named]) -> Named | None:
    """Who has the title, the first name and the post of somebody named in a text, but another last name."""
    behind = match.string[match.end() :].split(maxsplit=1)
    post = behind[0] if behind and len(behind[0]) >= _LEAST else ""
    alike = (one for one in known if (one.person.title, one.person.first_name) == (title, match["first"]))
    return next((one for one in alike if post and one.position and _begins(post, one.position)), None)


def _begins(one: str, other: str) -> bool:
    """True where one of two posts begins with the other."""
    return one.startswith(other) or other.startswith(one)


def _said(match: re.Match[str], one: Named) -> Named:
    """Somebody named in a text, with as much of the last name as another's has: a sentence may go on behind it."""
    last = match["last"][: len(one.person.last_name)]
    return replace(one, person=Person(title="", first_name=match["first"], last_name=last))


def check_professions(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """The title of a profession stands beside no post of another one; heads and teachers may have any."""
    for one in everyone(submission):
        own = _PROFESSION_OF.get(one.person.title.replace(" ", "").removesuffix("หญิง"))
        other = next((post for post in _TITLES.professions if own and one.position.startswith(post)), own)
        if own and other != own:
            yield OF_PROFESSION.at(one.at("position"), one.position, title=one.person.title, name=one.bare)


_PROFESSION_OF = {title: post for post, titles in _TITLES.professions.items() for title in titles}


def check_half_alike(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """People of one post and section who share one of their names; where a committee seats both, they are two."""
    known: dict[tuple[str, ...], dict[str, Named]] = defaultdict(dict)
    seated = {(one.committee, one.bare) for one in everyone(submission)}
    for one in everyone(submission):
        if not (one.position and one.section):
            continue
        alike = [known[one.position, one.section, name, getattr(one.person, name)] for name in _HALVES]
        if one.bare not in alike[0]:
            yield from islice(_half_alike(one, [*alike[1].values(), *alike[0].values()], seated), 1)
        for names in alike:
            names.setdefault(one.bare, one)


_HALVES = {"first_name": ("นามสกุล", "ชื่อ"), "last_name": ("ชื่อ", "นามสกุล")}
"""What two people share and what not, by the field in which they differ."""


def _half_alike(one: Named, others: Iterable[Named], seated: set[tuple[str, str]]) -> Iterator[Problem]:
    """A problem with each of those who share a name, whose titles are not of a man and a woman, and who is not told as
    a slip."""
    for other in others:
        is_pair = sex(one.person.title) | sex(other.person.title) == {"ชาย", "หญิง"}
        are_two = {(other.committee, one.bare), (one.committee, other.bare)} & seated
        if not (is_pair or are_two or one_person(one, other)):
            field = "first_name" if one.person.last_name == other.person.last_name else "last_name"
            values = {"same": _HALVES[field][0], "changed": _HALVES[field][1], "where": other.where}
            yield HALF_ALIKE.at(one.at(field), one.person.full_name, other=other.person.full_name, **values)
