"""A template with the tags outside of its runs made ready: those in the parts of its text as docxtpl fills them, those
in its other parts as sources of their own.

A source's name is its part's; of a workbook inside the package, the workbook's name, ``!`` and the part's in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from officefiles import limits, opc
from officefiles.opc import Package
from wordfill import addresses
from wordfill.engine import properties
from wordfill.engine.books import BETWEEN, TAG, source_of
from wordfill.slots import Slot, SlotPart, Survey, Use, source, survey


def prepared(data: bytes) -> tuple[bytes, Mapping[str, str]]:
    """The template ``data`` for docxtpl, and the Jinja sources of its other parts. ``data`` is as it came where no tag
    stands outside of runs. Raises ``opc.PackageError`` for what is no Word file."""
    package = opc.read(data, limits.MAX_TEMPLATE_PART)
    found = survey(package)
    texts = {member: found.of_text(member) for member in found.texts}
    changed = found.agreement.texts | {member for member, slots in texts.items() if slots}
    for member in changed:
        _heal(texts[member])
        package.put(member, found.texts[member])
    if package.types.get(properties.CORE, properties.CORE_TYPE) != properties.CORE_TYPE:
        package.put(properties.CORE, properties.NO_CORE, properties.CORE_TYPE)  # written anew in any case
        changed |= {properties.CORE}
    sources = dict(_sources(found))
    for part in found.others:
        if not part.book:
            package.put(part.member, part.root)
            changed |= {part.member}
    shown = {name: source(text) for name, text in found.agreement.properties.items()}
    sources[properties.CORE] = properties.core(shown)
    sources[properties.APP] = properties.application(shown)
    unlinked = _unlinked(package)
    return package.data() if changed or unlinked else data, {name: text for name, text in sources.items() if text}


def _heal(slots: tuple[Slot, ...]) -> None:
    for slot in slots:
        if slot.use is not Use.NOTHING:
            slot.heal()


def _unlinked(package: Package) -> bool:
    """Take away the relationships whose addresses have tags: each filled address gets one of its own."""
    gone = [
        (part, key)
        for part, links in package.relationships.items()
        for key, link in links.items()
        if link.external and link.word == "hyperlink" and TAG.search(addresses.decoded(link.target))
    ]
    for part, key in gone:
        package.unrelate(part, key)
    return bool(gone)


def _sources(found: Survey) -> Iterator[tuple[str, str]]:
    for part in found.others:
        _heal(part.slots)
        name = f"{part.book}{BETWEEN}{part.member}" if part.book else part.member
        yield name, _source(part)


def _source(part: SlotPart) -> str:
    etree.strip_elements(part.root, etree.Comment, with_tail=False)
    return source_of(etree.tostring(part.root, encoding="utf-8"))
