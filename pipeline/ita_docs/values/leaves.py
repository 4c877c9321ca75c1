"""The values of a context one by one, by the names that templates know them by."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from ita_docs.origin import places_of
from officefiles.problems import Place
from wordfill import named


@dataclass(frozen=True, slots=True)
class Leaf:
    """A single value: the name that it has in ``FIELDS`` (``committees[].seats[].name``), its path
    (``committees[0].seats[2].name``) and itself."""

    name: str
    path: str
    value: object

    @property
    def places(self) -> tuple[Place, ...]:
        """The cells that it was made from; none where the software worked it out."""
        return places_of(self.value)


def leaves(values: Mapping[str, object], names: Iterable[str]) -> Iterator[Leaf]:
    """Every value of ``values`` that one of ``names`` stands for, name by name; none for a name that is not there."""
    for name in names:
        yield from (Leaf(name, path, value) for path, value in _below("", values, named.steps(name)))


def _below(path: str, value: object, steps: list[str]) -> Iterator[tuple[str, object]]:
    if not steps:
        yield path, value
    elif steps[0] == named.ELEMENT:
        for number, one in enumerate(value if isinstance(value, list | tuple) else ()):
            yield from _below(f"{path}[{number}]", one, steps[1:])
    elif isinstance(value, Mapping):
        key = named.key_of(steps[0])
        if steps[0] == named.ANY or key is not None:
            for one in value if key is None else filter(None, [named.found(key, value)]):
                yield from _below(path + named.key(one), value[one], steps[1:])
        elif steps[0] in value:
            yield from _below(f"{path}.{steps[0]}" if path else steps[0], value[steps[0]], steps[1:])


# What must stand in a finished document: every name and score that its template asks for

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
_IN_ONE_LINE = {f"{before}measures[].responsible": f"{before}measures[].owners" for before in ("", "groups[].")}
"""What a template that knows both prints in place of the first: of that it asks only whether there is any."""
_ONE_LIST = ("analysis.items[].name", "analysis.items[].score")
_BY_TOPIC = ("groups[].name", "groups[].indicators[].name")
_SPLIT = tuple(
    f"analysis.{side}[].{name}"
    for side in ("strengths", "weaknesses", "to_develop", "mend")
    for name in ("name", "score")
)


def expected(names: Collection[str], values: Mapping[str, object]) -> Iterator[Leaf]:
    """The values, all texts, that must stand in a document whose template uses ``names`` (as in ``FIELDS``).

    A template that knows several forms of the analysis prints only the one that the workbook chose.
    """
    asked = (name for name in (*_ALWAYS, *_analysis(names, values)) if name in names)
    wanted = (_IN_ONE_LINE[name] if _IN_ONE_LINE.get(name) in names else name for name in asked)
    yield from (leaf for leaf in leaves(values, wanted) if isinstance(leaf.value, str) and leaf.value)


def _analysis(names: Collection[str], values: Mapping[str, object]) -> tuple[str, ...]:
    if "by_topic" in names and values["by_topic"]:
        return _BY_TOPIC
    if "analysis.as_one_list" in names:
        return _ONE_LIST if next(leaves(values, ["analysis.as_one_list"])).value else _SPLIT
    return (*_ONE_LIST, *_SPLIT)
