"""What stands in an office's folder beside what a run made: told on every run as long as it is so, and never lost."""

from __future__ import annotations

import dataclasses
import io
import json
import os
import zipfile
from pathlib import Path

import pytest

import made_workbook
from ita_docs.batch import printing
from ita_docs.batch.jobs import Job, Options, Outcome, OutcomeStatus
from ita_docs.batch.office import build, check
from ita_docs.outputs import files, manifest
from ita_docs.outputs.store import remember_prints, store
from ita_docs.places import packaged_templates
from made_docx import docx, p
from officefiles.problems import Place
from test_last_year import kept_tracker

TEMPLATES = {name: packaged_templates() / f"{name}_template.docx" for name in ("title", "results")}
ALL = Options(TEMPLATES, frozenset({"title", "results", "pack"}))
TITLE = Options(TEMPLATES, frozenset({"title"}))
BY_HAND = docx(p("แก้ด้วยมือ"))
INPUTS = {"ข้อมูลใน a.xlsx": "1", "โปรแกรม": "2"}


@pytest.fixture
def job(tmp_path: Path) -> Job:
    book = made_workbook.sheets()
    book["ผลการดำเนินการ"] = book["ผลการดำเนินการ"][:1]
    return Job(made_workbook.save(book, tmp_path, "a.xlsx"), tmp_path / "out" / "a")


def change(job: Job, office: str) -> None:
    book = made_workbook.sheets()
    book["ผลการดำเนินการ"] = book["ผลการดำเนินการ"][:1]
    made_workbook.put(book, "หน้าที่และอำนาจ", "C2", office)
    made_workbook.save(book, job.workbook.parent, job.workbook.name)


def told(outcome: Outcome, *kinds: str) -> list[tuple[str, str]]:
    """The problems of these kinds: kind and what was found."""
    wanted = kinds or ("edited-by-hand", "older-put-back", "stale-document", "print-of-older", "memory-damaged")
    return [(one.kind, one.found) for one in outcome.problems if one.kind in wanted]


def message(outcome: Outcome, kind: str) -> str:
    (found,) = (one.message for one in outcome.problems if one.kind == kind)
    return found


# A report made of a tracker


def test_a_report_made_of_a_tracker_is_refreshed_or_told_by_every_later_build(job: Job, tmp_path: Path) -> None:
    tracker = kept_tracker(tmp_path / "tracker.xlsx", {"I5": "ดำเนินการแล้ว", "K5": "เผยแพร่แล้ว"})
    tracked = dataclasses.replace(ALL, tracker=tracker)
    assert told(build(job, tracked)) == told(build(job, tracked)) == []
    before = (job.folder / "results.docx").read_bytes()
    for _ in range(2):
        assert told(without := build(job, ALL)) == [("stale-document", "results.docx")]
        assert "ไฟล์ติดตาม tracker.xlsx ถูกนำออก" in message(without, "stale-document")
    assert (job.folder / "results.docx").read_bytes() == before
    kept_tracker(tracker, {"I5": "ดำเนินการแล้ว", "K5": "เผยแพร่แล้ว 3 ช่องทาง"})
    for _ in range(2):
        assert told(other := build(job, dataclasses.replace(TITLE, tracker=tracker))) == [
            ("stale-document", "results.docx")
        ]
        assert "(ไฟล์ติดตาม tracker.xlsx เปลี่ยนไป)" in message(other, "stale-document")
    assert told(build(job, tracked)) == []
    assert (job.folder / "results.docx").read_bytes() != before


def test_a_tracker_that_went_from_the_folder_of_trackers_leaves_a_report_that_is_told(job: Job, tmp_path: Path) -> None:
    (tmp_path / "trackers").mkdir()
    tracker = kept_tracker(tmp_path / "trackers" / "a.xlsx", {"I5": "ดำเนินการแล้ว", "K5": "เผยแพร่แล้ว"})
    tracked = dataclasses.replace(ALL, tracker=tmp_path / "trackers")
    build(job, tracked)
    tracker.unlink()
    for _ in range(2):
        outcome = build(job, tracked)
        assert told(outcome) == [("stale-document", "results.docx")]
        assert told(outcome, "tracker-missing") == [("tracker-missing", "a.xlsx")]


def test_documents_of_the_last_data_are_told_where_they_are_not_made_anew(job: Job) -> None:
    build(job, ALL)
    assert told(build(job, TITLE)) == []
    change(job, "ตรวจนับพัสดุประจำปีให้ครบทุกฝ่าย")
    outcomes = build(job, TITLE), build(job, TITLE)
    assert [told(one) for one in outcomes] == [[("stale-document", "pack.docx")]] * 2
    assert "(ข้อมูลใน a.xlsx เปลี่ยนไป)" in message(outcomes[1], "stale-document")
    assert told(build(job, ALL)) == []


