"""The chart of the analysis: its cells are the scores, its bars have the tones of what they show, and it stands
where it should."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from lxml import etree

import made
import made_workbook
from ita_docs.analysis import analyse
from ita_docs.framework.load import load
from ita_docs.framework.scores import FullMark
from ita_docs.model import AnalysisForm, Layout, Settings, Submission
from ita_docs.papers.pack import produce, worked_out
from ita_docs.papers.score_chart import draw
from officefiles.opc import read
from officefiles.pictures import Picture
from officefiles.thai import Digits
from outline import outline
from schemas import schema_errors
from thaipages.layout import measure, paginate
from wordfill.engine import Template

ANALYSIS = Path(__file__).resolve().parent.parent / "templates" / "analysis_template.docx"
STRONG, WEAK, PREVIOUS = "334160", "9199AA", "E3E5EA"
C = {
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
}


def scored(*scores: str, previous: str | None = None) -> Submission:
    """The invented office with these scores over and over, and the same score of last year for all."""
    before = Decimal(previous) if previous else None
    rows = made.submission().scores
    given = [Decimal(score) for score in scores]
    rows = tuple(replace(row, score=given[n % len(given)], previous=before) for n, row in enumerate(rows))
    return made.submission(scores=rows)


def chart(whole: Submission, settings: Settings | None = None) -> Picture:
    framework = load(whole.assessed_year)
    return draw(analyse(whole, framework), framework, settings or Settings())


def found(picture: Picture, path: str) -> list[Any]:
    return etree.fromstring(picture.data).xpath(path, namespaces=C)


def series(picture: Picture) -> dict[str, list[str]]:
    """The values that the chart keeps, by the names in its legend."""
    return {
        one.xpath("string(c:tx//c:v)", namespaces=C): one.xpath("c:val//c:v/text()", namespaces=C)
        for one in found(picture, "//c:ser")
    }


def tones(picture: Picture) -> list[list[str]]:
    """The tone of each bar, series by series."""
    rows = []
    for one in found(picture, "//c:ser"):
        usual = one.xpath("string(c:spPr/a:solidFill/a:srgbClr/@val)", namespaces=C)
        own = {
            point.xpath("string(c:idx/@val)", namespaces=C): point.xpath("string(.//a:srgbClr/@val)", namespaces=C)
            for point in one.xpath("c:dPt", namespaces=C)
        }
        rows.append([own.get(str(place), usual) for place in range(10)])
    return rows


# The chart


def test_equal_values_give_the_same_bytes_and_other_digits_do_not() -> None:
    thai, again = chart(made.submission()), chart(made.submission())
    assert (thai.data, thai.workbook) == (again.data, again.workbook)
    assert thai.data != chart(made.submission(), Settings(digits=Digits.ARABIC)).data


def test_the_bars_are_the_scores_of_both_years() -> None:
    rows = made.submission().scores
    values = series(chart(made.submission()))
    assert list(values) == ["คะแนนปี ๒๕๖๕ (แท่งสีอ่อน: ต่ำกว่าเป้าหมาย)", "คะแนนปี ๒๕๖๔"]
    this, last = values.values()
    assert [Decimal(value) for value in this] == [row.score for row in rows]
    assert [Decimal(value) for value in last] == [row.previous for row in rows]


def test_the_workbook_behind_the_chart_has_the_scores() -> None:
    book = openpyxl.load_workbook(io.BytesIO(chart(scored("87.50", "60.00", previous="70.25")).workbook))
    rows = [[cell.value for cell in row] for row in book["คะแนน"]["A4:C6"]]
    assert rows == [
        ["ตัวชี้วัด", "คะแนนปี 2565", "คะแนนปี 2564"],
        ["๑. การปฏิบัติหน้าที่", 87.5, 70.25],
        ["๒. การใช้งบประมาณ", 60, 70.25],
    ]
    assert found(chart(scored("87.50")), "//c:cat//c:f/text()") == ["คะแนน!$A$5:$A$14"]


@pytest.mark.parametrize(
    ("whole", "expected"),
    [
        (scored("84.99"), [[WEAK] * 10]),
        (scored("85.00"), [[STRONG] * 10]),
        (scored("85.00", "60.00", previous="50.00"), [[STRONG, WEAK] * 5, [PREVIOUS] * 10]),
        (scored("100", previous="0"), [[STRONG] * 10, [PREVIOUS] * 10]),
    ],
)
def test_a_bar_has_the_tone_of_what_it_shows(whole: Submission, expected: list[list[str]]) -> None:
    assert tones(chart(whole)) == expected


@pytest.mark.parametrize(
    ("scores", "name"),
    [
        (("85.00", "60.00"), "คะแนนปี ๒๕๖๕ (แท่งสีอ่อน: ต่ำกว่าเป้าหมาย)"),
        (("85.00",), "คะแนนปี ๒๕๖๕ ถึงเป้าหมาย"),
        (("84.99",), "คะแนนปี ๒๕๖๕ ต่ำกว่าเป้าหมาย"),
    ],
)
def test_the_legend_says_what_the_tones_mean(scores: tuple[str, ...], name: str) -> None:
    assert list(series(chart(scored(*scores)))) == [name]


@pytest.mark.parametrize(
    ("settings", "figures", "goal"),
    [
        (Settings(), "[$-D00041E][=100]0;[$-D00041E]0.00", '[$-D00041E][=85]"เป้าหมาย "0;[$-D00041E]0'),
        (Settings(digits=Digits.ARABIC, full_mark=FullMark.LONG), "0.00", '[=85]"เป้าหมาย "0;0'),
    ],
)
def test_figures_are_written_as_the_documents_write_them(settings: Settings, figures: str, goal: str) -> None:
    picture = chart(scored("85.00"), settings)
    assert found(picture, "//c:dLbls/c:numFmt/@formatCode") == [figures]
    assert found(picture, "//c:valAx/c:numFmt/@formatCode") == [goal]
    assert found(picture, "//c:majorUnit/@val") == ["85"]


def test_a_score_of_last_year_that_is_not_known_has_no_bar() -> None:
    whole = made.with_record(scored("85", previous="70"), "scores", 2, previous=None)
    places = found(chart(whole), "(//c:ser)[2]/c:val//c:pt/@idx")
    assert places == [str(place) for place in range(10) if place != 2]


def test_the_chart_is_read_with_all_its_scores() -> None:
    read = chart(scored("85.00", "60.50", previous="70.00")).alternative
    assert read.startswith("แผนภูมิแท่งแสดงคะแนนรายตัวชี้วัด ปีงบประมาณ พ.ศ. ๒๕๖๕ เป้าหมาย ๘๕ คะแนน")
    assert "ตัวชี้วัดที่ ๒ การใช้งบประมาณ ๖๐.๕๐ คะแนน (ปี ๒๕๖๔ ได้ ๗๐.๐๐ คะแนน)" in read


@pytest.mark.parametrize("name", ["ผู้ที่เข้าถึงข้อมูล" * 200, "A" * 3000, "บรรทัดหนึ่ง\nบรรทัดสอง", "ก"])
def test_a_name_of_any_length_leaves_room_for_the_bars(name: str) -> None:
    picture = chart(made.with_record(scored("80"), "scores", 0, name=name))
    (width,) = found(picture, "//c:plotArea/c:layout//c:w/@val")
    assert float(width) > 0.5
    (first, *_) = found(picture, "(//c:ser)[1]/c:cat//c:v/text()")
    assert first.startswith("๑. ")
    assert "\n" not in first


# In the document


def finished(whole: Submission, **settings: object) -> bytes:
    whole = replace(whole, settings=Settings(**{"chart": True, **settings}))
    values = worked_out(whole)
    return Template.load(ANALYSIS).render(values).data()


def styles(data: bytes) -> list[str]:
    """The styles of the document's paragraphs in their order, each run of the same once."""
    names = [line.split(" | ")[0] for line in outline(data).splitlines() if line.startswith("ITA ")]
    return [name for name, before in zip(names, [None, *names], strict=False) if name != before]


