"""Attacks on the page: what must not come in, what must not be seen, and what must not stop the others."""

from __future__ import annotations

import errno
import io
import re
import socket
import tempfile
import time
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import httpx
import pytest

import made_workbook
import web
from ita_docs.web import brought
from ita_docs.web.bounds import MB, Bounds
from ita_docs.workbook import mending

SMALL = b"PK\x03\x04 no workbook"


def _workbook() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        return made_workbook.save(made_workbook.sheets(), Path(folder)).read_bytes()


@pytest.fixture(scope="module")
def browser() -> Iterator[web.Browser]:
    bounds = Bounds(workers=1, upload=MB, files=5, streams=3, slowest=1.0, jobs=40)
    with web.page(bounds) as browser:
        yield browser


def _files(count: int, size: int = 10) -> list[tuple[str, tuple[str, bytes]]]:
    return [("files", (f"{number}.xlsx", b"x" * size)) for number in range(count)]


def _key(browser: httpx.Client, job: str) -> str:
    """The key of a job, which its browser keeps."""
    return next(cookie.value or "" for cookie in browser.cookies.jar if cookie.path and job.endswith(cookie.path))


def test_more_than_may_be_brought_is_refused_however_it_comes(browser: web.Browser) -> None:
    assert browser.post("/work", files=_files(1, MB + 1)).status_code == 413
    head = b'--b\r\nContent-Disposition: form-data; name="files"; filename="a.xlsx"\r\n\r\n'
    chunks = (head, *(b"x" * 65_536 for _ in range(20)))
    chunked = browser.post("/work", content=iter(chunks), headers={"content-type": "multipart/form-data; boundary=b"})
    assert chunked.status_code == 413
    assert "เกิน 1 MB" in web.text(chunked.text)


def test_too_many_files_are_refused(browser: web.Browser) -> None:
    answer = browser.post("/work", files=_files(6))
    assert answer.status_code == 413
    assert "ไม่เกิน 5 ไฟล์" in web.text(answer.text)


def test_a_form_that_is_none_is_refused(browser: web.Browser) -> None:
    broken = browser.post("/work", content=b"--b\r\nx", headers={"content-type": "multipart/form-data"})
    assert broken.status_code in (400, 413, 422)
    assert browser.post("/work", content=b"files=1").status_code == 422
    assert browser.put("/work").status_code == 404


def test_a_slow_sender_is_ended(browser: web.Browser) -> None:
    host, port = browser.base_url.host, browser.base_url.port
    with socket.create_connection((host, port)) as slow:
        slow.sendall(
            f"POST /work HTTP/1.1\r\nHost: {host}:{port}\r\nContent-Type: multipart/form-data; boundary=b\r\n".encode()
        )
        slow.sendall(b"Content-Length: 1000\r\n\r\n--b")
        slow.settimeout(20)
        assert b" 408 " in slow.recv(100)


def test_names_of_files_lead_nowhere(browser: web.Browser) -> None:
    for name in ("../../../etc/passwd.xlsx", "C:\\Windows\\a.xlsx", "/etc/a.xlsx", "a\x00b.xlsx", "x" * 3000 + ".xlsx"):
        job = web.bring(browser, {name: SMALL})
        shown = web.text(browser.get(job).text)
        assert ".." not in shown.split("ตรวจแบบกรอก")[0]
        assert len(shown) < 3000
        browser.post(f"{job}/delete")


@pytest.mark.parametrize(
    "path", ["file/documents/..%2Fgrid.json", "file/..%2Fbrought/0001.xlsx", "zip/..%2Fbrought", "zip/brought"]
)
def test_addresses_lead_to_no_other_file(browser: web.Browser, path: str) -> None:
    job = web.bring(browser, {"a.xlsx": SMALL})
    assert browser.get(f"{job}/{path}").status_code == 404


def test_scripts_in_names_and_cells_stay_text(browser: web.Browser) -> None:
    script = "<script>alert(1)</script>"
    book = mending.put(_workbook(), "บุคลากร", {"E2": f'"><img src=x onerror=1>{script}'})
    job = web.bring(browser, {f"{script}.xlsx": book})
    shown = browser.get(f"{job}?sheet=3").text + browser.get(f"{job}/take").text
    assert "<script>alert" not in shown
    assert "<img src=x" not in shown
    assert "&lt;img src=x" in shown


