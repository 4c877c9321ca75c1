"""Rows and text boxes of a fixed height that hold more text than they show."""

from __future__ import annotations

import pytest

from officefiles.namespaces import A
from small_docx import cell, package, paragraph, row, table
from thaipages.planning.cut import BOX, ROW, cut

_WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
LONG = "ข้อความที่ยาวกว่าหนึ่งบรรทัด " * 4
CM = 360_000


def rowed(text: str, height: int, rule: str = "exact", inner: str = "") -> str:
    """A table of one cell whose row is ``height`` twips high."""
    one = cell(paragraph(text), inner, *([paragraph()] if inner else []), width=5)
    return table(row(one, properties=f'<w:trHeight w:val="{height}" w:hRule="{rule}"/>'), columns=(5,))


def box(text: str, height: float = 1, body: str = "<wps:bodyPr><a:noAutofit/></wps:bodyPr>", width: float = 5) -> str:
    """A text box of this size in centimetres, as newer programs read it, and as older ones do."""
    content = f"<w:txbxContent>{paragraph(text)}</w:txbxContent>"
    size = f'<wps:spPr><a:xfrm><a:ext cx="{width * CM:.0f}" cy="{height * CM:.0f}"/></a:xfrm></wps:spPr>'
    shape = f"<wps:wsp>{size}<wps:txbx>{content}</wps:txbx>{body}</wps:wsp>"
    return (
        f'<w:p><w:r><mc:AlternateContent xmlns:mc="{_MC}" xmlns:wps="{_WPS}" xmlns:a="{A[1:-1]}"><mc:Choice>'
        f"<w:drawing>{shape}</w:drawing></mc:Choice><mc:Fallback><w:pict>{shape}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )


CUT = [
    (rowed(LONG, 400), [ROW]),
    (rowed("สั้น", 400), []),
    (rowed("สั้น", 345), []),
    (rowed("สั้น", 330), [ROW]),
    (rowed(LONG, 400, "atLeast"), []),
    (rowed(LONG, 4000), []),
    (rowed("นอก", 4000, inner=rowed(LONG, 400)), [ROW]),
    (box(LONG), [BOX]),
    (box("สั้น"), []),
    (box("สั้น", 0.9), []),
    (box("สั้น", 0.8), [BOX]),
    (box(LONG, 8), []),
    (box("ข้อความในหนึ่งบรรทัด", 1, width=4), []),
    (box("ข้อความในหนึ่งบรรทัด", 1, width=3), [BOX]),
    (box(LONG, body="<wps:bodyPr><a:spAutoFit/></wps:bodyPr>"), []),
    (box(LONG, body='<wps:bodyPr vert="vert"/>'), []),
    (box("สั้น", 0.75, '<wps:bodyPr tIns="0" bIns="0"/>'), []),
    (box(LONG, 0.1), []),
]


@pytest.mark.parametrize(("body", "where"), CUT)
def test_what_a_fixed_height_cuts_is_named(body: str, where: list[str]) -> None:
    assert [place for place, _ in cut(package(body))] == where


def test_the_words_that_are_cut_are_quoted_in_short() -> None:
    assert [words for _, words in cut(package(rowed(LONG, 400), box("ก " * 90)))] == [
        "ข้อความที่ยาวกว่าหนึ่งบรรทัด ข้อความที่…",
        "ก ก ก ก ก ก ก ก ก ก ก ก ก ก ก ก ก ก ก ก…",
    ]
