"""The chart of the analysis: its bars are as long as the scores, Thai is drawn right, and it stands where it should."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import product
from pathlib import Path

import pytest
import uharfbuzz
from fontTools.ttLib import TTFont
from PIL import Image, ImageFont

import made
import made_workbook
from ita_docs.analysis import analyse
from ita_docs.framework.load import load
from ita_docs.model import AnalysisForm, Layout, Settings, Submission
from ita_docs.papers.pack import produce, worked_out
from ita_docs.papers.score_chart import draw
from officefiles.opc import read
from officefiles.pictures import Picture
from officefiles.thai import Digits, drawn
from outline import outline
from schemas import schema_errors
from thaipages.installed import SHIPPED
from thaipages.layout import measure, paginate
from wordfill.engine import Template

ANALYSIS = Path(__file__).resolve().parent.parent / "templates" / "analysis_template.docx"
SEEN = Path(__file__).resolve().parent / "golden" / "score_chart.picture"
STRONG, WEAK, PREVIOUS = b"\x02", b"\x08", b"\x0c"
"""The steps of the palette that bars are drawn in."""


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


def opened(picture: Picture) -> Image.Image:
    return Image.open(io.BytesIO(picture.data))


def longest(picture: Picture, tone: bytes) -> int:
    """The longest line of this tone, in pixels: a bar, where there is one."""
    image = opened(picture)
    data = image.tobytes()
    lines = (data[start : start + image.width] for start in range(0, len(data), image.width))
    return max((len(run) for line in lines for run in re.findall(tone + b"+", line)), default=0)


# The picture


def test_the_picture_is_small_and_fit_for_print() -> None:
    picture = chart(made.submission())
    image = opened(picture)
    assert (image.format, image.mode, image.size) == ("PNG", "P", (picture.width, picture.height))
    assert [round(dots) for dots in image.info["dpi"]] == [300, 300]
    assert picture.width / 300 * 2.54 == pytest.approx(15.3, abs=0.01)
    assert len(picture.data) < 80_000


def test_equal_values_give_the_same_bytes_and_other_digits_do_not() -> None:
    thai, again = chart(made.submission()), chart(made.submission())
    assert thai.data == again.data
    assert thai.data != chart(made.submission(), Settings(digits=Digits.ARABIC)).data


def test_bars_are_as_long_as_the_scores() -> None:
    lengths = {score: longest(chart(scored(str(score))), WEAK) for score in (20, 40, 80)}
    one_point = (lengths[80] - lengths[40]) / 40
    assert one_point > 5
    assert lengths[40] - lengths[20] == pytest.approx(20 * one_point, abs=2)
    assert lengths[20] == pytest.approx(20 * one_point, abs=4)


@pytest.mark.parametrize(
    ("whole", "tones"),
    [
        (scored("84.99"), {WEAK}),
        (scored("85.00"), {STRONG}),
        (scored("85.00", "60.00", previous="50.00"), {STRONG, WEAK, PREVIOUS}),
        (scored("100", previous="0"), {STRONG}),
    ],
)
def test_a_bar_has_the_tone_of_what_it_shows(whole: Submission, tones: set[bytes]) -> None:
    picture = chart(whole)
    assert {tone for tone in (STRONG, WEAK, PREVIOUS) if longest(picture, tone) > 100} == tones


def test_the_picture_is_the_one_that_was_looked_at(request: pytest.FixtureRequest) -> None:
    """In squares of 12 by 21 pixels, each as dark as its digit says: the edges of letters differ by machine."""
    image = opened(chart(scored("95.00", "60.00", previous="70.00"))).convert("L")
    small = image.resize((image.width // 12, image.height // 21), Image.Resampling.BOX)
    tones = [(255 - tone) * 9 // 255 for tone in small.tobytes()]
    dark = [tones[start : start + small.width] for start in range(0, len(tones), small.width)]
    if request.config.getoption("--update-golden"):
        text = "".join("".join(map(str, row)).replace("0", " ").rstrip() + "\n" for row in dark)
        SEEN.write_text(text, encoding="utf-8", newline="\n")
    seen = [[int(sign) for sign in line.ljust(small.width).replace(" ", "0")] for line in SEEN.read_text().splitlines()]
    pairs = ((y, zip(*rows, strict=True)) for y, rows in enumerate(zip(seen, dark, strict=True)))
    assert [(x, y) for y, row in pairs for x, (one, now) in enumerate(row) if abs(one - now) > 1] == []


def test_the_score_of_zero_has_no_bar() -> None:
    assert longest(chart(scored("0")), WEAK) < 60  # what the legend shows


@pytest.mark.parametrize("name", ["ผู้ที่เข้าถึงข้อมูล" * 200, "A" * 3000, "บรรทัดหนึ่ง\nบรรทัดสอง", "ก"])
def test_a_name_of_any_length_leaves_room_for_the_bars(name: str) -> None:
    whole = made.with_record(scored("80"), "scores", 0, name=name)
    assert longest(chart(whole), WEAK) > 300


# Thai letter by letter


@cache
def face() -> tuple[uharfbuzz.Font, TTFont]:
    return uharfbuzz.Font(uharfbuzz.Face(SHIPPED.read_bytes())), TTFont(SHIPPED)


def shaped(text: str) -> list[str]:
    """The glyphs that a shaper chooses, with the one of SARA AM that only it can reach as its two halves."""
    font, names = face()
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer, {})
    glyphs = " ".join(names.getGlyphName(info.codepoint) for info in buffer.glyph_infos)
    return re.sub(r"(\S*) uni0E33\.alt1", r"uni0E4D.alt1 \1 uni0E32", glyphs).split()


def by_letter(text: str) -> list[str]:
    return [face()[1].getBestCmap()[ord(char)] for char in drawn(text)]


VOWELS = ("", *"\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e47")
TONES = ("", *"\u0e48\u0e49\u0e4a\u0e4b\u0e4c")


def test_every_syllable_has_the_glyphs_that_a_shaper_chooses() -> None:
    """The face lowers a tone mark from ญ on only; here it is lowered over every letter alike."""
    letters = (chr(code) for code in range(ord("ญ"), ord("ฮ") + 1) if chr(code) not in "ฤฦ")
    syllables = ["".join(parts) for parts in product(letters, VOWELS, TONES)]
    syllables += [f"{letter}{tone}ำ" for letter, tone in product("นปฝฟฬ", TONES[1:])]
    assert [text for text in syllables if by_letter(text) != shaped(text)] == []
    for tone in TONES[1:]:
        assert by_letter(f"ก{tone}")[1:] == by_letter(f"น{tone}")[1:] == shaped(f"น{tone}")[1:]


def test_marks_take_no_room_of_their_own() -> None:
    font = ImageFont.truetype(SHIPPED, 100, layout_engine=ImageFont.Layout.BASIC)
    assert font.getlength(drawn("ปั้ที่ญุ้ฎู")) == pytest.approx(font.getlength("ปทญฎ"), abs=2)  # kerning


def test_other_text_is_left_as_it_is() -> None:
    text = "คะแนนรายตัวชี้วัด (ITA) 87.50 ๘๗ น้ำใจ"
    assert drawn(text) == text


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
    first, *_ = paginate(layout)
    tallest = max(fragment.height for fragment in first.fragments)
    assert layout.notes == ()
    assert tallest == pytest.approx(chart(made.submission()).height / 300 * 1440, abs=20)  # twips


def test_the_chart_is_asked_for_in_the_workbook(tmp_path: Path) -> None:
    book = made_workbook.sheets()
    row = made.GENERAL.index("chart") + 2
    made_workbook.put(book, "ข้อมูลทั่วไป", f"B{row}", "มี")
    path = made_workbook.save(book, tmp_path)
    made_now = produce(path, {"analysis": ANALYSIS}, frozenset({"analysis"}))
    assert b"word/media/image1.png" in made_now.files["analysis.docx"]
    assert made_now.files == produce(path, {"analysis": ANALYSIS}, frozenset({"analysis"})).files
