"""What is printed, where it cannot be: on a disk that is full, to a reader that has gone, on no stream at all.

The work goes on whoever listens. What it says is then dropped, and the exit code tells that it was not heard.
"""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Iterable
from typing import Any, TextIO

import click

from ita_docs.cli.frame import BROKEN, STOPPED
from ita_docs.outputs.reasons import WINDOWS, explain

_GONE = (errno.EPIPE, *([errno.EINVAL] if WINDOWS else []))
"""What a pipe answers whose reader has gone, which is that reader's wish."""
UNHEARD = "แสดงผลได้ไม่ครบ: {reason}"


class Forgiving(io.RawIOBase):
    """A stream that takes all that is written, and remembers the first ``fault`` of the stream below it."""

    def __init__(self, stream: TextIO, below: Any) -> None:
        super().__init__()
        self._stream = stream  # whose file would be closed if nobody held it
        self._below = below
        self.fault: OSError | None = None

    def write(self, data: Any, /) -> int:
        """Hand on what can be; all of it counts as written."""
        rest = memoryview(data).cast("B")
        size = len(rest)
        while rest and not self.fault:
            try:
                rest = rest[self._below.write(rest) or 0 :]
            except OSError as fault:
                self.fault = fault
        return size

    def writable(self) -> bool:
        """Always."""
        return True

    def fileno(self) -> int:
        """The number of the file below."""
        return int(self._below.fileno())

    def isatty(self) -> bool:
        """True where a person reads along."""
        return bool(self._below.isatty())


def make_forgiving() -> tuple[Forgiving, ...]:
    """Put forgiving streams in the places of the output and of the errors. A letter that they cannot hold becomes a
    question mark."""
    made = []
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        _fill_place(number, name)
        stream = getattr(sys, name)
        buffer = getattr(stream, "buffer", None)
        below = getattr(buffer, "raw", buffer)  # Python may have been told to keep nothing back
        if name == "stdin" or not isinstance(below, io.RawIOBase):  # someone has put another stream there
            continue
        stream.flush()
        made.append(Forgiving(stream, below))
        text = io.TextIOWrapper(
            io.BufferedWriter(made[-1]),
            encoding=stream.encoding,
            errors="replace",
            line_buffering=stream.line_buffering,
            write_through=stream.write_through,
        )
        setattr(sys, name, text)
    return tuple(made)


def exit_code(code: object, streams: Iterable[Forgiving]) -> object:
    """The ``code`` with which the command would end; that of a broken set-up where what it said could not be written
    for another reason than that nobody reads it."""
    sys.stdout.flush()
    faults = [one.fault for one in streams if one.fault and one.fault.errno not in _GONE]
    if not faults or code == STOPPED:
        return code
    click.echo(UNHEARD.format(reason=explain(faults[0])), err=True)
    return BROKEN


def _fill_place(number: int, name: str) -> None:
    """Open one of the numbers 0 to 2 where it is closed: a document that got it would be written to by whoever
    prints; and a stream where there is none, as under ``pythonw``."""
    try:
        os.fstat(number)
    except OSError:
        if (opened := os.open(os.devnull, os.O_RDWR)) != number:
            os.dup2(opened, number)
            os.close(opened)
    if getattr(sys, name) is None:
        setattr(sys, name, io.TextIOWrapper(io.BufferedRWPair(devnull := io.FileIO(os.devnull, "r+"), devnull)))
