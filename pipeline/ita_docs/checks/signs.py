"""Checks of signs: digits of two kinds, spacing, brackets, numbers and bullets of lists, dots of abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_docs import thai
from ita_docs.checks.cells import Cell
from ita_docs.checks.text import MISSPELLING
from ita_docs.workbook.parsers import BULLETS
from officefiles.problems import Kind, Problem, Severity

MIXED_DIGITS = Kind(
    "mixed-digits",
    "ข้อความมีทั้งเลขไทยและเลขอารบิก (“{found}”)",
    "พิมพ์ตัวเลขแบบเดียวกันทั้งข้อความ เอกสารจะใช้แบบที่เลือกไว้ในชีตข้อมูลทั่วไป",
    "ข้อความเดียวกันมีทั้งเลขไทยและเลขอารบิก",
    Severity.NOTE,
)
SPACING = Kind(
    "spacing",
    "การเว้นวรรคใน “{found}” ไม่เป็นไปตามหลักเกณฑ์การเว้นวรรค",
    "ควรเป็น “{right}”",
    "การเว้นวรรคหน้าหรือหลังไม้ยมก ไปยาลน้อย ทับ ทวิภาค จุลภาค และวงเล็บ ไม่เป็นไปตามหลักเกณฑ์",
    Severity.NOTE,
)
BRACKETS = Kind(
    "brackets",
    "วงเล็บหรือเครื่องหมายคำพูดไม่ครบคู่",
    "เติมหรือลบวงเล็บหรือเครื่องหมายคำพูดให้ครบคู่",
    "วงเล็บเปิดกับวงเล็บปิด หรือเครื่องหมายคำพูด มีจำนวนไม่เท่ากัน",
    Severity.WARNING,
)
MISNUMBERED = Kind(
    "list-misnumbered",
    "เลขข้อในข้อความข้ามหรือซ้ำ คือ {found}",
    "แก้เลขข้อให้เรียงต่อกัน หรือพิมพ์ข้อที่ขาดให้ครบ",
    "ข้อความมีเลขข้อที่พิมพ์เองและข้ามหรือซ้ำลำดับ เช่น 1. 2. 4.",
    Severity.WARNING,
)
BULLET = Kind(
    "stray-bullet",
    "ข้อความขึ้นต้นด้วย “{found}”",
    "ลบขีดหรือจุดนำหน้าออก เอกสารใส่ให้เองตามรูปแบบ",
    "ข้อความขึ้นต้นด้วยขีด จุด หรือเครื่องหมายหัวข้อที่พิมพ์เอง",
    Severity.NOTE,
)
LAST_DOT = Kind(
    "abbreviation-dot",
    "คำย่อ “{found}” ไม่มีจุดท้าย",
    "พิมพ์เป็น “{found}.”",
    "คำย่อที่ขาดจุดหลังตัวสุดท้าย เช่น ป.ป.ช",
    Severity.WARNING,
)
ADDRESS = Kind(
    "address-broken",
    "ที่อยู่เว็บไซต์หรืออีเมล “{found}” ไม่ครบถ้วนหรือพิมพ์ผิด",
    "พิมพ์ที่อยู่ให้ครบและเปิดได้ เช่น www.example.go.th",
    "ที่อยู่เว็บไซต์หรืออีเมลพิมพ์ผิดหรือไม่ครบ เช่น http:/www.example.go.th หรือ www.example",
    Severity.WARNING,
)
_NUMBERED_LINE = re.compile(r"^\s*\(?([0-9๐-๙]{1,2})[.)](?![0-9๐-๙])", re.MULTILINE)
_ADDRESS = re.compile(
    r"https?(?::(?!//[^/\s])|//|;)\S*|(?<![\w.])www(?:[,;:]\S*|\.\S*\.{2}\S*|\.[A-Za-z0-9-]+(?![\w.-]))"
    r"|(?<![\w@.-])[\w@.-]+(?:,\s?(?:go|or|ac|co|in|mi)\.|\.(?:go|or|ac|co|in|mi)(?:,\s?|\.?\s|\.\.))th(?![A-Za-z])"
)
_SPACED_YEAR = re.compile("(?<![0-9๐-๙])[2๒] [5๕] [0-9๐-๙] [0-9๐-๙](?![0-9๐-๙])")
_ZERO_FOR_O = re.compile(r"ข้อ\s?0([0-9]{2})(?![0-9.])")
_THAI = re.compile("[๐-๙][๐-๙.,/]*")
_BULLET = re.compile(rf"[{BULLETS}]+(?!$)")
_TYPED = re.compile(r"(?<!\S)\(?([0-9๐-๙]{1,2})[.)](?=\s)")
_LIST_NUMBER = re.compile(r"(?<!\S)[0-9๐-๙ก-ฮa-z]{1,2}\)")
_IN_PARENTHESES = re.compile(r"\([^()]*\)")
_PAIRS = ("()", "[]", "“”")
_QUOTED = re.compile("“[^“”]*”")
_TURNED = re.compile("[^“”]*”")
"""A quotation mark that closes before any has opened."""
_INCHES = re.compile('[0-9๐-๙]"')
_SPACING: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"ๆ(?<=\Sๆ)"), " ๆ"),
    (re.compile(r" ๆ(?=[ก-๎A-Za-z0-9])"), " ๆ "),
    (re.compile(r" ฯ(?!ล|พณ)"), "ฯ"),
    (re.compile(r"ฯ(?=[ก-ฮเ-ไ])(?!ล|พณ)"), "ฯ "),
    (re.compile(r"ฯลฯ(?<=[ก-๎]ฯลฯ)"), " ฯลฯ"),
    (re.compile(r"/ (?<=\S/ )(?=\S)| /(?<=\S /)(?=\S)"), "/"),
    (re.compile(r" ([:;])(?=\S)"), r" \1 "),
    (re.compile(r" ,"), ","),
    (re.compile(r"\( "), "("),
    (re.compile(r" \)"), ")"),
    (re.compile(r"([พค]\.ศ\.)(?=[0-9๐-๙]{4})"), r"\1 "),
)
"""How spacing goes wrong, and how it should be (หลักเกณฑ์การเว้นวรรค, ราชบัณฑิตยสถาน). Each begins with its own sign:
a text without it is gone through at once."""
_OPEN_END = re.compile(r"\.[ก-ฮ](?![ก-๎.])")
_ABBREVIATION = re.compile(r"(?:[ก-ฮ]\.|เม\.|มิ\.|มี\.)(?<![ก-๎.][ก-ฮ]\.)(?:[ก-ฮ]\.)*[ก-ฮ](?![ก-๎.])")
_DOTTED = {short.replace(".", ""): short for short in thai.MONTHS_SHORT}
_UNDOTTED = re.compile(
    rf"(?<![ก-๎.])({'|'.join(_DOTTED)})\.?(?=\s*(?:(?:25|๒๕)?[5-7๕-๗][0-9๐-๙](?![0-9๐-๙/.])|[-–—]\s|ถึง))"
)
"""A month in short without the full stop within it; not the letters of an office before the number of a letter."""


def check_digits(cell: Cell) -> Iterator[Problem]:
    """Thai and Arabic digits in one text, codes in Latin letters aside."""
    thai_number = _THAI.search(cell.text)
    printed = thai.digits(cell.text, thai=True) if thai_number else cell.text
    if thai_number and printed != cell.text:
        start = next(index for index, char in enumerate(cell.text) if char != printed[index])
        arabic_number = re.split("[^0-9.,]", cell.text[start:], maxsplit=1)[0]
        yield MIXED_DIGITS.at(cell.place, f"{thai_number[0]} และ {arabic_number}")


def check_spacing(cell: Cell) -> Iterator[Problem]:
    """Spacing against the rules; each rule is reported once in a cell."""
    for pattern, _ in _SPACING:
        if slip := pattern.search(cell.text):
            before = cell.text[thai.excerpt_start(cell.text, slip.start()) : slip.start()]
            after = cell.text[slip.end() : slip.end() + 6]
            found = (before + slip[0] + after).strip()
            yield SPACING.at(cell.place, found, right=_well_spaced(found))


def _well_spaced(text: str) -> str:
    """A text as all rules have it, so that what is proposed is itself right."""
    for pattern, right in _SPACING:
        text = pattern.sub(right, text)
    return text


def check_brackets(cell: Cell) -> Iterator[Problem]:
    """Brackets and quotation marks that do not come in pairs; the bracket of a list's number needs no partner, nor does
    an apostrophe (Don’t) or the sign of inches."""
    text = cell.text
    if text.count("(") < text.count(")"):
        text = _LIST_NUMBER.sub("", _IN_PARENTHESES.sub("", text))
    uneven = any(text.count(pair[0]) != text.count(pair[1]) for pair in _PAIRS)
    turned = text.count("‘") > text.count("’") or _TURNED.match(_QUOTED.sub("", text))
    if uneven or turned or (text.count('"') % 2 and not _INCHES.search(text)):
        yield BRACKETS.at(cell.place)


def check_numbers(cell: Cell) -> Iterator[Problem]:
    """Numbers that staff typed before the parts of a text, from 1 on, of which one is missing."""
    typed = _TYPED.findall(cell.text) if "." in cell.text or ")" in cell.text else []
    numbers = [int(number) for number in typed]
    counts_up = numbers[:1] == [1] and len(numbers) > 2 and numbers == sorted(set(numbers))
    of_lines = _NUMBERED_LINE.findall(cell.text) if typed and "\n" in cell.text else []
    if counts_up and numbers[-1] != len(numbers):
        yield MISNUMBERED.at(cell.place, ", ".join(typed))
    elif of_lines and int(of_lines[0]) == 1 and not all(map(_goes_on, of_lines, of_lines[1:])):
        yield MISNUMBERED.at(cell.place, ", ".join(of_lines))


def _goes_on(before: str, number: str) -> bool:
    """True where a number of a list follows the one before, or begins another list."""
    return int(number) in (int(before) + 1, 1)


def check_bullets(cell: Cell) -> Iterator[Problem]:
    """A dash or dot that leads a text."""
    if found := _BULLET.match(cell.text):
        yield BULLET.at(cell.place, found[0])


def check_abbreviations(cell: Cell) -> Iterator[Problem]:
    """Abbreviations without their last full stop, months without the one within them, items with a zero for their
    O, years in single figures."""
    for year in _SPACED_YEAR.findall(cell.text):
        yield MISSPELLING.at(cell.place, year, right=year.replace(" ", ""))
    for item in _ZERO_FOR_O.finditer(cell.text):
        yield MISSPELLING.at(cell.place, item[0], right=f"ข้อ O{item[1]}")
    for month in _UNDOTTED.finditer(cell.text):
        yield MISSPELLING.at(cell.place, month[0], right=_DOTTED[month[1]])
    if _OPEN_END.search(cell.text):
        for found in dict.fromkeys(_ABBREVIATION.findall(cell.text)):
            yield LAST_DOT.at(cell.place, found)


def check_addresses(cell: Cell) -> Iterator[Problem]:
    """The first address of a site or a mailbox that nothing can be reached by."""
    if ("www" in cell.text or "http" in cell.text or "th" in cell.text) and (found := _ADDRESS.search(cell.text)):
        yield ADDRESS.at(cell.place, found[0])