def test_documents_of_a_run_that_did_not_end_are_told_so(tmp_path: Path) -> None:
    (tmp_path / "pack.docx").mkdir()
    store(tmp_path, {"order.docx": docx(p("หนึ่ง")), "title.docx": docx(p("ปก")), "pack.docx": b"1"}, INPUTS)
    (tmp_path / "pack.docx").rmdir()
    (stale,) = store(tmp_path, {"title.docx": docx(p("ปก"))}, INPUTS).problems
    assert (stale.kind, stale.found) == ("stale-document", "order.docx")
    assert stale.message.endswith("(การสร้างครั้งก่อนยังไม่เสร็จ)")


def test_a_check_takes_a_tracker_and_tells_what_a_build_tells(job: Job, tmp_path: Path) -> None:
    tracker = kept_tracker(tmp_path / "tracker.xlsx", {"I5": "เสร็จ", "J6": "31/2/2566"})
    tracked = dataclasses.replace(ALL, tracker=tracker)
    checked, built = check(job, tracked), build(job, tracked)
    assert checked.problems == built.problems
    assert [one.place for one in checked.problems if "ในไฟล์ติดตาม" in one.message] == [
        Place("ติดตามมาตรการ", "I5", tracker.name),
        Place("ติดตามมาตรการ", "J6", tracker.name),
    ]
    missing = dataclasses.replace(ALL, tracker=tmp_path)
    assert told(check(job, missing), "tracker-missing", "file-not-tracker") == [("file-not-tracker", "a.xlsx")]


# Documents that people changed


def test_an_edit_is_told_on_every_run_with_what_differs_and_that_the_booklet_does_not_hold_it(job: Job) -> None:
    build(job, ALL)
    title = job.folder / "title.docx"
    title.write_bytes(BY_HAND)
    outcomes = [build(job, ALL) for _ in range(3)]
    assert [one.status for one in outcomes] == [OutcomeStatus.UNCHANGED] * 3
    assert [told(one) for one in outcomes] == [[("edited-by-hand", "title.docx")]] * 3
    assert len({message(one, "edited-by-hand") for one in outcomes}) == 1
    assert "ฉบับแก้ไขมี «แก้ด้วยมือ»" in message(outcomes[0], "edited-by-hand")
    assert message(outcomes[0], "edited-by-hand").endswith("เอกสารรวมเล่ม pack.docx ไม่มีข้อความที่แก้ไขนี้")
    pack = job.folder / "pack.docx"
    bound = pack.read_bytes()
    pack.write_bytes(docx(p("รวมเล่มเอง")))
    assert not [one for one in build(job, ALL).problems if "เอกสารรวมเล่ม" in one.message]
    pack.write_bytes(bound)
    title.write_bytes(docx(p("แก้อีกครั้ง")))
    assert "«แก้อีกครั้ง»" in message(build(job, ALL), "edited-by-hand")
    title.unlink()
    assert told(build(job, ALL)) == told(build(job, ALL)) == []


def test_an_edit_that_a_check_met_first_is_compared_by_the_next_build(job: Job) -> None:
    change(job, "ตรวจนับพัสดุให้คุ่มค่า")
    build(job, TITLE)
    (job.folder / "title.docx").write_bytes(BY_HAND)
    assert [one.kind for one in check(job, TITLE).problems] == ["misspelling"]
    assert "«แก้ด้วยมือ»" in message(build(job, TITLE), "edited-by-hand")


def test_new_documents_beside_an_edit_are_told_on_every_run(job: Job) -> None:
    build(job, TITLE)
    (job.folder / "title.docx").write_bytes(BY_HAND)
    forced = dataclasses.replace(TITLE, force=True)
    build(job, forced)
    (job.folder / "title_new.docx").write_bytes(docx(p("แก้ฉบับใหม่ด้วย")))
    build(job, forced)
    for _ in range(2):
        outcome = build(job, TITLE)
        assert told(outcome) == [("edited-by-hand", "title.docx"), ("edited-by-hand", "title_new.docx")]
        said = [one.message for one in outcome.problems if one.kind == "edited-by-hand"]
        assert "เขียนฉบับใหม่ไว้ที่ title_new.docx, title_new2.docx" in said[0]
        assert "«แก้ฉบับใหม่ด้วย»" in said[1]


