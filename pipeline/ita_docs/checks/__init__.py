"""What a careful reviewer would find in a submission before the head of the office signs.

Each check is a plain function, of a submission and the framework of its assessed year or of one text. An error is only
what makes the documents wrong beyond doubt; nothing is ever corrected by itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ita_docs.analysis import Findings, findings_of
from ita_docs.checks import (
    amounts,
    appointed,
    asides,
    cited,
    clients,
    columns,
    committees,
    copied,
    counts,
    dates,
    duties,
    ends,
    frequencies,
    keyboard,
    labels,
    last_year,
    marks,
    measures,
    misplaced,
    names,
    office,
    order,
    overall,
    own_texts,
    papers,
    people,
    posts,
    questions,
    repeats,
    responsible,
    results,
    roles,
    rows,
    scheme,
    scores,
    signs,
    spelling,
    text,
    times,
    years,
)
from ita_docs.checks.cells import Cell, cells
from ita_docs.framework.model import Framework
from ita_docs.model import Source, Submission
from ita_docs.workbook.schema import SHEETS
from officefiles.problems import Place, Problem

Check = Callable[[Submission, Framework], Iterable[Problem]]
ResultCheck = Callable[[Submission, Framework, Findings], Iterable[Problem]]
TextsCheck = Callable[[Sequence[Cell], Submission, Framework], Iterable[Problem]]
CellCheck = Callable[[Cell], Iterable[Problem]]


@dataclass(frozen=True, slots=True)
class OfResult:
    """A check of the figures too: made only where every indicator has a score, for else there are none."""

    check: ResultCheck


@dataclass(frozen=True, slots=True)
class OfTexts:
    """A check of all texts that staff typed, by what the whole submission says."""

    check: TextsCheck


CHECKS: tuple[Check | OfResult | OfTexts, ...] = (
    office.check_name,
    copied.check_short_name,
    office.check_family,
    office.check_examples,
    order.check_leads,
    order.check_reason,
    order.check_rests,
    order.check_texts,
    years.check_subject,
    order.check_signatory,
    order.check_rank,
    dates.check_order_dates,
    dates.check_cited,
    papers.check_paper_dates,
    papers.check_approvers,
    papers.check_memo,
    papers.check_results_memo,
    papers.check_telephone,
    OfResult(results.check_total),
    OfResult(results.check_level),
    OfResult(results.check_instruments),
    results.check_strengths,
    scores.check_indicators,
    scores.check_indicator_names,
    scores.check_sizes,
    scores.check_columns,
    scores.check_changes,
    questions.check_questions,
    questions.check_question_means,
    committees.check_committee_names,
    committees.check_numbered_names,
    committees.check_chairs,
    appointed.check_order_of_seats,
    committees.check_secretaries,
    appointed.check_named,
    committees.check_roles,
    committees.check_duties,
    committees.check_unnumbered,
    committees.check_leads,
    duties.check_leads,
    duties.check_ends,
    committees.check_numbering,
    names.check_titles,
    names.check_name_fields,
    names.check_professions,
    people.check_seated_twice,
    people.check_same_person,
    people.check_spellings,
    names.check_half_alike,
    people.check_swapped,
    people.check_heads,
    posts.check_posts,
    roles.check_role_slips,
    roles.check_no_posts,
    roles.check_short_words,
    roles.check_posts_cut_off,
    roles.check_text_after_level,
    posts.check_sections,
    posts.check_section_names,
    posts.check_heads_of_sections,
    posts.check_sections_represented,
    measures.check_measured,
    measures.check_followed_up,
    measures.check_typed_numbers,
    measures.check_said,
    measures.check_renewed,
    measures.check_mirrored,
    columns.check_columns,
    columns.check_budgets,
    columns.check_follow_ups,
    frequencies.check_frequencies,
    frequencies.check_frequency_clear,
    last_year.check_columns,
    last_year.check_results,
    responsible.check_responsible,
    scores.check_one_form,
    scores.check_one_text,
    OfResult(results.check_scores_in_texts),
    own_texts.check_places,
    OfResult(own_texts.check_claims),
    OfResult(own_texts.check_results),
    OfResult(overall.check_overall),
    dates.check_activities,
    dates.check_captions,
    dates.check_photos,
    dates.check_meetings,
    OfTexts(misplaced.check_misplaced),
    OfTexts(names.check_texts),
    OfTexts(appointed.check_counts),
    OfTexts(copied.check_provinces),
    OfTexts(years.check_years),
    OfTexts(scheme.check_scheme),
    OfTexts(scheme.check_indicators),
    OfTexts(scheme.check_rules),
    OfTexts(copied.check_copied),
    OfTexts(copied.check_sisters),
    OfTexts(clients.check_clients),
    repeats.check_repeated,
    repeats.check_series,
    rows.check_sorted,
    rows.check_matters,
    rows.check_sections,
    rows.check_empty_cells,
    rows.check_years,
)
"""Every check of what the sheets say together, in the order of the sheets."""

LETTER_CHECKS: tuple[CellCheck, ...] = (
    text.check_unfinished,
    text.check_misspellings,
    marks.check_marks,
    asides.check_asides,
    labels.check_labels,
    keyboard.check_abbreviations,
    text.check_doubled,
    spelling.check_words,
    marks.check_letters,
    spelling.check_spaced,
    spelling.check_torn_lines,
    spelling.check_broken_lines,
    spelling.check_cut_off,
    ends.check_ends,
    ends.check_beginnings,
)
"""Every check of what Thai letters alone can have wrong, one text at a time."""

SIGN_CHECKS: tuple[CellCheck, ...] = (
    text.check_debris,
    asides.check_contacts,
    keyboard.check_keyboard,
    text.check_look_alikes,
    signs.check_digits,
    signs.check_spacing,
    signs.check_brackets,
    signs.check_numbers,
    signs.check_bullets,
    signs.check_abbreviations,
    signs.check_addresses,
    times.check_calendar,
    times.check_limits,
    times.check_spans,
    amounts.check_percentages,
    amounts.check_grouping,
    amounts.check_shares,
    amounts.check_averages,
    times.check_months_of_parts,
    amounts.check_amounts_in_words,
    amounts.check_products,
    counts.check_counts,
    papers.check_numbers,
    cited.check_laws,
    cited.check_short,
    cited.check_assessor,
    cited.check_numbers,
)
"""Every check of what signs, digits and other letters have wrong in a text; names and posts mostly have none."""

TEMPLATE_CHECKS: tuple[CellCheck, ...] = (
    text.check_misspellings,
    marks.check_marks,
    text.check_doubled,
    spelling.check_words,
    marks.check_letters,
)
"""Every check of the words of a template: they may be pieces of sentences, with dots to be filled in by hand."""

_LETTERS = re.compile("[ก-ฮ\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e\\s]*")

_WITH_RIGHT_WORD = {
    posts.UNKNOWN_SECTION.id,
    posts.UNKNOWN_POST.id,
    responsible.UNKNOWN_RESPONSIBLE.id,
    roles.ROLE_SLIP.id,
    roles.POST_CUT_OFF.id,
}
"""Problems of a cell with names from a list: they say what is right, so that its spelling is not told beside them."""

_SHEET_ORDER = {sheet.name: number for number, sheet in enumerate(SHEETS)}


def check(submission: Submission, framework: Framework, findings: Findings | None = None) -> tuple[Problem, ...]:
    """Every problem that the checks find, sheet by sheet and row by row; ``findings`` are the submission's, where they
    are known already."""
    findings = findings or findings_of(submission, framework)
    texts = tuple(cells(submission))
    problems = [problem for one in CHECKS for problem in _found(one, texts, submission, framework, findings)]
    told = {problem.place for problem in problems if problem.kind in _WITH_RIGHT_WORD}
    for cell in texts:
        if not _is_sound(cell.field, cell.text):
            problems += [one for one in of_wording(cell) if one.kind != text.MISSPELLING.id or one.place not in told]
    return in_order(problems)


def of_template(texts: Sequence[Cell], submission: Submission, framework: Framework) -> Iterator[Problem]:
    """What is not of this office or year in the words that a template holds."""
    for one in CHECKS:
        if isinstance(one, OfTexts):
            yield from one.check(texts, submission, framework)


def _found(
    one: Check | OfResult | OfTexts,
    texts: Sequence[Cell],
    submission: Submission,
    framework: Framework,
    findings: Findings | None,
) -> Iterable[Problem]:
    if isinstance(one, OfTexts):
        return one.check(texts, submission, framework)
    if isinstance(one, OfResult):
        return one.check(submission, framework, findings) if findings else ()
    return one(submission, framework)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems sheet by sheet and row by row; those of no sheet last."""
    return tuple(sorted(problems, key=lambda problem: _position(problem.place)))


@lru_cache(maxsize=4096)  # offices share posts, names of indicators and duties: checked once, checks take half as long
def _is_sound(field: str, text: str) -> bool:
    """True where no check of wording finds anything in a text."""
    return not of_wording(Cell(Source(), field, text))


def of_wording(cell: Cell) -> list[Problem]:
    """What the checks of wording find in one text."""
    if no_text := list(text.check_no_text(cell)):
        return no_text
    checks = LETTER_CHECKS if _LETTERS.fullmatch(cell.text) else (*LETTER_CHECKS, *SIGN_CHECKS)
    found = [problem for one in checks for problem in one(cell)]
    return found or list(spelling.check_unknown(cell))  # what is told already is not told again in general words


def _position(place: Place) -> tuple[int, int, int, str]:
    """Where a place comes in the workbook: its sheet, row and column (A … Z before AA)."""
    letters, row = re.sub(r"\d", "", place.cell), re.sub(r"\D", "", place.cell)
    return _SHEET_ORDER.get(place.sheet, len(_SHEET_ORDER)), int(row or 0), len(letters), letters
