"""The templates, and what becomes of them when they are filled: looks from styles only, valid files, nothing lost."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import pairwise
from pathlib import Path

import docx
import pytest
from lxml import etree

import made
import outline_drawn
from ita_docs.analysis import analyse
from ita_docs.framework.load import load
from ita_docs.model import AnalysisForm, Layout, Settings, Submission
from ita_docs.papers.pack import produce
from ita_docs.values import build
from ita_docs.wording import word
from ita_docs.workbook.reader import read
from ita_docs.workbook.settings import COLUMN_NAMES
from made_docx import picture
from officefiles import opc
from officefiles.thai import Digits
from outline import outline, styles_of
from schemas import schema_errors
from thaipages.drawing import draw
from thaipages.layout import Paragraph, measure
from thaipages.layout.tables import Table
from thaipages.layout.text import measure_text
from wordfill.engine import Template

ROOT = Path(__file__).resolve().parent.parent
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEMPLATES = ROOT / "templates"
FILES = {path.stem.removesuffix("_template"): path for path in sorted(TEMPLATES.rglob("*_template.docx"))}
"""All templates by name, those that stand apart too: ``order`` is order_template.docx."""
DOCUMENTS = [name for name, path in FILES.items() if path.parent == TEMPLATES]
"""Those of which each makes a document for an office."""
A4 = {("11906", "16838"), ("16838", "11906")}
FONT = "TH SarabunPSK"
MARKS = {"rFonts", "cs", "lang", "noProof"}
"""What Word notes at a run while one types: no looks, as long as the fonts say nothing but which script it is."""
THAI = re.compile("[ก-๛]")
STRANGE = 'A & B < C "ง" {{x}} {% y %} =1+1'
LONG = "ข้อความที่ยาวมาก " * 200


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def filled(name: str, submission: Submission) -> bytes:
    framework = load(submission.assessed_year)
    findings = analyse(submission, framework)
    own = load(submission.fiscal_year)
    context = build(submission, framework, findings, word(submission, framework, findings, own), own)
    return Template.load(TEMPLATES / f"{name}_template.docx").render(context).data()


@cache
def sample() -> Submission:
    submission, problems = read(ROOT / "inputs/taling_chan_2566.xlsx")
    assert submission, problems
    return submission


# Submissions that are unlike the sample


def many_seats(count: int) -> Submission:
    board, group = made.committees()
    seats = tuple(replace(group.seats[n % len(group.seats)], number=n + 1) for n in range(count))
    return made.submission(committees=(board, replace(group, seats=seats)))


def without_lists() -> Submission:
    """One seat, no duties, no activities, measures with empty cells."""
    board, group = made.committees()
    measures = tuple(replace(one, actions=(), follow_ups=(), frequency="") for one in made.measures())
    committees = (replace(board, seats=board.seats[:1], duties=()), replace(group, seats=(), duties=()))
    return made.submission(committees=committees, measures=measures, activities=())


def strange() -> Submission:
    """Texts that look like mark-up, templates and formulas, and very long ones."""
    whole = made.with_order(made.submission(), reason=STRANGE, subject=STRANGE, powers=LONG)
    whole = made.with_seat(whole, 1, 1, position=STRANGE, section=LONG)
    whole = made.with_record(whole, "measures", 0, actions=(STRANGE, LONG), responsible=STRANGE)
    whole = made.with_record(whole, "scores", 0, name=STRANGE)
    return made.with_record(whole, "activities", 0, caption=STRANGE, place=LONG, pictures=(picture(), picture()))


def in_its_own_way() -> Submission:
    """Arabic digits, an emblem, a picture, two rows for an indicator, no weakness, an order on one axis."""
    first, *rest = made.measures()
    scores = tuple(replace(one, score=Decimal(90)) for one in made.scores())
    whole = made.with_order(made.submission(scores=scores, measures=(first, first, *rest)), emblem=picture(90, 100))
    whole = made.with_record(whole, "activities", 0, pictures=(picture(),))
    order = {"members_indented": True, "one_axis": True}
    return replace(whole, settings=Settings(digits=Digits.ARABIC, analysis_form=AnalysisForm.SPLIT, **order))


def by_topic() -> Submission:
    """Every column of the measures table, and the documents set out by topic."""
    settings = Settings(columns=frozenset(COLUMN_NAMES), layout=Layout.TOPICS)
    return made.submission(fiscal_year=2567, settings=settings)


CASES: dict[str, Callable[[], Submission]] = {
    "sample": sample,
    "made": made.submission,
    "one seat": lambda: many_seats(1),
    "200 seats": lambda: many_seats(200),
    "without lists": without_lists,
    "strange": strange,
    "own way": in_its_own_way,
    "by topic": by_topic,
    "papers": lambda: made.submission(papers=made.papers()),
}


@cache
def document(name: str, case: str) -> bytes:
    return FILES[name].read_bytes() if case == "template" else filled(name, CASES[case]())


def documents(name: str) -> dict[str, bytes]:
    """A template and what becomes of it, by its case."""
    return {case: document(name, case) for case in ("template", *(CASES if name in DOCUMENTS else ()))}


every_file = pytest.mark.parametrize("name", FILES)
every_template = pytest.mark.parametrize("name", DOCUMENTS)


# The files themselves


@every_file
def test_the_wording_of_a_template_is_as_it_was_read(name: str, golden: Callable[[str, str], None]) -> None:
    golden(f"templates/{name}", outline(FILES[name].read_bytes()))


def test_the_styles_of_all_templates_are_as_they_were_read(golden: Callable[[str, str], None]) -> None:
    """A style on one line, with the templates that have it so where not all have."""
    users: dict[str, list[str]] = {}
    for name, path in FILES.items():
        for style in styles_of(path.read_bytes()):
            users.setdefault(style, []).append(name)
    lines = (style if len(names) == len(FILES) else f"{style}  [{' '.join(names)}]" for style, names in users.items())
    golden("templates/styles", "\n".join(lines) + "\n")


@every_file
def test_pages_are_a4(name: str) -> None:
    body = etree.fromstring(parts(FILES[name].read_bytes())["word/document.xml"])
    sizes = {(size.get(f"{W}w"), size.get(f"{W}h")) for size in body.iter(f"{W}pgSz")}
    assert sizes
    assert sizes <= A4


@every_file
def test_every_file_is_valid(name: str) -> None:
    errors = {case: schema_errors(data) for case, data in documents(name).items()}
    assert {case: found for case, found in errors.items() if found} == {}


# Looks


def properties(element: etree._Element, kind: str) -> dict[str, dict[str, str]]:
    """The children of the element's rPr or pPr: attributes by tag, both without their namespace."""
    found = element.find(f"{W}{kind}")
    return {
        etree.QName(child).localname: {etree.QName(key).localname: str(value) for key, value in child.attrib.items()}
        for child in ([] if found is None else found)
    }


