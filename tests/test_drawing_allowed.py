"""What a drawn page cannot show is told by its name: switches of Word, one after the other, in a document that is
sound without them."""

from __future__ import annotations

import pytest

from officefiles.opc import Package
from small_docx import cell, paragraph, row, section, style, table
from small_docx import package as document
from thaipages.drawing.allowed import obstacles
from thaipages.layout import measure

TEXT = '<w:t xml:space="preserve">ข้อความ</w:t>'
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"

RUN = {
    '<w:shadow/>': "ตัวอักษรมีเงา",
    '<w:outline/>': "ตัวอักษรแบบเส้นขอบ",
    '<w:emboss/>': "ตัวอักษรนูน",
    '<w:imprint/>': "ตัวอักษรบุ๋ม",
    '<w:smallCaps/>': "ตัวพิมพ์ใหญ่ขนาดเล็ก",
    '<w:rtl/>': "ข้อความจากขวาไปซ้าย",
    '<w:specVanish/>': "เครื่องหมายย่อหน้าที่ซ่อนไว้",
    '<w:u w:val="wave"/>': "เส้นใต้แบบ wave",
    '<w:em w:val="dot"/>': "เครื่องหมายเน้นแบบ dot",
    '<w:effect w:val="blinkBackground"/>': "ข้อความเคลื่อนไหวแบบ blinkBackground",
    '<w:bdr w:val="single" w:sz="4" w:space="0" w:color="auto"/>': "กรอบรอบข้อความแบบ single",
    '<w:shd w:val="solid" w:color="auto" w:fill="auto"/>': "ลายพื้นแบบ solid",
    '<w:shd w:val="pct25" w:color="auto" w:fill="FFFFFF"/>': "ลายพื้นแบบ pct25",
    '<w:fitText w:val="1200"/>': "ข้อความที่บีบให้พอดีความกว้าง",
    '<w:eastAsianLayout w:id="1" w:combine="1"/>': "การจัดอักษรเอเชียตะวันออก",
    '<w:neverHeardOf/>': "องค์ประกอบ w:neverHeardOf",
    '<w:vanish/>': "ข้อความที่ซ่อนไว้",
    '<w:position w:val="6"/>': "ข้อความที่ยกขึ้นหรือลดลงแบบ 6",
}  # fmt: skip
CONTENT = {
    '<w:footnoteReference w:id="2"/>': "เชิงอรรถ",
    '<w:endnoteReference w:id="2"/>': "อ้างอิงท้ายเรื่อง",
    '<w:commentReference w:id="0"/>': "ข้อคิดเห็น",
    '<w:pict/>': "รูปร่างแบบเดิม (VML)",
    '<w:object/>': "วัตถุฝัง",
    '<w:sym w:font="Wingdings" w:char="F0FC"/>': "อักขระพิเศษจากแบบอักษรสัญลักษณ์",
    '<w:ptab w:relativeTo="margin" w:alignment="right" w:leader="none"/>': "แท็บแบบจัดตำแหน่ง",
    '<w:ruby/>': "คำอ่านเหนือตัวอักษร",
    '<w:control/>': "ตัวควบคุม ActiveX",
    '<w:movie/>': "ภาพเคลื่อนไหว",
    '<w:contentPart/>': "หมึกที่เขียนด้วยมือ",
    '<w:dayLong/>': "วันที่ที่เปลี่ยนเอง",
    f'<mc:AlternateContent xmlns:mc="{MC}"/>': "รูปร่างหรือกล่องข้อความ",
    '<w:instrText>DATE \\@ "d MMMM yyyy"</w:instrText>': "ฟิลด์ DATE",
    '<w:instrText>FILENAME</w:instrText>': "ฟิลด์ FILENAME",
    '<w:instrText>INCLUDETEXT "x.docx"</w:instrText>': "ฟิลด์ INCLUDETEXT",
    '<w:instrText>PAGE \\* CardText</w:instrText>': "ฟิลด์ PAGE ที่นับแบบอื่น",
    '<w:instrText>NUMPAGES \\# "00"</w:instrText>': "ฟิลด์ NUMPAGES ที่นับแบบอื่น",
    '<w:instrText> \\* OrdText </w:instrText>': "ฟิลด์ที่นับแบบอื่น",
}  # fmt: skip
PARAGRAPH = {
    '<w:bidi/>': "ข้อความจากขวาไปซ้าย",
    '<w:topLinePunct/>': "การย่อเครื่องหมายต้นบรรทัด",
    '<w:framePr w:w="2000" w:hSpace="180" w:wrap="around"/>': "กรอบข้อความ",
    '<w:jc w:val="distribute"/>': "การจัดแนวแบบ distribute",
    '<w:jc w:val="lowKashida"/>': "การจัดแนวแบบ lowKashida",
    '<w:ind w:leftChars="200"/>': "การเยื้องที่นับเป็นตัวอักษร (leftChars)",
    '<w:ind w:firstLineChars="100"/>': "การเยื้องที่นับเป็นตัวอักษร (firstLineChars)",
    '<w:spacing w:beforeLines="50"/>': "ระยะห่างที่นับเป็นบรรทัด (beforeLines)",
    '<w:spacing w:afterAutospacing="1"/>': "ระยะห่างที่นับเป็นบรรทัด (afterAutospacing)",
    '<w:textAlignment w:val="top"/>': "การจัดแนวตั้งของอักขระแบบ top",
    '<w:textDirection w:val="tbRl"/>': "ข้อความแนวตั้งแบบ tbRl",
    '<w:pBdr><w:top w:val="wave" w:sz="4" w:space="1" w:color="auto"/></w:pBdr>': "เส้นขอบแบบ wave",
    '<w:pBdr><w:bar w:val="single" w:sz="4" w:space="1" w:color="auto"/></w:pBdr>': "เส้นขอบด้านข้างย่อหน้า",
    '<w:tabs><w:tab w:val="bar" w:pos="500"/></w:tabs>': "แท็บแบบ bar",
    '<w:tabs><w:tab w:val="left" w:leader="heavy" w:pos="500"/></w:tabs>': "แท็บแบบ heavy",
    '<w:divId w:val="1"/>': "การจัดวางแบบหน้าเว็บ",
    '<w:textboxTightWrap w:val="allLines"/>': "กล่องข้อความ",
}  # fmt: skip
TABLE = {
    '<w:tblpPr w:tblpX="100" w:tblpY="100"/>': "ตารางลอยที่ข้อความล้อมรอบ",
    '<w:bidiVisual/>': "ตารางจากขวาไปซ้าย",
    '<w:tblCellSpacing w:w="20" w:type="dxa"/>': "ช่องไฟระหว่างช่องของตาราง",
    '<w:tblBorders><w:insideH w:val="dashDotStroked" w:sz="4"/></w:tblBorders>': "เส้นขอบแบบ dashDotStroked",
}  # fmt: skip
CELL = {
    '<w:tcFitText/>': "ข้อความที่บีบให้พอดีช่อง",
    '<w:textDirection w:val="btLr"/>': "ข้อความแนวตั้งแบบ btLr",
    '<w:hMerge w:val="restart"/>': "ช่องที่ผสานแบบเดิม",
    "<w:hideMark/>": "ช่องของตารางที่เตี้ยกว่าบรรทัด",
    '<w:tcBorders><w:tl2br w:val="single" w:sz="4"/></w:tcBorders>': "เส้นทแยงในช่องของตาราง",
    '<w:shd w:val="diagStripe" w:fill="FFFFFF"/>': "ลายพื้นแบบ diagStripe",
}  # fmt: skip
SECTION = {
    '<w:lnNumType w:countBy="1"/>': "เลขบรรทัด",
    '<w:pgBorders/>': "กรอบของหน้ากระดาษ",
    '<w:type w:val="oddPage"/>': "การขึ้นตอนแบบ oddPage",
    '<w:vAlign w:val="both"/>': "การจัดแนวตั้งแบบ both",
    '<w:textDirection w:val="tbRl"/>': "ข้อความแนวตั้งแบบ tbRl",
    '<w:docGrid w:type="lines" w:linePitch="360"/>': "ตารางกริดของหน้ากระดาษแบบ lines",
    '<w:pgNumType w:chapStyle="1"/>': "เลขหน้า (chapStyle)",
    '<w:pgNumType w:fmt="ordinalText"/>': "เลขหน้าแบบ ordinalText",
    '<w:cols w:num="2" w:sep="1"/>': "คอลัมน์ของหน้ากระดาษ (sep)",
}  # fmt: skip
BODY = {
    '<w:altChunk/>': "เอกสารที่แทรกไว้ทั้งไฟล์",
    '<w:p><w:ins w:id="1" w:author="ก"><w:r><w:t>ใหม่</w:t></w:r></w:ins></w:p>': "การติดตามการเปลี่ยนแปลง",
    '<w:p><w:del w:id="1" w:author="ก"><w:r/></w:del></w:p>': "การติดตามการเปลี่ยนแปลง",
    f'<w:p><m:oMath xmlns:m="{MATH}"/></w:p>': "สมการ",
    '<w:p><w:subDoc/></w:p>': "เอกสารย่อย",
    '<w:p><w:commentRangeStart w:id="0"/></w:p>': "ข้อคิดเห็น",
}  # fmt: skip
SETTINGS = {
    "<w:autoHyphenation/>": "การตัดคำด้วยยัติภังค์อัตโนมัติ",
    "<w:mirrorMargins/>": "ระยะขอบแบบหน้าคู่",
    "<w:gutterAtTop/>": "ขอบเย็บเล่มด้านบน",
    '<w:characterSpacingControl w:val="compressPunctuation"/>': "การบีบระยะอักขระ",
    "<w:compat><w:wpJustification/></w:compat>": "องค์ประกอบ w:wpJustification",
    "<w:printTwoOnOne/>": "องค์ประกอบ w:printTwoOnOne",
}
LEVEL = {
    '<w:numFmt w:val="thaiCounting"/>': "ลำดับเลขแบบ thaiCounting",
    '<w:numFmt w:val="decimalZero"/>': "ลำดับเลขแบบ decimalZero",
    '<w:lvlJc w:val="right"/>': "เลขลำดับที่ไม่ได้ชิดซ้าย",
    '<w:lvlPicBulletId w:val="0"/>': "สัญลักษณ์แสดงหัวข้อที่เป็นภาพ",
    "<w:isLgl/>": "ลำดับเลขแบบกฎหมาย",
    '<w:lvlRestart w:val="0"/>': "ลำดับเลขที่กำหนดการเริ่มใหม่เอง",
    f'<mc:AlternateContent xmlns:mc="{MC}"/>': "ลำดับเลขที่กำหนดรูปแบบเอง",
}


