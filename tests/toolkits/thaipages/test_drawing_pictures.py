"""Pictures and watermarks drawn: where they stand, how they are cropped, how they are read, and what is refused."""

from __future__ import annotations

import io
import re

import pytest
from lxml import etree
from PIL import Image as Raster
from xlsxwriter import Workbook

from officefiles import archive
from officefiles.opc import Package, Relationship, W
from officefiles.text import DRAWING
from small_docx import package, paragraph
from thaipages.drawing import charts
from thaipages.drawing.floating import Ground, draw_floating
from thaipages.drawing.floating import obstacles as floating_obstacles
from thaipages.drawing.marks import Image, Node, Turned, Words
from thaipages.drawing.pictures import draw_inline, obstacles
from thaipages.layout import measure
from wordfill.charts import charts_of
from wordfill.proof import watermark

DML = "http://schemas.openxmlformats.org/drawingml/2006"
SPACES = f'xmlns:wp="{DML}/wordprocessingDrawing" xmlns:a="{DML}/main" xmlns:pic="{DML}/picture"'
SVG = '<a:extLst><a:ext uri="{9}"><s:svgBlip xmlns:s="svg"/></a:ext></a:extLst>'
ORNAMENT = '<a:extLst><a:ext uri="{8}"><adec:decorative xmlns:adec="d" val="1"/></a:ext></a:extLst>'
SIZED = '<p:sizeRelH xmlns:p="http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing"><p:pctWidth>{}</p:pctWidth></p:sizeRelH>'
GROUND = Ground(
    page=(600, 800), left=80, top=100, right=540, bottom=720, column=(100, 500), paragraph=300, line=320, character=150
)
INCH = 914_400


def file(kind: str = "PNG", mode: str = "RGB", size: tuple[int, int] = (4, 2)) -> bytes:
    buffer = io.BytesIO()
    Raster.new(mode, size, 1).save(buffer, kind)
    return buffer.getvalue()


def drawing(
    *,
    frame: str = "inline",
    placed: str = "",
    attributes: str = "",
    described: str = 'descr="ตราของหน่วยงาน"',
    ornament: str = "",
    crop: str = "",
    blip: str = "",
    fill: str = "<a:stretch><a:fillRect/></a:stretch>",
    shape: str = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>',
    turned: str = "",
    link: str = 'r:embed="rIdPicture"',
) -> str:
    """A paragraph with a picture of two inches by one."""
    size = f'cx="{2 * INCH}" cy="{INCH}"'
    return (
        f"<w:p><w:r><w:drawing><wp:{frame} {SPACES} {attributes}>{placed}<wp:extent {size}/>"
        f'{"<wp:wrapNone/>" if frame == "anchor" else ""}<wp:docPr id="1" name="Picture 1" {described}>{ornament}'
        f'</wp:docPr><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{DML}/picture"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="0" name="a.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip {link}>{blip}</a:blip>'
        f'{crop}{fill}</pic:blipFill><pic:spPr><a:xfrm {turned}><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>{shape}'
        f"</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:{frame}></w:drawing></w:r></w:p>"
    )


def holding(body: str, data: bytes | None = None) -> tuple[Package, etree._Element]:
    made = package(body)
    made.put("word/media/image1.png", file() if data is None else data, "image/png")
    made.relate(made.main, Relationship("image", "word/media/image1.png"), "rIdPicture")
    return made, next(made.parts[made.main].tree.iter(DRAWING))


def test_a_picture_is_drawn_as_it_is_and_read_by_its_description() -> None:
    made, element = holding(drawing())
    reading = Node("P")
    (image,) = draw_inline(element, made, made.main, 10, 20, 144, 72, reading)
    assert obstacles(element, made, made.main) == []
    (figure,) = reading.children
    assert image == Image(figure, 10, 20, 144, 72, file())
    assert (figure.kind, figure.alternative) == ("Figure", "ตราของหน่วยงาน")


