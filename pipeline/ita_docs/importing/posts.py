"""Posts, sections and roles in old files: what surely is one, and where it begins."""

from __future__ import annotations

import re

from ita_docs.framework.words.lists import Posts
from ita_docs.framework.words.orders import OrderWords
from thaipages.segment import word_ends

_IN_BRACKETS = re.compile(r"[(\[](.*)[)\]]")

_AS = r"(?:แต่งตั้ง)?(?:ให้)?(?:เป็น|ทำหน้าที่(?:เป็น)?)"
"""What leads from a person to the role."""
_SURE_ROLE = 7
"""A role of so many letters is no part of another word."""


def is_post(text: str) -> bool:
    """True of a text that is a post for sure: one of the list, one with a level, or one with a word that posts begin
    with."""
    words, posts = OrderWords.load(), Posts.load()
    bare = without_label(text)
    if bare in posts.kinds_of_post or bare in posts.alone:
        return True
    if words.post.match(bare):
        return True
    return bool(re.search(rf"[ก-๎](?:{words.level})(?:\s|$)", bare)) and not is_section(bare)


def is_section(text: str) -> bool:
    """True of a text that begins like the name of a section and does not end like a post."""
    words = OrderWords.load()
    bare = without_unit_label(text)
    return bool(re.match(rf"(?:{words.unit})\s*[ก-๎A-Za-z(]", bare)) and not re.search(rf"(?:{words.level})$", bare)


def split_section(text: str) -> tuple[str, str]:
    """The post and the section that follows it, ``(text, "")`` where none does:
    ``("เจ้าพนักงานปกครองชำนาญการ", "ฝ่ายทะเบียน")``."""
    words = OrderWords.load()
    for match in re.finditer(rf"(?:\s+(?:(?:{words.any_of(words.of_unit)})\s*)?|)(?={words.unit})", text):
        before, after = text[: match.start()].rstrip(" ,"), text[match.end() :]
        apart = match[0] or re.search(rf"(?:{words.level})$", before)
        if before and apart and is_section(after) and not is_unfinished(before):
            return before, after
    return text, ""


def ends_in_unit_word(text: str) -> bool:
    """True of a post behind which the first word of a section stands alone."""
    return bool(re.search(rf"\s(?:{OrderWords.load().unit})$", text)) and not text.endswith(".")


def is_unfinished(text: str) -> bool:
    """True of the beginning of a post that a section ends (หัวหน้า, รักษาการในตำแหน่ง)."""
    words = OrderWords.load()
    return bool(re.search(rf"(?:{words.any_of(words.unfinished)})$", text))


def completes_level(before: str, after: str) -> bool:
    """True where two texts together end in a level of posts that begins in the first one (``…ชำนาญ``, ``การ``)."""
    level = re.search(rf"(?<=[ก-๎])(?:{OrderWords.load().level})$", before + after)
    return level is not None and level.start() < len(before)


def without_label(text: str) -> str:
    """A post without the word ตำแหน่ง before it."""
    return _without(text, OrderWords.load().post_labels)


def without_unit_label(text: str) -> str:
    """The name of a section without the word สังกัด before it."""
    return _without(text, OrderWords.load().of_unit)


def _without(text: str, labels: tuple[str, ...]) -> str:
    return re.sub(rf"^(?:{OrderWords.load().any_of(labels)})\s*[:.]?\s*(?=\S)", "", text)


def role_in(text: str) -> str:
    """The role that a whole text is, without brackets and เป็น around it; empty where it is none."""
    text = re.sub(rf"^{_AS}\s*|^[-–]\s*", "", bare(text))
    return text if re.fullmatch(OrderWords.load().role, text) else ""


def is_seat_role(text: str) -> bool:
    """True of a role that only a seat has; others are posts too (เลขานุการ, ผู้ทรงคุณวุฒิ)."""
    return "กรรมการ" in text or "คณะทำงาน" in text


def completes_role(before: str, after: str) -> bool:
    """True of two lines that are one role together: the first is none, or one that another goes on from."""
    opens = not role_in(before) or before in OrderWords.load().role_openings or after.startswith("และ")
    return opens and bool(role_in(before + after))


def apart(text: str) -> list[str]:
    """A text in two where a role and the word ตำแหน่ง after it stand without a space; else as it is."""
    words = OrderWords.load()
    match = re.search(rf"(?<=[ก-๎])(?=(?:{words.any_of(words.post_labels)})\s)", text)
    return [text[: match.start()], text[match.start() :]] if match and role_in(text[: match.start()]) else [text]


