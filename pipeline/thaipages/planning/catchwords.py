"""Catchwords (คำต่อเนื่อง): at the foot of a page, at the right, the first words of the next page and three dots.

Official typing asks for them, and staff type them by hand, page by page, after each change. Here the pages are
planned from the document itself (``pageplan``), each break is made a firm one, and each catchword is taken from the
text that the next page begins with. A document asks for this by a custom property with the value "1".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from itertools import islice

from lxml import etree

from officefiles import xml
from officefiles.opc import Package, Part, W
from officefiles.problems import Kind, Severity
from thaipages.layout import Paragraph, Row, measure
from thaipages.layout.document import read_setting
from thaipages.planning import Catchwords, Planned
from thaipages.planning.division import divide_paragraph, divide_table, leave_list, start_page
from thaipages.planning.pageplan import Turn, plan, too_tall
from thaipages.planning.room import with_room
from thaipages.planning.shares import share_columns
from thaipages.planning.widths import Fitted, keep_words
from thaipages.segment import word_ends

ASKED, PLANNED = "1", "planned"
"""Values of the property: pages are to be planned, and they have been (a second run changes nothing)."""
WORDS = 3
"""How many words a catchword quotes after the label."""
LONGEST = 60
"""The most characters of a catchword, so that it stays on its line whatever a word is (a web address)."""

NO_CATCHWORDS = Kind(
    "no-catchwords",
    "เอกสาร {name}.docx ไม่มีคำต่อเนื่องท้ายหน้า เพราะในแม่แบบมีสิ่งที่คำนวณหน้าไม่ได้: {found}",
    "แก้แม่แบบ {name}_template.docx ไม่ให้มีสิ่งดังกล่าว หรือพิมพ์คำต่อเนื่องเองใน Word",
    "แม่แบบที่ขอคำต่อเนื่องมีสิ่งที่โปรแกรมวัดความสูงไม่ได้ เช่น ภาพลอย กล่องข้อความ หรือแบบอักษรอื่น",
    Severity.WARNING,
)

_LABEL = re.compile(r"(?:\([0-9๐-๙]+\)|[0-9๐-๙]+(?:\.[0-9๐-๙]+)*[.)]?|[ก-ฮ]\.|[-–•])(?=\s)")
TOO_TALL = "แถวของตารางหรือภาพที่สูงเกินหนึ่งหน้า"
_FONTS = " ".join(f'w:{script}="TH SarabunPSK"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
_STYLE_XML = (
    f'<w:style xmlns:w="{W[1:-1]}" w:type="paragraph" w:customStyle="1" w:styleId="{{id}}">'
    '<w:name w:val="{name}"/><w:qFormat/><w:pPr><w:keepLines/>'
    '<w:spacing w:before="0" w:after="0" w:line="400" w:lineRule="exact"/>'
    f'<w:jc w:val="right"/></w:pPr><w:rPr><w:rFonts {_FONTS}/><w:sz w:val="32"/><w:szCs w:val="32"/>'
    '<w:lang w:val="en-US" w:eastAsia="en-US" w:bidi="th-TH"/></w:rPr></w:style>'
)


@dataclass(frozen=True, slots=True)
class Convention:
    """How the templates of a house ask for catchwords, and what these look like: the custom property by which a
    document asks, that in which it lists the table styles whose columns are to be shared out, the id and name of the
    paragraph style, and the title that a person's name begins with (empty where there is none)."""

    property: str
    shared: str
    style: str
    style_name: str
    title_of: Callable[[str], str]


