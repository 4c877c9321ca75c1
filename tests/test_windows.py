"""What Windows answers, by its error numbers: what is held for a moment is waited for, the rest told, nothing lost."""

from __future__ import annotations

import errno
import io
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from ita_docs.batch import jobs, pool
from ita_docs.cli import packs
from ita_docs.outputs import disk, files, manifest, names, reasons, store
from made_docx import docx, p

HELD, NETWORK = "ไฟล์เปิดค้างอยู่ในโปรแกรมอื่น", "ติดต่อโฟลเดอร์ที่ใช้ร่วมกันในเครือข่ายไม่ได้"
ANSWERS = {
    3: (errno.ENOENT, "โฟลเดอร์ถูกลบหรือย้ายไป"),
    5: (errno.EACCES, HELD),
    32: (errno.EACCES, HELD),
    33: (errno.EACCES, HELD),
    53: (errno.ENOENT, NETWORK),
    64: (errno.EINVAL, NETWORK),
    67: (errno.ENOENT, NETWORK),
    112: (errno.ENOSPC, "เนื้อที่ดิสก์เต็ม"),
    123: (errno.EINVAL, "ชื่อไฟล์หรือโฟลเดอร์มีอักขระที่ Windows ไม่อนุญาต"),
    206: (errno.ENOENT, "ชื่อไฟล์หรือที่อยู่ยาวเกินไป"),
    1224: (errno.EINVAL, HELD),
}
"""Error numbers of Windows, the number of C that Python gives them, and how the reason begins that staff read."""
PASSING = (5, 32, 33, 1224)
FIRST, SECOND = docx(p("ฉบับแรก")), docx(p("ฉบับหลัง"))
DAMAGED = b"{"


def answer(code: int, *paths: object) -> OSError:
    """What a call raises on Windows."""
    fault = OSError(ANSWERS[code][0], "The system says no", *map(str, paths[:1]))
    fault.winerror = code  # type: ignore[attr-defined]
    return fault


@dataclass
class Refusal:
    """A system that refuses what touches ``victim``, so many ``times``."""

    victim: Path
    code: int
    times: int
    calls: int = 0

    def instead_of(self, call: Callable[..., object]) -> Callable[..., object]:
        def refused(*given: object, **more: object) -> object:
            if str(self.victim) in map(str, given):
                self.calls += 1
                if self.calls <= self.times:
                    raise answer(self.code, self.victim)
            return call(*given, **more)

        return refused


