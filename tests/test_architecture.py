"""The one-way flow: a module imports only from those before it, and only the door-keepers touch the world."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PIPELINE = Path(__file__).resolve().parent.parent / "pipeline"

ORDER = (
    "problems",
    "thai",
    "model",
    "places",
    "limits",
    "archive",
    "framework",
    "workbook",
    "analysis",
    "wording",
    "checks",
    "context",
    "comparison",
    "word",
    "excel",
    "outputs",
    "produce",
    "compare",
    "batch",
    "report",
    "cli",
)
PURE = ("thai", "model", "checks", "analysis", "wording", "context", "comparison")
WRITERS = {
    "outputs/files.py",
    "outputs/store.py",
    "batch/pictures.py",  # removes pictures of an earlier look
    "batch/templates.py",  # these two keep what a program may lose, in the folder that the system has for it
    "word/patches.py",
    "word/pdf/__init__.py",  # in a temporary folder
}
WRITING = {"write_bytes", "write_text", "mkdir", "touch", "unlink", "rmtree"}
WORLD = {"open", "print", "input", "pathlib", "os", "sys", "time", "shutil", "subprocess", "tempfile"}


def stage(module: str) -> str:
    return module.removeprefix("pipeline.").split(".")[0]


def modules() -> list[Path]:
    return sorted(path for path in PIPELINE.rglob("*.py") if path.name != "__main__.py")


def name_of(path: Path) -> str:
    return stage(".".join(path.relative_to(PIPELINE).with_suffix("").parts))


def imported(tree: ast.AST) -> set[str]:
    """Dotted names of the modules that a file imports, ``from pipeline.word import x`` as ``pipeline.word``."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            if node.module == "pipeline":
                names.update(f"pipeline.{alias.name}" for alias in node.names)
            names.add(node.module)
    return names


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PIPELINE)))
def test_a_module_imports_only_from_those_before_it(path: Path) -> None:
    own = name_of(path)
    if own == "__init__":
        return
    allowed = {"pipeline", *ORDER[: ORDER.index(own) + 1]}
    tree = ast.parse(path.read_text(encoding="utf-8"))
    used = {stage(name) for name in imported(tree) if name.startswith("pipeline.")} - {"__version__"}
    assert used <= allowed, f"{path.name} must not import {sorted(used - allowed)}"


@pytest.mark.parametrize("path", [path for path in modules() if name_of(path) in PURE], ids=lambda path: path.stem)
def test_pure_modules_have_no_path_clock_or_printing(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    called = {node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    clocks = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute) and node.attr in ("today", "now")}
    assert not (called | imported(tree)) & WORLD
    assert not clocks


def test_files_are_written_and_removed_in_few_places() -> None:
    writers = set()
    for path in modules():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        calls = {node.func for node in ast.walk(tree) if isinstance(node, ast.Call)}
        if {one.attr for one in calls if isinstance(one, ast.Attribute)} & WRITING:
            writers.add(path.relative_to(PIPELINE).as_posix())
    assert writers == WRITERS


@pytest.mark.parametrize("path", [path for path in modules() if name_of(path) != "cli"], ids=lambda path: path.stem)
def test_only_the_command_line_prints_or_exits(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls = [ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)]
    assert not {"print", "exit", "sys.exit", "click.echo"} & set(calls)
