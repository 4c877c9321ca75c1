"""The booklet: every part keeps its look, and nothing of one part touches another."""

from __future__ import annotations

import io
import itertools
import sys
import zipfile
from collections import Counter
from functools import cache
from pathlib import Path

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, Twips
from lxml import etree
from PIL import Image

from made_docx import strict
from officefiles import opc
from officefiles.opc import R, Relationship, W
from officefiles.schema import SETTINGS, put
from officefiles.styles import value_of
from officefiles.thai import Digits
from schemas import schema_errors
from sound_template import template
from thaipages import booklet as booklets
from thaipages.booklet.contents import Contents
from thaipages.booklet.theme import Theme
from thaipages.pdf import convert, preview

ENDNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.endnotes+xml"
CONTENTS = Contents(Digits.THAI, "Title of a part", "Text of a part")


def picture(colour: str) -> io.BytesIO:
    data = io.BytesIO()
    Image.new("RGB", (30, 20), colour).save(data, "PNG")
    data.seek(0)
    return data


def plain() -> docx.document.Document:
    """A document of few styles, in the typeface of offices."""
    return docx.Document(io.BytesIO(_plain()))


@cache
def _plain() -> bytes:
    document = docx.Document()
    for style in list(document.styles.element):
        if style.tag == f"{W}style" and style.get(f"{W}styleId") not in ("Normal", "TableNormal", "ListNumber"):
            document.styles.element.remove(style)
    fonts = document.styles.element.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}rFonts")
    fonts.attrib.clear()
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), "TH SarabunPSK")
    return saved(document)


def saved(document: docx.document.Document) -> bytes:
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def part(text: str, *, size: int = 16) -> bytes:
    document = plain()
    document.styles["Normal"].font.size = Pt(size)
    document.add_paragraph(text)
    return saved(document)


def themed(data: bytes, **colours: str) -> bytes:
    """The document with another theme: Arial and Cordia New for its text, and these colours."""
    package = opc.read(data)
    name = package.related(package.main, "theme")
    theme = package.parts[name].own_tree()
    for face in theme.iter("{*}minorFont", "{*}majorFont"):
        for script, font in (("latin", "Arial"), ("cs", "Cordia New")):
            next(face.iterchildren(f"{{*}}{script}")).set("typeface", font)
    for colour, value in colours.items():
        entry = next(theme.iter(f"{{*}}{colour}"))
        entry[:] = [entry.makeelement(qn("a:srgbClr"), {"val": value})]
    package.put(name, theme)
    return package.data()


def compose(parts: list[bytes], contents: Contents | None = None) -> bytes:
    return booklets.compose([opc.read(one) for one in parts], contents=contents).data()


def body(data: bytes) -> etree._Element:
    found = opc.read(data).parts["word/document.xml"].tree.find(f"{W}body")
    assert found is not None
    return found


def pictures(pdf: bytes) -> list[tuple[tuple[int, int], bytes]]:
    """Size and dots of each page, coarse enough for what no eye can see."""
    pages = [Image.open(io.BytesIO(page)).convert("L") for page in preview.pages(pdf, dpi=36)]
    return [(page.size, page.point(lambda dot: 255 * (dot > 200)).tobytes()) for page in pages]


def section_values(data: bytes) -> list[dict[str, str]]:
    """Per section: how it begins, its first page number, and the width of its paper."""
    values = []
    for section in docx.Document(io.BytesIO(data)).sections:
        pages = section._sectPr.find(qn("w:pgNumType"))
        start = "" if pages is None else pages.get(qn("w:start"), "")
        values.append({"begins": section.start_type.name, "page": start, "width": f"{section.page_width.cm:.1f}"})
    return values


def paragraph_style(data: bytes, text: str) -> str:
    return next(p.style.name for p in docx.Document(io.BytesIO(data)).paragraphs if p.text == text)


def test_parts_follow_each_other_in_order() -> None:
    booklet = compose([part("ปก"), part("คำสั่ง"), part("มาตรการ")])
    assert [p.text for p in docx.Document(io.BytesIO(booklet)).paragraphs] == ["ปก", "คำสั่ง", "มาตรการ"]


def test_each_part_has_its_own_paper_and_begins_on_a_new_page_numbered_one() -> None:
    wide = plain()
    wide.sections[0].orientation = WD_ORIENT.LANDSCAPE
    wide.sections[0].page_width, wide.sections[0].page_height = Cm(29.7), Cm(21)
    wide.sections[0]._sectPr.append(kind := OxmlElement("w:type"))
    kind.set(qn("w:val"), "continuous")
    wide.add_paragraph("ตาราง")
    assert section_values(compose([part("ปก"), saved(wide)])) == [
        {"begins": "NEW_PAGE", "page": "1", "width": "21.6"},
        {"begins": "NEW_PAGE", "page": "1", "width": "29.7"},
    ]


def test_a_second_section_of_a_part_goes_on_counting_pages() -> None:
    two = plain()
    two.add_paragraph("หนึ่ง")
    two.add_section()
    two.add_paragraph("สอง")
    assert [values["page"] for values in section_values(compose([saved(two), part("จบ")]))] == ["1", "", "1"]


def test_a_part_without_headers_does_not_get_those_of_the_part_before() -> None:
    headed = plain()
    headed.sections[0].header.paragraphs[0].text = "หัวกระดาษ"
    booklet = docx.Document(io.BytesIO(compose([saved(headed), part("ไม่มีหัว"), saved(headed)])))
    texts = ["".join(p.text for p in section.header.paragraphs) for section in booklet.sections]
    assert texts == ["หัวกระดาษ", "", "หัวกระดาษ"]
    assert not booklet.sections[1].header.is_linked_to_previous
    assert booklet.sections[1].header.paragraphs[0].paragraph_format.line_spacing == Pt(1)


def test_even_pages_stay_as_the_part_alone_has_them() -> None:
    odd_only, both = plain(), plain()
    odd_only.sections[0].header.paragraphs[0].text = "ทุกหน้า"
    both.settings.odd_and_even_pages_header_footer = True
    both.sections[0].header.paragraphs[0].text = "หน้าคี่"
    both.sections[0].even_page_header.paragraphs[0].text = "หน้าคู่"
    booklet = docx.Document(io.BytesIO(compose([saved(odd_only), saved(both)])))
    assert booklet.settings.odd_and_even_pages_header_footer
    assert [s.even_page_header.paragraphs[0].text for s in booklet.sections] == ["ทุกหน้า", "หน้าคู่"]


def test_a_header_for_even_pages_that_its_part_does_not_show_is_not_shown() -> None:
    """Word keeps the header of even pages in a file where odd and even pages were once told apart."""
    once, both = plain(), plain()
    once.sections[0].header.paragraphs[0].text = "ทุกหน้า"
    once.sections[0].even_page_header.paragraphs[0].text = "ไม่แสดง"
    once.settings.odd_and_even_pages_header_footer = False
    both.settings.odd_and_even_pages_header_footer = True
    both.sections[0].even_page_header.paragraphs[0].text = "หน้าคู่"
    for parts, expected in (([once, both], ["ทุกหน้า", "หน้าคู่"]), ([both, once], ["หน้าคู่", "ทุกหน้า"])):
        booklet = docx.Document(io.BytesIO(compose([saved(part) for part in parts])))
        assert [s.even_page_header.paragraphs[0].text for s in booklet.sections] == expected
        kinds = [[e.get(f"{W}type") for e in s._sectPr.iter(f"{W}headerReference")] for s in booklet.sections]
        assert all(found.count("even") == 1 for found in kinds)


