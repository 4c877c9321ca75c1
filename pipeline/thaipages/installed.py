"""Where the machine has TH SarabunPSK, and where Debian's Laksaman: the same design drawn 1.503 times as large."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from officefiles.lazy import lazy_import

if TYPE_CHECKING:
    import uharfbuzz as hb
else:
    hb = lazy_import("uharfbuzz")

FAMILY = "TH SarabunPSK"
STYLES = ("Regular", "Bold", "Italic", "Bold Italic")
SHIPPED = Path(__file__).parent / "fonts" / "THSarabunPSK.ttf"
LAKSAMAN_UNITS = 1503
"""The em in which Laksaman is as large as TH SarabunPSK."""

_LAKSAMAN = "Laksaman"
_FAMILY_NAME, _STYLE_NAME = 1, 2
"""Numbers that the names of a font have in it."""


@dataclass(frozen=True)
class Installed:
    """What ``folders`` hold, looked for when it is first asked: font files by style."""

    folders: tuple[Path, ...]

    @cached_property
    def own(self) -> Mapping[str, Path]:
        """TH SarabunPSK itself."""
        return _styles(self._files, FAMILY)

    @cached_property
    def twins(self) -> Mapping[str, Path]:
        """Laksaman, to be drawn on an em of ``LAKSAMAN_UNITS``."""
        return _styles(self._files, _LAKSAMAN)

    @property
    def is_whole(self) -> bool:
        """Whether TH SarabunPSK can be used as it is installed, without help from other faces."""
        return {"Regular", "Bold"} <= self.own.keys()

    @cached_property
    def _files(self) -> list[Path]:
        return [path for folder in self.folders for path in _fonts_in(folder)]


def font_folders() -> tuple[Path, ...]:
    """Where this system keeps its fonts and the user's own."""
    home = Path.home()
    if sys.platform == "win32":
        windows, local = os.environ.get("WINDIR", r"C:\Windows"), os.environ.get("LOCALAPPDATA", str(home))
        return (Path(windows) / "Fonts", Path(local) / "Microsoft" / "Windows" / "Fonts")
    if sys.platform == "darwin":
        return (home / "Library/Fonts", Path("/Library/Fonts"))
    return (home / ".fonts", home / ".local/share/fonts", Path("/usr/local/share/fonts"), Path("/usr/share/fonts"))


def _fonts_in(folder: Path) -> list[Path]:
    """Files that may be one of the two families; looked into only where the name is like it."""
    return [path for path in sorted(folder.rglob("*.[tT][tT][fF]")) if _promising(path.stem)] if folder.is_dir() else []


def _promising(stem: str) -> bool:
    return stem.replace(" ", "").lower().startswith(("thsarabun", _LAKSAMAN.lower()))


def _styles(files: Iterable[Path], family: str) -> dict[str, Path]:
    """The files of a family by style."""
    found: dict[str, Path] = {}
    for path in files:
        try:
            names = hb.Face(path.read_bytes())
        except OSError:
            continue
        style = names.get_name(_STYLE_NAME)
        if names.get_name(_FAMILY_NAME) == family and style in STYLES:
            found.setdefault(style, path)
    return found
