"""Attacks on the page: what must not come in, what must not be seen, and what must not stop the others."""

from __future__ import annotations

import asyncio
import errno
import io
import logging
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import httpx
import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route
from starlette.types import Message, Receive, Scope, Send

import made_workbook
import small_docx
import web
from ita_docs.importing.imported import import_documents
from ita_docs.web import brought, guard, patience, serve, taking, work
from ita_docs.web import jobs as web_jobs
from ita_docs.web.bounds import MB, Bounds
from ita_docs.web.jobs import WebJobs
from ita_docs.workbook import mending

FIELDS = "application/x-www-form-urlencoded"
SMALL = b"PK\x03\x04 no workbook"


def _workbook() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        return made_workbook.save(made_workbook.sheets(), Path(folder)).read_bytes()


@pytest.fixture(scope="module")
def browser() -> Iterator[web.Browser]:
    bounds = Bounds(workers=1, upload=MB, files=5, streams=3, slowest=web.PATIENCE, jobs=40)
    with web.page(bounds) as browser:
        yield browser


def _files(count: int, size: int = 10) -> list[tuple[str, tuple[str, bytes]]]:
    return [("files", (f"{number}.xlsx", b"x" * size)) for number in range(count)]


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


def test_a_slow_sender_is_ended() -> None:
    with (
        web.page(Bounds(workers=1, slowest=0.2)) as browser,
        socket.create_connection(_at(browser), web.PATIENCE) as slow,
    ):
        slow.sendall(b"POST /work HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data; boundary=b\r\n")
        slow.sendall(b"Content-Length: 1000\r\n\r\n--b")
        assert b" 408 " in slow.recv(100)


@pytest.mark.soak
def test_names_of_files_lead_nowhere(browser: web.Browser) -> None:
    for name in ("../../../etc/passwd.xlsx", "C:\\Windows\\a.xlsx", "/etc/a.xlsx", "a\x00b.xlsx", "x" * 3000 + ".xlsx"):
        job = web.looked(browser, {name: SMALL})
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
    book = mending.put(book, "คะแนน", {"C2": ""})  # nothing is made of it
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


@pytest.mark.soak
def test_another_browser_sees_nothing_of_a_job(browser: web.Browser) -> None:
    job = web.bring(browser, {"a.xlsx": SMALL})
    key = browser.key(job)
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
    address = web.looked(browser, {"a.xlsx": SMALL})
    key, job = browser.key(address), browser.job(address)
    while job.open:  # the stream by which it was looked at
        time.sleep(0.01)
    job.pending.add("what never ends")
    asked = f"GET {address.removeprefix(str(browser.base_url).rstrip('/'))}/events HTTP/1.1\r\nHost: a\r\n"
    with ExitStack() as streams:
        opened = [streams.enter_context(socket.create_connection(_at(browser), web.PATIENCE)) for _ in range(30)]
        for one in opened:  # all at once
            one.sendall(f"{asked}Cookie: ita-docs-job={key}\r\n\r\n".encode())
        assert sorted(one.recv(12)[-3:] for one in opened) == [b"200"] * 3 + [b"503"] * 27
        assert browser.get(f"{address}/events").headers["retry-after"] == "5"
    browser.post(f"{address}/delete")


def _at(browser: web.Browser) -> tuple[str, int]:
    """Where the page is served."""
    assert browser.base_url.port
    return browser.base_url.host, browser.base_url.port


def test_who_sends_no_whole_request_is_cut_off(browser: web.Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "HEAD", 0.2)
    silent, slow, after = (socket.create_connection(_at(browser), web.PATIENCE) for _ in range(3))
    with silent, slow, after:
        slow.sendall(b"GET / HTTP/1.1\r\nX: ")
        after.sendall(b"GET /static/icon.svg HTTP/1.1\r\nHost: a\r\n\r\nGET / HTT")
        for one in (silent, slow, after):
            with suppress(ConnectionResetError):
                while one.recv(10_000):
                    pass


