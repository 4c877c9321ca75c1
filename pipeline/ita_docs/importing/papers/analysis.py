"""The analysis of the scores: what was assessed, the total and its level, each indicator with its score and text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ita_docs.framework.load import Framework
from ita_docs.framework.words.kinds import OfficeKinds
from ita_docs.importing.blocks import OldFile, OldPlace
from ita_docs.importing.documents import ReadCell, ReadDocument, ReadRow
from ita_docs.importing.papers.fixed import LONGEST, fixed
from ita_docs.importing.papers.indicators import named, names_in
from ita_docs.importing.papers.parts import Paper, text_of
from ita_docs.importing.papers.said import TWO_SCORES, of_title, on_a_score, previous_of, score_in, score_of
from ita_docs.importing.papers.score_shapes import below_indicators
from ita_docs.importing.papers.score_tables import (
    QUESTION_IN,
    TWO_TOTALS,
    FoundScores,
    instrument_of,
    level_of,
    questions_in,
    read_scores,
)
from ita_docs.importing.papers.score_texts import texts_beside_scores
from ita_docs.importing.papers.whole import WholeParagraph, whole
from ita_docs.importing.papers.words import OldPapers, is_total, plain, squashed
from ita_docs.model import ANALYSIS_PARTS

KIND = "analysis"
_FEWEST = 2
"""So many indicators must be named for any paper to be an analysis."""
_TOTAL = re.compile(
    r"(?:(?:คะแนนรวม|คะแนนเฉลี่ย|ได้คะแนน|ได้รับคะแนน|มีคะแนน|ค่าคะแนน|ผลคะแนน|คะแนนภาพรวม|ภาพรวม|\(ITA\)|คะแนนการประเมิน)"
    r"[^0-9]{0,60}?(?:เท่ากับ|อยู่ที่|คือ|ได้|คะแนน|ร้อยละ|:|\s)|ได้)\s*([0-9]{1,3}(?:\.[0-9]{1,4})?)\s*(?:คะแนน|%|\(|จัด|อยู่|ระดับ|ผ่าน|$)"
)
_OF_ALL = re.compile("รวม|เฉลี่ย|ITA|คุณธรรมและความโปร่งใส|ผลการประเมิน|หน่วยงาน", re.IGNORECASE)
"""Words of a sentence on the score of a whole office."""
_LEVEL = re.compile(r"ระดับ\s*(?:ผลการประเมิน)?\s*[:=]?\s*[“\"'(]?\s*([A-Z]{1,2}(?![A-Za-z])|[ก-๙]+)")
_RISE = re.compile(r"เพิ่มขึ้น|ต้อง|ยังขาด|น้ำหนัก|เป้าหมาย|สูงสุด|ต่ำสุด|ที่สุด|รองลงมา")
_OF_INSTRUMENT = re.compile(
    r"(?P<said>[0-9]{1,3}\.[0-9]{1,4}|100)\s*(?:คะแนน|%)|(?:เท่ากับ|ได้|คือ|[=:])\s*(?P<alone>[0-9]{1,3}\.[0-9]{2})(?![0-9.])"
)
_LEAD = 20
"""Letters in which a sentence names the question that it is on."""
_NUMBERED = re.compile(r"^\(?[0-9]{1,2}[.)]?\s*(?=\S)")
_YEAR = re.compile(r"(?<![0-9.])25[0-9]{2}(?![0-9.])")
_LONGEST_HEADING = 120
_OF_A_SCORE = re.compile(r"คะแนน|ร้อยละ|%|ได้|เท่ากับ|=")
_EXACT = re.compile(r"\.[0-9]{2}$")
_PART = re.compile(
    r"[•(–-]*\s*(?:จุด(?=แข็ง|เด่น|อ่อน|ด้อย|ที่|ควร)|ข้อ(?=บกพร่อง|เสนอแนะ|ค้นพบ|สังเกต)|ประเด็น|แนวทาง|ปัญหา|สาเหตุ).{15}"
)
"""How the parts of an indicator's analysis begin."""
_LETTER_LEVEL = re.compile(r"ระดับ\s*[“\"']?[A-F]{1,2}(?![A-Za-z])")
_TOPIC = re.compile(r"ประเด็นที่\s*[0-9]{1,2}\s|ตัวชี้วัดอื่น$")


@dataclass(slots=True)
class _GrowingAnalysis:
    """What is read of an analysis as it grows."""

    framework: Framework
    scores: FoundScores = field(default_factory=FoundScores)
    texts: dict[str, tuple[str, tuple[OldPlace, ...]]] = field(default_factory=dict)
    doubts: dict[str, str] = field(default_factory=dict)


