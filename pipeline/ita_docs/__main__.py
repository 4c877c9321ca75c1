"""``python -m ita_docs``, and the command ``ita-docs``: from here on Ctrl-C says nothing of Python's."""

from __future__ import annotations

import os
import signal
from importlib import import_module

_STOPPED = 130


def run() -> None:
    """The program. Until it is loaded Ctrl-C ends the process at once; then the program answers it. What a shell starts
    in the background ignores it, and goes on to do so."""
    answered = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if answered:
        signal.signal(signal.SIGINT, lambda *_: os._exit(_STOPPED))
    program = import_module("ita_docs.cli").run
    if answered:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    program()


if __name__ == "__main__":
    run()
