"""Checks of what goes with the pack: when the memo, the notice and the report are dated, and who considers the memo."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_docs import thai
from ita_docs.checks.cells import TYPED_NUMBER, Cell, shortened
from ita_docs.checks.dates import day_off, is_far, wrong_era
from ita_docs.checks.order import is_head
from ita_docs.framework.model import Framework
from ita_docs.model import Submission
from ita_docs.workbook.general import GENERAL
from officefiles.problems import Kind, Problem, Severity

TELEPHONE = Kind(
    "telephone-digits",
    "หมายเลขโทรศัพท์ “{found}” มีจำนวนหลักไม่ครบหรือเกิน",
    "จัดรูปแบบของช่องเป็น “ข้อความ” (Text) แล้วพิมพ์ให้ครบ เช่น 0 2123 4567 หรือ 08 1234 5678 (Excel ตัดเลข 0 ตัวแรกของตัวเลข)",
    "หมายเลขโทรศัพท์ของส่วนราชการเจ้าของเรื่องหรือในข้อความมีจำนวนหลักไม่ครบหรือเกิน เช่น Excel ตัดเลข 0 ตัวแรก",
    Severity.WARNING,
)
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
NUMBER_TWICE = Kind(
    "memo-number-twice",
    "บันทึกข้อความทั้งสองฉบับมีที่เดียวกัน คือ “{found}”",
    "ตรวจสอบทะเบียนหนังสือส่ง แล้วแก้ให้แต่ละฉบับมีที่ของตนเอง",
    "ที่ของบันทึกข้อความเสนอรายงานผลซ้ำกับที่ของบันทึกข้อความเสนอลงนาม",
    Severity.WARNING,
)
NOT_TO_HEAD = Kind(
    "approvers-without-head",
    "ผู้พิจารณาลำดับสุดท้ายคือ “{found}” แต่บันทึกข้อความเรียน{head}",
    "เพิ่มตำแหน่งหัวหน้าหน่วยงานเป็นบรรทัดสุดท้าย หากพิจารณาแทน ให้ระบุว่า “รักษาราชการแทน” หรือ “ปฏิบัติราชการแทน”",
    "ผู้พิจารณาบันทึกข้อความลำดับสุดท้ายไม่ใช่หัวหน้าหน่วยงาน และไม่ได้พิจารณาแทน",
    Severity.WARNING,
)
BEFORE_ACTIVITY = Kind(
    "memo-before-activity",
    "บันทึกข้อความลงวันที่ {found} แต่เสนอบันทึกกิจกรรมของวันที่ {date} ซึ่งยังมาไม่ถึง",
    "ตรวจสอบวันที่ทั้งสอง หรือนำกิจกรรมที่จัดหลังบันทึกข้อความออก",
    "บันทึกข้อความลงวันที่ก่อนกิจกรรมที่เสนอไปด้วยกัน",
    Severity.WARNING,
)
NUMBERED = Kind(
    "approver-numbered",
    "ผู้พิจารณาขึ้นต้นด้วยเลขข้อ “{found}” เอกสารจะพิมพ์เลขนี้ใต้ที่ลงลายมือชื่อ",
    "ลบเลขข้อ พิมพ์บรรทัดละหนึ่งตำแหน่ง",
    "ตำแหน่งของผู้พิจารณาบันทึกข้อความมีเลขข้อที่พิมพ์เอง",
    Severity.WARNING,
)
ON_ONE_LINE = Kind(
    "approvers-on-one-line",
    "“{found}” มีหลายตำแหน่งในบรรทัดเดียว เอกสารจะมีช่องพิจารณาเพียงช่องเดียว",
    "พิมพ์บรรทัดละหนึ่งตำแหน่ง ขึ้นบรรทัดใหม่ด้วย Alt+Enter",
    "ผู้พิจารณาบันทึกข้อความหลายตำแหน่งคั่นด้วยจุลภาคในบรรทัดเดียว",
    Severity.WARNING,
)
PROPOSED_BY_HEAD = Kind(
    "proposer-is-head",
    "ผู้เสนอบันทึกข้อความ “{found}” เป็นผู้ลงนามในคำสั่ง ซึ่งบันทึกข้อความเสนอถึง",
    "กรอกผู้เสนอเป็นเจ้าของเรื่อง หรือเว้นชื่อผู้เสนอไว้",
    "ผู้เสนอบันทึกข้อความกับผู้ลงนามในคำสั่งเป็นบุคคลเดียวกัน",
    Severity.WARNING,
)
OWN_APPROVER = Kind(
    "approver-proposes",
    "ผู้พิจารณา “{found}” เป็นตำแหน่งของผู้เสนอ บันทึกข้อความจึงเสนอต่อผู้เสนอเอง",
    "ลบบรรทัดนี้ออกจากผู้พิจารณา หรือแก้ตำแหน่งผู้เสนอ",
    "ผู้พิจารณาบันทึกข้อความมีตำแหน่งเดียวกับผู้เสนอ",
    Severity.WARNING,
)
APPROVER_TWICE = Kind(
    "approver-twice",
    "ผู้พิจารณา “{found}” มีมากกว่าหนึ่งบรรทัด บันทึกข้อความจะมีช่องพิจารณาซ้ำกัน",
    "เหลือไว้เพียงบรรทัดเดียว หรือแก้เป็นตำแหน่งที่ถูกต้อง",
    "ผู้พิจารณาบันทึกข้อความซ้ำกัน",
    Severity.WARNING,
)
OFFICE_TWICE = Kind(
    "owner-with-office",
    "“{found}” มีชื่อหน่วยงานอยู่แล้ว แต่บันทึกข้อความพิมพ์ชื่อหน่วยงานต่อท้ายอีก",
    "กรอกเฉพาะชื่อหน่วยงานย่อย",
    "ส่วนราชการเจ้าของเรื่องมีชื่อหน่วยงานรวมอยู่ บันทึกข้อความจึงมีชื่อหน่วยงานซ้ำ",
    Severity.WARNING,
)
UNUSED = Kind(
    "results-memo-unused",
    "กรอก “{heading}” แล้ว แต่ไม่ได้เลือกแยกบันทึกข้อความเสนอรายงานผล เอกสารจึงไม่พิมพ์ค่านี้",
    "เลือก “มี” ที่ “{choice}” หรือลบค่านี้",
    "กรอกที่หรือวันที่ของบันทึกข้อความเสนอรายงานผลโดยไม่ได้เลือกแยกฉบับ",
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
    if not ("แทน" in last or is_head(head, last) or is_head(signs, last) or last in signs):
        yield NOT_TO_HEAD.at(papers.source.at("approvers"), last, head=head)


def check_memo(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """The memo is not older than the activities that it brings along; who considers it stands a line each; the section
    that owns the matter is named without the office, which is printed after it."""
    papers, office = submission.papers, submission.office.name
    latest = max((one.date for one in submission.activities), default=None)
    if papers.memo_date and latest and papers.memo_date < latest and not is_far(latest, submission):
        said = thai.date_long(papers.memo_date)
        yield BEFORE_ACTIVITY.at(papers.source.at("memo_date"), said, date=thai.date_long(latest))
    proposer, _ = papers.signers["proposer"]
    if proposer and proposer.full_name == submission.order.signatory.full_name:
        yield PROPOSED_BY_HEAD.at(papers.source.at("proposer_first_name"), proposer.full_name)
    place = papers.source.at("approvers")
    if number := next(filter(None, map(TYPED_NUMBER.match, papers.approvers)), None):
        yield NUMBERED.at(place, number[0])
    if twice := next((one for one in papers.approvers if papers.approvers.count(one) > 1), ""):
        yield APPROVER_TWICE.at(place, twice)
    if papers.proposer_position and papers.proposer_position in papers.approvers:
        yield OWN_APPROVER.at(place, papers.proposer_position)
    if listed := next((one for one in papers.approvers if "," in one or ";" in one), ""):
        yield ON_ONE_LINE.at(place, shortened(listed))
    if office and office in papers.owner and not papers.owner.endswith(office):
        yield OFFICE_TWICE.at(papers.source.at("owner"), papers.owner)


_NUMBER = re.compile(r"(?<![0-9+])[0-9](?:[ -]?[0-9])*")
_CALLED = re.compile(rf"(?:โทร(?:ศัพท์|สาร)?|มือถือ)(?:หมายเลข|[\s.:])*({_NUMBER.pattern})")
_TO_LAST = re.compile(r"[-–][0-9]{1,2}$")
"""The last digits of the last of several numbers in a row: 0 2123 4567-9."""
_INSIDE = re.compile(r"(?:ต่อ|ภายใน|กด|โทรสาร)[^,/]*")
_SHORTEST = 3
_WHOLE = re.compile("0[2-57][0-9]{7}|0[689][0-9]{8}|[1-9][0-9]{2,5}")
"""The digits of a telephone in an office, of a mobile one, and of one within an office."""


def check_telephone(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """The telephone of the memo has as many digits as telephones have; one with a code of a country is passed over."""
    papers = submission.papers
    text = thai.arabic_digits(papers.telephone)
    for match in () if "+" in text else _NUMBER.finditer(_INSIDE.sub("", text)):
        digits = re.sub("[^0-9]", "", _TO_LAST.sub("", match[0]))
        if len(digits) >= _SHORTEST and not _WHOLE.fullmatch(digits):
            yield TELEPHONE.at(papers.source.at("telephone"), match[0])
            return


def check_numbers(cell: Cell) -> Iterator[Problem]:
    """A telephone in a text, behind a word for it, has as many digits as telephones have."""
    if cell.field == "telephone" or not ("โทร" in cell.text or "มือถือ" in cell.text):
        return
    for match in _CALLED.finditer(thai.arabic_digits(cell.text)):
        digits = re.sub("[^0-9]", "", _TO_LAST.sub("", match[1]))
        if len(digits) >= _SHORTEST and not _WHOLE.fullmatch(digits):
            yield TELEPHONE.at(cell.place, match[1])


def check_results_memo(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """What is filled in for a memo of the report's own, which the workbook does not ask for, or has the other's
    number."""
    papers = submission.papers
    for name in () if papers.results_memo else ("results_memo_number", "results_memo_date"):
        if getattr(papers, name):
            headings = {"heading": GENERAL.field(name).heading, "choice": GENERAL.field("results_memo").heading}
            yield UNUSED.at(papers.source.at(name), **headings)
    if papers.results_memo and papers.memo_number and papers.results_memo_number == papers.memo_number:
        yield NUMBER_TWICE.at(papers.source.at("results_memo_number"), papers.memo_number)
