"""Drawn pages as PDF: what is found in the file, seen on its pages and read from its tree is what was drawn."""

from __future__ import annotations

import io
import itertools
import re
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import pypdfium2
import pytest
from fontTools.ttLib import TTFont
from PIL import Image as Pillow
from PIL import ImageCms
from pypdf import PdfReader

from thaipages.drawing import publish
from thaipages.drawing.faces import Faces
from thaipages.drawing.known import ObstacleError
from thaipages.drawing.marks import (
    Area,
    Drawing,
    Heading,
    Image,
    Leaf,
    Link,
    Mark,
    Node,
    Rule,
    Turned,
    Typeface,
    Words,
)
from thaipages.drawing.metadata import srgb_profile
from thaipages.layout.faces import read_faces

FAMILY = "TH SarabunPSK"
REGULAR, BOLD = Typeface(FAMILY), Typeface(FAMILY, bold=True)
STYLES = [Typeface(FAMILY, bold, italic) for bold in (False, True) for italic in (False, True)]
ADVANCES = {bold: face.advances for bold, face in read_faces()[FAMILY.lower()].items()}
RED, GREEN, BLUE = (1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)

HARD_WORDS = (
    *("น้ำ", "กำหนด", "ปฏิบัติ", "ผู้", "ที่", "ป้ำ", "ญู", "ฐุ", "เป็น", "ฎีกา", "ฤๅ", "ฯลฯ", "ต่าง ๆ", "ปี่", "ฝั่ง", "ฟื้น"),
    *("ฬ่อ", "กฎุ", "ฏู", "ก๊ำ", "ปั้น", "Office", "fi ffl", "๐๑๒๓๔๕๖๗๘๙", "0123456789", "ก–ข—ค", "“ก” ‘ข’", '"ค"'),
    *("ก‑ข", "พ.ศ. ๒๕๖๙", "สิ่งพิมพ์", "เกี่ยวเนื่อง", "ศูนย์", "ป์", "ก่็", "ผ่ำ", "ฟ้ำ", "ก\u200bข", "ก\ufeffข", "ก\u2060ข"),
    *("ก\u00a0ข", "ปี\uf70a", "ํา"),
)


@pytest.fixture(scope="module")
def faces() -> Faces:
    """The faces of this machine."""
    return Faces()


@pytest.fixture(scope="module")
def shipped() -> Faces:
    """The one face that is always there."""
    return Faces(())


def words(node: Node | None, text: str, base: float, face: Typeface = REGULAR, gap: float = 0, x: float = 50) -> Words:
    """A line of 16 points with ``gap`` before each character that takes room."""
    widths = [ADVANCES[face.bold].get(sign, 0.0) * 16 for sign in text]
    steps = [width + gap * (after > 0) for width, after in itertools.zip_longest(widths, widths[1:], fillvalue=0)]
    return Words(node, x, base, text, tuple(itertools.accumulate(steps, initial=0.0)), face, 16)


def drawn(marks: Sequence[Mark], tree: Node, width: float = 595, height: float = 842) -> Drawing:
    return Drawing([Leaf(width, height, marks)], tree, "เรื่อง")


def of_one_node(kind: str, *marks: Mark, alternative: str = "") -> Drawing:
    """A page with these marks, all of one node."""
    tree = Node("Document")
    node = tree.add(kind, alternative)
    return drawn([mark._replace(node=node) if hasattr(mark, "node") else mark for mark in marks], tree)


def lines_of(data: bytes) -> list[str]:
    """The lines of the first page, as Chromium's reader finds them."""
    with pypdfium2.PdfDocument(data) as document:
        return document[0].get_textpage().get_text_range().split("\r\n")


def seen(data: bytes, scale: int = 1) -> Pillow.Image:
    """The first page, ``scale`` dots to a point."""
    with pypdfium2.PdfDocument(data) as document:
        return document[0].render(scale=scale).to_pil()


def boxes_of(data: bytes, *letters: int) -> list[tuple[float, float, float, float]]:
    """Left, bottom, right and top of letters of the first page."""
    with pypdfium2.PdfDocument(data) as document:
        text = document[0].get_textpage()
        return [text.get_charbox(letter) for letter in letters]


