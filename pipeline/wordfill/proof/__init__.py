"""The proof copy: what was typed and what was derived in shades of their own, what is missing in red, and a watermark.

Values are marked before a document is rendered (``values``) and the marks turned into shades after (``shading``), so
that no template knows of it; ``watermark`` puts the word into the header of every page.
"""

from wordfill.proof.shading import shade
from wordfill.proof.values import UNKNOWN, Shading, marked, samples
from wordfill.proof.watermark import watermark

__all__ = ["UNKNOWN", "Shading", "marked", "samples", "shade", "watermark"]
