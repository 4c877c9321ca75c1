"""Where each figure of the score summary comes from: a cell of the office's workbook, or a rule of the year."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ita_docs.analysis import Figure, Findings, InstrumentFinding
from ita_docs.framework.model import Framework, Instrument
from ita_docs.framework.scores import decimals_in_words
from ita_docs.model import Submission

HEADS = ("ตัวเลข", "ค่า", "ที่มา", "วิธีคำนวณหรือเกณฑ์ที่ใช้")
Row = tuple[str, Decimal | str, str, str]


def rows(submission: Submission, framework: Framework, findings: Findings) -> Iterator[Row]:
    """A row for each figure: what it is, its value, where it comes from, and how it was worked out."""
    yield from _indicators(submission, framework, findings)
    for instrument, found in zip(framework.instruments, findings.instruments, strict=True):
        yield from _instrument(submission, instrument, found, framework)
    yield _total(submission, findings, framework)
    yield _level(submission, framework, findings)
    yield (
        "เป้าหมาย",
        framework.goal.score,
        _rule(framework.goal.source, framework.goal.verified),
        "คะแนนตั้งแต่เป้าหมายขึ้นไปเป็นจุดแข็ง คะแนนต่ำกว่าเป้าหมายเป็นจุดอ่อน",
    )


def _indicators(submission: Submission, framework: Framework, findings: Findings) -> Iterator[Row]:
    given = {score.indicator: score for score in submission.scores}
    way = f"ตามที่กรอก {_rounded(framework)}"
    for one in findings.indicators:
        row = given[one.number]
        name = f"ตัวชี้วัดที่ {one.number} {one.name}"
        yield (name, one.score, str(row.source.at("score")), way)
        if one.previous is not None:
            yield (f"{name} (ปีก่อน)", one.previous, str(row.source.at("previous")), way)


def _instrument(
    submission: Submission, instrument: Instrument, found: InstrumentFinding, framework: Framework
) -> Iterator[Row]:
    for part in instrument.parts:
        if part.code in found.parts:
            place = str(submission.published.source.at(part.code))
            yield (f"คะแนน {part.name}", found.parts[part.code], place, "ตามที่ประกาศ")
    numbers = [indicator.number for indicator in instrument.indicators]
    way = f"ค่าเฉลี่ยของตัวชี้วัดที่ {numbers[0]}–{numbers[-1]} {_rounded(framework)}"
    if len(found.parts) == len(instrument.parts) > 0:
        way = f"ค่าเฉลี่ยของคะแนนแต่ละส่วน {_rounded(framework)}"
    rule = _rule(framework.rounding.source, framework.rounding.verified)
    yield (f"คะแนน {instrument.code}", found.score.used, *_figure(submission, instrument.code, found.score, way, rule))
    yield (
        f"น้ำหนัก {instrument.code}",
        f"ร้อยละ {(instrument.weight * 100).normalize():f}",
        _rule(instrument.source, instrument.verified),
        "สัดส่วนของเครื่องมือในคะแนนรวม",
    )


def _total(submission: Submission, findings: Findings, framework: Framework) -> Row:
    way = f"ผลรวมของคะแนนเครื่องมือคูณน้ำหนัก {_rounded(framework)}"
    rule = _rule(framework.rounding.source, framework.rounding.verified)
    return ("คะแนนรวม", findings.total.used, *_figure(submission, "total", findings.total, way, rule))


def _figure(submission: Submission, field: str, figure: Figure, way: str, rule: str) -> tuple[str, str]:
    """Source and way of a score that may have been published."""
    if figure.published is None:
        return rule, way
    return str(submission.published.source.at(field)), f"ตามที่ประกาศ ({way} ได้ {figure.computed})"


def _level(submission: Submission, framework: Framework, findings: Findings) -> Row:
    rule = _rule(framework.levels.source, framework.levels.verified)
    if submission.published.level:
        place = str(submission.published.source.at("level"))
        return ("ระดับ", findings.level, place, f"ตามที่ประกาศ (ตามเกณฑ์ของปีได้ {findings.earned.name})")
    return ("ระดับ", findings.level, rule, "พิจารณาจากคะแนนรวมและคะแนนรายเครื่องมือตามเกณฑ์ของปี")


def _rounded(framework: Framework) -> str:
    return f"ปัดเศษ{decimals_in_words(framework.rounding.decimals)}"


def _rule(source: str, verified: bool) -> str:
    return source if verified else f"{source} (ยังไม่ได้ตรวจสอบกับเอกสารต้นทาง)"
