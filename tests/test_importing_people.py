"""People taken apart: title, name, post, section and role, from one text, from columns and from several lines."""

from __future__ import annotations

import pytest

from ita_docs.importing.names import NAME_UNCLEAR, NO_LAST_NAME, NO_TITLE, read_name
from ita_docs.importing.people import NO_POST, PERSON_OR_POST, VACANT, read_person
from ita_docs.importing.posts import role_glued
from ita_docs.importing.roles import NO_ROLE, ROLE_GLUED, ROLE_UNKNOWN, Piece
from ita_docs.importing.torn import TORN

Read = tuple[str, str, str, str, str, str]


def pieces(*columns: str) -> list[Piece]:
    """The lines of columns as pieces."""
    return [Piece(line, place) for place, column in enumerate(columns) for line in column.split("\n")]


def read(*columns: str) -> tuple[Read, dict[str, str]]:
    person = read_person(pieces(*columns))
    texts = (person.title, person.first_name, person.last_name, person.position, person.section, person.role)
    return texts, dict(person.doubts)


SURE: dict[str, tuple[tuple[str, ...], Read]] = {
    "three columns": (
        ("นางสุดา โรยทอง", "เจ้าพนักงานปกครองชำนาญการ ฝ่ายทะเบียน", "คณะทำงาน"),
        ("นาง", "สุดา", "โรยทอง", "เจ้าพนักงานปกครองชำนาญการ", "ฝ่ายทะเบียน", "คณะทำงาน"),
    ),
    "a post alone": (("หัวหน้าฝ่ายทะเบียน", "กรรมการ"), ("", "", "", "หัวหน้าฝ่ายทะเบียน", "", "กรรมการ")),
    "a title of several words": (
        ("ศ.คลินิก นพ.อดิศร ภัทรเวช", "ผู้ทรงคุณวุฒิ", "กรรมการ"),
        ("ศ.คลินิก นพ.", "อดิศร", "ภัทรเวช", "ผู้ทรงคุณวุฒิ", "", "กรรมการ"),
    ),
    "a mark of the navy after the name": (
        ("ร.ท. ชาญวิทย์ กล้าหาญ ร.น.", "หัวหน้าแผนกธุรการ", "กรรมการ"),
        ("ร.ท.", "ชาญวิทย์", "กล้าหาญ ร.น.", "หัวหน้าแผนกธุรการ", "", "กรรมการ"),
    ),
    "all in one text": (
        ("นายสมชาย ใจดี นักวิชาการศึกษาชำนาญการ ฝ่ายการศึกษา กรรมการ",),
        ("นาย", "สมชาย", "ใจดี", "นักวิชาการศึกษาชำนาญการ", "ฝ่ายการศึกษา", "กรรมการ"),
    ),
    "words before post and role": (
        ("นายสมชาย ใจดี ตำแหน่ง ครูชำนาญการ สังกัดกลุ่มบริหารทั่วไป เป็นประธานกรรมการ",),
        ("นาย", "สมชาย", "ใจดี", "ครูชำนาญการ", "กลุ่มบริหารทั่วไป", "ประธานกรรมการ"),
    ),
    "the post before the name": (
        ("หัวหน้าฝ่ายปกครอง นายกอบชัย ขาวดี ประธานกรรมการ",),
        ("นาย", "กอบชัย", "ขาวดี", "หัวหน้าฝ่ายปกครอง", "", "ประธานกรรมการ"),
    ),
    "a role whose end stands below the name": (
        ("สิบตำรวจตรีวายุ ศรแก้ว เลขานุการ", "ผู้บังคับหมู่สืบสวน งานสืบสวน", "คณะทำงานและผู้ช่วย"),
        ("สิบตำรวจตรี", "วายุ", "ศรแก้ว", "ผู้บังคับหมู่สืบสวน", "งานสืบสวน", "คณะทำงานและผู้ช่วยเลขานุการ"),
    ),
    "the post in brackets": (
        ("นายสมชาย ใจดี (ผู้อำนวยการกองคลัง)", "กรรมการและเลขานุการ"),
        ("นาย", "สมชาย", "ใจดี", "ผู้อำนวยการกองคลัง", "", "กรรมการและเลขานุการ"),
    ),
    "the name in brackets": (
        ("ผู้อำนวยการกองคลัง (นายสมชาย ใจดี)", "กรรมการ"),
        ("นาย", "สมชาย", "ใจดี", "ผู้อำนวยการกองคลัง", "", "กรรมการ"),
    ),
    "the role in brackets": (
        ("นายสมชาย ใจดี  นิติกรชำนาญการ (กรรมการ)",),
        ("นาย", "สมชาย", "ใจดี", "นิติกรชำนาญการ", "", "กรรมการ"),
    ),
    "the role first": (
        ("ประธานกรรมการ", "นายสมชาย ใจดี", "ปลัดเทศบาล"),
        ("นาย", "สมชาย", "ใจดี", "ปลัดเทศบาล", "", "ประธานกรรมการ"),
    ),
    "the beginning of a role at the end of a post": (
        ("นายสมชาย ใจดี", "รองประธานกรรมการ", "ปลัดเทศบาล"),
        ("นาย", "สมชาย", "ใจดี", "ปลัดเทศบาล", "", "รองประธานกรรมการ"),
    ),
    "a role that a line's end cuts behind a section": (
        ("นายสมชาย ใจดี", "คณะทำงาน", "นิติกรชำนาญการ งานนิติการ หัวหน้า"),
        ("นาย", "สมชาย", "ใจดี", "นิติกรชำนาญการ", "งานนิติการ", "หัวหน้าคณะทำงาน"),
    ),
    "a role that a line's end cuts behind a post": (
        ("นายสมชาย ใจดี", "ประธานกรรมการ", "ปลัดเทศบาล รอง"),
        ("นาย", "สมชาย", "ใจดี", "ปลัดเทศบาล", "", "รองประธานกรรมการ"),
    ),
    "a role before a post that begins like one": (
        ("ที่ปรึกษา", "นายสมหมาย ใจดี", "ประธานคณะกรรมการ\nตรวจสอบกิจการตำรวจ"),
        ("นาย", "สมหมาย", "ใจดี", "ประธานคณะกรรมการตรวจสอบกิจการตำรวจ", "", "ที่ปรึกษา"),
    ),
    "a post that ends in a title of a teacher": (
        ("นายสมชาย ใจดี", "ครูผู้ช่วย", "คณะทำงาน"),
        ("นาย", "สมชาย", "ใจดี", "ครูผู้ช่วย", "", "คณะทำงาน"),
    ),
    "a section that goes on below the name": (
        ("นางสาวมาลี สีสด\nอำนวยการ", "กรรมการ", "นิติกรชำนาญการ งาน"),
        ("นางสาว", "มาลี", "สีสด", "นิติกรชำนาญการ", "งานอำนวยการ", "กรรมการ"),
    ),
    "lines below each other": (
        ("นางสาว\nสมใจ ใจดี\nนายช่างโยธาอาวุโส\nฝ่ายโยธา\nคณะทำงาน",),
        ("นางสาว", "สมใจ", "ใจดี", "นายช่างโยธาอาวุโส", "ฝ่ายโยธา", "คณะทำงาน"),
    ),
    "family name and section on the next line": (
        ("นางสาวธนวรรณ\nอนุญาทองดี", "นักวิชาการสุขาภิบาลชำนาญการ\nฝ่ายสิ่งแวดล้อมและสุขาภิบาล", "คณะทำงาน"),
        ("นางสาว", "ธนวรรณ", "อนุญาทองดี", "นักวิชาการสุขาภิบาลชำนาญการ", "ฝ่ายสิ่งแวดล้อมและสุขาภิบาล", "คณะทำงาน"),
    ),
    "a post that a unit's word breaks": (
        ("นักจัดการ\nงานทั่วไปชำนาญการ", "กรรมการ"),
        ("", "", "", "นักจัดการงานทั่วไปชำนาญการ", "", "กรรมการ"),
    ),
    "a head and the section on the next line": (
        ("ดร.สมชาย ใจดี", "ผู้อำนวยการ\nกองคลัง", "กรรมการ"),
        ("ดร.", "สมชาย", "ใจดี", "ผู้อำนวยการกองคลัง", "", "กรรมการ"),
    ),
    "a role over two lines": (
        ("ปลัดองค์การบริหาร\nส่วนตำบล", "กรรมการและ\nเลขานุการ"),
        ("", "", "", "ปลัดองค์การบริหารส่วนตำบล", "", "กรรมการและเลขานุการ"),
    ),
    "a title that is a post too": (
        ("นายแพทย์สมชาย ณ อยุธยา", "นายแพทย์ชำนาญการ", "กรรมการ"),
        ("นายแพทย์", "สมชาย", "ณ อยุธยา", "นายแพทย์ชำนาญการ", "", "กรรมการ"),
    ),
    "a double family name": (
        ("ผศ.ดร. สมหญิง ใจดี ณ เชียงใหม่", "คณบดีคณะวิทยาการจัดการ", "ประธานกรรมการ"),
        ("ผศ.ดร.", "สมหญิง", "ใจดี ณ เชียงใหม่", "คณบดีคณะวิทยาการจัดการ", "", "ประธานกรรมการ"),
    ),
    "a broken title": (
        ("นาง สาว สมใจ ใจดี", "ครูผู้ช่วย", "กรรมการ"),
        ("นางสาว", "สมใจ", "ใจดี", "ครูผู้ช่วย", "", "กรรมการ"),
    ),
    "a name like the word นางสาว": (
        ("นาง สาวิตรี ใจดี", "ครู", "กรรมการ"),
        ("นาง", "สาวิตรี", "ใจดี", "ครู", "", "กรรมการ"),
    ),
    "a family name like a section": (
        ("นายธนา กองแก้ว", "นักวิชาการศึกษาชำนาญการ", "กรรมการ"),
        ("นาย", "ธนา", "กองแก้ว", "นักวิชาการศึกษาชำนาญการ", "", "กรรมการ"),
    ),
    "a doubled space": (
        ("นายสมชาย", "ใจดี", "นิติกรชำนาญการ", "กรรมการ"),
        ("นาย", "สมชาย", "ใจดี", "นิติกรชำนาญการ", "", "กรรมการ"),
    ),
    "a police officer": (
        ("พ.ต.ท.หญิง มาลี สีสด รอง ผกก.ป.สภ.ดอนงาม เป็นรองหัวหน้าคณะทำงาน",),
        ("พ.ต.ท.หญิง", "มาลี", "สีสด", "รอง ผกก.ป.สภ.ดอนงาม", "", "รองหัวหน้าคณะทำงาน"),
    ),
    "a monk": (
        ("พระครูสุนทรธรรมคุณ", "เจ้าอาวาสวัดดอน", "ที่ปรึกษา"),
        ("พระครู", "สุนทรธรรมคุณ", "", "เจ้าอาวาสวัดดอน", "", "ที่ปรึกษา"),
    ),
    "an office abbreviated": (
        ("นายวิชัย รักเรียน", "นายก อบต.ดอนงาม", "ประธานคณะทำงาน"),
        ("นาย", "วิชัย", "รักเรียน", "นายก อบต.ดอนงาม", "", "ประธานคณะทำงาน"),
    ),
    "dashes between all": (
        ("นายสมชาย ใจดี - ปลัด อบต.ดอนงาม – ประธานกรรมการ",),
        ("นาย", "สมชาย", "ใจดี", "ปลัด อบต.ดอนงาม", "", "ประธานกรรมการ"),
    ),
    "a stroke before the role of a post": (
        ("ปลัด อบต.ดอนงาม / กรรมการ",),
        ("", "", "", "ปลัด อบต.ดอนงาม", "", "กรรมการ"),
    ),
    "the role first, and a word behind it": (
        ("เลขานุการ ได้แก่ นายสมชาย ใจดี นิติกรชำนาญการ",),
        ("นาย", "สมชาย", "ใจดี", "นิติกรชำนาญการ", "", "เลขานุการ"),
    ),
    "a role between a post that begins like one and the office of the post": (
        ("หัวหน้ากลุ่มงานยุทธศาสตร์ กรรมการและเลขานุการสำนักงานจังหวัดดอนงาม",),
        ("", "", "", "หัวหน้ากลุ่มงานยุทธศาสตร์ สำนักงานจังหวัดดอนงาม", "", "กรรมการและเลขานุการ"),
    ),
    "a role cut short": (
        ("นายสมชาย ใจดี", "หัวหน้าสำนักปลัด", "เลขานุการฯ"),
        ("นาย", "สมชาย", "ใจดี", "หัวหน้าสำนักปลัด", "", "เลขานุการฯ"),
    ),
    "the space between name and post lost": (
        ("นายสมชาย ใจดีนักจัดการงานทั่วไปชำนาญการ", "กรรมการ"),
        ("นาย", "สมชาย", "ใจดี", "นักจัดการงานทั่วไปชำนาญการ", "", "กรรมการ"),
    ),
}


