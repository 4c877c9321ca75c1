"""The space between two paragraphs, and the lines of a cell with it. Lengths are twips."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from thaipages.layout.paragraphs import Paragraph

if TYPE_CHECKING:
    from thaipages.layout.tables import Table


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


def line_heights(blocks: Sequence[Paragraph | Table], sum_spaces: bool) -> tuple[float, ...]:
    """The heights of all lines of a cell; the space between paragraphs belongs to the line below it."""
    lines: list[float] = []
    above: Paragraph | None = None
    for block in blocks:
        if isinstance(block, Paragraph):
            first, *rest = block.heights
            if block is blocks[-1] and above is None and len(blocks) > 1 and not block.text:
                lines.append(0.0)  # what must stand below a table that ends a cell takes no room
                break
            lines += [first + space_between(above, block, sum_spaces), *rest]
            above = block
        else:
            lines += [row.height for row in block.rows]
            lines[-len(block.rows)] += above.shape.after if above else 0.0
            above = None
    if above is not None:
        lines[-1] += above.shape.after
    return tuple(lines)
