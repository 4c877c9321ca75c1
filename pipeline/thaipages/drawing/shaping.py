"""Text set in a face: the glyph of each letter, where it stands, and the code by which a PDF names it.

A code means one glyph *and* one text, so that what is found in a PDF is what was typed, whichever glyph shows it: the
characters of the font have the first codes, other shapes of letters those after them, and then come letters that the
font shows by moved glyphs or by several. Private characters stand beside their codes (``ActualText``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate, chain, groupby, repeat
from operator import sub, truediv
from typing import TYPE_CHECKING, NamedTuple

from officefiles.lazy import lazy_import
from thaipages.drawing.compounds import Compound
from thaipages.drawing.known import ObstacleError
from thaipages.drawing.objects import text_string
from thaipages.layout.faces import HYPHENS, NO_WIDTH

if TYPE_CHECKING:
    import uharfbuzz as hb
else:
    hb = lazy_import("uharfbuzz")

_CLUSTERS = re.compile(
    "(?:[\u0e24\u0e26][\u0e32\u0e45]|[\u0e01-\u0e2e][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*\u0e33?|f[fijl]+|.)\ufeff*",
    re.DOTALL,
)
"""What is shaped together: nothing outside it changes the look of a letter in it, since pairs are not kerned."""
_LEAD = "\u0e32"
"""What stands before a consonant when it is shaped: the table ``morx`` of TH SarabunPSK draws tone marks on ก to ซ high
where no vowel stands before or after them, which no one wants to see."""
_SHOWN_BY = str.maketrans(dict.fromkeys(HYPHENS, "-") | {"\t": " "})
_BESIDE = re.compile("[\ufeff\ue000-\uf8ff]")
"""Characters that archives do not take as the text of a code."""
_TEXT_BESIDE = re.compile(r">\]TJ/Span<</ActualText<[^>]*>>>BDC\[<(.*?)>\]TJ EMC\[<")
_BLANKS = frozenset(" \t")
_FAR = 90
"""A gap, in thousandths of the type size, that readers of a PDF take for a blank."""
_MANY = 20_000
"""Clusters that are kept: Thai has about two thousand."""
SIGNS = re.compile("[\U000f0000-\U0010ffff]")
_FIRST_SIGN = 0xF0000
"""Compounds get their codes in each file: until then a private character stands for them."""


class Syllable(NamedTuple):
    """Letters that stand at one edge. ``code`` shows them inside ``[<…>]TJ``; ``advance`` is in thousandths of the type
    size; ``codes`` are those of the glyphs in it that are no compounds."""

    code: str
    text: str
    advance: float
    codes: tuple[int, ...]


class ShapedLine(NamedTuple):
    """A text as syllables: of each its code, its text, its first character and where it stands if nothing moves it, in
    thousandths of the type size; ``whole`` shows them all so, ``codes`` are those of all glyphs but compounds."""

    shown: tuple[str, ...]
    texts: tuple[str, ...]
    starts: tuple[int, ...]
    pens: tuple[float, ...]
    whole: str
    codes: frozenset[int]


class _Glyph(NamedTuple):
    """A glyph of a shaped cluster in units of the font, and the character it belongs to."""

    glyph: int
    character: int
    advance: int
    right: int
    up: int


class FontFace:
    """A face of a font, from the bytes of its file: ``line`` gives a text as its syllables.

    ``glyphs`` and ``texts`` tell of each code that was met; compounds are glyphs that the font itself does not have.
    """

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self.source = hb.Face(data)
        self.glyphs: dict[int, int] = {}
        self.texts: dict[int, str] = {}
        self.unit = 1000 / self.source.upem
        """A unit of the font in thousandths of the type size."""
        self._font = hb.Font(self.source)
        self.line = lru_cache(maxsize=2048)(self._line)  # most lines were met before, in this document or in another
        self.operators = lru_cache(maxsize=2048)(self._operators)  # and at the same places: in the pack of an office
        self._clusters: dict[str, tuple[Syllable, ...]] = {}
        self._compounds: list[tuple[Compound, str]] = []
        self._signs: dict[tuple[Compound, str], str] = {}

    @property
    def free_code(self) -> int:
        """The first code that stands for no glyph of the font itself."""
        return len(self._characters) + int(self.source.glyph_count)

    def width(self, glyph: int) -> float:
        """The advance of a glyph in thousandths of the type size."""
        return float(self._font.get_glyph_h_advance(glyph) * self.unit)

    def forget(self) -> None:
        """Forgets what was shaped where it has become much: foreign signs have no end."""
        if len(self._clusters) > _MANY:
            self._clusters.clear()

    def compound(self, sign: str) -> tuple[Compound, str]:
        """The glyph for which a private character stands, and its text."""
        return self._compounds[ord(sign) - _FIRST_SIGN]

    def _line(self, text: str) -> ShapedLine:
        clusters = _CLUSTERS.findall(text)
        for cluster in clusters:
            if cluster not in self._clusters:
                self._clusters[cluster] = tuple(self._shaped(cluster))
        syllables = chain.from_iterable(map(self._clusters.__getitem__, clusters))
        shown, texts, advances, codes = zip(*syllables, strict=True) if clusters else ((), (), (), ())
        return ShapedLine(
            shown=shown,
            texts=texts,
            starts=tuple(accumulate(map(len, texts), initial=0))[:-1],
            pens=tuple(accumulate(advances, initial=0.0))[:-1],
            whole="".join(shown),
            codes=frozenset(chain.from_iterable(codes)),
        )

    def _operators(self, text: str, edges: Sequence[float], unit: float) -> tuple[str, frozenset[int]]:
        """What shows a text whose characters begin at ``edges``, with private characters for compounds, and the codes
        of all glyphs but those. ``unit`` is the width of a thousandth of the type size."""
        line = self.line(text)
        places = map(truediv, map(edges.__getitem__, line.starts), repeat(unit))
        moves = list(map(sub, places, line.pens))
        shown = line.whole
        if moves and (max(moves) > 0.5 or min(moves) < -0.5):
            shown = _moved(line, list(map(round, moves)))
        return f"[<{shown}>]TJ".replace("<>", "").replace("[]TJ", ""), line.codes

    def _shaped(self, cluster: str) -> Iterator[Syllable]:
        """The letters of a cluster by where they stand: what has a width of its own has a place of its own."""
        groups: list[tuple[str, list[_Glyph], int]] = []
        for text, glyphs, advance in self._letters(cluster):
            if groups and advance:
                yield self._syllable(groups)
                groups = []
            groups.append((text, glyphs, advance))
        yield self._syllable(groups)

    def _syllable(self, groups: Sequence[tuple[str, list[_Glyph], int]]) -> Syllable:
        text = "".join(text for text, _, _ in groups)
        coded = [self._coded(*group) for group in groups]
        shown, codes = "".join(code for code, _ in coded), tuple(code for _, code in coded if code is not None)
        if _BESIDE.search(text):
            shown = beside(text, shown)
        return Syllable(shown, text, sum(advance for _, _, advance in groups) * self.unit, codes)

    def _coded(self, text: str, glyphs: list[_Glyph], advance: int) -> tuple[str, int | None]:
        """What shows a letter, and its code, if it is one of the font's own glyphs."""
        first = glyphs[0]
        code, own = self._characters.get(text, (0, 0))
        if own != first.glyph:
            code = len(self._characters) + first.glyph
        plain = len(text) == len(glyphs) == 1 and not first.right and not first.up
        if not plain or self.texts.setdefault(code, text) != text:
            return self._sign(Compound(tuple((one.glyph, one.right, one.up) for one in glyphs), advance), text), None
        self.glyphs[code] = first.glyph
        return f"{code:04X}", code

    def _sign(self, compound: Compound, text: str) -> str:
        known = self._signs.get((compound, text))
        if known is None:
            known = self._signs[compound, text] = chr(_FIRST_SIGN + len(self._compounds))
            self._compounds.append((compound, text))
        return known

    def _letters(self, cluster: str) -> Iterator[tuple[str, list[_Glyph], int]]:
        """The characters of a cluster in the order in which they were typed, those that share glyphs together; the
        glyphs, with their places from the pen that comes from the left; and their width."""
        pen, placed = 0, []
        for one in self._glyphs(cluster):
            placed.append(one._replace(right=pen + one.right))
            pen += one.advance
        placed.sort(key=lambda one: one.character)
        groups = [list(group) for _, group in groupby(placed, key=lambda one: one.character)]
        ends = [*(group[0].character for group in groups[1:]), len(cluster)]
        pen = 0
        for group, end in zip(groups, ends, strict=True):
            advance = sum(one.advance for one in group)
            glyphs = [one._replace(right=one.right - pen) for one in group]
            yield cluster[group[0].character : end], glyphs, advance
            pen += advance

    def _glyphs(self, text: str) -> list[_Glyph]:
        lead = _LEAD if "\u0e01" <= text[0] <= "\u0e2e" else ""
        buffer = hb.Buffer()
        buffer.add_str(lead + text.translate(_SHOWN_BY))
        buffer.direction, buffer.language = "ltr", "th"
        buffer.script = "Thai" if "\u0e00" <= text[0] <= "\u0e7f" else "Latn"
        buffer.cluster_level = hb.BufferClusterLevel.CHARACTERS
        hb.shape(self._font, buffer, {"kern": False})
        glyphs = []
        for one, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            at = one.cluster - len(lead)
            if at >= 0:
                glyph = self._blank if text[at] in NO_WIDTH else one.codepoint
                glyphs.append(_Glyph(glyph, at, place.x_advance, place.x_offset, place.y_offset))
        if not all(one.glyph for one in glyphs):
            raise ObstacleError(f"อักขระ “{text}” ซึ่งไม่มีในแบบอักษร")
        return glyphs

    @cached_property
    def _characters(self) -> Mapping[str, tuple[int, int]]:
        """Code and glyph of each character of the font, and of those that are shown by the glyph of another."""
        glyphs = {chr(code): self._font.get_nominal_glyph(code) for code in self.source.unicodes}
        glyphs |= dict.fromkeys(HYPHENS, glyphs["-"]) | {"\t": glyphs[" "]} | dict.fromkeys(NO_WIDTH, self._blank)
        return {sign: (code, glyphs[sign]) for code, sign in enumerate(sorted(glyphs), start=1)}

    @cached_property
    def _blank(self) -> int:
        """A glyph that shows nothing and takes no room, else the blank."""
        none = (one for one in range(1, self.source.glyph_count) if not self._font.get_glyph_h_advance(one))
        blank = self._font.get_nominal_glyph(ord(" "))
        return next((one for one in none if not self._font.get_glyph_extents(one).width), blank)


def _moved(line: ShapedLine, moves: Sequence[int]) -> str:
    """Shows a line whose syllables are moved from their places. Words whose letters stand far from each other have
    their text beside them."""
    steps = [after - before for before, after in zip((0, *moves), moves, strict=False)]
    shown = [f">{-step}<{code}" if step else code for step, code in zip(steps, line.shown, strict=True)]
    if max(steps[1:], default=0) <= _FAR:
        return "".join(shown)
    words = []
    for blank, group in groupby(range(len(shown)), key=lambda at: line.texts[at] in _BLANKS):
        places = list(group)
        word = "".join(shown[at] for at in places)
        far = not blank and any(steps[at] > _FAR for at in places[1:])
        words.append(beside("".join(line.texts[at] for at in places), word) if far else word)
    return "".join(words)


def beside(text: str, shown: str) -> str:
    """What shows letters inside ``[<…>]TJ``, with their text beside it, also of those that had theirs."""
    bare = _TEXT_BESIDE.sub(r"\1", shown)
    return f">]TJ/Span<</ActualText{text_string(text)}>>BDC[<{bare}>]TJ EMC[<"
