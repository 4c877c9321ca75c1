"""Charts of a workbook in a document: what a spreadsheet takes as said stands in them, for Word takes the other way."""

from __future__ import annotations

import io

from lxml import etree
from xlsxwriter import Workbook

from officefiles import opc
from officefiles.pictures import Picture
from wordfill.charts import charts_of

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def drawn(letters: float = 1.0) -> list[Picture]:
    """Bars with their values, and a line without marks at its axes."""
    buffer = io.BytesIO()
    with Workbook(buffer) as book:
        sheet = book.add_worksheet()
        sheet.write_column(0, 0, [3, 5])
        for place, (kind, title) in enumerate((("column", "แท่ง & เส้น"), ("line", "เส้น"))):
            chart = book.add_chart({"type": kind})
            chart.add_series({"values": "=Sheet1!$A$1:$A$2", "data_labels": {"value": True}})
            chart.set_title({"name": title, "name_font": {"size": 12}})
            if kind == "line":
                chart.set_y_axis({"major_tick_mark": "none", "minor_tick_mark": "none"})
            sheet.insert_chart(place * 20, 2, chart)
    return charts_of(opc.read(buffer.getvalue()), 300, 200, letters)


def test_each_chart_is_a_picture_called_by_its_title_with_its_workbook() -> None:
    charts = drawn()
    assert [(one.name, one.alternative, one.width, one.height) for one in charts] == [
        ("แท่ง & เส้น", "แท่ง & เส้น", 300, 200),
        ("เส้น", "เส้น", 300, 200),
    ]
    assert all("xl/workbook.xml" in opc.read(one.workbook or b"").parts for one in charts)


def test_what_word_would_take_the_other_way_is_said() -> None:
    for tree in (etree.fromstring(one.data) for one in drawn()):
        (labels,) = tree.iter(C + "dLbls")
        assert [(etree.QName(one).localname, one.get("val")) for one in labels] == [
            ("showLegendKey", "0"), ("showVal", "1"), ("showCatName", "0"), ("showSerName", "0"), ("showPercent", "0"),
            ("showBubbleSize", "0"),
        ]  # fmt: skip
        assert [one.getnext().get("val") for one in tree.iter(C + "grouping")] == ["0"]  # one colour for a series
        assert [one.get("val") for one in tree.iter(C + "varyColors")] == ["0"]
        assert [one.get("val") for one in tree.iter(C + "dispBlanksAs")] == ["gap"]
        assert tree.find(C + "printSettings") is None
        assert tree[-1].tag == C + "externalData"


def test_axes_keep_the_marks_that_they_state_and_else_have_them_outside() -> None:
    marks = [
        [
            [one.get("val") for one in axis if one.tag.endswith("TickMark")]
            for axis in tree.iter(C + "catAx", C + "valAx")
        ]
        for tree in (etree.fromstring(one.data) for one in drawn())
    ]
    assert marks == [[["out", "none"], ["out", "none"]], [["out", "none"], ["none", "none"]]]


def test_letters_grow_to_half_points() -> None:
    sizes = [etree.fromstring(one.data).find(".//{*}title//{*}defRPr").get("sz") for one in drawn(1.3)]
    assert sizes[0] == "1550"  # 12 points by 1.3 are 15.6
