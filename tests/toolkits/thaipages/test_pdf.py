"""Word to PDF: the mended copy, what is told when it goes wrong, and (office) what LibreOffice really prints."""

from __future__ import annotations

import io
import stat
import time
from itertools import pairwise
from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree
from pypdf import PdfReader

from made_docx import as_strict
from officefiles import opc
from officefiles.limits import BROKEN
from officefiles.opc import W
from officefiles.problems import Place
from officefiles.text import runs_of, shown
from schemas import schema_errors
from small_docx import docx as small_docx
from small_docx import package, paragraph, section
from thaipages.installed import FAMILY
from thaipages.layout import measure
from thaipages.pdf import FONTS_LEFT_OUT, NO_LIBREOFFICE, NOT_PRINTED, OTHER_FONTS, convert, draw, office, proof
from thaipages.pdf.print_copy import families as families_of
from thaipages.pdf.print_copy import print_copy as mended
from thaipages.pdf.typefaces import THAI_FIGURES, Typefaces, prepare

NO_FACES = Typefaces({})


def mend(data: bytes, typefaces: Typefaces) -> bytes:
    return mended(opc.read(data), typefaces).data()


def families(data: bytes) -> tuple[str, ...]:
    return families_of(opc.read(data))


def document(*texts: str, family: str = FAMILY) -> docx.document.Document:
    """A document in one family, with a page break before each further text."""
    made = docx.Document()
    look = made.styles["Normal"].element.get_or_add_rPr()
    look.append(parse_xml(f'<w:sz {nsdecls("w")} w:val="32"/>'))
    look.append(parse_xml(f'<w:szCs {nsdecls("w")} w:val="32"/>'))
    look.append(parse_xml(f'<w:lang {nsdecls("w")} w:bidi="th-TH"/>'))
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        look.get_or_add_rFonts().set(qn(f"w:{script}"), family)
    for number, text in enumerate(texts):
        paragraph = made.add_paragraph(text)
        paragraph.paragraph_format.page_break_before = number > 0
    return made


def numbered(made: docx.document.Document, instruction: str, *, fmt: str = "") -> docx.document.Document:
    """A page number in the header, and the section's format of numbers."""
    paragraph = made.sections[0].header.paragraphs[0]
    paragraph.add_run("- ")
    for kind, text in (("begin", ""), ("", instruction), ("separate", ""), ("text", "1"), ("end", "")):
        run = paragraph.add_run(text if kind == "text" else "")
        if kind == "":
            run._r.append(element := OxmlElement("w:instrText"))
            element.text = text
        elif kind != "text":
            run._r.append(element := OxmlElement("w:fldChar"))
            element.set(qn("w:fldCharType"), kind)
    paragraph.add_run(" -")
    if fmt:
        made.sections[0]._sectPr.append(parse_xml(f'<w:pgNumType {nsdecls("w")} w:fmt="{fmt}"/>'))
    return made


def saved(made: docx.document.Document) -> bytes:
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


def on_disk(path: Path, made: docx.document.Document) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(saved(made))
    return path


def header(data: bytes) -> etree._Element:
    package = opc.read(data)
    return package.parts[package.related(package.main, "header")].tree


def drawn_in_thai(story: etree._Element) -> str:
    """The text and field instructions in the face with Thai figures."""
    runs = [run for run in story.iter(f"{W}r") if run.find(f"{W}rPr/{W}rFonts[@{W}cs='{THAI_FIGURES}']") is not None]
    return "".join("".join(run.itertext()) for run in runs)


def script(path: Path, text: str) -> Path:
    """A program that stands in for LibreOffice."""
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def is_running(process: Path) -> bool:
    """True where the process whose number stands in this file is there and not merely waiting to be taken off the
    list."""
    try:
        status = Path(f"/proc/{int(process.read_text())}/stat").read_text(encoding="utf-8")
    except (FileNotFoundError, ValueError):
        return False
    return status.rpartition(")")[2].split()[0] != "Z"


class Clock:
    """Stands in for ``time``: it goes on, by half a minute at each look, only while a program hangs."""

    def __init__(self, hanging: Path) -> None:
        self._hanging, self._now = hanging, 0.0

    def monotonic(self) -> float:
        return self._now

    def sleep(self, _seconds: float) -> None:
        time.sleep(0.01)
        if is_running(self._hanging):
            self._now += 30


