"""A check of those whom texts say that the office serves: words of an office of another kind were copied from it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ita_docs.checks.cells import Cell, holding
from ita_docs.checks.copied import OTHER_KIND
from ita_docs.checks.text import one_of
from ita_docs.framework.model import Framework
from ita_docs.framework.words.kinds import OfficeKinds
from ita_docs.model import Submission
from officefiles.problems import Problem

_WORDS = OfficeKinds.load()
_KINDS = {kind.key: kind for kind in _WORDS.kinds}
_GROUPS = {word: group for group in _WORDS.clients for word in group.words}
_SERVED = re.compile(f"(?:{one_of(_WORDS.served)})({one_of(_GROUPS)})")
_BESIDE = 25
"""How many letters behind and before a word may say that somebody else is meant."""


def check_clients(texts: Sequence[Cell], submission: Submission, _framework: Framework) -> Iterator[Problem]:
    """Those whom only offices of other kinds serve (ความพึงพอใจของผู้ป่วย in a school), each cell once."""
    office = submission.office
    kind = _WORDS.known(office.name)
    if not kind:
        return
    sections = " ".join((office.name, *(section.name for section in office.sections)))
    others = {
        word: group
        for word, group in _GROUPS.items()
        if kind.key not in group.kinds and not any(one in sections for one in group.sections)
    }
    for cell in holding(_SERVED, texts) if others else ():
        for match in _SERVED.finditer(cell.text):
            beside = cell.text[max(match.start() - _BESIDE, 0) : match.end() + _BESIDE]
            group = others.get(match[1])
            if group and not any(word in beside for word in group.and_not):
                yield OTHER_KIND.at(cell.place, match[1], kind=_KINDS[group.kinds[0]].name, office=office.name)
                break