@pytest.mark.parametrize(("columns", "expected"), SURE.values(), ids=SURE)
def test_a_person_is_read_and_nothing_is_marked(columns: tuple[str, ...], expected: Read) -> None:
    assert read(*columns) == (expected, {})


DOUBTFUL: dict[str, tuple[tuple[str, ...], Read, dict[str, str]]] = {
    "no title": (
        ("สมชาย ใจดี", "นักวิชาการศึกษาชำนาญการ", "กรรมการ"),
        ("", "สมชาย", "ใจดี", "นักวิชาการศึกษาชำนาญการ", "", "กรรมการ"),
        {"title": NO_TITLE, "first_name": NO_TITLE},
    ),
    "two words that may be a name": (
        ("สมชาย ใจดี", "กรรมการ"),
        ("", "", "", "สมชาย ใจดี", "", "กรรมการ"),
        {"position": PERSON_OR_POST},
    ),
    "no space in the name": (
        ("นายสมชายใจดี", "นิติกรชำนาญการ", "กรรมการ"),
        ("นาย", "สมชายใจดี", "", "นิติกรชำนาญการ", "", "กรรมการ"),
        {"first_name": NO_LAST_NAME, "last_name": NO_LAST_NAME},
    ),
    "a name of three words": (
        ("นางวิภา ชื่น ป่าไผ่", "นิติกรชำนาญการ", "กรรมการ"),
        ("นาง", "วิภา ชื่น", "ป่าไผ่", "นิติกรชำนาญการ", "", "กรรมการ"),
        {"first_name": NAME_UNCLEAR, "last_name": NAME_UNCLEAR},
    ),
    "an unknown role": (
        ("นายสมชาย ใจดี", "นิติกรชำนาญการ", "ผู้เฝ้าระวัง"),
        ("นาย", "สมชาย", "ใจดี", "นิติกรชำนาญการ", "", "ผู้เฝ้าระวัง"),
        {"role": ROLE_UNKNOWN},
    ),
    "no role": (
        ("นายสมชาย ใจดี", "นิติกรชำนาญการ"),
        ("นาย", "สมชาย", "ใจดี", "นิติกรชำนาญการ", "", ""),
        {"role": NO_ROLE},
    ),
    "a role against the post": (
        ("ผู้อำนวยการกองคลังประธานกรรมการ",),
        ("", "", "", "ผู้อำนวยการกองคลัง", "", "ประธานกรรมการ"),
        {"role": ROLE_GLUED},
    ),
    "two people in one place": (
        ("ผู้อำนวยการกองคลัง\nผู้อำนวยการกองช่าง", "กรรมการ\nกรรมการ"),
        ("", "", "", "ผู้อำนวยการกองคลัง ผู้อำนวยการกองช่าง กรรมการ", "", "กรรมการ"),
        {"position": "", "role": TORN},
    ),
}


