"""Orders read out of old files: what officers write, in the shapes that they write it in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from ita_docs.importing.blocks import OldFile, OldParagraph
from ita_docs.importing.documents import ReadCell, ReadDocument, ReadRow
from ita_docs.importing.names import NAME_UNCLEAR
from ita_docs.importing.order import AMENDS, find_orders
from ita_docs.importing.order.ending import NO_DATE, NO_POST, NO_SIGNATORY, POST_OVER_PAGE, SINCE_UNCLEAR
from ita_docs.importing.order.preamble import CANCELS, NO_NUMBER
from ita_docs.importing.order.seats import NUMBER_UNEXPECTED
from ita_docs.importing.people import VACANT
from officefiles.thai import arabic_digits
from old_orders import FILE, blocks

SEAT = ("number", "committee", "title", "first_name", "last_name", "position", "section", "role")
DUTY = ("committee", "number", "text")

HEAD = """
^คำสั่งโรงเรียนบ้านดอนงาม
^ที่ ๔๕ / ๒๕๖๗
^เรื่อง แต่งตั้งคณะกรรมการการประเมินคุณธรรมและความโปร่งใสในการดำเนินงาน
^ของสถานศึกษา ประจำปีงบประมาณ พ.ศ. ๒๕๖๘
^------------------
>ด้วยโรงเรียนบ้านดอนงามได้เข้าร่วมการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของสถานศึกษา เพื่อให้การดำเนินงานเป็นไปด้วยความเรียบร้อย
>อาศัยอำนาจตามความในมาตรา ๓๙ แห่งพระราชบัญญัติระเบียบบริหารราชการกระทรวงศึกษาธิการ พ.ศ. ๒๕๔๖ จึงแต่งตั้งคณะกรรมการ ดังนี้
"""
END = """
>ให้ผู้ที่ได้รับการแต่งตั้งปฏิบัติหน้าที่อย่างเต็มความสามารถ
>ทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป
>สั่ง ณ วันที่ ๑๕ พฤศจิกายน พ.ศ. ๒๕๖๗
^(นายวิชัย รักเรียน)
^ผู้อำนวยการโรงเรียนบ้านดอนงาม
"""


def orders(text: str) -> tuple[ReadDocument, ...]:
    return find_orders(OldFile(FILE, tuple(blocks(text))))


def order(text: str) -> ReadDocument:
    (only,) = orders(text)
    return only


SECTIONS = """
^คำสั่งกรมตัวอย่าง
^ที่ ๔๕ / ๒๕๖๗
^เรื่อง แต่งตั้งคณะกรรมการและคณะทำงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๘
>โดยที่เป็นการสมควรปรับปรุงคณะกรรมการของกรมตัวอย่าง
>อาศัยอำนาจตามความในมาตรา ๓๒ แห่งพระราชบัญญัติระเบียบบริหารราชการแผ่นดิน พ.ศ. ๒๕๓๔ อธิบดีกรมตัวอย่างจึงมีคำสั่ง ดังต่อไปนี้
>ข้อ ๑ ให้ยกเลิกคำสั่งกรมตัวอย่าง ที่ ๑๐๓/๒๕๖๖ ลงวันที่ ๖ มีนาคม ๒๕๖๖
>ข้อ ๒ แต่งตั้งคณะกรรมการอำนวยการ ประกอบด้วย
>(๑)>อธิบดีกรมตัวอย่าง>ประธานกรรมการ
>(๒)>เลขานุการกรม>กรรมการและเลขานุการ
>ข้อ ๓ ให้แต่งตั้งคณะทำงานขับเคลื่อน ประกอบด้วย
>(๑)>นางสาวปาณิสรา แก้วอำไพ>นิติกรชำนาญการ>หัวหน้าคณะทำงาน
>(๒)>นายธีรเมธ จันทร์ดี>นิติกรปฏิบัติการ>คณะทำงานและเลขานุการ
>สั่ง ณ วันที่ ๑๕ พฤศจิกายน พ.ศ. ๒๕๖๗
^(นายวิชัย รักเรียน)
^อธิบดีกรมตัวอย่าง
"""


def test_an_order_in_sections_keeps_its_powers_apart_and_names_the_committee_that_each_appoints() -> None:
    found = order(SECTIONS)
    powers, reason = found.general["powers"], found.general["reason"]
    assert powers == ReadCell("มาตรา ๓๒ แห่งพระราชบัญญัติระเบียบบริหารราชการแผ่นดิน พ.ศ. ๒๕๓๔", powers.places)
    cancels = "ให้ยกเลิกคำสั่งกรมตัวอย่าง ที่ ๑๐๓/๒๕๖๖ ลงวันที่ ๖ มีนาคม ๒๕๖๖"
    assert (reason.text, reason.doubt) == ("โดยที่เป็นการสมควรปรับปรุงคณะกรรมการของกรมตัวอย่าง", CANCELS.format(said=cancels))
    committees = dict.fromkeys(row["committee"].text for row in found.rows["seats"])
    assert list(committees) == ["คณะกรรมการอำนวยการ", "คณะทำงานขับเคลื่อน"]


def squeezed(text: str) -> str:
    return arabic_digits("".join(text.split()))


def said(rows: Sequence[ReadRow], fields: Sequence[str]) -> list[str]:
    """The rows as texts, the cells parted by ``|`` without those that are empty at the end."""
    return ["|".join(row[name].text if name in row else "" for name in fields) for row in rows]


def seats(text: str) -> list[str]:
    found = order(HEAD + text + END)
    assert doubts(found) == {}
    return said(found.rows["seats"], SEAT)


def doubts(found: ReadDocument) -> dict[str, str]:
    cells = dict(found.general.items())
    for key, rows in found.rows.items():
        cells |= {f"{key}.{place}.{name}": cell for place, row in enumerate(rows) for name, cell in row.items()}
    return {name: cell.doubt for name, cell in cells.items() if cell.doubt}


SCHOOL = """
๑. คณะกรรมการอำนวยการ มีหน้าที่ให้คำปรึกษาและแก้ไขปัญหา ประกอบด้วย
>๑.๑ นายวิชัย รักเรียน>ผู้อำนวยการโรงเรียน>ประธานกรรมการ
>๑.๒ นายปรีชา งามดี>ครูชำนาญการพิเศษ>กรรมการและเลขานุการ
๒. คณะกรรมการดำเนินงาน (ประกอบด้วย)
>๒.๑ นางสาวมาลี สีสด>รองผู้อำนวยการโรงเรียน>ประธานกรรมการ
>๒.๒ นายก้อง ดังไกล>ครู>กรรมการ
>มีหน้าที่
>๑) ศึกษาคู่มือการประเมิน
>๒) รายงานผลต่อผู้อำนวยการโรงเรียน
"""


def test_what_an_order_says_of_itself() -> None:
    found = order(HEAD + SCHOOL + END)
    assert {name: cell.text for name, cell in found.general.items()} == {
        "name": "โรงเรียนบ้านดอนงาม",
        "number": "๔๕/๒๕๖๗",
        "subject": "แต่งตั้งคณะกรรมการการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของสถานศึกษา ประจำปีงบประมาณ พ.ศ. ๒๕๖๘",
        "reason": "ด้วยโรงเรียนบ้านดอนงามได้เข้าร่วมการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของสถานศึกษา"
        " เพื่อให้การดำเนินงานเป็นไปด้วยความเรียบร้อย",
        "powers": "มาตรา ๓๙ แห่งพระราชบัญญัติระเบียบบริหารราชการกระทรวงศึกษาธิการ พ.ศ. ๒๕๔๖",
        "fiscal_year": "๒๕๖๘",
        "date": "๑๕ พฤศจิกายน พ.ศ. ๒๕๖๗",
        "signatory_title": "นาย",
        "signatory_first_name": "วิชัย",
        "signatory_last_name": "รักเรียน",
        "signatory_position": "ผู้อำนวยการโรงเรียนบ้านดอนงาม",
    }
    assert doubts(found) == {}
    assert found.kind == "order"


def test_duties_stand_before_the_seats_or_behind_them() -> None:
    found = order(HEAD + SCHOOL + END)
    assert said(found.rows["seats"], SEAT) == [
        "1|คณะกรรมการอำนวยการ|นาย|วิชัย|รักเรียน|ผู้อำนวยการโรงเรียน||ประธานกรรมการ",
        "2|คณะกรรมการอำนวยการ|นาย|ปรีชา|งามดี|ครูชำนาญการพิเศษ||กรรมการและเลขานุการ",
        "1|คณะกรรมการดำเนินงาน|นางสาว|มาลี|สีสด|รองผู้อำนวยการโรงเรียน||ประธานกรรมการ",
        "2|คณะกรรมการดำเนินงาน|นาย|ก้อง|ดังไกล|ครู||กรรมการ",
    ]
    assert said(found.rows["duties"], DUTY) == [
        "คณะกรรมการอำนวยการ||มีหน้าที่ให้คำปรึกษาและแก้ไขปัญหา",
        "คณะกรรมการดำเนินงาน||มีหน้าที่",
        "คณะกรรมการดำเนินงาน|1|ศึกษาคู่มือการประเมิน",
        "คณะกรรมการดำเนินงาน|2|รายงานผลต่อผู้อำนวยการโรงเรียน",
    ]


def test_what_was_understood_is_used_and_a_word_to_all_is_left_for_the_office() -> None:
    text = HEAD + SCHOOL + END
    (file,) = [OldFile(FILE, tuple(blocks(text)))]
    (found,) = find_orders(file)
    left = [one.text for one in file.paragraphs() if one.origin not in found.used]
    assert left == ["\tให้ผู้ที่ได้รับการแต่งตั้งปฏิบัติหน้าที่อย่างเต็มความสามารถ"]


ALL_SEATS_FIRST = """
|ที่|ชื่อ|ตำแหน่ง|หน้าที่
|คณะกรรมการ|||
|๑|นายวิชัย รักเรียน|ผู้อำนวยการโรงเรียน|ประธานกรรมการ
|๒|นายปรีชา งามดี|ครู|กรรมการและเลขานุการ
|คณะกรรมการดำเนินงาน|||
|๑|นายก้อง ดังไกล|ครู|ประธานกรรมการ
|๒|นางสาวมาลี สีสด|ครู|กรรมการ
"""


@pytest.mark.parametrize(
    ("duties", "expected"),
    [
        (
            """