def test_a_part_that_ends_in_a_table_gets_one_paragraph_of_a_point_to_end_its_section() -> None:
    table = plain()
    table.add_table(1, 1)
    blocks = list(body(compose([saved(table), part("ต่อ")])))
    assert [etree.QName(block).localname for block in blocks] == ["tbl", "p", "p", "sectPr"]
    spacing = blocks[1].find(f"{W}pPr/{W}spacing")
    assert spacing is not None
    assert (spacing.get(f"{W}line"), spacing.get(f"{W}lineRule")) == ("20", "exact")


def test_the_same_style_is_shared_and_another_of_the_same_name_is_renamed() -> None:
    booklet = compose([part("ก"), part("ข"), part("ค", size=14), part("ง", size=14)])
    assert [paragraph_style(booklet, text) for text in "กขคง"] == ["Normal", "Normal", "Normal 2", "Normal 2"]
    sizes = {style.name: style.font.size.pt for style in docx.Document(io.BytesIO(booklet)).styles if style.font.size}
    assert sizes == {"Normal": 16, "Normal 2": 14}


def test_a_style_based_on_a_renamed_one_follows_it() -> None:
    def based(size: int) -> bytes:
        document = plain()
        document.styles["Normal"].font.size = Pt(size)
        document.styles.add_style("Own Text", 1).base_style = document.styles["Normal"]
        document.add_paragraph(f"ขนาด {size}", style="Own Text")
        return saved(document)

    booklet = docx.Document(io.BytesIO(compose([based(16), based(14)])))
    found = {p.text: (p.style.name, p.style.base_style.font.size.pt) for p in booklet.paragraphs}
    assert found == {"ขนาด 16": ("Own Text", 16), "ขนาด 14": ("Own Text 2", 14)}


def test_document_defaults_that_differ_are_written_into_the_styles() -> None:
    spaced = plain()
    spacing = spaced.styles.element.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr/{W}spacing")
    assert spacing is not None
    spacing.set(f"{W}after", "999")
    spaced.add_paragraph("ห่าง")
    booklet = docx.Document(io.BytesIO(compose([part("ชิด"), saved(spaced)])))
    after = {p.text: p.style.paragraph_format.space_after for p in booklet.paragraphs}
    assert after == {"ชิด": None, "ห่าง": Twips(999)}
    default = booklet.styles.element.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr/{W}spacing")
    assert default is not None
    assert default.get(f"{W}after") == "200"


def test_the_defaults_of_most_parts_stay() -> None:
    other = plain()
    sizes = other.styles.element.iterfind(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}sz")
    next(sizes).set(f"{W}val", "40")
    other.add_paragraph("ใหญ่")
    booklet = docx.Document(io.BytesIO(compose([saved(other), part("ก"), part("ข")])))
    assert [p.style.font.size for p in booklet.paragraphs if p.text] == [Pt(20), Pt(16), Pt(16)]
    size = booklet.styles.element.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}sz")
    assert size is not None
    assert size.get(f"{W}val") == "22"


def test_a_default_of_others_alone_does_not_reach_a_part_without_it() -> None:
    bare = plain()
    bare.styles.element.remove(bare.styles.element.find(f"{W}docDefaults"))
    bare.add_paragraph("ไม่มีค่าเริ่มต้น")
    booklet = docx.Document(io.BytesIO(compose([part("ก"), part("ข"), saved(bare)])))
    style = next(p.style for p in booklet.paragraphs if p.text == "ไม่มีค่าเริ่มต้น")
    assert (style.font.size, style.font.name) == (Pt(10), "Times New Roman")
    assert (style.paragraph_format.space_after, style.paragraph_format.line_spacing) == (0, 1.0)


def test_what_a_table_says_of_its_text_holds_where_defaults_differ() -> None:
    """Word lays a table's style between the defaults and the paragraph's: written into that, they would win."""
    own = docx.Document()
    own.styles["Normal"].font.name = "TH SarabunPSK"
    spacing = own.styles.element.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr/{W}spacing")
    assert spacing is not None
    spacing.set(f"{W}after", "999")
    cell = own.add_table(1, 1, style="Table Grid").cell(0, 0)
    cell.text = "ในช่อง"
    own.styles.add_style("Cell Text", 1).base_style = own.styles["Normal"]
    cell.add_paragraph("ตัวหนา", style="Cell Text")
    own.add_paragraph("นอกตาราง")
    bound = docx.Document(io.BytesIO(compose([part("ก"), saved(own)])))
    outside = next(p.style for p in bound.paragraphs if p.text == "นอกตาราง")
    table, inside = bound.tables[0].style, bound.tables[0].cell(0, 0).paragraphs[0].style
    assert (outside.name, outside.paragraph_format.space_after) == ("Normal 2", Twips(999))
    assert (inside.name, inside.paragraph_format.space_after) == ("Normal (ในตาราง)", None)
    assert inside.font.name == outside.font.name
    based = bound.tables[0].cell(0, 0).paragraphs[1].style
    assert (based.name, based.base_style.name) == ("Cell Text (ในตาราง)", inside.name)
    assert [one.get(f"{W}after") for one in table.element.iterfind(f"{W}pPr/{W}spacing")] == ["0"]


COLOURED = (
    f'<w:p {nsdecls("w")}><w:pPr><w:pBdr><w:top w:val="single" w:sz="4" w:space="1" w:color="4F81BD"'
    ' w:themeColor="accent1"/></w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="DBE5F1" w:themeFill="accent1"'
    ' w:themeFillTint="33"/></w:pPr><w:r><w:rPr><w:color w:val="365F91" w:themeColor="accent1" w:themeShade="BF"/>'
    "</w:rPr><w:t>สี</w:t></w:r></w:p>"
)
SHAPED = (
    f'<w:p {nsdecls("w", "wp", "a")}><w:r><w:drawing><wp:inline><wp:extent cx="9" cy="9"/><wp:docPr id="1" name="s"/>'
    '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
    '<wps:wsp xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:cNvSpPr/><wps:spPr>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:ln w="5"/></wps:spPr><wps:style><a:lnRef idx="1">'
    '<a:schemeClr val="accent2"/></a:lnRef><a:fillRef idx="1"><a:schemeClr val="accent1"><a:shade val="50000"/>'
    '</a:schemeClr></a:fillRef><a:effectRef idx="0"><a:schemeClr val="accent1"/></a:effectRef><a:fontRef idx="minor">'
    '<a:schemeClr val="lt1"/></a:fontRef></wps:style><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline>'
    "</w:drawing></w:r></w:p>"
)


def with_markup(*paragraphs: str) -> bytes:
    document = plain()
    for markup in reversed(paragraphs):
        document.element.body.insert(0, parse_xml(markup))
    return saved(document)


def test_colours_of_another_theme_are_said_where_they_are_used() -> None:
    root = body(compose([part("ก"), themed(with_markup(COLOURED), accent1="804020")]))
    assert not [key for one in root.iter() for key in one.attrib if "theme" in str(key)]
    found = {tag: next(root.iter(f"{W}{tag}")) for tag in ("top", "shd", "color")}
    assert found["top"].get(f"{W}color") == "804020"
    assert found["shd"].get(f"{W}fill") == "F1D5C7"
    assert found["color"].get(f"{W}val") == "603018"


def test_colours_of_the_same_theme_stay_as_they_are() -> None:
    root = body(compose([part("ก"), with_markup(COLOURED, SHAPED)]))
    assert len([key for one in root.iter() for key in one.attrib if "theme" in str(key)]) == 5
    assert [one.get("val") for one in root.iter(qn("a:schemeClr"))] == ["accent2", "accent1", "accent1", "lt1"]


