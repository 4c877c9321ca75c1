"""The end of an order: since when it holds, the date, and who signed it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ita_docs.framework.words.lists import Titles
from ita_docs.framework.words.orders import OrderWords, squeezed
from ita_docs.importing.blocks import OldPlace
from ita_docs.importing.documents import ReadCell
from ita_docs.importing.joining import as_elsewhere, join_lines
from ita_docs.importing.names import PersonText, has_name, name_within, read_name
from ita_docs.importing.order.kinds import starts_with
from ita_docs.importing.order.lines import PrintedLine, says_more
from ita_docs.importing.posts import is_post, without_label
from ita_docs.thai import A_MONTH

NO_DATE = "เอกสารไม่ได้ระบุวันที่ลงนาม"
SINCE_UNCLEAR = "วันที่มีผลใช้บังคับไม่ได้เขียนเป็นวันที่"
UNTIL = "คำสั่งกำหนดวันสิ้นสุดไว้ด้วย ซึ่งแบบกรอกไม่มีช่อง"
DATE_ALONE = "วันที่ไม่มีคำนำหน้าว่า สั่ง ณ วันที่"
NO_SIGNATORY = "ไม่พบชื่อผู้ลงนาม"
NO_POST = "ไม่พบตำแหน่งผู้ลงนาม"
POST_OVER_PAGE = "ข้อความนี้อยู่คนละหน้ากับชื่อผู้ลงนาม จึงไม่แน่ชัดว่าเป็นตำแหน่งผู้ลงนาม"

_TWICE = 2
_TAIL = 12
"""Letters of a name that tell what ends it."""

_OF_YEAR = "(?:[0-9๐-๙]{4}|[0-9๐-๙]{2})(?![0-9๐-๙])"
_DATE = re.compile(
    rf"[0-9๐-๙]{{1,2}}\s*(?:เดือน\s*)?(?:{A_MONTH})\s*(?:พ\.?\s*ศ\.?|พุทธศักราช|ปี)?\s*{_OF_YEAR}|"
    rf"[0-9๐-๙]{{1,2}}(?P<sign>[/.-])[0-9๐-๙]{{1,2}}(?P=sign){_OF_YEAR}"
)
_IN_BRACKETS = re.compile(r"[(\[]\s*(?P<name>[^()\[\]]+?)\s*[)\]]")


@dataclass(slots=True)
class Ending:
    """Cells of the general sheet from the end of an order, their places, and the number of the line after it."""

    general: dict[str, ReadCell] = field(default_factory=dict)
    used: set[OldPlace] = field(default_factory=set)
    end: int = 0


def read_ending(lines: Sequence[PrintedLine], start: int, elsewhere: str) -> Ending:
    """The end of an order, which begins at line ``start``."""
    found = Ending(end=start)
    lines = lines[: start + 30]
    dated = next((n for n in range(start, len(lines)) if _signed_at(lines[n]) >= 0), None)
    alone = next((n for n in range(start, len(lines)) if _DATE.fullmatch(lines[n].text)), None)
    at = dated if dated is not None else alone
    until = start + 2 if dated is None else dated + 1
    _since([line for n, line in enumerate(lines[start:until], start) if n != at or at == dated], found, elsewhere)
    if at is None:
        found.general["date"] = ReadCell("", lines[start].places if start < len(lines) else (), NO_DATE)
    else:
        found.general["date"] = _date_at(lines, at, "" if at == dated else DATE_ALONE)
        found.end = at + 1
    below = start if dated is None else found.end  # a date alone may stand below who signed
    found.end = max(found.end, _signatory(_single(lines[below:]), found, below, elsewhere))
    said = [one for cell in found.general.values() for one in (cell.text, *cell.text.split("\n"))]
    more = {place for line in lines[start : found.end] if says_more(line.text, *said) for place in line.places}
    found.used.update({place for line in lines[start : found.end] for place in line.places} - more)
    return found


def _date_at(lines: Sequence[PrintedLine], at: int, doubt: str) -> ReadCell:
    """The date in the line ``at``, or in the next one."""
    signed = lines[at].text[max(0, _signed_at(lines[at])) :]
    below = lines[at + 1 : at + 2] if not _date(signed) else ()
    date = _date(" ".join([signed, *(line.text for line in below)]))
    places = (*lines[at].places, *(place for line in below if date for place in line.places))
    return ReadCell(date, places, doubt if date else NO_DATE)


def _signed_at(line: PrintedLine) -> int:
    """Where in a line the words before the date of an order begin, -1 where they do not stand there."""
    words = OrderWords.load()
    match = re.search(rf"(?:^|\s)(?:{words.any_of(words.signed)})", line.text)
    return match.start() if match else -1


def _date(text: str) -> str:
    match = _DATE.search(text)
    return re.sub(r"\s+", " ", match[0]) if match else ""


def _since(lines: Sequence[PrintedLine], found: Ending, elsewhere: str) -> None:
    """Reads since when the order holds; nothing where it is from now on."""
    said = [line.text if (at := _signed_at(line)) < 0 else line.text[:at] for line in lines]
    text = join_lines(said, elsewhere)
    places = tuple(place for line in lines for place in line.places)
    words = OrderWords.load()
    dated = re.search(rf"(?:ตั้งแต่|นับแต่|มีผล)(?:(?!ถึง)\D){{0,30}}?(?={_DATE.pattern})", text)
    if dated and (date := _date(text[dated.end() :])):
        found.general["effective"] = ReadCell(date, places, UNTIL if len(_DATE.findall(text)) > 1 else "")
        return
    match = re.search(r"(?:ตั้งแต่|นับแต่)\s*(?=(.{2,60}?)\s*เป็นต้นไป|(\S{2,60}))", text)
    since = (match[1] or match[2]) if match else ""
    if since and not starts_with(since, words.from_now_on):
        found.general["effective"] = ReadCell(since, places, SINCE_UNCLEAR)


def _single(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines, each piece of a row or between tabs as a line of its own, and a post behind a name."""
    single = list[PrintedLine]()
    for line in lines:
        pieces = _whole(line.pieces) if not line.label else [line.printed]
        texts = [text for piece in pieces for text in _name_and_post(piece)]
        single.extend(replace(line, columns=((text,),), label=None) for text in texts)
    return single


