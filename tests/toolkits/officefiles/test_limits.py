"""Attack files: each is refused, in little memory, with the sentence that says why."""

from __future__ import annotations

import io
import os
import struct
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from made_docx import docx, p, zipped
from officefiles import limits
from officefiles.limits import MB

GOOD = docx(p("เรียน"))
XML = '<?xml version="1.0" encoding="UTF-8"?>'
BODY = "word/document.xml"


def with_member(name: str, content: str | bytes) -> bytes:
    """The good file with one member more, or another content of one."""
    with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
        files: dict[str, str | bytes] = {item.filename: archive.read(item) for item in archive.infolist()}
    return zipped({**files, name: content})


def test_a_good_file_may_be_opened(tmp_path: Path) -> None:
    path = tmp_path / "good.docx"
    path.write_bytes(GOOD)
    assert limits.unpack(limits.contents(path))[BODY]


@pytest.mark.parametrize("limit", ["MAX_FILE", "MAX_MEMBERS", "MAX_UNPACKED"])
def test_what_just_fills_a_limit_may_be_opened(limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
        sizes = [item.file_size for item in archive.infolist()]
    most = {"MAX_FILE": len(GOOD), "MAX_MEMBERS": len(sizes), "MAX_UNPACKED": sum(sizes)}[limit]
    monkeypatch.setattr(limits, limit, most)
    assert limits.unpack(GOOD)[BODY]
    monkeypatch.setattr(limits, limit, most - 1)
    with pytest.raises(limits.RefusedError):
        limits.unpack(GOOD)


def lying_about_sizes() -> bytes:
    """A member of 8 MB that says it has 10 bytes, with the checksum of those."""
    packed = zlib.compress(b"<a>" + b" " * 8 * MB, 9)[2:-4]
    data = zipped({"a.xml": b"<a>       "})
    start, end = data.index(b"a.xml") + 5, data.index(b"PK\1\2")
    central = bytearray(data[end:])
    struct.pack_into("<L", central, 20, len(packed))
    body = data[:start] + packed
    struct.pack_into("<L", central, len(central) - 6, len(body))
    return body + bytes(central)


def overlapping() -> bytes:
    """A thousand entries that all share one member of a megabyte."""
    data = zipped({"0000.bin": os.urandom(64) + b"\0" * MB})
    end, tail = data.index(b"PK\1\2"), data.index(b"PK\5\6")
    entry = data[end:tail]
    entries = b"".join(entry.replace(b"0000.bin", b"%04d.bin" % number) for number in range(1000))
    closing = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 1000, 1000, len(entries), end, 0)
    return data[:end] + entries + closing


def twice_the_same_name() -> bytes:
    """A zip whose second file bears the name of the first: programs differ in which one they read."""
    return zipped({"a.xml": "<a/>", "b.xml": "<b/>"}).replace(b"b.xml", b"a.xml")


def damaged() -> bytes:
    """A member whose checksum is not that of its content, as after a copy that went wrong."""
    data = bytearray(zipped({"a.xml": "<a/>"}))
    data[data.index(b"PK\1\2") + 16] ^= 1
    return bytes(data)


def locked() -> bytes:
    """A zip that says its files are encrypted."""
    data = bytearray(zipped({"a.xml": "<a/>"}))
    data[data.index(b"PK\1\2") + 8] |= 1
    return bytes(data)


