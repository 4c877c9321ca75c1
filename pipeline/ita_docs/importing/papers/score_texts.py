"""The texts on the indicators that stand in columns beside their scores."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ita_docs.framework.load import Framework
from ita_docs.importing.blocks import OldPlace, OldTable
from ita_docs.importing.papers.fixed import is_fixed
from ita_docs.importing.papers.indicators import named
from ita_docs.importing.papers.items import running
from ita_docs.importing.papers.measure_rows import OF_TWO_ROWS
from ita_docs.importing.papers.said import on_a_score
from ita_docs.importing.papers.tables import NO_FIELD, HeadedRow, read_tables, with_one_column
from ita_docs.importing.papers.words import OldPapers, squashed

_NEEDED = (frozenset(("indicator", "number")), frozenset(("analysis",)))
_FIELDS = ("number", "indicator", "score", "analysis", NO_FIELD)


class ScoreText(NamedTuple):
    """The text on an indicator, where it stands, why it is not sure, and where its heads stand."""

    text: str
    places: tuple[OldPlace, ...]
    doubt: str
    heads: frozenset[OldPlace]


def texts_beside_scores(tables: Iterable[OldTable], elsewhere: str, framework: Framework) -> dict[str, ScoreText]:
    """The texts by the numbers of their indicators; several columns of them are one text."""
    heads = {name: OldPapers.load().measures[name] for name in _FIELDS}
    known = {squashed(word): name for name, words in heads.items() for word in words}
    found: dict[str, ScoreText] = {}
    for table in read_tables([with_one_column(one, known, "analysis") for one in tables], heads, _NEEDED):
        rows: dict[str, list[HeadedRow]] = {}
        last = ""  # whose row a page may have cut
        for row in table.rows:
            typed = " ".join((row.text("indicator") or row.text("number")).split())
            indicator = named(typed, framework)
            last = str(indicator.number) if indicator else last if not typed else ""
            rows.setdefault(last, []).extend([row] * bool(last and row.text("analysis")))
        for number, own in rows.items():
            text = running((one for row in own for one in row.paragraphs("analysis")), elsewhere)
            if on_a_score(text, framework) and not is_fixed(text.rpartition(": ")[2], "scores"):
                places = tuple(place for row in own for place in row.places("analysis"))
                doubt = OF_TWO_ROWS if len(own) > 1 else ""
                found.setdefault(number, ScoreText(text, places, doubt, table.heads))
    return found
