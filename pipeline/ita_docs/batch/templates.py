"""The templates of a run, examined once before the first office is built."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from ita_docs import places
from ita_docs.outputs.files import code_version, fingerprint, hash_of
from officefiles.lazy import lazy_import
from officefiles.problems import Severity

if TYPE_CHECKING:
    from ita_docs import fields
    from ita_docs.workbook import tables
    from officefiles import opc
    from wordfill import lint
    from wordfill.lint import Finding
else:  # a template that was examined once needs no lint
    fields, lint = lazy_import("ita_docs.fields"), lazy_import("wordfill.lint")
    opc, tables = lazy_import("officefiles.opc"), lazy_import("ita_docs.workbook.tables")


_ASPECT_OF = {"actions": "measures"}
"""What an item asks for, by the column that it stands in, where it has another name."""


def unsound(templates: Iterable[Path]) -> tuple[Finding, ...]:
    """The mistakes for which no document should be made of these ``templates``: errors, no warnings."""
    return tuple(finding for path in templates for finding in _errors(path))


def left_out(templates: Mapping[str, Path]) -> dict[str, str]:
    """What the items of a year may ask for and the office's own template of the measures table does not print, with the
    name of that template. The software's own prints all that the office chooses."""
    own = templates.get("measures")
    if own is None or own.resolve().parent == places.packaged_templates().resolve():
        return {}
    with suppress(opc.PackageError):  # told where templates are examined
        missing = fields.usage(own).left_out
        sheet = tables.MEASURES
        names = (one.name for one in sheet.fields if (sheet.name, one.heading) in missing)
        return {_ASPECT_OF.get(name, name): own.name for name in names}
    return {}


def _errors(template: Path) -> tuple[Finding, ...]:
    """The errors in one template. That it has none is remembered by its content, so that it is not looked at again
    until it, or this software, changes."""
    known = places.cache() / f"{hash_of((fingerprint(template) + code_version()).encode())}.sound"
    if known.exists():
        return ()
    findings = lint.lint(template, fields.known(), headings=fields.headings())
    errors = tuple(finding for finding in findings if finding.severity is Severity.ERROR)
    if not errors:
        with suppress(OSError):
            known.parent.mkdir(parents=True, exist_ok=True)
            known.touch()
    return errors
