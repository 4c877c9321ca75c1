"""An office's papers in one of the shapes, as Word files, and what becomes of them: saved again, printed."""

from __future__ import annotations

import hashlib
import io
import subprocess
import tempfile
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from bench.old.order import write_order
from bench.old.paper import Paper
from bench.old.papers import write_activities, write_analysis, write_measures
from bench.old.shapes import Shape
from ita_docs.analysis import analyse
from ita_docs.framework.load import load
from ita_docs.model import Submission
from ita_docs.wording import word
from thaipages import pdf

BOUND = "pack"
TIME_LIMIT = 120.0


def documents(whole: Submission, shape: Shape, pictures: Mapping[str, bytes] | None = None) -> dict[str, bytes]:
    """The order, the analysis, the measures and the activities of an office by their names (``order``), or all in one
    (``pack``). They state what ``shape.of(whole)`` holds; ``pictures`` are by their names in it."""
    stated, texts = shape.of(whole), indicator_texts(whole)
    if shape.bound:
        paper = Paper(thai=shape.thai)
        write_activities(paper, stated, shape, pictures or {})
        paper.document.add_page_break()
        write_order(paper, stated, shape)
        paper.document.add_page_break()
        write_analysis(paper, stated, shape, texts)
        paper.document.add_page_break()
        write_measures(paper, stated, shape, texts)
        return {BOUND: paper.data()}
    keys = ("activities", "order", "analysis", "measures")
    made = {key: Paper(thai=shape.thai, wide=key == "measures") for key in keys}
    write_activities(made["activities"], stated, shape, pictures or {})
    write_order(made["order"], stated, shape)
    write_analysis(made["analysis"], stated, shape, texts)
    write_measures(made["measures"], stated, shape, texts)
    return {key: paper.data() for key, paper in made.items()}


def indicator_texts(whole: Submission) -> Mapping[int, str]:
    """The analysis of each indicator, by its number."""
    framework = load(whole.assessed_year)
    return word(whole, framework, analyse(whole, framework)).indicators


def resaved(files: Mapping[str, bytes], kept: Path | None = None) -> dict[str, bytes]:
    """The Word files as LibreOffice saves them again, all in one call; ``kept`` is a folder of those saved before."""
    return _once(files, kept, ".docx", _resaved)


def printed(files: Mapping[str, bytes], kept: Path | None = None) -> dict[str, bytes]:
    """The PDFs that LibreOffice prints of the Word files, all in one call; ``kept`` is a folder of those of before."""
    return _once(files, kept, ".pdf", lambda paths: [one.data for one in pdf.convert(paths, timeout=TIME_LIMIT)])


def drawn(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The PDFs that we draw of the Word files; those that cannot be drawn are left out."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        results = pdf.draw(_written(files, Path(folder)))
        return {name: one.data for name, one in zip(files, results, strict=True) if one.data}


def _resaved(paths: Sequence[Path]) -> list[bytes]:
    program = pdf.office.find()
    if program is None:
        raise SystemExit("LibreOffice is needed to save files again")
    into = paths[0].parent / "out"
    profile = f"-env:UserInstallation={(paths[0].parent / 'profile').as_uri()}"
    command = [str(program), profile, "--headless", "--convert-to", "docx", "--outdir", str(into), *map(str, paths)]
    subprocess.run(command, capture_output=True, check=True, timeout=TIME_LIMIT + 2 * len(paths))
    return [(into / path.name).read_bytes() for path in paths]


def _once(
    files: Mapping[str, bytes], kept: Path | None, ending: str, make: Callable[[Sequence[Path]], Sequence[bytes]]
) -> dict[str, bytes]:
    """What is made of each file, made only where it is not in the folder of those kept."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        into = kept or Path(folder) / "kept"
        into.mkdir(parents=True, exist_ok=True)
        places = {name: into / (_print_of(data) + ending) for name, data in files.items()}
        new = {name: data for name, data in files.items() if not places[name].exists()}
        made = make(_written(new, Path(folder))) if new else []
        for name, data in zip(new, made, strict=True):
            places[name].write_bytes(data)
        return {name: place.read_bytes() for name, place in places.items()}


def _print_of(data: bytes) -> str:
    """The same for files of the same parts, whenever they were made."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return hashlib.sha256(b"".join(parts.read(name) for name in sorted(parts.namelist()))).hexdigest()[:32]


def _written(files: Mapping[str, bytes], folder: Path) -> list[Path]:
    paths = [folder / f"{number:04}.docx" for number in range(len(files))]
    for path, data in zip(paths, files.values(), strict=True):
        path.write_bytes(data)
    return paths
