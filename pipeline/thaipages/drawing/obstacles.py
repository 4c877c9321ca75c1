"""What keeps a document from being drawn as it is."""

from __future__ import annotations


class ObstacleError(Exception):
    """Something in a document that cannot be shown; the text of the error names it in Thai, as the rest of “มี…”."""
