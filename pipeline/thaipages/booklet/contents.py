"""The table of contents of a booklet, and the bookmark and outline entry by which each part is found."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile, takewhile

from lxml import etree

from officefiles import xml
from officefiles.opc import Package, Part, W
from officefiles.schema import PARAGRAPH, begin_with, properties_in, put
from officefiles.styles import flat, styles_by_id, value_of
from officefiles.text import text_of
from officefiles.thai import Digits, digits
from thaipages.booklet.identity import NOTES
from thaipages.booklet.sections import sections
from thaipages.booklet.source import Source, load
from thaipages.layout import measure, paginate
from thaipages.layout.sections import text_width

HEADING, COLUMN = "สารบัญ", "หน้า"
_NUMBER_WIDTH = 850
"""The width of the column of page numbers, in twips."""
_HANGING = 425
_TABLE = (
    f'<w:tbl xmlns:w="{W[1:-1]}"><w:tblPr><w:tblW w:w="{{width}}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
    '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    '<w:tblGrid><w:gridCol w:w="{title}"/><w:gridCol w:w="{number}"/></w:tblGrid></w:tbl>'
)
_CELL = '<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="bottom"/></w:tcPr>'
_ROW = (
    f'<w:tr xmlns:w="{W[1:-1]}"><w:trPr><w:cantSplit/></w:trPr><w:tc>{_CELL.replace("width", "title")}</w:tc>'
    f"<w:tc>{_CELL.replace('width', 'number')}</w:tc></w:tr>"
)
_NOT_ON_A_CONTENTS_PAGE = ("headerReference", "footerReference", "titlePg", "vAlign", "pgBorders")


@dataclass(frozen=True, slots=True)
class Contents:
    """How a table of contents looks: its digits, and the names of the styles that its heading and its lines take."""

    figures: Digits
    heading_style: str
    text_style: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: the bookmark of a part, its title and the page it begins on; not ``sure`` where
    something in the documents before it could not be measured."""

    bookmark: str
    title: str
    page: int
    sure: bool


def bookmark(number: int) -> str:
    """The hidden bookmark on the first paragraph of part ``number``."""
    return f"_Part{number}"


def mark(source: Source, number: int) -> None:
    """Let the part be found: its first paragraph bears the bookmark, and its title stands in the outline (the
    navigation pane, the bookmarks of a PDF) unless the part has an outline of its own."""
    first = next(source.body.iter(f"{W}p"), None)
    if first is not None:
        start = etree.Element(f"{W}bookmarkStart", {f"{W}id": f"part{number}", f"{W}name": bookmark(number)})
        end = etree.Element(f"{W}bookmarkEnd", {f"{W}id": f"part{number}"})
        begin_with(first, start, end)
    lines = _title_lines(source.body)
    if lines and not _has_outline(source):
        put(properties_in(lines[0]), "outlineLvl", PARAGRAPH, val="0")


def add_contents(parts: Sequence[Package], contents: Contents) -> list[Package]:
    """``parts`` with the table of contents behind the first one, the cover."""
    counts = [_pages(part) for part in parts]
    page = _contents(parts, counts, 1, contents)
    taken, _ = _pages(page)
    if taken > 1:
        page = _contents(parts, counts, taken, contents)
    return [parts[0], page, *parts[1:]]


def _pages(package: Package) -> tuple[int, bool]:
    """How many pages a document has, and whether all in it could be measured."""
    layout = measure(package)
    return len(paginate(layout)), not layout.notes


def _contents(parts: Sequence[Package], counts: Sequence[tuple[int, bool]], taken: int, contents: Contents) -> Package:
    entries: list[Entry] = []
    page, sure = counts[0][0] + taken + 1, counts[0][1]
    for number, (part, (count, measured)) in enumerate(zip(parts[1:], counts[1:], strict=True), 2):
        body = next(part.parts[part.main].tree.iter(f"{W}body"))
        title = " ".join(" ".join(map(text_of, _title_lines(body))).split())
        entries.append(Entry(bookmark(number), title, page, sure))
        page, sure = page + count, sure and measured
    return _page(parts[0], entries, contents)


def _page(cover: Package, entries: Sequence[Entry], contents: Contents) -> Package:
    """A document with the contents alone, on the cover's paper and in its styles."""
    source = load(cover)
    body = source.body
    section = copy.deepcopy(sections(body)[-1])
    for child in [child for child in section if etree.QName(child).localname in _NOT_ON_A_CONTENTS_PAGE]:
        section.remove(child)
    styles = {value_of(style, "name"): key for key, style in styles_by_id(source.styles.tree).items()}
    body[:] = [
        _paragraph(styles.get(contents.heading_style, ""), HEADING, jc="center"),
        _paragraph(styles.get(contents.text_style, ""), COLUMN, jc="right"),
        _table(styles.get(contents.text_style, ""), entries, round(text_width(flat(section))), contents),
        section,
    ]
    page = cover.copy()
    page.put(page.main, source.stories[page.main])
    for kind in NOTES:
        for key in page.all_related(page.main, kind):
            page.unrelate(page.main, key)
    return page


