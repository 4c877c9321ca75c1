"""Small Word files for tests: the body's XML in, a whole .docx out, and pictures of a given size."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from html import escape
from pathlib import Path

from officefiles import archive
from officefiles.pictures import Picture

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_ROOTS = {"header": "hdr", "footer": "ftr", "footnotes": "footnotes", "endnotes": "endnotes"}
_STYLES = (
    f'{_XML}<w:styles {_NAMESPACES}><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
    '<w:name w:val="Normal"/></w:style></w:styles>'
)


def p(*texts: str, properties: str = "") -> str:
    """A paragraph with a run for each text; ``properties`` is the XML inside ``w:pPr``."""
    runs = "".join(f'<w:r><w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>' for text in texts)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{runs}</w:p>"


def tc(*texts: str, properties: str = '<w:tcW w:w="1000" w:type="dxa"/>') -> str:
    """A cell with a paragraph for each text."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(p(text) for text in texts)}</w:tc>"


def tr(*cells: str) -> str:
    """A row of cells, each given as its text or its XML."""
    return f"<w:tr>{''.join(cell if cell.startswith('<') else tc(cell) for cell in cells)}</w:tr>"


def table(columns: int, *rows: str) -> str:
    """A table of rows with ``columns`` columns in its grid."""
    grid = '<w:gridCol w:w="1000"/>' * columns
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def docx(body: str, parts: Mapping[str, str] | None = None) -> bytes:
    """A Word file with this body; ``parts`` maps ``header1``, ``footer2`` or ``footnotes`` to the XML inside them."""
    parts = dict(parts or {})
    references, links, types = "", "", ""
    for number, name in enumerate(parts, start=2):
        kind = name.rstrip("0123456789")
        if kind not in ("footnotes", "endnotes"):
            position = {"1": "default", "2": "first", "3": "even"}[name[-1]]
            references += f'<w:{kind}Reference w:type="{position}" r:id="rId{number}"/>'
        links += f'<Relationship Id="rId{number}" Type="{R}/{kind}" Target="{name}.xml"/>'
        types += f'<Override PartName="/word/{name}.xml" ContentType="{_WORD_TYPE}{kind}+xml"/>'
    section = f'<w:sectPr>{references}<w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    files = {
        "[Content_Types].xml": f'{_XML}<Types xmlns="{_PACKAGE}content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WORD_TYPE}document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{_WORD_TYPE}styles+xml"/>{types}</Types>',
        "_rels/.rels": f'{_XML}<Relationships xmlns="{_PACKAGE}relationships">'
        f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"{_XML}<w:document {_NAMESPACES}><w:body>{body}{section}</w:body></w:document>",
        "word/styles.xml": _STYLES,
        "word/_rels/document.xml.rels": f'{_XML}<Relationships xmlns="{_PACKAGE}relationships">'
        f'<Relationship Id="rId1" Type="{R}/styles" Target="styles.xml"/>{links}</Relationships>',
    }
    for name, xml in parts.items():
        root = _ROOTS[name.rstrip("0123456789")]
        files[f"word/{name}.xml"] = f"{_XML}<w:{root} {_NAMESPACES}>{xml}</w:{root}>"
    return zipped(files)


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """A zip of these files, the same bytes whenever it is made."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def saved(folder: Path, data: bytes, name: str = "made_template.docx") -> Path:
    """The file ``name`` in ``folder``, holding ``data``."""
    path = folder / name
    path.write_bytes(data)
    return path


def png(width: int, height: int, shade: int = 128) -> bytes:
    """A grey PNG of this size."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = (b"\0" + bytes([shade]) * width) * height
    pixels = chunk(b"IDAT", zlib.compress(rows))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + pixels + chunk(b"IEND", b"")


def picture(width: int = 200, height: int = 100, shade: int = 128, name: str = "ภาพ.png") -> Picture:
    """A grey picture of this size."""
    return Picture(name=name, data=png(width, height, shade), width=width, height=height)


def strict(body: str) -> bytes:
    """A document in the names of the strict form, as Word writes it."""
    return as_strict(docx(body))


def as_strict(data: bytes) -> bytes:
    """The document in the names of the strict form."""
    files = archive.read(data)
    for name, data in files.items():
        if name != "[Content_Types].xml":
            for free in (b"wordprocessingml", b"drawingml", b"officeDocument"):
                data = data.replace(
                    b"http://schemas.openxmlformats.org/" + free + b"/2006/",
                    b"http://purl.oclc.org/ooxml/" + free + b"/",
                )
            files[name] = data
    files["word/document.xml"] = files["word/document.xml"].replace(
        b"<w:document ", b'<w:document w:conformance="strict" '
    )
    return archive.write(files)
