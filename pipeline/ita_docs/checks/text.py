"""Checks of wording, cell by cell: what an extraction left behind, marks, digits, spacing, misspellings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from ita_docs import thai
from ita_docs.checks.cells import Cell, shortened
from ita_docs.framework.words.lists import Misspellings, TextStandIns
from ita_docs.model import SIGNERS
from ita_docs.workbook.field import Value
from ita_docs.workbook.schema import SHEETS
from officefiles.problems import Kind, Problem, Severity

DEBRIS = Kind(
    "text-debris",
    "ข้อความมี “{found}” ซึ่งไม่ใช่ข้อความของเอกสารราชการ",
    "ลบสิ่งที่ติดมาจากการคัดลอก เช่น < > | หรือเครื่องหมายของแม่แบบ และพิมพ์ข้อความที่อ่านไม่ออกหรือที่เว้นไว้ให้ครบ",
    "ข้อความมีเศษที่ติดมาจากการคัดลอกหน้าเว็บ ไฟล์ PDF หรือแม่แบบ ตัวอักษรที่อ่านไม่ออก หรือจุดไข่ปลาที่เว้นไว้ให้เติม",
    Severity.WARNING,
)
LOOK_ALIKE = Kind(
    "letter-look-alike",
    "“{found}” มีตัวอักษรที่ดูเหมือนตัวอักษรอังกฤษหรือตัวเลข แต่ไม่ใช่",
    "ลบแล้วพิมพ์คำหรือตัวเลขนี้ใหม่ (มักเป็นตัวอักษรของภาษาอื่น ตัวอักษรเต็มความกว้าง หรือตัวโอและแอลแทนเลข 0 และ 1)",
    "มีตัวอักษรซีริลลิก กรีก ตัวอักษรเต็มความกว้าง ตัวอักษรของสูตร หรือเลขโรมันตัวเดียว แทนตัวอักษรอังกฤษหรือตัวเลข"
    " ซึ่งแบบอักษรของเอกสารไม่มี หรือพิมพ์ O, l แทนเลข 0, 1 เช่น 1O",
    Severity.WARNING,
)
NO_TEXT = Kind(
    "text-stand-in",
    "“{found}” ไม่ใช่ข้อความที่จะพิมพ์ในเอกสาร",
    "พิมพ์ข้อความเต็มในช่องนี้ (โปรแกรมไม่นำข้อความของแถวก่อนมาแทนเครื่องหมายละ) หากไม่มีข้อความ ให้เว้นว่าง",
    "ช่องมีเครื่องหมายละ (〃) คำที่พิมพ์ไว้แทนข้อความ (เหมือนเดิม, รอข้อมูล) เลขหน้า หรือค่าว่างของโปรแกรมอื่น (NULL, N/A) แทนข้อความ",
    Severity.WARNING,
)
UNFINISHED = Kind(
    "text-unfinished",
    "ข้อความจบด้วย “{found}” จึงน่าจะพิมพ์หรือคัดลอกมาไม่ครบ",
    "พิมพ์ข้อความต่อให้ครบ หรือลบคำท้าย",
    "ข้อความจบด้วยคำเชื่อม เช่น และ หรือ โดย ด้วยจุลภาค หรือกลางคำ ซึ่งข้อความที่ครบไม่จบ",
    Severity.WARNING,
)
MISSPELLING = Kind(
    "misspelling",
    "“{found}” น่าจะสะกดผิด",
    "คำที่ถูกต้องคือ “{right}”",
    "คำที่มักสะกดผิดตามรายการคำของโปรแกรม",
    Severity.WARNING,
)
DOUBLED = Kind(
    "doubled-words",
    "“{found}” พิมพ์ติดกันสองครั้ง",
    "ลบข้อความที่ซ้ำออกหนึ่งครั้ง",
    "คำหรือวลีเดียวกันพิมพ์ติดกันสองครั้ง",
    Severity.WARNING,
)

NAMES = tuple(before + name for before in ("", *(f"{one}_" for one in SIGNERS)) for name in ("first_name", "last_name"))
"""Fields that hold names of people, which may be spelled as they like."""


_FIELDS = tuple(field for sheet in SHEETS for field in sheet.fields)
LISTS = frozenset(field.name for field in _FIELDS if field.value is Value.ITEMS)
"""Fields of which each line is an item of a list."""


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of ``words``, the longest first. They are parted by their first letters: a text is gone through
    several times as fast as with all of them side by side."""
    ordered = sorted(words, key=lambda word: (word[0], -len(word)))
    alike = groupby(ordered, lambda word: word[0])
    return "|".join(f"{re.escape(first)}(?:{'|'.join(re.escape(word[1:]) for word in same)})" for first, same in alike)


