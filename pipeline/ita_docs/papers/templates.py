"""Templates as documents of an office are made from them: each read once, with the names that it uses."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from ita_docs import places
from ita_docs.outputs.remembered import Remembered
from ita_docs.thai import parse_date
from ita_docs.values.own_names import ALL_KINDS
from thaipages.font_table import SARABUN
from wordfill import lint
from wordfill.engine import CellReading, Template

CELLS = CellReading(ALL_KINDS, parse_date)
"""How Excel templates read texts."""


def loaded(template: Path, *, with_typeface: bool = True) -> Template:
    """The template, read once; its documents carry the typeface of official documents, or do not."""
    return Template.load(template, places.cache(), SARABUN.embed if with_typeface else None, CELLS)


def names_used(template: Path) -> frozenset[str]:
    """The names that a template uses, also the lists and groups on the way to them."""
    return frozenset(name for names in tags_used(template).values() for name in names if name)


def tags_used(template: Path) -> dict[str, set[str]]:
    """The names that each tag of a template uses, by the tag as it is written; the loaded template keeps them."""
    return loaded(template).made(_tags_used, template)


def _tags_used(_template: Template, path: Path) -> dict[str, set[str]]:
    known = Remembered.of(path, "names")
    with suppress(OSError, ValueError, AttributeError, TypeError):  # not looked at yet, or damaged
        return {tag: set(names) for tag, names in known.value().items()}
    found = lint.used_by_tag(path, ALL_KINDS)
    known.keep({tag: sorted(names) for tag, names in found.items()})
    return found
