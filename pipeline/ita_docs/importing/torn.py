"""Cells of a person that look torn: what belongs to one stands in another, as where columns of a file ran together."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ita_docs.importing.names import PersonText, has_name
from ita_docs.importing.posts import ends_in_unit_word, is_cut_before_role, role_glued

TORN = "ข้อความของช่องนี้อาจปะปนกับช่องอื่น"
_FIELDS = ("title", "first_name", "last_name", "position", "section", "role")
_LONG_NAME = 22
"""Family names are seldom longer than so many letters and marks."""


def torn(person: PersonText, *, everywhere: bool = False) -> Mapping[str, str]:
    """Why cells of a person are doubtful, by field, where their texts look torn; ``everywhere`` says that all are, as
    where two people seem to stand in one place."""
    if everywhere:
        return dict.fromkeys([name for name in _FIELDS if getattr(person, name)], TORN)
    names = ("first_name", "last_name")
    long = [name for name in names if len(getattr(person, name)) > _LONG_NAME or "(" in getattr(person, name)]
    where = [name for name in ("position", "section") if _is_torn(getattr(person, name))]
    if any(is_cut_before_role(text) for text in (person.position, person.section)):
        where += [
            name
            for name in ("position", "section", "role")
            if name == "role" or is_cut_before_role(getattr(person, name))
        ]
    if person.named and "last_name" in person.doubts and not person.last_name:
        where += ["section"] if person.section else []
    if ends_in_unit_word(person.position) or "position" in where:
        where += ["position", "last_name"] if person.named else ["position"]
    return dict.fromkeys([*long, *where], TORN)


def _is_torn(text: str) -> bool:
    if text.count("(") != text.count(")"):
        return True
    if len(text) > 160:
        return True
    return bool(text) and (
        has_name(text) or bool(role_glued(text)[1]) or bool(re.search(r"(?:^|[(\s])[0-9๐-๙]{1,2}[.)]", text))
    )
