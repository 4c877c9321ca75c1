"""Sound templates: each uses something that templates may use, and nothing must be found in any."""

from __future__ import annotations

from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.table import Table

from sound_template import BODY, END, Change, after, inside, line, run_xml, runs, say, table

POWERS, LEVEL = BODY[5], BODY[13]


def templates() -> dict[str, tuple[Change, ...]]:
    """What to change in the one sound template to have each of them, by what it shows."""
    return {"as-it-is": (), **_expressions(), **_statements(), **_tables(), **_word()}


def _says(text: str) -> tuple[Change, ...]:
    return (say("{{ order.powers }}", text),)


def _expressions() -> dict[str, tuple[Change, ...]]:
    return {
        "choice-in-a-tag": _says("{{ order.powers if order.powers else total }}"),
        "choice-in-a-filter": _says("{{ (order.powers if order.powers else total) | trim }}"),
        "element-in-a-choice": _says("{{ (committees[0].name if committees else total) | trim }}"),
        "list-with-length": _says("{% if committees | length %}{{ committees[0].name }}{% endif %}"),
        "element-that-is-defined": _says("{% if committees[2] is defined %}{{ committees[2].name }}{% endif %}"),
        "one-before-the-second": _says(
            "{% for c in committees %}{% if loop.index > 1 %}{{ loop.previtem.name }}{% endif %}{% endfor %}"
        ),
        "own-name-by-another": _says(
            '{% set wanted = "คำขวัญ" %}{{ more[wanted] }}{{ {"ก": total}["ก"] }}{% if level in more %}-{% endif %}'
        ),
        "two-names-at-once": _says("{% set (a, b) = (level, total) %}{{ a }}{{ b }}"),
        "texts-joined": _says('{{ "ข้อ " ~ total ~ " " ~ level }}'),
        "text-or-another-as-a-test-says": _says("{{ level == 'A' and 'ผ่าน' or 'ไม่ผ่าน' }}{{ order.powers or '-' }}"),
        "switched-off": _says(
            "{% if false %}{{ total }}{% endif %}{% if level in ('A', 'B') or not level %}ก{% endif %}"
        ),
        "element-counted-from-the-end": _says("{% if committees[-2] is defined %}{{ committees[1].name }}{% endif %}"),
        "blanks-taken-away": _says("ก {%- if total %} {{ total }} {% endif -%} ข"),
        "element-by-number": _says(
            "{% if committees and committees[0].seats %}{{ committees[0].seats[-1].name }}{% endif %}"
        ),
        "element-where-there-are-so-many": _says(
            "{% if committees | length < 3 %}-{% elif level %}{{ committees[2].name }}{% endif %}"
        ),
        "element-or-another-text": _says("{{ committees[0].name if committees else level }}"),
        "element-of-the-list-in-hand": _says("{% for c in committees %}{{ committees[0].name }}{% endfor %}"),
        "name-in-quotes": _says("{% for item in analysis['items'] %}{{ item['name'] }}{% endfor %}"),
        "filters": _says(
            "{{ order.powers | trim }}{{ committees | length }}"
            "{% for c in committees %}{{ (committees | first).name | e }}{% endfor %}"
        ),
        "list-of-texts-joined": _says("{% for m in measures %}{{ m.actions | join(', ') }}{% endfor %}"),
        "parts-of-a-list-joined": _says('{{ committees | join(", ", attribute="name") }}'),
        "signs-in-quotes": _says('{% if office.name == "ก & ข <ค>" %}ดี{% endif %}'),
        "slice": _says("{% for c in committees %}{% for s in c.seats[1:] %}{{ s.name }}{% endfor %}{% endfor %}"),
        "comparisons": _says(
            '{% if level in ["A", "AA"] and not total == "๐" or committees | length > 3 %}ดี{% endif %}'
        ),
        "is-defined": _says("{% if order.powers is defined and level is string %}{{ order.powers }}{% endif %}"),
        "own-names": _says(
            '{{ more["คำขวัญ"] }}{% for row in sheets["ครุ ภัณฑ์"] %}{{ row["รายการ"] }}{{ row["จำนวน "] }}{% endfor %}'
        ),
        "own-names-asked-for": _says(
            '{% if "เบอร์โทร" in more %}{{ more["เบอร์โทร"] }}{% endif %}{{ more["คำขวัญ"] | default("-") }}'
        ),
        "or-else": _says("{{ order.powers or total }}"),
        "thai-digits-in-quotes": _says('{% if total == "๘๗.๕๐" %}ดี{% endif %}'),
        "picture-in-a-loop": _says(
            "{% for a in activities %}{% for p in a.pictures %}{{ p | fit(8, 6.5) }}{% endfor %}{% endfor %}"
        ),
    }


