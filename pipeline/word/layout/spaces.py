"""The space between two paragraphs. Lengths are twips."""

from __future__ import annotations

from pipeline.word.layout.paragraphs import Paragraph


def space_between(above: Paragraph | None, below: Paragraph, add_up: bool) -> float:
    """The space above ``below``: the larger of the space after ``above`` and before ``below``, or where ``add_up``
    their sum; none between two paragraphs of one style that asks for contextual spacing."""
    same = above is not None and above.style == below.style
    before = 0.0 if same and below.contextual else below.before
    after = 0.0 if above is None or (same and above.contextual) else above.after
    return after + before if add_up else max(after, before)
