"""What an offline bundle has beside its wheels; ``.ci/run`` makes one and installs it."""

from __future__ import annotations

import hashlib
import io
import json
import re
import runpy
import sys
import sysconfig
from pathlib import Path
from zipfile import ZipFile

import pytest

from tools import bundle

ROOT = Path(__file__).resolve().parent.parent
WINDOWS = bundle.scripts(bundle.WINDOWS, "3.12", "1.2.3")
LINUX = bundle.scripts(bundle.LINUX, "3.11", "1.2.3")


def test_the_files_of_windows() -> None:
    assert sorted(WINDOWS) == [
        "install.bat",
        "program/bundle.json",
        "program/install.py",
        "program/no-python.html",
        "read-me-first.html",
        "start.bat",
    ]
    assert json.loads(WINDOWS["program/bundle.json"]) == {
        "python": "3.12",
        "platform": "win-amd64",
        "version": "1.2.3",
        "start": "start.bat",
    }


@pytest.mark.parametrize("name", ["install.bat", "start.bat"])
def test_batch_files_are_ascii_with_line_ends_of_windows(name: str) -> None:
    text = WINDOWS[name].decode("ascii")
    assert text.count("\n") == text.count("\r\n") > 5
    labels = {line[1:] for line in text.split("\r\n") if line.startswith(":")}
    assert {word.lstrip(":") for line in text.split("\r\n") if "goto " in line for word in [line.split()[-1]]} <= labels


@pytest.mark.parametrize("name", ["install.sh", "start.sh"])
def test_shell_files_are_ascii_with_line_ends_of_linux(name: str) -> None:
    text = LINUX[name].decode("ascii")
    assert text.startswith("#!/bin/sh\n")
    assert "\r" not in text


@pytest.mark.parametrize("files", [WINDOWS, LINUX])
def test_no_word_is_left_to_fill(files: dict[str, bytes]) -> None:
    assert [name for name, data in files.items() if re.search(rb"@[A-Z]+@", data)] == []


def test_no_registry_of_packages_is_named() -> None:
    hosts = re.compile("|".join(("py" + "pi.org", "python" + "hosted", "npm" + "js", "deb" + "ian.org")))
    sources = (path for folder in ("tools", ".ci", "docs", "start") for path in (ROOT / folder).rglob("*"))
    texts = [ROOT / "Makefile", ROOT / "pyproject.toml", ROOT / "README.md", *sources]
    plain = [path for path in texts if path.is_file() and path.suffix not in {".png", ".pyc", ".woff2"}]
    assert [path.name for path in plain if hosts.search(path.read_text(encoding="utf-8"))] == []


def test_python_of_the_right_number_is_looked_for() -> None:
    assert rb"\Python312\python.exe" in WINDOWS["install.bat"]
    assert b"py -3.12 " in WINDOWS["install.bat"]
    assert b"sys.version_info[:2] != (3, 11)" in LINUX["install.sh"]


def test_another_python_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("install.py", "bundle.json"):
        (tmp_path / name).write_bytes(WINDOWS[f"program/{name}"].replace(b"3.12", b"3.1"))
    installing = runpy.run_path(str(tmp_path / "install.py"))
    assert installing["install"](tmp_path / "place") == 3
    found = ".".join(map(str, sys.version_info[:2])), sysconfig.get_platform()
    sentence = installing["WRONG_PYTHON"].format(
        wanted="3.1", platform="win-amd64", found=found[0], found_platform=found[1]
    )
    assert capsys.readouterr().out == f"{sentence}\n"
    assert not (tmp_path / "place").exists()


def wheel(folder: Path, licence: str, **texts: str) -> Path:
    """A wheel of no code, with these texts beside its words."""
    made = folder / "thing-1.0-py3-none-any.whl"
    with ZipFile(made, "w") as opened:
        opened.writestr("thing-1.0.dist-info/METADATA", f"Name: thing\nVersion: 1.0\nLicense-Expression: {licence}\n")
        opened.writestr("thing-1.0.dist-info/licenses/", "")
        for name, text in texts.items():
            opened.writestr(f"thing-1.0.dist-info/licenses/parts/{name}", text)
    return made


def test_the_licences_of_a_wheel_go_along(tmp_path: Path) -> None:
    assert dict(bundle.licences(wheel(tmp_path, "MIT", zlib="text"))) == {
        "program/licences/thing-1.0/licence.txt": b"MIT\n",
        "program/licences/thing-1.0/parts-zlib": b"text",
    }


def test_a_wheel_without_the_text_of_its_licence_has_that_of_its_name(tmp_path: Path) -> None:
    found = dict(bundle.licences(wheel(tmp_path, "LGPL-2.1-only")))
    assert b"GNU LESSER GENERAL PUBLIC LICENSE" in found["program/licences/thing-1.0/LGPL-2.1-only.txt"]
    with pytest.raises(FileNotFoundError):
        dict(bundle.licences(wheel(tmp_path, "Unheard-of")))


def test_the_zip_is_the_same_on_each_run_and_its_scripts_can_be_run(tmp_path: Path) -> None:
    sums = set()
    for folder in ("one", "two"):
        target = tmp_path / folder / "bundle.zip"
        bundle.write(target, LINUX)
        sums.add(hashlib.sha256(target.read_bytes()).hexdigest())
    assert len(sums) == 1
    with ZipFile(io.BytesIO(target.read_bytes())) as opened:
        run = [one.filename for one in opened.infolist() if one.external_attr >> 16 == 0o755]
    assert run == ["bundle/install.sh", "bundle/start.sh"]
