"""A last look at a finished document: nothing of the template is left in any of its parts, and nothing is missing.

What the template's constant parts hold is looked at once and kept by them; a document costs the look at those that were
rendered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from officefiles.fields import fields_in
from officefiles.lazy import lazy_import
from officefiles.opc import Package, W
from officefiles.text import text_of_part
from officefiles.thai import arabic_digits
from wordfill.leftovers import OPENED, left_in, text_outside
from wordfill.part_names import part_name

if TYPE_CHECKING:
    from wordfill.excel import reading
else:  # few documents are workbooks
    reading = lazy_import("wordfill.excel.reading")

_SIGNS = ("{{", "}}", "{%", "%}", "None", "nan")
_LEFT = re.compile(r"{{|}}|{%|%}|(?<![A-Za-z])(?:None|nan)(?![A-Za-z])")
_PARTS = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_IN_BOOK = re.compile(r"xl/.*\.xml")
"""Parts of a workbook, whose text has all that they hold."""
_LOST = re.compile(rb'<c r="([A-Z]+[0-9]+)"[^>]*><f[^>]*>[^<]*#REF!')
_REFERRING = ("REF", "PAGEREF", "NOTEREF")
_AROUND = 20

MISSING = "ไม่พบข้อความ «{text}»"
"""The phrase on a text that is not there."""


@dataclass(frozen=True, slots=True)
class LastLook:
    """What a last look found: ``faults`` as Thai phrases, and the expected texts that are ``missing``."""

    faults: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


def verify(package: Package, expected: Iterable[str], values: Iterable[str] = ()) -> tuple[str, ...]:
    """What is wrong in the document ``package``, each as a Thai phrase; empty where all is well. See ``look``."""
    seen = look(package, expected, values)
    return (*seen.faults, *(MISSING.format(text=text) for text in seen.missing))


def look(package: Package, expected: Iterable[str], values: Iterable[str] = ()) -> LastLook:
    """What is wrong in the document ``package``.

    ``expected`` are the texts that must stand in it. ``values`` are all texts that may: a ``{{`` or ``None`` that
    staff typed in one of them is no leftover. White space is left aside; in a workbook, where a number is one, so are
    the digits that it is shown in.
    """
    in_cells = package.main.startswith("xl/")
    if in_cells:
        text = reading.text_of_book(package)
    else:
        text = "\n".join(text_of_part(part) for name, part in package.parts.items() if _PARTS.fullmatch(name))
    squeezed = _squeeze(arabic_digits(text) if in_cells else text)
    wanted = tuple(expected)
    missing = dict.fromkeys(
        item for item in wanted if _squeeze(arabic_digits(item) if in_cells else item) not in squeezed
    )
    if missing and not in_cells:
        missing = dict.fromkeys(_nowhere(package, missing))
    left = _left(package, text, chain(wanted, values))
    lost = _lost_cells(package) if in_cells else _lost_references(package)
    return LastLook(tuple(dict.fromkeys((*left, *lost))), tuple(missing))


def _lost_references(package: Package) -> Iterator[str]:
    """The references of a document to bookmarks that went with what a condition left out."""
    parts = [part for name, part in package.parts.items() if _PARTS.fullmatch(name)]
    if not any(b"REF " in part.data for part in parts):
        return
    stories = [part.tree for part in parts]
    marked = {mark.get(W + "name", "").casefold() for root in stories for mark in root.iter(W + "bookmarkStart")}
    for one in chain.from_iterable(fields_in(root).found for root in stories):
        name = (one.words[1:2] or [""])[0]
        if one.kind in _REFERRING and name and name.casefold() not in marked:
            yield f"การอ้างอิง {one.kind} {name} ชี้ไปยังส่วนที่ไม่มีในเอกสารนี้"


def _lost_cells(package: Package) -> Iterator[str]:
    """The cells of a workbook whose formulas ask for cells that are not there."""
    for name, part in package.parts.items():
        if _IN_BOOK.fullmatch(name) and b"#REF!" in part.data:
            for cell in _LOST.findall(part.data):
                yield f"สูตรในช่อง {cell.decode()} อ้างถึงช่องที่ไม่มีในไฟล์ (#REF!)"


def _nowhere(package: Package, texts: Iterable[str]) -> Iterator[str]:
    """Those of ``texts`` that also stand nowhere outside of the document's text, as in a chart or an address."""
    parts = (*package.parts.items(), *package.ties.items())
    outside = _squeeze("\n".join(part.made(text_outside, name) for name, part in parts))
    for text in texts:
        if not any(_squeeze(form) in outside for form in (text, arabic_digits(text))):
            yield text


def _left(package: Package, text: str, values: Iterable[str]) -> Iterator[str]:
    """What is left in the ``text`` of the document, and in its parts beside it, each as a Thai phrase."""
    hidden = {
        name: found
        for name, part in (*package.parts.items(), *package.ties.items())
        if not _IN_BOOK.fullmatch(name) and (found := part.made(left_in, name, bool(_PARTS.fullmatch(name))))
    }
    if not hidden and not any(sign in text for sign in _SIGNS):
        return
    suspicious = [value for value in values if _LEFT.search(value)]
    for item in _leftovers(text, suspicious):
        yield f"มีเครื่องหมายของแม่แบบตกค้าง «{item}»"
    for name, found in hidden.items():
        for item in chain.from_iterable(_leftovers(one, suspicious, OPENED) for one in found):
            yield f"มีเครื่องหมายของแม่แบบตกค้างใน{part_name(name)} «{item}»"


def texts(value: object) -> Iterator[str]:
    """Every text in a nest of dictionaries and lists, such as a context."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from texts(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from texts(item)


def _leftovers(text: str, values: Iterable[str], sign: re.Pattern[str] = _LEFT) -> Iterator[str]:
    """What looks like a template's, with the words round it, once the values that hold such signs are taken out."""
    text = _squeeze(text, " ")
    suspicious = {_squeeze(value, " ") for value in values if _LEFT.search(value)}
    for value in sorted(suspicious, key=len, reverse=True):
        text = text.replace(value, "")
    for match in sign.finditer(text):
        yield text[max(0, match.start() - _AROUND) : match.end() + _AROUND].strip()


def _squeeze(text: str, between: str = "") -> str:
    return between.join(text.split())
