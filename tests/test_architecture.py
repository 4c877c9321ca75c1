"""The one-way flow: a module imports only from those before it, and only the door-keepers touch the world."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest

PIPELINE = Path(__file__).resolve().parent.parent / "pipeline"

PACKAGES = ("officefiles", "thaipages", "wordfill", "ita_docs")
"""From the basement up."""
ORDER = (
    *PACKAGES[:-1],
    "ita_docs.framework",
    "ita_docs.thai",
    "ita_docs.model",
    "ita_docs.origin",
    "ita_docs.places",
    "ita_docs.house",
    "ita_docs.stopping",
    "ita_docs.extras",
    "ita_docs.workbook",
    "ita_docs.analysis",
    "ita_docs.wording",
    "ita_docs.importing",
    "ita_docs.checks",
    "ita_docs.values",
    "ita_docs.excel",
    "ita_docs.outputs",
    "ita_docs.papers",
    "ita_docs.comparison",
    "ita_docs.fields",
    "ita_docs.api",
    "ita_docs.batch",
    "ita_docs.report",
    "ita_docs.web",
    "ita_docs.cli",
)
PURE = (
    "officefiles.thai",
    "ita_docs.thai",
    "ita_docs.model",
    "ita_docs.origin",
    "ita_docs.checks",
    "ita_docs.analysis",
    "ita_docs.wording",
    "ita_docs.values",
)
WRITERS = {
    "ita_docs/outputs/files.py",
    "ita_docs/outputs/disk.py",
    "ita_docs/batch/item_files.py",  # lays what cannot be drawn before the office program
    "ita_docs/outputs/remembered.py",  # this and the engine keep what may be lost, in the folder of the system for it
    "ita_docs/web/jobs.py",  # the folders of what users brought, which end with their jobs
    "ita_docs/web/taking.py",
    "ita_docs/web/work.py",
    "wordfill/engine/patches.py",
    "thaipages/pdf/__init__.py",  # in a temporary folder
}
WRITING = {"write_bytes", "write_text", "mkdir", "touch", "unlink", "rmtree"}
WORLD = {"open", "print", "input", "pathlib", "os", "sys", "time", "shutil", "subprocess", "tempfile"}


def room(module: str) -> str:
    """The room of a module by its dotted name: a toolkit is one, the product has many."""
    parts = module.split(".")
    return ".".join(parts[:2]) if parts[0] == "ita_docs" else parts[0]


@cache
def modules() -> Sequence[Path]:
    return sorted(path for path in PIPELINE.rglob("*.py") if path.name != "__main__.py")


def dotted(path: Path) -> str:
    return ".".join(path.relative_to(PIPELINE).with_suffix("").parts).removesuffix(".__init__")


def is_in(path: Path, rooms: tuple[str, ...]) -> bool:
    return any(f"{dotted(path)}.".startswith(f"{one}.") for one in rooms)


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def nodes(tree: ast.AST) -> Sequence[ast.AST]:
    return tuple(ast.walk(tree))


@cache
def calls(path: Path) -> Sequence[tuple[str, ast.Call]]:
    """Every call of a module beside the name of what is called."""
    return [(called(node.func), node) for node in nodes(parsed(path)) if isinstance(node, ast.Call)]


def called(node: ast.AST) -> str:
    """A dotted name; what is no name in it, as the result of another call, is left out."""
    if isinstance(node, ast.Attribute):
        return f"{called(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    """The functions of a module and the methods of its classes; what stands in them is theirs."""
    body = parsed(path).body
    outer = [*body, *(node for one in body if isinstance(one, ast.ClassDef) for node in one.body)]
    return [node for node in outer if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


@cache
def imported(path: Path) -> frozenset[str]:
    """Dotted names of the modules that a file imports, ``from ita_docs import x`` as ``ita_docs.x``."""
    names: set[str] = set()
    for node in nodes(parsed(path)):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            if node.module in PACKAGES:
                names.update(f"{node.module}.{alias.name}" for alias in node.names)
            names.add(node.module)
    return frozenset(names.union(lazily_imported(path)))


def lazily_imported(path: Path) -> list[str]:
    lazy = [call for name, call in calls(path) if name == "lazy_import"]
    return [one.value for call in lazy for one in call.args if isinstance(one, ast.Constant)]


@pytest.mark.soak
def test_a_module_imports_only_from_those_before_it() -> None:
    rooms = {dotted(path): path for path in modules()}
    del rooms["ita_docs"]  # the face of the product, which loads its rooms when they are asked for
    pairs = [(module, name) for module, path in rooms.items() for name in imported(path)]
    assert [(module, name) for module, name in pairs if not is_before(name, module)] == []


def is_before(imported: str, module: str) -> bool:
    known = imported in ("ita_docs", "ita_docs.__version__") or imported.split(".")[0] not in PACKAGES
    return known or ORDER.index(room(imported)) <= ORDER.index(room(module))


TOOLKIT_FILES = [path for package in PACKAGES[:-1] for path in (PIPELINE / package).rglob("*.*")]
TOOLKIT_TESTS = sorted((PIPELINE.parent / "tests" / "toolkits").rglob("*.py"))


def test_a_toolkit_does_not_mention_the_product() -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in TOOLKIT_FILES if path.suffix in (".py", ".md", ".toml")}
    product = re.compile(r"ita_docs|ita-docs|\bITA\b|สำนักงานเขต")
    assert [(path.name, one) for path, text in texts.items() for one in product.findall(text)] == []


def test_the_tests_of_a_toolkit_do_without_the_product() -> None:
    assert TOOLKIT_TESTS
    assert [path.name for path in TOOLKIT_TESTS for name in imported(path) if name.split(".")[0] == "ita_docs"] == []


def test_pure_modules_have_no_path_clock_or_printing() -> None:
    pure = [path for path in modules() if is_in(path, PURE)]
    touched = {dotted(path): ({name for name, _ in calls(path)} | imported(path)) & WORLD for path in pure}
    clocks = {
        dotted(path): node.attr
        for path in pure
        for node in nodes(parsed(path))
        if isinstance(node, ast.Attribute) and node.attr in ("today", "now")
    }
    assert {module: names for module, names in touched.items() if names} == {}
    assert clocks == {}


def test_files_are_written_and_removed_in_few_places() -> None:
    writing = {path for path in modules() for name, _ in calls(path) if name.rpartition(".")[2] in WRITING}
    assert {path.relative_to(PIPELINE).as_posix() for path in writing} == WRITERS


def test_only_the_command_line_prints_or_exits() -> None:
    ends = {"print", "exit", "sys.exit", "click.echo"}
    others = [path for path in modules() if not is_in(path, ("ita_docs.cli",))]
    assert [(dotted(path), name) for path in others for name, _ in calls(path) if name in ends] == []


def test_modules_are_imported_at_the_top() -> None:
    """What should be loaded late is said by ``lazy_import``, also at the top."""
    inside = {
        f"{dotted(path)}.{function.name}"
        for path in modules()
        for function in functions(path)
        if any(isinstance(node, ast.Import | ast.ImportFrom) for node in nodes(function))
    }
    assert inside == {"ita_docs.batch.cluster.connect"}  # it may not be installed


def test_what_is_imported_late_is_there_and_its_types_are_known() -> None:
    late = [(path, name) for path in modules() for name in lazily_imported(path)]
    assert late
    assert [(dotted(path), name) for path, name in late if find_spec(name) is None] == []
    assert [(dotted(path), name) for path, name in late if not is_typed(path, name)] == []


def is_typed(path: Path, name: str) -> bool:
    """Is the module of this name imported where types are checked?"""
    above, _, last = name.rpartition(".")
    imports = rf"import {re.escape(name)}\b|from {re.escape(above)} import .*\b{last}\b|from {re.escape(name)} import"
    return any(re.search(imports, ast.unparse(node)) for node in parsed(path).body if isinstance(node, ast.If))


COMMANDS = {
    "--help": ("ita_docs.batch", "ita_docs.workbook", "wordfill", "lxml", "jinja2"),
    "check --help": ("ita_docs.workbook", "wordfill", "lxml", "jinja2", "PIL", "distributed"),
    "check": ("wordfill.lint", "thaipages.booklet", "ita_docs.excel", "docxtpl", "numpy", "openpyxl", "rich", "ssl"),
    "build": ("docxtpl", "numpy", "openpyxl", "ssl", "thaipages.pdf", "thaipages.drawing", "wordfill.lint.scopes"),
    "compare --help": ("pandas",),
}
"""Modules that none of the commands up to this one needs, as one process does them one after the other."""
DOING = f"""
import contextlib, sys
from ita_docs.cli import main
for words, unused in {COMMANDS!r}.items():
    with contextlib.suppress(SystemExit):
        main(words.split(), standalone_mode=False)
    print("loaded", words, sorted({{*unused}} & {{*sys.modules}}))
