"""The frameworks that travel with the program, and the loader that refuses a file which is not whole."""

from __future__ import annotations

import re
import shutil
from decimal import Decimal
from pathlib import Path
from string import Formatter

import pytest

from ita_docs.framework import load, records
from ita_docs.framework.load import FOLDER, Framework, FrameworkError
from ita_docs.framework.model import Questions
from ita_docs.framework.phrases import KIND_WORDS

YEARS = tuple(range(2562, 2570))
NAMES = (
    "การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ", "การใช้ทรัพย์สินของราชการ", "การแก้ไขปัญหาการทุจริต",
    "คุณภาพการดำเนินงาน", "ประสิทธิภาพการสื่อสาร", "การปรับปรุงระบบการทำงาน", "การเปิดเผยข้อมูล", "การป้องกันการทุจริต",
)  # fmt: skip


def test_there_is_a_framework_for_each_year() -> None:
    assert load.available() == YEARS


@pytest.mark.parametrize("year", YEARS)
def test_every_year_has_three_instruments_and_the_same_ten_indicators(year: int) -> None:
    framework = load.load(year)
    assert framework.year == year
    assert [(one.code, one.weight, len(one.indicators)) for one in framework.instruments] == [
        ("IIT", Decimal("0.30"), 5),
        ("EIT", Decimal("0.30"), 3),
        ("OIT", Decimal("0.40"), 2),
    ]
    assert tuple(one.name for one in framework.indicators) == NAMES
    assert framework.goal.score == 85


@pytest.mark.parametrize(
    ("year", "codes"),
    [
        (2562, ["O47", "O48"]),
        (2563, ["O42", "O43"]),
        (2566, ["O42", "O43"]),
        (2567, ["O34", "O35"]),
        (2568, ["O27", "O28"]),
        (2569, ["O25", "O26"]),
    ],
)
def test_the_items_that_ask_for_the_pack(year: int, codes: list[str]) -> None:
    items = load.load(year).items
    assert [item.code for item in items] == codes
    assert [item.documents for item in items] == [("analysis", "measures"), ("results",)]


@pytest.mark.parametrize(("year", "last"), [(2562, 48), (2563, 43), (2566, 43), (2567, 35), (2568, 28), (2569, 26)])
def test_the_number_of_oit_items(year: int, last: int) -> None:
    assert load.load(year).instruments[2].questions.last == last


def test_oit_is_called_a_measure_from_2567_on() -> None:
    names = {year: load.load(year).instruments[2].name for year in YEARS}
    assert {year for year, name in names.items() if name == "แบบตรวจการเปิดเผยข้อมูลสาธารณะ"} == {
        2562,
        2563,
        2564,
        2565,
        2566,
    }
    assert {year for year, name in names.items() if name == "แบบวัดการเปิดเผยข้อมูลสาธารณะ"} == {2567, 2568, 2569}


def test_eit_has_two_parts_from_2566_on() -> None:
    parts = {year: [part.code for part in load.load(year).instruments[1].parts] for year in YEARS}
    assert parts == {year: [] if year < 2566 else ["EIT1", "EIT2"] for year in YEARS}


@pytest.mark.parametrize("year", YEARS)
def test_known_questions_of_indicators_lie_end_to_end_in_their_instrument(year: int) -> None:
    for instrument in load.load(year).instruments:
        runs = [indicator.questions for indicator in instrument.indicators]
        if all(run.last for run in runs):
            assert _end_to_end([instrument.questions.first, *(run.first for run in runs[1:])], runs)
            assert runs[-1].last == instrument.questions.last


def _end_to_end(starts: list[int], runs: list[Questions]) -> bool:
    return starts == [1, *(run.last + 1 for run in runs[:-1])]


def test_seven_topics_from_2567_on_cover_all_indicators() -> None:
    assert {year: len(load.load(year).topics) for year in YEARS} == {year: 7 if year >= 2567 else 0 for year in YEARS}
    topics = load.load(2567).topics
    assert sorted(number for topic in topics for number in topic.indicators) == list(range(1, 11))
    assert not any(topic.verified for topic in topics)


def test_topics_are_fed_by_questions_too_none_of_them_verified() -> None:
    assert {topic.number: topic.questions for topic in load.load(2569).topics if topic.questions} == {
        2: ("e-service",),
        5: ("9.3",),
        6: ("9.4",),
    }
    codes = {year: {one.key: one.codes for one in load.load(year).question_groups} for year in range(2566, 2570)}
    nine = {"9.3": ("o19", "o20", "o21", "o22"), "9.4": ("o23", "o24", "o25", "o26")}
    assert codes[2566] == {"e-service": ("o18",), **nine}
    assert codes[2567]["9.3"] == ("o14", "o15", "o16", "o17")
    assert codes[2569] == codes[2568] == {"e-service": (), "9.3": (), "9.4": ()}
    assert not any(one.verified for year in codes for one in load.load(year).question_groups)


