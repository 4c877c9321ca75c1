"""The wall round docxtpl: values come out as they went in, and every fault of a template is one Thai sentence."""

from __future__ import annotations

import io
import re
import tempfile
import zipfile
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from made_docx import W, docx, p, picture, saved, table, tr
from officefiles import opc
from officefiles.pictures import Picture
from officefiles.text import INLINE
from officefiles.thai import arabic_digits, thai_digits
from wordfill.engine import Template, TemplateError
from wordfill.engine.containers import filled
from wordfill.engine.drawing import BOOK_TYPE, CHART_TYPE
from wordfill.numbers import NumberWriter

with tempfile.TemporaryDirectory() as _folder:
    ANY = Template.load(saved(Path(_folder), docx(p("«{{ value }}»"))))


def render(folder: Path, body: str, parts: dict[str, str] | None = None, **context: object) -> bytes:
    return Template.load(saved(folder, docx(body, parts))).render(context).data()


def lines(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in Document(io.BytesIO(data)).paragraphs]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ('A & B < C "ง" {{x}} =1+1', 'A & B < C "ง" {{x}} =1+1'),
        ("{% if %} {# #} None", "{% if %} {# #} None"),
        ("บรรทัดหนึ่ง\nบรรทัดสอง", "บรรทัดหนึ่ง\nบรรทัดสอง"),
        ("ก\r\nข\rค\vง\u2028จ", "ก\nข\nค\nง\nจ"),
        ("ก\tข", "ก\tข"),
        ("ก\x00ข\x1bค\ufffe", "กขค"),
        ("ก\ud800ข", "ก\ufffdข"),
        ("ที่\u200bนี่\u00a0", "ที่\u200bนี่\u00a0"),
        ("ก" * 3000, "ก" * 3000),
        ("", ""),
        (12, "12"),
    ],
)
def test_a_value_stands_in_the_text_as_it_was_given(tmp_path: Path, value: object, text: str) -> None:
    assert lines(render(tmp_path, p("«{{ value }}»"), value=value)) == [f"«{text}»"]


@given(text=st.text(st.characters(exclude_characters="\a\f\t\r\v\x85\u2028\u2029", exclude_categories=["Cs"])))
@settings(max_examples=100, deadline=None)
def test_any_text_stands_in_the_document_less_what_no_document_can_hold(text: str) -> None:
    held = re.sub("[\x00-\x08\x0e-\x1f\ufffe\uffff]", "", text)
    assert lines(ANY.render({"value": text}).data()) == [f"«{held}»"]


NUMBERS = [
    ("{{ seats|length }} คน", "๒ คน"),
    ("{% for s in seats %}{{ loop.index }}{{ s }} {% endfor %}", "๑ก ๒ข "),
    ("{{ 1 + n }} {{ n|e }} {{ n|default(0) }}", "๑๓ ๑๒ ๑๒"),
    ("{{ 'ก' ~ n ~ ' ข' }}", "ก๑๒ ข"),
    ("{{ (n ~ ' คน') if yes else n ~ '-' }}{{ 'ก' if yes }}", "๑๒ คนก"),
    ("{% set x = n %}{{ x }}", "๑๒"),
    ("{% set x = 'ข้อ ' ~ n %}{{ x|trim }} {% with y = n ~ '.' %}{{ y }}{% endwith %}", "ข้อ ๑๒ ๑๒."),
    ("{% for x in ['ก' ~ n, 'ข' ~ n] %}{{ x }}{{ loop.cycle('ค' ~ 1, 'ง' ~ 2) }}{% endfor %}", "ก๑๒ค๑ข๑๒ง๒"),
    ("{{ [n, 3]|join(', ') }} {{ ['ก' ~ n]|first }} {{ ('ก' ~ n)[1] }}{{ '' or 'ก' ~ n }}", "๑๒, ๓ ก๑๒ ๑ก๑๒"),
    ("{{ text }}", "12 ข้อ"),
    ("{% if n == 12 and ('' ~ n) == '12' %}เท่ากัน{% endif %}{{ more['ค่า' ~ n] }}", "เท่ากันพบ"),
]