ATTACKS: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", limits.BROKEN),
    "no zip": (lambda: b"x" * 1000, limits.BROKEN),
    "cut short": (lambda: GOOD[:-30], limits.BROKEN),
    "encrypted or old": (lambda: bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 4096, limits.OLD),
    "encrypted zip": (locked, limits.OLD),
    "one name twice": (twice_the_same_name, limits.BROKEN),
    "too large": (lambda: b"PK\3\4" + bytes(51 * MB), limits.TOO_LARGE.format(found=52, limit=50)),
    "many members": (
        lambda: zipped({f"{number}.bin": b"" for number in range(2001)}),
        limits.MEMBERS.format(found=2001, limit=2000),
    ),
    "a huge part": (
        lambda: with_member(BODY, b"<a>" + os.urandom(500_000).hex().encode() * 17 + b"</a>"),
        limits.SWELLS,
    ),
    "a bomb": (lambda: with_member("word/media/a.bin", bytes(20 * MB)), limits.SWELLS),
    "many megabytes in parts": (
        lambda: zipped({f"{number}.bin": os.urandom(200_000) + bytes(9 * MB) for number in range(8)}),
        limits.SWELLS,
    ),
    "damaged": (damaged, limits.BROKEN),
    "a lying directory": (lying_about_sizes, limits.BROKEN),
    "overlapping members": (overlapping, limits.SWELLS),
    "another method": (lambda: zipped_with(zipfile.ZIP_LZMA), limits.BROKEN),
    "billion laughs": (
        lambda: with_member(BODY, f'{XML}<!DOCTYPE a [<!ENTITY b "{"x" * 50}"><!ENTITY c "&b;&b;">]><a>&c;</a>'),
        limits.ENTITIES,
    ),
    "external entity": (
        lambda: with_member(BODY, f'{XML}<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
        limits.ENTITIES,
    ),
    "entities in UTF-16": (
        lambda: with_member(BODY, '<!DOCTYPE a [<!ENTITY b "x">]><a/>'.encode("utf-16")),
        limits.ENTITIES,
    ),
    "entities in another code": (
        lambda: with_member(BODY, b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE a+AD4-<a/>'),
        limits.ENTITIES,
    ),
    "nested deep": (lambda: with_member(BODY, "<a>" * 100_000 + "</a>" * 100_000), limits.DEEP),
    "nested deep here and there": (
        lambda: with_member(BODY, f"<r>{('<a>' * 400 + '</a>' * 400) * 50}</r>"),
        limits.DEEP,
    ),
}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_a_part_in_utf_16_is_read_as_the_text_that_it_is(encoding: str) -> None:
    mark = "\ufeff" if encoding == "utf-16-be" else ""
    part = f'{mark}<?xml version="1.0" encoding="UTF-16"?><a>กา\n</a>'.encode(encoding)
    assert limits.unpack(with_member(BODY, part))[BODY].decode() == '<?xml version="1.0" encoding="UTF-8"?><a>กา\n</a>'


def test_a_part_that_only_begins_like_utf_16_is_refused() -> None:
    with pytest.raises(limits.RefusedError):
        limits.unpack(with_member(BODY, b"\xff\xfe<"))


@pytest.mark.parametrize("encoding", ["utf-16", "windows-874"])
def test_data_that_other_programs_keep_in_a_file_pass_as_they_are(encoding: str) -> None:
    part = f'<?xml version="1.0" encoding="{encoding}"?><DataMashup>ข้อมูล</DataMashup>'.encode(
        "cp874" if encoding == "windows-874" else encoding
    )
    name = "customXml/item1.xml"
    assert limits.unpack(with_member(name, part))[name] == part
    with pytest.raises(limits.RefusedError):
        limits.unpack(with_member(name, b'<!DOCTYPE a [<!ENTITY b "x">]><a/>'))


def zipped_with(method: int) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        archive.writestr(BODY, "<a/>")
    return buffer.getvalue()


@cache
def attack(name: str) -> bytes:
    return ATTACKS[name][0]()


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_is_refused_with_its_reason(name: str) -> None:
    with pytest.raises(limits.RefusedError) as refused:
        limits.unpack(attack(name))
    assert str(refused.value) == ATTACKS[name][1]


MEASURE = """
import re, sys
from pathlib import Path
from officefiles import limits
try:
    files = limits.unpack(limits.contents(Path(sys.argv[1])))
    print()
except limits.RefusedError as fault:
    print(fault)
print(int(re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the peak of a process's memory is read from /proc")
@pytest.mark.parametrize("name", ["the largest parts allowed", "a bomb", "too large"])
@pytest.mark.soak
def test_the_guard_itself_stays_below_150_megabytes(tmp_path: Path, name: str) -> None:
    largest = "<a>" + "".join(f"<b>{number * 7919}</b>" for number in range(950_000)) + "</a>"
    data = with_member(BODY, largest) if name == "the largest parts allowed" else attack(name)
    path = tmp_path / "made.xlsx"
    path.write_bytes(data)
    run = subprocess.run(
        [sys.executable, "-c", MEASURE, str(path)], capture_output=True, encoding="utf-8", check=True,
        env={**os.environ, "PYTHONPATH": str(Path(limits.__file__).parent.parent), "PYTHONUTF8": "1"},
    )  # fmt: skip
    sentence, megabytes = run.stdout.splitlines()
    assert (sentence == "") == (name == "the largest parts allowed")
    assert int(megabytes) < 150


@pytest.mark.skipif(sys.platform == "win32", reason="named pipes are made otherwise there")
def test_what_is_no_ordinary_file_is_not_read(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.xlsx"
    os.mkfifo(pipe)
    with pytest.raises(limits.RefusedError, match=f"^{limits.NO_FILE}$"):
        limits.contents(pipe)


def test_the_text_of_angle_brackets_and_closed_elements_is_not_deep() -> None:
    row = '<c r="A1" t="inlineStr"><is><t>1 &lt; 2 / 3</t></is></c><c r="B1"/>'
    assert limits.unpack(with_member(BODY, f"<a>{'<!-- x -->' * 500}{row * 5000}</a>"))


@pytest.mark.parametrize(
    "name", ["a.png", "pictures/a.png", "pictures\\a.png", "ภาพ 1.jpg", "./a.png", "com0.png", "console.png"]
)
def test_a_name_below_the_folder(tmp_path: Path, name: str) -> None:
    path = limits.inside(tmp_path, name)
    assert path is not None
    assert path.is_relative_to(tmp_path.resolve())


@pytest.mark.parametrize(
    "name",
    [
        "",
        ".",
        "..",
        "../a.png",
        "pictures/../../a.png",
        "/etc/passwd",
        "C:\\a.png",
        "c:a.png",
        "\\\\server\\a",
        "NUL",
        "com¹ .tar.png",
        "pictures/aux.d/a.png",
        "conin$",
        "lpt9:a.png",
        "a\0.png",
    ],
)
def test_a_name_that_leads_elsewhere(tmp_path: Path, name: str) -> None:
    assert limits.inside(tmp_path, name) is None


def test_a_link_out_of_the_folder_leads_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "office").mkdir()
    try:
        (tmp_path / "office" / "link").symlink_to(tmp_path)
    except OSError:
        pytest.skip("this account may not make links")
    assert limits.inside(tmp_path / "office", "link/secret.png") is None


def test_a_name_means_the_file_that_bears_it_else_the_only_one_that_reads_the_same(tmp_path: Path) -> None:
    for name in ("ภาพ.jpg", "Photo.JPG", "น\u0e4d\u0e32.png", "a.png", "A.png"):
        (tmp_path / name).touch()
    asked = ("ภาพ.jpg", "photo.jpg", "นำ.png", "a.png", "A.PNG", "ไม่มี.png", "nowhere/a.png")
    meant = ("ภาพ.jpg", "Photo.JPG", "น\u0e4d\u0e32.png", "a.png", "A.PNG", "ไม่มี.png", "nowhere/a.png")
    if len([*tmp_path.iterdir()]) == 5:  # a system that tells names of another case apart
        assert [limits.actual(tmp_path / name) for name in asked] == [tmp_path / name for name in meant]
