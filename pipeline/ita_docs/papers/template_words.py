"""What a template prints whatever the workbook says: years, offices, people and slips that were typed into it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from ita_docs import places
from ita_docs.checks import TEMPLATE_CHECKS, of_template
from ita_docs.checks.cells import Cell, seats
from ita_docs.checks.years import typed_years
from ita_docs.framework.model import Framework
from ita_docs.framework.words.sentences import DocumentPhrases
from ita_docs.model import Person, Source, Submission
from ita_docs.papers.templates import loaded, names_used
from ita_docs.thai import split_title
from officefiles.opc import PackageError
from officefiles.problems import Kind, Place, Problem, Severity
from officefiles.thai import Digits
from officefiles.thai.names import plain
from wordfill import lint as linting
from wordfill.engine import Template
from wordfill.lint.finding import Finding, found

TEMPLATE_WORDS = Kind(
    "template-words",
    "แม่แบบ {template} {where}: {what}",
    "{cure} ข้อความนี้พิมพ์อยู่ในแม่แบบ ไม่ได้มาจากแบบกรอก ให้แก้ในแม่แบบ หรือพิมพ์แท็กแทน",
    "ข้อความที่พิมพ์ไว้ในแม่แบบมีปีอื่น ชื่อหน่วยงานอื่น หรือคำที่พิมพ์ผิด",
    Severity.WARNING,
)
TEMPLATE_PERSON = Kind(
    "template-person",
    "แม่แบบ {template} {where}: พิมพ์ชื่อ “{found}” ซึ่งไม่มีในแบบกรอกนี้",
    "ตรวจสอบว่าเป็นผู้ดำรงตำแหน่งคนปัจจุบัน แล้วพิมพ์แท็กแทนชื่อ เช่น {{{{ order.signatory }}}}",
    "ชื่อบุคคลในวงเล็บที่พิมพ์ไว้ในแม่แบบ ไม่ใช่บุคคลในแบบกรอก",
    Severity.WARNING,
)

TEMPLATE_YEAR = Kind(
    "template-year",
    "ปี พ.ศ. {found} พิมพ์ไว้ตายตัวในแม่แบบ เอกสารของทุกปีจะพิมพ์ปีนี้",
    "พิมพ์แท็ก {{{{ year }}}} แทน (ปีก่อนหน้าคือ {{{{ last_year }}}}) ถ้าเป็นปีของกฎหมายหรือปีที่ไม่เปลี่ยน ไม่ต้องแก้ไข",
    "ปี พ.ศ. ที่พิมพ์ไว้ในแม่แบบ ซึ่งจะผิดเมื่อใช้แม่แบบในปีถัดไป",
    Severity.WARNING,
)

TEMPLATE_DIGITS = Kind(
    "template-digits",
    "แม่แบบ {template} {where}: พิมพ์เลขอารบิก “{found}” ไว้ แต่เอกสารชุดนี้พิมพ์เลขไทย{more}",
    "แก้เป็นเลขไทยในแม่แบบ ถ้าตั้งใจพิมพ์เลขอารบิก ไม่ต้องแก้ไข",
    "แม่แบบมีเลขอารบิก แต่แบบกรอกเลือกให้เอกสารพิมพ์เลขไทย บอกครั้งเดียวต่อแม่แบบ",
    Severity.WARNING,
)
TEMPLATE_DRAFT = Kind(
    "template-draft",
    "เอกสารทุกฉบับที่สร้างจากแม่แบบนี้จะมีข้อความ “{found}”",
    "ลบข้อความหรือลายน้ำนี้ ถ้าต้องการฉบับร่างเพื่อตรวจทาน ให้โปรแกรมสร้างฉบับร่าง ถ้าตั้งใจพิมพ์ ไม่ต้องแก้ไข",
    "แม่แบบมีข้อความหรือลายน้ำ เช่น ร่าง ตัวอย่าง หรือสำเนา",
    Severity.WARNING,
)

_UNSIGNED = frozenset(map(plain, DocumentPhrases.load().unsigned))
_IN_BRACKETS = re.compile(r"\(\s*([ก-๎][ก-๎. ]{4,60}?)\s*\)")

_ASKED = "digits_thai"
"""The name by which a template asks for the digits, to write either."""
_ARABIC = re.compile(r"[^A-Za-z0-9@]*[0-9][^A-Za-z@]*")
"""A word with Arabic digits that is no address and no name in Latin letters."""
_SARA_AM = ("\u0e4d\u0e32", "\u0e33")
"""SARA AM in two signs, of which lint tells, and in one."""


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a template as cells whose sheet is the place in it, and what any office is told of them."""

    cells: tuple[Cell, ...]
    slips: tuple[Problem, ...]
    typed: tuple[Problem, ...]
    people: tuple[tuple[Place, str], ...]
    digits: tuple[tuple[Place, str], ...]