def png(picture: Pillow.Image, **options: object) -> bytes:
    return saved(picture, "PNG", **options)


def saved(picture: Pillow.Image, kind: str, **options: object) -> bytes:
    file = io.BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


class TestText:
    @pytest.mark.parametrize("face", STYLES, ids=str)
    @pytest.mark.parametrize("gap", [0.0, 1.0, 3.0])
    def test_it_is_found_as_it_was_drawn(self, faces: Faces, face: Typeface, gap: float) -> None:
        assert lines_of(publish(self.hard_page(face, gap), faces)) == list(HARD_WORDS)

    @pytest.mark.parametrize("face", STYLES, ids=str)
    def test_it_is_found_without_faces_of_the_machine(self, shipped: Faces, face: Typeface) -> None:
        assert lines_of(publish(self.hard_page(face), shipped)) == list(HARD_WORDS)

    @pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs pdftotext, of poppler")
    @pytest.mark.parametrize("face", STYLES, ids=str)
    @pytest.mark.parametrize("gap", [0.0, 1.0, 3.0])
    def test_another_reader_finds_it_too(self, tmp_path: Path, faces: Faces, face: Typeface, gap: float) -> None:
        file = tmp_path / "page.pdf"
        file.write_bytes(publish(self.hard_page(face, gap), faces))
        read = subprocess.run(["pdftotext", "-raw", file, "-"], capture_output=True, check=True).stdout.decode()
        found, drawn = (
            one.replace("\u00a0", " ") for one in (read, "\n".join(HARD_WORDS))
        )  # it reads gaps, not blanks
        assert found.removesuffix("\n\f") == drawn

    def test_no_text_is_no_fault(self, faces: Faces) -> None:
        marks = [words(None, "ก", 50), Words(None, 60, 50, "", (9.0,), REGULAR, 16)]
        assert lines_of(publish(of_one_node("P", *marks), faces)) == ["ก"]

    @pytest.mark.parametrize("face", [REGULAR, BOLD], ids=str)
    def test_a_tone_mark_stands_low_unless_a_vowel_is_under_it(self, faces: Faces, face: Typeface) -> None:
        """Whatever stands around it: as other programs show the middle of a text."""
        tree = Node("Document")
        lines = [f"{before}{sign}้น" for sign in "กขคงจชซดทนมรลสห" for before in ("", "ก", "เ", "ที่")]
        marks = [words(tree.add("P"), line, 40 + 30 * at, face) for at, line in enumerate([*lines, "ชี้"])]
        tops = []
        with pypdfium2.PdfDocument(publish(drawn(marks, tree, height=2500), faces)) as document:
            page = document[0].get_textpage()
            text = page.get_text_range()
            for at, mark in enumerate(marks):
                place = text.index(mark.text) + mark.text.index("้")
                text = text.replace(mark.text, "-" * len(mark.text), 1)
                tops.append(page.get_charbox(place)[3] - (2500 - 40 - 30 * at))
        *low, high = tops
        assert max(low) - min(low) < 0.2
        assert high - max(low) > 2

    @pytest.mark.parametrize("face", [REGULAR, BOLD], ids=str)
    def test_marks_give_way_to_tall_and_deep_letters(self, faces: Faces, face: Typeface) -> None:
        tall, plain, deep, short = (
            boxes_of(publish(of_one_node("P", words(None, text, 100, face)), faces), 0, 1)
            for text in ("ปี", "นี", "ฎุ", "นุ")
        )
        assert tall[1][2] - tall[0][2] < plain[1][2] - plain[0][2] - 0.7
        assert deep[1][1] < short[1][1] - 1

    def test_letters_stand_at_their_edges(self, faces: Faces) -> None:
        spread, natural = (
            boxes_of(publish(of_one_node("P", words(None, "กขค กงจ", 100, gap=gap)), faces), 0, 1, 2, 4, 5, 6)
            for gap in (1, 0)
        )
        moves = [one[0] - other[0] for one, other in zip(spread, natural, strict=True)]
        assert moves == pytest.approx([0, 1, 2, 4, 5, 6], abs=0.02)

    @pytest.mark.parametrize("sign", ["\u200b", "\ufeff", "\u2060", "\u00ad"], ids=ascii)
    def test_what_has_no_width_takes_no_room(self, faces: Faces, sign: str) -> None:
        texts = ("กข", f"ก{sign}ข")
        plain, other = (publish(of_one_node("P", words(None, text, 100)), faces) for text in texts)
        assert seen(plain).tobytes() == seen(other).tobytes()

    def test_a_scale_stretches_letters(self, faces: Faces) -> None:
        plain = words(None, "กก", 100, x=0)
        wide = plain._replace(scale=2.0, edges=tuple(2 * edge for edge in plain.edges))
        [one], [other] = (boxes_of(publish(of_one_node("P", mark), faces), 1) for mark in (plain, wide))
        assert (other[0], other[2]) == pytest.approx((2 * one[0], 2 * one[2]), abs=0.05)

    @pytest.mark.parametrize("face", STYLES[1:], ids=str)
    def test_styles_that_are_missing_are_imitated(self, shipped: Faces, face: Typeface) -> None:
        lines = [drawn([words(None, "ฒฒฒ", 40, one)], Node("Document"), 120, 60) for one in (REGULAR, face)]
        pages = [seen(publish(line, shipped), 12) for line in lines]
        ink = [sum(255 - dot for dot in page.convert("L").tobytes()) for page in pages]
        assert (ink[1] > ink[0] * 1.3) == face.bold
        assert pages[0].tobytes() != pages[1].tobytes()

    @pytest.mark.parametrize(
        ("text", "face", "told"),
        [
            ("ก", Typeface("Wingdings"), "แบบอักษร “Wingdings”"),
            ("ก漢", REGULAR, "อักขระ “漢” ซึ่งไม่มีในแบบอักษร"),
        ],
    )
    def test_what_cannot_be_shown_is_named(self, faces: Faces, text: str, face: Typeface, told: str) -> None:
        with pytest.raises(ObstacleError, match=f"^{told}$"):
            publish(of_one_node("P", words(None, text, 50, face)), faces)

    def hard_page(self, face: Typeface, gap: float = 0.0) -> Drawing:
        tree = Node("Document")
        lines = [words(tree.add("P"), word, 40 + 30 * at, face, gap) for at, word in enumerate(HARD_WORDS)]
        return drawn(lines, tree, height=1500)


