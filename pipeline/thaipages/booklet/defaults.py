"""Parts with other document defaults: what they leave unsaid is said in their styles.

One file has one set of defaults. It is that of most parts; those of another part are written into its root paragraph
styles, so that every part looks as it does alone.
"""

from __future__ import annotations

import copy
from collections.abc import Collection, Iterable, Mapping, Sequence

from lxml import etree

from officefiles import xml
from officefiles.opc import Part, W
from officefiles.schema import PARAGRAPH, RUN, STYLE, arrange, put
from officefiles.styles import chains, default_styles, styles_by_id, value_of
from thaipages.booklet.cells import Speaking, twin_of

TAG = f"{W}docDefaults"
_TYPE = f"{W}type"
_PIECEWISE = ("rFonts", "lang", "spacing", "ind")
"""Properties whose attributes are inherited one by one (ECMA-376 part 1, 17.3)."""
_HOLDERS = (("pPr", PARAGRAPH), ("rPr", RUN))
_NOT_OF_TWINS = tuple(f"{W}{name}" for name in ("next", "link", "qFormat", "aliases"))
_NOTHING = (
    f'<w:docDefaults xmlns:w="{W[1:-1]}"><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman"'
    ' w:eastAsia="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:b w:val="0"/>'
    '<w:bCs w:val="0"/><w:i w:val="0"/><w:iCs w:val="0"/><w:color w:val="auto"/><w:kern w:val="0"/><w:sz w:val="20"/>'
    '<w:szCs w:val="20"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240"'
    ' w:lineRule="auto"/><w:ind w:left="0" w:right="0" w:firstLine="0"/><w:jc w:val="left"/></w:pPr></w:pPrDefault>'
    "</w:docDefaults>"
)
"""What a document without defaults means, where those of the booklet say something."""


def stated(styles: Part) -> bytes:
    """The document defaults of a part of styles in canonical form; empty where it has none."""
    defaults = styles.tree.find(TAG)
    return b"" if defaults is None else etree.tostring(defaults, method="c14n", exclusive=True, with_tail=False)


def write_defaults(
    styles: etree._Element,
    usual: etree._Element | None,
    speaking: Speaking,
    in_tables: Iterable[tuple[str, str]],
    *,
    themed: bool,
) -> dict[tuple[str, str], str]:
    """Say the document defaults in each style that is based on no other, where the booklet has the ``usual`` ones and,
    if ``themed``, another theme.

    A table's style stands between the defaults and the style of a paragraph in it. So a table that says something of
    its text gets the defaults for that in its own style, and the paragraph styles ``in_tables`` (each with that of the
    table) twins that leave it to the table: their ids come back.
    """
    known = styles_by_id(styles)
    bases = chains(known)
    said = _said(styles.find(TAG), usual, themed=themed)
    names = {str(entry.tag) for holder in said.values() for entry in holder}
    twins: dict[tuple[str, str], str] = {}
    made: dict[str, etree._Element] = {}
    for style_id, table in sorted(in_tables):
        if left := speaking.left_to(table, names):
            twins[style_id, table] = twin_of(style_id, left)
            for base in bases.get(style_id, ()):
                made.setdefault(twin_of(base, left), _twin(known[base], known, left, said))
    settled = {
        table: _whole([known[one] for one in bases[table or default_styles(known)["table"]]], said, left)
        for table in {table for _, table in twins}
        if (left := speaking.left_to(table, names))
    }
    for table, whole in settled.items():
        _say(known[table or default_styles(known)["table"]], whole, names)
    for style in known.values():
        if style.get(_TYPE) == "paragraph" and value_of(style, "basedOn") not in known:
            _say(style, said, names)
    styles.extend(made.values())
    return twins


def _said(own: etree._Element | None, usual: etree._Element | None, *, themed: bool) -> dict[str, etree._Element]:
    """What must be said of paragraphs and of runs: the part's ``own`` defaults where they differ from the ``usual``
    ones, and what those say and the part does not."""
    said = {}
    for name, _ in _HOLDERS:
        ours, theirs, nothing = (_entries(defaults, name) for defaults in (own, usual, xml.parse(_NOTHING.encode())))
        holder = said[name] = etree.Element(f"{W}{name}")
        for tag in ours | theirs:
            entry = copy.deepcopy(ours[tag]) if tag in ours else etree.Element(tag)
            if tag in theirs and tag in nothing:
                _fill(entry, nothing[tag], _attributes(theirs[tag]) if tag in ours else None)
            alike = tag in theirs and _canonical(entry) == _canonical(theirs[tag])
            if not (alike and not (themed and _has_theme(entry))) and (tag in ours or tag in nothing):
                holder.append(entry)
    return said


