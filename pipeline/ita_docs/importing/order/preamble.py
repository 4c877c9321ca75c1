"""The head and the preamble of an order: of which office, its number and subject, why, and by what power."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ita_docs.framework.words.kinds import OfficeKinds
from ita_docs.framework.words.orders import OrderWords
from ita_docs.framework.words.sentences import DocumentPhrases
from ita_docs.importing.blocks import OldPlace
from ita_docs.importing.documents import ReadCell
from ita_docs.importing.joining import is_open, join_lines
from ita_docs.importing.order import kinds
from ita_docs.importing.order.lines import PrintedLine, goes_on, says_more
from ita_docs.importing.order.seats import SeatList
from ita_docs.importing.posts import is_post
from ita_docs.thai import parse_order_number

_ORDER = re.compile(r"คำสั่ง\s*(?P<office>.*)")
_NUMBER = re.compile(r"(?:^|\s)ที่\s*(?P<before>[^0-9๐-๙/]{0,30})(?P<number>[0-9๐-๙]*)[\s.…]*/\s*(?P<year>[0-9๐-๙]{4})")
_YEAR = re.compile(r"ปีงบประมาณ\s*(?:พ\.\s*ศ\.\s*)?([0-9๐-๙]{4})|ประจำปี\s*(?:พ\.\s*ศ\.\s*)?([0-9๐-๙]{4})")
_LABEL = r"[(]?[0-9๐-๙]{1,2}[.)]"
_CANCEL = rf"(?:จึง(?:มีคำสั่ง|ขอ)?(?:ให้)?|^(?:{_LABEL}\s*)?ให้)ยกเลิก.{{5,400}}?"
_CANCELS = re.compile(rf"{_CANCEL}(?:และ|พร้อมทั้ง|โดย|แล้ว)(?:ขอ|ให้)?(?=แต่งตั้ง)")
_ORDERS = re.compile(r"\s*จึง(?:ให้|ได้)?(?:มี|ออก)คำสั่ง(?:ไว้)?(?=[\s:]*(?:ดังนี้|ดังต่อไปนี้|ข้อ\s))")
_ENDS_LAW = re.compile(r"(?:[0-9๐-๙)]|เพิ่มเติม)$")
_OFFICE = 6
"""Letters at the end of an office's name by which the post of its head is known."""
_MARKING = re.compile(r"\([^()]{1,15}\)")
"""What a line below the office says of the order (``(เฉพาะ)``)."""
_HEADING = 100
"""No line of a heading has so many letters and marks."""
NO_NUMBER = "เอกสารไม่ได้ระบุเลขที่คำสั่ง"
NUMBER_LED = "เลขที่คำสั่งมีข้อความอื่นนำหน้า"
NO_POWERS = "ไม่พบข้อความอาศัยอำนาจตามกฎหมาย"
NO_REASON = "ไม่พบเหตุผลในการออกคำสั่ง"
POWERS_UNCLEAR = "ไม่แน่ชัดว่าข้อความอำนาจตามกฎหมายสิ้นสุดที่ใด"
CANCELS = "คำสั่งนี้ยกเลิกคำสั่งเดิมด้วย ซึ่งแบบกรอกไม่มีช่อง: “{said}”"
YEAR_UNCLEAR = "ปีงบประมาณได้จากวันที่ของคำสั่ง เพราะเนื้อความไม่ได้ระบุไว้อย่างชัดเจน"


@dataclass(slots=True)
class Preamble:
    """What stands before the committees: cells of the general sheet, the places, those of lines that say more than the
    cells (``more``), the text that appoints, and the number of the line after it."""

    general: dict[str, ReadCell] = field(default_factory=dict)
    used: set[OldPlace] = field(default_factory=set)
    more: set[OldPlace] = field(default_factory=set)
    appointing: str = ""
    end: int = 0


