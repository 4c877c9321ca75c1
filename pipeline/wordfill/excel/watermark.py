"""The words of a proof copy at the top of every page of a workbook."""

from __future__ import annotations

import re

from lxml import etree

from officefiles.namespaces import S
from officefiles.opc import Package
from wordfill.proof.watermark import NOTE

_SECTION = re.compile(r"(?=&[LCR])")
_BEHIND = (
    "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing",
    "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture",
    "oleObjects", "controls", "webPublishItems", "tableParts", "extLst",
)  # fmt: skip
"""What stands behind the headers of a sheet, by the schema."""


def mark_sheets(workbook: Package) -> Package:
    """``workbook`` with the words above each page of its sheets, before what their headers say in the middle."""
    package = workbook.copy()
    for part in package.all_related(package.main, "worksheet").values():
        root = package.parts[part].own_tree()
        headers = root.find(f"{S}headerFooter")
        if headers is None:
            headers = etree.Element(f"{S}headerFooter")
            behind = next((one for one in root if one.tag in {S + name for name in _BEHIND}), None)
            if behind is None:
                root.append(headers)
            else:
                behind.addprevious(headers)
        _mark(headers)
        package.put(part, root)
    return package


def _mark(headers: etree._Element) -> None:
    names = ["oddHeader"]
    names += ["evenHeader"] if headers.get("differentOddEven") in ("1", "true") else []
    names += ["firstHeader"] if headers.get("differentFirst") in ("1", "true") else []
    for name in names:
        header = headers.find(f"{S}{name}")
        if header is None:
            header = etree.Element(f"{S}{name}")
            order = ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter")
            behind = {S + one for one in order[order.index(name) + 1 :]}
            at = next((n for n, one in enumerate(headers) if one.tag in behind), len(headers))
            headers.insert(at, header)
        header.text = _with_note(header.text or "")


def _with_note(text: str) -> str:
    sections = [one for one in _SECTION.split(text) if one]
    for n, one in enumerate(sections):
        if one.startswith("&C") or not one.startswith(("&L", "&R")):
            sections[n] = f"&C{NOTE}\n{one.removeprefix('&C')}"
            return "".join(sections)
    return f"{text}&C{NOTE}"