def test_a_shape_says_for_itself_what_it_takes_from_another_theme() -> None:
    root = body(compose([part("ก"), themed(with_markup(SHAPED), accent1="804020", accent2="102030")]))
    shape = next(root.iter("{*}spPr"))
    line = shape.find(qn("a:ln"))
    assert line is not None
    assert [etree.QName(one).localname for one in shape] == ["prstGeom", "solidFill", "ln"]
    assert {one.get("val") for one in shape[1].iter(qn("a:srgbClr"))} == {"804020"}
    assert (line.get("w"), next(line.iter(qn("a:srgbClr"))).get("val")) == ("5", "102030")
    assert next(root.iter(qn("a:schemeClr")), None) is None


def shaped(fill: str, *, own: str = "") -> etree._Element:
    """The properties of a shape of a part with a theme of its own, bound behind another."""
    markup = SHAPED.replace('<a:ln w="5"/>', own).replace('<a:fillRef idx="1">', f'<a:fillRef idx="{fill}">')
    markup = markup.replace('<a:effectRef idx="0">', '<a:effectRef idx="3">')
    theme = themed(with_markup(markup), accent1="804020", accent2="102030")
    package = opc.read(theme)
    name = package.related(package.main, "theme")
    grounds = package.parts[name].own_tree()
    for number, one in enumerate(next(grounds.iter(qn("a:bgFillStyleLst"))), start=1):
        one.set("number", str(number))
    package.put(name, grounds)
    return next(body(compose([part("ก"), package.data()])).iter("{*}spPr"))


def test_a_shape_without_a_line_of_its_own_has_the_line_the_ground_and_the_shadow_of_its_theme() -> None:
    shape = shaped("1002")
    assert [etree.QName(one).localname for one in shape][:4] == ["prstGeom", "gradFill", "ln", "effectLst"]
    assert shape[1].get("number") == "2"
    assert {one.get("val") for one in shape[1].iter(qn("a:srgbClr"))} == {"804020"}
    assert {one.get("val") for one in shape[2].iter(qn("a:srgbClr"))} == {"102030"}
    assert shape[3].find(qn("a:outerShdw")) is not None


def test_what_a_shape_says_for_itself_stays() -> None:
    own = "<a:noFill/><a:ln><a:noFill/></a:ln><a:effectLst/>"
    shape = shaped("1", own=own)
    assert [etree.QName(one).localname for one in shape] == ["prstGeom", "noFill", "ln", "effectLst"]
    assert (shape[2].find(qn("a:noFill")) is not None, shape[2].find(qn("a:solidFill"))) == (True, None)
    assert len(shape[3]) == 0


def test_a_list_of_one_part_does_not_go_on_counting_another() -> None:
    def listed() -> bytes:
        document = plain()
        document.add_paragraph("ข้อ", style="List Number")
        return saved(document)

    booklet = opc.read(compose([listed(), listed()]))
    numbering = booklet.parts["word/numbering.xml"].tree
    pointers = [found.get(f"{W}val") for found in numbering.iterfind(f"{W}num/{W}abstractNumId")]
    marks = [found.get(f"{W}val") for found in numbering.iter(f"{W}nsid")]
    assert pointers == [found.get(f"{W}abstractNumId") for found in numbering.iterfind(f"{W}abstractNum")]
    assert len(set(marks)) == len(marks) == 2
    used = {e.get(f"{W}val") for e in booklet.parts["word/styles.xml"].tree.iter(f"{W}numId")}
    assert used == {found.get(f"{W}numId") for found in numbering.iterfind(f"{W}num")}


def test_pictures_are_kept_once_and_numbered_apart() -> None:
    def pictured(*colours: str) -> bytes:
        document = plain()
        for colour in colours:
            document.add_picture(picture(colour))
        return saved(document)

    booklet = compose([pictured("red"), pictured("blue", "red")])
    package = opc.read(booklet)
    assert sorted(name for name in package.parts if "media" in name) == [
        "word/media/image1.png",
        "word/media/image2.png",
    ]
    root = body(booklet)
    links = [package.relationships["word/document.xml"][str(v)].target for v in root.xpath("//@*[name()='r:embed']")]
    assert links == ["word/media/image1.png", "word/media/image2.png", "word/media/image1.png"]
    assert [str(v) for v in root.xpath("//*[local-name()='docPr']/@id")] == ["1", "2", "3"]


def test_each_chart_keeps_the_workbook_behind_it() -> None:
    def charted(figures: bytes) -> bytes:
        package = opc.read(part("แผนภูมิ"))
        package.put(
            "word/charts/chart1.xml", b"<c/>", "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
        )
        package.put("word/embeddings/a.xlsx", figures, "application/octet-stream")
        package.relate("word/charts/chart1.xml", opc.Relationship("package", "word/embeddings/a.xlsx"), "rId1")
        link = package.relate(package.main, opc.Relationship("chart", "word/charts/chart1.xml"))
        root = package.parts[package.main].own_tree()
        run = etree.SubElement(next(root.iter(f"{W}p")), f"{W}r")
        etree.SubElement(etree.SubElement(run, f"{W}drawing"), "chart", {f"{opc.R}id": link})
        package.put(package.main, root)
        return package.data()

    booklet = opc.read(compose([charted(b"first"), charted(b"second")]))
    shown = [
        booklet.relationships[booklet.main][str(one.get(f"{opc.R}id"))].target
        for one in body(booklet.data()).iter("chart")
    ]
    behind = [booklet.relationships[chart]["rId1"].target for chart in shown]
    assert [booklet.parts[name].data for name in behind] == [b"first", b"second"]


def charted(chart: str, *, other: bool) -> bytes:
    """A part that shows a chart; with ``other`` colours in its theme than those of the parts."""
    word = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
    package = opc.read(themed(part("ก"), accent1="804020") if other else part("ก"))
    package.put("word/charts/chart1.xml", chart.encode(), word)
    key = package.relate(package.main, opc.Relationship("chart", "word/charts/chart1.xml"))
    root = package.parts[package.main].own_tree()
    etree.SubElement(next(root.iter(f"{W}p")), "chart", {f"{opc.R}id": key})
    package.put(package.main, root)
    return package.data()


def test_a_chart_that_is_no_xml_is_bound_as_it_is() -> None:
    booklet = opc.read(compose([part("ข"), charted("<no end", other=True)]))
    assert booklet.parts["word/charts/chart1.xml"].data == b"<no end"


def test_a_chart_keeps_the_colours_of_its_theme() -> None:
    """Word takes the colours that a chart does not say from the theme, unless the chart has one of its own."""
    said = '<a:solidFill><a:schemeClr val="accent1"/></a:solidFill>'
    chart = f'<c:chartSpace {nsdecls("c", "a")}><c:style val="2"/><c:chart>{said}</c:chart></c:chartSpace>'
    booklet = opc.read(compose([charted(chart, other=False), charted(chart, other=True)]))
    same, other = (booklet.parts[f"word/charts/chart{number}.xml"].tree for number in (1, 2))
    assert next(same.iter(qn("a:schemeClr"))).get("val") == "accent1"
    assert booklet.related("word/charts/chart1.xml", "themeOverride") == ""
    assert next(other.iter(qn("a:srgbClr"))).get("val") == "804020"
    assert [etree.QName(one).localname for one in other] == ["style", "clrMapOvr", "chart"]
    override = booklet.parts[booklet.related("word/charts/chart2.xml", "themeOverride")].tree
    assert next(override.iter(qn("a:accent1")))[0].get("val") == "804020"
    assert [etree.QName(one).localname for one in override] == ["clrScheme", "fontScheme", "fmtScheme"]