>โดยให้คณะกรรมการมีหน้าที่ ดังนี้
>๑. กำหนดนโยบาย
>๒. คณะกรรมการดำเนินงานมีหน้าที่ใดให้กำหนดเป็นหนังสือ
>และให้คณะกรรมการดำเนินงานมีหน้าที่รวบรวมข้อมูล
""",
            [
                "คณะกรรมการ||โดยให้คณะกรรมการมีหน้าที่ ดังนี้",
                "คณะกรรมการ|1|กำหนดนโยบาย",
                "คณะกรรมการ|2|คณะกรรมการดำเนินงานมีหน้าที่ใดให้กำหนดเป็นหนังสือ",
                "คณะกรรมการดำเนินงาน||และให้คณะกรรมการดำเนินงานมีหน้าที่รวบรวมข้อมูล",
            ],
        ),
        (
            """
๑. หน้าที่ของคณะกรรมการ
>มีหน้าที่ ดังนี้
>๑) กำหนดนโยบาย
๒. หน้าที่ของคณะกรรมการดำเนินงาน
>๑) รวบรวมข้อมูล
>๒) รายงานผล
""",
            [
                "คณะกรรมการ||มีหน้าที่ ดังนี้",
                "คณะกรรมการ|1|กำหนดนโยบาย",
                "คณะกรรมการดำเนินงาน|1|รวบรวมข้อมูล",
                "คณะกรรมการดำเนินงาน|2|รายงานผล",
            ],
        ),
        (
            """
>ให้คณะกรรมการมีหน้าที่ ดังนี้
>๑. รวบรวมข้อมูล
""",
            ["คณะกรรมการดำเนินงาน||ให้คณะกรรมการมีหน้าที่ ดังนี้", "คณะกรรมการดำเนินงาน|1|รวบรวมข้อมูล"],
        ),
    ],
    ids=["sentences", "headings", "a shortened name below the last"],
)
def test_duties_after_all_seats_are_those_of_the_committee_that_they_name(duties: str, expected: list[str]) -> None:
    assert len(seats(ALL_SEATS_FIRST + duties)) == 4
    assert said(order(HEAD + ALL_SEATS_FIRST + duties + END).rows["duties"], DUTY) == expected


def test_duties_of_the_same_numbers_need_no_word_before_them() -> None:
    text = """
คณะกรรมการอำนวยการ
>๑. ผู้อำนวยการโรงเรียนบ้านดอนงาม>ประธานกรรมการ
>๒. นางสาวมาลี สีสด>กรรมการและเลขานุการ
>ครูชำนาญการ
>๑. กำหนดนโยบาย
>๒. กำกับติดตาม
คณะทำงาน
>๑. นายก้อง ดังไกล>หัวหน้าคณะทำงาน
>ครู
>- จัดทำข้อมูล
>- รายงานผล
"""
    assert seats(text) == [
        "1|คณะกรรมการอำนวยการ||||ผู้อำนวยการโรงเรียนบ้านดอนงาม||ประธานกรรมการ",
        "2|คณะกรรมการอำนวยการ|นางสาว|มาลี|สีสด|ครูชำนาญการ||กรรมการและเลขานุการ",
        "1|คณะทำงาน|นาย|ก้อง|ดังไกล|ครู||หัวหน้าคณะทำงาน",
    ]
    assert said(order(HEAD + text + END).rows["duties"], DUTY) == [
        "คณะกรรมการอำนวยการ|1|กำหนดนโยบาย",
        "คณะกรรมการอำนวยการ|2|กำกับติดตาม",
        "คณะทำงาน|1|จัดทำข้อมูล",
        "คณะทำงาน|2|รายงานผล",
    ]


def test_seats_of_three_lines_without_numbers() -> None:
    text = """
คณะทำงาน ประกอบด้วย
รองผู้อำนวยการโรงเรียน
ประธานคณะทำงาน
นายก้อง ดังไกล
ครู
คณะทำงาน
นางสาวใจ ใสสะอาด
ครูผู้ช่วย
คณะทำงานและเลขานุการ
"""
    assert seats(text) == [
        "1|คณะทำงาน||||รองผู้อำนวยการโรงเรียน||ประธานคณะทำงาน",
        "2|คณะทำงาน|นาย|ก้อง|ดังไกล|ครู||คณะทำงาน",
        "3|คณะทำงาน|นางสาว|ใจ|ใสสะอาด|ครูผู้ช่วย||คณะทำงานและเลขานุการ",
    ]


def test_a_list_that_counts_on_in_a_column_further_right_goes_on_below() -> None:
    rows = """|๑) ปลัดเทศบาล|ประธานกรรมการ|๔) หัวหน้าสำนักปลัด|กรรมการ
|๒) นิติกร|กรรมการ|๕) ผู้อำนวยการกองคลัง|กรรมการและผู้ช่วย
|๓) นายช่างโยธา|กรรมการ||เลขานุการ
"""
    assert seats(rows) == [
        "1|คณะกรรมการ||||ปลัดเทศบาล||ประธานกรรมการ",
        "2|คณะกรรมการ||||นิติกร||กรรมการ",
        "3|คณะกรรมการ||||นายช่างโยธา||กรรมการ",
        "4|คณะกรรมการ||||หัวหน้าสำนักปลัด||กรรมการ",
        "5|คณะกรรมการ||||ผู้อำนวยการกองคลัง||กรรมการและผู้ช่วยเลขานุการ",
    ]


def test_tables_with_any_columns_section_rows_and_roles_beside_many() -> None:
    text = """
