"""What the lint says of fields of Word, of lists in loops, of content controls and of footnotes in loops."""

from __future__ import annotations

import pytest

from looped_docx import (
    BEGIN,
    END,
    FOR,
    HEADED,
    INNER,
    LISTS,
    NOTE,
    REFERENCE,
    ROWS,
    STOP,
    TORN,
    WHOLE,
    controlled,
    field,
    item,
    run,
    within,
)
from made_docx import docx, p, table, tr
from small_docx import package
from wordfill.lint import Finding, lint, used

KNOWN = {"name": "text", "groups[].name": "text", "groups[].people[]": "text", "nobody[]": "text"}


def told(data: bytes) -> list[tuple[str, str, str]]:
    return [(one.id, str(one.spot), one.tag) for one in lint(data, KNOWN)]


def the_one(data: bytes) -> Finding:
    (finding,) = lint(data, KNOWN)
    return finding


@pytest.mark.parametrize(
    ("name", "place", "tag"),
    [
        ("ends in a tag", 1, "{{ name }}"),
        ("begins in a tag", 1, "{{ name }}"),
        ("begins in the paragraph of a tag", 1, "{%p if name %}"),
        ("ends behind the block", 3, "{%p endif %}"),
        ("ends in a loop", 2, "{%p for g in groups %}"),
        ("ends in the other branch", 3, "{%p else %}"),
        ("separates in a block", 1, "{% if name %}"),
    ],
)
def test_a_field_that_a_tag_tears_is_told_at_the_tag(name: str, place: int, tag: str) -> None:
    assert told(docx(TORN[name])) == [("field-torn", f"เนื้อหา ย่อหน้าที่ {place}", tag)]


def test_rows_of_a_loop_tear_a_field_that_ends_in_another_one() -> None:
    cells = [f"<w:tc><w:tcPr/>{within(*pieces)}</w:tc>" for pieces in ((BEGIN, run("ก")), (STOP,))]
    rows = tr("{%tr for g in groups %}"), f"<w:tr>{cells[0]}</w:tr>", tr("{%tr endfor %}"), f"<w:tr>{cells[1]}</w:tr>"
    assert told(docx(table(1, *rows))) == [("field-torn", "เนื้อหา ตารางที่ 1 แถวที่ 3 คอลัมน์ที่ 1", "{%tr endfor %}")]


@pytest.mark.parametrize("name", WHOLE)
def test_a_field_that_begins_and_ends_in_one_place_is_not_torn(name: str) -> None:
    assert "field-torn" not in [one.id for one in lint(docx(WHOLE[name]), KNOWN)]


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("PAGE", ["field-overwritten"]),
        ("DATE \\@ d", ["field-overwritten"]),
        ("HYPERLINK x", []),
        ("DOCPROPERTY ชื่อ", []),
    ],
)
def test_a_tag_in_a_result_that_word_overwrites_is_told(code: str, found: list[str]) -> None:
    assert [one.id for one in lint(docx(field(code, "{{ name }}")), KNOWN)] == found


def test_what_word_copied_from_elsewhere_is_no_text_of_the_template() -> None:
    target = within('<w:bookmarkStart w:id="1" w:name="_Ref1"/>', run("{{ g.name }}"), '<w:bookmarkEnd w:id="1"/>')
    body = field("TOC \\o", "คณะ {{ g.name }}") + field("REF _Ref1", "{{ g.name }}") + FOR + target + END
    assert told(docx(body)) == []
    assert used(docx(field("TOC \\o", "{{ name }}")), KNOWN) == frozenset()
    assert told(docx(field("TOC \\o", "ก") + p("{{ g.name }}"))) == [("name-unknown", "เนื้อหา ย่อหน้าที่ 2", "{{ g.name }}")]


