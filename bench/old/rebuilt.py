"""Documents built of an imported workbook beside those that it was imported from."""

from __future__ import annotations

import io
from collections.abc import Collection, Iterator
from difflib import SequenceMatcher

import docx
from docx.table import Table

import ita_docs
from bench.old.scoring import Judged, Verdict
from ita_docs import Upload
from ita_docs.model import Submission
from ita_docs.workbook.form import form_of
from ita_docs.workbook.schema import schema
from ita_docs.workbook.writer import write


def rebuilt_texts(whole: Submission, imported: Upload, only: Collection[str]) -> list[Judged]:
    """Each paragraph of the documents named, as a cell: exact where the documents built of the ``imported`` workbook
    have it too. Pictures are not compared."""
    pictures = {picture.name: picture.data for one in whole.activities for picture in one.pictures}
    first = Upload("workbook.xlsx", write(form_of(whole, schema(whole.fiscal_year))), pictures)
    ones, others = (_built(one, only) for one in (first, imported))
    done = []
    for name in only:
        done += list(_compared(name, ones.get(f"{name}.docx", []), others.get(f"{name}.docx", [])))
    return done


def _built(workbook: Upload, only: Collection[str]) -> dict[str, list[str]]:
    made = ita_docs.build(workbook, only=only)
    files = made.files or ita_docs.build(workbook, only=only, proof=True).files
    return {name.rsplit("/")[-1]: list(_paragraphs(data)) for name, data in files.items() if name.endswith(".docx")}


def _paragraphs(data: bytes) -> Iterator[str]:
    """All texts in order, cells of tables row by row; merged ones once."""
    for block in docx.Document(io.BytesIO(data)).iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                for cell in dict.fromkeys(row.cells):
                    yield from (one.text for one in cell.paragraphs if one.text.strip())
        elif block.text.strip():
            yield block.text


def _compared(name: str, ones: list[str], others: list[str]) -> Iterator[Judged]:
    for kind, a, b, c, d in SequenceMatcher(None, ones, others, autojunk=False).get_opcodes():
        if kind == "equal":
            for text in ones[a:b]:
                yield Judged(f"built {name}", "", "text", text, text, Verdict.EXACT, False)
            continue
        for number in range(max(b - a, d - c)):
            one = ones[a + number] if a + number < b else ""
            other = others[c + number] if c + number < d else ""
            yield Judged(f"built {name}", "", "text", one, other, Verdict.WRONG if other else Verdict.MISSING, False)