๑. คณะกรรมการ
|ลำดับ|ชื่อ|สกุล|ตำแหน่ง|สังกัด|หน้าที่
|๑|นายวิชัย|รักเรียน|ผู้อำนวยการโรงเรียน||ประธานกรรมการ
|๒|นางสาวมาลี|สีสด|ครู|กลุ่มบริหารวิชาการ|กรรมการและเลขานุการ
๒. คณะทำงาน
|ที่|ชื่อ - สกุล|ตำแหน่ง|ตำแหน่งในคณะทำงาน
|กลุ่มบริหารวิชาการ|||
|1|นายก้อง ดังไกล/ครูชำนาญการ||หัวหน้าคณะทำงาน
|กลุ่มบริหารทั่วไป|||
|2|นางสาวใจ ใสสะอาด|ครูผู้ช่วย|คณะทำงาน
|3|นายปรีชา งามดี|ครู|^
"""
    assert seats(text) == [
        "1|คณะกรรมการ|นาย|วิชัย|รักเรียน|ผู้อำนวยการโรงเรียน||ประธานกรรมการ",
        "2|คณะกรรมการ|นางสาว|มาลี|สีสด|ครู|กลุ่มบริหารวิชาการ|กรรมการและเลขานุการ",
        "1|คณะทำงาน|นาย|ก้อง|ดังไกล|ครูชำนาญการ|กลุ่มบริหารวิชาการ|หัวหน้าคณะทำงาน",
        "2|คณะทำงาน|นางสาว|ใจ|ใสสะอาด|ครูผู้ช่วย|กลุ่มบริหารทั่วไป|คณะทำงาน",
        "3|คณะทำงาน|นาย|ปรีชา|งามดี|ครู|กลุ่มบริหารทั่วไป|คณะทำงาน",
    ]


def test_one_row_may_hold_several_people() -> None:
    text = """
๑. คณะกรรมการ
|(๑) ผู้อำนวยการโรงเรียน/(๒) นายก้อง ดังไกล|ผู้อำนวยการโรงเรียน/ครู|ประธานกรรมการ/กรรมการ
"""
    assert [row.split("|")[3:6] for row in seats(text)] == [
        ["", "", "ผู้อำนวยการโรงเรียน ผู้อำนวยการโรงเรียน"],
        ["ก้อง", "ดังไกล", "ครู"],
    ]


def test_columns_by_tabs_may_wrap_and_leaders_part_them() -> None:
    text = """
๑. คณะกรรมการ
#(๑)#ผู้ช่วยผู้อำนวยการเขตดอนงาม>ประธานกรรมการ
>ที่สั่งราชการฝ่ายปกครอง
#(๒)#นางสาวธนวรรณ>นักวิชาการสุขาภิบาลชำนาญการ>กรรมการและ
>อนุญาทองดี>ฝ่ายสิ่งแวดล้อมและสุขาภิบาล>ผู้ช่วยเลขานุการ
#(๓)#นางสาวมาลี  สีสด (ครู) ............. รองประธานกรรมการ คนที่ ๑
"""
    assert seats(text) == [
        "1|คณะกรรมการ||||ผู้ช่วยผู้อำนวยการเขตดอนงามที่สั่งราชการฝ่ายปกครอง||ประธานกรรมการ",
        "2|คณะกรรมการ|นางสาว|ธนวรรณ|อนุญาทองดี|นักวิชาการสุขาภิบาลชำนาญการ|ฝ่ายสิ่งแวดล้อมและสุขาภิบาล|กรรมการและผู้ช่วยเลขานุการ",
        "3|คณะกรรมการ|นางสาว|มาลี|สีสด|ครู||รองประธานกรรมการ คนที่ ๑",
    ]


def test_advisers_have_the_role_that_their_heading_names() -> None:
    text = """
ที่ปรึกษา
๑. นายแพทย์สาธารณสุขจังหวัดดอนงาม
๒. นพ.สมชาย ใจดี>นายแพทย์เชี่ยวชาญ
คณะกรรมการ
๑. ผู้อำนวยการโรงพยาบาลดอนงาม>ประธานกรรมการ
"""
    assert seats(text) == [
        "1|ที่ปรึกษา||||นายแพทย์สาธารณสุขจังหวัดดอนงาม||ที่ปรึกษา",
        "2|ที่ปรึกษา|นพ.|สมชาย|ใจดี|นายแพทย์เชี่ยวชาญ||ที่ปรึกษา",
        "1|คณะกรรมการ||||ผู้อำนวยการโรงพยาบาลดอนงาม||ประธานกรรมการ",
    ]


BROKEN = """
คำสั่งเทศบาลตำบลดอนงาม
ที่ 123/2567
เรื่อง  แต่งตั้งคณะทำงานขับเคลื่อนการประเมิน ITA
ด้วยสำนักงาน ป.ป.ช. ได้กำหนดให้หน่วยงานภาครัฐเข้าร่วมการประเมินคุณธรรมและความ
โปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (Integrity and Transparency Assessment)
ประจำปีงบประมาณ พ.ศ. 2568 เพื่อให้การขับเคลื่อนเป็นไปด้วยความเรียบร้อย
อาศัยอำนาจตามความในมาตรา 48 เตรส แห่งพระราชบัญญัติเทศบาล พ.ศ. 2496 และ
ที่แก้ไขเพิ่มเติม จึงขอแต่งตั้งคณะทำงาน ดังนี้
1. คณะทำงาน
1.1 ปลัดเทศบาล      หัวหน้าคณะทำงาน
1.2 นางวิภา...
- 2 -
1.2 นางวิภา  ทองดี   นักวิชาการคลังชำนาญการ   คณะทำงานและเลขานุการ
มีหน้าที่
- ดำเนินการตามตัวชี้วัด
- รายงานผลการดำเนินงานต่อนายกเทศมนตรีและเผยแพร่ทางเว็บไซต์ของเทศบาล
ให้ประชาชนทราบ
ทั้งนี้ ตั้งแต่วันที่ 1 ธันวาคม 2567 เป็นต้นไป
สั่ง  ณ  วันที่  29  เดือน  พฤศจิกายน  พ.ศ. 2567
ว่าที่ร้อยตรี
(สมหมาย  หมั่นเพียร)
ปลัดเทศบาล ปฏิบัติหน้าที่
นายกเทศมนตรีตำบลดอนงาม
"""


def test_lines_ended_by_hand_are_put_together() -> None:
    found = order(BROKEN)
    texts = {name: cell.text for name, cell in found.general.items()}
    assert texts["reason"] == (
        "ด้วยสำนักงาน ป.ป.ช. ได้กำหนดให้หน่วยงานภาครัฐเข้าร่วมการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ"
        " (Integrity and Transparency Assessment) ประจำปีงบประมาณ พ.ศ. 2568 เพื่อให้การขับเคลื่อนเป็นไปด้วยความเรียบร้อย"
    )
    assert texts["powers"] == "มาตรา 48 เตรส แห่งพระราชบัญญัติเทศบาล พ.ศ. 2496 และที่แก้ไขเพิ่มเติม"
    assert (texts["effective"], texts["date"]) == ("1 ธันวาคม 2567", "29 เดือน พฤศจิกายน พ.ศ. 2567")
    signatory = [texts[f"signatory_{name}"] for name in ("title", "first_name", "last_name", "position")]
    assert signatory == ["ว่าที่ร้อยตรี", "สมหมาย", "หมั่นเพียร", "ปลัดเทศบาล ปฏิบัติหน้าที่\nนายกเทศมนตรีตำบลดอนงาม"]
    assert said(found.rows["seats"], SEAT) == [
        "1|คณะทำงาน||||ปลัดเทศบาล||หัวหน้าคณะทำงาน",
        "2|คณะทำงาน|นาง|วิภา|ทองดี|นักวิชาการคลังชำนาญการ||คณะทำงานและเลขานุการ",
    ]
    assert said(found.rows["duties"], DUTY)[1:] == [
        "คณะทำงาน|1|ดำเนินการตามตัวชี้วัด",
        "คณะทำงาน|2|รายงานผลการดำเนินงานต่อนายกเทศมนตรีและเผยแพร่ทางเว็บไซต์ของเทศบาลให้ประชาชนทราบ",
    ]
    assert doubts(found) == {}


def test_catchwords_and_page_numbers_are_no_text_of_the_order_but_used() -> None:
    file = OldFile(FILE, tuple(blocks(BROKEN)))
    (found,) = find_orders(file)
    assert [one.text for one in file.paragraphs() if one.origin not in found.used] == []


def test_a_list_may_be_attached_and_bear_the_name_that_the_preamble_says() -> None:
    text = """