@pytest.mark.parametrize(("columns", "expected", "doubts"), DOUBTFUL.values(), ids=DOUBTFUL)
def test_what_no_rule_makes_sure_is_marked(columns: tuple[str, ...], expected: Read, doubts: dict[str, str]) -> None:
    texts, found = read(*columns)
    assert texts == expected
    assert {name: doubt and found[name] for name, doubt in doubts.items()} == doubts
    assert found.keys() == doubts.keys()


@pytest.mark.parametrize(
    "columns",
    [
        ("(ว่าง)", "นิติกรชำนาญการ"),
        ("นิติกรชำนาญการ (ตำแหน่งว่าง)",),
        ("-ว่าง-", "นิติกรชำนาญการ"),
        ("-ว่าง-นิติกรชำนาญการ",),
        ("นิติกรชำนาญการ - ว่าง -",),
    ],
)
def test_a_vacant_post_is_marked_and_the_word_is_none_of_it(columns: tuple[str, ...]) -> None:
    assert read(*columns, "กรรมการ") == (("", "", "", "นิติกรชำนาญการ", "", "กรรมการ"), {"position": VACANT})
    assert read("นายสมชาย ว่าง", "นิติกรชำนาญการ", "กรรมการ")[1] == {}


def test_heads_of_columns_say_what_words_alone_do_not() -> None:
    columns = [("number", ""), ("name", "สมชาย ใจดี"), ("position", "แม่บ้าน"), ("role", "ผู้เฝ้าระวัง")]
    person = read_person([Piece(text, place, head) for place, (head, text) in enumerate(columns) if text])
    assert (person.first_name, person.last_name, person.position, person.role) == ("สมชาย", "ใจดี", "แม่บ้าน", "ผู้เฝ้าระวัง")
    columns = [("title", "นาย"), ("first_name", "ธนา"), ("last_name", "กองแก้ว"), ("position", "ครู")]
    person = read_person([Piece(text, place, head) for place, (head, text) in enumerate(columns)])
    assert (person.title, person.first_name, person.last_name, person.position) == ("นาย", "ธนา", "กองแก้ว", "ครู")