def test_a_part_saved_as_strict_open_xml_is_bound_like_any_other() -> None:
    root = body(compose([part("ก"), strict("<w:p><w:r><w:t>ข</w:t></w:r></w:p>")]))
    assert ["".join(one.itertext()) for one in root.iter(f"{W}p") if "".join(one.itertext())] == ["ก", "ข"]


def test_a_part_with_two_texts_is_told_in_thai() -> None:
    double = plain()
    double.element.body.addnext(parse_xml(f"<w:body {nsdecls('w')}><w:p/></w:body>"))
    with pytest.raises(opc.PackageError, match="ซ้ำกัน"):
        compose([part("ก"), saved(double)])


def settings_of(**changes: dict[str, str]) -> bytes:
    """A part with a tab and these settings."""
    package = opc.read(part("ก\tข"))
    name = package.related(package.main, "settings")
    root = package.parts[name].own_tree()
    for setting, values in changes.items():
        put(root, setting, SETTINGS, **values)
    package.put(name, root)
    return package.data()


def on_paper_of(colour: str, data: bytes) -> bytes:
    package = opc.read(data)
    root = package.parts[package.main].own_tree()
    root.insert(0, etree.Element(f"{W}background", {f"{W}color": colour}))
    package.put(package.main, root)
    return package.data()


def test_what_a_file_says_once_is_told_of_the_parts_that_say_otherwise() -> None:
    parts = [
        part("ปก"),
        settings_of(defaultTabStop={"val": "709"}, mirrorMargins={}),
        settings_of(),
        on_paper_of("FFFF00", settings_of(displayBackgroundShape={})),
        on_paper_of("FFFF00", part("ไม่แสดงสีพื้น")),
    ]
    assert booklets.unlike([opc.read(one) for one in parts]) == {
        1: ("ระยะขอบที่สลับข้างในหน้าคู่", "ระยะแท็บปกติ"),
        3: ("สีพื้นของหน้า",),
    }


def test_a_background_that_all_parts_have_is_that_of_the_booklet() -> None:
    yellow = on_paper_of("FFFF00", settings_of(displayBackgroundShape={}))
    found = [body(compose(parts)).getparent() for parts in ([yellow, yellow], [yellow, part("ข")])]
    assert [[etree.QName(one).localname for one in root] for root in found if root is not None] == [
        ["background", "body"],
        ["body"],
    ]


def test_a_part_that_refers_to_parts_that_are_not_there_is_bound_without_them() -> None:
    package = opc.read(part("ก"))
    for kind in ("header", "fontTable"):
        package.relate(package.main, opc.Relationship(kind, f"word/no_{kind}.xml"))
    package.parts.pop(package.related(package.main, "fontTable"), None)
    bound = opc.read(compose([package.data(), part("ข")]))
    assert all(link.target in bound.parts for links in bound.relationships.values() for link in links.values())


def test_prefixes_that_mean_another_thing_in_a_part_keep_their_meaning() -> None:
    def marked(address: str) -> bytes:
        package = opc.read(part("ก"))
        data = package.parts[package.main].data
        data = data.replace(b"<w:document ", f'<w:document xmlns:own="{address}" '.encode(), 1)
        package.put(package.main, data.replace(b"<w:p>", b"<w:p><own:mark/>", 1))
        return package.data()

    root = body(compose([marked("urn:one"), marked("urn:two")]))
    assert [str(one.tag) for one in root.iter("{*}mark")] == ["{urn:one}mark", "{urn:two}mark"]


def test_comments_in_the_markup_are_passed_over() -> None:
    package = opc.read(part("ก"))
    for name in ("word/settings.xml", "word/styles.xml", package.main):
        head, tag, rest = package.parts[name].data.partition(b"<w:")
        package.put(name, head + tag + rest.replace(b"><w:", b"><!-- note --><?mark?><w:", 3))
    assert b"note" not in opc.read(compose([package.data(), part("ข", size=14)])).parts["word/settings.xml"].data


def test_bookmarks_and_what_points_at_them_stay_together() -> None:
    def marked(text: str) -> bytes:
        document = plain()
        paragraph = document.add_paragraph(text)._p
        for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
            element = OxmlElement(tag)
            element.set(qn("w:id"), "0")
            if tag == "w:bookmarkStart":
                element.set(qn("w:name"), "order")
            paragraph.append(element)
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), " PAGEREF order \\h ")
        paragraph.append(field)
        return saved(document)

    root = body(compose([marked("ก"), marked("ข")]))
    starts = {e.get(f"{W}id"): e.get(f"{W}name") for e in root.iter(f"{W}bookmarkStart")}
    assert sorted(starts.values()) == ["_Part1", "_Part2", "order", "order_2"]
    assert sorted(starts) == sorted(e.get(f"{W}id", "") for e in root.iter(f"{W}bookmarkEnd"))
    fields = [e.get(f"{W}instr") for e in root.iter(f"{W}fldSimple")]
    assert fields == [" PAGEREF order \\h ", " PAGEREF order_2 \\h "]


def test_a_link_within_a_part_leads_to_its_own_bookmark() -> None:
    def linked() -> bytes:
        document = docx.Document(io.BytesIO(bookmarked("order")))
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), "order")
        document.paragraphs[0]._p.append(link)
        return saved(document)

    links = body(compose([linked(), linked()])).iter(f"{W}hyperlink")
    assert [link.get(f"{W}anchor") for link in links] == ["order", "order_2"]


