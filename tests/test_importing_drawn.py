"""Papers that officers write by hand, as PDFs, and our own: all that is read, taken and told of them is kept whole."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

import ita_docs
import old_orders
from bench.old.documents import documents, drawn
from bench.old.offices import health, organisation, police
from bench.old.shapes import SHAPES
from ita_docs.framework.load import load
from ita_docs.importing.order import find_orders
from ita_docs.importing.papers import find_papers
from ita_docs.importing.pdf import read_pdf
from ita_docs.importing.word import read_word
from ita_docs.model import Submission
from ita_docs.workbook.schema import TO_REVIEW, UNUSED
from outline_old import of_documents, of_file

ROOT = Path(__file__).resolve().parent.parent
OURS = (ROOT / "inputs/taling_chan_2566.xlsx", ROOT / "examples/amphoe_2569.xlsx")
ORDERS = sorted(path for path in (ROOT / "tests" / "orders").glob("*.txt") if path.stem != "torn")  # no marks to tear
BY_KEY = {shape.key: shape for shape in SHAPES}


@pytest.mark.parametrize(
    ("make", "key"),
    [(police, "tabs"), (health, "no-heads"), (organisation, "dots")],
    ids=["police", "health", "organisation"],
)
@pytest.mark.soak
def test_all_that_is_read_of_drawn_papers(make: Callable[[], Submission], key: str, kept_whole: list[str]) -> None:
    whole = make()
    for name, data in drawn(documents(whole, BY_KEY[key])).items():
        file = read_pdf(f"{name}.pdf", data)
        kept_whole.append(of_file(file))
        if name != "order":
            kept_whole.append(of_documents(find_papers(file, load(whole.assessed_year)), file))


@pytest.mark.parametrize("path", ORDERS, ids=lambda path: path.stem)
@pytest.mark.soak
def test_all_that_an_order_says_is_read_of_its_pdf(path: Path, golden: Callable[[str, str], None]) -> None:
    file = read_pdf("คำสั่ง.pdf", old_orders.drawn(path.read_text(encoding="utf-8")))
    golden(f"drawn_orders/{path.stem}", f"{of_file(file)}\n{of_documents(find_orders(file), file)}")


@pytest.mark.parametrize("path", OURS, ids=["sample", "amphoe"])
@pytest.mark.soak
def test_all_that_is_taken_and_told_of_our_own_papers(path: Path, kept_whole: list[str]) -> None:
    made = ita_docs.build(path).files
    files = {name: data for name, data in made.items() if name.endswith(".docx") and name != "pack.docx"}
    rules = load(int(path.stem[-4:]) - 1)
    for name, data in files.items():
        file = read_word(name, data)
        kept_whole += [f"{name}\n{of_documents(find_papers(file, rules), file)}"] * (name != "order.docx")
    book = openpyxl.load_workbook(io.BytesIO(ita_docs.import_documents(files).data), read_only=True)
    for sheet in (TO_REVIEW, UNUSED):
        rows = [" | ".join(map(str, row)) for row in book[sheet].iter_rows(min_row=5, values_only=True) if any(row)]
        kept_whole.append("".join(f"{one}\n" for one in (sheet, *rows)))