@pytest.mark.parametrize(("tags", "shown"), NUMBERS)
@pytest.mark.parametrize("by_docxtpl", [False, True])
def test_numbers_that_are_worked_out_are_written_as_asked(
    tmp_path: Path, tags: str, shown: str, by_docxtpl: bool
) -> None:
    values = {"seats": ["ก", "ข"], "n": 12, "yes": True, "text": "12 ข้อ", "more": {"ค่า12": "พบ"}}
    template = Template.load(saved(tmp_path, docx(p(tags) + (table(2, tr("ก")) if by_docxtpl else ""))))
    assert bool(template.report) is by_docxtpl
    assert lines(template.render(values, numbers=thai_digits).data())[0] == shown
    assert lines(template.render(values).data())[0] == arabic_digits(shown)


ALIKE = [
    "thai == '7'",
    "thai == '๗'",
    "arabic == '๗'",
    "'7' in thai",
    "thai in ['7', '8']",
    "thai not in ('8', 'ก')",
    "thai != '8'",
    "thai ~ 'ก' == 7 ~ 'ก'",
    "joined == 'ข้อ 7'",
    "'ข้อ 7' == joined",
    "pairs == [['7']]",
]


@pytest.mark.parametrize("test", ALIKE)
@pytest.mark.parametrize("numbers", [thai_digits, None])
def test_a_comparison_does_not_depend_on_which_digits_were_chosen(
    tmp_path: Path, test: str, numbers: NumberWriter | None
) -> None:
    body = p(f"{{% set joined = 'ข้อ ' ~ 7 %}}{{% if {test} %}}ใช่{{% endif %}}{{{{ 'ด้วย' if {test} else 'ไม่' }}}}")
    values = {"thai": "๗", "arabic": "7", "pairs": [["๗"]]}
    assert lines(Template.load(saved(tmp_path, docx(body))).render(values, numbers=numbers).data()) == ["ใช่ด้วย"]


BLANKS = {
    "words before": (p("ก", "ข {%- if yes %}ค{% endif %}"), ["กขค"]),
    "words behind": (p("{% if yes -%} ข", "ค{% endif %}"), ["ขค"]),
    "a sign cut off": (p("ก {%", "- if yes ", "-", "%} ข{% endif %}"), ["กข"]),
    "the next paragraph": (p("{% if yes -%}") + p("ก{% endif %}"), ["ก"]),
    "the paragraph before": (p("ก") + p("{%- if yes %}ข{% endif %}"), ["กข"]),
    "a break between": (
        p("ก") + "<w:p><w:r><w:br/></w:r><w:r><w:t>{%- if yes %}ข{% endif %}</w:t></w:r></w:p>",
        ["ก", "\nข"],
    ),
    "paragraphs of a loop": (
        p("{%p for s in seats -%}") + p("{{ s }}") + p("{%p endfor -%}") + p("ง"),
        ["ก", "ข", "ง"],
    ),
}


@pytest.mark.parametrize(("body", "shown"), BLANKS.values(), ids=BLANKS)
def test_a_sign_that_takes_blanks_away_takes_no_words(tmp_path: Path, body: str, shown: list[str]) -> None:
    assert lines(render(tmp_path, body, yes=True, seats=["ก", "ข"])) == shown


def test_a_sign_that_takes_blanks_away_takes_no_rows(tmp_path: Path) -> None:
    rows = table(1, tr("{%tr for s in seats -%}"), tr("{{ s }}"), tr("{%tr endfor -%}"), tr("ท้าย"))
    (made,) = Document(io.BytesIO(render(tmp_path, rows, seats=["ก", "ข"]))).tables
    assert [row.cells[0].text for row in made.rows] == ["ก", "ข", "ท้าย"]


def test_a_number_of_the_markup_is_none_that_is_read(tmp_path: Path) -> None:
    rows = table(2, tr("{% colspan span %}{{ span }}"), tr("ก", "ข"))
    made = Template.load(saved(tmp_path, docx(rows))).render({"span": 2}, numbers=thai_digits)
    (cell, *_) = Document(io.BytesIO(made.data())).tables[0].rows[0].cells
    assert (cell.text, cell.grid_span) == ("๒", 2)


