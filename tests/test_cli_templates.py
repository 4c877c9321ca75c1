"""lint, fields and the templates of an office's own, as staff run them."""

from __future__ import annotations

import io
import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from docx import Document

from ita_docs.cli.templates import copy_templates, diff_templates, fields, lint
from sound_template import fresh

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "inputs" / "taling_chan_2566.xlsx"


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    path = tmp_path / "memo_template.docx"
    path.write_bytes(fresh("เรียน {{ office.head_titel }}", "{{ order.number }} {{ year }"))
    return path


def run(command: click.Command, *words: object) -> Result:
    return CliRunner().invoke(command, [str(word) for word in words], catch_exceptions=False)


def test_all_mistakes_are_told_in_thai(broken: Path) -> None:
    result = run(lint, broken)
    assert result.exit_code == 3
    assert result.stdout.splitlines() == [
        "memo_template.docx: พบ 2 จุด",
        "  [ต้องแก้ไข] เนื้อหา ย่อหน้าที่ 1: ไม่รู้จักชื่อข้อมูล office.head_titel ในแท็ก {{ office.head_titel }}",
        "      หมายถึง office.head_title หรือไม่",
        "  [ต้องแก้ไข] เนื้อหา ย่อหน้าที่ 2: แท็ก {{ year } ไม่มีเครื่องหมายปิด",
        "      พิมพ์เครื่องหมายปิดให้ครบ หมายถึง {{ year }} หรือไม่",
        "ดูชื่อข้อมูลที่ใช้ในแม่แบบได้ด้วยคำสั่ง ita-docs fields",
    ]


def test_the_templates_in_use_are_well(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(lint)
    assert result.exit_code == 0
    assert "order_template.docx: ไม่พบข้อผิดพลาด" in result.stdout


def test_an_annotated_copy_stands_beside_the_template(broken: Path) -> None:
    run(lint, broken, "--annotate")
    copy = broken.parent / "memo_template.annotated.docx"
    assert len(list(Document(io.BytesIO(copy.read_bytes())).comments)) == 2
    assert run(lint, broken.parent).stdout.count("พบ 2 จุด") == 1, "the copy is no template"


def test_findings_as_json(broken: Path) -> None:
    found = json.loads(run(lint, broken, "--json").stdout)
    assert [(entry["id"], entry["paragraph"]) for entry in found] == [("name-unknown", 1), ("tag-unclosed", 2)]


def test_a_copy_that_cannot_be_written_is_told(broken: Path) -> None:
    broken.with_name("memo_template.annotated.docx").mkdir()
    result = run(lint, broken, "--annotate")
    assert result.exit_code == 3
    assert "เขียน memo_template.annotated.docx ไม่ได้: มีโฟลเดอร์ชื่อเดียวกับไฟล์นี้อยู่แล้ว" in result.stderr


@pytest.mark.parametrize("data", [b"x", SAMPLE.read_bytes()], ids=["no-package", "workbook"])
def test_a_template_that_is_no_word_file(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x_template.docx"
    path.write_bytes(data)
    result = run(lint, path, "--annotate")
    assert result.exit_code == 3
    assert "เปิดแม่แบบไม่ได้" in result.stdout


def test_every_name_is_listed_with_its_origin_and_value() -> None:
    result = run(fields, "--values", SAMPLE)
    assert (
        "order.number  [ข้อความ]  เลขที่คำสั่ง เช่น ๓๙๘/๒๕๖๕  (ข้อมูลทั่วไป: เลขที่คำสั่ง)  = ๓๙๘/๒๕๖๕"
    ) in result.stdout.splitlines()


def test_a_workbook_that_cannot_be_read_has_no_values(tmp_path: Path) -> None:
    empty = tmp_path / "ว่าง.xlsx"
    empty.write_bytes(b"")
    result = run(fields, "--values", empty)
    assert result.exit_code == 2
    assert "ว่าง.xlsx ยังมีข้อมูลที่ต้องแก้ไข" in result.stderr


def test_a_template_s_names_go_both_ways(broken: Path) -> None:
    lines = run(fields, broken).stdout.splitlines()
    assert lines[0].startswith("order.number ")
    assert "  ไม่มีข้อมูลสำหรับชื่อนี้: {{ office.head_titel }} (เนื้อหา ย่อหน้าที่ 1) หมายถึง office.head_title หรือไม่" in lines
    assert "  มาตรการ: ผู้รับผิดชอบ" in lines
    assert json.loads(run(fields, broken, "--json").stdout)["usage"]["used"] == ["order.number"]


def test_a_set_of_the_office_s_own_is_copied_once(tmp_path: Path) -> None:
    shipped = sorted(path.name for path in (ROOT / "templates").glob("*_template.docx"))
    shipped.append("comparison_template.docx")
    first = run(copy_templates, tmp_path / "templates")
    assert first.stdout.splitlines() == [f"{name}: คัดลอกแล้ว" for name in shipped]
    again = run(copy_templates, tmp_path / "templates")
    assert again.stdout.splitlines() == [f"{name}: มีอยู่แล้ว ไม่ได้คัดลอก" for name in shipped]


@pytest.mark.soak
def test_a_broken_template_of_the_office_is_told_beside_the_others(tmp_path: Path) -> None:
    run(copy_templates, tmp_path)
    (tmp_path / "order_template.docx").write_bytes(b"x")
    lines = run(diff_templates, tmp_path).stdout.splitlines()
    assert lines[lines.index("order_template.docx: ต่าง 1 ข้อ") + 1].startswith("  ไฟล์เสียหาย")
    assert "title_template.docx: เหมือนแม่แบบที่มากับโปรแกรม" in lines


@pytest.mark.soak
def test_what_the_office_changed_is_told_in_words(tmp_path: Path) -> None:
    run(copy_templates, tmp_path)
    document = Document(str(tmp_path / "order_template.docx"))
    document.paragraphs[1].runs[0].text = "ประกาศ{{ office.name }}"
    document.paragraphs[2].insert_paragraph_before("ด่วนที่สุด {{ level }}")
    document.styles["ITA Base"].font.bold = True
    document.save(str(tmp_path / "order_template.docx"))
    (tmp_path / "letter_template.docx").write_bytes(fresh("เรียน"))
    lines = run(diff_templates, tmp_path).stdout.splitlines()
    assert "letter_template.docx: แม่แบบของหน่วยงานเอง" in lines
    assert "title_template.docx: เหมือนแม่แบบที่มากับโปรแกรม" in lines
    start = lines.index("order_template.docx: ต่าง 4 ข้อ")
    assert lines[start + 1 : start + 5] == [
        "  เนื้อหา ย่อหน้าที่ 2: แก้ “คำสั่ง{{ office.name }}” เป็น “ประกาศ{{ office.name }}”",
        "  เนื้อหา ย่อหน้าที่ 3: เพิ่ม “ด่วนที่สุด {{ level }}”",
        "  ใช้ชื่อข้อมูลเพิ่ม: level",
        "  ปรับสไตล์: ITA Base",
    ]
