"""Makes the dict that every template is filled from: ready texts, lists of them, flags and pictures."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from pipeline.analysis import Findings, IndicatorFinding, InstrumentFinding
from pipeline.framework.model import Framework
from pipeline.model import Activity, AnalysisForm, Committee, Digits, Measure, Order, Seat, Submission
from pipeline.thai import breadth, date_long, date_order, digits, score_text, unbroken
from pipeline.wording import Texts

FROM_NOW_ON = "ตั้งแต่บัดนี้เป็นต้นไป"
FROM_A_DATE = "ตั้งแต่วันที่ {date} เป็นต้นไป"
TITLE = "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ของ{office} ประจำปีงบประมาณ พ.ศ. {year}"
SUBJECT = "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA) ประจำปีงบประมาณ พ.ศ. {year}"

LONG_ROLE = 17
"""A role wider than this many letters needs the wider column of the members' table."""

POST_LETTERS = {False: 31, True: 28}
"""How many letters of post and section stand on one line of the members' table, without and with long roles."""


def build(submission: Submission, framework: Framework, findings: Findings, texts: Texts) -> dict[str, object]:
    """All that ``FIELDS`` names, nested, every text as it is to be printed."""
    values = {
        "document": {
            "title": TITLE.format(office=submission.office.name, year=submission.fiscal_year),
            "subject": SUBJECT.format(year=submission.fiscal_year),
            "author": submission.office.name,
        },
        "digits_thai": submission.settings.digits is Digits.THAI,
        "year": str(submission.fiscal_year),
        "last_year": str(submission.assessed_year),
        **_office(submission),
        "order": _order(submission.order),
        "committees": [_committee(number, one) for number, one in enumerate(submission.committees, start=1)],
        **_result(submission, framework, findings, texts),
        "measures": _measures(submission, findings, texts),
        "activities": [_activity(one) for one in submission.activities],
    }
    thai = submission.settings.digits is Digits.THAI
    return {name: _printed(value, thai) for name, value in values.items()}


def _printed(value: object, thai: bool) -> object:
    """``value`` with every text in it in the digits asked for and kept together where a line must not end."""
    if isinstance(value, str):
        return unbroken(digits(value, thai))
    if isinstance(value, dict):
        return {name: _printed(inner, thai) for name, inner in value.items()}
    if isinstance(value, list):
        return [_printed(inner, thai) for inner in value]
    return value


def _office(submission: Submission) -> dict[str, object]:
    office = submission.office
    return {
        "office": {"name": office.name, "short_name": office.short_name, "head_title": office.head_title},
        "sections": [{"name": section.name, "head": section.head} for section in office.sections],
    }


# The order


def _order(order: Order) -> dict[str, object]:
    effective = FROM_A_DATE.format(date=date_long(order.effective)) if order.effective else FROM_NOW_ON
    return {
        "number": f"{order.number}/{order.year}",
        "date": date_order(order.date),
        "subject": order.subject,
        "reason": order.reason,
        "powers": order.powers,
        "effective": effective,
        "signatory": order.signatory.full_name,
        "signatory_position": order.signatory_position,
        "emblem": order.emblem or "",
    }


def _committee(number: int, committee: Committee) -> dict[str, object]:
    long_roles = any(breadth(seat.role) > LONG_ROLE for seat in committee.seats)
    return {
        "number": str(number),
        "name": committee.name,
        "long_roles": long_roles,
        "seats": [_seat(seat, POST_LETTERS[long_roles]) for seat in committee.seats],
        "lead": "\n".join(duty.text for duty in committee.duties if duty.number is None),
        "duties": [
            {"number": f"{duty.number}.", "text": duty.text} for duty in committee.duties if duty.number is not None
        ],
    }


