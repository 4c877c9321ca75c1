"""Which workbooks a run is about: those named or below a folder, and nothing that we made ourselves."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ita_docs.batch.jobs import find_jobs, find_workbooks


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with two workbooks, what Excel and we put beside them, and what a run made."""
    for name in (
        "inputs/a.xlsx",
        "inputs/below/b.xlsx",
        "inputs/~$a.xlsx",
        "inputs/.~lock.a.xlsx#",
        "inputs/._a.xlsx",
        "inputs/a_marked.xlsx",
        "inputs/notes.docx",
        "outputs/report.xlsx",
        "outputs/a/summary.xlsx",
        "outputs/a/a_marked.xlsx",
    ):
        path = tmp_path / "desk" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    monkeypatch.chdir(tmp_path / "desk")
    return tmp_path / "desk"


def names(*paths: Path, out: Path = Path("outputs")) -> list[str]:
    books, problems = find_workbooks(paths, out)
    assert not problems
    return [book.name for book in books]


def test_of_a_folder_only_the_offices_own_workbooks_are_taken(desk: Path) -> None:
    assert names(desk / "inputs") == ["a.xlsx", "b.xlsx"]


@pytest.mark.parametrize("given", ["inputs", ".", "../desk", "absolute", "linked"])
@pytest.mark.parametrize("out", ["outputs", "./outputs", "../desk/outputs", "absolute", "linked"])
def test_outputs_of_ours_are_no_inputs_however_the_folders_are_written(desk: Path, given: str, out: str) -> None:
    (desk.parent / "link").symlink_to(desk, target_is_directory=True)
    folder = {"absolute": desk, "linked": desk.parent / "link"}.get(given, Path(given))
    made = {"absolute": desk / "outputs", "linked": desk.parent / "link" / "outputs"}.get(out, Path(out))
    assert names(folder, out=made) == ["a.xlsx", "b.xlsx"]


def test_outputs_that_stand_elsewhere_keep_no_folder_of_that_name_back(desk: Path) -> None:
    assert names(desk / "outputs", out=desk / "elsewhere") == ["summary.xlsx", "report.xlsx"]


@pytest.mark.parametrize("out", [Path(), Path("..")])
def test_outputs_may_stand_round_the_folder_of_the_workbooks(desk: Path, out: Path) -> None:
    assert desk.is_dir()
    assert names(Path("inputs"), out=out) == ["a.xlsx", "b.xlsx"]


def test_a_workbook_named_twice_is_built_once(desk: Path) -> None:
    assert names(desk / "inputs" / "a.xlsx", Path("inputs"), Path("inputs/a.xlsx")) == ["a.xlsx", "b.xlsx"]


def test_a_file_that_is_named_is_taken_whatever_its_name(desk: Path) -> None:
    assert names(desk / "outputs" / "a" / "summary.xlsx") == ["summary.xlsx"]


def test_paths_that_lead_to_no_workbook_are_told(desk: Path) -> None:
    (desk / "empty").mkdir()
    books, problems = find_workbooks([Path("gone.xlsx"), Path("empty"), Path("inputs/a.xlsx")], Path("outputs"))
    assert [book.name for book in books] == ["a.xlsx"]
    assert [(one.kind, one.found) for one in problems] == [("no-such-file", "gone.xlsx"), ("no-workbook", "empty")]


def test_workbooks_of_one_name_would_write_over_each_other_so_the_first_alone_is_built(desk: Path) -> None:
    (desk / "inputs" / "below" / "a.xlsx").write_bytes(b"x")
    jobs, problems = find_jobs([Path("inputs")], Path("outputs"))
    assert [(job.workbook, job.folder) for job in jobs] == [
        (Path("inputs/a.xlsx"), Path("outputs/a")),
        (Path("inputs/below/b.xlsx"), Path("outputs/b")),
    ]
    assert [(one.kind, one.found) for one in problems] == [("same-name", "a.xlsx")]


def test_files_that_look_like_workbooks_are_named_with_the_reason(desk: Path) -> None:
    for name in ("m.xlsm", "t.XLTX", "old.xls", "b.xlsb", "list.csv", "o.ods", "c.xlsx.bak", "d.xlsx ", "notes.txt"):
        (desk / "inputs" / name).write_bytes(b"x")
    for name in ("w.et", "cloud.gsheet", ".hidden.xlsx"):
        (desk / "inputs" / name).write_bytes(b"x")
    for name in ("folder.xlsx", "mac.numbers", "before.xlsx.2565"):
        (desk / "inputs" / name).mkdir()
    (desk / "inputs" / "upper.XLSX").write_bytes(b"x")
    books, problems = find_workbooks([Path("inputs")], Path("outputs"))
    assert [book.name for book in books] == ["a.xlsx", "b.xlsx", "upper.XLSX"]
    assert {problem.kind for problem in problems} == {"file-passed-over"}
    assert [problem.found for problem in problems] == [
        ".hidden.xlsx",
        "b.xlsb",
        "c.xlsx.bak",
        "cloud.gsheet",
        "d.xlsx ",
        "folder.xlsx",
        "list.csv",
        "m.xlsm",
        "mac.numbers",
        "o.ods",
        "old.xls",
        "t.XLTX",
        "w.et",
    ]


def test_a_name_that_is_no_utf_8_is_told_and_the_others_are_found(desk: Path) -> None:
    (desk / "inputs" / os.fsdecode(b"caf\xe9.xlsx")).write_bytes(b"x")
    books, (problem,) = find_workbooks([Path("inputs")], Path("outputs"))
    assert [book.name for book in books] == ["a.xlsx", "b.xlsx"]
    assert (problem.kind, problem.found) == ("file-name-unreadable", "inputs/caf?.xlsx")
