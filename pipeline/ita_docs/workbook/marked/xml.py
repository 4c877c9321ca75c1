"""The elements of spreadsheets: their names, and new ones."""

from __future__ import annotations

from lxml import etree

from officefiles.xml import parse

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def tag(name: str) -> str:
    """The qualified name of a spreadsheet element."""
    return f"{{{MAIN}}}{name}"


def element(xml: str) -> etree._Element:
    """The spreadsheet element that ``xml`` states without its namespace."""
    return parse(f'<new xmlns="{MAIN}">{xml}</new>'.encode())[0]


def put_text(parent: etree._Element, text: str) -> None:
    """Write ``text`` at the end of ``parent``, its spaces kept."""
    written = etree.SubElement(parent, tag("t"))
    written.text = text
    written.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
