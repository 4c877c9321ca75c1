"""Reads the rules of an assessed year from its TOML file, and refuses a file that is not whole.

A file may say ``extends = 2565``: its tables are laid over that year's, so that a new year states only what
changed (lists are replaced whole). A record's table may be keyed by the record's first field.
"""

from __future__ import annotations

import tomllib
import typing
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

from ita_docs.framework.model import ASPECTS, Framework
from ita_docs.framework.phrases import Phrases

__all__ = ["Framework", "FrameworkError", "available", "load"]

Table = dict[str, Any]
FOLDER = Path(__file__).parent
SCALARS: Mapping[type, str] = {str: "ข้อความ", int: "จำนวนเต็ม", bool: "true หรือ false"}


class FrameworkError(Exception):
    """A framework file cannot be used; the message is a Thai sentence that names the file and the key."""


def available(folder: Path | None = None) -> tuple[int, ...]:
    """The assessed years that have a file, in ``folder`` or among the packaged ones, earliest first."""
    files = (path for one in (FOLDER, folder or FOLDER) for path in one.glob("[0-9][0-9][0-9][0-9].toml"))
    return tuple(sorted({int(path.stem) for path in files}))


def load(year: int, folder: Path | None = None) -> Framework:
    """The rules of assessed year ``year`` (Buddhist era). A file in ``folder``, the office's own, goes before the
    packaged one of the same name, and may extend packaged years.

    Raises ``FrameworkError`` where there is no file for the year or where it is not whole.
    """
    return _load(year, folder or FOLDER)


@cache
def _load(year: int, folder: Path) -> Framework:
    table = _table(year, folder)
    name = f"{year}.toml"
    framework: Framework = _build(Framework, table, name, "")
    if framework.year != year:
        raise FrameworkError(f"ไฟล์ {name} คีย์ year เป็น {framework.year} ไม่ตรงกับชื่อไฟล์")
    faults = list(_faults(framework))
    if faults:
        raise FrameworkError(f"ไฟล์ {name} " + " และ ".join(faults))
    return framework


def _table(year: int, folder: Path) -> Table:
    """The year's whole table: its own laid over the one it extends, with its phrases read in."""
    name = f"{year}.toml"
    own = _read(_file(name, folder))
    earlier = own.pop("extends", None)
    if isinstance(own.get("phrases"), str):
        own["phrases"] = _phrases(_file(own["phrases"], folder))
    if earlier is None:
        return own
    if not isinstance(earlier, int) or earlier >= year:
        raise FrameworkError(f"ไฟล์ {name} คีย์ extends ต้องเป็นปีงบประมาณก่อนหน้า พบ {earlier}")
    base = _table(earlier, folder)
    _build(Framework, base, f"{earlier}.toml", "")
    return _merged(base, own)


def _file(name: str, folder: Path) -> Path:
    own = folder / name
    return own if own.is_file() else FOLDER / name


def _phrases(path: Path) -> Table:
    table = _read(path)
    _build(Phrases, table, path.name, "")
    return table


