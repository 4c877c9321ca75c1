"""Excel templates of an office's own, from their examination to the files in its folder."""

from __future__ import annotations

import hashlib
import io
import shutil
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from ita_docs.batch.template_folders import unused_templates
from ita_docs.cli import main
from ita_docs.papers.trace import traces
from ita_docs.places import document_name, file_name, template_files, template_name
from made_template_xlsx import cells, excel_template
from made_workbook import put, save, sheets

GALLERY = Path(__file__).resolve().parent.parent / "gallery" / "personnel_list_template.xlsx"
PEOPLE = {
    "A1": "{{ office.name }} ปี {{ year }}",
    "A2": "{%tr for committee in committees %}",
    "A3": "{%tr for seat in committee.seats %}",
    "A4": "{{ seat.name }}",
    "A5": "{%tr endfor %}",
    "A6": "{%tr endfor %}",
    "A7": "=COUNTA(A4:A4)",
    "A9": "{{ order.date }}",
    "B9": "{{ total }}",
    "C9": "{{ year }}",
}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with a faultless workbook in ``inputs/`` and a template of the office's own."""
    (tmp_path / "inputs").mkdir()
    (tmp_path / "templates").mkdir()
    save(sheets(), tmp_path / "inputs")
    (tmp_path / "templates" / "people_template.xlsx").write_bytes(excel_template(PEOPLE))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path


def ita_docs(*words: str) -> Result:
    return CliRunner().invoke(main, list(words), catch_exceptions=False)


def made(desk: Path, name: str) -> Path:
    (found,) = desk.glob(f"outputs/*/{name}")
    return found


def test_the_names_of_templates_and_of_what_they_make() -> None:
    assert [document_name(name) for name in ("order_template.docx", "list_template.xlsx")] == ["order", "list.xlsx"]
    assert [file_name(name) for name in ("order", "list.xlsx")] == ["order.docx", "list.xlsx"]
    assert [template_name(name) for name in ("order", "list.xlsx")] == ["order_template.docx", "list_template.xlsx"]


def test_a_workbook_is_built_with_numbers_dates_and_words(desk: Path) -> None:
    result = ita_docs("build", "--only", "people.xlsx")
    assert result.exit_code == 0, result.output
    found = cells(made(desk, "people.xlsx").read_bytes())
    last = max(int(name[1:]) for name in found) - 2
    assert found[f"A{last}"] == f"=COUNTA(A2:A{last - 1})"
    total = found[f"B{last + 2}"]
    assert isinstance(total, float | int)
    assert str(found[f"A{last + 2}"]).startswith("20")  # a day of Excel's
    assert isinstance(found[f"C{last + 2}"], str)


def test_equal_workbooks_give_equal_files(desk: Path) -> None:
    ita_docs("build", "--only", "people.xlsx")
    first = made(desk, "people.xlsx").read_bytes()
    shutil.rmtree(desk / "outputs")
    ita_docs("build", "--only", "people.xlsx")
    assert hashlib.sha256(made(desk, "people.xlsx").read_bytes()).digest() == hashlib.sha256(first).digest()


def test_a_file_that_a_person_changed_is_kept_and_the_new_one_stands_beside_it(desk: Path) -> None:
    ita_docs("build", "--only", "people.xlsx")
    path = made(desk, "people.xlsx")
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["D1"] = "แก้ด้วยมือ"
    book.save(path)
    by_hand = path.read_bytes()
    (desk / "templates" / "people_template.xlsx").write_bytes(excel_template({**PEOPLE, "D2": None, "D8": "ใหม่"}))
    result = ita_docs("build", "--only", "people.xlsx")
    assert "มีผู้แก้ไข people.xlsx ด้วยมือ จึงเก็บไว้ตามเดิม" in result.stdout
    assert path.read_bytes() == by_hand
    assert "ใหม่" in cells(made(desk, "people_new.xlsx").read_bytes()).values()