def begins_order(lines: Sequence[PrintedLine], place: int) -> bool:
    """True of the line at ``place`` where it is the head of an order: คำสั่ง and the office, then its number."""
    line = lines[place]
    match = _ORDER.match(line.text)
    if line.label or (line.row and len(line.pieces) > 1) or not match or len(line.text) > 200:
        return False
    if _NUMBER.search(line.text):
        return "ลงวันที่" not in line.text and (line.text.count("เรื่อง") == 0 or "แต่งตั้ง" in line.text)
    head = line.centred or (line.text.startswith("คำสั่งที่") and "ลงวันที่" not in line.text)
    for after in lines[place + 1 : place + 4]:
        if re.match(r"ที่\s*[0-9๐-๙./\s…]|ที่\s*\S{0,12}\s*[0-9๐-๙.…\s]*/", after.text) and not after.label:
            return True
        if len(after.text) > 120:
            return False
        if head and after.text.startswith("เรื่อง"):  # a draft, or the number stands at the head of the page
            return "แต่งตั้ง" in after.text
    return False


def order_begins(lines: Sequence[PrintedLine], place: int) -> int:
    """The first line of an order whose head is at ``place``: the office may stand above it (``คำสั่งที่ …``)."""
    above = lines[place - 1] if place and lines[place].text.startswith("คำสั่งที่") else None
    return place - 1 if above and OfficeKinds.load().known(above.text) else place


def read_preamble(lines: Sequence[PrintedLine], elsewhere: str, broken: bool) -> Preamble:
    """The head and the preamble of the order that ``lines`` begin with."""
    found = Preamble()
    place = _head(lines, found, elsewhere)
    _body(lines, place, found, elsewhere, broken)
    for line in lines[: found.end]:
        found.used.update(line.places)
    found.used -= found.more
    return found


def _head(lines: Sequence[PrintedLine], found: Preamble, elsewhere: str) -> int:
    """Reads office, number and subject; the number of the line after them."""
    office, place, text, number = list[str](), 0, "", None
    for place, line in enumerate(lines[:5]):
        if line.text.startswith("เรื่อง"):
            place -= 1
            break
        text = line.text.removeprefix("คำสั่ง")
        number = _NUMBER.search(text)
        blank = re.match(r"ที่\s", text) if place else re.match(r"ที่\s*[.…/\s]*$", text)
        office.append(text[: number.start()] if number else "" if blank else text)
        if number or blank:
            break
    name = join_lines(office[:1], elsewhere)
    for one in office[1:]:
        if _MARKING.fullmatch(one):
            continue
        name = f"{name} {one}" if one.startswith(("มหาวิทยาลัย", "สังกัด")) else join_lines([name, one], elsewhere)
    first = lines[0].places
    found.general["name"] = ReadCell(name.strip(" -"), first)
    if not number and re.search("[0-9๐-๙]", lines[place].text):
        found.more.update(lines[place].places)
    typed = f"{number['number']}/{number['year']}" if number and number["number"] else ""
    doubt = NUMBER_LED if number and number["before"].strip() else ""
    if number and typed and parse_order_number(led := f"{number['before'].strip()} {typed}"):
        typed, doubt = led.strip(), ""  # letters that numbers may begin with
    found.general["number"] = ReadCell(typed, lines[place].places, doubt if typed else NO_NUMBER)
    return _subject(lines, place, text[number.end() :].strip() if number else "", found, elsewhere)


def _subject(lines: Sequence[PrintedLine], place: int, same_line: str, found: Preamble, elsewhere: str) -> int:
    """Reads the subject after the number's line ``place``; the number of the line after it."""
    texts = [same_line] if same_line.startswith("เรื่อง") else []
    if not texts and says_more(same_line):
        found.more.update(lines[place].places)
    start = place + 1
    if not texts:
        start = next((n for n in range(place + 1, min(place + 4, len(lines))) if lines[n].text.startswith("เรื่อง")), -1)
        if start < 0:
            return place + 1
        found.more.update(one for line in lines[place + 1 : start] for one in line.places)
        texts, start = [lines[start].text], start + 1
    first = lines[start - 1]
    end = start
    while end < min(start + 4, len(lines)) and _goes_on(first, lines, end):
        texts.append(lines[end].text)
        end += 1
    text = re.sub(r"^เรื่อง\s*[:：]?\s*", "", join_lines(texts, elsewhere))
    places = tuple(dict.fromkeys(one for line in lines[start - 1 : end] for one in line.places))
    found.general["subject"] = ReadCell(text, places)
    return end


