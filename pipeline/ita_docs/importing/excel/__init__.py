"""Old workbooks: lists of personnel, score reports, and any other sheets, as tables of what they show."""

from ita_docs.importing.excel.reading import VALUES, read_excel

__all__ = ["VALUES", "read_excel"]
