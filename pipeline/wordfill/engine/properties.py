"""What a document says of itself: in its core properties, which a file manager shows, and by its application."""

from __future__ import annotations

CORE, APP = "docProps/core.xml", "docProps/app.xml"

_FILLED = {"dc:title": "title", "dc:subject": "subject", "dc:creator": "author"}
_TEXTS = "".join(f"<{name}>{{{{ document.{key}|e }}}}</{name}>" for name, key in _FILLED.items())
_MOMENT = ' xsi:type="dcterms:W3CDTF">2000-01-01T00:00:00Z</dcterms:'
SOURCE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    f"{{% if document is defined %}}{_TEXTS}{{% endif %}}<dc:language>th-TH</dc:language>"
    f"<dcterms:created{_MOMENT}created><dcterms:modified{_MOMENT}modified></cp:coreProperties>"
)
"""The Jinja source of the core properties, without the XML declaration: title, subject and author from the context's
``document``. Nothing is kept of what the template says of itself (what it is for, who saved it last, how often), and
the time of the run is no part of what is made: equal input gives equal bytes."""

PLAIN_APP = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties'
    b' xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
)
"""What an application says of a file: nothing, where Word tells of the template's company, editing time and pages."""
