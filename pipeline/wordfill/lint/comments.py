"""A copy of a template with each finding as a Word comment on the very words.

Word has no comments in headers, footers, notes and text boxes: there the words are highlighted, and the comment stands
in the body, at the box's own paragraph, at the note's mark, or on the first paragraph.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy

from lxml import etree

from officefiles import opc
from officefiles.opc import W
from officefiles.schema import RUN, begin_with, properties_in, put
from officefiles.text import T, put_text
from wordfill.lint.finding import Finding
from wordfill.lint.reading import ExaminedTemplate, Part, Piece, pieces_of, read

_P, _R, _RPR = W + "p", W + "r", W + "rPr"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


def annotate(template: bytes, findings: Iterable[Finding], author: str) -> bytes:
    """``template`` with a comment by ``author`` for each finding. Raises ``opc.PackageError``
    where it is no Word file."""
    document = read(template)
    package = document.opened.drafted
    member, comments = _comments(package)
    last = max((int(comment.get(W + "id", "0")) for comment in comments), default=-1)
    parts = {part.member: part for part in document.parts}
    for number, finding in enumerate(findings, last + 1):
        comments.append(_comment(number, finding, author))
        part = parts.get(finding.spot.member, document.body)
        _attach(document, part, finding, number)
    for part in document.parts:
        package.put(part.member, part.root)
    package.put(member, comments, _COMMENTS_TYPE)
    return package.data()


def _attach(document: ExaminedTemplate, part: Part, finding: Finding, number: int) -> None:
    spot = finding.spot
    here = part.member == spot.member and spot.index < len(part.paragraphs)
    element = part.paragraphs[spot.index].element if here else None
    pieces = cut(element, spot.start, spot.end) if element is not None else ()
    host = element if element is not None and part is document.body else None
    around = list(element.iterancestors(_P)) if element is not None else []
    if host is not None and not around:
        _mark(host, pieces, number)
        return
    for piece in pieces:
        put(properties_in(piece.run, "rPr"), "highlight", RUN, val="yellow")
    anchor = around[-1] if around else _note_mark(document, part, element)
    _mark(anchor, (), number)


def _note_mark(document: ExaminedTemplate, part: Part, element: etree._Element | None) -> etree._Element:
    """The body's paragraph with the mark of the note that holds ``element``; the first paragraph for other parts."""
    kind = "endnote" if "endnotes" in part.member else "footnote"
    note = next(element.iterancestors(W + kind), None) if element is not None else None
    if note is not None:
        for reference in document.body.root.iter(f"{W}{kind}Reference"):
            if reference.get(W + "id") == note.get(W + "id"):
                return next(reference.iterancestors(_P))
    return next(document.body.root.iter(_P))


def cut(paragraph: etree._Element, start: int, end: int) -> tuple[Piece, ...]:
    """Cut the runs so that the text from ``start`` to ``end`` has runs of its own; its pieces."""
    for position in (end, start):
        inner = (piece for piece in pieces_of(paragraph) if piece.start < position < piece.end)
        if (piece := next(inner, None)) is not None:
            _split(piece, position - piece.start)
    pieces = pieces_of(paragraph)
    for position in (end, start):
        first = next((n for n, piece in enumerate(pieces) if piece.start == position), 0)
        if first and pieces[first - 1].run is pieces[first].run:
            _split(pieces[first], 0)
            pieces = pieces_of(paragraph)
    return tuple(piece for piece in pieces if start <= piece.start and piece.end <= end and piece.text)


def _split(piece: Piece, offset: int) -> None:
    """Give what follows ``offset`` in the piece a run of its own, after the piece's run."""
    run = piece.run
    rest = etree.Element(_R)
    properties = run.find(_RPR)
    if properties is not None:
        rest.append(deepcopy(properties))
    following = list(piece.node.itersiblings())
    if offset:
        put_text(etree.SubElement(rest, piece.node.tag), piece.text[offset:])
        put_text(piece.node, piece.text[:offset])
    else:
        following.insert(0, piece.node)
    rest.extend(following)
    run.addnext(rest)


def _mark(paragraph: etree._Element, pieces: tuple[Piece, ...], number: int) -> None:
    """Put the comment's marks round the pieces, or round the whole paragraph where there are none."""
    start = etree.Element(W + "commentRangeStart", {W + "id": str(number)})
    end = etree.Element(W + "commentRangeEnd", {W + "id": str(number)})
    reference = etree.Element(_R)
    etree.SubElement(reference, W + "commentReference", {W + "id": str(number)})
    if pieces:
        pieces[0].run.addprevious(start)
        pieces[-1].run.addnext(end)
    else:
        begin_with(paragraph, start)
        paragraph.append(end)
    end.addnext(reference)


def _comment(number: int, finding: Finding, author: str) -> etree._Element:
    """The comment's text: how grave, where (as readers see only the comment), what is wrong; below it what to do."""
    names = {W + "id": str(number), W + "author": author, W + "initials": author[:3].upper()}
    comment = etree.Element(W + "comment", names, nsmap={"w": W[1:-1]})
    for words in (f"{finding.severity.thai} ({finding.spot}): {finding.message}", finding.hint):
        if words:
            run = etree.SubElement(etree.SubElement(comment, _P), _R)
            put_text(etree.SubElement(run, T), words)
    return comment


def _comments(package: opc.Package) -> tuple[str, etree._Element]:
    """The name and root of the part that holds comments, made where there is none."""
    member = package.related(package.main, "comments")
    if member in package.parts:
        return member, package.parts[member].own_tree()
    member = "word/comments.xml"
    package.relate(package.main, opc.Relationship("comments", member))
    return member, etree.Element(W + "comments", nsmap={"w": W[1:-1]})