class TestShapes:
    def test_rules_and_areas(self, faces: Faces) -> None:
        square = [(100, 100), (200, 100), (200, 200), (100, 200)]
        page = seen(
            publish(
                of_one_node(
                    "Figure",
                    Area(None, square, RED, BLUE, 10),
                    Rule(None, 50, 300, 250, 300, 20, GREEN, (50, 50)),
                    Area(None, [(300, 100), (400, 100), (400, 200), (300, 200)], RED, opacity=0.5),
                    Area(None, [(300, 300), (300, 367), (400, 367), (400, 300)], BLUE, curved=True),
                    alternative="รูป",
                ),
                faces,
            )
        )
        dots = [(150, 150), (100, 150), (75, 300), (125, 300), (175, 300), (350, 150), (350, 320), (350, 360), (20, 20)]
        assert [page.getpixel(dot) for dot in dots] == [
            *((255, 0, 0), (0, 0, 255), (0, 255, 0), (255, 255, 255), (0, 255, 0)),
            *((255, 128, 128), (0, 0, 255), (255, 255, 255), (255, 255, 255)),
        ]

    def test_what_is_turned_goes_clockwise(self, faces: Faces) -> None:
        rule = Rule(None, 200, 300, 300, 300, 10, RED)
        page = seen(publish(drawn([Turned(200, 300, 90, [rule])], Node("Document")), faces))
        assert [page.getpixel(dot) for dot in ((200, 350), (250, 300), (200, 250))] == [
            (255, 0, 0),
            (255, 255, 255),
            (255, 255, 255),
        ]

    def test_a_state_that_was_turned_does_not_last(self, faces: Faces) -> None:
        marks = [Turned(0, 0, 0, [Rule(None, 50, 50, 90, 50, 10, RED)]), Rule(None, 150, 50, 190, 50, 10)]
        page = seen(publish(drawn(marks, Node("Document")), faces))
        assert (page.getpixel((70, 50)), page.getpixel((170, 50))) == ((255, 0, 0), (0, 0, 0))