def test_the_copy_is_justified_plainly() -> None:
    made = document("ข้อความ")
    made.paragraphs[0]._p.get_or_add_pPr().append(parse_xml(f'<w:jc {nsdecls("w")} w:val="thaiDistribute"/>'))
    copy = opc.read(mend(saved(made), NO_FACES))
    assert [jc.get(f"{W}val") for jc in copy.parts[copy.main].tree.iter(f"{W}jc")] == ["both"]


@pytest.mark.parametrize(
    ("instruction", "fmt", "expected"),
    [
        (r" PAGE \* ThaiArabic ", "", r" PAGE \* Arabic 1"),
        (r" PAGE \* ThaiArabic \* MERGEFORMAT ", "", r" PAGE \* Arabic \* MERGEFORMAT 1"),
        (" PAGE ", "thaiNumbers", " PAGE 1"),
        (r" PAGE \* MERGEFORMAT ", "thaiNumbers", r" PAGE \* MERGEFORMAT 1"),
        (r" PAGE \* Arabic ", "thaiNumbers", ""),
        (" PAGE ", "decimal", ""),
        (" DATE ", "thaiNumbers", ""),
    ],
)
def test_a_field_that_is_to_show_thai_figures_is_drawn_in_them(instruction: str, fmt: str, expected: str) -> None:
    assert drawn_in_thai(header(mend(saved(numbered(document("ก"), instruction, fmt=fmt)), NO_FACES))) == expected


def test_a_list_that_is_to_count_in_thai_figures_is_drawn_in_them() -> None:
    made = document("ก")
    levels = made.part.numbering_part.element
    kind = next(levels.iter(f"{W}numFmt"))
    kind.set(f"{W}val", "thaiNumbers")
    level = opc.read(mend(saved(made), NO_FACES)).parts["word/numbering.xml"].tree.find(f".//{W}lvl")
    assert level.find(f"{W}numFmt").get(f"{W}val") == "decimal"
    assert level.find(f"{W}rPr/{W}rFonts").get(f"{W}cs") == THAI_FIGURES


def test_faces_are_named_once_and_also_where_a_document_names_none() -> None:
    faces = Typefaces(embedded={FAMILY: {"Regular": b"0" * 64}})
    copy = opc.read(mend(mend(small_docx(paragraph("ก")), faces), faces))
    entries = list(copy.parts[copy.related(copy.main, "fontTable")].tree.iterfind(f"{W}font"))
    assert [entry.get(f"{W}name") for entry in entries] == [FAMILY]
    assert [etree.QName(child).localname for child in entries[0]] == ["embedRegular"]


@pytest.mark.soak
def test_the_copy_carries_its_typefaces_and_is_a_sound_file(tmp_path: Path) -> None:
    copy = mend(saved(numbered(document("ก"), r" PAGE \* ThaiArabic ")), prepare([tmp_path]))
    package = opc.read(copy)
    table = package.related(package.main, "fontTable")
    embedded = {
        entry.get(f"{W}name"): [etree.QName(child).localname for child in entry if "embed" in str(child.tag)]
        for entry in package.parts[table].tree.iterfind(f"{W}font")
    }
    assert embedded[FAMILY] == embedded[THAI_FIGURES] == ["embedRegular"]
    assert {link.kind for link in package.relationships[table].values()} == {"font"}
    assert [error for error in schema_errors(copy) if "stylesWithEffects" not in error] == []