_OTHER_SIGNS = (
    "\u0e80-\u0eff\u1000-\u109f\u1780-\u17ff"  # Lao, Burmese, Khmer
    "\u0590-\u0dff\u0f00-\u0fff\u2e80-\u2fdf\u3040-\u9fff\uac00-\ud7af\uf900-\ufaff"  # of the Near to the Far East
    "\u3001-\u3030\u00a9\u00ae\u2122"  # stops of Chinese, signs that Excel makes of (c), (r) and (tm)
    "\u2460-\u24ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff"  # numbers in circles, ticks, signs of feeling
)
"""Letters and signs of no official document."""
_STRANGE = "\u0391-\u03a9\u03bf\u0400-\u052f\u2160-\u217f\uff01-\uff5e\U0001d400-\U0001d7ff"
_OF_LOOK_ALIKE = re.compile(f"[{_STRANGE}]|[oOlI](?:(?<=[0-9๐-๙].)|(?=[0-9๐-๙]))|(?<=[0-9๐-๙],)[oO]")
_LOOK_ALIKE = re.compile(
    f"[A-Za-z]*[{_STRANGE}]+[A-Za-z]*"
    "|[0-9๐-๙]+(?<![A-Za-z][0-9]),?[oOlI]+(?![A-Za-z0-9])|l[0-9๐-๙]+(?<![A-Za-z]l[0-9๐-๙])"
)
"""Words with letters of Greek, of Cyrillic, of full width and of formulas, which look like Latin ones, and numbers with
letters for 0 and 1."""
_DEBRIS = re.compile(
    r"</?\w[^<>]{0,80}>|\{\{|\}\}|\{%|%\}|&\w{2,8};|&#x?[0-9A-Fa-f]{2,6};|_x[0-9A-Fa-f]{4}_|[<>|\ufffd]"
    r"|\*{2,}|^#{1,6} |`+|【[^】\n]*】?|\[[0-9]{1,2}\]|[A-Z](?<![A-Za-z].):\\\S+"  # signs of a machine's answer, a path
    r"|\[(?:โปรด)?(?:ระบุ|กรอก|ใส่|ชื่อ|ตำแหน่ง|จำนวน|วันที่|เดือน|ปี)[^\]\n]{0,40}\]|\((?:โปรดระบุ[^)\n]{0,40}|ระบุ[\s.…]*|(?:ระบุ|ใส่|กรอก)?ชื่อ(?!ย่อ|เต็ม|เดิม|เล่น|เรื่อง)[ก-๎]{3,20})\)"
    r"|[#@](?<!\S.)[ก-๎A-Za-z]\S*|\(\s*\)|(?<!\S)[\w/-]+\.(?:jpe?g|png|JPE?G|PNG)(?!\S)"  # of social media, a picture
    r"|^[,;:)\]ๆ]|[๏๚๛]|\.{4,}|…{2,}|_{3,}|\?{2,}|x{3,}|X{4,}"  # left to be filled
    r"|(?:\.{3}|…)$|(?<![^\s/])(?:\.{3}|…)(?=[\s/])"  # the first words of the next page, or of an example
    r"|(?<!\S)(?:%[0-9A-Fa-f]{2}){2,}|«[^«»\n]*»?|\{[^{}\n]*\}|[{}]"  # an address, fields of Word
    r"|\\[nrt](?![a-z])|[ก-๎]•[ก-๎]|^['’´](?=[ก-๎])(?![^'’]*['’])|[2๒][5๕](?:[xX]{2}|[0-9๐-๙]?(?:[xX]|_{1,2}))(?![0-9A-Za-z])"
    r"|\( ?ต่อ ?\)|(?:มี|โปรด)?ต่อหน้า(?:ที่)? ?[0-9๐-๙]+"  # a line's end, a bullet, an apostrophe, a year to be filled in
    r"|(?:Error|ผิดพลาด)! ?\S+|(?<![A-Za-z0-9])(?:IMG|DSC|DCIM|LINE_ALBUM|Screenshot|S__)[_ -]?[0-9]{2,}\S*"
    r"|(?:https?://(?:localhost|127\.|10\.|192\.168\.)|file:/|\\\\(?=\w))\S*"  # where others reach nothing
    r"|[\u00a1-\u00ff]{2,}|[ก-๎]฿[ก-๎]"  # Thai read as Latin, ฿ in the place of a mark
    rf"|[{_OTHER_SIGNS}]+"
    r"|#(?:N/A|NAME\?|(?:REF|VALUE|DIV/0|NUM|NULL)!)"
    r"|(?<=[^0-9๐-๙] )[-–] [0-9๐-๙]{1,3} [-–](?!\S| \S)"
    r"|(?<!\S)(?:หน้า(?:ที่)? ?[0-9๐-๙]{1,3} ?(?:จาก|/|ของ) ?[0-9๐-๙]{1,3}|[Pp]age \d{1,3} of \d{1,3})(?!\S)",  # a page
    re.MULTILINE,
)
_OF_DEBRIS = re.compile(f"[๏๚๛฿•'’´<>{{}}%&|_?#@!*`【\\[\\\\…\ufffd\u00a1-\u00ff{_OTHER_SIGNS}]")
_RUNS = (
    " - ",
    " – ",
    "://",
    "file:/",
    "...",
    "xxx",
    "XXXX",
    "ระบุ",
    "ชื่อ",
    "หน้า",
    "ต่อ)",
    "ต่อ )",
    "25",
    "๒๕",
    "age ",
    "()",
    "( )",
    ".jp",
    ".png",
    ".JP",
    ".PNG",
)
"""What debris has, to be looked for first: the whole pattern takes seven times as long."""
_STAND_INS = TextStandIns.load()
_NO_TEXT = re.compile(
    r"""["“”'〃″`]{1,2}|-?\s*(?://|"|do\.?|ditto)\s*-?|n/?a|null|none|nan|undefined|to-?do|tbd|test|x+|[#*?+=/\\~^.,…]+"""
    r"""|[(\[](?:โปรด)?(?:ระบุ|กรอก|ใส่|พิมพ์|ชื่อ|ตำแหน่ง(?!ว่าง))[^)\]]*[)\]]|[-–—]{2,}"""
    rf"""|{_STAND_INS.pattern}""",
    re.IGNORECASE,
)
CONJUNCTIONS = tuple(f" {word}" for word in ("และ", "หรือ", "โดย", "เพื่อ", "ตลอดจน", "รวมทั้ง", "ซึ่ง", "แห่ง", "ของ"))
_ACTING = ("รักษาราชการแทน", "ปฏิบัติราชการแทน", "รักษาการแทน", "ทำการแทน")
_OPEN = tuple(f"{before}{dash}" for before in " 0123456789๐๑๒๓๔๕๖๗๘๙" for dash in "-–—")
_ENDS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("signatory_position", "proposer_position", "reporter_position", "approvers", "position"), _ACTING),
    **dict.fromkeys(("memo_number", "results_memo_number"), ("/", "-")),
    "period": (*_OPEN, "ถึง"),
}
"""What goes on in whole posts of those who act for another, in whole numbers of letters and in whole periods."""
_COUNTED_PLACES = re.compile("[0-9๐-๙] แห่ง$")
_NO_NAME = re.compile(rf"ชื่อ|นามสกุล|นามสมมุ?ติ|{_STAND_INS.pattern}")
_NOTHING = re.compile(one_of(_STAND_INS.nothing))
_PAGE_NUMBER = re.compile(r"[-–—(]?\s*[0-9๐-๙]{1,3}\s*[-–—)]?")
_NAMING = ("position", "role", "section", "responsible", "place")
"""Fields that name somebody or a place, which figures, signs and dates alone do not."""
_LETTER = re.compile("[ก-ฮA-Za-z]")
_REQUIRED = frozenset(field.name for field in _FIELDS if field.required)
_RIGHT_FORM = Misspellings.load().right_form
MISSPELT = re.compile(one_of(_RIGHT_FORM))
"""Any wrong form of the list."""
_DOUBLED = re.compile(
    r"(?<!\S)(\S{4,60}|[ก-๎]{1,3}) \1(?!\S)|(และ|โดย(?!โดยสาร)|ให้|ทุก(?!ทุกข์)|จาก"
    r"|ของ(?!ของ(?:ขวัญ|กำนัล|กลาง|ใช้|มี|เล่น|ฝาก|ที่|ชำร่วย|หาย|เสีย|สด|แถม|เก่า|บริจาค)))\2"
)
_WORDS_TWICE = ("และและ", "โดยโดย", "ให้ให้", "ทุกทุก", "จากจาก", "ของของ")
"""What such texts have without a space, to be looked for first: the whole pattern takes six times as long."""
_SHORTEST_HALF = 8
LONGEST_DOUBLED = 30
"""The most letters of what is typed twice without a space and is looked for as a word."""


