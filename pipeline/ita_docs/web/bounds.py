"""How much one user may ask of the web page, and for how long it keeps what it was given."""

from __future__ import annotations

from dataclasses import dataclass

MB = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """Times are seconds, sizes bytes. ``local`` is a page on the user's own machine, which only that user's browser
    reaches."""

    local: bool = True
    upload: int = 40 * MB
    files: int = 400
    fields: int = 60
    slowest: float = 60.0
    """An upload that brings nothing for this long, or takes this long for each ten megabytes, is ended."""
    keep: float = 30 * 60
    """A job is removed so long after its last request."""
    sweep: float = 20.0
    """Jobs are looked at for that so often."""
    jobs: int = 200
    waiting: int = 400
    """Tasks that may wait for a worker; more are told to come again."""
    task: float = 60.0
    memory: int = 1_500 * MB
    """What one task may take, and how much memory a worker may have."""
    grown: int = 260 * MB
    """A worker that holds more after a task is replaced."""
    ending: float = 15.0
    """At the end, tasks in hand are waited for so long."""
    streams: int = 100
    workers: int = 2
