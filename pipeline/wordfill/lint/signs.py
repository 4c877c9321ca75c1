"""Characters of a tag that are not what they seem, and ำ typed as two characters anywhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from officefiles.problems import Kind, Severity
from wordfill.lint import characters
from wordfill.lint.finding import Finding, found
from wordfill.lint.reading import Paragraph
from wordfill.lint.tags import Tag

HIDDEN = Kind(
    "tag-hidden-character",
    "ในแท็ก {found} มีอักขระที่มองไม่เห็น ({names})",
    "ลบแท็กนี้แล้วพิมพ์ใหม่ทั้งแท็ก หมายถึง {meant} หรือไม่",
    "อักขระความกว้างศูนย์หรืออักขระควบคุมที่ติดมาจากการคัดลอกข้อความ",
)
ODD_SPACE = Kind(
    "tag-odd-space",
    "ในแท็ก {found} มีช่องว่างชนิดพิเศษ ซึ่งไม่ใช่วรรคธรรมดา",
    "ลบช่องว่างแล้วกดแป้นเว้นวรรคใหม่",
    "ช่องว่างที่ไม่ตัดบรรทัด (NBSP) หรือช่องว่างแบบอื่นในแท็ก",
    Severity.WARNING,
)
SMART_QUOTE = Kind(
    "tag-smart-quote",
    "ในแท็ก {found} มีเครื่องหมายคำพูดแบบโค้ง {signs}",
    "ใช้เครื่องหมายคำพูดแบบตรง (กด Ctrl+Z ทันทีหลังจากที่ Word เปลี่ยนให้) หมายถึง {meant} หรือไม่",
    "เครื่องหมายคำพูดที่ Word เปลี่ยนให้เองเป็นแบบโค้ง",
    Severity.WARNING,
)
LOOKALIKE = Kind(
    "tag-lookalike",
    "ในแท็ก {found} มีอักขระ {signs} ซึ่งมีรูปคล้ายแต่ไม่ใช่อักขระที่ต้องใช้",
    "ลบแท็กนี้แล้วพิมพ์ใหม่ด้วยแป้นพิมพ์ภาษาอังกฤษ หมายถึง {meant} หรือไม่",
    "อักษรซีริลลิก กรีก หรืออักษรเต็มความกว้างที่มีรูปเหมือนอักษรละติน",
)
THAI_DIGITS = Kind(
    "tag-thai-digits",
    "ในแท็ก {found} มีเลขไทย {signs}",
    "ใช้เลขอารบิกในแท็ก หมายถึง {meant} หรือไม่ ส่วนเลขในเอกสารจะเป็นเลขไทยตามที่เลือกไว้ในแบบกรอกข้อมูล",
    "เลขไทยในแท็ก นอกเครื่องหมายคำพูด",
)
SARA_AM = Kind(
    "tag-sara-am",
    "ในแท็ก {found} พิมพ์สระอำเป็นสองตัว (นิคหิตกับสระอา)",
    "ลบแล้วพิมพ์สระอำ (ำ) ตัวเดียว หมายถึง {meant} หรือไม่",
    "นิคหิต + สระอา แทนสระอำในข้อความที่แท็กใช้เปรียบเทียบ",
)
SARA_AM_TEXT = Kind(
    "text-sara-am",
    "คำว่า “{found}” พิมพ์สระอำเป็นสองตัว (นิคหิตกับสระอา)",
    "ลบแล้วพิมพ์สระอำ (ำ) ตัวเดียว มิฉะนั้นจะค้นหาคำนี้ในเอกสารไม่พบ",
    "นิคหิต + สระอา แทนสระอำในข้อความของแม่แบบ",
    Severity.WARNING,
)

_HIDDEN_NAMES = {"\u00ad": "ยัติภังค์ที่ซ่อนอยู่", "\ufeff": "BOM", "\u200b": "ช่องว่างความกว้างศูนย์"}


def check(tag: Tag) -> Iterator[Finding]:
    """What is wrong with the characters of a tag."""
    meant = tag.meant
    if hidden := characters.HIDDEN.findall(tag.raw):
        yield tag.finding(HIDDEN, meant=meant, names=", ".join(dict.fromkeys(map(_hidden_name, hidden))))
    if characters.ODD_SPACE.search(tag.inner) and not tag.loose_prefix:
        yield tag.finding(ODD_SPACE)
    odd_marks = [c for c, plain in zip(tag.raw, characters.braces(tag.raw), strict=True) if c != plain]
    if signs := "".join(dict.fromkeys(odd_marks)) or characters.lookalikes(tag.inner):
        yield tag.finding(LOOKALIKE, meant=meant, signs=signs)
    elif quotes := characters.SMART_QUOTE.findall(tag.inner):
        yield tag.finding(SMART_QUOTE, meant=meant, signs=" ".join(dict.fromkeys(quotes)))
    if digits := characters.thai_digits(tag.inner):
        yield tag.finding(THAI_DIGITS, meant=meant, signs=digits)
    if characters.SPLIT_SARA_AM.search(tag.inner):
        yield tag.finding(SARA_AM, meant=meant)


def check_words(paragraph: Paragraph, tags: Sequence[Tag]) -> Iterator[Finding]:
    """ํ+า for ำ in the words between the tags."""
    if "ํ" not in paragraph.text:
        return
    for split in characters.SPLIT_SARA_AM.finditer(paragraph.text):
        if not any(tag.start <= split.start() < tag.end for tag in tags):
            start, end = _word_round(paragraph.text, split.start())
            yield found(SARA_AM_TEXT, paragraph.spot.narrow(start, end), paragraph.text[start:end])


def _word_round(text: str, position: int) -> tuple[int, int]:
    """Some characters round ``position``, within its word or phrase."""
    start = max(text.rfind(" ", 0, position) + 1, position - 8)
    end = text.find(" ", position)
    return start, min(end if end >= 0 else len(text), position + 8)


def _hidden_name(character: str) -> str:
    return _HIDDEN_NAMES.get(character, f"U+{ord(character):04X}")
