"""What the text of a part refers to (pictures, charts, headers, links) brought into the booklet with it."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from officefiles import xml
from officefiles.opc import Package, Part, R, Relationship
from thaipages.booklet.source import Source
from thaipages.booklet.theme import Theme, map_colours

_REFERRING = etree.XPath("descendant-or-self::*/@r:*/..", namespaces={"r": R[1:-1]})
_CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_OVERRIDE = "application/vnd.openxmlformats-officedocument.themeOverride+xml"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
_DIAGRAMS = "/diagrams/"
_DRAWN = "{http://schemas.microsoft.com/office/drawing/2008/diagram}dataModelExt"
_XML = ("+xml", "/xml")


@dataclass(slots=True)
class Incoming:
    """A part on its way: the theme that it must not need any more, where it has another than the booklet, and the
    names in the booklet of what was carried along."""

    source: Source
    theme: Theme | None
    carried: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Binding:
    """The package of the booklet, and what was carried into it so far."""

    package: Package
    copies: dict[tuple[str, bytes], str] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    links: dict[tuple[str, Relationship], str] = field(default_factory=dict)

    def link(self, part: str, relationship: Relationship) -> str:
        """The id of this relationship of ``part``, made where it is new."""
        key = (part, relationship)
        if key not in self.links:
            self.links[key] = self.package.relate(part, relationship)
        return self.links[key]

    def name(self, wanted: str) -> str:
        """A free part name like ``wanted``: ``word/media/image7.png``."""
        stem, extension = posixpath.splitext(wanted)
        stem = stem.rstrip("0123456789")
        self.counts[stem + extension] = self.counts.get(stem + extension, 0) + 1
        return f"{stem}{self.counts[stem + extension]}{extension}"

    def attach(self, part: str, tree: etree._Element, target: str, incoming: Incoming) -> None:
        """Bring along what ``tree`` of ``part`` refers to, and point it there; it is to stand in ``target``."""
        links = incoming.source.package.relationships.get(part, {})
        for element in xml.select(_REFERRING, tree) if links else ():
            for key, value in element.attrib.items():
                if str(key).startswith(R) and value in links:
                    element.set(key, self.link(target, self._moved(links[str(value)], incoming)))
            if element.tag == _DIAGRAM:
                self._attach_drawn(links, element, target, incoming)

    def _attach_drawn(
        self, links: Mapping[str, Relationship], diagram: etree._Element, target: str, incoming: Incoming
    ) -> None:
        """Bring along how a diagram was drawn last, which its data names as one of the ``links`` of what shows it."""
        data = self.package.relationships.get(target, {}).get(diagram.get(f"{R}dm", ""))
        if data is None or data.target not in self.package.parts:
            return
        root = self.package.parts[data.target].own_tree()
        for drawn in root.iter(_DRAWN):
            if (key := drawn.get("relId", "")) in links:
                drawn.set("relId", self.link(target, self._moved(links[key], incoming)))
                self.package.put(data.target, root)

    def put_once(self, wanted: str, kind: str, data: bytes) -> str:
        """The name of the part with this content, which is kept once."""
        if (kind, data) not in self.copies:
            self.copies[kind, data] = self.name(wanted)
            self.package.put(self.copies[kind, data], data, kind)
        return self.copies[kind, data]

    def carry(self, part: str, incoming: Incoming) -> str:
        """The booklet's copy of a part and all it refers to; the same picture is kept once."""
        source, carried = incoming.source, incoming.carried
        if part in carried:
            return carried[part]
        kind = source.package.types[part]
        links = source.package.relationships.get(part, {})
        content = (kind, source.package.parts[part].data)
        themed = incoming.theme is not None and kind.endswith(_XML)
        alone = links or part in source.stories or themed or _DIAGRAMS in part  # the data names a drawing of its own
        if not alone and content in self.copies:
            return self.copies[content]
        name = carried[part] = self.name(part)
        if part in source.stories:
            self.attach(part, source.stories[part], name, incoming)
            self.package.put(name, source.stories[part], kind)
            return name
        self.package.put(name, self._without_theme(part, kind, name, incoming), kind)
        for key, link in links.items():
            self.package.relate(name, self._moved(link, incoming), key)
        if not alone:
            self.copies[content] = name
        return name

    def _moved(self, link: Relationship, incoming: Incoming) -> Relationship:
        if link.external or link.target not in incoming.source.package.parts:
            return link
        return Relationship(link.kind, self.carry(link.target, incoming))

    def _without_theme(self, part: str, kind: str, name: str, incoming: Incoming) -> Part:
        """The part with its fonts and colours said; a chart, whose colours may be said nowhere, with its theme."""
        package, theme = incoming.source.package, incoming.theme
        if theme is None or not kind.endswith(_XML) or package.related(part, "themeOverride"):
            return package.parts[part]
        try:
            tree = package.parts[part].own_tree()
        except etree.XMLSyntaxError:
            return package.parts[part]
        theme.say(tree)
        if kind == _CHART and theme.override:
            map_colours(tree)
            override = self.put_once("word/theme/themeOverride1.xml", _OVERRIDE, theme.override)
            self.package.relate(name, Relationship("themeOverride", override), "rIdTheme")
        return Part(tree)
