"""One office of a batch: when it is built, what is told and remembered; printing, previews, the words of a report."""

from __future__ import annotations

import datetime
import os
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

import made_workbook
from ita_docs.batch import pictures, printing
from ita_docs.batch.jobs import Job, Options, Outcome, OutcomeStatus
from ita_docs.batch.office import build, check, crashed
from ita_docs.checks.completeness import CompletenessRow, Found
from ita_docs.comparison.documents import Reader
from ita_docs.comparison.figures import LeftOut
from ita_docs.outputs import files, manifest, reasons
from ita_docs.outputs.differences import differences
from ita_docs.outputs.store import write_file, write_new
from ita_docs.places import packaged_templates
from ita_docs.report import (
    STATUS_THAI,
    UNVERIFIED,
    Tally,
    as_dict,
    asked_lines,
    completeness_lines,
    counts,
    headline,
    lines,
    row,
)
from made_docx import docx, p
from officefiles.problems import Kind, Place, Severity
from thaipages.pdf import Printed

TITLE = {"title": packaged_templates() / "title_template.docx"}
ONLY = Options(TITLE, frozenset({"title"}))
ERROR, WARNING, NOTE = (
    Kind(name, f"{name} {{found}}", "แก้", severity=severity)
    for name, severity in (("ผิด", Severity.ERROR), ("สงสัย", Severity.WARNING), ("สังเกต", Severity.NOTE))
)


@pytest.fixture
def job(tmp_path: Path) -> Job:
    return Job(made_workbook.save(made_workbook.sheets(), tmp_path, "a.xlsx"), tmp_path / "out" / "a")


def spoil(job: Job) -> None:
    book = made_workbook.sheets()
    made_workbook.put(book, "คะแนน", "C5", "สี่")
    made_workbook.save(book, job.workbook.parent, job.workbook.name)


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if path.name != manifest.NAME}


# When an office is built


def test_an_office_is_built_once_and_again_when_something_changed(job: Job) -> None:
    first = build(job, ONLY)
    assert (first.status, first.reasons, first.files) == (
        OutcomeStatus.BUILT,
        ("ยังไม่เคยสร้าง",),
        (job.folder / "title.docx",),
    )
    again = build(job, ONLY)
    assert (again.status, again.reasons, again.files) == (OutcomeStatus.UNCHANGED, (), first.files)
    forced = build(job, replace(ONLY, force=True))
    assert (forced.status, forced.reasons) == (OutcomeStatus.BUILT, ())
    traced = build(job, replace(ONLY, traced=True))
    assert (traced.status, traced.reasons) == (OutcomeStatus.BUILT, ("ตัวเลือกที่สั่ง เปลี่ยนไป",))
    other = build(job, replace(ONLY, only=frozenset({"title", "tracker"})))
    assert other.reasons == ("ตัวเลือกที่สั่ง เปลี่ยนไป",)
    assert names(job.folder) == {"title.docx", "tracker.xlsx", "tracker.ics"}


def test_asking_for_edits_to_go_builds_what_has_not_changed(job: Job) -> None:
    build(job, ONLY)
    (job.folder / "title.docx").write_bytes(docx(p("แก้ด้วยมือ")))
    assert build(job, ONLY).status is OutcomeStatus.UNCHANGED
    again = build(job, replace(ONLY, replace_edited=datetime.date(2025, 11, 22)))
    assert (again.status, names(job.folder)) == (OutcomeStatus.BUILT, {"title.docx", "title_backup_2025-11-22.docx"})


def test_a_workbook_with_an_error_is_refused_and_stays_so_until_it_is_mended(job: Job) -> None:
    spoil(job)
    first = build(job, ONLY)
    assert (first.status, [one.kind for one in first.problems]) == (OutcomeStatus.REFUSED, ["not-a-score"])
    assert names(job.folder) == {"a_marked.xlsx"}
    again = build(job, ONLY)
    assert (again.status, again.problems, again.reasons) == (OutcomeStatus.REFUSED, first.problems, ())
    made_workbook.save(made_workbook.sheets(), job.workbook.parent, job.workbook.name)
    assert build(job, ONLY).status is OutcomeStatus.BUILT


