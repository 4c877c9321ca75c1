"""What a file is by its bytes, which files are refused by name, and what the command says and writes."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import ita_docs
from betrayal import printed
from foreign_files import foreign_files
from ita_docs.cli import main
from ita_docs.importing.blocks import OldFile
from ita_docs.importing.imported import MAX_FILES
from ita_docs.importing.opening import READERS, kind_of
from ita_docs.importing.refusals import NotReadableError
from officefiles.limits import COMPOUND_FILE


def zipped(name: str, data: bytes = b"<x/>") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr(zipfile.ZipInfo(name), data)  # without the time: pytest names tests by these bytes
    return buffer.getvalue()


def compound(stream: str) -> bytes:
    return COMPOUND_FILE + bytes(600) + stream.encode("utf-16-le")


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.docx", b"", "import-empty"),
        ("a.docx", b"no zip at all", "import-damaged"),
        ("a.docx", b"PK\x03\x04 cut short", "import-damaged"),
        ("a.docx", compound("EncryptedPackage"), "import-password"),
        ("a.zip", zipped("readme.txt"), "import-unknown"),
        ("a.jpg", b"\xff\xd8\xff", "import-unknown"),
    ],
)
def test_what_is_no_document_is_refused_by_name(name: str, data: bytes, kind: str) -> None:
    with pytest.raises(NotReadableError) as refused:
        kind_of(name, data)
    problem = refused.value.problem(name)
    assert (problem.kind, problem.place.file, problem.found) == (kind, name, name)


@pytest.mark.parametrize(
    ("name", "data", "found"),
    [
        ("a.pdf", b"\n%PDF-1.7", ".pdf"),
        ("a.pdf", zipped("word/document.xml"), ".docx"),
        ("a", zipped("xl/workbook.xml"), ".xlsx"),
        ("a.doc", compound("WordDocument"), ".doc"),
        ("a.doc", compound("Workbook"), ".xls"),
        ("a.docx", b"{\\rtf1", ".rtf"),
        ("a.xls", b"<HTML><table>", ".html"),
        ("a.odt", b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text", ".odt"),
        ("a.csv", "ชื่อ".encode(), ".csv"),
    ],
)
def test_a_file_is_what_its_bytes_say(name: str, data: bytes, found: str) -> None:
    assert kind_of(name, data) == found


def test_old_kinds_say_what_to_save_them_as() -> None:
    found = ita_docs.import_documents({"a.doc": compound("WordDocument"), "b.xls": compound("Workbook")})
    assert found.data == b""
    assert [(one.message, one.hint) for one in found.problems] == [
        ("ไฟล์ a.doc เป็นรูปแบบ .doc ซึ่งโปรแกรมไม่อ่าน", "เปิดไฟล์แล้วบันทึกใหม่เป็น .docx แล้วนำเข้าไฟล์ใหม่"),
        ("ไฟล์ b.xls เป็นรูปแบบ .xls ซึ่งโปรแกรมไม่อ่าน", "เปิดไฟล์แล้วบันทึกใหม่เป็น .xlsx แล้วนำเข้าไฟล์ใหม่"),
    ]


PEOPLE = """ที่,ชื่อ-สกุล,ตำแหน่ง
1,นายสมชาย ใจดี,นิติกรชำนาญการ
2,นางสาวสมหญิง ดีใจ,นิติกรปฏิบัติการ
3,นางมาลี แสนดี,นิติกรชำนาญการ
"""


def test_files_that_are_not_there_or_cannot_be_read_are_told(tmp_path: Path) -> None:
    (tmp_path / "folder.docx").mkdir()
    (tmp_path / "broken.xlsx").write_bytes(zipped("xl/workbook.xml"))
    found = ita_docs.import_documents([tmp_path / name for name in ("order.docx", "folder.docx", "broken.xlsx")])
    assert [(one.kind, one.found) for one in found.problems] == [
        ("import-not-found", "order.docx"),
        ("import-not-opened", "folder.docx"),
        ("import-damaged", "broken.xlsx"),
    ]


def test_a_file_that_no_library_can_read_is_told_and_the_others_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(_name: str, _data: bytes) -> OldFile:
        raise RecursionError

    monkeypatch.setitem(READERS, ".pdf", crash)  # type: ignore[misc]
    found = ita_docs.import_documents({"a.pdf": b"%PDF-1.7", "b.csv": PEOPLE.encode()}, year=2566)
    assert [(one.kind, one.found) for one in found.problems] == [("import-damaged", "a.pdf")]
    assert [one.file for one in found.found] == ["b.csv"]


def test_no_more_files_than_an_office_has_are_opened() -> None:
    found = ita_docs.import_documents({f"{number}.csv": b"\n" for number in range(MAX_FILES + 1)})
    told = [(one.kind, one.found) for one in found.problems]
    assert told[-2:] == [("import-empty", f"{MAX_FILES - 1}.csv"), ("import-limit", f"{MAX_FILES}.csv")]


# Round trip and command


ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "inputs/taling_chan_2566.xlsx"
EXAMPLES = sorted((ROOT / "examples").glob("*.xlsx"))
PAPERS = ("order", "analysis", "measures", "activities", "memo", "notice", "results", "results_memo")
ONLY_IN_SCORES = {"municipality_2567": {"analysis"}}
"""What an office published of the parts of EIT is printed in no document, and one advice follows from it."""


def papers(workbook: Path | ita_docs.Upload) -> dict[str, bytes]:
    """The Word files that an office makes of its workbook, but for those that only bind them."""
    files = ita_docs.build(workbook).files
    return {f"{name}.docx": files[f"{name}.docx"] for name in PAPERS if f"{name}.docx" in files}


def again(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """The documents that the workbook makes which import makes of ``files``."""
    found = ita_docs.import_documents(files)
    assert [one.message for one in found.problems if str(one.severity) == "error"] == []
    return papers(ita_docs.Upload("again.xlsx", found.data, found.photos))


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of last year's Word files, made from the sample."""
    folder = tmp_path_factory.mktemp("old")
    for name, data in papers(SAMPLE).items():
        (folder / name).write_bytes(data)
    return folder


