"""What several templates share: pages, headers, headings, choices and loops."""

from __future__ import annotations

from tools.templates.markup import Page, field, line, paragraph, run, tag
from tools.templates.styles import EMBLEM_CM

PORTRAIT = Page()
LANDSCAPE = Page(landscape=True, left=2.0)
ORDER_PAGE = Page(top=1.5, header=1.25)
"""Page 1 of an order begins with the emblem 1.5 cm from the edge; the header of the other pages is as tall as it
takes for their text to begin at 2.5 cm."""

PACK_NAME = "มาตรการส่งเสริมคุณธรรมและความโปร่งใส ภายในหน่วยงาน"
OF_THE_YEAR = "ประจำปีงบประมาณ พ.ศ.\N{NO-BREAK SPACE}{{ year }}"
OF_LAST_YEAR = "ประจำปีงบประมาณ พ.ศ.\N{NO-BREAK SPACE}{{ last_year }}"

TOPIC = "{% if group.number %}ประเด็นที่ {{ group.number }} {% endif %}{{ group.name }}"
"""The line above a topic's own; the last, of what bears on no topic, has no number."""


def page_number() -> str:
    """The line «- ๒ -» in the digits that the workbook asks for."""
    thai = paragraph("ITA Page Number", run("- "), field(r"PAGE \* ThaiArabic", "๒"), run(" -"))
    arabic = paragraph("ITA Page Number", run("- "), field(r"PAGE \* Arabic", "2"), run(" -"))
    return tag("if digits_thai") + thai + tag("else") + arabic + tag("endif")


def headers(below: str = "") -> dict[str, str]:
    """No number on the first page, one at the top centre of the others, with ``below`` under it."""
    return {"first": line("ITA Small Space"), "default": page_number() + below}


def heading(*lines: str) -> str:
    """A document's heading of one or more lines, with space under it."""
    return "".join(line("ITA Title", text) for text in lines) + line("ITA Title Space")


def choose(condition: str, then: str, otherwise: str) -> str:
    """``then`` where ``condition`` holds, else ``otherwise``."""
    return tag(f"if {condition}") + then + tag("else") + otherwise + tag("endif")


def when(condition: str, then: str) -> str:
    """``then`` where ``condition`` holds."""
    return tag(f"if {condition}") + then + tag("endif")


def each(loop: str, content: str, empty: str = "") -> str:
    """``content`` for each round of ``loop``; ``empty`` where there is none."""
    return tag(f"for {loop}") + content + (tag("else") + empty if empty else "") + tag("endfor")


def emblem_tag() -> str:
    """The Garuda emblem; nothing where the workbook names no picture, and the style keeps its space."""
    return f"{{{{ order.emblem | fit({EMBLEM_CM:g}, {EMBLEM_CM:g}) }}}}"


def signature() -> str:
    """Name and position of who signs, centred on each other right of the middle; a rank stands before the room for
    the signature, not with the name below it (ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. 2526, annex 3)."""
    name = "({{ order.signatory_name }})"
    ranked = line("ITA Signature Rank", "{{ order.signatory_rank }}") + line("ITA Signature Name", name)
    position = line("ITA Signature Position", "{{ order.signatory_position }}")
    return choose("order.signatory_rank", ranked, line("ITA Signature", name)) + position


ORDER_HEADERS = headers(below=line("ITA Header Rest"))
"""The headers that go with ``ORDER_PAGE``."""
