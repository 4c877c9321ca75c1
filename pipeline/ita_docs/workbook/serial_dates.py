"""Days as Excel keeps them: numbers counted from an epoch (ECMA-376 part 1, 18.17.4.1)."""

from __future__ import annotations

import datetime

from officefiles.opc import Package

Moment = datetime.time | datetime.date | datetime.datetime | datetime.timedelta

FROM_1900 = datetime.datetime(1899, 12, 30)
"""The day from which Excel counts, but for January and February 1900: it knows a 29 February of that year."""
_FROM_1904 = datetime.datetime(1904, 1, 1)
_NO_DAY = 60


def epoch_of(workbook: Package) -> datetime.datetime:
    """The day from which a workbook counts its dates."""
    properties = workbook.parts[workbook.main].tree.find("{*}workbookPr")
    from_1904 = properties is not None and properties.get("date1904", "0") in ("1", "true")
    return _FROM_1904 if from_1904 else FROM_1900


def moment(serial: float, epoch: datetime.datetime, *, is_elapsed: bool) -> float | Moment:
    """The date and time with this number of days since ``epoch``, the time alone within the first day, or the time that
    has elapsed; the number where Excel shows no day."""
    from_1900 = epoch == FROM_1900
    if not 0 <= serial <= (datetime.datetime.max - epoch).days or (from_1900 and int(serial) == _NO_DAY):
        return serial
    elapsed = datetime.timedelta(days=round(serial * 86_400) / 86_400)
    if is_elapsed:
        return elapsed
    at = epoch + elapsed + datetime.timedelta(days=from_1900 and serial < _NO_DAY)
    return at.time() if serial < 1 else at
