"""What import loses in silence: ``python -m bench.losses [NUMBER] [--seed TEXT] [--show]``.

So many times (300) words are put at the beginning, in the middle or at the end of a paragraph, or of a cell of
Excel, that is drawn from old papers: our own, those that officers write by hand in every shape of ``bench.old``, lists
of personnel and reports of scores. The papers are imported; the words must stand in the workbook, in a cell, in what is
told of one, or on the sheet of what was not used. ``--show`` prints where it does not.
"""

from __future__ import annotations

import argparse
import io
import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import docx
import openpyxl

import ita_docs
from bench.old import lists
from bench.old.documents import documents
from bench.old.offices import INVENTED
from bench.old.shapes import SHAPES
from officefiles.opc import W
from officefiles.problems import Severity

ROOT = Path(__file__).resolve().parent.parent
WORDS = ("ปลาตะเพียนทองสี่ตัว", "ยกเว้นวันหยุดราชการ", "ภายในไตรมาสแรก", "ฉบับแก้ไขครั้งที่สอง", "ตามความเหมาะสม", "หากมีงบประมาณ")
"""Strange words, and such as officers add."""
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""What programs show that cannot show the other choice: nobody sees both."""
WHERE = ("beginning", "middle", "end")
TOLD, LOST, REFUSED = "told", "lost", "refused"


@dataclass(frozen=True, slots=True)
class Pack:
    """Papers that are imported together, of a ``kind``; ``year`` is given with them."""

    kind: str
    name: str
    files: Mapping[str, bytes]
    year: int | None = None


def packs() -> Iterator[Pack]:
    """Our own documents, papers by hand and lists, each of one office."""
    for path in (ROOT / "inputs" / "taling_chan_2566.xlsx", *sorted((ROOT / "examples").glob("*.xlsx"))):
        made = ita_docs.build(path).files
        yield Pack("ours", path.stem, {name: data for name, data in made.items() if _is_paper(name)})
    for number, shape in enumerate(SHAPES):
        whole = INVENTED[number % len(INVENTED)]()
        files = {f"{name}.docx": data for name, data in documents(whole, shape).items()}
        yield Pack("by hand", f"{shape.key} {whole.name}", files)
    for make in INVENTED:
        whole = make()
        for shape_name in lists.PEOPLE:
            files = {"รายชื่อ.xlsx": lists.people_list(whole, shape_name)}
            yield Pack("people", f"{shape_name} {whole.name}", files, whole.fiscal_year)
        for sheet in range(lists.SHEETS):
            yield Pack(
                "scores", f"{sheet} {whole.name}", {"คะแนน.xlsx": lists.score_sheet(whole, sheet)}, whole.fiscal_year
            )


def _is_paper(name: str) -> bool:
    return name.endswith(".docx") and name != "pack.docx"


def planted(name: str, data: bytes, words: str, draw: random.Random) -> tuple[bytes, str]:
    """A paper with ``words``, and what stood where they are put."""
    written = io.BytesIO()
    if name.endswith(".xlsx"):
        book = openpyxl.load_workbook(io.BytesIO(data))
        cell = draw.choice([one for sheet in book for row in sheet for one in row if isinstance(one.value, str)])
        before, cell.value = str(cell.value), _with(words, str(cell.value), draw)
        book.save(written)
        return written.getvalue(), before
    paper = docx.Document(io.BytesIO(data))
    shown = (one for one in paper.element.body.iter(W + "p") if next(one.iterancestors(_FALLBACK), None) is None)
    typed = [[text for text in one.iter(W + "t") if text.text] for one in shown]
    texts = draw.choice([one for one in typed if one])
    before = "".join(text.text for text in texts)
    changed = draw.choice((texts[0], texts[-1]))
    changed.text = _with(words, changed.text, draw)
    paper.save(written)
    return written.getvalue(), before


def _with(words: str, text: str, draw: random.Random) -> str:
    where = draw.choice(WHERE)
    blanks = [one.start() for one in re.finditer(" ", text)]
    middle = draw.choice(blanks) if blanks else len(text)
    at = {"beginning": 0, "middle": middle, "end": len(text)}[where]
    return f"{text[:at]} {words} {text[at:]}".strip()


def outcome(pack: Pack, draw: random.Random) -> tuple[str, str]:
    """What became of words that were put into a pack, and where they were put."""
    name, words = draw.choice(sorted(pack.files)), draw.choice(WORDS)
    data, before = planted(name, pack.files[name], words, draw)
    found = ita_docs.import_documents({**pack.files, name: data}, year=pack.year)
    where = f"{pack.kind}, {pack.name}, {name}, {words}: {before[:90]}"
    if not found.data:
        assert any(one.severity is Severity.ERROR for one in found.problems), where
        return REFUSED, where
    told = "".join("".join(_texts(found.data)).split())
    return (TOLD if words in told else LOST), where


def _texts(data: bytes) -> Iterator[str]:
    for sheet in openpyxl.load_workbook(io.BytesIO(data)):
        for cell in (one for row in sheet for one in row):
            yield str(cell.value or "")
            yield cell.comment.text if cell.comment else ""


def main() -> None:
    """Print how many were told and lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("number", nargs="?", type=int, default=300)
    parser.add_argument("--seed", default="0")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    draw, known = random.Random(options.seed), list(packs())
    kinds = sorted({pack.kind for pack in known})
    counts: dict[str, Counter[str]] = {kind: Counter() for kind in kinds}
    for number in range(options.number):
        kind = kinds[number % len(kinds)]
        what, where = outcome(draw.choice([pack for pack in known if pack.kind == kind]), draw)
        counts[kind][what] += 1
        if options.show and what != TOLD:
            print(f"{what}: {where}", flush=True)
    print(f"| papers | words | {TOLD} | {LOST} | {REFUSED} |\n|---|---:|---:|---:|---:|")
    for kind, found in {**counts, "all": sum(counts.values(), Counter())}.items():
        print(f"| {kind} | {found.total()} | {found[TOLD]} | {found[LOST]} | {found[REFUSED]} |")


if __name__ == "__main__":
    main()