OF_CELLS = [
    ("", ["tcW", "gridSpan", "shd"]),
    ("<w:tcPr/>", ["tcW", "gridSpan", "shd"]),
    ('<w:tcPr><w:tcW w:w="1"/><w:shd w:fill="FF0000"/></w:tcPr>', ["tcW", "gridSpan", "shd"]),
    (
        '<w:tcPr><w:cnfStyle/><w:tcW w:w="1"/><w:vMerge w:val="restart"/><w:tcBorders><w:top/></w:tcBorders>'
        "<w:noWrap/></w:tcPr>",
        ["cnfStyle", "tcW", "gridSpan", "vMerge", "tcBorders", "shd", "noWrap"],
    ),
]


@pytest.mark.parametrize(("own", "properties"), OF_CELLS)
def test_what_tags_say_of_a_cell_stands_where_the_schema_has_it(
    tmp_path: Path, own: str, properties: list[str]
) -> None:
    words = p("{% cellbg 'D9D9D9' %}", "{% colspan 2 %}ก")
    made = render(tmp_path, table(2, f"<w:tr><w:tc>{own}{words}</w:tc></w:tr>"))
    (cell,) = Document(io.BytesIO(made)).tables[0]._tbl.tr_lst[0].tc_lst
    assert [child.tag.rpartition("}")[2] for child in cell.tcPr] == properties
    assert (cell.grid_span, cell.tcPr.find("{*}shd").get(f"{{{W}}}fill")) == (2, "D9D9D9")


def test_a_bell_begins_a_paragraph_like_the_one_it_is_in(tmp_path: Path) -> None:
    made = Document(io.BytesIO(render(tmp_path, p("{{ value }}", properties='<w:jc w:val="center"/>'), value="ก\aข")))
    assert [(line.text, line.alignment) for line in made.paragraphs] == [("ก", 1), ("ข", 1)]


def test_header_footer_and_properties_are_filled(tmp_path: Path) -> None:
    parts = {"header1": p("ที่ {{ number }}"), "footer1": p("หน้า {{ number }}")}
    document = {"title": "คำสั่ง & ประกาศ", "subject": "รายงาน <2566>", "author": "หน่วยงานตัวอย่าง"}
    made = Document(io.BytesIO(render(tmp_path, p("x"), parts, number="๓๙๘/๒๕๖๕", document=document)))
    section, properties = made.sections[0], made.core_properties
    assert section.header.paragraphs[0].text == "ที่ ๓๙๘/๒๕๖๕"
    assert section.footer.paragraphs[0].text == "หน้า ๓๙๘/๒๕๖๕"
    assert (properties.title, properties.subject, properties.author) == (
        "คำสั่ง & ประกาศ",
        "รายงาน <2566>",
        "หน่วยงานตัวอย่าง",
    )


def test_a_key_named_like_a_method_of_a_dictionary_is_the_key(tmp_path: Path) -> None:
    assert lines(render(tmp_path, p("{{ analysis.items }}"), analysis={"items": "รายการ"})) == ["รายการ"]


