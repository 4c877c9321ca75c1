"""What planning an order's pages costs: measuring its lines, and the whole way to a file with catchwords.

``python -m bench.layout`` prints the table that is kept in ``bench/layout.md``: the sample's order of four pages, and
a hundred orders by chance, each for the first time. Times are the best of several rounds.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

from bench.engine import sample_context
from ita_docs.house import CATCHWORDS
from ita_docs.places import packaged_templates
from thaipages.layout import measure, paginate
from thaipages.planning import Catchwords
from thaipages.planning.catchwords import plan_pages
from wordfill.engine import Template

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

import random_orders

ROUNDS = 30
ORDERS = 100


def milliseconds(work: Callable[[], object]) -> float:
    """How long ``work`` takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def main() -> None:
    """Measure and print."""
    order = Template.load(packaged_templates() / "order_template.docx").render(sample_context())
    first = milliseconds(lambda: plan_pages(order, Catchwords.PLAIN, CATCHWORDS))
    pages = len(paginate(measure(plan_pages(order, Catchwords.PLAIN, CATCHWORDS).document)))
    lines = min(milliseconds(lambda: measure(order)) for _ in range(ROUNDS))
    whole = min(milliseconds(lambda: plan_pages(order, Catchwords.PLAIN, CATCHWORDS)) for _ in range(ROUNDS))
    chance = Random(2566)
    others = [random_orders.render(random_orders.submission(chance)) for _ in range(ORDERS)]
    each = [milliseconds(lambda made=made: plan_pages(made, Catchwords.PLAIN, CATCHWORDS)) for made in others]  # type: ignore[misc]
    print("| what | milliseconds |\n| --- | ---: |")
    print(f"| the sample's order of {pages} pages: its lines | {lines:.1f} |")
    print(f"| the same: planned, catchwords set, written | {whole:.1f} |")
    print(f"| the same, the first in a run (word lists and widths are read) | {first:.0f} |")
    print(f"| {ORDERS} orders by chance, each seen once: the median | {statistics.median(each):.1f} |")
    print(f"| the slowest of them | {max(each):.1f} |")


if __name__ == "__main__":
    main()
