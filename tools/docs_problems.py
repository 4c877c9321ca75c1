"""Make docs/problems.md: every problem that staff may be told, from the ``Kind`` constants of all modules.

``python tools/make_docs.py`` writes the page; a test holds it to what this makes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from string import Formatter

from officefiles.problems import Kind

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "pipeline"
PAGE = ROOT / "docs" / "problems.md"
_HEAD = """# ข้อผิดพลาดและข้อสังเกตทั้งหมด

หน้านี้จัดทำโดยโปรแกรมจากรายการปัญหา (`make docs`) อย่าแก้ด้วยมือ เครื่องหมาย … คือสิ่งที่โปรแกรมพบ ซึ่งต่างกันไปในแต่ละครั้ง

- **ต้องแก้ไข** โปรแกรมไม่สร้างเอกสารของแบบกรอกนั้นจนกว่าจะแก้ไข
- **ควรตรวจสอบ** อาจผิด ผู้กรอกเป็นผู้พิจารณา โปรแกรมสร้างเอกสารให้ตามที่กรอก
- **ข้อสังเกต** แจ้งเพื่อทราบ
"""
GROUPS = (
    ("ita_docs.workbook", "การอ่านแบบกรอก"),
    ("ita_docs.checks.order", "คำสั่งและผู้ลงนาม"),
    ("ita_docs.checks.dates", "วันที่และปี"),
    ("ita_docs.checks.results", "คะแนนรวม ระดับ จุดแข็งและจุดอ่อน"),
    ("ita_docs.checks.scores", "คะแนนและชื่อตัวชี้วัด"),
    ("ita_docs.checks.questions", "คะแนนรายข้อ"),
    ("ita_docs.checks.people", "รายชื่อบุคคล"),
    ("ita_docs.checks.posts", "ตำแหน่งและหน่วยงานย่อย"),
    ("ita_docs.checks.committees", "คณะกรรมการและคณะทำงาน"),
    ("ita_docs.checks.measures", "มาตรการ"),
    ("ita_docs.checks.text", "ถ้อยคำและการพิมพ์"),
    ("wordfill.lint", "แม่แบบ"),
    ("", "การสร้างเอกสารและไฟล์"),
)
"""Where kinds are stated, the narrower before the wider, and the heading they stand under."""


def kinds() -> list[tuple[str, Kind]]:
    """Every kind with the name of the module that states it, in the order of the modules and of their lines."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        if names := re.findall(r"^([A-Z_]+) = Kind\(", path.read_text(encoding="utf-8"), re.MULTILINE):
            module = ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__")
            found += [(module, getattr(import_module(module), name)) for name in names]
    return found


def page() -> str:
    """The whole page."""
    return "\n".join((_HEAD, *_tables()))


def _tables() -> Iterator[str]:
    every = kinds()
    for prefix, heading in GROUPS:
        own = [kind for module, kind in every if _group(module) == prefix]
        if own:
            yield f"## {heading}\n"
            yield "| รหัส | ระดับ | ความหมาย | วิธีแก้ไข |\n|---|---|---|---|"
            for kind in own:
                cells = (f"`{kind.id}`", kind.severity.thai, kind.meaning, _blanked(kind.hint))
                yield "| " + " | ".join(_cell(cell) for cell in cells) + " |"
            yield ""


def _group(module: str) -> str:
    """The narrowest of ``GROUPS`` that a module belongs to."""
    return next(prefix for prefix, _ in GROUPS if f"{module}.".startswith(f"{prefix}." if prefix else ""))


def _blanked(text: str) -> str:
    """A format string with an ellipsis in place of what is filled in; all filled in: that the message says it."""
    parts = Formatter().parse(text)
    blanked = "".join(literal + ("…" if name is not None else "") for literal, name, _, _ in parts)
    return blanked if blanked != "…" else "ตามที่โปรแกรมแนะนำในข้อความ"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;").replace("\n", " ")
