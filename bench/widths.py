"""How planned pages hold where another program sets text a little wider or narrower: a model of its rounding.

``python -m bench.widths`` prints the table that is kept in ``bench/widths.md``: the sample's order and notice and
thirty orders by chance, planned once and laid out again with every letter so much wider, and how many turn a page
elsewhere: a page begins with other words than planned, as it does where a catchword goes to a page of its own.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from operator import ne
from pathlib import Path
from random import Random
from unittest import mock

from bench.engine import sample_context
from ita_docs.house import CATCHWORDS
from ita_docs.places import packaged_templates
from officefiles.opc import Package
from thaipages.layout import measure, paginate
from thaipages.layout.document import Layout
from thaipages.planning import Catchwords, catchwords
from thaipages.planning.catchwords import plan_pages
from thaipages.planning.room import with_room
from wordfill.engine import Template

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

import random_orders
from wider import text_set_wider

WIDER = (-0.01, 0.003, 0.007, 0.01, 0.013)
ORDERS = 30


def starts(document: Package) -> list[str]:
    """The text that each page begins with."""
    return [page.fragments[0].text for page in paginate(measure(document))]


def documents() -> Iterator[Package]:
    """The documents, their pages not yet planned."""
    for name in ("order", "notice"):
        yield Template.load(packaged_templates() / f"{name}_template.docx").render(sample_context())
    for number in range(ORDERS):
        yield random_orders.render(random_orders.submission(Random(number)))


def planned(room: Callable[[Layout], Layout]) -> list[Package]:
    """The documents planned with the room that ``room`` gives them."""
    with mock.patch.object(catchwords, "with_room", room):
        return [plan_pages(one, Catchwords.PLAIN, CATCHWORDS).document for one in documents()]


def main() -> None:
    """Measure and print."""
    ways = [planned(lambda layout: layout), planned(with_room)]
    expected = [[starts(one) for one in way] for way in ways]
    without, usual = (sum(map(len, due)) for due in expected)
    print("| width of text | planned for lines as they are set | planned with room |\n| --- | ---: | ---: |")
    print(f"| pages of {len(ways[0])} documents | {without} | {usual} |")
    for by in WIDER:
        with text_set_wider(by):
            turned = [sum(map(ne, map(starts, way), due)) for way, due in zip(ways, expected, strict=True)]
        print(f"| {by:+.1%}: documents that turn a page elsewhere | {turned[0]} | {turned[1]} |")


if __name__ == "__main__":
    main()
