"""What Office would refuse in a file, by the schemas of its formats. Equal parts of files are looked at once."""

from __future__ import annotations

import pickle
import re
import tempfile
from functools import cache
from pathlib import Path

from lxml import etree
from openxml_audit import OpenXmlValidator
from openxml_audit.context import ValidationContext
from openxml_audit.schema import SchemaValidator
from openxml_audit.semantic.validator import create_spreadsheet_semantic_validator, create_word_semantic_validator

_NO_LIST = "Numbering definition '0' referenced but not found"
"""What the validator says of a paragraph that is in no list though its style is: 0 stands for that (ECMA-376 part 1,
17.9.18)."""


def schema_errors(data: bytes) -> list[str]:
    """One line for each error in a Word document or an Excel workbook."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file"
        path.write_bytes(data)
        # Rules across parts anew, as they keep what they met in the file before. Those of a part are asked below.
        validator, kind = _validator(), "word" if b"word/document.xml" in data else "spreadsheet"
        setattr(validator, f"_semantic_validator_{kind}", pickle.loads(_unused()[kind]))
        errors = validator.validate(path).errors
        return [f"{error.part_uri}: {error.description}" for error in errors if error.description != _NO_LIST]


@cache
def _validator() -> OpenXmlValidator:
    """A validator without rules across parts, those of presentations too."""
    validator = OpenXmlValidator(semantic_validation=False)
    validator._schema_validator, validator._semantic_validation = _remembering(), True
    return validator


@cache
def _unused() -> dict[str, bytes]:
    """Rules across parts that have seen no file: read anew sooner than made anew."""
    made = {"word": create_word_semantic_validator(), "spreadsheet": create_spreadsheet_semantic_validator()}
    return {kind: pickle.dumps(rules) for kind, rules in made.items()}


@cache
def _remembering() -> _Remembering:
    return _Remembering()


_TEXT = re.compile(rb">[^<]+<")
_OFTEN_EQUAL = ("}p", "}tblPr", "}trPr", "}tcPr", "}sectPr")


class _Remembering(SchemaValidator):
    """Keeps in which parts, and in which paragraphs and properties of tables, it found nothing, whatever their text, of
    which a schema says nothing. The semantic rules, which look across parts, are not remembered."""

    def __init__(self) -> None:
        super().__init__()
        self._sound: set[tuple[object, ...]] = set()

    def _validate_element(
        self, element: etree._Element, context: ValidationContext, ignorable_ns: frozenset[str] = frozenset()
    ) -> None:
        parent = element.getparent()
        if parent is not None and not element.tag.endswith(_OFTEN_EQUAL):
            return super()._validate_element(element, context, ignorable_ns)
        xml = _TEXT.sub(b"><", etree.tostring(element, with_tail=False))
        key = None if parent is None else parent.tag, ignorable_ns, xml
        if key not in self._sound:
            before = len(context.errors)
            super()._validate_element(element, context, ignorable_ns)
            if len(context.errors) == before and not context.should_stop:
                self._sound.add(key)
        return None