def test_a_document_is_byte_identical_on_every_run(tmp_path: Path) -> None:
    template = Template.load(saved(tmp_path, docx(p("{{ name }}"))))
    made = template.render({"name": "ก"}).data()
    assert template.render({"name": "ก"}).data() == made
    assert {item.date_time for item in zipfile.ZipFile(io.BytesIO(made)).infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize(
    ("size", "box", "drawn_cm"),
    [
        ((200, 100), (4, 4), (4.0, 2.0)),
        ((100, 200), (4, 4), (2.0, 4.0)),
        ((3000, 2000), (15, 10), (15.0, 10.0)),
        ((72, 36), (15, 10), (2.54, 1.27)),
    ],
)
def test_a_picture_fills_its_box_in_proportion_but_is_not_blown_up(
    tmp_path: Path, size: tuple[int, int], box: tuple[int, int], drawn_cm: tuple[float, float]
) -> None:
    body = p(f"{{{{ emblem|fit({box[0]}, {box[1]}) }}}}")
    made = Document(io.BytesIO(render(tmp_path, body, emblem=picture(*size))))
    [shape] = made.inline_shapes
    assert (round(shape.width.cm, 2), round(shape.height.cm, 2)) == drawn_cm


CHART = Picture(name="ก", data=b"<c/>", width=72, height=36, alternative='"สูง" & ต่ำ', workbook=b"PK")


@pytest.mark.parametrize("columns", [1, 2], ids=["compiled", "docxtpl"])
def test_each_chart_drawn_is_a_part_with_its_workbook(tmp_path: Path, columns: int) -> None:
    body = p("{{ chart|fit(9, 9) }}") + p("{{ emblem|fit(3, 3) }}{{ chart|fit(1, 1) }}") + table(columns, tr("{{ x }}"))
    template = Template.load(saved(tmp_path, docx(body)))
    assert bool(template.report) == (columns == 2)
    package = template.render({"chart": CHART, "emblem": picture(), "x": ""})
    whole = opc.read(package.data())
    assert whole.types["word/charts/chart1.xml"] == whole.types["word/charts/chart2.xml"] == CHART_TYPE
    assert whole.types["word/embeddings/chart1.xlsx"] == BOOK_TYPE
    inlines = list(whole.parts[whole.main].tree.iter(INLINE))
    sizes = [(int(one[0].get("cx", "")) // 12700, int(one[0].get("cy", "")) // 12700) for one in inlines]
    assert (sizes[0], sizes[2]) == ((72, 36), (28, 14))
    assert [one[1].get("descr") for one in inlines] == ['"สูง" & ต่ำ', None, '"สูง" & ต่ำ']
    for made in (package, whole):
        links = made.relationships[made.main]
        shown = [links[one.get(f"{opc.R}id", "")].target for one in whole.parts[whole.main].tree.iter("{*}chart")]
        assert shown == ["word/charts/chart1.xml", "word/charts/chart2.xml"]
        behind = [made.relationships[chart]["rId1"].target for chart in shown]
        assert behind == ["word/embeddings/chart1.xlsx", "word/embeddings/chart2.xlsx"]
        assert [made.parts[name].data for name in (*shown, *behind)] == [b"<c/>", b"<c/>", b"PK", b"PK"]


def test_no_picture_draws_nothing(tmp_path: Path) -> None:
    made = Document(io.BytesIO(render(tmp_path, p("{{ one|fit(3, 3) }}{{ two|fit(3, 3) }}"), one="", two=None)))
    assert (len(made.inline_shapes), made.paragraphs[0].text) == (0, "")


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (
            p("เรียน {{ office.nam }} ทราบ"),
            "ในเนื้อหา ตรง {{ office.nam }} (ข้อความ «เรียน … ทราบ»): ไม่รู้จักชื่อ «office.nam» ตรวจตัวสะกดกับรายการชื่อที่ใช้ได้",
        ),
        (
            p("{{ office.name }} {{ nobody }}"),
            "ในเนื้อหา ตรง {{ nobody }}: ไม่รู้จักชื่อ «nobody» ตรวจตัวสะกดกับรายการชื่อที่ใช้ได้",
        ),
        (
            p("{{ emblm|fit(3, 3) }}"),
            "ในเนื้อหา ตรง {{ emblm|fit(3, 3) }}: ไม่รู้จักชื่อ «emblm» ตรวจตัวสะกดกับรายการชื่อที่ใช้ได้",
        ),
        (
            p("{%p for seat in seats %}") + p("{{ seat.rank }}") + p("{%p endfor %}"),
            "ในเนื้อหา ตรง {{ seat.rank }}: ไม่รู้จักชื่อ «seat.rank» ตรวจตัวสะกดกับรายการชื่อที่ใช้ได้",
        ),
        (
            p("{%p for seat in seats %}") + p("{%p if seat.name %}") + p("{%p endif %}"),
            "ในเนื้อหา ตรง {% for seat in seats %}: คำสั่งนี้ยังไม่มีคำสั่งปิดที่คู่กัน เช่น endfor หรือ endif",
        ),
        (p("{%p endfor %}"), "ในเนื้อหา ตรง {% endfor %}: คำสั่ง «endfor» ไม่มีคำสั่งเปิดที่คู่กัน"),
        (p("{% loop x %}"), "ในเนื้อหา ตรง {% loop x %}: ไม่รู้จักคำสั่ง «loop»"),
        (
            p("{{ office.name|upper }}"),
            "ในเนื้อหา ตรง {{ office.name|upper }}: ไม่มีตัวกรอง «upper» "
            "ตัวกรองที่ใช้ได้คือ default, e, escape, first, fit, join, last, length, trim",
        ),
        (
            p("{{ seats }}"),
            "ในเนื้อหา ตรง {{ seats }}: ค่านี้พิมพ์เป็นข้อความไม่ได้ (เป็นชนิด list) ใช้ชื่อที่เป็นข้อความ หรือวนรอบด้วยคำสั่ง for",
        ),
        (
            p("{{ nothing }}"),
            "ในเนื้อหา ตรง {{ nothing }}: ค่านี้พิมพ์เป็นข้อความไม่ได้ (เป็นชนิด NoneType) ใช้ชื่อที่เป็นข้อความ หรือวนรอบด้วยคำสั่ง for",
        ),
        (
            p("{{ drawing }}"),
            "ในเนื้อหา ตรง {{ drawing }}: ภาพหรือแผนภูมิต้องบอกขนาดเป็นเซนติเมตรด้วย fit เช่น {{ drawing|fit(16, 8.5) }}",
        ),
        (
            p("{{ office.name|fit(3, 3) }}"),
            "ในเนื้อหา ตรง {{ office.name|fit(3, 3) }}: ค่านี้ไม่ใช่ภาพ PNG, JPEG, GIF หรือ BMP ใช้ fit กับชื่อที่เป็นภาพเท่านั้น",
        ),
        (
            p("{{ drawing|fit(3, 3) }}"),
            "ในเนื้อหา ตรง {{ drawing|fit(3, 3) }}: ค่านี้ไม่ใช่ภาพ PNG, JPEG, GIF หรือ BMP ใช้ fit กับชื่อที่เป็นภาพเท่านั้น",
        ),
        (p("{{ office.__class__ }}"), "ในเนื้อหา ตรง {{ office.__class__ }}: ไม่รู้จักชื่อ"),
        (p("{{ office.name.upper() }}"), "ในเนื้อหา ตรง {{ office.name.upper() }}: คำสั่งนี้ไม่อนุญาตให้ใช้ในแม่แบบ"),
        (p("{{ 'ก' * 1000000000 }}"), "ในเนื้อหา ตรง {{ 'ก' * 1000000000 }}: คำสั่งนี้ใช้ไม่ได้"),
        (p("{% include 'x' %}"), "ในเนื้อหา ตรง {% include 'x' %}: คำสั่งนี้ใช้ไม่ได้"),
        (p("{{ 'ก }}"), "ในเนื้อหา ตรง {{ 'ก }}: เขียนคำสั่งผิดรูปแบบ"),
        (p("{# หมายเหตุ"), "ในเนื้อหา: เขียนคำสั่งผิดรูปแบบ"),
    ],
)
def test_a_fault_of_a_template_is_one_sentence_at_its_tag(tmp_path: Path, body: str, sentence: str) -> None:
    drawing = Picture(name="a.svg", data=b"<svg/>", width=9, height=9)
    context = {"office": {"name": "ก"}, "seats": [{"name": "ข"}], "nothing": None, "drawing": drawing}
    with pytest.raises(TemplateError) as raised:
        Template.load(saved(tmp_path, docx(body))).render(context).data()
    assert str(raised.value).startswith(f"แม่แบบ made_template.docx {sentence}")


def test_a_fault_in_a_header_is_told_there(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match=r"ในหัวกระดาษ ตรง {{ yeer }}"):
        render(tmp_path, p("x"), {"header1": p("{{ yeer }}")})


@pytest.mark.parametrize("name", ["range", "dict", "lipsum", "cycler", "joiner", "namespace"])
def test_no_name_is_known_that_nobody_gave(tmp_path: Path, name: str) -> None:
    def told(unknown: str) -> str:
        with pytest.raises(TemplateError) as fault:
            Template.load(saved(tmp_path, docx(p(f"{{{{ {unknown} }}}}")))).render({})
        return str(fault.value)

    assert told(name) == told("nobody").replace("nobody", name)


@pytest.mark.parametrize("data", [b"", b"not a zip", docx("<w:p>")], ids=["empty", "no zip", "no XML"])
def test_a_file_that_is_no_template_is_told(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(TemplateError, match=r"แม่แบบ made_template.docx: ไฟล์เสียหาย"):
        Template.load(saved(tmp_path, data))


def test_a_template_that_swells_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="เมื่อขยายแล้วใหญ่ผิดปกติ"):
        Template.load(saved(tmp_path, docx(p("".join(f"{number:x}" for number in range(900_000))))))


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match=r"แม่แบบ gone.docx: เปิดไฟล์ไม่ได้"):
        Template.load(tmp_path / "gone.docx")


