"""What templates may use: one dict of ready texts for all of them, and the list of its names with their meaning."""

from ita_docs.values.build import build
from ita_docs.values.fields import FIELDS, FieldKind, TemplateField

__all__ = ["FIELDS", "FieldKind", "TemplateField", "build"]
