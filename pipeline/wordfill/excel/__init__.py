"""Excel templates: cells hold the same tags as Word's paragraphs, and ``{%tr for … %}`` in a row of its own repeats
rows.

A tag alone in its cell hands over a number or a date where the value is one, where the cell's format says so, or where
``known`` does; whatever else is text, and never a formula. Formats, formulas, merged cells, drop-downs, conditional
formats, tables, names, charts, pictures and the set-up of pages stay; references follow their rows. The workbook is
calculated when it is opened.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from officefiles import limits
from officefiles.opc import Package, PackageError
from wordfill.bounds import TooMuchError
from wordfill.engine import faults
from wordfill.excel.cells import TooLongError
from wordfill.excel.examine import kinds
from wordfill.excel.opening import opened
from wordfill.excel.places import PartError, SheetError, sheet_place
from wordfill.excel.sheets import TOO_LARGE
from wordfill.excel.template import compile_book
from wordfill.excel.values import FILTERS, DateReader
from wordfill.numbers import NumberWriter
from wordfill.sandbox import Sandbox

__all__ = ["Loaded", "load"]


class Loaded(NamedTuple):
    """An Excel template: what fills it, which gives the finished workbook of a context, and the sources of its sheets
    with their environment."""

    render: Callable[..., Package]
    environment: Sandbox
    sources: tuple[str, ...]


def load(data: bytes, known: Mapping[str, str], read_date: DateReader) -> Loaded:
    """The template ``data``. It and what fills it raise ``PlacedError``."""
    try:
        compiled = compile_book(opened(data), kinds(data, known) if known else {}, read_date)
    except PackageError as fault:
        raise faults.PlacedError(f": {fault}") from fault
    except PartError as fault:
        raise _told(fault) from fault
    except Exception as fault:  # a workbook may be wrong in ways of its own
        raise faults.PlacedError(f": {limits.BROKEN}") from fault

    def render(context: Mapping[str, object], *, check: bool, numbers: NumberWriter | None) -> Package:
        try:
            return compiled.render(context, check=check, numbers=numbers)
        except PartError as fault:
            raise _told(fault) from fault

    return Loaded(render, compiled.environment, compiled.sources)


def _told(fault: PartError) -> faults.PlacedError:
    where = f" ใน{sheet_place(fault.sheet, fault.cell)}" + (f" ตรง {fault.tag}" if fault.tag else "")
    return faults.PlacedError(f"{where}: {_sentence(fault)}", fault.tag)


def _sentence(fault: PartError) -> str:
    if isinstance(fault.cause, SheetError):
        return str(fault.cause)
    if isinstance(fault.cause, TooMuchError):
        return TOO_LARGE
    if isinstance(fault.cause, TooLongError):
        return "ข้อความหรือสูตรยาวเกินกว่าที่ช่องของ Excel รับได้ (ข้อความ 32,767 อักขระ สูตร 8,192 อักขระ)"
    return faults.sentence(fault.cause, fault.tag, FILTERS)