def role_at_end(text: str) -> tuple[str, str]:
    """What stands before the role that a text ends with, and the role; ``(text, "")`` where it ends with none."""
    words = OrderWords.load()
    match = re.search(rf"(?:\s|(?<=\))|\s*{_AS}\s*|\s*[(])({words.role})\s*[)]?$", text)
    return (unparted(text[: match.start()]), match[1]) if match else (text, "")


def role_cut_off(text: str, role: str) -> tuple[str, str]:
    """What stands before the beginning of a role that a text ends with, and the whole role with ``role`` after it;
    ``(text, "")`` where it ends with none."""
    before, _, last = re.sub(r"\s+และ$", "และ", text).rpartition(" ")
    opens = role_in(last) in OrderWords.load().role_openings or last == "รอง" or last.endswith("และ")
    opens = opens or not (before or role_in(last) or is_post(last))  # a line of its own that only a role goes on from
    whole = role_in(last + role) if opens else ""
    return (before.strip(), whole) if whole else (text, "")


def is_cut_before_role(text: str) -> bool:
    """True of a post or a section that ends like the beginning of a role (but not ปกครอง, สำรอง, รับรอง)."""
    words = OrderWords.load()
    return bool(re.search(rf"(?:\s(?:{words.any_of(words.role_openings)})|(?<!สำ)(?<![คตบกล])รอง|และ)$", text))


def role_glued(text: str) -> tuple[str, str]:
    """As ``role_at_end``, of a text in which the space before the role is lost."""
    words = OrderWords.load()
    match = re.search(rf"(?<=[ก-๎])({words.role})$", text)
    if not match or len(match[1]) < _SURE_ROLE or match[1] in words.role_openings:
        return text, ""
    before = text[: match.start()]
    *_, start, end = 0, 0, *word_ends(before)
    if re.fullmatch(rf"(?:หัวหน้า)?{words.unit}|นัก", before[start:end].strip()):  # หัวหน้างานประชาสัมพันธ์, not แผนงานคณะทำงาน
        return text, ""
    return before, match[1]


def role_within(text: str) -> tuple[str, str]:
    """As ``role_at_end``, of a text in which the section follows the role."""
    words = OrderWords.load()
    found = re.finditer(rf"(?:^|\s)({words.role})(?=\s+{words.unit}|{words.unit})", text)
    match = next((one for one in found if one[1] not in words.role_openings), None)
    if not match:
        return text, ""
    return f"{text[: match.start()]} {text[match.end() :].strip()}".strip(), match[1]


def role_at_start(text: str) -> tuple[str, str]:
    """The role that a text begins with put last: what stands after it, and the role."""
    words = OrderWords.load()
    match = re.match(rf"({words.role})(?:\s*(?:[:：]|{words.any_of(words.follows)})\s*|\s+(?=\S))", text)
    return (unparted(text[match.end() :]), match[1]) if match else (text, "")


def unparted(text: str) -> str:
    """A text without the dash or stroke that parts it from what stands beside it."""
    return re.sub(r"^[-–—,/:]\s+|\s+[-–—,/:]$", "", text.strip()).strip()


def without_vacancy(text: str) -> str:
    """A post without the word that nobody has it (``(ว่าง)``, ``-ว่าง-``)."""
    vacant = OrderWords.load().any_of(OrderWords.load().vacant)
    return re.sub(rf"(?:^|\s+|(?=\())[-–(\s]*(?:{vacant})[-–)\s]*$|^[-–(\s]*(?:{vacant})[-–)]+\s*", "", text)


def own_duty(text: str) -> tuple[str, str]:
    """A piece of a seat without a duty of that person alone behind the role, and that; ``""`` where there is none."""
    words = OrderWords.load()
    match = re.search(rf"(?<=\s)(?:{words.role})\s+(?=(?:โดย)?(?:ทำ|มี)หน้าที่)", text)
    return (text[: match.end()].rstrip(), text[match.end() :]) if match else (text, "")


def without_telephone(text: str) -> str:
    """A piece of a seat without the telephone number at its end."""
    return re.sub(r"\s+\(?โทร(?:ศัพท์)?[\s.:]*[0-9๐-๙][0-9๐-๙\s-]+\)?$", "", text)


def tidy(text: str) -> str:
    """A piece without the leaders, bars and dashes of its list around it."""
    text = re.sub(r"\s+", " ", text).strip()
    return re.sub(r"^[|•*:.…_-]+\s*|\s*[|:…_]+$|\s*\.{2,}$|\s+-$", "", text).strip()


def bare(text: str) -> str:
    """A text without the brackets that it stands in."""
    match = _IN_BRACKETS.fullmatch(text.strip())
    return match[1].strip() if match and not re.search(r"[()\[\]]", match[1]) else text.strip()
