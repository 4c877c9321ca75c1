"""``python -m bench``: every table, one after the other."""

from __future__ import annotations

from bench import batch, checks, compare, engine, layout, lint, pdf, widths

for part in (engine, lint, layout, widths, checks, pdf, compare, batch):
    part.main()
    print()
