"""The names by which our templates, files and the toolkits know each other: styles, a property, an author."""

from __future__ import annotations

from ita_docs.thai import title_of
from officefiles.thai import Digits
from thaipages.booklet.contents import Contents
from thaipages.planning.catchwords import Convention

AUTHOR = "ita-docs"
"""Who signs the comments in an examined template."""

CATCHWORDS = Convention("ita-catchwords", "ita-shared-columns", "ITACatchword", "ITA Catchword", title_of)


def contents(figures: Digits) -> Contents:
    """The look of a booklet's table of contents."""
    return Contents(figures, "ITA Title", "ITA Base")
