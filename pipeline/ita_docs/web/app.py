"""The page itself: which address gives what, and what is said where something goes wrong."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from ita_docs.web.bounds import Bounds
from ita_docs.web.bringing import Bringing
from ita_docs.web.guard import Guard, TooLargeError, TooSlowError
from ita_docs.web.jobs import NoRoomError
from ita_docs.web.pool import TaskError
from ita_docs.web.server import WebServer
from ita_docs.web.showing import Showing
from ita_docs.web.steps import FULL
from ita_docs.web.views import HERE
from ita_docs.web.worker import FULL_DISK, NO_SPACE

TOO_LARGE = (
    "ไฟล์ที่วางรวมกันมีขนาดเกิน {limit} MB ลดขนาดภาพแล้วลองใหม่"
    " หรือวางแบบกรอกกับภาพบางส่วนก่อน แล้ววางภาพที่เหลือที่หัวข้อ “วางแบบกรอกที่แก้ไขแล้ว”"
)
TOO_SLOW = "การส่งไฟล์ใช้เวลานานเกินกำหนด โปรดลองใหม่"
TOO_MANY = "วางไฟล์พร้อมกันได้ไม่เกิน {limit} ไฟล์"
NO_FORM = "อ่านข้อมูลที่ส่งมาไม่ได้ โปรดเลือกไฟล์แล้วลองใหม่"
REFUSED = {
    "host": ("ไม่ให้บริการที่ชื่อนี้", "โปรดเปิดหน้าเว็บตามที่อยู่ที่โปรแกรมแสดง", 421),
    "door": ("ต้องเปิดจากโปรแกรม", "หน้าเว็บนี้เปิดได้เฉพาะผู้ที่เปิดโปรแกรมในเครื่องนี้ โปรดเปิดโปรแกรม ita-docs ใหม่", 403),
    "form": ("ยังทำงานต่อไม่ได้", NO_FORM, 400),
    "fault": ("ทำรายการนี้ไม่สำเร็จ", "เกิดข้อผิดพลาดของโปรแกรม โปรดลองใหม่ ถ้ายังไม่สำเร็จ โปรดแจ้งผู้ดูแลพร้อมไฟล์ที่ใช้", 500),
    "site": ("ไม่รับคำสั่งจากเว็บไซต์อื่น", "โปรดเปิดหน้าเว็บนี้โดยตรงแล้วทำรายการใหม่", 403),
}


class Refusing:
    """Says why a request gets nothing else."""

    def __init__(self, server: WebServer) -> None:
        self._server = server

    async def refuse(self, _request: Request, why: str) -> Response:
        heading, message, status = REFUSED[why]
        return HTMLResponse(self._server.views.message(heading, message), status_code=status)

    async def not_found(self, _request: Request, _fault: Exception) -> Response:
        said = "ไม่มีหน้านี้ หรือไฟล์ของงานนี้ถูกลบแล้วตามที่สั่งหรือเพราะไม่ได้ใช้งานนาน แบบกรอกในเครื่องของท่านยังอยู่ วางแบบกรอกใหม่ได้ที่หน้าแรก"
        return HTMLResponse(self._server.views.message("ไม่พบหน้านี้", said), status_code=404)

    async def too_large(self, _request: Request, _fault: Exception) -> Response:
        limit = self._server.bounds.upload >> 20
        return HTMLResponse(
            self._server.views.start(TOO_LARGE.format(limit=limit)), status_code=413, headers={"connection": "close"}
        )

    async def too_slow(self, _request: Request, _fault: Exception) -> Response:
        return HTMLResponse(self._server.views.start(TOO_SLOW), status_code=408, headers={"connection": "close"})

    async def bad_form(self, request: Request, fault: Exception) -> Response:
        if isinstance(fault.__context__, TooLargeError | TooSlowError):  # what the reader of forms makes of them
            return await (self.too_large if isinstance(fault.__context__, TooLargeError) else self.too_slow)(
                request, fault
            )
        many = isinstance(fault, HTTPException) and fault.detail.startswith("Too many files")
        said = TOO_MANY.format(limit=self._server.bounds.files) if many else NO_FORM
        return HTMLResponse(self._server.views.start(said), status_code=413 if many else 400)

    async def full(self, _request: Request, fault: Exception) -> Response:
        said = str(fault) if isinstance(fault, TaskError) else FULL
        headers = {"retry-after": "10"}
        return HTMLResponse(self._server.views.message("ยังทำงานต่อไม่ได้", said), status_code=429, headers=headers)

    async def no_space(self, request: Request, fault: Exception) -> Response:
        if isinstance(fault, FileNotFoundError):  # the job was removed meanwhile
            return await self.not_found(request, fault)
        if not isinstance(fault, OSError) or fault.errno not in FULL_DISK:
            raise fault
        return HTMLResponse(self._server.views.message("ยังทำงานต่อไม่ได้", NO_SPACE), status_code=507)


def create_app(
    bounds: Bounds,
    hosts: frozenset[str] = frozenset(),
    door: str = "",
    keep_folder: Path | None = None,
    tickets: Iterable[str] = (),
) -> Starlette:
    """The page as an ASGI application. ``hosts`` are the names by which it may be called (none: any), ``door`` is the
    key that opens it (empty: it is open to all), ``tickets`` open it once each, ``keep_folder`` is where a local user's
    documents go."""
    server = WebServer(bounds, keep_folder)
    bringing, showing, refusing = Bringing(server), Showing(server), Refusing(server)
    get, post = ["GET"], ["POST"]
    job = "/work/{id}"
    routes = [
        Route("/", bringing.start, methods=get),
        Route("/new", bringing.new, methods=[*get, *post]),
        Route("/examples", bringing.examples, methods=get),
        Route("/examples/{key}", bringing.example, methods=post),
        Route("/old", bringing.old, methods=[*get, *post]),
        Route("/template", bringing.template, methods=[*get, *post]),
        Route("/template/{name}", showing.ready_template, methods=get),
        Route("/names", showing.names, methods=get),
        Route("/work", bringing.bring, methods=post),
        *(
            Route(f"{job}/{one}", getattr(bringing, one), methods=post)
            for one in ("adopt", "again", "cell", "proof", "compare", "keep", "order", "delete")
        ),
        Route(job, showing.job, methods=get),
        *(
            Route(f"{job}/{one}", getattr(showing, one), methods=get)
            for one in ("see", "take", "events", "form", "old", "annotated")
        ),
        *(
            Route(f"{job}/{one}", getattr(showing, one), methods=get)
            for one in ("marked", "marked_tracker", "workbook", "tracker")
        ),
        Route(job + "/file/{folder}/{name}", showing.file, methods=get),
        Route(job + "/picture/{folder}/{name}/{number}", showing.picture, methods=get),
        Route(job + "/zip/{folder}", showing.zip, methods=get),
        Route(job + "/comparison/{name}", showing.comparison, methods=get),
        Mount("/static", StaticFiles(directory=HERE / "static")),
    ]
    faults: dict[int | type[Exception], Callable[[Request, Exception], Awaitable[Response]]] = {
        404: refusing.not_found,
        405: refusing.not_found,
        400: refusing.bad_form,
        TooLargeError: refusing.too_large,
        TooSlowError: refusing.too_slow,
        TaskError: refusing.full,
        NoRoomError: refusing.full,
        OSError: refusing.no_space,
    }
    guard = Middleware(Guard, bounds=bounds, hosts=hosts, door=door, tickets=tickets, refuse=refusing.refuse)
    app = Starlette(routes=routes, middleware=[guard], exception_handlers=faults, lifespan=server.running)
    app.state.server = server
    return app
