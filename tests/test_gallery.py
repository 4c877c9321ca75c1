"""The ready templates of the gallery: sound, and signed as they are for every kind of office."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

import soak
from checked import reading_of
from ita_docs import build, fields, places
from ita_docs.cli import main
from officefiles import opc
from officefiles.text import text_of_part
from officefiles.thai.numbers import thai_digits
from thaipages.drawing import draw
from wordfill.lint import lint

GALLERY = sorted(places.gallery().glob("*_template.*"))
EXAMPLES = sorted(places.examples().glob("*.xlsx"))
WORD = [path.name.partition("_template")[0] for path in GALLERY if path.suffix == ".docx"]


def test_there_are_five_and_the_guide_names_each() -> None:
    guide = (Path(__file__).resolve().parent.parent / "docs" / "templates.md").read_text(encoding="utf-8")
    assert len(GALLERY) == 5
    assert [path.name for path in GALLERY if f"`{path.name}`" not in guide] == []


@pytest.mark.parametrize("path", GALLERY, ids=lambda path: path.name)
def test_each_is_sound(path: Path) -> None:
    assert lint(path, fields.known(path)) == ()


@pytest.mark.parametrize("path", soak.some(EXAMPLES, 4), ids=lambda path: path.stem)
def test_each_is_made_for_every_kind_of_office(path: Path) -> None:
    made = build(path, templates=places.gallery(), only=WORD)
    assert made.problems == reading_of(path).problems
    papers = {name: opc.read(made.files[f"{name}.docx"]) for name in WORD}
    texts = {name: text_of_part(paper.parts[paper.main]) for name, paper in papers.items()}
    submission = reading_of(path).submission
    assert submission
    seats = [seat for committee in submission.committees for seat in committee.seats]
    assert [name for name, text in texts.items() if submission.office.name not in text] == []
    assert len(draw(papers["certificate"]).leaves) == len(seats)
    assert len(draw(papers["one_page"]).leaves) == len(draw(papers["letter"]).leaves) == 1


@pytest.mark.parametrize("phone", ["", "081-555-1234"])
def test_the_list_of_personnel_prints_phones_that_the_office_added(tmp_path: Path, phone: str) -> None:
    book = openpyxl.load_workbook(places.examples() / "municipality_2567.xlsx")
    if phone:
        book["บุคลากร"]["I4"], book["บุคลากร"]["I5"] = "เบอร์โทร", phone
    book.save(tmp_path / "a.xlsx")
    made = build(tmp_path / "a.xlsx", templates=places.gallery(), only=["personnel_list.xlsx"])
    sheet = openpyxl.load_workbook(io.BytesIO(made.files["personnel_list.xlsx"])).active
    assert sheet is not None
    assert [sheet["E7"].value or "", sheet["E8"].value or ""] == [thai_digits(phone), ""]


def test_the_office_copies_them_where_it_wants_them(tmp_path: Path) -> None:
    ran = CliRunner().invoke(main, ["templates", "copy", str(tmp_path / "templates"), "--gallery"])
    assert ran.exit_code == 0
    assert sorted(path.name for path in (tmp_path / "templates").iterdir()) == [path.name for path in GALLERY]
