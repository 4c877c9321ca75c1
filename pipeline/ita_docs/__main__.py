"""``python -m ita_docs``, and the command ``ita-docs``."""

from __future__ import annotations

from importlib import import_module

from ita_docs import stopping


def run() -> None:
    """The program, loaded while Ctrl-C already ends it well."""
    stopping.end_at_once()
    import_module("ita_docs.cli").run()


if __name__ == "__main__":
    run()
