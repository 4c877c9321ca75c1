"""The page as its users go through it: a form, its problems at their cells, the pages, the files."""

from __future__ import annotations

import io
import re
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import httpx
import openpyxl
import pytest
from docx.oxml.ns import qn

import ita_docs
import made_workbook
import test_last_year
import web
from ita_docs import batch
from ita_docs.importing import refusals
from ita_docs.outputs import standing
from ita_docs.papers import last_year, reading
from ita_docs.places import examples
from ita_docs.web import grid
from ita_docs.web.jobs import WebJob
from ita_docs.web.views import Views
from ita_docs.web.wording import on_page
from ita_docs.workbook import mending, new, reader, rollover
from ita_docs.workbook.picture_files import PICTURE_MISSING
from made_template_xlsx import cells, excel_template
from officefiles.problems import Kind, Place
from sound_template import fresh


def _workbook() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        return made_workbook.save(made_workbook.sheets(), Path(folder)).read_bytes()


WORKBOOK = _workbook()


@pytest.fixture(scope="module")
def browser() -> Iterator[web.Browser]:
    with web.page() as browser:
        yield browser


@pytest.fixture(scope="module")
def job(browser: web.Browser) -> str:
    """The address of what is made of a sound workbook, all pages drawn."""
    return web.bring(browser, {"แบบกรอก.xlsx": WORKBOOK})


@pytest.fixture(scope="module")
def own_page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, web.Browser]]:
    with web.page() as browser:
        yield tmp_path_factory.mktemp("office"), browser


@pytest.fixture
def office(own_page: tuple[Path, web.Browser], monkeypatch: pytest.MonkeyPatch) -> web.Browser:
    """A page served from the folder of an office, which is empty but for a folder ``templates``."""
    folder, browser = own_page
    monkeypatch.chdir(folder)
    shutil.rmtree("templates", ignore_errors=True)
    Path("templates").mkdir()
    return browser


def test_a_sound_workbook_becomes_the_documents_that_the_command_makes(
    browser: httpx.Client, job: str, tmp_path: Path
) -> None:
    assert "ไม่มีเรื่องที่ต้องแก้ไข" in web.text(browser.get(job).text)
    made = ita_docs.build(WORKBOOK)
    answer = browser.get(f"{job}/zip/documents")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        names = archive.namelist()
        order = archive.read("เอกสาร ITA แบบกรอก/คำสั่งแต่งตั้ง.docx")
    assert order == made.files["order.docx"] == browser.get(f"{job}/file/documents/order.docx").content
    assert "เอกสาร ITA แบบกรอก/คำสั่งแต่งตั้ง.pdf" in names
    assert len([name for name in names if not name.endswith(".pdf")]) == len(made.files)
    assert docx.Document(io.BytesIO(order)).paragraphs
    answer = browser.post(f"{job}/keep", data={"folder": str(tmp_path / "ที่เก็บ")})
    assert (answer.status_code, str(tmp_path / "ที่เก็บ") in web.text(answer.text)) == (200, True)
    (kept,) = tmp_path.rglob("order.docx")
    assert kept.read_bytes() == order


@pytest.mark.parametrize("typed", ["~/ที่เก็บ", "~\\ที่เก็บ", "~ที่เก็บ", "ที่เก็บ"])
def test_a_folder_may_be_named_from_the_home_folder_on(
    browser: httpx.Client, job: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path))
    browser.post(f"{job}/keep", data={"folder": typed})
    (kept,) = tmp_path.rglob("order.docx")
    assert kept.relative_to(tmp_path).parts[0] == "ที่เก็บ"


def test_pictures_of_all_pages_are_shown(browser: httpx.Client, job: str) -> None:
    seen = browser.get(f"{job}/see?document=order.docx").text
    last = seen.count("<img ")
    assert last > 1
    assert browser.get(f"{job}/picture/documents/order/{last}").content[:4] == b"\x89PNG"
    assert browser.get(f"{job}/picture/documents/order/{last + 1}").status_code == 404


