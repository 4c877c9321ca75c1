"""What the booklet and the PDFs cost: ``python -m bench.pdf`` prints the tables kept in ``bench/pdf.md``.

The documents are those of the sample workbook, made for 50 offices: drawn, and by LibreOffice where there is one.
"""

from __future__ import annotations

import io
import os
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from docx import Document
from docxcompose.composer import Composer

from bench.engine import sample_context, template_path
from ita_docs import house
from officefiles.opc import Package
from officefiles.thai import Digits
from thaipages.booklet import compose
from thaipages.pdf import Printed, convert, draw, office
from thaipages.pdf.preview import contact_sheet
from wordfill.engine import Template

PARTS = ("title", "activities", "order", "analysis", "measures")
COUNTS = (5, 20, 100, 400)
MOST_FOR_DOCXCOMPOSE = 100
OFFICES = 50
ONE_BY_ONE = 6
TIME_LIMIT = 120.0


def seconds(work: Callable[[], object], rounds: int = 3) -> float:
    """The best of several rounds."""
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return min(times)


def by_docxcompose(parts: Sequence[bytes]) -> bytes:
    """The parts joined as docxcompose's documentation shows."""
    booklet = Composer(Document(io.BytesIO(parts[0])))
    for part in parts[1:]:
        booklet.append(Document(io.BytesIO(part)))
    data = io.BytesIO()
    booklet.save(data)
    return data.getvalue()


def print_booklet(parts: Sequence[Package]) -> None:
    """The time for booklets of more and more parts."""
    print("| parts | booklet ms | ms a part | with contents ms | docxcompose ms |")
    print("|---:|---:|---:|---:|---:|")
    for count in COUNTS:
        many = (list(parts) * (count // len(parts) + 1))[:count]
        own = seconds(lambda many=many: compose(many).data()) * 1000  # type: ignore[misc]
        listed = seconds(lambda many=many: compose(many, contents=house.contents(Digits.THAI)).data()) * 1000  # type: ignore[misc]
        small = count <= MOST_FOR_DOCXCOMPOSE
        other = (
            f"{seconds(lambda many=many: by_docxcompose([one.data() for one in many]), 1) * 1000:.0f}" if small else "-"
        )  # type: ignore[misc]
        print(f"| {count} | {own:.1f} | {own / count:.2f} | {listed:.1f} | {other} |")


def print_pdfs(documents: dict[str, bytes]) -> None:
    """The time for all PDFs of 50 offices in one run, and one by one; and that none is missing."""
    with tempfile.TemporaryDirectory() as folder:
        files = [
            write(Path(folder) / f"office_{number:02d}" / name, data)
            for number in range(OFFICES)
            for name, data in documents.items()
        ]
        print("| way | files | made | pages | seconds | files a second |")
        print("|---|---:|---:|---:|---:|---:|")
        draw(files[: len(documents)])  # the typefaces are read once in a process
        began = time.perf_counter()
        drawn = draw(files)
        print_line("drawn, one process", drawn, time.perf_counter() - began)
        if office.find() is None:
            return
        began = time.perf_counter()
        single = [convert([path], timeout=TIME_LIMIT)[0] for path in files[:ONE_BY_ONE]]
        print_line("a call for each file", single, time.perf_counter() - began)
        for jobs in dict.fromkeys((1, os.cpu_count() or 1)):
            began = time.perf_counter()
            printed = convert(files, timeout=TIME_LIMIT, jobs=jobs)
            print_line(f"one run, {jobs} LibreOffice at a time", printed, time.perf_counter() - began)
    pack = next(result for result in drawn if result.source.name == "pack.docx")
    print(f"\nContact sheet of the pack ({pack.pages} pages): {seconds(lambda: contact_sheet(pack.data)):.2f} s")


def write(path: Path, data: bytes) -> Path:
    """``path`` after writing ``data`` there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def print_line(way: str, printed: Sequence[Printed], taken: float) -> None:
    """A row of the table."""
    made = [result for result in printed if result.pages]
    pages = sum(result.pages for result in printed)
    print(f"| {way} | {len(printed)} | {len(made)} | {pages} | {taken:.1f} | {len(made) / taken:.1f} |")


def main() -> None:
    """Print the tables."""
    context = sample_context()
    packages = {f"{name}.docx": Template.load(template_path(name)).render(context) for name in PARTS}
    print_booklet(list(packages.values()))
    print()
    packages["pack.docx"] = compose(list(packages.values()))
    documents = {name: package.data() for name, package in packages.items()}
    print_pdfs(documents)


if __name__ == "__main__":
    main()
