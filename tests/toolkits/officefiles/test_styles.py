"""The cascade of styles: which level wins, what takes the place of what, which style is meant where none is named."""

from __future__ import annotations

import pytest

from officefiles import xml
from officefiles.opc import W
from officefiles.styles import Styles, chains, number, read_styles, styles_by_id, theme_fonts

_THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme>'
    '<a:majorFont><a:latin typeface="Heading"/><a:ea typeface=""/><a:cs typeface=""/>'
    '<a:font script="Jpan" typeface="Kana"/><a:font script="Thai" typeface="Angsana New"/></a:majorFont>'
    '<a:minorFont><a:latin typeface="Body"/><a:ea typeface="Song"/><a:cs typeface="Sarabun"/>'
    '<a:font script="Thai" typeface="Cordia New"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>'
)


def sheet(*styles: str, defaults: str = "") -> bytes:
    """A ``styles.xml``."""
    return (
        f'<w:styles xmlns:w="{W[1:-1]}"><w:docDefaults>{defaults}</w:docDefaults>{"".join(styles)}</w:styles>'.encode()
    )


def style(key: str, inside: str = "", *, kind: str = "paragraph", base: str = "", default: str = "") -> str:
    """A style."""
    marks = f'w:type="{kind}" w:styleId="{key}"' + (f' w:default="{default}"' if default else "")
    return f"<w:style {marks}>" + (f'<w:basedOn w:val="{base}"/>' if base else "") + f"{inside}</w:style>"


def fonts(**stated: str) -> str:
    """Run properties that state fonts."""
    return "<w:rPr><w:rFonts " + " ".join(f'w:{key}="{value}"' for key, value in stated.items()) + "/></w:rPr>"


def test_a_style_has_what_it_is_based_on_and_its_own_wins() -> None:
    styles = read_styles(
        xml.parse(
            sheet(
                style("Base", '<w:pPr><w:jc w:val="center"/><w:keepNext/></w:pPr><w:rPr><w:sz w:val="32"/></w:rPr>'),
                style("Own", '<w:pPr><w:jc w:val="right"/></w:pPr>', base="Base"),
            )
        )
    )
    assert styles.find("Own").paragraph == {"jc": "right", "keepNext": "1"}
    assert styles.find("Own").run == {"sz": "32"}


def test_styles_that_are_based_on_each_other_end_where_the_loop_closes() -> None:
    root = xml.parse(sheet(style("A", base="B"), style("B", base="C"), style("C", base="B"), style("D", base="none")))
    assert chains(styles_by_id(root)) == {"A": ["A", "B", "C"], "B": ["B", "C"], "C": ["C", "B"], "D": ["D"]}


@pytest.mark.parametrize(
    ("below", "above", "expected"),
    [
        ({"asciiTheme": "minorAscii", "cstheme": "minorBidi"}, {"ascii": "X", "cs": "Y"}, ("X", "Y", "", "")),
        ({"ascii": "X", "cs": "Y"}, {"asciiTheme": "a", "cstheme": "b"}, ("X", "Y", "a", "b")),
        ({"asciiTheme": "a", "cstheme": "b"}, {"ascii": "X"}, ("X", None, "", "b")),
        ({"asciiTheme": "a", "cstheme": "b"}, {"cs": "Y"}, (None, "Y", "a", "")),
        ({}, {"ascii": "X", "asciiTheme": "a"}, ("X", None, "a", None)),
    ],
)
def test_a_font_by_name_takes_the_place_of_an_inherited_one_of_the_theme(
    below: dict[str, str], above: dict[str, str], expected: tuple[str | None, ...]
) -> None:
    """Where one level states both, that of the theme counts (17.3.2.26): it stays."""
    styles = read_styles(xml.parse(sheet(style("Below", fonts(**below)), style("Above", fonts(**above), base="Below"))))
    run = styles.find("Above").run
    assert tuple(run.get(f"rFonts.{name}") for name in ("ascii", "cs", "asciiTheme", "cstheme")) == expected


def test_an_indent_of_the_first_line_takes_the_place_of_an_inherited_hanging_one() -> None:
    hanging, first = ('<w:pPr><w:ind w:hanging="400"/></w:pPr>', '<w:pPr><w:ind w:firstLine="200"/></w:pPr>')
    styles = read_styles(xml.parse(sheet(style("Below", hanging), style("Above", first, base="Below"))))
    assert styles.find("Above").paragraph == {"ind.firstLine": "200", "ind.hanging": "0"}


def test_what_names_no_style_has_the_last_default_of_its_kind() -> None:
    styles = read_styles(
        xml.parse(
            sheet(
                style("First", default="1"),
                style("Last", default="true"),
                style("Off", default="0"),
                style("Letters", "<w:rPr><w:b/></w:rPr>", kind="character", default="on"),
                style("Slanted", "<w:rPr><w:i/></w:rPr>", kind="character"),
            )
        )
    )
    assert [styles.name(own, "paragraph") for own in ({}, {"pStyle": "First"})] == ["Last", "First"]
    assert styles.name({}, "table") == ""
    assert styles.run({"sz": "32", "b": "0"}, {}) == {"sz": "32", "b": "1"}
    assert styles.run({"sz": "32"}, {"rStyle": "Slanted", "sz": "28"}) == {"sz": "28", "i": "1", "rStyle": "Slanted"}


def test_the_defaults_of_a_document() -> None:
    defaults = (
        '<w:rPrDefault><w:rPr><w:szCs w:val="32"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="0"/></w:pPr></w:pPrDefault>'
    )
    default = read_styles(xml.parse(sheet(defaults=defaults))).default
    assert (default.paragraph, default.run) == ({"spacing.after": "0"}, {"szCs": "32"})


def test_the_fonts_of_a_theme() -> None:
    assert theme_fonts(xml.parse(_THEME.encode())) == {
        "majorAscii": "Heading",
        "majorHAnsi": "Heading",
        "majorEastAsia": "",
        "majorBidi": "Angsana New",
        "minorAscii": "Body",
        "minorHAnsi": "Body",
        "minorEastAsia": "Song",
        "minorBidi": "Sarabun",
    }
    assert theme_fonts(None) == {}


@pytest.mark.parametrize(("value", "expected"), [("240", 240.0), ("12.5", 12.5), ("auto", 7.0), (None, 7.0)])
def test_what_is_no_number_counts_as_not_given(value: str | None, expected: float) -> None:
    assert number({} if value is None else {"spacing.line": value}, "spacing.line", 7.0) == expected


def test_a_document_without_styles_has_none() -> None:
    assert read_styles(None) == Styles()