def _statements() -> dict[str, tuple[Change, ...]]:
    loop = "{% for seat in committees if seat.name %}"
    return {
        "elif": _says('{% if level == "B" %}ก{% elif level == "A" %}ข{% else %}ค{% endif %}'),
        "loop-counters": _says(loop + "{{ loop.index }}{% if not loop.last %}, {% endif %}{% endfor %}"),
        "taken-in-turn": _says(loop + "{{ loop.cycle('ก', 'ข') }}{% endfor %}"),
        "if-without-a-space": _says("{% if(order.powers) %}{{ order.powers }}{% endif %}"),
        "turns-that-all-print": _says(
            "{% for c in committees %}{% if c.name %}{{ c.name }}{% else %}-{% endif %}{{ loop.index }}{% endfor %}"
            "{% for c in committees %}{% if c.seats %}{% for s in c.seats %}{{ loop.index }}{% endfor %}{% endif %}"
            "{% endfor %}{% for c in committees %}{% if not loop.last %}{{ loop.index }}{% endif %}{% endfor %}"
            "{% for c in committees %}ก{% if c.seats %}{{ loop.index }}{% endif %}{% endfor %}"
            "{% for c in committees if c.seats %}{% if c.name %}{{ loop.index }}{% endif %}{% endfor %}"
        ),
        "turns-counted": _says(loop + "{{ loop.index + 1 }}{% if loop.index is even %}/{% endif %}{% endfor %}"),
        "the-turn-before": _says(loop + "{% if not loop.first %}{{ loop.previtem.name }}{% endif %}{% endfor %}"),
        "for-else": _says("{% for seat in committees %}{{ seat.name }}{% else %}ไม่มี{% endfor %}"),
        "set": _says("{% set head = office.name %}{{ head }}{% set words %}ก{% endset %}{{ words }}"),
        "set-in-every-branch": _says("{% if level %}{% set x = level %}{% else %}{% set x = '-' %}{% endif %}{{ x }}"),
        "set-before-a-condition": _says("{% set x = '' %}{% if level %}{% set x = level %}{% endif %}{{ x }}"),
        "two-names-set": _says("{% set a, b = level, total %}{{ a }}{{ b }}"),
        "with": _says("{% with all = committees %}{% for c in all %}{{ c.name }}{% endfor %}{% endwith %}"),
        "comments": (*_says("{# ถาม{{ ฝ่ายปกครอง }} #}{{ total }}"), after(LEVEL, "{#p หมายเหตุ #}")),
        "run-tags": _says("{%r if level %}{{ level }}{%r endif %}"),
        "space-taken-away": _says("{{- order.powers -}}"),
        "written-list-twice": _says("{% for a in [1, 2] %}{% for b in [1, 2] %}{{ a }}{{ b }}{% endfor %}{% endfor %}"),
        "loops-in-loops": (
            after(LEVEL, "{%p for c in committees %}", "{%p for s in c.seats %}", "{{ c.name }}{{ s.name }}")
            , after("{{ c.name }}{{ s.name }}", "{%p endfor %}", "{%p endfor %}"),
        ),
    }  # fmt: skip


def _tables() -> dict[str, tuple[Change, ...]]:
    return {
        "cells-merged-downwards": (table(_merged_downwards),),
        "rows-chosen": (table(_rows_chosen),),
        "columns-repeated": (table(_columns_repeated),),
        "cells-coloured-and-merged": (table(_cells_changed),),
        "table-in-a-cell": (table(_table_in_a_cell),),
        "rows-only-where-there-are-some": (_guard_table,),
        "signature-in-a-row-of-its-own": (_signature_in_a_table,),
    }


