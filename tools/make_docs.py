"""Make the generated pages of docs/ anew: ``python tools/make_docs.py``; tests hold the pages to what this makes."""

from __future__ import annotations

import docs_fields
import docs_problems

if __name__ == "__main__":
    for maker in (docs_fields, docs_problems):
        maker.PAGE.write_text(maker.page(), encoding="utf-8")
