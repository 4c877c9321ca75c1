"""The output folder: whole files or none, a second run that knows what changed, edits that are never lost."""

from __future__ import annotations

import datetime
import errno
import io
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

import pytest
from docx import Document

from ita_docs.outputs import disk, files, manifest, reasons, store
from ita_docs.outputs.differences import differences
from ita_docs.outputs.manifest import Manifest
from ita_docs.outputs.store import EDITED, NOT_WRITTEN, REPLACED
from made_docx import docx, p
from officefiles import archive
from officefiles.problems import Kind, Place

TODAY = datetime.date(2025, 11, 22)
INPUTS = {"ข้อมูลใน a.xlsx": "1", "โปรแกรม": "2"}
FIRST, SECOND = docx(p("กรรมการ") + p("ข้อความ")), docx(p("กรรมการและเลขานุการ") + p("ข้อความ"))
BY_HAND = docx(p("กรรมการ") + p("ข้อความที่แก้เอง"))


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} - {manifest.NAME}


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """A system that refuses to let a file of this process grow over ``size`` bytes, as a full disk would."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_documents_are_written_and_remembered(tmp_path: Path) -> None:
    problem = Kind("x", "ก", "ข").at(Place("คะแนน", "C5"), "ค")
    stored = store.store(tmp_path / "office", {"order.docx": FIRST}, INPUTS, (problem,))
    assert [path.name for path in stored.in_place] == ["order.docx"]
    assert (tmp_path / "office" / "order.docx").read_bytes() == FIRST
    known = manifest.read(tmp_path / "office")
    assert known == Manifest(INPUTS, {"order.docx": (files.hash_of(FIRST),)}, (problem,))
    assert manifest.reasons(tmp_path / "office", known, INPUTS) == ()


def test_what_is_the_same_is_not_written_again(tmp_path: Path) -> None:
    store.store(tmp_path, {"order.docx": FIRST}, INPUTS)
    before = (tmp_path / "order.docx").stat().st_mtime_ns
    stored = store.store(tmp_path, {"order.docx": FIRST}, INPUTS)
    assert stored.in_place == (tmp_path / "order.docx",)
    assert (tmp_path / "order.docx").stat().st_mtime_ns == before


def test_our_own_document_is_replaced(tmp_path: Path) -> None:
    store.store(tmp_path, {"order.docx": FIRST}, INPUTS)
    assert store.store(tmp_path, {"order.docx": SECOND}, INPUTS).problems == ()
    assert (tmp_path / "order.docx").read_bytes() == SECOND
    assert names(tmp_path) == {"order.docx"}


def test_an_edited_document_is_kept_and_the_new_one_stands_beside_it(tmp_path: Path) -> None:
    store.store(tmp_path, {"order.docx": FIRST}, INPUTS)
    (tmp_path / "order.docx").write_bytes(BY_HAND)
    assert [*manifest.changed(tmp_path, manifest.read(tmp_path))] == ["order.docx"]
    stored = store.store(tmp_path, {"order.docx": SECOND}, INPUTS)
    assert (tmp_path / "order.docx").read_bytes() == BY_HAND
    assert (tmp_path / "order_new.docx").read_bytes() == SECOND
    said = "ฉบับแก้ไขไม่มี «และเลขานุการ»; ฉบับแก้ไขมี «ที่แก้เอง» เพิ่ม"
    assert [problem.message for problem in stored.problems] == [
        f"มีผู้แก้ไข order.docx ด้วยมือ จึงเก็บไว้ตามเดิม และเขียนฉบับใหม่ไว้ที่ order_new.docx ({said})"
    ]
    assert stored.problems[0].kind == EDITED.id


def test_an_edited_document_stays_edited_on_every_run(tmp_path: Path) -> None:
    store.store(tmp_path, {"order.docx": FIRST}, INPUTS)
    (tmp_path / "order.docx").write_bytes(BY_HAND)
    for content in (SECOND, FIRST, SECOND):
        store.store(tmp_path, {"order.docx": content}, INPUTS)
        assert (tmp_path / "order.docx").read_bytes() == BY_HAND
        assert (tmp_path / "order_new.docx").read_bytes() == content
        assert names(tmp_path) == {"order.docx", "order_new.docx"}


def test_the_new_document_beside_it_may_be_edited_too(tmp_path: Path) -> None:
    (tmp_path / "order.docx").write_bytes(BY_HAND)
    store.store(tmp_path, {"order.docx": FIRST}, INPUTS)
    (tmp_path / "order_new.docx").write_bytes(BY_HAND + b"2")
    store.store(tmp_path, {"order.docx": SECOND}, INPUTS)
    assert (tmp_path / "order_new.docx").read_bytes() == BY_HAND + b"2"
    assert (tmp_path / "order_new2.docx").read_bytes() == SECOND


def test_a_file_that_was_there_before_the_first_run_is_kept(tmp_path: Path) -> None:
    (tmp_path / "order.docx").write_bytes(BY_HAND)
    stored = store.store(tmp_path, {"order.docx": FIRST}, INPUTS)
    assert (tmp_path / "order.docx").read_bytes() == BY_HAND
    assert [problem.kind for problem in stored.problems] == [EDITED.id]


def test_an_edited_document_is_replaced_on_request_and_kept_with_the_date(tmp_path: Path) -> None:
    store.store(tmp_path, {"order.docx": FIRST}, INPUTS)
    for backup in ("order_backup_2025-11-22.docx", "order_backup_2025-11-222.docx"):
        (tmp_path / "order.docx").write_bytes(BY_HAND + backup.encode())
        stored = store.store(tmp_path, {"order.docx": SECOND}, INPUTS, replace_edited=TODAY)
        assert [problem.kind for problem in stored.problems] == [REPLACED.id]
        assert (tmp_path / "order.docx").read_bytes() == SECOND
        assert (tmp_path / backup).read_bytes() == BY_HAND + backup.encode()


def test_the_new_document_is_cleared_away_once_the_edit_is_gone(tmp_path: Path) -> None:
    (tmp_path / "order.docx").write_bytes(BY_HAND)
    store.store(tmp_path, {"order.docx": FIRST}, INPUTS)
    (tmp_path / "order.docx").unlink()
    store.store(tmp_path, {"order.docx": SECOND}, INPUTS)
    assert names(tmp_path) == {"order.docx"}


def test_a_document_not_made_this_time_is_still_known(tmp_path: Path) -> None:
    store.store(tmp_path, {"order.docx": FIRST, "pack.docx": FIRST}, INPUTS)
    store.store(tmp_path, {"order.docx": SECOND}, INPUTS)
    (tmp_path / "pack.docx").write_bytes(BY_HAND)
    assert [*manifest.changed(tmp_path, manifest.read(tmp_path))] == ["pack.docx"]


@pytest.mark.parametrize(
    ("inputs", "reason"),
    [
        ({**INPUTS, "ข้อมูลใน a.xlsx": "9"}, "ข้อมูลใน a.xlsx เปลี่ยนไป"),
        ({**INPUTS, "ภาพ a.png": "1"}, "ภาพ a.png เพิ่มเข้ามา"),
        ({"โปรแกรม": "2"}, "ข้อมูลใน a.xlsx ถูกนำออก"),
    ],
)
def test_why_documents_are_made_anew(tmp_path: Path, inputs: dict[str, str], reason: str) -> None:
    store.store(tmp_path, {"order.docx": FIRST}, INPUTS)
    assert manifest.reasons(tmp_path, manifest.read(tmp_path), inputs) == (reason,)


def test_a_first_run_a_missing_file_and_a_broken_manifest_are_reasons(tmp_path: Path) -> None:
    assert manifest.reasons(tmp_path, manifest.read(tmp_path), INPUTS) == ("ยังไม่เคยสร้าง",)
    store.store(tmp_path, {"order.docx": FIRST}, INPUTS)
    (tmp_path / "order.docx").unlink()
    assert manifest.reasons(tmp_path, manifest.read(tmp_path), INPUTS) == ("ไม่มีไฟล์ order.docx",)
    (tmp_path / manifest.NAME).write_text('{"format": 1, "inputs": {}', encoding="utf-8")
    assert manifest.read(tmp_path) == Manifest()


def test_every_input_is_fingerprinted(tmp_path: Path) -> None:
    book, template, own, picture = (tmp_path / name for name in ("a.xlsx", "order_template.docx", "own", "a.png"))
    own.mkdir()
    for path in (book, template, own / "2566.toml", picture):
        path.write_text("1", encoding="utf-8")
    before = manifest.inputs_of(book, [template], own, ["a.png"], "only=order")
    assert Manifest(before).pictures == ("a.png",)
    for path in (book, template, own / "2566.toml", picture):
        path.write_text("2", encoding="utf-8")
    after = manifest.inputs_of(book, [template], own, ["a.png"], "")
    changed = {name for name in before if before[name] != after[name]}
    assert changed == set(before) - {"โปรแกรม"}
    assert len(changed) == 5


class TestASystemThatRefuses:
    def test_a_folder_that_cannot_be_made(self, tmp_path: Path) -> None:
        (tmp_path / "office").write_text("x", encoding="utf-8")
        stored = store.store(tmp_path / "office", {"order.docx": FIRST}, INPUTS)
        assert stored.failed
        assert [problem.kind for problem in stored.problems] == [NOT_WRITTEN.id]

    def test_the_others_are_written_and_the_next_run_goes_on(self, tmp_path: Path) -> None:
        (tmp_path / "order.docx").mkdir()
        stored = store.store(tmp_path, {"order.docx": FIRST, "pack.docx": FIRST}, INPUTS)
        assert (tmp_path / "pack.docx").read_bytes() == FIRST
        assert [problem.message for problem in stored.problems] == [
            "บันทึก order.docx ไม่สำเร็จ: มีโฟลเดอร์ชื่อเดียวกับไฟล์นี้อยู่แล้ว"
        ]
        assert manifest.reasons(tmp_path, manifest.read(tmp_path), INPUTS) == ("การสร้างครั้งก่อนยังไม่เสร็จ",)

    @pytest.mark.skipif(sys.platform != "linux", reason="/dev/full is a device of Linux")
    def test_a_full_disk(self) -> None:
        with pytest.raises(OSError, match="space") as raised, Path("/dev/full").open("wb", buffering=0) as device:
            device.write(b"x")
        assert reasons.explain(raised.value).startswith("เนื้อที่ดิสก์เต็ม")

    @pytest.mark.parametrize(
        ("fault", "start"),
        [
            (PermissionError(errno.EACCES, "x"), "ไฟล์เปิดค้าง"),
            (OSError(errno.EROFS, "x"), "ดิสก์นี้อ่านได้อย่างเดียว"),
            (OSError(errno.ENAMETOOLONG, "x"), "ชื่อไฟล์"),
            (OSError(4242, "strange"), "ระบบแจ้งว่า strange"),
        ],
    )
    def test_each_reason_is_told_in_thai(self, fault: OSError, start: str) -> None:
        assert reasons.explain(fault).startswith(start)

    @pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are POSIX")
    def test_a_write_that_fails_leaves_what_was_there(self, tmp_path: Path) -> None:
        files.write(tmp_path / "a", b"1")
        with room_for(1_000), pytest.raises(OSError, match="large") as raised:
            files.write(tmp_path / "a", b"2" * 5_000)
        assert reasons.explain(raised.value).startswith("เนื้อที่")
        assert (tmp_path / "a").read_bytes() == b"1"
        assert names(tmp_path) == {"a"}

    @pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are POSIX")
    def test_a_document_for_which_there_is_no_room_is_told_and_the_others_are_written(self, tmp_path: Path) -> None:
        with room_for(100_000):
            stored = store.store(tmp_path, {"order.docx": b"2" * 200_000, "pack.docx": FIRST}, INPUTS)
        assert [(problem.kind, problem.found) for problem in stored.problems] == [(NOT_WRITTEN.id, "order.docx")]
        assert names(tmp_path) >= {"pack.docx"}
        assert "order.docx" not in names(tmp_path)

    def test_a_file_is_kept_also_where_a_disk_gives_no_second_name(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(*_: object) -> None:
            raise OSError(errno.EPERM, "no second names here")

        monkeypatch.setattr(Path, "hardlink_to", refuse)
        files.write(tmp_path / "a", b"1")
        files.keep(tmp_path / "a", tmp_path / "b")
        assert (tmp_path / "b").read_bytes() == b"1"
        assert names(tmp_path) == {"a", "b"}

    def test_a_file_that_a_loss_of_power_left_empty_is_made_anew(self, tmp_path: Path) -> None:
        store.store(tmp_path, {"order.docx": FIRST}, INPUTS)
        (tmp_path / "order.docx").write_bytes(b"")
        assert manifest.reasons(tmp_path, manifest.read(tmp_path), INPUTS) == ("ไม่มีไฟล์ order.docx",)
        assert store.store(tmp_path, {"order.docx": SECOND}, INPUTS).problems == ()
        assert (tmp_path / "order.docx").read_bytes() == SECOND


KILLED_AT_EACH_STEP = """
import os, signal, sys
from itertools import count
from pathlib import Path
from ita_docs.outputs.store import store

