"""Small Word files with text outside of its runs: in charts, diagrams, shapes, links, properties, stores of data."""

from __future__ import annotations

from html import escape

from made_docx import W, docx, p, zipped
from officefiles import opc
from officefiles.opc import Relationship

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
MAIN = "word/document.xml"
CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
CHART, BOOK = "word/charts/chart1.xml", "word/embeddings/book1.xlsx"
STORE, STORE_ID = "customXml/item1.xml", "{11111111-2222-3333-4444-555555555555}"
_X = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TITLE_ID = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DRAWN = (
    '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="4000000" cy="2500000"/><wp:docPr id="7" name="x"{more}/>'
    f'<a:graphic xmlns:a="{A}"><a:graphicData uri="{C}">{{inner}}</a:graphicData></a:graphic></wp:inline></w:drawing>'
    "</w:r></w:p>"
)


def runs(*texts: str) -> str:
    """Runs of DrawingML."""
    return "".join(f"<a:r><a:t>{escape(text, quote=False)}</a:t></a:r>" for text in texts)


def with_part(
    data: bytes, name: str, content: str | bytes, kind: str, owner: str = MAIN, key: str = "", type: str = ""
) -> bytes:
    """The Word file ``data`` with one more part, which ``owner`` refers to as ``kind``."""
    package = opc.read(data)
    package.put(name, content.encode("utf-8") if isinstance(content, str) else content, type or "application/xml")
    package.relate(owner, Relationship(kind, name), key)
    return package.data()


def with_link(data: bytes, target: str, key: str = "rH", kind: str = "hyperlink", owner: str = MAIN) -> bytes:
    """The Word file ``data``, from which the relationship ``key`` leads to an address."""
    package = opc.read(data)
    package.relate(owner, Relationship(kind, target, external=True), key)
    return package.data()


def link(text: str = "เว็บไซต์", more: str = "") -> str:
    """A link by the relationship ``rH``."""
    return f'<w:p><w:hyperlink r:id="rH"{more}><w:r><w:t>{text}</w:t></w:r></w:hyperlink></w:p>'


def charted(title: str, *more: str, name: str = "ก", category: str = "ข", alternative: str = "") -> bytes:
    """A chart whose title is ``title`` and ``more``, a run each, with its series' name and one category."""
    xml = (
        f'<c:chartSpace xmlns:c="{C}" xmlns:a="{A}" xmlns:r="{opc.R[1:-1]}"><c:chart><c:title><c:tx><c:rich><a:bodyPr/>'
        f"<a:p>{runs(title, *more)}</a:p></c:rich></c:tx></c:title><c:plotArea><c:barChart><c:ser>"
        f"<c:tx><c:strRef><c:f>Sheet1!$B$1</c:f><c:strCache>{_point(name)}</c:strCache></c:strRef></c:tx>"
        f"<c:cat><c:strRef><c:f>Sheet1!$A$2</c:f><c:strCache>{_point(category)}</c:strCache></c:strRef></c:cat>"
        '<c:val><c:numLit><c:ptCount val="1"/><c:pt idx="0"><c:v>1</c:v></c:pt></c:numLit></c:val></c:ser></c:barChart>'
        '</c:plotArea></c:chart><c:externalData r:id="rB"/></c:chartSpace>'
    )
    read = f' descr="{escape(alternative)}"' if alternative else ""
    body = _DRAWN.format(more=read, inner=f'<c:chart xmlns:c="{C}" r:id="rC"/>')
    data = with_part(docx(p("x") + body), CHART, xml, "chart", key="rC", type=CHART_TYPE)
    return with_part(data, BOOK, book(name, category), "package", CHART, "rB")


def _point(text: str) -> str:
    return f'<c:ptCount val="1"/><c:pt idx="0"><c:v>{escape(text, quote=False)}</c:v></c:pt>'


def book(name: str, category: str, sheet: str = "Sheet1") -> bytes:
    """A chart's workbook: the name of the series in the shared strings and its table, the category in the cell."""
    inline = f'<c r="A2" t="inlineStr"><is><t>{escape(category, quote=False)}</t></is></c>'
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "xl/workbook.xml": f'<workbook xmlns="{_X}"><sheets><sheet name="{sheet}"/></sheets></workbook>',
            "xl/sharedStrings.xml": f'<sst xmlns="{_X}"><si><t>{escape(name, quote=False)}</t></si></sst>',
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_X}"><sheetData><row r="1"><c r="B1" t="s"><v>0</v></c>'
            f'</row><row r="2">{inline}</row></sheetData></worksheet>',
            "xl/tables/table1.xml": f'<table xmlns="{_X}"><tableColumns count="1">'
            f'<tableColumn id="1" name="{escape(name)}"/></tableColumns></table>',
        }
    )


