"""The official Thai sentences that sum a comparison up. Numbers in Arabic digits; a document turns them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ita_docs.analysis import half_up
from ita_docs.comparison.figures import TOTAL
from ita_docs.comparison.tables import Comparison
from ita_docs.thai import score_text

ITA = "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA)"
NAMED = 3
"""How many names a sentence gives before it counts the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What the comparison says: a paragraph on what was compared, findings, and what follows from them."""

    intro: str
    findings: tuple[str, ...]
    proposals: tuple[str, ...]


def summarise(comparison: Comparison) -> Summary:
    """The sentences of a comparison."""
    several = (_totals, _goal, _levels, _instruments, _indicators, _weakest)
    alone = len(comparison.offices) == 1
    found = [make(comparison) for make in ((_alone, _goal) if alone else several)]
    return Summary(
        intro=_intro(comparison),
        findings=(*found, _changes(comparison)),
        proposals=() if alone else tuple(_proposals(comparison)),
    )


def goal_text(comparison: Comparison) -> str:
    """The goal as a sentence says it: ``85``."""
    return f"{comparison.goal.normalize():f}"


def column_names(comparison: Comparison) -> dict[str, str]:
    """What a table calls each column: คะแนนรวม, IIT, ``1 การปฏิบัติหน้าที่``."""
    names = {str(one.number): f"{one.number} {one.name}" for one in comparison.framework.indicators}
    return {column: names.get(column, column) for column in comparison.statistics} | {TOTAL: "คะแนนรวม"}


def share(count: int, of: int) -> str:
    """``count`` as a percentage of ``of``, two decimals."""
    return str(half_up(Decimal(100 * count) / of))


def _intro(comparison: Comparison) -> str:
    year, count = comparison.framework.year, len(comparison.offices)
    return (
        f"รายงานนี้เปรียบเทียบผล{ITA} ประจำปีงบประมาณ พ.ศ. {year} จำนวน {count} หน่วยงาน"
        " จากแบบกรอกที่หน่วยงานจัดส่ง โดยใช้คะแนนและระดับตามประกาศผลการประเมิน"
        " หากหน่วยงานใดไม่ได้กรอกผลที่ประกาศ จะใช้คะแนนและระดับที่คำนวณจากคะแนนรายตัวชี้วัดตามหลักเกณฑ์ของปีดังกล่าว"
    )


def _alone(comparison: Comparison) -> str:
    office = comparison.offices[0]
    return (
        f"มีหน่วยงานเดียว คือ {office.name} ได้คะแนนรวม {score_text(office.total)} คะแนน"
        f" อยู่ในระดับ\N{NO-BREAK SPACE}{office.level} จึงยังไม่มีข้อมูลสำหรับเปรียบเทียบระหว่างหน่วยงาน"
    )


def _totals(comparison: Comparison) -> str:
    total = comparison.statistics[TOTAL]
    mean = f"คะแนนรวมเฉลี่ย {score_text(total.mean)} คะแนน (ส่วนเบี่ยงเบนมาตรฐาน {score_text(total.deviation)})"
    if total.lowest == total.highest:
        return f"{mean} โดยทุกหน่วยงานได้คะแนนรวมเท่ากัน"

    def at(score: Decimal) -> str:
        return _together([office.name for office in comparison.offices if office.total == score])

    return (
        f"{mean} มัธยฐาน {score_text(total.median)} คะแนน"
        f" หน่วยงานที่ได้คะแนนรวมสูงสุด ได้แก่ {at(total.highest)} ({score_text(total.highest)} คะแนน)"
        f" และหน่วยงานที่ได้คะแนนรวมต่ำสุด ได้แก่ {at(total.lowest)} ({score_text(total.lowest)} คะแนน)"
    )


def _goal(comparison: Comparison) -> str:
    count, below = len(comparison.offices), len(comparison.below_goal)
    goal = f"เป้าหมาย (ตั้งแต่ {goal_text(comparison)} คะแนนขึ้นไป)"
    if not below:
        return f"ทุกหน่วยงานที่นำมาเปรียบเทียบมีคะแนนรวมถึง{goal}"
    if below == count:
        return f"ยังไม่มีหน่วยงานใดมีคะแนนรวมถึง{goal}"
    return (
        f"หน่วยงานที่มีคะแนนรวมถึง{goal} มีจำนวน {count - below} หน่วยงาน {_of(count - below, count)}"
        f" และหน่วยงานที่มีคะแนนรวมต่ำกว่าเป้าหมาย มีจำนวน {below} หน่วยงาน {_of(below, count)}"
    )


def _of(count: int, every: int) -> str:
    return f"คิดเป็นร้อยละ\N{NO-BREAK SPACE}{share(count, every)}"


def _levels(comparison: Comparison) -> str:
    named = [
        f"ระดับ\N{NO-BREAK SPACE}{name} จำนวน {count} หน่วยงาน" for name, count in comparison.levels.items() if count
    ]
    return f"เมื่อจำแนกตามระดับผลการประเมิน หน่วยงานอยู่ใน{_and(named)}"


def _instruments(comparison: Comparison) -> str:
    means = [f"{one.code} {_mean(comparison, one.code)} คะแนน" for one in comparison.framework.instruments]
    return f"เมื่อจำแนกตามเครื่องมือการประเมิน มีคะแนนเฉลี่ย ดังนี้ {_and(means)}"


def _indicators(comparison: Comparison) -> str:
    means = {number: comparison.statistics[number].mean for number in comparison.numbers}
    highest, lowest = ([n for n in means if means[n] == end] for end in (max(means.values()), min(means.values())))
    if highest == lowest:
        return f"ทุกตัวชี้วัดมีคะแนนเฉลี่ยเท่ากัน คือ {_mean(comparison, highest[0])} คะแนน"

    def named(numbers: Sequence[str]) -> str:
        return f"{_indicator_names(comparison, numbers)} ({_mean(comparison, numbers[0])} คะแนน)"

    weak = _weak(comparison)
    of_goal = f"มีตัวชี้วัดที่คะแนนเฉลี่ยต่ำกว่าเป้าหมาย จำนวน {len(weak)} ตัวชี้วัด" if weak else "ทุกตัวชี้วัดมีคะแนนเฉลี่ยถึงเป้าหมาย"
    return f"ตัวชี้วัดที่มีคะแนนเฉลี่ยสูงสุด คือ {named(highest)} และต่ำสุด คือ {named(lowest)} โดย{of_goal}"


def _weakest(comparison: Comparison) -> str:
    counts = {number: comparison.statistics[number].weakest for number in comparison.numbers}
    most = max(counts.values())
    often = [number for number in counts if counts[number] == most]
    each = "จำนวน" if len(often) == 1 else "ตัวชี้วัดละ"
    named = _indicator_names(comparison, often)
    return f"ตัวชี้วัดที่มีจำนวนหน่วยงานได้คะแนนต่ำสุดมากที่สุด คือ {named} {each} {most} หน่วยงาน"


def _changes(comparison: Comparison) -> str:
    moved, before = comparison.moved, comparison.framework.year - 1
    if not moved:
        return f"ไม่มีหน่วยงานที่กรอกคะแนนของปีงบประมาณ พ.ศ. {before} ครบทุกตัวชี้วัด จึงไม่ได้เปรียบเทียบกับปีก่อน"
    changes = [office.change for office in moved if office.change is not None]
    counts = {
        "เพิ่มขึ้น": sum(change > 0 for change in changes),
        "ลดลง": sum(change < 0 for change in changes),
        "เท่าเดิม": sum(change == 0 for change in changes),
    }
    told = (
        f"หน่วยงานที่กรอกคะแนนของปีงบประมาณ พ.ศ. {before} ครบทุกตัวชี้วัด มีจำนวน {len(moved)} หน่วยงาน"
        f" คะแนนรวม{_and([f'{word} {count} หน่วยงาน' for word, count in counts.items() if count])}"
    )
    if not counts["เพิ่มขึ้น"] or len(moved) == 1:
        return told
    best = _together([office.name for office in moved if office.change == changes[0]])
    return f"{told} โดยหน่วยงานที่มีคะแนนรวมเพิ่มขึ้นมากที่สุด คือ {best} เพิ่มขึ้น {score_text(changes[0])} คะแนน"


def _proposals(comparison: Comparison) -> Iterator[str]:
    total = comparison.statistics[TOTAL]
    if comparison.below_goal:
        yield (
            "หน่วยงานที่มีคะแนนรวมต่ำกว่าเป้าหมาย ควรทบทวนมาตรการของตัวชี้วัดที่ได้คะแนนต่ำกว่าเป้าหมายเป็นลำดับแรก"
            " และรายงานผลการดำเนินการตามรอบการติดตาม"
        )
    if weak := _weak(comparison):
        yield (f"ควรกำหนดแนวทางพัฒนาร่วมกันของทุกหน่วยงานใน{_indicator_names(comparison, weak)} ซึ่งมีคะแนนเฉลี่ยต่ำกว่าเป้าหมาย")
    if total.lowest < total.highest:
        yield "ควรจัดให้หน่วยงานที่ได้คะแนนสูงในแต่ละตัวชี้วัดถ่ายทอดแนวปฏิบัติที่ดีแก่หน่วยงานอื่น"


def _weak(comparison: Comparison) -> list[str]:
    """The indicators whose mean is below the goal, the lowest first."""
    means = {number: comparison.statistics[number].mean for number in comparison.numbers}
    return sorted((number for number in means if means[number] < comparison.goal), key=lambda number: means[number])


def _mean(comparison: Comparison, column: str) -> str:
    return score_text(comparison.statistics[column].mean)


def _indicator_names(comparison: Comparison, numbers: Sequence[str]) -> str:
    """``ตัวชี้วัดที่ 3 การใช้อำนาจ``, joined."""
    names = {str(one.number): one.name for one in comparison.framework.indicators}
    return _together([f"ตัวชี้วัดที่ {number} {names[number]}" for number in numbers], "ตัวชี้วัด")


def _together(names: Sequence[str], unit: str = "หน่วยงาน") -> str:
    """Names in a row, ``และ`` before the last; of many, the first and how many more there are."""
    if len(names) > NAMED + 1:
        return f"{' '.join(names[:NAMED])} และอีก {len(names) - NAMED} {unit}"
    return _and(names)


def _and(parts: Sequence[str]) -> str:
    """The parts in a row, ``และ`` before the last; a space after it where Latin letters follow."""
    if len(parts) == 1:
        return parts[0]
    space = " " if parts[-1][0].isascii() else ""
    return f"{' '.join(parts[:-1])} และ{space}{parts[-1]}"
