"""The templates of a run, examined once before the first office is built."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ita_docs import places
from ita_docs.outputs.remembered import Remembered
from officefiles.lazy import lazy_import
from officefiles.problems import Place, Problem, Severity
from officefiles.thai import shortened

if TYPE_CHECKING:
    from ita_docs import fields
    from ita_docs.workbook import tables
    from officefiles import opc
    from wordfill import lint
    from wordfill.lint import Finding
else:  # a template that was examined once needs no lint
    fields, lint = lazy_import("ita_docs.fields"), lazy_import("wordfill.lint")
    opc, tables = lazy_import("officefiles.opc"), lazy_import("ita_docs.workbook.tables")


_SEE_ALL = "ดูทุกจุดด้วยคำสั่ง ita-docs lint"
_LONGEST = 60
_ASPECT_OF = {"actions": "measures"}
"""What an item asks for, by the column that it stands in, where it has another name."""


@dataclass(frozen=True, slots=True)
class Examined:
    """What is wrong in templates: ``errors``, for which no document should be made of them, and as ``notes`` all that
    else is to be told of those that did not come with the software."""

    errors: tuple[Finding, ...] = ()
    notes: tuple[Problem, ...] = ()


def examined(templates: Iterable[Path]) -> Examined:
    """What is wrong in these ``templates``."""
    found = [(path, _examined(path)) for path in templates]
    return Examined(
        tuple(finding for _, one in found for finding in one.errors),
        tuple(note for path, one in found if not places.is_packaged(path) for note in one.notes),
    )


def left_out(templates: Mapping[str, Path]) -> dict[str, str]:
    """What the items of a year may ask for and the office's own template of the measures table does not print, with the
    name of that template. The software's own prints all that the office chooses."""
    own = templates.get("measures")
    if own is None or places.is_packaged(own):
        return {}
    with suppress(opc.PackageError):  # told where templates are examined
        missing = fields.usage(own).left_out
        sheet = tables.MEASURES
        names = (one.name for one in sheet.fields if (sheet.name, one.heading) in missing)
        return {_ASPECT_OF.get(name, name): own.name for name in names}
    return {}


def _examined(template: Path) -> Examined:
    """What is wrong in one template. That it has no error is remembered by its content, with the notes, so that it is
    not looked at again until it, or this software, changes."""
    known = Remembered.of(template, "sound")
    with suppress(OSError, ValueError, KeyError, TypeError):  # not looked at yet, or damaged
        return Examined(notes=tuple(map(Problem.of, known.value())))
    findings = lint.lint(template, fields.known(), headings=fields.headings())
    errors = tuple(finding for finding in findings if finding.severity is Severity.ERROR)
    notes = tuple(_notes(template.name, (finding for finding in findings if finding not in errors)))
    if not errors:
        known.keep([note.as_dict() for note in notes])
    return Examined(errors, notes)


def _notes(file: str, findings: Iterable[Finding]) -> Iterator[Problem]:
    """What is told of a template besides its errors: what stands at several places once, with the first of them."""
    alike: dict[tuple[str, ...], list[Finding]] = {}
    for one in findings:
        alike.setdefault((one.id,) if one.spot.member else (one.id, one.message), []).append(one)
    for first, *others in alike.values():
        where = f"{file} {first.spot}" if first.spot.member else file
        more, all_of_them = (f" และอีก {len(others)} จุด", _SEE_ALL) if others else ("", "")
        message, hint = f"{where}{more}: {first.message}", " ".join(filter(None, (first.hint, all_of_them)))
        yield Problem(first.id, Place(), message, shortened(first.tag, _LONGEST), hint, first.severity)
