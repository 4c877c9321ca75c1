"""The chart of the analysis as a picture: a bar for each indicator, last year's under it, and the goal line.

Drawn in tones of one ink, so that it reads the same in print without colour, at 300 dots an inch. Thai marks are placed
by the font's own glyphs, so that every machine draws the same picture. It is a little narrower than the text of a page:
LibreOffice takes 3 mm of room at either side of a picture.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import takewhile

from PIL import Image, ImageDraw, ImageFont

from ita_docs.analysis import Findings, IndicatorFinding
from ita_docs.framework.model import Framework
from ita_docs.framework.scores import ScoreFormat
from ita_docs.model import Settings
from ita_docs.thai import digits
from officefiles.pictures import Picture
from officefiles.thai import Digits, drawn
from thaipages.installed import SHIPPED

NAME = "แผนภูมิคะแนน.png"

_DPI = 300
_WIDTH = round(15.3 / 2.54 * _DPI)
_SIZE = round(15 / 72 * _DPI)
_INK = (20, 36, 72)
_TONES = 16
"""So many steps from the ink to white: four bits a pixel keep the picture small."""
_BLACK, _STRONG, _WEAK, _PREVIOUS, _GRID, _WHITE = 0, 34, 136, 204, 221, 255
"""Tones of text and axis, of the bars and of the grid."""

_HEAD, _ROW, _AXIS, _LEGEND = 84, 84, 72, 84
"""Heights in pixels of the line above the bars, of an indicator, of the scale and of the legend."""
_BAR, _BAR_OF_TWO, _BAR_BEFORE = 46, 38, 20
_GAP = 24
_NAMES_AT_MOST = 800
_DASH, _SPACE, _LINE = 18, 12, 5


@dataclass(frozen=True, slots=True)
class _Lettering:
    """The shipped face, set letter by letter (a shaper is not on every machine), and whether digits are Thai."""

    thai: bool
    font: ImageFont.FreeTypeFont = field(
        default_factory=lambda: ImageFont.truetype(SHIPPED, _SIZE, layout_engine=ImageFont.Layout.BASIC)
    )

    def printed(self, text: str) -> str:
        return drawn(digits(text, self.thai))

    def width(self, text: str) -> int:
        return round(self.font.getlength(self.printed(text)))


@dataclass(frozen=True, slots=True)
class _Chart:
    """The picture being drawn, and where its parts stand in pixels: the scale from 0 to 100 and the scores beside."""

    image: Image.Image
    pen: ImageDraw.ImageDraw
    lettering: _Lettering
    left: int
    right: int
    bottom: int
    columns: Sequence[int] = field(default_factory=tuple)

    def x(self, score: Decimal) -> int:
        return self.left + round((self.right - self.left) * score / 100)

    def write(self, x: int, y: int, text: str, anchor: str) -> None:
        """``text`` with its baseline at ``y``."""
        self.pen.text((x, y), self.lettering.printed(text), _BLACK, self.lettering.font, anchor)


def draw(findings: Findings, framework: Framework, settings: Settings) -> Picture:
    """The chart of ``findings`` against the goal of their year; the same bytes for equal values."""
    two = findings.compared
    chart = _laid_out(findings.indicators, two, _Lettering(settings.digits is Digits.THAI))
    _scale(chart)
    form = framework.rounding.format(settings.full_mark)
    for row, one in enumerate(findings.indicators):
        _indicator(chart, _HEAD + row * _ROW, one, form, two)
    _goal(chart, framework.goal.score)
    years = (findings.year, findings.year - 1)
    for right, year in zip(chart.columns, years, strict=False):
        chart.write(right, _HEAD - 30, f"ปี {year}", "rs")
    _legend(chart, findings, two)
    return Picture(name=NAME, data=_png(chart.image), width=chart.image.width, height=chart.image.height)


def _laid_out(indicators: Sequence[IndicatorFinding], two: bool, lettering: _Lettering) -> _Chart:
    bottom = _HEAD + len(indicators) * _ROW
    image = Image.new("L", (_WIDTH, bottom + _AXIS + _LEGEND), _WHITE)
    names = max(lettering.width(_label(one)) for one in indicators)
    score = lettering.width("ปี 2500") + _GAP
    columns = (_WIDTH - score, _WIDTH) if two else (_WIDTH,)
    left, right = min(names, _NAMES_AT_MOST) + _GAP, columns[0] - score - _GAP
    return _Chart(image, ImageDraw.Draw(image), lettering, left, right, bottom, columns)


def _scale(chart: _Chart) -> None:
    """The grid with its numbers, and the axis."""
    for step in range(0, 101, 20):
        x = chart.x(Decimal(step))
        chart.pen.rectangle((x, _HEAD, x + 2, chart.bottom), _BLACK if step == 0 else _GRID)
        chart.write(x, chart.bottom + 50, str(step), "ms")


def _indicator(chart: _Chart, top: int, one: IndicatorFinding, form: ScoreFormat, two: bool) -> None:
    """Name, bars and scores of one indicator, on a row of its own."""
    baseline = top + _ROW // 2 + 15
    chart.write(0, baseline, _fitting(_label(one), chart.left - _GAP, chart.lettering), "ls")
    thick, thin = (_BAR_OF_TWO, _BAR_BEFORE) if two else (_BAR, 0)
    y = top + (_ROW - thick - thin) // 2
    _bar(chart, y, thick, one.score, _STRONG if one.strength else _WEAK)
    if one.previous is not None:
        _bar(chart, y + thick, thin, one.previous, _PREVIOUS)
    for right, score in zip(chart.columns, (one.score, one.previous), strict=False):
        chart.write(right, baseline, "-" if score is None else form.text(score), "rs")


def _bar(chart: _Chart, top: int, height: int, score: Decimal, tone: int) -> None:
    if score:
        chart.pen.rectangle((chart.left + 3, top, max(chart.x(score), chart.left + 4), top + height - 1), tone)


def _goal(chart: _Chart, goal: Decimal) -> None:
    """A dashed line down all bars, on a white one so that it is seen on them, with its name above."""
    x, top, name = chart.x(goal), _HEAD - 16, f"เป้าหมาย {goal.normalize():f}"
    chart.pen.rectangle((x - _LINE, top, x + _LINE, chart.bottom), _WHITE)
    for dash in range(top, chart.bottom, _DASH + _SPACE):
        chart.pen.rectangle((x - _LINE // 2, dash, x + _LINE // 2, min(dash + _DASH, chart.bottom)), _BLACK)
    end = x + chart.lettering.width(name) // 2
    chart.write(min(end, chart.right + _GAP), _HEAD - 30, name, "rs")


def _legend(chart: _Chart, findings: Findings, two: bool) -> None:
    """What the tones mean, in one line under the middle of the picture; only those that are there."""
    entries = list(_meanings(findings, two))
    widths = [_BAR_OF_TWO + _GAP // 2 + chart.lettering.width(text) + 2 * _GAP for _, text in entries]
    x, y = (_WIDTH - sum(widths) + 2 * _GAP) // 2, chart.image.height - 22
    for (tone, text), width in zip(entries, widths, strict=True):
        chart.pen.rectangle((x, y - 30, x + _BAR_OF_TWO - 1, y - 1), tone)
        chart.write(x + _BAR_OF_TWO + _GAP // 2, y, text, "ls")
        x += width


def _meanings(findings: Findings, two: bool) -> Iterator[tuple[int, str]]:
    if findings.strengths:
        yield _STRONG, f"คะแนนปี {findings.year} ถึงเป้าหมาย"
    if findings.weaknesses:
        yield _WEAK, f"คะแนนปี {findings.year} ต่ำกว่าเป้าหมาย"
    if two:
        yield _PREVIOUS, f"คะแนนปี {findings.year - 1}"


def _label(one: IndicatorFinding) -> str:
    return f"{one.number}. {' '.join(one.name.split())}"


def _fitting(text: str, room: int, lettering: _Lettering) -> str:
    """``text``, cut short with an ellipsis where it is wider than ``room``; never between a letter and its marks."""

    def fits(text: str) -> bool:
        return lettering.width(text) <= room

    if fits(text):
        return text
    lengths = (end for end in range(1, len(text)) if unicodedata.category(text[end]) != "Mn")
    *_, short = takewhile(fits, (text[:end].rstrip() + "…" for end in lengths))
    return short


def _png(image: Image.Image) -> bytes:
    """The picture with its grey tones as steps from the ink to white."""
    last = _TONES - 1
    steps = image.point([round(grey * last / _WHITE) for grey in range(_WHITE + 1)])
    inked = Image.frombytes("P", image.size, steps.tobytes())
    inked.putpalette([round(ink + (_WHITE - ink) * step / last) for step in range(_TONES) for ink in _INK])
    buffer = io.BytesIO()
    inked.save(buffer, "PNG", bits=4, dpi=(_DPI, _DPI))
    return buffer.getvalue()
