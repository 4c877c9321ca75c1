"""What of a template's own state never reaches a document, and tracked changes taken as accepted."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from broken_files import cases
from broken_template import Case
from made_docx import docx, p, saved, table, tr
from made_outside import with_part
from officefiles import archive
from officefiles.opc import Package, R, Relationship, W
from sound_template import CONTEXT, KNOWN
from wordfill.engine import Template
from wordfill.lint import lint
from wordfill.opening import opened

MAIN = "word/document.xml"
WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
TRACES = ("comment", "mailMerge", "drafter", "a.dotm", "Protection", "trackRevisions", "docVar", "brought", "seal.png")
LEFT_OUT = [case for case in cases() if case.id == "file-left-out"]


@pytest.mark.parametrize("case", LEFT_OUT, ids=lambda case: case.name)
def test_what_is_left_out_leaves_no_trace(case: Case, tmp_path: Path) -> None:
    document = Template.load(saved(tmp_path, case.data)).render(CONTEXT)
    whole = b"".join((*(part.data for part in document.parts.values()), *(tie.data for tie in document.ties.values())))
    assert [trace for trace in (*TRACES, "ร่างที่สาม", "ผู้ร่าง", "ลับ") if trace.encode() in whole] == []
    assert dangling(Package(archive.read(document.data()))) == []


def dangling(package: Package) -> list[tuple[str, str]]:
    """What refers to nothing, in relationships and in the parts that name them."""
    lost = [
        (owner, key)
        for owner, links in package.relationships.items()
        for key, link in links.items()
        if not link.external and link.target not in package.parts
    ]
    for name, part in package.parts.items():
        if name.endswith(".xml"):
            named = ((key, value) for one in part.tree.iter(etree.Element) for key, value in one.items())
            links = package.relationships.get(name, {})
            lost += [(name, value) for key, value in named if key.startswith(R) and value not in links]
    return lost


def test_comments_go_with_their_replies_and_people_and_with_their_marks_anywhere() -> None:
    start, end = '<w:commentRangeStart w:id="{0}"/>', '<w:commentRangeEnd w:id="{0}"/>'
    mark = '<w:r><w:rPr><w:b/></w:rPr><w:commentReference w:id="{0}"/></w:r>'
    row = tr(f"<w:tc>{start.format(1)}{p('ก')}</w:tc>") + tr(f"<w:tc>{p('ข')}</w:tc>{end.format(1)}")
    body = (
        f'<w:p>{start.format(0)}<w:r><w:t>{{{{ name }}}}</w:t><w:commentReference w:id="9"/></w:r>'
        f"{end.format(0)}{mark.format(0)}</w:p>{table(1, row)}<w:p>{mark.format(1)}</w:p>"
    )
    package = Package(archive.read(docx(body, {"header1": f"<w:p>{mark.format(2)}</w:p>"})))
    for word in ("comments", "commentsExtended", "commentsIds", "commentsExtensible", "people"):
        package.put(f"word/{word}.xml", f'<w:{word} xmlns:w="{W[1:-1]}"/>'.encode(), f"{TYPE}.{word}+xml")
        kind = word if word == "comments" else f"http://schemas.microsoft.com/office/2011/relationships/{word}"
        package.relate(MAIN, Relationship(kind, f"word/{word}.xml"))
    cleaned = opened(package.data()).package
    assert [name for name in cleaned.parts if "comment" in name or "people" in name] == []
    assert dangling(cleaned) == []
    assert b"comment" not in cleaned.parts[MAIN].data + cleaned.parts["word/header1.xml"].data
    paragraphs = list(cleaned.parts[MAIN].tree.iter(f"{W}p"))
    assert ["".join(one.itertext()) for one in paragraphs] == ["{{ name }}", "ก", "ข", ""]
    assert [len(one.findall(f"{W}r")) for one in paragraphs] == [1, 1, 1, 0]


def test_the_annotated_copy_keeps_the_comments_of_the_drafter() -> None:
    case = next(one for one in LEFT_OUT if one.name == "comment")
    assert "word/comments.xml" in opened(case.data).drafted.parts
    assert [str(finding) for finding in lint(case.data, KNOWN)] == [
        "ไฟล์: แม่แบบมีข้อคิดเห็น 1 รายการ ซึ่งไม่ติดไปกับเอกสารที่สร้าง — ถ้าเป็นข้อความที่ต้องพิมพ์ในเอกสาร ให้พิมพ์ไว้ในเนื้อหา"
    ]


def test_settings_keep_what_a_page_needs_and_no_trace_of_editing() -> None:
    traces = ("rsids", "proofState", "revisionView", "linkStyles", "smartTagType", "saveThroughXslt")
    kept = ("zoom", "evenAndOddHeaders", "defaultTabStop", "compat")
    own = '<w:docVars><w:docVar w:name="asked" w:val="1"/><w:docVar w:name="other" w:val="2"/></w:docVars>'
    xml = "".join(f"<w:{name}/>" for name in (*traces, *kept)) + own
    package = Package(archive.read(docx('<w:p><w:fldSimple w:instr="DOCVARIABLE asked"/></w:p>')))
    package.put(
        "word/settings.xml", f'<w:settings xmlns:w="{W[1:-1]}">{xml}</w:settings>'.encode(), f"{TYPE}.settings+xml"
    )
    package.relate(MAIN, Relationship("settings", "word/settings.xml"))
    door = opened(package.data())
    root = door.package.parts["word/settings.xml"].tree
    assert [etree.QName(one).localname for one in root] == [*kept, "docVars"]
    assert [one.get(f"{W}name") for one in root.iter(f"{W}docVar")] == ["asked"]
    assert [one.what for one in door.left_out] == ["ตัวแปรเอกสาร 1 ตัวที่ไม่มีเขตข้อมูลใดใช้"]


def test_building_blocks_go_with_all_that_they_bring() -> None:
    package, blocks = Package(archive.read(docx(p("ก")))), "word/glossary/document.xml"
    for name in (blocks, "word/glossary/settings.xml"):
        package.put(name, b"<x/>", "application/xml")
    package.relate(MAIN, Relationship("glossaryDocument", blocks))
    package.relate(blocks, Relationship("settings", "word/glossary/settings.xml"))
    assert [name for name in opened(package.data()).package.parts if "glossary" in name] == []


def test_the_annotated_copy_has_no_macros() -> None:
    case = next(one for one in LEFT_OUT if one.name == "macros")
    door = opened(case.data)
    assert "word/brought.bin" not in {**door.drafted.parts, **door.package.parts}
    assert [one.what for one in door.left_out] == [case.tag]


def test_what_a_loop_would_double_has_no_number() -> None:
    control = '<w:sdt><w:sdtPr><w:id w:val="7"/><w:tag w:val="t"/></w:sdtPr><w:sdtContent>{0}</w:sdtContent></w:sdt>'
    goes_back = '<w:bookmarkStart w:id="3" w:name="_GoBack"/><w:bookmarkEnd w:id="3"/>'
    own = '<w:bookmarkStart w:id="4" w:name="own"/><w:bookmarkEnd w:id="4"/>'
    again = own.replace("4", "3")
    traced = f'<w:p xmlns:w14="{WORD_2010}" w14:paraId="1A2B3C4D" w:rsidR="00A1">{goes_back}{own}{again}</w:p>'
    tree = opened(docx(control.format(traced))).package.parts[MAIN].tree
    assert [one.get(f"{W}name") for one in tree.iter(f"{W}bookmarkStart")] == ["own", "own"]
    assert [one.get(f"{W}id") for one in tree.iter(f"{W}bookmarkEnd")] == ["4", "3"]
    assert [etree.QName(one).localname for one in next(tree.iter(f"{W}sdtPr"))] == ["tag"]
    assert [dict(one.attrib) for one in tree.iter(f"{W}p")] == [{}]


@pytest.mark.parametrize("trace", ["w:rsidR", "w:rsidRDefault", "w14:paraId", "w14:textId"])
def test_a_trace_of_editing_goes_where_it_is_the_only_one(trace: str) -> None:
    traced = f'<w:p xmlns:w14="{WORD_2010}"><w:r {trace}="00A10000"><w:t>ก</w:t></w:r></w:p>'
    tree = opened(docx(traced)).package.parts[MAIN].tree
    assert [dict(one.attrib) for one in tree.iter(f"{W}r")] == [{}]


BY = 'w:id="1" w:author="ผู้ร่าง" w:date="2024-01-01T00:00:00Z"'
GONE = f"<w:del {BY}><w:r><w:delText>เก่า</w:delText></w:r></w:del>"
NEW = f"<w:ins {BY}><w:r><w:t>ใหม่</w:t></w:r></w:ins>"
MARK_GONE = f"<w:pPr><w:rPr><w:del {BY}/></w:rPr></w:pPr>"
CHANGED = {
    "words": (f"<w:p>{GONE}{NEW}</w:p>", ["ใหม่"], 2),
    "moved words": (
        f'<w:p><w:moveFromRangeStart w:id="2" w:name="m"/><w:moveFrom {BY}><w:r><w:t>ไป</w:t></w:r></w:moveFrom>'
        f'<w:moveFromRangeEnd w:id="2"/></w:p><w:p><w:moveTo {BY}><w:r><w:t>ไป</w:t></w:r></w:moveTo></w:p>',
        ["", "ไป"],
        2,
    ),
    "a paragraph joined to the next": (f"<w:p>{MARK_GONE}{p('ก')[5:-6]}</w:p>{p('ข')}", ["กข"], 1),
    "a paragraph taken out": (f"<w:p>{MARK_GONE}{GONE}</w:p>{p('ข')}", ["ข"], 2),
    "a paragraph before a table": (f"<w:p>{MARK_GONE}{GONE}</w:p>{table(1, tr('ก'))}{p('ข')}", ["ก", "ข"], 2),
    "a paragraph with words before a table": (
        f"<w:p>{MARK_GONE}{p('ก')[5:-6]}</w:p>{table(1, tr('ข'))}{p('ค')}",
        ["ก", "ข", "ค"],
        1,
    ),
    "the last of a cell": (table(1, tr(f"<w:tc><w:p>{MARK_GONE}{GONE}</w:p></w:tc>")) + p("ข"), ["", "ข"], 2),
    "a row": (
        table(1, tr("ก"), f"<w:tr><w:trPr><w:del {BY}/></w:trPr><w:tc>{p('ข')}</w:tc></w:tr>") + p("ค"),
        ["ก", "ค"],
        1,
    ),
    "all rows": (table(1, f"<w:tr><w:trPr><w:del {BY}/></w:trPr><w:tc>{p('ข')}</w:tc></w:tr>") + p("ค"), ["ค"], 1),
    "a cell": (
        table(2, f"<w:tr><w:tc><w:tcPr><w:cellDel {BY}/></w:tcPr>{p('ก')}</w:tc><w:tc>{p('ข')}</w:tc></w:tr>"),
        ["ข"],
        1,
    ),
    "looks": (
        f"<w:p><w:pPr><w:jc w:val='center'/><w:pPrChange {BY}><w:pPr/></w:pPrChange></w:pPr><w:r><w:rPr><w:b/>"
        f"<w:rPrChange {BY}><w:rPr/></w:rPrChange></w:rPr><w:t>ก</w:t></w:r></w:p>",
        ["ก"],
        2,
    ),
}


@pytest.mark.parametrize("part", ["styles", "numbering"])
def test_a_tracked_change_of_a_look_is_taken_as_accepted(part: str) -> None:
    look = f"<w:rPr><w:b/><w:rPrChange {BY}><w:rPr/></w:rPrChange></w:rPr>"
    inner = {
        "styles": f'<w:style w:type="paragraph" w:styleId="a"><w:name w:val="a"/>{look}</w:style>',
        "numbering": f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">{look}</w:lvl></w:abstractNum>',
    }
    root = f'<w:{part} xmlns:w="{W[1:-1]}">{inner[part]}</w:{part}>'
    door = opened(with_part(docx(p("ก")), f"word/{part}.xml", root, part))
    for package in (door.package, door.drafted):
        data = package.parts[f"word/{part}.xml"].data
        assert (b"<w:b/>" in data, b"rPrChange" in data) == (True, False)


@pytest.mark.parametrize("name", CHANGED)
def test_a_tracked_change_is_taken_as_accepted(name: str) -> None:
    body, texts, count = CHANGED[name]
    door = opened(docx(body))
    tree = door.package.parts[MAIN].tree
    assert ["".join(one.itertext()) for one in tree.iter(f"{W}p")] == texts
    assert door.changes == count
    assert "ผู้ร่าง" not in door.package.parts[MAIN].data.decode("utf-8")
    assert sum(1 for _ in door.drafted.parts[MAIN].tree.iter(f"{W}p")) == len(texts)
