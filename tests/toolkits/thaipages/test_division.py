"""A paragraph divided in two: the words of each part, and how the second stands."""

from __future__ import annotations

from lxml import etree

from officefiles.opc import W
from officefiles.text import text_of
from thaipages.planning.division import divide_paragraph


def test_the_second_part_stands_where_the_lines_before_it_do_though_the_paragraph_says_nothing() -> None:
    words = "<w:p><w:r><w:t>คำสั่งแต่งตั้งคณะกรรมการ</w:t></w:r></w:p>"
    (first,) = etree.fromstring(f'<w:body xmlns:w="{W[1:-1]}">{words}</w:body>')
    second = divide_paragraph(first, 6, 6, 567, 0)
    assert [text_of(one) for one in (first, second)] == ["คำสั่ง", "แต่งตั้งคณะกรรมการ"]
    assert first.getnext() is second
    assert {name.removeprefix(W): value for name, value in second[0][0].attrib.items()} == {
        "left": "567",
        "right": "0",
        "firstLine": "0",
    }
    assert (second[0].tag, second[0][0].tag, first.find(W + "pPr")) == (W + "pPr", W + "ind", None)
