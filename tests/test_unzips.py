"""One value from rendering to the file: what a run made itself is never unzipped."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest

from ita_docs.papers.pack import produce
from ita_docs.papers.proofing import proof
from ita_docs.places import template_files

SAMPLE = Path(__file__).resolve().parent.parent / "inputs" / "taling_chan_2566.xlsx"


class Watched(zipfile.ZipFile):
    """A zip that is noted when it is opened to be read."""

    read_from: list[bytes] = []  # noqa: RUF012

    def __init__(self, file: Any, mode: Any = "r", **options: Any) -> None:
        if mode == "r":
            self.read_from.append(file.getvalue())
        super().__init__(file, mode, **options)


@pytest.mark.parametrize("kind", ["build", "trace", "proof"])
def test_of_all_zips_only_the_workbook_is_read(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    templates = template_files()

    def make() -> list[str]:
        made = proof(SAMPLE, templates) if kind == "proof" else produce(SAMPLE, templates, traced=kind == "trace")
        return sorted(made.files)

    first = make()  # the templates are read once
    monkeypatch.setattr(zipfile, "ZipFile", Watched)
    monkeypatch.setattr(Watched, "read_from", [])
    assert make() == first
    assert ("proof_pack.docx" if kind == "proof" else "pack.docx") in first
    assert set(Watched.read_from) == {SAMPLE.read_bytes()}