def defaults(styles: etree._Element) -> dict[str, dict[str, str]]:
    """The run properties that hold where no style says otherwise."""
    return properties(styles.find(f"{W}docDefaults/{W}rPrDefault"), "rPr")


def styled(styles: etree._Element, style: str, kind: str = "rPr") -> dict[str, dict[str, str]]:
    """The properties of runs (or ``pPr``) that a style gives, with those of the styles it stands on."""
    element = styles.find(f"{W}style[@{W}styleId='{style}']")
    base = element.find(f"{W}basedOn")
    below = {} if base is None else styled(styles, base.get(f"{W}val"), kind)
    return {**below, **properties(element, kind)}


def texts(data: bytes) -> Iterator[tuple[etree._Element, etree._Element, etree._Element]]:
    """Every paragraph and run that holds Thai text, in the body and the headers, with the document's styles."""
    files = parts(data)
    styles = etree.fromstring(files["word/styles.xml"])
    for name, xml in files.items():
        if re.fullmatch(r"word/(document|header\d)\.xml", name):
            for paragraph in etree.fromstring(xml).iter(f"{W}p"):
                for run in paragraph.iter(f"{W}r"):
                    if THAI.search("".join(run.itertext(f"{W}t"))):
                        yield styles, paragraph, run


@every_file
def test_a_style_gives_thai_text_what_it_gives_latin(name: str) -> None:
    for style in etree.fromstring(parts(FILES[name].read_bytes())["word/styles.xml"]).iter(f"{W}style"):
        formats = properties(style, "rPr")
        assert [formats.get(latin) for latin in ("sz", "b", "i")] == [
            formats.get(thai) for thai in ("szCs", "bCs", "iCs")
        ]
        assert formats.get("rFonts", {}).get("ascii") == formats.get("rFonts", {}).get("cs")


