"""Installs the program of a bundle for one user, without a network: called by install.bat and install.sh.

It stands in the bundle beside ``wheels``, ``requirements.txt`` and ``bundle.json``, and uses nothing but Python itself.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

HERE = Path(__file__).resolve().parent
DONE, STOPPED = 0, 3

WRONG_PYTHON = (
    "ชุดติดตั้งนี้ใช้กับ Python {wanted} ({platform}) แต่เครื่องนี้เปิดด้วย Python {found} ({found_platform}) ติดตั้ง Python ให้ตรงรุ่นก่อน"
)
BEGUN = "กำลังติดตั้งโปรแกรมจัดทำชุดเอกสาร ITA รุ่น {version} ลงใน {place} ใช้เวลาไม่กี่นาที"
NO_PLACE = "เขียนลงใน {place} ไม่ได้ ({why}) ถ้าเปิดโปรแกรมอยู่ให้ปิดก่อน ตรวจสอบว่าดิสก์มีที่ว่างอย่างน้อย 500 เมกะไบต์ แล้วติดตั้งใหม่"
NO_VENV = "Python ของเครื่องนี้สร้างที่ติดตั้งไม่ได้ (Debian/Ubuntu: apt install python{wanted}-venv) แล้วติดตั้งใหม่"
FAILED = (
    "ติดตั้งไม่สำเร็จ ไฟล์ในชุดติดตั้งอาจไม่ครบหรือเสียหาย แยกไฟล์ .zip ใหม่ทั้งหมดแล้วติดตั้งใหม่ หากยังไม่สำเร็จ โปรดแจ้งผู้ดูแลพร้อมข้อความข้างบน"
)
FINISHED = "ติดตั้งเสร็จแล้ว ({version}) เปิดโปรแกรมด้วย {start}"


def home() -> Path:
    """The user's own folder for programs: short enough for Windows, and not kept in step with a cloud."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "ita-docs"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "ita-docs"


def install(place: Path) -> int:
    """Make the environment anew and fill it from the wheels beside this file. Gives the exit code."""
    bundle = json.loads((HERE / "bundle.json").read_text(encoding="utf-8"))
    wanted, platform = bundle["python"], bundle["platform"]
    found = ".".join(map(str, sys.version_info[:2])), sysconfig.get_platform()
    if found != (wanted, platform):
        print(WRONG_PYTHON.format(wanted=wanted, platform=platform, found=found[0], found_platform=found[1]))
        return STOPPED
    print(BEGUN.format(version=bundle["version"], place=place), flush=True)
    mark, environment = place / "installed.txt", place / "venv"
    try:
        place.mkdir(parents=True, exist_ok=True)
        mark.unlink(missing_ok=True)
        made = subprocess.run([sys.executable, "-m", "venv", "--clear", environment], check=False)
    except OSError as fault:
        print(NO_PLACE.format(place=place, why=fault.strerror))
        return STOPPED
    if made.returncode:
        print(NO_PLACE.format(place=place, why="venv") if sys.platform == "win32" else NO_VENV.format(wanted=wanted))
        return STOPPED
    return _fill(environment, mark, bundle["start"])


def _fill(environment: Path, mark: Path, start: str) -> int:
    """Install into an environment just made, try the program, and leave the mark that it is whole."""
    python = environment / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    offline = ("--isolated", "--no-index", "--find-links", HERE / "wheels", "--require-hashes", "--no-cache-dir")
    quiet = ("--quiet", "--disable-pip-version-check", "--no-warn-script-location")
    pip = (python, "-m", "pip", "install", *offline, *quiet, "-r", HERE / "requirements.txt")
    if subprocess.run(pip, check=False).returncode:
        print(FAILED)
        return STOPPED
    version = subprocess.run((python, "-X", "utf8", "-m", "ita_docs", "--version"), capture_output=True, check=False)
    if version.returncode:
        print(version.stderr.decode("utf-8", "replace"), FAILED, sep="\n")
        return STOPPED
    said = version.stdout.decode("utf-8").strip()
    mark.write_text(f"{said}\n", encoding="utf-8")
    print(FINISHED.format(version=said, start=start))
    return DONE


if __name__ == "__main__":
    sys.exit(install(home()))
