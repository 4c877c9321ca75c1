"""How a run or paragraph really looks: what its styles, theme and own properties come to (ECMA-376 part 1, 17.7)."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from officefiles.opc import W

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_OFF = ("0", "false", "off")
_TOGGLES = {"b": "bold", "bCs": "bold_cs", "i": "italic", "iCs": "italic_cs"}
_VALUES = {"sz": "size", "szCs": "size_cs"}
_BASE: dict[str, str] = {"size": "20", "size_cs": "20"}


@dataclass(frozen=True, slots=True)
class Look:
    """The look of a run: fonts by name, sizes in half points, bold and italic, for Latin text and for Thai (``_cs``).
    Empty where nothing is stated."""

    font: str = ""
    font_cs: str = ""
    size: str = ""
    size_cs: str = ""
    bold: str = ""
    bold_cs: str = ""
    italic: str = ""
    italic_cs: str = ""


@dataclass(slots=True)
class Styles:
    """The styles of one template. ``theme`` is its theme part, for fonts that are named through it."""

    root: etree._Element | None
    theme: etree._Element | None
    _by_id: dict[str, etree._Element] = field(default_factory=dict)
    _defaults: dict[str, str] = field(default_factory=dict)
    _chains: dict[str, tuple[etree._Element, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for style in self.root.iter(W + "style") if self.root is not None else ():
            key = style.get(W + "styleId", "")
            self._by_id[key] = style
            if style.get(W + "default") in ("1", "true", "on"):
                self._defaults[style.get(W + "type", "")] = key

    def look(self, run: etree._Element, paragraph: etree._Element) -> Look:
        """The look of ``run`` in ``paragraph``."""
        values = dict(_BASE)
        if self.root is not None:
            self._apply(self.root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"), values)
        for style in self.paragraph_styles(paragraph):
            self._apply(style.find(W + "rPr"), values)
        own = run.find(W + "rPr")
        named = own.find(W + "rStyle") if own is not None else None
        for style in self._chain(
            named.get(W + "val", "") if named is not None else self._defaults.get("character", "")
        ):
            self._apply(style.find(W + "rPr"), values)
        self._apply(own, values)
        return Look(**values)

    def keeps_next(self, paragraph: etree._Element) -> bool:
        """True where ``paragraph`` stays on the page of the next one."""
        kept = False
        for properties in (
            *(style.find(W + "pPr") for style in self.paragraph_styles(paragraph)),
            paragraph.find(W + "pPr"),
        ):
            mark = properties.find(W + "keepNext") if properties is not None else None
            if mark is not None:
                kept = mark.get(W + "val") not in _OFF
        return kept

    def paragraph_styles(self, paragraph: etree._Element) -> tuple[etree._Element, ...]:
        """The paragraph's style and those that it builds on, the most basic first."""
        named = paragraph.find(f"{W}pPr/{W}pStyle")
        return self._chain(named.get(W + "val", "") if named is not None else self._defaults.get("paragraph", ""))

    def _chain(self, key: str) -> tuple[etree._Element, ...]:
        if key not in self._chains:
            chain: list[etree._Element] = []
            name = key
            while (style := self._by_id.get(name)) is not None and style not in chain:
                chain.append(style)
                parent = style.find(W + "basedOn")
                name = parent.get(W + "val", "") if parent is not None else ""
            self._chains[key] = tuple(reversed(chain))
        return self._chains[key]

    def _apply(self, properties: etree._Element | None, values: dict[str, str]) -> None:
        for child in properties if properties is not None else ():
            name = str(child.tag).removeprefix(W)
            value = child.get(W + "val", "")
            if name in _TOGGLES:
                values[_TOGGLES[name]] = "" if value in _OFF else "1"
            elif name in _VALUES:
                values[_VALUES[name]] = value
            elif name == "rFonts":
                self._apply_fonts(child, values)

    def _apply_fonts(self, fonts: etree._Element, values: dict[str, str]) -> None:
        for key, plain, themed in (("font", "ascii", "asciiTheme"), ("font_cs", "cs", "cstheme")):
            if fonts.get(W + themed):
                values[key] = self._theme_font(fonts.get(W + themed, ""))
            elif fonts.get(W + plain):
                values[key] = fonts.get(W + plain, "")

    def _theme_font(self, name: str) -> str:
        """The font that the theme gives for ``minorBidi``, ``majorHAnsi`` and the like."""
        if self.theme is None:
            return ""
        fonts = self.theme.find(f".//{_A}{'majorFont' if name.startswith('major') else 'minorFont'}")
        if fonts is None:
            return ""
        if not name.endswith("Bidi"):
            return str(getattr(fonts.find(_A + "latin"), "attrib", {}).get("typeface", ""))
        complex_script = fonts.find(_A + "cs")
        stated = complex_script.get("typeface", "") if complex_script is not None else ""
        thai = (font.get("typeface", "") for font in fonts.iter(_A + "font") if font.get("script") == "Thai")
        return stated or next(thai, "")
