"""The proof copy: what was typed and what was derived in shades of their own, what is missing in red, and a watermark.

Values that know their state print marks (``values``), which are turned into shades after (``shading``), so that no
template knows of it; ``watermark`` puts the word into the header of every page.
"""

from wordfill.proof.shading import shade
from wordfill.proof.values import Shaded, State
from wordfill.proof.watermark import watermark

__all__ = ["Shaded", "State", "shade", "watermark"]
