"""The one place that calls docxtpl: its reading of a template, and its rendering of a whole document.

docxtpl is imported only when it is needed: its import takes longer than most runs.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pipeline.model import Picture
from pipeline.word.sandbox import PICTURES, environment

if TYPE_CHECKING:
    from docxtpl import DocxTemplate  # type: ignore[import-untyped]


@dataclass(frozen=True, slots=True)
class Patched:
    """A template as docxtpl reads it: the package that it would save, and the Jinja source of each part it renders."""

    package: bytes
    sources: Mapping[str, str]


def patched(data: bytes) -> Patched:
    """``data`` healed and patched by docxtpl. Raises what docxtpl and python-docx raise for a broken file."""
    template = _open(data)
    document = template.docx
    sources = {str(document.part.partname)[1:]: template.patch_xml(template.get_xml())}
    for uri in (template.HEADER_URI, template.FOOTER_URI):
        for _, part in template.get_headers_footers(uri):
            sources[str(part.partname)[1:]] = template.patch_xml(template.get_part_xml(part))
    for part in document.part.package.iter_parts():
        if part.content_type.endswith(".wordprocessingml.footnotes+xml"):
            sources[str(part.partname)[1:]] = template.patch_xml(part.blob.decode("utf-8"))
    buffer = io.BytesIO()
    document.core_properties  # noqa: B018  python-docx adds the part where a template lacks it
    document.save(buffer)
    return Patched(buffer.getvalue(), sources)


def render(data: bytes, context: Mapping[str, object]) -> bytes:
    """The document that docxtpl makes of the template ``data``. Raises what Jinja raises."""
    template = _open(data)
    template.render({**context, PICTURES: _InlineImages(template)}, environment())
    buffer = io.BytesIO()
    template.save(buffer)
    return buffer.getvalue()


def _open(data: bytes) -> DocxTemplate:
    from docxtpl import DocxTemplate

    template: Any = DocxTemplate(io.BytesIO(data))
    template.render_init()
    return template


@dataclass(frozen=True, slots=True)
class _InlineImages:
    """Pictures as docxtpl's inline images."""

    template: DocxTemplate

    def add(self, picture: Picture, width: int, height: int) -> str:
        from docxtpl import InlineImage

        return str(InlineImage(self.template, io.BytesIO(picture.data), width, height))
