"""What loops of a template repeat: lists that begin anew, numbers and names that are met once, nothing left empty."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from looped_docx import (
    END,
    HEADED,
    INNER,
    LISTS,
    NOTE,
    NUMBERED,
    REFERENCE,
    ROWS,
    TORN,
    WHOLE,
    controlled,
    field,
    item,
    mark,
    run,
)
from made_docx import docx, p, saved, table, tr
from officefiles import opc
from officefiles.opc import Package, W
from officefiles.thai import thai_digits
from small_docx import package
from thaipages.layout import Paragraph, Table, measure
from wordfill.engine import Template, TemplateError
from wordfill.engine.source_tree import SourceTree

CONTEXT = {
    "name": "อบต.ตัวอย่าง",
    "nobody": [],
    "groups": [{"name": name, "people": people} for name, people in (("ก", "ขค"), ("ง", "จฉช"))],
}


def rendered(tmp_path: Path, *body: str, numbering: str = LISTS, **parts: str) -> Package:
    made = package(*body, numbering=numbering, **parts)  # type: ignore[arg-type]
    template = Template.load(saved(tmp_path, made.data()))
    assert template.report == ()
    return opc.read(template.render(CONTEXT).data())


def shown(made: Package) -> list[str]:
    """Every paragraph with the label of its list, as the layout numbers them."""
    blocks = [block for part in measure(made).parts for block in part.blocks]
    rows = [row for block in blocks if isinstance(block, Table) for row in block.rows]
    own = [block for block in blocks if isinstance(block, Paragraph)]
    return [one.text.replace("\t", " ") for one in [*own, *(inner for row in rows for inner in row.paragraphs)]]


def test_the_only_list_begins_anew_in_each_turn(tmp_path: Path) -> None:
    alone = LISTS.partition('<w:num w:numId="2"')[0]
    made = rendered(tmp_path, *HEADED, *INNER, END, numbering=alone)
    assert shown(made) == ["คณะ ก", "๑. ข", "๒. ค", "คณะ ง", "๑. จ", "๒. ฉ", "๓. ช"]


def test_a_list_below_a_heading_begins_anew_in_each_turn(tmp_path: Path) -> None:
    made = rendered(tmp_path, *HEADED, *INNER, END)
    assert shown(made) == ["คณะ ก", "๑. ข", "๒. ค", "คณะ ง", "๑. จ", "๒. ฉ", "๓. ช"]
    assert made.of_main("numbering").data.count(b"<w:num ") == 3


def test_the_list_of_a_style_begins_anew_and_keeps_the_indent_of_the_style(tmp_path: Path) -> None:
    inner = (p("{%p for one in g.people %}"), p("{{ one }}", properties='<w:pStyle w:val="Numbered"/>'), END)
    made = rendered(tmp_path, *HEADED, *inner, END, more_styles=NUMBERED)
    assert shown(made) == ["คณะ ก", "๑. ข", "๒. ค", "คณะ ง", "๑. จ", "๒. ฉ", "๓. ช"]
    assert {block.shape.left for part in measure(made).parts for block in part.blocks if block.label} == {500.0}  # type: ignore[union-attr]


def test_a_list_that_numbers_the_turns_goes_on(tmp_path: Path) -> None:
    made = rendered(tmp_path, p("{%p for g in groups %}"), item("{{ g.name }}"), p("รายละเอียด"), END)
    assert shown(made) == ["๑. ก", "รายละเอียด", "๒. ง", "รายละเอียด"]
    made = rendered(tmp_path, *HEADED, item("มติ"), END)
    assert shown(made) == ["คณะ ก", "๑. มติ", "คณะ ง", "๒. มติ"]


def test_the_deeper_level_of_a_list_that_numbers_the_turns_begins_anew_by_itself(tmp_path: Path) -> None:
    inner = (p("{%p for one in g.people %}"), item("{{ one }}", 1), END)
    made = rendered(tmp_path, p("{%p for g in groups %}"), item("{{ g.name }}"), *inner, END)
    assert shown(made) == ["๑. ก", "๑.๑ ข", "๑.๒ ค", "๒. ง", "๒.๑ จ", "๒.๒ ฉ", "๒.๓ ช"]


def test_only_the_level_in_the_loop_begins_anew(tmp_path: Path) -> None:
    inner = (p("{%p for one in g.people %}"), item("{{ one }}", 1), END)
    made = rendered(tmp_path, item("คณะกรรมการ"), *HEADED, *inner, END, item("อื่น ๆ"))
    assert shown(made) == ["๑. คณะกรรมการ", "คณะ ก", "๑.๑ ข", "๑.๒ ค", "คณะ ง", "๑.๑ จ", "๑.๒ ฉ", "๑.๓ ช", "๒. อื่น ๆ"]


def test_a_list_begun_before_the_loop_goes_on(tmp_path: Path) -> None:
    made = rendered(tmp_path, item("บททั่วไป"), *HEADED, *INNER, END)
    assert shown(made) == ["๑. บททั่วไป", "คณะ ก", "๒. ข", "๓. ค", "คณะ ง", "๔. จ", "๕. ฉ", "๖. ช"]


def test_a_heading_of_some_turns_only_begins_no_list_anew(tmp_path: Path) -> None:
    once = (p("{%p if loop.first %}"), p("รายชื่อ"), p("{%p endif %}"))
    made = rendered(tmp_path, p("{%p for g in groups %}"), *once, *INNER, END)
    assert shown(made) == ["รายชื่อ", "๑. ข", "๒. ค", "๓. จ", "๔. ฉ", "๕. ช"]


def test_two_lists_that_count_on_from_each_other_do_so_in_each_turn(tmp_path: Path) -> None:
    made = rendered(tmp_path, *HEADED, item("หนึ่ง"), item("สอง", number=2), END)
    assert shown(made) == ["คณะ ก", "๑. หนึ่ง", "๒. สอง", "คณะ ง", "๑. หนึ่ง", "๒. สอง"]


def test_what_an_inner_loop_begins_anew_the_outer_does_not_begin_anew_besides(tmp_path: Path) -> None:
    inner = (p("{%p for one in g.people %}"), p("กลุ่ม {{ one }}"), item("หน้าที่"), item("อำนาจ"), END)
    made = rendered(tmp_path, *HEADED, *inner, END)
    items = ("๑. หน้าที่", "๒. อำนาจ")
    first, second = ([line for name in names for line in (f"กลุ่ม {name}", *items)] for names in ("ขค", "จฉช"))
    assert shown(made) == ["คณะ ก", *first, "คณะ ง", *second]
    assert made.of_main("numbering").data.count(b"<w:num ") == 2 + 4


def test_one_line_of_two_branches_a_turn_numbers_the_turns(tmp_path: Path) -> None:
    either = (p("{%p if g.name %}"), item("มี"), p("{%p else %}"), item("ไม่มี"), p("{%p endif %}"))
    assert shown(rendered(tmp_path, *HEADED, *either, END)) == ["คณะ ก", "๑. มี", "คณะ ง", "๒. มี"]
    several = (p("{%p if g.name %}"), item("มี"), p("{%p else %}"), *INNER, p("{%p endif %}"))
    assert shown(rendered(tmp_path, *HEADED, *several, END)) == ["คณะ ก", "๑. มี", "คณะ ง", "๑. มี"]


def test_a_list_in_the_rows_of_a_loop_begins_anew_both_ways(tmp_path: Path) -> None:
    cells = f"<w:tc><w:tcPr/>{p('{{ g.name }}')}</w:tc><w:tc><w:tcPr/>{''.join(INNER)}</w:tc>"
    body = table(2, tr("{%tr for g in groups %}", ""), f"<w:tr>{cells}</w:tr>", tr("{%tr endfor %}", ""))
    assert shown(rendered(tmp_path, body))[:] == ["ก", "๑. ข", "๒. ค", "ง", "๑. จ", "๒. ฉ", "๓. ช"]
    uneven = package(body.replace("<w:gridCol", '<w:gridCol w:w="9"/><w:gridCol', 1), numbering=LISTS)
    template = Template.load(saved(tmp_path, uneven.data()))
    assert template.report
    assert shown(opc.read(template.render(CONTEXT).data())) == ["ก", "๑. ข", "๒. ค", "ง", "๑. จ", "๒. ฉ", "๓. ช"]


BOOKMARKED = (
    '<w:p><w:bookmarkStart w:id="3" w:name="_Toc1"/><w:r><w:t>{{ g.name }}</w:t></w:r><w:bookmarkEnd w:id="3"/></w:p>'
)
REFERRING = '<w:p><w:fldSimple w:instr=" REF _Toc1 \\h "/><w:hyperlink w:anchor="_Toc1"/></w:p>'


def test_bookmarks_in_a_loop_are_met_once_and_references_of_their_turn_follow(tmp_path: Path) -> None:
    made = rendered(tmp_path, p("{%p for g in groups %}"), REFERRING, BOOKMARKED, END, REFERRING).of_main("styles")
    body = Template.load(tmp_path / "made_template.docx").render(CONTEXT).parts["word/document.xml"].data.decode()
    assert made
    assert re.findall(r'bookmarkStart w:id="(\d+)" w:name="(\w+)"', body) == [("3", "_Toc1"), ("1002003", "_Toc1_2")]
    assert re.findall(r'bookmarkEnd w:id="(\d+)"', body) == ["3", "1002003"]
    assert re.findall(r"REF (\w+)", body) == ["_Toc1", "_Toc1_2", "_Toc1"]
    assert re.findall(r'anchor="(\w+)"', body) == ["_Toc1", "_Toc1_2", "_Toc1"]


def test_a_reference_in_a_field_of_marks_follows_its_turn_too(tmp_path: Path) -> None:
    told = field("REF _Toc1 \\h", "เก่า")
    body = rendered(tmp_path, p("{%p for g in groups %}"), told, BOOKMARKED, END).parts["word/document.xml"].data
    assert re.findall(r"REF (\w+)", body.decode()) == ["_Toc1", "_Toc1_2"]


def test_a_bookmark_round_what_a_loop_repeats_ends_in_each_turn(tmp_path: Path) -> None:
    """It begins between paragraphs of the loop and ends behind it: each would begin again and again, and end once."""
    start, end = '<w:bookmarkStart w:id="3" w:name="a"/>', '<w:bookmarkEnd w:id="3"/>'
    body = rendered(tmp_path, p("{%p for g in groups %}"), start, p("{{ g.name }}"), END, f"<w:p>{end}</w:p>")
    halves = re.findall(r'bookmark(\w+) w:id="(\d+)"', body.parts["word/document.xml"].data.decode())
    assert halves == [("Start", "3"), ("End", "3"), ("Start", "1002003"), ("End", "1002003")]


def test_a_bookmark_with_any_name_is_met_once(tmp_path: Path) -> None:
    named = BOOKMARKED.replace("_Toc1", "ส่วน ที่ 1")
    body = rendered(tmp_path, p("{%p for g in groups %}"), named, END).parts["word/document.xml"].data.decode()
    assert re.findall(r'w:name="([^"]+)"', body) == ["ส่วน ที่ 1", "ส่วน ที่ 1_2"]


def test_a_bookmark_whose_end_goes_with_a_tag_ends_with_its_paragraph(tmp_path: Path) -> None:
    torn = BOOKMARKED.replace('<w:bookmarkEnd w:id="3"/>', "")
    end = '<w:p><w:bookmarkEnd w:id="3"/><w:r><w:t>{%p endfor %}</w:t></w:r></w:p>'
    body = rendered(tmp_path, p("{%p for g in groups %}"), torn, end).parts["word/document.xml"].data.decode()
    assert re.findall(r'bookmark(\w+) w:id="(\d+)"', body) == [
        ("Start", "3"), ("End", "3"), ("Start", "1002003"), ("End", "1002003")
    ]  # fmt: skip


def test_numbers_of_controls_paragraphs_and_shapes_are_met_once(tmp_path: Path) -> None:
    spaces = (
        'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:o="urn:schemas-microsoft-com:office:office"'
    )
    repeated = (
        f'<w:sdt><w:sdtPr><w:id w:val="7"/></w:sdtPr><w:sdtContent><w:p {spaces} w14:paraId="1A" w14:textId="2B"><w:r>'
        '<w:t>{{ g.name }}</w:t></w:r><w:r><w:pict><v:shape id="_x0000_s1026" o:spid="_x0000_s1026"/></w:pict></w:r>'
        "</w:p></w:sdtContent></w:sdt>"
    )
    body = rendered(tmp_path, p("{%p for g in groups %}"), repeated, END).parts["word/document.xml"].data.decode()
    assert "w14:paraId=" not in body
    assert '<w:id w:val="7"/>' not in body
    assert re.findall(r'id="_x0000_s(\d+)" o:spid="_x0000_s(\d+)"', body) == [("1026",) * 2, ("1002026",) * 2]


@pytest.mark.parametrize("uneven", [False, True], ids=["compiled", "docxtpl"])
@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_a_note_in_a_loop_is_there_for_each_reference(tmp_path: Path, kind: str, uneven: bool) -> None:
    body = (p("{%p for g in groups %}") + REFERENCE + END).replace("footnote", kind)
    notes = {f"{kind}s": NOTE.replace("footnote", kind)}
    template = Template.load(saved(tmp_path, docx(body + table(1, tr(*["ก"] * (1 + uneven))), notes)))
    assert bool(template.report) is uneven
    made = template.render(CONTEXT, numbers=thai_digits)
    references = re.findall(rf'{kind}Reference w:id="(\d+)"', made.parts["word/document.xml"].data.decode())
    notes_made = re.findall(rf'<w:{kind} w:id="(\d+)"', made.parts[f"word/{kind}s.xml"].data.decode())
    assert references == notes_made == ["1", "1000000"]


def test_a_note_outside_of_loops_stays_one(tmp_path: Path) -> None:
    other = NOTE.replace('"1"', '"2"').replace("หมายเหตุ", "อื่น")
    body = (
        p("{%p for g in groups %}") + REFERENCE + END + REFERENCE.replace("{{ g.name }}", "ท้าย").replace('"1"', '"2"')
    )
    made = Template.load(saved(tmp_path, docx(body, {"footnotes": NOTE + other}))).render(CONTEXT)
    notes = re.findall(r'<w:footnote w:id="(\d+)".*?<w:t[^>]*>(\w)', made.parts["word/footnotes.xml"].data.decode())
    assert notes == [("1", "ห"), ("1000000", "ห"), ("2", "อ")]


def test_rows_of_a_loop_may_each_stand_in_a_content_control(tmp_path: Path) -> None:
    made = rendered(tmp_path, table(1, *(controlled(tr(text)) for text in ROWS)))
    assert shown(made) == ["ก", "ง"]
    assert made.parts["word/document.xml"].data.count(b"<w:sdt>") == 2


def test_a_control_whose_paragraphs_fall_away_goes_with_them(tmp_path: Path) -> None:
    held = controlled(p("{%p for x in nobody %}") + p("{{ x }}") + END)
    cell = f"<w:tc><w:tcPr/>{held}</w:tc>"
    body = rendered(tmp_path, table(1, f"<w:tr>{cell}</w:tr>"), held).parts["word/document.xml"].data
    assert b"<w:sdt" not in body
    assert re.search(rb"<w:tcPr/><w:p/></w:tc>", body)


BOX = "<w:p><w:r><w:pict><w:textbox><w:txbxContent>{}</w:txbxContent></w:textbox></w:pict></w:r></w:p>"
FALLING = p("{%p if nobody %}") + p("ก") + p("{%p endif %}")
EMPTIED = '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9"/></w:tblGrid>{}</w:tbl>'


BOOKMARK = '<w:bookmarkStart w:id="1" w:name="x"/><w:bookmarkEnd w:id="1"/>'
HOLDERS = {"document": "txbxContent", "header1": "hdr", "footer1": "ftr", "footnotes": "footnote"}


@pytest.mark.parametrize(
    ("content", "left"),
    [
        (FALLING, ["p"]),
        (FALLING + BOOKMARK, ["bookmarkStart", "bookmarkEnd", "p"]),
        (EMPTIED.format(tr("{%tr if nobody %}") + tr("ก") + tr("{%tr endif %}")), ["p"]),
        (controlled(FALLING), ["p"]),
    ],
    ids=["paragraphs", "beside bookmarks", "table", "control"],
)
def test_no_story_is_left_without_a_paragraph(tmp_path: Path, content: str, left: list[str]) -> None:
    stories = {"header1": content, "footer1": content, "footnotes": f'<w:footnote w:id="1">{content}</w:footnote>'}
    made = Template.load(saved(tmp_path, docx(p("{{ name }}") + BOX.format(content), stories))).render(CONTEXT)
    holders = [next(made.parts[f"word/{part}.xml"].tree.iter(f"{W}{tag}")) for part, tag in HOLDERS.items()]
    assert [[etree.QName(child).localname for child in holder] for holder in holders] == [left] * 4


def test_a_row_whose_cells_fall_away_goes_with_them(tmp_path: Path) -> None:
    cells = ("{%tc for x in nobody %}", "{{ x }}", "{%tc endfor %}")
    template = Template.load(saved(tmp_path, docx(p("ก") + table(1, tr(*cells)))))
    assert b"<w:tr" not in template.render(CONTEXT).parts["word/document.xml"].data
    assert b"<w:tbl>" not in template.render(CONTEXT).parts["word/document.xml"].data


@pytest.mark.parametrize("name", TORN)
def test_a_field_that_a_tag_tears_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(TemplateError, match=r"เขตข้อมูลของ Word.*เริ่มและสิ้นสุดคนละที่"):
        Template.load(saved(tmp_path, docx(TORN[name] + p("{{ name }}"))))


@pytest.mark.parametrize("name", WHOLE)
def test_a_field_that_begins_and_ends_in_one_place_is_kept(tmp_path: Path, name: str) -> None:
    made = Template.load(saved(tmp_path, docx(WHOLE[name]))).render(CONTEXT).parts["word/document.xml"].data
    assert made.count(b'"begin"') == made.count(b'"end"')


def test_a_field_that_was_never_whole_is_left_as_it_is(tmp_path: Path) -> None:
    body = f"<w:p>{mark('end')}{run('{{ name }}')}</w:p>"
    assert b'"end"' in Template.load(saved(tmp_path, docx(body))).render(CONTEXT).parts["word/document.xml"].data


HEADING = p("คณะ {{ g.name }}", properties='<w:pStyle w:val="Heading1"/>')


@pytest.mark.parametrize("stored", ["คณะ {{ g.name }}\t1", "{%p for g in groups %}\t1"])
def test_what_word_stored_of_a_table_of_contents_is_no_template_text(tmp_path: Path, stored: str) -> None:
    body = field('TOC \\o "1-3"', stored) + p("{%p for g in groups %}") + HEADING + END
    made = Template.load(saved(tmp_path, docx(body))).render(CONTEXT).parts["word/document.xml"].data.decode()
    assert '<w:fldChar w:fldCharType="begin" w:dirty="true"/>' in made
    assert re.findall(r"<w:t[^>]*>([^<]+)</w:t>", made) == ["คณะ ก", "คณะ ง"]


@pytest.mark.parametrize(("code", "shown"), [("REF _Ref1 \\h", ["ก", "ง"]), ("AUTHOR", ["ก", "ง", "ง"])])
def test_what_word_copied_from_elsewhere_is_no_template_text(tmp_path: Path, code: str, shown: list[str]) -> None:
    body = p("{%p for g in groups %}") + p("{{ g.name }}") + END
    where = "{{ g.name }}" if code != "AUTHOR" else "{{ groups[1].name }}"
    made = Template.load(saved(tmp_path, docx(body + field(code, where)))).render(CONTEXT)
    assert re.findall(r"<w:t[^>]*>([^<]+)</w:t>", made.parts["word/document.xml"].data.decode()) == shown


def test_a_source_comes_back_as_it_was() -> None:
    source = '<w:p xmlns:w="w" w:a="{{ x > 1 }}"><w:t>{% if a < b and c > 0 %}ก &amp; {{ x }}{% endif %}</w:t></w:p>'
    tree = SourceTree.of(source)
    assert tree is not None
    assert tree.written() == source