@every_file
def test_every_thai_run_has_its_complex_script_twins(name: str) -> None:
    for case, data in documents(name).items():
        checked = 0
        for styles, paragraph, run in texts(data):
            style = properties(paragraph, "pPr")["pStyle"]["val"]
            own = properties(run, "rPr")
            if "rStyle" in own:
                own = {**own, **styled(styles, own["rStyle"]["val"])}
            own = {name: look for name, look in own.items() if name not in MARKS}
            formats = {**defaults(styles), **styled(styles, style), **own}
            assert formats["rFonts"]["cs"] == formats["rFonts"]["ascii"] == FONT, case
            assert formats["szCs"] == formats["sz"], case
            assert formats.get("bCs") == formats.get("b"), case
            assert formats["lang"]["bidi"] == "th-TH", case
            checked += 1
        assert checked, case


@every_file
def test_all_looks_come_from_named_styles(name: str) -> None:
    for case, data in documents(name).items():
        files = parts(data)
        body = etree.fromstring(files["word/document.xml"])
        known = {style.get(f"{W}styleId") for style in etree.fromstring(files["word/styles.xml"]).iter(f"{W}style")}
        for paragraph in body.iter(f"{W}p"):
            own = properties(paragraph, "pPr")
            assert own["pStyle"]["val"] in known, case
            assert set(own) <= {"pStyle", "sectPr", "rPr", "outlineLvl"}, case  # a level changes no look
        for run in (*body.iter(f"{W}r"), *body.iter(f"{W}pPr")):
            own = properties(run, "rPr")
            assert set(own) - MARKS <= {"rStyle"}, case
            assert set(own.get("rFonts", {})) <= {"hint"}, case
            assert "rStyle" not in own or own["rStyle"]["val"] in known, case


def descriptions(data: bytes) -> list[str]:
    """The alternative texts of the pictures of a document."""
    body = etree.fromstring(parts(data)["word/document.xml"])
    drawings = body.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr")
    return [one.get("descr", "") for one in drawings]


@every_file
def test_every_picture_has_an_alternative_text(name: str) -> None:
    assert [case for case, data in documents(name).items() if not all(descriptions(data))] == []


def test_an_alternative_text_says_what_the_picture_shows() -> None:
    captions = [" ".join(one.caption.split()) for one in sample().activities for _ in one.pictures]
    assert descriptions(document("order", "own way")) == ["ตราครุฑ"]
    assert descriptions(document("activities", "sample")) == captions


@every_file
def test_the_navigation_pane_has_the_title_once_and_no_level_is_jumped_over(name: str) -> None:
    for case, data in documents(name).items():
        files = parts(data)
        styles = etree.fromstring(files["word/styles.xml"])
        levels = []
        for paragraph in etree.fromstring(files["word/document.xml"]).iter(f"{W}p"):
            own = properties(paragraph, "pPr")
            stated = {**styled(styles, own["pStyle"]["val"], "pPr"), **own}.get("outlineLvl", {"val": "9"})
            levels.append(int(stated["val"]))
        headings = [level for level in levels if level < 9]
        assert headings[:1] == [0], case
        assert headings.count(0) == 1, case
        assert all(after <= before + 1 for before, after in pairwise(headings)), case


