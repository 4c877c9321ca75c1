"""What templates may use: one dict of ready texts for all of them, and the list of its names with their meaning."""

from ita_docs.values.build import build
from ita_docs.values.fields import FIELDS, FieldKind, TemplateField
from ita_docs.values.own_names import OWN_FIELDS

__all__ = ["FIELDS", "OWN_FIELDS", "FieldKind", "TemplateField", "build"]
