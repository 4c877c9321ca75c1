"""Orders written by hand in many ways, read whole: every cell, the lines that say it, its doubt, and what is left over.

The orders are in ``tests/orders/``, what is read from each in ``tests/golden/imported_orders/``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import old_orders
from ita_docs.importing.order import find_orders
from outline_old import of_documents

HERE = Path(__file__).resolve().parent
ORDERS = sorted((HERE / "orders").glob("*.txt"))


@pytest.mark.parametrize("path", ORDERS, ids=lambda path: path.stem)
def test_all_that_an_order_says_is_read(path: Path, golden: Callable[[str, str], None]) -> None:
    file = old_orders.file(path.read_text(encoding="utf-8"))
    golden(f"imported_orders/{path.stem}", of_documents(find_orders(file), file))


def test_every_text_that_is_kept_is_one_of_an_order() -> None:
    kept = {path.stem for path in (HERE / "golden" / "imported_orders").glob("*.txt")}
    assert kept == {path.stem for path in ORDERS}
