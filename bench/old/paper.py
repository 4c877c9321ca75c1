"""A Word document that grows line by line, by python-docx: tabs, lists, ruled tables, text boxes, page ends."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from officefiles.thai import digits
from officefiles.thai.printed import breadth
from thaipages.segment import whole_breaks

LINE = 82
"""Letters that fill a line of the page."""
_PLACES = {"left": WD_ALIGN_PARAGRAPH.LEFT, "centre": WD_ALIGN_PARAGRAPH.CENTER, "right": WD_ALIGN_PARAGRAPH.RIGHT}
_BOX = """<w:r {names}><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">
<mc:Choice Requires="wps" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">
<w:drawing xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">
<wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" relativeHeight="{number}"
 behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="column"><wp:posOffset>{left}</wp:posOffset></wp:positionH>
<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>
<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapTopAndBottom/>
<wp:docPr id="{number}" name="Text Box {number}"/><wp:cNvGraphicFramePr/>
<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">
<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>
<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent/></wps:txbx><wps:bodyPr/></wps:wsp>
</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>
<mc:Fallback><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:rect style="position:absolute;margin-left:{points}pt;\
width:220pt;height:{high}pt" stroked="f"><v:textbox><w:txbxContent/></v:textbox></v:rect></w:pict></mc:Fallback>
</mc:AlternateContent></w:r>"""
_EMU = 12700


class Paper:
    """The document so far. Texts may hold tabs and line breaks; ``thai`` says in which digits it is written and
    ``wide`` that its pages lie on their side."""

    def __init__(self, *, thai: bool, wide: bool = False) -> None:
        self.thai, self.wide = thai, wide
        self.document = docx.Document()
        self._page = 1
        normal = self.document.styles["Normal"]
        normal.font.name, normal.font.size = "TH SarabunPSK", Pt(16)
        fonts = normal.element.rPr.rFonts
        for kind in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(kind), "TH SarabunPSK")
        normal.element.rPr.append(parse_xml(f'<w:szCs {nsdecls("w")} w:val="32"/>'))
        normal.paragraph_format.space_after, normal.paragraph_format.space_before = Pt(0), Pt(0)
        section = self.document.sections[0]
        size = (Cm(21), Cm(29.7))
        section.page_width, section.page_height = reversed(size) if wide else size
        section.left_margin, section.right_margin = Cm(3), Cm(2)
        section.top_margin, section.bottom_margin = Cm(2.5), Cm(2)

    def text(self, text: str) -> str:
        """``text`` in the digits of the document."""
        return digits(text, self.thai)

    def line(
        self,
        text: str = "",
        *,
        place: str = "left",
        first: float = 0,
        left: float = 0,
        stops: Sequence[float] = (),
        bold: bool = False,
        style: str = "",
        item: tuple[int, int] | None = None,
    ) -> Paragraph:
        """A paragraph. ``first`` is the indent of its first line, ``left`` that of the others and ``stops`` its tab
        stops, all in centimetres; ``item`` are the list that numbers it and the level there."""
        paragraph = self.document.add_paragraph(style=style or None)
        run = paragraph.add_run(self.text(text))
        if bold:
            run.bold = run.font.cs_bold = True
        form = paragraph.paragraph_format
        if place != "left":
            paragraph.alignment = _PLACES[place]
        if left:
            form.left_indent = Cm(left)
        if first:
            form.first_line_indent = Cm(first)
        for stop in stops:
            form.tab_stops.add_tab_stop(Cm(stop))
        if item:
            self.number(paragraph, *item)
        return paragraph

    def number(self, paragraph: Paragraph, items: int, level: int = 0) -> None:
        """Have a paragraph numbered by a list."""
        numbered = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{items}"/></w:numPr>'
        paragraph._p.get_or_add_pPr()._insert_numPr(parse_xml(numbered))

    def picture(self, data: bytes, paragraph: Paragraph | None = None) -> None:
        """A picture in the middle of a line of its own, or in the paragraph that is given."""
        paragraph = self.document.add_paragraph() if paragraph is None else paragraph
        paragraph.add_run().add_picture(io.BytesIO(data), width=Cm(7))
        paragraph.alignment = _PLACES["centre"]

    def body(self, text: str, ended: str = "", *, first: float = 2.5, tab: bool = False) -> None:
        """A paragraph of running text. ``ended`` says how its lines are ended by hand: not at all, by line breaks
        (``break``) or each as a paragraph of its own (``enter``). ``tab`` begins it with a tab, not with an indent."""
        lines = cut(self.text(text)) if ended else [self.text(text)]
        begin, first = ("\t", 0) if tab else ("", first)
        if ended == "enter":
            for number, line in enumerate(lines):
                self.line(line if number else begin + line, first=0 if number else first)
        else:
            self.line(begin + "\n".join(lines), first=first, stops=(2.5,) if tab else ())

    def new_list(self, form: str, *forms: str, style: str = "") -> int:
        """A list whose levels are numbered in these ways, each ``thai (%1)`` or ``decimal %1.``; with ``style`` its
        first level belongs to the paragraph style of that name. Gives the number of the list."""
        numbering = self.document.part.numbering_part.element
        key = _free(numbering, "w:abstractNum", "w:abstractNumId")
        levels = ""
        for level, one in enumerate((form, *forms)):
            kind, text = one.split(" ", 1)
            kind = {"thai": "thaiNumbers", "letters": "thaiLetters"}.get(kind, kind)
            linked = f'<w:pStyle w:val="{style.replace(" ", "")}"/>' if style and not level else ""
            levels += (
                f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{linked}'
                f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
                f'<w:pPr><w:ind w:left="{900 + 500 * level}" w:hanging="700"/></w:pPr></w:lvl>'
            )
        levels = f'<w:multiLevelType w:val="multilevel"/>{levels}'
        first_num = numbering.find(qn("w:num"))
        element = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{key}">{levels}</w:abstractNum>')
        if first_num is None:
            numbering.append(element)
        else:
            first_num.addprevious(element)
        number = self._num(key)
        if style:
            made = self.document.styles.add_style(style, WD_STYLE_TYPE.PARAGRAPH)
            made.base_style = self.document.styles["Normal"]
            numbered = f'<w:numPr {nsdecls("w")}><w:numId w:val="{number}"/></w:numPr>'
            made.element.get_or_add_pPr().append(parse_xml(numbered))
        return number

    def _num(self, key: int) -> int:
        numbering = self.document.part.numbering_part.element
        number = _free(numbering, "w:num", "w:numId")
        numbering.append(
            parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{key}"/></w:num>')
        )
        return number

    def table(
        self, rows: Sequence[Sequence[str]], widths: Sequence[float], *, ruled: bool = True, items: int = 0
    ) -> list[list[_Cell]]:
        """A table of these texts, its columns ``widths`` centimetres wide. A line break begins a new paragraph in a
        cell; ``items`` numbers the first column by that list. Gives its cells."""
        table = self.document.add_table(len(rows), len(widths), style="Table Grid" if ruled else None)
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
        cells = [list(row.cells) for row in table.rows]
        for row, texts in zip(cells, rows, strict=True):
            for column, (cell, text) in enumerate(zip(row, texts, strict=True)):
                cell.width = Cm(widths[column])
                for number, one in enumerate(text.split("\n")):
                    paragraph = cell.paragraphs[0] if not number else cell.add_paragraph()
                    paragraph.add_run(self.text(one))
                    if items and not column and not text:
                        self.number(paragraph, items)
        return cells

    def box(self, lines: Sequence[str], *, left: float = 7.5) -> None:
        """These lines in a text box, as Word writes one: in the new form and again in the old one beside it."""
        number = 100 + self._page
        self._page += 1
        high = 24 * len(lines) + 10
        xml = _BOX.format(
            names=nsdecls("w"), number=number, left=round(left * 360000), width=220 * _EMU, height=high * _EMU,
            points=round(left * 28.35), high=high,
        )  # fmt: skip
        run = parse_xml(xml)
        for content in run.iter(qn("w:txbxContent")):
            for text in lines:
                paragraph = parse_xml(f'<w:p {nsdecls("w")}><w:pPr><w:jc w:val="center"/></w:pPr></w:p>')
                content.append(paragraph)
                Paragraph(paragraph, self.document._body).add_run(self.text(text))
        self.document.add_paragraph()._p.append(run)

    def turn(self, catchword: str, *, slash: bool, numbered: bool) -> None:
        """The end of a page made by hand: the catchword, a page break, and the number of the new page."""
        if catchword:
            self.line()
            self.line(f"{'/' if slash else ''}{catchword}...", place="right")
        self.document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        self._page += 1
        if numbered:
            self.line(f"- {self._page} -", place="centre")

    def data(self) -> bytes:
        """The file."""
        buffer = io.BytesIO()
        self.document.save(buffer)
        return buffer.getvalue()


def _free(numbering: Any, kind: str, key: str) -> int:
    return max((int(one.get(qn(key))) for one in numbering.findall(qn(kind))), default=0) + 1


def cut(text: str, most: int = LINE) -> list[str]:
    """``text`` in lines of about ``most`` letters, ended where words end; a space there stays at the line's end."""
    return list(_lines(text, most))


def _lines(text: str, most: int) -> Iterator[str]:
    start = end = 0
    for place in whole_breaks(text):
        if breadth(text[start:place]) > most and end > start:
            yield text[start:end]
            start = end
        end = place
    yield text[start:]
