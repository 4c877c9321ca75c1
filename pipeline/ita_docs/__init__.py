"""ita-docs: one Excel workbook in, the office's complete ITA document pack out."""

__version__ = "0.1.0"