# What is filled in


@every_template
def test_every_cell_keeps_a_paragraph_and_every_table_a_row(name: str) -> None:
    for case in CASES:
        body = etree.fromstring(parts(document(name, case))["word/document.xml"])
        assert all(cell[-1].tag == f"{W}p" for cell in body.iter(f"{W}tc")), case
        assert all(table.find(f"{W}tr") is not None for table in body.iter(f"{W}tbl")), case


def text_of(data: bytes) -> str:
    body = docx.Document(io.BytesIO(data)).element.body
    return "\n".join("".join(node.text or "" for node in paragraph.iter(f"{W}t")) for paragraph in body.iter(f"{W}p"))


@pytest.mark.parametrize(("name", "times"), [("order", 4), ("measures", 2), ("activities", 1), ("analysis", 2)])
def test_no_strange_or_long_text_is_lost(name: str, times: int) -> None:
    text = text_of(document(name, "strange"))
    printed = 'A & B < C "ง" {{x}} {% y %} =๑+๑'
    assert text.count(printed) == times
    assert name == "analysis" or LONG.strip() in text


def test_every_seat_of_a_large_committee_is_there() -> None:
    text = text_of(document("order", "200 seats"))
    assert "(๒๐๐)" in text
    assert text.count("คณะทำงาน") >= 100


@pytest.mark.parametrize("name", ["order", "notice"])
def test_a_rank_stands_before_the_room_for_the_signature(name: str) -> None:
    order = made.submission().order
    ranked = made.with_order(made.submission(), signatory=replace(order.signatory, title="ว่าที่ร้อยตรี"))
    first, last = order.signatory.first_name, order.signatory.last_name
    signed = [line for line in outline(filled(name, ranked)).splitlines() if line.startswith("ITA Signature")]
    assert signed == [
        "ITA Signature Rank | ว่าที่ร้อยตรี",
        f"ITA Signature Name | ({first} {last})",
        f"ITA Signature Position | {order.signatory_position}",
    ]


def test_an_office_without_activities_says_that_none_is_on_record_yet() -> None:
    text = text_of(document("activities", "without lists"))
    assert "ยังไม่มีบันทึกการจัดกิจกรรมในปีงบประมาณ พ.ศ. ๒๕๖๖" in text
    assert "ไม่มีการจัดกิจกรรม" not in text, "an empty sheet in the midst of the year is no ground for it"


@pytest.mark.parametrize(("case", "field"), [("made", "PAGE"), ("own way", r"PAGE \* Arabic")])
def test_page_numbers_are_in_the_digits_chosen(case: str, field: str) -> None:
    headers = "".join(xml.decode() for name, xml in parts(document("order", case)).items() if "header" in name)
    assert re.findall(r'w:instr=" (.*?) "', headers) == [field]


@pytest.mark.parametrize("case", ["made", "own way"])
def test_the_emblem_keeps_three_centimetres(case: str) -> None:
    files = parts(document("order", case))
    emblem = next(etree.fromstring(files["word/document.xml"]).iter(f"{W}p"))
    assert bool(list(emblem.iter(f"{W}drawing"))) == (case == "own way")
    style = etree.fromstring(files["word/styles.xml"]).find(f"{W}style[@{W}styleId='ITAEmblem']")
    assert properties(emblem, "pPr")["pStyle"]["val"] == "ITAEmblem"
    assert properties(style, "pPr")["spacing"] == {"line": "1701", "lineRule": "atLeast"}


def test_the_order_asks_for_catchwords() -> None:
    custom = parts(document("order", "made"))["docProps/custom.xml"].decode()
    assert re.search(r'name="ita-catchwords"><vt:lpwstr>1<', custom)
    assert re.search(r'name="ita-shared-columns"><vt:lpwstr>ITAMembersIndented<', custom)