def test_who_is_slow_after_the_head_of_a_request_is_not_cut_off(
    browser: web.Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    head = f"POST /work HTTP/1.1\r\nHost: a\r\nContent-Type: {FIELDS}\r\nContent-Length: 3\r\n\r\n".encode()
    answer = b""
    for seconds in (0.1, 1.0, 10.0):  # a busy machine may not bring the head itself so soon
        monkeypatch.setattr(patience, "HEAD", seconds)
        with socket.create_connection(_at(browser), web.PATIENCE) as one, suppress(ConnectionError):
            one.sendall(head)
            time.sleep(3 * seconds)
            one.sendall(b"a=b")
            if answer := one.recv(100):
                break
    assert b" 422 " in answer


def test_who_reads_nothing_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "READING", 0.2)
    ended = threading.Event()

    async def endless() -> AsyncIterator[bytes]:
        try:
            while True:
                yield b"x" * 65_536
                await asyncio.sleep(0)
        finally:
            ended.set()

    async def answer(_: Request) -> Response:
        return StreamingResponse(endless())

    with (
        web.served(Starlette(routes=[Route("/", answer)])) as port,
        socket.create_connection(("127.0.0.1", port)) as one,
    ):
        one.sendall(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        assert ended.wait(web.PATIENCE)


def test_only_files_may_be_large(browser: web.Browser) -> None:
    for address in ("/work", "/new"):
        content = browser.post(address, content=b"a" * 600_000, headers={"content-type": FIELDS})
        assert content.status_code == 413


def test_a_form_says_no_charset_of_its_own(browser: web.Browser) -> None:
    head = b'--b\r\nContent-Disposition: form-data; name="office"\r\n\r\nxn--' + b"a" * 300
    headers = {"content-type": "multipart/form-data; boundary=b; charset=idna"}
    assert browser.post("/new", content=head + b"\r\n--b--\r\n", headers=headers).status_code == 400


def test_numbers_without_end_lead_nowhere(browser: web.Browser) -> None:
    job, many = web.looked(browser, {"a.xlsx": SMALL}), "9" * 5000
    assert browser.get(f"{job}?sheet={many}").status_code == 200
    assert browser.get(f"{job}/picture/documents/order/{many}").status_code == 404
    assert browser.post("/new", data={"year": many}).status_code == 200
    assert browser.post("/old", data={"year": many}, files=[("files", ("a.docx", SMALL))]).status_code == 200


def test_what_is_for_workbooks_is_done_for_no_other_job(browser: web.Browser) -> None:
    job = str(browser.post("/new", data={"year": "2568"}).url)
    for one in ("again", "cell", "proof", "keep", "compare", "order"):
        assert browser.post(f"{job}/{one}", data={"folder": "x"}).status_code == 404


def test_a_fault_of_the_program_is_told_and_logged_without_what_was_brought(
    browser: web.Browser, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> str:
        raise KeyError("a name in a cell")

    monkeypatch.setattr(browser.server.views, "new", fail)
    monkeypatch.setattr(logging.getLogger("uvicorn"), "propagate", True)  # older releases keep what they log
    answer = browser.get("/new")
    assert answer.status_code == 500
    assert "เกิดข้อผิดพลาดของโปรแกรม" in web.text(answer.text)
    assert "KeyError at" in caplog.text
    assert "a name in a cell" not in answer.text + caplog.text


def test_an_answer_that_fails_half_sent_is_broken_off_and_no_other_begun(caplog: pytest.LogCaptureFixture) -> None:
    sent: list[str] = []

    async def fail(_scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        raise KeyError("a name in a cell")

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message["type"])

    async def refuse(_request: Request, _why: str) -> Response:
        return Response("another")

    scope = {"type": "http", "method": "GET", "path": "/", "headers": [], "query_string": b""}
    behind = guard.Guard(fail, Bounds(), frozenset(), "", (), refuse)
    with pytest.raises(guard.BrokenError):
        asyncio.run(behind(scope, receive, send))
    assert (sent, caplog.text) == (["http.response.start"], "")


def test_a_page_of_this_machine_ends_half_an_hour_after_its_last_use(monkeypatch: pytest.MonkeyPatch) -> None:
    minutes = iter(range(1000))
    passed: list[int] = []

    def now() -> float:
        passed.append(next(minutes))
        return 60.0 * passed[-1]

    async def until_it_is_to_end(server: serve._Server, _sockets: object) -> None:
        while not server.should_exit:
            await asyncio.sleep(0)

    monkeypatch.setattr(serve, "time", SimpleNamespace(monotonic=now))
    monkeypatch.setattr(serve, "_LOOK", 0.001)
    monkeypatch.setattr(serve._Server, "serve", until_it_is_to_end)
    server = serve._Server(uvicorn.Config(Starlette()))
    asyncio.run(server.serve_idle([]))
    assert 30 <= passed[-1] <= 35


def test_the_workbook_of_old_documents_is_laid_where_the_page_looks_for_it(tmp_path: Path) -> None:
    said = ("คำสั่งเทศบาลตำบลทุ่งดี", "ที่ ๑/๒๕๖๗", "เรื่อง แต่งตั้งคณะทำงาน ITA", "๑. นายก้อง ดีงาม ปลัดเทศบาล ประธานคณะทำงาน")
    order = small_docx.package(*map(small_docx.paragraph, said)).data()
    (tmp_path / "0").write_bytes(order)
    told = work.import_old(str(tmp_path), {"0": "คำสั่ง.docx"}, "เทศบาลตำบลทุ่งดี", 2567, "", str(tmp_path))
    made = import_documents([("คำสั่ง.docx", order)], year=2567, office="เทศบาลตำบลทุ่งดี").data
    assert told["made"]
    assert (tmp_path / work.OLD_BOOK).read_bytes() == made


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("...xlsx", "ไฟล์.xlsx"),
        ("..", "ไฟล์"),
        ("C:\\a\\b.xlsx", "b.xlsx"),
        ("a .. .xlsx", "a.xlsx"),
        ("\u202egpj.\U0001f600\x00.xlsx", "gpj.\U0001f600.xlsx"),
        ("ก" * 300 + ".xlsx", "ก" * 66 + ".xlsx"),
    ],
)
def test_a_name_is_shown_as_any_system_takes_it(name: str, shown: str) -> None:
    assert brought.shown_name(UploadFile(io.BytesIO(), filename=name)) == shown


