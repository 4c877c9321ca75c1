"""A sound template that uses every feature, and small changes to make one thing in it different."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from functools import cache
from html import escape

from docx import Document
from docx.document import Document as DocumentObject
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from wordfill import named
from wordfill.named import Named

Change = Callable[[DocumentObject], None]

BODY = (
    "คำสั่ง{{ office.name }}",
    "ที่ {{ order.number }}",
    "เรื่อง {{ order.subject }}",
    "{{ order.reason }}",
    "{%p if order.powers %}",
    "อาศัยอำนาจตามความใน{{ order.powers }}",
    "{%p endif %}",
    "{%p for committee in committees %}",
    "{{ committee.number }} {{ committee.name }}",
    "{%p for duty in committee.duties %}",
    "{{ duty.number }} {{ duty.text }}",
    "{%p endfor %}",
    "{%p endfor %}",
    'คะแนนรวม {{ total }} {% if level == "A" %}ผ่านดี{% else %}{{ level }}{% endif %}',
)
ROWS = (
    (("ลำดับ",), ("ตัวชี้วัด",), ("มาตรการ",)),
    (("{%tr for measure in measures %}",), ("",), ("",)),
    (
        ("{{ measure.number }}",),
        ("{{ measure.name }}",),
        ("{%p for item in measure.actions %}", "{{ item }}", "{%p else %}", "", "{%p endfor %}"),
    ),
    (("{%tr endfor %}",), ("",), ("",)),
)
END = (
    "{{ order.emblem | fit(3, 3) }}",
    "ดูรายละเอียดในกรอบ",
    "สั่ง ณ วันที่ {{ order.date }}",
    "({{ order.signatory }})",
    "{{ order.signatory_position }}",
)
BOX = "ติดต่อ{{ office.short_name }}"
HEADER, FIRST_HEADER, FOOTER = "{{ office.name }}", "ประจำปี {{ year }}", "ปีที่ประเมิน {{ last_year }}"
FOOTNOTE = "ดูคำสั่งที่ {{ order.number }}"

CONTEXT: dict[str, object] = {
    "year": "๒๕๖๖",
    "last_year": "๒๕๖๕",
    "total": "๘๗.๕๐",
    "level": "A",
    "office": {"name": "สำนักงานเขตทดสอบ", "short_name": "สำนักงานเขต"},
    "order": {
        "number": "๑/๒๕๖๕",
        "subject": "แต่งตั้งคณะกรรมการ",
        "reason": "ด้วยมีการประเมิน",
        "powers": "มาตรา ๖๘",
        "date": "๒๕ ตุลาคม พ.ศ. ๒๕๖๕",
        "signatory": "นายทดสอบ ระบบดี",
        "signatory_position": "ผู้อำนวยการเขต",
        "emblem": "",
    },
    "committees": [
        {
            "number": "๑",
            "name": "คณะกรรมการ",
            "seats": [{"name": "นายหนึ่ง ใจดี", "role": "ประธาน"}, {"name": "นางสอง ใจงาม", "role": "กรรมการ"}],
            "duties": [{"number": "๑.", "text": "กำกับดูแล"}],
        }
    ],
    "measures": [{"number": "๑", "name": "การปฏิบัติหน้าที่", "actions": ["อบรม", "ประกาศ"]}],
    "analysis": {"items": [{"name": "การปฏิบัติหน้าที่"}], "as_one_list": True},
    "activities": [{"caption": "ประชุม", "pictures": [""]}],
    "more": Named({"คำขวัญ": "โปร่งใส ตรวจสอบได้"}, "ข้อมูลเพิ่มเติม"),
    "sheets": Named({"ครุภัณฑ์": [Named({"รายการ": "โต๊ะ", "จำนวน": "๕"})]}),
}
"""What the template is filled with."""


def _known(value: object, path: str) -> dict[str, str]:
    if isinstance(value, dict):
        pairs = [_known(inner, _below(path, key, isinstance(value, Named))) for key, inner in value.items()]
        return {name: kind for found in pairs for name, kind in found.items()}
    if isinstance(value, list):
        return _known(value[0], f"{path}[]")
    if isinstance(value, bool):
        return {path: "flag"}
    return {path: "picture" if path in ("order.emblem", "activities[].pictures[]") else "text"}


def _below(path: str, key: str, is_own: bool) -> str:
    return path + named.key(key) if is_own else f"{path}.{key}" if path else key


KNOWN = _known(CONTEXT, "")
"""The names in the context, each with its kind."""

_FONT = "TH SarabunPSK"
_LOOK = (
    f'<w:rPr {nsdecls("w")}><w:rFonts w:ascii="{_FONT}" w:hAnsi="{_FONT}" w:cs="{_FONT}"/>'
    '<w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:bidi="th-TH"/></w:rPr>'
)
_BOX = (
    f'<w:r {nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape id="frame" style="width:200pt;height:40pt"><v:textbox>'
    '<w:txbxContent><w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p></w:txbxContent>'
    "</v:textbox></v:shape></w:pict></w:r>"
)
_FOOTNOTES = (
    f'<w:footnotes {nsdecls("w")}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p>'
    '</w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
    '</w:footnote><w:footnote w:id="1"><w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p></w:footnote>'
    "</w:footnotes>"
)


def template(*changes: Change, box: str = BOX, footnote: str = FOOTNOTE) -> bytes:
    """The sound template with ``changes`` made to it, in their order."""
    document = Document(io.BytesIO(_sound(box, footnote)))
    for change in changes:
        change(document)
    return saved(document)


@cache
def _sound(box: str, footnote: str) -> bytes:
    document = _blank()
    for text in BODY:
        document.add_paragraph(text)
    _add_table(document)
    for text in END:
        document.add_paragraph(text)
    for text in END[2:4]:
        line(document, text).paragraph_format.keep_with_next = True
    line(document, END[1])._p.append(parse_xml(_BOX.replace("{text}", escape(box, quote=False))))
    section = document.sections[0]
    section.different_first_page_header_footer = True
    for story, text in ((section.header, HEADER), (section.first_page_header, FIRST_HEADER), (section.footer, FOOTER)):
        story.paragraphs[0].text = text
    _add_footnote(document, footnote)
    return saved(document)


def fresh(*texts: str) -> bytes:
    """A template of these paragraphs alone, in the sound look."""
    document = _blank()
    for text in texts:
        document.add_paragraph(text)
    return saved(document)


def saved(document: DocumentObject) -> bytes:
    """The document's bytes."""
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def line(document: DocumentObject, text: str) -> Paragraph:
    """The body's paragraph with this text."""
    return next(paragraph for paragraph in document.paragraphs if paragraph.text == text)


