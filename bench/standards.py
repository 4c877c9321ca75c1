"""Whether drawn PDFs keep the standards and their text: ``python -m bench.standards [documents…]``.

Without documents it takes those of the sample, of the examples, of 60 made offices and orders by chance. Each is drawn
and looked at by ``qpdf``, by two small validators (``outloud`` for PDF/UA-1 and ``pdfluent`` for PDF/A-2a; both stand
under the AGPL or need what does, so install them for this only) and by two readers of text (``pdftotext -raw`` and that
of Chromium), which must find what was drawn, with no blank where none was. Prints each finding with the documents that
have it.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import outloud  # type: ignore[import-not-found,import-untyped,unused-ignore]
import pdfluent  # type: ignore[import-not-found,import-untyped,unused-ignore]
import pypdfium2  # type: ignore[import-untyped]

from bench.drawing import documents
from ita_docs.house import CATCHWORDS
from officefiles import opc
from thaipages.drawing import Faces, ObstacleError, draw, publish
from thaipages.drawing.marks import Drawing, Mark, Turned, Words

MADE = 60
_VARYING = re.compile(r"(?<![-.\d])\d+(?= )|[A-Z]{6}\+| \(.*\)")
"""What makes a finding another in each document: counts, names of fonts, lists of places."""
NO_FAULTS = {
    "forbidden /SMask key": "a rule of PDF/A-1 taken for one of PDF/A-2, where pictures may be transparent",
    "TBL-014": "asks for the page of a table at the table alone: its cells say on which pages they stand",
    "TXT-004": "has a mark with several shapes, higher or further left, for several characters",
    "FIG-012": "counts vowels and tone marks of Thai as no letters",
}
"""What the validators find that is no fault, and why."""


def findings(file: Path, drawing: Drawing) -> Iterator[str]:
    """What is wrong with the PDF of a drawing."""
    checked = subprocess.run(["qpdf", "--check", file], capture_output=True, text=True, check=False)
    if checked.returncode:
        yield f"qpdf: {checked.stderr.strip()}"
    for one in outloud.check(str(file)).findings:
        if one.severity != "info":
            yield f"outloud, {one.severity}: {one.rule} {one.message}"
    for one in pdfluent.validate_pdfa(str(file)).issues:
        yield f"pdfluent, {one.severity}: {one.rule} {one.message}"
    raw = subprocess.run(["pdftotext", "-raw", file, "-"], capture_output=True, check=True).stdout.decode()
    with pypdfium2.PdfDocument(file) as pdf:
        found = {"pdftotext": raw.split("\f")[:-1], "Chromium": [one.get_textpage().get_text_range() for one in pdf]}
    for reader, pages in found.items():
        for leaf, page in zip(drawing.leaves, pages, strict=True):
            yield from (f"{reader} does not find: {text}" for text in lost(list(texts(leaf.marks)), page))


def texts(marks: Sequence[Mark]) -> Iterator[str]:
    """The texts of marks."""
    for mark in marks:
        if isinstance(mark, Turned):
            yield from texts(mark.marks)
        elif isinstance(mark, Words):
            yield mark.text


def lost(drawn: Sequence[str], page: str) -> Iterator[str]:
    """The texts that do not stand on a page, whatever its blanks are like. Chromium marks a hyphen at a line's end."""
    plain = " ".join(page.replace("\x02", "-").replace("\ufffe", "-").split())
    yield from (text for text in drawn if " ".join(text.split()) not in plain)


def main() -> None:
    """Look at each document and print."""
    found: dict[str, set[str]] = {}
    passed: dict[str, set[str]] = {}
    with tempfile.TemporaryDirectory() as folder:
        files, faces = [Path(name) for name in sys.argv[1:]] or documents(Path(folder), MADE), Faces()
        for path in files:
            try:
                drawing = draw(opc.read(path), (CATCHWORDS.style,))
                file = Path(folder) / "drawn.pdf"
                file.write_bytes(publish(drawing, faces))
            except ObstacleError as obstacle:
                found.setdefault(f"not drawn: {obstacle}", set()).add(f"{path.parent.name}/{path.stem}")
                continue
            for finding in findings(file, drawing):
                no_fault = next((why for part, why in NO_FAULTS.items() if part in finding), "")
                seen = passed if no_fault else found
                seen.setdefault(no_fault or _VARYING.sub("…", finding), set()).add(f"{path.parent.name}/{path.stem}")
    print(f"{len(files)} documents, {len({name for names in found.values() for name in names})} with findings")
    for finding, names in sorted(found.items(), key=lambda one: -len(one[1])):
        print(f"{len(names):4} {finding[:160]} ({', '.join(sorted(names)[:3])})")
    for why, names in sorted(passed.items(), key=lambda one: -len(one[1])):
        print(f"{len(names):4} passed over: {why}")


if __name__ == "__main__":
    main()