def plan_pages(document: Package, form: Catchwords, convention: Convention) -> Planned:
    """``document`` with columns shared out (``shares``), firm page breaks and a catchword at the foot of each page that
    the next one continues.

    It stays as it is where it asks for neither by the ``convention`` (``form`` off: for no catchwords), and where
    something in it cannot be measured, which is told where it asks for catchwords.
    """
    part = document.related("", "custom-properties")
    asked = document.parts[part].made(_asked) if part in document.parts else {}
    pages = form is not Catchwords.OFF and asked.get(convention.property) == ASKED
    styles = frozenset(asked.get(convention.shared, "").split()) - {PLANNED}
    if not pages and not styles:
        return Planned(document)
    root, setting = document.parts[document.main].own_tree(), read_setting(document)
    measured = measure(document, next(root.iter(W + "body")))
    layout = measured if measured.notes else share_columns(measured, styles, setting)
    roomy, widened, torn = keep_words(layout, setting) if not layout.notes else Fitted(with_room(layout))
    if not pages and layout is measured and not widened:
        return Planned(document, torn=torn)
    turns = plan(roomy) if pages else []
    divides_a_row = any(turn.fragment.line and isinstance(turn.fragment.owner, Row) for turn in turns)
    obstacles = layout.notes + ((TOO_TALL,) if divides_a_row or (turns and too_tall(roomy)) else ())
    if obstacles:
        return Planned(document, obstacles)
    for turn in reversed(turns):
        _turn_page(turn, form, convention)
    package = document.copy()
    names = (convention.shared, *([convention.property] if pages else []))
    package.put(part, document.parts[part].made(_done, *names))
    package.put(package.main, root)
    if pages:
        _add_style(package, convention)
    return Planned(package, torn=torn)


def catchword(text: str, form: Catchwords, title_of: Callable[[str], str]) -> str:
    """The catchword for a page that begins with ``text``: its label and its first words, or its label and the title
    alone where it is a numbered person."""
    text = " ".join(text.split())
    label = _LABEL.match(text)
    start = label.end() if label else 0
    title = title_of(text[start:].strip()) if label else ""
    if title:
        quoted = f"{text[:start]} {title}"
    else:
        ends = list(islice(word_ends(text[start:]), WORDS))
        quoted = text[: start + ends[-1]] if ends else text
    return f"{'/' if form is Catchwords.SLASH else ''}{quoted[:LONGEST].rstrip()}..."


def _turn_page(turn: Turn, form: Catchwords, convention: Convention) -> None:
    """Begin a page with the fragment of ``turn``, and put the catchword above."""
    owner = turn.fragment.owner
    if isinstance(owner, Paragraph):
        element = _second_part(owner, owner.ends[turn.fragment.line - 1]) if turn.fragment.line else owner.element
        start_page(element)
    else:
        element = divide_table(owner.element)
        start_page(next(element.iter(W + "p")))
    text = catchword(turn.fragment.text, form, convention.title_of)
    element.addprevious(_paragraph(text, convention.style, turn.space))


def _second_part(paragraph: Paragraph, place: int) -> etree._Element:
    """The paragraph that begins at ``place`` in the text, once divided; a line break before it is not needed."""
    end = place - paragraph.text[:place].endswith("\n")
    label, shape = paragraph.label, paragraph.shape
    second = divide_paragraph(paragraph.element, end - label, place - label, shape.left, shape.right)
    if shape.level is not None:
        leave_list(second)
    return second


def _paragraph(text: str, style: str, space: float) -> etree._Element:
    return xml.parse(
        f'<w:p xmlns:w="{W[1:-1]}"><w:pPr><w:pStyle w:val="{style}"/><w:spacing w:before="{space:.0f}"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r></w:p>'.encode()
    )


def _asked(properties: Part) -> dict[str, str]:
    """The custom properties and their values."""
    return {entry.get("name", ""): (entry[0].text or "").strip() for entry in properties.tree if len(entry)}


def _done(properties: Part, *names: str) -> Part:
    """The custom properties once what these ask for is done."""
    root = properties.own_tree()
    for entry in root:
        if entry.get("name") in names and len(entry):
            entry[0].text = PLANNED
    return Part(root)


def _add_style(package: Package, convention: Convention) -> None:
    """Give the document the style of catchwords where its template does not define it."""
    name = package.related(package.main, "styles")
    styles = package.parts.get(name)
    if styles is None or f'w:styleId="{convention.style}"'.encode() in styles.data:
        return
    root = styles.own_tree()
    if all(style.get(W + "styleId") != convention.style for style in root.iter(W + "style")):
        root.append(xml.parse(_STYLE_XML.format(id=convention.style, name=convention.style_name).encode()))
        package.put(name, root)
