"""Thai as offices write it: dates and names, with the digits and marks that the basement knows.

Everything here is pure, and nothing corrects a spelling: that is for people.
"""

from ita_docs.thai.abbreviations import after_a_word, is_abbreviated, kept_whole, set_apart, stands_apart
from ita_docs.thai.dates import (
    A_MONTH,
    ERA,
    MONTHS,
    MONTHS_SHORT,
    WEEKDAYS,
    be_year,
    date_long,
    date_order,
    dates_in,
    fiscal_year,
    month_number,
    parse_date,
    weekday_in,
)
from ita_docs.thai.names import fold, sound, split_rank, split_title, title_of
from ita_docs.thai.spans import Days, backwards, days_in, span_of
from officefiles.thai.numbers import (
    arabic_digits,
    digits,
    in_words,
    parse_number,
    parse_order_number,
    said_last,
    thai_digits,
)
from officefiles.thai.printed import breadth, unbroken
from officefiles.thai.text import clean, excerpt_start, misplaced_marks, shortened, unknown_character

__all__ = [
    "A_MONTH",
    "ERA",
    "MONTHS",
    "MONTHS_SHORT",
    "WEEKDAYS",
    "Days",
    "after_a_word",
    "arabic_digits",
    "backwards",
    "be_year",
    "breadth",
    "clean",
    "date_long",
    "date_order",
    "dates_in",
    "days_in",
    "digits",
    "excerpt_start",
    "fiscal_year",
    "fold",
    "in_words",
    "is_abbreviated",
    "kept_whole",
    "misplaced_marks",
    "month_number",
    "parse_date",
    "parse_number",
    "parse_order_number",
    "said_last",
    "set_apart",
    "shortened",
    "sound",
    "span_of",
    "split_rank",
    "split_title",
    "stands_apart",
    "thai_digits",
    "title_of",
    "unbroken",
    "unknown_character",
    "weekday_in",
]
