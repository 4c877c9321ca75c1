"""The sheet of the summary on what the next level would take: each score that must or may rise, least first."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ita_docs.analysis import Findings, NextLevel, Rise, Ways
from ita_docs.excel.book import Book
from ita_docs.excel.xlsx import CellValue
from ita_docs.framework.scores import ScoreFormat
from ita_docs.framework.words.sentences import SummaryWorkbookPhrases
from ita_docs.workbook.styles import row_height

NAME = "ระดับถัดไป"
WIDTHS = (14, 52, 14, 16, 14, 46)
HEADS = ("เครื่องมือ", "รายการ", "คะแนน", "ต้องเพิ่มขึ้น", "ต้องได้", "เงื่อนไข")
FORMATS = ("centre", "text", "score", "score", "score", "text")
_WORDS = SummaryWorkbookPhrases.load().next_level
_Row = tuple[str, str, Decimal | None, Decimal | None, Decimal, str]


def write(book: Book, found: NextLevel, findings: Findings, office: str, form: ScoreFormat) -> None:
    """The sheet; the rises are live formulas of the scores beside them, each written with its value."""
    title = SummaryWorkbookPhrases.load().sheet.format(words=_WORDS.title, year=findings.year)
    sheet = book.sheet(NAME, title, office, WIDTHS)
    book.guard(sheet)
    sheet.add(2, (_asks(found, findings),), (book.format("subtitle"),), row_height([]))
    book.heads(sheet, 3, HEADS)
    numbers = {str(one.number) for one in findings.indicators}
    for row, (code, name, score, by, to, way) in enumerate(_rows(found, numbers, form), start=4):
        rise = None if by is None else book.rounded(f"E{row + 1}-C{row + 1}", by)
        values: tuple[CellValue, ...] = (code, name, score, rise, to, way)
        book.row(sheet, row, values, FORMATS)


def _asks(found: NextLevel, findings: Findings) -> str:
    """What the next level asks for."""
    least = found.level.instrument_minimum
    phrase = _WORDS.asks_instruments if least else _WORDS.asks
    figures = {"minimum": f"{found.level.minimum:f}", "instrument_minimum": f"{least:f}"}
    return phrase.format(level=findings.level, next_level=found.level.name, **figures)


def _rows(found: NextLevel, numbers: set[str], form: ScoreFormat) -> Iterator[_Row]:
    for one in found.required:
        yield from _instrument(one, _WORDS.required, numbers)
    if found.ways:
        said = _WORDS.any_of.format(short=form.text(found.short))
        for one in found.ways.alone:
            yield from _instrument(one, said, numbers)
        yield (" ".join(found.ways.below), _WORDS.all_instruments, None, None, found.ways.together, said)


def _instrument(one: Rise, said: str, numbers: set[str]) -> Iterator[_Row]:
    """An instrument, and below it the ways to lift it."""
    yield (one.key, one.name, one.score, one.by, one.to, said)
    if one.ways:
        yield from _below(one.key, one.ways, numbers)


def _below(code: str, ways: Ways, numbers: set[str]) -> Iterator[_Row]:
    for one in ways.alone:
        name = _WORDS.indicator.format(number=one.key, name=one.name) if one.key in numbers else one.name
        yield (code, name, one.score, one.by, one.to, _WORDS.alone)
    yield (code, _WORDS.all_of.format(code=code), None, None, ways.together, _WORDS.together)
