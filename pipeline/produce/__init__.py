"""One office, start to end, without writing anything: a workbook in, problems or finished documents out."""

from pipeline.produce.document import INCOMPLETE_DOCUMENT
from pipeline.produce.pack import OTHERS, PACK, Production, produce
from pipeline.produce.reading import Reading, asked, read_and_check

__all__ = ["INCOMPLETE_DOCUMENT", "OTHERS", "PACK", "Production", "Reading", "asked", "produce", "read_and_check"]
