"""The proof with LibreOffice: lines end, pages begin and catchwords stand where they were planned to."""

from __future__ import annotations

import os
import re
import subprocess
import tomllib
from collections.abc import Iterator, Sequence
from itertools import takewhile
from pathlib import Path
from random import Random
from xml.sax.saxutils import escape

import pytest
from pypdf import PdfReader

import random_orders
from ita_docs.house import CATCHWORDS
from ita_docs.papers.pack import produce
from ita_docs.places import template_files
from officefiles import opc
from officefiles.opc import W
from thaipages.layout import Paragraph, measure
from thaipages.layout import paginate as fill_pages
from thaipages.pdf import convert, office
from thaipages.planning import Catchwords
from thaipages.planning.catchwords import plan_pages
from thaipages.planning.pageproof import OTHER_PAGE_COUNT, OTHER_PAGE_START, prove_pages

pytestmark = pytest.mark.office

ROOT = Path(__file__).resolve().parent
SAMPLE = ROOT.parent / "inputs" / "taling_chan_2566.xlsx"
WIDTHS_CM = (16.0, 13.5, 12.6, 6.7, 6.1, 5.65, 4.4, 2.5)
"""Widths in use: body text, duties, members' and measures' columns."""
ORDERS = 200
PAGE_NUMBER = re.compile("-.*-")
CHANCE = 2566


def pages(pdf: bytes, folder: Path) -> list[list[str]]:
    """The lines of each page, without empty ones."""
    path = folder / "read.pdf"
    path.write_bytes(pdf)
    text = subprocess.run(
        ["pdftotext", "-layout", path, "-"], capture_output=True, check=True, timeout=60
    ).stdout.decode()
    return [[line.strip() for line in page.splitlines() if line.strip()] for page in text.split("\f")[:-1]]


def squeezed(text: str) -> str:
    """``text`` without spaces and with one spelling of SARA AM, as a PDF's text differs in both."""
    return re.sub(r"\s", "", text).replace("\u0e4d\u0e32", "\u0e33")


# Lines


def texts() -> list[str]:
    """Paragraphs of the published pack, the phrases of the framework, and 500 made of their words."""
    pack = re.sub("<[^>]+>", "\n", (ROOT / "reference" / "pack_2566.txt").read_text(encoding="utf-8"))
    found = [" ".join(piece.split()) for piece in re.split(r"[\n\t|]", pack)]
    phrases = (ROOT.parent / "pipeline" / "ita_docs" / "framework" / "phrases.toml").read_text(encoding="utf-8")
    found += [re.sub("{[a-z_]+}", "สำนักงานเขต", phrase) for phrase in strings(tomllib.loads(phrases))]
    found = list(dict.fromkeys(text for text in found if len(text) > 20))
    chance = Random(CHANCE)
    words = [word for text in found for word in text.split()]
    return found + [" ".join(chance.choices(words, k=chance.randint(3, 25))) for _ in range(500)]


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from strings(inner)


def column(paragraphs: Sequence[str], bold: bool) -> bytes:
    """A document in the templates' styles: the text of each paragraph in one of the widths, a mark before each."""
    package = opc.read(random_orders.TEMPLATE.read_bytes())
    body = []
    for number, text in enumerate(paragraphs):
        right = round((30 - WIDTHS_CM[number % len(WIDTHS_CM)]) * 1440 / 2.54)
        style = "ITAColumnHeading" if bold else "ITABase"
        body.append(
            f'<w:p><w:pPr><w:pStyle w:val="ITABase"/></w:pPr><w:r><w:t>@{number}@</w:t></w:r></w:p>'
            f'<w:p><w:pPr><w:pStyle w:val="{style}"/><w:ind w:right="{right}"/><w:jc w:val="left"/></w:pPr>'
            f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'
        )
    edge = 'w:top="720" w:right="720" w:bottom="720" w:left="720" w:header="0" w:footer="0" w:gutter="0"'
    section = f'<w:sectPr><w:pgSz w:w="{1440 + round(30 * 1440 / 2.54)}" w:h="20000"/><w:pgMar {edge}/></w:sectPr>'
    xml = f'<w:document xmlns:w="{W[1:-1]}"><w:body>{"".join(body)}{section}</w:body></w:document>'
    package.put(package.main, xml.encode())
    return package.data()


