"""Templates with one fault each, and what must be found in each: its id, place, tag and the fix that is offered.

``python tests/broken_templates.py FOLDER`` writes them all as files, and the sound ones beside them.
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.table import Table

import broken_bounds
import broken_fields
import broken_files
import broken_outside
from broken_template import CELL, FOR, IF, LOOP, SOME, Case, line_no, powers, template
from sound_template import BODY, END, Change, after, inside, line, run_xml, runs, say, table, without

_OTHER_MARKS = {
    "«ชื่อ»": "{{ ชื่อข้อมูล }}",
    "[[office.name]]": "{{ office.name }}",
    "<< office.name >>": "{{ office.name }}",
    "[ชื่อหน่วยงาน]": "{{ ชื่อข้อมูล }}",
    "<ชื่อ>": "{{ ชื่อข้อมูล }}",
    "%office_name%": "{{ office_name }}",
}
_TURN = "{% for x in committees %}{tag}{{ x.name }}{% endfor %}"
_EQUATION = (
    '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>x</m:t></m:r></m:oMath>'
)
DATED, SIGNED = END[2], END[3]
REASON, POWERS = BODY[3], BODY[5]


@cache
def cases() -> tuple[Case, ...]:
    """All broken templates."""
    inside = (*names(), *values(), *marks(), *characters(), *blocks(), *places(), *word())
    fields = (Case(*fault) for fault in broken_fields.faults())
    around = (*broken_bounds.cases(), *broken_outside.cases())
    return (*inside, *around, *formats(), *broken_files.cases(), *fields)


def names() -> tuple[Case, ...]:
    """Names that nobody fills."""
    return (
        powers("misspelt", "name-unknown", "{{ order.power }}", "หมายถึง order.powers หรือไม่"),
        powers("capitals", "name-unknown", "{{ ORDER.POWERS }}", "หมายถึง order.powers หรือไม่"),
        powers("misspelt-group", "name-unknown", "{{ ordr.powers }}", "order.powers"),
        powers("nowhere-near", "name-unknown", "{{ budget_of_nobody }}", "ดูรายการชื่อข้อมูลที่ใช้ได้"),
        powers("without-its-group", "name-unknown", "{{ powers }}", "order.powers"),
        powers("part-of-a-text", "name-unknown", "{{ order.powers.text }}", "order.powers"),
        powers("dash-for-dot", "name-unknown", "{{ order-powers }}", "order.powers"),
        powers("thai-keyboard", "name-unknown", "{{ นพกำพใยนไำพห }}", "order.powers"),
        powers("in-a-condition", "name-unknown", "{% if order.powrs %}", "order.powers", IF),
        powers("in-a-comparison", "name-unknown", '{% if levl == "A" %}', "level", IF),
        powers("in-a-choice", "name-unknown", "{{ order.powers if ordr.number else total }}", "order.number"),
        powers("asked-for", "name-unknown-asked", "{% if ordr is defined %}", "order", IF),
        powers("after-its-loop", "name-outside-loop", "{{ x.name }}", "ย้าย", f"{LOOP}{{tag}}"),
        powers("in-a-call", "name-unknown", "{{ loop.cycle('ก', totl) }}", "total", LOOP.replace("ก", "{tag}")),
        powers(
            "after-a-loop-with-a-condition",
            "name-outside-loop",
            "{{ x.name }}",
            "ย้าย",
            "{% for x in measures if x.name %}ก{% endfor %}{tag}",
        ),
        powers("key-of-a-value", "key-unknown", '{{ more["คำขวัน"] }}', 'หมายถึง more["คำขวัญ"] หรือไม่'),
        powers(
            "key-of-a-row",
            "key-unknown",
            '{{ row["ราคา"] }}',
            "“รายการ”, “จำนวน”",
            '{% for row in sheets["ครุภัณฑ์"] %}{tag}{% endfor %}',
        ),
        powers("key-of-a-sheet", "key-unknown", '{% for row in sheets["วัสดุ"] %}', "“ครุภัณฑ์”", FOR),
        powers("key-with-another-in-its-stead", "key-unknown-asked", '{{ more["ก"] | default("-") }}', "“คำขวัญ”"),
        powers("key-after-a-dot", "key-as-name", "{{ more.คำขวัญ }}", 'more["คำขวัญ"]'),
        powers("all-keys", "value-group-as-text", "{{ more }}", 'more["คำขวัญ"]'),
        powers("part-of-a-list", "name-needs-loop", "{{ committees.name }}", "{% for item in committees %}"),
        Case(
            "in-a-loop",
            template(say("{{ duty.text }}", "{{ duty.txt }}")),
            "name-unknown", line_no(11), "{{ duty.txt }}", "duty.text",
        ),
        Case(
            "list-of-a-loop",
            template(say("committee.duties", "committee.dutys")),
            "name-unknown", line_no(10), "{%p for duty in committee.dutys %}", "committee.duties",
        ),
        Case(
            "in-a-cell",
            template(say("measure.name", "measure.nam")),
            "name-unknown", f"{CELL} 2", "{{ measure.nam }}", "measure.name",
        ),
        Case(
            "in-the-loop-of-a-cell",
            template(say("{{ item }}", "{{ itme }}")),
            "name-unknown", f"{CELL} 3 ย่อหน้าที่ 2", "{{ itme }}", "item",
        ),
        Case(
            "in-the-header",
            template(_header("{{ ofice.name }}")),
            "name-unknown", "หัวกระดาษ ย่อหน้าที่ 1", "{{ ofice.name }}", "office.name",
        ),
        Case(
            "in-the-first-header",
            template(say("{{ year }}", "{{ yaer }}")),
            "name-unknown", "หัวกระดาษหน้าแรก ย่อหน้าที่ 1", "{{ yaer }}", "year",
        ),
        Case(
            "in-the-footer",
            template(say("{{ last_year }}", "{{ lastyear }}")),
            "name-unknown", "ท้ายกระดาษ ย่อหน้าที่ 1", "{{ lastyear }}", "last_year",
        ),
        Case(
            "in-a-text-box",
            template(box="ติดต่อ{{ office.shortname }}"),
            "name-unknown", "กล่องข้อความที่ 1 ในเนื้อหา ย่อหน้าที่ 1", "{{ office.shortname }}", "office.short_name",
        ),
        Case(
            "in-a-footnote",
            template(footnote="ดูคำสั่งที่ {{ order.numbr }}"),
            "name-unknown", "เชิงอรรถ ย่อหน้าที่ 3", "{{ order.numbr }}", "order.number",
        ),
    )  # fmt: skip


def values() -> tuple[Case, ...]:
    """Values used for what they are not, and filters, tests and calculations that templates do not have."""
    return (
        powers("list-as-text", "value-list-as-text", "{{ committees }}", "{% for item in committees %}"),
        powers("group-as-text", "value-group-as-text", "{{ office }}", "office.name"),
        powers("picture-as-text", "value-picture-as-text", "{{ order.emblem }}", "fit(15, 8.5)"),
        powers("text-as-picture", "value-text-as-picture", "{{ office.name | fit(3, 3) }}", "ลบ | fit(…)"),
        powers("flag-as-text", "value-flag-as-text", "{{ analysis.as_one_list }}", "{% if analysis.as_one_list %}"),
        powers("filter-misspelt", "filter-unknown", "{{ order.powers | trimm }}", "trim"),
        powers("filter-refused", "filter-unknown", "{{ order.powers | replace('a', 'b') }}", "ใช้ได้เฉพาะ"),
        powers("join-of-a-text", "name-not-a-list", "{{ office.name | join(', ') }}"),
        powers("loop-over-a-text", "name-not-a-list", "{% for x in total %}", "", "{tag}{{ x.name }}{% endfor %}"),
        powers("loop-over-a-group", "name-not-a-list", "{% for x in analysis %}", "analysis.items", FOR),
        powers("test-unknown", "test-unknown", "{% if total is numeric %}", "is defined", IF),
        powers("call", "call-refused", "{{ office.name.upper() }}", "วงเล็บ"),
        powers("product", "operator-refused", "{{ total * 2 }}", "คำนวณ"),
    )


def marks() -> tuple[Case, ...]:
    """Tags that are not written as tags are."""
    return (
        powers("unclosed", "tag-unclosed", "{{ order.powers", "{{ order.powers }}", "{tag} ทั้งนี้"),
        powers("half-closed", "tag-unclosed", "{{ order.powers }", "{{ order.powers }}"),
        powers("unclosed-if", "tag-unclosed", "{% if total", "{% if total %}", "{tag} มี{% endif %}"),
        powers("wrong-end", "tag-wrong-end", "{{ order.powers %}", "{{ order.powers }}"),
        powers("wrong-end-if", "tag-wrong-end", "{% if total }}", "{% if total %}", IF),
        powers("braces-apart", "tag-marks-apart", "{ { order.powers }}", "{{ order.powers }}"),
        powers("end-apart", "tag-marks-apart", "{{ order.powers } }", "{{ order.powers }}"),
        powers("single-brace", "tag-single-brace", "{order.powers}", "{{ order.powers }}"),
        powers("brace-too-many", "tag-stray-end", "}", "ลบเครื่องหมายปิด", "{{ order.powers }}{tag}"),
        powers("stray-end", "tag-stray-end", "}}", "เครื่องหมายเปิด", "order.powers {tag}"),
        powers("empty", "tag-empty", "{{ }}", "ชื่อข้อมูล"),
        powers("two-words", "tag-syntax", "{{ order powers }}", "{{ order.powers }}"),
        powers("open-bracket", "tag-syntax", "{{ committees[0.name }}", "วงเล็บ"),
        powers("open-quote", "tag-syntax", '{% if level == "A %}', "เครื่องหมายคำพูด", IF),
        powers("one-equals-sign", "tag-syntax", '{% if level = "A" %}', "==", IF),
        powers("three-equals-signs", "tag-syntax", '{% if level === "A" %}', "!=", IF),
        powers("and-in-capitals", "tag-syntax", '{% if level == "A" AND total %}', "and, or", IF),
        powers("question-in-a-value", "tag-syntax", "{{ if total }}", "{% if total %}", "{tag}ก"),
        powers("end-in-a-value", "tag-syntax", "{{ endfor }}", "{% endfor %}"),
        powers("value-as-a-statement", "statement-unknown", "{% order.powers %}", "{{ order.powers }}"),
        powers("for-without-in", "tag-syntax", "{% for x of committees %}", "in ชื่อรายการ", FOR),
        powers("for-loop-in", "tag-syntax", "{% for loop in committees %}", "ตั้งชื่ออื่น", FOR),
        powers("set-loop", "tag-syntax", "{% set loop = 1 %}", "ตั้งชื่ออื่น", _TURN),
        powers("set-loop-block", "tag-syntax", "{% set loop %}", "ตั้งชื่ออื่น", _TURN.replace("}{{", "}{% endset %}{{")),
        powers("if-of-nothing", "tag-syntax", "{% if %}", "เงื่อนไข", IF),
        powers("two-names-in-a-tag", "tag-syntax", "{{ order.powers, total }}", "ไม่ใช่จุลภาค"),
        powers("set-to-nothing", "tag-syntax", "{% set x = %}", "จุด วงเล็บ"),
        powers("with-nothing", "tag-syntax", "{% with x = %}", "จุด วงเล็บ", "{tag}ก{% endwith %}"),
        powers("endfor-with-a-name", "tag-syntax", "{% endfor x %}", "endfor", "{% for x in committees %}ก{tag}"),
        powers("keyword-misspelt", "statement-unknown", "{% fi total %}", "if", IF),
        powers("end-misspelt", "statement-unknown", "{% edif %}", "endif", "{% if total %}ก{tag}"),
        powers("end-in-two-words", "statement-unknown", "{% end if %}", "endif", "{% if total %}ก{tag}"),
        powers("else-if", "statement-unknown", "{% else if level %}", "elif", "{% if total %}ก{tag}ข{% endif %}"),
        powers("include", "statement-unsupported", "{% include 'other.docx' %}", "ใช้ได้เฉพาะ"),
        Case(
            "over-paragraphs",
            template(say(POWERS, "อาศัยอำนาจตามความใน{{ order."), after("อาศัยอำนาจตามความใน{{ order.", "powers }} จึง")),
            "tag-over-paragraphs", line_no(6), "{{ order.", "ย่อหน้าเดียวกัน",
        ),
        Case(
            "sign-that-joins",
            template(say(REASON, "{%- if total %}ก{% endif %}")),
            "tag-joins-paragraphs", line_no(4), "{%- if total %}", "ลบเครื่องหมาย -",
        ),
        Case(
            "space-before-prefix",
            template(say("{%p if order.powers %}", "{% p if order.powers %}")),
            "tag-prefix-space", line_no(5), "{% p if order.powers %}", "{%p if order.powers %}",
        ),
        Case(
            "capital-prefix",
            template(say("{%p if order.powers %}", "{%P if order.powers %}")),
            "tag-prefix-space", line_no(5), "{%P if order.powers %}", "{%p if order.powers %}",
        ),
        Case(
            "sign-before-prefix",
            template(say("{%p if order.powers %}", "{%-p if order.powers %}")),
            "tag-prefix-space", line_no(5), "{%-p if order.powers %}", "{%p if order.powers %}",
        ),
        Case(
            "no-space-after-prefix",
            template(say("{%p for committee in", "{%pfor committee in")),
            "tag-prefix-space", line_no(8), "{%pfor committee in committees %}", "{%p for committee in committees %}",
        ),
        Case(
            "brace-in-a-prefixed-tag",
            template(say("{%p if order.powers %}", "{%p if order.powers == '}' %}")),
            "tag-prefix-sign", line_no(5), "{%p if order.powers == '}' %}", "ปีกกา",
        ),
    )  # fmt: skip


def characters() -> tuple[Case, ...]:
    """Characters that are not what they seem."""
    meant = "{{ order.powers }}"
    return (
        powers("zero-width-space", "tag-hidden-character", "{{ order.\u200bpowers }}", meant),
        powers("soft-hyphen", "tag-hidden-character", "{{ order.pow\u00aders }}", meant),
        powers("bom-between-braces", "tag-hidden-character", "{\ufeff{ order.powers }}", meant),
        powers("nbsp", "tag-odd-space", "{{\u00a0order.powers }}", "วรรค"),
        powers("smart-quotes", "tag-smart-quote", "{% if level == “A” %}", '{% if level == "A" %}', IF),
        powers("low-quotes", "tag-lookalike", "{% if level == „A” %}", '{% if level == "A" %}', IF),
        powers("cyrillic-letter", "tag-lookalike", "{{ оrder.powers }}", meant),
        powers("wide-braces", "tag-lookalike", "｛｛ order.powers ｝｝", meant),
        powers("wide-letters", "tag-lookalike", "{{ ｏrder.powers }}", meant),
        powers("en-dash", "tag-lookalike", "{{ committees[–1].name }}", "{{ committees[-1].name }}", SOME),
        powers("thai-digits", "tag-thai-digits", "{{ committees[๐].name }}", "{{ committees[0].name }}", SOME),
        powers("sara-am-in-a-tag", "tag-sara-am", '{% if level == "ตํ่า" %}', '"ต่ำ"', IF),
        Case(
            "sara-am-in-words",
            template(say("คำสั่ง{{", "คําสั่ง{{")),
            "text-sara-am", line_no(1), "คําสั่ง{{", "สระอำ",
        ),
        Case(
            "sara-am-in-a-word-among-others",
            template(say("คำสั่ง{{", "ออก คําสั่ง ของ{{")),
            "text-sara-am", line_no(1), "คําสั่ง", "สระอำ",
        ),
    )  # fmt: skip


def blocks() -> tuple[Case, ...]:
    """Blocks that do not fit together."""
    return (
        powers("if-unclosed", "block-unclosed", "{% if total %}", "{% endif %}", "{tag}ก"),
        powers("for-unclosed", "block-unclosed", "{% for x in committees %}", "{% endfor %}", "{tag}ก"),
        powers("endif-alone", "block-stray", "{% endif %}", "if", "ก{tag}"),
        Case("else-alone", template(say(REASON, "ก{% else %}")), "block-stray", line_no(4), "{% else %}", "if"),
        powers(
            "crossed", "block-crossed", "{% endif %}", "{% for x in committees %}",
            "{% if total %}ก{% for x in committees %}ข{tag}ค{% endfor %}",
        ),
        Case(
            "endif-missing",
            template(without("{%p endif %}")),
            "block-unclosed", line_no(5), "{%p if order.powers %}", "{%p endif %}",
        ),
        Case(
            "inner-endfor-missing",
            template(without("{%p endfor %}")),
            "block-unclosed", line_no(8), "{%p for committee in committees %}", "{%p endfor %}",
        ),
        Case(
            "prefixes-differ",
            template(say("{%p endif %}", "{% endif %}")),
            "block-prefix", line_no(7), "{% endif %}", "{%p endif %}",
        ),
        Case(
            "one-paragraph",
            template(say(POWERS, "{%p if total %}{%p endif %}")),
            "block-same-unit", line_no(6), "{%p endif %}", "คนละย่อหน้า",
        ),
        Case(
            "one-row",
            template(_cells("{%tr for x in committees %}", "{{ x.name }}", "{%tr endfor %}")),
            "block-same-unit", f"{CELL} 3", "{%tr endfor %}", "คนละแถว",
        ),
        Case(
            "paragraph-tags-in-two-cells",
            template(_cells("{%p if measure.name %}", "{{ measure.name }}", "{%p endif %}")),
            "block-other-place", f"{CELL} 3", "{%p endif %}", "{%tc … %}",
        ),
        Case(
            "inline-over-cells",
            template(_cells("{% if measure.name %}ก", "{{ measure.name }}", "ข{% endif %}")),
            "block-other-place", f"{CELL} 3", "{% endif %}", "{%tc … %}",
        ),
        Case(
            "inline-over-rows",
            template(table(_loop_over_rows)),
            "block-other-place", "เนื้อหา ตารางที่ 1 แถวที่ 4 คอลัมน์ที่ 1", "{% endfor %}", "{%tr … %}",
        ),
        Case(
            "cell-tags-in-two-rows",
            template(_cells("{%tc if total %}", "", "ลำดับ", row=0), _cells("", "{{ measure.name }}", "{%tc endif %}")),
            "block-other-place", f"{CELL} 3", "{%tc endif %}", "แถวเดียวกัน",
        ),
        Case(
            "rows-in-two-tables",
            template(_second_table),
            "block-other-place", "เนื้อหา ตารางที่ 2 แถวที่ 1 คอลัมน์ที่ 1", "{%tr endfor %}", "ตารางเดียวกัน",
        ),
        Case(
            "opened-outside-the-table",
            template(after(BODY[13], "{%p if total %}"), _cells("", "{{ measure.name }}", "{%p endif %}")),
            "block-other-place", f"{CELL} 3", "{%p endif %}", "ย้าย",
        ),
        Case(
            "inline-over-paragraphs",
            template(after(BODY[13], "{% if total %}มี", "คะแนน{% endif %}")),
            "block-over-paragraphs", line_no(16), "{% endif %}", "{%p",
        ),
    )  # fmt: skip


def places() -> tuple[Case, ...]:
    """Tags in the wrong kind of place, and what would vanish beside them."""
    return (
        Case(
            "row-tag-outside-tables",
            template(say("{%p if order.powers %}", "{%tr if order.powers %}"), say("{%p endif %}", "{%tr endif %}")),
            "place-outside-table", line_no(5), "{%tr if order.powers %}", "{%p",
        ),
        powers("cell-colour-outside-tables", "place-outside-table", "{% cellbg total %}", "ตาราง"),
        Case(
            "words-beside-a-paragraph-tag",
            template(say("{%p if order.powers %}", "{%p if order.powers %} โดย")),
            "place-lost-text", line_no(5), "{%p if order.powers %}", "ย่อหน้า",
        ),
        Case(
            "tag-beside-a-paragraph-tag",
            template(say("{%p endif %}", "{{ total }}{%p endif %}")),
            "place-lost-text", line_no(7), "{%p endif %}", "ย่อหน้า",
        ),
        Case(
            "words-in-a-tag's-row",
            template(_cells("{%tr for measure in measures %}", "", "หมายเหตุ", row=1)),
            "place-lost-text", "เนื้อหา ตารางที่ 1 แถวที่ 2 คอลัมน์ที่ 1", "{%tr for measure in measures %}", "แถว",
        ),
        Case(
            "words-in-a-tag's-cell",
            template(_cells("{%tc if total %} ลำดับ", "{{ measure.name }}", "{%tc endif %}")),
            "place-lost-text", f"{CELL} 1", "{%tc if total %}", "ช่อง",
        ),
        Case(
            "section-break-in-a-tag's-paragraph",
            template(_section_break),
            "place-lost-object", line_no(7), "{%p endif %}", "ตัวแบ่งส่วน",
        ),
        Case(
            "picture-in-a-tag's-paragraph",
            template(inside(BODY[6], run_xml("{%p endif %}") + "<w:r><w:pict/></w:r>")),
            "place-lost-object", line_no(7), "{%p endif %}", "รูปภาพ",
        ),
        Case(
            "new-page-at-a-tag's-paragraph",
            template(_new_page),
            "place-lost-object", line_no(7), "{%p endif %}", "ขึ้นหน้าใหม่",
        ),
        Case(
            "column-break-in-a-tag's-paragraph",
            template(inside(BODY[6], run_xml("{%p endif %}") + '<w:r><w:br w:type="column"/></w:r>')),
            "place-lost-object", line_no(7), "{%p endif %}", "ตัวแบ่งคอลัมน์",
        ),
        Case(
            "equation-in-a-tag's-paragraph",
            template(inside(BODY[6], run_xml("{%p endif %}") + _EQUATION)),
            "place-lost-object", line_no(7), "{%p endif %}", "สมการ",
        ),
        Case(
            "cell-of-a-loop-alone",
            template(table(_no_else)),
            "empty-cell", f"{CELL} 3", "{%p for item in measure.actions %}", "{%p else %}",
        ),
        Case(
            "words-that-a-merge-hides",
            template(table(_merged_downwards)),
            "place-merged-away", f"{CELL} 2", "{{ measure.name }}", "แยกเซลล์",
        ),
        Case(
            "table-of-a-loop-alone",
            template(table(lambda made: made._tbl.remove(made.rows[0]._tr))),
            "empty-table", "เนื้อหา ตารางที่ 1 แถวที่ 1 คอลัมน์ที่ 1", "{%tr for measure in measures %}", "{%p if measures %}",
        ),
    )  # fmt: skip


def word() -> tuple[Case, ...]:
    """What Word did to a tag: tracked changes, links, formats."""
    words = "อาศัยอำนาจตามความใน"
    return (
        Case(
            "deleted",
            template(inside(POWERS, run_xml(POWERS) + _deleted("{{ total }}"))),
            "tag-deleted", line_no(6), "{{ total }}", "รีวิว",
        ),
        Case(
            "inserted",
            template(inside(POWERS, run_xml(words) + _inserted("{{ order.powers }}"))),
            "tag-tracked", line_no(6), "{{ order.powers }}", "รีวิว",
        ),
        Case(
            "changed-inside",
            template(inside(POWERS, run_xml(words + "{{ order.") + _deleted("ab") + run_xml("powers }}"))),
            "tag-tracked", line_no(6), "{{ order.powers }}", "รีวิว",
        ),
        Case(
            "half-in-a-link",
            template(inside(POWERS, run_xml(words + "{{ order.") + _link("powers }}"))),
            "tag-half-linked", line_no(6), "{{ order.powers }}", "ย้าย",
        ),
        Case(
            "two-formats",
            template(runs(POWERS, (words + "{{ order.", ""), ("powers }}", "<w:b/><w:bCs/>"))),
            "tag-formats", line_no(6), "{{ order.powers }}", "รูปแบบ",
        ),
        *(
            Case(
                f"marks-of-others-{number}",
                template(say("{{ order.powers }}", "{{ order.powers }} " + other)),
                "placeholder-other", line_no(6), other, meant,
            )
            for number, (other, meant) in enumerate(_OTHER_MARKS.items(), start=1)
        ),
        Case(
            "in-an-endnote",
            template(_endnote("ดู {{ totl }}")),
            "name-unknown", "อ้างอิงท้ายเรื่อง ย่อหน้าที่ 1", "{{ totl }}", "total",
        ),
        Case(
            "hyphen-that-is-no-character",
            template(inside(POWERS, _piece("{{ order.powers | default('ก</w:t><w:noBreakHyphen/><w:t>ข') }}"))),
            "tag-hyphen", line_no(6), "{{ order.powers | default('กข') }}", "ธรรมดา",
        ),
        Case(
            "page-break-in-a-tag",
            template(inside(POWERS, _piece('{{ order.</w:t><w:br w:type="page"/><w:t>powers }}'))),
            "tag-holds-object", line_no(6), "{{ order.powers }}", "ตัวแบ่งหน้า",
        ),
        Case(
            "raw-text",
            template(say("{{ order.powers }}", "{{r order.powers }}")),
            "value-raw", line_no(6), "{{r order.powers }}", "{{ order.powers }}",
        ),
    )  # fmt: skip


UNSEEN = {
    "hidden-by-word": "<w:vanish/>",
    "white-on-white": '<w:color w:val="FFFFFF"/>',
}


def formats() -> tuple[Case, ...]:
    """What only print would show."""
    return (
        Case(
            "bold-for-latin-only",
            template(runs(POWERS, (POWERS, "<w:b/>"))),
            "look-thai-twins", line_no(6), POWERS, "ตัวหนา",
        ),
        Case(
            "size-for-latin-only",
            template(runs(POWERS, (POWERS, '<w:sz w:val="40"/>'))),
            "look-thai-twins", line_no(6), POWERS, "ขนาดตัวอักษร",
        ),
        Case(
            "font-for-latin-only",
            template(runs(POWERS, (POWERS, '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>'))),
            "look-thai-twins", line_no(6), POWERS, "แบบอักษร",
        ),
        Case(
            "twins-lost-in-a-style",
            template(_style_bold),
            "look-thai-twins", line_no(6), POWERS, "ตัวหนา",
        ),
        Case(
            "another-font",
            template(runs(POWERS, (POWERS, '<w:rFonts w:ascii="Cordia New" w:cs="Cordia New"/>'))),
            "look-font", line_no(6), POWERS, "TH SarabunPSK",
        ),
        Case(
            "another-font-for-latin",
            template(runs(POWERS, ("ITA", '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="TH SarabunPSK"/>'))),
            "look-font", line_no(6), "ITA", "TH SarabunPSK",
        ),
        *(
            Case(
                name,
                template(runs(POWERS, (POWERS, look))),
                "look-unseen", line_no(6), POWERS, "Ctrl+เว้นวรรค",
            )
            for name, look in UNSEEN.items()
        ),
        Case(
            "header-row-once",
            template(table(lambda made: made.rows[0]._tr.trPr.clear())),
            "look-header-row", "เนื้อหา ตารางที่ 1 แถวที่ 1 คอลัมน์ที่ 1", "ลำดับ", "ทำซ้ำแถวส่วนหัว",
        ),
        Case(
            "date-torn-off",
            template(_let_go(DATED)),
            "look-signature", line_no(17), DATED, "เก็บรวมกับย่อหน้าถัดไป",
        ),
        Case(
            "position-torn-off",
            template(_let_go(SIGNED)),
            "look-signature", line_no(18), SIGNED, "เก็บรวมกับย่อหน้าถัดไป",
        ),
    )  # fmt: skip


def _header(text: str) -> Change:
    def change(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = text

    return change


def _endnote(text: str) -> Change:
    def change(document: Document) -> None:
        content_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.endnotes+xml"
        xml = f'<w:endnotes {nsdecls("w")}><w:endnote w:id="1"><w:p>{run_xml(text)}</w:p></w:endnote></w:endnotes>'
        part = Part(PackURI("/word/endnotes.xml"), content_type, xml.encode("utf-8"), document.part.package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.ENDNOTES)

    return change


def _cells(*texts: str, row: int = 2) -> Change:
    """The row's cells with these texts, a paragraph each."""

    def change(made: Table) -> None:
        for cell, text in zip(made.rows[row].cells, texts, strict=True):
            for paragraph in cell.paragraphs[1:]:
                paragraph._p.getparent().remove(paragraph._p)
            cell.paragraphs[0].text = text

    return table(change)