def test_a_wrong_score_is_seen_at_its_cell_and_mended_there_with_all_else_as_it_was(browser: httpx.Client) -> None:
    sheet, row = "คะแนน", 2
    wrong = mending.put(WORKBOOK, sheet, {f"C{row}": "870"})
    job = web.bring(browser, {"a.xlsx": wrong})
    shown = browser.get(job).text
    assert "ต้องแก้ไข 1 เรื่องก่อนสร้างเอกสาร" in web.text(shown)
    assert f'<td id="C{row}" class="faulty error">870' in shown
    assert not browser.get(f"{job}/zip/documents").is_success
    score = openpyxl.load_workbook(io.BytesIO(WORKBOOK))[sheet][f"C{row}"].value
    answer = browser.post(f"{job}/cell", data={"sheet": sheet, "cell": f"C{row}", "text": str(score)})
    assert (answer.status_code, str(answer.url.copy_with(fragment=None))) == (200, job)
    assert "ไม่มีเรื่องที่ต้องแก้ไข" in web.text(browser.get(web.looked_at(browser, job)).text)
    with zipfile.ZipFile(io.BytesIO(browser.get(f"{job}/workbook").content)) as mended:
        parts = {name: mended.read(name) for name in mended.namelist()}
    gone = browser.post(f"{job}/delete")
    assert ([one.status_code for one in gone.history], str(gone.url.query, "ascii")) == ([303], "deleted")
    assert not [one for one in browser.cookies.jar if one.path and job.endswith(one.path)]
    with zipfile.ZipFile(io.BytesIO(WORKBOOK)) as before:
        changed = {name for name in before.namelist() if before.read(name) != parts[name]}
    assert changed == {"xl/worksheets/sheet2.xml"}


@pytest.mark.soak
def test_pictures_are_found_that_come_without_the_folder_that_the_workbook_names(browser: httpx.Client) -> None:
    workbook = mending.put(WORKBOOK, "กิจกรรม", {"E2": "ภาพ/หนึ่ง.png"})
    picture = (Path(__file__).parents[1] / "inputs" / "pictures" / "activity_1.png").read_bytes()
    for files, missing in (({"a.xlsx": workbook}, True), ({"a.xlsx": workbook, "หนึ่ง.png": picture}, False)):
        assert ("ไม่พบไฟล์ภาพ" in web.text(browser.get(web.bring(browser, files)).text)) is missing


def test_a_fault_is_shown_at_its_cell_however_far_out_that_stands() -> None:
    far = PICTURE_MISSING.at(Place("คะแนน", "Z350"), "x.png")
    shown = next(sheet for sheet in grid.of(WORKBOOK, (far,)) if sheet["name"] == "คะแนน")
    cells = {cell["name"]: cell for row in shown["rows"] for cell in row["cells"]}
    assert cells["Z350"]["problems"] == [1]
    assert shown["columns"][-1]["name"] == "Z"


