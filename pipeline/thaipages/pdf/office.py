"""LibreOffice as a program that can hang, crash, lie about its success, and leave processes behind."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

_WINDOWS = sys.platform == "win32"
_PLACES = (
    *(
        Path(os.environ.get(folder, "")) / "LibreOffice" / "program" / "soffice.com"
        for folder in ("ProgramFiles", "ProgramFiles(x86)")
        if _WINDOWS
    ),
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
    Path("/opt/libreoffice/program/soffice"),
)
MOST_FILES = 200
"""Files for one call: LibreOffice reads no more than 255 words of its command and passes over the others in silence."""
_OPTIONS = {
    "SelectPdfVersion": {"type": "long", "value": "2"},
    "PDFUACompliance": {"type": "boolean", "value": "true"},
    "UseTaggedPDF": {"type": "boolean", "value": "true"},
}
"""For archives and screen readers: PDF/A-2, PDF/UA, tagged."""
_TICK = 0.05
"""Seconds between two looks at what the program has made."""


def find() -> Path | None:
    """The LibreOffice program of this machine."""
    named = shutil.which("soffice") or shutil.which("libreoffice")
    if named:
        return Path(named)
    return next((place for place in _PLACES if place.is_file()), None)


def print_all(program: Path, files: Sequence[Path], *, timeout: float) -> bool:
    """Have ``files`` printed, each to a PDF beside it in their one folder; false where the program hung or
    crashed.

    It is ended, with all it started, once no new PDF has appeared for ``timeout`` seconds. What it did make is
    found by looking: its exit code says nothing. Raises ``OSError`` where it cannot be started.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [
            str(program),
            f"-env:UserInstallation={Path(profile).as_uri()}",
            *("--headless", "--norestore", "--nologo", "--nodefault"),
            *("--convert-to", f"pdf:writer_pdf_Export:{json.dumps(_OPTIONS)}", "--outdir", str(files[0].parent)),
            *map(str, files),
        ]
        process = _start(command)
        try:
            return _watch(process, [path.with_suffix(".pdf") for path in files], timeout)
        finally:
            _end(process)


def _start(command: Sequence[str]) -> subprocess.Popen[bytes]:
    quiet = subprocess.DEVNULL
    return subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=not _WINDOWS)


def _watch(process: subprocess.Popen[bytes], awaited: Sequence[Path], timeout: float) -> bool:
    """True where the program left by itself and in order."""
    made, since = -1, time.monotonic()
    while (code := process.poll()) is None:
        count = sum(path.exists() for path in awaited)
        if count != made:
            made, since = count, time.monotonic()
        if time.monotonic() - since > timeout:
            return False
        time.sleep(_TICK)
    return code == 0


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program and all it started; soffice is a launcher, and soffice.bin lives on without it."""
    if _WINDOWS:
        subprocess.run(["taskkill", "/T", "/F", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            return
    process.wait()
