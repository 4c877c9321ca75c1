"""Elements as text."""

from __future__ import annotations

import pytest
from lxml import etree

from officefiles.xml import as_text

ROOT = etree.fromstring(
    '<sheet xmlns="main"><cell prompt="ปี &amp; &#10;" mark="\ufde91">ก &lt;<inner/></cell> หลัง</sheet>'
)


def test_letters_stay_as_they_are_in_the_attributes_of_an_element_within_others() -> None:
    """With the libxml2 that lxml has on Windows they came out as numbers."""
    assert as_text(ROOT[0]) == '<cell xmlns="main" prompt="ปี &amp; &#10;" mark="\ufde91">ก &lt;<inner/></cell>'


def test_letters_that_were_written_as_numbers_are_letters_again(monkeypatch: pytest.MonkeyPatch) -> None:
    written = "<cell prompt='&#xE1B;&#xE35; &#x26; &#x0A;' mark='&#xFDE91;'/>"
    monkeypatch.setattr(etree, "tostring", lambda *_arguments, **_named: written)
    assert as_text(ROOT[0]) == "<cell prompt='ปี &#x26; &#x0A;' mark='\U000fde91'/>"


def test_signs_that_mean_something_in_xml_stay_numbers() -> None:
    ROOT[0].set("prompt", '<"&\r\t')
    assert etree.fromstring(as_text(ROOT[0])).get("prompt") == '<"&\r\t'
