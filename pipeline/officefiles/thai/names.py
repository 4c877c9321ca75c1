"""Names that people give and write now one way, now another: sheets, headings, keys."""

from __future__ import annotations

from functools import lru_cache

from officefiles.thai.numbers import arabic_digits
from officefiles.thai.text import clean

_ALIKE_SIGNS = str.maketrans({"*": "", ":": "", "–": "-", "—": "-", "−": "-"})


@lru_cache(maxsize=1024)  # the same names are compared hundreds of times an office: 3 ms of it
def plain(name: str) -> str:
    """A name for comparison: without spaces, line breaks, colons and stars, Arabic digits, small letters, one kind of
    dash, and SARA AE where SARA E was typed twice."""
    return "".join(arabic_digits(clean(name)).split()).translate(_ALIKE_SIGNS).replace("เเ", "แ").casefold()
