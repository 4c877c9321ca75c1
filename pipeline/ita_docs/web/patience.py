"""Connections that do not wait for ever: for a request that does not come, or for a reader who does not read."""

from __future__ import annotations

import asyncio

from uvicorn.protocols.http.h11_impl import H11Protocol

HEAD = 20.0
"""Seconds within which the head of a request must have come."""
READING = 60.0
"""Seconds within which a reader must have taken what is ready for it, some ten thousand bytes."""


class PatientProtocol(H11Protocol):
    """uvicorn's own, which waits for what comes and for what is read for a time only."""

    _head: asyncio.TimerHandle | None = None
    _reading: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._await_head()

    def connection_lost(self, exc: Exception | None) -> None:
        super().connection_lost(exc)
        for timer in (self._head, self._reading):
            if timer:
                timer.cancel()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        self._await_head()

    def on_response_complete(self) -> None:
        super().on_response_complete()
        self._await_head()

    def pause_writing(self) -> None:
        super().pause_writing()
        self._reading = self.loop.call_later(READING, self.transport.abort)

    def resume_writing(self) -> None:
        super().resume_writing()
        if self._reading:
            self._reading.cancel()
            self._reading = None

    def _await_head(self) -> None:
        """Wait for the head of the next request, where none is under way; begin no new wait for a part of it."""
        if self.cycle is not None and not self.cycle.response_complete:
            if self._head:
                self._head.cancel()
                self._head = None
        elif self._head is None:
            self._head = self.loop.call_later(HEAD, self.transport.abort)
