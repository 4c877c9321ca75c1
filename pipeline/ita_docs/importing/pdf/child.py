"""The pages of a PDF as ``pdfium.worker`` tells them from a process of its own, or why it is not read."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from typing import Any

from officefiles.limits import MAX_FILE, MB, TOO_LARGE, RefusedError

TIME_LIMIT = 9.0
"""Seconds for all pages, while other programs run, too; a pack takes half a second."""
_OUT_OF_TIME = (-24, -9)
"""How a process ends that has used up its seconds."""
_WORKER = "ita_docs.importing.pdfium.worker"

NO_PDF = "ไฟล์นี้ไม่ใช่ PDF เสียหาย หรือซับซ้อนผิดปกติ จึงเปิดไม่ได้ ให้ขอไฟล์จากต้นทางอีกครั้ง หรือใช้ไฟล์ Word แทน"
PASSWORD = "ไฟล์ PDF นี้ตั้งรหัสผ่านไว้ จึงเปิดไม่ได้ ให้บันทึกเป็น PDF ใหม่โดยไม่ใส่รหัสผ่าน"
LONG = "ไฟล์ PDF นี้ยาวหรือซับซ้อนเกินกำหนด จึงไม่อ่าน ให้แยกเฉพาะหน้าที่เป็นเอกสารของปีก่อนแล้วบันทึกเป็นไฟล์ใหม่"
_REASONS = {"password": PASSWORD, "damaged": NO_PDF}


class PdfRefusedError(RefusedError):
    """A PDF that is not read; ``kind`` says why: ``password``, ``damaged``, ``long``, ``scanned`` or ``fonts``."""

    def __init__(self, message: str, kind: str) -> None:
        super().__init__(message)
        self.kind = kind


@dataclass(frozen=True, slots=True)
class Raw:
    """A page as it came: ``letters`` are eight numbers each, ``rules`` four, all in hundredths of a point. ``drawn``
    counts the strokes of a page with few letters, ``notes`` the notes and fields that could not be read."""

    size: tuple[int, int]
    letters: list[int]
    styles: list[list[int]]
    rules: list[int]
    pictures: list[dict[str, Any]]
    drawn: int = 0
    notes: int = 0


def raw_pages(data: bytes) -> list[Raw]:
    """The pages. Raises ``PdfRefusedError`` where there are none to be had within the limits."""
    if len(data) > MAX_FILE:
        found = -(-len(data) // MB)
        raise PdfRefusedError(TOO_LARGE.format(found=found, limit=MAX_FILE // MB), "long")
    if b"%PDF-" not in data[:1024]:
        raise PdfRefusedError(NO_PDF, "damaged")
    said, code = _run(data)
    lines = said.splitlines()
    end = json.loads(lines[-1]).get("end", "damaged") if lines and lines[-1].startswith(b'{"end"') else "damaged"
    end = "long" if code in _OUT_OF_TIME else end
    if end:
        kind = end if end in _REASONS else "long"
        raise PdfRefusedError(_REASONS.get(kind, LONG), kind)
    return [Raw(tuple(page.pop("size")), **page) for page in map(json.loads, lines[:-1])]


def _run(data: bytes) -> tuple[bytes, int]:
    """What the worker says, and how it ended; it is ended when its time is over."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", _WORKER],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=TIME_LIMIT,
            env=environment,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise PdfRefusedError(LONG, "long") from error
    return done.stdout, done.returncode
