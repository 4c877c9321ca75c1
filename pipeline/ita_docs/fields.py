"""The names that templates may use, asked both ways: what a name holds, and what a template uses and leaves out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from ita_docs.comparison.fields import FIELDS as COMPARISON
from ita_docs.origin import UnreadCell
from ita_docs.places import COMPARISON_TEMPLATE
from ita_docs.thai import shortened
from ita_docs.values.fields import COMPUTED, FIELDS, TemplateField
from ita_docs.values.leaves import leaves
from ita_docs.values.own_names import ALL_KINDS, OWN_FIELDS, kinds_of
from officefiles.pictures import Picture
from wordfill.lint import Finding, lint, used
from wordfill.lint.names import FLAG, PICTURE
from wordfill.named import any_key

UNKNOWN = ("name-unknown", "name-unknown-asked")
"""The findings on names that nobody fills."""
UNREAD = "อ่านไม่ได้"
_LONGEST = 60


_GROUPS = {
    "document": "ไฟล์เอกสาร",
    "digits_thai": "ปีและตัวเลข",
    "year": "ปีและตัวเลข",
    "last_year": "ปีและตัวเลข",
    "office": "หน่วยงาน",
    "sections": "หน่วยงานย่อย",
    "order": "คำสั่ง",
    "papers": "บันทึกข้อความ ประกาศ และรายงานผล",
    "committees": "คณะกรรมการและคณะทำงาน",
    "members_indented": "คณะกรรมการและคณะทำงาน",
    "one_axis": "คณะกรรมการและคณะทำงาน",
    "total": "ผลการประเมิน",
    "level": "ผลการประเมิน",
    "level_said": "ผลการประเมิน",
    "goal": "ผลการประเมิน",
    "instruments": "เครื่องมือประเมิน",
    "indicators": "ตัวชี้วัด",
    "analysis": "บทวิเคราะห์",
    "measures": "มาตรการ",
    "columns": "คอลัมน์ของตารางมาตรการ",
    "continued": "คอลัมน์ของตารางมาตรการ",
    "no_column": "คอลัมน์ของตารางมาตรการ",
    "by_topic": "การจัดเอกสารตามประเด็น",
    "groups": "การจัดเอกสารตามประเด็น",
    "results": "ผลการดำเนินการตามมาตรการของปีก่อน",
    "activities": "กิจกรรม",
}
"""The heading under which names of a root are listed."""
_OWN_HEADING = "ข้อมูลที่หน่วยงานเพิ่มเอง"


@dataclass(frozen=True, slots=True)
class Usage:
    """What a template does with the names: those it uses, the findings on names that nobody fills, the columns of the
    workbook (sheet and heading) from which nothing reaches it."""

    template: str
    used: tuple[TemplateField, ...]
    unknown: tuple[Finding, ...]
    left_out: tuple[tuple[str, str], ...]

    def as_dict(self) -> dict[str, object]:
        """The usage as plain values, for JSON."""
        return {
            "template": self.template,
            "used": [field.name for field in self.used],
            "unknown": [finding.as_dict() for finding in self.unknown],
            "left_out": [{"sheet": sheet, "column": column} for sheet, column in self.left_out],
        }


def fields_of(template: Path) -> tuple[TemplateField, ...]:
    """The names that ``template`` may use: those of one office, or those of the report on many."""
    return COMPARISON if template.resolve().parts[-2:] == COMPARISON_TEMPLATE.parts else FIELDS


def known(template: Path | None = None, values: Mapping[str, object] | None = None) -> dict[str, str]:
    """Each name that a template (``None``: one for an office) may use and the kind of its value, as ``lint`` takes
    them; where the ``values`` of one office are given, the names that this office added and no others."""
    fields = fields_of(template) if template else FIELDS
    if fields is COMPARISON:
        return {field.name: field.kind for field in fields}
    return dict(ALL_KINDS) if values is None else kinds_of(values)


def headings() -> dict[str, str]:
    """The names that templates may use by the heading of the one column that they come from, as ``lint`` takes them;
    of several the first."""
    alone = [field for field in FIELDS if len(_columns(field)) == 1 and field.kind not in (FLAG, PICTURE)]
    return {field.columns[0]: field.name for field in reversed(alone)}


def usage(template: Path) -> Usage:
    """What ``template`` uses and leaves out. Raises ``opc.PackageError`` where it is no Word file."""
    fields = fields_of(template)
    fields = fields if fields is COMPARISON else (*fields, *OWN_FIELDS)
    names = {any_key(name) for name in used(template, known(template))}
    reached = {cell for field in fields if field.name in names for cell in _columns(field)}
    every = dict.fromkeys(cell for field in fields for cell in _columns(field))
    return Usage(
        template.name,
        tuple(field for field in fields if field.name in names),
        tuple(finding for finding in lint(template, known(template)) if finding.id in UNKNOWN),
        tuple(cell for cell in every if cell not in reached),
    )


def example(name: str, values: Mapping[str, object]) -> str:
    """What stands in ``name`` in these ``values`` of a context: of lists, the first element that has it. Pictures by
    their file name, choices as ใช่ or ไม่ใช่, long texts cut short; empty where there is nothing."""
    value = next((leaf.value for leaf in leaves(values, [name]) if leaf.value != ""), "")
    if isinstance(value, Picture):
        return value.name
    if isinstance(value, UnreadCell):
        return UNREAD
    if isinstance(value, bool):
        return "ใช่" if value else "ไม่ใช่"
    return shortened(str(value), _LONGEST)


def by_heading() -> Iterator[tuple[str, list[TemplateField]]]:
    """All names under the headings of their list: those of the form, and those that an office may add."""
    for heading, found in groupby(FIELDS, lambda field: _GROUPS[field.name.split(".")[0].removesuffix("[]")]):
        yield heading, [*found]
    yield _OWN_HEADING, [*OWN_FIELDS]


def _columns(field: TemplateField) -> tuple[tuple[str, str], ...]:
    return () if field.sheet == COMPUTED else tuple((field.sheet, column) for column in field.columns)
