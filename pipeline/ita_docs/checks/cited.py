"""Checks of what texts cite: laws by their years, names beside what they are called in short, who assesses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_docs import thai
from ita_docs.checks.cells import Cell
from ita_docs.framework.words.cited import Cited
from ita_docs.framework.words.lists import any_of
from officefiles.problems import Kind, Problem, Severity

LAW_YEAR = Kind(
    "law-of-another-year",
    "“{found}” กฎหมายนี้เป็นของปี พ.ศ. {years}",
    "ตรวจสอบชื่อและปีของกฎหมาย ปีของฉบับแก้ไขเพิ่มเติมให้พิมพ์ฉบับที่ไว้ด้วย เช่น (ฉบับที่ 2) พ.ศ. …",
    "ข้อความอ้างกฎหมายด้วยปีที่ไม่ใช่ปีของกฎหมายนั้น เช่น พระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. 2545",
    Severity.WARNING,
)
OTHER_SHORT = Kind(
    "short-of-another-name",
    "“{found}” ชื่อกับคำย่อไม่ตรงกัน “{name}” ใช้คำย่อ {short}",
    "แก้ชื่อหรือคำย่อให้ตรงกัน",
    "ชื่อหน่วยงานหรือแบบวัดกับคำย่อที่เขียนไว้ด้วยกันไม่ตรงกัน เช่น ผู้มีส่วนได้ส่วนเสียภายใน (EIT)",
    Severity.WARNING,
)
NOT_ASSESSOR = Kind(
    "assessor-of-another-matter",
    "“{found}” แต่ผู้ประเมินคุณธรรมและความโปร่งใส (ITA) คือสำนักงาน ป.ป.ช.",
    "ตรวจสอบชื่อหน่วยงานที่ประเมินหรือประกาศผล",
    "ข้อความกล่าวว่า ITA เป็นการประเมินของหน่วยงานอื่นซึ่งไม่ได้ประเมิน เช่น สำนักงาน ป.ป.ท.",
    Severity.WARNING,
)

NUMBER_YEAR = Kind(
    "number-of-another-year",
    "“{found}” เลขที่เป็นของปี พ.ศ. {year} แต่วันที่เป็นของปีอื่น",
    "ตรวจสอบเลขที่และวันที่ของคำสั่งหรือหนังสือที่อ้างถึง ปีหลังเครื่องหมายทับคือปีปฏิทินของวันที่",
    "คำสั่งที่อ้างถึงมีปีในเลขที่ไม่ตรงกับปีของวันที่ เช่น คำสั่งที่ 215/2565 ลงวันที่ 8 กุมภาพันธ์ 2566",
    Severity.WARNING,
)

_WORDS = Cited.load()
_NAMES = any_of(name for names in _WORDS.short.values() for name in names)
_SHORT = any_of(_WORDS.short)
_LATIN = re.compile("[A-Z][a-z]")
_OFFICE = r"(?:สำนักงาน|แบบวัด|แบบตรวจ)?\s*"
_PAIR = re.compile(
    rf"(?P<name>{_NAMES})\s*[(:]\s*{_OFFICE}(?:(?P<short>{_SHORT})(?:\s*\)|(?=\s*:))|(?P<english>{_NAMES}))"
    rf"|(?P<first>{_SHORT})\s*[(:]\s*{_OFFICE}(?:การรับรู้ของ)?(?P<meant>{_NAMES})"
    rf"|แบบวัด\s*(?P<asked>{_SHORT})\s*(?:ของ|ให้|สำหรับ|จาก|แก่)\s*(?P<of>{_NAMES})"
)
"""A name before or behind what it is called in short, and a form with those whom it asks."""
_NUMBERED = re.compile(
    rf"(?<![0-9])[0-9]{{1,5}}\s?/\s?(?P<year>25[0-9]{{2}})\s*ลงวันที่\s*[0-9]{{1,2}}\s*(?:{thai.A_MONTH})\s*(?:พ\.ศ\.)?\s*(?P<dated>25[0-9]{{2}})"
)
_OTHERS = any_of(name for short in _WORDS.assessors for name in (short, *_WORDS.short[short]))
_ASSESSED = re.compile(
    rf"(?:คุณธรรมและความโปร่งใส|ITA)(?:(?!และ|เสี่ยง|ตาม|รายงาน|ส่ง)[^\n]){{0,60}}?(?:ของ|โดย)\s*(?:สำนักงาน\s*)?(?:{_OTHERS})"
    rf"|สำนักงาน\s*(?:{_OTHERS})\s*(?:ได้)?(?:ประกาศ|แจ้ง)ผลการประเมิน(?:คุณธรรมและความโปร่งใส|\s*ITA)"
)


def check_laws(cell: Cell) -> Iterator[Problem]:
    """Laws with another year than theirs; that of a later version stands behind its number."""
    for match in _WORDS.law.finditer(cell.text):
        years = _WORDS.years[(match["act"] or match["other"]).replace(" ", "")]
        if int(match["year"]) not in years:
            yield LAW_YEAR.at(cell.place, match[0], years=" หรือ ".join(map(str, years)))


def check_short(cell: Cell) -> Iterator[Problem]:
    """A name beside what another is called in short."""
    if "(" not in cell.text and ":" not in cell.text and "แบบวัด" not in cell.text:
        return
    for match in _PAIR.finditer(cell.text):
        name, other = filter(None, match.groups())
        if match["first"] or match["asked"]:
            name, other = other, name
        is_two_names = match["english"] and not _LATIN.search(name + other)
        if _WORDS.short_of[name] != _WORDS.short_of[other] and not is_two_names:
            yield OTHER_SHORT.at(cell.place, match[0], name=name, short=_WORDS.short_of[name])


def check_assessor(cell: Cell) -> Iterator[Problem]:
    """The assessment said to be that of an office that does not assess."""
    if found := _ASSESSED.search(cell.text):
        yield NOT_ASSESSOR.at(cell.place, found[0])


def check_numbers(cell: Cell) -> Iterator[Problem]:
    """Orders whose number is of another year than their date."""
    for match in _NUMBERED.finditer(thai.arabic_digits(cell.text)) if "ลงวันที่" in cell.text else ():
        if match["year"] != match["dated"]:
            yield NUMBER_YEAR.at(cell.place, cell.text[slice(*match.span())], year=match["year"])
