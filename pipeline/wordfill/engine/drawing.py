"""Pictures of one rendered document: the markup in its parts, the files in its package and what ties them together."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count

from markupsafe import escape

from officefiles import archive, relationships
from officefiles.archive import Member
from officefiles.opc import Package, Relationship
from officefiles.pictures import Picture, kind
from wordfill.bounds import MOST_FILES, TooMuchError

_DRAWINGML = "http://schemas.openxmlformats.org/drawingml/2006"
_INLINE = (
    '</w:t></w:r><w:r><w:drawing><wp:inline xmlns:wp="{dml}/wordprocessingDrawing" xmlns:a="{dml}/main"'
    ' xmlns:pic="{dml}/picture" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<wp:extent cx="{width}" cy="{height}"/><wp:docPr id="{id}" name="{kind} {number}"{read}/>{shown}'
    '</a:graphic></wp:inline></w:drawing></w:r><w:r><w:t xml:space="preserve">'
)
_PICTURE = (
    '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
    '<a:graphic><a:graphicData uri="{dml}/picture">'
    '<pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
    '<a:blip r:embed="{link}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"/></pic:spPr></pic:pic>'
    "</a:graphicData>"
)
_CHART = (
    '<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{dml}/chart">'
    '<c:chart xmlns:c="{dml}/chart" r:id="{link}"/></a:graphicData>'
)
CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
BOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
BOOK_LINK = "rId1"
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
    that can hold one, and the names already taken, without their endings."""

    types: str
    links: Mapping[str, _Links]
    taken: frozenset[str]

    @classmethod
    def of(cls, package: Package, parts: Iterable[str]) -> Canvas:
        """The canvas of a package whose ``parts`` draw pictures."""
        links = {}
        for part in parts:
            member = relationships.rels_name(part)
            data = package.ties[member].data if member in package.ties else relationships.NO_LINKS
            links[part] = _Links(member, data, frozenset(package.relationships.get(part, ())))
        taken = frozenset(posixpath.splitext(name)[0] for name in package.parts)
        return cls(package.ties[archive.TYPES].data.decode("utf-8"), links, taken)

    def covers(self, name: str) -> bool:
        """True for a file that pictures change."""
        return name in (archive.TYPES, *(links.member for links in self.links.values())) if self.links else False


@dataclass(slots=True)
class Drawing:
    """The pictures and charts drawn so far in one document: the ``files`` they need, of which content types, and the
    relationships that lead to them. ``part`` is the one being rendered."""

    canvas: Canvas
    part: str = ""
    files: dict[str, bytes] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    links: dict[str, dict[str, Relationship]] = field(default_factory=dict)
    ids: dict[tuple[str, bytes], str] = field(default_factory=dict)
    pictures: dict[bytes, str] = field(default_factory=dict)
    addresses: dict[tuple[str, str], str] = field(default_factory=dict)
    numbers: dict[str, Iterator[int]] = field(default_factory=dict)
    count: int = 0

    def add(self, picture: Picture, width: int, height: int) -> str:
        """The markup of ``picture``, ``width`` by ``height`` EMU, within a run's text. Raises ``NoPictureError``."""
        self.count += 1
        markup, kind = (_CHART, "Chart") if picture.workbook else (_PICTURE, "Picture")
        frame = {"dml": _DRAWINGML, "width": width, "height": height}
        link = self._chart(picture) if picture.workbook else self._picture(picture.data)
        shown = markup.format(name=escape(picture.name), link=link, **frame)
        number = self.count
        return _INLINE.format(
            id=_FIRST_ID + number, number=number, kind=kind, read=read_as(picture), shown=shown, **frame
        )

    def link(self, address: str) -> str:
        """The id of the relationship that leads from the part being rendered to this address."""
        place = self.part, address
        if place not in self.addresses:
            self.addresses[place] = self._link(Relationship("hyperlink", address, external=True))
        return self.addresses[place]

    def _picture(self, data: bytes) -> str:
        """The id of the relationship to a picture: one file, however often it is drawn."""
        if data not in self.pictures:
            extension, content_type = kind(data)
            self.pictures[data] = self._file(f"{_MEDIA}image{{}}.{extension}", data, content_type)
        place = self.part, data
        if place not in self.ids:
            self.ids[place] = self._link(Relationship("image", self.pictures[data]))
        return self.ids[place]

    def _chart(self, chart: Picture) -> str:
        """The id of the relationship to a chart: each drawn one is a part of its own, with its workbook."""
        part = self._file("word/charts/chart{}.xml", chart.data, CHART_TYPE)
        book = self._file("word/embeddings/chart{}.xlsx", chart.workbook, BOOK_TYPE)
        self.links[part] = {BOOK_LINK: Relationship("package", book)}
        return self._link(Relationship("chart", part))

    def _file(self, pattern: str, data: bytes, content_type: str) -> str:
        """The name of a new file: ``pattern`` with the first number that is free whatever the ending. Raises
        ``TooMuchError``."""
        if len(self.files) >= MOST_FILES:
            raise TooMuchError("too many pictures")
        stem = posixpath.splitext(pattern)[0]
        free = (number for number in count(1) if stem.format(number) not in self.canvas.taken)
        name = pattern.format(next(self.numbers.setdefault(stem, free)))
        self.files[name], self.types[name] = data, content_type
        return name

    def _link(self, link: Relationship) -> str:
        links = self.links.setdefault(self.part, {})
        taken = self.canvas.links[self.part].taken
        key = next(name for name in map("rId{}".format, count(1)) if name not in taken and name not in links)
        links[key] = link
        return key

    def place(self, package: Package) -> None:
        """Put the files into ``package`` and let the parts that show them refer to them."""
        for name, data in self.files.items():
            package.put(name, data, self.types[name])
        for part, links in self.links.items():
            for key, link in links.items():
                package.relate(part, link, key)

    def members(self) -> Iterator[Member]:
        """The files of the package that pictures and charts change or add."""
        yield Member.of(archive.TYPES, self._types().encode("utf-8"))
        for part, before in self.canvas.links.items():
            links = self.links.get(part, {})
            if links or before.data is not relationships.NO_LINKS:
                yield Member.of(before.member, relationships.with_links(before.data, links, part))
        for name, data in self.files.items():
            yield Member.of(name, data)
            if name in self.links:
                yield Member.of(
                    relationships.rels_name(name), relationships.written_relationships(self.links[name], name)
                )

    def _types(self) -> str:
        kinds = {name.rpartition(".")[2]: kind for name, kind in self.types.items() if kind != CHART_TYPE}
        defaults = "".join(
            relationships.default_type(extension, content_type)
            for extension, content_type in sorted(kinds.items())
            if f'Extension="{extension}"' not in self.canvas.types
        )
        own = "".join(relationships.own_type(name, kind) for name, kind in self.types.items() if kind == CHART_TYPE)
        stated = _TYPES_OPENED.sub(rf"\g<0>{defaults}", self.canvas.types, count=1)
        return stated.replace("</Types>", f"{own}</Types>")


def read_as(picture: Picture) -> str:
    """The attribute by which a picture is read to those who do not see it."""
    return f' descr="{escape(" ".join(picture.alternative.split()))}"' if picture.alternative else ""


def renumbered(xml: str) -> str:
    """``xml`` with each drawing's id counted from 1001, so that a loop makes no id twice."""
    numbers = iter(range(_FIRST_ID, _FIRST_ID + xml.count("<wp:docPr")))
    return _DRAWING_ID.sub(lambda found: f'{found[1]}"{next(numbers)}"', xml)