@pytest.mark.parametrize(
    ("whole", "settings", "expected"),
    [
        (
            made.submission(),
            {"analysis_form": AnalysisForm.ONE_LIST},
            ["ITA Lead", "ITA Item", "ITA Picture", "ITA Caption"],
        ),
        (made.submission(), {}, ["ITA Lead", "ITA Picture", "ITA Caption", "ITA Lead", "ITA Item"]),
        (
            made.submission(fiscal_year=2567),
            {"layout": Layout.TOPICS, "analysis_form": AnalysisForm.ONE_LIST},
            ["ITA Lead", "ITA Picture", "ITA Caption", "ITA Lead", "ITA Topic"],
        ),
    ],
    ids=["one list", "split", "topics"],
)
def test_the_chart_stands_by_the_summary_but_never_cuts_a_sentence_from_its_list(
    whole: Submission, settings: dict[str, object], expected: list[str]
) -> None:
    data = finished(whole, **settings)
    found = styles(data)
    first = found.index("ITA Lead")
    assert found[first : first + len(expected)] == expected
    assert schema_errors(data) == []


@pytest.mark.parametrize(
    ("whole", "caption"),
    [
        (made.submission, "แผนภูมิคะแนนรายตัวชี้วัดเทียบกับเป้าหมาย ประจำปีงบประมาณ พ.ศ.␣๒๕๖๕ และ พ.ศ.␣๒๕๖๔"),
        (lambda: scored("90"), "แผนภูมิคะแนนรายตัวชี้วัดเทียบกับเป้าหมาย ประจำปีงบประมาณ พ.ศ.␣๒๕๖๕"),
    ],
)
def test_the_caption_names_the_years_that_are_shown(whole: Callable[[], Submission], caption: str) -> None:
    assert f"ITA Caption | {caption}\n" in outline(finished(whole()))


def test_the_height_of_the_chart_counts_on_its_page() -> None:
    layout = measure(read(finished(made.submission())))
    tallest = max(fragment.height for page in paginate(layout) for fragment in page.fragments)
    assert layout.notes == ()
    assert tallest == pytest.approx(chart(made.submission()).height * 20, abs=20)  # twips


def test_the_chart_is_asked_for_in_the_workbook(tmp_path: Path) -> None:
    book = made_workbook.sheets()
    row = made.GENERAL.index("chart") + 2
    made_workbook.put(book, "ข้อมูลทั่วไป", f"B{row}", "มี")
    path = made_workbook.save(book, tmp_path)
    made_now = produce(path, {"analysis": ANALYSIS}, frozenset({"analysis"}))
    package = read(made_now.files["analysis.docx"])
    chart = package.related(package.main, "chart")
    assert package.related(chart, "package") == "word/embeddings/chart1.xlsx"
    assert schema_errors(package.parts["word/embeddings/chart1.xlsx"].data) == []
    assert made_now.files == produce(path, {"analysis": ANALYSIS}, frozenset({"analysis"})).files
