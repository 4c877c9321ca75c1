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
    named = [phrases.indicator.format(number=n, name=one.name) for n, one in enumerate(own, start=1)]
    return phrases.instrument.format(
        number=number,
        name=instrument.name,
        english=instrument.english,
        code=instrument.code,
        count=len(own),
        indicators=case.joined(named, phrases.last_joined),
    )


def _result(case: Case) -> str:
    return case.phrases.summary.result.format(
        office=case.office.name,
        total=case.score(case.findings.total.used),
        level=case.framework.levels.phrase.format(level=case.findings.level),
    )


def one_list_summary(case: Case) -> str:
    return case.phrases.summary.one_list.format(result=_result(case), office=case.office.name, **case.kind_words)


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
        **case.kind_words,
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
    """The questions that do not reach the goal, lowest first: beside the weakest, or all where none is told as such."""
    phrases, weakest = case.phrases.details, one.weakest
    found = [each for each in one.questions if each.score < case.framework.goal.score and each not in weakest]
    if not found:
        return ""
    phrase, each_one = (phrases.below, phrases.below_one) if weakest else (phrases.below_alone, phrases.below_in_full)
    named = [
        " ".join(each_one.format(code=each.code, question=each.question, score=case.score(each.score)).split())
        for each in sorted(found, key=lambda each: each.score)
    ]
    return phrase.format(goal=case.goal, count=len(named), questions=case.joined(named))


def _questions(case: Case, questions: Sequence[QuestionScore]) -> dict[str, str]:
    """At least one question by code and words, and the score that they share."""
    named = [case.phrases.details.question.format(code=one.code, question=one.question).strip() for one in questions]
    return {"questions": case.joined(named), "score": case.score(questions[0].score)}


def short(case: Case, one: IndicatorFinding) -> str:
    """How an indicator stands and its score, in a sentence."""
    phrases = case.phrases.standings
    phrase = phrases.short_reached if one.strength else phrases.short_below
    return phrase.format(score=case.score(one.score), level=case.level(one))


def strengths_lead(case: Case) -> str:
    phrases = case.phrases.lists
    lead = phrases.strengths if case.findings.strengths else phrases.strengths_none
    return _lead(case, lead, case.findings.strengths, phrases.highest_first, level=case.phrases.standings.strength)


def weaknesses_lead(case: Case) -> str:
    """Before all indicators below the goal in one list."""
    phrases = case.phrases.lists
    lead = phrases.weaknesses if case.findings.weaknesses else phrases.weaknesses_none
    return _lead(case, lead, case.findings.weaknesses, phrases.lowest_first)


def to_develop_lead(case: Case) -> str:
    """Before the weaknesses that need not be mended at once; as before all of them where there are none."""
    phrases, found = case.phrases.lists, case.findings.to_develop
    if not found:
        return weaknesses_lead(case)
    return _lead(case, phrases.to_develop, found, phrases.lowest_first, level=case.phrases.standings.weakness)


def mend_lead(case: Case) -> str:
    """Before the weaknesses to mend at once; empty where there are none."""
    phrases, found = case.phrases.lists, case.findings.urgent_weaknesses
    return _lead(case, phrases.mend, found, phrases.lowest_first, level=case.phrases.standings.urgent) if found else ""


def _lead(case: Case, lead: str, found: Sequence[IndicatorFinding], order: str, level: str = "") -> str:
    return lead.format(
        short_name=case.office.short_name,
        goal=case.goal,
        urgent=f"{case.findings.urgent:f}",
        count=len(found),
        order=f" {order}" if len(found) > 1 else "",
        level=level,
    )


def closing(case: Case, by_topic: bool = False) -> str:
    """What must be mended first, and the weakest questions of instruments whose questions tell no more. ``by_topic``
    where no list has named what must be mended at once."""
    sentences = (_first(case, by_topic), *(_weakest_of_instrument(case, one) for one in case.findings.instruments))
    return " ".join(filter(None, sentences))


def _first(case: Case, by_topic: bool) -> str:
    phrases, findings, short_name = case.phrases.lists, case.findings, case.office.short_name
    urgent, lowest, all_of = f"{findings.urgent:f}", findings.lowest, len(findings.indicators)
    alike = len(lowest) == all_of
    if len(findings.urgent_weaknesses) == all_of:
        said = phrases.urgent_all.format(short_name=short_name, urgent=urgent)
        return said if alike else f"{said} {phrases.starting.format(indicators=case.named(lowest))}"
    if by_topic and findings.urgent_weaknesses:
        named = case.named(findings.urgent_weaknesses)
        return phrases.urgent.format(short_name=short_name, urgent=urgent, indicators=named)
    if findings.weaknesses and alike:
        return phrases.all_alike.format(short_name=short_name, goal=case.goal)
    if findings.weaknesses:
        phrase = phrases.mend_first if findings.urgent_weaknesses else phrases.first
        level = case.phrases.standings.urgent
        return phrase.format(level=level, short_name=short_name, indicators=case.named(lowest))
    return phrases.keep.format(short_name=short_name)


def _weakest_of_instrument(case: Case, one: InstrumentFinding) -> str:
    """Said only where the framework does not know which indicator a question belongs to."""
    known = any(other.weakest for other in case.findings.indicators if other.instrument == one.code)
    if known or not one.weakest:
        return ""
    return case.phrases.details.weakest_of_instrument.format(instrument=one.code, **_questions(case, one.weakest))
