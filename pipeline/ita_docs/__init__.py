"""ita-docs: one Excel workbook in, the office's complete ITA document pack out.

As a library it is ``ita_docs.api``, whose names can be had from here; they are loaded when asked for.
"""

from __future__ import annotations

from officefiles.lazy import lazy_import

TYPE_CHECKING = False  # as ``typing`` has it: nothing is loaded before ``stopping`` that need not be
if TYPE_CHECKING:
    from typing import Any

    from ita_docs.api import ComparedOffices, build, check, compare, import_documents, lint, marked, new, read
    from ita_docs.workbook.file import Upload

__version__ = "0.1.0"
_api = lazy_import("ita_docs.api")
__all__ = ["ComparedOffices", "Upload", "build", "check", "compare", "import_documents", "lint", "marked", "new"]
__all__ += ["read"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(_api, name)
