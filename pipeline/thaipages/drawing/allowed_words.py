"""What can be drawn, by the names of Office Open XML (ECMA-376 part 1), and what staff call what cannot."""

from __future__ import annotations

from officefiles.namespaces import W14
from officefiles.opc import W

UNNAMED = "องค์ประกอบ {name}"
"""For what has no name in ``NAMES``."""


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _words(text: str) -> frozenset[str]:
    return frozenset(W + name for name in text.split())


PLAIN = _words(
    "document body hdr ftr pPrDefault rPrDefault p r t br cr noBreakHyphen softHyphen pPr rPr tbl tblPr tblGrid "
    "gridCol tr trPr tc tcPr sectPr tabs numPr ilvl rFonts sz szCs b bCs i iCs color lang noProof caps "
    "w kern webHidden cs strike kinsoku keepNext keepLines widowControl pageBreakBefore contextualSpacing "
    "outlineLvl pBdr adjustRightInd snapToGrid autoSpaceDE autoSpaceDN suppressAutoHyphens suppressLineNumbers "
    "suppressOverlap mirrorIndents wordWrap overflowPunct tblW tblInd tblBorders tblCellMar tblLook tblCaption "
    "tblDescription tcW tcMar tcBorders gridSpan gridBefore gridAfter wBefore wAfter trHeight cantSplit tblHeader "
    "cnfStyle noWrap headerReference footerReference pgSz pgMar titlePg formProt paperSrc noEndnote bookmarkStart "
    "bookmarkEnd proofErr lastRenderedPageBreak permStart permEnd hyperlink fldChar smartTag sdt sdtContent "
    "customXml"
)
PLAIN |= {f"{W14}{name}" for name in ("ligatures", "cntxtAlts")}  # the face has none to show
"""Elements that are drawn whatever they say, or that say nothing on paper. Line heights, indents and the like are the
layout's."""

SKIPPED = _words(
    "sdtPr sdtEndPr rPrChange pPrChange sectPrChange tblPrChange tcPrChange trPrChange tblPrExChange ffData "
    "smartTagPr customXmlPr"
)
"""Elements that say nothing on paper, with all that is in them."""

HARMLESS = _names(
    "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal "
    "personalCompose personalReply rsid"
)
"""What a style says that is not how it looks."""

PAGE_COUNTINGS = _names("decimal thaiNumbers thaiLetters lowerLetter upperLetter lowerRoman upperRoman")
COUNTINGS = PAGE_COUNTINGS | {"bullet", "none"}
"""How pages and lists may count."""

LEVEL = _names("left numFmt pStyle suff lvlText lvlJc pPr rPr")
"""What a level of a list says that is drawn; flat properties call a start the left."""

LEVEL_NAMES = {"AlternateContent": "ลำดับเลขที่กำหนดรูปแบบเอง"}

VALUES = {
    "jc": _names("left start right end center both thaiDistribute"),
    "tab": _names("clear left start right end center decimal num"),
    "tab.leader": _names("none dot hyphen underscore"),
    "docGrid.type": _names("default none"),
    "u": _names("none single words double thick dotted dash"),
    "vertAlign": _names("baseline superscript subscript"),
    "vAlign": _names("top center bottom"),
    "textAlignment": _names("auto baseline"),
    "textDirection": _names("lrTb tb"),
    "tblLayout": _names(""),
    "type": _names("nextPage continuous"),
    "vMerge": _names("restart continue"),
    "em": _names("none"),
    "position": _names("0"),
    "bdr": _names("none nil"),
    "pgNumType.fmt": PAGE_COUNTINGS,
    "effect": _names("none"),
    "highlight": _names(
        "none black blue cyan green magenta red yellow white darkBlue darkCyan darkGreen darkMagenta darkRed "
        "darkYellow darkGray lightGray"
    ),
    **dict.fromkeys(("top", "bottom", "left", "right", "insideH", "insideV", "between"), _names(
        "none nil single thick double dotted dashed"
    )),
    "shd": _names("clear nil solid"),
}  # fmt: skip
"""Elements that are drawn with some values, or with some of an attribute."""

