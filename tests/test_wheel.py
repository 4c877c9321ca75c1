"""The software as it is installed elsewhere: the wheel carries templates, frameworks, fonts and word lists."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel's files alone, as in another environment's site-packages."""
    made = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(made)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    (wheel,) = made.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(made / "site")
    return made / "site"


def run(site: Path, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(site), "PYTHONIOENCODING": "utf-8", "PYTHONSAFEPATH": "1"}
    command = [sys.executable, "-m", "ita_docs", *words]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8")


@pytest.mark.soak
def test_the_wheel_builds_in_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "inputs", tmp_path / "inputs")
    done = run(installed, tmp_path, "build", "--only", "order")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "outputs/taling_chan_2566/order.docx").exists()
    assert "order.docx ไม่มีคำต่อเนื่อง" not in done.stdout


def test_the_package_page_has_the_licences_and_no_link_that_leads_nowhere(installed: Path) -> None:
    (info,) = installed.glob("*.dist-info")
    metadata = (info / "METADATA").read_text(encoding="utf-8")
    assert "License-Expression: MIT" in metadata
    assert {path.name for path in (info / "licenses").rglob("*.*")} | {"LICENSE"} == {
        "LICENSE",
        "OFL.txt",
        "LICENSE.txt",
    }
    assert "# ita-docs" in metadata
    assert re.findall(r"\]\((?!https?://)[^)]*\)", metadata) == []


@pytest.mark.parametrize("package", ["ita_docs", "officefiles", "thaipages", "wordfill"])
def test_a_package_says_that_it_is_typed(installed: Path, package: str) -> None:
    assert (installed / package / "py.typed").exists()


LIBRARY = """
import sys
from pathlib import Path
import ita_docs
site, data, pictures = map(Path, sys.argv[1:])
assert Path(ita_docs.__file__).is_relative_to(site), "a test of the checkout by mistake would prove nothing"
beside = {f"pictures/{one.name}": one.read_bytes() for one in pictures.iterdir()}
book = ita_docs.Upload(data.name, data.read_bytes(), beside)
submission, _ = ita_docs.read(book)
marked = ita_docs.marked(book, ita_docs.check(book))
files = ita_docs.build(book).files
forms = [ita_docs.new(year) for year in (2563, 2570)]
compared = ita_docs.compare({"a.xlsx": ita_docs.new(2567, last=book)})
findings = ita_docs.lint(b"no template")
assert submission and marked and all(forms) and "pack.docx" in files and len(compared.left_out) == len(findings) == 1
"""


@pytest.mark.soak
def test_the_wheel_is_a_library_that_prints_nothing_and_leaves_the_folder_empty(
    installed: Path, tmp_path: Path
) -> None:
    environment = {**os.environ, "PYTHONPATH": str(installed), "PYTHONSAFEPATH": "1", "XDG_CACHE_HOME": str(tmp_path)}
    (tmp_path / "empty").mkdir()
    sample, pictures = ROOT / "inputs" / "taling_chan_2566.xlsx", ROOT / "inputs" / "pictures"
    command = [sys.executable, "-c", LIBRARY, str(installed), str(sample), str(pictures)]
    done = subprocess.run(command, cwd=tmp_path / "empty", env=environment, capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert list((tmp_path / "empty").iterdir()) == []