def test_the_office_program_on_the_path_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "soffice"
    program.touch(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert office.find() == program


def test_an_office_program_in_its_usual_place_is_taken_where_none_is_on_the_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    usual = tmp_path / "program" / "soffice"
    monkeypatch.setattr(office, "_PLACES", (tmp_path / "nowhere", usual))
    assert office.find() is None
    usual.parent.mkdir()
    script(usual, "exit 0")
    assert office.find() == usual


def test_the_first_word_of_a_line_is_joined_and_no_other() -> None:
    made = saved(document("เจ้าหน้าที่" * 24))
    copy = opc.read(mend(made, NO_FACES))
    (text,) = [text for text in copy.parts[copy.main].tree.itertext() if "เจ้า" in text]
    (line,) = measure(opc.read(made)).parts[0].blocks
    expected = [end + len("เจ้า") + joined for joined, end in enumerate(line.ends[:-1])]
    assert [place for place, letter in enumerate(text) if letter == "\ufeff"] == expected
    assert len(expected) == 2


def test_the_label_of_a_list_does_not_count_where_words_are_joined() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:lvlText w:val="ข้อ %1"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    body = paragraph("เจ้าหน้าที่" * 24, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    made = package(body, numbering=numbering)
    (line,) = measure(made).parts[0].blocks
    tree = opc.read(mend(made.data(), NO_FACES)).parts[made.main].tree
    expected = [end - line.label + len("เจ้า") + joined for joined, end in enumerate(line.ends[:-1])]
    assert [place for place, letter in enumerate("".join(tree.itertext())) if letter == "\ufeff"] == expected


def runs_of_copy(body: str) -> list[tuple[str, str]]:
    """The text of each run of the copy of a document, a line break as a new line, and the language of East Asia that
    it names."""
    made = package(body)
    tree = opc.read(mend(made.data(), NO_FACES)).parts[made.main].tree
    return [
        ("".join(map(shown, run)), "".join(run.xpath("w:rPr/w:lang/@w:eastAsia", namespaces={"w": W[1:-1]})))
        for run in runs_of(tree)
    ]


def test_justified_lines_are_cut_into_pieces_that_differ() -> None:
    words = "ทุกหน่วยงาน สำนักงาน " * 10
    found = runs_of_copy(paragraph(words, '<w:jc w:val="thaiDistribute"/>'))
    text = "".join(text for text, _ in found).replace("\ufeff", "")
    assert text == words
    assert len(found) > 8
    assert all(one[1] != other[1] for one, other in pairwise(found))
    assert len(runs_of_copy(paragraph(words))) == 1


def test_a_justified_line_that_barely_holds_its_words_stays_whole() -> None:
    def cut(end: str) -> int:
        return len(runs_of_copy(paragraph(f"{'aaaaaaaa ' * 9}{end} {'bbbbbbbb ' * 4}", '<w:jc w:val="both"/>')))

    assert cut("aab") == 10  # 9.9 points are left
    assert cut("aabio") == 1  # 0.07 points


def test_a_line_ends_before_a_word_with_a_firm_space_as_the_layout_says() -> None:
    words = f"{'ก' * 71} (๑)\u00a0ประสิทธิภาพ"
    assert [text for text, _ in runs_of_copy(paragraph(words))] == [f"{'ก' * 71} ", "\n(๑)\u00a0ประสิทธิภาพ"]


def test_the_sign_of_repetition_stays_with_its_word() -> None:
    copy = opc.read(mend(saved(document("ระดับต่าง ๆ")), NO_FACES))
    assert "ระดับต่าง\u00a0ๆ" in "".join(copy.parts[copy.main].tree.itertext())


def test_families_are_those_the_document_names() -> None:
    assert FAMILY in families(saved(document("ก")))
    assert "Cordia New" in families(saved(document("ก", family="Cordia New")))


def test_without_libreoffice_one_message_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "find", lambda: None)
    results = convert([tmp_path / "a.docx", tmp_path / "b.docx"], timeout=60)
    assert [result.problems for result in results] == [(NO_LIBREOFFICE.at(Place()),), ()]
    assert [result.data for result in results] == [b"", b""]


def test_a_file_that_is_no_document_is_told_and_costs_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "find", lambda: script(tmp_path / "office", "exit 0"))
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"no zip")
    good = on_disk(tmp_path / "good.docx", document("ก"))
    found = [result.problems[0] for result in convert([broken, good], timeout=60)]
    assert found == [
        NOT_PRINTED.at(Place(), BROKEN, name="broken.docx"),
        NOT_PRINTED.at(Place(), "โปรแกรมไม่ได้สร้างไฟล์", name="good.docx"),
    ]


