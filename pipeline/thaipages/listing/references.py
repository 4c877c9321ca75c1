"""Fields of the finished document that need no pages: references (``REF``, ``STYLEREF``) repeat the words of their
bookmarks, the nearest words of a style or the number before them, and captions (``SEQ``) count up."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from officefiles.fields import DIRTY, Field, fields_in
from officefiles.opc import W
from officefiles.styles import value_of
from officefiles.text import P, T, put_in_first, text_of
from officefiles.thai import thai_digits
from thaipages.layout import Paragraph
from thaipages.layout.numbering import counted, counting_of
from thaipages.listing.headings import holder_of

Labels = Callable[[], Mapping[etree._Element, Paragraph]]
"""Gives the measured paragraphs, which know the numbers before them, by their elements."""

_PLAIN = frozenset(("\\h", "\\*"))
_NUMBERS = frozenset(("\\n", "\\r", "\\w"))
_WAY = re.compile(
    r"\\\*\s*+(?!(?:thai)?arabic\b|thailetter\b|roman\b|alphabetic\b|mergeformat\b|charformat\b)", re.IGNORECASE
)
"""A way of counting, or of writing, that is not known here."""
_OF_SEQUENCES = frozenset(("\\*", "\\h", "\\n", "\\c", "\\r", "\\s"))
_FIGURES = re.compile(r"\d+(?:[.\-/]\d+)*")


@dataclass(frozen=True, slots=True)
class Marked:
    """What a bookmark holds: its ``text``, ``None`` where it does not end in the paragraph that it begins in, its
    ``holder``."""

    text: str | None
    holder: etree._Element


def is_known(one: Field) -> bool:
    """True where it is known here what a ``REF``, ``STYLEREF`` or ``SEQ`` asks for."""
    switches = _switches(one)
    if one.kind == "SEQ":
        return switches <= _OF_SEQUENCES and not _WAY.search(one.code)
    return switches <= _PLAIN | _NUMBERS | ({"\\s"} if one.kind == "STYLEREF" else frozenset())


def refer(root: etree._Element, marked: Mapping[str, Marked], labels: Labels) -> None:
    """Let the references below ``root`` show what their bookmarks hold now, or the number of the paragraph there; they
    are no longer for Word to work out. Those that ask for more are."""
    for one in fields_in(root).found:
        target = marked.get(one.words[1].casefold()) if one.kind == "REF" and len(one.words) > 1 else None
        if target is None or not one.result:
            continue
        switches = _switches(one)
        if switches <= _PLAIN:
            if target.text != "":
                _say(one, target.text)
        elif switches <= _PLAIN | _NUMBERS:
            _say(one, _number(labels().get(target.holder), alone="\\n" in switches))
        else:
            _say(one, None)


def refer_to_styles(root: etree._Element, styles: Mapping[str, str], labels: Labels) -> None:
    """Let each ``STYLEREF`` below ``root`` show the nearest words in its style, those above it first, or their number.
    ``styles`` are the keys of styles by what fields may call them, in lower case."""
    fields = [one for one in fields_in(root).found if one.kind == "STYLEREF" and len(one.words) > 1 and one.result]
    paragraphs = list(root.iter(P)) if fields else []
    for one in fields:
        style = styles.get(one.words[1].casefold())
        holder = holder_of(one.begin)
        at = paragraphs.index(holder) if holder in paragraphs else 0
        nearest = (*paragraphs[at::-1], *paragraphs[at + 1 :])
        target = next((p for p in nearest if value_of(p, "pPr", "pStyle") == style), None)
        switches = _switches(one)
        if target is None:
            _say(one, None)
        elif switches <= _PLAIN:
            _say(one, text_of(target).strip())
        elif switches <= _PLAIN | _NUMBERS | {"\\s"}:
            number = _number(labels().get(target), alone="\\n" in switches)
            _say(one, _figures(number) if "\\s" in switches else number)
        else:
            _say(one, None)


def _say(one: Field, text: str | None) -> None:
    """Let a field say ``text``; without one it is left to Word."""
    if text is None:
        one.begin.set(DIRTY, "true")
    else:
        put_in_first(one.result, text)
        one.begin.attrib.pop(DIRTY, "")


def _switches(one: Field) -> frozenset[str]:
    return frozenset(word.casefold() for word in one.words[2:] if word.startswith("\\"))


def _number(paragraph: Paragraph | None, *, alone: bool) -> str | None:
    """The number before a paragraph, without the point behind it; ``None`` where it has none, or where its level says
    less than the levels above it and not the number ``alone`` is asked for."""
    if paragraph is None or paragraph.shape.level is None or paragraph.shape.level.counting == "bullet":
        return None
    is_whole = paragraph.shape.depth == 0 or "%1" in paragraph.shape.level.text
    label = paragraph.text[: paragraph.label].strip().rstrip(".")
    return label if label and (alone or is_whole) else None


def _figures(number: str | None) -> str | None:
    """The figures of a number that is said in words, as in ``บทที่ ๑``."""
    found = _FIGURES.search(number or "")
    return found[0] if found else None


def marked_in(root: etree._Element) -> dict[str, Marked]:
    """What the bookmarks below ``root`` hold, by their names in lower case."""
    found: dict[str, Marked] = {}
    for name, texts, holder in _bookmarks(root):
        found.setdefault(name.casefold(), Marked(texts, holder))
    return found


def _bookmarks(root: etree._Element) -> Iterator[tuple[str, str | None, etree._Element]]:
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
                yield name, "".join(texts), paragraph
        for name, _ in standing.values():
            yield name, None, paragraph


def count_sequences(root: etree._Element, levels: Mapping[str, int]) -> None:
    """Let the captions below ``root`` count up, each sequence by itself, and anew below headings where it asks for
    that; one that asks for what is not known here keeps what it shows, for Word to work out. ``levels`` are those of
    headings by the keys of their styles."""
    counts: dict[str, int] = {}
    above: dict[str, etree._Element | None] = {}
    for one in fields_in(root).found:
        words = one.words
        if one.kind != "SEQ" or len(words) < 2:
            continue
        name = words[1].casefold()
        switches = [word.casefold() for word in words[2:] if word.startswith("\\")]
        if (level := _word_behind("\\s", words)).isdigit():
            heading = _heading_above(one.begin, int(level), levels)
            if above.setdefault(name, heading) is not heading:
                above[name], counts[name] = heading, 0
        counts[name] = _next(counts.get(name, 0), words, switches)
        if not is_known(one):
            one.begin.set(DIRTY, "true")
        elif one.result and "\\h" not in switches:
            _show(one, counts[name])


def _heading_above(mark: etree._Element, level: int, levels: Mapping[str, int]) -> etree._Element | None:
    """The last heading of this level, or a higher one, before the field that begins with ``mark``."""
    found, holder = None, holder_of(mark)
    for one in mark.getroottree().getroot().iter(P):
        if one is holder:
            break
        if 0 < levels.get(value_of(one, "pPr", "pStyle"), 0) <= level:
            found = one
    return found


def _next(count: int, words: list[str], switches: list[str]) -> int:
    if "\\r" in switches:
        start = _word_behind("\\r", words)
        return int(start) if start.isdigit() else count + 1
    return count if "\\c" in switches else count + 1


def _word_behind(switch: str, words: list[str]) -> str:
    known = [word.casefold() for word in words]
    at = known.index(switch) + 1 if switch in known else len(words)
    return words[at] if at < len(words) else ""


def _show(one: Field, number: int) -> None:
    """Let the field show its number, in Thai digits where it did and does not say how."""
    was, counting = one.text.strip(), counting_of(one.code)
    text = counted(number, counting or "decimal")
    shown = thai_digits(text) if not counting and was and was == thai_digits(was) and was.isdigit() else text
    put_in_first(one.result, shown)
