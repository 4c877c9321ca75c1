"""A booklet of parts that have everything, kept whole as it was read."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from officefiles import opc
from officefiles.opc import Package, Relationship, W
from officefiles.thai import Digits
from small_docx import MAIN, NS, cell, package, paragraph, row, section, style, table
from thaipages.booklet import compose
from thaipages.booklet.contents import Contents

LEVELS = (
    '<w:abstractNum w:abstractNumId="{0}"><w:multiLevelType w:val="multilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="thaiNumbers"/><w:lvlText w:val="{1}"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="{0}"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="{0}"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
    "</w:lvlOverride></w:num>"
)
LISTED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{}"/></w:numPr>'
CELLS = style("Cell").replace("<w:pPr>", '<w:next w:val="Normal"/><w:link w:val="Strong"/><w:qFormat/><w:pPr>') + style(
    "Lower", base="Cell"
)
GRID = (
    '<w:style w:type="table" w:default="1" w:styleId="Usual"><w:name w:val="Normal Table"/></w:style>'
    '<w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/><w:basedOn w:val="Usual"/><w:pPr>'
    '<w:spacing w:after="0"/></w:pPr><w:rPr><w:szCs w:val="24"/></w:rPr>'
    '<w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4"/></w:tblBorders></w:tblPr>'
    '</w:style><w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:bCs/></w:rPr></w:style>'
)


NOTED = '<w:r><w:footnoteReference w:id="2"/></w:r>'
NOTES = (
    f'<w:footnotes {NS}><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2"><w:p>'
    '<w:hyperlink r:id="rIdWeb"><w:r><w:t>ที่มา</w:t></w:r></w:hyperlink></w:p></w:footnote></w:footnotes>'
)


def whole_part(title: str, lists: str, *, looks: str = "", size: int = 32, more: str = "") -> Package:
    """A part with styles, lists, a table, a bookmark, a link, a header and two sections."""
    head = '<w:headerReference w:type="default" r:id="rIdHeader"/>'
    place = '<w:bookmarkStart w:id="1" w:name="ที่หมาย"/><w:bookmarkEnd w:id="1"/>'
    told = f'<w:p>{place}<w:fldSimple w:instr=" PAGEREF ที่หมาย "/><w:hyperlink w:anchor="ที่หมาย"/>{NOTED}</w:p>'
    inner = table(
        row(cell(*(paragraph("ในตาราง", f'<w:pStyle w:val="{name}"/>') for name in ("Cell", "Lower")))), columns=(5,)
    )
    body = (
        *(paragraph(line, '<w:pStyle w:val="Title"/>') for line in (title, "บรรทัดที่สอง")), told,
        *(paragraph("ข้อ", LISTED.format(number)) for number in (1, 2)),
        inner.replace("<w:tblPr>", '<w:tblPr><w:tblStyle w:val="Grid"/>'),
        paragraph("ท้ายตอน", section(more=head)), paragraph("ตอนที่สอง", "<w:pageBreakBefore/>"),
    )  # fmt: skip
    made = package(
        *body, end=section(width=20).replace("</w:sectPr>", f"{more}</w:sectPr>"), numbering=lists,
        header=paragraph(f"หัวของ{title}"), more_styles=style("Title", looks) + CELLS + GRID,
        settings="<w:defaultTabStop w:val='700'/>",
    )  # fmt: skip
    data = made.parts["word/styles.xml"].data.replace(b'w:szCs w:val="32"', b'w:szCs w:val="%d"' % size)
    made.put("word/styles.xml", data)
    made.put("word/footnotes.xml", NOTES.encode(), f"{MAIN}.footnotes+xml")
    made.relate(made.main, Relationship("footnotes", "word/footnotes.xml"))
    made.relate("word/footnotes.xml", Relationship("hyperlink", "https://example.go.th/", external=True), "rIdWeb")
    return opc.read(made.data())


def test_a_whole_booklet_is_as_it_was_read(golden: Callable[[str, str], None]) -> None:
    first = LEVELS.format(0, "%1.")
    parts = (
        whole_part("ปก", first, more="<w:titlePg/>"),
        whole_part("คำสั่ง", first, looks='<w:jc w:val="center"/>'),
        whole_part("วิเคราะห์", LEVELS.format(5, "(%1)"), size=28),
        whole_part("มาตรการ", first),
    )
    made = compose(parts, contents=Contents(Digits.THAI, "Title", "Cell"))
    lines = [f"{owner} {key}: {link.word} {link.target}" for owner, links in made.relationships.items()
             for key, link in links.items()]  # fmt: skip
    for name in ("document", "styles", "numbering", "settings", "footnotes"):
        root = made.parts[f"word/{name}.xml"].own_tree()
        etree.indent(root)
        lines += [
            f"== {name}",
            *etree.tostring(root, encoding="unicode").replace(f' xmlns:w="{W[1:-1]}"', "").split("\n"),
        ]
    golden("whole/booklet", "\n".join(lines) + "\n")