def test_what_cannot_be_opened_is_told_and_the_others_are_drawn(tmp_path: Path) -> None:
    files = {"broken.docx": b"no zip", "strict.docx": as_strict(small_docx(paragraph("ก")))}
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    found = draw([tmp_path / name for name in (*files, "missing.docx")])
    assert [one.problems for one in found] == [
        (NOT_PRINTED.at(Place(), BROKEN, name="broken.docx"),),
        (),
        (NOT_PRINTED.at(Place(), "อ่านไฟล์ไม่ได้", name="missing.docx"),),
    ]
    assert [one.pages for one in found] == [0, 1, 0]


def test_what_programs_show_otherwise_stands_in_the_way(tmp_path: Path) -> None:
    file = tmp_path / "two.docx"
    file.write_bytes(small_docx(paragraph("ก"), end=f"{section()}</w:body><w:body>{section()}"))
    (printed,) = draw([file])
    assert (printed.data, printed.obstacles) == (b"", ("เอกสารที่ไม่มีส่วนเนื้อหาหรือมีซ้ำกัน",))


@pytest.mark.parametrize("part", ["styles", "numbering", "settings", "document", "header"])
@pytest.mark.parametrize("form", ["transitional", "strict"])
def test_a_part_that_cannot_be_read_stands_in_the_way(part: str, form: str, tmp_path: Path) -> None:
    whole = package(paragraph("ก"), end=section(more='<w:headerReference w:type="default" r:id="rIdHeader"/>'))
    if form == "strict":
        whole = opc.read(as_strict(whole.data()))
    whole.put(f"word/{part}.xml", b"<w:broken>&none;")
    file = tmp_path / "broken.docx"
    file.write_bytes(whole.data())
    (printed,) = draw([file])
    assert (printed.data, printed.obstacles) == (b"", ("ส่วนของไฟล์ที่อ่านไม่ได้",))


def test_a_value_that_means_nothing_stands_in_the_way(tmp_path: Path) -> None:
    file = tmp_path / "odd.docx"
    numbering = '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="ก"/></w:abstractNum>'
    file.write_bytes(small_docx(paragraph("ก"), numbering=numbering))
    (printed,) = draw([file])
    assert (printed.data, printed.obstacles) == (b"", ("ข้อผิดพลาดของโปรแกรม (ValueError)",))


def test_a_file_with_a_broken_part_does_not_cost_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "find", lambda: script(tmp_path / "office", "exit 0"))
    whole = package(paragraph("ก"))
    whole.put("word/styles.xml", b"<w:broken")
    broken = tmp_path / "broken.docx"
    broken.write_bytes(whole.data())
    good = on_disk(tmp_path / "good.docx", document("ก"))
    assert [one.problems[0] for one in convert([broken, good], timeout=60)] == [
        NOT_PRINTED.at(Place(), "อ่านไฟล์ไม่ได้", name="broken.docx"),
        NOT_PRINTED.at(Place(), "โปรแกรมไม่ได้สร้างไฟล์", name="good.docx"),
    ]


def test_a_fault_of_the_program_in_one_file_does_not_cost_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "find", lambda: script(tmp_path / "office", "exit 0"))
    odd, good = tmp_path / "odd.docx", on_disk(tmp_path / "good.docx", document("ก"))
    odd.write_bytes(
        small_docx(paragraph("ก"), numbering='<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="ก"/></w:abstractNum>')
    )
    assert [one.problems[0] for one in convert([odd, good], timeout=60)] == [
        NOT_PRINTED.at(Place(), "ข้อผิดพลาดของโปรแกรม (ValueError)", name="odd.docx"),
        NOT_PRINTED.at(Place(), "โปรแกรมไม่ได้สร้างไฟล์", name="good.docx"),
    ]


def test_where_no_file_is_a_document_each_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "find", lambda: script(tmp_path / "office", "exit 0"))
    missing = tmp_path / "missing.docx"
    (result,) = convert([missing], timeout=60)
    assert result.problems[0] == NOT_PRINTED.at(Place(), "อ่านไฟล์ไม่ได้", name="missing.docx")
    assert convert([], timeout=60) == ()


