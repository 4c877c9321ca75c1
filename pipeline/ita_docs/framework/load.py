"""Reads the rules of an assessed year from its TOML file, and refuses a file that is not whole.

A file may say ``extends = 2565``: its tables are laid over that year's, so that a new year states only what
changed (lists are replaced whole). A record's table may be keyed by the record's first field.

The folder of a family of offices (``families/obec``) has a file for each year whose items it lists in its own way,
which is laid over that of the year; in a year that it has no file for, no item is known.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path

from ita_docs.framework.model import ASPECTS, Family, Framework
from ita_docs.framework.phrases import Phrases
from ita_docs.framework.records import FrameworkError, Table, build, read

__all__ = ["NACC", "Framework", "FrameworkError", "available", "families", "level_names", "load", "nearest"]

FOLDER = Path(__file__).parent
FAMILIES = "families"
NACC = "nacc"
"""The family whose items are those of the years' own files."""


def _years(folder: Path) -> frozenset[int]:
    return frozenset(int(path.stem) for path in folder.glob("[0-9][0-9][0-9][0-9].toml"))


_PACKAGED = _years(FOLDER)
MOST_DECIMALS = 4
"""Of the scores of a year: the cells and columns that show them have room for no more."""


def available(folder: Path | None = None) -> tuple[int, ...]:
    """The assessed years that have a file, in ``folder`` or among the packaged ones, earliest first."""
    return tuple(sorted(_PACKAGED | (_years(folder) if folder else frozenset())))


def nearest(year: int, folder: Path | None = None) -> int:
    """The year itself where it has a file, else the nearest before it that has one; else the earliest of all."""
    years = available(folder)
    return max((one for one in years if one <= year), default=years[0])


def load(year: int, folder: Path | None = None, family: str = NACC) -> Framework:
    """The rules of assessed year ``year`` (Buddhist era) for a family of offices, by its key. A file in ``folder``, the
    office's own, goes before the packaged one of the same name, and may extend packaged years.

    Raises ``FrameworkError`` where there is no file for the year or where it is not whole.
    """
    return _load(year, folder or FOLDER, family)


def families(_carrier: Framework, folder: Path | None = None) -> tuple[Family, ...]:
    """All families, that of สำนักงาน ป.ป.ช. first; a framework carries them, so that their files are read once."""
    keys = {path.parent.name for one in (FOLDER, folder or FOLDER) for path in one.glob(f"{FAMILIES}/*/family.toml")}
    return tuple(_family(key, folder or FOLDER) for key in sorted(keys, key=lambda key: (key != NACC, key)))


def level_names(_carrier: Framework) -> frozenset[str]:
    """The names of the levels of every packaged year; a framework carries them, so that all files are read once."""
    tables = [read(FOLDER / f"{year}.toml") for year in available()]
    return frozenset(step["name"] for table in tables for step in table.get("levels", {}).get("steps", ()))


@cache  # many modules ask for the same year, and its files stay the same while the software runs
def _load(year: int, folder: Path, family: str) -> Framework:
    table = _table(year, folder)
    name = f"{year}.toml"
    if family != NACC and year not in _family(family, folder).same:
        table = _merged(table, {"items": [], **_items(year, family, folder)})
    framework: Framework = build(Framework, table, name)
    if framework.year != year:
        raise FrameworkError(f"ไฟล์ {name} คีย์ year เป็น {framework.year} ไม่ตรงกับชื่อไฟล์")
    faults = list(_faults(framework))
    if faults:
        raise FrameworkError(f"ไฟล์ {name} " + " และ ".join(faults))
    return framework


def _table(year: int, folder: Path) -> Table:
    """The year's whole table: its own laid over the one it extends, with its phrases read in."""
    name = f"{year}.toml"
    own = read(_file(name, folder))
    earlier = own.pop("extends", None)
    if isinstance(own.get("phrases"), str):
        own["phrases"] = _phrases(_file(own["phrases"], folder))
    if "phrases" in own and "phrase_sets" in own:
        laid = (_merged(own["phrases"], read(_file(name, folder))) for name in own["phrase_sets"])
        own["phrase_sets"] = list(laid)
    if earlier is None:
        return own
    if not isinstance(earlier, int) or earlier >= year:
        raise FrameworkError(f"ไฟล์ {name} คีย์ extends ต้องเป็นปีงบประมาณก่อนหน้า พบ {earlier}")
    base = _table(earlier, folder)
    build(Framework, base, f"{earlier}.toml")
    return _merged(base, own)


