"""Checks of amounts: percentages over a hundred, misgrouped figures, sums in other words, shares of a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain
from math import prod

from ita_docs import thai
from ita_docs.checks.cells import Cell
from ita_docs.checks.times import BEYOND
from ita_docs.framework.scores import half_up
from ita_docs.framework.words.lists import Limits
from officefiles.problems import Kind, Problem, Severity

AMOUNT = Kind(
    "amount-misgrouped",
    "จุลภาคหรือจุดของ “{found}” อยู่ผิดที่",
    "ใส่จุลภาคทุกสามหลัก และจุดหน้าสตางค์สองหลัก เช่น 50,000 บาท หรือ 1,250.50 บาท",
    "จุลภาคของจำนวนเงินหรือจำนวนคนไม่ได้คั่นทุกสามหลัก หรือใช้จุดแทนจุลภาค เช่น 50.000 บาท",
    Severity.WARNING,
)
OTHER_WORDS = Kind(
    "amount-in-other-words",
    "“{found}” ตัวเลขกับตัวอักษรไม่ตรงกัน ตัวอักษรคือ {amount}",
    "ตรวจสอบจำนวนแล้วแก้ให้ตรงกัน",
    "จำนวนเงินหรือจำนวนนับที่เขียนเป็นตัวเลขกับที่เขียนเป็นตัวอักษรไม่ตรงกัน",
    Severity.WARNING,
)
SHARE = Kind(
    "share-wrong",
    "“{found}” ตัวเลขไม่สอดคล้องกัน {why}",
    "ตรวจสอบจำนวนทั้งหมด จำนวนส่วน และร้อยละ แล้วแก้ให้ตรงกัน",
    "ร้อยละไม่ตรงกับจำนวนที่เขียนไว้ด้วยกัน หรือจำนวนส่วนมากกว่าจำนวนทั้งหมด เช่น 50 คน จาก 100 คน คิดเป็นร้อยละ 60",
    Severity.WARNING,
)
PRODUCT = Kind(
    "amount-miscounted",
    "“{found}” คูณกันได้ {amount}",
    "ตรวจสอบจำนวน อัตรา และจำนวนรวม แล้วแก้ให้ตรงกัน",
    "จำนวนรวมในข้อความไม่เท่ากับผลคูณที่เขียนไว้ด้วยกัน เช่น 20 คน คนละ 150 บาท เป็นเงิน 3,500 บาท, 3,500 บาท (20 คน x 150 บาท)",
    Severity.WARNING,
)
AVERAGE = Kind(
    "average-wrong",
    "“{found}” เฉลี่ยได้ {amount}",
    "ตรวจสอบจำนวนรวม จำนวนครั้ง และค่าเฉลี่ย แล้วแก้ให้ตรงกัน",
    "ค่าเฉลี่ยในข้อความไม่เท่ากับจำนวนรวมหารด้วยจำนวนครั้งที่เขียนไว้ด้วยกัน เช่น 420 ราย 8 ครั้ง เฉลี่ยครั้งละ 62 ราย",
    Severity.WARNING,
)
_FIGURE = re.compile("[0-9๐-๙]")
_AMOUNT = r"[0-9][0-9,]*(?:\.[0-9]+)?"
_LIMITS = Limits.load()
_PERCENT = re.compile(rf"(?:{'|'.join(_LIMITS.percent_words)})\s*({_AMOUNT})")
_PER_CENT = re.compile(rf"(?<![0-9])({_AMOUNT})\s*(?:{'|'.join(_LIMITS.percent_signs)})")
_GROWTH = re.compile("|".join(_LIMITS.growth))
_GROWN = 25
"""How many characters before a percentage may say that it is one of growth."""
_COUNTED = (
    r"(?:คน|ราย|ครั้ง|แห่ง|เรื่อง|ฉบับ|ครัวเรือน|หน่วยงาน|โครงการ|กิจกรรม|มาตรการ|กระบวนงาน|รายการ|ข้อ|หมู่บ้าน|ชุมชน|ฝ่าย|กอง|ตัวชี้วัด)"
)
_HEADS = re.compile(rf"(?<![0-9.,])([0-9]+(?:,[0-9]+)+)\s*{_COUNTED}")
_SHARE = re.compile(
    rf"({_AMOUNT})\s*(?:{_COUNTED}\s*|(?=จาก))(จาก(?:จำนวน)?(?:[ก-๎]{{2,20}}ทั้งหมด|ทั้งหมด)?|ใน(?:จำนวน)?(?:ทั้งหมด)?)\s*({_AMOUNT})\s*{_COUNTED}"
    rf"(?:\s*\(?(?:คิด)?เป็น\s*ร้อยละ\s*({_AMOUNT}))?"
)
_OF_FULL = re.compile(rf"({_AMOUNT})\s*(?:คะแนน)?\s*\(?จาก\s*(?:คะแนน)?เต็ม\s*({_AMOUNT})")
_OF_THESE = re.compile(
    rf"(?:ผู้(?:ตอบ|เข้าร่วม|เข้ารับ|เข้าอบรม|รับบริการ|มาติดต่อ|มารับบริการ)|(?:แจก|ส่ง)แบบ(?:สอบถาม|ประเมิน)|(?<!ไม่มี)ร้องเรียน)"
    rf"(?:(?!ผู้|เป้าหมาย|ปี|เดือน|ผ่าน|กว่า|อย่างน้อย)[^\n0-9]){{0,25}}({_AMOUNT})\s*(?P<unit>คน|ราย|ชุด|เรื่อง|ฉบับ)"
    rf"(?:(?!ผู้|เป้าหมาย|ปี|เดือน|จาก|เพิ่ม|ลด|และ|รวม)[^\n0-9]){{0,20}}"
    r"(?:พึงพอใจ|ผ่าน(?=เกณฑ์|การ|\s)|ได้รับคืน|รับคืน|ตอบกลับ|ตอบแบบ|ยุติ|แก้ไข(?=แล้ว|เสร็จ|\s)|แล้วเสร็จ)"
    rf"(?:(?!ผู้|เป้าหมาย|ปี|เดือน|จาก|เพิ่ม|ลด|และ|รวม|ละ)[^\n0-9]){{0,20}}({_AMOUNT})\s*(?P=unit)"
)
"""How many there were, and how many of these did something."""
_AVERAGE = re.compile(
    rf"เฉลี่ย(?:ประมาณ)?(?P<turn>ครั้ง|รุ่น|เดือน|วัน|แห่ง|ไตรมาส)ละ\s*(?:ประมาณ)?\s*(?P<each>{_AMOUNT})\s*(?P<unit>คน|ราย|เรื่อง|บาท|ครั้ง|ฉบับ)"
)
_OF_NONE = re.compile(
    rf"(?<![0-9.,])(?<!จาก)(?<!จาก )(?P<part>{_AMOUNT})\s*(?P<unit>{_COUNTED})"
    rf"\s*\(?(?:คิด)?เป็น\s*ร้อยละ\s*(?P<share>{_AMOUNT})"
    r"(?![0-9.]|\)?\s*ของ)"
)
_BY_SHARE = re.compile(
    rf"(?:เพิ่ม|ลด)[^\n0-9]{{0,15}}ร้อยละ\s*(?P<share>{_AMOUNT})\s*\(?\s*จาก(?:เดิม)?\s*(?P<first>{_AMOUNT})(?:\s*(?P<unit>[ก-๎]{{2,8}}?))?"
    rf"\s*(?:เพิ่มขึ้น|ลดลง)?(?:เป็น|เหลือ)\s*(?P<last>{_AMOUNT})(?![0-9])"
)
_BAHT = re.compile(r"(?<![0-9.,])([0-9]+(?:[.,][0-9]+)+)\s*(?:บาท|บ\.|THB)")
_GROUPED = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]{1,2})?")
_SCALES = {"ล้าน": 1_000_000, "แสน": 100_000, "หมื่น": 10_000, "พัน": 1000}
_UNIT = r"(?:บาท|คน|ครั้ง|มื้อ|วัน|ชั่วโมง|ชุด|เล่ม|รุ่น|แห่ง|หมู่บ้าน|โรงเรียน|ฉบับ|แผ่น|คัน|เครื่อง)"
_TIMES = rf"(?:[xX×*]|ๆ\s*ละ|{_UNIT}\s*(?:ๆ\s*)?ละ|อัตรา{_UNIT}ละ)"
_FACTORS = rf"{_AMOUNT}\s*{_UNIT}(?:\s*{_TIMES}\s*{_AMOUNT}\s*{_UNIT})+"
_PRODUCT = re.compile(
    rf"(?<![0-9.,])(?P<factors>{_FACTORS})\s*"
    rf"(?:รวม|คิด)?(?:เป็น(?:จำนวน)?เงิน|=)(?:รวม)?(?:ทั้งสิ้น)?(?:จำนวน)?\s*(?P<total>{_AMOUNT})\s*บาท"
    rf"|(?<![0-9.,])(?P<first>{_AMOUNT})\s*บาท\s*\([^()0-9]{{0,40}}(?P<of>{_FACTORS})\s*\)"
)
_HEADCOUNT = re.compile(
    rf"(?<![0-9.,])({_AMOUNT})\s*[ก-๎]{{2,12}}?\s*(?:ๆ|(?!ร้อย|คิด|อัตรา)[ก-๎]{{2,12}}?)\s*ละ\s*({_AMOUNT})\s*(คน|ราย|แห่ง|ครั้ง)\s*"
    rf"รวม(?:ทั้งสิ้น|ทั้งหมด|เป็น|จำนวน|\s)*({_AMOUNT})\s*\3"
)
"""So many of each: 32 ชุมชน ๆ ละ 30 คน รวม 960 คน."""
_COUNTED_IN_WORDS = re.compile(
    r"(?<![0-9.,])([0-9]{1,3})\s*(?P<unit>คน|วันทำการ|วัน|ครั้ง|เดือน|ราย|ชุด|ปี|ข้อ)?\s*\((?P<words>[ก-๎]+?)(?P=unit)?\)"
)
_IN_WORDS = re.compile(
    rf"(?P<figures>{_AMOUNT})\s*(?P<scale>{'|'.join(_SCALES)})?(?:\.?-)?\s*"
    r"(?:บาท)?(?:ถ้วน)?\s*\((?P<words>[ก-๎ ]+)บาท(?:ถ้วน)?\)"
    rf"|(?P<words_first>[ก-๎]+)บาท(?:ถ้วน)?\s*\((?P<figures_last>{_AMOUNT})(?:\.?-)?\s*(?:บาท)?(?:ถ้วน)?\)"
)


def check_percentages(cell: Cell) -> Iterator[Problem]:
    """More than the whole, where nothing grows."""
    if not _FIGURE.search(cell.text):
        return
    text = thai.arabic_digits(cell.text)
    for match in chain(_PERCENT.finditer(text), _PER_CENT.finditer(text)):
        before = text[max(match.start() - _GROWN, 0) : match.start()]
        if float(match[1].replace(",", "")) > 100 and not _GROWTH.search(before):
            yield BEYOND.at(cell.place, cell.text[slice(*match.span())], limit="ไม่เกิน 100")


def check_grouping(cell: Cell) -> Iterator[Problem]:
    """Sums and numbers of people whose commas or points stand elsewhere than at every third digit."""
    if not _FIGURE.search(cell.text):
        return
    text = thai.arabic_digits(cell.text)
    for match in _BAHT.finditer(text):
        if not _GROUPED.fullmatch(match[1]):
            yield AMOUNT.at(cell.place, cell.text[slice(*match.span())])
    for match in _HEADS.finditer(text):
        groups = match[1].split(",")
        if not _GROUPED.fullmatch(match[1]) and max(map(len, groups)) > 2:  # 1,2 คน may be a list
            yield AMOUNT.at(cell.place, cell.text[slice(*match.span())])


def check_averages(cell: Cell) -> Iterator[Problem]:
    """Averages of the one number and the one count before them, and parts that are more than those they are of."""
    if not _FIGURE.search(cell.text):
        return
    text = thai.arabic_digits(cell.text)
    for match in _OF_THESE.finditer(text):
        if _number(match[3]) > _number(match[1]):
            yield SHARE.at(cell.place, cell.text[slice(*match.span())], why="เพราะส่วนมากกว่าทั้งหมด")
    for match in _AVERAGE.finditer(text) if "เฉลี่ย" in text else ():
        counts = [
            [*re.finditer(rf"(?<![0-9.,/])(?<!ที่)(?<!ที่ )({_AMOUNT})\s*{unit}(?!ที่)", text[: match.start()])]
            for unit in (match["unit"], match["turn"])
        ]
        is_one_of_many = re.search(rf"{match['turn']}\s*ที่|(?:รุ่น|รอบ|ครั้ง)ที่", text)
        if [len(found) for found in counts] == [1, 1] and not is_one_of_many and (turns := _number(counts[1][0][1])):
            mean = _number(counts[0][0][1]) / turns
            if abs(mean - _number(match["each"])) >= 1:
                start = min(found[0].start() for found in counts)
                amount = f"{half_up(mean, 2)} {match['unit']}"
                yield AVERAGE.at(cell.place, cell.text[start : match.end()], amount=amount)


def check_shares(cell: Cell) -> Iterator[Problem]:
    """Shares of a whole that are more than it, or that are another part of a hundred."""
    if not any(word in cell.text for word in ("จาก", "ใน", "ร้อยละ")) or not _FIGURE.search(cell.text):
        return
    for match in _SHARE.finditer(thai.arabic_digits(cell.text)):
        part, whole = (_number(match[at]) for at in (1, 3))
        said = _number(match[4]) if match[4] else None
        why = ""
        if said is not None and whole and abs(part * 100 / whole - said) >= 1:
            why = f"เพราะเป็นร้อยละ {half_up(part * 100 / whole, 2)}"
        elif part > whole and match[2] not in ("จาก", "ใน"):  # ขึ้นเป็น 120 คน จาก 100 คน
            why = "เพราะส่วนมากกว่าทั้งหมด"
        if why:
            yield SHARE.at(cell.place, cell.text[slice(*match.span())], why=why)
    for match in _OF_FULL.finditer(thai.arabic_digits(cell.text)) if "เต็ม" in cell.text else ():
        if _number(match[1]) > _number(match[2]):
            yield SHARE.at(cell.place, cell.text[slice(*match.span())], why="เพราะส่วนมากกว่าทั้งหมด")
    yield from _shares_of_none(cell)
    yield from _differences(cell)


def _differences(cell: Cell) -> Iterator[Problem]:
    """A rise or fall by another share than that of the two numbers beside it."""
    for match in _BY_SHARE.finditer(thai.arabic_digits(cell.text)):
        said, first, last = (_number(match[at]) for at in ("share", "first", "last"))
        changed = abs(last - first) * 100 / first if first else said
        if abs(changed - said) >= 1 and abs(last - first) != said:
            why = f"เพราะต่างกันร้อยละ {half_up(changed, 2)}"
            yield SHARE.at(cell.place, cell.text[slice(*match.span())], why=why)


def _shares_of_none(cell: Cell) -> Iterator[Problem]:
    """A count with a share that it has in none of the other counts of the text, nor in sums of them."""
    text = thai.arabic_digits(cell.text)
    for match in _OF_NONE.finditer(text):
        counts = [_number(one) for one in re.findall(rf"({_AMOUNT})\s*(?:{match['unit']}|จาก)", text)]
        part, said = _number(match["part"]), _number(match["share"])
        sums = {sum(counts, Decimal(0)), sum(set(counts), Decimal(0)), *(part + one for one in counts)}
        wholes = {*counts, *sums} - {part, Decimal(0)}
        if len(set(counts)) > 1 and not any(abs(part * 100 / whole - said) < 1 for whole in wholes):
            yield SHARE.at(cell.place, cell.text[slice(*match.span())], why="เพราะไม่ตรงกับจำนวนอื่นในข้อความ")


def check_amounts_in_words(cell: Cell) -> Iterator[Problem]:
    """Amounts and counts of which the words say another number than the figures."""
    if "(" not in cell.text or not _FIGURE.search(cell.text):
        return
    text = thai.arabic_digits(cell.text)
    for match in _IN_WORDS.finditer(text) if "บาท" in text else ():
        words = match["words"] or match["words_first"]
        said = None if "ละ" in words else thai.said_last(words)  # คนละห้าสิบบาท is no sum
        figures = _number(match["figures"] or match["figures_last"]) * _SCALES.get(match["scale"], 1)
        if said is not None and said != figures:
            yield OTHER_WORDS.at(cell.place, cell.text[slice(*match.span())], amount=f"{said:,} บาท")
    for match in _COUNTED_IN_WORDS.finditer(text):
        said = thai.said_last(match["words"])
        if said is not None and said < 100 and thai.in_words(said) == match["words"] and said != int(match[1]):
            yield OTHER_WORDS.at(cell.place, cell.text[slice(*match.span())], amount=said)


def check_products(cell: Cell) -> Iterator[Problem]:
    """Sums that are not what the numbers beside them make; one more may stand before those (3 รุ่น)."""
    text = thai.arabic_digits(cell.text)
    found = [
        (match, match["factors"] or match["of"], match["total"] or match["first"], "บาท")
        for match in (_PRODUCT.finditer(text) if "บาท" in text else ())
    ]
    counted = _HEADCOUNT.finditer(text) if "ละ" in text and "รวม" in text else ()
    found += [(match, f"{match[1]} {match[2]}", match[4], match[3]) for match in counted]
    for match, factors, sum_, unit in found:
        product, total = prod(map(_number, re.findall(_AMOUNT, factors))), _number(sum_)
        before = {_number(one) for one in re.findall(_AMOUNT, text[: match.start()])}
        if product != total and not any(product * one == total for one in before):
            yield PRODUCT.at(cell.place, cell.text[slice(*match.span())], amount=f"{product:,} {unit}")


def _number(figures: str) -> Decimal:
    return Decimal(figures.replace(",", ""))
