"""Faults of finished documents are told at both ends: the template's tag and the workbook's cell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

import made
from ita_docs.model import Settings, Source
from ita_docs.papers.document import make
from ita_docs.papers.pack import Production, produce, worked_out
from ita_docs.places import template_files
from made_docx import docx, p, saved
from made_template_xlsx import excel_template
from made_workbook import save, sheets
from officefiles.pictures import Picture
from officefiles.problems import Severity
from thaipages.planning import Catchwords
from wordfill.engine import TemplateError
from wordfill.verify import LastLook


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
    template = saved(tmp_path, docx(p("{{ measures[0].responsible }}")), "short_template.docx")
    book = sheets()
    book["มาตรการ"][3][5] = "ฝ่ายปกครองและฝ่ายคลัง"
    made_of = produce(save(book, tmp_path), {"short": template}, frozenset(["short"]))
    reported = [problem for problem in made_of.problems if problem.kind == "value-lost"]
    assert {one.found: str(one.place) for one in reported}["ฝ่ายปกครองและฝ่ายคลัง"] == "ชีต มาตรการ F4"
    assert all(one.severity is Severity.WARNING for one in reported)
    assert reported[0].hint.endswith("{{ measures[0].responsible }}")
    assert "short.docx" in made_of.files


ALL = "{% for c in committees %}{% for s in c.seats %}"
END = "{% endfor %}{% endfor %}"
CHAIR, MEMBER, LEFT = 's.role == "ประธานกรรมการ"', 's.role == "กรรมการ"', 's.role == "ประทาน"'


@pytest.mark.parametrize(
    ("tags", "kind", "count", "condition"),
    [
        (ALL.replace("c.seats", f"c.seats if {CHAIR}") + "{{ s.name }}" + END, "template-picks", 13, CHAIR),
        (f"{ALL}{{% if {CHAIR} %}}{{{{ s.name }}}}{{% endif %}}{END}", "template-picks", 13, CHAIR),
        (f"{ALL}{{{{ s.name if {CHAIR} else '-' }}}}{END}", "template-picks", 13, CHAIR),
        (f"{ALL}{{% if loop.first %}}{{{{ s.name }}}}{{% endif %}}{END}", "template-picks", 12, "loop.first"),
        (f"{ALL}{{% if {LEFT} %}}{{{{ s.name }}}}{{% endif %}}{END}", "template-picks-unsure", 14, LEFT),
        (
            f"{ALL}{{% if {CHAIR} %}}{{{{ s.name }}}}{{% elif {MEMBER} %}}{{{{ s.name }}}} ก{{% endif %}}{END}",
            "template-picks-unsure",
            9,
            CHAIR,
        ),
        (f"{{% if not year %}}{ALL}{{{{ s.name }}}}{END}{{% endif %}}", "template-picks-unsure", 14, "not year"),
    ],
)
@pytest.mark.parametrize("ending", [".docx", ".xlsx"])
def test_what_a_template_leaves_out_by_its_own_conditions_is_told_once(
    tmp_path: Path, tags: str, kind: str, count: int, condition: str, ending: str
) -> None:
    made_of = own(tmp_path, tags, ending)
    (problem,) = (one for one in made_of.problems if one.kind.startswith("template-picks"))
    assert (problem.kind, f" {count} ข้อความ" in problem.message, condition in problem.message) == (kind, True, True)
    assert problem.message.startswith(f"เอกสาร own{ending} ")
    assert problem.severity is (Severity.NOTE if kind == "template-picks" else Severity.WARNING)
    assert not [one for one in made_of.problems if one.kind in ("value-lost", "incomplete-document")]


def test_what_a_template_loses_is_told_beside_what_it_leaves_out(tmp_path: Path) -> None:
    seats = "{% for s in committees[0].seats if s.role %}".replace("s.role", CHAIR)
    made_of = own(tmp_path, f"{seats}{{{{ s.name }}}}{{% endfor %}}", ".docx")
    (problem,) = (one for one in made_of.problems if one.kind == "template-picks")
    lost = [one for one in made_of.problems if one.kind == "value-lost"]
    seats_of = made.submission().committees
    assert (f" {len(seats_of[0].seats) - 1} ข้อความ" in problem.message, len(lost)) == (True, len(seats_of[1].seats))


def test_what_a_condition_let_pass_and_the_document_lost_is_told_at_its_cell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut(*asked: Iterable[str]) -> LastLook:
        return LastLook(missing=tuple(asked[1])[:1])

    monkeypatch.setattr("ita_docs.papers.faults.look", cut)
    made_of = own(tmp_path, f"{ALL}{{% if s.name %}}{{{{ s.name }}}}{{% endif %}}{END}", ".docx")
    assert [one.kind for one in made_of.problems if one.kind.startswith(("template", "value"))] == ["value-lost"]


def own(folder: Path, tags: str, ending: str) -> Production:
    """What a template of these tags makes of a faultless workbook."""
    if ending == ".docx":
        template, name = saved(folder, docx(p(tags)), "own_template.docx"), "own"
    else:
        template, name = saved(folder, excel_template({"A1": tags}), "own_template.xlsx"), "own.xlsx"
    return produce(save(sheets(), folder), {name: template}, frozenset([name]))
