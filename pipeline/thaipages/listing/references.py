"""References (``REF``) that repeat the words of a bookmark."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from officefiles.fields import Field, fields_in
from officefiles.opc import W
from officefiles.text import P, T, put_text

_DIRTY = W + "dirty"
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
                put_text(one.result[0], text)
                for rest in one.result[1:]:
                    rest.text = ""
                one.begin.attrib.pop(_DIRTY, "")


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