STEPS = ("open", "write", "rename", "replace", "unlink", "remove", "mkdir")
root, first, second = Path(sys.argv[1]), b"1" * 200_000, b"2" * 200_000

def kill_before(last):
    steps = count()
    def look(frame, event, called):
        if event == "c_call" and called.__name__ in STEPS and next(steps) == last:
            os.kill(os.getpid(), signal.SIGKILL)
    sys.setprofile(look)

for step in count():
    folder = root / f"{step:03d}"
    store(folder, {"a.docx": first, "b.docx": first}, {"run": "1"})
    child = os.fork()
    if not child:
        kill_before(step)
        store(folder, {"a.docx": second, "b.docx": second}, {"run": "2"})
        os._exit(0)
    if os.waitpid(child, 0)[1] == 0:
        break
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX")
@pytest.mark.soak
def test_a_kill_before_any_step_leaves_whole_files_and_no_false_edit(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(Path(files.__file__).parents[2])}
    subprocess.run([sys.executable, "-c", KILLED_AT_EACH_STEP, str(tmp_path)], env=environment, check=True)
    folders = sorted(tmp_path.iterdir())
    left = {tuple((folder / name).read_bytes()[:1] for name in ("a.docx", "b.docx")) for folder in folders}
    assert left == {(b"1", b"1"), (b"2", b"1"), (b"2", b"2")}
    final = {"a.docx": FIRST, "b.docx": FIRST}
    for folder in folders:
        for path in folder.glob("*.docx"):
            assert path.read_bytes() in (b"1" * 200_000, b"2" * 200_000)
        assert store.store(folder, final, INPUTS).problems == ()
        assert {path.name: path.read_bytes() for path in folder.iterdir() if path.name != manifest.NAME} == final