def test_a_page_shows_the_job_as_it_stood_when_it_was_asked_for(
    browser: web.Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = web.bring(browser, {"a.xlsx": mending.put(WORKBOOK, "คะแนน", {"C2": "870"})})
    job, whole, sheets = browser.job(address), browser.get(address).text, Views._sheets

    def meanwhile(views: Views, one: WebJob) -> list[dict[str, Any]]:
        found = sheets(views, one)
        job.facts.pop("look", None)  # the user brought the workbook again
        return found

    monkeypatch.setattr(Views, "_sheets", meanwhile)
    assert browser.get(address).text == whole


def test_a_cell_with_a_formula_or_of_no_sheet_is_not_mended(browser: httpx.Client) -> None:
    job = web.bring(browser, {"a.xlsx": mending.put(WORKBOOK, "คะแนน", {"C2": ""})})
    answer = browser.post(f"{job}/cell", data={"sheet": "ไม่มี", "cell": "A1", "text": "x"})
    assert answer.status_code == 422
    assert "ไม่มีชีต “ไม่มี” ในแบบกรอกนี้" in web.text(answer.text)


def test_another_workbook_takes_the_place_of_the_one_that_was_brought(browser: httpx.Client) -> None:
    job = web.looked(browser, {"ก.xlsx": mending.put(WORKBOOK, "คะแนน", {"C2": ""})})
    assert "ไม่มีเรื่องที่ต้องแก้ไข" not in web.text(browser.get(job).text)
    answer = browser.post(f"{job}/again", files=[("files", (name, WORKBOOK)) for name in ("ข.xlsx", "ค.xlsx")])
    assert answer.status_code == 422
    assert "วางแบบกรอกครั้งละหนึ่งไฟล์" in web.text(answer.text)
    assert str(browser.post(f"{job}/again", files=[("files", ("ข.xlsx", WORKBOOK))]).url) == job
    shown = web.text(browser.get(web.looked_at(browser, job)).text)
    assert "ไม่มีเรื่องที่ต้องแก้ไข" in shown
    assert "ข.xlsx" in shown


@pytest.mark.soak
def test_what_was_mended_on_the_page_is_still_taken_home_when_more_is_brought(browser: httpx.Client) -> None:
    sheet = "กิจกรรม"
    job = web.bring(browser, {"a.xlsx": mending.put(WORKBOOK, sheet, {"E2": "หนึ่ง.png", "D2": ""})})
    browser.post(f"{job}/cell", data={"sheet": sheet, "cell": "D2", "text": "หอประชุม"})
    picture = (Path(__file__).parents[1] / "inputs" / "pictures" / "activity_1.png").read_bytes()
    browser.post(f"{job}/again", files=[("files", ("หนึ่ง.png", picture))])
    shown = web.text(browser.get(web.settled(browser, job)).text)
    assert "ไม่พบไฟล์ภาพ" not in shown
    assert "แบบกรอกที่แก้ในหน้านี้แล้ว แก้ไป 1 ครั้ง" in shown
    answer = browser.post(f"{job}/again")
    assert (answer.status_code, "ยังไม่ได้เลือกไฟล์ที่แก้ไขแล้ว" in web.text(answer.text)) == (422, True)


def test_a_picture_brought_again_takes_the_place_of_the_first_and_one_that_no_cell_names_is_told(
    browser: httpx.Client,
) -> None:
    picture = (Path(__file__).parents[1] / "inputs" / "pictures" / "activity_1.png").read_bytes()
    workbook = mending.put(WORKBOOK, "กิจกรรม", {"E2": "ภาพ/หนึ่ง.png"})
    job = web.bring(browser, {"a.xlsx": workbook, "หนึ่ง.PNG": picture[:500], "สอง.png": picture})
    assert "ใช้ไฟล์ภาพ “ภาพ/หนึ่ง.png” ไม่ได้" in web.text(browser.get(job).text)
    browser.post(f"{job}/again", files=[("files", ("หนึ่ง.png", picture))])
    shown = web.text(browser.get(web.looked_at(browser, job)).text)
    assert "ไม่มีเรื่องที่ต้องแก้ไข" in shown
    assert "ไม่ได้ใช้ภาพ สอง.png เพราะไม่มีช่อง" in shown
    browser.post(f"{job}/delete")


@pytest.fixture(scope="module")
def tracker() -> bytes:
    """The tracker that an office was given for the year of the workbook's results, one status wrong."""
    with tempfile.TemporaryDirectory() as folder:
        return test_last_year.kept_tracker(Path(folder) / "t.xlsx", {"I7": "เสร็จ"}).read_bytes()


WAYS_TO_BRING = [
    {"files": ("แบบกรอก.xlsx",), "tracker": ("ติดตาม.xlsx",)},
    {"files": ("แบบกรอก.xlsx", "ติดตาม.xlsx")},
    {"files": ("ติดตาม.xlsx", "~$แบบกรอก.xlsx", "แบบกรอก.xlsx")},
    {"files": ("ติดตาม.xlsx",), "tracker": ("แบบกรอก.xlsx",)},
]


@pytest.mark.parametrize("ways", WAYS_TO_BRING)
def test_a_form_and_a_tracker_are_told_apart_wherever_they_are_dropped(
    browser: httpx.Client, tracker: bytes, ways: dict[str, tuple[str, ...]]
) -> None:
    data = {"แบบกรอก.xlsx": WORKBOOK, "ติดตาม.xlsx": tracker, "~$แบบกรอก.xlsx": b"\x07office"}
    files = [(field, (name, data[name])) for field, names in ways.items() for name in names]
    answer = browser.post("/work", files=files)
    shown = web.text(browser.get(web.looked_at(browser, str(answer.url))).text)
    assert "แบบกรอก.xlsx ปีงบประมาณ พ.ศ. 2566 ไฟล์ติดตามมาตรการ: ติดตาม.xlsx" in shown
    assert "ต้องแก้ไข 1 เรื่องก่อนสร้างเอกสาร" in shown


@pytest.mark.soak
def test_a_wrong_cell_of_the_tracker_is_seen_and_mended_on_the_page(
    browser: httpx.Client, tracker: bytes, tmp_path: Path
) -> None:
    answer = browser.post("/work", files=[("files", ("a.xlsx", WORKBOOK)), ("tracker", ("t.xlsx", tracker))])
    job = web.looked_at(browser, str(answer.url))
    link = re.search(r'<a class="cell" href="([^"#]+)#I7">', browser.get(job).text)
    assert link
    shown = browser.get(link[1]).text
    assert '<td id="I7" class="faulty error">เสร็จ' in shown
    assert "ไฟล์ติดตาม: ติดตามมาตรการ" in web.text(shown)
    marked = openpyxl.load_workbook(io.BytesIO(browser.get(f"{job}/marked_tracker").content))
    assert marked["ติดตามมาตรการ"]["I7"].comment
    said = {"sheet": "ติดตามมาตรการ", "cell": "I7", "text": "อยู่ระหว่างดำเนินการ", "file": "t.xlsx", "number": "1"}
    browser.post(f"{job}/cell", data=said)
    shown = web.text(browser.get(web.looked_at(browser, job)).text)
    assert "ไม่มีเรื่องที่ต้องแก้ไข" in shown
    assert "ไฟล์ติดตามที่แก้ในหน้านี้แล้ว" in shown
    assert browser.get(f"{job}/workbook").content == WORKBOOK
    mended = openpyxl.load_workbook(io.BytesIO(browser.get(f"{job}/tracker").content))
    assert mended["ติดตามมาตรการ"]["I7"].value == "อยู่ระหว่างดำเนินการ"
    kept = browser.post(f"{job}/keep", data={"folder": str(tmp_path)})
    assert "ในไฟล์ติดตาม t.xlsx" in web.text(kept.text)
    browser.post(f"{job}/again", files=[("tracker", ("t2.xlsx", tracker))])
    assert "ต้องแก้ไข 1 เรื่อง" in web.text(browser.get(web.looked_at(browser, job)).text)
    browser.post(f"{job}/delete")


@pytest.mark.soak
def test_what_is_brought_beside_many_forms_is_named_as_unused(browser: httpx.Client, tracker: bytes) -> None:
    files = [("files", (name, WORKBOOK)) for name in ("ก.xlsx", "ข.xlsx")]
    files += [("files", ("ภาพ.png", b"x")), ("tracker", ("t.xlsx", tracker))]
    answer = browser.post("/work", files=files)
    assert "ไม่ได้ใช้ ภาพ.png t.xlsx เพราะไม่ทราบว่าเป็นของหน่วยงานใด" in web.text(answer.text)
    browser.post(f"{answer.url}/delete")


def test_proof_copies_are_made_of_a_workbook_that_is_not_ready(browser: httpx.Client) -> None:
    job = web.bring(browser, {"a.xlsx": mending.put(WORKBOOK, "คะแนน", {"C2": ""})})
    browser.post(f"{job}/proof")
    seen = web.text(browser.get(web.saying(browser, job, "คำสั่งแต่งตั้ง", "/see") + "/see").text)
    assert "ฉบับร่างเพื่อตรวจทาน" in seen
    assert "คำสั่งแต่งตั้ง" in seen
    assert browser.get(f"{job}/file/proof/proof_order.docx").is_success
    browser.post(f"{job}/delete")


@pytest.mark.soak
def test_many_workbooks_become_one_zip_and_a_comparison(browser: httpx.Client) -> None:
    other = mending.put(WORKBOOK, "คะแนน", {"C2": "ไม่ทราบ"})
    job = web.bring(browser, {"ก.xlsx": WORKBOOK, "ข.xlsx": other})
    shown = web.text(browser.get(job).text)
    assert "ก.xlsx สร้างเอกสารแล้ว" in shown
    assert "ข.xlsx ต้องแก้ไขก่อน" in shown
    with zipfile.ZipFile(io.BytesIO(browser.get(f"{job}/zip/all").content)) as archive:
        assert {name.split("/")[0] for name in archive.namelist()} == {"ก", "ข"}
        assert "ข/แบบกรอกที่ทำเครื่องหมาย.xlsx" in archive.namelist()
    browser.post(f"{job}/compare")
    shown = web.text(browser.get(web.settled(browser, job)).text)
    assert "ไม่ได้นำมาเปรียบเทียบ 1 ไฟล์ ข.xlsx" in shown
    assert browser.get(f"{job}/comparison/comparison.xlsx").is_success


def test_a_form_of_a_new_year_is_taken_home(browser: httpx.Client) -> None:
    answer = browser.post("/new", data={"year": "2568", "office": "เทศบาลตำบลตัวอย่าง", "kind": ""})
    form = browser.get(f"{answer.url}/form").content
    assert form == ita_docs.new(2568, office="เทศบาลตำบลตัวอย่าง")


def test_last_years_workbook_is_rolled_over(browser: httpx.Client) -> None:
    given = {"year": "2567", "office": "", "kind": ""}
    answer = browser.post("/new", data=given, files={"last": ("ปีก่อน.xlsx", WORKBOOK)})
    assert browser.get(f"{answer.url}/form").content == ita_docs.new(2567, last=WORKBOOK)
    again = browser.post("/new", data={**given, "year": "2566"}, files={"last": ("ปีก่อน.xlsx", WORKBOOK)})
    assert again.status_code == 422
    assert "ปีก่อน.xlsx" in web.text(again.text)


def test_old_documents_become_a_workbook_that_can_be_brought(browser: httpx.Client) -> None:
    order = ita_docs.build(WORKBOOK, only=["order"]).files["order.docx"]
    job = web.bring(browser, {"คำสั่ง.docx": order}, "/old")
    assert "แบบกรอกของปีงบประมาณ พ.ศ. 2566 พร้อมแล้ว" in web.text(browser.get(job).text)
    imported = browser.get(f"{job}/old").content
    assert ita_docs.read(imported)[0] or ita_docs.check(imported)
    assert "ยังไม่ได้เลือกเอกสาร" in web.text(browser.post("/old", data={"year": ""}).text)


def test_mistakes_of_a_template_are_told_at_their_places(browser: httpx.Client) -> None:
    document, kept = docx.Document(), io.BytesIO()
    document.add_paragraph("{{ order.nummber }}")
    document.save(kept)
    job = web.bring(browser, {"my_template.docx": kept.getvalue()}, "/template")
    assert "order.nummber" in web.text(browser.get(job).text)
    assert browser.get(f"{job}/annotated").is_success


@pytest.mark.parametrize("typeface", ["TH SarabunPSK", pytest.param("Cordia New", marks=pytest.mark.office)])
def test_what_a_template_makes_of_a_workbook_is_shown(browser: httpx.Client, typeface: str) -> None:
    template = _saying("{{ office.name }} ชื่อ", typeface=typeface)
    files = {"files": ("letter_template.docx", template), "book": ("a.xlsx", WORKBOOK)}
    job = web.settled(browser, str(browser.post("/template", files=files).url))
    assert browser.get(f"{job}/picture/documents/letter/1").content[:4] == b"\x89PNG"
    made = docx.Document(io.BytesIO(browser.get(f"{job}/file/documents/letter.docx").content))
    assert made.paragraphs[0].text == f"{ita_docs.read(WORKBOOK)[0].office.name} ชื่อ"  # type: ignore[union-attr]


def test_an_excel_template_is_looked_at_and_filled_as_a_word_one(browser: httpx.Client) -> None:
    job = web.bring(browser, {"list_template.xlsx": excel_template({"A1": "{{ order.nummber }}"})}, "/template")
    assert "ชีต รายชื่อ ช่อง A1" in web.text(browser.get(job).text)
    assert browser.get(f"{job}/annotated").status_code == 404
    sound = excel_template({"A1": "{{ office.name }}"})
    files = {"files": ("list_template.xlsx", sound), "book": ("a.xlsx", WORKBOOK)}
    job = web.settled(browser, str(browser.post("/template", files=files).url))
    assert ">Excel</a>" in browser.get(job).text
    made = cells(browser.get(f"{job}/file/documents/list.xlsx").content)
    assert made["A1"] == ita_docs.read(WORKBOOK)[0].office.name  # type: ignore[union-attr]


def _saying(text: str, title: str = "", typeface: str = "TH SarabunPSK") -> bytes:
    """A template of one paragraph; one of another typeface only an office program can print."""
    document, kept = docx.Document(), io.BytesIO()
    document.core_properties.title = title
    fonts = document.styles["Normal"].element.get_or_add_rPr().get_or_add_rFonts()
    fonts.attrib.clear()
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), typeface)
    document.add_paragraph(text)
    document.save(kept)
    return kept.getvalue()


