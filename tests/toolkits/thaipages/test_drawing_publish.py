"""Drawn pages as PDF: what is found in the file is what was drawn."""

from __future__ import annotations

import itertools

import pypdfium2
import pytest

from thaipages.drawing.faces import Faces
from thaipages.drawing.known import ObstacleError
from thaipages.drawing.marks import Drawing, Leaf, Node, Typeface, Words
from thaipages.drawing.publish import publish
from thaipages.layout.faces import read_faces

FAMILY = "TH SarabunPSK"
REGULAR = Typeface(FAMILY)
ADVANCES = {bold: face.advances for bold, face in read_faces()[FAMILY.lower()].items()}

HARD_WORDS = (
    *("น้ำ", "กำหนด", "ปฏิบัติ", "ผู้", "ที่", "ป้ำ", "ญู", "ฐุ", "เป็น", "ฎีกา", "ฤๅ", "ฯลฯ", "ต่าง ๆ", "ปี่", "ฝั่ง", "ฟื้น"),
    *(
        "ฬ่อ",
        "กฎุ",
        "ฏู",
        "ก๊ำ",
        "ปั้น",
        "Office",
        "fi ffl",
        "๐๑๒๓๔๕๖๗๘๙",
        "0123456789",
        "ก–ข—ค",
        "“ก” ‘ข’",
        '"ค"',
        "ก\u200bข",
    ),
    *("ก‑ข", "พ.ศ. ๒๕๖๙", "สิ่งพิมพ์", "เกี่ยวเนื่อง", "ศูนย์", "ป์", "ก่็", "ผ่ำ", "ฟ้ำ", "ก\u00a0ข"),
)


@pytest.fixture(scope="module")
def faces() -> Faces:
    return Faces()


def words(node: Node | None, text: str, base: float, face: Typeface = REGULAR, gap: float = 0, x: float = 50) -> Words:
    """A line of 16 points with ``gap`` before each character that takes room."""
    widths = [ADVANCES[face.bold].get(sign, 0.0) * 16 for sign in text]
    steps = [width + gap * (after > 0) for width, after in itertools.zip_longest(widths, widths[1:], fillvalue=0)]
    return Words(node, x, base, text, tuple(itertools.accumulate(steps, initial=0.0)), face, 16)


def page_text(data: bytes) -> list[str]:
    """The lines of the first page."""
    with pypdfium2.PdfDocument(data) as document:
        return document[0].get_textpage().get_text_range().split("\r\n")


def test_text_is_found_as_it_was_drawn(faces: Faces) -> None:
    tree = Node("Document")
    marks = [words(tree.add("P"), word, 40 + 30 * line) for line, word in enumerate(HARD_WORDS)]
    data = publish(Drawing([Leaf(595, 1500, marks)], tree, "คำยาก"), faces)
    assert page_text(data) == list(HARD_WORDS)


def test_equal_drawings_give_equal_bytes(faces: Faces) -> None:
    tree = Node("Document")
    drawing = Drawing([Leaf(595, 842, [words(tree.add("P"), "ที่ว่าการ", 50)])], tree, "เรื่อง")
    assert publish(drawing, faces) == publish(drawing, Faces())


@pytest.mark.parametrize(
    ("text", "face", "told"),
    [
        ("ก", Typeface("Wingdings"), "แบบอักษร “Wingdings”"),
        ("ก漢", REGULAR, "อักขระ “漢” ซึ่งไม่มีในแบบอักษร"),
    ],
)
def test_what_cannot_be_shown_is_named(faces: Faces, text: str, face: Typeface, told: str) -> None:
    tree = Node("Document")
    with pytest.raises(ObstacleError, match=told):
        publish(Drawing([Leaf(595, 842, [words(tree.add("P"), text, 50, face)])], tree, "เรื่อง"), faces)
