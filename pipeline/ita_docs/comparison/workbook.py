"""``comparison.xlsx``: many offices side by side, the statistics in live cells, a heat map and native charts.

Sheets: the summary in words and the levels; all offices by rank with the heat map; the statistics; what changed
against last year; the offices below the goal; the workbooks left out; and a sheet for each chart.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from xlsxwriter.utility import xl_range_abs

from ita_docs.comparison import charts
from ita_docs.comparison.figures import TOTAL
from ita_docs.comparison.sentences import column_names, summarise
from ita_docs.comparison.tables import Comparison, RankedOffice, Statistics
from ita_docs.excel.book import Book, RowRange
from ita_docs.excel.xlsx import CellValue, Formula, OutputSheet
from ita_docs.framework.scores import decimals_in_words
from ita_docs.framework.words.comparison import ComparisonPhrases
from ita_docs.thai import in_words, thai_digits
from ita_docs.workbook.styles import row_height
from officefiles.opc import Package

RANKING, SPREAD = "อันดับ", "ค่าสถิติ"
SUMMARY, CHANGES, BELOW, LEFT_OUT = "สรุป", "เทียบปีก่อน", "ต่ำกว่าเป้าหมาย", "ไม่ได้นำมาเปรียบเทียบ"
_PHRASES = ComparisonPhrases.load().book
_LEFT = ("อันดับ", "หน่วยงาน", "ระดับ")
_RIGHT = ("คะแนนรวมปีก่อน", "ต่างจากปีก่อน", "ตัวชี้วัดที่ได้ต่ำสุด", "ไฟล์")
_PROSE = 88  # letters on a line of the summary's sentences, whose long words leave lines unfilled
_FIRST = 4  # row of the first office and of the first statistic, counted from 0
_SPREAD = ("รายการ", "จำนวนหน่วยงาน", "ค่าเฉลี่ย", "ส่วนเบี่ยงเบนมาตรฐาน", "มัธยฐาน", "ต่ำสุด", "ควอร์ไทล์ที่ 1", "ควอร์ไทล์ที่ 3",
           "สูงสุด", "ต่ำกว่าเป้าหมาย (หน่วยงาน)", "เป็นคะแนนต่ำสุด (หน่วยงาน)", "เป้าหมาย")  # fmt: skip

_Column = tuple[str, float, str]
"""Heading, width and format of a column."""
_PLACE: _Column = ("ลำดับ", 9, "number")
_BELOW: tuple[_Column, ...] = (
    _PLACE, ("หน่วยงาน", 40, "text"), ("คะแนนรวม", 14, "score"), ("ขาดจากเป้าหมาย", 18, "score"), ("ระดับ", 20, "centre"),
    ("ตัวชี้วัดที่ต่ำกว่าเป้าหมาย (คะแนนน้อยไปมาก)", 44, "text"),
)  # fmt: skip
_LEFT_OUT: tuple[_Column, ...] = (
    _PLACE, ("ไฟล์", 50, "text"), ("เหตุผล", 70, "text"), ("ข้อที่ต้องแก้ไข", 18, "number"),
)  # fmt: skip


def build(comparison: Comparison) -> bytes:
    """The comparison as an xlsx file; the same bytes for the same figures."""
    book = Book(_title(comparison, _PHRASES.summary), "", comparison.framework)
    levels = _summary(book, comparison)
    _ranking(book, comparison)
    _spread(book, comparison)
    if comparison.moved:
        _changes(book, comparison)
    if comparison.below_goal:
        _below(book, comparison)
    if comparison.left_out:
        _left_out(book, comparison)
    names = len(comparison.statistics)
    charts.place(
        book,
        year=comparison.framework.year,
        levels=RowRange(SUMMARY, levels, levels + len(comparison.levels) - 1),
        offices=RowRange(RANKING, _FIRST, _FIRST + len(comparison.offices) - 1, names=1),
        indicators=RowRange(SPREAD, _FIRST + names - len(comparison.numbers), _FIRST + names - 1),
    )
    return book.data()


def for_report(comparison: Comparison) -> Package:
    """A workbook of the charts that a report shows, indicators and levels, and no more than the cells they are drawn
    from, all in Thai digits as the report prints them."""
    book = Book(_title(comparison, _PHRASES.charts), "", comparison.framework)
    title = _title(comparison, _PHRASES.chart_data)
    levels = (("ระดับ", 34, "text"), ("จำนวนหน่วยงาน", 18, "number"))
    _table(book, "ระดับ", title, _count(comparison), levels, list(comparison.levels.items()))
    heads, found = column_names(comparison), comparison.statistics
    rows = [
        (thai_digits(heads[one]), found[one].mean, found[one].lowest, found[one].highest, comparison.goal)
        for one in comparison.numbers
    ]
    scores = ((head, 14, "score") for head in ("ค่าเฉลี่ย", "ต่ำสุด", "สูงสุด", "เป้าหมาย"))
    _table(book, SPREAD, title, _count(comparison), (("ตัวชี้วัด", 34, "text"), *scores), rows)
    charts.place_in_report(
        book,
        year=comparison.framework.year,
        levels=RowRange("ระดับ", _FIRST, _FIRST + len(comparison.levels) - 1),
        indicators=RowRange(SPREAD, _FIRST, _FIRST + len(rows) - 1),
    )
    return book.package()


def _title(comparison: Comparison, words: str) -> str:
    return _PHRASES.sheet.format(words=words, year=comparison.framework.year)


def _count(comparison: Comparison) -> str:
    return _PHRASES.offices.format(count=len(comparison.offices))


def _summary(book: Book, comparison: Comparison) -> int:
    """The sentences and how many offices have each level; gives back the row of the first level."""
    sheet = book.sheet(SUMMARY, _title(comparison, _PHRASES.summary), _count(comparison), (110, 18, 14), pages=1)
    summary = summarise(comparison)
    top = 3
    findings = (summary.intro, *summary.findings)
    for heading, texts in ((_PHRASES.findings, findings), (_PHRASES.proposals, summary.proposals)):
        if texts:
            book.row(sheet, top, (heading,), ("subtitle",))
        for row, text in enumerate(texts, start=top + 1):
            sheet.add(row, (text,), (book.format("plain"),), row_height([(text, _PROSE)]))
        top += len(texts) + 2
    book.heads(sheet, top, ("ระดับ", "จำนวนหน่วยงาน", "ร้อยละ"))
    for row, (level, count) in enumerate(comparison.levels.items(), start=top + 1):
        share = Decimal(count) / len(comparison.offices)
        book.row(sheet, row, (level, count, share), ("text", "number", "exact percent"))
    return top + 1


def _ranking(book: Book, comparison: Comparison) -> None:
    """All offices by rank; the ground of a score says how far it is from the goal."""
    heads = column_names(comparison)
    totals = len(heads) - len(comparison.numbers)
    widths = (9, 34, 14, *[10] * totals, *[12] * len(comparison.numbers), 12, 11, 12, 30)
    sheet = book.sheet(RANKING, _title(comparison, _PHRASES.ranking), _count(comparison), widths)
    book.heads(sheet, _FIRST - 1, (*_LEFT, *heads.values(), *_RIGHT))
    for row, office in enumerate(comparison.offices, start=_FIRST):
        _office(book, sheet, row, office)
    last = _FIRST + len(comparison.offices) - 1
    book.table(sheet, _FIRST - 1, last, len(_LEFT) + len(heads) + len(_RIGHT), left=2)
    sheet.print_area(0, 0, last, len(_LEFT) + len(heads) + len(_RIGHT) - 2)
    left = len(_LEFT)
    _heat(sheet, comparison, (_FIRST, left, last, left + len(heads) - 1))
    _gains(book, sheet, (_FIRST, left + len(heads) + 1, last, left + len(heads) + 1))


def _office(book: Book, sheet: OutputSheet, row: int, office: RankedOffice) -> None:
    before = (office.previous[TOTAL], office.change, ", ".join(office.weakest), office.workbook)
    values: tuple[CellValue, ...] = (office.rank, office.name, office.level, *office.scores.values(), *before)
    scores = ["score"] * len(office.scores)
    book.row(sheet, row, values, ("number", "text", "centre", *scores, "score", "change", "centre", "text"))


def _heat(sheet: OutputSheet, comparison: Comparison, cells: tuple[int, int, int, int]) -> None:
    """Orange at the score below which is urgent and under it, pale at the goal, blue at 100: the same in every file.
    Who cannot tell red from green can tell these."""
    goal = comparison.framework.goal
    scale = {
        "type": "3_color_scale", "min_type": "num", "mid_type": "num", "max_type": "num",
        "min_value": float(goal.urgent), "mid_value": float(goal.score), "max_value": 100,
        "min_color": "#F4A582", "mid_color": "#FFF7DC", "max_color": "#92C5DE",
    }  # fmt: skip
    sheet.conditional_format(*cells, scale)


def _gains(book: Book, sheet: OutputSheet, cells: tuple[int, int, int, int]) -> None:
    """Gains in blue, losses in red; their signs say the same."""
    for criteria, colour in ((">", "#1F4E79"), ("<", "#C00000")):
        format = book.rule_format(font_color=colour)
        sheet.conditional_format(*cells, {"type": "cell", "criteria": criteria, "value": 0, "format": format})


def _spread(book: Book, comparison: Comparison) -> None:
    """The statistics of each column, worked out in live cells from the sheet of ranks."""
    widths = (34, 13, *[13] * 7, 16, 16, 12)
    sheet = book.sheet(SPREAD, _title(comparison, _PHRASES.spread), _count(comparison), widths, pages=1)
    book.guard(sheet)
    book.heads(sheet, _FIRST - 1, _SPREAD)
    last = _FIRST + len(comparison.offices) - 1
    for place, (column, head) in enumerate(column_names(comparison).items()):
        of = f"'{RANKING}'!{xl_range_abs(_FIRST, len(_LEFT) + place, last, len(_LEFT) + place)}"
        is_indicator = column in comparison.numbers
        values = _statistics(book, comparison.statistics[column], of, _FIRST + place + 1, is_indicator)
        formats = ("text", "number", *["score"] * 7, "number", "number", "score")
        book.row(sheet, _FIRST + place, (head, *values, comparison.goal), formats)
    year = {"decimals": decimals_in_words(book.decimals), "indicators": in_words(len(comparison.numbers))}
    for row, note in enumerate(_PHRASES.spread_notes, start=_FIRST + len(comparison.statistics) + 1):
        sheet.add(row, (note.format(**year),), (book.format("note"),))


def _statistics(book: Book, one: Statistics, of: str, row: int, is_indicator: bool) -> tuple[CellValue, ...]:
    """The cells of one row of statistics over the cells ``of``; the goal stands in the row's last column, L."""
    return (
        Formula(f"=COUNT({of})", one.count),
        book.rounded(f"AVERAGE({of})", one.mean),
        book.rounded(f"STDEVP({of})", one.deviation),
        book.rounded(f"MEDIAN({of})", one.median),
        book.rounded(f"MIN({of})", one.lowest),
        book.rounded(f"QUARTILE({of},1)", one.quartile_1),
        book.rounded(f"QUARTILE({of},3)", one.quartile_3),
        book.rounded(f"MAX({of})", one.highest),
        Formula(f'=COUNTIF({of},"<"&L{row})', one.below),
        one.weakest if is_indicator else None,
    )


