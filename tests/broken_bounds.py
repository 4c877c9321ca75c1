"""Templates that ask for more than there is, or than a template may: indexes, filters, sums, depth and size."""

from __future__ import annotations

from collections.abc import Callable

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.table import Table

from broken_template import CELL, EACH, FOR, IF, Case, line_no, powers, template
from sound_template import BODY, after, line, run_xml, table

POWERS = BODY[5]


def cases() -> tuple[Case, ...]:
    """All of them."""
    return (*indexes(), *operations(), *asked(), *statements(), *bounds())


def indexes() -> tuple[Case, ...]:
    """Elements that a list may not have, and filters, tests and calls that are not given what they need."""
    missing, wrong, refused = "index-perhaps-missing", "arguments-wrong", "call-refused"
    return (
        powers("first-of-a-list", missing, "{{ committees[0].name }}", "{% if committees %}"),
        powers("fourth-of-a-list", missing, "{{ committees[3].name }}", "{% if committees | length > 3 %}"),
        powers("last-of-a-list", missing, "{{ committees[-1].name }}", "{% if committees %}"),
        powers("first-by-a-filter", missing, "{{ (committees | first).name }}", "{% if committees %}"),
        powers("letter-of-a-text", missing, "{{ office.name[40] }}", "office.name | length > 40"),
        powers("of-a-loop-over-a-part", missing, "{% for x in activities[0].pictures %}", "activities", FOR),
        powers(
            "too-few-asked", missing, "{{ committees[2].name }}", "> 2",
            "{% if committees|length > 1 %}{tag}{% endif %}",
        ),
        powers("turn-before-the-first", "loop-neighbour-missing", "{{ loop.previtem.name }}", "not loop.first", EACH),
        powers("index-by-a-text", "index-no-number", "{{ committees[total].name }}", "เลขอารบิก"),
        powers("cut-by-nothing", "index-no-number", "{{ office.name[0:2:0] }}", "เลขอารบิก"),
        powers("name-in-brackets-of-a-list", "name-needs-loop", '{{ committees["name"] }}', "{{ item.name }}"),
        powers("part-of-a-filter", "name-unknown", '{{ (committees[:1] | join("", attribute="x")) }}', "ดูรายการ"),
        powers("fit-without-a-size", wrong, "{{ order.emblem | fit }}", "fit(15, 8.5)"),
        powers("fit-with-one-side", wrong, "{{ order.emblem | fit(3) }}", "fit(15, 8.5)"),
        powers("fit-to-a-text", wrong, '{{ order.emblem | fit("3", 3) }}', "fit(15, 8.5)"),
        powers("fit-to-what-a-name-holds", wrong, "{{ order.emblem | fit(*total) }}", "fit(15, 8.5)"),
        powers("first-of-a-text", "name-not-a-list", "{{ total | first }}"),
        powers("fit-in-millimetres", wrong, "{{ order.emblem | fit(80, 60) }}", "เซนติเมตร"),
        powers("fit-to-nothing", wrong, "{{ order.emblem | fit(0, 3) }}", "fit(15, 8.5)"),
        powers(
            "join-by-a-number", wrong, "{{ x.actions | join(3) }}", "join",
            "{% for x in measures %}{tag}{% endfor %}",
        ),
        powers("join-of-groups", "value-group-as-text", '{{ committees | join(", ") }}', 'attribute="number"'),
        powers("join-by-a-wrong-name", "name-unknown", '{{ committees | join(attribute="nam") }}', "หมายถึง name"),
        powers("trim-with-two", wrong, "{{ total | trim(1, 2) }}", "total | trim"),
        powers("default-misused", wrong, '{{ total | default("ก", "ข", "ค") }}', "total | default"),
        powers("round-by-a-letter", "filter-unknown", "{{ total | round('a') }}", "ใช้ได้เฉพาะ"),
        powers(
            "sort-by-nothing", "filter-unknown", '{% for x in committees | sort(attribute="x") %}', "ใช้ได้เฉพาะ",
            FOR,
        ),
        powers("length-of-a-picture", "name-not-a-list", "{{ order.emblem | length }}"),
        powers("even-text", wrong, "{% if total is even %}", "loop.index is even", IF),
        powers("divided-by-nothing-given", wrong, "{% if total is divisibleby %}", "divisibleby", IF),
        powers("test-of-code", "test-unknown", "{% if total is callable %}", "is defined", IF),
        powers("items", refused, "{% for x in office.items() %}", "ชื่อย่อย", FOR),
        powers("range", refused, "{% for x in range(10**9) %}", "loop.index", FOR),
        powers("namespace", refused, "{% set seen = namespace(x=1) %}", "ข้ามรอบ"),
        powers("counter-called", refused, "{{ loop.index() }}", "วงเล็บ", EACH),
        powers("text-called", refused, "{{ office.name() }}", "วงเล็บ"),
        powers("cycle-of-nothing", wrong, "{{ loop.cycle() }}", "loop.cycle", EACH),
    )  # fmt: skip


