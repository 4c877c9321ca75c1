"""What is wrong in an Excel template, at its cell."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest

from made_template_xlsx import LIST, excel_template
from officefiles import archive
from wordfill.excel.examine import kinds
from wordfill.lint import lint, used

KNOWN = {
    "office.name": "text",
    "people[].name": "text",
    "people[].score": "number",
    "order.date": "date",
    "emblem": "picture",
    "flag": "flag",
}
SOUND = {
    "A1": "{{ office.name }} {% if flag %}ก{% endif %}",
    "A2": "{%tr for one in people %}",
    "A3": "{{ one.name }}",
    "B3": "{{ one.score }}",
    "C3": "{{ one.score|number }}",
    "A4": "{%tr endfor %}",
    "B5": "=SUM(B3:B3)",
    "A6": "{{ order.date }}",
}


def told(template: bytes) -> list[tuple[str, str, str]]:
    return [(one.id, str(one.spot), one.tag) for one in lint(template, KNOWN)]


def test_a_sound_template_has_no_finding() -> None:
    assert told(excel_template(SOUND)) == []


FAULTS = {
    "a name": ({"A1": "{{ office.nam }}"}, ("name-unknown", "A1", "{{ office.nam }}")),
    "a variable behind its loop": ({"A6": "{{ one.name }}"}, ("name-outside-loop", "A6", "{{ one.name }}")),
    "a tag without an end": ({"A1": "{{ office.name }"}, ("tag-unclosed", "A1", "{{ office.name }")),
    "a tag over two cells": ({"A1": "{{ office", "B1": ".name }}"}, ("tag-unclosed", "A1", "{{ office")),
    "a loop without an end": ({"A4": "ก"}, ("block-unclosed", "A2", "{%tr for one in people %}")),
    "an end without a loop": ({"A2": "ก"}, ("block-stray", "A4", "{%tr endfor %}")),
    "words in a statement's row": ({"B2": "หัว"}, ("place-lost-text", "A2", "{%tr for one in people %}")),
    "a condition over two cells": (
        {"A1": "{% if flag %}", "B1": "{% endif %}"},
        ("block-other-place", "B1", "{% endif %}"),
    ),
    "a column": (
        {"A1": "{%tc for one in people %}{%tc endfor %}"},
        ("excel-tag-prefix", "A1", "{%tc for one in people %}"),
    ),
    "a paragraph": ({"A1": "{%p if flag %}ก{%p endif %}"}, ("excel-tag-prefix", "A1", "{%p if flag %}")),
    "Word's cell colour": ({"A1": "{% cellbg office.name %}"}, ("excel-tag-prefix", "A1", "{% cellbg office.name %}")),
    "a picture": ({"A1": "{{ emblem|fit(1, 1) }}"}, ("filter-unknown", "A1", "{{ emblem|fit(1, 1) }}")),
    "a flag as text": ({"A1": "{{ flag }}"}, ("value-flag-as-text", "A1", "{{ flag }}")),
    "a misspelt statement": (
        {"A2": "{%tr fro one in people %}"},
        ("statement-unknown", "A2", "{%tr fro one in people %}"),
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_at_its_cell(fault: str) -> None:
    own, (kind, cell, tag) = FAULTS[fault]
    assert (kind, f"ชีต {LIST} ช่อง {cell}", tag) in told(excel_template({**SOUND, **own}))


def test_no_advice_names_tags_that_no_workbook_knows() -> None:
    (found,) = lint(excel_template({"A1": "{% if flag %}", "B1": "{% endif %}"}), KNOWN)
    assert found.hint == "ย้ายให้อยู่ในช่องเดียวกัน หรือใช้ {%tr … %} ในแถวของตนเองทั้งคู่"


def test_tags_elsewhere_are_looked_at_too() -> None:
    def add(book: Any, sheet: Any) -> None:
        sheet.set_header("&C{{ office.nam }}")
        sheet.data_validation("B4", {"validate": "any", "input_title": "{{ office.nam }}", "input_message": "ก"})
        sheet.write_url("D1", "internal:'รายชื่อ'!A1", string="ไป", tip="{{ office.nam }}")
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": f"='{LIST}'!$B$3:$B$3"})
        chart.set_title({"name": "{{ office.nam }}"})
        sheet.insert_chart("A12", chart)

    assert told(excel_template(SOUND, add)) == [
        ("name-unknown", f"หัวกระดาษหรือท้ายกระดาษของชีต {LIST}", "{{ office.nam }}"),
        ("name-unknown", f"การตรวจสอบความถูกต้องของข้อมูลของชีต {LIST}", "{{ office.nam }}"),
        ("name-unknown", f"คำแนะนำของลิงก์ของชีต {LIST}", "{{ office.nam }}"),
        ("name-unknown", "แผนภูมิ", "{{ office.nam }}"),
    ]


def test_what_cannot_be_filled_is_told_with_its_place() -> None:
    (found,) = lint(excel_template(SOUND, sheet="{{ office.name }}"), KNOWN)
    assert (str(found.spot), found.message) == ("{{ office.name }}", "แม่แบบ Excel ใช้ไม่ได้: ชื่อชีตเป็นแท็กไม่ได้")


def test_a_table_whose_heading_is_a_tag_is_told() -> None:
    def add(_book: Any, sheet: Any) -> None:
        sheet.add_table("A1:B3", {"columns": [{"header": "{{ office.name }}"}, {"header": "ข"}]})

    (found,) = lint(excel_template({}, add), KNOWN)
    assert (str(found.spot), found.id) == (f"ชีต {LIST} ช่อง A1", "excel-template")


def test_tags_that_nobody_sees_are_noted_once_a_row() -> None:
    def add(_book: Any, sheet: Any) -> None:
        sheet.set_row(0, None, None, {"hidden": True})
        sheet.set_column("C:D", None, None, {"hidden": True})

    seen = {"A1": "{{ office.name }}", "B1": "{{ office.name }}", "A2": "{{ office.name }}", "B2": "ก"}
    rows = {"D5": "{{ office.name }}", "E6": "{{ office.name }}", "C7": "รวม", "D8": "{# หมายเหตุ #}"}
    notes = [
        (str(one.spot), one.message.partition("ที่ซ่อน")[0]) for one in lint(excel_template({**seen, **rows}, add), KNOWN)
    ]
    assert notes == [
        (f"ชีต {LIST} ช่อง A1", "แท็ก {{ office.name }} อยู่ในแถว"),
        (f"ชีต {LIST} ช่อง D5", "แท็ก {{ office.name }} อยู่ในคอลัมน์"),
    ]


def test_what_stays_behind_is_told() -> None:
    def add(_book: Any, sheet: Any) -> None:
        sheet.write_comment("A1", "ตรวจแล้ว")

    (found,) = lint(excel_template(SOUND, add), KNOWN)
    assert (found.severity.value, found.message) == ("note", "แม่แบบมีข้อคิดเห็น (โน้ต) ซึ่งจะไม่ออกไปกับไฟล์ที่สร้าง")


@pytest.mark.parametrize("name", ["list_template.xlsx", "list_template.xlsm"])
def test_what_is_no_workbook_is_told(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"no zip")
    (found,) = lint(path, KNOWN)
    assert (found.id, found.file) == ("excel-unreadable", name)


def test_the_names_that_a_template_uses_and_their_kinds_are_known() -> None:
    template = excel_template({**SOUND, "D3": "{{ one.score }} คะแนน"})
    assert used(template, KNOWN) == {"office", "office.name", "flag", "people", "people[]", "people[].name",
                                     "people[].score", "order", "order.date"}  # fmt: skip
    assert kinds(template, KNOWN) == {(LIST, "B3"): "number", (LIST, "A6"): "date"}


def test_shared_strings_that_swell_are_no_long_work() -> None:
    files = archive.read(excel_template({f"A{n}": "ก" for n in range(1, 400)}))
    long = "{{ office.name }}" * 20_000
    files["xl/sharedStrings.xml"] = files["xl/sharedStrings.xml"].replace("ก".encode(), long.encode())
    buffer = io.BytesIO(archive.write(files))
    (found,) = lint(buffer.getvalue(), {"office.name": "text"})
    assert found.message == "เปิดแม่แบบ Excel ไม่ได้: ชีตนี้มีแท็กมากเกินไป แบ่งเป็นหลายชีตหรือหลายแม่แบบ"


@pytest.mark.parametrize("statement", ["{% vm %}", "{% cellbg 'D9D9D9' %}", "{% colspan 2 %}"])
def test_what_word_needs_a_statement_for_is_done_with_excel_s_own(statement: str) -> None:
    hints = {one.hint for one in lint(excel_template({"A1": f"{statement}{{{{ office.name }}}}"}), KNOWN)}
    assert {hint.partition(" แล้ว")[0] for hint in hints} == {"ลบคำสั่งนี้"}
