"""The space between two paragraphs. Lengths are twips."""

from __future__ import annotations

from thaipages.layout.paragraphs import Paragraph


def space_between(above: Paragraph | None, below: Paragraph, add_up: bool) -> float:
    """The space above ``below``: the larger of the space after ``above`` and before ``below``, or where ``add_up``
    their sum; none between two paragraphs of one style that asks for contextual spacing."""
    if above is None:
        return below.shape.before
    one, two = above.shape, below.shape
    same = one.style == two.style
    after = 0.0 if same and one.contextual else one.after
    before = 0.0 if same and two.contextual else two.before
    return after + before if add_up else max(after, before)
