"""Word files read as blocks: what is seen of them on paper, and nothing else."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence

import pytest

from ita_docs.house import CATCHWORDS
from ita_docs.importing import word
from ita_docs.importing.blocks import OldCell, OldFile, OldParagraph, OldPlace, OldTable, Photo
from made_docx import png
from officefiles.limits import RefusedError, unpack
from officefiles.opc import Relationship, W
from outline_old import of_file
from small_docx import MAIN, NS, cell, docx, package, paragraph, row, section, style, table
from soak import some
from thaipages.planning import Catchwords
from thaipages.planning.catchwords import plan_pages
from thaipages.planning.rows import plan_rows

NAME = "คำสั่ง.docx"


SEEN: list[str] = []
"""All that is read of each file of a test, kept in ``tests/golden/whole/importing_word.txt``."""


@pytest.fixture(autouse=True)
def _kept(kept_whole: list[str]) -> Iterator[None]:
    SEEN.clear()
    yield
    kept_whole += SEEN


def read_word(name: str, data: bytes) -> OldFile:
    file = word.read_word(name, data)
    SEEN.append(of_file(file))
    return file


def read(*body: str, **parts: str) -> OldFile:
    return read_word(NAME, docx(*body, asks=False, **parts))


def texts(*body: str, **parts: str) -> list[str]:
    """The printed texts of all paragraphs."""
    return [one.printed for one in read(*body, **parts).paragraphs()]


def runs(*content: str) -> str:
    """A paragraph of runs, each given as its XML."""
    return f"<w:p>{''.join(f'<w:r>{one}</w:r>' for one in content)}</w:p>"


def at(line: int) -> OldPlace:
    return OldPlace(NAME, line=line)


def numbered(text: str, number: int = 1, depth: int = 0) -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def level(text: str, counting: str = "thaiNumbers", depth: int = 0, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{depth}">{more}<w:numFmt w:val="{counting}"/><w:lvlText w:val="{text}"/></w:lvl>'


def lists(*levels: str, more: str = "") -> str:
    kinds = f'<w:abstractNum w:abstractNumId="7">{"".join(levels)}</w:abstractNum>'
    return f'{kinds}<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>{more}'


def test_a_paragraph_comes_as_it_is_seen() -> None:
    centred = paragraph("คำสั่งเทศบาล", '<w:pageBreakBefore/><w:jc w:val="center"/>')
    indent = '<w:pPr><w:ind w:left="200" w:firstLine="400"/></w:pPr>'
    bold = f"<w:p>{indent}<w:r><w:rPr><w:bCs/></w:rPr><w:t>ก</w:t></w:r></w:p>"
    assert read(centred, paragraph(" "), bold).blocks == (
        OldParagraph("คำสั่งเทศบาล", at(1), centred=True, new_page=True),
        OldParagraph("ก", at(2), indent=30.0, bold=True),
    )


def test_looks_are_inherited_from_styles() -> None:
    styles = style("หัวเรื่อง", '<w:jc w:val="center"/><w:ind w:firstLine="400"/>', run="<w:b/>") + style(
        "หัวย่อย", base="หัวเรื่อง"
    )
    found = read(paragraph("ก", '<w:pStyle w:val="หัวย่อย"/>'), more_styles=styles).blocks
    assert found == (OldParagraph("ก", at(1), indent=20.0, centred=True, bold=True),)


def test_debris_of_the_format_is_cleaned_and_nothing_else() -> None:
    unseen = runs("<w:t>ผู้\u200bอำ</w:t>", "<w:softHyphen/>", "<w:t>นวย\u00a0\u00a0การ</w:t>", "<w:noBreakHyphen/>")
    drawn = paragraph("ที\uf70a ป\uf702 ๒๕๖๖ นํ้า กําหนด เเล้ว")
    broken = runs("<w:t>ตอน\nต้น\tปลาย</w:t>")
    assert texts(unseen, drawn, broken) == ["ผู้อำนวย การ-", "ที่ ปี ๒๕๖๖ น้ำ กำหนด เเล้ว", "ตอน ต้น ปลาย"]


def test_tabs_and_lines_ended_by_hand_stay_and_blanks_that_reach_a_column_are_a_tab() -> None:
    tabs = '<w:tabs><w:tab w:val="left" w:pos="2000"/><w:tab w:val="left" w:pos="6000"/></w:tabs>'
    hanging = f'{tabs}<w:ind w:left="4000" w:hanging="4000"/>'
    found = read(
        paragraph("\t(๑)\tนายเอก\t\tกรรมการ\n\tฝ่ายคลัง", hanging),
        runs("<w:t>นายโท        กรรมการ   วันที่</w:t>", "<w:ptab/>", "<w:t> ๑ </w:t>"),
    ).blocks
    first, second = found
    assert isinstance(first, OldParagraph)
    assert isinstance(second, OldParagraph)
    assert (first.text, first.indent) == ("(๑)\tนายเอก\tกรรมการ\n\tฝ่ายคลัง", 100.0)
    assert first.edges == (100.0, 200.0, 324.0, 300.0)
    assert second.text == "นายโท\tกรรมการ วันที่\t๑"


def test_deleted_and_hidden_text_and_codes_are_left_out_and_results_stay() -> None:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    def field(code: str, result: str) -> str:
        return (
            f"{mark('begin')}<w:r><w:instrText>{code}</w:instrText></w:r>{mark('separate')}"
            f"<w:r><w:t>{result}</w:t></w:r>{mark('end')}"
        )

    hidden = style("ซ่อน", run="<w:vanish/>")
    body = (
        '<w:p><w:del w:id="1"><w:r><w:delText>ลบ</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>เพิ่ม</w:t></w:r>'
        '</w:ins><w:moveFrom w:id="3"><w:r><w:t>ย้าย</w:t></w:r></w:moveFrom></w:p>',
        '<w:p><w:pPr><w:pStyle w:val="ซ่อน"/></w:pPr><w:r><w:t>ไม่เห็น</w:t></w:r>'
        '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>เห็น</w:t></w:r></w:p>',
        f"<w:p>{field('DATE', 'วันนี้')}{field('PAGE', '๗')}{field('IF ' + 'x', 'ผล')}</w:p>",
        '<w:p><w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>๙</w:t></w:r></w:fldSimple><w:fldSimple w:instr="REF ก">'
        "<w:r><w:t>อ้าง</w:t></w:r></w:fldSimple></w:p>",
        f"<w:p>{mark('begin')}<w:r><w:instrText>TOC</w:instrText></w:r>{mark('separate')}"
        "<w:r><w:t>ส่วนที่ ๑</w:t></w:r></w:p>",
        f"<w:p><w:r><w:t>ส่วนที่ ๒</w:t></w:r>{mark('end')}</w:p>",
        paragraph("ท้าย"),
    )
    assert texts(*body, more_styles=hidden) == ["เพิ่ม", "เห็น", "วันนี้ผล", "อ้าง", "ท้าย"]


def test_text_that_is_struck_through_stands_aside_with_its_number() -> None:
    struck = "<w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>นายโท</w:t></w:r></w:p>"
    listed = struck.replace("<w:p>", '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>')
    part = runs("<w:t>ครู</w:t>").replace("</w:p>", struck.replace("strike", "dstrike").removeprefix("<w:p>"))
    file = read(numbered("นายเอก"), listed, numbered("นายตรี"), part, numbering=lists(level("%1.")))
    assert [one.printed for one in file.paragraphs()] == ["๑. นายเอก", "๓. นายตรี", "ครู"]
    assert aside(file) == ["นายโท", "นายโท"]


def test_what_a_content_control_asks_for_is_no_text() -> None:
    asks = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    held = asks.format("<w:r><w:t>คลิกที่นี่</w:t></w:r>")
    file = read(f"<w:p><w:r><w:t>ครู</w:t></w:r>{held}</w:p>", asks.format(paragraph("เลือกวันที่")))
    assert ([one.text for one in file.paragraphs()], aside(file)) == (["ครู"], ["เลือกวันที่"])


def test_a_field_that_never_ends_hides_no_more_than_its_paragraph() -> None:
    begin = '<w:fldChar w:fldCharType="begin"/><w:instrText>TOC</w:instrText><w:fldChar w:fldCharType="separate"/>'
    assert texts(runs(begin, "<w:t>ก</w:t>"), paragraph("ข")) == ["ข"]


def test_a_paragraph_whose_end_is_deleted_goes_on_in_the_next() -> None:
    first = '<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t>สำนัก</w:t></w:r></w:p>'
    held = table(row(cell(paragraph("ช่อง"))), columns=(5,))
    assert texts(first, paragraph("ปลัด"), first, held) == ["สำนักปลัด", "สำนัก", "ช่อง"]


def test_what_stands_in_controls_links_and_tags_is_text_and_a_table_of_contents_is_not() -> None:
    contents = '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    body = (
        f"{contents}<w:sdtContent>{paragraph('สารบัญ')}</w:sdtContent></w:sdt>",
        f"<w:sdt><w:sdtContent>{paragraph('ก')}</w:sdtContent></w:sdt>",
        "<w:p><w:hyperlink><w:r><w:t>ข</w:t></w:r></w:hyperlink><w:smartTag><w:r><w:t>ค</w:t></w:r></w:smartTag>"
        "<w:sdt><w:sdtContent><w:r><w:t>ง</w:t></w:r></w:sdtContent></w:sdt></w:p>",
    )
    assert texts(*body) == ["ก", "ขคง"]


def test_contents_made_of_page_references_are_left_out_and_a_reference_in_a_text_is_not() -> None:
    def page(target: str) -> str:
        return f'<w:fldSimple w:instr="PAGEREF {target} \\h"><w:r><w:t>๓</w:t></w:r></w:fldSimple>'

    line = "<w:p><w:r><w:t>คำสั่ง</w:t><w:tab/></w:r>" + page("ก") + "</w:p>"
    rows = [row(cell(paragraph("คำสั่ง")), cell(f"<w:p>{page(target)}</w:p>")) for target in ("ก", "ข")]
    text = f"<w:p><w:r><w:t>ตามหน้า </w:t></w:r>{page('ค')}</w:p>"
    headings = (paragraph("ปก"), paragraph("สารบัญ"), paragraph("หน้า"))
    assert texts(*headings, table(*rows), text) == ["ปก", "ตามหน้า ๓"]
    assert texts(*headings, line, line, text) == ["ปก", "ตามหน้า ๓"]


def test_signs_of_symbol_fonts_are_those_that_are_printed() -> None:
    signs = [("Wingdings", "F0FE"), ("Wingdings", "F0A8"), ("Symbol", "F02D"), ("Wingdings", "F07F"), ("Arial", "0E3F")]
    body = runs(*(f'<w:sym w:font="{font}" w:char="{code}"/>' for font, code in signs))
    typed = '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>\uf0fc ครบ</w:t>'
    assert texts(body, runs(typed)) == ["☑□-•฿", "✓ ครบ"]


def test_fields_of_forms_say_what_was_chosen() -> None:
    entries = '<w:ddList><w:result w:val="1"/><w:listEntry w:val="นาย"/><w:listEntry w:val="นาง"/></w:ddList>'
    boxes = ("<w:checkBox><w:default/></w:checkBox>", '<w:checkBox><w:default/><w:checked w:val="0"/></w:checkBox>')
    fields = (
        f'<w:fldChar w:fldCharType="begin"><w:ffData>{one}</w:ffData></w:fldChar><w:instrText>FORM</w:instrText>'
        '<w:fldChar w:fldCharType="end"/>'
        for one in (entries, *boxes)
    )
    assert texts(runs(*fields)) == ["นาง☑☐"]


TEXT_BOX = (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice>'
    '<w:drawing><wp:anchor xmlns:wp="urn:wp"><wps:txbx xmlns:wps="urn:wps"><w:txbxContent>{0}</w:txbxContent>'
    "</wps:txbx></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox xmlns:v="
    '"urn:schemas-microsoft-com:vml"><w:txbxContent>{0}</w:txbxContent></v:textbox></w:pict></mc:Fallback>'
    "</mc:AlternateContent>"
)


def test_text_boxes_stand_once_behind_the_paragraph_that_they_are_anchored_in() -> None:
    new = runs(TEXT_BOX.format(paragraph("ในกรอบ")), "<w:t>ที่ยึด</w:t>")
    old = runs(
        '<w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml"><w:txbxContent>'
        f"{paragraph('แบบเดิม')}</w:txbxContent></v:textbox></w:pict>"
    )
    held = table(row(cell(runs(TEXT_BOX.format(paragraph("ในช่อง")), "<w:t>ช่อง</w:t>"))), columns=(5,))
    goes_on = new.replace("<w:p>", '<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>', 1)
    assert texts(new, old, held) == ["ที่ยึด", "ในกรอบ", "แบบเดิม", "ช่อง", "ในช่อง"]
    assert texts(goes_on, paragraph("ต่อ")) == ["ในกรอบ", "ที่ยึดต่อ"]


def test_pages_begin_where_staff_begin_them() -> None:
    broken = runs("<w:t>ก</w:t>", '<w:br w:type="page"/>', "<w:t>ข</w:t>", "<w:lastRenderedPageBreak/><w:t>ค</w:t>")
    ends = f"<w:p><w:pPr>{section()}</w:pPr></w:p>"
    runs_on = section().replace("<w:pgSz", '<w:type w:val="continuous"/><w:pgSz')
    body = (
        broken,
        runs('<w:br w:type="page"/>'),
        table(row(cell(paragraph("ง"))), columns=(5,)),
        ends,
        paragraph("จ"),
        ends,
        paragraph("ฉ"),
    )
    found = [(one.text, one.new_page) for one in read(*body, end=runs_on).paragraphs()]
    assert found == [("ก", False), ("ขค", True), ("ง", True), ("จ", True), ("ฉ", False)]


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ([level("(%1)")], ["(๑) ก", "(๒) ข", "(๓) ค"]),
        ([level("%1.", "thaiLetters")], ["ก. ก", "ข. ข", "ค. ค"]),
        ([level("%1)", "thaiCounting")], ["หนึ่ง) ก", "สอง) ข", "สาม) ค"]),
        ([level("ข้อ %1", "decimal", more='<w:start w:val="9"/>')], ["ข้อ 9 ก", "ข้อ 10 ข", "ข้อ 11 ค"]),
        ([level("%1", "upperRoman")], ["I ก", "II ข", "III ค"]),
        ([level("–", "bullet")], ["- ก", "- ข", "- ค"]),
        ([level("\uf0b7", "bullet")], ["• ก", "• ข", "• ค"]),
    ],
)
def test_automatic_numbers_are_those_that_are_printed(levels: list[str], expected: list[str]) -> None:
    held = table(row(cell(numbered("ข")), cell(paragraph())))
    assert texts(numbered("ก"), held, numbered("ค"), numbering=lists(*levels)) == expected


def test_numbers_of_levels_restarts_and_styles() -> None:
    again = (
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
        "</w:lvlOverride></w:num>"
    )
    numbering = lists(level("%1."), level("%1.%2", depth=1), more=again)
    listed = style("ข้อ", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    body = (
        paragraph("ก", '<w:pStyle w:val="ข้อ"/>'),
        numbered("ข", depth=1),
        paragraph("ไม่นับ", '<w:pStyle w:val="ข้อ"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
        numbered("ค", depth=1),
        numbered("ง"),
        numbered("จ", 2),
        numbered("ฉ", 2),
    )
    expected = ["๑. ก", "๑.๑ ข", "ไม่นับ", "๑.๒ ค", "๒. ง", "๑. จ", "๒. ฉ"]
    assert texts(*body, numbering=numbering, more_styles=listed) == expected


def test_a_number_stands_once_before_a_text_that_a_page_break_divides_and_nowhere_where_it_is_hidden() -> None:
    broken = numbered("ก").replace("</w:r></w:p>", '<w:br w:type="page"/><w:t>ข</w:t></w:r></w:p>')
    assert texts(broken, numbering=lists(level("%1"))) == ["๑ ก", "ข"]
    assert texts(numbered("ก"), numbering=lists(level("%1", more="<w:rPr><w:vanish/></w:rPr>"))) == ["ก"]


def test_a_number_alone_is_what_a_cell_says() -> None:
    (found,) = read(table(row(cell(numbered("")), cell(paragraph("ก")))), numbering=lists(level("%1"))).blocks
    assert isinstance(found, OldTable)
    assert [one.text for one in found.rows[0]] == ["๑ ", "ก"]


def simple(text: str, line: int, columns: int = 1) -> OldCell:
    return OldCell((OldParagraph(text, at(line)),), columns)


def test_merged_cells_go_over_columns_and_rows() -> None:
    held = table(
        row(cell(paragraph("ก"), properties='<w:vMerge w:val="restart"/>'), cell(paragraph("ข"))),
        row(cell(paragraph("ไม่เห็น"), properties="<w:vMerge/>"), cell(paragraph("ค"), paragraph("ง"))),
        row(cell(paragraph("จ"), properties='<w:gridSpan w:val="2"/>')),
        row(cell(paragraph("ฉ")), properties='<w:gridBefore w:val="1"/>'),
        row(cell(paragraph("ช"), properties='<w:hMerge w:val="restart"/>'), cell(properties="<w:hMerge/>")),
        row(cell(paragraph("ลบแล้ว")), cell(), properties='<w:del w:id="1"/>'),
        row(cell(paragraph("ซ่อน")), cell(), properties="<w:hidden/>"),
        row(cell(paragraph("ซ"), properties="<w:vMerge/>"), properties='<w:gridAfter w:val="9999"/>'),
    )
    assert read(held).blocks == (
        OldTable(
            (
                (simple("ก", 1), simple("ข", 2)),
                (
                    OldCell(continued=True),
                    OldCell((OldParagraph("ค", at(3)), OldParagraph("ง", at(4)))),
                ),
                (simple("จ", 5, 2),),
                (OldCell(), simple("ฉ", 6)),
                (simple("ช", 7, 2),),
                (simple("ซ", 8), OldCell(columns=63)),
            ),
            OldPlace(NAME, place="ตาราง 1"),
        ),
    )


def test_a_table_in_a_cell_is_lines_of_it_and_one_that_only_arranges_is_gone() -> None:
    inner = table(row(cell(paragraph("ก")), cell(paragraph("ข"))), row(cell(paragraph("ค"), paragraph("ง")), cell()))
    lines = table(row(cell(paragraph("ก\nข")), cell(paragraph("ค"))))
    (two,) = read(table(row(cell(lines), cell(paragraph("ข้าง"))))).blocks
    assert isinstance(two, OldTable)
    assert [one.text for one in two.rows[0][0].paragraphs] == ["ก\nข", "ค"]
    beside = table(row(cell(paragraph("หัว"), inner, paragraph("ท้าย")), cell(paragraph("ข้าง"))))
    (found,) = read(beside).blocks
    assert isinstance(found, OldTable)
    assert [one.text for one in found.rows[0]] == ["หัว\nก\tข\nค\nง\nท้าย", "ข้าง"]
    first, second, third = read(table(row(cell(paragraph("หัว"), inner, paragraph("ท้าย"))), columns=(5,))).blocks
    assert isinstance(second, OldTable)
    assert [[one.text for one in cells] for cells in second.rows] == [["ก", "ข"], ["ค\nง", ""]]
    assert (first, third) == (OldParagraph("หัว", at(1)), OldParagraph("ท้าย", at(6)))
    framed = read(table(row(cell(paragraph("คำสั่ง"), paragraph("ที่ ๑"))), columns=(5,))).blocks
    assert framed == (OldParagraph("คำสั่ง", at(1)), OldParagraph("ที่ ๑", at(2)))
    assert read(table(row(cell(), cell(paragraph("คำสั่ง"), paragraph("ที่ ๑"))))).blocks == framed
    (beside,) = read(table(row(cell(), cell(paragraph("คำสั่ง"))))).blocks
    assert isinstance(beside, OldTable)


def test_pictures_come_with_their_bytes_and_a_name() -> None:
    def drawn(key: str) -> str:
        blip = f'<a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:embed="{key}"/>'
        return f'<w:drawing><wp:inline xmlns:wp="urn:wp">{blip}</wp:inline></w:drawing>'

    photo = png(2, 2)
    made = package(
        runs(drawn("rIdOne"), "<w:t>ประชุม</w:t>", drawn("rIdFar")),
        table(row(cell(runs(drawn("rIdTwo"))), cell(paragraph("อบรม")))),
    )
    made.put("word/media/ภาพ 1.png", photo, "image/png")
    made.put("word/media/image.emf", b"\1\0\0\0", "image/x-emf")
    made.relate(made.main, Relationship("image", "word/media/ภาพ 1.png"), "rIdOne")
    made.relate(made.main, Relationship("image", "word/media/image.emf"), "rIdFar")
    made.relate(made.main, Relationship("image", "word/media/ภาพ 1.png"), "rIdTwo")
    first, text, held, last = read_word(NAME, made.data()).blocks
    assert first == Photo("1.png", photo, OldPlace(NAME, place="ภาพ 1"))
    assert text == OldParagraph("ประชุม", at(1))
    assert isinstance(held, OldTable)
    assert last == Photo("1.png", photo, OldPlace(NAME, place="ภาพ 2"), caption=at(2))


@pytest.mark.parametrize(
    ("rows", "captions"),
    [
        ((("□", "□"), ("ก", "ข"), ("□", "□"), ("ค", "")), (1, 2, 3, None)),
        ((("ก", "ข"), ("□", "□"), ("ค",), ("□", "□")), (1, 2, 3, 3)),
        ((("หัว",), ("□", "□"), ("ก", "ข")), (2, 3)),
        ((("□ก", "□ข"), ("□ค", "")), (1, 2, 3)),
        ((("ที่", "กิจกรรม", "ภาพ"), ("๑", "อบรม", "□")), (4,)),
    ],
    ids=["below", "above", "below a title", "in the cell", "in the row"],
)
def test_pictures_in_a_table_know_their_captions(rows: Sequence[Sequence[str]], captions: Sequence[int | None]) -> None:
    picture = '<a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:embed="rIdOne"/>'
    drawn = f'<w:drawing><wp:inline xmlns:wp="urn:wp">{picture}</wp:inline></w:drawing>'

    def filled(text: str, over: int) -> str:
        said = text.removeprefix("□")
        inside = [runs(drawn)] * text.startswith("□") + [paragraph(said)] * bool(said)
        return cell(*inside, properties=f'<w:gridSpan w:val="{over}"/>')

    width = max(map(len, rows))
    made = package(table(*(row(*(filled(text, width // len(texts)) for text in texts)) for texts in rows)))
    made.put("word/media/1.png", png(2, 2), "image/png")
    made.relate(made.main, Relationship("image", "word/media/1.png"), "rIdOne")
    blocks = read_word(NAME, made.data()).blocks
    photos = [one for one in blocks if isinstance(one, Photo)]
    assert [one.caption for one in photos] == [number and at(number) for number in captions]


def test_footnotes_come_last_with_their_place() -> None:
    reference = runs("<w:t>เทศบาล</w:t>", '<w:footnoteReference w:id="4"/>')
    made = package(reference, paragraph("ท้าย"))
    notes = "".join(
        f'<w:footnote w:id="{key}">{paragraph(text)}</w:footnote>' for key, text in ((0, "เส้น"), (4, "เดิมคือสุขาภิบาล"))
    )
    made.put("word/footnotes.xml", f"<w:footnotes {NS}>{notes}</w:footnotes>".encode(), f"{MAIN}.footnotes+xml")
    made.relate(made.main, Relationship("footnotes", "word/footnotes.xml"))
    assert read_word(NAME, made.data()).blocks == (
        OldParagraph("เทศบาล", at(1)),
        OldParagraph("ท้าย", at(2)),
        OldParagraph("เดิมคือสุขาภิบาล", OldPlace(NAME, place="เชิงอรรถ 1 ย่อหน้า 1")),
    )


@pytest.mark.parametrize(
    ("kind", "text", "stays"),
    [
        ("default", "ที่ทำการปกครอง", False),
        ("default", "สถานที่ติดต่อ " * 9, True),
        ("first", "บันทึกข้อความ", True),
        ("first", "- ๒ -", False),
    ],
)
def test_of_headers_only_what_no_page_repeats_stays(kind: str, text: str, stays: bool) -> None:
    end = section(more=f'<w:headerReference w:type="{kind}" r:id="rIdHeader"/><w:titlePg/>')
    assert texts(paragraph("ก"), end=end, header=paragraph(text)) == ([text.strip()] if stays else []) + ["ก"]


def test_strict_files_are_read_like_others() -> None:
    made = package(paragraph("ก"))
    strict = made.parts[made.main].data.replace(W[1:-1].encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
    made.put(made.main, strict)
    assert read_word(NAME, made.data()).blocks == (OldParagraph("ก", at(1)),)


def test_what_is_no_sound_word_file_is_refused_in_thai() -> None:
    broken = package(paragraph("ก"))
    broken.put(broken.main, b"<w:document>")
    none = package(paragraph("ก"))
    none.put(none.main, b"<workbook/>")
    odd = package(paragraph("ก"), numbering='<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="x"/></w:abstractNum>')
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    for data in (b"", b"PK", old, broken.data(), none.data(), odd.data()):
        with pytest.raises(RefusedError, match="ไฟล์"):
            read_word(NAME, data)


def test_a_file_that_would_take_very_long_is_refused() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as whole:  # not packed, as a file that swells is refused at the door
        for name, data in unpack(docx(paragraph("ก"), asks=False)).items():
            whole.writestr(name, data.replace(b"<w:body>", b"<w:body>" + b"<w:p/>" * 400_000))
    with pytest.raises(RefusedError, match="ส่วน"):
        read_word(NAME, file.getvalue())


LONG = " ".join(["ให้หน่วยงานเผยแพร่ข้อมูลสาธารณะต่อประชาชนอย่างครบถ้วนและเป็นปัจจุบัน"] * 9)
HEADED = "<w:tblHeader/>"


def test_our_own_paragraphs_that_a_page_divides_are_whole_again() -> None:
    long = f"{LONG} {LONG}"
    before = package(*[paragraph(long)] * 4, end=section(lines=10), properties={CATCHWORDS.property: "1"})
    planned = plan_pages(before, Catchwords.PLAIN, CATCHWORDS).document
    whole = planned.parts[planned.main].tree
    assert len([*whole.iter(f"{W}p")]) > 4 + planned.parts[planned.main].data.count(CATCHWORDS.style.encode())
    assert read_word(NAME, planned.data()).blocks == tuple(OldParagraph(long, at(line)) for line in range(1, 5))


def test_our_own_rows_that_a_page_divides_are_whole_again() -> None:
    steps = "\n".join(f"{number}. เผยแพร่ข้อมูลสาธารณะต่อประชาชนอย่างครบถ้วน" for number in range(1, 12))
    rows = [row(cell(paragraph(f"ข้อ {number}")), cell(paragraph(LONG), paragraph(steps))) for number in (1, 2, 3)]
    before = package(
        table(row(cell(paragraph("ชื่อ")), cell(paragraph("วิธี")), properties=HEADED), *rows), end=section(lines=9)
    )
    planned = plan_rows(before, "(ต่อ)").document
    assert planned.parts[planned.main].data.count("(ต่อ)".encode()) > 2
    (found,) = read_word(NAME, planned.data()).blocks
    assert isinstance(found, OldTable)
    expected = [["ชื่อ", "วิธี"], *([f"ข้อ {number}", f"{LONG}\n{steps}"] for number in (1, 2, 3))]
    assert [[one.text for one in cells] for cells in found.rows] == expected


STEPS = "\n".join(f"{number}. เผยแพร่ข้อมูลสาธารณะต่อประชาชน" for number in range(1, 6))
SHORT = "เผยแพร่ข้อมูลสาธารณะต่อประชาชนอย่างครบถ้วน"
DIVIDED = {
    "long beside short": [("ข้อ ๑", LONG, SHORT), ("ข้อ ๒", SHORT, LONG), ("ข้อ ๓\nการให้บริการ", LONG, "")],
    "steps beside lists": [("ข้อ ๑", STEPS, LONG), ("ข้อ ๒", f"{LONG}\n{SHORT}", STEPS), ("", SHORT, STEPS)],
    "paragraphs beside lines": [
        ("ข้อ ๑", f"{SHORT}|{LONG}|{SHORT}", f"{STEPS}|{SHORT}"),
        ("ข้อ ๒", f"{LONG}|{STEPS}", LONG),
    ],
}


@pytest.mark.parametrize("lines", some(range(4, 16), quick=2))
@pytest.mark.parametrize("rows", DIVIDED.values(), ids=DIVIDED)
def test_pages_of_any_length_are_whole_again(rows: list[tuple[str, ...]], lines: int) -> None:
    made = [row(*(cell(*map(paragraph, text.split("|"))) for text in texts)) for texts in rows]
    heads = row(*(cell(paragraph(text)) for text in ("ชื่อ", "วิธี", "ผล")), properties=HEADED)
    body = (paragraph(LONG), paragraph(f"{SHORT}\n{LONG}"), table(heads, *made, columns=(5, 5, 5)), paragraph(LONG))
    before = package(*body, end=section(lines=lines), properties={CATCHWORDS.property: "1"})
    data = before.data()
    planned = plan_pages(plan_rows(before, "(ต่อ)").document, Catchwords.PLAIN, CATCHWORDS).document
    assert word.read_word(NAME, planned.data()).blocks == word.read_word(NAME, data).blocks


CHOICE = "http://schemas.openxmlformats.org/markup-compatibility/2006"
DIAGRAM = '<d:relIds xmlns:d="http://schemas.openxmlformats.org/drawingml/2006/diagram"/>'
EMBEDDED = '<w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office"/></w:object>'
ART = '<w:pict><v:textpath xmlns:v="urn:schemas-microsoft-com:vml" string="คำสั่ง"/></w:pict>'
SUM = '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>1</m:t></m:r></m:oMath>'


def test_what_is_seen_and_not_read_is_told() -> None:
    fallback = f'<a:AlternateContent xmlns:a="{CHOICE}"><a:Fallback>{ART}</a:Fallback></a:AlternateContent>'
    deleted = f"<w:p><w:del><w:r>{EMBEDDED}</w:r></w:del></w:p>"
    assert read(paragraph("ก"), runs(fallback), deleted).problems == ()
    file = read(paragraph("ก"), runs(f"<w:drawing>{DIAGRAM}</w:drawing>", EMBEDDED, ART, EMBEDDED), f"<w:p>{SUM}</w:p>")
    (problem,) = file.problems
    assert (problem.kind, problem.found, problem.severity.name) == ("import-parts-unread", NAME, "WARNING")
    assert problem.message.endswith(
        "แผนผัง SmartArt 1 แห่ง, วัตถุที่ฝังจากโปรแกรมอื่น เช่น ตาราง Excel 2 แห่ง, อักษรศิลป์ (WordArt) 1 แห่ง, สมการ 1 แห่ง"
    )


def field_of(code: str, result: str) -> str:
    marks = [f'<w:fldChar w:fldCharType="{kind}"/>' for kind in ("begin", "separate", "end")]
    return runs(marks[0], f"<w:instrText>{code}</w:instrText>", marks[1], f"<w:t>{result}</w:t>", marks[2])


def test_fields_that_show_their_codes_comments_and_deleted_text_are_told() -> None:
    begin, end = (f'<w:fldChar w:fldCharType="{kind}"/>' for kind in ("begin", "end"))
    button = runs(begin, "<w:instrText> MACROBUTTON x คลิก</w:instrText>", end)
    deleted = "<w:p><w:del><w:r><w:delText>ข</w:delText></w:r></w:del></w:p>"
    (problem,) = read(button, runs('<w:commentReference w:id="0"/>'), deleted, field_of("DATE", "ค")).problems
    assert problem.message.partition(" ได้แก่ ")[2] == (
        "ข้อคิดเห็น 1 แห่ง, ข้อความในรหัสเขตข้อมูล (field) 1 แห่ง, ข้อความที่ลบโดยติดตามการเปลี่ยนแปลง 1 แห่ง"
    )


def test_a_paragraph_is_bold_where_all_of_it_is_and_a_hidden_field_of_a_form_says_nothing() -> None:
    bold = "<w:rPr><w:b/></w:rPr><w:t>หนา</w:t>"
    box = '<w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default/></w:checkBox></w:ffData></w:fldChar>'
    hidden = f'<w:rPr><w:vanish/></w:rPr>{box}<w:fldChar w:fldCharType="end"/>'
    ended = box.replace("<w:checkBox>", "<w:textInput/><w:checkBox>").replace(
        "<w:checkBox><w:default/></w:checkBox>", ""
    )
    end = '<w:fldChar w:fldCharType="end"/>'
    file = read(
        runs(bold, bold), runs(bold, "<w:t>บาง</w:t>"), runs(hidden, "<w:t>ก</w:t>", ended, end, "<w:t>ข</w:t>")
    )
    assert [(one.text, one.bold) for one in file.paragraphs()] == [("หนาหนา", True), ("หนาบาง", False), ("กข", False)]


def test_words_of_drawings_stand_aside_and_a_sign_without_a_code_is_none() -> None:
    words = '<a:t xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">ผังองค์กร</a:t>'
    sign = '<w:sym w:font="Wingdings" w:char="no"/>'
    file = read(runs(f"<w:drawing>{words}</w:drawing>"), runs("<w:t>ก</w:t>", sign))
    assert (aside(file), [one.text for one in file.paragraphs()]) == (["ผังองค์กร"], ["ก"])


def test_catchwords_are_known_by_the_name_of_their_style_which_another_program_has_renamed() -> None:
    other = style("P7").replace('<w:name w:val="P7"/>', f'<w:name w:val="{CATCHWORDS.style_name}"/>')
    file = read(paragraph("ก"), paragraph("ข้อ ๒...", '<w:pStyle w:val="P7"/>'), paragraph("ข้อ ๒"), more_styles=other)
    assert ([one.text for one in file.paragraphs()], file.of_pages) == (["ก", "ข้อ ๒"], ("ข้อ ๒...",))


@pytest.mark.soak
def test_a_file_of_too_many_paragraphs_is_refused() -> None:
    assert read(*[paragraph()] * 7_999, paragraph("ก")).blocks
    with pytest.raises(RefusedError, match="8,000 ย่อหน้า"):
        read(*[paragraph()] * 8_000, paragraph("ก"))


def test_a_picture_that_cannot_be_taken_is_told() -> None:
    blip = '<a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:embed="{}"/>'
    made = package(
        *(runs(f"<w:drawing>{blip.format(key)}</w:drawing>") for key in ("rIdPhoto", "rIdDrawing", "rIdGone"))
    )
    for key, data in (("rIdPhoto", png(3, 2)), ("rIdDrawing", b"\x01\0\0\0 EMF")):
        made.put(f"word/media/{key}.bin", data, "image/png")
        made.relate("word/document.xml", Relationship("image", f"word/media/{key}.bin"), key)
    file = read_word(NAME, made.data())
    assert [one.kind for one in file.problems] == ["import-photo-unusable"]
    assert "ภาพ 2 ภาพ" in file.problems[0].message
    assert [type(one) for one in file.blocks] == [Photo]


def aside(file: OldFile) -> list[str]:
    return [one.printed if isinstance(one, OldParagraph) else one.name for one in file.aside]


def test_short_heads_of_pages_stand_aside_without_the_numbers_of_pages() -> None:
    header = paragraph("เอกสารแนบท้ายคำสั่งที่ ๗") + field_of("PAGE", "๒") + paragraph("หน้า - จาก")
    end = section(more='<w:headerReference w:type="default" r:id="rIdHeader"/>')
    file = read(paragraph("ก"), end=end, header=header)
    assert (aside(file), str(file.aside[0].origin)) == (["เอกสารแนบท้ายคำสั่งที่ ๗"], f"{NAME} หัวกระดาษ 1 ย่อหน้า 1")
    unseen = end.replace("default", "first")
    assert read(paragraph("ก"), end=unseen, header=header).aside == ()


def test_paragraphs_in_a_structure_that_no_reader_knows_stand_aside() -> None:
    around = f"<w:moveTo>{paragraph('ย้ายมา')}</w:moveTo><w:moveFrom>{paragraph('ย้ายไป')}</w:moveFrom>"
    rows = table(f"<w:ins>{row(cell(paragraph('แถวแทรก')))}</w:ins>", row(cell(paragraph("ก"))))
    gone = table(row(cell(paragraph("ลบแล้ว")), properties="<w:del/>"), row(cell(paragraph("ข"))))
    merged = table(
        row(cell(paragraph("ค"), properties='<w:vMerge w:val="restart"/>')),
        row(cell(paragraph("ไม่เห็น"), properties="<w:vMerge/>")),
    )
    assert aside(read(around, rows, gone, merged)) == ["ย้ายมา", "แถวแทรก"]


def test_words_and_figures_of_a_chart_stand_aside_unless_the_text_has_all_figures() -> None:
    namespace = "http://schemas.openxmlformats.org/drawingml/2006/chart"
    chart = f'<c:chart xmlns:c="{namespace}"><c:v>คะแนน</c:v><c:v>87.6</c:v><c:v>90</c:v></c:chart>'
    for said, expected in (("๘๗.๕๕ และ ๙๐", []), ("๘๗.๖๙ และ ๙๐", ["คะแนน", "87.6", "90"])):
        made = package(
            paragraph(said), runs(f'<w:drawing><c:chart xmlns:c="{namespace}" r:id="rIdChart"/></w:drawing>')
        )
        made.put("word/charts/chart1.xml", chart.encode(), "application/xml")
        made.relate("word/document.xml", Relationship("chart", "word/charts/chart1.xml"), "rIdChart")
        assert aside(read_word(NAME, made.data())) == expected
