"""The names that a template uses, for those who fill it: found without looking for its mistakes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from officefiles import opc
from officefiles.lazy import lazy_import
from wordfill.lint import blocks, scopes
from wordfill.lint.names import tree
from wordfill.lint.outside import Outside
from wordfill.lint.reading import read
from wordfill.lint.tags import scan
from wordfill.sandbox import FILTERS

if TYPE_CHECKING:
    from wordfill.excel import examine
else:  # few templates are workbooks
    examine = lazy_import("wordfill.excel.examine")

_WORKBOOKS = (".xlsx", ".xlsm", ".xltx", ".xltm")


def used(template: Path | bytes, known: Mapping[str, str]) -> frozenset[str]:
    """The known names that ``template`` uses, also the lists and groups on the way to them. Raises
    ``opc.PackageError`` where it is no Word file."""
    return frozenset(name for names in used_by_tag(template, known).values() for name in names if name)


def used_by_tag(template: Path | bytes, known: Mapping[str, str]) -> dict[str, set[str]]:
    """The known names that each tag uses, by the tag as it is written. Raises ``opc.PackageError``."""
    if is_workbook(template):
        return examine.used_by_tag(template, known)
    document = read(template)
    root, around = tree(known), Outside.of(document)
    names: dict[str, set[str]] = {}
    groups = [around.merged(part, scan(part.paragraphs)) for part in document.parts]
    for tags in (*groups, *(tags for _, tags in around.others())):
        for tag, used_there in scopes.check(tags, blocks.pair(tags), root, FILTERS)[1].items():
            names.setdefault(tag.raw, set()).update(used_there)
    return names


def is_workbook(template: Path | bytes, file: str = "") -> bool:
    """True for an Excel template, by its name, or where that does not tell by what it holds."""
    ending = Path(file if isinstance(template, bytes) else template.name).suffix.lower()
    if ending in _WORKBOOKS or ending == ".docx":
        return ending in _WORKBOOKS
    try:
        return opc.holds_sheets(template if isinstance(template, bytes) else template.read_bytes())
    except OSError:
        return False
