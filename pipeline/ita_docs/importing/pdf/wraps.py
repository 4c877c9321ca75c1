"""Whether a line goes on in the next: what geometry shows of two lines, and what a whole file shows of its habits."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from ita_docs.importing.pdf import said
from ita_docs.importing.pdf.joints import PdfJoints, ends_in_na
from ita_docs.importing.pdf.lines import MARKER, PdfLine, ends_in_syllable
from ita_docs.importing.posts import completes_level, completes_role, role_in
from officefiles.thai import arabic_digits, unbroken
from thaipages.segment import joints as inside_words
from thaipages.segment import whole_breaks

_BINDS = (*("และ", "หรือ", "ของ", "แห่ง", "ด้าน", "เป็น", "ในการ", "เพื่อ", "ซึ่ง", "โดย", "ประจำ", "จาก", "กับ", "จะ", "/"),)
"""What no line ends with that does not go on."""
_BOUND_BEFORE = ("ๆ", "ฯ", ")", "]", "”", ",")
"""What no line begins with that does not go on."""
_LONG, _RUNNING, _HALF = 200.0, 3, 0.5
"""Points of the widest column in which lines of a text that runs over so many are seldom full, and their least part."""
_ROOM = 0.25
"""The part of its width that a first line leaves free at most where others of the file go on further left or right."""
_NEAR = 2.5
"""Points that two edges that are the same lie apart at most."""
_LOOSE = 0.15
"""Parts of the size that lines of a paragraph lie apart more than usual at most."""
_WIDEST_LEADING = 1.65
"""The same in all, where a file has no usual distance."""
_SPACE = 0.22
_LONGEST_WORD = 60
_BOUND = re.compile("(?:(?<=ที่)|(?<=ข้อ)|(?<=มาตรา)|(?<=ร้อยละ)) (?=[0-9๐-๙])")
_HANGING, _FAR = 60.0, 90.0
_TAIL = 30
_TORN, _TORN_SHARE = 0.8, 0.045
"""Lines that end inside a compound, and their share, in a file of a program that keeps compounds where it can."""
_IN_BRACKETS = re.compile(r"\(([0-9]{1,3})\)")


class Wrap(Enum):
    """What the end of a line is: the line goes on, it was ended there, or both may be."""

    GOES_ON = auto()
    ENDED = auto()
    UNCLEAR = auto()


@dataclass(frozen=True, slots=True)
class PdfArea:
    """Where lines run from and to, in points: the text of a page, or a cell."""

    left: float
    right: float


@dataclass(slots=True)
class PdfHabits:
    """What a file does throughout: ``leadings`` are the usual distances of lines by their size and if they run on a
    page or in a table; ``tears`` is true where lines end inside compounds, as LibreOffice's do; ``shifts`` are the
    starts of first lines below which the next lines begin further left or right in ``pages``, where text runs that is
    in no table."""

    joints: PdfJoints
    leadings: dict[tuple[int, bool], float]
    tears: bool = False
    shifts: frozenset[int] = frozenset()
    pages: frozenset[PdfArea] = frozenset()

    def is_near(self, above: PdfLine, below: PdfLine, area: PdfArea) -> bool:
        """True where two lines of one page, which run in ``area``, are no further apart than lines of a paragraph."""
        usual = self.leadings.get((round(above.size), area in self.pages))
        most = usual + _LOOSE * above.size if usual else _WIDEST_LEADING * above.size
        return 0.5 * above.size < below.y - above.y <= most


def habits_of(
    stories: Iterable[Sequence[tuple[PdfLine, PdfArea]]], joints: PdfJoints, pages: Iterable[PdfArea]
) -> PdfHabits:
    """The habits that stories, lines below each other with their areas, show; ``pages`` are those of no table."""
    distances: dict[tuple[int, bool], Counter[float]] = defaultdict(Counter)
    of_pages = frozenset(pages)
    pairs = [(one, two, area) for story in stories for (one, area), (two, _) in pairwise(story) if one.page == two.page]
    for one, two, area in pairs:
        if abs(one.size - two.size) < 0.6 and 0.8 * one.size < two.y - one.y < 2 * one.size:
            distances[round(one.size), area in of_pages][round(2 * (two.y - one.y)) / 2] += 1
    leadings = {lines: _usual(found) for lines, found in distances.items() if found.total() > 3}
    habits = PdfHabits(joints, leadings, pages=of_pages)
    full = [pair for pair in pairs if room_of(pair[0], pair[1], pair[2].right, habits) is Wrap.GOES_ON]
    habits.tears = sum(_is_torn(one, two) for one, two, _ in full) > _TORN + _TORN_SHARE * len(full)
    shifts = [(round(one.x), two.x - one.x) for one, two, area in full if area in habits.pages]
    below = Counter((x, abs(shift) > _NEAR) for x, shift in shifts if abs(shift) < _FAR)
    habits.shifts = frozenset(x for x, shifted in below if shifted and below[x, True] > below[x, False])
    return habits


def _usual(found: Counter[float]) -> float:
    """The least distance that is not rare."""
    return min(distance for distance, count in found.items() if count > 0.15 * found.total())


def _is_torn(one: PdfLine, two: PdfLine) -> bool:
    end = one.text[-_TAIL:]
    return len(end) in inside_words(end + two.text[:_TAIL])


def wrap_of(lines: Sequence[PdfLine], line: PdfLine, before: PdfArea, area: PdfArea, habits: PdfHabits) -> Wrap:
    """Whether a paragraph of ``lines``, which run in ``before``, goes on in ``line``, which runs in ``area``."""
    last = lines[-1]
    if abs(last.size - line.size) > 0.6 or abs(last.boldness - line.boldness) > 0.9:
        return Wrap.ENDED
    if said.begins_item(line, last) and not _counts_on(lines, line, area):
        return Wrap.ENDED
    if last.page == line.page and not habits.is_near(last, line, area):
        return Wrap.ENDED
    if len(line.pieces) > 1 and not MARKER.match(lines[0].text):
        return Wrap.ENDED
    in_columns = _share_columns(last, line) and room_of(last, line, before.right, habits) is Wrap.ENDED
    centred, further = is_centred(lines[0], area), line.x - area.left > area.right - line.right + line.size
    if in_columns or said.ends(last, line) or said.begins_reason(lines[0], line, centred=centred, further=further):
        return Wrap.ENDED
    if said.is_open(last, line):
        return Wrap.GOES_ON
    hangs = len(lines) == 1 and len(last.pieces) == 1 and any(abs(line.x - edge) <= _NEAR for edge in hanging(last))
    if _share_a_middle(last, line, before, area) and not (hangs or is_whole(line, area)):
        free = (before.right - before.left) - (last.right - last.x)
        if room_of(last, line, last.right + free, habits) is Wrap.ENDED:
            return Wrap.ENDED
        binds = last.text.endswith(_BINDS) or (habits.tears and has_no_end(last, line))
        return Wrap.GOES_ON if binds else Wrap.UNCLEAR  # such lines are mostly ended by hand
    shifts = before in habits.pages and any(abs(last.x - start) <= _NEAR for start in habits.shifts)
    shape = _shape(lines, line, before, area, shifts=shifts)
    found = room_of(last, line, before.right, habits)
    no_end = has_no_end(last, line)
    if not shape or (shape == "flush" and len(lines) == 1 and shifts and not (no_end and found is Wrap.GOES_ON)):
        return Wrap.ENDED
    of_its_own = role_in(line.pieces[0].text) and not _is_in_role(last, line)  # กรรมการ below คณบดีทุกคณะ
    if no_end and not (found is Wrap.ENDED and of_its_own):
        return Wrap.GOES_ON
    if found is Wrap.UNCLEAR and (shape == "shifted" or len(lines) > 1):
        return Wrap.GOES_ON
    room = before.right - last.right
    if shape == "shifted" and (shifts or hangs) and room < _ROOM * (before.right - before.left):
        return Wrap.GOES_ON
    narrow = before.right - before.left < _LONG and before.right - last.right < _HALF * (before.right - before.left)
    return Wrap.GOES_ON if narrow and len(lines) >= _RUNNING else found


def has_no_end(one: PdfLine, two: PdfLine) -> bool:
    """True where nothing ends at the end of a line: it stands within a word or a role, or behind one that binds."""
    binds = one.text.endswith(_BINDS) or two.text.startswith(_BOUND_BEFORE) or ends_in_na(one.text)
    binds = binds or _is_in_role(one, two) or completes_level(one.text, two.text)
    return binds or ends_in_syllable(one.text) or _is_torn(one, two)


def _is_in_role(one: PdfLine, two: PdfLine) -> bool:
    """True of lines that a role goes over."""
    tail, begins = one.pieces[-1].text.rpartition(" ")[2], two.pieces[0].text
    return bool(role_in(begins.removeprefix("และ"))) and completes_role(tail, begins)


def _share_columns(last: PdfLine, line: PdfLine) -> bool:
    """True of two lines with a column that begins at the same place, besides where they begin themselves."""
    return any(abs(one.x - two.x) <= _NEAR for one in last.pieces[1:] for two in line.pieces[1:])


def _counts_on(lines: Sequence[PdfLine], line: PdfLine, area: PdfArea) -> bool:
    """True where a line at the left edge begins with a number in brackets, and the one before it stands within the
    paragraph, where it marks no paragraph."""
    match = _IN_BRACKETS.match(arabic_digits(line.text))
    if not match or line.x - area.left > _NEAR or int(match[1]) < 2:
        return False
    before = f"({int(match[1]) - 1})"
    return any(before in arabic_digits(one.text)[1:] for one in lines)


def _shape(lines: Sequence[PdfLine], line: PdfLine, before: PdfArea, area: PdfArea, *, shifts: bool) -> str:
    """How a line stands below those of a paragraph: ``flush`` with them, ``shifted`` as second lines are, or not as a
    line of it can (empty)."""
    start = line.x - area.left + before.left
    if len(lines) > 1:
        return "flush" if abs(start - lines[-1].x) <= _NEAR else ""
    first = lines[0]
    if abs(start - first.x) <= _NEAR:
        return "flush"
    if start < first.x:
        begins = first.x - before.left < _HALF * (before.right - before.left)
        return "shifted" if begins and (start <= before.left + _NEAR or first.x - start < _HANGING) else ""
    hangs = MARKER.match(first.text) is not None and start - first.x < _HANGING
    hangs = hangs or ((shifts or first.x > before.left + _NEAR) and start - first.x < _HANGING / 2)
    return "shifted" if hangs or any(abs(start - edge) <= _NEAR for edge in hanging(first)) else ""


def hanging(line: PdfLine) -> Iterator[float]:
    """Where lines below a first one may begin besides its own start: at the text behind its number, at a column."""
    yield from (piece.x for piece in line.pieces[1:])
    match = MARKER.match(line.text)
    if match:
        length = 0
        for letter in line.pieces[0].letters:
            if length >= match.end() and letter.text != " ":
                yield letter.x
                return
            length += len(letter.text)


def room_of(last: PdfLine, line: PdfLine, right: float, habits: PdfHabits) -> Wrap:
    """What the room at the end of a line shows, which might go to ``right``: it goes on where the next one's first word
    had none, it was ended where that had, and either where only the first part of a compound had. No room holds a word
    that a whole line does not hold."""
    space = habits.joints.between(last.text, line.text, spaced=last.spaced)
    room = right - last.right - (_SPACE * last.size if space else 0.0)
    short, whole = first_word(line.text)
    if line.cut or width_of(line, short) > room:
        return Wrap.GOES_ON
    return Wrap.ENDED if width_of(line, whole) <= room else Wrap.UNCLEAR


def first_word(text: str) -> tuple[int, int]:
    """How many letters of ``text`` a line before it would have had to hold to go on with it: the first word, as a
    program has it that ends lines inside compounds, and as one that does not, with a number bound to it."""
    beginning = unbroken(text[:_LONGEST_WORD].replace("\t", " "))
    short = min(place for place in (whole_breaks(beginning)[0], *inside_words(beginning)) if place)
    bound = _BOUND.sub("\u00a0", beginning)
    return len(beginning[:short].rstrip(" ")), len(bound[: whole_breaks(bound)[0]].rstrip(" "))


def width_of(line: PdfLine, length: int) -> float:
    """How wide the first ``length`` characters of a line are."""
    count, right = 0, line.x
    for piece in line.pieces:
        for letter in piece.letters:
            if count >= length:
                return right - line.x
            count += len(letter.text)
            right = letter.right
    return right - line.x


def _share_a_middle(last: PdfLine, line: PdfLine, before: PdfArea, area: PdfArea) -> bool:
    """True of two lines that are set in the middle, on one page or over the end of one."""
    if last.page == line.page:
        return are_centred(last, line)
    inside = min(last.x - before.left, line.x - area.left) > 3 * _NEAR
    return (inside and are_centred(last, line)) or (is_centred(last, before) and is_centred(line, area))


def are_centred(one: PdfLine, two: PdfLine) -> bool:
    """True of two lines that start apart and have one middle."""
    return abs(one.x - two.x) > _NEAR and abs(one.x + one.right - two.x - two.right) <= 2 * _NEAR


def is_whole(line: PdfLine, area: PdfArea) -> bool:
    """True of a line from the left edge to about the right one."""
    return line.x - area.left <= _NEAR and area.right - line.right <= 2 * line.size


def is_centred(line: PdfLine, area: PdfArea) -> bool:
    """True of a line with as much room on its left as on its right, and some of it."""
    left, right = line.x - area.left, area.right - line.right
    return left > 3 * _NEAR and abs(left - right) <= 1.6 * _NEAR and not MARKER.match(line.text)
