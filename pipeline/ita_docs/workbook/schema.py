"""The form of the workbook as one value: ``SHEETS`` feeds the reader, the writer and the list of fields."""

from __future__ import annotations

from ita_docs.workbook.general import GENERAL, GROUPS
from ita_docs.workbook.tables import TABLES

GUIDE = "คำแนะนำ"
"""The sheet of instructions; the reader passes it over."""

LISTS = "รายการเลือก"
"""The hidden sheet that the drop-downs draw on; the reader passes it over."""

PROBLEMS = "รายการที่ต้องแก้ไข"
"""The first sheet of a marked copy; the reader passes it over, so that a mended copy can be built as it is."""

IGNORED = (GUIDE, LISTS, PROBLEMS)

EXAMPLE = "ตัวอย่าง"
"""A row whose first filled cell begins with this word is an example: the reader passes it over."""

SHEETS = (GENERAL, *TABLES)
"""All sheets that are read, in the order of the form."""

__all__ = ["EXAMPLE", "GENERAL", "GROUPS", "GUIDE", "IGNORED", "LISTS", "PROBLEMS", "SHEETS", "TABLES"]
