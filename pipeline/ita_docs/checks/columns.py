"""Checks of texts that were pasted into another column, or a row further down, than their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_docs import thai
from ita_docs.checks.cells import shortened
from ita_docs.checks.frequencies import FREQUENCY
from ita_docs.checks.measures import pieces_of, share_of
from ita_docs.framework.model import Framework
from ita_docs.framework.words.columns import Columns
from ita_docs.framework.words.lists import Posts, any_of
from ita_docs.model import FormRecord, Measure, Submission, value_of
from ita_docs.workbook.schema import SHEETS
from ita_docs.workbook.tables.results import RESULTS, TRACKER_SHEET
from officefiles.problems import Kind, Problem, Severity

OTHER_COLUMN = Kind(
    "text-of-another-column",
    "“{found}” ไม่ใช่ข้อความของช่อง “{heading}”",
    "ตรวจสอบว่าวางข้อความสลับคอลัมน์หรือเลื่อนไปหนึ่งช่องหรือไม่ {wanted}",
    "ระยะเวลาที่ไม่บอกเวลา งบประมาณที่ไม่บอกจำนวนเงิน สถานที่ที่เป็นคำบรรยาย หรือคำบรรยายที่เป็นสถานที่ เพราะวางสลับคอลัมน์",
    Severity.WARNING,
)
NO_UNIT = Kind(
    "budget-without-unit",
    "งบประมาณ “{found}” ไม่มีหน่วย แต่แถวอื่นเขียนหน่วยบาทไว้",
    "พิมพ์จุลภาคและหน่วยให้เหมือนกันทุกแถว เช่น 10,000 บาท",
    "งบประมาณของบางแถวเป็นตัวเลขล้วน แต่แถวอื่นมีหน่วยบาท",
    Severity.NOTE,
)
NO_BUDGET = Kind(
    "budget-of-nothing",
    "งบประมาณ “{found}” บอกว่าไม่ใช้งบประมาณ แต่มีจำนวนเงิน",
    "ถ้าไม่ใช้งบประมาณ ให้ลบจำนวนเงิน ถ้าใช้ ให้ลบคำว่า ไม่ใช้งบประมาณ",
    "ช่องงบประมาณบอกว่าไม่ใช้หรือไม่มีงบประมาณ แต่มีจำนวนเงินอยู่ด้วย เช่น ไม่ใช้งบประมาณ 5,000 บาท",
    Severity.WARNING,
)
SWAPPED = Kind(
    "measures-and-follow-ups-swapped",
    "มาตรการหลายแถวกล่าวถึงการติดตามหรือกำกับ แต่การกำกับติดตามไม่กล่าวถึง เช่น “{found}”",
    "ตรวจสอบว่าวางคอลัมน์มาตรการกับคอลัมน์การกำกับติดตามสลับกันหรือไม่",
    "ข้อความของคอลัมน์มาตรการกับการกำกับติดตามน่าจะสลับกันทั้งคอลัมน์",
    Severity.WARNING,
)
SHIFTED = Kind(
    "follow-ups-shifted",
    "การกำกับติดตามตั้งแต่แถวนี้กล่าวถึงมาตรการของแถว{side} เช่น “{found}”",
    "ตรวจสอบว่าวางคอลัมน์การกำกับติดตามเลื่อนไปหนึ่งแถวหรือไม่",
    "การกำกับติดตามหลายแถวใกล้เคียงกับมาตรการของแถวก่อนหรือแถวถัดไปมากกว่ามาตรการของแถวเดียวกัน",
    Severity.WARNING,
)

_WORDS = Columns.load()
_TIME = re.compile(rf"[0-9๐-๙]|{thai.A_MONTH}|{any_of(_WORDS.times)}")
_MONEY = re.compile(f"[0-9๐-๙]|{any_of(_WORDS.money)}")
_NO_TIME = re.compile(r"(?!๒๕..$|25..$)[0-9๐-๙]+|[0-9๐-๙,.]+\s*บาท")
"""A bare number that is no year, as of a date that Excel counts in days, and a sum of money."""
_OF_MONEY = re.compile(any_of(word for word in _WORDS.money if len(word) > 1))
_DATED = re.compile(rf"(?:{thai.A_MONTH})\s*(?:พ\.ศ\.)?\s*[0-9๐-๙]{{2,4}}")
_DATED_SPAN = re.compile(
    rf"(?:{thai.A_MONTH})\s*[0-9๐-๙]{{2,4}}\s*(?:[–—-]|ถึง)\s*(?:[0-9๐-๙]{{1,2}} )?(?:{thai.A_MONTH})\s*[0-9๐-๙]{{2,4}}"
)
_DONE = re.compile(f"(?<!ห้อง)(?<!หอ)(?:{any_of(_WORDS.doings)})")
_REPORTED = re.compile(
    f"(?:{any_of(_WORDS.reports)})(?:ผล)?(?:ต่อ|ให้)?(?:{any_of((*Posts.load().heads, 'คณะ', 'ผู้บริหาร', 'ผู้บังคับบัญชา'))})"
)
"""A text that tells who is reported to."""
_REMOTE = re.compile(any_of(_WORDS.remote))
_WATCHED = re.compile(any_of(_WORDS.watches))
_NONE = re.compile("ไม่(?:ได้)?(?:ใช้|มี|ต้องใช้|เบิก|ตั้ง)")
_SUM = re.compile(r"(?<![0-9๐-๙/.])(?!(?:25|๒๕)[0-9๐-๙]{2}(?!\s*บาท))[1-9๑-๙][0-9๐-๙,]{2,}|[1-9๑-๙][0-9๐-๙,.]*\s*บาท")
"""A sum of money, and not a year."""
_BARE = re.compile("[1-9๑-๙][0-9๐-๙,.]{2,}")
_ROWS = 5
"""Fewer rows tell nothing of their columns."""
_MORE = 3
"""So many rows more tell that columns are the other way round, or rows moved."""
_NEARER = 0.1
"""How much more of a measure's wording a follow-up shares that is that measure's."""
HEADINGS = {(sheet.name, field.name): field.heading for sheet in SHEETS for field in sheet.fields}
HEADINGS |= {(TRACKER_SHEET, field.name): field.heading for field in RESULTS.fields}
"""The headings of the form, by their sheets and the names of their fields; a tracker's are those of results."""


