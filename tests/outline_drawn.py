"""A drawn document as text that a person can read and git can compare: pages, lines, rules, and how it is read aloud.

A line of text begins with its base line; each stretch says from where to where it runs, in tenths of a point, and its
look where that differs from the stretch before. The tree follows: each node with what it holds, its text left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from thaipages.drawing.marks import BLACK, Area, Colour, Drawing, Image, Link, Mark, Node, Rule, Turned, Words


def outline(drawing: Drawing) -> str:
    """The outline of a drawing, ended by a new line."""
    lines = [f"{drawing.title} ({drawing.language})"]
    lines += [f"{'  ' * one.level}{one.title} · page {one.page} at {one.y:.1f}" for one in drawing.outline]
    lines += [f"{name} · page {page} at {y:.1f}" for name, (page, y) in drawing.places.items()]
    for number, leaf in enumerate(drawing.leaves, start=1):
        lines += [f"== page {number} {leaf.width:.1f}×{leaf.height:.1f}", *marked(leaf.marks)]
    return "\n".join([*lines, "== read", *_tree(drawing.tree)]) + "\n"


def marked(found: Sequence[Mark]) -> Iterator[str]:
    """A line for each line of text, each rule, area and picture."""
    look = ""
    for base, marks in groupby(found, key=lambda mark: round(mark.base, 1) if isinstance(mark, Words) else None):
        if base is None:
            yield from map(_mark, marks)
            continue
        said = []
        for one in marks:
            own = _look(one)
            said.append(f"{one.x:.1f}–{one.x + one.edges[-1]:.1f}{own if own != look else ''} {one.text}")
            look = own
        yield f"{base} " + " | ".join(said)


def _look(one: Words) -> str:
    face = f"{one.face.family}{' bold' * one.face.bold}{' italic' * one.face.italic}"
    unread = " unread" if one.node is None else ""
    return f" [{face} {one.size:g}{_colour(one.colour)}{f' ×{one.scale:.3f}' * (one.scale != 1)}{unread}]"


def _mark(mark: Mark) -> str:
    match mark:
        case Rule():
            dashes = f" dashed {mark.dashes}" if mark.dashes else ""
            ends = f"{mark.x:.1f} {mark.y:.1f} – {mark.to_x:.1f} {mark.to_y:.1f}"
            return f"rule {ends} of {mark.width:g}{_colour(mark.colour)}{dashes}"
        case Area():
            across, down = ([point[at] for point in mark.points] for at in (0, 1))
            box = f"{min(across):.1f} {min(down):.1f} – {max(across):.1f} {max(down):.1f}"
            edge = f" edge{_colour(mark.edge)} {mark.width:g}" if mark.edge else ""
            fill = f" filled{_colour(mark.fill)}" if mark.fill else ""
            return f"area {box} of {len(mark.points)}{' curved' * mark.curved}{fill}{edge} {mark.opacity:g}"
        case Image():
            return f"image {mark.x:.1f} {mark.y:.1f} {mark.width:.1f}×{mark.height:.1f} {len(mark.data)} {mark.cut}"
        case Link():
            return f"link {mark.x:.1f} {mark.y:.1f} {mark.width:.1f}×{mark.height:.1f} ⇒ {mark.address or mark.target}"
        case Turned():
            return f"turned {mark.degrees:g} at {mark.x:.1f} {mark.y:.1f}: {_all(mark.marks)}"
    raise TypeError(mark)


def _all(marks: Iterable[Mark]) -> str:
    return " | ".join(
        f"{one.x:.1f} {one.base:.1f} {one.text}" if isinstance(one, Words) else _mark(one) for one in marks
    )


def _colour(colour: Colour) -> str:
    return "" if colour == BLACK else " #" + "".join(f"{round(255 * one):02X}" for one in colour)


def _tree(node: Node, depth: int = 0) -> Iterator[str]:
    """A node on a line, equal ones that follow each other as one."""
    attributes = f" {dict(node.attributes)}" if node.attributes else ""
    told = f"{node.kind}{attributes} {node.alternative}".rstrip()
    yield f"{' ' * depth}{told}"
    for lines, same in groupby("\n".join(_tree(child, depth + 1)) for child in node.children):
        count = len([*same])
        yield f"{lines} ×{count}" if count > 1 else lines
