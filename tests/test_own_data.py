"""What an office adds to the form is read as Excel shows it, printed by its own templates, and carried to next year."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from click.testing import CliRunner

import made
from ita_docs.cli.templates import fields, lint
from ita_docs.fields import known
from ita_docs.model import ScoreTable, Settings, Submission
from ita_docs.papers.pack import produce, values_of
from ita_docs.papers.proofing import proof
from ita_docs.papers.trace import traces
from ita_docs.workbook.marked import mark
from ita_docs.workbook.mending import put as mend
from ita_docs.workbook.new import new_form
from ita_docs.workbook.own import sheets as own_sheets
from ita_docs.workbook.reader import read
from made_docx import docx as packed
from made_docx import p, saved
from made_template_xlsx import cells, excel_template
from made_workbook import Formatted, Formula, Merged, Sheets, opened, put, save, sheets
from officefiles.problems import Problem
from officefiles.thai import Digits
from wordfill import lint as linting

SEATS, MEASURES, VALUES, LIST = "บุคลากร", "มาตรการ", "ข้อมูลเพิ่มเติม", "ครุภัณฑ์"
PHONE = "เบอร์โทร"
END = "{% endif %}"
ALL_PHONES = (
    '{% for one in committees %}{% for seat in one.seats %}[{{ seat.more["เบอร์โทร"] }}]{% endfor %}{% endfor %}'
)


@pytest.fixture
def book() -> Sheets:
    return sheets()


def read_well(path: Path) -> Submission:
    submission, problems = read(path)
    assert submission, problems
    return submission


def reported(path: Path) -> list[tuple[str, str, str]]:
    return [(one.kind, one.place.sheet, one.place.cell) for one in read(path)[1]]


def with_column(book: Sheets, sheet: str, heading: object, *cells: object, letter: str = "I") -> None:
    for row, cell in enumerate((heading, *cells), start=1):
        put(book, sheet, f"{letter}{row}", cell)


def with_list(book: Sheets, *rows: list[Any]) -> None:
    book[LIST] = [["รายการ", "จำนวน"], *rows]


def printed(path: Path, *lines: str, traced: bool = False) -> tuple[str, tuple[Problem, ...], bytes]:
    """What a template of these lines makes of the workbook: its text, the errors, and the file."""
    template = saved(path.parent, packed("".join(map(p, lines))), "own_template.docx")
    production = produce(path, {"own": template}, frozenset(["own"]), traced=traced)
    errors = tuple(one for one in production.problems if one.severity.value == "error")
    data = production.files.get("own.docx", b"")
    text = "\n".join(one.text for one in docx.Document(io.BytesIO(data)).paragraphs) if data else ""
    return text, errors, data


# Numbers that a template works out


@pytest.mark.parametrize(("digits", "shown"), [(Digits.THAI, "๑/๒๕๖๖ ๒/๒๕๖๖ "), (Digits.ARABIC, "1/2566 2/2566 ")])
def test_what_a_template_counts_is_in_the_digits_of_the_workbook(tmp_path: Path, digits: Digits, shown: str) -> None:
    path = save(sheets(replace(made.submission(), settings=Settings(digits=digits))), tmp_path)
    text, errors, _ = printed(path, "{% for one in committees %}{{ loop.index }}/{{ year }} {% endfor %}")
    assert (text, errors) == (shown, ())


# Columns


def test_a_column_of_the_office_s_own_is_printed_as_excel_shows_it(book: Sheets, tmp_path: Path) -> None:
    with_column(
        book,
        SEATS,
        PHONE,
        "โทร. 02-424 0000 ต่อ 5",
        Formatted(812345678, {"num_format": "0000000000"}),
        Formatted(0.875, {"num_format": "0.0%"}),
        Formatted(1234.5, {"num_format": '#,##0.00" บาท"'}),
        datetime.date(2022, 10, 25),
        True,
        "-",
    )
    path = save(book, tmp_path)
    text, errors, _ = printed(path, ALL_PHONES)
    assert not errors
    assert text.startswith("[โทร. ๐๒-๔๒๔ ๐๐๐๐ ต่อ ๕][๐๘๑๒๓๔๕๖๗๘][๘๗.๕%][๑,๒๓๔.๕๐ บาท][๒๕ ตุลาคม ๒๕๖๕][TRUE][-][]")
    (note,) = read(path)[1]
    assert (note.kind, note.severity.value, str(note.place)) == ("column-own", "note", "ชีต บุคลากร I1")
    assert '{{ seat.more["เบอร์โทร"] }}' in note.hint


@pytest.mark.parametrize(
    ("sheet", "letter", "loop"),
    [
        ("คะแนน", "E", "for one in indicators"),
        ("คะแนน", "E", "for one in groups[0].indicators"),
        ("หน้าที่และอำนาจ", "D", "for one in committees[1].duties"),
        (MEASURES, "L", "for one in measures"),
        (MEASURES, "L", "for one in groups[0].measures"),
        ("ผลการดำเนินการ", "J", "for one in results.measures"),
        ("กิจกรรม", "F", "for one in activities"),
        ("หน่วยงานย่อย", "C", "for one in sections"),
    ],
)
def test_every_table_has_its_own_columns(book: Sheets, tmp_path: Path, sheet: str, letter: str, loop: str) -> None:
    with_column(book, sheet, "บันทึก", *(f"ท{row}" for row in range(1, 40)), letter=letter)
    text, errors, _ = printed(save(book, tmp_path), f'{{% {loop} %}}{{{{ one.more["บันทึก"] }}}} {{% endfor %}}')
    assert not errors
    assert text.split()[0] in ("ท๑", "ท๓")  # above the duties stand those of another committee and a leading one


def test_a_question_s_own_column_is_printed(tmp_path: Path) -> None:
    book = sheets(made.submission(settings=Settings(score_table=ScoreTable.QUESTIONS)))
    with_column(book, "คะแนนรายข้อ", "บันทึก", *(f"ท{row}" for row in range(1, 40)), letter="D")
    loop = "{% for group in analysis.question_groups %}{% for one in group.questions %}%s {% endfor %}{% endfor %}"
    text, errors, _ = printed(save(book, tmp_path), loop.replace("%s", '{{ one.more["บันทึก"] }}'))
    assert not errors
    assert set(text.split()) >= {"ท๑", "ท๒"}


def test_own_columns_may_stand_between_those_of_the_form_under_numbers_and_in_any_writing(
    book: Sheets, tmp_path: Path
) -> None:
    for number, row in enumerate(book[SEATS]):
        row[2:2] = ["เบอร์  โทร\n(มือถือ)", 2566] if number == 0 else [f"ก{number}", number]
    path = save(book, tmp_path)
    submission = read_well(path)
    seat = submission.committees[0].seats[0]
    assert {name: cell.text for name, cell in seat.more.items()} == {"เบอร์ โทร (มือถือ)": "ก1", "2566": "1"}
    assert seat.source.at("more:2566").cell == "D2"
    loop = "{% for seat in committees[0].seats %}%s{% endfor %}"
    text, errors, _ = printed(path, loop.replace("%s", '{{ seat.more["เบอร์โทร (มือถือ)"] }}{{ seat.more["๒๕๖๖"] }} '))
    assert (text.split()[0], errors) == ("ก๑๑", ())


def test_a_misspelt_column_of_the_form_is_no_column_of_the_office_s_own(book: Sheets, tmp_path: Path) -> None:
    put(book, MEASURES, "K1", "หมายเหต")
    assert reported(save(book, tmp_path)) == [("column-misnamed", MEASURES, "K1")]


def test_two_own_columns_with_one_heading_are_told_and_not_chosen_between(book: Sheets, tmp_path: Path) -> None:
    with_column(book, SEATS, PHONE, "1")
    with_column(book, SEATS, f" {PHONE} ", "2", letter="J")
    path = save(book, tmp_path)
    assert reported(path) == [("column-own", SEATS, "I1"), ("column-own-twice", SEATS, "J1")]
    _, errors, _ = printed(path, ALL_PHONES)
    assert {(one.kind, str(one.place)) for one in errors} > {("own-cell-used", "ชีต บุคลากร I2")}
    assert "มีคอลัมน์ “เบอร์โทร” ซ้ำกัน" in errors[0].message


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        (Formula("=1/0", "#DIV/0!"), "เป็นสูตรที่ผิดพลาด แสดงค่า #DIV/0!"),
        (Formatted(0.5, {"num_format": "# ?/?"}), "จัดรูปแบบตัวเลขไว้ในแบบที่โปรแกรมไม่อ่าน"),
        ("\ue0ff", "มีอักขระที่ไม่มีในมาตรฐาน (U+E0FF)"),
    ],
)
def test_a_cell_that_cannot_be_read_is_told_and_stops_only_what_prints_it(
    book: Sheets, tmp_path: Path, cell: object, why: str
) -> None:
    with_column(book, SEATS, PHONE, "1", cell)
    path = save(book, tmp_path)
    (_, told) = read(path)[1]
    assert (told.kind, told.severity.value, told.place.cell) == ("own-cell", "warning", "I3")
    assert why in told.message
    assert printed(path, "{{ year }}")[:2] == ("๒๕๖๖", ())
    conditions = ('{% if %s == "ก" %}', "{% if %s %}")
    for tag in ("{{ %s }}", '{{ %s | default("") }}', *conditions):
        used = tag.replace("%s", f'committees[0].seats[1].more["{PHONE}"]')
        _, (problem,), _ = printed(path, used + END * (tag in conditions))
        assert (problem.kind, str(problem.place), problem.found) == ("own-cell-used", "ชีต บุคลากร I3", used)


def test_hidden_rows_and_columns_of_the_office_s_own_are_told(book: Sheets, tmp_path: Path) -> None:
    with_column(book, SEATS, PHONE, "1", "2", Formatted("3", {"font_strikeout": True}))
    assert reported(save(book, tmp_path)) == [("column-own", SEATS, "I1"), ("text-struck-through", SEATS, "I4")]


def test_what_is_merged_is_of_every_row_and_a_row_of_own_columns_alone_is_told(book: Sheets, tmp_path: Path) -> None:
    with_column(book, SEATS, PHONE, Merged("02", 1))
    put(book, SEATS, "I30", "บันทึก")
    path = save(book, tmp_path)
    seats = read_well(path).committees[0].seats
    assert [seat.more[PHONE].text for seat in seats[:3]] == ["02", "02", ""]
    assert reported(path) == [("column-own", SEATS, "I1"), ("row-own-only", SEATS, "I30")]


# Single values


def test_single_values_stand_under_their_names(book: Sheets, tmp_path: Path) -> None:
    book[VALUES] = [
        ["ชื่อ", "ค่า", "ที่มา"],
        ["ตัวอย่าง", "ก"],
        ["คำขวัญ", "โปร่งใส\nปี 2566"],
        ["งบ", Formatted(50000, {"num_format": "#,##0"})],
        [],
    ]
    path = save(book, tmp_path)
    text, errors, _ = printed(path, '{{ more["คําขวัญ"] }}', '{{ more["งบ"] }} {{ more["ไม่มี"] | default("-") }}')
    assert (text, errors) == ("โปร่งใส\nปี ๒๕๖๖\n๕๐,๐๐๐ -", ())
    assert reported(path) == [("column-unknown", VALUES, "C1")]


def test_a_sheet_of_single_values_with_other_columns_is_a_list(book: Sheets, tmp_path: Path) -> None:
    book[VALUES] = [["ชื่อ", "เบอร์โทร"], ["งานธุรการ", "101"]]
    text, errors, _ = printed(
        save(book, tmp_path), f'{{% for row in sheets["{VALUES}"] %}}{{{{ row["เบอร์โทร"] }}}}{{% endfor %}}'
    )
    assert (text, errors) == ("๑๐๑", ())


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([["ก", "1"], ["ก ", "2"]], [("own-value-twice", "A3")]),
        ([["", "1"]], [("own-value-unnamed", "A2")]),
        ([["ก", Formula("=1/0", "#DIV/0!")]], [("own-cell", "B2")]),
        ([["ก", Merged("1", 1)], ["ข"]], [("value-merged", "B3")]),
        ([["ก", ""], ["", ""]], []),
    ],
)
def test_what_is_wrong_with_single_values_is_told_at_the_cell(
    book: Sheets, tmp_path: Path, rows: list[list[Any]], expected: list[tuple[str, str]]
) -> None:
    book[VALUES] = [["ชื่อ", "ค่า"], *rows]
    submission, problems = read(save(book, tmp_path))
    assert [(one.kind, one.place.cell) for one in problems] == expected
    assert (submission is None) == any(kind == "value-merged" for kind, _ in expected)


# Lists


def test_another_sheet_with_headings_is_a_list(book: Sheets, tmp_path: Path) -> None:
    book[LIST] = [["บัญชีครุภัณฑ์"], [], ["รายการ", "จำนวน", 2565], ["โต๊ะ", 5, Merged("ก", 2)], [], ["เก้าอี้", 10], ["ตัวอย่าง"]]
    path = save(book, tmp_path)
    text, errors, _ = printed(
        path, '{% for row in sheets["ครุภัณฑ์"] %}{{ row["รายการ"] }} {{ row["จำนวน"] }} {{ row["2565"] }}|{% endfor %}'
    )
    assert (text, errors) == ("โต๊ะ ๕ ก|เก้าอี้ ๑๐ ก|", ())
    (note,) = read(path)[1]
    assert note.kind == "sheet-own"
    assert "หัวคอลัมน์อยู่ในแถวที่ 3: “รายการ”, “จำนวน”, “2565”" in note.message


def test_a_copy_of_a_sheet_of_the_form_is_told_as_one(book: Sheets, tmp_path: Path) -> None:
    book["บุคลากร (2)"] = book["บุคลากร"]
    assert reported(save(book, tmp_path)) == [("sheet-copy", "บุคลากร (2)", "")]


def test_an_older_table_of_the_form_is_a_list_below_the_headings_of_the_form(book: Sheets, tmp_path: Path) -> None:
    book["บุคลากรเดิม"] = [["ต้องกรอก", "ต้องกรอก", "กรอกเมื่อมี", "กรอกเมื่อมี"], *book["บุคลากร"]]
    (note,) = read(save(book, tmp_path))[1]
    assert (note.kind, "แถวที่ 2: “ลำดับ”" in note.message) == ("sheet-own", True)


@pytest.mark.parametrize(
    ("rows", "row"),
    [
        ([["ก", "ข"], ["1", "2"]], 0),
        ([["รายชื่อ"], ["ก"], ["ข"]], 0),
        ([["เรื่อง", "ปี"], ["ก", "ข", "ค"], ["1", "2", "3"], ["1", "2", "3"]], 1),
        ([["เลขที่"]], None),
        ([[1, 2], [3, 4]], None),
        ([["โต๊ะ", 5], ["เก้าอี้", 6]], None),
        ([[""]] * 20 + [["ก", "ข"], ["1", "2"]], None),
    ],
)
def test_where_the_headings_of_a_list_are_found(
    book: Sheets, tmp_path: Path, rows: list[list[Any]], row: int | None
) -> None:
    book[LIST] = rows
    tables = read_well(save(book, tmp_path)).own.tables
    assert [table.headings for table in tables] == ([] if row is None else [tuple(rows[row])])


def test_a_percentage_stays_one_in_an_excel_template(book: Sheets, tmp_path: Path) -> None:
    with_list(book, ["โต๊ะ", Formatted(0.875, {"num_format": "0.0%"})])
    path = tmp_path / "own_template.xlsx"
    path.write_bytes(excel_template({"A1": '{{ sheets["ครุภัณฑ์"][0]["จำนวน"] }}'}))
    data = produce(save(book, tmp_path), {"own.xlsx": path}, frozenset(["own.xlsx"])).files["own.xlsx"]
    cell = opened(data).worksheets[0]["A1"]
    assert (cell.value, cell.number_format) == (0.875, "[$-D00041E]0.0%")


TWO_ROWS = (
    ([[Merged("รายการ", 1), "ปี 2565", ""], ["", "แผน", "ผล"]], 1, ("รายการ", "แผน", "ผล")),
    (
        [[Merged("รายการ", 1), "ปี 2565", "", "ปี 2566", ""], ["", "แผน", "ผล", "แผน", "ผล"]],
        1,
        ("รายการ", "ปี 2565 แผน", "ปี 2565 ผล", "ปี 2566 แผน", "ปี 2566 ผล"),
    ),
    (
        [[Merged("ที่", 1), Merged("ชื่อ", 1), Merged("ตำแหน่ง", 1), "ลงชื่อ", ""], ["", "", "", "เช้า", "บ่าย"]],
        1,
        ("ที่", "ชื่อ", "ตำแหน่ง", "เช้า", "บ่าย"),
    ),
    ([["รายการ", "จำนวน"]], 0, ("รายการ", "จำนวน")),
)


@pytest.mark.parametrize(("headings", "row", "names"), TWO_ROWS)
def test_headings_of_two_rows_are_read_together(
    book: Sheets, tmp_path: Path, headings: list[list[Any]], row: int, names: tuple[str, ...]
) -> None:
    book[LIST] = [*headings, *(["ก", *"1234"[: len(names) - 1]] for _ in range(2))]
    path = save(book, tmp_path)
    (table,) = read_well(path).own.tables
    assert (table.headings, len(table.rows)) == (names, 2)
    assert f"หัวคอลัมน์อยู่ในแถวที่ {row + 1}: “{names[0]}”" in read(path)[1][0].message


def test_a_heading_with_quotation_marks_is_offered_as_it_can_be_typed(book: Sheets, tmp_path: Path) -> None:
    with_column(book, SEATS, 'ชื่อ "เล่น"', "แดง")
    path = save(book, tmp_path)
    assert "{{ seat.more['ชื่อ \"เล่น\"'] }}" in read(path)[1][0].hint
    text, errors, _ = printed(path, ALL_PHONES.replace('"เบอร์โทร"', "'ชื่อ \"เล่น\"'"))
    assert (text[:5], errors) == ("[แดง]", ())


def test_more_than_a_document_prints_is_not_read(book: Sheets, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_sheets, "MOST_CELLS", 7)
    with_list(book, ["โต๊ะ", 1], ["ตู้", 2])
    book["อื่น"] = book["ต่อ"] = [["ก"], ["ข"]]
    path = save(book, tmp_path)
    large = [("sheet-own-large", name, "") for name in ("อื่น", "ต่อ")]
    assert reported(path) == [("sheet-own", LIST, ""), *large]


# Templates


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ('{{ more["คำขวัน"] }}', 'หมายถึง more["คำขวัญ"] หรือไม่'),
        ('{% for row in sheets["วัสดุ"] %}{% endfor %}', "ชื่อที่มี: “ครุภัณฑ์”"),
        ('{% for row in sheets["ครุภัณฑ์"] %}{{ row["ราคา"] }}{% endfor %}', "ชื่อที่มี: “รายการ”, “จำนวน”"),
        ('{% for seat in committees[0].seats %}{{ seat.more["โทรสาร"] }}{% endfor %}', "ชื่อที่มี: ไม่มีเลย"),
    ],
)
def test_what_this_office_has_not_added_is_told_at_the_tag(book: Sheets, tmp_path: Path, tag: str, said: str) -> None:
    book[VALUES] = [["ชื่อ", "ค่า"], ["คำขวัญ", "ก"]]
    with_list(book, ["โต๊ะ", 1])
    path = save(book, tmp_path)
    _, (problem,), _ = printed(path, "ก", tag)
    assert problem.kind == "own-data-missing"
    assert problem.message.startswith("แม่แบบ own_template.docx (เนื้อหา ย่อหน้าที่ 2): ")
    assert problem.hint.startswith(said)


def test_a_template_may_ask_before_it_uses_what_is_not_there(book: Sheets, tmp_path: Path) -> None:
    asked = '{% if "คำขวัญ" in more %}{{ more["คำขวัญ"] }}{% else %}ไม่มี{% endif %}'
    whole = '{% for row in sheets["ครุภัณฑ์"] | default("") %}{{ row["ก"] }}{% endfor %}'
    assert printed(save(book, tmp_path), asked, whole)[:2] == ("ไม่มี\n", ())


def test_the_trace_names_the_cells_and_nothing_that_is_not_printed(book: Sheets, tmp_path: Path) -> None:
    with_column(book, SEATS, PHONE, "02")
    with_list(book, ["โต๊ะ", 1], ["ตู้", 2])
    tags = (
        '{{ committees[0].seats[0].more["เบอร์ โทร"] }}',
        '{% for row in sheets["ครุภัณฑ์"] %}{{ row["รายการ"] }}{% endfor %}',
    )
    *_, data = printed(save(book, tmp_path), *tags, traced=True)
    found = [(one.path, one.text, *map(str, one.places)) for one in traces(data)]
    assert found == [
        ('sheets["ครุภัณฑ์"][0]["รายการ"]', "โต๊ะ", "ชีต ครุภัณฑ์ A2"),
        ('sheets["ครุภัณฑ์"][1]["รายการ"]', "ตู้", "ชีต ครุภัณฑ์ A3"),
        ('committees[0].seats[0].more["เบอร์โทร"]', "๐๒", "ชีต บุคลากร I2"),
    ]


def test_proof_copies_mark_what_was_typed_and_what_cannot_be_read(book: Sheets, tmp_path: Path) -> None:
    with_column(book, SEATS, PHONE, "02", Formula("=1/0", "#DIV/0!"))
    template = saved(tmp_path, packed(p(ALL_PHONES)), "own_template.docx")
    copies = proof(save(book, tmp_path), {"own": template}, frozenset(["own"]))
    document = docx.Document(io.BytesIO(copies.files["proof_own.docx"]))
    runs = {run.text: run._r.xpath("string(.//w:shd/@w:fill)") for run in document.paragraphs[0].runs}
    assert runs["๐๒"] != runs["«ต้องแก้ไข: ชีต บุคลากร ช่อง I3»"] != ""
    assert runs["๐๒"]


def test_the_commands_list_and_examine_what_an_office_added(book: Sheets, tmp_path: Path) -> None:
    with_column(book, SEATS, PHONE, "02 424 0000")
    path = save(book, tmp_path)
    listed = CliRunner().invoke(fields, [str(path)], catch_exceptions=False).stdout.splitlines()
    assert listed[-1] == (
        'committees[].seats[].more["เบอร์โทร"]  [ข้อความ]  ค่าที่หน่วยงานเพิ่มเอง  (บุคลากร: เบอร์โทร)  = ๐๒ ๔๒๔ ๐๐๐๐'
    )
    template = str(saved(tmp_path, packed(p('{{ committees[0].seats[0].more["เบอร์"] }}')), "own_template.docx"))
    assert CliRunner().invoke(lint, [template], catch_exceptions=False).exit_code == 0
    found = CliRunner().invoke(lint, [template, "--values", str(path)], catch_exceptions=False)
    assert found.exit_code == 3
    assert "ชื่อที่มี: “เบอร์โทร”" in found.stdout


def test_of_a_list_without_rows_any_name_is_taken(book: Sheets, tmp_path: Path) -> None:
    book["กิจกรรม"] = [[*book["กิจกรรม"][0], "ผู้ถ่าย"]]
    book["ผลการดำเนินการ"] = book["ผลการดำเนินการ"][:1]
    names = known(None, values_of(save(book, tmp_path)))
    assert names["activities[].more[*]"] == "text"
    assert names["committees[].seats[].more"] == "keyed"
    data = packed(p('{% for one in activities %}{{ one.more["ผู้ถ่าย"] }}{% endfor %}'))
    assert linting.lint(data, names) == ()


def test_in_an_excel_template_a_number_stays_one_and_a_date_too(book: Sheets, tmp_path: Path) -> None:
    with_list(
        book,
        ["โต๊ะ", Formatted(1234.5, {"num_format": "#,##0.00"})],
        ["ตู้", datetime.date(2022, 10, 25)],
        ["พัดลม", Formatted(0.5, {"num_format": "0%"})],
        ["007", "๑๒"],
    )
    tags = {"A1": "รายการ", "A2": '{%tr for row in sheets["ครุภัณฑ์"] %}', "A4": "{%tr endfor %}"}
    tags |= {"A3": '{{ row["รายการ"] }}', "B3": '{{ row["จำนวน"] }}', "A5": '{{ more["ก"] | default("-") }}'}
    template = tmp_path / "own_template.xlsx"
    template.write_bytes(excel_template(tags))
    production = produce(save(book, tmp_path), {"own.xlsx": template}, frozenset(["own.xlsx"]))
    found = cells(production.files["own.xlsx"])
    assert [found[f"B{row}"] for row in range(2, 6)] == [1234.5, datetime.datetime(2022, 10, 25), 0.5, "๑๒"]
    assert (found["A5"], found["A6"]) == ("๐๐๗", "-")


# The same workbook elsewhere


def filled(book: Sheets) -> None:
    with_column(book, SEATS, PHONE, "02", Formatted(812345678, {"num_format": "0000000000"}))
    with_column(book, "คะแนน", "ผู้ดูแล", "ก", letter="E")
    book[VALUES] = [["ชื่อ", "ค่า"], ["คำขวัญ", "ปี 2566"], ["งบ", Formatted(50000.5, {"num_format": "#,##0.00"})]]
    with_list(book, ["=1+1", datetime.date(2022, 10, 25)], ["ตู้", 2])


def test_all_of_it_is_carried_to_the_next_year_as_it_is(book: Sheets, tmp_path: Path) -> None:
    filled(book)
    path = save(book, tmp_path)
    last = read_well(path)
    form = new_form(2567, last=path)
    again = tmp_path / "don_sai_2567.xlsx"
    again.write_bytes(form.data)
    workbook = opened(form.data)
    assert workbook[LIST]["A2"].value == "=1+1"
    assert workbook[LIST]["A2"].data_type == "s"
    assert workbook[LIST]["B2"].value == datetime.datetime(2022, 10, 25)
    assert (workbook[VALUES]["B6"].value, workbook[VALUES]["B6"].number_format) == (50000.5, "#,##0.00")
    assert workbook[VALUES]["B5"].fill.fgColor.rgb == workbook[LIST]["A3"].fill.fgColor.rgb == "FFFFE699"
    left = [line for line in form.lines if line.startswith("ไม่ได้ยกมา")]
    assert not left
    assert [line for line in form.lines if "เพิ่ม" in line] == [
        "ยกมา: คอลัมน์ที่หน่วยงานเพิ่มเองในชีต “คะแนน”: ผู้ดูแล พร้อมค่าของแถวที่ยกมา โปรดตรวจทาน",
        "ยกมา: คอลัมน์ที่หน่วยงานเพิ่มเองในชีต “บุคลากร”: เบอร์โทร พร้อมค่าของแถวที่ยกมา โปรดตรวจทาน",
        "ยกมา: ชีต “ข้อมูลเพิ่มเติม” 2 รายการ โปรดตรวจทาน (ช่องพื้นสีเหลือง)",
        "ยกมา: ชีต “ครุภัณฑ์” ซึ่งหน่วยงานเพิ่มเอง 2 แถว เป็นค่า ไม่ใช่สูตร โปรดตรวจทาน (ช่องพื้นสีเหลือง)",
    ]
    for row in range(5, 15):  # the scores that are still lacking
        book_of_year = opened(form.data)["คะแนน"]
        assert book_of_year[f"C{row}"].value is None
    assert new_form(2567, last=path).data == form.data
    rows = {cell.value: column for column, cell in enumerate(workbook[SEATS][4])}
    phones = [workbook[SEATS].cell(row, rows[PHONE] + 1) for row in (5, 6)]
    assert [(one.value, one.number_format) for one in phones] == [("02", "@"), (812345678, "0000000000")]
    assert last.own.tables[0].headings == ("รายการ", "จำนวน")


def test_a_workbook_without_own_data_is_rolled_over_without_a_word_of_it(book: Sheets, tmp_path: Path) -> None:
    form = new_form(2567, last=save(book, tmp_path))
    assert VALUES not in opened(form.data).sheetnames
    assert not [line for line in form.lines if "เพิ่ม" in line]


@pytest.mark.parametrize(
    "change",
    [
        lambda data, problems: mark(data, problems),
        lambda data, _: mend(data, SEATS, {"F2": "ผู้อำนวยการเขตดอนทราย"}),
        lambda data, _: mend(data, LIST, {"A3": "ตู้เอกสาร"}),
    ],
)
def test_marked_and_mended_copies_keep_it(
    book: Sheets, tmp_path: Path, change: Callable[[bytes, tuple[Problem, ...]], bytes]
) -> None:
    filled(book)
    path = save(book, tmp_path)
    before = read_well(path)
    path.write_bytes(change(path.read_bytes(), read(path)[1]))
    after = read_well(path)
    assert after.own.values == before.own.values
    assert after.own.columns == before.own.columns
    assert after.own.tables[0].rows[0] == before.own.tables[0].rows[0]