def _table(
    book: Book, name: str, title: str, note: str, columns: Sequence[_Column], rows: Sequence[Sequence[CellValue]]
) -> OutputSheet:
    """A sheet that is a table from its fourth row on."""
    heads, widths, formats = zip(*columns, strict=True)
    sheet = book.sheet(name, title, note, widths)
    if any(isinstance(value, Formula) for values in rows for value in values):
        book.guard(sheet)
    book.heads(sheet, _FIRST - 1, heads)
    for row, values in enumerate(rows, start=_FIRST):
        book.row(sheet, row, values, formats)
    book.table(sheet, _FIRST - 1, _FIRST + len(rows) - 1, len(heads))
    return sheet


def _changes(book: Book, comparison: Comparison) -> None:
    """The offices whose last year is known, the greatest gain first."""
    year = comparison.framework.year
    scores = ((head, 16, "score") for head in (f"ปี พ.ศ. {year - 1}", f"ปี พ.ศ. {year}"))
    columns = (_PLACE, ("หน่วยงาน", 40, "text"), *scores, ("ผลต่าง", 16, "change"))
    rows = [
        (place, one.name, one.previous[TOTAL], one.total, book.rounded(f"D{row}-C{row}", one.change))
        for place, (row, one) in enumerate(enumerate(comparison.moved, start=_FIRST + 1), start=1)
        if one.change is not None
    ]
    sheet = _table(book, CHANGES, _title(comparison, _PHRASES.changes), _PHRASES.changes_note, columns, rows)
    _gains(book, sheet, (_FIRST, 4, _FIRST + len(rows) - 1, 4))


def _below(book: Book, comparison: Comparison) -> None:
    """The offices below the goal, the lowest first, with the indicators that keep them there."""
    note = _PHRASES.below_note.format(goal=comparison.goal)
    rows = [
        (place, one.name, one.total, comparison.goal - one.total, one.level, ", ".join(one.below))
        for place, one in enumerate(comparison.below_goal, start=1)
    ]
    _table(book, BELOW, _title(comparison, _PHRASES.below), note, _BELOW, rows)


def _left_out(book: Book, comparison: Comparison) -> None:
    note = _PHRASES.files.format(count=len(comparison.left_out))
    rows = [(place, one.workbook, one.reason, one.errors) for place, one in enumerate(comparison.left_out, start=1)]
    _table(book, LEFT_OUT, _title(comparison, _PHRASES.left_out), note, _LEFT_OUT, rows)
