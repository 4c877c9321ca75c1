"""Thai characters and digits: the only home of Thai code points."""

from officefiles.thai.numbers import (
    Digits,
    arabic_digits,
    digits,
    in_words,
    parse_number,
    parse_order_number,
    said_last,
    thai_digits,
)
from officefiles.thai.printed import breadth, unbroken
from officefiles.thai.text import clean, excerpt_start, misplaced_marks, shortened

__all__ = [
    "Digits",
    "arabic_digits",
    "breadth",
    "clean",
    "digits",
    "excerpt_start",
    "in_words",
    "misplaced_marks",
    "parse_number",
    "parse_order_number",
    "said_last",
    "shortened",
    "thai_digits",
    "unbroken",
]