def test_new_documents_of_a_lost_memory_are_told_too(job: Job) -> None:
    job.folder.mkdir(parents=True)
    for name in ("title.docx", "title_new.docx"):
        (job.folder / name).write_bytes(docx(p(name)))
    for _ in range(2):
        assert told(build(job, TITLE)) == [("edited-by-hand", "title.docx"), ("edited-by-hand", "title_new.docx")]
    assert (job.folder / "title_new2.docx").exists()


def test_a_document_whose_template_is_named_as_a_new_one_stays(tmp_path: Path) -> None:
    inputs = {**INPUTS, "แม่แบบ order_template.docx": "1", "แม่แบบ order_new_template.docx": "2"}
    store(tmp_path, {"order.docx": docx(p("หนึ่ง")), "order_new.docx": docx(p("สอง"))}, inputs)
    store(tmp_path, {"order.docx": docx(p("สาม"))}, inputs)
    assert (tmp_path / "order_new.docx").read_bytes() == docx(p("สอง"))


def test_a_new_document_that_took_the_place_of_the_edit_is_no_edit(job: Job) -> None:
    build(job, TITLE)
    (job.folder / "title.docx").write_bytes(BY_HAND)
    build(job, dataclasses.replace(TITLE, force=True))
    (job.folder / "title_new.docx").replace(job.folder / "title.docx")
    build(job, TITLE)
    outcome = build(job, TITLE)
    assert (outcome.status, told(outcome)) == (OutcomeStatus.UNCHANGED, [])


def test_an_older_version_put_back_is_told_as_such(tmp_path: Path) -> None:
    versions = [docx(p(f"ฉบับที่ {number}")) for number in range(3)]
    for data in versions:
        store(tmp_path, {"order.docx": data}, INPUTS)
    (tmp_path / "order.docx").write_bytes(versions[0])
    for _ in range(2):
        stored = store(tmp_path, {"order.docx": versions[2]}, INPUTS)
        assert [(one.kind, one.found) for one in stored.problems] == [("older-put-back", "order.docx")]
        assert "ฉบับแก้ไข «0» ฉบับใหม่ «2»" in stored.problems[0].message
    assert (tmp_path / "order.docx").read_bytes() == versions[0]
    (tmp_path / "order.docx").write_bytes(versions[2])
    assert store(tmp_path, {"order.docx": versions[2]}, INPUTS).problems == ()


def test_an_edit_of_the_same_size_with_an_earlier_time_is_found(job: Job) -> None:
    build(job, TITLE)
    title = job.folder / "title.docx"
    status, data = title.stat(), title.read_bytes()
    title.write_bytes(data[:-1] + b"x")
    os.utime(title, ns=(status.st_atime_ns, status.st_mtime_ns - 1))
    assert told(build(job, TITLE)) == [("edited-by-hand", "title.docx")]


# PDFs, pictures and copies


def test_prints_of_a_replaced_document_go_with_it_and_those_that_people_changed_stay(tmp_path: Path) -> None:
    store(tmp_path, {"order.docx": docx(p("หนึ่ง")), "title.docx": docx(p("ปก"))}, INPUTS)
    for name in ("order", "title"):
        prints = {f"{name}.pdf": b"%PDF", f"preview/{name}.png": b"sheet", f"preview/{name}-01.png": b"page"}
        for one, data in prints.items():
            (tmp_path / one).parent.mkdir(exist_ok=True)
            (tmp_path / one).write_bytes(data)
        assert remember_prints(tmp_path, {one: ([f"{name}.docx"], data) for one, data in prints.items()}) == ()
    (tmp_path / "preview" / "order.png").write_bytes(b"with a note")
    (tmp_path / "scan.pdf").write_bytes(b"%PDF of the office")
    stored = store(tmp_path, {"order.docx": docx(p("สอง")), "title.docx": docx(p("ปก"))}, INPUTS)
    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.p*")}
    assert left == {"preview/order.png", "scan.pdf", "title.pdf", "preview/title.png", "preview/title-01.png"}
    assert [(one.kind, one.found) for one in stored.problems] == [("print-of-older", "preview/order.png")]
    again = store(tmp_path, {"order.docx": docx(p("สอง")), "title.docx": docx(p("ปก"))}, INPUTS)
    assert again.problems == stored.problems


