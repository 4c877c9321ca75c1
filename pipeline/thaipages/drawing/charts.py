"""Charts of Word documents, drawn from the values that they keep."""

from __future__ import annotations

from collections.abc import Sequence

from officefiles.opc import Part
from thaipages.drawing.marks import Mark, Node

CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"


def obstacles(chart: Part) -> list[str]:  # noqa: ARG001
    """Why a chart cannot be drawn as Word shows it, in Thai, each thing once."""
    return ["แผนภูมิ"]


def draw(chart: Part, x: float, y: float, width: float, height: float, node: Node | None) -> Sequence[Mark]:  # noqa: ARG001
    """The marks of a chart in this box of points."""
    return ()
