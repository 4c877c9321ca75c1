"""What of a chart cannot be drawn: all that is not known, by its name."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from officefiles.namespaces import A, C
from thaipages.drawing import chart_reading, writing
from thaipages.drawing.chart_reading import fill_of, font_of
from thaipages.drawing.known import names, strange
from thaipages.drawing.number_forms import is_known

_KNOWN = names(
    "lang date1904 roundedCorners chart title tx rich bodyPr lstStyle p pPr defRPr r rPr endParaRPr latin ea cs t "
    "layout manualLayout layoutTarget xMode yMode x y w h overlay autoTitleDeleted plotArea barChart lineChart "
    "barDir grouping varyColors ser idx order strRef numRef f strCache numCache formatCode ptCount pt v spPr "
    "solidFill srgbClr noFill ln prstDash round invertIfNegative dPt dLbls numFmt txPr dLblPos showLegendKey "
    "showVal showCatName showSerName showPercent showBubbleSize cat val marker symbol size smooth gapWidth "
    "overlap axId catAx valAx scaling orientation max min delete axPos majorGridlines majorTickMark minorTickMark "
    "tickLblPos crossAx crosses crossBetween majorUnit auto lblAlgn lblOffset tickLblSkip tickMarkSkip "
    "noMultiLvlLbl legend legendPos plotVisOnly dispBlanksAs externalData autoUpdate printSettings headerFooter "
    "pageMargins pageSetup"
)
_NAMES = {
    "pieChart": "แผนภูมิวงกลม",
    "doughnutChart": "แผนภูมิวงแหวน",
    "radarChart": "แผนภูมิเรดาร์",
    "areaChart": "แผนภูมิพื้นที่",
    "scatterChart": "แผนภูมิกระจาย",
    "bubbleChart": "แผนภูมิฟอง",
    "stockChart": "แผนภูมิหุ้น",
    "surfaceChart": "แผนภูมิพื้นผิว",
    "bar3DChart": "แผนภูมิสามมิติ",
    "line3DChart": "แผนภูมิสามมิติ",
    "pie3DChart": "แผนภูมิสามมิติ",
    "view3D": "แผนภูมิสามมิติ",
    "dateAx": "แกนวันที่ของแผนภูมิ",
    "serAx": "แกนที่สามของแผนภูมิ",
    "trendline": "เส้นแนวโน้มของแผนภูมิ",
    "errBars": "แถบค่าคลาดเคลื่อนของแผนภูมิ",
    "dTable": "ตารางข้อมูลของแผนภูมิ",
    "dLbl": "ป้ายค่าเฉพาะจุดของแผนภูมิ",
    "legendEntry": "คำอธิบายแผนภูมิที่ซ่อนบางรายการ",
    "gradFill": "สีไล่ระดับของแผนภูมิ",
    "pattFill": "ลวดลายของแผนภูมิ",
    "blipFill": "ภาพในแผนภูมิ",
    "schemeClr": "สีตามชุดรูปแบบของแผนภูมิ",
    "effectLst": "เงาหรือลูกเล่นของแผนภูมิ",
    "userShapes": "รูปร่างที่วางบนแผนภูมิ",
    "multiLvlStrRef": "ชื่อหลายระดับของแผนภูมิ",
    "minorGridlines": "เส้นกริดรองของแผนภูมิ",
    "logBase": "มาตราส่วนลอการิทึมของแผนภูมิ",
    "AlternateContent": "รูปแบบของแผนภูมิ",
}
_ALLOWED = {
    "barDir": "bar col",
    "grouping": "clustered standard",
    "varyColors": "0",
    "roundedCorners": "0",
    "overlay": "0",
    "orientation": "minMax maxMin",
    "delete": "0",
    "majorTickMark": "out none",
    "minorTickMark": "none",
    "tickLblPos": "nextTo",
    "crosses": "autoZero",
    "crossBetween": "between",
    "legendPos": "b",
    "dLblPos": "outEnd inEnd inBase ctr",
    "showLegendKey": "0",
    "showCatName": "0",
    "showSerName": "0",
    "showPercent": "0",
    "showBubbleSize": "0",
    "showVal": "1",
    "symbol": "none diamond triangle square circle",
    "smooth": "0",
    "prstDash": "solid dash sysDash sysDot dot lgDash",
    "layoutTarget": "inner",
    "xMode": "edge",
    "yMode": "edge",
    "tickLblSkip": "1",
    "lblAlgn": "ctr",
    "invertIfNegative": "0",
    "dispBlanksAs": "gap zero",
}
"""The values that an element may have, where not all are known."""
_PLAIN_TEXT = {"rot": ("0", "-60000000"), "vert": ("horz",)}
_WITH_TEXT = tuple(f"{C}{name}" for name in ("title", "legend", "dLbls", "catAx", "valAx"))


def obstacles_of(root: etree._Element) -> Iterator[str]:
    """Why the chart of this part cannot be drawn as Word shows it, in Thai."""
    yield from strange(root, _KNOWN, _NAMES, "ส่วนของแผนภูมิ")
    for name, allowed in _ALLOWED.items():
        for element in root.iter(f"{C}{name}", f"{A}{name}"):
            if element.get("val") not in allowed.split():
                yield f"แผนภูมิที่กำหนด {name} เป็น {element.get('val')}"
    yield from _of_plots(root)
    yield from _of_series(root)
    yield from _of_texts(root)
    yield from _of_title(root)


def _of_plots(root: etree._Element) -> Iterator[str]:
    counts = {name: len(list(root.iter(f"{C}{name}"))) for name in ("barChart", "lineChart", "catAx", "valAx", "ser")}
    if counts["barChart"] != 1 or counts["catAx"] != 1 or counts["valAx"] != 1 or counts["lineChart"] > 1:
        yield "แผนภูมิที่ไม่ใช่แผนภูมิแท่งบนแกนชุดเดียว"
        return
    lying = next(root.iter(f"{C}barDir")).get("val") == "bar"
    if lying and counts["lineChart"]:
        yield "แผนภูมิแท่งแนวนอนที่มีเส้น"
    for axis in root.iter(f"{C}catAx", f"{C}valAx"):
        orientation = axis.find(f"{C}scaling/{C}orientation")
        turned = orientation is not None and orientation.get("val") == "maxMin"
        if turned and (not lying or axis.tag == f"{C}valAx"):
            yield "แกนของแผนภูมิที่กลับทิศ"


def _of_series(root: etree._Element) -> Iterator[str]:
    series = list(root.iter(f"{C}ser"))
    if not any(chart_reading.values_of(one) for one in series):
        yield "แผนภูมิที่ไม่มีค่า"
    for one in series:
        if any(value < 0 for value in chart_reading.values_of(one).values()):
            yield "แผนภูมิที่มีค่าติดลบ"
        shape = one.find(f"{C}spPr")
        line = None if shape is None else shape.find(f"{A}ln")
        is_line = str(getattr(one.getparent(), "tag", "")) == f"{C}lineChart"
        if (line is None) if is_line else (fill_of(shape) is None):
            yield "สีอัตโนมัติของแผนภูมิ"
        if is_line and one.find(f"{C}dLbls") is not None:
            yield "ป้ายค่าของเส้นในแผนภูมิ"
        if is_line and one.find(f"{C}marker") is None:
            yield "เครื่องหมายอัตโนมัติของแผนภูมิ"


def _of_texts(root: etree._Element) -> Iterator[str]:
    for element in root.iter(*_WITH_TEXT):
        if note := writing.unknown_font(font_of(element).face):
            yield note
    for body in root.iter(f"{A}bodyPr"):
        if any(body.get(name, usual[0]) not in usual for name, usual in _PLAIN_TEXT.items()):
            yield "ข้อความที่หมุนในแผนภูมิ"
    for form in root.iter(f"{C}numFmt"):
        if form.get("sourceLinked") != "1" and not is_known(form.get("formatCode", "")):
            yield f"รูปแบบตัวเลขของแผนภูมิ ({form.get('formatCode', '')})"


def _of_title(root: etree._Element) -> Iterator[str]:
    deleted = next(root.iter(f"{C}autoTitleDeleted"), None)
    if next(root.iter(f"{C}title"), None) is None and (deleted is None or deleted.get("val") != "1"):
        yield "ชื่ออัตโนมัติของแผนภูมิ"
    for title in root.iter(f"{C}title"):
        if str(getattr(title.getparent(), "tag", "")) != f"{C}chart":
            yield "ชื่อแกนของแผนภูมิ"
        elif len(list(title.iter(f"{A}p"))) != 1 or not "".join(map(str, title.itertext(f"{A}t"))).strip():
            yield "ชื่อแผนภูมิหลายบรรทัดหรือว่าง"
        if title.find(f"{C}layout/{C}manualLayout") is not None:
            yield "ชื่อแผนภูมิที่ย้ายที่"
    for legend in root.iter(f"{C}legend"):
        if legend.find(f"{C}layout/{C}manualLayout") is not None:
            yield "คำอธิบายแผนภูมิที่ย้ายที่"
