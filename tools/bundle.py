"""Makes the zip for offices without a network: every wheel, and scripts that install them by a double click.

``python -m tools.bundle --windows 3.12 [--python-installer FILE]`` or ``python -m tools.bundle --linux 3.11`` writes
``dist/ita-docs-VERSION-windows-python3.12.zip``. It needs a network and ``pip install -e .[bundle]``; what it makes
needs none. uv says which releases the other system takes, with their hashes, which pip of this one cannot; pip fetches
them and, in the office, installs nothing else.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from email.parser import BytesHeaderParser
from pathlib import Path, PurePosixPath
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = Path(__file__).with_name("bundle_files")
NAME = "ita-docs"
FONTS = [ROOT / "pipeline" / "thaipages" / "fonts" / name for name in ("THSarabunPSK.ttf", "OFL.txt")]
"""For machines that lack the typeface, where documents are changed in Word."""
_DAY = (2024, 1, 1, 0, 0, 0)
"""What every file of the zip is dated, so that the same wheels give the same bytes."""
_RUNS, _READS = 0o755, 0o644
_LICENCES = ("LICEN", "COPYING", "NOTICE", "AUTHORS")
"""How the names of texts of licences begin, beside those in a folder of their own."""


@dataclass(frozen=True)
class System:
    """What a bundle is made for: names by which uv, pip and Python itself know the system, and the files for it."""

    name: str
    uv: str
    pip: tuple[str, ...]
    python: str
    scripts: tuple[str, ...]
    place: str


WINDOWS = System(
    "windows",
    "x86_64-pc-windows-msvc",
    ("win_amd64",),
    "win-amd64",
    ("install.bat", "start.bat", "program/no-python.html"),
    r"%LOCALAPPDATA%\ita-docs",
)
LINUX = System(
    "linux",
    "x86_64-manylinux_2_28",
    ("manylinux2014_x86_64", *(f"manylinux_2_{minor}_x86_64" for minor in range(5, 29))),
    "linux-x86_64",
    ("install.sh", "start.sh", "program/no-python.txt"),
    "~/.local/share/ita-docs",
)
_BOTH = ("read-me-first.html", "program/install.py")


def scripts(system: System, python: str, version: str) -> Mapping[str, bytes]:
    """The files of a bundle that are no wheels, by their names in it, for a Python such as ``3.12``."""
    install, start, _ = system.scripts
    words = {
        "PYTHON": python,
        "DIGITS": python.replace(".", ""),
        "PAIR": python.replace(".", ", "),
        "VERSION": version,
        "INSTALL": install.replace("install.sh", "./install.sh"),
        "START": start.replace("start.sh", "./start.sh"),
        "PLACE": system.place,
    }
    made = {name: _filled(SCRIPTS / PurePosixPath(name).name, words) for name in (*system.scripts, *_BOTH)}
    says = {"python": python, "platform": system.python, "version": version, "start": words["START"]}
    return made | {"program/bundle.json": json.dumps(says, indent=1).encode()}


def _filled(source: Path, words: Mapping[str, str]) -> bytes:
    text = source.read_text(encoding="utf-8")
    for word, value in words.items():
        text = text.replace(f"@{word}@", value)
    if source.suffix == ".bat":
        text = text.replace("\n", "\r\n")
    return text.encode()


def pins(wheel: Path, extras: Sequence[str], system: System, python: str) -> str:
    """The releases that a wheel needs there, with the hashes of their files; the first line is the wheel itself."""
    wanted = f"{NAME}[{','.join(extras)}]"
    asked = f"{wanted} @ {wheel.as_uri()}"
    there = ("--python-platform", system.uv, "--python-version", python, "--only-binary", ":all:")
    plain = ("--generate-hashes", "--no-header", "--no-annotate", "--quiet", "--no-emit-package", NAME, "-")
    done = subprocess.run(
        [sys.executable, "-m", "uv", "pip", "compile", *there, *plain],
        input=asked.encode(),
        stdout=subprocess.PIPE,
        check=True,
    )
    others = "".join(line for line in done.stdout.decode().splitlines(keepends=True) if not line.startswith("#"))
    own = hashlib.sha256(wheel.read_bytes()).hexdigest()
    return f"{wanted}=={wheel.name.split('-')[1]} --hash=sha256:{own}\n{others}"


def fetch(requirements: str, folder: Path, system: System, python: str) -> None:
    """Put the wheels of these requirements into a folder that has the first of them."""
    others = requirements.split("\n", 1)[1]
    listed = folder.parent / "others.txt"
    listed.write_text(others, encoding="utf-8")
    platforms = [word for one in system.pip for word in ("--platform", one)]
    kind = ("--only-binary", ":all:", "--python-version", python, "--implementation", "cp")
    pip = (sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps")
    subprocess.run([*pip, *platforms, *kind, "--require-hashes", "-r", listed, "-d", folder], check=True)


def licences(wheel: Path) -> Iterator[tuple[str, bytes]]:
    """The licences that a wheel carries, and what its own words say of them, by their names in the bundle. One that
    carries none has the text that is kept here under the licence's name. Raises ``FileNotFoundError``."""
    with ZipFile(wheel) as opened:
        inner = {name.split(".dist-info/", 1)[1]: name for name in opened.namelist() if ".dist-info/" in name}
        head = BytesHeaderParser().parsebytes(opened.read(inner["METADATA"]))
        folder = f"program/licences/{head['Name']}-{head['Version']}"
        classifiers = (one for one in head.get_all("Classifier", ()) if one.startswith("License"))
        said = head["License-Expression"] or "; ".join(classifiers) or (head["License"] or "?").splitlines()[0]
        yield f"{folder}/licence.txt", f"{said}\n".encode()
        texts = [name for name in inner if _is_licence(name)]
        for name in texts:
            yield f"{folder}/{name.removeprefix('licenses/').replace('/', '-')}", opened.read(inner[name])
    if not texts:
        yield f"{folder}/{said}.txt", (SCRIPTS / "licences" / f"{said}.txt").read_bytes()


