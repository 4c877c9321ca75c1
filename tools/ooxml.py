"""A Word or Excel file as text, to compare and to change it without Office.

    python tools/ooxml.py unpack templates/order_template.docx DIR    its parts as indented XML, in the new folder DIR
    python tools/ooxml.py pack DIR templates/order_template.docx      such a folder as a file again
    python tools/ooxml.py text FILE                                   a document's parts or a workbook's cells

For ``git diff`` to show what changed in such files, tell git once ``git config diff.docx.textconv "python
tools/ooxml.py text"``, and the same for ``diff.xlsx.textconv``.

What ``unpack`` made of a template, ``pack`` makes the same bytes of: dates are fixed, and parts stand in the order in
which the content types name them. A file that Word or LibreOffice saved comes back with the same content.

Layout is what begins with a line break and ends before a tag, but for the text of an element without elements. It is
put in and taken out, and nothing else: the text of a run stands on one line with its tags, and is kept as it is, even
where it is only spaces.
"""

from __future__ import annotations

import argparse
import re
import sys
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

import openpyxl
from lxml import etree

TYPES = "[Content_Types].xml"
WIDTH = 120
"""An element that does not fit is spread over lines, one for each element in it."""
_DATE = (1980, 1, 1, 0, 0, 0)
_LEVEL = 6  # zlib's own; named, as the same bytes are wanted whatever a process takes for its own
_PROLOG = re.compile(r"\s*(<\?xml.*?\?>\s*)?", re.DOTALL)
_TAG = re.compile(r"""(<!--.*?-->|<\?.*?\?>|</[^>]*>|<(?![!?/])(?:[^>"']|"[^"]*"|'[^']*')*>)""", re.DOTALL)
_LAYOUT = re.compile(r"\s*\n\s*")


@dataclass(slots=True)
class _Element:
    """An element as it is written: its tags, and the texts and elements between them."""

    start: str
    content: list[str | _Element] = field(default_factory=list)
    end: str = ""

    def __str__(self) -> str:
        return f"{self.start}{''.join(map(str, self.content))}{self.end}"

    def lines(self, indent: str = "") -> Iterator[str]:
        """The element on one line, or on lines of its own for each element in it."""
        whole = f"{indent}{self}"
        inner = [child for child in self.content if isinstance(child, _Element)]
        if len(whole) <= WIDTH or not inner or len(inner) < len(self.content):
            yield whole
        else:
            yield indent + self.start
            for child in inner:
                yield from child.lines(indent + "  ")
            yield indent + self.end


def _parsed(xml: str) -> tuple[str, _Element]:
    """What stands before the first tag, and the root in an element without tags; layout is left out."""
    prolog = _PROLOG.match(xml)
    start = prolog.end() if prolog else 0
    top = _Element("")
    path = [top]
    for text, tag in zip(*[iter(_TAG.split(xml[start:])[:-1])] * 2, strict=True):
        closes = tag.startswith("</")
        is_text = closes and not path[-1].content
        if text and (is_text or not _LAYOUT.fullmatch(text)):
            path[-1].content.append(text)
        if closes:
            path.pop().end = tag
            continue
        path[-1].content.append(element := _Element(tag))
        if not tag.endswith(("/>", "?>", "-->")):
            path.append(element)
    return xml[:start], top


def indented(xml: str) -> str:
    """``xml`` on lines that a person can read and change, and ``git`` compare."""
    prolog, top = _parsed(xml)
    roots = (child for child in top.content if isinstance(child, _Element))
    return prolog + "".join(f"{line}\n" for root in roots for line in root.lines())


def joined(xml: str) -> str:
    """``xml`` without layout."""
    return "".join(map(str, _parsed(xml)))


def read(file: Path) -> dict[str, bytes]:
    """The parts of a docx or xlsx by name, in its order; those of XML indented."""
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
    return {name: indented(data.decode()).encode() if _is_xml(name) else data for name, data in parts.items()}


def unpack(file: Path, folder: Path) -> None:
    """Write the parts of ``file`` below ``folder``, which must not be there yet."""
    parts = read(file)
    folder.mkdir(parents=True)
    for name, data in parts.items():
        if ".." in PurePosixPath(name).parts:
            raise ValueError(f"{name} leads out of {folder}")
        path = folder / name.lstrip("/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def pack(folder: Path, file: Path) -> None:
    """Make ``file`` of the parts below ``folder``. Raises ``etree.XMLSyntaxError`` where one is no sound XML, and
    ``ValueError`` where ``folder`` is no unpacked file or a part that the content types name is not there."""
    if not (folder / TYPES).is_file():
        raise ValueError(f"{folder} is no unpacked file: it has no {TYPES}")
    parts: dict[str, bytes] = {}
    for path in filter(Path.is_file, folder.rglob("*")):
        name, data = path.relative_to(folder).as_posix(), path.read_bytes()
        if _is_xml(name):
            etree.fromstring(data, base_url=str(path))
            data = joined(data.decode()).encode()
        parts[name] = data
    if gone := [name for name in _named(parts) if name not in parts]:
        raise ValueError(f"{TYPES} of {folder} names parts that are not there: {', '.join(gone)}")
    with zipfile.ZipFile(file, "w") as archive:
        for name in _ordered(parts):
            entry = zipfile.ZipInfo(name, _DATE)
            entry.create_system = 3  # Unix, also on Windows: the same bytes everywhere
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, parts[name], compresslevel=_LEVEL)


def _ordered(parts: dict[str, bytes]) -> Sequence[str]:
    """Content types, relationships, the parts that the content types name, as they name them, and what is left."""
    links = sorted(name for name in parts if name.endswith(".rels"))
    return tuple(dict.fromkeys((TYPES, *links, *_named(parts), *sorted(parts))))


def _named(parts: dict[str, bytes]) -> list[str]:
    """The parts that the content types name."""
    return re.findall(r'PartName="/([^"]+)"', parts[TYPES].decode())


def _is_xml(name: str) -> bool:
    return name.endswith((".xml", ".rels", ".vml"))


def text(file: Path) -> Iterator[str]:
    """The filled cells of a workbook, formulas as formulas; else the parts of XML."""
    parts = read(file)
    if "xl/workbook.xml" in parts:
        for sheet in openpyxl.load_workbook(file):
            yield f"[{sheet.title}]"
            for row in sheet.iter_rows():
                yield from (f"{cell.coordinate}: {cell.value}" for cell in row if cell.value is not None)
    else:
        for name, data in parts.items():
            yield f"[{name}]"
            yield data.decode() if _is_xml(name) else f"{len(data)} bytes"


def main() -> None:
    """Do what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, arguments in (("unpack", ("file", "folder")), ("pack", ("folder", "file")), ("text", ("file",))):
        command = commands.add_parser(name)
        for argument in arguments:
            command.add_argument(argument, type=Path)
    arguments = parser.parse_args()
    try:
        if arguments.command == "text":
            sys.stdout.reconfigure(encoding="utf-8")
            print(*text(arguments.file), sep="\n")
        else:
            (unpack if arguments.command == "unpack" else pack)(
                **{k: v for k, v in vars(arguments).items() if k != "command"}
            )
    except (OSError, ValueError, zipfile.BadZipFile, etree.XMLSyntaxError) as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
