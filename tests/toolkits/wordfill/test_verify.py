"""The last look at a finished document."""

from __future__ import annotations

import pytest

from looped_docx import run
from made_docx import docx, p
from officefiles import opc
from wordfill import verify as verifying
from wordfill.verify import texts

NAME = "นายสมหมาย ใจมั่น"


def verify(data: bytes, expected: list[str], values: list[str] = []) -> tuple[str, ...]:  # noqa: B006
    return verifying.verify(opc.read(data), expected, values)


def test_a_sound_document_has_nothing_wrong() -> None:
    assert verify(docx(p("เรียน ", NAME) + p("๘๗.๕๐")), [NAME, "๘๗.๕๐"]) == ()


def test_a_name_cut_by_runs_and_breaks_is_found() -> None:
    broken = "<w:p><w:r><w:t>นายสมหมาย</w:t><w:br/><w:t>ใจมั่น</w:t></w:r></w:p>"
    assert verify(docx(broken), ["นายสมหมาย\nใจมั่น"]) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("เรียน {{ name }}", ("มีเครื่องหมายของแม่แบบตกค้าง «เรียน {{ name }}»", "มีเครื่องหมายของแม่แบบตกค้าง «เรียน {{ name }}»")),
        *((f"คะแนน {sign}", (f"มีเครื่องหมายของแม่แบบตกค้าง «คะแนน {sign}»",)) for sign in ("{{", "}}", "{%", "%}")),
        ("คะแนน None", ("มีเครื่องหมายของแม่แบบตกค้าง «คะแนน None»",)),
        ("คะแนนnan", ("มีเครื่องหมายของแม่แบบตกค้าง «คะแนนnan»",)),
        ("Nonefiction nano", ()),
    ],
)
def test_what_a_template_left_is_told(text: str, found: tuple[str, ...]) -> None:
    assert verify(docx(p(text)), []) == tuple(dict.fromkeys(found))


def test_a_reference_to_what_a_condition_left_out_is_told() -> None:
    marked = '<w:bookmarkStart w:id="1" w:name="Annex"/><w:bookmarkEnd w:id="1"/>'
    fields = "".join(
        f'<w:fldSimple w:instr=" {code} \\h ">{run("๒")}</w:fldSimple>' for code in ("REF annex", "PAGEREF Annex")
    )
    assert verify(docx(f"<w:p>{marked}{fields}</w:p>"), []) == ()
    assert verify(docx(f"<w:p>{marked}</w:p>", {"footer1": f"<w:p>{fields}</w:p>"}), []) == ()
    assert verify(docx(f"<w:p>{fields}</w:p>"), []) == (
        "การอ้างอิง REF annex ชี้ไปยังส่วนที่ไม่มีในเอกสารนี้",
        "การอ้างอิง PAGEREF Annex ชี้ไปยังส่วนที่ไม่มีในเอกสารนี้",
    )


def test_what_staff_typed_is_no_leftover() -> None:
    typed = 'A & B < C "ง" {{x}} None'
    assert verify(docx(p(f"ผล: {typed}")), [], [typed]) == ()


def test_the_longest_of_what_staff_typed_counts() -> None:
    assert verify(docx(p("{{x}} {{")), [], ["{{", "{{x}}"]) == ()


def test_a_leftover_beside_what_staff_typed_is_told() -> None:
    wrong = verify(docx(p("{{x}} และ {% if %}")), [], ["{{x}}"])
    assert wrong == ("มีเครื่องหมายของแม่แบบตกค้าง «และ {% if %}»",)


def test_a_missing_text_is_told() -> None:
    assert verify(docx(p("เรียน")), [NAME]) == (f"ไม่พบข้อความ «{NAME}»",)


def test_a_leftover_in_a_header_is_told() -> None:
    assert verify(docx(p("x"), {"header1": p("{% endif %}")}), []) == ("มีเครื่องหมายของแม่แบบตกค้าง «x {% endif %}»",)


def test_texts_of_a_nest() -> None:
    assert list(texts({"a": "1", "b": [{"c": "2"}, "3"], "d": True})) == ["1", "2", "3"]
