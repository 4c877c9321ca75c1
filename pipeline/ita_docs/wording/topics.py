"""The sentences of the topics by which a pack may be set out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ita_docs.analysis import IndicatorFinding, questions_of, weakest
from ita_docs.framework.model import QuestionGroup, Topic
from ita_docs.model import QuestionScore
from ita_docs.wording.case import Case


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicText:
    """A topic, the numbers of its indicators, the questions that bear on it by themselves, and the sentences on how
    they stand. A number of 0 is for the indicators that bear on no topic: they have no name in common."""

    number: int
    name: str
    indicators: tuple[int, ...]
    questions: tuple[QuestionScore, ...]
    text: str


def topics(case: Case, given: Sequence[Topic]) -> tuple[TopicText, ...]:
    """The year's topics, and last the indicators that bear on none; nothing where the year has no topics."""
    texts = [_topic(case, one.number, one.name, one.indicators, one.questions) for one in given]
    placed = {number for one in given for number in one.indicators}
    rest = tuple(one.number for one in case.findings.indicators if one.number not in placed)
    if given and rest:
        texts.append(_topic(case, 0, case.phrases.topics.others, rest))
    return tuple(texts)


def topics_lead(case: Case, texts: Sequence[TopicText]) -> str:
    """The sentence before the topics."""
    return case.phrases.topics.lead.format(count=sum(one.number > 0 for one in texts))


def _topic(case: Case, number: int, name: str, indicators: Sequence[int], keys: Sequence[str] = ()) -> TopicText:
    by_number = {one.number: one for one in case.findings.indicators}
    own = [by_number[one] for one in indicators if one in by_number]
    groups = [(one, questions_of(one, case.findings)) for one in case.framework.question_groups if one.key in keys]
    said = [_on_questions(case, group, questions) for group, questions in groups if questions]
    return TopicText(
        number=number,
        name=name,
        indicators=tuple(one.number for one in own),
        questions=tuple(question for _, questions in groups for question in questions),
        text=" ".join(filter(None, (_standing_of(case, own), *said))),
    )


def _on_questions(case: Case, group: QuestionGroup, questions: Sequence[QuestionScore]) -> str:
    """The questions of a group with their scores, at least one, and those below the goal or else the weakest of all."""
    phrases = case.phrases.topics
    named = [
        " ".join(phrases.question.format(code=one.code, question=one.question, score=case.score(one.score)).split())
        for one in questions
    ]
    said = phrases.questions.format(group=group.name, questions=case.joined(named))
    if below := [one for one in questions if one.score < case.framework.goal.score]:
        return f"{said} {phrases.below.format(goal=case.goal, questions=_codes(case, below))}"
    lowest = weakest(questions)
    return f"{said} {phrases.lowest.format(questions=_codes(case, lowest))}" if lowest else said


def _codes(case: Case, questions: Sequence[QuestionScore]) -> str:
    return case.joined([case.phrases.topics.code.format(code=one.code) for one in questions])


def _standing_of(case: Case, own: Sequence[IndicatorFinding]) -> str:
    """How many of a topic's indicators reach the goal; empty where it has none."""
    strong, phrases, level = sum(one.strength for one in own), case.phrases.topics, case.phrases.standings.strength
    if not own:
        return ""
    phrase = phrases.reached_all if strong == len(own) else phrases.reached_some if strong else phrases.reached_none
    return phrase.format(count=len(own), goal=case.goal, strengths=strong, weaknesses=len(own) - strong, level=level)
