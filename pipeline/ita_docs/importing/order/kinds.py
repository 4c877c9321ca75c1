"""What a line of an order is: a seat, a heading of a committee or a section, the beginning of duties, an ending."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ita_docs.framework.words.orders import OrderWords, squeezed
from ita_docs.importing.names import has_name
from ita_docs.importing.order.lines import PrintedLine
from ita_docs.importing.posts import apart, is_section, role_at_end, role_in

LONG = 150
"""A seat in one column is no longer than this."""
_FEW = 4
_ASIDE = r"จำนวน\s*[0-9๐-๙]+\s*(?:คน|ราย|ท่าน)|(?:ขึ้น|ชุด)ใหม่"
"""What stands behind the name of a committee and is none of it."""
_STAMP = 40
"""Words on a copy are no longer than this."""
AHEAD = 8
"""How many lines below a heading a seat may begin."""


def starts_with(text: str, words: tuple[str, ...]) -> bool:
    """True of a text that begins with one of ``words``."""
    return bool(re.match(OrderWords.load().any_of(words), text))


def has_role(line: PrintedLine) -> bool:
    """True of a line of which a piece is a role, or ends with one."""
    if any(re.match(rf"(?:{OrderWords.load().role})\s*[:：]", piece) for piece in line.pieces):
        return True
    whole = any(role_in("".join(column)) for column in line.columns if len(column) > 1)
    texts = [text for piece in line.pieces for text in apart(piece)]
    return whole or any(role_in(text) or role_at_end(text)[1] for text in texts)


def is_role_alone(line: PrintedLine) -> bool:
    """True of a line that is a role and nothing else."""
    return bool(role_in(line.text))


def is_seat(line: PrintedLine) -> bool:
    """True of a line that says who sits on a committee, by a name with its title or by a role at its end."""
    if (len(line.pieces) == 1 and len(line.text) > LONG) or is_ending(line) or is_duties(line):
        return False
    return (has_role(line) and not is_role_alone(line)) or any(map(has_name, line.pieces[:3]))


def is_ending(line: PrintedLine) -> bool:
    """True of the line from which on the order only says since when it holds, and who signed it."""
    words = OrderWords.load()
    if starts_with(line.text, words.signed):
        return True
    return starts_with(line.text, words.effective) and bool(re.search("ตั้งแต่|นับแต่|มีผล|บัดนี้", line.text[:60]))


def is_of_all(line: PrintedLine) -> bool:
    """True of a paragraph that speaks to all who are appointed, after the duties; it leads to none."""
    leads = duties_in(line.text) >= 0 and is_made_of(line.text)
    return not leads and starts_with(line.text, OrderWords.load().all_people)


def is_reason(line: PrintedLine) -> bool:
    """True of the line with which the reason for an order begins."""
    return not line.label and starts_with(line.text, OrderWords.load().sure_reasons)


def is_attached(line: PrintedLine) -> bool:
    """True of the heading of a list that is attached to an order."""
    return starts_with(line.text, OrderWords.load().attached)


def is_end(lines: Sequence[PrintedLine], place: int) -> bool:
    """True of the line at ``place`` where it ends the committees: ``is_ending``, or the words with which someone
    confirms an attached list, below all of it."""
    line, after = lines[place], lines[place + 1 :]
    stamp = len(line.text) < _STAMP and not line.label and starts_with(line.text, OrderWords.load().stamps)
    return is_ending(line) or (stamp and not any(one.label or is_committee(one) for one in after))


def duties_in(text: str) -> int:
    """Where the word for duties stands in a text that speaks of them, -1 in any other."""
    words, at = OrderWords.load(), _duties_at(text)
    if at >= 0 and (at == 0 or starts_with(text, words.before_duties)):
        return at
    return 0 if starts_with(text, words.duties) else -1


def _duties_at(text: str) -> int:
    words = OrderWords.load()
    main = tuple(word for word in words.duties if word.startswith(("มี", "ทำ", "อำนาจ")) or "และ" in word)
    match = re.search(rf"(?<!เจ้า)(?<!ปฏิบัติ)(?:{words.any_of(main)})", text[:160])
    return match.start() if match else -1


def is_duties(line: PrintedLine) -> bool:
    """True of a line that begins to say what a committee does."""
    return _is_one(line) and duties_in(line.text) >= 0


def _is_one(line: PrintedLine) -> bool:
    """True of a line that is one text: also of one in which a few tabs stand that part no person from a role."""
    said = len(line.pieces)
    return said == 1 or (not line.row and said <= _FEW and not has_role(line) and not any(map(has_name, line.pieces)))


def duties_whose(text: str) -> tuple[str, bool]:
    """The name, squeezed, that a text which begins duties says before them (``โดยให้คณะ… มีหน้าที่``) or after the word
    for them (``หน้าที่ของคณะ…``), and whether it says nothing else; an empty name where it names nobody."""
    words, at = OrderWords.load(), duties_in(text)
    name = text[:at] if at > 0 else re.sub(rf"^(?:{words.any_of(words.duties)})\s*(?:ของ)?\s*", "", text)
    name = re.sub(rf"\s*[(\[:：-]*\s*(?:มี)?\s*(?:{words.any_of(words.made_of)})?[\s:：)\]-]*$", "", name)
    name = re.sub(r"^(?:ทั้งนี้|และ)?\s*(?:โดย)?\s*(?:กำหนด)?(?:ให้)?\s*|\s*(?:โดย|ซึ่ง|ให้)$", "", name)
    return squeezed(name), at == 0


def heading_name(text: str) -> tuple[str, str]:
    """The name of the committee that a heading states, and what follows it: duties, or nothing of use."""
    words = OrderWords.load()
    made_of = re.search(rf"\s*[(\[:：-]*\s*(?:{words.any_of(words.made_of)}).*$", text)
    duties = _duties_at(text)
    ends = [place for place in (made_of.start() if made_of else -1, duties) if place > 0]
    name = text[: min(ends)] if ends else text
    name = re.sub(rf"^(?:ให้|ขอ)?(?:{words.any_of(words.appoints)})(?:ให้มี)?\s*(?=\S)", "", name)
    name = re.sub(rf"\s*(?:{_ASIDE})?[\s:：(\[-]*(?:โดย|ซึ่ง|ให้)?\s*$", "", name)
    said = text[duties:] if duties > 0 and (not made_of or duties < made_of.start()) else ""
    return name.strip(), re.sub(rf"\s*[(\[:：-]*\s*(?:โดย)?(?:{words.any_of(words.made_of)})[\s:：)\]-]*$", "", said)


def is_made_of(text: str) -> bool:
    """True of a text that ends in the words after which people are listed."""
    words = OrderWords.load()
    return bool(
        re.search(
            rf"(?:{words.any_of(words.made_of)}|{words.any_of(words.follows)})[\s:：)\]-]*$",
            text,
        )
    )


def lists_people(text: str) -> bool:
    """True of a text with words after which nothing but people is listed."""
    words = OrderWords.load()
    return bool(re.search(words.any_of(words.made_of[:4]), text))


def is_committee(line: PrintedLine) -> bool:
    """True of a line that may be the heading of a committee: its name, with or without who follows."""
    if not _is_one(line) or len(line.text) > 2 * LONG or is_ending(line):
        return False
    words, text = OrderWords.load(), line.text
    if len(line.pieces) > 1 and not (line.label or is_made_of(text)):
        return False
    begins = starts_with(text, words.committees)
    if begins and not text.startswith("คณะ"):
        begins = line.label is not None or is_made_of(text) or text in words.committees
    whose = line.label and is_made_of(text) and re.search(words.any_of(words.committees), text)
    listed = whose or (lists_people(text) and (line.label is not None or line.bold))
    return bool(begins or listed) and not any(map(has_name, line.pieces))


def is_section_heading(line: PrintedLine) -> bool:
    """True of a line that is the name of a section and nothing else."""
    return len(line.pieces) == 1 and len(line.text) < 80 and is_section(line.text) and not has_role(line)


def heads_of_columns(line: PrintedLine) -> tuple[str, ...]:
    """The fields that the cells of a row stand over where it is the head of a table of people, one a column; empty for
    any other row."""
    heads = _heads(line, "")
    responsible = "other" if {"name", "first_name", "role"} & {*heads} else "name"
    heads = tuple(responsible if one == "responsible" else one for one in heads)
    if sum(bool(one) for one in heads) < 2 or (
        "name" not in heads and "first_name" not in heads and "position" not in heads
    ):
        return ()
    return _told_apart(heads)


def heads_of_duties(line: PrintedLine) -> tuple[str, ...]:
    """The fields that the cells of a row stand over where it is the head of a table of duties: ``number``, ``role`` for
    the duty, ``other`` for any other column; empty for any other row."""
    heads = tuple("other" if one == "responsible" else one for one in _heads(line, "other"))
    return heads if line.row and heads[0] == "number" and "role" in heads else ()


def _heads(line: PrintedLine, unknown: str) -> tuple[str, ...]:
    return tuple(OrderWords.load().of_column.get(squeezed("".join(column)), unknown) for column in line.columns)


def _told_apart(heads: tuple[str, ...]) -> tuple[str, ...]:
    """ชื่อ alone is the whole name where no column has the family name; of two columns of posts the last is the
    role."""
    if "first_name" in heads and "last_name" not in heads:
        heads = tuple("name" if one == "first_name" else one for one in heads)
    if heads.count("position") == 2 and "role" not in heads:
        last = len(heads) - 1 - heads[::-1].index("position")
        heads = (*heads[:last], "role", *heads[last + 1 :])
    return heads