def test_a_program_that_cannot_be_started_is_told_at_every_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (broken := tmp_path / "soffice").write_bytes(b"half of a program")
    broken.chmod(0o755)
    monkeypatch.setattr(office, "find", lambda: broken)
    files = [on_disk(tmp_path / name, document("ก")) for name in ("order.docx", "memo.docx")]
    told = [problem for result in convert(files, timeout=60) for problem in result.problems]
    assert [(one.kind, "เปิดโปรแกรม LibreOffice ของเครื่องนี้ไม่ได้" in one.message) for one in told] == [
        (NOT_PRINTED.id, True),
        (NOT_PRINTED.id, True),
    ]


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for processes in /proc")
def test_a_program_that_hangs_is_ended_with_all_it_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    child = tmp_path / "child"
    hanging = script(tmp_path / "office", f"sleep 600 & echo $! > {child}; wait")
    monkeypatch.setattr(office, "find", lambda: hanging)
    monkeypatch.setattr(office, "time", Clock(child))
    (result,) = convert([on_disk(tmp_path / "order.docx", document("ก"))], timeout=60)
    expected = NOT_PRINTED.at(Place(), "โปรแกรมไม่ตอบสนองภายในเวลาที่กำหนด", name="order.docx")
    assert result.problems == (expected,)
    end = time.monotonic() + 300
    while is_running(child):  # the system ends it in its time
        assert time.monotonic() < end
        time.sleep(0.01)


def test_a_file_that_hangs_the_program_does_not_cost_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pdf_of_one_page: bytes
) -> None:
    """The stand-in prints the files in order and hangs on the second, as LibreOffice does."""
    (tmp_path / "made.pdf").write_bytes(pdf_of_one_page)
    text = f"""
    for file in "$@"; do case "$file" in
      *00001.docx) echo $$ > {tmp_path}/hanging; sleep 600;;
      *.docx) cp {tmp_path}/made.pdf "${{file%.docx}}.pdf";;
    esac; done"""
    monkeypatch.setattr(office, "find", lambda: script(tmp_path / "office", text))
    monkeypatch.setattr(office, "time", Clock(tmp_path / "hanging"))
    files = [on_disk(tmp_path / name, document("ก")) for name in ("a.docx", "b.docx", "c.docx")]
    assert [result.pages for result in convert(files, timeout=60, jobs=1)] == [1, 0, 1]


@pytest.mark.soak
def test_what_a_call_leaves_out_is_asked_for_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pdf_of_one_page: bytes
) -> None:
    """The stand-in prints the first two files of a call and says that all is well, as LibreOffice does from 255 on."""
    (tmp_path / "made.pdf").write_bytes(pdf_of_one_page)
    text = f"""
    echo call >> {tmp_path}/calls; made=0
    for file in "$@"; do case "$file" in
      *.docx) [ $made -lt 2 ] && cp {tmp_path}/made.pdf "${{file%.docx}}.pdf"; made=$((made + 1));;
    esac; done; exit 0"""
    monkeypatch.setattr(office, "find", lambda: script(tmp_path / "office", text))
    files = [on_disk(tmp_path / f"{number}.docx", document("ก")) for number in range(5)]
    assert [result.pages for result in convert(files, timeout=60, jobs=1)] == [1] * 5
    assert (tmp_path / "calls").read_text().split() == ["call"] * 3


def test_a_call_names_no_more_files_than_libreoffice_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "MOST_FILES", 2)
    text = f"echo $# >> {tmp_path}/words"
    monkeypatch.setattr(office, "find", lambda: script(tmp_path / "office", text))
    convert([on_disk(tmp_path / f"{number}.docx", document("ก")) for number in range(3)], timeout=60, jobs=1)
    first, second = map(int, (tmp_path / "words").read_text().split())
    assert first == second + 1 <= 255


def test_what_is_no_pdf_has_no_pages() -> None:
    assert proof.read(b"%PDF-1.4 nothing", [FAMILY]) == proof.Proof()


