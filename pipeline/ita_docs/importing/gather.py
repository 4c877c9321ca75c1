"""What the documents say together: each cell once, confirmed where two say the same, marked where they do not.

Rows of two documents are one where their keys are equal and their texts alike. A list of people has no seats of its own
where there is an order: it fills and confirms those of the order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz

from ita_docs.importing.blocks import OldPlace, Photo
from ita_docs.importing.documents import ReadCell, ReadDocument, ReadRow, in_words
from ita_docs.workbook.tables import (
    ACTIVITIES,
    DUTIES,
    MEASURES,
    OVERRIDES,
    QUESTIONS,
    RESULTS,
    SCORES,
    SEATS,
    SECTIONS,
)
from officefiles.thai import arabic_digits

PEOPLE = "people"
"""The kind of a list of people that is no order."""
NOTICE = "notice"
"""The kind of a notice, whose sentences run on: its measures are taken where no table has them."""
DIFFER = "เอกสารระบุไม่ตรงกัน คือ “{first}” ({where}) และ “{other}”"
_SAME: Mapping[str, tuple[tuple[str, ...], str]] = {
    SECTIONS.key: (("name",), ""),
    SCORES.key: (("indicator",), ""),
    QUESTIONS.key: (("code",), ""),
    SEATS.key: (("committee", "number"), "position"),
    DUTIES.key: (("committee", "number"), "text"),
    MEASURES.key: (("indicator",), "actions"),
    RESULTS.key: (("indicator",), "action"),
    OVERRIDES.key: (("key",), ""),
    ACTIVITIES.key: (("date",), "caption"),
}
"""Of each sheet, the fields that are equal in rows of two documents that are one, and the one that is alike."""
_ALIKE = 60.0
"""Least likeness (rapidfuzz, 0–100) of two readings of one text: a letter lost in each word leaves more."""
_NO_NAME = re.compile(r"[^\w\u0e00-\u0e7f.-]+|^\.+")
"""What a name of a file on any system is to have none of: a Word file may call a picture ``..\\x.png``."""
_OF_A_PERSON = ("title", "first_name", "last_name", "position", "section")
_PICTURES = "pictures"
"""The field whose lines are of all documents but PDFs, which have the photos of others again in their own ways."""
_LAST = ".pdf"
"""Ends the names of files that are read after all others: what a PDF says was typed elsewhere."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What all documents say: lines of the general sheet, rows by sheet, the places of what was taken, and the photos
    that cells name, by the names there."""

    general: Mapping[str, ReadCell] = field(default_factory=dict)
    rows: Mapping[str, Sequence[ReadRow]] = field(default_factory=dict)
    used: frozenset[OldPlace] = frozenset()
    photos: Mapping[str, Photo] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _SourcedCell:
    """A cell, and the kinds of documents that say so."""

    cell: ReadCell
    kinds: frozenset[str]


_Row = Mapping[str, _SourcedCell]


def gather(documents: Sequence[ReadDocument], folder: str) -> Gathered:
    """The documents as one; photos are named as files of ``folder``, beside the workbook."""
    photos: dict[str, Photo] = {}
    ordered = sorted(documents, key=lambda one: _is_pdf(one))
    named = [_with_photos(one, folder, photos) for one in ordered]
    people = [one for one in named if one.kind == PEOPLE]
    general: _Row = {}
    rows: dict[str, list[_Row]] = {}
    for one in named:
        general = _merged(general, _said(one.general, one.kind))
        for key, own in one.rows.items():
            if (one.kind, key) not in ((PEOPLE, SEATS.key), (NOTICE, MEASURES.key)):
                rows[key] = _together(key, rows.get(key, []), [_said(row, one.kind) for row in own])
    announced = [_said(row, NOTICE) for one in named if one.kind == NOTICE for row in one.rows.get(MEASURES.key, ())]
    rows[MEASURES.key], left = (
        _with_announced(rows[MEASURES.key], announced) if rows.get(MEASURES.key) else (announced, [])
    )
    listed = [_said(row, PEOPLE) for one in people for row in one.rows.get(SEATS.key, ())]
    if rows.get(SEATS.key):
        rows[SEATS.key], strangers = _with_people(rows[SEATS.key], listed)
        left += strangers
    elif listed:
        rows[SEATS.key] = listed
    unused = {place for row in left for said in row.values() for place in said.cell.places}
    used = frozenset(place for one in named for place in one.used) - unused
    pictures = (row[_PICTURES].cell.text for row in rows.get(ACTIVITIES.key, ()) if _PICTURES in row)
    named_photos = {name for text in pictures for name in text.split("\n")}
    return Gathered(
        general={name: said.cell for name, said in general.items()},
        rows={key: _numbered(key, [_cells(row) for row in own]) for key, own in rows.items() if own},
        used=used,
        photos={name: photo for name, photo in photos.items() if name in named_photos},
    )


def plain(text: str) -> str:
    """A text for comparison: without blanks and line ends, in Arabic digits."""
    return arabic_digits("".join(text.split()))


def _is_pdf(document: ReadDocument) -> bool:
    return any(place.file.lower().endswith(_LAST) for place in document.used)


def _said(row: ReadRow, kind: str) -> _Row:
    return {name: _SourcedCell(cell, frozenset((kind,))) for name, cell in row.items() if cell.text.strip()}


def _cells(row: _Row) -> dict[str, ReadCell]:
    return {name: said.cell for name, said in row.items()}


def _merged(first: _Row, other: _Row) -> _Row:
    """Two readings of a row as one; a name that one could not divide is divided as the other has it."""
    if _name(first) and _name(first) == _name(other):
        undivided = [one for one in (first, other) if not _text(one, "last_name")]
        if len(undivided) == 1:
            divided = first if undivided[0] is other else other
            whole = {name: divided[name] for name in ("first_name", "last_name")}
            first, other = ({**one, **whole} for one in (first, other))
    both = {name: _both(name, said, other[name]) for name, said in first.items() if name in other}
    return {**other, **first, **both}


def _both(name: str, first: _SourcedCell, other: _SourcedCell) -> _SourcedCell:
    """Two readings of one cell: sure where they agree and one is sure, or where they come from documents of two kinds
    or have two reasons for doubt; marked with both where they differ."""
    one, two = first.cell, other.cell
    kinds = first.kinds | other.kinds
    places = tuple(dict.fromkeys((*one.places, *two.places)))
    if name == _PICTURES:
        return (
            first if _of_pdf(two) else _SourcedCell(replace(one, text=_lines_of_both(one, two), places=places), kinds)
        )
    if plain(one.text) == plain(two.text):
        confirmed = not (one.doubt and two.doubt) or one.doubt != two.doubt or first.kinds != other.kinds
        return _SourcedCell(replace(one, places=places, doubt="" if confirmed else one.doubt), kinds)
    doubt = DIFFER.format(first=one.text, where=in_words(one.places), other=two.text)
    return _SourcedCell(ReadCell(one.text, two.places, doubt), kinds)


def _of_pdf(cell: ReadCell) -> bool:
    return any(place.file.lower().endswith(_LAST) for place in cell.places)


def _lines_of_both(one: ReadCell, two: ReadCell) -> str:
    return "\n".join(dict.fromkeys((*one.text.split("\n"), *two.text.split("\n"))))


def _together(key: str, rows: Sequence[_Row], others: Sequence[_Row]) -> list[_Row]:
    """``rows`` with those of another document: each merged with the row that it is, or put behind the row that it
    follows there."""
    done, free, last = list(rows), list(range(len(rows))), len(rows) - 1
    for other in others:
        at = next((one for one in free if _is_same(key, rows[one], other)), None)
        if at is None:
            last += 1
            done.insert(last, other)
            continue
        free.remove(at)
        last = _position(done, rows[at])
        done[last] = _merged(rows[at], other)
    return done


def _position(rows: Sequence[_Row], row: _Row) -> int:
    return next(at for at, one in enumerate(rows) if one is row)


def _is_same(key: str, row: _Row, other: _Row) -> bool:
    fields, text = _SAME[key]
    if key == SEATS.key and _name(row) and _name(row) == _name(other):  # it may be counted otherwise
        return plain(_text(row, "committee")) == plain(_text(other, "committee"))
    if any(plain(_text(row, name)) != plain(_text(other, name)) for name in fields):
        return False
    mine, its = plain(_text(row, text)), plain(_text(other, text))
    return not (mine and its) or fuzz.ratio(mine, its) >= _ALIKE


def _text(row: _Row, name: str) -> str:
    return row[name].cell.text if name in row else ""


def _with_announced(measures: Sequence[_Row], announced: Sequence[_Row]) -> tuple[list[_Row], list[_Row]]:
    """The measures of tables with what a notice says of them, and what it says besides."""
    done, free, left = list(measures), set(range(len(measures))), list[_Row]()
    for row in announced:
        at = next((one for one in sorted(free) if _is_same(MEASURES.key, measures[one], row)), None)
        if at is None:
            left.append(row)
        else:
            free.remove(at)
            done[at] = _merged(measures[at], dict(_as_in_table(measures[at], row)))
    return done, left


def _as_in_table(measure: _Row, row: _Row) -> Iterator[tuple[str, _SourcedCell]]:
    """What a notice says of a measure; it runs the frequency on behind the follow-ups."""
    run_on = plain(_text(measure, "follow_ups") + _text(measure, "frequency"))
    for name, said in row.items():
        if name == "follow_ups" and plain(said.cell.text) == run_on:
            said = replace(said, cell=replace(said.cell, text=_text(measure, name)))
        yield name, said


def _with_people(seats: Sequence[_Row], people: Iterable[_Row]) -> tuple[list[_Row], list[_Row]]:
    """The seats with what lists say of those who have them, and the people who have none."""
    by_name: dict[str, list[_Row]] = {}
    for person in people:
        by_name.setdefault(_name(person), []).append(person)
    done, met = [], set()
    for seat in seats:
        name = _name(seat)
        for person in by_name.get(name, ()) if name else ():
            met.add(name)
            seat = _merged(seat, dict(_of_person(seat, person)))
        done.append(seat)
    return done, [person for name, own in by_name.items() if name not in met for person in own]


def _name(row: _Row) -> str:
    return plain(_text(row, "first_name") + _text(row, "last_name"))


def _of_person(seat: _Row, person: _Row) -> Iterator[tuple[str, _SourcedCell]]:
    """What a list says of a person; a post that it only says more shortly is that of the seat."""
    for name in _OF_A_PERSON:
        mine, its = plain(_text(seat, name)), plain(_text(person, name))
        if its:
            is_part = mine != its and (mine in its or its in mine) and mine and name in ("position", "section")
            yield name, seat[name] if is_part else person[name]


def _numbered(key: str, rows: Sequence[ReadRow]) -> Sequence[ReadRow]:
    """Activities of several documents counted through; so are people of a list that counts none."""
    counted = {ACTIVITIES.key, SEATS.key} if not any("number" in row for row in rows) else {ACTIVITIES.key}
    if key not in counted:
        return rows
    numbers = [row["number"].text if "number" in row else "" for row in rows]
    if len(set(map(plain, numbers))) == len(numbers) and all(numbers):
        return rows
    return [{**row, "number": ReadCell(str(number))} for number, row in enumerate(rows, start=1)]


def _with_photos(document: ReadDocument, folder: str, photos: dict[str, Photo]) -> ReadDocument:
    """The document with its photos named as files beside the workbook, each name given once; they are put to
    ``photos``."""
    names: dict[str, str] = {}
    for photo in document.photos:
        names[photo.name] = _free_name(photo, folder, photos)
        photos[names[photo.name]] = photo
    if ACTIVITIES.key not in document.rows:
        return document
    rows = [_renamed(row, names) for row in document.rows[ACTIVITIES.key]]
    return replace(document, rows={**document.rows, ACTIVITIES.key: rows})


def _free_name(photo: Photo, folder: str, taken: Mapping[str, Photo]) -> str:
    stem, _, ending = _NO_NAME.sub("_", photo.name).rpartition(".")
    tries = (f"{folder}/{stem}{mark}.{ending}" for mark in ("", *(f"_{n}" for n in range(2, len(taken) + 3))))
    return next(name for name in tries if name not in taken or taken[name].data == photo.data)


def _renamed(row: ReadRow, names: Mapping[str, str]) -> ReadRow:
    if "pictures" not in row:
        return row
    lines = row["pictures"].text.split("\n")
    return {**row, "pictures": replace(row["pictures"], text="\n".join(names[one] for one in lines if one in names))}
