"""What a document means by its theme, said in place: fonts, and the colours of text, borders, shapes and charts.

One file has one theme. Where parts have different ones, each part is made to need none.
"""

from __future__ import annotations

import colorsys
import copy
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from officefiles import xml
from officefiles.namespaces import W14, A, C
from officefiles.opc import R, W
from officefiles.styles import theme_fonts
from thaipages.booklet.shape_styles import say_styles

_VML = ("{urn:schemas-microsoft-com:vml}", "{urn:schemas-microsoft-com:office:office}")
_WORDS = {
    "dark1": "dk1",
    "light1": "lt1",
    "dark2": "dk2",
    "light2": "lt2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}
"""How settings and runs name the colours of a theme, which names them for itself."""
_MAPPED = {
    "bg1": ("bg1", "light1"),
    "background1": ("bg1", "light1"),
    "tx1": ("t1", "dark1"),
    "text1": ("t1", "dark1"),
    "bg2": ("bg2", "light2"),
    "background2": ("bg2", "light2"),
    "tx2": ("t2", "dark2"),
    "text2": ("t2", "dark2"),
}
"""Colours named by their use: what settings.xml calls them, and what they are where it does not say."""
_FONTS = {"mj": "major", "mn": "minor"}
_SCRIPTS = {"lt": "Ascii", "ea": "EastAsia", "cs": "Bidi"}
_OVERRIDING = tuple(f"{A}{name}" for name in ("clrScheme", "fontScheme", "fmtScheme"))
_BEHIND_MAP = tuple(f"{C}{name}" for name in ("pivotSource", "protection", "chart"))
_USUAL_MAP = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2", "hlink": "hlink", "folHlink": "folHlink"} | {
    f"accent{number}": f"accent{number}" for number in range(1, 7)
}
_INDEXED = re.compile(r" \[\d+\]$")
_WHOLE = 255
_HEX = re.compile(r"[0-9A-Fa-f]{6}")