def test_fonts_are_told_that_are_not_the_documents_or_not_inside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pdf_of_one_page: bytes
) -> None:
    (tmp_path / "made.pdf").write_bytes(pdf_of_one_page)
    text = f'for file in "$@"; do case "$file" in *.docx) cp {tmp_path}/made.pdf "${{file%.docx}}.pdf";; esac; done'
    monkeypatch.setattr(office, "find", lambda: script(tmp_path / "office", text))
    (result,) = convert([on_disk(tmp_path / "a.docx", document("ก"))], timeout=60)
    asked = ", ".join(families((tmp_path / "a.docx").read_bytes()))
    assert result.problems[:2] == (
        OTHER_FONTS.at(Place(), "Helvetica", name="a.docx", families=asked),
        FONTS_LEFT_OUT.at(Place(), "Helvetica", name="a.docx"),
    )


@pytest.fixture(scope="module")
def pdf_of_one_page() -> bytes:
    """A PDF with a page set in Helvetica, which is not in the file."""
    from pypdf import PdfWriter
    from pypdf.generic import DictionaryObject, NameObject

    writer = PdfWriter()
    page = writer.add_blank_page(width=100, height=100)
    face = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    font = DictionaryObject({NameObject(key): NameObject(value) for key, value in face.items()})
    fonts = DictionaryObject({NameObject("/F1"): writer._add_object(font)})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    data = io.BytesIO()
    writer.write(data)
    return data.getvalue()


@pytest.mark.office
def test_libreoffice_prints_thai_page_numbers_in_the_right_fonts(tmp_path: Path) -> None:
    made = numbered(document("หน้าแรก", "หน้าสอง"), r" PAGE \* ThaiArabic ")
    made.core_properties.title, made.core_properties.author = "คำสั่ง", "สำนักงานเขตบางสมมติ"
    (result,) = convert([on_disk(tmp_path / "order.docx", made)], timeout=60)
    reader = PdfReader(io.BytesIO(result.data))
    assert (result.pages, result.problems) == (2, ())
    assert [page.extract_text().split("\n")[0].strip() for page in reader.pages] == ["- ๑ -", "- ๒ -"]
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == ("คำสั่ง", "สำนักงานเขตบางสมมติ")


@pytest.mark.office
def test_libreoffice_prints_tagged_pdfs_for_archives_in_thai(tmp_path: Path) -> None:
    (printed,) = convert([on_disk(tmp_path / "order.docx", document("คำสั่ง"))], timeout=120)
    reader = PdfReader(io.BytesIO(printed.data))
    assert reader.pdf_header == "%PDF-1.6"
    assert str(reader.root_object["/Lang"]) == "th-TH"
    assert reader.root_object["/MarkInfo"]["/Marked"]
    about = reader.root_object["/Metadata"].get_object().get_data()
    assert b"<pdfaid:part>2<" in about
    assert b"<pdfuaid:part>1<" in about


@pytest.mark.office
def test_libreoffice_ends_no_line_inside_a_word(tmp_path: Path) -> None:
    texts = ["ก" * number + " " + "เจ้าหน้าที่ของหน่วยงานภาครัฐ ระดับต่าง ๆ " * 9 for number in range(1, 13)]
    (result,) = convert([on_disk(tmp_path / "lines.docx", document(*texts))], timeout=60)
    text = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(result.data)).pages)
    lines = text.replace("\u00a0\n", "\u00a0").split("\n")
    inside = [line for line in lines if line.startswith(("หน้าที่", "งาน", "รัฐ", "ๆ"))]
    assert (len(lines) > 36, inside) == (True, [])


@pytest.mark.office
def test_libreoffice_keeps_files_of_one_name_apart_and_survives_a_broken_one(tmp_path: Path) -> None:
    files = [on_disk(tmp_path / str(number) / "pack.docx", document(*"ก" * number)) for number in (1, 2, 3)]
    broken = tmp_path / "broken" / "pack.docx"
    broken.parent.mkdir()
    broken.write_bytes(b"PK\x05\x06" + bytes(18))
    results = convert([files[0], broken, *files[1:]], timeout=60)
    assert [result.pages for result in results] == [1, 0, 2, 3]


@pytest.mark.office
def test_a_font_that_the_machine_lacks_is_told(tmp_path: Path) -> None:
    (result,) = convert([on_disk(tmp_path / "memo.docx", document("ข้อความ", family="No Such Face"))], timeout=60)
    assert [problem.kind for problem in result.problems] == [OTHER_FONTS.id]
