"""The sentences of the analysis: the published ones to the letter, and right Thai where nothing was published."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

import made
from ita_docs.analysis import analyse
from ita_docs.framework.load import load
from ita_docs.framework.scores import FullMark
from ita_docs.model import AnalysisForm, Layout, Office, Override, Published, QuestionScore, Score, Settings, Submission
from ita_docs.thai import thai_digits
from ita_docs.wording import Texts, word

SLIPS = {"คุ่มค่าไม่": "คุ้มค่า ไม่", "ให้ผู้บังคับบัญชาทำ": "ให้ผู้ใต้บังคับบัญชาทำ", "ต่างๆ": "ต่าง ๆ"}
"""What the published sentences spell wrong and ours, which go to every office, spell right."""


def published() -> str:
    text = (Path(__file__).parent / "reference" / "pack_2566.txt").read_text(encoding="utf-8")
    for slip, right in SLIPS.items():
        assert slip in text
        text = text.replace(slip, right)
    return text


PUBLISHED = published()
REFERENCE = ("87.03", "69.58", "79.31", "69.46", "76.30", "81.68", "83.91", "80.34", "100", "100")
ONE_LIST = Settings(analysis_form=AnalysisForm.ONE_LIST)
AS_PUBLISHED = Settings(analysis_form=AnalysisForm.ONE_LIST, phrases="ถ้อยคำตามชุดเอกสารที่เผยแพร่")


def office(*values: str, previous: str | None = None, **changes: object) -> Submission:
    """A submission with these ten scores, nothing published, no question scores and no texts of its own."""
    scores = tuple(
        Score(indicator=n, name="", score=Decimal(value), previous=None if previous is None else Decimal(previous))
        for n, value in enumerate(values, start=1)
    )
    rest = {"published": Published(), "questions": (), "overrides": (), **changes}
    return made.submission(scores=scores, **rest)


def texts(whole: Submission, year: int = 2565) -> Texts:
    framework = load(year)
    return word(whole, framework, analyse(whole, framework))


# The published sentences


@pytest.mark.parametrize("number", range(1, 11))
def test_the_sentence_of_an_indicator_is_the_published_one(number: int) -> None:
    sentence = thai_digits(texts(office(*REFERENCE, settings=AS_PUBLISHED)).indicators[number])
    if number in (2, 4):  # their cells run over a page: the published text is cut there, with other cells between
        cut = {2: "การใช้จ่ายงบประมาณต้องให้", 4: "ให้มีความสะดวก"}[number]
        before, after = sentence.split(cut, 1)
        assert before + cut in PUBLISHED
        assert after in PUBLISHED
    else:
        assert sentence in PUBLISHED


def test_the_paragraphs_of_the_analysis_are_the_published_ones() -> None:
    whole = office(
        *REFERENCE,
        settings=AS_PUBLISHED,
        office=Office(name="สำนักงานเขตตลิ่งชัน", short_name="สำนักงานเขต", head_title="", sections=()),
    )
    found = texts(whole)
    assert found.intro.startswith("การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (Integrity and")
    iit = found.instruments[0].replace("(3) การใช้อำนาจ ", "(3) การใช้อำนาจหน้าที่ ")
    for paragraph in (found.intro, iit, *found.instruments[1:], found.summary):
        assert thai_digits(paragraph) in PUBLISHED
    assert (found.strengths_lead, found.weaknesses_lead, found.closing) == ("", "", "")


# Sentences of our own


def test_the_split_summary_tells_total_level_reach_and_extremes() -> None:
    assert texts(office(*REFERENCE)).summary == (
        "เมื่อนำผลการประเมินที่ได้มาวิเคราะห์ พบว่าสำนักงานเขตดอนทรายได้คะแนนการประเมินคุณธรรมและความโปร่งใสในการดำเนินงาน"
        "ของหน่วยงานภาครัฐ (ITA) เท่ากับ 87.50 คะแนน จัดอยู่ในระดับ A "
        "โดยมีตัวชี้วัดที่ได้คะแนนถึงเป้าหมาย 85 คะแนน จำนวน 3 ตัวชี้วัด จากทั้งหมด 10 ตัวชี้วัด "
        "ตัวชี้วัดที่ได้คะแนนสูงสุด ได้แก่ ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล (100 คะแนน) และตัวชี้วัดที่ 10 การป้องกันการทุจริต (100 คะแนน) "
        "และตัวชี้วัดที่ได้คะแนนต่ำสุด ได้แก่ ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ (69.46 คะแนน)"
    )


def test_the_leads_count_what_is_to_keep_to_develop_and_to_mend_and_the_closing_names_the_first() -> None:
    found = texts(office(*REFERENCE))
    assert found.strengths_lead == (
        "จุดแข็งที่สำนักงานเขตควรรักษาไว้และพัฒนาให้เกิดความต่อเนื่อง ได้แก่ ตัวชี้วัดที่ได้คะแนนตั้งแต่ 85 คะแนนขึ้นไป "
        "จำนวน 3 ตัวชี้วัด เรียงตามคะแนนจากมากไปน้อย ดังนี้"
    )
    assert found.weaknesses_lead == (
        "ตัวชี้วัดที่สำนักงานเขตต้องปรับปรุงและพัฒนาให้ดียิ่งขึ้น ได้แก่ ตัวชี้วัดที่ได้คะแนนต่ำกว่า 85 คะแนน "
        "จำนวน 7 ตัวชี้วัด เรียงตามคะแนนจากน้อยไปมาก ดังนี้"
    )
    assert found.to_develop_lead == (
        "จุดที่ควรพัฒนา ซึ่งเป็นประเด็นที่สำนักงานเขตต้องพัฒนาให้ดีขึ้น ได้แก่ ตัวชี้วัดที่ได้คะแนนตั้งแต่ 75 คะแนน "
        "แต่ต่ำกว่า 85 คะแนน จำนวน 5 ตัวชี้วัด เรียงตามคะแนนจากน้อยไปมาก ดังนี้"
    )
    assert found.mend_lead == (
        "ข้อบกพร่องหรือจุดอ่อนที่ต้องแก้ไขโดยเร่งด่วนของสำนักงานเขต ได้แก่ ตัวชี้วัดที่ได้คะแนนต่ำกว่า 75 คะแนน "
        "จำนวน 2 ตัวชี้วัด เรียงตามคะแนนจากน้อยไปมาก ดังนี้"
    )
    assert found.closing == "ทั้งนี้ สำนักงานเขตต้องแก้ไขตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ (69.46 คะแนน) เป็นลำดับแรก"


def test_without_anything_to_mend_at_once_there_are_two_groups() -> None:
    found = texts(office("84.99", *["90"] * 9))
    assert (found.to_develop_lead, found.mend_lead) == (
        "จุดที่ควรพัฒนา ซึ่งเป็นประเด็นที่สำนักงานเขตต้องพัฒนาให้ดีขึ้น ได้แก่ ตัวชี้วัดที่ได้คะแนนตั้งแต่ 75 คะแนน "
        "แต่ต่ำกว่า 85 คะแนน จำนวน 1 ตัวชี้วัด ดังนี้",
        "",
    )


def test_without_anything_else_to_develop_the_lead_is_that_of_all_below_the_goal() -> None:
    found = texts(office("74.99", *["90"] * 9))
    assert found.to_develop_lead == found.weaknesses_lead != ""


def test_by_topic_the_closing_names_all_that_must_be_mended_at_once() -> None:
    found = texts(office(*REFERENCE, settings=Settings(layout=Layout.TOPICS)), 2567)
    assert found.closing == (
        "ทั้งนี้ สำนักงานเขตต้องปรับปรุงแก้ไขตัวชี้วัดที่ได้คะแนนต่ำกว่า 75 คะแนน โดยเร่งด่วน ได้แก่ "
        "ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ (69.46 คะแนน) และตัวชี้วัดที่ 2 การใช้งบประมาณ (69.58 คะแนน)"
    )


def test_three_in_a_row_are_joined_by_spaces_and_one_and() -> None:
    found = texts(office("60", "60", "60", *["90"] * 7))
    assert found.closing.endswith(
        "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ (60.00 คะแนน) ตัวชี้วัดที่ 2 การใช้งบประมาณ (60.00 คะแนน) "
        "และตัวชี้วัดที่ 3 การใช้อำนาจ (60.00 คะแนน) เป็นลำดับแรก"
    )


def test_all_ten_strengths() -> None:
    found = texts(office(*["90"] * 9, "91"))
    assert "โดยได้คะแนนถึงเป้าหมาย 85 คะแนน ครบทั้ง 10 ตัวชี้วัด" in found.summary
    assert found.weaknesses_lead == (
        "ไม่มีตัวชี้วัดใดของสำนักงานเขตที่ได้คะแนนต่ำกว่า 85 คะแนน จึงไม่มีข้อบกพร่องหรือจุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน"
    )
    assert found.closing == "ทั้งนี้ สำนักงานเขตควรรักษามาตรฐานการดำเนินงานในทุกตัวชี้วัด และพัฒนาให้เกิดความต่อเนื่องและดียิ่งขึ้นไป"


def test_all_ten_weaknesses() -> None:
    found = texts(office(*["60"] * 9, "59"))
    assert "โดยยังไม่มีตัวชี้วัดใดได้คะแนนถึงเป้าหมาย 85 คะแนน จากทั้งหมด 10 ตัวชี้วัด" in found.summary
    assert found.strengths_lead == (
        "ด้านจุดแข็ง ยังไม่มีตัวชี้วัดใดของสำนักงานเขตที่ได้คะแนนตั้งแต่ 85 คะแนนขึ้นไป จึงต้องพัฒนาทุกตัวชี้วัดให้ถึงเป้าหมาย"
    )
    assert found.closing == (
        "ทั้งนี้ ทุกตัวชี้วัดได้คะแนนต่ำกว่า 75 คะแนน สำนักงานเขตจึงต้องปรับปรุงแก้ไขโดยเร่งด่วนทั้งหมด "
        "โดยเริ่มจากตัวชี้วัดที่ 10 การป้องกันการทุจริต (59.00 คะแนน)"
    )


@pytest.mark.parametrize(
    ("score", "closing"),
    [
        ("80", "ทั้งนี้ สำนักงานเขตควรพัฒนาทุกตัวชี้วัดให้ถึงเป้าหมาย 85 คะแนน"),
        ("60", "ทั้งนี้ ทุกตัวชี้วัดได้คะแนนต่ำกว่า 75 คะแนน สำนักงานเขตจึงต้องปรับปรุงแก้ไขโดยเร่งด่วนทั้งหมด"),
    ],
)
def test_of_indicators_that_are_all_alike_none_comes_first(score: str, closing: str) -> None:
    assert texts(office(*[score] * 10)).closing == closing


def test_one_weakness_that_is_not_urgent_comes_first() -> None:
    found = texts(office("84.99", *["90"] * 9))
    assert found.closing == (
        "ทั้งนี้ ไม่มีตัวชี้วัดใดเป็นจุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน และสำนักงานเขตควรพัฒนาตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ (84.99 คะแนน) เป็นลำดับแรก"
    )


def test_equal_scores_have_no_highest_and_lowest() -> None:
    assert texts(office(*["90"] * 10)).summary.endswith("ทุกตัวชี้วัดได้คะแนนเท่ากัน คือ 90.00 คะแนน")


def test_the_level_is_named_as_its_scheme_names_it() -> None:
    assert "(ITA) เท่ากับ 90.00 คะแนน จัดอยู่ในระดับ A โดย" in texts(office(*["90"] * 10)).summary
    assert "(ITA) เท่ากับ 90.00 คะแนน ผลการประเมินอยู่ในระดับ “ผ่านดี” โดย" in texts(office(*["90"] * 10), 2566).summary
    assert (
        "ผลการประเมินอยู่ในระดับ “ผ่านดี” โดยมีผลการประเมินรายตัวชี้วัด"
        in texts(office(*["90"] * 10, settings=ONE_LIST), 2566).summary
    )


def test_the_changes_against_last_year() -> None:
    whole = office(*REFERENCE, previous="81.68")
    found = texts(whole)
    assert found.summary.endswith(
        " เมื่อเทียบกับผลการประเมินประจำปีงบประมาณ พ.ศ. 2564 มีตัวชี้วัดที่คะแนนเพิ่มขึ้น 4 ตัวชี้วัด ลดลง 5 ตัวชี้วัด และเท่าเดิม 1 ตัวชี้วัด"
    )
    assert found.indicators[1].endswith(" ทั้งนี้ เมื่อเทียบกับปีงบประมาณ พ.ศ. 2564 ซึ่งได้ 81.68 คะแนน มีคะแนนเพิ่มขึ้น 5.35 คะแนน")
    assert found.indicators[2].endswith(" ซึ่งได้ 81.68 คะแนน มีคะแนนลดลง 12.10 คะแนน")
    assert found.indicators[6].endswith(" ทั้งนี้ ได้คะแนนเท่ากับปีงบประมาณ พ.ศ. 2564")


def test_indicators_without_a_score_of_last_year_are_counted() -> None:
    whole = office(*REFERENCE, previous="81.68")
    fewer = replace(whole, scores=(*whole.scores[:7], *(replace(one, previous=None) for one in whole.scores[7:])))
    assert texts(fewer).summary.endswith(
        "เพิ่มขึ้น 2 ตัวชี้วัด ลดลง 4 ตัวชี้วัด และเท่าเดิม 1 ตัวชี้วัด โดยอีก 3 ตัวชี้วัดไม่มีคะแนนของปีก่อนสำหรับเปรียบเทียบ"
    )


def test_one_kind_of_change_alone() -> None:
    assert texts(office(*["90"] * 10, previous="80")).summary.endswith("พ.ศ. 2564 มีตัวชี้วัดที่คะแนนเพิ่มขึ้น 10 ตัวชี้วัด")


def test_the_weakest_question_of_an_indicator() -> None:
    questions = tuple(
        QuestionScore(code=code, question=text, score=Decimal(score))
        for code, text, score in (("i1", "ปฏิบัติงานตามขั้นตอน", "90"), ("i2", "ให้บริการเท่าเทียมกัน", "70.5"))
    )
    found = texts(office(*REFERENCE, questions=questions))
    assert found.indicators[1].endswith(
        " โดยในบรรดาข้อคำถามที่นำมาวิเคราะห์ ข้อที่ได้คะแนนต่ำที่สุดของตัวชี้วัดนี้ คือ ข้อ i2 ให้บริการเท่าเทียมกัน (70.50 คะแนน)"
    )
    assert "i2" not in found.closing


def test_the_other_questions_that_do_not_reach_the_goal_follow_the_weakest() -> None:
    scores = (("i1", "84.99"), ("i2", "70.5"), ("i3", "85"), ("i4", "80"), ("i7", "60"))
    questions = tuple(QuestionScore(code=code, question="", score=Decimal(score)) for code, score in scores)
    found = texts(office(*REFERENCE, questions=questions))
    assert found.indicators[1].endswith(
        " คือ ข้อ i2 (70.50 คะแนน)"
        " นอกจากนี้ มีข้อที่ได้คะแนนไม่ถึงเป้าหมาย 85 คะแนน อีก 2 ข้อ ได้แก่ ข้อ i4 (80.00 คะแนน) และข้อ i1 (84.99 คะแนน)"
    )
    assert found.indicators[2].endswith(" โดยมีข้อที่ได้คะแนนไม่ถึงเป้าหมาย 85 คะแนน จำนวน 1 ข้อ ได้แก่ ข้อ i7 (60.00 คะแนน)")


def test_the_weakest_question_of_an_instrument_where_indicators_are_not_known() -> None:
    questions = tuple(
        QuestionScore(code=code, question="", score=Decimal(score)) for code, score in (("o1", "0"), ("o2", "100"))
    )
    found = texts(office(*REFERENCE, questions=questions), 2562)
    assert found.closing.endswith(" ในบรรดาข้อคำถามของ OIT ที่นำมาวิเคราะห์ ข้อที่ได้คะแนนต่ำที่สุด คือ ข้อ o1 (0.00 คะแนน)")
    equal = (*questions, *(QuestionScore(code=code, question="", score=Decimal(0)) for code in ("o5", "o9")))
    found = texts(office(*REFERENCE, questions=equal), 2562)
    assert found.closing.endswith(" คือ ข้อ o1 ข้อ o5 และข้อ o9 (0.00 คะแนน)")


def test_a_full_mark_in_the_long_form() -> None:
    found = texts(office(*REFERENCE, settings=Settings(full_mark=FullMark.LONG)))
    assert found.indicators[9].startswith("ได้ 100.00 คะแนน")
    assert "(100.00 คะแนน)" in found.summary


@pytest.mark.parametrize("key", ["intro", "IIT", "EIT", "OIT", "summary", "1", "10"])
def test_a_text_of_the_office_s_own_takes_the_place_of_the_derived_one(key: str) -> None:
    text = "ข้อความ {score} ของหน่วยงานเอง"
    plain = texts(office(*REFERENCE))
    own = texts(office(*REFERENCE, overrides=(Override(key=key, text=text),)))
    before = [plain.intro, *plain.instruments, plain.summary, *plain.indicators.values(), plain.closing]
    after = [own.intro, *own.instruments, own.summary, *own.indicators.values(), own.closing]
    assert [two for one, two in zip(before, after, strict=True) if one != two] == [text]


def test_the_paragraph_of_an_instrument_spells_its_indicators_as_the_workbook_does() -> None:
    whole = made.with_record(office(*REFERENCE), "scores", 2, name="การใช้อำนาจหน้าที่")
    assert "(3) การใช้อำนาจหน้าที่ (4)" in texts(whole).instruments[0]


@pytest.mark.parametrize("score", ["97", "90", "80", "60"])
@pytest.mark.parametrize(
    ("name", "short_name", "head"),
    [
        ("เทศบาลตำบลบึงน้ำใส", "เทศบาล", "นายกเทศมนตรี"),
        ("องค์การบริหารส่วนตำบลทุ่งกว้าง", "องค์การบริหารส่วนตำบล", "นายกองค์การบริหารส่วนตำบล"),
        ("กรมส่งเสริมงานช่าง", "กรม", "อธิบดี"),
    ],
)
def test_the_sentences_fit_any_office_and_range(name: str, short_name: str, head: str, score: str) -> None:
    questions = (
        QuestionScore(code="i1", question="ก", score=Decimal("1")),
        QuestionScore(code="i2", question="ข", score=Decimal("2")),
    )
    whole = office(
        *[score] * 10,
        previous="70",
        questions=questions,
        office=Office(name=name, short_name=short_name, head_title=head, sections=()),
    )
    for year in (2565, 2567):
        found = texts(whole, year)
        said = [found.intro, *found.instruments, found.summary, *found.indicators.values()]
        said += [found.strengths_lead, found.weaknesses_lead, found.closing]
        for text in said:
            assert not re.search(r"  |[{}]|สำนักงานเขต|ผู้อำนวยการเขต|None|^ | $", text)
        assert all(short_name in found.indicators[number] for number in (1, 2, 4, 6, 7, 9, 10))


def test_the_weakest_question_of_one_instrument_is_told_whatever_is_known_of_another() -> None:
    requested = (("i1", "90"), ("i3", "80"), ("o1", "0"), ("o2", "100"))
    questions = tuple(QuestionScore(code=code, question="", score=Decimal(score)) for code, score in requested)
    found = texts(office(*REFERENCE, questions=questions), 2562)
    assert "ข้อ i3 (80.00 คะแนน)" in found.indicators[1]
    assert found.closing.endswith(" คือ ข้อ o1 (0.00 คะแนน)")


@pytest.mark.parametrize(
    ("score", "said"),
    [
        ("95", "มีการดำเนินงานในเรื่องการดูแลข้อมูลดีอยู่แล้ว"),
        ("85", "มีการดำเนินงานในเรื่องการดูแลข้อมูลอยู่ในเกณฑ์ดี"),
        ("75", "มีการดำเนินงานในเรื่องการดูแลข้อมูลค่อนข้างดี"),
        ("74.99", "ยังต้องปรับปรุงและพัฒนาการดำเนินงานในเรื่องการดูแลข้อมูล"),
    ],
)
def test_an_indicator_with_the_number_of_another_year_s_is_not_spoken_of_in_its_words(score: str, said: str) -> None:
    framework = load(2565)
    first, *rest = framework.instruments
    changed = tuple(replace(one, name="การดูแลข้อมูล") if one.number == 4 else one for one in first.indicators)
    framework = replace(framework, instruments=(replace(first, indicators=changed), *rest))
    whole = office(*REFERENCE[:3], score, *REFERENCE[4:])
    reported = word(whole, framework, analyse(whole, framework)).indicators
    assert said in reported[4]
    assert "ทรัพย์สินของราชการ" not in reported[4]
    assert reported[5] == texts(office(*REFERENCE)).indicators[5]
