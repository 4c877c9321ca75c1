"""Pages drawn from the layout: where columns, cells, rules and page numbers stand, and how the document is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from officefiles.opc import Package, Relationship
from outline_drawn import outline
from small_docx import EXACT, MAIN, NS, cell, package, paragraph, row, section, style, table
from thaipages.drawing import ObstacleError, draw
from thaipages.drawing.marks import BLACK, Area, Heading, Leaf, Mark, Node, Rule, Words

COLUMN = 141.75
"""How wide a column of 5 cm is, in whole twips."""
LEFT, TOP, LINE, BASE = 50.0, 50.0, 20.0, 16.0
"""Where the text of a small document begins, how high its lines are, and how far down them their base lines run."""
FIXED = '<w:tblLayout w:type="fixed"/>'
SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
GRID = "".join(f'<w:{side} w:val="single" w:sz="8" w:space="0" w:color="auto"/>' for side in SIDES)
BORDERS = f"<w:tblBorders>{GRID}</w:tblBorders>{FIXED}"
"""Rules of a point around all cells."""
NEW = '<w:compat><w:compatSetting w:name="compatibilityMode" w:val="15"/></w:compat>'
ONCE = '<w:vMerge w:val="restart"/>'
MERGED = "<w:vMerge/>"


def lines(marks: Iterable[Mark]) -> list[tuple[str, float, float]]:
    """Each text with its left edge and its base line."""
    return [(mark.text, round(mark.x, 2), round(mark.base, 2)) for mark in marks if isinstance(mark, Words)]


def rules(leaf: Leaf) -> list[tuple[float, float, float, float]]:
    """From where to where each rule runs."""
    found = [mark for mark in leaf.marks if isinstance(mark, Rule)]
    return [(round(one.x, 2), round(one.y, 2), round(one.to_x, 2), round(one.to_y, 2)) for one in found]


def read(node: Node) -> str:
    """The kinds of nodes: ``Table(TR(TH TD))``."""
    below = " ".join(map(read, node.children))
    return f"{node.kind}({below})" if below else node.kind


def page(*body: str, **parts: str) -> Leaf:
    """The only page of a document."""
    (leaf,) = draw(package(*body, **parts)).leaves
    return leaf


def with_stories(made: Package, **stories: str) -> Package:
    """``made`` with a part for each header or footer, under the relationship ``rId`` and its name."""
    for name, xml in stories.items():
        kind, root = ("header", "hdr") if name.startswith("header") else ("footer", "ftr")
        made.put(f"word/{name}.xml", f"<w:{root} {NS}>{xml}</w:{root}>".encode(), f"{MAIN}.{kind}+xml")
        made.relate(made.main, Relationship(kind, f"word/{name}.xml"), f"rId{name}")
    return made


def reference(name: str, kind: str = "default") -> str:
    story = "header" if name.startswith("header") else "footer"
    return f'<w:{story}Reference w:type="{kind}" r:id="rId{name}"/>'


def field(code: str, shown: str = "0") -> str:
    return f'<w:p><w:fldSimple w:instr=" {code} "><w:r><w:t>{shown}</w:t></w:r></w:fldSimple></w:p>'


def ended(end: str) -> str:
    """A paragraph that ends a section."""
    return f"<w:p><w:pPr>{end}</w:pPr><w:r><w:t>ท้าย</w:t></w:r></w:p>"


# Pages and sections


def test_lines_stand_below_each_other_with_the_larger_of_two_spaces() -> None:
    above = EXACT.replace('w:after="0"', 'w:after="120"')
    below = EXACT.replace('w:before="0"', 'w:before="200"')
    made = page(paragraph("ก", above), paragraph("ข", below), paragraph("ค"))
    assert lines(made.marks) == [
        ("ก", LEFT, TOP + BASE),
        ("ข", LEFT, TOP + LINE + 10 + BASE),
        ("ค", LEFT, TOP + 2 * LINE + 10 + BASE),
    ]


def test_a_space_counts_at_the_head_of_a_page_that_is_asked_for_and_not_where_a_page_is_full() -> None:
    spaced = EXACT.replace('w:before="0"', 'w:before="100"')
    broken = paragraph("ข", "<w:pageBreakBefore/>" + spaced)
    full = [paragraph("ก")] * 30
    asked, filled = draw(package(paragraph("ก"), broken)), draw(package(*full, paragraph("ข", spaced)))
    assert lines(asked.leaves[1].marks) == [("ข", LEFT, TOP + 5 + BASE)]
    assert lines(filled.leaves[1].marks) == [("ข", LEFT, TOP + BASE)]


def test_a_break_alone_stands_on_the_page_that_it_ends() -> None:
    alone = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    _, second = draw(package(paragraph("ก"), alone, paragraph("ข"))).leaves
    assert lines(second.marks) == [("ข", LEFT, TOP + BASE)]


def test_each_section_has_its_paper_its_margins_and_its_gutter() -> None:
    wide = section(width=20).replace('w:gutter="0"', 'w:gutter="400"')
    first, second = draw(package(paragraph("ก", section(width=10)), paragraph("ข"), end=wide)).leaves
    assert [(leaf.width, leaf.height) for leaf in (first, second)] == [(383.45, 700), (666.95, 700)]
    assert lines(second.marks) == [("ข", LEFT + 20, TOP + BASE)]


@pytest.mark.parametrize(("place", "above"), [("center", 290), ("bottom", 580)])
def test_text_stands_in_the_middle_or_at_the_foot_of_a_page(place: str, above: float) -> None:
    made = page(paragraph("ก"), end=section().replace("</w:sectPr>", f'<w:vAlign w:val="{place}"/></w:sectPr>'))
    assert lines(made.marks) == [("ก", LEFT, TOP + above + BASE)]


def test_a_section_may_begin_below_another_and_goes_on_at_its_own_edge() -> None:
    end = section().replace('w:left="1000"', 'w:left="1400"').replace("<w:pgSz", '<w:type w:val="continuous"/><w:pgSz')
    first, second = draw(package(ended(section()), *[paragraph("ข")] * 30, end=end)).leaves
    assert lines(first.marks)[:2] == [("ท้าย", LEFT, TOP + BASE), ("ข", LEFT + 20, TOP + LINE + BASE)]
    assert len(lines(first.marks)) == 30
    assert lines(second.marks) == [("ข", LEFT + 20, TOP + BASE)]


def test_a_section_that_finds_no_room_below_another_begins_a_page() -> None:
    end = section().replace("<w:pgSz", '<w:type w:val="continuous"/><w:pgSz')
    first, second = draw(package(*[paragraph("ก")] * 29, ended(section()), paragraph("ข"), end=end)).leaves
    assert (len(lines(first.marks)), lines(second.marks)) == (30, [("ข", LEFT, TOP + BASE)])


# Headers and footers


def test_pages_are_numbered_as_their_section_says() -> None:
    numbered = '<w:pgNumType w:fmt="thaiNumbers" w:start="5"/></w:sectPr>'
    end = section(more=reference("header1")).replace("</w:sectPr>", numbered)
    made = with_stories(package(*[paragraph("ก")] * 31, end=end), header1=field("PAGE"))
    assert [lines(leaf.marks)[0] for leaf in draw(made).leaves] == [("๕", LEFT, 25 + BASE), ("๖", LEFT, 25 + BASE)]


@pytest.mark.parametrize(
    ("code", "shown"),
    [(r"PAGE \* ThaiArabic", "๒"), (r"PAGE \* roman", "ii"), ("NUMPAGES", "3"), ("SECTIONPAGES", "2"), ("DATE", "0")],
)
def test_a_field_shows_what_the_page_tells(code: str, shown: str) -> None:
    more = reference("header1")
    body = [*[paragraph("ก")] * 30, ended(section(more=more)), paragraph("ข")]
    made = with_stories(package(*body, end=section()), header1=field(code))
    assert lines(draw(made).leaves[1].marks)[0][0] == shown


def test_a_page_number_may_stand_in_a_table_of_the_header() -> None:
    numbers = table(row(cell(paragraph("หน้า")), cell(field("PAGE"))), properties=FIXED) + paragraph()
    made = with_stories(package(*[paragraph("ก")] * 31, end=section(more=reference("header1"))), header1=numbers)
    assert [lines(leaf.marks)[:2] for leaf in draw(made).leaves] == [
        [("หน้า", LEFT, 25 + BASE), (number, LEFT + COLUMN, 25 + BASE)] for number in "12"
    ]


def test_a_footer_ends_above_the_edge_of_the_paper() -> None:
    made = package(paragraph("ก"), end=section(more=reference("footer1")))
    spaced = paragraph("ล่าง", EXACT.replace('w:after="0"', 'w:after="40"'))
    (leaf,) = draw(with_stories(made, footer1=paragraph("ล่าง") + spaced)).leaves
    foot = 700 - 25 - 2
    assert lines(leaf.marks)[:2] == [("ล่าง", LEFT, foot - LINE - LINE + BASE), ("ล่าง", LEFT, foot - LINE + BASE)]


def test_first_and_even_pages_have_headers_of_their_own_and_later_sections_go_on_with_them() -> None:
    kinds = {"header1": "default", "header2": "first", "header3": "even"}
    more = "".join(reference(name, kind) for name, kind in kinds.items())
    with_title = section(more=more).replace("</w:sectPr>", "<w:titlePg/></w:sectPr>")
    body = [*[paragraph("ก")] * 80, ended(with_title), paragraph("ข")]
    made = package(*body, end=section(), settings="<w:evenAndOddHeaders/>")
    made = with_stories(made, **{name: paragraph(kind) for name, kind in kinds.items()})
    assert [lines(leaf.marks)[0][0] for leaf in draw(made).leaves] == ["first", "even", "default", "even"]


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("PAGE", "๗"),
        (r"NUMPAGES \* ThaiArabic", "๒"),
        (r"PAGEREF there \h", "๘"),
        (r"PAGEREF there \h \* Arabic", "8"),
        ("PAGEREF nowhere", "0"),
    ],
)
def test_fields_in_the_text_show_the_pages_that_were_drawn(code: str, shown: str) -> None:
    mark = '<w:bookmarkStart w:id="1" w:name="there"/><w:bookmarkEnd w:id="1"/>'
    there = paragraph("ข", "<w:pageBreakBefore/>").replace("<w:r>", mark + "<w:r>")
    end = section().replace("</w:sectPr>", '<w:pgNumType w:fmt="thaiNumbers" w:start="7"/></w:sectPr>')
    drawing = draw(package(field(code), table(row(cell(field(code))), properties=FIXED), there, end=end))
    assert [text for text, _, _ in lines(drawing.leaves[0].marks)] == [shown, shown]
    assert drawing.places == {"there": (1, TOP)}


def test_one_part_may_be_header_and_footer() -> None:
    made = package(paragraph("ก"), end=section(more=reference("header1") + reference("footer1")))
    made = with_stories(made, header1=paragraph("ข"), footer1=paragraph("ค"))
    made.relate(made.main, Relationship("footer", "word/header1.xml"), "rIdfooter1")
    assert [text for text, _, _ in lines(draw(made).leaves[0].marks)] == ["ข", "ข", "ก"]


def test_headers_are_not_read() -> None:
    made = package(paragraph("ก"), end=section(more=reference("header1")))
    drawing = draw(with_stories(made, header1=paragraph("บน")))
    assert [mark.node for mark in drawing.leaves[0].marks][:1] == [None]
    assert read(drawing.tree) == "Document(P)"


# Tables


def test_a_table_begins_at_its_edge_and_half_of_its_rule_stands_outside_its_cells() -> None:
    indent = f'<w:tblInd w:w="400" w:type="dxa"/>{BORDERS}'
    made = page(table(row(cell(paragraph("ก")), cell(paragraph("ข"))), properties=indent), settings=NEW)
    first, second, third = (LEFT + 20 + 0.5 + COLUMN * place for place in range(3))
    assert lines(made.marks) == [("ก", first, TOP + 1 + BASE), ("ข", second, TOP + 1 + BASE)]
    top, bottom = TOP + 0.5, TOP + 1 + LINE + 0.5
    across = [(first - 0.5, y, third + 0.5, y) for y in (top, bottom)]
    assert rules(made) == across + [(x, top - 0.5, x, bottom + 0.5) for x in (first, second, third)]


@pytest.mark.parametrize(("place", "left"), [("center", (453.55 - 2 * COLUMN) / 2), ("right", 453.55 - 2 * COLUMN)])
def test_a_table_stands_in_the_middle_or_at_the_right(place: str, left: float) -> None:
    made = page(table(row(cell(paragraph("ก"))), properties=f'<w:jc w:val="{place}"/>{FIXED}'))
    assert lines(made.marks) == [("ก", pytest.approx(LEFT + left, abs=0.01), TOP + BASE)]


def test_the_text_of_an_older_table_stands_at_the_edge() -> None:
    margins = '<w:tblCellMar><w:left w:w="200" w:type="dxa"/></w:tblCellMar>'
    whole = table(row(cell(paragraph("ก"))), properties=BORDERS).replace("<w:tblCellMar>", margins + "<w:nothing>")
    whole = whole.replace("</w:tblCellMar></w:tblPr>", "</w:nothing></w:tblPr>")
    assert lines(page(whole).marks) == [("ก", LEFT, TOP + 1 + BASE)]
    assert lines(page(whole, settings=NEW).marks) == [("ก", LEFT + 0.5 + 10, TOP + 1 + BASE)]


def test_a_merged_cell_has_one_box_over_its_rows_and_columns() -> None:
    rows = (
        row(cell(paragraph("ก"), properties=ONCE + '<w:vAlign w:val="center"/>'), cell(paragraph("ข"))),
        row(cell(paragraph(), properties=MERGED), cell(paragraph("ค"))),
        row(cell(paragraph("ง"), width=10, properties='<w:gridSpan w:val="2"/>')),
    )
    drawing = draw(package(table(*rows, properties=BORDERS), settings=NEW))
    (leaf,) = drawing.leaves
    places = {text: base for text, _, base in lines(leaf.marks)}
    assert places == {"ก": TOP + 1 + 10.5 + BASE, "ข": TOP + 1 + BASE, "ค": TOP + 22 + BASE, "ง": TOP + 43 + BASE}
    middle, right = (LEFT + 0.5 + COLUMN * place for place in (1, 2))
    assert [rule for rule in rules(leaf) if rule[1] == rule[3] == TOP + 21.5] == [
        (middle - 0.5, TOP + 21.5, right + 0.5, TOP + 21.5)
    ]
    assert (middle, TOP, middle, TOP + 43) in rules(leaf)
    whole = drawing.tree.children[0]
    assert read(whole) == "Table(TR(TH(P) TH(P)) TR(TD(P)) TR(TD(P)))"
    assert [dict(one.attributes) for line in whole.children for one in line.children] == [
        {"Scope": "Column", "RowSpan": 2},
        {"Scope": "Column"},
        {},
        {"ColSpan": 2},
    ]


def test_a_row_breaks_in_each_of_its_cells_and_its_head_stands_again_unread() -> None:
    head = row(cell(paragraph("หัว")), cell(paragraph("หัว")), properties="<w:tblHeader/>")
    broken = row(cell(*map(paragraph, "กขคง")), cell(*map(paragraph, "จฉชซฌญ")))
    drawing = draw(package(*[paragraph("๑")] * 25, table(head, broken, properties=BORDERS), settings=NEW))
    first, second = drawing.leaves
    column = round(LEFT + 0.5, 2)
    assert [text for text, x, _ in lines(first.marks) if x == column] == ["หัว", *"กขค"]
    assert [text for text, x, _ in lines(second.marks) if x == column] == ["หัว", "ง"]
    assert [text for text, x, _ in lines(second.marks) if x > 100] == ["หัว", *"ซฌญ"]
    assert lines(second.marks)[2][2] == TOP + 21 + 1 + BASE
    assert [mark.node is None for mark in second.marks if isinstance(mark, Words)] == [True, True, *[False] * 4]
    assert read(drawing.tree.children[-1]).count("TH") == 2
    foot = max(y for _, y, _, to_y in rules(first) if y == to_y)
    assert foot == TOP + 25 * LINE + 21 + 3 * LINE + 0.5


def test_rows_are_as_high_as_they_are_asked_to_be_rules_included() -> None:
    rows = (
        row(cell(paragraph("ก")), properties='<w:trHeight w:val="800"/>'),
        row(cell(paragraph("ข")), properties='<w:trHeight w:val="600" w:hRule="exact"/>'),
        row(
            cell(paragraph("ค"), properties='<w:tcMar><w:top w:w="100" w:type="dxa"/></w:tcMar>'), cell(paragraph("ง"))
        ),
    )
    made = page(table(*rows, properties=BORDERS), paragraph("จ"), settings=NEW)
    assert [(text, base) for text, _, base in lines(made.marks)] == [
        ("ก", TOP + 1 + BASE),
        ("ข", TOP + 41 + BASE),
        ("ค", TOP + 76 + BASE),
        ("ง", TOP + 76 + BASE),
        ("จ", TOP + 97 + BASE),
    ]


def test_a_table_in_a_cell_stands_between_its_paragraphs() -> None:
    inner = table(row(cell(paragraph("ใน"))), properties=BORDERS)
    outer = table(row(cell(paragraph("ก"), inner, paragraph("ข"))), properties=FIXED)
    drawing = draw(package(outer, settings=NEW))
    assert lines(drawing.leaves[0].marks) == [
        ("ก", LEFT, TOP + BASE),
        ("ใน", LEFT + 0.5, TOP + LINE + 1 + BASE),
        ("ข", LEFT, TOP + 2 * LINE + 2 + BASE),
    ]
    assert read(drawing.tree) == "Document(P P P)"


def border(side: str, kind: str, size: int = 8, colour: str = "auto") -> str:
    return f'<w:tcBorders><w:{side} w:val="{kind}" w:sz="{size}" w:color="{colour}"/></w:tcBorders>'


@pytest.mark.parametrize(
    ("above", "below", "drawn"),
    [
        ("", "", [(1.0, BLACK, ())]),
        (border("bottom", "single", 4, "FF0000"), "", [(0.5, (1.0, 0.0, 0.0), ())]),
        (border("bottom", "nil"), "", [(1.0, BLACK, ())]),
        (border("bottom", "nil"), border("top", "nil"), []),
        (border("bottom", "single", 4), border("top", "single", 16), [(2.0, BLACK, ())]),
        (border("bottom", "double", 8), border("top", "single", 16), [(1.0, BLACK, ()), (1.0, BLACK, ())]),
        ("", border("top", "dotted", 16), [(2.0, BLACK, (2, 2))]),
        ("", border("top", "dashed", 4), [(0.5, BLACK, (2, 2))]),
    ],
)
def test_what_a_cell_states_goes_before_the_table_and_the_stronger_before_the_weaker(
    above: str, below: str, drawn: list[tuple[float, tuple[float, float, float], tuple[float, ...]]]
) -> None:
    rows = row(cell(paragraph("ก"), properties=above)), row(cell(paragraph("ข"), properties=below))
    made = page(table(*rows, columns=(5,), properties=BORDERS), settings=NEW)
    across = [mark for mark in made.marks if isinstance(mark, Rule) and mark.y == mark.to_y]
    assert [(one.width, one.colour, one.dashes) for one in across[1:-1]] == drawn


def test_the_borders_of_a_row_go_before_those_of_its_table() -> None:
    own = '<w:tblPrEx><w:tblBorders><w:left w:val="single" w:sz="24"/></w:tblBorders></w:tblPrEx>'
    rows = row(cell(paragraph("ก"))).replace("<w:tr>", "<w:tr>" + own), row(cell(paragraph("ข")))
    made = page(table(*rows, columns=(5,), properties=BORDERS), settings=NEW)
    left = [mark for mark in made.marks if isinstance(mark, Rule) and mark.x == mark.to_x == LEFT + 0.5]
    assert [one.width for one in left] == [3.0, 1.0]


def test_columns_that_a_table_does_not_state_are_as_wide_as_their_cells() -> None:
    rows = row(cell(paragraph("ก")), cell(paragraph("ข")), cell(paragraph("ค")))
    made = page(table(rows, columns=(), properties=BORDERS), settings=NEW)
    first = LEFT + 0.5
    assert lines(made.marks) == [
        (text, pytest.approx(first + COLUMN * place), TOP + 1 + BASE) for place, text in enumerate("กขค")
    ]


def test_rows_and_cells_in_content_controls_are_drawn() -> None:
    def controlled(content: str) -> str:
        return f"<w:sdt><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    inner = row(cell(paragraph("ก")), controlled(cell(controlled(paragraph("ข")))))
    made = page(table(controlled(inner), row(cell(paragraph("ค"))), properties=FIXED))
    assert [text for text, _, _ in lines(made.marks)] == ["ก", "ข", "ค"]


WATERMARK = (
    '<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape id="x" type="#_x0000_t136" style="position:absolute;'
    "width:200pt;height:50pt;z-index:{order};mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
    'mso-position-vertical:center;mso-position-vertical-relative:margin" fillcolor="silver" stroked="f">'
    '<v:textpath style="font-family:&quot;TH SarabunPSK&quot;;font-size:1pt" string="ร่าง"/></v:shape></w:pict></w:r>'
)


@pytest.mark.parametrize(("order", "texts"), [("-5", ["ร่าง", "ก"]), ("5", ["ก", "ร่าง"])])
def test_what_floats_lies_behind_the_text_or_over_it(order: str, texts: list[str]) -> None:
    made = page(paragraph("ก").replace("</w:p>", WATERMARK.format(order=order) + "</w:p>"))
    assert [text for text, _, _ in lines(made.marks)] == texts


DARK = '<w:shd w:val="clear" w:fill="202020"/>'
TALL = "".join(paragraph(str(line)) for line in range(31))
LIST = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)
SPACED = '<w:spacing w:before="150" w:after="150"/>'
FAR = paragraph("ข", section().replace("</w:sectPr>", '<w:pgNumType w:start="1234567"/></w:sectPr>')).replace(
    "<w:r>", '<w:bookmarkStart w:id="1" w:name="far"/><w:bookmarkEnd w:id="1"/><w:r>'
)
"""A paragraph that a bookmark stands at, on a page of a high number."""
LONG = [paragraph("ก" * 400, '<w:widowControl w:val="0"/>')]


@pytest.mark.parametrize(
    ("body", "obstacle"),
    [
        (table(row(cell(TALL), cell(paragraph()), properties="<w:cantSplit/>")), "สูงกว่าหน้ากระดาษ"),
        (table(row(cell(paragraph("ก"), properties=DARK))), "ตัวอักษรสีอัตโนมัติ"),
        (paragraph("ก", DARK), "ตัวอักษรสีอัตโนมัติ"),
        (
            paragraph() * 25
            + table(
                row(cell(paragraph("ก") * 9, properties=ONCE), cell(paragraph())),
                *[row(cell(paragraph(), properties=MERGED), cell(paragraph()))] * 11,
            ),
            "ช่องที่ผสานหลายแถว",
        ),
        (
            paragraph() * 25 + table(row(cell(paragraph("ก", SPACED) * 12), cell(paragraph("ข") * 12))),
            "แต่ละช่องแบ่งที่ต่างกัน",
        ),
        (f'<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>{field("NUMPAGES", "7")}</w:p>', "เลขหน้าในย่อหน้า"),
        (paragraph("ก" * 72).replace("</w:p>", field("PAGEREF far")[5:]) + FAR, "เลขหน้าที่ทำให้จำนวนบรรทัดเปลี่ยนไป"),
        (
            paragraph() * 26
            + table(row(cell(paragraph("ก") * 9), cell(paragraph("ข\nข\nข\nข\nข", "<w:keepLines/>") * 2))),
            "แต่ละช่องแบ่งที่ต่างกัน",
        ),
        (paragraph() * 29 + "".join(LONG), "ท้ายหน้าบรรทัดเดียว"),
        ("", "เอกสารที่ไม่มีเนื้อหา"),
    ],
)
def test_what_programs_show_otherwise_is_refused(body: str, obstacle: str) -> None:
    with pytest.raises(ObstacleError, match=obstacle):
        draw(package(body, numbering=LIST))


def test_a_table_in_a_cell_goes_on_with_the_row_that_holds_it() -> None:
    inner = table(*(row(cell(paragraph(str(at)))) for at in range(6)))
    body = paragraph() * 26, table(row(cell(paragraph("ก"), inner, paragraph("ข")), cell(paragraph("ค"))))
    leaves = draw(package(*body)).leaves
    assert [[text for text, _, _ in lines(leaf.marks)] for leaf in leaves] == [
        ["ก", "0", "1", "2", "ค"],
        ["3", "4", "5", "ข"],
    ]


def test_a_number_in_a_list_item_that_is_right_already_is_drawn() -> None:
    item = f'<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>{field("NUMPAGES", "1")[5:]}'
    assert "".join(text for text, _, _ in lines(page(item, numbering=LIST).marks)) == "1. 1"


def test_what_is_dark_may_bear_text_in_a_colour_of_its_own() -> None:
    white = paragraph("ก").replace("<w:t ", '<w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t ')
    (words,) = [mark for mark in page(table(row(cell(white, properties=DARK)))).marks if isinstance(mark, Words)]
    assert words.colour == (1.0, 1.0, 1.0)


def test_merged_rows_are_cut_where_a_page_ends() -> None:
    rows = [
        row(cell(paragraph("ก"), properties=MERGED if at % 4 else ONCE), cell(paragraph(str(at)))) for at in range(8)
    ]
    leaves = draw(package(paragraph() * 26, table(*rows))).leaves
    assert [[text for text, _, _ in lines(leaf.marks)] for leaf in leaves] == [
        ["ก", "0", "1", "2", "3"],
        ["ก", "4", "5", "6", "7"],
    ]
    leaves = draw(package(paragraph() * 24, table(*rows))).leaves
    assert [len(lines(leaf.marks)) for leaf in leaves] == [8, 2]


def test_a_cell_has_its_ground_below_its_text() -> None:
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="336699"/>'
    made = page(table(row(cell(paragraph("ก"), properties=shade)), columns=(5,), properties=FIXED), settings=NEW)
    ground, text = made.marks
    assert isinstance(ground, Area)
    assert isinstance(text, Words)
    assert ground.fill == (0.2, 0.4, 0.6)
    assert (ground.points[0], ground.points[2]) == ((LEFT, TOP), (LEFT + COLUMN, TOP + LINE))


# The tree


def test_headings_are_read_by_their_levels_without_gaps_and_stand_in_the_outline() -> None:
    levels = "".join(style(f"H{n}", f'<w:outlineLvl w:val="{n}"/>') for n in (0, 2))
    body = paragraph("หนึ่ง", '<w:pStyle w:val="H0"/>'), paragraph("เนื้อความ"), paragraph("สอง", '<w:pStyle w:val="H2"/>')
    drawing = draw(package(*body, more_styles=levels))
    assert read(drawing.tree) == "Document(H1 P H2)"
    assert drawing.outline == [Heading("หนึ่ง", 1, 0, TOP), Heading("สอง", 2, 0, TOP + 2 * LINE)]


def test_a_paragraph_over_two_pages_is_one_node_and_an_empty_one_none() -> None:
    drawing = draw(package(paragraph("ก\n" * 40 + "ข"), paragraph(" ")))
    assert read(drawing.tree) == "Document(P)"
    (node,) = drawing.tree.children
    assert {mark.node for leaf in drawing.leaves for mark in leaf.marks if isinstance(mark, Words)} <= {node, None}


def test_lists_are_read_item_by_item_and_lists_within_them() -> None:
    level = '<w:lvl w:ilvl="{0}"><w:start w:val="1"/><w:numFmt w:val="{1}"/><w:lvlText w:val="%{2}."/></w:lvl>'
    numbering = (
        f'<w:abstractNum w:abstractNumId="1">{level.format(0, "decimal", 1)}{level.format(1, "lowerLetter", 2)}'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )

    def item(text: str, depth: int) -> str:
        return paragraph(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr>')

    body = item("ก", 0), item("ข", 1), item("ค", 1), item("ง", 0), paragraph("จ"), item("ฉ", 0)
    drawing = draw(package(*body, numbering=numbering))
    deeper = "L(LI(Lbl LBody) LI(Lbl LBody))"
    assert read(drawing.tree) == f"Document(L(LI(Lbl LBody({deeper})) LI(Lbl LBody)) P L(LI(Lbl LBody)))"
    assert [dict(one.attributes) for one in drawing.tree.children if one.kind == "L"] == [
        {"ListNumbering": "Decimal"}
    ] * 2


@pytest.mark.parametrize(
    ("properties", "count", "tree"),
    [
        (BORDERS, 2, "Document(Table(TR(TH(P) TH(P)) TR(TD(P) TD(P))))"),
        (BORDERS, 1, "Document(P P)"),
        (FIXED, 2, "Document(P P P P)"),
    ],
    ids=("ruled", "frame", "columns"),
)
def test_a_table_is_read_as_one_where_it_has_heads_or_rules(properties: str, count: int, tree: str) -> None:
    rows = [row(cell(paragraph("ก")), cell(paragraph("ข")))] * count
    assert read(draw(package(table(*rows, properties=properties))).tree) == tree


def test_another_list_is_read_as_one_of_its_own() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl>'
        "</w:abstractNum>"
    )
    numbering += "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="1"/></w:num>' for n in (1, 2))
    body = (paragraph("ก", f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{n}"/></w:numPr>') for n in (1, 2))
    assert read(draw(package(*body, numbering=numbering)).tree) == "Document(L(LI(Lbl LBody)) L(LI(Lbl LBody)))"


def test_lines_of_contents_stand_together() -> None:
    body = [paragraph(text, '<w:pStyle w:val="TOC1"/>') for text in "กข"]
    assert read(draw(package(*body, paragraph("ค"), more_styles=style("TOC1"))).tree) == "Document(TOC(TOCI TOCI) P)"


def test_a_style_may_be_shown_and_not_read() -> None:
    made = package(paragraph("ก"), paragraph("ข...", '<w:pStyle w:val="Catchword"/>'), more_styles=style("Catchword"))
    drawing = draw(made, ("Catchword",))
    assert [text for text, _, _ in lines(drawing.leaves[0].marks)] == ["ก", "ข..."]
    assert read(drawing.tree) == "Document(P)"


def test_the_title_and_the_language_are_those_that_the_document_states() -> None:
    made = package(paragraph("ก"), more_styles="")
    core = '<c:coreProperties xmlns:c="x" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>คำสั่ง\n ที่ ๑</dc:title>'
    made.put("docProps/core.xml", f"{core}</c:coreProperties>".encode())
    made.relate("", Relationship("core-properties", "docProps/core.xml"), "rIdCore")
    drawing = draw(made)
    assert (drawing.title, drawing.language) == ("คำสั่ง ที่ ๑", "th-TH")


# All of it


def each(*kinds: str, look: str) -> str:
    """A paragraph in which each kind of a look stands on a word of its own."""
    runs = (f"<w:r><w:rPr>{look.format(kind)}</w:rPr><w:t xml:space='preserve'>{kind} ก </w:t></w:r>" for kind in kinds)
    return f"<w:p>{''.join(runs)}</w:p>"


WIDE = '<w:gridSpan w:val="2"/>'


def edge(side: str, kind: str, size: int, colour: str = "auto") -> str:
    return f'<w:{side} w:val="{kind}" w:sz="{size}" w:space="1" w:color="{colour}"/>'


def looks() -> tuple[str, ...]:
    """A line of each kind of look: of letters, of lines, of paragraphs, of tables."""
    colours = ("black", "blue", "cyan", "darkBlue", "darkCyan", "darkGray", "darkGreen", "darkMagenta", "darkRed",
               "darkYellow", "green", "lightGray", "magenta", "red", "white", "yellow")  # fmt: skip
    underlined = ("single", "words", "double", "thick", "dotted", "dash")
    ruled = ("single", "double", "dotted", "dashed", "thick")
    thick = f"<w:pBdr>{edge('top', 'double', 12, '0000FF')}{edge('left', 'single', 24)}</w:pBdr>"
    lined = "".join(
        paragraph(kind, f"<w:pBdr>{edge('bottom', kind, 12)}{edge('top', kind, 6, 'FF0000')}</w:pBdr>")
        for kind in ruled
    )
    stops = "".join(
        f'<w:tab w:val="{kind}" w:pos="{place}" w:leader="{leader}"/>'
        for kind, place, leader in (
            ("left", 1000, "dot"), ("center", 3000, "hyphen"),
            ("right", 5000, "underscore"), ("decimal", 7000, "middleDot"),
        )
    )  # fmt: skip
    long = "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA) ประจำปี " * 3
    sides = "".join(
        edge(side, kind, 4 * at) for at, (side, kind) in enumerate(zip(SIDES, (*ruled, "single"), strict=True), 2)
    )
    cells = [
        cell(paragraph(place), properties=f'<w:shd w:val="clear" w:fill="{fill}"/><w:vAlign w:val="{place}"/>')
        for place, fill in (("top", "FFFF00"), ("center", "C0FFC0"), ("bottom", "auto"))
    ]
    return (
        each(*colours, look='<w:color w:val="FF0001"/><w:highlight w:val="{}"/>'),
        each(*underlined, look='<w:u w:val="{}" w:color="FF8000"/>'),
        each("superscript", "subscript", "baseline", look='<w:vertAlign w:val="{}"/>'),
        each("strike", "dstrike", "b", "i", "caps", look="<w:{}/><w:bCs/>"),
        each("50", "150", look='<w:w w:val="{}"/><w:spacing w:val="20"/>'),
        each("20", "48", look='<w:sz w:val="{0}"/><w:szCs w:val="{0}"/>'),
        lined,
        *(paragraph(long, f'<w:jc w:val="{side}"/>{thick}<w:ind w:left="300" w:right="600" w:firstLine="700"/>')
          for side in ("left", "center", "right", "both", "thaiDistribute")),
        *(paragraph(long, f'<w:spacing w:before="120" w:after="60" w:line="{high}" w:lineRule="{rule}"/>')
          for high, rule in ((360, "auto"), (500, "atLeast"), (300, "exact"))),
        paragraph("ก\tกลาง\tขวา\t12.5\tจบ", f"<w:tabs>{stops}</w:tabs>"),
        table(
            row(*cells, properties='<w:trHeight w:val="1200" w:hRule="atLeast"/>'),
            row(cell(paragraph("ก"), properties=ONCE), cell(paragraph("ข"), width=10, properties=WIDE)),
            row(cell(paragraph(""), properties=MERGED), cell(paragraph("ค\nง")), cell(paragraph("จ"))),
            columns=(5, 5, 5), properties=f'<w:jc w:val="center"/><w:tblBorders>{sides}</w:tblBorders>{FIXED}',
        ),
    )  # fmt: skip


def test_all_looks_are_as_they_were_looked_at(golden: Callable[[str, str], None]) -> None:
    golden("drawn/looks", outline(draw(package(*looks()))))
