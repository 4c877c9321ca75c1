"""Proof copies, traces and the examination of templates before a build, as staff run them."""

from __future__ import annotations

import hashlib
import io
import json
import os
import shutil
from pathlib import Path

import docx
import openpyxl
import pytest
from click.testing import CliRunner, Result

from ita_docs import batch
from ita_docs.cli import main
from ita_docs.papers import templates
from ita_docs.papers.trace import traces
from ita_docs.values.own_names import ALL_KINDS
from made_workbook import put, save, sheets
from sound_template import fresh
from wordfill import lint

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, with a faultless workbook in ``inputs/``."""
    (tmp_path / "inputs").mkdir()
    save(sheets(), tmp_path / "inputs")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path


def ita_docs(*words: str) -> Result:
    return CliRunner().invoke(main, list(words), catch_exceptions=False)


def state(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


# Proof copies


def test_a_workbook_with_errors_is_proofed_and_its_errors_are_told(desk: Path) -> None:
    book = sheets()
    put(book, "คะแนน", "C4", "")
    save(book, desk / "inputs")
    result = ita_docs("build", "--proof", "--only", "analysis")
    assert result.exit_code == 1
    assert "don_sai_2566.xlsx: สร้างฉบับร่างเพื่อตรวจทานแล้ว" in result.output
    assert "ชีต คะแนน C4" in result.output
    assert {path.name for path in (desk / "outputs/don_sai_2566/proof").glob("*.docx")} == {
        "proof.docx",
        "proof_analysis.docx",
    }


def test_proofs_and_final_documents_leave_each_other_alone(desk: Path) -> None:
    final = desk / "outputs"
    assert ita_docs("build", "--only", "title").exit_code == 0
    before = state(final)
    assert ita_docs("build", "--proof", "--only", "title").exit_code == 0
    after = state(final)
    proofs = {name: after.pop(name) for name in list(after) if "/proof/" in name}
    assert after == before
    assert any(name.endswith("proof_title.docx") for name in proofs)
    assert "ไม่มีการเปลี่ยนแปลง" in ita_docs("build", "--only", "title").output
    assert "สร้างเอกสารแล้ว" in ita_docs("build", "--only", "title", "--force").output
    assert {name: kept for name, kept in state(final).items() if "/proof/" in name} == proofs


@pytest.mark.parametrize(
    ("one", "idle"),
    [(["--proof"], ["--trace"]), (["--proof"], ["--why"]), (["--cluster", "tcp://x:1"], ["--jobs", "1"])],
)
def test_options_that_do_not_go_together_are_wrong_usage(desk: Path, one: list[str], idle: list[str]) -> None:
    result = ita_docs("build", *one, *idle)
    assert result.exit_code == 2
    assert f"สั่ง {idle[0]} พร้อมกับ {one[0]} ไม่ได้ เลือกอย่างใดอย่างหนึ่ง" in result.output
    assert not (desk / "outputs").exists()


def test_a_proof_that_was_written_in_is_kept(desk: Path) -> None:
    ita_docs("build", "--proof", "--only", "title")
    path = desk / "outputs/don_sai_2566/proof/proof_title.docx"
    path.write_bytes(b"with the reviewer's remarks")
    book = sheets()
    put(book, "ข้อมูลทั่วไป", "B2", "เทศบาลตำบลใหม่")
    save(book, desk / "inputs")
    ita_docs("build", "--proof", "--only", "title")
    assert path.read_bytes() == b"with the reviewer's remarks"
    assert path.with_name("proof_title_new.docx").exists()


# Traces


@pytest.mark.soak
def test_a_trace_is_kept_where_it_is_asked_for_also_in_the_pack(desk: Path) -> None:
    ita_docs("build")
    order, pack = (desk / f"outputs/don_sai_2566/{name}.docx" for name in ("order", "pack"))
    assert traces(order.read_bytes()) == ()
    assert "ตัวเลือกที่สั่ง" in ita_docs("build", "--trace", "--why").output
    assert {one.path.split(".")[0] for one in traces(order.read_bytes())} <= {
        "order",
        "office",
        "committees[0]",
        "committees[1]",
    }
    found = {one.path: str(one.places[0]) for one in traces(pack.read_bytes()) if one.places}
    assert found["groups[0].measures[0].responsible"] == "ชีต มาตรการ F2"
    assert found["committees[1].seats[3].role"] == "ชีต บุคลากร H12"
    assert "ชีต มาตรการ F2" in ita_docs("trace", str(pack), "ฝ่าย").output


# Templates examined before a build


@pytest.fixture
def faulty(desk: Path) -> Path:
    """A folder with one template with two errors."""
    (desk / "mine").mkdir()
    (desk / "mine/memo_template.docx").write_bytes(
        fresh("เรียน {{ office.head_titel }}", "{{ order.number }} {{ year }")
    )
    return desk / "mine"


def test_errors_of_templates_are_all_told_before_anything_is_built(faulty: Path) -> None:
    result = ita_docs("build", "--templates", str(faulty))
    assert result.exit_code == 3
    assert result.output.splitlines()[1:] == [
        "  memo_template.docx เนื้อหา ย่อหน้าที่ 1: ไม่รู้จักชื่อข้อมูล office.head_titel ในแท็ก {{ office.head_titel }}"
        " | หมายถึง office.head_title หรือไม่",
        "  memo_template.docx เนื้อหา ย่อหน้าที่ 2: แท็ก {{ year } ไม่มีเครื่องหมายปิด"
        " | พิมพ์เครื่องหมายปิดให้ครบ หมายถึง {{ year }} หรือไม่",
    ]
    assert not (faulty.parent / "outputs").exists()


def test_errors_of_templates_as_json(faulty: Path) -> None:
    result = ita_docs("build", "--templates", str(faulty), "--json")
    assert result.exit_code == 3
    reported = json.loads(result.output)
    assert [one["id"] for one in reported["templates"]] == ["name-unknown", "tag-unclosed"]
    assert reported["workbooks"] == []


@pytest.mark.parametrize(("only", "code"), [("title", 0), ("pack", 3)])
def test_only_templates_in_use_and_those_of_the_parts_of_the_pack_are_examined(
    faulty: Path, only: str, code: int
) -> None:
    (faulty / "memo_template.docx").rename(faulty / "order_template.docx")
    assert ita_docs("build", "--templates", str(faulty), "--only", only).exit_code == code


def test_warnings_of_a_template_stop_no_build(desk: Path) -> None:
    (desk / "mine").mkdir()
    (desk / "mine/memo_template.docx").write_bytes(fresh("ทํา {{ office.name }}"))
    assert ita_docs("build", "--templates", "mine", "--only", "memo").exit_code == 0
    assert "นิคหิต" in ita_docs("lint", "mine").output
    assert (desk / "outputs/don_sai_2566/memo.docx").exists()


@pytest.fixture
def drafted(desk: Path) -> Path:
    """A folder of templates: one with a comment, a property and twice the same flaw, and one of the software's own."""
    document = docx.Document(io.BytesIO(fresh("ทํา {{ office.name }}", "ทํา")))
    document.add_comment(document.paragraphs[0].runs, "ถามฝ่ายปกครอง", "ผู้ร่าง")
    document.core_properties.comments = "ร่างที่ ๓"
    (desk / "templates").mkdir()
    document.save(str(desk / "templates/letter_template.docx"))
    shutil.copy(ROOT / "templates/memo_template.docx", desk / "templates")
    return desk


