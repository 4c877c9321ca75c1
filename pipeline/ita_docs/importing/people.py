"""People as orders and lists of personnel write them: title, name, post, section and role, taken apart."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from ita_docs.framework.words.lists import Titles
from ita_docs.framework.words.orders import OrderWords, any_of
from ita_docs.importing.joining import as_elsewhere, join_lines
from ita_docs.importing.posts import (
    is_post,
    is_section,
    is_unfinished,
    split_section,
    without_label,
    without_unit_label,
)
from ita_docs.thai import split_title

NO_TITLE = "ไม่พบคำนำหน้าชื่อที่รู้จัก"
NAME_UNCLEAR = "ไม่แน่ชัดว่าชื่อและนามสกุลแบ่งที่ใด"
NO_LAST_NAME = "ไม่พบนามสกุล"
ROLE_UNKNOWN = "หน้าที่ในคณะไม่อยู่ในรายการที่รู้จัก"
NO_ROLE = "ไม่พบหน้าที่ในคณะ"
POST_UNCLEAR = "ไม่แน่ชัดว่าเป็นตำแหน่งทั้งหมดหรือไม่"
NO_POST = "ไม่พบตำแหน่ง"
PERSON_OR_POST = "ไม่แน่ชัดว่าเป็นชื่อบุคคลหรือตำแหน่ง"

_A_NAME = re.compile(r"[ก-ฮเ-ไ][ก-๎]*\.?(?:[-–][ก-๎]+)?|[A-Z][A-Za-z.'-]*")
_BROKEN_MISS = re.compile(r"^นาง\s+สาว\s*(?=[ก-ฮเ-ไ][ก-๎]*\s+\S)")
_IN_BRACKETS = re.compile(r"[(\[](.*)[)\]]")


@dataclass(frozen=True, slots=True)
class PersonText:
    """A person, or a post alone, as read: each text as typed, empty where there was none. ``doubts`` says in Thai, by
    the name of the field, what no rule made sure."""

    title: str = ""
    first_name: str = ""
    last_name: str = ""
    position: str = ""
    section: str = ""
    role: str = ""
    doubts: Mapping[str, str] = field(default_factory=dict)

    @property
    def named(self) -> bool:
        """True where a person is named."""
        return bool(self.first_name)


@dataclass(frozen=True, slots=True)
class Piece:
    """A line of a column: ``column`` counts the columns (tabs, cells) of a seat, ``head`` is the field that the head of
    the table gives to it, if any."""

    text: str
    column: int = 0
    head: str = ""


# Roles


def role_in(text: str) -> str:
    """The role that a whole text is, without brackets and เป็น around it; empty where it is none."""
    bare = re.sub(r"^(?:แต่งตั้ง)?(?:ให้)?เป็น\s*|^[-–]\s*", "", _bare(text))
    return bare if re.fullmatch(OrderWords.load().role, bare) else ""


def role_at_end(text: str) -> tuple[str, str]:
    """What stands before the role that a text ends with, and the role; ``(text, "")`` where it ends with none."""
    words = OrderWords.load()
    match = re.search(rf"(?:\s|\s*(?:แต่งตั้ง)?เป็น\s*|\s*[(])({words.role})\s*[)]?$", text)
    return (text[: match.start()].strip(), match[1]) if match else (text, "")


def _role_at_start(text: str) -> tuple[str, str]:
    match = re.match(rf"({OrderWords.load().role})(?:\s*[:：]\s*|\s+(?=\S))", text)
    return (text[match.end() :].strip(), match[1]) if match else (text, "")


# Names


def read_name(text: str, titled: bool = False) -> PersonText | None:
    """The person whose name a whole text is, of whatever many words; ``None`` of a text that can be no name. A text
    without a known title is doubtful, unless the title stands elsewhere (``titled``)."""
    text = _bare(_tidy(text))
    found = _name_at(text, post_apart=True)
    if found:
        person, after = found
        return _of_all_words(person, after) if after else person
    person = _untitled(text)
    return replace(person, doubts={}) if person and titled else person


def _of_all_words(person: PersonText, after: str) -> PersonText:
    """The person where more words than two are the name."""
    *first, last = f"{person.first_name} {person.last_name} {after}".split()
    doubts = dict.fromkeys(("first_name", "last_name"), NAME_UNCLEAR)
    return replace(person, first_name=" ".join(first), last_name=last, doubts=doubts)


def has_name(text: str) -> bool:
    """True of a text that begins with, or has in it, a name with a title that is known."""
    return _name_within(_bare(text)) is not None


def _name_at(text: str, post_apart: bool = False) -> tuple[PersonText, str] | None:
    """The person whose name a text begins with, and what follows it; ``post_apart`` says that the post stands
    elsewhere, so that no word after the name is taken for a section."""
    broken = _BROKEN_MISS.match(text)
    title, rest = ("นางสาว", text[broken.end() :].strip()) if broken else split_title(text)
    if not title or not rest:
        return None
    tokens = rest.split()
    if not _A_NAME.fullmatch(tokens[0]) or _goes_on_as_post(title, rest):
        return None
    used = _name_length(tokens, post_apart)
    first, last = tokens[0], " ".join(tokens[1:used])
    person = PersonText(title, first, last, doubts={} if last else _no_last_name(title))
    return person, " ".join(tokens[used:])


def _name_length(tokens: Sequence[str], post_apart: bool = False) -> int:
    """How many of the words of a text that begins with a first name are the name."""
    if len(tokens) < 2 or not _could_be_last_name(tokens[1], tokens[2:], post_apart):
        return 1
    if tokens[1] == "ณ":
        return min(3, len(tokens))
    return 4 if len(tokens) > 3 and tokens[2] == "ณ" else 2


def _could_be_last_name(token: str, after: Sequence[str], post_apart: bool) -> bool:
    """True where a word after a first name may be a family name: no post, no role, and no section unless the post
    follows."""
    if token == "ณ":
        return True
    words = OrderWords.load()
    a_post = words.post.match(token) if post_apart and not after else is_post(token)
    if a_post or not _A_NAME.fullmatch(token) or re.fullmatch(words.role, token):
        return False
    return not is_section(token) or post_apart or any(map(is_post, after))


def _goes_on_as_post(title: str, rest: str) -> bool:
    """True of a title that is a post too where a level or a section follows it (นายแพทย์ชำนาญการ, อาจารย์ คณะ…)."""
    titles = Titles.load()
    if title in titles.common or titles.a_rank.fullmatch(title):
        return bool(titles.a_post.match(title + rest))
    first = rest.split()[0]
    return bool(re.match(OrderWords.load().level, rest)) or is_post(title + first) or is_section(first)


def _no_last_name(title: str) -> dict[str, str]:
    alone = any(title.startswith(word) for word in Titles.load().without_last_name)
    return {} if alone else {"last_name": NO_LAST_NAME}


def _name_within(text: str, post_apart: bool = False) -> tuple[str, PersonText, str] | None:
    """What stands before a name with its title in a text, the person, and what stands after."""
    titles = Titles.load()
    weak = {*titles.religious, "อ.", "ศ.", "อาจารย์"}
    for match in re.finditer(r"(?:^|(?<=[\s(]))(?=[ก-ฮเ-ไA-Z])", text):
        start = match.start()
        tail = text[start:]
        found = _name_at(tail.rstrip(")") if tail.count(")") > tail.count("(") else tail, post_apart)
        if found and (start == 0 or (found[0].title not in weak and found[0].last_name)):
            before = text[:start].rstrip(" (")
            return before, found[0], found[1]
    return None


def _untitled(text: str) -> PersonText | None:
    """The person whose name a text of two words without a title may be."""
    tokens = text.split()
    plain = all(_A_NAME.fullmatch(token) or token == "ณ" for token in tokens)
    if not plain or not 2 <= len(tokens) <= 4 or is_post(text) or is_section(text):
        return None
    used = _name_length(tokens)
    if used < len(tokens):
        return None
    doubts = dict.fromkeys(("title", "first_name"), NO_TITLE)
    return PersonText("", tokens[0], " ".join(tokens[1:]), doubts=doubts)


# A person of many pieces


def read_person(pieces: Sequence[Piece], elsewhere: str = "") -> PersonText:
    """The person, or the post alone, that the ``pieces`` of a seat say, in whatever order they stand.

    ``elsewhere`` is other text of the file, by which broken lines are joined (see ``join_lines``)."""
    left = [replace(one, text=_tidy(one.text)) for one in pieces]
    left = [one for one in left if one.text]
    left, role, role_doubt = _take_role(left)
    left, person = _take_name(left)
    position, section, doubts = _posts(left, person is not None, elsewhere)
    person = person or PersonText()
    return replace(
        person,
        position=position,
        section=section,
        role=role,
        doubts={**person.doubts, **doubts, **({"role": role_doubt} if role_doubt else {})},
    )


def _take_role(pieces: list[Piece]) -> tuple[list[Piece], str, str]:
    for end in range(len(pieces), 0, -1):
        for start in range(max(0, end - 3), end):
            joined = pieces[start:end]
            if len({one.column for one in joined}) == 1 and (role := role_in("".join(one.text for one in joined))):
                return pieces[:start] + pieces[end:], role, ""
    for take in (role_at_end, _role_at_start):
        for place in range(len(pieces) - 1, -1, -1):
            rest, role = take(pieces[place].text)
            if role:
                return [*pieces[:place], replace(pieces[place], text=rest), *pieces[place + 1 :]], role, ""
    for place in range(len(pieces) - 1, -1, -1):
        if pieces[place].head == "role" or _an_unknown_role(pieces, place):
            return pieces[:place] + pieces[place + 1 :], pieces[place].text, ROLE_UNKNOWN
    return pieces, "", NO_ROLE


def _an_unknown_role(pieces: Sequence[Piece], place: int) -> bool:
    """True where a last column of its own is neither a post, a section nor a name."""
    one = pieces[place]
    alone = place == len(pieces) - 1 and place > 0 and pieces[place - 1].column != one.column and not one.head
    return alone and not (is_post(one.text) or is_section(one.text) or _name_within(one.text) or len(one.text) > 40)


def _take_name(pieces: list[Piece]) -> tuple[list[Piece], PersonText | None]:
    """The pieces without the name, and the person; ``None`` where a post stands alone."""
    by_head = {one.head: one.text for one in pieces if one.head}
    if "first_name" in by_head and "last_name" in by_head:
        return _name_of_columns(pieces, by_head)
    for place, one in enumerate(pieces):
        post_apart = any(is_post(two.text) for two in pieces if two is not one)
        found = _name_within(_bare(one.text), post_apart)
        if not found and place + 1 < len(pieces) and split_title(one.text) == (one.text, ""):
            found = _name_within(f"{one.text}{pieces[place + 1].text}")  # a title on a line of its own
            pieces = pieces[: place + 1] + pieces[place + 2 :] if found else pieces
        if found:
            return _rest_of_name(pieces, place, found)
    for place, one in enumerate(pieces):
        others = [two.text for two in pieces if two is not one]
        person = _untitled(one.text) if one.head in ("name", "first_name") or any(map(is_post, others)) else None
        if person:
            return pieces[:place] + pieces[place + 1 :], person
    return pieces, None


def _rest_of_name(
    pieces: list[Piece], place: int, found: tuple[str, PersonText, str]
) -> tuple[list[Piece], PersonText]:
    before, person, after = found
    here, following = pieces[place], pieces[place + 1 :]
    if not person.last_name and not after and following:
        tokens = following[0].text.split()
        used = _name_length([person.first_name, *tokens]) - 1
        if used and (following[0].column == here.column or (len(following) > 1 and person.doubts)):
            person = replace(person, last_name=" ".join(tokens[:used]), doubts={})
            following = [replace(following[0], text=" ".join(tokens[used:])), *following[1:]]
    if after and not _sure_after_name(after) and (following or here.head == "name") and not before:
        person, after = _of_all_words(person, after), ""
    elif after and not _sure_after_name(after):
        person = replace(person, doubts={**person.doubts, "last_name": NAME_UNCLEAR, "position": POST_UNCLEAR})
    rest = [replace(here, text=text) for text in (before, after)]
    return [one for one in (*pieces[:place], *rest, *following) if one.text], person


def _sure_after_name(text: str) -> bool:
    bare = without_label(_bare(text))
    return bare != text or is_post(text) or is_section(text) or (" " in text and is_post(text.split()[0]))


def _name_of_columns(pieces: list[Piece], by_head: Mapping[str, str]) -> tuple[list[Piece], PersonText | None]:
    """The name that stands in columns of its own."""
    left = [one for one in pieces if one.head not in ("title", "first_name", "last_name")]
    title, first = by_head.get("title", ""), by_head["first_name"]
    if not title:
        title, first = split_title(first)
    if not first:
        return left, None
    doubts = {} if title else {"title": NO_TITLE}
    return left, PersonText(title, first, by_head["last_name"], doubts=doubts)


# What is left: post and section


def _posts(pieces: Sequence[Piece], named: bool, elsewhere: str) -> tuple[str, str, dict[str, str]]:
    columns: dict[int, list[Piece]] = {}
    for one in pieces:
        columns.setdefault(one.column, []).append(one)
    posts, sections = list[str](), list[str]()
    for column in columns.values():
        text = without_label(_bare(_joined_post([one.text for one in column], elsewhere)))
        if column[0].head == "section" or ((named or posts) and is_section(text)):
            sections.append(without_unit_label(text))
            continue
        text, section = split_section(text) if named else (text, "")
        posts.append(text)
        sections.extend([section] if section else [])
    position, section = " ".join(posts), " ".join(sections)
    return position, section, {"position": doubt} if (doubt := _doubt_of_post(position, named, len(posts))) else {}


def _doubt_of_post(position: str, named: bool, pieces: int) -> str:
    if not position:
        return NO_POST
    if is_post(position):
        return ""
    if not named and _untitled(position):
        return PERSON_OR_POST
    return POST_UNCLEAR if pieces > 1 or len(position) > 120 else ""


def _joined_post(lines: Sequence[str], elsewhere: str) -> str:
    """The lines of a post as one text: a section, and another post, begin apart."""
    words = OrderWords.load()
    leads = re.compile(rf"(?:{any_of(words.leads)})$")
    text = ""
    for line in lines:
        begins = is_section(line) or words.post.match(line)
        apart = begins and not is_unfinished(text) and not leads.search(text)
        known = as_elsewhere(text, line, elsewhere)
        text = f"{text} {line}" if text and apart and known is None else join_lines([text, line], elsewhere)
    return text


def _tidy(text: str) -> str:
    """A piece without the leaders, bars and dashes of its list around it."""
    text = re.sub(r"\s+", " ", text).strip()
    return re.sub(r"^[|•*:.…_-]+\s*|\s*[|:…_]+$|\s*\.{2,}$|\s+-$", "", text).strip()


def _bare(text: str) -> str:
    """A text without the brackets that it stands in."""
    match = _IN_BRACKETS.fullmatch(text.strip())
    return match[1].strip() if match and not re.search(r"[()\[\]]", match[1]) else text.strip()
