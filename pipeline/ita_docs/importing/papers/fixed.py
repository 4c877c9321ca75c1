"""The fixed wording of the documents that ``build`` makes: what is understood and makes no cell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from ita_docs.framework.load import Framework
from ita_docs.importing.papers.pattern import pattern
from ita_docs.importing.papers.words import OldPapers

LONGEST = 2000
"""Letters of a sentence that a pattern is tried on."""
_SHORTEST = 15
"""Letters that a phrase must have of its own to tell anything."""
_OF_OPEN = ("{level}", "{name} ({code})")
"""How phrases may begin that tell all the same."""
_NUMBERED = re.compile(r"^\(?[0-9]{1,2}[.)]\s*")
_WORDS = re.compile(r"[^\W_]{2}")
_OPEN = re.compile(r"\{[a-z_]+\}")


def fixed(framework: Framework) -> list[re.Pattern[str]]:
    """Patterns of the beginnings of all sentences that the words of the year make."""
    return [
        pattern(text)
        for phrases in framework.every_phrases
        for text in _texts(phrases)
        if len(_OPEN.sub("", text)) >= _SHORTEST and (text[0] != "{" or text.startswith(_OF_OPEN))
    ]


def is_fixed(said: str, paper: str) -> bool:
    """True for a sentence of a paper, by its key, that makes no cell and says nothing more."""
    text = _NUMBERED.sub("", said)[:LONGEST].rstrip(" .:")
    return any(pattern(phrase).fullmatch(text) for phrase in OldPapers.load().fixed[paper])


def says_words(text: str) -> bool:
    """True of a text that says something, though it be but a rest."""
    return bool(_WORDS.search(text))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in ("source", "name", "bands", "any_indicator", "indicators"):
                yield from _texts(getattr(value, field.name))
