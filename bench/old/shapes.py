"""The ways in which officers write the same papers: each a ``Shape``, and what it makes of an office's data."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ita_docs.model import Committee, Seat, Submission
from officefiles.thai import Digits

THAI, ARABIC = Digits.THAI, Digits.ARABIC


@dataclass(frozen=True, kw_only=True)
class Shape:
    """How an office's officers write.

    ``seats`` names how a seat is written (the functions of ``seats``) and ``numbers`` how it is numbered: typed
    ``(1)``, ``1.`` or ``1.1`` (with the committee's number), by a list of Word (``auto``, or ``style`` where the list
    is that of a style), or not at all (``none``). ``columns`` are those of a table, with or without ``heads``, and
    ``gap`` stands between first and last name. ``heading`` is how a committee is headed, ``duties`` how its duties are
    numbered. ``ended`` is how lines are ended by hand, ``turns`` after how many lines of the order a page ends by hand
    (never if 0), with a number on the next one if ``paged``. ``analysis`` and ``items`` say how the analysis and the
    cells of the measures are written, ``frequency`` where that stands, and ``cut`` that the measures table is cut at
    the ends of pages. ``bound`` puts all papers into one file, ``boxed`` the signature into a text box; ``mended`` has
    LibreOffice save the files again. ``title_gap`` stands behind titles, ``other_words`` says the same in other set
    phrases, ``rank_apart`` puts a signatory's rank on a line of its own, ``grouped`` merges the cells of an indicator
    over its measures, a row each, and ``captions`` is where they stand: on lines or in a table of two columns.
    """

    key: str
    seats: str = "tabs"
    numbers: str = "(1)"
    digits: Digits = THAI
    columns: tuple[str, ...] = ("number", "name", "position", "role")
    heads: bool = True
    ruled: bool = True
    gap: str = " "
    heading: str = "{number}. {name}"
    duties: str = "{number}."
    ended: str = ""
    turns: int = 0
    slash: bool = False
    paged: bool = False
    spaced_date: bool = False
    analysis: str = "list"
    items: str = "dash"
    frequency: str = "line"
    cut: bool = False
    bound: bool = False
    boxed: bool = False
    mended: bool = False
    title_gap: str = ""
    other_words: bool = False
    rank_apart: bool = False
    grouped: bool = False
    captions: str = "lines"

    @property
    def thai(self) -> bool:
        """True where its digits are Thai."""
        return self.digits is THAI

    def of(self, whole: Submission) -> Submission:
        """What of ``whole`` papers in this shape state: below headings of sections people stand section by section."""
        committees = whole.committees
        if self.seats == "sections":
            committees = tuple(_by_section(one) for one in committees)
        return replace(whole, committees=committees, settings=replace(whole.settings, digits=self.digits))


def _by_section(committee: Committee) -> Committee:
    sections = list(dict.fromkeys(["", *(seat.section for seat in committee.seats)]))
    seats = sorted(committee.seats, key=lambda seat: sections.index(seat.section))
    return replace(committee, seats=tuple(replace(seat, number=n) for n, seat in enumerate(seats, 1)))


def name_of(seat: Seat, shape: Shape) -> str:
    """Who a seat is given to: the person, or the post alone."""
    one = seat.person
    if one is None:
        return seat.position
    return shape.gap.join(filter(None, (one.title + shape.title_gap + one.first_name, one.last_name)))


def post_of(seat: Seat) -> str:
    """The post and section of a person; of a post alone only the section, which is seldom given."""
    return " ".join(filter(None, ("" if seat.person is None else seat.position, seat.section)))


SHAPES = (
    Shape(key="ruled", seats="table", heading="{number}. {name} ประกอบด้วย", analysis="table"),
    Shape(key="ruled-arabic", seats="table", digits=ARABIC, numbers="1.", gap="  ", items="number"),
    Shape(
        key="no-heads", seats="table", heads=False, ruled=False, columns=("name", "position", "role"), items="bullet"
    ),
    Shape(
        key="role-first",
        seats="table",
        columns=("number", "role", "name", "position"),
        frequency="column",
        numbers="auto",
    ),
    Shape(key="own-section", seats="table", columns=("number", "name", "position", "section", "role"), digits=ARABIC),
    Shape(key="post-column-first", seats="table", columns=("number", "position", "name", "role"), bound=True),
    Shape(key="tabs", seats="tabs", slash=True, turns=18, paged=True, analysis="paragraphs"),
    Shape(key="tabs-second-line", seats="tabs2", digits=ARABIC, numbers="1.1", duties="{number})"),
    Shape(key="spaces", seats="spaces", gap="  ", spaced_date=True, frequency="column"),
    Shape(key="spaces-arabic", seats="spaces", digits=ARABIC, numbers="1)", heading="{name} ประกอบด้วย", boxed=True),
    Shape(key="auto-thai", seats="tabs", numbers="auto", duties="auto", items="bullet", bound=True),
    Shape(key="auto-style", seats="tabs", numbers="style", digits=ARABIC, duties="auto", items="auto"),
    Shape(key="paragraph", seats="paragraph", numbers="1.1", duties="{committee}.{number}"),
    Shape(key="post-first", seats="post-first", turns=25, digits=ARABIC),
    Shape(key="post-below", seats="post-below", gap="  ", cut=True),
    Shape(key="name-in-brackets", seats="name-in-brackets", boxed=True, spaced_date=True),
    Shape(key="role-in-brackets", seats="role-in-brackets", numbers="1.", digits=ARABIC, analysis="paragraphs"),
    Shape(key="ended-by-breaks", seats="tabs", ended="break", turns=20, paged=True, cut=True),
    Shape(key="ended-by-enter", seats="tabs2", ended="enter", turns=22, slash=True, paged=True, bound=True, cut=True),
    Shape(key="unnumbered", seats="tabs", numbers="none", heading="{name}", duties="- ", analysis="table"),
    Shape(key="section-headings", seats="sections", numbers="(1)", analysis="paragraphs", items="plain"),
    Shape(key="dots", seats="dots", other_words=True, captions="table", analysis="paragraphs"),
    Shape(key="titles-apart", seats="tabs", title_gap=" ", gap="  ", digits=ARABIC, numbers="1)", rank_apart=True),
    Shape(key="one-table", seats="one-table", heading="{name}", digits=ARABIC, other_words=True, grouped=True),
    Shape(
        key="names-in-columns",
        seats="table",
        columns=("number", "title", "first_name", "last_name", "position", "role"),
        numbers="1",
        rank_apart=True,
        captions="table",
    ),
    Shape(
        key="letters", seats="role-below", heading="{letter}. {name}", duties="({number})", grouped=True, items="plain"
    ),
    Shape(key="resaved", seats="tabs", numbers="auto", duties="auto", mended=True, items="bullet"),
    Shape(key="resaved-table", seats="table", digits=ARABIC, mended=True, boxed=True, cut=True, analysis="table"),
)
"""All shapes, by the way in which seats are written."""
