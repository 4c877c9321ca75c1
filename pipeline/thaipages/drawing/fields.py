"""Fields of a paragraph whose results only the pages tell: page numbers and numbers of pages."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree


def with_results(paragraph: etree._Element, result: Callable[[str], str | None]) -> etree._Element:
    """A copy of ``paragraph`` in which each field shows its ``result``, or ``paragraph`` itself where nothing changes.

    ``result`` is given the code of a field (``PAGE \\* ThaiArabic``, ``PAGEREF name \\h``) and gives the text that is
    to be shown, or ``None`` where what is shown already is right. The copy is to be measured before it is drawn
    (``measure_paragraph``): its text has other widths.
    """
    raise NotImplementedError
