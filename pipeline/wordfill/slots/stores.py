"""The data that content controls and fields of a Word file show: custom XML, properties of the file, variables."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from lxml import etree

from officefiles import xml
from officefiles.opc import Package, Part, W
from wordfill.leftovers import in_utf_8

CORE, APP, CUSTOM = "docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"
_CORE_ID, _APP_ID = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}", "{6668398D-A668-4E3E-A5EB-62B293D839F1}"
_ITEM_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/customXml}itemID"
_DECLARED = re.compile(rb"^\s*(?:\xef\xbb\xbf)?<\?xml[^>]*\?>")
_PREFIXES = re.compile(r"xmlns:(\w+)\s*=\s*(['\"])(.*?)\2")
_LAST_NAME = re.compile(r"(?:\w+:)?(\w+)(?:\[\d+\])?/?$")
_CORE_NAMES = {
    "title": "title",
    "subject": "subject",
    "author": "creator",
    "creator": "creator",
    "keywords": "keywords",
    "comments": "description",
    "description": "description",
    "category": "category",
    "contentstatus": "contentStatus",
}
_APP_NAMES = {"company": "Company", "manager": "Manager", "companyaddress": "", "hyperlinkbase": "HyperlinkBase"}
_TEXT_TYPES = ("lpwstr", "lpstr", "bstr")


class Known(NamedTuple):
    """Where a piece of data stands: its part and the element there, the attribute ``name`` of it if any; of a property
    of the file's own, which the engine writes anew, only the ``name``."""

    member: str
    element: etree._Element | None
    name: str = ""


class Stores:
    """The data of a package. ``changed`` are the trees that ``put`` changed, ``shown`` the properties of the file's own
    that the text shows, by their names."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._trees: dict[str, etree._Element] = {}
        self.changed: dict[str, etree._Element] = {}
        self.shown: dict[str, str] = {}
        self._items = self._by_id()

    def _tree(self, member: str) -> etree._Element | None:
        if member not in self._trees:
            part = self._package.parts.get(member)
            root = tree_of(part) if part else None
            if root is None:
                return None
            self._trees[member] = root
        return self._trees[member]

    def _by_id(self) -> dict[str, str]:
        """The parts with custom XML by their ids."""
        items = {}
        for member in self._package.all_related(self._package.main, "customXml").values():
            properties = self._package.related(member, "customXmlProps")
            root = self._tree(properties) if properties else None
            identity = str(root.get(_ITEM_ID, "")) if root is not None else ""
            items[identity.upper() or member] = member
        return items

    def find(self, binding: etree._Element) -> Known | None:
        """What a content control is bound to; ``None`` where there is no such data."""
        identity = binding.get(W + "storeItemID", "").upper()
        path = binding.get(W + "xpath", "")
        if identity in (_CORE_ID, _APP_ID):
            last = _LAST_NAME.search(path)
            names = _CORE_NAMES if identity == _CORE_ID else _APP_NAMES
            return self._own(CORE if identity == _CORE_ID else APP, names.get(last[1].lower(), "") if last else "")
        spaces = {prefix: space for prefix, _, space in _PREFIXES.findall(binding.get(W + "prefixMappings", ""))}
        members = [self._items[identity]] if identity in self._items else [] if identity else [*self._items.values()]
        for member in members:
            root = self._tree(member)
            if root is not None and (found := _at(root, path, spaces)):
                return Known(member, *found)
        return None

    def named(self, field: str, name: str) -> Known | None:
        """What a field of this word shows, ``name`` being its argument."""
        if field == "DOCVARIABLE":
            member = self._package.related(self._package.main, "settings")
            root = self._tree(member) if member else None
            variables = root.iter(W + "docVar") if root is not None else ()
            one = next((one for one in variables if one.get(W + "name", "").lower() == name.lower()), None)
            return Known(member, one, W + "val") if one is not None else None
        if field != "DOCPROPERTY":
            return self._own(CORE, _CORE_NAMES[field.lower()])
        root = self._tree(CUSTOM)
        for one in root if root is not None else ():
            if one.get("name", "").lower() == name.lower() and len(one):
                return Known(CUSTOM, one[0]) if etree.QName(one[0]).localname in _TEXT_TYPES else None
        if own := _CORE_NAMES.get(name.lower()):
            return self._own(CORE, own)
        return self._own(APP, _APP_NAMES.get(name.lower(), ""))

    def _own(self, member: str, name: str) -> Known | None:
        return Known(member, None, name) if name and member in self._package.parts else None

    def text(self, known: Known) -> str:
        """What the data says."""
        if known.element is None:
            if known.name in self.shown:
                return self.shown[known.name]
            root = self._tree(known.member)
            one = root.find(f"{{*}}{known.name}") if root is not None else None
            return (one.text or "") if one is not None else ""
        return known.element.get(known.name, "") if known.name else known.element.text or ""

    def put(self, known: Known, text: str) -> None:
        """Let the data say ``text``."""
        if known.element is None or self.text(known) == text:
            return
        if known.name:
            known.element.set(known.name, text)
        else:
            known.element.text = text
        self.changed[known.member] = self._trees[known.member]

    def show(self, known: Known, text: str) -> None:
        """Remember that the document's text shows this property of the file's own, and what it says."""
        if known.element is None:
            self.shown.setdefault(known.name, text)


def tree_of(part: Part) -> etree._Element | None:
    """The part as a tree for the caller to change; none where it is no XML that may be read."""
    data = in_utf_8(part.data)
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        return None
    try:
        return part.own_tree() if data is part.data else xml.parse(_DECLARED.sub(b"", data))
    except etree.XMLSyntaxError:
        return None


def _at(root: etree._Element, path: str, spaces: dict[str, str]) -> tuple[etree._Element, str] | None:
    """The element, and the name of its attribute if it is one, at a path of a binding."""
    try:
        found = root.xpath(path, namespaces=spaces)
    except etree.XPathError:
        return None
    one: Any = found[0] if isinstance(found, list) and found else None
    if isinstance(one, etree._Element):
        return None if len(one) else (one, "")
    return (one.getparent(), one.attrname) if getattr(one, "is_attribute", False) else None
