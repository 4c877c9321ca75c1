"""The wall round docxtpl: a template in, documents out, and every fault of a template as one Thai sentence.

docxtpl's semantics are the contract: ``{{ name }}`` in the text; ``{%p %}``, ``{%tr %}`` and the like stand for the
whole paragraph or row that they are in; a new line in a value is a line break, a tab a tab, ``\\a`` a paragraph.
Unlike docxtpl's default, values are escaped, unknown names are faults, and templates run in a sandbox.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from pipeline.word import by_docxtpl, faults, package, properties
from pipeline.word.sandbox import environment


class TemplateError(Exception):
    """A template cannot be used. The text is a Thai sentence that names the template and what is wrong where."""


@dataclass(frozen=True, slots=True)
class Template:
    """A template, read and compiled once. ``name`` is its file name."""

    name: str
    _data: bytes = field(repr=False)
    _patched: by_docxtpl.Patched = field(repr=False)

    @staticmethod
    def load(path: Path) -> Template:
        """The template in this file; the same object as long as the file stays the same. Raises ``TemplateError``."""
        try:
            status = path.stat()
            return _load(path, status.st_mtime_ns, status.st_size)
        except OSError as fault:
            raise TemplateError(f"แม่แบบ {path.name}: เปิดไฟล์ไม่ได้ ({fault.strerror})") from fault

    def render(self, context: Mapping[str, object]) -> bytes:
        """The finished document, byte-identical for equal contexts. Raises ``TemplateError``.

        ``context["document"]``, where given, holds ``title``, ``subject`` and ``author`` for the document's properties.
        """
        try:
            files = package.read(by_docxtpl.render(self._data, context))
            core = environment().from_string(self._patched.sources[properties.CORE]).render(context)
        except Exception as fault:  # a template may do anything wrong; staff get a sentence
            place = faults.describe(self._patched.sources, context, fault)
            raise TemplateError(f"แม่แบบ {self.name} {place}") from fault
        return package.write({**files, properties.CORE: core.encode("utf-8")})


@lru_cache(maxsize=64)
def _load(path: Path, _modified: int, _size: int) -> Template:
    data = path.read_bytes()
    try:
        read = by_docxtpl.patched(data)
    except Exception as fault:  # docxtpl and python-docx raise many kinds for a broken file
        raise TemplateError(f"แม่แบบ {path.name}: ไฟล์เสียหายหรือไม่ใช่เอกสาร Word (.docx)") from fault
    core = properties.source(package.read(read.package)[properties.CORE])
    sources = {**read.sources, properties.CORE: core}
    try:
        for source in sources.values():
            environment().from_string(source)
    except Exception as fault:
        raise TemplateError(f"แม่แบบ {path.name} {faults.describe(sources, None, fault)}") from fault
    return Template(path.name, data, by_docxtpl.Patched(read.package, sources))
