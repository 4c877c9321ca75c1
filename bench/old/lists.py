"""Excel files that offices keep: lists of personnel in five shapes, reports of scores in ten."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby
from random import Random

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from ita_docs.framework.load import load
from ita_docs.model import Person, Seat, Submission
from officefiles.thai import thai_digits

LEVELS = ("ชำนาญการพิเศษ", "ชำนาญการ", "ปฏิบัติการ", "เชี่ยวชาญ", "ชำนาญงาน", "ปฏิบัติงาน", "อาวุโส", "ต้น", "สูง")


def people(whole: Submission) -> list[Seat]:
    """The named people of an office, each once, section by section: what its list of personnel has."""
    seats: dict[Person, Seat] = {}
    for committee in whole.committees:
        for seat in committee.seats:
            if seat.person and (seat.person not in seats or seat.section):
                seats[seat.person] = seat
    return sorted(seats.values(), key=lambda seat: seat.section)


def _in_parts(sheet: Worksheet, seats: Sequence[Seat]) -> None:
    """A column for each part of the name, the head in the first row."""
    sheet.append(["ที่", "คำนำหน้า", "ชื่อ", "นามสกุล", "ตำแหน่ง", "สังกัด"])
    for number, (seat, one) in enumerate(_with_people(seats), 1):
        sheet.append([number, one.title, one.first_name, one.last_name, seat.position, seat.section])


def _in_one_name(sheet: Worksheet, seats: Sequence[Seat]) -> None:
    """The whole name in one column, below a title over all columns; the level of the post in a column of its own."""
    sheet.append(["บัญชีรายชื่อข้าราชการและลูกจ้างประจำ"])
    sheet.merge_cells("A1:F1")
    sheet.append(["ข้อมูล ณ วันที่ 1 ตุลาคม 2567"])
    sheet.append([])
    sheet.append(["ลำดับ", "ชื่อ - สกุล", "ตำแหน่ง", "ระดับ", "ฝ่าย/กอง/กลุ่มงาน", "หมายเหตุ"])
    for number, (seat, one) in enumerate(_with_people(seats), 1):
        level = next((level for level in LEVELS if seat.position.endswith(level)), "")
        sheet.append([number, one.full_name, seat.position.removesuffix(level), level, seat.section, ""])


def _by_section(sheet: Worksheet, seats: Sequence[Seat]) -> None:
    """A row for each section above its people, numbers in Thai from 1 in each."""
    sheet.append(["ที่", "ชื่อ-นามสกุล", "ตำแหน่ง"])
    for section, own in groupby(seats, key=lambda seat: seat.section):
        if section:
            sheet.append([section])
            sheet.merge_cells(start_row=sheet.max_row, end_row=sheet.max_row, start_column=1, end_column=3)
        for number, (seat, one) in enumerate(_with_people(list(own)), 1):
            sheet.append([thai_digits(str(number)), f"{one.title}{one.first_name}  {one.last_name}", seat.position])


def _other_way_round(sheet: Worksheet, seats: Sequence[Seat]) -> None:
    """Posts before names, heads over two rows, other columns between."""
    sheet.append(["เลขที่ตำแหน่ง", "ตำแหน่ง", "หน่วยงาน", "ผู้ดำรงตำแหน่ง", None, "โทรศัพท์"])
    sheet.append([None, None, None, "คำนำหน้าชื่อ", "ชื่อ-สกุล", None])
    for column in "ABCF":
        sheet.merge_cells(f"{column}1:{column}2")
    sheet.merge_cells("D1:E1")
    for number, (seat, one) in enumerate(_with_people(seats), 1):
        name = f"{one.first_name} {one.last_name}".strip()
        phone = f"0 2123 {4000 + number}"
        sheet.append([f"กท {number:04}", seat.position, seat.section, one.title, name, phone])


def _without_heads(sheet: Worksheet, seats: Sequence[Seat]) -> None:
    """No heads at all."""
    for number, (seat, one) in enumerate(_with_people(seats), 1):
        sheet.append([f"{number}.", one.full_name, seat.position, seat.section])


PEOPLE: Mapping[str, Callable[[Worksheet, Sequence[Seat]], None]] = {
    "parts of names": _in_parts,
    "one name, levels": _in_one_name,
    "rows of sections": _by_section,
    "post first, two heads": _other_way_round,
    "no heads": _without_heads,
}


def people_list(whole: Submission, shape: str) -> bytes:
    """The list of personnel in one of the shapes ``PEOPLE``."""
    return _saved(lambda sheet: PEOPLE[shape](sheet, people(whole)))


def _with_people(seats: Sequence[Seat]) -> Iterator[tuple[Seat, Person]]:
    for seat in seats:
        if seat.person:
            yield seat, seat.person


OTHER_NAMES = {
    3: "การใช้อำนาจหน้าที่",
    4: "การใช้ทรัพย์สินของทางราชการ",
    5: "การแก้ปัญหาการทุจริต",
    6: "คุณภาพการดำเนินการ",
    7: "ประสิทธิภาพในการสื่อสาร",
    8: "การปรับปรุงการทำงาน",
    9: "การเปิดเผยข้อมูลสาธารณะ",
}
"""How people name indicators beside their own names."""
SHEETS = 10
"""Shapes of a report of scores."""


def score_sheet(whole: Submission, shape: int) -> bytes:
    """A report of the scores in one of ``SHEETS`` shapes, from 0: names spelt in other ways, numbered or not, values as
    numbers, percent or text, subtotals between them, other columns beside them."""
    return _saved(lambda sheet: _scores(sheet, whole, shape))


def _scores(sheet: Worksheet, whole: Submission, shape: int) -> None:
    draw, instruments = Random(shape), load(whole.assessed_year).instruments
    if shape % 3 == 0:
        sheet.append([f"ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. {whole.assessed_year}"])
        sheet.append([whole.office.name])
    before, after = ["ที่"] if shape % 2 else [], ["คะแนนเต็ม"] if shape % 4 == 2 else []
    sheet.append([*before, "ตัวชี้วัด", ("คะแนน", "ค่าคะแนน", "ผลคะแนน", "คะแนนที่ได้")[shape % 4], *after])
    for instrument in instruments:
        numbers = [one.number for one in instrument.indicators]
        scores = [one for one in whole.scores if one.indicator in numbers]
        if shape in (1, 5, 8):
            total = sum((one.score for one in scores), Decimal(0)) / len(scores)
            sheet.append(
                [*([None] if before else []), f"{instrument.name} ({instrument.code})", float(round(total, 2))]
            )
        for one in scores:
            name = OTHER_NAMES.get(one.indicator, one.name) if draw.random() < 0.6 else one.name
            label = ("{name}", "{name}", "{number}. {name}", "ตัวชี้วัดที่ {number} {name}", "{name} (ตัวชี้วัดที่ {number})")
            text = label[shape % 5 if not before else 0].format(name=name, number=one.indicator)
            sheet.append([*([one.indicator] if before else []), text, None, *([100] if after else [])])
            _put(sheet, 1 + len(before) + 1, one.score, shape)
    if shape % 2 == 0 and whole.published.total is not None:
        sheet.append([*([None] if before else []), "คะแนนรวม", float(whole.published.total)])


def _put(sheet: Worksheet, column: int, score: Decimal, shape: int) -> None:
    cell = sheet.cell(sheet.max_row, column)
    if shape == 4:
        cell.value, cell.number_format = float(score / 100), "0.00%"
    elif shape == 6:
        cell.value = thai_digits(f"{score:.2f}")
    elif shape == 7:
        cell.value = f"{score:.2f} คะแนน"
    else:
        cell.value = float(score)


def _saved(write: Callable[[Worksheet], None]) -> bytes:
    book, buffer = Workbook(), io.BytesIO()
    write(book.active)
    book.save(buffer)
    return buffer.getvalue()
