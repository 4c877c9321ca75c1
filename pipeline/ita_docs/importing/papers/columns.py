"""The columns of a list of people: what their heads say, checked with what stands below."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from ita_docs.framework.words.lists import Posts
from ita_docs.framework.words.orders import OrderWords, squeezed
from ita_docs.importing.blocks import OldCell
from ita_docs.importing.papers.words import plain
from ita_docs.importing.posts import is_post, is_section, role_in
from ita_docs.thai import split_title

_MORE_HEADS = {
    "คณะ": "committee", "ชื่อคณะ": "committee", "คณะกรรมการคณะทำงาน": "committee", "ระดับ": "level", "ระดับตำแหน่ง": "level",
    "ชื่อตัว": "first_name", "ชื่อสกุล": "name",
}  # fmt: skip
_OVERRULED = {
    "name": ("", "title", "first_name", "last_name", "name", "position", "section", "role", "number", "committee"),
    "title": ("", "name", "first_name"),
    "role": ("", "position"),
    "position": ("", "role"),
    **dict.fromkeys(("number", "section", "level", "committee"), ("",)),
}
"""The heads (``""`` for none) that say less than what stands below them, by the kind of that."""
_RESPONSIBLE = "responsible"
"""A head that says less than what stands below it."""
_MOST = 0.5
"""The share of a column's cells that must be of a kind for the column to be."""
_HEADS_SEARCHED = 15


def _is_name(text: str) -> bool:
    title, rest = split_title(text)
    return bool(title) and " " in rest


def _is_bare_name(text: str) -> bool:
    """True for a name without its title: two or three words of letters, none of them a post, a section or a role."""
    words = text.split()
    return len(words) in (2, 3) and not any(map(_is_other, words)) and not any(each.isdigit() for each in plain(text))


def _is_other(word: str) -> bool:
    return is_post(word) or is_section(word) or bool(role_in(word))


_KINDS: Sequence[tuple[str, Callable[[str], bool]]] = (
    ("number", lambda text: plain(text).strip("().").isdecimal()),
    ("title", lambda text: split_title(text) == (text, "")),
    ("name", _is_name),
    ("role", lambda text: bool(role_in(text))),
    ("level", lambda text: text in Posts.load().kind_of_level),
    ("position", is_post),
    ("section", is_section),
    ("committee", lambda text: text.startswith(("คณะกรรมการ", "คณะทำงาน"))),
    ("bare", _is_bare_name),
    ("word", lambda text: len(text.split()) == 1 and not any(each.isdigit() for each in plain(text))),
)  # fmt: skip


def kinds_of(rows: Sequence[Sequence[OldCell]]) -> dict[int, str]:
    """The kind of each column by what stands in it: the first of which half of its cells are."""
    found = {}
    for column in range(max(map(len, rows), default=0)):
        texts = [text for row in rows if column < len(row) and (text := " ".join(row[column].text.split()))]
        kind = next((kind for kind, fits in _KINDS if sum(map(fits, texts)) > _MOST * len(texts)), "") if texts else ""
        if kind:
            found[column] = kind
    return found


def heads_of(row: Sequence[OldCell]) -> dict[int, str]:
    """The fields that the heads of columns name."""
    known = {**{squeezed(head): name for head, name in _MORE_HEADS.items()}, **OrderWords.load().of_column}
    named = ((column, squeezed(cell.text)) for column, cell in enumerate(row) if cell.text.strip())
    return {column: known[head] for column, head in named if known.get(head, _RESPONSIBLE) != _RESPONSIBLE}


def head_row(rows: Sequence[Sequence[OldCell]]) -> int:
    """The row of the heads; -1 where there is none."""
    counts = [(len(set(heads_of(row).values())), -at) for at, row in enumerate(rows[:_HEADS_SEARCHED])]
    most, at = max(counts, default=(0, 0))
    return -at if most > 1 else -1


def fields_of(heads: Mapping[int, str], kinds: Mapping[int, str]) -> dict[int, str]:
    """The field of each column: its head's, but where what stands in it is surely of another kind."""
    fields = dict(heads)
    for column, kind in kinds.items():
        head = heads.get(column, "")
        if kind == "bare" and head == "first_name":
            fields[column] = "name"
        elif head in _OVERRULED.get(kind, ()) and (kind != "number" or column == 0):
            fields[column] = kind
    return _with_names(fields, kinds)


def _with_names(fields: dict[int, str], kinds: Mapping[int, str]) -> dict[int, str]:
    """The fields with those of names that no head says: the words behind the titles."""
    named = {"name", "first_name"} & set(fields.values())
    titles = [column for column, name in fields.items() if name == "title"]
    if titles and not named:
        after = titles[0] + 1
        if kinds.get(after) == "bare":
            fields[after] = "name"
        elif kinds.get(after) == "word":
            fields[after] = "first_name"
    elif not named:
        bare = [column for column, kind in kinds.items() if kind == "bare" and column not in fields]
        fields |= {bare[0]: "name"} if bare else {}
    first = next((column for column, name in fields.items() if name == "first_name"), None)
    if first is not None and "last_name" not in fields.values():
        fields = {column: "last_name" if name == "name" else name for column, name in fields.items()}
        if kinds.get(first + 1) == "word":
            fields.setdefault(first + 1, "last_name")
    return fields