def test_a_template_is_read_once_and_anew_when_it_changes(tmp_path: Path) -> None:
    path = saved(tmp_path, docx(p("{{ name }}")))
    first = Template.load(path)
    assert Template.load(path) is first
    saved(tmp_path, docx(p("ใหม่ {{ name }}") + table(1, tr("x"))))
    assert lines(Template.load(path).render({"name": "ก"}).data()) == ["ใหม่ ก"]


PICKS = [
    ("{% if yes %}{{ a }}{% elif no %}{{ b }}{% else %}{{ c }}{% endif %}", "ก", "กขค"),
    ("{{ a if no else b }}{{ c if no }}", "ข", "กขค"),
    ("{% for one in all if one != a %}{{ one }}{% endfor %}", "ขค", "กขค"),
    ("{% for one in all %}{% if loop.last %}{{ one }}{% endif %}{% endfor %}", "ค", "กขค"),
    ("{% if no %}{% if yes %}{{ a }}{% endif %}{% for one in all if no %}{{ one }}{% endfor %}{% endif %}", "", "กกขค"),
    ("{{ all[1] }}{{ all|first|trim }}", "ขก", "ขก"),
    ("{{ a }}{% if nobody is defined %}{{ nobody.name.first }}{{ emblem|fit(3, 3) }}{% endif %}{{ b }}", "กข", "กข"),
    ("{{ 'ก' ~ b }}{% if no %}{{ b|join('-') }}{% endif %}", "กข", "กขข"),
    ("{% set one = a %}{% if no %}{% set one = c %}{% endif %}{{ one }}", "ก", "ค"),
]


