"""Where each value of a context came from: the cells of the workbook, by the value's full path."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ita_docs.model import Override, Source, Submission
from ita_docs.values.fields import FIELDS, Field
from ita_docs.workbook.schema import GENERAL, SHEETS
from ita_docs.workbook.tables import ACTIVITIES, DUTIES, MEASURES, OVERRIDES, RESULTS, SCORES, SEATS, SECTIONS
from officefiles.problems import Place

_MODEL_NAMES = {(sheet.name, field.heading): field.name for sheet in SHEETS for field in sheet.fields}


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a context: its path (``committees[0].seats[2].name``), itself, and the cells it was made from;
    no cells where the software worked it out."""

    path: str
    value: object
    places: tuple[Place, ...]

    @property
    def name(self) -> str:
        """The name in ``FIELDS`` that it stands for: ``committees[].seats[].name``."""
        return re.sub(r"\[\d+\]", "[]", self.path)


@dataclass(frozen=True, slots=True)
class _Way:
    """The way down to a value: the path so far, the places in lists and the innermost entry."""

    path: str
    value: object
    indices: tuple[int, ...] = ()
    entry: Mapping[str, object] | None = None


def origins(submission: Submission, values: Mapping[str, object]) -> tuple[Value, ...]:
    """Every value of ``values``, the context built of ``submission``, in the order of ``FIELDS``."""
    return tuple(
        Value(way.path, way.value, _places(field, way, submission, values))
        for field in FIELDS
        for way in _ways(_Way("", values), field.name.split("."))
    )


def _ways(way: _Way, steps: Sequence[str]) -> Iterator[_Way]:
    if not steps:
        yield way
        return
    assert isinstance(way.value, Mapping), f"{way.path} goes deeper than the values"
    name = steps[0].removesuffix("[]")
    path = f"{way.path}.{name}" if way.path else name
    found = way.value[name]
    if not steps[0].endswith("[]"):
        yield from _ways(_Way(path, found, way.indices, way.value), steps[1:])
    elif isinstance(found, Sequence):
        for number, one in enumerate(found):
            yield from _ways(_Way(f"{path}[{number}]", one, (*way.indices, number), way.value), steps[1:])


def _places(field: Field, way: _Way, submission: Submission, values: Mapping[str, object]) -> tuple[Place, ...]:
    names = [_MODEL_NAMES[field.sheet, column] for column in field.columns]
    if field.name == "instruments[].score" and way.entry is not None:
        names = [str(way.entry["code"])]
    source = _source(field, way, submission, values) if names else None
    return tuple(dict.fromkeys(source.at(name) for name in names)) if source is not None else ()


def _source(field: Field, way: _Way, submission: Submission, values: Mapping[str, object]) -> Source | None:
    """The record that a value was made from; ``None`` where there is none, so that the software worked it out."""
    sheet, first = field.sheet, way.indices[0] if way.indices else 0
    if sheet == GENERAL.name:
        return submission.source
    if sheet == SECTIONS.name:
        return submission.office.sections[first].source
    if sheet == MEASURES.name:
        return submission.measures[_row(way, values)].source
    if sheet == RESULTS.name:
        return submission.results[first].source
    if sheet == ACTIVITIES.name:
        return submission.activities[first].source
    if sheet == SEATS.name:
        seats = submission.committees[first].seats
        return seats[way.indices[1] if len(way.indices) > 1 else 0].source if seats else None
    if sheet == DUTIES.name:
        lead = field.name.endswith(".lead")
        duties = [duty for duty in submission.committees[first].duties if (duty.number is None) is lead]
        return duties[0 if lead else way.indices[1]].source if duties else None
    if sheet == SCORES.name:
        scores = (score for score in submission.scores if score.indicator == _number(way))
        return next((score.source for score in scores), None)
    assert sheet == OVERRIDES.name, f"no record is known for sheet {sheet}"
    override = _override(field, way, submission, values)
    return override.source if override is not None else None


def _override(field: Field, way: _Way, submission: Submission, values: Mapping[str, object]) -> Override | None:
    """The office's own text that stands in ``field``, where there is one."""
    if field.name in ("analysis.intro", "analysis.summary"):
        key = field.name.removeprefix("analysis.")
    elif field.name == "analysis.instruments[]":
        instruments = values["instruments"]
        assert isinstance(instruments, Sequence)
        key = str(instruments[way.indices[0]]["code"])
    else:
        key = str(_number(way))
    return next((override for override in submission.overrides if override.key == key), None)


def _row(way: _Way, values: Mapping[str, object]) -> int:
    """Which of the measures an entry is, wherever it stands: ``measures`` has all, in the workbook's order."""
    measures = values["measures"]
    assert isinstance(measures, Sequence)
    return measures.index(way.entry)


def _number(way: _Way) -> int:
    """The number of the indicator that an entry is about, in whatever digits it is written."""
    return int(str((way.entry or {})["number"]))
