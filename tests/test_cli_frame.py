"""What click says round our commands is Thai, wherever the program runs."""

from __future__ import annotations

import ast
import importlib.util
import os
import re
import string
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from ita_docs.cli import frame, main, show
from officefiles.problems import Place, Problem

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = "inputs/taling_chan_2566.xlsx"
ENGLISH = re.compile(r"\b(Usage|Options|Commands|Error|Try|OPTIONS|COMMAND|ARGS|default|required|Show|exit)\b")
UNREACHED = {
    # faults of whoever writes a command
    "Argument {name!r} takes {nargs} values.",
    "Arguments take exactly one parameter declaration, got {length}: {decls}.",
    "Boolean option {decl!r} cannot use the same flag for true/false.",
    "Choice({choices})",
    "Could not determine name for option with declarations {decls!r}",
    "Invalid start character for option ({option})",
    "Name '{name}' defined twice",
    "No options defined but a name was passed ({name}). Did you mean to declare an argument instead? Did you mean to "
    "pass '--{name}'?",
    "Value must be an iterable.",
    # kinds of values and parameters that we do not have
    "(dynamic)",
    "Choose from:\n\t{choices}",
    "Confirm the action without prompting.",
    "Could not open file {filename!r}: {message}",
    "Do you want to continue?",
    "Missing parameter",
    "Missing parameter: {param_name}",
    "Missing {param_type}",
    "Option {name!r} requires {nargs} arguments.",
    "Positional arguments",
    "Takes {nargs} values but 1 was given.",
    "Takes {nargs} values but {len} were given.",
    "env var: {var}",
    "unknown error",
    "{len_type} values are required, but {len_value} was given.",
    "{len_type} values are required, but {len_value} were given.",
    "{name} {filename!r} is not executable.",
    "{name} {filename!r} is not writable.",
    "{value!r} does not match the format {format}.",
    "{value!r} does not match the formats {formats}.",
    "{value!r} is not a valid UUID.",
    "{value!r} is not a valid boolean.",
    "{value!r} is not a valid boolean. Recognized values: {states}",
    "{value!r} is not {choice}.",
    # nothing of ours is deprecated
    "(Deprecated) {text}",
    "DeprecationWarning: The command {name!r} is deprecated.",
    "DeprecationWarning: The command {name!r} is deprecated.{extra_message}",
    "DeprecationWarning: The {param_type} {name!r} is deprecated.{extra_message}",
    "deprecated",
    "{text} {deprecated_message}",
    # every command says these its own way
    "Show the version and exit.",
    "directory",
    "file",
    "path",
}


def ita_docs(*words: str) -> Result:
    return CliRunner().invoke(main, list(words), catch_exceptions=False, prog_name="ita-docs")


