"""One office, start to end, without writing anything: a workbook in, problems or finished documents out."""
