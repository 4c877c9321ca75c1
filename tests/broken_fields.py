"""Templates with one fault each in how tags stand to fields, lists, content controls and footnotes of Word."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.table import Table
from lxml import etree

from sound_template import BODY, END, Change, inside, line, run_xml, table, template

_NUMBER, _POWERS, _COMMITTEE, _DUTY = BODY[1], BODY[5], BODY[8], BODY[10]

Fault = tuple[str, Callable[[], bytes], str, str, str, str]
"""Its name, how to make it, and what must be found: the id, the place, the tag and words of the hint."""


def mark(kind: str) -> str:
    """A mark of a complex field."""
    return f'<w:r {nsdecls("w")}><w:fldChar w:fldCharType="{kind}"/></w:r>'


def begun(code: str) -> str:
    """A field up to its result."""
    return f"{mark('begin')}<w:r {nsdecls('w')}><w:instrText>{code}</w:instrText></w:r>{mark('separate')}"


def faults() -> tuple[Fault, ...]:
    """All of them."""
    unlink, together = "Ctrl+Shift+F9", "ตัวควบคุมเดียวกัน"
    return (
        _torn("field-ends-in-tag", begun("AUTHOR") + _cut(mark("end")), "{{ order.powers }}"),
        _torn("field-begins-in-tag", _cut(begun("PAGE")) + mark("end"), "{{ order.powers }}"),
        (
            "field-ends-behind-loop",
            partial(
                template,
                inside(_COMMITTEE, begun("AUTHOR") + run_xml(_COMMITTEE)),
                inside(END[2], mark("end") + run_xml(END[2])),
            ),
            "field-torn",
            "เนื้อหา ย่อหน้าที่ 13",
            "{%p endfor %}",
            unlink,
        ),
        (
            "field-goes-with-paragraph",
            partial(template, inside(BODY[4], begun("PAGE") + run_xml(BODY[4])), inside(_POWERS, mark("end"))),
            "field-torn",
            "เนื้อหา ย่อหน้าที่ 5",
            "{%p if order.powers %}",
            unlink,
        ),
        (
            "tag-in-page-number",
            partial(template, inside(_POWERS, begun("PAGE") + run_xml("{{ order.powers }}") + mark("end"))),
            "field-overwritten",
            "เนื้อหา ย่อหน้าที่ 6",
            "{{ order.powers }}",
            unlink,
        ),
        (
            "tag-in-date",
            partial(
                template,
                inside(_POWERS, f'<w:fldSimple w:instr=" DATE ">{run_xml("{{ order.powers }}")}</w:fldSimple>'),
            ),
            "field-overwritten",
            "เนื้อหา ย่อหน้าที่ 6",
            "{{ order.powers }}",
            unlink,
        ),
        _shown("sum-of-a-column", "=SUM(ABOVE)", "field-stale", "F9", "=SUM(ABOVE)"),
        _shown("question-of-word", 'IF 1 = 2 "ก" "ข"', "field-stale", "F9"),
        _shown("reference-to-above-or-below", "REF _Ref1 \\p", "field-stale", "F9", more=MARKED),
        _shown("number-of-a-footnote", "NOTEREF _Ref1", "field-stale", "F9", more=MARKED),
        _shown("caption-in-words", "SEQ ก \\* Ordinal", "field-stale", "F9"),
        _shown("reference-to-nowhere", "REF _Ref1 \\r", "field-nowhere", "การอ้างอิงโยง", "REF _Ref1"),
        _shown("page-of-nowhere", "PAGEREF _Ref1", "field-nowhere", "การอ้างอิงโยง"),
        (
            "reference-to-what-goes-with-a-tag",
            partial(
                template,
                inside(_POWERS, field("REF _Ref1")),
                inside(BODY[4], MARKED + run_xml(BODY[4])),
            ),
            "field-nowhere",
            "เนื้อหา ย่อหน้าที่ 6",
            "REF _Ref1",
            "ย่อหน้าของแท็กคำสั่ง",
        ),
        _shown("date-of-today", 'DATE \\@ "d MMMM bbbb"', "field-today", "แท็กของวันที่", "DATE"),
        (
            "list-begun-before-loop",
            partial(template, _numbered(_NUMBER), _numbered(_DUTY)),
            "list-continues",
            "เนื้อหา ย่อหน้าที่ 11",
            "{%p for committee in committees %}",
            "เริ่มใหม่ที่ 1",
        ),
        (
            "control-round-half-a-condition",
            partial(template, _control_round_condition),
            "block-other-control",
            "เนื้อหา ย่อหน้าที่ 7",
            "{%p endif %}",
            together,
        ),
        (
            "control-round-half-a-loop-of-rows",
            partial(template, table(_control_round_rows)),
            "block-other-control",
            "เนื้อหา ตารางที่ 1 แถวที่ 4 คอลัมน์ที่ 1",
            "{%tr endfor %}",
            together,
        ),
        (
            "footnote-of-loop-variable",
            partial(template, _refer_from_loop, footnote="ดู {{ committee.name }}"),
            "note-of-loop",
            "เชิงอรรถ ย่อหน้าที่ 3",
            "{{ committee.name }}",
            "ในวงเล็บ",
        ),
        (
            "footnote-that-may-be-empty",
            partial(template, _note_in_condition),
            "empty-note",
            "เชิงอรรถ ย่อหน้าที่ 3",
            "{%p if order.powers %}",
            "{% if order.powers %} … {% endif %}",
        ),
    )


def field(code: str) -> str:
    """A field with its result."""
    return begun(code) + run_xml("เก่า") + mark("end")


MARKED = '<w:bookmarkStart w:id="7" w:name="_Ref1"/><w:bookmarkEnd w:id="7"/>'
"""The bookmark that fields refer to."""


def _shown(name: str, code: str, id: str, fix: str, tag: str = "", more: str = "") -> Fault:
    """A field in the sixth line, behind ``more``."""
    return name, partial(template, inside(_POWERS, more + field(code))), id, "เนื้อหา ย่อหน้าที่ 6", tag or code, fix


def _torn(name: str, xml: str, tag: str) -> Fault:
    return name, partial(template, inside(_POWERS, xml)), "field-torn", "เนื้อหา ย่อหน้าที่ 6", tag, "Ctrl+Shift+F9"


def _cut(between: str) -> str:
    """A tag with something between its halves."""
    return run_xml("{{ order.po") + between + run_xml("wers }}")


def _numbered(text: str) -> Change:
    def change(document: Document) -> None:
        number = _number_of_a_list(document)
        properties = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
        line(document, text)._p.get_or_add_pPr().append(parse_xml(properties))

    return change


def _number_of_a_list(document: Document) -> str:
    """A list of python-docx's template that counts."""
    root = document.part.numbering_part.element
    counting = root.xpath('w:abstractNum[w:lvl/w:numFmt[@w:val="decimal"]]/@w:abstractNumId')[0]
    return str(root.xpath(f'w:num[w:abstractNumId/@w:val="{counting}"]/@w:numId')[0])


def _control(*held: object) -> None:
    """Put a content control round elements that follow each other."""
    control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtPr/><w:sdtContent/></w:sdt>")
    held[0].addprevious(control)  # type: ignore[attr-defined]
    for element in held:
        control[1].append(element)


def _control_round_condition(document: Document) -> None:
    _control(line(document, BODY[4])._p, line(document, _POWERS)._p)


def _control_round_rows(made: Table) -> None:
    _control(made.rows[1]._tr, made.rows[2]._tr)


def _refer_from_loop(document: Document) -> None:
    reference = next(line(document, BODY[3])._p.iter("{*}footnoteReference")).getparent()
    line(document, _COMMITTEE)._p.append(reference)


def _note_in_condition(document: Document) -> None:
    notes = document.part.part_related_by(RELATIONSHIP_TYPE.FOOTNOTES)
    root = parse_xml(notes.blob)
    words = root[-1][0]
    for text, place in (("{%p if order.powers %}", words.addprevious), ("{%p endif %}", words.addnext)):
        place(parse_xml(f"<w:p {nsdecls('w')}>{run_xml(text)}</w:p>"))
    notes._blob = etree.tostring(root)