def said_by_click() -> Iterator[str]:
    """Every sentence that the installed click asks gettext for, where we hear it."""
    for name in ("core", "decorators", "exceptions", "formatting", "parser", "types"):
        spec = importlib.util.find_spec(f"click.{name}")
        assert spec is not None
        assert spec.origin is not None
        for node in ast.walk(ast.parse(Path(spec.origin).read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                requested = {"_": node.args[:1], "ngettext": node.args[:2]}.get(node.func.id, [])
                yield from (
                    one.value for one in requested if isinstance(one, ast.Constant) and isinstance(one.value, str)
                )


def commands(group: click.Group, *before: str) -> Iterator[tuple[str, ...]]:
    """The words of every command and group, ``()`` first."""
    yield before
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from commands(command, *before, name)
        else:
            yield (*before, name)


def cells(text: str) -> int:
    return sum(unicodedata.category(char) != "Mn" for char in text)


def test_every_sentence_of_the_installed_click_that_we_reach_is_translated() -> None:
    assert set(said_by_click()) - frame.SENTENCES.keys() - UNREACHED == set()


def test_a_sentence_of_a_later_click_stays_in_english() -> None:
    for module in (click.core, click.exceptions, click.types):
        assert vars(module)["_"]("A sentence that nobody knows yet.") == "A sentence that nobody knows yet."
    assert vars(click.types)["ngettext"]("{n} sheep", "{n} flocks", 2) == "{n} flocks"


@pytest.mark.parametrize(("english", "thai"), frame.SENTENCES.items())
def test_a_translation_names_nothing_that_its_sentence_lacks(english: str, thai: str) -> None:
    names, known = ({name for _, name, _, _ in string.Formatter().parse(text) if name} for text in (thai, english))
    assert names <= known
    assert thai.count("%(prog)s") == english.count("%(prog)s")


WRONG = {
    ("send",): "ข้อผิดพลาด: ไม่มีคำสั่ง 'send'",
    ("templates", "send"): "ข้อผิดพลาด: ไม่มีคำสั่ง 'send'",
    ("build", "--qqq"): "ข้อผิดพลาด: ไม่มีตัวเลือก '--qqq'",
    ("build", "--verify"): "ข้อผิดพลาด: ไม่มีตัวเลือก '--verify' หมายถึง '--verify-pages' หรือไม่",
    ("build", "--frce"): ("ข้อผิดพลาด: ไม่มีตัวเลือก '--frce' หมายถึงคำใดคำหนึ่งต่อไปนี้หรือไม่: '--force', '--trace', '--tracker'"),
    ("new",): "ข้อผิดพลาด: ยังไม่ได้ระบุ 'ไฟล์'.",
    ("new", "next.xlsx"): "ข้อผิดพลาด: ยังไม่ได้ระบุตัวเลือก '--year'.",
    ("new", "next.xlsx", "--year"): "ข้อผิดพลาด: ต้องระบุค่าต่อจากตัวเลือก '--year'",
    ("new", "next.xlsx", "--year", "x"): "ข้อผิดพลาด: ค่าของ '--year' ไม่ถูกต้อง: 'x' ไม่ใช่จำนวนเต็ม",
    ("new", "a.xlsx", "b.xlsx", "--year", "2567"): "ข้อผิดพลาด: ระบุค่าเกินมา: b.xlsx",
    ("trace", SAMPLE, "a", "b", "c"): "ข้อผิดพลาด: ระบุค่าเกินมา: b c",
    ("build", "--pdf=1"): "ข้อผิดพลาด: ตัวเลือก '--pdf' ใช้โดยไม่ต้องระบุค่า",
    ("build", "--jobs", "abc"): "ข้อผิดพลาด: ค่าของ '--jobs' ไม่ถูกต้อง: 'abc' ไม่ใช่จำนวนเต็ม",
    ("build", "--jobs", "0"): "ข้อผิดพลาด: ค่าของ '--jobs' ไม่ถูกต้อง: 0 อยู่นอกช่วงที่ใช้ได้ (x>=1)",
    ("check", "--severity", "x"): (
        "ข้อผิดพลาด: ค่าของ '--severity' ไม่ถูกต้อง: ใช้ 'x' ไม่ได้ เลือกได้จาก 'error', 'warning', 'note'"
    ),
    ("lint", "nothing.docx"): "ข้อผิดพลาด: ค่าของ '[แม่แบบ|โฟลเดอร์]...' ไม่ถูกต้อง: ไม่พบ 'nothing.docx'",
    ("trace", "inputs"): "ข้อผิดพลาด: ค่าของ 'เอกสาร' ไม่ถูกต้อง: 'inputs' เป็นโฟลเดอร์ ต้องระบุไฟล์",
    ("build", "--out", SAMPLE): f"ข้อผิดพลาด: ค่าของ '--out' ไม่ถูกต้อง: '{SAMPLE}' เป็นไฟล์ ต้องระบุโฟลเดอร์",
    ("new", "next.doc", "--year", "2567"): ("ข้อผิดพลาด: ค่าของ 'ไฟล์' ไม่ถูกต้อง: ชื่อไฟล์ต้องลงท้ายด้วย .xlsx เช่น next.xlsx"),
    ("preview", "inputs"): ("ข้อผิดพลาด: ค่าที่ระบุไม่ถูกต้อง: ไม่พบ pack.docx ใน inputs สร้างเอกสารก่อนด้วยคำสั่ง ita-docs build"),
}


@pytest.mark.parametrize(("words", "reported"), WRONG.items(), ids=map(" ".join, WRONG))
def test_wrong_usage_is_told_in_thai(words: tuple[str, ...], reported: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    result = ita_docs(*words)
    assert result.exit_code == 2
    last = result.output.splitlines()[-1]
    assert last.replace("'", "") == reported.replace("'", ""), "releases of click differ in what they quote"


def test_wrong_usage_shows_the_way_to_the_help() -> None:
    usage, hint, *_ = ita_docs("new").output.splitlines()
    assert usage == "วิธีใช้: ita-docs new [ตัวเลือก] ไฟล์"
    assert hint.startswith("ดูวิธีใช้ด้วยคำสั่ง ita-docs new -"), "-h or --help, as the release of click has it"


def test_a_stop_before_the_work_begins_is_told_in_thai_and_ends_as_any_stop(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("ita_docs.batch.find_jobs", stop)
    result = ita_docs("check")
    assert result.exit_code == 130
    assert result.output.strip() == "หยุดตามคำสั่ง"


@pytest.mark.parametrize("words", tuple(commands(main)), ids=lambda words: " ".join(words) or "ita-docs")
def test_help_is_thai_and_its_columns_are_straight(words: tuple[str, ...]) -> None:
    output = CliRunner(env={"COLUMNS": "80"}).invoke(main, [*words, "--help"], prog_name="ita-docs").output
    assert ENGLISH.findall(output) == []
    assert not any(unicodedata.category(line.lstrip()[0]) == "Mn" for line in output.splitlines() if line.strip())
    assert max(map(cells, output.splitlines())) <= 80
    for section in re.split(r"^\S+:$", output, flags=re.MULTILINE)[1:]:
        rows = re.findall(r"^  (?:-\S.*?|[a-z]+) {2,}(?=\S)", section, re.MULTILINE)
        assert len({cells(row) for row in rows}) == 1


@pytest.mark.parametrize(
    "variables",
    [
        {"LANG": "C.UTF-8"},
        {"LANG": "en_US.UTF-8", "LANGUAGE": "en"},
        {"LC_ALL": "th_TH.UTF-8"},
        {"PYTHONIOENCODING": "latin-1"},
    ],
    ids=str,
)
def test_thai_does_not_hang_on_the_variables_of_the_terminal(variables: dict[str, str]) -> None:
    kept = {name: value for name, value in os.environ.items() if name != "LANGUAGE" and not name.startswith("LC_")}
    environment = {**kept, "PYTHONIOENCODING": "utf-8", **variables}
    done = subprocess.run(
        [sys.executable, "-m", "ita_docs", "send"], cwd=ROOT, env=environment, capture_output=True, check=False
    )
    reported = "ข้อผิดพลาด: ไม่มีคำสั่ง 'send'"
    encoding = environment["PYTHONIOENCODING"]
    assert done.returncode == 2
    assert reported.encode(encoding, "replace") in done.stderr


def test_help_has_a_short_name() -> None:
    assert ita_docs("-h").output == ita_docs("--help").output


def test_a_terminal_shows_a_table_of_problems_and_elsewhere_each_is_a_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    problem = Problem("score-beyond", Place("คะแนน", "C5"), "คะแนนเกิน 100", hint="พิมพ์ใหม่")
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    show.show_problems([problem])
    table = capsys.readouterr().out
    assert len(table.splitlines()) > 2
    assert all(word in table for word in ("คะแนน", "C5", "คะแนนเกิน 100", "พิมพ์ใหม่"))
    show.show_problems([])
    assert capsys.readouterr().out == ""


def test_a_terminal_shows_how_far_it_is(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert list(show.watched(iter("กขค"), 3)) == ["ก", "ข", "ค"]
    assert "3/3" in capsys.readouterr().err
    assert list(show.watched(iter("กข"), 2)) == ["ก", "ข"]
    assert "2/2" in capsys.readouterr().err
    assert list(show.watched(iter("ก"), 1)) == ["ก"]
    assert capsys.readouterr().err == ""
