"""The words of the analysis: findings and phrases become official Thai sentences.

Numbers stand in Arabic digits; the documents' digits are set later, all at once. A text of the office's own
(sheet ข้อความวิเคราะห์) takes the place of the derived one as it is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipeline.analysis import Findings, IndicatorFinding, InstrumentFinding
from pipeline.framework.model import Framework, Instrument, Phrases
from pipeline.model import AnalysisForm, Office, QuestionScore, Submission
from pipeline.thai import score_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """The sentences of the analysis. ``instruments`` are the numbered paragraphs in their order; ``indicators`` maps
    an indicator's number to its analysis. The leads stand before the lists of strengths and weaknesses and
    ``closing`` after them; in the form of one list there are none of these three, and ``summary`` leads the list in.
    """

    intro: str
    instruments: tuple[str, ...]
    summary: str
    indicators: Mapping[int, str]
    strengths_lead: str
    weaknesses_lead: str
    closing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """What the sentences are about, and how a full mark is printed in them."""

    framework: Framework
    findings: Findings
    office: Office
    full_mark: str

    @property
    def phrases(self) -> Phrases:
        return self.framework.phrases

    @property
    def goal(self) -> str:
        return f"{self.framework.goal.score:f}"

    def score(self, value: Decimal) -> str:
        return score_text(value, self.full_mark)

    def named(self, indicators: Sequence[IndicatorFinding]) -> str:
        """At least one indicator by number, name and score, in a row."""
        phrase = self.phrases.summary.named
        return self.joined(
            [phrase.format(number=one.number, name=one.name, score=self.score(one.score)) for one in indicators]
        )

    def joined(self, words: Sequence[str]) -> str:
        """At least one word or phrase in a row, the last joined on as the phrases say."""
        *first, last = words
        phrases = self.phrases.summary
        return phrases.last_joined.join((phrases.joined.join(first), last)) if first else last


def word(submission: Submission, framework: Framework, findings: Findings) -> Texts:
    """All sentences of the analysis: the office's own where it gave them, else derived from the findings."""
    case = _Case(
        framework=framework,
        findings=findings,
        office=submission.office,
        full_mark=submission.settings.full_mark.value,
    )
    own = {override.key: override.text for override in submission.overrides}
    split = submission.settings.analysis_form is AnalysisForm.SPLIT
    return Texts(
        intro=own.get("intro") or _intro(case),
        instruments=tuple(
            own.get(one.code) or _instrument(case, number, one)
            for number, one in enumerate(framework.instruments, start=1)
        ),
        summary=own.get("summary") or (_split_summary(case) if split else _one_list_summary(case)),
        indicators={one.number: own.get(str(one.number)) or _indicator(case, one) for one in findings.indicators},
        strengths_lead=_strengths_lead(case) if split else "",
        weaknesses_lead=_weaknesses_lead(case) if split else "",
        closing=_closing(case) if split else "",
    )


def _intro(case: _Case) -> str:
    phrase = case.phrases.opening.intro
    return phrase.format(office=case.office.name, year=case.findings.year, count=len(case.findings.instruments))


def _instrument(case: _Case, number: int, instrument: Instrument) -> str:
    """The paragraph of an instrument; in it the numbers of the indicators begin at 1 again."""
    own = [one for one in case.findings.indicators if one.instrument == instrument.code]
    phrases = case.phrases.opening
    return phrases.instrument.format(
        number=number,
        name=instrument.name,
        english=instrument.english,
        code=instrument.code,
        count=len(own),
        indicators=" ".join(phrases.indicator.format(number=n, name=one.name) for n, one in enumerate(own, start=1)),
    )


def _result(case: _Case) -> str:
    return case.phrases.summary.result.format(
        office=case.office.name,
        total=case.score(case.findings.total.used),
        level=case.framework.levels.phrase.format(level=case.findings.level),
    )


def _one_list_summary(case: _Case) -> str:
    return case.phrases.summary.one_list.format(result=_result(case), office=case.office.name)


