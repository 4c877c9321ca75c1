"""The names of people on the sheet of seats: three cells, or all in one as staff often type them."""

from __future__ import annotations

from dataclasses import replace

from ita_docs.framework.words.lists import Titles
from ita_docs.thai import split_title
from ita_docs.workbook.records import Record
from officefiles.problems import Kind, Problem

NAME_INCOMPLETE = Kind(
    "name-incomplete",
    "ชื่อบุคคลยังไม่ครบ ขาด{missing}",
    "กรอก{missing} หรือถ้าแต่งตั้งโดยตำแหน่ง ให้เว้นคำนำหน้า ชื่อ และนามสกุลไว้ทั้งสามช่อง",
    "แถวของบุคคลมีเพียงบางส่วนของคำนำหน้า ชื่อ นามสกุล",
)


def with_name(record: Record) -> tuple[Record, Problem | None]:
    """``record`` with title, first and last name each in its field, and what is lacking of the name."""
    title, first, last = (record.values[name] for name in ("title", "first_name", "last_name"))
    if not (title or first or last) or record.faulty & {"title", "first_name", "last_name"}:
        return record, None
    if first and not title:
        title, first = split_title(first)
    if " " in first and not last:
        first, last = first.split(" ", 1)
    values = {**record.values, "title": title, "first_name": first, "last_name": last}
    record = replace(record, values=values)
    if not first:
        return _lacking(record, "first_name", "ชื่อ")
    if not last and not title.startswith(Titles.load().without_last_name):
        return _lacking(record, "last_name", "นามสกุล")
    return record, None


def _lacking(record: Record, name: str, missing: str) -> tuple[Record, Problem]:
    problem = NAME_INCOMPLETE.at(record.source.at(name), missing=missing)
    return replace(record, faulty=record.faulty | {name}), problem