@pytest.mark.parametrize(
    ("described", "read"),
    [('title="หัวข้อ"', "หัวข้อ"), ('title="หัวข้อ" descr="คำอธิบาย"', "คำอธิบาย"), ("", "")],
)
def test_a_title_is_read_where_there_is_no_description(described: str, read: str) -> None:
    made, element = holding(drawing(described=described))
    reading = Node("P")
    draw_inline(element, made, made.main, 0, 0, 144, 72, reading)
    assert [figure.alternative for figure in reading.children] == [read]


def test_an_ornament_is_not_read() -> None:
    made, element = holding(drawing(ornament=ORNAMENT))
    reading = Node("P")
    (image,) = draw_inline(element, made, made.main, 0, 0, 144, 72, reading)
    assert (image.node, reading.children, obstacles(element, made, made.main)) == (None, [], [])


def test_what_is_cropped_is_left_out() -> None:
    made, element = holding(drawing(crop='<a:srcRect l="10000" t="20000" b="5000"/>'))
    (image,) = draw_inline(element, made, made.main, 0, 0, 144, 72, None)
    assert isinstance(image, Image)
    assert image.cut == (0.1, 0.2, 0.0, 0.05)
    assert obstacles(element, made, made.main) == []


@pytest.mark.parametrize(("kind", "mode"), [("GIF", "P"), ("GIF", "L"), ("BMP", "RGB"), ("BMP", "1")])
def test_other_formats_become_png_to_the_pixel(kind: str, mode: str) -> None:
    data = file(kind, mode)
    made, element = holding(drawing(), data)
    (image,) = draw_inline(element, made, made.main, 0, 0, 144, 72, None)
    assert isinstance(image, Image)
    given, drawn = (Raster.open(io.BytesIO(one)) for one in (data, image.data))
    assert (drawn.format, obstacles(element, made, made.main)) == ("PNG", [])
    assert drawn.convert("RGBA").tobytes() == given.convert("RGBA").tobytes()


@pytest.mark.parametrize(
    ("asked", "data", "named"),
    [
        ({"turned": 'rot="5400000"'}, None, "ภาพที่หมุน"),
        ({"turned": 'flipH="1"'}, None, "ภาพที่กลับด้าน"),
        ({"shape": '<a:prstGeom prst="ellipse"/>'}, None, "ภาพที่ตัดเป็นรูปร่าง"),
        ({"shape": '<a:prstGeom prst="rect"/><a:ln w="9525"><a:noFill/></a:ln>'}, None, ""),
        ({"shape": '<a:prstGeom prst="rect"/><a:ln w="9525"><a:prstDash val="dash"/></a:ln>'}, None, "ขอบของภาพ"),
        ({"shape": '<a:prstGeom prst="rect"/><a:ln/>'}, None, "ขอบของภาพ"),
        ({"shape": '<a:prstGeom prst="rect"/><a:effectLst><a:glow/></a:effectLst>'}, None, "เงาหรือลูกเล่นของภาพ"),
        ({"shape": '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'}, None, "สีพื้นหรือขอบของภาพ"),
        ({"fill": "<a:tile/>"}, None, "ภาพที่ปูซ้ำ"),
        ({"fill": '<a:stretch><a:fillRect l="5"/></a:stretch>'}, None, "ภาพที่ยืดเกินกรอบ"),
        ({"crop": '<a:srcRect l="-5000"/>'}, None, "ภาพที่เล็กกว่ากรอบ"),
        ({"blip": '<a:alphaModFix amt="5"/>'}, None, "ภาพโปร่งแสง"),
        ({"blip": "<a:grayscl/>"}, None, "ส่วนของภาพ (grayscl)"),
        ({"blip": SVG}, None, "ภาพ SVG"),
        ({"link": 'r:link="rIdPicture"'}, None, "ภาพที่ไม่ได้อยู่ในไฟล์"),
        ({"link": 'r:embed="rIdNone"'}, None, "ภาพที่ไม่ได้อยู่ในไฟล์"),
        ({"placed": '<wp:effectExtent l="19050" t="0" r="0" b="0"/>'}, None, "ภาพที่มีที่ว่างสำหรับลูกเล่น"),
        ({"placed": '<wp:effectExtent l="0" t="0" r="0" b="0"/>'}, None, ""),
        ({"placed": SIZED.format(0)}, None, ""),
        ({"placed": SIZED.format(50000)}, None, "ภาพที่มีขนาดตามร้อยละของหน้า"),
        ({"described": 'hidden="1"'}, None, "ภาพที่ซ่อนไว้"),
        ({"ornament": "<a:hlinkClick/>"}, None, "ลิงก์ที่ภาพ"),
        ({}, b"\x01\x00\x00\x00 EMF", "ภาพ EMF"),
        ({}, b"\xd7\xcd\xc6\x9a", "ภาพ WMF"),
        ({}, b"<svg/>", "ภาพ SVG"),
        ({}, b"RIFF", "ภาพ WebP"),
        ({}, file("TIFF"), "ภาพ TIFF"),
        ({}, file("JPEG", "CMYK"), "ภาพแบบ CMYK"),
        ({}, b"\x89PNG\r\n\x1a\n", "ภาพที่อ่านไม่ได้"),
        ({}, b"", "ภาพที่อ่านไม่ได้"),
    ],
)
def test_what_would_look_otherwise_is_refused_by_name(asked: dict[str, str], data: bytes | None, named: str) -> None:
    made, element = holding(drawing(**asked), data)
    assert obstacles(element, made, made.main) == [named] * bool(named)