def halves(mode: str, left: object, right: object) -> Pillow.Image:
    """A picture of two colours."""
    picture = Pillow.new(mode, (40, 20), left)
    picture.paste(right, (20, 0, 40, 20))
    return picture


PALETTE = halves("P", 0, 1)
PALETTE.putpalette([255, 0, 0, 0, 0, 255])
PICTURES = {
    "png": (png(halves("RGB", (255, 0, 0), (0, 0, 255))), (255, 0, 0), (0, 0, 255)),
    "png-grey": (png(halves("L", 0, 128)), (0, 0, 0), (128, 128, 128)),
    "png-bilevel": (png(halves("1", 0, 1)), (0, 0, 0), (255, 255, 255)),
    "png-16-bits": (png(halves("I;16", 0, 32896)), (0, 0, 0), (128, 128, 128)),
    "png-palette": (png(PALETTE), (255, 0, 0), (0, 0, 255)),
    "png-palette-clear": (png(PALETTE, transparency=1), (255, 0, 0), (0, 255, 0)),
    "png-alpha": (png(halves("RGBA", (255, 0, 0, 255), (0, 0, 255, 0))), (255, 0, 0), (0, 255, 0)),
    "png-grey-alpha": (png(halves("LA", (0, 255), (255, 128))), (0, 0, 0), (128, 255, 128)),
    "jpeg": (saved(halves("RGB", (255, 0, 0), (0, 0, 255)), "JPEG", quality=100), (254, 0, 0), (0, 0, 254)),
    "jpeg-grey": (saved(halves("L", 0, 128), "JPEG"), (0, 0, 0), (128, 128, 128)),
    "jpeg-progressive": (
        saved(halves("RGB", (255, 0, 0), (0, 0, 255)), "JPEG", progressive=True, quality=100),
        (254, 0, 0),
        (0, 0, 254),
    ),
    "jpeg-of-print": (
        saved(halves("CMYK", (0, 255, 255, 0), (255, 255, 0, 0)), "JPEG", quality=100),
        (255, 0, 0),
        (0, 0, 255),
    ),
}


def near(one: Sequence[int], other: Sequence[int]) -> bool:
    return all(abs(a - b) <= 3 for a, b in zip(one, other, strict=True))


