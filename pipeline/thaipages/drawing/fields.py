"""Fields of a paragraph whose results only the pages tell: page numbers and numbers of pages."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from officefiles.opc import W
from officefiles.text import put_text

_SIMPLE, _CODE, _MARK, _RUN, _LOOK = (W + name for name in ("fldSimple", "instrText", "fldChar", "r", "rPr"))


@dataclass(slots=True)
class Field:
    """A field: its last run, or the element that holds it all; its ``code``; and the runs that show its result."""

    last: etree._Element
    code: str = ""
    shown: list[etree._Element] = field(default_factory=list)
    after_code: bool = False


def with_results(paragraph: etree._Element, result: Callable[[str], str | None]) -> etree._Element:
    """A copy of ``paragraph`` in which each field shows its ``result``, or ``paragraph`` itself where nothing changes.

    ``result`` is given the code of a field (``PAGE \\* ThaiArabic``, ``PAGEREF name \\h``) and gives the text that is
    to be shown, or ``None`` where what is shown already is right. The copy is to be measured before it is drawn
    (``measure_paragraph``): its text has other widths.
    """
    if next(paragraph.iter(_SIMPLE, _MARK), None) is None:
        return paragraph
    changed = copy.deepcopy(paragraph)
    done = False
    for one in list(fields_of(changed)):
        text = result(one.code.strip())
        if text is not None:
            _show(one.shown or [_new_run(one)], text)
            done = True
    return changed if done else paragraph


def fields_of(paragraph: etree._Element) -> Iterator[Field]:
    """The fields of a paragraph, those inside another one first."""
    for simple in paragraph.iter(_SIMPLE):
        yield Field(simple, simple.get(W + "instr", ""), list(simple.iter(_RUN)))
    opened: list[Field] = []
    for run in paragraph.iter(_RUN):
        kinds = [mark.get(W + "fldCharType") for mark in run.iterchildren(_MARK)]
        if "begin" in kinds:
            opened.append(Field(run))
        if opened:
            opened[-1].code += "".join(code.text or "" for code in run.iterchildren(_CODE))
            for one in opened:
                if one.after_code and not kinds:
                    one.shown.append(run)
            opened[-1].after_code = opened[-1].after_code or "separate" in kinds
        if "end" in kinds and opened:
            opened[-1].last = run
            yield opened.pop()


def _new_run(one: Field) -> etree._Element:
    """A run for the result of a field that shows none yet: in it, or before its last run and in the same look."""
    if one.last.tag == _SIMPLE:
        return etree.SubElement(one.last, _RUN)
    run = etree.Element(_RUN)
    look = one.last.find(_LOOK)
    if look is not None:
        run.append(copy.deepcopy(look))
    one.last.addprevious(run)
    return run


def _show(runs: Sequence[etree._Element], text: str) -> None:
    """Let the first of ``runs`` show ``text``, and the others nothing."""
    for run in runs:
        for piece in [piece for piece in run if piece.tag != _LOOK]:
            run.remove(piece)
    put_text(etree.SubElement(runs[0], W + "t"), text)
