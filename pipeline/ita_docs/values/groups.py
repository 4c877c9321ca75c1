"""What the analysis and the measures are set out by: the topics of the pack's year, or one group of all."""

from __future__ import annotations

from collections.abc import Sequence

from ita_docs.wording import TopicText

Entry = dict[str, object]


def groups(topics: Sequence[TopicText], indicators: Sequence[Entry], measures: Sequence[Entry]) -> list[Entry]:
    """The topics, each with its own of ``indicators`` and ``measures``; where there are none, one group without a name
    that holds all in their order."""
    if not topics:
        return [{"number": "", "name": "", "text": "", "indicators": list(indicators), "measures": list(measures)}]
    return [
        {
            "number": str(topic.number or ""),
            "name": topic.name,
            "text": topic.text,
            "indicators": _of(topic, indicators),
            "measures": _of(topic, measures),
        }
        for topic in topics
    ]


def _of(topic: TopicText, entries: Sequence[Entry]) -> list[Entry]:
    """The entries of a topic's indicators, in the order of the topic."""
    return [one for number in topic.indicators for one in entries if int(str(one["number"])) == number]
