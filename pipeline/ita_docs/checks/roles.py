"""Checks of the words of a seat: roles and posts that are slips of known ones or cut off, text after the level."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator

from rapidfuzz import process
from rapidfuzz.distance import OSA

from ita_docs import thai
from ita_docs.checks.cells import posts, seats
from ita_docs.framework.model import Framework
from ita_docs.framework.words.lists import Posts, Roles, Titles, any_of
from ita_docs.model import Submission
from officefiles.problems import Kind, Place, Problem, Severity

ROLE_SLIP = Kind(
    "role-misspelt",
    "หน้าที่ในคณะ “{found}” น่าจะสะกดผิดหรือพิมพ์ไม่ครบ",
    "ตรวจสอบว่าเป็น “{nearest}” หรือไม่",
    "หน้าที่ในคณะใกล้เคียงกับคำที่ใช้ในคำสั่ง แต่สะกดต่างกัน เช่น รองประทานคณะทำงาน",
    Severity.WARNING,
)
POST_CUT_OFF = Kind(
    "post-cut-off",
    "ตำแหน่ง “{found}” น่าจะสะกดผิดหรือพิมพ์ไม่ครบ",
    "ตรวจสอบว่าเป็น “{nearest}” หรือไม่",
    "ตำแหน่งหรือระดับพิมพ์ขาดหรือผิดไป เช่น เจ้าพนักงานปกครองชำนาญกา",
    Severity.WARNING,
)
TEXT_AFTER_LEVEL = Kind(
    "post-with-section",
    "ช่องตำแหน่ง “{found}” มี “{after}” ต่อท้ายระดับ",
    "ให้ช่องตำแหน่งมีเพียงชื่อตำแหน่งและระดับ และกรอก “{after}” ในช่องฝ่าย",
    "ช่องตำแหน่งมีชื่อหน่วยงานย่อยต่อท้ายระดับ ทำให้ตรวจระดับไม่ได้",
    Severity.WARNING,
)

ROLE_AS_POST = Kind(
    "post-is-role",
    "ช่องตำแหน่งมี “{found}” ซึ่งเป็นหน้าที่ในคณะ ไม่ใช่ตำแหน่ง",
    "กรอกตำแหน่งของผู้ได้รับแต่งตั้งในช่องนี้ เช่น หัวหน้าฝ่ายปกครอง และให้หน้าที่อยู่ในช่องหน้าที่ในคณะ",
    "ช่องตำแหน่งมีหน้าที่ในคณะ เช่น ประธานกรรมการ",
    Severity.WARNING,
)

NAME_AS_POST = Kind(
    "post-is-name",
    "ช่องตำแหน่งมี “{found}” ซึ่งเป็นชื่อบุคคล ไม่ใช่ตำแหน่ง",
    "กรอกตำแหน่งในช่องนี้ และย้ายชื่อไปไว้ในช่องคำนำหน้า ชื่อ และนามสกุล (ถ้ามี)",
    "ช่องตำแหน่งมีคำนำหน้า ชื่อ และนามสกุลของบุคคล ทั้งช่อง หน้าตำแหน่ง หรือในวงเล็บ",
    Severity.WARNING,
)

NO_ROLE = Kind(
    "role-is-other",
    "ช่องหน้าที่ในคณะมี “{found}” ซึ่งเป็น{what} ไม่ใช่หน้าที่ในคณะ",
    "เลือกหน้าที่ในคณะ เช่น กรรมการ หรือ คณะทำงาน แล้วย้ายข้อความนี้ไปไว้ในช่องของตนเอง",
    "ช่องหน้าที่ในคณะมีตำแหน่ง หน่วยงานย่อย หรือชื่อบุคคล เพราะสลับช่องกัน",
    Severity.WARNING,
)
SHORT_WORD = Kind(
    "post-short",
    "“{found}” มีคำย่อ “{short}”",
    "ในคำสั่งและหนังสือราชการให้ใช้คำเต็มว่า “{full}”",
    "ตำแหน่งหรือหน้าที่ในคณะมีคำย่อซึ่งควรเขียนเต็ม เช่น หน.ฝ่ายทะเบียน จพง. หรือ ชก.",
    Severity.NOTE,
)

SECTION_AS_POST = Kind(
    "post-is-section",
    "ช่องตำแหน่งมี “{found}” ซึ่งเป็นหน่วยงานย่อย ไม่ใช่ตำแหน่ง",
    "กรอกตำแหน่งในช่องนี้ เช่น หัวหน้า{found} และให้หน่วยงานย่อยอยู่ในช่อง “หน่วยงานย่อย”",
    "ช่องตำแหน่งมีเพียงชื่อหน่วยงานย่อย เช่น ฝ่ายทะเบียน",
    Severity.WARNING,
)

_ROLES = Roles.load().names
_PERSON = re.compile("[ก-๎]{2,} [ก-๎]{2,}")
_BRACKETS = re.compile(r"\(\s*([^()]+?)\s*\)")
_OF_PERSONS = frozenset(Titles.load().common)
_ACADEMIC = tuple(one for one in Titles.load().academic if one.endswith(".") and one != "อ.")  # which is อำเภอ, too
_OF_COMMITTEE = re.compile("กรรมการ|คณะทำงาน")
_OF_PARTS = re.compile("และ|เลขา")
"""What is in a role that may be cut off; other beginnings of roles (ผู้ช่วย, หัวหน้า) are roles too."""
_POSTS = Posts.load()
_BEGINNINGS = ("รอง", "ผู้", "สารวัตร", "ปลัด", "ครู", *_POSTS.heads, *_POSTS.alone, *_POSTS.kinds_of_post)
"""How posts begin."""
_SHORT = re.compile(rf"(?:(?<![ก-ฮ.])|(?<=รอง))(?:{any_of(_POSTS.short)})")
_LEVELS = "|".join(_POSTS.kind_of_level)
_UNITS = "|".join(_POSTS.units)
_AFTER_LEVEL = re.compile(rf"(?<=[ก-๎])(?<!ผู้)(?<!ศูนย์)(?<!ห้อง)(?:{_LEVELS})(\s*\(?(?:{_UNITS}|สังกัด|ประจำ)\s?[ก-๎].*)")
_SURE = 8
"""A word of fewer letters may differ from a known one by one letter only, a longer one by two."""
_CUT = 2
"""The letters that must be left of a level that is cut off."""


def check_role_slips(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """Roles that differ from a known one by a letter or two."""
    roles = ((seat.source.at("role"), seat.role) for seat in seats(submission))
    yield from _told(roles, ROLE_SLIP, role_meant)


def check_posts_cut_off(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """Posts that differ by a letter or two from one of the office's own heads, from a known post or from one with a
    level, or whose level is cut off."""
    heads = _heads(submission)
    named = ((place, post) for place, post, _ in posts(submission))
    yield from _told(named, POST_CUT_OFF, lambda post: _meant(post, heads))


def check_no_posts(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """Roles, names of persons and of sections that stand in the column of posts."""
    sections = {section.name for section in submission.office.sections}
    posts = {seat.position for seat in seats(submission)} | {f"หัวหน้า{name}" for name in sections}
    for seat in seats(submission):
        if seat.position in sections:
            yield SECTION_AS_POST.at(seat.source.at("position"), seat.position)
        plain = "".join(seat.position.split())
        if plain in _ROLES and _OF_COMMITTEE.search(plain):
            yield ROLE_AS_POST.at(seat.source.at("position"), seat.position)
        if what := _no_role(seat.role, sections, posts):
            yield NO_ROLE.at(seat.source.at("role"), seat.role, what=what)
    led = ((section.source.at("head"), section.head) for section in submission.office.sections)
    for place, post in (*_said(submission), *led):
        if name := _person_in(post):
            yield NAME_AS_POST.at(place, name)


def _no_role(role: str, sections: Collection[str], posts: Collection[str]) -> str:
    """What stands in place of a role; "" where one does."""
    post = next((role.removesuffix(level) for level in _POSTS.kind_of_level if role.endswith(level)), "")
    if post in _POSTS.kinds_of_post or (role in posts and role not in _ROLES):
        return "ตำแหน่ง"
    return "หน่วยงานย่อย" if role in sections else "ชื่อบุคคล" if is_person(role) else ""


def check_short_words(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """Posts and roles in short."""
    for place, text in (*_said(submission), *((seat.source.at("role"), seat.role) for seat in seats(submission))):
        if found := _SHORT.search(text):
            yield SHORT_WORD.at(place, text, short=found[0], full=_POSTS.short[found[0]])


def _person_in(post: str) -> str:
    """The person whom a post names: alone, before the post or in brackets; "" for none."""
    words = re.split(r"[\s(]+", post)
    before = (" ".join(words[:number]) for number in (2, 3))
    return next((name for name in (post, *before, *_BRACKETS.findall(post)) if is_person(name)), "")


def is_person(text: str) -> bool:
    """True for a title or rank with a first and a last name; a rank may stand before a post, too, and so may
    an academic title in full."""
    title, name = thai.split_title(text)
    is_ranked = bool(thai.split_rank(title)[0]) and not name.startswith(_BEGINNINGS)
    is_titled = title in _OF_PERSONS or title.endswith(_ACADEMIC)
    return (is_titled or is_ranked) and _PERSON.fullmatch(name) is not None


def _said(submission: Submission) -> Iterator[tuple[Place, str]]:
    """Every post of the workbook: the office's head, who signs, and those of all others."""
    office, order = submission.office, submission.order
    yield office.source.at("head_title"), office.head_title
    yield order.source.at("signatory_position"), order.signatory_position
    yield from ((place, post) for place, post, _ in posts(submission))


