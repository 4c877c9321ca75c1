"""``python -m bench``: every table, one after the other."""

from __future__ import annotations

from bench import engine, lint

for part in (engine, lint):
    part.main()
    print()
