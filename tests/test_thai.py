"""Thai text, digits, numbers, dates, titles: what goes in beside what comes out."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from ita_docs import thai
from ita_docs.framework.scores import FullMark, ScoreFormat
from letter_by_letter import drawn

DAY = datetime.date(2022, 10, 25)


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("ทั้งนี้\u00a0ตั้งแต่\u2003บัดนี้", "ทั้งนี้ ตั้งแต่ บัดนี้"),
        ("\ufeffความ\u200bโปร่งใส\u200d", "ความโปร่งใส"),
        ("ก\tข\x07", "ก ข"),
        ("บรรทัดหนึ่ง \r\n  บรรทัดสอง\rบรรทัดสาม", "บรรทัดหนึ่ง\nบรรทัดสอง\nบรรทัดสาม"),
        ("น\u0e4d\u0e32", "นำ"),
        ("น\u0e4d\u0e49\u0e32 น\u0e49\u0e4d\u0e32", "น้ำ น้ำ"),
        ("  สอง   คำ  ", "สอง คำ"),
        ("เเละ คุ่มค่า ต่างๆ", "เเละ คุ่มค่า ต่างๆ"),
        ("", ""),
    ],
)
def test_clean_removes_the_unseen_and_corrects_nothing(text: str, cleaned: str) -> None:
    assert thai.clean(text) == cleaned


def test_clean_twice_is_clean_once() -> None:
    once = thai.clean(" ก\u200b \u00a0 ข \u0e4d\u0e32\u0e4d\u0e32")
    assert thai.clean(once) == once


@pytest.mark.parametrize(
    ("copied", "cleaned"),
    [
        ("ผู\uf70bอำนวยการเขตดอนทราย", "ผู้อำนวยการเขตดอนทราย"),
        ("เผยแพร\uf70aคู\uf70aมือให\uf70bเจ\uf70bาหน\uf70bาที่ทราบ", "เผยแพร่คู่มือให้เจ้าหน้าที่ทราบ"),
        ("ป\uf701ดป\uf702 ป\uf703ก ป\uf704น", "ปิดปี ปึก ปืน"),
        ("ป\uf710จจุบัน ฝ\uf710\uf714ง ป\uf702\uf714 ป\uf712น ฟ\uf712\uf713", "ปัจจุบัน ฝั้ง ปี้ ป็น ฟ็่"),
        ("ป\uf705า ฟ\uf706า ป\uf707า ป\uf708า ฟ\uf709", "ป่า ฟ้า ป๊า ป๋า ฟ์"),
        ("ก\uf70a ก\uf70b ก\uf70c ก\uf70d สิทธิ\uf70e", "ก่ ก้ ก๊ ก๋ สิทธิ์"),
        ("ปฟ\uf710\uf715 ฝ\uf710\uf716 ฟ\uf704\uf717", "ปฟั๊ ฝั๋ ฟื์"),
        ("ป\uf711า ฟ\uf711\uf714า", "ปำ ฟ้ำ"),
        ("\uf70fุ \uf700ุ \uf71bู \uf71cฺ \uf71dิ", "ญุ ฐุ ฎู ฏฺ ฬิ"),
        ("ฎ\uf718 ฏ\uf719 ฎ\uf71a", "ฎุ ฏู ฎฺ"),
        ("  ผู\uf70b\u200b\r\nอํานวยการ ", "ผู้\nอำนวยการ"),
    ],
)
def test_clean_reads_the_private_marks_of_old_fonts_as_the_marks_they_draw(copied: str, cleaned: str) -> None:
    assert thai.clean(copied) == cleaned


DRAWN_WORDS = (
    "ผู้อำนวยการ", "ปิดประกาศ", "ปีงบประมาณ", "ปฏิบัติหน้าที่", "ฝั่งตะวันออก", "ป้องกัน", "ปั๊มน้ำ", "ฝึกอบรม", "เป็นไปได้",
    "กตัญญู", "ราษฎรูปถัมภ์", "ฐุ", "พื้นฐาน", "กฎุมพี", "วรรณกรรมบาฬี", "ทีฬิกา", "น้ำค้าง", "ฟ้ำ", "ปำ", "กฏิกา",
    "สิทธิ์", "ทรัพย์สิน", "โป๊ะ", "ก๋วยเตี๋ยว", "ปู่ย่า", "ฟุ้งเฟ้อ", "ฝุ่น", "พินฺทุ", "ญาติผู้ใหญ่", "ITA ๒๕๖๖",
)  # fmt: skip


@pytest.mark.parametrize("word", DRAWN_WORDS)
def test_a_word_drawn_and_cleaned_is_the_word_again(word: str) -> None:
    assert thai.clean(drawn(word)) == word


def test_drawing_uses_every_private_mark_that_clean_reads() -> None:
    syllables = [
        consonant + above + below + tone + am
        for consonant in "กปฝฟฬญฐฎฏ"
        for above in ("", *"\u0e31\u0e34\u0e35\u0e36\u0e37\u0e47")
        for below in ("", *"\u0e38\u0e39\u0e3a")
        for tone in ("", *"\u0e48\u0e49\u0e4a\u0e4b\u0e4c")
        for am in ("", "" if above or below or tone == "\u0e4c" else "\u0e33")
    ]
    private = {char for syllable in syllables for char in drawn(syllable) if "\ue000" <= char <= "\uf8ff"}
    assert private == {chr(code) for code in range(0xF700, 0xF71E)}
    assert [thai.clean(drawn(one)) for one in syllables] == syllables


def test_digits_map_both_ways() -> None:
    assert thai.thai_digits("0123456789") == "๐๑๒๓๔๕๖๗๘๙"
    assert thai.arabic_digits("๐๑๒๓๔๕๖๗๘๙") == "0123456789"


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("คะแนน 87.50 ปี 2566", "คะแนน ๘๗.๕๐ ปี ๒๕๖๖"),
        ("ข้อ O42 และ i1–i30 ของปี 2566(ITA)", "ข้อ O42 และ i1–i30 ของปี ๒๕๖๖(ITA)"),
        ("มาตรฐาน ISO9001 หรือ covid-19 จำนวน 3 ครั้ง", "มาตรฐาน ISO9001 หรือ covid-19 จำนวน ๓ ครั้ง"),
        ("https://www.example.go.th/2566/a1?x=2 หน้า 4", "https://www.example.go.th/2566/a1?x=2 หน้า ๔"),
        ("example.go.th/ita/2566 ข้อ 1", "example.go.th/ita/2566 ข้อ ๑"),
        ("user1@example.go.th โทร. 02 123 4567", "user1@example.go.th โทร. ๐๒ ๑๒๓ ๔๕๖๗"),
        ("E-service 2 ระบบ", "E-service ๒ ระบบ"),
    ],
)
def test_thai_digits_in_documents_leave_latin_tokens_alone(text: str, printed: str) -> None:
    assert thai.digits(text, thai=True) == printed


def test_arabic_digits_in_documents_are_arabic_throughout() -> None:
    assert thai.digits("ข้อ ๑ ปี 2566", thai=False) == "ข้อ 1 ปี 2566"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("๘๗.๕๐", Decimal("87.50")),
        (" 1,234.5 ", Decimal("1234.5")),
        ("-3", Decimal(-3)),
        ("−3", Decimal(-3)),
        ("100", Decimal(100)),
        ("", None),
        ("1,23", None),
        ("1e2", None),
        ("NaN", None),
        ("87.50 คะแนน", None),
        ("8๗.5", Decimal("87.5")),
    ],
)
def test_parse_number(text: str, number: Decimal | None) -> None:
    assert thai.parse_number(text) == number


@pytest.mark.parametrize(
    "value",
    [
        "25 ตุลาคม 2565",
        "๒๕ ตุลาคม ๒๕๖๕",
        "๒๕ ตุลาคม พ.ศ. ๒๕๖๕",
        "๒๕  ตุลาคม  พ.ศ.๒๕๖๕",
        "วันที่ 25 ตุลาคม 2565",
        "เมื่อวันที่ 25 ตุลาคม 2565",
        "วันอังคารที่ ๒๕ ตุลาคม ๒๕๖๕",
        "วันที่ ๒๕ เดือนตุลาคม พ.ศ. ๒๕๖๕",
        "25 เดือน ตุลาคม 2565",
        "25 ต.ค. 65",
        "25 ต.ค.65",
        "25 ตค 2565",
        "25 ตุลาคม ค.ศ. 2022",
        "25/10/2565",
        "25/10/65",
        "25-10-2022",
        "25.10.2565",
        "2022-10-25",
        "2565-10-25",
        "2022-10-25 00:00:00",
        datetime.date(2022, 10, 25),
        datetime.datetime(2022, 10, 25, 9, 30),
        datetime.date(2565, 10, 25),
    ],
)
def test_parse_date_takes_every_form_in_either_era(value: object) -> None:
    assert thai.parse_date(value) == DAY


@pytest.mark.parametrize("value", ["31 กุมภาพันธ์ 2566", "25/13/2565", "ตุลาคม 2565", "25 ตุลา 2565", "", 44859, None])
def test_parse_date_refuses_what_is_no_date(value: object) -> None:
    assert thai.parse_date(value) is None


def test_parse_date_refuses_the_missing_date_of_pandas() -> None:
    pandas = pytest.importorskip("pandas")
    assert thai.parse_date(pandas.NaT) is None


def test_leap_day_in_the_buddhist_era() -> None:
    assert thai.parse_date("29 ก.พ. 2567") == datetime.date(2024, 2, 29)
    assert thai.parse_date("29 ก.พ. 2566") is None


@pytest.mark.parametrize("month", range(1, 13))
def test_each_month_is_read_in_full_and_short(month: int) -> None:
    day = datetime.date(2023, month, 9)
    assert thai.parse_date(thai.date_long(day)) == day
    assert thai.parse_date(f"9 {thai.MONTHS_SHORT[month - 1]} 66") == day


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("๓๙๘ / ๒๕๖๕", ("398", 2565)),
        ("398/2565", ("398", 2565)),
        ("ที่ 398/65", ("398", 2565)),
        ("คำสั่งที่ 1/2566", ("1", 2566)),
        ("๐๑๒ / ๒๕๖๖", ("012", 2566)),
        ("ที่ ผวก. ๑๒/๒๕๖๖", ("ผวก. 12", 2566)),
        ("พ.(บ)๐๙/๒๕๖๖", ("พ.(บ)09", 2566)),
        ("ที่ พิเศษ ๔๖/๒๕๖๖", ("พิเศษ 46", 2566)),
        ("กท 4502/2566", None),
        ("000/2566", None),
        ("398", None),
        ("กท 4502/398", None),
        ("", None),
    ],
)
def test_parse_order_number(text: str, number: tuple[str, int] | None) -> None:
    assert thai.parse_order_number(text) == number


def test_dates_in_words() -> None:
    assert thai.date_long(DAY) == "25 ตุลาคม 2565"
    assert thai.date_order(DAY) == "25 ตุลาคม พ.ศ. 2565"
    assert thai.WEEKDAYS[DAY.weekday()] == "อังคาร"


@pytest.mark.parametrize(
    ("day", "calendar", "fiscal"),
    [
        (datetime.date(2022, 9, 30), 2565, 2565),
        (datetime.date(2022, 10, 1), 2565, 2566),
        (datetime.date(2023, 1, 1), 2566, 2566),
    ],
)
def test_fiscal_year_turns_on_the_first_of_october(day: datetime.date, calendar: int, fiscal: int) -> None:
    assert (thai.be_year(day), thai.fiscal_year(day)) == (calendar, fiscal)


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        ("87.5", 2, "87.50"), ("84.995", 2, "85.00"), ("2.675", 2, "2.68"), ("2.665", 2, "2.67"),
        ("99.999", 2, "100.00"), ("0", 2, "0.00"),
        ("100.00", 2, "100"), ("87.5", 1, "87.5"), ("84.95", 1, "85.0"), ("84.5", 0, "85"), ("100", 0, "100"),
    ],
)  # fmt: skip
def test_a_score_has_the_decimals_asked_for_half_up(value: str, decimals: int, text: str) -> None:
    assert ScoreFormat(decimals).text(Decimal(value)) == text


@pytest.mark.parametrize(("decimals", "text"), [(2, "100.00"), (1, "100.0"), (0, "100")])
def test_a_full_mark_is_written_as_asked(decimals: int, text: str) -> None:
    assert ScoreFormat(decimals, FullMark.LONG).text(Decimal(100)) == text


@pytest.mark.parametrize(("value", "text"), [("1.25", "+1.25"), ("-0.5", "-0.50"), ("0", "0.00")])
def test_a_change_has_its_sign(value: str, text: str) -> None:
    assert ScoreFormat(2).signed(Decimal(value)) == text


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "ศูนย์"), (2, "สอง"), (10, "สิบ"), (11, "สิบเอ็ด"), (20, "ยี่สิบ"), (21, "ยี่สิบเอ็ด"), (35, "สามสิบห้า"), (90, "เก้าสิบ")],
)
def test_a_number_in_words(number: int, words: str) -> None:
    assert thai.in_words(number) == words


@pytest.mark.parametrize(
    ("name", "title", "rest"),
    [
        ("นางสาวสมใจ ดีงาม", "นางสาว", "สมใจ ดีงาม"),
        ("น.ส. สมใจ ดีงาม", "น.ส.", "สมใจ ดีงาม"),
        ("ว่าที่ ร.ต. สมชาย ดีงาม", "ว่าที่ ร.ต.", "สมชาย ดีงาม"),
        ("ว่าที่ร้อยตรี หญิง สมใจ ดีงาม", "ว่าที่ร้อยตรี หญิง", "สมใจ ดีงาม"),
        ("ว่าที่ร้อยตรีหญิงสมใจ ดีงาม", "ว่าที่ร้อยตรีหญิง", "สมใจ ดีงาม"),
        ("พล.ต.อ.สมชาย", "พล.ต.อ.", "สมชาย"),
        ("พ.อ.อ. สมชาย", "พ.อ.อ.", "สมชาย"),
        ("ผศ. ดร.สมใจ ดีงาม", "ผศ. ดร.", "สมใจ ดีงาม"),
        ("ม.ร.ว.สมชาย", "ม.ร.ว.", "สมชาย"),
        ("พระมหาสมชาย", "พระมหา", "สมชาย"),
        ("นายกมล ดีงาม", "นาย", "กมล ดีงาม"),
        ("นายแพทย์สมชาย", "นายแพทย์", "สมชาย"),
        ("นายกองเอก สมชาย ดีงาม", "นายกองเอก", "สมชาย ดีงาม"),
        ("นายหมวดตรีสมชาย ดีงาม", "นายหมวดตรี", "สมชาย ดีงาม"),
        ("นายกองเงิน ดีงาม", "นาย", "กองเงิน ดีงาม"),
        ("นายกองค์การบริหารส่วนตำบล", "", "นายกองค์การบริหารส่วนตำบล"),
        ("นายอำเภอเมือง", "", "นายอำเภอเมือง"),
        ("นายกเทศมนตรี", "", "นายกเทศมนตรี"),
        ("นายช่างโยธาอาวุโส", "", "นายช่างโยธาอาวุโส"),
        ("พันเอก (พิเศษ) สมชาย ดีงาม", "พันเอก (พิเศษ)", "สมชาย ดีงาม"),
        ("พ.อ.(พิเศษ) หญิง สมใจ ดีงาม", "พ.อ.(พิเศษ) หญิง", "สมใจ ดีงาม"),
        ("ศาสตราจารย์เกียรติคุณ นพ.สมชาย", "ศาสตราจารย์เกียรติคุณ นพ.", "สมชาย"),
        ("ศาสตราจารย์ พิเศษ ดีงาม", "ศาสตราจารย์", "พิเศษ ดีงาม"),
        ("อ. ดร.สมใจ ดีงาม", "อ. ดร.", "สมใจ ดีงาม"),
        ("อ.ก.พ. กรุงเทพมหานคร", "", "อ.ก.พ. กรุงเทพมหานคร"),
        ("ทพ. ญ. สมใจ", "ทพ. ญ.", "สมใจ"),
        ("พระครูปลัดสมชาย", "พระครูปลัด", "สมชาย"),
        ("เด็กหญิงสมใจ ดีงาม", "เด็กหญิง", "สมใจ ดีงาม"),
        ("Mr. John Smith", "Mr.", "John Smith"),
        ("พว. สมใจ", "พว.", "สมใจ"),
        ("สมชาย ดีงาม", "", "สมชาย ดีงาม"),
        ("นาย", "นาย", ""),
        ("นายิกา ดีงาม", "", "นายิกา ดีงาม"),
    ],
)
def test_split_title_takes_the_longest_title(name: str, title: str, rest: str) -> None:
    assert thai.split_title(name) == (title, rest)


@pytest.mark.parametrize(
    ("title", "rank", "rest"),
    [
        ("ว่าที่ร้อยตรี ดร.", "ว่าที่ร้อยตรี", "ดร."),
        ("ว่าที่ร้อยตรี หญิง", "ว่าที่ร้อยตรี หญิง", ""),
        ("พ.ต.อ. หญิง", "พ.ต.อ. หญิง", ""),
        ("แพทย์หญิง", "", "แพทย์หญิง"),
        ("นายกองเอก", "นายกองเอก", ""),
        ("ว่าที่พันเอก (พิเศษ) ดร.", "ว่าที่พันเอก (พิเศษ)", "ดร."),
    ],
)
def test_split_rank_takes_the_whole_rank(title: str, rank: str, rest: str) -> None:
    assert thai.split_rank(title) == (rank, rest)


def test_fold_keeps_the_spelling_alone() -> None:
    assert thai.fold("น.ส. สมใจ  ดีงาม") == thai.fold("นางสาวสมใจดีงาม") == "สมใจดีงาม"
    assert thai.fold("สมศักดิ์ แก้วดี") == "สมศักดิแกวดี"
    assert thai.fold("สมใจ ดีงาม") != thai.fold("สมใจ ดีนาม")


def test_dates_within_a_text() -> None:
    text = "เมื่อวันที่ ๒๖ มกราคม ๒๕๖๖ และ 8 ก.พ. 2566 ณ ห้องประชุม ชั้น 3"
    assert list(thai.dates_in(text)) == [datetime.date(2023, 1, 26), datetime.date(2023, 2, 8)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ที่\u0e48ประชุม", ["ที่\u0e48ประช"]),
        ("นำ\u0e49", ["นำ\u0e49"]),
        ("\u0e48ก", ["\u0e48ก"]),
        ("ก\u0e48\u0e34น", ["ก\u0e48\u0e34น"]),
        ("คำสั่ง า", ["สั่ง า"]),
        ("ดูแ ล", ["ดูแ ล"]),
        ("ให้เป็ นไป", ["ให้เป็ นไป"]),
        ("การรบั รอง", ["การรบั รอง"]),
        ("เครื่องมื อ", ["รื่องมื อ"]),
        ("ความตอ้ งการ", ["วามตอ้ งกา"]),
        ("บ่ ใกล้ ไม่ แค่ แพร่ แหล่ พร้อม ก็ ก็บอก ใต้ เมื่อ ทั่วไป", []),
        ("ศักดิ์สิทธิ์ พันธุ์ ก็ เกาะ เปี๊ยะ น้ำ ลั๊วะ ฤๅษี ฯลฯ ค่ะ เเละ", []),
    ],
)
def test_misplaced_marks(text: str, found: list[str]) -> None:
    assert list(thai.misplaced_marks(text)) == found


@pytest.mark.parametrize(("one", "other"), [("ศิริพรรณ", "สิริพันธุ์"), ("ณัฐ", "นัถ"), ("ภิญโญ", "พิยโย"), ("นางใจดี", "นายไจดี")])
def test_names_of_one_sound_are_alike(one: str, other: str) -> None:
    assert thai.sound(one) == thai.sound(other)
    assert thai.fold(one) != thai.fold(other)


def test_names_of_another_sound_are_not() -> None:
    assert thai.sound("พรพิมล") != thai.sound("พรวิมล")


def test_breadth_counts_letters_and_not_what_stands_above_or_below() -> None:
    assert thai.breadth("ฝ่ายทะเบียน") == 8.5
    assert thai.breadth("กขค") == 3


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("ต่าง ๆ ที่ พ.ศ. 2566", "ต่าง\u00a0ๆ ที่ พ.ศ.\u00a02566"),
        ("พ.ศ. ๒๕๖๖", "พ.ศ.\u00a0๒๕๖๖"),
        ("ปี พ.ศ. นี้", "ปี พ.ศ. นี้"),
        ("ดังนี้ (๑) นายดี (12) นางงาม", "ดังนี้ (๑)\u00a0นายดี (12)\u00a0นางงาม"),
        ("ข้อ (ก) และ (ITA) ต่อ", "ข้อ (ก) และ (ITA) ต่อ"),
    ],
)
def test_a_line_does_not_end_before_a_repeat_mark_or_a_year(text: str, kept: str) -> None:
    assert thai.unbroken(text) == kept


def test_a_text_is_cut_short_on_one_line_and_no_mark_is_parted_from_its_letter() -> None:
    assert thai.shortened("ที่ประชุม\nมีมติ", 15) == "ที่ประชุม มีมติ"
    assert thai.shortened("ที่ประชุมที่นี่", 12) == "ที่ประชุม…"
    assert thai.shortened("ก" * 61, 60) == "ก" * 59 + "…"
    assert thai.shortened("\u0e48" * 61, 60) == "\u0e48" * 59 + "…"


def test_names_in_latin_letters_are_compared_whatever_their_case() -> None:
    assert thai.fold("John SMITH") == thai.fold("john smith") == "johnsmith"
    assert thai.sound("John SMITH") == thai.sound("john smith")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("ม.ค. - ก.ย. 2569", (2026, 1, 1), (2026, 9, 30)),
        ("ต.ค. ๒๕๖๘ – ก.ย. ๒๕๖๙", (2025, 10, 1), (2026, 9, 30)),
        ("ธ.ค. – มี.ค. 2569", (2025, 12, 1), (2026, 3, 31)),
        ("พ.ย. ถึง ก.พ.", (2025, 11, 1), (2026, 2, 28)),
        ("1 ต.ค. 68 - 15 ม.ค. 69", (2025, 10, 1), (2026, 1, 15)),
        ("1/11/2568 – 31/3/2569", (2025, 11, 1), (2026, 3, 31)),
        ("ระหว่างเดือนมกราคม ถึงเดือนมีนาคม พ.ศ. 2569", (2026, 1, 1), (2026, 3, 31)),
        ("มีนาคม 2569", (2026, 3, 1), (2026, 3, 31)),
        ("ภายใน 31 มีนาคม 2569", (2025, 10, 1), (2026, 3, 31)),
        ("ตั้งแต่เดือนมกราคม 2569 เป็นต้นไป", (2026, 1, 1), (2026, 9, 30)),
        ("ตั้งแต่เดือนมกราคม 2569", (2026, 1, 1), (2026, 9, 30)),
        ("มกราคม 2569 เป็นต้นไป", (2026, 1, 1), (2026, 9, 30)),
        ("ไตรมาสที่ 1 - 2", (2025, 10, 1), (2026, 3, 31)),
        ("ไตรมาส 4 ปีงบประมาณ พ.ศ. 2569", (2026, 7, 1), (2026, 9, 30)),
    ],
)
def test_a_span_of_time_as_offices_write_it(text: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    found = thai.span_of(text, 2569)
    assert found
    assert (found.first, found.last) == (datetime.date(*first), datetime.date(*last))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ตลอดปีงบประมาณ",
        "ต.ค. 2568 และ เม.ย. 2569",
        "ทุกเดือน ม.ค. – ก.ย. 2569",
        "31 กุมภาพันธ์ 2569",
        "ก.ย. 2569 – ต.ค. 2568",
        "ไตรมาส 3 - 1",
        "ม.ค. – มี.ค. – ก.ย. 2569",
    ],
)
def test_what_is_no_one_span_is_none(text: str) -> None:
    assert thai.span_of(text, 2569) is None