def test_a_tag_beside_the_copied_result_is_still_found() -> None:
    both = field("TOC \\o", "{{ name }}").replace("</w:p>", f"{run('{{ nme }}')}</w:p>")
    assert told(docx(both)) == [("name-unknown", "เนื้อหา ย่อหน้าที่ 1", "{{ nme }}")]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ((*HEADED, *INNER, END), []),
        ((FOR, item("{{ g.name }}"), p("รายละเอียด"), END), []),
        ((item("บททั่วไป"), *HEADED, *INNER, END), [("list-continues", "เนื้อหา ย่อหน้าที่ 5", "{%p for g in groups %}")]),
        ((FOR, *INNER, p("จบ"), END), [("list-continues", "เนื้อหา ย่อหน้าที่ 3", "{%p for g in groups %}")]),
    ],
    ids=["begins anew", "numbers the turns", "begun before", "nothing before"],
)
def test_a_list_that_goes_on_though_it_may_not_be_meant_to_is_noted(
    body: tuple[str, ...], found: list[tuple[str, str, str]]
) -> None:
    assert told(package(*body, numbering=LISTS).data()) == found


def test_rows_in_content_controls_of_their_own_are_sound() -> None:
    assert told(docx(table(1, *(controlled(tr(text)) for text in ROWS)))) == []


def test_a_content_control_between_a_block_and_its_end_is_named() -> None:
    held = controlled(tr(ROWS[0]) + tr(ROWS[1]), '<w:alias w:val="รายชื่อ"/>')
    found = the_one(docx(table(1, tr("หัว"), held, tr(ROWS[2]))))
    assert (found.id, str(found.spot), found.tag) == (
        "block-other-control",
        "เนื้อหา ตารางที่ 1 แถวที่ 4 คอลัมน์ที่ 1",
        "{%tr endfor %}",
    )
    assert found.message.endswith("ตัวควบคุมเนื้อหา (content control) “รายชื่อ”")


@pytest.mark.parametrize("apart", ["<w:drawing/>", '<w:br w:type="page"/>', "<w:noBreakHyphen/>"])
def test_what_stands_beside_a_tag_in_pieces_is_not_in_it(apart: str) -> None:
    body = f"<w:p><w:r>{apart}</w:r>{run('{{ na')}{run('me }}')}<w:r>{apart}</w:r></w:p>"
    assert told(docx(body)) == []


def test_a_footnote_that_prints_the_variable_of_its_loop_says_so() -> None:
    note = NOTE.replace("{{ name }}", "{{ g.name }}")
    found = the_one(docx(FOR + REFERENCE + END, {"footnotes": note}))
    assert (found.id, str(found.spot), found.tag) == ("note-of-loop", "เชิงอรรถ ย่อหน้าที่ 1", "{{ g.name }}")
    assert "ชื่อของคำสั่งวนรอบ {%p for g in groups %} ในเนื้อหา" in found.message


def test_an_unknown_name_in_a_footnote_is_only_that() -> None:
    note = NOTE.replace("{{ name }}", "{{ g.name }}")
    body = FOR + p("{{ g.name }}") + END + REFERENCE.replace("{{ g.name }}", "ก")
    assert [one.id for one in lint(docx(body, {"footnotes": note}), KNOWN)] == ["name-unknown"]


RUN = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
TITLED = '<w:sdtPr><w:alias w:val="ชื่อเรื่อง"/></w:sdtPr>'
PARTED = {
    f"<w:sdt>{TITLED}<w:sdtContent>{{0}}</w:sdtContent></w:sdt>": "block-other-control",
    '<w:hyperlink w:anchor="a">{0}</w:hyperlink>': "block-other-place",
}


@pytest.mark.parametrize("holder", PARTED)
def test_a_block_that_begins_in_a_link_or_control_of_its_line_ends_there(holder: str) -> None:
    opener, rest = RUN.format("{% if name %}"), RUN.format("ก{% endif %}")
    found = the_one(docx(f"<w:p>{holder.format(opener)}{rest}</w:p>"))
    assert (found.id, str(found.spot), found.tag) == (PARTED[holder], "เนื้อหา ย่อหน้าที่ 1", "{% endif %}")
    assert told(docx(f"<w:p>{holder.format(opener + rest)}</w:p>")) == []
