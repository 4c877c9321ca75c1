"""The role of a seat among its pieces: which one says it, what it may be parted by, and how sure it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ita_docs.importing.names import name_within
from ita_docs.importing.posts import (
    is_post,
    is_seat_role,
    is_section,
    role_at_end,
    role_at_start,
    role_cut_off,
    role_glued,
    role_in,
    role_within,
)

ROLE_UNKNOWN = "หน้าที่ในคณะไม่อยู่ในรายการที่รู้จัก"
ROLE_GLUED = "หน้าที่ในคณะอยู่ติดกับข้อความอื่น"
NO_ROLE = "ไม่พบหน้าที่ในคณะ"

_MOST_LINES = 3
"""No role has more lines."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A line of a column: ``column`` counts the columns (tabs, cells) of a seat, ``head`` is the field that the head of
    the table gives to it, if any."""

    text: str
    column: int = 0
    head: str = ""


def take_role(pieces: list[Piece]) -> tuple[list[Piece], str, str]:
    """The pieces without the role, the role, and why it is doubtful, if it is."""
    found = _role_alone(pieces) or _role_beside(pieces)
    if found:
        left, role, doubt = found
        return *_with_beginning(left, role), doubt
    for place in range(len(pieces) - 1, -1, -1):
        if pieces[place].head == "role" or _is_unknown_role(pieces, place):
            return pieces[:place] + pieces[place + 1 :], pieces[place].text, ROLE_UNKNOWN
    return pieces, "", NO_ROLE


def has_another_role(left: Sequence[Piece]) -> bool:
    """True where a piece that is left after the role was taken is another role that only a seat has: two people may
    stand in one place. The first line of a column may but begin a post (``ประธานคณะกรรมการ`` | ``ตรวจสอบ…``)."""
    for place, one in enumerate(left):
        after = left[place + 1 :][:1]
        first = not place or left[place - 1].column != one.column
        goes_on = first and any(two.column == one.column and not _says_anything(two) for two in after)
        if role_in(one.text) and is_seat_role(one.text) and not goes_on:
            return True
    return False


def _says_anything(piece: Piece) -> bool:
    text = piece.text
    return bool(is_post(text) or is_section(text) or role_in(text) or name_within(text))


def _role_alone(pieces: list[Piece]) -> tuple[list[Piece], str, str] | None:
    """The last role that pieces of one column are together; first one that its column says nothing else beside."""
    found = list(_roles_alone(pieces))
    sizes = [sum(one.column == pieces[start].column for one in pieces) for start, _ in found]
    whole = [one for one, size in zip(found, sizes, strict=True) if one[1] - one[0] == size]
    under_head = [one for one in whole if pieces[one[0]].head == "role"]
    for start, end in (*under_head, *whole, *found):
        return pieces[:start] + pieces[end:], role_in("".join(one.text for one in pieces[start:end])), ""
    return None


def _roles_alone(pieces: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    for end in range(len(pieces), 0, -1):
        for start in range(max(0, end - _MOST_LINES), end):
            joined = pieces[start:end]
            if len({one.column for one in joined}) == 1 and role_in("".join(one.text for one in joined)):
                yield start, end
                break


def _role_beside(pieces: list[Piece]) -> tuple[list[Piece], str, str] | None:
    """The role that a piece has beside other text."""
    ways = ((role_at_end, ""), (role_at_start, ""), (role_within, ""), (role_glued, ROLE_GLUED))
    for take, doubt in ways:
        for place in range(len(pieces) - 1, -1, -1):
            rest, role = take(pieces[place].text)
            if role:
                return [*pieces[:place], replace(pieces[place], text=rest), *pieces[place + 1 :]], role, doubt
    return None


def _with_beginning(left: list[Piece], role: str) -> tuple[list[Piece], str]:
    """The pieces and the role, put before it what the end of a line cut off (``… หัวหน้า`` | ``คณะทำงาน``)."""
    for place, one in enumerate(left):
        rest, whole = role_cut_off(one.text, role)
        if whole and one.head in ("", "role"):
            kept = [replace(one, text=rest)] if rest else []
            return [*left[:place], *kept, *left[place + 1 :]], whole
    return left, role


def _is_unknown_role(pieces: Sequence[Piece], place: int) -> bool:
    """True where a last column of its own is neither a post, a section nor a name."""
    one = pieces[place]
    alone = place == len(pieces) - 1 and place > 0 and pieces[place - 1].column != one.column and not one.head
    return alone and not (is_post(one.text) or is_section(one.text) or name_within(one.text) or len(one.text) > 40)
