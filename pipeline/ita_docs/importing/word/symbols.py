"""Signs that stand as codes of a symbol font, and bullets, as the characters that are printed."""

from __future__ import annotations

import re
import unicodedata

_PRIVATE, _CODES = 0xF000, re.compile("[\uf020-\uf0ff]")
BULLET = "•"
CHOSEN = ("☐", "☑")
"""A box of a form without a tick, and with one."""
_SYMBOL = {0x2D: "-", 0xB7: BULLET, 0xB0: "°", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xA3: "≤", 0xB3: "≥", 0xAE: "→"}
_WINGDINGS = {
    0x6C: "●", 0x6D: "○", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x75: "◆", 0x76: "❖", 0x77: "◆", 0x9F: BULLET,
    0xA1: "○", 0xA7: "▪", 0xA8: "□", 0xD8: "➢", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓",
    0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x96: BULLET, 0xA3: "□"}
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}
_DASHES = frozenset("-‐‑‒–—―−⁻﹣－")


def sign(code: str, font: str) -> str:
    """The character that the hexadecimal ``code`` of ``font`` draws; a bullet where it is not known."""
    try:
        point = int(code, 16)
    except ValueError:
        return ""
    return _drawn(chr(point) if point <= 0x10FFFF else "", font)


def with_signs(text: str, font: str) -> str:
    """``text`` in ``font`` with its codes of a symbol font as the characters that they draw."""
    return _CODES.sub(lambda code: _drawn(code[0], font), text)


def bullet(text: str, font: str) -> str:
    """The bullet of a list as it is printed: any dash as ``-``, one that is drawn as a picture as ``•``."""
    drawn = "".join(_drawn(char, font) for char in text.strip())
    return "-" if drawn in _DASHES else drawn or BULLET


def _drawn(char: str, font: str) -> str:
    known = _FONTS.get(font.lower())
    code = ord(char) - _PRIVATE if char and ord(char) >= _PRIVATE else ord(char or "\0")
    if known is not None:
        return known.get(code, BULLET)
    if char and unicodedata.category(char) == "Co":
        return _SYMBOL.get(code, BULLET)
    return char if char.isprintable() else ""