def _is_licence(name: str) -> bool:
    return not name.endswith("/") and name.upper().startswith(("LICENSES/", *_LICENCES))


def write(target: Path, files: Mapping[str, bytes]) -> None:
    """Write the zip: its files in a folder of its name, scripts marked as such; wheels are deflated already."""
    target.parent.mkdir(exist_ok=True)
    with ZipFile(target, "w") as made:
        for name, data in sorted(files.items()):
            entry = ZipInfo(f"{target.stem}/{name}", _DAY)
            entry.compress_type = ZIP_STORED if name.endswith((".whl", ".exe")) else ZIP_DEFLATED
            entry.external_attr = (_RUNS if name.endswith(".sh") else _READS) << 16
            entry.create_system = 3  # Unix: the mark of scripts is kept
            made.writestr(entry, data)


def make(system: System, python: str, extras: Sequence[str], installer: Path | None) -> Path:
    """Make the zip and give its name."""
    with tempfile.TemporaryDirectory() as folder:
        wheels = Path(folder) / "wheels"
        build = (sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(wheels))
        subprocess.run(build, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        (own,) = wheels.glob("*.whl")
        requirements = pins(own, extras, system, python)
        fetch(requirements, wheels, system, python)
        version = own.name.split("-")[1]
        files = dict(scripts(system, python, version))
        files |= {"LICENSE": (ROOT / "LICENSE").read_bytes(), "program/requirements.txt": requirements.encode()}
        for wheel in sorted(wheels.glob("*.whl")):
            files |= {f"program/wheels/{wheel.name}": wheel.read_bytes(), **dict(licences(wheel))}
        files |= {f"fonts/{path.name}": path.read_bytes() for path in FONTS}
        if installer is not None:
            files["program/python-installer.exe"] = installer.read_bytes()
        target = ROOT / "dist" / f"{NAME}-{version}-{system.name}-python{python}.zip"
        write(target, files)
    return target


def main() -> None:
    """Read the command, make the zip and say where it is."""
    parser = argparse.ArgumentParser(prog="python -m tools.bundle", description=__doc__)
    wanted = parser.add_mutually_exclusive_group(required=True)
    wanted.add_argument("--windows", metavar="PYTHON", help="for Windows with this Python, such as 3.12")
    wanted.add_argument("--linux", metavar="PYTHON", help="for Linux with this Python")
    parser.add_argument(
        "--python-installer", type=Path, metavar="FILE", help="Python's own, laid into the zip (Windows)"
    )
    parser.add_argument("--cluster", action="store_true", help="with what several machines need to work together")
    asked = parser.parse_args()
    if asked.python_installer and not asked.windows:
        parser.error("--python-installer goes with --windows")
    extras = ["cluster", "web"] if asked.cluster else ["web"]
    target = make(WINDOWS if asked.windows else LINUX, asked.windows or asked.linux, extras, asked.python_installer)
    print(f"{target.relative_to(ROOT)}: {target.stat().st_size / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
