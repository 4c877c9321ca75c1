"""Which questions bear on a topic by themselves, beside the indicators that do."""

from __future__ import annotations

from ita_docs.analysis.scores import Findings
from ita_docs.framework.model import QuestionGroup
from ita_docs.model import QuestionScore


def questions_of(group: QuestionGroup, findings: Findings) -> tuple[QuestionScore, ...]:
    """The questions of a group whose scores are given, in the order of the workbook."""
    return tuple(
        question
        for instrument in findings.instruments
        if instrument.code in group.instruments
        for question in instrument.questions
        if _is_of(question, group)
    )


def _is_of(question: QuestionScore, group: QuestionGroup) -> bool:
    """By its text; by its code only where no text is given, as the numbers are less sure than the words."""
    text = question.question.casefold()
    return any(word.casefold() in text for word in group.words) if text else question.code in group.codes