def role_meant(role: str) -> str:
    """The role that ``role`` is a slip of, or the beginning of; "" for a known one and for one that is like none."""
    plain = "".join(role.split()).replace("/", "และ")
    if plain in _ROLES or "ฯ" in plain:
        return ""
    begun = [one for one in _ROLES if _OF_PARTS.search(plain) and one.startswith(plain)]
    return min(begun, key=len) if begun else _nearest(plain, _ROLES)


def _told(texts: Iterable[tuple[Place, str]], kind: Kind, nearest: Callable[[str], str]) -> Iterator[Problem]:
    """A problem at each text that has a nearest right one; each text is compared once."""
    found: dict[str, str] = {}
    for place, text in texts:
        if text not in found:
            found[text] = nearest(text) if text else ""
        if found[text]:
            yield kind.at(place, text, nearest=found[text])


def check_text_after_level(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """Sections that stand in the column of posts, after the level."""
    for seat in seats(submission):
        if after := _AFTER_LEVEL.search(seat.position):
            yield TEXT_AFTER_LEVEL.at(seat.source.at("position"), seat.position, after=after[1].strip(" ()"))


def bare_post(post: str) -> str:
    """A post with its level, without a section after it."""
    after = _AFTER_LEVEL.search(post)
    return post[: after.start(1)] if after else post


_POST = re.compile(r"[ก-๎][ก-๙0-9 ().,/-]*")


def _heads(submission: Submission) -> tuple[str, ...]:
    """The posts of those who lead the office, and those that it lists as heads of its sections; none with signs that no
    post has, which are told where they stand."""
    office = submission.office
    first = {office.head_title, submission.order.signatory_position.partition("\n")[0]}
    others = {before + head for head in first for before in ("รอง", "ผู้ช่วย")}
    listed = {*first, *others, *(section.head for section in office.sections)}
    return tuple(sorted(one for one in listed if _POST.fullmatch(one)))


def _meant(text: str, heads: tuple[str, ...]) -> str:
    """The post that ``text`` is a slip of; "" for a known one and for one that is like none."""
    level = next((level for level in _POSTS.kind_of_level if text.endswith(level)), "")
    if level or text in heads or " " in text:
        return ""
    post = next((post for post in _BY_LENGTH if text.startswith(post)), "")
    rest = text[len(post) :]
    if post and len(rest) >= _CUT:
        levels = [one for kind in sorted(_POSTS.kinds_of_post[post]) for one in _POSTS.levels[kind]]
        begun = [one for one in levels if one.startswith(rest)]
        near = min(begun, key=len) if begun else _nearest(rest, levels)
        return post + near if near else ""
    return "" if post else _nearest(text, heads) or _nearest(text, _BY_LENGTH)


_BY_LENGTH = tuple(sorted(_POSTS.kinds_of_post, key=len, reverse=True))


def _nearest(text: str, known: tuple[str, ...] | list[str]) -> str:
    """The known text that differs by a letter or two; "" where it is known itself or none is so near."""
    if text in known:
        return ""
    found = process.extractOne(text, known, scorer=OSA.distance, score_cutoff=1 + (len(text) >= _SURE))
    return str(found[0]) if found and len(text) > 2 else ""