@pytest.mark.soak
def test_a_template_of_the_office_is_kept_and_its_packs_are_made_with_it(office: web.Browser) -> None:
    Path("templates").rmdir()
    for text, said in (("อื่น", "ใช้แม่แบบนี้กับชุดเอกสารแล้ว"), ("{{ office.name }} ชื่อ", "มีแม่แบบชื่อนี้อยู่แล้ว")):
        job = web.bring(office, {"letter_template.docx": _saying(text)}, "/template")
        assert said in web.text(office.post(f"{job}/adopt").text)
    assert docx.Document("templates/letter_template.docx").paragraphs[0].text == "อื่น"
    assert "แม่แบบเดิมเก็บไว้ที่" in web.text(office.post(f"{job}/adopt", data={"replace": "yes"}).text)
    (kept,) = Path("templates", "ฉบับเดิม").iterdir()
    assert docx.Document(str(kept)).paragraphs[0].text == "อื่น"
    assert batch.unused_templates([Path("templates")]) == ()
    job = web.bring(office, {"list.docx": _saying("รายชื่อ")}, "/template")
    assert "ไม่ลงท้ายด้วย _template.docx" in web.text(office.post(f"{job}/adopt").text)
    assert sorted(path.name for path in Path("templates").iterdir()) == ["letter_template.docx", "ฉบับเดิม"]
    with web.pack(office, {"a.xlsx": WORKBOOK}) as job:
        assert "ใช้แม่แบบของหน่วยงานในโฟลเดอร์ templates: letter_template.docx" in web.text(office.get(f"{job}/take").text)
        letter = docx.Document(io.BytesIO(office.get(f"{job}/file/documents/letter.docx").content))
    assert letter.paragraphs[0].text.endswith(" ชื่อ")
    for texts, said in ((["ทํา", "ทํา"], True), (["{{ office.name }}"], False)):
        Path("templates", "letter_template.docx").write_bytes(fresh(*texts))
        with web.pack(office, {"a.xlsx": WORKBOOK}) as job:
            shown = web.text(office.get(f"{job}/take").text)
        assert ("สิ่งที่ควรทราบของแม่แบบ 1 เรื่อง ควรตรวจสอบ letter_template.docx เนื้อหา ย่อหน้าที่ 1 และอีก 1 จุด" in shown) is said
        assert ("ดูทุกจุดที่หน้า “ตรวจแม่แบบ”" in shown) is said
    Path("templates", "letter_template.docx").write_bytes(_saying("{{ office.nmae }}"))
    job = web.bring(office, {"a.xlsx": WORKBOOK})
    assert "แม่แบบของหน่วยงาน letter_template.docx" in web.text(office.get(f"{job}/take").text)


