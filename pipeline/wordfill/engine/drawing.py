"""Pictures of one rendered document: the markup in its parts, the files in its package and what ties them together."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count, islice

from markupsafe import escape

from officefiles import archive, relationships
from officefiles.archive import Member
from officefiles.opc import Package, Relationship
from officefiles.pictures import Picture, kind

_DRAWINGML = "http://schemas.openxmlformats.org/drawingml/2006"
_INLINE = (
    '</w:t></w:r><w:r><w:drawing><wp:inline xmlns:wp="{dml}/wordprocessingDrawing" xmlns:a="{dml}/main"'
    ' xmlns:pic="{dml}/picture" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<wp:extent cx="{width}" cy="{height}"/><wp:docPr id="{id}" name="Picture {number}"/><wp:cNvGraphicFramePr>'
    '<a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic><a:graphicData uri="{dml}/picture">'
    '<pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
    '<a:blip r:embed="{link}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"/></pic:spPr></pic:pic>'
    '</a:graphicData></a:graphic></wp:inline></w:drawing></w:r><w:r><w:t xml:space="preserve">'
)
_MEDIA = "word/media/"
_FIRST_ID = 1001
_TYPES_OPENED = re.compile(r"<Types\b[^>]*>")
_DRAWING_ID = re.compile(r'(<wp:docPr\b[^>]*?\bid=)"[^"]*"')


@dataclass(frozen=True, slots=True)
class _Links:
    """The relationships of one part before any picture is drawn: their file, its content, and the ids in use."""

    member: str
    data: bytes
    taken: frozenset[str]


@dataclass(frozen=True, slots=True)
class Canvas:
    """What a template's package has before any picture is drawn: its content types, the relationships of each part
    that can hold one, and the pictures already there."""

    types: str
    links: Mapping[str, _Links]
    images: frozenset[str]

    @classmethod
    def of(cls, package: Package, parts: Iterable[str]) -> Canvas:
        """The canvas of a package whose ``parts`` draw pictures."""
        links = {}
        for part in parts:
            member = relationships.rels_name(part)
            data = package.ties[member].data if member in package.ties else relationships.NO_LINKS
            links[part] = _Links(member, data, frozenset(package.relationships.get(part, ())))
        images = frozenset(posixpath.splitext(name)[0] for name in package.parts if name.startswith(_MEDIA))
        return cls(package.ties[archive.TYPES].data.decode("utf-8"), links, images)

    def covers(self, name: str) -> bool:
        """True for a file that pictures change."""
        return name in (archive.TYPES, *(links.member for links in self.links.values())) if self.links else False


@dataclass(slots=True)
class Drawing:
    """The pictures drawn so far in one document. ``part`` is the one being rendered."""

    canvas: Canvas
    part: str = ""
    files: dict[bytes, str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    links: dict[str, dict[str, Relationship]] = field(default_factory=dict)
    ids: dict[tuple[str, str], str] = field(default_factory=dict)
    count: int = 0

    def add(self, picture: Picture, width: int, height: int) -> str:
        """The markup of ``picture``, ``width`` by ``height`` EMU, within a run's text. Raises ``NoPictureError``."""
        self.count += 1
        return _INLINE.format(
            dml=_DRAWINGML,
            width=width,
            height=height,
            id=_FIRST_ID + self.count,
            number=self.count,
            name=escape(picture.name),
            link=self._link(self._file(picture.data)),
        )

    def _file(self, data: bytes) -> str:
        """The package's part of this picture: one, however often it is drawn."""
        if data not in self.files:
            extension, content_type = kind(data)
            self.kinds[extension] = content_type
            numbers = (number for number in count(1) if f"{_MEDIA}image{number}" not in self.canvas.images)
            self.files[data] = f"{_MEDIA}image{next(islice(numbers, len(self.files), None))}.{extension}"
        return self.files[data]

    def _link(self, file: str) -> str:
        place = self.part, file
        if place not in self.ids:
            links = self.links.setdefault(self.part, {})
            names = (name for name in map("rId{}".format, count(1)) if name not in self.canvas.links[self.part].taken)
            self.ids[place] = key = next(islice(names, len(links), None))
            links[key] = Relationship("image", file)
        return self.ids[place]

    def place(self, package: Package) -> None:
        """Put the pictures into ``package`` and let the parts that show them refer to them."""
        for data, file in self.files.items():
            package.put(file, data, self.kinds[file.rpartition(".")[2]])
        for part, links in self.links.items():
            for key, link in links.items():
                package.relate(part, link, key)

    def members(self) -> Iterator[Member]:
        """The files of the package that pictures change or add."""
        yield Member.of(archive.TYPES, self._types().encode("utf-8"))
        for part, before in self.canvas.links.items():
            links = self.links.get(part, {})
            if links or before.data is not relationships.NO_LINKS:
                yield Member.of(before.member, relationships.with_links(before.data, links, part))
        for data, file in self.files.items():
            yield Member.of(file, data)

    def _types(self) -> str:
        added = "".join(
            relationships.default_type(extension, content_type)
            for extension, content_type in sorted(self.kinds.items())
            if f'Extension="{extension}"' not in self.canvas.types
        )
        return _TYPES_OPENED.sub(rf"\g<0>{added}", self.canvas.types, count=1)


def renumbered(xml: str) -> str:
    """``xml`` with each drawing's id counted from 1001, so that a loop makes no id twice."""
    numbers = iter(range(_FIRST_ID, _FIRST_ID + xml.count("<wp:docPr")))
    return _DRAWING_ID.sub(lambda found: f'{found[1]}"{next(numbers)}"', xml)
