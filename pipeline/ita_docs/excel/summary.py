"""``summary.xlsx``: an office's scores in live cells and native charts, and where each figure comes from.

Sheets: the scores, with the total as staff would check it; the charts; strengths and weaknesses in order; what
the next level would take; the scores of the questions, where given; the source of each figure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from string import ascii_uppercase

from ita_docs.analysis import Figure, Findings, IndicatorFinding, InstrumentFinding, next_level
from ita_docs.excel import next_level as next_level_sheet
from ita_docs.excel import scores
from ita_docs.excel.book import Book
from ita_docs.excel.xlsx import OutputSheet
from ita_docs.framework.model import Framework, Instrument
from ita_docs.framework.scores import ScoreFormat, decimals_in_words
from ita_docs.framework.words.sentences import SummaryWorkbookPhrases
from ita_docs.model import Score, Source, Submission

WEAKEST = 10
"""How many of the weakest questions are marked."""

SOURCE_HEADS = ("ตัวเลข", "ค่า", "ที่มา", "วิธีคำนวณหรือเกณฑ์ที่ใช้")
_PHRASES = SummaryWorkbookPhrases.load().sources
SourceRow = tuple[str, Decimal | str, str, str]


def build(submission: Submission, framework: Framework, findings: Findings) -> bytes:
    """The summary of one office as an xlsx file; the same bytes for the same figures."""
    office = submission.office.name
    book = Book(SummaryWorkbookPhrases.load().title.format(year=findings.year), office, framework)
    rows = scores.write(book, framework, findings, office)
    scores.place_charts(book, rows, (findings.year, findings.year - 1) if findings.compared else (findings.year,))
    _order(book, findings, office, framework)
    if above := next_level(findings, framework):
        next_level_sheet.write(book, above, findings, office, framework.rounding.format())
    if submission.questions:
        _questions(book, submission, findings)
    _sources(book, submission, framework, findings)
    return book.data()


def _title(words: str, findings: Findings) -> str:
    return SummaryWorkbookPhrases.load().sheet.format(words=words, year=findings.year)


def _order(book: Book, findings: Findings, office: str, framework: Framework) -> None:
    """Strengths from the highest, then what to develop and what to mend at once from the lowest; with what is to be
    done about each."""
    widths = (12, 34, 11, 9, 30, 56)
    sheet = book.sheet("จุดแข็งและจุดอ่อน", _title("จุดแข็งและจุดอ่อน", findings), office, widths, pages=1)
    has_questions = any(one.weakest for one in findings.indicators)
    heads = ("ตัวชี้วัดที่", "ตัวชี้วัด", "คะแนน", "อันดับ", "แนวทาง", "ข้อคำถามที่ได้คะแนนต่ำที่สุด")[: 6 if has_questions else 5]
    row = 3
    levels, form = framework.phrases.standings, framework.rounding.format()
    groups = (levels.strength, findings.strengths), (levels.weakness, findings.to_develop)
    for name, found in (*groups, (levels.urgent, findings.urgent_weaknesses)):
        book.row(sheet, row, (SummaryWorkbookPhrases.load().group.format(name=name, count=len(found)),), ("subtitle",))
        if found:
            book.heads(sheet, row + 1, heads)
        for below, one in enumerate(found, start=row + 2):
            _ordered(book, sheet, below, one, heads, form)
        row += len(found) + 3


def _ordered(
    book: Book,
    sheet: OutputSheet,
    row: int,
    one: IndicatorFinding,
    heads: Sequence[str],
    form: ScoreFormat,
) -> None:
    phrases = SummaryWorkbookPhrases.load()
    way = phrases.keep if one.strength else phrases.urgent if one.urgent else phrases.develop
    weakest = "\n".join(f"{each.code} {each.question} ({form.text(each.score)})" for each in one.weakest)
    values = (one.number, one.name, one.score, one.rank, way, weakest)
    formats = ("number", "text", "score", "number", "urgent" if one.urgent else "text", "text")
    book.row(sheet, row, values[: len(heads)], formats[: len(heads)])


def _questions(book: Book, submission: Submission, findings: Findings) -> None:
    """All questions from the weakest on, the ``WEAKEST`` marked."""
    sheet = book.sheet("คะแนนรายข้อ", _title("คะแนนรายข้อ", findings), submission.office.name, (9, 9, 96, 14))
    book.heads(sheet, 3, ("ลำดับ", "ข้อ", "คำถาม", "คะแนน"))
    ordered = sorted(submission.questions, key=lambda question: question.score)
    for number, question in enumerate(ordered, start=1):
        format = "weak" if number <= WEAKEST else "text"
        values = (number, question.code, question.question, question.score)
        book.row(sheet, number + 3, values, ("number", "centre", format, "score"))
    book.table(sheet, 3, len(ordered) + 3, 4)


def _sources(book: Book, submission: Submission, framework: Framework, findings: Findings) -> None:
    sheet = book.sheet("ที่มาของตัวเลข", _title("ที่มาของตัวเลข", findings), submission.office.name, (36, 12, 46, 46))
    book.heads(sheet, 3, SOURCE_HEADS)
    row = 3
    for row, values in enumerate(_source_rows(submission, framework, findings), start=4):
        book.row(sheet, row, values, ("text", "centre" if isinstance(values[1], str) else "score", "text", "text"))
    book.table(sheet, 3, row, len(SOURCE_HEADS))


def _source_rows(submission: Submission, framework: Framework, findings: Findings) -> Iterator[SourceRow]:
    """A row for each figure: what it is, its value, where it comes from, and how it was worked out."""
    yield from _of_indicators(submission, framework, findings)
    for instrument, found in zip(framework.instruments, findings.instruments, strict=True):
        yield from _of_instrument(submission, instrument, found, framework)
    yield _of_total(submission, findings, framework)
    yield _of_level(submission, framework, findings)
    if above := next_level(findings, framework):
        way = _PHRASES.steps_up.format(rounded=_rounded(framework), sheet=next_level_sheet.NAME)
        rule = _rule(framework.levels.source, framework.levels.verified)
        yield (_PHRASES.next_level, above.level.name, rule, way)
    yield (
        "เป้าหมาย",
        framework.goal.score,
        _rule(framework.goal.source, framework.goal.verified),
        _PHRASES.goal,
    )


def _of_indicators(submission: Submission, framework: Framework, findings: Findings) -> Iterator[SourceRow]:
    given = {score.indicator: score for score in submission.scores}
    way = _PHRASES.typed.format(rounded=_rounded(framework))
    for one in findings.indicators:
        row = given[one.number]
        name = _PHRASES.indicator.format(number=one.number, name=one.name)
        yield (name, one.score, str(row.source.at("score")), way)
        if one.previous is not None:
            yield (_PHRASES.previous.format(indicator=name), one.previous, str(row.source.at("previous")), way)


def _of_instrument(
    submission: Submission, instrument: Instrument, found: InstrumentFinding, framework: Framework
) -> Iterator[SourceRow]:
    for part in instrument.parts:
        if part.code in found.parts:
            place = str(submission.published.source.at(part.code))
            yield (_PHRASES.score.format(name=part.name), found.parts[part.code], place, _PHRASES.published)
    numbers = [indicator.number for indicator in instrument.indicators]
    rounded, of = _rounded(framework), [(one.source, "score") for one in _scores_of(submission, instrument)]
    span = "–".join(str(one) for one in dict.fromkeys((numbers[0], numbers[-1])))
    way = _PHRASES.mean_of_indicators.format(numbers=span, rounded=rounded)
    if len(found.parts) == len(instrument.parts) > 0:
        way = _PHRASES.mean_of_parts.format(rounded=rounded)
        of = [(submission.published.source, part.code) for part in instrument.parts]
    name = _PHRASES.score.format(name=instrument.code)
    yield (name, found.score.used, *_figure(submission, instrument.code, found.score, way, _cells(of)))
    yield (
        _PHRASES.weight.format(code=instrument.code),
        _PHRASES.percent.format(percent=f"{(instrument.weight * 100).normalize():f}"),
        _rule(instrument.source, instrument.verified),
        _PHRASES.share_of_total,
    )


def _of_total(submission: Submission, findings: Findings, framework: Framework) -> SourceRow:
    way = _PHRASES.total.format(rounded=_rounded(framework))
    of = _PHRASES.instruments.format(codes=" ".join(one.code for one in framework.instruments))
    return ("คะแนนรวม", findings.total.used, *_figure(submission, "total", findings.total, way, of))


def _scores_of(submission: Submission, instrument: Instrument) -> Iterator[Score]:
    numbers = {indicator.number for indicator in instrument.indicators}
    return (score for score in submission.scores if score.indicator in numbers)


def _cells(fields: Iterable[tuple[Source, str]]) -> str:
    """Where these fields of one sheet stand: ``ชีต คะแนน C5–C9``, or each where they do not follow one another."""
    first, *others = places = [source.at(name) for source, name in fields]
    rows = [int(place.cell.lstrip(ascii_uppercase)) for place in places]
    if others and rows == list(range(rows[0], rows[0] + len(rows))):
        return f"{first}–{others[-1].cell}"
    return ", ".join((str(first), *(place.cell for place in others)))


def _figure(submission: Submission, field: str, figure: Figure, way: str, of: str) -> tuple[str, str]:
    """Source and way of a score that may have been published, else is made ``of`` others."""
    if figure.published is None:
        return of, way
    return str(submission.published.source.at(field)), _PHRASES.published_score.format(
        way=way, computed=figure.computed
    )


def _of_level(submission: Submission, framework: Framework, findings: Findings) -> SourceRow:
    rule = _rule(framework.levels.source, framework.levels.verified)
    if submission.published.level:
        place = str(submission.published.source.at("level"))
        return ("ระดับ", findings.level, place, _PHRASES.published_level.format(level=findings.earned.name))
    return ("ระดับ", findings.level, rule, _PHRASES.level)


def _rounded(framework: Framework) -> str:
    return _PHRASES.rounded.format(decimals=decimals_in_words(framework.rounding.decimals))


def _rule(source: str, verified: bool) -> str:
    return source if verified else _PHRASES.not_verified.format(source=source)
