"""The values of the measures: this year's, what came of last year's, and the topics that they may be set out by."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ita_docs.analysis import Findings, IndicatorFinding
from ita_docs.framework.model import Framework
from ita_docs.framework.scores import ScoreFormat
from ita_docs.model import NEVER_DONE, InMeasures, Measure, Settings, Submission
from ita_docs.origin import CellText
from ita_docs.values.rows import table_row
from ita_docs.values.scores import numbered, questions
from ita_docs.wording import Texts, TopicText
from ita_docs.workbook.settings import COLUMN_NAMES
from ita_docs.workbook.tables import MEASURES, RESULTS
from wordfill.engine.columns import NO_COLUMN

Entry = dict[str, object]


def columns(settings: Settings) -> Entry:
    """Which columns the measures table has, of those that it may lack, and the mark of one that it has not."""
    flags = {name: name in settings.columns for name in COLUMN_NAMES}
    flags |= {"analysis": settings.in_measures is not InMeasures.NONE, "chosen": bool(settings.columns)}
    return {"columns": flags, "no_column": NO_COLUMN}


def measures(submission: Submission, framework: Framework, findings: Findings, texts: Texts) -> list[Entry]:
    """The rows of the measures table."""
    form = framework.rounding.format(submission.settings.full_mark)
    by_number = {one.number: one for one in findings.indicators}
    before = [None, *(measure.indicator for measure in submission.measures)]
    analysis = texts.short if submission.settings.in_measures is InMeasures.SHORT else texts.indicators
    return [
        {
            **_measure(measure, by_number[measure.indicator], form),
            "continued": earlier == measure.indicator,
            "analysis": analysis[measure.indicator],
            "level": texts.standings[measure.indicator],
        }
        for measure, (earlier, _) in zip(submission.measures, pairwise(before), strict=True)
    ]


def _measure(measure: Measure, one: IndicatorFinding, form: ScoreFormat) -> Entry:
    own, figures, cell = table_row(measure, MEASURES), numbered(one, form), (measure.source, "indicator_name")
    frequency = [own["frequency"]] if measure.frequency else []
    return {
        **figures,
        **own,
        "number": CellText.of(str(measure.indicator), (measure.source, "indicator")),
        "name": CellText.of(measure.indicator_name, cell) if measure.indicator_name else figures["name"],
        "owners": CellText.of(_in_a_row(measure.responsible.split("\n")), (measure.source, "responsible")),
        "follow_ups": [CellText.of(item, (measure.source, "follow_ups")) for item in measure.follow_ups] + frequency,
    }


def _in_a_row(names: Sequence[str]) -> str:
    """The names in one line: กองช่างและกองคลัง, or with a space before the last of more than two."""
    *first, last = names
    return f"{' '.join(first)}{' ' * (len(first) > 1)}และ{last}" if first else last


# What came of last year's measures


def results(
    submission: Submission, framework: Framework, findings: Findings, texts: Texts, pack_framework: Framework | None
) -> Entry:
    """The report of last year's measures; ``given`` is false, and the rest empty, where nothing is told of them."""
    words, form = texts.results, framework.rounding.format(submission.settings.full_mark)
    items = [one for one in pack_framework.items if "results" in one.documents] if pack_framework else []
    return {
        "given": words is not None,
        "items": [{"code": one.code, "title": one.titled(submission.assessed_year)} for one in items],
        "intro": words.intro if words else "",
        "summary": words.summary if words else "",
        "moves": words.moves if words else "",
        "problems": words.problems if words else "",
        "measures": _results(submission, findings, texts, form),
        "indicators": _moved(findings, texts, form),
    }


def _moved(findings: Findings, texts: Texts, form: ScoreFormat) -> list[Entry]:
    """The indicators that had measures last year, and how their scores moved."""
    moves = texts.results.indicators if texts.results else {}
    return [{**numbered(one, form), "text": moves[one.number]} for one in findings.indicators if one.number in moves]


def _results(submission: Submission, findings: Findings, texts: Texts, form: ScoreFormat) -> list[Entry]:
    if texts.results is None:
        return []
    by_number = {one.number: one for one in findings.indicators}
    before = [None, *(one.indicator for one in submission.results)]
    return [
        {
            **numbered(by_number[one.indicator], form),
            **table_row(one, RESULTS),
            "number": CellText.of(str(one.indicator), (one.source, "indicator")),
            "unexplained": one.status in NEVER_DONE and not one.problem,
            "continued": earlier == one.indicator,
            "text": one.status.value,
            "advice": advice,
        }
        for one, (earlier, _), advice in zip(submission.results, pairwise(before), texts.results.advice, strict=True)
    ]


# What the documents are set out by


def groups(
    topics: Sequence[TopicText], indicators: Sequence[Entry], measures: Sequence[Entry], form: ScoreFormat
) -> list[Entry]:
    """The topics, each with its questions and its own of ``indicators`` and ``measures``; where there are none, one
    group without a name that holds all in their order."""
    if not topics:
        alone = {"number": "", "name": "", "text": "", "questions": []}
        return [{**alone, "indicators": list(indicators), "measures": list(measures)}]
    return [
        {
            "number": str(topic.number or ""),
            "name": topic.name,
            "text": topic.text,
            "questions": questions(topic.questions, form),
            "indicators": _of(topic, indicators),
            "measures": _of(topic, measures),
        }
        for topic in topics
    ]


def _of(topic: TopicText, entries: Sequence[Entry]) -> list[Entry]:
    """The entries of a topic's indicators, in the order of the topic."""
    return [one for number in topic.indicators for one in entries if int(str(one["number"])) == number]
