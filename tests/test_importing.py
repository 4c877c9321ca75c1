"""What old documents say together, and the workbook that it makes: sure, marked, or listed as unused."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

import openpyxl
import pytest

import ita_docs
import made
from ita_docs.framework.load import load
from ita_docs.importing import sheets
from ita_docs.importing.blocks import OldFile, OldParagraph, OldPlace, Photo
from ita_docs.importing.documents import ReadCell, ReadDocument
from ita_docs.importing.form import fiscal_year, form_of, with_faults_marked
from ita_docs.importing.gather import Gathered, gather
from ita_docs.importing.orders import chosen
from ita_docs.importing.unsaid import shared_wording
from ita_docs.workbook import form as forms
from ita_docs.workbook.schema import TO_REVIEW, UNUSED, schema
from ita_docs.workbook.tables import SEATS
from ita_docs.workbook.writer import write
from ita_docs.workbook.written import first_row, reviews

ORDER, LIST, TABLE = "order.docx", "people.xlsx", "measures.docx"


def cell(text: str, file: str = ORDER, line: int = 1, doubt: str = "") -> ReadCell:
    return ReadCell(text, (OldPlace(file, line),), doubt)


def document(kind: str, file: str, rows: Mapping[str, Sequence[Mapping[str, str]]], doubt: str = "") -> ReadDocument:
    """A document whose rows stand one a line from line 1."""
    lines = {key: list(enumerate(own, start=1)) for key, own in rows.items()}
    read = {
        key: [{name: cell(text, file, line, doubt) for name, text in row.items()} for line, row in own]
        for key, own in lines.items()
    }
    used = frozenset(OldPlace(file, line) for own in lines.values() for line, _ in own)
    return ReadDocument(kind, rows=read, used=used)


def general(file: str, kind: str = "order", **fields: str) -> ReadDocument:
    return ReadDocument(
        kind, {name: cell(text, file) for name, text in fields.items()}, used=frozenset({OldPlace(file, 1)})
    )


def texts(rows: Sequence[Mapping[str, ReadCell]]) -> list[dict[str, tuple[str, str]]]:
    return [{name: (one.text, one.doubt) for name, one in row.items()} for row in rows]


def test_the_same_in_documents_of_two_kinds_is_sure_whatever_its_digits_and_blanks() -> None:
    order = general(ORDER, name="สำนักงานเขต ดอนทราย ๒๕๖๖")
    order = ReadDocument("order", {"name": cell("สำนักงานเขตดอนทราย", doubt="ชื่อหน่วยงานไม่คุ้น")}, used=order.used)
    measures = ReadDocument("measures", {"name": cell("สำนักงานเขต ดอนทราย", TABLE, 3, "ชื่อหน่วยงานไม่คุ้น")})
    found = gather([order, measures], "pictures").general["name"]
    assert found == ReadCell("สำนักงานเขตดอนทราย", (OldPlace(ORDER, 1), OldPlace(TABLE, 3)))


def test_one_doubt_of_two_copies_of_a_document_stays() -> None:
    copies = [
        ReadDocument("order", {"subject": cell("แต่งตั้ง", file, 1, "ไม่พบคำว่าเรื่อง")}) for file in (ORDER, "order.pdf")
    ]
    assert gather(copies, "pictures").general["subject"].doubt == "ไม่พบคำว่าเรื่อง"


def test_two_readings_are_marked_with_both_and_their_places() -> None:
    found = gather([general(ORDER, date="๒๕ ตุลาคม ๒๕๖๕"), general("order.pdf", date="๒๖ ตุลาคม ๒๕๖๕")], "pictures")
    assert found.general["date"].text == "๒๕ ตุลาคม ๒๕๖๕"
    assert found.general["date"].note == (
        "เอกสารระบุไม่ตรงกัน คือ “๒๕ ตุลาคม ๒๕๖๕” (order.docx ย่อหน้า 1) และ “๒๖ ตุลาคม ๒๕๖๕” โปรดตรวจกับ order.pdf ย่อหน้า 1"
    )


SEAT = {
    "committee": "คณะทำงาน",
    "number": "1",
    "first_name": "วารุณี",
    "last_name": "คำพันแสง",
    "position": "นักจัดการงานทั่วไป",
}
LISTED = {"title": "นาง", "first_name": "วารุณี", "last_name": "คำพันแสง", "section": "ฝ่ายปกครอง"}


MEASURE = {"indicator": "1", "actions": "เผยแพร่คู่มือการปฏิบัติงาน", "follow_ups": "ผู้อำนวยการกำกับ"}


def test_a_notice_confirms_the_measures_of_a_table_and_what_else_it_announces_is_not_used() -> None:
    table = document(
        "measures", TABLE, {"measures": [{**MEASURE, "frequency": "ปีละ ๒ ครั้ง", "responsible": "ฝ่ายปกครอง"}]}
    )
    announced = {**MEASURE, "follow_ups": "ผู้อำนวยการกำกับ ปีละ ๒ ครั้ง", "responsible": "ฝ่ายทะเบียน"}
    other = {"indicator": "1", "actions": "ปลูกต้นไม้ริมคลองในวันสำคัญ"}
    notice = document("notice", "notice.docx", {"measures": [announced, other]})
    found = gather([table, notice], "pictures")
    (measure,) = found.rows["measures"]
    assert {name: one.doubt for name, one in measure.items() if one.doubt} == {
        "responsible": "เอกสารระบุไม่ตรงกัน คือ “ฝ่ายปกครอง” (measures.docx ย่อหน้า 1) และ “ฝ่ายทะเบียน”"
    }
    assert measure["follow_ups"].text == "ผู้อำนวยการกำกับ"
    assert OldPlace("notice.docx", 1) in found.used
    assert OldPlace("notice.docx", 2) not in found.used


def test_a_list_of_people_fills_and_confirms_those_of_the_order() -> None:
    order = document("order", ORDER, {"seats": [SEAT]}, "ไม่พบคำนำหน้าชื่อที่รู้จัก")
    people = document("people", LIST, {"seats": [LISTED, {**LISTED, "first_name": "มาลี"}]})
    found = gather([order, people], "pictures")
    assert texts(found.rows["seats"]) == [
        {
            "committee": ("คณะทำงาน", "ไม่พบคำนำหน้าชื่อที่รู้จัก"),
            "number": ("1", "ไม่พบคำนำหน้าชื่อที่รู้จัก"),
            "first_name": ("วารุณี", ""),
            "last_name": ("คำพันแสง", ""),
            "position": ("นักจัดการงานทั่วไป", "ไม่พบคำนำหน้าชื่อที่รู้จัก"),
            "title": ("นาง", ""),
            "section": ("ฝ่ายปกครอง", ""),
        }
    ]
    assert OldPlace(LIST, 1) in found.used
    assert OldPlace(LIST, 2) not in found.used, "มาลี is appointed to nothing: the list of unused lines has her"


def test_a_list_of_people_alone_makes_the_seats_counted_through() -> None:
    found = gather([document("people", LIST, {"seats": [LISTED, {**LISTED, "first_name": "มาลี"}]})], "pictures")
    assert [(row["number"].text, row["first_name"].text) for row in found.rows["seats"]] == [
        ("1", "วารุณี"),
        ("2", "มาลี"),
    ]


def test_a_post_that_a_list_says_more_shortly_is_no_difference() -> None:
    order = document("order", ORDER, {"seats": [{**SEAT, "position": "นักจัดการงานทั่วไปชำนาญการ"}]})
    people = document("people", LIST, {"seats": [{**LISTED, "position": "นักจัดการงานทั่วไป"}]})
    assert texts(gather([order, people], "pictures").rows["seats"])[0]["position"] == ("นักจัดการงานทั่วไปชำนาญการ", "")


def test_a_name_that_one_document_could_not_divide_is_divided_as_the_other_has_it() -> None:
    whole = {name: text for name, text in SEAT.items() if name != "last_name"} | {"first_name": "วารุณีคำพันแสง"}
    for first, other in ((whole, SEAT), (SEAT, whole)):
        found = gather(
            [document("order", ORDER, {"seats": [first]}), document("order", "b.docx", {"seats": [other]})], "pictures"
        )
        (row,) = texts(found.rows["seats"])
        assert (row["first_name"], row["last_name"]) == (("วารุณี", ""), ("คำพันแสง", ""))


def test_rows_of_two_documents_are_one_where_they_are_alike_and_others_keep_their_order() -> None:
    first = [{"indicator": "1", "actions": "เผยแพร่คู่มือการปฏิบัติงาน"}, {"indicator": "3", "actions": "ประชุมชี้แจงหลักเกณฑ์"}]
    other = [
        {"indicator": "๑", "actions": "เผยแพร่คู่มือ การปฏิบัติงาน"},
        {"indicator": "๑", "actions": "จัดทำแผนการใช้จ่ายงบประมาณ"},
        {"indicator": "๒", "actions": "ตรวจสอบการยืมทรัพย์สิน"},
    ]
    found = gather(
        [document("measures", TABLE, {"measures": first}), document("measures", "m.pdf", {"measures": other})],
        "pictures",
    )
    assert texts(found.rows["measures"]) == [
        {"indicator": ("1", ""), "actions": ("เผยแพร่คู่มือการปฏิบัติงาน", "")},
        {"indicator": ("๑", ""), "actions": ("จัดทำแผนการใช้จ่ายงบประมาณ", "")},
        {"indicator": ("๒", ""), "actions": ("ตรวจสอบการยืมทรัพย์สิน", "")},
        {"indicator": ("3", ""), "actions": ("ประชุมชี้แจงหลักเกณฑ์", "")},
    ]


def test_photos_of_one_name_are_two_files_and_cells_name_them() -> None:
    def report(file: str, data: bytes, day: str) -> ReadDocument:
        photo = Photo("image1.png", data, OldPlace(file, 2))
        row = {"date": cell(day, file), "caption": cell("ประชุม", file), "pictures": cell("image1.png", file, 2)}
        return ReadDocument("activities", rows={"activities": [row]}, photos=(photo,))

    found = gather([report("a.docx", b"1", "๑ มกราคม ๒๕๖๖"), report("b.docx", b"2", "๒ มกราคม ๒๕๖๖")], "photos")
    assert [(row["number"].text, row["pictures"].text) for row in found.rows["activities"]] == [
        ("1", "photos/image1.png"),
        ("2", "photos/image1_2.png"),
    ]
    assert {name: photo.data for name, photo in found.photos.items()} == {
        "photos/image1.png": b"1",
        "photos/image1_2.png": b"2",
    }


@pytest.mark.parametrize("name", ["../../x.png", "..\\..\\x.png", "C:\\x.png", "/x.png"])
def test_no_photo_leads_out_of_its_folder(name: str) -> None:
    photo = Photo(name, b"1", OldPlace("a.docx", 2))
    row = {"date": cell("๑ มกราคม ๒๕๖๖"), "caption": cell("ประชุม"), "pictures": cell(name)}
    found = gather([ReadDocument("activities", rows={"activities": [row]}, photos=(photo,))], "photos")
    (path,) = found.photos
    assert re.fullmatch(r"photos/\w[^/\\:]*x\.png|photos/x\.png", path), path
    assert found.rows["activities"][0]["pictures"].text == path


def test_of_two_orders_one_must_be_chosen_and_copies_of_it_come_along() -> None:
    orders = [
        general("a.docx", number="๓๙๘/๒๕๖๕", subject="แต่งตั้งคณะทำงาน"),
        general("a.docx", number="๑๒/๒๕๖๖", subject="แต่งตั้งคณะกรรมการ"),
        general("a.pdf", number="398/2565", subject="แต่งตั้งคณะทำงาน"),
    ]
    none, problem = chosen(orders)
    assert (none, problem and problem.kind, problem and problem.message) == (
        (),
        "import-two-orders",
        "พบคำสั่งแต่งตั้งมากกว่าหนึ่งฉบับ: 1) ๓๙๘/๒๕๖๕ แต่งตั้งคณะทำงาน (a.docx); 2) ๑๒/๒๕๖๖ แต่งตั้งคณะกรรมการ (a.docx)",
    )
    assert chosen(orders, "398/2565") == ((orders[0], orders[2]), None)
    assert chosen(orders, "2") == ((orders[1],), None)
    wrong = chosen(orders, "3")[1]
    assert wrong
    assert (wrong.kind, wrong.found) == ("import-no-such-order", "3")


def as_read(submission: ita_docs.api.Submission) -> ReadDocument:
    """What a reader that finds every cell of a workbook would give."""
    form = forms.form_of(submission, schema(submission.fiscal_year))
    rows = {
        key: [{name: cell(str(value)) for name, value in row.items()} for row in own] for key, own in form.rows.items()
    }
    return ReadDocument("order", {name: cell(str(value)) for name, value in form.general.items()}, rows)


def written(found: Gathered, *old: OldFile) -> bytes:
    year, said = fiscal_year(found)
    assert year
    form = form_of(found, year, {"fiscal_year": said})
    return write(form, before=[sheets.to_review(form)], after=[sheets.unused(old, found)])


def test_a_workbook_of_which_every_cell_was_found_says_the_same_again() -> None:
    submission = made.submission()
    again, problems = ita_docs.read(written(gather([as_read(submission)], "pictures")))
    assert problems == ()
    assert again
    assert forms.form_of(again, schema(2566)) == forms.form_of(submission, schema(2566))


def marked_workbook() -> bytes:
    document = as_read(made.submission())
    seats = [dict(row) for row in document.rows["seats"]]
    seats[0] |= {"position": cell(seats[0]["position"].text, ORDER, 13, "ไม่พบระดับของตำแหน่ง")}
    lines = tuple(
        OldParagraph(text, OldPlace(ORDER, line)) for line, text in enumerate(("๑๒", " ", "สำเนาถูกต้อง"), start=1)
    )
    found = gather([ReadDocument("order", document.general, {**document.rows, "seats": seats})], "pictures")
    used = Gathered(found.general, found.rows, frozenset({OldPlace(ORDER, 1)}))
    return written(used, OldFile(ORDER, lines))


def test_a_doubtful_cell_is_yellow_says_why_and_stands_on_the_first_sheet_and_unused_lines_on_the_last() -> None:
    data = marked_workbook()
    book = openpyxl.load_workbook(io.BytesIO(data))
    first, people, last = book[book.sheetnames[0]], book["บุคลากร"], book[book.sheetnames[-2]]
    assert (first.title, last.title, book[book.sheetnames[-1]].sheet_state) == (TO_REVIEW, UNUSED, "hidden")
    place = first["B5"].value
    assert [one.value for one in first[5]] == [
        "บุคลากร", place, "ตำแหน่ง", people[place].value, "ไม่พบระดับของตำแหน่ง", "order.docx ย่อหน้า 13",
    ]  # fmt: skip
    assert first["B5"].hyperlink.location == f"'บุคลากร'!{place}"
    assert people[place].fill.fgColor.rgb == "FFFFE699"
    assert people[place].comment.text == "ไม่พบระดับของตำแหน่ง โปรดตรวจกับ order.docx ย่อหน้า 13"
    assert [[one.value for one in row] for row in last.iter_rows(min_row=5)] == [
        ["order.docx", "ย่อหน้า 3", "สำเนาถูกต้อง", "ทั้งหมด"]
    ]


def listed(found: Gathered, *old: OldFile) -> list[str]:
    return [str(row[2]) for row in sheets.unused(old, found, load(2565).made(shared_wording)).rows]


def test_what_was_taken_is_listed_where_it_holds_a_figure_or_a_date_that_no_cell_says() -> None:
    texts = (
        "สั่ง ณ วันที่ ๒๕ ตุลาคม ๒๕๖๕",
        "ลงวันที่ ๒๖ ต.ค. ๖๕",
        "ลงวันที่ 25/10/2565",
        "ปีงบประมาณ พ.ศ. ๒๕๖๖ ข้อ ๑๒ คะแนน ๘๗.๕๐ จาก ๑๐๐",
        "คะแนน ๘๗.๕",
        "โทร. ๐ ๒๔๒๔ ๑๗๔๒",
        "๒.๑ เผยแพร่ข้อมูล",
        "มาตรการที่ ๓.๑๒ เผยแพร่ข้อมูล",
        "ที่ ๗๘๙ / ๒๕๖๕",
    )
    lines = tuple(OldParagraph(text, OldPlace(ORDER, line)) for line, text in enumerate(texts, start=1))
    said = {
        "fiscal_year": cell("๒๕๖๖"),
        "date": cell("๒๕ ตุลาคม ๒๕๖๕"),
        "total": cell("87.50"),
        "number": cell("๗๘๙/๒๕๖๕"),
    }
    found = Gathered(said, used=frozenset(one.origin for one in lines))
    assert listed(found, OldFile(ORDER, lines)) == [texts[1], texts[5]]


def test_what_was_taken_is_listed_with_the_words_that_neither_a_cell_nor_the_papers_say() -> None:
    texts = (
        "จัดทำแผนประจำปีเฉพาะฝ่ายโยธา",
        "จัดทำแผน ประจำปี",
        "มาตรการหอยทาก/กิจกรรม",
        "รวบรวมข้อมูลและรายงานต่อผู้อำนวยการเขตทุกสัปดาห์ และเรื่องอื่น",
        "เสนอนายธงชัย ทองดี",
        "พฤษภาคม ๒๕๖๖",
    )
    lines = tuple(OldParagraph(text, OldPlace(ORDER, line)) for line, text in enumerate(texts, start=1))
    actions = "จัดทำแผนประจำปี\nรวบรวมข้อมูลและรายงานต่อผู้อำนวยการเขต\nเรื่องอื่น ๆ"
    person = {"title": cell("นาย"), "first_name": cell("ธงชัย"), "last_name": cell("ทองดี")}
    found = Gathered(
        {"fiscal_year": cell("๒๕๖๖")},
        {"measures": [{"actions": cell(actions)}], "seats": [person]},
        frozenset(one.origin for one in lines),
    )
    rows = sheets.unused([OldFile(ORDER, lines)], found, load(2565).made(shared_wording)).rows
    assert [(row[2], row[3]) for row in rows] == [
        (texts[0], "เฉพาะฝ่ายโยธา"),
        (texts[2], "หอยทาก"),
        (texts[3], "ทุกสัปดาห์"),
    ]


def test_what_stands_aside_is_listed_once_where_no_line_says_it() -> None:
    said = ("สำนักงานเขตดอนทราย คะแนน ๒๙๐.๕", "ร่าง", "ร่าง", "สำนักงาน เขตดอนทราย...", "90", "290.5")
    first, *beside = (OldParagraph(text, OldPlace(ORDER, 0, 0, f"ที่ {at}")) for at, text in enumerate(said))
    photo = Photo("ตรา.png", b"", OldPlace(ORDER, 0, 0, "หัวกระดาษ 1"))
    found = Gathered({"name": cell(said[0])}, used=frozenset({first.origin}))
    assert listed(found, OldFile(ORDER, (first,), aside=(*beside, photo))) == ["ร่าง", "90", "(รูปภาพ ตรา.png)"]


def test_a_catchword_is_listed_where_no_line_has_its_words() -> None:
    line = OldParagraph("จัดทำแผนประจำปี", OldPlace(ORDER, 1))
    found = Gathered({"name": cell(line.text)}, used=frozenset({line.origin}))
    file = OldFile(ORDER, (line,), of_pages=("จัดทำแผน...", "สารบัญ", "จัดทำแผน... เฉพาะฝ่ายโยธา"))
    rows = sheets.unused([file], found, load(2565).made(shared_wording)).rows
    assert rows == [(ORDER, "คำต่อเนื่อง", file.of_pages[2], "เฉพาะฝ่ายโยธา")]


def test_what_is_given_goes_before_what_documents_say_and_is_marked_where_they_differ() -> None:
    found = gather([general(ORDER, name="สำนักงานเขตดอนทราย", fiscal_year="๒๕๖๖")], "pictures")
    form = form_of(found, 2567, {"name": "สำนักงานเขต ดอนทราย", "fiscal_year": 2567})
    assert form.general["name"] == "สำนักงานเขต ดอนทราย"
    assert [(place.cell, review.text, review.note) for place, _, review in reviews(form)][-1] == (
        "B9",
        "2567",
        "ระบุไว้ในคำสั่งนำเข้า แต่เอกสารระบุว่า “๒๕๖๖” โปรดตรวจกับ order.docx ย่อหน้า 1",
    )


def test_a_score_of_more_decimals_than_the_form_keeps_is_as_typed() -> None:
    found = Gathered(rows={"scores": [{"indicator": cell("1"), "score": cell("๘๔.๑๕๕")}]})
    assert form_of(found, 2566, {}).rows["scores"][0]["score"] == Decimal("84.155")


def test_what_the_reader_of_workbooks_would_call_wrong_is_marked_and_what_is_only_missing_is_not() -> None:
    submission = made.submission()
    found = gather([as_read(submission)], "pictures")
    seats = [dict(row) for row in found.rows["seats"]]
    named = next(number for number, row in enumerate(seats) if "last_name" in row)
    del seats[named]["last_name"], seats[named + 1]["role"]
    form = form_of(replace(found, rows={**found.rows, "seats": seats}), 2566, {})
    marked = [(place.cell, review.text, review.note) for place, _, review in reviews(with_faults_marked(form, {}))]
    row = first_row(form, SEATS) + named + 1
    assert marked == [(f"E{row}", "", "ชื่อบุคคลยังไม่ครบ ขาดนามสกุล โปรดตรวจสอบ")]


def test_a_line_that_a_cell_says_is_not_unused_wherever_it_stands() -> None:
    found = Gathered(rows={"measures": [{"actions": cell("เผยแพร่คู่มือการปฏิบัติงาน\nตรวจสอบการยืม")}]})
    lines = (
        "- เผยแพร่คู่มือ การปฏิบัติงาน",
        "(๒) ตรวจสอบการยืม",
        "มาตรการ: ตรวจสอบการยืม",
        "ตรวจสอบการยืมทุกเดือน",
        "๑๒",
        "(......)",
    )
    file = OldFile(
        "notice.docx", tuple(OldParagraph(one, OldPlace("notice.docx", n)) for n, one in enumerate(lines, 1))
    )
    assert [row[2] for row in sheets.unused([file], found).rows] == ["ตรวจสอบการยืมทุกเดือน", "๑๒"]


def test_the_sheets_for_people_are_passed_over_and_not_carried_to_the_next_year() -> None:
    data = marked_workbook()
    assert ita_docs.read(data)[1] == ()
    names = openpyxl.load_workbook(io.BytesIO(ita_docs.new(2567, last=data))).sheetnames
    assert not {TO_REVIEW, UNUSED} & {*names}


def test_the_year_is_what_documents_say_else_that_of_the_order_s_date_marked() -> None:
    assert fiscal_year(gather([general(ORDER, fiscal_year="๒๕๖๖", date="๑ มกราคม ๒๕๖๕")], "p")) == (2566, 2566)
    year, said = fiscal_year(gather([general(ORDER, date="๒๕ ตุลาคม ๒๕๖๕")], "p"))
    assert (year, isinstance(said, forms.Review) and said.note) == (
        2566,
        "ไม่มีเอกสารใดระบุ จึงคำนวณจากวันที่ของคำสั่ง โปรดตรวจกับ order.docx ย่อหน้า 1",
    )
    assert fiscal_year(Gathered()) == (None, "")
    year, said = fiscal_year(Gathered(), 2567)
    assert (year, isinstance(said, forms.Review) and said.note) == (
        2567,
        "ไม่มีหัวเรื่องใดระบุปีงบประมาณ จึงใส่ปีล่าสุดที่ข้อความกล่าวถึง โปรดตรวจสอบ",
    )


@pytest.mark.parametrize(
    ("signs", "head"),
    [
        ("ผู้กำกับการสถานีตำรวจภูธรดอนทราย", "ผู้กำกับการสถานีตำรวจภูธรดอนทราย"),
        ("รองผู้กำกับการ\nรักษาราชการแทนผู้กำกับการ", "ผู้กำกับการ"),
        ("สารวัตรใหญ่ ปฏิบัติราชการแทน\nผู้กำกับการ", "ผู้กำกับการ"),
        ("รองผู้กำกับการ", ""),
        ("ผู้ช่วยผู้อำนวยการ", ""),
        ("", ""),
    ],
)
def test_the_head_of_an_office_of_no_known_kind_is_who_signs_or_in_whose_stead_marked(signs: str, head: str) -> None:
    said = {"name": "สถานีตำรวจภูธรดอนทราย", **({"signatory_position": signs} if signs else {})}
    cell = form_of(gather([general(ORDER, **said)], "p"), 2566, {}).general.get("head_title", "")
    assert (cell.text if isinstance(cell, forms.Review) else cell) == head
    assert isinstance(cell, forms.Review) == bool(head)
