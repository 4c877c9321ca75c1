"""Faults of finished documents are told at both ends: the template's tag and the workbook's cell."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import made
from ita_docs.model import Settings, Source
from ita_docs.papers.document import make
from ita_docs.papers.pack import produce, worked_out
from ita_docs.places import template_files
from made_docx import docx, p, saved
from made_workbook import save, sheets
from officefiles.pictures import Picture
from officefiles.problems import Severity
from thaipages.planning import Catchwords
from wordfill.engine import TemplateError


def test_a_value_that_cannot_be_printed_is_an_error_at_its_cell_and_leaves_no_document() -> None:
    odd = Picture(name="ภาพ.webp", data=b"RIFF", width=100, height=80)
    submission = made.submission()
    row = Source("กิจกรรม", 9, {"caption": "C", "pictures": "E"})
    activity = replace(submission.activities[0], pictures=(odd,), source=row)
    submission = replace(submission, activities=(activity,))
    values = worked_out(submission)
    template = template_files()["activities"]
    document = make("activities", template, values, Settings(catchwords=Catchwords.OFF))
    (problem,) = document.problems
    assert (problem.kind, str(problem.place)) == ("value-breaks-template", "ชีต กิจกรรม E9")
    assert "activities_template.docx ในเนื้อหา" in problem.message
    assert document.package is None


def test_a_template_that_no_value_can_mend_is_a_broken_set_up(tmp_path: Path) -> None:
    template = saved(tmp_path, docx(p("{{ nobody }}")))
    with pytest.raises(TemplateError, match="nobody"):
        make("made", template, {}, Settings(catchwords=Catchwords.OFF))


def test_a_text_that_a_template_leaves_out_is_told_at_its_cell(tmp_path: Path) -> None:
    first = "{% for one in measures %}{% if loop.first %}{{ one.responsible }}{% endif %}{% endfor %}"
    template = saved(tmp_path, docx(p(first)), "short_template.docx")
    book = sheets()
    book["มาตรการ"][3][5] = "ฝ่ายปกครองและฝ่ายคลัง"
    made_of = produce(save(book, tmp_path), {"short": template}, frozenset(["short"]))
    reported = [problem for problem in made_of.problems if problem.kind == "value-lost"]
    assert {one.found: str(one.place) for one in reported}["ฝ่ายปกครองและฝ่ายคลัง"] == "ชีต มาตรการ F4"
    assert all(one.severity is Severity.WARNING for one in reported)
    assert reported[0].hint.endswith("{{ one.responsible }}")
    assert "short.docx" in made_of.files
