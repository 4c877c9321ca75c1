"""What a filled Excel template costs and what is kept: ours and the libraries that fill templates with Jinja, side by
side in one run.

``python -m bench.excel_templates`` prints the tables that are kept in ``bench/excel_templates.md``. It needs
``xltpl``, ``xlsxjinja`` and ``docfill`` (all three open and save workbooks with openpyxl): install them for this only.
Each time is the best of several rounds, the ways taking turns in each; templates are opened anew for each workbook
where the library knows no other way.
"""

from __future__ import annotations

import io
import platform
import re
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any

import xlsxwriter

from officefiles import archive
from wordfill.engine import Template

ROUNDS = {10: 5, 100: 5, 1000: 2}
"""How often each way takes its turn, by the rows that it fills."""
KEPT_ROWS = 5
OURS, XLTPL, XLSXJINJA, DOCFILL = "ours", "xltpl", "xlsxjinja", "docfill"
LIBRARIES = (XLTPL, XLSXJINJA, DOCFILL)

Tags = Mapping[str, str]
_ROW = {"B4": "{{ one.name }}", "D4": "=C4*2"}
_TOTAL = {"A6": "รวม", "C6": "=SUM(C4:C4)"}
_TOTAL_ABOVE = {"A5": "{%- endfor %}รวม", "C5": "=SUM(C4:C4)"}
TAGS: Mapping[str, Tags] = {
    OURS: {"A3": "{%tr for one in people %}", "A4": "{{ one.number }}", "C4": "{{ one.score }}", "A5": "{%tr endfor %}"}
    | _TOTAL,
    XLTPL: {"A4": "{{ one.number }}", "C4": "{% xv one.score %}", "A5": "รวม", "C5": "=SUM(C4:C4)"},
    XLSXJINJA: {"A4": "{%- for one in people %}{{ one.number }}", "C4": "{% xv one.score %}", **_TOTAL_ABOVE},
    DOCFILL: {"A4": "{% for one in people %}{{ one.number }}", "C4": "{{ one.score }}", "A5": "{% endfor %}", **_TOTAL},
}
"""How each writes that the fourth row is repeated for people, and that a score is a number."""
NOTES: Mapping[str, Tags] = {XLTPL: {"A4": "beforerow{% for one in people %}", "A5": "beforerow{% endfor %}"}}
"""What is written in comments."""


def template(way: str) -> bytes:
    """A list of people with all that an office puts round it, in the tags of ``way``."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    sheet = book.add_worksheet("list")
    cells = {"A1": "{{ title }}", "A2": "ที่", "B2": "ชื่อ", "C2": "คะแนน", **_ROW, **TAGS[way]}
    for cell, value in cells.items():
        sheet.write(cell, value, book.add_format({"border": 1}))
    for cell, note in NOTES.get(way, {}).items():
        sheet.write_comment(cell, note)
    sheet.merge_range("E4:F4", "")
    sheet.conditional_format(
        "C4:C4", {"type": "cell", "criteria": ">", "value": 85, "format": book.add_format({"bold": 1})}
    )
    sheet.data_validation("B4", {"validate": "list", "source": ["ก", "ข"]})
    sheet.add_sparkline("G4", {"range": "list!C4:D4"})
    sheet.insert_textbox("I2", "หมายเหตุ")
    sheet.repeat_rows(1)
    sheet.print_area("A1:G6" if "A6" in cells else "A1:G5")
    book.define_name("scores", "=list!$C$4:$C$4")
    chart = book.add_chart({"type": "column"})
    chart.add_series({"categories": "=list!$B$4:$B$4", "values": "=list!$C$4:$C$4", "data_labels": {"value": True}})
    chart.set_title({"name": "คะแนน", "name_font": {"name": "TH SarabunPSK", "size": 20}})
    sheet.insert_chart("A9", chart)
    book.close()
    return buffer.getvalue()


def context(rows: int) -> dict[str, Any]:
    """People for so many rows."""
    people = [{"number": n, "name": f"นาย ก {n}", "score": 80 + n % 20} for n in range(1, rows + 1)]
    return {"title": "รายชื่อ", "people": people}


def ways(folder: Path) -> dict[str, Callable[[dict[str, Any]], bytes]]:
    """What makes a workbook's bytes of a context, by the name of the way; those that are installed."""
    made: dict[str, Callable[[dict[str, Any]], bytes]] = {}
    for way in (OURS, *LIBRARIES):
        path = folder / f"{way}_template.xlsx"
        path.write_bytes(template(way))
        if way == OURS:
            loaded = Template.load(path)
            made[way] = lambda values, loaded=loaded: loaded.render(values).data()  # type: ignore[misc]
        elif way == DOCFILL:
            fill = import_module("docfill").fill_workbook
            made[way] = lambda values, path=path, fill=fill: _saved(folder, lambda out: fill(path, out, values))  # type: ignore[misc]
        else:
            writer = import_module(f"{way}.writerx" if way == XLTPL else f"{way}.writer").BookWriter
            made[way] = lambda values, path=path, writer=writer: _by_writer(folder, writer(str(path)), values)  # type: ignore[misc]
    return made


