"""Who is responsible, one a line, where a narrow column has broken the names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ita_docs.framework.words.kinds import OfficeKinds
from ita_docs.framework.words.lists import Responsible
from ita_docs.importing.blocks import OldParagraph
from ita_docs.importing.joining import join_lines
from ita_docs.importing.papers.items import BULLET
from thaipages.segment import ends_line

_MORE = (
    "ฝ่าย",
    "กอง",
    "สำนัก",
    "งาน",
    "กลุ่ม",
    "ส่วน",
    "แผนก",
    "ศูนย์",
    "ทุก",
    "คณะ",
    "หัวหน้า",
    "ผู้",
    "นาย",
    "นาง",
    "รอง",
    "ปลัด",
    "นัก",
    "เจ้า",
)


_ONLY_BEGINS = (
    *("ฝ่าย", "กอง", "สำนัก", "งาน", "กลุ่ม", "กลุ่มงาน", "ส่วน", "แผนก", "หน่วย", "ศูนย์"),
    *("สำนักงาน", "ทุก", "ผู้", "รอง", "นัก", "เจ้า", "หัวหน้า"),
)
"""What is no name by itself where a line ends behind it."""


def responsible(found: Sequence[tuple[str, bool]], elsewhere: str) -> str:
    """The names one a line from lines and if each begins a paragraph: a line that begins no name goes on with the one
    before it, and so does one behind a slash, a comma or a word that only begins names, or within a word."""
    first = _beginnings()
    lines: list[str] = []
    for typed, new in found:
        text = BULLET.sub("", typed)
        alone = lines and (lines[-1].endswith(("/", "และ", ",", "หรือ")) or text.startswith(("/", "และ")))
        alone = alone or (lines and not new and not ends_line(lines[-1] + text, len(lines[-1])))
        alone = alone or (lines and lines[-1].split(" ")[-1].removeprefix("และ") in _ONLY_BEGINS)
        if lines and (alone or not (new or text.startswith(first))):
            lines[-1] = join_lines((lines[-1], text), elsewhere)
        else:
            lines.append(text)
    return "\n".join(lines)


def with_names_apart(one: OldParagraph, elsewhere: str) -> OldParagraph:
    """A paragraph of a PDF with a line ended where a name begins: one that begins as the name before it does, which no
    name says twice, or two names that stand alone elsewhere."""
    first, alone, text, ends = _beginnings(), {*elsewhere.split("\n")}, "", (*one.starts, len(one.text))
    for start, end in pairwise((0, *ends)):
        piece = one.text[start:end]
        before = text.split("\n")[-1]
        begun = tuple(word for word in first if piece.startswith(word))
        known = before.strip() in alone and one.text[start:].strip() in alone
        apart = begun and before and (before.startswith(begun) or known) and ends_line(before + piece, len(before))
        text += f"\n{piece}" if apart else piece
    return replace(one, text=text, starts=())


def _beginnings() -> tuple[str, ...]:
    """How the names of those begin that may be responsible."""
    kinds = OfficeKinds.load()
    forms = (kinds.neutral, *(kind.form for kind in kinds.kinds))
    words = Responsible.load()
    units = {unit for form in forms for unit in (form.unit, *form.units)}
    return tuple({*_MORE, *words.first, *words.anywhere, *units})
