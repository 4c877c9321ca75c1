"""Papers that officers write by hand, as PDFs: all that is read of each page is kept whole, and all that is taken."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bench.old.documents import documents, drawn
from bench.old.offices import health, organisation, police
from bench.old.shapes import SHAPES
from ita_docs.framework.load import load
from ita_docs.importing.papers import find_papers
from ita_docs.importing.pdf import read_pdf
from ita_docs.model import Submission
from outline_old import of_documents, of_file

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
