"""Checks of what was taken over from another office's pack: its name, its head, the law that gives it power."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from operator import eq

from ita_docs import thai
from ita_docs.checks.cells import Cell, holding
from ita_docs.checks.text import NAMES, one_of
from ita_docs.framework.model import Framework
from ita_docs.framework.words.kinds import OfficeKind, OfficeKinds
from ita_docs.framework.words.lists import Districts
from ita_docs.framework.words.spelling import Spelling
from ita_docs.model import Submission
from officefiles.problems import Kind, Problem, Severity
from thaipages.segment import is_word, word_ends

OTHER_OFFICE = Kind(
    "other-office",
    "ข้อความกล่าวถึง “{found}” ซึ่งเป็นหน่วยงานหรือเขตอื่น",
    "ตรวจสอบว่าเป็นข้อความที่ค้างมาจากเอกสารของหน่วยงานอื่นหรือไม่",
    "ข้อความมีชื่อหน่วยงานอื่นหรือเขตอื่น",
    Severity.WARNING,
)
OTHER_KIND = Kind(
    "other-kind-of-office",
    "“{found}” เป็นคำของ{kind} แต่เอกสารนี้เป็นของ{office}",
    "ตรวจสอบว่าเป็นข้อความที่ค้างมาจากเอกสารของหน่วยงานประเภทอื่นหรือไม่",
    "ข้อความมีคำเรียกหน่วยงาน ตำแหน่งผู้บริหาร หรือหน่วยงานย่อยของหน่วยงานอีกประเภทหนึ่ง",
    Severity.WARNING,
)
OTHER_LAW = Kind(
    "other-kind-of-law",
    "“{found}” เป็นกฎหมายของ{kind} แต่เอกสารนี้เป็นของ{office}",
    "ตรวจสอบกฎหมายที่ให้อำนาจออกคำสั่งของหน่วยงานนี้",
    "ข้อความอ้างกฎหมายที่ให้อำนาจแก่หน่วยงานอีกประเภทหนึ่ง",
    Severity.WARNING,
)

_WORDS = OfficeKinds.load()
_DISTRICTS = Districts.load().names
_BEFORE = 30
"""How many characters before a name may say that it is named on purpose."""
_AFTER_IT = 10
"""… and after it."""
_SHORTEST = 2
"""The letters of a name that was read; a shorter one stands in for one that could not be."""
_LONGEST = 25
"""The letters of the longest name; what goes on without a space is a sentence."""
_SHORT = 5
"""A word shorter than this betrays nothing as a part of a longer one (ปลัดกระทรวง)."""
_LEAST_SHARED = 4
"""The letters that a slip shares with the office's name."""
_LEAST_NOUN = 6
"""The letters of a word for an office that one of another kind may share (วิทยาลัย)."""

