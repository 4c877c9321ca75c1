"""Orders by chance, the same on every run: sizes, names, posts and duties short and long, all invented."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from pathlib import Path
from random import Random

import made
from ita_docs.analysis import analyse
from ita_docs.framework.load import load
from ita_docs.model import Committee, Duty, Person, Seat, Settings, Submission
from ita_docs.values import build
from ita_docs.wording import word
from officefiles.opc import Package
from officefiles.thai import Digits
from wordfill.engine import Template

TEMPLATE = Path(__file__).resolve().parent.parent / "templates" / "order_template.docx"
TITLES = ("นาย", "นาง", "นางสาว", "ว่าที่ร้อยตรี", "ว่าที่ร้อยตรีหญิง", "ดร.")
FIRST_NAMES = ("ชล", "มะลิ", "ธนวัต", "ปิยะฉัตร", "วารุณี", "กฤตภาส", "ณัฐกฤตาพร", "พิชญ์สินีนาฏ", "อภิวิชญ์ธาดา")
LAST_NAMES = (
    "ดี",
    "ณ ดอนทราย",
    "ประเสริฐวงศ์ไพบูลย์ศักดิ์",
    *map("".join, product(("ทอง", "หอม", "รุ่งเรือง", "วัฒนา"), ("ประกาย", "สิน", "ดอกไม้", "อนันตกุลชัย"))),
)
POSTS = (
    "นิติกร",
    "นายช่างโยธาอาวุโส",
    "เจ้าหน้าที่งานรักษาความสะอาดอาวุโส",
    "นักวิเคราะห์นโยบายและแผนชำนาญการพิเศษ รักษาการในตำแหน่งหัวหน้าฝ่าย",
    *map(
        "".join,
        product(
            ("เจ้าพนักงานธุรการ", "เจ้าพนักงานการเงินและบัญชี", "นักจัดการงานทั่วไป", "นักพัฒนาสังคม"),
            ("ปฏิบัติงาน", "ปฏิบัติการ", "ชำนาญงาน", "ชำนาญการ", "ชำนาญการพิเศษ"),
        ),
    ),
)
SECTIONS = ("", "ฝ่ายโยธา", "ฝ่ายทะเบียน", "ฝ่ายสิ่งแวดล้อมและสุขาภิบาล", "ฝ่ายปกครอง", "ฝ่ายรายได้", "ฝ่ายพัฒนาชุมชนและสวัสดิการสังคม")
ROLES = ("ประธานกรรมการ", "กรรมการ", "กรรมการ", "คณะทำงาน", "กรรมการและเลขานุการ", "กรรมการและผู้ช่วยเลขานุการ", "ที่ปรึกษา")
PHRASES = (
    "ดำเนินการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA)",
    "เผยแพร่ ประชาสัมพันธ์",
    "ให้คำปรึกษาและแนะนำแก่เจ้าหน้าที่ของส่วนราชการต่าง ๆ",
    "ตามตัวชี้วัดและเครื่องมือที่สำนักงาน ป.ป.ช. กำหนด",
    "ศึกษาแนวทางแก้ไขข้อบกพร่อง ปัญหา และอุปสรรค",
    "รวบรวมผลการประเมินผ่านระบบ ITAS ให้เป็นไปตามปฏิทินการประเมิน",
    "ประสานงานกับหน่วยงานที่เกี่ยวข้อง",
    "ในปีงบประมาณ พ.ศ. 2566 และกำหนดแนวทางในการดำเนินการในปีงบประมาณ พ.ศ. 2567",
    "อย่างต่อเนื่อง",
    "รายงานผู้อำนวยการเขตทราบทุกไตรมาส",
)


def submission(chance: Random) -> Submission:
    """An order of one to three committees, of 1 to 60 seats in all and 1 to 15 duties."""
    whole = made.submission()
    count = chance.choice((1, 2, 2, 3))
    seats, duties = chance.randint(count, 60), chance.randint(1, 15)
    committees = tuple(
        _committee(
            chance, f"คณะที่ {number}", max(1, seats // count), duties if number == count else chance.randint(0, 2)
        )
        for number in range(1, count + 1)
    )
    order = replace(whole.order, reason="ด้วย" + _text(chance, 2, 14))
    settings = Settings(digits=chance.choice((Digits.THAI, Digits.THAI, Digits.ARABIC)))
    return replace(whole, committees=committees, order=order, settings=settings)


def render(order: Submission) -> Package:
    """The order as a Word file, before its pages are planned."""
    framework = load(order.assessed_year)
    findings = analyse(order, framework)
    return Template.load(TEMPLATE).render(build(order, framework, findings, word(order, framework, findings)))


def _committee(chance: Random, name: str, seats: int, duties: int) -> Committee:
    lead = [
        Duty(number=None, committee=name, text=f"โดยให้{name}มีหน้าที่ ดังนี้" if duties else "โดยให้" + _text(chance, 1, 6))
    ]
    numbered = [Duty(number=n, committee=name, text=_text(chance, 1, 6)) for n in range(1, duties + 1)]
    return Committee(
        name=name,
        seats=tuple(_seat(chance, name, number) for number in range(1, seats + 1)),
        duties=tuple((lead if chance.random() < 0.8 else []) + numbered),
    )


def _seat(chance: Random, committee: str, number: int) -> Seat:
    person = Person(
        title=chance.choice(TITLES), first_name=chance.choice(FIRST_NAMES), last_name=chance.choice(LAST_NAMES)
    )
    return Seat(
        number=number,
        committee=committee,
        person=person if chance.random() < 0.75 else None,
        position=chance.choice(POSTS),
        section=chance.choice(SECTIONS),
        role=chance.choice(ROLES),
    )


def _text(chance: Random, least: int, most: int) -> str:
    return " ".join(chance.choice(PHRASES) for _ in range(chance.randint(least, most)))