def _split_summary(case: _Case) -> str:
    """Total and level, how many indicators reach the goal, the highest and lowest, and the changes where known."""
    phrases = case.phrases.summary
    count, total = len(case.findings.strengths), len(case.findings.indicators)
    reached = phrases.reached_all if count == total else phrases.reached_some if count else phrases.reached_none
    sentences = (
        _result(case),
        reached.format(goal=case.goal, count=count, all=total),
        _extremes(case),
        _changes(case),
    )
    return " ".join(filter(None, sentences))


def _extremes(case: _Case) -> str:
    phrases, findings = case.phrases.summary, case.findings
    if findings.highest == findings.lowest:
        return phrases.all_equal.format(score=case.score(findings.indicators[0].score))
    return phrases.extremes.format(highest=case.named(findings.highest), lowest=case.named(findings.lowest))


def _changes(case: _Case) -> str:
    """How many indicators rose, fell and stayed; empty where last year's scores are not known."""
    changes = [one.change for one in case.findings.indicators if one.change is not None]
    phrases = case.phrases.summary
    counts = (
        (phrases.rose, sum(change > 0 for change in changes)),
        (phrases.fell, sum(change < 0 for change in changes)),
        (phrases.same, sum(change == 0 for change in changes)),
    )
    words = [phrase.format(count=count) for phrase, count in counts if count]
    return phrases.changes.format(previous_year=case.findings.year - 1, changes=case.joined(words)) if words else ""


def _indicator(case: _Case, one: IndicatorFinding) -> str:
    """What the score shows and what to do; then the change against last year and the weakest question, if known."""
    sentence = case.phrases.sentence(one.number, one.band).format(
        score=case.score(one.score),
        short_name=case.office.short_name,
        office=case.office.name,
        head_title=case.office.head_title,
    )
    return " ".join(filter(None, (sentence, _change(case, one), _weakest(case, one.weakest))))


def _change(case: _Case, one: IndicatorFinding) -> str:
    if one.previous is None or one.change is None:
        return ""
    phrases = case.phrases.details
    phrase = phrases.rose if one.change > 0 else phrases.fell if one.change < 0 else phrases.same
    return phrase.format(
        previous_year=case.findings.year - 1, previous=case.score(one.previous), change=case.score(abs(one.change))
    )


def _weakest(case: _Case, question: QuestionScore | None) -> str:
    return case.phrases.details.weakest.format(**_question(case, question)) if question else ""


def _question(case: _Case, question: QuestionScore) -> dict[str, str]:
    return {"question": f"{question.code} {question.question}".strip(), "score": case.score(question.score)}


def _strengths_lead(case: _Case) -> str:
    count = len(case.findings.strengths)
    phrase = case.phrases.lists.strengths if count else case.phrases.lists.strengths_none
    return phrase.format(short_name=case.office.short_name, goal=case.goal, count=count)


def _weaknesses_lead(case: _Case) -> str:
    count = len(case.findings.weaknesses)
    phrase = case.phrases.lists.weaknesses if count else case.phrases.lists.weaknesses_none
    return phrase.format(short_name=case.office.short_name, goal=case.goal, count=count)


def _closing(case: _Case) -> str:
    """What must be mended first, and the weakest questions of instruments whose questions tell no more."""
    sentences = (_first(case), *(_weakest_of_instrument(case, one) for one in case.findings.instruments))
    return " ".join(filter(None, sentences))


def _first(case: _Case) -> str:
    phrases, findings, short_name = case.phrases.lists, case.findings, case.office.short_name
    if findings.must_mend:
        everywhere = len(findings.must_mend) == len(findings.indicators)
        phrase = phrases.urgent_all if everywhere else phrases.urgent
        named = case.named(findings.lowest if everywhere else findings.must_mend)
        return phrase.format(short_name=short_name, urgent=f"{findings.urgent:f}", indicators=named)
    if findings.weaknesses:
        return phrases.first.format(short_name=short_name, indicators=case.named(findings.lowest))
    return phrases.keep.format(short_name=short_name)


def _weakest_of_instrument(case: _Case, one: InstrumentFinding) -> str:
    """Said only where the framework does not know which indicator a question belongs to."""
    known = any(other.weakest for other in case.findings.indicators if other.instrument == one.code)
    if one.weakest is None or known:
        return ""
    return case.phrases.details.weakest_of_instrument.format(instrument=one.code, **_question(case, one.weakest))
