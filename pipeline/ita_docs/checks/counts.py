"""Checks of figures in one text that contradict each other: sums, rises that fall, lists and spans."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ita_docs import thai
from ita_docs.checks.cells import Cell
from ita_docs.framework.scores import half_up
from officefiles.problems import Kind, Problem, Severity

SUM = Kind(
    "sum-wrong",
    "“{found}” รวมกันได้ {total}",
    "ตรวจสอบจำนวนแต่ละรายการและผลรวม แล้วแก้ให้ตรงกัน",
    "ผลรวมในข้อความไม่เท่ากับจำนวนที่เขียนไว้ข้างหน้า เช่น ชาย 20 คน หญิง 30 คน รวม 60 คน",
    Severity.WARNING,
)
BACKWARDS = Kind(
    "change-backwards",
    "“{found}” ไม่ใช่การ{way}",
    "ตรวจสอบตัวเลขทั้งสอง แล้วแก้ให้ตรงกัน",
    "ข้อความบอกว่าเพิ่มหรือลด แต่ตัวเลขหลังกลับน้อยหรือมากกว่าตัวเลขแรก เช่น ลดจาก 3 วัน เหลือ 5 วัน",
    Severity.WARNING,
)
OTHER_CHANGE = Kind(
    "change-miscounted",
    "“{found}” ตัวเลขทั้งสองต่างกัน {difference}",
    "ตรวจสอบตัวเลขทั้งสามแล้วแก้ให้ตรงกัน",
    "ผลต่างในข้อความไม่ตรงกับตัวเลขสองตัวที่เขียนไว้ข้างหน้า เช่น ก่อน 11.25 หลัง 16.80 เพิ่มขึ้น 6.55",
    Severity.WARNING,
)
MISCOUNTED = Kind(
    "list-miscounted",
    "ข้อความระบุว่า “{found}” แต่มีเลขข้อถึง {count}",
    "แก้จำนวนหรือรายการให้ตรงกัน",
    "จำนวนข้อที่ข้อความระบุไม่ตรงกับเลขข้อที่พิมพ์ต่อมา เช่น 4 ข้อ ดังนี้ 1) 2) 3)",
    Severity.WARNING,
)
OTHER_LENGTH = Kind(
    "span-of-other-length",
    "“{found}” ช่วงเวลานี้คือ {months} เดือน",
    "แก้จำนวนเดือนหรือช่วงเวลาให้ตรงกัน",
    "จำนวนเดือนไม่ตรงกับช่วงเดือนที่เขียนไว้ด้วยกัน เช่น 6 เดือน (ตุลาคม – กันยายน)",
    Severity.WARNING,
)

_NUMBER = r"(?<![0-9.,/])[0-9][0-9,]*(?:\.[0-9]+)?"
_GAP = r"(?:(?!(?<!แ)ละ|เป็น|ได้แก่|ด้วย|คือ|เป้าหมาย|จาก|ทั้งหมด|เหลือ|กว่า|รวม|ร้อยละ|ครั้งที่|วันที่)[^\n0-9]){0,25}"
_SUM = re.compile(
    rf"({_NUMBER}\s*(?P<unit>คน|ราย|บาท|ครั้ง|แห่ง|เรื่อง|รูป|ชุด)(?:{_GAP}{_NUMBER}\s*(?P=unit))+)[\s,)]*"
    rf"รวม(?:ทั้งสิ้น|ทั้งหมด|เป็น|จำนวน|เงิน|\s)*({_NUMBER})\s*(?P=unit)"
)
_BESIDE = _GAP.replace(r"\n0-9", r"\n0-9()")
_PEOPLE = rf"\s*(?:จำนวน\s*)?{_NUMBER}\s*(?P=unit)"
_BOTH = rf"ชาย{_PEOPLE}\s*(?:และ\s*)?หญิง{_PEOPLE}(?![^\n]*[0-9]\s*(?P=unit))"
_PARTS = re.compile(
    rf"({_NUMBER})\s*(?P<unit>คน|ราย|บาท|ครั้ง|แห่ง|เรื่อง)\s*(?:\(?(?:แบ่ง|จำแนก|แยก)(?:ออก)?เป็น|ประกอบด้วย|\((?=ชาย)|(?={_BOTH}))"
    rf"((?:{_BESIDE}{_NUMBER}\s*(?P=unit))(?:{_BESIDE}{_NUMBER}\s*(?P=unit))+)(?![^()\n]*[0-9]\s*(?P=unit))"
)
"""A whole before its parts, which name it once each."""
_UNIT = r"\s*(วินาที|นาที|ชั่วโมง|วัน|สัปดาห์|เดือน|ปี)?"
_CHANGE = re.compile(
    rf"(?P<way>เพิ่ม|ลด)[^\n0-9]{{0,25}}?จาก(?:(?!ปี|เดือน|ก่อน|วันที่)[^\n0-9]){{0,12}}({_NUMBER}){_UNIT}[^\n0-9]{{0,15}}?"
    rf"(?:เป็น|เหลือ)[^\n0-9]{{0,10}}({_NUMBER}){_UNIT}"
)
_BETWEEN = r"(?:(?!ร้อยละ|เพิ่ม|ลด|ร่วม|คนที่|ครั้งที่|และ|หรือ)[^\n0-9]){0,40}?"
_DIFFERENCE = re.compile(
    rf"(?:ก่อน|จาก|เดิม)(?:(?!ปี|วันที่|เดือน)[^\n0-9]){{0,40}}?(?P<first>{_NUMBER})(?![0-9%]){_BETWEEN}(?:หลัง|เป็น|เหลือ){_BETWEEN}"
    rf"(?P<last>{_NUMBER})(?![0-9%]){_BETWEEN}[\s,(]*(?:คิดเป็น|ซึ่ง|โดย)?\s*(?P<way>เพิ่ม|ลด|ต่างกัน)(?:ขึ้น|ลง)?(?:เป็น|คิดเป็น|เท่ากับ|จำนวน|\s)*"
    rf"(?P<share>ร้อยละ)?\s*(?P<by>{_NUMBER})(?![0-9]|[.,][0-9]|\s*เท่า|\s*\(?จาก)"
)
"""Two numbers, and by how much the second is more or less."""
_SINCE = re.compile(
    rf"ร้อยละ\s*({_NUMBER})\s*(?:ซึ่ง|โดย)?(เพิ่ม|ลด)(?:ขึ้น|ลง)?จากปี[^\n0-9]{{0,20}}25[0-9]{{2}}[^\n0-9]{{0,20}}ร้อยละ\s*({_NUMBER})"
)
"""A share that rose or fell from that of another year."""
_LISTED = re.compile(
    r"(?<![0-9])([0-9]{1,2})\s*(?:ข้อ|ประการ|ด้าน|ขั้นตอน|มาตรการ|กิจกรรม|แนวทาง)\s*(?:ดังนี้|ได้แก่|คือ|ประกอบด้วย)"
)
_ITEM = re.compile(r"(?<!\S)\(?([0-9]{1,2})[.)](?=\s|[ก-๎])")
_YEAR = r"\s*(?:พ\.ศ\.)?\s*(?:[0-9]{4}|[0-9]{2})?"
_SPAN = re.compile(
    r"(?<!รอบ )(?<!รอบ)(?<![0-9])([0-9]{1,2})\s*เดือน\s*[(:]\s*(?:เดือน)?"
    rf"({thai.A_MONTH}){_YEAR}\s*(?:[-–—]|ถึง)\s*(?:เดือน)?({thai.A_MONTH})"
)
_FIGURE = re.compile("[0-9๐-๙]")


def check_counts(cell: Cell) -> Iterator[Problem]:
    """Sums, changes, lists and spans whose figures do not agree."""
    if not _FIGURE.search(cell.text):
        return
    text = thai.arabic_digits(cell.text)
    for match in _SUM.finditer(text) if "รวม" in text else ():
        total = sum(map(_value, re.findall(rf"{_NUMBER}(?=\s*{match['unit']})", match[1])))
        if total != _value(match[3]):
            yield SUM.at(cell.place, cell.text[slice(*match.span())], total=f"{total:,}")
    for match in _PARTS.finditer(text):
        total = sum(map(_value, re.findall(rf"{_NUMBER}(?=\s*{match['unit']})", match[3])))
        if total != _value(match[1]):
            yield SUM.at(cell.place, cell.text[slice(*match.span())], total=f"{total:,}")
    for match in _CHANGE.finditer(text) if "จาก" in text else ():
        way, first, unit, last, other = match.groups()
        more = _value(last) - _value(first)
        if unit == other and (more <= 0 if way == "เพิ่ม" else more >= 0):
            yield BACKWARDS.at(cell.place, cell.text[slice(*match.span())], way=way)
    if "เพิ่ม" in text or "ลด" in text or "ต่างกัน" in text:
        for match in _DIFFERENCE.finditer(text):
            first, last, by = (_value(match[at]) for at in ("first", "last", "by"))
            change = abs(last - first)
            share = change * 100 / first if first else by
            same_way = match["way"] == ("เพิ่ม" if last > first else "ลด") or match["way"] == "ต่างกัน"
            if change != by and same_way and not (match["share"] and abs(share - by) < 1):
                told = f"{change:,}" + (f" หรือร้อยละ {half_up(share, 2)}" if match["share"] else "")
                yield OTHER_CHANGE.at(cell.place, cell.text[slice(*match.span())], difference=told)
    for match in _SINCE.finditer(text) if "ปี" in text else ():
        last, way, first = match.groups()
        if _value(last) <= _value(first) if way == "เพิ่ม" else _value(last) >= _value(first):
            yield BACKWARDS.at(cell.place, cell.text[slice(*match.span())], way=way)
    if listed := _LISTED.search(text):
        numbers = [int(one) for one in _ITEM.findall(text, listed.end())]
        counts_up = len(numbers) > 1 and numbers == [*range(1, len(numbers) + 1)]
        if counts_up and int(listed[1]) != len(numbers):
            yield MISCOUNTED.at(cell.place, cell.text[slice(*listed.span())], count=len(numbers))
    for match in _SPAN.finditer(text) if "เดือน" in text else ():
        months = (thai.month_number(match[3]) - thai.month_number(match[2])) % 12 + 1
        if int(match[1]) % 12 != months % 12:
            yield OTHER_LENGTH.at(cell.place, cell.text[slice(*match.span())], months=months)


def _value(figures: str) -> Decimal:
    return Decimal(figures.replace(",", ""))