@pytest.mark.parametrize("year", [2566, 2567])
def test_the_questions_of_a_sub_indicator_of_oit_are_those_of_its_indicator(year: int) -> None:
    framework = load.load(year)
    run = framework.instruments[2].indicators[0].questions
    numbers = [int(code.removeprefix("o")) for one in framework.question_groups for code in one.codes]
    assert len(numbers) == len(set(numbers))
    assert {run.first <= number <= run.last for number in numbers} == {True}


def test_other_spellings_of_an_indicator() -> None:
    by_number = {one.number: one for one in load.load(2565).indicators}
    assert by_number[3].names == ("การใช้อำนาจ", "การใช้อำนาจหน้าที่")
    assert by_number[4].names == ("การใช้ทรัพย์สินของราชการ", "การใช้ทรัพย์สินของทางราชการ")
    assert by_number[8].names == ("การปรับปรุงระบบการทำงาน", "การปรับปรุงการทำงาน")


# Phrases


def _texts(value: object, path: str = "") -> list[tuple[str, str]]:
    """Every text of a framework with its path."""
    if isinstance(value, str):
        return [(path, value)]
    if isinstance(value, dict):
        return [found for key, one in value.items() for found in _texts(one, f"{path}.{key}")]
    if isinstance(value, tuple):
        return [found for index, one in enumerate(value) for found in _texts(one, f"{path}.{index}")]
    slots = getattr(value, "__slots__", ())
    return [found for slot in slots for found in _texts(getattr(value, slot), f"{path}.{slot}")]


FORTY = [
    (f"{number}.{band}", text)
    for number, texts in load.load(2565).phrases.indicators.items()
    for band, text in texts.items()
]


def test_every_indicator_has_a_sentence_in_every_range_in_every_year() -> None:
    for year in YEARS:
        phrases = load.load(year).phrases
        assert [str(band) for band in phrases.bands] == ["95", "85", "75", "0"]
        for one in load.load(year).indicators:
            assert phrases.indicators[one.name].keys() == {"95", "85", "75", "0"}, (year, one.number)
    assert len({text for _, text in FORTY}) == 40


@pytest.mark.parametrize(("key", "text"), FORTY, ids=[key for key, _ in FORTY])
def test_an_indicator_sentence_begins_as_the_published_ones_do_and_is_well_formed(key: str, text: str) -> None:
    assert re.match("ได้(?:ค่าคะแนน)? {score} คะแนน ซึ่งสะท้อนว่า ?(?! )", text), key
    fields = [name for _, name, _, _ in Formatter().parse(text) if name]
    assert fields.count("score") == 1
    assert set(fields) <= {"score", "short_name", "head_title", *KIND_WORDS}


@pytest.mark.parametrize(
    ("band", "words"),
    [
        ("95", "ดีอยู่แล้ว และควรมีการพัฒนาให้เกิดความต่อเนื่องและดียิ่งขึ้นไป"),
        ("85", "แต่ยัง(?:คง|ควร)พัฒนาให้เกิดความต่อเนื่องและดียิ่งขึ้น"),
        ("75", "ควรพัฒนา|แต่ยังคงพัฒนา"),
        ("0", "ยังต้องปรับปรุง"),
    ],
)
def test_the_words_of_a_range(band: str, words: str) -> None:
    for key, text in FORTY:
        if key.endswith(f".{band}"):
            assert re.search(words, text), key


@pytest.mark.parametrize("year", YEARS)
def test_no_text_has_stray_spaces_or_marks(year: int) -> None:
    for path, text in _texts(load.load(year)):
        if path.endswith((".summary.joined", ".summary.last_joined", ".opening.last_joined")):
            continue
        assert text == text.strip(), path
        assert not re.search(r"  |[\u200b\u00a0\ufeff]|\u0e4d\u0e32|เเ| [,;)]|ๆๆ", text), path
        assert not re.search("[ก-๙]ๆ|ๆ[ก-๙]", text), path
        assert not re.search("ค่ะ|นะคะ|ครับ|[๐-๙]", text), path


def test_no_sentence_names_a_kind_of_office() -> None:
    for path, text in _texts(load.load(2569).phrases):
        if not path.endswith(".source"):
            assert not re.search("สำนักงานเขต|เทศบาล|กรุงเทพ|ผู้อำนวยการ|ตลิ่งชัน", text), path


# The loader