def test_the_version_is_of_all_code_and_data_of_the_software(monkeypatch: pytest.MonkeyPatch) -> None:
    packages, now = Path(files.__file__).parents[2], files.code_version.__wrapped__()
    for name in ("ita_docs/outputs/files.py", "ita_docs/framework/2566.toml", "wordfill/engine/__init__.py"):
        changed = packages / name

        def read(reader: Callable[[], bytes], changed: Path = changed) -> bytes:
            return reader() + b"." * (getattr(reader, "__self__", None) == changed)

        monkeypatch.setattr(files, "patiently", read)
        assert files.code_version.__wrapped__() != now
    monkeypatch.undo()
    assert files.code_version.__wrapped__() == now


def test_differences_of_a_document_in_words() -> None:
    edited = docx(p("คณะกรรมการมีหน้าที่ ดังนี้") + p("ย่อหน้าที่เพิ่ม") + p("ลงท้าย"))
    new = docx(p("คณะทำงานมีหน้าที่ ดังนี้") + p("ลงท้าย"))
    assert differences("order.docx", edited, new) == (
        "ฉบับแก้ไขมี «คณะกรรมการมีหน้าที่ ดังนี้»",
        "ฉบับแก้ไขมี «ย่อหน้าที่เพิ่ม»",
        "ฉบับใหม่มี «คณะทำงานมีหน้าที่ ดังนี้»",
    )
    assert differences("order.docx", docx(p("คณะกรรมการ")), docx(p("คณะทำงาน"))) == (
        "ฉบับแก้ไข «คณะกรรมการ» ฉบับใหม่ «คณะทำงาน»",
    )


