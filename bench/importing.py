"""How true import is: ``python -m bench.importing [part …] [--full] [--show] [--keep FOLDER]``.

The parts are ``hand`` (papers that officers write by hand, in every shape of ``bench.old``), ``ours`` (the documents
that ``build`` makes, imported and built again), ``people`` and ``scores`` (Excel files). Each cell that the papers
state is compared with the workbook that import makes of them. Without ``--full`` a few offices are taken, and PDFs of
a few shapes; ``--docx`` takes nothing that needs LibreOffice, ``--only TEXT`` the packs that have it in their names,
``--group TEXT`` those that are counted in lines with it. ``--made`` says how many made offices are taken,
``--first`` from which number on. ``--show`` prints the cells that are not right. ``--keep`` names a folder for what
LibreOffice makes, which takes most of the time.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import ita_docs
from bench import offices
from bench.old import lists
from bench.old.documents import documents, drawn, printed, resaved
from bench.old.offices import INVENTED
from bench.old.rebuilt import rebuilt_texts
from bench.old.scoring import PERSON, Found, Judged, Verdict, judge, read_back, truth
from bench.old.shapes import SHAPES, Shape
from ita_docs import Upload
from ita_docs.model import Person, Seat, Submission
from ita_docs.workbook.reader import read
from officefiles.problems import Severity

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "inputs" / "taling_chan_2566.xlsx"
FEW = ("hospital_2569", "subdistrict_2568", "district_2566")
FEW_PRINTED = ("ruled", "tabs", "spaces-arabic", "auto-thai", "paragraph", "ended-by-enter", "post-below")
BUILT = "built, Word"
AGAIN = "built, Word, paragraphs built again"
OWN = ("order", "analysis", "measures", "activities")


_HEADS = (
    "papers", "packs", "cells", "right", "exact", "wrong, not marked", "most in a pack", "wrong, marked", "missing",
    "marked", "CPU s",
)  # fmt: skip
"""Of the tables: cells that are right may differ in blanks; marked are those of all filled cells that are, right or
wrong."""


@dataclass(frozen=True, slots=True)
class Pack:
    """Files of one office that are imported together, and what they state; ``group`` is the line of the table that they
    are counted in, ``sheets`` the ones that are looked at where not all are, and ``year`` the fiscal year that is
    given with them."""

    group: str
    name: str
    files: Mapping[str, bytes]
    stated: Found
    whole: Submission
    sheets: Collection[str] = ()
    year: int | None = None


@dataclass(slots=True)
class Outcome:
    """What import made of a pack: its cells judged, the marked ones of all, the seconds it took, and the paragraphs of
    documents built of it again."""

    pack: Pack
    judged: list[Judged] = field(default_factory=list)
    cells: int = 0
    marked: int = 0
    seconds: float = 0.0
    refused: str = ""
    again: list[Judged] = field(default_factory=list)

    @property
    def counts(self) -> Counter[Verdict]:
        """How many cells came out in each way."""
        return Counter(one.verdict for one in self.judged)


def bring(pack: Pack) -> Outcome:
    """Import the pack and compare."""
    start = time.process_time()
    found = ita_docs.import_documents(pack.files, year=pack.year)
    outcome = Outcome(pack, seconds=time.process_time() - start)
    errors = [one.message for one in found.problems if one.severity is Severity.ERROR]
    if not found.data:
        outcome.refused = "; ".join(errors) or "nothing"
        outcome.judged = judge(pack.stated, Found(), pack.sheets)
        return outcome
    back = read_back(found.data)
    outcome.judged = judge(pack.stated, back, pack.sheets)
    outcome.cells, outcome.marked = back.cells, len(back.marked)
    if pack.group == BUILT:
        outcome.again = rebuilt_texts(pack.whole, Upload("workbook.xlsx", found.data, found.photos), OWN)
    return outcome


def hand(options: argparse.Namespace) -> Iterator[Pack]:
    """Papers written by hand: of every shape in Word, and printed."""
    some = _with_lists(options)
    made: dict[tuple[Shape, str], tuple[Submission, dict[str, bytes]]] = {}
    for shape in SHAPES:
        for whole in some:
            if _wanted(options, f"{shape.key} {whole.name}"):
                made[shape, whole.name] = (whole, documents(whole, shape))
    again = {f"{shape.key}/{name}/{key}": data for (shape, name), (_, files) in made.items() if shape.mended
             for key, data in files.items()}  # fmt: skip
    mended = {} if options.docx else resaved(again, options.keep)
    for (shape, name), (whole, files) in made.items():
        if shape.mended and options.docx:
            continue
        if shape.mended:
            files.update({key: mended[f"{shape.key}/{name}/{key}"] for key in files})
        yield _pack(f"{shape.key}, Word", whole, shape, files, ".docx")
    if options.docx:
        return
    prints = {pair: one for pair, one in made.items() if options.full or _is_printed(pair[0], one[0])}
    names = {(pair, key): data for pair, (_, files) in prints.items() for key, data in files.items()}
    numbered = printed({str(number): one for number, one in enumerate(names.values())}, options.keep)
    pdfs = dict(zip(names, numbered.values(), strict=True))
    for pair, (whole, files) in prints.items():
        yield _pack(f"{pair[0].key}, PDF", whole, pair[0], {key: pdfs[pair, key] for key in files}, ".pdf")
    for (shape, _), (whole, files) in prints.items():
        if all((ours := drawn(files)).get(key) for key in files):
            yield _pack(f"{shape.key}, PDF drawn", whole, shape, ours, ".pdf")


def _is_printed(shape: Shape, whole: Submission) -> bool:
    return shape.key in FEW_PRINTED and whole.name not in FEW[1:]


def _pack(group: str, whole: Submission, shape: Shape, files: Mapping[str, bytes], ending: str) -> Pack:
    hidden = ["duties.number"] if shape.duties.startswith("-") else []
    named = {f"{key}{ending}": data for key, data in files.items()}
    return Pack(group, f"{shape.key} {whole.name}", named, truth(shape.of(whole), hidden), whole)


def ours(options: argparse.Namespace) -> Iterator[Pack]:
    """The documents that the software builds: of examples, of made offices; and printed by both programs."""
    with tempfile.TemporaryDirectory() as folder:
        offices.make(Path(folder), options.made, options.first)
        books = [*sorted((ROOT / "examples").glob("*.xlsx")), SAMPLE, *sorted(Path(folder).glob("*.xlsx"))]
        for number, path in enumerate(books):
            whole, _ = read(path)
            if whole is None or not _wanted(options, path.stem):
                continue
            files = {name: data for name, data in ita_docs.build(path).files.items() if name.endswith(".docx")}
            bound = {"pack.docx": files.pop("pack.docx")}
            stated = truth(whole, () if whole.published.total else ("general.total", "general.level"))
            yield Pack(BUILT, path.stem, files, stated, whole)
            yield Pack("built, one Word file", path.stem, bound, stated, whole)
            if options.docx or (number % 5 and not options.full):
                continue
            names = {name.removesuffix(".docx"): data for name, data in files.items()}
            for group, pdfs in (("built, PDF", printed(names, options.keep)), ("built, PDF drawn", drawn(names))):
                yield Pack(group, path.stem, {f"{key}.pdf": one for key, one in pdfs.items()}, stated, whole)


def people(options: argparse.Namespace) -> Iterator[Pack]:
    """Lists of personnel, alone."""
    for whole in _with_lists(options):
        rows = [_person(one) for one in lists.people(whole)]
        stated = Found({"fiscal_year": str(whole.fiscal_year)}, {"seats": rows})
        for shape in lists.PEOPLE:
            files = {"รายชื่อ.xlsx": lists.people_list(whole, shape)}
            yield Pack(f"people: {shape}", f"{shape} {whole.name}", files, stated, whole, ("seats",), whole.fiscal_year)


def _person(seat: Seat) -> dict[str, str]:
    one = seat.person or Person(title="", first_name="", last_name="")
    values = (one.title, one.first_name, one.last_name, seat.position, seat.section)
    return {name: text for name, text in zip(PERSON, values, strict=True) if text}


def scores(options: argparse.Namespace) -> Iterator[Pack]:
    """Reports of scores, alone."""
    for whole in _with_lists(options):
        stated = truth(whole, ("scores.name",))
        for shape in range(lists.SHEETS):
            files = {"คะแนน.xlsx": lists.score_sheet(whole, shape)}
            yield Pack("scores", f"{shape} {whole.name}", files, stated, whole, ("scores",), whole.fiscal_year)


def _with_lists(options: argparse.Namespace) -> list[Submission]:
    """The offices whose lists are imported: all that are taken, and the invented ones."""
    return [whole for path in _books(options) if (whole := read(path)[0])] + [make() for make in INVENTED]


def _books(options: argparse.Namespace) -> list[Path]:
    if options.full:
        return [SAMPLE, *sorted((ROOT / "examples").glob("*.xlsx"))]
    return [SAMPLE, *(ROOT / "examples" / f"{name}.xlsx" for name in FEW)]


def _wanted(options: argparse.Namespace, name: str) -> bool:
    return options.only in name


PARTS: Mapping[str, Callable[[argparse.Namespace], Iterator[Pack]]] = {
    "hand": hand,
    "ours": ours,
    "people": people,
    "scores": scores,
}


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[[], *PARTS])
    for name in ("full", "show", "docx"):
        parser.add_argument(f"--{name}", action="store_true")
    parser.add_argument("--only", default="")
    parser.add_argument("--group", default="")
    parser.add_argument("--made", type=int, default=6)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_intermixed_args()
    for part in options.parts or PARTS:
        packs = (pack for pack in PARTS[part](options) if options.group in pack.group)
        print_table(part, map(bring, packs), show=options.show)


def print_table(part: str, outcomes: Iterable[Outcome], *, show: bool) -> None:
    """A line for each group of packs."""
    groups: dict[str, list[Outcome]] = {}
    for one in outcomes:
        groups.setdefault(one.pack.group, []).append(one)
        if one.again:
            pack = replace(one.pack, group=AGAIN)
            groups.setdefault(pack.group, []).append(Outcome(pack, one.again))
        if show:
            print_one(one)
    print(f"\n## {part}\n\n| {' | '.join(_HEADS)} |\n|---|{'---:|' * (len(_HEADS) - 1)}")
    for name, group in groups.items():
        print(_line(name, group))
    whole = [one for group in groups.values() for one in group if one.pack.group != AGAIN]
    print(_line("all", whole), flush=True)


def print_one(one: Outcome) -> None:
    """The cells of a pack that are not right."""
    bad = [cell for cell in (*one.judged, *one.again) if cell.verdict is not Verdict.EXACT]
    if one.refused or bad:
        print(f"--- {one.pack.group}: {one.pack.name} {one.refused}")
    for cell in bad:
        print(f"  {cell}")
    sys.stdout.flush()


def _line(name: str, group: Sequence[Outcome]) -> str:
    counts = sum((one.counts for one in group), Counter[Verdict]())
    total = max(counts.total(), 1)
    exact, spaces = counts[Verdict.EXACT], counts[Verdict.SPACES]
    most = max((one.counts[Verdict.WRONG] for one in group), default=0)
    marked = sum(one.marked for one in group) / max(sum(one.cells for one in group), 1)
    seconds = sum(one.seconds for one in group) / max(len(group), 1)
    return (
        f"| {name} | {len(group)} | {counts.total()} | {(exact + spaces) / total:.2%} | {exact / total:.2%} "
        f"| {counts[Verdict.WRONG]} | {most} | {counts[Verdict.MARKED]} | {counts[Verdict.MISSING]} | {marked:.1%} "
        f"| {seconds:.2f} |"
    )


if __name__ == "__main__":
    main()
