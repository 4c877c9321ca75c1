"""What shows data of its own file, which the booklet has not: content controls bound to it, fields over properties and
variables. Their text stays, and no longer asks for the data."""

from __future__ import annotations

import re

from lxml import etree

from officefiles.fields import fields_in
from officefiles.namespaces import W15
from officefiles.opc import W
from officefiles.xml import remove, unwrap

_BINDINGS = (f"{W}dataBinding", W15 + "dataBinding")
_OF_FILE = re.compile(r"\s*(?:DOCPROPERTY|DOCVARIABLE|TITLE|SUBJECT|AUTHOR|KEYWORDS|COMMENTS)\b", re.IGNORECASE)


def unbind(story: etree._Element) -> None:
    """Leave in ``story`` the texts that content controls and fields show, and take away what they ask for."""
    for binding in list(story.iter(*_BINDINGS)):
        remove(binding)
    for one in fields_in(story).found:
        if one.end is None or not _OF_FILE.match(one.code):
            continue
        if one.begin is one.end:
            unwrap(one.begin)
            continue
        for mark in (one.begin, one.separate, one.end, *one.codes):
            if mark is not None:
                remove(mark)