def test_an_office_refused_again_shows_its_marked_copy_and_not_the_documents_of_before(job: Job) -> None:
    build(job, ONLY)
    spoil(job)
    first, again = build(job, ONLY), build(job, ONLY)
    assert [[path.name for path in one.files] for one in (first, again)] == [["a_marked.xlsx"]] * 2
    assert names(job.folder) == {"title.docx", "a_marked.xlsx"}


def test_a_check_leaves_what_was_built_as_it_was(job: Job) -> None:
    build(job, ONLY)
    checked = check(job, ONLY)
    assert (checked.status, checked.files, bool(checked.completeness)) == (OutcomeStatus.CHECKED, (), True)
    assert build(job, ONLY).status is OutcomeStatus.UNCHANGED
    spoil(job)
    checked = check(job, ONLY)
    assert (checked.status, [one.kind for one in checked.problems]) == (OutcomeStatus.CHECKED, ["not-a-score"])
    assert names(job.folder) == {"title.docx", "a_marked.xlsx"}
    made_workbook.save(made_workbook.sheets(), job.workbook.parent, job.workbook.name)
    assert build(job, ONLY).status is OutcomeStatus.UNCHANGED


def test_proof_copies_stand_apart(job: Job) -> None:
    made_proof = build(job, replace(ONLY, proof=True))
    assert (made_proof.status, made_proof.job.folder) == (OutcomeStatus.PROOFED, job.folder / "proof")
    assert names(job.folder) == {"proof"}
    (job.folder / "proof").rename(job.folder / "away")
    (job.folder / "proof").write_bytes(b"a file")
    blocked = build(job, replace(ONLY, proof=True))
    assert (blocked.status, [one.kind for one in blocked.problems]) == (OutcomeStatus.BROKEN, ["not-written"])
    job.workbook.write_bytes(b"no workbook")
    refused = build(job, replace(ONLY, proof=True))
    assert (refused.status, [one.kind for one in refused.problems]) == (OutcomeStatus.REFUSED, ["file-not-workbook"])


