"""Measures the widths that pages are planned with: ``python -m tools.measure_faces REGULAR.ttf BOLD.ttf``.

Writes pipeline/thaipages/layout/advances.json: facts about the two faces of the design of TH SarabunPSK, no outlines.
Any faces of that design serve, whatever their scale (Laksaman is the same design on an em of 1503 units): widths
are kept with the em in which the letter ก of the regular face is 386 thousandths wide.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from fontTools.ttLib import TTFont

NAMES = ("TH SarabunPSK", "TH Sarabun New")
"""Fonts of this design and these widths."""
PRIVATE_USE = range(0xE000, 0xF900)
TARGET = Path(__file__).resolve().parent.parent / "pipeline" / "thaipages" / "layout" / "advances.json"


def measure(path: Path, em: int) -> dict[str, object]:
    """The advance of each character of the font, in units of which ``em`` are the type size."""
    font = TTFont(path)
    widths = font["hmtx"]
    characters = ((code, glyph) for code, glyph in sorted(font.getBestCmap().items()) if code not in PRIVATE_USE)
    advances = {chr(code): widths[glyph][0] for code, glyph in characters}
    return {"em": em, "advances": advances}


def em_of(path: Path) -> int:
    """The em of a face of this design: 1000 for TH SarabunPSK itself, 1503 for Laksaman."""
    return 1503 if "laksaman" in path.name.lower() else int(TTFont(path)["head"].unitsPerEm)


if __name__ == "__main__":
    regular, bold = (Path(argument) for argument in sys.argv[1:3])
    faces = {"regular": measure(regular, em_of(regular)), "bold": measure(bold, em_of(bold))}
    TARGET.write_text(json.dumps({"names": NAMES, "faces": faces}, ensure_ascii=False, indent=0), encoding="utf-8")
