"""The record of briefings: captions with their dates, places and pictures."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from itertools import pairwise, takewhile

from ita_docs.importing.blocks import Block, OldFile, OldParagraph, OldPlace, OldTable, Photo
from ita_docs.importing.documents import ReadCell, ReadDocument
from ita_docs.importing.joining import join_lines
from ita_docs.importing.papers.captions import DATE, one_by_one
from ita_docs.importing.papers.parts import Paper
from ita_docs.importing.papers.said import of_title
from ita_docs.importing.papers.tables import HeadedRow, read_tables
from ita_docs.importing.papers.words import OldPapers, plain
from ita_docs.thai import date_long, parse_date

KIND = "activities"
_NEEDED = (frozenset(("date",)), frozenset(("caption",)))
_TIME = re.compile(r"\s*(?:เวลา\s*[0-9]{1,2}[.:][0-9]{2}(?:\s*[-–]\s*[0-9]{1,2}[.:][0-9]{2})?\s*(?:น\.|นาฬิกา))")
_PLACE = re.compile(r"ณ\s+(?P<place>.+)")
_PLACE_BEFORE = re.compile(r"\s+ณ\s+(?P<place>.+?)\s*$")
_NO_DATE, _NO_CAPTION = "ไม่พบวันที่จัดกิจกรรม", "ไม่พบคำบรรยายกิจกรรม"
_BESIDE = "คำบรรยายสองรายการที่อยู่เคียงกันอาจปนกัน"
_MAY_BE_ANOTHERS = "ภาพที่อยู่เคียงกันอาจเป็นของคำบรรยายอื่น"
_MAY_GO_ON = "ข้อความบรรทัดถัดไปอาจเป็นส่วนท้ายของช่องนี้"
_NONE = re.compile(r"ยังไม่มีบันทึกการจัดกิจกรรม")
_NUMBER = re.compile(r"^\s*(?:กิจกรรมที่|ครั้งที่|ภาพที่)?\s*\(?[0-9]{1,2}[.)]\s+")


@dataclass(slots=True)
class _Activity:
    """A caption as it grows, with the pictures that stand by it; ``captioned`` where they know it as theirs."""

    paragraphs: list[OldParagraph] = field(default_factory=list)
    photos: list[Photo] = field(default_factory=list)
    captioned: bool = False

    @property
    def dated(self) -> bool:
        return any(DATE.search(plain(one.text)) for one in self.paragraphs)

    @property
    def told(self) -> bool:
        """True where more than a date is told."""
        return self.dated and not all(map(_only_when, self.paragraphs))


def find_activities(part: Paper) -> ReadDocument | None:
    """The activities of a part of the file; ``None`` where it has none."""
    tables = {one: read for one in part.tables for read in read_tables([one], OldPapers.load().activities, _NEEDED)}
    blocks, unsure = one_by_one([one for one in part.blocks if one not in tables])
    grouped = [*_grouped(_flat(blocks))]
    found = [one for one in grouped if one.paragraphs and (one.photos or one.dated)]
    cut = {above.paragraphs[-1].origin for above, below in pairwise(grouped) if _may_go_on(above, below)}
    general, used = of_title(part, 0)
    used |= {one.origin for one in part.paragraphs if _NONE.search(one.text)}
    if not (found or tables or used):
        return None
    listed = [_listed(row, part.blocks) for read in tables.values() for row in read.rows if row.text("caption")]
    made = [*listed, *(_row(one, unsure, cut) for one in found)]
    rows = [{"number": ReadCell(str(at), row["caption"].places), **row} for at, row in enumerate(made, start=1)]
    used |= {place for read in tables.values() for place in read.heads}
    used |= {place for read in tables.values() for row in read.rows for place in row.places(*row.cells)}
    used |= {paragraph.origin for one in found for paragraph in one.paragraphs}
    shown = {place for row in rows if "pictures" in row for place in row["pictures"].places}
    photos = tuple(one for one in part.blocks if isinstance(one, Photo) and one.origin in shown)
    used |= shown
    return ReadDocument(KIND, general, {"activities": rows}, used, photos)


def _flat(blocks: Sequence[Block]) -> Iterator[OldParagraph | Photo]:
    """Paragraphs and pictures in reading order, those of tables among them."""
    for one in blocks:
        if isinstance(one, OldTable):
            yield from OldFile("", (one,)).paragraphs()
        else:
            yield one


def _grouped(blocks: Iterator[OldParagraph | Photo]) -> Iterator[_Activity]:
    """Each caption with its pictures: those that know it as theirs, and those that stand before it where the first
    picture stands before the first caption. A caption ends with its date and place, or at the next picture."""
    all_of = [one for one in blocks if isinstance(one, Photo) or one.text.strip()]
    told = {one.origin for one in all_of if isinstance(one, OldParagraph)}
    own = defaultdict[OldPlace | None, list[Photo]](list)
    for photo in (one for one in all_of if isinstance(one, Photo) and one.caption in told):
        own[photo.caption].append(photo)
    all_of = [one for one in all_of if not (isinstance(one, Photo) and one.caption in told)]
    before = bool(all_of) and isinstance(all_of[0], Photo)
    current = _Activity()
    for one in all_of:
        if isinstance(one, Photo):
            if current.paragraphs and before:
                yield current
                current = _Activity()
            current.photos.append(one)
            continue
        after_photos = bool(current.photos) and not (before or current.captioned) and bool(current.paragraphs)
        over = current.told or (current.dated and DATE.search(plain(one.text)) is not None)
        if (
            one.origin in own
            or after_photos
            or (over and current.paragraphs and current.paragraphs[-1].ended and not _belongs(one))
        ):
            yield current
            current = _Activity(photos=[*own[one.origin]], captioned=one.origin in own)
        current.paragraphs.append(one)
    yield current


def _belongs(one: OldParagraph) -> bool:
    """True for a line that goes on with a caption whose date is told: the place, or the time."""
    said = plain(one.text).strip()
    return said.startswith("ณ ") or bool(_TIME.match(said))


def _only_when(one: OldParagraph) -> bool:
    """True of a line that says but the day, the hour and the place."""
    caption, date, _ = parted(one.text)
    rest = _TIME.sub("", plain(one.text), count=1).strip()
    return bool(date and not caption) or not rest or rest.startswith("ณ ")


def _may_go_on(above: _Activity, below: _Activity) -> bool:
    """True of a caption of a PDF and the lines right below its last, at the same edge, that no caption has: a column
    may have ended that line."""
    if not (above.paragraphs and below.paragraphs) or below.photos or below.dated:
        return False
    last, first = above.paragraphs[-1], below.paragraphs[0]
    return bool(last.edges) and last.edges == first.edges and last.origin.page == first.origin.page


def _listed(row: HeadedRow, blocks: Sequence[Block]) -> dict[str, ReadCell]:
    """The activity that a row of a table tells, with the pictures in it."""
    places = {one.origin for cell in (*row.cells.values(), *row.others) for one in cell.paragraphs}
    photos = [one for one in blocks if isinstance(one, Photo) and one.caption in places]
    cells = {name: ReadCell(row.text(name), row.places(name)) for name in ("caption", "place") if row.text(name)}
    day = parse_date(plain(row.text("date")))
    doubt = "" if day else _NO_DATE
    date = ReadCell(date_long(day) if day else row.text("date"), row.places("date") or cells["caption"].places, doubt)
    return {**cells, "date": date, **_pictures(photos)}


def _pictures(photos: Sequence[Photo], unsure: frozenset[OldPlace] = frozenset()) -> dict[str, ReadCell]:
    if not photos:
        return {}
    places = tuple(one.origin for one in photos)
    doubt = _MAY_BE_ANOTHERS if unsure.intersection(places) else ""
    return {"pictures": ReadCell("\n".join(one.name for one in photos), places, doubt)}


def _row(one: _Activity, unsure: frozenset[OldPlace], cut: Set[OldPlace]) -> dict[str, ReadCell]:
    places = tuple(each.origin for each in one.paragraphs)
    lead = [*takewhile(_only_when, one.paragraphs)]
    text = _text([*one.paragraphs[len(lead) :], *lead])
    text = text[match.end() :] if (match := _NUMBER.match(plain(text))) and not DATE.match(plain(text)) else text
    caption, date, place = parted(text)
    doubt = _BESIDE if unsure.intersection(places) else ""
    cells = {"caption": ReadCell(caption, places, doubt if caption else _NO_CAPTION)}
    cells["date"] = ReadCell(date, places, doubt if date else _NO_DATE)
    if place:
        cells["place"] = ReadCell(place, places, doubt or (_MAY_GO_ON if places[-1] in cut else ""))
    return {**cells, **_pictures(one.photos, unsure)}


def _text(paragraphs: Sequence[OldParagraph]) -> str:
    """The lines of a caption, those that go on joined to the next."""
    text, ended = "", True
    for each in paragraphs:
        own = "\n".join(" ".join(line.split()) for line in each.text.split("\n") if line.strip())
        text = f"{text}\n{own}".strip() if ended else join_lines((text, own))
        ended = each.ended
    return text


def parted(text: str) -> tuple[str, str, str]:
    """The caption, the date in words, and the place that a text tells, each ``""`` where it tells none. What stands
    within a sentence stays in the caption too, and so does the hour, for which there is no cell."""
    said = plain(text)
    *_, found = (None, *DATE.finditer(said))
    if found is None:
        before = _PLACE_BEFORE.search(said)
        return (
            (text[: before.start()].rstrip(), "", text[slice(*before.span("place"))].strip())
            if before
            else (text, "", "")
        )
    day = parse_date(" ".join(found["date"].split()))
    date = date_long(day) if day else ""
    head, end, hour = text[: found.start()].rstrip(), found.end(), ""
    if (time := _TIME.match(said, end)) and head:
        end, hour = time.end(), f" {text[end : time.end()].strip()}"
    tail = text[end:].strip()
    if not tail:
        if before := _PLACE_BEFORE.search(plain(head)):
            return head[: before.start()].rstrip() + hour, date, head[slice(*before.span("place"))].strip()
        return head + hour, date, ""
    if place := _PLACE.match(plain(tail)):
        return head + hour, date, " ".join(tail[slice(*place.span("place"))].split())
    if not head:
        last = _PLACE_BEFORE.search(plain(tail))
        caption, at = (tail[: last.start()], tail[slice(*last.span("place"))]) if last else (tail, "")
        return "" if _TIME.fullmatch(plain(caption)) else caption, date, at
    return text, date, ""
