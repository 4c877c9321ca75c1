"""Serving the page: on the user's own machine, or on a server behind a proxy."""

from __future__ import annotations

import asyncio
import socket
import time
import webbrowser
from collections.abc import Callable
from pathlib import Path

import uvicorn
from starlette.applications import Starlette

from ita_docs.web.app import create_app
from ita_docs.web.bounds import Bounds
from ita_docs.web.guard import KEY, new_key

LOCAL = "127.0.0.1"
_IDLE = 30 * 60.0
"""A local page that nobody asked for so long ends."""
_LOOK = 5.0


def serve_local(port: int, *, browser: bool, keep_folder: Path, say: Callable[[str], None]) -> None:
    """Serve the page to this machine's browser until it is closed for half an hour; ``say`` tells its address. Raises
    ``OSError`` where ``port`` (0: any that is free) is taken."""
    with socket.socket() as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((LOCAL, port))
        listening.listen(128)
        port, key = listening.getsockname()[1], new_key()
        hosts = frozenset((f"{LOCAL}:{port}", f"localhost:{port}"))
        app = create_app(Bounds(), hosts, key, keep_folder)
        address = f"http://{LOCAL}:{port}/?{KEY}={key}"
        say(address)
        server = _Server(_config(app))
        if browser:
            webbrowser.open(address)
        asyncio.run(server.serve_idle([listening]))


def serve_many(host: str, port: int, bounds: Bounds, names: frozenset[str]) -> None:
    """Serve the page on ``host`` to all who reach it, by these ``names`` (none: any), behind a proxy that has HTTPS."""
    app = create_app(bounds, names)
    uvicorn.run(
        app, host=host, port=port, access_log=False, log_level="warning", proxy_headers=False, server_header=False,
        limit_concurrency=2_000, timeout_keep_alive=5, timeout_graceful_shutdown=20,
    )  # fmt: skip


class _Server(uvicorn.Server):
    """A server that ends by itself once nobody asks any more."""

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


def _config(app: Starlette) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        access_log=False,
        log_level="warning",
        server_header=False,
        timeout_keep_alive=5,
        timeout_graceful_shutdown=5,
    )
