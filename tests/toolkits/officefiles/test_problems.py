"""How problems are told: errors first, the same at several cells once."""

from __future__ import annotations

import pytest

from officefiles.problems import Kind, Place, Problem, Severity, told

ERROR = Kind("wrong", "ผิด {found}", "แก้")
WARNING = Kind("doubtful", "สงสัย {found}", "ดู", severity=Severity.WARNING)
NOTE = Kind("seen", "สังเกต {found}", "ดู", severity=Severity.NOTE)


def said(*problems: Problem) -> list[str]:
    return [f"{one.place}: {one.message}" for one in told(problems)]


def test_errors_come_first_and_each_weight_in_the_order_found() -> None:
    place = Place("คะแนน", "C5")
    found = [NOTE.at(place, 1), WARNING.at(place, 2), ERROR.at(place, 3), WARNING.at(place, 4), ERROR.at(place, 5)]
    assert [one.message for one in told(found)] == ["ผิด 3", "ผิด 5", "สงสัย 2", "สงสัย 4", "สังเกต 1"]


def test_what_is_the_same_at_several_cells_is_told_once_with_them() -> None:
    found = [WARNING.at(Place("มาตรการ", cell), "x") for cell in ("D2", "D3", "D3", "D7")]
    other = [WARNING.at(Place("มาตรการ", "D4"), "y"), WARNING.at(Place("กิจกรรม", "D2"), "x")]
    assert said(*found[:2], other[0], *found[2:], other[1]) == [
        "ชีต มาตรการ D2, D3, D7: สงสัย x",
        "ชีต มาตรการ D4: สงสัย y",
        "ชีต กิจกรรม D2: สงสัย x",
    ]


@pytest.mark.parametrize(
    ("count", "ends"), [(10, "D9, D10"), (11, "D9, D10 และอีก 1 ช่อง"), (500, "D9, D10 และอีก 490 ช่อง")]
)
def test_a_place_names_ten_cells(count: int, ends: str) -> None:
    (one,) = told(NOTE.at(Place("มาตรการ", f"D{row}"), "x") for row in range(1, count + 1))
    assert one.place.cell.endswith(ends)


def test_what_has_no_cell_and_nothing_that_was_found_keeps_none() -> None:
    assert (ERROR.at(Place()).found, ERROR.at(Place(), 0).found) == ("", "0")
    assert [one.place for one in told([NOTE.at(Place("คะแนน")), NOTE.at(Place("คะแนน")), NOTE.at(Place())])] == [
        Place("คะแนน"),
        Place(),
    ]
