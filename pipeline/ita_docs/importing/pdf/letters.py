"""Letters of a page with their places: marks back on the letters they stand on, private ones as the Thai they draw."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from math import hypot
from typing import NamedTuple

from ita_docs.importing.pdf.child import Raw
from ita_docs.importing.pdfium.kinds import UNSEEN
from officefiles.thai import clean
from officefiles.thai.drawn import undrawn

_LOW_AND_HIGH = "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e4d\u0e47"
_TONES = "\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4e"
_MARKS = frozenset(_LOW_AND_HIGH + _TONES)
_NEAR = 0.12
"""How far outside its letter the middle of a mark may be, in parts of the size."""
_ASIDE = 0.5
"""How far from the letter of its line that it stands on a mark astray may be, in parts of the size; one with no letter
so near stands on the letter above, after which a program ended the line."""
_ECHO, _HALF_AM, _NARROW = 6, 0.6, 0.1
_MOST_ASTRAY, _FAR_BACK = 1_000, 300
"""Marks of a page that are looked for, and letters among which the letter of one is."""
_CONSONANTS = re.compile("[ก-ฮ]")
_ASKEW = 5
_APART = 3.0
"""Sizes that two letters of one text beside the text stand apart at most."""
_SPACES = frozenset(" \u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000\t")
_UNSEEN = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad\r\n")
_HYPHEN = 2
"""What the library gives for a hyphen at the end of a line."""


class PdfLetter(NamedTuple):
    """A letter with its marks: where it begins and its advance ends, its base line (down from the top) and size, all
    in points; ``run`` numbers the stretches in which the page draws its text."""

    text: str
    x: float
    right: float
    y: float
    size: float
    bold: bool
    run: int = 0


def letters(page: Raw, left_out: Set[int] = frozenset()) -> list[PdfLetter]:
    """The letters and spaces of a page in the order of the file. Text that stands askew is left out: stamps and
    watermarks, which belong to pages; so is that of the kinds ``left_out``."""
    bases: list[PdfLetter] = []
    marks: dict[int, str] = {}
    looked = 0
    for sign, letter, box in _characters(page, left_out):
        if bases and _is_one_glyph(bases[-1], letter, box):
            bases[-1] = bases[-1]._replace(text=bases[-1].text + sign, right=max(bases[-1].right, letter.right))
            continue
        if sign not in _MARKS:
            bases.append(letter)
            continue
        last = len(bases) - 1
        at = _beneath(bases, letter, box)
        if at is None and looked < _MOST_ASTRAY:
            at, looked = _owner(bases, letter, box), looked + 1
        if at is None:
            bases.append(letter)
        else:
            marks[at] = marks.get(at, "") + sign
            if at < last and _is_made_up(bases[last]):
                bases.pop()
    for place, added in marks.items():
        bases[place] = bases[place]._replace(text=_with_marks(bases[place].text, added))
    return _without_echoes(bases)


def _is_one_glyph(letter: PdfLetter, more: PdfLetter, box: tuple[float, float]) -> bool:
    """True where a character was drawn with the letter before it by one glyph, as browsers draw a letter and all that
    stands on it: from one place, and not to the left of it, as a mark is drawn that follows another letter."""
    if (letter.x, letter.y, letter.run) != (more.x, more.y, more.run) or letter.text == " ":
        return False
    return letter.right <= letter.x or more.text not in _MARKS or (box[0] + box[1]) / 2 >= letter.x


def _without_echoes(found: Sequence[PdfLetter]) -> list[PdfLetter]:
    """The letters without those that browsers give a second time for the glyph of a mark; where one glyph is a letter
    and SARA AM, of which the file does not give the second half, it goes to the next letter."""
    kept: list[PdfLetter] = []
    for letter in found:
        narrow = len(letter.text) > 1 and letter.right - letter.x < _NARROW * letter.size
        if narrow and letter.text in {one.text for one in kept[-_ECHO:]}:
            continue
        if kept and kept[-1].text[1:].endswith("\u0e33") and 0 < letter.x - kept[-1].right < _HALF_AM * letter.size:
            kept[-1] = kept[-1]._replace(right=letter.x)
        kept.append(letter)
    return kept


def left_aside(page: Raw, left_out: Set[int]) -> list[str]:
    """The texts of a page that ``letters`` leaves out though they are seen: those askew, and of the kinds
    ``left_out``."""
    found: list[tuple[str, PdfLetter]] = [(sign, one) for sign, one, _ in _characters(page, left_out, aside=True)]
    texts, last = [""], None
    for sign, letter in found:
        if last and hypot(letter.x - last.x, letter.y - last.y) > _APART * max(letter.size, last.size):
            texts.append("")
        texts[-1] += sign
        last = letter
    return [text for one in texts if (text := clean(one))]


def _characters(
    page: Raw, left_out: Set[int], *, aside: bool = False
) -> Iterator[tuple[str, PdfLetter, tuple[float, float]]]:
    """Each character with a letter made of it, and the left and right edge of its box where it is a mark; with
    ``aside`` those that are left out though they are seen."""
    numbers, styles = page.letters, page.styles
    for at in range(0, len(numbers), 8):
        code, x, y, right, box_left, box_right, _, style = numbers[at : at + 8]
        size, bold, angle, kind = styles[style]
        out = _ASKEW < angle < 360 - _ASKEW or kind in left_out
        if size <= 0 or out != aside or (aside and kind == UNSEEN):
            continue
        sign = "-" if code == _HYPHEN else undrawn(chr(code)) if 0 < code < 0x110000 else "\ufffd"
        if sign in _UNSEEN:
            continue
        if sign in _SPACES:
            sign = " "
        letter = PdfLetter(sign, x / 100, right / 100, y / 100, size / 100, bool(bold), style)
        yield sign, letter, (box_left / 100, box_right / 100)


def _stands_on(letter: PdfLetter, mark: PdfLetter, box: tuple[float, float]) -> bool:
    """True where the box of a mark is over or below a letter."""
    return letter.text != " " and _away(letter, mark, (box[0] + box[1]) / 2) <= _NEAR * mark.size


def _beneath(bases: Sequence[PdfLetter], mark: PdfLetter, box: tuple[float, float]) -> int | None:
    """The place of the letter just read that a mark stands on, or of the consonant before it where the mark stands over
    that and beside the last; ``None`` where it stands on neither."""
    last, middle = len(bases) - 1, (box[0] + box[1]) / 2
    if last < 0 or not _stands_on(bases[last], mark, box):
        return None
    aside = last > 0 and _away(bases[last], mark, middle) > 0 and _CONSONANTS.match(bases[last - 1].text)
    return last - 1 if aside and _away(bases[last - 1], mark, middle) == 0 else last


def _owner(bases: Sequence[PdfLetter], mark: PdfLetter, box: tuple[float, float]) -> int | None:
    """The place of the letter that a mark astray stands on: the consonant of the line that is nearest to it, wherever
    the file has the mark; else the one before it, behind which a line may have its spaces."""
    last = len(bases) - 1
    nearest = min(
        (
            (_away(bases[place], mark, (box[0] + box[1]) / 2), -place)
            for place in range(max(0, last - _FAR_BACK), last + 1)
            if _CONSONANTS.match(bases[place].text) and abs(bases[place].y - mark.y) < 0.5 * mark.size
        ),
        default=None,
    )
    if nearest is None or nearest[0] > _ASIDE * mark.size:
        return next((at for at in range(last, max(-1, last - _FAR_BACK), -1) if bases[at].text != " "), None)
    return -nearest[1]


def _is_made_up(letter: PdfLetter) -> bool:
    """True of a space that only the place of a mark behind it made the library see."""
    return letter.text == " " and letter.right <= letter.x


def _away(letter: PdfLetter, mark: PdfLetter, place: float) -> float:
    """How far a place is outside the advance of a letter, in points; far where the letter is on another line."""
    if abs(letter.y - mark.y) > 0.5 * mark.size:
        return 1e6
    return max(letter.x - place, place - letter.right, 0.0)


def _with_marks(text: str, added: str) -> str:
    """A letter with marks in the order in which Thai is written: vowels above and below, then tones."""
    marks = text[1:] + added
    if text[0] == "\u0e33":  # the marks of the letter before it, drawn after its SARA AM
        return marks + text[0]
    return text[0] + "".join(sorted(dict.fromkeys(marks), key=lambda mark: mark in _TONES))


_SPLIT_AM = re.compile("([ก-ฮ])([\u0e48-\u0e4b]?)(?: ?\u0e4d ?([\u0e48-\u0e4b]?)| ([\u0e48-\u0e4b]?)) ?\u0e32")
_TURNED_AM = re.compile("([ก-ฮ])([\u0e48-\u0e4b]?)\u0e32([\u0e48-\u0e4b]?)\u0e4d")


def mended(text: str) -> str:
    """A line's text with what programs take apart joined: SARA AM of two signs (with or without a space in place of or
    beside the first: a word never begins with SARA AA)."""
    if "\u0e32" in text:
        text = _TURNED_AM.sub(lambda m: f"{m[1]}{m[2]}{m[3]}\u0e33", text)
        text = _SPLIT_AM.sub(lambda m: f"{m[1]}{m[2]}{m[3] or m[4] or ''}\u0e33", text)
    return text
