"""What Office would refuse in a file, by the schemas of its formats. Equal parts of files are looked at once."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from openxml_audit import OpenXmlValidator, ValidationError
from openxml_audit.context import ValidationContext
from openxml_audit.parts import OpenXmlPart
from openxml_audit.schema import SchemaValidator

_NO_LIST = "Numbering definition '0' referenced but not found"
"""What the validator says of a paragraph that is in no list though its style is: 0 stands for that (ECMA-376 part 1,
17.9.18)."""


def schema_errors(data: bytes) -> list[str]:
    """One line for each error in a Word document or an Excel workbook."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file"
        path.write_bytes(data)
        # A new one, as its rules across parts keep what they met in the file before. Those of a part are asked below.
        validator = OpenXmlValidator(schema_validation=False)
        validator._schema_validator = _remembering()
        errors = validator.validate(path).errors
        return [f"{error.part_uri}: {error.description}" for error in errors if error.description != _NO_LIST]


@cache
def _remembering() -> _Remembering:
    return _Remembering()


class _Remembering(SchemaValidator):
    """Keeps what it has found in a part. The semantic rules, which look across parts, are not remembered."""

    def __init__(self) -> None:
        super().__init__()
        self._found: dict[tuple[str, bytes | None], list[ValidationError]] = {}

    def validate_part(self, part: OpenXmlPart, context: ValidationContext) -> list[ValidationError]:
        key = part.uri, part.raw_content
        if key in self._found:
            context.errors.extend(self._found[key])
        else:
            before = len(context.errors)
            super().validate_part(part, context)
            self._found[key] = context.errors[before:]
        return context.errors