def find_analysis(part: Paper, file: OldFile, framework: Framework) -> ReadDocument | None:
    """What a part of the file tells of the assessment; ``None`` where it tells no score."""
    found = whole(part.blocks, text_of(file))
    if part.kind != KIND and names_in("".join(one.text for one in found), framework) < _FEWEST:
        found = []  # a paper of no known kind, which may be long
    reading = _GrowingAnalysis(framework)
    read_scores(below_indicators(part, framework), framework, reading.scores)
    _opening(found, reading)
    heading: WholeParagraph | None = None
    for one in found:
        if heading is not None and _text_below(heading, one, reading):
            continue
        heading = one if _is_heading(one, framework) else None
        if heading is None and _indicator(one, reading):
            heading = one if _only_scores(one, reading) else None
        elif heading is None:
            _sentence(one, reading)
    for number, beside in texts_beside_scores(part.tables, text_of(file), framework).items():
        if number not in reading.texts:
            reading.texts[number], reading.doubts[number] = (beside.text, beside.places), beside.doubt
            reading.scores.used.update((*beside.places, *beside.heads))
    if not (reading.scores.indicators or reading.scores.general):
        return None
    known = fixed(framework)
    for one in found:
        said = one.said[:LONGEST]
        if _TOPIC.match(said) or any(pattern.match(said) for pattern in known):
            reading.scores.used.update(one.places)
    general, titled = of_title(part, 1)
    return ReadDocument(
        KIND,
        {**general, **reading.scores.general},
        {**reading.scores.rows, "overrides": _overrides(reading)},
        frozenset(reading.scores.used) | titled,
    )


def _overrides(reading: _GrowingAnalysis) -> list[ReadRow]:
    """The texts in the order of the form."""
    codes = [one.code for one in reading.framework.instruments]
    numbers = [str(one.number) for one in reading.framework.indicators]
    order = (ANALYSIS_PARTS["intro"], *codes, ANALYSIS_PARTS["summary"], *numbers)
    return [
        {
            "key": ReadCell(key, reading.texts[key][1]),
            "text": ReadCell(*reading.texts[key], reading.doubts.get(key, "")),
        }
        for key in order
        if key in reading.texts
    ]


def _opening(found: Sequence[WholeParagraph], reading: _GrowingAnalysis) -> None:
    """Reads the beginning and the paragraphs of the instruments."""
    for at, one in enumerate(found):
        begins = _NUMBERED.match(f"{one.number} {one.said}".strip())
        code = instrument_of(one.said[:160], reading.framework)
        known = {each.code for each in reading.framework.instruments}
        about_one = named(one.said, reading.framework) is not None
        if begins and not about_one and code in known and code not in reading.texts and "ตัวชี้วัด" in one.said:
            reading.texts[code] = one.printed, one.places
            reading.scores.used.update(one.places)
            if len(known & reading.texts.keys()) == 1 and at == 1:
                reading.texts[ANALYSIS_PARTS["intro"]] = found[0].text, found[0].places
                reading.scores.used.update(found[0].places)


def _indicator(one: WholeParagraph, reading: _GrowingAnalysis) -> bool:
    """Reads the score of an indicator that a paragraph begins with, and its text; false where it begins with none."""
    framework = reading.framework
    begins = named(one.said, framework)
    if begins is None:
        return False
    said = score_of(one.said, begins.rest)
    score = said[0] if said else score_in(framework.year, one.said)
    if not score:
        return False
    reading.scores.add(begins, score, one.places, previous_of(one.said, score, framework))
    reading.scores.used.update(one.places)
    typed = named(one.text, framework)
    if typed and (own := on_a_score(_without_level(one.text[typed.rest :]), framework)):
        reading.texts.setdefault(str(begins.number), (own, one.places))
    _questions(one, reading)
    return True


def _is_heading(one: WholeParagraph, framework: Framework) -> bool:
    """True for a paragraph that only names an indicator, as those are headed whose texts follow."""
    begins = named(one.said, framework)
    return begins is not None and not one.said[begins.rest :].strip(" :.()–-")


def _only_scores(one: WholeParagraph, reading: _GrowingAnalysis) -> bool:
    """True for a paragraph that names an indicator and its score, as those are headed whose texts follow."""
    begins = named(one.said, reading.framework)
    return begins is not None and str(begins.number) not in reading.texts and len(one.said) < _LONGEST_HEADING


def _score_below(said: str) -> tuple[str, int] | None:
    """The score that a text below a heading begins with, which no number of a list is."""
    found = score_of(said)
    if found and (not said[found[1] :].strip() or _OF_A_SCORE.search(said[: found[1]]) or _EXACT.search(found[0])):
        return found
    return None


