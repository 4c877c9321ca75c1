"""The word ฉบับร่าง across every page, as Word's own watermark: a shape in the headers, behind the text; and a line at
the top right of the page, which shaded text cannot hide."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from officefiles import xml
from officefiles.opc import Package, R, Relationship, W
from officefiles.styles import is_switched_on

WORD = "ฉบับร่าง"
NOTE = "ฉบับร่างเพื่อตรวจทาน ห้ามลงนาม"

_HEADER_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
_EMPTY = (
    f'<w:hdr xmlns:w="{W[1:-1]}"><w:p><w:pPr>'
    '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p></w:hdr>'
).encode()
"""A header with one line that takes next to no room."""
_RUN = (
    '<w:r xmlns:w="{w}" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">'
    "<w:rPr><w:noProof/></w:rPr><w:pict>"
    "{content}</w:pict></w:r>"
)
_TYPE = (
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
    'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>'
    '<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>'
    '<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/>'
    '<v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>'
    '<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" '
    'o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/></v:shapetype>'
)
"""What both shapes are instances of. It may stand in a header once."""
_SHAPE = (
    '<v:shape id="PowerPlusWaterMarkObject{number}" o:spid="_x0000_s{spid}" type="#_x0000_t136" '
    'style="position:absolute;{place};z-index:-251658752" o:allowincell="f" fillcolor="{color}" stroked="f">'
    '<v:fill opacity="{opacity}"/><v:textpath style="font-family:&quot;TH SarabunPSK&quot;;font-size:1pt;'
    'font-weight:bold" string="{word}"/></v:shape>'
)
_ACROSS = (
    "margin-left:0;margin-top:0;width:400pt;height:120pt;rotation:315;"
    "mso-position-horizontal:center;mso-position-horizontal-relative:page;"
    "mso-position-vertical:center;mso-position-vertical-relative:page"
)
_AT_THE_TOP = (
    "margin-left:0;margin-top:20pt;width:135pt;height:15pt;"
    "mso-position-horizontal:right;mso-position-horizontal-relative:margin;mso-position-vertical-relative:page"
)


def watermark(document: Package) -> Package:
    """``document`` with the watermark on each page, whatever headers its sections have, take over or lack."""
    package = document.copy()
    root = package.parts[package.main].own_tree()
    kinds = ("default", "even") if _has_even_pages(package) else ("default",)
    standing: dict[str, str] = {}
    for section in _sections(root):
        standing |= dict(_references(section))
        first = ("first",) if section.find(f"{W}titlePg") is not None else ()
        for kind in (*first, *kinds):
            if kind not in standing:
                standing[kind] = _new_header(package)
                reference = etree.Element(f"{W}headerReference", {f"{W}type": kind, f"{R}id": standing[kind]})
                section.insert(0, reference)
    package.put(package.main, root)
    links = package.relationships[package.main].values()
    headers = dict.fromkeys(link.target for link in links if link.kind == "header")
    for number, header in enumerate(headers, start=1):
        shaped = package.parts[header].own_tree()
        _add_shapes(shaped, number)
        package.put(header, shaped)
    return package


def _sections(root: etree._Element) -> Iterator[etree._Element]:
    """The sections in the order of the pages, without those that a tracked change remembers."""
    for section in root.iter(f"{W}sectPr"):
        parent = section.getparent()
        if parent is None or parent.tag != f"{W}sectPrChange":
            yield section


def _references(section: etree._Element) -> Iterator[tuple[str, str]]:
    for reference in section.iterchildren(f"{W}headerReference"):
        yield reference.get(f"{W}type", "default"), reference.get(f"{R}id", "")


def _has_even_pages(package: Package) -> bool:
    settings = package.of_main("settings")
    return settings is not None and is_switched_on(settings.tree.find(f"{W}evenAndOddHeaders"))


def _new_header(package: Package) -> str:
    """Add a header without a line of its own; the relationship that names it."""
    part = package.free_name("word/header_proof{}.xml")
    package.put(part, _EMPTY, _HEADER_TYPE)
    return package.relate(package.main, Relationship("header", part), f"rIdProof{''.join(filter(str.isdigit, part))}")


def _add_shapes(root: etree._Element, number: int) -> None:
    """Put the shapes at the end of the header's last paragraph, where they take no room."""
    paragraph = next((child for child in reversed(root) if child.tag == f"{W}p"), None)
    if paragraph is None:
        paragraph = xml.parse(_EMPTY)[0]
        root.append(paragraph)
    shapes = ((_ACROSS, "#bfbfbf", ".5", WORD), (_AT_THE_TOP, "#c00000", "1", NOTE))
    for count, (place, color, opacity, word) in enumerate(shapes, start=2 * number):
        values = {"number": count, "spid": 2048 + count, "place": place, "color": color, "opacity": opacity}
        content = ("" if count % 2 else _TYPE) + _SHAPE.format(word=word, **values)
        paragraph.append(xml.parse(_RUN.format(w=W[1:-1], content=content).encode("utf-8")))
