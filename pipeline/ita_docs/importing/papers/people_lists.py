"""Lists of people in any columns: who they are, their posts and sections, and their seats where a list says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from ita_docs.framework.words.kinds import OfficeKinds
from ita_docs.importing.blocks import OldCell, OldPlace, OldTable
from ita_docs.importing.documents import ReadCell, ReadDocument, ReadRow
from ita_docs.importing.joining import is_ditto
from ita_docs.importing.names import PersonText
from ita_docs.importing.papers.columns import fields_of, head_row, heads_of, kinds_of
from ita_docs.importing.papers.words import plain
from ita_docs.importing.people import read_person
from ita_docs.importing.posts import is_post, is_section
from ita_docs.importing.roles import Piece

KIND = "people"
_FEWEST = 2
"""So many people make a list."""
_NOT_OF_PEOPLE = ("number", "committee", "level", "title")
_READ = ("number", "committee", "level", "title", "name", "first_name", "last_name", "position", "section", "role")
_FIELDS = ("title", "first_name", "last_name", "position", "section", "role")
_OF_OFFICE = re.compile(r"(?:ชื่อ)?(?:หน่วยงาน|ส่วนราชการ)\s*:?\s+")
_LEVELS_NAMED = ("ต้น", "กลาง", "สูง")
_HEADS = ("อำนวยการ", "บริหาร")
_COMMITTEES = ("คณะกรรมการ", "คณะทำงาน", "คณะอนุกรรมการ", "ที่ปรึกษา")


@dataclass(slots=True)
class _List:
    """What is read of a list as it grows: the section and the committee that the rows above name."""

    section: tuple[str, tuple[OldPlace, ...]] = ("", ())
    committee: tuple[str, tuple[OldPlace, ...]] = ("", ())
    rows: list[ReadRow] = field(default_factory=list)
    sections: dict[str, ReadRow] = field(default_factory=dict)
    used: set[OldPlace] = field(default_factory=set)
    named: int = 0
    headed: bool = False
    above: dict[int, str] = field(default_factory=dict)

    def text(self, column: int, cell: OldCell) -> str:
        """What a cell of a column says, that above it where it only repeats it or carries it on."""
        text = " ".join(cell.text.split())
        said = self.above.get(column, "") if is_ditto(text) or (cell.continued and not text) else text
        self.above[column] = said
        return said


def find_people(tables: Iterable[OldTable]) -> ReadDocument | None:
    """The people that tables list; ``None`` where they list none. A row has a committee and a number only where the
    list says who is what in a committee."""
    lists = [_read(table) for table in tables]
    if not any(one.named >= _FEWEST for one in lists):
        return None
    found = [one for one in lists if one.named >= _FEWEST or (one.named and one.headed)]
    sections = {name: row for one in found for name, row in one.sections.items()}
    rows = [row for one in found for row in one.rows]
    used = frozenset(place for one in found for place in one.used)
    return ReadDocument(KIND, {}, {"seats": rows, "sections": list(sections.values())}, used)


def _read(table: OldTable) -> _List:
    made = _List()
    at = head_row(table.rows)
    heads = heads_of(table.rows[at]) if at >= 0 else {}
    below = [row for row in table.rows[at + 1 :] if sum(bool(cell.text.strip()) for cell in row) > 1]
    fields = fields_of(heads, kinds_of(below))
    if not {"name", "first_name", "position"} & set(fields.values()):
        return made
    if is_section(table.sheet):
        made.section = table.sheet, (table.origin,)
    elif table.sheet.startswith(_COMMITTEES):
        made.committee = table.sheet, (table.origin,)
    with_roles = "role" in fields.values()
    for number, row in enumerate(table.rows):
        if not _is_heading(row, fields, made) and number > at and not (heads and heads_of(row) == heads):
            _person(row, fields, with_roles, made)
    made.headed = at >= 0
    if made.headed:
        made.used |= {one.origin for cell in table.rows[at] for one in cell.paragraphs}
    return made


def _is_heading(row: Sequence[OldCell], fields: dict[int, str], made: _List) -> bool:
    """True for a row that names the section or the committee of those below it."""
    filled = [(column, cell) for column, cell in enumerate(row) if cell.text.strip()]
    if len(filled) > 2 or not filled or any(cell.continued for cell in row):
        return False
    column, cell = filled[-1]
    text = " ".join(cell.text.split())
    bare = text.lstrip("0123456789๐๑๒๓๔๕๖๗๘๙.() ")
    places = tuple(one.origin for _, each in filled for one in each.paragraphs)
    if len(filled) == 2 and not plain(filled[0][1].text).strip("(). ").isdecimal():
        return False
    if bare.startswith(_COMMITTEES) and fields.get(column) != "role":
        made.committee, made.section = (bare, places), ("", ())
    elif OfficeKinds.load().known(_OF_OFFICE.sub("", bare)) and _OF_OFFICE.match(bare):  # the office itself
        return False
    elif is_section(bare) and not is_post(bare):
        made.section = (bare, places)
        made.sections[bare] = {"name": ReadCell(bare, places)}
    else:
        return False
    made.used.update(places)
    return True


def _person(row: Sequence[OldCell], fields: dict[int, str], with_roles: bool, made: _List) -> None:
    """Reads the person, or the post, of a row."""
    texts: dict[str, tuple[str, tuple[OldPlace, ...]]] = {}
    for column, name in sorted(fields.items()):
        text = made.text(column, row[column]) if name in _READ and column < len(row) else ""
        if text not in ("", "-"):
            before, places = texts.get(name, ("", ()))
            texts[name] = f"{before} {text}".strip(), (*places, *(one.origin for one in row[column].paragraphs))
    person = _of(texts)
    if not (person.named or (person.position and person.role)):
        return
    places = tuple(place for name in texts for place in texts[name][1])
    if made.section[0] and not person.section and person.named:
        person = replace(person, section=made.section[0])
        made.used.update(made.section[1])
        made.sections.setdefault(person.section, {"name": ReadCell(*made.section)})
    cells = {
        name: ReadCell(text, texts.get(name, ("", places))[1] or places, person.doubts.get(name, ""))
        for name in _FIELDS
        if (text := getattr(person, name))
    }
    committee, said = texts.get("committee", made.committee)
    if with_roles and person.role:
        if committee:
            cells["committee"] = ReadCell(committee, said)
        if "number" in texts:
            cells["number"] = ReadCell(plain(texts["number"][0]).strip("(). "), texts["number"][1])
    if person.section and "section" in texts:
        made.sections.setdefault(person.section, {"name": ReadCell(person.section, texts["section"][1])})
    made.rows.append(cells)
    made.used.update(places)
    made.named += person.named


def _before_level(level: str) -> str:
    """What posts have before a level: nothing, but the word itself before ต้น, and a space before a number, a kind of
    heads or a short word."""
    apart = plain(level).isdecimal() or level.startswith(_HEADS) or level.endswith(".")
    return " ระดับ" if level in _LEVELS_NAMED else " " if apart else ""


def _of(texts: dict[str, tuple[str, tuple[OldPlace, ...]]]) -> PersonText:
    """The person that the columns of a row tell."""
    said = {name: text for name, (text, _) in texts.items()}
    if "level" in said and "position" in said and not said["position"].endswith(said["level"]):
        said["position"] += _before_level(said["level"]) + said["level"]
    if "title" in said and "name" in said:
        said["name"] = said["title"] + said["name"]
    keep = ("title",) if "first_name" in said else ()
    pieces = [
        Piece(text, column, name)
        for column, (name, text) in enumerate(said.items())
        if name not in _NOT_OF_PEOPLE or name in keep
    ]
    if "first_name" in said and "last_name" not in said:
        pieces = [
            replace(one, text=said.get("title", "") + one.text, head="name") if one.head == "first_name" else one
            for one in pieces
            if one.head != "title"
        ]
    person = read_person(pieces)
    doubts = {name: why for name, why in person.doubts.items() if name != "role" and getattr(person, name)}
    return replace(person, doubts=doubts)
