"""The values of the assessment: totals, instruments, indicators, and the analysis of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ita_docs.analysis import Figure, Findings, IndicatorFinding, InstrumentFinding
from ita_docs.framework.model import Framework
from ita_docs.framework.scores import ScoreFormat
from ita_docs.model import AnalysisForm, Source, Submission
from ita_docs.origin import CellPicture, CellText, SourceCell
from ita_docs.wording import Texts
from officefiles.pictures import Picture


def assessment(
    submission: Submission, framework: Framework, findings: Findings, texts: Texts, chart: Picture | None
) -> dict[str, Any]:
    """The result of the assessment, its indicators and their analysis, by name."""
    form = framework.rounding.format(submission.settings.full_mark)

    entries = {one.number: _indicator(one, texts, form) for one in findings.indicators}

    def indicators(found: Sequence[IndicatorFinding]) -> list[dict[str, object]]:
        return [entries[one.number] for one in found]

    published = submission.published
    return {
        "total": _figure(findings.total, form, (published.source, "total")),
        "level": _published(findings.level, bool(published.level), (published.source, "level")),
        "goal": f"{framework.goal.score.normalize():f}",
        "instruments": [_instrument(one, form, published.source) for one in findings.instruments],
        "indicators": indicators(findings.indicators),
        "analysis": {
            "intro": texts.intro,
            "instruments": list(texts.instruments),
            "summary": texts.summary,
            "chart": CellPicture.of(chart, (submission.source, "chart")) if chart else "",
            "chart_caption": texts.chart,
            "as_one_list": submission.settings.analysis_form is AnalysisForm.ONE_LIST,
            "items": indicators(findings.indicators),
            "strengths_lead": texts.strengths_lead,
            "strengths": indicators(findings.strengths),
            "weaknesses_lead": texts.weaknesses_lead,
            "weaknesses": indicators(findings.weaknesses),
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