def test_a_content_control_keeps_its_text_but_neither_its_number_nor_its_data() -> None:
    """Two of one number are one to Word, and the data stays behind: Word would show the text as it was there."""
    document = plain()
    control = parse_xml(
        f'<w:sdt {nsdecls("w")}><w:sdtPr><w:id w:val="7"/><w:dataBinding w:xpath="/a" w:storeItemID="{{0}}"/></w:sdtPr>'
        "<w:sdtContent><w:p><w:r><w:t>ชื่อหน่วยงาน</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    document.element.body.insert(0, control)
    root = body(compose([saved(document), saved(document)]))
    assert [etree.QName(one).localname for found in root.iter(f"{W}sdtPr") for one in found] == []
    assert ["".join(found.itertext()) for found in root.iter(f"{W}sdt")] == ["ชื่อหน่วยงาน"] * 2


def test_a_diagram_is_drawn_in_the_booklet_as_it_was() -> None:
    space, drawn = "http://schemas.openxmlformats.org/drawingml/2006/diagram", "http://schemas.microsoft.com/office"

    def with_diagram(text: str) -> opc.Package:
        document = plain()
        shown = f'<dgm:relIds xmlns:dgm="{space}" {nsdecls("r")} r:dm="rData"/>'
        document.element.body.insert(
            0, parse_xml(f"<w:p {nsdecls('w')}><w:r><w:drawing>{shown}</w:drawing></w:r></w:p>")
        )
        package = opc.read(saved(document))
        data = f'<d:dataModelExt xmlns:d="{drawn}/drawing/2008/diagram" relId="rDrawn"/>'
        package.put("word/diagrams/data1.xml", data.encode(), "application/xml")
        package.put("word/diagrams/drawing1.xml", f"<a>{text}</a>".encode(), "application/xml")
        package.relate(package.main, Relationship("diagramData", "word/diagrams/data1.xml"), "rData")
        link = Relationship(f"{drawn}/2007/relationships/diagramDrawing", "word/diagrams/drawing1.xml")
        package.relate(package.main, link, "rDrawn")
        return package

    made = booklets.compose([with_diagram("ก"), with_diagram("ข")])
    links = made.relationships[made.main]
    data = [links[one.get(f"{R}dm", "")].target for one in made.parts[made.main].tree.iter(f"{{{space}}}relIds")]
    shown = [links[made.parts[name].tree.get("relId", "")].target for name in data]
    assert [made.parts[name].data for name in shown] == ["<a>ก</a>".encode(), "<a>ข</a>".encode()]


def test_a_field_over_the_data_of_its_file_is_text_in_the_booklet() -> None:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    def run(name: str, text: str) -> str:
        return f"<w:r><w:{name}>{text}</w:{name}></w:r>"

    document = plain()
    fields = (
        f"<w:p {nsdecls('w')}>{mark('begin')}{run('instrText', ' PAGE ')}{mark('separate')}{run('t', '1')}{mark('end')}"
        f'<w:fldSimple w:instr=" DOCPROPERTY หน่วยงาน ">{run("t", "ก")}</w:fldSimple>'
        f"{mark('begin')}{run('instrText', ' TI')}{run('instrText', 'TLE ')}"
        f"{mark('separate')}{run('t', 'ข')}{mark('end')}</w:p>"
    )
    document.element.body.insert(0, parse_xml(fields))
    paragraph = body(compose([saved(document)]))[0]
    assert "".join(one.text for one in paragraph.iter(f"{W}t")) == "1กข"
    assert [one.text for one in paragraph.iter(f"{W}instrText")] == [" PAGE "]
    assert [one.get(f"{W}fldCharType") for one in paragraph.iter(f"{W}fldChar")] == ["begin", "separate", "end"]
    assert list(paragraph.iter(f"{W}fldSimple")) == []


def test_a_part_without_a_section_of_its_own_gets_one() -> None:
    bare = plain()
    bare.add_paragraph("ก")
    bare.element.body.remove(bare.sections[0]._sectPr)
    booklet = docx.Document(io.BytesIO(compose([saved(bare), part("ข")])))
    assert [len(list(section.iter_inner_content())) for section in booklet.sections] == [1, 1]


def test_what_word_may_ignore_in_a_part_it_may_ignore_in_the_booklet() -> None:
    ignorable = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"

    def extended(address: str) -> bytes:
        package = opc.read(part("ก"))
        old = package.parts[package.main].own_tree()
        root = etree.Element(old.tag, nsmap={**old.nsmap, "new": address})
        root.extend(list(old))
        root.set(ignorable, "new")
        package.put(package.main, root)
        return package.data()

    root = opc.read(compose([extended("urn:one"), extended("urn:two")])).parts["word/document.xml"].tree
    assert [root.nsmap[prefix] for prefix in root.get(ignorable, "").split()] == ["urn:one", "urn:two"]


def test_no_parts_make_no_booklet() -> None:
    with pytest.raises(ValueError, match="at least one part"):
        compose([])


def bookmarked(name: str) -> bytes:
    """A part with a bookmark of this name and a field that points at it."""
    document = plain()
    paragraph = document.add_paragraph("ก")._p
    for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
        element = OxmlElement(tag)
        element.set(qn("w:id"), "0")
        if tag == "w:bookmarkStart":
            element.set(qn("w:name"), name)
        paragraph.append(element)
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), f" REF {name} ")
    paragraph.append(field)
    return saved(document)


def test_a_bookmark_has_no_more_letters_than_word_reads() -> None:
    """Word takes 40 letters of a name, and letters of either case for the same."""
    root = body(compose([bookmarked("a" * 40), *[bookmarked("A" * 40)] * 10]))
    names = [str(e.get(f"{W}name")) for e in root.iter(f"{W}bookmarkStart")]
    own = [name for name in names if not name.startswith("_Part")]
    assert own[0] == "a" * 40
    assert max(map(len, own)) <= 40
    assert len({name.casefold() for name in own}) == len(own) == 11
    assert [e.get(f"{W}instr") for e in root.iter(f"{W}fldSimple")] == [f" REF {name} " for name in own]


def test_comments_stay_with_what_they_are_about() -> None:
    def remarked(text: str) -> bytes:
        document = plain()
        run = document.add_paragraph(f"ข้อความ {text}").runs[0]
        document.add_comment(run, text=f"หมายเหตุ {text}", author="ก")
        return saved(document)

    booklet = docx.Document(io.BytesIO(compose([remarked("หนึ่ง"), remarked("สอง")])))
    notes = {str(comment.comment_id): comment.text for comment in booklet.comments}
    about = {
        notes[paragraph._p.find(f"{W}commentRangeStart").get(f"{W}id")]: paragraph.text
        for paragraph in booklet.paragraphs
    }
    assert about == {"หมายเหตุ หนึ่ง": "ข้อความ หนึ่ง", "หมายเหตุ สอง": "ข้อความ สอง"}


def test_footnotes_of_all_parts_are_there_with_numbers_of_their_own() -> None:
    word_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
    packages = [opc.read(template(footnote=text)) for text in ("หนึ่ง", "สอง")]
    for package in packages:
        root = package.parts["word/footnotes.xml"].own_tree()
        package.put("word/footnotes.xml", etree.Element(root.tag, root.attrib, {**root.nsmap, "w14": word_2010}))
        package.parts["word/footnotes.xml"].tree.extend(root)
    booklet = booklets.compose(packages)
    notes = booklet.parts["word/footnotes.xml"].tree
    assert notes.nsmap["w14"] == word_2010
    texts = {note.get(f"{W}id"): "".join(note.itertext()) for note in notes if note.get(f"{W}type") is None}
    references = booklet.parts["word/document.xml"].tree.iter(f"{W}footnoteReference")
    assert [texts[one.get(f"{W}id")] for one in references] == ["หนึ่ง", "สอง"]
    kinds = [note.get(f"{W}type") for note in notes]
    assert kinds == ["separator", "continuationSeparator", None, None]


def test_notes_count_from_the_beginning_in_each_part_and_as_it_says() -> None:
    counted = opc.read(template(footnote="หนึ่ง"))
    name = counted.related(counted.main, "settings")
    settings = counted.parts[name].own_tree()
    put(put(settings, "footnotePr", SETTINGS), "numFmt", {f"{W}numFmt": 0}, val="thaiNumbers")
    counted.put(name, settings)
    root = body(compose([template(footnote="ศูนย์"), counted.data(), part("ไม่มีเชิงอรรถ")]))
    said = [section.find(f"{W}footnotePr") for section in root.iter(f"{W}sectPr")]
    found = [None if one is None else [(etree.QName(e).localname, e.get(f"{W}val")) for e in one] for one in said]
    assert found == [None, [("numFmt", "thaiNumbers"), ("numRestart", "eachSect")], None]


def test_endnotes_stand_at_the_end_of_their_part() -> None:
    document = plain()
    for text in ("หน้าแรก", "หน้าสอง"):
        document.add_paragraph(text)
        document.add_section()
    package = opc.read(saved(document))
    note = '<w:endnote w:id="1"><w:p><w:r><w:t>ท้ายเรื่อง</w:t></w:r></w:p></w:endnote>'
    package.put("word/endnotes.xml", f"<w:endnotes {nsdecls('w')}>{note}</w:endnotes>".encode(), ENDNOTES)
    package.relate(package.main, Relationship("endnotes", "word/endnotes.xml"))
    next(package.parts[package.main].tree.iter(f"{W}r")).append(
        parse_xml(f'<w:endnoteReference {nsdecls("w")} w:id="1"/>')
    )
    sections = body(compose([part("ก่อน"), package.data(), part("หลัง")])).iter(f"{W}sectPr")
    assert [one.find(f"{W}noEndnote") is not None for one in sections] == [False, True, True, False, False]


