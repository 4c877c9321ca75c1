"""What the next level would take: to the last digit of the year's rounding, in numbers and in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from ita_docs.analysis import NextLevel, Rise, Ways, analyse, level, next_level
from ita_docs.framework.load import load
from ita_docs.framework.model import Framework, Level
from ita_docs.model import Published, Settings, Submission
from ita_docs.wording import RiseText, word
from test_analysis import REFERENCE, office, published


def found(whole: Submission, year: int = 2565) -> NextLevel | None:
    return next_level(analyse(whole, load(year)), load(year))


def wanted(whole: Submission, year: int = 2565) -> NextLevel:
    one = found(whole, year)
    assert one is not None
    return one


def by(rises: tuple[Rise, ...]) -> dict[str, str]:
    """By how much each must rise, in the order given."""
    return {one.key: str(one.by) for one in rises}


def ways(one: Ways | None) -> tuple[dict[str, str], str]:
    assert one is not None
    return by(one.alone), str(one.together)


def test_the_total_alone_decides_up_to_2565() -> None:
    one = wanted(office(*["84"] * 10))
    assert (one.level.name, one.required, str(one.short)) == ("A", (), "1.00")
    assert ways(one.ways) == ({"OIT": "2.49", "IIT": "3.32", "EIT": "3.32"}, "85.00")
    assert one.ways is not None
    assert [ways(each.ways) for each in one.ways.alone] == [
        ({"9": "4.97", "10": "4.97"}, "86.49"),
        ({}, "87.32"),
        ({"6": "9.95", "7": "9.95", "8": "9.95"}, "87.32"),
    ]


def test_where_no_instrument_has_room_enough_the_lower_ones_rise_together() -> None:
    one = wanted(office(*REFERENCE))
    assert (one.level.name, str(one.short)) == ("AA", "7.50")
    assert ways(one.ways) == ({}, "91.66")
    assert one.ways is not None
    assert one.ways.below == ("IIT", "EIT")


def test_each_instrument_below_what_the_level_asks_must_rise_from_2566_on() -> None:
    one = wanted(office(*REFERENCE), 2566)
    assert (one.level.name, str(one.short), one.ways) == ("ผ่านดี", "0", None)
    assert by(one.required) == {"EIT": "3.02", "IIT": "8.66"}
    assert [ways(each.ways) for each in one.required] == [
        ({"8": "9.06", "6": "9.06", "7": "9.06"}, "85.00"),
        ({}, "84.49"),
    ]
    assert [str(each.to) for each in one.required] == ["85.00", "85.00"]


def test_the_least_level_of_2566_asks_for_a_total_only() -> None:
    one = wanted(office(*["84.99"] * 10), 2566)
    assert (one.level.name, str(one.short), one.required) == ("ผ่าน", "0.01", ())
    assert ways(one.ways) == ({"IIT": "0.02", "EIT": "0.02", "OIT": "0.02"}, "85.00")


def test_an_instrument_of_parts_rises_by_its_parts() -> None:
    whole = office(*["80"] * 10, published=published(IIT="90", EIT1="79.40", EIT2="82.24", OIT="100"))
    (one,) = wanted(whole, 2566).required
    assert (one.key, str(one.score), str(one.by)) == ("EIT", "80.82", "4.18")
    assert ways(one.ways) == ({"EIT1": "8.35", "EIT2": "8.35"}, "85.00")


def test_a_published_total_is_counted_from() -> None:
    exact, lower = (office(*["84"] * 10, published=published(total)) for total in ("84.00", "83.99"))
    assert (str(wanted(exact).short), str(wanted(lower).short)) == ("1.00", "1.01")
    assert [ways(wanted(one).ways)[0]["OIT"] for one in (exact, lower)] == ["2.49", "2.52"]


def test_nothing_lacks_at_the_highest_level_nor_where_the_next_is_reached_already() -> None:
    assert found(office(*["96"] * 10)) is None
    assert found(office(*["96"] * 10, published=Published(level="A"))) is None


def of_own_levels(decimals: int = 2) -> Framework:
    """A year whose next level asks for more of the total than of each instrument."""
    framework = load(2565)
    steps = tuple(
        Level(name=name, minimum=Decimal(total), instrument_minimum=Decimal(least))
        for name, total, least in (("สูง", "88", "79.5"), ("ต่ำ", "0", "0"))
    )
    rounding = replace(framework.rounding, decimals=decimals)
    return replace(framework, levels=replace(framework.levels, steps=steps), rounding=rounding)


def test_what_must_rise_comes_before_what_the_total_then_lacks() -> None:
    framework, whole = of_own_levels(), office(*["70"] * 5, *["90"] * 5)
    one = next_level(analyse(whole, framework), framework)
    assert one is not None
    assert (by(one.required), str(one.short)) == ({"IIT": "9.50"}, "1.15")
    assert ways(one.ways) == ({"OIT": "2.87", "IIT": "3.82", "EIT": "3.82"}, "83.32")
    assert [str(each.score) for each in one.ways.alone] == ["90.00", "79.50", "90.00"]  # type: ignore[union-attr]
    whole = replace(whole, settings=Settings(next_level=True))
    first, then = word(whole, framework, analyse(whole, framework)).next_level
    assert "ทุกเครื่องมือต้องได้คะแนนไม่ต่ำกว่า 79.5 คะแนน" in first.lead
    assert "ซึ่งยังขาดอีก 1.15 คะแนน" in then.lead


def test_a_rise_is_in_the_decimals_of_the_year() -> None:
    framework, whole = of_own_levels(decimals=0), office(*["70"] * 5, *["90"] * 5)
    one = next_level(analyse(whole, framework), framework)
    assert one is not None
    assert (by(one.required), str(one.short)) == ({"IIT": "10"}, "1")
    assert ways(one.ways) == ({"OIT": "2", "IIT": "2", "EIT": "2"}, "82")


@pytest.mark.parametrize("year", [2565, 2566, 2569])
def test_what_is_asked_for_is_enough_and_a_step_less_is_not(year: int) -> None:
    for seed in range(40):
        asked_for_is_enough_and_a_step_less_is_not(seed, load(year))


def asked_for_is_enough_and_a_step_less_is_not(seed: int, framework: Framework) -> None:
    whole = office(*(str(Decimal((seed * 733 + number * 1171) % 5500) / 100 + 42) for number in range(10)))
    findings = analyse(whole, framework)
    one = next_level(findings, framework)
    assert one is not None
    scores = {each.code: each.score.used for each in findings.instruments}
    raised = scores | {each.key: each.to for each in one.required}

    def reached(scores: Mapping[str, Decimal]) -> bool:
        total = sum((scores[each.code] * each.weight for each in findings.instruments), Decimal(0))
        got = level(framework.levels, framework.rounding.rounded(total), list(scores.values()))
        steps = framework.levels.steps
        return steps.index(got) <= steps.index(one.level)

    step = framework.rounding.step
    assert reached(raised) is (one.ways is None)
    for each in one.required:
        assert not reached(raised | {each.key: each.to - step})
    for each in one.ways.alone if one.ways else ():
        assert reached(raised | {each.key: each.to})
        assert not reached(raised | {each.key: each.to - step})
    if one.ways:
        floor = one.ways.together
        assert reached({code: max(score, floor) for code, score in raised.items()})
        assert not reached({code: max(score, floor - step) for code, score in raised.items()})


# In words


def said(whole: Submission, year: int = 2565, **settings: Any) -> tuple[RiseText, ...]:
    whole = replace(whole, settings=Settings(next_level=True, **settings))
    return word(whole, load(year), analyse(whole, load(year))).next_level


def test_the_words_on_a_total() -> None:
    (one,) = said(office(*["84"] * 10))
    assert one.lead == (
        "การยกระดับผลการประเมินของสำนักงานเขตเป็นระดับ “A” ตามเกณฑ์ของปีงบประมาณ พ.ศ. 2565 ต้องได้คะแนนรวมไม่ต่ำกว่า 85 คะแนน"
        " ซึ่งยังขาดอีก 1.00 คะแนน โดยเพิ่มคะแนนตามแนวทางใดแนวทางหนึ่งดังต่อไปนี้ เรียงจากที่ต้องเพิ่มขึ้นน้อยที่สุด"
    )
    assert one.rises == (
        "แบบตรวจการเปิดเผยข้อมูลสาธารณะ (OIT) ต้องเพิ่มขึ้นอย่างน้อย 2.49 คะแนน จาก 84.00 คะแนน เป็น 86.49 คะแนน"
        " ซึ่งทำได้โดยเพิ่มคะแนนของตัวชี้วัดที่ 9 การเปิดเผยข้อมูล (84.00 คะแนน) อย่างน้อย 4.97 คะแนน"
        " หรือเพิ่มคะแนนของทุกตัวชี้วัดที่ได้ต่ำกว่า 86.49 คะแนน ให้ถึง 86.49 คะแนน",
        "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน (IIT) ต้องเพิ่มขึ้นอย่างน้อย 3.32 คะแนน จาก 84.00 คะแนน เป็น 87.32 คะแนน"
        " ซึ่งทำได้โดยเพิ่มคะแนนของทุกตัวชี้วัดที่ได้ต่ำกว่า 87.32 คะแนน ให้ถึง 87.32 คะแนน",
        "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (EIT) ต้องเพิ่มขึ้นอย่างน้อย 3.32 คะแนน จาก 84.00 คะแนน เป็น 87.32 คะแนน"
        " ซึ่งทำได้โดยเพิ่มคะแนนของตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน (84.00 คะแนน) อย่างน้อย 9.95 คะแนน"
        " หรือเพิ่มคะแนนของทุกตัวชี้วัดที่ได้ต่ำกว่า 87.32 คะแนน ให้ถึง 87.32 คะแนน",
        "ทุกเครื่องมือที่ได้คะแนนต่ำกว่า 85.00 คะแนน ต้องเพิ่มขึ้นเป็น 85.00 คะแนน",
    )


def test_the_words_on_instruments_that_must_rise_and_on_parts() -> None:
    (one,) = said(office(*["80"] * 10, published=published(IIT="90", EIT1="79.40", EIT2="82.24", OIT="100")), 2566)
    assert one.lead == (
        "การยกระดับผลการประเมินของสำนักงานเขตเป็นระดับ “ผ่านดี” ตามเกณฑ์ของปีงบประมาณ พ.ศ. 2566 ทุกเครื่องมือต้องได้คะแนนไม่ต่ำกว่า"
        " 85 คะแนน จึงต้องเพิ่มคะแนนของเครื่องมือดังต่อไปนี้"
    )
    assert one.rises == (
        "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (EIT) ต้องเพิ่มขึ้นอย่างน้อย 4.18 คะแนน จาก 80.82 คะแนน เป็น 85.00 คะแนน"
        " ซึ่งทำได้โดยเพิ่มคะแนนของแบบวัด EIT ส่วนที่ 1 (79.40 คะแนน) อย่างน้อย 8.35 คะแนน"
        " หรือเพิ่มคะแนนของทุกส่วนที่ได้ต่ำกว่า 85.00 คะแนน ให้ถึง 85.00 คะแนน",
    )


def test_the_words_where_no_instrument_alone_is_enough() -> None:
    (one,) = said(office(*REFERENCE))
    assert one.lead == (
        "การยกระดับผลการประเมินของสำนักงานเขตเป็นระดับ “AA” ตามเกณฑ์ของปีงบประมาณ พ.ศ. 2565 ต้องได้คะแนนรวมไม่ต่ำกว่า 95 คะแนน"
        " ซึ่งยังขาดอีก 7.50 คะแนน และการเพิ่มคะแนนของเครื่องมือใดเครื่องมือหนึ่งเพียงเครื่องมือเดียวไม่เพียงพอ จึงต้องเพิ่มคะแนนดังนี้"
    )
    assert one.rises == ("ทุกเครื่องมือที่ได้คะแนนต่ำกว่า 91.66 คะแนน ต้องเพิ่มขึ้นเป็น 91.66 คะแนน",)


def test_the_words_at_the_highest_level() -> None:
    assert said(office(*["96"] * 10)) == (
        RiseText(
            lead="ผลการประเมินของสำนักงานเขตอยู่ในระดับสูงสุดตามเกณฑ์ของปีงบประมาณ พ.ศ. 2565 คือ ระดับ “AA” แล้ว"
            " จึงควรรักษามาตรฐานการดำเนินงานไว้อย่างต่อเนื่อง"
        ),
    )


def test_nothing_is_said_unless_the_workbook_asks_nor_where_the_next_level_is_reached() -> None:
    whole = office(*["84"] * 10)
    assert word(whole, load(2565), analyse(whole, load(2565))).next_level == ()
    assert said(office(*["96"] * 10, published=Published(level="A"))) == ()
