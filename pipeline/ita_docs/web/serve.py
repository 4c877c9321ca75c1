"""Serving the page: on the user's own machine, or on a server behind a proxy."""

from __future__ import annotations

import asyncio
import logging
import signal
import socket
import sys
import time
import webbrowser
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import uvicorn
from starlette.applications import Starlette

from ita_docs.web.app import create_app
from ita_docs.web.bounds import Bounds
from ita_docs.web.guard import KEY, new_key
from ita_docs.web.patience import PatientProtocol

if sys.platform != "win32":
    import resource

LOCAL = "127.0.0.1"
_IDLE = 30 * 60.0
"""A local page that nobody asked for so long ends."""
_LOOK = 5.0
_CONNECTIONS, _BACKLOG = 4_000, 512


def serve_local(port: int, *, browser: bool, keep_folder: Path, say: Callable[[str], None]) -> None:
    """Serve the page to this machine's browser until it is closed for half an hour; ``say`` tells its address. Raises
    ``OSError`` where ``port`` (0: any that is free) is taken."""
    with socket.create_server((LOCAL, port), backlog=_BACKLOG) as listening:
        port, key, ticket = listening.getsockname()[1], new_key(), new_key()
        hosts = frozenset((f"{LOCAL}:{port}", f"localhost:{port}"))
        app = create_app(Bounds(), hosts, key, keep_folder, (ticket,))
        address = f"http://{LOCAL}:{port}/?{KEY}="
        say(address + key)
        server = _Server(_config(app, ending=5))
        if browser:
            webbrowser.open(address + ticket)  # other users of the machine see what programs are started with
        asyncio.run(server.serve_idle([listening]))


def serve_many(host: str, port: int, bounds: Bounds, names: frozenset[str]) -> None:
    """Serve the page on ``host`` to all who reach it, by these ``names`` (none: any), behind a proxy that has HTTPS."""
    config = _config(create_app(bounds, names), ending=20)
    config.host, config.port = host, port
    _Server(config).run()


class _Server(uvicorn.Server):
    """A server that ends by itself once nobody asks any more, and that ends in order however often it is told to."""

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Take the first word to end; a second would tear asyncio away from what is under way, and its files."""
        if not self.should_exit:
            super().handle_exit(sig, frame)

    async def serve_idle(self, sockets: list[socket.socket]) -> None:
        """Serve until the last request is long ago and no page is open."""
        serving = asyncio.create_task(self.serve(sockets))
        asked, since = -1, time.monotonic()
        while not serving.done():
            await asyncio.wait([serving], timeout=_LOOK)
            state = self.server_state
            if state.total_requests != asked or state.connections:
                asked, since = state.total_requests, time.monotonic()
            if time.monotonic() - since > _IDLE:
                self.should_exit = True
        await serving


def _config(app: Starlette, ending: int) -> uvicorn.Config:
    """How the page is served; answers under way are waited for ``ending`` seconds at the end."""
    _open_many()
    _end_cleanly()
    logging.getLogger("python_multipart").setLevel(logging.CRITICAL)  # it tells what was brought
    return uvicorn.Config(
        app,
        http=PatientProtocol,
        ws="none",
        access_log=False,
        log_level="warning",
        proxy_headers=False,
        server_header=False,
        limit_concurrency=_CONNECTIONS,
        backlog=_BACKLOG,
        timeout_keep_alive=5,
        timeout_graceful_shutdown=ending,
    )


def _open_many() -> None:
    """Let this process hold as many connections as it may have, where the system says so."""
    if sys.platform != "win32":
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        enough = 2 * _CONNECTIONS if hard == resource.RLIM_INFINITY else min(2 * _CONNECTIONS, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, enough), hard))


def _end_cleanly() -> None:
    """Remove all files also where the system ends the page, or its window is closed."""
    ends = (signal.SIGTERM,) if sys.platform == "win32" else (signal.SIGTERM, signal.SIGHUP)
    for one in ends:
        signal.signal(one, lambda *_: signal.raise_signal(signal.SIGINT))  # once uvicorn is done
