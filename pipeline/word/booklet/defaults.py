"""Parts with other document defaults or another theme: what they leave unsaid is said in their styles.

One file has one set of defaults and one theme. Where the parts differ, each part's own are written into its
root paragraph styles and the booklet has none, so that every part looks as it does alone.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence

from lxml import etree

from pipeline.word.booklet.source import Source
from pipeline.word.opc import W
from pipeline.word.schema import PARAGRAPH, RUN, STYLE, arrange, put

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_DEFAULTS = f"{W}docDefaults"
_PIECEWISE = ("rFonts", "lang", "spacing", "ind")
"""Properties whose attributes are inherited one by one (ECMA-376 part 1, 17.3)."""
_FACES = {"Ascii": "latin", "HAnsi": "latin", "EastAsia": "ea", "Bidi": "cs"}


def settle(sources: Sequence[Source]) -> None:
    """Make the parts need no common defaults and theme, where theirs are not the same already."""
    if len({_canonical(source) for source in sources}) <= 1:
        return
    for source in sources:
        _name_theme_fonts(source)
        _write_defaults(source)


def _canonical(source: Source) -> tuple[bytes, bytes]:
    defaults = source.styles.find(_DEFAULTS)
    theme = source.package.related(source.package.main, "theme")
    return (
        b"" if defaults is None else etree.tostring(defaults, method="c14n", exclusive=True, with_tail=False),
        source.package.members.get(theme, b""),
    )


def _name_theme_fonts(source: Source) -> None:
    """Replace ``minorBidi`` and the like by the font that the part's theme means; theme colours have a value beside."""
    fonts = _theme_fonts(source)
    for tree in (*source.stories.values(), source.styles, source.numbering):
        for element in tree.iter(f"{W}rFonts"):
            for attribute in ("ascii", "hAnsi", "eastAsia", "cs"):
                key = f"{W}cstheme" if attribute == "cs" else f"{W}{attribute}Theme"
                font = fonts.get(str(element.attrib.pop(key, "")), "")
                if font:
                    element.set(f"{W}{attribute}", font)
        for element in tree.iter(f"{W}color", f"{W}shd", f"{W}u"):
            for coloured in [name for name in element.attrib if "theme" in str(name)]:
                del element.attrib[coloured]


def _theme_fonts(source: Source) -> dict[str, str]:
    """The font names by the theme's keys: ``majorAscii`` … ``minorBidi``."""
    name = source.package.related(source.package.main, "theme")
    if not name:
        return {}
    theme = source.package.tree(name)
    fonts: dict[str, str] = {}
    for size in ("major", "minor"):
        face = theme.find(f".//{_A}{size}Font")
        for key, script in _FACES.items() if face is not None else ():
            assert face is not None
            entry = face.find(f"{_A}{script}")
            thai = face.find(f"{_A}font[@script='Thai']")
            typeface = entry.get("typeface", "") if entry is not None else ""
            fonts[size + key] = typeface or (thai.get("typeface", "") if key == "Bidi" and thai is not None else "")
    return fonts


def _write_defaults(source: Source) -> None:
    defaults = source.styles.find(_DEFAULTS)
    if defaults is None:
        return
    for style in source.styles.iterfind(f"{W}style"):
        if style.get(f"{W}type") != "paragraph" or style.find(f"{W}basedOn") is not None:
            continue
        for name, order in (("pPr", PARAGRAPH), ("rPr", RUN)):
            said = defaults.find(f"{W}{name}Default/{W}{name}")
            if said is not None and len(said):
                _inherit(put(style, name, STYLE), said, order)
    source.styles.remove(defaults)


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