def test_the_tracker_of_an_office_is_the_file_or_that_of_its_name_in_the_folder(job: Job, tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    file, folder = tmp_path / "kept" / "a.xlsx", tmp_path / "kept"
    assert Options().tracker_of(job) is None
    assert Options(tracker=folder).tracker_of(job) is None
    assert "tracker-missing" in [one.kind for one in build(job, replace(ONLY, tracker=folder)).problems]
    file.write_bytes(b"x")
    assert Options(tracker=folder).tracker_of(job) == Options(tracker=file).tracker_of(job) == file
    assert "tracker-missing" not in [one.kind for one in build(job, replace(ONLY, tracker=folder)).problems]


def test_a_template_that_is_broken_and_a_fault_of_ours_are_told_apart(
    job: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = job.workbook.with_name("title_template.docx")
    broken.write_bytes(b"x")
    reported = build(job, Options({"title": broken}, frozenset({"title"})))
    assert (reported.status, [one.kind for one in reported.problems]) == (OutcomeStatus.BROKEN, ["broken-setup"])

    def fail(*_given: object, **_named: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("ita_docs.papers.pack.produce", fail)
    reported = build(job, ONLY)
    assert (reported.status, [one.found for one in reported.problems]) == (OutcomeStatus.BROKEN, ["ZeroDivisionError"])
    assert crashed(job, KeyError("ก")).problems[0].found == "KeyError: 'ก'"


# Printing


def documents(folder: Path, *stems: str) -> tuple[Path, ...]:
    folder.mkdir(parents=True, exist_ok=True)
    for stem in stems:
        (folder / f"{stem}.docx").write_bytes(docx(p(stem)))
    return tuple(folder / f"{stem}.docx" for stem in stems)


@pytest.fixture
def requested(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The names of the files of each call of the office program, for which another prints; only files that begin with
    "drawn" can be drawn."""
    calls: list[list[str]] = []

    def draw(paths: Sequence[Path], _unread: Collection[str] = ()) -> tuple[Printed, ...]:
        return tuple(
            Printed(one, b"%PDF drawn", 1) if one.stem.startswith("drawn") else Printed(one, obstacles=("กล่องข้อความ",))
            for one in paths
        )

    def convert(paths: Sequence[Path], *, timeout: float) -> tuple[Printed, ...]:
        assert timeout == printing.TIMEOUT
        calls.append([path.stem for path in paths])
        lost = WARNING.at(Place(), "ไม่ได้พิมพ์")
        return tuple(Printed(one) if one.stem == "lost" else Printed(one, b"%PDF", 1, (lost,)) for one in paths)

    monkeypatch.setattr("thaipages.pdf.draw", draw)
    monkeypatch.setattr("thaipages.pdf.convert", convert)
    monkeypatch.setattr("thaipages.pdf.office.find", lambda: Path("soffice"))
    monkeypatch.setattr("thaipages.planning.pageproof.prove_pages", lambda name, *_given: (NOTE.at(Place(), name),))
    return calls


def printed_of(*outcomes: Outcome, prove: bool = False) -> list[Outcome]:
    drawn = (printing.draw_pdfs(one, Options(pdf=True)) for one in outcomes)
    return list(printing.print_pdfs(drawn, prove=prove))


def test_what_has_no_pdf_yet_is_drawn_and_printed_where_it_cannot_be_drawn(
    tmp_path: Path, requested: list[list[str]]
) -> None:
    made_files = documents(tmp_path, "drawn", "fresh", "old", "new", "lost")
    for stem, age in (("old", -1), ("new", 0)):
        pdf = tmp_path / f"{stem}.pdf"
        pdf.write_bytes(b"%PDF")
        time = (tmp_path / f"{stem}.docx").stat().st_mtime_ns + age * 10**9
        os.utime(pdf, ns=(time, time))
    outcome = Outcome(Job(tmp_path / "a.xlsx", tmp_path), OutcomeStatus.BUILT, files=(*made_files, tmp_path / "t.xlsx"))
    (printed,) = printed_of(outcome)
    assert requested == [["fresh", "old", "lost"]]
    assert printed.files == (*outcome.files, *(tmp_path / f"{stem}.pdf" for stem in ("drawn", "fresh", "old")))
    assert [one.found for one in printed.problems] == ["ไม่ได้พิมพ์"]
    assert (tmp_path / "fresh.pdf").read_bytes() == b"%PDF"
    assert (tmp_path / "drawn.pdf").read_bytes() == b"%PDF drawn"


def test_without_an_office_program_what_cannot_be_drawn_is_told_with_what_stands_in_the_way(
    tmp_path: Path, requested: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("thaipages.pdf.office.find", lambda: None)
    outcome = Outcome(Job(tmp_path / "a.xlsx", tmp_path), OutcomeStatus.BUILT, files=documents(tmp_path, "drawn", "a"))
    (printed,) = printed_of(outcome)
    assert (requested, printed.files) == ([], (*outcome.files, tmp_path / "drawn.pdf"))
    assert [(one.kind, one.found) for one in printed.problems] == [("not-drawn", "กล่องข้อความ")]
    assert "a.docx" in printed.problems[0].message


def test_to_prove_the_pages_the_office_program_prints_all(tmp_path: Path, requested: list[list[str]]) -> None:
    made_files = documents(tmp_path, "drawn", "b")
    outcome = Outcome(Job(tmp_path / "a.xlsx", tmp_path), OutcomeStatus.BUILT, files=made_files)
    printed_of(outcome)
    (proved,) = printed_of(outcome, prove=True)
    assert requested == [["b"], ["drawn", "b"]]
    assert [one.found for one in proved.problems] == ["ไม่ได้พิมพ์", "drawn.docx", "b.docx"]
    assert (tmp_path / "drawn.pdf").read_bytes() == b"%PDF drawn"


def test_sixteen_offices_are_printed_in_one_call_and_refused_ones_not(
    tmp_path: Path, requested: list[list[str]]
) -> None:
    jobs = [Job(tmp_path / f"{number}.xlsx", tmp_path / str(number)) for number in range(18)]
    outcomes = [Outcome(job, OutcomeStatus.BUILT, files=documents(job.folder, job.folder.name)) for job in jobs]
    outcomes[3] = replace(outcomes[3], status=OutcomeStatus.REFUSED)
    printed = printed_of(*outcomes)
    assert [len(call) for call in requested] == [15, 2]
    assert [len(one.files) for one in printed] == [2, 2, 2, 1, *[2] * 14]
    assert printed_of(outcomes[3]) == [outcomes[3]]
    assert len(requested) == 2


def test_a_pdf_that_cannot_be_written_is_told(tmp_path: Path, requested: list[list[str]]) -> None:
    (made_file,) = documents(tmp_path, "a")
    (tmp_path / "a.pdf").mkdir()
    os.utime(tmp_path / "a.pdf", (0, 0))
    (printed,) = printed_of(Outcome(Job(tmp_path, tmp_path), OutcomeStatus.BUILT, files=(made_file,)))
    assert requested
    assert [one.kind for one in printed.problems] == ["สงสัย", "not-written"]
    assert printed.files == (made_file,)


def test_pdfs_of_an_earlier_run_are_told_once_they_are_older(tmp_path: Path) -> None:
    made_files = documents(tmp_path, "a", "b", "c", "d")
    for stem, age in (("a", -1), ("b", 0), ("c", -1)):
        (tmp_path / f"{stem}.pdf").write_bytes(b"%PDF")
        time = (tmp_path / f"{stem}.docx").stat().st_mtime_ns + age * 10**9
        os.utime(tmp_path / f"{stem}.pdf", ns=(time, time))
    outcome = Outcome(Job(tmp_path, tmp_path), OutcomeStatus.UNCHANGED, files=made_files)
    fresh = replace(outcome, files=made_files[3:])
    reported = list(printing.tell_old_pdfs([outcome, fresh]))
    assert [[one.found for one in each.problems] for each in reported] == [["a.pdf, c.pdf"], []]


def test_pictures_of_a_document_take_the_place_of_those_before(
    tmp_path: Path, requested: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("thaipages.pdf.preview.contact_sheet", lambda _pdf: b"sheet")
    monkeypatch.setattr("thaipages.pdf.preview.pages", lambda _pdf: iter([b"1", b"2"]))
    paths = documents(tmp_path, "a", "lost")
    folder = tmp_path / pictures.FOLDER
    folder.mkdir()
    for old in ("a-01.png", "a-03.png", "a-x.png", "b-01.png"):
        (folder / old).write_bytes(b"old")
    shown, lost = pictures.picture(paths)
    assert requested == [["a", "lost"]]
    assert (shown.sheet, shown.pages) == (folder / "a.png", (folder / "a-01.png", folder / "a-02.png"))
    assert (lost.sheet, lost.pages) == (None, ())
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {
        "a.png": b"sheet", "a-01.png": b"1", "a-02.png": b"2", "a-x.png": b"old", "b-01.png": b"old",
    }  # fmt: skip


@pytest.mark.usefixtures("requested")
def test_pictures_that_cannot_be_written_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("thaipages.pdf.preview.contact_sheet", lambda _pdf: b"sheet")
    monkeypatch.setattr("thaipages.pdf.preview.pages", lambda _pdf: iter([b"1"]))
    (tmp_path / pictures.FOLDER).write_bytes(b"a file")
    (shown,) = pictures.picture(documents(tmp_path, "a"))
    assert (shown.sheet, shown.pages) == (None, ())
    assert [problem.kind for problem in shown.problems] == [WARNING.id, "not-written"]


def test_of_a_folder_every_document_of_that_name_is_shown(tmp_path: Path) -> None:
    documents(tmp_path / "x", "order", "pack")
    documents(tmp_path / "y", "order")
    found = pictures.documents(tmp_path, "order")
    assert [path.relative_to(tmp_path).as_posix() for path in found] == ["x/order.docx", "y/order.docx"]
    assert pictures.documents(found[0], "pack") == (found[0],)


# Files of no office


def test_a_new_workbook_never_takes_the_place_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "below" / "new.xlsx"
    assert write_new(path, b"1") == ()
    assert [(one.kind, one.found) for one in write_new(path, b"2")] == [("already-there", str(path))]
    assert path.read_bytes() == b"1"
    assert [one.kind for one in write_new(path / "x.xlsx", b"2")] == ["not-written"]


def test_a_report_takes_the_place_of_the_last(tmp_path: Path) -> None:
    assert (write_file(tmp_path / "r.xlsx", b"1"), write_file(tmp_path / "r.xlsx", b"2")) == ((), ())
    assert (tmp_path / "r.xlsx").read_bytes() == b"2"
    assert [(one.kind, one.found) for one in write_file(tmp_path, b"1")] == [("not-written", tmp_path.name)]


def test_workbooks_of_a_comparison_are_called_by_their_paths_below_the_common_folder(tmp_path: Path) -> None:
    for name in ("x/a.xlsx", "x/y/b.xlsx", "z.xlsx"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"no workbook")
    paths = [tmp_path / name for name in ("x/a.xlsx", "x/y/b.xlsx", "z.xlsx")]
    found = [Reader.of(paths, None).read(path) for path in paths]
    assert [one.workbook for one in found] == ["x/a.xlsx", "x/y/b.xlsx", "z.xlsx"]
    assert all(isinstance(one, LeftOut) and one.errors for one in found)
    assert Reader.of(paths[:1], None).read(paths[0]).workbook == "a.xlsx"
    assert Reader.of([], None).below is None


# What the system says


def test_why_the_system_refused_is_told_in_thai() -> None:
    assert reasons.explain(OSError(28, "No space left")).startswith("เนื้อที่ดิสก์เต็ม")
    assert reasons.explain(OSError(9999, "strange")) == "ระบบแจ้งว่า strange"
    assert reasons.explain(OSError("odd")) == "ระบบแจ้งว่า odd"
    for code, reason in ((32, "ไฟล์เปิดค้างอยู่ในโปรแกรมอื่น ปิด"), (33, "ไฟล์เปิดค้างอยู่ในโปรแกรมอื่น ปิด"), (112, "เนื้อที่ดิสก์เต็ม")):
        refused = OSError(13, "denied")
        refused.winerror = code  # type: ignore[attr-defined]
        assert reasons.explain(refused).startswith(reason)


def test_what_a_file_holds(tmp_path: Path) -> None:
    full, empty, gone = tmp_path / "full", tmp_path / "empty", tmp_path / "gone"
    full.write_bytes(b"1")
    empty.touch()
    assert [files.has_content(path) for path in (full, empty, gone)] == [True, False, False]
    assert [bool(files.fingerprint(path)) for path in (full, empty, gone)] == [True, True, False]
    assert files.fingerprint(full) == files.hash_of(b"1")
    full.write_bytes(b"22")
    assert files.fingerprint(full) == files.hash_of(b"22")


def test_halves_of_a_killed_run_go_and_nothing_else(tmp_path: Path) -> None:
    for name in (".a.docx.12.tmp", "a.tmp", ".a.docx", "a.docx"):
        (tmp_path / name).touch()
    files.clear_halves(tmp_path)
    assert names(tmp_path) == {"a.tmp", ".a.docx", "a.docx"}


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (["ก", "ข"], ["ก", "ข"], ["ข้อความเหมือนกัน ต่างกันที่รูปแบบ"]),
        (["ก", "คำสั่ง"], ["ก"], ["ฉบับแก้ไขมี «คำสั่ง»"]),
        (["ก"], ["ก", "ประกาศ"], ["ฉบับใหม่มี «ประกาศ»"]),
        (["ก", "งาน ที่ 1"], ["ก", "งาน ที่ 2"], ["ฉบับแก้ไข «1» ฉบับใหม่ «2»"]),
        (["ก"] + [f"ข้อ {n}" for n in range(5)], ["ก"], [f"ฉบับแก้ไขมี «ข้อ {n}»" for n in range(5)]),
        (["ก"] + [f"ข้อ {n}" for n in range(6)], ["ก"], [*(f"ฉบับแก้ไขมี «ข้อ {n}»" for n in range(5)), "และอีก 1 แห่ง"]),
        (["x" * 41], ["ก", "ข"], [f"ฉบับแก้ไขมี «{'x' * 39}…»", "ฉบับใหม่มี «ก»", "ฉบับใหม่มี «ข»"]),
        (["ก", "", "ข"], ["ก", "ข"], ["ข้อความเหมือนกัน ต่างกันที่รูปแบบ"]),
    ],
)
def test_what_a_person_changed_in_words(before: list[str], after: list[str], said: list[str]) -> None:
    edited, new = (docx("".join(p(line) for line in lines_)) for lines_ in (before, after))
    assert list(differences("order.docx", edited, new)) == said


# The words of a report


def outcome(status: OutcomeStatus, *problems: Kind) -> Outcome:
    reported = tuple(kind.at(Place("คะแนน", "C5"), "ก") for kind in problems)
    return Outcome(Job(Path("in/a.xlsx"), Path("out/a")), status, reported)


@pytest.mark.parametrize(
    ("outcomes", "general", "code"),
    [
        ([], [], 0),
        ([outcome(OutcomeStatus.BUILT, WARNING, NOTE), outcome(OutcomeStatus.UNCHANGED)], [], 0),
        ([outcome(OutcomeStatus.REFUSED, ERROR)], [], 1),
        ([outcome(OutcomeStatus.CHECKED, ERROR)], [], 1),
        ([outcome(OutcomeStatus.BUILT)], [ERROR.at(Place())], 2),
        ([outcome(OutcomeStatus.BUILT)], [WARNING.at(Place())], 0),
        ([outcome(OutcomeStatus.REFUSED, ERROR)], [ERROR.at(Place())], 1),
        ([outcome(OutcomeStatus.BROKEN), outcome(OutcomeStatus.REFUSED, ERROR)], [ERROR.at(Place())], 3),
    ],
)
def test_how_a_run_ends(outcomes: list[Outcome], general: list[object], code: int) -> None:
    tally = Tally()
    for one in outcomes:
        tally.add(one)
    assert tally.exit_code(general) == code  # type: ignore[arg-type]


def test_a_run_is_summed_up_by_what_became_of_its_workbooks() -> None:
    tally = Tally()
    for status in (OutcomeStatus.BUILT, OutcomeStatus.REFUSED, OutcomeStatus.BUILT):
        tally.add(outcome(status))
    assert (
        tally.summary() == f"รวม 3 ไฟล์: {STATUS_THAI[OutcomeStatus.BUILT]} 2 | {STATUS_THAI[OutcomeStatus.REFUSED]} 1"
    )


def test_problems_as_lines_and_cells() -> None:
    placed, bare = ERROR.at(Place("คะแนน", "C5"), "x" * 61), NOTE.at(Place())
    assert list(lines([placed, replace(placed, message="ผิด"), bare])) == [
        f"  [ต้องแก้ไข] ชีต คะแนน C5: ผิด {'x' * 61} | แก้",
        f"  [ต้องแก้ไข] ชีต คะแนน C5: ผิด | พบ: {'x' * 59}… | แก้",
        "  [ข้อสังเกต] สังเกต  | แก้",
    ]
    assert row(placed) == ("ต้องแก้ไข", "คะแนน", "C5", f"ผิด {'x' * 61}", f"{'x' * 59}…", "แก้")
    assert counts([placed, placed, bare]) == "ต้องแก้ไข 2 ควรตรวจสอบ 0 ข้อสังเกต 1"


def test_errors_are_listed_first_and_the_same_once() -> None:
    twice = [NOTE.at(Place("คะแนน", cell)) for cell in ("C5", "C6")]
    assert list(lines([*twice, ERROR.at(Place("คะแนน", "C7"), "x")])) == [
        "  [ต้องแก้ไข] ชีต คะแนน C7: ผิด x | แก้",
        "  [ข้อสังเกต] ชีต คะแนน C5, C6: สังเกต  | แก้",
    ]


def test_a_workbook_on_one_line() -> None:
    without = outcome(OutcomeStatus.CHECKED, WARNING)
    assert headline(without) == f"a.xlsx: {STATUS_THAI[OutcomeStatus.CHECKED]} | ต้องแก้ไข 0 ควรตรวจสอบ 1 ข้อสังเกต 0"
    built = replace(without, status=OutcomeStatus.BUILT, files=(Path("out/a/x.docx"), Path("out/a/y.docx")))
    assert headline(built).startswith(f"a.xlsx: {STATUS_THAI[OutcomeStatus.BUILT]} ที่ {Path('out/a')} (2 ไฟล์) | ")


def test_what_the_items_ask_for_an_item_a_block() -> None:
    one = CompletenessRow(2566, "O42", "มาตรการ", "ผู้รับผิดชอบ", Found.FULL, "ชีตมาตรการ", True, family="สพฐ.")
    other = replace(one, item="O43", found=Found.NONE, verified=False)
    rows = (one, replace(one, requirement="ระยะเวลา"), other, replace(other, requirement="ระยะเวลา"))
    assert list(completeness_lines(replace(outcome(OutcomeStatus.CHECKED), completeness=rows))) == [
        "O42 มาตรการ (รายการของ สพฐ. ปี พ.ศ. 2566)",
        "  [มีครบ] ผู้รับผิดชอบ: ชีตมาตรการ",
        "  [มีครบ] ระยะเวลา: ชีตมาตรการ",
        "O43 มาตรการ (รายการของ สพฐ. ปี พ.ศ. 2566)",
        "  [ยังไม่มี] ผู้รับผิดชอบ: ชีตมาตรการ",
        "  [ยังไม่มี] ระยะเวลา: ชีตมาตรการ",
        UNVERIFIED.format(items="O43"),
    ]


def test_a_build_says_too_which_points_are_to_be_compared_with_the_manual() -> None:
    asked = (manifest.AskedItem("O25", "มาตรการ", 7, 7), manifest.AskedItem("O26", "ผล", 0, 1, ("ผล",), verified=False))
    assert list(asked_lines(replace(outcome(OutcomeStatus.BUILT), asked=asked))) == [
        "  O25 มาตรการ: มีครบ 7 จาก 7 ข้อ",
        "  O26 ผล: มีครบ 0 จาก 1 ข้อ ยังขาด ผล",
        UNVERIFIED.format(items="O26"),
    ]


def test_a_checked_workbook_names_its_marked_copy() -> None:
    marked = Path("out/a/a_marked.xlsx")
    line = headline(replace(outcome(OutcomeStatus.CHECKED, WARNING), files=(marked,)))
    assert line.startswith(f"a.xlsx: ตรวจแล้ว ทำเครื่องหมายไว้ใน {marked} | ")


def test_an_outcome_as_plain_values_holds_what_weighs_enough() -> None:
    given = replace(outcome(OutcomeStatus.BUILT, NOTE, ERROR, WARNING), reasons=("ก",), seconds=1.23456)
    assert [one["kind"] for one in as_dict(given)["problems"]] == ["สังเกต", "ผิด", "สงสัย"]  # type: ignore[attr-defined]
    least = as_dict(given, Severity.WARNING)
    assert [one["kind"] for one in least["problems"]] == ["ผิด", "สงสัย"]  # type: ignore[attr-defined]
    assert (least["status"], least["reasons"], least["seconds"], least["files"]) == ("built", ["ก"], 1.235, [])
