"""Checks of what staff noted for themselves in a cell that documents print: how a person is reached, what is still to
be done, words of a chat."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_docs.checks.cells import Cell
from ita_docs.framework.words.lists import TextStandIns, any_of
from ita_docs.model import SIGNERS
from officefiles.problems import Kind, Problem, Severity

CONTACT = Kind(
    "post-with-contact",
    "ช่องนี้มี “{found}” ซึ่งเอกสารจะพิมพ์ไปด้วย",
    "ลบหมายเลขโทรศัพท์ อีเมล หรือไลน์ออกจากช่องนี้ ถ้าต้องเก็บไว้ ให้เพิ่มคอลัมน์ของหน่วยงานเอง",
    "ช่องตำแหน่ง หน้าที่ในคณะ หรือผู้รับผิดชอบ มีหมายเลขโทรศัพท์ อีเมล หรือไลน์ของบุคคล",
    Severity.WARNING,
)
REMARK = Kind(
    "remark-left",
    "ข้อความมี “{found}” ซึ่งน่าจะเป็นบันทึกช่วยจำหรือคำสนทนา ไม่ใช่ข้อความของเอกสารราชการ",
    "ดำเนินการตามบันทึก (เช่น ลบแถวของผู้ที่ย้ายแล้ว) แล้วลบออกจากช่องนี้",
    "ข้อความมีบันทึกช่วยจำหรือคำสนทนา เช่น (รอตรวจสอบ) (ย้ายแล้ว) (ร่าง) แก้เป็น … ตัดออก หรือลงท้ายด้วย ครับ ค่ะ",
    Severity.WARNING,
)

OF_PERSONS = frozenset(("position", "head", "head_title", "approvers", "responsible", "role")) | {
    f"{one}_position" for one in SIGNERS
}
"""Fields that say who somebody is, and nothing else."""
_CONTACT = re.compile(
    r"(?:โทร(?:ศัพท์)?|มือถือ|เบอร์(?:โทร)?|สายใน|ต่อ)[\s.:]*[0-9๐-๙][0-9๐-๙ -]{2,}"
    r"|[0๐](?<![0-9๐-๙].)(?:[ -]?[0-9๐-๙]){8,9}(?![0-9๐-๙])"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?:(?<![A-Za-z])line\s*(?:id|ไอดี|:|(?=@))|(?<!ออน)ไลน์\s*(?:id|ไอดี)?)\s*:?\s*@?[A-Za-z0-9][\w.-]{2,}",
    re.IGNORECASE,
)
_REACHED = re.compile("[0-9๐-๙@A-Za-z]")
"""What every way to reach somebody has."""
_WORDS = TextStandIns.load()
_OF_PERSON = re.compile(rf"[(\[\s](?:{any_of((*_WORDS.of_persons, *_WORDS.asides))})[^)\]\n]{{0,40}}[)\]]?")
_ASIDE = re.compile(rf"[(\[](?:{any_of(_WORDS.asides)})[^)\]\n]{{0,40}}[)\]]")
_OF_MACHINES = re.compile(rf"{any_of(_WORDS.of_machines)}|(?:{any_of(_WORDS.of_pages)})\W*$", re.MULTILINE)
_SPOKEN = re.compile(
    r"^(?:แน่นอน|ได้เลย)(?:ครับ|ค่ะ)"
    r"|\S{0,12}(?:ครับ|ค่ะ)(?<!สวัสดีครับ)(?<!สวัสดีค่ะ)(?<!ขอบคุณครับ)(?<!ขอบคุณค่ะ)(?<!/ค่ะ)$",
    re.MULTILINE,
)
"""The end of a sentence as it is spoken, or how a machine begins its answer; words that staff are told to say aside."""
_CHAT = re.compile(r"^[0-9]{1,2}:[0-9]{2}\s+(?!น\.|นาฬิกา)[ก-๎A-Za-z]\S*", re.MULTILINE)
"""The time at which somebody wrote in a chat, and who."""
_SPEECH = ("ครับ", "ค่ะ")
_DRAFT = re.compile(
    r"^\((?:ฉบับ)?ร่าง\)|\((?:ฉบับ)?ร่าง[^)\n]{0,20}\)$|(?<![A-Za-z])(?:DRAFT|Draft|draft)(?![A-Za-z])", re.MULTILINE
)
"""What marks a whole text as a draft; one of a plan that is made stands within (เสนอ (ร่าง) แผน…)."""
_CHANGED = re.compile(
    r"^(?:ขอ)?(?:(?:แก้(?:ไข)?|เปลี่ยน|ปรับ)(?:เป็น(?=[\s“\"'‘:])|จาก\s*[“\"'‘])|จาก\s*[“\"'‘])[^\n]{0,30}"
    r"|^จาก [^\n0-9๐-๙]{3,80} เป็น [^\s0-9๐-๙][^\n]{0,20}",
    re.MULTILINE,
)
"""How staff say what a text was and is to be."""


def check_contacts(cell: Cell) -> Iterator[Problem]:
    """A telephone number or address in a cell that says who somebody is."""
    is_of_person = (cell.field in OF_PERSONS or cell.field == "owner") and _REACHED.search(cell.text)
    if is_of_person and (found := _CONTACT.search(cell.text)):
        yield CONTACT.at(cell.place, found[0].strip())


def check_asides(cell: Cell) -> Iterator[Problem]:
    """What staff noted for themselves or told one another in a text."""
    text = cell.text
    found = None
    if cell.field in OF_PERSONS:
        found = _OF_PERSON.search(text)
    elif "(" in text or "[" in text:
        found = _ASIDE.search(text)
    found = found or _OF_MACHINES.search(text)
    if not found and any(word in text for word in _SPEECH):
        found = _SPOKEN.search(text)
    if not found and ":" in text:
        found = _CHAT.search(text)
    if not found and cell.field != "subject" and ("ร่าง" in text or "raft" in text or "DRAFT" in text):
        found = _DRAFT.search(text)
    if not found and ("เป็น" in text or "จาก" in text):
        found = _CHANGED.search(text)
    if found:
        yield REMARK.at(cell.place, found[0].strip())