^คำสั่งองค์การบริหารส่วนตำบลดอนงาม
^ที่ ๔๕/๒๕๖๗
^เรื่อง แต่งตั้งคณะทำงาน
>ด้วยองค์การบริหารส่วนตำบลดอนงามเข้ารับการประเมิน จึงแต่งตั้งคณะทำงานตามบัญชีรายชื่อแนบท้ายคำสั่งนี้
>ทั้งนี้ ตั้งแต่วันที่ออกคำสั่งเป็นต้นไป
>สั่ง ณ วันที่ ๑๕ พฤศจิกายน พ.ศ. ๒๕๖๗
>(นายวิชัย รักเรียน)
>นายกองค์การบริหารส่วนตำบลดอนงาม
^บัญชีรายชื่อแนบท้ายคำสั่งองค์การบริหารส่วนตำบลดอนงาม ที่ ๔๕/๒๕๖๗
|ลำดับ|ชื่อ-สกุล|ตำแหน่ง|หมายเหตุ
|๑|นางมาลี  สีสด|ปลัด อบต.|หัวหน้าคณะทำงาน
|๒|นางสาวใจ ใสสะอาด|หัวหน้าสำนักปลัด|เลขานุการ
"""
    found = order(text)
    assert said(found.rows["seats"], SEAT) == [
        "1|คณะทำงาน|นาง|มาลี|สีสด|ปลัด อบต.||หัวหน้าคณะทำงาน",
        "2|คณะทำงาน|นางสาว|ใจ|ใสสะอาด|หัวหน้าสำนักปลัด||เลขานุการ",
    ]
    assert "effective" not in found.general
    assert list(doubts(found)) == ["powers"]


ENDINGS: dict[str, tuple[str, tuple[str, ...]]] = {
    "a copy": (
        "ทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป\nสั่ง ณ วันที่ ๓ ธันวาคม พ.ศ. ๒๕๖๗\n(ลงชื่อ)\n(นายวิชัย รักเรียน)\nนายอำเภอดอนงาม\nสำเนาถูกต้อง",
        ("", "๓ ธันวาคม พ.ศ. ๒๕๖๗", "นาย", "วิชัย", "รักเรียน", "นายอำเภอดอนงาม"),
    ),
    "words before the post": (
        "ทั้งนี้ ให้มีผลตั้งแต่วันที่ ๑ ธันวาคม ๒๕๖๗\nสั่ง ณ วันที่ ๓ ธันวาคม ๒๕๖๗\n( นายวิชัย  รักเรียน )\nตำแหน่ง ปลัดเทศบาล\nการวิเคราะห์",
        ("๑ ธันวาคม ๒๕๖๗", "๓ ธันวาคม ๒๕๖๗", "นาย", "วิชัย", "รักเรียน", "ปลัดเทศบาล"),
    ),
    "a rank, and in whose stead": (
        "ทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป>สั่ง ณ วันที่ ๓ ธันวาคม ๒๕๖๗\nพ.ต.อ.\n(วิชัย รักเรียน)\nรองผู้บังคับการ\nปฏิบัติราชการแทน ผู้บังคับการ",
        ("", "๓ ธันวาคม ๒๕๖๗", "พ.ต.อ.", "วิชัย", "รักเรียน", "รองผู้บังคับการ\nปฏิบัติราชการแทน ผู้บังคับการ"),
    ),
    "a post over two lines": (
        "สั่ง ณ วันที่ ๓ ธันวาคม ๒๕๖๗\n(นายวิชัย รักเรียน)\nผู้อำนวยการโรงเรียน\nบ้านดอนงาม\nภาคผนวก",
        ("", "๓ ธันวาคม ๒๕๖๗", "นาย", "วิชัย", "รักเรียน", "ผู้อำนวยการโรงเรียนบ้านดอนงาม"),
    ),
    "neither since when nor brackets": (
        "สั่ง ณ วันที่ ๓ ธันวาคม ๒๕๖๗\nนางสาววิภา ณ นคร\nปลัดเทศบาล ปฏิบัติหน้าที่\nนายกเทศมนตรีตำบลดอนงาม",
        ("", "๓ ธันวาคม ๒๕๖๗", "นางสาว", "วิภา", "ณ นคร", "ปลัดเทศบาล ปฏิบัติหน้าที่\nนายกเทศมนตรีตำบลดอนงาม"),
    ),
}


@pytest.mark.parametrize(("ending", "expected"), ENDINGS.values(), ids=ENDINGS)
def test_an_order_ends_in_many_ways(ending: str, expected: tuple[str, ...]) -> None:
    names = ("effective", "date", *(f"signatory_{name}" for name in ("title", "first_name", "last_name", "position")))
    found = order(f"{HEAD}{SCHOOL}{ending}\n")
    assert tuple(found.general[name].text if name in found.general else "" for name in names) == expected
    assert doubts(found) == {}


@pytest.mark.parametrize(
    ("post", "expected", "doubt"),
    [
        ("ผู้อำนวยการโรงเรียน", "ผู้อำนวยการโรงเรียน", ""),
        ("นายอำเภอดอนงาม", "นายอำเภอดอนงาม", POST_OVER_PAGE),
        ("ภาคผนวก", "", NO_POST),
    ],
)
def test_the_post_of_who_signed_may_stand_on_the_next_page(post: str, expected: str, doubt: str) -> None:
    ending = f"สั่ง ณ วันที่ ๓ ธันวาคม ๒๕๖๗\n(นายวิชัย รักเรียน)\n{post}"
    *before, last = blocks(HEAD + SCHOOL + ending)
    assert isinstance(last, OldParagraph)
    (found,) = find_orders(OldFile(FILE, (*before, replace(last, new_page=True))))
    said = found.general["signatory_position"]
    assert (said.text, said.doubt) == (expected, doubt)


def test_a_name_in_the_last_column_may_go_on_before_the_role() -> None:
    text = "๑. คณะกรรมการ\n(๑) ผู้อำนวยการโรงเรียน>นางพะเยาว์ ทอง\nดีเลิศ กรรมการ\n(๒) ครู>นายก้อง ดังไกล>กรรมการ\n"
    found = order(HEAD + text + END)
    assert said(found.rows["seats"], SEAT) == [
        "1|คณะกรรมการ|นาง|พะเยาว์|ทองดีเลิศ|ผู้อำนวยการโรงเรียน||กรรมการ",
        "2|คณะกรรมการ|นาย|ก้อง|ดังไกล|ครู||กรรมการ",
    ]
    assert doubts(found) == {"seats.0.last_name": NAME_UNCLEAR}


def test_a_committee_at_the_end_of_a_sentence_is_no_heading_and_duties_need_no_lead() -> None:
    text = """
๑. คณะกรรมการ
(๑) นางสาวมาลี สีสด>กรรมการตำแหน่ง ครู
>ให้คณะกรรมการมีหน้าที่ติดตามผลการดำเนินงานของ
คณะทำงาน
๒. คณะทำงาน
(๑) นายก้อง ดังไกล>คณะทำงานตำแหน่ง ครู
>๑. รวบรวมข้อมูล
"""
    found = order(HEAD + text + END)
    assert [one.split("|")[1] for one in said(found.rows["seats"], SEAT)] == ["คณะกรรมการ", "คณะทำงาน"]
    assert said(found.rows["duties"], DUTY) == [
        "คณะกรรมการ||ให้คณะกรรมการมีหน้าที่ติดตามผลการดำเนินงานของคณะทำงาน",
        "คณะทำงาน|1|รวบรวมข้อมูล",
    ]


def test_a_duty_is_no_line_that_begins_with_and() -> None:
    text = SCHOOL + ">และคณะทำงานอื่น\n"
    assert said(order(HEAD + text + END).rows["duties"], DUTY)[-1].startswith("คณะกรรมการดำเนินงาน|2|รายงานผล")
    assert doubts(order(HEAD + text + END)) == {}


def test_powers_of_another_order_are_given_by_its_name() -> None:
    powers = "คำสั่งกระทรวง ที่ ๑๒๓/๒๕๖๔ เรื่อง มอบอำนาจ ลงวันที่ ๔ มกราคม ๒๕๖๔"
    text = (HEAD + SCHOOL + END).replace(
        "ความในมาตรา ๓๙ แห่งพระราชบัญญัติระเบียบบริหารราชการกระทรวงศึกษาธิการ พ.ศ. ๒๕๔๖", powers
    )
    assert order(text).general["powers"].text == powers


def test_two_orders_in_a_file_are_two_documents() -> None:
    found = orders(HEAD + SCHOOL + END + BROKEN)
    assert [one.general["number"].text for one in found] == ["๔๕/๒๕๖๗", "123/2567"]
    assert [len(one.rows["seats"]) for one in found] == [4, 2]
    assert not found[0].used & found[1].used


def test_sections_are_those_of_seats_with_the_posts_of_their_heads() -> None:
    text = """
