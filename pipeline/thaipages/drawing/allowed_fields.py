"""Fields that cannot be drawn: of another kind, that count otherwise, or within the instruction of another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from officefiles.opc import W
from thaipages.drawing.allowed_words import FIELDS

_FIELD = re.compile(r"\s*(\w+)")
_NUMBER_SWITCH = re.compile(r"\\\*\s*(\w+)")
_COUNTED = ("PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF")
_WAYS = ("thaiarabic", "arabic", "mergeformat", "charformat")


def nested(root: etree._Element) -> Iterator[str]:
    """The fields below ``root`` whose results stand in the instruction of another one, in Thai."""
    opened: list[bool] = []  # of each field that is open: whether its result has begun
    for mark in root.iter(W + "fldChar"):
        kind = mark.get(W + "fldCharType")
        if kind == "begin":
            if opened and not opened[-1]:
                yield "ฟิลด์ที่ซ้อนอยู่ในคำสั่งของฟิลด์อื่น"
            opened.append(False)
        elif opened and kind == "separate":
            opened[-1] = True
        elif opened and kind == "end":
            opened.pop()


def of_field(instruction: str) -> Iterator[str]:
    """What cannot be drawn of an instruction, or of what a run holds of one, in Thai."""
    found = _FIELD.match(instruction)
    if found is None:  # goes on with an instruction that began in another run
        if _counts_otherwise(instruction):
            yield "ฟิลด์ที่นับแบบอื่น"
        return
    kind = found[1].upper()
    if kind not in FIELDS:
        yield f"ฟิลด์ {kind}"
    elif kind in _COUNTED and _counts_otherwise(instruction):
        yield f"ฟิลด์ {kind} ที่นับแบบอื่น"


def _counts_otherwise(instruction: str) -> bool:
    """True where a field asks for numbers that cannot be drawn."""
    return "\\#" in instruction or any(way.lower() not in _WAYS for way in _NUMBER_SWITCH.findall(instruction))
