"""Pictures of the sample pack's pages in docs/images/: ``python tools/docs_pages.py`` (needs LibreOffice)."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

from PIL import Image

from ita_docs import places
from ita_docs.papers.pack import produce
from thaipages.pdf import convert
from thaipages.pdf.preview import pages

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs/images"
SAMPLE = ROOT / "inputs/taling_chan_2566.xlsx"
COLOURS = 64
"""Enough for black letters with soft edges, and it keeps the pictures small."""


def small(png: bytes) -> bytes:
    """The same picture with few colours."""
    buffer = io.BytesIO()
    with Image.open(io.BytesIO(png)) as picture:
        picture.quantize(COLOURS).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def main() -> None:
    """Build the sample, print it, and keep each page as ``order-1.png``."""
    made = produce(SAMPLE, places.template_files(working=ROOT / "templates")).files
    with tempfile.TemporaryDirectory() as folder:
        documents = [Path(folder, name) for name in made if name.endswith(".docx") and name != "pack.docx"]
        for document in documents:
            document.write_bytes(made[document.name])
        for old in IMAGES.glob("*-[0-9].png"):
            old.unlink()
        for printed in convert(documents, timeout=120):
            for number, page in enumerate(pages(printed.data, dpi=80), start=1):
                (IMAGES / f"{printed.source.stem}-{number}.png").write_bytes(small(page))


if __name__ == "__main__":
    main()
