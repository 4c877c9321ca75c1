"""Text set a little wider or narrower than planned: a model of the rounding of other programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from unittest import mock

from thaipages.layout import faces, text


@contextmanager
def text_set_wider(by: float) -> Iterator[None]:
    """In this context every character takes ``by`` of its width more."""
    known = faces.read_faces()
    wider = {name: {bold: _wider(face, by) for bold, face in weights.items()} for name, weights in known.items()}
    text.ruler.cache_clear()
    try:
        with mock.patch.object(text, "read_faces", return_value=wider):
            yield
    finally:
        text.ruler.cache_clear()


def _wider(face: faces.Face, by: float) -> faces.Face:
    advances: Mapping[str, float] = {char: width * (1 + by) for char, width in face.advances.items()}
    return replace(face, advances=advances)
