"""Checks of what texts say of the scheme of assessment: another year's items and levels, indicators that are not so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from ita_docs import thai
from ita_docs.checks.cells import Cell, holding
from ita_docs.checks.times import BEYOND
from ita_docs.framework.load import available, level_names, load
from ita_docs.framework.model import Framework
from ita_docs.framework.words.lists import any_of
from ita_docs.model import Submission
from ita_docs.workbook.tables import DUTIES, MEASURES
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

OTHER_INSTRUMENT = Kind(
    "indicator-of-another-instrument",
    "“{found}” แต่{label} เป็นของแบบวัด {code}",
    "แก้ชื่อแบบวัด ตัวชี้วัด หรือเลขข้อให้ตรงกัน",
    "ข้อความเขียนตัวชี้วัดหรือเลขข้อไว้กับแบบวัดอื่น เช่น การใช้อำนาจ (EIT) หรือ แบบวัด IIT (ข้อ O1 – O35)",
    Severity.WARNING,
)
WEIGHT = Kind(
    "weight-wrong",
    "“{found}” แต่น้ำหนักของ {code} คือร้อยละ {weight}",
    "แก้น้ำหนักให้ตรงกับเกณฑ์ของปีที่ประเมิน",
    "น้ำหนักของแบบวัดในข้อความไม่ตรงกับเกณฑ์ของปีที่ประเมิน เช่น IIT มีน้ำหนักร้อยละ 40",
    Severity.WARNING,
)
THRESHOLD = Kind(
    "level-threshold-wrong",
    "“{found}” แต่ระดับ {level} เริ่มที่ {minimum} คะแนน",
    "แก้คะแนนของระดับให้ตรงกับเกณฑ์ของปีที่ประเมิน",
    "คะแนนขั้นต่ำของระดับในข้อความไม่ตรงกับเกณฑ์ เช่น ระดับ AA ตั้งแต่ 90 คะแนนขึ้นไป",
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
_COUNTED = re.compile(r"([OIE]IT|ข้อมูลสาธารณะ)[^0-9\n]{0,25}?(?:จำนวน|ครบ|ทั้ง|รวม|ทั้งหมด)\s*([0-9]{2})\s*ข้อ(?![ก-๎])")
"""How many items an instrument is said to have."""
_BETWEEN = r"\s*[:.(“\"–-]*\s*(?:ด้าน|เรื่อง|คือ)?\s*[“\"]?"
_COUNT = re.compile(r"(?:ทั้ง(?:หมด)?|ครบ)\s*([0-9๐-๙]{1,2})\s*(ตัวชี้วัด|เครื่องมือ)(?!ย่อย)")
_OTHER_SCHEME = re.compile("LPA|PMQA|แผน|คำรับรอง|ยุทธศาสตร์|ประสิทธิภาพขององค์กร|มาตรฐาน|การปฏิบัติราชการตาม")
"""What has indicators of its own."""
_GRADE = re.compile(r"ระดับ\s*[“\"'‘(]?\s*([A-Z]{1,2}(?![A-Za-z0-9])|[ก-๎]+)")
_DOUBLE_A = re.compile("AA(?<![A-Za-z0-9]AA)(?![A-Za-z0-9])")
_YEAR = re.compile("25[0-9]{2}")
_OF_THE_YEAR = (MEASURES.name, DUTIES.name)
_OF_LAST_YEAR = re.compile("25[0-9]{2}|๒๕[๐-๙]{2}|ปี ?[0-9๐-๙]|ปีก่อน|ปีที่(?:ผ่านมา|แล้ว)")


def check_scheme(texts: Sequence[Cell], submission: Submission, framework: Framework) -> Iterator[Problem]:
    """Items and levels that neither the year assessed nor the pack's own has."""
    rules = _rules(submission, framework)
    years = " และ ".join(dict.fromkeys(str(one.year) for one in rules))
    last = _last_items(rules)
    own = [level.name for level in framework.levels.steps]
    others = framework.made(level_names) - {level.name for one in rules for level in one.levels.steps}
    pattern = _item(last)
    for cell in holding(re.compile(f"{pattern.pattern}|ระดับ|AA|[OIE]IT|ข้อมูลสาธารณะ"), texts):
        for found, prefix in _items(cell.text, last, pattern):
            yield OTHER_ITEM.at(cell.place, found, years=years, last=f"{prefix.upper()}{last[prefix]}")
        for found, prefix, end in _whole_runs(cell, rules, last, pattern):
            yield OTHER_ITEM.at(cell.place, found, years=rules[-1].year, last=f"{prefix.upper()}{end}")
        for match in _COUNTED.finditer(thai.arabic_digits(cell.text)):
            prefix = next((prefix for prefix in last if match[1].lower().startswith(prefix)), "o")
            if int(match[2]) > last.get(prefix, 100):
                found = cell.text[slice(*match.span())]
                yield OTHER_ITEM.at(cell.place, found, years=years, last=f"{prefix.upper()}{last[prefix]}")
        yield from _titled(cell, rules)
        if found := _grade(cell.text, others, {str(one.year) for one in rules}):
            yield OTHER_LEVEL.at(cell.place, found, years=years, levels=" ".join(own))


