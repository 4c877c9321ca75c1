"""The analysis, the measures table and the record of activities as officers write them by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from bench.old.paper import Paper, cut
from bench.old.shapes import Shape
from ita_docs.model import Activity, Measure, Submission
from ita_docs.thai import date_long
from officefiles.pictures import Picture

FULL = Decimal(100)
HEADS = {
    "indicator": "ตัวชี้วัด",
    "analysis": "รายละเอียดการวิเคราะห์",
    "actions": "มาตรการ/กิจกรรมในการพัฒนาปรับปรุง",
    "steps": "ขั้นตอน",
    "period": "ระยะเวลา",
    "follow_ups": "การกำกับติดตาม",
    "frequency": "ความถี่",
    "reporting": "การรายงานผล",
    "budget": "งบประมาณ",
    "responsible": "ผู้รับผิดชอบ",
}
OTHER_HEADS = {
    "indicator": "ตัวชี้วัดการประเมิน",
    "analysis": "ผลการวิเคราะห์",
    "actions": "มาตรการ/แนวทางการดำเนินการ",
    "steps": "ขั้นตอนการดำเนินการ",
    "period": "ระยะเวลาดำเนินการ",
    "follow_ups": "แนวทางการกำกับติดตาม",
    "frequency": "ความถี่ในการติดตาม",
    "reporting": "การรายงานผล",
    "budget": "งบประมาณ (บาท)",
    "responsible": "หน่วยงานที่รับผิดชอบ",
}
"""Heads of another office for the same columns."""
_WIDTHS = {
    "indicator": 2.6, "analysis": 5.5, "actions": 5.5, "steps": 3.5, "period": 2.4, "follow_ups": 4.5, "frequency": 2.2,
    "reporting": 3.0, "budget": 2.2, "responsible": 2.8,
}  # fmt: skip
"""About how wide the columns are beside each other."""
WIDE, NARROW = 24.5, 16.0
"""Centimetres of a page on its side and upright."""
_OPTIONAL = ("steps", "period", "reporting", "budget")


def score_text(score: Decimal) -> str:
    """A score as printed: two decimals, the full mark without."""
    return "100" if score == FULL else f"{score:.2f}"


def write_analysis(paper: Paper, whole: Submission, shape: Shape, texts: Mapping[int, str]) -> None:
    """Write the analysis; ``texts`` are the analyses of the indicators."""
    office, year = whole.office.name, whole.assessed_year
    paper.line("การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส", place="centre", bold=True)
    paper.line(f"ในการดำเนินงานของ{office} ประจำปีงบประมาณ พ.ศ. {year}", place="centre", bold=True)
    paper.line()
    total, level = whole.published.total, whole.published.level
    said = "" if total is None else f" ได้คะแนนเท่ากับ {score_text(total)} คะแนน จัดอยู่ในระดับ {level}"
    if said and shape.other_words:
        said = f" ได้คะแนนรวม {score_text(total)} คะแนน อยู่ในระดับ{level}"
    paper.body(
        f"เมื่อนำผลการประเมินที่ได้มาวิเคราะห์ พบว่า{office}มีผลการประเมินคุณธรรมและความโปร่งใส"
        f"ในการดำเนินงานของหน่วยงานภาครัฐ (ITA){said}",
        shape.ended,
    )
    if shape.analysis == "table":
        rows = [[str(one.indicator), one.name, score_text(one.score)] for one in whole.scores]
        paper.table([["ที่", "ตัวชี้วัด", "คะแนน"], *rows], (1.5, 9, 3))
        return
    for one in whole.scores:
        text = f"ตัวชี้วัดที่ {one.indicator} {one.name}"
        score = f"ได้ค่าคะแนน {score_text(one.score)} คะแนน"
        if shape.analysis == "paragraphs":
            paper.line(text, bold=True)
            paper.body(texts.get(one.indicator, score), shape.ended)
        else:
            paper.body(f"- {text} {score}", shape.ended, first=1.5)


def write_measures(paper: Paper, whole: Submission, shape: Shape, texts: Mapping[int, str]) -> None:
    """Write the measures table; cut by hand it is many tables, each with the heads again."""
    office, year = whole.office.name, whole.fiscal_year
    paper.line("มาตรการส่งเสริมคุณธรรมและความโปร่งใส ภายในหน่วยงาน", place="centre", bold=True)
    paper.line(f"ของ{office} ประจำปีงบประมาณ พ.ศ. {year}", place="centre", bold=True)
    columns = columns_of(whole, shape)
    heads = OTHER_HEADS if shape.key.endswith("arabic") or shape.seats == "spaces" else HEADS
    head = [heads[column] for column in columns]
    rows = [[_cell(one, column, shape, texts) for column in columns] for one in whole.measures]
    if shape.grouped:
        _write_grouped(paper, whole, shape, [head, *rows], columns)
        return
    room = (WIDE if paper.wide else NARROW) / sum(_WIDTHS[column] for column in columns)
    widths = [_WIDTHS[column] * room for column in columns]
    pages = _cut(rows) if shape.cut else [rows]
    for number, page in enumerate(pages, 1):
        if number > 1:
            paper.turn("", slash=False, numbered=shape.paged)
        cells = paper.table([head, *page], widths)
        if shape.items in ("bullet", "auto"):
            _listed(paper, cells[1:], columns, shape)
        paper.line()


def _write_grouped(
    paper: Paper, whole: Submission, shape: Shape, rows: Sequence[Sequence[str]], columns: Sequence[str]
) -> None:
    """A row for each action; the other cells, and a number before them, go over all rows of an indicator."""
    lines, starts = [["ที่", *rows[0]]], []
    for number, (one, row) in enumerate(zip(whole.measures, rows[1:], strict=True), 1):
        starts.append(len(lines))
        for place, action in enumerate(one.actions):
            cells = dict(zip(columns, row, strict=True)) if not place else {}
            cells["actions"] = _items((action,), shape)
            lines.append(["" if place else str(number), *(cells.get(column, "") for column in columns)])
    room = (WIDE if paper.wide else NARROW) / sum(_WIDTHS[column] for column in columns)
    made = paper.table(lines, [1.2, *(_WIDTHS[column] * room for column in columns)])
    for first, last in zip(starts, (*(start - 1 for start in starts[1:]), len(lines) - 1), strict=True):
        for place, column in enumerate(("number", *columns)):
            if last > first and column != "actions":
                made[first][place].merge(made[last][place])


def columns_of(whole: Submission, shape: Shape) -> list[str]:
    """The columns of the measures table: the five, and those that the office chose."""
    chosen = [name for name in _OPTIONAL if name in whole.settings.columns]
    columns = ["indicator", "analysis", "actions", *(name for name in chosen if name in ("steps", "period"))]
    columns += ["follow_ups", *(["frequency"] if shape.frequency == "column" else [])]
    return [*columns, *(name for name in chosen if name in ("reporting", "budget")), "responsible"]


def _cell(one: Measure, column: str, shape: Shape, texts: Mapping[int, str]) -> str:
    if column == "indicator":
        return f"ตัวชี้วัดที่ {one.indicator}\n{one.indicator_name}"
    if column == "analysis":
        return texts.get(one.indicator, "")
    if column == "actions":
        return _items(one.actions, shape)
    if column == "follow_ups":
        more = (one.frequency,) if shape.frequency == "line" and one.frequency else ()
        return _items((*one.follow_ups, *more), shape)
    return str(one.others.get(column, "") if column in one.others else getattr(one, column))


def _items(items: Sequence[str], shape: Shape) -> str:
    if shape.items == "number":
        return "\n".join(f"{number}. {item}" for number, item in enumerate(items, 1))
    return "\n".join(f"- {item}" if shape.items == "dash" else item for item in items)


def _listed(paper: Paper, rows: Sequence[Sequence[object]], columns: Sequence[str], shape: Shape) -> None:
    """Give the paragraphs of the cells with items the bullets or numbers of Word."""
    for row in rows:
        for cell, column in zip(row, columns, strict=True):
            if column in ("actions", "follow_ups"):
                kind = "thai %1." if shape.thai else "decimal %1."
                items = paper.new_list("bullet -" if shape.items == "bullet" else kind)
                for paragraph in cell.paragraphs:
                    paper.number(paragraph, items)


def _cut(rows: Sequence[Sequence[str]]) -> list[list[list[str]]]:
    """The rows on pages of two and a half: the last row of each page ends after about half of each text and goes on
    on the next page, its first cell empty there."""
    pages: list[list[list[str]]] = [[]]
    for number, row in enumerate(rows):
        halves = [_halves(text) for text in row[1:]]
        if number % 2 and any(second for _, second in halves):
            pages[-1].append([row[0], *(first for first, _ in halves)])
            pages.append([["", *(second for _, second in halves)]])
        else:
            pages[-1].append(list(row))
    return pages


def _halves(text: str) -> tuple[str, str]:
    """A cell's text before and after the end of a page; a short one is not torn."""
    lines = [line for paragraph in text.split("\n") for line in (*cut(paragraph, 22), "\n")][:-1]
    if len(lines) < 6:
        return text, ""
    first, second = "".join(lines[: len(lines) // 2]), "".join(lines[len(lines) // 2 :])
    return first.rstrip("\n"), second.lstrip("\n")


def write_activities(paper: Paper, whole: Submission, shape: Shape, pictures: Mapping[str, bytes]) -> None:
    """Write the record of activities, a picture above each caption where there is one."""
    paper.line("การชี้แจงและให้ข้อมูลเกี่ยวกับการประเมินคุณธรรมและความโปร่งใส", place="centre", bold=True)
    year = whole.fiscal_year
    paper.line(f"ในการดำเนินงานของหน่วยงานภาครัฐ (ITA) ปีงบประมาณ พ.ศ. {year}", place="centre", bold=True)
    if shape.captions == "table":
        rows = [list(whole.activities[start : start + 2]) for start in range(0, len(whole.activities), 2)]
        texts = [["\n".join(_caption(one)) for one in row] + [""] * (2 - len(row)) for row in rows]
        cells = paper.table([["\n" + text if text else "" for text in row] for row in texts], (8, 8), ruled=False)
        for row, own in zip(rows, cells, strict=True):
            for one, cell in zip(row, own, strict=False):
                for picture in one.pictures:
                    paper.picture(_data(picture, pictures), cell.paragraphs[0])
        return
    for one in whole.activities:
        for picture in one.pictures:
            paper.picture(_data(picture, pictures))
        for line in _caption(one) if shape.ended == "enter" else ["\n".join(_caption(one))]:
            paper.line(line, place="centre")
        paper.line()


def _caption(one: Activity) -> list[str]:
    where = f" ณ {one.place}" if one.place else ""
    return [*one.caption.split("\n"), f"เมื่อวันที่ {date_long(one.date)}{where}"]


def _data(picture: Picture, pictures: Mapping[str, bytes]) -> bytes:
    return pictures.get(picture.name, picture.data)
