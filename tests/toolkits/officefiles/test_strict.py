"""Strict Open XML made what all other Word documents are."""

from __future__ import annotations

import pytest
from lxml import etree

from made_docx import strict
from officefiles import archive
from officefiles.opc import Package, W
from officefiles.strict import make_transitional

NAMES = (
    f'xmlns:w="{W[1:-1]}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
)


PAIRS = (
    ('<w:ind w:start="36pt" w:end="1in" w:hanging="18pt"/>', '<w:ind w:hanging="360" w:left="720" w:right="1440"/>'),
    ('<w:ind w:startChars="100"/>', '<w:ind w:leftChars="100"/>'),
    ('<w:spacing w:after="8pt" w:line="12.95pt"/>', '<w:spacing w:after="160" w:line="259"/>'),
    ('<w:sz w:val="16pt"/>', '<w:sz w:val="32"/>'),
    ('<w:tblW w:w="50%" w:type="pct"/>', '<w:tblW w:w="2500" w:type="pct"/>'),
    ('<w:w w:val="90%"/>', '<w:w w:val="90"/>'),
    ('<w:jc w:val="end"/>', '<w:jc w:val="right"/>'),
    ('<w:tab w:val="start" w:pos="2cm"/>', '<w:tab w:val="left" w:pos="1134"/>'),
    ('<w:textDirection w:val="lr"/>', '<w:textDirection w:val="btLr"/>'),
    ('<w:tcMar><w:start w:w="5.4pt"/></w:tcMar>', '<w:tcMar><w:left w:w="108"/></w:tcMar>'),
    ('<w:lvl><w:start w:val="1"/></w:lvl>', '<w:lvl><w:start w:val="1"/></w:lvl>'),
    ('<w:name w:val="50%"/>', '<w:name w:val="50%"/>'),
    ('<w:fldChar w:fldCharType="end"/>', '<w:fldChar w:fldCharType="end"/>'),
    ('<a:lumMod val="75%"/>', '<a:lumMod val="75000"/>'),
    ('<c:gapWidth val="150%"/>', '<c:gapWidth val="150"/>'),
    ('<c:numFmt formatCode="0%"/>', '<c:numFmt formatCode="0%"/>'),
)  # fmt: skip


@pytest.mark.parametrize(("found", "meant"), PAIRS)
def test_a_measure_or_name_is_said_the_other_way(found: str, meant: str) -> None:
    package = Package(archive.read(strict(f"<w:p {NAMES}>{found}</w:p>")))
    make_transitional(package)
    [paragraph] = package.parts["word/document.xml"].tree.iter(f"{W}p")
    [wanted] = etree.fromstring(f"<w:p {NAMES}>{meant}</w:p>")
    assert etree.tostring(paragraph[0], method="c14n", exclusive=True) == etree.tostring(
        wanted, method="c14n", exclusive=True
    )
