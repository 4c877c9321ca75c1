"""Pictures from outside: of what kind, how large, and told where they are damaged or too large."""

from __future__ import annotations

import datetime
import io
import struct
import zlib

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from made_docx import png
from officefiles import pictures
from officefiles.pictures import MB, NoPictureError

KINDS = {
    "PNG": ("png", "image/png"),
    "JPEG": ("jpg", "image/jpeg"),
    "GIF": ("gif", "image/gif"),
    "BMP": ("bmp", "image/bmp"),
}


def drawn(kind: str, size: tuple[int, int] = (80, 60), **options: object) -> bytes:
    """A noisy picture, which no format packs to almost nothing."""
    buffer = io.BytesIO()
    Image.effect_noise(size, 90).save(buffer, kind, **options)
    return buffer.getvalue()


def claiming(width: int, height: int) -> bytes:
    """A sound PNG but for the size that it claims."""
    data = png(30, 20)
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return data[:12] + header + struct.pack(">I", zlib.crc32(header)) + data[33:]


@pytest.mark.parametrize("kind", KINDS)
def test_the_kind_and_the_size_of_a_picture(kind: str) -> None:
    data = drawn(kind)
    assert (pictures.kind(data), pictures.size(data), pictures.check(data)) == (KINDS[kind], (80, 60), "")


def test_a_photo_of_several_pictures_is_its_first() -> None:
    other = Image.effect_noise((40, 30), 90)
    data = drawn("MPO", save_all=True, append_images=[other])
    assert (pictures.kind(data), pictures.size(data), pictures.check(data)) == (KINDS["JPEG"], (80, 60), "")


def taken() -> Image.Exif:
    """What a phone notes: its maker, and the place."""
    noted = Image.Exif()
    noted[0x010F] = "ACME"
    noted[0x8825] = {2: (13.0, 44.0, 51.0)}
    return noted


@pytest.mark.parametrize(
    ("noted", "day"),
    [("2022:11:09 10:20:30", datetime.date(2022, 11, 9)), ("0000:00:00 00:00:00", None), (" ", None), (None, None)],
)
def test_the_day_on_which_a_photo_was_taken(noted: str | None, day: datetime.date | None) -> None:
    exif = taken()
    if noted is not None:
        exif[0x8769] = {0x9003: noted}
    assert pictures.taken(drawn("JPEG", exif=exif)) == day
    assert pictures.taken(b"no picture") is None


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_picture_without_notes_shows_the_same_and_tells_nothing_else(kind: str) -> None:
    texts = PngInfo()
    texts.add_text("Author", "ACME")
    noted = drawn(
        kind, exif=taken(), icc_profile=b"profile", **{"PNG": {"pnginfo": texts}, "JPEG": {"comment": "ACME"}}[kind]
    )
    told = pictures.without_notes(noted)
    before, after = (Image.open(io.BytesIO(data)) for data in (noted, told))
    assert b"ACME" in noted
    assert b"ACME" not in told
    assert not after.getexif()
    assert after.info["icc_profile"] == b"profile"
    assert after.tobytes() == before.tobytes()
    assert pictures.without_notes(told) == told


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_that_has_no_notes_or_is_cut_short_stays_as_it_is(kind: str) -> None:
    data = drawn(kind)
    assert pictures.without_notes(data) == data
    assert pictures.without_notes(data[:30]) == data[:30]


def test_a_marker_that_begins_with_several_signs_is_one() -> None:
    noted = drawn("JPEG", exif=taken())
    at = noted.index(b"\xff\xe1")
    assert pictures.without_notes(noted[:at] + b"\xff" + noted[at:]) == pictures.without_notes(noted)


@pytest.mark.parametrize(
    "data", [b"", b"<svg/>", b"\x89PNG\r\n\x1a\n", b"\xff\xd8" + b"\xff" * 1000, b"BM" + bytes(60)]
)
def test_what_is_no_picture_has_no_size_and_is_not_used(data: bytes) -> None:
    with pytest.raises(NoPictureError):
        pictures.size(data)
    assert pictures.check(data) == pictures.NO_PICTURE


@pytest.mark.parametrize("data", [b"", b"<svg/>", b"GIF80a", b"\xff\xd8\xfe", b"\x89PNG\n"])
def test_what_begins_as_no_picture_has_no_kind(data: bytes) -> None:
    with pytest.raises(NoPictureError):
        pictures.kind(data)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("share", [0.02, 0.5, 0.95])
def test_a_picture_cut_short_is_told(kind: str, share: float) -> None:
    data = drawn(kind, (400, 300))
    assert pictures.check(data[: int(len(data) * share)]) == pictures.NO_PICTURE


def test_a_picture_with_a_wrong_byte_is_told_by_its_checksum() -> None:
    data = bytearray(drawn("PNG"))
    data[len(data) // 2] ^= 1
    assert pictures.check(bytes(data)) == pictures.NO_PICTURE


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (claiming(60_000, 60_000), pictures.MANY_PIXELS.format(width=60_000, height=60_000, limit=50)),
        (claiming(10_000, 5_001), pictures.MANY_PIXELS.format(width=10_000, height=5_001, limit=50)),
        (bytes(20 * MB + 1), pictures.LARGE.format(found=21, limit=20)),
        (bytes(20 * MB), pictures.NO_PICTURE),
    ],
)
def test_a_picture_that_is_too_large_is_refused(data: bytes, sentence: str) -> None:
    assert pictures.check(data) == sentence
