"""Text in tables whose style says how it looks: its styles are others where a part's defaults are said in styles."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from officefiles.opc import Part, W
from officefiles.styles import chains, default_styles, local, styles_by_id, value_of

_BOX = f"{W}txbxContent"


@dataclass(frozen=True, slots=True)
class Speaking:
    """What table styles say of the text in a table, by themselves or by what they are based on: names of properties by
    the style (``""`` for a table that names none). ``known`` are the paragraph styles, ``usual`` the one of a paragraph
    that names none."""

    tables: Mapping[str, frozenset[str]]
    known: frozenset[str]
    usual: str

    @classmethod
    def of(cls, styles: Part) -> Speaking:
        """Those of this part."""
        known = styles_by_id(styles.tree)
        own = {key: _said(style) for key, style in known.items() if style.get(f"{W}type") == "table"}
        bases = chains(known)
        tables = {key: frozenset[str]().union(*(own.get(one, ()) for one in bases[key])) for key in own}
        usual = default_styles(known)
        return cls(tables | {"": tables.get(usual.get("table", ""), frozenset())}, frozenset(known), usual["paragraph"])

    def left_to(self, table: str, names: Collection[str]) -> frozenset[str]:
        """Those of the properties that a paragraph in a table of this style takes from the table."""
        return self.tables.get(table, frozenset()).intersection(names)

    def paragraphs(self, story: etree._Element) -> Iterator[tuple[etree._Element, tuple[str, str]]]:
        """The paragraphs of a story in tables that say something of their text, each with its style and the
        table's."""
        for table in story.iter(f"{W}tbl"):
            style = value_of(table, "tblPr", "tblStyle")
            for paragraph in table.iter(f"{W}p") if self.tables.get(style) else ():
                if next(paragraph.iterancestors(f"{W}tbl", _BOX)) is table:
                    named = value_of(paragraph, "pPr", "pStyle")
                    yield paragraph, (named if named in self.known else self.usual, style)


def twin_of(style_id: str, left: Collection[str]) -> str:
    """The id of the twin of a paragraph style that leaves these properties to the table."""
    return f"{style_id}InTable{''.join(sorted(local(name).capitalize() for name in left))}"


def _said(style: etree._Element) -> frozenset[str]:
    holders = style.iter(f"{W}pPr", f"{W}rPr")
    return frozenset(str(entry.tag) for holder in holders for entry in holder)
