"""The layout of a document: lines, heights, tables, headers and pages, from the file alone."""

from __future__ import annotations

from pathlib import Path

import pytest
import uharfbuzz

from officefiles.opc import Relationship
from small_docx import cell, package, paragraph, row, section, style, table
from thaipages.layout import Layout, Paragraph, Table, measure, paginate
from thaipages.layout.faces import read_faces
from thaipages.layout.lines import Measure, Tabs, fill
from thaipages.layout.text import measure_text, read_look

FONT = Path(__file__).resolve().parents[3] / "pipeline" / "thaipages" / "fonts" / "THSarabunPSK.ttf"
LINE = 400
TEXT = "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA) ของสำนักงานเขต กรุงเทพมหานคร"
WP = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
FIXED = '<w:tblLayout w:type="fixed"/>'
CENTIMETRE = "WWW"
"""Text as wide as its name says, to 0.05 millimetres, in which no line may end; a space is 1.2 millimetres."""


TURN = '<w:r><w:br w:type="page"/></w:r>'


def picture(width: float, height: float) -> str:
    """A run with a picture of this size in twips."""
    box = f'cx="{width * 635:.0f}" cy="{height * 635:.0f}"'
    inline = f"<wp:inline {WP}><wp:extent {box}/></wp:inline>"
    return f"<w:r><w:drawing>{inline}</w:drawing></w:r>"


def paragraphs(layout: Layout) -> list[Paragraph]:
    return [block for part in layout.parts for block in part.blocks if isinstance(block, Paragraph)]


def first_table(layout: Layout) -> Table:
    return next(block for part in layout.parts for block in part.blocks if isinstance(block, Table))


def lines(text: str, properties: str = "", **parts: str) -> list[str]:
    """The lines of a paragraph in a column of 16 cm."""
    (made,) = paragraphs(measure(package(paragraph(text, properties), **parts)))
    return [made.text[start:end] for start, end in zip((0, *made.ends), made.ends, strict=False)]


def starts(*body: str, **parts: str) -> list[str]:
    """The text that each page begins with."""
    return [page.fragments[0].text for page in paginate(measure(package(*body, **parts)))]


# Widths and lines


@pytest.mark.parametrize("text", [TEXT, "ปี่ ป้า น้ำ กุฎีผู้ใหญ่ ญาณ ฐาน", "Integrity AVATAR 2566 ๒๕๖๖ “ก”"])
def test_widths_are_what_harfbuzz_shapes(text: str) -> None:
    font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(FONT))))
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer, {"kern": False})
    face = read_faces()["th sarabunpsk"][False]
    shaped = sum(position.x_advance for position in buffer.glyph_positions)
    assert sum(face.advances[char] for char in text) * 1000 == pytest.approx(shaped)


def test_a_line_is_as_high_as_its_letters() -> None:
    small = paragraph("ก", '<w:spacing w:line="240" w:lineRule="auto"/>')
    large = small.replace("<w:r>", '<w:r><w:rPr><w:sz w:val="64"/><w:szCs w:val="64"/></w:rPr>')
    once, twice = (one.height for one in paragraphs(measure(package(small, large))))
    assert twice == pytest.approx(2 * once)


def test_a_document_without_styles_and_lists_is_measured() -> None:
    bare = package(paragraph("ก"))
    links = bare.relationships[bare.main]
    bare.relationships[bare.main] = {key: one for key, one in links.items() if one.kind not in ("styles", "numbering")}
    assert [one.text for one in paragraphs(measure(bare))] == ["ก"]


def test_a_sign_that_the_font_lacks_is_given_room() -> None:
    assert lines("☐" * 29) == ["☐" * 28, "☐"]
    assert lines("W\u2011" * 30) == ["W\u2011" * 30]


def test_bold_is_wider() -> None:
    faces = read_faces()["th sarabunpsk"]
    regular, bold = faces[False], faces[True]
    assert all(bold.advances[char] > regular.advances[char] for char in "กขค๑1A")


def test_lines_end_at_words_and_leave_their_space_behind() -> None:
    assert lines(f"{TEXT} {TEXT}") == [
        "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA) ของสำนักงานเขต ",
        "กรุงเทพมหานคร การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA) ของ",
        "สำนักงานเขต กรุงเทพมหานคร",
    ]


def words(count: int) -> str:
    return " ".join([CENTIMETRE] * count)


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ("", [14, 14, 2]),
        ('<w:ind w:firstLine="2268"/>', [10, 14, 6]),
        ('<w:ind w:left="2268" w:hanging="2268"/>', [14, 10, 6]),
        ('<w:ind w:start="2268" w:right="2268"/>', [7, 7, 7, 7, 2]),
    ],
)
def test_indents_shorten_lines(properties: str, expected: list[int]) -> None:
    assert [len(line.split()) for line in lines(words(30), properties)] == expected


