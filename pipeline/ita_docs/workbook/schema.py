"""The form of the workbook of one fiscal year: its sheets as the rules of the assessed year shape them.

What no rule of a year changes, the sheets and nearly all of their columns, stands in ``SHEETS``. ``schema`` puts in how
many indicators there are, which instruments and parts are published, the decimals of scores and the topics, and the
words of the kind of office: examples, what helps say of it, and drop-downs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from pathlib import Path

from ita_docs.framework.load import NACC, Framework, available, families, load, nearest
from ita_docs.framework.model import Family
from ita_docs.framework.scores import FULL, FullMark, at_most_decimals, half_up
from ita_docs.framework.words.kinds import OfficeForm, OfficeKinds
from ita_docs.model import ANALYSIS_PARTS, Layout
from ita_docs.thai import is_abbreviated, thai_digits
from ita_docs.workbook.field import Field, Group, Sheet, Value, example_codes
from ita_docs.workbook.general import EXAMPLE_TOTAL, GENERAL, GROUPS, PUBLISHED
from ita_docs.workbook.tables import TABLES

GUIDE = "คำแนะนำ"
"""The sheet of instructions; the reader passes it over."""

LISTS = "รายการเลือก"
"""The hidden sheet that the drop-downs draw on; the reader passes it over."""

PROBLEMS = "รายการที่ต้องแก้ไข"
"""The first sheet of a marked copy; the reader passes it over, so that a mended copy can be built as it is."""

TO_REVIEW, UNUSED = "ตรวจทานก่อนใช้", "ข้อความที่ไม่ได้ใช้"
"""The first sheet of an imported workbook, its marked cells, and the last one, what no cell took; both passed over."""

IGNORED = (GUIDE, LISTS, PROBLEMS, TO_REVIEW, UNUSED)

EXAMPLE = "ตัวอย่าง"
"""A row whose first filled cell begins with this word is an example: the reader passes it over."""

SHEETS = (GENERAL, *TABLES)
"""All sheets that are read, in the order of the form, as no year has shaped them yet."""

__all__ = ["EXAMPLE", "GENERAL", "GUIDE", "IGNORED", "LISTS", "PROBLEMS", "SHEETS", "TABLES", "TO_REVIEW", "UNUSED"]
__all__ += ["PUBLISHED_SCORE", "Schema", "part_names", "published_codes", "schema", "shaped"]

PUBLISHED_SCORE = "คะแนน {name} ที่ประกาศ"
"""The line of the general sheet for the published score of an instrument or of a part of one."""

_INSTRUMENT_HELP = "คะแนนของเครื่องมือนี้ตามประกาศของ{assessor} เว้นว่างได้"
_PART_HELP = "ใช้เมื่อประกาศของ{assessor}แยกคะแนนของเครื่องมือนี้ออกเป็นส่วนตามกลุ่มผู้ตอบ ดูชื่อส่วนในประกาศ ถ้าไม่ได้แยก ให้เว้นว่าง"
_COLUMN = "column_"
"""Begins the name of a line that chooses a column of the measures table."""
_ASPECT_OF = {"layout": "topics"}
"""What an item asks for, by the line that chooses it, where it has another name."""
_ASKED, _ASKED_BEFORE = "ต้องมีตามข้อ {code}", "ควรมี ตามรายการข้อมูลของปีก่อน"
_OPTIONAL = " (ถ้ามี)"
"""Ends the help of a column that no item asks for."""
_MEASURE = "แบบวัด "
"""The word before a part's name that a line for its score goes without."""


@dataclass(frozen=True, kw_only=True)
class Schema:
    """The form of fiscal year ``year``: the groups of its general sheet, and its tables.

    ``framework`` is that of the assessed year; of a year without rules, that of the nearest before it that has some.
    ``asked`` are the choices that the items of the pack's own year ask for, by the names of their lines.
    """

    year: int
    framework: Framework
    asked: Mapping[str, object]
    groups: tuple[Group, ...]
    tables: tuple[Sheet, ...]

    @cached_property
    def general(self) -> Sheet:
        """The sheet of headings and values."""
        return replace(GENERAL, fields=tuple(field for group in self.groups for field in group.fields))

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """All sheets that are read, in the order of the form."""
        return (self.general, *self.tables)

    def table(self, key: str) -> Sheet:
        """The table of that key, which there is."""
        return next(table for table in self.tables if table.key == key)


