"""Every single fault that ``tests/planted.py`` knows, planted in a whole workbook of two years, one after the other.

``python -m bench.faults`` prints how many are told at their cells, which are not, and which make messages elsewhere;
and of the texts that break programs, which are neither printed whole nor told in each column of text. It is no table
but a proof, and ends with 1 where less than 99 in 100 are told, or a fault makes more than one message elsewhere.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from ita_docs.papers.pack import produce
from ita_docs.papers.reading import read_and_check
from ita_docs.places import template_files

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from made_workbook import save
from planted import HOSTILE, elsewhere, hostile, planted, problems, text_columns, told, whole
from test_planted import KEYS, YEARS


def main() -> None:
    """Print what was found."""
    with tempfile.TemporaryDirectory() as folder:
        sound = all([_faults(year, Path(folder)) for year in YEARS] + [_texts(Path(folder))])
    sys.exit(0 if sound else 1)


def _faults(year: int, folder: Path) -> bool:
    before = read_and_check(save(whole(year)[0], folder)).problems
    count = untold = 0
    sound = True
    for one in planted(year):
        found = problems(one, folder)
        count += 1
        if not told(one, found):
            untold += 1
            print(f"not told: {one}")
        elif len(others := elsewhere(one, found, before)) > 1:
            sound = False
            print(f"told elsewhere {len(others)} times: {one}")
    print(f"{year}: {count} faults, {count - untold} told at their cells ({100 * (count - untold) / count:.1f} %)")
    return sound and untold * 100 <= count


def _texts(folder: Path) -> bool:
    """Each text in every column of text at once: written into every document, or an error at each of its cells."""
    cells = [cell for cell in text_columns(YEARS[0]) if cell[2] not in KEYS]
    lost = 0
    for text in HOSTILE:
        made = produce(hostile(YEARS[0], text, cells, folder), template_files())
        refused = {(one.place.sheet, one.place.cell) for one in made.problems if one.severity == "error"}
        if not (made.files or refused == {cell[:2] for cell in cells}):
            lost += 1
            print(f"neither printed nor told: {text[:40]!r}")
    print(f"{len(HOSTILE)} texts in {len(cells)} columns: {len(HOSTILE) - lost} printed whole or told at each cell")
    return not lost


if __name__ == "__main__":
    main()
