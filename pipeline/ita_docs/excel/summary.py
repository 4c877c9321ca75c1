"""``summary.xlsx``: an office's scores in live cells and native charts, and where each figure comes from.

Sheets: the scores, with the total as staff would check it; the charts; strengths and weaknesses in order; the scores
of the questions, where given; the source of each figure.
"""

from __future__ import annotations

from collections.abc import Sequence

from ita_docs.analysis import Findings, IndicatorFinding
from ita_docs.excel import charts, scores, sources
from ita_docs.excel.book import Book
from ita_docs.excel.xlsx import OutputSheet
from ita_docs.framework.model import Framework
from ita_docs.framework.scores import ScoreFormat
from ita_docs.framework.words.sentences import SummaryWorkbookPhrases
from ita_docs.model import Submission

WEAKEST = 10
"""How many of the weakest questions are marked."""


def build(submission: Submission, framework: Framework, findings: Findings) -> bytes:
    """The summary of one office as an xlsx file; the same bytes for the same figures."""
    office = submission.office.name
    book = Book(SummaryWorkbookPhrases.load().title.format(year=findings.year), office, framework)
    rows = scores.write(book, framework, findings, office)
    charts.place(book, rows, (findings.year, findings.year - 1) if findings.compared else (findings.year,))
    _order(book, findings, office, framework.rounding.format())
    if submission.questions:
        _questions(book, submission, findings)
    _sources(book, submission, framework, findings)
    return book.data()


def _title(words: str, findings: Findings) -> str:
    return SummaryWorkbookPhrases.load().sheet.format(words=words, year=findings.year)


def _order(book: Book, findings: Findings, office: str, form: ScoreFormat) -> None:
    """Strengths from the highest, then weaknesses from the lowest, with what is to be done about each."""
    widths = (12, 34, 11, 9, 30, 56)
    sheet = book.sheet("จุดแข็งและจุดอ่อน", _title("จุดแข็งและจุดอ่อน", findings), office, widths, pages=1)
    has_questions = any(one.weakest for one in findings.indicators)
    heads = ("ตัวชี้วัดที่", "ตัวชี้วัด", "คะแนน", "อันดับ", "แนวทาง", "ข้อคำถามที่ได้คะแนนต่ำที่สุด")[: 6 if has_questions else 5]
    row = 3
    for name, found in (("จุดแข็ง", findings.strengths), ("จุดอ่อน", findings.weaknesses)):
        book.row(sheet, row, (SummaryWorkbookPhrases.load().group.format(name=name, count=len(found)),), ("subtitle",))
        if found:
            book.heads(sheet, row + 1, heads)
        for below, one in enumerate(found, start=row + 2):
            _ordered(book, sheet, below, one, one in findings.urgent_weaknesses, heads, form)
        row += len(found) + 3


def _ordered(
    book: Book,
    sheet: OutputSheet,
    row: int,
    one: IndicatorFinding,
    urgent: bool,
    heads: Sequence[str],
    form: ScoreFormat,
) -> None:
    phrases = SummaryWorkbookPhrases.load()
    way = phrases.keep if one.strength else phrases.urgent if urgent else phrases.develop
    weakest = "\n".join(f"{each.code} {each.question} ({form.text(each.score)})" for each in one.weakest)
    values = (one.number, one.name, one.score, one.rank, way, weakest)
    formats = ("number", "text", "score", "number", "urgent" if urgent else "text", "text")
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
    book.heads(sheet, 3, sources.HEADS)
    row = 3
    for row, values in enumerate(sources.rows(submission, framework, findings), start=4):
        book.row(sheet, row, values, ("text", "centre" if isinstance(values[1], str) else "score", "text", "text"))
    book.table(sheet, 3, row, len(sources.HEADS))
