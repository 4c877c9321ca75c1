"""What stands in a PDF besides its text: what the file says of its parts."""

UNSEEN, OF_PAGE, OF_PICTURE = 1, 2, 3
"""Text that is not drawn; what belongs to a page, as its number does; what belongs to a picture, as a chart's words."""
KINDS = {"Artifact": OF_PAGE, "Figure": OF_PICTURE}
"""The marks of a tagged PDF that say so."""
