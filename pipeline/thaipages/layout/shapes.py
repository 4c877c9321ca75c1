"""The shape of a paragraph: every property that its style, its list and its own formatting give it, as numbers.

Lengths are twips. Paragraphs of one style mostly have one shape, so each is worked out once for a template.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from officefiles.carrier import Recent
from officefiles.opc import Part
from officefiles.styles import Properties, Styles, is_on, number, read_styles, theme_fonts
from thaipages.layout.lines import Tabs
from thaipages.layout.numbering import Level, Lists, read_lists
from thaipages.layout.text import Look, Ruler, read_look, ruler

SINGLE = 240.0
"""The value of ``w:line`` that means single spacing where the rule is ``auto``."""
TWIPS_PER_EIGHTH = 2.5
_NO_RULE = ("none", "nil")
_MOST = 512
_TEXT = 9
"""The outline level of what is no heading."""


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """A paragraph's shape; those that ``Sheet.shape`` gives are the same where they are equal. ``right`` is measured
    from the right edge of its column, ``first`` and ``left`` from the left. ``values`` are its own
    properties, ``runs`` those that its runs start from, ``plain`` and ``look`` what runs without any of their own come
    to, and ``label_runs`` what the label of its list does.
    ``outline`` is the level of a heading from 1, and 0 for all else. Paragraphs with the same ``box`` share it where
    one follows the other; with ``widows`` no line of it stands alone on a page."""

    style: str
    values: Properties
    runs: Properties
    plain: Properties
    look: Look
    list_id: str
    depth: int
    level: Level | None
    label_runs: Properties
    label_look: Look
    first: float
    left: float
    right: float
    tabs: Tabs
    box: tuple[str, ...]
    line: float
    line_rule: str
    rule_above: float
    rule_below: float
    before: float
    after: float
    contextual: bool
    keep_next: bool
    keep_lines: bool
    break_before: bool
    widows: bool
    framed: bool
    outline: int

    def line_height(self, natural: float) -> float:
        """The height of a line whose text and pictures are ``natural`` high, where it is not exact."""
        return max(self.line, natural) if self.line_rule == "atLeast" else natural * self.line / SINGLE


@dataclass(frozen=True, slots=True)
class Sheet:
    """The styles and lists of a template, with the shapes worked out so far; ``seen`` are those of the paragraphs met
    last, by the style of the table that they stand in and their XML."""

    styles: Styles
    lists: Lists
    tab_step: float
    known: dict[tuple[str, tuple[tuple[str, str], ...]], Shape] = field(default_factory=dict, compare=False)
    seen: Recent[tuple[str, bytes], Shape] = field(default_factory=lambda: Recent(_MOST), compare=False)

    def shape(self, own: Mapping[str, str], table_style: str) -> Shape:
        """The shape of a paragraph with the properties ``own``, in a table of ``table_style`` (or in none)."""
        key = table_style, tuple(own.items())
        if key not in self.known:
            shape = _shape(own, table_style, self)
            self.known[key] = ruler().made(_shapes).met(repr(shape), shape)
        return self.known[key]


def _shapes(_ruler: Ruler) -> Recent[str, Shape]:
    """The shapes met last, of all documents: parts of a booklet have those of the documents that they come from."""
    return Recent(_MOST)


def read_sheet(styles: Part | None, numbering: Part | None, theme: Part | None, tab_step: float) -> Sheet:
    """The sheet of a document's ``styles.xml`` and ``numbering.xml``, with the fonts of its theme."""
    return Sheet(
        read_styles(styles.tree if styles else None, theme_fonts(theme.tree if theme else None)),
        read_lists(numbering.tree if numbering else None),
        tab_step,
    )


