"""Old files as they are read, and what is taken of them, as text that a person can read and git can compare.

A paragraph is its number and its text, then what is seen of it: ``(๑) ข้อความ | centred, indent 20``. A row of a table
is its cells, ``(2)`` before one over two columns and ``↑`` for one that carries on the one above. Behind ``‹`` stands
where.

Of what is taken each cell is a line: its text, behind ``‹`` the numbers of the lines that it names, behind ``?`` why it
must be looked at. Last come the lines that nothing says, behind ``!``.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence

from PIL import Image

from ita_docs.importing.blocks import OldCell, OldFile, OldParagraph, OldPlace, OldTable, Photo
from ita_docs.importing.documents import ReadCell, ReadDocument

_LONG = 160


def of_file(file: OldFile) -> str:
    """What is read of a file, ended by a new line."""
    return "".join(f"{one}\n" for one in _read(file))


def _read(file: OldFile) -> Iterator[str]:
    for block in file.blocks:
        if isinstance(block, OldTable):
            name = f" {block.sheet}" if block.sheet else ""
            yield f"table{name}{'' if block.ruled else ' without rules'} ‹ {_shown(block.origin)}"
            for row in block.rows:
                yield "  - " + " ‖ ".join(map(_cell, row))
        else:
            yield _block(block)
    yield from (f"aside: {_block(one)}" for one in file.aside)
    yield from (f"of pages: {one}" for one in file.of_pages)
    yield from (f"told: {one.kind}: {one.message}" for one in file.problems)


def _cell(cell: OldCell) -> str:
    over = f"({cell.columns}) " if cell.columns > 1 else ""
    return over + ("↑" if cell.continued else "") + " / ".join(map(_block, cell.paragraphs))


def _block(one: OldParagraph | Photo) -> str:
    if isinstance(one, Photo):
        width, height = Image.open(io.BytesIO(one.data)).size
        return f"photo {one.name} of {width} × {height} ‹ {_shown(one.origin)}"
    seen = [name for name in ("centred", "bold", "new_page") if getattr(one, name)]
    seen += ["goes on"] * (not one.ended) + [f"indent {one.indent:.0f}"] * bool(one.indent)
    seen += [f"edges {' '.join(f'{edge:.0f}' for edge in one.edges)}"] * bool(one.edges)
    seen += [f"starts {' '.join(map(str, one.starts))}"] * bool(one.starts)
    return f"{_line(one.printed)}{' | ' if seen else ''}{', '.join(seen)} ‹ {_shown(one.origin)}"


def _shown(place: object) -> str:
    return str(place).partition(" ")[2]


def _line(text: str) -> str:
    line = text.replace("\n", "⏎").replace("\t", "⇥")
    return line if len(line) <= _LONG else f"{line[: _LONG // 2]} … {line[-_LONG // 2 :]} ({len(line)} letters)"


def of_documents(found: Sequence[ReadDocument], file: OldFile) -> str:
    """What documents of a file tell, and which of its lines no document says, ended by a new line."""
    return "".join(f"{one}\n" for one in _taken(found, file))


def _taken(found: Sequence[ReadDocument], file: OldFile) -> Iterator[str]:
    lines = {one.origin: number for number, one in enumerate(_lines(file), 1)}
    yield " + ".join(one.kind for one in found) or "nothing"
    for document in found:
        yield from (_said(name, cell, lines) for name, cell in document.general.items())
        for key, rows in document.rows.items():
            for number, row in enumerate(rows, 1):
                yield f"{key} {number}"
                yield from (f"  {_said(name, cell, lines)}" for name, cell in row.items())
        yield from (f"photo {photo.name}" for photo in document.photos)
    used = {place for one in found for place in one.used}
    yield from (f"! {lines[one.origin]} {_text(one)}" for one in _lines(file) if one.origin not in used)


def _lines(file: OldFile) -> list[OldParagraph | Photo]:
    return [*file.paragraphs(), *(one for one in file.blocks if isinstance(one, Photo))]


def _said(name: str, cell: ReadCell, lines: Mapping[OldPlace, int]) -> str:
    where = " ".join(str(lines.get(place, place)) for place in cell.places)
    return f"{name} = {_line(cell.text)}{' ‹ ' if where else ''}{where}{' ? ' if cell.doubt else ''}{cell.doubt}"


def _text(one: OldParagraph | Photo) -> str:
    return one.name if isinstance(one, Photo) else _line(one.printed)
