"""Checks of scores, results and questions: a clean submission, one fault, exactly one problem."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

import made
from checked import Reported, hints, reported
from ita_docs.analysis import analyse
from ita_docs.checks import results
from ita_docs.framework.load import load
from ita_docs.model import AnalysisForm, Layout, Published, QuestionScore, Settings, Submission

Change = Callable[[Submission], Submission]

SCORES = "คะแนน"
GENERAL = "ข้อมูลทั่วไป"
TEXTS = "ข้อความวิเคราะห์"
QUESTIONS = "คะแนนรายข้อ"


def score(index: int, **changes: object) -> Change:
    return lambda whole: made.with_record(whole, "scores", index, **changes)


def published(total: str = "91.40", level: str = "A", **instruments: str) -> Change:
    values = {code: Decimal(value) for code, value in instruments.items()}
    typed = Published(total=Decimal(total), level=level, instruments=values, source=made.general())
    return lambda whole: replace(whole, published=typed)


def override(text: str, key: str = "9") -> Change:
    return lambda whole: made.with_record(whole, "overrides", 0, key=key, text=text)


def question(index: int, **changes: object) -> Change:
    return lambda whole: made.with_record(whole, "questions", index, **changes)


def without_score(whole: Submission) -> Submission:
    return replace(whole, scores=whole.scores[:-1])


def one_list(whole: Submission) -> Submission:
    """In one list, and in the words that call all of it weaknesses."""
    phrases = "ถ้อยคำตามชุดเอกสารที่เผยแพร่"
    return replace(whole, settings=Settings(analysis_form=AnalysisForm.ONE_LIST, phrases=phrases))


def cell(field: str) -> str:
    return made.general().at(field).cell


FAULTS: list[tuple[Change, Reported]] = [
    # indicators
    (without_score, ("error", "indicator-missing", SCORES, "", "")),
    (score(1, name="การใช้จ่ายงบประมาณ"), ("warning", "indicator-other-name", SCORES, "B3", "การใช้จ่ายงบประมาณ")),
    (
        score(1, name="คุณภาพการดำเนินงาน"),
        ("error", "indicator-name-of-another", SCORES, "B3", "คุณภาพการดำเนินงาน"),
    ),
    (score(1, previous=Decimal("8.10")), ("note", "score-jump", SCORES, "C3", "88.00")),
    (
        lambda whole: made.with_record(whole, "measures", 2, indicator_name="การใช้อำนาจหน้าที่"),
        ("warning", "indicator-two-forms", "มาตรการ", "B4", "การใช้อำนาจหน้าที่"),
    ),
    (
        lambda whole: made.with_record(whole, "measures", 2, indicator_name="คุณภาพการดำเนินงาน"),
        ("warning", "indicator-name-of-another", "มาตรการ", "B4", "คุณภาพการดำเนินงาน"),
    ),
    (
        override("ประกอบด้วย (3) การใช้อำนาจหน้าที่ (4) การใช้ทรัพย์สินของราชการ", key="IIT"),
        ("warning", "indicator-two-forms", TEXTS, "B2", "การใช้อำนาจหน้าที่"),
    ),
    # totals and levels
    (published(total="91.41"), ("note", "total-near", GENERAL, cell("total"), "91.41")),
    (published(total="91.42"), ("error", "total-off", GENERAL, cell("total"), "91.42")),
    (published(total="95.00", level="AA"), ("error", "total-off", GENERAL, cell("total"), "95.00")),
    (published(IIT="88.02"), ("warning", "instrument-off", GENERAL, cell("IIT"), "88.02")),
    (published(total="19.40"), ("error", "total-off", GENERAL, cell("total"), "19.40")),
    (published(IIT="58.00"), ("warning", "instrument-off", GENERAL, cell("IIT"), "58.00")),
    (published(level="B"), ("error", "level-wrong", GENERAL, cell("level"), "B")),
    (published(level="ผ่านดี"), ("error", "level-of-another-year", GENERAL, cell("level"), "ผ่านดี")),
    # fractions of one
    (published(total="0.88"), ("error", "score-tiny", GENERAL, cell("total"), "0.88")),
    (score(1, score=Decimal("0.88")), ("error", "score-tiny", SCORES, "C3", "0.88")),
    (score(1, score=Decimal(1)), ("error", "score-tiny", SCORES, "C3", "1")),
    (score(1, previous=Decimal("0.5")), ("error", "score-tiny", SCORES, "D3", "0.5")),
    (question(1, score=Decimal("0.25")), ("error", "score-tiny", QUESTIONS, "C3", "0.25")),
    # strengths and scores in texts
    (one_list, ("warning", "strengths-as-weaknesses", GENERAL, cell("analysis_form"), "1, 2, 3, 5, 7, 8, 9, 10")),
    (
        override("ได้ค่าคะแนน 100 คะแนน ซึ่งเป็นจุดอ่อนที่ต้องพัฒนา"),
        ("warning", "strength-called-weakness", TEXTS, "B2", "จุดอ่อน"),
    ),
    (override("ได้ค่าคะแนน ๙๖.๐๐ คะแนน"), ("warning", "score-elsewhere", TEXTS, "B2", "96.00")),
    (override("ได้คะแนนเท่ากับ 91.04 คะแนน", key="summary"), ("warning", "score-elsewhere", TEXTS, "B2", "91.04")),
    # questions
    (question(1, code="i31"), ("warning", "question-unknown", QUESTIONS, "A3", "i31")),
    (question(1, code="i1"), ("warning", "question-twice", QUESTIONS, "A3", "i1")),
]


@pytest.mark.parametrize(("change", "problem"), FAULTS, ids=[f"{fault[1][1]}-{fault[1][3]}" for fault in FAULTS])
def test_one_fault_is_one_problem_at_its_cell(change: Change, problem: Reported) -> None:
    assert reported(change(made.submission())) == [problem]


def test_one_list_has_no_effect_where_documents_are_set_out_by_topics() -> None:
    chosen = Settings(analysis_form=AnalysisForm.ONE_LIST, layout=Layout.TOPICS)
    place = ("note", "one-list-by-topics", GENERAL, cell("analysis_form"), "")
    found = list(results.check_strengths(made.submission(settings=chosen, fiscal_year=2569), load(2568)))
    assert [(one.severity.value, one.kind, one.place.sheet, one.place.cell, one.found) for one in found] == [place]
    (found,) = results.check_strengths(one_list(made.submission()), load(2565))
    assert found.kind == "strengths-as-weaknesses"
    assert not list(results.check_strengths(made.submission(settings=chosen), load(2565)))


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ({"total": "95.00"}, "total-off"),
        ({"level": "B"}, "level-wrong"),
        ({"level": "ผ่านดี"}, "level-of-another-year"),
    ],
)
def test_what_the_office_confirms_is_a_warning_and_is_printed(typed: dict[str, str], kind: str) -> None:
    whole = published(**typed)(made.submission())
    confirmed = replace(whole, published=replace(whole.published, confirmed=True))
    assert ("warning", kind) in [found[:2] for found in reported(confirmed)]
    assert "error" not in [found[0] for found in reported(confirmed)]
    findings = analyse(confirmed, load(2565))
    assert (str(findings.total.used), findings.level) == (typed.get("total", "91.40"), typed.get("level", "A"))


def test_an_analysis_text_of_the_same_indicator_is_told_at_the_second() -> None:
    whole = made.submission()
    again = replace(whole.overrides[0], source=made.at(TEXTS, 9))
    found = reported(replace(whole, overrides=(*whole.overrides, again)))
    assert ("error", "analysis-text-twice", TEXTS, "A9", whole.overrides[0].key) in found


def test_a_score_typed_twice_and_one_beyond_the_last() -> None:
    whole = made.submission()
    again = replace(whole.scores[0], source=made.at(SCORES, 12))
    assert reported(replace(whole, scores=(*whole.scores, again))) == [("error", "indicator-twice", SCORES, "A12", "1")]
    beyond = replace(again, indicator=11)
    assert reported(replace(whole, scores=(*whole.scores, beyond))) == [
        ("error", "indicator-unknown", SCORES, "A12", "11")
    ]


@pytest.mark.parametrize(
    "change",
    [
        published(total="91.40", level=""),
        published(IIT="88.00", EIT="86.00", OIT="98.00"),
        published(IIT="88.01"),
        override("ได้ค่าคะแนน ๑๐๐ คะแนน เท่ากับปีก่อน และสูงกว่าเป้าหมาย ๘๕.๐๐ คะแนน"),
        override("คะแนนรวม 91.40 คะแนน สูงสุด 96.00 คะแนน ต่ำสุด 80.00 คะแนน", key="summary"),
        override("ได้ 84.00 คะแนน เป็นจุดอ่อนที่ต้องปรับปรุง", key="4"),
    ],
)
def test_what_agrees_with_the_scores_is_no_fault(change: Change) -> None:
    assert reported(change(made.submission())) == []


def test_a_level_that_one_instrument_keeps_down_names_it() -> None:
    rules = load(2567)
    whole = score(0, score=Decimal("74.90"))(published("90.47", "ผ่านดี")(made.submission(fiscal_year=2568)))
    (problem,) = results.check_level(whole, rules, analyse(whole, rules))
    assert problem.message == (
        "ระดับที่ประกาศคือ “ผ่านดี” แต่คะแนนรวม 90.47 อยู่ในระดับ “ผ่าน” ตามเกณฑ์ของปีงบประมาณ พ.ศ. 2567"
        " ระดับ “ผ่านดี” ทุกเครื่องมือต้องได้ 85.00 ขึ้นไป แต่คะแนน IIT 84.98"
    )


def test_levels_are_those_of_the_assessed_year() -> None:
    whole = made.submission(
        fiscal_year=2567, published=Published(level="A", source=made.general()), activities=(), overrides=()
    )
    found = [problem for problem in reported(whole) if problem[1].startswith("level")]
    assert found == [("error", "level-of-another-year", GENERAL, cell("level"), "A")]
    assert "ผ่านดีเยี่ยม ผ่านดี ผ่าน ต้องปรับปรุง ต้องปรับปรุงโดยด่วน" in hints(whole)


def test_a_missing_score_is_told_alone_and_nothing_is_computed_from_the_rest() -> None:
    whole = published(total="50.00", level="F")(without_score(made.submission()))
    assert [kind for _, kind, *_ in reported(whole)] == ["indicator-missing"]


def test_the_mean_of_all_questions_is_held_against_the_indicator() -> None:
    indicator = load(2565).indicators[0]
    codes = [f"i{number}" for number in range(indicator.questions.first, indicator.questions.last + 1)]
    rows = tuple(
        QuestionScore(code=code, question="", score=Decimal("89.50"), source=made.at(QUESTIONS, row))
        for row, code in enumerate(codes, start=2)
    )
    assert reported(made.submission(questions=rows)) == [("warning", "questions-off", SCORES, "C2", "90.00")]
    assert reported(made.submission(questions=rows[:-1])) == []


def columns(score: Callable[[int], str | Decimal], previous: Callable[[int], str | Decimal | None]) -> list[Reported]:
    """What is told of the columns of scores of indicators 0 to 9, where nothing was published."""
    whole = made.submission()
    rows = [
        replace(one, score=Decimal(score(at)), previous=None if previous(at) is None else Decimal(previous(at)))
        for at, one in enumerate(whole.scores)
    ]
    found = reported(replace(whole, scores=tuple(rows), published=replace(whole.published, total=None, level="")))
    kinds = {"score-scale", "scores-same-as-last-year", "scores-in-series", "scores-alike"}
    return [one for one in found if one[1] in kinds]


def test_scores_out_of_five_or_ten_are_told_at_the_first() -> None:
    assert columns(lambda at: f"4.{at}", lambda _: None) == [("error", "score-scale", SCORES, "C2", "")]
    assert columns(lambda at: f"8{at * 3 % 10}.10", lambda at: f"9.{at}") == [
        ("error", "score-scale", SCORES, "D2", "")
    ]
    assert columns(lambda at: f"4.{at}" if at else "85.10", lambda _: None) == []


def test_scores_that_are_last_years_are_told() -> None:
    same = lambda at: f"8{9 - at}.{at}7"  # noqa: E731
    assert columns(same, same) == [("warning", "scores-same-as-last-year", SCORES, "D2", "")]
    most = columns(same, lambda at: same(at) if at > 5 else f"7{9 - at}.10")
    assert most == [("warning", "scores-same-as-last-year", SCORES, "D8", "")]
    assert columns(same, lambda at: same(at) if at > 6 else f"7{9 - at}.10") == []
    assert columns(lambda at: "100" if at < 6 else same(at), lambda at: "100" if at < 6 else f"7{at * 3 % 10}.10") == []


def test_scores_dragged_down_are_told_where_the_series_begins() -> None:
    def dragged(last: int) -> Callable[[int], str]:
        return lambda at: f"{84 + at}.25" if at <= last else f"{99 - at * 2}.10"

    assert columns(lambda at: "88.25" if at < 4 else f"9{9 - at}.50", lambda _: None) == [
        ("warning", "scores-alike", SCORES, "C2", "")
    ]
    assert columns(lambda at: "88.25" if at < 3 else f"9{9 - at}.50", lambda _: None) == []
    assert columns(lambda at: f"8{at}.50" if at < 6 else "100", lambda _: None) == [
        ("warning", "scores-in-series", SCORES, "C2", "")
    ]
    assert columns(dragged(3), lambda _: None) == [("warning", "scores-in-series", SCORES, "C2", "")]
    assert columns(dragged(2), lambda _: None) == []
