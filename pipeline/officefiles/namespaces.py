"""The namespaces of Office's XML, as lxml writes them before a name: ``W + "p"``."""

from __future__ import annotations

W, S, A, C, WP, R = (
    f"{{http://schemas.openxmlformats.org/{name}}}"
    for name in (
        "wordprocessingml/2006/main",
        "spreadsheetml/2006/main",
        "drawingml/2006/main",
        "drawingml/2006/chart",
        "drawingml/2006/wordprocessingDrawing",
        "officeDocument/2006/relationships",
    )
)
W14, W15, CX = (
    f"{{http://schemas.microsoft.com/office/{name}}}"
    for name in ("word/2010/wordml", "word/2012/wordml", "drawing/2014/chartex")
)
"""What Word and charts have had since."""