def typed_words(template: Path, submission: Submission, framework: Framework) -> Iterator[Problem]:
    """What stands in ``template`` itself that is not of this office and year, each at its place there; nothing of one
    that came with the software."""
    words = loaded(template).made(_words, template)
    # the pack's own year is right today; that of the scores may be meant, or be left over; any other is a stray one
    weights = {str(submission.fiscal_year): Severity.NOTE, str(submission.assessed_year): Severity.WARNING}
    drafts = (one for one in words.typed if one.kind == TEMPLATE_DRAFT.id)
    years = (replace(one, severity=weights[one.found]) for one in words.typed if one.found in weights)
    for one in (*words.slips, *drafts, *years, *of_template(words.cells, submission, framework)):
        told = {"where": one.place.sheet, "what": one.message, "cure": one.hint}
        yield replace(TEMPLATE_WORDS.at(Place(), one.found, template=template.name, **told), severity=one.severity)
    if words.digits and submission.settings.digits is Digits.THAI and _ASKED not in names_used(template):
        (place, found_there), *others = words.digits
        more = f" และอีก {len(others)} แห่ง" if others else ""
        yield TEMPLATE_DIGITS.at(Place(), found_there, template=template.name, where=place.sheet, more=more)
    if words.people:
        known = {plain(person.full_name) for person in _people(submission)}
        for place, name in words.people:
            if plain(name) not in known:
                yield TEMPLATE_PERSON.at(Place(), name, template=template.name, where=place.sheet)


def lint(
    template: Path | bytes, known: Mapping[str, str], file: str = "", headings: Mapping[str, str] | None = None
) -> tuple[Finding, ...]:
    """Every mistake of a template as ``wordfill.lint`` finds them, and each year, and word of a draft, that was typed
    into it, in page order."""
    findings = linting.lint(template, known, file=file, headings=headings)
    try:
        texts = linting.fixed_texts(template, file)
    except (OSError, PackageError):  # told already
        return findings
    name = file or ("" if isinstance(template, bytes) else template.name)
    typed = [replace(found(kind, spot, what), file=name) for spot, words in texts for kind, what in _typed(words)]
    order = {(spot.member, spot.index): number for number, (spot, _) in enumerate(texts)} | {("", 0): -1}
    every = (*findings, *typed)
    return tuple(sorted(every, key=lambda one: order.get((one.spot.member, one.spot.index), len(texts))))


def _words(_template: Template, path: Path) -> _Words:
    texts = () if places.is_packaged(path) else linting.fixed_texts(path)
    cells = tuple(Cell(Source(str(spot)), "", text.replace(*_SARA_AM)) for spot, text in texts if text)
    slips = tuple(problem for cell in cells for check in TEMPLATE_CHECKS for problem in check(cell))
    typed = tuple(kind.at(cell.place, what) for cell in cells for kind, what in _typed(cell.text))
    named = ((cell.place, name) for cell in cells for name in _IN_BRACKETS.findall(cell.text))
    people = tuple((place, name) for place, name in named if _is_person(name))
    arabic = tuple((cell.place, word) for cell in cells for word in cell.text.split() if _ARABIC.fullmatch(word))
    return _Words(cells, slips, typed, people, arabic)


def _typed(words: str) -> Iterator[tuple[Kind, str]]:
    """What no template that is used again says by itself."""
    if plain(words) in _UNSIGNED:
        yield TEMPLATE_DRAFT, words
    for year in typed_years(words):
        yield TEMPLATE_YEAR, str(year)


def _is_person(name: str) -> bool:
    title, rest = split_title(name)
    return bool(title) and len(rest.split()) > 1


def _people(submission: Submission) -> Iterator[Person]:
    yield submission.order.signatory
    yield from filter(None, (person for person, _ in submission.papers.signers.values()))
    yield from filter(None, (seat.person for seat in seats(submission)))