def test_lines_are_numbered_anew_in_each_part() -> None:
    document = plain()
    document.sections[0]._sectPr.append(
        parse_xml(f'<w:lnNumType {nsdecls("w")} w:countBy="1" w:restart="continuous"/>')
    )
    root = body(compose([saved(document), saved(document)]))
    assert [one.get(f"{W}restart") for one in root.iter(f"{W}lnNumType")] == ["continuous", "newSection"]


def test_links_to_other_places_are_kept() -> None:
    linked = plain()
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), linked.part.relate_to("https://example.go.th/ita", RT.HYPERLINK, is_external=True))
    linked.add_paragraph()._p.append(link)
    booklet = docx.Document(io.BytesIO(compose([part("ก"), saved(linked)])))
    (found,) = booklet.element.body.iter(qn("w:hyperlink"))
    assert booklet.part.rels[found.get(qn("r:id"))].target_ref == "https://example.go.th/ita"


def test_the_properties_are_those_of_the_first_part() -> None:
    first = plain()
    first.core_properties.title, first.core_properties.author = "คำสั่ง", "สำนักงานเขตบางสมมติ"
    first.core_properties.subject = "การประเมิน"
    package = opc.read(compose([saved(first), part("ข")]))
    core = docx.Document(io.BytesIO(package.data())).core_properties
    assert (core.title, core.author, core.subject) == ("คำสั่ง", "สำนักงานเขตบางสมมติ", "การประเมิน")
    named = {entry.get("name"): "".join(entry.itertext()) for entry in package.parts["docProps/custom.xml"].tree}
    assert named == {"หน่วยงาน": "สำนักงานเขตบางสมมติ"}


def test_bullets_that_look_the_same_are_shared() -> None:
    def bulleted(sign: str) -> bytes:
        document = plain()
        numbering = document.part.numbering_part.element
        for text in numbering.iter(f"{W}lvlText"):
            text.set(f"{W}val", sign)
        for kind in numbering.iter(f"{W}numFmt"):
            kind.set(f"{W}val", "bullet")
        document.add_paragraph("ข้อ", style="List Number")
        return saved(document)

    booklet = opc.read(compose([bulleted("-"), bulleted("-"), bulleted("•")]))
    assert len(booklet.parts["word/numbering.xml"].tree.findall(f"{W}num")) == 2
    other = f'<w:lvlOverride {nsdecls("w")} w:ilvl="0"><w:lvl w:ilvl="0"><w:lvlText w:val="▪"/></w:lvl></w:lvlOverride>'
    changed = docx.Document(io.BytesIO(bulleted("-")))
    for number in changed.part.numbering_part.element.iter(f"{W}num"):
        number.append(parse_xml(other))
    kept = opc.read(compose([bulleted("-"), saved(changed)])).parts["word/numbering.xml"]
    assert [b"lvlOverride" in etree.tostring(one) for one in kept.tree.iter(f"{W}num")] == [False, True]
    names = [name.get(f"{W}val") for name in booklet.parts["word/styles.xml"].tree.iterfind(f"{W}style/{W}name")]
    assert [name for name in names if "List Number" in str(name)] == ["List Number", "List Number 2"]


def test_a_picture_bullet_keeps_its_picture() -> None:
    def bulleted(colour: str) -> bytes:
        document = plain()
        numbering = document.part.numbering_part
        image = document.part.package.get_or_add_image_part(picture(colour))
        key = numbering.relate_to(image, RT.IMAGE)
        shape = f'<v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:imagedata r:id="{key}"/></v:shape>'
        sign = f'<w:numPicBullet {nsdecls("w", "r")} w:numPicBulletId="7"><w:pict>{shape}</w:pict></w:numPicBullet>'
        numbering.element.insert(0, parse_xml(sign))
        for level in numbering.element.iter(f"{W}lvl"):
            level.append(parse_xml(f'<w:lvlPicBulletId {nsdecls("w")} w:val="7"/>'))
        document.add_paragraph("ข้อ", style="List Number")
        return saved(document)

    booklet = opc.read(compose([bulleted("red"), bulleted("blue"), bulleted("red")]))
    lists = booklet.parts["word/numbering.xml"].tree
    signs = {one.get(f"{W}numPicBulletId"): one for one in lists.iter(f"{W}numPicBullet")}
    used = [one.get(f"{W}val") for one in lists.iter(f"{W}lvlPicBulletId")]
    assert list(dict.fromkeys(used)) == ["0", "1", "2"] == list(signs)
    keys = [next(one.iter("{*}imagedata")).get(qn("r:id"), "") for one in signs.values()]
    shown = [booklet.parts[booklet.relationships["word/numbering.xml"][key].target].data for key in keys]
    assert shown == [picture(colour).getvalue() for colour in ("red", "blue", "red")]
    assert len([name for name in booklet.parts if "media" in name]) == 2
    assert [etree.QName(one).localname for one in lists][:4] == ["numPicBullet"] * 3 + ["abstractNum"]


def test_a_picture_bullet_without_its_picture_becomes_the_sign_of_its_level() -> None:
    document = plain()
    numbering = document.part.numbering_part.element
    for level in numbering.iter(f"{W}lvl"):
        level.append(OxmlElement("w:lvlPicBulletId"))
    document.add_paragraph("ข้อ", style="List Number")
    lists = opc.read(compose([saved(document), part("ข")])).parts["word/numbering.xml"].tree
    assert next(lists.iter(f"{W}lvlPicBulletId"), None) is None
    assert next(lists.iter(f"{W}lvlText"), None) is not None


def test_the_first_line_with_text_stands_in_the_outline_where_a_part_has_none_of_its_own() -> None:
    own = plain()
    own.add_paragraph("ข้อความนำ")
    own.add_paragraph("หัวข้อ")._p.get_or_add_pPr().append(level := OxmlElement("w:outlineLvl"))
    level.set(qn("w:val"), "1")
    empty_first = plain()
    empty_first.add_paragraph("")
    empty_first.add_paragraph("คำสั่ง")
    root = body(compose([saved(empty_first), saved(own)]))
    outline = {
        "".join(level.getparent().getparent().itertext()): level.get(f"{W}val") for level in root.iter(f"{W}outlineLvl")
    }
    assert outline == {"คำสั่ง": "0", "หัวข้อ": "1"}


def paged(title: str, pages: int) -> bytes:
    """A document of so many pages with a title of two lines."""
    document = plain()
    document.styles.add_style("Title of a part", 1)
    for line in (title, "บรรทัดที่สอง"):
        document.add_paragraph(line, style="Title of a part")
    for _ in range(pages - 1):
        document.add_paragraph("เนื้อความ").paragraph_format.page_break_before = True
    return saved(document)


@pytest.mark.parametrize(("figures", "expected"), [(Digits.THAI, "๓๕๑๔"), (Digits.ARABIC, "3514")])
def test_the_contents_follow_the_cover_and_tell_the_page_of_each_part(figures: Digits, expected: str) -> None:
    parts = [paged("ปก", 1), paged("คำสั่ง", 2), paged("วิเคราะห์", 9), paged("มาตรการ", 1)]
    booklet = compose(parts, contents=Contents(figures, "Title of a part", "Text of a part"))
    table = docx.Document(io.BytesIO(booklet)).tables[0]
    titles = [row.cells[0].text.strip() for row in table.rows]
    assert titles == [f"{title} บรรทัดที่สอง" for title in ("คำสั่ง", "วิเคราะห์", "มาตรการ")]
    assert "".join(row.cells[1].text for row in table.rows) == expected
    switch = "ThaiArabic" if figures is Digits.THAI else "Arabic"
    root = body(booklet)
    fields = [field.text for field in root.iter(f"{W}instrText")]
    assert fields == [rf"PAGEREF _Part{number} \h \* {switch}" for number in (2, 3, 4)]
    marks = [(mark.get(f"{W}name"), "".join(mark.getparent().itertext())) for mark in root.iter(f"{W}bookmarkStart")]
    leads_to = dict(marks)
    assert [leads_to[f"_Part{number}"] for number in (2, 3, 4)] == ["คำสั่ง", "วิเคราะห์", "มาตรการ"]
    assert len(leads_to) == len(marks)
    links = [(link.get(f"{W}anchor"), "".join(link.itertext())) for link in root.iter(f"{W}hyperlink")]
    assert links == [(f"_Part{number}", title) for number, title in enumerate(titles, 2)]


