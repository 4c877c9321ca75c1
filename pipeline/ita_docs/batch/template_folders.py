"""Folders of templates: what in them looks like a template and is not used, and which folder the used ones are from."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from ita_docs import places
from ita_docs.places import COMPARISON_TEMPLATE, EXCEL_TEMPLATE_ENDING, OWN_WORKBOOKS, TEMPLATE_ENDING, document_name
from officefiles.problems import Kind, Place, Problem, Severity

PASSED_OVER = Kind(
    "template-passed-over",
    "ไม่ใช้ไฟล์ {found} ในโฟลเดอร์แม่แบบ เพราะ{why}",
    "หากเป็นแม่แบบ ให้{cure} หากไม่ใช้แล้ว ให้ย้ายออกจากโฟลเดอร์",
    "ในโฟลเดอร์แม่แบบมีไฟล์ที่น่าจะเป็นแม่แบบ แต่ชนิด ชื่อ หรือที่อยู่ไม่ใช่ของแม่แบบ",
    Severity.WARNING,
)
ALIKE = Kind(
    "template-names-alike",
    "แม่แบบ {found} กับ {other} มีชื่อต่างกันเพียงตัวพิมพ์ใหญ่เล็ก เอกสารที่สร้างจะทับกันในเครื่องที่ไม่แยกตัวพิมพ์",
    "ใช้ชื่อเดียวกันเมื่อต้องการใช้แทนกัน หรือเปลี่ยนชื่อให้ต่างกัน",
    "แม่แบบสองไฟล์ที่ชื่อต่างกันเพียงตัวพิมพ์ใหญ่เล็ก",
    Severity.WARNING,
)
NAME_TAKEN = Kind(
    "template-name-taken",
    "ไม่ใช้แม่แบบ {found} เพราะ {own} เป็นชื่อไฟล์ที่โปรแกรมสร้างเอง",
    "เปลี่ยนชื่อแม่แบบเป็นชื่ออื่น เช่น our_{found}",
    "แม่แบบ Excel ของหน่วยงานมีชื่อเดียวกับไฟล์ที่โปรแกรมสร้างเอง คือ summary.xlsx หรือ tracker.xlsx",
    Severity.WARNING,
)

_WORD, _EXCEL = "เอกสาร Word (.docx)", "เวิร์กบุ๊ก Excel (.xlsx)"
_KINDS = {
    ".dotx": ("เป็นแม่แบบของ Word (.dotx)", _WORD),
    ".docm": ("เป็นเอกสาร Word ที่มีแมโคร (.docm)", _WORD),
    ".dotm": ("เป็นแม่แบบของ Word ที่มีแมโคร (.dotm)", _WORD),
    ".doc": ("เป็นไฟล์ Word รุ่นเก่า (.doc)", _WORD),
    ".dot": ("เป็นแม่แบบของ Word รุ่นเก่า (.dot)", _WORD),
    ".odt": ("เป็นไฟล์ของ LibreOffice หรือ OpenOffice (.odt)", _WORD),
    ".ott": ("เป็นแม่แบบของ LibreOffice หรือ OpenOffice (.ott)", _WORD),
    ".fodt": ("เป็นไฟล์ของ LibreOffice หรือ OpenOffice (.fodt)", _WORD),
    ".rtf": ("เป็นไฟล์ Rich Text (.rtf)", _WORD),
    ".pages": ("เป็นไฟล์ของ Pages (.pages)", _WORD),
    ".wps": ("เป็นไฟล์ของ WPS หรือ Works (.wps)", _WORD),
    ".gdoc": ("เป็นลิงก์ไปยัง Google Docs (.gdoc)", _WORD),
    ".xls": ("เป็นไฟล์ Excel รุ่นเก่า (.xls)", _EXCEL),
    ".xlsm": ("เป็นไฟล์ Excel ที่มีแมโคร (.xlsm)", _EXCEL),
    ".xlsb": ("เป็นไฟล์ Excel แบบไบนารี (.xlsb)", _EXCEL),
    ".xltx": ("เป็นแม่แบบของ Excel (.xltx)", _EXCEL),
    ".xltm": ("เป็นแม่แบบของ Excel ที่มีแมโคร (.xltm)", _EXCEL),
    ".ods": ("เป็นไฟล์ของ LibreOffice หรือ OpenOffice (.ods)", _EXCEL),
}
"""Endings of files that look like templates and are none: why not, and as what to save them."""
_OURS = (".docx", ".xlsx")
_COPY = re.compile(r"[ _-]*(\(\d+\)|- *(copy|สำเนา).*|\d+)$", re.IGNORECASE)
_STEM = re.compile(r"[ _.-]*template$", re.IGNORECASE)


def unused_templates(folders: Iterable[Path | None]) -> tuple[Problem, ...]:
    """The files in these folders of templates, and in folders below them, that look like templates and are not used,
    and those whose names differ by small and large letters alone."""
    known = [folder for folder in folders if folder is not None and folder.is_dir()]
    problems = [problem for folder in known for problem in (*_unused(folder), *_in_subfolders(folder))]
    return (*problems, *_alike(known))


def sources(templates: Mapping[str, Path]) -> dict[str, list[str]]:
    """The folders of the ``templates`` in use that did not come with the software, each with its documents' names."""
    packaged = places.packaged_templates().resolve()
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name, path in templates.items():
        if not path.resolve().is_relative_to(packaged):
            found[str(path.parent)].append(name)
    return dict(found)


