"""The page in a real browser: with a mouse, by keyboard alone, on a telephone, without scripts; and for everyone."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

import made_workbook
import needs
import web
from ita_docs.workbook import mending

pytestmark = pytest.mark.browser
PATIENCE = 300_000.0
"""So many milliseconds a busy machine may take."""
expect.set_options(timeout=PATIENCE)

LOOKS_FOR_EVERYONE = """async () => {
  let changed = false, found;
  new MutationObserver(() => { changed = true; }).observe(document.body, { childList: true, subtree: true });
  do { changed = false; found = (await axe.run()).violations; } while (changed); // what is gone has no looks
  return found.map(one => `${one.id}: ${one.nodes[0].html}`);
}"""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with web.page() as browser:
        yield str(browser.base_url).rstrip("/")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=needs.chromium(), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    with chromium.new_context(locale="th-TH", viewport={"width": 1280, "height": 900}, bypass_csp=True) as context:
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        faults: list[str] = []
        page.on("pageerror", lambda fault: faults.append(str(fault)))
        yield page
        assert faults == []


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A sound workbook, and one with a wrong score."""
    folder = tmp_path_factory.mktemp("books")
    sound = made_workbook.save(made_workbook.sheets(), folder, "ดี.xlsx")
    wrong = folder / "ผิด.xlsx"
    wrong.write_bytes(mending.put(sound.read_bytes(), "คะแนน", {"C2": "870"}))
    return {"sound": sound, "wrong": wrong}


def test_from_a_wrong_score_to_the_documents(page: Page, address: str, books: dict[str, Path]) -> None:
    page.goto(address)
    is_for_everyone(page)
    page.set_input_files("#files", books["wrong"])
    page.get_by_role("button", name="ตรวจแบบกรอก").click()
    expect(page.get_by_role("heading", name="ต้องแก้ไข 1 เรื่องก่อนสร้างเอกสาร")).to_be_visible()
    is_for_everyone(page)
    page.locator("#p1").get_by_role("link").first.click()
    expect(page.locator("td:target")).to_contain_text("870")
    page.locator("td:target a").click()
    page.locator("#p1 summary").click()
    score = made_workbook.sheets()["คะแนน"][1][2]
    page.get_by_label("ค่าใหม่ของชีต คะแนน C2").fill(str(score))
    page.get_by_role("button", name="บันทึกช่องนี้แล้วตรวจใหม่").click()
    expect(page.get_by_role("heading", name="ไม่มีเรื่องที่ต้องแก้ไข")).to_be_visible()
    is_for_everyone(page)
    page.get_by_role("link", name="ดูเอกสาร", exact=True).click()
    page.wait_for_url("**/see")
    is_done(page)
    page.get_by_role("link", name="คำสั่งแต่งตั้ง").click()
    page.wait_for_url("**/see?document=*")
    expect(page.get_by_role("img", name="คำสั่งแต่งตั้ง หน้า 1", exact=True)).to_be_visible()
    is_for_everyone(page)
    page.get_by_role("link", name="รับไฟล์").click()
    page.wait_for_url("**/take")
    is_for_everyone(page)
    with page.expect_download() as taken:
        page.get_by_role("link", name="รับทุกไฟล์ในไฟล์เดียว").click()
    assert taken.value.suggested_filename == "เอกสาร ITA ผิด.zip"
    with zipfile.ZipFile(taken.value.path()) as archive:
        order = archive.read("เอกสาร ITA ผิด/คำสั่งแต่งตั้ง.docx")
    assert any("คำสั่ง" in paragraph.text for paragraph in docx.Document(io.BytesIO(order)).paragraphs)
    page.get_by_text("ลบไฟล์ของงานนี้", exact=True).click()
    page.get_by_role("button", name="ลบไฟล์ของงานนี้ทั้งหมด").click()
    expect(page.get_by_role("status").filter(has_text="ลบไฟล์ของงานนั้นทั้งหมดแล้ว")).to_be_visible()
    page.wait_for_load_state()  # there is no way back from a page that is still arriving
    page.go_back()
    expect(page.get_by_role("heading", name="ไม่พบหน้านี้")).to_be_visible()
    is_for_everyone(page)


