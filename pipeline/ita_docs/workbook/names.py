"""Names of persons in the workbook: title, first and last name each in its field, whichever cell they were typed in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ita_docs.framework.words.lists import Titles
from ita_docs.model import NAME_FIELDS, SIGNERS
from ita_docs.thai import split_title
from ita_docs.workbook.cell_problems import MISSING
from ita_docs.workbook.records import Record
from officefiles.problems import Kind, Problem

NAME_INCOMPLETE = Kind(
    "name-incomplete",
    "ชื่อบุคคลยังไม่ครบ ขาด{missing}",
    "กรอก{missing} หรือ{otherwise}เว้นคำนำหน้า ชื่อ และนามสกุลไว้ทั้งสามช่อง",
    "แถวของบุคคลมีเพียงบางส่วนของคำนำหน้า ชื่อ นามสกุล",
)

_BY_POST, _LEFT_OPEN = "ถ้าแต่งตั้งโดยตำแหน่ง ให้", "ถ้ายังไม่ทราบผู้ลงนาม ให้"
_NO_NAME = ("", "", "")


def with_name(record: Record, prefix: str = "") -> tuple[Record, Problem | None]:
    """``record`` with title, first and last name each in its field, and what is lacking of the name. The fields begin
    with ``prefix``."""
    record = _split(record, prefix)
    fields = [prefix + name for name in NAME_FIELDS]
    title, first, last = (record.values[name] for name in fields)
    if (title, first, last) == _NO_NAME or record.faulty & {*fields}:
        return record, None
    if not first:
        return _lacking(record, fields[1], "ชื่อ", prefix)
    if not last and not title.startswith(Titles.load().without_last_name):
        return _lacking(record, fields[2], "นามสกุล", prefix)
    return record, None


def with_signers(general: Record, problems: Iterable[Problem]) -> tuple[Record, list[Problem]]:
    """The general sheet with the names of all who sign in their fields, and its problems with what is lacking of
    them."""
    signatory, *others = SIGNERS
    general, found = _with_signatory(general, problems, f"{signatory}_")
    for one in others:
        general, problem = with_name(general, f"{one}_")
        found += [problem] if problem else []
    return general, found


def _with_signatory(general: Record, problems: Iterable[Problem], prefix: str) -> tuple[Record, list[Problem]]:
    """The record with the name of who signs the order in its fields, and the problems without those that told of a part
    of it as missing which was typed in the cell of another."""
    fields = [prefix + name for name in NAME_FIELDS]
    places = {name: general.source.at(name) for name in fields if name in general.source.columns}
    missing = {one.place for one in problems if one.kind == MISSING.id} & {*places.values()}
    empty = frozenset(name for name, place in places.items() if place in missing)
    split = _split(replace(general, faulty=general.faulty - empty), prefix)
    found = {places[name] for name in empty if split.values[name]}
    split = replace(split, faulty=split.faulty | {name for name in empty if not split.values[name]})
    return split, [one for one in problems if one.kind != MISSING.id or one.place not in found]


def _split(record: Record, prefix: str = "") -> Record:
    """``record`` with a name that stands whole in one cell, or in part in that of another, each part in its field; what
    is found there is where it was typed. The fields begin with ``prefix``."""
    fields = [prefix + name for name in NAME_FIELDS]
    typed = title, first, last = tuple(record.values[name] or "" for name in fields)
    if typed == _NO_NAME or record.faulty & {*fields}:
        return record
    at = fields[1]
    if not first:  # the whole name may stand in another cell, as under a merge of the three
        title, first = split_title(title)
        at = fields[0] if first else fields[2]
        if " " in last and not first:
            first, last = last, ""
    if first and not title:
        title, first = split_title(first)
    if " " in first and not last:
        first, last = first.split(" ", 1)
    if (title, first, last) == typed:
        return record
    values = {name: part for name, part in zip(fields, (title, first, last), strict=True) if part}
    moved = {name: record.source.columns[at] for name in values if not record.values[name]}
    columns = {**record.source.columns, **moved}
    return replace(record, values={**record.values, **values}, source=replace(record.source, columns=columns))


def _lacking(record: Record, name: str, missing: str, prefix: str) -> tuple[Record, Problem]:
    otherwise = _LEFT_OPEN if prefix else _BY_POST
    problem = NAME_INCOMPLETE.at(record.source.at(name), missing=missing, otherwise=otherwise)
    return replace(record, faulty=record.faulty | {name}), problem