def _word() -> dict[str, tuple[Change, ...]]:
    link = f'<w:hyperlink w:anchor="top">{run_xml("{{ order.powers }}")}</w:hyperlink>'
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{run_xml('{{ order.powers }}')}</w:sdtContent></w:sdt>"
    spelt = '<w:proofErr w:type="spellStart"/>'
    return {
        "tag-cut-by-word": (
            runs(POWERS, ("{{ ord", ""), ("er.po", '<w:lang w:val="en-GB"/>'), ("wers }}", "<w:noProof/>")),
        ),
        "tag-round-a-spelling-mark": (inside(POWERS, run_xml("{{ order.") + spelt + run_xml("powers }}")),),
        "tag-in-a-link": (inside(POWERS, link),),
        "tag-in-a-content-control": (inside(POWERS, control),),
        "bold-with-its-twin": (runs(POWERS, (POWERS, '<w:b/><w:bCs/><w:sz w:val="36"/><w:szCs w:val="36"/>')),),
        "bold-by-a-style": (_style_bold,),
        "tick-box": (runs(POWERS, ("\uf0fe", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings" w:cs="Wingdings"/>')),),
        "quotes-and-signs-in-words": _says("“ร้อยละ” 100% {ก} ๑–๒ ‘ผ่าน’ …"),
        "hidden-statements": (
            runs(POWERS, ("{% if level %}", "<w:vanish/>"), (POWERS, ""), ("{% endif %}", '<w:color w:val="FFFFFF"/>')),
        ),
        "white-on-a-ground": (
            runs(POWERS, (POWERS, '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="1F3864"/>')),
            table(lambda made: made.cell(0, 1).paragraphs[0]._p.replace(*_white(made))),
        ),
        "two-sections": (_second_section,),
    }


def _merged_downwards(made: Table) -> None:
    """The heading over the row of a statement too, and a cell that goes on where nothing above it is merged."""
    for row, column, merge in ((0, 0, "restart"), (1, 0, "continue"), (2, 2, "continue")):
        properties = made.rows[row].cells[column]._tc.get_or_add_tcPr()
        properties.append(parse_xml(f'<w:vMerge {nsdecls("w")} w:val="{merge}"/>'))


def _rows_chosen(made: Table) -> None:
    for text in ("{%tr endif %}", "{{ measure.name }}", "{%tr else %}", "{{ measure.number }}", "{%tr if total %}"):
        row = made.add_row()
        made.rows[1]._tr.addnext(row._tr)
        row.cells[0].paragraphs[0].text = text


def _columns_repeated(made: Table) -> None:
    for cell, text in zip(
        made.rows[0].cells, ("{%tc for m in measures %}", "{{ m.name }}", "{%tc endfor %}"), strict=True
    ):
        cell.paragraphs[0].text = text


def _cells_changed(made: Table) -> None:
    made.cell(2, 0).paragraphs[0].text = "{% cellbg loop.cycle('FFFFFF', 'EEEEEE') %}{{ measure.number }}"
    made.cell(2, 1).paragraphs[
        0
    ].text = "{% colspan 1 %}{% cellbg 'D9D9D9' if loop.first else 'FFFFFF' %}{{ measure.name }}"


def _table_in_a_cell(made: Table) -> None:
    cell = made.cell(2, 1)
    inner = cell.add_table(rows=4, cols=1)
    for row, text in zip(
        inner.rows, ("รายการ", "{%tr for x in measure.actions %}", "{{ x }}", "{%tr endfor %}"), strict=True
    ):
        row.cells[0].paragraphs[0].text = text
    inner.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
    cell.add_paragraph()


def _guard_table(document: Document) -> None:
    made = document.tables[0]
    made._tbl.remove(made.rows[0]._tr)
    for text, place in (("{%p if measures %}", made._tbl.addprevious), ("{%p endif %}", made._tbl.addnext)):
        place(parse_xml(f"<w:p {nsdecls('w')}>{run_xml(text)}</w:p>"))


def _signature_in_a_table(document: Document) -> None:
    for text in END[2:]:
        element = line(document, text)._p
        element.getparent().remove(element)
    made = document.add_table(rows=1, cols=2)
    made.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
    for text in END[2:]:
        made.cell(0, 1).add_paragraph(text)


def _white(made: Table) -> tuple[object, object]:
    run = made.cell(0, 1).paragraphs[0].runs[0]._r
    return run, parse_xml(run_xml(run.text, '<w:color w:val="FFFFFF"/>'))


def _style_bold(document: Document) -> None:
    style = document.styles.add_style("หนา", 1)
    style.element.get_or_add_rPr().extend(parse_xml(f"<w:rPr {nsdecls('w')}><w:b/><w:bCs/></w:rPr>"))
    line(document, POWERS).style = style


def _second_section(document: Document) -> None:
    header = document.add_section(WD_SECTION.NEW_PAGE).header
    header.is_linked_to_previous = False
    header.paragraphs[0].text = "{{ office.short_name }}"
