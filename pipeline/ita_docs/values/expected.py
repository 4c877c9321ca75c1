"""Which texts must stand in a finished document: every name and score that its template asks for."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from ita_docs.values.leaves import leaves

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
    wanted = (name for name in (*_ALWAYS, *_analysis(names, values)) if name in names)
    yield from (leaf.value for leaf in leaves(values, wanted) if isinstance(leaf.value, str) and leaf.value)


def _analysis(names: Collection[str], values: Mapping[str, object]) -> tuple[str, ...]:
    if "by_topic" in names and values["by_topic"]:
        return _BY_TOPIC
    if "analysis.as_one_list" in names:
        return _ONE_LIST if next(leaves(values, ["analysis.as_one_list"])).value else _SPLIT
    return (*_ONE_LIST, *_SPLIT)