@pytest.mark.soak
def test_a_pack_that_a_template_keeps_back_says_why_on_every_page(office: web.Browser) -> None:
    Path("templates", "letter_template.docx").write_bytes(_saying('{{ more["คำขวัญ"] }}'))
    job = web.bring(office, {"a.xlsx": WORKBOOK})
    pages = [web.text(office.get(f"{job}{one}").text) for one in ("", "/see", "/take")]
    assert [page for page in pages if "ยังไม่สร้างเอกสาร" not in page or "ไม่มี “คำขวัญ” ในแบบกรอกนี้" not in page] == []
    assert "รับทุกไฟล์" not in pages[2]
    assert "ดูเอกสารที่จัดทำแล้ว" not in pages[0]


@pytest.mark.soak
def test_a_document_of_the_office_is_called_by_the_title_of_its_template(office: web.Browser) -> None:
    Path("templates", "memo_template (1).docx").write_bytes(_saying("ข้อความ"))
    for name, title in (("a", "หนังสือ: นำส่ง"), ("b", "หนังสือ: นำส่ง"), ("c", "ปก"), ("d", "")):
        Path("templates", f"{name}_template.docx").write_bytes(_saying("ข้อความ", title))
    job = web.bring(office, {"a.xlsx": WORKBOOK})
    shown = web.text(office.get(f"{job}/take").text)
    assert [one for one in ("หนังสือ: นำส่ง Word", "b Word", "c Word", "d Word") if one not in shown] == []
    assert "ไม่ใช้ไฟล์ memo_template (1).docx ในโฟลเดอร์แม่แบบ" in shown
    names = zipfile.ZipFile(io.BytesIO(office.get(f"{job}/zip/documents").content)).namelist()
    ends = {name.rpartition("/")[2] for name in names}
    assert {"หนังสือ  นำส่ง.docx", "หนังสือ  นำส่ง.pdf", "b.docx", "ปก.docx", "c.docx", "d.docx"} <= ends


