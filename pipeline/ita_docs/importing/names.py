"""Names of people in old files: the title, the first name and the family name, and where they end."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from ita_docs.framework.words.lists import Titles
from ita_docs.framework.words.orders import OrderWords
from ita_docs.importing.posts import bare, is_post, is_section, tidy
from ita_docs.thai import split_title

NO_TITLE = "ไม่พบคำนำหน้าชื่อที่รู้จัก"
NAME_UNCLEAR = "ไม่แน่ชัดว่าชื่อและนามสกุลแบ่งที่ใด"
NO_LAST_NAME = "ไม่พบนามสกุล"

_A_NAME = re.compile(r"[ก-ฮเ-ไ][ก-๎]*\.?(?:[-–][ก-๎]+)?|[A-Z][A-Za-z.'-]*")
_NICKNAME = re.compile(r"\(([ก-๎A-Za-z]{1,12})\)")
_BROKEN_MISS = re.compile(r"^นาง\s+สาว\s*(?=[ก-ฮเ-ไ][ก-๎]*\s+\S)")


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


def read_name(text: str, titled: bool = False) -> PersonText | None:
    """The person whose name a whole text is, of whatever many words; ``None`` of a text that can be no name. A text
    without a known title is doubtful, unless the title stands elsewhere (``titled``)."""
    text = bare(tidy(text))
    found = _name_at(text, post_apart=True)
    if found:
        person, after = found
        return of_all_words(person, after) if after else person
    alone = untitled(text)
    return replace(alone, doubts={}) if alone and titled else alone


def of_all_words(person: PersonText, after: str) -> PersonText:
    """The person where more words than two are the name."""
    *first, last = f"{person.first_name} {person.last_name} {after}".split()
    doubts = dict.fromkeys(("first_name", "last_name"), NAME_UNCLEAR)
    return replace(person, first_name=" ".join(first), last_name=last, doubts=doubts)


def is_name_word(text: str) -> bool:
    """True of one word that may be a part of a name."""
    return bool(_A_NAME.fullmatch(text))


def has_name(text: str) -> bool:
    """True of a text that begins with, or has in it, a name with a title that is known."""
    return name_within(bare(text)) is not None


def goes_on_as_name(before: str, after: str) -> bool:
    """True where a name with a title goes on from one text to the next (``นางคำ``, ``ดีมาก``)."""
    found = name_within(bare(f"{before} {after}"))
    words = [found[1].first_name, *found[1].last_name.split()] if found else []
    parts = ((" ".join(words[:place]), " ".join(words[place:])) for place in range(1, len(words)))
    return any(before.endswith(first) and after.startswith(last) for first, last in parts)


def _name_at(text: str, post_apart: bool) -> tuple[PersonText, str] | None:
    """The person whose name a text begins with, and what follows it; ``post_apart`` says that the post stands
    elsewhere, so that no word after the name is taken for a section."""
    title, rest, doubt = _title_of(text)
    if not title or not rest:
        return None
    tokens = rest.split()
    if not _A_NAME.fullmatch(tokens[0]) or _goes_on_as_post(title, rest):
        return None
    if len(tokens[0]) == 1 and len(tokens) > 1 and not is_name_word(tokens[1]):  # นายก อบต.…
        return None
    glued = OrderWords.load().long_post.search(tokens[1], 2) if len(tokens) > 1 else None
    if glued:  # the space between name and post is lost
        tokens[1:2] = [tokens[1][: glued.start()], tokens[1][glued.start() :]]
    used = name_length(tokens, post_apart)
    used += used > 1 and tokens[used : used + 1] != [] and tokens[used] in OrderWords.load().name_tails
    if called := _with_nickname(tokens, used):
        used, doubt = called, {**doubt, "last_name": NAME_UNCLEAR}
    first, last = tokens[0], " ".join(tokens[1:used])
    person = PersonText(title, first, last, doubts=doubt if last else {**doubt, **_no_last_name(title)})
    return person, " ".join(tokens[used:])


def _with_nickname(tokens: Sequence[str], used: int) -> int:
    """How many words are the name where a short one in brackets that is no post stands in or behind it; else 0."""
    at = max(used, 1)
    said = _NICKNAME.fullmatch(tokens[at]) if at < len(tokens) else None
    words = OrderWords.load()
    if not said or is_post(said[1]) or is_section(said[1]) or re.fullmatch(rf"{words.role}|{words.level}", said[1]):
        return 0
    if used > 1:
        return used + 1
    return 3 if len(tokens) > 2 and is_name_word(tokens[2]) and not is_post(tokens[2]) else 0


def _title_of(text: str) -> tuple[str, str, dict[str, str]]:
    """The title that a text begins with, the rest, and the doubt of one that is in no list of titles."""
    if broken := _BROKEN_MISS.match(text):
        return "นางสาว", text[broken.end() :].strip(), {}
    title, rest = split_title(text)
    words = OrderWords.load()
    met = None if title else re.match(rf"({words.any_of(words.titles_met)})\s*(?=[ก-ฮเ-ไ][ก-๎]+\s+[ก-ฮเ-ไ]|[A-Z])", text)
    return (met[1], text[met.end() :], {"title": NO_TITLE}) if met else (title, rest, {})


def name_length(tokens: Sequence[str], post_apart: bool = False) -> int:
    """How many of the words of a text that begins with a first name are the name."""
    if len(tokens) < 2 or not _could_be_last_name(tokens[1], tokens[2:], post_apart):
        return 1
    if tokens[1] == "ณ" or re.fullmatch(r"[ก-ฮ]\.", tokens[1]):
        return min(3, len(tokens))
    return 4 if len(tokens) > 3 and tokens[2] == "ณ" else 2


def _could_be_last_name(token: str, after: Sequence[str], post_apart: bool) -> bool:
    """True where a word after a first name may be a family name: no post, no role, and no section unless the post
    follows."""
    if token == "ณ":
        return True
    words = OrderWords.load()
    a_post = words.post.match(token) if post_apart and not after else is_post(token)
    if a_post or token in words.post_labels or not _A_NAME.fullmatch(token) or re.fullmatch(words.role, token):
        return False
    return not is_section(token) or post_apart or any(map(is_post, after))


def _goes_on_as_post(title: str, rest: str) -> bool:
    """True of a title that is a post too where a level or a section follows it (นายแพทย์ชำนาญการ, อาจารย์ คณะ…)."""
    titles = Titles.load()
    if title in titles.common or titles.a_rank.fullmatch(title):
        return bool(titles.a_post.match(title + rest))
    first = rest.split()[0]
    words = OrderWords.load()
    post = words.post.match(title + first)
    return bool(re.match(words.level, rest) or (post and post.end() > len(title)) or is_section(first))


def _no_last_name(title: str) -> dict[str, str]:
    alone = any(title.startswith(word) for word in Titles.load().without_last_name)
    return {} if alone else dict.fromkeys(("first_name", "last_name"), NO_LAST_NAME)


def name_within(text: str, post_apart: bool = False) -> tuple[str, PersonText, str] | None:
    """What stands before a name with its title in a text, the person, and what stands after."""
    titles = Titles.load()
    weak = {*titles.religious, "อ.", "ศ.", "อาจารย์"}
    for match in re.finditer(r"(?:^|(?<=[\s(]))(?=[ก-ฮเ-ไA-Z])", text):
        start = match.start()
        tail = text[start:]
        found = _name_at(tail.rstrip(")") if tail.count(")") > tail.count("(") else tail, post_apart)
        if found and (start == 0 or text[start - 1] == "(" or (found[0].title not in weak and found[0].last_name)):
            before = text[:start].rstrip(" (")
            return before, found[0], found[1]
    return None


def untitled(text: str) -> PersonText | None:
    """The person whose name a text of two words without a title may be."""
    tokens = text.split()
    plain = all(is_name_word(token) for token in tokens) and not any(one.startswith(("และ", "หรือ")) for one in tokens)
    if not plain or not 2 <= len(tokens) <= 4 or is_post(text) or is_section(text):
        return None
    used = name_length(tokens)
    if used < len(tokens):
        return None
    doubts = dict.fromkeys(("title", "first_name"), NO_TITLE)
    return PersonText("", tokens[0], " ".join(tokens[1:]), doubts=doubts)