def run(properties: str, content: str = TEXT) -> str:
    return f"<w:p><w:r><w:rPr>{properties}</w:rPr>{content}</w:r></w:p>"


def one_cell(properties: str = "", table_properties: str = "") -> str:
    fixed = '<w:tblLayout w:type="fixed"/>'
    inner = row(cell(paragraph("ข้อความ"), properties=properties))
    return table(inner, columns=(5,), properties=fixed + table_properties) + paragraph()


def level(more: str) -> Package:
    numbering = (
        f'<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0">{more}<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>'
    )
    return document(
        paragraph("ข้อความ", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>'), numbering=numbering
    )


SWITCHES = [
    *((document(run(xml)), name) for xml, name in RUN.items()),
    *((document(run("", content + TEXT)), name) for content, name in CONTENT.items()),
    *((document(paragraph("ข้อความ", xml)), name) for xml, name in PARAGRAPH.items()),
    *((document(one_cell(table_properties=xml)), name) for xml, name in TABLE.items()),
    *((document(one_cell(xml)), name) for xml, name in CELL.items()),
    *((document(paragraph("ข้อความ"), end=section(more=xml)), name) for xml, name in SECTION.items()),
    *((document(paragraph("ข้อความ") + xml), name) for xml, name in BODY.items()),
    *((document(paragraph("ข้อความ"), settings=xml), name) for xml, name in SETTINGS.items()),
    *((level(xml), name) for xml, name in LEVEL.items()),
]


def test_there_are_many_switches() -> None:
    assert len(SWITCHES) >= 60


def test_a_switch_that_is_not_drawn_is_told_by_its_name() -> None:
    assert [obstacles(package) for package, _ in SWITCHES] == [(name,) for _, name in SWITCHES]


@pytest.mark.parametrize(
    "xml",
    ["<w:strike/>", '<w:vanish w:val="0"/>', '<w:shadow w:val="0"/>', '<w:em w:val="none"/>', '<w:rtl w:val="false"/>'],
)
def test_a_switch_that_is_off_or_drawn_is_none(xml: str) -> None:
    assert obstacles(document(run(xml))) == ()


WORDML = "http://schemas.microsoft.com/office/word/2010/wordml"


@pytest.mark.parametrize(
    "package",
    [
        document(run(f'<w14:ligatures xmlns:w14="{WORDML}" w14:val="standardContextual"/>')),
        document(run('<w:bdr w:val="nil"/>')),
        document(paragraph("ข้อความ", '<w:tabs><w:tab w:val="num" w:pos="720"/></w:tabs>')),
        document(
            f'<w:p><w:smartTag><w:smartTagPr><w:attr w:name="ก"/></w:smartTagPr><w:r>{TEXT}</w:r></w:smartTag></w:p>'
        ),
        document(
            paragraph("ข้อความ"),
            settings="<w:noPunctuationKerning/><w:doNotShadeFormData/><w:doNotAutoCompressPictures/>",
        ),
    ],
    ids=["ligatures", "no border", "tab of a list", "smart tag", "settings"],
)
def test_what_word_writes_without_a_say_on_paper_is_drawn(package: Package) -> None:
    assert obstacles(package) == ()


def test_only_the_styles_in_use_are_looked_at_with_what_they_are_based_on() -> None:
    styles = (
        style("Loud", run="<w:outline/>") + style("Louder", base="Loud") + style("Waved", run='<w:u w:val="wave"/>')
    )
    assert obstacles(document(paragraph("ข้อความ"), more_styles=styles)) == ()
    used = document(paragraph("ข้อความ", '<w:pStyle w:val="Louder"/>'), more_styles=styles)
    assert obstacles(used) == ("ตัวอักษรแบบเส้นขอบ",)


def test_a_table_style_that_dresses_cells_is_told() -> None:
    dressed = (
        '<w:style w:type="table" w:styleId="Dressed"><w:tblPr/>'
        '<w:tcPr><w:shd w:val="clear" w:fill="C0C0C0"/></w:tcPr></w:style>'
    )
    package = document(one_cell(table_properties='<w:tblStyle w:val="Dressed"/>'), more_styles=dressed)
    assert obstacles(package) == ("ลักษณะของช่องหรือแถวที่มากับลักษณะตาราง",)


def test_a_list_that_is_a_style_is_told() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="4"><w:numStyleLink w:val="Chapters"/></w:abstractNum>'
        '<w:num w:numId="2"><w:abstractNumId w:val="4"/></w:num>'
    )
    package = document(paragraph("ข้อความ", '<w:numPr><w:numId w:val="2"/></w:numPr>'), numbering=numbering)
    assert obstacles(package) == ("รายการลำดับที่ใช้ลักษณะรายการ",)


