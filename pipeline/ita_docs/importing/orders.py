"""Which order is meant, where the files hold several."""

from __future__ import annotations

from collections.abc import Sequence

from ita_docs.importing.documents import ReadDocument
from ita_docs.importing.gather import plain
from ita_docs.importing.refusals import NO_SUCH_ORDER, TWO_ORDERS
from officefiles.problems import Place, Problem

ORDER = "order"
"""The kind of a document that is an order."""
_NO_NUMBER = "ไม่มีเลขที่"


def chosen(documents: Sequence[ReadDocument], wanted: str = "") -> tuple[tuple[ReadDocument, ...], Problem | None]:
    """The documents with one order alone, which several files may hold, and why none could be chosen: the one that is
    ``wanted`` by its number (398/2565) or by its place among the orders, from 1, else the only one."""
    orders: list[list[ReadDocument]] = []
    for one in documents:
        if one.kind == ORDER:
            same = next((own for own in orders if _is_same(own[0], one)), None)
            if same is None:
                orders.append([one])
            else:
                same.append(one)
    if len(orders) < 2 and not wanted:
        return tuple(documents), None
    listed = "; ".join(f"{number}) {_said(own[0])}" for number, own in enumerate(orders, start=1))
    if not wanted:
        return (), TWO_ORDERS.at(Place(), orders=listed, first=_text(orders[0][0], "number") or 1)
    asked = plain(wanted)
    by_number = (own for own in orders if plain(_text(own[0], "number")) == asked)
    found = next(by_number, orders[int(asked) - 1] if asked.isdecimal() and 0 < int(asked) <= len(orders) else None)
    if found is None:
        return (), NO_SUCH_ORDER.at(Place(), wanted, orders=listed or "-")
    return tuple(one for one in documents if one.kind != ORDER or any(one is own for own in found)), None


def _is_same(one: ReadDocument, other: ReadDocument) -> bool:
    """True for two copies of one order: by its number, or where a draft has none, by its subject."""
    numbers = plain(_text(one, "number")), plain(_text(other, "number"))
    if all(numbers):
        return numbers[0] == numbers[1]
    subjects = plain(_text(one, "subject")), plain(_text(other, "subject"))
    return all(subjects) and subjects[0] == subjects[1]


def _said(order: ReadDocument) -> str:
    subject, files = _text(order, "subject"), dict.fromkeys(place.file for place in order.used)
    return " ".join(filter(None, (_text(order, "number") or _NO_NUMBER, subject, f"({', '.join(sorted(files))})")))


def _text(order: ReadDocument, name: str) -> str:
    return order.general[name].text if name in order.general else ""