@pytest.mark.parametrize(
    "text",
    [
        "a=" + "[" * 5_000,
        "a=" + "{b=" * 5_000,
        "a" + ".a" * 5_000 + "=1",
        "[" + "a." * 5_000 + "a]",
        "a=" + "[" * 20 + "]" * 20,
    ],
    ids=["lists", "tables", "keys", "heads", "just too deep"],
)
def test_a_file_whose_tables_stand_in_each_other_too_deep(tmp_path: Path, text: str) -> None:
    path = tmp_path / "2566.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FrameworkError, match=r"^ไฟล์ 2566\.toml มีคีย์หรือวงเล็บซ้อนกันลึกผิดปกติ"):
        records.read(path)
    path.write_text("a=" + "[" * 19 + "]" * 19, encoding="utf-8")
    assert records.read(path)


def test_a_file_that_no_number_fits_or_that_the_system_keeps_back(tmp_path: Path) -> None:
    path = tmp_path / "2566.toml"
    path.write_text("a=" + "1" * 5_000, encoding="utf-8")
    with pytest.raises(FrameworkError, match=r"^ไฟล์ 2566\.toml ไม่เป็นไปตามรูปแบบ TOML"):
        records.read(path)
    with pytest.raises(FrameworkError, match=r"^เปิดอ่านไฟล์เกณฑ์การประเมิน .+ ไม่ได้"):
        records.read(tmp_path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the packaged files, to put one fault in."""
    for path in FOLDER.glob("*.toml"):
        shutil.copy(path, tmp_path)
    return tmp_path


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("2562.toml", "weight = 0.30\n", "", "ไฟล์ 2562.toml ขาดคีย์ instruments.IIT.weight"),
        (
            "2562.toml",
            "weight =",
            "wieght =",
            "ไฟล์ 2562.toml ขาดคีย์ instruments.IIT.weight และมีคีย์ที่ไม่รู้จัก instruments.IIT.wieght",
        ),
        ("2562.toml", "[goal]", "[goal]\naim = 1", "ไฟล์ 2562.toml มีคีย์ที่ไม่รู้จัก goal.aim"),
        ("2566.toml", "[levels]", "[levels]\nname = 1", "ไฟล์ 2566.toml มีคีย์ที่ไม่รู้จัก levels.name"),
        ("2562.toml", "score = 85", 'score = "85"', "ไฟล์ 2562.toml คีย์ goal.score ต้องเป็นตัวเลข พบ '85'"),
        ("2562.toml", "decimals = 2", "decimals = true", "ไฟล์ 2562.toml คีย์ rounding.decimals ต้องเป็นจำนวนเต็ม พบ True"),
        ("2562.toml", "decimals = 2", "decimals = -1", "ไฟล์ 2562.toml คีย์ rounding.decimals ต้องเป็น 0 ถึง 4 พบ -1"),
        ("2562.toml", "decimals = 2", "decimals = 5", "ไฟล์ 2562.toml คีย์ rounding.decimals ต้องเป็น 0 ถึง 4 พบ 5"),
        (
            "2562.toml",
            "aliases = []",
            "aliases = {}",
            "ไฟล์ 2562.toml คีย์ instruments.IIT.indicators.1.aliases ต้องเป็นรายการ พบ {}",
        ),
        ("2562.toml", "[goal]", "goal = 1\n[gaol]", "ไฟล์ 2562.toml มีคีย์ที่ไม่รู้จัก gaol"),
        ("2562.toml", "[goal]", "goal = 1\n[rounding.goal]", "ไฟล์ 2562.toml คีย์ goal ต้องเป็นตาราง พบ 1"),
        ("2562.toml", "topics = []", "topics = 7", "ไฟล์ 2562.toml คีย์ topics ต้องเป็นรายการ พบ 7"),
        ("2562.toml", "weight = 0.30", "weight = 0.31", "ไฟล์ 2562.toml คีย์ instruments มีน้ำหนัก (weight) รวมกันไม่เท่ากับ 1"),
        (
            "2562.toml",
            'name = "F", minimum = 0,',
            'name = "F", minimum = 1,',
            "ไฟล์ 2562.toml คีย์ levels.steps ต้องเรียงจากระดับสูงสุดลงมา และระดับสุดท้ายต้องเริ่มที่ 0",
        ),
        (
            "2562.toml",
            'name = "AA", minimum = 95',
            'name = "AA", minimum = "95"',
            "ไฟล์ 2562.toml คีย์ levels.steps.1.minimum ต้องเป็นตัวเลข พบ '95'",
        ),
        ("2562.toml", "[goal]", "[goal", "ไฟล์ 2562.toml ไม่เป็นไปตามรูปแบบ TOML: "),
        ("2562.toml", "year = 2562", "year = 2561", "ไฟล์ 2562.toml คีย์ year เป็น 2561 ไม่ตรงกับชื่อไฟล์"),
        ("2562.toml", "phrases.toml", "words.toml", "ไม่พบไฟล์เกณฑ์การประเมิน words.toml"),
        (
            "phrases.toml",
            "ของ{office} ประจำปี",
            "ของ{agency} ประจำปี",
            "ไฟล์ phrases.toml คีย์ opening.intro มีช่องเติมข้อความที่ไม่รู้จัก agency",
        ),
        (
            "phrases.toml",
            "ของ{office} ประจำปี",
            "ของ{office ประจำปี",
            "ไฟล์ phrases.toml คีย์ opening.intro มีวงเล็บปีกกาไม่ครบคู่",
        ),
        (
            "phrases.toml",
            "[95, 85, 75, 0]",
            "[95, 85, 0]",
            "ไฟล์ 2562.toml คีย์ phrases.any_indicator มีช่วงคะแนนไม่ตรงกับ bands: 75",
        ),
    ],
)
def test_a_broken_file_is_refused_by_file_and_key(folder: Path, file: str, old: str, new: str, message: str) -> None:
    change(folder / file, old, new)
    year = 2566 if file == "2566.toml" else 2562
    with pytest.raises(FrameworkError) as error:
        load.load(year, folder)
    assert str(error.value).startswith(message)


def test_a_fault_in_an_extended_file_is_told_as_that_file_s(folder: Path) -> None:
    change(folder / "2562.toml", "weight = 0.30\n", "")
    with pytest.raises(FrameworkError, match=r"^ไฟล์ 2562.toml ขาดคีย์ instruments.IIT.weight$"):
        load.load(2569, folder)


def test_a_topic_that_names_no_indicator_is_refused(folder: Path) -> None:
    change(folder / "2567.toml", "indicators = [5, 10]", "indicators = [5, 11]")
    with pytest.raises(FrameworkError, match=r"^ไฟล์ 2567.toml คีย์ topics ประเด็นที่ 7 อ้างถึงตัวชี้วัดที่ไม่มี$"):
        load.load(2567, folder)


def test_a_topic_that_names_no_questions_is_refused(folder: Path) -> None:
    change(folder / "2567.toml", 'questions = ["9.4"]', 'questions = ["9.6"]')
    message = r"^ไฟล์ 2567.toml คีย์ topics ประเด็นที่ 6 อ้างถึงกลุ่มข้อคำถาม \(question_groups\) ที่ไม่มี$"
    with pytest.raises(FrameworkError, match=message):
        load.load(2567, folder)


def test_an_item_that_asks_for_an_unknown_aspect_is_refused(folder: Path) -> None:
    change(folder / "2563.toml", 'aspect = "period"', 'aspect = "when"')
    with pytest.raises(FrameworkError, match=r"^ไฟล์ 2563.toml คีย์ items รายการ O42 มี aspect ที่ไม่รู้จัก: when$"):
        load.load(2563, folder)


@pytest.mark.parametrize("earlier", [2564, 2565])
def test_a_year_cannot_extend_itself_or_a_later_one(folder: Path, earlier: int) -> None:
    change(folder / "2564.toml", "extends = 2563", f"extends = {earlier}")
    with pytest.raises(FrameworkError, match=rf"^ไฟล์ 2564.toml คีย์ extends ต้องเป็นปีงบประมาณก่อนหน้า พบ {earlier}$"):
        load.load(2564, folder)


def test_a_year_without_a_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(FrameworkError, match=r"^ไม่พบไฟล์เกณฑ์การประเมิน 2570.toml$"):
        load.load(2570, tmp_path)
    assert load.available(tmp_path) == load.available()


def test_a_file_that_notepad_saved_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    (tmp_path / "2570.toml").write_text("extends = 2569\nyear = 2570\n", encoding="utf-8-sig")
    assert load.load(2570, tmp_path).year == 2570


def test_a_new_year_is_a_short_file_alone_in_the_office_s_own_folder(tmp_path: Path) -> None:
    (tmp_path / "2570.toml").write_text(
        'extends = 2569\nyear = 2570\n[instruments.OIT]\nname = "แบบวัดใหม่"\n', encoding="utf-8"
    )
    framework: Framework = load.load(2570, tmp_path)
    assert framework.instruments[2].name == "แบบวัดใหม่"
    assert framework.instruments[2].questions == load.load(2569).instruments[2].questions
    assert framework.levels == load.load(2569).levels
    assert load.available(tmp_path) == (*load.available(), 2570)
    assert load.load(2569, tmp_path) == load.load(2569)


@pytest.mark.parametrize(("year", "last"), [(2563, 33), (2565, 33), (2566, 30), (2568, 20), (2569, 19)])
def test_the_items_of_open_data_as_their_years_publish_them(year: int, last: int) -> None:
    """As the items of each year's open data were published; 2566 counts the No Gift Policy among the prevention."""
    ninth, tenth = (one for one in load.load(year).indicators if one.number in (9, 10))
    assert (ninth.questions.last, tenth.questions.first) == (last, last + 1)
    assert ninth.questions.verified
    assert tenth.questions.verified
