"""Pages drawn from the layout of a document, without an office program."""

from thaipages.drawing.pages import draw

__all__ = ["draw"]
