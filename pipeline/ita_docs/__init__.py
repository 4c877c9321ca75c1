"""ita-docs: one Excel workbook in, the office's complete ITA document pack out.

As a library it is ``ita_docs.api``, whose names can be had from here; they are loaded when asked for.
"""

from __future__ import annotations

from officefiles.lazy import lazy_names

TYPE_CHECKING = False  # as ``typing`` has it: nothing is loaded before ``stopping`` that need not be
if TYPE_CHECKING:
    from ita_docs.api import ComparedOffices, build, check, compare, import_documents, lint, marked, new, read
    from ita_docs.workbook.file import Upload

__version__ = "0.1.0"
__all__ = ["ComparedOffices", "Upload", "build", "check", "compare", "import_documents", "lint", "marked", "new"]
__all__ += ["read"]

if not TYPE_CHECKING:
    __getattr__ = lazy_names(__name__, api=tuple(__all__))