def _goes_on(first: PrintedLine, lines: Sequence[PrintedLine], place: int) -> bool:
    """True of a line that belongs to the subject that begins in ``first``."""
    line = lines[place]
    if kinds.is_reason(line) or line.label:
        return False
    if line.places == first.places:  # a line ended by hand
        return True
    if not lines[place - 1].ended:
        return True
    weak = kinds.starts_with(line.text, OrderWords.load().reasons)
    if not weak and len(line.text) < _HEADING and any(map(_begins_reason, lines[place + 1 : place + 3])):
        return True
    if line.centred or first.centred:
        return line.centred and (first.centred or not weak)
    strong = any(map(kinds.is_reason, lines[place + 1 : place + 4]))
    return len(line.text) < _HEADING and (not weak or (strong and not line.inset))


def _begins_reason(line: PrintedLine) -> bool:
    return kinds.is_reason(line) and not line.text.startswith("อาศัยอำนาจ")


def _body(lines: Sequence[PrintedLine], place: int, found: Preamble, elsewhere: str, broken: bool) -> None:
    """Reads reason and powers, up to what says that people are listed, or the first committee or seat."""
    start, text, first = place, "", lines[0]
    while place < len(lines) and not _listing(lines, place, text):
        line = lines[place]
        same = goes_on(first, lines[place - 1], line) or (broken and not line.inset)
        if text and not line.label and same:
            text = join_lines([text, line.text], elsewhere)
        else:
            first, text = line, f"{text} {line.printed}".strip()
        place += 1
        if _appoints(text) and (kinds.is_made_of(text) or re.search("แนบท้าย", text[-40:])):
            break
    found.end = place
    body = lines[start:place]
    _reason_and_powers(text, body, found)
    _fiscal_year(found)


def _listing(lines: Sequence[PrintedLine], place: int, text: str) -> bool:
    """True where the preamble is over: a committee or a seat begins, or the order ends."""
    line = lines[place]
    if kinds.is_ending(line) or (line.row and kinds.heads_of_columns(line)):
        return True
    if not _appoints(text):
        return bool(line.label and line.label.first and line.row and kinds.is_seat(line))
    if line.label and line.label.first and kinds.is_committee(line):
        return True
    return SeatList().begins(line, lines[place + 1 : place + 4]) and (not line.label or line.label.first)


def _appoints(text: str) -> re.Match[str] | None:
    words = OrderWords.load().any_of(OrderWords.load().appoints)
    power = re.search("อาศัยอำนาจ", text)
    therefore = rf"จึง[^จ]{{0,60}}?|{_CANCELS.pattern}|\s(?:ขอ|ให้)?\s*|^"
    return re.compile(rf"(?:{therefore})(?:{words})").search(text, power.end() if power else 0)


def _cancels(text: str) -> str:
    """What an order cancels before it appoints, in its words; empty of one that cancels nothing."""
    match = _CANCELS.search(text)
    return match[0] if match else ""


