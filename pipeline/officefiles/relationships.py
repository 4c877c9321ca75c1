"""How the parts of an Office package hang together (ECMA-376 part 2): what each refers to, and the type of its content.

Part names are zip names, without a leading slash: ``word/document.xml``.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from officefiles.archive import DECLARATION
from officefiles.namespaces import R

if TYPE_CHECKING:
    from officefiles.opc import Part

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = f"{R[1:-1]}/"
_DEFAULTS = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
_ENTRY = '<Relationship Id="{key}" Type="{kind}" Target="{target}"{mode}/>'
_CANONICAL_ENTRY = '<Relationship Id="{key}" Target="{target}"{mode} Type="{kind}"/>'


class Relationship(NamedTuple):
    """One reference of a part: its kind (``image``; whole where not Office's own), and a part name or, where
    ``external``, an address."""

    kind: str
    target: str
    external: bool = False

    @property
    def word(self) -> str:
        """The last word of the kind."""
        return self.kind.rpartition("/")[2]


def rels_name(part: str) -> str:
    """The file of a package that holds the relationships of ``part``."""
    folder, between, name = part.rpartition("/")
    return f"{folder}{between}_rels/{name}.rels"


def owner_of(rels: str) -> str:
    """The part that a ``_rels/X.rels`` file belongs to."""
    folder, name = posixpath.split(rels)
    return posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))


def read_relationships(rels: Part, owner: str) -> dict[str, Relationship]:
    """The relationships of the part ``owner``, by their ids; they stand in ``rels``."""
    links = {}
    for entry in rels.tree.iter("{*}Relationship"):
        external = entry.get("TargetMode") == "External"
        target = entry.get("Target", "")
        if not external:
            target = posixpath.normpath(posixpath.join("/", posixpath.dirname(owner), target)).lstrip("/")
        links[entry.get("Id", "")] = Relationship(entry.get("Type", "").removeprefix(_OFFICE), target, external)
    return links


def written_relationships(links: Mapping[str, Relationship], owner: str) -> bytes:
    """The file of the relationships of ``owner``."""
    return _file("Relationships", _RELATIONSHIPS, _entries(links, owner, _ENTRY))


def with_links(data: bytes, links: Mapping[str, Relationship], owner: str) -> bytes:
    """The relationships part ``data`` of the part ``owner`` (``NO_LINKS`` where it has none) with ``links`` at its end,
    their attributes in the order of canonical XML; nothing else is touched."""
    xml = data.decode("utf-8").rstrip()
    start, end = (xml[:-2] + ">", "") if xml.endswith("/>") else (xml[: xml.rindex("</")], xml[xml.rindex("</") :])
    return f"{start}{''.join(_entries(links, owner, _CANONICAL_ENTRY))}{end or '</Relationships>'}".encode()


def stated_types(types: Part) -> dict[str, str]:
    """The content types by ``/part`` and by ending, as the part ``types`` states them."""
    return {
        one.get("PartName") or one.get("Extension", "").lower(): one.get("ContentType", "")
        for one in types.tree.iter("{*}Override", "{*}Default")
    }


def type_of(name: str, stated: Mapping[str, str]) -> str:
    """The content type of a part among those that are stated; empty where it is not."""
    return stated.get(f"/{name}") or stated.get(_ending(name), "")


def written_types(types: Mapping[str, str]) -> bytes:
    """The file of content types that says these, by part."""
    stated = {name: kind for name, kind in types.items() if kind}
    defaults = dict(_DEFAULTS)
    for name, kind in stated.items():
        defaults.setdefault(_ending(name), kind)
    own = {name: kind for name, kind in stated.items() if defaults[_ending(name)] != kind}
    entries = [default_type(ending, kind) for ending, kind in sorted(defaults.items())]
    entries += [own_type(name, kind) for name, kind in sorted(own.items())]
    return _file("Types", _TYPES, entries)


def default_type(ending: str, kind: str) -> str:
    """The entry of a content types part that says of which ``kind`` the parts are whose names end so."""
    return f'<Default Extension="{_quoted(ending)}" ContentType="{_quoted(kind)}"/>'


def own_type(name: str, kind: str) -> str:
    """The entry of a content types part that says of which ``kind`` the part ``name`` alone is."""
    return f'<Override PartName="/{_quoted(name)}" ContentType="{_quoted(kind)}"/>'


def _entries(links: Mapping[str, Relationship], owner: str, form: str) -> Iterator[str]:
    folder = posixpath.dirname(owner)
    for key, link in links.items():
        kind = link.kind if ":" in link.kind else _OFFICE + link.kind
        target = link.target if link.external else _seen_from(folder, link.target)
        mode = ' TargetMode="External"' if link.external else ""
        yield form.format(key=_quoted(key), kind=_quoted(kind), target=_quoted(target), mode=mode)


def _seen_from(folder: str, target: str) -> str:
    if not folder or target.startswith(f"{folder}/"):
        return target[len(folder) + 1 if folder else 0 :]
    return posixpath.relpath(f"/{target}", f"/{folder}")


def _ending(name: str) -> str:
    return posixpath.splitext(name)[1].lstrip(".").lower()


def _file(tag: str, namespace: str, entries: Iterable[str]) -> bytes:
    return DECLARATION + f'<{tag} xmlns="{namespace}">{"".join(entries)}</{tag}>'.encode()


def _quoted(value: str) -> str:
    return escape(value, quote=False).replace('"', "&quot;")


NO_LINKS = _file("Relationships", _RELATIONSHIPS, ())
"""The relationships part of a part that has none."""