def _entries(defaults: etree._Element | None, name: str) -> dict[str, etree._Element]:
    holder = None if defaults is None else defaults.find(f"{W}{name}Default/{W}{name}")
    return {str(entry.tag): entry for entry in (holder if holder is not None else ())}


def _fill(entry: etree._Element, nothing: etree._Element, wanted: Collection[str] | None) -> None:
    """Add what ``entry`` does not say of the ``wanted`` attributes, as a document without defaults means it."""
    if wanted is not None and etree.QName(entry).localname not in _PIECEWISE:
        return
    stated = _attributes(entry)
    for key, value in nothing.attrib.items():
        plain = _plain(str(key))
        if plain not in stated and (wanted is None or plain in wanted):
            entry.set(key, value)


def _whole(
    chain: Sequence[etree._Element], said: Mapping[str, etree._Element], left: Collection[str]
) -> dict[str, etree._Element]:
    """What a table's style comes to in the properties ``left``: what it says, else what it is based on, else what is
    ``said``. LibreOffice passes over what the first of the ``chain`` does not say by itself."""
    whole = {}
    for name, order in _HOLDERS:
        holder = whole[name] = etree.Element(f"{W}{name}")
        layers = [*(style.find(f"{W}{name}") for style in chain), said[name]]
        for layer in layers:
            if layer is not None:
                _inherit(holder, [entry for entry in layer if entry.tag in left], order)
    return whole


def _twin(
    style: etree._Element, known: Mapping[str, etree._Element], left: frozenset[str], said: Mapping[str, etree._Element]
) -> etree._Element:
    """A style for text in tables, which leaves the properties ``left`` to the table's style."""
    twin = copy.deepcopy(style)
    twin.set(f"{W}styleId", twin_of(style.get(f"{W}styleId", ""), left))
    twin.attrib.pop(f"{W}default", "")
    for child in twin.findall("*"):
        if child.tag in _NOT_OF_TWINS:
            twin.remove(child)
    for name in twin.iterchildren(f"{W}name"):
        name.set(f"{W}val", f"{name.get(f'{W}val')} (ในตาราง)")
    base = value_of(style, "basedOn")
    if base in known:
        put(twin, "basedOn", STYLE, val=twin_of(base, left))
    else:
        _say(twin, said, {str(entry.tag) for holder in said.values() for entry in holder} - left)
    return twin


def _say(style: etree._Element, said: Mapping[str, etree._Element], names: Collection[str]) -> None:
    """Have the style say the properties ``names`` of what is ``said``, where it does not for itself."""
    for name, order in _HOLDERS:
        entries = [entry for entry in said[name] if entry.tag in names]
        if entries:
            _inherit(put(style, name, STYLE), entries, order)


def _inherit(own: etree._Element, inherited: Iterable[etree._Element], order: dict[str, int]) -> None:
    """Add to ``own`` properties what it leaves to ``inherited``, in the schema's order."""
    for entry in inherited:
        found = own.find(entry.tag)
        if found is None:
            own.append(copy.deepcopy(entry))
        elif etree.QName(entry).localname in _PIECEWISE:
            stated = _attributes(found)
            for key, value in entry.attrib.items():
                if _plain(str(key)) not in stated:
                    found.set(key, value)
    arrange(own, order)


def _attributes(entry: etree._Element) -> set[str]:
    return {_plain(str(key)) for key in entry.attrib}


def _plain(attribute: str) -> str:
    """The attribute that says the same without a theme: ``ascii`` for ``asciiTheme``."""
    return attribute.removesuffix("Theme").removesuffix("theme")


def _has_theme(entry: etree._Element) -> bool:
    return any("heme" in str(key) for key in entry.attrib)


def _canonical(entry: etree._Element) -> bytes:
    return etree.tostring(entry, method="c14n", exclusive=True, with_tail=False)