_WHOLE = frozenset(word for word in _WORDS.by_word if len(word) < _SHORT)
_OUTSIDE = {word: kind.not_before for kind in _WORDS.kinds for word in (*kind.names, *kind.words) if kind.not_before}
"""After these words of a kind another body is named (สำนักงานเขตพื้นที่การศึกษา)."""
_BETRAYING = re.compile(one_of({*_WORDS.by_name, *_WORDS.by_word, *(f"เขต{name}" for name in _DISTRICTS)}))
"""Any word that a name begins with or that betrays a kind of office, and any district."""
_CENTRAL = re.compile(one_of(_WORDS.central))
_PROVINCE = re.compile(f"จังหวัด({one_of(_WORDS.provinces)})")
_SMALLER_PLACES = re.compile(r"\s*(?:(?:ตำบล|แขวง|อำเภอ|เขต)\S+\s+)*")
_CITED = re.compile(one_of(_WORDS.cited))
_AFTER = re.compile(one_of(_WORDS.after))
_PLACE = re.compile(one_of((*_WORDS.places, *_WORDS.provinces)))
_CLOSED = re.compile(one_of((*_WORDS.provinces, *_DISTRICTS)))
_KNOWN = {word: re.compile(one_of(kind.known)) for kind in _WORDS.kinds if kind.known for word in kind.names}
"""The names that are known to follow a word (กรม)."""
_OFFICIAL = frozenset(Spelling.load().words)
_LEADING = tuple("เแโใไ")
_MARK = re.compile("[ะ-ฺ็-๎]")
_CLERICAL = ("พระ", "พระครู")
_MORE_OF_NAME = re.compile("[ะ-ฺ็-๎]+|[ก-ฮ][ิุ]?\u0e4c|(?!ณ)[ก-ฮ](?![ก-๎])")
"""With what no word begins behind a name: what is left of another one, or of a slip."""
_RUN = re.compile("[ก-ฮะ-ฺเ-ๅ็-๎]+")
_AREA = re.compile(rf" ?({_RUN.pattern})(?:\s*เขต\s*([0-9๐-๙]+))?")
_PROVINCES = ("จังหวัด",)
_RANKS = ("ตำบล", "เมือง", "นคร")
_OF_PLACE = re.compile(f"(?:{'|'.join(_RANKS)})(?=[ก-ฮเ-ไ])")


@dataclass(frozen=True, slots=True)
class _Own:
    """What an office is called: its kind, whether its name tells it, and what stands after the first word of its name
    (ตลิ่งชัน); ``rank`` is what of that word tells offices of the kind apart (เมือง of เทศบาลเมือง)."""

    name: str
    kind: OfficeKind
    known: bool
    proper: str
    rank: str = ""

    def bears(self, rest: str, name: str) -> bool:
        """True where ``name``, with which ``rest`` of a text begins, is the office's own."""
        return bool(self.proper) and (rest.startswith(self.proper) or self.proper.endswith(name))

    def is_cut(self, rest: str) -> bool:
        """True where a text goes on with most of the office's name, but not with all of it."""
        shared = len([*takewhile(bool, map(eq, rest, self.proper))])
        return _LEAST_SHARED <= shared < len(self.proper) <= shared * 3 / 2

    def is_of(self, word: str) -> bool:
        """False where ``word`` says another rank than the office's."""
        rank = _rank(word)
        return not (rank and self.rank) or rank == self.rank

    def may_say(self, word: str) -> bool:
        """True of words of other kinds that the office uses too: those that its kind goes with; where its kind is not
        known, what its own name begins with too (ผู้อำนวยการวิทยาลัย) and the laws of more than one kind."""
        if self.known or word in self.kind.also:
            return word in self.kind.also
        ends = (word[start:] for start in range(len(word) - _LEAST_NOUN + 1))
        return word in _WORDS.common_laws or any(self.name.startswith(end) for end in ends)


def _own(name: str) -> _Own:
    words = _BETRAYING.finditer(name)
    found = next((one for one in words if one[0] in _WORDS.by_name and not _is_part(name, *one.span())), None)
    begun = _WORDS.beginning(name)
    if not (word := begun or (found[0] if found else "")):
        return _Own(name, _WORDS.kinds[0], False, "")
    proper = _RUN.match(name, found.end() if found else len(begun))
    return _Own(name, _WORDS.by_beginning[word], True, proper[0] if proper else "", _rank(found[0] if found else ""))


def _rank(word: str) -> str:
    return next((rank for rank in _RANKS if word.endswith(rank)), "")


