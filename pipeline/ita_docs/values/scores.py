"""The values of the assessment: totals, instruments, indicators, and the analysis of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ita_docs.analysis import Figure, Findings, IndicatorFinding, InstrumentFinding, weakest
from ita_docs.framework.model import Framework
from ita_docs.framework.scores import ScoreFormat
from ita_docs.model import AnalysisForm, QuestionScore, Source, Submission
from ita_docs.origin import CellPicture, CellText, SourceCell
from ita_docs.values.own import more
from ita_docs.wording import Texts
from ita_docs.workbook.tables import QUESTIONS, SCORES
from officefiles.pictures import Picture
from wordfill.named import Named


def assessment(
    submission: Submission, framework: Framework, findings: Findings, texts: Texts, chart: Picture | None
) -> dict[str, Any]:
    """The result of the assessment, its indicators and their analysis, by name."""
    form = framework.rounding.format(submission.settings.full_mark)

    own = {one.indicator: more(one, SCORES) for one in submission.scores}
    nothing = Named({}, SCORES.name)
    entries = {
        one.number: {**_indicator(one, texts, form), "more": own.get(one.number, nothing)}
        for one in findings.indicators
    }

    def indicators(found: Sequence[IndicatorFinding]) -> list[dict[str, object]]:
        return [entries[one.number] for one in found]

    published = submission.published
    return {
        "total": _figure(findings.total, form, (published.source, "total")),
        "level": _published(findings.level, bool(published.level), (published.source, "level")),
        "level_said": framework.levels.phrase.format(level=findings.level),
        "goal": f"{framework.goal.score.normalize():f}",
        "instruments": [
            {
                **_instrument(one, form, published.source),
                "indicators": indicators([each for each in findings.indicators if each.instrument == one.code]),
            }
            for one in findings.instruments
        ],
        "indicators": indicators(findings.indicators),
        "analysis": {
            "intro": texts.intro,
            "instruments": list(texts.instruments),
            "score_table": texts.score_table,
            "compared": findings.compared,
            "question_table": texts.question_table,
            "question_groups": list(_question_groups(findings, form)) if texts.question_table else [],
            "next_level": [{"lead": one.lead, "rises": list(one.rises)} for one in texts.next_level],
            "summary": texts.summary,
            "chart": CellPicture.of(chart, (submission.source, "chart")) if chart else "",
            "chart_caption": texts.chart,
            "as_one_list": submission.settings.analysis_form is AnalysisForm.ONE_LIST,
            "items": indicators(findings.indicators),
            "strengths_lead": texts.strengths_lead,
            "strengths": indicators(findings.strengths),
            "weaknesses_lead": texts.weaknesses_lead,
            "weaknesses": indicators(findings.weaknesses),
            "to_develop_lead": texts.to_develop_lead,
            "to_develop": indicators(findings.to_develop),
            "mend_lead": texts.mend_lead,
            "mend": indicators(findings.urgent_weaknesses),
            "topics_lead": texts.topics_lead,
            "closing": texts.closing,
        },
    }


def _instrument(one: InstrumentFinding, form: ScoreFormat, source: Source) -> dict[str, object]:
    return {
        "code": one.code,
        "name": one.name,
        "weight": f"{(one.weight * 100).normalize():f}",
        "score": _figure(one.score, form, (source, one.code)),
        "weighted": form.text(one.weighted),
    }


def _figure(figure: Figure, form: ScoreFormat, cell: SourceCell) -> str:
    return _published(form.text(figure.used), figure.published is not None, cell)


def _published(text: str, typed: bool, cell: SourceCell) -> str:
    """What was published, from its cell; worked out where nothing was ``typed`` there."""
    source, name = cell
    return CellText.of(text, cell) if typed or name in source.missing else text


def _indicator(one: IndicatorFinding, texts: Texts, form: ScoreFormat) -> dict[str, object]:
    return {
        **numbered(one, form),
        "instrument": one.instrument,
        "rank": str(one.rank),
        "strength": one.strength,
        "level": texts.standings[one.number],
        "text": texts.indicators[one.number],
    }


def numbered(one: IndicatorFinding, form: ScoreFormat) -> dict[str, object]:
    """An indicator's number and name with its score, last year's and the change; these two empty where last year's is
    not known."""
    source = one.source
    previous = "" if one.previous is None else form.text(one.previous)
    return {
        "number": CellText.of(str(one.number), (source, "indicator")),
        "name": CellText.of(one.name, (source, "name")),
        "score": CellText.of(form.text(one.score), (source, "score")),
        "previous": CellText.of(previous, (source, "previous")),
        "change": "" if one.change is None else form.signed(one.change),
    }


def _question_groups(findings: Findings, form: ScoreFormat) -> Iterator[dict[str, object]]:
    """The questions whose scores are given, by indicator; after those of an instrument's indicators the ones of which
    the year's file does not say whose they are."""
    for instrument in findings.instruments:
        own = [one for one in findings.indicators if one.instrument == instrument.code]
        placed = [question for one in own for question in one.questions]
        groups = [(str(one.number), one.name, one.questions) for one in own]
        rest = tuple(question for question in instrument.questions if question not in placed)
        for number, name, found in (*groups, ("", instrument.name, rest)):
            if found:
                yield {"number": number, "name": name, "questions": questions(found, form)}


def questions(found: Sequence[QuestionScore], form: ScoreFormat) -> list[dict[str, object]]:
    """The questions with their scores, the weakest of them marked."""
    lowest = weakest(found)
    return [{**_question(one, form), "weakest": one in lowest} for one in found]


def _question(one: QuestionScore, form: ScoreFormat) -> dict[str, object]:
    return {
        "code": CellText.of(one.code, (one.source, "code")),
        "question": CellText.of(one.question, (one.source, "question")),
        "more": more(one, QUESTIONS),
        "score": CellText.of(form.text(one.score), (one.source, "score")),
    }
