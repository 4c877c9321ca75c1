"""Whether all that a document asks for can be drawn.

What is not named here stands in the way: an element that nobody has thought of is told by its name, and never left out
of a page in silence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice

from lxml import etree

from officefiles.namespaces import W15
from officefiles.opc import Package, Part, Relationship, W
from officefiles.styles import chains, default_styles, local, styles_by_id, value_of
from officefiles.text import DRAWING
from thaipages.drawing.allowed_fields import nested, of_field
from thaipages.drawing.allowed_words import (
    ATTRIBUTES,
    COMPATIBILITY,
    COUNTINGS,
    HARMLESS,
    LEVEL,
    LEVEL_NAMES,
    NAMES,
    PLAIN,
    SETTINGS,
    SKIPPED,
    SWITCHES,
    UNNAMED,
    VALUES,
)  # fmt: skip
from thaipages.drawing.floating import obstacles as obstacles_of
from thaipages.drawing.known import ObstacleError

_DRAWN_APART = (DRAWING, W + "pict")
_BINDING = W15 + "dataBinding"
_BODIES = "เอกสารที่ไม่มีส่วนเนื้อหาหรือมีซ้ำกัน"
_STORIES = ("header", "footer")
_ON = (None, "1", "true", "on")
_REFERENCES = tuple(W + name for name in ("pStyle", "rStyle", "tblStyle"))
_VALUED = frozenset(name.partition(".")[0] for name in (*VALUES, *ATTRIBUTES))


def obstacles(package: Package) -> tuple[str, ...]:
    """What in the document cannot be drawn, in Thai, each thing once; empty where all can. Raises ``ObstacleError``
    where it has no text, or several."""
    if len(package.parts[package.main].tree.findall(W + "body")) != 1:
        raise ObstacleError(_BODIES)
    return tuple(dict.fromkeys(_obstacles(package)))


def _obstacles(package: Package) -> Iterator[str]:
    used: set[str] = set()
    numbers: set[str] = set()
    for part in _stories(package):
        of_drawing = partial(obstacles_of, package=package, part=part)
        yield from _of_tree(package.parts[part].tree, used, numbers, of_drawing)
        yield from _of_content(package.parts[part].tree)
    if any(link.kind in _STORIES and link.target not in package.parts for link in _links(package)):
        yield "หัวหรือท้ายกระดาษที่ไม่ได้อยู่ในไฟล์"
    styles, numbering, settings = map(package.of_main, ("styles", "numbering", "settings"))
    if styles:
        looks, of_styles = styles.made(_of_styles)
        for key in used | looks.keys() & {""}:
            yield from looks.get(key, ())
            numbers |= of_styles.get(key, frozenset())
    if numbering:
        lists = numbering.made(_of_lists)
        for key in sorted(numbers):
            yield from lists.get(key, ())
    if settings:
        yield from settings.made(_of_settings)


def _stories(package: Package) -> Iterator[str]:
    """The part of the body, and those of the headers and footers that it refers to."""
    yield package.main
    for link in _links(package):
        if link.kind in _STORIES and link.target in package.parts:
            yield link.target


def _links(package: Package) -> Iterable[Relationship]:
    return package.relationships.get(package.main, {}).values()


def _of_tree(
    root: etree._Element,
    used: set[str],
    numbers: set[str],
    of_drawing: Callable[[etree._Element], Iterable[str]] = lambda _element: (),
) -> Iterator[str]:
    """The obstacles in a tree; the styles and lists that it uses are put into ``used`` and ``numbers``."""
    within = root.iter("*")
    fine: set[tuple[object, ...]] = set()
    for element in within:
        tag = str(element.tag)
        if tag in PLAIN:
            continue
        if tag in _REFERENCES:
            used.add(element.get(W + "val", ""))
        elif tag == W + "numId":
            numbers.add(element.get(W + "val", ""))
        elif tag in SKIPPED:
            _pass_over(within, element)
        elif tag in _DRAWN_APART:
            yield from of_drawing(element)
            _pass_over(within, element)
        elif (said := (tag, element.text, *element.items())) not in fine:  # most are like one before
            found = tuple(_of_element(element, tag))
            yield from found
            if not found:
                fine.add(said)


def _pass_over(within: Iterator[etree._Element], element: etree._Element) -> None:
    """Go on behind all that is in ``element``, which was met last."""
    for _ in islice(within, sum(1 for _ in element.iter("*")) - 1):
        pass


def _of_content(root: etree._Element) -> Iterator[str]:
    """What a story shows that is not what is stored in it, or not all of it."""
    if next(root.iter(W + "dataBinding", _BINDING), None) is not None:
        yield NAMES["dataBinding"]
    yield from nested(root)


def _of_element(element: etree._Element, tag: str) -> Iterator[str]:
    name = local(tag)
    if not tag.startswith(W):
        yield NAMES.get(name, UNNAMED.format(name=name))
    elif name in SWITCHES:
        if element.get(W + "val") in _ON:
            yield SWITCHES[name]
    elif name in ("instrText", "fldSimple"):
        yield from of_field(element.text or "" if name == "instrText" else element.get(W + "instr", ""))
    elif name in _VALUED:
        yield from _of_values(element, name)
    else:
        yield NAMES.get(name, UNNAMED.format(name=f"w:{name}"))


def _of_values(element: etree._Element, name: str) -> Iterator[str]:
    """An element that is drawn with some values, or with some attributes, and not with others."""
    called = NAMES.get(name, f"w:{name}")
    attributes = ATTRIBUTES.get(name)
    if name == "shd" and element.get(W + "val") == "solid" and element.get(W + "color", "auto") == "auto":
        yield f"{called}แบบ solid"
    for key, value in element.items():
        attribute = local(str(key))
        allowed = VALUES.get(name if attribute == "val" else f"{name}.{attribute}")
        if allowed is not None and value not in allowed:
            yield f"{called}แบบ {value!s}"
        elif attributes is not None and attribute not in attributes and value not in ("0", "false", "off"):
            yield f"{called} ({attribute})"


def _of_styles(part: Part) -> tuple[dict[str, tuple[str, ...]], dict[str, frozenset[str]]]:
    """The obstacles in each style with those that it is based on, and the lists that it puts paragraphs into; what
    holds for all text stands under the empty name."""
    elements = styles_by_id(part.tree)
    defaults = part.tree.find(W + "docDefaults")
    own: dict[str, tuple[list[str], set[str]]] = {}
    for key, element in [*elements.items(), *([("", defaults)] if defaults is not None else [])]:
        numbers: set[str] = set()
        found = [
            one for child in element if local(str(child.tag)) not in HARMLESS for one in _of_tree(child, set(), numbers)
        ]
        if any(len(child) for child in element.iterchildren(W + "tcPr", W + "trPr")):
            found.append("ลักษณะของช่องหรือแถวที่มากับลักษณะตาราง")
        own[key] = found, numbers
    whole = {key: [own[one] for one in chain if one in own] for key, chain in chains(elements).items()}
    whole[""] = [own[key] for key in ("", *default_styles(elements).values()) if key in own]
    return (
        {key: tuple(one for found, _ in chain for one in found) for key, chain in whole.items()},
        {key: frozenset(one for _, numbers in chain for one in numbers) for key, chain in whole.items()},
    )


def _of_lists(part: Part) -> dict[str, tuple[str, ...]]:
    """The obstacles in each list by its number."""
    abstract = {one.get(W + "abstractNumId", ""): one for one in part.tree.iter(W + "abstractNum")}
    found: dict[str, tuple[str, ...]] = {}
    for number in part.tree.iter(W + "num"):
        base = abstract.get(value_of(number, "abstractNumId"))
        linked = [] if base is None else [NAMES["numStyleLink"] for _ in base.iterchildren(W + "numStyleLink")]
        levels = [level for one in (base, number) if one is not None for level in one.iter(W + "lvl")]
        found[number.get(W + "numId", "")] = (*linked, *(one for level in levels for one in _of_level(level)))
    return found


def _of_level(level: etree._Element) -> Iterator[str]:
    for child in level:
        name, value = local(str(child.tag)), child.get(W + "val", "")
        if name == "numFmt" and value not in COUNTINGS:
            yield f"ลำดับเลขแบบ {value}"
        elif name == "lvlJc" and value not in ("left", "start"):
            yield "เลขลำดับที่ไม่ได้ชิดซ้าย"
        elif isinstance(child.tag, str) and name not in LEVEL:
            yield LEVEL_NAMES.get(name) or NAMES.get(name, UNNAMED.format(name=f"w:{name}"))
        elif name in ("pPr", "rPr"):
            yield from _of_tree(child, set(), set())


def _of_settings(part: Part) -> tuple[str, ...]:
    return tuple(_unknown_settings(part.tree))


def _unknown_settings(root: etree._Element) -> Iterator[str]:
    for child in root:
        name = local(str(child.tag))
        if name == "compat":
            yield from _unknown_switches(child, COMPATIBILITY)
        elif name == "characterSpacingControl":
            if child.get(W + "val") != "doNotCompress":
                yield "การบีบระยะอักขระ"
        else:
            yield from _unknown_switches([child], SETTINGS)


def _unknown_switches(elements: Iterable[etree._Element], known: frozenset[str]) -> Iterator[str]:
    for element in elements:
        name = local(str(element.tag))
        if isinstance(element.tag, str) and name not in known and element.get(W + "val") in _ON:
            yield NAMES.get(name, UNNAMED.format(name=f"w:{name}"))