def operations() -> tuple[Case, ...]:
    """Sums and comparisons of what cannot be taken together, and what no document can print."""
    sums, pairs, always = "operator-on-text", "comparison-of-kinds", "condition-constant"
    return (
        powers("text-and-number", sums, '{{ "12" + 1 }}', "~"),
        powers("joined-words-and-number", sums, '{{ ("ก" ~ total) + 1 }}', "~"),
        powers("score-less-one", sums, "{{ total - 1 }}", "แบบกรอก"),
        powers("score-turned-round", sums, "{{ -total }}", "แบบกรอก"),
        powers("score-against-a-number", pairs, "{% if total > 80 %}", "เครื่องหมายคำพูด", IF),
        powers("score-is-a-number", pairs, "{% if total == 80 %}", "เครื่องหมายคำพูด", IF),
        powers("list-against-a-number", pairs, "{% if committees > 3 %}", "committees | length > 3", IF),
        powers("flag-against-a-text", pairs, '{% if analysis.as_one_list == "true" %}', "เป็นเงื่อนไข", IF),
        powers("score-in-the-order-of-letters", "comparison-of-order", '{% if total >= "80" %}', "==", IF),
        powers("score-above-another", "comparison-of-order", "{% if '9' < total %}", "==", IF),
        powers("second-text-alone", always, '{% if level == "A" or "B" %}', 'in ["A", "B"]', IF),
        powers("text-alone", always, "{% if 'A' %}", "เปรียบเทียบ", IF),
        powers("text-in-the-place-of-two", always, '{% if level == ("A" or "B") %}', 'in ["A", "B"]', IF),
        powers("list-alone", always, '{% if not ["A"] %}', "เปรียบเทียบ", IF),
        powers("choice-by-a-text", always, '{{ total if "A" else level }}', "เปรียบเทียบ"),
        powers("text-that-is-always-there", always, '{{ "-" or total }}', "เปรียบเทียบ"),
        powers(
            "element-by-a-text", always, '{% for x in committees if "A" %}', "เปรียบเทียบ",
            "{tag}{{ x.name }}{% endfor %}",
        ),
        powers("answer-or-a-text", "value-flag-as-text", '{{ level == "A" or "-" }}', "เงื่อนไข"),
        powers("name-in-quotation-marks", "name-in-quotes", '{{ "order.powers" }}', "ลบเครื่องหมายคำพูด"),
        powers("number-in-a-text", pairs, "{% if 3 in total %}", "เครื่องหมายคำพูด", IF),
        powers("divided-by-zero", "operator-refused", "{{ 1 / 0 }}", "คำนวณ"),
        powers("text-many-times", "operator-refused", '{{ "a" * 1000000000 }}', "คำนวณ"),
        powers("number-with-a-point", "value-not-text", "{{ 1.5 }}", '"1.5"'),
        powers("yes-as-text", "value-flag-as-text", "{{ true }}", "เงื่อนไข"),
        powers("comparison-as-text", "value-flag-as-text", '{{ level == "A" }}', "เงื่อนไข"),
        powers("choice-of-one", "choice-without-else", '{{ "ดี" if level == "A" }}', 'else ""'),
        powers("choice-of-one-in-a-filter", "choice-without-else", '{{ ("ดี" if level == "A") | trim }}', 'else ""'),
        powers("list-of-flags-as-text", "arguments-wrong", '{{ [level == "A"] | join }}', "รายการของข้อความ"),
        powers(
            "list-in-a-text", "value-list-as-text", '{% set x = "ก" ~ committees %}',
            "{% for item in committees %}",
        ),
    )  # fmt: skip


