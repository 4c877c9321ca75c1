"""What a document says of itself: in its core properties, which a file manager shows, and by its application."""

from __future__ import annotations

from collections.abc import Mapping

CORE, APP = "docProps/core.xml", "docProps/app.xml"

CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_CORE_SPACE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
NO_CORE = f'<cp:coreProperties xmlns:cp="{_CORE_SPACE}"/>'.encode()
"""The core properties of a file that says nothing of itself."""
_FILLED = {"title": "document.title", "subject": "document.subject", "creator": "document.author"}
_SPACES = {
    "title": "dc",
    "subject": "dc",
    "creator": "dc",
    "description": "dc",
    "keywords": "cp",
    "category": "cp",
    "contentStatus": "cp",
}
_OF_APPLICATION = ("Company", "Manager", "HyperlinkBase")
_MOMENT = ' xsi:type="dcterms:W3CDTF">2000-01-01T00:00:00Z</dcterms:'
_PROPERTIES = 'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"'


def core(shown: Mapping[str, str] | None = None) -> str:
    """The Jinja source of the core properties, without the XML declaration: title, subject and author from the
    context's ``document``, and those that the document's text shows as the sources ``shown`` have them. Nothing else
    is kept of what the template says of itself (what it is for, who saved it last, how often), and the time of the run
    is no part of what is made: equal input gives equal bytes."""
    shown = shown or {}
    told = "".join(
        f"<{space}:{name}>{shown[name]}</{space}:{name}>" for name, space in _SPACES.items() if name in shown
    )
    texts = "".join(f"<dc:{name}>{{{{ {key}|e }}}}</dc:{name}>" for name, key in _FILLED.items() if name not in shown)
    return (
        f'<cp:coreProperties xmlns:cp="{_CORE_SPACE}"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{{% if document is defined %}}{texts}{{% endif %}}{told}<dc:language>th-TH</dc:language>"
        f"<dcterms:created{_MOMENT}created><dcterms:modified{_MOMENT}modified></cp:coreProperties>"
    )


SOURCE = core()
"""The core properties of a document whose text shows none of them."""

PLAIN_APP = (b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties ' + _PROPERTIES.encode()) + b"/>"
"""What an application says of a file: nothing, where Word tells of the template's company, editing time and pages."""


def application(shown: Mapping[str, str]) -> str:
    """The Jinja source of what the application says: those properties alone that the document's text shows; empty
    where it shows none."""
    told = "".join(f"<{name}>{shown[name]}</{name}>" for name in _OF_APPLICATION if name in shown)
    return f"<Properties {_PROPERTIES}>{told}</Properties>" if told else ""
