"""What a paragraph and its runs look like once defaults, styles and direct formatting are laid over each other.

Properties are flat maps: ``ind.left`` is the attribute ``left`` of ``w:ind``, ``jc`` the value of ``w:jc``, and a
switch without a value is "1". Laying one map over another is then a union of dicts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from lxml import etree

from officefiles.opc import W

Properties = Mapping[str, str]

_APART = frozenset(W + name for name in ("rPr", "sectPr", "pPrChange", "rPrChange", "tblPrChange", "tcPrChange"))
_SIDES = {"start": "left", "end": "right"}


@cache  # 80 names, asked for at each attribute: 160 000 times in 60 offices
def local(name: str) -> str:
    """The name of an element or attribute without its namespace; the sides of a text are its left and right."""
    plain = name.rpartition("}")[2]
    return _SIDES.get(plain, plain)


def flat(element: etree._Element | None) -> dict[str, str]:
    """The properties below ``element`` as a flat map; tab stops as ``tab@position``."""
    values: dict[str, str] = {}
    if element is not None:
        for child in element:
            if isinstance(child.tag, str) and child.tag not in _APART:
                _add(values, child, local(child.tag))
    if "ind.firstLine" in values:
        values.setdefault("ind.hanging", "0")
    return values


def properties(element: etree._Element, name: str) -> dict[str, str]:
    """What stands in the child ``name`` of ``element``, flat; nothing where there is none."""
    return flat(next(element.iterchildren(name), None))


def _add(values: dict[str, str], element: etree._Element, path: str) -> None:
    if path == "tabs":
        values.update({f"tab@{tab.get(W + 'pos', '0')}": tab.get(W + "val", "left") for tab in element})
        return
    own = element.items()
    for name, value in own:
        key = local(str(name))
        values[path if key == "val" else f"{path}.{key}"] = str(value)
    if not own and not len(element):
        values[path] = "1"
    for child in element:
        if isinstance(child.tag, str):
            _add(values, child, f"{path}.{local(child.tag)}")


def is_on(values: Properties, name: str) -> bool:
    """Whether the switch ``name`` is set."""
    return values.get(name, "0") not in ("0", "false", "off", "none")


def number(values: Properties, name: str, otherwise: float = 0.0) -> float:
    """The value of ``name`` as a number (twips, half points, eighths: as the property counts)."""
    value = values.get(name)
    if value is None:
        return otherwise
    try:
        return float(value)
    except ValueError:
        return otherwise


@dataclass(frozen=True, slots=True)
class Style:
    """A style with all that it is based on: properties of its paragraphs, runs and table."""

    paragraph: Properties = field(default_factory=dict)
    run: Properties = field(default_factory=dict)
    table: Properties = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Styles:
    """All styles of a document by identifier; ``default`` is what every paragraph starts from."""

    default: Style
    by_id: Mapping[str, Style]
    default_paragraph: str = ""
    default_table: str = ""

    def find(self, identifier: str) -> Style:
        """The style, or an empty one where the document does not define it."""
        return self.by_id.get(identifier, Style())


def read_styles(root: etree._Element | None) -> Styles:
    """The styles of a parsed ``styles.xml``."""
    if root is None:
        return Styles(Style(), {})
    defaults = Style(
        flat(root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr")), flat(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
    )
    elements = {element.get(W + "styleId", ""): element for element in root.iter(W + "style")}
    own = {identifier: _own(element) for identifier, element in elements.items()}
    bases = {identifier: _value(element, "basedOn") for identifier, element in elements.items()}
    whole = {identifier: _with_bases(identifier, own, bases) for identifier in own}
    first = {
        element.get(W + "type", ""): identifier
        for identifier, element in reversed(elements.items())
        if element.get(W + "default") in ("1", "true")
    }
    return Styles(defaults, whole, first.get("paragraph", ""), first.get("table", ""))


def _value(element: etree._Element, name: str) -> str:
    child = element.find(W + name)
    return child.get(W + "val", "") if child is not None else ""


def _own(element: etree._Element) -> Style:
    paragraph, run, table = (flat(element.find(W + name)) for name in ("pPr", "rPr", "tblPr"))
    return Style(paragraph, run, table)


def _with_bases(identifier: str, own: Mapping[str, Style], bases: Mapping[str, str]) -> Style:
    chain: list[str] = []
    while identifier in own and identifier not in chain:
        chain.append(identifier)
        identifier = bases[identifier]
    paragraph: dict[str, str] = {}
    run: dict[str, str] = {}
    table: dict[str, str] = {}
    for name in reversed(chain):
        paragraph |= own[name].paragraph
        run |= own[name].run
        table |= own[name].table
    return Style(paragraph, run, table)
