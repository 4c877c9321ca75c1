"""The text of all parts in one body.

lxml takes a time that grows with the square of what is moved from one document to another (release 6.1: a table of
80,000 elements 25 s), so the texts are joined as they are written.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from officefiles import xml
from officefiles.archive import DECLARATION
from officefiles.opc import W
from thaipages.booklet.common import common_root

_BODY = f"{W}body"


def join(documents: Sequence[etree._Element], background: etree._Element | None = None) -> bytes:
    """The document whose body holds all that the bodies of these hold, in order, on pages of this background. Only a
    text in which prefixes are declared is parsed again: they may be known already."""
    root = common_root(f"{W}document", documents)
    root.extend([] if background is None else [copy.deepcopy(background)])
    root.append(etree.Element(_BODY))
    before, end, after = etree.tostring(root, encoding="UTF-8", xml_declaration=False).partition(b"<w:body/>")
    assert end, "common_root declares the prefix"

    def framed(*texts: bytes) -> bytes:
        return b"".join((before, b"<w:body>", *texts, b"</w:body>", after))

    texts = (b"".join(_texts(document, root.nsmap)) for document in documents)
    tidy = (_inside(xml.parse_tidily(framed(text))) if b" xmlns" in text else text for text in texts)
    return DECLARATION + framed(*tidy)


def _texts(document: etree._Element, prefixes: Mapping[str | None, str]) -> Iterator[bytes]:
    """What stands in the body: as it is where its prefixes mean the same in the booklet, else block by block, each
    with its prefixes."""
    body = next(document.iterchildren(_BODY))
    if all(prefixes.get(prefix) == address for prefix, address in body.nsmap.items()):
        yield _inside(document)
    else:
        for block in body:
            yield etree.tostring(block, encoding="UTF-8", xml_declaration=False, with_tail=False)


def _inside(document: etree._Element) -> bytes:
    """What stands in the body, as it is written."""
    body = next(document.iterchildren(_BODY))
    whole = etree.tostring(body, encoding="UTF-8", xml_declaration=False, with_tail=False)
    return whole[whole.index(b">") + 1 : max(whole.rfind(b"</"), whole.index(b">") + 1)]