@pytest.mark.parametrize(
    ("text", "properties", "expected"),
    [
        ("ก\nข", "", ["ก\n", "ข"]),
        ("W" * 100, "", ["W" * 48, "W" * 48, "W" * 4]),
        (f"(๑)\t{words(15)}", '<w:ind w:left="567" w:hanging="567"/>', [f"(๑)\t{words(13)} ", words(2)]),
        (f"(๑)\t{words(9)}", '<w:tabs><w:tab w:val="left" w:pos="4536"/></w:tabs>', [f"(๑)\t{words(7)} ", words(2)]),
        (f"W\t{words(9)}", '<w:tabs><w:tab w:val="right" w:pos="6000"/></w:tabs>', [f"W\t{words(9)}"]),
        ("สารบัญ\t๑๒", '<w:tabs><w:tab w:val="right" w:pos="9071"/></w:tabs>', ["สารบัญ\t๑๒"]),  # at the right edge
        (
            f"{words(15)}\t๑๒",
            '<w:tabs><w:tab w:val="right" w:pos="9071"/></w:tabs>',
            [f"{words(14)} ", f"{words(1)}\t๑๒"],
        ),
        (f"๑.\t{'W' * 50}", "", ["๑.\t", "W" * 48, "W" * 2]),
        (f"{'W' * 60} ๑\t{'W' * 99}", "", ["W" * 48, f"{'W' * 12} ๑\t", "W" * 48, "W" * 48, "W" * 3]),
        ("WWป้า", '<w:ind w:left="9060"/>', ["W", "W", "ป้", "า"]),  # narrower than any letter
    ],
)
def test_tabs_breaks_and_words_that_are_too_long(text: str, properties: str, expected: list[str]) -> None:
    assert lines(text, properties) == expected


WIDE = [0.0, 100, 200, 250, 350, 450, 500, 600, 700]
"""The edges of the characters of "กก ขข คค": letters of 100 twips, spaces of 50."""


@pytest.mark.parametrize(
    ("text", "centimetres", "expected"),
    [
        ("ฝ่ายปกครอง/ทุกฝ่าย", 2.4, "ฝ่ายปกครอง/|ทุกฝ่าย"),
        ("(๑)\tฝ่ายปกครอง/ทุกฝ่าย", 3.7, "(๑)\tฝ่ายปกครอง/|ทุกฝ่าย"),
        ("ฝ่ายโยธา/ฝ่ายทะเบียน", 2.6, "ฝ่ายโยธา/ฝ่าย|ทะเบียน"),
        ("กรรมการ และ/หรือ", 2.6, "กรรมการ |และ/หรือ"),
        ("กรรมการ ปัญหา/อุปสรรค", 2.0, "กรรมการ |ปัญหา/|อุปสรรค"),
        ("AAAAAAAA/BBBBBBBBB", 2.6, "AAAAAAAA/|BBBBBBBBB"),
        ("12/2569/2570/2571", 2.2, "12/2569/257|0/2571"),
    ],
)
def test_a_line_ends_after_a_slash_where_it_could_not_end_before(text: str, centimetres: float, expected: str) -> None:
    """LibreOffice ends these lines so too."""
    found = measure(package(table(row(cell(paragraph(text))), columns=(centimetres,))))
    (one,) = first_table(found).rows[0].paragraphs
    assert "|".join(text[start:end] for start, end in zip((0, *one.ends), one.ends, strict=False)) == expected


@pytest.mark.parametrize(
    ("text", "right", "ends"),
    [
        ("กก ขข", 450.5, [5]),
        ("กก ขข", 450.4, [3, 5]),
        ("กก ขข คค", 450.5, [6, 8]),
        ("กก ขข คค", 450.4, [3, 6, 8]),
        ("กก ขข คค", 700.5, [8]),
        ("กกกขขข", 250.5, [3, 6]),
        ("กกกขขข", 250.4, [2, 4, 6]),
    ],
)
def test_a_line_is_full_half_a_twip_before_its_end(text: str, right: float, ends: list[int]) -> None:
    """LibreOffice counts in whole twips and takes what comes nearer to the edge for too wide."""
    assert fill(text, WIDE, Measure(0, 0, right, Tabs({}, 720))) == ends


@pytest.mark.parametrize(
    ("right", "ends"),
    [(800.5, [4]), (800.4, [2, 4])],
)
def test_a_line_with_a_tab_is_full_there_too(right: float, ends: list[int]) -> None:
    """A letter of 100 twips, a tab to 600 and two letters."""
    assert fill("ก\tขข", [0.0, 100, 100, 200, 300], Measure(0, 0, right, Tabs({600: "left"}, 720))) == ends


@pytest.mark.parametrize(
    ("place", "stop"),
    [
        (0, (600, "center")),
        (599.4, (600, "center")),
        (599.5, (900, "right")),
        (899.5, (1440, "left")),
        (1440, (2160, "left")),
    ],
)
def test_a_tab_goes_to_the_first_stop_that_is_ahead(place: float, stop: tuple[float, str]) -> None:
    assert Tabs({900: "right", 600: "center"}, 720).after(place) == stop


