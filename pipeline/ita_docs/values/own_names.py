"""The names under which templates find what an office added to its workbook: any, until the workbook is known."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from ita_docs.values.fields import KINDS, FieldKind, TemplateField
from ita_docs.values.leaves import leaves
from ita_docs.workbook.field import Sheet
from ita_docs.workbook.own.sheet import VALUES
from ita_docs.workbook.tables import ACTIVITIES, DUTIES, MEASURES, QUESTIONS, RESULTS, SCORES, SEATS, SECTIONS
from wordfill.named import ANY, ELEMENT, KEYED, any_key, key, key_of, steps


def _columns(sheet: Sheet, *paths: str) -> Iterator[TemplateField]:
    """The columns that the office added to a sheet, in each list of its rows."""
    meaning = f'คอลัมน์ที่หน่วยงานเพิ่มเอง เรียกด้วยหัวคอลัมน์ เช่น {sheet.row}.more["หัวคอลัมน์"]'
    yield from (TemplateField(f"{path}[].more{ANY}", FieldKind.TEXT, meaning, sheet.name) for path in paths)


_ADDED = "ค่าที่หน่วยงานเพิ่มเอง"
_NUMBERS = re.compile(r'("(?:[^"\\]|\\.)*")|\[[0-9]+\]')
"""Numbers of elements in a path, and keys, which may look so."""
_SHEETS = f"sheets{ANY}[]{ANY}"
_SIDES = tuple(f"analysis.{name}" for name in ("items", "strengths", "weaknesses", "to_develop", "mend"))
OWN_FIELDS: tuple[TemplateField, ...] = (
    TemplateField(f"more{ANY}", FieldKind.TEXT, 'ค่าที่หน่วยงานเพิ่มเอง เรียกด้วยชื่อ เช่น more["คำขวัญ"]', VALUES.name),
    TemplateField(
        _SHEETS,
        FieldKind.TEXT,
        'ตารางที่หน่วยงานเพิ่มเอง เรียกด้วยชื่อชีตและหัวคอลัมน์ เช่น sheets["ครุภัณฑ์"] และ row["รายการ"]',
        "ชีตที่หน่วยงานเพิ่มเอง",
    ),
    *_columns(SEATS, "committees[].seats"),
    *_columns(DUTIES, "committees[].duties"),
    *_columns(SECTIONS, "sections"),
    *_columns(SCORES, "indicators", "instruments[].indicators", *_SIDES, "groups[].indicators"),
    *_columns(QUESTIONS, "analysis.question_groups[].questions", "groups[].questions"),
    *_columns(MEASURES, "measures", "groups[].measures"),
    *_columns(RESULTS, "results.measures"),
    *_columns(ACTIVITIES, "activities"),
)
"""What the office adds to the form, each under any key (``[*]``)."""

ALL_KINDS: Mapping[str, str] = {**KINDS, **{field.name: field.kind for field in OWN_FIELDS}}
"""The kind of value of each name, as the examination of templates takes them where no workbook is known."""


def own_fields(values: Mapping[str, object]) -> tuple[TemplateField, ...]:
    """What an office added, name by name; ``values`` are what its templates are filled from."""
    found: dict[str, TemplateField] = {}
    for field in OWN_FIELDS:
        for leaf in leaves(values, [field.name]):
            name = _NUMBERS.sub(lambda part: part[1] or ELEMENT, leaf.path)
            keys = [one for step in steps(name) if (one := key_of(step)) is not None]
            sheet = keys[0] if field.name == _SHEETS else field.sheet
            found.setdefault(name, TemplateField(name, field.kind, _ADDED, sheet, (keys[-1],)))
    return tuple(found.values())


def kinds_of(values: Mapping[str, object]) -> dict[str, str]:
    """The kind of each name that a template may use for the office of these ``values``; of a list without rows any
    key."""
    found: dict[str, str] = {**KINDS, "sheets": KEYED}
    for field in OWN_FIELDS:
        path = field.name.removesuffix(ANY)
        if field.name != _SHEETS:
            found |= {path: KEYED} if next(leaves(values, [path]), None) else {field.name: field.kind}
    sheets = values.get("sheets", {})
    assert isinstance(sheets, Mapping)
    found |= {f"sheets{key(name)}{ELEMENT}{ANY}": FieldKind.TEXT for name, rows in sheets.items() if not rows}
    return {**found, **{field.name: field.kind for field in own_fields(values)}}


def in_order(names: Collection[str]) -> Iterator[str]:
    """Those of ``names`` that are known, in the order of the list; the office's own names one by one."""
    own: dict[str, list[str]] = {}
    for name in names:
        own.setdefault(any_key(name), []).append(name)
    for name in ALL_KINDS:
        yield from sorted(own.get(name, ()))
