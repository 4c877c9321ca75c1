"""What staff read in a terminal, whole: stories of commands one after the other, kept in ``tests/golden/said/``.

A change of a sentence, of the order of lines or of an exit code is seen there as the reader sees it. Figures of time,
dates and the folder of the test are left out.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from ita_docs.cli import COMMANDS, main
from made_docx import docx, p

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"

Golden = Callable[[str, str], None]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with the forms of a school and a hospital in ``inputs/``."""
    (tmp_path / "inputs").mkdir()
    for name in ("school_2568", "hospital_2569"):
        shutil.copy(EXAMPLES / f"{name}.xlsx", tmp_path / "inputs")
    shutil.copytree(EXAMPLES / "pictures", tmp_path / "inputs/pictures")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    return tmp_path


def said(*lines: str) -> Iterable[str]:
    """The commands as typed, each with what it says and its exit code."""
    for line in lines:
        result = CliRunner().invoke(main, line.split(), prog_name="ita-docs", catch_exceptions=False)
        yield f"$ ita-docs {line}".rstrip()
        told = re.sub(r"(\d+(\.\d+)? (?=(มิลลิ)?วินาที))|(?<=\"seconds\": )[\d.]+|(?<=_backup_)[\d-]+", "… ", result.output)
        told = re.sub(
            "(ita-docs [a-z ]+) -h$", r"\1 --help", told, flags=re.MULTILINE
        )  # as newer releases of click say it
        yield told.replace(str(Path.cwd()), "…").rstrip()
        yield f"({result.exit_code})\n"


@pytest.mark.usefixtures("desk")
def test_making_a_form_and_what_is_missing_in_it(golden: Golden) -> None:
    story = said(
        "new form_2570.xlsx --year 2570 --office โรงเรียนบ้านหนองขาม",
        "new form_2570.xlsx --year 2570",
        "new other.xls --year 2570",
        "new other.xlsx --year 67",
        "new other.xlsx --year 2570 --kind ร้าน",
        "new next_2569.xlsx --year 2569 --from inputs/school_2568.xlsx",
        "new old_2560.xlsx --year 2560 --from inputs/school_2568.xlsx",
        "check form_2570.xlsx --severity error",
        "check next_2569.xlsx",
        "build form_2570.xlsx --only order",
    )
    golden("said/form", "\n".join(story))


@pytest.mark.soak
def test_building_and_what_is_kept(desk: Path, golden: Golden) -> None:
    order = desk / "outputs/school_2568/order.docx"

    def told() -> Iterable[str]:
        yield from said(
            "check",
            "check --severity note",
            "check inputs/school_2568.xlsx --json",
            "build",
            "build --why",
            "build inputs/none.xlsx",
        )
        order.write_bytes(docx(p("แก้ไขด้วยมือ")))
        yield from said(
            "build --why",
            "build inputs/school_2568.xlsx --replace-edited --why",
            "build inputs/school_2568.xlsx --only order --only nothing",
            "build inputs/school_2568.xlsx --only order --trace --force --why",
            "trace outputs/school_2568/order.docx ผู้อำนวยการ",
            "trace outputs/school_2568/order.docx ไม่มีคำนี้",
            "trace outputs/school_2568/measures.docx",
            "build inputs/school_2568.xlsx --proof",
            "compare",
            "compare inputs/school_2568.xlsx --year 2530",
        )

    golden("said/build", "\n".join(told()))


@pytest.mark.soak
def test_templates_of_an_office(desk: Path, golden: Golden) -> None:
    def told() -> Iterable[str]:
        yield from said("templates copy own", "templates copy own", "templates diff own", "lint own")
        (desk / "own/order_template.docx").write_bytes(
            docx(p("คำสั่งของ {{ office.nam }}") + p("{%p for one in seats %}"))
        )
        yield from said(
            "lint own/order_template.docx",
            "lint own/order_template.docx --json",
            "templates diff own",
            "build inputs/school_2568.xlsx --templates own",
            "fields own/measures_template.docx",
            "fields own/order_template.docx --values inputs/school_2568.xlsx",
            "lint none",
            "fields none.docx",
        )

    golden("said/templates", "\n".join(told()))


@pytest.mark.soak
@pytest.mark.usefixtures("desk")
def test_importing_what_was_built(golden: Golden) -> None:
    story = said(
        "build inputs/school_2568.xlsx",
        "import outputs/school_2568 --to old.xlsx",
        "import outputs/school_2568 --to old.xlsx",
        "import outputs/school_2568/order.docx --to other.xlsx --year 2568 --office โรงเรียนอื่น",
        "import outputs/none.docx --to another.xlsx",
        "import outputs/school_2568 --to another.docx",
        "import outputs/school_2568/order.docx --to another.xlsx --order 9/2560",
    )
    golden("said/import", "\n".join(story))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_says_what_it_is_without_it(name: str) -> None:
    command = main.get_command(None, name)  # type: ignore[arg-type]
    assert command
    context = click.Context(command)
    for option in command.params:
        if isinstance(option, click.Option) and isinstance(option.default, str | int | Path) and not option.is_flag:
            assert not str(option.default) or "[ค่าเริ่มต้น: " in option.get_help_record(context)[1]  # type: ignore[index]
