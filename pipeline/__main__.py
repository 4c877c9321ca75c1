"""``python -m pipeline`` is ``ita-docs``."""

from pipeline.cli import run

run()