def test_offices_of_one_name_stay_apart_in_the_zip(tmp_path: Path) -> None:
    names = {f"{number:04d}.xlsx": name for number, name in enumerate(("a.xlsx", "A.xlsx", "a (2).xlsx", "a.xlsx"))}
    for stored in names:
        (tmp_path / stored[:4]).mkdir()
        (tmp_path / stored[:4] / "order.docx").write_bytes(stored.encode())
    taking.bundle_many(str(tmp_path), names)
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        held = {name.partition("/")[0].casefold(): archive.read(name) for name in archive.namelist()}
    assert sorted(held.values()) == [stored.encode() for stored in names]


def test_nothing_is_left_where_a_file_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, _: bytes) -> None:
        path.touch()
        raise OSError(errno.ENOSPC, "no space")

    book = _workbook()
    (tmp_path / "0001.xlsx").write_bytes(book)
    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="no space"):
        work.mend(str(tmp_path), "0001.xlsx", {"C2": "1"}, "คะแนน")
    assert [path.name for path in tmp_path.iterdir()] == ["0001.xlsx"]
    assert (tmp_path / "0001.xlsx").read_bytes() == book


def test_a_bomb_is_told_as_a_problem(browser: web.Browser) -> None:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("xl/workbook.xml", b"0" * (17 * MB))
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
    with web.page(Bounds(workers=1, jobs=1, upload=MB)) as browser:
        job = web.bring(browser, {"a.xlsx": SMALL})
        answer = browser.post("/work", files=_files(1))
        assert (answer.status_code, answer.headers["retry-after"]) == (429, "10")
        assert browser.post("/new", data={"year": "2568"}).status_code == 429
        browser.post(f"{job}/delete")
        begun = [("last", ("a.xlsx", b"x" * MB))]
        assert browser.post("/new", data={"year": "2568"}, files=begun).status_code == 413
        assert browser.post("/work", files=_files(1)).status_code == 200


def test_only_who_has_the_key_comes_in_and_only_by_our_name() -> None:
    with web.page(hosts=frozenset(("ours.test",)), door="the key", tickets=["once"]) as browser:
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
        assert browser.get("/?key=once", headers=ours, follow_redirects=False).status_code == 303
        browser.cookies.clear()
        assert browser.get("/?key=once", headers=ours, follow_redirects=False).status_code == 403


def test_two_pages_of_one_machine_keep_their_keys_apart() -> None:
    names = frozenset(("ours.test:1", "ours.test:2"))
    with web.page(hosts=names, door="the key") as browser:
        cookies = [
            browser.get("/?key=the%20key", headers={"host": name}, follow_redirects=False).headers["set-cookie"]
            for name in sorted(names)
        ]
    assert len({cookie.partition("=")[0] for cookie in cookies}) == 2


def test_what_nobody_asks_for_is_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with web.page(Bounds(workers=1, sweep=0.05)) as browser:
        answer = browser.post("/work", files=_files(1), follow_redirects=False)
        monkeypatch.setattr(browser.server.jobs, "_keep", 0.0)
        end = time.monotonic() + web.PATIENCE
        while list(tmp_path.rglob("brought")):
            assert time.monotonic() < end
            time.sleep(0.05)
        assert browser.get(answer.headers["location"]).status_code == 404
    assert [one for one in tmp_path.glob("*/*") if not one.parent.name.startswith("pymp-")] == []  # those are Python's


