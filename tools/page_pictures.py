"""Make the pictures of the page in docs/images/: ``python -m tools.page_pictures``. It needs Chromium and Playwright.

The workbook on them is the example of a municipality, with one score spoiled.
"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import docx
from PIL import Image
from playwright.sync_api import Page, expect, sync_playwright

from ita_docs.workbook import mending

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
EXAMPLE = ROOT / "examples" / "municipality_2567.xlsx"
_SIZE = {"width": 1100, "height": 760}
_PATIENCE = 60_000
_COLOURS = 128


@contextmanager
def served() -> Iterator[str]:
    """The address of a page of its own."""
    command = [sys.executable, "-m", "ita_docs", "serve", "--no-browser"]
    with tempfile.TemporaryDirectory() as folder:
        process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True, encoding="utf-8")
        assert process.stdout is not None
        found = re.search(r"http\S+", process.stdout.readline())
        assert found is not None
        try:
            yield found[0]
        finally:
            process.terminate()
            process.wait(60)


def keep(page: Page, name: str) -> None:
    """The picture of what is seen of the page."""
    page.wait_for_load_state()
    picture = Image.open(io.BytesIO(page.screenshot())).convert("P", palette=Image.Palette.ADAPTIVE, colors=_COLOURS)
    picture.save(IMAGES / f"page-{name}.png", optimize=True)
    print(f"docs/images/page-{name}.png")


def faulty_template(folder: Path) -> Path:
    """A template with mistakes that people make."""
    document = docx.Document()
    for text in ("เรียน {{ office.nmae }}", "{%p for committee in committees %}", "{{ committee.name }}"):
        document.add_paragraph(text)
    path = folder / "letter_template.docx"
    document.save(str(path))
    return path


def go_through(page: Page, address: str, folder: Path) -> None:
    """Through the page as its users go, with a picture of each state."""
    base = address.partition("/?")[0]
    page.goto(address)
    keep(page, "start")
    for name in ("new", "old", "template", "examples"):
        page.goto(f"{base}/{name}")
        keep(page, name)
    page.goto(f"{base}/template")
    page.set_input_files("#files", faulty_template(folder))
    page.get_by_role("button", name="ตรวจแม่แบบ").click()
    expect(page.locator(".problems")).to_be_visible(timeout=_PATIENCE)
    keep(page, "template-found")
    wrong = folder / EXAMPLE.name
    wrong.write_bytes(mending.put(EXAMPLE.read_bytes(), "คะแนน", {"C5": "870"}))
    page.goto(base)
    page.set_input_files("#files", wrong)
    page.get_by_role("button", name="ตรวจแบบกรอก").click()
    expect(page.locator("#p1")).to_be_visible(timeout=_PATIENCE)
    page.locator("#summary a").click()
    page.locator("#p1 a.cell").click()
    expect(page.locator("td:target")).to_be_visible()
    keep(page, "check")
    page.goto(base)
    page.set_input_files("#files", EXAMPLE)
    page.get_by_role("button", name="ตรวจแบบกรอก").click()
    page.wait_for_function("document.body.dataset.pending === '0'", timeout=_PATIENCE)
    page.get_by_role("link", name="ดูเอกสาร", exact=True).click()
    page.get_by_role("link", name="คำสั่งแต่งตั้ง").click()
    page.wait_for_function("document.images.length && document.images[0].complete")
    keep(page, "see")
    page.get_by_role("link", name="รับไฟล์").click()
    keep(page, "take")
    page.goto(base)
    page.set_input_files("#files", [EXAMPLE, wrong.rename(folder / "ผิด.xlsx"), *EXAMPLE.parent.glob("[hs]*.xlsx")])
    page.get_by_role("button", name="ตรวจแบบกรอก").click()
    page.wait_for_function("document.body.dataset.pending === '0'", timeout=_PATIENCE)
    keep(page, "many")


def main() -> None:
    """Make all pictures anew."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with tempfile.TemporaryDirectory() as folder, served() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        go_through(browser.new_page(viewport=_SIZE, locale="th-TH", bypass_csp=True), address, Path(folder))  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
