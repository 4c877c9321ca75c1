"""The template of the measures table: the five columns of the published packs, or more where the workbook asks for it.

Both tables are set out by ``groups``: the topics of the year, each under a line with its name, or all in one group.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tools.templates.markup import Cell, Table, line
from tools.templates.package import Document
from tools.templates.pieces import LANDSCAPE, OF_THE_YEAR, PACK_NAME, TOPIC, choose, each, headers, heading


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its heading, width in centimetres, and what stands in a measure's row. ``items`` is a list printed one
    by one; ``once`` columns speak of the indicator, not the measure; ``asked`` names the choice of the workbook."""

    heading: str
    width: float
    text: str = ""
    items: str = ""
    once: bool = False
    asked: str = ""


@dataclass(frozen=True, slots=True)
class Looks:
    """The styles of a table."""

    heading: str
    cell: str
    bullet: str
    topic: str


LARGE = Looks("ITA Column Heading", "ITA Cell", "ITA Cell Bullet", "ITA Cell Topic")
SMALL = Looks("ITA Small Heading", "ITA Small Cell", "ITA Small Bullet", "ITA Small Topic")

INDICATOR = "ตัวชี้วัดที่\N{NO-BREAK SPACE}{{ measure.number }}\n{{ measure.name }}"
PREVIOUS = "{{ measure.previous }}{% if measure.change %}\n{{ measure.change }}{% endif %}"

FIVE = (
    Column(heading="ตัวชี้วัด", width=2.95, text="ตัวชี้วัดที่ {{ measure.number }}\n{{ measure.name }}", once=True),
    Column(heading="รายละเอียดการวิเคราะห์", width=7.0, text="{{ measure.analysis }}", once=True),
    Column(heading="มาตรการ/กิจกรรมในการพัฒนาปรับปรุง", width=6.7, items="measure.actions"),
    Column(heading="การกำกับติดตาม", width=6.5, items="measure.follow_ups"),
    Column(heading="ผู้รับผิดชอบ", width=2.55, text="{{ measure.responsible }}"),
)
"""The columns of the published packs."""

ALL = (
    Column(heading="ตัวชี้วัด", width=2.05, text=INDICATOR, once=True),
    Column(heading="คะแนน", width=1.25, text="{{ measure.score }}", once=True, asked="score"),
    Column(heading="ระดับ", width=1.5, text="{{ measure.level }}", once=True, asked="level"),
    Column(heading="คะแนน\nปีก่อน", width=1.3, text=PREVIOUS, once=True, asked="previous"),
    Column(heading="รายละเอียดการวิเคราะห์", width=3.0, text="{{ measure.analysis }}", once=True),
    Column(heading="มาตรการ/กิจกรรมในการพัฒนาปรับปรุง", width=2.85, items="measure.actions"),
    Column(heading="ขั้นตอน", width=2.1, text="{{ measure.steps }}", asked="steps"),
    Column(heading="ระยะเวลา", width=1.6, text="{{ measure.period }}", asked="period"),
    Column(heading="งบประมาณ", width=1.8, text="{{ measure.budget }}", asked="budget"),
    Column(heading="การกำกับติดตาม", width=2.75, items="measure.follow_ups"),
    Column(heading="การ\nรายงานผล", width=1.9, text="{{ measure.reporting }}", asked="reporting"),
    Column(heading="ผู้รับผิดชอบ", width=1.95, text="{{ measure.responsible }}"),
    Column(heading="หมายเหตุ", width=1.65, text="{{ measure.remarks }}", asked="remarks"),
)
"""All columns there are. One that is not asked for is taken out, and the others share its width."""


def measures() -> Document:
    """The measures, one row each, on landscape pages; rows are tall and may break, the heading row repeats."""
    body = (
        heading(PACK_NAME, "ของ{{ office.name }} " + OF_THE_YEAR)
        + choose("not columns.chosen", _table(FIVE, LARGE), _table(ALL, SMALL))
        + line("ITA Small Space")
    )
    return Document(title="มาตรการ", body=body, page=LANDSCAPE, headers=headers(), properties={})


def _table(columns: Sequence[Column], looks: Looks) -> str:
    """A table of these columns."""
    table = Table("ITA Grid", [column.width for column in columns])
    return table.xml(
        table.row(*(Cell(line(looks.heading, _heading(column))) for column in columns), header=True),
        table.tag("for group in groups"),
        table.tag("if group.name"),
        table.row(Cell(line(looks.topic, TOPIC), span=len(columns))),
        table.tag("endif"),
        table.tag("for measure in group.measures"),
        table.tag("if measure.continued"),
        table.row(*(_cell(column, looks, again=True) for column in columns), whole=False),
        table.tag("else"),
        table.row(*(_cell(column, looks) for column in columns), whole=False),
        table.tag("endif"),
        table.tag("endfor"),
        table.tag("endfor"),
    )


def _heading(column: Column) -> str:
    if not column.asked:
        return column.heading
    return f"{{% if columns.{column.asked} %}}{column.heading}{{% else %}}{{{{ no_column }}}}{{% endif %}}"


def _cell(column: Column, looks: Looks, again: bool = False) -> Cell:
    """A column's cell; ``again`` for a further row of the same indicator."""
    if column.items:
        return Cell(_dashes(column.items, looks))
    if not column.once:
        return Cell(line(looks.cell, column.text))
    return Cell(line(looks.cell, "" if again else column.text), merge="continue" if again else "restart")


def _dashes(values: str, looks: Looks) -> str:
    """A cell's list, one item a paragraph; an empty paragraph where the list is empty."""
    return each(f"item in {values}", line(looks.bullet, "{{ item }}"), empty=line(looks.cell))
