"""What the year's items ask for stands on the pages: read from the finished documents, not from the workbook."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from io import BytesIO

import docx
import pytest

import ita_docs
import made
import soak
from ita_docs.checks.completeness import Found
from ita_docs.framework.load import available, families, load
from ita_docs.framework.model import ASPECTS, Framework
from ita_docs.model import Measure, Published
from ita_docs.papers.reading import completeness_of, read_and_check
from ita_docs.thai import thai_digits
from ita_docs.workbook.file import Upload
from ita_docs.workbook.form import Form, asked_for, form_of
from ita_docs.workbook.schema import schema
from ita_docs.workbook.writer import write

WORDS = ("activities", "analysis", "measures", "notice", "order", "results", "results_memo")
"""What items are answered with, without the pack in which the same stands once more."""
OFFICE = "สำนักงานดอนทราย"


def measure(one: Measure) -> Measure:
    """The measure with texts that stand nowhere else."""
    own = {"steps": "ขั้นที่หนึ่งของ", "period": "ห้วงเวลาของ", "reporting": "เสนอผลของ", "responsible": "ฝ่ายปกครอง"}
    return replace(one, **{name: f"{text}{one.indicator_name}" for name, text in own.items() if name != "responsible"})


@cache
def workbook(year: int, family: str) -> Upload:
    """A workbook of this year filled in with all that there is to fill, its choices those of the form."""
    form = schema(year, family=family)
    whole = made.submission(fiscal_year=year, measures=tuple(map(measure, made.measures())), published=Published())
    whole = replace(
        whole,
        office=replace(whole.office, name=OFFICE, family=family),
        results=tuple(replace(one, result=f"ได้ผลของ{one.action}") for one in made.results()),
        overrides=(),
        questions=(),
    )
    filled = form_of(whole, form)
    return Upload(
        "office.xlsx", write(Form(schema=form, general={**filled.general, **asked_for(form)}, rows=filled.rows))
    )


@cache
def pages(year: int, family: str) -> dict[str, str]:
    """The text of each finished Word document, its tables too."""
    made_of = ita_docs.build(workbook(year, family), only=WORDS)
    assert not [problem for problem in made_of.problems if problem.severity.value == "error"]
    return {name: _text(data) for name, data in made_of.files.items() if name.endswith(".docx")}


def _text(data: bytes) -> str:
    body = docx.Document(BytesIO(data)).element.body
    return "\n".join("".join(run.text or "" for run in one.iter("{*}t")) for one in body.iter("{*}p")).replace(
        "\xa0", " "
    )


def of_measures(field: str) -> Callable[[Framework, dict[str, str]], list[str]]:
    """What each measure has under the field, as it is printed in the table."""
    return lambda _framework, found: [
        thai_digits(text)
        for one in map(measure, made.measures())
        for text in _items(getattr(one, field))
        if thai_digits(text) not in found["measures.docx"]
    ]


def _items(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value


def analysis(framework: Framework, found: dict[str, str]) -> list[str]:
    return [one.name for one in framework.indicators if one.name not in found["analysis.docx"]]


def topics(framework: Framework, found: dict[str, str]) -> list[str]:
    assert framework.topics
    return [
        topic.name
        for topic in framework.topics
        if topic.name not in found["analysis.docx"] or topic.name not in found["measures.docx"]
    ]


def results(_framework: Framework, found: dict[str, str]) -> list[str]:
    return [one.action for one in made.results() if f"ได้ผลของ{one.action}" not in found["results.docx"]]


MISSING = {
    "analysis": analysis,
    "topics": topics,
    "measures": of_measures("actions"),
    "steps": of_measures("steps"),
    "responsible": of_measures("responsible"),
    "period": of_measures("period"),
    "follow_ups": of_measures("follow_ups"),
    "reporting": of_measures("reporting"),
    "results": results,
}
"""By what an item may ask for: what of it is not on the pages."""


def test_all_that_an_item_may_ask_for_is_looked_for() -> None:
    assert set(MISSING) == set(ASPECTS)


@pytest.mark.parametrize("year", soak.some([year for year in available() if year - 1 in available()], 3))
def test_a_workbook_filled_with_its_defaults_has_all_that_its_items_ask_for(year: int) -> None:
    for family in (one.key for one in families(load(year))):
        framework = load(year, family=family)
        if framework.items:
            assert_full(framework, year, family)


def assert_full(framework: Framework, year: int, family: str) -> None:
    rows = completeness_of(read_and_check(workbook(year, family)))
    assert [(row.item, row.found) for row in rows] == [
        (item.code, Found.FULL) for item in framework.items for _ in item.requires
    ]
    for item in framework.items:
        assert {f"{name}.docx" for name in item.documents} <= set(pages(year, family))
        for one in item.requires:
            assert MISSING[one.aspect](framework, pages(year, family)) == [], family


@pytest.mark.parametrize(("year", "family"), [(2568, "moph"), (2569, "obec"), (2570, "nacc")])
def test_where_no_list_is_known_no_code_is_printed(year: int, family: str) -> None:
    """The report of last year's measures names the item that it answers; without a list it names none."""
    assert "ประกอบข้อมูลสาธารณะ ข้อ" not in pages(year, family)["results.docx"]
    assert "ประกอบข้อมูลสาธารณะ ข้อ O26 รายงานผลการดำเนินการเพื่อส่งเสริม" in pages(2569, "nacc")["results.docx"]