def said(found: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """One line for each folder of ``sources``."""
    return (f"ใช้แม่แบบในโฟลเดอร์ {folder}: {', '.join(names)}" for folder, names in found.items())


def _unused(folder: Path) -> Iterator[Problem]:
    for file in sorted(folder.iterdir()):
        if file.name.startswith(places.UNSEEN) or file.name.endswith(places.ANNOTATED_ENDING):
            continue
        if file.name.endswith(EXCEL_TEMPLATE_ENDING) and document_name(file.name) in OWN_WORKBOOKS:
            yield NAME_TAKEN.at(Place(), file.name, own=document_name(file.name))
        elif reason := _reason(file):
            why, cure = reason
            yield PASSED_OVER.at(Place(), file.name, why=why, cure=cure)


def _reason(file: Path) -> tuple[str, str] | None:
    """Why a file that looks like a template is not used, and what to do; ``None`` for any other."""
    name = file.name.rstrip()
    ending = Path(name).suffix.lower()
    right = name == file.name and name.endswith((TEMPLATE_ENDING, EXCEL_TEMPLATE_ENDING))
    if right and file.is_dir():
        return "เป็นโฟลเดอร์ ไม่ใช่ไฟล์", "วางไฟล์แม่แบบไว้ในโฟลเดอร์แม่แบบโดยตรง"
    if right or (ending not in _OURS and ending not in _KINDS):
        return None
    if ending in _KINDS:
        why, kind = _KINDS[ending]
        meant = _meant(Path(name).stem, ".docx" if kind == _WORD else ".xlsx")
        return why, f"เปิดแล้วบันทึกเป็น “{kind}” ชื่อ {meant}"
    if file.is_dir():
        return None
    stem = Path(name).stem
    meant = _meant(stem, ending)
    if file.name != name or stem != stem.rstrip():
        why = "ชื่อมีช่องว่างก่อนหรือหลังนามสกุล"
    elif name.casefold().endswith((TEMPLATE_ENDING, EXCEL_TEMPLATE_ENDING)):
        why = "ตัวพิมพ์ใหญ่เล็กในชื่อไม่ตรงกับ " + f"_template{ending}"
    elif _COPY.search(stem) and _STEM.search(_COPY.sub("", stem)):
        why = f"ชื่อมี “{stem[_COPY.search(stem).start() :].strip()}” ต่อท้าย"  # type: ignore[union-attr]
    else:
        why = f"ชื่อไม่ได้ลงท้ายด้วย _template{ending}"
    return why, f"เปลี่ยนชื่อเป็น {meant}"


def _meant(stem: str, ending: str) -> str:
    """The file name that a template of about this name should have."""
    base = _STEM.sub("", _COPY.sub("", stem.strip()) if _STEM.search(_COPY.sub("", stem.strip())) else stem.strip())
    return f"{base or 'letter'}_template{ending}"


def _in_subfolders(folder: Path) -> Iterator[Problem]:
    """Templates that lie in folders below, but for that of the comparison, which has one of its own."""
    for file in sorted(folder.glob("*/*")):
        inside = file.relative_to(folder)
        hidden = any(part.startswith(places.UNSEEN) for part in inside.parts) or inside == COMPARISON_TEMPLATE
        named = "template" in file.name.casefold() and file.suffix.lower() in (*_OURS, *_KINDS)
        if named and not hidden and not file.name.endswith(places.ANNOTATED_ENDING) and not _is_packaged(file):
            yield PASSED_OVER.at(Place(), inside, why="อยู่ในโฟลเดอร์ย่อย", cure=f"ย้ายไปไว้ใน {folder} โดยตรง")


def _is_packaged(file: Path) -> bool:
    return file.resolve().is_relative_to(places.packaged_templates().resolve())


def _alike(folders: Iterable[Path]) -> Iterator[Problem]:
    """Templates whose names differ by small and large letters alone, those of the software among them."""
    seen: dict[str, str] = {}
    for folder in (places.packaged_templates(), *folders):
        for path in places.templates_in(folder):
            other = seen.setdefault(path.name.casefold(), path.name)
            if other != path.name:
                yield ALIKE.at(Place(), path.name, other=other)
