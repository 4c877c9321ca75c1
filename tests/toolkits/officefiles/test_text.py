"""The text of a paragraph and of a part: one rule, read from the tree and, faster, from what is written as usual."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from officefiles import xml
from officefiles.opc import Part, W
from officefiles.text import runs_of, text_of, text_of_part, text_of_tree

_MORE = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)


def document(body: str, prefix: str = "w") -> bytes:
    """A main part with this body."""
    return f'<{prefix}:document xmlns:{prefix}="{W[1:-1]}" {_MORE}>{body}</{prefix}:document>'.encode()


def run(inside: str) -> str:
    return f"<w:r><w:rPr><w:b/></w:rPr>{inside}</w:r>"


BOX = "<w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>กล่อง</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict>"
CONTENT = {
    run("<w:t>ก</w:t>") + run('<w:t xml:space="preserve"> ข </w:t>'): "ก ข ",
    run("<w:t>ก</w:t><w:tab/><w:t>ข</w:t><w:br/><w:t>ค</w:t><w:cr/><w:t>ง</w:t>"): "ก\tข\nค\nง",
    run('<w:br w:type="page"/>') + run('<w:br w:type="column"/>') + run('<w:br w:type="textWrapping"/>'): "\f\n",
    run("<w:t>ก</w:t><w:noBreakHyphen/><w:t>ข</w:t><w:softHyphen/>"): "ก\u2011ข\u00ad",
    run("<w:t>A &amp; B &lt;C&gt; &#34;D&#39; &#x0E01; &amp;quot;</w:t>"): "A & B <C> \"D' ก &quot;",
    run("<w:t/>") + run('<w:t xml:space="preserve"/>') + run("<w:t></w:t>"): "",
    run("<!-- <w:t>b</w:t> --><w:t>a</w:t>")
    + run("<w:t><![CDATA[<w:t>d</w:t>]]></w:t>")
    + run("<?x <w:t>e</w:t>?>"): "a<w:t>d</w:t>",
    run("<w:t >ก</w:t >") + run("<w:tab />") + run("<w:tab></w:tab>") + run("<w:br\n/>"): "ก\t\t\n",
    run("<w:t xml:space='preserve'>ก</w:t>") + run('<w:t w:x="a>b">ข</w:t>'): "กข",
    run("<w:t>ก\r\nข\rค&#13;</w:t>"): "ก\nข\nค\r",
    f"<w:ins>{run('<w:t>ใส่</w:t>')}</w:ins><w:del>{run('<w:delText>ลบ</w:delText><w:tab/>')}</w:del>": "ใส่",
    f"<w:moveFrom>{run('<w:t>เดิม</w:t>')}</w:moveFrom><w:moveTo>{run('<w:t>ใหม่</w:t>')}</w:moveTo>": "ใหม่",
    f"<w:hyperlink>{run('<w:t>ก</w:t>')}</w:hyperlink><w:fldSimple>{run('<w:t>ข</w:t>')}</w:fldSimple>": "กข",
    run("<w:instrText>PAGE</w:instrText>") + run("<w:t>1</w:t>"): "1",
    f"<w:sdt><w:sdtPr/><w:sdtContent>{run('<w:t>ข</w:t>')}</w:sdtContent></w:sdt>": "ข",
    f"<mc:AlternateContent><mc:Choice>{run('<w:t>ก</w:t>')}</mc:Choice><mc:Fallback>{run('<w:t>ก</w:t>')}</mc:Fallback>"
    "</mc:AlternateContent>": "ก",
    run("<w:ruby><w:rt><w:r><w:t>ก</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>ข</w:t></w:r></w:rubyBase></w:ruby>"): "กข",
    run('<w:drawing><wp:inline><wp:extent cx="1" cy="1"/></wp:inline></w:drawing>')
    + run("<w:t>ก\ufffc</w:t>"): "ก\ufffc",
    run("<w:t>หน้า</w:t>") + run(BOX) + run("<w:t>หลัง</w:t>"): "หน้าหลัง",
    '<w:pPr><w:tabs><w:tab w:val="left" w:pos="1"/></w:tabs></w:pPr>' + run("<w:t>ก</w:t>"): "ก",
    "": "",
}
"""What stands in a paragraph, and what is read of it."""


@pytest.mark.parametrize(("content", "text"), CONTENT.items())
def test_the_text_of_a_paragraph(content: str, text: str) -> None:
    root = xml.parse(document(f"<w:p>{content}</w:p>"))
    assert text_of(root[0]) == text


@pytest.mark.parametrize("content", CONTENT)
def test_a_part_gives_the_text_of_its_tree_however_it_is_written(content: str) -> None:
    data = document(f"<w:p>{content}</w:p>")
    assert text_of_part(Part(data)) == text_of_tree(xml.parse(data))


@given(st.lists(st.sampled_from([*CONTENT, "</w:p><w:p>", "</w:p><w:p/><w:p>", '</w:p><w:p w:x="1"/><w:p w:x="2">'])))
def test_a_part_gives_the_text_of_its_tree_whatever_stands_together(content: list[str]) -> None:
    data = document(f"<w:p>{''.join(content)}</w:p>")
    assert text_of_part(Part(data)) == text_of_tree(xml.parse(data))


def test_text_boxes_stand_behind_the_paragraph_that_they_are_in() -> None:
    box = run(BOX)
    fallback = f"<mc:AlternateContent><mc:Choice/><mc:Fallback>{BOX}</mc:Fallback></mc:AlternateContent>"
    data = document(f"<w:p>{run('<w:t>หน้า</w:t>')}{box}{run('<w:t>หลัง</w:t>')}</w:p><w:p>{run(fallback)}</w:p>")
    assert text_of_part(Part(data)) == "หน้าหลัง\nกล่อง\n\n"


def test_parts_in_other_characters_and_with_other_prefixes_are_read_too() -> None:
    other = document("<x:p><x:r><x:t>ก</x:t></x:r></x:p>", prefix="x")
    assert text_of_part(Part(other)) == "ก\n"
    wide = document("<w:p><w:r><w:t>ก</w:t></w:r></w:p>").decode().encode("utf-16")
    assert text_of_part(Part(wide)) == "ก\n"


def test_what_was_deleted_is_read_where_it_is_asked_for() -> None:
    gone = f"<w:del>{run('<w:delText>ลบ</w:delText>')}</w:del>"
    root = xml.parse(document(f"<w:p>{gone}{run('<w:t>ก</w:t>')}</w:p>"))
    assert [len(list(runs_of(root[0], deleted=deleted))) for deleted in (False, True)] == [1, 2]
