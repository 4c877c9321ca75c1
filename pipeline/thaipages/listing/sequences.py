"""Numbers of captions (``SEQ``), counted through the finished document."""

from __future__ import annotations

from lxml import etree

from officefiles.fields import Field, fields_in
from officefiles.opc import W
from officefiles.text import put_text
from officefiles.thai import thai_digits
from thaipages.drawing.facts import counting_of
from thaipages.layout.numbering import counted

_DIRTY = W + "dirty"
_KNOWN = frozenset(("\\*", "\\h", "\\n", "\\c", "\\r"))


def count_sequences(root: etree._Element) -> None:
    """Let the captions below ``root`` count up, each sequence by itself; one that asks for what is not known here keeps
    what it shows, for Word to work out."""
    counts: dict[str, int] = {}
    for one in fields_in(root).found:
        words = one.words
        if one.kind != "SEQ" or len(words) < 2:
            continue
        name = words[1].casefold()
        switches = [word.casefold() for word in words[2:] if word.startswith("\\")]
        counts[name] = _next(counts.get(name, 0), words, switches)
        if not _KNOWN.issuperset(switches):
            one.begin.set(_DIRTY, "true")
        elif one.result and "\\h" not in switches:
            _show(one, counts[name])


def _next(count: int, words: list[str], switches: list[str]) -> int:
    if "\\r" in switches:
        at = [word.casefold() for word in words].index("\\r") + 1
        return int(words[at]) if at < len(words) and words[at].isdigit() else count + 1
    return count if "\\c" in switches else count + 1


def _show(one: Field, number: int) -> None:
    """Let the field show its number, in Thai digits where it did and does not say how."""
    was, counting = one.text.strip(), counting_of(one.code)
    text = counted(number, counting or "decimal")
    shown = thai_digits(text) if not counting and was and was == thai_digits(was) and was.isdigit() else text
    put_text(one.result[0], shown)
    for rest in one.result[1:]:
        rest.text = ""