@pytest.mark.soak
def test_the_summary_of_a_template_says_what_must_be_mended(browser: httpx.Client) -> None:
    for data, said in (
        (_saying("{{ office.nmae }} {{ more[“ก”] }}"), "ต้องแก้ไข 1 จุดในแม่แบบ a_template.docx"),
        (_saying("{{ more[“ก”] }}"), "ไม่มีจุดที่ต้องแก้ไขในแม่แบบ a_template.docx"),
        (browser.get("/template/letter_template.docx").content, "ไม่พบข้อผิดพลาดในแม่แบบ a_template.docx"),
    ):
        job = web.bring(browser, {"a_template.docx": data}, "/template")
        assert said in web.text(browser.get(job).text)


def test_the_names_that_templates_may_use_are_on_a_page(browser: httpx.Client) -> None:
    assert 'href="/names"' in browser.get("/template").text
    shown = web.text(browser.get("/names").text)
    assert "seats[].role หน้าที่ในคณะ เช่น ประธานกรรมการ ข้อความ บุคลากร: หน้าที่ในคณะ ประธานกรรมการ" in shown
    assert "{{ office.name }}" in shown
    submission, _ = ita_docs.read(next(examples().glob("department_*.xlsx")))
    assert submission
    assert submission.office.name in shown


