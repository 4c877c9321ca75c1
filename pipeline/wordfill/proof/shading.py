"""Marks in a rendered document turned into shades, and signs into what they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from itertools import groupby

from lxml import etree

from officefiles import opc
from officefiles.opc import W
from officefiles.schema import RUN, put
from wordfill.proof.values import DERIVED, END, FILLED

_LOOKS = {FILLED: {"shd": "E2EFDA"}, DERIVED: {"shd": "DDEBF7"}}
"""The ground of a value from the workbook, and of one of the software's: both light, and apart in black and white."""
_MISSING = {"color": "FF0000", "shd": "FFF2CC"}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Look = Mapping[str, str]


def shade(document: bytes, signs: Mapping[str, str]) -> bytes:
    """``document`` with marked texts shaded, and each of the ``signs`` replaced by its text in red."""
    package = opc.read(document)
    asked = re.compile(f"[{''.join(map(re.escape, (FILLED, DERIVED, END, *signs)))}]")
    for name, data in package.members.items():
        if name.endswith(".xml") and asked.search(data.decode("utf-8")):
            package.members[name] = _shaded(data, signs, asked)
    return opc.write(package)


def _shaded(data: bytes, signs: Mapping[str, str], asked: re.Pattern[str]) -> bytes:
    root = opc.parse(data)
    ground: Look = {}
    for run in list(root.iter(f"{W}r")):
        ground = _shade_run(run, ground, signs, asked)
    for element in root.iter(etree.Element):
        if element.text:
            element.text = _plain(element.text, signs, asked)
        for key, value in element.items():
            if asked.search(str(value)):
                element.set(key, _plain(str(value), signs, asked))
    return opc.serialize(root)


def _plain(text: str, signs: Mapping[str, str], asked: re.Pattern[str]) -> str:
    """``text`` where nothing can be shaded, as in a property: signs spelled out, marks gone."""
    return asked.sub(lambda found: signs.get(found[0], ""), text)


def _shade_run(run: etree._Element, ground: Look, signs: Mapping[str, str], asked: re.Pattern[str]) -> Look:
    """Divide ``run`` at the marks in it; the ground that goes on behind it. A value may span runs and paragraphs."""
    pieces: list[tuple[Look, etree._Element]] = []
    before = ground
    for child in run:
        if child.tag == f"{W}t":
            for look, text in _texts(child.text or "", ground, signs, asked):
                ground = look
                pieces.append(({**look, **_MISSING} if text in signs else look, _text(signs.get(text, text))))
        elif child.tag != f"{W}rPr":
            pieces.append((ground, child))
    if before or ground or any(look for look, _ in pieces):
        _replace(run, pieces)
    return ground


def _texts(text: str, ground: Look, signs: Mapping[str, str], asked: re.Pattern[str]) -> Iterator[tuple[Look, str]]:
    """``text`` in pieces, each with its ground: signs alone, marks gone. The last may be empty and carries the ground
    on."""
    at = 0
    for found in asked.finditer(text):
        if found.start() > at:
            yield ground, text[at : found.start()]
        at = found.end()
        if found[0] in signs:
            yield ground, found[0]
        else:
            ground = _LOOKS.get(found[0], {})
    yield ground, text[at:]


def _text(text: str) -> etree._Element:
    element = etree.Element(f"{W}t", {_SPACE: "preserve"})
    element.text = text
    return element


def _replace(run: etree._Element, pieces: Sequence[tuple[Look, etree._Element]]) -> None:
    """Runs in place of ``run``, one for each change of look, all else as it was: also the complex-script twins."""
    own = run.find(f"{W}rPr")
    kept = [(look, element) for look, element in pieces if element.tag != f"{W}t" or element.text]
    for look, same in groupby(kept, key=lambda piece: piece[0]):
        part = etree.Element(run.tag)
        properties = etree.SubElement(part, f"{W}rPr") if own is None else deepcopy(own)
        part.append(properties)
        if ground := look.get("shd"):
            put(properties, "shd", RUN, val="clear", color="auto", fill=ground)
        if color := look.get("color"):
            put(properties, "color", RUN, val=color)
        part.extend(element for _, element in same)
        run.addprevious(part)
    parent = run.getparent()
    assert parent is not None
    parent.remove(run)
