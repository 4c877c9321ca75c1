"""The package that a template is: its parts, their relationships and types, zipped the same way on every run."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from tools.templates.markup import DECLARATION, Page, R, W

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = "application/vnd.openxmlformats-officedocument"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A template's content: body, page, headers by type, title and custom properties of the file."""

    title: str
    body: str
    page: Page
    headers: Mapping[str, str]
    properties: Mapping[str, str]


def _document(document: Document) -> str:
    ids = {kind: f"rIdHeader{number}" for number, kind in enumerate(document.headers, start=1)}
    return (
        f'{DECLARATION}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>'
        f"{document.body}{document.page.xml(ids)}</w:body></w:document>"
    )


def _relationships(targets: Sequence[tuple[str, str, str]]) -> str:
    items = "".join(f'<Relationship Id="{rid}" Type="{kind}" Target="{target}"/>' for rid, kind, target in targets)
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">{items}</Relationships>'


def _content_types(overrides: Mapping[str, str]) -> str:
    items = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    return (
        f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{items}</Types>'
    )


def _core(title: str) -> str:
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:subject></dc:subject><dc:creator></dc:creator>"
        '<dcterms:created xsi:type="dcterms:W3CDTF">2025-01-01T00:00:00Z</dcterms:created>'
        '<dcterms:modified xsi:type="dcterms:W3CDTF">2025-01-01T00:00:00Z</dcterms:modified>'
        "</cp:coreProperties>"
    )


def _custom(properties: Mapping[str, str]) -> str:
    items = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name="{name}">'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(properties.items(), start=2)
    )
    return (
        f'{DECLARATION}<Properties xmlns="{OFFICE}/custom-properties"'
        f' xmlns:vt="{OFFICE}/docPropsVTypes">{items}</Properties>'
    )


def package(document: Document, shared: Mapping[str, str]) -> bytes:
    """The docx of ``document``, the same bytes on every run. ``shared`` are the parts that all templates have in
    common (styles, numbering, settings, fontTable, theme), as XML by name."""
    members: dict[str, str] = {"word/document.xml": _document(document)}
    kinds = {"word/document.xml": f"{TYPES}.wordprocessingml.document.main+xml"}
    inner: list[tuple[str, str, str]] = []
    for name, xml in shared.items():
        members[f"word/{name}.xml"] = xml
        kinds[f"word/{name}.xml"] = f"{TYPES}.{'' if name == 'theme' else 'wordprocessingml.'}{name}+xml"
        inner.append((f"rId{len(inner) + 1}", f"{R}/{name}", f"{name}.xml"))
    for number, content in enumerate(document.headers.values(), start=1):
        members[f"word/header{number}.xml"] = f'{DECLARATION}<w:hdr xmlns:w="{W}" xmlns:r="{R}">{content}</w:hdr>'
        kinds[f"word/header{number}.xml"] = f"{TYPES}.wordprocessingml.header+xml"
        inner.append((f"rIdHeader{number}", f"{R}/header", f"header{number}.xml"))
    outer = [
        ("rId1", f"{R}/officeDocument", "word/document.xml"),
        ("rId2", f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
    ]
    members["docProps/core.xml"] = _core(document.title)
    kinds["docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    if document.properties:
        outer.append(("rId3", f"{R}/custom-properties", "docProps/custom.xml"))
        members["docProps/custom.xml"] = _custom(document.properties)
        kinds["docProps/custom.xml"] = f"{TYPES}.custom-properties+xml"
    members = {
        "[Content_Types].xml": _content_types(kinds),
        "_rels/.rels": _relationships(outer),
        "word/_rels/document.xml.rels": _relationships(inner),
        **members,
    }
    return _zip(members)


def _zip(members: Mapping[str, str]) -> bytes:
    """A zip of ``members`` in their order, dated 1980, so that the same parts give the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in members.items():
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, xml.encode("utf-8"))
    return packed.getvalue()
