"""The values of the assessment: totals, instruments, indicators, and the analysis of them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from ita_docs.analysis import Figure, Findings, IndicatorFinding, InstrumentFinding
from ita_docs.framework.model import Framework
from ita_docs.model import AnalysisForm, Source, Submission
from ita_docs.origin import Cell, CellPicture, CellText
from ita_docs.thai import score_text
from ita_docs.wording import Texts
from officefiles.pictures import Picture


def assessment(
    submission: Submission, framework: Framework, findings: Findings, texts: Texts, chart: Picture | None
) -> dict[str, Any]:
    """The result of the assessment, its indicators and their analysis, by name."""
    mark = submission.settings.full_mark.value

    entries = {one.number: _indicator(one, texts, mark) for one in findings.indicators}

    def indicators(found: Sequence[IndicatorFinding]) -> list[dict[str, object]]:
        return [entries[one.number] for one in found]

    published = submission.published
    return {
        "total": _figure(findings.total, mark, (published.source, "total")),
        "level": _published(findings.level, bool(published.level), (published.source, "level")),
        "goal": f"{framework.goal.score.normalize():f}",
        "instruments": [_instrument(one, mark, published.source) for one in findings.instruments],
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


def _instrument(one: InstrumentFinding, mark: str, source: Source) -> dict[str, object]:
    return {
        "code": one.code,
        "name": one.name,
        "weight": f"{(one.weight * 100).normalize():f}",
        "score": _figure(one.score, mark, (source, one.code)),
        "weighted": score_text(one.weighted, mark),
    }


def _figure(figure: Figure, mark: str, cell: Cell) -> str:
    return _published(score_text(figure.used, mark), figure.published is not None, cell)


def _published(text: str, typed: bool, cell: Cell) -> str:
    """What was published, from its cell; worked out where nothing was ``typed`` there."""
    source, name = cell
    return CellText.of(text, cell) if typed or name in source.missing else text


def _indicator(one: IndicatorFinding, texts: Texts, mark: str) -> dict[str, object]:
    return {
        **numbered(one, mark),
        "instrument": one.instrument,
        "rank": str(one.rank),
        "strength": one.strength,
        "text": texts.indicators[one.number],
    }


def numbered(one: IndicatorFinding, mark: str) -> dict[str, object]:
    """An indicator's number and name with its score, last year's and the change; these two empty where last year's is
    not known."""
    source = one.source
    previous = "" if one.previous is None else score_text(one.previous, mark)
    return {
        "number": CellText.of(str(one.number), (source, "indicator")),
        "name": CellText.of(one.name, (source, "name")),
        "score": CellText.of(score_text(one.score, mark), (source, "score")),
        "previous": CellText.of(previous, (source, "previous")),
        "change": _signed(one.change),
    }


def _signed(change: Decimal | None) -> str:
    """A change with its sign, two decimals; empty where it is not known."""
    if change is None:
        return ""
    return score_text(change) if change <= 0 else f"+{score_text(change)}"
