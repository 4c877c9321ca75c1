"""One broken template, and what must be found in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from sound_template import Change, say
from sound_template import template as made

CELL = "เนื้อหา ตารางที่ 1 แถวที่ 3 คอลัมน์ที่"
LOOP = "{% for x in measures %}ก{% endfor %}"
SOME = "{% if committees %}{tag}{% endif %}"
IF, FOR = "{tag}ก{% endif %}", "{tag}ก{% endfor %}"
EACH = "{% for x in committees %}{tag}{% endfor %}"


@dataclass(frozen=True, slots=True)
class Case:
    """A broken template and the one finding that it must give: the id, the place in words, the tag (or words) and
    words that the hint must hold."""

    name: str
    make: Callable[[], bytes]
    id: str
    place: str
    tag: str
    fix: str = ""

    @property
    def data(self) -> bytes:
        """The template, made anew each time: to make them all takes longer than to look for the faults of most."""
        return self.make()


def template(*changes: Change, **texts: str) -> Callable[[], bytes]:
    """How to make the sound template with these changes."""
    return partial(made, *changes, **texts)


def line_no(number: int) -> str:
    return f"เนื้อหา ย่อหน้าที่ {number}"


def powers(name: str, id: str, tag: str, fix: str = "", text: str = "{tag}") -> Case:
    """A fault in the sixth line: ``text`` stands there with ``tag`` in it."""
    make = template(say("{{ order.powers }}", text.replace("{tag}", tag)))
    return Case(name, make, id, line_no(6), tag, fix)
