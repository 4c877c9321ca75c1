"""Files that an office might lay among its documents, and files made to harm: damaged, cut short, swollen, of others.

``foreign_files(count)`` gives the same ``count`` files on every run, each with a name that says what it is.
"""

from __future__ import annotations

import io
import random
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle, islice

import xlsxwriter

import ita_docs
from made_docx import docx, p
from officefiles import archive
from officefiles.limits import COMPOUND_FILE

Made = tuple[str, bytes]
Maker = Callable[[random.Random, int], Made]
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TEXT = "แต่งตั้งคณะกรรมการและคณะทำงาน (๑) นายสมชาย ใจดี ผู้อำนวยการเขต ประธานกรรมการ "


def foreign_files(count: int) -> Iterator[Made]:
    """``count`` files of all kinds in turn."""
    dice = random.Random(15)
    for number, make in enumerate(islice(cycle(MAKERS), count)):
        name, data = make(dice, number)
        yield f"{number:03}_{name}", data


def word(paragraphs: Sequence[str] = (TEXT,) * 30) -> bytes:
    return docx("".join(p(text) for text in paragraphs))


def body(xml: str) -> bytes:
    """A Word file with this body, however it is nested."""
    parts = archive.read(word())
    parts["word/document.xml"] = f"<w:document {W}><w:body>{xml}</w:body></w:document>".encode()
    return archive.write(parts)


def excel(rows: int = 20, columns: int = 6) -> bytes:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"constant_memory": True})
    sheet = book.add_worksheet("รายชื่อ")
    for row in range(rows):
        for column in range(columns):
            sheet.write_string(row, column, f"{TEXT[:12]}{row}.{column}")
    book.close()
    return buffer.getvalue()


