"""The marked copy: the office's own workbook with each faulty cell coloured and explained, all else as it was.

The package's XML is edited in place. Loading and saving through openpyxl would lose charts, pictures' settings and
parts of data validations and conditional formats; here every part that is not named below is copied byte for byte.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lxml import etree

from ita_docs.workbook.marked.cells import paint
from ita_docs.workbook.marked.comments import comment
from ita_docs.workbook.marked.listing import add_listing
from ita_docs.workbook.marked.package import RELATION, Parts, parse, related, serialise, tag
from ita_docs.workbook.marked.styles import Styles
from officefiles import archive
from officefiles.limits import check_package
from officefiles.problems import Problem, Severity

_WORKBOOK = "xl/workbook.xml"
_WEIGHT = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


def mark(data: bytes, problems: Sequence[Problem]) -> bytes:
    """A copy of the workbook ``data`` that shows ``problems``: a first sheet lists them all with links, each cell
    with a problem is coloured by its severity and says in a comment what is wrong and what to do.

    Raises ``ValueError`` where ``data`` is not a workbook, or one that must not be opened.
    """
    if why := check_package(data):
        raise ValueError(why)
    parts = archive.read(data)
    try:
        sheets = _sheets(parts)
        (style_part,) = related(parts, _WORKBOOK, "styles").values()
        styles = Styles(parts[style_part])
        for name, part in sheets.items():
            found = [problem for problem in problems if problem.place.sheet == name and problem.place.cell]
            if found:
                _mark_sheet(parts, part, found, styles)
        add_listing(parts, problems, styles)
    except (KeyError, etree.XMLSyntaxError) as error:
        raise ValueError(str(error)) from error
    parts[style_part] = styles.data()
    return archive.write(parts)


def _sheets(parts: Mapping[str, bytes]) -> dict[str, str]:
    """The part of each worksheet by the sheet's name."""
    targets = related(parts, _WORKBOOK, "worksheet")
    entries = parse(parts[_WORKBOOK]).iterfind(f"{tag('sheets')}/{tag('sheet')}")
    ids = {str(one.get("name")): str(one.get(f"{{{RELATION}}}id")) for one in entries}
    return {name: targets[one] for name, one in ids.items() if one in targets}


def _mark_sheet(parts: Parts, part: str, problems: Sequence[Problem], styles: Styles) -> None:
    root = parse(parts[part])
    cells: dict[str, list[Problem]] = {}
    for problem in problems:
        cells.setdefault(problem.place.cell, []).append(problem)
    worst = {cell: min((one.severity for one in found), key=_WEIGHT.index) for cell, found in cells.items()}
    paint(root, worst, styles)
    comment(parts, part, root, {cell: "\n".join(map(_said, found)) for cell, found in cells.items()})
    parts[part] = serialise(root)


def _said(problem: Problem) -> str:
    hint = f"\nวิธีแก้ไข: {problem.hint}" if problem.hint else ""
    return f"[{problem.severity.thai}] {problem.message}{hint}"
