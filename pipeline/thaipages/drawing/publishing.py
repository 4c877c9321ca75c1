"""A drawn document as a PDF: 1.7, tagged, with all that archives (PDF/A-2a) and screen readers (PDF/UA-1) ask for."""

from __future__ import annotations

import string
from collections.abc import Sequence
from urllib.parse import quote

from thaipages.drawing.content import PageWriter, PlacedLink, Resources
from thaipages.drawing.faces import Faces
from thaipages.drawing.known import ObstacleError
from thaipages.drawing.marks import Drawing, Heading
from thaipages.drawing.metadata import describe
from thaipages.drawing.objects import Objects, number, numbers, text_string
from thaipages.drawing.structure import Structure


def publish(drawing: Drawing, faces: Faces) -> bytes:
    """The PDF of ``drawing``, the same for equal drawings.

    Raises ``ObstacleError`` for what cannot be shown: a font, a character, a picture, a link to nowhere.
    """
    faces.forget()
    objects = Objects()
    structure, resources = Structure(objects, drawing.tree), Resources(faces)
    pages = [objects.reserve() for _ in drawing.leaves]
    drawn = [PageWriter(leaf, page, resources, structure) for leaf, page in zip(drawing.leaves, pages, strict=True)]
    shared, parent = _resources(objects, resources), objects.reserve()
    group = "/Group<</S/Transparency/CS/DeviceRGB>>" if resources.opacities or resources.images else ""
    for leaf, page, its in zip(drawing.leaves, pages, drawn, strict=True):
        links = [_link(objects, one, drawing, pages) for one in its.links]
        annotations = f"/Annots[{' '.join(links)}]" if links else ""
        objects.put(
            page,
            f"<</Type/Page/Parent {parent} 0 R/MediaBox[0 0 {number(leaf.width)} {number(leaf.height)}]"
            f"/Resources {shared} 0 R/Contents {objects.stream('', its.content())} 0 R{annotations}{group}"
            f"/StructParents {its.key}/Tabs/S>>",
        )
    kids = " ".join(f"{page} 0 R" for page in pages)
    objects.put(parent, f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>")
    entries, info = describe(objects, drawing.title, drawing.language)
    outline = _outline(objects, drawing, pages)
    root = structure.write()
    catalog = objects.add(f"<</Type/Catalog/Pages {parent} 0 R/StructTreeRoot {root} 0 R{outline}{entries}>>")
    return objects.file(catalog, info)


def _resources(objects: Objects, resources: Resources) -> int:
    fonts = {font.label: font.embed(objects) for font in resources.fonts.values()}
    images = {label: resources.faces.picture(data).put(objects) for data, label in resources.images.items()}
    states = " ".join(f"/{label}<</ca {number(one)}/CA {number(one)}>>" for one, label in resources.opacities.items())
    return objects.add(f"<</Font<<{_named(fonts)}>>/XObject<<{_named(images)}>>/ExtGState<<{states}>>>>")


def _named(numbers: dict[str, int]) -> str:
    return "".join(f"/{label} {one} 0 R" for label, one in numbers.items())


def _destination(drawing: Drawing, pages: Sequence[int], page: int, y: float) -> str:
    return f"[{pages[page]} 0 R/XYZ 0 {number(drawing.leaves[page].height - y)} null]"


def _link(objects: Objects, placed: PlacedLink, drawing: Drawing, pages: Sequence[int]) -> str:
    """A link as an annotation: how it is named."""
    link = placed.link
    if link.address:
        address = quote(link.address, safe=string.punctuation).encode().hex().upper()
        leads, told = f"/A<</S/URI/URI<{address}>>>", link.node.alternative or link.address
    elif link.target in drawing.places:
        leads = f"/Dest{_destination(drawing, pages, *drawing.places[link.target])}"
        told = link.node.alternative or f"หน้า {drawing.places[link.target][0] + 1}"
    else:
        raise ObstacleError(f"ลิงก์ไปยัง “{link.target}” ซึ่งไม่มีในเอกสาร")
    objects.put(
        placed.number,
        f"<</Type/Annot/Subtype/Link/Rect[{numbers(placed.box)}]/Border[0 0 0]/F 4{leads}"
        f"/Contents{text_string(told)}/StructParent {placed.key}>>",
    )
    return f"{placed.number} 0 R"


def _outline(objects: Objects, drawing: Drawing, pages: Sequence[int]) -> str:
    """The entries of the catalogue for the outline, if there is one."""
    if not drawing.outline:
        return ""
    root = objects.reserve()
    first, last, _ = _entries(objects, drawing, pages, list(drawing.outline), root)
    objects.put(root, f"<</Type/Outlines/First {first} 0 R/Last {last} 0 R/Count {len(drawing.outline)}>>")
    return f"/Outlines {root} 0 R/PageMode/UseOutlines"


def _entries(
    objects: Objects, drawing: Drawing, pages: Sequence[int], headings: list[Heading], parent: int
) -> tuple[int, int, int]:
    """Writes headings that stand under ``parent``, each with those of deeper levels after it: the first, the last and
    how many there are in all."""
    starts = [0]
    for at, heading in enumerate(headings[1:], start=1):
        if heading.level <= headings[starts[-1]].level:
            starts.append(at)
    own = [objects.reserve() for _ in starts]
    for index, (start, end) in enumerate(zip(starts, [*starts[1:], len(headings)], strict=True)):
        heading, inner = headings[start], headings[start + 1 : end]
        around = f"/Prev {own[index - 1]} 0 R" if index else ""
        around += f"/Next {own[index + 1]} 0 R" if index + 1 < len(own) else ""
        if inner:
            first, last, count = _entries(objects, drawing, pages, inner, own[index])
            around += f"/First {first} 0 R/Last {last} 0 R/Count {count}"
        objects.put(
            own[index],
            f"<</Title{text_string(heading.title)}/Parent {parent} 0 R{around}"
            f"/Dest{_destination(drawing, pages, heading.page, heading.y)}>>",
        )
    return own[0], own[-1], len(headings)