ATTRIBUTES = {
    "ind": _names("left right start end hanging firstLine"),
    "spacing": _names("val before after line lineRule"),
    "shd": _names("val color fill themeFill themeColor themeFillTint themeFillShade themeTint themeShade"),
    "cols": _names("num space equalWidth"),
    "pgNumType": _names("fmt left"),
}
"""Elements of which some attributes are drawn. What ``w:cols`` counts is the layout's."""

SWITCHES = {
    "outline": "ตัวอักษรแบบเส้นขอบ",
    "shadow": "ตัวอักษรมีเงา",
    "emboss": "ตัวอักษรนูน",
    "imprint": "ตัวอักษรบุ๋ม",
    "smallCaps": "ตัวพิมพ์ใหญ่ขนาดเล็ก",
    "dstrike": "ขีดฆ่าสองเส้น",
    "rtl": "ข้อความจากขวาไปซ้าย",
    "bidi": "ข้อความจากขวาไปซ้าย",
    "rtlGutter": "ขอบเย็บเล่มด้านขวา",
    "bidiVisual": "ตารางจากขวาไปซ้าย",
    "topLinePunct": "การย่อเครื่องหมายต้นบรรทัด",
    "vanish": "ข้อความที่ซ่อนไว้",
    "specVanish": "เครื่องหมายย่อหน้าที่ซ่อนไว้",
    "tcFitText": "ข้อความที่บีบให้พอดีช่อง",
}
"""Switches, and what stands in the way where they are on."""

FIELDS = _names(
    "PAGE NUMPAGES SECTIONPAGES PAGEREF HYPERLINK REF TOC SEQ DOCPROPERTY TITLE SUBJECT QUOTE MERGEFIELD FORMTEXT"
)
"""Fields that are drawn; but for the first four they show the result that is stored."""

SETTINGS = _names(
    "zoom view rsids mathPr themeFontLang clrSchemeMapping shapeDefaults hdrShapeDefaults decimalSymbol listSeparator "
    "proofState attachedTemplate defaultTabStop footnotePr endnotePr documentProtection evenAndOddHeaders docVars "
    "hideSpellingErrors hideGrammaticalErrors trackRevisions doNotTrackMoves doNotTrackFormatting revisionView "
    "embedTrueTypeFonts embedSystemFonts saveSubsetFonts updateFields removePersonalInformation removeDateAndTime "
    "stylePaneFormatFilter stylePaneSortMethod documentType mailMerge saveFormsData savePreviewPicture "
    "doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText doNotDemarcateInvalidXml "
    "uiCompat97To2003 doNotEmbedSmartTags captions schemaLibrary chartTrackingRefBased docId discardImageEditingData "
    "defaultImageDpi conflictMode activeWritingStyle writeProtection linkStyles drawingGridHorizontalSpacing "
    "drawingGridVerticalSpacing displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery clickAndTypeStyle "
    "defaultTableStyle doNotUseMarginsForDrawingGridOrigin forceUpgrade readModeInkLockDown autoFormatOverride "
    "doNotAutoCompressPictures "
    "styleLockTheme styleLockQFSet noPunctuationKerning displayBackgroundShape doNotDisplayPageBoundaries "
    "bordersDoNotSurroundHeader bordersDoNotSurroundFooter doNotShadeFormData strictFirstAndLastChars "
    "printPostScriptOverText"
)
"""Settings that change nothing on paper, or that the layout heeds."""

COMPATIBILITY = _names(
    "compatSetting doNotExpandShiftReturn ulTrailSpace useFELayout spaceForUL balanceSingleByteDoubleByteWidth "
    "doNotLeaveBackslashAlone applyBreakingRules doNotUseHTMLParagraphAutoSpacing breakWrappedTables growAutofit"
)
"""Compatibility settings that change nothing on paper as it is drawn, or that the layout heeds."""