๑. คณะกรรมการ
(๑) ผู้อำนวยการเขตดอนงาม>ประธานกรรมการ
(๒) หัวหน้าฝ่ายโยธา>กรรมการ
(๓) นางสุดา ดีสุข>เจ้าพนักงานปกครองชำนาญการ ฝ่ายทะเบียน>กรรมการและเลขานุการ
"""
    found = order((HEAD + text + END).replace("โรงเรียนบ้านดอนงาม", "สำนักงานเขตดอนงาม"))
    assert said(found.rows["sections"], ("name", "head")) == ["ฝ่ายโยธา|หัวหน้าฝ่ายโยธา", "ฝ่ายทะเบียน|"]


def test_a_section_ends_before_who_else_may_come_in_the_stead_of_its_head() -> None:
    text = "๑. ผู้อำนวยการกองคลัง หรือผู้แทน>กรรมการ\n๒. หัวหน้าฝ่ายโยธา (ผู้รับมอบหมาย)>กรรมการ\n"
    found = order(HEAD + text + END)
    assert said(found.rows["sections"], ("name", "head")) == ["กองคลัง|ผู้อำนวยการกองคลัง", "ฝ่ายโยธา|หัวหน้าฝ่ายโยธา"]


def test_a_vacant_seat_is_one_of_its_own() -> None:
    text = "๑. นายกร ดีมาก>ครู>ประธานกรรมการ\n๒. -ว่าง->ครูผู้ช่วย>กรรมการ\n๓. (ว่าง)>นิติกร>กรรมการ\n"
    found = order(HEAD + text + END)
    assert said(found.rows["seats"], ("number", "first_name", "position")) == ["1|กร|ครู", "2||ครูผู้ช่วย", "3||นิติกร"]
    assert doubts(found) == {f"seats.{row}.position": VACANT for row in (1, 2)}


@pytest.mark.parametrize("below", ["รักษาการหัวหน้าสำนักปลัด>เลขานุการ", "รักษาการหัวหน้าสำนักปลัด\n>>เลขานุการ"])
def test_a_second_line_whose_tabs_are_gone_stands_below_its_columns(below: str) -> None:
    text = f"๑. นายกร ดีมาก>ครู>ประธานกรรมการ\n๒. นางสาวมาลี สีสด>นิติกรชำนาญการ>กรรมการและ\n{below}\n"
    assert seats(text)[1:] == ["2|คณะกรรมการ|นางสาว|มาลี|สีสด|นิติกรชำนาญการ รักษาการหัวหน้าสำนักปลัด||กรรมการและเลขานุการ"]


def test_an_order_that_amends_another_appoints_none_of_whom_it_removes_and_every_committee_is_marked() -> None:
    text = """
๑. ให้ยกเลิกลำดับที่ ๓ นายเก่า ออกไป ครู กรรมการ
๒. แต่งตั้งเพิ่มเติม
>๒.๑ นายกร ดีมาก>ครู>กรรมการ
>๒.๒ นางสาวมาลี สีสด>ครู>กรรมการและผู้ช่วยเลขานุการ
>นอกนั้นให้เป็นไปตามคำสั่งเดิม
"""
    head = HEAD.replace("เรื่อง แต่งตั้งคณะกรรมการ", "เรื่อง แก้ไขคำสั่งแต่งตั้งคณะกรรมการ")
    file = OldFile(FILE, tuple(blocks(head + text + END)))
    (found,) = find_orders(file)
    assert said(found.rows["seats"], ("number", "first_name", "position")) == ["1|กร|ครู", "2|มาลี|ครู"]
    assert doubts(found) == {f"seats.{row}.committee": AMENDS for row in (0, 1)}
    left = [one.text.strip() for one in file.paragraphs() if one.origin not in found.used]
    assert left[:3] == ["๑. ให้ยกเลิกลำดับที่ ๓ นายเก่า ออกไป ครู กรรมการ", "๒. แต่งตั้งเพิ่มเติม", "นอกนั้นให้เป็นไปตามคำสั่งเดิม"]


def test_an_order_may_have_no_line_of_a_number() -> None:
    text = HEAD.replace("^ที่ ๔๕ / ๒๕๖๗\n", "")
    found, whole = order(text + SCHOOL + END), order(HEAD + SCHOOL + END)
    assert doubts(found) == {"number": NO_NUMBER}
    assert [name for name, cell in found.general.items() if cell.text != whole.general[name].text] == ["number"]


def test_tabs_may_stand_in_headings_and_before_duties() -> None:
    text = """
๑.>คณะกรรมการอำนวยการ>ประกอบด้วย
>๑.๑ นายกร ดีมาก>ครู>ประธานกรรมการ
>มีหน้าที่>ดังนี้
>(๑) กำหนดนโยบาย
๒. คณะกรรมการฝ่าย>IIT
>๒.๑ นายคม ดีมาก>ครู>ประธานกรรมการ
>มีหน้าที่>รวบรวมข้อมูล
"""
    found = order(HEAD + text + END)
    assert said(found.rows["seats"], ("committee", "first_name")) == ["คณะกรรมการอำนวยการ|กร", "คณะกรรมการฝ่าย IIT|คม"]
    assert said(found.rows["duties"], DUTY) == [
        "คณะกรรมการอำนวยการ||มีหน้าที่ ดังนี้",
        "คณะกรรมการอำนวยการ|1|กำหนดนโยบาย",
        "คณะกรรมการฝ่าย IIT||มีหน้าที่ รวบรวมข้อมูล",
    ]


def test_a_column_may_name_the_committee_of_each_seat() -> None:
    text = """
|ที่|คณะ|ชื่อ-สกุล|ตำแหน่ง|หน้าที่
|1|คณะกรรมการ|นายกร ดีมาก|ครู|ประธานกรรมการ
|2|^|นายขจร ดีมาก|ครู|กรรมการ
|1|คณะทำงาน|นายคม ดีมาก|ครู|หัวหน้าคณะทำงาน
|2|^|นายงาม ดีมาก|ครู|เลขานุการ
"""
    assert [one.split("|")[:4] for one in seats(text)] == [
        ["1", "คณะกรรมการ", "นาย", "กร"],
        ["2", "คณะกรรมการ", "นาย", "ขจร"],
        ["1", "คณะทำงาน", "นาย", "คม"],
        ["2", "คณะทำงาน", "นาย", "งาม"],
    ]


def test_a_committee_without_a_heading_is_what_the_order_appoints() -> None:
    head = HEAD.replace("จึงแต่งตั้งคณะกรรมการ ดังนี้", "จึงแต่งตั้งให้ผู้มีรายชื่อต่อไปนี้ เป็นคณะทำงาน")
    (row,) = order(f"{head}๑. นายกร ดีมาก>ครู>ประธาน\n{END}").rows["seats"]
    assert row["committee"].text == "คณะทำงาน"


def test_who_signed_may_be_named_twice_and_no_line_of_the_post_is_a_name() -> None:
    ending = "สั่ง ณ วันที่ ๓ ธันวาคม ๒๕๖๗\n^ว่าที่ร้อยตรี วิชัย รักเรียน\n^(วิชัย รักเรียน)\n^ผู้อำนวยการโรงเรียน"
    found = order(HEAD + SCHOOL + ending).general
    texts = [found[f"signatory_{name}"].text for name in ("title", "first_name", "last_name", "position")]
    assert texts == ["ว่าที่ร้อยตรี", "วิชัย", "รักเรียน", "ผู้อำนวยการโรงเรียน"]


@pytest.mark.parametrize("who", ["ผู้อำนวยการโรงเรียนบ้านดอนงาม", "นายกเทศมนตรีตำบลดอนงาม"])
def test_powers_end_before_who_has_them_and_orders(who: str) -> None:
    powers = order((HEAD + SCHOOL + END).replace("จึงแต่งตั้ง", f"{who} จึงแต่งตั้ง")).general["powers"]
    assert powers.text.endswith("พ.ศ. ๒๕๔๖")


def test_items_of_a_reason_keep_their_numbers() -> None:
    head = HEAD.replace("เพื่อให้การดำเนินงาน", "ตามแบบ ดังนี้\n>๑. แบบ IIT\n>๒. แบบ EIT\n>เพื่อให้การดำเนินงาน")
    reason = order(head + SCHOOL + END).general["reason"].text
    assert "ดังนี้ ๑. แบบ IIT ๒. แบบ EIT เพื่อให้" in reason


def test_a_number_without_its_year_is_no_name_of_the_office() -> None:
    file = OldFile(FILE, tuple(blocks((HEAD + SCHOOL + END).replace("ที่ ๔๕ / ๒๕๖๗", "ที่ ๔๕"))))
    (found,) = find_orders(file)
    assert (found.general["name"].text, doubts(found)) == ("โรงเรียนบ้านดอนงาม", {"number": NO_NUMBER})
    assert "ที่ ๔๕" in [one.text for one in file.paragraphs() if one.origin not in found.used]


def test_numbers_may_go_on_below_the_heading_of_another_committee() -> None:
    text = """