def _text_below(heading: WholeParagraph, one: WholeParagraph, reading: _GrowingAnalysis) -> bool:
    """Reads the text of an indicator below its heading; false where none follows. Of what follows that only what begins
    with the name of a part goes on with it."""
    begins, said = named(heading.text, reading.framework), _score_below(one.said)
    again = named(one.said, reading.framework)
    asked = QUESTION_IN.search(one.said[:_LEAD]) is not None
    if begins is None or asked or is_total(one.said) or (again and (said is None or again.number != begins.number)):
        return False
    if said is None and ("\t" in one.text or one.bold):  # of a chart, or a heading
        return False
    if squashed(one.said).strip(":") in map(squashed, OldPapers.load().measures["analysis"]):
        return True  # it only leads to the text
    places = (*heading.places, *one.places)
    if said is not None:
        reading.scores.add(begins, said[0], places, previous_of(one.said, said[0], reading.framework))
    if own := on_a_score(one.text, reading.framework):
        text, before = reading.texts.setdefault(str(begins.number), (own, one.places))
        if before != one.places and not _PART.match(one.said):
            return False
        if before != one.places:
            reading.texts[str(begins.number)] = (f"{text} {own}", (*before, *one.places))
    reading.scores.used.update(places)
    _questions(one, reading)
    return True


def _without_level(text: str) -> str:
    """The text of an indicator without its level in brackets before it."""
    return re.sub(r"^\s*\([^()0-9๐-๙]{1,40}\)\s*", "", text).strip()


def _sentence(one: WholeParagraph, reading: _GrowingAnalysis) -> None:
    """Reads the total, the level and the scores of instruments in a sentence."""
    framework, general = reading.framework, reading.scores.general
    total = next((match for match in _TOTAL.finditer(one.said) if not _is_before(match, framework)), None)
    level = next(filter(None, (_level(match[1], framework) for match in _LEVEL.finditer(one.said))), "")
    about_one = named(one.said, framework) is not None or QUESTION_IN.search(one.said[:_LEAD]) is not None
    rises = _RISE.search(one.said[: total.end()]) if total else None
    code = instrument_of(one.said[:120], framework)
    of_all = level or _OF_ALL.search(one.said) or OfficeKinds.load().beginning(one.said.strip())
    if total and of_all and not about_one and not rises and (not code or is_total(one.said)):
        known = general.setdefault("total", ReadCell(total[1], one.places))
        differs = float(known.text) != float(total[1])
        if differs and level:
            general["total"] = ReadCell(total[1], (*one.places, *known.places), TWO_TOTALS)
            general.pop("level", None)  # that of the other
            reading.texts.pop(ANALYSIS_PARTS["summary"], None)
        if level:
            general.setdefault("level", ReadCell(level, one.places))
            reading.texts.setdefault(ANALYSIS_PARTS["summary"], (one.text, one.places))
        if level or not (differs or _LETTER_LEVEL.search(one.said)):
            reading.scores.used.update(one.places)
    else:
        for own, words in _of_instruments(code, one.said, framework):
            _of_instrument(own, words, one, reading)
    _questions(one, reading)


def _is_before(match: re.Match[str], framework: Framework) -> bool:
    """True of a score of an earlier year, as the last year named before it tells."""
    years = _YEAR.findall(match.string, 0, match.start())
    return bool(years) and int(years[-1]) < framework.year


def _of_instruments(code: str, said: str, framework: Framework) -> Iterator[tuple[str, str]]:
    """The instruments of a sentence, each with the words on it: those up to the next where it names several, else all
    of them for the one whose ``code`` it has, if any."""
    codes = "|".join(re.escape(one.code) for one in framework.instruments)
    found = [*re.finditer(rf"(?<![A-Za-z])(?:{codes})(?![A-Za-z0-9])", said)]
    if len({match[0] for match in found}) < _FEWEST:
        yield code, said
        return
    for match, after in zip(found, [*(each.start() for each in found[1:]), len(said)], strict=True):
        yield match[0], said[match.end() : after]


def _of_instrument(code: str, words: str, one: WholeParagraph, reading: _GrowingAnalysis) -> None:
    """Reads the score that words say of an instrument without a text of its own."""
    found = _OF_INSTRUMENT.search(words)
    if code in ("", *reading.texts) or _RISE.search(words) or not found:
        return
    score = found["said"] or found["alone"]
    known = reading.scores.general.setdefault(code, ReadCell(score, one.places))
    if float(known.text) != float(score):
        why = TWO_SCORES.format(what="เครื่องมือ", first=known.text, other=score)
        reading.scores.general[code] = replace(known, doubt=why)
    reading.scores.used.update(one.places)


def _level(typed: str, framework: Framework) -> str:
    """The longest level of the year that a word behind ระดับ is or begins with."""
    exact = level_of(typed, framework)
    begun = (one.name for one in framework.levels.steps if not one.name.isascii() and typed.startswith(plain(one.name)))
    return exact or max(begun, key=len, default="")


def _questions(one: WholeParagraph, reading: _GrowingAnalysis) -> None:
    """Reads the questions that a text names with their scores."""
    for row in questions_in(one.said, one.places, reading.framework):
        reading.scores.used.update(one.places)
        reading.scores.questions.setdefault(row["code"].text, row)
