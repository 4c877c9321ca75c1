"""Blocks of old papers, as readers of files give them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from ita_docs.importing.blocks import Block, OldCell, OldParagraph, OldPlace, OldTable

LINES = count(1)


def line(text: str, number: str = "", **also: object) -> OldParagraph:
    return OldParagraph(text, OldPlace("เก่า.docx", next(LINES)), number, **also)  # type: ignore[arg-type]


def title(*texts: str) -> list[Block]:
    return [line(text, centred=True) for text in texts]


def cell(text: str | Sequence[OldParagraph], columns: int = 1, continued: bool = False) -> OldCell:
    """A cell; a text with a bar has a paragraph for each of its pieces."""
    paragraphs = [line(one) for one in text.split("|") if one] if isinstance(text, str) else text
    return OldCell(tuple(paragraphs), columns, continued)


def table(*rows: Sequence[str | OldCell]) -> OldTable:
    made = tuple(tuple(one if isinstance(one, OldCell) else cell(one) for one in row) for row in rows)
    return OldTable(made, OldPlace("เก่า.docx", next(LINES)))


MEASURES_TITLE: list[Block] = title(
    "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน", "ของเทศบาลตำบลบึงไผ่ ประจำปีงบประมาณ พ.ศ. ๒๕๖๗"
)
HEADS = ("ตัวชี้วัด", "รายละเอียดการวิเคราะห์", "มาตรการ/กิจกรรม", "การกำกับติดตาม", "ผู้รับผิดชอบ")


def analysis(*texts: str | Block) -> list[Block]:
    heading = title("การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส", "ในการดำเนินงานของเทศบาลตำบลบึงไผ่ ปีงบประมาณ พ.ศ. 2566")
    return [*heading, *(line(one) if isinstance(one, str) else one for one in texts)]
