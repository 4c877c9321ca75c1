"""What templates may use: one dict of ready texts for all of them, and the list of its names with their meaning."""

from pipeline.context.build import build
from pipeline.context.fields import FIELDS, Field, Kind

__all__ = ["FIELDS", "Field", "Kind", "build"]
