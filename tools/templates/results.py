"""The template of the report on what came of last year's measures."""

from __future__ import annotations

from tools.templates.markup import Cell, Table, line
from tools.templates.package import Document
from tools.templates.pieces import LANDSCAPE, OF_LAST_YEAR, choose, each, headers, heading, when

REPORT_NAME = "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"
COLUMNS = {
    "ตัวชี้วัด": 2.5,
    "มาตรการ/กิจกรรม": 4.3,
    "การดำเนินการ": 4.2,
    "วันที่/ช่วงเวลา": 2.6,
    "ผลการดำเนินการ": 4.4,
    "ปัญหา/อุปสรรค": 2.8,
    "ข้อเสนอแนะ": 2.5,
    "คะแนนก่อน\nและหลัง": 2.4,
}
"""Headings and widths in centimetres."""

INDICATOR = "ตัวชี้วัดที่\N{NO-BREAK SPACE}{{ row.number }}\n{{ row.name }}"


def results() -> Document:
    """The report: what was to be done and what came of it in sum, the measures one by one, how each indicator moved."""
    item = "ประกอบข้อมูลสาธารณะ ข้อ {{ item.code }} {{ item.title }}"
    paragraphs = "".join(when(f"results.{part}", line("ITA Body", f"{{{{ results.{part} }}}}")) for part in _PARAGRAPHS)
    moved = "ตัวชี้วัดที่ {{ one.number }} {{ one.name }} {{ one.text }}"
    body = (
        heading(REPORT_NAME, "ของ{{ office.name }} " + OF_LAST_YEAR)
        + each("item in results['items']", line("ITA Report Item", item))
        + paragraphs
        + when("results.measures", line("ITA Small Space") + _table() + line("ITA Small Space"))
        + when(
            "results.indicators",
            line("ITA Lead", "ผลการประเมินของตัวชี้วัดที่มีมาตรการรองรับ{% if results.moves %} เมื่อเทียบกับปีก่อน{% endif %} เป็นดังนี้")
            + each("one in results.indicators", line("ITA Item", moved)),
        )
    )
    return Document(title="รายงานผลการดำเนินการตามมาตรการ", body=body, page=LANDSCAPE, headers=headers(), properties={})


_PARAGRAPHS = ("intro", "summary", "moves", "problems")


def _table() -> str:
    """The measures, one row each; the indicator and its scores stand once for all rows of theirs that follow."""
    table = Table("ITA Grid", tuple(COLUMNS.values()))
    return table.xml(
        table.row(*(Cell(line("ITA Small Heading", text)) for text in COLUMNS), header=True),
        table.tag("for row in results.measures"),
        table.tag("if row.continued"),
        table.row(_again(), *_told(), _again()),
        table.tag("else"),
        table.row(Cell(_cell(INDICATOR), merge="restart"), *_told(), Cell(_scores(), merge="restart")),
        table.tag("endif"),
        table.tag("endfor"),
    )


def _told() -> tuple[Cell, ...]:
    """What is told of one measure; a dash where nothing is, and room to write why nothing was done: a dash there would
    say that nothing stood in the way."""
    return (
        Cell(_cell("{{ row.action }}")),
        Cell(_cell("{{ row.text }}") + when("row.done", _cell("{{ row.done }}"))),
        Cell(_or_dash("period")),
        Cell(_or_dash("result") + when("row.evidence", _cell("หลักฐาน: {{ row.evidence }}"))),
        Cell(choose("row.unexplained", _cell("." * 18), _or_dash("problem"))),
        Cell(_or_dash("suggestion")),
    )


def _scores() -> str:
    before = _cell("ก่อน {{ row.previous }}")
    return when("row.previous", before) + _cell("หลัง {{ row.score }}{% if row.change %}\n({{ row.change }}){% endif %}")


def _again() -> Cell:
    return Cell(_cell(""), merge="continue")


def _or_dash(name: str) -> str:
    return _cell(f"{{% if row.{name} %}}{{{{ row.{name} }}}}{{% else %}}-{{% endif %}}")


def _cell(text: str) -> str:
    return line("ITA Small Cell", text)