@pytest.mark.parametrize(("tags", "said", "could"), PICKS)
@pytest.mark.parametrize("by_docxtpl", [False, True])
def test_what_a_template_prints_and_what_it_would_without_its_conditions(
    tmp_path: Path, tags: str, said: str, could: str, by_docxtpl: bool
) -> None:
    values = {"yes": True, "no": False, "a": "ก", "b": "ข", "c": "ค", "all": ["ก", "ข", "ค"]}
    template = Template.load(saved(tmp_path, docx(p(tags) + (table(2, tr("ง")) if by_docxtpl else ""))))
    assert ("".join(template.printed(values)), "".join(template.printed(values, lifted=True))) == (said, could)
    assert lines(template.render(values).data())[0] == said


def test_what_cannot_be_followed_says_nothing(tmp_path: Path) -> None:
    template = Template.load(
        saved(tmp_path, docx(p("{{ a }}{% if no %}{% for one in a + 1 %}{% endfor %}{% endif %}")))
    )
    values = {"a": "ก", "no": False}
    assert (template.printed(values), template.printed(values, lifted=True)) == (["ก"], [])


INNER = "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"


@pytest.mark.parametrize(
    ("held", "whole"),
    [
        ("", "<w:p/>"),
        ("<w:p/>", "<w:p/>"),
        (INNER, f"{INNER}<w:p/>"),
        (f"{INNER}<w:p/>", f"{INNER}<w:p/>"),
        ("<w:p/><w:tbl><w:tr><w:tc/></w:tr></w:tbl>", f"<w:p/>{INNER}<w:p/>"),
        ("<w:tbl><w:tr/></w:tbl>", "<w:p/>"),
        ("<w:sdt><w:sdtContent/></w:sdt>", "<w:p/>"),
        ("<w:p><w:sdt><w:sdtContent/></w:sdt></w:p>", "<w:p><w:sdt><w:sdtContent/></w:sdt></w:p>"),
    ],
)
def test_a_cell_ends_with_a_paragraph_and_nothing_in_it_is_left_empty(held: str, whole: str) -> None:
    around = f'<w:body xmlns:w="{opc.W[1:-1]}"><w:tbl><w:tr><w:tc>{{}}</w:tc></w:tr></w:tbl></w:body>'
    made = filled(around.format(held).encode()).decode()
    assert made.rpartition("?>")[2].strip() == around.format(whole)
