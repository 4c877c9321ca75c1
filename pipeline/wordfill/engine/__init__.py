"""The wall round docxtpl: a template in, documents out, and every fault of a template as one Thai sentence.

docxtpl's semantics are the contract: ``{{ name }}`` in the text; ``{%p %}``, ``{%tr %}`` and the like stand for the
whole paragraph or row that they are in; a new line in a value is a line break, a tab a tab, ``\\a`` a paragraph.
Unlike docxtpl's default, values are escaped, unknown names are faults, and templates run in a sandbox. A table left
without a row is left out, and a cell left without a paragraph gets one.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

import jinja2

from officefiles import archive, limits, opc
from officefiles.carrier import Carrier
from officefiles.lazy import lazy_import
from officefiles.opc import Package
from wordfill import bounds, conditions
from wordfill.engine import columns, docxtpl_adapter, faults, finish, patches, properties
from wordfill.engine.compiled import beside_docxtpl, compile_template, is_by_docxtpl, needs_docxtpl, turns_of
from wordfill.engine.drawing import Canvas, Drawing
from wordfill.engine.turns import TURNS, Turns
from wordfill.numbers import NUMBERS, NumberWriter
from wordfill.sandbox import PICTURES, Sandbox, environment

if TYPE_CHECKING:
    from wordfill import excel
else:  # few templates are workbooks
    excel = lazy_import("wordfill.excel")

_TOO_MANY_TAGS = f"มีแท็กเกิน {bounds.MOST_TAGS:,} แท็ก ใช้คำสั่งวนรอบแทนการพิมพ์แท็กซ้ำ หรือแบ่งเป็นหลายแม่แบบ"

Addition = Callable[[Package], None]
"""Adds to a package, once for a template, what all its documents have alike."""


class TemplateError(Exception):
    """A template cannot be used. The text is a Thai sentence that names the template and what is wrong where; ``tag``
    is the tag at fault, as it is written, where there is one."""

    def __init__(self, text: str, tag: str = "") -> None:
        super().__init__(text)
        self.tag = tag


@dataclass(frozen=True, slots=True, eq=False)
class CellReading:
    """How an Excel template reads texts: ``known`` maps names to the kinds of their values (``number`` and ``date``
    become such in a cell of their own), ``read_date`` reads a date in words."""

    known: Mapping[str, str] = field(default_factory=dict)
    read_date: Callable[[str], datetime.date | None] = lambda _: None


_AS_TEXT = CellReading()


@dataclass(frozen=True, slots=True)
class Template(Carrier):
    """A template, read and compiled once. ``name`` is its file name; ``report`` says in Thai why docxtpl renders it
    instead of the compiled form, and is empty where the compiled form does."""

    name: str
    report: tuple[str, ...]
    _sources: Mapping[str, str] = field(repr=False)
    _render: Callable[..., Package] = field(repr=False)
    _read: tuple[Sandbox, tuple[str, ...]] = field(repr=False)

    @staticmethod
    def load(
        path: Path,
        cache: Path | None = None,
        addition: Addition | None = None,
        cells: CellReading = _AS_TEXT,
    ) -> Template:
        """The template in this file; the same object as long as the file stays the same. Raises ``TemplateError``.

        What docxtpl makes of it is kept in the folder ``cache`` for the next run, where one is given. ``addition``
        adds to every document what is the same in all, such as a typeface; it is asked once. An Excel file
        makes workbooks; ``cells`` says how their texts are read.
        """
        try:
            status = path.stat()
            return _load(path, cache, addition, cells, status.st_mtime_ns, status.st_size)
        except OSError as fault:
            raise TemplateError(f"แม่แบบ {path.name}: เปิดไฟล์ไม่ได้ ({fault.strerror})") from fault

    def render(
        self, context: Mapping[str, object], *, check: bool = True, numbers: NumberWriter | None = None
    ) -> Package:
        """The finished document, its zip byte-identical for equal contexts. Raises ``TemplateError``.

        ``context["document"]``, where given, holds ``title``, ``subject`` and ``author`` for the document's properties.
        ``check`` parses every rendered part as a safety net. ``numbers`` writes the numbers that the template works
        out, as in Thai digits.
        """
        try:
            return self._render(context, check=check, numbers=numbers)
        except faults.PlacedError as fault:
            raise TemplateError(f"แม่แบบ {self.name}{fault}", fault.tag) from fault
        except Exception as fault:  # a template may do anything wrong; staff get a sentence
            sentence, tag = faults.describe(self._sources, context, fault)
            raise TemplateError(f"แม่แบบ {self.name} {sentence}", tag) from fault

    def printed(self, context: Mapping[str, object], *, lifted: bool = False) -> list[str]:
        """The texts that the template prints of ``context``, those too that its own conditions leave out where they are
        ``lifted``; none where that cannot be told."""
        values = {**context, PICTURES: faults.Unseen(), TURNS: Turns()}
        try:
            return conditions.printed(self.made(_followed, lifted), values)
        except Exception:  # a template without its conditions may do anything wrong
            return []


def _followed(template: Template, lifted: bool) -> tuple[jinja2.Template, ...]:
    environment, sources = template._read
    return conditions.compiled(environment, sources, lifted=lifted)


@lru_cache(maxsize=64)  # a run fills each template for every office; to read and compile one takes longer than to fill
def _load(
    path: Path, cache: Path | None, addition: Addition | None, cells: CellReading, _modified: int, _size: int
) -> Template:
    data = path.read_bytes()
    if opc.holds_sheets(data):
        return _workbook(path.name, data, cells)
    try:
        files = limits.unpack(data, limits.MAX_TEMPLATE_PART)
        if max((part.count(b"{{") + part.count(b"{%") for part in files.values()), default=0) > bounds.MOST_TAGS:
            raise TemplateError(f"แม่แบบ {path.name}: {_TOO_MANY_TAGS}")
        patched = patches.patched(data, cache)
    except limits.RefusedError as fault:
        raise TemplateError(f"แม่แบบ {path.name}: {fault}") from fault
    except faults.TornFieldError as fault:
        raise TemplateError(f"แม่แบบ {path.name} {fault}") from fault
    except TemplateError:
        raise
    except Exception as fault:  # docxtpl and python-docx raise many kinds for a broken file
        raise TemplateError(f"แม่แบบ {path.name}: {limits.BROKEN}") from fault
    plain = {properties.APP: properties.PLAIN_APP} if properties.APP in patched.files else {}
    patched = docxtpl_adapter.Patched({**patched.files, **plain}, patched.sources)
    try:
        compiled = compile_template(patched, addition)
    except Exception as fault:
        sentence, tag = faults.describe(patched.sources, None, fault)
        raise TemplateError(f"แม่แบบ {path.name} {sentence}", tag) from fault
    report = needs_docxtpl(patched)
    render: Callable[..., Package] = compiled.render
    if report:
        healed, beside = docxtpl_adapter.healed(patches.sound(data)), beside_docxtpl(patched)
        render = partial(_rendered_by_docxtpl, healed, patched, beside, addition)
    read = environment(), tuple(patched.sources.values())
    return Template(path.name, report, patched.sources, render, read)


def _workbook(name: str, data: bytes, cells: CellReading) -> Template:
    try:
        loaded = excel.load(data, cells.known, cells.read_date)
    except faults.PlacedError as fault:
        raise TemplateError(f"แม่แบบ {name}{fault}", fault.tag) from fault
    return Template(name, (), {}, loaded.render, (loaded.environment, loaded.sources))


def _rendered_by_docxtpl(
    data: bytes,
    patched: docxtpl_adapter.Patched,
    beside: Callable[[Mapping[str, object], Drawing], dict[str, bytes]],
    addition: Addition | None,
    context: Mapping[str, object],
    *,
    check: bool = True,
    numbers: NumberWriter | None = None,
) -> Package:
    drawing = Drawing(Canvas.of(Package(patched.files), patched.sources))
    counted = turns_of(patched)
    values = {**context, NUMBERS: numbers, **({TURNS: counted} if counted else {})}
    look = finish.check_well_formed if check else None
    files = archive.read(docxtpl_adapter.render(data, values, look, drawing, patched.sources))
    for name, source in patched.sources.items():
        if is_by_docxtpl(source):
            if finish.incomplete_signs(source):
                files[name] = finish.completed(files[name].decode("utf-8")).encode("utf-8")
            if finish.may_empty(source):
                files[name] = finish.filled(files[name])
            files[name] = columns.fitted(files[name])
    files |= beside(values, drawing)
    if counted and counted.lists and counted.added:
        files[counted.lists.member] = counted.lists.with_added(counted.added)
    if properties.APP in files and properties.APP not in patched.sources:
        files[properties.APP] = properties.PLAIN_APP
    package = Package(files, partial(archive.write, files))
    drawing.place(package)
    if addition:
        addition(package)
    return package
