"""How the text of a template looks: the view of the cascade of styles that the examination needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from officefiles.opc import W
from officefiles.styles import Properties, Styles, is_on, properties, read_styles, theme_fonts
from wordfill.lint.reading import ExaminedTemplate

_DEFAULT_SIZE = "20"


class Look(NamedTuple):
    """The look of a run in one script: font by name and colour, empty where none is stated, and size in half points."""

    font: str
    size: str
    bold: bool
    italic: bool
    colour: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class Looks:
    """The styles of one template, and the fonts that its theme names."""

    styles: Styles
    fonts: dict[str, str]

    @classmethod
    def of(cls, template: ExaminedTemplate) -> Looks:
        """Those of ``template``."""
        return cls(read_styles(template.styles), theme_fonts(template.theme))

    def look(self, run: etree._Element, paragraph: etree._Element) -> tuple[Look, Look]:
        """The look of ``run`` in ``paragraph``: for Latin letters, and for Thai."""
        style = self.styles.find(self.styles.name(properties(paragraph, W + "pPr"), "paragraph"))
        values = self.styles.run({**self.styles.default.run, **style.run}, properties(run, W + "rPr"))
        return self._look(values, "ascii", "asciiTheme", ""), self._look(values, "cs", "cstheme", "Cs")

    def _look(self, values: Properties, font: str, theme: str, script: str) -> Look:
        themed = values.get(f"rFonts.{theme}")
        return Look(
            self.fonts.get(themed, "") if themed else values.get(f"rFonts.{font}", ""),
            values.get(f"sz{script}", _DEFAULT_SIZE),
            is_on(values, f"b{script}"),
            is_on(values, f"i{script}"),
            values.get("color", ""),
            is_on(values, "vanish"),
        )

    def keeps_next(self, paragraph: etree._Element) -> bool:
        """True where ``paragraph`` stays on the page of the next one."""
        own = properties(paragraph, W + "pPr")
        style = self.styles.find(self.styles.name(own, "paragraph"))
        return is_on({**self.styles.default.paragraph, **style.paragraph, **own}, "keepNext")