def test_the_list_stays_where_it_is_while_its_cells_are_shown(
    page: Page, address: str, books: dict[str, Path], tmp_path: Path
) -> None:
    wrong = {"C2": "870", "C3": "871", "C4": "872", "C5": "873", "C6": "874", "C7": "875", "C8": "876"}
    (tmp_path / "ผิด.xlsx").write_bytes(mending.put(books["sound"].read_bytes(), "คะแนน", wrong))
    page.goto(address)
    page.set_input_files("#files", tmp_path / "ผิด.xlsx")
    page.get_by_role("button", name="ตรวจแบบกรอก").click()
    is_done(page)
    expect(page.locator("#summary")).to_be_focused()
    expect(page).to_have_title(re.compile("ต้องแก้ไข 7 เรื่อง"))
    page.get_by_role("link", name="ข้อมูลทั่วไป", exact=True).click()
    expect(page.locator("#book .here a")).to_be_focused()
    expect(page.locator("#book .here a")).to_contain_text("ข้อมูลทั่วไป")
    page.locator("#p6").scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    page.locator("#p6 a.cell").click()
    expect(page.locator("td:target")).to_contain_text("875")
    assert page.evaluate("scrollY") == before > 0
    page.locator("td:target a").click()
    expect(page.locator("li:target")).to_contain_text("875")


def test_a_new_form_is_taken_home(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="ขอแบบกรอกของปีใหม่").click()
    page.wait_for_url("**/new")
    is_for_everyone(page)
    page.get_by_label("ชื่อหน่วยงาน").fill("เทศบาลตำบลตัวอย่าง")
    page.get_by_role("button", name="สร้างแบบกรอก").click()
    page.wait_for_url("**/work/*")
    is_for_everyone(page)
    with page.expect_download() as taken:
        page.get_by_role("link", name="ดาวน์โหลดแบบกรอก").click()
    assert taken.value.suggested_filename.startswith("แบบกรอก ITA 25")


def test_many_offices_and_their_comparison(page: Page, address: str, books: dict[str, Path]) -> None:
    page.goto(address)
    page.set_input_files("#files", [books["sound"], books["wrong"]])
    page.get_by_role("button", name="ตรวจแบบกรอก").click()
    is_done(page)
    expect(page.get_by_role("link", name="รับทุกหน่วยงานในไฟล์เดียว")).to_be_visible()
    is_for_everyone(page)
    page.get_by_role("button", name="เปรียบเทียบผลการประเมิน").click()
    expect(page.get_by_text("เปรียบเทียบผลการประเมิน (Excel)")).to_be_visible()
    is_for_everyone(page)


def test_a_template_with_a_mistake(page: Page, address: str, tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("{{ order.nummber }}")
    document.save(str(tmp_path / "order_template.docx"))
    page.goto(f"{address}/template")
    is_for_everyone(page)
    page.set_input_files("#files", tmp_path / "order_template.docx")
    page.get_by_role("button", name="ตรวจแม่แบบ").click()
    expect(page.get_by_text("order.nummber").first).to_be_visible()
    is_for_everyone(page)


def test_nothing_is_wider_than_a_telephone(chromium: Browser, address: str, books: dict[str, Path]) -> None:
    with chromium.new_context(viewport={"width": 390, "height": 800}, color_scheme="dark", bypass_csp=True) as context:
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        page.goto(address)
        for name in ("/", "/new", "/template", "/old"):
            page.goto(address + name)
            assert page.evaluate("document.documentElement.scrollWidth") <= 390
            is_for_everyone(page)
        page.goto(address)
        page.set_input_files("#files", books["wrong"])
        page.get_by_role("button", name="ตรวจแบบกรอก").click()
        is_done(page)
        expect(page.locator("#p1")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        is_for_everyone(page)


def test_by_keyboard_alone(page: Page, address: str, books: dict[str, Path]) -> None:
    page.goto(address)
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("ข้ามไปที่เนื้อหา")
    page.set_input_files("#files", books["wrong"])  # the system's own window for files
    _tab_to(page, "ตรวจแบบกรอก")
    page.keyboard.press("Enter")
    is_done(page)
    _tab_to(page, "แก้ในหน้านี้")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Control+A")
    page.keyboard.type(str(made_workbook.sheets()["คะแนน"][1][2]))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="ไม่มีเรื่องที่ต้องแก้ไข")).to_be_visible()


