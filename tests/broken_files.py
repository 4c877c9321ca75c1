"""Templates with one fault each that stands in the file as such: what Word keeps of its own, and what is elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.table import Table

from broken_template import Case
from sound_template import BODY, Change, inside, line, run_xml, table
from sound_template import template as made

POWERS = BODY[5]
THERE = "เนื้อหา ย่อหน้าที่ 6"
NAMES = (
    f"{nsdecls('w', 'r', 'a', 'pic', 'wp')} xmlns:v='urn:schemas-microsoft-com:vml'"
    " xmlns:o='urn:schemas-microsoft-com:office:office'"
)
MERGED, PROTECTED = "การตั้งค่าจดหมายเวียนและที่อยู่ของแหล่งข้อมูล", "การป้องกันหรือจำกัดการแก้ไข"
OBJECT = '<w:object><o:OLEObject Type="{kind}" ProgID="Excel.Sheet.12" r:id="{link}"/></w:object>'
LINK = f'<w:hyperlink r:id="{{link}}">{run_xml("ก")}</w:hyperlink>'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def cases() -> tuple[Case, ...]:
    """All of them."""
    return (*_left_out(), *_changes(), *_fields(), *_outside(), *_lost())


def _left_out() -> tuple[Case, ...]:
    source = f"{OFFICE}/mailMergeSource"
    merge = (
        '<w:mailMerge {names}><w:mainDocumentType w:val="formLetters"/><w:dataType w:val="native"/>'
        '<w:connectString w:val="Provider=X;Data Source=C:\\Users\\drafter\\names.xlsx"/><w:dataSource r:id="{link}"/>'
        "</w:mailMerge>"
    )
    return (
        _file("comment", _comment, "ข้อคิดเห็น 1 รายการ", "พิมพ์ไว้ในเนื้อหา"),
        _file("mail-merge", _setting(merge, source, "file:///C:/Users/drafter/names.xlsx"), MERGED, "แท็ก"),
        _file("tracking-on", _setting("<w:trackRevisions {names}/>"), "การเปิดติดตามการเปลี่ยนแปลง"),
        _file("protected", _setting('<w:documentProtection {names} w:edit="forms" w:enforcement="1"/>'), PROTECTED),
        _file("write-protected", _setting('<w:writeProtection {names} w:recommended="1"/>'), PROTECTED),
        _file(
            "attached-template",
            _setting('<w:attachedTemplate {names} r:id="{link}"/>', f"{OFFICE}/attachedTemplate", "file:///C:/a.dotm"),
            "ที่อยู่ของแม่แบบ Word ที่แนบไว้ (file:///C:/a.dotm)",
        ),
        _file(
            "variables",
            _setting('<w:docVars {names}><w:docVar w:name="draft" w:val="3"/></w:docVars>'),
            "ตัวแปรเอกสาร 1 ตัวที่ไม่มีเขตข้อมูลใดใช้",
        ),
        _file("described", _described, "คุณสมบัติของไฟล์ (คำอธิบาย ประเภท)"),
        _file("macros", _brings("vbaProject", "application/vnd.ms-office.vbaProject"), "แมโคร แป้นพิมพ์ลัด และแถบเครื่องมือ"),
        _file("picture-with-its-path", _picture('r:embed="{near}" r:link="{far}"'), "ที่อยู่ของไฟล์ภาพต้นทาง"),
    )  # fmt: skip


def _changes() -> tuple[Case, ...]:
    author = 'w:id="90" w:author="ผู้ตรวจ" w:date="2024-01-01T00:00:00Z"'
    added = f"<w:ins {author}>{run_xml('ข้อความ')}</w:ins>"
    row = f"<w:trPr {nsdecls('w')}><w:del {author}/></w:trPr>"
    return (
        Case(
            "words-added-under-tracking",
            _template(inside(POWERS, added + run_xml("{{ order.powers }}"))),
            "file-tracked-changes", "ไฟล์", "1 แห่ง", "รีวิว",
        ),
        Case(
            "row-taken-out-under-tracking",
            _template(table(partial(_add_row, row))),
            "file-tracked-changes", "ไฟล์", "1 แห่ง", "รีวิว",
        ),
    )  # fmt: skip


def _fields() -> tuple[Case, ...]:
    return (
        _field("text-of-a-file", 'INCLUDETEXT "คำนำ.docx"', "field-outside", "INCLUDETEXT คำนำ.docx"),
        _field("picture-of-a-file", "INCLUDEPICTURE http://e.th/a.png \\d", "field-outside", "INCLUDEPICTURE http://e.th/a.png"),
        _field("another-program", 'DDEAUTO excel "a.xls"', "field-outside", "DDEAUTO excel"),
        _field("link-to-a-sheet", "LINK Excel.Sheet.12 a.xlsx", "field-outside", "LINK Excel.Sheet.12"),
        _field("merged", "MERGEFIELD Last_Year", "field-mail-merge", "MERGEFIELD Last_Year", "{{ last_year }}"),
        _field("merged-group", "MERGEFIELD OrderNumber", "field-mail-merge", "MERGEFIELD OrderNumber", "order.number"),
        _field("merged-thai", 'MERGEFIELD "ชื่อ สกุล"', "field-mail-merge", "MERGEFIELD ชื่อ สกุล", "แท็กของข้อมูลนั้น"),
        _field("file-name", "FILENAME \\p", "field-of-template", "FILENAME"),
        _field("user", "USERNAME", "field-of-template", "USERNAME"),
        _field("asks-for-words", 'FILLIN "เรียนใคร"', "field-asks", "FILLIN เรียนใคร", "แท็กของข้อมูลนั้น"),
        Case(
            "asks-for-a-mark", _template(inside(POWERS, _complex('ASK ผู้รับ "เรียนใคร"'))),
            "field-asks", THERE, "ASK ผู้รับ", "แท็กของข้อมูลนั้น",
        ),
        _field("link-to-a-drive", 'HYPERLINK "P:/งาน/a.docx"', "link-local-file", "P:/งาน/a.docx", "ที่อยู่เว็บ"),
        _field("next-record", "NEXT", "field-mail-merge", "NEXT", "{% for"),
        Case(
            "merged-in-a-condition",
            _template(inside(POWERS, _complex("IF ", _complex("MERGEFIELD total"), ' = "1" "ก" "ข"'))),
            "field-mail-merge", THERE, "MERGEFIELD total", "{{ total }}",
        ),
        Case("field-in-a-footer", _template(_footer_field), "field-outside", "ท้ายกระดาษ ย่อหน้าที่ 1", "DDE excel"),
    )  # fmt: skip


def _outside() -> tuple[Case, ...]:
    embedded = ("oleObject", "application/vnd.openxmlformats-officedocument.oleObject")
    return (
        Case(
            "picture-elsewhere", _template(_picture('r:link="{far}"')),
            "outside-picture", THERE, "https://example.com/seal.png", "แทรก",
        ),
        Case(
            "old-picture-elsewhere",
            _template(_xml("<w:r><w:pict><v:shape><v:imagedata src='http://example.com/a.gif'/></v:shape></w:pict></w:r>")),
            "outside-picture", THERE, "http://example.com/a.gif", "แทรก",
        ),
        Case(
            "link-to-a-shared-folder",
            _template(_refers("hyperlink", "file:///\\\\server\\a.docx", LINK)),
            "link-local-file", THERE, "file:///\\\\server\\a.docx", "ที่อยู่เว็บ",
        ),
        Case(
            "embedded-sheet", _template(_brings(*embedded, shown=OBJECT.replace("{kind}", "Embed"))),
            "outside-object", THERE, "Excel.Sheet.12", "รูปภาพ",
        ),
        Case(
            "linked-sheet",
            _template(_refers("oleObject", "file:///C:/a.xlsx", f"<w:r>{OBJECT.replace('{kind}', 'Link')}</w:r>")),
            "outside-object", THERE, "Excel.Sheet.12", "รูปภาพ",
        ),
        Case(
            "whole-file-put-in",
            _template(_brings("aFChunk", "text/html", shown="", after='<w:altChunk {names} r:id="{link}"/>')),
            "outside-content", THERE, "brought.bin", "คัดลอกเนื้อหา",
        ),
        Case(
            "part-of-a-master-document",
            _template(_refers("subDocument", "file:///C:/a.docx", '<w:subDoc r:id="{link}"/>')),
            "outside-content", THERE, "file:///C:/a.docx", "คัดลอกเนื้อหา",
        ),
        Case(
            "styles-elsewhere",
            _template(_refers("frame", "http://example.com/x.htm", "")),
            "outside-content", "ไฟล์", "http://example.com/x.htm", "คัดลอกเนื้อหา",
        ),
    )  # fmt: skip


def _lost() -> tuple[Case, ...]:
    return (
        Case("picture-lost", _template(_picture('r:embed="{far}"', far="NULL")), "file-part-missing", THERE, "รูปภาพ"),
        Case("picture-unrelated", _template(_picture('r:embed="rId99"')), "file-part-missing", THERE, "รูปภาพ"),
        Case("header-lost", _template(_header_lost), "file-part-missing", "เนื้อหา ย่อหน้าที่ 19", "หัวกระดาษ"),
    )


def _template(*changes: Change) -> Callable[[], bytes]:
    return partial(made, *changes)


def _file(name: str, change: Change, tag: str, fix: str = "") -> Case:
    return Case(name, _template(change), "file-left-out", "ไฟล์", tag, fix)


def _field(name: str, code: str, id: str, tag: str, fix: str = "") -> Case:
    simple = f'<w:fldSimple w:instr="{code.replace(chr(34), "&quot;")}">{run_xml("ผล")}</w:fldSimple>'
    return Case(name, _template(inside(POWERS, simple)), id, THERE, tag, fix)


def _complex(*code: str) -> str:
    """A field in runs; what begins with ``<`` stands in its instruction as it is."""
    parts = (one if one.startswith("<") else f"<w:r><w:instrText>{one}</w:instrText></w:r>" for one in code)
    marks = {kind: f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")}
    return f"{marks['begin']}{''.join(parts)}{marks['separate']}{run_xml('ผล')}{marks['end']}"


def _comment(document: Document) -> None:
    document.add_comment(line(document, POWERS).runs, "ถามหัวหน้าก่อน {{ total }}", "ผู้ร่าง", "ร")


def _described(document: Document) -> None:
    document.core_properties.comments = "ร่างที่สาม ยังไม่ผ่านนิติกร"
    document.core_properties.category = "ลับ"


def _setting(xml: str, kind: str = "", target: str = "") -> Change:
    def change(document: Document) -> None:
        part = document.part._settings_part
        link = part.relate_to(target, kind, is_external=True) if kind else ""
        document.settings.element.insert(0, parse_xml(xml.replace("{names}", NAMES).replace("{link}", link)))

    return change


def _xml(xml: str) -> Change:
    """Put ``xml`` at the end of the sixth line."""

    def change(document: Document) -> None:
        for child in list(parse_xml(f"<w:p {NAMES}>{xml}</w:p>")):
            line(document, POWERS)._p.append(child)

    return change


def _refers(kind: str, target: str, xml: str) -> Change:
    def change(document: Document) -> None:
        link = document.part.relate_to(target, f"{OFFICE}/{kind}", is_external=True)
        _xml(xml.replace("{link}", link))(document)

    return change


def _brings(kind: str, content_type: str, shown: str = "", after: str = "") -> Change:
    """A part of another program, shown in the sixth line or after it."""

    def change(document: Document) -> None:
        part = Part(PackURI("/word/brought.bin"), content_type, b"brought", document.part.package)
        link = document.part.relate_to(part, f"{OFFICE}/{kind}")
        if shown:
            _xml(f"<w:r>{shown.replace('{link}', link)}</w:r>")(document)
        if after:
            line(document, POWERS)._p.addnext(parse_xml(after.replace("{names}", NAMES).replace("{link}", link)))

    return change


def _picture(links: str, far: str = "https://example.com/seal.png") -> Change:
    def change(document: Document) -> None:
        near = document.part.relate_to(
            Part(PackURI("/word/media/own.png"), "image/png", b"a picture", document.part.package),
            RELATIONSHIP_TYPE.IMAGE,
        )
        outside = document.part.relate_to(far, RELATIONSHIP_TYPE.IMAGE, is_external=True)
        blip = f"<a:blip {links.format(near=near, far=outside)}/>"
        _xml(
            '<w:r><w:drawing><wp:inline><wp:extent cx="9" cy="9"/><wp:docPr id="7" name="seal"/><a:graphic>'
            '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
            '<pic:cNvPr id="0" name="seal"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
            f"{blip}</pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )(document)

    return change


def _add_row(properties: str, made: Table) -> None:
    made.add_row()._tr.insert(0, parse_xml(properties))


def _footer_field(document: Document) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]._p
    for child in list(parse_xml(f"<w:p {NAMES}>{_complex('DDE excel a.xls')}</w:p>")):
        paragraph.append(child)


def _header_lost(document: Document) -> None:
    section = document.sections[0]._sectPr
    section.insert(0, parse_xml(f'<w:headerReference {NAMES} w:type="even" r:id="rId99"/>'))