def _seat(seat: Seat, letters: float) -> dict[str, object]:
    """A seat; post and section on one line where they fit in ``letters``, else the section on the next."""
    post = seat.position
    if seat.section and seat.section not in post:
        space = " " if seat.person is None or breadth(f"{post} {seat.section}") <= letters else "\n"
        post = f"{post}{space}{seat.section}".strip()
    return {
        "number": f"({seat.number})",
        "name": seat.person.full_name if seat.person else post,
        "position": post if seat.person else "",
        "role": seat.role,
    }


# Scores and their analysis


def _result(submission: Submission, framework: Framework, findings: Findings, texts: Texts) -> dict[str, object]:
    mark = submission.settings.full_mark.value

    def indicators(found: Sequence[IndicatorFinding]) -> list[dict[str, object]]:
        return [_indicator(one, texts, mark) for one in found]

    return {
        "total": score_text(findings.total.used, mark),
        "level": findings.level,
        "goal": f"{framework.goal.score.normalize():f}",
        "instruments": [_instrument(one, mark) for one in findings.instruments],
        "indicators": indicators(findings.indicators),
        "analysis": {
            "intro": texts.intro,
            "instruments": list(texts.instruments),
            "summary": texts.summary,
            "as_one_list": submission.settings.analysis_form is AnalysisForm.ONE_LIST,
            "items": indicators(findings.indicators),
            "strengths_lead": texts.strengths_lead,
            "strengths": indicators(findings.strengths),
            "weaknesses_lead": texts.weaknesses_lead,
            "weaknesses": indicators(findings.weaknesses),
            "closing": texts.closing,
        },
    }


def _instrument(one: InstrumentFinding, mark: str) -> dict[str, object]:
    return {
        "code": one.code,
        "name": one.name,
        "weight": f"{(one.weight * 100).normalize():f}",
        "score": score_text(one.score.used, mark),
        "weighted": score_text(one.weighted, mark),
    }


def _indicator(one: IndicatorFinding, texts: Texts, mark: str) -> dict[str, object]:
    return {
        "number": str(one.number),
        "name": one.name,
        "instrument": one.instrument,
        **_scores(one, mark),
        "rank": str(one.rank),
        "strength": one.strength,
        "text": texts.indicators[one.number],
    }


def _scores(one: IndicatorFinding, mark: str) -> dict[str, object]:
    """The score, last year's and the change; empty where last year's is not known."""
    return {
        "score": score_text(one.score, mark),
        "previous": "" if one.previous is None else score_text(one.previous, mark),
        "change": _signed(one.change),
    }


def _signed(change: Decimal | None) -> str:
    """A change with its sign, two decimals; empty where it is not known."""
    if change is None:
        return ""
    return score_text(change) if change <= 0 else f"+{score_text(change)}"


# Measures and activities


def _measures(submission: Submission, findings: Findings, texts: Texts) -> list[dict[str, object]]:
    mark = submission.settings.full_mark.value
    by_number = {one.number: one for one in findings.indicators}
    before = [None, *(measure.indicator for measure in submission.measures)]
    return [
        {
            **_measure(measure, by_number[measure.indicator], mark),
            "continued": earlier == measure.indicator,
            "analysis": texts.indicators[measure.indicator],
        }
        for measure, (earlier, _) in zip(submission.measures, pairwise(before), strict=True)
    ]


def _measure(measure: Measure, one: IndicatorFinding, mark: str) -> dict[str, object]:
    return {
        "number": str(measure.indicator),
        "name": measure.indicator_name or one.name,
        **_scores(one, mark),
        "actions": list(measure.actions),
        "follow_ups": [*measure.follow_ups, *([measure.frequency] if measure.frequency else [])],
        "frequency": measure.frequency,
        "responsible": measure.responsible,
        "steps": measure.steps,
        "period": measure.period,
        "reporting": measure.reporting,
    }


def _activity(activity: Activity) -> dict[str, object]:
    return {
        "number": str(activity.number),
        "date": date_long(activity.date),
        "caption": activity.caption,
        "place": activity.place,
        "pictures": list(activity.pictures),
    }
