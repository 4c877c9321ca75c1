"""A finished document tells where each of its values came from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import made
from ita_docs.analysis import analyse
from ita_docs.cli.templates import trace
from ita_docs.fields import known
from ita_docs.framework.load import load
from ita_docs.papers.trace import attach, traces
from ita_docs.values import build
from ita_docs.wording import word
from officefiles import opc
from schemas import schema_errors
from wordfill.engine import Template
from wordfill.lint import used

ORDER = Path(__file__).resolve().parent.parent / "templates" / "order_template.docx"


@pytest.fixture(scope="module")
def traced() -> bytes:
    submission = made.submission()
    framework = load(submission.assessed_year)
    findings = analyse(submission, framework)
    values = build(submission, framework, findings, word(submission, framework, findings))
    names = used(ORDER, known())
    return attach(Template.load(ORDER).render(values), values, (name for name in known() if name in names)).data()


def test_values_come_back_with_their_cells(traced: bytes) -> None:
    found = {one.path: one for one in traces(traced)}
    role = found["committees[1].seats[3].role"]
    assert (role.text, [str(place) for place in role.places]) == ("คณะทำงาน", ["ชีต บุคลากร H12"])
    assert found["committees[0].number"].places == ()
    assert not any(path.startswith("measures") for path in found), "the order prints no measures"


def test_the_document_stays_valid(traced: bytes) -> None:
    assert schema_errors(traced) == []


def test_a_second_trace_stands_beside_the_first(traced: bytes) -> None:
    assert len(traces(attach(opc.read(traced), {}, ()).data())) == len(traces(traced)) > 0


def test_a_document_without_a_trace_has_none() -> None:
    assert traces(ORDER.read_bytes()) == ()


def test_the_command_says_where_a_text_came_from(traced: bytes, tmp_path: Path) -> None:
    path = tmp_path / "order.docx"
    path.write_bytes(traced)
    result = CliRunner().invoke(trace, [str(path), "ธนวัต"], catch_exceptions=False)
    cells = ", ".join(f"ชีต บุคลากร {column}10" for column in "CDE")
    assert result.stdout == f"{cells}  ←  นายธนวัต รุ่งเรืองสิน  (committees[1].seats[1].name)\n"
    (entry,) = json.loads(CliRunner().invoke(trace, [str(path), "ธนวัต", "--json"], catch_exceptions=False).stdout)
    assert entry["cells"][0] == {"sheet": "บุคลากร", "cell": "C10"}


def test_all_texts_are_shown_where_none_is_asked_for(traced: bytes, tmp_path: Path) -> None:
    path = tmp_path / "order.docx"
    path.write_bytes(traced)
    result = CliRunner().invoke(trace, [str(path)], catch_exceptions=False)
    assert len(result.stdout.splitlines()) == len(traces(traced)) > 1


def test_a_text_that_is_not_found_and_what_is_no_document_are_told(traced: bytes, tmp_path: Path) -> None:
    path = tmp_path / "order.docx"
    path.write_bytes(traced)
    found = CliRunner().invoke(trace, [str(path), "ไม่มีคำนี้"], catch_exceptions=False)
    assert (found.exit_code, found.stdout) == (0, "ไม่พบข้อความนี้ หรือเอกสารนี้ไม่ได้สร้างด้วย --trace\n")
    path.write_bytes(b"x")
    broken = CliRunner().invoke(trace, [str(path)], catch_exceptions=False)
    assert (broken.exit_code, broken.stdout) == (1, "")
    assert "order.docx: " in broken.stderr


@pytest.mark.parametrize("space", [" ", "\u00a0"], ids=["typed", "copied-from-word"])
def test_a_text_is_found_across_a_no_break_space(traced: bytes, tmp_path: Path, space: str) -> None:
    path = tmp_path / "order.docx"
    path.write_bytes(traced)
    reported = CliRunner().invoke(trace, [str(path), f"พ.ศ.{space}๒๕๖๕"], catch_exceptions=False).output
    assert "(order.date)" in reported
    assert "พ.ศ. ๒๕๖๕" in reported
