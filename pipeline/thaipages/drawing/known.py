"""What a drawing asks for that is not drawn: each such thing by its name, so that nothing is lost in silence."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from lxml import etree


class ObstacleError(ValueError):
    """A document that cannot be drawn; the message names what is in the way, in Thai."""


def names(text: str) -> frozenset[str]:
    """The names in ``text``, between its spaces."""
    return frozenset(text.split())


def strange(element: etree._Element, known: Collection[str], named: Mapping[str, str], kind: str) -> Iterator[str]:
    """The names, in Thai, of what stands in ``element`` and is not among the ``known`` local names: as ``named`` says,
    else as a part of this ``kind``. What stands within such a thing is not named again."""
    for child in element.iterchildren(etree.Element):
        name = str(child.tag).rpartition("}")[2]
        if name in known:
            yield from strange(child, known, named, kind)
        else:
            yield named.get(name, f"{kind} ({name})")