def test_thai_takes_the_complex_script_look() -> None:
    big = '<w:sz w:val="64"/>'
    both = f'{big}<w:szCs w:val="64"/>'
    thai = TEXT.replace("(ITA) ", "")
    assert len(lines(thai, '<w:pStyle w:val="Big"/>', more_styles=style("Big", run=big))) == len(lines(thai)) == 2
    assert len(lines(thai, '<w:pStyle w:val="Big"/>', more_styles=style("Big", run=both))) == 3


def test_in_a_text_of_both_each_script_has_its_own_width() -> None:
    look = read_look({"rFonts.cs": "TH SarabunPSK", "rFonts.ascii": "TH SarabunPSK", "szCs": "32", "sz": "64"})
    thai, latin = measure_text("ก", look).widths, measure_text("W", look).widths
    assert measure_text("กWก", look).widths == (*thai, *latin, *thai)


# Heights and spaces


@pytest.mark.parametrize(
    ("spacing", "height"),
    [
        ('w:line="400" w:lineRule="exact"', 400),
        ('w:line="600" w:lineRule="atLeast"', 600),
        ('w:line="240" w:lineRule="auto"', 1.327 * 320),
        ('w:line="360" w:lineRule="auto"', 1.5 * 1.327 * 320),
    ],
)
def test_line_heights(spacing: str, height: float) -> None:
    (made,) = paragraphs(measure(package(paragraph("ก", f"<w:spacing {spacing}/>"))))
    assert made.height == pytest.approx(height)


def test_a_picture_makes_its_line_as_tall_as_itself() -> None:
    drawing = (
        '<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
        '<wp:extent cx="1270000" cy="2540000"/></wp:inline></w:drawing>'
    )
    body = f'<w:p><w:pPr><w:spacing w:line="240" w:lineRule="auto"/></w:pPr><w:r>{drawing}</w:r></w:p>'
    (made,) = paragraphs(measure(package(body)))
    assert made.height == 4000
    assert made.text == "\ufffc"


def gap(one: str, two: str, settings: str = "", more_styles: str = "") -> float:
    made = package(paragraph("ก", one), paragraph("ข", two), settings=settings, more_styles=more_styles)
    (page,) = paginate(measure(made))
    return page.fragments[1].gap


def test_the_larger_of_two_spaces_counts_unless_they_add_up() -> None:
    spaces = '<w:spacing w:after="120"/>', '<w:spacing w:before="200"/>'
    assert gap(*spaces) == 200
    assert gap(*spaces, settings="<w:compat><w:doNotUseHTMLParagraphAutoSpacing/></w:compat>") == 320


def test_contextual_spacing_joins_paragraphs_of_one_style() -> None:
    both = style("One", '<w:spacing w:before="200" w:after="200"/><w:contextualSpacing/>') + style(
        "Other", '<w:spacing w:before="100"/>', base="One"
    )
    one, other = '<w:pStyle w:val="One"/>', '<w:pStyle w:val="Other"/>'
    assert gap(one, one, more_styles=both) == 0
    assert gap(one, other, more_styles=both) == 200


@pytest.mark.parametrize(
    ("one", "two", "shared"),
    [
        ("single", '<w:ind w:left="0"/>', True),
        ("single", '<w:ind w:left="300"/>', False),
        ("none", "", False),
    ],
)
def test_a_box_around_several_paragraphs_is_not_measured(one: str, two: str, shared: bool) -> None:
    box = f'<w:pBdr><w:top w:val="{one}" w:sz="8" w:space="3"/></w:pBdr>'
    notes = measure(package(paragraph("ก", box), paragraph("ข", box + two), paragraph("ค"))).notes
    assert notes == (("กรอบที่หลายย่อหน้าใช้ร่วมกัน",) if shared else ())


def test_a_rule_below_a_paragraph_takes_room() -> None:
    rule = '<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="3"/></w:pBdr>'
    (made,) = paragraphs(measure(package(paragraph("ก", rule))))
    assert made.height == LINE + 20 + 60


# Lists