class TestPictures:
    @pytest.mark.parametrize("name", PICTURES)
    def test_each_kind_is_shown(self, faces: Faces, name: str) -> None:
        data, left, right = PICTURES[name]
        ground = Area(None, [(0, 0), (595, 0), (595, 842), (0, 842)], GREEN)
        page = seen(
            publish(of_one_node("Figure", ground, Image(None, 100, 100, 80, 40, data), alternative="ภาพ"), faces)
        )
        assert near(page.getpixel((110, 120)), left)
        assert near(page.getpixel((170, 120)), right)
        assert near(page.getpixel((90, 120)), (0, 255, 0))

    def test_a_jpeg_and_the_lines_of_a_png_stand_as_they_are(self, faces: Faces) -> None:
        for name in ("jpeg", "jpeg-of-print"):
            data = PICTURES[name][0]
            assert data in publish(of_one_node("Figure", Image(None, 0, 0, 9, 9, data), alternative="ภาพ"), faces)

    def test_a_jpeg_with_bytes_that_fill_it_up_is_shown(self, faces: Faces) -> None:
        """The standard allows them before any marker."""
        data, left, right = PICTURES["jpeg"]
        filled = Image(None, 100, 100, 80, 40, data[:2] + b"\xff" + data[2:])
        page = seen(publish(of_one_node("Figure", filled, alternative="ภาพ"), faces))
        assert near(page.getpixel((110, 120)), left)
        assert near(page.getpixel((170, 120)), right)

    def test_how_a_camera_was_held_turns_no_picture(self, faces: Faces) -> None:
        """Word and LibreOffice leave it, and its box was made for it as it lies."""
        held = Pillow.Exif()
        held[0x0112] = 6
        data = saved(halves("RGB", (255, 0, 0), (0, 0, 255)), "JPEG", quality=100, exif=held)
        page = seen(publish(of_one_node("Figure", Image(None, 100, 100, 80, 40, data), alternative="ภาพ"), faces))
        assert near(page.getpixel((110, 120)), (254, 0, 0))
        assert near(page.getpixel((170, 120)), (0, 0, 254))

    def test_what_is_cut_off_at_each_side_takes_no_room(self, faces: Faces) -> None:
        colours = [(255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 0), (0, 255, 255)]
        picture = Pillow.new("RGB", (50, 50))
        for at, colour in enumerate(colours):
            picture.paste(colour, (10 * at, 10 * at, 50, 50))
        image = Image(None, 100, 100, 80, 40, png(picture), (0.2, 0.4, 0.4, 0.2))
        page = seen(publish(of_one_node("Figure", image, alternative="ภาพ"), faces))
        dots = [(98, 120), (110, 102), (110, 138), (170, 102), (170, 118), (170, 138), (182, 120)]
        white, _, green, blue, _, _ = (255,) * 3, *colours
        assert [page.getpixel(dot) for dot in dots] == [white, green, green, blue, blue, blue, white]

    def test_parts_are_cut_off(self, faces: Faces) -> None:
        data = png(halves("RGB", (255, 0, 0), (0, 0, 255)))
        image = Image(None, 100, 100, 80, 40, data, (0.5, 0.0, 0.0, 0.0))
        page = seen(publish(of_one_node("Figure", image, alternative="ภาพ"), faces))
        dots = [(98, 120), (102, 120), (178, 120), (182, 120)]
        assert [page.getpixel(dot) for dot in dots] == [(255,) * 3, (0, 0, 255), (0, 0, 255), (255,) * 3]

    def test_a_picture_that_is_shown_twice_stands_once_in_the_file(self, faces: Faces) -> None:
        data, *_ = PICTURES["jpeg"]
        images = [Image(None, 0, at, 9, 9, bytes(bytearray(data))) for at in (0, 20)]
        assert publish(of_one_node("Figure", *images, alternative="ภาพ"), faces).count(data) == 1

    @pytest.mark.parametrize("data", [b"GIF89a", png(halves("L", 0, 1))[:40], b""])
    def test_what_is_no_picture_is_named(self, faces: Faces, data: bytes) -> None:
        with pytest.raises(ObstacleError, match=r"^ภาพที่เสียหาย หรือที่ไม่ใช่ PNG หรือ JPEG$"):
            publish(of_one_node("Figure", Image(None, 0, 0, 9, 9, data), alternative="ภาพ"), faces)


def everything() -> Drawing:
    """Two pages with marks of each kind, in a tree with nodes of most kinds."""
    tree = Node("Document")
    head, text = tree.add("H1"), tree.add("P")
    link = text.add("Link", "ไปหน้า ๒")
    figure = tree.add("Figure", "แผนภูมิคะแนน")
    items = tree.add("L", ListNumbering="Decimal").add("LI")
    label, body = items.add("Lbl"), items.add("LBody").add("P")
    table = tree.add("Table")
    top = table.add("TR").add("TH", Scope="Column", ColSpan=2)
    row = table.add("TR")
    cells = [row.add("TH", Scope="Row"), row.add("TD")]
    web = tree.add("P").add("Link")
    box = [(300, 300), (400, 300), (400, 360)]
    first: list[Mark] = [
        words(None, "๑", 30),
        words(head, "หัวเรื่อง", 80, BOLD),
        words(text, "ดู", 110),
        words(link, "หน้า ๒", 110, x=70),
        Link(link, 70, 96, 40, 20, "", "ปลาย"),
        words(text, "ต่อไป", 110, x=120),
        Area(figure, box, RED, BLUE, 2, opacity=0.5),
        Area(figure, [(300, 400), (320, 380), (340, 380), (360, 400)], None, RED, 1, curved=True),
        Rule(figure, 300, 420, 400, 420, 1, RED, (2, 1)),
        Turned(310, 350, -90, [words(figure, "คะแนน", 350, x=310)]),
        *(Image(figure, 400, 100 + 30 * at, 40, 20, data) for at, (data, *_) in enumerate(PICTURES.values())),
        words(label, "๑.", 140),
        words(body, "ข้อแรก", 140, x=70),
        words(top, "หัวตาราง", 200),
        Rule(None, 50, 210, 200, 210, 0.5),
        words(cells[0], "แถว", 230, Typeface(FAMILY, italic=True)),
        words(cells[1], "ปี่ น้ำ", 230, Typeface(FAMILY, bold=True, italic=True), x=100),
        words(web, "example.go.th", 260),
        Link(web, 50, 246, 90, 20, "https://example.go.th/เรื่อง?a=1"),
        Turned(300, 420, -45, [words(None, "สำเนา", 420, x=250)._replace(colour=(0.8, 0.8, 0.8), size=60)]),
    ]
    second = [words(text, "ที่หน้าสอง", 80)]
    return Drawing(
        leaves=[Leaf(595, 842, first), Leaf(842, 595, second)],
        tree=tree,
        title="เอกสาร <ทดสอบ> & อื่น ๆ",
        outline=[Heading("ก", 1, 0, 60), Heading("ข", 2, 1, 0), Heading("ค", 3, 1, 60), Heading("ง", 1, 1, 90)],
        places={"ปลาย": (1, 60)},
    )


