"""Reads a data file in TOML as a record: a dataclass whose every field is given, of its type, and none beside.

A record's table may be keyed by the record's first field. A text may hold the placeholders that its field names, and
no others.
"""

import tomllib
import typing
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from pathlib import Path
from string import Formatter
from typing import Any

Table = dict[str, Any]
_MOST_DEPTH = 20
_DEEP = "ไฟล์ {file} มีคีย์หรือวงเล็บซ้อนกันลึกผิดปกติ จึงไม่อ่าน ตรวจวงเล็บที่เปิดแล้วไม่ได้ปิด"
SCALARS: Mapping[type, str] = {str: "ข้อความ", int: "จำนวนเต็ม", bool: "true หรือ false"}


class FrameworkError(Exception):
    """A data file of the framework cannot be used; the message is a Thai sentence that names the file and the key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A record that says where it comes from, and whether it was checked there."""

    source: str
    verified: bool


def read(path: Path) -> Table:
    """The table that a file holds, its decimal numbers exact. Raises ``FrameworkError`` where it cannot be read."""
    try:  # Notepad may put a byte order mark first, which is no TOML
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"), parse_float=Decimal)
    except FileNotFoundError:
        raise FrameworkError(f"ไม่พบไฟล์เกณฑ์การประเมิน {path.name}") from None
    except OSError as fault:
        raise FrameworkError(f"เปิดอ่านไฟล์เกณฑ์การประเมิน {path.name} ไม่ได้: {fault.strerror or fault}") from fault
    except ValueError as error:  # also a number of thousands of digits
        raise FrameworkError(f"ไฟล์ {path.name} ไม่เป็นไปตามรูปแบบ TOML: {error}") from error
    except RecursionError:
        raise FrameworkError(_DEEP.format(file=path.name)) from None
    if _is_deep(table):
        raise FrameworkError(_DEEP.format(file=path.name))
    return table


def _is_deep(table: Table) -> bool:
    """True where tables and lists stand in each other deeper than any file of ours has them."""
    level: list[Any] = [table]
    for _ in range(_MOST_DEPTH):
        lists = (one.values() if isinstance(one, dict) else one for one in level)
        level = [inner for inside in lists for inner in inside if isinstance(inner, (dict, list))]
        if not level:
            return False
    return True


def build(kind: Any, value: Any, file: str, where: str = "") -> Any:
    """``value`` of a TOML file as a value of type ``kind``; ``where`` is the path of its key.

    Raises ``FrameworkError`` where it is not one.
    """
    if is_dataclass(kind):
        return _record(kind, value, file, where)
    origin = typing.get_origin(kind)
    if origin is tuple:
        return _records(typing.get_args(kind)[0], value, file, where)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        inner = typing.get_args(kind)[1]
        return {key: build(inner, one, file, f"{where}.{key}") for key, one in _dict(value, file, where).items()}
    if kind is Decimal and type(value) in (int, Decimal):
        return Decimal(value)
    if type(value) is not kind:
        raise FrameworkError(f"ไฟล์ {file} คีย์ {where} ต้องเป็น{SCALARS.get(kind, 'ตัวเลข')} พบ {value!r}")
    return value


def _types(kind: Any) -> Mapping[str, Any]:
    """The types of a dataclass's fields; its module does not put annotations off, which would be texts."""
    return {field.name: field.type for field in fields(kind)}


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
    types = _types(kind)
    built = {key: build(types[key], table[key], file, path + key) for key in expected}
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
    return tuple(build(kind, one, file, f"{where}.{key}") for one, key in pairs)


def _with_key(kind: Any, key: str, record: Any, file: str, where: str) -> Table:
    """A record's table with its key put in as the first field of ``kind`` itself, a number where that is one."""
    first = next(iter(kind.__annotations__))
    return {first: int(key) if _types(kind)[first] is int and key.isdecimal() else key, **_dict(record, file, where)}


def _check_placeholders(value: Any, allowed: frozenset[str], file: str, where: str) -> None:
    """Raises where a phrase holds a placeholder that its sentence cannot fill."""
    if isinstance(value, Mapping):
        for key, one in value.items():
            _check_placeholders(one, allowed, file, f"{where}.{key}")
    elif isinstance(value, tuple):
        for index, one in enumerate(value, start=1):
            _check_placeholders(one, allowed, file, f"{where}.{index}")
    elif isinstance(value, str) and ("{" in value or "}" in value):
        try:
            found = {name for _, name, _, _ in Formatter().parse(value) if name is not None}
        except ValueError:
            raise FrameworkError(f"ไฟล์ {file} คีย์ {where} มีวงเล็บปีกกาไม่ครบคู่") from None
        if found - allowed:
            raise FrameworkError(f"ไฟล์ {file} คีย์ {where} มีช่องเติมข้อความที่ไม่รู้จัก " + ", ".join(sorted(found - allowed)))