def schema(
    fiscal_year: int, folder: Path | None = None, family: str = NACC, office: OfficeForm | None = None
) -> Schema:
    """The form of the workbook of a fiscal year, which the framework keeps: to make it takes as long as to read one.
    ``folder`` holds the office's own frameworks, ``family`` lists the items that it answers, and ``office`` has the
    words of its kind, those that fit any office where it is not given.

    Raises ``FrameworkError`` where a framework file is broken.
    """
    framework = load(nearest(fiscal_year - 1, folder), folder)
    own = load(nearest(fiscal_year, folder), folder, family)
    year = _Year(
        fiscal_year,
        topics=_topics(own, framework, folder),
        asked=tuple((one.aspect, item.code) for item in own.items for one in item.requires),
        known=own.year == fiscal_year,
        families=framework.made(families, folder),
        family=family,
        office=office or OfficeKinds.load().any_office,
    )
    return framework.made(_schema, year)


@dataclass(frozen=True)
class _Year:
    """What shapes the form beside the rules of the assessed year: how many topics the documents may be set out by, what
    the items of the pack's own year ask for (aspect and code; where that year is not ``known``, those of the newest
    year), the families of offices and the office's own, and the words of its kind."""

    fiscal_year: int
    office: OfficeForm
    topics: int = 0
    asked: tuple[tuple[str, str], ...] = ()
    known: bool = True
    families: tuple[Family, ...] = ()
    family: str = NACC

    @property
    def words(self) -> dict[str, str]:
        """What the form calls the office and who assesses it."""
        own = next((one for one in self.families if one.key == self.family), None)
        name, full = (own.name, own.full_name) if own else ("", "")
        return {**self.office.words, "family": name, "assessor": full if is_abbreviated(name) else name}

    def asked_by(self, field: Field) -> str:
        """Which item asks for the field, in Thai; empty where none does, and of fields that are always there."""
        code = dict(self.asked).get(_ASPECT_OF.get(field.name, field.name.removeprefix(_COLUMN)))
        if code is None or field.required or not (field.choice or field.allowed):
            return ""
        return _ASKED.format(code=code) if self.known else _ASKED_BEFORE


def _schema(framework: Framework, year: _Year) -> Schema:
    published = _published(framework)
    groups = tuple(
        replace(
            group,
            fields=tuple(
                _shaped(field, framework, year) for field in (*group.fields, *(published if group is PUBLISHED else ()))
            ),
        )
        for group in GROUPS
    )
    asked = {field.name: True for group in groups for field in group.fields if field.asked_by}
    return Schema(
        year=year.fiscal_year,
        framework=framework,
        asked={name: Layout.TOPICS if name == "layout" else chosen for name, chosen in asked.items()},
        groups=groups,
        tables=tuple(_table(table, framework, year) for table in TABLES),
    )


def shaped(sheet: Sheet, framework: Framework) -> Sheet:
    """A table beside the form as the rules of the assessed year shape it."""
    return _table(sheet, framework, _Year(framework.year + 1, OfficeKinds.load().any_office))


def _table(sheet: Sheet, framework: Framework, year: _Year) -> Sheet:
    fields, words = tuple(_shaped(field, framework, year) for field in sheet.fields), _words(framework, year)
    return replace(sheet, title=sheet.title.format_map(words), help=sheet.help.format_map(words), fields=fields)


def published_codes(framework: Framework) -> tuple[str, ...]:
    """The codes of the instruments and of their parts, whose published scores are lines of the general sheet."""
    return tuple(field.name for field in _published(framework))


def part_names(framework: Framework) -> dict[str, str]:
    """What the workbook calls each part of the analysis that an office may word itself, but for the indicators."""
    codes = {one.code: one.code for one in framework.instruments}
    return {"intro": ANALYSIS_PARTS["intro"], **codes, "summary": ANALYSIS_PARTS["summary"]}


