"""How wide each character of TH SarabunPSK is, and how tall its lines are.

``advances.json`` holds the measured advance widths of the regular and the bold face (``python -m tools.measure_faces``
makes it). With pair kerning off, which is how Word and LibreOffice set text unless told otherwise, the sum of the
advances of a Thai text is its shaped width exactly: vowels above and below and tone marks take no width of their own.
Where a template asks for kerning, text comes out narrower by less than a hundredth: never wider than planned.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

HYPHENS = "\u2010\u2011\u2012"
"""Hyphens that the font lacks: they are drawn as the plain one."""
USUAL = "th sarabunpsk"
"""The font of official documents, in place of one that is not known."""
ABOVE_BASE, BELOW_BASE = 0.88, 0.447
"""How far a line of this design reaches above and below its base line, in parts of the type size. The gap between lines
that the font asks for is above, where Word and LibreOffice put it."""
NO_WIDTH = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")


@dataclass(frozen=True, slots=True)
class Face:
    """One face: its ``advances``, in parts of the type size."""

    advances: Mapping[str, float]


def read_faces() -> Mapping[str, Mapping[bool, Face]]:
    """The faces whose widths are known, by the small letters of their font, bold or not."""
    stored = json.loads(Path(__file__).with_name("advances.json").read_text(encoding="utf-8"))
    return {
        name.lower(): {
            weight == "bold": _face(face["em"], face["advances"]) for weight, face in stored["faces"].items()
        }
        for name in stored["names"]
    }


def _face(em: int, measured: Mapping[str, int]) -> Face:
    advances = {char: width / em for char, width in measured.items()}
    return Face(advances | dict.fromkeys(HYPHENS, advances["-"]) | dict.fromkeys(NO_WIDTH, 0.0))