@pytest.mark.parametrize("bold", [False, True])
def test_lines_are_as_many_as_in_libreoffice(bold: bool, tmp_path: Path) -> None:
    paragraphs = texts()[:: 4 if bold else 1]
    path = tmp_path / "column.docx"
    path.write_bytes(column(paragraphs, bold))
    (printed,) = convert([path], timeout=120)
    shown: list[list[str]] = []
    for line in (line for page in pages(printed.data, tmp_path) for line in page):
        if re.fullmatch(r"@\d+@", line):
            shown.append([])
        else:
            shown[-1].append(line)
    layout = measure(opc.read(path.read_bytes()))
    measured = [block for part in layout.parts for block in part.blocks if isinstance(block, Paragraph)][1::2]
    assert layout.notes == ()
    assert len(shown) == len(measured) == len(paragraphs)
    differing = [
        (block.text, lines) for block, lines in zip(measured, shown, strict=True) if len(block.ends) != len(lines)
    ]
    assert len(differing) <= len(paragraphs) * 0.01, differing[:5]


# Pages


def planned(data: bytes) -> tuple[list[str], list[str]]:
    """The texts that pages begin with, up to a line break, and the catchwords before them."""
    package = opc.read(data)
    starts, catchwords = [], []
    for paragraph in package.parts[package.main].tree.iter(W + "p"):
        pieces = takewhile(lambda one: one.tag == W + "t", paragraph.iter(W + "t", W + "br"))
        text = "".join(piece.text or "" for piece in pieces)
        if paragraph.find(f"{W}pPr/{W}pageBreakBefore") is not None:
            starts.append(text)
        if paragraph.find(f"{W}pPr/{W}pStyle[@{W}val='{CATCHWORDS.style}']") is not None:
            catchwords.append(text)
    return starts, catchwords


def faults(data: bytes, printed: list[list[str]]) -> list[str]:
    """What is not as planned in the printed pages of an order."""
    starts, catchwords = planned(data)
    if not len(printed) - 1 == len(starts) == len(catchwords):
        return [f"{len(printed)} pages, {len(starts) + 1} planned"]
    found = []
    for above, page, start, catchword in zip(printed, printed[1:], starts, catchwords, strict=False):
        text = squeezed("".join(page[1:4]))
        if not PAGE_NUMBER.fullmatch(page[0]) or not text.startswith(squeezed(start)[:12]):
            found.append(f"begins with {page[:2]}, not {start}")
        if squeezed(above[-1]) != squeezed(catchword):
            found.append(f"ends with {above[-1]}, not {catchword}")
        if not text.startswith(squeezed(catchword).lstrip("/").removesuffix("...")):
            found.append(f"{catchword} before {page[1]}")
    closing = max(number for number, line in enumerate(printed[-1]) if squeezed(line).startswith("ทั้งนี้"))
    if closing < (3 if len(printed) > 1 else 2):
        found.append(f"signature with {printed[-1][:closing]} alone")
    return found


BOTTOM_CM = 2.0
"""The margin below the text of every template."""
POINTS_PER_CM = 72 / 2.54


def lowest_text(pdf: bytes, folder: Path) -> list[float]:
    """How far above the foot of its page the lowest text of each page ends, in points."""
    path = folder / "boxes.pdf"
    path.write_bytes(pdf)
    boxes = subprocess.run(
        ["pdftotext", "-bbox", path, "-"], capture_output=True, check=True, timeout=60
    ).stdout.decode()
    found = []
    for page in boxes.split("<page ")[1:]:
        height = float(re.findall(r'height="([\d.]+)"', page)[0])
        found.append(height - max(float(value) for value in re.findall(r'yMax="([\d.]+)"', page)))
    return found


