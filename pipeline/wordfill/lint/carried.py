"""What is in a template and not in the documents made of it, and the tracked changes that they take as accepted."""

from __future__ import annotations

from collections.abc import Iterator

from officefiles.problems import Kind, Severity
from wordfill.lint.finding import Finding, found
from wordfill.lint.reading import ExaminedTemplate
from wordfill.lint.spots import FILE

LEFT_OUT = Kind(
    "file-left-out",
    "แม่แบบมี{found} ซึ่งไม่ติดไปกับเอกสารที่สร้าง",
    "{advice}",
    "สิ่งที่ผู้ร่างหรือ Word เก็บไว้ในแม่แบบและไม่ใช่เนื้อหา เช่น ข้อคิดเห็น การตั้งค่าจดหมายเวียน การป้องกันเอกสาร แมโคร",
    Severity.NOTE,
)
CHANGES = Kind(
    "file-tracked-changes",
    "แม่แบบมีการแก้ไขแบบติดตามการเปลี่ยนแปลงที่ยังไม่ได้ยอมรับ {found} เอกสารที่สร้างใช้ข้อความหลังแก้ไข",
    "ไปที่แท็บรีวิว แล้วยอมรับหรือปฏิเสธการเปลี่ยนแปลงทั้งหมด",
    "การแก้ไขแบบติดตามการเปลี่ยนแปลงนอกแท็ก เอกสารที่สร้างถือว่ายอมรับทั้งหมด",
    Severity.WARNING,
)


def check(document: ExaminedTemplate) -> Iterator[Finding]:
    """What documents do not carry, once for each kind of thing."""
    for one in document.opened.left_out:
        yield found(LEFT_OUT, FILE, one.what, advice=one.advice)


def check_changes(document: ExaminedTemplate) -> Iterator[Finding]:
    """The tracked changes, once for all."""
    if count := document.opened.changes:
        yield found(CHANGES, FILE, f"{count} แห่ง")
