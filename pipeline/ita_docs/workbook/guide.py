"""The sheet คำแนะนำ: how to fill the workbook, in words for the staff who fill it."""

from __future__ import annotations

from collections.abc import Mapping

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ita_docs.workbook.schema import Schema
from ita_docs.workbook.styles import row_height

_STEPS = (
    "กรอกชีต “ข้อมูลทั่วไป” และ “หน่วยงานย่อย” ก่อน เพราะชีตอื่นใช้รายการเลือกจากสองชีตนี้",
    "กรอกคะแนนตามประกาศผลการประเมินในชีต “คะแนน” ให้ครบทุกตัวชี้วัด",
    "กรอกรายชื่อในชีต “บุคลากร” และหน้าที่ของแต่ละคณะในชีต “หน้าที่และอำนาจ”",
    "กรอกมาตรการ การกำกับติดตาม และผู้รับผิดชอบของทุกตัวชี้วัดในชีต “มาตรการ”",
    "กรอกกิจกรรมและวางไฟล์ภาพในโฟลเดอร์เดียวกับแบบกรอก (ถ้ามี) แล้วบันทึกและปิดไฟล์",
    "ตรวจแบบกรอกด้วยคำสั่ง ita-docs check แล้วสร้างเอกสารทั้งชุดด้วยคำสั่ง ita-docs build",
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

_WIDTHS = (30.0, 24.0, 90.0)


def write_guide(sheet: Worksheet, schema: Schema, formats: Mapping[str, Format]) -> None:
    """Fill the sheet of instructions for the form of a fiscal year."""
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width, formats["plain"])
    sheet.write_string(0, 0, f"แบบกรอกข้อมูลเอกสาร ITA ปีงบประมาณ พ.ศ. {schema.year}", formats["title"])
    sheet.write_string(1, 0, "กรอกแบบนี้เพียงชุดเดียว ได้คำสั่ง บทวิเคราะห์ ตารางมาตรการ และบันทึกกิจกรรมครบทั้งชุด", formats["help"])
    sheet.set_row(0, 34)
    sheet.set_default_row(24)
    row = _write_steps(sheet, 3, formats)
    row = _write_legend(sheet, row + 1, formats)
    row = _write_sheets(sheet, row + 1, schema, formats)
    _write_typing(sheet, row + 1, formats)


def _write_steps(sheet: Worksheet, row: int, formats: Mapping[str, Format]) -> int:
    sheet.write_string(row, 0, "ขั้นตอน", formats["heading"])
    for number, text in enumerate(_STEPS, start=1):
        sheet.merge_range(row + number, 0, row + number, 2, f"{number}. {text}", formats["note_wide"])
        sheet.set_row(row + number, row_height([(text, sum(_WIDTHS))]))
    return row + len(_STEPS) + 1


def _write_legend(sheet: Worksheet, row: int, formats: Mapping[str, Format]) -> int:
    sheet.write_string(row, 0, "ความหมายของสี", formats["heading"])
    legend = (
        ("required", "หัวข้อพื้นสีน้ำเงิน", "ต้องกรอก (ช่องกรอกพื้นสีครีม)"),
        ("optional", "หัวข้อพื้นสีฟ้าอ่อน", "กรอกเมื่อมีข้อมูล เว้นว่างได้"),
        ("example", "ตัวอย่าง", "แถวตัวอย่าง โปรแกรมไม่อ่าน"),
        ("missing_cell", "ช่องพื้นสีส้ม", "ช่องที่ต้องกรอกแต่ยังว่างอยู่ในแถวที่เริ่มกรอกแล้ว"),
        ("review", "ช่องพื้นสีเหลือง", "ข้อความที่โปรแกรมยกมาจากปีก่อนและปรับปี พ.ศ. ให้ โปรดตรวจทาน"),
    )
    for offset, (look, sample, meaning) in enumerate(legend, start=1):
        sheet.write_string(row + offset, 0, sample, formats[look])
        sheet.merge_range(row + offset, 1, row + offset, 2, meaning, formats["note_wide"])
        sheet.set_row(row + offset, row_height([(meaning, sum(_WIDTHS[1:]))]))
    return row + len(legend) + 1


def _write_sheets(sheet: Worksheet, row: int, schema: Schema, formats: Mapping[str, Format]) -> int:
    sheet.write_string(row, 0, "ชีตในแบบกรอก", formats["heading"])
    for offset, one in enumerate(schema.sheets, start=1):
        sheet.write_url(row + offset, 0, f"internal:'{one.name}'!A1", formats["link"], one.name)
        sheet.write_string(row + offset, 1, "ต้องกรอก" if one.required else "กรอกเมื่อมี", formats["note"])
        text = f"{one.title} – {one.help}"
        sheet.write_string(row + offset, 2, text, formats["note"])
        sheet.set_row(row + offset, row_height([(text, _WIDTHS[2])]))
    return row + len(schema.sheets) + 1


def _write_typing(sheet: Worksheet, row: int, formats: Mapping[str, Format]) -> None:
    sheet.write_string(row, 0, "การพิมพ์ข้อมูล", formats["heading"])
    for offset, (what, how) in enumerate(_TYPING, start=1):
        sheet.write_string(row + offset, 0, what, formats["label_optional"])
        sheet.merge_range(row + offset, 1, row + offset, 2, how, formats["note_wide"])
        sheet.set_row(row + offset, row_height([(what, _WIDTHS[0]), (how, sum(_WIDTHS[1:]))]))
