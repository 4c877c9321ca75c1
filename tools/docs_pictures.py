"""Make the pictures of docs/images/: the pages of the sample pack, and for docs/templates.md templates as Word shows
them, their tags coloured, and what comes of them.

``python -m tools.docs_pictures`` makes them; it needs LibreOffice.
"""

from __future__ import annotations

import io
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import openpyxl
from docx import Document
from docx.document import Document as DocumentObject
from docx.shared import Cm
from docx.text.paragraph import Paragraph
from PIL import Image, ImageOps

from ita_docs import places
from ita_docs.papers.pack import produce, values_of
from ita_docs.workbook.file import Upload
from officefiles import opc
from officefiles.schema import RUN, put
from thaipages.pdf import convert, office
from thaipages.pdf.preview import pages
from tools import picture_templates
from wordfill.engine import Template
from wordfill.lint.comments import cut
from wordfill.lint.reading import read as read_template
from wordfill.lint.tags import scan

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
TEMPLATES = ROOT / "templates"
SAMPLE = ROOT / "inputs" / "taling_chan_2566.xlsx"
_COLOURS = {"{": "yellow", "%": "cyan", "#": "lightGray"}
_DPI = 90
_TIMEOUT = 120.0
_GAP = 8
_TALLEST = 410
_PAGE_COLOURS = 64
"""Enough for black letters with soft edges, and it keeps the pictures small."""

Share = tuple[float, float]
"""From where to where down the page, as shares of its height."""


def coloured(data: bytes) -> bytes:
    """The template with its names in yellow and its statements in blue."""
    document = read_template(data)
    for part in document.parts:
        for tag in reversed(scan(part.paragraphs)):
            for piece in cut(tag.paragraph.element, tag.start, tag.end):
                properties = piece.run.find(opc.W + "rPr")
                if properties is None:
                    properties = piece.run.makeelement(opc.W + "rPr")
                    piece.run.insert(0, properties)
                put(properties, "highlight", RUN, val=_COLOURS[tag.mark])
        document.package.put(part.member, part.root)
    return document.package.data()


