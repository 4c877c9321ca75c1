"""A Word or Excel file as text, so that ``git diff`` shows what changed in it: ``python tools/text_of.py FILE``.

Tell git once: ``git config diff.docx.textconv "python tools/text_of.py"``, and the same for ``diff.xlsx.textconv``.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import openpyxl

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # git starts this from the top of the checkout
from tests.outline import outline


def cells(path: Path) -> Iterator[str]:
    """Every filled cell of a workbook, formulas as formulas, a sheet after the other."""
    for sheet in openpyxl.load_workbook(path):
        yield f"[{sheet.title}]"
        for row in sheet.iter_rows():
            yield from (f"{cell.coordinate}: {cell.value}" for cell in row if cell.value is not None)


if __name__ == "__main__":
    file = Path(sys.argv[1])
    sys.stdout.reconfigure(encoding="utf-8")
    with file.open("rb") as start:
        is_document = b"word/" in start.read(4096) or file.suffix == ".docx"
    print(outline(file.read_bytes()) if is_document else "\n".join(cells(file)))
