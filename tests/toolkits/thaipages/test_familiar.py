"""Parts that documents have in common are read once."""

from __future__ import annotations

from small_docx import package, paragraph
from thaipages.pdf import familiar
from thaipages.pdf.familiar import FamiliarParts


def test_equal_parts_of_two_documents_are_one_and_the_text_of_each_is_its_own() -> None:
    known = FamiliarParts()
    one, two = (known.shared(package(paragraph(text))) for text in ("หนึ่ง", "สอง"))
    assert one.parts["word/styles.xml"] is two.parts["word/styles.xml"]
    assert one.parts["word/document.xml"] is not two.parts["word/document.xml"]
    assert one.data() == package(paragraph("หนึ่ง")).data()


def test_a_document_that_is_shared_is_left_as_it_was() -> None:
    known, document = FamiliarParts(), package(paragraph("หนึ่ง"))
    known.shared(package(paragraph("สอง")))
    styles = document.parts["word/styles.xml"]
    known.shared(document)
    assert document.parts["word/styles.xml"] is styles


def test_only_the_parts_met_last_are_kept() -> None:
    known = FamiliarParts()
    first = known.shared(package(paragraph("หนึ่ง"), settings='<w:zoom w:percent="1"/>')).parts["word/settings.xml"]
    for number in range(2, familiar._MOST + 9):
        known.shared(package(paragraph("หนึ่ง"), settings=f'<w:zoom w:percent="{number}"/>'))
    again = known.shared(package(paragraph("หนึ่ง"), settings='<w:zoom w:percent="1"/>')).parts["word/settings.xml"]
    assert again is not first
    assert len(known._parts) == familiar._MOST