def chart() -> bytes:
    """A column for each of two values, as a document holds it."""
    buffer = io.BytesIO()
    with Workbook(buffer, {"in_memory": True}) as file:
        sheet = file.add_worksheet("S")
        for row, (name, value) in enumerate((("ก", 50), ("ข", 100))):
            sheet.write_row(row, 0, (name, value))
        made = file.add_chart({"type": "column"})
        made.add_series({"categories": ["S", 0, 0, 1, 0], "values": ["S", 0, 1, 1, 1], "fill": {"color": "#0000FF"}})
        font = {"num_font": {"name": "TH SarabunPSK", "size": 14}}
        made.set_x_axis(font)
        made.set_y_axis({**font, "num_format": "0"})
        made.set_title({"none": True})
        made.set_legend({"none": True})
        made.set_chartarea({"border": {"none": True}})
        sheet.insert_chart(0, 3, made)
    (drawn,) = charts_of(Package(archive.read(buffer.getvalue())), 400, 200)
    return drawn.data


CHART_FRAME = f'<a:graphicData uri="{DML}/chart"><c:chart xmlns:c="{DML}/chart" r:id="rIdChart"/></a:graphicData>'
"""What a drawing holds that shows a chart."""


def test_a_chart_that_the_file_lacks_and_one_of_another_kind_are_refused_by_name() -> None:
    made, element = holding(re.sub("<a:graphicData.*</a:graphicData>", CHART_FRAME, drawing()))
    assert obstacles(element, made, made.main) == ["แผนภูมิที่ไม่ได้อยู่ในไฟล์"]
    pie = (
        f'<c:chartSpace xmlns:c="{DML}/chart"><c:chart><c:plotArea><c:pieChart/></c:plotArea></c:chart></c:chartSpace>'
    )
    made.put("word/charts/chart1.xml", pie.encode(), "application/xml")
    made.relate(made.main, Relationship("chart", "word/charts/chart1.xml"), "rIdChart")
    assert obstacles(element, made, made.main) == charts.obstacles(made.parts["word/charts/chart1.xml"]) != []


