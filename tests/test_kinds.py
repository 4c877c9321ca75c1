"""Each kind of office has a form in its own words: no cell, comment, drop-down or tracker of it tells of another."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal
from functools import cache

import pytest

import ita_docs
import made
import soak
from betrayal import WORDS, betraying, printed, said
from ita_docs.analysis import analyse, level
from ita_docs.checks import check
from ita_docs.checks.dates import day_off
from ita_docs.checks.office import check_examples, check_family, check_name
from ita_docs.excel.tracker import writer as tracker
from ita_docs.framework.load import available, load
from ita_docs.framework.words.kinds import OfficeForm, OfficeKind
from ita_docs.model import Published
from ita_docs.thai import fiscal_year, parse_date
from ita_docs.wording import word
from ita_docs.workbook.form import form_of
from ita_docs.workbook.new import NoFormError, new_form
from ita_docs.workbook.schema import GENERAL, LISTS, schema
from ita_docs.workbook.tables import ACTIVITIES, MEASURES, RESULTS, SEATS, SECTIONS
from ita_docs.workbook.writer import write
from ita_docs.workbook.written import HEADING_ROW
from made_workbook import opened

FORM = schema(2566)
SHOWN = sorted(set(OfficeForm.__annotations__) - {"unit", "units", "sections"})
"""The words of a kind that stand in its form as they are."""
by_kind = pytest.mark.parametrize("kind", WORDS.kinds, ids=lambda kind: kind.key)


def shows(text: str, words: str | tuple[str, ...]) -> bool:
    return all(word in text for word in ((words,) if isinstance(words, str) else words))


@cache
def blank(year: int, **given: str) -> bytes:
    return ita_docs.new(year, **given)


@by_kind
def test_a_form_is_in_the_words_of_its_kind(kind: OfficeKind) -> None:
    data = blank(2569, kind=kind.key)
    form = said(data)
    assert betraying(form, kind) == set()
    assert [name for name in SHOWN if not shows(form, getattr(kind.form, name))] == []
    assert opened(data)[SEATS.name].cell(HEADING_ROW + 1, 7).value == "หน่วยงานย่อย"
    assert "หน่วยงานของหน่วยงาน" not in str(opened(data)[SECTIONS.name]["A1"].value)
    assert "๒๕๖๕" not in kind.form.powers


@pytest.mark.parametrize("year", soak.some(range(2563, 2571), 1))
@by_kind
def test_the_examples_of_a_form_are_known_as_such(kind: OfficeKind, year: int) -> None:
    told = {one.kind for one in ita_docs.check(ita_docs.Upload("form.xlsx", blank(year, kind=kind.key)))}
    assert "sheet-empty" in told
    assert told.isdisjoint({"example-overwritten", "typed-beside-value"})


@by_kind
def test_the_kind_is_told_by_its_key_its_name_or_the_name_of_an_office(kind: OfficeKind) -> None:
    assert WORDS.called(kind.key) is WORDS.called(kind.name) is WORDS.of(kind.form.office) is kind


def test_a_form_is_the_same_however_its_kind_is_told() -> None:
    school = WORDS.called("school")
    assert school
    form = ita_docs.new(2569, kind="school", office=school.form.office)
    assert ita_docs.new(2569, kind=school.name, office=school.form.office) == form
    assert ita_docs.new(2569, office=school.form.office) == form


def test_a_form_of_no_kind_fits_any_office_and_offers_the_words_of_all() -> None:
    form = ita_docs.new(2569, office="สำนักงานดอนทราย")
    shown = said(form, without=LISTS)
    assert betraying(shown, None) == set()
    assert "ฝ่ายปกครอง" not in shown
    offered = {cell.value for row in opened(form)[LISTS] for cell in row}
    assert {kind.form.short_names[0] for kind in WORDS.kinds} <= offered


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("สำนักงานเทศบาลเมืองดอนทราย", "municipality"),
        ("ที่ทำการองค์การบริหารส่วนตำบลดอนทราย", "subdistrict"),
        ("สำนักงาน อบต.ดอนทราย", "subdistrict"),
        ("จุฬาลงกรณ์มหาวิทยาลัย", "university"),
        ("สถาบันเทคโนโลยีดอนทราย", "university"),
        ("วิทยาลัยเทคโนโลยีอุตสาหกรรมดอนทราย", "college"),
        ("วิทยาลัยศิลปหัตถกรรมดอนทราย", "college"),
        ("ร.ร.บ้านดอนทราย", "school"),
        ("รพ.สต.ดอนทราย", "hospital"),
        ("สำนักงานเขตพื้นที่การศึกษาประถมศึกษาเลย เขต 1", ""),
        ("สำนักงานเขตสุขภาพที่ 6", ""),
        ("สำนักงานเขตเศรษฐกิจพิเศษ", ""),
        ("คณะกรรมการการเลือกตั้ง", ""),
        ("คณะรัฐมนตรี", ""),
        ("จังหวัดทหารบกเลย", ""),
        ("สถาบันเทคโนโลยีป้องกันประเทศ", ""),
        ("วิทยาลัยนาฏศิลป", ""),
    ],
)
def test_a_name_tells_its_kind_and_no_other(name: str, key: str) -> None:
    kind = WORDS.known(name)
    assert (kind.key if kind else "") == key


@pytest.mark.parametrize("word", ["สำนักงานเขตพื้นที่การศึกษา", "คณะกรรมการ"])
def test_another_body_is_no_kind(word: str) -> None:
    with pytest.raises(NoFormError, match="ไม่มีหน่วยงานประเภท"):
        ita_docs.new(2569, kind=word)


def test_an_abbreviation_is_a_kind_with_its_dots_or_without() -> None:
    assert [WORDS.called(word) for word in ("อบต", "อบต.", "รพ")] == [WORDS.called(key) for key in (
        "subdistrict", "subdistrict", "hospital",
    )]  # fmt: skip


def told(name: str, family: str | None = None) -> list[tuple[str, str, str]]:
    """What the checks of the office itself say of an office of this name."""
    whole = made.submission()
    whole = replace(whole, office=replace(whole.office, name=name, family=family))
    found = (*check_name(whole, load(2565)), *check_family(whole, load(2565)))
    return [(one.kind, one.severity.value, one.place.cell) for one in found]


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("ร.ร.บ้านดอนทราย", "โรงเรียนบ้านดอนทราย"),
        ("รพ. ดอนทราย", "โรงพยาบาลดอนทราย"),
        ("รพ.สต.ดอนทราย", "โรงพยาบาลส่งเสริมสุขภาพตำบลดอนทราย"),
        ("ทต.ดอนทราย", "เทศบาลตำบลดอนทราย"),
        ("อบต.ดอนทราย", ""),
        ("โรงเรียนดอนทราย", ""),
    ],
)
def test_a_name_is_to_be_in_full_but_for_names_that_are_official_in_short(name: str, full: str) -> None:
    assert told(name) == ([("office-name-short", "warning", "B2")] if full else [])
    assert WORDS.in_full(name) == (full or name)


@pytest.mark.parametrize(
    ("name", "family", "kind"),
    [
        ("โรงเรียนสาธิตดอนทราย", None, "family-doubtful"),
        ("โรงเรียนสาธิตดอนทราย", "obec", ""),
        ("โรงเรียนบ้านดอนทราย", None, ""),
        ("โรงเรียนบ้านดอนทราย", "nacc", ""),
        ("เทศบาลตำบลดอนทราย", "obec", "family-of-another-kind"),
        ("สำนักงานดอนทราย", "obec", ""),
    ],
)
def test_whose_items_such_an_office_may_not_answer_is_noted(name: str, family: str | None, kind: str) -> None:
    assert [one[:2] for one in told(name, family)] == ([(kind, "note")] if kind else [])


def test_a_new_form_says_whose_items_it_takes_and_where_the_name_tells_of_another_kind() -> None:
    lines = new_form(2569, office="โรงเรียนบ้านดอนทราย", kind="hospital").lines
    assert [line.partition(" ")[0] for line in lines] == ["ชื่อหน่วยงานบอกว่าเป็นโรงเรียน", "ประเมินตามรายการของ"]
    assert "สธ." in lines[1]
    assert new_form(2569, office="สำนักงานดอนทราย").lines[0].startswith("ไม่ทราบประเภทของหน่วยงาน")


def test_a_form_rolled_over_to_another_kind_answers_its_items() -> None:
    whole = made.submission()
    town = replace(whole, office=replace(whole.office, name="เทศบาลตำบลดอนทราย"))
    last = write(form_of(town, FORM))
    rows = opened(ita_docs.new(2567, last=last, kind="school"))[GENERAL.name].iter_rows(values_only=True)
    assert next(row[1] for row in rows if row[0] == "ประเมินตามรายการของ") == "สพฐ."


def test_whose_items_the_kind_answers_is_chosen_where_the_name_does_not_tell() -> None:
    def family(**given: str) -> object:
        rows = opened(blank(2569, **given))[GENERAL.name].iter_rows(values_only=True)
        return next(row[1] for row in rows if row[0] == "ประเมินตามรายการของ")

    assert family(kind="hospital") == "สธ."
    assert family(kind="hospital", office="โรงพยาบาลดอนทราย") is None
    assert family(kind="department") is None
    assert family() is None


@pytest.mark.parametrize(
    ("kind", "assessor"),
    [
        ("department", "สำนักงาน ป.ป.ช."),
        ("school", "สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน"),
        ("college", "สำนักงานคณะกรรมการการอาชีวศึกษา"),
        ("hospital", "กระทรวงสาธารณสุข"),
    ],
)
def test_a_form_names_who_assesses_such_offices(kind: str, assessor: str) -> None:
    form = said(blank(2569, kind=kind))
    assert f"คะแนนรวมตามประกาศของ{assessor} ถ้าเว้นว่าง" in form
    assert f"ดำเนินการประเมินตามตัวชี้วัดและเครื่องมือของ{assessor}" in form


@pytest.mark.soak
def test_a_form_rolled_over_is_in_the_words_of_its_office_or_of_the_kind_given() -> None:
    whole = made.submission()
    school = replace(whole, office=replace(whole.office, name="โรงเรียนบ้านดอนทราย"))
    last = write(form_of(school, FORM))
    assert WORDS.form("โรงเรียน").measure in said(ita_docs.new(2567, last=last))
    assert WORDS.form("วิทยาลัยเทคนิค").measure in said(ita_docs.new(2567, last=last, kind="college"))


def test_a_kind_that_is_none_is_refused() -> None:
    with pytest.raises(NoFormError, match="ไม่มีหน่วยงานประเภท “ร้านค้า” ระบุได้ดังนี้ ส่วนราชการระดับกรม") as fault:
        ita_docs.new(2569, kind="ร้านค้า")
    assert fault.value.about == "kind"


@by_kind
def test_a_tracker_is_in_the_words_of_its_kind(kind: OfficeKind) -> None:
    whole = made.submission()
    measures = tuple(
        replace(one, responsible=kind.form.responsible[0], actions=(kind.form.measure,)) for one in whole.measures
    )
    whole = replace(whole, office=replace(whole.office, name=kind.form.office), measures=measures)
    sheet = said(tracker.build(whole, load(whole.assessed_year), datetime.date(2023, 4, 1)))
    assert betraying(sheet, kind) == set()
    assert f"ดูเฉพาะงานของ{kind.form.unit}ตน" in sheet


# The words of the documents


@pytest.mark.parametrize(
    ("powers", "sentence"),
    [
        ("มาตรา ๖๐ แห่งพระราชบัญญัติ", "อาศัยอำนาจตามความในมาตรา ๖๐ แห่งพระราชบัญญัติ จึง"),
        ("ข้อ ๕ ของระเบียบกระทรวงมหาดไทย", "อาศัยอำนาจตามความในข้อ ๕ ของระเบียบกระทรวงมหาดไทย จึง"),
        ("คำสั่งจังหวัดเลย เรื่อง มอบอำนาจ", "อาศัยอำนาจตามคำสั่งจังหวัดเลย เรื่อง มอบอำนาจ จึง"),
        ("ระเบียบกระทรวงมหาดไทย", "อาศัยอำนาจตามระเบียบกระทรวงมหาดไทย จึง"),
        ("ประกาศกระทรวงสาธารณสุข", "อาศัยอำนาจตามประกาศกระทรวงสาธารณสุข จึง"),
        ("ความในมาตรา ๖๐", "อาศัยอำนาจตามความในมาตรา ๖๐ จึง"),
    ],
)
def test_what_stands_before_the_power_follows_what_gives_it(powers: str, sentence: str) -> None:
    made_of = ita_docs.build(write(form_of(made.with_order(made.submission(), powers=powers), FORM)), only="order")
    assert sentence in printed(made_of.files["order.docx"])


@pytest.mark.parametrize(
    ("name", "short_name", "sentences"),
    [
        ("อบต. ดอนทราย", "อบต.", ["ดำเนินงานของ อบต.~ดอนทรายประจำ", "จุดแข็งที่ อบต. ควร", "และ อบต. ควร"]),
        ("รพ.ดอนทราย", "รพ.ดอนทราย", ["ดำเนินงานของ รพ.ดอนทรายประจำ", "จุดแข็งที่ รพ.ดอนทรายควร", "และ รพ.ดอนทรายควร"]),
        ("โรงเรียนดอนทราย", "โรงเรียน", ["ดำเนินงานของโรงเรียนดอนทรายประจำ", "จุดแข็งที่โรงเรียนควร", "และโรงเรียนควร"]),
    ],
)
def test_an_abbreviation_stands_apart_from_words_and_whole(name: str, short_name: str, sentences: list[str]) -> None:
    whole = made.submission(overrides=())
    office = replace(whole, office=replace(whole.office, name=name, short_name=short_name))
    text = printed(ita_docs.build(write(form_of(office, FORM)), only="analysis").files["analysis.docx"])
    assert [one for one in sentences if one.replace("~", "\u00a0") not in text] == []


def test_what_an_office_typed_keeps_its_spaces() -> None:
    whole = made.with_order(made.submission(), reason="ด้วยอบต.ดอนทรายเข้าร่วมการประเมิน")
    office = replace(whole, office=replace(whole.office, name="อบต.ดอนทราย", short_name="อบต."))
    text = printed(ita_docs.build(write(form_of(office, FORM)), only="order").files["order.docx"])
    assert "ด้วยอบต.ดอนทรายเข้าร่วม" in text
    assert "คำสั่ง อบต.ดอนทราย" in text


@pytest.mark.parametrize(
    ("name", "short_name", "owner", "head", "bureau"),
    [
        ("อบต.หนองไผ่ขาว", "อบต.", "ฝ่ายปกครอง", "ด้วย อบต.หนองไผ่ขาวได้วิเคราะห์", "ฝ่ายปกครอง อบต.หนองไผ่ขาว "),
        ("สถานีวิจัยเขต 1", "สถานี", "ฝ่ายปกครอง", "ด้วยสถานีวิจัยเขต ๑ ได้วิเคราะห์", "ฝ่ายปกครอง สถานีวิจัยเขต ๑ "),
        ("จังหวัดดอนทราย", "จังหวัด", "สำนักงานจังหวัดดอนทราย", "ด้วยจังหวัดดอนทรายได้วิเคราะห์", "สำนักงานจังหวัดดอนทราย \nที่"),
    ],
)
def test_a_name_stands_as_typed_once_with_a_space_where_it_ends_in_a_digit(
    name: str, short_name: str, owner: str, head: str, bureau: str
) -> None:
    whole = made.submission()
    office = replace(whole.office, name=name, short_name=short_name)
    whole = replace(whole, office=office, papers=replace(whole.papers, owner=owner))
    files = ita_docs.build(write(form_of(whole, FORM))).files
    assert head in printed(files["notice.docx"])
    assert f"ส่วนราชการ {bureau}" in printed(files["memo.docx"])
    assert "อบต. หนอง" not in printed(files["analysis.docx"]).replace("\u00a0", " ")


@by_kind
def test_the_analysis_and_the_title_are_in_the_words_of_the_kind(kind: OfficeKind) -> None:
    whole = made.submission(overrides=())
    whole = replace(whole, office=replace(whole.office, name=kind.form.office, short_name=kind.form.short_names[0]))
    found = word(whole, load(whole.assessed_year), analyse(whole, load(whole.assessed_year)))
    assert found.heading == f"มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายใน{kind.texts.agency}"
    assert kind.texts.staff in found.indicators[1]
    assert kind.texts.clients in found.indicators[7]


def test_a_school_is_no_place_of_officers_and_the_public() -> None:
    whole = made.submission(overrides=())
    school = replace(whole, office=replace(whole.office, name="โรงเรียนดอนทราย", short_name="โรงเรียน"))
    for score in ("96", "86", "76", "50"):
        scores = tuple(replace(one, score=Decimal(score)) for one in school.scores)
        given = replace(school, scores=scores, questions=())
        found = word(given, load(2568), analyse(given, load(2568)))
        said = " ".join(found.indicators.values())
        assert [one for one in ("เจ้าหน้าที่", "ประชาชน", "ผู้รับบริการ", "ของหน่วยงาน", "ภายในหน่วยงาน") if one in said] == []


# The examples of the form


def general_of(year: int, **given: str) -> dict[str, list[str]]:
    """The lines of the general sheet by their headings: value, help, example."""
    rows = opened(blank(year, **given))[GENERAL.name].iter_rows(values_only=True)
    return {str(row[0]): [str(cell or "") for cell in row[1:4]] for row in rows}


@pytest.mark.parametrize("year", soak.some([year + 1 for year in available()], 3))
def test_the_dates_of_examples_are_working_days_in_their_order_and_year(year: int) -> None:
    rows = general_of(year)
    results = opened(blank(year))[RESULTS.name]
    activity = opened(blank(year))[ACTIVITIES.name]
    shown = [parse_date(rows[name][2]) for name in ("วันที่ลงนามในคำสั่ง", "วันที่ของบันทึกข้อความ", "วันที่ของประกาศ")]
    shown.insert(1, parse_date(activity.cell(HEADING_ROW + 2, 2).value))
    days = [day for day in shown if day]
    assert (len(days), days) == (4, sorted(days))
    reported = parse_date(results.cell(HEADING_ROW + 2, 5).value)
    assert reported
    assert [day_off(day) for day in (*days, reported)] == [""] * 5
    assert {fiscal_year(day) for day in days} == {year}
    assert fiscal_year(reported) == year - 1


@pytest.mark.parametrize("year", [2563, 2566, 2567, 2568, 2569])
def test_the_example_of_a_level_is_that_of_the_example_of_a_total(year: int) -> None:
    rows = general_of(year)
    total = Decimal(rows["คะแนนรวมที่ประกาศ"][2])
    framework = load(year - 1)
    assert rows["ระดับที่ประกาศ"][2] == level(framework.levels, total, [total] * len(framework.instruments)).name


def test_examples_and_helps_are_what_the_year_asks_for() -> None:
    rows = general_of(2569)
    asked = {name: row[2] for name, row in rows.items() if "ต้องมีตามข้อ O25" in row[1]}
    assert asked == {
        "จัดเอกสารตาม": "ประเด็น 7 ด้าน",
        "คอลัมน์ขั้นตอน": "แสดง",
        "คอลัมน์ระยะเวลา": "แสดง",
        "คอลัมน์การรายงานผล": "แสดง",
    }
    assert rows["คอลัมน์งบประมาณ"][2] == "ไม่แสดง"
    comments = [cell.comment.text for cell in opened(blank(2569))[MEASURES.name][HEADING_ROW + 1] if cell.comment]
    assert [one for one in comments if "(ถ้ามี)" in one and "ต้องมี" in one] == []
    assert sum("ต้องมีตามข้อ O25" in one for one in comments) == 3


@pytest.mark.parametrize(
    ("name", "assessor"),
    [("โรงเรียนบ้านดอนทราย", "สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน"), ("เทศบาลตำบลดอนทราย", "สำนักงาน ป.ป.ช.")],
)
def test_wrong_scores_are_to_be_compared_with_what_the_offices_own_assessor_published(name: str, assessor: str) -> None:
    whole = made.submission(published=Published(total=Decimal("95.00"), level="B", instruments={"IIT": Decimal("58")}))
    whole = replace(whole, office=replace(whole.office, name=name))
    hints = [one.hint for one in check(whole, load(2565)) if one.kind in ("total-off", "instrument-off", "level-wrong")]
    assert len(hints) == 3
    assert all(f"ประกาศของ{assessor}" in hint for hint in hints)


def test_examples_of_the_form_are_no_data() -> None:
    whole, rules = made.submission(), load(2565)
    order = made.replace(whole.order, signatory_position="ผู้อำนวยการเขตตัวอย่าง")
    papers = made.replace(whole.papers, telephone="๐ ๒๑๒๓ ๔๕๖๗ ต่อ ๘๙")
    copied = made.replace(whole, order=order, papers=papers)
    assert [one.found for one in check_examples(copied, rules)] == ["ผู้อำนวยการเขตตัวอย่าง", "๐ ๒๑๒๓ ๔๕๖๗ ต่อ ๘๙"]
    named = made.replace(copied, office=made.replace(whole.office, name="สำนักงานเขตตัวอย่าง"))
    assert [one.found for one in check_examples(named, rules)] == ["สำนักงานเขตตัวอย่าง"]
    assert list(check_examples(whole, rules)) == []