"""
MEETING = """
from ita_docs.cli import main
main(["build"])
"""
"""What is met for the first time is kept for other processes."""


@pytest.mark.soak
def test_a_command_loads_nothing_that_it_does_not_need(tmp_path: Path) -> None:
    shutil.copytree(PIPELINE.parent / "inputs", tmp_path / "inputs")
    own = {"XDG_CACHE_HOME": str(tmp_path / "cache"), "LOCALAPPDATA": str(tmp_path / "cache")}
    environment = {**os.environ, **own, "PYTHONPATH": str(PIPELINE), "PYTHONUTF8": "1"}

    def do(program: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", program], cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8"
        )

    do(MEETING)
    done = do(DOING)
    loaded = [line for line in done.stdout.splitlines() if line.startswith("loaded ")]
    assert loaded == [f"loaded {words} []" for words in COMMANDS], done.stderr


CACHES = {
    "ita_docs.checks._is_sound",
    "ita_docs.excel.book._styles",
    "ita_docs.framework.load._load",
    "ita_docs.checks.spelling._in_run",
    "ita_docs.framework.words.file.load",
    "ita_docs.outputs.files.code_version",
    "officefiles.thai.names.plain",
    "ita_docs.workbook.styles.lines",
    "thaipages.layout.text.ruler",
    "thaipages.segment._segmenter",
    "wordfill.engine._load",
    "wordfill.sandbox.environment",
}
"""What a process keeps whatever is done next, each with its reason beside it. All else that is kept belongs to a value:
``cached_property``, ``Carrier.made``."""
CHANGING = {"append", "add", "update", "setdefault", "pop", "popitem", "clear", "extend", "insert", "remove", "discard"}


def kept_by_the_process(path: Path) -> Iterator[str]:
    """The cached functions of a module, and its containers and names that a function changes."""
    tree = parsed(path)
    assigned = [target for node in tree.body for target in getattr(node, "targets", [getattr(node, "target", None)])]
    names = {one.id for target in assigned if target for one in ast.walk(target) if isinstance(one, ast.Name)}
    for function in functions(path):
        if any(re.match(r"(functools\.)?(lru_)?cache\b", ast.unparse(one)) for one in function.decorator_list):
            yield function.name
        local = {one.arg for one in nodes(function) if isinstance(one, ast.arg)}
        local |= {one.id for one in nodes(function) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)}
        for node in nodes(function):
            changed: ast.AST | None = None
            if isinstance(node, ast.Global):
                yield from node.names
            elif isinstance(node, ast.Subscript) and not isinstance(node.ctx, ast.Load):
                changed = node.value
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CHANGING:
                changed = node.func.value
            if isinstance(changed, ast.Name) and changed.id in names - local:
                yield changed.id


def test_a_process_keeps_twelve_things_at_most() -> None:
    found = {f"{dotted(path)}.{name}" for path in modules() for name in kept_by_the_process(path)}
    assert found == CACHES
    assert len(CACHES) <= 12


@pytest.mark.parametrize("package", PACKAGES)
def test_a_class_name_means_one_thing_in_a_package(package: str) -> None:
    trees = [parsed(path) for path in modules() if path.is_relative_to(PIPELINE / package)]
    names = [node.name for tree in trees for node in tree.body if isinstance(node, ast.ClassDef)]
    assert [name for name in names if names.count(name) > 1] == []
