"""The one place that calls docxtpl: its reading of a template, and its rendering of a whole document.

docxtpl is imported only when it is needed: its import takes longer than most runs.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from officefiles import archive
from officefiles.lazy import lazy_import
from officefiles.opc import Package
from officefiles.pictures import Picture
from wordfill.engine.books import BETWEEN
from wordfill.engine.drawing import Drawing, read_as
from wordfill.sandbox import PICTURES, environment

if TYPE_CHECKING:
    import docxtpl  # type: ignore[import-untyped]
    from docx.opc import oxml

    from wordfill.engine import fields, other_parts, repeats
else:
    docxtpl, oxml = lazy_import("docxtpl"), lazy_import("docx.opc.oxml")
    other_parts = lazy_import("wordfill.engine.other_parts")
    fields, repeats = lazy_import("wordfill.engine.fields"), lazy_import("wordfill.engine.repeats")

_IN_TAGS = re.compile(r"(?<={[{%]).*?(?=[}%]})")
_MARKUP = "(?:<[^>]*>)*"
_BLANKS = re.compile(rf"(\{{{_MARKUP}%{_MARKUP})-|-({_MARKUP}%{_MARKUP}\}})")
"""The signs of ``{%-`` and ``-%}``, whatever markup cuts them."""
_SIGN = "\ufdd3"
"""What stands for such a sign while docxtpl reads a template."""
_LOOK = "(?:<w:{0}/>|<w:{0}>(?:(?!<w:sectPr|</w:{0}>).)*</w:{0}>)?"
_SPELT = "(?:<w:proofErr [^>]*/>)*"
_NEXT_PARAGRAPH = (
    rf"</w:t></w:r>{_SPELT}</w:p><w:p(?: [^>]*)?>{_LOOK.format('pPr')}{_SPELT}"
    rf"<w:r(?: [^>]*)?>{_LOOK.format('rPr')}<w:t(?: [^>]*)?>"
)
"""From the text of a paragraph to that of the next one, where nothing else stands between."""
_JOINED = re.compile(rf"{_SIGN}%\}}\s*{_NEXT_PARAGRAPH}|{_NEXT_PARAGRAPH}\s*\{{%{_SIGN}", re.DOTALL)
_CELL_ADDED = re.compile(
    r"<w:tcPr>(?P<shade><w:shd [^>]*{{.*?}}\"/>)?(?P<span><w:gridSpan w:val=\"{{.*?}}\"/>)?"
    r"(?P<width>(?:<w:(?:cnfStyle|tcW)\b[^>]*/>)*)"
    r"(?P<edges>(?:<w:[hv]Merge\b[^>]*/>)*(?:<w:tcBorders/>|<w:tcBorders>.*?</w:tcBorders>)?)",
    re.DOTALL,
)
"""What ``colspan`` and ``cellbg`` put first in the properties of a cell, and what must stand before it."""
_DESCRIBED = re.compile(r'<wp:docPr\b[^>]*?\bname="[^"]*"')
_NOTES = tuple(f"application/vnd.openxmlformats-officedocument.wordprocessingml.{n}notes+xml" for n in ("foot", "end"))


@dataclass(frozen=True, slots=True)
class Patched:
    """A template as docxtpl reads it: the files of the package that it would save, and the Jinja source of each part
    it renders, of each other part with tags, and of the properties of the file."""

    files: Mapping[str, bytes] = field(repr=False)
    sources: Mapping[str, str] = field(repr=False)


def patched(data: bytes) -> Patched:
    """``data`` healed and patched by docxtpl. Raises what docxtpl and python-docx raise for a broken file."""
    data, others = other_parts.prepared(data)
    template = _open(data)
    document = template.docx
    rendered = [
        part for uri in (template.HEADER_URI, template.FOOTER_URI) for _, part in template.get_headers_footers(uri)
    ]
    rendered += [part for part in document.part.package.iter_parts() if part.content_type in _NOTES]
    trees = {_name(document.part): document.element.body}
    trees |= {_name(part): oxml.parse_xml(part.blob) for part in rendered}
    whole = {name for name, tree in trees.items() if fields.clear_stored(tree)}
    sources = {name: template.patch_xml(template.xml_to_string(tree)) for name, tree in trees.items()}
    for name in whole:
        fields.check_whole(name, sources[name])
    _ = document.core_properties  # made by python-docx where a template lacks it
    buffer = io.BytesIO()
    document.save(buffer)
    files = archive.read(buffer.getvalue())
    sources = repeats.settled(sources, Package(files))
    return Patched(files, sources | {name: one for name, one in others.items() if name.split(BETWEEN)[0] in files})


def healed(data: bytes) -> bytes:
    """The template ``data`` with the tags outside of its runs made ready, as ``render`` takes it."""
    return other_parts.prepared(data)[0]


def render(
    data: bytes,
    context: Mapping[str, object],
    check: Callable[[str], None] | None = None,
    drawing: Drawing | None = None,
    sources: Mapping[str, str] | None = None,
) -> bytes:
    """The document that docxtpl makes of the ``healed`` template ``data``, its endnotes and other parts left as they
    are; ``check`` sees the text of each rendered part before docxtpl mends it. With ``drawing`` its pictures are still
    to be placed; else docxtpl draws what it can, no charts. ``sources`` are rendered in place of docxtpl's own. Raises
    what Jinja and ``check`` raise."""
    template = _open(data)
    template.render_xml_part = _followed(template.render_xml_part, check, drawing, sources or {})
    template.render({**context, PICTURES: drawing or _InlineImages(template)}, environment())
    buffer = io.BytesIO()
    template.save(buffer)
    return buffer.getvalue()


def _followed(
    render_part: Callable[..., str],
    check: Callable[[str], None] | None,
    drawing: Drawing | None,
    sources: Mapping[str, str],
) -> Callable[..., str]:
    def followed(source: str, part: Any, *arguments: object) -> str:
        if drawing:
            drawing.part = _name(part)
        xml = render_part(sources.get(_name(part), source), part, *arguments)
        if check:
            check(xml)
        return xml

    return followed


def _open(data: bytes) -> docxtpl.DocxTemplate:
    template: Any = docxtpl.DocxTemplate(io.BytesIO(data))
    template.render_init()
    patch = template.patch_xml
    template.patch_xml = lambda xml: _patched(xml, patch)
    return template


def _patched(xml: str, patch: Callable[[str], str]) -> str:
    """What docxtpl makes of ``xml``, without its traps. In a tag it reads &lt; and &gt; as the signs that they stand
    for, and leaves &amp;. At ``{%-`` and ``-%}`` it takes away all from the text before, or up to that behind: words,
    pictures, rows. Here they join a paragraph to its neighbour where nothing else stands between, and else leave out
    blanks, as Jinja has it. What it adds to a cell stands out of order."""
    source = patch(_BLANKS.sub(lambda found: f"{found[1] or ''}{_SIGN}{found[2] or ''}", xml))
    if _SIGN in source:
        joined = _JOINED.sub(lambda found: "%}" if found[0].startswith(_SIGN) else "{%", source)
        source = joined.replace(_SIGN, "-")
    if "cellbg" in xml or "colspan" in xml:
        source = _CELL_ADDED.sub(_in_order, source)
    return _IN_TAGS.sub(lambda tag: tag[0].replace("&amp;", "&"), source)


def _in_order(cell: re.Match[str]) -> str:
    return f"<w:tcPr>{cell['width']}{cell['span'] or ''}{cell['edges']}{cell['shade'] or ''}"


def _name(part: Any) -> str:
    return str(part.partname).removeprefix("/")


@dataclass(frozen=True, slots=True)
class _InlineImages:
    """Pictures as docxtpl's inline images."""

    template: docxtpl.DocxTemplate

    def add(self, picture: Picture, width: int, height: int) -> str:
        drawn = str(docxtpl.InlineImage(self.template, io.BytesIO(picture.data), width, height))
        return _DESCRIBED.sub(lambda found: found[0] + read_as(picture), drawn, count=1)
