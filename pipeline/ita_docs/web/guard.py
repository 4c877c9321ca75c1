"""What stands before every request: whom the page answers, and what a browser may do with the answer.

A page on the user's own machine is open to every web site that the user visits; so the host's name must be ours, the
key from the first address must come along, and nothing is taken from other sites.
"""

from __future__ import annotations

import asyncio
import hmac
import logging
import secrets
import traceback
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.formparsers import MultiPartException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ita_docs.web.bounds import Bounds

DOOR = "ita-docs-door"
"""The cookie of whoever came in by the address with the key."""
KEY = "key"
_TEN_MEGABYTES = 10 << 20
_DISCARDING = 10.0
"""Seconds for which the rest of a request that brings too much is taken."""
_NO_FILES = 512 << 10
"""Bytes of a form without files: the longest text of a cell has 300,000 as browsers send it."""
_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self';"
    " form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
HEADERS = {
    "content-security-policy": _POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}


class TooLargeError(MultiPartException):
    """A request that brings more than may be brought. The reader of forms closes its files at such an exception."""


class TooSlowError(MultiPartException):
    """A request that takes longer than it may."""


class BrokenError(Exception):
    """An answer that failed after it was begun."""


Refuse = Callable[[Request, str], Awaitable[Response]]


class Guard:
    """``app`` behind the guard. ``hosts`` are the names by which it may be called (none: any), ``door`` the key that
    opens it (empty: it is open), and each of ``tickets`` does so once. What is refused is answered by ``refuse``, with
    ``host``, ``door``, ``site`` or ``form``, and with ``fault`` what fails: a log says where, and nothing of what
    was brought."""

    def __init__(
        self, app: ASGIApp, bounds: Bounds, hosts: frozenset[str], door: str, tickets: Iterable[str], refuse: Refuse
    ) -> None:
        self._app, self._bounds, self._hosts, self._refuse = app, bounds, hosts, refuse
        self._door, self._tickets = door, set(tickets)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        answer = await self._answer(request)
        if answer is not None:
            await answer(scope, receive, _with_headers(send))
            return
        received, sent = _bounded(receive, request.headers, self._bounds), _Sent(send)
        try:
            await self._app(scope, received, _with_headers(sent))
        except ClientDisconnect:
            return
        except Exception as fault:
            if sent.begun:
                raise BrokenError from None
            _note(fault)
            await (await self._refuse(request, "fault"))(scope, receive, _with_headers(send))

    def _opens(self, key: str) -> bool:
        """True for the key of the door, and once for a ticket."""
        if key in self._tickets:
            self._tickets.discard(key)
            return True
        return hmac.compare_digest(key.encode(), self._door.encode())

    async def _answer(self, request: Request) -> Response | None:
        """What keeps the request out; ``None`` where nothing does."""
        if self._hosts and request.headers.get("host", "").lower() not in self._hosts:
            return await self._refuse(request, "host")
        if request.method not in ("GET", "HEAD") and not _same_site(request):
            return await self._refuse(request, "site")
        if "charset" in request.headers.get("content-type", "").lower() and _has_files(request.headers):
            return await self._refuse(request, "form")  # no browser names one, and some take hours to read a megabyte
        if not self._door or request.url.path.startswith("/static/"):
            return None
        given, cookie = request.query_params.get(KEY, ""), f"{DOOR}-{request.url.port}"
        if request.method == "GET" and given and self._opens(given):
            inside = RedirectResponse("/", status_code=303)
            inside.set_cookie(cookie, self._door, httponly=True, samesite="strict")
            return inside
        if hmac.compare_digest(request.cookies.get(cookie, "").encode(), self._door.encode()):
            return None
        return await self._refuse(request, "door")


def new_key() -> str:
    """A key that nobody guesses."""
    return secrets.token_urlsafe(32)


def _same_site(request: Request) -> bool:
    """True where a form of our own page was sent: browsers say where a post comes from."""
    site = request.headers.get("sec-fetch-site", "")
    if site:
        return site in ("same-origin", "none")
    origin = request.headers.get("origin", "")
    return not origin or urlsplit(origin).netloc.lower() == request.headers.get("host", "").lower()


def _has_files(headers: Headers) -> bool:
    """True for a form that may bring files."""
    return headers.get("content-type", "").lower().startswith("multipart/form-data")


class _Sent:
    """``send``, and whether it was begun."""

    def __init__(self, send: Send) -> None:
        self._send, self.begun = send, False

    async def __call__(self, message: Message) -> None:
        self.begun = True
        await self._send(message)


def _note(fault: Exception) -> None:
    """Log what failed and where, without the words of the fault: they may stand in a file."""
    at = traceback.extract_tb(fault.__traceback__)[-1]
    logging.getLogger("uvicorn.error").error("%s at %s:%s", type(fault).__name__, at.filename, at.lineno)


def _with_headers(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("cache-control", "no-cache" if "etag" in headers else "no-store")
        await send(message)

    return sent


def _bounded(receive: Receive, headers: Headers, bounds: Bounds) -> Receive:
    """``receive``, which raises where a request brings too much, or takes too long for what it brings. Only files of a
    multipart form go to the disk; all else is held in memory."""
    stated = headers.get("content-length", "0")
    most = bounds.upload if _has_files(headers) else min(bounds.upload, _NO_FILES)
    clock = asyncio.get_running_loop().time
    begun, come, more = clock(), 0, "content-length" in headers or "transfer-encoding" in headers

    async def received() -> Message:
        nonlocal come, more
        if not stated.isdecimal() or len(stated) > 15 or int(stated) > most:
            await _discard(receive, 4 * bounds.upload)
            raise TooLargeError("too large")
        left = begun + bounds.slowest * (1 + come / _TEN_MEGABYTES) - clock() if more else None
        try:
            message = await asyncio.wait_for(receive(), left)
        except TimeoutError:
            raise TooSlowError("too slow") from None
        come, more = come + len(message.get("body", b"")), message.get("more_body", False)
        if come > most:
            await _discard(receive, 4 * bounds.upload if more else 0)
            raise TooLargeError("too large")
        return message

    return received


async def _discard(receive: Receive, most: int) -> None:
    """Take what is still sent, up to ``most`` bytes: browsers read no answer before they have sent all."""
    with suppress(TimeoutError):
        async with asyncio.timeout(_DISCARDING):
            while most > 0:
                message = await receive()
                most = most - len(message.get("body", b"")) if message.get("more_body", False) else 0
