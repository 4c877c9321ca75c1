"""docxtpl's own test templates with their own data: ``python -m bench.docxtpl_tests FOLDER``, its folder ``tests``.

Each script of the folder is run in a process of its own, on a copy. What it has docxtpl render is rendered by our
engine too, and the texts of all parts are compared. Pictures are handed to the engine as its own kind of value, and so
is data in other documents as what it is to the engine: no text. Prints the table kept in ``bench/docxtpl_tests.md``.
"""

from __future__ import annotations

import io
import json
import os
import runpy
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

import docxtpl
from jinja2 import TemplateError

from bench.suites import stories
from officefiles import opc
from officefiles.pictures import Picture, size
from wordfill import engine

_HELPERS = ("__init__", "runtests")


def engine_value(value: object) -> object:
    """A value of docxtpl's as the engine knows it."""
    if isinstance(value, Mapping):
        return {key: engine_value(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [engine_value(item) for item in value]
    if isinstance(value, docxtpl.InlineImage):
        source = value.image_descriptor
        data = Path(source).read_bytes() if isinstance(source, str) else source.getvalue()
        width, height = size(data)
        return Picture(name="", data=data, width=width, height=height)
    return object() if isinstance(value, docxtpl.Subdoc) else value


def rendered(template: docxtpl.DocxTemplate, context: Mapping[str, object]) -> dict[str, str]:
    """What the engine makes of the same template: its texts by part, or the sentence of its refusal alone."""
    source = template.template_file
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, Path(str(source)).name)
        path.write_bytes(Path(source).read_bytes() if isinstance(source, str | Path) else source.getvalue())
        try:
            return stories(opc.read(engine.Template.load(path).render(engine_value(context)).data()))  # type: ignore[arg-type]
        except engine.TemplateError as refusal:
            return {"": str(refusal)}


def watch(script: str) -> None:
    """Run one script, and print a line of JSON for each template that it renders."""
    own = docxtpl.DocxTemplate.render

    def render(self: docxtpl.DocxTemplate, context: dict[str, object], *arguments: object, **more: object) -> None:
        docxtpl.DocxTemplate.render = own  # type: ignore[method-assign]  # the engine may call it too
        ours = rendered(self, context)
        try:
            own(self, context, *arguments, **more)
        except TemplateError as refusal:
            print("\0" + json.dumps({"ours": ours, "docxtpl": {"": str(refusal)}}))
            raise
        finally:
            docxtpl.DocxTemplate.render = render  # type: ignore[method-assign]
        file = io.BytesIO()
        self.docx.save(file)
        print("\0" + json.dumps({"ours": ours, "docxtpl": stories(opc.read(file.getvalue()))}))

    docxtpl.DocxTemplate.render = render  # type: ignore[method-assign]
    os.system = _run_module  # type: ignore[assignment]
    sys.argv = [script]
    runpy.run_path(script, run_name="__main__")


def _run_module(command: str) -> int:
    """Run ``python -m docxtpl …`` of a script here, where it is watched."""
    _, _, module, *arguments = shlex.split(command)
    sys.argv = [module, *arguments]
    runpy.run_module(module, run_name="__main__")
    return 0


def compared(ours: Mapping[str, str], theirs: Mapping[str, str]) -> str:
    """Whether the texts are equal, in words."""
    if "" in ours:
        return f"refused{', and by docxtpl' if '' in theirs else ''}: {ours['']}"
    other = [name for name, text in theirs.items() if ours.get(name, "") != text]
    return "equal" if not other else "; ".join(f"{name}: «{theirs[name]}» is «{ours.get(name)}»" for name in other)


def main() -> None:
    """Run all scripts and print the table."""
    if sys.argv[1] == "--watch":
        watch(sys.argv[2])
        return
    print("# docxtpl's own tests\n\nMade by `python -m bench.docxtpl_tests FOLDER`.\n\n| test | our text |\n|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copytree(sys.argv[1], Path(folder, "tests")))
        (copy / "output").mkdir(exist_ok=True)
        for script in sorted(copy.glob("*.py")):
            if script.stem not in _HELPERS:
                print("\n".join(f"| {script.stem} | {_cell(said)} |" for said in dict.fromkeys(_said(script))))


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _said(script: Path) -> list[str]:
    root = Path(__file__).resolve().parent.parent
    paths = [str(root), str(root / "pipeline")]
    code = f"import sys; sys.path[:0] = {paths!r}; from bench.docxtpl_tests import main; main()"
    command = [sys.executable, "-c", code, "--watch", str(script)]
    done = subprocess.run(command, cwd=script.parent, capture_output=True, text=True, check=False, timeout=60)
    found = [json.loads(line[1:]) for line in done.stdout.splitlines() if line.startswith("\0")]
    failed = ["its own script fails: " + done.stderr.strip().rpartition("\n")[2]] if done.returncode else []
    return [*(compared(one["ours"], one["docxtpl"]) for one in found), *failed] or ["renders nothing"]


if __name__ == "__main__":
    main()
