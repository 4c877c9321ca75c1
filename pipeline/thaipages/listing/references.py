"""Fields of the finished document that need no pages: references (``REF``) repeat the words of their bookmarks, and
captions (``SEQ``) count up."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from officefiles.fields import DIRTY, Field, fields_in
from officefiles.opc import W
from officefiles.text import P, T, put_in_first
from officefiles.thai import thai_digits
from thaipages.drawing.facts import counting_of
from thaipages.layout.numbering import counted

_PLAIN = frozenset(("\\h", "\\*"))


def refer(root: etree._Element) -> None:
    """Let the references below ``root`` that ask for no more show what their bookmarks hold now, where that is within a
    paragraph; they are no longer for Word to work out."""
    marked: Mapping[str, str] | None = None
    for one in fields_in(root).found:
        if one.kind == "REF" and len(one.words) > 1 and one.result and _is_plain(one):
            marked = _texts(root) if marked is None else marked
            text = marked.get(one.words[1].casefold())
            if text is not None:
                put_in_first(one.result, text)
                one.begin.attrib.pop(DIRTY, "")


def _is_plain(one: Field) -> bool:
    return _PLAIN.issuperset(word.casefold() for word in one.words[2:] if word.startswith("\\"))


def _texts(root: etree._Element) -> dict[str, str]:
    """The text of each bookmark that begins and ends in one paragraph."""
    found: dict[str, str] = {}
    for paragraph in root.iter(P):
        standing: dict[str, tuple[str, list[str]]] = {}
        for node in paragraph.iter(W + "bookmarkStart", W + "bookmarkEnd", T):
            if node.tag == W + "bookmarkStart":
                standing[node.get(W + "id", "")] = node.get(W + "name", ""), []
            elif node.tag == T:
                for _, texts in standing.values():
                    texts.append(node.text or "")
            elif node.get(W + "id", "") in standing:
                name, texts = standing.pop(node.get(W + "id", ""))
                if texts:
                    found[name.casefold()] = "".join(texts)
    return found


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
            one.begin.set(DIRTY, "true")
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
    put_in_first(one.result, shown)
