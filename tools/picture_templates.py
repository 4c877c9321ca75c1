"""Small templates and workbooks for the pictures of docs/templates.md: a table of contents, a numbered list in a loop,
an office's own data, and Excel sheets as they look on the screen."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import openpyxl
from docx import Document
from docx.document import Document as DocumentObject
from docx.oxml import parse_xml
from docx.shared import Cm
from docx.text.paragraph import Paragraph
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from officefiles.opc import W

_NS = f'xmlns:w="{W[1:-1]}"'
_LIST = 90
_TAG_COLOURS = {"{{": "FFF59D", "{%": "B3E5FC"}
_OWN_VALUES = (("ชื่อ", "ค่า"), ("คำขวัญ", "โปร่งใส เป็นธรรม"), ("วันประชุม", "วันจันทร์ที่ ๑๕ มกราคม ๒๕๖๗"))


def contents(base: bytes) -> bytes:
    """A template with a table of contents over headings in a loop, in the styles of ``base``."""
    document = _blank(base)
    _say(document, "สารบัญ", "ITA Caption")
    entry = _say(document, "", "ITA Body")
    for kind, text in (
        ("begin", ""),
        ("", ' TOC \\o "1-3" \\u '),
        ("separate", ""),
        ("shown", "{{ committee.name }} ... 1"),
    ):
        entry._p.append(_field(kind, text))
    entry._p.append(_field("end", ""))
    _say(document, "{%p for committee in committees %}")
    heading = _say(document, "{{ committee.name }}", "ITA Topic")
    heading._p.get_or_add_pPr().append(parse_xml(f'<w:outlineLvl {_NS} w:val="0"/>'))
    _say(document, "มีรายชื่อและหน้าที่ตามคำสั่งของ{{ office.name }}", "ITA Body")
    _say(document, "{%p endfor %}")
    return _kept(document)


def numbered(base: bytes) -> bytes:
    """A template with a numbered list below a heading in a loop."""
    document = _blank(base)
    numbering = document.part.numbering_part.element
    level = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="thaiNumbers"/><w:lvlText w:val="%1."/>'
        '<w:lvlJc w:val="left"/></w:lvl>'
    )
    numbering.insert(0, parse_xml(f'<w:abstractNum {_NS} w:abstractNumId="{_LIST}">{level}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {_NS} w:numId="{_LIST}"><w:abstractNumId w:val="{_LIST}"/></w:num>'))
    for text, style in (
        ("{%p for committee in committees %}", "ITA Base"),
        ("{{ committee.name }}", "ITA Topic"),
        ("{%p for seat in committee.seats %}", "ITA Base"),
        ("{{ seat.name }}", "ITA Base"),
        ("{%p endfor %}", "ITA Base"),
        ("{%p endfor %}", "ITA Base"),
    ):
        paragraph = _say(document, text, style)
        if text == "{{ seat.name }}":
            properties = paragraph._p.get_or_add_pPr()
            properties.append(parse_xml(f'<w:numPr {_NS}><w:ilvl w:val="0"/><w:numId w:val="{_LIST}"/></w:numPr>'))
            paragraph.paragraph_format.left_indent, paragraph.paragraph_format.first_line_indent = Cm(1.5), Cm(-0.7)
    return _kept(document)


def with_phones(base: bytes) -> bytes:
    """A template that prints the column and the value that ``own_data`` adds."""
    document = _blank(base)
    _say(document, 'คำขวัญ “{{ more["คำขวัญ"] }}”', "ITA Title")
    _say(document, "{%p for seat in committees[0].seats %}")
    _say(document, '{{ seat.name }} โทร. {{ seat.more["เบอร์โทร"] }}', "ITA Base")
    _say(document, "{%p endfor %}")
    return _kept(document)


def own_data(example: Path) -> bytes:
    """The example with a column and a sheet that its office added."""
    book = openpyxl.load_workbook(example)
    seats = book["บุคลากร"]
    heading = seats["H4"]
    added = seats["I4"]
    added.value, added._style = "เบอร์โทร", heading._style
    seats.column_dimensions["I"].width = 16
    for row in range(5, seats.max_row + 1):
        if seats.cell(row, 2).value:
            seats.cell(row, 9, f"08{row % 10}-555-{1000 + row}")._style = seats.cell(row, 8)._style
    values = book.create_sheet("ข้อมูลเพิ่มเติม")
    for one in _OWN_VALUES:
        values.append(one)
    values.column_dimensions["A"].width, values.column_dimensions["B"].width = 18, 34
    for cell in values[1]:
        cell._style = heading._style
    for row in range(1, values.max_row + 1):
        values.row_dimensions[row].height = 24
    return _saved(book)


def sheet_on_screen(data: bytes, name: str, area: str, hidden: Sequence[str] = ()) -> bytes:
    """A workbook that prints as one of its sheets looks on the screen: its headings and lines, its tags coloured."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    for other in [one for one in book.sheetnames if one != name]:
        del book[other]
    sheet = book[name]
    for column in hidden:
        sheet.column_dimensions[column].hidden = True
    _colour(sheet)
    for part in (sheet.oddHeader, sheet.oddFooter):
        part.left.text = part.center.text = part.right.text = None
    sheet.print_title_rows = None
    sheet.print_area = area
    sheet.print_options.headings = sheet.print_options.gridLines = True
    sheet.sheet_properties.pageSetUpPr = openpyxl.worksheet.properties.PageSetupProperties(fitToPage=True)
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    return _saved(book)


def _colour(sheet: Worksheet) -> None:
    for cell in (one for row in sheet.iter_rows() for one in row if isinstance(one.value, str)):
        colour = next((shown for mark, shown in _TAG_COLOURS.items() if mark in cell.value), None)
        if colour:
            cell.fill = PatternFill("solid", fgColor=colour)
            cell.font = Font(name="TH SarabunPSK", size=14)
            cell.alignment = Alignment(vertical="center", wrap_text="{%" not in cell.value)
            sheet.row_dimensions[cell.row].height = None if "{%" not in cell.value else 20


def _blank(base: bytes) -> DocumentObject:
    """``base`` with nothing in it but its styles and its page."""
    document = Document(io.BytesIO(base))
    body = document.element.body
    for child in list(body)[:-1]:
        body.remove(child)
    section = document.sections[0]
    section.different_first_page_header_footer = False
    section.header.is_linked_to_previous = True
    return document


def _say(document: DocumentObject, text: str, style: str = "ITA Base") -> Paragraph:
    return document.add_paragraph(text, style=style)


def _field(kind: str, text: str) -> object:
    inside = {
        "": f'<w:instrText xml:space="preserve">{text}</w:instrText>',
        "shown": f"<w:t>{text}</w:t>",
    }.get(kind, f'<w:fldChar w:fldCharType="{kind}"/>')
    return parse_xml(f"<w:r {_NS}>{inside}</w:r>")


def _kept(document: DocumentObject) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _saved(book: openpyxl.Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()
