"""``python -m bench``: every table, one after the other."""

from __future__ import annotations

from bench import checks, engine, lint

for part in (engine, lint, checks):
    part.main()
    print()