def tree_of(reader: PdfReader) -> object:
    """The tree of a PDF as nested lists: each node's kind and its children; marks as numbers, links as 'OBJR'."""

    def node(one: object) -> object:
        if isinstance(one, int):
            return one
        entry = one.get_object()
        if entry.get("/Type") in ("/MCR", "/OBJR"):
            return entry.get("/MCID", "OBJR")
        kids = entry.get("/K", [])
        return [entry["/S"][1:], *map(node, kids if isinstance(kids, list) else [kids])]

    return node(reader.trailer["/Root"]["/StructTreeRoot"]["/K"])


@pytest.fixture(scope="module")
def data(faces: Faces) -> bytes:
    return publish(everything(), faces)


@pytest.fixture(scope="module")
def reader(data: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(data), strict=True)


def operators(data: bytes) -> str:
    """What each page is drawn by, without the letters themselves."""
    lines = [page.get_contents().get_data().decode().split("\n") for page in PdfReader(io.BytesIO(data)).pages]
    shown = ["\n".join(line for line in page if not line.endswith(("TJ", "Tj"))) for page in lines]
    return "\n== page\n".join(shown) + "\n"


class TestFile:
    def test_its_pages_are_drawn_by_what_was_looked_at(
        self, shipped: Faces, golden: Callable[[str, str], None]
    ) -> None:
        golden("drawn/operators", operators(publish(everything(), shipped)))

    def test_equal_drawings_give_equal_bytes(self, data: bytes, faces: Faces) -> None:
        publish(TestText().hard_page(BOLD), faces)  # what was shaped before leaves no trace
        assert publish(everything(), faces) == data == publish(everything(), Faces())

    @pytest.mark.skipif(not shutil.which("qpdf"), reason="needs qpdf")
    def test_its_syntax_is_sound(self, tmp_path: Path, data: bytes) -> None:
        file = tmp_path / "all.pdf"
        file.write_bytes(data)
        done = subprocess.run(["qpdf", "--check", file], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")

    def test_it_follows_the_standard_for_archives(self, tmp_path: Path, data: bytes) -> None:
        validator = pytest.importorskip("pdfluent", reason="needs pdfluent, under the AGPL")
        file = tmp_path / "all.pdf"
        file.write_bytes(data)
        found = [one.message for one in validator.validate_pdfa(str(file)).issues]
        # It takes the rule of PDF/A-1 against opacity for one of PDF/A-2.
        assert [message for message in found if "forbidden /SMask key" not in message] == []

    @pytest.mark.filterwarnings("ignore::DeprecationWarning")
    def test_it_follows_the_standard_for_readers(self, tmp_path: Path, data: bytes) -> None:
        validator = pytest.importorskip("outloud", reason="needs outloud, which needs pymupdf under the AGPL")
        file = tmp_path / "all.pdf"
        file.write_bytes(data)
        found = validator.check(str(file)).findings
        assert [(one.rule, one.message) for one in found if one.severity == "error"] == []

    def test_it_tells_what_it_is(self, reader: PdfReader) -> None:
        root = reader.trailer["/Root"]
        facts = root["/Metadata"].get_data().decode()
        assert reader.pdf_header == "%PDF-1.7"
        assert (root["/Lang"], reader.metadata.title) == ("th-TH", "เอกสาร <ทดสอบ> & อื่น ๆ")
        assert root["/MarkInfo"]["/Marked"].value
        assert root["/ViewerPreferences"]["/DisplayDocTitle"].value
        assert "เอกสาร &lt;ทดสอบ&gt; &amp; อื่น ๆ" in facts
        assert re.findall(r"<(pdfaid:part|pdfaid:conformance|pdfuaid:part)>(.)", facts) == [
            ("pdfaid:part", "2"),
            ("pdfaid:conformance", "A"),
            ("pdfuaid:part", "1"),
        ]
        assert "Date" not in facts

    def test_its_tree_is_that_of_the_drawing(self, reader: PdfReader) -> None:
        assert tree_of(reader) == [
            "Document",
            ["H1", 0],
            ["P", 1, ["Link", 2, "OBJR"], 3, 0],
            ["Figure", 4, 5, 6],
            ["L", ["LI", ["Lbl", 7], ["LBody", ["P", 8]]]],
            ["Table", ["TR", ["TH", 9]], ["TR", ["TH", 10], ["TD", 11]]],
            ["P", ["Link", 12, "OBJR"]],
        ]

    def test_each_mark_leads_back_to_its_node(self, reader: PdfReader) -> None:
        numbers = reader.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Nums"]
        leads = {key: value.get_object() for key, value in zip(numbers[::2], numbers[1::2], strict=True)}
        pages = [[one.get_object()["/S"] for one in leads[page["/StructParents"]]] for page in reader.pages]
        links = [leads[one.get_object()["/StructParent"]]["/S"] for one in reader.pages[0]["/Annots"]]
        assert pages == [
            ["/H1", "/P", "/Link", "/P", *["/Figure"] * 3, "/Lbl", "/P", "/TH", "/TH", "/TD", "/Link"],
            ["/P"],
        ]
        assert links == ["/Link", "/Link"]

    def test_figures_and_cells_have_their_attributes(self, reader: PdfReader) -> None:
        nodes = {}
        for node in self.nodes(reader.trailer["/Root"]["/StructTreeRoot"]["/K"]):
            nodes.setdefault(node["/S"], node)
        box = [round(place) for place in nodes["/Figure"]["/A"][0]["/BBox"]]
        assert (nodes["/Figure"]["/Alt"], box) == ("แผนภูมิคะแนน", [296, 392, 440, 742])
        assert nodes["/L"]["/A"][0] == {"/O": "/List", "/ListNumbering": "/Decimal"}
        assert nodes["/TH"]["/A"][0] == {"/O": "/Table", "/Scope": "/Column", "/ColSpan": 2}

    def nodes(self, node: object) -> list[dict]:
        entry = node.get_object()
        if isinstance(entry, int) or "/S" not in entry:
            return []
        kids = entry.get("/K", [])
        return [entry, *itertools.chain.from_iterable(map(self.nodes, kids if isinstance(kids, list) else [kids]))]

    def test_the_box_of_a_figure_holds_its_parts(self, faces: Faces) -> None:
        tree = Node("Document")
        figure = tree.add("Figure", "รูป")
        marks = [Rule(figure, 100, 100, 200, 100, 1), Rule(figure.add("Span"), 150, 300, 160, 300, 1)]
        reader = PdfReader(io.BytesIO(publish(drawn(marks, tree), faces)))
        box = self.nodes(reader.trailer["/Root"]["/StructTreeRoot"]["/K"])[1]["/A"][0]["/BBox"]
        assert [float(place) for place in box] == [100, 542, 200, 742]

    def test_a_node_with_nothing_to_say_is_left_out(self, faces: Faces) -> None:
        tree = Node("Document")
        tree.add("P").add("Span")
        tree.add("Table").add("TR").add("TD")
        reader = PdfReader(io.BytesIO(publish(drawn([], tree), faces)))
        assert tree_of(reader) == ["Document", ["Table", ["TR", ["TD"]]]]

    def test_no_code_means_a_mark_of_byte_order(self, faces: Faces) -> None:
        """Archives forbid it: the text stands beside the code."""
        reader = PdfReader(io.BytesIO(publish(of_one_node("P", words(None, "ก\ufeffข", 100)), faces)))
        (font,) = reader.pages[0]["/Resources"]["/Font"].values()
        texts = font.get_object()["/ToUnicode"].get_data().partition(b"beginbfchar")[2]
        meanings = re.findall(rb"^<[0-9A-F]{4}><([0-9A-F]+)>$", texts, re.MULTILINE)
        assert meanings == [b"0E01", b"0E02", b"2060"]

    def test_its_widths_are_those_of_its_fonts(self, reader: PdfReader) -> None:
        for font in reader.pages[0]["/Resources"]["/Font"].values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            glyphs = TTFont(io.BytesIO(inner["/FontDescriptor"]["/FontFile2"].get_data()))
            places = inner["/CIDToGIDMap"].get_data()
            widths, unit = glyphs["hmtx"].metrics, 1000 / glyphs["head"].unitsPerEm
            for start, row in zip(inner["/W"][::2], inner["/W"][1::2], strict=True):
                for code, width in enumerate(row, start):
                    name = glyphs.getGlyphName(int.from_bytes(places[2 * code : 2 * code + 2], "big"))
                    assert float(width) == pytest.approx(widths[name][0] * unit, abs=0.01)

    def test_links_lead_where_they_say(self, reader: PdfReader) -> None:
        inner, outer = (one.get_object() for one in reader.pages[0]["/Annots"])
        assert (inner["/Contents"], inner["/Dest"][0].get_object(), inner["/Dest"][3]) == (
            "ไปหน้า ๒",
            reader.pages[1],
            595 - 60,
        )
        assert outer["/A"]["/URI"] == "https://example.go.th/%E0%B9%80%E0%B8%A3%E0%B8%B7%E0%B9%88%E0%B8%AD%E0%B8%87?a=1"
        assert [float(place) for place in outer["/Rect"]] == [50, 576, 140, 596]

    def test_a_link_to_a_place_that_is_missing_is_named(self, faces: Faces) -> None:
        tree = Node("Document")
        link = Link(tree.add("Link"), 0, 0, 9, 9, "", "ที่อื่น")
        with pytest.raises(ObstacleError, match=r"^ลิงก์ไปยัง “ที่อื่น” ซึ่งไม่มีในเอกสาร$"):
            publish(drawn([link], tree), faces)

    def test_its_outline_is_that_of_the_drawing(self, reader: PdfReader) -> None:
        def titles(entries: list) -> list:
            return [titles(one) if isinstance(one, list) else one.title for one in entries]

        assert titles(reader.outline) == ["ก", ["ข", ["ค"]], "ง"]
        assert [reader.get_destination_page_number(one) for one in (reader.outline[0], reader.outline[2])] == [0, 1]

    def test_its_colours_are_meant_as_those_of_screens(self) -> None:
        profile = ImageCms.ImageCmsProfile(io.BytesIO(srgb_profile()))
        to_usual = ImageCms.buildTransform(profile, ImageCms.createProfile("sRGB"), "RGB", "RGB")
        colours = Pillow.frombytes("RGB", (4, 1), bytes([255, 0, 0, 12, 200, 99, 128, 128, 128, 3, 3, 250]))
        changed = ImageCms.applyTransform(colours, to_usual)
        assert changed is not None
        assert max(abs(a - b) for a, b in zip(colours.tobytes(), changed.tobytes(), strict=True)) <= 1

    def test_a_node_that_is_not_in_the_tree_is_no_part_of_a_document(self, faces: Faces) -> None:
        with pytest.raises(ValueError, match="not in the tree"):
            publish(drawn([words(Node("P"), "ก", 50)], Node("Document")), faces)
