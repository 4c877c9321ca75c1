"""Makes pipeline/thaipages/fonts/ThaiFigures.ttf of TH SarabunPSK: a small face that draws the figures 0–9 in Thai.

``python -m tools.thai_figures`` writes it, the same bytes on each run. It is shipped, since fontTools, which makes it,
is 30 MB that nothing else needs where the program is used.
"""

from __future__ import annotations

import io
from pathlib import Path

from fontTools import subset, ttLib

from thaipages.sfnt import font_file, named, read_tables

FONTS = Path(__file__).resolve().parent.parent / "pipeline" / "thaipages" / "fonts"
TARGET = FONTS / "ThaiFigures.ttf"
_ARABIC_ZERO, _THAI_ZERO = 0x30, 0x0E50
_BEYOND_FIGURES = frozenset({"GDEF", "GPOS", "GSUB", "PCLT", "DSIG", "feat", "kern", "morx"})


def thai_figures(face: bytes) -> bytes:
    """The small face, made of a whole one."""
    font = ttLib.TTFont(io.BytesIO(face), recalcTimestamp=False)
    for table in _BEYOND_FIGURES & set(font.keys()):
        del font[table]
    maker = subset.Subsetter(subset.Options(hinting=False))
    maker.populate(unicodes=[*range(0x20, 0x7F), *range(_THAI_ZERO, _THAI_ZERO + 10)])
    maker.subset(font)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update({_ARABIC_ZERO + n: table.cmap[_THAI_ZERO + n] for n in range(10)})
    buffer = io.BytesIO()
    font.save(buffer, reorderTables=None)
    return font_file(named(read_tables(buffer.getvalue()), "Thai Figures", "Regular"))


if __name__ == "__main__":
    TARGET.write_bytes(thai_figures((FONTS / "THSarabunPSK.ttf").read_bytes()))
