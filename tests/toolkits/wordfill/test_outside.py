"""Tags outside of the runs of a template's text: filled at their place, or refused there."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest

import made_outside as made
from made_docx import docx, p, picture, saved, table, tc, tr
from made_outside import BOOK, BOUND, BOUND_TITLE, CHART, STORE
from officefiles import archive, opc, xml
from officefiles.opc import Package, W
from officefiles.thai import thai_digits
from wordfill import addresses
from wordfill.engine import Template, TemplateError
from wordfill.lint import annotate, lint, used
from wordfill.proof import Shaded, State, shade, watermark
from wordfill.slots.agreement import agreed
from wordfill.verify import look

NAME = 'เทศบาล "ดอนใส" & <ก>'
KNOWN = {"office": "text", "year": "text", "web": "text", "items[].name": "text", "emblem": "picture"}
MAIN = "word/document.xml"


def filled(folder: Path, data: bytes, **context: object) -> Package:
    """The finished document, read anew."""
    values = {"office": NAME, "year": "๒๕๖๖", "web": "www.example.go.th", "items": [], **context}
    return opc.read(Template.load(saved(folder, data)).render(values).data())


def text(package: Package, part: str) -> str:
    """The XML of a part, its texts as they are read."""
    xml.parse(package.parts[part].data)
    return unescape(package.parts[part].data.decode("utf-8"))


PLACES: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "title of a chart": (lambda: made.charted("คะแนน {{ office }}"), CHART, f"<a:t>คะแนน {NAME}</a:t>"),
    "title over runs": (
        lambda: made.charted("ของ {{ off", "ice }} ปี"),
        CHART,
        f"<a:t>ของ {NAME}</a:t></a:r><a:r><a:t> ปี</a:t>",
    ),
    "name of a series": (lambda: made.charted("x", name="{{ office }}"), CHART, f"<c:v>{NAME}</c:v>"),
    "category": (lambda: made.charted("x", category="ปี {{ year }}"), CHART, "<c:v>ปี ๒๕๖๖</c:v>"),
    "condition": (
        lambda: made.charted('{% if year == "๒๕๖๖" %}ใช่{% else %}ไม่{% endif %}'),
        CHART,
        "<a:t>ใช่</a:t>",
    ),
    "data of a diagram": (lambda: made.diagram("{{ office }}"), "word/diagrams/data1.xml", f"<a:t>{NAME}</a:t>"),
    "drawing of a diagram": (lambda: made.diagram("{{ office }}"), "word/diagrams/drawing1.xml", f"<a:t>{NAME}</a:t>"),
    "alternative text": (lambda: made.charted("x", alternative="{{ office }}"), MAIN, f'descr="{NAME}"'),
    "WordArt": (lambda: docx(made.shape("{{ office }}")), MAIN, f'string="{NAME}"'),
    "watermark": (lambda: docx(p("x"), {"header1": made.shape("ปี {{ year }}")}), "word/header1.xml", "ปี ๒๕๖๖"),
    "equation": (lambda: docx(made.equation("x={{ ye", "ar }}")), MAIN, "<m:t>x=๒๕๖๖</m:t>"),
    "tooltip": (
        lambda: made.with_link(docx(made.link(more=' w:tooltip="{{ office }}"')), "https://example.go.th/"),
        MAIN,
        f'w:tooltip="{NAME}"',
    ),
    "property": (lambda: made.custom(docx(p("x")), "หน่วยงาน", "{{ office }}"), "docProps/custom.xml", f">{NAME}<"),
    "variable": (
        lambda: made.settings(
            docx(made.field(" DOCVARIABLE ก ", result="{{ office }}")),
            '<w:docVars><w:docVar w:name="ก" w:val="{{ office }}"/></w:docVars>',
        ),
        "word/settings.xml",
        f'w:val="{NAME}"',
    ),
    "store": (lambda: made.stored(p("x"), "{{ office }}"), STORE, f"<name>{NAME}</name>"),
    "sign of a list": (lambda: made.numbering(docx(p("x")), "{{ year }}/%1"), "word/numbering.xml", 'w:val="๒๕๖๖/%1"'),
    "entry of a list": (
        lambda: docx(made.control("x", "", '<w:comboBox><w:listItem w:displayText="{{ year }}"/></w:comboBox>')),
        MAIN,
        'w:displayText="๒๕๖๖"',
    ),
    "chart of a newer kind": (
        lambda: made.with_part(docx(p("x")), "word/charts/chartEx1.xml", made.newer_chart("{{ ye", "ar }}"), "chartEx"),
        "word/charts/chartEx1.xml",
        "<a:t>๒๕๖๖</a:t>",
    ),
    "series of a chart of a newer kind": (
        lambda: made.with_part(
            docx(p("x")), "word/charts/chartEx1.xml", made.newer_chart("x", name="{{ year }}"), "chartEx"
        ),
        "word/charts/chartEx1.xml",
        "<cx:v>๒๕๖๖</cx:v>",
    ),
    "shape in a chart": (
        lambda: made.with_part(made.charted("x"), "word/drawings/drawing1.xml", made.drawn("{{ year }}"), "x", CHART),
        "word/drawings/drawing1.xml",
        "<a:t>๒๕๖๖</a:t>",
    ),
    "shape in a text box": (
        lambda: docx(made.both_ways(p("{% if year %}{{ year }}{% endif %}"))),
        MAIN,
        ">๒๕๖๖<",
    ),
    "title of a table": (
        lambda: docx(table(1, tr("ก")).replace("<w:tblPr/>", '<w:tblPr><w:tblCaption w:val="{{ year }}"/></w:tblPr>')),
        MAIN,
        '<w:tblCaption w:val="๒๕๖๖"/>',
    ),
    "store in UTF-16": (
        lambda: made.with_part(docx(p("x")), STORE, "<a>{{ office }}</a>".encode("utf-16"), "customXml"),
        STORE,
        f"<a>{NAME}</a>",
    ),
    "entry of an index": (lambda: docx(made.field(' XE "{{ year }}" ', result="")), MAIN, 'XE "๒๕๖๖" '),
    "simple field": (
        lambda: docx(
            "<w:p><w:fldSimple w:instr=' HYPERLINK \"https://example.go.th/{{ year }}\" '><w:r><w:t>ก</w:t></w:r>"
            "</w:fldSimple></w:p>"
        ),
        MAIN,
        'HYPERLINK "https://example.go.th/2566"',
    ),
    "separator of footnotes": (
        lambda: docx(p("x"), {"footnotes": f'<w:footnote w:type="separator" w:id="0">{p("{{ year }}")}</w:footnote>'}),
        "word/footnotes.xml",
        ">๒๕๖๖<",
    ),
    "company": (
        lambda: made.with_part(
            docx(made.control("{{ office }}", made.bound_company())),
            "docProps/app.xml",
            made.company("{{ office }}"),
            "extended-properties",
            "",
        ),
        "docProps/app.xml",
        f"<Company>{NAME}</Company>",
    ),
    "endnote": (lambda: docx(p("x"), {"endnotes": p("ดู {{ year }}")}), "word/endnotes.xml", ">ดู ๒๕๖๖<"),
    "ruby": (
        lambda: docx(
            "<w:p><w:r><w:ruby><w:rt><w:r><w:t>{{ year }}</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>ก</w:t></w:r>"
            "</w:rubyBase></w:ruby></w:r></w:p>"
        ),
        MAIN,
        "๒๕๖๖</w:t></w:r></w:rt>",
    ),
}


@pytest.mark.parametrize("kind", PLACES)
def test_a_tag_is_filled_at_its_place_and_known_to_lint(tmp_path: Path, kind: str) -> None:
    make, part, expected = PLACES[kind]
    package = filled(tmp_path, make())
    assert expected in text(package, part)
    assert look(package, []).faults == ()
    assert lint(make(), KNOWN) == ()
    assert used(make(), KNOWN) & {"office", "year"}


@pytest.mark.parametrize("kind", PLACES)
def test_an_unknown_name_is_found_there_as_in_the_text(kind: str) -> None:
    make = PLACES[kind][0]
    names = {name: one for name, one in KNOWN.items() if name not in ("office", "year")}
    findings = lint(make(), names)
    assert {finding.id for finding in findings} == {"name-unknown"}
    assert annotate(make(), findings, "ผู้ตรวจ")


@pytest.mark.parametrize("kind", PLACES)
def test_where_docxtpl_renders_the_text_the_rest_is_filled_too(tmp_path: Path, kind: str) -> None:
    make, part, expected = PLACES[kind]
    package = opc.read(make())
    body = package.parts[package.main].data.decode("utf-8")
    package.put(package.main, body.replace("<w:sectPr", table(2, tr("ก")) + "<w:sectPr", 1).encode("utf-8"))
    path = saved(tmp_path, package.data())
    template = Template.load(path)
    assert template.report
    done = opc.read(template.render({"office": NAME, "year": "๒๕๖๖"}).data())
    assert expected in text(done, part)


def test_a_link_in_text_that_docxtpl_renders_leads_to_the_filled_address(tmp_path: Path) -> None:
    data = made.with_link(docx(made.link() + table(2, tr("ก"))), "https://example.go.th/{{ year }}")
    template = Template.load(saved(tmp_path, data))
    assert template.report
    done = opc.read(template.render({"year": "๒๕๖๖"}).data())
    [key] = re.findall(r'<w:hyperlink r:id="(\w+)"', text(done, MAIN))
    assert done.relationships[MAIN][key].target == "https://example.go.th/2566"
    assert links(done) == ["https://example.go.th/2566"]


def test_the_workbook_of_a_chart_says_what_the_chart_shows(tmp_path: Path) -> None:
    package = filled(tmp_path, made.charted("x", name="คะแนน {{ office }}", category="ปี {{ year }}"))
    inner = {name: unescape(data.decode("utf-8")) for name, data in archive.read(package.parts[BOOK].data).items()}
    assert f"<t>คะแนน {NAME}</t>" in inner["xl/sharedStrings.xml"]
    assert f'name="คะแนน {NAME}"' in inner["xl/tables/table1.xml"]
    assert "<t>ปี ๒๕๖๖</t>" in inner["xl/worksheets/sheet1.xml"]
    assert look(package, []).faults == ()


def test_numbers_are_written_where_they_are_read_and_nowhere_else(tmp_path: Path) -> None:
    count = "{{ items|length }}"
    data = made.charted(f"{count} ข้อ", name=count, category="{{ 'ข้อ ' ~ items|length }}", alternative=count)
    package = Template.load(saved(tmp_path, data)).render({"items": ["ก", "ข"]}, numbers=thai_digits)
    assert all(f">{shown}<" in text(package, CHART) for shown in ("๒ ข้อ", "๒", "ข้อ ๒"))
    inner = {name: data.decode("utf-8") for name, data in archive.read(package.parts[BOOK].data).items()}
    assert "<t>๒</t>" in inner["xl/sharedStrings.xml"]
    assert 'name="๒"' in inner["xl/tables/table1.xml"]
    assert "<t>ข้อ ๒</t>" in inner["xl/worksheets/sheet1.xml"]
    assert 'descr="2"' in text(package, MAIN)
    linked = saved(tmp_path, made.with_link(docx(made.link()), f"https://example.go.th/{count}"), "linked.docx")
    package = Template.load(linked).render({"items": ["ก", "ข"]}, numbers=thai_digits)
    assert links(package) == ["https://example.go.th/2"]


def links(package: Package) -> list[str]:
    return [link.target for link in package.relationships[MAIN].values() if link.external]


@pytest.mark.parametrize(
    ("address", "values", "expected"),
    [
        ("https://www.example.go.th/ita/%7B%7B%20year%20%7D%7D/", {}, "https://www.example.go.th/ita/2566/"),
        ("https://www.example.go.th/?q={{ office }}&y={{year}}", {"office": "ก ข&ค"}, None),
        ("{{ web }}", {}, "http://www.example.go.th"),
        ("{{ web }}", {"web": "https://example.go.th/a?b=๑&c=2#d"}, "https://example.go.th/a?b=1&c=2#d"),
        ("{{ web }}", {"web": "ita@example.go.th"}, "mailto:ita@example.go.th"),
        ("mailto:{{ web }}?subject=ปี", {"web": "ita@example.go.th"}, "mailto:ita%40example.go.th?subject=ปี"),
        ("{{ web }}", {"web": ""}, "#"),
        ("https://example.go.th/%7B%25 if year %25%7D{{ year }}%7B%25 endif %25%7D", {}, "https://example.go.th/2566"),
    ],
)
def test_the_address_of_a_link_is_filled(
    tmp_path: Path, address: str, values: dict[str, str], expected: str | None
) -> None:
    data = made.with_link(docx(made.link()), address)
    assert lint(data, KNOWN) == ()
    package = filled(tmp_path, data, **values)
    encoded = "https://www.example.go.th/?q=%E0%B8%81%20%E0%B8%82%26%E0%B8%84&y=2566"
    assert links(package) == [encoded if expected is None else expected]
    assert look(package, []).faults == ()
    [key] = re.findall(r'<w:hyperlink r:id="(\w+)"', text(package, MAIN))
    assert package.relationships[MAIN][key].target == links(package)[0]


def test_a_picture_with_a_link_leads_to_the_filled_address(tmp_path: Path) -> None:
    click = f'<a:hlinkClick xmlns:a="{made.A}" r:id="rH"/>'
    shown = f'<wp:inline><wp:docPr id="1" name="ก">{click}</wp:docPr></wp:inline>'
    body = docx(f"<w:p><w:r><w:drawing>{shown}</w:drawing></w:r></w:p>")
    package = filled(tmp_path, made.with_link(body, "https://example.go.th/{{ year }}"))
    assert links(package) == ["https://example.go.th/2566"]
    assert package.relationships[MAIN][re.findall(r'hlinkClick[^>]* r:id="(\w+)"', text(package, MAIN))[0]].external


def test_pictures_and_links_share_the_relationships_of_their_part(tmp_path: Path) -> None:
    data = made.with_link(docx(made.link() + p("{{ emblem|fit(3, 3) }}")), "https://example.go.th/{{ year }}")
    package = filled(tmp_path, data, emblem=picture())
    assert links(package) == ["https://example.go.th/2566"]
    assert "word/media/image1.png" in package.parts
    assert len({*re.findall(r' r:(?:id|embed)="(\w+)"', text(package, MAIN))}) == 2
    assert "descr=" not in text(package, MAIN)  # nothing is said of this picture


def test_a_link_in_a_header_is_of_the_header(tmp_path: Path) -> None:
    data = docx(p("x"), {"header1": made.link(), "footer2": p("{{ year }}")})
    data = made.with_link(data, "https://example.go.th/{{ year }}", owner="word/header1.xml")
    package = filled(tmp_path, data)
    assert [one.target for one in package.relationships["word/header1.xml"].values()] == ["https://example.go.th/2566"]
    assert links(package) == []


def test_a_loop_in_a_text_box_is_the_same_in_both_halves(tmp_path: Path) -> None:
    inner = p("{%p for item in items %}") + p("{{ item.name }}") + p("{%p endfor %}")
    package = filled(tmp_path, docx(made.both_ways(inner)), items=[{"name": "ก"}, {"name": "ข"}])
    assert re.findall("<w:t [^>]*>([^<]*)</w:t>", text(package, MAIN)) == ["ก", "ข"] * 2


def test_a_shaded_value_is_plain_outside_of_the_runs(tmp_path: Path) -> None:
    value = Shaded.of((State.TYPED, "เทศบาล"), (State.MISSING, "«ยังไม่กรอก»"))
    data = made.with_link(
        made.charted("{{ office }}", alternative="{{ office }}"), "https://example.go.th/{{ office }}"
    )
    package = shade(Template.load(saved(tmp_path, data)).render({"office": value}))
    whole = opc.read(package.data())
    assert "<a:t>เทศบาล«ยังไม่กรอก»</a:t>" in text(whole, CHART)
    assert 'descr="เทศบาล«ยังไม่กรอก»"' in text(whole, MAIN)
    assert watermark(whole).data()


def test_an_address_in_a_loop_is_one_of_each_turn(tmp_path: Path) -> None:
    body = p("{%p for item in items %}") + made.link("{{ item.name }}") + p("{%p endfor %}")
    data = made.with_link(docx(body), "https://example.go.th/{{ item.name }}")
    assert lint(data, KNOWN) == ()
    package = filled(tmp_path, data, items=[{"name": "a b"}, {"name": "c"}, {"name": "c"}])
    assert links(package) == ["https://example.go.th/a%20b", "https://example.go.th/c"]


@pytest.mark.parametrize("web", ["javascript:alert(1)", "file:///etc/passwd", "../x.docx", "data:text/html,x"])
def test_an_address_that_is_none_of_the_web_is_refused(tmp_path: Path, web: str) -> None:
    template = Template.load(saved(tmp_path, made.with_link(docx(made.link()), "{{ web }}")))
    with pytest.raises(TemplateError, match="ไม่ใช่ที่อยู่เว็บ") as fault:
        template.render({"web": web})
    assert fault.value.tag == "{{ web }}"


def test_a_fault_of_a_value_is_told_with_its_place_and_tag(tmp_path: Path) -> None:
    template = Template.load(saved(tmp_path, made.charted('คะแนน {{office["name"]}}')))
    with pytest.raises(TemplateError, match=r"แม่แบบ made_template\.docx ในแผนภูมิที่ 1 ตรง ") as fault:
        template.render({"office": {}})
    assert fault.value.tag == "{{office['name']}}"


def test_the_address_in_a_field_is_filled_in_each_turn_of_a_loop(tmp_path: Path) -> None:
    told = made.field(' HYPERLINK "https://example.go.th/{{ it', 'em.name }}/{{ year }}" \\o "{{ office }}" ')
    data = docx(p("{%p for item in items %}") + told + p("{%p endfor %}"))
    assert lint(data, KNOWN) == ()
    done = text(filled(tmp_path, data, items=[{"name": "ก"}, {"name": "b"}], office='"ข"'), MAIN)
    assert 'HYPERLINK "https://example.go.th/%E0%B8%81/2566" \\o "”ข”" ' in done
    assert 'HYPERLINK "https://example.go.th/b/2566" \\o "”ข”" ' in done


def test_a_line_break_in_a_value_is_a_space_where_there_are_no_lines(tmp_path: Path) -> None:
    package = filled(tmp_path, made.charted("{{ office }}", name="{{ office }}"), office="ก\nข")
    assert "<a:t>ก ข</a:t>" in text(package, CHART)
    assert "<c:v>ก\nข</c:v>" in text(package, CHART)


# What stands twice


def shown(package: Package) -> str:
    return "".join(re.findall("<w:t[^>]*>([^<]*)</w:t>", text(package, MAIN)))


@pytest.mark.parametrize(
    ("control", "said", "expected", "differ"),
    [
        ("{{ office }}", "{{ office }}", "เทศบาล", False),
        ("{{ office }}", "เทศบาลเดิม", "เทศบาล", True),
        ("เทศบาลเดิม", "{{ office }}", "เทศบาล", True),
        ("{{ office }}", "ปี {{ year }}", "ปี ๒๕๖๖", True),
    ],
)
def test_both_halves_of_a_bound_control_say_the_same(
    tmp_path: Path, control: str, said: str, expected: str, differ: bool
) -> None:
    data = made.stored(made.control(control, BOUND), said)
    package = filled(tmp_path, data, office="เทศบาล")
    assert shown(package) == expected
    assert f"<name>{expected}</name>" in text(package, STORE)
    assert [finding.id for finding in lint(data, KNOWN)] == ["bound-text-differs"] * differ


def test_a_control_that_says_nothing_yet_shows_its_data_in_the_look_of_its_text(tmp_path: Path) -> None:
    look = '<w:rPr><w:rStyle w:val="PlaceholderText"/><w:b/></w:rPr>'
    asking = made.control("คลิกเพื่อพิมพ์", BOUND, "<w:showingPlcHdr/><w:text/>").replace("<w:r>", f"<w:r>{look}")
    package = filled(tmp_path, made.stored(asking, "{{ office }}"), office="เทศบาล")
    assert shown(package) == "เทศบาล"
    assert [one for one in ("showingPlcHdr", "PlaceholderText", "<w:b/>") if one in text(package, MAIN)] == ["<w:b/>"]
    empty = f"<w:sdt><w:sdtPr>{BOUND}</w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>"
    assert shown(filled(tmp_path, made.stored(empty, "{{ office }}"), office="เทศบาล")) == "เทศบาล"
    bare = "<w:sdt><w:sdtContent>" + p("{{ office }}") + "</w:sdtContent></w:sdt>"
    assert shown(filled(tmp_path, docx(bare), office="เทศบาล")) == "เทศบาล"


def test_a_control_that_lacks_its_properties_or_its_content_has_nothing_to_agree_on() -> None:
    for lacking in (
        f"<w:sdt><w:sdtContent>{p('ก')}</w:sdtContent></w:sdt>",
        f"<w:sdt><w:sdtPr>{BOUND}</w:sdtPr></w:sdt>",
    ):
        package = opc.read(docx(lacking))
        assert agreed(package, {MAIN: package.parts[MAIN].own_tree()}).texts == set()


@pytest.mark.parametrize("kind", ["control", "field"])
@pytest.mark.parametrize("placeholder", [False, True])
def test_the_title_that_the_text_shows_without_a_tag_is_that_of_the_file(
    tmp_path: Path, kind: str, placeholder: bool
) -> None:
    """The engine would else write a title of its own, which the text does not show."""
    more = "<w:showingPlcHdr/>" if placeholder else ""
    body = made.control("แผนปี", BOUND_TITLE, more) if kind == "control" else made.field(" TITLE ", result="แผนปี")
    document = {"title": "ชื่ออื่น", "subject": "ก", "author": "ข"}
    package = filled(tmp_path, made.core(docx(body + p("{{ year }}")), "แผนปี"), document=document)
    title = "ชื่ออื่น" if placeholder and kind == "control" else "แผนปี"
    assert f"<dc:title>{title}</dc:title>" in text(package, "docProps/core.xml")


def test_two_places_that_show_one_title_say_what_the_first_says(tmp_path: Path) -> None:
    body = made.control("คำสั่ง {{ office }}", BOUND_TITLE) + made.field(" TITLE ", result="x")
    package = filled(
        tmp_path, made.core(docx(body), "x"), office="เทศบาล", document={"title": "ก", "subject": "ข", "author": "ค"}
    )
    assert shown(package) == "คำสั่ง เทศบาล" * 2
    assert "<dc:title>คำสั่ง เทศบาล</dc:title>" in text(package, "docProps/core.xml")


def test_a_control_may_be_bound_to_an_attribute(tmp_path: Path) -> None:
    bound = BOUND.replace("/ns0:name[1]", "/@of")
    data = made.stored(made.control("เดิม", bound), "x")
    package = opc.read(data)
    package.put(STORE, package.parts[STORE].data.replace(b"<root ", b'<root of="{{ office }}" '))
    done = filled(tmp_path, package.data(), office="เทศบาล")
    assert shown(done) == "เทศบาล"
    assert 'of="เทศบาล"' in text(done, STORE)


@pytest.mark.parametrize("path", ["/ns0:root[1]/ns0:gone[1]", "/ns0:root[1]/ns0:name[1]/text()"])
def test_a_control_that_is_bound_to_no_element_is_filled_where_it_stands(tmp_path: Path, path: str) -> None:
    bound = BOUND.replace("/ns0:root[1]/ns0:name[1]", path)
    done = filled(tmp_path, made.stored(made.control("{{ office }}", bound), "เดิม"), office="เทศบาล")
    assert (shown(done), "เดิม" in text(done, STORE)) == ("เทศบาล", True)


@pytest.mark.parametrize(
    ("content", "more"),
    [
        (p("{%p for item in items %}") + p("{{ item.name }}") + p("{%p endfor %}"), "<w:text/>"),
        (p("{{ year }}"), '<w:date w:fullDate="2022-10-01T00:00:00Z"/>'),
        (p("{{ year }}") + p("{{ office }}"), "<w:text/>"),
    ],
    ids=["loop", "date", "paragraphs"],
)
def test_a_control_whose_data_cannot_say_it_is_no_longer_bound(tmp_path: Path, content: str, more: str) -> None:
    control = f"<w:sdt><w:sdtPr>{BOUND}{more}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
    data = made.stored(control, "{{ office }}")
    assert lint(data, KNOWN) == ()
    package = filled(tmp_path, data, items=[{"name": "ก"}])
    assert "dataBinding" not in text(package, MAIN)
    assert "fullDate" not in text(package, MAIN)
    assert "<name></name>" in text(package, STORE) or "<name/>" in text(package, STORE)


def test_a_bound_control_in_a_loop_says_what_its_turn_says(tmp_path: Path) -> None:
    body = p("{%p for item in items %}") + made.control("{{ item.name }}", BOUND) + p("{%p endfor %}")
    data = made.stored(body, "{{ item.name }}")
    assert lint(data, KNOWN) == ()
    package = filled(tmp_path, data, items=[{"name": "ก"}, {"name": "ข"}])
    assert shown(package) == "กข"
    assert "dataBinding" not in text(package, MAIN)


@pytest.mark.parametrize(
    ("body", "title"),
    [
        (made.control("คำสั่ง {{ office }}", BOUND_TITLE), "x"),
        (made.control("x", BOUND_TITLE), "คำสั่ง {{ office }}"),
        (made.field(" TITLE ", result="คำสั่ง {{ office }}"), "x"),
        (made.field(" DOCPROPERTY  Title  \\* MERGEFORMAT ", result="คำสั่ง {{ office }}"), "x"),
    ],
    ids=["control", "store", "TITLE", "DOCPROPERTY"],
)
def test_a_title_that_the_text_shows_is_the_title_of_the_file(tmp_path: Path, body: str, title: str) -> None:
    document = {"title": "ชื่ออื่น", "subject": "ก", "author": "ข"}
    package = filled(tmp_path, made.core(docx(body), title), office="เทศบาล", document=document)
    assert shown(package) == "คำสั่ง เทศบาล"
    assert "<dc:title>คำสั่ง เทศบาล</dc:title>" in text(package, "docProps/core.xml")
    assert "ชื่ออื่น" not in text(package, "docProps/core.xml")


def test_a_property_and_the_field_that_shows_it_say_the_same(tmp_path: Path) -> None:
    body = made.field(' DOCPROPERTY "ชื่อ หน่วย" ', result="เดิม")
    package = filled(tmp_path, made.custom(docx(body), "ชื่อ หน่วย", "{{ office }}"), office="เทศบาล")
    assert shown(package) == "เทศบาล"
    assert ">เทศบาล<" in text(package, "docProps/custom.xml")


def test_a_variable_and_the_field_that_shows_it_say_the_same(tmp_path: Path) -> None:
    variable = '<w:docVars><w:docVar w:name="ก" w:val="เดิม"/></w:docVars>'
    data = made.settings(docx(made.field(" DOCVARIABLE ก ", result="{{ office }}")), variable)
    package = filled(tmp_path, data, office="เทศบาล")
    assert shown(package) == "เทศบาล"
    assert 'w:val="เทศบาล"' in text(package, "word/settings.xml")


@pytest.mark.parametrize(
    ("data", "part", "said"),
    [
        (made.stored(made.control("{{ items|length }} คน", BOUND), "x"), STORE, ">๒ คน<"),
        (made.core(docx(made.control("{{ items|length }} คน", BOUND_TITLE)), "x"), "docProps/core.xml", ">๒ คน<"),
        (
            made.settings(
                docx(made.field(" DOCVARIABLE ก ", result="{{ items|length }} คน")),
                '<w:docVars><w:docVar w:name="ก" w:val="x"/></w:docVars>',
            ),
            "word/settings.xml",
            'w:val="๒ คน"',
        ),
    ],
    ids=["store", "title", "variable"],
)
def test_a_number_that_stands_twice_is_written_alike(tmp_path: Path, data: bytes, part: str, said: str) -> None:
    package = Template.load(saved(tmp_path, data)).render({"items": ["ก", "ข"]}, numbers=thai_digits)
    assert shown(package) == "๒ คน"
    assert said in text(package, part)


# What is refused


REFUSED: dict[str, tuple[Callable[[], bytes], str, str, str]] = {
    "loop": (
        lambda: made.charted("{%p for item in items %}"),
        "place-outside-text",
        "ชื่อแผนภูมิที่ 1",
        "{%p for item in items %}",
    ),
    "picture": (
        lambda: made.charted("x", alternative="{{ emblem|fit(3, 3) }}"),
        "picture-outside-text",
        "ข้อความแสดงแทน (alt text) ของวัตถุในเนื้อหา",
        "{{ emblem|fit(3, 3) }}",
    ),
    "bookmark": (
        lambda: docx('<w:p><w:bookmarkStart w:id="1" w:name="{{ year }}"/><w:r><w:t>ก</w:t></w:r></w:p>'),
        "tag-not-filled",
        "ชื่อที่คั่นหน้า (bookmark) ในเนื้อหา",
        "{{ year }}",
    ),
    "field": (
        lambda: docx(made.field(' IF {{ year }} = "2566" ')),
        "tag-not-filled",
        "คำสั่งของเขตข้อมูล IF",
        "{{ year }}",
    ),
    "file": (
        lambda: made.with_link(docx(made.link("แบบฟอร์ม")), "file:///C:/{{ year }}.docx"),
        "link-address",
        "ที่อยู่ของลิงก์ “แบบฟอร์ม”",
        "file:///C:/{{ year }}.docx",
    ),
    "sheet": (
        lambda: made.with_part(
            made.charted("x"), BOOK, made.book("ก", "ข", sheet="{{ year }}"), "package", CHART, "rB2"
        ),
        "tag-not-filled",
        "สมุดงานของแผนภูมิที่ 1",
        "{{ year }}",
    ),
    "add-in": (
        lambda: made.with_part(docx(p("x")), "word/webextensions/webextension1.xml", '<a b="{{ year }}"/>', "x"),
        "tag-not-filled",
        "ส่วนเสริมของ Office (add-in)",
        "{{ year }}",
    ),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_cannot_be_filled_is_refused_with_its_place(kind: str) -> None:
    make, id, place, tag = REFUSED[kind]
    findings = lint(make(), KNOWN)
    assert [(one.id, str(one.spot), one.tag) for one in findings] == [(id, place, tag)]
    assert annotate(make(), findings, "ผู้ตรวจ")


# The last look


@pytest.mark.parametrize(
    "data",
    [
        made.charted("{{ x }}"),
        made.charted("{{", " x }}"),
        made.charted("ก", alternative="{{ x }}"),
        made.diagram("{% if %}"),
        made.custom(docx(p("x")), "ก", "{{ x }}"),
        made.with_link(docx(made.link()), "https://example.go.th/%7b%7bx%7d%7d"),
        made.charted("ก", category="{{ x }}"),
        docx(made.field(' HYPERLINK "{{ x }}" ')),
    ],
)
def test_the_last_look_reads_every_part(data: bytes) -> None:
    package = opc.read(data)
    assert look(package, []).faults != ()
    assert look(package, [], ["{{ x }}", "{{x}}", "{% if %}"]).faults == ()


def test_a_text_that_stands_outside_of_the_runs_is_not_missing(tmp_path: Path) -> None:
    data = made.with_link(made.charted("{{ office }}"), "https://example.go.th/{{ year }}")
    package = filled(tmp_path, data, office="เทศบาลตำบล ก")
    assert look(package, ["เทศบาลตำบล ก", "๒๕๖๗"]).missing == ("๒๕๖๗",)


def test_what_is_added_to_a_part_with_tags_stays_in_it(tmp_path: Path) -> None:
    def add(package: Package) -> None:
        root = package.parts["word/settings.xml"].own_tree()
        root.insert(0, root.makeelement(f"{W}embedTrueTypeFonts"))
        package.put("word/settings.xml", root)

    data = PLACES["variable"][0]()
    path = saved(tmp_path, data)
    made_so = Template.load(path, addition=add).render({"office": NAME})
    assert "embedTrueTypeFonts" in text(made_so, "word/settings.xml")
    assert NAME in text(made_so, "word/settings.xml")


def test_properties_of_a_wrong_type_are_written_anew(tmp_path: Path) -> None:
    package = opc.read(made.core(docx(p("{{ year }}")), "x"))
    package.put("docProps/core.xml", b"<x/>", "application/xml")
    document = {"title": "ก", "subject": "ข", "author": "ค"}
    done = filled(tmp_path, package.data(), document=document)
    assert done.types["docProps/core.xml"].endswith("core-properties+xml")
    assert "<dc:title>ก</dc:title>" in text(done, "docProps/core.xml")


def test_an_address_that_is_refused_is_told_as_it_was_typed() -> None:
    with pytest.raises(addresses.AddressError) as fault:
        addresses.checked(addresses.at_the_start("ลิงก์ของเรา"))
    assert fault.value.address == "ลิงก์ของเรา"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (
            table(1, tr("{%tr for one in people %}"), tr("ก"), tr("{%tr endfor %}")),
            "ตารางนี้จะไม่เหลือแถว จึงไม่มีตารางนี้ในเอกสาร",
        ),
        (table(1, tr(tc("{%p if name %}", "ก", "{%p endif %}"))), "ช่องนี้จะว่าง"),
    ],
)
def test_what_an_empty_list_leaves_is_told_as_it_is(body: str, said: str) -> None:
    (found,) = lint(docx(body + p("จบ")), {"people[]": "text", "name": "text"})
    assert found.message.endswith(said)
    assert "เปิดเอกสารไม่ได้" not in found.message
