"""What the file says about itself: title, office and year (ECMA-376 part 2, 11; part 1, 22.3)."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from pipeline.word import opc
from pipeline.word.opc import Package, Relationship

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_CORE_LINK = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VARIANT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST_ID = 2  # 0 and 1 are taken by the format itself


@dataclass(frozen=True, slots=True)
class Properties:
    """The title of the pack, the office it is of, the fiscal year as the documents print it, and the subject."""

    title: str
    office: str = ""
    year: str = ""
    subject: str = ""


def of(package: Package) -> Properties:
    """What a document says about itself; empty texts where it says nothing."""
    name = package.related("", _CORE_LINK)
    if not name:
        return Properties("")
    root = package.tree(name)
    title, office, subject = (root.findtext(f"{{{_DC}}}{tag}") or "" for tag in ("title", "creator", "subject"))
    return Properties(title, office, subject=subject)


def write(package: Package, about: Properties) -> None:
    """Put the properties in the package: the core ones every program shows, and office and year as named ones."""
    _put(package, "docProps/core.xml", _CORE_LINK, "vnd.openxmlformats-package.core-properties+xml", _core(about))
    named = {"หน่วยงาน": about.office, "ปีงบประมาณ": about.year}
    if any(named.values()):
        kind = "vnd.openxmlformats-officedocument.custom-properties+xml"
        _put(package, "docProps/custom.xml", "custom-properties", kind, _custom(named))


def _put(package: Package, name: str, link: str, kind: str, root: etree._Element) -> None:
    package.members[name] = opc.serialize(root)
    package.types[name] = f"application/{kind}"
    links = package.relationships.setdefault("", {})
    links[f"rId{len(links) + 1}"] = Relationship(link, name)


def _core(about: Properties) -> etree._Element:
    root = etree.Element(f"{{{_CORE}}}coreProperties", nsmap={"cp": _CORE, "dc": _DC})
    subject = about.subject or (f"ปีงบประมาณ พ.ศ. {about.year}" if about.year else "")
    for tag, text in (("title", about.title), ("subject", subject), ("creator", about.office), ("language", "th-TH")):
        etree.SubElement(root, f"{{{_DC}}}{tag}").text = text
    return root


def _custom(named: dict[str, str]) -> etree._Element:
    root = etree.Element(f"{{{_CUSTOM}}}Properties", nsmap={None: _CUSTOM, "vt": _VARIANT})  # type: ignore[dict-item]
    for number, (name, text) in enumerate((item for item in named.items() if item[1]), _FIRST_ID):
        entry = etree.SubElement(root, f"{{{_CUSTOM}}}property", fmtid=_FORMAT_ID, pid=str(number), name=name)
        etree.SubElement(entry, f"{{{_VARIANT}}}lpwstr").text = text
    return root