def _topics(own: Framework, framework: Framework, folder: Path | None) -> int:
    """How many topics the form offers to set the documents out by: those of the pack's own year, else of the assessed
    one; where neither has any, those of the newest year."""
    return len(own.topics or framework.topics or load(available(folder)[-1], folder).topics)


def _published(framework: Framework) -> list[Field]:
    """The lines for the published scores of the instruments, each followed by those of its parts."""
    return [
        line
        for one in framework.instruments
        for line in (
            _score(one.code, one.code, _INSTRUMENT_HELP),
            *(_score(part.code, part.name.removeprefix(_MEASURE), _PART_HELP) for part in one.parts),
        )
    ]


def _score(code: str, name: str, help: str) -> Field:
    heading = PUBLISHED_SCORE.format(name=name)
    return Field(name=code, heading=heading, value=Value.SCORE, help=help, others=(f"คะแนน {name}",))


def _words(framework: Framework, year: _Year) -> dict[str, object]:
    """What the helps and examples of the form say of the year and of the office."""
    return {
        **year.words,
        "count": len(framework.indicators),
        "decimals": at_most_decimals(framework.rounding.decimals),
        "parts": ", ".join(part_names(framework).values()),
        "questions": ", ".join(example_codes(_prefixes(framework))),
        "topics": year.topics,
    }


def _shaped(field: Field, framework: Framework, year: _Year) -> Field:
    """A column or line as the rules of a year shape it."""
    words, asked_by = _words(framework, year), year.asked_by(field)
    offered = _offered(framework, year.office).get(field.suggest, field.suggestions)
    example = offered[0] if field.suggest and offered else field.example.format_map(words)
    help = field.help.format_map(words).removesuffix(_OPTIONAL if asked_by else "")
    help = " ".join(filter(None, (help, asked_by)))
    if field.suggest == "levels":
        example = next(one.name for one in framework.levels.steps if one.minimum <= Decimal(EXAMPLE_TOTAL))
    field = replace(field, help=help, suggestions=offered, example=example, asked_by=asked_by)
    if field.value is Value.SCORE:
        decimals = framework.rounding.decimals
        example = str(half_up(Decimal(example), decimals)) if example else ""
        return replace(field, decimals=decimals, example=example)
    if field.value is Value.QUESTION:
        prefixes = _prefixes(framework)
        return replace(field, prefixes=prefixes, example=example_codes(prefixes)[0])
    allowed = _allowed(field, framework, year)
    if asked_by and allowed:  # the example is what the item asks for
        field = replace(
            field, example=next(one for one, meaning in allowed.items() if meaning in (True, Layout.TOPICS))
        )
    return replace(field, allowed=allowed)


def _prefixes(framework: Framework) -> tuple[str, ...]:
    return tuple(one.prefix for one in framework.instruments)


def _offered(framework: Framework, office: OfficeForm) -> dict[str, tuple[str, ...]]:
    """The drop-down lists that belong to an assessed year and a kind of office, by the names that columns give them."""
    return {
        **{name: getattr(office, name) for name in ("short_names", "head_titles", "responsible")},
        "numbers": tuple(str(one.number) for one in framework.indicators),
        "indicators": tuple(one.name for one in framework.indicators),
        "levels": tuple(level.name for level in framework.levels.steps),
    }


def _allowed(field: Field, framework: Framework, year: _Year) -> Mapping[str, object]:
    """The labels of a closed list and what they mean, in the words of the year."""
    if field.suggest == "families":
        return {one.name: one.key for one in year.families}
    if field.suggest == "phrases":
        return {framework.phrases.name: "", **{one.name: one.name for one in framework.phrase_sets}}
    if field.value is Value.PART:
        numbers = {str(one.number): str(one.number) for one in framework.indicators}
        return numbers | {name: key for key, name in part_names(framework).items()}
    long = thai_digits(framework.rounding.format(FullMark.LONG).text(FULL))
    words = {"topics": year.topics, "full_mark": long}
    return {label.format_map(words): meaning for label, meaning in field.allowed.items()}
