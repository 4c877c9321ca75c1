"""The door for templates: what is mended, what is refused, and that examination and engine say the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from looped_docx import run
from made_docx import docx, p, saved, strict
from officefiles import archive
from officefiles.opc import Package, PackageError, Relationship, W
from officefiles.strict import is_strict
from officefiles.text import text_of_part
from wordfill.engine import Template, TemplateError
from wordfill.lint import lint
from wordfill.opening import BODIES, DAMAGED, NOT_WORD, opened
from wordfill.opening.mending import DOCUMENT

MAIN = "word/document.xml"
KNOWN = {"name": "text"}
Change = Callable[[Package], object]


def made(change: Change, body: str = p("เรียน {{ name }}"), **parts: str) -> bytes:
    """A template with one thing changed in its package."""
    package = Package(archive.read(docx(body, parts)))
    change(package)
    return package.data()


def filled(folder: Path, data: bytes) -> Package:
    """The document that is made of this template."""
    return Template.load(saved(folder, data)).render({"name": "นายสมหมาย"})


def test_a_sound_file_comes_out_byte_for_byte() -> None:
    data = docx(p("เรียน {{ name }}"), {"header1": p("{{ name }}")})
    door = opened(data)
    assert door.package.data() == data
    assert door.drafted.data() == data


TYPES = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
)


@pytest.mark.parametrize("kind", TYPES)
def test_a_template_of_words_own_is_a_document(kind: str, tmp_path: Path) -> None:
    data = made(lambda package: package.put(MAIN, package.parts[MAIN], kind))
    assert lint(data, KNOWN) == ()
    document = filled(tmp_path, data)
    assert document.types[MAIN] == DOCUMENT
    assert text_of_part(document.parts[MAIN]).strip() == "เรียน นายสมหมาย"


def google(content: str) -> str:
    """What Google Docs puts round words that someone has commented on."""
    properties = '<w:sdtPr><w:id w:val="1"/><w:tag w:val="goog_rdk_1"/></w:sdtPr>'
    return f"<w:sdt>{properties}<w:sdtContent>{content}</w:sdtContent></w:sdt>"


def test_what_google_puts_round_words_with_a_comment_cuts_no_tag(tmp_path: Path) -> None:
    pieces = (run("เรียน {{ na"), google('<w:commentRangeStart w:id="0"/>'), google(run("me }}")))
    data = docx(google(p("{%p if name %}")) + f"<w:p>{''.join(pieces)}</w:p>" + p("{%p endif %}"))
    assert lint(data, KNOWN) == ()
    document = filled(tmp_path, data)
    assert text_of_part(document.parts[MAIN]).strip() == "เรียน นายสมหมาย"
    assert b"goog_rdk" not in document.parts[MAIN].data


NOWHERE = (
    Relationship("image", "word/NULL"),
    Relationship("image", "NULL", external=True),
    Relationship("image", "word/media/lost.png"),
    Relationship("customXml", "customXml/item9.xml"),
)


@pytest.mark.parametrize("link", NOWHERE, ids=lambda link: link.target)
def test_a_relationship_that_leads_nowhere_and_that_nothing_needs_is_left_out(
    link: Relationship, tmp_path: Path
) -> None:
    data = made(lambda package: package.relate(MAIN, link, "rIdLost"))
    assert lint(data, KNOWN) == ()
    document = filled(tmp_path, data)
    assert "rIdLost" not in document.relationships[MAIN]
    assert text_of_part(document.parts[MAIN]).strip() == "เรียน นายสมหมาย"


def test_a_picture_that_word_left_behind_and_nothing_shows_does_not_go_out(tmp_path: Path) -> None:
    def left(package: Package) -> None:
        package.put("word/media/left.png", b"the picture of another document", "image/png")
        package.relate(MAIN, Relationship("image", "word/media/left.png"), "rIdLeft")

    document = filled(tmp_path, made(left))
    assert "rIdLeft" not in document.relationships[MAIN]
    assert "word/media/left.png" not in document.parts


def test_a_part_whose_name_is_written_another_way_is_found() -> None:
    def shouted(package: Package) -> None:
        package.put("word/Header 1.xml", package.parts["word/header1.xml"], package.types["word/header1.xml"])
        del package.parts["word/header1.xml"]
        key = next(key for key, link in package.relationships[MAIN].items() if link.kind == "header")
        package.relate(MAIN, Relationship("header", "word/HEADER%201.xml"), key)

    package = opened(made(shouted, header1=p("{{ name }}"))).package
    assert list(package.all_related(MAIN, "header").values()) == ["word/Header 1.xml"]


def test_a_table_without_its_columns_gets_them(tmp_path: Path) -> None:
    cells = "<w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr><w:p/></w:tc><w:tc>" + p("{{ name }}") + "</w:tc>"
    rows = f"<w:tr>{cells}</w:tr><w:tr><w:trPr><w:gridBefore w:val='3'/></w:trPr><w:tc><w:p/></w:tc></w:tr>"
    data = docx(f"<w:tbl><w:tblPr/>{rows}</w:tbl><w:tbl>{rows}</w:tbl><w:p/>")
    assert lint(data, KNOWN) == ()
    document = filled(tmp_path, data)
    first, second = opened(data).package.parts[MAIN].tree.iter(f"{W}tbl")
    assert [one.tag for one in first][:2] == [f"{W}tblPr", f"{W}tblGrid"]
    assert [one.tag for one in second][:2] == [f"{W}tblGrid", f"{W}tr"]
    assert (len(first[1]), len(second[0])) == (4, 4)
    assert "นายสมหมาย" in text_of_part(document.parts[MAIN])


def test_a_document_within_a_template_is_no_part_of_its_text() -> None:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    def embedding(package: Package) -> None:
        package.put("word/embeddings/inner.docx", docx(p("ก")), kind)
        package.relate(MAIN, Relationship("package", "word/embeddings/inner.docx"))

    assert opened(made(embedding)).package.parts[MAIN]


def test_what_word_of_2003_put_round_words_cuts_no_tag(tmp_path: Path) -> None:
    smart = '<w:smartTag w:element="place"><w:smartTagPr><w:attr w:name="a" w:val="b"/></w:smartTagPr>{}</w:smartTag>'
    body = f"<w:p>{run('เรียน {{ ')}{smart.format(smart.format(run('na')))}{run('me }}')}</w:p>"
    assert lint(docx(body), KNOWN) == ()
    document = filled(tmp_path, docx(body))
    assert text_of_part(document.parts[MAIN]).strip() == "เรียน นายสมหมาย"
    assert b"smartTag" not in document.parts[MAIN].data


def test_words_names_have_words_prefix(tmp_path: Path) -> None:
    def by_another_program(package: Package) -> None:
        xml = package.parts[MAIN].data.decode("utf-8")
        for before, after in (("xmlns:w=", "xmlns:ns0="), ("<w:", "<ns0:"), ("</w:", "</ns0:"), (" w:", " ns0:")):
            xml = xml.replace(before, after)
        package.put(MAIN, xml.encode("utf-8"))

    body = p("{%p if name %}") + p("เรียน {{ name }}", properties='<w:jc w:val="center"/>') + p("{%p endif %}")
    data = made(by_another_program, body)
    assert lint(data, KNOWN) == ()
    assert text_of_part(filled(tmp_path, data).parts[MAIN]).strip() == "เรียน นายสมหมาย"


def test_a_word_file_within_the_file_is_no_damage(tmp_path: Path) -> None:
    def embed(package: Package) -> None:
        kind = DOCUMENT.removesuffix(".main+xml")
        package.put("word/embeddings/inner.docx", docx(p("ก")), kind)
        package.relate(MAIN, Relationship("package", "word/embeddings/inner.docx"), "rIdInner")

    inner = '<o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" r:id="rIdInner"/>'
    body = f"<w:p><w:r><w:object>{inner}</w:object></w:r></w:p>"
    assert "word/embeddings/inner.docx" in filled(tmp_path, made(embed, body)).parts


def test_what_a_file_says_of_itself_has_its_usual_name(tmp_path: Path) -> None:
    def elsewhere(package: Package) -> None:
        for word in ("core-properties", "extended-properties"):
            package.put(f"package/{word}.psmdcp", f"<{word}>ของผู้ร่าง</{word}>".encode(), f"application/x-{word}+xml")
            package.relate("", Relationship(f"http://example.com/{word}", f"package/{word}.psmdcp"))

    document = filled(tmp_path, made(elsewhere))
    assert [name for name in document.parts if name.startswith("package/")] == []
    assert [name for name in document.parts if "ของผู้ร่าง".encode() in document.parts[name].data] == []
    assert sorted(link.target for link in document.relationships[""].values()) == [
        "docProps/app.xml",
        "docProps/core.xml",
        "word/document.xml",
    ]


def test_a_link_to_a_place_in_the_document_stays_one() -> None:
    link = Relationship("hyperlink", "word/#_Toc1")
    body = f'<w:p><w:hyperlink r:id="rIdHere">{p("ก")[5:-6]}</w:hyperlink></w:p>'
    data = made(lambda package: package.relate(MAIN, link, "rIdHere"), body)
    assert opened(data).package.relationships[MAIN]["rIdHere"] == Relationship("hyperlink", "#_Toc1", external=True)


def bodies(count: int) -> bytes:
    return f'<w:document xmlns:w="{W[1:-1]}">{"<w:body><w:p/></w:body>" * count}</w:document>'.encode()


REFUSED: dict[str, tuple[Change, str]] = {
    "not well-formed": (lambda package: package.put(MAIN, b"<w:document>"), DAMAGED),
    "a damaged header": (lambda package: package.put("word/header1.xml", b"<w:hdr>"), DAMAGED),
    "a workbook": (lambda package: package.put(MAIN, b"<workbook/>"), NOT_WORD),
    "two bodies, of which Word shows one": (lambda package: package.put(MAIN, bodies(2)), BODIES),
    "no body": (lambda package: package.put(MAIN, bodies(0)), BODIES),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_is_refused_everywhere_with_the_same_words(name: str, tmp_path: Path) -> None:
    change, words = REFUSED[name]
    data = made(change, header1=p("ก"))
    with pytest.raises(PackageError) as refused:
        opened(data)
    assert str(refused.value) == words
    (finding,) = lint(data, KNOWN)
    assert (finding.id, finding.message) == ("template-unreadable", f"เปิดแม่แบบไม่ได้: {words}")
    with pytest.raises(TemplateError) as told:
        Template.load(saved(tmp_path, data))
    assert str(told.value) == f"แม่แบบ made_template.docx: {words}"


def test_a_strict_template_is_filled_like_any_other() -> None:
    data = strict(p("เรียน {{ name }} http://purl.oclc.org/ooxml/drawingml/"))
    assert is_strict(Package(archive.read(data)))
    assert lint(data, {"name": "text"}) == ()
    package = opened(data).package
    assert not is_strict(package)
    assert [link.kind for link in package.relationships[""].values()] == ["officeDocument"]
    assert package.parts["word/document.xml"].data.count(b"purl.oclc.org") == 1
    assert b"conformance" not in package.parts["word/document.xml"].data