def test_prints_of_a_document_that_is_gone_go_with_it_and_those_of_a_stale_one_are_told_with_it(job: Job) -> None:
    build(job, ALL)
    for name in ("title.pdf", "pack.pdf"):
        (job.folder / name).write_bytes(b"%PDF")
        remember_prints(job.folder, {name: ([name.replace("pdf", "docx")], b"%PDF")})
    (job.folder / "preview").mkdir()
    (job.folder / "preview" / "title.png").write_bytes(b"sheet")
    remember_prints(job.folder, {"preview/title.png": (["title.docx"], b"sheet")})
    change(job, "ตรวจนับพัสดุทุกไตรมาส")
    for _ in range(2):
        assert told(build(job, Options(TEMPLATES, frozenset({"results"})))) == [
            ("stale-document", "pack.docx, pack.pdf, title.docx, title.pdf")
        ]
    (job.folder / "pack.docx").unlink()
    build(job, TITLE)
    assert [path.name for path in job.folder.glob("*.pdf")] == ["title.pdf"]  # the title page is the same as before


def test_a_pdf_of_a_document_that_was_edited_since_is_told(job: Job) -> None:
    outcome = build(job, TITLE)
    pdf = job.folder / "title.pdf"
    pdf.write_bytes(b"%PDF")
    remember_prints(job.folder, {"title.pdf": (["title.docx"], b"%PDF")})
    os.utime(pdf, ns=(0, (job.folder / "title.docx").stat().st_mtime_ns))
    assert list(printing.tell_old_pdfs([outcome])) == [outcome]
    (job.folder / "title.docx").write_bytes(BY_HAND)
    for again in (TITLE, dataclasses.replace(TITLE, force=True)):
        (reported,) = printing.tell_old_pdfs([build(job, again)])
        assert told(reported, "pdf-older") == [("pdf-older", "title.pdf")]


def test_the_marked_copy_goes_once_the_workbook_is_mended_and_built(job: Job) -> None:
    copy = job.folder / "a_marked.xlsx"
    for by_hand in (False, True):
        book = made_workbook.sheets()
        made_workbook.put(book, "คะแนน", "C5", "สี่")
        made_workbook.save(book, job.workbook.parent, job.workbook.name)
        build(job, TITLE)
        assert copy.exists()
        if by_hand:
            copy.write_bytes(b"notes of the office")
        change(job, f"ตรวจนับพัสดุประจำปี {by_hand}")
        assert build(job, TITLE).status is OutcomeStatus.BUILT
        assert copy.exists() is by_hand
    assert told(build(job, TITLE)) == [("edited-by-hand", "a_marked.xlsx")]


def test_a_document_that_is_deleted_and_not_made_any_more_is_no_reason_to_build(job: Job) -> None:
    build(job, ALL)
    build(job, TITLE)
    (job.folder / "pack.docx").unlink()
    outcome = build(job, TITLE)
    assert (outcome.status, outcome.files) == (OutcomeStatus.UNCHANGED, (job.folder / "title.docx",))


# Damage


def with_password_bit(data: bytes) -> bytes:
    """The zip with the bit of an encrypted file set in each entry of its directory."""
    at, changed = 0, bytearray(data)
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        changed[at + 8] |= 1
        at += 4
    return bytes(changed)


