"""A template made ready once, so that a document costs little more than writing its bytes.

What belongs to the template is done once: docxtpl heals and patches it, Jinja compiles it, and every file of the
package without a tag is deflated. Per document each tagged part is rendered to text, deflated, and put behind the
constant beginning.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

import jinja2

from officefiles import archive, opc
from officefiles.archive import Archive, Member
from officefiles.lazy import lazy_import
from officefiles.limits import MAX_UNPACKED
from officefiles.opc import Package
from wordfill.bounds import TooMuchError
from wordfill.engine import columns, finish, properties, shape
from wordfill.engine.books import BETWEEN, Book, books_of, source_of
from wordfill.engine.columns import MARK
from wordfill.engine.docxtpl_adapter import Patched
from wordfill.engine.drawing import Canvas, Drawing, renumbered
from wordfill.engine.turns import TURNS, Turns
from wordfill.marks import LITERALS
from wordfill.numbers import NUMBERS, NumberWriter
from wordfill.sandbox import LINK, PICTURES, environment

if TYPE_CHECKING:
    from wordfill.engine import list_numbers
else:  # few templates have lists that begin anew
    list_numbers = lazy_import("wordfill.engine.list_numbers")

_DRAWS = re.compile(rf"{{[{{%][^}}]*\bfit\s*\(|{{% filter {LINK} %}}")
_TEXT_ROOTS = tuple(f"<w:{root}" for root in ("body", "hdr", "ftr", "footnotes", "endnotes"))
_TAGS = ("{{", "{%", "{#", *LITERALS)


@dataclass(frozen=True, slots=True)
class _Part:
    """One tagged part: its compiled text, and what stands round it in the file."""

    name: str
    template: jinja2.Template
    before: bytes
    after: bytes
    is_text: bool
    is_body: bool
    has_drawings: bool
    incomplete_signs: tuple[str, ...]
    may_empty: bool

    def rendered(self, context: Mapping[str, object], drawing: Drawing) -> bytes:
        """The whole part in UTF-8."""
        drawing.part = self.name
        xml = self.template.render(context)
        if not self.is_text:
            return self.before + xml.encode("utf-8")
        if self.is_body and (self.has_drawings or drawing.count):
            xml = renumbered(xml)
        if any(sign in xml for sign in self.incomplete_signs):
            xml = finish.completed(xml)
        data = xml.encode("utf-8")
        if finish.has_breaks(data):
            data = finish.with_breaks(xml).encode("utf-8")
        whole = b"".join((self.before, data, self.after))
        if self.may_empty:
            whole = finish.filled(whole)
        return columns.fitted(whole) if MARK in xml else whole


@dataclass(frozen=True, slots=True)
class Compiled:
    """A template that renders without docxtpl. ``_constant`` has what is the same in all documents, and so does the
    ``_beginning`` of the zip, which is copied as it is."""

    _constant: Package = field(repr=False)
    _beginning: Archive = field(repr=False)
    _parts: tuple[_Part, ...] = field(repr=False)
    _canvas: Canvas = field(repr=False)
    _unpainted: tuple[Member, ...] = field(repr=False)
    _books: tuple[Book, ...] = field(repr=False)
    _turns: Turns | None = field(repr=False)

    def render(
        self, context: Mapping[str, object], *, check: bool = True, numbers: NumberWriter | None = None
    ) -> Package:
        """The finished document; ``check`` parses every rendered part as a safety net, ``numbers`` writes those
        that a reader reads.

        Raises what Jinja raises, ``TooMuchError`` and ``finish.BrokenDocumentError``.
        """
        drawing = Drawing(self._canvas)
        values = {**context, PICTURES: drawing, NUMBERS: numbers}
        rendered: list[tuple[str, opc.Part]] = []
        package, size = self._constant.copy(), 0
        if self._turns is not None:
            values[TURNS] = turns = Turns(self._turns.lists)
        for part in self._parts:
            data = part.rendered(values, drawing)
            if (size := size + len(data)) > MAX_UNPACKED:
                raise TooMuchError("too many parts")
            if check:
                finish.check_well_formed(data)
            package.put(part.name, data)
            rendered.append((part.name, package.parts[part.name]))
        for book in self._books:
            package.put(book.name, book.rendered(values))
            rendered.append((book.name, package.parts[book.name]))
        drawing.place(package)
        if self._turns is not None and turns.lists is not None:
            if turns.added:
                package.put(turns.lists.member, turns.lists.with_added(turns.added))
            rendered.append((turns.lists.member, package.parts[turns.lists.member]))
        package.zipped = partial(self._zipped, rendered, drawing)
        return package

    def _zipped(self, rendered: Sequence[tuple[str, opc.Part]], drawing: Drawing) -> bytes:
        drawn = drawing.members() if drawing.count or drawing.links else self._unpainted
        return self._beginning.closed((*(part.member(name) for name, part in rendered), *drawn))


def compile_template(patched: Patched, addition: Callable[[Package], None] | None) -> Compiled:
    """The compiled form of a template that ``needs_docxtpl`` finds no reason against; ``addition`` adds to what
    is the same in all its documents. Raises what Jinja raises."""
    package = Package(patched.files)
    if addition:
        addition(package)
        package.settle()
    books = books_of(patched.sources, patched.files)
    sources = {name: _added_to(package, name, source) for name, source in patched.sources.items()}
    parts = {name: _part(name, source, patched.files[name]) for name, source in sources.items() if BETWEEN not in name}
    tagged = {name: source for name, source in sources.items() if name in parts and _has_tags(source)}
    canvas = Canvas.of(package, [name for name, source in tagged.items() if _DRAWS.search(source)])
    if canvas.links:
        _ = package.types, package.relationships  # worked out once, for all documents that draw pictures
    for name, part in parts.items():
        if name in tagged:
            del package.parts[name]
        else:
            package.put(name, part.rendered({}, Drawing(canvas)))
    for book in books:
        del package.parts[book.name]
    files = package.ties | package.parts
    names = dict.fromkeys((*patched.files, *files))
    turns = turns_of(patched)
    varying = turns.lists.member if turns and turns.lists else ""
    constant = {name: files[name].member(name) for name in names if name in files and name != varying}
    return Compiled(
        package,
        Archive().followed_by(member for name, member in constant.items() if not canvas.covers(name)),
        tuple(parts[name] for name in tagged),
        canvas,
        tuple(member for name, member in constant.items() if canvas.covers(name)),
        books,
        turns,
    )


def beside_docxtpl(patched: Patched) -> Callable[[Mapping[str, object], Drawing], dict[str, bytes]]:
    """What fills the parts that docxtpl leaves as they are: a function that gives their files. Raises what Jinja
    raises."""
    names = [name for name, one in patched.sources.items() if BETWEEN not in name and not is_by_docxtpl(one)]
    parts = [_part(name, patched.sources[name], patched.files[name]) for name in names]
    books = books_of(patched.sources, patched.files)

    def filled(context: Mapping[str, object], drawing: Drawing) -> dict[str, bytes]:
        values = {**context, PICTURES: drawing}
        files = {part.name: part.rendered(values, drawing) for part in parts}
        return files | {book.name: book.rendered(values) for book in books}

    return filled


def is_by_docxtpl(source: str) -> bool:
    """True for a part that docxtpl renders by itself."""
    return _is_text(source) and not source.startswith("<w:endnotes")


def turns_of(patched: Patched) -> Turns | None:
    """What the turns of loops are counted with, and lists begin anew from; ``None`` where no source asks for it."""
    if not any(f"{TURNS}[" in source for source in patched.sources.values()):
        return None
    begins_anew = any("['list'," in source for source in patched.sources.values())
    return Turns(list_numbers.Lists.of(Package(patched.files)) if begins_anew else None)


def needs_docxtpl(patched: Patched) -> tuple[str, ...]:
    """Why the template must be left to docxtpl, in Thai; empty where it need not."""
    word = (source for name, source in patched.sources.items() if _is_text(source))
    return tuple(dict.fromkeys(reason for source in word for reason in shape.needs_docxtpl(source)))


def _part(name: str, source: str, whole: bytes) -> _Part:
    """The part ``name``, of which ``whole`` is the file before rendering."""
    before, after = archive.DECLARATION, b""
    signs, may_empty = finish.incomplete_signs(source), finish.may_empty(source)
    is_body = source.startswith("<w:body")
    if is_body:
        start, end = whole.index(b"<w:body"), whole.rindex(b"</w:body>") + len(b"</w:body>")
        before, after = whole[:start], whole[end:]
        source = re.sub(r"^<w:body[^>]*>", "<w:body>", source)
    for sign, expression in LITERALS.items():
        source = source.replace(sign, expression)
    template = environment().from_string(source)
    return _Part(
        name,
        template,
        before,
        after,
        _is_text(source),
        is_body,
        "<wp:docPr" in source,
        signs,
        may_empty,
    )


def _added_to(package: Package, name: str, source: str) -> str:
    """The ``source`` of a part, which may have been added to in the package: to the settings the use of a typeface."""
    own = _is_text(source) or BETWEEN in name or name in (properties.CORE, properties.APP)
    return source if own else source_of(package.parts[name].data)


def _has_tags(source: str) -> bool:
    return any(tag in source for tag in _TAGS)


def _is_text(source: str) -> bool:
    """True for a part of the document's text, in which line breaks and tabs become markup."""
    return source.startswith(_TEXT_ROOTS)
