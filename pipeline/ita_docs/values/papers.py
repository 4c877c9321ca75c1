"""The values of those who sign, and of what goes with the pack: the memo, the notice, and the report."""

from __future__ import annotations

import re
from dataclasses import asdict, replace

from ita_docs.framework.words.kinds import OfficeKinds
from ita_docs.framework.words.lists import Posts
from ita_docs.framework.words.sentences import DocumentPhrases
from ita_docs.model import Order, Person, Source, Submission
from ita_docs.origin import CellText
from ita_docs.thai import date_long, date_order, split_rank
from ita_docs.values.rows import row
from ita_docs.workbook.papers import PAPERS

Entry = dict[str, object]


def papers(submission: Submission) -> Entry:
    """What the lines of the general sheet say of the papers; texts are empty where nothing was filled in."""
    own = submission.papers
    values = row(own, [field for group in PAPERS for field in group.fields])
    for name, (person, post) in own.signers.items():
        values |= signer(person, post, own.source, name)
    day = date_order(own.notice_date) if own.notice_date else ""
    return {
        **values,
        "bureau": _bureau(submission),
        "telephone": CellText.of(_on_one_line(own.telephone), (own.source, "telephone")),
        "notice_date": CellText.of(day, (own.source, "notice_date")),
        "results_memo": own.results_memo,
        "enclosures": _enclosures(submission),
    }


def _bureau(submission: Submission) -> CellText:
    """The section that owns the matter, if given, and the office, at the head of a memo; a section whose name ends with
    the office's (สำนักงานจังหวัด…) alone."""
    office, own = submission.office, submission.papers
    if own.owner.endswith(office.name):
        return CellText.of(own.owner, (own.source, "owner"))
    text = " ".join(filter(None, (own.owner, office.name)))
    return CellText.of(text, (own.source, "owner"), (office.source, "name"))


def signer(person: Person | None, post: str, source: Source, name: str) -> Entry:
    """The rank of who signs, which stands before the signature, the name below it without the rank, and the post, under
    names that begin with ``name``; empty texts where nobody is named."""
    title, first, last = ((source, f"{name}_{part}") for part in ("title", "first_name", "last_name"))
    rank, rest = split_rank(person.title) if person else ("", "")
    printed = replace(person, title=rest).full_name if person else ""
    return {
        f"{name}_rank": CellText.of(rank, title) if rank else "",
        f"{name}_name": CellText.of(printed, title, first, last),
        f"{name}_position": CellText.of(_in_stead(post), (source, f"{name}_position")),
    }


def _in_stead(post: str) -> str:
    """The post of who signs; in whose stead begins a line of its own, and the level stays with the post."""
    words = "|".join(DocumentPhrases.load().acting)
    return Posts.load().with_level(re.sub(rf"(?<=\S) +(?={words})", "\n", post))


def order_reference(order: Order, office: str = "") -> str:
    """The order as papers refer to it: those of the office itself without its name."""
    number, date = f"{order.number}/{order.year}", date_long(order.date).replace(" ", "\u00a0", 1)
    return DocumentPhrases.load().reference.format(office=f"{office} " if office else "", number=number, date=date)


def _on_one_line(text: str) -> str:
    """``text`` within which no line ends."""
    return text.replace(" ", "\u00a0")


def _enclosures(submission: Submission) -> list[Entry]:
    """What the memo brings along, numbered: activities and results where there are any; results that have a memo of
    their own are not among them."""
    there = {
        "activities": bool(submission.activities),
        "results": bool(submission.results) and not submission.papers.results_memo,
    }
    said = {
        "order": order_reference(submission.order, submission.office.name),
        "office": submission.office.name,
        "year": submission.fiscal_year,
        "last_year": submission.assessed_year,
        **OfficeKinds.load().texts(submission.office.name),
    }
    phrases = asdict(DocumentPhrases.load().enclosures)
    texts = [text.format(**said) for name, text in phrases.items() if there.get(name, True)]
    return [{"number": f"{number}.", "text": text} for number, text in enumerate(texts, start=1)]