คณะกรรมการอำนวยการ
๑. นายกร ดีมาก>ครู>ประธานกรรมการ
๒. นายขจร ดีมาก>ครู>กรรมการ
คณะทำงาน
๓. นายคม ดีมาก>ครู>หัวหน้าคณะทำงาน
"""
    found = order(HEAD + text + END)
    assert said(found.rows["seats"], ("committee", "number", "last_name")) == [
        "คณะกรรมการอำนวยการ|1|ดีมาก",
        "คณะกรรมการอำนวยการ|2|ดีมาก",
        "คณะทำงาน|3|ดีมาก",
    ]
    assert doubts(found) == {"seats.2.number": NUMBER_UNEXPECTED}


@pytest.mark.parametrize("between", [">", " "])
def test_a_role_that_goes_on_in_a_line_of_its_own_heads_no_committee(between: str) -> None:
    text = f"""
๑. คณะที่ปรึกษา ประกอบด้วย
(๑) นายกร ดีมาก>ครู{between}ประธาน
ที่ปรึกษา
(๒) นายขจร ดีมาก>ครู{between}ที่ปรึกษา
"""
    assert [one.split("|") for one in seats(text)] == [
        ["1", "คณะที่ปรึกษา", "นาย", "กร", "ดีมาก", "ครู", "", "ประธานที่ปรึกษา"],
        ["2", "คณะที่ปรึกษา", "นาย", "ขจร", "ดีมาก", "ครู", "", "ที่ปรึกษา"],
    ]


def test_of_a_table_of_duties_only_their_column_is_read_and_a_note_is_of_no_seat() -> None:
    text = """
๑. นายกร ดีมาก>ครู>ประธานกรรมการ
หมายเหตุ ลำดับที่ ๑ เฉพาะด้านการเงิน
มีหน้าที่ตามตาราง ดังนี้
|ที่|หน้าที่|ผู้ทำ
|๑|กำหนดนโยบาย|ประธาน
|๒|รายงานผล|เลขา
"""
    file = OldFile(FILE, tuple(blocks(HEAD + text + END)))
    (found,) = find_orders(file)
    assert said(found.rows["duties"], ("number", "text")) == ["|มีหน้าที่ตามตาราง ดังนี้", "1|กำหนดนโยบาย", "2|รายงานผล"]
    assert (said(found.rows["seats"], SEAT)[0].endswith("|ครู||ประธานกรรมการ"), doubts(found)) == (True, {})
    left = [one.text.strip() for one in file.paragraphs() if one.origin not in found.used]
    assert left[:4] == ["หมายเหตุ ลำดับที่ ๑ เฉพาะด้านการเงิน", "ผู้ทำ", "ประธาน", "เลขา"]


@pytest.mark.parametrize(
    "text",
    [
        "ประธานกรรมการ\nนายกร ดีมาก ครู\nกรรมการ\nนายขจร ดีมาก ครู\nนายคม ดีมาก ครู\nเลขานุการ\nนายงาม ดีมาก ครู",
        "๑. คณะกรรมการ ประกอบด้วย\nประธานกรรมการ\n(๑) นายกร ดีมาก ครู\nกรรมการ\n(๒) นายขจร ดีมาก ครู\n(๓) นายคม ดีมาก ครู\n"
        "เลขานุการ\n(๔) นายงาม ดีมาก ครู",
        "|ชื่อ|ตำแหน่ง\n|ประธานกรรมการ|\n|นายกร ดีมาก|ครู\n|กรรมการ|\n|นายขจร ดีมาก|ครู\n|นายคม ดีมาก|ครู\n|เลขานุการ|\n"
        "|นายงาม ดีมาก|ครู",
    ],
)
def test_a_role_may_stand_above_those_who_have_it(text: str) -> None:
    assert [one.split("|", 3)[3] for one in seats(f"{text}\n")] == [
        "กร|ดีมาก|ครู||ประธานกรรมการ",
        "ขจร|ดีมาก|ครู||กรรมการ",
        "คม|ดีมาก|ครู||กรรมการ",
        "งาม|ดีมาก|ครู||เลขานุการ",
    ]


def test_a_gap_in_the_numbers_is_marked() -> None:
    text = """
๑. คณะกรรมการ
(๑) ผู้อำนวยการเขตดอนงาม>ประธานกรรมการ
(๓) หัวหน้าฝ่ายโยธา>กรรมการ
(๔) หัวหน้าฝ่ายคลัง>กรรมการ
"""
    found = order(HEAD + text + END)
    assert [row["number"].text for row in found.rows["seats"]] == ["1", "3", "4"]
    assert {name: doubt for name, doubt in doubts(found).items() if name.startswith("seats")} == {
        "seats.1.number": NUMBER_UNEXPECTED
    }


def test_a_file_without_an_order_has_none() -> None:
    assert orders("^บันทึกข้อความ\nตามคำสั่งโรงเรียนบ้านดอนงาม ที่ ๔๕/๒๕๖๗ ลงวันที่ ๑ มกราคม ๒๕๖๗ แต่งตั้งคณะกรรมการ นั้น") == ()


def test_seats_repeat_what_stands_above_by_marks() -> None:
    """In a table and between tabs, one after another."""
    table = '\n|ที่|ชื่อ-สกุล|ตำแหน่ง|หน้าที่\n|1|นายกร ดีมาก|ครู|กรรมการ\n|2|นายขจร ดีมาก|ครู|”\n|3|นายคม ดีมาก|ครู|-"-\n'
    typed = '\n๑. นายกร ดีมาก>ครู>กรรมการ\n๒. นายขจร ดีมาก>ครู>"\n๓. นายคม ดีมาก>ครู>"\n'
    for text in (table, typed):
        rows = order(HEAD + "คณะกรรมการดำเนินงาน\n" + text + END).rows["seats"]
        assert [row["role"].text for row in rows] == ["กรรมการ"] * 3
        assert not any(row["role"].doubt for row in rows)


def test_an_order_that_cancels_another_first_is_read() -> None:
    text = HEAD.replace("จึงแต่งตั้ง", "จึงให้ยกเลิกคำสั่งโรงเรียน ที่ ๙/๒๕๖๖ ลงวันที่ ๒ พฤศจิกายน ๒๕๖๖ และแต่งตั้ง")
    found = order(text + "๑. นายกร ดีมาก>ครู>กรรมการ\n" + END)
    assert found.general["powers"].text.endswith("พ.ศ. ๒๕๔๖")
    assert "ยกเลิกคำสั่งโรงเรียน ที่ ๙/๒๕๖๖" in found.general["reason"].doubt
    assert said(found.rows["seats"], ("first_name", "role")) == ["กร|กรรมการ"]


@pytest.mark.parametrize("typed", ["1 ต.ค. 67", "๑/๑๐/๖๗", "๑ เดือนตุลาคม พ.ศ ๒๕๖๗", "1-10-2567"])
def test_dates_in_other_shapes(typed: str) -> None:
    end = END.replace("๑๕ พฤศจิกายน พ.ศ. ๒๕๖๗", typed).replace("บัดนี้", f"วันที่ {typed}")
    found = order(HEAD + "๑. นายกร ดีมาก>ครู>กรรมการ\n" + end).general
    assert (found["date"].text, found["date"].doubt) == (typed, "")
    assert (found["effective"].text, found["effective"].doubt) == (typed, "")


def test_committees_and_duties_with_foreign_numbers() -> None:
    text = """