NOTES = (
    "  [ควรตรวจสอบ] letter_template.docx เนื้อหา ย่อหน้าที่ 1 และอีก 1 จุด: ",
    "  [ข้อสังเกต] letter_template.docx: แม่แบบมีข้อคิดเห็น 1 รายการ ซึ่งไม่ติดไปกับเอกสารที่สร้าง",
    "  [ข้อสังเกต] letter_template.docx: แม่แบบมีคุณสมบัติของไฟล์ (คำอธิบาย) ซึ่งไม่ติดไปกับเอกสารที่สร้าง",
)


@pytest.mark.soak
def test_what_is_told_of_the_office_s_own_templates_is_told_once_in_every_build(drafted: Path) -> None:
    save(sheets(), drafted / "inputs", "other_2566.xlsx")
    for _ in range(2):  # from the examination, and from what is remembered of it
        result = ita_docs("build", "--only", "letter", "--only", "memo")
        told = [line for line in result.output.splitlines() if "_template.docx" in line]
        assert (result.exit_code, len(told)) == (0, len(NOTES))
        assert all(line.startswith(note) for line, note in zip(told, NOTES, strict=True))
        assert told[0].endswith("ดูทุกจุดด้วยคำสั่ง ita-docs lint")
    asked = json.loads(ita_docs("build", "--only", "letter", "--json").stdout)
    kinds = [(one["kind"], one["severity"]) for one in asked["problems"]]
    assert kinds == [("file-left-out", "note"), ("file-left-out", "note"), ("text-sara-am", "warning")]
    report = openpyxl.load_workbook(drafted / "outputs/report.xlsx")
    assert sum("letter_template.docx" in str(cell.value) for sheet in report for row in sheet for cell in row) == 3
    assert "_template.docx" not in ita_docs("build", "--only", "memo").output


def test_nothing_is_told_of_the_templates_that_came_with_the_software(
    drafted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ita_docs.places.packaged_templates", lambda: drafted / "templates")
    assert "letter_template.docx" not in ita_docs("build", "--only", "letter").output


def test_what_is_remembered_of_a_template_and_damaged_is_found_anew(drafted: Path) -> None:
    path = drafted / "templates/letter_template.docx"
    found = batch.examined([path])
    (known,) = (drafted / "cache/ita-docs").glob("*.sound")
    for damaged in ("", "[{}]", '[{"kind": 1}]', "{"):
        known.write_text(damaged, "utf-8")
        assert batch.examined([path]) == found
    assert [note.kind for note in found.notes] == ["file-left-out", "file-left-out", "text-sara-am"]


def test_the_names_that_a_template_uses_are_remembered_and_damaged_ones_found_anew(drafted: Path) -> None:
    path = drafted / "templates/letter_template.docx"
    found = lint.used_by_tag(path, ALL_KINDS)
    assert templates.tags_used(path) == found != {}
    (known,) = (drafted / "cache/ita-docs").glob("*.names")
    for kept, used in (
        *((damaged, found) for damaged in ("", "[]", '{"{{ year }}": 1}')),
        ('{"a": ["b"]}', {"a": {"b"}}),
    ):
        known.write_text(kept, "utf-8")
        os.utime(path, ns=(0, len(kept)))  # as another process reads it
        assert templates.tags_used(path) == used


def test_a_template_known_to_be_sound_is_looked_at_again_once_it_changes(desk: Path) -> None:
    path = desk / "memo_template.docx"
    shutil.copy(ROOT / "templates/memo_template.docx", path)
    assert batch.examined([path]) == batch.Examined()
    assert len(list((desk / "cache/ita-docs").glob("*.sound"))) == 1
    path.write_bytes(fresh("{{ nobody }}"))
    assert [finding.id for finding in batch.examined([path]).errors] == ["name-unknown"]
