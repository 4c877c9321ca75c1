"""One document: rendered, proofread, its pages planned, and each fault told at both its ends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ita_docs import places
from ita_docs.house import CATCHWORDS
from ita_docs.papers import template_faults
from ita_docs.values.fields import KINDS
from ita_docs.values.leaves import expected
from officefiles.opc import Package
from officefiles.problems import Kind, Place, Problem, Severity
from thaipages.planning import Catchwords
from thaipages.planning.catchwords import NO_CATCHWORDS, plan_pages
from wordfill.engine import Template, TemplateError
from wordfill.lint import used
from wordfill.verify import MISSING, look, texts

INCOMPLETE_DOCUMENT = Kind(
    "incomplete-document",
    "เอกสาร {name}.docx ที่สร้างขึ้นไม่ครบถ้วน: {found}",
    "ตรวจสอบแม่แบบ {name}_template.docx ด้วยคำสั่ง ita-docs lint แล้วสร้างเอกสารใหม่",
    "การตรวจทานหลังสร้างเอกสารพบข้อความที่หายไป หรือเครื่องหมายของแม่แบบที่ตกค้าง",
    Severity.WARNING,
)


@dataclass(frozen=True, slots=True)
class Document:
    """A finished document, or none where one of its values cannot be printed, and its problems."""

    package: Package | None
    problems: tuple[Problem, ...] = ()


def make(name: str, template: Path, values: Mapping[str, object], style: Catchwords) -> Document:
    """The document ``name``. Raises ``TemplateError`` where the template is broken whatever the values."""
    rendered = render(name, template, values)
    if rendered.package is None:
        return rendered
    problems = tuple(_flaws(name, template, rendered.package, values))
    planned = plan_pages(rendered.package, style, CATCHWORDS)
    obstacles = (NO_CATCHWORDS.at(Place(), obstacle, name=name) for obstacle in planned.obstacles)
    return Document(planned.document, (*problems, *obstacles))


def render(name: str, template: Path, values: Mapping[str, object]) -> Document:
    """The document as its template has it, not yet looked at. Raises ``TemplateError`` as ``make`` does."""
    loaded = Template.load(template, places.cache())
    try:
        return Document(loaded.render(values))
    except TemplateError as fault:
        if problems := template_faults.breaking(name, template, fault, values):
            return Document(None, problems)
        raise


def _flaws(name: str, template: Path, document: Package, values: Mapping[str, object]) -> Iterator[Problem]:
    """What is wrong in the rendered document; a text that is lost is told at the cell it came from, where it has
    one."""
    seen = look(document, expected(names_used(template), values), texts(values))
    for fault in seen.faults:
        yield INCOMPLETE_DOCUMENT.at(Place(), fault, name=name)
    for text in seen.missing:
        at_cells = template_faults.lost(name, template, text, values)
        yield from at_cells or (INCOMPLETE_DOCUMENT.at(Place(), MISSING.format(text=text), name=name),)


@cache  # reading a template takes 14 ms, and every office is made of the same
def names_used(template: Path) -> frozenset[str]:
    """The names that a template uses. One run takes a template as it was when first asked for."""
    return used(template, KINDS)