def test_labels_are_counted() -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:numFmt w:val="thaiNumbers"/><w:lvlText w:val="{text}"/></w:lvl>'
        for depth, text in enumerate(("%1.", "%1.%2"))
    )
    numbering = (
        f'<w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/>'
        "</w:lvlOverride></w:num>"
    )
    places = ((1, 0), (1, 1), (1, 1), (1, 0), (1, 1), (2, 0), (2, 0))
    body = [
        paragraph("ก", f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')
        for number, depth in places
    ]
    made = paragraphs(measure(package(*body, numbering=numbering)))
    assert [one.text[: one.label].strip() for one in made] == ["๑.", "๑.๑", "๑.๒", "๒.", "๒.๑", "๔.", "๕."]


@pytest.mark.parametrize(
    ("counting", "start", "labels"),
    [
        ("lowerRoman", 8, ["viii", "ix"]),
        ("upperRoman", 399, ["CCCXCIX", "CD"]),
        ("lowerRoman", 499, ["cdxcix", "d"]),
        ("lowerRoman", 1949, ["mcmxlix", "mcml"]),
        ("lowerLetter", 26, ["z", "aa"]),
        ("upperLetter", 1, ["A", "B"]),
        ("thaiLetters", 41, ["ฮ", "ก"]),
        ("decimal", 9, ["9", "10"]),
        ("decimalZero", 9, ["09", "10"]),
        ("lowerLetter", 32_767, ["g" * 1261, "32768"]),
        ("upperRoman", 40_000, ["40000", "40001"]),
        ("thaiCounting", 21, ["ยี่สิบเอ็ด", "ยี่สิบสอง"]),
        ("none", 1, ["", ""]),
    ],
)
def test_labels_count_in_the_way_of_their_list(counting: str, start: int, labels: list[str]) -> None:
    level = f'<w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="{counting}"/><w:lvlText w:val="%1"/></w:lvl>'
    numbering = (
        f'<w:abstractNum w:abstractNumId="7">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    )
    item = paragraph("ก", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    made = paragraphs(measure(package(item, item, numbering=numbering)))
    assert [one.text[: one.label].strip() for one in made] == labels


def labels_of(*body: str, numbering: str, more_styles: str = "") -> list[str]:
    made = paragraphs(measure(package(*body, numbering=numbering, more_styles=more_styles)))
    return [one.text[: one.label].strip() for one in made]


def list_of(*levels: str, more: str = "") -> str:
    """A numbering whose list 1 has these levels, each given as what stands in it."""
    each = "".join(f'<w:lvl w:ilvl="{depth}">{level}</w:lvl>' for depth, level in enumerate(levels))
    kind = f'<w:abstractNum w:abstractNumId="7">{more}{each}</w:abstractNum>'
    return f'{kind}<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'


def in_list(depth: int, number: int = 1) -> str:
    return paragraph("ก", f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def test_levels_restart_after_those_that_they_name() -> None:
    numbering = list_of(
        '<w:lvlText w:val="%1."/>', '<w:lvlText w:val="%2)"/>', '<w:lvlRestart w:val="1"/><w:lvlText w:val="(%3)"/>'
    )
    body = [in_list(depth) for depth in (0, 1, 2, 1, 2, 0, 1, 2)]
    assert labels_of(*body, numbering=numbering) == ["1.", "1)", "(1)", "2)", "(2)", "2.", "1)", "(1)"]
    never = list_of('<w:lvlText w:val="%1."/>', '<w:lvlRestart w:val="0"/><w:lvlText w:val="%2)"/>')
    assert labels_of(*(in_list(depth) for depth in (0, 1, 0, 1)), numbering=never) == ["1.", "1)", "2.", "2)"]


def test_a_legal_label_has_arabic_figures_alone() -> None:
    numbering = list_of(
        '<w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/>',
        '<w:numFmt w:val="thaiNumbers"/><w:isLgl/><w:lvlText w:val="%1.%2"/>',
    )
    assert labels_of(in_list(0), in_list(1), numbering=numbering) == ["I.", "1.1"]


def test_paragraphs_of_a_style_are_of_the_level_that_names_it() -> None:
    numbering = list_of(
        '<w:pStyle w:val="หมวด"/><w:lvlText w:val="หมวด %1"/>', '<w:pStyle w:val="ข้อ"/><w:lvlText w:val="ข้อ %1.%2"/>'
    )
    listed = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    body = [paragraph("ก", f'<w:pStyle w:val="{name}"/>') for name in ("หมวด", "ข้อ", "ข้อ", "หมวด")]
    found = labels_of(*body, numbering=numbering, more_styles=style("หมวด", listed) + style("ข้อ", listed))
    assert found == ["หมวด 1", "ข้อ 1.1", "ข้อ 1.2", "หมวด 2"]


def test_a_list_may_be_that_of_a_list_style() -> None:
    linked = (
        '<w:abstractNum w:abstractNumId="8"><w:numStyleLink w:val="รายการ"/></w:abstractNum>'
        '<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>'
    )
    numbering = list_of('<w:lvlText w:val="(%1)"/>', more='<w:styleLink w:val="รายการ"/>') + linked
    assert labels_of(in_list(0, 2), in_list(0, 2), numbering=numbering) == ["(1)", "(2)"]


def bulleted(more: str = "") -> list[int]:
    """How many words stand on each line of a paragraph whose style is a list of its own."""
    indent = '<w:pPr><w:ind w:left="4536" w:hanging="567"/></w:pPr>'
    level = f'<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/>{indent}</w:lvl>'
    abstract = f'<w:abstractNum w:abstractNumId="7">{level}</w:abstractNum>'
    numbering = f'{abstract}<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    item = style("Item", f'<w:numPr><w:numId w:val="1"/></w:numPr>{more}')
    found = lines(words(15), '<w:pStyle w:val="Item"/>', numbering=numbering, more_styles=item)
    assert found[0].startswith("-\t")
    return [len(line.removeprefix("-\t").split()) for line in found]


@pytest.mark.parametrize("left", ["1134", "2cm", "20mm", "56.7pt"])
def test_lengths_may_have_units(left: str) -> None:
    properties = f'<w:tabs><w:tab w:val="left" w:pos="{left}"/></w:tabs><w:ind w:left="{left}"/>'
    (made,) = paragraphs(measure(package(paragraph("ก", properties))))
    assert (round(made.shape.left), [round(stop) for stop in made.shape.tabs.stops]) == (1134, [1134])


def test_a_list_that_states_a_start_sets_the_count_that_it_shares_once() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num>'
    )
    body = [paragraph("ก", f'<w:numPr><w:numId w:val="{key}"/></w:numPr>') for key in (1, 2, 2, 1, 2)]
    made = paragraphs(measure(package(*body, numbering=numbering)))
    assert [one.text[: one.label].strip() for one in made] == ["1)", "9)", "10)", "11)", "12)"]


def test_runs_have_the_fonts_of_the_theme_that_they_name() -> None:
    theme = '<w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:cstheme="minorBidi"/></w:rPr><w:t '
    themed = package(paragraph("ก A").replace("<w:t ", theme))
    assert "minorBidi" in measure(themed).notes[0]
    a = "http://schemas.openxmlformats.org/drawingml/2006/main"
    for name, notes in (("TH SarabunPSK", 0), ("Arial", 1)):
        faces = f'<a:latin typeface="{name}"/><a:cs typeface="{name}"/>'
        themed.put("word/theme.xml", f'<a:theme xmlns:a="{a}"><a:minorFont>{faces}</a:minorFont></a:theme>'.encode())
        if not themed.of_main("theme"):
            themed.relate(themed.main, Relationship("theme", "word/theme.xml"))
        found = measure(themed).notes
        assert (len(found), all(name in note for note in found)) == (notes, True)


def test_a_paragraph_taken_out_of_its_list_has_no_indent_of_it() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:lvlText w:val="%1."/>'
        '<w:pPr><w:ind w:left="567"/></w:pPr></w:lvl></w:abstractNum>'
        '<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>'
    )
    listed = style("Listed", '<w:numPr><w:numId w:val="3"/></w:numPr>')
    body = [
        paragraph("ก", f'<w:pStyle w:val="Listed"/>{more}') for more in ("", '<w:numPr><w:numId w:val="0"/></w:numPr>')
    ]
    made = paragraphs(measure(package(*body, more_styles=listed, numbering=numbering)))
    assert [(one.text, one.shape.left) for one in made] == [("1.\tก", 567), ("ก", 0)]


def test_a_list_indents_its_paragraphs_where_their_style_does_not() -> None:
    assert bulleted() == [7, 7, 1]
    assert bulleted('<w:ind w:left="2268" w:hanging="567"/>') == [10, 5]


# Tables


def test_a_row_is_as_tall_as_its_tallest_cell() -> None:
    made = table(row(cell(paragraph(words(10))), cell(paragraph("ก"), paragraph("ข"))))
    (found,) = first_table(measure(package(made))).rows
    assert found.height == 3 * LINE


def test_a_cell_has_room_for_the_spaces_of_its_paragraphs() -> None:
    spaced = paragraph("ก", '<w:spacing w:before="100" w:after="60" w:line="400" w:lineRule="exact"/>')
    inner = table(row(cell(paragraph("ข"))), columns=(5,))
    (one, two) = first_table(measure(package(table(row(cell(spaced, spaced)), row(cell(spaced, inner, spaced)))))).rows
    assert one.height == 100 + LINE + 100 + LINE + 60
    assert two.height == 100 + LINE + 60 + LINE + 100 + LINE + 60


def test_a_table_in_a_cell_takes_its_room() -> None:
    inner = table(row(cell(paragraph("ก"))), row(cell(paragraph("ข"))))
    (found,) = first_table(measure(package(table(row(cell(inner, paragraph("ค"))))))).rows
    assert found.height == 3 * LINE


def test_what_must_stand_below_a_table_that_ends_a_cell_takes_no_room() -> None:
    inner = table(row(cell(paragraph("ก"))), row(cell(paragraph("ข"))))
    (found,) = first_table(measure(package(table(row(cell(paragraph("ค"), inner, paragraph())))))).rows
    assert found.height == 3 * LINE


def test_a_cell_may_span_columns_and_have_margins() -> None:
    wide = cell(paragraph(words(8)), properties='<w:gridSpan w:val="2"/>')
    margin = '<w:tcMar><w:top w:w="100" w:type="dxa"/><w:left w:w="567" w:type="dxa"/></w:tcMar>'
    inner = cell(paragraph(words(4)), properties=margin), cell(paragraph())
    rows = first_table(measure(package(table(row(wide), row(*inner))))).rows
    assert [found.height for found in rows] == [LINE, 2 * LINE + 100]


def test_merged_text_makes_the_last_of_its_rows_taller() -> None:
    tall = cell(*[paragraph("ก")] * 5, properties='<w:vMerge w:val="restart"/>')
    under = cell(paragraph(), properties="<w:vMerge/>")
    other = cell(paragraph("ก"))
    rows = first_table(measure(package(table(row(tall, other), row(under, other), row(other, other))))).rows
    assert [found.height for found in rows] == [LINE, 4 * LINE, LINE]


def test_a_merged_cell_that_nothing_above_began_begins_where_it_goes_on() -> None:
    going_on = cell(*[paragraph("ก")] * 5, properties="<w:vMerge/>")
    empty, other = cell(paragraph(), properties="<w:vMerge/>"), cell(paragraph("ก"))
    rows = first_table(measure(package(table(row(going_on, other), row(empty, other))))).rows
    assert [found.height for found in rows] == [LINE, 4 * LINE]
    rows = first_table(measure(package(table(row(other, other), row(going_on, other))))).rows
    assert [found.height for found in rows] == [LINE, 5 * LINE]


def test_exact_and_least_row_heights() -> None:
    exact, least = ('<w:trHeight w:val="900" w:hRule="exact"/>', '<w:trHeight w:val="900"/>')
    content = cell(*[paragraph("ก")] * 3), cell(paragraph())
    made = table(row(*content, properties=exact), row(*content, properties=least))
    assert [found.height for found in first_table(measure(package(made))).rows] == [900, 3 * LINE]


# Pages


def numbered(count: int, first: int = 1, properties: str = "") -> list[str]:
    return [paragraph(str(number), properties) for number in range(first, first + count)]


def test_pages_are_filled_to_the_last_line() -> None:
    assert starts(*numbered(70)) == ["1", "31", "61"]


def test_a_table_without_rows_takes_no_room() -> None:
    assert starts(paragraph("ก"), table(), *numbered(40)) == ["ก", "30"]


def test_a_header_taller_than_the_margin_pushes_the_text_down() -> None:
    reference = '<w:headerReference w:type="default" r:id="rIdHeader"/><w:titlePg/>'
    end = section(more=reference.replace("<w:titlePg/>", ""), header=500)
    header = paragraph("ก") * 3
    assert starts(*numbered(70), end=end, header=header) == ["1", "29", "57"]
    with_table = paragraph("ก") + table(row(cell(paragraph())), row(cell(paragraph())))
    assert starts(*numbered(70), end=end, header=with_table) == ["1", "29", "57"]
    assert starts(*numbered(70), end=end.replace('w:top="1000"', 'w:top="-1000"'), header=header) == ["1", "31", "61"]
    assert starts(*numbered(70), end=end.replace('w:top="1000"', 'w:top="0"'), header=header) == ["1", "29", "57"]
    of_others = end.replace("</w:sectPr>", "<w:titlePg/></w:sectPr>")
    assert starts(*numbered(70), end=of_others, header=header) == ["1", "31", "59"]


def test_a_heading_stays_with_what_follows() -> None:
    heading = paragraph("หัวข้อ", "<w:keepNext/>")
    assert starts(*numbered(29), heading, *numbered(5, 30)) == ["1", "หัวข้อ"]
    assert starts(*numbered(28), heading, *numbered(5, 30)) == ["1", "31"]


def test_what_stays_together_but_is_taller_than_a_page_is_cut() -> None:
    assert starts(*numbered(70, properties="<w:keepNext/>")) == ["1", "31", "61"]


def test_the_space_after_a_paragraph_stays_on_the_page_that_a_break_ends() -> None:
    above = paragraph("ก", '<w:spacing w:after="300"/>')
    pages = paginate(measure(package(above, paragraph("ข", '<w:pageBreakBefore/><w:spacing w:before="100"/>'))))
    assert [page.tops for page in pages] == [(0.0,), (100.0,)]


def test_a_row_that_stays_with_the_next_is_not_cut() -> None:
    signed = row(cell(paragraph("ก", "<w:keepNext/>"), paragraph("ข")), cell(paragraph()))
    body = [*numbered(29), table(signed, row(cell(paragraph("ค")), cell(paragraph())))]
    assert [page.fragments[0].text for page in paginate(measure(package(*body)))][1:] == ["ก ข"]


def test_a_line_may_stand_alone_where_a_paragraph_allows_it() -> None:
    longest = paragraph(words(40), '<w:widowControl w:val="0"/>')
    (pages,) = [paginate(measure(package(*numbered(28), longest)))]
    lone = package(*numbered(28), longest.replace('<w:widowControl w:val="0"/>', ""))
    count = len(paragraphs(measure(package(longest)))[0].ends)
    assert (count, [len(page.fragments) for page in pages]) == (3, [30, 1])
    assert [len(page.fragments) for page in paginate(measure(lone))] == [28, 3]


def test_no_line_of_a_paragraph_stands_alone() -> None:
    five = paragraph("ก\nข\nค\nง\nจ")
    assert starts(*numbered(29), five) == ["1", "ก\nข\nค\nง\nจ"]
    assert starts(*numbered(26), five) == ["1", "ง\nจ"]
    assert starts(*numbered(27), paragraph("ก\nข\nค\nง\nจ", "<w:keepLines/>")) == ["1", "ก\nข\nค\nง\nจ"]


def test_page_breaks_and_sections_begin_pages() -> None:
    before = paragraph("ข", "<w:pageBreakBefore/>")
    after = '<w:p><w:r><w:t>ค</w:t><w:br w:type="page"/></w:r></w:p>'
    next_section = f"<w:p><w:pPr>{section()}</w:pPr><w:r><w:t>ง</w:t></w:r></w:p>"
    assert starts(paragraph("ก"), before, after, next_section, paragraph("จ")) == ["ก", "ข", "ง", "จ"]
    same_page = next_section.replace("<w:pgSz", '<w:type w:val="nextPage"/><w:pgSz')
    continuous = section(more='<w:type w:val="continuous"/>')
    assert starts(same_page, paragraph("จ"), end=continuous) == ["ง"]
    assert starts(same_page, before, paragraph("จ"), end=continuous) == ["ง", "ข"]
    lower = section(top=1400, lines=29, more='<w:type w:val="continuous"/>')
    assert measure(package(same_page, paragraph("จ"), end=lower)).notes == ("ตอนต่อเนื่องที่มีระยะขอบบนหรือล่างของตนเอง",)
    wider = section(width=18, more='<w:type w:val="continuous"/>')
    assert starts(same_page, paragraph("จ"), end=wider) == ["ง", "จ"]


def test_header_rows_repeat_and_tall_rows_break() -> None:
    head = row(cell(paragraph("หัวตาราง")), cell(paragraph()), properties="<w:tblHeader/>")
    tall = row(cell(*numbered(40)), cell(paragraph()))
    pages = paginate(measure(package(table(head, tall))))
    assert [page.filled / LINE for page in pages] == [30, 12]
    whole = row(cell(*numbered(20)), cell(paragraph()), properties="<w:cantSplit/>")
    pages = paginate(measure(package(table(head, whole, whole))))
    assert [page.filled / LINE for page in pages] == [21, 21]


# What cannot be measured


@pytest.mark.parametrize(
    "body",
    [
        f"<w:p>{TURN}</w:p>",
        f"<w:p><w:r><w:t>ก</w:t></w:r>{TURN}</w:p>",
        paragraph("ก", '<w:tabs><w:tab w:val="right" w:pos="99999"/></w:tabs>'),
        f"<w:p>{picture(9000, 400)}</w:p>",
        table(row(cell(f"<w:p>{picture(2834, 100)}</w:p>"), cell(paragraph()))),
    ],
)
def test_what_is_shown_alike_is_not_told(body: str) -> None:
    assert measure(package(body)).notes == ()


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (paragraph("A", "").replace("<w:t ", '<w:rPr><w:rFonts w:ascii="Arial"/></w:rPr><w:t '), "Arial"),
        ('<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>', "เชิงอรรถ"),
        ("<w:p><w:r><w:pict/></w:r></w:p>", "กล่องข้อความ"),
        (paragraph("ก", '<w:framePr w:w="100"/>'), "กรอบข้อความ"),
        (table(row(cell(paragraph()), cell(paragraph())), properties=""), "ปรับความกว้างคอลัมน์"),
        (table(row(cell(paragraph(), properties='<w:textDirection w:val="btLr"/>'))), "ข้อความแนวตั้ง"),
        (table(row(cell(paragraph())), properties=f'{FIXED}<w:tblpPr w:tblpX="9"/>'), "ตารางลอย"),
        (paragraph("ก").replace("<w:t ", '<w:br w:type="column"/><w:t '), "การขึ้นคอลัมน์ใหม่"),
        (
            table(row(cell(paragraph()), properties='<w:trHeight w:val="399" w:hRule="exact"/>')),
            "แถวของตารางที่ข้อความสูงกว่าความสูงตายตัว",
        ),
        (f"<w:p><w:r><w:t>ก</w:t></w:r>{TURN}<w:r><w:t>ข</w:t></w:r></w:p>", "การขึ้นหน้าใหม่กลางย่อหน้า"),
        (f"<w:p>{TURN}{TURN}</w:p>", "การขึ้นหน้าใหม่กลางย่อหน้า"),
        (f"<w:p>{TURN}<w:r><w:t>ก</w:t></w:r></w:p>", "การขึ้นหน้าใหม่กลางย่อหน้า"),
        (paragraph("ก\tข", '<w:tabs><w:tab w:val="right" w:pos="99999"/></w:tabs>'), "แท็บที่อยู่เลยขอบขวา"),
        (paragraph("ก", '<w:spacing w:line="228" w:lineRule="auto"/>'), "ระยะบรรทัดที่แคบกว่าหนึ่งเท่า"),
        (paragraph("ก").replace("<w:t ", '<w:rPr><w:w w:val="0"/></w:rPr><w:t '), "ตัวอักษรที่ไม่มีขนาด"),
        (paragraph("ก").replace("<w:t ", '<w:rPr><w:spacing w:val="-99"/></w:rPr><w:t '), "ชิดจนซ้อนกัน"),
        (paragraph("ก\u2009ข"), "อักขระควบคุมหรือช่องไฟพิเศษ"),
        (
            paragraph("ก", '<w:spacing w:line="240" w:lineRule="auto"/>').replace(
                "<w:t ", '<w:rPr><w:vertAlign w:val="subscript"/></w:rPr><w:t '
            ),
            "บรรทัดที่มีแต่ตัวยกหรือตัวห้อย",
        ),
        (
            table(row(cell(paragraph()), cell(paragraph())), properties=f'{FIXED}<w:tblW w:w="2500" w:type="pct"/>'),
            "ร้อยละ",
        ),
        (table(row(cell(paragraph())), properties=f'{FIXED}<w:tblInd w:w="500" w:type="pct"/>'), "ร้อยละ"),
        (table(row(cell(paragraph()), cell(paragraph())), columns=(5, 0)), "คอลัมน์กว้างศูนย์"),
        (table(row(cell(paragraph())), row()), "แถวของตารางที่ไม่มีช่อง"),
        (table(row(cell(), cell(paragraph()))), "ช่องของตารางที่ไม่มีย่อหน้า"),
        (table(row(cell(f"<w:p>{TURN}</w:p>"), cell(paragraph()))), "การขึ้นหน้าใหม่ภายในตาราง"),
        ("<w:p><w:r><w:t>ก\n  ข</w:t></w:r></w:p>", "การขึ้นบรรทัดหรือแท็บที่พิมพ์ไว้"),
        (f"<w:p>{picture(100, 401)}</w:p>", "ภาพที่สูงกว่าบรรทัด"),
        (
            f'<w:p><w:pPr><w:spacing w:line="360" w:lineRule="auto"/></w:pPr>{picture(100, 100)}</w:p>',
            "ภาพในบรรทัดที่เว้นระยะเป็นเท่า",
        ),
        (table(row(cell(f"<w:p>{picture(2838, 100)}</w:p>"), cell(paragraph()))), "ภาพที่กว้างกว่าช่อง"),
        (table(row(cell(paragraph()), cell(paragraph())), columns=(5,)), "ความกว้างครบทุกคอลัมน์"),
        (table(row(cell(paragraph()), properties='<w:jc w:val="right"/>')), "แถวของตารางที่จัดแนวต่างจากตาราง"),
    ],
)
def test_what_cannot_be_measured_is_told(body: str, expected: str) -> None:
    (note,) = measure(package(body)).notes
    assert expected in note


