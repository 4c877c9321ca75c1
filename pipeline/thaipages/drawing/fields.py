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
class _Field:
    """A field: its code, the runs of its stored result, and its last run."""

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
    for code, runs in list(_fields(changed)):
        text = result(code.strip())
        if text is not None and runs:
            _show(runs, text)
            done = True
    return changed if done else paragraph


def _fields(paragraph: etree._Element) -> Iterator[tuple[str, Sequence[etree._Element]]]:
    """The code of each field and the runs that show its result, or where they are to stand."""
    for simple in paragraph.iter(_SIMPLE):
        if next(simple.iter(_RUN), None) is None:
            etree.SubElement(simple, _RUN)
        yield simple.get(W + "instr", ""), list(simple.iter(_RUN))
    opened: list[_Field] = []
    for run in paragraph.iter(_RUN):
        kinds = [mark.get(W + "fldCharType") for mark in run.iterchildren(_MARK)]
        if "begin" in kinds:
            opened.append(_Field())
        if opened:
            one = opened[-1]
            if one.after_code and not kinds:
                one.shown.append(run)
            one.code += "".join(code.text or "" for code in run.iterchildren(_CODE))
            one.after_code = one.after_code or "separate" in kinds
        if "end" in kinds and opened:
            one = opened.pop()
            yield one.code, one.shown or [_run_before(run)]


def _run_before(end: etree._Element) -> etree._Element:
    """A run before the ``end`` of a field that has no result yet, in the same look."""
    run = etree.Element(_RUN)
    look = end.find(_LOOK)
    if look is not None:
        run.append(copy.deepcopy(look))
    end.addprevious(run)
    return run


def _show(runs: Sequence[etree._Element], text: str) -> None:
    """Let the first of ``runs`` show ``text``, and the others nothing."""
    for run in runs:
        for piece in [piece for piece in run if piece.tag != _LOOK]:
            run.remove(piece)
    put_text(etree.SubElement(runs[0], W + "t"), text)
