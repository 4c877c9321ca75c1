"""The memos by which papers are proposed, and the notice of the measures, as far as they state cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ita_docs.framework.load import Framework
from ita_docs.framework.words.kinds import OfficeKinds
from ita_docs.importing.blocks import OldFile, OldPlace, OldTable
from ita_docs.importing.documents import ReadCell, ReadDocument, ReadRow
from ita_docs.importing.papers.fixed import is_fixed, says_words
from ita_docs.importing.papers.indicators import named
from ita_docs.importing.papers.items import BULLET
from ita_docs.importing.papers.parts import Paper, text_of
from ita_docs.importing.papers.said import of_title, score_of
from ita_docs.importing.papers.signers import A_NAME, is_to_sign, signer
from ita_docs.importing.papers.whole import WholeParagraph, whole
from ita_docs.importing.papers.words import OldPapers, plain, squashed
from ita_docs.thai import A_MONTH, date_long, parse_date

MEMO, NOTICE = "memo", "notice"
_DATE = re.compile(rf"[0-9]{{1,2}}\s*(?:เดือน\s*)?(?:{A_MONTH})\s*(?:พ\.?\s*ศ\.?)?\s*[0-9]{{2,4}}")
_BUREAU = re.compile(r"^\s*ส่วนราชการ\s*(?P<bureau>.*?)\s*(?:โทร(?:ศัพท์)?\.?\s*(?P<telephone>[0-9].*?))?\s*$")
_NUMBER = re.compile(r"^\s*ที่\s*(?P<number>.*?)\s*(?:วันที่\s*(?P<date>.*?))?\s*$")
_DAY = re.compile(r"^\s*วันที่\s*(?P<date>.*?)\s*$")
_SUBJECT, _TO = re.compile(r"^\s*เรื่อง\s*(?P<text>.*)$", re.DOTALL), re.compile(r"^\s*เรียน\s*(?P<text>.*\S)\s*$")
_OF_OFFICE = re.compile(r"^ตามที่(.{4,80}?)ได้(?:มีคำสั่ง|กำหนดมาตรการ|เข้ารับ|เข้าร่วม)")
_PROCLAIMED = re.compile(r"^\s*ประกาศ\s*ณ\s*วันที่\s*(?P<date>.*)$")
_RESULTS = re.compile(r"รายงานผล(?!การประเมิน|การวิเคราะห์|คะแนน)")
_SIGNED = re.compile(r"ลงชื่อ|^\s*\(?[.…_]{4,}|^\s*วันที่[\s./…_]+$|^\s*(?:ความเห็น|คำสั่ง|ความเห็น/คำสั่ง)\s*$")
_ASKS = re.compile(r"^\s*(?:ความเห็น|คำสั่ง)(?:/คำสั่ง)?\s*(?:\(ลงชื่อ\)|[.…_]|$)")
_TOPIC = re.compile(r"ประเด็นที่\s*[0-9]{1,2}\s|ตัวชี้วัดอื่น$")
_STANDING = re.compile(r"(?:คะแนน\s*[0-9.]+\s*)?(?:ระดับ\s*\S+)?$")
_DOTS = re.compile(r"[.…_]{4,}")
_NO_POST = (_SIGNED, _DOTS, re.compile(rf"^\s*{A_NAME.pattern}\s*$"))
"""What stands above and below the post of one who is to sign."""
_LEFT_OPEN = re.compile(r"[\s.…_/]*")


def find_memo(part: Paper, file: OldFile) -> ReadDocument | None:
    """What a memo tells: the section that owns the matter, number and date, who proposes it and who considers it."""
    found = whole(part.blocks, text_of(file))
    cells: dict[str, ReadCell] = {}
    used = set(part.titled)
    about = next((one for one in found if _SUBJECT.match(one.text)), None)
    prefix = "results_memo" if about and _RESULTS.search(about.text[:40]) else "memo"
    office = next((match[1] for one in found if (match := _OF_OFFICE.match(one.said))), "")
    for one in found[:12]:
        if _heading(one, prefix, office, cells):
            used.update(one.places)
    body = [one for one in found if not used.intersection(one.places)]
    used |= {place for one in body if is_fixed(one.said, MEMO) for place in one.places}
    asked = next((at for at, one in enumerate(body) if _ASKS.match(one.text)), len(body))
    signed, places = next(filter(any, (signer(some, "proposer") for some in (body[:asked], body))), ({}, set()))
    approvers, read = _approvers(part.tables)
    if not approvers:
        approvers, read = _approvers_in_lines([one for one in body[asked:] if not places.intersection(one.places)])
    if prefix == "results_memo":
        cells["results_memo"] = ReadCell("มี", about.places if about else ())
    return ReadDocument(MEMO, {**cells, **signed, **approvers}, {}, frozenset(used | places | read))


def _heading(one: WholeParagraph, prefix: str, office: str, cells: dict[str, ReadCell]) -> bool:
    """Reads a line of the head of a memo; false for any other."""
    text = one.text.replace("\t", " ")
    said = plain(text)
    if match := _BUREAU.match(said):
        owner = _owner(text[slice(*match.span("bureau"))], office)
        _put(cells, "owner", owner, one)
        if match["telephone"]:
            _put(cells, "telephone", text[slice(*match.span("telephone"))], one)
        return bool(owner) or squashed(match["bureau"]) in ("", squashed(office))
    if match := _TO.match(text):
        _put(cells, "head_title", match["text"], one)
    elif match := _SUBJECT.match(text):
        return True
    elif match := _DAY.match(said) or _NUMBER.match(said):
        if "number" in match.groupdict():
            _put(cells, f"{prefix}_number", text[slice(*match.span("number"))], one)
        if match["date"] and (date := date_of(match["date"])):
            _put(cells, f"{prefix}_date", date, one)
        return bool(date_of(match["date"] or "")) or is_to_sign(match["date"] or "")
    else:
        return False
    return True


def _put(cells: dict[str, ReadCell], name: str, text: str, one: WholeParagraph) -> None:
    typed = " ".join(text.split()).strip()
    if typed and not _LEFT_OPEN.fullmatch(typed):
        cells.setdefault(name, ReadCell(typed, one.places))


def date_of(text: str) -> str:
    """The date that a text has, in words; empty where it has none."""
    found = _DATE.search(plain(text))
    day = parse_date(" ".join(found[0].split())) if found else None
    return date_long(day) if day else ""


def _owner(bureau: str, office: str) -> str:
    """The section at the head of a memo, without the office behind it."""
    text = " ".join(bureau.split())
    if office and squashed(text).endswith(squashed(office)):
        rest = len(squashed(text)) - len(squashed(office))
        return "" if not rest else _first_letters(text, rest)
    kinds, words = OfficeKinds.load(), text.split(" ")
    for at in range(1, len(words)):
        if kinds.known(" ".join(words[at:])):
            return " ".join(words[:at])
    return "" if kinds.known(text) else text


def _first_letters(text: str, count: int) -> str:
    """The beginning of a text with so many letters, spaces not counted."""
    at = 0
    while count:
        count -= not text[at].isspace()
        at += 1
    return text[:at].strip()


def _approvers(tables: Sequence[OldTable]) -> tuple[dict[str, ReadCell], set[OldPlace]]:
    """The posts that consider a memo: below each place to sign in its tables."""
    posts: list[str] = []
    places: list[OldPlace] = []
    used = set[OldPlace]()
    for table in tables:
        for row in table.rows:
            cells = [cell for cell in row if "ลงชื่อ" in cell.text or _DOTS.search(cell.text)]
            for one in (paragraph for cell in row for paragraph in cell.paragraphs):
                if cells and (is_to_sign(one.text) or not (_DOTS.search(one.text) or A_NAME.fullmatch(one.text))):
                    used.add(one.origin)
            for cell in cells:
                own = [one for one in cell.paragraphs if not any(no.search(one.text) for no in _NO_POST)]
                if own:
                    posts.append(" ".join(" ".join(one.text.split()) for one in own))
                    places += [one.origin for one in own]
    return ({"approvers": ReadCell("\n".join(posts), tuple(places))} if posts else {}), used


def _approvers_in_lines(found: Sequence[WholeParagraph]) -> tuple[dict[str, ReadCell], set[OldPlace]]:
    """The same of lines that stand in no table, from the first on that asks for a decision: each post below dots."""
    lines = pairwise(one for one in found if not A_NAME.fullmatch(one.text.strip()))
    other = (*_NO_POST, _ASKS)
    posts = [one for before, one in lines if _DOTS.search(before.text) and not any(no.search(one.text) for no in other)]
    places = tuple(place for one in posts for place in one.places)
    read = [one for one in found if one in posts or is_to_sign(one.text)]
    used = {place for one in read for place in one.places} if posts else set()
    return ({"approvers": ReadCell("\n".join(one.text for one in posts), places)} if posts else {}), used


def find_notice(part: Paper, file: OldFile, framework: Framework) -> ReadDocument | None:
    """What a notice tells: its date, the office and year, and the measures where no table has them."""
    found = whole(part.blocks, text_of(file))
    general, titled = of_title(part, 0)
    places = set(titled)
    dated = next((at for at, one in enumerate(found) if _PROCLAIMED.match(plain(one.text))), len(found))
    for one in found[dated : dated + 1]:
        match = _PROCLAIMED.match(plain(one.text))
        if match and (date := date_of(match["date"])):
            general["notice_date"] = ReadCell(date, one.places)
        if match and is_to_sign(_DATE.sub("", match["date"])):
            places.update(one.places)
    signed, own = signer(found[dated + 1 :], "signatory")
    if any(cell.doubt for cell in signed.values()):  # the order says it too
        signed, own = {}, set()
    rows = _measures(found[:dated], framework, places)
    places |= own | {place for one in found if is_fixed(one.said, NOTICE) for place in one.places}
    return ReadDocument(NOTICE, {**general, **signed}, {"measures": rows} if rows else {}, frozenset(places))


def _measures(found: Sequence[WholeParagraph], framework: Framework, used: set[OldPlace]) -> list[ReadRow]:
    """The measures that a notice lists below its indicators."""
    labels = {squashed(word): name for name, words in OldPapers.load().labels.items() for word in words}
    rows: list[dict[str, ReadCell]] = []
    for one in found:
        indicator = named(one.text, framework)
        if indicator and score_of(one.said, indicator.rest) is None:
            rows.append({"indicator": ReadCell(str(indicator.number), one.places)})
            if indicator.name:
                rows[-1]["indicator_name"] = ReadCell(indicator.name, one.places)
            if says_words(one.said[indicator.rest :]):
                continue
        elif rows and (said := _labelled(one, labels)):
            if "actions" not in rows[-1] or said[0] in rows[-1]:
                continue
            rows[-1][said[0]] = ReadCell(said[1], one.places)
        elif rows and (one.number or BULLET.match(one.text)):
            if rows[-1].keys() - {"indicator", "indicator_name", "actions"}:
                rows.append({name: cell for name, cell in rows[-1].items() if name.startswith("indicator")})
            before = rows[-1].get("actions")
            text = BULLET.sub("", one.text)
            text, places = (f"{before.text}\n{text}", (*before.places, *one.places)) if before else (text, one.places)
            rows[-1]["actions"] = ReadCell(text, places)
        elif not (_TOPIC.match(one.said) or (rows and _STANDING.match(one.said))):
            continue
        used.update(one.places)
    made: list[ReadRow] = [row for row in rows if "actions" in row]
    by_topic = any(_TOPIC.match(one.said) for one in found)
    return sorted(made, key=lambda row: int(row["indicator"].text)) if by_topic else made


def _labelled(one: WholeParagraph, labels: dict[str, str]) -> tuple[str, str] | None:
    """The field and the text of a line such as ``ผู้รับผิดชอบ: กองช่าง``."""
    label, colon, text = one.text.partition(":")
    name = labels.get(squashed(label)) if colon else None
    return (name, text.strip()) if name else None
