"""``python -m ita_docs`` is ``ita-docs``."""

from ita_docs.cli import run

run()
