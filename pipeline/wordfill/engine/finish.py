"""What a rendered part still needs before it is WordprocessingML: line breaks, tabs, no empty table or cell, and a
last check."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.parsers import expat

from officefiles.lazy import lazy_import
from wordfill.bounds import MOST_BREAKS, TooMuchError

if TYPE_CHECKING:
    from wordfill.engine import containers
else:  # few templates may leave what it completes
    containers = lazy_import("wordfill.engine.containers")

_BREAK = re.compile(r"[\n\t\a\f]")
_RUN = re.compile(r"<w:r(?: [^>]*)?>.*?</w:r>", re.DOTALL)
_TEXT = re.compile(r"<w:t(?: [^>]*)?>[^<]*</w:t>")
_RUN_LOOK = re.compile(r"<w:rPr>.*?</w:rPr>", re.DOTALL)
_PARAGRAPH_LOOK = re.compile(r"<w:pPr>.*?</w:pPr>", re.DOTALL)
_OPEN_TEXT = '<w:t xml:space="preserve">'
_ROWLESS = ("</w:tblGrid></w:tbl>", "<w:tblGrid/></w:tbl>")
_UNFINISHED_CELL = ("</w:tcPr></w:tc>", "<w:tcPr/></w:tc>", "<w:tc></w:tc>", "</w:tbl></w:tc>")

_HOLDERS = "(?:footnote|endnote|comment|hdr|ftr|txbxContent|tr|sdtContent)"
_BOOKMARKS = "(?:<w:bookmark(?:Start|End)[^>]*/>)*"
_MAY_EMPTY = re.compile(
    rf"%}}{_BOOKMARKS}</w:{_HOLDERS}>"
    rf"|</w:(?:tbl|sdt)>{_BOOKMARKS}</w:(?:footnote|endnote|comment|hdr|ftr|txbxContent|sdtContent)>"
)

_ENDS = re.compile(rf"</w:{_HOLDERS}>|<w:{_HOLDERS}(?: [^>]*)?/>".encode())
_SOUND = (b"</w:p>", b"<w:p/>", b"</w:tbl>", b"</w:sdt>", b"</w:tc>", b"</w:tr>", b"</w:r>", b"</w:customXml>")
"""What stands before the end of something that is not empty."""


class BrokenDocumentError(ValueError):
    """What a template made is no well-formed XML: its tags cross the structure of the document."""


def check_well_formed(part: bytes | str) -> None:
    """Raises ``BrokenDocumentError`` where the rendered ``part`` is no well-formed XML.

    Expat takes half the time of lxml. Prefixes are left aside: only the template brings them, and it was parsed.
    """
    try:
        expat.ParserCreate().Parse(part, True)
    except expat.ExpatError as fault:
        raise BrokenDocumentError(str(fault)) from fault


def has_breaks(xml: bytes) -> bool:
    """True where a part in UTF-8 holds a sign that ``with_breaks`` turns into markup."""
    return b"\n" in xml or b"\t" in xml or b"\a" in xml or b"\f" in xml


def with_breaks(xml: str) -> str:
    """``xml`` with, in each text, a line break for a new line, a tab for a tab, a paragraph for ``\\a`` and a page
    break for ``\\f``, as docxtpl makes them. What begins anew looks like what it continues. Raises ``TooMuchError``."""
    if sum(map(xml.count, "\n\t\a\f")) > MOST_BREAKS:
        raise TooMuchError("too many breaks")
    done, at = [], 0
    while found := _BREAK.search(xml, at):
        start = max(xml.rfind("<w:p>", at, found.start()), xml.rfind("<w:p ", at, found.start()))
        end = xml.find("</w:p>", found.start())
        if start < 0 or end < 0:
            done.append(xml[at : found.end()])
            at = found.end()
        else:
            done += (xml[at:start], _paragraph(xml[start:end]))
            at = end
    return "".join((*done, xml[at:]))


def _paragraph(xml: str) -> str:
    found = _PARAGRAPH_LOOK.search(xml)
    look = found.group() if found else ""
    return _RUN.sub(lambda run: _run(run.group(), look), xml)


def _run(xml: str, paragraph_look: str) -> str:
    found = _RUN_LOOK.search(xml)
    look = found.group() if found else ""
    again = f"<w:p>{paragraph_look}<w:r>{look}{_OPEN_TEXT}"
    marks = {
        "\n": f"</w:t><w:br/>{_OPEN_TEXT}",
        "\t": f"</w:t></w:r><w:r>{look}<w:tab/></w:r><w:r>{look}{_OPEN_TEXT}",
        "\a": f"</w:t></w:r></w:p>{again}",
        "\f": f'</w:t></w:r></w:p><w:p><w:r><w:br w:type="page"/></w:r></w:p>{again}',
    }
    return _TEXT.sub(lambda text: _BREAK.sub(lambda sign: marks[sign.group()], text.group()), xml)


def incomplete_signs(source: str) -> tuple[str, ...]:
    """The signs of a table without a row or a cell without a paragraph that a part of this source can leave."""
    signs = ((sign, sign.rindex("<")) for sign in (*_ROWLESS, *_UNFINISHED_CELL))
    return tuple(sign for sign, end in signs if f"{sign[:end]}{{%" in source and f"%}}{sign[end:]}" in source)


def may_empty(source: str) -> bool:
    """True where a part of this source may leave something else empty that must hold something (``containers``)."""
    return _MAY_EMPTY.search(source) is not None


def filled(part: bytes) -> bytes:
    """``part`` with nothing in it left empty that must hold something; as it is where nothing is."""
    if all(end[0].startswith(b"</") and part.endswith(_SOUND, 0, end.start()) for end in _ENDS.finditer(part)):
        return part
    return containers.filled(part)


def completed(xml: str) -> str:
    """``xml`` without tables that have no row, and with a paragraph at the end of each cell: Word calls a file
    unreadable that lacks either."""
    for end in _ROWLESS:
        while (found := xml.find(end)) >= 0:
            xml = xml[: xml.rindex("<w:tbl>", 0, found)] + xml[found + len(end) :]
    for end in _UNFINISHED_CELL:
        xml = xml.replace(end, end.removesuffix("</w:tc>") + "<w:p/></w:tc>")
    return xml
