"""The statements that a template may use, and what a misspelt one means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from officefiles.problems import Kind
from wordfill.lint.characters import wrong_keyboard
from wordfill.lint.finding import Finding
from wordfill.lint.tags import Tag

UNKNOWN = Kind(
    "statement-unknown",
    "ไม่รู้จักคำสั่งในแท็ก {found}",
    "ใช้ได้เฉพาะคำสั่ง if, elif, else, endif, for, endfor และ set{meant}",
    "คำสั่งที่สะกดผิดหรือไม่มีอยู่จริง",
)
UNSUPPORTED = Kind(
    "statement-unsupported",
    "แม่แบบใช้คำสั่งในแท็ก {found} ไม่ได้",
    "ใช้ได้เฉพาะคำสั่ง if, elif, else, endif, for, endfor และ set",
    "คำสั่งของ Jinja หรือ docxtpl ที่โปรแกรมนี้ไม่รองรับ เช่น include, import, extends",
)

MERGES = Kind(
    "statement-merge",
    "แม่แบบใช้คำสั่งผสานช่อง {found} ไม่ได้ เพราะข้อความของแถวหรือช่องอื่นที่ผสานจะหายไปจากเอกสาร",
    "{meant}",
    "คำสั่ง vm และ hm ของ docxtpl ซึ่งเก็บข้อความของรอบแรกเพียงรอบเดียว",
)

ENDS = {"endif": "if", "endfor": "for", "endset": "set", "endwith": "with", "endraw": "raw", "endmacro": "macro"}
"""Each closing statement and the one that it closes."""
MIDDLES = {"else": ("if", "for"), "elif": ("if",)}
"""Each statement in the middle of a block and those it may belong to."""
OPENERS = frozenset(ENDS.values())
WORDS = frozenset((*OPENERS, *ENDS, *MIDDLES)) - {"raw", "endraw", "macro", "endmacro", "with", "endwith"}
"""The words of statements that staff type, which no name should be."""
CELL_STATEMENTS = frozenset(("cellbg", "colspan"))
"""docxtpl's own statements, which change the cell that they stand in."""
_MERGES = {
    "vm": "ให้หนึ่งแถวเป็นหนึ่งกลุ่ม แล้ววนรอบย่อหน้าในช่องที่มีหลายข้อ คือ {%p for … %} … {%p endfor %} ในช่องเดียว",
    "hm": "ผสานช่องในแม่แบบด้วย Word (เค้าโครง > ผสานเซลล์) โดยไม่วนรอบช่องเหล่านั้น",
}
"""docxtpl's statements that merge cells, and what to do in place of each."""
_KNOWN = OPENERS | ENDS.keys() | MIDDLES.keys() | CELL_STATEMENTS | _MERGES.keys()
_FOREIGN = frozenset(("autoescape", "block", "break", "call", "continue", "do", "extends", "filter", "from", "import"))
_FOREIGN |= frozenset(("include", "trans", "endautoescape", "endblock", "endcall", "endfilter", "endtrans"))
_FOREIGN |= frozenset(("macro", "endmacro", "raw", "endraw", "debug"))
_COMMON = {"elseif": "elif", "elsif": "elif", "foreach": "for", "endforeach": "endfor", "end": "endif"}
_NAME = re.compile(r"[A-Za-z_]\w*(?:\.\w+|\[[^\]]*\])*")
_SPLIT = re.compile(r"(end|else)\s+(if|for|set|with)\b")


def keyword(tag: Tag) -> str:
    """The statement that ``tag`` is meant to be, also where it is misspelt; empty for other tags and unknown words."""
    if tag.mark != "%":
        return ""
    word = first_word(tag.code)
    exact = (word in _KNOWN or word in _FOREIGN) and not _SPLIT.match(tag.code)
    return word if exact else _meant(tag.code)


def check(tags: Sequence[Tag]) -> Iterator[Finding]:
    """The statements that are misspelt, unknown or not for templates."""
    begun: set[str] = set()
    for tag in tags:
        if tag.mark != "%" or not tag.code:
            continue
        word = first_word(tag.code)
        if word in _FOREIGN:
            if word.removeprefix("end") not in begun or not word.startswith("end"):
                yield tag.finding(UNSUPPORTED)
            begun.add(word)
        elif word in _MERGES:
            yield tag.finding(MERGES, meant=_MERGES[word])
        elif word not in _KNOWN or _SPLIT.match(tag.code):
            meant = _meant(tag.code) or (f"{{{{ {tag.code} }}}}" if _NAME.fullmatch(tag.code) else "")
            yield tag.finding(UNKNOWN, meant=f" หมายถึง {meant} หรือไม่" if meant else "")


def argument(tag: Tag) -> str:
    """What follows the statement's word."""
    split = _SPLIT.match(tag.code)
    return tag.code[split.end() if split else len(first_word(tag.code)) :].strip()


def first_word(code: str) -> str:
    """The word that a tag begins with."""
    return re.split(r"[\s(|=]", code, maxsplit=1)[0]


def _meant(code: str) -> str:
    if split := _SPLIT.match(code):
        return {"elseif": "elif"}.get(split[1] + split[2], split[1] + split[2])
    word = first_word(wrong_keyboard(first_word(code))).lower()
    if word in _KNOWN or word in _COMMON:
        return _COMMON.get(word, word)
    nearness = 0.5 if len(word) < 4 else 0.6
    best = process.extractOne(word, sorted(_KNOWN), scorer=OSA.normalized_similarity, score_cutoff=nearness)
    return best[0] if best else ""
