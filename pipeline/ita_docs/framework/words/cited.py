"""What papers cite: laws with their years, and names with what they are called in short."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from ita_docs.framework.words.file import Words
from ita_docs.framework.words.lists import any_of

_ACT = r"(?:พระราชบัญญัติ(?:ประกอบรัฐธรรมนูญ)?|พ\.\s?ร\.\s?[บป]\.)\s*(?:ว่าด้วย)?\s*"
_YEAR = r"\s*(?:(?:พ\.ศ\.|(?:พระ)?พุทธศักราช)\s*)?(?P<year>[2๒][45๔๕][0-9๐-๙]{2})(?![0-9๐-๙])"


@dataclass(frozen=True, kw_only=True)
class Cited(Words):
    """``acts`` and ``others`` with the years of theirs that papers may cite; an act is named without พระราชบัญญัติ.
    ``short`` has all full names of a short one, ``assessors`` those short names that are taken for the assessor's."""

    FILE: ClassVar[str] = "cited.toml"
    assessors: tuple[str, ...]
    acts: Mapping[str, tuple[int, ...]]
    others: Mapping[str, tuple[int, ...]]
    short: Mapping[str, tuple[str, ...]]

    @cached_property
    def years(self) -> Mapping[str, tuple[int, ...]]:
        """The years of each law, by its name without spaces."""
        return {name.replace(" ", ""): years for name, years in {**self.acts, **self.others}.items()}

    @cached_property
    def law(self) -> re.Pattern[str]:
        """A law by its ``act`` or ``other`` name with its ``year``, which is not that of a later version of it."""
        other = any_of(self.others).replace("ว่าด้วย", r"\s*ว่าด้วย\s*")
        return re.compile(rf"(?:{_ACT}(?P<act>{any_of(self.acts)})|(?P<other>{other})){_YEAR}")

    @cached_property
    def short_of(self) -> Mapping[str, str]:
        """The short name of each full one, and of itself."""
        return {name: short for short, names in self.short.items() for name in (short, *names)}

    def faults(self) -> Iterator[str]:
        if unknown := [one for one in self.assessors if one not in self.short]:
            yield "คีย์ assessors มีคำย่อที่ไม่อยู่ใน short: " + ", ".join(unknown)
