"""One part of the booklet, taken apart: its stories (body, headers, notes …), styles, numbering and settings."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from pipeline.word import opc
from pipeline.word.opc import Package, W

STORIES = ("header", "footer", "footnotes", "endnotes", "comments")
"""The kinds of related part that hold text, and so refer to styles, numbering and pictures as the body does."""


@dataclass(frozen=True, slots=True)
class Source:
    """The parsed parts of one document; they are changed in place on their way into the booklet."""

    package: Package
    stories: dict[str, etree._Element]
    styles: etree._Element
    numbering: etree._Element
    settings: etree._Element

    @property
    def body(self) -> etree._Element:
        """The body of the main document."""
        body = self.stories[self.package.main].find(f"{W}body")
        assert body is not None, "load() made sure of the body"
        return body

    def story(self, kind: str) -> etree._Element | None:
        """The one story of this kind (``footnotes``), where the document has it."""
        return self.stories.get(self.package.related(self.package.main, kind))

    def switched_on(self, setting: str) -> bool:
        """True where settings.xml switches the named setting on."""
        return is_on(self.settings.find(f"{W}{setting}"))


def load(data: bytes) -> Source:
    """The document in ``data``. Raises ``opc.PackageError`` where it is no Word file."""
    package = opc.read(data)
    links = package.relationships.get(package.main, {}).values()
    names = [package.main, *(link.target for link in links if link.kind in STORIES)]
    source = Source(
        package=package,
        stories={name: package.tree(name) for name in names},
        styles=_related(package, "styles"),
        numbering=_related(package, "numbering"),
        settings=_related(package, "settings"),
    )
    if source.stories[package.main].find(f"{W}body") is None:
        raise opc.PackageError("เอกสาร Word นี้ไม่มีเนื้อหา")
    for kind in ("paragraph", "table"):
        _require_default_style(source.styles, kind)
    return source


def is_on(element: etree._Element | None) -> bool:
    """The value of an on/off element (ECMA-376 part 1, 17.17.4): there, and not told to be off."""
    return element is not None and element.get(f"{W}val", "1") not in ("0", "false", "off")


def _related(package: Package, kind: str) -> etree._Element:
    name = package.related(package.main, kind)
    return package.tree(name) if name else etree.Element(f"{W}{kind}", nsmap={"w": W[1:-1]})


def _require_default_style(styles: etree._Element, kind: str) -> None:
    """What has no style of its own has the default one; a document without it means an empty one."""
    found = [style for style in styles.iterfind(f"{W}style") if style.get(f"{W}type") == kind]
    if any(style.get(f"{W}default") in ("1", "true", "on") for style in found):
        return
    taken = {style.get(f"{W}styleId") for style in styles.iterfind(f"{W}style")}
    name = next(
        name for name in (f"Plain{kind.title()}{suffix}" for suffix in ("", *range(2, 99))) if name not in taken
    )
    style = etree.SubElement(styles, f"{W}style", {f"{W}type": kind, f"{W}default": "1", f"{W}styleId": name})
    etree.SubElement(style, f"{W}name", {f"{W}val": name})