def check_columns(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """Periods name a time, budgets money, places no doing, captions more than a place."""
    periods: list[tuple[FormRecord, str]] = [(row, row.period) for row in submission.measures]
    periods += [(row, row.period) for row in submission.results]
    for row, period in periods:
        is_other = not _TIME.search(period) or period.startswith(_WORDS.reports) or _NO_TIME.fullmatch(period)
        if period and is_other:
            yield of_other(row, "period", "ช่องนี้บอกเวลา เช่น ตุลาคม 2565 – กันยายน 2566")
    for measure in submission.measures:
        texts = {name: "\n".join(getattr(measure, name)) for name in ("actions", "follow_ups")}
        texts |= {name: getattr(measure, name) for name in ("steps", "frequency")}
        if measure.reporting and not any(word in measure.reporting for word in _WORDS.reports):
            for field in (name for name, said in texts.items() if _REPORTED.match(said)):
                yield of_other(measure, field, "ข้อความนี้เป็นการรายงานผล")
        if FREQUENCY.fullmatch(measure.period) and _DATED_SPAN.fullmatch(measure.frequency):
            yield of_other(measure, "frequency", "ช่องนี้บอกว่าติดตามบ่อยเพียงใด เช่น ทุกไตรมาส")
        budget = str(value_of(measure, "budget") or "")
        if budget and (not _MONEY.search(budget) or (_DATED.search(budget) and not _OF_MONEY.search(budget))):
            yield of_other(measure, "budget", "ช่องนี้บอกจำนวนเงิน หรือ ไม่ใช้งบประมาณ")
    for activity in submission.activities:
        if activity.place.startswith(_WORDS.doings) and not _REMOTE.search(activity.place):
            yield of_other(activity, "place", "ช่องนี้บอกสถานที่")
        is_venue = activity.caption.startswith(_WORDS.venues) and len(activity.caption) < len(activity.place)
        if is_venue and not _DONE.search(activity.caption):
            yield of_other(activity, "caption", "ช่องนี้บอกสิ่งที่ทำ")


def check_budgets(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """Where one budget says that it is in baht, none is a bare number; what takes no money names no sum."""
    budgets = [(row.source.at("budget"), str(value_of(row, "budget") or "")) for row in submission.measures]
    for place, budget in budgets:
        if "ไม่" in budget and "\n" not in budget and _NONE.search(budget) and _SUM.search(budget):
            yield NO_BUDGET.at(place, shortened(budget))
    if any("บาท" in budget for _, budget in budgets):
        yield from (NO_UNIT.at(place, budget) for place, budget in budgets if _BARE.fullmatch(budget))


def of_other(record: FormRecord, field: str, wanted: str) -> Problem:
    """The problem of a field that holds what is not its own."""
    heading = HEADINGS[record.source.sheet, field]
    found = shortened(str(value_of(record, field)))
    return OTHER_COLUMN.at(record.source.at(field), found, heading=heading, wanted=wanted)


def check_follow_ups(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """Follow-ups stand beside their measures, and not in their place."""
    rows = [one for one in submission.measures if one.actions and one.follow_ups]
    if len(rows) < _ROWS:
        return
    watched = [one for one in rows if _WATCHED.search(" ".join(one.actions))]
    followed = [one for one in rows if _WATCHED.search(" ".join(one.follow_ups))]
    if len(watched) >= len(followed) * 3 + _MORE:
        yield SWAPPED.at(watched[0].source.at("actions"), shortened(watched[0].actions[0]))
    wording = [(pieces_of(" ".join(one.actions)), pieces_of(" ".join(one.follow_ups))) for one in rows]
    for step, side in ((1, "ก่อน"), (-1, "ถัดไป")):
        run: list[Measure] = []
        for at, other in ((at, at - step) for at in range(len(rows)) if 0 <= at - step < len(rows)):
            actions, follow_ups = wording[at]
            gain = share_of(wording[other][0], follow_ups) - share_of(actions, follow_ups)
            run = [*run, rows[at]] if gain >= _NEARER else []
            if len(run) == _MORE:
                yield SHIFTED.at(run[0].source.at("follow_ups"), shortened(run[0].follow_ups[0]), side=side)
