"""People as orders and lists of personnel write them: title, name, post, section and role, taken apart."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ita_docs.framework.words.orders import OrderWords
from ita_docs.importing.joining import as_elsewhere, join_lines
from ita_docs.importing.names import (
    NAME_UNCLEAR,
    NO_TITLE,
    PersonText,
    has_name,
    is_name_word,
    name_length,
    name_within,
    of_all_words,
    untitled,
)
from ita_docs.importing.posts import (
    apart,
    bare,
    ends_in_unit_word,
    is_post,
    is_section,
    is_unfinished,
    own_duty,
    split_section,
    tidy,
    unparted,
    without_label,
    without_telephone,
    without_unit_label,
    without_vacancy,
)
from ita_docs.importing.roles import Piece, has_another_role, take_role
from ita_docs.importing.torn import torn
from ita_docs.thai import split_title

VACANT = "เอกสารเดิมระบุว่าตำแหน่งว่าง"
POST_UNCLEAR = "ไม่แน่ชัดว่าเป็นตำแหน่งทั้งหมดหรือไม่"
NO_POST = "ไม่พบตำแหน่ง"
DUTY_OF_ONE = "เอกสารเดิมระบุหน้าที่ของบุคคลนี้ไว้ด้วย ซึ่งแบบกรอกไม่มีช่อง: “{said}”"
PERSON_OR_POST = "ไม่แน่ชัดว่าเป็นชื่อบุคคลหรือตำแหน่ง"

_LONG_WORD = 14
"""No word of a name that stands after a family name has so many letters."""


def read_person(pieces: Sequence[Piece], elsewhere: str = "") -> PersonText:
    """The person, or the post alone, that the ``pieces`` of a seat say, in whatever order they stand.

    ``elsewhere`` is other text of the file, by which broken lines are joined (see ``join_lines``)."""
    duty = next(filter(None, (own_duty(one.text)[1] for one in pieces)), "")
    bare_pieces = [(one, without_telephone(own_duty(one.text)[0])) for one in pieces]
    texts = [(one, text) for one, said in bare_pieces for text in apart(tidy(said))]
    filled = [(one, text if has_name(text) else without_vacancy(text)) for one, text in texts]
    labels = OrderWords.load().post_labels  # one may stand in a column of its own
    left = [replace(one, text=text) for one, text in filled if text and text not in labels]
    left, role, role_doubt = take_role(left)
    left, named = _take_name(left, elsewhere)
    position, section, doubts = _posts(left, named is not None, elsewhere)
    person = named or PersonText()
    if role_doubt or duty:
        doubts["role"] = role_doubt or DUTY_OF_ONE.format(said=duty)
    if filled != texts:
        doubts["position"] = VACANT
    read = replace(person, position=position, section=section, role=role, doubts={**person.doubts, **doubts})
    return replace(read, doubts={**torn(read, everywhere=has_another_role(left)), **read.doubts})


def _take_name(pieces: list[Piece], elsewhere: str) -> tuple[list[Piece], PersonText | None]:
    """The pieces without the name, and the person; ``None`` where a post stands alone."""
    by_head: dict[str, list[str]] = {}
    for one in pieces:
        by_head.setdefault(one.head, []).append(one.text)
    if "first_name" in by_head and "last_name" in by_head:
        return _name_of_columns(pieces, by_head)
    posts = [is_post(one.text) for one in pieces]
    for place, one in enumerate(pieces):
        found = name_within(bare(one.text), sum(posts) > posts[place])
        if not found and place + 1 < len(pieces) and split_title(one.text) == (one.text, ""):
            found = name_within(f"{one.text}{pieces[place + 1].text}")  # a title on a line of its own
            pieces = pieces[: place + 1] + pieces[place + 2 :] if found else pieces
        if found:
            return _rest_of_name(pieces, place, found, elsewhere)
    for place, one in enumerate(pieces):
        begins = place == 0 or pieces[place - 1].column != one.column
        may_be = one.head in ("name", "first_name") or (begins and sum(posts) > posts[place])
        person = untitled(one.text) if may_be else None
        if person:
            return pieces[:place] + pieces[place + 1 :], person
    return pieces, None


def _rest_of_name(
    pieces: list[Piece], place: int, found: tuple[str, PersonText, str], elsewhere: str
) -> tuple[list[Piece], PersonText]:
    before, person, after = found[0], found[1], unparted(found[2])
    here, following = pieces[place], pieces[place + 1 :]
    if not person.last_name and not after and following:
        tokens = following[0].text.split()
        used = name_length([person.first_name, *tokens]) - 1
        if used and (
            following[0].column == here.column or (person.doubts and (len(following) > 1 or used < len(tokens)))
        ):
            person = replace(person, last_name=" ".join(tokens[:used]), doubts={})
            following = [replace(following[0], text=" ".join(tokens[used:])), *following[1:]]
    elif not after and following and _name_goes_on(pieces, place, elsewhere):
        doubts = {**person.doubts, "last_name": NAME_UNCLEAR}
        space = " " * (person.last_name == "ณ")
        person = replace(person, last_name=person.last_name + space + following[0].text, doubts=doubts)
        following = following[1:]
    if after and not _sure_after_name(after) and (following or here.head == "name") and not before:
        person, after = of_all_words(person, after), ""
    elif after and not _sure_after_name(after):
        person = replace(person, doubts={**person.doubts, "last_name": NAME_UNCLEAR, "position": POST_UNCLEAR})
    rest = [replace(here, text=text) for text in (before, after)]
    return [one for one in (*pieces[:place], *rest, *following) if one.text], person


def _name_goes_on(pieces: Sequence[Piece], place: int, elsewhere: str) -> bool:
    """True of a word on a line of its own below a name, where the post stands elsewhere and goes not on in it."""
    one, others = pieces[place + 1], [two.text for two in (*pieces[:place], *pieces[place + 2 :])]
    below = one.column == pieces[place].column and any(map(is_post, others))
    if not below or not is_name_word(one.text) or is_post(one.text) or is_section(one.text):
        return False
    return not any(as_elsewhere(text, one.text, elsewhere) == "" or ends_in_unit_word(text) for text in others)


def _sure_after_name(text: str) -> bool:
    """True of what stands after a name and is no more of it: a post, a section, or what no name looks like."""
    first = text.split()[0]
    if without_label(bare(text)) != text and not text.startswith("("):
        return True
    return len(first) >= _LONG_WORD or any(map(is_post, (bare(text), first))) or is_section(bare(text)) or "." in first


def _name_of_columns(pieces: list[Piece], by_head: Mapping[str, list[str]]) -> tuple[list[Piece], PersonText]:
    """The name that stands in columns of its own, each over one line or more: a title is sure where it is known then, a
    name is not."""
    left = [one for one in pieces if one.head not in ("title", "first_name", "last_name")]
    title, first, last = ("\n".join(by_head.get(name, ())) for name in ("title", "first_name", "last_name"))
    title, first, last = (re.sub(r"(?<=^ณ)\n", " ", text).replace("\n", "") for text in (title, first, last))
    doubts = {name: NAME_UNCLEAR for name in ("first_name", "last_name") if len(by_head[name]) > 1}
    if not title:
        title, first = split_title(first)
    elif len(by_head["title"]) > 1 and split_title(title) != (title, ""):
        doubts["title"] = NO_TITLE
    if not first:
        doubts["first_name"] = NAME_UNCLEAR
    return left, PersonText(title, first, last, doubts=doubts if title else {**doubts, "title": NO_TITLE})


# What is left: post and section


def _posts(pieces: Sequence[Piece], named: bool, elsewhere: str) -> tuple[str, str, dict[str, str]]:
    columns: dict[int, list[Piece]] = {}
    for one in pieces:
        columns.setdefault(one.column, []).append(one)
    texts = [
        (column[0].head, without_label(bare(_joined_post([one.text for one in column], elsewhere))))
        for column in columns.values()
    ]
    posts, sections = list[str](), list[str]()
    for head, text in _put_together(texts, elsewhere):
        if head == "section" or ((named or posts) and is_section(text)):
            sections.append(without_unit_label(text))
            continue
        text, section = split_section(text) if named else (text, "")
        posts.append(text)
        sections.extend([section] if section else [])
    position, section = " ".join(posts), " ".join(sections)
    doubts = {"position": doubt} if (doubt := _doubt_of_post(posts, named)) else {}
    if doubts and named and len(posts) > 1:
        doubts |= dict.fromkeys(("first_name", "last_name"), NAME_UNCLEAR)  # what is no post may be a part of it
    return position, section, doubts


def _put_together(texts: list[tuple[str, str]], elsewhere: str) -> list[tuple[str, str]]:
    """The texts of columns, those that are no post or section by themselves put to the one that they go on from, as
    both stand together elsewhere; one alone, to one that ends with the first word of a section."""
    left = list(texts)
    homeless = [one for one in texts if not (is_post(one[1]) or is_section(one[1]))]
    for one in homeless:
        for place, (head, text) in enumerate(left):
            cut = len(homeless) == 1 and ends_in_unit_word(text)
            if (head, text) != one and (cut or as_elsewhere(text, one[1], elsewhere) == ""):
                left[place] = (head, text + one[1])
                left.remove(one)
                break
    return left


def _doubt_of_post(posts: Sequence[str], named: bool) -> str:
    if not any(posts):
        return NO_POST
    position = " ".join(posts)
    if all(map(is_post, posts)):
        return ""
    if not named and _may_be_a_person(position):
        return PERSON_OR_POST
    return POST_UNCLEAR if len(posts) > 1 or len(position) > 120 or position.startswith("(") else ""


def _may_be_a_person(text: str) -> bool:
    """True of a few words of which none begins a post or a section."""
    words = text.split()
    return 2 <= len(words) <= 4 and not any(is_post(word) or is_section(word) for word in words)


def _joined_post(lines: Sequence[str], elsewhere: str) -> str:
    """The lines of a post as one text: a section, and another post, begin apart."""
    words = OrderWords.load()
    leads = re.compile(rf"(?:{words.any_of(words.leads)})$")
    text = ""
    for line in lines:
        begins = is_section(line) or words.post.match(line)
        apart = begins and not is_unfinished(text) and not leads.search(text)
        known = as_elsewhere(text, line, elsewhere)
        text = f"{text} {line}" if text and apart and known is None else join_lines([text, line], elsewhere)
    return text
