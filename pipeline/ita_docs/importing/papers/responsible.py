"""Who is responsible, one a line, where a narrow column has broken the names."""

from __future__ import annotations

from collections.abc import Sequence

from ita_docs.framework.words.kinds import OfficeKinds
from ita_docs.framework.words.lists import Responsible
from ita_docs.importing.joining import join_lines
from ita_docs.importing.papers.items import BULLET

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


def responsible(found: Sequence[tuple[str, bool]], elsewhere: str) -> str:
    """The names one a line from lines and if each begins a paragraph: a line that begins no name goes on with the one
    before it, and so does one behind a slash or a comma."""
    first = _beginnings()
    lines: list[str] = []
    for typed, new in found:
        text = BULLET.sub("", typed)
        alone = lines and (lines[-1].endswith(("/", "และ", ",", "หรือ")) or text.startswith(("/", "และ")))
        if lines and (alone or not (text.startswith(first) or (new and not _short(text)))):
            lines[-1] = join_lines((lines[-1], text), elsewhere)
        else:
            lines.append(text)
    return "\n".join(lines)


def _short(text: str) -> bool:
    return len(text) < 4


def _beginnings() -> tuple[str, ...]:
    """How the names of those begin that may be responsible."""
    kinds = OfficeKinds.load()
    forms = (kinds.neutral, *(kind.form for kind in kinds.kinds))
    words = Responsible.load()
    units = {unit for form in forms for unit in (form.unit, *form.units)}
    return tuple({*_MORE, *words.first, *words.anywhere, *units})
