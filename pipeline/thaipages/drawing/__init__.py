"""Pages drawn from the layout of a document, without an office program. Each name is loaded when it is asked for:
a chart alone is drawn without the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from officefiles.lazy import lazy_names

if TYPE_CHECKING:
    from thaipages.drawing.allowed import obstacles
    from thaipages.drawing.faces import Faces
    from thaipages.drawing.known import ObstacleError
    from thaipages.drawing.pages import draw
    from thaipages.drawing.publishing import publish
else:
    __getattr__ = lazy_names(
        __name__,
        allowed=("obstacles",),
        faces=("Faces",),
        known=("ObstacleError",),
        pages=("draw",),
        publishing=("publish",),
    )

__all__ = ["Faces", "ObstacleError", "draw", "obstacles", "publish"]
