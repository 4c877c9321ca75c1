"""One stretch of text outside of runs: where it stands, and how a tag in it is printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from html import escape

from lxml import etree

from wordfill import addresses
from wordfill.marks import TAG
from wordfill.sandbox import ADDRESS, ARGUMENT, LINE, LINES, LINK, PART, START

MARKED = re.compile(r"\{[{%#]|[}%#]\}")
"""A mark of a tag."""
"""A whole tag."""
_QUOTES = str.maketrans("“”‘’", "\"\"''")
_QUOTED = re.compile(r'"([^"]*)"')
_ADDRESS_ARGUMENT = re.compile(r'(\s*HYPERLINK\s+)("?)([^"\s\\][^"]*?|)("|(?=\s*$|\s+\\))', re.IGNORECASE | re.DOTALL)
_STOOD = "\ue000{}\ue001"
_STANDS = re.compile("\ue000(\\d+)\ue001")


class Use(Enum):
    """What a slot is for: text on one line or on lines, an address behind a relationship, the instruction of a field;
    or nothing that can be filled."""

    LINE = LINE
    LINES = LINES
    LINK = LINK
    FIELD = ADDRESS
    NOTHING = ""


@dataclass(frozen=True, slots=True, eq=False)
class Slot:
    """A stretch of text: that of ``nodes`` joined, or of the attribute ``name`` of the one node. ``place`` is its name
    in Thai. ``key`` is the relationship of an address."""

    place: str
    use: Use
    nodes: tuple[etree._Element, ...]
    name: str = ""
    key: str = ""
    address: str = ""

    @property
    def text(self) -> str:
        """The text, an address with its tags as they were typed."""
        if self.address:
            return addresses.decoded(self.address)
        if self.name:
            return self.nodes[0].get(self.name, "")
        text = "".join(node.text or "" for node in self.nodes)
        return addresses.decoded(text) if self.use is Use.FIELD else text

    @property
    def marked(self) -> bool:
        """True where a mark of a tag stands in it."""
        return bool(MARKED.search(self.text))

    def heal(self) -> None:
        """Make each of its tags one that the engine renders, in one node."""
        if self.use is Use.LINK:
            self.nodes[0].set(self.name, f"{{% filter {LINK} %}}{address(self.text)}{{% endfilter %}}")
        elif self.use is Use.FIELD:
            self._put([_instruction(self.text), *[""] * (len(self.nodes) - 1)])
        elif self.name:
            self.nodes[0].set(self.name, _with_filter(self.text, self.use.value))
        else:
            self._put([_with_filter(text, self.use.value) for text in joined([n.text or "" for n in self.nodes])])

    def _put(self, texts: Sequence[str]) -> None:
        for node, text in zip(self.nodes, texts, strict=True):
            if node.text != text:
                node.text = text or None
                if text != text.strip() and not node.tag.startswith("{http://schemas.openxmlformats.org/drawingml"):
                    node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def joined(texts: Sequence[str]) -> list[str]:
    """``texts``, those of neighbours, with each tag that runs over several of them in the first."""
    whole, at = "".join(texts), 0
    owners = [number for number, text in enumerate(texts) for _ in text]
    pieces: list[list[str]] = [[] for _ in texts]
    for tag in TAG.finditer(whole):
        for place in range(at, tag.start()):
            pieces[owners[place]].append(whole[place])
        pieces[owners[tag.start()]].append(tag[0])
        at = tag.end()
    for place in range(at, len(whole)):
        pieces[owners[place]].append(whole[place])
    return ["".join(piece) for piece in pieces]


def source(text: str) -> str:
    """The Jinja source of ``text``, which may hold tags, as XML has it between two tags of its own."""
    done: list[str] = []
    at = 0
    for tag in TAG.finditer(text):
        done += (escape(text[at : tag.start()], quote=False), _filtered(tag[0], LINES))
        at = tag.end()
    return "".join((*done, escape(text[at:], quote=False)))


def address(text: str) -> str:
    """The Jinja source of an address: each value in it as a part of it, or as its start where nothing stands before."""
    done: list[str] = []
    at, started = 0, False
    for tag in TAG.finditer(text):
        between = text[at : tag.start()]
        started = started or bool(between.strip())
        done += (between, _filtered(tag[0], PART if started else START))
        at = tag.end()
    return "".join((*done, text[at:])).strip()


def _instruction(text: str) -> str:
    """The Jinja source of a field's instruction: the address of a HYPERLINK is one, every other value an argument."""
    tags: list[str] = []

    def stand(tag: re.Match[str]) -> str:
        tags.append(tag[0])
        return _STOOD.format(len(tags) - 1)

    def back(stood: str) -> str:
        return _STANDS.sub(lambda found: tags[int(found[1])], stood)

    plain = TAG.sub(stand, text)
    found = _ADDRESS_ARGUMENT.match(plain)
    if found and _STANDS.search(found[3]):
        filled = f'"{{% filter {ADDRESS} %}}{address(back(found[3]))}{{% endfilter %}}"'
        return f"{found[1]}{filled}{_with_filter(back(plain[found.end() :]), ARGUMENT)}"
    return _with_filter(back(plain), ARGUMENT)


def _with_filter(text: str, name: str) -> str:
    return TAG.sub(lambda tag: _filtered(tag[0], name), text)


def _filtered(tag: str, name: str) -> str:
    """``tag`` so that what it prints goes through the filter ``name``; a command stays, a comment goes."""
    inner = tag[2:-2].translate(_QUOTES).strip("-+")
    code = inner.strip()
    if tag.startswith("{#"):
        return ""
    if tag.startswith("{%"):
        return f"{{% {_single(code)} %}}"
    before, _, after = inner.partition(code)
    return f"{{{{{before}({_single(code)})|{name}{after}}}}}"


def _single(code: str) -> str:
    """``code`` with single quotation marks, as double ones may be those of an attribute."""
    return _QUOTED.sub(lambda text: "'" + text[1].replace("'", "\\'") + "'", code)