def test_what_is_not_what_is_stored_is_told() -> None:
    bound = (
        '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a"/></w:sdtPr><w:sdtContent>'
        + paragraph("ก")
        + "</w:sdtContent></w:sdt>"
    )
    assert obstacles(document(bound)) == ("ตัวควบคุมเนื้อหาที่แสดงข้อมูลจากที่อื่น",)
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    field = (
        mark("begin")
        + "<w:r><w:instrText>SEQ </w:instrText></w:r>{}"
        + mark("separate")
        + "<w:r>{}</w:r>"
        + mark("end")
    )
    inner = field.format("", TEXT)
    assert (
        obstacles(document(f"<w:p>{field.format('', TEXT).replace(TEXT, TEXT + '</w:r>' + inner + '<w:r>')}</w:p>"))
        == ()
    )
    assert obstacles(document(f"<w:p>{field.format(inner, TEXT)}</w:p>")) == ("ฟิลด์ที่ซ้อนอยู่ในคำสั่งของฟิลด์อื่น",)


def test_headers_are_looked_at_and_what_a_content_control_says_of_itself_is_not() -> None:
    reference = '<w:headerReference w:type="default" r:id="rIdHeader"/>'
    package = document(paragraph("ข้อความ"), header=run("<w:imprint/>"), end=section(more=reference))
    assert obstacles(package) == ("ตัวอักษรบุ๋ม",)
    control = (
        "<w:sdt><w:sdtPr><w:neverHeardOf/></w:sdtPr><w:sdtContent>" + paragraph("ข้อความ") + "</w:sdtContent></w:sdt>"
    )
    assert obstacles(document(control)) == ()


def test_a_header_that_is_not_in_the_file_is_told() -> None:
    package = document(paragraph("ข้อความ"), end=section(more='<w:headerReference w:type="default" r:id="rIdHeader"/>'))
    del package.parts["word/header.xml"]
    assert obstacles(package) == ("หัวหรือท้ายกระดาษที่ไม่ได้อยู่ในไฟล์",)
    assert measure(package).notes == ()


def test_what_is_in_the_way_is_told_once_in_its_order() -> None:
    package = document(run("<w:shadow/>"), run("<w:outline/>"), run("<w:shadow/>"))
    assert obstacles(package) == ("ตัวอักษรมีเงา", "ตัวอักษรแบบเส้นขอบ")
