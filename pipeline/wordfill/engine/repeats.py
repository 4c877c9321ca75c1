"""What loops of a template repeat, made ready once so that no document has the same number or name twice.

Word takes a file with two bookmarks of one name or two shapes of one number for damaged, or loses some of them, and
counts a list through all turns. So numbers and names within loops become tags of the turn (``turns``), lists begin anew
where ``lists`` says so, and notes are copied for each reference. A content control round the row or paragraph of a tag
goes with it. All else in a source stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from officefiles.namespaces import W14
from officefiles.opc import Package, W
from officefiles.schema import PARAGRAPH, properties_in, put
from officefiles.styles import properties
from officefiles.xml import remove
from thaipages.layout.shapes import Sheet, read_sheet
from wordfill.engine.source_tree import Enclosings, SourceTree
from wordfill.engine.turns import NOTES, TURNS
from wordfill.lists import Choice, Line, Restart, decide, list_of

_O = "{urn:schemas-microsoft-com:office:office}"
_REFERENCES = {f"{W}{kind}Reference": kind for kind in NOTES}
_CONTROLS = (W + "sdt", W + "customXml")
_BOOKMARKS = (W + "bookmarkStart", W + "bookmarkEnd")
_PLAIN = re.compile(r"[^'\"{}\\<>&]+")
"""A name that can stand in a tag."""
_OPTIONAL = re.compile(r' w14:(?:paraId|textId)="[^"]*"')
_SHAPE_ID = re.compile(r"_x0000_([si])(\d+)")
_BLOCK = re.compile(r"{%[-+]?\s*for\b")
_NUMBERED = re.compile(
    r"<w:(?:bookmarkStart|sdt|footnoteReference|endnoteReference|numId|pStyle|pict|object)\b|w14:paraId"
)
_CODES = (W + "instrText", W + "fldSimple", W + "hyperlink")
_INSTRUCTION, _ANCHOR = W + "instr", W + "anchor"
_OF_LOOP = re.compile(r"\bloop\b")
_MOST_BLOCKS = 10_000
"""More blocks than a part has: those of each part have numbers of their own."""
_INDENTS = ("left", "right", "firstLine", "hanging")


def settled(sources: Mapping[str, str], package: Package) -> dict[str, str]:
    """The ``sources`` of the parts of ``package`` with what their loops repeat made ready."""
    done = dict(sources)
    notes: set[tuple[str, str]] = set()
    sheet = _sheet(package) if any(_may_repeat(source) for source in sources.values()) else None
    for place, (name, source) in enumerate(sources.items()):
        if sheet is not None and _may_repeat(source):
            tree = SourceTree.of(source, place * _MOST_BLOCKS)
            if tree is not None and _settle(tree, sheet, notes):
                done[name] = tree.written()
    for kind in {kind for kind, _ in notes}:
        member = package.related(package.main, f"{kind}s")
        if member in done:
            done[member] = _copied(done[member], kind, {number for other, number in notes if other == kind})
    return done


def _may_repeat(source: str) -> bool:
    return "<w:sdt>" in source or "<w:customXml " in source or bool(_BLOCK.search(source) and _NUMBERED.search(source))


def _sheet(package: Package) -> Sheet:
    return read_sheet(package.of_main("styles"), package.of_main("numbering"), None, 720)


def _settle(tree: SourceTree, sheet: Sheet, notes: set[tuple[str, str]]) -> bool:
    """Make one part ready; whether anything in it needed it. ``notes`` are given those that loops refer to."""
    unwrapped = sum([_unwrap(tree, control) for control in list(tree.root.iter(*_CONTROLS))[::-1]])
    walked = list(tree.walk())
    mended = _mend_bookmarks(walked)
    repeated = [(element, loops) for element, blocks in walked if (loops := _loops(blocks))]
    turns = {*_identities(tree, repeated, notes), *_names(tree, walked), *_lists(tree, walked, sheet)}
    dropped = sum([_without_optional_id(element) for element, _ in repeated])
    for loop in turns:
        tree.begin_turns_with(loop, f"{{% set _turn{loop} = {TURNS}[{loop}] %}}")
    return bool(turns or dropped or mended or unwrapped)


def _unwrap(tree: SourceTree, control: etree._Element) -> bool:
    """Let the statements that are all that is left in a content control stand in its place; whether they are."""
    content = control.find(W + "sdtContent") if control.tag == W + "sdt" else control
    held = [] if content is None else [child for child in content if child.tag != W + "customXmlPr"]
    if not held or any(tree.statement(child) is None for child in held):
        return False
    for child in held:
        control.addprevious(child)
    remove(control)
    return True


def _loops(blocks: Enclosings) -> tuple[int, ...]:
    return tuple(block.number for block in blocks if block.word == "for")


def _without_optional_id(element: etree._Element) -> int:
    """Take away the numbers that Word gives anew where they are missing; how many there were."""
    found = [name for name in (f"{W14}paraId", f"{W14}textId") if name in element.attrib]
    for name in found:
        del element.attrib[name]
    return len(found)


def _mend_bookmarks(walked: list[tuple[etree._Element, Enclosings]]) -> bool:
    """Let each bookmark that begins in a loop end in the same turn, where its end went with the paragraph of a tag or
    stands outside: at the end of the paragraph that it begins in. Whether any needed it."""
    loops = {element: _loops(blocks) for element, blocks in walked if element.tag in _BOOKMARKS}
    start_of, end_of = (
        {element.get(W + "id", ""): element for element in loops if element.tag == kind} for kind in _BOOKMARKS
    )
    torn = [key for key in {**start_of, **end_of} if _is_torn(start_of.get(key), end_of.get(key), loops)]
    for key in torn:
        start, end = start_of.get(key), end_of.get(key)
        if end is not None:
            remove(end)
        if start is not None:
            place = next(at for at, (element, _) in enumerate(walked) if element is start)
            walked.insert(place + 1, (_end_bookmark(start, key), walked[place][1]))
    return bool(torn)


def _is_torn(
    start: etree._Element | None, end: etree._Element | None, loops: Mapping[etree._Element, tuple[int, ...]]
) -> bool:
    """True where a bookmark, one half of which is in a loop, does not begin and end in the same turn."""
    first, last = (None if half is None else loops[half] for half in (start, end))
    return first != last and bool(first or last)


def _end_bookmark(start: etree._Element, number: str) -> etree._Element:
    """A new end of the bookmark, behind the words of its paragraph."""
    end = etree.Element(_BOOKMARKS[1], {W + "id": number})
    holder = start.getparent()
    if holder is not None and holder.tag == W + "p":
        holder.append(end)
    else:
        start.addnext(end)
    return end


def _identities(
    tree: SourceTree, repeated: list[tuple[etree._Element, tuple[int, ...]]], notes: set[tuple[str, str]]
) -> Iterator[int]:
    """Let bookmarks, shapes and references to footnotes in loops have the numbers of their turn; the loops."""
    for element, loops in repeated:
        own = loops[-1]
        if element.tag in _BOOKMARKS and (number := element.get(W + "id", "")).isdigit():
            element.set(W + "id", _of_turn(tree, own, "id", number))
            yield own
        elif element.tag in _REFERENCES and (number := element.get(W + "id", "")).isdigit():
            kind = _REFERENCES[element.tag]
            notes.add((kind, number))
            element.set(W + "id", _of_turn(tree, own, kind, number))
            yield own
        for key, value in element.items():
            found = _SHAPE_ID.fullmatch(str(value))
            if found and key in ("id", f"{_O}spid", "ShapeID"):
                element.set(key, f"_x0000_{found[1]}{_of_turn(tree, own, 'id', found[2])}")
                yield own


def _of_turn(tree: SourceTree, loop: int, kind: str, value: str, depth: str = "") -> str:
    shown = value if value.isdigit() else f"'{value}'"
    return tree.held(f"{{{{ _turn{loop}['{kind}', {shown}{depth}] }}}}")


def _names(tree: SourceTree, walked: list[tuple[etree._Element, Enclosings]]) -> Iterator[int]:
    """Let bookmarks in loops have names of their turn, and what refers to them in the same turn follow; the loops."""
    homes: dict[str, int] = {}
    for element, blocks in walked:
        name, loops = element.get(W + "name", ""), _loops(blocks)
        if element.tag == W + "bookmarkStart" and loops and _PLAIN.fullmatch(name):
            homes.setdefault(name, loops[-1])
            element.set(W + "name", _of_turn(tree, loops[-1], "name", name))
            yield loops[-1]
    if not homes:
        return
    known = re.compile(rf"(?<![\w.-])(?:{'|'.join(map(re.escape, homes))})(?![\w.-])")
    for element, blocks in walked:
        if element.tag in _CODES:
            inside = {name: _mark(tree, name, home) for name, home in homes.items() if home in _loops(blocks)}
            _follow(element, known, inside)


def _mark(tree: SourceTree, name: str, home: int) -> str:
    return _of_turn(tree, home, "name", name)


def _follow(element: etree._Element, known: re.Pattern[str], marks: Mapping[str, str]) -> None:
    """Point a link or the instruction of a field at the bookmarks of its turn."""

    def followed(text: str) -> str:
        return known.sub(lambda found: marks.get(found[0], found[0]), text)

    for key in (_INSTRUCTION, _ANCHOR):
        if element.get(key):
            element.set(key, followed(element.get(key, "")))
    if element.text:
        element.text = followed(element.text)


def _lists(tree: SourceTree, walked: list[tuple[etree._Element, Enclosings]], sheet: Sheet) -> Iterator[int]:
    """Let lists begin anew where they are meant to; the loops."""
    paragraphs = [(element, blocks) for element, blocks in walked if element.tag == W + "p"]
    lines = [_line(element, blocks, sheet) for element, blocks in paragraphs]
    for restart in decide(lines).restarts if any(line.list for line in lines) else ():
        shared = _shared(
            [list_of(properties(paragraphs[place][0], W + "pPr"), sheet)[2] for place in restart.lines], sheet
        )
        for place in restart.lines:
            _begin_anew(tree, paragraphs[place][0], sheet, restart, shared)
        yield restart.loop


def _line(element: etree._Element, blocks: Enclosings, sheet: Sheet) -> Line:
    name, depth, _ = list_of(properties(element, W + "pPr"), sheet)
    return Line(
        loops=_loops(blocks),
        choices=tuple(
            Choice(block.number, block.branch, bool(_OF_LOOP.search(block.argument)))
            for block in blocks
            if block.word == "if"
        ),
        list=name,
        depth=depth,
        has_text=any(len(text) or (text.text or "").strip() for text in element.iter(W + "t", W + "drawing")),
    )


def _shared(numbers: list[str], sheet: Sheet) -> dict[str, str]:
    """For each of the lists the one that a new list is made of: those that count on from each other have one."""
    begun = {number for number, _ in sheet.lists.restarts}
    first: dict[str, str] = {}
    return {
        number: number if number in begun else first.setdefault(sheet.lists.shared.get(number, number), number)
        for number in numbers
    }


def _begin_anew(
    tree: SourceTree, paragraph: etree._Element, sheet: Sheet, restart: Restart, shared: Mapping[str, str]
) -> None:
    """Let the list of ``paragraph`` be the one of its turn. Where its style names the list, the indents are the
    style's, which a list that the paragraph names would overrule."""
    own = properties(paragraph, W + "pPr")
    shape = sheet.shape(own, "")
    holder = properties_in(paragraph)
    by_style = "numPr.numId" not in own
    list_properties = put(holder, "numPr", PARAGRAPH)
    put(list_properties, "ilvl", {W + "ilvl": 0, W + "numId": 1}, val=str(shape.depth))
    number = _of_turn(tree, restart.loop, "list", shared[shape.list_id], f", {restart.depth}")
    put(list_properties, "numId", {W + "ilvl": 0, W + "numId": 1}, val=number)
    stated = {side: shape.values[f"ind.{side}"] for side in _INDENTS if f"ind.{side}" in shape.values}
    if by_style and stated and not any(key.startswith("ind.") for key in own):
        put(holder, "ind", PARAGRAPH, **stated)


def _copied(source: str, kind: str, notes: set[str]) -> str:
    """The notes of a kind, those in ``notes`` once for each reference to them."""

    def repeat(found: re.Match[str]) -> str:
        if found[2] not in notes:
            return found[0]
        inner = _OPTIONAL.sub("", found[3])
        return f"{{% for _note in {TURNS}['{kind}', {found[2]}] %}}{found[1]}{{{{ _note }}}}{inner}{{% endfor %}}"

    return re.sub(rf'(<w:{kind}\b[^>]*w:id=")(\d+)(".*?</w:{kind}>)', repeat, source, flags=re.DOTALL)