def diagram(text: str) -> bytes:
    """A SmartArt: its data, and its drawing with the same text."""
    dgm = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
    dsp = "http://schemas.microsoft.com/office/drawing/2008/diagram"
    body = docx(_DRAWN.format(more="", inner=f'<dgm:relIds xmlns:dgm="{dgm}" r:dm="rD"/>'))
    half, rest = text[: len(text) // 2], text[len(text) // 2 :]
    data = (
        f'<dgm:dataModel xmlns:dgm="{dgm}" xmlns:a="{A}"><dgm:t><a:p>{runs(half, rest)}</a:p></dgm:t></dgm:dataModel>'
    )
    drawn = (
        f'<dsp:drawing xmlns:dsp="{dsp}" xmlns:a="{A}"><dsp:txBody><a:p>{runs(text)}</a:p></dsp:txBody></dsp:drawing>'
    )
    with_data = with_part(body, "word/diagrams/data1.xml", data, "diagramData", key="rD")
    return with_part(
        with_data,
        "word/diagrams/drawing1.xml",
        drawn,
        "http://schemas.microsoft.com/office/2007/relationships/diagramDrawing",
    )


def control(text: str, binding: str, more: str = "<w:text/>") -> str:
    """A content control that shows ``text``."""
    return f"<w:sdt><w:sdtPr>{binding}{more}</w:sdtPr><w:sdtContent>{p(text)}</w:sdtContent></w:sdt>"


BOUND = (
    '<w:dataBinding w:prefixMappings="xmlns:ns0=\'urn:office\'" w:xpath="/ns0:root[1]/ns0:name[1]"'
    f' w:storeItemID="{STORE_ID}"/>'
)
BOUND_TITLE = (
    f"<w:dataBinding w:prefixMappings=\"xmlns:ns0='http://purl.org/dc/elements/1.1/' xmlns:ns1='{_CORE}'\""
    f' w:xpath="/ns1:coreProperties[1]/ns0:title[1]" w:storeItemID="{_TITLE_ID}"/>'
)


def stored(body: str, said: str) -> bytes:
    """A Word file with this body and the data that ``BOUND`` is bound to."""
    item = f'<root xmlns="urn:office"><name>{escape(said, quote=False)}</name></root>'
    space = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
    about = f'<ds:datastoreItem xmlns:ds="{space}" ds:itemID="{STORE_ID}"/>'
    data = with_part(docx(body), STORE, item, "customXml")
    return with_part(data, "customXml/itemProps1.xml", about, "customXmlProps", STORE)


def core(data: bytes, title: str) -> bytes:
    """The Word file ``data`` whose core properties have this title."""
    xml = (
        f'<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title, quote=False)}</dc:title></cp:coreProperties>"
    )
    kind = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    return with_part(
        data, "docProps/core.xml", xml, kind, "", type="application/vnd.openxmlformats-package.core-properties+xml"
    )


def custom(data: bytes, name: str, text: str) -> bytes:
    """The Word file ``data`` with a property of the office's own."""
    space = "http://schemas.openxmlformats.org/officeDocument/2006"
    xml = (
        f'<Properties xmlns="{space}/custom-properties" xmlns:vt="{space}/docPropsVTypes"><property fmtid="{{D5CD}}"'
        f' pid="2" name="{name}"><vt:lpwstr>{escape(text, quote=False)}</vt:lpwstr></property></Properties>'
    )
    return with_part(data, "docProps/custom.xml", xml, "custom-properties", "")


def settings(data: bytes, inner: str) -> bytes:
    """The Word file ``data`` with these settings."""
    return with_part(data, "word/settings.xml", f'<w:settings xmlns:w="{W}">{inner}</w:settings>', "settings")


def numbering(data: bytes, sign: str) -> bytes:
    """The Word file ``data`` with a list whose level is numbered by ``sign``."""
    level = f'<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="{escape(sign)}"/></w:lvl>'
    xml = f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">{level}</w:abstractNum></w:numbering>'
    return with_part(data, "word/numbering.xml", xml, "numbering")


def equation(*texts: str) -> str:
    """A paragraph with an equation of these runs."""
    return f'<w:p><m:oMath xmlns:m="{M}">{"".join(f"<m:r><m:t>{text}</m:t></m:r>" for text in texts)}</m:oMath></w:p>'


def shape(text: str, attributes: str = "") -> str:
    """A shape of old Word: WordArt or a watermark."""
    return (
        '<w:p><w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml">'
        f'<v:shape id="s"{attributes}><v:textpath string="{escape(text)}"/></v:shape></w:pict></w:r></w:p>'
    )


def field(*instruction: str, result: str = "ก") -> str:
    """A paragraph with a field whose instruction stands in these runs."""
    told = "".join(f"<w:r><w:instrText>{escape(text, quote=False)}</w:instrText></w:r>" for text in instruction)
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    return f"<w:p>{begin}{told}{separate}<w:r><w:t>{escape(result)}</w:t></w:r>{end}</w:p>"


def newer_chart(*title: str, name: str = "ก") -> str:
    """A chart of the kinds that Office has had since 2016, with a title of these runs."""
    cx = "http://schemas.microsoft.com/office/drawing/2014/chartex"
    series = f"<cx:series><cx:tx><cx:txData><cx:f>A1</cx:f><cx:v>{name}</cx:v></cx:txData></cx:tx></cx:series>"
    rich = f"<cx:title><cx:tx><cx:rich><a:p>{runs(*title)}</a:p></cx:rich></cx:tx></cx:title>"
    return f'<cx:chartSpace xmlns:cx="{cx}" xmlns:a="{A}"><cx:chart>{rich}{series}</cx:chart></cx:chartSpace>'


def drawn(text: str) -> str:
    """The shapes on a chart, one with this text."""
    return f'<c:userShapes xmlns:c="{C}" xmlns:a="{A}"><a:p>{runs(text)}</a:p></c:userShapes>'


def both_ways(inner: str) -> str:
    """A text box as newer programs read it, and as older ones do."""
    box = f"<w:txbxContent>{inner}</w:txbxContent>"
    return (
        '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )


def bound_company() -> str:
    """A binding to the company that the file names."""
    return (
        '<w:dataBinding w:xpath="/ns0:Properties[1]/ns0:Company[1]"'
        ' w:storeItemID="{6668398D-A668-4E3E-A5EB-62B293D839F1}"/>'
    )


def company(name: str) -> str:
    """What an application says of a file."""
    space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return f'<Properties xmlns="{space}"><Company>{name}</Company></Properties>'
