"""The pieces of WordprocessingML that the templates are made of, and the package that holds them.

Everything is text: a paragraph is its style and its content, a table its style, widths and rows. No piece takes a
font, a size or an alignment; those live in the named styles (``tools/word_styles.py``).
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = "application/vnd.openxmlformats-officedocument"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

TWIPS_PER_CM = 1440 / 2.54


def twips(cm: float) -> int:
    """``cm`` in twentieths of a point."""
    return round(cm * TWIPS_PER_CM)


def style_id(name: str) -> str:
    """The identifier Word gives a style of this name: ``ITA Body`` is ``ITABody``."""
    return name.replace(" ", "")


# Paragraphs


_MARKS = {"\t": "<w:tab/>", "\n": "<w:br/>"}


def _text(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


def run(text: str) -> str:
    """One run of ``text``; ``\\t`` in it is a tab, ``\\n`` a line break."""
    pieces = (piece for piece in re.split("([\t\n])", text) if piece)
    return f"<w:r>{''.join(_MARKS.get(piece) or _text(piece) for piece in pieces)}</w:r>"


def paragraph(style: str, *content: str) -> str:
    """A paragraph of ``content`` (runs and fields as XML) in the style named ``style``."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id(style)}"/></w:pPr>{"".join(content)}</w:p>'


def line(style: str, text: str = "") -> str:
    """A paragraph of one run of ``text``."""
    return paragraph(style, run(text)) if text else paragraph(style)


def tag(statement: str, style: str = "ITA Base") -> str:
    """A paragraph that holds a paragraph statement alone; rendering takes the whole paragraph away."""
    return line(style, f"{{%p {statement} %}}")


def field(instruction: str, shown: str) -> str:
    """A field such as ``PAGE``, with the text shown until Word works it out anew."""
    return f'<w:fldSimple w:instr=" {escape(instruction)} ">{run(shown)}</w:fldSimple>'


# Tables


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: its paragraphs, how many columns it spans, and how it merges downwards."""

    content: str
    span: int = 1
    merge: str = ""

    def xml(self, widths: Sequence[int]) -> str:
        """The cell, as wide as the columns ``widths`` (twips) that it spans."""
        span = f'<w:gridSpan w:val="{self.span}"/>' if self.span > 1 else ""
        merge = f'<w:vMerge w:val="{self.merge}"/>' if self.merge else ""
        return f'<w:tc><w:tcPr><w:tcW w:w="{sum(widths)}" w:type="dxa"/>{span}{merge}</w:tcPr>{self.content}</w:tc>'


@dataclass(frozen=True, slots=True)
class Table:
    """A table of fixed column widths in centimetres."""

    style: str
    columns: Sequence[float]

    @property
    def widths(self) -> list[int]:
        """The column widths in twips."""
        return [twips(column) for column in self.columns]

    def row(self, *cells: Cell, header: bool = False, whole: bool = True) -> str:
        """A row; ``whole`` rows never break over two pages, ``header`` rows repeat on each page."""
        marks = ("<w:cantSplit/>" if whole else "") + ("<w:tblHeader/>" if header else "")
        done, widths = [], self.widths
        for cell in cells:
            done.append(cell.xml(widths[: cell.span]))
            widths = widths[cell.span :]
        properties = f"<w:trPr>{marks}</w:trPr>" if marks else ""
        return f"<w:tr>{properties}{''.join(done)}</w:tr>"

    def tag(self, statement: str) -> str:
        """A row that holds a row statement alone; rendering takes the whole row away."""
        return self.row(Cell(line("ITA Base", f"{{%tr {statement} %}}"), span=len(self.columns)), whole=False)

    def xml(self, *rows: str) -> str:
        """The table of ``rows``."""
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in self.widths)
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{style_id(self.style)}"/>'
            f'<w:tblW w:w="{sum(self.widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
        )


# Sections


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A4 with its margins in centimetres. ``title_page`` gives the first page a header of its own."""

    landscape: bool = False
    top: float = 2.5
    right: float = 2.0
    bottom: float = 2.0
    left: float = 3.0
    header: float = 1.5
    title_page: bool = True

    def xml(self, headers: Mapping[str, str]) -> str:
        """The section properties, with relationship ids of headers by type (``first``, ``default``)."""
        width, height = (29.7, 21.0) if self.landscape else (21.0, 29.7)
        turned = ' w:orient="landscape"' if self.landscape else ""
        references = "".join(f'<w:headerReference w:type="{kind}" r:id="{rid}"/>' for kind, rid in headers.items())
        return (
            f'<w:sectPr>{references}<w:pgSz w:w="{twips(width)}" w:h="{twips(height)}"{turned}/>'
            f'<w:pgMar w:top="{twips(self.top)}" w:right="{twips(self.right)}" w:bottom="{twips(self.bottom)}"'
            f' w:left="{twips(self.left)}" w:header="{twips(self.header)}" w:footer="{twips(1)}" w:gutter="0"/>'
            f'<w:pgNumType w:fmt="thaiNumbers" w:start="1"/><w:cols w:space="720"/>'
            f"{'<w:titlePg/>' if self.title_page else ''}</w:sectPr>"
        )


# The package


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
    inner = []
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
