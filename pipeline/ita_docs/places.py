"""Where templates and frameworks are found: the office's own folders first, then what travels with the software; and
where the software keeps what it may lose."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_cache_path

_PACKAGE = Path(__file__).resolve().parent

TEMPLATES = Path("templates")
"""Where an office keeps templates of its own, below the working folder."""

TEMPLATE_ENDING = "_template.docx"
COMPARISON_TEMPLATE = Path("compare", f"comparison{TEMPLATE_ENDING}")


def packaged_templates() -> Path:
    """The folder of the templates that came with the software, installed as a wheel or run from a checkout."""
    installed = _PACKAGE / "templates"
    return installed if installed.is_dir() else _PACKAGE.parents[1] / "templates"


def examples() -> Path:
    """The folder of filled workbooks, one of each kind of office, that came with the software."""
    installed = _PACKAGE / "examples"
    return installed if installed.is_dir() else _PACKAGE.parents[1] / "examples"


def template_files(own: Path | None = None, working: Path | None = TEMPLATES) -> dict[str, Path]:
    """Template files by document name, ``order`` for ``order_template.docx``, in alphabetical order.

    A file in ``own`` (the folder the user named) goes before one of the same name in ``working``, and that before
    the packaged one. Word's lock files (``~$…``) are passed over.
    """
    found: dict[str, Path] = {}
    for folder in (packaged_templates(), working, own):
        if folder is not None and folder.is_dir():
            for path in sorted(folder.glob(f"*{TEMPLATE_ENDING}")):
                if not path.name.startswith("~$"):
                    found[path.name.removesuffix(TEMPLATE_ENDING)] = path
    return dict(sorted(found.items()))


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
