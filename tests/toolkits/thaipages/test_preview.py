"""Page pictures: one for each page, in the shape of its paper, and all of them on the sheet."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfWriter

from small_docx import package
from thaipages.pdf import draw_package
from thaipages.pdf.preview import contact_sheet, pages

A4 = (595, 842)
PAPER = (255, 255, 255)


def pdf(*sizes: tuple[int, int]) -> bytes:
    writer = PdfWriter()
    for width, height in sizes:
        writer.add_blank_page(width=width, height=height)
    data = io.BytesIO()
    writer.write(data)
    return data.getvalue()


def opened(data: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(data))
    assert picture.format == "PNG"
    return picture.convert("RGB")


def run(text: str, look: str = "") -> str:
    return f"<w:p><w:r><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def test_each_page_has_a_picture_in_the_shape_of_its_paper() -> None:
    sizes = [opened(page).size for page in pages(pdf(A4, A4[::-1]), dpi=72)]
    assert sizes == [A4, A4[::-1]]


def test_a_page_without_colour_is_a_grey_picture_and_one_with_colour_is_not() -> None:
    documents = (package(run("ข้อความ")), package(run("ข้อความ", '<w:color w:val="C00000"/>')))
    shown = [pages(draw_package(one, Path("a.docx")).data)[0] for one in documents]
    assert [Image.open(io.BytesIO(one)).mode for one in shown] == ["L", "RGB"]


def test_a_finer_picture_has_more_pixels() -> None:
    (page,) = pages(pdf(A4), dpi=144)
    assert opened(page).size == (1190, 1684)


def test_the_sheet_shows_every_page_beside_the_others() -> None:
    sheet = opened(contact_sheet(pdf(*[A4] * 7)))
    middle = [
        sheet.getpixel((16 + column * 316 + 150, 16 + row * 316 + 150)) for row in range(2) for column in range(5)
    ]
    assert [colour == PAPER for colour in middle] == [True] * 7 + [False] * 3


def test_the_sheet_of_few_pages_is_no_wider_than_they_are() -> None:
    assert opened(contact_sheet(pdf(A4, A4))).size == (2 * 316 + 16, 316 + 16)


def test_what_is_no_pdf_is_told_in_thai() -> None:
    with pytest.raises(ValueError, match=r"^ไฟล์นี้ไม่ใช่ PDF ที่สมบูรณ์$"):
        pages(b"no pdf")
