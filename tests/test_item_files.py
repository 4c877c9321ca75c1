"""One PDF for each item of the year that the pack answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from ita_docs.batch import Job, Options, build, item_files, printing
from ita_docs.outputs import manifest
from ita_docs.outputs.manifest import AskedItem
from ita_docs.places import template_files
from made_docx import docx, p
from officefiles import opc
from thaipages.pdf import Printed

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "subdistrict_2568.xlsx"
ONLY = frozenset({"analysis", "measures", "results"})


def options(**more: bool) -> Options:
    return Options(templates=template_files(), only=ONLY, items=True, **more)


@pytest.fixture
def job(tmp_path: Path) -> Job:
    workbook = tmp_path / "office.xlsx"
    workbook.write_bytes(EXAMPLE.read_bytes())
    return Job(workbook, tmp_path / "made")


def text(path: Path) -> str:
    document = pypdfium2.PdfDocument(path.read_bytes())
    return "".join("".join(page.get_textpage().get_text_range().split()) for page in document)


@pytest.mark.soak
def test_each_item_has_a_file_of_its_parts_in_order_under_its_title_and_under_a_short_name(job: Job) -> None:
    outcome = build(job, options())
    made = sorted(path for path in outcome.files if path.parent.name == item_files.FOLDER)
    assert {path.name for path in made} == {
        "O27 มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน.pdf", "o27.pdf",
        "O28 รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน.pdf", "o28.pdf",
    }  # fmt: skip
    folder = job.folder / item_files.FOLDER
    assert (folder / "o27.pdf").read_bytes() == made[0].read_bytes()
    whole = text(folder / "o27.pdf")
    assert 0 <= whole.index("การวิเคราะห์ผลการประเมิน") < whole.index("กำหนดมาตรการ")
    assert "รายงานผล" in text(folder / "o28.pdf")
    assert pypdfium2.PdfDocument(folder / "o27.pdf").get_metadata_value("Title") == made[0].stem


def test_an_item_whose_document_was_not_made_is_told_and_the_next_is_made(job: Job) -> None:
    outcome = build(job, replace(options(), only=frozenset({"analysis", "results"})))
    assert [(one.kind, one.found) for one in outcome.problems if one.kind == "item-not-made"] == [
        ("item-not-made", "measures.docx")
    ]
    assert [path.name for path in (job.folder / item_files.FOLDER).glob("o*.pdf")] == ["o28.pdf"]


def test_a_file_that_cannot_be_written_is_told_and_not_given_as_made(job: Job) -> None:
    in_the_way = job.folder / item_files.FOLDER / "o28.pdf"
    in_the_way.mkdir(parents=True)
    (in_the_way / "kept.txt").write_text("")
    outcome = build(job, replace(options(), only=frozenset({"results"})))
    assert ["o28.pdf" in one.found for one in outcome.problems if one.kind == "not-written"] == [True]
    assert in_the_way not in outcome.files
    assert len([path for path in outcome.files if path.parent == in_the_way.parent]) == 1
    assert {path.name for path in (job.folder / item_files.FOLDER).iterdir()} == {
        "O28 รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน.pdf", "o28.pdf",
    }  # fmt: skip


def test_where_the_year_has_no_list_it_is_told_that_no_file_was_made(tmp_path: Path) -> None:
    workbook = tmp_path / "office.xlsx"
    workbook.write_bytes((EXAMPLE.parent / "hospital_2569.xlsx").read_bytes())
    outcome = build(Job(workbook, tmp_path / "made"), replace(options(), only=frozenset({"title"})))
    assert [one.kind for one in outcome.problems if one.severity.value == "warning"] == ["no-item-files"]
    assert not (tmp_path / "made" / item_files.FOLDER).exists()


def test_what_a_person_changed_is_in_the_file_and_an_older_file_is_told(job: Job) -> None:
    build(job, options())
    edited = job.folder / "measures.docx"
    edited.write_bytes((job.folder / "results.docx").read_bytes())
    told = [one.found for one in build(job, replace(options(), items=False)).problems if one.kind == "print-of-older"]
    assert told == ["items/o27.pdf"]
    build(job, options())
    assert "รายงานผล" in text(job.folder / "items" / "o27.pdf")
    assert manifest.read(job.folder).prints["items/o27.pdf"].documents.keys() == {"analysis.docx", "measures.docx"}


def test_files_of_documents_that_are_replaced_go_with_them(job: Job) -> None:
    build(job, options())
    build(job, Options(templates=template_files(), only=ONLY, traced=True))
    assert list((job.folder / item_files.FOLDER).iterdir()) == []


def test_a_document_that_a_person_damaged_is_told_with_its_item_and_the_others_are_made(job: Job) -> None:
    build(job, options())
    (job.folder / "measures.docx").write_bytes(b"half of a file")
    outcome = build(job, options())
    told = [one.message for one in outcome.problems if one.kind == "not-printed"]
    assert told == ["สร้าง PDF จาก O27 ไม่สำเร็จ: ไฟล์เสียหายหรือไม่ใช่ไฟล์ Excel หรือ Word (.xlsx, .docx)"]
    made = {path.name for path in outcome.files if path.parent.name == item_files.FOLDER}
    assert {"o27.pdf", "o28.pdf"} & made == {"o28.pdf"}


def test_what_cannot_be_drawn_is_printed_by_the_office_program(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    build(job, options())
    undrawable = docx(p("ข้อความ") + '<w:p><w:r><w:object w:dxaOrig="1" w:dyaOrig="1"/></w:r></w:p>')
    (job.folder / "measures.docx").write_bytes(undrawable)
    sources = []

    def convert(paths: Sequence[Path], *, timeout: float) -> tuple[Printed, ...]:
        assert timeout == printing.TIMEOUT
        sources.extend((path.name, opc.read(path).main) for path in paths)
        return tuple(Printed(path, b"%PDF by another", 1) for path in paths)

    monkeypatch.setattr("thaipages.pdf.office.find", lambda: Path("soffice"))
    monkeypatch.setattr("thaipages.pdf.convert", convert)
    build(job, options())
    assert sources == [("O27.docx", "word/document.xml")]
    folder = job.folder / item_files.FOLDER
    assert (folder / "o27.pdf").read_bytes() == b"%PDF by another" != (folder / "o28.pdf").read_bytes()


@pytest.mark.parametrize(
    ("code", "title", "long", "short"),
    [
        ("O25", "การนำผล ไปใช้", "O25 การนำผล ไปใช้.pdf", "o25.pdf"),
        ("MOIT 1/2", 'ชื่อ "ใหม่": ก|ข ', "MOIT 1 2 ชื่อ ใหม่ ก ข.pdf", "moit-1-2.pdf"),
        ("ข้อ ๓", "ผล.", "ข้อ ๓ ผล.pdf", "item7.pdf"),
    ],
)
def test_names_that_every_system_takes(code: str, title: str, long: str, short: str) -> None:
    item = AskedItem(code, title, 1, 1)
    assert (item_files.long_name(item, Path()), item_files.short_name(item, 7)) == (long, short)


def test_a_long_title_is_cut_between_words_so_that_the_name_can_be_written(tmp_path: Path) -> None:
    name = item_files.long_name(AskedItem("O26", "การส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน" * 9, 1, 1), tmp_path)
    assert name == "O26 การส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงานการส่งเสริมคุณธรรมและความโปร่งใส….pdf"
    (tmp_path / name).write_bytes(b"")