def _by_writer(folder: Path, writer: Any, values: dict[str, Any]) -> bytes:
    writer.render_book([{**values, "tpl_name": "list", "sheet_name": "list"}])
    return _saved(folder, writer.save)


def _saved(folder: Path, save: Callable[[str], object]) -> bytes:
    out = folder / "made.xlsx"
    save(str(out))
    return out.read_bytes()


@dataclass(frozen=True, slots=True)
class Asked:
    """What should be in a workbook of five rows: words to look for in the parts whose names match."""

    what: str
    parts: str
    words: str


LAST = 3 + KEPT_ROWS
KEPT = (
    Asked("each row calculates with itself", "worksheets/sheet", rf"<f>C{LAST - 1}\*2</f>"),
    Asked("the sum covers all rows", "worksheets/sheet", rf"SUM\(C(?:3:C{LAST - 1}|4:C{LAST})\)"),
    Asked("the score is a number", "worksheets/sheet", r"<v>81(?:\.0+)?</v>"),
    Asked("cells merged in each row", "worksheets/sheet", rf'ref="E{LAST - 1}:F{LAST - 1}"'),
    Asked("conditional formats cover all rows", "worksheets/sheet", rf'sqref="C(?:3:C{LAST - 1}|4:C{LAST})[ "]'),
    Asked("drop-downs cover all rows", "worksheets/sheet", rf'sqref="B(?:3:B{LAST - 1}|4:B{LAST})[ "]'),
    Asked("sparklines in each row", "worksheets/sheet", rf"<xm:sqref>G{LAST - 1}</xm:sqref>"),
    Asked("rows repeated on each page", "workbook", r"\$2:\$2"),
    Asked("the print area covers all rows", "workbook", rf"\$A\$1:\$G\${LAST}|\$A\$1:\$G\${LAST + 1}"),
    Asked("names cover all rows", "workbook", rf"\$C\$(?:3:\$C\${LAST - 1}|4:\$C\${LAST})"),
    Asked("the chart is there", "charts/chart", "<(?:c:)?chartSpace"),
    Asked("the chart covers all rows", "charts/chart", rf"\$C\$(?:3:\$C\${LAST - 1}|4:\$C\${LAST})"),
    Asked("the chart has its labels and typeface", "charts/chart", r"TH SarabunPSK[\s\S]*showVal"),
    Asked("text boxes", "drawings/drawing", "หมายเหตุ"),
)


def kept(data: bytes, asked: Asked) -> bool:
    """Is it in the workbook?"""
    parts = (part.decode("utf-8") for name, part in archive.read(data).items() if f"/{asked.parts}" in name)
    return any(re.search(asked.words, part) for part in parts)


def best(work: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """The best time of each on a processor, in milliseconds; all take turns in each round."""
    times = dict.fromkeys(work, float("inf"))
    for _ in range(rounds):
        for name, one in work.items():
            start = time.process_time()
            one()
            times[name] = min(times[name], (time.process_time() - start) * 1000)
    return times


def main() -> None:
    """Print the tables."""
    print("# Excel templates\n\nMade by `python -m bench.excel_templates`.\n")
    names = ", ".join(f"{name} {version(name)}" for name in (*LIBRARIES, "openpyxl", "jinja2"))
    print(f"Python {platform.python_version()}, {names}\n")
    with tempfile.TemporaryDirectory() as folder:
        made = ways(Path(folder))
        print("## One workbook, warm, time on a processor\n")
        print(f"| rows | {' | '.join(made)} | {' | '.join(f'times {one}' for one in LIBRARIES)} |")
        print(f"|---:|{'---:|' * (len(made) + len(LIBRARIES))}")
        for rows, rounds in ROUNDS.items():
            values = context(rows)
            times = best({name: partial(way, values) for name, way in made.items()}, rounds)
            ratios = " | ".join(f"**{times[name] / times[OURS]:.0f}**" for name in LIBRARIES)
            print(f"| {rows:,} | {' | '.join(f'{one:.1f} ms' for one in times.values())} | {ratios} |")
        print("\n## What is right in a workbook of five rows\n")
        print(f"| | {' | '.join(made)} |\n|---|{':-:|' * len(made)}")
        files = {name: way(context(KEPT_ROWS)) for name, way in made.items()}
        for asked in KEPT:
            marks = " | ".join("yes" if kept(data, asked) else "no" for data in files.values())
            print(f"| {asked.what} | {marks} |")


if __name__ == "__main__":
    main()