def test_a_chart_in_a_line_is_drawn_in_its_box_and_read_by_its_description() -> None:
    made, element = holding(re.sub("<a:graphicData.*</a:graphicData>", CHART_FRAME, drawing()))
    assert draw_inline(element, made, made.main, 10, 20, 144, 72, None) == ()
    made.put("word/charts/chart1.xml", chart(), "application/xml")
    made.relate(made.main, Relationship("chart", "word/charts/chart1.xml"), "rIdChart")
    assert obstacles(element, made, made.main) == []
    reading = Node("P")
    marks = draw_inline(element, made, made.main, 10, 20, 144, 72, reading)
    (figure,) = reading.children
    assert (figure.kind, figure.alternative) == ("Figure", "ตราของหน่วยงาน")
    words = [mark for mark in marks if isinstance(mark, Words)]
    assert {word.text for word in words} >= {"ก", "ข"}
    assert all(10 <= word.x <= word.x + word.edges[-1] <= 154 and 20 <= word.base <= 92 for word in words)
    assert {mark.node for mark in words} == {figure}


def test_a_shape_is_refused_by_name() -> None:
    made, element = holding(drawing().replace("pic:pic>", "pic:wsp>"))
    assert obstacles(element, made, made.main) == ["รูปร่างหรือกล่องข้อความ"]


# Floating


def anchored(across: str, down: str, attributes: str = 'behindDoc="0" relativeHeight="7"') -> str:
    placed = f'<wp:simplePos x="0" y="0"/><wp:positionH {across}</wp:positionH><wp:positionV {down}</wp:positionV>'
    return drawing(frame="anchor", placed=placed, attributes=attributes)


def at(points: float) -> str:
    return f"<wp:posOffset>{points * 12_700:.0f}</wp:posOffset>"


@pytest.mark.parametrize(
    ("across", "down", "corner"),
    [
        (f'relativeFrom="page">{at(30)}', f'relativeFrom="page">{at(40)}', (30, 40)),
        (f'relativeFrom="column">{at(-10)}', f'relativeFrom="paragraph">{at(5)}', (90, 305)),
        (f'relativeFrom="margin">{at(1)}', f'relativeFrom="line">{at(1)}', (81, 321)),
        (f'relativeFrom="character">{at(1)}', f'relativeFrom="margin">{at(2)}', (151, 102)),
        (
            'relativeFrom="page"><wp:align>center</wp:align>',
            'relativeFrom="page"><wp:align>bottom</wp:align>',
            (228, 728),
        ),
        (
            'relativeFrom="margin"><wp:align>right</wp:align>',
            'relativeFrom="margin"><wp:align>center</wp:align>',
            (396, 374),
        ),
        (
            'relativeFrom="leftMargin"><wp:align>left</wp:align>',
            'relativeFrom="bottomMargin"><wp:align>top</wp:align>',
            (0, 720),
        ),
        (
            'relativeFrom="rightMargin"><wp:align>left</wp:align>',
            'relativeFrom="topMargin"><wp:align>bottom</wp:align>',
            (540, 28),
        ),
    ],
)
def test_a_floating_picture_stands_where_its_anchor_says(across: str, down: str, corner: tuple[float, float]) -> None:
    made, element = holding(anchored(across, down))
    assert floating_obstacles(element, made, made.main) == []
    (found,) = draw_floating(element, made, made.main, GROUND, Node("Document"))
    (image,) = found.marks
    assert isinstance(image, Image)
    assert (image.x, image.y, image.width, image.height) == pytest.approx((*corner, 144, 72))
    assert (found.behind, found.order) == (False, 7)


def test_a_picture_behind_the_text_says_so() -> None:
    made, element = holding(anchored(f'relativeFrom="page">{at(0)}', f'relativeFrom="page">{at(0)}', 'behindDoc="1"'))
    (found,) = draw_floating(element, made, made.main, GROUND, None)
    assert found.behind
    assert found.marks[0].node is None  # type: ignore[union-attr]


PAGE, INSIDE = f'relativeFrom="page">{at(0)}', f'relativeFrom="insideMargin">{at(0)}'


