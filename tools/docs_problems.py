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
    ("การอ่านแบบกรอก", ("ita_docs.workbook",)),
    ("คำสั่ง บันทึกข้อความ และผู้ลงนาม", ("ita_docs.checks.order", "ita_docs.checks.papers")),
    ("ชื่อหน่วยงานและกฎหมายที่อ้างถึง", ("ita_docs.checks.office", "ita_docs.checks.copied", "ita_docs.checks.cited")),
    (
        "วันที่ ปี ตัวเลขในข้อความ และเกณฑ์ของปี",
        tuple(f"ita_docs.checks.{one}" for one in ("dates", "times", "years", "amounts", "counts", "scheme")),
    ),
    ("คะแนนรวม ระดับ จุดแข็งและจุดอ่อน", ("ita_docs.checks.results", "ita_docs.checks.own_texts")),
    ("คะแนนและชื่อตัวชี้วัด", ("ita_docs.checks.scores",)),
    ("คะแนนรายข้อ", ("ita_docs.checks.questions",)),
    ("รายชื่อบุคคล", ("ita_docs.checks.people", "ita_docs.checks.names")),
    ("ตำแหน่งและหน่วยงานย่อย", ("ita_docs.checks.posts",)),
    (
        "คณะกรรมการและคณะทำงาน",
        ("ita_docs.checks.committees", "ita_docs.checks.appointed", "ita_docs.checks.roles"),
    ),
    (
        "มาตรการ",
        tuple(f"ita_docs.checks.{one}" for one in ("measures", "frequencies", "responsible", "columns", "repeats")),
    ),
    ("ผลการดำเนินการของปีก่อน", ("ita_docs.checks.last_year",)),
    (
        "ถ้อยคำและการพิมพ์",
        tuple(f"ita_docs.checks.{one}" for one in ("text", "marks", "signs", "spelling", "asides", "keyboard")),
    ),
    ("การนำเข้าไฟล์เดิม", ("ita_docs.importing",)),
    ("แม่แบบ", ("wordfill.lint",)),
    ("การสร้างเอกสารและไฟล์", ("",)),
)
"""The headings, and the modules whose kinds stand under each; under the last, those of all others."""


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
    for heading, _ in GROUPS:
        own = [kind for module, kind in every if _heading(module) == heading]
        if own:
            yield f"## {heading}\n"
            yield "| รหัส | ระดับ | ความหมาย | วิธีแก้ไข |\n|---|---|---|---|"
            for kind in own:
                cells = (f"`{kind.id}`", kind.severity.thai, kind.meaning, _blanked(kind.hint))
                yield "| " + " | ".join(_cell(cell) for cell in cells) + " |"
            yield ""


def _heading(module: str) -> str:
    """The first of ``GROUPS`` that a module belongs to."""
    return next(heading for heading, prefixes in GROUPS if any(_is_within(module, one) for one in prefixes))


def _is_within(module: str, prefix: str) -> bool:
    return not prefix or f"{module}.".startswith(f"{prefix}.")


def _blanked(text: str) -> str:
    """A format string with an ellipsis in place of what is filled in; all filled in: that the message says it."""
    parts = Formatter().parse(text)
    blanked = "".join(literal + ("…" if name is not None else "") for literal, name, _, _ in parts)
    return blanked if blanked != "…" else "ตามที่โปรแกรมแนะนำในข้อความ"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;").replace("\n", " ")