def _loop_over_rows(made: Table) -> None:
    for row, text in ((1, "{% for measure in measures %}ก"), (3, "{% endfor %}")):
        made.rows[row].cells[0].paragraphs[0].text = text


def _second_table(document: Document) -> None:
    first = document.tables[0]
    second = document.add_table(rows=1, cols=1)
    second.cell(0, 0).paragraphs[0].text = "{%tr endfor %}"
    first._tbl.remove(first.rows[3]._tr)


def _no_else(made: Table) -> None:
    for paragraph in made.rows[2].cells[2].paragraphs[2:4]:
        paragraph._p.getparent().remove(paragraph._p)


def _section_break(document: Document) -> None:
    line(document, BODY[6])._p.get_or_add_pPr().append(parse_xml(f"<w:sectPr {nsdecls('w')}/>"))


def _merged_downwards(made: Table) -> None:
    for row, merge in ((0, "restart"), (1, "continue"), (2, "continue")):
        made.rows[row].cells[1]._tc.get_or_add_tcPr().append(parse_xml(f'<w:vMerge {nsdecls("w")} w:val="{merge}"/>'))


def _new_page(document: Document) -> None:
    line(document, BODY[6]).paragraph_format.page_break_before = True


def _style_bold(document: Document) -> None:
    style = document.styles.add_style("หนา", 1)
    style.element.get_or_add_rPr().append(parse_xml(f"<w:b {nsdecls('w')}/>"))
    line(document, POWERS).style = style


def _let_go(text: str) -> Change:
    def change(document: Document) -> None:
        line(document, text).paragraph_format.keep_with_next = None

    return change


def _deleted(text: str) -> str:
    return (
        '<w:del w:id="90" w:author="ผู้ตรวจ" w:date="2024-01-01T00:00:00Z"><w:r>'
        f'<w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'
    )


def _inserted(text: str) -> str:
    return f'<w:ins w:id="91" w:author="ผู้ตรวจ" w:date="2024-01-01T00:00:00Z">{run_xml(text)}</w:ins>'


def _piece(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def _link(text: str) -> str:
    return f'<w:hyperlink w:anchor="top">{run_xml(text)}</w:hyperlink>'


def main(folder: Path) -> None:
    """Write every broken template into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    for case in cases():
        (folder / f"{case.name}_template.docx").write_bytes(case.data)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