@pytest.mark.parametrize(
    ("body", "named"),
    [
        (anchored(INSIDE, PAGE), "ภาพลอยที่วางเทียบกับ insideMargin"),
        (anchored(PAGE, INSIDE), "ภาพลอยที่วางเทียบกับ insideMargin"),
        (
            anchored(PAGE, 'relativeFrom="paragraph"><wp:align>center</wp:align>'),
            "ภาพลอยที่วางเทียบกับ paragraph center",
        ),
        (anchored('relativeFrom="page"><wp:align>outside</wp:align>', PAGE), "ภาพลอยที่วางเทียบกับ page outside"),
        (anchored(PAGE, PAGE, 'simplePos="1"'), "ภาพลอยที่วางตามพิกัด"),
        (anchored(PAGE, PAGE, 'hidden="1"'), "ภาพที่ซ่อนไว้"),
        (
            anchored(PAGE, PAGE).replace("<wp:wrapNone/>", '<wp:wrapSquare wrapText="bothSides"/>'),
            "ภาพลอยที่ข้อความล้อมรอบ",
        ),
    ],
)
def test_places_that_are_not_known_are_refused_by_name(body: str, named: str) -> None:
    made, element = holding(body)
    assert floating_obstacles(element, made, made.main) == [named]


@pytest.mark.parametrize(
    ("before", "behind", "is_known"), [("", "<w:t>ก</w:t>", True), ("<w:t>ก</w:t>", "", False), ("<w:tab/>", "", False)]
)
def test_a_picture_of_a_line_stands_before_its_text(before: str, behind: str, is_known: bool) -> None:
    body = anchored(PAGE, f'relativeFrom="line">{at(0)}')
    made, element = holding(
        body.replace("<w:drawing>", f"{before}<w:drawing>").replace("</w:drawing>", f"</w:drawing>{behind}")
    )
    assert (floating_obstacles(element, made, made.main) == []) is is_known


def test_in_a_cell_a_picture_is_placed_by_the_cell_alone() -> None:
    body = anchored(PAGE, f'relativeFrom="paragraph">{at(0)}', 'layoutInCell="1"')
    made, element = holding(f"<w:tbl><w:tr><w:tc>{body}</w:tc></w:tr></w:tbl>")
    assert floating_obstacles(element, made, made.main) == ["ภาพลอยที่วางเทียบกับ page"]


# The watermark


def marked() -> list[etree._Element]:
    made = watermark(package(paragraph("ก")))
    (header,) = (name for name in made.parts if "proof" in name)
    return list(made.parts[header].tree.iter(f"{W}pict"))


def test_the_watermark_of_a_proof_lies_across_the_page_behind_the_text() -> None:
    across, note = marked()
    made = package()
    assert floating_obstacles(across, made, made.main) == floating_obstacles(note, made, made.main) == []
    (found,) = draw_floating(across, made, made.main, GROUND, None)
    (turned,) = found.marks
    assert isinstance(turned, Turned)
    assert (turned.x, turned.y, turned.degrees, found.behind) == (300, 400, 315, True)
    (words,) = turned.marks
    assert isinstance(words, Words)
    assert (words.text, words.node, words.face.bold) == ("ฉบับร่าง", None, True)
    assert (words.x, words.x + words.edges[-1]) == pytest.approx((100, 500))
    assert words.colour == pytest.approx((0.875, 0.875, 0.875), abs=0.002)
    assert (words.scale, words.base) == (1, pytest.approx(400 + 0.3 * words.size))


def test_the_note_of_a_proof_stands_at_the_right_margin() -> None:
    _, note = marked()
    made = package()
    (found,) = draw_floating(note, made, made.main, GROUND, None)
    (words,) = found.marks
    assert isinstance(words, Words)
    assert (words.x, words.x + words.edges[-1]) == pytest.approx((405, 540))
    assert words.base == pytest.approx(27.5 + 0.3 * words.size)
    assert words.colour == pytest.approx((0xC0 / 255, 0, 0))


