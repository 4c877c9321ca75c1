"""The words of the documents: findings and phrases become official Thai sentences.

Numbers stand in Arabic digits; the documents' digits are set later, all at once. A text of the office's own
(sheet ข้อความวิเคราะห์) takes the place of the derived one as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ita_docs.analysis import Findings
from ita_docs.framework.model import Framework
from ita_docs.model import AnalysisForm, Layout, ScoreTable, Submission
from ita_docs.origin import CellText
from ita_docs.wording import results, sentences
from ita_docs.wording.case import Case
from ita_docs.wording.next_level import RiseText, steps_up
from ita_docs.wording.results import ResultTexts
from ita_docs.wording.topics import TopicText, topics, topics_lead

__all__ = ["ResultTexts", "RiseText", "Texts", "TopicText", "word"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """The heading of the pack and the sentences of the analysis. ``instruments`` are the numbered paragraphs in their
    order; ``indicators`` maps an indicator's number to its analysis, ``short`` to its short form and ``standings`` to
    how it stands; ``continued`` stands behind its name where its measures go on. The leads
    stand before the lists of strengths and weaknesses (or, of these, of what to develop and what to mend at once) and
    ``closing`` after them; in the form of one list there are none of these, and ``summary`` leads the list in.
    ``chart`` is the caption of the chart. ``score_table`` and ``question_table`` lead in the tables of scores and
    ``next_level`` tells what the next level would take, each empty where the workbook does not ask for it. ``topics``
    are empty where the documents are not set out by them, ``results`` is ``None`` where nothing is told of last year's
    measures.
    """

    heading: str
    intro: str
    instruments: tuple[str, ...]
    summary: str
    chart: str
    score_table: str
    question_table: str
    next_level: tuple[RiseText, ...]
    indicators: Mapping[int, str]
    standings: Mapping[int, str]
    short: Mapping[int, str]
    continued: str
    strengths_lead: str
    weaknesses_lead: str
    to_develop_lead: str
    mend_lead: str
    topics_lead: str
    topics: tuple[TopicText, ...]
    closing: str
    results: ResultTexts | None


def word(
    submission: Submission, framework: Framework, findings: Findings, pack_framework: Framework | None = None
) -> Texts:
    """All sentences of the analysis: the office's own where it gave them, else derived from the findings.

    ``framework`` is that of the assessed year, ``pack_framework`` that of the pack's own year, where there is one
    already: its topics, or else those of the year before, set the documents out where the workbook asks for that.
    """
    case = Case(
        framework=framework,
        findings=findings,
        office=submission.office,
        scores=framework.rounding.format(submission.settings.full_mark),
        phrases=framework.phrases_called(submission.settings.phrases),
    )
    settings = submission.settings
    by_question = settings.score_table is ScoreTable.QUESTIONS and bool(submission.questions)
    own = {one.key: CellText.of(one.text, (one.source, "text")) for one in submission.overrides}
    by_topic = submission.settings.layout is Layout.TOPICS
    of_topics = topics(case, (pack_framework or framework).topics) if by_topic else ()
    split = bool(of_topics) or submission.settings.analysis_form is AnalysisForm.SPLIT
    derived_summary = sentences.split_summary(case) if split else sentences.one_list_summary(case)
    return Texts(
        heading=case.phrases.heading.format(**case.kind_words),
        intro=own.get("intro") or sentences.intro(case),
        instruments=tuple(
            own.get(one.code) or sentences.instrument(case, number, one)
            for number, one in enumerate(framework.instruments, start=1)
        ),
        summary=own.get("summary") or derived_summary,
        chart=sentences.chart(case),
        score_table=sentences.score_table(case) if settings.score_table is not ScoreTable.NONE else "",
        question_table=sentences.question_table(case) if by_question else "",
        next_level=steps_up(case) if settings.next_level else (),
        indicators={
            one.number: own.get(str(one.number)) or sentences.indicator(case, one) for one in findings.indicators
        },
        standings={one.number: case.level(one) for one in findings.indicators},
        short={one.number: sentences.short(case, one) for one in findings.indicators},
        continued=case.phrases.continued,
        strengths_lead=sentences.strengths_lead(case) if split else "",
        weaknesses_lead=sentences.weaknesses_lead(case) if split else "",
        to_develop_lead=sentences.to_develop_lead(case) if split else "",
        mend_lead=sentences.mend_lead(case) if split else "",
        topics_lead=topics_lead(case, of_topics) if of_topics else "",
        topics=of_topics,
        closing=sentences.closing(case, bool(of_topics)) if split else "",
        results=results.results(case, submission.results) if submission.results else None,
    )
