"""Tables of contents in the documents of an office: filled, or told with what to do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import made
from ita_docs.analysis import analyse
from ita_docs.framework.load import load
from ita_docs.model import Settings
from ita_docs.papers.document import Document, make
from ita_docs.papers.pack import filled
from looped_docx import END, field
from made_docx import p, saved
from officefiles.text import text_of_part
from small_docx import cell, package, paragraph, row, style, table

Office = tuple[dict[str, object], Settings]
HEADING = style("H1").replace('name w:val="H1"', 'name w:val="heading 1"')
BODY = (
    field("TOC \\o", "{{ committee.name }}"),
    p("{%p for committee in committees %}"),
    p("{{ committee.name }}", properties='<w:pStyle w:val="H1"/><w:pageBreakBefore/>'),
    END,
)


@pytest.fixture(scope="module")
def office() -> Office:
    submission = made.submission()
    framework = load(submission.assessed_year)
    return filled(submission, framework, analyse(submission, framework)), submission.settings


def letter(folder: Path, office: Office, *more: str) -> Document:
    data = package(*BODY, *more, more_styles=HEADING).data()
    return make("letter", saved(folder, data, "letter_template.docx"), *office)


def test_the_contents_of_a_document_are_those_of_the_office(tmp_path: Path, office: Office) -> None:
    done = letter(tmp_path, office)
    assert done.package is not None
    committees = office[0]["committees"]
    assert isinstance(committees, list)
    lines = text_of_part(done.package.parts[done.package.main]).split("\n")
    names = [one["name"] for one in committees]
    assert lines[: len(names)] == [f"{name}\t{'๐๑๒๓๔๕๖๗๘๙'[number]}" for number, name in enumerate(names, start=2)]
    assert done.problems == ()


def test_contents_that_may_not_be_right_are_told_with_what_to_do(tmp_path: Path, office: Office) -> None:
    framed = paragraph("ลอย", '<w:framePr w:w="2000" w:wrap="around"/>')
    (told,) = letter(tmp_path, office, framed).problems
    assert (told.kind, told.found) == ("contents-due", "กรอบข้อความ")
    assert re.search("F9", told.hint)


def test_values_that_a_row_of_fixed_height_cuts_are_told_with_what_to_do(tmp_path: Path, office: Office) -> None:
    one = cell(paragraph("{{ order.subject }}"), width=5)
    cutting = table(row(one, properties='<w:trHeight w:val="400" w:hRule="exact"/>'), columns=(5,))
    told = [one for one in letter(tmp_path, office, cutting).problems if one.kind == "text-cut"]
    assert [one.found[:20] for one in told] == [str(office[0]["order"]["subject"])[:20]]  # type: ignore[index]
    assert "อย่างน้อย" in told[0].hint