def _cascade(own: Properties, table_style: str, sheet: Sheet) -> tuple[str, Properties, Properties]:
    """The name of the paragraph's style, and the properties of the paragraph and of its runs, the weakest laid first:
    defaults, table style, the style's list, the style, the paragraph's own list, the paragraph's own."""
    name = sheet.styles.name(own, "paragraph")
    style, default, table = sheet.styles.find(name), sheet.styles.default, sheet.styles.find(table_style)
    of_own = _level(own, sheet.lists, "")
    of_style = None if own.get("numPr.numId") == "0" else _level(style.paragraph, sheet.lists, name)  # 0: taken out
    values = {
        **default.paragraph,
        **table.paragraph,
        **(of_style.paragraph if of_style else {}),
        **style.paragraph,
        **(of_own.paragraph if of_own else {}),
        **own,
    }
    return name, values, {**default.run, **table.run, **style.run}


def _shape(own: Properties, table_style: str, sheet: Sheet) -> Shape:
    name, values, runs = _cascade(own, table_style, sheet)
    list_id, depth = values.get("numPr.numId", ""), _depth(values, sheet.lists, "" if "numPr.ilvl" in own else name)
    level = sheet.lists.level(list_id, depth)
    left, hanging = number(values, "ind.left"), number(values, "ind.hanging")
    plain = sheet.styles.run(runs, {})
    label = sheet.styles.named({**runs, **(level.run if level else {})})
    return Shape(
        style=name,
        values=values,
        runs=runs,
        plain=plain,
        look=read_look(plain),
        list_id=list_id,
        depth=depth,
        level=level,
        label_runs=label,
        label_look=read_look(label),
        first=left + (-hanging if hanging else number(values, "ind.firstLine")),
        left=left,
        right=number(values, "ind.right"),
        tabs=_tabs(values, left if hanging > 0 else None, sheet.tab_step),
        box=_box(values),
        line=number(values, "spacing.line", SINGLE),
        line_rule=values.get("spacing.lineRule", "auto"),
        rule_above=_rule(values, "top"),
        rule_below=_rule(values, "bottom"),
        before=number(values, "spacing.before"),
        after=number(values, "spacing.after"),
        contextual=is_on(values, "contextualSpacing"),
        keep_next=is_on(values, "keepNext"),
        keep_lines=is_on(values, "keepLines"),
        break_before=is_on(values, "pageBreakBefore"),
        widows="widowControl" not in values or is_on(values, "widowControl"),
        framed=any(name.startswith("framePr") for name in values),
        outline=(int(number(values, "outlineLvl", _TEXT)) + 1) % (_TEXT + 1),
    )


def _level(values: Properties, lists: Lists, style: str) -> Level | None:
    return lists.level(values.get("numPr.numId", ""), _depth(values, lists, style))


def _depth(values: Properties, lists: Lists, style: str) -> int:
    """The level of the list that these properties name: the one of paragraphs of ``style``, else the one they say."""
    of_style = lists.depth_of(values.get("numPr.numId", ""), style)
    return int(number(values, "numPr.ilvl")) if of_style is None else of_style


def _tabs(values: Properties, hanging: float | None, step: float) -> Tabs:
    """The tab stops; the indent of a hanging paragraph is one of them."""
    kinds = {name[4:]: kind for name, kind in values.items() if name.startswith("tab@") and kind != "clear"}
    stops = {number({"pos": place}, "pos"): kind for place, kind in kinds.items()}
    if hanging is not None:
        stops.setdefault(hanging, "left")
    return Tabs(stops, step)


def _box(values: Properties) -> tuple[str, ...]:
    """The borders of a paragraph and where they stand; empty where it has none."""
    borders = tuple(f"{name} {value}" for name, value in sorted(values.items()) if name.startswith("pBdr."))
    drawn = any(name.count(".") == 1 and value not in _NO_RULE for name, value in values.items() if "pBdr." in name)
    sides = ("left", "right", "firstLine", "hanging")
    return (*borders, *(values.get(f"ind.{side}", "0") for side in sides)) if drawn else ()


def _rule(values: Properties, side: str) -> float:
    """The room that a rule above or below the paragraph takes."""
    kind = values.get(f"pBdr.{side}", "none")
    if kind in _NO_RULE:
        return 0.0
    width = number(values, f"pBdr.{side}.sz") * TWIPS_PER_EIGHTH * (3 if kind == "double" else 1)
    return width + number(values, f"pBdr.{side}.space") * 20
