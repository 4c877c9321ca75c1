"""The words on what the next level would take."""

from __future__ import annotations

from dataclasses import dataclass

from ita_docs.analysis import NextLevel, Rise, Ways, next_level
from ita_docs.wording.case import Case


@dataclass(frozen=True, slots=True, kw_only=True)
class RiseText:
    """A sentence, and those of the list that it leads in: none where it says all."""

    lead: str
    rises: tuple[str, ...] = ()


def steps_up(case: Case) -> tuple[RiseText, ...]:
    """What the next level would take: first what must rise in any case, then what lifts the total. At the highest
    level that there is none above; nothing where the scores reach the next level already."""
    findings, phrases = case.findings, case.phrases.next_level
    found = next_level(findings, case.framework)
    if found is not None:
        return tuple(_steps(case, found))
    if findings.level != case.framework.levels.steps[0].name:
        return ()
    said = phrases.highest.format(short_name=case.office.short_name, year=findings.year, level=findings.level)
    return (RiseText(lead=said),)


def _steps(case: Case, found: NextLevel) -> list[RiseText]:
    phrases, level = case.phrases.next_level, found.level
    of = {"short_name": case.office.short_name, "year": case.findings.year, "level": level.name}
    texts = []
    if found.required:
        order = f" {phrases.least_first}" if len(found.required) > 1 else ""
        lead = phrases.required.format(minimum=f"{level.instrument_minimum:f}", order=order, **of)
        texts.append(RiseText(lead=lead, rises=tuple(_rise(case, one) for one in found.required)))
    if found.ways:
        phrase = phrases.total if found.ways.alone else phrases.total_together
        lead = phrase.format(minimum=f"{level.minimum:f}", short=case.score(found.short), **of)
        together = phrases.together.format(floor=case.score(found.ways.together))
        texts.append(RiseText(lead=lead, rises=(*(_rise(case, one) for one in found.ways.alone), together)))
    return texts


def _rise(case: Case, one: Rise) -> str:
    """By how much an instrument must rise, and what of it to lift for that."""
    figures = {name: case.score(figure) for name, figure in (("score", one.score), ("by", one.by), ("to", one.to))}
    said = case.phrases.next_level.rise.format(code=one.key, name=one.name, **figures)
    return f"{said} {_way(case, one.ways)}" if one.ways else said


def _way(case: Case, ways: Ways) -> str:
    """The least rise of one alone, where there is room for it, or all below a score."""
    phrases = case.phrases.next_level
    numbers = {str(one.number): one for one in case.findings.indicators}
    kind = phrases.indicator if any(key in numbers for key in ways.below) else phrases.part
    way = phrases.all_below.format(kind=kind, floor=case.score(ways.together))
    if ways.alone:
        first = ways.alone[0]
        part = phrases.named_part.format(name=first.name, score=case.score(first.score))
        named = case.named([numbers[first.key]]) if first.key in numbers else part
        way = phrases.either.format(one=phrases.one.format(named=named, by=case.score(first.by)), all_below=way)
    return phrases.by.format(way=way)
