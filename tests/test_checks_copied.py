"""What was taken over from another office's pack is told at its cell; an office named on purpose is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

import made
from checked import reported
from ita_docs.checks.cells import cells
from ita_docs.checks.clients import check_clients
from ita_docs.checks.copied import check_copied, check_provinces, check_sisters
from ita_docs.framework.load import load
from ita_docs.model import Submission

OFFICES = {
    "district": ("สำนักงานเขตดอนทราย", "สำนักงานเขต", "ผู้อำนวยการเขต"),
    "subdistrict": ("องค์การบริหารส่วนตำบลดอนทราย", "องค์การบริหารส่วนตำบล", "นายกองค์การบริหารส่วนตำบลดอนทราย"),
    "municipality": ("เทศบาลเมืองดอนทราย", "เทศบาล", "นายกเทศมนตรีเมืองดอนทราย"),
    "department": ("กรมดอนทราย", "กรม", "อธิบดีกรมดอนทราย"),
    "school": ("โรงเรียนบ้านดอนทราย", "โรงเรียน", "ผู้อำนวยการโรงเรียนบ้านดอนทราย"),
    "hospital": ("โรงพยาบาลดอนทราย", "โรงพยาบาล", "ผู้อำนวยการโรงพยาบาลดอนทราย"),
    "province": ("สำนักงานสถิติจังหวัดเลย", "สำนักงาน", "สถิติจังหวัด"),
}


def found(kind: str, text: str) -> list[tuple[str, str]]:
    """What is told of a caption of an office of this kind."""
    name, short_name, head = OFFICES[kind]
    whole = made.submission(office=replace(made.office(), name=name, short_name=short_name, head_title=head))
    whole = made.with_record(whole, "activities", 0, caption=text)
    return [
        (one.kind, one.found)
        for one in check_copied(tuple(cells(whole)), whole, load(2565))
        if (one.place.sheet, one.place.cell) == ("กิจกรรม", "C2")
    ]


OFFICE, KIND, LAW = "other-office", "other-kind-of-office", "other-kind-of-law"


@pytest.mark.parametrize(
    ("kind", "text", "problem", "word"),
    [
        ("subdistrict", "องค์การบริหารส่วนตำบลหนองไผ่ดำเนินการแล้ว", OFFICE, "องค์การบริหารส่วนตำบลหนองไผ่"),
        ("subdistrict", "ด้วย อบต.ห้วยยาง จัดประชุม", OFFICE, "อบต.ห้วยยาง"),
        ("subdistrict", "อบต. แสนตอ และ อบต. บ้านค่าย", OFFICE, "อบต. บ้านค่าย"),
        ("subdistrict", "สำนักงานเขตบางพลัดเข้าร่วม", KIND, "สำนักงานเขตบางพลัด"),
        ("subdistrict", "ผู้อำนวยการเขตกำกับทุกฝ่าย", KIND, "ผู้อำนวยการเขต"),
        ("subdistrict", "เทศบาลตำบลดอนทราย", KIND, "เทศบาลตำบลดอนทราย"),
        ("subdistrict", "นายกเทศมนตรีมอบนโยบาย", KIND, "นายกเทศมนตรี"),
        ("subdistrict", "รายงานผลต่อผู้อำนวยการเขตทุกหกเดือน", KIND, "ผู้อำนวยการเขต"),
        ("subdistrict", "ประชุมฝ่ายเทศกิจ", KIND, "ฝ่ายเทศกิจ"),
        ("municipality", "คณบดีกำกับทุกกอง", KIND, "คณบดี"),
        ("subdistrict", "สภาเทศบาลให้ความเห็นชอบ", KIND, "สภาเทศบาล"),
        ("school", "หัวหน้าหอผู้ป่วยติดตาม", KIND, "หอผู้ป่วย"),
        ("hospital", "หัวหน้าภาควิชาติดตาม", KIND, "หัวหน้าภาควิชา"),
        ("school", "รายงานนายอำเภอทุกไตรมาส", KIND, "นายอำเภอ"),
        ("municipality", "เผยแพร่ข้อบัญญัติงบประมาณรายจ่าย", KIND, "ข้อบัญญัติงบประมาณ"),
        ("subdistrict", "อบรมสิทธิผู้ป่วย", KIND, "สิทธิผู้ป่วย"),
        ("hospital", "เลื่อนเงินเดือนข้าราชการครู", KIND, "ข้าราชการครู"),
        ("municipality", "พนักงานส่วนตำบลทุกคน", KIND, "พนักงานส่วนตำบล"),
        ("subdistrict", "บุคลากรโรงเรียนบ้านหนองแวงได้รับทราบ", OFFICE, "โรงเรียนบ้านหนองแวง"),
        ("subdistrict", "งบประมาณ อบต.บ่อทองคำแดง", OFFICE, "อบต.บ่อทองคำแดง"),
        ("subdistrict", "โรงพยาบาลเขาดินแดงจัดประชุม", OFFICE, "โรงพยาบาลเขาดินแดง"),
        ("subdistrict", "บุคลากรกรมส่งเสริมนวัตกรรมเมือง ทราบ", OFFICE, "กรมส่งเสริมนวัตกรรมเมือง"),
        ("subdistrict", "กรมชลประทานกำหนดให้", OFFICE, "กรมชลประทาน"),
        ("subdistrict", "กรมพัฒนาที่ดิน", OFFICE, "กรมพัฒนาที่ดิน"),
        ("subdistrict", "พระราชบัญญัติเทศบาล พ.ศ. ๒๔๙๖", LAW, "พระราชบัญญัติเทศบาล"),
        ("municipality", "ปลัดองค์การบริหารส่วนตำบล", KIND, "ปลัดองค์การบริหารส่วนตำบล"),
        ("municipality", "ปลัดเทศบาลตำบลโคกสูง", OFFICE, "ปลัดเทศบาลตำบลโคกสูง"),
        ("municipality", "เผยแพร่บนเว็บไซต์ของเทศบาลตำบล", OFFICE, "เทศบาลตำบล"),
        ("municipality", "ด้วยเทศบาลเมืองดอนทรายส์ จัดประชุม", OFFICE, "เทศบาลเมืองดอนทรายส์"),
        ("subdistrict", "องค์การบริหารส่วนตำบลดอนทรายย จัดประชุม", OFFICE, "องค์การบริหารส่วนตำบลดอนทรายย"),
        ("municipality", "เทศบาลตำบลดอนทรายได้จัดทำ", OFFICE, "เทศบาลตำบลดอนทราย"),
        ("municipality", "เทศบาลนครขอนแก่นได้จัดทำ", OFFICE, "เทศบาลนครขอนแก่น"),
        ("district", "ผู้อำนวยการเขตหนองหารประชุม", OFFICE, "ผู้อำนวยการเขตหนองหาร"),
        ("district", "ปลัด มอบหมายงาน", KIND, "ปลัด"),
        ("district", "มาตรา ๓๒ แห่งพระราชบัญญัติระเบียบบริหารราชการแผ่นดิน", LAW, "ระเบียบบริหารราชการแผ่นดิน"),
        ("department", "กรมประมงกำชับ", OFFICE, "กรมประมง"),
        ("school", "โรงเรียนอนุบาลลำปางจัดกิจกรรม", OFFICE, "โรงเรียนอนุบาลลำปาง"),
        ("school", "ระเบียบบริหารราชการกรุงเทพมหานคร", LAW, "ระเบียบบริหารราชการกรุงเทพมหานคร"),
        ("hospital", "รพ.บางบัวทองดำเนินการ", OFFICE, "รพ.บางบัวทอง"),
        ("hospital", "ผู้อำนวยการโรงเรียนกำกับ", KIND, "ผู้อำนวยการโรงเรียน"),
        ("province", "นายกเทศมนตรี", KIND, "นายกเทศมนตรี"),
    ],
)
def test_what_is_of_another_office_is_told(kind: str, text: str, problem: str, word: str) -> None:
    assert (problem, word) in found(kind, text)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("subdistrict", "ด้วยองค์การบริหารส่วนตำบลดอนทราย (อบต.ดอนทราย) และองค์การบริหารส่วนตำบลมีมติ"),
        ("subdistrict", "รายงานนายอำเภอและผู้ว่าราชการจังหวัด ตามหนังสือกรมส่งเสริมการปกครองท้องถิ่น"),
        ("subdistrict", "พระราชบัญญัติสภาตำบลและองค์การบริหารส่วนตำบล พ.ศ. ๒๕๓๗ และที่แก้ไขเพิ่มเติม"),
        ("subdistrict", "ประชุม ณ โรงเรียนบ้านหนองแวง ร่วมกับโรงพยาบาลบางใหญ่"),
        ("subdistrict", "สำนักปลัด ปลัดกระทรวง นายกรัฐมนตรี พระครูปลัดสมชาย ใช้โปรแกรมกรมธรรม์ กทม."),
        ("district", "เผยแพร่บนเว็บไซต์สำนักงานเขตอย่างครบถ้วน ของสำนักงานเขต กรุงเทพมหานคร"),
        ("district", "เผยแพร่ทางเว็บไซต์สำนักงานเขต หัวข้อ O12 และเพจของสำนักงานเขต ข่าวกิจกรรม"),
        ("district", "ผู้ช่วยผู้อำนวยการเขตดอนทรายที่สั่งราชการฝ่ายปกครอง ประชุมผู้อำนวยการโรงเรียนในสังกัด"),
        ("department", "กรมกำหนดแนวทาง ตามที่กรมบัญชีกลางแจ้ง อธิบดีมอบนโยบาย"),
        ("school", "โรงเรียนสุจริต สำนักงานเขตพื้นที่การศึกษา โรงเรียนบ้านดอนทรายได้จัดทำ ผู้อำนวยการสถานศึกษา"),
        ("school", "โรงเรียนสามารถลดขั้นตอน มอบโรงเรียนละ 2 ชุด คู่มือโรงเรียนนานาชาติ โรงเรียนลำดับถัดไป"),
        ("hospital", "โรงพยาบาลคุณธรรม รพ.ดอนทราย อธิบดีกรมอนามัย ระเบียบบริหารราชการแผ่นดิน"),
        ("municipality", "นายกเทศมนตรีเมืองดอนทราย พนักงานเทศบาล สำนักปลัดเทศบาล เทศบาลดอนทราย เทศบาลมีการประชุม"),
        ("municipality", "ประชุมร่วมกับเทศบาลตำบล ณ เทศบาลเมืองดอนทรายจังหวัดเลย เทศบาลเมืองดอนทรายณ ห้องประชุม"),
        ("subdistrict", "แลกเปลี่ยนเรียนรู้กับเทศบาลตำบลข้างเคียง"),
        ("province", "อธิบดี ระเบียบบริหารราชการแผ่นดิน"),
        ("district", "ประชุมผู้อำนวยการโรงพยาบาลส่งเสริมสุขภาพตำบลและผู้อำนวยการโรงเรียนเทศบาล"),
    ],
)
def test_what_an_office_says_of_itself_or_names_on_purpose_is_no_fault(kind: str, text: str) -> None:
    assert found(kind, text) == []


def test_another_office_is_told_wherever_it_stands() -> None:
    whole = made.with_order(
        made.submission(),
        subject="แต่งตั้งคณะทำงาน ITA สำนักงานเขตบางซื่อ ปีงบประมาณ พ.ศ. 2561",
        signatory_position="นายกเทศมนตรีตำบลโคกสูง",
    )
    whole = made.with_seat(whole, 0, 1, position="ผู้ช่วยผู้อำนวยการเขตหลักสี่")
    whole = made.with_record(whole, "measures", 2, responsible="ปลัดเทศบาล")
    assert {one[1:] for one in reported(whole)} == {
        (OFFICE, "ข้อมูลทั่วไป", "B8", "สำนักงานเขตบางซื่อ"),
        ("year-left-over", "ข้อมูลทั่วไป", "B8", "2561"),
        (OFFICE, "ข้อมูลทั่วไป", "B15", "นายกเทศมนตรีตำบลโคกสูง"),
        ("signatory-not-head", "ข้อมูลทั่วไป", "B15", "นายกเทศมนตรีตำบลโคกสูง"),
        (OFFICE, "บุคลากร", "F3", "ผู้ช่วยผู้อำนวยการเขตหลักสี่"),
        (KIND, "มาตรการ", "F4", "ปลัดเทศบาล"),
        ("responsible-unknown", "มาตรการ", "F4", "ปลัดเทศบาล"),
    }


def test_a_name_that_is_a_persons_betrays_nothing() -> None:
    whole: Submission = made.with_seat(
        made.submission(), 1, 1, person=made.Person(title="นาย", first_name="อธิบดี", last_name="กรมสุริย")
    )
    assert reported(whole) == []


@pytest.mark.parametrize(
    ("name", "text", "kinds"),
    [
        ("เทศบาลเมืองดอนทราย", "รายงานนายอำเภอทุกไตรมาส", []),
        ("วิทยาลัยนาฏศิลปดอนทราย", "ผู้อำนวยการวิทยาลัยกำกับ", []),
        ("วิทยาลัยนาฏศิลปดอนทราย", "ผู้อำนวยการโรงเรียนกำกับ", [KIND]),
        ("สำนักงานเขตพื้นที่การศึกษาเลย", "อบรมข้าราชการครูของโรงเรียนสุจริต", []),
        ("มหาวิทยาลัยดอนทราย", "รองคณบดีฝ่ายบริหารติดตาม", []),
        ("มหาวิทยาลัยดอนทราย", "มหาวิทยาลัยราชภัฏดอยหลวงจัดทำคู่มือ", [OFFICE]),
        ("เทศบาลตำบลริมน้ำน่านชล", "ประกาศของเทศบาลตำบลริมน้ำน่าน ลงวันที่ 8", [OFFICE]),
        ("โรงเรียนอนุบาลริมน้ำใส", "โรงเรียนริมน้ำ ส่งเสริมโรงเรียนอนุบาล", []),
        ("เทศบาลนครดอนทราย", "ประชุมผู้อำนวยการสถานศึกษาและคณะกรรมการสถานศึกษาขั้นพื้นฐาน", []),
        ("อำเภอดอนทราย", "ประเมินตามหลักเกณฑ์ที่กรมกำหนด และขั้นตอนที่กรมอนุมัติ", []),
        ("สำนักงานเขตพื้นที่การศึกษาเลย", "พ.ร.บ.ระเบียบบริหารราชการกระทรวงศึกษาธิการ พ.ศ. ๒๕๔๖", []),
        ("สำนักงานเขตพื้นที่การศึกษาเลย", "พระราชบัญญัติเทศบาล พ.ศ. ๒๔๙๖", [LAW]),
        ("ร.ร.บ้านดอนทราย", "ผู้อำนวยการโรงเรียนกำกับกลุ่มสาระการเรียนรู้", []),
    ],
)
def test_words_that_an_office_shares_with_another_kind_betray_nothing(name: str, text: str, kinds: list[str]) -> None:
    whole = made.submission(office=replace(made.office(), name=name))
    whole = made.with_record(whole, "activities", 0, caption=text)
    places = [one for one in check_copied(tuple(cells(whole)), whole, load(2565)) if one.place.sheet == "กิจกรรม"]
    assert [one.kind for one in places if one.place.cell == "C2"] == kinds


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("สถานีตำรวจภูธรดอนทราย", "สภ.บางปะหันจัดประชุม", ["สภ.บางปะหัน"]),
        ("สถานีตำรวจภูธรดอนทราย", "สถานีตำรวจภูธรหนองแวง", ["สถานีตำรวจภูธรหนองแวง"]),
        ("สำนักงานเขตพื้นที่การศึกษาประถมศึกษาเลย เขต 1", "สพป.เลย เขต ๒ อบรม", ["สพป.เลย เขต 2"]),
        ("สำนักงานสาธารณสุขจังหวัดเลย", "สสจ.ลำปาง อบรม", ["สสจ.ลำปาง"]),
        ("จังหวัดเลย", "จังหวัดเชียงใหม่ได้จัดทำคู่มือ", ["จังหวัดเชียงใหม่"]),
        ("อำเภอดอนทราย", "ที่ว่าการอำเภอหนองแวง", ["ที่ว่าการอำเภอหนองแวง"]),
        ("สถานีตำรวจภูธรดอนทราย", "สภ. ดอนทราย สถานีตำรวจภูธรดอนทรายจัดประชุม สภ.ได้จัดประชุม ร่วมกับ สภ.บางปะหัน", []),
        ("สำนักงานเขตพื้นที่การศึกษาประถมศึกษาเลย เขต 1", "สพป.เลย สพป.เลย เขต 1 สพป.กำหนดแนวทาง", []),
        ("จังหวัดเลย", "จังหวัดหนองแวงใต้ จังหวัดเลยได้จัดทำ ศึกษาดูงานจังหวัดเชียงใหม่", []),
        ("อำเภอดอนทราย", "นายอำเภอดอนทราย อำเภอยิ้ม แลกเปลี่ยนกับอำเภอหนองแวง", []),
        ("สำนักงานสถิติจังหวัดเลย", "สถานีตำรวจภูธรหนองแวง", []),
    ],
)
def test_another_office_of_the_same_sort_is_told(name: str, text: str, told: list[str]) -> None:
    whole = made.submission(office=replace(made.office(), name=name))
    whole = made.with_record(whole, "activities", 0, caption=text)
    places = [one for one in check_sisters(tuple(cells(whole)), whole, load(2565)) if one.place.sheet == "กิจกรรม"]
    assert [one.found for one in places if one.place.cell == "C2"] == told


def of_district(**changes: str) -> Submission:
    return made.submission(office=replace(made.office(), **changes))


@pytest.mark.parametrize("word", ["โรงเรียน", "จังหวัด"])
def test_an_office_is_called_by_a_word_of_its_own_kind(word: str) -> None:
    place = made.general().at("short_name").cell
    assert reported(of_district(short_name=word)) == [("warning", KIND, "ข้อมูลทั่วไป", place, word)]
    assert reported(of_district(short_name="เขต")) == []
    faculty = of_district(name="คณะครุศาสตร์ มหาวิทยาลัยดอนทราย", short_name="มหาวิทยาลัย")
    assert [one for one in reported(faculty) if one[3] == place] == []


def test_the_office_lies_in_one_province() -> None:
    name, short_name, head = OFFICES["school"]
    texts = ("ตำบลทราย อำเภอเมือง จังหวัดเลย", "จังหวัดตรัง", "อำเภอเมือง จังหวัดเลย")
    office = replace(made.office(), name=name, short_name=short_name, head_title=head)
    captions = [f"ครู{name} {text} ร่วมประชุม" for text in texts]
    activities = tuple(
        replace(made.activities()[0], number=n, caption=text, source=made.at("กิจกรรม", n + 1))
        for n, text in enumerate(captions, start=1)
    )
    whole = made.submission(office=office, activities=activities)
    told = check_provinces(tuple(cells(whole)), whole, load(2565))
    assert [(one.kind, one.place.cell, one.found) for one in told] == [(OFFICE, "C3", "จังหวัดตรัง")]
    bangkok = made.with_record(made.submission(), "activities", 0, caption=f"ผู้แทน{made.OFFICE} จังหวัดเลย ร่วมประชุม")
    assert reported(bangkok) == [("warning", OFFICE, "กิจกรรม", "C2", "จังหวัดเลย")]


def served(kind: str, text: str, *sections: str) -> list[tuple[str, str]]:
    """What is told of those whom a caption of an office of this kind says that it serves."""
    name, short_name, head = OFFICES[kind]
    listed = tuple(replace(made.office().sections[0], name=section) for section in sections)
    office = replace(made.office(), name=name, short_name=short_name, head_title=head, sections=listed)
    whole = made.with_record(made.submission(office=office), "activities", 0, caption=text)
    return [(one.kind, one.found) for one in check_clients(tuple(cells(whole)), whole, load(2565))]


@pytest.mark.parametrize(
    ("kind", "text", "word"),
    [
        ("school", "สำรวจความพึงพอใจของผู้ป่วย", "ผู้ป่วย"),
        ("district", "รับฟังความคิดเห็นของนักศึกษา", "นักศึกษา"),
        ("hospital", "สอบถามความพึงพอใจของนักเรียน", "นักเรียน"),
        ("municipality", "ให้บริการผู้ป่วยตามลำดับคิว", "ผู้ป่วย"),
        ("hospital", "ความพึงพอใจของผู้เสียภาษี", "ผู้เสียภาษี"),
    ],
)
def test_those_whom_another_kind_of_office_serves_are_told(kind: str, text: str, word: str) -> None:
    assert served(kind, text) == [(KIND, word)]


@pytest.mark.parametrize(
    ("kind", "text", "section"),
    [
        ("hospital", "สำรวจความพึงพอใจของผู้ป่วย", ""),
        ("municipality", "สำรวจความพึงพอใจของผู้ป่วย", "กองสาธารณสุขและสิ่งแวดล้อม"),
        ("municipality", "สำรวจความพึงพอใจของนักเรียนและผู้ปกครอง", "กองการศึกษา"),
        ("district", "ให้บริการผู้ป่วยติดเตียงและผู้สูงอายุ", ""),
        ("school", "รับฟังความคิดเห็นของนักศึกษาฝึกงาน", ""),
        ("district", "ค่ารักษาพยาบาลผู้ป่วยในของบุคลากร", ""),
        ("province", "ความพึงพอใจของผู้ป่วย", ""),
    ],
)
def test_those_whom_an_office_may_serve_are_told_nowhere(kind: str, text: str, section: str) -> None:
    assert served(kind, text, section) == []
