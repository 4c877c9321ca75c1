"""Patched templates kept between runs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from made_docx import docx, p, saved
from wordfill.engine import docxtpl_adapter, patches

COLD = """
import sys
from pathlib import Path
from wordfill.engine import Template
data = Template.load(Path(sys.argv[1]), Path(sys.argv[2])).render({"name": "นายสมหมาย"}).data()
print(len(data), "docxtpl" in sys.modules, "lxml" in sys.modules)
"""


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """The folder for what is kept, which is not there yet."""
    return tmp_path / "cache" / "own"


@pytest.mark.soak
def test_a_second_start_needs_no_docxtpl_and_makes_the_same(kept: Path, tmp_path: Path) -> None:
    template = saved(tmp_path, docx(p("เรียน {{ name }}")))
    environment = {**os.environ, "PYTHONPATH": str(Path(patches.__file__).parents[2]), "PYTHONUTF8": "1"}
    command = [sys.executable, "-c", COLD, str(template), str(kept)]
    first, second = (
        subprocess.run(command, capture_output=True, check=True, encoding="utf-8", env=environment).stdout.split()
        for _ in range(2)
    )
    assert first[0] == second[0]
    assert first[1:] == ["True", "True"]
    assert second[1:] == ["False", "False"]
    assert len(list(kept.iterdir())) == 1


def test_what_is_kept_is_what_docxtpl_made(kept: Path) -> None:
    data = docx(p("เรียน {{ name }}"), {"header1": p("{{ year }}")})
    made = patches.patched(data, kept)
    again = patches.patched(data, kept)
    assert (again.files, dict(again.sources)) == (made.files, dict(made.sources))
    assert len(list(kept.iterdir())) == 1


def test_another_template_is_kept_apart(kept: Path) -> None:
    for text in ("ก", "ข"):
        patches.patched(docx(p(text)), kept)
    assert len(list(kept.iterdir())) == 2


@pytest.mark.parametrize("content", [b"", b"PK\3\4 cut short"])
def test_a_damaged_file_is_made_anew(kept: Path, content: bytes) -> None:
    data = docx(p("เรียน {{ name }}"))
    patches.patched(data, kept)
    [path] = kept.iterdir()
    path.write_bytes(content)
    assert patches.patched(data, kept).sources == docxtpl_adapter.patched(data).sources
    assert path.read_bytes() != content


def test_a_folder_that_cannot_be_used_loses_nothing(kept: Path) -> None:
    kept.parent.write_text("x", encoding="utf-8")
    assert "word/document.xml" in patches.patched(docx(p("ก")), kept).sources


def test_without_a_folder_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    data = docx(p("ก"))
    assert patches.patched(data) == docxtpl_adapter.patched(data)
    assert not list(tmp_path.iterdir())


def test_only_so_many_are_kept(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patches, "_MOST", 2)
    for text in "กขคง":
        patches.patched(docx(p(text)), kept)
    assert len(list(kept.iterdir())) == 2
