"""The cascade of styles: what a paragraph and its runs come to once defaults, styles and direct formatting are laid
over each other (ECMA-376 part 1, 17.7).

Properties are flat maps: ``ind.left`` is the attribute ``left`` of ``w:ind``, ``jc`` the value of ``w:jc``, and a
switch without a value is "1". Laying one map over another is then a union of dicts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from officefiles.namespaces import A
from officefiles.opc import W

Properties = Mapping[str, str]

_APART = frozenset(W + name for name in ("rPr", "sectPr", "pPrChange", "rPrChange", "tblPrChange", "tcPrChange"))
_LEADER, _VAL = W + "leader", W + "val"
_SIDES = {"start": "left", "end": "right"}
_OVERRULED = (
    ("ind.firstLine", "ind.hanging", "0"),
    ("rFonts.ascii", "rFonts.asciiTheme", ""),
    ("rFonts.cs", "rFonts.cstheme", ""),
)
"""What takes the place of another property, however it is inherited, and what that is then."""
_MEASURE = re.compile(r"(-?\d*\.?\d+)(mm|cm|in|pt|pc|pi)")
_POINTS = {"mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0, "pt": 1.0, "pc": 12.0, "pi": 12.0}
_HALVES = frozenset(("sz", "szCs", "position", "kern"))
"""What counts in half points where no unit is said."""
_THEMED = (("rFonts.ascii", "rFonts.asciiTheme"), ("rFonts.cs", "rFonts.cstheme"))
_DEEPEST = 50
_REFERENCES = {"paragraph": "pStyle", "character": "rStyle", "table": "tblStyle"}
_SCRIPTS = {"Ascii": ("latin",), "HAnsi": ("latin",), "EastAsia": ("ea",), "Bidi": ("cs", "font[@script='Thai']")}


def local(name: str) -> str:
    """The name of an element or attribute without its namespace; the sides of a text are its left and right."""
    plain = name[name.rfind("}") + 1 :]
    return _SIDES.get(plain, plain)


def flat(element: etree._Element | None) -> dict[str, str]:
    """The properties below ``element`` as a flat map; tab stops as ``tab@position``, what fills the room before
    them as ``leader@position``."""
    values: dict[str, str] = {}
    if element is None:
        return values
    for child in element:
        tag = child.tag
        if isinstance(tag, str) and tag not in _APART:
            _add(values, child, local(tag))
    for stated, overruled, nothing in _OVERRULED:
        if stated in values:
            values.setdefault(overruled, nothing)
    return values


def properties(element: etree._Element, name: str) -> dict[str, str]:
    """What stands in the child ``name`` of ``element``, flat; nothing where there is none."""
    return flat(next(element.iterchildren(name), None))


def _add(values: dict[str, str], element: etree._Element, path: str) -> None:
    if path == "tabs":
        for tab in element:
            place = tab.get(W + "pos", "0")
            values[f"tab@{place}"], values[f"leader@{place}"] = tab.get(W + "val", "left"), tab.get(_LEADER, "none")
        return
    own, inner = element.items(), len(element)
    for name, value in own:
        key = "val" if name == _VAL else local(str(name))
        values[path if key == "val" else f"{path}.{key}"] = str(value)
    if not own and not inner:
        values[path] = "1"
    for child in element if inner else ():
        if isinstance(child.tag, str):
            _add(values, child, f"{path}.{local(child.tag)}")


def is_on(values: Properties, name: str) -> bool:
    """Whether the switch ``name`` is set."""
    return values.get(name, "0") not in ("0", "false", "off", "none")


def number(values: Properties, name: str, otherwise: float = 0.0) -> float:
    """The value of ``name`` as a number (twips, half points, eighths: as the property counts, also where it is said
    with a unit: ``2cm``)."""
    value = values.get(name)
    if value is None:
        return otherwise
    try:
        return float(value)
    except ValueError:
        found = _MEASURE.fullmatch(value)
        return float(found[1]) * _POINTS[found[2]] * (2 if name in _HALVES else 20) if found else otherwise


@dataclass(frozen=True, slots=True)
class Style:
    """A style with all that it is based on: properties of its paragraphs, runs and table."""

    paragraph: Properties = field(default_factory=dict)
    run: Properties = field(default_factory=dict)
    table: Properties = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Styles:
    """All styles of a document by identifier: ``default`` is what every paragraph starts from, ``of_kind`` names the
    style of what names none, by kind. Where ``fonts`` are given, those of the theme, runs have theirs by name."""

    default: Style = field(default_factory=Style)
    by_id: Mapping[str, Style] = field(default_factory=dict)
    of_kind: Mapping[str, str] = field(default_factory=dict)
    fonts: Mapping[str, str] | None = None

    def name(self, own: Properties, kind: str) -> str:
        """The style of a paragraph, run or table with the properties ``own``; empty where neither they nor the
        document name one."""
        return own.get(_REFERENCES[kind]) or self.of_kind.get(kind, "")

    def find(self, identifier: str) -> Style:
        """The style, or an empty one where the document does not define it."""
        return self.by_id.get(identifier, Style())

    def run(self, base: Properties, own: Properties) -> Properties:
        """What a run with the properties ``own`` comes to in a paragraph whose runs start from ``base``."""
        return self.named({**base, **self.find(self.name(own, "character")).run, **own})

    def named(self, values: dict[str, str]) -> dict[str, str]:
        """``values`` with the fonts of the theme that they refer to."""
        if self.fonts is not None:
            for font, of_theme in _THEMED:
                if values.get(of_theme):
                    values[font] = self.fonts.get(values[of_theme], values[of_theme])
        return values


def read_styles(root: etree._Element | None, fonts: Mapping[str, str] | None = None) -> Styles:
    """The styles of a parsed ``styles.xml``."""
    if root is None:
        return Styles(fonts=fonts)
    elements = styles_by_id(root)
    own = {
        key: Style(*(flat(style.find(W + name)) for name in ("pPr", "rPr", "tblPr"))) for key, style in elements.items()
    }
    whole = {key: _laid_over([own[one] for one in reversed(chain)]) for key, chain in chains(elements).items()}
    defaults = (flat(root.find(f"{W}docDefaults/{W}{name}Default/{W}{name}")) for name in ("pPr", "rPr"))
    return Styles(Style(*defaults), whole, default_styles(elements), fonts)


def styles_by_id(root: etree._Element) -> dict[str, etree._Element]:
    """The elements of all styles in a parsed ``styles.xml``."""
    return {style.get(W + "styleId", ""): style for style in root.iterfind(W + "style")}


def default_styles(styles: Mapping[str, etree._Element]) -> dict[str, str]:
    """The style of what names none, by kind (``paragraph``, ``character``, ``table``): the last that says it is."""
    marked = (key for key, style in styles.items() if style.get(W + "default") in ("1", "true", "on"))
    return {styles[key].get(W + "type", ""): key for key in marked}


def chains(styles: Mapping[str, etree._Element]) -> dict[str, list[str]]:
    """For each style itself and those that it is based on, the most basic last; a loop ends where it closes, and what
    is deeper than any style of people ends there."""
    bases = {key: value_of(style, "basedOn") for key, style in styles.items()}
    found: dict[str, list[str]] = {}
    for key in styles:
        chain = found[key] = []
        while key in bases and key not in chain and len(chain) < _DEEPEST:
            chain.append(key)
            key = bases[key]
    return found


def is_switched_on(element: etree._Element | None) -> bool:
    """The value of an on/off element (ECMA-376 part 1, 17.17.4): there, and not told to be off."""
    return element is not None and element.get(W + "val", "1") not in ("0", "false", "off")


def value_of(element: etree._Element, *path: str) -> str:
    """The value that the property at ``path`` below ``element`` has; empty where there is none."""
    child = element.find("/".join(W + name for name in path))
    return "" if child is None else child.get(W + "val", "")


def theme_fonts(theme: etree._Element | None) -> dict[str, str]:
    """The fonts of a theme part by the names that runs have for them: ``majorAscii`` … ``minorBidi``, which is the one
    for Thai. None where there is no theme."""
    fonts: dict[str, str] = {}
    for face in theme.iter(A + "majorFont", A + "minorFont") if theme is not None else ():
        for key, paths in _SCRIPTS.items():
            entries = (face.find(A + path) for path in paths)
            found = (entry.get("typeface", "") for entry in entries if entry is not None)
            fonts[local(str(face.tag)).removesuffix("Font") + key] = next(filter(None, found), "")
    return fonts


def _laid_over(chain: Iterable[Style]) -> Style:
    paragraph: dict[str, str] = {}
    run: dict[str, str] = {}
    table: dict[str, str] = {}
    for style in chain:
        paragraph |= style.paragraph
        run |= style.run
        table |= style.table
    return Style(paragraph, run, table)
