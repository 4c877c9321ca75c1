"""Small Word files for tests of the layout: a body, and styles, lists and headers where a test needs them."""

from __future__ import annotations

from officefiles import opc
from officefiles.opc import Package, Relationship, W

CM = 1440 / 2.54
FONTS = " ".join(f'w:{script}="TH SarabunPSK"' for script in ("ascii", "hAnsi", "cs"))
RUN = f'<w:rPr><w:rFonts {FONTS}/><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr>'
EXACT = '<w:spacing w:before="0" w:after="0" w:line="400" w:lineRule="exact"/>'
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def styles(more: str = "") -> str:
    """Styles whose default paragraph is TH SarabunPSK 16 on lines of exactly 20 points, and ``more``."""
    return (
        f"<w:docDefaults><w:rPrDefault>{RUN}</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        f'<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f"<w:pPr>{EXACT}</w:pPr></w:style>{more}"
    )


def style(name: str, paragraph: str = "", base: str = "Normal", run: str = "") -> str:
    """A paragraph style."""
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/><w:basedOn w:val="{base}"/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def paragraph(text: str = "", properties: str = "") -> str:
    """A paragraph; ``\\t`` in its text is a tab, ``\\n`` a line break."""
    content = text.replace("\t", "</w:t><w:tab/><w:t>").replace("\n", "</w:t><w:br/><w:t>")
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{content}</w:t></w:r></w:p>'


def cell(*content: str, width: float = 5, properties: str = "") -> str:
    """A table cell, ``width`` in centimetres."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width * CM:.0f}" w:type="dxa"/>{properties}</w:tcPr>{"".join(content)}</w:tc>'


def row(*cells: str, properties: str = "") -> str:
    """A table row."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str, columns: tuple[float, ...] = (5, 5), properties: str = '<w:tblLayout w:type="fixed"/>') -> str:
    """A table of ``columns`` in centimetres, without cell margins."""
    grid = "".join(f'<w:gridCol w:w="{width * CM:.0f}"/>' for width in columns)
    margins = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
    return f"<w:tbl><w:tblPr>{properties}{margins}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def section(width: float = 16, lines: float = 30, more: str = "", top: float = 1000, header: float = 500) -> str:
    """Section properties: text ``width`` centimetres wide, room for ``lines`` lines of 20 points."""
    page = f'<w:pgSz w:w="{width * CM + 2000:.0f}" w:h="{top + 1000 + lines * 400:.0f}"/>'
    edges = f'w:top="{top:.0f}" w:bottom="1000" w:left="1000" w:right="1000" w:header="{header:.0f}" w:footer="500"'
    return f'<w:sectPr>{more}{page}<w:pgMar {edges} w:gutter="0"/></w:sectPr>'


def package(
    *body: str,
    end: str = "",
    more_styles: str = "",
    numbering: str = "",
    settings: str = "",
    header: str = "",
    properties: dict[str, str] | None = None,
) -> Package:
    """The file; ``header`` has the relationship ``rIdHeader``, ``properties`` are custom properties of the file."""
    made = Package()
    made.relate("", Relationship("officeDocument", "word/document.xml"), "rId1")
    parts = {
        "styles": f"<w:styles {NS}>{styles(more_styles)}</w:styles>",
        "numbering": f"<w:numbering {NS}>{numbering}</w:numbering>",
        "settings": f"<w:settings {NS}>{settings}</w:settings>",
        "header": f"<w:hdr {NS}>{header or '<w:p/>'}</w:hdr>",
    }
    document = f"<w:document {NS}><w:body>{''.join(body)}{end or section()}</w:body></w:document>"
    _add(made, "document", f"{MAIN}.document.main+xml", document)
    for name, xml in parts.items():
        _add(made, name, f"{MAIN}.{name}+xml", xml)
        link = "rIdHeader" if name == "header" else f"rId{name}"
        made.relate("word/document.xml", Relationship(name, f"word/{name}.xml"), link)
    if properties:
        _add_properties(made, properties)
    return made


def docx(*body: str, asks: bool = True, **parts: str) -> bytes:
    """The bytes of the file, which asks for catchwords."""
    return package(*body, properties={"ita-catchwords": "1"} if asks else None, **parts).data()  # type: ignore[arg-type]


NS = f'xmlns:w="{W[1:-1]}" xmlns:r="{opc.R[1:-1]}"'


def _add(made: Package, name: str, kind: str, xml: str) -> None:
    made.put(f"word/{name}.xml", xml.encode(), kind)


def _add_properties(made: Package, values: dict[str, str]) -> None:
    base = "http://schemas.openxmlformats.org/officeDocument/2006"
    items = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name="{name}">'
        f"<vt:lpwstr>{value}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(values.items(), start=2)
    )
    xml = (
        f'<Properties xmlns="{base}/custom-properties" xmlns:vt="{base}/docPropsVTypes">{items}</Properties>'
    ).encode()
    made.put("docProps/custom.xml", xml, "application/vnd.openxmlformats-officedocument.custom-properties+xml")
    made.relate("", Relationship("custom-properties", "docProps/custom.xml"), "rId2")
