"""The lines of a paragraph drawn: where each letter stands, what is drawn around it, and what it belongs to.

The column begins at 100 points and is 400 wide, the first line has its top at 200. A letter ก of 16 points is 6.176
wide, a space 3.456.
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from officefiles.opc import Package, Relationship, W
from officefiles.text import text_of
from small_docx import package, section
from thaipages.drawing.fields import with_results
from thaipages.drawing.lines import place_lines, places_in, story_of
from thaipages.drawing.marks import Area, Image, Link, Mark, Node, Rule, Typeface, Words
from thaipages.layout import Paragraph, measure

X, Y, WIDTH = 100.0, 200.0, 400.0
KO, SPACE, DOT = 6.176, 3.456, 2.592
COLUMN = section(width=WIDTH / 72 * 2.54)
PLAIN = Typeface("TH SarabunPSK")
BOLD = "<w:b/><w:bCs/>"
AUTO = '<w:spacing w:line="240" w:lineRule="auto"/>'
NO_STRETCH = "<w:compat><w:doNotExpandShiftReturn/></w:compat>"


def run(text: str, look: str = "") -> str:
    inside = text.replace("\t", "</w:t><w:tab/><w:t xml:space='preserve'>").replace("\n", "</w:t><w:br/><w:t>")
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{inside}</w:t></w:r>'


def paragraph(*runs: str, shape: str = "") -> str:
    return f"<w:p><w:pPr>{shape}</w:pPr>{''.join(runs)}</w:p>"


def ruled(**sides: str) -> str:
    return f"<w:pBdr>{''.join(f'<w:{side} {more}/>' for side, more in sides.items())}</w:pBdr>"


def stop(place: int, kind: str = "left", leader: str = "none") -> str:
    return f'<w:tabs><w:tab w:val="{kind}" w:pos="{place}" w:leader="{leader}"/></w:tabs>'


def spacing(line: int, rule: str) -> str:
    return f'<w:spacing w:line="{line}" w:lineRule="{rule}"/>'


def measured(*body: str, **parts: str) -> tuple[Package, Sequence[Paragraph]]:
    made = package(*body, end=COLUMN, **parts)  # type: ignore[arg-type]
    blocks = [block for part in measure(made).parts for block in part.blocks]
    return made, [block for block in blocks if isinstance(block, Paragraph)]


def drawn(
    body: str, lines: range | None = None, node: Node | None = None, label: Node | None = None, **parts: str
) -> Sequence[Mark]:
    made, (one, *_) = measured(body, **parts)
    return place_lines(one, lines or range(len(one.ends)), X, Y, WIDTH, story_of(made, made.main), node, label)


def words(body: str, **more: str) -> list[Words]:
    return [mark for mark in drawn(body, **more) if isinstance(mark, Words)]  # type: ignore[arg-type]


def rules(body: str) -> list[Rule]:
    return [mark for mark in drawn(body) if isinstance(mark, Rule)]


def letters(body: str, **more: str) -> list[tuple[str, float]]:
    """Each character drawn and its left edge."""
    return [
        (letter, pytest.approx(one.x + edge, abs=0.001))
        for one in words(body, **more)
        for letter, edge in zip(one.text, one.edges, strict=False)
    ]


def place(body: str, letter: str, **more: str) -> float:
    return next(one.x + one.edges[one.text.index(letter)] for one in words(body, **more) if letter in one.text)


# Heights


@pytest.mark.parametrize(
    ("shape", "base"),
    [
        (spacing(500, "exact"), 0.8 * 25),
        (spacing(240, "auto"), 0.88 * 16),
        (spacing(360, "auto"), 0.88 * 16),
        (spacing(600, "atLeast"), 30 - 0.447 * 16),
        (spacing(100, "atLeast"), 0.88 * 16),
        (spacing(500, "exact") + ruled(top='w:val="single" w:sz="8" w:space="3"'), 0.8 * 25 + 4),
    ],
)
def test_the_base_line(shape: str, base: float) -> None:
    (one,) = words(paragraph(run("ก"), shape=shape))
    assert one.base == pytest.approx(Y + base)


def test_the_tallest_letters_of_a_line_hold_its_base() -> None:
    small, large = words(
        paragraph(run("ก"), run("ข", '<w:sz w:val="48"/><w:szCs w:val="48"/>'), shape=spacing(240, "auto"))
    )
    assert (small.base, large.base, large.size) == (pytest.approx(Y + 0.88 * 24), pytest.approx(Y + 0.88 * 24), 24)


def test_lines_follow_each_other_and_a_later_page_begins_with_any() -> None:
    body = paragraph(run("ก" * 150))
    assert [one.base for one in words(body)] == pytest.approx([Y + 16, Y + 36, Y + 56])
    assert [one.base for one in words(body, lines=range(1, 3))] == pytest.approx([Y + 16, Y + 36])  # type: ignore[arg-type]


def test_raised_and_lowered_letters() -> None:
    _, above, below, raised = words(
        paragraph(
            run("ก"),
            run("ก", '<w:vertAlign w:val="superscript"/>'),
            run("ก", '<w:vertAlign w:val="subscript"/>'),
            run("ก", '<w:position w:val="12"/>'),
        )
    )
    assert (above.base, above.size) == (pytest.approx(Y + 16 - 0.37 * 16), pytest.approx(0.58 * 16))
    assert (below.base, below.size) == (pytest.approx(Y + 16 + 0.19 * 16), pytest.approx(0.58 * 16))
    assert (raised.base, raised.size) == (Y + 10, 16)
    assert below.x - above.x == pytest.approx(0.58 * KO)


def test_a_line_makes_room_for_raised_letters() -> None:
    shape = spacing(240, "auto")
    raised = paragraph(
        run("ก"), run("ก", '<w:position w:val="10"/>'), run("ก", '<w:position w:val="-6"/>'), shape=shape
    )
    _, (one,) = measured(raised)
    assert one.height == pytest.approx((1.327 * 16 + 5 + 3) * 20)
    base = Y + 0.88 * 16 + 5
    assert [mark.base for mark in words(raised)] == pytest.approx([base, base - 5, base + 3])


# Across


@pytest.mark.parametrize(
    ("shape", "x"),
    [
        ("", 0),
        ('<w:ind w:left="400" w:firstLine="200"/>', 30),
        ('<w:ind w:left="400" w:hanging="300"/>', 5),
        ('<w:jc w:val="right"/>', WIDTH - 2 * KO),
        ('<w:jc w:val="end"/><w:ind w:right="100"/>', WIDTH - 5 - 2 * KO),
        ('<w:jc w:val="center"/>', (WIDTH - 2 * KO) / 2),
        ('<w:jc w:val="center"/><w:ind w:left="200" w:firstLine="200"/>', 20 + (WIDTH - 20 - 2 * KO) / 2),
        ('<w:jc w:val="both"/>', 0),
    ],
)
def test_alignment_takes_no_room_for_spaces_at_the_end(shape: str, x: float) -> None:
    (one,) = words(paragraph(run("กก  "), shape=shape))
    assert one.x == pytest.approx(X + x)
    assert one.text == "กก  "


THAI, LATIN = "ก" * 40, "a" * 71


def test_a_justified_line_is_filled_out_behind_thai_letters_and_spaces_alone() -> None:
    body = paragraph(run(f"{THAI} (กb) {'ก' * 17} {'ก' * 60}"), shape='<w:jc w:val="thaiDistribute"/>')
    first, last = words(body)
    line = first.text.rstrip()
    assert first.x + first.edges[len(line)] == pytest.approx(X + WIDTH)
    widths = [right - left for left, right in zip(first.edges, first.edges[1:], strict=False)]
    share = widths[0] - KO
    assert share > 0.01
    own = {"ก": KO, " ": SPACE, "(": 3.04, ")": 3.04, "b": 6.416}
    assert widths[: len(line) - 1] == pytest.approx(
        [own[letter] + (share if letter in "ก " else 0.0) for letter in line[:-1]]
    )
    assert widths[len(line) - 1] == pytest.approx(KO)
    assert last.edges[1] == pytest.approx(KO)


def test_signs_belong_to_the_letters_before_them() -> None:
    shape = '<w:jc w:val="both"/>'
    end = f"“(ก\u00a0ก {'ก' * 54} ก{'ก' * 62}"
    _, second, _ = words(paragraph(run(f"{'ก' * 63} {end}"), shape=shape))
    assert second.text[:5] == "“(ก\u00a0ก"
    sign, bracket, letter, firm = (
        right - left for left, right in zip(second.edges[:4], second.edges[1:5], strict=True)
    )
    share = letter - KO
    assert share > 0.01
    assert (sign, bracket, firm) == (pytest.approx(5.92 + share), pytest.approx(3.04), pytest.approx(SPACE))
    _, latin, _ = words(paragraph(run(f"{'a' * 71} {end}"), shape=shape))
    assert latin.text[:5] == "“(ก\u00a0ก"
    assert latin.edges[1] == pytest.approx(5.92)
    first, *_ = words(paragraph(run(f"“ก {'ก' * 57} ก{'ก' * 62}"), shape=shape))
    assert first.edges[1] == pytest.approx(5.92)
    assert first.edges[2] > first.edges[1] + KO + 0.01


def test_marks_stand_on_their_letter_in_a_justified_line() -> None:
    first, _ = words(paragraph(run("ที่" * 60), shape='<w:jc w:val="both"/>'))
    assert first.edges[1] == first.edges[2] == pytest.approx(6.88)
    assert first.edges[3] > 6.89


@pytest.mark.parametrize(("settings", "stretched"), [(NO_STRETCH, False), ("", True)])
def test_a_line_that_a_break_ends_is_filled_out_unless_the_document_says_not(settings: str, stretched: bool) -> None:
    first, _ = words(paragraph(run("กก กก\nก"), shape='<w:jc w:val="both"/>'), settings=settings)
    assert first.edges[5] == pytest.approx(WIDTH if stretched else 4 * KO + SPACE)


def test_neither_a_firm_space_nor_the_one_before_a_repetition_is_filled_out() -> None:
    first, _ = words(paragraph(run(f"ก\u00a0ก ต่าง ๆ {'a' * 50} {'a' * 30}"), shape='<w:jc w:val="both"/>'))
    widths = [right - left for left, right in zip(first.edges, first.edges[1:], strict=False)]
    assert widths[1] == pytest.approx(SPACE)
    assert widths[0] > KO + 0.1
    assert widths[first.text.index(" ๆ")] == pytest.approx(SPACE)
    assert widths[3] > SPACE + 0.1


def test_only_the_text_behind_the_last_tab_is_filled_out() -> None:
    body = paragraph(run("กก\t" + THAI + " " + THAI), shape=stop(1000) + '<w:jc w:val="both"/>')
    head, tail, *_ = words(body)
    assert head.edges[:3] == pytest.approx([0, KO, 2 * KO])
    assert (tail.x, tail.edges[1]) == (pytest.approx(X + 50), pytest.approx(tail.edges[2] / 2))
    assert tail.edges[1] > KO + 0.01


@pytest.mark.parametrize(
    ("shape", "text", "x"),
    [
        ("", "ก\tข", 36),
        (stop(2000), "ก\tข", 100),
        (stop(2000, "right"), "ก\tขก\tก", 100 - KO),
        (stop(2000, "center"), "ก\tข\tก", None),
        (stop(2000, "decimal"), "ก\tข.5", None),
        ('<w:ind w:left="600" w:hanging="600"/>', "ก\tข", 30),
    ],
)
def test_tabs(shape: str, text: str, x: float | None) -> None:
    own = 6.048  # the width of ข
    if x is None:
        x = 100 - own / 2 if "center" in shape else 100 - own
    elif "ขก" in text:
        x -= own
    assert place(paragraph(run(text), shape=shape), "ข") == pytest.approx(X + x)


def test_a_leader_fills_the_room_of_a_tab_evenly_and_is_not_read() -> None:
    node = Node("P")
    dots, first, second = words(
        paragraph(run("ก\tก"), shape=stop(2000, leader="dot")),
        node=node,  # type: ignore[arg-type]
    )
    assert (first.text, second.text, first.node, dots.node) == ("ก ", "ก", node, None)
    room = 100 - KO
    assert (dots.text, dots.x) == ("." * int(room / DOT), pytest.approx(X + KO))
    assert dots.edges[-1] == pytest.approx(room)


def test_a_style_takes_back_the_leader_of_the_one_below() -> None:
    body = paragraph(run("ก\tก"), shape='<w:pStyle w:val="Line"/>' + stop(2000))
    made = f'<w:style w:type="paragraph" w:styleId="Line"><w:pPr>{stop(2000, leader="dot")}</w:pPr></w:style>'
    assert [one.text for one in words(body, more_styles=made)] == ["ก ", "ก"]


def test_a_list_label_belongs_to_a_node_of_its_own() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="thaiNumbers"/><w:lvlText w:val="%1."/>'
        f'<w:pPr><w:ind w:left="600" w:hanging="300"/></w:pPr><w:rPr>{BOLD}</w:rPr></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    body = paragraph(run("ก"), shape='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    node, label = Node("LBody"), Node("Lbl")
    one, two = words(body, node=node, label=label, numbering=numbering)  # type: ignore[arg-type]
    assert (one.text, one.x, one.node, one.face.bold) == ("๑. ", X + 15, label, True)
    assert (two.text, two.x, two.node, two.face.bold) == ("ก", X + 30, node, False)


def test_a_label_looks_like_the_end_of_its_paragraph() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:lvlText w:val="%1."/><w:suff w:val="space"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    look = f'<w:rPr>{BOLD}<w:color w:val="FF0000"/></w:rPr>'
    body = paragraph(run("ก"), shape=f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>{look}')
    one, two = words(body, numbering=numbering)
    assert (one.text, one.face.bold, one.colour) == ("1. ", True, (1, 0, 0))
    assert (two.text, two.face.bold, two.colour) == ("ก", False, (0, 0, 0))


# Letters


def test_a_stretch_is_one_piece_of_words() -> None:
    (one,) = words(paragraph(run("กา"), run("รa")))
    assert one == Words(None, X, Y + 16, "การa", one.edges, PLAIN, 16.0)


def test_thai_and_other_letters_of_a_run_have_looks_of_their_own() -> None:
    found = words(paragraph(run("กaข", '<w:b/><w:i/><w:szCs w:val="40"/>')))
    assert [(one.text, one.face.bold, one.face.italic, one.size) for one in found] == [
        ("ก", False, False, 20),
        ("a", True, True, 16),
        ("ข", False, False, 20),
    ]


def test_letters_that_are_not_seen_or_drawn_as_another() -> None:
    (one,) = words(paragraph(run("ก\ufeffข\u00adค\u2011x"), run("y", "<w:vanish/>"), run("z", "<w:caps/>")))
    assert one.text == "กขค-xZ"
    assert len(one.edges) == 7


def test_a_word_divided_at_a_soft_hyphen_shows_it() -> None:
    first, second = words(paragraph(run(f"{'a' * 68}\u00ad{'b' * 60}")))
    assert (first.text, second.text) == ("a" * 68 + "-", "b" * 60)


def test_letters_set_apart_or_made_wider() -> None:
    apart, wide = words(paragraph(run("ก่ก", '<w:spacing w:val="40"/>'), run("ก", '<w:w w:val="150"/>')))
    assert apart.edges == pytest.approx([0, KO + 2, KO + 2, 2 * KO + 4])
    assert (wide.scale, wide.edges[1]) == (1.5, pytest.approx(1.5 * KO))


# Around


def test_colours() -> None:
    found = drawn(
        paragraph(
            run("ก", '<w:color w:val="FF0000"/>'),
            run("ก", '<w:highlight w:val="yellow"/>'),
            run("ก", '<w:shd w:val="clear" w:fill="000080"/>'),
            run("ก", '<w:shd w:val="solid" w:color="00FF00" w:fill="FF0000"/>'),
        )
    )
    yellow, blue, green = [mark for mark in found if isinstance(mark, Area)]
    assert (yellow.fill, blue.fill, green.fill) == ((1, 1, 0), (0, 0, 128 / 255), (0, 1, 0))
    assert yellow.points[0] == (pytest.approx(X + KO), pytest.approx(Y + 16 - 0.88 * 16))
    assert yellow.points[2] == (pytest.approx(X + 2 * KO), pytest.approx(Y + 16 + 0.447 * 16))
    assert [mark.colour for mark in found if isinstance(mark, Words)] == [(1, 0, 0), (0, 0, 0), (1, 1, 1), (0, 0, 0)]


@pytest.mark.parametrize(
    ("look", "ends"),
    [
        ('<w:u w:val="single"/>', [(0, 2 * KO + SPACE)]),
        ('<w:u w:val="words"/>', [(0, KO), (KO + SPACE, 2 * KO + SPACE)]),
        ('<w:u w:val="double"/>', [(0, 2 * KO + SPACE)] * 2),
        ("<w:strike/>", [(0, 2 * KO + SPACE)]),
        ("<w:dstrike/>", [(0, 2 * KO + SPACE)] * 2),
        ('<w:u w:val="none"/><w:strike w:val="0"/>', []),
    ],
)
def test_lines_under_and_through_words(look: str, ends: list[tuple[float, float]]) -> None:
    found = rules(paragraph(run("ก ก ", look)))
    assert [(rule.x - X, rule.to_x - X) for rule in found] == [(pytest.approx(a), pytest.approx(b)) for a, b in ends]
    assert len({rule.y for rule in found}) == (2 if len(ends) == 2 and "words" not in look else min(len(ends), 1))
    assert all((rule.y > Y + 16) == ("<w:u" in look) for rule in found)


def test_an_underlined_tab_is_a_line_in_the_colour_asked_for() -> None:
    body = paragraph(run("ก"), run("\t", '<w:u w:val="dotted" w:color="00FF00"/>'), run("ก"), shape=stop(2000))
    (rule,) = rules(body)
    assert (rule.x, rule.to_x, rule.colour) == (pytest.approx(X + KO), X + 100, (0, 1, 0))
    assert rule.dashes


BOX = dict.fromkeys(("top", "left", "bottom", "right"), 'w:val="single" w:sz="8" w:space="2" w:color="0000FF"')
GROUND = '<w:shd w:val="clear" w:fill="FFFF00"/>'
FRAMED = paragraph(run("ก" * 150), shape=ruled(**BOX) + GROUND + '<w:ind w:left="200" w:right="200"/>')


def test_a_box_around_a_paragraph() -> None:
    ground, *found = [mark for mark in drawn(FRAMED) if not isinstance(mark, Words)]
    assert isinstance(ground, Area)
    assert (ground.points[0], ground.points[2], ground.fill) == ((X + 7, Y), (X + WIDTH - 7, Y + 66), (1, 1, 0))
    ends = [(rule.x, rule.y, rule.to_x, rule.to_y) for rule in found if isinstance(rule, Rule)]
    left, right = X + 7, X + WIDTH - 7
    assert sorted(ends) == [
        (left, Y + 0.5, right, Y + 0.5),
        (left, Y + 65.5, right, Y + 65.5),
        (left + 0.5, Y, left + 0.5, Y + 66),
        (right - 0.5, Y, right - 0.5, Y + 66),
    ]


def test_a_box_stays_open_where_its_paragraph_goes_on_to_another_page() -> None:
    def across(lines: range) -> list[float]:
        return [mark.y for mark in drawn(FRAMED, lines) if isinstance(mark, Rule) and mark.y == mark.to_y]

    assert across(range(2)) == [Y + 0.5]
    assert across(range(1, 2)) == []
    assert across(range(2, 3)) == [Y + 22.5]


def test_a_double_rule_below_has_the_room_of_both_lines() -> None:
    body = paragraph(run("ก"), shape=ruled(bottom='w:val="double" w:sz="4" w:space="1"'))
    _, (one,) = measured(body)
    assert one.height == 400 + 20 + 30
    assert [rule.y for rule in rules(body)] == pytest.approx([Y + 21.25, Y + 22.25])


# Links, places, pictures, fields

LINK = f'<w:hyperlink r:id="rIdWeb" w:anchor="top">{run("ก" * 100)}</w:hyperlink>'


def test_a_link_is_a_node_of_its_own_on_all_its_lines() -> None:
    made, (one,) = measured(paragraph(run("ก"), LINK, f'<w:hyperlink w:anchor="end">{run("ข")}</w:hyperlink>'))
    made.relate(made.main, Relationship("hyperlink", "https://example.org", external=True), "rIdWeb")
    node, story = Node("P"), story_of(made, made.main)
    first = place_lines(one, range(1), X, Y, WIDTH, story, node)
    second = place_lines(one, range(1, 2), X, Y, WIDTH, story, node)
    web, inside = node.children
    boxes = [mark for mark in (*first, *second) if isinstance(mark, Link)]
    assert [(box.node, box.address, box.target) for box in boxes] == [
        (web, "https://example.org#top", ""),
        (web, "https://example.org#top", ""),
        (inside, "", "end"),
    ]
    assert (boxes[0].x, boxes[1].x, web.kind) == (pytest.approx(X + KO), X, "Link")
    assert [mark.node for mark in first if isinstance(mark, Words)] == [node, web]


@pytest.mark.parametrize(
    ("code", "leads"),
    [
        ('HYPERLINK "https://example.org/a b" \\o "tip" \\t "_blank"', ("https://example.org/a b", "")),
        ('HYPERLINK "https://example.org" \\l "top"', ("https://example.org#top", "")),
        ("HYPERLINK \\l top", ("", "top")),
        ("PAGEREF top \\h", ("", "top")),
        ("REF top", None),
        ("PAGE", None),
    ],
)
def test_fields_that_are_links(code: str, leads: tuple[str, str] | None) -> None:
    body = paragraph(
        run("ก"),
        MARK.format("begin"),
        f"<w:r><w:instrText>{code[:5]}</w:instrText></w:r><w:r><w:instrText>{code[5:]}</w:instrText></w:r>",
        MARK.format("separate"),
        run("ก", BOLD),
        run("ก"),
        MARK.format("end"),
        run("ก"),
    )
    node = Node("P")
    found = drawn(body, node=node)
    boxes = [mark for mark in found if isinstance(mark, Link)]
    assert [(box.address, box.target) for box in boxes] == ([leads, leads] if leads else [])
    owners = [mark.node for mark in found if isinstance(mark, Words)]
    link = node.children[0] if leads else node
    assert owners == [node, link, link, node][: len(owners)]


def test_bookmarks_stand_at_the_line_that_they_begin_in() -> None:
    mark = '<w:bookmarkStart w:id="{0}" w:name="place{0}"/><w:bookmarkEnd w:id="{0}"/>'
    _, (one,) = measured(paragraph(mark.format(1), run("ก" * 70), mark.format(2), run("ก" * 70), mark.format(3)))
    assert places_in(one, range(3), Y) == {"place1": Y, "place2": Y + 20, "place3": Y + 40}
    assert places_in(one, range(1, 2), Y) == {"place2": Y}


def test_a_picture_in_a_line_stands_on_the_base_line() -> None:
    dml = "http://schemas.openxmlformats.org/drawingml/2006"
    shown = (
        f'<w:drawing><wp:inline xmlns:wp="{dml}/wordprocessingDrawing" distL="12700" distB="12700">'
        '<wp:extent cx="254000" cy="127000"/><wp:docPr id="1" name="a" descr="ตรา"/>'
        f'<a:graphic xmlns:a="{dml}/main"><pic:pic xmlns:pic="{dml}/picture"><pic:blipFill><a:blip r:embed="rIdA"/>'
        "</pic:blipFill></pic:pic></a:graphic></wp:inline></w:drawing>"
    )
    made, (one,) = measured(paragraph(run("ก"), f"<w:r>{shown}</w:r>", run("ข")))
    made.put("word/a.jpg", b"\xff\xd8\xff\xe0", "image/jpeg")
    made.relate(made.main, Relationship("image", "word/a.jpg"), "rIdA")
    node = Node("P")
    marks = place_lines(one, range(1), X, Y, WIDTH, story_of(made, made.main), node)
    (picture,) = [mark for mark in marks if isinstance(mark, Image)]
    assert picture[1:5] == (pytest.approx(X + KO + 1), Y + 16 - 10 - 1, 20, 10)
    assert (node.children, picture.node.alternative) == ([picture.node], "ตรา")  # type: ignore[union-attr]
    assert [type(mark) for mark in marks] == [Words, Image, Words]
    _, (high,) = measured(
        paragraph(f"<w:r>{shown}</w:r>", run("ข", '<w:sz w:val="8"/><w:szCs w:val="8"/>'), shape=AUTO)
    )
    assert high.height == pytest.approx((10 + 1 + 0.447 * 4) * 20)
    assert [mark.x for mark in marks if not isinstance(mark, Image)] == pytest.approx([X, X + KO + 21])  # type: ignore[union-attr]


MARK = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
PAGE = (
    f"{MARK.format('begin')}<w:r><w:instrText> PAGE </w:instrText></w:r>{MARK.format('separate')}{run('๑')}{run('๒')}"
    f"{MARK.format('end')}"
)
EMPTY = f"{MARK.format('begin')}<w:r><w:instrText>NUMPAGES</w:instrText></w:r>{MARK.format('end')}"
SIMPLE = f'<w:fldSimple w:instr="PAGEREF a \\h">{run("x")}</w:fldSimple>'


def test_a_result_that_was_not_there_stands_in_the_field_and_looks_like_its_end() -> None:
    bold = EMPTY.replace(MARK.format("end"), MARK.format("end").replace("<w:r>", f"<w:r><w:rPr>{BOLD}</w:rPr>"))
    bare = '<w:fldSimple w:instr="PAGE"/>'
    _, (one,) = measured(paragraph(run("ก"), bold, run("ข"), bare, run("ค")))
    changed = with_results(one.element, {"PAGE": "๑", "NUMPAGES": "๙"}.get)
    assert text_of(changed) == "ก๙ข๑ค"
    shown = next(text.getparent() for text in changed.iter(W + "t") if text.text == "๙")
    assert shown.find(f"{W}rPr/{W}bCs") is not None


def test_fields_show_what_the_pages_tell() -> None:
    _, (one, plain) = measured(paragraph(run("หน้า "), PAGE, run("/"), EMPTY, SIMPLE), paragraph(PAGE))
    before = text_of(one.element)
    changed = with_results(one.element, {"PAGE": "๓๔", "NUMPAGES": "๙", "PAGEREF a \\h": "๗"}.get)
    assert text_of(changed) == "หน้า ๓๔/๙๗"
    assert text_of(one.element) == before == "หน้า ๑๒/x"
    assert with_results(plain.element, {"NUMPAGES": "๙"}.get) is plain.element