def _read(path: Path) -> Table:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    except FileNotFoundError:
        raise FrameworkError(f"ไม่พบไฟล์เกณฑ์การประเมิน {path.name}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise FrameworkError(f"ไฟล์ {path.name} ไม่เป็นไปตามรูปแบบ TOML: {error}") from error


def _merged(base: Table, own: Table) -> Table:
    """``own`` laid over ``base``: tables merge key by key, anything else replaces what was there."""
    both = {
        key: _merged(base[key], value) if isinstance(value, dict) and isinstance(base.get(key), dict) else value
        for key, value in own.items()
    }
    return {**base, **both}


def _build(kind: Any, value: Any, file: str, where: str) -> Any:
    """``value`` of a TOML file as a value of type ``kind``; ``where`` is the path of its key."""
    if is_dataclass(kind):
        return _record(kind, value, file, where)
    origin = typing.get_origin(kind)
    if origin is tuple:
        return _records(typing.get_args(kind)[0], value, file, where)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        inner = typing.get_args(kind)[1]
        return {key: _build(inner, one, file, f"{where}.{key}") for key, one in _dict(value, file, where).items()}
    if kind is Decimal and type(value) in (int, Decimal):
        return Decimal(value)
    if type(value) is not kind:
        raise FrameworkError(f"ไฟล์ {file} คีย์ {where} ต้องเป็น{SCALARS.get(kind, 'ตัวเลข')} พบ {value!r}")
    return value


@cache
def _hints(kind: Any) -> Mapping[str, Any]:
    """The types of a dataclass's fields; working them out costs more than all else here."""
    return typing.get_type_hints(kind)


def _dict(value: Any, file: str, where: str) -> Table:
    if not isinstance(value, dict):
        raise FrameworkError(f"ไฟล์ {file} คีย์ {where} ต้องเป็นตาราง พบ {value!r}")
    return value


def _record(kind: Any, value: Any, file: str, where: str) -> Any:
    """A record of dataclass ``kind``, every field given and none beside."""
    table = _dict(value, file, where)
    path = f"{where}." if where else ""
    expected = {field.name: field for field in fields(kind)}
    faults = [
        word + " " + ", ".join(path + key for key in sorted(keys))
        for word, keys in (
            ("ขาดคีย์", expected.keys() - table.keys()),
            ("มีคีย์ที่ไม่รู้จัก", table.keys() - expected.keys()),
        )
        if keys
    ]
    if faults:
        raise FrameworkError(f"ไฟล์ {file} " + " และ".join(faults))
    hints = _hints(kind)
    built = {key: _build(hints[key], table[key], file, path + key) for key in expected}
    for key, field in expected.items():
        _check_placeholders(built[key], field.metadata.get("names", frozenset()), file, path + key)
    return kind(**built)


def _records(kind: Any, value: Any, file: str, where: str) -> tuple[Any, ...]:
    """A tuple from a list, or from a table whose keys are the records' first field."""
    if isinstance(value, dict) and is_dataclass(kind):
        pairs = [(_with_key(kind, key, one, file, f"{where}.{key}"), key) for key, one in value.items()]
    elif isinstance(value, list):
        pairs = [(one, str(index)) for index, one in enumerate(value, start=1)]
    else:
        raise FrameworkError(f"ไฟล์ {file} คีย์ {where} ต้องเป็นรายการ พบ {value!r}")
    return tuple(_build(kind, one, file, f"{where}.{key}") for one, key in pairs)


def _with_key(kind: Any, key: str, record: Any, file: str, where: str) -> Table:
    """A record's table with its key put in as the first field of ``kind``, a number where that is one."""
    first, of = next(iter(_hints(kind).items()))
    return {first: int(key) if of is int and key.isdecimal() else key, **_dict(record, file, where)}


def _check_placeholders(value: Any, allowed: frozenset[str], file: str, where: str) -> None:
    """Raises where a phrase holds a placeholder that its sentence cannot fill."""
    if isinstance(value, Mapping):
        for key, one in value.items():
            _check_placeholders(one, allowed, file, f"{where}.{key}")
    elif isinstance(value, str) and ("{" in value or "}" in value):
        try:
            found = {name for _, name, _, _ in Formatter().parse(value) if name is not None}
        except ValueError:
            raise FrameworkError(f"ไฟล์ {file} คีย์ {where} มีวงเล็บปีกกาไม่ครบคู่") from None
        if found - allowed:
            raise FrameworkError(f"ไฟล์ {file} คีย์ {where} มีช่องเติมข้อความที่ไม่รู้จัก " + ", ".join(sorted(found - allowed)))


def _faults(framework: Framework) -> Iterator[str]:
    """What does not hold together in a framework whose keys are all there."""
    numbers = [indicator.number for indicator in framework.indicators]
    if numbers != list(range(1, len(numbers) + 1)):
        yield f"คีย์ instruments มีเลขตัวชี้วัดไม่เรียงต่อกัน พบ {numbers}"
    if sum(instrument.weight for instrument in framework.instruments) != 1:
        yield "คีย์ instruments มีน้ำหนัก (weight) รวมกันไม่เท่ากับ 1"
    minimums = [level.minimum for level in framework.levels.steps]
    if minimums != sorted(minimums, reverse=True) or minimums[-1:] != [Decimal(0)]:
        yield "คีย์ levels.steps ต้องเรียงจากระดับสูงสุดลงมา และระดับสุดท้ายต้องเริ่มที่ 0"
    bands = [str(band) for band in framework.phrases.bands]
    if bands[-1:] != ["0"]:
        yield "คีย์ phrases.bands ต้องลงท้ายด้วย 0"
    for number in numbers:
        missing = set(bands) ^ set(framework.phrases.indicators.get(str(number), {}))
        if missing:
            yield f"คีย์ phrases.indicators.{number} มีช่วงคะแนนไม่ตรงกับ bands: " + ", ".join(sorted(missing))
    for item in framework.items:
        unknown = {one.aspect for one in item.requires} - set(ASPECTS)
        if unknown:
            yield f"คีย์ items รายการ {item.code} มี aspect ที่ไม่รู้จัก: " + ", ".join(sorted(unknown))
    for topic in framework.topics:
        if set(topic.indicators) - set(numbers):
            yield f"คีย์ topics ประเด็นที่ {topic.number} อ้างถึงตัวชี้วัดที่ไม่มี"
