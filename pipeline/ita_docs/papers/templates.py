"""Templates as documents of an office are made from them: each read once, with the names that it uses."""

from __future__ import annotations

from pathlib import Path

from ita_docs import places
from ita_docs.thai import parse_date
from ita_docs.values.own_names import ALL_KINDS
from thaipages.font_table import SARABUN
from wordfill.engine import CellReading, Template
from wordfill.lint import used, used_by_tag

CELLS = CellReading(ALL_KINDS, parse_date)
"""How Excel templates read texts."""


def loaded(template: Path, *, with_typeface: bool = True) -> Template:
    """The template, read once; its documents carry the typeface of official documents, or do not."""
    return Template.load(template, places.cache(), SARABUN.embed if with_typeface else None, CELLS)


def names_used(template: Path) -> frozenset[str]:
    """The names that a template uses, which the loaded template keeps."""
    return loaded(template).made(_names_used, template)


def _names_used(_template: Template, path: Path) -> frozenset[str]:
    return used(path, ALL_KINDS)


def tags_used(template: Path) -> dict[str, set[str]]:
    """The names that each tag of a template uses, which the loaded template keeps."""
    return loaded(template).made(_tags_used, template)


def _tags_used(_template: Template, path: Path) -> dict[str, set[str]]:
    return used_by_tag(path, ALL_KINDS)
