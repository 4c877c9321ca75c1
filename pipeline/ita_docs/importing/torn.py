"""Cells of a person that look torn, or mixed with those of another."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ita_docs.importing.names import PersonText, has_name
from ita_docs.importing.posts import ends_in_unit_word, is_cut_before_role, role_glued

TORN = "ข้อความของช่องนี้อาจปะปนกับช่องอื่น"
_FIELDS = ("title", "first_name", "last_name", "position", "section", "role")
_LONG_NAME = 22
"""Family names are seldom longer than so many letters and marks."""
_LONG_POST = 160
_NO_POST = re.compile("ตัวชี้วัด|มอบหมายให้")
"""What lines between people say, and no post."""


def torn(person: PersonText, *, everywhere: bool) -> Mapping[str, str]:
    """Why cells of a person are doubtful, by field, where their texts look torn; ``everywhere`` says that all are, as
    where two people seem to stand in one place."""
    if everywhere:
        return dict.fromkeys([name for name in _FIELDS if getattr(person, name)], TORN)
    names = ("first_name", "last_name")
    long = [name for name in names if len(getattr(person, name)) > _LONG_NAME or "(" in getattr(person, name)]
    where = [name for name in ("position", "section") if _is_torn(getattr(person, name))]
    if cut := [name for name in ("position", "section") if is_cut_before_role(getattr(person, name))]:
        where += [*cut, "role"]
    if person.section and "last_name" in person.doubts and not person.last_name:
        where += ["section"]
    if ends_in_unit_word(person.position) or "position" in where:
        where += ["position", "last_name"] if person.named else ["position"]
    return dict.fromkeys([*long, *where], TORN)


def _is_torn(text: str) -> bool:
    """True of a text with a bracket alone, a name, a role, the number of an item or what no post says in it, or one
    that is too long."""
    if text.count("(") != text.count(")") or len(text) > _LONG_POST:
        return True
    return has_name(text) or bool(
        _NO_POST.search(text) or role_glued(text)[1] or re.search(r"(?:^|[(\s])[0-9๐-๙]{1,2}[.)]", text)
    )
