"""Typefaces that Word files carry: in the file once, restored by their key, and none put in the place of another."""

from __future__ import annotations

import uuid

from lxml import etree

from officefiles import opc
from officefiles.opc import Package, R, Relationship, W
from schemas import schema_errors
from small_docx import docx
from thaipages.booklet import compose
from thaipages.font_table import SARABUN, obfuscated, put_faces
from thaipages.installed import FAMILY, SHIPPED
from thaipages.pdf.print_copy import print_copy
from thaipages.pdf.typefaces import Typefaces

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
OTHER = "TH Niramit AS"
THIN = b"\0\1\0\0" + bytes(range(60))


def document(family: str = "") -> Package:
    look = f'<w:rPr><w:rFonts w:cs="{family}"/></w:rPr>' if family else ""
    return opc.read(docx(f"<w:p><w:r>{look}<w:t>ข้อความ</w:t></w:r></w:p>"))


def embedded(package: Package) -> Package:
    made = package.copy()
    SARABUN.embed(made)
    return made


def own_face(package: Package, family: str) -> Package:
    """The document, carrying a face of this family as an office's own template may."""
    made = package.copy()
    put_faces(made, family, {"Regular": obfuscated(THIN, family, "Regular")})
    return made


def carried(data: bytes) -> dict[str, bytes]:
    """The font files that a Word file carries, by family and style, restored as Word restores them."""
    package = opc.read(data)
    table = package.related(package.main, "fontTable")
    faces = {}
    for entry in package.parts[table].tree.iterfind(f"{W}font") if table else ():
        for face in (child for child in entry if child.get(f"{R}id")):
            mask = uuid.UUID(face.get(f"{W}fontKey")).bytes[::-1]
            hidden = package.parts[package.relationships[table][face.get(f"{R}id")].target].data
            opened = bytes(byte ^ mask[place % 16] for place, byte in enumerate(hidden[:32])) + hidden[32:]
            faces[f"{entry.get(f'{W}name')} {etree.QName(face).localname.removeprefix('embed')}"] = opened
    return faces


def font_parts(data: bytes) -> list[str]:
    return [name for name in opc.read(data).parts if name.endswith(".odttf")]


def test_a_document_carries_the_shipped_typeface_and_stays_a_sound_file() -> None:
    data = embedded(document()).data()
    assert carried(data) == {f"{FAMILY} Regular": SHIPPED.read_bytes()}
    assert font_parts(data) == ["word/fonts/font1.odttf"]
    settings = opc.read(data).of_main("settings")
    assert [etree.QName(one).localname for one in settings.tree][:2] == ["embedTrueTypeFonts", "saveSubsetFonts"]
    assert not set(schema_errors(data)) - set(schema_errors(document().data()))


def test_a_document_in_another_typeface_is_left_as_it_is() -> None:
    plain = Package({name: part.data.replace(FAMILY.encode(), b"Cordia New") for name, part in files(document())})
    assert embedded(plain).data() == plain.data()


def files(package: Package) -> list[tuple[str, opc.Part]]:
    package.settle()
    return [*package.ties.items(), *package.parts.items()]


def test_a_face_that_a_template_brings_of_the_same_family_stays() -> None:
    assert carried(embedded(own_face(document(), FAMILY)).data()) == {f"{FAMILY} Regular": THIN}


def test_a_face_that_a_template_brings_of_another_family_stays_beside_the_shipped_one() -> None:
    data = embedded(own_face(document(OTHER), OTHER)).data()
    assert carried(data) == {f"{OTHER} Regular": THIN, f"{FAMILY} Regular": SHIPPED.read_bytes()}


def test_a_booklet_carries_each_typeface_of_its_parts_once() -> None:
    own = embedded(own_face(document(OTHER), OTHER))
    for parts in ([embedded(document()), own, embedded(document())], [own, embedded(document())]):
        data = compose(parts).data()
        assert carried(data) == {f"{OTHER} Regular": THIN, f"{FAMILY} Regular": SHIPPED.read_bytes()}
        assert len(font_parts(data)) == 2


def test_a_booklet_of_documents_alike_carries_one_font_file() -> None:
    assert font_parts(compose([embedded(document()), embedded(document())]).data()) == ["word/fonts/font1.odttf"]


def test_a_booklet_whose_first_part_carries_none_still_carries_that_of_the_others() -> None:
    data = compose([document(), embedded(document())]).data()
    assert carried(data) == {f"{FAMILY} Regular": SHIPPED.read_bytes()}
    assert opc.read(data).of_main("settings").tree.find(f"{W}embedTrueTypeFonts") is not None


def test_the_copy_to_print_carries_no_face_twice() -> None:
    copy = print_copy(embedded(document()), Typefaces({FAMILY: {"Regular": THIN, "Bold": THIN}})).data()
    assert carried(copy) == {f"{FAMILY} Regular": THIN, f"{FAMILY} Bold": THIN}
    assert len(font_parts(copy)) == 2


def test_the_same_names_are_written_whatever_a_process_has_loaded() -> None:
    package = document(FAMILY)
    table = f'<w:fonts xmlns:w="{W[1:-1]}" xmlns:m="{MC}" m:Ignorable="w14"><w:font w:name="{FAMILY}"/></w:fonts>'
    package.put("word/fontTable.xml", table.encode(), "application/xml")
    package.relate(package.main, Relationship("fontTable", "word/fontTable.xml"))
    etree.register_namespace("otherwise", R[1:-1])
    try:
        made = embedded(package).parts["word/fontTable.xml"]
        assert b" r:id=" in made.data
        assert dict(made.tree.attrib) == {f"{{{MC}}}Ignorable": "w14"}
    finally:
        etree.register_namespace("r", R[1:-1])
