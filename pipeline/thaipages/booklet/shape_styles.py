"""Shapes that take their line, fill and effects from the theme (ECMA-376 part 1, 20.1.4.2): said in the shapes."""

from __future__ import annotations

import copy
from collections.abc import Iterable

from lxml import etree

from officefiles.namespaces import A
from officefiles.opc import R
from officefiles.schema import arrange

_FILLS = ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill")
_EFFECTS = ("effectLst", "effectDag")
_SHAPE = ("xfrm", "custGeom", "prstGeom", *_FILLS, "ln", *_EFFECTS, "scene3d", "sp3d", "extLst")
_LINE = ((*_FILLS,), ("prstDash", "custDash"), ("round", "bevel", "miter"), ("headEnd",), ("tailEnd",), ("extLst",))
_BACKGROUNDS = 1000
"""Fills are counted from 1, those of backgrounds from 1001."""


def _order(names: Iterable[str]) -> dict[str, int]:
    return {f"{A}{name}": place for place, name in enumerate(names)}


_SHAPE_ORDER, _LINE_ORDER = _order(_SHAPE), _order(name for group in _LINE for name in group)


def say_styles(tree: etree._Element, theme: etree._Element) -> None:
    """Write what each shape of ``tree`` takes from the ``theme`` into the shape; what a shape says for itself stays."""
    for style in list(tree.iter("{*}style")):
        holder = style.getparent()
        properties = None if holder is None else holder.find("{*}spPr")
        if properties is not None and style.find(f"{A}fillRef") is not None:
            _say_fill(properties, style, theme)
            _say_line(properties, style, theme)
            _say_effects(properties, style, theme)
            arrange(properties, _SHAPE_ORDER)


def _say_fill(properties: etree._Element, style: etree._Element, theme: etree._Element) -> None:
    entry = _taken(style, "fillRef", theme, "fillStyleLst")
    if entry is not None and not _has(properties, _FILLS):
        properties.append(entry)


def _say_line(properties: etree._Element, style: etree._Element, theme: etree._Element) -> None:
    entry = _taken(style, "lnRef", theme, "lnStyleLst")
    if entry is None:
        return
    own = properties.find(f"{A}ln")
    if own is None:
        properties.append(entry)
        return
    for key, value in entry.attrib.items():
        own.set(key, own.get(key, value))
    for group in _LINE:
        if not _has(own, group):
            own.extend([child for child in entry if child.tag in {f"{A}{name}" for name in group}])
    arrange(own, _LINE_ORDER)


def _say_effects(properties: etree._Element, style: etree._Element, theme: etree._Element) -> None:
    entry = _taken(style, "effectRef", theme, "effectStyleLst")
    if entry is not None and not _has(properties, _EFFECTS):
        stated = {child.tag for child in properties}
        properties.extend([child for child in entry if child.tag not in stated])


def _has(element: etree._Element, names: Iterable[str]) -> bool:
    return any(element.find(f"{A}{name}") is not None for name in names)


def _taken(style: etree._Element, name: str, theme: etree._Element, wanted: str) -> etree._Element | None:
    """A copy of what the reference ``name`` takes from the list ``wanted`` of the theme, in the colour of the
    reference, which from then on takes nothing; none where it takes nothing, or a picture of the theme's."""
    reference = style.find(f"{A}{name}")
    index = int(reference.get("idx", "0")) if reference is not None and reference.get("idx", "0").isdigit() else 0
    if index > _BACKGROUNDS:
        wanted, index = "bgFillStyleLst", index - _BACKGROUNDS
    entries = next(theme.iter(f"{A}{wanted}"), None)
    if reference is None or entries is None or not 0 < index <= len(entries):
        return None
    entry = copy.deepcopy(entries[index - 1])
    if any(str(key).startswith(R) for one in entry.iter() for key in one.attrib):
        return None
    reference.set("idx", "0")
    for place in [one for one in entry.iter(f"{A}schemeClr") if one.get("val") == "phClr"]:
        colour = copy.deepcopy(reference[0]) if len(reference) else copy.deepcopy(place)
        colour.extend(list(place) if len(reference) else [])
        place.getparent().replace(place, colour)  # type: ignore[union-attr]
    return entry