def asked() -> tuple[Case, ...]:
    """Elements that may not be there, as what was asked does not say so; parts that the result of a filter has not."""
    few, unknown, compared = "index-perhaps-missing", "name-unknown", "test-unknown"
    return (
        powers("element-of-an-empty-list", few, "{{ (total if committees else committees[0].name) | trim }}", "if"),
        powers("element-without-length", few, "{{ committees[0].name }}", "if", _asked("not committees | length")),
        powers(
            "third-by-the-second-from-the-end", few, "{{ committees[2].name }}", "> 2",
            _asked("committees[-2] is defined"),
        ),
        powers("third-of-two", few, "{{ committees[2].name }}", "> 2", _asked("committees[1] is defined")),
        powers(
            "one-before-the-first", "loop-neighbour-missing", "{{ loop.previtem.name }}", "not loop.first",
            EACH.replace("{tag}", "{% if loop.index > 0 %}{tag}{% endif %}"),
        ),
        powers("part-of-an-element-misspelt", unknown, "{{ (committees | first).nam }}", ".name", _asked("committees")),
        powers("part-of-a-trimmed-text", unknown, "{{ (level | trim).x }}", "ดูรายการ"),
        powers("joined-text", "name-not-a-list", '{{ total | join(", ") }}', "รายการ"),
        powers("larger-in-words", compared, '{% if level is gt("A") %}', "(>)", IF),
        powers("larger-and-more", compared, '{% if level is gt("A") and total %}', "(>)", IF),
        powers("among-in-words", compared, '{% if level is in(["A"]) %}', "(in)", IF),
        powers("text-in-two-names", "names-unpacked", "{% set a, b = level %}", "ครั้งละหนึ่งชื่อ"),
        powers("filtered-block", "names-unpacked", "{% set a | trim %}", "ครั้งละหนึ่งชื่อ", "{tag}ก{% endset %}"),
    )  # fmt: skip


def _asked(test: str) -> str:
    return f"{{% if {test} %}}{{tag}}{{% endif %}}"


