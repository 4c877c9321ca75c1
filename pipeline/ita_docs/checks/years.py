"""Checks of years in texts: those left over from an older pack, in four digits or in two, or of another era."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence, Set

from ita_docs import thai
from ita_docs.checks.cells import Cell, holding
from ita_docs.framework.model import Framework
from ita_docs.model import Submission
from ita_docs.workbook.tables import MEASURES, OVERRIDES, RESULTS
from officefiles.problems import Kind, Problem, Severity

STRAY_YEAR = Kind(
    "year-left-over",
    "ข้อความมีปี พ.ศ. {found} ซึ่งไม่ใช่ปีงบประมาณ {year} หรือปีก่อนหน้า",
    "ตรวจสอบว่าเป็นปีที่ค้างมาจากเอกสารชุดเก่าหรือไม่",
    "ข้อความมีปีที่ไม่ใช่ปีของเอกสารหรือปีก่อนหน้า (ไม่นับปีของกฎหมายและช่วงปีของแผน)",
    Severity.WARNING,
)
OTHER_PERIOD = Kind(
    "period-of-another-year",
    "“{found}” ไม่อยู่ในปีงบประมาณ พ.ศ. {year}",
    "ตรวจสอบว่าเป็นช่วงเวลาที่ค้างมาจากเอกสารชุดเก่าหรือไม่",
    "ข้อความมีเดือนและปี หรือปี 2 หลัก ที่ไม่อยู่ในปีงบประมาณของเอกสาร (ระยะเวลาของมาตรการ) หรือปีก่อนหน้า (ข้อความอื่น)",
    Severity.WARNING,
)
YEAR_ERA = Kind(
    "year-era",
    "“{found}” น่าจะเป็นปีของอีกศักราชหนึ่ง",
    "แก้เป็นปี พ.ศ. ที่ถูกต้อง",
    "ข้อความเขียน พ.ศ. ปี หรือเดือน กับปี ค.ศ. หรือเขียน ค.ศ. กับปี พ.ศ. หรือมีวันที่ตามปี ค.ศ. เช่น Oct 2024, 01/10/2024",
    Severity.WARNING,
)

SUBJECT_YEAR = Kind(
    "subject-year",
    "เรื่องของคำสั่งระบุปี พ.ศ. {found} แต่เอกสารชุดนี้เป็นของปีงบประมาณ พ.ศ. {year}",
    "ตรวจสอบว่าเป็นปีที่ค้างมาจากคำสั่งของปีก่อนหรือไม่",
    "เรื่องของคำสั่งมีเพียงปีก่อนหน้า ไม่มีปีงบประมาณของเอกสาร",
    Severity.WARNING,
)

_NO_YEARS = ("powers", "telephone")
"""Lines in which four digits are the year of a law, or no year."""
_WRONG_ERA = re.compile(
    rf"(?:พ\.ศ\.|ปีงบประมาณ|ประจำปี|ปี|{thai.A_MONTH})\s*(?:19|20)[0-9]{{2}}(?![0-9,])|ค\.ศ\.\s*2[45][0-9]{{2}}(?![0-9])"
)
_GREGORIAN_DATE = re.compile(
    r"(?<![A-Za-z])(?:(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?|FY|Q[1-4]\s*/)\s*20[0-9]{2}(?![0-9,])"
    r"|(?<![0-9/.-])[0-9]{1,2}([/.-])[0-9]{1,2}\1(?:19|20)[0-9]{2}(?![0-9/-])|(?<![0-9/-])20[0-9]{2}-[0-9]{2}-[0-9]{2}(?![0-9-])"
)
"""A date or fiscal year in figures, or with the name of a month in English, that is of the Gregorian era."""
_YEAR = re.compile(r"(?<![0-9.,/:-])25[3-9][0-9](?![0-9,]|\s*(?:บาท|คน|ราย|ครั้ง|แห่ง|ชุด|เรื่อง|รายการ))")
_SPAN = re.compile(r"25[0-9]{2}\s*(?:[-–—]|ถึง)\s*(?:พ\.ศ\.\s*)?25[0-9]{2}")
_LAW = re.compile(
    r"(?:พระราชบัญญัติ|พระราชกฤษฎีกา|พระราชกำหนด|พ\.ร\.[กบปฎ]\.|รัฐธรรมนูญ|ระเบียบ|ข้อบัญญัติ|ข้อบังคับ|กฎ|ประมวล|มติ|ประกาศ|ว่าด้วย)"
    r"\S*(?:\s\S+){0,6}\s*$"
)
CITED = re.compile(
    r"(?:มติ|คณะรัฐมนตรี|หนังสือ|คำสั่ง|ประกาศ|บันทึก|ลงวันที่)(?:(?!25[0-9]{2})[^\n]){0,80}?"
    r"[0-9]{1,2}\s*[ก-๎.]{4,12}\s*(?:พ\.ศ\.\s*)?25[0-9]{2}"
)
"""A date by which a resolution, a letter or an order is known."""
_SINCE = re.compile(
    r"(?:ตั้งแต่|นับแต่|จนถึง|ภายใน|เป้าหมาย(?:ของ|ใน|สำหรับ)?|เริ่มใน)(?:ปีงบประมาณ|ปี)?\s*(?:พ\.ศ\.)?\s*25[0-9]{2}"
)
_SHORT_YEAR = re.compile(
    r"[2-9](?<![0-9][2-9])(?:(?<=2)5[3-9][0-9]|(?<=[4-9])[0-9])(?![0-9.,/]|\s*(?:คน|ราย|ครั้ง|เรื่อง|บาท))"
)
_BEFORE_YEAR = re.compile(
    rf"(?:(?P<month>{thai.A_MONTH})\s*(?:พ\.ศ\.)?\s*'?|(?<![0-9/])[0-9]{{1,2}}/(?P<number>0?[1-9]|1[0-2])/"
    r"|(?P<fiscal>ปีงบประมาณ|ปีงบ|ประจำปี|ปี)\s*(?:พ\.ศ\.)?\s*'?|ไตรมาส\s*(?:ที่\s*)?[1-4]\s*/"
    r"|ภาคเรียน\s*(?:ที่\s*)?(?P<term>[1-3])\s*/)$"
)
_COMPARES = re.compile("เทียบ|เพิ่ม|ลด|กว่า|เท่า|คงเดิม|ย้อนหลัง")
_OF_YEARS = ("ปี", "ประจำ")
"""How a year begins that is named as such, and not by a month of it."""
_DEADLINES = ("reporting", "frequency")
"""Columns of measures that say until when something is done, which is in the pack's year or after it."""
_REPORTED = ("done", "result", "problem")
"""Columns of last year's results that may compare with the year before it."""
_LAST = 2600
"""No year comes after it."""
_DATED_BEFORE = 25
"""The most characters before a year that say of what month it is."""
_OF_A_YEAR = re.compile(r"(?:ปีงบประมาณ|ประจำปี|ปี)\s*(?:พ\.ศ\.)?\s*$")
_ACADEMIC = datetime.timedelta(days=184)
"""How long before a fiscal year the academic year may begin that ends in it."""
_FIGURES = re.compile("[0-9๐-๙][0-9๐-๙](?:[0-9๐-๙][0-9๐-๙]|(?<=[4-9๔-๙].)(?![0-9๐-๙]))")
"""Four digits, or the last two of a year."""
_TELEPHONE = re.compile("0(?<![0-9]0)[ -]?[0-9]{1,4}[ -][0-9]{3,4}(?:[ -][0-9]{3,4})?(?![0-9])")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")


