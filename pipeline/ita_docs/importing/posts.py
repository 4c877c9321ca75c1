"""Posts and sections in old files: what surely is one, and where the section begins."""

from __future__ import annotations

import re

from ita_docs.framework.words.lists import Posts
from ita_docs.framework.words.orders import OrderWords, any_of


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
    return bool(re.match(rf"(?:{words.unit})\s*[ก-๙A-Za-z(]", bare)) and not re.search(rf"(?:{words.level})$", bare)


def split_section(text: str) -> tuple[str, str]:
    """The post and the section that follows it, ``(text, "")`` where none does:
    ``("เจ้าพนักงานปกครองชำนาญการ", "ฝ่ายทะเบียน")``."""
    words = OrderWords.load()
    for match in re.finditer(rf"(?:\s+(?:(?:{any_of(words.of_unit)})\s*)?|)(?={words.unit})", text):
        before, after = text[: match.start()].rstrip(" ,"), text[match.end() :]
        apart = match[0] or re.search(rf"(?:{words.level})$", before)
        if before and apart and is_section(after) and not is_unfinished(before):
            return before, after
    return text, ""


def is_unfinished(text: str) -> bool:
    """True of the beginning of a post that a section ends (หัวหน้า, รักษาการในตำแหน่ง)."""
    return bool(re.search(rf"(?:{any_of(OrderWords.load().unfinished)})$", text))


def without_label(text: str) -> str:
    """A post without the word ตำแหน่ง before it."""
    return _without(text, OrderWords.load().post_labels)


def without_unit_label(text: str) -> str:
    """The name of a section without the word สังกัด before it."""
    return _without(text, OrderWords.load().of_unit)


def _without(text: str, labels: tuple[str, ...]) -> str:
    return re.sub(rf"^(?:{any_of(labels)})\s*[:.]?\s*(?=\S)", "", text)