def statements() -> tuple[Case, ...]:
    """Statements that templates do not have, and names that are not there where they are used."""
    unsupported = "statement-unsupported"
    two = "{% if total %}ก{% else %}ข{tag}ค{% endif %}"
    return (
        powers("merge-downwards", "statement-merge", "{% vm %}", "{%p for … %}", "{tag}ก"),
        Case("merge-across", template(table(_says("{% hm %}"))), "statement-merge", f"{CELL} 2", "{% hm %}", "ผสาน"),
        Case(
            "span-by-a-text", template(table(_says("{% colspan total %}"))), "tag-syntax", f"{CELL} 2",
            "{% colspan total %}", "colspan 2",
        ),
        Case(
            "colour-by-a-name", template(table(_says("{% cellbg level %}"))), "tag-syntax", f"{CELL} 2",
            "{% cellbg level %}", "D9D9D9",
        ),
        Case(
            "colour-in-a-condition",
            template(table(_says("{% if total %}{% cellbg 'D9D9D9' %}{% endif %}"))),
            "tag-syntax", f"{CELL} 2", "{% cellbg 'D9D9D9' %}", "else 'FFFFFF'",
        ),
        Case(
            "colour-behind-a-table-in-the-cell",
            template(table(_behind_a_table)),
            "tag-syntax", f"{CELL} 2 ย่อหน้าที่ 3", "{% cellbg 'D9D9D9' %}", "ก่อนตาราง",
        ),
        Case(
            "colour-of-no-colour-in-a-branch",
            template(table(_says("{% cellbg 'D9D9D9' if total else 'white' %}"))), "tag-syntax", f"{CELL} 2",
            "{% cellbg 'D9D9D9' if total else 'white' %}", "D9D9D9",
        ),
        Case(
            "colour-of-no-colour", template(table(_says("{% cellbg 'red' %}"))), "tag-syntax", f"{CELL} 2",
            "{% cellbg 'red' %}", "D9D9D9",
        ),
        Case(
            "two-spans-in-a-cell", template(table(_says("{% colspan 1 %}{% colspan 2 %}"))), "tag-syntax", f"{CELL} 2",
            "{% colspan 2 %}", "colspan 2",
        ),
        Case(
            "span-with-a-sign", template(table(_says("{%- colspan 2 %}"))), "tag-syntax", f"{CELL} 2",
            "{%- colspan 2 %}", "colspan 2",
        ),
        powers("macro", unsupported, "{% macro a() %}", "ใช้ได้เฉพาะ", "{tag}ก{% endmacro %}"),
        powers("macro-of-values", unsupported, "{% macro a(x) %}", "ใช้ได้เฉพาะ", "{tag}{{ x }}{% endmacro %}"),
        powers("call-block", unsupported, "{% call a() %}", "ใช้ได้เฉพาะ", "{tag}ก{% endcall %}"),
        powers("import", unsupported, "{% import 'x' as y %}", "ใช้ได้เฉพาะ"),
        powers("extends", unsupported, "{% extends 'x' %}", "ใช้ได้เฉพาะ"),
        powers("block", unsupported, "{% block x %}", "ใช้ได้เฉพาะ", "{tag}ก{% endblock %}"),
        powers("raw", unsupported, "{% raw %}", "ใช้ได้เฉพาะ", "{tag}{{ x }}{% endraw %}"),
        powers("braces-printed", "tag-escaped-braces", "{_{ total }_}", "ลบ"),
        powers("loop-recursive", "loop-recursive", "{% for x in committees recursive %}", "recursive", FOR),
        powers("second-else", "block-second-else", "{% else %}", "ครั้งเดียว", two),
        powers("elif-after-else", "block-second-else", "{% elif level %}", "ครั้งเดียว", two),
        powers("counter-misspelt", "name-unknown", "{{ loop.indexx }}", "loop.index", EACH),
        powers("counter-outside-loops", "loop-outside", "{{ loop.index }}", "คำสั่งวนรอบ"),
        powers("two-names-of-an-element", "names-unpacked", "{% for a, b in committees %}", "item.name", FOR),
        powers(
            "turns-counted-that-print-nothing", "loop-counts-skipped", "{{ loop.index }}",
            "{% for x in committees if x.seats %}",
            "{% for x in committees %} {% if x.seats %}{tag}{% for s in x.seats %}{{ loop.index }}{% endfor %}"
            "{% endif %}{% endfor %}",
        ),
        powers(
            "comma-behind-the-last-that-is-printed", "loop-counts-skipped", "{% if not loop.last %}",
            "{% for x in committees if x.name %}",
            "{% for x in committees %}{% if x.name %}{{ x.name }}{tag}, {% endif %}{% endif %}{% endfor %}",
        ),
        powers("name-with-a-dot-set", "names-unpacked", "{% set order.x = 1 %}", "ไม่มีจุด"),
        powers(
            "set-in-one-branch", "name-perhaps-unset", "{{ x }}", "{% else %}",
            "{% if level %}{% set x = 1 %}{% endif %}{tag}",
        ),
        powers(
            "set-in-a-turn", "set-lost", "{% set n = 1 %}", "loop.index",
            "{% set n = 0 %}{% for x in committees %}{tag}{% endfor %}",
        ),
        powers(
            "element-where-there-is-none", "name-outside-loop", "{{ x.name }}", "ย้าย",
            "{% for x in committees %}ก{% else %}{tag}{% endfor %}",
        ),
        Case(
            "run-tags-over-paragraphs",
            template(after(BODY[13], "{%r if total %}มี", "คะแนน{%r endif %}")),
            "block-over-paragraphs", line_no(16), "{%r endif %}", "{%p",
        ),
    )  # fmt: skip


