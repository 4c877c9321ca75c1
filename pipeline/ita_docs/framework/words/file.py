"""Reads a file of words, and refuses one that is not whole."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import ClassVar, Self

from ita_docs.framework.records import Fact, FrameworkError, build, read

FOLDER = Path(__file__).parent


@dataclass(frozen=True, kw_only=True)
class Words(Fact):
    """All of one file: where its words come from, and whether they were checked there."""

    FILE: ClassVar[str]

    @classmethod
    @cache  # the files that travel with the program stay the same while it runs, and many modules ask for them
    def load(cls, folder: Path = FOLDER) -> Self:
        """The words of this kind's file. Raises ``FrameworkError`` where the file is not whole."""
        words: Self = build(cls, read(folder / cls.FILE), cls.FILE)
        if faults := list(words.faults()):
            raise FrameworkError(f"ไฟล์ {cls.FILE} " + " และ ".join(faults))
        return words

    def faults(self) -> Iterator[str]:
        """What does not hold together in a file whose keys are all there, in Thai, each with its key."""
        return iter(())
