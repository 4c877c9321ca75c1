"""Firm pages: where they begin, their catchwords, and the proof that a PDF keeps them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from officefiles.opc import Package


class Catchwords(StrEnum):
    """The words at the foot of a page that announce the next one."""

    PLAIN = "plain"
    SLASH = "slash"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Planned:
    """A document with its pages planned, or as it was where ``obstacles`` (Thai) kept its pages from being planned;
    ``torn`` are the words that its columns are too narrow for, a bar where they are torn."""

    document: Package
    obstacles: tuple[str, ...] = ()
    torn: tuple[str, ...] = ()