def test_lines_that_stand_often_in_a_long_document_are_left_aside_too() -> None:
    lines = [p("ลงชื่อ") for _ in range(250)]
    edited = docx("".join([p("ย่อหน้าที่เพิ่ม"), *lines]))
    assert differences("order.docx", edited, docx("".join(lines))) == ("ฉบับแก้ไขมี «ย่อหน้าที่เพิ่ม»",)


def test_words_that_stand_often_in_a_long_paragraph_are_left_aside_too() -> None:
    edited, new = (" ".join(["งาน", "ที่"] * 130 + [last]) for last in ("หนึ่ง", "สอง"))
    assert differences("order.docx", docx(p(edited)), docx(p(f"ด่วน {new}"))) == (
        "ฉบับแก้ไข «งาน» ฉบับใหม่ «ด่วน งาน»",
        "ฉบับแก้ไข «หนึ่ง» ฉบับใหม่ «สอง»",
    )


def test_differences_in_a_header_a_note_or_a_comment() -> None:
    def with_header(text: str) -> bytes:
        document = Document(io.BytesIO(docx(p("กรรมการ"))))
        document.sections[0].header.paragraphs[0].text = text
        document.sections[0].footer.paragraphs[0].text = text[-1]
        document.save(buffer := io.BytesIO())
        return buffer.getvalue()

    assert differences("order.docx", with_header("ด่วนที่สุด 2"), with_header("ด่วน 3")) == ("ฉบับแก้ไข «ที่สุด 2» ฉบับใหม่ «3»",)


