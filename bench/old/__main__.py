"""``python -m bench.old FOLDER [--office] [workbook …]``: the papers of offices in every shape, to look at and to try.

Without workbooks those of the examples and the invented offices. What is made of the sample workbook bears names that
were published: never commit it.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from bench.old.documents import documents, printed, resaved
from bench.old.offices import INVENTED
from bench.old.shapes import SHAPES
from ita_docs.workbook.form import form_of
from ita_docs.workbook.reader import read
from ita_docs.workbook.schema import schema
from ita_docs.workbook.writer import write

EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples"


def main() -> None:
    """Write the files: ``FOLDER/OFFICE/SHAPE/order.docx`` and so on, and the workbook that states the truth."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("workbooks", type=Path, nargs="*")
    parser.add_argument("--office", action="store_true", help="those saved again by LibreOffice too, and all as PDF")
    arguments = parser.parse_intermixed_args()
    books = arguments.workbooks or sorted(EXAMPLES.glob("*.xlsx"))
    offices = [whole for whole, _ in map(read, books) if whole]
    offices += [] if arguments.workbooks else [made() for made in INVENTED]
    files: dict[str, bytes] = {}
    for whole in offices:
        for shape in SHAPES if arguments.office else (one for one in SHAPES if not one.mended):
            stated, place = shape.of(whole), f"{whole.name}/{shape.key}"
            files |= {f"{place}/{name}": data for name, data in documents(whole, shape).items()}
            (arguments.folder / place).mkdir(parents=True, exist_ok=True)
            truth = write(form_of(stated, schema(stated.fiscal_year)))
            (arguments.folder / place / "truth.xlsx").write_bytes(truth)
    if arguments.office:
        files |= resaved({name: data for name, data in files.items() if name.split("/")[1].startswith("resaved")})
        for name, data in printed(files).items():
            (arguments.folder / f"{name}.pdf").write_bytes(data)
    for name, data in files.items():
        (arguments.folder / f"{name}.docx").write_bytes(data)


if __name__ == "__main__":
    main()
