"""What staff call the parts of a Word file."""

from __future__ import annotations

import re

_PARTS = (
    (r"word/charts/chart\w*\.xml", "แผนภูมิที่ {number}"),
    (r"word/drawings/.*", "รูปร่างในแผนภูมิที่ {number}"),
    (r"word/diagrams/.*", "SmartArt ที่ {number}"),
    (r"word/embeddings/.*", "สมุดงานของแผนภูมิที่ {number}"),
    (r"word/numbering\.xml", "รูปแบบลำดับเลขของรายการ"),
    (r"word/styles\w*\.xml", "สไตล์"),
    (r"word/settings\.xml", "การตั้งค่าของเอกสาร"),
    (r"word/theme/.*", "ชุดรูปแบบ (theme)"),
    (r"word/comments\w*\.xml", "ข้อคิดเห็น"),
    (r"word/webextensions/.*", "ส่วนเสริมของ Office (add-in)"),
    (r"word/fontTable\.xml", "ตารางแบบอักษร"),
    (r"word/header\d*\.xml", "หัวกระดาษ"),
    (r"word/footer\d*\.xml", "ท้ายกระดาษ"),
    (r"word/footnotes\.xml", "เชิงอรรถ"),
    (r"word/endnotes\.xml", "อ้างอิงท้ายเรื่อง"),
    (r"word/document\.xml", "เนื้อหา"),
    (r"docProps/.*", "คุณสมบัติของเอกสาร"),
    (r"customXml/.*", "ข้อมูลของตัวควบคุมเนื้อหา"),
)


def part_name(member: str, number: int = 0) -> str:
    """The part ``member``, the ``number``-th of its kind: where that is not known, as its own name counts."""
    counted = re.search(r"(\d+)\.\w+$", member)
    for pattern, name in _PARTS:
        if re.fullmatch(pattern, member):
            return name.format(number=number or (counted[1] if counted else 1))
    return f"ส่วน {member}"