I. คณะกรรมการอำนวยการ
1. นายกร ดีมาก>ครู>ประธานกรรมการ
II. คณะกรรมการดำเนินงาน
1. นายขจร ดีมาก>ครู>ประธานกรรมการ
มีหน้าที่
a. จัดทำข้อมูล
b. รายงานผล
"""
    found = order(HEAD + text + END)
    assert said(found.rows["seats"], ("committee", "first_name")) == ["คณะกรรมการอำนวยการ|กร", "คณะกรรมการดำเนินงาน|ขจร"]
    assert said(found.rows["duties"], ("number", "text")) == ["|มีหน้าที่", "1|จัดทำข้อมูล", "2|รายงานผล"]


def test_seats_side_by_side_are_read_by_their_numbers() -> None:
    text = """
คณะกรรมการดำเนินงาน
|1. นายกร ดีมาก/ครู/ประธานกรรมการ|3. หัวหน้ากลุ่มงานทุกกลุ่ม/กรรมการ
|2. นายขจร ดีมาก/ครู/กรรมการ|
"""
    found = order(HEAD + text + END)
    assert said(found.rows["seats"], ("first_name", "position", "role")) == [
        "กร|ครู|ประธานกรรมการ", "ขจร|ครู|กรรมการ", "|หัวหน้ากลุ่มงานทุกกลุ่ม|กรรมการ",
    ]  # fmt: skip
    assert not found.rows["sections"]


def test_a_heading_of_duties_above_the_words_that_lead_to_them_is_no_duty_of_the_only_committee() -> None:
    duties = "\nหน้าที่ของคณะกรรมการ\n>โดยให้คณะกรรมการมีหน้าที่ ดังนี้\n>๑. จัดทำข้อมูล\n"
    found = order(HEAD + "๑. นายกร ดีมาก>ครู>กรรมการ\n" + duties + END)
    assert said(found.rows["duties"], ("text",)) == ["โดยให้คณะกรรมการมีหน้าที่ ดังนี้", "จัดทำข้อมูล"]


def test_heads_of_duties_and_words_of_confirmation_are_no_duty() -> None:
    duties = "\nหน้าที่ของคณะกรรมการ\n|ลำดับ|หน้าที่\n|1|จัดทำข้อมูล\n|2|รายงานผล\n"
    found = order(HEAD + "๑. นายกร ดีมาก>ครู>กรรมการ\n" + duties + END)
    assert said(found.rows["duties"], ("text",)) == ["หน้าที่ของคณะกรรมการ", "จัดทำข้อมูล", "รายงานผล"]
    listed = (
        "\n^บัญชีรายชื่อแนบท้ายคำสั่ง\nคณะกรรมการ\n๑. นายกร ดีมาก>ครู>กรรมการ\nมีหน้าที่\n๑. จัดทำข้อมูล\nตรวจถูกต้อง\nน.อ. ........\n"
    )
    attached = order(HEAD.replace("ดังนี้", "ตามบัญชีแนบท้าย") + END + listed)
    assert said(attached.rows["duties"], ("text",)) == ["มีหน้าที่", "จัดทำข้อมูล"]


def test_where_a_file_was_kept_is_no_text_of_it() -> None:
    text = "๑. นายกร ดีมาก>ครู>กรรมการ\nมีหน้าที่\n๑. จัดทำข้อมูล\nD:\\งาน\\ปี 2567\\คำสั่ง ITA.docx\n๒. รายงานผล\n"
    assert said(order(HEAD + text + END).rows["duties"], ("text",)) == ["มีหน้าที่", "จัดทำข้อมูล", "รายงานผล"]


def test_a_table_in_two_halves_is_read_down_the_left_one_first() -> None:
    text = """
คณะกรรมการดำเนินงาน
|ที่|ชื่อ|หน้าที่|ที่|ชื่อ|หน้าที่
|1|นายกร ดีมาก|ประธานกรรมการ|3|นายคม ดีมาก|กรรมการ
|2|นายขจร ดีมาก|กรรมการ|4|นายงาม ดีมาก|กรรมการและเลขานุการ
"""
    rows = order(HEAD + text + END).rows["seats"]
    assert said(rows, ("number", "first_name", "role")) == [
        "1|กร|ประธานกรรมการ", "2|ขจร|กรรมการ", "3|คม|กรรมการ", "4|งาม|กรรมการและเลขานุการ",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "more"),
    [
        ("^ที่ ๔๕ / ๒๕๖๗", " (ด่วนที่สุด)"),
        ("จึงแต่งตั้งคณะกรรมการ ดังนี้", " โดยไม่มีค่าตอบแทน"),
        (">ทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป", " จนกว่าจะมีคำสั่งเปลี่ยนแปลง"),
        (">สั่ง ณ วันที่ ๑๕ พฤศจิกายน พ.ศ. ๒๕๖๗", " ที่จังหวัดน่าน"),
        ("^(นายวิชัย รักเรียน)", " รับรองแล้ว"),
    ],
)
def test_a_line_that_says_more_than_its_cell_is_not_used(line: str, more: str) -> None:
    whole = f"{HEAD}๑. นายสมชาย ใจดี ครู>ประธานกรรมการ\n๒. นายมานะ พูนผล ครู>กรรมการ\n{END}"
    for text, left in ((whole, []), (whole.replace(line, line + more), [more.strip()])):
        own = [one for one in OldFile(FILE, tuple(blocks(text))).paragraphs() if one.origin not in order(text).used]
        assert [one.text for one in own if any(said in one.text for said in left)] == [
            one.text for one in own if not one.text.strip().startswith(("-----", "ให้ผู้ที่"))
        ]
        assert len([one for one in own if more in one.text]) == len(left)


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("อาศัยอำนาจตามความ...", ""),
        ("/อาศัยอำนาจตาม...", ""),
        ("/ตามความ...", ""),  # by its stroke: the words were typed otherwise
        ("อาศัยอำนาจ…", ""),
        ("อำนาจตามความ...", "อำนาจตามความ..."),  # the text after it begins with other words
        ("ก" * 60 + "...", "ก" * 60 + "..."),
        ("/" + "ก" * 60 + "...", "/" + "ก" * 60 + "..."),
    ],
)
def test_a_catchword_says_what_the_next_page_begins_with(line: str, kept: str) -> None:
    found = order(HEAD.replace("\n>อาศัย", f"\n{line}\n^- ๒ -\n>อาศัย") + SCHOOL + END).general
    whole = order(HEAD + SCHOOL + END).general
    assert found["powers"].text == whole["powers"].text
    assert found["reason"].text.replace(" ", "") == (whole["reason"].text + kept).replace(" ", "")


@pytest.mark.parametrize(
    ("head", "orders_found"),
    [
        ("คำสั่งโรงเรียนบ้านดอนงาม ที่ ๔๕/๒๕๖๗", 1),
        ("คำสั่งโรงเรียนบ้านดอนงาม ที่ ๔๕/๒๕๖๗ เรื่อง แต่งตั้งคณะกรรมการ", 1),
        ("คำสั่งโรงเรียนบ้านดอนงาม ที่ ๔๕/๒๕๖๗ เรื่อง มอบหมายงาน", 0),  # spoken of
        ("คำสั่งโรงเรียนบ้านดอนงาม ที่ ๔๕/๒๕๖๗ ลงวันที่ ๑ มกราคม ๒๕๖๗", 0),
    ],
)
def test_an_order_may_begin_with_its_number_beside_the_office(head: str, orders_found: int) -> None:
    found = orders(HEAD.replace("คำสั่งโรงเรียนบ้านดอนงาม\n^ที่ ๔๕ / ๒๕๖๗", head) + SCHOOL + END)
    assert [one.general["number"].text for one in found] == ["๔๕/๒๕๖๗"] * orders_found
    assert [len(one.rows["seats"]) for one in found] == [4] * orders_found


UNSAID = {
    "a subject": ("^เรื่อง แต่งตั้ง", "^การแต่งตั้ง", {}),
    "a date": (">สั่ง ณ วันที่ ๑๕ พฤศจิกายน พ.ศ. ๒๕๖๗\n", "", {"date": NO_DATE}),
    "since when": ("ตั้งแต่บัดนี้", "ตั้งแต่วันเปิดภาคเรียน ", {"effective": SINCE_UNCLEAR}),
    "who signs": (
        "^(นายวิชัย รักเรียน)\n^ผู้อำนวยการโรงเรียนบ้านดอนงาม\n",
        "",
        {f"signatory_{name}": NO_SIGNATORY for name in ("title", "first_name", "last_name")},
    ),
}


@pytest.mark.parametrize("what", UNSAID)
def test_what_an_order_does_not_say_is_doubtful_and_all_else_is_read(what: str) -> None:
    old, new, doubted = UNSAID[what]
    text = HEAD + SCHOOL + END
    assert old in text
    found, whole = order(text.replace(old, new)), order(text)
    assert doubts(found) == doubted
    assert said(found.rows["seats"], SEAT) == said(whole.rows["seats"], SEAT)
    gone = {"subject", "reason"} if what == "a subject" else {*doubted, "signatory_position"} if doubted else set()
    read = {name: cell.text for name, cell in found.general.items() if cell.text and name not in gone}
    assert read == {name: cell.text for name, cell in whole.general.items() if name not in gone}
    assert what != "since when" or found.general["effective"].text == "วันเปิดภาคเรียน"


def test_of_two_columns_of_posts_the_last_is_the_role_and_one_row_may_hold_posts_of_two_lines() -> None:
    text = """
