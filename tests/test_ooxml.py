"""Files unpacked for diffs and edits, and packed again: the same bytes, and never another text."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from docx import Document
from lxml import etree

from made_docx import docx, p, picture, saved
from tools.ooxml import indented, joined, pack, text, unpack

ROOT = Path(__file__).resolve().parent.parent
FILES = sorted((ROOT / "templates").rglob("*.docx"))


def again(file: Path, folder: Path) -> Path:
    unpack(file, folder / "parts")
    pack(folder / "parts", folder / "again.docx")
    return folder / "again.docx"


def content(file: Path) -> dict[str, bytes]:
    """Each part, in canonical XML without white space between elements."""
    parser = etree.XMLParser(remove_blank_text=True)
    with zipfile.ZipFile(file) as archive:
        return {
            name: etree.tostring(etree.fromstring(archive.read(name), parser), method="c14n")
            if name.endswith((".xml", ".rels"))
            else archive.read(name)
            for name in archive.namelist()
        }


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_template_unpacked_and_packed_has_the_same_bytes(file: Path, tmp_path: Path) -> None:
    assert again(file, tmp_path).read_bytes() == file.read_bytes()


def test_a_file_saved_by_another_program_keeps_its_content(tmp_path: Path) -> None:
    document = Document(str(ROOT / "templates/order_template.docx"))
    document.add_paragraph("ก  ข\tค\nง ").add_run("  ")
    document.add_picture(io.BytesIO(picture().data))
    document.save(str(tmp_path / "saved.docx"))
    assert content(again(tmp_path / "saved.docx", tmp_path)) == content(tmp_path / "saved.docx")


LONG = "<w:t>" + "ก" * 120 + "</w:t>"


@pytest.mark.parametrize(
    ("xml", "lines"),
    [
        ("<a><b/>  \n  <c>\n</c></a>", ["<a><b/><c>", "</c></a>"]),
        (f"<a>{LONG}<b/></a>", ["<a>", f"  {LONG}", "  <b/>", "</a>"]),
        (f'<a x="1 > 0">{LONG}<b> \n</b></a>', ['<a x="1 > 0">', f"  {LONG}", "  <b> ", "</b>", "</a>"]),
        (f"<a>{LONG}<!-- <b> --><b/></a>", ["<a>", f"  {LONG}", "  <!-- <b> -->", "  <b/>", "</a>"]),
        (f"<a>{LONG} <b/></a>", [f"<a>{LONG} <b/></a>"]),
        (f"<?xml version='1.0'?>\r\n<a>{LONG}</a>", ["<?xml version='1.0'?>\r", "<a>", f"  {LONG}", "</a>"]),
    ],
)
def test_only_layout_comes_and_goes(xml: str, lines: list[str]) -> None:
    assert indented(xml).split("\n") == [*lines, ""]
    assert joined(indented(xml)) == joined(xml)
    assert indented(joined(xml)) == indented(xml)


def test_a_part_that_is_no_sound_xml_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    unpack(FILES[0], tmp_path / "parts")
    (tmp_path / "parts/word/document.xml").write_text("<a>\n<b></a>", encoding="utf-8")
    with pytest.raises(etree.XMLSyntaxError, match=r"document\.xml, line 2"):
        pack(tmp_path / "parts", tmp_path / "made.docx")
    assert not (tmp_path / "made.docx").exists()


def test_what_is_no_whole_unpacked_file_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    for folder in (tmp_path / "nothing", tmp_path):
        with pytest.raises(ValueError, match="is no unpacked file"):
            pack(folder, tmp_path / "made.docx")
    unpack(FILES[0], tmp_path / "parts")
    (tmp_path / "parts/word/document.xml").unlink()
    with pytest.raises(ValueError, match=r"not there: word/document\.xml$"):
        pack(tmp_path / "parts", tmp_path / "made.docx")
    assert not (tmp_path / "made.docx").exists()


def test_a_document_is_shown_by_its_parts_and_a_workbook_by_its_cells(tmp_path: Path) -> None:
    shown = list(text(saved(tmp_path, docx(p("ก")))))
    assert "[word/document.xml]" in shown
    assert "ชื่อหน่วยงาน" in "\n".join(text(ROOT / "inputs/taling_chan_2566.xlsx"))


@pytest.mark.soak
def test_it_answers_on_the_command_line_as_git_asks_it() -> None:
    command = [sys.executable, str(ROOT / "tools/ooxml.py"), "text"]
    done = subprocess.run([*command, str(FILES[0])], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.startswith("[[Content_Types].xml]\n<?xml")
    failed = subprocess.run([*command, "nothing.docx"], capture_output=True, encoding="utf-8", check=False)
    assert (failed.returncode, "nothing.docx" in failed.stderr) == (1, True)