def pdf(pages: Sequence[bytes], *, kids: str = "", packed: bool = False) -> bytes:
    """A PDF whose pages have these contents; ``kids`` goes before what its tree of pages says."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>"]
    numbers = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects.append(f"<</Type/Pages/Count {len(pages)}/Kids[{kids or numbers}]>>".encode())
    objects.append(b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
    for number, content in enumerate(pages):
        own = f"/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents {5 + 2 * number} 0 R"
        page = f"<</Type/Page/Parent 2 0 R{own}>>"
        objects.append(page.encode())
        data = zlib.compress(content, 9) if packed else content
        filter = "/Filter/FlateDecode" if packed else ""
        objects.append(f"<</Length {len(data)}{filter}>>stream\n".encode() + data + b"\nendstream")
    out, offsets = bytearray(b"%PDF-1.7\n"), []
    for number, one in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj".encode() + one + b"endobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{at:010} 00000 n \n".encode() for at in offsets)
    return bytes(out + f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF".encode())


LINE = b"BT /F 12 Tf 72 700 Td (Meeting of the board, page) Tj ET\n"


def zipped(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return buffer.getvalue()


def sound(dice: random.Random) -> Made:
    return dice.choice(((".docx", word()), (".xlsx", excel()), (".pdf", pdf([LINE * 20] * 3))))


def _random_bytes(dice: random.Random, _number: int) -> Made:
    ending = dice.choice((".docx", ".xlsx", ".pdf", ".doc", ".xls", ".jpg", ""))
    return f"random{ending}", dice.randbytes(dice.randrange(1, 60_000))


def _head_only(dice: random.Random, _number: int) -> Made:
    ending, head = dice.choice(((".docx", b"PK\x03\x04"), (".pdf", b"%PDF-1.7\n"), (".doc", COMPOUND_FILE)))
    return f"head{ending}", head + dice.randbytes(dice.randrange(1, 5_000))


def _cut(dice: random.Random, _number: int) -> Made:
    ending, data = sound(dice)
    return f"cut{ending}", data[: dice.randrange(1, len(data))]


def _flipped(dice: random.Random, _number: int) -> Made:
    ending, data = sound(dice)
    damaged = bytearray(data)
    for _ in range(dice.randrange(1, 40)):
        damaged[dice.randrange(len(damaged))] = dice.randrange(256)
    return f"flipped{ending}", bytes(damaged)


def _damaged_xml(dice: random.Random, _number: int) -> Made:
    """A part of a sound zip cut or changed, its checksum right."""
    ending, data = dice.choice(((".docx", word()), (".xlsx", excel())))
    parts = archive.read(data)
    name = dice.choice(sorted(parts))
    part = bytearray(parts[name])
    if dice.random() < 0.5:
        part = part[: dice.randrange(len(part))]
    else:
        for _ in range(5):
            part[dice.randrange(len(part))] = dice.randrange(32, 127)
    return f"xml{ending}", archive.write({**parts, name: bytes(part)})


def _without_part(dice: random.Random, _number: int) -> Made:
    ending, data = dice.choice(((".docx", word()), (".xlsx", excel())))
    parts = archive.read(data)
    parts.pop(dice.choice(sorted(parts)))
    return f"lacking{ending}", archive.write(parts)


def _wrong_ending(dice: random.Random, _number: int) -> Made:
    return f"named{dice.choice(('.docx', '.xlsx', '.pdf', '.doc', '.txt', ''))}", sound(dice)[1]


def _of_others(dice: random.Random, _number: int) -> Made:
    return dice.choice((
        ("page.html", b"<!DOCTYPE html><html><body>x</body></html>"),
        ("page.doc", b"<html xmlns:w='urn:schemas-microsoft-com:office:word'>x</html>"),
        ("text.rtf", b"{\\rtf1\\ansi x}"),
        ("people.csv", "ชื่อ,สกุล\n".encode()),
        ("photo.jpg", b"\xff\xd8\xff\xe0" + bytes(900)),
        ("slides.pptx", zipped(ppt__presentation_xml=b"<x/>")),
        ("book.epub", zipped(mimetype=b"application/epub+zip")),
        ("text.odt", b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text" + bytes(90)),
        ("locked.docx", COMPOUND_FILE + bytes(900) + "EncryptedPackage".encode("utf-16-le")),
        ("old.doc", COMPOUND_FILE + bytes(900) + "WordDocument".encode("utf-16-le")),
        ("script.docx", b"#!/bin/sh\nrm -rf /\n"),
        ("nothing.pdf", b""),
    ))  # fmt: skip


def _many_pages(dice: random.Random, _number: int) -> Made:
    return "pages.pdf", pdf([LINE * 30] * 2000, packed=dice.random() < 0.5)


def _pdf_bomb(dice: random.Random, _number: int) -> Made:
    content = dice.choice((b" " * 200_000_000, LINE * 600_000, b"q " * 5_000_000, b"0 0 m 9 9 l S\n" * 3_000_000))
    return "bomb.pdf", pdf([content], packed=True)


def _pdf_loop(dice: random.Random, _number: int) -> Made:
    return "loop.pdf", pdf([LINE], kids=dice.choice(("2 0 R", "4 0 R 2 0 R", "99 0 R", "1 0 R", "4 0 R " * 100_000)))


def _zip_bomb(dice: random.Random, _number: int) -> Made:
    name = dice.choice(("word__document_xml", "xl__workbook_xml"))
    return "bomb.docx", zipped(**{name: b"<x>" + b" " * dice.choice((20_000_000, 90_000_000)) + b"</x>"})


def _deep(dice: random.Random, _number: int) -> Made:
    depth = dice.choice((200, 5_000, 100_000))
    opened = dice.choice(("<w:tbl><w:tr><w:tc>", "<w:sdt><w:sdtContent>", "<w:ins>", "<w:p>"))
    closed = "".join(f"</{tag}" for tag in reversed(opened.replace("<", " ").split()))
    return "deep.docx", body(opened * depth + "<w:p/>" + closed * depth)


def _entities(_dice: random.Random, _number: int) -> Made:
    parts = archive.read(word())
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 9))
    xml = f'<!DOCTYPE x [<!ENTITY e0 "ha">{levels}]><w:document {W}><w:body><w:p>&e8;</w:p></w:body></w:document>'
    return "entities.docx", archive.write({**parts, "word/document.xml": xml.encode()})


def _long_text(dice: random.Random, _number: int) -> Made:
    length = dice.choice((20_000, 60_000))
    unlike = (f"{TEXT}{dice.random()}" for _ in range(length // 4))
    kind = dice.randrange(4)
    if kind == 0:
        return "long.docx", word([*unlike])
    if kind == 1:
        return "one.docx", word([" ".join(unlike)])
    if kind == 2:
        return "unbroken.docx", word(["".join(dice.choices("กขคงจาิีเแ่้", k=length * 10))])
    return "digits.docx", word([f"({number}) {dice.random()}" for number in range(length // 4)])


def _wide_table(dice: random.Random, _number: int) -> Made:
    rows, columns = dice.choice(((3_000, 4), (20, 1_500), (300, 60)))
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    table = "".join(
        f"<w:tr>{''.join(cell.format(f'ก{row}.{dice.random()}') for _ in range(columns))}</w:tr>" for row in range(rows)
    )
    return "table.docx", body(f"<w:tbl>{table}</w:tbl><w:p/>")


def _big_sheet(dice: random.Random, _number: int) -> Made:
    return "big.xlsx", excel(*dice.choice(((50_000, 4), (200, 800), (9_000, 20))))


def _of_the_form(_dice: random.Random, number: int) -> Made:
    return "form.xlsx", ita_docs.new(2566 + number % 4)


MAKERS: Sequence[Maker] = (
    _random_bytes,
    _head_only,
    _cut,
    _flipped,
    _damaged_xml,
    _without_part,
    _wrong_ending,
    _of_others,
    _pdf_loop,
    _zip_bomb,
    _deep,
    _entities,
    _of_the_form,
    _cut,
    _flipped,
    _damaged_xml,
    _long_text,
    _wide_table,
    _big_sheet,
    _many_pages,
    _pdf_bomb,
)