def check_subject(submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """Where the order's subject names a year of the pack, it is the pack's own and not that of the scores alone."""
    years = {int(year) for year in _YEAR.findall(thai.arabic_digits(submission.order.subject))}
    if years == {submission.assessed_year}:
        place = submission.order.source.at("subject")
        yield SUBJECT_YEAR.at(place, submission.assessed_year, year=submission.fiscal_year)


def check_years(texts: Sequence[Cell], submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """Years in texts are the pack's or the one before: another was probably left over from an older pack."""
    for cell in holding(_FIGURES, texts):
        plain = thai.arabic_digits(cell.text)
        dated = None if cell.field in _NO_YEARS or _ADDRESS.search(plain) else _GREGORIAN_DATE.search(plain)
        if mixed := _WRONG_ERA.search(plain) or dated:
            yield YEAR_ERA.at(cell.place, mixed[0])
        elif cell.field not in _NO_YEARS:
            yield from _stray_years(cell, plain, submission)


def typed_years(text: str) -> list[int]:
    """The years of the Buddhist era in a text that are no law's, span's, resolution's or aim's."""
    return sorted(_years(_not_on_purpose(thai.arabic_digits(text)), {}, frozenset()))


def compared_years(text: str, assessed: int) -> set[int]:
    """The years with which an analysis, its digits Arabic, compares the one ``assessed``: the year before it, or any
    earlier ones where it names that year itself. One that compares two years before it was left over."""
    years = set(_years(text, {}, frozenset()))
    before = {year for year in years if year < assessed}
    return before if assessed in years or (before == {assessed - 1} and _COMPARES.search(text)) else set()


def _stray_years(cell: Cell, plain: str, submission: Submission) -> Iterator[Problem]:
    """Years in a text, its digits Arabic, that are not of the pack; else months and short years that are not."""
    expected = frozenset((submission.fiscal_year, submission.assessed_year))
    if cell.source.sheet == OVERRIDES.name:
        expected |= compared_years(plain, submission.assessed_year)
    elif cell.field in _REPORTED and cell.source.sheet == RESULTS.name and _COMPARES.search(plain):
        expected |= {submission.assessed_year - 1}
    text = _not_on_purpose(plain, submission.fiscal_year)
    dated = dict(_dated(text))
    if stray := sorted(_years(text, dated, expected) - expected):
        for year in stray:
            yield STRAY_YEAR.at(cell.place, year, year=submission.fiscal_year)
    elif found := _other_period(cell, text, dated, submission, expected):
        yield OTHER_PERIOD.at(cell.place, found, year=submission.fiscal_year)


def _not_on_purpose(text: str, last: int = _LAST) -> str:
    """A text without the years that are named on purpose; a letter of a year after the ``last`` there cannot be."""
    for named_on_purpose in (_SPAN, _ADDRESS, _SINCE, _TELEPHONE):
        text = named_on_purpose.sub("", text)
    return CITED.sub(lambda cited: cited[0] if int(cited[0][-4:]) > last else "", text)


def _years(text: str, dated: Mapping[int, tuple[str, int]], expected: Set[int]) -> set[int]:
    """The years in a text but those of laws, and of months in ``expected`` fiscal years; no law is of a year after."""
    last = max(expected, default=_LAST)
    return {
        int(match[0])
        for match in _YEAR.finditer(text)
        if dated.get(match.start(), ("", 0))[1] not in expected
        and (int(match[0]) > last or not _of_a_law(text[: match.start()]))
    }


def _other_period(
    cell: Cell, text: str, dated: Mapping[int, tuple[str, int]], submission: Submission, expected: Set[int]
) -> str:
    """The first month with its year, or short year, that is not of the ``expected`` years; a measure's period begins in
    the pack's year, or in the academic year that ends in it, and has a month of it. "" where all is well."""
    found = [one for place, one in dated.items() if not _of_a_law(text[:place])]
    if cell.field == "period" and cell.source.sheet == MEASURES.name:
        begin = datetime.date(submission.fiscal_year - thai.ERA - 1, 10, 1) - _ACADEMIC
        of_year = any(year == submission.fiscal_year for _, year in found)
        named = () if thai.backwards(text) else thai.days_in(text)  # which is told by itself
        early = next((days.text for days in named if days.first < begin), "")
        return (found[0][0] if found and not of_year else "") or early
    if cell.field == "reporting":  # after the year's end
        expected = expected | {submission.fiscal_year + 1}
    too_early = {submission.assessed_year} if cell.field in _DEADLINES and cell.source.sheet == MEASURES.name else ()
    months = {words for words, year in found if year in too_early and not words.startswith(_OF_YEARS)}
    return next((words for words, year in found if year not in expected or words in months), "")


def _dated(text: str) -> Iterator[tuple[int, tuple[str, int]]]:
    """Where the years of months and the short years of a text stand, with their words and the fiscal year that they
    are of."""
    for match in _SHORT_YEAR.finditer(text):
        start = max(match.start() - _DATED_BEFORE, 0)
        before = _BEFORE_YEAR.search(text[start : match.start()])
        if before:
            month = thai.month_number(before["month"]) if before["month"] else int(before["number"] or 1)
            later = month >= 10 or before["term"] in ("2", "3")  # the second term begins in November
            year = int(match[0]) % 2500 + 2500 + later
            yield match.start(), (text[start + before.start() : match.end()], year)


def _of_a_law(before: str) -> bool:
    """True where the text before a year names a law: พระราชบัญญัติ… พ.ศ. 2561, but not …ประจำปีงบประมาณ พ.ศ. 2561."""
    return not _OF_A_YEAR.search(before) and bool(_LAW.search(before))