def _reason_and_powers(text: str, body: Sequence[PrintedLine], found: Preamble) -> None:
    phrases = DocumentPhrases.load()
    power = re.search(rf"(?P<therefore>(?:จึง|โดย|ฉะนั้น|ดังนั้น)\s*)?{phrases.whole_powers}", text)
    appoints = _appoints(text)
    found.appointing = text[appoints.start() :] if appoints else ""
    if appoints and says_more(found.appointing, *_appointed(found)):
        found.more.update(_places(body, text, text[: appoints.start()]))
    end = power.start() if power else appoints.start() if appoints else len(text)
    reason = _without_who_orders(text[:end].strip(), found.general["name"].text)
    cancels = _cancels(appoints[0] if appoints else "")
    if first := re.search(rf"\s*(?P<said>{_CANCEL})\s*(?:และ|{_LABEL})?$", reason):  # said before the powers
        reason, cancels = reason[: first.start()], first["said"]
    doubt = CANCELS.format(said=cancels) if cancels else "" if reason else NO_REASON
    found.general["reason"] = ReadCell(reason, _places(body, text[:end], ""), doubt)
    if not power:
        found.general["powers"] = ReadCell("", _places(body, text, ""), NO_POWERS)
        return
    to = appoints.start() if appoints else len(text)
    if purpose := re.search(r"\s+(?:และ|ทั้งนี้\s*)?(?=เพื่อ)", text[power.end() : to]):  # said behind the powers
        reason = f"{reason} {text[power.end() + purpose.end() : to].strip()}".strip()
        found.general["reason"] = ReadCell(reason, _places(body, text[:to], ""), doubt if cancels else "")
        to = power.end() + purpose.start()
    orders = _ORDERS.search(text[power.end() : to])
    if orders:  # what is ordered stands in sections, the first of which may cancel another order
        if first := re.search(r"(?:ให้)?ยกเลิก.{5,400}?(?=\sข้อ\s|$)", text[power.end() + orders.end() : to]):
            said = found.general["reason"]
            found.general["reason"] = replace(said, doubt=CANCELS.format(said=first[0].strip()))
        to = power.end() + orders.start()
    places = _places(body, text[:to], text[: power.end()])
    powers = _without_who_orders(text[power.end() : to].strip(), found.general["name"].text)
    law, _, post = powers.rpartition(" ")
    powers = law if is_post(post) and _ENDS_LAW.search(law) else powers
    of_sections = powers.removeprefix("ความใน").strip()
    if not of_sections.startswith(phrases.whole):  # a law is given by its sections, and the software prints ความใน
        powers = of_sections
    sure = orders is not None or (
        appoints is not None and (appoints[0].startswith("จึง") or "จึง" in (power["therefore"] or ""))
    )
    found.general["powers"] = ReadCell(powers, places, "" if sure else POWERS_UNCLEAR)


def _without_who_orders(text: str, office: str) -> str:
    """A text without the office at its end, or the post of its head, that therefore orders."""
    for space in re.finditer(r"\s+", text):
        said, who = text[: space.start()], text[space.end() :]
        head = is_post(who) and who.count(" ") <= office.count(" ")
        if (who == office or (head and office.endswith(who[-_OFFICE:]))) and not is_open(said):
            return said
    return text


def _appointed(found: Preamble) -> tuple[str, ...]:
    """What words that appoint say and the subject says, too."""
    cell = found.general.get("subject")
    subject = re.sub(rf"^(?:{OrderWords.load().any_of(OrderWords.load().appoints)})", "", cell.text) if cell else ""
    return subject, *subject.split(), _cancels(found.appointing)


def _places(body: Sequence[PrintedLine], text: str, before: str) -> tuple[OldPlace, ...]:
    """The places of the lines that say a text of the ``body``, but for what is said ``before``."""
    begin, end, at, own = len(_bare(before)), len(_bare(text)), 0, list[PrintedLine]()
    for line in body:
        if at < end and at + len(_bare(line.printed)) > begin:
            own.append(line)
        at += len(_bare(line.printed))
    return tuple(dict.fromkeys(place for line in own for place in line.places))


def _bare(text: str) -> str:
    return "".join(text.split())


def _fiscal_year(found: Preamble) -> None:
    """The fiscal year as the subject says, else the reason, where it names one alone."""
    appointing = ReadCell(found.appointing, found.general["powers"].places)
    for cell in (found.general.get("subject", appointing), found.general["reason"], appointing):
        years = list(dict.fromkeys(one or two for one, two in _YEAR.findall(cell.text)))
        if years:
            doubt = "" if len(years) == 1 else YEAR_UNCLEAR
            found.general["fiscal_year"] = ReadCell(years[0], cell.places, doubt)
            return