def measured_ends(data: bytes) -> list[float]:
    """How far above the foot of its page the last line of each page ends by the layout, in points."""
    layout = measure(opc.read(data))
    found = []
    section = -1
    for page in fill_pages(layout):
        own = layout.parts[page.section].section
        room = own.height if page.section == section else own.first_height
        section = page.section
        found.append(BOTTOM_CM * POINTS_PER_CM + (room - page.filled) / 20)
    return found


def test_the_pages_of_the_whole_pack_end_where_they_were_measured(tmp_path: Path) -> None:
    files = produce(SAMPLE, template_files()).files
    names = [name for name in files if name.endswith(".docx")]
    for name in names:
        (tmp_path / name).write_bytes(files[name])
    for name, printed in zip(names, convert([tmp_path / name for name in names], timeout=120), strict=True):
        measured = measured_ends(files[name])
        assert lowest_text(printed.data, tmp_path) == pytest.approx(measured, abs=4), name


def test_every_page_of_random_orders_begins_where_it_was_planned(tmp_path: Path) -> None:
    chance = Random(CHANCE)
    paths = []
    for number in range(ORDERS):
        style = Catchwords.SLASH if number % 2 else Catchwords.PLAIN
        result = plan_pages(random_orders.render(random_orders.submission(chance)), style, CATCHWORDS)
        assert result.obstacles == ()
        paths.append(tmp_path / f"{number:03d}.docx")
        paths[-1].write_bytes(result.document.data())
    printed = convert(paths, timeout=60)
    wrong = {
        path.stem: found
        for path, pdf in zip(paths, printed, strict=True)
        if (found := faults(path.read_bytes(), pages(pdf.data, tmp_path)))
    }
    assert wrong == {}
    reported = [prove_pages(path.name, path.read_bytes(), pdf.data) for path, pdf in zip(paths, printed, strict=True)]
    assert reported == [()] * ORDERS
    swapped = prove_pages("a.docx", paths[0].read_bytes(), printed[1].data)
    assert {problem.kind for problem in swapped} <= {OTHER_PAGE_COUNT.id, OTHER_PAGE_START.id}
    assert swapped


# A machine without the typeface

NOT_HERE = ("TH SarabunPSK", "TH Sarabun New", "Laksaman")


def counts(document: bytes, folder: Path) -> tuple[int, int]:
    """How many pages a Word file is planned to have, and how many LibreOffice gives it as it is, where none of the
    families ``NOT_HERE`` is installed."""
    rejected = "".join(f'<pattern><patelt name="family"><string>{one}</string></patelt></pattern>' for one in NOT_HERE)
    folder.mkdir()
    (folder / "fonts.conf").write_text(
        '<?xml version="1.0"?><fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
        f"<selectfont><rejectfont>{rejected}</rejectfont></selectfont></fontconfig>",
        encoding="utf-8",
    )
    (folder / "file.docx").write_bytes(document)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        [str(office.find()), profile, "--headless", "--convert-to", "pdf", "--outdir", folder, folder / "file.docx"],
        env={**os.environ, "FONTCONFIG_FILE": str(folder / "fonts.conf")},
        capture_output=True,
        check=True,
        timeout=120,
    )
    return len(fill_pages(measure(opc.read(document)))), len(PdfReader(folder / "file.pdf").pages)


def test_documents_keep_their_pages_where_the_typeface_is_not_installed(tmp_path: Path) -> None:
    names = ("order", "notice", "analysis", "measures", "pack")
    files = produce(SAMPLE, template_files(), frozenset(names)).files
    found = {name: counts(files[f"{name}.docx"], tmp_path / name) for name in names}
    assert {name: printed for name, (_, printed) in found.items()} == {
        name: planned for name, (planned, _) in found.items()
    }
    bare = opc.read(files["order.docx"])
    table = bare.related(bare.main, "fontTable")
    bare.put(table, re.sub(rb"<w:embed\w+[^>]*>", b"", bare.parts[table].data))
    planned, printed = counts(bare.data(), tmp_path / "bare")
    assert printed > planned, "it is the typeface in the file that keeps the pages"
