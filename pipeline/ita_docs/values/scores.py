"""The values of the assessment: totals, instruments, indicators, and the analysis of them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from ita_docs.analysis import Findings, IndicatorFinding, InstrumentFinding
from ita_docs.framework.model import Framework
from ita_docs.model import AnalysisForm, Submission
from ita_docs.thai import score_text
from ita_docs.wording import Texts
from officefiles.pictures import Picture


def assessment(
    submission: Submission, framework: Framework, findings: Findings, texts: Texts, chart: Picture | None
) -> dict[str, Any]:
    """The result of the assessment, its indicators and their analysis, by name."""
    mark = submission.settings.full_mark.value

    def indicators(found: Sequence[IndicatorFinding]) -> list[dict[str, object]]:
        return [_indicator(one, texts, mark) for one in found]

    return {
        "total": score_text(findings.total.used, mark),
        "level": findings.level,
        "goal": f"{framework.goal.score.normalize():f}",
        "instruments": [_instrument(one, mark) for one in findings.instruments],
        "indicators": indicators(findings.indicators),
        "analysis": {
            "intro": texts.intro,
            "instruments": list(texts.instruments),
            "summary": texts.summary,
            "chart": chart or "",
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


def _instrument(one: InstrumentFinding, mark: str) -> dict[str, object]:
    return {
        "code": one.code,
        "name": one.name,
        "weight": f"{(one.weight * 100).normalize():f}",
        "score": score_text(one.score.used, mark),
        "weighted": score_text(one.weighted, mark),
    }


def _indicator(one: IndicatorFinding, texts: Texts, mark: str) -> dict[str, object]:
    return {
        "number": str(one.number),
        "name": one.name,
        "instrument": one.instrument,
        **scores(one, mark),
        "rank": str(one.rank),
        "strength": one.strength,
        "text": texts.indicators[one.number],
    }


def scores(one: IndicatorFinding, mark: str) -> dict[str, object]:
    """The score, last year's and the change; empty where last year's is not known."""
    return {
        "score": score_text(one.score, mark),
        "previous": "" if one.previous is None else score_text(one.previous, mark),
        "change": _signed(one.change),
    }


def _signed(change: Decimal | None) -> str:
    """A change with its sign, two decimals; empty where it is not known."""
    if change is None:
        return ""
    return score_text(change) if change <= 0 else f"+{score_text(change)}"
