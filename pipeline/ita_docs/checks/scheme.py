"""Checks of what texts say of the scheme of assessment: another year's items and levels, indicators that are not so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ita_docs import thai
from ita_docs.checks.cells import Cell, holding
from ita_docs.checks.times import BEYOND
from ita_docs.framework.load import available, level_names, load
from ita_docs.framework.model import Framework
from ita_docs.framework.words.lists import any_of
from ita_docs.model import Submission
from officefiles.problems import Kind, Problem, Severity

OTHER_ITEM = Kind(
    "item-of-another-year",
    "“{found}” ไม่มีในการประเมินของปี พ.ศ. {years} ซึ่งข้อสุดท้ายคือ {last}",
    "ตรวจสอบว่าเป็นเลขข้อที่ค้างมาจากเอกสารชุดเก่าหรือไม่",
    "ข้อความมีเลขข้อคำถามหรือข้อข้อมูลเกินจำนวนข้อของปีที่ประเมินและปีของเอกสาร",
    Severity.WARNING,
)
OTHER_LEVEL = Kind(
    "level-in-text-of-another-year",
    "“{found}” ไม่ใช่ระดับผลการประเมินของปี พ.ศ. {years}",
    "ใช้ชื่อระดับตามเกณฑ์ของปีที่ประเมิน คือ {levels}",
    "ข้อความมีชื่อระดับผลการประเมินของเกณฑ์ปีอื่น เช่น ระดับ AA ในปีที่ใช้ระดับผ่าน",
    Severity.WARNING,
)
OTHER_NAME = Kind(
    "indicator-named-otherwise",
    "“{found}” แต่ตัวชี้วัดที่ {number} คือ “{name}”",
    "แก้เลขที่หรือชื่อตัวชี้วัดให้ตรงกัน",
    "ข้อความมีเลขที่ตัวชี้วัดกับชื่อของตัวชี้วัดอื่นอยู่ด้วยกัน เช่น ตัวชี้วัดที่ 3 การใช้งบประมาณ",
    Severity.WARNING,
)

ITEM_OF_TITLE = Kind(
    "item-of-another-title",
    "“{found}” แต่ “{title}” คือข้อ {right}",
    "แก้เลขข้อให้ตรงกับรายการข้อมูลของปี",
    "ข้อความมีเลขข้อของรายการข้อมูลไม่ตรงกับชื่อรายการ เช่น เลขข้อของปีก่อน",
    Severity.WARNING,
)

_NUMBER = re.compile(r"ตัวชี้วัดที่\s*([0-9๐-๙]{1,2})(?![0-9๐-๙]|\.[0-9๐-๙])")
_BETWEEN = r"\s*[:.(“\"–-]*\s*(?:ด้าน|เรื่อง|คือ)?\s*[“\"]?"
_COUNT = re.compile(r"(?:ทั้ง(?:หมด)?|ครบ)\s*([0-9๐-๙]{1,2})\s*(ตัวชี้วัด|เครื่องมือ)(?!ย่อย)")
_OTHER_SCHEME = re.compile("LPA|PMQA|แผน|คำรับรอง|ยุทธศาสตร์|ประสิทธิภาพขององค์กร|มาตรฐาน|การปฏิบัติราชการตาม")
"""What has indicators of its own."""
_GRADE = re.compile(r"ระดับ\s*[“\"'‘(]?\s*([A-Z]{1,2}(?![A-Za-z0-9])|[ก-๎]+)")
_DOUBLE_A = re.compile("AA(?<![A-Za-z0-9]AA)(?![A-Za-z0-9])")
_YEAR = re.compile("25[0-9]{2}")


def check_scheme(texts: Sequence[Cell], submission: Submission, framework: Framework) -> Iterator[Problem]:
    """Items and levels that neither the year assessed nor the pack's own has."""
    year = submission.fiscal_year
    rules = [framework, *([load(year)] if year in available() else [])]
    years = " และ ".join(dict.fromkeys(str(one.year) for one in rules))
    last = _last_items(rules)
    own = [level.name for level in framework.levels.steps]
    others = framework.made(level_names) - {level.name for one in rules for level in one.levels.steps}
    pattern = _item(last)
    for cell in holding(re.compile(f"{pattern.pattern}|ระดับ|AA"), texts):
        for found, prefix in _items(cell.text, last, pattern):
            yield OTHER_ITEM.at(cell.place, found, years=years, last=f"{prefix.upper()}{last[prefix]}")
        yield from _titled(cell, rules)
        if found := _grade(cell.text, others, {str(one.year) for one in rules}):
            yield OTHER_LEVEL.at(cell.place, found, years=years, levels=" ".join(own))