def say(old: str, new: str) -> Change:
    """Put ``new`` in place of ``old`` wherever it stands in the body, its table, headers and footers."""

    def change(document: DocumentObject) -> None:
        found = next((one for one in _paragraphs(document) if old in one.text), None)
        assert found, f"not in the sound template: {old}"
        for run in found.runs:
            run.text = run.text.replace(old, new)

    return change


def _paragraphs(document: DocumentObject) -> Iterator[Paragraph]:
    section = document.sections[0]
    for story in (document, section.header, section.first_page_header, section.footer):
        yield from story.paragraphs
    for row in document.tables[0].rows:
        for cell in row.cells:
            yield from cell.paragraphs


def runs(text: str, *parts: tuple[str, str]) -> Change:
    """Make the runs of the body's paragraph ``text`` anew: of each its text and the XML of its properties."""

    def change(document: DocumentObject) -> None:
        paragraph = line(document, text)
        for run in paragraph.runs:
            run._r.getparent().remove(run._r)
        for words, properties in parts:
            paragraph._p.append(parse_xml(run_xml(words, properties)))

    return change


def inside(text: str, xml: str) -> Change:
    """Put ``xml`` in place of the runs of the body's paragraph ``text``."""

    def change(document: DocumentObject) -> None:
        paragraph = line(document, text)
        for run in paragraph.runs:
            run._r.getparent().remove(run._r)
        wrapper = parse_xml(f"<w:p {nsdecls('w', 'r')}>{xml}</w:p>")
        for child in list(wrapper):
            paragraph._p.append(child)

    return change


def after(text: str, *new: str) -> Change:
    """Add paragraphs after the body's paragraph ``text``."""

    def change(document: DocumentObject) -> None:
        place = line(document, text)._p
        for words in reversed(new):
            place.addnext(parse_xml(f"<w:p {nsdecls('w')}>{run_xml(words)}</w:p>"))

    return change


def without(text: str) -> Change:
    """Remove the body's paragraph ``text``."""

    def change(document: DocumentObject) -> None:
        element = line(document, text)._p
        element.getparent().remove(element)

    return change


def table(change: Callable[[Table], None]) -> Change:
    """Change the table."""
    return lambda document: change(document.tables[0])


def run_xml(text: str, properties: str = "") -> str:
    """A run."""
    words = escape(text, quote=False)
    inner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r {nsdecls("w")}>{inner}<w:t xml:space="preserve">{words}</w:t></w:r>'


_NOT_NEEDED = ("stylesWithEffects", "theme", "fontTable", "customXml", "webSettings", "thumbnail")
"""Parts that Word adds of its own accord and no test looks at: with them all takes a tenth longer."""


def _blank() -> DocumentObject:
    """An empty document in the template's look: one font and size for Latin and Thai alike."""
    document = Document()
    styles = document.styles.element
    styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}").replace(
        styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}"), parse_xml(_LOOK)
    )
    styles.remove(styles.find(qn("w:latentStyles")))
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:styleId")) not in ("Normal", "Header", "Footer", "TableNormal", "DefaultParagraphFont"):
            styles.remove(style)
    for rels in (document.part.rels, document.part.package.rels):
        for key, link in list(rels.items()):
            if link.reltype.endswith(_NOT_NEEDED):
                del rels[key]
    for name in ("Normal", "Header", "Footer"):
        for properties in document.styles[name].element.findall(qn("w:rPr")):
            document.styles[name].element.remove(properties)
    return document


def _add_table(document: DocumentObject) -> None:
    made = document.add_table(rows=len(ROWS), cols=3)
    for r, row in enumerate(ROWS):
        for c, texts in enumerate(row):
            cell = made.cell(r, c)
            cell.paragraphs[0].text = texts[0]
            for text in texts[1:]:
                cell.add_paragraph(text)
    made.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))


def _add_footnote(document: DocumentObject, text: str) -> None:
    blob = (_FOOTNOTES.replace("{text}", escape(text, quote=False))).encode("utf-8")
    content_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), content_type, blob, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    reference = parse_xml(f'<w:r {nsdecls("w")}><w:footnoteReference w:id="1"/></w:r>')
    line(document, BODY[3])._p.append(reference)