def bounds() -> tuple[Case, ...]:
    """Tags, blocks, tables and content controls within each other, and more than a document can hold."""
    ifs, fors, same = "{% if total %}", "{% for x in committees %}", "{% for y in committees %}"
    deep = "".join(f"{{% for x{n} in {f'x{n - 1}.seats' if n else 'committees'} %}}" for n in range(9))
    parentheses = "{{ " + "(" * 10_000 + "total" + ")" * 10_000 + " }}"
    return (
        powers("parentheses", "tag-too-deep", parentheses, "สั้นลง"),
        powers("filters-on-filters", "tag-too-deep", "{{ total" + " | trim" * 300 + " }}", "สั้นลง"),
        powers("else-if-in-short", "statement-unknown", "{% elsif total %}", "elif", "{% if level %}ก{tag}{% endif %}"),
        powers("not-not-not", "tag-too-deep", "{% if " + "not " * 500 + "total %}", "สั้นลง", IF),
        powers("ifs-in-ifs", "block-too-deep", ifs, "and", "{tag}" * 1000 + "ก" + "{% endif %}" * 1000),
        powers("loops-in-loops", "block-too-deep", "{% for x8 in x7.seats %}", "for", deep + "ก" + "{% endfor %}" * 9),
        powers(
            "choices-without-end", "block-too-deep", "{% elif level %}", "and",
            f"{ifs}ก" + "{tag}ข" * 300 + "{% endif %}",
        ),
        powers("same-list-twice", "loop-of-the-same-list", same, "รายการย่อย", fors + "{tag}ก{% endfor %}{% endfor %}"),
        powers("tags-without-end", "tags-too-many", "{{ total }}", "วนรอบ", "{tag}" * 5000),
        Case(
            "tables-in-tables", template(_tables), "tables-too-deep", "เนื้อหา ตารางที่ 2 แถวที่ 1 คอลัมน์ที่ 1", "",
            "ย้าย",
        ),
        Case("controls-in-controls", template(_controls), "controls-too-deep", line_no(6), "", "ลบตัวควบคุม"),
    )  # fmt: skip


def _says(tag: str) -> Callable[[Table], None]:
    def change(made: Table) -> None:
        made.cell(2, 1).paragraphs[0].text = f"{tag}{{{{ measure.name }}}}"

    return change


def _behind_a_table(made: Table) -> None:
    cell = made.cell(2, 1)
    cell.add_table(rows=1, cols=1)
    cell.add_paragraph("{% cellbg 'D9D9D9' %}")


def _tables(document: Document) -> None:
    document.add_paragraph()
    holder = document.add_table(rows=1, cols=1)
    for _ in range(20):
        cell = holder.cell(0, 0)
        holder = cell.add_table(rows=1, cols=1)


def _controls(document: Document) -> None:
    paragraph = line(document, POWERS)._p
    for run in list(paragraph.r_lst):
        paragraph.remove(run)
    opened = "<w:sdt {}><w:sdtPr/><w:sdtContent>".format(nsdecls("w"))
    paragraph.append(parse_xml(opened * 20 + run_xml(POWERS) + "</w:sdtContent></w:sdt>" * 20))
