"""Each fault of a template is found at its place, and nothing is found where there is nothing wrong."""

from __future__ import annotations

import importlib
import io
import json
import pkgutil
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import soak
import wordfill.lint
from broken_templates import Case, cases
from ita_docs.values import FIELDS
from officefiles import limits
from officefiles.problems import Kind, Severity
from sound_template import BODY, CONTEXT, KNOWN, after, inside, say, template
from sound_templates import templates
from wordfill.engine import Template, TemplateError
from wordfill.lint import as_json, lint, used
from wordfill.verify import verify

ROOT = Path(__file__).resolve().parent.parent
CASES = cases()
SOUND = templates()


def test_the_corpus_is_large() -> None:
    assert len(CASES) >= 60
    assert len(SOUND) >= 20
    assert len({case.name for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", soak.some(CASES, 74), ids=lambda case: case.name)
def test_a_fault_is_found_once_at_its_place(case: Case) -> None:
    findings = lint(case.data, KNOWN)
    assert [(finding.id, str(finding.spot), finding.tag) for finding in findings] == [(case.id, case.place, case.tag)]
    assert case.fix in findings[0].hint
    assert case.tag[:150] in findings[0].message or findings[0].id.startswith("look-")


@pytest.mark.parametrize("name", soak.some(SOUND, 24))
def test_nothing_is_found_in_a_sound_template_and_it_renders(name: str, tmp_path: Path) -> None:
    path = tmp_path / "sound_template.docx"
    path.write_bytes(template(*SOUND[name]))
    assert [str(finding) for finding in lint(path, KNOWN)] == []
    assert Template.load(path).render(CONTEXT)


@pytest.mark.parametrize("path", sorted((ROOT / "templates").glob("*_template.docx")), ids=lambda path: path.stem)
def test_nothing_is_found_in_a_template_of_the_pack(path: Path) -> None:
    known = {field.name: field.kind for field in FIELDS}
    assert [str(finding) for finding in lint(path, known)] == []


def test_every_kind_of_fault_is_in_the_corpus() -> None:
    modules = pkgutil.iter_modules(wordfill.lint.__path__, "wordfill.lint.")
    members = [importlib.import_module(module.name) for module in modules]
    kinds = {value.id for module in members for value in vars(module).values() if isinstance(value, Kind)}
    assert {case.id for case in CASES} == kinds - {"template-unreadable", "excel-unreadable"}


@pytest.mark.soak
def test_all_that_is_said_is_as_it_was_read(golden: Callable[[str, str], None]) -> None:
    golden("said/lint", "".join(f"{case.name}: {finding}\n" for case in CASES for finding in lint(case.data, KNOWN)))


@pytest.mark.soak
def test_what_making_says_of_broken_templates_is_as_it_was_read(
    golden: Callable[[str, str], None], tmp_path: Path
) -> None:
    path = tmp_path / "broken_template.docx"

    def made(case: Case) -> str:
        path.write_bytes(case.data)
        try:
            return f"made, {len(verify(Template.load(path).render(CONTEXT), []))} faults"
        except TemplateError as fault:
            return re.sub(r" \([ -~]+\)", "", str(fault))  # what Jinja and Python say, as it differs by their releases

    told_elsewhere = "name-with-a-dot-set"  # each release of Jinja has another line for it
    golden("said/making", "".join(f"{case.name}: {made(case)}\n" for case in CASES if case.name != told_elsewhere))


def test_the_font_that_is_another_is_named() -> None:
    case = next(one for one in CASES if one.name == "another-font-for-latin")
    assert "Arial" in lint(case.data, KNOWN)[0].message


def test_ten_faults_give_ten_findings_in_page_order() -> None:
    data = template(
        say("{{ order.number }}", "{{ order.numbr }}"),
        say("{{ order.subject }}", "{{ order.subject"),
        say("{{ order.powers }}", "{{ committees }}"),
        say("{%p for committee in committees %}", "{% p for committee in committees %}"),
        say("{{ committee.name }}", "{{ committee.name | upper }}"),
        say("{{ duty.text }}", "{{ duty.te\u200bxt }}"),
        say('"A"', "“A”"),
        say("measure.number", "measure.nunber"),
        say("{{ order.emblem | fit(3, 3) }}", "{{ order.emblem }}"),
        say("{{ last_year }}", "{{ this_year }}"),
    )
    findings = lint(data, KNOWN, file="order_template.docx")
    assert [finding.id for finding in findings] == [
        "name-unknown",
        "tag-unclosed",
        "value-list-as-text",
        "tag-prefix-space",
        "filter-unknown",
        "tag-hidden-character",
        "tag-smart-quote",
        "name-unknown",
        "value-picture-as-text",
        "name-unknown",
    ]
    assert str(findings[0]) == (
        "order_template.docx เนื้อหา ย่อหน้าที่ 2: ไม่รู้จักชื่อข้อมูล order.numbr ในแท็ก {{ order.numbr }}"
        " — หมายถึง order.number หรือไม่"
    )


@pytest.mark.parametrize(
    ("first", "other", "end"),
    [
        ("{%p if order.powers %}", "{%p if level %}", "{%p endif %}"),
        ("{%tr for measure in measures %}", "{%tr if level %}", "{%tr endfor %}"),
    ],
)
def test_two_tags_that_take_one_paragraph_or_row_away_are_told_once(first: str, other: str, end: str) -> None:
    inner = other.partition(" ")[0] + " endif %}"
    made = template(say(first, f"{first}{other}ก"), say(end, f"{inner}{end}"))
    assert [(one.id, one.tag) for one in lint(made, KNOWN)] == [("place-lost-text", first), ("place-lost-text", inner)]


def test_a_file_that_is_no_word_file() -> None:
    (finding,) = lint(b"%PDF-1.7", KNOWN, file="memo_template.docx")
    assert (finding.id, finding.severity, finding.file) == ("template-unreadable", Severity.ERROR, "memo_template.docx")


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx", "a"])
def test_a_file_that_cannot_be_read_is_told(name: str, tmp_path: Path) -> None:
    (finding,) = lint(tmp_path / name, KNOWN)
    assert (finding.severity, "อ่านไฟล์ไม่ได้" in finding.message) == (Severity.ERROR, True)


def test_a_file_that_would_fill_the_memory_is_not_opened() -> None:
    swollen = io.BytesIO(template())
    with zipfile.ZipFile(swollen, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/image1.xml", b" " * (80 << 20))
    (finding,) = lint(swollen.getvalue(), KNOWN)
    assert (finding.id, finding.message) == (
        "template-unreadable",
        f"เปิดแม่แบบไม่ได้: {limits.SWELLS}",
    )


def test_a_name_is_known_only_within_its_loop_and_part() -> None:
    data = template(after(BODY[13], "{{ committee.name }}"))
    assert [(f.id, f.tag) for f in lint(data, KNOWN)] == [("name-outside-loop", "{{ committee.name }}")]


def test_findings_as_json() -> None:
    findings = lint(template(say("measure.name", "measure.nam")), KNOWN, file="x_template.docx")
    (entry,) = json.loads(json.dumps(as_json(findings)))
    assert {key: entry[key] for key in ("id", "severity", "file", "part", "table", "row", "column", "tag")} == {
        "id": "name-unknown",
        "severity": "error",
        "file": "x_template.docx",
        "part": "เนื้อหา",
        "table": 1,
        "row": 3,
        "column": 2,
        "tag": "{{ measure.nam }}",
    }


def test_names_used_are_followed_through_loops() -> None:
    names = used(template(), KNOWN)
    assert {"committees[].duties[].text", "measures[].actions[]", "order.emblem", "last_year"} <= names
    assert "committees[].seats[].name" not in names


def test_a_field_of_mail_merge_is_told_with_the_tag_of_its_heading() -> None:
    fields = "".join(f'<w:fldSimple w:instr=" MERGEFIELD {name} "/>' for name in ("เลขที่_คำสั่ง", "หน้าที่", "อื่นใด"))
    headings = {"เลขที่คำสั่ง": "order.number", "หน้าที่": "committees[].duties[].text"}
    hints = [finding.hint for finding in lint(template(inside(BODY[5], fields)), KNOWN, headings=headings)]
    assert hints == [
        "ลบเขตข้อมูลนี้ แล้วพิมพ์แท็ก {{ order.number }} แทน",
        "ลบเขตข้อมูลนี้ แล้วพิมพ์แท็กของ committees[].duties[].text แทน ในวงรอบของรายการนั้น",
        "ลบเขตข้อมูลนี้ แล้วพิมพ์แท็กของข้อมูลนั้นแทน ดูรายการชื่อข้อมูลที่ใช้ได้",
    ]
