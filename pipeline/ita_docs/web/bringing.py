"""Answers to what people bring and ask to be done."""

from __future__ import annotations

import asyncio
import re
import shutil
from pathlib import Path, PurePosixPath

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from ita_docs.web import brought
from ita_docs.web.jobs import BOOK, FIRST, PICTURE, TEMPLATE, TRACKER, WebJob
from ita_docs.web.pool import TaskError
from ita_docs.web.server import COOKIE, WebServer
from ita_docs.web.steps import JobSteps
from officefiles.limits import reading

_SOON = 1.0
"""How long an answer waits for what is nearly done, so that most users see no page that only says to wait."""

NO_FILE = "ยังไม่ได้เลือกแบบกรอก โปรดเลือกไฟล์แบบกรอก (.xlsx) อย่างน้อยหนึ่งไฟล์"
ONLY_PICTURES = "ไฟล์ที่วางมีแต่ไฟล์ภาพ โปรดวางแบบกรอก (.xlsx) พร้อมกับไฟล์ภาพ"
DOCUMENT = (
    "{names} ไม่ใช่แบบกรอก Excel (.xlsx) ถ้าเป็นเอกสารของปีก่อน ให้เลือก “เริ่มจากเอกสาร Word, PDF หรือ Excel ของปีก่อน” ด้านล่าง"
)
NO_OLD = "ยังไม่ได้เลือกเอกสารของปีก่อน"
NO_TEMPLATE = "ยังไม่ได้เลือกแม่แบบ"
ONE_BOOK = "วางแบบกรอกครั้งละหนึ่งไฟล์"
NOTHING_ANEW = "ยังไม่ได้เลือกไฟล์ที่แก้ไขแล้ว"
MENDED = {FIRST: "mended", TRACKER: "mended_tracker"}
"""The facts that say how often a workbook was mended on the page."""


