"""Firm pages: where they begin, their catchwords, and the proof that a PDF keeps them."""

from __future__ import annotations

from enum import StrEnum


class Catchwords(StrEnum):
    """The words at the foot of a page that announce the next one."""

    PLAIN = "plain"
    SLASH = "slash"
    OFF = "off"
