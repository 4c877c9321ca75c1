"""Answers that show what became of a job, and give its files."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, PlainTextResponse, Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from ita_docs.web.jobs import BOOK, FIRST, TRACKER, WebJob
from ita_docs.web.server import WebServer

_PING = 15.0
_NUMBER = re.compile(r"[0-9]{1,4}")
_STREAMS_OF_JOB = 10
PAPERS = ("documents", "proof")
"""The folders of documents and of proof copies in that of a job."""


class Showing:
    """Shows the jobs of ``server``."""

    def __init__(self, server: WebServer) -> None:
        self._server = server
        self.streams = 0

    async def job(self, request: Request) -> Response:
        """The page of a job."""
        job = self._server.job(request)
        if job.kind == "book":
            chosen = request.query_params.get("sheet", "")
            sheet = int(chosen) if _NUMBER.fullmatch(chosen) else None
            now = replace(job, facts=dict(job.facts), pending=set(job.pending))  # it goes on while the page is made
            return HTMLResponse(await asyncio.to_thread(self._server.views.check, now, sheet))  # it may be a long page
        return HTMLResponse(
            {
                "many": self._server.views.many,
                "new": self._server.views.form,
                "template": self._server.views.template,
                "old": self._server.views.old,
            }[job.kind](job)
        )

    async def see(self, request: Request) -> Response:
        return HTMLResponse(
            self._server.views.see(self._server.job(request, "book"), request.query_params.get("document", ""))
        )

    async def take(self, request: Request) -> Response:
        return HTMLResponse(self._server.views.take(self._server.job(request, "book")))

    async def events(self, request: Request) -> Response:
        """What is under way, each time that it changes, as server-sent events."""
        job = self._server.job(request)
        if self.streams >= self._server.bounds.streams or job.open >= _STREAMS_OF_JOB:
            return PlainTextResponse("", status_code=503, headers={"retry-after": "5"})
        self.streams += 1
        job.open += 1
        return _Stream(self._events(job), self._closed, job)

    def _closed(self, job: WebJob) -> None:
        self.streams -= 1
        job.open -= 1

    async def _events(self, job: WebJob) -> AsyncIterator[str]:
        while True:
            seen = job.changes
            yield f"data: {json.dumps({'pending': len(job.pending)})}\n\n"
            if not job.pending:
                return
            try:
                async with asyncio.timeout(_PING):
                    await job.change_after(seen)
            except TimeoutError:
                yield ": \n\n"

    async def file(self, request: Request) -> Response:
        """A document, or the PDF of one."""
        job = self._server.job(request)
        folder, name = request.path_params["folder"], request.path_params["name"]
        stem, _, ending = name.rpartition(".")
        for one in _files(job, folder):
            if name == one["name"] or (ending == "pdf" and one["name"] == f"{stem}.docx"):
                return self._file(job.made / folder / name, f"{one['label']}.{ending}")
        raise HTTPException(404)

    async def picture(self, request: Request) -> Response:
        """The picture of a page."""
        job = self._server.job(request)
        folder, stem, number = (request.path_params[one] for one in ("folder", "name", "number"))
        pages = next((one.get("pages", 0) for one in _files(job, folder) if one["name"] == f"{stem}.docx"), 0)
        if not _NUMBER.fullmatch(number) or not 1 <= int(number) <= pages:
            raise HTTPException(404)
        path = job.made / folder / f"{stem}.{int(number)}.png"
        return FileResponse(path, media_type="image/png", headers={"cache-control": "private, no-cache"})

    async def zip(self, request: Request) -> Response:
        """All files of a job in one."""
        job = self._server.job(request)
        folder = request.path_params["folder"]
        if folder == "all":
            if "zip" not in job.facts:
                raise HTTPException(404)
            return self._file(job.made / "all.zip", "เอกสาร ITA ทุกหน่วยงาน.zip")
        if folder not in PAPERS or folder not in job.facts:
            raise HTTPException(404)
        stem = job.facts["name"].rpartition(".")[0] or job.facts["name"]
        title = f"เอกสาร ITA {stem}" if folder == "documents" else f"ฉบับร่าง ITA {stem}"
        async with job.changing:
            path = job.made / f"{folder}.zip"
            if job.pending or not path.exists():
                labels = {one["name"]: one["label"] for one in _files(job, folder)}
                await self._server.steps.ask(job, "bundle", str(job.made), folder, title, path.name, labels)
        return self._file(path, f"{title}.zip")

    async def ready_template(self, request: Request) -> Response:
        """A template that came with the software, to take home."""
        name = request.path_params["name"]
        for one in self._server.views.templates:
            if one.path.name == name:
                return self._file(one.path, name)
        raise HTTPException(404)

    async def names(self, _request: Request) -> Response:
        """The names that templates may use."""
        return HTMLResponse(await asyncio.to_thread(lambda: self._server.views.names))

    async def form(self, request: Request) -> Response:
        """The form that was made."""
        job = self._server.job(request, "new")
        return self._file(job.made / "form.xlsx", job.facts["name"])

    async def old(self, request: Request) -> Response:
        """The workbook that was made of old documents, with its photos where it has some."""
        job = self._server.job(request, "old")
        name, zipped = job.facts.get("import", job.facts)["name"], job.made / "old.zip"
        return (
            self._file(zipped, f"{name}.zip") if zipped.exists() else self._file(job.made / "old.xlsx", f"{name}{BOOK}")
        )

    async def marked(self, request: Request) -> Response:
        """The workbook with each problem at its cell."""
        job = self._server.job(request, "book")
        return self._file(job.made / "marked.xlsx", _renamed(job, "ทำเครื่องหมายแล้ว"))

    async def marked_tracker(self, request: Request) -> Response:
        """The tracker with each problem at its cell."""
        job = self._server.job(request, "book")
        return self._file(job.made / "marked_tracker.xlsx", _renamed(job, "ทำเครื่องหมายแล้ว", TRACKER))

    async def workbook(self, request: Request) -> Response:
        """The workbook as it was mended on the page."""
        job = self._server.job(request, "book")
        return self._file(job.brought / FIRST, _renamed(job, "แก้ไขแล้ว"))

    async def tracker(self, request: Request) -> Response:
        """The tracker as it was mended on the page."""
        job = self._server.job(request, "book")
        return self._file(job.brought / TRACKER, _renamed(job, "แก้ไขแล้ว", TRACKER))

    async def annotated(self, request: Request) -> Response:
        """The template with a comment at each mistake."""
        job = self._server.job(request, "template")
        return self._file(job.made / "annotated.docx", _renamed(job, "มีข้อคิดเห็น"))

    async def comparison(self, request: Request) -> Response:
        job = self._server.job(request, "many")
        name = request.path_params["name"]
        files = {one["name"]: one["label"] for one in job.facts.get("compare", {"files": []})["files"]}
        if name not in files:
            raise HTTPException(404)
        return self._file(job.made / name, f"{files[name]}.{name.rpartition('.')[2]}")

    def _file(self, path: Path, name: str) -> Response:
        """A file to take home under a name that people read."""
        if not path.is_file():
            raise HTTPException(404)
        stated = f"attachment; filename*=UTF-8''{quote(name)}"
        return FileResponse(path, headers={"content-disposition": stated, "cache-control": "no-store"})


class _Stream(StreamingResponse):
    """A stream of events of a job; ``closed`` is called at its end, however it ends."""

    def __init__(self, events: AsyncIterator[str], closed: Callable[[WebJob], None], job: WebJob) -> None:
        super().__init__(events, media_type="text/event-stream")
        self._closed, self._job = closed, job

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await super().__call__(scope, receive, send)
        finally:
            self._closed(self._job)


def _renamed(job: WebJob, said: str, stored: str = "") -> str:
    """The user's name of the file that was brought, or of that which is ``stored`` so, and what it is now."""
    stem, _, ending = job.names.get(stored, job.facts["name"]).rpartition(".")
    return f"{stem or ending} {said}.{ending if stem else 'xlsx'}"


def _files(job: WebJob, folder: str) -> list[dict[str, Any]]:
    """What is known of the files in a folder of documents; nothing of any other folder."""
    files: list[dict[str, Any]] = job.facts.get(folder, {"files": []})["files"] if folder in PAPERS else []
    return files