class Bringing:
    """Takes what people bring to ``server``."""

    def __init__(self, server: WebServer) -> None:
        self._server = server

    async def start(self, request: Request) -> Response:
        return HTMLResponse(self._server.views.start(deleted="deleted" in request.query_params))

    async def bring(self, request: Request) -> Response:
        """One workbook with its pictures, or the workbooks of many offices."""
        async with request.form(max_files=self._server.bounds.files, max_fields=self._server.bounds.fields) as form:
            files = brought.files_of(form, "files")
            books = [one for one in files if not brought.is_picture(one)]
            if not books:
                return HTMLResponse(self._server.views.start(ONLY_PICTURES if files else NO_FILE), status_code=422)
            if documents := [brought.shown_name(one) for one in books if brought.is_document(one)]:
                said = DOCUMENT.format(names=" ".join(documents))
                return HTMLResponse(self._server.views.start(said), status_code=422)
            with self._server.jobs.making("many" if len(books) > 1 else "book") as job:
                await self._lay(job, form)
                await self._sort(job)
        job.facts["name"] = job.names[FIRST]
        return await self._done(job, self._server.steps.many if job.kind == "many" else self._server.steps.book)

    async def _sort(self, job: WebJob) -> None:
        """Where a form and a tracker were brought as two forms, or each in place of the other, take each for what it
        is."""
        books = {stored: name for stored, name in job.names.items() if not stored.endswith(PICTURE)}
        if len(books) != 2:
            return
        found = await self._server.steps.ask(job, "trackers", str(job.brought), books)
        if len(found) != 1 or found == [TRACKER]:
            return
        (last,), (form,) = found, books.keys() - found
        for stored in (last, form):
            (job.brought / stored).rename(job.brought / f"{stored}.sorted")
            del job.names[stored]
        for stored, own in ((last, TRACKER), (form, FIRST)):
            (job.brought / f"{stored}.sorted").rename(job.brought / own)
            job.names[own] = books[stored]
        job.kind = "book"

    async def _done(self, job: WebJob, steps: JobSteps, wait: float = _SOON) -> Response:
        """Begin ``steps``, and go on to the job, where what is nearly done is done."""
        self._server.steps.begin(job, steps)
        await self._server.steps.settled(job, wait)
        return self._server.to(job)

    async def example(self, request: Request) -> Response:
        """A filled example, as if it had been brought."""
        chosen = next((one for one in self._server.views.examples if one.key == request.path_params["key"]), None)
        if chosen is None:
            raise HTTPException(404)
        files = {FIRST: (chosen.path.name, chosen.path), **_pictures(chosen.path.parent)}
        with self._server.jobs.making("book") as job:
            for stored, (name, path) in files.items():
                await asyncio.to_thread(shutil.copyfile, path, job.brought / stored)
                job.names[stored] = name
        job.facts["name"] = chosen.path.name
        return await self._done(job, self._server.steps.book)

    async def examples(self, _request: Request) -> Response:
        return HTMLResponse(self._server.views.page("examples", "ตัวอย่างที่กรอกครบ", examples=self._server.views.examples))

    async def again(self, request: Request) -> Response:
        """Another workbook in place of the one that was brought."""
        job = self._server.job(request, "book")
        async with request.form(max_files=self._server.bounds.files, max_fields=self._server.bounds.fields) as form:
            files, tracker = (brought.files_of(form, one) for one in ("files", "tracker"))
            books = [one for one in files if not brought.is_picture(one)]
            if len(books) > 1 or not (files or tracker):
                said = ONE_BOOK if books else NOTHING_ANEW
                return HTMLResponse(self._server.views.check(job, None, unmended=said), status_code=422)
            async with job.changing:
                self._server.steps.stop(job)
                await self._lay(job, form)
                gone = {MENDED[one] for one, new in ((FIRST, books), (TRACKER, tracker)) if new}
                kept = {one: job.facts[one] for one in MENDED.values() if one in job.facts and one not in gone}
                job.facts = {"name": job.names[FIRST], **kept}
                self._server.steps.begin(job, self._server.steps.book)
        await self._server.steps.settled(job, _SOON)
        return self._server.to(job)

    async def _lay(self, job: WebJob, form: FormData) -> None:
        """Lay all files of ``form`` into the folder of the job."""
        pictures = sum(name.endswith(PICTURE) for name in job.names)
        books = 0
        for one in brought.files_of(form, "files"):
            if brought.is_picture(one):
                again = (last for last, name in job.names.items() if _is_anew(last, name, brought.shown_name(one)))
                pictures += 1
                stored = next(again, f"{pictures:04d}{PICTURE}")
            else:
                books += 1
                stored = f"{books:04d}{BOOK}"
            await _take(job, one, stored)
        for one in brought.files_of(form, "tracker")[:1]:
            await _take(job, one, TRACKER)

    async def new(self, request: Request) -> Response:
        """A form for a new year."""
        if request.method == "GET":
            return HTMLResponse(self._server.views.new())
        async with request.form(max_files=2, max_fields=self._server.bounds.fields) as form:
            year, office, kind = (str(form.get(one, "")) for one in ("year", "office", "kind"))
            if year not in map(str, self._server.views.years):
                year = str(self._server.views.years[0])
            last = brought.files_of(form, "last")[:1]
            name = brought.shown_name(last[0]) if last else ""
            with self._server.jobs.making("new") as job:
                for one in last:
                    await brought.lay(one, job.brought, "last.xlsx")
                path = str(job.brought / "last.xlsx") if last else ""
                made = await self._server.steps.ask(
                    job, "new", int(year), office[:300], kind, path, name, str(job.made)
                )
        if made["refused"]:
            self._server.jobs.remove(job)
            given = {"year": int(year), "office": office, "kind": kind}
            return HTMLResponse(self._server.views.new(**made, **given), status_code=422)
        job.facts["new"], job.facts["name"] = made, f"แบบกรอก ITA {year}.xlsx"
        return self._server.to(job)

    async def old(self, request: Request) -> Response:
        """Old documents become a workbook."""
        if request.method == "GET":
            return HTMLResponse(self._server.views.old())
        bounds = self._server.bounds
        async with request.form(max_files=bounds.files, max_fields=bounds.fields) as form:
            office, year, order = (str(form.get(one, ""))[:300] for one in ("office", "year", "order"))
            files = brought.files_of(form, "files")
            if not files:
                return HTMLResponse(self._server.views.old(error=NO_OLD), status_code=422)
            with self._server.jobs.making("old") as job:
                for number, one in enumerate(files, start=1):
                    await _take(job, one, f"{number:04d}.old")
        job.facts["name"] = f"แบบกรอกปีก่อน{BOOK}"
        job.facts["asked"] = {
            "office": office,
            "year": int(year) if re.fullmatch("[0-9]{4}", year) else None,
            "order": order,
        }
        return await self._done(job, self._server.steps.old, 2 * _SOON)

    async def order(self, request: Request) -> Response:
        """The order that is meant, where there are several."""
        job = self._server.job(request, "old")
        async with request.form(max_files=0, max_fields=self._server.bounds.fields) as form:
            job.facts["asked"]["order"] = str(form.get("order", ""))[:100]
        return await self._done(job, self._server.steps.old, 2 * _SOON)

    async def template(self, request: Request) -> Response:
        """A template is looked at for mistakes."""
        if request.method == "GET":
            return HTMLResponse(self._server.views.template())
        async with request.form(max_files=2, max_fields=self._server.bounds.fields) as form:
            files = brought.files_of(form, "files")[:1]
            if not files:
                return HTMLResponse(self._server.views.template(error=NO_TEMPLATE), status_code=422)
            book = brought.files_of(form, "book")[:1] if self._server.bounds.local else []
            with self._server.jobs.making("template") as job:
                for one, stored in ((files[0], TEMPLATE), *((one, FIRST) for one in book)):
                    await _take(job, one, stored)
        job.facts["name"] = job.names[TEMPLATE]
        return await self._done(job, self._server.steps.template, 2 * _SOON)

    async def adopt(self, request: Request) -> Response:
        """Lay the template among those that this machine makes packs with."""
        job = self._server.job(request, "template")
        if not self._server.bounds.local:
            raise HTTPException(404)
        async with request.form(max_files=0, max_fields=self._server.bounds.fields) as form:
            replace = form.get("replace") == "yes"
        values = str(job.brought / TEMPLATE), job.names[TEMPLATE], replace
        async with job.changing:
            try:
                job.facts["adopted"] = await self._server.steps.ask(job, "adopt", *values)
            except TaskError as fault:
                job.facts["adopted"] = {"refused": str(fault)}
        return self._server.to(job)

    async def cell(self, request: Request) -> Response:
        """Set one cell of the workbook anew, and look at it again."""
        job = self._server.job(request, "book")
        async with request.form(max_files=0, max_fields=self._server.bounds.fields) as form:
            sheet, cell, text = (str(form.get(one, "")) for one in ("sheet", "cell", "text"))
            number, stored = str(form.get("number", "")), TRACKER if form.get("file") else FIRST
        if stored not in job.names:
            raise HTTPException(404)
        typed = text.replace("\r\n", "\n")
        async with job.changing:
            self._server.steps.stop(job)
            try:
                await self._server.steps.ask(job, "mend", str(job.brought), stored, {cell: typed}, sheet)
            except TaskError as fault:
                unmended = str(fault)
            else:
                unmended = ""
                job.facts[MENDED[stored]] = job.facts.get(MENDED[stored], 0) + 1
            self._server.steps.begin(job, self._server.steps.book)
        await self._server.steps.settled(job, _SOON)
        if unmended:
            return HTMLResponse(self._server.views.check(job, None, unmended=unmended), status_code=422)
        return self._server.to(job, self._server.views.after_mending(job, sheet, cell, number))

    async def proof(self, request: Request) -> Response:
        """Make proof copies of a workbook that is not ready."""
        job = self._server.job(request, "book")
        look = job.facts.get("look")
        if look and look["refused"] and not job.pending:
            self._server.steps.begin(job, self._server.steps.proof)
        await self._server.steps.settled(job, _SOON)
        return self._server.to(job, "/see")

    async def compare(self, request: Request) -> Response:
        """Lay many offices side by side."""
        job = self._server.job(request, "many")
        return self._server.to(job) if job.pending else await self._done(job, self._server.steps.comparison)

    async def keep(self, request: Request) -> Response:
        """Lay the documents into a folder of the user's own machine."""
        job = self._server.job(request, "book")
        if not self._server.bounds.local:
            raise HTTPException(404)
        async with request.form(max_files=0, max_fields=self._server.bounds.fields) as form:
            typed = str(form.get("folder", "")).strip()
        folder = Path.home() / re.sub(r"^~[/\\]*", "", typed)
        async with job.changing:
            kept = await self._server.steps.ask(job, "keep", str(job.brought), dict(job.names), str(folder))
        job.facts["kept"] = kept
        job.facts["kept_at"] = str(folder)
        return self._server.to(job, "/take")

    async def delete(self, request: Request) -> Response:
        """Remove the job and all its files at once."""
        job = self._server.job(request)
        self._server.steps.stop(job)
        self._server.jobs.remove(job)
        gone = RedirectResponse("/?deleted", status_code=303)
        gone.delete_cookie(COOKIE, path=f"/work/{job.id}")
        return gone


async def _take(job: WebJob, upload: UploadFile, stored: str) -> None:
    """Lay what was brought into the folder of the job under the name ``stored``, and note the user's name of it."""
    await brought.lay(upload, job.brought, stored)
    job.names[stored] = brought.shown_name(upload)


def _is_anew(stored: str, known: str, name: str) -> bool:
    """True where ``name`` is that of a picture that was brought before, which the workbook may call by its folder."""
    return stored.endswith(PICTURE) and reading(PurePosixPath(known.replace("\\", "/")).name) == reading(name)


def _pictures(folder: Path) -> dict[str, tuple[str, Path]]:
    """The pictures of the examples, by the names under which they are stored, each with its name."""
    paths = sorted((folder / "pictures").glob("*.*"))
    return {f"{number:04d}{PICTURE}": (f"pictures/{path.name}", path) for number, path in enumerate(paths, start=1)}
