"""Fields of Word: where each begins and ends, what it asks for, and what of it is a stored result.

A field has an instruction (``PAGEREF _Toc1 \\h``) and a result, which Word wrote when it worked the field out last. A
complex field is three marks among the runs, which may stand in three paragraphs; a simple one is an element.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from officefiles.opc import W
from officefiles.text import T

MARK, SIMPLE, CODE = W + "fldChar", W + "fldSimple", W + "instrText"
_KIND, INSTRUCTION, DIRTY = (W + name for name in ("fldCharType", "instr", "dirty"))
_WORD = re.compile(r'"([^"]*)"|(\S+)')


def words_of(instruction: str) -> list[str]:
    """The words of an instruction, without the quotation marks around them."""
    return [quoted or plain for quoted, plain in _WORD.findall(instruction)]


@dataclass(slots=True, eq=False)
class Field:
    """A field: its ``begin``, ``separate`` and ``end`` marks, as far as it has them, or one element for all three; its
    ``code``, and the elements that hold it; and the texts of its stored result."""

    begin: etree._Element
    separate: etree._Element | None = None
    end: etree._Element | None = None
    code: str = ""
    codes: list[etree._Element] = field(default_factory=list)
    result: list[etree._Element] = field(default_factory=list)

    @property
    def words(self) -> list[str]:
        """The words of its instruction."""
        return words_of(self.code)

    @property
    def kind(self) -> str:
        """The first word of its instruction, in capitals; empty where it has none."""
        return (self.words or [""])[0].upper()

    @property
    def text(self) -> str:
        """The text of its stored result."""
        return "".join(one.text or "" for one in self.result)


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of a part in the order in which they begin, and whether each that begins also ends."""

    found: tuple[Field, ...]
    whole: bool


def fields_in(root: etree._Element) -> Fields:
    """The fields below ``root``."""
    found: list[Field] = []
    standing: list[Field] = []
    whole = True
    for node in root.iter(MARK, SIMPLE, CODE, T):
        if node.tag == SIMPLE:
            result = list(node.iter(T))
            found.append(Field(node, node, node, node.get(INSTRUCTION, ""), [node], result))
        elif node.tag == CODE and standing:
            standing[-1].code += node.text or ""
            standing[-1].codes.append(node)
        elif node.tag == T:
            for one in standing:
                if one.separate is not None:
                    one.result.append(node)
        elif node.tag == MARK:
            whole &= _mark(node, found, standing)
    return Fields(tuple(found), whole and not standing)


def _mark(node: etree._Element, found: list[Field], standing: list[Field]) -> bool:
    """Take in one mark; False for one that belongs to no field."""
    kind = node.get(_KIND)
    if kind == "begin":
        standing.append(Field(node))
        found.append(standing[-1])
    elif not standing:
        return False
    elif kind == "separate":
        standing[-1].separate = node
    else:
        standing.pop().end = node
    return True
