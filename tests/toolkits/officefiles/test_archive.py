"""The zip of a Word file: what goes in comes out, and what is broken is told."""

from __future__ import annotations

import io
import zipfile

import pytest

from officefiles import archive, limits

FILES = {"word/document.xml": b"<w:document/>" * 50, "word/media/image1.png": b"\x89PNG packed already" * 50}


def test_what_is_written_is_read_again() -> None:
    assert archive.read(archive.write(FILES)) == FILES


def test_pictures_are_not_packed_again() -> None:
    with zipfile.ZipFile(io.BytesIO(archive.write(FILES))) as written:
        kinds = {item.filename: item.compress_type for item in written.infolist()}
        assert written.testzip() is None
    assert kinds == {"word/document.xml": zipfile.ZIP_DEFLATED, "word/media/image1.png": zipfile.ZIP_STORED}


def test_a_plain_picture_that_would_grow_too_much_is_opened_again() -> None:
    files = FILES | {
        "word/media/image2.bmp": b"BM" + bytes(3 << 20),
        "word/media/image3.bmp": b"BM" + bytes(range(256)) * 99,
    }
    data = archive.write(files)
    assert limits.unpack(data) == files
    with zipfile.ZipFile(io.BytesIO(data)) as written:
        kinds = [written.getinfo(f"word/media/image{number}.bmp").compress_type for number in (2, 3)]
    assert kinds == [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]


def test_a_broken_picture_is_told() -> None:
    data = archive.write(FILES).replace(b"PNG packed", b"PNG broken", 1)
    with pytest.raises(zipfile.BadZipFile, match=r"^Bad CRC-32 for file 'word/media/image1\.png'$"):
        archive.read(data)


def test_a_file_of_another_length_than_the_directory_says_is_told() -> None:
    data = archive.write({"word/document.xml": b"<w:document/>" * 50})
    [item] = archive.listed(data)
    assert archive.content(data, item) == b"<w:document/>" * 50
    item.file_size -= 1
    with pytest.raises(zipfile.BadZipFile, match=r"^The directory is wrong about the size of 'word/document\.xml'$"):
        archive.content(data, item)


def test_a_file_with_any_byte_changed_is_read_as_it_was_or_refused() -> None:
    data = archive.write({name: content[:120] for name, content in FILES.items()})
    told = set()
    for place in range(len(data)):
        for change in (0xFF, 0x01):
            damaged = data[:place] + bytes((data[place] ^ change,)) + data[place + 1 :]
            try:
                found = limits.unpack(damaged)
            except limits.RefusedError as fault:
                told.add(str(fault))
            else:
                assert {*found.values()} <= {content[:120] for content in FILES.values()}, place
    assert limits.BROKEN in told
