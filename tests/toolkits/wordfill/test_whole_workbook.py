"""An Excel template with all that rows and what names them can be, kept whole as it was filled and looked at."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from made_template_xlsx import excel_template, filled
from officefiles.thai import thai_digits
from outline_xlsx import outline
from wordfill.proof import Shaded, State

WRAPPED = {"text_wrap": True}
NESTED: dict[str, object] = {
    "A1": "{{ title }} {% if groups %}มี {{ groups|length }} กลุ่ม{% else %}ไม่มีกลุ่ม{% endif %}",
    **dict(
        zip(
            ("A2", "B2", "C2", "D2", "E2", "F2", "G2"), ("ที่", "ชื่อ", "คะแนน", "สองเท่า", "สะสม", "คำ", "วันที่"), strict=True
        )
    ),
    "A3": "{%tr for g in groups %}",
    "A4": "กลุ่ม {{ g.name }}",
    "C4": "=SUM(C6:C6)",
    "A5": "{%tr for one in g.people %}",
    **{"A6": "{{ loop.index }}", "B6": ("{{ one.name }}", WRAPPED), "C6": "{{ one.score|number }}", "D6": "=C6*2"},
    **{"E6": "=SUM(C$6:C6)", "F6": '=IF(C6>C$9,"A6",B6&C6)', "G6": ("{{ one.day|date }}", {"num_format": "d/m/yyyy"})},
    "A7": "{%tr endfor %}",
    "A8": "{%tr if g.people %}",
    **{"A9": "รวม", "C9": "=SUM(C6:C6)", "D9": "=AVERAGE(C6)", "E9": '=COUNTIF(B6:B6,"ก*")', "F9": "=C6/C9"},
    "A10": "{%tr else %}",
    "A11": "ไม่มีรายชื่อ",
    "A12": "{%tr endif %}",
    "A13": "{%tr endfor %}",
    **{"A15": "ทั้งหมด", "C15": "=SUM(C6:C6)", "D15": "=MAX(C9)+MIN(C9:C9)", "E15": "=SUM(6:6)", "F15": "=ROWS(A3:A13)"},
    **{"A16": "=C15/100", "B16": "=SUM($C$6:$C$6,D6:D6)", "C16": "=SUM(C1:C14)", "D16": "=SUM(C:C)", "E16": "=C$15"},
}
OTHER: dict[str, object] = {
    "A1": "='รายชื่อ'!C15",
    "A2": "=SUM('รายชื่อ'!C6:C6)",
    "A3": "{%tr for g in groups %}",
    "A4": "{{ g.name }}",
    "B4": "=A4&'รายชื่อ'!A1",
    "A5": "{%tr endfor %}",
    "A6": "=COUNTA(A4:A4)",
}
NAMES = ("ก", "ข้อความที่ยาวมากจนต้องขึ้นบรรทัดใหม่ในช่องแคบ", "ค")
PEOPLE = [{"name": name, "score": f"๘{n}.๕", "day": f"{n}/10/2565"} for n, name in enumerate(NAMES, start=1)]
CASES: dict[str, list[dict[str, object]]] = {
    "two groups": [{"name": "หนึ่ง", "people": PEOPLE}, {"name": "สอง", "people": PEOPLE[:1]}],
    "a group without people": [{"name": "ว่าง", "people": []}, {"name": "สอง", "people": PEOPLE[1:]}],
    "nothing": [],
}


def look(book: Any, sheet: Any) -> None:
    """All that stands in a sheet beside its cells."""
    sheet.merge_range("E4:F4", "คะแนนรวม")
    sheet.conditional_format(
        "C6:C6", {"type": "cell", "criteria": ">", "value": "$C$15", "format": book.add_format({"bold": 1})}
    )
    sheet.conditional_format(
        "A4:G12", {"type": "formula", "criteria": "=$C6>80", "format": book.add_format({"bg_color": "#FFFF00"})}
    )
    sheet.data_validation("B6:B6", {"validate": "list", "source": "=$A$15:$A$16"})
    sheet.autofilter("A2:G13")
    sheet.freeze_panes(2, 1)
    sheet.repeat_rows(0, 1)
    sheet.print_area("A1:G16")
    sheet.set_h_pagebreaks([4, 13])
    sheet.set_column("B:B", 12)
    sheet.set_row(5, 20)
    sheet.write_url("H15", "internal:'รายชื่อ'!A15", string="ท้าย")
    book.define_name("คะแนนรวม", "='รายชื่อ'!$C$6:$C$6")
    chart = book.add_chart({"type": "column"})
    chart.add_series({"categories": "='รายชื่อ'!$B$6:$B$6", "values": "='รายชื่อ'!$C$6:$C$6", "name": "='รายชื่อ'!$A$15"})
    chart.set_title({"name": "แผนภูมิ {{ title }}"})
    sheet.insert_chart("I14", chart)


def test_a_whole_workbook_is_as_it_was_looked_at(tmp_path: Path, golden: Callable[[str, str], None]) -> None:
    template = excel_template(NESTED, look, **{"สรุป": OTHER})
    lines = []
    for name, groups in CASES.items():
        made = filled(tmp_path, template, {"title": "ก & ข", "groups": groups}, numbers=thai_digits)
        lines.append(f"==== {name}\n{outline(made)}")
    missing = Shaded.of((State.MISSING, "«ยังไม่กรอก»"))
    shaded = [{"name": missing, "people": [{"name": missing, "score": missing, "day": missing}]}]
    lines.append(f"==== a proof\n{outline(filled(tmp_path, template, {'title': missing, 'groups': shaded}))}")
    golden("whole/filled.xlsx", "".join(lines))