def _family(key: str, folder: Path) -> Family:
    name = f"{FAMILIES}/{key}/family.toml"
    family: Family = build(Family, {"key": key, **read(_file(name, folder))}, name)
    return family


def _items(year: int, family: str, folder: Path) -> Table:
    """What a family's own file of the year says, laid over the one of its own that it extends; empty without one."""
    name = f"{FAMILIES}/{family}/{year}.toml"
    path = _file(name, folder)
    own = read(path) if path.is_file() else {}
    earlier = own.pop("extends", year)
    if not isinstance(earlier, int) or earlier > year:
        raise FrameworkError(f"ไฟล์ {name} คีย์ extends ต้องเป็นปีงบประมาณก่อนหน้า พบ {earlier}")
    return _merged(_items(earlier, family, folder), own) if earlier < year else own


def _file(name: str, folder: Path) -> Path:
    own = folder / name
    return own if own.is_file() else FOLDER / name


def _phrases(path: Path) -> Table:
    table = read(path)
    build(Phrases, table, path.name)
    return table


def _merged(base: Table, own: Table) -> Table:
    """``own`` laid over ``base``: tables merge key by key, anything else replaces what was there."""
    both = {
        key: _merged(base[key], value) if isinstance(value, dict) and isinstance(base.get(key), dict) else value
        for key, value in own.items()
    }
    return {**base, **both}


def _faults(framework: Framework) -> Iterator[str]:
    """What does not hold together in a framework whose keys are all there."""
    numbers = [indicator.number for indicator in framework.indicators]
    if numbers != list(range(1, len(numbers) + 1)):
        yield f"คีย์ instruments มีเลขตัวชี้วัดไม่เรียงต่อกัน พบ {numbers}"
    if sum(instrument.weight for instrument in framework.instruments) != 1:
        yield "คีย์ instruments มีน้ำหนัก (weight) รวมกันไม่เท่ากับ 1"
    if framework.rounding.decimals not in range(MOST_DECIMALS + 1):
        yield f"คีย์ rounding.decimals ต้องเป็น 0 ถึง {MOST_DECIMALS} พบ {framework.rounding.decimals}"
    minimums = [level.minimum for level in framework.levels.steps]
    if minimums != sorted(minimums, reverse=True) or minimums[-1:] != [Decimal(0)]:
        yield "คีย์ levels.steps ต้องเรียงจากระดับสูงสุดลงมา และระดับสุดท้ายต้องเริ่มที่ 0"
    for phrases in framework.every_phrases:
        yield from _faults_of(phrases)
    for item in framework.items:
        unknown = {one.aspect for one in item.requires} - set(ASPECTS)
        if unknown:
            yield f"คีย์ items รายการ {item.code} มี aspect ที่ไม่รู้จัก: " + ", ".join(sorted(unknown))
    for topic in framework.topics:
        if set(topic.indicators) - set(numbers):
            yield f"คีย์ topics ประเด็นที่ {topic.number} อ้างถึงตัวชี้วัดที่ไม่มี"
        if set(topic.questions) - {group.key for group in framework.question_groups}:
            yield f"คีย์ topics ประเด็นที่ {topic.number} อ้างถึงกลุ่มข้อคำถาม (question_groups) ที่ไม่มี"


def _faults_of(phrases: Phrases) -> Iterator[str]:
    """Where the sentences of a set do not cover its ranges of scores."""
    bands = [str(band) for band in phrases.bands]
    if bands[-1:] != ["0"]:
        yield "คีย์ phrases.bands ต้องลงท้ายด้วย 0"
    own = {f"indicators.{name}": texts for name, texts in phrases.indicators.items()}
    for key, texts in {"any_indicator": phrases.any_indicator, **own}.items():
        if missing := set(bands) ^ set(texts):
            yield f"คีย์ phrases.{key} มีช่วงคะแนนไม่ตรงกับ bands: " + ", ".join(sorted(missing))
