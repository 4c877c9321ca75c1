"""Makes templates/*.docx: ``python -m tools.make_templates``. The templates are kept in git; this is their source.

Rules that each template holds to, so that what Word shows is what the office signed for:
- all looks come from named styles; no run and no paragraph is formatted by hand;
- a statement for paragraphs (``{%p``) or rows (``{%tr``) stands alone in its paragraph or row, since anything beside
  it vanishes, and each tag is one run;
- whatever a list holds, even nothing, a table keeps a row and a cell a paragraph: Word calls less than that damaged.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from tools.templates.comparison import COMPARISON_LOOKS, SCORE_TABLE, comparison
from tools.templates.letters import memo, notice
from tools.templates.measures import measures
from tools.templates.pack import activities, analysis, order, title
from tools.templates.package import Document, package
from tools.templates.proof import proof
from tools.templates.results import results
from tools.templates.shared import shared_parts
from tools.templates.styles import table_style

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"
COMPARISON = TEMPLATES / "compare" / "comparison_template.docx"
PROOF = TEMPLATES / "proof" / "proof_template.docx"

DOCUMENTS: Mapping[str, Callable[[], Document]] = {
    "title": title,
    "activities": activities,
    "order": order,
    "analysis": analysis,
    "measures": measures,
    "results": results,
    "memo": memo,
    "notice": notice,
}
"""Templates by name: ``order`` is order_template.docx."""


def make(name: str) -> bytes:
    """The template of this name, the same bytes on every run."""
    return package(DOCUMENTS[name](), shared_parts())


def make_comparison() -> bytes:
    """The template of the report on many offices. It stands apart, for a template beside the others makes a document
    for each office."""
    scores = table_style(SCORE_TABLE, borders=True, side_cm=0.04)
    return package(comparison(), shared_parts(COMPARISON_LOOKS, scores))


def make_proof() -> bytes:
    """The template of the sheet in front of proof copies, apart for the same reason."""
    return package(proof(), shared_parts())


if __name__ == "__main__":
    TEMPLATES.mkdir(exist_ok=True)
    for name in DOCUMENTS:
        (TEMPLATES / f"{name}_template.docx").write_bytes(make(name))
    COMPARISON.parent.mkdir(exist_ok=True)
    COMPARISON.write_bytes(make_comparison())
    PROOF.parent.mkdir(exist_ok=True)
    PROOF.write_bytes(make_proof())