def test_cells_of_a_name_may_have_two_lines_of_which_only_a_known_title_is_sure() -> None:
    columns = [("title", "จ่าสิบ\nตำรวจ"), ("first_name", "อุดร"), ("last_name", "ณ\nนคร"), ("role", "กรรมการ")]
    cells = [Piece(line, place, head) for place, (head, text) in enumerate(columns) for line in text.split("\n")]
    person = read_person([*cells, Piece("ครู", len(columns), "position")])
    assert (person.title, person.first_name, person.last_name) == ("จ่าสิบตำรวจ", "อุดร", "ณ นคร")
    assert dict(person.doubts) == {"last_name": NAME_UNCLEAR}


def test_both_parts_of_a_name_are_marked_where_what_is_no_post_is_left() -> None:
    _, doubts = read("เจ้าพนักงานธุรการปฏิบัติงาน", "นางสาวเบญจ\nวรรณา", "กรรมการ", "ขยันดี")
    assert {"first_name", "last_name", "position"} <= doubts.keys()


def test_a_name_alone_is_one_of_a_person_or_none() -> None:
    whole = read_name("( นายสมชาย  ใจดี )")
    assert whole
    assert (whole.title, whole.first_name, whole.last_name, dict(whole.doubts)) == ("นาย", "สมชาย", "ใจดี", {})
    ranked = read_name("สมชาย ใจดี", titled=True)
    assert ranked
    assert (ranked.title, ranked.first_name, dict(ranked.doubts)) == ("", "สมชาย", {})
    assert read_name("ผู้อำนวยการกองคลัง") is None