๑. คณะกรรมการอำนวยการ
|ที่|ชื่อ - สกุล|ตำแหน่ง|ตำแหน่ง
|๑|นายวิชัย รักเรียน|ผู้อำนวยการโรงเรียน|ประธานกรรมการ
|๒/๓|นายปรีชา งามดี/นางสาวมาลี สีสด|ครู/ครู/ชำนาญการ|กรรมการ/กรรมการ
"""
    assert seats(text) == [
        "1|คณะกรรมการอำนวยการ|นาย|วิชัย|รักเรียน|ผู้อำนวยการโรงเรียน||ประธานกรรมการ",
        "2|คณะกรรมการอำนวยการ|นาย|ปรีชา|งามดี|ครู||กรรมการ",
        "3|คณะกรรมการอำนวยการ|นางสาว|มาลี|สีสด|ครูชำนาญการ||กรรมการ",
    ]


def test_posts_that_cannot_be_dealt_out_to_the_people_of_a_row_are_doubtful() -> None:
    head = "\n๑. คณะกรรมการอำนวยการ\n|ที่|ชื่อ|ตำแหน่ง|หน้าที่\n"
    row = "|๑/๒|นายวิชัย รักเรียน/นายปรีชา งามดี|ครู/ครู/ครู|กรรมการ/กรรมการ\n"
    found = order(HEAD + head + row + END)
    assert {name.rpartition(".")[2] for name in doubts(found)} >= {"first_name", "last_name", "position", "role"}


@pytest.mark.parametrize(
    ("line", "duties"),
    [
        ("และเผยแพร่ให้ทราบ", ["ศึกษาคู่มือการประเมินและเผยแพร่ให้ทราบ", "รายงานผล"]),
        ("ตลอดจนสรุปผล", ["ศึกษาคู่มือการประเมินตลอดจนสรุปผล", "รายงานผล"]),
        (">- ทุกไตรมาส", ["ศึกษาคู่มือการประเมิน - ทุกไตรมาส", "รายงานผล"]),
    ],
)
def test_a_duty_may_go_on_below_its_number(line: str, duties: list[str]) -> None:
    text = SCHOOL.replace("\n>๒) รายงานผลต่อผู้อำนวยการโรงเรียน", f"\n{line}\n>๒) รายงานผล")
    found = order(HEAD + text + END)
    assert [row["text"].text for row in found.rows["duties"][2:]] == duties
    assert [row["number"].text for row in found.rows["duties"][2:]] == ["1", "2"]
    assert doubts(found) == {}


@pytest.mark.parametrize("text", [SCHOOL, ALL_SEATS_FIRST], ids=["by committee", "in one table"])
def test_every_cell_names_the_lines_that_say_it(text: str) -> None:
    file = OldFile(FILE, tuple(blocks(HEAD + text + END)))
    (found,) = find_orders(file)
    lines = {one.origin: one.text for one in file.paragraphs()}
    cells = [*found.general.values(), *(cell for rows in found.rows.values() for row in rows for cell in row.values())]
    for cell in cells:
        said = squeezed(" ".join(lines[place] for place in cell.places))
        assert squeezed(cell.text) in said


@pytest.mark.parametrize(
    ("word", "post", "doubtful"),
    [
        ("ดีเด่น", "ผู้อำนวยการโรงเรียนดีเด่น", True),  # no word of a post
        ("รักษาราชการแทน", "ผู้อำนวยการโรงเรียน รักษาราชการแทน", False),
    ],
)
def test_a_word_below_a_seat_that_was_whole_makes_its_post_doubtful(word: str, post: str, doubtful: bool) -> None:
    text = f"""
๑. คณะกรรมการ
>๑) นายวิชัย รักเรียน>ผู้อำนวยการโรงเรียน>ประธานกรรมการ
>>{word}
>๒) นายปรีชา งามดี>ครู>กรรมการ
"""
    found = order(HEAD + text + END)
    assert found.rows["seats"][0]["position"].text == post
    assert [*doubts(found)] == ["seats.0.position"] * doubtful


def test_all_words_of_a_column_of_names_are_the_name() -> None:
    rows = "|ที่|หน้าที่|ตำแหน่ง|ชื่อ - สกุล\n|๑|ประธานกรรมการ|ครู|นายก้อง เกียรติ ดังไกล\n|๒|กรรมการ|ครู|นางสาวมาลี สีสด\n"
    found = order(f"{HEAD}\n๑. คณะกรรมการ\n{rows}{END}")
    assert said(found.rows["seats"], SEAT) == [
        "1|คณะกรรมการ|นาย|ก้อง เกียรติ|ดังไกล|ครู||ประธานกรรมการ",
        "2|คณะกรรมการ|นางสาว|มาลี|สีสด|ครู||กรรมการ",
    ]
    assert doubts(found) == {f"seats.0.{name}": NAME_UNCLEAR for name in ("first_name", "last_name")}


@pytest.mark.parametrize(
    ("below", "position"),
    [
        (("นายกองค์การบริหารส่วนตำบลหนองไผ่", "ขาว"), "นายกองค์การบริหารส่วนตำบลหนองไผ่ขาว"),
        (("นายกองค์การบริหารส่วนตำบลหนองไผ่ขาว", "ลับ"), "นายกองค์การบริหารส่วนตำบลหนองไผ่ขาว"),
    ],
)
def test_the_end_of_the_office_s_name_below_a_post_is_of_the_post(below: tuple[str, str], position: str) -> None:
    text = "\n".join(
        (
            "^คำสั่งองค์การบริหารส่วนตำบลหนองไผ่ขาว", "^ที่ 12/2566", "เรื่อง แต่งตั้งคณะทำงาน",
            ">ด้วยองค์การบริหารส่วนตำบลหนองไผ่ขาวจะรับการประเมิน จึงแต่งตั้งคณะทำงาน ดังนี้", "1. นายคม ดีมาก ปลัด ประธานคณะทำงาน",
            "สั่ง ณ วันที่ 2 มกราคม 2566", "(นายกร ใจดี)", *below,
        )
    )  # fmt: skip
    assert order(text).general["signatory_position"].text == position
