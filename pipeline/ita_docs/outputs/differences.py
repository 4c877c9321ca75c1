"""What a person changed in a finished document, in words: for the report, not for merging."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import islice
from pathlib import Path

from python_calamine import CalamineWorkbook

from ita_docs.thai import shortened
from officefiles import opc
from officefiles.limits import unpack
from officefiles.text import text_of_part
from thaipages.segment import word_ends

_BESIDE = ("header", "footer", "footnotes", "endnotes", "comments")
_MOST = 5
_LONGEST = 40
_MOST_LINES = 5_000
_MOST_WORDS = 2_000


def differences(name: str, edited: bytes, new: bytes) -> tuple[str, ...]:
    """The differences between a person's file and the new one as Thai phrases, each once, the first few and how many
    more. Nothing raises, whatever the person's file is."""
    after = _lines(name, new)
    if after is None:
        return ("เนื้อหาไฟล์ต่างกัน",)
    before = _lines(name, edited)
    if before is None:
        return ("เปิดอ่านไฟล์เพื่อเทียบไม่ได้ ไฟล์อาจเสียหาย ตั้งรหัสผ่านไว้ หรือยาวเกินไป",)
    found = Counter(_changes(before, after))
    if not found:
        return ("ข้อความเหมือนกัน ต่างกันที่รูปแบบ",)
    first = list(found)[:_MOST]
    rest = found.total() - sum(found[one] for one in first)
    said = (f"{one} ({found[one]} แห่ง)" if found[one] > 1 else one for one in first)
    return (*said, *([f"และอีก {rest} แห่ง"] if rest else ()))


def _lines(name: str, data: bytes) -> list[str] | None:
    """The paragraphs of a document or the cells of a workbook; ``None`` for any other file, a broken one, or one with
    more of them than can be compared in a moment."""
    reader = {".docx": _paragraphs, ".xlsx": _cells}.get(Path(name).suffix)
    try:
        found = list(islice(reader(data), _MOST_LINES + 1)) if reader else []
    except Exception:  # a person's file may be anything, and the documents of the office are not to wait for it
        return None
    return found if reader and len(found) <= _MOST_LINES else None


def _paragraphs(data: bytes) -> Iterator[str]:
    """Those of the text in their order, then those of headers, footers, notes and comments, whose parts may be named
    anew; there a line without a letter is a page number, which Word works out."""
    package = opc.read(data)
    yield from (line for line in _texts_of(package, package.main) if line.strip())
    others = (name for kind in _BESIDE for name in package.all_related(package.main, kind).values())
    lines = (line for name in others for line in _texts_of(package, name))
    yield from sorted(line for line in lines if any(sign.isalpha() for sign in line))


def _texts_of(package: opc.Package, part: str) -> list[str]:
    return text_of_part(package.parts[part]).split("\n")


def _cells(data: bytes) -> Iterator[str]:
    unpack(data)  # guards what opens the file next
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    for sheet in book.sheet_names:
        for number, row in enumerate(book.get_sheet_by_name(sheet).to_python(skip_empty_area=False), start=1):
            yield from (f"{sheet} แถว {number}: {value}" for value in row if value != "")


def _changes(edited: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    """Lines that stand in both are left aside; of those that differ, the words that do."""
    for kind, at, end, from_, to in SequenceMatcher(None, edited, new, autojunk=False).get_opcodes():
        if kind == "replace" and end - at == to - from_:
            for one, other in zip(edited[at:end], new[from_:to], strict=True):
                yield from _word_changes(one, other)
        elif kind != "equal":
            yield from (f"ฉบับแก้ไขมี «{_short(line)}»" for line in edited[at:end])
            yield from (f"ฉบับใหม่มี «{_short(line)}»" for line in new[from_:to])


def _word_changes(edited: str, new: str) -> Iterator[str]:
    before, after = _words(edited), _words(new)
    if max(len(before), len(after)) > _MOST_WORDS:
        before, after = [edited], [new]
    for kind, at, end, from_, to in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        one, other = _short("".join(before[at:end])), _short("".join(after[from_:to]))
        if kind == "replace":
            yield f"ฉบับแก้ไข «{one}» ฉบับใหม่ «{other}»"
        elif kind == "delete":
            yield f"ฉบับแก้ไขมี «{one}» เพิ่ม"
        elif kind == "insert":
            yield f"ฉบับแก้ไขไม่มี «{other}»"


def _words(text: str) -> list[str]:
    bounds = list(word_ends(text))
    return [text[start:end] for start, end in zip([0, *bounds], bounds, strict=False)]


def _short(text: str) -> str:
    return shortened(text, _LONGEST)
