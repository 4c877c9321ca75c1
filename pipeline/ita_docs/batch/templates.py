"""The templates of a run, examined once before the first office is built."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from ita_docs import places
from ita_docs.outputs.files import code_version, fingerprint, hash_of
from officefiles.lazy import lazy_import
from officefiles.problems import Severity

if TYPE_CHECKING:
    from ita_docs import fields
    from wordfill import lint
    from wordfill.lint import Finding
else:  # a template that was examined once needs no lint
    fields, lint = lazy_import("ita_docs.fields"), lazy_import("wordfill.lint")


def unsound(templates: Iterable[Path]) -> tuple[Finding, ...]:
    """The mistakes for which no document should be made of these ``templates``: errors, no warnings."""
    return tuple(finding for path in templates for finding in _errors(path))


def _errors(template: Path) -> tuple[Finding, ...]:
    """The errors in one template. That it has none is remembered by its content, so that it is not looked at again
    until it, or this software, changes."""
    known = places.cache() / f"{hash_of((fingerprint(template) + code_version()).encode())}.sound"
    if known.exists():
        return ()
    errors = tuple(finding for finding in lint.lint(template, fields.known()) if finding.severity is Severity.ERROR)
    if not errors:
        with suppress(OSError):
            known.parent.mkdir(parents=True, exist_ok=True)
            known.touch()
    return errors
