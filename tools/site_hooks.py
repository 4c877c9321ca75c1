"""What the site of documentation (``mkdocs.yml``) needs beyond mkdocs: pages that stand outside docs/, headings named
as GitHub names them, so that a link holds in both places, and search in Thai."""

from __future__ import annotations

import json
import os
import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path, PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from thaipages.segment import joints, whole_breaks

ROOT = Path(__file__).resolve().parent.parent
OUTSIDE = (
    "CONTRIBUTING.md",
    "pipeline/officefiles/README.md",
    "pipeline/thaipages/README.md",
    "pipeline/wordfill/README.md",
)
"""Pages that the site has under their names in the repository."""
FONTS = ROOT / "pipeline" / "ita_docs" / "web" / "static"
_BLANK = "\u200b"
_THAI = re.compile("[\u0e01-\u0e4e]+")
_SEARCH = re.compile(r'new RegExp\("\\\\p\{sc=Han\}\+","gu"\),(\w+)=>\[\.\.\.(\w+)\(\1,')
"""Where the theme's search cuts what is asked into words of the index: it does so for Chinese alone, and overlooks a
word that ends the text."""
_LINK = re.compile(r"(?<=\]\()(?!https?:|#)([^)#\s]+)")
_KEPT = {"L", "M", "N"}
"""Kinds of characters that names of headings keep: letters, Thai marks above and below them, figures."""


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Name headings."""
    config.mdx_configs.setdefault("toc", {})["slugify"] = slug
    return config


def slug(heading: str, separator: str) -> str:
    """The name of a heading as GitHub makes it."""
    kept = (letter for letter in heading.strip().lower() if letter in " -_" or unicodedata.category(letter)[0] in _KEPT)
    return "".join(kept).replace(" ", separator)


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add what stands outside docs/: pages, and the typeface of the program's own page."""
    for name in OUTSIDE:
        files.append(File.generated(config, name, abs_src_path=str(ROOT / name)))
    for path in FONTS.glob("*.woff2"):
        files.append(File.generated(config, f"fonts/{path.name}", abs_src_path=str(path)))
    return files


def on_page_markdown(markdown: str, *, page: Page, **_: object) -> str:
    """Lead links between docs/ and the rest of the repository to the pages of the site; what the site has not,
    ``mkdocs --strict`` finds."""
    return led(markdown, page.file.src_uri)


def led(markdown: str, source: str) -> str:
    """The text of the page ``source`` with links as the site has them."""
    return _LINK.sub(lambda link: _target(link[1], source), markdown)


def _target(link: str, source: str) -> str:
    in_repository = source if source in OUTSIDE else f"docs/{source}"
    wanted = os.path.normpath(PurePosixPath(in_repository).parent / link).replace(os.sep, "/")
    there = wanted if wanted in OUTSIDE else wanted.removeprefix("docs/")
    return os.path.relpath(there, PurePosixPath(source).parent).replace(os.sep, "/")


def on_post_build(*, config: MkDocsConfig) -> None:
    """Part the Thai words of the index, and let what is asked be parted too. Raises ``ValueError`` where the theme is
    not one that this was made for."""
    site = Path(config.site_dir)
    index = site / "search" / "search_index.json"
    kept = json.loads(index.read_text(encoding="utf-8"))
    for entry in kept["docs"]:
        entry["title"], entry["text"] = (parted(entry[name]) for name in ("title", "text"))
    index.write_text(json.dumps(kept, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    (worker,) = (site / "assets" / "javascripts" / "workers").glob("search.*.min.js")
    script, count = _SEARCH.subn(_thai_too, worker.read_text(encoding="utf-8"))
    if count != 1:
        raise ValueError(f"{worker.name}: the theme's search has changed, and would find no Thai")
    worker.write_text(script, encoding="utf-8")


def parted(text: str) -> str:
    """A text with a blank of no width between Thai words, those within compounds too."""
    return _THAI.sub(lambda run: _BLANK.join(_words(run[0])), text)


def _words(run: str) -> Iterator[str]:
    places = sorted({0, *whole_breaks(run), *joints(run), len(run)})
    return (run[start:end] for start, end in pairwise(places))


def _thai_too(found: re.Match[str]) -> str:
    asked, cut = found.groups()
    return rf'new RegExp("[\\p{{sc=Han}}\\p{{sc=Thai}}]+","gu"),{asked}=>[...{cut}({asked}+"{_BLANK}",'
