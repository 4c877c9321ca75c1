"""Data that Excel shows as other than what is read: hidden, struck through, unseen, off the line, or commented on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from ita_docs.origin import Sourced
from ita_docs.thai import shortened
from ita_docs.workbook.field import Field, Sheet, Value
from ita_docs.workbook.grid import Grid
from ita_docs.workbook.parsers import as_text
from officefiles.cells import column_name, column_number
from officefiles.problems import Kind, Place, Problem, Severity

ROW_HIDDEN = Kind(
    "row-hidden",
    "แถวนี้ซ่อนอยู่ (ซ่อนด้วยตัวกรองหรือซ่อนไว้เอง) แต่มีข้อมูล และโปรแกรมนำข้อมูลในแถวนี้มาใช้ด้วย",
    "ล้างตัวกรองหรือยกเลิกการซ่อนแถวเพื่อตรวจสอบข้อมูล หากไม่ใช้แล้ว ให้ลบทั้งแถว",
    "แถวที่มีข้อมูลซ่อนอยู่ โปรแกรมอ่านแถวที่ซ่อนเช่นเดียวกับแถวอื่น",
    Severity.WARNING,
)
COLUMN_HIDDEN = Kind(
    "column-hidden",
    "คอลัมน์ {found} ซ่อนอยู่ แต่มีข้อมูล และโปรแกรมนำข้อมูลในคอลัมน์นี้มาใช้ด้วย",
    "ยกเลิกการซ่อนคอลัมน์เพื่อตรวจสอบข้อมูล หากไม่ใช้แล้ว ให้ลบข้อมูลในคอลัมน์",
    "คอลัมน์ที่มีข้อมูลซ่อนอยู่ โปรแกรมอ่านคอลัมน์ที่ซ่อนเช่นเดียวกับคอลัมน์อื่น",
    Severity.WARNING,
)
STRUCK_THROUGH = Kind(
    "text-struck-through",
    "“{heading}” มีข้อความที่ขีดฆ่า (ขีดทับ) แต่โปรแกรมนำข้อความทั้งหมดในช่องมาใช้ รวมทั้งส่วนที่ขีดฆ่า",
    "หากไม่ใช้แล้ว ให้ลบข้อความที่ขีดฆ่าหรือลบทั้งแถว หากยังใช้ ให้ยกเลิกการขีดฆ่า",
    "ข้อความที่ขีดฆ่าไว้ (ทั้งช่องหรือบางส่วน) โปรแกรมอ่านเช่นเดียวกับข้อความอื่น แจ้งแถวละหนึ่งครั้ง",
    Severity.WARNING,
)

TEXT_RAISED = Kind(
    "text-raised",
    "“{heading}” มีตัวยกหรือตัวห้อย (superscript, subscript) ซึ่งเอกสารจะพิมพ์เป็นตัวปกติ",
    "ตรวจสอบว่าข้อความยังถูกต้องเมื่อพิมพ์เป็นตัวปกติ แล้วยกเลิกตัวยกหรือตัวห้อยที่ จัดรูปแบบเซลล์ > แบบอักษร",
    "ข้อความเป็นตัวยกหรือตัวห้อย (ทั้งช่องหรือบางส่วน) โปรแกรมอ่านเช่นเดียวกับข้อความปกติ เช่น ม.๒ ที่เลขเป็นตัวยก",
    Severity.WARNING,
)
TEXT_UNSEEN = Kind(
    "text-unseen",
    "“{heading}” มีข้อความที่มองไม่เห็น แต่โปรแกรมนำข้อความ “{found}” มาใช้ทั้งหมด",
    "เปลี่ยนสีและขนาดตัวอักษร หรือยกเลิกการผสานช่อง เพื่อตรวจสอบข้อมูล หากไม่ใช้แล้ว ให้ลบข้อความ",
    "ข้อความทั้งช่องหรือบางส่วนมองไม่เห็น เพราะสีเดียวกับพื้น ตัวเล็กมาก หรืออยู่ใต้ช่องที่ผสาน โปรแกรมอ่านเช่นเดียวกับข้อความอื่น",
    Severity.WARNING,
)
SHEET_HIDDEN = Kind(
    "sheet-hidden",
    "ชีตนี้ซ่อนอยู่ แต่มีข้อมูล และโปรแกรมนำข้อมูลในชีตนี้มาใช้ด้วย",
    "คลิกขวาที่แถบชื่อชีต เลือก ยกเลิกการซ่อน แล้วตรวจสอบข้อมูล หากไม่ใช้แล้ว ให้ลบข้อมูลในชีต",
    "ชีตของแบบกรอกที่มีข้อมูลซ่อนอยู่ โปรแกรมอ่านชีตที่ซ่อนเช่นเดียวกับชีตอื่น",
    Severity.WARNING,
)
OWN_CONCEALED = Kind(
    "own-concealed",
    "ชีตนี้ซึ่งหน่วยงานเพิ่มเอง{what} แม่แบบที่ใช้ชีตนี้จะพิมพ์ข้อมูลนั้นด้วย",
    "ถ้าแม่แบบใช้ชีตนี้ ให้ตรวจสอบข้อมูลแล้วลบส่วนที่ไม่ใช้ ถ้าไม่ใช้ คงไว้ได้",
    "ชีตที่หน่วยงานเพิ่มเองซ่อนอยู่ มีแถวหรือคอลัมน์ที่ซ่อน หรือมีข้อความที่ขีดฆ่าหรือมองไม่เห็น",
    Severity.NOTE,
)
PICTURE_PASTED = Kind(
    "picture-pasted",
    "มีภาพวางอยู่บนชีต ซึ่งโปรแกรมไม่นำไปใช้ในเอกสาร",
    "บันทึกภาพเป็นไฟล์ไว้ในโฟลเดอร์เดียวกับแบบกรอก แล้วพิมพ์ชื่อไฟล์ในช่อง “{heading}” จากนั้นลบภาพออกจากชีต",
    "วางภาพไว้บนชีตแทนการพิมพ์ชื่อไฟล์ภาพ",
    Severity.WARNING,
)

TEXT_BOX = Kind(
    "text-box",
    "โปรแกรมไม่อ่านกล่องข้อความที่วางอยู่บนชีต",
    "หากเป็นข้อมูลของเอกสาร ให้พิมพ์ในช่องของแบบกรอก ถ้าไม่ใช่ คงไว้ได้",
    "มีกล่องข้อความหรือรูปร่างที่มีข้อความวางอยู่บนชีต",
    Severity.NOTE,
)

REMARK = Kind(
    "cell-remark",
    "ช่อง “{heading}” มีข้อคิดเห็น “{found}” ซึ่งโปรแกรมไม่นำไปใช้",
    "ถ้าข้อคิดเห็นให้แก้ไขข้อมูล ให้แก้ในช่อง ถ้าไม่ใช่ คงไว้ได้",
    "มีผู้เขียนข้อคิดเห็นหรือบันทึกย่อไว้ที่ช่องที่กรอกแล้ว",
    Severity.NOTE,
)

OF_TODAY = Kind(
    "formula-today",
    "“{heading}” เป็นสูตรที่ใช้วันที่ปัจจุบัน (TODAY, NOW) ซึ่งเปลี่ยนทุกวัน เอกสารพิมพ์ค่าที่คำนวณไว้เมื่อบันทึกไฟล์ครั้งล่าสุด",
    "พิมพ์วันที่ที่ต้องการลงไปแทนสูตร",
    "ช่องเป็นสูตรที่ใช้วันที่ปัจจุบัน เช่น =TODAY() ซึ่งไม่ใช่วันที่ของเอกสาร",
    Severity.WARNING,
)

AS_SHOWN = frozenset(
    kind.id for kind in (ROW_HIDDEN, COLUMN_HIDDEN, SHEET_HIDDEN, STRUCK_THROUGH, TEXT_UNSEEN, TEXT_BOX, REMARK)
)
"""Problems of how a workbook shows its data. One that is made of it shows all plainly: nobody sees there that a name
was struck out."""
_WHAT = {
    SHEET_HIDDEN.id: "ซ่อนอยู่",
    ROW_HIDDEN.id: "มีแถวที่ซ่อนอยู่",
    COLUMN_HIDDEN.id: "มีคอลัมน์ที่ซ่อนอยู่",
    STRUCK_THROUGH.id: "มีข้อความที่ขีดฆ่า",
    TEXT_UNSEEN.id: "มีข้อความที่มองไม่เห็น",
}
"""What is said of a sheet of the office's own, by what would be told of one of the form's."""
_LONGEST = 60
_CELL = re.compile(r"([A-Z]+)([0-9]+)")


def concealed(grid: Grid, sheet: Sheet, records: Iterable[Sourced]) -> list[Problem]:
    """A warning for a hidden sheet, for each hidden row and column of the form that holds data, for each other row with
    struck text, for each text that is unseen or above or below the line, and for each picture that lies where the name
    of its file is asked for; a note for each text box and for each comment on a cell, a warning for each
    cell that says what day it is."""
    pictures = [field for field in sheet.fields if field.value in (Value.PICTURE, Value.PICTURES)]
    pasted = [PICTURE_PASTED.at(grid.place(*at), heading=pictures[0].heading) for at in grid.pasted if pictures]
    boxes = [TEXT_BOX.at(grid.place(*at)) for at in grid.boxes]
    told = list(_of_cells(grid, sheet, records)) if grid.remarks or grid.today else []
    return pasted + boxes + told + _hidden(grid, sheet, records)


def _of_cells(grid: Grid, sheet: Sheet, records: Iterable[Sourced]) -> Iterator[Problem]:
    filled = (one for record in records for one in _filled(grid, sheet, record))
    for row, column, field in sorted(filled, key=lambda one: one[:2]):
        place, remark = grid.place(row, column), grid.remarks.get((row, column), "")
        if remark:
            yield REMARK.at(place, shortened(remark, _LONGEST), heading=field.heading)
        if (row, column) in grid.today:
            yield OF_TODAY.at(place, heading=field.heading)


def own_concealed(grid: Grid, sheet: Sheet, records: Iterable[Sourced]) -> list[Problem]:
    """The same of a sheet that the office added, as notes: only a template of its own can use it."""
    found = _hidden(grid, sheet, records)
    return [OWN_CONCEALED.at(one.place, what=_WHAT[one.kind]) for one in found if one.kind in _WHAT]


def _hidden(grid: Grid, sheet: Sheet, records: Iterable[Sourced]) -> list[Problem]:
    looks = grid.struck or grid.raised or grid.unseen
    if not (grid.hidden_rows or grid.hidden_columns or looks or grid.is_hidden):
        return []
    filled = sorted((one for record in records for one in _filled(grid, sheet, record)), key=lambda one: one[:2])
    problems = [SHEET_HIDDEN.at(Place(grid.name))] if grid.is_hidden and filled else []
    for row, cells in groupby(filled, key=lambda one: one[0]):
        columns = [(column, field) for _, column, field in cells]
        struck = [(column, field) for column, field in columns if (row, column) in grid.struck]
        if row in grid.hidden_rows:
            problems.append(ROW_HIDDEN.at(grid.place(row, columns[0][0])))
        elif struck:
            problems.append(_told(STRUCK_THROUGH, grid, row, *struck[0]))
        problems += [_told(TEXT_RAISED, grid, row, *one) for one in columns if (row, one[0]) in grid.raised]
        problems += [_told(TEXT_UNSEEN, grid, row, *one) for one in columns if (row, one[0]) in grid.unseen]
    first = {column: row for row, column, _ in reversed(filled) if column in grid.hidden_columns}
    return problems + [
        COLUMN_HIDDEN.at(grid.place(row, column), column_name(column)) for column, row in sorted(first.items())
    ]


def _told(kind: Kind, grid: Grid, row: int, column: int, field: Field) -> Problem:
    found = shortened(as_text(grid.own(row, column)), _LONGEST)
    return kind.at(grid.place(row, column), found, heading=field.heading)


def _filled(grid: Grid, sheet: Sheet, record: Sourced) -> Iterator[tuple[int, int, Field]]:
    """Row, column and field of each cell of a record that itself holds something."""
    for field in sheet.fields:
        if field.name not in record.source.columns:
            continue
        if cell := _CELL.fullmatch(record.source.at(field.name).cell):
            row, column = int(cell[2]) - 1, column_number(cell[1])
            if grid.is_filled(row, column):
                yield row, column, field
