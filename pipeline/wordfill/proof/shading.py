"""Marks in a rendered document turned into the looks of what they mark."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from itertools import groupby

from lxml import etree

from officefiles.opc import Package, W
from officefiles.schema import RUN, put
from officefiles.text import T, put_text
from officefiles.xml import remove
from wordfill.proof.values import END, State

Shade = Mapping[str, str]

_SHADES: Mapping[str, Shade] = {
    State.TYPED.value: {"shd": "E2EFDA"},
    State.DERIVED.value: {"shd": "DDEBF7"},
    State.MISSING.value: {"color": "FF0000", "shd": "FFF2CC"},
}
"""The grounds of what was typed and what was derived are light, and apart in black and white."""


def ground_of(state: State) -> str:
    """The colour of the ground of what stands in ``state``."""
    return _SHADES[state.value]["shd"]


_MARKS = re.compile(f"[{''.join(_SHADES)}{END}]")


def shade(document: Package) -> Package:
    """``document`` with its marked texts in the looks of their states, and without marks."""
    package = document.copy()
    for name, part in document.parts.items():
        if name.endswith(".xml") and _MARKS.search(part.data.decode("utf-8")):
            root = part.own_tree()
            _shade(root)
            package.put(name, root)
    return package


def _shade(root: etree._Element) -> None:
    ground: Shade = {}
    for run in list(root.iter(f"{W}r")):
        ground = _shade_run(run, ground)
    for element in root.iter(etree.Element):  # where nothing can be shaded, as in a property
        if element.text:
            element.text = _MARKS.sub("", element.text)
        for key, value in element.items():
            if _MARKS.search(str(value)):
                element.set(key, _MARKS.sub("", str(value)))


def _shade_run(run: etree._Element, ground: Shade) -> Shade:
    """Divide ``run`` at the marks in it; the ground that goes on behind it. A value may span runs and paragraphs."""
    pieces: list[tuple[Shade, etree._Element]] = []
    before = ground
    for child in run:
        if child.tag == T:
            for look, text in _texts(child.text or "", ground):
                ground = look
                pieces.append((look, put_text(etree.Element(T), text)))
        elif child.tag != f"{W}rPr":
            pieces.append((ground, child))
    if before or ground or any(look for look, _ in pieces):
        _replace(run, pieces)
    return ground


def _texts(text: str, ground: Shade) -> Iterator[tuple[Shade, str]]:
    """``text`` in pieces without marks, each with its ground. The last may be empty and carries the ground on."""
    at = 0
    for mark in _MARKS.finditer(text):
        if mark.start() > at:
            yield ground, text[at : mark.start()]
        at, ground = mark.end(), _SHADES.get(mark[0], {})
    yield ground, text[at:]


def _replace(run: etree._Element, pieces: Sequence[tuple[Shade, etree._Element]]) -> None:
    """Runs in place of ``run``, one for each change of look, all else as it was: also the complex-script twins."""
    own = run.find(f"{W}rPr")
    kept = [(look, element) for look, element in pieces if element.tag != T or element.text]
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
    remove(run)