def test_a_list_that_is_empty_leaves_out_its_lead() -> None:
    text = text_of(document("analysis", "own way"))
    assert "จุดแข็ง" in text
    assert "ตัวชี้วัดที่ 1 " in text


# Golden outlines of the sample, and of the invented office's report on last year's measures: the sample has none


@cache
def produced() -> Mapping[str, bytes]:
    """The sample's finished documents, page breaks and catchwords included."""
    templates = {name: TEMPLATES / f"{name}_template.docx" for name in DOCUMENTS}
    return produce(ROOT / "inputs/taling_chan_2566.xlsx", templates).files


ON_LAST_YEAR = ("results", "results_memo")


@every_template
def test_the_samples_documents_are_as_they_were_read(name: str, golden: Callable[[str, str], None]) -> None:
    golden(name, outline(document(name, "papers") if name in ON_LAST_YEAR else produced()[f"{name}.docx"]))


DRAWN = ("pack", "memo", *ON_LAST_YEAR)
"""The pack holds the title, the activities, the order, the analysis and the measures."""


@pytest.mark.parametrize("name", DRAWN)
def test_the_pages_of_the_samples_documents_show_and_say_what_they_did(
    name: str, golden: Callable[[str, str], None]
) -> None:
    whole = opc.read(document(name, "papers") if name in ON_LAST_YEAR else produced()[f"{name}.docx"])
    golden(f"drawn/{name}", outline_drawn.outline(draw(whole)))


def test_a_report_of_nothing_is_not_made() -> None:
    assert not sample().results
    nothing = {f"{name}.docx" for name in ON_LAST_YEAR}
    assert {f"{name}.docx" for name in DOCUMENTS} - set(produced()) == nothing


def test_every_golden_outline_is_used() -> None:
    kept = {path.stem for path in (ROOT / "tests/golden").glob("*.txt")}
    assert {name for name in kept if not name.endswith(".xlsx")} == set(DOCUMENTS)
    assert {path.stem for path in (ROOT / "tests/golden/templates").glob("*.txt")} == {*FILES, "styles"}
    assert {path.stem for path in (ROOT / "tests/golden/drawn").glob("*.txt")} == {
        *DRAWN,
        "charts",
        "columns",
        "looks",
        "operators",
        "rows",
    }


# How an order stands


@pytest.mark.parametrize("asked", [True, False])
def test_members_stand_below_their_committee_and_the_date_below_since_when(asked: bool) -> None:
    whole = made.submission(settings=Settings(members_indented=asked, one_axis=asked))
    layout = measure(opc.read(filled("order", whole)))
    blocks = layout.parts[0].blocks
    paragraphs = [one for one in blocks if isinstance(one, Paragraph)]
    heading = next(one for one in paragraphs if one.text.endswith(made.BOARD))
    since, date = (next(one for one in paragraphs if one.text.startswith(text)) for text in ("ทั้งนี้ ", "สั่ง"))
    name, post = paragraphs[-2:]
    styles = etree.fromstring(parts(filled("order", whole))["word/styles.xml"])
    indents = {
        ind.getparent().getparent().get(f"{W}styleId"): float(ind.get(f"{W}w")) for ind in styles.iter(f"{W}tblInd")
    }
    used = {table.element.find(f"{W}tblPr/{W}tblStyle").get(f"{W}val") for table in blocks if isinstance(table, Table)}
    assert {indents[style] + 28 for style in used} == {heading.shape.first if asked else 0}
    words = sum(measure_text("ทั้งนี้ ", since.shape.look).widths)
    below = abs(date.shape.left - since.shape.first - words) < 10
    width = sum(measure_text(date.text, date.shape.look).widths)
    text = layout.parts[0].section.width
    centres = {one.shape.left + (text - one.shape.right - one.shape.left) / 2 for one in (name, post)}
    assert below is asked
    assert all(abs(centre - date.shape.left - width / 2) < 200 for centre in centres) is asked