def test_dots_lead_over_the_whole_width_of_the_contents_to_the_numbers() -> None:
    booklet = docx.Document(io.BytesIO(compose([paged("ปก", 1), paged("คำสั่ง", 1)], contents=CONTENTS)))
    section, table = booklet.sections[1], booklet.tables[0]
    title, number = table.rows[0].cells
    assert title.width + number.width == section.page_width - section.left_margin - section.right_margin
    (stop,) = title.paragraphs[0].paragraph_format.tab_stops
    assert (stop.position, stop.alignment.name, stop.leader.name) == (title.width, "RIGHT", "DOTS")
    assert title.text == "คำสั่ง บรรทัดที่สอง\t"
    assert number.paragraphs[0].alignment is WD_ALIGN_PARAGRAPH.RIGHT
    assert [line.alignment for line in booklet.paragraphs if line.text == "สารบัญ"] == [WD_ALIGN_PARAGRAPH.CENTER]


def test_what_is_for_the_cover_alone_is_not_on_the_contents() -> None:
    cover = docx.Document(io.BytesIO(paged("ปก", 1)))
    cover.sections[0].different_first_page_header_footer = True
    cover.sections[0].first_page_header.paragraphs[0].text = "ตราหน่วยงาน"
    middle = OxmlElement("w:vAlign")
    middle.set(qn("w:val"), "center")
    cover.sections[0]._sectPr.append(middle)
    booklet = docx.Document(io.BytesIO(compose([saved(cover), paged("คำสั่ง", 1)], contents=CONTENTS)))
    placed = [section._sectPr.find(qn("w:vAlign")) is not None for section in booklet.sections]
    headed = [section.different_first_page_header_footer for section in booklet.sections]
    assert (placed, headed) == ([True, False, False], [True, False, False])


@pytest.mark.soak
def test_contents_of_two_pages_move_the_parts_by_two() -> None:
    booklet = compose([paged("ปก", 1), *(paged(f"ส่วน {n}", 1) for n in range(30))], contents=CONTENTS)
    pages = [row.cells[1].text for row in docx.Document(io.BytesIO(booklet)).tables[0].rows]
    assert [pages[0], pages[-1]] == ["๔", "๓๓"]


def test_what_has_no_style_keeps_none_beside_a_part_that_gives_it_one() -> None:
    bare = plain()
    bare.add_paragraph("ก")
    del bare.styles.element.find(f"{W}style[@{W}styleId='Normal']").attrib[f"{W}default"]
    bold = plain()
    bold.styles["Normal"].font.bold = True
    bold.add_paragraph("ข")
    booklet = docx.Document(io.BytesIO(compose([saved(bold), saved(bare)])))
    assert [paragraph.style.font.bold for paragraph in booklet.paragraphs] == [True, None]
    assert "PlainParagraph" in [style.name for style in booklet.styles]


def test_a_cover_alone_has_no_contents() -> None:
    alone = compose([part("ปก")])
    assert compose([part("ปก")], contents=CONTENTS) == alone


def test_with_contents_pages_are_numbered_throughout() -> None:
    booklet = compose([paged("ปก", 1), paged("คำสั่ง", 2)], contents=CONTENTS)
    assert [values["page"] for values in section_values(booklet)] == ["1", "", ""]


def test_a_page_that_may_be_wrong_is_marked_as_due_in_the_contents() -> None:
    floating = plain()
    floating.add_paragraph("คำสั่ง").add_run().add_picture(picture("red"))
    for drawing in floating.element.body.iter(qn("wp:inline")):
        drawing.tag = qn("wp:anchor")
    root = body(compose([paged("ปก", 1), saved(floating), paged("มาตรการ", 1)], contents=CONTENTS))
    marks = [mark.get(f"{W}dirty") for mark in root.iter(f"{W}fldChar") if mark.get(f"{W}fldCharType") == "begin"]
    assert marks == [None, "true"]


def test_two_runs_give_the_same_bytes() -> None:
    parts = [part("ก"), part("ข", size=14)]
    assert compose(parts) == compose(parts)


def test_the_styles_of_the_same_templates_are_merged_once() -> None:
    parts = [opc.read(part("ปก")), opc.read(part("เขต", size=14))]
    one, two = (booklets.compose(parts) for _ in range(2))
    assert one.parts["word/styles.xml"] is two.parts["word/styles.xml"]


@pytest.mark.soak
def test_a_booklet_is_the_same_whatever_was_bound_before_it() -> None:
    def listed(number: int, *styles: str) -> bytes:
        document = docx.Document()
        for style in styles:
            properties = document.add_paragraph("ข้อ", style=style)._p.get_or_add_pPr()
            properties.get_or_add_numPr().get_or_add_numId().val = number
        return saved(document)

    packs = [
        [part("ปก"), listed(1, "List Number")],
        [part("ปก"), listed(2, "List Number")],
        [part("ปก"), listed(1, "List Number", "Heading 3")],
        [part("ปก"), listed(1, "Heading 3"), listed(1, "List Number")],
    ]
    alone = [compose(parts) for parts in packs]
    cover = opc.read(part("ปก"))
    bound = [[cover, *map(opc.read, others)] for _, *others in packs]
    assert [one.data() for one in map(booklets.compose, bound + bound)] == alone + alone


def test_a_file_that_is_no_document_is_told_in_thai() -> None:
    bodiless = plain()
    bodiless.element.remove(bodiless.element.body)
    with pytest.raises(opc.PackageError, match=r"^เอกสาร Word นี้ไม่มีเนื้อหา$"):
        compose([part("ก"), saved(bodiless)])


@pytest.mark.parametrize(("own", "latin"), [(None, "Arial"), ("Georgia", "Georgia")])
def test_the_fonts_that_a_theme_means_are_named_where_parts_have_other_themes(own: str | None, latin: str) -> None:
    document = docx.Document()
    document.styles["Normal"].font.name = own
    document.add_paragraph("ก")
    styles = opc.read(compose([part("ข"), themed(saved(document))])).parts["word/styles.xml"].tree
    normal = next(one for one in styles.iter(f"{W}style") if value_of(one, "name") == "Normal 2")
    fonts = normal.find(f"{W}rPr/{W}rFonts")
    assert fonts is not None
    found = {script: fonts.get(f"{W}{script}") for script in ("ascii", "hAnsi", "cs")}
    assert found == {"ascii": latin, "hAnsi": latin, "cs": "Cordia New"}


def test_the_labels_of_lists_keep_the_fonts_that_their_theme_means() -> None:
    document = docx.Document()
    document.add_paragraph("ก", style="List Number")
    fonts = '<w:rFonts w:asciiTheme="majorHAnsi" w:cstheme="majorBidi"/>'
    for level in document.part.numbering_part.element.iter(f"{W}lvl"):
        level.append(parse_xml(f'<w:rPr xmlns:w="{W[1:-1]}">{fonts}</w:rPr>'))
    numbering = opc.read(compose([part("ข"), themed(saved(document))])).parts["word/numbering.xml"].tree
    named = [{*one.attrib} for one in numbering.iter(f"{W}rFonts") if f"{W}hint" not in one.attrib]
    assert named
    assert all(one == {f"{W}ascii", f"{W}cs"} for one in named)