def with_broken_stream(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        part = max(file.infolist(), key=lambda one: one.compress_size)
    start = part.header_offset + 60
    return data[:start] + bytes(255 - one for one in data[start : start + 40]) + data[start + 40 :]


DAMAGES = {
    "half": lambda data: data[: len(data) // 2],
    "password": with_password_bit,
    "stream": with_broken_stream,
    "text": lambda _data: "ข้อความธรรมดา".encode("cp874"),
    "no document": lambda _data: b"PK\x05\x06" + bytes(18),
    "bad xml": lambda _data: docx("<w:p><w:r>"),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
@pytest.mark.parametrize("name", ["title.docx", "tracker.xlsx"])
def test_a_damaged_document_is_kept_and_told_and_the_rest_is_written(job: Job, damage: object, name: str) -> None:
    options = Options(TEMPLATES, frozenset({"title", "tracker"}))
    build(job, options)
    assert callable(damage)
    damaged = damage((job.folder / name).read_bytes())
    (job.folder / name).write_bytes(damaged)
    assert told(build(job, options)) == [("edited-by-hand", name)]
    outcome = build(job, dataclasses.replace(options, force=True))
    assert (outcome.status, told(outcome)) == (OutcomeStatus.BUILT, [("edited-by-hand", name)])
    assert (job.folder / name).read_bytes() == damaged
    assert {path.name for path in outcome.files} == {"title.docx", "tracker.xlsx", "tracker.ics"} - {name} | {
        name.replace(".", "_new.")
    }


def test_a_document_of_gigabytes_is_kept_and_not_read(job: Job) -> None:
    build(job, TITLE)
    with (job.folder / "title.docx").open("wb") as file:
        file.truncate(8 << 30)
    outcome = build(job, dataclasses.replace(TITLE, force=True))
    assert (outcome.status, told(outcome)) == (OutcomeStatus.BUILT, [("edited-by-hand", "title.docx")])
    assert (job.folder / "title.docx").stat().st_size == 8 << 30


def test_a_document_that_could_not_be_read_once_is_compared_when_it_can_be(
    job: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(job, TITLE)
    (job.folder / "title.docx").write_bytes(BY_HAND)
    with monkeypatch.context() as patch:
        patch.setattr(manifest, "fingerprint", lambda path: "" if path.suffix == ".docx" else files.fingerprint(path))
        assert "เปิดอ่านไฟล์ไม่ได้" in message(build(job, dataclasses.replace(TITLE, force=True)), "edited-by-hand")
    assert "«แก้ด้วยมือ»" in message(build(job, TITLE), "edited-by-hand")


MEMORIES = {
    "empty": b"",
    "half": b'{"format": 1, "inputs": {"x": "1"}, "files": {"title.docx": ["',
    "deep": b'{"format": 1, "problems": ' + b'[{"a":' * 60_000,
    "no UTF-8": '{"format": 1, "inputs": {"ข้อมูล": "1"}}'.encode("cp874"),
    "a list": b"[1, 2]",
    "no fields": b"{}",
    "a file elsewhere": json.dumps(
        {"format": 1, "inputs": {}, "files": {"../../a.xlsx": ["1"]}, "problems": []}
    ).encode(),
    "of a later program": b'{"format": 2, "inputs": {}, "files": {}, "problems": []}',
    "a problem at no place": b'{"format": 1, "inputs": {}, "files": {}, "problems": [{"place": "C5"}]}',
    "wrong kinds": b'{"format": 1, "inputs": 3, "files": [], "problems": null}',
    "a number without end": b'{"format": 1' + b"1" * 5_000 + b"}",
}


@pytest.mark.parametrize("memory", MEMORIES.values(), ids=MEMORIES)
def test_a_damaged_memory_is_kept_and_told_and_the_office_is_written(job: Job, memory: bytes) -> None:
    build(job, TITLE)
    (job.folder / manifest.NAME).write_bytes(memory)
    (job.folder / "title.docx").write_bytes(BY_HAND)
    outcome = build(job, TITLE)
    assert (outcome.status, told(outcome)) == (
        OutcomeStatus.BUILT,
        [("memory-damaged", manifest.NAME), ("edited-by-hand", "title.docx")],
    )
    assert (job.folder / ".ita-docs_damaged.json").read_bytes() == memory
    assert (job.folder / "title.docx").read_bytes() == BY_HAND
    again = build(job, TITLE)
    assert (again.status, told(again)) == (OutcomeStatus.UNCHANGED, [("edited-by-hand", "title.docx")])


def test_a_folder_or_a_file_of_gigabytes_in_place_of_the_memory_is_put_aside(job: Job) -> None:
    memory = job.folder / manifest.NAME
    memory.mkdir(parents=True)
    (memory / "x").write_bytes(b"1")
    assert told(build(job, TITLE)) == [("memory-damaged", manifest.NAME)]
    assert (job.folder / ".ita-docs_damaged.json" / "x").exists()
    with memory.open("wb") as file:
        file.truncate(8 << 30)
    assert told(build(job, TITLE)) == [("memory-damaged", manifest.NAME)]
    assert (job.folder / ".ita-docs_damaged2.json").stat().st_size == 8 << 30
    assert build(job, TITLE).status is OutcomeStatus.UNCHANGED


def test_a_memory_of_an_earlier_version_of_the_software_is_understood(job: Job) -> None:
    build(job, TITLE)
    path = job.folder / manifest.NAME
    stored = json.loads(path.read_bytes())
    few = {name: stored[name] for name in ("format", "inputs", "files", "problems")}
    path.write_text(json.dumps(few), encoding="utf-8")
    outcome = build(job, TITLE)
    assert (outcome.status, told(outcome)) == (OutcomeStatus.UNCHANGED, [])


# What the items of the year ask


def test_a_build_says_in_short_what_the_items_of_the_year_ask(job: Job) -> None:
    rows = check(job, TITLE).completeness
    for _ in range(2):
        outcome = build(job, TITLE)
        assert [(one.code, one.points) for one in outcome.asked] == [
            (code, sum(row.item == code for row in rows)) for code in dict.fromkeys(row.item for row in rows)
        ]
        assert sum(one.there for one in outcome.asked) == sum(row.missing == "" for row in rows)
        assert [text for one in outcome.asked for text in one.missing] == [row.missing for row in rows if row.missing]
