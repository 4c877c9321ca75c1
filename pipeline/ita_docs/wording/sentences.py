"""The sentences of the analysis, one function each."""

from __future__ import annotations

from collections.abc import Sequence

from ita_docs.analysis import IndicatorFinding, InstrumentFinding
from ita_docs.framework.model import Instrument
from ita_docs.model import QuestionScore
from ita_docs.wording.case import Case


def intro(case: Case) -> str:
    phrase = case.phrases.opening.intro
    return phrase.format(office=case.office.name, year=case.findings.year, count=len(case.findings.instruments))


def instrument(case: Case, number: int, instrument: Instrument) -> str:
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


def _result(case: Case) -> str:
    return case.phrases.summary.result.format(
        office=case.office.name,
        total=case.score(case.findings.total.used),
        level=case.framework.levels.phrase.format(level=case.findings.level),
    )


def one_list_summary(case: Case) -> str:
    return case.phrases.summary.one_list.format(result=_result(case), office=case.office.name)


def split_summary(case: Case) -> str:
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


def _extremes(case: Case) -> str:
    phrases, findings = case.phrases.summary, case.findings
    if findings.highest == findings.lowest:
        return phrases.all_equal.format(score=case.score(findings.indicators[0].score))
    return phrases.extremes.format(highest=case.named(findings.highest), lowest=case.named(findings.lowest))


def _changes(case: Case) -> str:
    """How many indicators rose, fell and stayed; empty where last year's scores are not known."""
    moved, year = case.moves(case.findings.indicators), case.findings.year
    return case.phrases.summary.changes.format(previous_year=year - 1, changes=moved) if moved else ""


def chart(case: Case) -> str:
    """What stands under the chart of the scores: of which years they are."""
    phrases, year = case.phrases.summary, case.findings.year
    if case.findings.compared:
        return phrases.chart_of_both.format(year=year, previous_year=year - 1)
    return phrases.chart.format(year=year)


def score_table(case: Case) -> str:
    return case.phrases.tables.scores.format(year=case.findings.year)


def question_table(case: Case) -> str:
    return case.phrases.tables.questions.format(year=case.findings.year)


def indicator(case: Case, one: IndicatorFinding) -> str:
    """What the score shows and what to do; then the change against last year and the weak questions, if known."""
    name = next(known.name for known in case.framework.indicators if known.number == one.number)
    sentence = case.phrases.sentence(name, one.band).format(
        indicator=name,
        score=case.score(one.score),
        short_name=case.office.short_name,
        office=case.office.name,
        head_title=case.office.head_title,
    )
    return " ".join(filter(None, (sentence, _change(case, one), _weakest(case, one.weakest), _below(case, one))))


def _change(case: Case, one: IndicatorFinding) -> str:
    if one.previous is None or one.change is None:
        return ""
    phrases = case.phrases.details
    phrase = phrases.rose if one.change > 0 else phrases.fell if one.change < 0 else phrases.same
    return phrase.format(
        previous_year=case.findings.year - 1, previous=case.score(one.previous), change=case.score(abs(one.change))
    )


def _weakest(case: Case, questions: Sequence[QuestionScore]) -> str:
    return case.phrases.details.weakest.format(**_questions(case, questions)) if questions else ""


def _below(case: Case, one: IndicatorFinding) -> str:
    """The other questions that do not reach the goal, where the weakest is told; lowest first."""
    goal, phrases = case.framework.goal.score, case.phrases.details
    weakest = one.weakest
    others = [each for each in one.questions if each.score < goal and each not in weakest] if weakest else []
    if not others:
        return ""
    named = [
        phrases.below_one.format(code=each.code, score=case.score(each.score))
        for each in sorted(others, key=lambda each: each.score)
    ]
    return phrases.below.format(goal=case.goal, count=len(named), questions=case.joined(named))


def _questions(case: Case, questions: Sequence[QuestionScore]) -> dict[str, str]:
    """At least one question by code and words, and the score that they share."""
    named = [case.phrases.details.question.format(code=one.code, question=one.question).strip() for one in questions]
    return {"questions": case.joined(named), "score": case.score(questions[0].score)}


def standing(case: Case, one: IndicatorFinding) -> str:
    """How an indicator stands: a strength, a weakness, or one to be mended at once."""
    phrases = case.phrases.standings
    if one.strength:
        return phrases.strength
    return phrases.urgent if one.score < case.findings.urgent else phrases.weakness


def short(case: Case, one: IndicatorFinding) -> str:
    """How an indicator stands and its score, in a sentence."""
    phrases = case.phrases.standings
    if one.strength:
        phrase = phrases.short_strength
    else:
        phrase = phrases.short_urgent if one.score < case.findings.urgent else phrases.short_weakness
    return phrase.format(score=case.score(one.score))


def strengths_lead(case: Case) -> str:
    phrases = case.phrases.lists
    return _lead(case, len(case.findings.strengths), phrases.strengths, phrases.strengths_none)


def weaknesses_lead(case: Case) -> str:
    phrases = case.phrases.lists
    return _lead(case, len(case.findings.weaknesses), phrases.weaknesses, phrases.weaknesses_none)


def to_develop_lead(case: Case) -> str:
    """Before the weaknesses that need not be mended at once: of all weaknesses where none must be."""
    if not case.findings.urgent_weaknesses:
        return weaknesses_lead(case)
    return case.phrases.lists.to_develop.format(
        short_name=case.office.short_name,
        goal=case.goal,
        urgent=f"{case.findings.urgent:f}",
        count=len(case.findings.to_develop),
    )


def mend_lead(case: Case) -> str:
    """Before the weaknesses to mend at once; empty where there are none."""
    if not (found := case.findings.urgent_weaknesses):
        return ""
    urgent = f"{case.findings.urgent:f}"
    return case.phrases.lists.mend.format(short_name=case.office.short_name, urgent=urgent, count=len(found))


def _lead(case: Case, count: int, some: str, none: str) -> str:
    return (some if count else none).format(short_name=case.office.short_name, goal=case.goal, count=count)


def closing(case: Case, by_topic: bool = False) -> str:
    """What must be mended first, and the weakest questions of instruments whose questions tell no more. ``by_topic``
    where no list has named what must be mended at once."""
    sentences = (_first(case, by_topic), *(_weakest_of_instrument(case, one) for one in case.findings.instruments))
    return " ".join(filter(None, sentences))


def _first(case: Case, by_topic: bool) -> str:
    phrases, findings, short_name = case.phrases.lists, case.findings, case.office.short_name
    everywhere = len(findings.urgent_weaknesses) == len(findings.indicators)
    if everywhere or (by_topic and findings.urgent_weaknesses):
        phrase = phrases.urgent_all if everywhere else phrases.urgent
        named = case.named(findings.lowest if everywhere else findings.urgent_weaknesses)
        return phrase.format(short_name=short_name, urgent=f"{findings.urgent:f}", indicators=named)
    if findings.weaknesses:
        phrase = phrases.mend_first if findings.urgent_weaknesses else phrases.first
        return phrase.format(short_name=short_name, indicators=case.named(findings.lowest))
    return phrases.keep.format(short_name=short_name)


def _weakest_of_instrument(case: Case, one: InstrumentFinding) -> str:
    """Said only where the framework does not know which indicator a question belongs to."""
    known = any(other.weakest for other in case.findings.indicators if other.instrument == one.code)
    if known or not one.weakest:
        return ""
    return case.phrases.details.weakest_of_instrument.format(instrument=one.code, **_questions(case, one.weakest))