def check_copied(texts: Sequence[Cell], submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """Names of other offices, and what betrays another kind of office, in any text."""
    own = _own(_WORDS.joined(submission.office.name))
    if len(own.name) < _SHORTEST:
        return  # nothing is known to be another's
    for cell in holding(_BETRAYING, texts):
        if cell.field not in NAMES and cell.text != own.name:
            yield from {problem.found: problem for problem in _foreign(cell, own)}.values()


def check_sisters(texts: Sequence[Cell], submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """Names of other offices of the office's own sort (สภ.…), each cell once; of provinces those that there are."""
    name = submission.office.name
    words = next((words for words in _WORDS.sisters if name.startswith(words)), ())
    if not words:
        return
    proper, area = _parted(name[len(max(filter(name.startswith, words), key=len)) :])
    pattern = re.compile(rf"(?<![ก-ฮ.])(?:{one_of(words)})")
    first = _CLOSED if words == _PROVINCES else re.compile(f"{_CLOSED.pattern}|{_PLACE.pattern}")
    for cell in holding(pattern, texts):
        for match in pattern.finditer(cell.text):
            rest, its_area = _parted(cell.text[match.end() :])
            is_own = rest.startswith(proper) and its_area in ("", area)
            is_cited = _CITED.search(_round(cell.text, *match.span()))
            if first.match(rest) and not (is_own or is_cited or _AFTER.match(rest)):
                stop = _AFTER.search(rest, 2)
                found = match[0] + rest[: stop.start() if stop else len(rest)]
                yield OTHER_OFFICE.at(cell.place, f"{found} เขต {its_area}" if its_area else found)
                break


def _parted(name: str) -> tuple[str, str]:
    """The letters that a name goes on with, and the number of its area (เขต 2)."""
    found = _AREA.match(name)
    return (found[1], thai.arabic_digits(found[2] or "")) if found else ("", "")


def check_short_name(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """What the office is called in texts is no word for offices of another kind."""
    office = submission.office
    own, kind = _WORDS.known(office.name), _WORDS.by_beginning.get(office.short_name)
    if own and kind and kind is not own and office.short_name not in office.name:
        yield OTHER_KIND.at(office.source.at("short_name"), office.short_name, kind=kind.name, office=office.name)


def check_provinces(texts: Sequence[Cell], submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """The office lies in one province; those of Bangkok in none."""
    name = submission.office.name
    located = [(cell, match) for cell in holding(_PROVINCE, texts) for match in _PROVINCE.finditer(cell.text)]
    found = [(cell, match[1]) for cell, match in located if _goes_on(name, cell.text[: match.start()])]
    (own, _), *_ = Counter(province for _, province in found).most_common(1) or [("", 0)]
    in_bangkok = _own(submission.office.name).kind.key == "district"
    for cell, province in found:
        if province != own or in_bangkok:
            yield OTHER_OFFICE.at(cell.place, f"จังหวัด{province}")


def _goes_on(name: str, text: str) -> bool:
    """True where a text ends with ``name`` and at most the smaller places that it lies in."""
    place = text.rfind(name)
    return place >= 0 and _SMALLER_PLACES.fullmatch(text, place + len(name)) is not None


def _foreign(cell: Cell, own: _Own) -> Iterator[Problem]:
    end = 0
    for match in _BETRAYING.finditer(cell.text):
        word = match[0]
        if match.start() < end or _is_part(cell.text, *match.span()):
            continue
        if cell.text.startswith(own.name, match.start()):  # in two of three texts
            end = match.start() + len(own.name)
            if more := _MORE_OF_NAME.match(cell.text, end):
                yield OTHER_OFFICE.at(cell.place, own.name + more[0])
            continue
        if any(_CENTRAL.match(cell.text, place) for place in range(match.start(), match.end() + 1)):
            continue
        if word not in _WORDS.by_name and word not in _WORDS.by_word:  # a district
            if own.kind.key == "district" and word not in own.name:
                yield OTHER_OFFICE.at(cell.place, word)
            continue
        kinds = _WORDS.by_word.get(word, ())
        common = own.kind is not _WORDS.kinds[0] and word in _WORDS.kinds[0].names
        end, rest = _name(cell.text, match.end(), word, common)
        found, is_cited = cell.text[match.start() : end], _CITED.search(_round(cell.text, *match.span()))
        if kinds and own.kind not in kinds:
            if own.may_say(word):
                continue
            if word in kinds[0].laws:
                yield OTHER_LAW.at(cell.place, word, kind=kinds[0].name, office=own.name)
            elif not is_cited:
                yield OTHER_KIND.at(cell.place, found, kind=kinds[0].name, office=own.name)
        elif end > match.end() and not (own.bears(rest, cell.text[match.end() : end]) and own.is_of(word)):
            kind = _WORDS.by_name.get(word)
            if not is_cited or (kind is own.kind and kind is not _WORDS.kinds[0]):
                yield OTHER_OFFICE.at(cell.place, found)
        elif _WORDS.by_name.get(word) is own.kind and own.is_cut(rest):
            stop = _AFTER.search(rest, 2)
            yield OTHER_OFFICE.at(cell.place, word + rest[: stop.start() if stop else len(rest)])
        elif _WORDS.by_name.get(word) is own.kind and end == match.end() and not (own.is_of(word) or is_cited):
            yield OTHER_OFFICE.at(cell.place, word)


def _is_part(text: str, start: int, end: int) -> bool:
    """True where the word from ``start`` to ``end`` of a text is only a part of a word of another meaning (โปรแกรม)."""
    word, before, after = text[start:end], text[start - 1 : start], text[end : end + 1]
    if text.startswith(_OUTSIDE.get(word, ()), end) or before in _LEADING or _MARK.match(after):
        return True
    if before == "า" and word.startswith("กร"):  # บุคลากรมหาวิทยาลัย
        return True
    if word.endswith("."):
        return "ก" <= before <= "ฮ"
    return word in _WHOLE and ("ก" <= after <= "\u0e4e" or text.endswith(_CLERICAL, 0, start))


def _round(text: str, start: int, end: int) -> str:
    """What may say that an office is named on purpose: what stands round the word from ``start`` to ``end``."""
    return f" {text[max(start - _BEFORE, 0) : start]}|{text[end : end + _AFTER_IT]}"


def _name(text: str, start: int, word: str, may_be_common: bool) -> tuple[int, str]:
    """Where the name that follows ``word`` at ``start`` of a text ends, and all letters that go on from there; at
    ``start`` where common words follow: a name begins with a word of places (หนอง) or with no word at all, for any verb
    may follow โรงเรียน."""
    skipped = _OF_PLACE.match(text, start)
    first = skipped.end() if skipped else start
    apart = text[first : first + 1] == " "
    run = _RUN.match(text, first := first + apart)
    if not run or word not in _NAMING:
        return start, ""
    rest = run[0]
    if closed := _CLOSED.match(rest) or (word in _KNOWN and _KNOWN[word].match(rest)):
        return first + closed.end(), rest
    place = _PLACE.match(rest)
    common = _AFTER.match(rest)
    longer = place and (_first_word(rest) in _OFFICIAL or (common and common.end() > place.end()))
    is_place = place is not None and len(rest) > place.end() + 1 and not longer
    if (apart and not is_place) or (common and not (is_place or (may_be_common and _begins_known(word, common[0])))):
        return start, rest
    stop = _AFTER.search(rest, 2)
    length = stop.start() if stop else len(rest)
    may_be = word in _WORDS.by_name and length <= _LONGEST
    is_name = is_place or (may_be and (may_be_common or not is_word(_first_word(rest))))
    return (first + length if is_name else start), rest


def _begins_known(word: str, common: str) -> bool:
    """True where names of the kind that ``word`` begins go on like ``common`` (กรมส่งเสริม…, but not กรมกำหนด)."""
    return any(name.startswith(common) for name in _WORDS.by_name[word].known)


def _first_word(letters: str) -> str:
    return letters[: next(word_ends(letters), 0)]


_NAMING = frozenset((*_WORDS.by_name, *(head for kind in _WORDS.kinds[1:] for head in kind.heads)))
"""The words that a name may follow."""