def check_debris(cell: Cell) -> Iterator[Problem]:
    """What copying from a web page, a PDF or a template leaves in a text."""
    text = cell.text
    suspect = _OF_DEBRIS.search(text) or text.startswith((*",;:)]ๆ",)) or any(run in text for run in _RUNS)
    if suspect and (found := _DEBRIS.search(text)):
        yield DEBRIS.at(cell.place, found[0])


def check_look_alikes(cell: Cell) -> Iterator[Problem]:
    """Letters of other alphabets that look like Latin ones, each word once."""
    suspect = _OF_LOOK_ALIKE.search(cell.text)
    for found in dict.fromkeys(_LOOK_ALIKE.findall(cell.text)) if suspect else ():
        yield LOOK_ALIKE.at(cell.place, found)


def check_no_text(cell: Cell) -> Iterator[Problem]:
    """What stands for a text that is not there: ditto marks, words of other programs for nothing, words to be replaced.
    Of names of people the words alone are told here; what else they must not hold is told elsewhere."""
    if cell.field in NAMES:
        if _NO_NAME.fullmatch(cell.text):
            yield NO_TEXT.at(cell.place, cell.text)
    else:
        for line in cell.text.split("\n"):
            is_page = cell.field in LISTS and _PAGE_NUMBER.fullmatch(line)
            is_nobody = cell.field in _NAMING and (not _LETTER.search(line) or thai.parse_date(line) is not None)
            if (
                is_page
                or is_nobody
                or _NO_TEXT.fullmatch(line)
                or (cell.field in _REQUIRED and _NOTHING.fullmatch(line))
            ):
                yield NO_TEXT.at(cell.place, line)


