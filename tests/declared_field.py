"""The program with one column and one line of the general sheet more, run in a process of its own by
``test_declared_field``: what becomes of them.

The declaration is that of ``ita_docs.workbook`` with the fields added before any other module has read it.
"""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path

from ita_docs.workbook import tables
from ita_docs.workbook.field import Field, Value

COLUMN = Field(
    name="partners",
    heading="หน่วยงานร่วม",
    value=Value.TEXT,
    help="หน่วยงานอื่นที่ร่วมดำเนินการ (ถ้ามี)",
    meaning="หน่วยงานที่ร่วมดำเนินการ ว่างได้",
    choice="หน่วยงานที่ร่วมดำเนินการ",
)
object.__setattr__(tables.MEASURES, "fields", (*tables.MEASURES.fields, COLUMN))

from ita_docs.workbook import general  # noqa: E402 - it takes the choices of columns from the tables

LINE = Field(name="motto", heading="คำขวัญ", value=Value.TEXT, help="คำขวัญของหน่วยงาน", meaning="คำขวัญ ว่างได้")
object.__setattr__(general.OFFICE, "fields", (*general.OFFICE.fields, LINE))
object.__setattr__(general.GENERAL, "fields", tuple(one for group in general.GROUPS for one in group.fields))

TEMPLATE = (
    "{{ office.motto }} {% if columns.partners %}{% for one in measures %}{{ one.partners }}{% endfor %}{% endif %}"
)
ADDED = (COLUMN.name, LINE.name)
PARTNER, MOTTO = "สำนักงานเขตดอนทราย", "โปร่งใส ตรวจสอบได้"


def main(folder: Path) -> dict[str, object]:
    """What came of the column at each stage, from the form to the document."""
    import made
    from ita_docs.checks.cells import cells
    from ita_docs.fields import usage
    from ita_docs.model import Settings
    from ita_docs.papers.pack import produce
    from ita_docs.papers.trace import traces
    from ita_docs.values import FIELDS
    from ita_docs.workbook.form import form_of
    from ita_docs.workbook.reader import read
    from ita_docs.workbook.schema import schema
    from ita_docs.workbook.writer import write
    from made_docx import docx, p, saved

    whole = made.submission(settings=Settings(columns=frozenset({"partners"})))
    rows = [replace(one, others={**one.others, "partners": PARTNER}) for one in whole.measures]
    path = folder / "office.xlsx"
    office = replace(whole.office, others={"motto": MOTTO})
    path.write_bytes(write(form_of(replace(whole, measures=tuple(rows), office=office), schema(2566))))
    submission, _ = read(path)
    assert submission
    template = saved(folder, docx(p(TEMPLATE)), "short_template.docx")
    document = produce(path, {"short": template}, frozenset(["short"]), traced=True).files["short.docx"]
    first = submission.measures[0]
    return {
        "read": [first.others["partners"], str(first.source.at("partners")), submission.office.others["motto"]],
        "checked": sorted({cell.text for cell in cells(submission) if cell.field in ADDED}),
        "listed": {one.name: [one.meaning, one.sheet, one.column] for one in FIELDS if one.name.endswith(ADDED)},
        "used": [one.name for one in usage(template).used],
        "printed": [[one.path, one.text, *map(str, one.places)] for one in traces(document)][:2],
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(Path(sys.argv[1])), ensure_ascii=False))
