"""A part of the software that is not installed says how it is had."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from ita_docs.cli import main
from ita_docs.extras import how_to_add


@pytest.mark.parametrize(
    ("left", "said"),
    [
        ("", 'pip install "ita-docs[web]"'),
        ("pipx_metadata.json", 'pipx inject ita-docs "ita-docs[web]"'),
        ("uv-receipt.toml", 'uv tool install "ita-docs[cluster,web]"'),
    ],
)
def test_the_command_is_that_of_the_installer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, left: str, said: str
) -> None:
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    if left:
        (tmp_path / left).touch()
    assert how_to_add("web") == said


def test_serve_without_its_extra_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "ita_docs.web.serve", raising=False)
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    done = CliRunner().invoke(main, ["serve"], catch_exceptions=False)
    sentence = 'ยังไม่ได้ติดตั้งส่วนของหน้าเว็บ (uvicorn) ติดตั้งด้วยคำสั่ง pip install "ita-docs[web]" แล้วสั่งใหม่'
    assert (done.exit_code, done.stderr.strip()) == (3, sentence)
