"""Examine a template before it is used: every mistake of a run, each at its place, in Thai, with the likely fix.

``lint`` finds, ``annotate`` writes the findings into a copy as Word comments, ``as_json`` gives them as plain values,
``used`` the names that a template uses.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path

from pipeline.problems import Kind
from pipeline.word import opc
from pipeline.word.lint import blocks, empties, looks, marks, places, scopes, statements
from pipeline.word.lint.annotate import annotate
from pipeline.word.lint.finding import Cell, Finding, Spot, as_json, found
from pipeline.word.lint.names import tree
from pipeline.word.lint.reading import read
from pipeline.word.lint.tags import scan

UNREADABLE = Kind(
    "template-unreadable",
    "เปิดแม่แบบไม่ได้: {found}",
    "เปิดไฟล์ใน Word แล้วบันทึกเป็นชนิด .docx ใหม่",
    "ไฟล์แม่แบบที่ไม่ใช่เอกสาร Word หรือไฟล์เสียหาย",
)

__all__ = ["Cell", "Finding", "Spot", "annotate", "as_json", "lint", "used", "used_by_tag"]


def lint(
    template: Path | bytes, known: Mapping[str, str], filters: Collection[str] | None = None, file: str = ""
) -> tuple[Finding, ...]:
    """Every mistake of ``template``, in page order, the body before headers, footers and notes.

    ``known`` maps each name that a template may use (``committees[].seats[].role``) to the kind of its value (see
    ``names``); ``filters`` are those allowed, by default the engine's. Never raises for what is in the file.
    """
    data, file = (template, file) if isinstance(template, bytes) else (template.read_bytes(), file or template.name)
    try:
        document = read(data)
    except opc.PackageError as error:
        return (replace(found(UNREADABLE, Spot("ไฟล์", ""), str(error)), file=file),)
    allowed = _engine_filters() if filters is None else filters
    root = tree(known)
    order = {part.member: number for number, part in enumerate(document.parts)}
    tags_of = {part.member: scan(part.paragraphs) for part in document.parts}
    findings = list(looks.check(document, tags_of))
    for part in document.parts:
        tags = tags_of[part.member]
        structure = blocks.pair(tags)
        findings += marks.check(part, tags)
        if part.filled:
            findings += statements.check(tags)
            findings += blocks.check(structure)
            findings += places.check(part, tags, structure)
            findings += empties.check(part, structure)
            findings += scopes.check(tags, structure, root, allowed)[0]
    findings.sort(key=lambda finding: (order[finding.spot.member], finding.spot.index, finding.spot.start))
    return tuple(replace(finding, file=file) for finding in findings)


def used(template: Path | bytes, known: Mapping[str, str]) -> frozenset[str]:
    """The known names that ``template`` uses, also the lists and groups on the way to them. Raises
    ``opc.PackageError`` where it is no Word file."""
    return frozenset(name for names in used_by_tag(template, known).values() for name in names if name)


def used_by_tag(template: Path | bytes, known: Mapping[str, str]) -> dict[str, set[str]]:
    """The known names that each tag uses, by the tag as it is written. Raises ``opc.PackageError``."""
    document = read(template if isinstance(template, bytes) else template.read_bytes())
    root = tree(known)
    names: dict[str, set[str]] = {}
    for part in document.parts:
        if part.filled:
            tags = scan(part.paragraphs)
            for tag, used_there in scopes.check(tags, blocks.pair(tags), root, _engine_filters())[1].items():
                names.setdefault(tag.raw, set()).update(used_there)
    return names


def _engine_filters() -> Collection[str]:
    from pipeline.word.sandbox import environment

    return environment().filters.keys()
