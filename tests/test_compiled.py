"""The compiled engine against its oracle: docxtpl makes the same parts of the same template and context."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from docxtpl import Listing, RichText, RichTextParagraph
from lxml import etree

import made
from ita_docs.analysis import analyse
from ita_docs.framework.load import load
from ita_docs.places import packaged_templates
from ita_docs.values import build
from ita_docs.wording import word
from made_docx import W, docx, p, picture, saved, table, tc, tr
from officefiles import archive, opc
from officefiles.pictures import Picture
from wordfill.engine import Template, TemplateError, columns, docxtpl_adapter, finish, properties, shape

TEXTS = {f"{{{W}}}{name}" for name in ("t", "instrText", "delText")}

SEATS = [
    {"number": "(๑)", "name": "นายสมหมาย ใจมั่น", "role": "ประธานกรรมการ", "tasks": ["ก", "ข"]},
    {"number": "(๒)", "name": 'A & B < C "ง" {{x}} =1+1', "role": "กรรมการ\nและเลขานุการ", "tasks": []},
    {"number": "(๓)", "name": "นางสาวมาลี\tดี", "role": "กรรมการ", "tasks": ["ค"]},
]
CONTEXT: Mapping[str, object] = {
    "name": "สำนักงานเขต & <เมือง>",
    "breaks": "ก\nข\tค\aง\fจ",
    "yes": True,
    "no": False,
    "seats": SEATS,
    "nobody": [],
    "colour": "FFEE00",
    "span": 2,
    "listing": Listing("ก & ข\nค"),
    "rich": RichText("หนา", bold=True),
    "rich_paragraph": RichTextParagraph(RichText("ย่อหน้า")),
    "emblem": picture(300, 300, shade=10),
    "photos": [picture(300, 200, shade=20), picture(200, 300, shade=30), picture(300, 200, shade=20)],
    "missing": "",
    "document": {"title": "คำสั่ง", "subject": "ITA", "author": "สำนักงานเขต"},
}

DRAWN = '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="7" name="ข"/></wp:inline></w:drawing></w:r></w:p>'
STYLED = (
    '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>{{ breaks }}</w:t></w:r>'
    "<w:r><w:t>หลัง</w:t></w:r></w:p>"
)
ROWS = (
    tr("{%tr for s in seats %}", "", ""),
    tr("{{ s.number }}", "{{ s.name }}", "{{ s.role }}"),
    tr("{%tr endfor %}", "", ""),
)

FAST: dict[str, tuple[str, dict[str, str]]] = {
    "no tag": (p("ข้อความ"), {}),
    "value": (p("เรียน {{ name }} ทราบ {{ listing }}"), {}),
    "tag split over runs": (p("เรียน {", "{ na", "me }", "} ทราบ {% if", " yes %}ก{%", " endif %}"), {}),
    "smart quotes": (p("{% if name == “x” %}ก{% else %}{{ ‘ข’ }}{% endif %}"), {}),
    "comparison": (p("{% if seats|length > 2 and 1 < 2 %}ก{% endif %}"), {}),
    "breaks": (STYLED + p("{{ breaks }}", "{{ name }}"), {}),
    "breaks in cells": (table(1, tr("{{ breaks }}")), {}),
    "literal braces": (p("{_{ name }_} {_% if %_}"), {}),
    "paragraph loop": (p("{%p for s in seats %}") + p("{{ loop.index }} {{ s.name }}") + p("{%p endfor %}"), {}),
    "paragraph choice": (
        p("{%p if no %}") + p("ก") + p("{%p elif yes %}") + p("ข") + p("{%p else %}") + p("ค") + p("{%p endif %}"),
        {},
    ),
    "text loop": (p("{% for s in seats %}{{ s.name }}{% if not loop.last %}, {% endif %}{% endfor %}"), {}),
    "run choice": (p("ก", "{%r if yes %}", "ข", "{%r endif %}", "ค"), {}),
    "joined text": (p("ก {%- if yes %} ข {%- endif -%} ค"), {}),
    "joined paragraphs": (p("ก") + p("{%- if yes -%}") + p("ข") + p("{%- endif -%}") + p("ค"), {}),
    "comments": (p("ก{# ไม่พิมพ์ #}ข") + p("{#p ทั้งย่อหน้า #}") + table(1, tr("{#tr ทั้งแถว #}"), tr("x")), {}),
    "nested loops": (
        p("{%p for s in seats %}") + p("{{ s.name }}") + p("{%p for t in s.tasks %}") + p("{{ t }}")
        + p("{%p endfor %}") + p("{%p endfor %}"),
        {},
    ),
    "row loop": (table(3, tr("ก", "ข", "ค"), *ROWS), {}),
    "row loop without a heading": (table(3, *ROWS), {}),
    "row choice": (
        table(2, tr("{%tr if no %}", ""), tr("ก", "ข"), tr("{%tr else %}", ""), tr("ค", "ง"), tr("{%tr endif %}", "")),
        {},
    ),
    "spans": (table(3, tr("ก", tc("ข", properties='<w:gridSpan w:val="2"/>')), *ROWS), {}),
    "paragraphs in a cell": (
        table(2, tr("{%tr for s in seats %}", ""),
              tr("{{ s.name }}", tc("{%p for t in s.tasks %}", "{{ t }}", "{%p else %}", "", "{%p endfor %}")),
              tr("{%tr endfor %}", "")),
        {},
    ),
    "nested table": (
        table(2, tr("ก", f"<w:tc><w:tcPr/>{table(2, tr('ค', '{{ name }}'))}<w:p/></w:tc>")),
        {},
    ),
    "vertical merge": (
        table(2, tr("{%tr for s in seats %}", ""), tr("{% vm %}ตำแหน่ง", "{{ s.name }}"), tr("{%tr endfor %}", "")),
        {},
    ),
    "cell colour": (table(2, tr("{% cellbg colour %}ก", "ข")), {}),
    "set": (
        p("{% set y = name %}{{ y ~ y + y }}{% set z %}<{{ y }}>{% endset %}{{ z }}"),
        {},
    ),
    "filters": (p("{{ seats|length }} {{ seats[0].tasks|join(', ') }} {{ (seats|last).name|trim|e }}"), {}),
    "headers and footers": (
        p("{{ name }}"),
        {"header1": p("{{ name }}"), "header2": p("ไม่มีคำสั่ง"), "header3": STYLED,
         "footer1": p("{% if yes %}ก{% endif %}")},
    ),
    "footnotes": (
        p("{{ name }}"),
        {"footnotes": f'<w:footnote w:id="1">{p("{{ name }}")}</w:footnote><w:footnote w:id="2">{p("x")}</w:footnote>'},
    ),
    "only a header": (p("ข้อความ"), {"header1": p("{{ name }}")}),
    "drawing in a loop": (p("{%p for s in seats %}") + DRAWN + p("{%p endfor %}"), {}),
    "drawing without tags": (DRAWN + DRAWN, {}),
    "picture": (p("ก{{ emblem|fit(3, 3) }}ข"), {}),
    "no picture": (p("ก{{ missing|fit(3, 3) }}ข"), {}),
    "pictures in a loop": (p("{% for x in photos %}{{ x|fit(5, 5) }} {% endfor %}{{ emblem|fit(3, 3) }}") + DRAWN, {}),
    "picture in a header": (p("{{ emblem|fit(3, 3) }}"), {"header1": p("{{ emblem|fit(1, 1) }}")}),
}  # fmt: skip

SLOW: dict[str, tuple[str, str]] = {
    "cell loop": (
        table(1, tr(tc("{%tc for s in seats %}"), "{{ s.name }}", tc("{%tc endfor %}"))),
        shape.CELLS,
    ),
    "column span": (table(2, tr("{% colspan span %}ก"), tr("ข", "ค")), shape.CELLS),
    "horizontal merge": (
        table(3, tr(tc("{%tc for s in seats %}"), "{% hm %}ก", tc("{%tc endfor %}")), tr("ก", "ข", "ค")),
        shape.CELLS,
    ),
    "more cells than columns": (table(1, tr("{{ name }}", "ข")), shape.GRID),
    "more columns than cells": (table(3, tr("{{ name }}", "ข")), shape.GRID),
    "a wider table inside": (
        table(1, f"<w:tr><w:tc><w:tcPr/>{table(2, tr('{{ name }}', 'ข'))}<w:p/></w:tc></w:tr>"),
        shape.GRID,
    ),
    "rich text": (p("ก {{r rich }} ข"), shape.MARKUP),
    "rich paragraph": (p("{{p rich_paragraph }}"), shape.MARKUP),
}


def canonical(data: bytes) -> dict[str, str | bytes]:
    """Every part of a package: XML without blank text between elements and in a fixed order where order says nothing.

    The core properties are the engine's own; docxtpl gives all pictures one name, and those of a header one id.
    """
    parts = {name: content for name, content in archive.read(data).items() if name != properties.CORE}
    texts: dict[str, str | bytes] = {**parts}
    texts |= {name: canonical_xml(part) for name, part in parts.items() if name.endswith((".xml", ".rels"))}
    for name in texts:
        if name.startswith("word/header"):
            texts[name] = re.sub(r'(<wp:docPr id=)"\d+"', r'\1""', str(texts[name]))
    return texts


def canonical_xml(data: bytes) -> str:
    root = etree.fromstring(data)
    for element in root.iter():
        if element.tag not in TEXTS and not (element.text or "").strip():
            element.text = None
        element.tail = None
    if root.tag.endswith(("}Types", "}Relationships")):
        root[:] = sorted(root, key=lambda entry: sorted(entry.attrib.items()))
    text = etree.tostring(root, method="c14n2").decode()
    return re.sub(r'(<pic:cNvPr[^>]*\bname=|<wp:docPr[^>]* name=)"[^"]*"', r'\1""', text)


@pytest.mark.parametrize("name", FAST)
def test_the_compiled_template_makes_what_docxtpl_makes(tmp_path: Path, name: str) -> None:
    body, parts = FAST[name]
    data = docx(body, parts)
    template = Template.load(saved(tmp_path, data))
    assert template.report == ()
    made, oracle = canonical(template.render(CONTEXT).data()), canonical(docxtpl_adapter.render(data, CONTEXT))
    assert made.keys() == oracle.keys()
    for part in oracle:
        assert made[part] == oracle[part], part


@pytest.mark.parametrize("path", sorted(packaged_templates().glob("*_template.docx")), ids=lambda path: path.stem)
def test_our_own_templates_are_compiled_and_make_what_docxtpl_makes(path: Path) -> None:
    submission = made.submission()
    framework = load(submission.assessed_year)
    findings = analyse(submission, framework)
    context = build(submission, framework, findings, word(submission, framework, findings))
    template = Template.load(path)
    assert template.report == ()
    parts = archive.read(docxtpl_adapter.render(path.read_bytes(), context))
    fitted = archive.write({name: columns.fitted(part) for name, part in parts.items()})  # which docxtpl does not know
    made_parts, oracle = canonical(template.render(context).data()), canonical(fitted)
    assert made_parts.keys() == oracle.keys()
    for part in oracle:
        assert made_parts[part] == oracle[part], part


@pytest.mark.parametrize("name", SLOW)
def test_what_needs_docxtpl_is_left_to_it_and_said(tmp_path: Path, name: str) -> None:
    body, reason = SLOW[name]
    data = docx(body)
    template = Template.load(saved(tmp_path, data))
    assert template.report == (reason,)
    assert canonical(template.render(CONTEXT).data()) == canonical(docxtpl_adapter.render(data, CONTEXT))


@pytest.mark.parametrize("body", [p("{{ emblem|fit(3, 3) }}"), table(1, tr("{{ emblem|fit(3, 3) }}", "{{ name }}"))])
def test_properties_are_set_and_bytes_are_equal_both_ways(tmp_path: Path, body: str) -> None:
    template = Template.load(saved(tmp_path, docx(body)))
    made = template.render(CONTEXT).data()
    assert made == template.render(CONTEXT).data()
    core = archive.read(made)[properties.CORE].decode()
    assert re.findall(r"<([\w:]+)(?: xsi[^>]*)?>([^<]*)<", core)[-6:] == [
        ("dc:title", "คำสั่ง"),
        ("dc:subject", "ITA"),
        ("dc:creator", "สำนักงานเขต"),
        ("dc:language", "th-TH"),
        ("dcterms:created", "2000-01-01T00:00:00Z"),
        ("dcterms:modified", "2000-01-01T00:00:00Z"),
    ]


@pytest.mark.parametrize("columns", [3, 4], ids=["compiled", "docxtpl"])
def test_what_a_template_says_of_itself_stays_with_it(tmp_path: Path, columns: int) -> None:
    drafted = Document(io.BytesIO(docx(p("{{ name }}") + table(columns, *ROWS))))
    properties = drafted.core_properties
    properties.comments = properties.keywords = properties.category = properties.last_modified_by = "ผู้ร่าง"
    drafted.save(tmp_path / "made_template.docx")
    made = Template.load(tmp_path / "made_template.docx").render(CONTEXT)
    told = [
        part.data.decode() for name, part in made.parts.items() if name.startswith("docProps/") and name.endswith("xml")
    ]
    assert told
    assert not [text for text in told if "ผู้ร่าง" in text or "<Application>" in text]


@pytest.mark.parametrize("columns", [3, 4], ids=["compiled", "docxtpl"])
def test_a_picture_is_read_as_its_alternative_text(tmp_path: Path, columns: int) -> None:
    path = saved(tmp_path, docx(p("{{ emblem|fit(3, 3) }}") + table(columns, *ROWS)))
    template, emblem = Template.load(path), CONTEXT["emblem"]
    assert isinstance(emblem, Picture)
    assert bool(template.report) is (columns == 4)
    made = template.render({**CONTEXT, "emblem": replace(emblem, alternative='ตรา "ก" & ข')})
    drawn = etree.fromstring(made.parts["word/document.xml"].data).iter("{*}docPr")
    assert [one.get("descr") for one in drawn] == ['ตรา "ก" & ข']


@pytest.mark.parametrize("columns", [3, 4], ids=["compiled", "docxtpl"])
def test_an_addition_is_in_every_document(tmp_path: Path, columns: int) -> None:
    def add(package: opc.Package) -> None:
        package.put("word/added.bin", b"added", "application/octet-stream")
        package.relate(package.main, opc.Relationship("added", "word/added.bin"))

    path = saved(tmp_path, docx(p("{{ name }}") + table(columns, *ROWS)))
    template = Template.load(path, addition=add)
    assert bool(template.report) is (columns == 4)
    for _ in range(2):
        made = opc.read(template.render(CONTEXT).data())
        assert made.of_main("added").data == b"added"
        assert made.types["word/added.bin"] == "application/octet-stream"
    assert opc.read(Template.load(path).render(CONTEXT).data()).of_main("added") is None


@pytest.mark.parametrize("columns", [3, 4], ids=["compiled", "docxtpl"])
def test_a_table_without_a_row_is_left_out(tmp_path: Path, columns: int) -> None:
    body = p("ก") + table(columns, *ROWS) + p("ข")
    template = Template.load(saved(tmp_path, docx(body)))
    made = template.render({**CONTEXT, "seats": []}).parts["word/document.xml"].data
    assert b"<w:tbl>" not in made
    assert "ก" in made.decode()


@pytest.mark.parametrize("columns", [1, 2], ids=["compiled", "docxtpl"])
def test_a_cell_without_a_paragraph_gets_one(tmp_path: Path, columns: int) -> None:
    body = table(columns, tr(tc("{%p for s in nobody %}", "{{ s.name }}", "{%p endfor %}")))
    made = Template.load(saved(tmp_path, docx(body))).render(CONTEXT).parts["word/document.xml"].data
    cell = etree.fromstring(made).find(f".//{{{W}}}tc")
    assert cell is not None
    assert cell[-1].tag == f"{{{W}}}p"


@pytest.mark.parametrize("columns", [1, 2], ids=["compiled", "docxtpl"])
def test_a_cell_that_would_end_with_a_table_gets_a_paragraph_behind_it(tmp_path: Path, columns: int) -> None:
    """Word takes a cell whose last element is a table for unreadable."""
    inner = table(1, tr("ใน")) + p("{%p for s in nobody %}") + p("{{ s.name }}") + p("{%p endfor %}")
    template = Template.load(saved(tmp_path, docx(table(columns, tr(f"<w:tc><w:tcPr/>{inner}</w:tc>")))))
    assert bool(template.report) is (columns == 2)
    made = template.render(CONTEXT).parts["word/document.xml"].data
    cell = etree.fromstring(made).find(f".//{{{W}}}tc")
    assert cell is not None
    assert [etree.QName(child).localname for child in cell] == ["tcPr", "tbl", "p"]
    assert "".join(cell.itertext()) == "ใน"


@pytest.mark.parametrize(("rows", "texts", "left"), [([], ["ข"], ["ข"]), (["ก"], [], ["ก", ""]), ([], [], [""])])
def test_of_a_table_without_rows_and_a_cell_without_paragraphs_each_is_completed_alone(
    tmp_path: Path, rows: list[str], texts: list[str], left: list[str]
) -> None:
    by_row = table(1, tr("{%tr for x in rows %}"), tr("{{ x }}"), tr("{%tr endfor %}"))
    in_cell = table(1, tr(tc("{%p for x in texts %}", "{{ x }}", "{%p endfor %}")))
    template = Template.load(saved(tmp_path, docx(by_row + p("") + in_cell)))
    assert template.report == ()
    document = Document(io.BytesIO(template.render({"rows": rows, "texts": texts}).data()))
    assert ["".join(one.text for one in found.cell(0, 0).paragraphs) for found in document.tables] == left
    assert all(found.cell(0, 0).paragraphs for found in document.tables)


@pytest.mark.parametrize("columns", [1, 2], ids=["compiled", "docxtpl"])
def test_tags_that_cross_the_structure_are_told(tmp_path: Path, columns: int) -> None:
    body = p("{% if no %}ก") + table(columns, tr("ข{% endif %}"), tr("{{ name }}"))
    template = Template.load(saved(tmp_path, docx(body)))
    with pytest.raises(TemplateError, match="คร่อมย่อหน้าหรือตาราง"):
        template.render(CONTEXT)


def test_one_file_holds_a_picture_drawn_twice(tmp_path: Path) -> None:
    template = Template.load(saved(tmp_path, docx(*FAST["pictures in a loop"])))
    names = [name for name in template.render(CONTEXT).parts if "media" in name]
    assert sorted(names) == ["word/media/image1.png", "word/media/image2.png", "word/media/image3.png"]


@pytest.mark.parametrize(
    "part",
    [b"", b"<a>", b"<a></b>", b"<a/><b/>", b"<a x=1/>", b"<a>&x;</a>", b"<a>\x00</a>", b"<a>\xff</a>", "<a>\x1b</a>"],
)
def test_a_part_that_is_no_xml_is_found(part: bytes | str) -> None:
    with pytest.raises(finish.BrokenDocumentError):
        finish.check_well_formed(part)
    with pytest.raises(etree.XMLSyntaxError):
        etree.fromstring(part)


def test_a_part_that_is_xml_passes() -> None:
    finish.check_well_formed("<w:p>ก &amp; &#34;</w:p>".encode())
