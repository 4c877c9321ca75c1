"""One office, start to end, without writing anything: a workbook in, problems or finished documents out."""

from ita_docs.papers.document import INCOMPLETE_DOCUMENT
from ita_docs.papers.pack import OTHERS, PACK, NoDocumentError, Production, in_use, produce, values_of, wanted
from ita_docs.papers.proofing import proof
from ita_docs.papers.reading import Reading, completeness_of, read_and_check

__all__ = ["INCOMPLETE_DOCUMENT", "OTHERS", "PACK", "Production", "Reading"]
__all__ += ["NoDocumentError", "completeness_of", "in_use", "produce", "proof", "read_and_check", "values_of", "wanted"]
