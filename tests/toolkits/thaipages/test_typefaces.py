"""The typefaces of a PDF: found, made up as a metric twin, or imitated and told."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from officefiles.problems import Place
from thaipages.drawing.faces import Faces
from thaipages.drawing.marks import Typeface
from thaipages.installed import FAMILY, SHIPPED, STYLES, font_folders
from thaipages.pdf.typefaces import (
    IMITATED_STYLES,
    THAI_FIGURES,
    prepare,
    twin,
)

BOLD = Typeface(FAMILY, bold=True)
THAI_TEXT = "กรุงเทพมหานคร สำนักงานเขต ที่ปรึกษา ผู้อำนวยการ ๐๑๒๓๔๕๖๗๘๙"


def opened(data: bytes) -> TTFont:
    return TTFont(io.BytesIO(data))


def width(font: TTFont, text: str) -> float:
    """The advance of ``text`` in ems, without shaping."""
    cmap = font.getBestCmap()
    return sum(font["hmtx"][cmap[ord(letter)]][0] for letter in text) / font["head"].unitsPerEm


def outline(font: TTFont, letter: int) -> list[tuple[int, int]]:
    return list(font["glyf"][font.getBestCmap()[letter]].getCoordinates(font["glyf"])[0])


def pretend(folder: Path, family: str, style: str) -> None:
    """A font file of this name and style in ``folder``."""
    font = TTFont(SHIPPED)
    for number, text in ((1, family), (2, style)):
        font["name"].setName(text, number, 1, 0, 0)
        font["name"].setName(text, number, 3, 1, 0x409)
    plain = family.replace(" ", "").replace("PSK", "")
    font.save(folder / f"{plain} {style}.ttf")


def test_where_the_family_is_installed_only_the_thai_figures_are_put_in(tmp_path: Path) -> None:
    pretend(tmp_path, FAMILY, "Regular")
    pretend(tmp_path, FAMILY, "Bold")
    typefaces = prepare([tmp_path])
    assert (tuple(typefaces.embedded), typefaces.problems) == ((THAI_FIGURES,), ())


def test_a_family_of_like_name_does_not_count(tmp_path: Path) -> None:
    pretend(tmp_path, "TH Sarabun New", "Regular")
    pretend(tmp_path, "TH Sarabun New", "Bold")
    assert FAMILY in prepare([tmp_path]).embedded


def test_laksaman_gives_the_styles_that_are_not_shipped(tmp_path: Path) -> None:
    for style in STYLES:
        pretend(tmp_path, "Laksaman", style)
    typefaces = prepare([tmp_path])
    assert set(typefaces.embedded[FAMILY]) == set(STYLES)
    assert typefaces.embedded[FAMILY]["Regular"] == SHIPPED.read_bytes()
    assert typefaces.problems == ()


def test_without_any_font_bold_is_imitated_and_that_is_told(tmp_path: Path) -> None:
    typefaces = prepare([tmp_path, tmp_path / "nowhere"])
    assert set(typefaces.embedded[FAMILY]) == {"Regular"}
    assert typefaces.problems == (IMITATED_STYLES.at(Place()),)


def test_a_damaged_font_file_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "THSarabun.ttf").write_bytes(b"no font")
    (tmp_path / "THSarabun Bold.ttf").mkdir()  # opening it fails as reading a locked file does
    assert FAMILY in prepare([tmp_path]).embedded


def test_pages_are_drawn_with_the_family_where_it_is_installed(tmp_path: Path) -> None:
    pretend(tmp_path, FAMILY, "Regular")
    assert Faces((tmp_path,)).style(BOLD).thicker
    pretend(tmp_path, FAMILY, "Bold")
    faces = Faces((tmp_path,))
    assert (faces.style(BOLD).thicker, faces.imitated) == (False, False)
    leaning = faces.style(BOLD._replace(italic=True))
    assert (leaning.face, leaning.thicker, leaning.leaning) == (faces.style(BOLD).face, False, True)
    assert faces.imitated


@pytest.mark.parametrize(
    ("system", "folders"),
    [
        ("win32", ["windows/Fonts", "local/Microsoft/Windows/Fonts"]),
        ("darwin", ["home/Library/Fonts", "/Library/Fonts"]),
        ("linux", ["home/.fonts", "home/.local/share/fonts", "/usr/local/share/fonts", "/usr/share/fonts"]),
    ],
)
def test_fonts_are_looked_for_where_each_system_keeps_them(
    system: str, folders: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "home")
    monkeypatch.setenv("WINDIR", str(tmp_path / "windows"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "local"))
    assert [*font_folders()] == [tmp_path / folder for folder in folders]


def test_the_twin_has_the_widths_and_the_line_height_of_the_real_one() -> None:
    laksaman = next((path for folder in font_folders() for path in folder.rglob("Laksaman.ttf")), None)
    if laksaman is None:
        pytest.skip("Laksaman is not on this machine")
    made, real = opened(twin(laksaman.read_bytes(), "Regular")), opened(SHIPPED.read_bytes())
    assert width(made, THAI_TEXT) == pytest.approx(width(real, THAI_TEXT), rel=0.001)
    heights = [(f["OS/2"].usWinAscent + f["OS/2"].usWinDescent) / f["head"].unitsPerEm for f in (made, real)]
    assert heights[0] == pytest.approx(heights[1], abs=0.001)
    assert (made["name"].getDebugName(1), made["name"].getDebugName(2)) == (FAMILY, "Regular")


def test_the_twin_is_a_sound_font_file() -> None:
    made, source = twin(SHIPPED.read_bytes(), "Bold Italic"), opened(SHIPPED.read_bytes())
    font = TTFont(io.BytesIO(made), checkChecksums=2)  # an error where a sum is wrong
    font.ensureDecompiled()
    assert sorted(font.reader.tables) == sorted(source.reader.tables)
    assert [str(record) for record in font["name"].names] == [
        FAMILY,
        "Bold Italic",
        "THSarabunPSK-Bold Italic",
        "TH SarabunPSK Bold Italic",
        "THSarabunPSK-BoldItalic",
    ]
    lines = font["hhea"].ascent, font["hhea"].descent, font["OS/2"].sTypoAscender, font["OS/2"].usWinDescent
    assert (font["head"].unitsPerEm, *lines) == (1503, 1278, -672, 1278, 672)


def test_the_figures_0_to_9_are_drawn_in_thai() -> None:
    made, real = opened(prepare([]).embedded[THAI_FIGURES]["Regular"]), opened(SHIPPED.read_bytes())
    for number in range(10):
        assert outline(made, ord("0") + number) == outline(real, ord("๐") + number)
    assert made["name"].getDebugName(1) == THAI_FIGURES
