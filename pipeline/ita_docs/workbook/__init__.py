"""The office's workbook: its form as data, reading it, and writing blank, rolled-over and marked ones."""
