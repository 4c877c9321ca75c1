"""Parts with other document defaults or another theme: what they leave unsaid is said in their styles.

One file has one set of defaults and one theme. Where the parts differ, each part's own are written into its
root paragraph styles and the booklet has none, so that every part looks as it does alone.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping

from lxml import etree

from officefiles.opc import W
from officefiles.schema import PARAGRAPH, RUN, STYLE, arrange, put

_DEFAULTS = f"{W}docDefaults"
_PIECEWISE = ("rFonts", "lang", "spacing", "ind")
"""Properties whose attributes are inherited one by one (ECMA-376 part 1, 17.3)."""


def differ(documents: Iterable[tuple[etree._Element, bytes]]) -> bool:
    """True where documents, each given by its styles and its theme, have not all the same defaults and theme."""
    return len({(_canonical(styles), theme) for styles, theme in documents}) > 1


def _canonical(styles: etree._Element) -> bytes:
    defaults = styles.find(_DEFAULTS)
    return b"" if defaults is None else etree.tostring(defaults, method="c14n", exclusive=True, with_tail=False)


def name_theme_fonts(tree: etree._Element, fonts: Mapping[str, str]) -> None:
    """Replace ``minorBidi`` and the like by the font that the theme means; theme colours have a value beside."""
    for element in tree.iter(f"{W}rFonts"):
        for attribute in ("ascii", "hAnsi", "eastAsia", "cs"):
            key = f"{W}cstheme" if attribute == "cs" else f"{W}{attribute}Theme"
            font = fonts.get(str(element.attrib.pop(key, "")), "")
            if font:
                element.set(f"{W}{attribute}", font)
    for element in tree.iter(f"{W}color", f"{W}shd", f"{W}u"):
        for coloured in [name for name in element.attrib if "theme" in str(name)]:
            del element.attrib[coloured]


def write_defaults(styles: etree._Element) -> None:
    """Say the document defaults in each style that is based on no other, and take them out."""
    defaults = styles.find(_DEFAULTS)
    if defaults is None:
        return
    for style in styles.iterfind(f"{W}style"):
        if style.get(f"{W}type") != "paragraph" or style.find(f"{W}basedOn") is not None:
            continue
        for name, order in (("pPr", PARAGRAPH), ("rPr", RUN)):
            said = defaults.find(f"{W}{name}Default/{W}{name}")
            if said is not None and len(said):
                _inherit(put(style, name, STYLE), said, order)
    styles.remove(defaults)


def _inherit(own: etree._Element, inherited: etree._Element, order: dict[str, int]) -> None:
    """Add to ``own`` properties what it leaves to ``inherited``, in the schema's order."""
    for entry in inherited:
        name = etree.QName(entry).localname
        found = own.find(entry.tag)
        if found is None:
            own.append(copy.deepcopy(entry))
        elif name in _PIECEWISE:
            for key, value in entry.attrib.items():
                found.set(key, found.get(key, value))
    arrange(own, order)
