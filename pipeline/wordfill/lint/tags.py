"""The tags of a template: found in the paragraphs' texts, also where their marks are not quite right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import islice

from officefiles.problems import Kind
from wordfill.bounds import MOST_TAGS
from wordfill.lint.characters import GAP, braces, plain
from wordfill.lint.finding import Finding, found
from wordfill.lint.reading import Paragraph

_OPEN = re.compile(r"\{" + GAP + r"[{%#]")
_MARK = re.compile(r"(?P<open>\{" + GAP + r"[{%#])|(?P<close>[}%#]" + GAP + r"\})")
_END_OF_COMMENT = re.compile("#" + GAP + r"\}")
_CLOSING = {"{": "}", "%": "%", "#": "#"}
_PREFIX = re.compile(r"(tr|tc|p|r)\s+(?=[\w\"'(])")
_LOOSE_PREFIX = re.compile(
    r"\s*-?(tr|tc|p|r)(?:-?\s+(?=\w)|(?=(?:for|if|elif|else|endif|endfor|set)\b))", re.IGNORECASE
)
_CODE = re.compile(r"[^\u0e00-\u0e7f\n{}]*")


TOO_MANY = Kind(
    "tags-too-many",
    "แม่แบบมีแท็กเกิน {most} แท็ก นับถึงแท็ก {found}",
    "ใช้คำสั่งวนรอบแทนการพิมพ์แท็กซ้ำ หรือแบ่งเป็นหลายแม่แบบ",
    "แม่แบบที่มีแท็กมากกว่าที่ตรวจและเติมได้",
)


class Ending(Enum):
    """How a tag ends: with its own two marks touching, or some way that does not work."""

    RIGHT = auto()
    WRONG = auto()
    NEXT_PARAGRAPH = auto()
    MISSING = auto()


@dataclass(frozen=True, slots=True, eq=False)
class Tag:
    """One tag. ``mark`` is ``{``, ``%`` or ``#``; ``prefix`` one of docxtpl's ``p``, ``tr``, ``tc``, ``r``, or empty.

    ``inner`` is what stands between the marks, ``code`` what is meant by it, without prefix and ``-`` signs.
    ``loose_prefix`` is true where the prefix is not written as docxtpl needs it: touching the mark, a space after it.
    """

    paragraph: Paragraph
    start: int
    end: int
    raw: str
    mark: str
    prefix: str
    inner: str
    code: str
    ending: Ending
    marks_apart: bool
    loose_prefix: bool

    @property
    def meant(self) -> str:
        """The tag as it is meant to be written."""
        return f"{{{self.mark}{self.prefix} {self.code} {_CLOSING[self.mark]}}}"

    def finding(self, kind: Kind, **values: str) -> Finding:
        """The finding of ``kind`` at this tag."""
        return found(kind, self.paragraph.spot.narrow(self.start, self.end), self.raw, **values)


def scan(paragraphs: Iterable[Paragraph]) -> tuple[Tag, ...]:
    """All tags of one part in their order; of too many the first."""
    tags: list[Tag] = []
    for paragraph in paragraphs:
        if len(tags) > MOST_TAGS:
            break
        if "{" in (text := braces(paragraph.text)) or "}" in text:
            position = 0
            if tags and (closing := _continued(tags[-1], paragraph)):
                rest = _tag(tags[-1].paragraph, (0, 0), tags[-1].mark, tags[-1].inner + text[: closing.start()])
                tags[-1] = replace(tags[-1], ending=Ending.NEXT_PARAGRAPH, inner=rest.inner, code=rest.code)
                position = closing.end()
            tags.extend(islice(_scan_text(paragraph, text, position), MOST_TAGS + 1))
    return tuple(tags)


def by_paragraph(
    paragraphs: Iterable[Paragraph], tags: Iterable[Tag]
) -> Iterator[tuple[Paragraph, Sequence[Tag], Sequence[Tag]]]:
    """Each paragraph with its own of the ``tags``, and with these and the one before them, which may end in it."""
    own: dict[Paragraph, list[Tag]] = {}
    for tag in tags:
        own.setdefault(tag.paragraph, []).append(tag)
    before: Sequence[Tag] = ()
    for paragraph in paragraphs:
        here = own.get(paragraph, [])
        yield paragraph, here, [*before[-1:], *here]
        before = here


def leftovers(paragraph: Paragraph, tags: Iterable[Tag]) -> str:
    """The paragraph's text with ``tags``, its own and the one before them, blanked out; as long as before."""
    text = braces(paragraph.text)
    left: list[str] = []
    position = 0
    for tag in tags:
        start, end = tag.start, tag.end
        if tag.paragraph is not paragraph:
            closing = _continued(tag, paragraph)
            start, end = 0, closing.end() if closing else 0
        left += (text[position:start], " " * (end - start))
        position = end
    return "".join((*left, text[position:]))


def _continued(tag: Tag, paragraph: Paragraph) -> re.Match[str] | None:
    """The closing mark of ``tag`` where it stands in this paragraph, the next one."""
    if tag.ending not in (Ending.MISSING, Ending.NEXT_PARAGRAPH):
        return None
    if paragraph.spot.index != tag.paragraph.spot.index + 1:
        return None
    first = _MARK.search(braces(paragraph.text))
    return first if first and first["close"] and first["close"][0] == _CLOSING[tag.mark] else None


def _scan_text(paragraph: Paragraph, text: str, position: int) -> Iterator[Tag]:
    while opening := _OPEN.search(text, position):
        mark = opening[0][-1]
        closing = _END_OF_COMMENT.search(text, opening.end()) if mark == "#" else _closing(text, opening.end())
        if closing is None:
            end = _supposed_end(text, opening.end())
            inner, ending = text[opening.end() : end].rstrip("}%# "), Ending.MISSING
        else:
            end, inner = closing.end(), text[opening.end() : closing.start()]
            ending = Ending.RIGHT if closing[0][0] == _CLOSING[mark] else Ending.WRONG
        apart = any(part and re.search(r"\s", part[0]) for part in (opening, closing))
        yield _tag(paragraph, (opening.start(), end), mark, inner, ending, apart)
        position = end


def _closing(text: str, position: int) -> re.Match[str] | None:
    """The next closing mark; ``None`` where another tag begins before it or there is none."""
    following = _MARK.search(text, position)
    if following is None or following["open"]:
        return None
    return following


def _supposed_end(text: str, position: int) -> int:
    """Where a tag without closing marks seems to end: at a lone brace, else before the next Thai words."""
    code = _CODE.match(text, position)
    end = code.end() if code else position
    if text[end : end + 1] == "}":
        return end + 1
    return position + len(text[position:end].rstrip())


def _tag(
    paragraph: Paragraph,
    place: tuple[int, int],
    mark: str,
    inner: str,
    ending: Ending = Ending.RIGHT,
    marks_apart: bool = False,
) -> Tag:
    start, end = place
    code = plain(inner)
    prefix = (_LOOSE_PREFIX if mark == "%" else _PREFIX).match(code)
    return Tag(
        paragraph=paragraph,
        start=start,
        end=end,
        raw=paragraph.text[start:end],
        mark=mark,
        prefix=prefix[1].lower() if prefix else "",
        inner=inner,
        code=_meant(code, prefix),
        ending=ending,
        marks_apart=marks_apart,
        loose_prefix=prefix is not None and not inner.startswith(f"{prefix[1].lower()} "),
    )


def _meant(code: str, prefix: re.Match[str] | None) -> str:
    """The code without its prefix and without the signs at the marks, which take white space away."""
    code = code[prefix.end() :] if prefix else code[1:] if code[:1] in ("-", "+") else code
    return (code[:-1] if code[-1:] in ("-", "+") else code).strip(" \t\n")
