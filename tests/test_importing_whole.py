"""What papers of several kinds make together, whole: every cell of the workbook that a blank form has not, why a person
must look at it, what no cell took, and what is told. It is kept in ``tests/golden/imported_workbooks/``."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from openpyxl.worksheet.worksheet import Worksheet
from PIL import Image

import ita_docs
import old_orders
from ita_docs.importing.blocks import OldParagraph, OldTable
from ita_docs.importing.imported import Imported
from made_docx import png

Golden = Callable[[str, str], None]
HERE = Path(__file__).resolve().parent
pytestmark = pytest.mark.soak


def order(name: str, *changes: tuple[str, str]) -> bytes:
    """One of ``tests/orders/`` as a Word file, with changes of its text."""
    text = (HERE / "orders" / f"{name}.txt").read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return word(text)


def word(text: str, *photos: bytes | bytearray) -> bytes:
    """A Word file with the lines of a text (as ``old_orders`` has them) and photos below."""
    document = docx.Document()
    for block in old_orders.blocks(text):
        if isinstance(block, OldTable):
            table = document.add_table(len(block.rows), len(block.rows[0]))
            for row, cells in zip(block.rows, table.rows, strict=True):
                for cell, made in zip(row, cells.cells, strict=True):
                    for place, one in enumerate(cell.paragraphs):
                        _write(made.add_paragraph() if place else made.paragraphs[0], one)
        elif isinstance(block, OldParagraph):
            _write(document.add_paragraph(), block)
    for photo in photos:
        document.add_picture(io.BytesIO(photo))
    return _saved(document)


def _write(paragraph: Paragraph, one: OldParagraph) -> None:
    paragraph.add_run(one.printed).bold = one.bold
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if one.centred else None
    paragraph.paragraph_format.first_line_indent = Pt(one.indent)
    paragraph.paragraph_format.page_break_before = one.new_page


def sheet(*rows: Sequence[object]) -> bytes:
    """An Excel file of one sheet."""
    book = openpyxl.Workbook()
    page = book.active
    assert isinstance(page, Worksheet)
    for row in rows:
        page.append(row)
    return _saved(book)


def _saved(file: docx.document.Document | openpyxl.Workbook) -> bytes:
    data = io.BytesIO()
    file.save(data)
    return data.getvalue()


def _saved_as(kind: str) -> bytes:
    """A picture of a kind that our documents cannot show."""
    data = io.BytesIO()
    Image.new("RGB", (300, 200)).save(data, kind)
    return data.getvalue()


def outline(made: Imported) -> str:
    """What staff are told, and every cell that a blank form has not, behind ``?`` with its note."""
    told = [f"{one.kind} {one.place.file}: {one.message}" for one in made.problems]
    lines = [*map(str, made.found), *told, f"year {made.year}, marked {len(made.marked)}, unused {made.unused}"]
    lines += [f"photo {name}: {len(data)} bytes" for name, data in made.photos.items()]
    return "\n".join((*lines, *_cells(made.data, made.year))) + "\n"


def _cells(data: bytes, year: int | None) -> Iterator[str]:
    if year is None:
        assert data == b""
        return
    book = openpyxl.load_workbook(io.BytesIO(data))
    office = str(book["ข้อมูลทั่วไป"]["B6"].value)
    blank = openpyxl.load_workbook(io.BytesIO(ita_docs.new(year, office=office)))
    for page in book.worksheets:
        yield f"# {page.title}"
        before = blank[page.title] if page.title in blank.sheetnames else None
        for row in page.iter_rows():
            own = [(one, before[one.coordinate] if before else None) for one in row]
            new = [one for one, old in own if one.value is not None and not (old and old.value == one.value)]
            said = (f"{one.column_letter}: {str(one.value).replace(chr(10), ' / ')}" for one in new)
            if new:
                yield f"{new[0].row} {' | '.join(said)}"
            notes = [(one, one.comment.text) for one, old in own if one.comment and not (old and old.comment)]
            yield from (f"  ? {one.coordinate}: {text.replace(chr(10), ' / ')}" for one, text in notes)


MEASURES = """
^มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
^ของสำนักงานเขตดอนทราย ประจำปีงบประมาณ พ.ศ. ๒๕๖๖
|ตัวชี้วัด|มาตรการ/แนวทางการดำเนินการ|แนวทางการกำกับติดตาม|ความถี่ในการติดตาม|หน่วยงานที่รับผิดชอบ
|การปฏิบัติหน้าที่|จัดทำคู่มือการให้บริการ|สุ่มตรวจการให้บริการ|เดือนละ ๑ ครั้ง|ฝ่ายทะเบียน
|การใช้งบประมาณ|ประชุมชี้แจงแผนการใช้จ่าย|รายงานผลต่อที่ประชุม|ทุกไตรมาส|ฝ่ายการคลัง
|การดูแลสวนสาธารณะ|ปลูกต้นไม้|นับต้นไม้|ปีละ ๑ ครั้ง|ฝ่ายรักษาความสะอาด
หมายเหตุ ตารางนี้ปรับปรุงเมื่อสิ้นไตรมาสที่สอง
"""
ACTIVITIES = """
^การชี้แจงและให้ข้อมูลเกี่ยวกับการประเมินคุณธรรมและความโปร่งใส
^ของสำนักงานเขตดอนทราย ปีงบประมาณ พ.ศ. ๒๕๖๖
ผู้อำนวยการเขตประชุมชี้แจงมาตรการส่งเสริมคุณธรรม
เมื่อวันที่ ๑๕ มกราคม ๒๕๖๖ ณ ห้องประชุมชั้น ๓
"""


def test_an_order_its_changed_copy_lists_and_tables(golden: Golden) -> None:
    copy = order(
        "district",
        ("๒๕ ตุลาคม", "๒๖ ตุลาคม"),
        ("หัวหน้าฝ่ายทะเบียน>กรรมการ", "หัวหน้าฝ่ายเทศกิจ>กรรมการ"),
        ("รายงานผลการดำเนินการต่อคณะกรรมการอำนวยการทุกเดือน", "รายงานผลการดำเนินการต่อคณะกรรมการอำนวยการทุกสัปดาห์"),
        ("#(๓)#ว่าที่ร้อยตรีหญิง", "#(๓)#นายแทรก ใหม่มา>นายช่างไฟฟ้า>คณะทำงาน\n#(๔)#ว่าที่ร้อยตรีหญิง"),
    )
    people = sheet(
        ("ที่", "คำนำหน้า", "ชื่อ", "นามสกุล", "ตำแหน่ง", "สังกัด"),
        (1, "นาย", "กอบชัย", "ขาวดี", "เจ้าพนักงานปกครองชำนาญการพิเศษ", "ฝ่ายปกครอง"),
        (2, "น.ส.", "วิภา", "ทองดี", "เจ้าพนักงานธุรการ", "ฝ่ายปกครอง"),
        (3, "นาง", "สุดา", "โรยทอง", "หัวหน้าฝ่ายทะเบียน", "ฝ่ายทะเบียน"),
        (4, "นาย", "คนนอก", "คำสั่ง", "นิติกร", "ฝ่ายปกครอง"),
    )
    scores = sheet(
        ("ตัวชี้วัดที่", "ตัวชี้วัด", "คะแนน"),
        (1, "การปฏิบัติหน้าที่", 91.25),
        (2, "การใช้งบประมาณ", "ไม่ประเมิน"),
        (3, "การใช้อำนาจ", 88),
        (4, "การใช้ทรัพย์สินของราชการ", 100),
        (5, "การแก้ไขปัญหาการทุจริต", 79.333),
        (12, "ตัวชี้วัดอื่น", 50),
    )
    damaged = bytearray(png(200, 300))
    damaged[60:64] = b"xxxx"
    files = {
        "คำสั่ง.docx": order("district"),
        "คำสั่ง แก้ไข.docx": copy,
        "รายชื่อ.xlsx": people,
        "คะแนน.xlsx": scores,
        "มาตรการ.docx": word(MEASURES),
        "มาตรการ ๒.docx": word(MEASURES.replace("เดือนละ ๑", "เดือนละ ๒").replace("จัดทำคู่มือ", "จัดทำคู่มือและแบบ")),
        "กิจกรรม.docx": word(ACTIVITIES, png(400, 300), png(320, 200, 60)),
        "กิจกรรม ๒.docx": word(ACTIVITIES.replace("ชั้น ๓", "ชั้น ๔"), png(400, 301), _saved_as("TIFF"), damaged),
        "อ่านไม่ได้.docx": b"PK\x03\x04 cut short",
        "ว่าง.docx": word("\n"),
        "จดหมาย.docx": word("เรียน ผู้อำนวยการเขต\nขอส่งเอกสารมาด้วย"),
    }
    golden("imported_workbooks/together", outline(ita_docs.import_documents(files)))


def test_what_is_given_with_the_command_and_papers_of_another_year(golden: Golden) -> None:
    analysed = MEASURES.replace("|มาตรการ/แนวทาง", "|รายละเอียดการวิเคราะห์|มาตรการ/แนวทาง")
    analysed = analysed.replace("|ปลูก", "|พบขยะตกค้างริมคลองทุกวันศุกร์|ปลูก")
    for action in ("จัดทำคู่มือ", "ประชุมชี้แจง"):
        analysed = analysed.replace(f"|{action}", f"|บุคลากรเห็นว่ายังต้องปรับปรุงก่อนที่จะ{action}ให้ครบ|{action}")
    files = {"คำสั่ง.docx": order("university"), "มาตรการ.docx": word(analysed)}
    golden(
        "imported_workbooks/given", outline(ita_docs.import_documents(files, year=2568, office="คณะวิทยาการจัดการดอนงาม"))
    )


def test_cells_that_no_form_can_hold_and_words_that_are_put_in(golden: Golden) -> None:
    changes = [("29 พ.ย. 67", "31 พ.ย. 67"), ("1) นายกเทศมนตรีตำบลดอนงาม>>", "1) >>")]
    changes += [("1.2 คณะ", "/1.2 คณะทำงาน…\n1.2 คณะ"), ("บนเว็บไซต์", "บนเว็บไซต์และช่องทางอื่น ๆ ...")]
    scores = sheet(("ตัวชี้วัดที่", "ตัวชี้วัด", "คะแนน"), (1, "การปฏิบัติหน้าที่", 191.25), (2, "การใช้งบประมาณ", "90.5 คะแนน"))
    contents = "^สารบัญ\nคำสั่งแต่งตั้งคณะทำงาน>๑\nมาตรการส่งเสริมคุณธรรม>๕\n"
    late = MEASURES.replace("พ.ศ. ๒๕๖๖", "พ.ศ. ๒๕๖๖ ฉบับวันที่ ๓๑ กุมภาพันธ์ ๒๕๖๖")
    late = late.replace("ทุกไตรมาส", "ทุกไตรมาส ยกเว้นไตรมาสสุดท้าย").replace("การปฏิบัติหน้าที่|", "ตัวชี้วัดที่ ๑|")
    files = {
        "คำสั่ง.docx": order("municipality", *changes),
        "คะแนน.xlsx": scores,
        "สารบัญ.docx": word(contents),
        "มาตรการ.docx": word(late),
    }
    golden("imported_workbooks/oddities", outline(ita_docs.import_documents(files)))


def test_drafts_of_one_order_are_one_and_an_order_may_have_no_seats(golden: Golden) -> None:
    draft = (HERE / "orders" / "nothing.txt").read_text(encoding="utf-8").splitlines()
    files = {f"ร่าง {number}.docx": word("\n".join(draft[13:])) for number in (1, 2)}
    parts = [outline(ita_docs.import_documents(files, year=2567))]
    both = {"คำสั่ง.docx": word("\n".join(draft))}
    parts += [outline(ita_docs.import_documents(both, order=wanted)) for wanted in ("", "๕/๒๕๖๖", "3")]
    golden("imported_workbooks/drafts", "\n".join(parts))