def _name_and_post(text: str) -> tuple[str, ...]:
    found = name_within(text)
    post = found[2] if found and is_post(found[2]) and text.endswith(found[2]) else ""
    return (text.removesuffix(post), post) if post else (text,)


def _whole(pieces: Sequence[str]) -> list[str]:
    """The pieces, those of a name in brackets that a wide gap parts as one."""
    whole = list[str]()
    for piece in pieces:
        if whole and whole[-1].count("(") > whole[-1].count(")"):
            whole[-1] = f"{whole[-1]} {piece}"
        else:
            whole.append(piece)
    return whole


def _signatory(lines: Sequence[PrintedLine], found: Ending, before: int, elsewhere: str) -> int:
    """Reads who signed from the lines below the date, one piece each; how many lines of the order are read then."""
    named = next((n for n, line in enumerate(lines[:10]) if _name_of(line, lines[:n])), None)
    if named is None:
        for name in ("title", "first_name", "last_name"):
            found.general[f"signatory_{name}"] = ReadCell("", (), NO_SIGNATORY)
        return before
    person = _name_of(lines[named], lines[:named])
    assert person is not None
    rank = _rank_above(lines[:named])
    for name in ("title", "first_name", "last_name"):
        text = (rank + person.title) if name == "title" else getattr(person, name)
        doubt = "" if name == "title" and rank else person.doubts.get(name, "")
        found.general[f"signatory_{name}"] = ReadCell(text, lines[named].places, doubt)
    name = squeezed(person.first_name + person.last_name)
    below = next((n for n, line in enumerate(lines) if n > named and name not in squeezed(line.text)), len(lines))
    post = _post_below(lines, below, elsewhere)
    text = _joined([without_label(line.text) for line in post])
    places = tuple(dict.fromkeys(place for line in post for place in line.places)) or lines[named].places
    over_page = bool(post) and post[0].new_page and elsewhere.count(text) < _TWICE
    doubt = POST_OVER_PAGE if over_page else "" if text else NO_POST
    found.general["signatory_position"] = ReadCell(text, places, doubt)
    last = (post or [lines[named]])[-1]
    return before + _count(lines, last)


def _count(lines: Sequence[PrintedLine], last: PrintedLine) -> int:
    """How many lines stand up to ``last``, pieces of one line counted once."""
    return 1 + [*dict.fromkeys(line.places for line in lines)].index(last.places)


def _name_of(line: PrintedLine, above: Sequence[PrintedLine]) -> PersonText | None:
    match = _IN_BRACKETS.search(line.text)
    if match:
        return read_name(match["name"], titled=bool(_rank_above(above)))
    return read_name(line.text) if has_name(line.text) and len(line.text) < 60 else None


def _rank_above(lines: Sequence[PrintedLine]) -> str:
    """The rank that stands before the signature."""
    for line in lines:
        text = re.sub(r"\(?ลงชื่อ\)?|ลงนาม|[.…_]{2,}", "", line.text).strip()
        if text and Titles.load().a_rank.fullmatch(text):
            return text
    return ""


def _post_below(lines: Sequence[PrintedLine], start: int, elsewhere: str) -> list[PrintedLine]:
    """The lines of the post below a name: the first, and those that go on from it or say in whose stead."""
    words = OrderWords.load()
    post = list[PrintedLine]()
    for line in lines[start : start + 4]:
        text = line.text
        if (line.new_page and (post or not is_post(text))) or len(text) > 110 or starts_with(text, words.not_signed):
            break
        goes_on = starts_with(text, words.acting) or (post and _expects_more(post[-1].text)) or (post and is_post(text))
        if post and not goes_on:  # the name of the office, over two lines
            goes_on = f"{post[-1].text[-_TAIL:]}{text}" in elsewhere
            goes_on = goes_on or as_elsewhere(post[-1].text, text, elsewhere) is not None
        if post and not (goes_on or line.places == post[-1].places or not post[-1].ended):
            break
        post.append(line)
    return post


def _expects_more(text: str) -> bool:
    """True of a line of a post after which whose post it is must follow."""
    return bool(re.search(r"(?:แทน|ตำแหน่ง|หน้าที่|(?<!ผู้ว่า)ราชการ|รักษาการ|การบริหาร)$", text))


def _joined(texts: Sequence[str]) -> str:
    """The post in lines, a new one where it says in whose stead; other lines are one text."""
    words = OrderWords.load()
    lines = list[str]()
    for text in texts:
        if lines and not starts_with(text, words.acting) and not is_post(text) and not _expects_more(lines[-1]):
            lines[-1] = join_lines([lines[-1], text])
        else:
            lines.append(text)
    return "\n".join(lines)
