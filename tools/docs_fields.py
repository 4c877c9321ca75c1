"""Make docs/fields.md: every name that a template may use, from ``FIELDS`` and the sample workbook.

``python tools/make_docs.py`` writes the page; a test holds it to what this makes.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ita_docs.fields import by_heading, example
from ita_docs.papers.pack import values_of
from ita_docs.values import TemplateField

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "fields.md"
SAMPLE = ROOT / "inputs" / "taling_chan_2566.xlsx"
_HEAD = """# ชื่อข้อมูลที่ใช้ในแม่แบบได้

หน้านี้จัดทำโดยโปรแกรมจากรายการชื่อข้อมูล (`make docs`) อย่าแก้ด้วยมือ คำสั่ง `ita-docs fields` แสดงรายการเดียวกัน
ส่วนวิธีใช้ชื่อเหล่านี้ใน Word อยู่ใน[คู่มือแม่แบบ](templates.md)

- พิมพ์ชื่อข้อมูลในปีกกาคู่ เช่น `{{ office.name }}` ข้อมูลจะมาแทนที่ตรงนั้น ในรูปแบบตัวอักษรเดียวกัน
- เครื่องหมาย `[]` หมายถึงรายการ ต้องวนรอบก่อนใช้ เช่น `committees[].name` ใช้ใน `{%p for committee in committees %}` …
  `{%p endfor %}` โดยพิมพ์ว่า `{{ committee.name }}`
- ชนิด “ใช่หรือไม่” ใช้กับ `{%p if … %}` และชนิด “ภาพ” ต้องระบุขนาดที่ใหญ่ที่สุดเป็นเซนติเมตร เช่น
  `{{ order.emblem | fit(3, 3) }}`
- ตัวเลขและวันที่เป็นข้อความสำเร็จรูป เป็นเลขไทยหรือเลขอารบิกตามที่เลือกไว้ในแบบกรอก จำนวนที่แม่แบบนับเอง เช่น
  `{{ committees | length }}` ก็เช่นกัน
- เครื่องหมาย `[*]` หมายถึงชื่อที่หน่วยงานตั้งเอง พิมพ์ในวงเล็บเหลี่ยมและเครื่องหมายคำพูด เช่น `{{ seat.more["เบอร์โทร"] }}`
  ดูชื่อที่แบบกรอกหนึ่งมีได้ด้วย `ita-docs fields แบบกรอก.xlsx`
"""


def page() -> str:
    """The whole page."""
    return "\n".join((_HEAD, *_tables()))


def _tables() -> Iterator[str]:
    values = values_of(SAMPLE)
    for group, fields in by_heading():
        yield f"## {group}\n"
        yield "| ชื่อ | ชนิด | ความหมาย | ที่มาในแบบกรอก | ตัวอย่าง |\n|---|---|---|---|---|"
        for field in fields:
            cells = (f"`{field.name}`", field.kind.thai, field.meaning, _origin(field), example(field.name, values))
            yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
        yield ""


def _origin(field: TemplateField) -> str:
    return f"{field.sheet}: {field.column}" if field.column else field.sheet
