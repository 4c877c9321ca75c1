"""Text set in a face: the glyph of each letter, where it stands, and the code by which a PDF names it.

A code means one glyph *and* one text, so that what is found in a PDF is what was typed, whichever glyph shows it: the
characters of the font have the first codes, other shapes of letters those after them. Where codes cannot say the text,
as for ำ shown by two glyphs, it stands beside them (``ActualText``).
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from officefiles.lazy import lazy_import
from thaipages.drawing.objects import text_string
from thaipages.drawing.obstacles import ObstacleError
from thaipages.layout.faces import HYPHENS, NO_WIDTH

if TYPE_CHECKING:
    import uharfbuzz as hb
else:
    hb = lazy_import("uharfbuzz")

CLUSTERS = re.compile("[\u0e01-\u0e2e][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*[\u0e33\u0e45]?|f[fijl]+|.", re.DOTALL)
"""What is shaped together: nothing outside it changes the look of a letter in it, since pairs are not kerned."""
_SHOWN_BY = str.maketrans(dict.fromkeys(HYPHENS, "-") | {"\t": " "})
_BESIDE = re.compile("[\ufeff\ue000-\uf8ff]")
"""Characters that archives do not take as the text of a glyph."""
_FAR = 90
"""A step aside, in thousandths of the type size, after which readers of a PDF believe that a new word begins."""
_MANY = 20_000


class Letter(NamedTuple):
    """A glyph by its code, its width and its place, in thousandths of the type size."""

    code: int
    advance: float
    right: float
    up: float


class Syllable(NamedTuple):
    """Letters that stand at one edge and their text. ``whole`` is true where their codes give it back."""

    letters: tuple[Letter, ...]
    text: str
    whole: bool


class Shown(NamedTuple):
    """A part at a type size: ``code`` shows it inside ``[<…>]TJ``."""

    code: str
    advance: float
    length: int


class _Glyph(NamedTuple):
    """A glyph of a shaped cluster in units of the font, and the character it belongs to."""

    glyph: int
    character: int
    advance: int
    right: int
    up: int


class FontFace:
    """A face of a font, from the bytes of its file, drawn on an em of other units where ``em`` is given."""

    def __init__(self, name: str, data: bytes, em: int | None = None) -> None:
        self.name = name
        self.source = hb.Face(data if em is None else _with_em(data, em))
        self.glyphs: dict[int, int] = {}
        """The glyph of each code that was met, and its text in ``texts``."""
        self.texts: dict[int, str] = {}
        self._font = hb.Font(self.source)
        self._unit = 1000 / self.source.upem
        self._clusters: dict[str, tuple[Syllable, ...]] = {}
        self._sizes: dict[float, _Sized] = {}

    def at(self, size: float) -> Mapping[str, tuple[Shown, ...]]:
        """The parts of each cluster at a type size, which only raised marks depend on."""
        if size not in self._sizes:
            self._sizes[size] = _Sized(self, size)
        return self._sizes[size]

    def parts(self, cluster: str) -> tuple[Syllable, ...]:
        """The parts of a cluster."""
        parts = self._clusters.get(cluster)
        if parts is None:
            parts = self._clusters[cluster] = tuple(self._parts(cluster))
        return parts

    def width(self, glyph: int) -> float:
        """The advance of a glyph in thousandths of the type size."""
        return float(self._font.get_glyph_h_advance(glyph) * self._unit)

    def forget(self) -> None:
        """Forgets what was shaped where it has become much: numbers and foreign words have no end."""
        if len(self._clusters) > _MANY:
            self._clusters.clear()
            self._sizes.clear()

    def _parts(self, cluster: str) -> Iterator[Syllable]:
        letters: list[Letter] = []
        start, whole = 0, True
        for at, text, glyphs in self._shaped(cluster):
            if letters and glyphs[0].advance:
                yield Syllable(tuple(letters), cluster[start:at], whole)
                letters, start, whole = [], at, True
            meanings = [text] if len(glyphs) == 1 else [self._named.get(one.glyph, "-") for one in glyphs]
            coded = [self._coded(one, meaning) for one, meaning in zip(glyphs, meanings, strict=True)]
            letters += (letter for letter, _ in coded)
            whole = whole and meanings == [text] and all(same for _, same in coded) and not _BESIDE.search(text)
        yield Syllable(tuple(letters), cluster[start:], whole and all(abs(one.right) < _FAR for one in letters))

    def _coded(self, glyph: _Glyph, text: str) -> tuple[Letter, bool]:
        """A glyph as a letter, and whether its code stands for ``text``."""
        code, own = self._characters.get(text, (0, -1))
        if own != glyph.glyph:
            code = len(self._characters) + glyph.glyph
        self.glyphs[code] = glyph.glyph
        same = self.texts.setdefault(code, "\u2060" if text == "\ufeff" else text) == text
        return Letter(code, *(value * self._unit for value in glyph[2:])), same

    def _shaped(self, text: str) -> list[tuple[int, str, list[_Glyph]]]:
        """The glyphs of a cluster by the characters they show, in the order in which these were typed, with their
        place in the cluster."""
        groups = {at: list(glyphs) for at, glyphs in groupby(self._glyphs(text), key=lambda one: one.character)}
        ends = [*list(groups)[1:], len(text)]
        return [(at, text[at:end], groups[at]) for at, end in zip(groups, ends, strict=True)]

    def _glyphs(self, text: str) -> list[_Glyph]:
        if text in NO_WIDTH:
            return [_Glyph(self._blank, 0, 0, 0, 0)]
        buffer = hb.Buffer()
        buffer.add_str(text.translate(_SHOWN_BY))
        buffer.direction, buffer.language = "ltr", "th"
        buffer.script = "Thai" if "\u0e00" <= text[0] <= "\u0e7f" else "Latn"
        buffer.cluster_level = hb.BufferClusterLevel.CHARACTERS
        hb.shape(self._font, buffer, {"kern": False})
        glyphs = [
            _Glyph(one.codepoint, one.cluster, place.x_advance, place.x_offset, place.y_offset)
            for one, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        ]
        if any(one.glyph == 0 for one in glyphs):
            raise ObstacleError(f"อักขระ “{text}” ซึ่งไม่มีในแบบอักษร")
        return sorted(glyphs, key=lambda one: one.character)

    @cached_property
    def _characters(self) -> Mapping[str, tuple[int, int]]:
        """Code and glyph of each character of the font, and of those that are shown by the glyph of another."""
        glyphs = {chr(code): self._font.get_nominal_glyph(code) for code in self.source.unicodes}
        glyphs |= dict.fromkeys(HYPHENS, glyphs["-"]) | {"\t": glyphs[" "]} | dict.fromkeys(NO_WIDTH, self._blank)
        return {sign: (code, glyphs[sign]) for code, sign in enumerate(sorted(glyphs), start=1)}

    @cached_property
    def _named(self) -> Mapping[int, str]:
        """A character of each glyph that has one."""
        return {glyph: sign for sign, (_, glyph) in reversed([*self._characters.items()])}

    @cached_property
    def _blank(self) -> int:
        """A glyph that shows nothing and takes no room, else the blank."""
        none = (one for one in range(1, self.source.glyph_count) if not self._font.get_glyph_h_advance(one))
        blank = self._font.get_nominal_glyph(ord(" "))
        return next((one for one in none if not self._font.get_glyph_extents(one).width), blank)


class _Sized(dict[str, tuple[Shown, ...]]):
    """The parts of each cluster of a face at a type size, worked out when they are first asked for."""

    def __init__(self, face: FontFace, size: float) -> None:
        self._face, self._rise = face, size / 1000

    def __missing__(self, cluster: str) -> tuple[Shown, ...]:
        shown = self[cluster] = tuple(map(self._shown, self._face.parts(cluster)))
        return shown

    def _shown(self, part: Syllable) -> Shown:
        code = "".join(map(self._letter, part.letters))
        if not part.whole:
            code = f">]TJ/Span<</ActualText{text_string(part.text)}>>BDC[<{code}>]TJ EMC[<"
        return Shown(code, sum(one.advance for one in part.letters), len(part.text))

    def _letter(self, one: Letter) -> str:
        code = f"{one.code:04X}"
        if one.right:
            code = f">{-one.right:.0f}<{code}>{one.right:.0f}<"
        return f">]TJ {one.up * self._rise:.3f} Ts[<{code}>]TJ 0 Ts[<" if one.up else code


def head_of(font: bytes) -> int:
    """Where the table ``head`` of a font file begins."""
    tables = struct.unpack_from(">H", font, 4)[0]
    entry = next(at for at in range(12, 12 + 16 * tables, 16) if font[at : at + 4] == b"head")
    return int(struct.unpack_from(">L", font, entry + 8)[0])


def _with_em(font: bytes, em: int) -> bytes:
    """A font file with other units in an em."""
    place = head_of(font) + 18
    return font[:place] + struct.pack(">H", em) + font[place + 2 :]


def set_line(shown: Sequence[Shown], edges: Sequence[float], unit: float) -> str:
    """The operators that show parts at their ``edges``, in units of ``unit``: a thousandth of the width of an em."""
    out, pen, at = [], 0.0, 0
    for code, advance, length in shown:
        step = edges[at] / unit - pen
        if step > 0.5 or step < -0.5:
            shift = round(step)
            out.append(f">{-shift}<")
            pen += shift
        out.append(code)
        pen += advance
        at += length
    return f"[<{''.join(out)}>]TJ".replace("<>", "").replace("[]TJ", "")