def test_a_task_in_hand_writes_nothing_for_a_job_that_is_gone_or_begun_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    jobs = WebJobs(60, 5)
    with jobs.making("book") as job:
        before = job.made
        job.begin_anew()
    with pytest.raises(FileNotFoundError):
        (before / "late").touch()
    remove = shutil.rmtree

    def late(path: Path, **how: Any) -> None:
        with pytest.raises(FileNotFoundError):
            (job.made / "late").touch()
        remove(path, **how)

    monkeypatch.setattr(shutil, "rmtree", late)
    jobs.remove(job)
    assert not list(tmp_path.rglob("late"))
    assert not job.folder.exists()
    monkeypatch.undo()
    job.folder.mkdir()  # on Windows, whose open files let no folder go
    jobs.sweep()
    assert not job.folder.exists()
    jobs.close()


def test_a_job_that_cannot_be_begun_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    jobs = WebJobs(60, 1)
    with pytest.raises(OSError, match="full"), jobs.making("book") as lost:
        raise OSError("full")
    assert not lost.folder.exists()
    with jobs.making("book") as job:  # there is room for it
        assert job.folder.exists()
    jobs.close()


def test_a_page_that_begins_beside_another_keeps_its_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    lock, taken = web_jobs._locked, list[Path]()

    def late(path: Path) -> int | None:
        """The other one takes the folder for left before its lock is there, and removes it."""
        handle = lock(path)
        if not taken:
            taken.append(path.parent)
            shutil.rmtree(path.parent)
        return handle

    monkeypatch.setattr(web_jobs, "_locked", late)
    jobs = WebJobs(60, 5)
    assert jobs.temporary.is_dir()
    assert taken != [jobs.temporary.parent]
    beside = WebJobs(60, 5)  # which looks for what others left
    assert jobs.temporary.is_dir()
    jobs.close()
    beside.close()


def test_what_is_left_stays_locked_until_it_is_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    killed = WebJobs(60, 5)
    os.close(killed._lock)  # as the system does
    left, remove, locked, seen = killed.temporary.parent, shutil.rmtree, web_jobs._locked, list[int | None]()

    def looked(path: Path, **how: Any) -> None:
        locked_by(path / web_jobs._LOCK)
        remove(path, **how)

    def locked_by(path: Path) -> int | None:
        seen.append(locked(path))
        return seen[-1]

    monkeypatch.setattr(shutil, "rmtree", looked)
    monkeypatch.setattr(web_jobs, "_locked", locked_by)
    web_jobs._remove_left(left)
    held, again = seen
    assert (again, left.exists()) == (None, False)
    assert held is not None
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(held)


def test_what_a_killed_page_left_is_removed_at_the_next_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    killed, alive = WebJobs(60, 5), WebJobs(60, 5)
    with killed.making("book") as lost, alive.making("book") as kept:
        pass
    os.close(killed._lock)  # as the system does
    WebJobs(60, 5).close()
    assert not lost.folder.exists()
    assert kept.folder.exists()
    alive.close()


def test_a_page_starts_where_another_user_holds_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    WebJobs(60, 5).close()
    (home,) = tmp_path.iterdir()
    home.rmdir()
    home.touch()
    WebJobs(60, 5).close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells no program that it is ended")
@pytest.mark.parametrize("told", [["SIGTERM"], ["SIGHUP"], ["SIGTERM", "SIGHUP"]], ids="+".join)
@pytest.mark.soak
def test_a_page_that_is_ended_leaves_nothing(tmp_path: Path, told: list[str]) -> None:
    command = [sys.executable, "-m", "ita_docs", "serve", "--no-browser"]
    environment, pipe = os.environ | {"TMPDIR": str(tmp_path)}, subprocess.PIPE
    page = subprocess.Popen(command, env=environment, stdout=pipe, stderr=pipe, text=True)
    with page:
        assert page.stdout is not None
        assert page.stderr is not None
        address = re.search(r"http\S+", page.stdout.readline())
        assert address is not None
        with httpx.Client(base_url=address[0].partition("/?")[0]) as browser:
            browser.get(address[0])
            assert browser.post("/work", files=_files(1)).status_code == 303
        for one in told:
            page.send_signal(getattr(signal, one))
        assert (page.wait(web.PATIENCE), page.stderr.read()) == (0, "")
    assert not [path for path in tmp_path.rglob("*") if not path.is_dir() or path.parent != tmp_path]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
@pytest.mark.parametrize(
    ("limits", "asked"),
    [((256, -1), (8000, -1)), ((256, 1024), (1024, 1024)), ((256, 9999), (8000, 9999)), ((9000, 9999), (9000, 9999))],
    ids=["none above", "below what is needed", "above it", "more already"],
)
def test_as_many_connections_are_open_as_the_page_takes_where_the_system_lets_them(
    limits: tuple[int, int], asked: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    set_to = []
    monkeypatch.setattr(serve.resource, "getrlimit", lambda _: limits)
    monkeypatch.setattr(serve.resource, "setrlimit", lambda _, pair: set_to.append(pair))
    serve._open_many()
    assert set_to == [asked]
