"""Which texts must stand in a finished document: every name and score that its template asks for."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

_ALWAYS = (
    "committees[].name",
    "committees[].seats[].name",
    "committees[].duties[].text",
    "order.signatory",
    "order.signatory_rank",
    "order.signatory_name",
    "measures[].actions[]",
    "measures[].responsible",
    "groups[].measures[].actions[]",
    "groups[].measures[].responsible",
    "results.measures[].action",
    "results.measures[].result",
)
_ONE_LIST = ("analysis.items[].name", "analysis.items[].score")
_BY_TOPIC = ("groups[].name", "groups[].indicators[].name")
_SPLIT = tuple(f"analysis.{side}[].{name}" for side in ("strengths", "weaknesses") for name in ("name", "score"))


def expected(names: Collection[str], values: Mapping[str, object]) -> Iterator[str]:
    """The texts of ``values`` that must stand in a document whose template uses ``names`` (as in ``FIELDS``).

    A template that knows several forms of the analysis prints only the one that the workbook chose.
    """
    for name in (*_ALWAYS, *_analysis(names, values)):
        if name in names:
            yield from (text for text in texts_at(values, name) if isinstance(text, str) and text)


def _analysis(names: Collection[str], values: Mapping[str, object]) -> tuple[str, ...]:
    if "by_topic" in names and values["by_topic"]:
        return _BY_TOPIC
    if "analysis.as_one_list" in names:
        return _ONE_LIST if next(texts_at(values, "analysis.as_one_list")) else _SPLIT
    return (*_ONE_LIST, *_SPLIT)


def texts_at(values: object, name: str) -> Iterator[object]:
    """Every value that ``name`` (``committees[].seats[].name``) stands for."""
    step, _, rest = name.partition(".")
    field, many = step.removesuffix("[]"), step.endswith("[]")
    assert isinstance(values, Mapping), f"{name} goes deeper than the values"
    found = values[field]
    for one in found if many and isinstance(found, Sequence) else (found,):
        if rest:
            yield from texts_at(one, rest)
        else:
            yield one