def command(*words: object) -> Result:
    return CliRunner().invoke(main, ["import", *map(str, words)], catch_exceptions=False)


@pytest.mark.soak
def test_the_sample_comes_back_from_its_documents_ready_for_the_next_year(old: Path, tmp_path: Path) -> None:
    file = tmp_path / "office_2566.xlsx"
    assert command(old, "--to", file).exit_code == 0
    before, (after, problems) = ita_docs.read(SAMPLE)[0], ita_docs.read(file)
    assert before
    assert after
    assert problems == ()
    assert after.committees == before.committees
    assert after.order == replace(before.order, emblem=None)
    assert after.scores == before.scores
    assert (after.published, after.overrides) == (before.published, before.overrides)
    assert {one.name for one in after.office.sections} >= {one.name for one in before.office.sections}
    made = papers(file)
    assert [name for name, data in made.items() if printed(data) != printed((old / name).read_bytes())] == []
    assert command(old, "--to", tmp_path / "again.xlsx", "--year", 2566).exit_code == 0
    assert ita_docs.new(2567, last=file)


@pytest.mark.office
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_kind_of_office_comes_back_from_its_documents(path: Path) -> None:
    made = papers(path)
    found = again(made)
    other = {name.partition(".")[0] for name, data in made.items() if printed(data) != printed(found[name])}
    assert other == ONLY_IN_SCORES.get(path.stem, set())


def test_import_says_what_it_found_and_never_takes_the_place_of_a_file(old: Path, tmp_path: Path) -> None:
    file = tmp_path / "office.xlsx"
    done = command(old / "order.docx", old / "none.docx", "--to", file, "--json")
    said = json.loads(done.output)
    assert done.exit_code == 1, "a file that is not there is told, and the others are imported"
    assert (said["workbook"], said["year"], [one["kind"] for one in said["documents"]]) == (str(file), 2566, ["order"])
    assert [one["kind"] for one in said["problems"]] == ["import-not-found"]
    before = file.read_bytes()
    again = command(old, "--to", file)
    assert (again.exit_code, file.read_bytes()) == (1, before)
    assert "อยู่แล้ว จึงไม่เขียนทับ" in again.output


def test_without_anything_to_import_no_workbook_is_made(tmp_path: Path) -> None:
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.7 cut short")
    (tmp_path / "photo.jpg").write_bytes(b"no document: folders are searched for documents alone")
    done = command(tmp_path, "--to", tmp_path / "office.xlsx")
    assert done.exit_code == 1
    assert "ยังไม่ได้สร้างแบบกรอก" in done.output
    assert "photo.jpg" not in done.output
    assert not (tmp_path / "office.xlsx").exists()


def test_a_list_of_plain_values_is_read_by_its_name() -> None:
    found = ita_docs.import_documents({"people.csv": PEOPLE.encode()}, year=2566)
    assert [str(one) for one in found.found] == ["people.csv: รายชื่อบุคลากร (บุคลากร 3 แถว)"]


def test_a_year_without_rules_is_told_with_those_that_have_some(old: Path) -> None:
    found = ita_docs.import_documents([old / "order.docx"], year=2540)
    assert (found.data, [one.kind for one in found.problems]) == (b"", ["import-year-without-rules"])
    assert ita_docs.import_documents({}).found == ()


def test_workbooks_of_ours_have_uses_of_their_own_and_are_not_imported() -> None:
    tracker = ita_docs.build(SAMPLE, only="tracker").files["tracker.xlsx"]
    found = ita_docs.import_documents([SAMPLE, ("tracker.xlsx", tracker)])
    assert [(one.kind, str(one.severity)) for one in found.problems] == [
        ("import-own-form", "error"),
        ("import-own-tracker", "note"),
    ]
    assert found.found == ()


@pytest.mark.soak
def test_foreign_and_damaged_files_are_told() -> None:
    for name, data in foreign_files(14):  # those that are not large; all others in bench/foreign.py
        found = ita_docs.import_documents({name: data}, year=2566)
        assert found.problems, name
        assert not found.data, name


@pytest.mark.parametrize(
    ("rows", "year"),
    [
        ("ข้อ,รายการ,คะแนน\no1,ก,100\no2,ข,0\no3,ค,0\no4,ง,0\nหมายเหตุ,ปีงบประมาณ 2567,\n", 2568),
        ("ตัวชี้วัด,มาตรการ,ผู้รับผิดชอบ\nการใช้อำนาจ,ทบทวนแผนของปีงบประมาณ 2567,กองคลัง\n", 2567),
    ],
    ids=["scores", "measures"],
)
def test_a_year_that_only_texts_name_is_taken_and_marked(rows: str, year: int) -> None:
    found = ita_docs.import_documents({"x.csv": rows.encode()})
    assert (found.year, "ข้อมูลทั่วไป!B9" in {f"{one.sheet}!{one.cell}" for one in found.marked}) == (year, True)
