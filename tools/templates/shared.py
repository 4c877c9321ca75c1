"""The parts that all templates have in common beside their styles: lists, settings, fonts, theme."""

from __future__ import annotations

from collections.abc import Sequence

from tools.templates.markup import DECLARATION, W, style_id, twips
from tools.templates.styles import FONT, LOOKS, Look, font, styles

BULLETS = {1: (3.2, 0.7), 2: (0.35, 0.35), 3: (0.25, 0.25)}
"""Dash lists by number: left indent and hanging indent in centimetres."""


def _bullets(number: int, left: float, hanging: float) -> str:
    style = next(style_id(look.name) for look in LOOKS if look.bullets == number)
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        f'<w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="{style}"/><w:lvlText w:val="-"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{twips(left)}" w:hanging="{twips(hanging)}"/></w:pPr>'
        f"{font(LOOKS[0])}</w:lvl></w:abstractNum>"
    )


def numbering() -> str:
    """numbering.xml: the dash lists."""
    abstract = "".join(_bullets(number, *indents) for number, indents in BULLETS.items())
    used = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in BULLETS)
    return f'{DECLARATION}<w:numbering xmlns:w="{W}">{abstract}{used}</w:numbering>'


def settings() -> str:
    """settings.xml: Word's present layout rules (compatibility mode 15), lines that end in a line break not stretched,
    and Thai as the complex-script language."""
    modes = {
        "compatibilityMode": 15,
        "overrideTableStyleFontSizeAndJustification": 1,
        "enableOpenTypeFeatures": 1,
        "doNotFlipMirrorIndents": 1,
        "differentiateMultirowTableHeaders": 1,
    }
    compatibility = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in modes.items()
    )
    return (
        f'{DECLARATION}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:doNotExpandShiftReturn/>'
        f"{compatibility}</w:compat>"
        '<w:themeFontLang w:val="en-US" w:bidi="th-TH"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
        "</w:settings>"
    )


def font_table() -> str:
    """fontTable.xml: the font, and what to use where it is not installed."""
    return (
        f'{DECLARATION}<w:fonts xmlns:w="{W}"><w:font w:name="{FONT}"><w:altName w:val="TH Sarabun New"/>'
        '<w:charset w:val="DE"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def theme() -> str:
    """theme.xml: Word expects one. The ITA styles name their font themselves and take nothing from it."""
    main = "http://schemas.openxmlformats.org/drawingml/2006/main"
    colors = {
        "dk1": "000000", "lt1": "FFFFFF", "dk2": "1F3864", "lt2": "E7E6E6", "accent1": "1F3864", "accent2": "7F6000",
        "accent3": "385623", "accent4": "833C0B", "accent5": "3A3A3A", "accent6": "7B7B7B", "hlink": "0563C1",
        "folHlink": "954F72",
    }  # fmt: skip
    scheme = "".join(f'<a:{name}><a:srgbClr val="{color}"/></a:{name}>' for name, color in colors.items())
    fonts = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface="{FONT}"/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    stroke = f'<a:ln w="6350">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{DECLARATION}<a:theme xmlns:a="{main}" name="ITA"><a:themeElements>'
        f'<a:clrScheme name="ITA">{scheme}</a:clrScheme>'
        f'<a:fontScheme name="ITA"><a:majorFont>{fonts}</a:majorFont><a:minorFont>{fonts}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="ITA"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{stroke * 3}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    )


def shared_parts(more: Sequence[Look] = (), tables: str = "") -> dict[str, str]:
    """The parts that all templates have in common, as XML by name; with more styles for a template of another kind."""
    return {
        "styles": styles(more, tables),
        "numbering": numbering(),
        "settings": settings(),
        "fontTable": font_table(),
        "theme": theme(),
    }