SAVED_BY_WORD = (
    '<w:pict {spaces}><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800"><v:stroke '
    'joinstyle="miter"/><v:formulas><v:f eqn="sum #0 0 10800"/></v:formulas><v:path textpathok="t"/><v:handles><v:h '
    'position="#0,bottomRight"/></v:handles><o:lock v:ext="edit" text="t"/></v:shapetype><v:shape id="Mark" '
    'o:spid="_s2049" type="#_x0000_t136" alt="" style="position:absolute;margin-left:0;margin-top:0;width:412.4pt;'
    "height:247.45pt;rotation:315;z-index:-251655168;mso-wrap-edited:f;mso-width-percent:0;mso-height-percent:0;"
    "mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;"
    'mso-position-vertical-relative:margin" o:allowincell="f" fillcolor="silver" stroked="f"><v:fill opacity=".5"/>'
    '<v:textpath style=\'font-family:"TH SarabunPSK";font-size:1pt\' string="สำเนา"/>'
    '<w10:wrap anchorx="margin" anchory="margin"/></v:shape></w:pict>'
)


def test_a_watermark_that_word_made_is_drawn() -> None:
    office = "urn:schemas-microsoft-com:"
    names = {"w": W[1:-1], "v": f"{office}vml", "o": f"{office}office:office", "w10": f"{office}office:word"}
    spaces = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in names.items())
    element, made = etree.fromstring(SAVED_BY_WORD.format(spaces=spaces)), package()
    assert floating_obstacles(element, made, made.main) == []
    (found,) = draw_floating(element, made, made.main, GROUND, None)
    (turned,) = found.marks
    assert isinstance(turned, Turned)
    assert (turned.x, turned.y, found.behind) == (310, 410, True)
    (words,) = turned.marks
    assert words.colour == pytest.approx((0.876, 0.876, 0.876), abs=0.002)  # type: ignore[union-attr]


def test_lettering_is_stretched_where_its_box_is_low() -> None:
    across, _ = marked()
    made = package()
    low = etree.fromstring(etree.tostring(across, encoding="unicode").replace("height:120pt", "height:30pt"))
    (found,) = draw_floating(low, made, made.main, GROUND, None)
    (turned,) = found.marks
    (words,) = turned.marks  # type: ignore[union-attr]
    assert isinstance(words, Words)
    assert (words.size, words.x, words.x + words.edges[-1]) == pytest.approx((50, 100, 500))
    assert words.scale > 2


def test_the_watermark_takes_no_room() -> None:
    plain, made = package(paragraph("ก")), watermark(package(paragraph("ก")))
    assert measure(made).notes == measure(plain).notes == ()


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("rotation:315", "rotation:315;flip:x", "ลักษณะของลายน้ำ (flip)"),
        ("rotation:315", "mso-width-percent:500", "ลักษณะของลายน้ำ (mso-width-percent)"),
        ("position:absolute", "position:relative", "ลายน้ำที่อยู่ในบรรทัด"),
        ('stroked="f"', 'stroked="t"', "ขอบหรือสีของลายน้ำ"),
        ('fillcolor="#bfbfbf"', 'fillcolor="buttonFace"', "ขอบหรือสีของลายน้ำ"),
        ('fillcolor="#bfbfbf"', 'fillcolor="#bfbfbf" filled="f"', "ลักษณะของลายน้ำ (filled)"),
        (
            "horizontal-relative:page",
            "horizontal-relative:inner-margin-area",
            "ลายน้ำที่วางเทียบกับ inner-margin-area center",
        ),
        ('type="#_x0000_t136"', 'type="#_x0000_t172"', "รูปร่างแบบเดิม (VML)"),
        ("<v:fill ", "<v:shadow/><v:fill ", "เงาของลายน้ำ"),
        ("<v:fill ", "<v:imagedata/><v:fill ", "ภาพแบบเดิม (VML)"),
        ("<v:fill ", "<v:textbox/><v:fill ", "กล่องข้อความแบบเดิม (VML)"),
    ],
)
def test_other_shapes_of_the_old_kind_are_refused_by_name(old: str, new: str, named: str) -> None:
    across, _ = marked()
    text = etree.tostring(across, encoding="unicode")
    assert old in text
    made = package()
    assert floating_obstacles(etree.fromstring(text.replace(old, new)), made, made.main) == [named]