@pytest.fixture(autouse=True)
def naps(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds that were waited between tries; none really."""
    waited: list[float] = []
    monkeypatch.setattr(disk.time, "sleep", waited.append)
    return waited


def refuse(
    monkeypatch: pytest.MonkeyPatch, call: tuple[object, str], victim: Path, code: int, times: int = 999
) -> Refusal:
    refusal = Refusal(victim, code, times)
    monkeypatch.setattr(*call, refusal.instead_of(getattr(*call)))
    return refusal


def build(folder: Path, content: bytes) -> list[str]:
    stored = store.store(folder, {"order.docx": content, "title.docx": content}, {"run": content.hex()})
    return [problem.message for problem in stored.problems]


def write_report(folder: Path, content: bytes) -> list[str]:
    return [problem.message for problem in store.write_file(folder / "order.docx", content)]


def write_pdfs(folder: Path, content: bytes) -> list[str]:
    made = {folder / name: content for name in ("order.docx", "title.docx")}
    return [problem.message for problem in store.write_files(folder, made).values()]


WRITING = {"documents": build, "the report": write_report, "PDFs and pictures": write_pdfs}
CALLS = {"replace": (os, "replace"), "open": (io, "open")}


def victim_of(call: str, path: Path) -> Path:
    """What the call is given that is to write ``path``."""
    return path if call == "replace" else files._half(path)


@pytest.mark.parametrize("code", ANSWERS)
@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("place", WRITING)
class TestAFile:
    def test_that_is_refused_once(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str, call: str, code: int
    ) -> None:
        path = tmp_path / "order.docx"
        WRITING[place](tmp_path, FIRST)
        refusal = refuse(monkeypatch, CALLS[call], victim_of(call, path), code, times=1)
        said = WRITING[place](tmp_path, SECOND)
        if code in PASSING:
            assert (said, path.read_bytes(), refusal.calls) == ([], SECOND, 2)
        else:
            assert [one.partition(": ")[0] for one in said] == ["บันทึก order.docx ไม่สำเร็จ"]
            assert (path.read_bytes(), refusal.calls) == (FIRST, 1)

    def test_that_is_refused_for_ever_is_told_and_nothing_is_lost(
        self,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        naps: list[float],
        place: str,
        call: str,
        code: int,
    ) -> None:
        path = tmp_path / "order.docx"
        WRITING[place](tmp_path, FIRST)
        with monkeypatch.context() as patch:
            refuse(patch, CALLS[call], victim_of(call, path), code)
            (said,) = WRITING[place](tmp_path, SECOND)
        assert said.startswith(f"บันทึก order.docx ไม่สำเร็จ: {ANSWERS[code][1]}")
        assert path.read_bytes() == FIRST
        assert place == "the report" or (tmp_path / "title.docx").read_bytes() == SECOND
        assert 0.5 < sum(naps) < 1 if code in PASSING else not naps
        assert WRITING[place](tmp_path, SECOND) == []
        assert path.read_bytes() == SECOND
        assert not list(tmp_path.glob("*.tmp"))


@pytest.mark.parametrize("code", ANSWERS)
@pytest.mark.parametrize("call", CALLS)
def test_a_memory_that_cannot_be_written_is_told_and_the_next_run_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, code: int
) -> None:
    memory = tmp_path / manifest.NAME
    build(tmp_path, FIRST)
    with monkeypatch.context() as patch:
        refuse(patch, CALLS[call], victim_of(call, memory), code, times=1)
        once = build(tmp_path, SECOND)
    assert bool(once) == (code not in PASSING)
    with monkeypatch.context() as patch:
        refuse(patch, CALLS[call], victim_of(call, memory), code)
        (said,) = build(tmp_path, FIRST)
    assert ANSWERS[code][1] in said
    assert build(tmp_path, FIRST) == []
    assert {path.name for path in tmp_path.iterdir()} == {"order.docx", "title.docx", manifest.NAME}


@pytest.mark.parametrize("code", [5, 32, 53, 64])
def test_a_memory_that_cannot_be_read_is_told_and_not_taken_for_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    memory = tmp_path / manifest.NAME
    build(tmp_path, FIRST)
    before = memory.read_bytes()
    with monkeypatch.context() as patch:
        refuse(patch, (io, "open"), memory, code)
        (said,) = build(tmp_path, SECOND)
    assert said.startswith(f"บันทึก {manifest.NAME} ไม่สำเร็จ: {ANSWERS[code][1]}")
    assert (memory.read_bytes(), (tmp_path / "order.docx").read_bytes()) == (before, FIRST)
    assert build(tmp_path, SECOND) == []


def test_a_memory_that_is_read_at_the_second_try_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(tmp_path, FIRST)
    refuse(monkeypatch, (io, "open"), tmp_path / manifest.NAME, 32, times=1)
    assert build(tmp_path, SECOND) == []


@pytest.mark.parametrize("code", ANSWERS)
@pytest.mark.parametrize("call", ["link", "open"])
def test_a_new_workbook_is_written_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, code: int
) -> None:
    path = tmp_path / "form.xlsx"
    calls = {"link": (os, "rename"), "open": (io, "open")}
    monkeypatch.setattr(files, "WINDOWS", True)  # no second names, and ``rename`` refuses a name that is taken
    with monkeypatch.context() as patch:
        refuse(patch, calls[call], path if call == "link" else files._half(path), code)
        (problem,) = store.write_new(path, FIRST)
    assert problem.message.startswith(f"บันทึก form.xlsx ไม่สำเร็จ: {ANSWERS[code][1]}")
    assert not list(tmp_path.iterdir())
    refuse(monkeypatch, calls[call], path if call == "link" else files._half(path), code, times=1)
    assert bool(store.write_new(path, FIRST)) == (code not in PASSING)


def test_a_new_workbook_where_a_disk_gives_no_second_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "form.xlsx"
    refuse(monkeypatch, (os, "link"), path, 67)
    assert store.write_new(path, FIRST) == ()
    assert [one.kind for one in store.write_new(path, SECOND)] == ["already-there"]
    assert path.read_bytes() == FIRST


def test_a_name_that_another_command_takes_meanwhile_is_not_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "form.xlsx"

    def taken(half: Path, data: bytes, *, flush: bool) -> None:
        disk.lay_down(half, data, flush=flush)
        path.write_bytes(SECOND)

    monkeypatch.setattr(files, "lay_down", taken)
    assert [one.kind for one in store.write_new(path, FIRST)] == ["already-there"]
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("form.xlsx", SECOND)]


@pytest.mark.parametrize("times", [1, 999])
def test_what_is_out_of_date_and_cannot_be_removed_is_told_and_removed_by_a_later_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    build(tmp_path, FIRST)
    pdf = tmp_path / "order.pdf"
    pdf.write_bytes(b"%PDF")
    store.remember_prints(tmp_path, {"order.pdf": (["order.docx"], b"%PDF")})
    with monkeypatch.context() as patch:
        refuse(patch, (os, "unlink"), pdf, 32, times)
        said = build(tmp_path, SECOND)
    assert (tmp_path / "order.docx").read_bytes() == SECOND
    if times == 1:
        assert (said, pdf.exists()) == ([], False)
        return
    assert [one.partition(HELD)[0] for one in said] == ["ลบ order.pdf ซึ่งเป็นฉบับเก่าไม่ได้: "]
    assert build(tmp_path, SECOND) == []
    assert not pdf.exists()


@pytest.mark.parametrize("code", ANSWERS)
def test_an_edited_document_that_cannot_be_kept_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    import datetime

    today = datetime.date(2025, 11, 22)
    backup = tmp_path / "order_backup_2025-11-22.docx"
    build(tmp_path, FIRST)
    (tmp_path / "order.docx").write_bytes(DAMAGED)
    refuse(monkeypatch, (os, "link"), backup, code)
    refuse(monkeypatch, (os, "replace"), backup, code)
    stored = store.store(tmp_path, {"order.docx": SECOND}, {}, replace_edited=today)
    assert ANSWERS[code][1] in stored.problems[0].message
    assert (tmp_path / "order.docx").read_bytes() == DAMAGED
    assert not backup.exists()


def test_a_damaged_memory_that_cannot_be_put_aside_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / manifest.NAME).write_bytes(DAMAGED)
    with monkeypatch.context() as patch:
        refuse(patch, (os, "rename"), tmp_path / manifest.NAME, 32)
        (said,) = build(tmp_path, FIRST)
    assert HELD in said
    assert (tmp_path / manifest.NAME).read_bytes() == DAMAGED
    assert "memory-damaged" in [one.kind for one in store.store(tmp_path, {}, {}).problems]


def test_a_file_that_is_looked_at_while_a_scanner_holds_it_is_no_edit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(tmp_path, FIRST)
    os.utime(tmp_path / "order.docx", ns=(0, 0))
    refuse(monkeypatch, (io, "open"), tmp_path / "order.docx", 33, times=1)
    assert build(tmp_path, SECOND) == []


# What the numbers mean


@pytest.mark.parametrize("code", [3, 206])
def test_a_path_that_is_too_long_is_never_a_folder_that_was_removed(tmp_path: Path, code: int) -> None:
    long = tmp_path / ("ก" * 200) / ("ข" * 60)
    assert reasons.explain(answer(code, long)).startswith("ชื่อไฟล์หรือที่อยู่ยาวเกินไป")


def test_a_folder_has_room_for_fewer_letters_than_a_file(tmp_path: Path) -> None:
    long = tmp_path / ("ก" * (reasons.LONGEST_FOLDER - len(str(tmp_path))))
    assert len(str(long)) == 248
    assert reasons.explain(answer(3, long)).startswith("ชื่อไฟล์หรือที่อยู่ยาวเกินไป")
    assert reasons.explain(answer(3, long.with_name("ก" * 8) / "x")).startswith("โฟลเดอร์ถูกลบ")
    gone = tmp_path / "gone" / ("ก" * (reasons.LONGEST_FOLDER - len(str(tmp_path)) - 5))
    assert reasons.explain(answer(3, gone)).startswith("โฟลเดอร์ถูกลบ")


def test_the_target_of_a_name_counts_too(tmp_path: Path) -> None:
    fault = OSError(errno.ENOENT, "no", str(tmp_path / "a"), None, str(tmp_path / ("ก" * 250)))
    fault.winerror = 3  # type: ignore[attr-defined]
    assert reasons.explain(fault).startswith("ชื่อไฟล์หรือที่อยู่ยาวเกินไป")


@pytest.mark.parametrize(
    ("number", "letters", "reason", "passing"),
    [
        (errno.EACCES, 10, HELD, True),
        (errno.ENOENT, 10, "โฟลเดอร์ถูกลบ", False),
        (errno.ENOENT, 260, "ชื่อไฟล์หรือที่อยู่ยาวเกินไป", False),
        (errno.EINVAL, 10, "ชื่อไฟล์หรือโฟลเดอร์มีอักขระ", False),
    ],
)
def test_open_says_there_only_what_c_says(
    monkeypatch: pytest.MonkeyPatch, number: int, letters: int, reason: str, passing: bool
) -> None:
    monkeypatch.setattr(reasons, "WINDOWS", True)
    fault = OSError(number, "no", "/" + "x" * letters)
    assert reasons.explain(fault).startswith(reason)
    assert reasons.may_pass(fault) is passing


def test_a_folder_that_bears_the_name_of_a_file_is_told_as_such(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder := tmp_path / "order.docx").mkdir()
    moved = OSError(errno.EACCES, "denied", str(tmp_path / "half"), None, str(folder))
    moved.winerror = 5  # type: ignore[attr-defined]
    assert reasons.explain(moved) == "มีโฟลเดอร์ชื่อเดียวกับไฟล์นี้อยู่แล้ว"
    assert reasons.explain(answer(5, folder)).startswith(HELD)  # it is the folder that may not be read
    monkeypatch.setattr(reasons, "WINDOWS", True)
    assert reasons.explain(OSError(errno.EACCES, "denied", str(folder))) == "มีโฟลเดอร์ชื่อเดียวกับไฟล์นี้อยู่แล้ว"


# Names and numbers


def test_names_that_differ_in_case_or_at_their_ends_are_one_folder_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("Office.xlsx", "office.xlsx", "office .xlsx", "office..xlsx", "other.xlsx"):
        (tmp_path / name).write_bytes(b"")
    for blind in (True, False):
        monkeypatch.setattr(jobs, "CASE_BLIND", blind)
        work, problems = jobs.find_jobs([tmp_path], Path("out"))
        folders = {job.workbook.name: job.folder.as_posix() for job in work}
        told = {one.found: (one.kind, one.severity.value, one.message.partition("ท้ายชื่อ ")[2]) for one in problems}
        refused = ("name-alike", "error", "โฟลเดอร์ผลลัพธ์จึงเป็นโฟลเดอร์เดียวกัน เอกสารจะทับกัน จึงไม่สร้างเอกสารของไฟล์นี้")
        assert folders == {"Office.xlsx": "out/Office", "other.xlsx": "out/other"} | (
            {} if blind else {"office .xlsx": "out/office"}
        )
        assert told == dict.fromkeys(("office.xlsx", "office .xlsx", "office..xlsx"), refused) | (
            {} if blind else {"office .xlsx": ("name-alike", "warning", "โฟลเดอร์ผลลัพธ์จะทับกันเมื่อคัดลอกไปเครื่องที่ใช้ Windows")}
        )


THAI = "แบบกรอกมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในสำนักงานเขตตัวอย่างกรุงเทพมหานครฝ่ายปกครอง"


def test_a_name_is_cut_after_a_word_where_a_system_has_no_room_for_it(tmp_path: Path) -> None:
    ending = "_marked.xlsx"
    short = names.fitted(tmp_path, THAI[:60], ending)
    assert short == f"{THAI[:60]}{ending}"
    cut = names.fitted(tmp_path, THAI[:85], ending)
    assert cut == f"แบบกรอกมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในสำนักงานเขตตัวอย่างกรุงเทพมหานคร…{ending}"
    (tmp_path / cut).write_bytes(b"")
    there = names.fitted(tmp_path, THAI, ending, longest_path=len(str(tmp_path)) + 50)
    assert there == f"แบบกรอกมาตรการส่งเสริมคุณธรรมและ…{ending}"
    assert names.fitted(tmp_path, "x" * 300, ending, longest_path=200)[-14:] == f"x…{ending}"
    assert len(names.fitted(tmp_path, "x" * 300, ending)) == 253


def test_no_more_workers_than_the_system_lets_work_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ita_docs.batch.MOST_WORKERS", 61)
    assert packs.workers(200, range(1000)) == 61
    begun: list[int] = []

    class Pool:
        def __init__(self, workers: int, **_: object) -> None:
            begun.append(workers)
            raise KeyboardInterrupt

    monkeypatch.setattr(pool, "MOST_WORKERS", 61)
    monkeypatch.setattr(pool, "ProcessPoolExecutor", Pool)
    with pytest.raises(KeyboardInterrupt):
        list(pool.each([1, 2], str, lambda _item, fault: str(fault), 100))
    assert begun == [61]
