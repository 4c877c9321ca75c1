"""Templates with one fault each outside of the runs of their text."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from docx.document import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from broken_template import Case, template
from made_outside import BOUND, STORE_ID, A, C
from sound_template import BODY, Change, line

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_HALF = f"<w:sdt><w:sdtPr>{BOUND}<w:text/></w:sdtPr><w:sdtContent><w:r><w:t>{{text}}</w:t></w:r></w:sdtContent></w:sdt>"
_BRACES = '<m:d><m:dPr><m:begChr m:val="{"/><m:endChr m:val="}"/></m:dPr>'
_READ = "ข้อความแสดงแทน (alt text) ของวัตถุในเนื้อหา"
_STORE = "ข้อมูลของตัวควบคุมเนื้อหา name"


def cases() -> tuple[Case, ...]:
    """All of them."""
    return (
        _chart("title-of-a-chart", "name-unknown", "ชื่อแผนภูมิที่ 1", "{{ totl }}", "total"),
        _chart("title-left-open", "tag-unclosed", "ชื่อแผนภูมิที่ 1", "{{ total", "ปิดให้ครบ"),
        _chart("title-with-a-loop", "place-outside-text", "ชื่อแผนภูมิที่ 1", "{%p for x in measures %}", "ในเนื้อหา"),
        _chart("title-with-half-a-choice", "block-unclosed", "ชื่อแผนภูมิที่ 1", "{% if level %}", "endif"),
        _chart("axis-of-a-chart", "name-unknown", "ชื่อแกนของแผนภูมิที่ 1", "{{ yeer }}", "year", "c:valAx"),
        _chart("list-in-a-chart", "name-needs-loop", "ชื่อแผนภูมิที่ 1", "{{ measures.name }}", "for"),
        _drawn("read-as-a-misspelt-name", "name-unknown", _READ, "{{ offce.name }}", "office.name"),
        _drawn("read-as-a-picture", "picture-outside-text", _READ, "{{ order.emblem|fit(3, 3) }}", "ย้าย"),
        _within(
            "bookmark", "tag-not-filled", "ชื่อที่คั่นหน้า (bookmark) ในเนื้อหา", "{{ year }}", "พิมพ์ข้อความจริง",
            '<w:bookmarkStart w:id="9" w:name="{tag}"/>',
        ),
        _within(
            "question-of-a-field", "tag-not-filled", "คำสั่งของเขตข้อมูล IF", "{{ total }}", "ย้ายแท็ก",
            '<w:fldSimple w:instr=" IF {tag} = 1 "/>',
        ),
        _within(
            "address-in-a-field", "name-unknown", "ที่อยู่ของลิงก์ในเนื้อหา", "{{ yeer }}", "year",
            "<w:fldSimple w:instr=' HYPERLINK \"https://example.go.th/{tag}\" '/>",
        ),
        _within(
            "watermark", "name-unknown", "อักษรศิลป์หรือลายน้ำในเนื้อหา", "{{ yeer }}", "year",
            '<w:r><w:pict><v:textpath xmlns:v="urn:schemas-microsoft-com:vml" string="{tag}"/></w:pict></w:r>',
        ),
        _within(
            "equation", "name-unknown", "สมการในเนื้อหา", "{{ totl }}", "total",
            f'<m:oMath xmlns:m="{_OFFICE}/math"><m:r><m:t>{{tag}}</m:t></m:r></m:oMath>',
        ),
        _within(
            "equation-with-brackets", "tag-not-filled", "วงเล็บปีกกาของสมการในเนื้อหา", "{{ total }}", "ย้ายแท็ก",
            f'<m:oMath xmlns:m="{_OFFICE}/math">{_BRACES}<m:e>{_BRACES}<m:e><m:r><m:t>total</m:t></m:r></m:e></m:d>'
            "</m:e></m:d></m:oMath>",
        ),
        _within(
            "picture-in-a-tag", "tag-holds-object", "เนื้อหา ย่อหน้าที่ 6", "{{ total }}", "ย้ายรูปภาพ",
            "<w:r><w:t>{{ to</w:t><w:drawing/></w:r><w:r><w:t>tal }}</w:t></w:r>",
        ),
        _within(
            "symbol-in-a-tag", "tag-holds-object", "เนื้อหา ย่อหน้าที่ 6", "{{ total }}", "ย้ายสัญลักษณ์",
            '<w:r><w:t>{{ to</w:t><w:sym w:font="Wingdings" w:char="F0FC"/><w:t>tal }}</w:t></w:r>',
        ),
        _linked("address", "name-unknown", "https://example.go.th/{{ yeer }}", "{{ yeer }}", "year"),
        _linked("address-encoded", "name-unknown", "https://ก.go.th/%7B%7B%20yeer%20%7D%7D", "{{ yeer }}", "year"),
        _linked("file", "link-address", "file:///C:/{{ year }}.docx", "file:///C:/{{ year }}.docx", "https"),
        Case(
            "old-workbook-of-a-chart",
            template(_old_book("{{ total }}")),
            "chart-workbook", "ไฟล์", "book1.xls", "ชนิด .xlsx",
        ),
        Case(
            "two-halves",
            template(_more(_HALF.replace("{text}", "{{ year }}")), _stored("{{ total }}")),
            "bound-text-differs", "เนื้อหา", "{{ total }}", "ให้ตรงกัน",
        ),
        Case(
            "data-of-a-control",
            template(_stored("{{ totl }}")),
            "name-unknown", _STORE, "{{ totl }}", "total",
        ),
    )  # fmt: skip


def _chart(name: str, id: str, place: str, tag: str, fix: str, around: str = "c:chart") -> Case:
    """A chart in whose title, or that of its axis ``around``, stands ``tag``."""
    title = f"<c:title><c:tx><c:rich><a:p><a:r><a:t>{escape(tag)}</a:t></a:r></a:p></c:rich></c:tx></c:title>"
    xml = f'<c:chartSpace xmlns:c="{C}" xmlns:a="{A}"><{around}>{title}</{around}></c:chartSpace>'
    return Case(name, template(_part("/word/charts/chart1.xml", xml, "chart")), id, place, tag, fix)


def _drawn(name: str, id: str, place: str, tag: str, fix: str) -> Case:
    """A picture that is read as ``tag``."""
    frame = f'<wp:inline {nsdecls("wp")}><wp:docPr id="1" name="ก" descr="{escape(tag)}"/></wp:inline>'
    return Case(name, template(_more(f"<w:r><w:drawing>{frame}</w:drawing></w:r>")), id, place, tag, fix)


def _within(name: str, id: str, place: str, tag: str, fix: str, xml: str) -> Case:
    """A fault in the sixth line, behind whose words stands ``xml`` with ``tag`` in it."""
    return Case(name, template(_more(xml.replace("{tag}", escape(tag)))), id, place, tag, fix)


def _linked(name: str, id: str, address: str, tag: str, fix: str) -> Case:
    """A link to ``address``."""
    return Case(name, template(_link(address)), id, "ที่อยู่ของลิงก์ “เว็บ”", tag, fix)


def _more(xml: str) -> Change:
    def change(document: Document) -> None:
        wrapper = parse_xml(f"<w:p {nsdecls('w', 'r')}>{xml}</w:p>")
        line(document, BODY[5])._p.extend(list(wrapper))

    return change


def _link(address: str) -> Change:
    def change(document: Document) -> None:
        key = document.part.relate_to(address, f"{_OFFICE}/relationships/hyperlink", is_external=True)
        _more(f'<w:hyperlink r:id="{key}"><w:r><w:t>เว็บ</w:t></w:r></w:hyperlink>')(document)

    return change


def _part(name: str, xml: str, kind: str) -> Change:
    def change(document: Document) -> None:
        part = Part(PackURI(name), "application/xml", xml.encode("utf-8"), document.part.package)
        document.part.relate_to(part, f"{_OFFICE}/relationships/{kind}")

    return change


def _old_book(tag: str) -> Change:
    """A chart with a tag, whose workbook is of the kind before 2007."""

    def change(document: Document) -> None:
        package = document.part.package
        title = f"<c:chart><a:p><a:r><a:t>{tag}</a:t></a:r></a:p></c:chart>"
        xml = f'<c:chartSpace xmlns:c="{C}" xmlns:a="{A}">{title}</c:chartSpace>'
        chart = Part(PackURI("/word/charts/chart1.xml"), "application/xml", xml.encode("utf-8"), package)
        book = Part(PackURI("/word/embeddings/book1.xls"), "application/vnd.ms-excel", b"x", package)
        chart.relate_to(book, f"{_OFFICE}/relationships/package")
        document.part.relate_to(chart, f"{_OFFICE}/relationships/chart")

    return change


def _stored(said: str) -> Callable[[Document], None]:
    """The data that ``_HALF`` is bound to."""

    def change(document: Document) -> None:
        item = f'<root xmlns="urn:office"><name>{escape(said)}</name></root>'.encode()
        part = Part(PackURI("/customXml/item9.xml"), "application/xml", item, document.part.package)
        about = f'<ds:datastoreItem xmlns:ds="{_OFFICE}/customXml" ds:itemID="{STORE_ID}"/>'.encode()
        known = Part(PackURI("/customXml/itemProps9.xml"), "application/xml", about, document.part.package)
        part.relate_to(known, f"{_OFFICE}/relationships/customXmlProps")
        document.part.relate_to(part, f"{_OFFICE}/relationships/customXml")

    return change
