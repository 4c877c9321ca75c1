"""A page served on this machine, and a browser without scripts in front of it."""

from __future__ import annotations

import re
import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from html import unescape

import httpx
import uvicorn
from starlette.applications import Starlette

from ita_docs.web.app import create_app
from ita_docs.web.bounds import Bounds
from ita_docs.web.jobs import WebJob
from ita_docs.web.patience import PatientProtocol
from ita_docs.web.server import WebServer

_TAGS = re.compile(r"<[^>]+>")
PATIENCE = 300.0
"""So many seconds a busy machine may take."""


class Browser(httpx.Client):
    """A browser, and the ``server`` that it looks at."""

    server: WebServer

    def key(self, address: str) -> str:
        """The key of the job at ``address``, which this browser keeps."""
        return next(one.value or "" for one in self.cookies.jar if one.path and address.endswith(one.path))

    def job(self, address: str) -> WebJob:
        """The job at ``address``, as the server has it."""
        job = self.server.jobs.get(address.rpartition("/")[2], self.key(address))
        assert job is not None
        return job


@contextmanager
def page(bounds: Bounds | None = None, **given: object) -> Iterator[Browser]:
    """A browser in front of a page with ``bounds``, and what else ``create_app`` takes."""
    app = create_app(bounds or Bounds(workers=1, task=PATIENCE, slowest=PATIENCE), **given)  # type: ignore[arg-type]
    with (
        served(app) as port,
        Browser(base_url=f"http://127.0.0.1:{port}", follow_redirects=True, timeout=PATIENCE, verify=False) as browser,
    ):
        browser.server = app.state.server
        yield browser


@contextmanager
def served(app: Starlette) -> Iterator[int]:
    """The port at which ``app`` is served."""
    config = uvicorn.Config(app, http=PatientProtocol, log_level="error", timeout_graceful_shutdown=1)
    server = uvicorn.Server(config)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=server.run, args=([listening],))
        thread.start()
        try:
            yield listening.getsockname()[1]
        finally:
            server.should_exit = True
            thread.join()


def text(html: str) -> str:
    """What people read on a page."""
    body = html[html.index("<main") :]
    return " ".join(unescape(_TAGS.sub(" ", body)).split())


def bring(browser: httpx.Client, files: Mapping[str, bytes], to: str = "/work", field: str = "files") -> str:
    """The address of the job that is made of ``files``, once nothing is under way for it."""
    return settled(browser, looked(browser, files, to, field))


def looked(browser: httpx.Client, files: Mapping[str, bytes], to: str = "/work", field: str = "files") -> str:
    """The address of the job that is made of ``files``, once it is known what is wrong with the first; what is made of
    them is not waited for."""
    answer = browser.post(to, files=[(field, (name, data)) for name, data in files.items()])
    assert answer.status_code == 200, text(answer.text)
    return looked_at(browser, str(answer.url))


def looked_at(browser: httpx.Client, address: str) -> str:
    """``address``, once it is known what is wrong with the job's first workbook."""
    return saying(browser, address, "เรื่องที่พบ")


def saying(browser: httpx.Client, address: str, words: str, page: str = "") -> str:
    """``address``, once its ``page`` says these words, or nothing is under way for its job."""
    with browser.stream("GET", f"{address}/events") as events:
        assert events.status_code == 200
        for _ in filter(None, events.iter_lines()):  # one each time that something changed, until nothing is under way
            if words in browser.get(address + page).text:
                break
    return address


@contextmanager
def pack(browser: httpx.Client, files: Mapping[str, bytes]) -> Iterator[str]:
    """The address of the job that is made of a workbook, once its documents are made. It is deleted in the end, so that
    no time goes into pictures of pages that nobody looks at."""
    address = saying(browser, looked(browser, files), "/file/documents/", "/take")
    yield address
    browser.post(f"{address}/delete")


def settled(browser: httpx.Client, address: str) -> str:
    """``address``, once nothing is under way for its job."""
    job = "/".join(address.split("/")[: address.split("/").index("work") + 2])
    assert browser.get(f"{job}/events").status_code == 200  # it ends when all is done
    assert 'data-pending="0"' in browser.get(address).text
    return address