def test_the_templates_of_the_software_are_taken_home(browser: httpx.Client) -> None:
    shown = re.findall(r'href="/template/([^"]+)">([^<]+)<', browser.get("/template").text)
    assert ("order_template.docx", "คำสั่ง") in shown
    assert ("letter_template.docx", "หนังสือนำส่ง") in shown
    assert ("personnel_list_template.xlsx", "บัญชีรายชื่อคณะกรรมการ") in shown
    for name, _ in shown:
        assert browser.get(f"/template/{name}").content[:2] == b"PK"
    assert browser.get("/template/comparison_template.docx").status_code == 404


def test_each_kind_of_office_has_an_example_to_look_at(browser: httpx.Client) -> None:
    shown = browser.get("/examples").text
    kinds = re.findall(r'action="/examples/([a-z_]+)"', shown)
    assert len(kinds) == 12
    job = web.looked_at(browser, str(browser.post(f"/examples/{kinds[0]}").url))
    assert "ไม่มีเรื่องที่ต้องแก้ไข" in web.text(browser.get(job).text)
    browser.post(f"{job}/delete")
    assert browser.post("/examples/nothing").status_code == 404


def test_what_is_deleted_is_gone_at_once(browser: httpx.Client) -> None:
    job = web.looked(browser, {"a.xlsx": WORKBOOK})
    browser.post(f"{job}/delete")
    assert browser.get(job).status_code == 404
    assert browser.get(f"{job}/file/documents/order.docx").status_code == 404


