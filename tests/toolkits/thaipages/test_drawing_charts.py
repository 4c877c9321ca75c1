"""Charts drawn from the values they keep: bars as long as their values, texts as written, all else refused by name."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import pytest
from xlsxwriter import Workbook

from officefiles import archive
from officefiles.opc import Package, Part
from outline_drawn import marked
from thaipages.drawing.charts import draw, obstacles
from thaipages.drawing.marks import Area, Colour, Node, Rule, Typeface, Words
from thaipages.drawing.number_forms import is_known, written
from wordfill.charts import charts_of

FONT = {"name": "TH SarabunPSK", "size": 14}
BLUE, ORANGE = "#0000FF", "#FF8000"
THAI = "[$-D00041E]"
BOX = (100.0, 200.0, 400.0, 200.0)
INNER = {"x": 0.25, "y": 0.1, "width": 0.5, "height": 0.8}
"""From 200 to 400 points across, from 220 to 380 down."""


def chart(
    kind: str = "column",
    *,
    values: tuple[tuple[float | None, ...], ...] = ((50, 100),),
    names: tuple[str, ...] = ("ก", "ข"),
    scale: dict[str, object] | None = None,
    others: dict[str, object] | None = None,
    look: dict[str, object] | None = None,
    title: str = "",
    legend: bool = False,
    lines: tuple[float, ...] = (),
    laid_out: bool = True,
    area: dict[str, object] | None = None,
    names_of: tuple[str, ...] | None = None,
) -> Part:
    """A chart as a document holds it, of series A, B and so on, with a line series L."""
    buffer = io.BytesIO()
    file = Workbook(buffer, {"in_memory": True})
    sheet = file.add_worksheet("S")
    made = file.add_chart({"type": kind})
    sheet.write_column(0, 0, names)
    cells = [["S", 0, 0, len(names) - 1, 0]]
    for column, row in enumerate((*values, lines) if lines else values, start=1):
        for place, value in enumerate(row):
            if value is not None:
                sheet.write_number(place, column, value)
        cells.append(["S", 0, column, len(names) - 1, column])
    for place, row in enumerate(values):
        fill = {"fill": {"color": (BLUE, ORANGE)[place % 2]}, "values_data": list(row), **(look or {})}
        made.add_series(
            {
                "name": "ABCDEF"[place] if names_of is None else names_of[place],
                "categories": cells[0],
                "values": cells[place + 1],
                **fill,
            }
        )
    if lines:
        line = file.add_chart({"type": "line"})
        marker = {"type": "diamond", "size": 8, "fill": {"color": ORANGE}, "border": {"color": BLUE}}
        pen = {"color": BLUE, "width": 2, "dash_type": "dash"}
        line.add_series({"name": "L", "categories": cells[0], "values": cells[-1], "line": pen, "marker": marker})
        made.combine(line)
    on_scale = {"min": 0, "max": 100, "major_unit": 50, "num_font": FONT, "num_format": "0", **(scale or {})}
    by_name = {"num_font": FONT, **(others or {})}
    made.set_x_axis(on_scale if kind == "bar" else by_name)
    made.set_y_axis(by_name if kind == "bar" else on_scale)
    made.set_title({"name": title, "name_font": FONT} if title else {"none": True})
    made.set_legend({"position": "bottom", "font": FONT} if legend else {"none": True})
    made.set_chartarea(area or {"border": {"none": True}})
    if laid_out:
        made.set_plotarea({"layout": INNER})
    sheet.insert_chart(0, 9, made)
    file.close()
    (drawn,) = charts_of(Package(archive.read(buffer.getvalue())), 400, 200)
    return Part(drawn.data)


def bars(part: Part) -> list[tuple[Colour | None, tuple[float, ...]]]:
    """The colour of each bar with its left, top, right and bottom, rounded."""
    marks = [mark for mark in draw(part, *BOX, None) if isinstance(mark, Area)]
    return [(one.fill, tuple(round(side, 2) for side in (*one.points[0], *one.points[2]))) for one in marks]


def texts(part: Part) -> dict[str, Words]:
    return {mark.text: mark for mark in draw(part, *BOX, None) if isinstance(mark, Words)}


def middle(words: Words) -> float:
    return words.x + words.edges[-1] / 2


def test_standing_bars_are_as_high_as_their_values() -> None:
    part = chart(look={"gap": 100})
    assert obstacles(part) == []
    assert bars(part) == [((0, 0, 1), (225, 300, 275, 380)), ((0, 0, 1), (325, 220, 375, 380))]


def test_lying_bars_are_as_long_as_their_values_and_begin_at_the_top_where_they_are_told_to() -> None:
    first, second = (200, 240, 300, 280), (200, 320, 400, 360)
    up, down = (chart("bar", look={"gap": 100}, others=others) for others in ({}, {"reverse": True}))
    assert [place for _, place in bars(down)] == [first, second]
    assert [place for _, place in bars(up)] == [(200, 320, 300, 360), (200, 240, 400, 280)]
    assert [texts(one)["ก"].base < texts(one)["ข"].base for one in (down, up)] == [True, False]
    assert [texts(one)["100"].base < 220 for one in (down, up)] == [True, False]


def test_bars_of_two_series_stand_side_by_side_or_over_one_another() -> None:
    apart = bars(chart(values=((100, 100), (50, 50)), look={"gap": 0}))
    assert [(place[0], place[2]) for _, place in apart] == [(200, 250), (300, 350), (250, 300), (350, 400)]
    over = bars(chart(values=((100, 100), (50, 50)), look={"gap": 0, "overlap": 100}))
    assert [(place[0], place[2]) for _, place in over] == [(200, 300), (300, 400), (200, 300), (300, 400)]
    assert [fill for fill, _ in over] == [(0, 0, 1)] * 2 + [(1, pytest.approx(128 / 255), 0)] * 2


def test_a_bar_may_have_a_colour_of_its_own_and_a_missing_value_has_none() -> None:
    points = [None, {"fill": {"color": ORANGE}}]
    assert [fill for fill, _ in bars(chart(look={"points": points}))] == [(0, 0, 1), (1, pytest.approx(128 / 255), 0)]
    assert len(bars(chart(values=((None, 100),)))) == 1


@pytest.mark.parametrize(
    ("kind", "position", "place"),
    [
        ("column", "outside_end", lambda words: words.base < 300),
        ("column", "inside_end", lambda words: 300 < words.base < 325),
        ("column", "center", lambda words: 335 < words.base < 350),
        ("column", "inside_base", lambda words: 365 < words.base < 380),
        ("bar", "outside_end", lambda words: 300 < words.x < 304),
        ("bar", "inside_end", lambda words: 290 < words.x + words.edges[-1] < 300),
        ("bar", "center", lambda words: abs(middle(words) - 250) < 0.1),
        ("bar", "inside_base", lambda words: 200 < words.x < 204),
    ],
)
def test_values_stand_where_they_should_in_thai_digits(kind: str, position: str, place: object) -> None:
    labels = {"value": True, "font": FONT, "num_format": f"{THAI}0.00", "position": position}
    part = chart(kind, look={"gap": 100, "data_labels": labels})
    assert obstacles(part) == []
    words = texts(part)["๕๐.๐๐"]
    assert callable(place)
    assert place(words)
    if kind == "column":
        assert middle(words) == pytest.approx(250)
    assert (words.face, words.size) == (Typeface("TH SarabunPSK"), 14)


def test_the_scale_has_its_lines_and_numbers() -> None:
    grid = {"visible": True, "line": {"color": BLUE, "width": 2, "dash_type": "dash"}}
    part = chart(scale={"major_gridlines": grid, "num_format": f'{THAI}[=50]"เป้าหมาย "0;{THAI}0'})
    rules = [mark for mark in draw(part, *BOX, None) if isinstance(mark, Rule) and mark.dashes]
    assert [(one.x, one.to_x, one.y, one.width, one.dashes) for one in rules] == [
        (200, 400, y, 2, (8, 6)) for y in (380, 300, 220)
    ]
    assert {"๐", "เป้าหมาย ๕๐", "๑๐๐"} <= texts(part).keys()
    assert texts(part)["๐"].x + texts(part)["๐"].edges[-1] == pytest.approx(
        texts(part)["๑๐๐"].x + texts(part)["๑๐๐"].edges[-1]
    )


@pytest.mark.parametrize(("values", "last"), [((3, 7), "8"), ((30, 52), "60"), ((0, 0), "1"), ((0.5, 2), "3")])
def test_a_scale_without_an_end_reaches_beyond_the_highest_value(values: tuple[float, float], last: str) -> None:
    part = chart(values=(values,), scale={"max": None, "major_unit": None})
    assert last in texts(part)
    assert min(place[1] for _, place in bars(part)) > 220


def test_lines_go_from_value_to_value_with_symbols_on_them() -> None:
    part = chart(lines=(0, 100))
    assert obstacles(part) == []
    (line,) = [mark for mark in draw(part, *BOX, None) if isinstance(mark, Rule) and mark.dashes]
    assert (line.x, line.y, line.to_x, line.to_y) == (250, 380, 350, 220)
    symbols = [mark for mark in draw(part, *BOX, None) if isinstance(mark, Area) and mark.edge]
    assert [one.points for one in symbols] == [
        [(x, y - 4), (x + 4, y), (x, y + 4), (x - 4, y)] for x, y in ((250, 380), (350, 220))
    ]


def test_title_and_legend_stand_in_the_middle() -> None:
    part = chart(values=((1, 2), (3, 4)), title="ชื่อแผนภูมิ", legend=True)
    assert obstacles(part) == []
    found = texts(part)
    assert middle(found["ชื่อแผนภูมิ"]) == pytest.approx(300)
    assert 200 < found["ชื่อแผนภูมิ"].base < 225
    assert found["A"].base == found["B"].base == pytest.approx(390, abs=8)
    assert found["A"].x < 300 < found["B"].x


def test_without_a_stated_layout_all_texts_lie_in_the_box() -> None:
    names = ("การปฏิบัติหน้าที่ของเจ้าหน้าที่", "การใช้ทรัพย์สินของราชการ")
    for kind in ("column", "bar"):
        part = chart(kind, names=names, title="ชื่อ", legend=True, laid_out=False)
        assert obstacles(part) == []
        for words in (mark for mark in draw(part, *BOX, None) if isinstance(mark, Words)):
            assert 100 < words.x < words.x + words.edges[-1] < 500
            assert 200 < words.base < 400
        (axis, *_) = [place for _, place in bars(part)]
        assert axis[0] > 100


def test_long_names_below_columns_go_on_in_a_second_line() -> None:
    part = chart(names=("การปฏิบัติหน้าที่ของเจ้าหน้าที่", "ข"))
    lines = [mark for mark in draw(part, *BOX, None) if isinstance(mark, Words) and len(mark.text) > 5]
    assert "".join(one.text for one in lines) == "การปฏิบัติหน้าที่ของเจ้าหน้าที่"
    assert len({one.base for one in lines}) == len(lines) > 1
    assert all(middle(one) == pytest.approx(250) for one in lines)


GRID = {"visible": True, "line": {"color": BLUE, "width": 1}}
LABELS = {"value": True, "font": FONT, "num_format": "0.0", "position": "outside_end"}
TICKS = {"major_tick_mark": "outside", "line": {"color": ORANGE, "width": 1.5}}
BARE = {"major_tick_mark": "none", "line": {"none": True}}
LONG = ("การปฏิบัติหน้าที่ของเจ้าหน้าที่", "การใช้อำนาจ", "ค")


def whole_charts() -> dict[str, Part]:
    return {
        "columns in their place": chart(
            scale={**TICKS, "major_gridlines": GRID}, others=TICKS, look={"data_labels": LABELS},
        ),
        "columns, a line, title and legend": chart(
            values=((20, 70, 90), (30, 50, 95)), lines=(25, 60, 92.5), names=LONG, title="คะแนน", legend=True,
            scale={**TICKS, "major_gridlines": GRID}, others=BARE, laid_out=False, look={"gap": 50, "overlap": 20},
        ),
        "bars from the top": chart(
            "bar", values=((20, 70, 90),), names=LONG, title="คะแนน", others={**TICKS, "reverse": True},
            scale={**TICKS, "major_gridlines": GRID, "max": None, "major_unit": None}, look={"data_labels": LABELS},
        ),
        "bars from below, without marks": chart(
            "bar", values=((20, 70, 90), (1, 2, 3)), names=LONG, legend=True, others=BARE, scale=BARE, laid_out=False,
            look={"border": {"color": ORANGE, "width": 2}},
        ),
        "a scale from sixty": chart(values=((62, 88),), scale={"min": 60, "max": 90, "major_unit": None}),
        "a ground, a frame and a legend of several lines": chart(
            values=((62, 88),) * 4, legend=True, laid_out=False, names_of=(LONG[0],) * 4,
            area={"border": {"color": ORANGE, "width": 1.5}, "fill": {"color": "#F2F2F2"}},
        ),
        "a legend without a title": chart(values=((62, 88), (1, 2)), legend=True, laid_out=False, lines=(70, 80)),
    }  # fmt: skip


def test_whole_charts_are_as_they_were_looked_at(golden: Callable[[str, str], None]) -> None:
    lines = [
        line
        for name, part in whole_charts().items()
        for line in (f"== {name}", *marked(draw(part, *BOX, Node("Figure"))))
    ]
    golden("drawn/charts", "\n".join(lines) + "\n")


def test_all_marks_belong_to_the_figure() -> None:
    figure = Node("Figure")
    marks = draw(chart(title="ก", legend=True, lines=(1, 2)), *BOX, figure)
    assert {mark.node for mark in marks if not hasattr(mark, "marks")} == {figure}  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("c:barChart", "c:pieChart", "แผนภูมิวงกลม"),
        ("c:barChart", "c:bar3DChart", "แผนภูมิสามมิติ"),
        ("c:barChart", "c:newChart", "ส่วนของแผนภูมิ (newChart)"),
        ('<c:grouping val="clustered"/>', '<c:grouping val="stacked"/>', "แผนภูมิที่กำหนด grouping เป็น stacked"),
        ('<c:varyColors val="0"/>', '<c:varyColors val="1"/>', "แผนภูมิที่กำหนด varyColors เป็น 1"),
        ("<c:cat>", "<c:trendline/><c:cat>", "เส้นแนวโน้มของแผนภูมิ"),
        ("<c:cat>", "<c:errBars/><c:cat>", "แถบค่าคลาดเคลื่อนของแผนภูมิ"),
        ("<a:solidFill>", "<a:gradFill/><a:solidFill>", "สีไล่ระดับของแผนภูมิ"),
        ('<a:srgbClr val="0000FF"/>', '<a:schemeClr val="accent1"/>', "สีตามชุดรูปแบบของแผนภูมิ"),
        ("<c:spPr><a:solidFill>.*?</c:spPr>", "", "สีอัตโนมัติของแผนภูมิ"),
        ("<c:v>50</c:v>", "<c:v>-50</c:v>", "แผนภูมิที่มีค่าติดลบ"),
        ("<c:val>.*?</c:val>", "<c:val/>", "แผนภูมิที่ไม่มีค่า"),
        ('<c:orientation val="minMax"/>', '<c:orientation val="maxMin"/>', "แกนของแผนภูมิที่กลับทิศ"),
        ('<c:tickLblPos val="nextTo"/>', '<c:tickLblPos val="low"/>', "แผนภูมิที่กำหนด tickLblPos เป็น low"),
        ('formatCode="0"', 'formatCode="0.0E+00"', "รูปแบบตัวเลขของแผนภูมิ (0.0E+00)"),
        ("<a:bodyPr/>", '<a:bodyPr rot="-5400000"/>', "ข้อความที่หมุนในแผนภูมิ"),
        ("TH SarabunPSK", "Arial", "แบบอักษร “Arial” ซึ่งไม่ทราบความกว้างของตัวอักษร"),
        ('<c:autoTitleDeleted val="1"/>', "", "ชื่ออัตโนมัติของแผนภูมิ"),
        ("<c:plotVisOnly", "<c:dTable/><c:plotVisOnly", "ตารางข้อมูลของแผนภูมิ"),
        ("<c:externalData", "<c:userShapes/><c:externalData", "รูปร่างที่วางบนแผนภูมิ"),
        ("<c:crossAx", "<c:title/><c:crossAx", "ชื่อแกนของแผนภูมิ"),
        ("<c:lang", '<c:style val="2"/><c:lang', "ส่วนของแผนภูมิ (style)"),
    ],
)
def test_what_a_chart_does_not_know_is_refused_by_name(old: str, new: str, named: str) -> None:
    text = chart().data.decode()
    changed = re.sub(old, new, text, flags=re.DOTALL)
    assert changed != text
    assert named in obstacles(Part(changed.encode()))


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (87.5, "0.00", "87.50"),
        (0.125, "0.00", "0.13"),
        (80.09999999999999, "0.00", "80.10"),
        (100, f"{THAI}[=100]0;{THAI}0.00", "๑๐๐"),
        (99.5, f"{THAI}[=100]0;{THAI}0.00", "๙๙.๕๐"),
        (85, '[=85]"เป้าหมาย "0;0', "เป้าหมาย 85"),
        (0, "0.00;;", ""),
        (-1.5, "0.0", "-1.5"),
        (-1.5, "+0.0;-0.0;0.0", "-1.5"),
        (1.5, "+0.0;-0.0;0.0", "+1.5"),
        (3, "[<1]0.0;[>5]0", ""),
        (1200, "General", "1200"),
        (0.5, "General", "0.5"),
    ],
)
def test_numbers_are_written_in_their_format(value: float, form: str, text: str) -> None:
    assert is_known(form)
    assert written(value, form) == text


@pytest.mark.parametrize("form", ["0%", "#,##0", "0.0E+00", "d mmm yyyy", "[Red]0", "0/0", "@"])
def test_other_formats_of_numbers_are_not_known(form: str) -> None:
    assert not is_known(form)
