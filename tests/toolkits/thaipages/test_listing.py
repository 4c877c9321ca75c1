"""Tables of contents and of figures, captions and references, worked out from the finished document."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import pytest
from lxml import etree

from officefiles.fields import fields_in
from officefiles.opc import Package, Relationship, W
from officefiles.text import text_of
from officefiles.thai import Digits
from small_docx import MAIN, NS, cell, package, paragraph, row, section, style, table
from thaipages.booklet import compose
from thaipages.drawing import draw
from thaipages.layout import measure, paginate
from thaipages.listing import asks, listed, numbered
from thaipages.listing.numbers import Numbered

TABS = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9071"/></w:tabs>'


def named(name: str, key: str, properties: str = "") -> str:
    """A paragraph style with a name of its own."""
    return style(key, properties).replace(f'<w:name w:val="{key}"', f'<w:name w:val="{name}"')


HEADINGS = "".join(named(f"heading {n}", f"H{n}", f'<w:outlineLvl w:val="{n - 1}"/>') for n in (1, 2, 3))
ENTRIES = named("toc 1", "E1", TABS) + named("toc 2", "E2", TABS) + named("table of figures", "EF", TABS)
OWN = named("ชื่อบท", "Own")


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def begun(code: str) -> str:
    return f'{mark("begin")}<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>{mark("separate")}'


def marked(name: str, *content: str) -> str:
    """``content`` in a bookmark."""
    start, end = f'<w:bookmarkStart w:id="4" w:name="{name}"/>', '<w:bookmarkEnd w:id="4"/>'
    return f"{start}{''.join(content)}{end}"


def contents(code: str, stored: str = "เก่า") -> str:
    return f"<w:p>{begun(code)}{run(stored)}<w:r><w:tab/></w:r>{run('9')}</w:p><w:p>{mark('end')}</w:p>"


def heading(text: str, level: int = 1, more: str = "") -> str:
    return paragraph(text, f'<w:pStyle w:val="H{level}"/>{more}')


def filled(*body: str, figures: Digits | None = None, **parts: str) -> Numbered:
    made = package(*body, more_styles=HEADINGS + ENTRIES + OWN, **parts)  # type: ignore[arg-type]
    assert asks(made)
    return numbered(listed(made, figures))


def texts(made: Package) -> list[str]:
    return [text_of(one) for one in made.parts[made.main].tree.iter(W + "p")]


def codes(made: Package) -> list[str]:
    return [one.code.strip() for one in fields_in(made.parts[made.main].tree).found]


PAGE = "<w:pageBreakBefore/>"
BODY = (heading("หนึ่ง"), heading("หนึ่งหนึ่ง", 2), paragraph("เนื้อหา"), heading("สอง", 1, PAGE), heading("ลึก", 3))


@pytest.mark.parametrize(
    ("code", "entries"),
    [
        ('TOC \\o "1-2" \\h', ["หนึ่ง\t1", "หนึ่งหนึ่ง\t1", "สอง\t2"]),
        ("TOC", ["หนึ่ง\t1", "หนึ่งหนึ่ง\t1", "สอง\t2", "ลึก\t2"]),
        ('TOC \\o "2-3" \\n', ["หนึ่งหนึ่ง", "ลึก"]),
        ('TOC \\o "1-2" \\n 2-2', ["หนึ่ง\t1", "หนึ่งหนึ่ง", "สอง\t2"]),
        ('TOC \\o "1-1" \\p "  "', ["หนึ่ง  1", "สอง  2"]),
        ('TOC \\t "ชื่อบท,1;heading 3,2"', ["ลึก\t2", "บท\t2"]),
        ("TOC \\u", ["หนึ่ง\t1", "หนึ่งหนึ่ง\t1", "สอง\t2", "ลึก\t2", "เค้าโครง\t2"]),
        ('TOC \\o "1-1" \\u', ["หนึ่ง\t1", "สอง\t2", "เค้าโครง\t2"]),
    ],
)  # fmt: skip
def test_a_table_of_contents_lists_what_its_switches_ask_for(code: str, entries: Sequence[str]) -> None:
    more = paragraph("บท", '<w:pStyle w:val="Own"/>'), paragraph("เค้าโครง", '<w:outlineLvl w:val="0"/>')
    made = filled(contents(code), *BODY, *more)
    assert made.unsure == ()
    assert texts(made.document)[: len(entries) + 1] == [*entries, ""]
    assert texts(made.document)[len(entries) + 1 :] == ["หนึ่ง", "หนึ่งหนึ่ง", "เนื้อหา", "สอง", "ลึก", "บท", "เค้าโครง"]


def test_entries_lead_to_new_bookmarks_in_the_styles_of_the_template() -> None:
    old = f'<w:p><w:pPr><w:pStyle w:val="H1"/></w:pPr>{marked("_Toc5", run("ก"))}</w:p>'
    made = filled(contents('TOC \\o "1-3" \\h'), old, heading("ข", 2)).document
    root = made.parts[made.main].tree
    marks = [one.get(W + "name") for one in root.iter(W + "bookmarkStart")]
    assert marks == ["_Toc900000001", "_Toc900000002"]
    assert [one.get(W + "anchor") for one in root.iter(W + "hyperlink")] == marks
    assert codes(made)[1:] == [f"PAGEREF {one} \\h" for one in marks]
    assert [one.get(W + "val") for one in root.iter(W + "pStyle")] == ["E1", "E2", "H1", "H2"]
    assert [one.get(W + "dirty") for one in root.iter(W + "fldChar")] == [None] * 9


def test_new_bookmarks_have_numbers_that_no_other_has() -> None:
    others = "".join(f'<w:bookmarkStart w:id="{n}" w:name="ก{n}"/><w:bookmarkEnd w:id="{n}"/>' for n in (9, 1, 3))
    made = filled(contents("TOC"), f"<w:p>{others}</w:p>", *map(heading, "กขค")).document
    numbers = [one.get(W + "id") for one in made.parts[made.main].tree.iter(W + "bookmarkStart")]
    assert len({*numbers}) == len(numbers) == 6


def test_a_bookmark_that_other_text_refers_to_stays() -> None:
    to_old = begun("PAGEREF _Toc5") + run("7") + mark("end")
    made = filled(
        contents("TOC"), heading("ก"), marked("_Toc5"), heading("ข", 1, PAGE), f"<w:p>{to_old}</w:p>"
    ).document
    assert b'w:name="_Toc5"' in made.parts[made.main].data
    assert texts(made)[-1] == "2"


def test_entries_without_a_style_of_their_own_look_as_those_that_were_stored() -> None:
    own = '<w:pPr><w:pStyle w:val="Own"/><w:ind w:left="300"/></w:pPr>'
    body = contents("TOC").replace("<w:p><w:r>", f"<w:p>{own}<w:r>", 1)
    made = listed(package(body, heading("ก"), more_styles=HEADINGS + OWN))
    entry = next(made.parts[made.main].tree.iter(W + "p"))
    assert [one.get(W + "left") for one in entry[0].iter(W + "ind")] == ["300"]


def test_the_look_of_stored_entries_is_kept_and_a_tab_made_where_there_is_none() -> None:
    stored = contents("TOC", "เก่า").replace("<w:r><w:t ", "<w:r><w:rPr><w:b/></w:rPr><w:t ")
    body = stored.replace("<w:p><w:r>", '<w:p><w:pPr><w:ind w:left="300"/></w:pPr><w:r>', 1)
    made = listed(package(body, heading("ก"), more_styles=HEADINGS))
    entry = next(made.parts[made.main].tree.iter(W + "p"))
    assert etree.tostring(entry[0]).decode().partition(">")[2] == (
        '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9071"/></w:tabs><w:ind w:left="300"/></w:pPr>'
    )
    bold = [run.find(f"{W}rPr/{W}b") is not None for run in entry.iter(W + "r") if run.find(W + "t") is not None]
    assert bold == [True, False]


def test_numbers_of_lists_stand_before_the_entries() -> None:
    number = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="thaiNumbers"/>'
        '<w:lvlText w:val="บทที่ %1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    own = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    made = filled(contents("TOC"), heading("ก", 1, own), heading("ข", 1, own), numbering=number)
    assert texts(made.document)[:2] == ["บทที่ ๑ ก\t1", "บทที่ ๒ ข\t1"]


def footed(made: Package, instruction: str) -> Package:
    """``made`` with a page number in its footer."""
    xml = f'<w:ftr {NS}><w:p><w:fldSimple w:instr="{instruction}"/></w:p></w:ftr>'
    made.put("word/footer.xml", xml.encode(), f"{MAIN}.footer+xml")
    made.relate(made.main, Relationship("footer", "word/footer.xml"), "rIdFooter")
    return made


THAI_PAGES = section().replace("<w:pgSz", '<w:pgNumType w:fmt="thaiNumbers" w:start="5"/><w:pgSz')


@pytest.mark.parametrize(
    ("end", "footer", "figures", "shown"),
    [
        (THAI_PAGES, "", None, "๕"),
        (section(), "PAGE \\* ThaiArabic", None, "๑"),
        (section(), "PAGE", Digits.THAI, "1"),
        (section(), "", Digits.THAI, "๑"),
        (section(), "", Digits.ARABIC, "1"),
    ],
)
def test_page_numbers_are_in_the_figures_of_the_pages(
    end: str, footer: str, figures: Digits | None, shown: str
) -> None:
    made = package(contents("TOC"), heading("ก"), end=end, more_styles=HEADINGS)
    made = numbered(listed(footed(made, footer) if footer else made, figures)).document
    assert texts(made)[0] == f"ก\t{shown}"


def test_headings_in_rows_over_several_pages_are_found_on_theirs() -> None:
    tall = cell(*(paragraph("บรรทัด") for _ in range(31)), heading("ท้าย"), width=10)
    made = filled(contents("TOC"), table(row(cell(heading("หัว"), width=5), tall), columns=(5, 10)), heading("หลัง"))
    assert texts(made.document)[:3] == ["หัว\t1", "ท้าย\t2", "หลัง\t2"]


def caption(code: str = "SEQ ตารางที่", shown: str = "1") -> str:
    return f"<w:p>{run('ตารางที่ ')}{begun(code)}{run(shown)}{mark('end')}{run(' รายชื่อ')}</w:p>"


def test_captions_count_up_and_are_listed() -> None:
    captions = caption(), caption("SEQ ตารางที่ \\* ThaiArabic"), caption("SEQ ตารางที่ \\r 7"), caption(shown="๑")
    made = filled(contents('TOC \\h \\z \\c "ตารางที่"'), *captions, caption("SEQ ภาพ"))
    numbers = [f"ตารางที่ {number} รายชื่อ" for number in ("1", "๒", "7", "๘")]
    assert texts(made.document) == [*(f"{one}\t1" for one in numbers), "", *numbers, "ตารางที่ 1 รายชื่อ"]


@pytest.mark.parametrize("code", ["SEQ ตารางที่ \\x", "SEQ ตารางที่ \\* Ordinal"])
def test_a_caption_that_counts_otherwise_is_left_to_word(code: str) -> None:
    made = filled(caption(), caption(code, "4")).document
    assert texts(made) == ["ตารางที่ 1 รายชื่อ", "ตารางที่ 4 รายชื่อ"]
    assert made.parts[made.main].data.count(b'w:dirty="true"') == 1


def test_captions_begin_anew_below_headings_where_they_ask_for_it() -> None:
    below = caption("SEQ ก \\* ThaiArabic \\s 1"), heading("ย่อย", 2), caption("SEQ ก \\* ThaiLetter \\s 1")
    made = filled(heading("หนึ่ง"), *below, caption("SEQ ข"), heading("สอง"), *below, caption("SEQ ข")).document
    shown = [text.removesuffix(" รายชื่อ") for text in texts(made) if "รายชื่อ" in text]
    assert shown == ["ตารางที่ ๑", "ตารางที่ ข", "ตารางที่ 1", "ตารางที่ ๑", "ตารางที่ ข", "ตารางที่ 2"]


def referring(code: str) -> str:
    return f"<w:p>{run('ดู')}{begun(code)}{run('เก่า')}{run('มาก')}{mark('end')}</w:p>"


def is_left_to_word(made: Package) -> bool:
    return b'w:dirty="true"' in made.parts[made.main].data


@pytest.mark.parametrize(
    ("code", "shown", "left"),
    [
        ("REF _Ref1 \\h", "ตารางที่ ๑", False),
        ("REF _Ref1 \\p", "เก่ามาก", True),
        ("REF _Ref1 \\r", "เก่ามาก", True),
        ("REF ไม่มี", "เก่ามาก", False),
        ("REF ว่าง", "เก่ามาก", False),
        ("REF สองย่อหน้า", "เก่ามาก", True),
    ],
)
def test_references_repeat_their_bookmarks(code: str, shown: str, left: bool) -> None:
    target = f"<w:p>{marked('_Ref1', run('ตารางที่ '), run('๑'))}{run(' ก')}{marked('ว่าง')}</w:p>"
    start, end = '<w:bookmarkStart w:id="5" w:name="สองย่อหน้า"/>', '<w:bookmarkEnd w:id="5"/>'
    made = filled(referring(code), target, f"<w:p>{start}{run('ก')}</w:p>", f"<w:p>{run('ข')}{end}</w:p>").document
    assert (texts(made)[0], is_left_to_word(made)) == (f"ดู{shown}", left)


LEVELS = (
    '<w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="thaiNumbers"/><w:lvlText w:val="ข้อ %1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="thaiNumbers"/><w:lvlText w:val="%1.%2"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="thaiLetters"/><w:lvlText w:val="%3)"/></w:lvl>'
    '<w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


@pytest.mark.parametrize(
    ("depth", "switch", "shown", "left"),
    [
        (0, "\\r", "ข้อ ๒", False),
        (0, "\\n \\h", "ข้อ ๒", False),
        (1, "\\w", "๑.๑", False),
        (2, "\\n", "ก)", False),
        (2, "\\w", "เก่ามาก", True),
        (0, "\\r \\t", "เก่ามาก", True),
        (3, "\\r", "เก่ามาก", True),
    ],
)
def test_references_to_numbers_say_those_of_the_finished_document(
    depth: int, switch: str, shown: str, left: bool
) -> None:
    own = '<w:pPr><w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    target = f"<w:p>{own.format(depth)}{marked('_Ref1', run('นี่'))}</w:p>"
    first = f"<w:p>{own.format(0)}{run('หนึ่ง')}</w:p>"
    made = filled(referring(f"REF _Ref1 {switch}"), first, target, numbering=LEVELS).document
    assert (texts(made)[0], is_left_to_word(made)) == (f"ดู{shown}", left)


@pytest.mark.parametrize(
    ("code", "shown", "left"),
    [
        ("STYLEREF 1", "สอง", False),
        ('STYLEREF "heading 2"', "ล่าง", False),
        ('STYLEREF "หัวเรื่อง 1"', "สอง", False),
        ("STYLEREF 1 \\s", "๒", False),
        ("STYLEREF 1 \\n", "ข้อ ๒", False),
        ("STYLEREF ไม่มี", "เก่ามาก", True),
        ("STYLEREF 1 \\p", "เก่ามาก", True),
    ],
)
def test_the_nearest_words_of_a_style_are_those_above(code: str, shown: str, left: bool) -> None:
    own = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    above = heading("หนึ่ง", 1, own), heading("สอง", 1, own)
    made = filled(*above, referring(code), heading("สาม", 1, own), heading("ล่าง", 2), numbering=LEVELS).document
    assert (texts(made)[2], is_left_to_word(made)) == (f"ดู{shown}", left)


@pytest.mark.parametrize("beside", ["", '<w:fldSimple w:instr="PAGE"/>'])
def test_headers_repeat_the_words_of_the_text(beside: str) -> None:
    top = f"<w:p>{begun('REF เรื่อง')}{run('เก่า')}{mark('end')}</w:p>"
    made = filled(f"<w:p>{marked('เรื่อง', run('ใหม่'))}</w:p>", header=f"{top}<w:p>{beside}</w:p>").document
    assert text_of(next(made.parts["word/header.xml"].tree.iter(W + "p"))) == "ใหม่"


def test_page_references_and_counts_are_those_of_the_plan() -> None:
    long = (
        f'<w:p>{run("คำ " * 3000)}<w:bookmarkStart w:id="1" w:name="ท้าย"/>{run("ท้าย")}<w:bookmarkEnd w:id="1"/></w:p>'
    )
    fields = "".join(f"{begun(code)}{run('9')}{mark('end')}{run(' ')}" for code in ("PAGEREF ท้าย", "NUMPAGES", "PAGE"))
    made = filled(f"<w:p>{fields}</w:p>", long).document
    pages = len(paginate(measure(made)))
    assert pages > 1
    assert texts(made)[0] == f"{pages} {pages} 1 "


def test_what_cannot_be_measured_is_left_to_word_and_told() -> None:
    framed = paragraph("ลอย", '<w:framePr w:w="2000" w:wrap="around"/>')
    made = filled(contents("TOC"), heading("ก"), framed)
    assert made.unsure == ("กรอบข้อความ",)
    assert next(made.document.parts[made.document.main].tree.iter(W + "fldChar")).get(W + "dirty") == "true"
    assert texts(made.document)[0] == "ก\t1"


@pytest.mark.parametrize(
    ("code", "reason"), [("TOC \\f", "ตัวเลือก \\f ของสารบัญ"), ('TOC \\b "ส่วน" \\l 2', "ตัวเลือก \\b \\l ของสารบัญ")]
)
def test_a_table_of_contents_that_asks_for_more_is_left_to_word_and_told(code: str, reason: str) -> None:
    made = filled(contents(code), heading("ก"))
    assert made.unsure == (reason,)
    assert texts(made.document)[0] == "เก่า\t9"


def test_a_table_of_contents_that_begins_in_a_cell_and_ends_outside_is_left_to_word() -> None:
    begin = f"<w:p>{begun('TOC')}{run('เก่า')}</w:p>"
    made = filled(table(row(cell(begin)), columns=(5,)), f"<w:p>{mark('end')}</w:p>", heading("ก"))
    assert made.unsure == ("สารบัญที่ไม่ได้เริ่มและสิ้นสุดในระดับเดียวกันของเอกสาร",)


def test_a_table_of_contents_whose_instruction_goes_on_in_a_second_paragraph_is_left_to_word() -> None:
    divided = contents("TOC").replace(mark("separate"), f"</w:p><w:p>{mark('separate')}")
    made = filled(divided, heading("ก"))
    assert made.unsure == ("สารบัญที่ไม่ได้เริ่มและสิ้นสุดในระดับเดียวกันของเอกสาร",)
    assert texts(made.document) == ["", "เก่า\t9", "", "ก"]


def test_the_paragraph_behind_the_entries_keeps_its_look() -> None:
    ended = contents("TOC").replace(f"<w:p>{mark('end')}", f'<w:p><w:pPr><w:pStyle w:val="Own"/></w:pPr>{mark("end")}')
    root = filled(ended, heading("ก")).document.parts["word/document.xml"].tree
    assert [one.get(W + "val") for one in root.iter(W + "pStyle")] == ["E1", "Own", "H1"]


def test_a_table_of_contents_in_one_paragraph_keeps_what_stands_behind_it() -> None:
    made = filled(f"<w:p>{begun('TOC')}{run('ไม่พบรายการ')}{mark('end')}{run('จบ')}</w:p>", heading("ก"), heading("ข"))
    assert texts(made.document)[:2] == ["ก\t1", "ข\t1จบ"]
    empty = filled(contents("TOC"), paragraph("ไม่มีหัวข้อ"))
    assert texts(empty.document) == ["", "", "ไม่มีหัวข้อ"]
    assert fields_in(empty.document.parts[empty.document.main].tree).whole


def test_a_table_of_contents_that_ends_in_its_last_entry_leaves_no_empty_line() -> None:
    entry = f"{run('เก่า')}<w:r><w:tab/></w:r>{run('9')}"
    stored = f"<w:p>{begun('TOC')}{entry}</w:p><w:p>{entry}{mark('end')}</w:p>"
    assert texts(filled(stored, heading("ก"), heading("ข")).document)[:3] == ["ก\t1", "ข\t1", "ก"]


def test_entries_survive_in_the_booklet_with_its_pages_and_in_the_pdf() -> None:
    part = listed(package(contents("TOC \\h"), heading("ก"), heading("ข", 1, PAGE), more_styles=HEADINGS + ENTRIES))
    first = package(paragraph("ปก"))
    throughout = numbered(compose([first, part, part])).document
    assert [one for one in texts(throughout) if "\t" in one] == ["ก\t1", "ข\t2", "ก\t1", "ข\t2"]
    names = re.findall(r'bookmarkStart [^>]*w:name="(_Toc\w+)"', throughout.parts[throughout.main].data.decode())
    assert len(set(names)) == 4
    assert [code.split()[1] for code in codes(throughout) if code.startswith("PAGEREF")] == names
    assert len(draw(throughout).leaves) == 5


def test_a_document_without_such_fields_asks_for_nothing() -> None:
    assert not asks(package(paragraph("TOC SEQ REF")))
    assert not asks(package(f"<w:p>{begun('PAGE')}{mark('end')}</w:p>"))
    assert not asks(package(paragraph("ก"), header=f"<w:p>{begun('NUMPAGES')}{mark('end')}</w:p>"))


def test_a_whole_document_is_as_it_was_read(golden: Callable[[str, str], None]) -> None:
    own = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    looked = contents('TOC \\o "1-2" \\h', "เก่า").replace("<w:r><w:t ", "<w:r><w:rPr><w:bCs/></w:rPr><w:t ")
    begun_in = '<w:p><w:pPr><w:pStyle w:val="E1"/><w:ind w:left="300"/></w:pPr><w:r>'
    body = (
        looked.replace("<w:p><w:r>", begun_in, 1), contents('TOC \\c "ตารางที่"'),
        contents('TOC \\o "1-1" \\p " … " \\n 1-1'),
        heading("บท", 1, own), heading("ย่อย", 2), caption(), f"<w:p>{marked('_Ref1', run('ที่หมาย'))}</w:p>",
        heading("บท", 1, own + PAGE), caption("SEQ ตารางที่ \\* ThaiArabic"), referring("REF _Ref1 \\h"),
        referring("PAGEREF _Ref1"), referring("STYLEREF 1 \\n"), referring("NUMPAGES"), referring("REF _Ref1 \\r"),
        table(row(cell(heading("ในตาราง", 2))), columns=(5,)),
    )  # fmt: skip
    end = THAI_PAGES.replace("<w:pgNumType", '<w:headerReference w:type="default" r:id="rIdHeader"/><w:pgNumType')
    made = filled(*body, numbering=LEVELS, end=end, header=referring("STYLEREF 1"), figures=Digits.THAI)
    lines = [f"unsure: {', '.join(made.unsure)}"]
    for name in ("document", "header"):
        root = made.document.parts[f"word/{name}.xml"].own_tree()
        etree.indent(root)
        written = etree.tostring(root, encoding="unicode").replace(f' xmlns:w="{W[1:-1]}"', "")
        lines += [f"== {name}", *written.split("\n")]
    golden("whole/contents", "\n".join(lines) + "\n")