@pytest.mark.parametrize(
    ("properties", "notes"),
    [
        ('<w:cols w:num="2"/>', ("หน้ากระดาษหลายคอลัมน์",)),
        ('<w:docGrid w:type="lines"/>', ("ตารางกริดของหน้ากระดาษ",)),
        ('<w:docGrid w:linePitch="360"/>', ()),
    ],
)
def test_columns_and_grids_are_told(properties: str, notes: tuple[str, ...]) -> None:
    end = section().replace("<w:pgMar", f"{properties}<w:pgMar")
    assert measure(package(paragraph("ก"), end=end)).notes == notes


def test_an_even_header_of_another_height_is_told() -> None:
    even = '<w:headerReference w:type="even" r:id="rIdHeader"/>'
    parts = {"header": paragraph() * 4, "end": section(more=even)}
    assert measure(package(paragraph("ก"), **parts)).notes == ()
    notes = measure(package(paragraph("ก"), settings="<w:evenAndOddHeaders/>", **parts)).notes
    assert notes == ("หัวหรือท้ายกระดาษของหน้าคู่ที่สูงไม่เท่าหน้าคี่",)


# What was read before


def test_an_equal_paragraph_of_another_document_is_measured_by_its_own_styles_and_told_there_too() -> None:
    loose = paragraph("ก", '<w:spacing w:line="240" w:lineRule="auto"/>')
    styled = loose.replace("<w:r>", '<w:r><w:rPr><w:rStyle w:val="Big"/></w:rPr>')
    foreign = paragraph("ก\u2003ก")
    big = '<w:style w:type="character" w:styleId="Big"><w:rPr><w:szCs w:val="{}"/></w:rPr></w:style>'
    found = [measure(package(loose, styled, foreign, more_styles=big.format(size))) for size in (64, 96)]
    heights = [[one.height / paragraphs(layout)[0].height for one in paragraphs(layout)[:2]] for layout in found]
    assert heights == [[1, pytest.approx(2)], [1, pytest.approx(3)]]
    assert [layout.notes for layout in found] == [("อักขระควบคุมหรือช่องไฟพิเศษ",)] * 2


def test_a_paragraph_met_again_stands_where_it_is_and_in_the_column_it_is_in() -> None:
    text, shown = paragraph(words(4)), picture(100, 100)
    body = text, paragraph("ก").replace("</w:r>", f"</w:r>{shown}")
    for width, count in ((16, 1), (3, 2), (16, 1)):
        document = package(*body, end=section(width=width))
        root = document.parts[document.main].tree
        one, pictured = paragraphs(measure(document))
        assert (one.element, len(one.ends)) == (root[0][0], count)
        assert [inline.drawing for inline in pictured.pictures.values()] == [root[0][1][2][0]]


def test_what_is_unlike_about_lines_is_told_wherever_they_are_met() -> None:
    text = paragraph("ก\tข", '<w:tabs><w:tab w:val="left" w:pos="3000"/></w:tabs>')
    found = [measure(package(text, end=section(width=width))).notes for width in (4, 16, 4)]
    assert found == [("แท็บที่อยู่เลยขอบขวาของข้อความ",), (), ("แท็บที่อยู่เลยขอบขวาของข้อความ",)]
