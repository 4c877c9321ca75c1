"""Numbers as the number formats of spreadsheets write them (ECMA-376 part 1, 18.8.31), as far as charts need it."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

_SECTION = re.compile(r'(?:[^;"\[]|"[^"]*"|\[[^\]]*\])*')
_PARTS = re.compile(r'((?:\[[^\]]*\])*)((?:"[^"]*"|[-+ ()])*)(General|0(?:\.(0+))?)?((?:"[^"]*"|[ ()])*)')
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)(-?[\d.]+)\]")
_THAI = re.compile(r"\[\$-D[0-9A-Fa-f]{5}\]|\[\$-D00041E\]")
_TO_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


def is_known(form: str) -> bool:
    """True for a format whose every section can be written."""
    return all(_of(section) is not None for section in _sections(form))


def written(value: float, form: str) -> str:
    """``value`` in a format that is known: ``๘๗.๕๐`` by ``[$-D00041E]0.00``."""
    number = Decimal(repr(value))
    section, is_negative = _chosen(number, _sections(form))
    found = _of(section)
    if found is None:
        return ""
    brackets, before, body, decimals, after = found.groups()
    digits = ""
    if body == "General":
        digits = f"{abs(number).normalize():f}"
    elif body:
        digits = f"{abs(number).quantize(Decimal(1).scaleb(-len(decimals or '')), ROUND_HALF_UP):f}"
    sign = "-" if is_negative and digits else ""
    if _THAI.search(brackets):
        digits = digits.translate(_TO_THAI)
    return sign + before.replace('"', "") + digits + after.replace('"', "")


def _sections(form: str) -> list[str]:
    found, at = [], 0
    while at <= len(form):
        section = _SECTION.match(form, at)
        assert section is not None
        found.append(section[0])
        at = section.end() + 1
    return found


def _of(section: str) -> re.Match[str] | None:
    found = _PARTS.fullmatch(section)
    if found is None or any(not _is_bracket(one) for one in re.findall(r"\[[^\]]*\]", found[1])):
        return None
    return found


def _is_bracket(text: str) -> bool:
    return bool(_CONDITION.fullmatch(text) or _THAI.fullmatch(text))


def _chosen(number: Decimal, sections: list[str]) -> tuple[str, bool]:
    """The section that writes ``number``, and whether a sign stands before it."""
    conditions = [_CONDITION.search(section) for section in sections]
    if any(conditions):
        held = (
            section
            for section, condition in zip(sections, conditions, strict=True)
            if condition is None or _holds(number, condition[1], Decimal(condition[2]))
        )
        return next(held, ""), number < 0
    if number < 0 and len(sections) > 1:
        return sections[1], False
    if number == 0 and len(sections) > 2:
        return sections[2], False
    return sections[0], number < 0


def _holds(number: Decimal, sign: str, other: Decimal) -> bool:
    return {
        "=": number == other,
        "<>": number != other,
        "<": number < other,
        ">": number > other,
        "<=": number <= other,
        ">=": number >= other,
    }[sign]
