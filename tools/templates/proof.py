"""The template of the sheet in front of proof copies: what the shades mean, and all that is still missing or wrong."""

from __future__ import annotations

from tools.templates.markup import Cell, Table, line
from tools.templates.package import Document
from tools.templates.pieces import PORTRAIT, heading, when

_COLUMNS = (1.2, 8.2, 6.6)


def proof() -> Document:
    """The sheet; a list without an entry is left out, and a workbook that lacks nothing is told so."""
    body = (
        heading("ฉบับร่างเพื่อตรวจทาน", "{{ office }}")
        + line("ITA Body", "เอกสารชุดนี้ใช้ตรวจทานเท่านั้น ห้ามใช้ลงนามหรือเผยแพร่ แต่ละสีมีความหมาย ดังนี้")
        + line("ITA Item", "{{ samples.filled }} คือ ข้อความจากแบบกรอก")
        + line("ITA Item", "{{ samples.derived }} คือ ข้อความที่โปรแกรมจัดทำจากข้อมูลในแบบกรอก")
        + line("ITA Item", "ตัวอักษรสีแดง เช่น {{ samples.missing }} คือ ช่องที่ยังไม่กรอกหรือต้องแก้ไข และข้อความที่ขึ้นกับช่องเหล่านั้น")
        + when("gaps", _topic("ช่องที่ต้องกรอกหรือแก้ไข {{ gaps | length }} ช่อง") + _table("gaps", "หัวข้อในแบบกรอก"))
        + when("others", _topic("เรื่องอื่นที่ต้องแก้ไข {{ others | length }} เรื่อง") + _table("others", "สิ่งที่พบ"))
        + when("complete", line("ITA Body", "แบบกรอกนี้กรอกครบแล้ว ไม่มีเรื่องที่ต้องแก้ไข สั่งสร้างเอกสารฉบับจริงได้"))
        + line("ITA Small Space")
    )
    return Document(
        title="ใบนำฉบับร่าง", body=body, page=PORTRAIT, headers={"first": line("ITA Small Space")}, properties={}
    )


def _topic(text: str) -> str:
    return line("ITA Notice Item", text)


def _table(name: str, title: str) -> str:
    """The entries of the list ``name``: number, place, and what it is about."""
    table = Table("ITA Grid", _COLUMNS)
    return table.xml(
        table.row(*(Cell(line("ITA Column Heading", text)) for text in ("ที่", "ตำแหน่ง", title)), header=True),
        table.tag(f"for one in {name}"),
        table.row(*(Cell(line("ITA Cell", f"{{{{ one.{value} }}}}")) for value in ("number", "place", "about"))),
        table.tag("endfor"),
    )