def _table(style: str, entries: Sequence[Entry], width: int, contents: Contents) -> etree._Element:
    """A row for each entry: the title with dots up to the column of page numbers, which stand in a column of their
    own, since a title may take several lines."""
    widths = {"title": width - _NUMBER_WIDTH, "number": _NUMBER_WIDTH}
    table = xml.parse(_TABLE.format(width=width, **widths).encode())
    for entry in entries:
        row = xml.parse(_ROW.format(**widths).encode())
        title, number = row.iterchildren(f"{W}tc")
        title.append(_linked(_with_dots(_paragraph(style, entry.title), widths["title"]), entry))
        number.append(_page_number(_paragraph(style, "", jc="right"), entry, contents))
        table.append(row)
    return table


def _with_dots(paragraph: etree._Element, width: int) -> etree._Element:
    properties = properties_in(paragraph)
    tab = etree.SubElement(put(properties, "tabs", PARAGRAPH), f"{W}tab")
    for key, value in (("val", "right"), ("leader", "dot"), ("pos", str(width))):
        tab.set(f"{W}{key}", value)
    put(properties, "ind", PARAGRAPH, left=str(_HANGING), hanging=str(_HANGING))
    etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}tab")
    return paragraph


def _linked(paragraph: etree._Element, entry: Entry) -> etree._Element:
    """The line as a link to the part: a click leads there, in Word and in a PDF."""
    link = etree.SubElement(paragraph, f"{W}hyperlink", {f"{W}anchor": entry.bookmark, f"{W}history": "1"})
    link.extend(paragraph.findall(f"{W}r"))
    return paragraph


def _page_number(paragraph: etree._Element, entry: Entry, contents: Contents) -> etree._Element:
    """The page of the entry as a field that Word can bring up to date; marked as due where the page is not sure."""
    begin = _field_mark(paragraph, "begin")
    if not entry.sure:
        begin.set(f"{W}dirty", "true")
    instruction = etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}instrText")
    instruction.text = (
        rf"PAGEREF {entry.bookmark} \h \* {'ThaiArabic' if contents.figures is Digits.THAI else 'Arabic'}"
    )
    _field_mark(paragraph, "separate")
    shown = etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}t")
    shown.text = digits(str(entry.page), contents.figures is Digits.THAI)
    _field_mark(paragraph, "end")
    return paragraph


def _paragraph(style: str, text: str, **values: str) -> etree._Element:
    paragraph = etree.Element(f"{W}p")
    properties = etree.SubElement(paragraph, f"{W}pPr")
    for name, value in {"pStyle": style, **values}.items():
        if value:
            put(properties, name, PARAGRAPH, val=value)
    if text:
        etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}t").text = text
    return paragraph


def _field_mark(paragraph: etree._Element, kind: str) -> etree._Element:
    mark = etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}fldChar")
    mark.set(f"{W}fldCharType", kind)
    return mark


def _title_lines(body: etree._Element) -> list[etree._Element]:
    """The first paragraph with text, and those in its style that follow it: the title of a part."""
    lines = dropwhile(lambda line: not text_of(line).strip(), body.iterchildren(f"{W}p"))
    first = next(lines, None)
    if first is None:
        return []
    style = value_of(first, "pPr", "pStyle")
    return [first, *takewhile(lambda line: text_of(line).strip() and value_of(line, "pPr", "pStyle") == style, lines)]


def _has_outline(source: Source) -> bool:
    """True where a paragraph of the part has an outline level, of its own or by its style."""
    if list(_levelled(source.body, f"{W}p")):
        return True
    styles = source.styles.made(_outline_styles)
    return bool(styles) and any(
        value_of(paragraph, "pPr", "pStyle") in styles for paragraph in source.body.iter(f"{W}p")
    )


def _outline_styles(styles: Part) -> frozenset[str]:
    return frozenset(style.get(f"{W}styleId", "") for style in _levelled(styles.tree, f"{W}style")) - {""}


def _levelled(tree: etree._Element, holder: str) -> Iterator[etree._Element]:
    """The elements ``holder`` below ``tree`` (paragraphs, styles) that have an outline level."""
    for level in tree.iter(f"{W}outlineLvl"):
        properties = level.getparent()
        owner = properties.getparent() if properties is not None else None
        if owner is not None and owner.tag == holder and level.get(f"{W}val") != "9":
            yield owner
