"""One part of the booklet, taken apart: its stories (body, headers, notes …), styles, numbering and settings."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from officefiles import opc
from officefiles.opc import Package, Part, W
from officefiles.strict import is_strict, make_transitional
from officefiles.styles import default_styles, is_switched_on, styles_by_id
from thaipages.booklet.theme import Theme

NO_TEXT = "เอกสาร Word นี้ไม่มีเนื้อหา"
SEVERAL_TEXTS = "เอกสาร Word นี้มีส่วนเนื้อหาซ้ำกัน เปิดใน Word แล้วบันทึกใหม่"
STORIES = ("header", "footer", "footnotes", "endnotes", "comments")
"""The kinds of related part that hold text, and so refer to styles, numbering and pictures as the body does."""


@dataclass(frozen=True, slots=True)
class Source:
    """The parts of one document. The stories are parsed, and changed in place on their way into the booklet; the rest
    comes from the template, and is the same in most documents."""

    package: Package
    stories: dict[str, etree._Element]
    body: etree._Element
    styles: Part
    numbering: Part
    settings: Part

    def story(self, kind: str) -> etree._Element | None:
        """The one story of this kind (``footnotes``), where the document has it."""
        return self.stories.get(self.package.related(self.package.main, kind))

    @property
    def theme(self) -> Theme:
        """The theme, and how the document uses its colours."""
        theme = self.package.of_main("theme")
        return Theme(theme.data if theme else b"", self.settings.made(_mapping))

    def switched_on(self, setting: str) -> bool:
        """True where settings.xml switches the named setting on."""
        return is_switched_on(self.settings.tree.find(f"{W}{setting}"))


def load(package: Package) -> Source:
    """The document ``package``. Raises ``opc.PackageError`` where it has no text."""
    if is_strict(package):
        package = package.copy()
        make_transitional(package)
    links = package.relationships.get(package.main, {}).values()
    names = [package.main, *(link.target for link in links if link.kind in STORIES and link.target in package.parts)]
    stories = {name: package.parts[name].own_tree() for name in names}
    bodies = stories[package.main].findall(f"{W}body")
    if len(bodies) != 1:
        raise opc.PackageError(SEVERAL_TEXTS if bodies else NO_TEXT)
    return Source(
        package=package,
        stories=stories,
        body=bodies[0],
        styles=_related(package, "styles").made(_with_defaults),
        numbering=_related(package, "numbering"),
        settings=_related(package, "settings"),
    )


def _mapping(settings: Part) -> bytes:
    mapping = settings.tree.find(f"{W}clrSchemeMapping")
    return b"" if mapping is None else etree.tostring(mapping, method="c14n", exclusive=True, with_tail=False)


def _related(package: Package, kind: str) -> Part:
    return package.of_main(kind) or Part(f'<w:{kind} xmlns:w="{W[1:-1]}"/>'.encode())


def _with_defaults(styles: Part) -> Part:
    """The styles with a default one for paragraphs and for tables: what has no style of its own has that."""
    root = styles.own_tree()
    missing = {"paragraph", "table"} - default_styles(styles_by_id(root)).keys()
    for kind in sorted(missing):
        _add_default(root, kind)
    return Part(root) if missing else styles


def _add_default(styles: etree._Element, kind: str) -> None:
    """A document without a default style means an empty one."""
    taken = styles_by_id(styles)
    names = (f"Plain{kind.title()}{suffix}" for suffix in ("", *range(2, 99)))
    name = next(name for name in names if name not in taken)
    style = etree.SubElement(styles, f"{W}style", {f"{W}type": kind, f"{W}default": "1", f"{W}styleId": name})
    etree.SubElement(style, f"{W}name", {f"{W}val": name})
