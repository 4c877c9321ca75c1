"""The settings of a template without those that are its drafter's: what was being done with it, not how it looks."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from officefiles.opc import Package, R, W
from officefiles.styles import is_switched_on
from wordfill.opening import left_out
from wordfill.opening.left_out import LeftOut
from wordfill.opening.stories import stories

_TOLD = ("mailMerge", "trackRevisions", "documentProtection", "writeProtection", "attachedTemplate")
_UNTOLD = (
    *("rsids", "revisionView", "doNotTrackMoves", "doNotTrackFormatting", "proofState", "activeWritingStyle"),
    *("linkStyles", "saveThroughXslt", "useXSLTWhenSaving", "attachedSchema", "smartTagType", "savePreviewPicture"),
)
"""Traces of editing, and what names files of the drafter's."""
_LIBRARY = "{http://schemas.openxmlformats.org/schemaLibrary/2006/main}schemaLibrary"
_OFF = ("0", "false", "off")


def without_state(package: Package) -> Iterator[LeftOut]:
    """Take the drafter's settings out of the package; what was left out."""
    part = package.of_main("settings")
    if part is None:
        return
    name, root = package.related(package.main, "settings"), part.own_tree()
    told = dict(_told(package, name, root))
    gone = [*root.iterchildren(*(W + one for one in (*_TOLD, *_UNTOLD)), _LIBRARY), *_unused_variables(package, root)]
    if count := sum(one.tag == W + "docVar" for one in gone):
        told["docVars"] = left_out.VARIABLES.of(count=count)
    for one in gone:
        parent = one.getparent()
        assert parent is not None
        parent.remove(one)
        if parent.tag == W + "docVars" and not len(parent):
            root.remove(parent)
    if gone:
        package.put(name, root)
    yield from told.values()


def _told(package: Package, name: str, root: etree._Element) -> Iterator[tuple[str, LeftOut]]:
    """What is told of the settings, once for each kind."""
    for one in root.iterchildren(*(W + kind for kind in _TOLD)):
        kind = etree.QName(one).localname
        if kind == "mailMerge":
            yield kind, left_out.MAIL_MERGE
        elif kind == "trackRevisions" and is_switched_on(one):
            yield kind, left_out.TRACKING
        elif kind == "writeProtection" or (
            kind == "documentProtection" and one.get(W + "enforcement", "0") not in _OFF
        ):
            yield "protection", left_out.PROTECTION
        elif kind == "attachedTemplate":
            link = package.relationships.get(name, {}).get(one.get(R + "id", ""))
            yield kind, left_out.TEMPLATE.of(path=link.target if link else "")


def _unused_variables(package: Package, root: etree._Element) -> list[etree._Element]:
    """The document's variables for which no field asks."""
    variables = [one for kept in root.iterchildren(W + "docVars") for one in kept.iterchildren(W + "docVar")]
    if not variables:
        return []
    codes = " ".join(
        one.text or one.get(W + "instr") or ""
        for _, story in stories(package)
        for one in story.iter(W + "instrText", W + "fldSimple")
    )
    return [one for one in variables if one.get(W + "name", "") not in codes]
