"""What the file says about itself: title, subject and office (ECMA-376 part 2, 11; part 1, 22.3)."""

from __future__ import annotations

import copy

from lxml import etree

from officefiles.opc import Package, Relationship

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_CORE_LINK = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS, _XSI = "http://purl.org/dc/terms/", "http://www.w3.org/2001/XMLSchema-instance"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VARIANT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST_ID = "2"  # 0 and 1 are taken by the format itself
_OFFICE = "หน่วยงาน"


def carry(source: Package, target: Package) -> None:
    """Say in ``target`` what ``source`` says about itself: in the core properties that every program shows, and its
    author, the office, in a property of that name too. Empty texts where it says nothing."""
    name = source.related("", "core-properties")
    said = source.parts[name].tree if name else etree.Element("nothing")
    texts = {tag: said.findtext(f"{{{_DC}}}{tag}") or "" for tag in ("title", "subject", "creator")}
    core = etree.Element(f"{{{_CORE}}}coreProperties", nsmap={"cp": _CORE, "dc": _DC, "dcterms": _TERMS, "xsi": _XSI})
    for tag, text in {**texts, "language": "th-TH"}.items():
        etree.SubElement(core, f"{{{_DC}}}{tag}").text = text
    core.extend(copy.deepcopy(said.findall(f"{{{_TERMS}}}created") + said.findall(f"{{{_TERMS}}}modified")))
    _put(target, "docProps/core.xml", _CORE_LINK, "vnd.openxmlformats-package.core-properties+xml", core)
    if office := texts["creator"]:
        kind = "vnd.openxmlformats-officedocument.custom-properties+xml"
        _put(target, "docProps/custom.xml", "custom-properties", kind, _custom(office))


def _put(package: Package, name: str, link: str, kind: str, root: etree._Element) -> None:
    package.put(name, root, f"application/{kind}")
    package.relate("", Relationship(link, name))


def _custom(office: str) -> etree._Element:
    root = etree.Element(f"{{{_CUSTOM}}}Properties", nsmap={None: _CUSTOM, "vt": _VARIANT})  # type: ignore[dict-item]
    entry = etree.SubElement(root, f"{{{_CUSTOM}}}property", fmtid=_FORMAT_ID, pid=_FIRST_ID, name=_OFFICE)
    etree.SubElement(entry, f"{{{_VARIANT}}}lpwstr").text = office
    return root
