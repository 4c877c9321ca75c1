"""A workbook as text that a person can read and git can compare: sheets, columns, cells, rules and charts.

A sheet tells how it prints, what stays in sight and what is filtered; then its column widths, and row by row (with its
height) each filled cell: its text, ``=`` formula → value, number format in braces, colours behind and of the text.
A line break is ⏎. Validations and rules follow by their areas, then the charts of the file.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from html import unescape
from typing import Any

import openpyxl

_CHART_SETTINGS = "gapWidth|overlap|min|max|majorUnit|legendPos|plotVisOnly|showVal|orientation|tickLblSkip|tickLblPos"
_CHART_SETTINGS += "|symbol|size|delete|crosses"
_PLACE = r"<xdr:(?:col|colOff|row|rowOff)>(\d+)<"
PLAIN_COLOURS = ("00000000", "FF000000", None)


def outline(data: bytes) -> str:
    """The outline of an xlsx, ended by a new line."""
    formulas, values = (openpyxl.load_workbook(io.BytesIO(data), data_only=given) for given in (False, True))
    lines = [line for sheet in formulas.worksheets for line in _sheet(sheet, values[sheet.title])]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = sorted(name for name in archive.namelist() if re.fullmatch(r"xl/charts/chart\d+\.xml", name))
        lines += [line for name in names for line in _chart(archive.read(name).decode())]
        drawings = sorted(name for name in archive.namelist() if name.startswith("xl/drawings/drawing"))
        places = (re.findall(_PLACE, archive.read(name).decode()) for name in drawings)
        lines += [f"drawn at {' '.join(place)}" for place in places if place]
    return "\n".join(lines) + "\n"


def _sheet(sheet: Any, values: Any) -> Iterator[str]:
    page = sheet.page_setup
    pages = f"{page.fitToWidth or 1}×{1 if page.fitToHeight is None else page.fitToHeight}"
    paper = f"{page.orientation or '-'} paper {page.paperSize or '-'} pages {pages}"
    margins = " ".join(f"{getattr(sheet.page_margins, side):g}" for side in ("left", "right", "top", "bottom"))
    print_ = (
        f"{paper} margins {margins} repeat {sheet.print_title_rows or '-'} foot {sheet.oddFooter.center.text or '-'}"
    )
    grid = "" if sheet.sheet_view.showGridLines else " no lines"
    state = f"state {sheet.sheet_state}{grid} tab {_colour(sheet.sheet_properties.tabColor) or '-'}"
    sight = f"frozen {sheet.freeze_panes or '-'} filter {sheet.auto_filter.ref or '-'} {state}"
    zoom = f"zoom {sheet.sheet_view.zoomScale or 100}{' locked' * bool(sheet.protection.sheet)}"
    centred = " centred" * bool(sheet.print_options.horizontalCentered)
    yield f"== {sheet.title} | {print_}{centred} | {sight} {zoom}"
    widths = [column for column in sheet.column_dimensions.values() if column.customWidth or column.hidden]
    yield "columns " + " ".join(f"{one.min}-{one.max}:{one.width:g}{'!' * one.hidden}" for one in widths)
    for row in sheet.iter_rows():
        cells = [_cell(cell, values[cell.coordinate].value) for cell in row if cell.value is not None]
        height = sheet.row_dimensions[row[0].row].height
        if cells:
            yield f"{row[0].row} ({height or 0:g}) " + " | ".join(cells)
    yield from _rules(sheet)
    if merged := sorted(str(one) for one in sheet.merged_cells.ranges):
        yield f"merged {' '.join(merged)}"


def _rules(sheet: Any) -> Iterator[str]:
    for rule in sheet.data_validations.dataValidation:
        what = f"{rule.type} {rule.operator or ''} {rule.formula1} {rule.formula2 or ''} {rule.errorStyle or ''}"
        shown = f"told {bool(rule.showErrorMessage)} list {not rule.showDropDown} empty {bool(rule.allowBlank)}"
        yield f"allowed {rule.sqref}: {' '.join(what.split())} {shown}"
    for area in sheet.conditional_formatting:
        for rule in area.rules:
            look, scale = rule.dxf, rule.colorScale
            own = look and (look.fill and look.fill.bgColor, look.font and look.font.color)
            colours = " ".join(map(_colour, own or (scale.color if scale else ())))
            what = f"{rule.type} {rule.operator or ''} {' '.join(rule.formula)} {colours}"
            yield f"rule {area.sqref}: {' '.join(what.split())}{' stop' * bool(rule.stopIfTrue)}"


def _cell(cell: Any, value: object) -> str:
    said = f"{cell.value} → {value}" if cell.data_type == "f" else str(cell.value)
    form = f" {{{cell.number_format}}}" if cell.number_format not in ("General", "@") else ""
    signs = (("▪", cell.fill.fgColor), ("A", cell.font.color))
    colours = "".join(f" {sign}{_colour(one)}" for sign, one in signs if _colour(one))
    bold = " bold" * bool(cell.font.bold) + " italic" * bool(cell.font.i) + " underlined" * bool(cell.font.u)
    ruled = " ruled" * bool(cell.border.bottom.style) + " open" * (not cell.protection.locked)
    size = "" if cell.font.sz == 16 else f" {cell.font.sz:g}pt"
    set_ = cell.alignment
    where = "" if set_.horizontal in (None, "general") else f" {set_.horizontal}"
    where += {"top": "", "center": " middle"}.get(set_.vertical, " low") + " one-line" * (not set_.wrap_text)
    link = f" ⇒ {cell.hyperlink.location or cell.hyperlink.target}" if cell.hyperlink else ""
    note = f" ✎ {cell.comment.text}" if cell.comment else ""
    return f"{cell.coordinate} {said}{form}{colours}{bold}{ruled}{size}{where}{link}{note}".replace("\n", "⏎")


def _colour(colour: Any) -> str:
    found = getattr(colour, "rgb", None)
    return "" if not isinstance(found, str) or found in PLAIN_COLOURS else found[2:]


def _chart(xml: str) -> Iterator[str]:
    kinds = re.findall(r"<c:(barChart|lineChart|radarChart|scatterChart|areaChart|pieChart|stockChart)>", xml)
    title = "".join(re.findall(r"<a:t>([^<]*)", xml.partition("</c:title>")[0]))
    fonts = re.findall(r' sz="(\d+)"(?: b="(1)")?', xml)
    sizes = " ".join(dict.fromkeys(f"{size}{' bold' * bool(bold)}" for size, bold in fonts))
    yield f"== chart {' + '.join(kinds)} | {unescape(title)} | {sizes}"
    for series in re.findall(r"<c:ser>.*?</c:ser>", xml, re.DOTALL):
        name = re.search(r"<c:tx>.*?<c:v>([^<]*)", series, re.DOTALL)
        cells = " ".join(map(unescape, re.findall(r"<c:f>([^<]*)", series)))
        formats = " ".join(re.findall(r'<a:srgbClr val="(\w+)"', series))
        labels = re.findall(r'<c:numFmt formatCode="([^"]*)"', series) + re.findall(r'<c:dLblPos val="(\w+)"', series)
        yield f"{unescape(name[1]) if name else ''} | {cells} | {formats} | {' '.join(labels)}"
    settings = re.findall(rf'<c:({_CHART_SETTINGS}) val="([^"]*)"', xml)
    yield " ".join(f"{name}={value}" for name, value in settings)
    lines = r'<c:(majorGridlines|[a-z]+Ax)>|<a:ln w="(\d+)"|<a:prstDash val="(\w+)"|<c:numFmt formatCode="([^"]*)"'
    yield "lines " + " ".join("".join(one) for one in re.findall(lines, xml))