def check_unfinished(cell: Cell) -> Iterator[Problem]:
    """A text that ends with a conjunction or a comma; a line of a list may go on in the next, and 5 แห่ง is a count."""
    ends = cell.text.endswith((",", ";", *CONJUNCTIONS, *_ENDS.get(cell.field, ()))) and cell.field not in NAMES
    if ends and not _COUNTED_PLACES.search(cell.text):
        yield UNFINISHED.at(cell.place, re.split(r"\s|(?=[,;/-]$)", cell.text)[-1])


def check_misspellings(cell: Cell) -> Iterator[Problem]:
    """Words of the list of misspellings; names of people may be spelled as they like."""
    if cell.field not in NAMES:
        for word in dict.fromkeys(MISSPELT.findall(cell.text)):
            yield MISSPELLING.at(cell.place, word, right=_RIGHT_FORM[word])


def check_doubled(cell: Cell) -> Iterator[Problem]:
    """A word or phrase typed twice in a row."""
    words = cell.text.split()
    suspect = len(set(words)) < len(words) or any(one in cell.text for one in _WORDS_TWICE)
    if suspect and (found := _DOUBLED.search(cell.text)):
        yield DOUBLED.at(cell.place, found[1] or found[2])
    elif (half := _half(words)) and (len(words) > 1 or len(half) > LONGEST_DOUBLED):
        yield DOUBLED.at(cell.place, shortened(half))


def _half(words: Sequence[str]) -> str:
    """The first half of a text that says the same twice, spaces aside; "" for any other."""
    letters = "".join(words)
    half, odd = divmod(len(letters), 2)
    is_twice = half >= _SHORTEST_HALF and not odd and letters.startswith(letters[half:])
    return letters[:half] if is_twice else ""
