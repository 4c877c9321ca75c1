"""Lists that run on within a line (``ประกอบด้วย ๑. … ๒. …``): put apart, a line for each of their items."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from ita_docs.framework.words.orders import OrderWords
from ita_docs.importing.order.kinds import has_role, is_made_of
from ita_docs.importing.order.labels import split_label
from ita_docs.importing.order.lines import PrintedLine

_NUMBER = r"[(\[]?[0-9๐-๙]{1,2}(?:(?:\.[0-9๐-๙]{1,2})+[.)\]]?|[.)\]])\s*[ก-ฮเ-ไA-Za-z]"
_DUTIES = re.compile(rf"(?:โดย)?(?:ให้)?มีหน้าที่|หน้าที่(?=\s*[:：]?\s*(?:$|{_NUMBER}))")
_MAY_BEGIN = re.compile(rf"\s+(?={_NUMBER}|{_DUTIES.pattern})")
_SPEAKS_OF = re.compile(r"(?:ข้อ|(?<!หน้า)ที่|มาตรา|และ|หรือ|ถึง|[-–])$")
"""Words before the number of an item that is only spoken of."""


def lists_apart(lines: Iterable[PrintedLine]) -> Iterator[PrintedLine]:
    """The lines; a list within one is a line for what leads to it, one for each item, and one for the duties behind
    the role of the last."""
    for line, after in pairwise((*lines, None)):
        if line:
            yield from (line,) if line.row else _apart(line, after)


def _apart(line: PrintedLine, after: PrintedLine | None) -> Iterator[PrintedLine]:
    part = replace(line, columns=())
    for column, text in enumerate(texts[0] for texts in line.columns):
        for place, piece in enumerate(_MAY_BEGIN.split(text)):
            if (column or place) and (begun := _begun(part, piece, after)):
                yield part
                part = begun
            elif place:
                *before, last = part.columns
                part = replace(part, columns=(*before, (f"{last[0]} {piece}",)))
            else:
                part = replace(part, columns=(*part.columns, (piece,)))
    yield part


def _begun(part: PrintedLine, piece: str, after: PrintedLine | None) -> PrintedLine | None:
    """The line that begins with a piece behind ``part``: the next item of its list, the first of one that it leads to,
    or the duties of the people whose list it ends, as the line ``after`` does not go on with."""
    label, rest = split_label(piece)
    if label and label.values and not _SPEAKS_OF.search(part.text):
        follows = part.label and label.follows(part.label)
        if follows or (label.first and _leads(part.text)):
            return replace(part, columns=((rest,),), label=label, new_page=False)
    going_on = part.label and after and after.label and after.label.follows(part.label)
    if part.label and not going_on and _DUTIES.match(piece) and has_role(part):
        return replace(part, columns=((piece,),), label=None, new_page=False)
    return None


def _leads(text: str) -> bool:
    words = OrderWords.load()
    return is_made_of(text) or bool(re.search(rf"(?:{words.any_of(words.duties)})[\s:：]*$", text))
