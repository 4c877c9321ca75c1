"""The sheet คำแนะนำ: how to fill the workbook, in words for the staff who fill it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ita_docs.workbook.field import Sheet
from ita_docs.workbook.schema import Schema
from ita_docs.workbook.styles import row_height

_STEPS = (
    "กรอกชีต “ข้อมูลทั่วไป” และ “หน่วยงานย่อย” ก่อน เพราะชีตอื่นใช้รายการเลือกจากสองชีตนี้",
    "กรอกคะแนนตามประกาศผลการประเมินในชีต “คะแนน” ให้ครบทุกตัวชี้วัด",
    "กรอกรายชื่อในชีต “บุคลากร” และหน้าที่ของแต่ละคณะในชีต “หน้าที่และอำนาจ”",
    "กรอกมาตรการ การกำกับติดตาม และผู้รับผิดชอบของทุกตัวชี้วัดในชีต “มาตรการ”",
    "กรอกกิจกรรมและวางไฟล์ภาพในโฟลเดอร์เดียวกับแบบกรอก (ถ้ามี) แล้วบันทึกและปิดไฟล์",
    "เปิดหน้าเว็บของโปรแกรม แล้ววางแบบกรอกพร้อมไฟล์ภาพ โปรแกรมจะบอกช่องที่ต้องแก้ไข และสร้างเอกสารทั้งชุดให้ "
    "(หรือใช้คำสั่ง ita-docs check และ ita-docs build)",
)

_TYPING = (
    ("ตัวเลข", "ใช้เลขไทยหรือเลขอารบิกก็ได้ เอกสารจะพิมพ์ตามที่เลือกไว้ในหัวข้อ “ตัวเลขในเอกสาร”"),
    ("วันที่", "พิมพ์ได้ทุกแบบ เช่น 25 ตุลาคม 2565, ๒๕ ต.ค. ๖๕, 25/10/2565 โดยเรียงวัน เดือน ปี"),
    ("หลายรายการในช่องเดียว", "ขึ้นบรรทัดใหม่ด้วย Alt+Enter บรรทัดละหนึ่งรายการ ไม่ต้องพิมพ์ขีดหรือจุดนำหน้า"),
    ("แถวตัวอย่าง", "แถวสีเทาที่ช่องแรกเขียนว่า “ตัวอย่าง” โปรแกรมไม่อ่าน ลบหรือคงไว้ก็ได้"),
    ("รายการเลือก", "ช่องที่มีลูกศรเลือกค่าได้ ส่วนใหญ่พิมพ์ค่าอื่นเองได้ เช่น ชื่อคณะ หน้าที่ในคณะ และความถี่"),
    ("เพิ่ม ลด หรือสลับแถวและคอลัมน์", "ทำได้ทุกชีต โปรแกรมอ่านตามชื่อหัวคอลัมน์ แต่ห้ามแก้ชื่อชีตและชื่อหัวคอลัมน์"),
    ("ไฟล์ภาพ", "ใช้ไฟล์ PNG หรือ JPG พิมพ์ชื่อไฟล์พร้อมนามสกุล เช่น pictures/ภาพ1.jpg"),
    ("สูตร", "ใช้สูตรได้ แต่ต้องเปิดและบันทึกด้วย Excel ก่อน เพื่อให้มีผลการคำนวณ"),
)

_Line = tuple[tuple[str, str], ...]
"""The cells of a line: the look and the text of each."""

_WIDTHS = (30.0, 24.0, 90.0)


_LEGEND = (
    ("required", "หัวข้อพื้นสีน้ำเงิน", "ต้องกรอก (ช่องกรอกพื้นสีครีม)"),
    ("asked", "หัวข้อพื้นสีฟ้าเข้ม", "ต้องมีตามรายการข้อมูลของปีนี้ แบบกรอกใช้ได้แม้ยังว่าง แต่เอกสารจะยังไม่ครบตามข้อนั้น"),
    ("optional", "หัวข้อพื้นสีฟ้าอ่อน", "กรอกเมื่อมีข้อมูล เว้นว่างได้"),
    ("example", "ตัวอย่าง", "แถวตัวอย่าง โปรแกรมไม่อ่าน"),
    ("missing_cell", "ช่องพื้นสีส้ม", "ช่องที่ต้องกรอกแต่ยังว่างอยู่ในแถวที่เริ่มกรอกแล้ว"),
    (
        "review",
        "ช่องพื้นสีเหลือง",
        "ข้อความที่ยกมาจากปีก่อนซึ่งโปรแกรมปรับปี พ.ศ. ให้ หรือต้องแก้เลขที่ตัวชี้วัด โปรดตรวจทาน ข้อความที่ยกมาโดยไม่ปรับไม่มีสี",
    ),
)


def write_guide(sheet: Worksheet, schema: Schema, formats: Mapping[str, Format], others: Sequence[Sheet]) -> None:
    """Fill the sheet of instructions for the form of a fiscal year, which has ``others`` beside its own sheets."""
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width, formats["plain"])
    sheet.write_string(0, 0, f"แบบกรอกข้อมูลเอกสาร ITA ปีงบประมาณ พ.ศ. {schema.year}", formats["title"])
    sheet.write_string(1, 0, "กรอกแบบนี้เพียงชุดเดียว ได้คำสั่ง บทวิเคราะห์ ตารางมาตรการ และบันทึกกิจกรรมครบทั้งชุด", formats["help"])
    sheet.set_row(0, 34)
    sheet.set_default_row(24)
    row = 3
    for heading, lines in _sections(schema, others):
        sheet.write_string(row, 0, heading, formats["heading"])
        for below, cells in enumerate(lines, start=row + 1):
            _write_line(sheet, below, cells, formats)
        row += len(lines) + 2


def _sections(schema: Schema, others: Sequence[Sheet]) -> tuple[tuple[str, Sequence[_Line]], ...]:
    """Each section's heading and lines."""
    steps = [(("note_wide", f"{number}. {text}"),) for number, text in enumerate(_STEPS, start=1)]
    legend = [((look, sample), ("note_wide", meaning)) for look, sample, meaning in _LEGEND]
    sheets = [
        (("link", one.name), ("note", "ต้องกรอก" if one.required else "กรอกเมื่อมี"), ("note", f"{one.title} – {one.help}"))
        for one in (*schema.sheets, *others)
    ]
    typing = [(("label_optional", what), ("note_wide", how)) for what, how in _TYPING]
    return (("ขั้นตอน", steps), ("ความหมายของสี", legend), ("ชีตในแบบกรอก", sheets), ("การพิมพ์ข้อมูล", typing))


def _write_line(sheet: Worksheet, row: int, cells: _Line, formats: Mapping[str, Format]) -> None:
    """The cells of a line, the last one as wide as the columns that are left."""
    for column, (look, text) in enumerate(cells):
        if look == "link":
            sheet.write_url(row, column, f"internal:'{text}'!A1", formats[look], text)
        elif look == "note_wide":
            sheet.merge_range(row, column, row, len(_WIDTHS) - 1, text, formats[look])
        else:
            sheet.write_string(row, column, text, formats[look])
    widths = (*_WIDTHS[: len(cells) - 1], sum(_WIDTHS[len(cells) - 1 :]))
    sheet.set_row(row, row_height([(text, width) for (_, text), width in zip(cells, widths, strict=True)]))
