"""The pages of the measures table: filled well, every row named on each of them, items whole."""

from __future__ import annotations

import io
import random
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import docx
import pytest
from docx.table import Table

import made
import soak
from ita_docs.model import InMeasures, Measure, Settings, Submission
from ita_docs.papers.document import make
from ita_docs.values.fields import KINDS
from officefiles import opc
from schemas import schema_errors
from test_context import context
from thaipages.layout import measure, paginate
from thaipages.pdf import convert
from thaipages.planning.pageproof import prove_pages

TEMPLATE = Path(__file__).resolve().parent.parent / "templates/measures_template.docx"
THREE = ("steps", "period", "budget")
OFTEN = "ปีละ ๒ ครั้ง"
FURTHER = "และรายงานความคืบหน้าให้ผู้บริหารทราบอย่างต่อเนื่องตลอดปีงบประมาณ"


def long_texts(count: int, *, rows: int = 1, steps: int = 0) -> tuple[Measure, ...]:
    """The measures with ``count`` long actions and follow-ups, in so many rows for each indicator."""
    texts = [one for one, _, _ in made.MEASURES]
    return tuple(
        replace(
            one,
            actions=tuple(f"{texts[(n + at) % 10]}{FURTHER}" for at in range(count)),
            follow_ups=tuple(f"ติดตามการ{texts[(n + at) % 10]}{FURTHER}" for at in range(count)),
            steps="\n".join(f"{at}. {texts[(n + at) % 10]}" for at in range(1, steps + 1)),
            others={"budget": "12,500 บาท", "remarks": ""},
        )
        for n, one in enumerate(made.measures())
        for _ in range(rows)
    )


def random_texts(chance: random.Random) -> tuple[Measure, ...]:
    """The measures with items and texts of any length."""

    def text(most: int) -> str:
        return " ".join(chance.choice(made.MEASURES)[0] for _ in range(chance.randint(1, most)))

    return tuple(
        replace(
            one,
            actions=tuple(text(6) for _ in range(chance.randint(1, 9))),
            follow_ups=tuple(text(4) for _ in range(chance.randint(1, 6))),
            steps="\n".join(text(chance.choice((1, 1, 2, 20))) for _ in range(chance.randint(1, 8))),
        )
        for one in made.measures()
        for _ in range(chance.choice((1, 1, 1, 2)))
    )


def office(measures: Sequence[Measure], chosen: Sequence[str], asked: InMeasures = InMeasures.BY_COLUMNS) -> Submission:
    settings = Settings(columns=frozenset(chosen), measures_analysis=asked)
    return made.submission(measures=tuple(measures), settings=settings)


def document(submission: Submission) -> bytes:
    made_document = make("measures", TEMPLATE, context(submission), Settings())
    assert made_document.package is not None
    assert made_document.problems == ()
    return made_document.package.data()


def filled(data: bytes) -> list[float]:
    """What part of each page is filled."""
    layout = measure(opc.read(data))
    page = layout.parts[0].section
    return [one.filled / (page.height if place else page.first_height) for place, one in enumerate(paginate(layout))]


def tables(data: bytes) -> list[Table]:
    return list(docx.Document(io.BytesIO(data)).tables)


def words(text: str) -> str:
    return "".join(text.split())


def faults(data: bytes, submission: Submission) -> list[str]:
    """What is not as it must be on the pages."""
    found, pages = tables(data), filled(data)
    wrong = [f"page {n}: {part:.2f} filled" for n, part in enumerate(pages[:-1], start=1) if part < 0.25]
    if len(found) != len(pages):
        wrong.append(f"{len(found)} tables on {len(pages)} pages")
    rows = [[cell.text for cell in row.cells] for table in found for row in table.rows[1:]]
    names = [row[0].replace("\u00a0", " ").replace("\n(ต่อ)", " (ต่อ)") for row in rows]
    wrong += [f"no name: {name!r}" for name in names if "ตัวชี้วัดที่" not in name]
    indicators = [name.removesuffix(" (ต่อ)") for name in names]
    wrong += [
        f"goes on or not: {two}"
        for (one, two), name in zip(pairwise(indicators), names[1:], strict=True)
        if (one == two) != name.endswith(" (ต่อ)")
    ]
    printed = words("".join(row[column] for row in rows for column in range(len(rows[0]))))
    due = [item for one in submission.measures for item in (*one.actions, *one.follow_ups)]
    wrong += [f"torn or lost: {item}" for item in due if len(item) < 60 and words(made_thai(item)) not in printed]
    return wrong


def made_thai(text: str) -> str:
    return text.translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))


@pytest.mark.parametrize(("count", "steps", "pages"), [(1, 1, 2), (2, 3, 4), (3, 4, 6), (4, 4, 6)])
def test_three_columns_more_with_long_texts_take_six_pages_at_most(count: int, steps: int, pages: int) -> None:
    submission = office(long_texts(count, steps=steps), THREE)
    data = document(submission)
    assert len(filled(data)) == pages
    assert faults(data, submission) == []


@pytest.mark.parametrize("chosen", [(), ("period",), THREE])
@pytest.mark.parametrize("asked", soak.some(InMeasures, 2))
def test_rows_of_any_length_are_named_on_each_page(asked: InMeasures, chosen: tuple[str, ...]) -> None:
    submission = office(random_texts(random.Random(f"{asked}{chosen}")), chosen, asked)
    data = document(submission)
    assert faults(data, submission) == []
    assert schema_errors(data) == []


@pytest.mark.parametrize("chosen", [("period",), THREE])
@pytest.mark.parametrize("count", soak.some(range(2, 8), 2))
def test_an_item_of_a_list_stands_on_one_page_and_no_line_alone(count: int, chosen: tuple[str, ...]) -> None:
    data = document(office(long_texts(count, steps=5), chosen))
    items = {made_thai(item) for one in long_texts(count) for item in (*one.actions, *one.follow_ups)}
    cells = [cell for table in tables(data) for row in table.rows[1:] for cell in row.cells]
    bullets = [one for cell in cells for one in cell.paragraphs if one.style and "Bullet" in one.style.name]
    assert bullets
    assert {one.text for one in bullets} <= items | {OFTEN}
    assert [cell.text for cell in cells if [one.text for one in cell.paragraphs] == [OFTEN]] == []


def test_words_that_are_published_run_over_pages_as_word_breaks_them() -> None:
    values = context(office(long_texts(3), ()))
    package = make("measures", TEMPLATE, {**values, "continued": ""}, Settings()).package
    assert package is not None
    assert len(tables(package.data())) == 1
    assert "continued" in KINDS


@pytest.mark.office
def test_printed_pages_end_where_the_rows_were_divided(tmp_path: Path) -> None:
    chance = random.Random("printed")
    paths = [tmp_path / f"{n}.docx" for n in range(4)]
    for n, path in enumerate(paths):
        path.write_bytes(document(office(random_texts(chance), THREE if n % 2 else ())))
    for path, printed in zip(paths, convert(paths, timeout=120), strict=True):
        assert printed.pages == len(tables(path.read_bytes()))
        assert prove_pages(path.name, path.read_bytes(), printed.data) == ()
