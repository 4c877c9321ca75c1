"""Last year's Word, PDF and Excel files made into a workbook: the inverse of ``build``."""
