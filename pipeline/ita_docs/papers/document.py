"""One document: rendered, proofread, its pages planned, and each fault told at both its ends."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from ita_docs import places
from ita_docs.framework.words.sentences import DocumentPhrases
from ita_docs.house import CATCHWORDS
from ita_docs.model import Settings
from ita_docs.papers.faults import breaking, flaws, not_there
from ita_docs.papers.templates import loaded
from officefiles.opc import Package
from officefiles.problems import Kind, Place, Problem, Severity
from officefiles.thai import Digits, thai_digits
from thaipages import listing
from thaipages.planning import Catchwords, Planned
from thaipages.planning.catchwords import NO_CATCHWORDS, plan_pages
from thaipages.planning.cut import CUT_TEXT, cut
from thaipages.planning.rows import plan_rows
from thaipages.planning.widths import TORN_WORDS
from wordfill.engine import TemplateError
from wordfill.numbers import NumberWriter

CONTENTS_DUE = Kind(
    "contents-due",
    "เลขหน้าในสารบัญของเอกสาร {name}.docx อาจไม่ตรง เพราะมีสิ่งที่โปรแกรมคำนวณหน้าหรือรวบรวมหัวข้อไม่ได้: {found}",
    "เปิดเอกสารใน Word คลิกที่สารบัญ กด F9 แล้วเลือกปรับปรุงทั้งสารบัญ ก่อนพิมพ์หรือลงนาม",
    "สารบัญของ Word ในแม่แบบที่มีสิ่งซึ่งโปรแกรมวัดความสูงหรือรวบรวมไม่ได้ Word จะปรับปรุงให้เมื่อเปิดเอกสาร",
    Severity.NOTE,
)


@dataclass(frozen=True, slots=True)
class Document:
    """A finished document, or none where one of its values cannot be printed, and its problems."""

    package: Package | None
    problems: tuple[Problem, ...] = ()


def make(name: str, template: Path, values: Mapping[str, object], settings: Settings) -> Document:
    """The document ``name``. Raises ``TemplateError`` where the template is broken whatever the values."""
    rendered = render(name, template, _titled(name, values), settings)
    if rendered.package is None:
        return rendered
    problems = tuple(flaws(name, template, rendered.package, values))
    if name.endswith(places.WORKBOOK_ENDING):  # no pages to be planned
        return Document(rendered.package, problems)
    planned, unsure = lay_out(rendered.package, values, settings)
    due = (CONTENTS_DUE.at(Place(), ", ".join(unsure), name=name) for _ in unsure[:1])
    obstacles = (NO_CATCHWORDS.at(Place(), obstacle, name=name) for obstacle in planned.obstacles)
    torn = (TORN_WORDS.at(Place(), ", ".join(planned.torn), name=name) for _ in planned.torn[:1])
    short = (CUT_TEXT.at(Place(), words, name=name, where=where) for where, words in cut(planned.document))
    return Document(planned.document, (*problems, *obstacles, *torn, *due, *short))


def _titled(name: str, values: Mapping[str, object]) -> Mapping[str, object]:
    """The values with the title of the document ``name`` in its properties, where it has one of its own."""
    title = getattr(DocumentPhrases.load().titles, name, "")
    document, office, order = (values.get(one) for one in ("document", "office", "order"))
    if not (title and isinstance(document, Mapping) and isinstance(office, Mapping) and isinstance(order, Mapping)):
        return values
    years = {one: values[one] for one in ("year", "last_year")}
    said = title.format(office=office["name"], heading=document["heading"], subject=order["subject"], **years)
    return {**values, "document": {**document, "title": " ".join(said.split())}}


def lay_out(document: Package, values: Mapping[str, object], settings: Settings) -> tuple[Planned, tuple[str, ...]]:
    """``document`` with its pages planned, its tables of contents filled and its captions counted; and, in Thai, what
    kept a table of contents from being sure."""
    if not listing.asks(document):
        return plan(document, values, settings.catchwords), ()
    planned = plan(listing.listed(document, settings.digits), values, settings.catchwords)
    done = listing.numbered(planned.document)
    return replace(planned, document=done.document), done.unsure


def plan(document: Package, values: Mapping[str, object], style: Catchwords) -> Planned:
    """``document`` with its columns shared out and its pages planned: those that carry catchwords, and those of tables
    whose rows go on."""
    planned = plan_pages(document, style, CATCHWORDS)
    mark = str(values["continued"])
    if not mark:  # words that are published run on as Word breaks them
        return planned
    rows = plan_rows(planned.document, mark)
    return replace(planned, document=rows.document, torn=(*planned.torn, *rows.torn))


def render(name: str, template: Path, values: Mapping[str, object], settings: Settings) -> Document:
    """The document as its template has it, not yet looked at. Raises ``TemplateError`` as ``make`` does."""
    read = loaded(template, with_typeface=settings.embed_typeface)
    try:
        return Document(read.render(values, numbers=written(settings.digits)))
    except TemplateError as fault:
        if problems := not_there(name, template, values) or breaking(name, template, fault, values):
            return Document(None, problems)
        raise


def written(digits: Digits) -> NumberWriter | None:
    """What writes the numbers that templates work out in the digits of the workbook's own; ``None`` for Arabic."""
    return thai_digits if digits is Digits.THAI else None
