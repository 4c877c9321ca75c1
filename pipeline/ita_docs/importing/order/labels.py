"""Numbers and dashes before items: what they say, and which comes next."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ita_docs.thai import A_MONTH, arabic_digits

_NUMBERS = r"[0-9๐-๙]{1,3}(?:\.[0-9๐-๙]{1,3})*"
_NUMBERED = re.compile(
    rf"(?P<word>(?:ข้อ(?:ที่)?|(?:คณะ|ชุด|ส่วน)ที่)\s*)?(?P<open>[(\[])?\s*(?P<value>{_NUMBERS})(?:\s*(?P<close>[)\].](?![0-9๐-๙])))?(?P<gap>\s*)"
)
_LETTERS = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
"""The letters that items are counted by: no others of the alphabet."""
_LETTERED = re.compile(rf"(?P<open>\()?(?P<value>[{_LETTERS}])(?P<close>[).])(?P<gap>\s+|$)")
_FOREIGN = re.compile(r"(?P<open>\()?(?P<value>[IVX]{1,4}|[ivx]{1,4}|[a-z])(?P<close>[).])(?P<gap>\s+|$)")
_OF_DATE = re.compile(rf"(?:เดือน\s*)?(?:{A_MONTH})")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
_DASHED = re.compile(r"[-–—•●○◦▪■►➢✓*\uf0b7\u00b7]\s*(?=[^\s\d-])")


@dataclass(frozen=True, slots=True)
class ItemLabel:
    """A number before an item: ``style`` is how it is written (``(n)``, ``n.``, ``n.n``, ``-``), ``values`` are its
    parts as numbers, none of a dash; ``typed`` is the label itself."""

    style: str
    values: tuple[int, ...]
    typed: str = field(default="", compare=False)

    @property
    def value(self) -> int:
        """The last part, which counts on; 0 of a dash."""
        return self.values[-1] if self.values else 0

    def follows(self, before: ItemLabel) -> bool:
        """True of the number that is expected after ``before``."""
        if self.style != before.style or self.values[:-1] != before.values[:-1]:
            return False
        return self.style == "-" or self.value == before.value + 1

    def within(self, above: ItemLabel) -> bool:
        """True of a number below another: ๒.๑ of ๒."""
        return bool(above.values) and self.values[:-1] == above.values

    @property
    def first(self) -> bool:
        """True of the number that a list begins with."""
        return self.style == "-" or self.value == 1


def split_label(text: str) -> tuple[ItemLabel | None, str]:
    """The label that a text begins with, and the rest; ``(None, text)`` where there is none.

    A number without any sign counts where a space and no month, or nothing, follows it (``๑ นาย…``): its style is
    ``n``.
    """
    if match := _DASHED.match(text):
        return ItemLabel("-", (), match[0].strip()), text[match.end() :]
    if match := _LETTERED.match(text):
        style = f"{match['open'] or ''}ก{match['close']}"
        return ItemLabel(style, (_LETTERS.index(match["value"]) + 1,), match[0].strip()), text[match.end() :]
    if (match := _FOREIGN.match(text)) and (label := _foreign(match)):
        return label, text[match.end() :]
    match = _NUMBERED.match(text)
    if not match or match.end() == 0:
        return None, text
    values = tuple(int(one) for one in arabic_digits(match["value"]).split("."))
    signs = match["open"] or match["close"] or match["word"] or len(values) > 1
    rest = text[match.end() :]
    apart = signs and match["gap"] and re.match(r"[-–]\s*[ก-ฮเ-ไ]", rest)  # ๓. -ว่าง-
    counts = signs or not rest or (match["gap"] and not _OF_DATE.match(rest))
    if not counts or (rest[:1] in ("/", "-", "–", "%") and not apart):
        return None, text
    style = f"{'ข้อ ' if match['word'] else ''}{match['open'] or ''}{'.'.join('n' * len(values))}{_close(match, values)}"
    return ItemLabel(style, values, match[0].strip()), rest


def _foreign(match: re.Match[str]) -> ItemLabel | None:
    """The label of a Roman number (``II.``, ``(iv)``) or a Latin letter (``b.``); ``None`` of letters that are none."""
    typed = match["value"]
    roman = typed.lower() in _ROMAN
    if not roman and len(typed) > 1:
        return None
    value = _ROMAN.index(typed.lower()) + 1 if roman else ord(typed) - ord("a") + 1
    kind = ("I" if typed.isupper() else "i") if roman else "a"
    return ItemLabel(f"{match['open'] or ''}{kind}{match['close']}", (value,), match[0].strip())


def _close(match: re.Match[str], values: tuple[int, ...]) -> str:
    """The sign after a number; that of a number of many parts is often forgotten and says nothing."""
    return "" if len(values) > 1 and match["close"] == "." else match["close"] or ""
