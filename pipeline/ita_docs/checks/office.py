"""Checks of the office itself: its name in full, and whose items it answers."""

from __future__ import annotations

from collections.abc import Iterator

from ita_docs.checks.cells import own_post, posts
from ita_docs.framework.load import NACC, families
from ita_docs.framework.model import Framework
from ita_docs.framework.words.kinds import OfficeKinds
from ita_docs.model import Submission
from ita_docs.thai import is_abbreviated
from ita_docs.workbook.general import GENERAL
from ita_docs.workbook.schema import EXAMPLE
from officefiles.problems import Kind, Problem, Severity

SHORT = Kind(
    "office-name-short",
    "ชื่อหน่วยงานใช้คำย่อ “{found}”",
    "พิมพ์ชื่อเต็ม “{full}”",
    "ชื่อหน่วยงานขึ้นต้นด้วยคำย่อ เช่น รร. รพ. ทต. (อบต. และ อบจ. ใช้ได้)",
    Severity.WARNING,
)
OTHER_FAMILY = Kind(
    "family-of-another-kind",
    "เลือกประเมินตามรายการของ {found} แต่{kind}มักประเมินตามรายการของ{usual}",
    "ตรวจสอบว่าเลือกถูกต้อง ถ้าเว้นว่าง จะใช้ตามประเภทของหน่วยงาน",
    "เลือกประเมินตามรายการของผู้กำหนดรายการที่หน่วยงานประเภทนี้มักไม่ใช้",
    Severity.NOTE,
)
FAMILY_DOUBTFUL = Kind(
    "family-doubtful",
    "ใช้รายการของ {found} ตามประเภทของหน่วยงาน แต่หน่วยงานที่มีคำว่า “{word}” ในชื่ออาจประเมินตามรายการอื่น",
    "เลือกที่ “ประเมินตามรายการของ” ให้ตรงกับผู้ประเมินของหน่วยงาน",
    "ชื่อหน่วยงานแสดงว่าอาจมิได้ประเมินตามรายการที่หน่วยงานประเภทนี้มักใช้ เช่น โรงเรียนสาธิต",
    Severity.NOTE,
)

EXAMPLE_LEFT = Kind(
    "example-left",
    "“{found}” เป็นตัวอย่างของแบบกรอก",
    "พิมพ์ข้อมูลของหน่วยงานแทนตัวอย่าง",
    "ชื่อหน่วยงาน ตำแหน่ง หรือโทรศัพท์เป็นตัวอย่างที่คัดลอกมาจากแบบกรอก เช่น ผู้อำนวยการเขตตัวอย่าง",
    Severity.WARNING,
)

SPACED = Kind(
    "office-name-spaced",
    "ชื่อหน่วยงาน “{found}” มีเว้นวรรคในชื่อ",
    "พิมพ์ติดกันเป็น “{joined}”",
    "ชื่อหน่วยงานเว้นวรรคหลังคำแรก เช่น สำนักงานเขต ดอนทราย",
    Severity.WARNING,
)

_WORDS = OfficeKinds.load()
_TELEPHONE = GENERAL.field("telephone").example


def check_name(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """The office's name begins with a word in full, and without a space behind it."""
    name = submission.office.name
    if (full := _WORDS.in_full(name)) != name:
        yield SHORT.at(submission.office.source.at("name"), name, full=full)
    elif (joined := _WORDS.joined(name)) != name:
        yield SPACED.at(submission.office.source.at("name"), name, joined=joined)


def check_family(submission: Submission, framework: Framework) -> Iterator[Problem]:
    """The items are those that such offices answer, and the name raises no doubt of that."""
    office, names = submission.office, {one.key: one.name for one in framework.made(families)}
    kind, place = _WORDS.known(office.name), office.source.at("family")
    if kind is None or kind.family not in names:
        return
    if office.family is None:
        if word := next((word for word in kind.doubtful if word in office.name), ""):
            yield FAMILY_DOUBTFUL.at(place, names[kind.family], word=word)
    elif office.family not in (NACC, kind.family):
        chosen = names.get(office.family, office.family)
        yield OTHER_FAMILY.at(place, chosen, kind=kind.name, usual=names[kind.family])


def check_examples(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """The name, posts and telephone are none of the form's examples."""
    office, order, papers = submission.office, submission.order, submission.papers
    if office.name.endswith(EXAMPLE):
        yield EXAMPLE_LEFT.at(office.source.at("name"), office.name)
        return  # posts may name it
    signatory = (order.source.at("signatory_position"), order.signatory_position)
    for place, post in (signatory, *((place, post) for place, post, _ in posts(submission))):
        if own_post(post).endswith(EXAMPLE):
            yield EXAMPLE_LEFT.at(place, own_post(post))
    if papers.telephone == _TELEPHONE:
        yield EXAMPLE_LEFT.at(papers.source.at("telephone"), papers.telephone)


def assessor(submission: Submission, framework: Framework) -> str:
    """Who publishes the office's result: whose items it answers, in full where staff call it by an abbreviation."""
    own = next((one for one in framework.made(families) if one.key == submission.office.family_key), None)
    if own is None:
        return "ผู้ประเมิน"
    return own.full_name if is_abbreviated(own.name) else own.name
