"""Checks of what goes with the pack: when the memo, the notice and the report are dated, and who considers the memo."""

from __future__ import annotations

from collections.abc import Iterator

from ita_docs import thai
from ita_docs.checks.dates import day_off, is_far, wrong_era
from ita_docs.framework.model import Framework
from ita_docs.model import Submission
from officefiles.problems import Kind, Problem, Severity

OUTSIDE = Kind(
    "paper-outside-year",
    "{paper}ลงวันที่ {found} อยู่นอกปีงบประมาณ พ.ศ. {year}",
    "ตรวจสอบวันที่ว่าค้างมาจากปีอื่นหรือไม่",
    "วันที่ของบันทึกข้อความหรือประกาศอยู่นอกปีงบประมาณของเอกสาร หรือรายงานผลลงวันที่ก่อนปีที่รายงาน",
    Severity.WARNING,
)
DAY_OFF = Kind(
    "paper-day-off",
    "{paper}ลงวันที่ {found} ตรงกับ{day}",
    "ตรวจสอบวันที่ลงนาม",
    "วันที่ของบันทึกข้อความ ประกาศ หรือรายงานผล ตรงกับวันเสาร์ วันอาทิตย์ หรือวันหยุดราชการ",
    Severity.WARNING,
)
BEFORE = Kind(
    "paper-before-another",
    "{paper}ลงวันที่ {found} ก่อน{other}ซึ่งลงวันที่ {date}",
    "ตรวจสอบวันที่ทั้งสอง",
    "บันทึกข้อความหรือประกาศลงวันที่ก่อนเอกสารที่อ้างถึงหรือเสนอ เช่น บันทึกข้อความลงวันที่ก่อนคำสั่ง",
    Severity.WARNING,
)
NOT_TO_HEAD = Kind(
    "approvers-without-head",
    "ผู้พิจารณาลำดับสุดท้ายคือ “{found}” แต่บันทึกข้อความเรียน{head}",
    "เพิ่มตำแหน่งหัวหน้าหน่วยงานเป็นบรรทัดสุดท้าย หากพิจารณาแทน ให้ระบุว่า “รักษาราชการแทน” หรือ “ปฏิบัติราชการแทน”",
    "ผู้พิจารณาบันทึกข้อความลำดับสุดท้ายไม่ใช่หัวหน้าหน่วยงาน และไม่ได้พิจารณาแทน",
    Severity.WARNING,
)

_NAMES = {
    "date": "คำสั่ง",
    "memo_date": "บันทึกข้อความ",
    "notice_date": "ประกาศ",
    "report_date": "รายงานผล",
    "results_memo_date": "บันทึกข้อความเสนอรายงานผล",
}
_AFTER = {"memo_date": ("date",), "notice_date": ("date", "memo_date"), "results_memo_date": ("report_date",)}
"""The papers before which none of these may be dated."""
_ON_LAST_YEAR = ("report_date", "results_memo_date")


def check_paper_dates(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """The papers are of the pack's fiscal year (those on last year's measures may be of that year), on working days,
    and not before those that they refer to."""
    papers, year = submission.papers, submission.fiscal_year
    days = {name: getattr(papers, name) for name in _NAMES if name != "date"} | {"date": submission.order.date}
    for name in (one for one in _NAMES if one != "date" and days[one]):
        day, place, paper = days[name], papers.source.at(name), _NAMES[name]
        said, years = thai.date_long(day), {year, submission.assessed_year} if name in _ON_LAST_YEAR else {year}
        if is_far(day, submission):
            yield wrong_era(place, day, submission)
            continue
        if thai.fiscal_year(day) not in years:
            yield OUTSIDE.at(place, said, paper=paper, year=year)
        elif later := next((one for one in _AFTER.get(name, ()) if days[one] and day < days[one]), ""):
            yield BEFORE.at(place, said, paper=paper, other=_NAMES[later], date=thai.date_long(days[later]))
        if holiday := day_off(day):
            yield DAY_OFF.at(place, said, paper=paper, day=holiday)


def check_approvers(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """The last of those who consider the memo is the head of the office, to whom it is addressed."""
    papers, head = submission.papers, submission.office.head_title
    signs = submission.order.signatory_position.partition("\n")[0]
    last = papers.approvers[-1] if papers.approvers else head
    if not (any(word in last for word in (head, signs, "แทน")) or last in signs):
        yield NOT_TO_HEAD.at(papers.source.at("approvers"), last, head=head)
