"""What stands twice in a Word file: the text of a content control and the data behind it, the result of a field and
the property or variable that it shows.

Word shows the data, other programs the text, so a template's tag must stand in both. Where one half has a tag, both
get its text, the data's before the control's; a control whose data cannot say what it shows is no longer bound.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from officefiles.fields import Field, fields_in
from officefiles.namespaces import W15
from officefiles.opc import Package, W
from officefiles.text import T, put_in_first
from officefiles.xml import remove
from wordfill.marks import TAG
from wordfill.slots.slot import MARKED
from wordfill.slots.stores import Stores

_BINDINGS = (W + "dataBinding", W15 + "dataBinding")
_UNLIKE = tuple(W + name for name in ("date", "dropDownList", "comboBox", "picture", "docPartList", "docPartObj"))
"""Kinds of content controls whose data is not the text that they show: a date, a value behind a word."""
_BOUND_BY_LOOPS = re.compile(r"\{%-?\w*\s+(?:for|set)\s+([\w\s,]+?)\s*(?:\bin\b|=)")
_BLOCK = re.compile(r"\{%-?(?:p|tr|tc|r)?\s+(?:for|set)\b|\{%(?:p|tr|tc|r)\s")
_ROOT_NAMES = re.compile(r"(?<![\w.\"'])[A-Za-z_]\w*")
_FIELD = re.compile(
    r"\s*(DOCPROPERTY|DOCVARIABLE|TITLE|SUBJECT|AUTHOR|KEYWORDS|COMMENTS)\b\s*(?:\"([^\"]*)\"|(\S+))?", re.I
)
_SHOWING = W + "showingPlcHdr"


@dataclass(slots=True)
class Agreement:
    """What both halves say now: the parts of the document's text that changed (``texts``), the ``trees`` of the data
    that changed, the ``properties`` of the file that its text shows, by their names, and the places that said two
    things (``differing``), each with what the text and what the data said, and what is meant."""

    texts: set[str] = field(default_factory=set)
    trees: dict[str, etree._Element] = field(default_factory=dict)
    properties: dict[str, str] = field(default_factory=dict)
    differing: list[tuple[etree._Element, str, str, str]] = field(default_factory=list)


def agreed(package: Package, text_parts: Mapping[str, etree._Element]) -> Agreement:
    """Let both halves in ``package`` say the same: ``text_parts``, the trees of the parts with the document's text, are
    changed, and so are those of the data, which the answer holds where they changed."""
    stores = Stores(package)
    answer = Agreement()
    for member, root in text_parts.items():
        local = _bound_names(root)
        changes = [_agree_control(control, stores, local, answer) for control in list(root.iter(W + "sdt"))]
        fields = (one for one in fields_in(root).found if one.end is not None)
        changes += [_agree_field(one, stores, local, answer) for one in fields]
        if any(changes):
            answer.texts.add(member)
    answer.trees = stores.changed
    answer.properties = stores.shown
    return answer


def _bound_names(root: etree._Element) -> frozenset[str]:
    """The names that loops of the part bind: no data behind a control knows them."""
    text = "".join(node.text or "" for node in root.iter(T))
    return frozenset(name for found in _BOUND_BY_LOOPS.finditer(text) for name in re.findall(r"\w+", found[1]))


def _agree_control(control: etree._Element, stores: Stores, local: frozenset[str], answer: Agreement) -> bool:
    """Let a content control and its data say the same; true where the control changed."""
    properties, content = control.find(W + "sdtPr"), control.find(W + "sdtContent")
    if properties is None or content is None:
        return False
    nodes = list(content.iter(T))
    shown = "".join(node.text or "" for node in nodes)
    changed = _forget_date(properties, shown)
    binding = next((one for one in properties if one.tag in _BINDINGS), None)
    if binding is None:
        return changed
    known = stores.find(binding)
    said = stores.text(known) if known else ""
    if not (MARKED.search(shown) or MARKED.search(said)):
        if known and not _is_placeholder(properties):
            stores.show(known, said or shown)
        return changed
    meant = said if MARKED.search(said) else shown
    if known is None or _is_unlike(properties, content, shown, said) or local & _names(shown + said):
        properties.remove(binding)
        if known and MARKED.search(said):
            stores.put(known, "")
        return True
    if said and shown != said and not (_is_placeholder(properties) and not MARKED.search(shown)):
        answer.differing.append((control, shown, said, meant))
    stores.put(known, meant)
    stores.show(known, meant)
    return _show(properties, content, nodes, meant) if shown != meant else changed


def _is_unlike(properties: etree._Element, content: etree._Element, shown: str, said: str) -> bool:
    """True where the data of a control cannot be the text that it shows: a date, several paragraphs, what a loop
    repeats, text with its looks."""
    if any(properties.find(one) is not None for one in _UNLIKE) or said.lstrip().startswith("<"):
        return True
    return len(list(content.iter(W + "p"))) > 1 or bool(_BLOCK.search(shown))


def _forget_date(properties: etree._Element, shown: str) -> bool:
    """A date control with a tag keeps no date of the template."""
    date = properties.find(W + "date")
    return date is not None and bool(MARKED.search(shown)) and date.attrib.pop(W + "fullDate", "") != ""


def _is_placeholder(properties: etree._Element) -> bool:
    return properties.find(_SHOWING) is not None


def _show(properties: etree._Element, content: etree._Element, nodes: list[etree._Element], meant: str) -> bool:
    """Let the control show ``meant``, in the look of its first words, as text and no longer as a placeholder."""
    placeholder = properties.find(_SHOWING)
    if placeholder is not None:
        properties.remove(placeholder)
        for style in list(content.iter(W + "rStyle")):
            remove(style)
    if not nodes:
        paragraph = next(content.iter(W + "p"), content)
        nodes = [etree.SubElement(etree.SubElement(paragraph, W + "r"), T)]
    put_in_first(nodes, meant)
    return True


def _names(text: str) -> frozenset[str]:
    return frozenset(name for tag in TAG.finditer(text) for name in _ROOT_NAMES.findall(tag[0]))


def _agree_field(one: Field, stores: Stores, local: frozenset[str], answer: Agreement) -> bool:
    """Let the stored result of a field and what it shows say the same; true where the result changed."""
    found, nodes = _FIELD.match(one.code), one.result
    known = stores.named(found[1].upper(), found[2] or found[3] or "") if found else None
    if known is None or not nodes:
        return False
    shown, said = one.text, stores.text(known)
    if not (MARKED.search(shown) or MARKED.search(said)):
        stores.show(known, said or shown)
        return False
    if local & _names(shown) or _BLOCK.search(shown) or MARKED.search(TAG.sub("", shown)):  # half a tag: it is torn
        return False
    meant = said if MARKED.search(said) else shown
    if shown != said and said:
        answer.differing.append((nodes[0], shown, said, meant))
    stores.put(known, meant)
    stores.show(known, meant)
    if shown != meant:
        put_in_first(nodes, meant)
    return shown != meant