def changed(data: bytes, change: Callable[[DocumentObject], None]) -> bytes:
    """The template as a person changes it in Word."""
    document = Document(io.BytesIO(data))
    change(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def add_score(document: DocumentObject) -> None:
    """What the guide's exercise asks for: the indicator's score below its name in the measures table."""
    paragraphs = (Paragraph(element, document) for element in document.element.body.iter(opc.W + "p"))
    name = next(paragraph for paragraph in paragraphs if "{{ measure.name }}" in paragraph.text)
    name.add_run().add_break()
    name.add_run("({{ measure.score }} คะแนน)")


def taller(document: DocumentObject) -> None:
    """Pages that hold the first table of the measures' template, its statements and all."""
    document.sections[0].page_height = Cm(25)


def filled(data: bytes, workbook: bytes | None = None) -> bytes:
    """The document that the workbook (that of the sample) makes of the template, its contents and all."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sample_template.docx"
        path.write_bytes(data)
        if workbook is None:
            return Template.load(path).render(values_of(SAMPLE)).data()
        files = produce(Upload("office.xlsx", workbook), {"sample": path}, frozenset(("sample",))).files
        return files["sample.docx"]


def printed(documents: Mapping[str, bytes], dpi: int) -> Iterator[tuple[str, list[bytes]]]:
    """The name of each document and its pages as PNG."""
    with tempfile.TemporaryDirectory() as folder:
        for name, data in documents.items():
            (Path(folder) / name).write_bytes(data)
        for one in convert([Path(folder) / name for name in documents], timeout=_TIMEOUT):
            yield one.source.stem, list(pages(one.data, dpi=dpi))


def picture(name: str, data: bytes, share: Share) -> None:
    """Write the first page of ``data``, from and to a share of its height, as docs/images/``name``."""
    ((_, shown),) = printed({"page.docx": data}, _DPI)
    image = Image.open(io.BytesIO(shown[0]))
    top, bottom = (round(image.height * part) for part in share)
    framed = Image.new("RGB", (image.width + 2, bottom - top + 2), "#9aa0a8")
    framed.paste(image.crop((0, top, image.width, bottom)), (1, 1))
    framed.quantize(32).save(IMAGES / name, optimize=True)


def sample_pages() -> None:
    """Write each page of the sample's documents, as ``order-1.png``, in place of those of before."""
    made = produce(SAMPLE, places.template_files(working=TEMPLATES)).files
    for old in IMAGES.glob("*-[0-9].png"):
        old.unlink()
    documents = {name: data for name, data in made.items() if name.endswith(".docx") and name != "pack.docx"}
    for name, shown in printed(documents, 80):
        for number, page in enumerate(shown, start=1):
            Image.open(io.BytesIO(page)).quantize(_PAGE_COLOURS).save(IMAGES / f"{name}-{number}.png", optimize=True)


def gallery_pages() -> None:
    """Write the first pages of the gallery's Word documents, side by side, as an invented office makes them."""
    templates = {path.name.removesuffix("_template.docx"): path for path in places.gallery().glob("*.docx")}
    made = produce(places.examples() / "municipality_2567.xlsx", templates, frozenset(templates)).files
    first = [Image.open(io.BytesIO(shown[0])) for name, shown in printed(dict(made), 50) if name in templates]
    height = max(image.height for image in first)
    framed = Image.new("RGB", (sum(image.width + 8 for image in first) + 8, height + 16), "#9aa0a8")
    left = 8
    for image in first:
        framed.paste(image, (left, 8))
        left += image.width + 8
    framed.quantize(_PAGE_COLOURS).save(IMAGES / "template-gallery.png", optimize=True)


def beside(name: str, shown: Sequence[tuple[bytes, str]], rows: int = 1) -> None:
    """Write the first pages of ``shown`` (each a file and its ending), their empty ends cut off, in ``rows`` rows as
    docs/images/``name``."""
    images = [_trimmed(Image.open(io.BytesIO(_page(*one))).convert("RGB")) for one in shown]
    lines = [images[at::rows] for at in range(rows)]
    width = max(sum(one.width + _GAP for one in line) for line in lines) + _GAP
    framed = Image.new("RGB", (width, sum(max(one.height for one in line) + _GAP for line in lines) + _GAP), "#9aa0a8")
    top = _GAP
    for line in lines:
        left = _GAP
        for one in line:
            framed.paste(one, (left, top))
            left += one.width + _GAP
        top += max(one.height for one in line) + _GAP
    framed.quantize(32).save(IMAGES / name, optimize=True)


def _page(data: bytes, ending: str) -> bytes:
    """The first page of a Word file, or of a workbook as the office program prints it."""
    if ending == ".docx":
        ((_, found),) = printed({"page.docx": data}, _DPI)
        return found[0]
    program = office.find()
    assert program is not None
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"page{ending}"
        path.write_bytes(data)
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        command = [str(program), profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=_TIMEOUT)
        return next(iter(pages(path.with_suffix(".pdf").read_bytes(), dpi=_DPI)))


def _trimmed(image: Image.Image) -> Image.Image:
    """What is drawn on a page, with a little of the paper around it, not taller than half of it."""
    box = ImageOps.invert(image.convert("L")).getbbox() or (0, 0, image.width, image.height)
    around = (max(box[0] - 16, 0), max(box[1] - 16, 0), min(box[2] + 16, image.width), min(box[3] + 16, image.height))
    return image.crop((*around[:3], min(around[3], around[1] + _TALLEST)))


def template_things() -> None:
    """Write for each thing that templates can hold the template and what comes of it."""
    base = (TEMPLATES / "memo_template.docx").read_bytes()
    example = picture_templates.own_data(places.examples() / "municipality_2567.xlsx")
    for name, made in (("contents", picture_templates.contents(base)), ("lists", picture_templates.numbered(base))):
        beside(f"template-{name}.png", ((coloured(made), ".docx"), (filled(made, example), ".docx")))
    seats = picture_templates.sheet_on_screen(example, "บุคลากร", "A4:I9", hidden="ACDEG")
    single = picture_templates.sheet_on_screen(example, "ข้อมูลเพิ่มเติม", "A1:B3")
    own = picture_templates.with_phones(base)
    shown = ((seats, ".xlsx"), (coloured(own), ".docx"), (single, ".xlsx"), (filled(own, example), ".docx"))
    beside("template-own-data.png", shown, rows=2)
    template = places.gallery() / "personnel_list_template.xlsx"
    sheet = openpyxl.load_workbook(template).active
    assert sheet is not None
    listed = produce(Upload("a.xlsx", example), {"list.xlsx": template}, frozenset(("list.xlsx",))).files["list.xlsx"]
    on_screen = picture_templates.sheet_on_screen(template.read_bytes(), sheet.title, f"A1:E{sheet.max_row}")
    beside("template-excel.png", ((on_screen, ".xlsx"), (listed, ".xlsx")))


def main() -> None:
    """Make every picture."""
    IMAGES.mkdir(exist_ok=True)
    sample_pages()
    gallery_pages()
    template_things()
    order, measures = ((TEMPLATES / f"{name}_template.docx").read_bytes() for name in ("order", "measures"))
    with_score = changed(measures, add_score)
    picture("template-order.png", coloured(order), (0.05, 0.75))
    picture("template-measures.png", coloured(changed(measures, taller)), (0.08, 0.88))
    picture("template-measures-changed.png", coloured(changed(with_score, taller)), (0.08, 0.88))
    picture("template-measures-result.png", filled(with_score), (0.05, 0.7))


if __name__ == "__main__":
    main()