def test_a_workbook_of_very_many_cells_is_shown_without_its_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    form = ita_docs.new(2568)
    looked = grid.of(form, ())
    assert any("bold" in cell for sheet in looked for row in sheet["rows"] for cell in row["cells"])
    monkeypatch.setattr(grid, "MOST_CELLS", 10)
    plain = grid.of(form, ())
    assert _texts(plain) == _texts(looked)
    assert not any(
        cell.keys() & {"bold", "fill", "span"} for sheet in plain for row in sheet["rows"] for cell in row["cells"]
    )


def _texts(sheets: list[dict[str, Any]]) -> dict[tuple[str, str], str]:
    """What is shown in each cell, by sheet and name."""
    every = ((sheet["name"], cell) for sheet in sheets for row in sheet["rows"] for cell in row["cells"])
    return {(name, cell["name"]): cell["text"] for name, cell in every if cell["text"]}


def test_what_is_no_workbook_is_told_before_anything_is_done(browser: httpx.Client) -> None:
    for files in ({"คำสั่ง.docx": b""}, {"a.xlsx": WORKBOOK, "คำสั่ง.docx": b""}):
        answer = browser.post("/work", files=[("files", one) for one in files.items()])
        assert answer.status_code == 422
        assert "คำสั่ง.docx ไม่ใช่แบบกรอก" in web.text(answer.text)


def test_messages_on_the_page_name_no_command() -> None:
    every = [value for room in (reader, refusals, last_year, standing, reading) for value in vars(room).values()]
    hints = [on_page(one.hint) for one in every if isinstance(one, Kind)]
    lines = [on_page(one) for one in (new.UNLIKE, new.UNKNOWN, rollover._RESULTS_NEXT)]
    assert len(hints) > 20
    assert [one for one in (*hints, *lines) if "--" in one or "ita-docs" in one] == []
