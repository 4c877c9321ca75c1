"""Checks of the order's own words: who signs it, and what the document adds by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ita_docs import thai
from ita_docs.checks.cells import TYPED_NUMBER, shortened
from ita_docs.checks.columns import of_other
from ita_docs.checks.roles import is_person
from ita_docs.framework.model import Framework
from ita_docs.framework.words.orders import OrderTexts
from ita_docs.framework.words.sentences import DocumentPhrases
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
REPEATED_REST = Kind(
    "order-repeated-rest",
    "ข้อความมี “{found}” ซึ่งเอกสารพิมพ์ต่อจากช่องนี้ให้อยู่แล้ว จึงจะพิมพ์ซ้ำกัน",
    "ลบตั้งแต่ “{found}” เป็นต้นไปออกจากช่องนี้",
    "เรื่อง เหตุผล อำนาจตามกฎหมาย หรือหน้าที่ในคำสั่งมีคำที่เอกสารพิมพ์ต่อจากช่องนั้น เช่น “จึงแต่งตั้ง” “ดังนี้” หรือ “สั่ง ณ วันที่”",
    Severity.WARNING,
)
SUBJECT_START = Kind(
    "order-subject-start",
    "เรื่องของคำสั่งขึ้นต้นด้วย {found} ซึ่งไม่ได้ความเมื่อคำสั่งพิมพ์คำว่า “จึง” ไว้ข้างหน้า",
    "ขึ้นต้นเรื่องด้วยคำกริยา เช่น “แต่งตั้งคณะกรรมการ…” โดยไม่มีเครื่องหมายคำพูด",
    "เรื่องของคำสั่งขึ้นต้นด้วยคำนามหรือเครื่องหมายคำพูด เช่น คำสั่งแต่งตั้ง… หรือ การแต่งตั้ง…",
    Severity.WARNING,
)
OTHER_MATTER = Kind(
    "order-other-matter",
    "เรื่องของคำสั่งไม่ได้กล่าวถึงการประเมินคุณธรรมและความโปร่งใส",
    "ตรวจสอบว่าเป็นเรื่องที่ค้างมาจากคำสั่งอื่นหรือไม่",
    "เรื่องของคำสั่งไม่มีคำว่า คุณธรรม โปร่งใส ITA หรือคำอื่นที่กล่าวถึงการประเมิน",
    Severity.WARNING,
)
NO_LAW = Kind(
    "order-powers-no-law",
    "“{found}” ไม่ใช่กฎหมาย ระเบียบ หรือคำสั่งที่ให้อำนาจ",
    "พิมพ์ข้อความหลังคำว่า “อาศัยอำนาจตามความใน” เช่น มาตรา … แห่งพระราชบัญญัติ … ส่วนเหตุผลให้อยู่ในช่องเหตุผล",
    "ช่องอำนาจตามกฎหมายขึ้นต้นอย่างเหตุผล หรือไม่มีชื่อกฎหมาย ระเบียบ หรือคำสั่ง",
    Severity.WARNING,
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
_BEFORE_NUMBER = ("ที่", "เลขที่", "ด่วนที่สุด ที่", "ด่วนมาก ที่", "ด่วน ที่")
_MEMO_LEADS = {
    "owner": ("ส่วนราชการ",),
    "telephone": ("โทรศัพท์", "โทร.", "โทร"),
    "memo_number": _BEFORE_NUMBER,
    "results_memo_number": _BEFORE_NUMBER,
}
_OFFICE_LEADS = {"name": ("คำสั่ง", "ประกาศ", "บันทึกข้อความ")}
_PLACE_LEADS = {"place": ("ณ ",)}
_DATE_BEHIND = re.compile(r"(?:ลว\.|ลงวันที่|วันที่)")
_WORDS = OrderTexts.load()
_ACTING = DocumentPhrases.load().acting
_REASONS = ("ด้วย", "ตาม", "โดย", "เพื่อ", "อนุสนธิ", "เนื่อง", "สืบเนื่อง", "อาศัย")


def check_leads(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """The subject, the powers, the head of the memo, places and duties do not begin with what documents print before
    them."""
    led: list[tuple[FormRecord, Mapping[str, tuple[str, ...]]]]
    led = [(submission.office, _OFFICE_LEADS), (submission.order, _LEADS), (submission.papers, _MEMO_LEADS)]
    for record, fields in (*led, *((activity, _PLACE_LEADS) for activity in submission.activities)):
        for field, leads in fields.items():
            if lead := next((lead for lead in leads if getattr(record, field).startswith(lead)), ""):
                yield REPEATED_LEAD.at(record.source.at(field), lead.strip())
    for committee in submission.committees:
        for duty in committee.duties:
            number = TYPED_NUMBER.match(duty.text) or re.match(rf"{duty.number} ", thai.arabic_digits(duty.text))
            if number and duty.number is not None:
                yield NUMBER_TYPED.at(duty.source.at("text"), number[0].strip())


def check_reason(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """The reason begins as orders do (ระเบียบงานสารบรรณ พ.ศ. 2526, form 4)."""
    order = submission.order
    if order.reason and not order.reason.startswith(_REASONS):
        yield REASON_START.at(order.source.at("reason"))


def check_rests(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """The texts of the order, the numbers of memos and captions do not end with what documents print behind them."""
    order = submission.order
    for field, behind in _WORDS.printed_behind.items():
        if found := behind.search(getattr(order, field)):
            yield REPEATED_REST.at(order.source.at(field), found[0])
    papers = submission.papers
    for name in ("memo_number", "results_memo_number"):
        if found := _DATE_BEHIND.search(getattr(papers, name)):
            yield REPEATED_REST.at(papers.source.at(name), found[0])
    for activity in submission.activities:
        if end := next((one for one in _WORDS.after_captions if activity.caption.endswith(one)), ""):
            yield REPEATED_REST.at(activity.source.at("caption"), end.strip())


def check_texts(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """The subject of the order follows จึง and is of its matter, and its power is a law."""
    order = submission.order
    subject, powers = order.source.at("subject"), order.source.at("powers")
    if first := next((word for word in _WORDS.never_first if order.subject.startswith(word)), ""):
        yield SUBJECT_START.at(subject, first if first in '“"' else f"“{first}”")
    if order.subject.startswith(_WORDS.reasons):
        yield of_other(order, "subject", "ข้อความนี้เป็นเหตุผล")
    elif order.subject and not any(word in order.subject for word in _WORDS.subjects):
        yield OTHER_MATTER.at(subject, shortened(order.subject))
    is_law = any(word in order.powers for word in _WORDS.laws)
    if order.powers and (order.powers.startswith(_WORDS.reasons) or not is_law):
        yield NO_LAW.at(powers, shortened(order.powers))


def is_head(head: str, post: str) -> bool:
    """True where a post is that of a head, and not of a deputy."""
    return re.search(rf"(?<!ผู้ช่วย)(?<!รอง){re.escape(head)}", post) is not None


def check_signatory(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """The order is signed by the head of the office, a head on its list, or in a head's stead."""
    position = submission.order.signatory_position
    heads = [submission.office.head_title, *(section.head for section in submission.office.sections if section.head)]
    is_told = any(map(is_person, (submission.office.head_title, position)))
    acts = any(word in position for word in ("แทน", *_ACTING))
    if not acts and not is_told and not any(is_head(head, position) for head in heads):
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
