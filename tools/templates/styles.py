"""The looks of the templates: every named style as data, and styles.xml made of them.

Sizes, indents and spaces follow the order form of ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. 2526 and the typing
manual that goes with it: TH SarabunPSK 16, first-line indent 2.5 cm, justified the Thai way. Line heights are exact,
so that pages fall alike whatever the font's own metrics and whichever program opens the file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tools.templates.markup import DECLARATION, W, style_id, twips

FONT = "TH SarabunPSK"
EMBLEM_CM = 3.0
"""Height of the Garuda emblem; the space is kept where there is no picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A paragraph style, or with ``character`` a style of runs. Lengths are centimetres, sizes and spaces points;
    ``None`` is inherited from ``base``.

    ``line`` is an exact line height; a negative ``first`` is a hanging indent; ``bullets`` is a list of numbering.xml;
    ``shade`` is the colour of the ground (RRGGBB); ``at_least`` is the least height of a line in centimetres, for lines
    that hold a picture; ``tabs`` are tab stops by position, with a minus for one that a dotted line leads to, and
    ``centre`` is a centred one.
    """

    name: str
    base: str = "ITA Base"
    size: float | None = None
    bold: bool | None = None
    align: str = ""
    line: float | None = None
    at_least: float | None = None
    before: float | None = None
    after: float | None = None
    left: float | None = None
    right: float | None = None
    first: float | None = None
    tabs: tuple[float, ...] = ()
    centre: float | None = None
    rule: bool = False
    shade: str = ""
    bullets: int | None = None
    keep_next: bool = False
    keep_lines: bool = False
    character: bool = False


LOOKS = (
    Look(name="ITA Base", base="", size=16, align="left", line=20, before=0, after=0),
    Look(name="ITA Page Number", align="center"),
    Look(name="ITA Small Space", size=5, line=5),
    Look(name="ITA Header Rest", size=5, line=15.4),
    Look(name="ITA Cover Title", size=26, bold=True, align="center", line=38),
    Look(name="ITA Cover Space", before=230),
    Look(name="ITA Title", size=18, bold=True, align="center", line=24),
    Look(name="ITA Title Space", line=12),
    Look(name="ITA Body", align="thaiDistribute", first=2.5),
    Look(name="ITA Item", align="thaiDistribute", left=3.2, first=-0.7, bullets=1),
    Look(name="ITA Item Last", base="ITA Item", keep_next=True),
    Look(name="ITA Emblem", size=1, align="center", at_least=EMBLEM_CM),
    Look(name="ITA Heading", align="center", left=0.75, right=0.75),
    Look(name="ITA Rule", size=5, line=6, after=4, left=5.75, right=5.75, rule=True),
    Look(name="ITA Committee", bold=True, first=2.5, before=4, keep_next=True),
    Look(name="ITA Member", left=0.85, first=-0.85, tabs=(0.85,)),
    Look(name="ITA Member Post"),
    Look(name="ITA Member Role"),
    Look(name="ITA Lead", base="ITA Body", before=4, keep_next=True),
    Look(name="ITA Duty", align="thaiDistribute", left=3.4, first=-0.9, tabs=(3.4,)),
    Look(name="ITA Duty Last", base="ITA Duty", keep_next=True),
    Look(name="ITA Effective", base="ITA Body", before=4, keep_next=True),
    Look(name="ITA Order Date", left=5, before=4, keep_next=True),
    Look(name="ITA Signature", align="center", left=6.5, before=60, keep_next=True),
    Look(name="ITA Signature Rank", left=6.5, before=40, keep_next=True),
    Look(name="ITA Signature Name", align="center", left=6.5, keep_next=True),
    Look(name="ITA Signature Position", align="center", left=6.5),
    Look(name="ITA Catchword", align="right", keep_lines=True),
    Look(name="ITA Notice Item", bold=True, first=2.5, before=4, keep_next=True),
    Look(name="ITA Memo Title", size=29, bold=True, line=None, at_least=1.5, centre=8, after=6),
    Look(name="ITA Memo Line", line=26, tabs=(-16,)),
    Look(name="ITA Memo Pair", line=26, tabs=(-8, -16)),
    Look(name="ITA Memo To", before=6, after=6),
    Look(name="ITA Memo Label", base="", size=20, bold=True, character=True),
    Look(name="ITA Memo Signature", align="center", left=6.5, before=40, keep_next=True),
    Look(name="ITA Picture", size=1, align="center", at_least=0.1, before=4, after=4, keep_next=True),
    Look(name="ITA Caption", align="center", after=14, keep_lines=True),
    Look(name="ITA Column Heading", bold=True, align="center"),
    Look(name="ITA Cell", line=19),
    Look(name="ITA Cell Bullet", base="ITA Cell", left=0.35, first=-0.35, bullets=2),
    Look(name="ITA Cell Topic", base="ITA Cell", bold=True, keep_next=True),
    Look(name="ITA Small Heading", base="ITA Column Heading", size=14, line=17.5),
    Look(name="ITA Small Cell", size=14, line=17.5),
    Look(name="ITA Small Bullet", base="ITA Small Cell", left=0.25, first=-0.25, bullets=3),
    Look(name="ITA Small Topic", base="ITA Small Cell", bold=True, keep_next=True),
    Look(name="ITA Report Item", align="center", after=8),
    Look(name="ITA Topic", bold=True, first=2.5, before=4, keep_next=True),
)


def font(look: Look) -> str:
    """The run properties, each with its complex-script twin: without it Thai text keeps another look."""
    fonts = "".join(f' w:{script}="{FONT}"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
    first = not look.base and not look.character
    parts = [f"<w:rFonts{fonts}/>"] if first else []
    if look.bold:
        parts.append("<w:b/><w:bCs/>")
    if look.size:
        half_points = round(look.size * 2)
        parts.append(f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>')
    if first:
        parts.append('<w:lang w:val="en-US" w:eastAsia="en-US" w:bidi="th-TH"/>')
    return f"<w:rPr>{''.join(parts)}</w:rPr>" if parts else ""


def _spacing(look: Look) -> str:
    values = [
        *([f'w:before="{round(look.before * 20)}"'] if look.before is not None else []),
        *([f'w:after="{round(look.after * 20)}"'] if look.after is not None else []),
        *([f'w:line="{round(look.line * 20)}" w:lineRule="exact"'] if look.line else []),
        *([f'w:line="{twips(look.at_least)}" w:lineRule="atLeast"'] if look.at_least else []),
    ]
    return f"<w:spacing {' '.join(values)}/>" if values else ""


def _indent(look: Look) -> str:
    values = [
        *([f'w:left="{twips(look.left)}"'] if look.left is not None else []),
        *([f'w:right="{twips(look.right)}"'] if look.right is not None else []),
    ]
    if look.first is not None:
        values.append(f'w:{"hanging" if look.first < 0 else "firstLine"}="{twips(abs(look.first))}"')
    return f"<w:ind {' '.join(values)}/>" if values else ""


def _tabs(look: Look) -> str:
    stops = [f'<w:tab w:val="center" w:pos="{twips(look.centre)}"/>'] if look.centre else []
    for stop in look.tabs:
        leader = ' w:leader="dot"' if stop < 0 else ""
        stops.append(f'<w:tab w:val="left"{leader} w:pos="{twips(abs(stop))}"/>')
    return f"<w:tabs>{''.join(stops)}</w:tabs>" if stops else ""


def _paragraph(look: Look) -> str:
    """The paragraph properties, in the order that the schema asks for."""
    bullets = f'<w:numPr><w:numId w:val="{look.bullets}"/></w:numPr>' if look.bullets else ""
    rule = '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="auto"/></w:pBdr>' if look.rule else ""
    parts = (
        "<w:keepNext/>" if look.keep_next else "",
        "<w:keepLines/>" if look.keep_lines else "",
        bullets,
        rule,
        f'<w:shd w:val="clear" w:color="auto" w:fill="{look.shade}"/>' if look.shade else "",
        _tabs(look),
        _spacing(look),
        _indent(look),
        f'<w:jc w:val="{look.align}"/>' if look.align else "",
    )
    return f"<w:pPr>{''.join(parts)}</w:pPr>" if any(parts) else ""


def _style(look: Look) -> str:
    base = f'<w:basedOn w:val="{style_id(look.base)}"/>' if look.base else ""
    kind = "character" if look.character else "paragraph"
    return (
        f'<w:style w:type="{kind}" w:customStyle="1" w:styleId="{style_id(look.name)}">'
        f'<w:name w:val="{look.name}"/>{base}<w:qFormat/>{_paragraph(look)}{font(look)}</w:style>'
    )


def table_style(name: str, borders: bool, side_cm: float) -> str:
    """A table style: single rules or none, and cell margins at the sides; text begins at the page's margin."""
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = "".join(f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for edge in edges)
    rules = f"<w:tblBorders>{lines}</w:tblBorders>" if borders else ""
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{style_id(name)}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblInd w:w="{-twips(side_cm)}" w:type="dxa"/>{rules}'
        f'<w:tblCellMar><w:left w:w="{twips(side_cm)}" w:type="dxa"/><w:right w:w="{twips(side_cm)}" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style>"
    )


def styles(more: Sequence[Look] = (), tables: str = "") -> str:
    """styles.xml: the defaults, Word's own default styles, and the ITA styles; ``more`` styles and table styles (as
    XML) of one template alone."""
    base = LOOKS[0]
    return (
        f'{DECLARATION}<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault>{font(base)}</w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f"{_paragraph(base)}</w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
        f"{''.join(_style(look) for look in (*LOOKS, *more))}"
        f"{table_style('ITA Members', borders=False, side_cm=0.05)}"
        f"{table_style('ITA Grid', borders=True, side_cm=0.12)}{tables}</w:styles>"
    )
