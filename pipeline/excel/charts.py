"""The charts of the score summary: native, in the Thai font, each a sheet of its own drawn from the cells of scores."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from xlsxwriter.chart import Chart

from pipeline.excel.book import ACCENT, STRONG, URGENT, WEAK, Book, font
from pipeline.workbook.look import FONT


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Where the rows of the indicators stand: sheet, first and last row, and the columns by what they hold."""

    sheet: str
    first: int
    last: int
    name: int
    score: int
    goal: int
    previous: int
    strong: int
    weak: int

    def range(self, column: int) -> list[Any]:
        """The cells of one column, as a series asks for them."""
        return [self.sheet, self.first, column, self.last, column]


def place(book: Book, columns: Columns, years: Sequence[int]) -> None:
    """A sheet for each chart: scores with the goal, radar, and both years where scores of the year before are known.

    ``years`` are the assessed year and, where it can be compared, the one before.
    """
    _sheet(book, "แผนภูมิคะแนน", _scores(book, columns, years[0]))
    _sheet(book, "แผนภูมิเรดาร์", _radar(book, columns, years))
    if len(years) > 1:
        _sheet(book, "แผนภูมิเทียบปีก่อน", _both_years(book, columns, years))


def _sheet(book: Book, name: str, chart: Chart) -> None:
    sheet = book.file.add_chartsheet(name)
    sheet.set_chart(chart)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.set_footer(f'&C&"{FONT},Regular"&14หน้า &P จาก &N&R&"{FONT},Regular"&14&A')


def _scores(book: Book, columns: Columns, year: int) -> Chart:
    """A column for each indicator, in one colour where it reaches the goal and another where not; the goal a line."""
    chart = _chart(book, "column", f"คะแนนรายตัวชี้วัดเทียบกับเป้าหมาย ปีงบประมาณ พ.ศ. {year}")
    for name, column, colour in (("ถึงเป้าหมาย", columns.strong, STRONG), ("ต่ำกว่าเป้าหมาย", columns.weak, WEAK)):
        chart.add_series(
            {**_labelled(columns, column, name, "inside_base"), "fill": {"color": colour}, "gap": 60, "overlap": 100}
        )
    line = book.file.add_chart({"type": "line"})
    line.add_series(_goal(columns))
    chart.combine(line)
    chart.show_hidden_data()
    return chart


def _radar(book: Book, columns: Columns, years: Sequence[int]) -> Chart:
    chart = _chart(book, "radar", f"ภาพรวมคะแนนรายตัวชี้วัด ปีงบประมาณ พ.ศ. {years[0]}")
    looks = ((columns.score, ACCENT), (columns.previous, "#A5A5A5"))
    for year, (column, colour) in reversed(list(zip(years, looks, strict=False))):
        chart.add_series({**_series(columns, column, f"คะแนนปี {year}"), "line": {"color": colour, "width": 2.25}})
    chart.add_series(_goal(columns))
    return chart


def _both_years(book: Book, columns: Columns, years: Sequence[int]) -> Chart:
    year, before = years
    chart = _chart(book, "column", f"คะแนนปีงบประมาณ พ.ศ. {before} เทียบกับ พ.ศ. {year}")
    for one, column, colour in ((before, columns.previous, "#BFBFBF"), (year, columns.score, ACCENT)):
        chart.add_series(
            {**_labelled(columns, column, f"คะแนนปี {one}", "outside_end"), "fill": {"color": colour}, "gap": 60}
        )
    return chart


def _series(columns: Columns, values: int, name: str) -> dict[str, Any]:
    return {"name": name, "categories": columns.range(columns.name), "values": columns.range(values)}


def _labelled(columns: Columns, values: int, name: str, position: str) -> dict[str, Any]:
    """A series with its scores written at the columns; a score that is not there leaves no label."""
    labels = {"value": True, "font": font(13), "num_format": "0.00;;", "position": position}
    return {**_series(columns, values, name), "data_labels": labels}


def _goal(columns: Columns) -> dict[str, Any]:
    line = {"color": URGENT, "width": 2, "dash_type": "dash"}
    return {**_series(columns, columns.goal, "เป้าหมาย"), "line": line}


def _chart(book: Book, kind: str, title: str) -> Chart:
    """An empty chart of this kind with its title, axes from 0 to 100 and fonts."""
    chart = book.file.add_chart({"type": kind, "name": title})
    chart.set_title({"name": title, "name_font": font(20, bold=True)})
    chart.set_x_axis({"num_font": font()})
    gridlines = {"visible": True, "line": {"color": "#D9D9D9"}}
    chart.set_y_axis({"min": 0, "max": 100, "num_font": font(), "num_format": "0", "major_gridlines": gridlines})
    chart.set_legend({"position": "bottom", "font": font(16)})
    chart.set_chartarea({"border": {"none": True}})
    return chart
