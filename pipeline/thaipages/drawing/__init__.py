"""Pages drawn from the layout of a document, without an office program."""

from thaipages.drawing.allowed import obstacles
from thaipages.drawing.faces import Faces
from thaipages.drawing.known import ObstacleError
from thaipages.drawing.pages import draw
from thaipages.drawing.publish import publish

__all__ = ["Faces", "ObstacleError", "draw", "obstacles", "publish"]
