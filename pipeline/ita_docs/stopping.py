"""Ctrl-C while a command is loaded: it ends at once and says nothing of Python's."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    import signal
else:
    try:
        import _signal as signal  # what ``signal`` is made of: that loads ``enum`` first, a fifth of Python's own start
    except ImportError:
        import signal

STOPPED = 130


def _end(*_: object) -> None:
    os._exit(STOPPED)


def end_at_once() -> None:
    """From here on Ctrl-C ends this process: nothing is written yet. Where a shell has it ignored, as it does for what
    it starts in the background, it is ignored."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _end)


def answer() -> None:
    """From here on the command answers Ctrl-C itself, by ``KeyboardInterrupt``."""
    if signal.getsignal(signal.SIGINT) is _end:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def answered() -> None:
    """The command has ended as it will. Python, which remembers that a ``KeyboardInterrupt`` left a text that it
    executed (each dataclass is one), would end the process by the signal all the same; executing another has it
    forget."""
    exec("")
