"""PDFs of the documents of a run, a chunk of offices in one call of the office program."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from pipeline.batch.jobs import Outcome, Status
from pipeline.outputs import files
from pipeline.outputs.store import NOT_WRITTEN
from pipeline.problems import Place, Problem

TIMEOUT = 120.0
"""Seconds that one document may take."""

_CHUNK = 16
"""Offices printed together: the office program starts once for all of them."""


def print_pdfs(outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
    """The same outcomes, with a PDF beside each Word file that has none as new as itself."""
    waiting = iter(outcomes)
    while chunk := list(islice(waiting, _CHUNK)):
        yield from _print(chunk)


def _print(chunk: list[Outcome]) -> Iterator[Outcome]:
    from pipeline.word.pdf import convert

    stale = [path for outcome in chunk if outcome.status is not Status.REFUSED for path in _stale(outcome)]
    printed = {one.source: one for one in convert(stale, timeout=TIMEOUT)} if stale else {}
    for outcome in chunk:
        done = [printed[path] for path in outcome.files if path in printed]
        problems = [problem for one in done for problem in one.problems]
        made: list[Path] = []
        for one in done:
            if one.data:
                problems += _written(one.source.with_suffix(".pdf"), one.data, made)
        yield replace(
            outcome, files=(*outcome.files, *made), problems=tuple(dict.fromkeys((*outcome.problems, *problems)))
        )


def _stale(outcome: Outcome) -> Iterator[Path]:
    """The Word files of an office whose PDF is missing or older than themselves."""
    for path in outcome.files:
        pdf = path.with_suffix(".pdf")
        if path.suffix == ".docx" and not (pdf.exists() and pdf.stat().st_mtime >= path.stat().st_mtime):
            yield path


def _written(path: Path, data: bytes, made: list[Path]) -> tuple[Problem, ...]:
    try:
        files.write(path, data)
    except OSError as fault:
        return (NOT_WRITTEN.at(Place(), path.name, reason=files.explain(fault)),)
    made.append(path)
    return ()