def test_without_scripts_the_main_way_works(chromium: Browser, address: str, books: dict[str, Path]) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        page.goto(address)
        page.set_input_files("#files", books["sound"])
        page.get_by_role("button", name="ตรวจแบบกรอก").click()
        is_done(page)  # it loads itself anew until then, and would take a click along
        page.get_by_role("link", name="รับไฟล์").click()
        expect(page.get_by_role("link", name="รับทุกไฟล์ในไฟล์เดียว")).to_be_visible()


def test_another_browser_finds_nothing(page: Page, chromium: Browser, address: str, books: dict[str, Path]) -> None:
    page.goto(address)
    page.set_input_files("#files", books["sound"])
    page.get_by_role("button", name="ตรวจแบบกรอก").click()
    page.wait_for_url("**/work/*")
    with chromium.new_context() as another:
        another.set_default_timeout(PATIENCE)
        other = another.new_page()
        for view in ("", "/see", "/take", "/events", "/zip/documents"):
            answer = other.goto(page.url + view)
            assert answer is not None
            assert answer.status == 404


def _tab_to(page: Page, name: str) -> None:
    """Press Tab until what has the focus says ``name``."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == name:
            return
    pytest.fail(f"no {name} by keyboard")


def is_done(page: Page) -> None:
    """The page of a job has arrived and shows all that was made: nothing on it is replaced any more."""
    page.wait_for_url("**/work/**")
    expect(page.locator("body")).to_have_attribute("data-pending", "0")
    page.wait_for_load_state()


def is_for_everyone(page: Page) -> None:
    """Nothing on the page keeps out people who see, hear or move in other ways, as far as axe-core can tell."""
    page.wait_for_load_state()
    page.evaluate(Path(needs.axe()).read_text(encoding="utf-8"))
    assert page.evaluate(LOOKS_FOR_EVERYONE) == []


def test_a_page_without_events_gets_on_by_itself(page: Page, address: str, books: dict[str, Path]) -> None:
    page.route("**/events", lambda route: route.fulfill(status=503))
    page.goto(address)
    page.set_input_files("#files", books["sound"])
    page.get_by_role("button", name="ตรวจแบบกรอก").click()
    page.get_by_role("link", name="ดูเอกสาร", exact=True).click()
    page.wait_for_url("**/see")
    expect(page.locator(".waiting")).to_have_count(0)
    expect(page.locator("figure").first).to_be_visible()


def test_a_cell_that_cannot_be_fetched_is_asked_for_by_the_browser_itself(
    page: Page, address: str, books: dict[str, Path]
) -> None:
    page.goto(address)
    page.set_input_files("#files", books["wrong"])
    page.get_by_role("button", name="ตรวจแบบกรอก").click()
    is_done(page)
    page.route(
        "**/work/*?sheet=*", lambda route: route.fallback() if route.request.is_navigation_request() else route.abort()
    )
    page.locator("#p1 a.cell").click()
    expect(page.locator("td:target")).to_contain_text("870")


def test_it_is_said_that_files_are_on_their_way(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("form.first").dispatch_event("submit")  # a real one would be over too soon
    expect(page.get_by_text("กำลังส่งไฟล์")).to_be_visible()
    expect(page.get_by_role("button", name="ตรวจแบบกรอก")).to_be_disabled()
    page.evaluate("dispatchEvent(new Event('pageshow'))")  # as when the user comes back
    expect(page.get_by_text("กำลังส่งไฟล์")).to_have_count(0)
    expect(page.get_by_role("button", name="ตรวจแบบกรอก")).to_be_enabled()


def test_files_are_kept_while_their_page_is_open(page: Page, address: str, books: dict[str, Path]) -> None:
    page.clock.install()
    page.goto(address)
    page.set_input_files("#files", books["wrong"])
    page.get_by_role("button", name="ตรวจแบบกรอก").click()
    is_done(page)
    expect(page.locator("#summary")).to_be_visible()
    for _ in range(2):
        with page.expect_request("**/events"):
            page.clock.fast_forward(300_000)