def test_many_differences_are_counted() -> None:
    edited, new = (docx("".join(p(f"ข้อ {word * number}") for number in range(1, 10))) for word in ("ก", "ข"))
    assert differences("order.docx", edited, new)[-1] == "และอีก 4 แห่ง"


def test_a_difference_that_is_met_again_and_again_is_told_once() -> None:
    edited = docx("".join(p(f"เดิม {number}") for number in range(9)) + p("ลงท้าย"))
    new = docx("".join(p(f"ใหม่ {number}") for number in range(9)) + p("จบ"))
    assert differences("order.docx", edited, new) == (
        "ฉบับแก้ไข «เดิม» ฉบับใหม่ «ใหม่» (9 แห่ง)",
        "ฉบับแก้ไข «ลงท้าย» ฉบับใหม่ «จบ»",
    )


def test_differences_that_are_not_in_the_words() -> None:
    assert differences("order.docx", docx(p("ก", properties="<w:keepNext/>")), docx(p("ก"))) == (
        "ข้อความเหมือนกัน ต่างกันที่รูปแบบ",
    )
    assert differences("order.pdf", b"1", b"2") == ("เนื้อหาไฟล์ต่างกัน",)
    said = ("เปิดอ่านไฟล์เพื่อเทียบไม่ได้ ไฟล์อาจเสียหาย ตั้งรหัสผ่านไว้ หรือยาวเกินไป",)
    assert differences("order.docx", b"broken", FIRST) == said


def test_documents_too_long_to_be_compared_in_a_moment_are_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ita_docs.outputs.differences._MOST_LINES", 3)
    three, four = (docx("".join(p(f"ข้อ {number}") for number in range(many))) for many in (3, 4))
    assert differences("order.docx", docx(p("ข้อ 0")), three) == ("ฉบับใหม่มี «ข้อ 1»", "ฉบับใหม่มี «ข้อ 2»")
    assert differences("order.docx", four, three)[0].endswith("ยาวเกินไป")


def test_a_workbook_that_swells_is_not_opened_for_its_differences() -> None:
    from openpyxl import Workbook

    Workbook().save(buffer := io.BytesIO())
    plain = archive.read(buffer.getvalue())
    swollen = archive.write({**plain, "xl/media/image1.xml": b"<a>" + b" " * (8 << 20) + b"</a>"})
    (said,) = differences("tracker.xlsx", swollen, buffer.getvalue())
    assert said.startswith("เปิดอ่านไฟล์เพื่อเทียบไม่ได้")


def test_differences_of_a_workbook_by_its_cells(tmp_path: Path) -> None:
    from openpyxl import Workbook

    contents = []
    for value in ("ทำแล้ว", "ยังไม่ทำ"):
        book = Workbook()
        sheet = book.active
        assert sheet is not None
        sheet.title = "ติดตาม"
        sheet["B2"] = value
        book.save(tmp_path / "a.xlsx")
        contents.append((tmp_path / "a.xlsx").read_bytes())
    [said] = differences("tracker.xlsx", contents[0], contents[1])
    assert said.startswith("ฉบับแก้ไข")
    assert "ทำแล้ว" in said


@pytest.mark.skipif(sys.platform == "win32", reason="Windows locks a file, not a folder")
def test_a_folder_that_another_command_writes_is_waited_for_and_not_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl

    other = os.open(tmp_path, os.O_RDONLY)
    fcntl.flock(other, fcntl.LOCK_EX)
    monkeypatch.setattr(disk, "_TURN", 0.0)
    with pytest.raises(BlockingIOError), disk.alone(tmp_path):
        raise AssertionError("two at once")

    monkeypatch.setattr(disk, "_TURN", 30.0)
    monkeypatch.setattr(time, "sleep", lambda _seconds: fcntl.flock(other, fcntl.LOCK_UN))  # the other ends meanwhile
    with disk.alone(tmp_path):
        pass
    os.close(other)


@pytest.mark.parametrize(("code", "raised"), [(errno.EINVAL, False), (errno.ENOTSUP, False), (errno.EIO, True)])
def test_a_disk_that_fails_is_told_and_one_that_cannot_be_waited_for_is_not(
    code: int, raised: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fsync(_number: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(OSError, match=os.strerror(code)) if raised else nullcontext():
        disk.lay_down(tmp_path / "a.docx", b"whole", flush=True)
    assert (tmp_path / "a.docx").read_bytes() == b"whole"