def test_a_post_from_another_site_is_refused(browser: web.Browser) -> None:
    for headers in (
        {"origin": "https://evil.example"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ):
        assert browser.post("/work", files=_files(1), headers=headers).status_code == 403
    own = str(browser.base_url).rstrip("/")
    assert browser.post("/work", headers={"origin": own, "sec-fetch-site": "same-origin"}).status_code == 422


def test_another_browser_sees_nothing_of_a_job(browser: web.Browser) -> None:
    job = web.bring(browser, {"a.xlsx": SMALL})
    key = _key(browser, job)
    other = httpx.Client(base_url=browser.base_url)
    for given in ({}, {"ita-docs-job": "forged"}, {"ita-docs-job": ""}, {"ita-docs-job": f"{key}x"}):
        for address in (
            "",
            "/see",
            "/take",
            "/events",
            "/marked",
            "/workbook",
            "/zip/documents",
            "/file/documents/order.docx",
        ):
            cookie = "; ".join(f"{name}={value}" for name, value in given.items())
            assert other.get(f"{job}{address}", headers={"cookie": cookie}).status_code == 404
        assert other.post(f"{job}/delete").status_code == 404
    assert browser.get(job).status_code == 200
    browser.post(f"{job}/delete")
    assert other.get(job, headers={"cookie": f"ita-docs-job={key}"}).status_code == 404
    other.close()


def test_the_key_of_a_job_goes_to_its_addresses_alone_and_to_no_script(browser: web.Browser) -> None:
    answer = browser.post("/work", files=[("files", ("a.xlsx", SMALL))], follow_redirects=False)
    cookie = answer.headers["set-cookie"]
    assert f"Path={answer.headers['location']}" in cookie
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie


@pytest.mark.parametrize("address", ["/", "/new", "/template", "/old", "/nothing", "/static/style.css"])
def test_every_answer_bounds_what_a_browser_may_do(browser: web.Browser, address: str) -> None:
    headers = browser.get(address).headers
    assert headers["content-security-policy"].startswith("default-src 'none'; style-src 'self'; script-src 'self'")
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"]


def test_no_page_has_style_or_script_of_its_own(browser: web.Browser) -> None:
    for address in ("/", "/new", "/template", "/old"):
        assert not re.search(r"<style|style=|<script(?! src=)|\son\w+=", browser.get(address).text)


def test_event_streams_are_capped(browser: web.Browser) -> None:
    address = web.bring(browser, {"a.xlsx": SMALL})
    job = browser.server.jobs.get(address.rpartition("/")[2], _key(browser, address))
    assert job is not None
    job.pending.add("what never ends")
    with ExitStack() as streams:
        opened = [streams.enter_context(browser.stream("GET", f"{address}/events")) for _ in range(3)]
        assert [one.status_code for one in opened] == [200, 200, 200]
        refused = browser.get(f"{address}/events")
        assert (refused.status_code, refused.headers["retry-after"]) == (503, "5")


def test_a_bomb_is_told_as_a_problem(browser: web.Browser) -> None:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("xl/workbook.xml", b"0" * (200 * MB))
    job = web.bring(browser, {"bomb.xlsx": kept.getvalue()})
    assert "ไม่เปิดไฟล์ bomb.xlsx" in web.text(browser.get(job).text)


def test_a_full_disk_is_told(browser: web.Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    async def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr(brought, "lay", full)
    answer = browser.post("/work", files=_files(1))
    assert answer.status_code == 507
    assert "พื้นที่ไม่พอ" in web.text(answer.text)


def test_more_jobs_than_are_kept_are_refused() -> None:
    with web.page(Bounds(workers=1, jobs=1)) as browser:
        job = web.bring(browser, {"a.xlsx": SMALL})
        answer = browser.post("/work", files=_files(1))
        assert (answer.status_code, answer.headers["retry-after"]) == (429, "10")
        browser.post(f"{job}/delete")
        assert browser.post("/work", files=_files(1)).status_code == 200


def test_only_who_has_the_key_comes_in_and_only_by_our_name() -> None:
    with web.page(hosts=frozenset(("ours.test",)), door="the key") as browser:
        ours = {"host": "ours.test"}
        assert browser.get("/", headers={"host": "evil.example"}).status_code == 421
        assert browser.get("/", headers=ours).status_code == 403
        assert browser.get("/?key=another", headers=ours).status_code == 403
        assert browser.post("/work?key=the%20key", headers=ours).status_code == 403
        answer = browser.get("/?key=the%20key", headers=ours, follow_redirects=False)
        assert (answer.status_code, answer.headers["location"]) == (303, "/")
        assert "HttpOnly" in answer.headers["set-cookie"]
        cookie = answer.headers["set-cookie"].split(";")[0]
        assert browser.get("/", headers=ours | {"cookie": cookie}).status_code == 200


def test_what_nobody_asks_for_is_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with web.page(Bounds(workers=1, keep=0.0, sweep=0.05)) as browser:
        answer = browser.post("/work", files=_files(1), follow_redirects=False)
        end = time.monotonic() + 30
        while list(tmp_path.rglob("brought")):
            assert time.monotonic() < end
            time.sleep(0.05)
        assert browser.get(answer.headers["location"]).status_code == 404
    assert not list(tmp_path.glob("*/*"))