def check_indicators(texts: Sequence[Cell], _submission: Submission, framework: Framework) -> Iterator[Problem]:
    """Indicators by the number of one and the name of another, beyond the last, and more of them than there are."""
    names = {one.number: one.names for one in framework.indicators}
    owners = {name: number for number, own in names.items() for name in own}
    named = re.compile(rf"{_NUMBER.pattern}{_BETWEEN}({any_of(owners)})")
    of = {one.number: tool.code for tool in framework.instruments for one in tool.indicators}
    label, codes = rf"ตัวชี้วัดที่\s*[0-9๐-๙]+|{any_of(owners)}", any_of(of.values())
    instruments = re.compile(
        rf"แบบวัด\s*(?P<code>{codes})\s*(?:ในส่วนของ|ด้าน)?(?:ตัวชี้วัด(?!ที่))?\s*(?P<label>{label})"
        rf"|(?P<before>{label})\s*\((?P<last>{codes})\)"
    )
    prefixes = {one.prefix: one.code for one in framework.instruments}
    item = rf"[{''.join(prefixes)}{''.join(prefixes).upper()}](?<![A-Za-z0-9].)\s?[0-9๐-๙]{{1,2}}(?![0-9๐-๙])"
    items = re.compile(
        rf"(?P<of>{codes})(?:\s*(?:ราย)?ข้อ)?\s*\(\s*(?:ข้อ(?:ที่)?\s*)?(?P<item>{item})|(?P<first>{item})\s*\((?P<behind>{codes})\)"
    )
    most = {"ตัวชี้วัด": len(names), "เครื่องมือ": len(framework.instruments)}
    for cell in holding(re.compile(f"ตัวชี้วัด|เครื่องมือ|{codes}"), texts):
        for match in named.finditer(cell.text):
            number = int(match[1])
            if number in names and match[2] not in names[number]:
                yield OTHER_NAME.at(cell.place, match[0], number=number, name=names[number][0])
        for match in instruments.finditer(cell.text):
            code, label = match["code"] or match["last"], match["label"] or match["before"]
            number = owners.get(label) or int(re.sub("[^0-9๐-๙]", "", label))
            if number in of and of[number] != code:
                yield OTHER_INSTRUMENT.at(cell.place, match[0], label=f"ตัวชี้วัดที่ {number}", code=of[number])
        for match in items.finditer(cell.text):
            right = prefixes[(item := match["item"] or match["first"])[0].lower()]
            if right not in (match["of"], match["behind"]):
                yield OTHER_INSTRUMENT.at(cell.place, match[0], label=f"ข้อ {item}", code=right)
        if _OTHER_SCHEME.search(cell.text):
            continue
        for match in _NUMBER.finditer(cell.text):
            if int(match[1]) > max(names):
                yield OTHER_ITEM.at(cell.place, match[0], years=framework.year, last=f"ตัวชี้วัดที่ {max(names)}")
        for match in _COUNT.finditer(cell.text):
            if int(match[1]) > most[match[2]]:
                yield BEYOND.at(cell.place, match[0], limit=f"ไม่เกิน {most[match[2]]} {match[2]}")


def check_rules(texts: Sequence[Cell], submission: Submission, framework: Framework) -> Iterator[Problem]:
    """Weights of instruments and least scores of levels are those of the year assessed, or of the pack's own."""
    rules = _rules(submission, framework)
    weights = {one.code: one.weight * 100 for one in framework.instruments}
    minimums: dict[str, set[Decimal]] = {}
    for level in (level for one in rules for level in one.levels.steps):
        minimums.setdefault(level.name, set()).add(level.minimum)
    weighed = re.compile(rf"({any_of(weights)})[^\n0-9๐-๙A-Z]{{0,20}}น้ำหนัก(?:คะแนน)?\s*(?:ร้อยละ)?\s*([0-9๐-๙]+)")
    least = re.compile(
        rf"ระดับ\s*[“\"]?({any_of(minimums)})(?![A-Zก-๎])(?:(?!ระดับ|ปี)[^\n0-9๐-๙]){{0,20}}([0-9๐-๙]{{1,3}}(?:\.[0-9๐-๙]+)?)"
        r"\s*(?:คะแนน)?\s*(?:ขึ้นไป|[-–]|ถึง)"
    )
    for cell in holding(re.compile("น้ำหนัก|ระดับ"), texts):
        for match in weighed.finditer(cell.text):
            if int(match[2]) != weights[match[1]]:
                yield WEIGHT.at(cell.place, match[0], code=match[1], weight=f"{float(weights[match[1]]):g}")
        for match in least.finditer(cell.text):
            if Decimal(thai.arabic_digits(match[2])) not in minimums[match[1]]:
                minimum = " หรือ ".join(f"{float(one):g}" for one in sorted(minimums[match[1]]))
                yield THRESHOLD.at(cell.place, match[0], level=match[1], minimum=minimum)


def _rules(submission: Submission, framework: Framework) -> list[Framework]:
    """The rules of the year assessed and of the pack's own, where they are known."""
    year = submission.fiscal_year
    return [framework, *([load(year)] if year in available() else [])]


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


def _whole_runs(
    cell: Cell, rules: Sequence[Framework], last: Mapping[str, int], item: re.Pattern[str]
) -> Iterator[tuple[str, str, int]]:
    """Runs from the first item on, in what is done in the pack's year, that are whole in the year before alone."""
    if cell.source.sheet not in _OF_THE_YEAR or _OF_LAST_YEAR.search(cell.text):
        return
    own = {one.prefix: one.questions.last for one in rules[-1].instruments}
    for match in item.finditer(cell.text):
        prefix = match[0][0].lower()
        if match[2] and int(match[1]) == 1 and own[prefix] < int(match[2]) == last[prefix]:
            yield match[0], prefix, own[prefix]


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