NAMES = {
    "footnoteReference": "เชิงอรรถ",
    "endnoteReference": "อ้างอิงท้ายเรื่อง",
    "commentRangeStart": "ข้อคิดเห็น",
    "commentRangeEnd": "ข้อคิดเห็น",
    "commentReference": "ข้อคิดเห็น",
    "hideMark": "ช่องของตารางที่เตี้ยกว่าบรรทัด",
    "position": "ข้อความที่ยกขึ้นหรือลดลง",
    "dataBinding": "ตัวควบคุมเนื้อหาที่แสดงข้อมูลจากที่อื่น",
    "numStyleLink": "รายการลำดับที่ใช้ลักษณะรายการ",
    "lvlRestart": "ลำดับเลขที่กำหนดการเริ่มใหม่เอง",
    "legacy": "ลำดับเลขแบบเดิม",
    "ins": "การติดตามการเปลี่ยนแปลง",
    "del": "การติดตามการเปลี่ยนแปลง",
    "moveFrom": "การติดตามการเปลี่ยนแปลง",
    "moveTo": "การติดตามการเปลี่ยนแปลง",
    "object": "วัตถุฝัง",
    "sym": "อักขระพิเศษจากแบบอักษรสัญลักษณ์",
    "ptab": "แท็บแบบจัดตำแหน่ง",
    "ruby": "คำอ่านเหนือตัวอักษร",
    "oMath": "สมการ",
    "oMathPara": "สมการ",
    "AlternateContent": "รูปร่างหรือกล่องข้อความ",
    "framePr": "กรอบข้อความ",
    "tblpPr": "ตารางลอยที่ข้อความล้อมรอบ",
    "pgBorders": "กรอบของหน้ากระดาษ",
    "lnNumType": "เลขบรรทัด",
    "background": "สีพื้นของหน้ากระดาษ",
    "autoHyphenation": "การตัดคำด้วยยัติภังค์อัตโนมัติ",
    "mirrorMargins": "ระยะขอบแบบหน้าคู่",
    "gutterAtTop": "ขอบเย็บเล่มด้านบน",
    "bdr": "กรอบรอบข้อความ",
    "fitText": "ข้อความที่บีบให้พอดีความกว้าง",
    "eastAsianLayout": "การจัดอักษรเอเชียตะวันออก",
    "altChunk": "เอกสารที่แทรกไว้ทั้งไฟล์",
    "subDoc": "เอกสารย่อย",
    "control": "ตัวควบคุม ActiveX",
    "movie": "ภาพเคลื่อนไหว",
    "contentPart": "หมึกที่เขียนด้วยมือ",
    "dayLong": "วันที่ที่เปลี่ยนเอง",
    "tblCellSpacing": "ช่องไฟระหว่างช่องของตาราง",
    "tblOverlap": "ตารางลอยที่ข้อความล้อมรอบ",
    "tl2br": "เส้นทแยงในช่องของตาราง",
    "tr2bl": "เส้นทแยงในช่องของตาราง",
    "hMerge": "ช่องที่ผสานแบบเดิม",
    "tblStylePr": "รูปแบบตามตำแหน่งในตาราง",
    "lvlPicBulletId": "สัญลักษณ์แสดงหัวข้อที่เป็นภาพ",
    "isLgl": "ลำดับเลขแบบกฎหมาย",
    "divId": "การจัดวางแบบหน้าเว็บ",
    "textboxTightWrap": "กล่องข้อความ",
    "tab": "แท็บ",
    "jc": "การจัดแนว",
    "u": "เส้นใต้",
    "vertAlign": "ตัวยกหรือตัวห้อย",
    "vAlign": "การจัดแนวตั้ง",
    "textDirection": "ข้อความแนวตั้ง",
    "textAlignment": "การจัดแนวตั้งของอักขระ",
    "type": "การขึ้นตอน",
    "em": "เครื่องหมายเน้น",
    "effect": "ข้อความเคลื่อนไหว",
    "highlight": "สีเน้นข้อความ",
    "shd": "ลายพื้น",
    "ind": "การเยื้องที่นับเป็นตัวอักษร",
    "spacing": "ระยะห่างที่นับเป็นบรรทัด",
    "cols": "คอลัมน์ของหน้ากระดาษ",
    "pgNumType": "เลขหน้า",
    "docGrid": "ตารางกริดของหน้ากระดาษ",
    **dict.fromkeys(("top", "bottom", "left", "right", "insideH", "insideV", "between"), "เส้นขอบ"),
    "bar": "เส้นขอบด้านข้างย่อหน้า",
}
"""What staff call an element."""
