"""Checks of the order's own words: who signs it, and what the document adds by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ita_docs import thai
from ita_docs.checks.cells import TYPED_NUMBER
from ita_docs.framework.model import Framework
from ita_docs.model import FormRecord, Submission
from officefiles.problems import Kind, Problem, Severity

REPEATED_LEAD = Kind(
    "order-repeated-lead",
    "ข้อความขึ้นต้นด้วย “{found}” ซึ่งเอกสารพิมพ์ให้อยู่แล้ว จึงจะพิมพ์ซ้ำกัน",
    "ลบคำว่า “{found}” ออกจากช่องนี้",
    "ช่องมีคำขึ้นต้นที่เอกสารพิมพ์ให้อยู่แล้ว เช่น “เรื่อง” “อาศัยอำนาจตามความใน” หรือ “ณ”",
    Severity.WARNING,
)
REASON_START = Kind(
    "order-reason-start",
    "เหตุผลของคำสั่งไม่ได้ขึ้นต้นด้วยคำที่ใช้ในคำสั่ง เช่น “ด้วย”",
    "ขึ้นต้นเหตุผลด้วยคำว่า “ด้วย” “ตามที่” “โดยที่” หรือ “เพื่อให้”",
    "เหตุผลของคำสั่งไม่ได้ขึ้นต้นตามแบบของหนังสือราชการ",
    Severity.NOTE,
)
SIGNATORY_NOT_HEAD = Kind(
    "signatory-not-head",
    "ตำแหน่งผู้ลงนาม “{found}” ไม่ใช่{head} และไม่มีคำว่า “แทน”",
    "ตรวจสอบผู้มีอำนาจลงนาม หากลงนามแทน ให้ระบุว่า “รักษาราชการแทน” หรือ “ปฏิบัติราชการแทน”",
    "ตำแหน่งผู้ลงนามไม่ใช่หัวหน้าหน่วยงานหรือหัวหน้าในชีตหน่วยงานย่อย และไม่ได้ลงนามแทน",
    Severity.WARNING,
)
RANK_SHORT = Kind(
    "signatory-rank-short",
    "ยศผู้ลงนาม “{found}” เป็นคำย่อ",
    "พิมพ์คำเต็มของยศ เช่น พันตำรวจเอก",
    "ยศที่พิมพ์หน้าลายมือชื่อต้องเป็นคำเต็ม",
    Severity.WARNING,
)
NUMBER_TYPED = Kind(
    "duty-number-typed",
    "ข้อความขึ้นต้นด้วยเลขข้อ “{found}” ซึ่งเอกสารพิมพ์ให้อยู่แล้ว จึงจะพิมพ์ซ้ำกัน",
    "ลบเลขข้อออกจากข้อความ",
    "ข้อความของหน้าที่มีเลขข้อที่พิมพ์เอง",
    Severity.WARNING,
)
_LEADS = {
    "subject": ("เรื่อง",),
    "powers": ("อาศัยอำนาจตามความใน", "อาศัยอำนาจ"),
}
_MEMO_LEADS = {
    "owner": ("ส่วนราชการ",),
    "telephone": ("โทรศัพท์", "โทร.", "โทร"),
    "memo_number": ("ที่",),
    "results_memo_number": ("ที่",),
}
_PLACE_LEADS = {"place": ("ณ ",)}
_REASONS = ("ด้วย", "ตาม", "โดย", "เพื่อ", "อนุสนธิ", "เนื่อง", "สืบเนื่อง", "อาศัย")


def check_leads(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """The subject, the powers, the head of the memo, places and duties do not begin with what documents print before
    them."""
    led: list[tuple[FormRecord, Mapping[str, tuple[str, ...]]]]
    led = [(submission.order, _LEADS), (submission.papers, _MEMO_LEADS)]
    for record, fields in (*led, *((activity, _PLACE_LEADS) for activity in submission.activities)):
        for field, leads in fields.items():
            if lead := next((lead for lead in leads if getattr(record, field).startswith(lead)), ""):
                yield REPEATED_LEAD.at(record.source.at(field), lead.strip())
    for committee in submission.committees:
        for duty in committee.duties:
            number = TYPED_NUMBER.match(duty.text)
            if number and duty.number is not None:
                yield NUMBER_TYPED.at(duty.source.at("text"), number[0])


def check_reason(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """The reason begins as orders do (ระเบียบงานสารบรรณ พ.ศ. 2526, form 4)."""
    order = submission.order
    if order.reason and not order.reason.startswith(_REASONS):
        yield REASON_START.at(order.source.at("reason"))


def check_signatory(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """The order is signed by the head of the office, a head on its list, or in a head's stead."""
    position = submission.order.signatory_position
    heads = [submission.office.head_title, *(section.head for section in submission.office.sections if section.head)]
    if "แทน" not in position and not any(head in position for head in heads):
        place = submission.order.source.at("signatory_position")
        yield SIGNATORY_NOT_HEAD.at(place, position, head=submission.office.head_title)


def check_rank(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """The rank before the signature is in full (ระเบียบงานสารบรรณ พ.ศ. 2526, annex 3)."""
    order, papers = submission.order, submission.papers
    others = ((papers.source.at(f"{name}_title"), person) for name, (person, _) in papers.signers.items())
    for place, person in ((order.source.at("signatory_title"), order.signatory), *others):
        rank, _ = thai.split_rank(person.title) if person else ("", "")
        if "." in rank:
            yield RANK_SHORT.at(place, rank)
