"""Who signs a paper: the rank before the signature, the name in brackets, and the post below it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ita_docs.framework.words.lists import Titles
from ita_docs.importing.blocks import OldPlace
from ita_docs.importing.documents import ReadCell
from ita_docs.importing.names import read_name
from ita_docs.importing.papers.fixed import says_words
from ita_docs.importing.papers.whole import WholeParagraph

_IN_BRACKETS = re.compile(r"^\s*\(?(?:ลงชื่อ\)?[\s.…_]*)?\(\s*(?P<name>[^()]+?)\s*\)\s*(?P<rest>.*)$")
A_NAME = re.compile(r"\(?(?:ลงชื่อ\)?[\s.…_]*)?\(\s*[ก-๎][^()0-9๐-๙…_]{3,}\)")
"""A line that is a name in brackets, and nothing else."""
_DOTS = re.compile(r"[.…_]{4,}")
_NO_POST = re.compile(r"^(?:วันที่|ตำแหน่ง|ความเห็น|คำสั่ง|ผู้รายงาน$|ผู้เสนอ$|\(|โทร|เรื่อง|เรียน)")
_MOST_LINES = 3
_TO_WRITE = re.compile(r"ลงชื่อ|วันที่|พ\.?\s*ศ\.?|ตำแหน่ง|ความเห็น|คำสั่ง|ผู้รายงาน|ผู้เสนอ")


def is_to_sign(text: str) -> bool:
    """True of a line to write on that says nothing else."""
    return not says_words(_TO_WRITE.sub("", text))


def signer(found: Sequence[WholeParagraph], name: str) -> tuple[dict[str, ReadCell], set[OldPlace]]:
    """The cells of the person who signs at the end of some paragraphs, the last name in brackets (the first one of a
    proposer), before all places for others to sign; ``name`` begins their fields. What is left open in dots makes no
    cell."""
    cells, used = dict[str, ReadCell](), set[OldPlace]()
    ends = [at for at, one in enumerate(found) if _IN_BRACKETS.match(one.text)]
    if not ends:
        return cells, used
    ordered = ends if name == "proposer" else ends[::-1]
    at = next((end for end in ordered if A_NAME.fullmatch(found[end].text.strip())), ordered[0])
    match = _IN_BRACKETS.match(found[at].text)
    typed = match["name"] if match else ""
    if not says_words(match["rest"] if match else ""):
        used.update(found[at].places)
    above = found[at - 1] if at else None
    rank = above.text.strip() if above and Titles.load().a_rank.fullmatch(above.text.strip()) else ""
    if above and (rank or is_to_sign(above.text)):
        used.update(above.places)
    person = None if _DOTS.search(typed) else read_name(typed, titled=bool(rank))
    for part in ("title", "first_name", "last_name") if person else ():
        text = rank + person.title if part == "title" else getattr(person, part)  # type: ignore[union-attr]
        if text:
            doubt = "" if part == "title" and rank else person.doubts.get(part, "")  # type: ignore[union-attr]
            cells[f"{name}_{part}"] = ReadCell(text, found[at].places, doubt)
    post = []
    for one in found[at + 1 : at + 1 + _MOST_LINES]:
        if is_to_sign(one.text) and (_DOTS.search(one.text) or one.text.startswith("ผู้")):
            used.update(one.places)
        if _NO_POST.match(one.text) or _DOTS.search(one.text) or len(one.text) > 110:
            break
        post.append(one)
    if post:
        places = tuple(place for one in post for place in one.places)
        cells[f"{name}_position"] = ReadCell("\n".join(one.text for one in post), places)
        used.update(places)
    return cells, used