def check_indicators(texts: Sequence[Cell], _submission: Submission, framework: Framework) -> Iterator[Problem]:
    """Indicators by the number of one and the name of another, beyond the last, and more of them than there are."""
    names = {one.number: one.names for one in framework.indicators}
    owners = {name: number for number, own in names.items() for name in own}
    named = re.compile(rf"{_NUMBER.pattern}{_BETWEEN}({any_of(owners)})")
    most = {"ตัวชี้วัด": len(names), "เครื่องมือ": len(framework.instruments)}
    for cell in holding(re.compile("ตัวชี้วัด|เครื่องมือ"), texts):
        for match in named.finditer(cell.text):
            number = int(match[1])
            if number in names and match[2] not in names[number]:
                yield OTHER_NAME.at(cell.place, match[0], number=number, name=names[number][0])
        if _OTHER_SCHEME.search(cell.text):
            continue
        for match in _NUMBER.finditer(cell.text):
            if int(match[1]) > max(names):
                yield OTHER_ITEM.at(cell.place, match[0], years=framework.year, last=f"ตัวชี้วัดที่ {max(names)}")
        for match in _COUNT.finditer(cell.text):
            if int(match[1]) > most[match[2]]:
                yield BEYOND.at(cell.place, match[0], limit=f"ไม่เกิน {most[match[2]]} {match[2]}")


def _last_items(rules: Sequence[Framework]) -> dict[str, int]:
    """The last question of each instrument in any of the years, where that was checked in all of them."""
    last: dict[str, int] = {}
    unchecked = set()
    for instrument in (one for framework in rules for one in framework.instruments):
        last[instrument.prefix] = max(last.get(instrument.prefix, 0), instrument.questions.last)
        if not instrument.questions.verified:
            unchecked.add(instrument.prefix)
    return {prefix: number for prefix, number in last.items() if prefix not in unchecked}


def _item(last: Mapping[str, int]) -> re.Pattern[str]:
    """A pattern of an item of an instrument, or a run of items."""
    letters = "".join(last) + "".join(last).upper() or "\0"  # no item is found where no year's questions were checked
    number = "[0-9๐-๙]{1,2}(?![0-9๐-๙])"
    return re.compile(
        rf"[{letters}](?<![A-Za-z0-9].)\s?({number})(?!\.[0-9]|\s?[A-Za-z])(?:\s*(?:[-–]|ถึง)\s*[{letters}]?\s?({number}))?"
    )


def _items(text: str, last: Mapping[str, int], item: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """Each item beyond the last, or run of them, as it stands in a text, and the prefix of its instrument."""
    for match in item.finditer(text):
        prefix = match[0][0].lower()
        if max(int(number) for number in match.groups() if number) > last[prefix]:
            yield match[0], prefix


def _titled(cell: Cell, rules: Sequence[Framework]) -> Iterator[Problem]:
    """Items beside the title that others have in these years."""
    titles: dict[str, set[str]] = {}
    for one in rules:
        for item in one.items:
            titles.setdefault(item.title.partition(" ปีงบ")[0], set()).add(item.code)
    for match in re.finditer(rf"(?<![A-Za-z])(O[0-9๐-๙]+)\s*[:.–-]?\s*[“\"]?({any_of(titles)})", cell.text):
        if thai.arabic_digits(match[1]) not in titles[match[2]]:
            right = " หรือ ".join(sorted(titles[match[2]]))
            yield ITEM_OF_TITLE.at(cell.place, match[0], title=match[2], right=right)


def _grade(text: str, others: frozenset[str], years: set[str]) -> str:
    """The first level of another scheme in a text; "" for none, or where the text speaks of another year."""
    found = [match[0] for match in _GRADE.finditer(text) if match[1] in others] if "ระดับ" in text else []
    if not found and "AA" in text and "AA" in others:
        found = _DOUBLE_A.findall(text)
    return found[0] if found and {*_YEAR.findall(thai.arabic_digits(text))} <= years else ""