@pytest.mark.parametrize(
    ("typed", "last"), [("นายเอกภพ รุ่งเรือง (เอก)", "รุ่งเรือง (เอก)"), ("นางศศิธร (แก้ว) มณีวงศ์", "(แก้ว) มณีวงศ์")]
)
def test_a_nickname_in_brackets_is_marked_with_the_family_name(typed: str, last: str) -> None:
    for columns in ((typed, "นิติกรชำนาญการ", "กรรมการ"), (f"{typed} นิติกรชำนาญการ", "กรรมการ")):
        (_, _, found, position, _, _), doubts = read(*columns)
        assert (found, position, doubts) == (last, "นิติกรชำนาญการ", {"last_name": NAME_UNCLEAR})


def test_a_person_without_a_post_is_marked() -> None:
    assert read("นางสุดา โรยทอง", "กรรมการ")[1] == {"position": NO_POST}


def test_a_post_that_begins_with_brackets_is_marked() -> None:
    (_, _, _, position, _, _), doubts = read("อาจารย์ ดร.ศศิธร", "(แก้วใจ) มณีวงศ์", "กรรมการ")
    assert (position, "position" in doubts) == ("(แก้วใจ) มณีวงศ์", True)


@pytest.mark.parametrize(
    ("text", "rest", "role"),
    [
        ("กองยุทธศาสตร์และแผนงานคณะทำงาน", "กองยุทธศาสตร์และแผนงาน", "คณะทำงาน"),
        ("ฝ่ายปกครองกรรมการ", "ฝ่ายปกครอง", "กรรมการ"),
        ("หัวหน้างานประชาสัมพันธ์", "หัวหน้างานประชาสัมพันธ์", ""),
        ("เจ้าหน้าที่ฝ่ายประชาสัมพันธ์", "เจ้าหน้าที่ฝ่ายประชาสัมพันธ์", ""),
        ("ตำแหน่ง นักประชาสัมพันธ์", "ตำแหน่ง นักประชาสัมพันธ์", ""),
    ],
)
def test_a_role_touches_a_section_but_is_no_part_of_a_post(text: str, rest: str, role: str) -> None:
    assert role_glued(text) == (rest, role)