@dataclass(frozen=True)
class Theme:
    """A theme part and the ``w:clrSchemeMapping`` of the settings, each empty where there is none."""

    part: bytes = field(repr=False)
    mapping: bytes = field(repr=False)

    @cached_property
    def root(self) -> etree._Element | None:
        """The theme; none where there is none or it is no XML."""
        try:
            return xml.parse(self.part) if self.part else None
        except etree.XMLSyntaxError:
            return None

    @cached_property
    def fonts(self) -> Mapping[str, str]:
        """The fonts by the names that runs have for them."""
        return theme_fonts(self.root)

    @cached_property
    def colours(self) -> Mapping[str, str]:
        """The colours as six hexadecimal digits, by all their names."""
        own = _colours(self.root)
        own |= {word: own[name] for word, name in _WORDS.items() if name in own}
        mapping = xml.parse(self.mapping) if self.mapping else etree.Element("nothing")
        uses = {use: mapping.get(f"{W}{key}", usual) for use, (key, usual) in _MAPPED.items()}
        return own | {use: own[word] for use, word in uses.items() if word in own}

    @cached_property
    def override(self) -> bytes:
        """The theme as the part by which a chart has one of its own; empty where there is no theme."""
        elements = None if self.root is None else self.root.find(f"{A}themeElements")
        if elements is None or any(str(key).startswith(R) for one in elements.iter() for key in one.attrib):
            return b""
        root = etree.Element(f"{A}themeOverride", nsmap={"a": A[1:-1]})
        root.extend([copy.deepcopy(entry) for entry in elements if entry.tag in _OVERRIDING])
        return xml.serialize(root)

    def say(self, tree: etree._Element) -> None:
        """Put fonts, colours and the looks of shapes in the place of their names in ``tree``."""
        if self.root is not None:
            say_styles(tree, self.root)
        for element in tree.iter(etree.Element):
            name = str(element.tag)
            if name.startswith(A):
                self._say_in_drawing(element, name[len(A) :])
            elif name.startswith(W14):
                self._name_colour(element, f"{W14}schemeClr", f"{W14}srgbClr", f"{W14}val")
            elif name.startswith(_VML):
                for key, value in element.attrib.items():
                    if _INDEXED.search(str(value)):  # the number of a colour of the theme behind what it is
                        element.set(key, _INDEXED.sub("", str(value)))
            elif name == f"{W}rFonts":
                self._name_fonts(element)
            elif any("theme" in str(key) for key in element.attrib):
                self._colour(element, "val" if name.endswith("}color") else "color", "theme")
                self._colour(element, "fill", "themeFill")

    def _name_fonts(self, element: etree._Element) -> None:
        for attribute in ("ascii", "hAnsi", "eastAsia", "cs"):
            key = f"{W}cstheme" if attribute == "cs" else f"{W}{attribute}Theme"
            font = self.fonts.get(str(element.attrib.pop(key, "")), "")
            if font:
                element.set(f"{W}{attribute}", font)

    def _colour(self, element: etree._Element, attribute: str, kind: str) -> None:
        """Write the colour of a run, a border or a shading as a number. Where the theme does not have it, the value
        beside it stays."""
        taken = {name: element.attrib.pop(f"{W}{kind}{name}", "") for name in ("Tint", "Shade")}
        named = element.attrib.pop(f"{W}themeColor" if kind == "theme" else f"{W}themeFill", "")
        colour = self.colours.get(str(named), "")
        if colour:
            element.set(f"{W}{attribute}", _changed(colour, str(taken["Tint"]), str(taken["Shade"])))

    def _say_in_drawing(self, element: etree._Element, name: str) -> None:
        face = element.get("typeface", "")
        if face[:1] == "+":
            key = _FONTS.get(face[1:3], "") + _SCRIPTS.get(face[4:], "")
            element.set("typeface", self.fonts.get(key) or self.fonts.get(key.replace("EastAsia", "Ascii"), face))
        elif name == "schemeClr":
            self._name_colour(element, f"{A}schemeClr", f"{A}srgbClr", "val")

    def _name_colour(self, element: etree._Element, named: str, told: str, key: str) -> None:
        colour = self.colours.get(element.get(key, ""), "")
        if element.tag == named and colour:
            element.tag = told
            element.set(key, colour)


def map_colours(chart: etree._Element) -> None:
    """Say in a chart that it has a theme of its own: by a map of colours, before what stands behind it."""
    tag = f"{C}clrMapOvr"
    if chart.find(tag) is None:
        behind = next((child for child in chart if child.tag in _BEHIND_MAP), None)
        if behind is not None:
            behind.addprevious(etree.Element(tag, _USUAL_MAP))


def _colours(theme: etree._Element | None) -> dict[str, str]:
    scheme = None if theme is None else next(theme.iter(f"{A}clrScheme"), None)
    found = {}
    for entry in scheme if scheme is not None else ():
        for value in entry:
            colour = str(value.get("lastClr", value.get("val", "")))
            if _HEX.fullmatch(colour):
                found[str(entry.tag).removeprefix(A)] = colour.upper()
    return found


def _changed(colour: str, tint: str, shade: str) -> str:
    """A colour made lighter or darker, each by two hexadecimal digits (ECMA-376 part 1, 17.3.2.6)."""
    if not (tint or shade):
        return colour
    red, green, blue = (int(colour[at : at + 2], 16) / _WHOLE for at in (0, 2, 4))
    hue, light, full = colorsys.rgb_to_hls(red, green, blue)
    try:
        light = light * int(shade, 16) / _WHOLE if shade else light
        light = light * int(tint, 16) / _WHOLE + 1 - int(tint, 16) / _WHOLE if tint else light
    except ValueError:
        return colour
    return "".join(f"{round(value * _WHOLE):02X}" for value in colorsys.hls_to_rgb(hue, min(light, 1), full))
