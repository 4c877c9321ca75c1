"""The site of documentation: its links are held by ``make site`` itself, which mkdocs ends where one leads nowhere."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

import ita_docs
from tests.needs import chromium

ROOT = Path(__file__).resolve().parent.parent


def test_the_page_of_the_library_has_all_that_the_package_gives() -> None:
    page = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    shown = {line.rsplit(".", 1)[1] for line in page.splitlines() if line.startswith("::: ")}
    assert {*ita_docs.__all__} - shown == set()


def test_headings_are_named_as_github_names_them() -> None:
    hooks = pytest.importorskip("tools.site_hooks", reason="needs mkdocs", exc_type=ImportError)
    assert hooks.slug("ปีแรก: เริ่มที่ “หน้าเว็บ” (Web)", "-") == "ปีแรก-เริ่มที่-หน้าเว็บ-web"


def test_thai_words_of_the_index_are_parted() -> None:
    hooks = pytest.importorskip("tools.site_hooks", reason="needs mkdocs", exc_type=ImportError)
    assert hooks.parted("<b>คณะกรรมการ</b> ITA").split("\u200b") == ["<b>คณะ", "กรรมการ</b> ITA"]


@pytest.mark.parametrize(
    ("link", "source", "target"),
    [
        ("../CONTRIBUTING.md", "architecture.md", "CONTRIBUTING.md"),
        ("docs/glossary.md", "CONTRIBUTING.md", "glossary.md"),
        ("../pipeline/wordfill/README.md", "architecture.md", "pipeline/wordfill/README.md"),
        ("templates.md#แท็ก", "guide.md", "templates.md#แท็ก"),
    ],
)
def test_links_lead_to_the_pages_of_the_site(link: str, source: str, target: str) -> None:
    hooks = pytest.importorskip("tools.site_hooks", reason="needs mkdocs", exc_type=ImportError)
    assert hooks.led(f"[words]({link})", source) == f"[words]({target})"


class Quiet(SimpleHTTPRequestHandler):
    """Says nothing of what it hands out."""

    def log_message(self, *_: object) -> None: ...


@pytest.fixture
def address() -> Iterator[str]:
    """The site that ``ITA_DOCS_SITE`` names, served."""
    folder = os.environ.get("ITA_DOCS_SITE")
    if not folder:
        pytest.skip("ITA_DOCS_SITE names no site (make site)")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.browser
@pytest.mark.parametrize("asked", ["ลายน้ำ", "แบบอักษร", "แต่งตั้งคณะกรรมการ", "watermark no page has"])
def test_search_finds_thai_words_and_nothing_comes_from_elsewhere(address: str, asked: str) -> None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        page = browser.new_page()
        called: list[str] = []
        page.on("request", lambda request: called.append(request.url))
        page.goto(f"{address}/index.html")
        page.click(".md-search__input")
        page.keyboard.insert_text(asked)
        page.keyboard.press("End")  # the theme looks when a key is let go
        page.wait_for_function("/^(ไม่)?พบ/.test(document.querySelector('.md-search-result__meta').innerText)")
        if not asked.isascii():
            page.wait_for_selector(".md-search-result__item")
        found = page.inner_text(".md-search-result__list")
        browser.close()
    word = asked.removeprefix("แต่งตั้ง")
    assert (word in found.replace("\u200b", "")) is not asked.isascii()
    assert [url for url in called if not url.startswith((address, "data:", "blob:"))] == []