def test_a_changed_template_makes_its_file_anew(desk: Path) -> None:
    ita_docs("build", "--only", "people.xlsx")
    assert "ไม่มีการเปลี่ยนแปลง" in ita_docs("build", "--only", "people.xlsx").stdout
    (desk / "templates" / "people_template.xlsx").write_bytes(excel_template({"A1": "{{ office.name }}"}))
    assert ita_docs("build", "--only", "people.xlsx", "--why").exit_code == 0
    assert list(cells(made(desk, "people.xlsx").read_bytes())) == ["A1"]


def test_a_faulty_template_stops_the_build_with_its_cell(desk: Path) -> None:
    (desk / "templates" / "people_template.xlsx").write_bytes(excel_template({"A1": "{{ office.nam }}"}))
    result = ita_docs("build", "--only", "people.xlsx")
    assert result.exit_code == 3
    assert "people_template.xlsx ชีต รายชื่อ ช่อง A1: ไม่รู้จักชื่อข้อมูล office.nam" in result.output
    assert list(desk.glob("outputs/*")) == []


def test_a_proof_copy_says_what_is_missing_and_that_it_is_one(desk: Path) -> None:
    book = sheets()
    put(book, "ข้อมูลทั่วไป", "B2", "")
    save(book, desk / "inputs")
    assert ita_docs("build", "--proof", "--only", "people.xlsx").exit_code == 1
    (path,) = desk.glob("outputs/*/proof/proof_people.xlsx")
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert str(sheet["A1"].value).startswith("«ยังไม่กรอก: ชีต ข้อมูลทั่วไป ช่อง B2»")
    assert sheet["A1"].fill.fgColor.rgb == "FFFFF2CC"
    assert sheet.oddHeader.center.text == "ฉบับร่างเพื่อตรวจทาน ห้ามลงนาม"


def test_a_trace_tells_the_cells_that_values_came_from(desk: Path) -> None:
    ita_docs("build", "--trace", "--only", "people.xlsx")
    found = traces(made(desk, "people.xlsx").read_bytes())
    assert ("office.name", "ชีต ข้อมูลทั่วไป B2") in [(one.path, str(one.places[0])) for one in found if one.places]


def test_a_template_cannot_take_the_name_of_a_file_of_the_software(desk: Path) -> None:
    (desk / "templates" / "summary_template.xlsx").write_bytes(excel_template(PEOPLE))
    (problem,) = unused_templates([desk / "templates"])
    assert problem.message == "ไม่ใช้แม่แบบ summary_template.xlsx เพราะ summary.xlsx เป็นชื่อไฟล์ที่โปรแกรมสร้างเอง"
    assert "summary.xlsx" not in template_files(desk / "templates")


def test_the_names_of_a_template_are_listed_and_no_copy_is_annotated(desk: Path) -> None:
    assert "order.date  [วันที่]" in ita_docs("fields", "templates/people_template.xlsx").stdout
    (desk / "templates" / "people_template.xlsx").write_bytes(excel_template({"A1": "{{ office.nam }}"}))
    result = ita_docs("lint", "templates/people_template.xlsx", "--annotate")
    assert result.exit_code == 3
    assert "people_template.xlsx: ยังเขียนข้อคิดเห็นลงในแม่แบบ Excel ไม่ได้ ใช้ชื่อชีตและช่องในรายการข้างต้น" in result.stderr
    assert [path.name for path in (desk / "templates").iterdir()] == ["people_template.xlsx"]


def test_the_template_of_the_gallery_makes_a_list_of_all_people(desk: Path) -> None:
    shutil.copy(GALLERY, desk / "templates")
    assert "ไม่พบข้อผิดพลาด" in ita_docs("lint", "templates/personnel_list_template.xlsx").stdout
    assert ita_docs("build", "--only", "personnel_list.xlsx").exit_code == 0
    data = made(desk, "personnel_list.xlsx").read_bytes()
    found, sheet = cells(data), openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    last = max(int(name[1:]) for name in found)
    assert found["A1"] == "รายชื่อคณะกรรมการและคณะทำงาน"
    assert found[f"D{last}"] == f"=COUNTA(B7:B13,B16:B{last - 2})"
    assert sheet.print_title_rows == "$5:$5"
    assert sheet.print_area == f"'รายชื่อ'!$A$1:$E${last}"
    assert sheet.page_setup.orientation in (None, "portrait")
