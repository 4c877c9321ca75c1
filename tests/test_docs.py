"""The pages that people read hold what they promise: every command is explained, every link and picture is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ita_docs.cli import COMMANDS
from ita_docs.cli.packs import build

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_is_explained(command: str) -> None:
    text = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    assert f"ita-docs {command}" in text


@pytest.mark.parametrize("option", sorted(option.opts[-1] for option in build.params if option.opts))
def test_every_option_of_build_is_explained(option: str) -> None:
    text = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    assert option in text or option == "paths"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8"))
    missing = [target for target in targets if "://" not in target and not (page.parent / target).exists()]
    assert missing == []
