"""Where templates and frameworks are found: the office's own folders first, then what travels with the software; and
where the software keeps what it may lose."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_cache_path

_PACKAGE = Path(__file__).resolve().parent

TEMPLATES = Path("templates")
"""Where an office keeps templates of its own, below the working folder."""

TEMPLATE_ENDING = "_template.docx"
WORKBOOK_ENDING = ".xlsx"
EXCEL_TEMPLATE_ENDING = f"_template{WORKBOOK_ENDING}"
UNSEEN = ("~$", ".")
"""How the names of lock files, of hidden files and of a Mac's data about files begin."""
OWN_WORKBOOKS = ("summary.xlsx", "tracker.xlsx")
"""The Excel files that the software makes without a template, whose names no template may take."""
ANNOTATED_ENDING = ".annotated.docx"
"""How the copies of templates end that ``lint`` writes beside them."""
COMPARISON_TEMPLATE = Path("compare", f"comparison{TEMPLATE_ENDING}")


def packaged_templates() -> Path:
    """The folder of the templates that came with the software, installed as a wheel or run from a checkout."""
    installed = _PACKAGE / "templates"
    return installed if installed.is_dir() else _PACKAGE.parents[1] / "templates"


def is_packaged(template: Path) -> bool:
    """True of a template that came with the software: an office is told nothing of it."""
    return template.resolve().parent == packaged_templates().resolve()


def examples() -> Path:
    """The folder of filled workbooks, one of each kind of office, that came with the software."""
    installed = _PACKAGE / "examples"
    return installed if installed.is_dir() else _PACKAGE.parents[1] / "examples"


def gallery() -> Path:
    """The folder of ready templates of further documents, which an office copies where it wants them."""
    installed = _PACKAGE / "gallery"
    return installed if installed.is_dir() else _PACKAGE.parents[1] / "gallery"


def template_files(own: Path | None = None, working: Path | None = TEMPLATES) -> dict[str, Path]:
    """Template files by document name, ``order`` for ``order_template.docx`` and ``list.xlsx`` for
    ``list_template.xlsx``, in alphabetical order.

    A file in ``own`` (the folder the user named) goes before one of the same name in ``working``, and that before
    the packaged one. Lock files (``~$…``) and hidden files are passed over.
    """
    found: dict[str, Path] = {}
    for folder in (packaged_templates(), working, own):
        if folder is not None and folder.is_dir():
            for path in templates_in(folder):
                found[document_name(path.name)] = path
    return dict(sorted(found.items()))


def templates_in(folder: Path) -> list[Path]:
    """The templates in a folder, Word's before Excel's."""
    found = (path for ending in (TEMPLATE_ENDING, EXCEL_TEMPLATE_ENDING) for path in sorted(folder.glob(f"*{ending}")))
    return [path for path in found if _is_template(path)]


def _is_template(path: Path) -> bool:
    """True for a file of just this name (systems differ in what they hold for the same) that makes a document."""
    endings = (TEMPLATE_ENDING, EXCEL_TEMPLATE_ENDING)
    named = path.name.endswith(endings) and not path.name.startswith(UNSEEN) and path.is_file()
    return named and document_name(path.name) not in OWN_WORKBOOKS


def document_name(template: str) -> str:
    """The name of the document that a template of this file name makes: ``order``; that of a workbook has its ending:
    ``list.xlsx``."""
    if template.endswith(EXCEL_TEMPLATE_ENDING):
        return template.removesuffix(EXCEL_TEMPLATE_ENDING) + WORKBOOK_ENDING
    return template.removesuffix(TEMPLATE_ENDING)


def file_name(document: str) -> str:
    """The file of a document: ``order.docx`` of ``order``, and ``list.xlsx`` of ``list.xlsx``."""
    return document if document.endswith(WORKBOOK_ENDING) else f"{document}.docx"


def template_name(document: str) -> str:
    """The file name of the template that makes a document."""
    if document.endswith(WORKBOOK_ENDING):
        return document.removesuffix(WORKBOOK_ENDING) + EXCEL_TEMPLATE_ENDING
    return f"{document}{TEMPLATE_ENDING}"


def comparison_template(own: Path | None = None, working: Path | None = TEMPLATES) -> Path:
    """The template of the report on many offices. It stands in a folder of its own, since each template beside the
    others makes a document for every office. Looked for in the same order as ``template_files``."""
    found = [folder / COMPARISON_TEMPLATE for folder in (own, working) if folder is not None]
    return next((path for path in found if path.is_file()), packaged_templates() / COMPARISON_TEMPLATE)


def proof_template() -> Path:
    """The template of the sheet in front of proof copies. It is the software's own, and no office's document."""
    return packaged_templates() / "proof" / f"proof{TEMPLATE_ENDING}"


def cache() -> Path:
    """The folder of this user's own in which the system wants what a program may lose."""
    return user_cache_path("ita-docs", appauthor=False)


def own_frameworks() -> Path | None:
    """The office's own folder of framework files, where the working folder has one."""
    own = Path("frameworks")
    return own if own.is_dir() else None
