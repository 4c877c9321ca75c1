"""Where each figure of the score summary comes from: a cell of the office's workbook, or a rule of the year."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ita_docs.analysis import Figure, Findings, InstrumentFinding
from ita_docs.framework.model import Framework, Instrument
from ita_docs.framework.scores import decimals_in_words
from ita_docs.framework.words.sentences import SummaryWorkbookPhrases
from ita_docs.model import Submission

HEADS = ("ตัวเลข", "ค่า", "ที่มา", "วิธีคำนวณหรือเกณฑ์ที่ใช้")
_PHRASES = SummaryWorkbookPhrases.load().sources
SourceRow = tuple[str, Decimal | str, str, str]


def rows(submission: Submission, framework: Framework, findings: Findings) -> Iterator[SourceRow]:
    """A row for each figure: what it is, its value, where it comes from, and how it was worked out."""
    yield from _indicators(submission, framework, findings)
    for instrument, found in zip(framework.instruments, findings.instruments, strict=True):
        yield from _instrument(submission, instrument, found, framework)
    yield _total(submission, findings, framework)
    yield _level(submission, framework, findings)
    yield (
        "เป้าหมาย",
        framework.goal.score,
        _rule(framework.goal.source, framework.goal.verified),
        _PHRASES.goal,
    )


def _indicators(submission: Submission, framework: Framework, findings: Findings) -> Iterator[SourceRow]:
    given = {score.indicator: score for score in submission.scores}
    way = _PHRASES.typed.format(rounded=_rounded(framework))
    for one in findings.indicators:
        row = given[one.number]
        name = _PHRASES.indicator.format(number=one.number, name=one.name)
        yield (name, one.score, str(row.source.at("score")), way)
        if one.previous is not None:
            yield (_PHRASES.previous.format(indicator=name), one.previous, str(row.source.at("previous")), way)


def _instrument(
    submission: Submission, instrument: Instrument, found: InstrumentFinding, framework: Framework
) -> Iterator[SourceRow]:
    for part in instrument.parts:
        if part.code in found.parts:
            place = str(submission.published.source.at(part.code))
            yield (_PHRASES.score.format(name=part.name), found.parts[part.code], place, _PHRASES.published)
    numbers = [indicator.number for indicator in instrument.indicators]
    rounded = _rounded(framework)
    span = "–".join(str(one) for one in dict.fromkeys((numbers[0], numbers[-1])))
    way = _PHRASES.mean_of_indicators.format(numbers=span, rounded=rounded)
    if len(found.parts) == len(instrument.parts) > 0:
        way = _PHRASES.mean_of_parts.format(rounded=rounded)
    rule = _rule(framework.rounding.source, framework.rounding.verified)
    name = _PHRASES.score.format(name=instrument.code)
    yield (name, found.score.used, *_figure(submission, instrument.code, found.score, way, rule))
    yield (
        _PHRASES.weight.format(code=instrument.code),
        _PHRASES.percent.format(percent=f"{(instrument.weight * 100).normalize():f}"),
        _rule(instrument.source, instrument.verified),
        _PHRASES.share_of_total,
    )


def _total(submission: Submission, findings: Findings, framework: Framework) -> SourceRow:
    way = _PHRASES.total.format(rounded=_rounded(framework))
    rule = _rule(framework.rounding.source, framework.rounding.verified)
    return ("คะแนนรวม", findings.total.used, *_figure(submission, "total", findings.total, way, rule))


def _figure(submission: Submission, field: str, figure: Figure, way: str, rule: str) -> tuple[str, str]:
    """Source and way of a score that may have been published."""
    if figure.published is None:
        return rule, way
    return str(submission.published.source.at(field)), _PHRASES.published_score.format(
        way=way, computed=figure.computed
    )


def _level(submission: Submission, framework: Framework, findings: Findings) -> SourceRow:
    rule = _rule(framework.levels.source, framework.levels.verified)
    if submission.published.level:
        place = str(submission.published.source.at("level"))
        return ("ระดับ", findings.level, place, _PHRASES.published_level.format(level=findings.earned.name))
    return ("ระดับ", findings.level, rule, _PHRASES.level)


def _rounded(framework: Framework) -> str:
    return _PHRASES.rounded.format(decimals=decimals_in_words(framework.rounding.decimals))


def _rule(source: str, verified: bool) -> str:
    return source if verified else _PHRASES.not_verified.format(source=source)
