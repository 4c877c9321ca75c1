"""Pages drawn from the layout: a document as marks on pages, and those as a PDF, without an office program."""