def test_the_schema_checker_finds_nothing() -> None:
    rich = docx.Document()
    rich.add_heading("หัวข้อ", 1)
    rich.add_paragraph("ข้อ", style="List Number")
    rich.add_picture(picture("green"))
    rich.add_table(2, 2, style="Table Grid")
    rich.sections[0].different_first_page_header_footer = True
    rich.sections[0].first_page_footer.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    rich.styles["Normal"].font.size = Pt(14)
    parts = [part("ก"), saved(rich), part("ข", size=14), saved(rich)]
    assert schema_errors(compose(parts, contents=CONTENTS)) == []


@pytest.mark.soak
def test_the_work_for_a_part_does_not_grow_with_their_number() -> None:
    """Work is counted in calls, not timed."""
    parts = [part("ก"), part("ข", size=14)]

    def work(count: int) -> int:
        calls = itertools.count()
        sys.setprofile(lambda _frame, event, _called: next(calls) if event in ("call", "c_call") else None)
        try:
            compose(parts * (count // 2))
        finally:
            sys.setprofile(None)
        return next(calls)

    few, more, many = map(work, (8, 16, 24))
    assert many - more < 1.2 * (more - few)


def test_no_part_is_met_twice_in_the_zip() -> None:
    names = zipfile.ZipFile(io.BytesIO(compose([part("ก"), part("ข")]))).namelist()
    assert [name for name, count in Counter(names).items() if count > 1] == []


@pytest.mark.office
def test_each_page_is_in_the_booklet_as_it_is_in_the_part_alone(tmp_path: Path) -> None:
    wide = plain()
    wide.sections[0].page_width, wide.sections[0].page_height = Cm(29.7), Cm(21)
    wide.sections[0].header.paragraphs[0].text = "หัวกระดาษ"
    for number in range(60):
        wide.add_paragraph(f"ข้อ {number}", style="List Number")
    table = plain()
    table.styles["Normal"].font.size = Pt(20)
    for row in table.add_table(40, 1).rows:
        row.cells[0].text = "แถว"
    parts = [paged("ปก", 1), saved(wide), saved(table), saved(wide), paged("จบ", 2)]
    files = [tmp_path / f"{number}.docx" for number in range(len(parts) + 1)]
    for path, data in zip(files, [*parts, compose(parts)], strict=True):
        path.write_bytes(data)
    *alone, booklet = [pictures(printed.data) for printed in convert(files, timeout=60)]
    assert len(booklet) > len(parts) + 3
    assert booklet == [page for pages in alone for page in pages]


SLOTS = ("dk1", "lt1", "dk2", "lt2", *(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink")
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"


def small_theme(mapping: bytes = b"") -> Theme:
    """Each colour has its number for red; Thai and Latin fonts and only one for East Asia."""
    colours = "".join(f'<a:{slot}><a:srgbClr val="{at:02x}20{at:02x}"/></a:{slot}>' for at, slot in enumerate(SLOTS, 1))
    colours = colours.replace('<a:srgbClr val="022002"/>', '<a:sysClr val="window" lastClr="FEFEFE"/>')
    fonts = "".join(
        f'<a:{kind}Font><a:latin typeface="{kind}L"/><a:ea typeface="{east}"/><a:cs typeface="{kind}C"/></a:{kind}Font>'
        for kind, east in (("major", "majorE"), ("minor", ""))
    )
    schemes = f'<a:clrScheme name="x">{colours}</a:clrScheme><a:fontScheme name="y">{fonts}</a:fontScheme>'
    return Theme(f'<a:theme xmlns:a="{A}"><a:themeElements>{schemes}</a:themeElements></a:theme>'.encode(), mapping)


def test_all_names_of_the_colours_of_a_theme_are_known() -> None:
    own = {slot: f"{at:02X}20{at:02X}" for at, slot in enumerate(SLOTS, 1)} | {"lt1": "FEFEFE"}
    words = {"dark1": "dk1", "light1": "lt1", "dark2": "dk2", "light2": "lt2"}
    words |= {"hyperlink": "hlink", "followedHyperlink": "folHlink"}
    uses = {"bg1": "lt1", "background1": "lt1", "tx1": "dk1", "text1": "dk1"}
    uses |= {"bg2": "lt2", "background2": "lt2", "tx2": "dk2", "text2": "dk2"}
    assert small_theme().colours == own | {name: own[slot] for name, slot in (words | uses).items()}
    turned = b'<w:clrSchemeMapping xmlns:w="%s" w:bg1="dark1" w:t1="light1" w:t2="accent1"/>' % W[1:-1].encode()
    assert {use: small_theme(turned).colours[use] for use in ("bg1", "text1", "tx2", "bg2")} == {
        "bg1": own["dk1"],
        "text1": own["lt1"],
        "tx2": own["accent1"],
        "bg2": own["lt2"],
    }


@pytest.mark.parametrize(
    ("named", "said"),
    [
        (
            '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="majorAscii" w:eastAsiaTheme="minorEastAsia"'
            ' w:cstheme="majorBidi" w:cs="Old"/>',
            '<w:rFonts w:cs="majorC" w:ascii="minorL" w:hAnsi="majorL"/>',
        ),
        ('<w:color w:val="1" w:themeColor="accent1" w:themeShade="80"/>', '<w:color w:val="031003"/>'),
        ('<w:color w:val="1" w:themeColor="background1"/>', '<w:color w:val="FEFEFE"/>'),
        ('<w:top w:color="2" w:themeColor="accent2" w:themeTint="33"/>', '<w:top w:color="B0F0B0"/>'),
        ('<w:shd w:fill="3" w:themeFill="text2" w:themeFillShade="zz"/>', '<w:shd w:fill="032003"/>'),
        ('<w:color w:val="4" w:themeColor="none"/>', '<w:color w:val="4"/>'),
        ('<a:latin typeface="+mn-lt"/>', '<a:latin typeface="minorL"/>'),
        ('<a:ea typeface="+mj-ea"/>', '<a:ea typeface="majorE"/>'),
        ('<a:ea typeface="+mn-ea"/>', '<a:ea typeface="minorL"/>'),
        ('<a:cs typeface="+mj-cs"/>', '<a:cs typeface="majorC"/>'),
        ('<a:cs typeface="Own"/>', '<a:cs typeface="Own"/>'),
        ('<a:cs typeface="+xx-lt"/>', '<a:cs typeface="+xx-lt"/>'),
        ('<a:schemeClr val="accent3"/>', '<a:srgbClr val="072007"/>'),
        ('<a:schemeClr val="phClr"/>', '<a:schemeClr val="phClr"/>'),
        ('<w14:schemeClr w14:val="bg1"/>', '<w14:srgbClr w14:val="FEFEFE"/>'),
        ('<v:rect fillcolor="#4f81bd [3204]" from="1 [2] 3"/>', '<v:rect fillcolor="#4f81bd" from="1 [2] 3"/>'),
    ],
)
def test_what_a_theme_names_is_said(named: str, said: str) -> None:
    spaces = f'xmlns:w="{W[1:-1]}" xmlns:a="{A}" xmlns:w14="{WORD_2010}" xmlns:v="urn:schemas-microsoft-com:vml"'
    root = etree.fromstring(f"<r {spaces}>{named}</r>")
    small_theme().say(root)
    assert etree.tostring(root).decode() == f"<r {spaces}>{said}</r>"
