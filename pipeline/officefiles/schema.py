"""The order of children that Word insists on (ECMA-376 part 1, annex A): a child out of order is an unreadable file."""

from __future__ import annotations

from lxml import etree

from officefiles.opc import W


def _names(text: str) -> dict[str, int]:
    return {f"{W}{name}": place for place, name in enumerate(text.split())}


PARAGRAPH = _names(
    """pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
    suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd
    snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment
    textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"""
)
RUN = _names(
    """rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish
    webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang
    eastAsianLayout specVanish oMath rPrChange"""
)
STYLE = _names(
    """name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal
    personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr"""
)
SECTION = _names(
    """headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols
    formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange"""
)
SETTINGS = _names(
    """writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries
    displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts
    embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader
    bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle proofState
    formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge
    revisionView trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride
    styleLockTheme styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone
    doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders
    bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing drawingGridVerticalSpacing
    displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery doNotUseMarginsForDrawingGridOrigin
    drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData noPunctuationKerning
    characterSpacingControl printTwoOnOne strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore
    savePreviewPicture doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText
    doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt showXMLTags alwaysMergeEmptyNamespace
    updateFields hdrShapeDefaults footnotePr endnotePr compat docVars rsids"""
)


def put(parent: etree._Element, name: str, order: dict[str, int], **values: str) -> etree._Element:
    """The child ``name`` of ``parent`` with ``values`` as its attributes, made in its place where there is none."""
    tag = f"{W}{name}"
    child = parent.find(tag)
    if child is None:
        child = etree.Element(tag)
        last = len(order)
        place = (index for index, other in enumerate(parent) if order.get(str(other.tag), last) > order[tag])
        parent.insert(next(place, len(parent)), child)
    for key, value in values.items():
        child.set(f"{W}{key}", value)
    return child


def properties_in(parent: etree._Element, name: str = "pPr") -> etree._Element:
    """The properties ``name`` of ``parent``, which stand before all else in it, made where there are none."""
    return put(parent, name, {f"{W}{name}": 0})


def begin_with(parent: etree._Element, *elements: etree._Element) -> None:
    """Put ``elements`` first in a paragraph, behind its properties."""
    place = 0 if parent.find(f"{W}pPr") is None else 1
    parent[place:place] = elements


def arrange(parent: etree._Element, order: dict[str, int]) -> None:
    """Put the children of ``parent`` in order."""
    parent[:] = sorted(parent, key=lambda child: order.get(str(child.tag), len(order)))
