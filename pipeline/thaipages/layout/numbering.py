"""The labels that Word puts before numbered and bulleted paragraphs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from string import ascii_lowercase

from lxml import etree

from officefiles.opc import W
from officefiles.styles import Properties, flat, is_on, number, value_of
from officefiles.thai import in_words, thai_digits

_THAI_LETTERS = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_WORDS = 100
"""Numbers from here on are not written in words."""
_MOST = 32_767
"""The highest number of a list: letters and Roman figures of higher ones would fill pages."""
_LONGEST = 255
"""The most characters of a label."""
_ANY = 9
"""More than the levels of a list."""
_SWITCH = re.compile(r"\\\*\s*(\w+)")
_SWITCHES = {
    "ThaiArabic": "thaiNumbers",
    "THAIARABIC": "thaiNumbers",
    "ThaiLetter": "thaiLetters",
    "THAILETTER": "thaiLetters",
    "Arabic": "decimal",
    "roman": "lowerRoman",
    "Roman": "upperRoman",
    "ROMAN": "upperRoman",
    "alphabetic": "lowerLetter",
    "ALPHABETIC": "upperLetter",
}
"""How WordprocessingML calls the ways of counting that fields ask for."""


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how it counts, what its label looks like, and what follows the label. It begins anew after a
    level above ``restart``; where it is ``legal``, its label has Arabic figures alone; paragraphs of ``style`` are of
    it."""

    start: int
    counting: str
    text: str
    follow: str
    paragraph: Properties
    run: Properties
    restart: int
    legal: bool
    style: str


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists of a document by number. Lists with one name in ``shared`` count on from each other, but where a
    list that is in ``restarts`` with a depth comes first at it."""

    levels: Mapping[str, Mapping[int, Level]] = field(default_factory=dict)
    shared: Mapping[str, str] = field(default_factory=dict)
    restarts: frozenset[tuple[str, int]] = frozenset()

    def level(self, list_id: str, depth: int) -> Level | None:
        """The level at ``depth`` of the list; ``None`` where the document does not define it."""
        return self.levels.get(list_id, {}).get(depth)

    def depth_of(self, list_id: str, style: str) -> int | None:
        """The level of the list that paragraphs of ``style`` are of; ``None`` where none is theirs."""
        levels = self.levels.get(list_id, {}).items()
        return next((depth for depth, level in levels if style and level.style == style), None)


@dataclass(slots=True)
class Counts:
    """How far each list has counted at each depth, and which of them have begun anew where they state a start."""

    by_list: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    def label(self, lists: Lists, list_id: str, depth: int) -> str:
        """The label of the next paragraph of the list at ``depth``: this counts it."""
        level = lists.level(list_id, depth)
        if level is None or level.counting == "bullet":
            return level.text if level else ""
        counts = self.by_list.setdefault(lists.shared.get(list_id, list_id), {})
        if (list_id, depth) in lists.restarts and (list_id, depth) not in self.begun:
            self.begun.add((list_id, depth))
            counts.pop(depth, None)
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for other in [other for other in counts if other > depth]:
            deeper = lists.level(list_id, other)
            if deeper is None or depth < deeper.restart:
                del counts[other]
        text = level.text
        for other, own in lists.levels[list_id].items():
            if other <= depth:
                counting = "decimal" if level.legal else own.counting
                text = text.replace(f"%{other + 1}", counted(counts.get(other, own.start), counting))
        return text


def counting_of(code: str) -> str:
    """How the field with this instruction asks to count; empty where it does not say so."""
    return next((_SWITCHES[switch] for switch in _SWITCH.findall(code) if switch in _SWITCHES), "")


def counted(number: int, counting: str) -> str:
    """``number`` in a way of counting of WordprocessingML (``decimal``, ``thaiNumbers``, ``upperRoman`` …)."""
    if counting == "thaiNumbers":
        return thai_digits(str(number))
    if counting == "thaiCounting" and number < _WORDS:
        return in_words(number)
    if counting == "none":
        return ""
    if number > _MOST:
        return str(number)
    if counting == "decimalZero":
        return f"{number:02}"
    if counting.endswith("Letter"):
        letter = ascii_lowercase[(number - 1) % 26] * ((number - 1) // 26 + 1)
        return letter.upper() if counting.startswith("upper") else letter
    if counting == "thaiLetters":
        return _THAI_LETTERS[(number - 1) % len(_THAI_LETTERS)]
    if counting.endswith("Roman"):
        return _roman(number).upper() if counting.startswith("upper") else _roman(number)
    return str(number)


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        text += sign * (number // value)
        number %= value
    return text


def read_lists(root: etree._Element | None) -> Lists:
    """The lists of a parsed ``numbering.xml``."""
    if root is None:
        return Lists()
    kinds = {element.get(W + "abstractNumId", ""): element for element in root.iter(W + "abstractNum")}
    abstract = {
        key: {int(level.get(W + "ilvl", "0")): _level(level) for level in element.iter(W + "lvl")}
        for key, element in kinds.items()
    }
    named = {value_of(element, "styleLink"): abstract[key] for key, element in kinds.items()}
    for key, element in kinds.items():
        if (style := value_of(element, "numStyleLink")) in named and style:
            abstract[key] = named[style]
    used = {element.get(W + "numId", ""): element for element in root.iter(W + "num")}
    shared = {key: flat(element).get("abstractNumId", "") for key, element in used.items()}
    levels = {key: _overridden(abstract.get(shared[key], {}), element) for key, element in used.items()}
    restarts = frozenset(
        (key, int(override.get(W + "ilvl", "0")))
        for key, element in used.items()
        for override in element.iterfind(W + "lvlOverride")
        if override.find(W + "startOverride") is not None
    )
    return Lists(levels, shared, restarts)


def _overridden(levels: Mapping[int, Level], element: etree._Element) -> dict[int, Level]:
    """``levels`` with what a list states for itself: another start, or a whole level of its own."""
    own = dict(levels)
    for override in element.iter(W + "lvlOverride"):
        depth = int(override.get(W + "ilvl", "0"))
        start = override.find(W + "startOverride")
        if depth in own and start is not None:
            own[depth] = replace(own[depth], start=int(start.get(W + "val", "1")))
        own.update((depth, _level(level)) for level in override.iter(W + "lvl"))
    return own


def _level(element: etree._Element) -> Level:
    values, start = flat(element), element.find(W + "start")
    return Level(
        start=1 if start is None else int(start.get(W + "val", "1")),
        counting=values.get("numFmt") or values.get("AlternateContent.Fallback.numFmt", "decimal"),
        text=values.get("lvlText", "")[:_LONGEST],
        follow=values.get("suff", "tab"),
        paragraph=flat(element.find(W + "pPr")),
        run=flat(element.find(W + "rPr")),
        restart=int(number(values, "lvlRestart", _ANY)),
        legal=is_on(values, "isLgl"),
        style=values.get("pStyle", ""),
    )
